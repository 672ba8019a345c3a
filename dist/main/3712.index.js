export const id = 3712;
export const ids = [3712];
export const modules = {

/***/ 92223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tk: () => (/* binding */ artifactUrlOf),
  dz: () => (/* binding */ releaseDestinationOf),
  l7: () => (/* binding */ releaseOf),
  Vc: () => (/* binding */ stemOf)
});

// EXTERNAL MODULE: ./build/github/addresses.js
var addresses = __webpack_require__(25362);
// EXTERNAL MODULE: ./build/publish/published-files.js
var published_files = __webpack_require__(480);
// EXTERNAL MODULE: ./build/publish/tag-name.js
var tag_name = __webpack_require__(2594);
// EXTERNAL MODULE: ./build/publish/tag-version.js
var tag_version = __webpack_require__(60617);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/action/input-values.js
var input_values = __webpack_require__(33250);
;// CONCATENATED MODULE: ./build/action/release-notes.js



/** GitHub refuses a longer body of a release. In characters. */
const GITHUB_CHARACTERS = 125_000;
/** A draft also contains the mark by which the action finds it. */
const MOST_CHARACTERS = GITHUB_CHARACTERS - 200;
const MAX_BYTES = 4 * MOST_CHARACTERS;
/** A single word that is the path of a document, which would be a mistake as a text. */
const PATH = /^(?:\.{0,2}\/\S+|\S+\.(?:md|markdown|txt|rst|adoc))$/i;
/**
 * The notes that the input `release-notes` describes: `generate`, the path of a file, or a text.
 *
 * @throws FledgeError `usage` for notes that are too long; `input` for a file that is missing or cannot be read.
 */
async function readReleaseNotes(value) {
    if (value === undefined)
        return { kind: 'none' };
    if (value === 'generate')
        return { kind: 'generate' };
    const text = await textOf(value);
    const length = [...text].length;
    if (length <= MOST_CHARACTERS)
        return { kind: 'text', text };
    throw new errors/* FledgeError */.aE('usage', `input release-notes: the notes have ${length} characters, and GitHub allows ${MOST_CHARACTERS}`, { fix: 'shorten them, and link to the whole text' });
}
async function textOf(value) {
    if (value.includes('\n'))
        return value;
    if (!(await (0,regular_file/* isRegularFile */.Ze)(value))) {
        if (!PATH.test(value))
            return value;
        throw new errors/* FledgeError */.aE('input', `input release-notes: there is no file ${(0,input_values/* quote */.hD)(value)}`, {
            fix: 'write the path relative to the workspace, or the notes themselves',
        });
    }
    try {
        return Buffer.from(await (0,regular_file/* readRegularFile */.XF)(value, MAX_BYTES))
            .toString('utf8')
            .replace(/^\ufeff/, '');
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `input release-notes: cannot read ${value}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/action/destination.js







/**
 * The release of the inputs and the run, or undefined if nothing is published to a release.
 *
 * @throws FledgeError as `releaseOf` does: before anything is built.
 */
async function releaseDestinationOf(inputs, env) {
    return inputs.uploadRelease ? releaseOf(inputs, env) : undefined;
}
/**
 * The release of the inputs and the run.
 *
 * @throws FledgeError `usage` if there is no tag, token or repository, or the inputs cannot describe a release; `input` if
 *   the file with the notes cannot be read.
 */
async function releaseOf(inputs, env) {
    const tag = inputs.releaseTag === undefined ? pushedTagOf(env) : (0,tag_name/* tagNameOf */.F)(inputs.releaseTag);
    if (tag === undefined) {
        const ref = (0,environment/* environmentValue */.Jz)(env, 'GITHUB_REF') ?? 'no ref';
        throw new errors/* FledgeError */.aE('usage', `a release needs a tag, and this run is for ${ref}`, {
            fix: 'run the workflow on: push: tags, or set release-tag',
        });
    }
    if (!(0,tag_name/* isTagName */.I)(tag)) {
        const written = inputs.releaseTag === undefined ? 'the pushed tag' : 'input release-tag';
        throw new errors/* FledgeError */.aE('usage', `${written}: ${JSON.stringify(tag)} is not a valid tag name in git`, {
            fix: 'set release-tag to the tag of the release, such as v1.0.0',
        });
    }
    const repository = (0,environment/* environmentValue */.Jz)(env, 'GITHUB_REPOSITORY');
    if (repository === undefined)
        throw new errors/* FledgeError */.aE('usage', 'cannot publish a release: GITHUB_REPOSITORY is not set');
    if (inputs.token === undefined) {
        throw new errors/* FledgeError */.aE('usage', 'a release needs a token, and the input token is empty', {
            fix: 'remove the input token, and give the job the permission contents: write',
        });
    }
    const { prerelease, makeLatest, notes } = inputs.release;
    if (makeLatest === true && prerelease === 'auto' && (0,tag_version/* isPrereleaseTag */.F)(tag)) {
        throw new errors/* FledgeError */.aE('usage', `input make-latest: ${tag} is a prerelease, which cannot be the latest release`, {
            fix: 'remove make-latest, or set prerelease: false',
        });
    }
    return {
        repository,
        tag,
        token: inputs.token,
        apiUrl: (0,environment/* environmentValue */.Jz)(env, 'GITHUB_API_URL') ?? addresses/* PUBLIC_API */.Bl,
        serverUrl: (0,environment/* environmentValue */.Jz)(env, 'GITHUB_SERVER_URL') ?? addresses/* PUBLIC_SERVER */.Ag,
        commit: (0,environment/* environmentValue */.Jz)(env, 'GITHUB_SHA'),
        settings: { prerelease, makeLatest, notes: await readReleaseNotes(notes) },
    };
}
/** The base name of a plugin's published files, without their extensions. */
function stemOf(inputs, plugin) {
    return inputs.artifactName ?? (0,published_files/* publishedStem */.Ow)(plugin.name, plugin.platform);
}
/** The address of a plugin's artifact in the release, for manifest.json before the release exists. */
function artifactUrlOf(release, stem, artifactFile) {
    return (0,addresses/* releaseAssetUrl */.TQ)({ ...release, name: (0,published_files/* publishedNames */.xR)(stem, artifactFile).artifact });
}
function pushedTagOf(env) {
    return env['GITHUB_REF_TYPE'] === 'tag' ? (0,environment/* environmentValue */.Jz)(env, 'GITHUB_REF_NAME') : undefined;
}


/***/ }),

/***/ 5155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  completeRelease: () => (/* binding */ completeRelease)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/net/proxy.js
var proxy = __webpack_require__(5312);
// EXTERNAL MODULE: ./build/publish/release.js + 8 modules
var release = __webpack_require__(50191);
// EXTERNAL MODULE: ./build/action/destination.js + 1 modules
var action_destination = __webpack_require__(92223);
// EXTERNAL MODULE: ./build/action/report/outputs.js
var outputs = __webpack_require__(6456);
// EXTERNAL MODULE: ./build/action/report/summary/html.js
var html = __webpack_require__(43284);
;// CONCATENATED MODULE: ./build/action/report/summary/release-sections.js

/** The sections of mode `release`: links to the release and to its index. */
function releaseSections({ tag, url, indexUrl, isDraft, }) {
    const links = [(0,html/* link */.nf)('release', url), (0,html/* link */.nf)('index.json', indexUrl)].filter((text) => text !== '').join(' · ');
    return [
        {
            rank: 'result',
            text: `<p>✅ ${(0,html/* code */.aY)(tag)} ${isDraft ? 'is complete, and a draft' : 'is published'}: ${links}</p>\n`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/action/modes/release.js






/**
 * Mode `release`: describes all plugins that earlier jobs have uploaded to a release, and publishes it.
 *
 * @throws FledgeError `usage` for wrong inputs; `publish` if the release is incomplete, or GitHub refuses.
 */
async function completeRelease(inputs, context) {
    const destination = await (0,action_destination/* releaseOf */.l7)(inputs, context.env);
    (0,proxy/* checkProxies */.rX)(context.env);
    context.reporter.step(`complete the release ${destination.tag}`);
    const { url, indexUrl, state } = await (0,release.publishRelease)({
        ...destination,
        assets: [],
        publishes: inputs.release.draft ? 'none' : 'all',
        index: { directory: (0,external_node_path_.join)(context.directory, 'release'), reason: 'requested' },
    }, context);
    context.reporter.endGroup();
    (0,outputs/* setOutputs */.n)({ 'release-url': url, 'index-url': indexUrl });
    const { tag } = destination;
    const sections = releaseSections({ tag, url, indexUrl, isDraft: state === 'draft' });
    await context.summary.write('fledge release', sections);
}


/***/ }),

/***/ 6456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ setOutputs)
/* harmony export */ });
/* unused harmony export OUTPUT_NAMES */
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59559);

/** Every output of the action; a test compares it with action.yml. */
const OUTPUT_NAMES = (/* unused pure expression or super */ null && ([
    'name',
    'version',
    'strategy',
    'artifact-path',
    'artifact-sha256',
    'artifact-size',
    'manifest-path',
    'checksums-path',
    'provenance-path',
    'sbom-path',
    'artifact-id',
    'artifact-url',
    'release-url',
    'manifest-url',
    'index-url',
    'reproducible',
    'boot',
    'boot-ms',
    'identical',
    'matrix',
    'results',
]));
/** Sets outputs. Undefined ones are not set and are empty in a workflow. */
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        if (value !== undefined)
            (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, String(value));
}


/***/ }),

/***/ 358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hb: () => (/* binding */ parseChecksumList),
/* harmony export */   k4: () => (/* binding */ readChecksumList),
/* harmony export */   n$: () => (/* binding */ isChecksumListName)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);



/** Limit of a list, enough for half a million files. A larger file is probably not a list. */
const MAX_BYTES = 64 * 1024 * 1024;
const FIX = 'create the list again: sha256sum FILE... > SHA256SUMS';
/** `HASH  NAME` or `HASH *NAME`, with a backslash before it where the name is escaped. */
const GNU_LINE = /^(\\?)([0-9a-f]{64})[ ][ *]([^\0]+)$/is;
/** `SHA256 (NAME) = HASH`, of `sha256sum --tag` and of BSD. */
const TAGGED_LINE = /^(\\?)SHA256 \(([^\0]+)\) = ([0-9a-f]{64})$/is;
/**
 * True if the name of a file is that of a list of SHA-256 digests: `SHA256SUMS`, `web_SHA256SUMS.txt`,
 * `web.img.sha256`, …
 */
function isChecksumListName(name) {
    return /(?:^|[._-])sha256sums?(?:\.txt)?$|\.sha256$/i.test(name);
}
/**
 * Reads an open SHA256SUMS file; `label` names it in errors.
 *
 * @throws FledgeError `input` as `parseChecksumList` does, or if it is too large.
 */
async function readChecksumList(handle, label) {
    try {
        return parseChecksumList(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(handle, label, MAX_BYTES), label);
    }
    catch (error) {
        if (!(error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv))
            throw error;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has ${error.bytes} bytes; a list of digests has at most ${MAX_BYTES}`);
    }
}
/**
 * Parses a list of `sha256sum`, with or without `--tag` or `--binary` (coreutils manual, "md5sum invocation"): names
 * may be escaped, lines may end in CR LF. Empty lines and lines that begin with `#` are ignored.
 *
 * @throws FledgeError `input` with the first line that is invalid, or whose file has another digest on an earlier line;
 *   or if there is no file.
 */
function parseChecksumList(bytes, label) {
    const byName = new Map();
    for (const [index, text] of (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromBytes */ .Pb)(bytes).split('\n').entries()) {
        const line = index + 1;
        const stripped = text.replace(/\r$/, '');
        if (stripped === '' || stripped.startsWith('#'))
            continue;
        const listed = parseLine(stripped, line);
        if (listed === undefined)
            throw problem(label, line, 'not a line of sha256sum');
        const { name, sha256 } = listed;
        const earlier = byName.get(name);
        if (earlier !== undefined && earlier.sha256 !== sha256) {
            const what = `${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name)} has another digest than on line ${earlier.line}`;
            throw problem(label, line, what);
        }
        byName.set(name, earlier ?? listed);
    }
    if (byName.size === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} does not list any file`, { fix: FIX });
    return [...byName.values()];
}
function parseLine(text, line) {
    const [, gnuEscape, gnuDigest, gnuName] = GNU_LINE.exec(text) ?? [];
    const [, tagEscape, tagName, tagDigest] = TAGGED_LINE.exec(text) ?? [];
    const written = gnuName ?? tagName;
    const digest = gnuDigest ?? tagDigest;
    if (written === undefined || digest === undefined)
        return undefined;
    const name = (gnuEscape ?? tagEscape) === '\\' ? unescapeName(written) : written;
    const normalised = normalise(name ?? '');
    // A name of slashes and dots only is a directory, which has no digest.
    if (normalised === '' || normalised === '/')
        return undefined;
    return { name: normalised, sha256: digest.toLowerCase(), line };
}
/** Undefined for an escape that coreutils does not write. */
function unescapeName(name) {
    const characters = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
    const parts = name.match(/\\.?|[^\\]+/gs) ?? [];
    if (parts.some((part) => part.startsWith('\\') && characters[part] === undefined))
        return undefined;
    return parts.map((part) => characters[part] ?? part).join('');
}
function normalise(name) {
    const components = name.split('/').filter((component) => component !== '' && component !== '.');
    return `${name.startsWith('/') ? '/' : ''}${components.join('/')}`;
}
function problem(label, line, message) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label}:${line}: ${message}`, { fix: FIX });
}


/***/ }),

/***/ 70000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ renderChecksums)
/* harmony export */ });
/**
 * The text of a SHA256SUMS file in the form that `sha256sum -c` reads (coreutils manual, "md5sum invocation"): names
 * with a backslash or a line break are escaped, and their line begins with a backslash.
 */
function renderChecksums(files) {
    return files
        .map(({ name, sha256 }) => {
        const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
        return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
    })
        .join('');
}


/***/ }),

/***/ 480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ publishedStem),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   SC: () => (/* binding */ checkUnchanged),
/* harmony export */   WN: () => (/* binding */ checkStem),
/* harmony export */   rH: () => (/* binding */ nameProblem),
/* harmony export */   u: () => (/* binding */ stagePublishedFiles),
/* harmony export */   xR: () => (/* binding */ publishedNames)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _describe_checksums_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70000);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25423);






/** `hello-linux-amd64`: the name of a plugin and platform, unique in a repository. */
function publishedStem(name, platform) {
    return `${name}-${platform.replaceAll('/', '-')}`;
}
/**
 * The published names of a build, from a stem such as `hello-linux-amd64` and the extension of the local artifact. They
 * do not depend on the number of plugins or platforms, so that download URLs stay valid when another one is added.
 *
 * @throws FledgeError `usage` for a stem that GitHub would change.
 */
function publishedNames(stem, artifactFile) {
    checkStem(stem);
    return {
        artifact: `${stem}${artifactExtension(artifactFile)}`,
        manifest: `${stem}.manifest.json`,
        provenance: `${stem}.provenance.json`,
        sbom: `${stem}.sbom.cdx.json`,
        checksums: `${stem}.SHA256SUMS`,
    };
}
/**
 * Checks that GitHub does not change names that begin with a stem.
 *
 * @throws FledgeError `usage` if GitHub would change them.
 */
function checkStem(stem) {
    const wrong = nameProblem(stem) ?? lengthProblem(stem);
    if (wrong === undefined)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('usage', `cannot publish files as ${JSON.stringify(stem)}: ${wrong}`, {
        fix: 'use letters, digits, ".", "_" and "-" in the name in manifest.toml, or in artifact-name',
    });
}
/** In characters. Names have at most 255 bytes; `uploading-`, 12 digits and `.provenance.json` are added to a stem. */
const LONGEST_STEM = 200;
function lengthProblem(stem) {
    return stem.length > LONGEST_STEM ? `it is longer than ${LONGEST_STEM} characters` : undefined;
}
/** The reason why GitHub would change a name, or undefined: it silently replaces some characters by periods. */
function nameProblem(name) {
    if (name === '')
        return 'it is empty';
    if (!/^[A-Za-z0-9._-]*$/.test(name))
        return 'GitHub changes characters other than letters, digits, ".", "_" and "-"';
    return name.startsWith('.') || name.endsWith('.') ? 'GitHub changes a period at either end' : undefined;
}
/** The extension of an artifact: `.cpio.gz`, or the part from the last period. */
function artifactExtension(file) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(file);
    if (name.endsWith('.cpio.gz'))
        return '.cpio.gz';
    const last = name.lastIndexOf('.');
    const extension = last > 0 ? name.slice(last) : '';
    return /^\.[A-Za-z0-9]+$/.test(extension) ? extension : '.img';
}
/**
 * Creates links to a build's files with their published names in `directory`, and a checksum file with these names. The
 * directory must exist and be kept until everything is published; the runner reads declared artifacts at the end of the
 * step.
 *
 * @throws FledgeError `output` if the directory cannot be written, `input` if a built file is missing or was changed.
 */
async function stagePublishedFiles(built, { stem, directory }) {
    const names = publishedNames(stem, built.artifact.path);
    const link = async (source, name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
        // Relative, because the absolute paths differ between a job's container and the runner.
        await inStage(path, async () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(directory), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(source.path)), path));
        return { name, path, size: source.size, sha256: source.sha256 };
    };
    await checkUnchanged(built.artifact);
    const artifact = await link(built.artifact, names.artifact);
    const manifest = await link(await digestSmallFile(built.manifest.path), names.manifest);
    const provenance = await link(await digestSmallFile(built.provenance.path), names.provenance);
    const sbom = built.sbom === undefined
        ? undefined
        : await link(await digestSmallFile(built.sbom.path, MAX_SBOM_BYTES), names.sbom);
    const listed = [artifact, manifest, provenance, ...(sbom === undefined ? [] : [sbom])];
    const text = Buffer.from((0,_describe_checksums_js__WEBPACK_IMPORTED_MODULE_5__/* .renderChecksums */ .p)(listed), 'utf8');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, names.checksums);
    await inStage(path, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text, { flag: 'wx' }));
    const checksums = { name: names.checksums, path, ...digestBytes(text) };
    return { artifact, manifest, provenance, ...(sbom !== undefined && { sbom }), checksums };
}
/** All files of a set in the order of their publication: a file is published after the files that it names. */
function filesOf({ artifact, provenance, sbom, checksums, manifest }) {
    return [artifact, provenance, ...(sbom === undefined ? [] : [sbom]), checksums, manifest];
}
/**
 * Checks that a file was not changed after the build. Only its size is compared: it can have gigabytes.
 *
 * @throws FledgeError `input` if the file is missing or has another size.
 */
async function checkUnchanged(file) {
    const found = await readable(file.path, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file.path));
    if (found.isFile() && found.size === file.size)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot publish ${file.path}: it has ${found.size} bytes, but the build wrote ${file.size}`, { fix: 'make sure that no other step writes to the output directory before this step ends' });
}
/** Maximum size of a manifest, a provenance record and a checksum file. */
const MAX_SMALL_BYTES = 64 * 1024 * 1024;
/** Each of several hundred thousand mapped files is a component of half a kilobyte. */
const MAX_SBOM_BYTES = 512 * 1024 * 1024;
async function digestSmallFile(path, maxBytes = MAX_SMALL_BYTES) {
    const content = await readable(path, () => (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readRegularFile */ .XF)(path, maxBytes));
    return { path, ...digestBytes(content) };
}
function digestBytes(content) {
    return { size: content.length, sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex') };
}
async function readable(path, read) {
    try {
        return await read();
    }
    catch (error) {
        const why = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) === 'ENOENT' ? 'the file does not exist' : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot publish ${path}: ${why}`, { cause: error });
    }
}
async function inStage(path, write) {
    try {
        await write();
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('output', `cannot write ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .writeFailureOf */ .PI)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 2594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ tagNameOf),
/* harmony export */   I: () => (/* binding */ isTagName)
/* harmony export */ });
const NOT_IN_A_NAME = ' ~^:?*[\\\x7f';
/** The name of a tag that is given as a ref or as a name: `v1` for `refs/tags/v1` and `v1`. */
function tagNameOf(text) {
    return text.replace(/^refs\/tags\//, '');
}
/**
 * Whether a text is a valid tag name (git-check-ref-format(1), and `git tag`, which refuses a leading dash and `HEAD`).
 * git allows the name of another ref, such as `refs/heads/main`; this refuses it as a mistake.
 */
function isTagName(tag) {
    if (tag.startsWith('-') || tag === 'HEAD' || tag.startsWith('refs/'))
        return false;
    if (tag.endsWith('.') || tag.includes('..') || tag.includes('@{'))
        return false;
    if ([...tag].some((character) => character < ' ' || NOT_IN_A_NAME.includes(character)))
        return false;
    return tag.split('/').every((name) => name !== '' && !name.startsWith('.') && !name.endsWith('.lock'));
}


/***/ }),

/***/ 60617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isPrereleaseTag),
/* harmony export */   N: () => (/* binding */ isOlderTag)
/* harmony export */ });
const VERSION = /^(|.*[/@])v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/s;
/** The version in a tag, or undefined if it has none. */
function versionOfTag(tag) {
    const [, prefix, major, minor, patch, prerelease] = VERSION.exec(tag) ?? [];
    if (prefix === undefined || major === undefined || minor === undefined || patch === undefined)
        return undefined;
    return { prefix, numbers: [major, minor, patch].map(BigInt), prerelease: prerelease?.split('.') ?? [] };
}
/** Whether a tag is a pre-release version (semver.org, 9), such as `v1.0.0-rc.1`. */
function isPrereleaseTag(tag) {
    return (versionOfTag(tag)?.prerelease.length ?? 0) > 0;
}
/** Whether both tags have versions with the same prefix, and that of `tag` is lower (semver.org, 11). */
function isOlderTag(tag, other) {
    const [a, b] = [versionOfTag(tag), versionOfTag(other)];
    if (a === undefined || b === undefined || a.prefix !== b.prefix)
        return false;
    for (const [index, number] of a.numbers.entries()) {
        const against = b.numbers[index] ?? 0n;
        if (number !== against)
            return number < against;
    }
    return isOlderPrerelease(a.prerelease, b.prerelease);
}
function isOlderPrerelease(a, b) {
    if (a.length === 0 || b.length === 0)
        return a.length > b.length;
    for (const [index, identifier] of a.entries()) {
        const other = b[index];
        if (other === undefined)
            return false;
        if (identifier === other)
            continue;
        const isNumber = /^\d+$/.test(identifier);
        if (isNumber !== /^\d+$/.test(other))
            return isNumber;
        return isNumber ? BigInt(identifier) < BigInt(other) : identifier < other;
    }
    return a.length < b.length;
}


/***/ }),

/***/ 25423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   J8: () => (/* binding */ fileChanged),
/* harmony export */   Sv: () => (/* binding */ FileTooLarge),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   ZU: () => (/* binding */ openRegularFile),
/* harmony export */   Ze: () => (/* binding */ isRegularFile),
/* harmony export */   k1: () => (/* binding */ NotRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** A path does not lead to a regular file; `kind` names its type, as in `a fifo`. */
class NotRegularFile extends Error {
    name = 'NotRegularFile';
    kind;
    constructor(path, kind) {
        super(`${path} is ${kind}, not a regular file`);
        this.kind = kind;
    }
}
/** A file is larger than its limit. */
class FileTooLarge extends Error {
    name = 'FileTooLarge';
    /** The number of bytes known when reading stopped; the file can be larger. */
    bytes;
    constructor(path, bytes, maxBytes) {
        super(`${path} has ${bytes} bytes; more than ${maxBytes} are not read`);
        this.bytes = bytes;
    }
}
/** The error for a file that was read before and has other bytes now. */
function fileChanged(label) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label}: it changed during the build`, {
        fix: 'build again when no other process writes to the file',
    });
}
/** True if a path leads to a regular file; false if it does not, or cannot be examined. */
function isRegularFile(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).then((stats) => stats.isFile(), () => false);
}
/**
 * Opens an untrusted file for reading. Only a regular file is opened: opening another type can block for ever, or affect
 * a device. If a fifo replaces the file in the meantime, its open does not block. Links are followed.
 *
 * @throws NotRegularFile, or the error of the system.
 */
async function openRegularFile(path) {
    requireRegular(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path));
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY);
    try {
        requireRegular(path, await handle.stat());
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/**
 * All bytes of an untrusted file. It does not read more than `maxBytes`, even if the size is wrong (files of /proc) or
 * grows.
 *
 * @throws NotRegularFile, FileTooLarge, or the error of the system.
 */
async function readRegularFile(path, maxBytes) {
    const handle = await openRegularFile(path);
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
/** The growth of the buffer for a file whose size from stat is wrong, beyond doubling. */
const GROWTH_BYTES = 64 * 1024;
/**
 * All bytes of an open file, from its start.
 *
 * @throws FileTooLarge, or the error of the system.
 */
async function readBounded(handle, path, maxBytes) {
    const { size } = await handle.stat();
    if (size > maxBytes)
        throw new FileTooLarge(path, size, maxBytes);
    // One byte more than the size from stat shows whether the size is right. Such a read seldom needs a second buffer.
    let data = Buffer.allocUnsafeSlow(size + 1);
    let length = 0;
    for (;;) {
        if (length === data.length)
            data = Buffer.concat([data], Math.min(2 * length + GROWTH_BYTES, maxBytes + 1));
        const { bytesRead } = await handle.read(data, length, data.length - length, length);
        if (bytesRead === 0)
            return data.subarray(0, length);
        length += bytesRead;
        if (length > maxBytes)
            throw new FileTooLarge(path, length, maxBytes);
    }
}
function requireRegular(path, stats) {
    if (!stats.isFile())
        throw new NotRegularFile(path, kindOfStats(stats));
}
/** The type of a file that is not regular. */
function kindOfStats(stats) {
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a fifo';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}


/***/ })

};
