export const id = 6326;
export const ids = [6326,7485];
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

/***/ 15152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  isUrl: () => (/* binding */ isUrl),
  f: () => (/* binding */ pairsOf),
  J: () => (/* binding */ sideOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/inside/open.js + 33 modules
var inside_open = __webpack_require__(65293);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/compare/checksum-list.js
var checksum_list = __webpack_require__(358);
// EXTERNAL MODULE: ./build/compare/host.js
var host = __webpack_require__(60160);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/compare/tree-walk.js



/**
 * The entries of two directories as pairs. A directory of both sides is replaced by its contents. A directory of one
 * side is replaced by its contents, unless it is empty. Links are not followed.
 */
async function* walkPairs(left, right, below = '') {
    const [leftNodes, rightNodes] = [await childrenOf(left), await childrenOf(right)];
    const names = [...new Set([...leftNodes.keys(), ...rightNodes.keys()])].sort(byte_string/* compareByteStrings */.eS);
    for (const name of names) {
        const path = joined(below, name);
        const [a, b] = [leftNodes.get(name), rightNodes.get(name)];
        if (a?.stats.isDirectory() && b?.stats.isDirectory())
            yield* walkPairs(a.path, b.path, path);
        else if (a === undefined && b?.stats.isDirectory())
            yield* walkOne(b, path, 'right');
        else if (b === undefined && a?.stats.isDirectory())
            yield* walkOne(a, path, 'left');
        else
            yield { path, left: a, right: b };
    }
}
async function* walkOne(node, path, side) {
    const children = node.stats.isDirectory() ? await childrenOf(node.path) : new Map();
    if (children.size === 0)
        yield { path, left: undefined, right: undefined, [side]: node };
    for (const [name, child] of children)
        yield* walkOne(child, joined(path, name), side);
}
async function childrenOf(directory) {
    try {
        const names = await (0,promises_.readdir)((0,byte_string/* bytesOf */.$$)(directory), { encoding: 'buffer' });
        const nodes = await Promise.all(names.map(async (bytes) => {
            const name = (0,byte_string/* byteStringFromBytes */.Pb)(bytes);
            const path = joined(directory, name);
            return [name, { path, stats: await (0,promises_.lstat)((0,byte_string/* bytesOf */.$$)(path)) }];
        }));
        return new Map(nodes);
    }
    catch (error) {
        throw (0,host/* unreadable */.O$)(directory, error);
    }
}
function joined(directory, name) {
    const slash = directory === '' || directory.endsWith('/') ? '' : '/';
    return `${directory}${slash}${name}`;
}

;// CONCATENATED MODULE: ./build/compare/pairs.js







/** True for an argument that is to be downloaded. */
function isUrl(name) {
    return /^https?:\/\//i.test(name);
}
/**
 * Resolves an argument of a comparison. A link is followed.
 *
 * @throws FledgeError `usage` if it does not exist or cannot be compared.
 */
async function sideOf(name) {
    const node = name === '' ? undefined : await (0,host/* nodeAt */.oB)((0,byte_string/* byteStringFromText */.dw)(name), 'follow');
    if (node === undefined) {
        const image = await imageSide(name);
        if (image !== undefined)
            return image;
        throw new errors/* FledgeError */.aE('usage', `cannot compare ${JSON.stringify(name)}: there is no such file or directory`);
    }
    const kind = (0,host/* kindOf */.I)(node);
    if (kind === 'directory')
        return { name, kind: (await (0,inside_open.isOciLayout)(name)) ? 'image' : kind, node };
    if (kind === 'file')
        return { name, kind: (0,checksum_list/* isChecksumListName */.n$)((0,external_node_path_.basename)(name)) ? 'list' : kind, node };
    throw new errors/* FledgeError */.aE('usage', `cannot compare ${JSON.stringify(name)}: it is a ${kind.replace('-', ' ')}`, {
        fix: 'use files, directories or SHA256SUMS files',
    });
}
/** The side for a name such as `oci:DIRECTORY:TAG`; undefined for other names. */
async function imageSide(name) {
    const { imageNamed } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(621), __webpack_require__.e(1502), __webpack_require__.e(4823), __webpack_require__.e(9677)]).then(__webpack_require__.bind(__webpack_require__, 52476));
    const image = imageNamed(name);
    if (image === undefined)
        return undefined;
    const node = await (0,host/* nodeAt */.oB)((0,byte_string/* byteStringFromText */.dw)(image.path), 'follow');
    return node && { name, kind: 'image', node };
}
/**
 * The pairs of files to compare, in unspecified order.
 *
 * @throws FledgeError `usage` if the sides cannot be compared with each other, `input` for a file that cannot be read.
 */
async function* pairsOf(left, right) {
    const isDirectory = ({ node }) => node.stats.isDirectory();
    if (isDirectory(left) && isDirectory(right)) {
        yield* walkPairs(left.node.path, right.node.path);
    }
    else if (left.kind === 'file' && right.kind === 'file') {
        yield { path: (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(left.name)), left: left.node, right: right.node };
    }
    else if (left.kind === 'list') {
        yield* pairsWithList(left, right);
    }
    else if (right.kind === 'list') {
        for await (const pair of pairsWithList(right, left))
            yield { ...pair, left: pair.right, right: pair.left };
    }
    else {
        const [file, directory] = left.kind === 'file' ? [left, right] : [right, left];
        const name = (0,external_node_path_.basename)(file.name);
        const hasSameName = (await (0,host/* nodeBelow */.U)(directory.node.path, (0,byte_string/* byteStringFromText */.dw)(name))) !== undefined;
        throw new errors/* FledgeError */.aE('usage', `${directory.name} is a directory, and ${file.name} is a file`, {
            fix: hasSameName
                ? `use two files, such as ${file.name} and ${(0,external_node_path_.join)(directory.name, name)}, or two directories`
                : 'use two files, two directories, or an artifact and a directory of its entries',
        });
    }
}
async function* pairsWithList(list, other) {
    const listed = await filesListedIn(list);
    switch (other.kind) {
        case 'list': {
            const others = new Map((await filesListedIn(other)).map((file) => [file.name, file]));
            for (const file of listed) {
                yield { path: file.name, left: file, right: others.get(file.name) };
                others.delete(file.name);
            }
            for (const file of others.values())
                yield { path: file.name, left: undefined, right: file };
            break;
        }
        case 'directory':
        case 'image':
            for (const file of listed) {
                if (file.name.startsWith('/') || file.name.split('/').includes('..')) {
                    throw new errors/* FledgeError */.aE('input', `${list.name}:${file.line}: ${(0,byte_string/* displayByteString */.oO)(file.name)} is not below the directory that it is compared with`);
                }
                yield { path: file.name, left: file, right: await (0,host/* nodeBelow */.U)(other.node.path, file.name) };
            }
            break;
        case 'file':
            yield { path: (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(other.name)), left: lineFor(other, listed, list), right: other.node };
    }
}
function filesListedIn({ node, name }) {
    return (0,host/* withFile */.D4)(node.path, (handle) => (0,checksum_list/* readChecksumList */.k4)(handle, name));
}
/** The line for a file, by the last component of its name: lists are moved together with their files. */
function lineFor(file, listed, list) {
    const name = (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(file.name));
    const found = listed.filter((line) => line.name === name || line.name.endsWith(`/${name}`));
    const [first] = found;
    if (first !== undefined && found.every(({ sha256 }) => sha256 === first.sha256))
        return first;
    const message = first === undefined
        ? `${list.name} does not list ${(0,external_node_path_.basename)(file.name)}`
        : `${list.name} lists several ${(0,external_node_path_.basename)(file.name)}`;
    throw new errors/* FledgeError */.aE('usage', message, { fix: 'compare the list with the directory that holds the files' });
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


/***/ }),

/***/ 26471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PR: () => (/* binding */ MAX_PATH_BYTES),
/* harmony export */   Um: () => (/* binding */ MAX_XATTR_LIST_BYTES),
/* harmony export */   VZ: () => (/* binding */ MAX_MINOR),
/* harmony export */   be: () => (/* binding */ MAX_XATTR_VALUE_BYTES),
/* harmony export */   dJ: () => (/* binding */ MAX_MAJOR),
/* harmony export */   oG: () => (/* binding */ MAX_SYMLINKS),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   rf: () => (/* binding */ MAX_XATTR_NAME_BYTES),
/* harmony export */   xy: () => (/* binding */ MAX_OWNER)
/* harmony export */ });
/*
 * Limits of the Linux kernel for every file system. Source: linux/limits.h, unless another file is named.
 */
/** NAME_MAX: bytes of a file name. */
const MAX_NAME_BYTES = 255;
/** PATH_MAX without the NUL: bytes of a path, and of the target of a symbolic link. */
const MAX_PATH_BYTES = 4095;
/** MAXSYMLINKS: symbolic links that are followed in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;
/** A device number has 12 bits for the major number and 20 for the minor (MINORBITS in linux/kdev_t.h). */
const MAX_MAJOR = 2 ** 12 - 1;
const MAX_MINOR = 2 ** 20 - 1;
/** The largest user or group ID. (uid_t)-1 means "unchanged" (chown(2)) and cannot own a file. */
const MAX_OWNER = 2 ** 32 - 2;
/** XATTR_NAME_MAX: bytes of the name of an extended attribute. */
const MAX_XATTR_NAME_BYTES = 255;
/** XATTR_SIZE_MAX: bytes of its value. */
const MAX_XATTR_VALUE_BYTES = 65_536;
/** XATTR_LIST_MAX: bytes of the names of one inode, each with its NUL; listxattr(2) lists no more. */
const MAX_XATTR_LIST_BYTES = 65_536;


/***/ })

};
