export const id = 1374;
export const ids = [1374,7141];
export const modules = {

/***/ 90697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  containerText: () => (/* binding */ containerText),
  countsText: () => (/* binding */ countsText),
  describeEntry: () => (/* binding */ describeEntry),
  describeInside: () => (/* binding */ describeInside),
  fieldText: () => (/* binding */ fieldText),
  formatExplained: () => (/* binding */ formatExplained),
  formatInside: () => (/* binding */ formatInside),
  shownEntries: () => (/* binding */ shownEntries)
});

// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/compare/comparison-text.js


/** The files that are not identical. */
function differencesOf({ files }) {
    return files.filter(({ status }) => status !== 'identical');
}
/** A difference on a line, and each side on a line below it. */
function formatDifference(file) {
    const { left, right } = sidesOf(file);
    return [
        headOf(file),
        ...(left === undefined ? [] : [`  left   ${left}`]),
        ...(right === undefined ? [] : [`  right  ${right}`]),
    ];
}
/** The same on one line. */
function describeDifference(file) {
    const { left, right } = sidesOf(file);
    const sides = [left && `left ${left}`, right && `right ${right}`].filter((text) => text !== undefined);
    return sides.length === 0 ? headOf(file) : `${headOf(file)} (${sides.join(', ')})`;
}
/** `identical: 2 files`, or `1 of 2 files differs`. */
function sumUp(comparison) {
    const count = (0,support_text/* counted */.hS)(comparison.files.length, 'file');
    if (comparison.identical)
        return `identical: ${count}`;
    const { length } = differencesOf(comparison);
    return `${length} of ${count} ${length === 1 ? 'differs' : 'differ'}`;
}
function headOf({ path, status, firstDifference }) {
    switch (status) {
        case 'identical':
            return `${path}: identical`;
        case 'only-left':
            return `${path}: only left`;
        case 'only-right':
            return `${path}: only right`;
        case 'differs':
            return `${path}: differs${firstDifference === undefined ? '' : `, first at byte ${firstDifference}`}`;
    }
}
/** The description of each side if both exist and differ. */
function sidesOf({ status, left, right }) {
    if (status !== 'differs')
        return {};
    return { ...(left && { left: describeFile(left) }), ...(right && { right: describeFile(right) }) };
}
function describeFile({ kind, size, sha256, target }) {
    if (target !== undefined)
        return `${kind} -> ${target}`;
    if (sha256 === undefined)
        return kind;
    return `sha256:${sha256}${size === undefined ? '' : `  ${size} bytes${size < 1024 ? '' : ` (${(0,units/* formatBytes */.z3)(size)})`}`}`;
}

// EXTERNAL MODULE: ./build/compare/explain/container.js
var explain_container = __webpack_require__(11671);
;// CONCATENATED MODULE: ./build/compare/explain/explanation-text.js




const MAX_ENTRIES = 100;
const MAX_DIFF_LINES = 30;
const MAX_FIELDS = 50;
/** Differences on one line. */
const MAX_CLAUSES = 3;
/** The differences, file by file with what is inside of them, and a summary as the last line. */
function formatExplained(explained, limits) {
    const lines = differencesOf(explained).flatMap((file) => [
        ...formatDifference(file),
        ...indented(formatInside(explained, file.path, limits)),
    ]);
    return [...lines, sumUpExplained(explained), ''].join('\n');
}
/** What is inside of one file that differs, as lines; none if it was not examined. */
function formatInside(explained, path, limits) {
    const artifact = explained.artifacts.find((candidate) => candidate.path === path);
    const document = explained.documents.find((candidate) => candidate.path === path);
    return [
        ...(artifact === undefined ? [] : formatArtifact(artifact, limits)),
        ...(document === undefined ? [] : formatDocument(document, limits)),
    ];
}
/** As `sumUp`, and says if only ignored properties differ. */
function sumUpExplained(explained) {
    if (!explained.onlyIgnored)
        return sumUp(explained);
    const ignored = [...new Set(explained.artifacts.flatMap((artifact) => artifact.ignored))];
    return `${sumUp(explained)}, only in what is ignored: ${ignored.join(', ')}`;
}
/** The first differences inside of artifacts, as clauses; empty if there are none. */
function describeInside({ artifacts }) {
    const clauses = artifacts.flatMap((artifact) => {
        const { path, container } = artifact;
        const entries = shownEntries(artifact, false);
        const headers = entries.length === 0 ? container : container.filter((one) => !(0,explain_container/* followsFromEntries */.NT)(one));
        const found = [...entries.map(describeDifferent), ...headers.map(containerText)];
        const more = found.length > MAX_CLAUSES ? ` and ${found.length - MAX_CLAUSES} more` : '';
        return found.length === 0 ? [] : [`; in ${path}: ${found.slice(0, MAX_CLAUSES).join('; ')}${more}`];
    });
    return clauses.join('');
}
function describeDifferent(entry) {
    return entry.status === 'changed' ? describeEntry(entry) : `${entry.status} ${describeEntry(entry)}`;
}
function formatArtifact(artifact, { all = false, full = false }) {
    const { notCompared, container, why } = artifact;
    const entries = shownEntries(artifact, all);
    const shown = all ? entries : entries.slice(0, MAX_ENTRIES);
    const rest = entries.length - shown.length;
    return [
        entriesHead(artifact),
        ...indented(shown.flatMap((entry) => formatEntry(entry, full))),
        ...(rest > 0 ? [`  and ${rest} more: use --all`] : []),
        ...notCompared.map((what) => `Not compared: ${what}`),
        ...section('Container', container.map(containerText)),
        ...section('Why', why.map(({ text }) => text)),
    ];
}
/** Without the contents of a directory that is on one side only, unless all are wanted. */
function shownEntries({ entries }, all) {
    if (all)
        return entries;
    let open;
    return entries.filter((entry) => {
        if (open !== undefined && entry.status === open.status && entry.path.startsWith(`${open.path}/`))
            return false;
        open = entry.below === undefined ? undefined : entry;
        return true;
    });
}
/** `Entries: 1 added, 2 changed`. */
function entriesHead({ counts, truncated, ignored, leftFormat, rightFormat }) {
    const listed = leftFormat !== undefined && rightFormat !== undefined;
    const ignoring = ignored.length === 0 ? '' : ` (ignored: ${ignored.join(', ')})`;
    const cut = truncated ? `; the first ones are listed` : '';
    return listed ? `Entries: ${countsText(counts)}${cut}${ignoring}` : 'Entries: not compared';
}
/** `1 added, 2 changed`, or `equal`. */
function countsText({ added, removed, changed }) {
    const parts = [
        ...(added > 0 ? [`${added} added`] : []),
        ...(removed > 0 ? [`${removed} removed`] : []),
        ...(changed > 0 ? [`${changed} changed`] : []),
    ];
    return parts.length === 0 ? 'equal' : parts.join(', ');
}
function formatEntry(entry, full) {
    const head = `${entry.status.padEnd(8)} ${describeEntry(entry)}`;
    const diffs = entry.changes.flatMap(({ content }) => (content?.diff === undefined ? [] : [content.diff]));
    return [head, ...diffs.flatMap((diff) => indented(diffLines(diff, full)))];
}
/** `/usr/share/doc/ (312 entries, 4.1 MiB)`, or `/etc/hosts: mode 0644 → 0600`. */
function describeEntry({ path, kind, size, below, changes, status }) {
    const name = kind === 'directory' && path !== '/' ? `${path}/` : path;
    if (status === 'changed')
        return `${name}: ${changes.map(changeText).join(', ')}`;
    if (below !== undefined && below.entries > 0) {
        return `${name} (${(0,support_text/* counted */.hS)(below.entries, 'entry', 'entries')}, ${(0,units/* formatBytes */.z3)(below.bytes)})`;
    }
    if (kind === 'file')
        return size === undefined ? name : `${name} (${(0,units/* formatBytes */.z3)(size)})`;
    return kind === 'directory' ? name : `${name} (${kind})`;
}
const TITLES = new Map([['mtime', 'time']]);
function changeText({ what, name, left, right, content }) {
    switch (what) {
        case 'content':
            return contentText(content);
        case 'links':
            return `${left === undefined ? 'no hard link' : `hard link to ${left}`} → ${right === undefined ? 'no hard link' : `hard link to ${right}`}`;
        case 'xattr':
            return `xattr ${name ?? ''} ${left ?? 'missing'} → ${right ?? 'missing'}`;
        default:
            return `${TITLES.get(what) ?? what} ${left ?? 'none'} → ${right ?? 'none'}`;
    }
}
function contentText(content) {
    const { firstDifference, section, leftBuildId, rightBuildId, diff } = content ?? {};
    if (firstDifference === undefined || diff !== undefined)
        return 'content';
    const place = section === undefined ? '' : section.startsWith('.') ? ` (section ${section})` : ` (${section})`;
    const hasIds = leftBuildId !== undefined || rightBuildId !== undefined;
    const ids = hasIds ? `, build id ${idText(leftBuildId)} → ${idText(rightBuildId)}` : '';
    return `content from byte ${firstDifference}${place}${leftBuildId === rightBuildId ? '' : ids}`;
}
function idText(id) {
    return id ?? 'none';
}
function diffLines(diff, full) {
    // A terminal needs no tabs.
    const lines = diff.split('\n').map((line) => line.replaceAll('\t', '    '));
    if (full || lines.length <= MAX_DIFF_LINES)
        return lines;
    return [...lines.slice(0, MAX_DIFF_LINES), `… ${lines.length - MAX_DIFF_LINES} more lines: use --full`];
}
/** `block size 1024 → 4096`. */
function containerText({ title, left, right }) {
    if (left === undefined && right === undefined)
        return title;
    return `${title} ${left ?? 'none'} → ${right ?? 'none'}`;
}
function formatDocument({ fields, truncated }, { all = false }) {
    const shown = all ? fields : fields.slice(0, MAX_FIELDS);
    const isCut = truncated || shown.length < fields.length;
    return [...shown.map(fieldText), ...(isCut ? [`and more fields${all ? '' : ': use --all'}`] : [])];
}
/** `resources.memory_mb 512 → 768`. */
function fieldText({ field, left, right }) {
    return `${field === '' ? 'the document' : field} ${left ?? 'missing'} → ${right ?? 'missing'}`;
}
function section(title, lines) {
    return lines.length === 0 ? [] : [`${title}:`, ...indented(lines)];
}
function indented(lines) {
    return lines.map((line) => `  ${line}`);
}


/***/ }),

/***/ 65011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ githubTokenOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);




/** GitHub's longest tokens are several times shorter. */
const MAX_TOKEN_BYTES = 4096;
/**
 * The token for GitHub's API: GITHUB_TOKEN, or the content of the file in FLEDGE_GITHUB_TOKEN_FILE, for builds whose
 * environment is visible to others. Undefined if neither is set.
 *
 * @throws FledgeError `usage` if that file cannot be read, or does not hold a token.
 */
async function githubTokenOf(env) {
    const token = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, 'GITHUB_TOKEN');
    const file = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, 'FLEDGE_GITHUB_TOKEN_FILE');
    if (token !== undefined || file === undefined)
        return token;
    const fail = (why, cause) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('usage', `cannot read the token in ${file} (FLEDGE_GITHUB_TOKEN_FILE): ${why}`, {
        cause,
        fix: 'set FLEDGE_GITHUB_TOKEN_FILE to a file that contains only a token, or unset it',
    });
    let text;
    try {
        // Without O_NONBLOCK, the open of a fifo would wait until a process writes to it.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            if (!(await handle.stat()).isFile())
                throw fail('it is not a regular file');
            const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_TOKEN_BYTES + 1));
            text = buffer.toString('latin1', 0, bytesRead).trim();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE ? error : fail((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error), error);
    }
    // The message must not show the content.
    if (text.length > MAX_TOKEN_BYTES || !/^[!-~]+$/.test(text))
        throw fail('it does not hold a token');
    return text;
}


/***/ }),

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ remarksOnMemory),
/* harmony export */   DY: () => (/* binding */ requiredMemory),
/* harmony export */   z7: () => (/* binding */ defaultMemory)
/* harmony export */ });
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39965);


/** In MiB. */
const DEFAULT_MEMORY = 512;
const KERNEL = 64;
const RESERVE = 64;
const STEP = 64;
/**
 * The memory that a machine needs for an initramfs, in MiB: the kernel keeps the archive while it unpacks it, and the files
 * stay in memory. They count twice, because the root's tmpfs may fill half of the memory.
 */
function requiredMemory({ compressed, unpacked }) {
    return KERNEL + RESERVE + Math.ceil((compressed + 2 * unpacked) / _support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MEBIBYTE */ .gJ);
}
/** `memory_mb` without a template: 512, or what an initramfs needs up to the next 64. */
function defaultMemory(size) {
    return size === undefined ? DEFAULT_MEMORY : Math.max(DEFAULT_MEMORY, Math.ceil(requiredMemory(size) / STEP) * STEP);
}
/** A warning if the template's `memory_mb` cannot hold an initramfs. */
function remarksOnMemory({ resources }, size) {
    const given = resources?.memory_mb;
    const required = requiredMemory(size);
    if (given === undefined || given >= required)
        return [];
    return [
        {
            code: 'memory',
            message: `${given} MB cannot hold the initramfs: kernel, archive and unpacked files need about ${required} MB`,
            fix: `set memory_mb = ${Math.ceil(required / STEP) * STEP}, or map fewer files`,
            ...(0,_remarks_js__WEBPACK_IMPORTED_MODULE_1__/* .atTemplate */ .CV)('resources', 'memory_mb'),
        },
    ];
}


/***/ }),

/***/ 39965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ atTemplate),
/* harmony export */   Oh: () => (/* binding */ atConfig),
/* harmony export */   f3: () => (/* binding */ atImage)
/* harmony export */ });
/** A remark about a key of the template. */
function atTemplate(...path) {
    return { at: { document: 'template', path } };
}
/** A remark about a key of fledge.toml. */
function atConfig(...path) {
    return { at: { document: 'config', path } };
}
/**
 * A remark about the image of a plugin: at the key of `[source]` that brings it. An image without a reference is built from
 * a Dockerfile. Without an image there is no key.
 */
function atImage(image) {
    if (image === undefined)
        return {};
    return atConfig('source', image.reference === undefined ? 'dockerfile' : 'image');
}


/***/ }),

/***/ 85158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ authorFilesOf),
/* harmony export */   l: () => (/* binding */ describingFilesOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29181);
/* harmony import */ var _lock_lock_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63818);
/* harmony import */ var _dockerfile_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90811);




/**
 * The files that a build of a plugin reads. The copies of a second build (`copyAuthorFiles`) and the comparison with a commit
 * (`changesSince`) both use this list, so a new kind of input belongs here.
 */
function authorFilesOf({ loaded, template, templateFiles = [] }) {
    const { config, directory } = loaded;
    const base = template === undefined ? directory : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(template));
    const named = (path, others = {}) => {
        return { path, directory, kind: 'file', exclude: [], ...others };
    };
    // One line of fledge.toml may have several destinations.
    const mapped = new Map(config.mappings.map(({ source, settings }) => [source, settings.exclude]));
    const images = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchedImagesOf */ .Rc)(config).flatMap(({ reference }) => reference.path ?? []);
    return {
        named: [
            ...Array.from(mapped, ([path, exclude]) => named(path, { exclude })),
            ...programsOf(loaded).map((path) => named(path)),
            ...templateFiles.map((path) => named(path, { directory: base })),
            ...images.map((path) => named(path, { kind: 'image' })),
        ],
        ofDockerfile: dockerfilePathsOf(loaded).map((path) => named(path)),
    };
}
/** The absolute paths of fledge.toml, its lock file and its template, which may not exist. */
function describingFilesOf({ loaded: { file, directory }, template }) {
    return [file, (0,_lock_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockFileOf */ .LN)(file), template ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'manifest.toml')].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path));
}
/** The paths of files other than mapped ones, as written in fledge.toml. */
function programsOf({ config }) {
    const agent = config.agent?.source === 'local' ? [config.agent.path] : [];
    if (config.strategy === 'oci_rootfs')
        return agent;
    const init = config.init.mode === 'custom' ? [config.init.path] : [];
    const busybox = config.busybox.location?.kind === 'file' ? [config.busybox.location.path] : [];
    return [...agent, ...init, ...busybox];
}
/** The Dockerfile, the whole context, and the ignore files, which may be outside of it and may not exist. */
function dockerfilePathsOf({ config, directory }) {
    const source = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerfileOf */ .S9)(config);
    if (source === undefined)
        return [];
    const context = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_1__/* .contextOf */ .Vm)(source);
    const place = (path) => ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, path));
    const ignoreFiles = (0,_dockerfile_context_js__WEBPACK_IMPORTED_MODULE_3__/* .ignoreFileCandidates */ .P)({ dockerfile: place(source.text), context: place(context) });
    return [source.text, context, ...ignoreFiles];
}


/***/ }),

/***/ 90811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ignoreFileCandidates),
/* harmony export */   e: () => (/* binding */ ignoreRules)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** The suffixes of ignore files that belong to one Dockerfile, and the names of those of a context; the first one is used. */
const IGNORE_FILES = {
    docker: { suffixes: ['.dockerignore'], names: ['.dockerignore'] },
    podman: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
    buildah: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
};
/** Scratch and step directories of builds, by their names (`isOwnName`). */
const SCRATCH_PATTERNS = ['**/.fledge-????????-*-*-????????????-*', '**/.fledge-step-??????'];
/**
 * The text of an ignore file with the rules of the author and those that exclude the build's own files, so that a second
 * build has the same context as the first. The last rule that matches a path decides.
 *
 * @throws FledgeError `config` if the ignore file of the author cannot be read.
 */
function ignoreRules({ dockerfile, context, builder, own }) {
    const { suffixes, names } = IGNORE_FILES[builder];
    const candidates = [...suffixes.map((suffix) => dockerfile + suffix), ...names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name))];
    const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(context);
    const rules = [...own].flatMap((path) => ruleFor(root, path));
    return [readFirst(candidates), ...SCRATCH_PATTERNS, ...new Set(rules), ''].join('\n');
}
/** Absolute paths of the ignore files that one of the builders would read. */
function ignoreFileCandidates({ dockerfile, context }) {
    const suffixes = Object.values(IGNORE_FILES).flatMap((files) => files.suffixes);
    return [
        ...new Set([...suffixes.map((suffix) => dockerfile + suffix), ...suffixes.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name))]),
    ];
}
/** The text of the first file that exists; empty if there is none. */
function readFirst(paths) {
    for (const path of paths) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').replace(/^\ufeff/, '');
        }
        catch (error) {
            if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOENT' || (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOTDIR')
                continue;
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot read ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .readFailureOf */ .Og)(error)}`, { cause: error });
        }
    }
    return '';
}
/** The rule that excludes a path; none if it is outside of the context, or contains it. */
function ruleFor(root, path) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, realPath(path));
    if (inside === '' || inside === '..' || inside.startsWith('../'))
        return [];
    // Spaces at the ends and line breaks cannot be escaped in an ignore file.
    return [`/${inside.replace(/[\\*?[\]!^-]/g, '\\$&').replace(/[\s\p{Cc}]/gu, '?')}`];
}
/** A path without links; the output of a first build does not exist yet. */
function realPath(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return path;
    }
}


/***/ }),

/***/ 38888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  againOnThisMachine: () => (/* binding */ againOnThisMachine),
  checkReproducible: () => (/* binding */ checkReproducible),
  withCheck: () => (/* binding */ withCheck)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/compare/diff.js + 1 modules
var diff = __webpack_require__(25746);
// EXTERNAL MODULE: ./build/compare/explain/explain.js + 17 modules
var explain = __webpack_require__(41906);
// EXTERNAL MODULE: ./build/compare/explain/explanation-text.js + 1 modules
var explanation_text = __webpack_require__(90697);
// EXTERNAL MODULE: ./build/manifest/cloud-init.js
var cloud_init = __webpack_require__(15360);
// EXTERNAL MODULE: ./build/manifest/manifest-schema.js
var manifest_schema = __webpack_require__(90671);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var logins = __webpack_require__(15112);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var report_reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/recipe/build.js + 6 modules
var build = __webpack_require__(44701);
// EXTERNAL MODULE: ./build/recipe/build-command.js
var build_command = __webpack_require__(33483);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/support/platform.js
var platform = __webpack_require__(61341);
// EXTERNAL MODULE: ./build/support/report/log-events.js + 1 modules
var log_events = __webpack_require__(79472);
;// CONCATENATED MODULE: ./build/recipe/build-result.js




const pathSchema = schemas/* string */.YjP().describe('Absolute path of the file.');
const fileSchema = schemas/* object */.Ikc({ path: pathSchema, sha256: schemas/* string */.YjP().describe('SHA-256 in hexadecimal digits.') });
/** Whether a build is reproducible; `ok` only after a second build. */
const reproducibilitySchema = schemas/* object */.Ikc({
    expected: schemas/* boolean */.zMY().describe('Whether the same input makes the same bytes on every machine.'),
    checked: schemas/* boolean */.zMY().describe('Whether a second build was compared, as with `--check-reproducible`.'),
    ok: schemas/* boolean */.zMY().optional().describe('If it was checked: whether both builds are identical.'),
    reason: schemas/* string */.YjP().optional().describe('Why it is not reproducible.'),
});
/** The result of a build, in the form of `fledge build --json`. */
const buildResultSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().describe('Name of the plugin.'),
    version: schemas/* string */.YjP().describe('Version of the plugin.'),
    strategy: schemas/* enum */.k5n(['initramfs', 'oci_rootfs']).describe('The key `strategy` of fledge.toml.'),
    platform: schemas/* enum */.k5n(platform/* PLATFORMS */.P4).describe('The target platform.'),
    artifact: fileSchema
        .extend({
        format: schemas/* string */.YjP().describe('Such as `cpio.gz`, `ext4` or `qcow2`.'),
        size: schemas/* number */.aig().describe('In bytes.'),
        freeMb: schemas/* number */.aig().optional().describe('Free space of a file system that the machine can write to, in MiB.'),
    })
        .readonly()
        .describe('The artifact.'),
    manifest: fileSchema
        .extend({ encodedBytes: schemas/* number */.aig().describe("Its length on the kernel's command line.") })
        .readonly()
        .describe('manifest.json.'),
    checksums: schemas/* object */.Ikc({ path: pathSchema }).readonly().describe('SHA256SUMS.'),
    provenance: schemas/* object */.Ikc({ path: pathSchema }).readonly().describe('provenance.json.'),
    sbom: fileSchema.readonly().optional().describe('sbom.cdx.json, with `--sbom`.'),
    inputs: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP().describe('Such as `image`, `agent` or `busybox`.'),
        uri: schemas/* string */.YjP().describe('Where it is from, without credentials.'),
        digest: schemas/* string */.YjP().describe('With its algorithm, such as `sha256:`.'),
    })
        .readonly())
        .readonly()
        .describe('The inputs that affect the artifact.'),
    contents: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP().describe('A path in the artifact.'), size: schemas/* number */.aig().describe('In bytes.') })
        .readonly())
        .readonly()
        .describe('The uncompressed size of each top-level path of the artifact.'),
    adjustments: schemas/* array */.YOg(schemas/* object */.Ikc({
        what: schemas/* string */.YjP().describe('The change.'),
        count: schemas/* number */.aig().describe('How often.'),
        example: schemas/* string */.YjP().describe('The first case.'),
    })
        .readonly())
        .readonly()
        .describe('Properties of the input that the artifact cannot hold and does not need.'),
    warnings: schemas/* array */.YOg(log_events/* warningSchema */.ek).readonly().describe('The warnings, in order.'),
    reproducible: reproducibilitySchema.readonly().describe('Whether the same input makes the same bytes.'),
    steps: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP().describe('Name of the step.'), ms: schemas/* number */.aig().describe('Milliseconds.') })
        .readonly())
        .readonly()
        .describe('The steps of the build, in order.'),
})
    .readonly();
/**
 * Parses the result that another process printed. Unknown fields are dropped. `builder` names that process in the error.
 *
 * @throws FledgeError `tool` with `fix` if `text` is not the result of a build.
 */
function parseBuildResult(text, builder, fix) {
    try {
        return buildResultSchema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('tool', `cannot read the result of ${builder}: it has an unexpected format`, {
            cause: error,
            fix,
        });
    }
}

;// CONCATENATED MODULE: ./build/recipe/child-log.js


/** The maximum number of characters shown of a line that is not an event. */
const MAX_SHOWN = 2000;
/** The maximum number of progress displays at the same time. */
const MAX_PROGRESS = 64;
/**
 * The log of a build in another process. It reads that process's stderr line by line, passes the events to a reporter, and
 * keeps the error. The process writes `--log-format json`; lines of other programs are passed on as text, shortened. No
 * line is trusted: the reporter escapes text for its output.
 */
class ChildLog {
    #reporter;
    #progress = new Map();
    #error;
    #isUnderstood = false;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /** The error that the build has reported; undefined if there is none. */
    get error() {
        return this.#error;
    }
    /** True if the process writes a log of the schema that this program reads. */
    get isUnderstood() {
        return this.#isUnderstood;
    }
    add(line) {
        const event = (0,log_events/* parseLogEvent */.MK)(line);
        switch (event?.type) {
            case undefined:
                if (line.trim() !== '')
                    this.#reporter.info((0,errors/* shortened */.vI)(line.trim(), MAX_SHOWN));
                break;
            case 'start':
                this.#isUnderstood = event.schema === log_events/* LOG_SCHEMA */.tc;
                break;
            case 'step':
                this.#reporter.step(event.title);
                break;
            case 'info':
                this.#reporter.info(event.message);
                break;
            case 'debug':
                this.#reporter.debug(event.message);
                break;
            case 'warning':
                this.#reporter.warn(event.warning?.message ?? event.message, event.warning);
                break;
            case 'progress':
                this.#showProgress(event);
                break;
            case 'error':
                this.#error ??= (0,log_events/* errorOfEvent */.yk)(event);
                break;
        }
    }
    #showProgress({ label, unit, done, total, ended, }) {
        const key = `${unit} ${label}`;
        let progress = this.#progress.get(key);
        if (progress === undefined) {
            if (ended === true || this.#progress.size >= MAX_PROGRESS)
                return;
            progress = this.#reporter.progress(label, unit);
            this.#progress.set(key, progress);
        }
        if (ended !== true)
            progress.update(done, total);
        else {
            progress.end();
            this.#progress.delete(key);
        }
    }
    /** Ends all progress displays. To be called when the process has ended. */
    end() {
        for (const progress of this.#progress.values())
            progress.end();
        this.#progress.clear();
    }
}

// EXTERNAL MODULE: ./build/github/token.js
var github_token = __webpack_require__(65011);
// EXTERNAL MODULE: ./build/sources/agent.js
var agent = __webpack_require__(29988);
;// CONCATENATED MODULE: ./build/recipe/container/token-file.js




/**
 * Writes the token for GitHub's API into a file in `directory`, for another build of the same config, and returns its path.
 * Only this user can read it. Undefined, without a file, if there is no token or the build sends no requests to GitHub. The
 * caller removes `directory`.
 *
 * @throws FledgeError `usage` as `githubTokenOf` does.
 */
async function writeTokenFile({ config }, env, directory) {
    const token = (0,agent/* isAskedOfGithub */.BM)(config.agent) ? await (0,github_token/* githubTokenOf */.A)(env) : undefined;
    if (token === undefined)
        return undefined;
    const path = (0,external_node_path_.join)(directory, 'github-token');
    (0,external_node_fs_.writeFileSync)(path, token, { flag: 'wx', mode: 0o600 });
    return path;
}

// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/lock/lock-file.js
var lock_file = __webpack_require__(63818);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/files/own-files.js
var own_files = __webpack_require__(32026);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/tree/exclude.js + 1 modules
var tree_exclude = __webpack_require__(69990);
// EXTERNAL MODULE: ./build/recipe/author-files.js
var author_files = __webpack_require__(85158);
;// CONCATENATED MODULE: ./build/recipe/reproduce/copy-sources.js











/** Files up to this size are copied synchronously, which is faster than in another thread. */
const SMALL_BYTES = 256 * 1024;
/** The copying yields to the event loop after this many files, so that signals are handled. */
const FILES_PER_TURN = 500;
/** 2001-09-09. Each file gets a time one second later, so that no time is that of the original. */
const FIRST_TIME = 1_000_000_000;
/**
 * Copies a fledge.toml, its lock file and all host files that it names by a relative path, so that a build of the copy finds
 * the same files as a build of the original. The copies are created in another order, with other times and permissions.
 *
 * Copies have the paths of the originals below a directory that replaces `/`, so that `../x` and relative links lead to
 * copies as well. Files named by an absolute path are read in place. So is a container image named by a relative path:
 * it can be large, and its digests identify it.
 *
 * @throws FledgeError `output` if the disk has no space for the copies, `input` if a file cannot be read.
 */
async function copyAuthorFiles(job) {
    const { loaded, template } = job;
    const { file } = loaded;
    const relative = (0,author_files/* authorFilesOf */.a)(job).named.filter(({ path }) => !(0,external_node_path_.isAbsolute)(path));
    // A path may have more `..` than directories above it: `..` in `/` is `/`.
    const surplus = relative.map((file) => parentsIn(file.path) - depthOf(file.directory));
    const above = Array(Math.max(0, ...surplus)).fill('above');
    const root = (0,external_node_path_.join)(job.directory, ...above, 'root');
    const copyOf = (path) => (0,external_node_path_.join)(root, (0,external_node_path_.resolve)(path));
    const copier = beginCopy(root, job);
    const described = [file, (0,lock_file/* lockFileOf */.LN)(file), ...(template === undefined ? [] : [template])];
    for (const path of described)
        await copier.add((0,external_node_path_.resolve)(path), { kind: 'file', exclude: [] });
    for (const file of relative) {
        const path = (0,external_node_path_.resolve)(file.directory, file.path);
        const place = (0,external_node_path_.resolve)(copyOf(file.directory), file.path);
        if (place.startsWith(`${root}/`))
            await copier.add(path, file);
        else
            copier.link(path, place);
    }
    return { root, config: copyOf(file), template: template === undefined ? undefined : copyOf(template) };
}
/** The number of leading `..` in a relative path. */
function parentsIn(path) {
    const names = external_node_path_.posix.normalize(path).split('/');
    const first = names.findIndex((name) => name !== '..');
    return first < 0 ? names.length : first;
}
function depthOf(directory) {
    return directory.split('/').filter((name) => name !== '').length;
}
function beginCopy(root, { loaded, outputs, own, onCopied, signal }) {
    const below = (0,byte_string/* byteStringFromText */.dw)(root);
    const directory = (0,byte_string/* byteStringFromText */.dw)(loaded.directory);
    const ownFiles = new own_files/* OwnFiles */.yp(own);
    const written = new Set();
    for (const path of outputs) {
        const stats = look((0,byte_string/* byteStringFromText */.dw)(path));
        if (stats !== undefined)
            written.add(identityOf(stats));
    }
    let files = 0;
    makeDirectory((0,byte_string/* byteStringFromText */.dw)(`${root}${loaded.directory}`));
    const add = async (path, kind, exclusion, links) => {
        const names = path.split('/').filter((name) => name !== '');
        let host = '';
        for (const [index, name] of names.entries()) {
            host = `${host}/${name}`;
            // Directories above the fledge.toml are always real directories: a link would lead out of the copy.
            if (host === directory || directory.startsWith(`${host}/`))
                continue;
            const stats = look(host);
            if (stats === undefined)
                return;
            const isLast = index === names.length - 1;
            if (isLast && kind === 'image')
                return linkTo(host, `${below}${host}`);
            if (stats.isSymbolicLink()) {
                const target = copyLink(host);
                // An absolute target leads to the original. The build reports circular links.
                if (target === undefined || target.startsWith('/') || links === linux_limits/* MAX_SYMLINKS */.oG)
                    return;
                const next = external_node_path_.posix.join(external_node_path_.posix.dirname(host), target, ...names.slice(index + 1));
                return add(next, kind, exclusion, links + 1);
            }
            if (isLast)
                return copy(host, stats, exclusion, '');
            if (!stats.isDirectory())
                return;
            makeDirectory(`${below}${host}`);
        }
        // `path` is the directory of fledge.toml, or one above it.
        await copy(path, (0,external_node_fs_.statSync)((0,byte_string/* bytesOf */.$$)(path)), exclusion, '');
    };
    /** `relative` is the path below the mapped directory, with which its globs are compared. */
    const copy = async (host, stats, exclusion, relative) => {
        signal?.throwIfAborted();
        if (stats.isSymbolicLink())
            copyLink(host);
        else if (stats.isFile())
            await copyContent(host, stats);
        else if (stats.isDirectory()) {
            const prefix = host === '/' ? '' : host;
            makeDirectory(`${below}${host}`);
            // As mappings do: without excluded paths, and without .git, unless it is named.
            const includesGit = host.split('/').includes('.git');
            for (const name of namesIn(host)) {
                const child = `${prefix}/${name}`;
                const childRelative = (relative === '' ? name : `${relative}/${name}`);
                if ((0,own_files/* isOwnName */.sJ)(name) || (name === '.git' && !includesGit) || exclusion.matches(childRelative))
                    continue;
                const found = look(child);
                if (found === undefined || ownFiles.has(found) || written.has(identityOf(found)))
                    continue;
                await copy(child, found, exclusion, childRelative);
            }
        }
    };
    const copyContent = async (host, stats) => {
        const place = (0,byte_string/* bytesOf */.$$)(`${below}${host}`);
        const from = (0,byte_string/* bytesOf */.$$)(host);
        if (look((0,byte_string/* byteStringFromBytes */.Pb)(place)) !== undefined)
            return;
        files += 1;
        if (files % FILES_PER_TURN === 0)
            await (0,external_node_timers_promises_.setImmediate)();
        const time = FIRST_TIME + files;
        const finish = () => {
            (0,external_node_fs_.chmodSync)(place, (stats.mode & 0o111) === 0 ? 0o600 : 0o700);
            (0,external_node_fs_.utimesSync)(place, time, time);
        };
        if (stats.size <= SMALL_BYTES) {
            attempt(host, () => {
                (0,external_node_fs_.copyFileSync)(from, place, external_node_fs_.constants.COPYFILE_FICLONE);
                finish();
            });
        }
        else {
            const failure = await (0,promises_.copyFile)(from, place, external_node_fs_.constants.COPYFILE_FICLONE).catch((error) => ({ error }));
            attempt(host, () => {
                if (failure !== undefined)
                    throw failure.error;
                finish();
            });
        }
        onCopied(stats.size);
    };
    const copyLink = (host) => attempt(host, () => {
        const target = (0,external_node_fs_.readlinkSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' });
        const place = (0,byte_string/* bytesOf */.$$)(`${below}${host}`);
        unlessThere(() => (0,external_node_fs_.symlinkSync)(target, place));
        (0,external_node_fs_.lutimesSync)(place, FIRST_TIME, FIRST_TIME);
        return (0,byte_string/* byteStringFromBytes */.Pb)(target);
    });
    return {
        add: async (path, { kind, exclude }) => add((0,byte_string/* byteStringFromText */.dw)(path), kind, (0,tree_exclude/* compileExclusion */.a)(exclude), 0),
        link: (path, place) => linkTo((0,byte_string/* byteStringFromText */.dw)(path), (0,byte_string/* byteStringFromText */.dw)(place)),
    };
}
function linkTo(target, place) {
    makeDirectory(external_node_path_.posix.dirname(place));
    attempt(target, () => unlessThere(() => (0,external_node_fs_.symlinkSync)((0,byte_string/* bytesOf */.$$)(target), (0,byte_string/* bytesOf */.$$)(place))));
}
function makeDirectory(path) {
    attempt(path, () => (0,external_node_fs_.mkdirSync)((0,byte_string/* bytesOf */.$$)(path), { recursive: true, mode: 0o700 }));
}
/** Directory entries in reverse byte order, so that the creation order differs from the original. */
function namesIn(directory) {
    const names = attempt(directory, () => (0,external_node_fs_.readdirSync)((0,byte_string/* bytesOf */.$$)(directory), { encoding: 'buffer' })) ?? [];
    return names.map(byte_string/* byteStringFromBytes */.Pb).sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(b, a));
}
function identityOf({ dev, ino }) {
    return `${dev}:${ino}`;
}
function look(path) {
    return attempt(path, () => (0,external_node_fs_.lstatSync)((0,byte_string/* bytesOf */.$$)(path)));
}
/**
 * Runs an action on a file. A file that was deleted after the first build is skipped (undefined): the second build then fails
 * or differs, which is the purpose of the check.
 *
 * @throws FledgeError `output` if the disk is full, `input` for other failures.
 */
function attempt(path, action) {
    try {
        return action();
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        const noRoom = code === 'ENOSPC' || code === 'EDQUOT';
        const reason = noRoom ? (0,errors/* writeFailureOf */.PI)(error) : (0,errors/* messageOf */.bD)(error);
        const message = `cannot copy ${(0,byte_string/* displayByteString */.oO)(path)} for a second build: ${reason}`;
        throw new errors/* FledgeError */.aE(noRoom ? 'output' : 'input', message, {
            cause: error,
            ...(noRoom && { fix: 'set TMPDIR to a directory with space for a copy of all mapped files' }),
        });
    }
}
function unlessThere(make) {
    try {
        make();
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/recipe/reproduce/environment.js


/** The variables of `otherVariables` that are also set in a container. The others there are those of the image. */
const CHANGED_IN_CONTAINER = [
    ...['HOME', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
    ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'FLEDGE_NOT_MAPPED'],
];
/** A command prefix: runs the command after it with another umask than its own. */
const OTHER_UMASK = [
    'sh',
    '-c',
    'case $(umask) in *077) umask 022 ;; *) umask 077 ;; esac; exec "$@"',
    'sh',
];
/**
 * The variables with other values in the second build. Variables that lead to inputs (PATH, proxies, logins) are unchanged;
 * see src/tools/environment.ts for their list.
 */
function otherVariables(env, directories) {
    const { home, temporary, cache, workingDirectory } = directories;
    const locale = other(env, 'LC_ALL', 'tr_TR.UTF-8', 'sv_SE.UTF-8');
    return (0,environment/* definedVariables */.JF)({
        // Node itself reads this path, relative to the working directory.
        NODE_EXTRA_CA_CERTS: absolute(env['NODE_EXTRA_CA_CERTS']),
        HOME: home,
        PWD: workingDirectory,
        TMPDIR: temporary,
        TMP: temporary,
        TEMP: temporary,
        FLEDGE_CACHE_DIR: cache,
        XDG_CACHE_HOME: cache,
        TZ: other(env, 'TZ', 'Pacific/Kiritimati', 'America/St_Johns'),
        LC_ALL: locale,
        LANG: locale,
        USER: other(env, 'USER', 'somebody', 'anybody'),
        LOGNAME: other(env, 'LOGNAME', 'somebody', 'anybody'),
        HOSTNAME: other(env, 'HOSTNAME', 'elsewhere', 'somewhere'),
    });
}
function other(env, name, first, second) {
    return env[name] === first ? second : first;
}
function absolute(path) {
    return path === undefined || path === '' ? path : (0,external_node_path_.resolve)(path);
}

;// CONCATENATED MODULE: ./build/recipe/reproduce/check.js


























/** Runs second builds on this machine. */
function againOnThisMachine(program) {
    return async (args, { first, scratch, cwd, changed, onLine, signal }) => {
        const token = await writeTokenFile(first.plugin.loaded, first.env, scratch);
        const own = { ...changed, ...(token !== undefined && { FLEDGE_GITHUB_TOKEN_FILE: token }) };
        const env = (0,tools_environment/* environmentFor */.DD)('fledge', first.env, { own, helpers: (0,logins/* credentialHelpersOf */.Yp)(first.env) });
        const [shell, ...words] = [...OTHER_UMASK, program.command, ...program.args, ...args];
        const { stdout } = await (0,exec/* run */.eF)(shell, words, { cwd, env, onLine, signal });
        return stdout;
    };
}
/** The result of a build with that of its check. */
function withCheck(result, check) {
    const { expected } = result.reproducible;
    const { ok, comparison } = check;
    const isChecked = comparison !== undefined;
    return {
        ...result,
        reproducible: {
            ...{ expected, checked: isChecked },
            ...(isChecked && { ok }),
            ...(!check.ok && { reason: check.reason }),
            ...(isChecked && { comparison }),
        },
    };
}
/**
 * Repeats the build with the result `first`, and compares all files byte for byte. `runAgain` starts the second build as
 * another process, with other temporary, working and home directories, umask, time zone, locale, user name and number of
 * threads, an empty cache, and a copy of the author's files with other times, permissions and inodes (see
 * `copyAuthorFiles`). All its files are removed at the end.
 *
 * @throws FledgeError if the second build fails, or the disk has no space for it.
 */
async function checkReproducible(request, first, runAgain) {
    const { expected, reason = 'its bytes depend on this machine' } = first.reproducible;
    if (!expected)
        return { ok: false, reason };
    const { reporter, signal } = request;
    reporter.step('build again in a different environment');
    const scratch = (0,files_scratch.temporaryDirectory)('reproduce');
    try {
        const directory = (name) => {
            const path = (0,external_node_path_.join)(scratch.path, name);
            (0,external_node_fs_.mkdirSync)(path);
            return path;
        };
        const { loaded, template } = request.plugin;
        const { artifact, manifest, provenance, checksums, sbom } = first;
        const files = [artifact, manifest, provenance, checksums, ...(sbom === undefined ? [] : [sbom])];
        const outputs = files.map(({ path }) => path);
        const own = (0,own_paths/* ownPathsOf */.ig)((0,context/* sourceContext */.R)(request, loaded.directory));
        const copy = await copyFiles(request, {
            loaded,
            template: template?.file,
            templateFiles: template === undefined ? [] : (0,cloud_init/* cloudInitPaths */.o)(template.fields),
            outputs,
            own,
            directory: directory('copy'),
            signal,
        });
        const places = {
            home: otherHome((0,environment/* environmentValue */.Jz)(request.env, 'HOME') ?? (0,external_node_os_.homedir)(), directory('home')),
            temporary: directory('tmp'),
            cache: directory('cache'),
            workingDirectory: directory('elsewhere'),
        };
        const madeIn = directory('out');
        const args = (0,build_command.encodeBuildCommand)({
            ...(0,build.commandOf)(request),
            config: copy.config,
            manifest: copy.template,
            output: (0,external_node_path_.join)(madeIn, (0,external_node_path_.basename)(first.artifact.path)),
            urlBase: undefined,
            artifactUrl: artifactUrlIn(first),
            // The check of the first image is also valid for identical bytes.
            verify: 'none',
            strict: false,
            force: false,
            workers: request.workers > 1 ? request.workers - 1 : 2,
        });
        const second = await buildAgain(runAgain, args, {
            root: copy.root,
            first: request,
            scratch: scratch.path,
            cwd: places.workingDirectory,
            changed: { ...otherVariables(request.env, places), ...(0,own_paths/* notMapped */.Zw)(own) },
            reporter,
            signal,
        });
        const names = outputs.map((path) => (0,external_node_path_.basename)(path));
        const compared = await (0,diff.compareNamed)((0,external_node_path_.dirname)(first.artifact.path), madeIn, names, { reporter, signal });
        const comparison = { identical: compared.identical, files: compared.files };
        if (compared.identical)
            return { ok: true, comparison };
        const inputs = changedInputs(first.inputs, second);
        if (inputs.length > 0)
            return { ok: false, reason: inputs.join('; '), comparison };
        const inside = (0,explanation_text.describeInside)(await (0,explain.explainComparison)(compared, { reporter, signal }));
        return { ok: false, reason: differencesIn(comparison) + inside, comparison };
    }
    finally {
        scratch.dispose();
    }
}
async function copyFiles({ reporter }, job) {
    const progress = reporter.progress('copy', 'bytes');
    let bytes = 0;
    try {
        const onCopied = (count) => {
            bytes += count;
            progress.update(bytes);
        };
        return await copyAuthorFiles({ ...job, onCopied });
    }
    finally {
        progress.end();
        reporter.debug(`copied ${(0,units/* formatBytes */.z3)(bytes)} to ${job.directory}`);
    }
}
/** Another home directory, with links to the contents of the first one, which include logins, but without the cache. */
function otherHome(home, place) {
    for (const name of check_namesIn(home))
        if (name !== '.cache')
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(home, name), (0,external_node_path_.join)(place, name));
    return place;
}
function check_namesIn(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        // Some users have no home directory.
        return [];
    }
}
/** The URL of the first artifact. Both manifests must contain the same URL. */
function artifactUrlIn({ manifest: { path }, strategy }) {
    const { initramfs, rootfs } = manifest_schema/* manifestSchema */.r.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    const url = strategy === 'initramfs' ? initramfs?.url : rootfs?.url;
    if (url === undefined)
        throw new errors/* FledgeError */.aE('internal', `${path} does not contain the URL of the artifact`);
    return url;
}
async function buildAgain(runAgain, args, { root, reporter, signal, ...environment }) {
    const log = new ChildLog(reporterOfSecond(reporter));
    const onLine = (line, stream) => {
        if (stream === 'stderr')
            log.add(line);
    };
    try {
        const stdout = await runAgain(args, { ...environment, onLine, signal });
        return parseBuildResult(stdout.toString('utf8'), 'the second build').inputs;
    }
    catch (error) {
        signal?.throwIfAborted();
        // Messages show the paths of the original files.
        const asOriginal = (text) => (0,wording/* mapText */.E0)(text, (part) => part.replaceAll(root, ''));
        const { message, fix } = log.error?.wording ?? { message: (0,errors/* messageOf */.bD)(error), fix: undefined };
        throw new errors/* FledgeError */.aE('tool', (0,wording/* worded */.MH) `the second build, in a different environment and without a cache, failed: ${asOriginal(message)}`, { cause: log.error ?? error, ...(fix !== undefined && { fix: asOriginal(fix) }) });
    }
}
/** Shows only the steps of a second build. The first build has already reported the rest. */
function reporterOfSecond(reporter) {
    const debug = (message) => reporter.debug(message);
    return { ...report_reporter/* silentReporter */.P, step: (title) => reporter.info(`again: ${title}`), info: debug, warn: debug, debug };
}
/** The inputs that had other bytes in the second build. */
function changedInputs(first, second) {
    return first.flatMap((input) => {
        const again = second.find(({ name }) => name === input.name);
        if (again === undefined || again.digest === input.digest)
            return [];
        return [`${input.name} (${input.uri}) was ${input.digest} and then ${again.digest}`];
    });
}
/** The files that differ, with the offset of the first difference. */
function differencesIn({ files }) {
    const different = files.filter(({ status }) => status !== 'identical');
    return `two builds produced different bytes: ${different.map(placeOfDifference).join(', ')}`;
}
function placeOfDifference({ path, status, firstDifference }) {
    if (firstDifference !== undefined)
        return `${path} from byte ${firstDifference} on`;
    return `${path} (${status})`;
}


/***/ }),

/***/ 29988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ isAskedOfGithub),
/* harmony export */   EJ: () => (/* binding */ fetchAgent),
/* harmony export */   Sh: () => (/* binding */ downloadAgent),
/* harmony export */   ix: () => (/* binding */ fetchReleaseAgents)
/* harmony export */ });
/* unused harmony export assetNames */
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24789);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22236);





const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times the size of the agent, in bytes; a server cannot write more to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;
const COMMON = { kind: 'agent', label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
/**
 * Fetches the kestrel agent from its source in fledge.toml, and checks that it is a program for `platform`. Warns if it
 * needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchAgent(source, platform, context) {
    const { file, version, advice } = await fetchFrom(source, platform, context);
    const { interpreter } = await (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .checkElf */ .Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or it cannot start`, { code: 'dynamic-program' });
    }
    return { ...file, version };
}
/** True if the agent may have to be looked up with GitHub's API, which may need a token. */
function isAskedOfGithub(source) {
    return source?.source === 'release';
}
async function fetchFrom(source, platform, context) {
    switch (source.source) {
        case 'local': {
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'file', path: source.path } }, context);
            return { file, version: undefined, advice: `set path in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'http': {
            const pinAs = (sha256) => `checksum = "sha256:${sha256}" below [agent]`;
            const { sha256, lockFile } = source;
            const from = { kind: 'url', url: source.url };
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, sha256, lockFile, pinAs }, context);
            return { file, version: undefined, advice: `set url in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'release': {
            const { file, tag } = await fetchFromRelease(source, platform, context);
            const advice = `build a ${LABEL} for ${platform} and use it with source_strategy = "local": release ${tag} has none`;
            return { file, version: tag, advice };
        }
    }
}
/** Looks up a release of the agent. Loads GitHub's client lazily: most builds find their agent in the cache. */
async function findRelease(version, context) {
    const github = await __webpack_require__.e(/* import() */ 3937).then(__webpack_require__.bind(__webpack_require__, 63937));
    return github.findRelease(REPOSITORY, version, context);
}
/** Sends no request if the cache has the locked digest. */
async function fetchFromRelease({ version, lock }, platform, context) {
    const pin = lock?.asset;
    if (lock !== undefined && pin !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .findDownloaded */ .dv)({ sha256: pin.sha256, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__.redactUrl)(pin.url) }, tag: lock.tag };
    }
    const release = await findRelease(lock?.tag ?? version, context);
    const pinned = release.assets.find(({ publicUrl }) => pin !== undefined && (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__.redactUrl)(publicUrl) === pin.url);
    const asset = pinned ?? chooseAsset(release, platform);
    if (lock !== undefined && pin !== undefined)
        requireLocked(asset, pin, { lock, release });
    const file = await fetchAsset(asset, release, context, pin && { ...pin, lockFile: lock?.file });
    return { file: pin === undefined ? file : { ...file, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__.redactUrl)(pin.url) }, tag: release.tag };
}
/** Refuses a file before its download if the API has another digest for it than the lock file. */
function requireLocked({ name, sha256 }, pin, { lock, release }) {
    if (sha256 === undefined || sha256 === pin.sha256)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `cannot use ${name} of release ${release.tag}: its SHA-256 is ${sha256}, and ${lock.file} pins ${pin.sha256}`, { fix: _download_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_FIX */ .WP });
}
async function fetchAsset({ name, url, headers, publicUrl, sha256 }, release, context, pin) {
    const from = { kind: 'url', url };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, headers, publicUrl, sha256, ...pin }, context);
    if (sha256 === undefined && pin === undefined) {
        context.reporter.warn(`GitHub has no digest of ${name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`, { code: 'unpinned' });
    }
    return file;
}
/**
 * Fetches the agents of a release for all platforms, to find out for which platforms it has one.
 *
 * @throws FledgeError `download`, also if the release has no agent.
 */
async function fetchReleaseAgents(version, context) {
    const release = await findRelease(version, context);
    const assets = {};
    const seen = new Map();
    for (const platform of _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P4) {
        const asset = findAsset(release, platform);
        if (asset === undefined)
            continue;
        const file = seen.get(asset) ?? (await fetchAsset(asset, release, context));
        seen.set(asset, file);
        const program = await (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectProgram */ .JS)(file.path, LABEL);
        if (program.kind === 'elf' && program.machine === platform)
            assets[platform] = file;
    }
    const [any] = _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P4;
    if (Object.keys(assets).length === 0)
        throw noAgent(release, `${LABEL} for any platform`, assetNames(any));
    return { tag: release.tag, assets };
}
/**
 * Downloads the file that a URL serves as the agent now, to be pinned.
 *
 * @throws FledgeError `download`.
 */
function downloadAgent(url, context) {
    return (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'url', url } }, context);
}
function chooseAsset(release, platform) {
    const asset = findAsset(release, platform);
    if (asset === undefined)
        throw noAgent(release, `${LABEL} for ${platform}`, assetNames(platform));
    return asset;
}
function findAsset({ assets }, platform) {
    for (const name of assetNames(platform)) {
        const asset = assets.find((candidate) => candidate.name === name);
        if (asset !== undefined)
            return asset;
    }
    return undefined;
}
function noAgent({ tag, assets }, what, wanted) {
    const available = assets.map(({ name }) => name).join(', ') || 'none';
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `release ${tag} of ${REPOSITORY} has no ${what}`, {
        fix: `choose another version in [agent]; looked for ${wanted.join(', ')}; the release has: ${available}`,
    });
}
/**
 * The possible names of a platform's agent among the assets of a release, best first. Plain `kestrel` is for amd64; for
 * another platform it is the last choice, and its ELF header is checked later.
 */
function assetNames(platform) {
    const named = ARCHITECTURES[platform].flatMap((name) => [`${LABEL}-linux-${name}`, `${LABEL}-${name}`]);
    return platform === 'linux/amd64' ? [LABEL, ...named] : [...named, LABEL];
}
const ARCHITECTURES = {
    'linux/amd64': ['amd64', 'x86_64'],
    'linux/arm64': ['arm64', 'aarch64'],
};


/***/ }),

/***/ 88251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ cacheLimitOf)
/* harmony export */ });
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);



/** The variable with the size limit of the cache. */
const VARIABLE = 'FLEDGE_CACHE_MAX_SIZE';
const DEFAULT_LIMIT = 10 * 1024 * _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ;
/**
 * The size limit of the cache in bytes: FLEDGE_CACHE_MAX_SIZE, otherwise 10 GiB. Undefined for `unlimited`.
 *
 * @throws FledgeError `usage` if it is not a size.
 */
function cacheLimitOf(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .Jz)(env, VARIABLE);
    if (text === undefined)
        return DEFAULT_LIMIT;
    if (text.trim().toLowerCase() === 'unlimited')
        return undefined;
    const bytes = (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSize */ .DB)(text);
    if (bytes !== undefined && bytes >= _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ)
        return bytes;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `${VARIABLE} is not a size of at least 1M: ${JSON.stringify(text.slice(0, 100))}`, {
        fix: `set it to a size such as 5G or 500M, or to unlimited, or unset it`,
    });
}


/***/ }),

/***/ 67270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sourceContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _cache_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88251);
/* harmony import */ var _cache_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68387);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8359);




/**
 * The context of the sources; `directory` is that of fledge.toml.
 *
 * @throws FledgeError `usage` if the size limit of the cache is not a size.
 */
function sourceContext({ env, reporter, signal }, directory) {
    const cacheDirectory = (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheDirectoryOf */ .N2)(env, { home: node_os__WEBPACK_IMPORTED_MODULE_0__.homedir, cwd: process.cwd() });
    const use = (0,_cache_use_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheUse */ .Ev)({ directory: cacheDirectory, limit: (0,_cache_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheLimitOf */ .l)(env), reporter });
    return { baseDirectory: directory, cacheDirectory, cacheUse: use, reporter, env, signal };
}


/***/ }),

/***/ 15112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yp: () => (/* binding */ credentialHelpersOf),
/* harmony export */   dO: () => (/* binding */ dockerConfigFile),
/* harmony export */   i7: () => (/* binding */ canonicalRegistry),
/* harmony export */   rC: () => (/* binding */ readLogins)
/* harmony export */ });
/* unused harmony exports authFilesOf, mergeLogins */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12311);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94618);







/** The parts of a login file that skopeo and docker read (containers-auth.json(5)). */
const authFileSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    auths: mapOf(mapOf(zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J())),
    credHelpers: mapOf(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    credsStore: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullish(),
});
/** Larger than the file of any login program. */
const MAX_BYTES = 1024 * 1024;
/** The login files that skopeo reads, in its order (containers-auth.json(5)). */
function authFilesOf(env) {
    const named = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'REGISTRY_AUTH_FILE');
    if (named !== undefined)
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(named)];
    const runtime = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'XDG_RUNTIME_DIR');
    return [
        runtime === undefined
            ? `/run/containers/${process.getuid?.() ?? 0}/auth.json`
            : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtime, 'containers/auth.json'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'XDG_CONFIG_HOME') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.config'), 'containers/auth.json'),
        dockerConfigFile(env),
    ];
}
/** The file that `docker login` writes to. */
function dockerConfigFile(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'DOCKER_CONFIG') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.docker'), 'config.json');
}
function homeOf(env) {
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'HOME') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
}
/** The existing login files, in skopeo's order. A file that cannot be read is skipped with a warning. */
function readLogins(env, reporter) {
    return authFilesOf(env).flatMap((path) => readAuthFile(path, reporter) ?? []);
}
/**
 * The credential helpers in the login files, without `docker-credential-`. skopeo, docker and podman start no others.
 */
function credentialHelpersOf(env) {
    const files = readLogins(env, _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_4__/* .silentReporter */ .P);
    const names = files.flatMap(({ credHelpers, credsStore }) => [...Object.values(credHelpers), credsStore ?? '']);
    return [...new Set(names)].filter((name) => name !== '');
}
/**
 * Merges a login, if there is one, and existing login files. The login replaces all others for its registry and for
 * paths below it. For other registries, the first file with a login wins, as if skopeo read the files in order.
 */
function mergeLogins(own, files) {
    const registry = own && canonicalRegistry(own.registry);
    const auths = own === undefined ? {} : { [own.registry]: { auth: own.auth } };
    const credHelpers = {};
    const known = new Set();
    const isFree = (key) => {
        const name = canonicalRegistry(key);
        const isOwn = registry !== undefined && (name === registry || name.startsWith(`${registry}/`));
        return !isOwn && !known.has(name);
    };
    for (const file of files) {
        const helpers = Object.entries(file.credHelpers).filter(([key]) => isFree(key));
        const logins = Object.entries(file.auths).filter(([key]) => isFree(key));
        for (const [key, value] of helpers)
            credHelpers[key] = value;
        for (const [key, value] of logins)
            auths[key] = value;
        for (const [key] of [...helpers, ...logins])
            known.add(canonicalRegistry(key));
    }
    return { auths, credHelpers };
}
/** The name of a registry without the API address that Docker writes, and with one name for the hosts of Docker Hub. */
function canonicalRegistry(key) {
    const name = key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
    return name.replace(/^(?:index|registry-1)\.docker\.io(?=$|\/)/, 'docker.io');
}
function readAuthFile(path, reporter) {
    try {
        const text = readSmallFile(path);
        if (text !== undefined)
            return { ...authFileSchema.parse(JSON.parse(text)), path };
        reporter.warn(`the logins in ${path} are ignored: it is not a login file`, { code: 'login' });
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        // The parser quotes text that it cannot parse, so its message is not logged: the file may hold secrets.
        const why = code === undefined ? 'it is not a login file' : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        reporter.warn(`the logins in ${path} are ignored: ${why}`, { code: 'login' });
    }
    return undefined;
}
/**
 * Undefined if the file is not regular or is too large for a login file. O_NONBLOCK: opening a fifo must not wait for a
 * writer.
 */
function readSmallFile(path) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        return stats.isFile() && stats.size <= MAX_BYTES ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor, 'utf8') : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
/** Programs in Go write null for an empty map. */
function mapOf(values) {
    const map = zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), values).nullish();
    return map.transform((present) => present ?? {});
}


/***/ }),

/***/ 52835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ reportElapsed),
/* harmony export */   C: () => (/* binding */ whileReportingElapsed)
/* harmony export */ });
/** The time after which work counts as long, in seconds. */
const LONG_WORK = 2;
/**
 * Reports the seconds of work that has no other measure, such as a program of others. Short work is not reported. Returns a
 * function that ends the progress, which must be called also if the work fails.
 */
function reportElapsed(reporter, label) {
    const since = performance.now();
    let progress;
    const timer = setInterval(() => {
        const seconds = Math.round((performance.now() - since) / 1000);
        if (seconds < LONG_WORK)
            return;
        progress ??= reporter.progress(label, 'seconds');
        progress.update(seconds);
    }, 1000);
    timer.unref();
    return () => {
        clearInterval(timer);
        progress?.end();
    };
}
/** `reportElapsed` for work that returns or throws. */
async function whileReportingElapsed(reporter, label, work) {
    const end = reportElapsed(reporter, label);
    try {
        return await work();
    }
    finally {
        end();
    }
}


/***/ }),

/***/ 79472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tc: () => (/* binding */ LOG_SCHEMA),
  dT: () => (/* binding */ errorEvent),
  yk: () => (/* binding */ errorOfEvent),
  w3: () => (/* binding */ formatLogEvent),
  MK: () => (/* binding */ parseLogEvent),
  ek: () => (/* binding */ warningSchema)
});

// UNUSED EXPORTS: logEventSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/support/report/error-fields.js
var error_fields = __webpack_require__(46707);
// EXTERNAL MODULE: ./build/support/report/json-text.js
var json_text = __webpack_require__(67277);
;// CONCATENATED MODULE: ./build/support/report/warning-codes.js
/** The kinds of warnings; docs/troubleshooting.md explains each. */
const WARNING_CODES = [
    'adjusted',
    'agent-port',
    'agent-space',
    'argument-trimmed',
    'cache',
    'dynamic-program',
    'entrypoint',
    'git-placeholder',
    'health-check',
    'hidden-path',
    'image-user',
    'kernel-filesystem',
    'link',
    'lock',
    'login',
    'manifest-size',
    'manifest-value',
    'memory',
    'missing-file',
    'no-effect',
    'no-port',
    'not-extracted',
    'other',
    'platform',
    'program',
    'sbom',
    'secret',
    'size',
    'special-bits',
    'suffix',
    'template',
    'unpinned',
    'version',
];

;// CONCATENATED MODULE: ./build/support/report/log-events.js






/*
 * The lines of `--log-format json`. fledge reads them too, from builds in other processes. Documented for users in
 * docs/troubleshooting.md: within one schema number, fields and types may be added, and existing ones keep their meaning.
 */
/** The number of the schema, which is in the first line of a log. */
const LOG_SCHEMA = 1;
/** Characters of the longest line. The longest error has about 60,000, and each can be escaped as six. */
const MAX_LINE = 1024 * 1024;
const count = schemas/* int */.Whr().min(0);
const placeSchema = schemas/* object */.Ikc({
    file: schemas/* string */.YjP().describe('The file as the user named it.'),
    line: count.describe('From 1.'),
    column: count.describe('From 1, in characters.'),
});
const problemSchema = placeSchema.extend({
    key: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP(),
    suggestion: schemas/* string */.YjP().optional(),
    excerpt: schemas/* string */.YjP().optional(),
});
/** A warning as data, see `Warning`. */
const warningSchema = schemas/* object */.Ikc({
    code: schemas/* enum */.k5n(WARNING_CODES).catch('other').describe('The kind of the warning, see troubleshooting.md.'),
    message: schemas/* string */.YjP().describe('The text, without the other fields.'),
    ...placeSchema.partial().shape,
    key: schemas/* string */.YjP().optional().describe('The key in the file.'),
    fix: schemas/* string */.YjP().optional().describe('One sentence in the imperative.'),
})
    .readonly();
const textSchema = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ option: schemas/* enum */.k5n(wording/* NAMED_OPTIONS */.Bd), value: schemas/* string */.YjP().optional() })])),
]);
/** One line, see `LogEvent`. */
const logEventSchema = schemas/* discriminatedUnion */.gMt('type', [
    /** The first line. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('start'), schema: schemas/* int */.Whr(), fledge: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('step'), title: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('info'), message: schemas/* string */.YjP() }),
    /** Only with `--verbose`. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('debug'), message: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('warning'),
        /** Contains the place and the key, if there are any. */
        message: schemas/* string */.YjP(),
        place: placeSchema.optional(),
        warning: warningSchema.optional(),
    }),
    /** At most one a second for each label, and one with `ended` for a label that had others. */
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('progress'),
        label: schemas/* string */.YjP(),
        unit: schemas/* enum */.k5n(['bytes', 'entries', 'seconds']),
        done: schemas/* number */.aig(),
        total: schemas/* number */.aig().optional(),
        ended: schemas/* boolean */.zMY().optional(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('error'),
        code: schemas/* enum */.k5n(errors/* ERROR_CODES */.OQ),
        message: schemas/* string */.YjP(),
        fix: schemas/* string */.YjP().optional(),
        /** The problems in files, with their positions. The message contains them too. */
        problems: schemas/* array */.YOg(problemSchema),
        /** Whether only the authors of fledge can fix it. */
        bug: schemas/* boolean */.zMY(),
        /** With `--verbose`. */
        stack: schemas/* string */.YjP().optional(),
        /** The texts with options as data, if they contain options; and the part of the message that is not in `problems`. */
        wording: schemas/* object */.Ikc({ message: textSchema, fix: textSchema.optional(), remark: textSchema.optional() }).optional(),
    }),
]);
/**
 * An event as a line, with its line break. Control characters are escaped. `plugin` is the plugin that the event is about, if
 * the program builds several.
 */
function formatLogEvent(event, plugin) {
    return `${(0,json_text/* jsonText */.s)(plugin === undefined ? event : { ...event, plugin })}\n`;
}
/** The event of a line, or undefined: other programs write to the same stream. The line is untrusted. */
function parseLogEvent(line) {
    if (!line.startsWith('{') || line.length > MAX_LINE)
        return undefined;
    try {
        return logEventSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** The event for anything thrown; see `errorFields`. */
function errorEvent(error, log, stack) {
    return {
        type: 'error',
        ...(0,error_fields/* errorFields */.a)(error, log, stack),
        ...(error instanceof errors/* FledgeError */.aE && wordingOf(error)),
    };
}
function wordingOf({ wording: { message, fix }, problems, remark }) {
    const beside = problems.length === 0 ? undefined : remark;
    if (beside === undefined && [message, fix ?? ''].every((text) => typeof text === 'string'))
        return {};
    return {
        wording: {
            message: partsOf(message),
            ...(fix !== undefined && { fix: partsOf(fix) }),
            ...(beside !== undefined && { remark: partsOf(beside) }),
        },
    };
}
function partsOf(text) {
    return typeof text === 'string' ? text : [...text];
}
/** The error that an event describes. */
function errorOfEvent({ code, message, fix, problems, bug, wording }) {
    if (bug)
        return new errors/* FledgeError */.aE('internal', message);
    return new errors/* FledgeError */.aE(code === 'internal' ? 'tool' : code, wording?.message ?? message, {
        fix: wording?.fix ?? fix,
        problems: problems.map((problem) => ({ ...problem, key: problem.key })),
        remark: wording?.remark,
    });
}


/***/ }),

/***/ 69990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ compileExclusion)
});

// EXTERNAL MODULE: ./build/config/glob.js + 1 modules
var config_glob = __webpack_require__(17364);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
;// CONCATENATED MODULE: ./build/tree/match-glob.js
/** The names of a path as the matcher compares them. */
function charactersOf(path) {
    return path.split('/').map((name) => {
        const characters = [];
        for (let at = 0; at < name.length;) {
            const code = name.codePointAt(at) ?? 0;
            characters.push(code);
            at += code > 0xffff ? 2 : 1;
        }
        return characters;
    });
}
const NAME = {
    isStar: (token) => token?.kind === 'star',
    accepts: (token, code) => token.kind === 'character'
        ? token.code === code
        : token.kind !== 'class' ||
            token.ranges.some(({ first, last }) => first <= code && code <= last) !== token.negated,
};
const PATH = {
    isStar: (component) => component === '**',
    accepts: (component, name, counter) => component !== '**' && matchesSequence(component, name, NAME, counter),
};
/**
 * True if an alternative of a glob matches a whole path. The number of steps is at most the length of the alternative times
 * that of the path.
 */
function matchesAlternative(alternative, path, counter) {
    return matchesSequence(alternative, path, PATH, counter);
}
/**
 * Compares items with a pattern in which stars match any number of items. What follows the last star is compared with the
 * end of the items first. Between stars, only the latest one is ever extended: what an earlier one could match in addition,
 * the latest one can, too. So no pair of an element and an item is compared twice.
 */
function matchesSequence(pattern, items, { isStar, accepts }, counter) {
    let patternEnd = pattern.length;
    let end = items.length;
    for (; patternEnd > 0; patternEnd -= 1, end -= 1) {
        const wanted = pattern[patternEnd - 1];
        if (wanted === undefined || isStar(wanted))
            break;
        const found = items[end - 1];
        counter.steps += 1;
        if (found === undefined || !accepts(wanted, found, counter))
            return false;
    }
    if (patternEnd === 0)
        return end === 0;
    let element = 0;
    let item = 0;
    let afterStar = -1;
    let starEnd = 0;
    // The rest of the pattern ends with a star, which matches the rest of the items.
    while (element < patternEnd) {
        const wanted = pattern[element];
        const found = item < end ? items[item] : undefined;
        counter.steps += 1;
        if (wanted === undefined || isStar(wanted)) {
            element += 1;
            afterStar = element;
            starEnd = item;
        }
        else if (found !== undefined && accepts(wanted, found, counter)) {
            element += 1;
            item += 1;
        }
        else if (found !== undefined && afterStar >= 0) {
            starEnd += 1;
            element = afterStar;
            item = starEnd;
        }
        else
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/tree/exclude.js



const NOTHING = { matches: () => false, covers: () => false, unused: () => [], steps: 0 };
/**
 * Compiles valid globs of `exclude`. They are compared with paths as UTF-8 text; a byte that is not UTF-8 is one character,
 * which only a wildcard matches.
 */
function compileExclusion(globs) {
    if (globs.length === 0)
        return NOTHING;
    const compiled = globs.map((glob) => ({ glob, alternatives: (0,config_glob/* parseGlob */.qF)(glob) }));
    const counter = { steps: 0 };
    const used = new Set();
    const matches = (path) => {
        const names = charactersOf((0,byte_string/* bytesOf */.$$)(path).toString('utf8'));
        // All globs are tried, so that `unused` does not depend on their order.
        const found = compiled.filter(({ alternatives }) => alternatives.some((alternative) => matchesAlternative(alternative, names, counter)));
        for (const { glob } of found)
            used.add(glob);
        return found.length > 0;
    };
    const covers = (path) => {
        const names = path.split('/');
        return names.some((_, index) => matches(names.slice(0, index + 1).join('/')));
    };
    return {
        matches,
        covers,
        unused: () => globs.filter((glob) => !used.has(glob)),
        get steps() {
            return counter.steps;
        },
    };
}


/***/ })

};
