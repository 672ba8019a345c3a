export const id = 40;
export const ids = [40];
export const modules = {

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

/***/ 30040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ chooseDestination)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
;// CONCATENATED MODULE: ./build/manifest/url-base.js



/**
 * The value of `--url-base` without slashes at its end: an https URL, or an absolute path.
 *
 * @throws FledgeError `usage` for any other value, which Volant cannot or should not use.
 */
function parseUrlBase(text) {
    if (text.startsWith('/')) {
        if (text.includes('\0'))
            throw refuse(text, 'a path must not contain a NUL character');
        return text.replace(/\/+$/, '');
    }
    if (/^http:/i.test(text))
        throw refuse(text, 'http does not protect the artifact in transit; use https');
    if (/^file:/i.test(text))
        throw refuse(text, 'write the path itself, without file:');
    if (!/^https:\/\/[^/]/i.test(text))
        throw refuse(text, 'it must be an https:// URL or an absolute path');
    if (/\s/.test(text) || !URL.canParse(text))
        throw refuse(text, 'it is not a valid URL');
    if (/[?#]/.test(text))
        throw refuse(text, 'it must not have a query or a fragment, because the file name is appended to it');
    const url = new URL(text);
    if (url.username !== '' || url.password !== '') {
        throw refuse(`${url.protocol}//…@${url.host}${url.pathname}`, 'it must not contain credentials, because it is written to manifest.json');
    }
    return url.href.replace(/\/+$/, '');
}
/** The URL or path of an artifact for Volant: below a base from `parseUrlBase`, or the artifact's absolute path. */
function artifactUrl(urlBase, artifactPath) {
    if (urlBase === undefined)
        return artifactPath;
    const file = external_node_path_.posix.basename(artifactPath);
    return `${urlBase}/${urlBase.startsWith('https:') ? encodeURIComponent(file) : file}`;
}
function refuse(text, reason) {
    return new errors/* FledgeError */.aE('usage', (0,wording/* worded */.MH) `${(0,wording/* option */.uK)('url-base', JSON.stringify(text))}: ${reason}`);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/compare/checksum-list.js
var checksum_list = __webpack_require__(358);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/recipe/earlier-outputs.js
var earlier_outputs = __webpack_require__(91164);
// EXTERNAL MODULE: ./build/recipe/output-names.js
var output_names = __webpack_require__(1287);
;// CONCATENATED MODULE: ./build/recipe/other-outputs.js









const manifestSchema = schemas/* object */.Ikc({ name: schemas/* string */.YjP() });
/**
 * Checks that a build replaces no files of another artifact: manifest.json, provenance.json and SHA256SUMS have the same names
 * for every artifact. `path` is that of the artifact. The files of an artifact that was removed can be replaced, and an artifact
 * whose name the user has chosen can be replaced by that of another plugin.
 *
 * @throws FledgeError `usage` with the other artifact.
 */
function requireOwnDirectory(path, plugin) {
    const other = otherArtifact(path, plugin);
    if (other === undefined)
        return;
    const directory = (0,external_node_path_.dirname)(path);
    throw new errors/* FledgeError */.aE('usage', `cannot write ${path}: ${directory} contains ${other}, and the build would replace its manifest and checksums`, {
        fix: (0,wording/* worded */.MH) `write to another directory with ${(0,wording/* option */.uK)('output-dir')}, or replace the files with ${(0,wording/* option */.uK)('force')}`,
    });
}
/** The artifact of the directory of `path`, for a message, if it is not the one that is built. */
function otherArtifact(path, plugin) {
    const directory = (0,external_node_path_.dirname)(path);
    const present = namesListedIn(directory).filter((name) => existsIn(directory, name));
    const own = (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(path));
    const beside = (0,output_names/* filesBeside */.Gr)({ sbom: true }).map(byte_string/* byteStringFromText */.dw);
    const other = present.find((name) => name !== own && !beside.includes(name));
    if (other !== undefined)
        return `another artifact, ${(0,byte_string/* showName */.$i)(other)}`;
    // Every initramfs has the same default name. The name of an image's file is its own.
    const hasCommonName = plugin.loaded.config.strategy === 'initramfs' && (0,external_node_path_.basename)(path) === plugin.artifactFile;
    if (!present.includes(own) || !hasCommonName)
        return undefined;
    const name = nameInManifest(directory);
    if (name === undefined || name === plugin.name)
        return undefined;
    return `the artifact of another plugin, ${JSON.stringify(name)}`;
}
/** The names in the SHA256SUMS of a directory; none if it has none, or if the file has another form. */
function namesListedIn(directory) {
    try {
        const sums = (0,earlier_outputs/* readDocument */.u)((0,external_node_path_.join)(directory, output_names/* CHECKSUMS_FILE */.aP));
        return (0,checksum_list/* parseChecksumList */.hb)(sums, output_names/* CHECKSUMS_FILE */.aP).map(({ name }) => name);
    }
    catch {
        return [];
    }
}
function existsIn(directory, name) {
    return (0,external_node_fs_.existsSync)(Buffer.concat([Buffer.from(`${directory}/`), (0,byte_string/* bytesOf */.$$)(name)]));
}
function nameInManifest(directory) {
    try {
        const text = (0,earlier_outputs/* readDocument */.u)((0,external_node_path_.join)(directory, output_names/* MANIFEST_FILE */.h1)).toString('utf8');
        return manifestSchema.parse(JSON.parse(text)).name;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/recipe/output-path.js
var output_path = __webpack_require__(15204);
;// CONCATENATED MODULE: ./build/recipe/destination.js




/**
 * Chooses the path and the URL of the artifact. `config` has the pins of `lockFile`.
 *
 * @throws FledgeError `usage` if the build would replace a file that it reads, or files of another artifact.
 */
function chooseDestination(request, { config, lockFile }) {
    const { platform, plugin } = request;
    const { loaded, template, name } = plugin;
    const read = {
        described: [loaded.file, template?.file, lockFile].filter((file) => file !== undefined),
        inputs: (0,output_path/* inputFilesOf */.nI)(config, loaded.directory),
        context: (0,output_path/* contextPathOf */.ce)(config, loaded.directory),
    };
    const path = (0,output_path/* artifactPath */.Ws)(request.output, plugin.artifactFile, read, request);
    if (request.force !== true)
        requireOwnDirectory(path, plugin);
    const file = (0,external_node_path_.basename)(path);
    const urlBase = request.urlBase === undefined ? undefined : parseUrlBase(request.urlBase);
    return { path, name: file, url: request.artifactUrl?.({ name, platform, file }) ?? artifactUrl(urlBase, path) };
}


/***/ }),

/***/ 91164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ isEarlierOutput),
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12311);
/* harmony import */ var _compare_checksum_list_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(358);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42012);
/* harmony import */ var _output_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1287);







/** The documents of a build are smaller, except for a provenance with very many inputs. */
const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;
const provenanceSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    predicateType: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('https://slsa.dev/provenance/v1'),
    subject: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ sha256: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }) })).length(1),
    predicate: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        runDetails: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ builder: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ fledge: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }) }) }),
    }),
});
/**
 * True if an earlier build of fledge has written a file, and it is unchanged: SHA256SUMS in its directory lists the file, and
 * the provenance of a build by fledge. The bytes of a large artifact are not read.
 */
function isEarlierOutput(path) {
    try {
        const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
        const name = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path);
        const sums = readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, _output_names_js__WEBPACK_IMPORTED_MODULE_5__/* .CHECKSUMS_FILE */ .aP));
        const listed = new Map((0,_compare_checksum_list_js__WEBPACK_IMPORTED_MODULE_3__/* .parseChecksumList */ .hb)(sums, _output_names_js__WEBPACK_IMPORTED_MODULE_5__/* .CHECKSUMS_FILE */ .aP).map((file) => [file.name, file.sha256]));
        const digestOf = (file) => listed.get((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_4__/* .byteStringFromText */ .dw)(file));
        const isUnchanged = (bytes, file) => digestOf(file) === (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
        const provenance = readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, _output_names_js__WEBPACK_IMPORTED_MODULE_5__/* .PROVENANCE_FILE */ .LP));
        if (!isUnchanged(provenance, _output_names_js__WEBPACK_IMPORTED_MODULE_5__/* .PROVENANCE_FILE */ .LP))
            return false;
        const [artifact] = provenanceSchema.parse(JSON.parse(provenance.toString('utf8'))).subject;
        if (name === _output_names_js__WEBPACK_IMPORTED_MODULE_5__/* .CHECKSUMS_FILE */ .aP || name === _output_names_js__WEBPACK_IMPORTED_MODULE_5__/* .PROVENANCE_FILE */ .LP)
            return true;
        if (digestOf(name) === undefined)
            return false;
        const isDocument = name === _output_names_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_FILE */ .h1 || name === _output_names_js__WEBPACK_IMPORTED_MODULE_5__/* .SBOM_FILE */ .HO;
        if (!isDocument && (name !== artifact?.name || digestOf(name) !== artifact.digest.sha256))
            return false;
        const isLarge = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path).size > MAX_DOCUMENT_BYTES;
        return isLarge ? name !== _output_names_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_FILE */ .h1 : isUnchanged(readDocument(path), name);
    }
    catch {
        // A file that is missing or has another form is not that of a build.
        return false;
    }
}
/**
 * The bytes of a document of a build.
 *
 * @throws Error if it is not a file, or too large.
 */
function readDocument(path) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path);
    if (!stats.isFile() || stats.size > MAX_DOCUMENT_BYTES)
        throw new Error(`${path} is not a document of a build`);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
}


/***/ }),

/***/ 15204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ws: () => (/* binding */ artifactPath),
/* harmony export */   _6: () => (/* binding */ suffixWarning),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   ce: () => (/* binding */ contextPathOf),
/* harmony export */   nI: () => (/* binding */ inputFilesOf),
/* harmony export */   uk: () => (/* binding */ outputPaths)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_filesystems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89747);
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29181);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62625);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11720);
/* harmony import */ var _earlier_outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91164);
/* harmony import */ var _output_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1287);









/** The name of the artifact's format in results. */
function formatOf(config) {
    if (config.strategy === 'initramfs')
        return 'cpio.gz';
    const { qcow2, type } = config.filesystem;
    return qcow2 === undefined ? type : 'qcow2';
}
/** The file name suffixes that are used for one format only. */
const FORMAT_OF_SUFFIX = new Map([
    ['.gz', 'cpio.gz'],
    ['.cpio', 'cpio.gz'],
    ['.qcow2', 'qcow2'],
    ..._config_filesystems_js__WEBPACK_IMPORTED_MODULE_2__/* .FILESYSTEM_TYPES */ .mS.flatMap((type) => _config_filesystems_js__WEBPACK_IMPORTED_MODULE_2__/* .FILESYSTEM_TRAITS */ .gW[type].ownSuffixes.map((suffix) => [`.${suffix}`, type])),
]);
/** A warning if the suffix of the artifact's name belongs to another format. An initramfs may be called `initrd.img`. */
function suffixWarning(name, config) {
    const format = formatOf(config);
    const suffix = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.extname)(name).toLowerCase();
    const suffixFormat = FORMAT_OF_SUFFIX.get(suffix);
    if (suffixFormat === undefined || suffixFormat === format)
        return undefined;
    const isImage = suffix === '.img' && format === 'cpio.gz';
    if (isImage && /initr/i.test(name))
        return undefined;
    const suggested = isImage ? 'a file system image' : suffixFormat;
    return `the artifact is ${format}, but the name ${name} suggests ${suggested}: write --output ${(0,_config_filesystems_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultArtifactName */ .Vb)(config)}, or another name with a suffix of this format`;
}
/** Files that every image directory of a transport contains. The output must not be one of them. */
const DOCUMENTS_OF_DIRECTORY = { oci: ['index.json', 'oci-layout'], dir: ['manifest.json', 'version'] };
/** The absolute paths of the local files that the artifact is made of, without the mappings: see `ownOutputs` for these. */
function inputFilesOf(config, directory) {
    const paths = config.agent?.source === 'local' ? [config.agent.path] : [];
    if (config.strategy === 'initramfs') {
        if (config.busybox.location?.kind === 'file')
            paths.push(config.busybox.location.path);
        if (config.init.mode === 'custom')
            paths.push(config.init.path);
    }
    const dockerfile = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_3__/* .dockerfileOf */ .S9)(config);
    if (dockerfile !== undefined)
        paths.push(dockerfile.text);
    for (const { reference } of (0,_config_images_js__WEBPACK_IMPORTED_MODULE_3__/* .fetchedImagesOf */ .Rc)(config)) {
        const { path, transport } = reference;
        if (path === undefined)
            continue;
        const documents = transport === 'oci' || transport === 'dir' ? DOCUMENTS_OF_DIRECTORY[transport] : [''];
        paths.push(...documents.map((document) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, document)));
    }
    return paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path));
}
/** The absolute path of the context of a config's Dockerfile. */
function contextPathOf(config, directory) {
    const dockerfile = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_3__/* .dockerfileOf */ .S9)(config);
    return dockerfile === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, (0,_config_images_js__WEBPACK_IMPORTED_MODULE_3__/* .contextOf */ .Vm)(dockerfile));
}
/** The status of an input; undefined if stat(2) fails: the code that reads the input reports the error. */
function lookAtInput(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
/**
 * The absolute path of the artifact.
 *
 * @throws FledgeError `usage` if the build would not write a file of this name, would write it twice, or would replace
 *   one of the files that it reads.
 */
function artifactPath(requested, byDefault, read, written = {}) {
    const besideArtifact = (0,_output_names_js__WEBPACK_IMPORTED_MODULE_6__/* .filesBeside */ .Gr)(written);
    const output = requested ?? byDefault;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(output);
    const fail = (message, fix) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .worded */ .MH) `${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .option */ .uK)('output', JSON.stringify(output))}: ${message}`, { fix });
    if (output === '-') {
        throw fail('fledge writes several files and cannot write them to stdout', (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .worded */ .MH) `write ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .option */ .uK)('output', (0,_support_text_js__WEBPACK_IMPORTED_MODULE_8__/* .shellWord */ .r7)(byDefault))}`);
    }
    const isDirectory = lookAtOutput(path)?.isDirectory() ?? false;
    if (output === '' || output.endsWith('/') || (requested !== undefined && isDirectory)) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)('.', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, byDefault));
        throw fail('this is a directory; name a file in it', (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .worded */ .MH) `write ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .option */ .uK)('output', (0,_support_text_js__WEBPACK_IMPORTED_MODULE_8__/* .shellWord */ .r7)(file))}`);
    }
    const beside = (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .worded */ .MH) `write ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .option */ .uK)('output', (0,_support_text_js__WEBPACK_IMPORTED_MODULE_8__/* .shellWord */ .r7)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(output), byDefault)))}`;
    if (besideArtifact.includes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path))) {
        throw fail('fledge writes another file with this name into the same directory', beside);
    }
    for (const name of [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), ...besideArtifact]) {
        const present = lookAtOutput((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), name));
        if (present === undefined)
            continue;
        const replaced = replacedFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), name), present, read);
        if (replaced === undefined)
            continue;
        const isArtifact = name === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
        const what = isArtifact ? 'the artifact' : `its own ${name}`;
        const remove = replaced.isForeign ? 'remove it, or ' : '';
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `${replaced.file} ${replaced.role}, and the build would overwrite it with ${what}`, {
            fix: isArtifact
                ? (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .worded */ .MH) `${remove}${beside}`
                : (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .worded */ .MH) `rename it, or write to another directory with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .option */ .uK)('output')}`,
        });
    }
    return path;
}
/** The file that an output at a path would replace, if the build must not overwrite it. */
function replacedFile(path, present, read) {
    const described = read.described.find((file) => isSameFile((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file), present));
    if (described !== undefined)
        return { file: described, role: 'describes the plugin', isForeign: false };
    const input = read.inputs.find((file) => isSameFile(lookAtInput(file), present));
    if (input !== undefined)
        return { file: input, role: 'is an input of the build', isForeign: false };
    const file = foreignFileIn(read.context, path);
    const role = 'is in the context of the Dockerfile and is not an output of the last build there';
    return file === undefined ? undefined : { file, role, isForeign: true };
}
/** The path of an output that would replace a file of the context which no build has written. */
function foreignFileIn(context, path) {
    if (context === undefined)
        return undefined;
    try {
        const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(context), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path));
        return inside.split('/')[0] === '..' || (0,_earlier_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .isEarlierOutput */ .q)(path) ? undefined : path;
    }
    catch {
        // The code that reads the context or writes the output reports the error.
        return undefined;
    }
}
function lookAtOutput(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot write ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .worded */ .MH) `choose a directory that you may write to with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .option */ .uK)('output')}`,
        });
    }
}
function isSameFile(a, b) {
    return a?.ino === b.ino && a.dev === b.dev;
}
/** The absolute paths of the files that this build writes, and of the SBOM of an earlier one, with symbolic links resolved. */
function outputPaths(output, written = {}) {
    const directory = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(output));
    const sbom = written.sbom === true || (0,_earlier_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .isEarlierOutput */ .q)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, _output_names_js__WEBPACK_IMPORTED_MODULE_6__/* .SBOM_FILE */ .HO));
    return new Set([(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(output), ...(0,_output_names_js__WEBPACK_IMPORTED_MODULE_6__/* .filesBeside */ .Gr)({ sbom })].map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)));
}


/***/ })

};
