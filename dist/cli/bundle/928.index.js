export const id = 928;
export const ids = [928,3232,8884];
export const modules = {

/***/ 13252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ContentOpener)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);




/** In bytes. Each layer of an image has one window. */
const WINDOW_SIZE = 128 * 1024;
/** Larger reads are done directly, which saves a copy. */
const MAX_SMALL_READ = 16 * 1024;
/** The maximum gap between two sequential reads, such as a file that a later layer replaced. */
const MAX_SKIP = 16 * 1024;
/**
 * Opens contents one after the other. Small files that are adjacent in a spool, such as those of a directory in a layer, are
 * read together.
 */
class ContentOpener {
    #spools = new Map();
    /**
     * @throws FledgeError `input` if a host file cannot be read, is not a regular file any more, or changed its size after it
     *   was added to the tree.
     */
    open(content) {
        switch (content.kind) {
            case 'bytes':
                return {
                    read: (target, offset) => target.set(content.data.subarray(offset, offset + target.length)),
                    close() { },
                };
            case 'host-file':
                return openHostFile(content);
            case 'spool':
                return spoolReader(content, this.#windowOf(content.spool));
        }
    }
    #windowOf(spool) {
        let window = this.#spools.get(spool);
        if (window === undefined) {
            window = new SpoolWindow(spool);
            this.#spools.set(spool, window);
        }
        return window;
    }
}
function openHostFile({ path, label, size, sha256 }) {
    const descriptor = openForReading(path, label);
    const hash = sha256 === undefined ? undefined : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor);
        if (!stats.isFile() || stats.size !== size)
            throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
        // Files in /proc have size 0 but are not empty.
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, new Uint8Array(1), 0, 1, size) > 0)
            throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
        throw error;
    }
    return {
        read(target, offset) {
            if (!readFully(descriptor, target, offset))
                throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
            hash?.update(target);
            if (offset + target.length === size && hash !== undefined && hash.digest('hex') !== sha256)
                throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
        },
        close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor),
    };
}
function spoolReader({ extents }, window) {
    let next = 0;
    return {
        read(target, start) {
            const end = start + target.length;
            let at = start;
            while (at < end) {
                const extent = extents[next];
                if (extent === undefined || extent.offset >= end)
                    break;
                const extentEnd = extent.offset + extent.length;
                if (extentEnd <= at) {
                    next++;
                    continue;
                }
                const from = Math.max(at, extent.offset);
                const to = Math.min(end, extentEnd);
                if (from > at)
                    target.fill(0, at - start, from - start);
                const whole = from === start && to === end;
                window.read(whole ? target : target.subarray(from - start, to - start), positionIn(extent, from));
                at = to;
            }
            if (at < end)
                target.fill(0, at - start);
        },
        close() { },
    };
}
function positionIn(extent, offset) {
    return extent.position + (offset - extent.offset);
}
/** Reads from a spool, with read-ahead for small sequential reads. */
class SpoolWindow {
    #spool;
    /** The read-ahead buffer. Its first `#length` bytes are those at `#position` in the spool. */
    #buffer;
    #position = 0;
    #length = 0;
    /** The end of the last read. */
    #lastEnd = 0;
    constructor(spool) {
        this.#spool = spool;
    }
    read(target, position) {
        const isNear = position >= this.#lastEnd && position - this.#lastEnd <= MAX_SKIP;
        this.#lastEnd = position + target.length;
        if (this.#copy(target, position))
            return;
        if (isNear && target.length <= MAX_SMALL_READ) {
            this.#buffer ??= Buffer.allocUnsafeSlow(WINDOW_SIZE);
            this.#length = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(this.#spool.descriptor, this.#buffer, 0, WINDOW_SIZE, position);
            this.#position = position;
            if (this.#copy(target, position))
                return;
        }
        if (readFully(this.#spool.descriptor, target, position))
            return;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('internal', `the spool of ${this.#spool.label} is shorter than its files`);
    }
    /** Copies the bytes from the buffer. Returns false if the buffer does not contain all of them. */
    #copy(target, position) {
        const start = position - this.#position;
        if (this.#buffer === undefined || start < 0 || start + target.length > this.#length)
            return false;
        this.#buffer.copy(target, 0, start, start + target.length);
        return true;
    }
}
/** Fills `target`. Returns false if the file ends before. */
function readFully(descriptor, target, position) {
    let done = 0;
    while (done < target.length) {
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, target, done, target.length - done, position + done);
        if (length === 0)
            return false;
        done += length;
    }
    return true;
}
function openForReading(path, label) {
    try {
        // The tree has regular files only. If a file became a fifo or a link since, opening must not wait for a writer or
        // follow the link.
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
            cause: error,
            fix: 'make the file readable for the user of the build',
        });
    }
}


/***/ }),

/***/ 48884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ noContent),
/* harmony export */   dr: () => (/* binding */ NO_XATTRS),
/* harmony export */   ed: () => (/* binding */ ContentDigest),
/* harmony export */   l8: () => (/* binding */ zerosOf),
/* harmony export */   rf: () => (/* binding */ digestOfContent),
/* harmony export */   uY: () => (/* binding */ ZEROS)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


/** Zeros in place of a hole. They are shared, and must not be changed. */
const ZEROS = Buffer.alloc(_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ);
/** A hole of this many bytes, as pieces of zeros. */
function* zerosOf(length) {
    for (let left = length; left > 0; left -= ZEROS.length)
        yield ZEROS.subarray(0, Math.min(ZEROS.length, left));
}
/** Computes the SHA-256 of a content from its pieces, with its holes as zeros. */
class ContentDigest {
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #end = 0;
    /** Adds a piece, which must not begin before the end of the one before it. */
    add({ offset, bytes }) {
        this.#fillTo(offset);
        this.#hash.update(bytes);
        this.#end = offset + bytes.length;
    }
    /** In hexadecimal digits, for a content of `size` bytes. Nothing can be added after it. */
    digest(size) {
        this.#fillTo(size);
        return this.#hash.digest('hex');
    }
    #fillTo(end) {
        for (const zeros of zerosOf(end - this.#end))
            this.#hash.update(zeros);
    }
}
/** The SHA-256 of a content in hexadecimal digits, with its holes as zeros. */
async function digestOfContent({ size, content }) {
    const digest = new ContentDigest();
    for await (const piece of content())
        digest.add(piece);
    return digest.digest(size);
}
/** The content of an entry that is not a file. */
async function* noContent() { }
/** The attributes of an entry that has none. */
const NO_XATTRS = new Map();


/***/ }),

/***/ 93232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contentPieces: () => (/* binding */ contentPieces),
/* harmony export */   entriesOfTree: () => (/* binding */ entriesOfTree)
/* harmony export */ });
/* harmony import */ var _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13252);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48884);
/* harmony import */ var _turns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49909);



/** In bytes. */
const PIECE_BYTES = 256 * 1024;
/** The time for an entry, as bytes that are read in this time. */
const ENTRY_BYTES = 1024;
/**
 * The entries of a tree in memory, as `Artifact` describes them: a directory before its entries, in the order of bytes. The
 * contents can be read in any order while the spools are open.
 *
 * @throws FledgeError `input` from `content()` if a host file cannot be read or has changed.
 */
async function* entriesOfTree(tree, { layerOf, signal } = {}) {
    const links = linksOfTree(tree);
    const numbers = new Map();
    const contents = { opener: new _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ContentOpener */ .n(), turns: new _turns_js__WEBPACK_IMPORTED_MODULE_2__/* .Turns */ .P(), signal };
    let last = 0;
    const numberOf = (inode) => {
        if (inode.kind === 'directory' || !links.has(inode))
            return ++last;
        const number = numbers.get(inode) ?? ++last;
        numbers.set(inode, number);
        return number;
    };
    for (const walked of tree.walk()) {
        signal?.throwIfAborted();
        await contents.turns.after(ENTRY_BYTES);
        const { path, inode, directory } = walked;
        const { kind, mode, uid, gid, mtime, xattrs } = inode;
        const source = kind === 'file' ? inode.content : undefined;
        const layer = layerOf?.(walked);
        yield {
            ...{ path, kind, mode, uid, gid, mtime, size: sizeOf(inode) },
            // As in most file systems, each directory in a directory has a link to it.
            links: inode.kind === 'directory' ? 2 + (directory?.subdirectories ?? 0) : (links.get(inode) ?? 1),
            ino: numberOf(inode),
            ...(kind === 'symlink' && { target: inode.target }),
            ...((kind === 'char-device' || kind === 'block-device') && {
                device: { major: inode.major, minor: inode.minor },
            }),
            ...(source !== undefined && { source }),
            ...(layer !== undefined && { layer }),
            xattrs: () => Promise.resolve(buffersOf(xattrs)),
            content: () => (source === undefined ? (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .noContent */ .V$)() : contentPieces(source, contents)),
        };
    }
}
/** The number of names of each inode that has several. */
function linksOfTree(tree) {
    const seen = new Set();
    const links = new Map();
    for (const { inode } of tree.leaves()) {
        if (seen.has(inode))
            links.set(inode, (links.get(inode) ?? 1) + 1);
        else
            seen.add(inode);
    }
    return links;
}
function sizeOf(inode) {
    if (inode.kind === 'file')
        return inode.content.size;
    return inode.kind === 'symlink' ? inode.target.length : 0;
}
function buffersOf(xattrs) {
    if (xattrs.size === 0)
        return _content_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_XATTRS */ .dr;
    return new Map(Array.from(xattrs, ([name, value]) => [name, Buffer.from(value.buffer, value.byteOffset, value.length)]));
}
/**
 * The data of a content without the holes.
 *
 * @throws FledgeError `input` if it is a host file that cannot be read or has changed; the reason of the signal.
 */
async function* contentPieces(content, { opener = new _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ContentOpener */ .n(), turns = new _turns_js__WEBPACK_IMPORTED_MODULE_2__/* .Turns */ .P(), signal } = {}) {
    const extents = content.kind === 'spool' ? content.extents : [{ offset: 0, length: content.size }];
    const reader = opener.open(content);
    try {
        for (const { offset, length } of extents) {
            for (let done = 0; done < length;) {
                // The number of a closed descriptor can be that of another file.
                signal?.throwIfAborted();
                const bytes = Buffer.allocUnsafe(Math.min(PIECE_BYTES, length - done));
                reader.read(bytes, offset + done);
                yield { offset: offset + done, bytes };
                done += bytes.length;
                await turns.after(bytes.length);
            }
        }
    }
    finally {
        reader.close();
    }
}


/***/ }),

/***/ 49909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Turns)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** Synchronous work between two turns of the event loop. */
const BYTES_PER_TURN = 1024 * 1024;
/** Lets the process handle signals and timers between synchronous reads. */
class Turns {
    #sinceTurn = 0;
    /** Counts work in bytes, or what takes as long as reading them. */
    async after(bytes) {
        this.#sinceTurn += bytes;
        if (this.#sinceTurn < BYTES_PER_TURN)
            return;
        this.#sinceTurn = 0;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
    }
}


/***/ }),

/***/ 90928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LayerHistory: () => (/* binding */ LayerHistory)
/* harmony export */ });
/* harmony import */ var _inside_tree_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93232);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63920);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98249);



/** The layers that installed the packages of an operating system: the first ones whose databases have them in this version. */
class LayerHistory {
    /** The layers of the packages, by database. */
    #layers = new Map();
    /** Reads the databases that a layer has changed, when it is in the tree. `diffId` is the digest of the uncompressed layer. */
    async add(tree, { spool, diffId }) {
        for (const path of _readers_js__WEBPACK_IMPORTED_MODULE_1__/* .DATABASE_PATHS */ .H) {
            const inode = tree.get(path);
            const content = inode?.kind === 'file' ? inode.content : undefined;
            const reader = (0,_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .readerFor */ .d)(path);
            if (content?.kind !== 'spool' || content.spool !== spool || reader === undefined)
                continue;
            if (content.size > reader.maxBytes)
                continue;
            const bytes = Buffer.alloc(content.size);
            for await (const piece of (0,_inside_tree_entries_js__WEBPACK_IMPORTED_MODULE_0__.contentPieces)(content))
                piece.bytes.copy(bytes, piece.offset);
            const known = this.#layers.get(path);
            try {
                const packages = Array.from(await reader.read(bytes, { path }), keyOf);
                this.#layers.set(path, new Map(packages.map((key) => [key, known?.get(key) ?? diffId])));
            }
            catch (error) {
                // A later layer can replace it. If none does, the file is reported when the whole tree is read.
                if (!(error instanceof _unreadable_js__WEBPACK_IMPORTED_MODULE_2__/* .UnreadablePart */ .r))
                    throw error;
            }
        }
    }
    /** The package with the layer that installed it, if that is known. */
    withLayer(found) {
        const layer = this.#layers.get(found.path)?.get(keyOf(found));
        return layer === undefined ? found : { ...found, layer };
    }
}
function keyOf({ name, version = '', architecture = '' }) {
    return JSON.stringify([name, version, architecture]);
}


/***/ }),

/***/ 74473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf),
/* harmony export */   u: () => (/* binding */ readParagraphs)
/* harmony export */ });
/** Longer values are cut off: no name, version or licence is longer. In characters. */
const MAX_VALUE = 1024;
/**
 * The paragraphs of a text in the format of Debian's control files (deb-control(5)) or of RFC 822: lines with `Key: value`,
 * separated by empty lines. Keys are in lower case. Only the first line of a value is kept, and only the wanted keys.
 */
function* readParagraphs(bytes, wanted) {
    let fields = new Map();
    for (const line of linesOf(bytes)) {
        if (line.trim() === '') {
            if (fields.size > 0)
                yield fields;
            fields = new Map();
            continue;
        }
        const colon = line.indexOf(':');
        if (colon <= 0 || line.startsWith(' ') || line.startsWith('\t'))
            continue;
        const key = line.slice(0, colon).toLowerCase();
        if (wanted.has(key) && !fields.has(key))
            fields.set(key, copyOf(line.slice(colon + 1, colon + 1 + MAX_VALUE).trim()));
    }
    if (fields.size > 0)
        yield fields;
}
/** A part of a string keeps the whole string in memory, and many files can have a line of megabytes. */
function copyOf(text) {
    return Buffer.from(text, 'utf16le').toString('utf16le');
}
const LINE_FEED = 0x0a;
/** No reader needs more of a line. In bytes. */
const MAX_LINE = 16 * 1024;
/** The lines of a text, without their ends; of a long one, only its beginning. One at a time, so that no other copy of a large database is made. */
function* linesOf(bytes) {
    for (let start = 0; start < bytes.length;) {
        const found = bytes.indexOf(LINE_FEED, start);
        const end = found === -1 ? bytes.length : found;
        yield bytes.toString('utf8', start, Math.min(end, start + MAX_LINE)).replace(/\r$/, '');
        start = end + 1;
    }
}


/***/ }),

/***/ 63920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ DATABASE_PATHS),
  d: () => (/* binding */ readerFor)
});

// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/sbom/paragraphs.js
var paragraphs = __webpack_require__(74473);
;// CONCATENATED MODULE: ./build/sbom/apk.js

const MAX_VALUE = 1024;
/**
 * The packages of the database `installed` of apk-tools. A line is a letter, a colon and a value; an empty line ends a package.
 * P, V, A, L and o are name, version, architecture, licence and source package
 * (https://wiki.alpinelinux.org/wiki/Apk_spec, "Installed Database V2").
 */
function* readApkInstalled(bytes, place) {
    let fields = new Map();
    for (const line of (0,paragraphs/* linesOf */.D)(bytes)) {
        if (line === '') {
            yield* packageOf(fields, place);
            fields = new Map();
        }
        else if (line[1] === ':' && 'PVALo'.includes(line.charAt(0)) && !fields.has(line.charAt(0))) {
            fields.set(line.charAt(0), line.slice(2, 2 + MAX_VALUE));
        }
    }
    yield* packageOf(fields, place);
}
function* packageOf(fields, place) {
    const name = fields.get('P');
    if (name === undefined || name === '')
        return;
    const source = fields.get('o');
    yield {
        ...place,
        ecosystem: 'apk',
        name,
        version: fields.get('V'),
        architecture: fields.get('A'),
        licence: fields.get('L'),
        ...(source !== name && { source }),
    };
}

;// CONCATENATED MODULE: ./build/sbom/dpkg.js

const FIELDS = new Set(['package', 'status', 'version', 'architecture', 'source']);
/** States of dpkg(1) in which the files of a package are not on the disk. */
const WITHOUT_FILES = new Set(['not-installed', 'config-files']);
/**
 * The packages of a status file of dpkg, or of a file in the `status.d` of a distroless image, whose paragraphs have no status.
 * `Source` is a name, and a version in brackets if the source package has another version.
 */
function* readDpkgStatus(bytes, place) {
    for (const fields of (0,paragraphs/* readParagraphs */.u)(bytes, FIELDS)) {
        const name = fields.get('package');
        const state = fields.get('status')?.split(/\s+/)[2];
        if (name === undefined || name === '' || (state !== undefined && WITHOUT_FILES.has(state)))
            continue;
        const [, source, sourceVersion] = /^(\S+)(?:\s+\(([^)]*)\))?/.exec(fields.get('source') ?? '') ?? [];
        yield {
            ...place,
            ecosystem: 'deb',
            name,
            version: fields.get('version'),
            architecture: fields.get('architecture'),
            source: source === undefined || sourceVersion === undefined ? source : `${source}@${sourceVersion}`,
        };
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/sbom/unreadable.js
var unreadable = __webpack_require__(98249);
;// CONCATENATED MODULE: ./build/sbom/npm.js


const packageSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().min(1).max(214),
    version: schemas/* string */.YjP().max(256).optional().catch(undefined),
    license: schemas/* union */.KCZ([schemas/* string */.YjP().max(1024), schemas/* object */.Ikc({ type: schemas/* string */.YjP().max(1024) }).transform(({ type }) => type)])
        .optional()
        .catch(undefined),
});
/** The package of a package.json below `node_modules`. A file without a name, which chooses a module format, is not a package. */
function* readNpmPackage(bytes, place) {
    let document;
    try {
        document = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
    }
    catch {
        throw new unreadable/* UnreadablePart */.r('it is not valid JSON');
    }
    const parsed = packageSchema.safeParse(document);
    if (!parsed.success)
        return;
    const { name, version, license } = parsed.data;
    yield { ...place, ecosystem: 'npm', name, version, licence: license };
}

;// CONCATENATED MODULE: ./build/sbom/python.js

const python_FIELDS = new Set(['name', 'version', 'license', 'license-expression']);
/** A longer value is the text of a licence, and not its name. In characters. */
const MAX_LICENCE_NAME = 100;
/** The package of a METADATA or PKG-INFO file (https://packaging.python.org/specifications/core-metadata). */
function* readPythonMetadata(bytes, place) {
    // The description, which can have fields of the same names, follows an empty line.
    const [fields] = (0,paragraphs/* readParagraphs */.u)(bytes, python_FIELDS);
    const name = fields?.get('name');
    if (fields === undefined || name === undefined || name === '')
        return;
    const licence = fields.get('license-expression') ?? fields.get('license') ?? '';
    const isName = licence !== '' && licence !== 'UNKNOWN' && licence.length <= MAX_LICENCE_NAME;
    yield { ...place, ecosystem: 'pypi', name, version: fields.get('version'), ...(isName && { licence }) };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
;// CONCATENATED MODULE: ./build/sbom/rpm-header.js

/** Sizes in bytes, tags and types of a header (https://rpm-software-management.github.io/rpm/manual/format_header.html). */
const INTRO_BYTES = 8;
const INDEX_ENTRY_BYTES = 16;
const NAME = 1000;
const VERSION = 1001;
const RELEASE = 1002;
const EPOCH = 1003;
const LICENCE = 1014;
const ARCHITECTURE = 1022;
const SOURCE_RPM = 1044;
const INT32 = 4;
const STRING_TYPES = new Set([6, 9]);
const rpm_header_MAX_VALUE = 1024;
/** A key for signatures, which rpm stores like a package. */
const PUBLIC_KEY = 'gpg-pubkey';
/**
 * The package of a header in a database of rpm, which begins with the lengths of its index and its data.
 *
 * @throws UnreadablePart if the header is damaged.
 */
function readRpmHeader(header, place) {
    const values = valuesOf(header);
    const text = (tag) => {
        const value = values.get(tag);
        return typeof value === 'string' ? value : undefined;
    };
    const name = text(NAME);
    const version = text(VERSION);
    if (name === undefined || version === undefined)
        throw damaged();
    if (name === PUBLIC_KEY)
        return undefined;
    const release = text(RELEASE);
    const epoch = values.get(EPOCH);
    return {
        ...place,
        ecosystem: 'rpm',
        name,
        version: release === undefined ? version : `${version}-${release}`,
        architecture: text(ARCHITECTURE),
        epoch: typeof epoch === 'number' ? epoch : undefined,
        source: text(SOURCE_RPM),
        licence: text(LICENCE),
    };
}
function valuesOf(header) {
    if (header.length < INTRO_BYTES)
        throw damaged();
    const entries = header.readUInt32BE(0);
    const dataBytes = header.readUInt32BE(4);
    const dataAt = INTRO_BYTES + entries * INDEX_ENTRY_BYTES;
    if (dataAt + dataBytes > header.length)
        throw damaged();
    const data = header.subarray(dataAt, dataAt + dataBytes);
    const values = new Map();
    for (let at = INTRO_BYTES; at < dataAt; at += INDEX_ENTRY_BYTES) {
        const tag = header.readUInt32BE(at);
        const type = header.readUInt32BE(at + 4);
        const offset = header.readUInt32BE(at + 8);
        if (tag < NAME || tag > SOURCE_RPM)
            continue;
        if (type === INT32 && offset + 4 <= data.length)
            values.set(tag, data.readUInt32BE(offset));
        if (!STRING_TYPES.has(type) || offset >= data.length)
            continue;
        const end = data.indexOf(0, offset);
        if (end !== -1)
            values.set(tag, data.toString('utf8', offset, Math.min(end, offset + rpm_header_MAX_VALUE)));
    }
    return values;
}
function damaged() {
    return new unreadable/* UnreadablePart */.r('a header of a package in it is damaged');
}

;// CONCATENATED MODULE: ./build/sbom/rpm-database.js






/** The table of rpm, without white space and quotes. A view, or a column that is computed, could keep SQLite busy for ever. */
const TABLE = 'createtablepackages(hnumintegerprimarykeyautoincrement,blobblobnotnull)';
/** More rows than any system has packages. */
const MAX_ROWS = 200_000;
/**
 * The packages of an `rpmdb.sqlite`, which is read as a temporary file, because SQLite opens files only.
 *
 * @throws UnreadablePart if it is not a database of rpm, or is damaged.
 */
async function readRpmDatabase(bytes, place) {
    const scratch = (0,files_scratch.temporaryDirectory)('sbom');
    try {
        const path = (0,external_node_path_.join)(scratch.path, 'rpmdb.sqlite');
        await (0,promises_.writeFile)(path, bytes, { mode: 0o600, flag: 'wx' });
        return packagesIn(path, bytes.length, place);
    }
    finally {
        scratch.dispose();
    }
}
function packagesIn(path, size, place) {
    const { DatabaseSync } = sqlite();
    let database;
    try {
        database = new DatabaseSync(path, { readOnly: true, allowExtension: false, enableForeignKeyConstraints: false });
        database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
        const table = database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'Packages'").get();
        const statement = String(table?.['sql'] ?? '');
        if (statement.replace(/[\s'"`]|IF NOT EXISTS/gi, '').toLowerCase() !== TABLE) {
            throw new unreadable/* UnreadablePart */.r('it has no table of packages as rpm makes it');
        }
        const packages = [];
        let rows = 0;
        let headerBytes = 0;
        for (const { blob } of database.prepare('SELECT blob FROM Packages').iterate()) {
            rows += 1;
            if (rows > MAX_ROWS)
                throw new unreadable/* UnreadablePart */.r(`it has more than ${MAX_ROWS} packages`);
            headerBytes += blob instanceof Uint8Array ? blob.length : 0;
            // In a damaged file, rows can share pages, and be repeated any number of times.
            if (!(blob instanceof Uint8Array) || headerBytes > size)
                throw new unreadable/* UnreadablePart */.r('it is damaged');
            const found = readRpmHeader(Buffer.from(blob.buffer, blob.byteOffset, blob.length), place);
            if (found !== undefined)
                packages.push(found);
        }
        return packages;
    }
    catch (error) {
        if (error instanceof unreadable/* UnreadablePart */.r)
            throw error;
        throw new unreadable/* UnreadablePart */.r(`SQLite cannot read it: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    finally {
        if (database?.isOpen === true)
            database.close();
    }
}
/** Node's SQLite, without the warning that it is experimental: users can do nothing about it. */
function sqlite() {
    const { emitWarning } = process;
    process.emitWarning = () => { };
    try {
        return process.getBuiltinModule('node:sqlite');
    }
    finally {
        process.emitWarning = emitWarning;
    }
}

;// CONCATENATED MODULE: ./build/sbom/readers.js








const MAX_DATABASE_BYTES = 64 * units/* MEBIBYTE */.gJ;
/** A header of rpm lists all files of a package, so that the database of a large system has hundreds of megabytes. */
const MAX_RPM_BYTES = 512 * units/* MEBIBYTE */.gJ;
const MAX_MANIFEST_BYTES = 4 * units/* MEBIBYTE */.gJ;
const RPM_DIRECTORIES = ['var/lib/rpm', 'usr/lib/sysimage/rpm', 'usr/share/rpm'];
/** The databases with all packages of a system, at their places. A layer of an image replaces a database as a whole. */
const DATABASES = new Map([
    ['var/lib/dpkg/status', { maxBytes: MAX_DATABASE_BYTES, read: readDpkgStatus }],
    ...['lib/apk/db/installed', 'usr/lib/apk/db/installed'].map((path) => [path, { maxBytes: MAX_DATABASE_BYTES, read: readApkInstalled }]),
    ...RPM_DIRECTORIES.map((directory) => [`${directory}/rpmdb.sqlite`, { maxBytes: MAX_RPM_BYTES, read: readRpmDatabase }]),
].map(([path, reader]) => [(0,byte_string/* byteStringFromText */.dw)(path), reader]));
/** The paths of the databases with all packages of a system. */
const DATABASE_PATHS = [...DATABASES.keys()];
/** Files at places that a pattern describes. */
const OTHERS = [
    {
        matches: /^var\/lib\/dpkg\/status\.d\/(?!.*\.md5sums$)[^/]+$/,
        maxBytes: MAX_MANIFEST_BYTES,
        read: readDpkgStatus,
    },
    {
        matches: new RegExp(`^(?:${RPM_DIRECTORIES.join('|')})/Packages(?:\\.db)?$`),
        maxBytes: Number.POSITIVE_INFINITY,
        read: () => {
            throw new unreadable/* UnreadablePart */.r('databases of rpm that are not SQLite (Berkeley DB and ndb) are not supported');
        },
    },
    {
        matches: /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/,
        maxBytes: MAX_MANIFEST_BYTES,
        read: readNpmPackage,
    },
    {
        matches: /(?:^|\/)[^/]+\.(?:dist-info\/METADATA|egg-info\/PKG-INFO|egg-info)$/,
        maxBytes: MAX_MANIFEST_BYTES,
        read: readPythonMetadata,
    },
];
/** The names of the files that a pattern describes. Most paths do not match, so that they need one look only. */
const LAST_NAMES = new RegExp([/\/(?:Packages|Packages\.db|package\.json|METADATA|PKG-INFO|[^/]*\.egg-info)$/, /^var\/lib\/dpkg\/status\.d\//]
    .map(({ source }) => source)
    .join('|'));
/** The reader for the file at a path; undefined if the file names no packages. */
function readerFor(path) {
    const database = DATABASES.get(path);
    if (database !== undefined || !LAST_NAMES.test(path))
        return database;
    return OTHERS.find(({ matches }) => matches.test(path));
}


/***/ }),

/***/ 98249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ UnreadablePart)
/* harmony export */ });
/** A file of an artifact whose packages cannot be listed. The message is a clause that follows `cannot read FILE: `. */
class UnreadablePart extends Error {
    name = 'UnreadablePart';
}


/***/ })

};
