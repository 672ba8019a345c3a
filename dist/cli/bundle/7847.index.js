export const id = 7847;
export const ids = [7847];
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

/***/ 60160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   D4: () => (/* binding */ withFile),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   U: () => (/* binding */ nodeBelow),
/* harmony export */   oB: () => (/* binding */ nodeAt)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);




/**
 * The file at a path, or undefined if there is none. `links` decides whether a link is followed.
 *
 * @throws FledgeError `input`, naming the path.
 */
async function nodeAt(path, links) {
    try {
        return { path, stats: await (links === 'follow' ? node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat : node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path)) };
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw unreadable(path, error);
    }
}
/**
 * The file with a name below a directory, or undefined if there is none. Links are followed if they stay below the
 * directory.
 *
 * @throws FledgeError `input` if the path leads out of the directory, or cannot be read.
 */
async function nodeBelow(directory, name) {
    const path = `${directory}/${name}`;
    const node = await nodeAt(path, 'follow');
    if (node === undefined)
        return undefined;
    try {
        const [root, target] = [await realPathOf(directory), await realPathOf(path)];
        if (target.startsWith(root === '/' ? '/' : `${root}/`))
            return { path: target, stats: node.stats };
    }
    catch (error) {
        throw unreadable(path, error);
    }
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(path)}: it is a link that leads out of ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(directory)}`, {
        fix: 'replace the link by the file itself',
    });
}
async function realPathOf(path) {
    return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromBytes */ .Pb)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path), { encoding: 'buffer' }));
}
/** The kind of a file, by its mode. */
function kindOf({ stats }) {
    if (stats.isFile())
        return 'file';
    if (stats.isDirectory())
        return 'directory';
    if (stats.isSymbolicLink())
        return 'symlink';
    if (stats.isCharacterDevice())
        return 'char-device';
    if (stats.isBlockDevice())
        return 'block-device';
    return stats.isFIFO() ? 'fifo' : 'socket';
}
/**
 * The target of a symbolic link, displayable.
 *
 * @throws FledgeError `input`, naming the link.
 */
async function targetOf({ path }) {
    try {
        return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromBytes */ .Pb)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path), { encoding: 'buffer' })));
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
/**
 * Opens a regular file, calls `work` and closes it. The open does not block if a fifo has replaced the file since.
 *
 * @throws FledgeError `input`, naming the file, if it cannot be read or is not a regular file any more.
 */
async function withFile(path, work) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            if (!(await handle.stat()).isFile()) {
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(path)}: it is not a regular file any more`);
            }
            return await work(handle);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
/** The error to throw for a file that cannot be read; a FledgeError is returned unchanged. */
function unreadable(path, error) {
    if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE || (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) === undefined)
        return error;
    const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .readFailureOf */ .Og)(error);
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(path)}: ${reason}`, { cause: error });
}


/***/ }),

/***/ 46294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   downloadSide: () => (/* binding */ downloadSide)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _inside_beside_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7060);
/* harmony import */ var _inside_beside_provenance_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45389);
/* harmony import */ var _net_http_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27381);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13567);
/* harmony import */ var _sources_download_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24789);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35921);
/* harmony import */ var _checksum_list_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(358);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60160);











/** Larger than any image that a microVM boots. */
const MAX_ARTIFACT_BYTES = 64 * 1024 ** 3;
const MAX_RECORD_BYTES = 4 * 1024 * 1024;
/** Answers for a file that is not there. Storage that cannot be listed answers with 403. */
const MISSING_STATUSES = [403, 404, 410];
const CHECKSUMS_FILE = 'SHA256SUMS';
/** Other names of a URL, such as one with escapes, are not used on this machine. */
const PLAIN_NAME = /^[A-Za-z0-9_][\w.+@=-]{0,200}$/;
/**
 * Downloads an artifact, and the provenance record beside it if there is one. If SHA256SUMS beside it lists the artifact, it is
 * verified.
 *
 * @param directory an empty one, which the caller removes.
 * @returns the path of the artifact.
 * @throws FledgeError `usage` for a URL that is not valid, `download` if the artifact cannot be downloaded or has another digest.
 */
async function downloadSide(url, directory, context) {
    const parsed = URL.parse(url);
    if (parsed === null)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE('usage', `cannot compare ${(0,_net_redact_js__WEBPACK_IMPORTED_MODULE_10__.redactUrl)(url)}: it is not a valid URL`);
    const last = parsed.pathname.slice(parsed.pathname.lastIndexOf('/') + 1);
    const name = PLAIN_NAME.test(last) ? last : 'artifact';
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { recursive: true });
    const place = { directory, context, beside: (file) => new URL(file, parsed).href };
    const lists = (0,_inside_beside_names_js__WEBPACK_IMPORTED_MODULE_2__/* .namesBeside */ .d)(name, CHECKSUMS_FILE);
    const list = name.endsWith(CHECKSUMS_FILE) ? undefined : await fetchFirst(lists, place);
    const sha256 = list && (await listedDigest(list, name));
    if (sha256 === undefined)
        context.reporter.debug(`${name} is not verified: there is no ${CHECKSUMS_FILE} that lists it`);
    const path = await fetchTo(name, { url, sha256, maxBytes: MAX_ARTIFACT_BYTES }, place);
    await fetchFirst((0,_inside_beside_provenance_js__WEBPACK_IMPORTED_MODULE_3__/* .provenanceNames */ ._5)(name), place);
    return path;
}
/** The path of the first file that the server has, if it has one. */
async function fetchFirst(names, place) {
    for (const name of names) {
        try {
            return await fetchTo(name, { url: place.beside(name), maxBytes: MAX_RECORD_BYTES }, place);
        }
        catch (error) {
            const { cause } = error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE ? error : { cause: undefined };
            if (!(cause instanceof _net_http_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFailure */ .HR) || !MISSING_STATUSES.includes(cause.status ?? 0))
                throw error;
            place.context.reporter.debug((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error));
        }
    }
    return undefined;
}
/** Downloads a file into a cache of its own in the directory, and gives it its name. */
async function fetchTo(name, { url, maxBytes, sha256 }, place) {
    const { directory, context } = place;
    const sources = { ...context, baseDirectory: directory, cacheDirectory: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.cache') };
    const mismatchFix = 'download it again; if the checksum is still another one, the release was changed';
    const from = { kind: 'url', url };
    const file = await (0,_sources_download_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchFile */ .t2)({ from, sha256, label: name, maxBytes, expect: 'anything', mismatchFix }, sources);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(file.path, path);
    }
    catch (error) {
        const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .systemCodeOf */ .c7)(error) === undefined ? (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error) : `${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .systemCodeOf */ .c7)(error)}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE('output', `cannot write ${path}: ${reason}`, { cause: error });
    }
    return path;
}
/** The digest of a name in a list; undefined if the list does not have it, or is not one. */
async function listedDigest(list, name) {
    try {
        const lines = await (0,_host_js__WEBPACK_IMPORTED_MODULE_9__/* .withFile */ .D4)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_6__/* .byteStringFromText */ .dw)(list), (handle) => (0,_checksum_list_js__WEBPACK_IMPORTED_MODULE_8__/* .readChecksumList */ .k4)(handle, list));
        return lines.find((line) => line.name === (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_6__/* .byteStringFromText */ .dw)(name))?.sha256;
    }
    catch (error) {
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 7060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ namesBeside),
/* harmony export */   y: () => (/* binding */ nameAndStem)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** The name of an artifact, and the name without its suffix: published files beside it begin with that. */
function nameAndStem(path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    return { name, stem: name.replace(/\.(?:cpio\.gz|cpio|img|qcow2|squashfs|xfs|btrfs|ext4)$/, '') };
}
/** The names that a file beside an artifact can have: `STEM.FILE` of a release, and `FILE` of a build. */
function namesBeside(path, file) {
    return [...stemsOf(path).map((stem) => `${stem}.${file}`), file];
}
/** The names with which published files beside an artifact can begin: with an unknown suffix, both with and without it. */
function stemsOf(path) {
    const { name, stem } = nameAndStem(path);
    return stem === name ? [...new Set([name, name.replace(/\.[A-Za-z0-9]+$/, '')])] : [stem];
}


/***/ }),

/***/ 45389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ provenanceOf),
/* harmony export */   _5: () => (/* binding */ provenanceNames),
/* harmony export */   a6: () => (/* binding */ provenanceBeside)
/* harmony export */ });
/* unused harmony export parseProvenance */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25423);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7060);



const PROVENANCE_FILE = 'provenance.json';
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
const MAX_BYTES = 8 * 1024 * 1024;
/** A text that is longer is not one that a build has written. */
const MAX_TEXT = 4096;
/** The names that the provenance of an artifact can have: releases have `web-linux-amd64.provenance.json` beside it. */
function provenanceNames(artifact) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .namesBeside */ .d)(artifact, PROVENANCE_FILE);
}
/**
 * The provenance beside an artifact that names it, with a platform; undefined if there is none. A file that is not a provenance
 * is not used.
 */
async function provenanceBeside(path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    for await (const { file, parsed } of provenancesBeside(path)) {
        const subject = parsed?.subjects.find((each) => each.name === name);
        if (parsed?.record.platform === undefined || subject === undefined)
            continue;
        const sha256 = subject.sha256?.toLowerCase();
        const isDigest = sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256);
        const { platform } = parsed.record;
        return { ...parsed.record, path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), file), platform, ...(isDigest && { sha256 }) };
    }
    return undefined;
}
/**
 * The record of an artifact with this digest in a provenance beside it; `name` is the artifact in messages.
 *
 * @returns the reason if there is none: no file, one that cannot be read, or one of another artifact.
 */
async function provenanceOf(artifact, sha256, name = artifact) {
    let missing = `no ${PROVENANCE_FILE} beside ${name}`;
    for await (const { file, parsed } of provenancesBeside(artifact)) {
        if (parsed?.subjects.some((subject) => subject.sha256 === sha256))
            return parsed.record;
        missing = `${file} beside ${name} is ${parsed === undefined ? 'not a record of fledge' : 'that of another artifact'}`;
    }
    return { missing };
}
/** The files that exist, with what they state; undefined for one that is not a provenance. */
async function* provenancesBeside(artifact) {
    for (const file of provenanceNames(artifact)) {
        let json;
        try {
            json = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readRegularFile */ .XF)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(artifact), file), MAX_BYTES)).toString('utf8');
        }
        catch {
            // It is missing, or cannot be read: a provenance explains an artifact, and is not needed.
            continue;
        }
        yield { file, parsed: parseProvenance(json) };
    }
}
/** Undefined if the text is not an in-toto statement with a SLSA provenance (slsa.dev/spec/v1.0). */
function parseProvenance(json) {
    const statement = objectOf(parseJson(json));
    const predicate = objectOf(statement['predicate']);
    const definition = objectOf(predicate['buildDefinition']);
    const parameters = objectOf(definition['externalParameters']);
    const builder = objectOf(objectOf(predicate['runDetails'])['builder']);
    const type = statement['predicateType'] ?? PREDICATE_TYPE;
    if (type !== PREDICATE_TYPE || definition['externalParameters'] === undefined)
        return undefined;
    const epoch = parameters['sourceDateEpoch'];
    const [toolchain] = inputsIn(builder['builderDependencies']);
    const mappings = parameters['mappings'];
    const [strategy, platform] = [textOf(parameters['strategy']), textOf(parameters['platform'])];
    const fledge = textOf(objectOf(builder['version'])['fledge']);
    const record = {
        ...(strategy !== undefined && { strategy }),
        ...(platform !== undefined && { platform }),
        ...(typeof epoch === 'number' && Number.isSafeInteger(epoch) && { sourceDateEpoch: epoch }),
        ...(fledge !== undefined && { fledge }),
        inputs: inputsIn(definition['resolvedDependencies']),
        ...(toolchain !== undefined && { toolchain }),
        ...(Array.isArray(mappings) && { mappings: mappingsIn(mappings) }),
    };
    const subjects = arrayOf(statement['subject']).map((subject) => {
        const { name, digest } = objectOf(subject);
        const [nameText, sha256] = [textOf(name), textOf(objectOf(digest)['sha256'])];
        return { ...(nameText !== undefined && { name: nameText }), ...(sha256 !== undefined && { sha256 }) };
    });
    return { record, subjects };
}
function inputsIn(value) {
    return arrayOf(value).flatMap((item) => {
        const { name, uri, digest, annotations } = objectOf(item);
        const nameText = textOf(name);
        if (nameText === undefined)
            return [];
        const [algorithm, digits] = Object.entries(objectOf(digest))[0] ?? [];
        const digitsText = textOf(digits);
        const { layers } = objectOf(annotations);
        return [
            {
                name: nameText,
                uri: textOf(uri) ?? '',
                ...(digitsText !== undefined && { digest: `${algorithm}:${digitsText}` }),
                ...(Array.isArray(layers) && { layers: textsIn(layers) }),
            },
        ];
    });
}
function mappingsIn(values) {
    return values.map((value) => {
        const { source, destinations } = objectOf(value);
        const sourceText = textOf(source);
        return { ...(sourceText !== undefined && { source: sourceText }), destinations: textsIn(destinations) };
    });
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
function arrayOf(value) {
    return Array.isArray(value) ? value : [];
}
function textOf(value) {
    return typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined;
}
function textsIn(value) {
    return arrayOf(value).flatMap((item) => textOf(item) ?? []);
}


/***/ }),

/***/ 12285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ DEFAULT_EPOCH),
/* harmony export */   JF: () => (/* binding */ definedVariables),
/* harmony export */   Jz: () => (/* binding */ environmentValue)
/* harmony export */ });
/** A value of the environment; an empty value counts as not set. */
function environmentValue(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}
/** The variables of an environment that have a value, for a child process that gets only these. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}
/** The time of files in an artifact without SOURCE_DATE_EPOCH, in seconds: 2024-01-01T00:00:00Z. */
const DEFAULT_EPOCH = 1_704_067_200;


/***/ }),

/***/ 21874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/**
 * Creates a directory and its missing parents, and calls `onCreated` for each of them, the highest first. Another process may
 * create them at the same time. mkdir's `recursive` is not used: below /proc, where mkdir fails with ENOENT, Node retries it
 * for ever.
 *
 * @throws the system's error, such as EACCES, or EEXIST for a file.
 */
function makeDirectories(path, { mode, onCreated } = {}) {
    const create = (directory) => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { mode });
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'EEXIST' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(directory).isDirectory())
                return;
            throw error;
        }
        onCreated?.(directory);
    };
    const createWhole = (directory) => {
        try {
            create(directory);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'ENOENT' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory) === directory)
                throw error;
            createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory));
            create(directory);
        }
    };
    createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
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
