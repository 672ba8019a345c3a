export const id = 5293;
export const ids = [5293,8884];
export const modules = {

/***/ 35412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ copyMatch),
/* harmony export */   Z: () => (/* binding */ badBlock)
/* harmony export */ });
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57408);

/** The error for compressed data that no compressor makes. */
function badBlock() {
    return (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)('a compressed block is not valid');
}
/** In bytes. For shorter copies, a call costs more than a loop. */
const LONG = 32;
/** Copies earlier output. The ranges can overlap, and then the copied bytes repeat. */
function copyMatch(output, at, distance, length) {
    if (distance >= length && length >= LONG)
        output.copyWithin(at, at - distance, at - distance + length);
    else if (distance === 1 && length >= LONG)
        output.fill(output[at - 1] ?? 0, at, at + length);
    else
        for (let to = at; to < at + length; to++)
            output[to] = output[to - distance] ?? 0;
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

/***/ 65293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  isOciLayout: () => (/* binding */ isOciLayout),
  openArtifact: () => (/* binding */ openArtifact)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/formats/cpio-reader.js
var cpio_reader = __webpack_require__(56098);
// EXTERNAL MODULE: ./build/inside/content.js
var content = __webpack_require__(48884);
// EXTERNAL MODULE: ./build/inside/path.js
var inside_path = __webpack_require__(96462);
// EXTERNAL MODULE: ./build/inside/stream.js
var stream = __webpack_require__(56433);
;// CONCATENATED MODULE: ./build/inside/cpio.js




/** Larger than any number of an inode in an archive. */
const INODES_OF_ARCHIVE = 2 ** 32;
/**
 * The entries of an initramfs, in the order of the archive. It is decompressed while it is read.
 *
 * @throws FledgeError `input` if the archive is damaged, or the error of the decompressor.
 */
async function* readCpioTree(file, path, isGzip) {
    const gunzip = isGzip ? (0,stream/* gunzipOf */.v)(file) : undefined;
    try {
        for await (const entry of (0,cpio_reader/* readCpio */.Q)(gunzip ?? (0,stream/* piecesOf */.X)(file), path))
            yield entryOf(entry);
    }
    finally {
        gunzip?.destroy();
    }
}
function entryOf(entry) {
    const { kind, mode, uid, gid, mtime, size, links, ino, archive, target, deviceMajor: major, deviceMinor: minor, } = entry;
    const isDevice = kind === 'char-device' || kind === 'block-device';
    return {
        path: inTree(entry.path),
        ...{ kind, mode, uid, gid, size, links },
        mtime: { seconds: mtime, nanoseconds: 0 },
        ino: archive * INODES_OF_ARCHIVE + ino,
        ...(target !== undefined && { target }),
        ...(isDevice && { device: { major, minor } }),
        xattrs: () => Promise.resolve(content/* NO_XATTRS */.dr),
        content: () => piecesAt(entry),
    };
}
/** The path without what the kernel ignores: `./`, slashes at both ends, and repeated slashes. */
function inTree(path) {
    if (path !== '.' && !/^\/|^\.\/|\/\/|\/$|\/\.(?:\/|$)/.test(path))
        return path;
    return (0,inside_path/* normalisedPath */._6)(path);
}
async function* piecesAt(entry) {
    let offset = 0;
    for await (const bytes of entry.data()) {
        yield { offset, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
        offset += bytes.length;
    }
}

// EXTERNAL MODULE: ./build/inside/damage.js
var damage = __webpack_require__(57408);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/tree/entry.js
var entry = __webpack_require__(93241);
;// CONCATENATED MODULE: ./build/inside/kind-of-mode.js

/** The bits of a mode that are its type (inode(7), S_IFMT). */
const TYPE_MASK = 0o170000;
const KINDS = new Map([
    [entry/* TYPE_BITS */.c.fifo, 'fifo'],
    [entry/* TYPE_BITS */.c['char-device'], 'char-device'],
    [entry/* TYPE_BITS */.c.directory, 'directory'],
    [entry/* TYPE_BITS */.c['block-device'], 'block-device'],
    [entry/* TYPE_BITS */.c.file, 'file'],
    [entry/* TYPE_BITS */.c.symlink, 'symlink'],
    [0o140000, 'socket'],
]);
/** The kind of an inode by its mode (st_mode); undefined for a type that Linux does not have. */
function kindOfMode(mode) {
    return KINDS.get(mode & TYPE_MASK);
}

// EXTERNAL MODULE: ./build/inside/turns.js
var turns = __webpack_require__(49909);
;// CONCATENATED MODULE: ./build/inside/directory/open-directories.js

const OPEN_FLAGS = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW;
/**
 * Open directories from a root down to the last used one. Every step starts at an open directory (`/proc/self/fd`), so that
 * no symbolic link is followed and the length of paths is not limited.
 */
class OpenDirectories {
    #root;
    #isClosed = false;
    #open = [];
    /** Links in the path of the root are followed. @throws the error of the system. */
    constructor(root) {
        this.#root = (0,external_node_fs_.openSync)(root, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY);
    }
    /**
     * A path that the system can resolve, to an entry in the directory with these names below the root; without a name, to
     * the directory itself. It is valid until the next call.
     *
     * @throws the error of the system: ELOOP or ENOTDIR if one of the names is not a directory. An error after `close`.
     */
    pathIn(names, name) {
        // The number of a closed descriptor can be that of another directory.
        if (this.#isClosed)
            throw new Error('it is closed');
        let common = 0;
        while (common < this.#open.length && this.#open[common]?.name === names[common])
            common += 1;
        for (const { descriptor } of this.#open.splice(common))
            (0,external_node_fs_.closeSync)(descriptor);
        for (const below of names.slice(common)) {
            this.#open.push({ name: below, descriptor: (0,external_node_fs_.openSync)(this.#pathTo(below), OPEN_FLAGS) });
        }
        return this.#pathTo(name);
    }
    /** Can be called twice. */
    close() {
        if (this.#isClosed)
            return;
        this.#isClosed = true;
        for (const { descriptor } of this.#open.splice(0))
            (0,external_node_fs_.closeSync)(descriptor);
        (0,external_node_fs_.closeSync)(this.#root);
    }
    #pathTo(name) {
        const descriptor = this.#open.at(-1)?.descriptor ?? this.#root;
        return Buffer.from(`/proc/self/fd/${descriptor}/${name ?? '.'}`, 'latin1');
    }
}

;// CONCATENATED MODULE: ./build/inside/directory/read-file.js

/** In bytes; a multiple of a block. */
const PIECE_BYTES = 256 * 1024;
const BLOCK_BYTES = 4096;
const NO_DATA = Buffer.alloc(BLOCK_BYTES);
/** The unit of `st_blocks` (stat(2)). */
const STAT_BLOCK_BYTES = 512n;
/** A file was replaced, changed or removed while it was read. */
class ChangedMeanwhile extends Error {
    name = 'ChangedMeanwhile';
}
/**
 * The data of a regular file. Node cannot ask for holes, so blocks of zeros are left out if the file has fewer blocks than
 * its size needs.
 *
 * @throws ChangedMeanwhile if the path leads to another file, or the file changes; or the error of the system.
 */
async function* readFilePieces({ known, pathNow, turns, signal }) {
    // A fifo in the place of the file does not block, and a link is not followed.
    const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOCTTY;
    const descriptor = (0,external_node_fs_.openSync)(pathNow(), flags);
    try {
        requireUnchanged(descriptor, known);
        const size = Number(known.size);
        const mayHaveHoles = known.blocks * STAT_BLOCK_BYTES < known.size;
        for (let offset = 0; offset < size;) {
            signal?.throwIfAborted();
            const bytes = Buffer.allocUnsafe(Math.min(PIECE_BYTES, size - offset));
            for (let done = 0; done < bytes.length;) {
                const count = (0,external_node_fs_.readSync)(descriptor, bytes, done, bytes.length - done, offset + done);
                if (count === 0)
                    throw new ChangedMeanwhile();
                done += count;
            }
            if (mayHaveHoles)
                yield* withoutZeros({ offset, bytes });
            else
                yield { offset, bytes };
            offset += bytes.length;
            await turns.after(bytes.length);
        }
        requireUnchanged(descriptor, known);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function requireUnchanged(descriptor, known) {
    const { dev, ino, mode, size, mtimeNs } = (0,external_node_fs_.fstatSync)(descriptor, { bigint: true });
    const isSame = dev === known.dev && ino === known.ino && mode === known.mode;
    if (!isSame || size !== known.size || mtimeNs !== known.mtimeNs)
        throw new ChangedMeanwhile();
}
/** The runs of blocks with data. */
function* withoutZeros({ offset, bytes }) {
    let begin;
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
        const end = Math.min(at + BLOCK_BYTES, bytes.length);
        const isHole = bytes.compare(NO_DATA, 0, end - at, at, end) === 0;
        if (!isHole)
            begin ??= at;
        else if (begin !== undefined) {
            yield { offset: offset + begin, bytes: bytes.subarray(begin, at) };
            begin = undefined;
        }
    }
    if (begin !== undefined)
        yield { offset: offset + begin, bytes: bytes.subarray(begin) };
}

;// CONCATENATED MODULE: ./build/inside/directory/directory-tree.js









const PERMISSIONS = 0o7777;
const NANOSECONDS = 1000000000n;
/** The time for an entry, as bytes that are read in this time. */
const ENTRY_BYTES = 4096;
/** The entries of a directory of this machine, mounted file systems included. Symbolic links are not followed. */
class DirectoryTree {
    #directories;
    #options;
    #turns = new turns/* Turns */.P();
    /** @throws FledgeError `input` if the directory cannot be opened. */
    constructor(directory, options) {
        this.#options = options;
        try {
            this.#directories = new OpenDirectories(directory);
        }
        catch (error) {
            throw this.#explain(error, '');
        }
    }
    /**
     * The entries, as `Artifact` describes them.
     *
     * @throws FledgeError `input` if one cannot be read, or changes meanwhile, or has a path that is longer than 4,095 bytes.
     */
    async *entries() {
        const numbers = new Map();
        let last = 0;
        const numberOf = ({ dev, ino, nlink }, kind) => {
            if (kind === 'directory' || nlink === 1n)
                return ++last;
            const key = `${dev}:${ino}`;
            const number = numbers.get(key) ?? ++last;
            numbers.set(key, number);
            return number;
        };
        const levels = [];
        const enter = (entry, names) => {
            if (entry.kind === 'directory')
                levels.push({ names, path: entry.path, todo: this.#namesIn(names, entry.path) });
        };
        const root = this.#entryAt([], undefined, numberOf);
        yield root;
        enter(root, []);
        for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
            const name = level.todo.pop();
            if (name === undefined) {
                levels.pop();
                continue;
            }
            this.#options.signal?.throwIfAborted();
            await this.#turns.after(ENTRY_BYTES);
            const entry = this.#entryAt(level.names, name, numberOf);
            yield entry;
            enter(entry, [...level.names, name]);
        }
    }
    close() {
        this.#directories.close();
    }
    #namesIn(names, path) {
        return this.#attempt(path, () => (0,external_node_fs_.readdirSync)(this.#directories.pathIn(names), { encoding: 'buffer' })
            .map(byte_string/* byteStringFromBytes */.Pb)
            .sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(b, a)));
    }
    #entryAt(parent, name, numberOf) {
        const path = (name === undefined ? '' : [...parent, name].join('/'));
        if (path.length > linux_limits/* MAX_PATH_BYTES */.PR) {
            const what = `a path in it has more than ${linux_limits/* MAX_PATH_BYTES */.PR} bytes, the limit of Linux`;
            throw new errors/* FledgeError */.aE('input', `cannot read ${this.#options.path}: ${what}`, {
                fix: 'name a directory below it',
            });
        }
        const stats = this.#attempt(path, () => (0,external_node_fs_.lstatSync)(this.#directories.pathIn(parent, name), { bigint: true }));
        const { size, nlink, rdev, uid, gid } = stats;
        const mode = Number(stats.mode);
        const kind = kindOfMode(mode);
        if (kind === undefined)
            throw this.#explain(new Error('its type is unknown'), path);
        const isDevice = kind === 'char-device' || kind === 'block-device';
        return {
            ...{ path, kind, mode: mode & PERMISSIONS, uid: Number(uid), gid: Number(gid), mtime: timeOf(stats.mtimeNs) },
            ...{ size: Number(size), links: Number(nlink), ino: numberOf(stats, kind) },
            ...(kind === 'symlink' && { target: this.#targetOf(parent, name, path) }),
            ...(isDevice && { device: { major: majorOf(rdev), minor: minorOf(rdev) } }),
            xattrs: () => this.#options.readXattrs(path),
            content: () => (kind === 'file' ? this.#piecesOf(parent, name, { path, stats }) : (0,content/* noContent */.V$)()),
        };
    }
    #targetOf(parent, name, path) {
        const read = () => (0,external_node_fs_.readlinkSync)(this.#directories.pathIn(parent, name), { encoding: 'buffer' });
        return (0,byte_string/* byteStringFromBytes */.Pb)(this.#attempt(path, read));
    }
    async *#piecesOf(parent, name, { path, stats }) {
        const pathNow = () => this.#directories.pathIn(parent, name);
        const { signal } = this.#options;
        try {
            yield* readFilePieces({ known: stats, pathNow, turns: this.#turns, signal });
        }
        catch (error) {
            throw signal?.aborted ? error : this.#explain(error, path);
        }
    }
    #attempt(path, read) {
        try {
            return read();
        }
        catch (error) {
            throw this.#explain(error, path);
        }
    }
    #explain(error, path) {
        const { path: root } = this.#options;
        const shown = path === '' ? root : `${root.replace(/\/+$/, '')}/${(0,byte_string/* displayByteString */.oO)(path)}`;
        const code = (0,errors/* systemCodeOf */.c7)(error);
        // An entry that was just listed is a link or another kind of file now, or is missing.
        const isChanged = path !== '' && (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'EINVAL');
        if (error instanceof ChangedMeanwhile || isChanged) {
            return new errors/* FledgeError */.aE('input', `cannot read ${shown}: it changed while the directory was read`, {
                cause: error,
                fix: 'run the command again when no other process writes to the directory',
            });
        }
        const fix = code === 'EACCES' ? 'run the command as a user who may read it' : undefined;
        return new errors/* FledgeError */.aE('input', `cannot read ${shown}: ${(0,errors/* readFailureOf */.Og)(error)}`, { cause: error, fix });
    }
}
/** Of a time before 1970, the nanoseconds are positive, too. */
function timeOf(nanoseconds) {
    const rest = ((nanoseconds % NANOSECONDS) + NANOSECONDS) % NANOSECONDS;
    return { seconds: Number((nanoseconds - rest) / NANOSECONDS), nanoseconds: Number(rest) };
}
/** makedev(3) of glibc. */
function majorOf(device) {
    return Number(((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n));
}
function minorOf(device) {
    return Number((device & 0xffn) | ((device >> 12n) & 0xffffff00n));
}

// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/tools/getfattr.js





/** The arguments that print all attributes of the entries of the working directory. No symbolic link is followed. */
const GETFATTR_ARGUMENTS = [
    '--recursive',
    '--physical',
    '--no-dereference',
    '--dump',
    '--match=-',
    '--encoding=hex',
    '.',
];
/**
 * The extended attributes of all entries of a directory that have some, by path; the directory itself has the empty path.
 * Only root can read the namespace `trusted`.
 *
 * @throws FledgeError `tool` if getfattr is missing or fails.
 */
async function attributesBelow(directory, signal) {
    const { path } = await (0,find/* requireTool */.Y0)(table/* getfattr */.YR, signal);
    const parser = new DumpParser();
    await (0,exec/* run */.eF)(path, GETFATTR_ARGUMENTS, {
        cwd: directory,
        env: (0,environment/* environmentFor */.DD)('getfattr', {}),
        stdout: (bytes) => parser.push(bytes),
        signal,
    });
    return parser.finish();
}
/**
 * Reads the output of getfattr: for each file with attributes, a line `# file: PATH`, lines `NAME=0xVALUE`, and an empty
 * line.
 */
class DumpParser {
    #found = new Map();
    #file = new Map();
    #rest = '';
    push(bytes) {
        const lines = (this.#rest + (0,byte_string/* byteStringFromBytes */.Pb)(bytes)).split('\n');
        this.#rest = lines.pop() ?? '';
        for (const line of lines)
            this.#readLine(line);
    }
    finish() {
        if (this.#rest !== '')
            this.#readLine(this.#rest);
        return this.#found;
    }
    #readLine(line) {
        const path = /^# file: (.*)$/.exec(line)?.[1];
        if (path !== undefined) {
            this.#file = new Map();
            this.#found.set(path === '.' ? '' : withoutEscapes(path), this.#file);
            return;
        }
        // An attribute with an empty value has `0x` or, in older versions, nothing after its name.
        const [, name = '', hex = ''] = /^([^=]+)(?:=0x([0-9a-f]*))?$/.exec(line) ?? [];
        if (name !== '')
            this.#file.set(withoutEscapes(name), Buffer.from(hex, 'hex'));
    }
}
/** Some bytes are written as `\` and three octal digits. */
function withoutEscapes(text) {
    const replaced = text.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
    return replaced;
}

;// CONCATENATED MODULE: ./build/inside/directory/xattrs.js




/**
 * Reads the extended attributes of a directory when they are requested for the first time, with one run of getfattr for all
 * entries, because Node cannot read them. Those that exist stay in memory. `path` is the directory for messages.
 *
 * @throws FledgeError `tool` if getfattr is missing or fails.
 */
function xattrsOf(directory, path, signal) {
    let reading;
    return async (entry) => {
        reading ??= attributesBelow(directory, signal).catch((error) => {
            if (!(error instanceof exec/* ProgramError */.Zj))
                throw error;
            const message = `cannot read the extended attributes in ${path}: ${error.message}`;
            throw new errors/* FledgeError */.aE('tool', message, { cause: error, fix: 'run the command as a user who may read all of it' });
        });
        return (await reading).get(entry) ?? content/* NO_XATTRS */.dr;
    };
}

;// CONCATENATED MODULE: ./build/inside/directory/open-directory.js



/**
 * Opens a directory of this machine. Its extended attributes are read by getfattr, and only if they are requested.
 *
 * @throws FledgeError `input` if it cannot be opened.
 */
async function openDirectory(path, { signal }) {
    const directory = await (0,promises_.realpath)(path);
    const tree = new DirectoryTree(directory, { path, readXattrs: xattrsOf(directory, path, signal), signal });
    return {
        format: 'directory',
        isStream: false,
        entries: () => tree.entries(),
        facts: () => Promise.resolve([]),
        close: () => Promise.resolve(tree.close()),
    };
}

// EXTERNAL MODULE: ./build/inside/disk.js
var inside_disk = __webpack_require__(90696);
;// CONCATENATED MODULE: ./build/inside/ext/inode.js

// As in Documentation/filesystems/ext4/inodes.rst of the kernel.
const OLD_INODE_SIZE = 128;
const INODE_FLAG = {
    encrypt: 0x800,
    hugeFile: 0x4_0000,
    extents: 0x8_0000,
    eaInode: 0x20_0000,
    inlineData: 0x1000_0000,
};
/** The number of bytes for block mappings, device numbers, or a short target. */
const MAP_BYTES = 60;
/** Decodes an inode; `bytes` has the whole size of an inode in the file system. */
function decodeInode(number, bytes, geometry) {
    const mode = bytes.readUInt16LE(0);
    const kind = kindOfMode(mode);
    const extra = bytes.length > OLD_INODE_SIZE ? bytes.readUInt16LE(128) : 0;
    const map = bytes.subarray(40, 40 + MAP_BYTES);
    const hasSizeHigh = kind === 'file' || kind === 'directory';
    const size = bytes.readUInt32LE(4) + (hasSizeHigh ? bytes.readUInt32LE(108) * 2 ** 32 : 0);
    const flags = bytes.readUInt32LE(32);
    return {
        number,
        kind,
        mode: mode & 0o7777,
        uid: bytes.readUInt16LE(2) + bytes.readUInt16LE(120) * 2 ** 16,
        gid: bytes.readUInt16LE(24) + bytes.readUInt16LE(122) * 2 ** 16,
        mtime: inode_timeOf(bytes.readInt32LE(16), extra >= 12 ? bytes.readUInt32LE(136) : 0),
        size,
        links: bytes.readUInt16LE(26),
        ...((kind === 'char-device' || kind === 'block-device') && { device: deviceOf(map) }),
        flags,
        allocated: (flags & INODE_FLAG.inlineData) !== 0 ? size : allocatedBytes(bytes, flags, geometry),
        map,
        xattrBlock: bytes.readUInt32LE(104) + bytes.readUInt16LE(118) * 2 ** 32,
        xattrArea: bytes.subarray(Math.min(bytes.length, OLD_INODE_SIZE + extra)),
    };
}
const SECTOR_BYTES = 512;
/** From i_blocks, which counts sectors, or blocks for huge files. A hostile inode can have any number: it is limited. */
function allocatedBytes(bytes, flags, { blockSize, blocks }) {
    const count = bytes.readUInt32LE(28) + bytes.readUInt16LE(116) * 2 ** 32;
    return Math.min(count * ((flags & INODE_FLAG.hugeFile) === 0 ? SECTOR_BYTES : blockSize), blocks * blockSize);
}
/** Two bits of `extra` continue the signed seconds, and 30 are nanoseconds. */
function inode_timeOf(seconds, extra) {
    return { seconds: seconds + (extra & 3) * 2 ** 32, nanoseconds: Math.min(extra >>> 2, 999_999_999) };
}
/** The numbers of a device, in the encoding of 16 bits or in that of 32 bits (fs/ext4/inode.c, new_decode_dev). */
function deviceOf(map) {
    const old = map.readUInt32LE(0);
    if (old !== 0)
        return { major: (old >>> 8) & 0xff, minor: old & 0xff };
    const device = map.readUInt32LE(4);
    return { major: (device >>> 8) & 0xfff, minor: (device & 0xff) | ((device >>> 12) & 0xf_ff00) };
}

;// CONCATENATED MODULE: ./build/inside/ext/blocks.js



const EXTENT_MAGIC = 0xf30a;
const EXTENT_BYTES = 12;
/** A longer extent is allocated, but reads as zeros. */
const MAX_WRITTEN = 32_768;
const MAX_DEPTH = 5;
const MAX_LOGICAL = 2 ** 32;
/**
 * The runs of blocks with the data of an inode, in ascending order. A run is within the file system, and all runs together
 * have no more blocks than that, so that a small image cannot contain endless data.
 *
 * @throws UnreadableImage
 */
async function* runsOf(inode, disk, superblock) {
    const { blocks, firstBlock } = superblock;
    const hasExtents = (inode.flags & INODE_FLAG.extents) !== 0;
    const runs = hasExtents
        ? extentsIn(inode.map, { disk, superblock, depth: undefined, from: 0, to: MAX_LOGICAL })
        : mappedRuns(inode, disk, superblock);
    let total = 0;
    for await (const run of runs) {
        total += run.count;
        if (run.physical < firstBlock || run.physical + run.count > blocks || total > blocks) {
            throw (0,damage/* damaged */.qM)(`inode ${inode.number} has blocks outside of the file system`);
        }
        yield run;
    }
}
/** Documentation/filesystems/ext4/ifork.rst, "Extent Tree". Each node must be within the part of the file that its parent gives it. */
async function* extentsIn(node, { disk, superblock, depth, from, to }) {
    const count = node.readUInt16LE(2);
    const ownDepth = node.readUInt16LE(6);
    const isPossible = node.readUInt16LE(0) === EXTENT_MAGIC &&
        EXTENT_BYTES * (count + 1) <= node.length &&
        (depth === undefined ? ownDepth <= MAX_DEPTH : ownDepth === depth && count > 0);
    if (!isPossible)
        throw (0,damage/* damaged */.qM)('an extent tree is not valid');
    let least = from;
    for (let index = 1; index <= count; index++) {
        const at = index * EXTENT_BYTES;
        const logical = node.readUInt32LE(at);
        if (logical < least || logical >= to)
            throw (0,damage/* damaged */.qM)('the extents of a file are not in order');
        if (ownDepth > 0) {
            const child = node.readUInt32LE(at + 4) + node.readUInt16LE(at + 8) * 2 ** 32;
            const next = index < count ? node.readUInt32LE(at + EXTENT_BYTES) : to;
            const bytes = await readBlock(child, disk, superblock);
            yield* extentsIn(bytes, { disk, superblock, depth: ownDepth - 1, from: logical, to: next });
            least = next;
        }
        else {
            const length = node.readUInt16LE(at + 4);
            const isWritten = length <= MAX_WRITTEN;
            const blocks = isWritten ? length : length - MAX_WRITTEN;
            if (blocks === 0 || logical + blocks > to)
                throw (0,damage/* damaged */.qM)('the extents of a file are not in order');
            const physical = node.readUInt32LE(at + 8) + node.readUInt16LE(at + 6) * 2 ** 32;
            if (isWritten)
                yield { logical, physical, count: blocks };
            least = logical + blocks;
        }
    }
}
const DIRECT_BLOCKS = 12;
/** The block map of ext2: twelve blocks, then trees of one, two and three levels. Neighbours are joined. */
async function* mappedRuns(inode, disk, superblock) {
    const perBlock = superblock.blockSize / 4;
    const end = Math.ceil(inode.size / superblock.blockSize);
    let tables = 0;
    let run;
    for await (const { logical, physical } of mappedBlocks()) {
        if (run !== undefined && run.logical + run.count === logical && run.physical + run.count === physical) {
            run = { ...run, count: run.count + 1 };
            continue;
        }
        if (run !== undefined)
            yield run;
        run = { logical, physical, count: 1 };
    }
    if (run !== undefined)
        yield run;
    async function* mappedBlocks() {
        for (let index = 0; index < Math.min(DIRECT_BLOCKS, end); index++) {
            const physical = inode.map.readUInt32LE(4 * index);
            if (physical !== 0)
                yield { logical: index, physical };
        }
        let first = DIRECT_BLOCKS;
        for (let levels = 1; levels <= 3; levels++) {
            const root = inode.map.readUInt32LE(4 * (DIRECT_BLOCKS + levels - 1));
            if (root !== 0 && first < end)
                yield* indirect(root, levels, first);
            first += perBlock ** levels;
        }
    }
    async function* indirect(block, levels, first) {
        tables += 1;
        if (tables > superblock.blocks)
            throw (0,damage/* damaged */.qM)(`inode ${inode.number} has more blocks than the file system`);
        const table = await readBlock(block, disk, superblock);
        const span = perBlock ** (levels - 1);
        for (let index = 0; index < perBlock && first + index * span < end; index++) {
            const physical = table.readUInt32LE(4 * index);
            if (physical === 0)
                continue;
            if (levels === 1)
                yield { logical: first + index, physical };
            else
                yield* indirect(physical, levels - 1, first + index * span);
        }
    }
}
/**
 * Reads one block.
 *
 * @throws UnreadableImage if it is not in the file system, or in the file.
 */
async function readBlock(block, disk, { blockSize, blocks, firstBlock }) {
    if (block < firstBlock || block >= blocks)
        throw (0,damage/* damaged */.qM)(`block ${block} is not in the file system`);
    return (0,inside_disk/* readWhole */.oD)(disk, block * blockSize, blockSize);
}

;// CONCATENATED MODULE: ./build/inside/ext/directory.js

const HEADER_BYTES = 8;
/**
 * The names in one block of a directory, without `.` and `..`. The index blocks of a hashed directory look like unused entries
 * (Documentation/filesystems/ext4/directory.rst).
 *
 * @throws UnreadableImage
 */
function* namesIn(block) {
    for (let at = 0; at + HEADER_BYTES <= block.length;) {
        const inode = block.readUInt32LE(at);
        const length = entryLength(block.readUInt16LE(at + 4), block.length);
        const nameLength = block.readUInt8(at + 6);
        if (length < HEADER_BYTES + nameLength || length % 4 !== 0 || at + length > block.length) {
            throw (0,damage/* damaged */.qM)('a directory entry is not valid');
        }
        if (inode !== 0) {
            const name = block.toString('latin1', at + HEADER_BYTES, at + HEADER_BYTES + nameLength);
            if (name === '' || /[/\0]/.test(name))
                throw (0,damage/* damaged */.qM)('a directory contains a name that is not possible');
            if (name !== '.' && name !== '..')
                yield { name, inode };
        }
        at += length;
    }
}
/** 65,536 does not fit in the 16 bits of the field (fs/ext4/ext4.h, ext4_rec_len_from_disk). */
function entryLength(stored, blockSize) {
    if (blockSize < 65_536)
        return stored;
    if (stored === 65_535 || stored === 0)
        return blockSize;
    return (stored & 65_532) | ((stored & 3) << 16);
}

;// CONCATENATED MODULE: ./build/inside/ext/superblock.js

// As in Documentation/filesystems/ext4/super.rst of the kernel. Numbers on the disk are little-endian.
const SUPERBLOCK_AT = 1024;
const SUPERBLOCK_BYTES = 1024;
const MAGIC = 0xef53;
const MAX_LOG_BLOCK_SIZE = 6;
const superblock_OLD_INODE_SIZE = 128;
const OLD_DESCRIPTOR_SIZE = 32;
const COMPAT = { sparseSuper2: 0x200 };
/** The features that change how files are read, with their names in mke2fs(8). */
const INCOMPAT = {
    compression: 0x1,
    filetype: 0x2,
    recover: 0x4,
    journalDevice: 0x8,
    metaBg: 0x10,
    extents: 0x40,
    '64bit': 0x80,
    mmp: 0x100,
    flexBg: 0x200,
    eaInode: 0x400,
    dirData: 0x1000,
    checksumSeed: 0x2000,
    largeDir: 0x4000,
    inlineData: 0x8000,
    encrypt: 0x1_0000,
    casefold: 0x2_0000,
};
const READABLE = INCOMPAT.filetype |
    INCOMPAT.recover |
    INCOMPAT.metaBg |
    INCOMPAT.extents |
    INCOMPAT['64bit'] |
    INCOMPAT.mmp |
    INCOMPAT.flexBg |
    INCOMPAT.eaInode |
    INCOMPAT.checksumSeed |
    INCOMPAT.largeDir |
    INCOMPAT.inlineData |
    INCOMPAT.encrypt |
    INCOMPAT.casefold;
const READ_ONLY_COMPAT = { sparseSuper: 0x1, bigalloc: 0x200 };
/**
 * Reads the superblock.
 *
 * @throws UnreadableImage if it is damaged, or has a feature with which files cannot be read.
 */
async function readSuperblock(disk) {
    const bytes = await disk.read(SUPERBLOCK_AT, SUPERBLOCK_BYTES);
    if (bytes.length < SUPERBLOCK_BYTES || bytes.readUInt16LE(56) !== MAGIC)
        throw (0,damage/* damaged */.qM)('it has no superblock');
    const logBlockSize = bytes.readUInt32LE(24);
    if (logBlockSize > MAX_LOG_BLOCK_SIZE)
        throw (0,damage/* damaged */.qM)('its block size is not possible');
    const isOld = bytes.readUInt32LE(76) === 0;
    const compat = isOld ? 0 : bytes.readUInt32LE(92);
    const incompat = isOld ? 0 : bytes.readUInt32LE(96);
    const readOnlyCompat = isOld ? 0 : bytes.readUInt32LE(100);
    refuseFeatures(incompat, readOnlyCompat);
    const is64Bit = (incompat & INCOMPAT['64bit']) !== 0;
    const wide = (low, high) => bytes.readUInt32LE(low) + (is64Bit ? bytes.readUInt32LE(high) * 2 ** 32 : 0);
    const blockSize = 2 ** (10 + logBlockSize);
    const blocks = wide(4, 336);
    const firstBlock = bytes.readUInt32LE(20);
    const blocksPerGroup = bytes.readUInt32LE(32);
    const inodesPerGroup = bytes.readUInt32LE(40);
    const inodeSize = isOld ? superblock_OLD_INODE_SIZE : bytes.readUInt16LE(88);
    const descriptorSize = is64Bit ? bytes.readUInt16LE(254) : OLD_DESCRIPTOR_SIZE;
    const isPossible = Number.isSafeInteger(blocks * blockSize) &&
        firstBlock === (blockSize === 1024 ? 1 : 0) &&
        blocks > firstBlock &&
        blocksPerGroup > 0 &&
        blocksPerGroup <= 8 * blockSize &&
        inodesPerGroup > 0 &&
        inodesPerGroup <= 8 * blockSize &&
        isPowerOfTwo(inodeSize) &&
        inodeSize >= superblock_OLD_INODE_SIZE &&
        inodeSize <= blockSize &&
        isPowerOfTwo(descriptorSize) &&
        descriptorSize >= OLD_DESCRIPTOR_SIZE &&
        descriptorSize <= 1024;
    if (!isPossible)
        throw (0,damage/* damaged */.qM)('its superblock contradicts itself');
    const groups = Math.ceil((blocks - firstBlock) / blocksPerGroup);
    const backups = [bytes.readUInt32LE(588), bytes.readUInt32LE(592)];
    return {
        blockSize,
        blocks,
        inodes: bytes.readUInt32LE(0),
        firstBlock,
        blocksPerGroup,
        inodesPerGroup,
        groups,
        inodeSize,
        descriptorSize,
        firstMetaGroup: (incompat & INCOMPAT.metaBg) === 0 ? Number.POSITIVE_INFINITY : bytes.readUInt32LE(260),
        hasSuperblock(group) {
            if (group === 0)
                return true;
            if ((compat & COMPAT.sparseSuper2) !== 0)
                return backups.includes(group);
            return (readOnlyCompat & READ_ONLY_COMPAT.sparseSuper) === 0 || group === 1 || isPowerOf357(group);
        },
    };
}
function refuseFeatures(incompat, readOnlyCompat) {
    if ((readOnlyCompat & READ_ONLY_COMPAT.bigalloc) !== 0) {
        throw new damage/* UnreadableImage */.Do('the feature bigalloc of its ext4 file system is not supported');
    }
    const unknown = incompat & ~READABLE;
    if (unknown === 0)
        return;
    const names = {
        [INCOMPAT.compression]: 'compression',
        [INCOMPAT.journalDevice]: 'journal_dev',
        [INCOMPAT.dirData]: 'dirdata',
    };
    const lowest = unknown & -unknown;
    const name = names[lowest] ?? `0x${(lowest >>> 0).toString(16)}`;
    throw new damage/* UnreadableImage */.Do(`the feature ${name} of its ext4 file system is not supported`);
}
function isPowerOfTwo(value) {
    return value > 0 && (value & (value - 1)) === 0;
}
/** sparse_super: copies are in the groups whose numbers are powers of 3, 5 and 7. */
function isPowerOf357(group) {
    return [3, 5, 7].some((base) => {
        let power = base;
        while (power < group)
            power *= base;
        return power === group;
    });
}

;// CONCATENATED MODULE: ./build/inside/ext/xattrs.js


// As in Documentation/filesystems/ext4/attributes.rst of the kernel.
const xattrs_MAGIC = 0xea02_0000;
const xattrs_ENTRY_BYTES = 16;
const BLOCK_HEADER_BYTES = 32;
const PREFIXES = {
    0: '',
    1: 'user.',
    2: 'system.posix_acl_access',
    3: 'system.posix_acl_default',
    4: 'trusted.',
    6: 'security.',
    7: 'system.',
    8: 'system.richacl',
};
const ACL_NAMES = [PREFIXES[2] ?? '', PREFIXES[3] ?? ''];
/** The limit of Linux for a value (XATTR_SIZE_MAX). */
const MAX_VALUE_BYTES = 65_536;
/** The attributes in the inode itself. */
function xattrsInInode(area) {
    if (area.length < 8 || area.readUInt32LE(0) !== xattrs_MAGIC)
        return [];
    return entriesOf(area, 4, 4);
}
/** The attributes in a block of their own. */
function xattrsInBlock(block) {
    if (block.readUInt32LE(0) !== xattrs_MAGIC)
        throw (0,damage/* damaged */.qM)('a block of extended attributes is not valid');
    return entriesOf(block, BLOCK_HEADER_BYTES, 0);
}
/** `base` is the position to which offsets of values are relative. */
function entriesOf(bytes, first, base) {
    const found = [];
    for (let at = first; at + 4 <= bytes.length && bytes.readUInt32LE(at) !== 0;) {
        if (at + xattrs_ENTRY_BYTES > bytes.length)
            throw (0,damage/* damaged */.qM)('extended attributes are not valid');
        const nameLength = bytes.readUInt8(at);
        const prefix = PREFIXES[bytes.readUInt8(at + 1)];
        const position = base + bytes.readUInt16LE(at + 2);
        const inode = bytes.readUInt32LE(at + 4);
        const size = bytes.readUInt32LE(at + 8);
        const isInside = inode !== 0 || position + size <= bytes.length;
        if (prefix === undefined || !isInside || at + xattrs_ENTRY_BYTES + nameLength > bytes.length || size > MAX_VALUE_BYTES) {
            throw (0,damage/* damaged */.qM)('extended attributes are not valid');
        }
        const suffix = bytes.toString('latin1', at + xattrs_ENTRY_BYTES, at + xattrs_ENTRY_BYTES + nameLength);
        const name = (0,byte_string/* byteStringFromBytes */.Pb)(Buffer.from(prefix + suffix, 'latin1'));
        found.push({
            name,
            value: inode === 0 ? bytes.subarray(position, position + size) : Buffer.alloc(0),
            ...(inode !== 0 && { elsewhere: { inode, size } }),
        });
        at += xattrs_ENTRY_BYTES + nameLength + (-nameLength & 3);
    }
    return found;
}
/** The value that getxattr(2) returns. ext4 stores access control lists in a form of its own. */
function storedToValue(name, stored) {
    return ACL_NAMES.includes(name) ? decodeAcl(stored) : Buffer.from(stored);
}
const ACL_USER = 0x02;
const ACL_GROUP = 0x08;
const STORED_VERSION = 1;
const VERSION = 2;
const NO_ID = 0xffff_ffff;
/** From the form of fs/ext4/acl.h to that of linux/posix_acl_xattr.h. */
function decodeAcl(stored) {
    if (stored.length < 4 || stored.readUInt32LE(0) !== STORED_VERSION)
        throw (0,damage/* damaged */.qM)('an access control list is not valid');
    const version = Buffer.alloc(4);
    version.writeUInt32LE(VERSION);
    const parts = [version];
    for (let at = 4; at < stored.length;) {
        if (at + 4 > stored.length)
            throw (0,damage/* damaged */.qM)('an access control list is not valid');
        const tag = stored.readUInt16LE(at);
        const hasId = tag === ACL_USER || tag === ACL_GROUP;
        if (hasId && at + 8 > stored.length)
            throw (0,damage/* damaged */.qM)('an access control list is not valid');
        const entry = Buffer.alloc(8);
        stored.copy(entry, 0, at, at + 4);
        entry.writeUInt32LE(hasId ? stored.readUInt32LE(at + 4) : NO_ID, 4);
        parts.push(entry);
        at += hasId ? 8 : 4;
    }
    return Buffer.concat(parts);
}

;// CONCATENATED MODULE: ./build/inside/ext/volume.js








const ROOT_INODE = 2;
/** The part of a file that is in memory, in bytes. */
const volume_PIECE_BYTES = 1024 * 1024;
/** The part of a directory that is in memory, in bytes. */
const DIRECTORY_BYTES = 128 * 1024;
/** The data of a smaller file are read together with what is after them. */
const SMALL_BYTES = 32 * 1024;
const MAX_TARGET_BYTES = 4096;
/** In one directory. Its names are sorted in memory. */
const MAX_NAMES = 4_000_000;
/** The attribute that continues the data of an inode which has no blocks (inline_data). */
const INLINE_DATA = 'system.data';
/** The data of a directory in its inode begin with the number of its parent. */
const PARENT_BYTES = 4;
/** Reads inodes, and what belongs to them, from an ext2, ext3 or ext4 file system. */
class ExtVolume {
    root = ROOT_INODE;
    superblock;
    #disk;
    /** For structures, which are small. */
    #cached;
    #smallFiles;
    #tables = new Map();
    #directoryBlocks = 0;
    constructor(superblock, disk, cached) {
        this.superblock = superblock;
        this.#disk = disk;
        this.#cached = cached;
        this.#smallFiles = (0,inside_disk/* cachedDisk */.C7)(disk);
    }
    /** @throws UnreadableImage if the superblock is damaged, or has a feature that is not supported. */
    static async open(disk) {
        const cached = (0,inside_disk/* cachedDisk */.C7)(disk);
        const superblock = await readSuperblock(cached);
        // All limits below follow from the number of blocks.
        if (superblock.blocks * superblock.blockSize > disk.size)
            throw (0,inside_disk/* endsEarly */.c2)();
        return new ExtVolume(superblock, disk, cached);
    }
    /** @throws UnreadableImage */
    inode(number) {
        const { inodesPerGroup, inodeSize, inodes } = this.superblock;
        const table = this.#tables.get(Math.floor((number - 1) / inodesPerGroup));
        if (table !== undefined && number >= 1 && number <= inodes) {
            const bytes = this.#cached.peek(this.#positionOf(number, table), inodeSize);
            if (bytes !== undefined)
                return decodeInode(number, bytes, this.superblock);
        }
        return this.#readInode(number);
    }
    #positionOf(number, table) {
        const { inodesPerGroup, inodeSize, blockSize } = this.superblock;
        return table * blockSize + ((number - 1) % inodesPerGroup) * inodeSize;
    }
    async #readInode(number) {
        const { inodes, inodesPerGroup, inodeSize, blocks } = this.superblock;
        if (number < 1 || number > inodes)
            throw (0,damage/* damaged */.qM)(`there is no inode ${number}`);
        const group = Math.floor((number - 1) / inodesPerGroup);
        const table = this.#tables.get(group) ?? (await this.#tableOf(group));
        if (table >= blocks)
            throw (0,damage/* damaged */.qM)(`the inodes of group ${group} are outside of the file system`);
        const bytes = await (0,inside_disk/* readWhole */.oD)(this.#cached, this.#positionOf(number, table), inodeSize);
        return decodeInode(number, bytes, this.superblock);
    }
    /** The block at which the inodes of a group begin (Documentation/filesystems/ext4/group_descr.rst). */
    async #tableOf(group) {
        const { blockSize, blocksPerGroup, descriptorSize, firstBlock, firstMetaGroup, groups } = this.superblock;
        if (group >= groups)
            throw (0,damage/* damaged */.qM)(`there is no block group ${group}`);
        const perBlock = blockSize / descriptorSize;
        const metaGroup = Math.floor(group / perBlock);
        const first = metaGroup * perBlock;
        const block = metaGroup < firstMetaGroup
            ? firstBlock + 1 + metaGroup
            : firstBlock + first * blocksPerGroup + (this.superblock.hasSuperblock(first) ? 1 : 0);
        const position = block * blockSize + (group % perBlock) * descriptorSize;
        const bytes = await (0,inside_disk/* readWhole */.oD)(this.#cached, position, descriptorSize);
        const table = bytes.readUInt32LE(8) + (descriptorSize >= 64 ? bytes.readUInt32LE(40) * 2 ** 32 : 0);
        this.#tables.set(group, table);
        return table;
    }
    /** The data of an inode in ascending order, without its holes. */
    async *content(inode) {
        if ((inode.flags & INODE_FLAG.encrypt) !== 0)
            throw new damage/* UnreadableImage */.Do(`inode ${inode.number} is encrypted`);
        if ((inode.flags & INODE_FLAG.inlineData) !== 0) {
            const bytes = await this.#inlineData(inode);
            if (bytes.length > 0)
                yield { offset: 0, bytes };
            return;
        }
        const { blockSize } = this.superblock;
        for await (const { logical, physical, count } of runsOf(inode, this.#cached, this.superblock)) {
            const start = logical * blockSize;
            if (start >= inode.size)
                return;
            const end = Math.min(start + count * blockSize, inode.size);
            for (let offset = start; offset < end; offset += volume_PIECE_BYTES) {
                const length = Math.min(volume_PIECE_BYTES, end - offset);
                // Small files are beside each other.
                const source = length <= SMALL_BYTES ? this.#smallFiles : this.#disk;
                yield { offset, bytes: await (0,inside_disk/* readWhole */.oD)(source, physical * blockSize + offset - start, length) };
            }
        }
    }
    /** The data in an inode. Like the kernel, it reads what is beyond them as zeros: mke2fs stores sparse files so. */
    async #inlineData(inode) {
        const rest = (await this.#storedXattrs(inode)).find(({ name }) => name === INLINE_DATA)?.value;
        const bytes = Buffer.concat([inode.map, rest ?? Buffer.alloc(0)]);
        return bytes.subarray(0, inode.size);
    }
    /** The target of a symbolic link. */
    async target(inode) {
        const { size, map, flags } = inode;
        const isInMap = size < MAP_BYTES && (flags & (INODE_FLAG.extents | INODE_FLAG.inlineData)) === 0;
        if (isInMap)
            return (0,byte_string/* byteStringFromBytes */.Pb)(map.subarray(0, size));
        if (size > MAX_TARGET_BYTES)
            throw (0,damage/* damaged */.qM)(`the target of the link in inode ${inode.number} has ${size} bytes`);
        const target = Buffer.alloc(size);
        for await (const { offset, bytes } of this.content(inode))
            bytes.copy(target, offset);
        if (target.includes(0))
            throw (0,damage/* damaged */.qM)(`the target of the link in inode ${inode.number} contains a zero`);
        return (0,byte_string/* byteStringFromBytes */.Pb)(target);
    }
    /** The names in a directory, in the order in which they are stored. */
    async names(inode) {
        if ((inode.flags & INODE_FLAG.encrypt) !== 0) {
            throw new damage/* UnreadableImage */.Do(`the directory in inode ${inode.number} is encrypted`);
        }
        // Each reading of the whole tree has its own limit.
        if (inode.number === ROOT_INODE)
            this.#directoryBlocks = 0;
        const found = [];
        if ((inode.flags & INODE_FLAG.inlineData) !== 0) {
            const data = await this.#inlineData(inode);
            for (const part of [data.subarray(PARENT_BYTES, MAP_BYTES), data.subarray(MAP_BYTES)])
                found.push(...namesIn(part));
            return found;
        }
        const { blockSize, blocks } = this.superblock;
        const end = Math.ceil(inode.size / blockSize);
        for await (const { logical, physical, count } of runsOf(inode, this.#cached, this.superblock)) {
            if (logical >= end)
                break;
            const wanted = Math.min(count, end - logical);
            // A block belongs to one directory only, so that a small image cannot contain endless names.
            this.#directoryBlocks += wanted;
            if (this.#directoryBlocks > blocks)
                throw (0,damage/* damaged */.qM)('its directories have more blocks than the file system');
            const step = Math.max(1, Math.floor(DIRECTORY_BYTES / blockSize));
            for (let first = 0; first < wanted; first += step) {
                const read = Math.min(step, wanted - first);
                // Not through the cache: what is around a directory is seldom used.
                const bytes = await (0,inside_disk/* readWhole */.oD)(this.#disk, (physical + first) * blockSize, read * blockSize);
                for (let at = 0; at < bytes.length; at += blockSize) {
                    if (found.length > MAX_NAMES)
                        throw new damage/* UnreadableImage */.Do('a directory has too many names');
                    for (const name of namesIn(bytes.subarray(at, at + blockSize)))
                        found.push(name);
                }
            }
        }
        return found;
    }
    /** The extended attributes of an inode, as getxattr(2) returns them. */
    async xattrs(inode) {
        const found = new Map();
        for (const { name, value, elsewhere } of await this.#storedXattrs(inode)) {
            if (name === INLINE_DATA)
                continue;
            found.set(name, storedToValue(name, elsewhere === undefined ? value : await this.#valueIn(elsewhere)));
        }
        return found;
    }
    async #storedXattrs({ xattrArea, xattrBlock }) {
        const inInode = xattrsInInode(xattrArea);
        if (xattrBlock === 0)
            return inInode;
        return [...inInode, ...xattrsInBlock(await readBlock(xattrBlock, this.#cached, this.superblock))];
    }
    /** A value in an inode of its own (ea_inode). */
    async #valueIn({ inode: number, size }) {
        const inode = await this.inode(number);
        if ((inode.flags & INODE_FLAG.eaInode) === 0)
            throw (0,damage/* damaged */.qM)(`inode ${number} has no value of an attribute`);
        const value = Buffer.alloc(size);
        for await (const { offset, bytes } of this.content({ ...inode, size }))
            bytes.copy(value, offset);
        return value;
    }
}

;// CONCATENATED MODULE: ./build/inside/facts/values.js

/** A UUID in the usual groups of hexadecimal digits. */
function uuidOf(bytes) {
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
/** A text in a field of fixed size, for people. It ends at the first NUL. */
function textOf(bytes) {
    const end = bytes.indexOf(0);
    return (0,byte_string/* displayByteString */.oO)((0,byte_string/* byteStringFromBytes */.Pb)(end === -1 ? bytes : bytes.subarray(0, end)));
}
/** A time in seconds since 1970 in the form of ISO 8601. */
function values_timeOf(seconds) {
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
/**
 * The names of the bits that are set. `unknown` names a bit without a name.
 *
 * @param names by the number of the bit.
 */
function namesOfBits(word, names, unknown) {
    const found = [];
    for (let rest = BigInt(word), bit = 0; rest > 0n; rest >>= 1n, bit++) {
        if ((rest & 1n) === 1n)
            found.push(names.get(bit) ?? unknown(bit));
    }
    return found;
}

;// CONCATENATED MODULE: ./build/inside/facts/btrfs.js


// struct btrfs_super_block (include/uapi/linux/btrfs_tree.h). The names of features are those of the kernel's sysfs.
const btrfs_SUPERBLOCK_AT = 0x1_0000;
const CHECKSUMS = ['crc32c', 'xxhash64', 'sha256', 'blake2b'];
const btrfs_READ_ONLY_COMPAT = new Map([
    [0, 'free_space_tree'],
    [1, 'free_space_tree_valid'],
    [2, 'verity'],
    [3, 'block_group_tree'],
]);
const btrfs_INCOMPAT = new Map([
    [0, 'mixed_backref'],
    [1, 'default_subvol'],
    [2, 'mixed_groups'],
    [3, 'compress_lzo'],
    [4, 'compress_zstd'],
    [5, 'big_metadata'],
    [6, 'extended_iref'],
    [7, 'raid56'],
    [8, 'skinny_metadata'],
    [9, 'no_holes'],
    [10, 'metadata_uuid'],
    [11, 'raid1c34'],
    [12, 'zoned'],
    [13, 'extent_tree_v2'],
    [14, 'raid_stripe_tree'],
    [16, 'simple_quota'],
]);
/**
 * The facts of a btrfs superblock. They are shown as they are stored.
 *
 * @throws UnreadableImage if the file ends before it does.
 */
async function btrfsFacts(disk) {
    const bytes = await (0,inside_disk/* readWhole */.oD)(disk, btrfs_SUPERBLOCK_AT, 4096);
    const wide = (offset) => Number(bytes.readBigUInt64LE(offset));
    const size = wide(112);
    const used = wide(120);
    const checksum = bytes.readUInt16LE(196);
    const label = textOf(bytes.subarray(299, 299 + 256));
    return [
        { key: 'fileSystem', title: 'file system', value: 'btrfs' },
        { key: 'size', title: 'size', value: size, unit: 'bytes' },
        { key: 'used', title: 'used', value: used, unit: 'bytes' },
        { key: 'free', title: 'free', value: Math.max(0, size - used), unit: 'bytes' },
        { key: 'sectorSize', title: 'sector size', value: bytes.readUInt32LE(144), unit: 'bytes' },
        { key: 'nodeSize', title: 'node size', value: bytes.readUInt32LE(148), unit: 'bytes' },
        { key: 'devices', title: 'devices', value: wide(136) },
        { key: 'generation', title: 'generation', value: wide(72) },
        { key: 'checksum', title: 'checksum', value: CHECKSUMS[checksum] ?? `type ${checksum}` },
        { key: 'uuid', title: 'UUID', value: uuidOf(bytes.subarray(32, 48)) },
        ...(label === '' ? [] : [{ key: 'label', title: 'label', value: label }]),
        {
            key: 'features',
            title: 'features',
            value: [
                ...namesOfBits(bytes.readBigUInt64LE(180), btrfs_READ_ONLY_COMPAT, (bit) => `compat_ro bit ${bit}`),
                ...namesOfBits(bytes.readBigUInt64LE(188), btrfs_INCOMPAT, (bit) => `incompat bit ${bit}`),
            ],
        },
    ];
}

;// CONCATENATED MODULE: ./build/inside/facts/ext.js


// As in Documentation/filesystems/ext4/super.rst of the kernel. The names of features are those of e2fsprogs (lib/e2p/feature.c).
const ext_COMPAT = new Map([
    [0, 'dir_prealloc'],
    [1, 'imagic_inodes'],
    [2, 'has_journal'],
    [3, 'ext_attr'],
    [4, 'resize_inode'],
    [5, 'dir_index'],
    [6, 'lazy_bg'],
    [8, 'snapshot_bitmap'],
    [9, 'sparse_super2'],
    [10, 'fast_commit'],
    [11, 'stable_inodes'],
    [12, 'orphan_file'],
]);
const ext_INCOMPAT = new Map([
    [0, 'compression'],
    [1, 'filetype'],
    [2, 'needs_recovery'],
    [3, 'journal_dev'],
    [4, 'meta_bg'],
    [6, 'extent'],
    [7, '64bit'],
    [8, 'mmp'],
    [9, 'flex_bg'],
    [10, 'ea_inode'],
    [12, 'dirdata'],
    [13, 'metadata_csum_seed'],
    [14, 'large_dir'],
    [15, 'inline_data'],
    [16, 'encrypt'],
    [17, 'casefold'],
]);
const ext_READ_ONLY_COMPAT = new Map([
    [0, 'sparse_super'],
    [1, 'large_file'],
    [3, 'huge_file'],
    [4, 'uninit_bg'],
    [5, 'dir_nlink'],
    [6, 'extra_isize'],
    [7, 'snapshot'],
    [8, 'quota'],
    [9, 'bigalloc'],
    [10, 'metadata_csum'],
    [11, 'replica'],
    [12, 'read-only'],
    [13, 'project'],
    [14, 'shared_blocks'],
    [15, 'verity'],
    [16, 'orphan_present'],
]);
/** The bits of features that ext3 has; more than these make ext4. */
const EXT3_INCOMPAT = 0x16;
const EXT3_READ_ONLY_COMPAT = 0x7;
const HAS_JOURNAL = 0x4;
const NEEDS_RECOVERY = 0x4;
const IS_64BIT = 0x80;
const CLEAN = 0x1;
const WITH_ERRORS = 0x2;
/**
 * The facts of an ext2, ext3 or ext4 superblock. They are shown as they are stored.
 *
 * @throws UnreadableImage if the file ends before it does.
 */
async function extFacts(disk) {
    const bytes = await (0,inside_disk/* readWhole */.oD)(disk, 1024, 1024);
    const isOld = bytes.readUInt32LE(76) === 0;
    const compat = isOld ? 0 : bytes.readUInt32LE(92);
    const incompat = isOld ? 0 : bytes.readUInt32LE(96);
    const readOnlyCompat = isOld ? 0 : bytes.readUInt32LE(100);
    const wide = (low, high) => bytes.readUInt32LE(low) + ((incompat & IS_64BIT) === 0 ? 0 : bytes.readUInt32LE(high) * 2 ** 32);
    const blockSize = 2 ** (10 + (bytes.readUInt32LE(24) & 31));
    const blocks = wide(4, 336);
    const free = wide(12, 344);
    const state = bytes.readUInt16LE(58);
    const label = textOf(bytes.subarray(120, 136));
    const made = bytes.readUInt32LE(264) + bytes.readUInt8(0x276) * 2 ** 32;
    const written = bytes.readUInt32LE(48) + bytes.readUInt8(0x274) * 2 ** 32;
    const mounted = textOf(bytes.subarray(136, 200));
    return [
        { key: 'fileSystem', title: 'file system', value: revisionOf(compat, incompat, readOnlyCompat) },
        { key: 'size', title: 'size', value: blocks * blockSize, unit: 'bytes' },
        { key: 'used', title: 'used', value: Math.max(0, blocks - free) * blockSize, unit: 'bytes' },
        { key: 'free', title: 'free', value: free * blockSize, unit: 'bytes' },
        { key: 'blockSize', title: 'block size', value: blockSize, unit: 'bytes' },
        { key: 'inodes', title: 'inodes', value: bytes.readUInt32LE(0) },
        { key: 'freeInodes', title: 'free inodes', value: bytes.readUInt32LE(16) },
        { key: 'inodeSize', title: 'inode size', value: isOld ? 128 : bytes.readUInt16LE(88), unit: 'bytes' },
        { key: 'uuid', title: 'UUID', value: uuidOf(bytes.subarray(104, 120)) },
        ...(label === '' ? [] : [{ key: 'label', title: 'label', value: label }]),
        {
            key: 'features',
            title: 'features',
            value: [
                ...namesOfBits(compat, ext_COMPAT, (bit) => `FEATURE_C${bit}`),
                ...namesOfBits(incompat, ext_INCOMPAT, (bit) => `FEATURE_I${bit}`),
                ...namesOfBits(readOnlyCompat, ext_READ_ONLY_COMPAT, (bit) => `FEATURE_R${bit}`),
            ],
        },
        ...(made === 0 ? [] : [{ key: 'madeAt', title: 'made at', value: values_timeOf(made) }]),
        ...(written === 0 ? [] : [{ key: 'writtenAt', title: 'last written at', value: values_timeOf(written) }]),
        ...(mounted === '' ? [] : [{ key: 'mountedOn', title: 'last mounted on', value: mounted }]),
        { key: 'clean', title: 'clean', value: (state & CLEAN) !== 0 && (state & WITH_ERRORS) === 0 },
        { key: 'needsRecovery', title: 'needs recovery', value: (incompat & NEEDS_RECOVERY) !== 0 },
    ];
}
function revisionOf(compat, incompat, readOnlyCompat) {
    if ((incompat & ~EXT3_INCOMPAT) !== 0 || (readOnlyCompat & ~EXT3_READ_ONLY_COMPAT) !== 0)
        return 'ext4';
    return (compat & HAS_JOURNAL) === 0 ? 'ext2' : 'ext3';
}

;// CONCATENATED MODULE: ./build/inside/squashfs/superblock.js


// As in Documentation/filesystems/squashfs.rst and fs/squashfs/squashfs_fs.h of the kernel. Numbers on the disk are little-endian.
const superblock_SUPERBLOCK_BYTES = 96;
const superblock_MAGIC = 0x7371_7368;
const MIN_BLOCK_LOG = 12;
const MAX_BLOCK_LOG = 20;
const NO_TABLE = 0xffffffffffffffffn;
/** A reference is the offset of a block in its table times this number, plus the offset of a byte in the block. */
const OFFSET_UNIT = 0x1_0000;
/** The compressors by their numbers. */
const COMPRESSORS = ['gzip', 'lzma', 'lzo', 'xz', 'lz4', 'zstd'];
/**
 * Reads the superblock.
 *
 * @throws UnreadableImage if it is damaged, or is of an old version.
 */
async function superblock_readSuperblock(disk) {
    const bytes = await disk.read(0, superblock_SUPERBLOCK_BYTES);
    if (bytes.length < superblock_SUPERBLOCK_BYTES || bytes.readUInt32LE(0) !== superblock_MAGIC)
        throw (0,damage/* damaged */.qM)('it has no superblock');
    const version = `${bytes.readUInt16LE(28)}.${bytes.readUInt16LE(30)}`;
    if (version !== '4.0')
        throw new damage/* UnreadableImage */.Do(`version ${version} of its squashfs file system is not supported`);
    const compressor = COMPRESSORS[bytes.readUInt16LE(20) - 1];
    if (compressor === undefined)
        throw (0,damage/* damaged */.qM)('its compressor is not known');
    const table = (offset) => {
        const position = bytes.readBigUInt64LE(offset);
        return position === NO_TABLE ? undefined : Number(position);
    };
    const blockSize = bytes.readUInt32LE(12);
    const blockLog = bytes.readUInt16LE(22);
    const bytesUsed = Number(bytes.readBigUInt64LE(40));
    const fields = {
        idTable: table(48),
        xattrTable: table(56),
        inodeTable: table(64),
        directoryTable: table(72),
        fragmentTable: table(80),
    };
    const { idTable, inodeTable, directoryTable } = fields;
    const fragments = bytes.readUInt32LE(16);
    const ids = bytes.readUInt16LE(26);
    const isPossible = blockLog >= MIN_BLOCK_LOG &&
        blockLog <= MAX_BLOCK_LOG &&
        blockSize === 2 ** blockLog &&
        ids > 0 &&
        (fragments === 0 || fields.fragmentTable !== undefined) &&
        Object.values(fields).every((position) => position === undefined || position < bytesUsed);
    if (!isPossible || idTable === undefined || inodeTable === undefined || directoryTable === undefined) {
        throw (0,damage/* damaged */.qM)('its superblock contradicts itself');
    }
    if (inodeTable >= directoryTable)
        throw (0,damage/* damaged */.qM)('its superblock contradicts itself');
    // All limits of a reader follow from this number.
    if (bytesUsed > disk.size)
        throw (0,inside_disk/* endsEarly */.c2)();
    return {
        inodes: bytes.readUInt32LE(4),
        time: bytes.readUInt32LE(8),
        blockSize,
        fragments,
        compressor,
        flags: bytes.readUInt16LE(24),
        ids,
        root: Number(bytes.readBigUInt64LE(32)),
        bytesUsed,
        inodeTable,
        directoryTable,
        fragmentTable: fields.fragmentTable,
        idTable,
        xattrTable: fields.xattrTable,
    };
}

;// CONCATENATED MODULE: ./build/inside/facts/squashfs.js


/** By the bits of the kernel and of mksquashfs. */
const FLAGS = new Map([
    [0, 'uncompressed inodes'],
    [1, 'uncompressed data'],
    [3, 'uncompressed fragments'],
    [4, 'no fragments'],
    [5, 'always fragments'],
    [6, 'duplicates removed'],
    [7, 'exportable'],
    [8, 'uncompressed attributes'],
    [9, 'no attributes'],
    [10, 'compressor options'],
    [11, 'uncompressed owners'],
]);
/**
 * The facts of a squashfs superblock.
 *
 * @throws UnreadableImage if it is damaged, or is of an old version.
 */
async function squashfsFacts(disk) {
    const { bytesUsed, blockSize, compressor, inodes, fragments, ids, flags, time } = await superblock_readSuperblock(disk);
    return [
        { key: 'fileSystem', title: 'file system', value: 'squashfs 4.0' },
        { key: 'size', title: 'size', value: bytesUsed, unit: 'bytes' },
        { key: 'compressor', title: 'compressor', value: compressor },
        { key: 'blockSize', title: 'block size', value: blockSize, unit: 'bytes' },
        { key: 'inodes', title: 'inodes', value: inodes },
        { key: 'fragments', title: 'fragments', value: fragments },
        { key: 'owners', title: 'owners', value: ids },
        { key: 'flags', title: 'flags', value: namesOfBits(flags, FLAGS, (bit) => `bit ${bit}`) },
        { key: 'madeAt', title: 'made at', value: values_timeOf(time) },
    ];
}

;// CONCATENATED MODULE: ./build/inside/facts/xfs.js


// struct xfs_dsb (fs/xfs/libxfs/xfs_format.h). Numbers are big-endian. Features are named as in the options of mkfs.xfs.
const xfs_READ_ONLY_COMPAT = new Map([
    [0, 'finobt'],
    [1, 'rmapbt'],
    [2, 'reflink'],
    [3, 'inobtcount'],
]);
const xfs_INCOMPAT = new Map([
    [0, 'ftype'],
    [1, 'sparse'],
    [2, 'meta_uuid'],
    [3, 'bigtime'],
    [4, 'needsrepair'],
    [5, 'nrext64'],
    [6, 'exchange'],
    [7, 'parent'],
    [8, 'metadir'],
]);
const VERSION_MASK = 0xf;
const VERSION_WITH_CHECKSUMS = 5;
/**
 * The facts of an xfs superblock. They are shown as they are stored.
 *
 * @throws UnreadableImage if the file ends before it does.
 */
async function xfsFacts(disk) {
    const bytes = await (0,inside_disk/* readWhole */.oD)(disk, 0, 264);
    const wide = (offset) => Number(bytes.readBigUInt64BE(offset));
    const blockSize = bytes.readUInt32BE(4);
    const blocks = wide(8);
    const free = wide(144);
    const version = bytes.readUInt16BE(100) & VERSION_MASK;
    const features = version < VERSION_WITH_CHECKSUMS
        ? []
        : [
            'crc',
            ...namesOfBits(bytes.readUInt32BE(212), xfs_READ_ONLY_COMPAT, (bit) => `ro_compat bit ${bit}`),
            ...namesOfBits(bytes.readUInt32BE(216), xfs_INCOMPAT, (bit) => `incompat bit ${bit}`),
        ];
    const label = textOf(bytes.subarray(108, 120));
    return [
        { key: 'fileSystem', title: 'file system', value: `xfs version ${version}` },
        { key: 'size', title: 'size', value: blocks * blockSize, unit: 'bytes' },
        { key: 'used', title: 'used', value: Math.max(0, blocks - free) * blockSize, unit: 'bytes' },
        { key: 'free', title: 'free', value: free * blockSize, unit: 'bytes' },
        { key: 'blockSize', title: 'block size', value: blockSize, unit: 'bytes' },
        { key: 'sectorSize', title: 'sector size', value: bytes.readUInt16BE(102), unit: 'bytes' },
        { key: 'inodes', title: 'inodes', value: wide(128) },
        { key: 'freeInodes', title: 'free inodes', value: wide(136) },
        { key: 'inodeSize', title: 'inode size', value: bytes.readUInt16BE(104), unit: 'bytes' },
        { key: 'allocationGroups', title: 'allocation groups', value: bytes.readUInt32BE(88) },
        { key: 'logSize', title: 'log size', value: bytes.readUInt32BE(96) * blockSize, unit: 'bytes' },
        { key: 'uuid', title: 'UUID', value: uuidOf(bytes.subarray(32, 48)) },
        ...(label === '' ? [] : [{ key: 'label', title: 'label', value: label }]),
        { key: 'features', title: 'features', value: features },
    ];
}

// EXTERNAL MODULE: ./build/inside/file-system.js
var file_system = __webpack_require__(31865);
;// CONCATENATED MODULE: ./build/inside/lru-cache.js
/** A map that drops what was not used for the longest time. */
class LruCache {
    #entries = new Map();
    #limit;
    #newest;
    /** @param limit the number of entries. */
    constructor(limit) {
        this.#limit = limit;
    }
    get(key) {
        const value = this.#entries.get(key);
        // Most uses are of the same entry, and moving it costs more than a look-up.
        if (value === undefined || key === this.#newest)
            return value;
        this.#entries.delete(key);
        this.#entries.set(key, value);
        this.#newest = key;
        return value;
    }
    set(key, value) {
        this.#entries.delete(key);
        this.#entries.set(key, value);
        this.#newest = key;
        const [oldest] = this.#entries.keys();
        if (this.#entries.size > this.#limit && oldest !== undefined)
            this.#entries.delete(oldest);
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/inside/codecs/damage.js
var codecs_damage = __webpack_require__(35412);
;// CONCATENATED MODULE: ./build/inside/squashfs/compression.js



/** The largest window, as a logarithm: that of the highest level of zstd would need 128 MiB. */
const MAX_WINDOW_LOG = 23;
/** Node allocates a second buffer when the first one is full. */
const SPARE_BYTES = 64;
/**
 * The decompressor of a file system. Those that Node does not have are loaded only when they are needed.
 *
 * @throws UnreadableImage for `lzma`, the predecessor of `xz`, which the kernel does not read either.
 */
async function decompressorOf(compressor) {
    switch (compressor) {
        case 'gzip':
            return ofNode((packed, limit) => (0,external_node_zlib_.inflateSync)(packed, { maxOutputLength: limit, chunkSize: limit + SPARE_BYTES }));
        case 'zstd':
            return ofNode((packed, limit) => (0,external_node_zlib_.zstdDecompressSync)(packed, {
                maxOutputLength: limit,
                chunkSize: limit + SPARE_BYTES,
                params: { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG },
            }));
        case 'lz4':
            return (await __webpack_require__.e(/* import() */ 4707).then(__webpack_require__.bind(__webpack_require__, 74707))).decodeLz4;
        case 'lzo':
            return (await __webpack_require__.e(/* import() */ 8558).then(__webpack_require__.bind(__webpack_require__, 28558))).decodeLzo;
        case 'xz':
            return (await __webpack_require__.e(/* import() */ 8326).then(__webpack_require__.bind(__webpack_require__, 88326))).decodeXz;
        case 'lzma':
            throw new damage/* UnreadableImage */.Do('the compressor lzma of its squashfs file system is not supported', false, 'unsquashfs');
    }
}
/** The errors of Node's decompressors are about the data only. */
function ofNode(decompress) {
    return (packed, limit) => {
        try {
            return decompress(packed, limit);
        }
        catch {
            throw (0,codecs_damage/* badBlock */.Z)();
        }
    };
}

;// CONCATENATED MODULE: ./build/inside/squashfs/directory.js


const directory_HEADER_BYTES = 12;
const directory_ENTRY_BYTES = 8;
/** After one header. */
const MAX_ENTRIES = 256;
/**
 * Names in a directory that need not be in order. A small image can repeat a name any number of times, but names in ascending
 * order are different, and cannot be compressed to almost nothing.
 */
const MAX_UNSORTED = 100_000;
/**
 * The names in the entries of a directory, in the order in which they are stored. Each has a reference to its inode. The index
 * of a large directory is not needed.
 *
 * @throws UnreadableImage
 */
function directory_namesIn(entries) {
    const names = [];
    let at = 0;
    let isSorted = true;
    let previous = '';
    const advance = (count) => {
        const start = at;
        at += count;
        if (at > entries.length)
            throw (0,damage/* damaged */.qM)('a directory ends in an entry');
        return start;
    };
    while (at < entries.length) {
        const header = advance(directory_HEADER_BYTES);
        const count = entries.readUInt32LE(header) + 1;
        const table = entries.readUInt32LE(header + 4) * OFFSET_UNIT;
        if (count > MAX_ENTRIES)
            throw (0,damage/* damaged */.qM)('a directory has more entries than possible');
        for (let index = 0; index < count; index++) {
            const entry = advance(directory_ENTRY_BYTES);
            const length = entries.readUInt16LE(entry + 6) + 1;
            const start = advance(length);
            const name = entries.toString('latin1', start, start + length);
            names.push({ name, inode: table + entries.readUInt16LE(entry) });
            isSorted &&= name > previous;
            previous = name;
            if (!isSorted && names.length > MAX_UNSORTED)
                throw new damage/* UnreadableImage */.Do('a directory has too many names');
        }
    }
    return names;
}

;// CONCATENATED MODULE: ./build/inside/squashfs/inode.js



/** Kinds by the number of a basic inode. An extended inode, which has more fields, has a number that is larger by 7. */
const inode_KINDS = ['directory', 'file', 'symlink', 'block-device', 'char-device', 'fifo', 'socket'];
const BASE_BYTES = 16;
const NO_XATTR = 0xffff_ffff;
const NO_FRAGMENT = 0xffff_ffff;
/**
 * Reads the inode at a cursor.
 *
 * @throws UnreadableImage
 */
async function readInode(cursor, ids) {
    const base = cursor.takeNow(BASE_BYTES) ?? (await cursor.take(BASE_BYTES));
    const type = base.readUInt16LE(0);
    const isExtended = type > inode_KINDS.length;
    const kind = inode_KINDS[isExtended ? type - inode_KINDS.length - 1 : type - 1];
    const uid = ids[base.readUInt16LE(4)];
    const gid = ids[base.readUInt16LE(6)];
    const number = base.readUInt32LE(12);
    if (kind === undefined)
        throw (0,damage/* damaged */.qM)('an inode has an unknown type');
    if (uid === undefined || gid === undefined || number === 0)
        throw (0,damage/* damaged */.qM)(`inode ${number} is not valid`);
    const length = BODY_BYTES[kind][isExtended ? 1 : 0];
    const body = bodyOf(kind, isExtended, cursor.takeNow(length) ?? (await cursor.take(length)), cursor);
    const target = kind === 'symlink' ? await targetAt(cursor, body.size, isExtended) : undefined;
    const xattr = target === undefined ? body.xattr : target.xattr;
    return {
        number,
        kind,
        mode: base.readUInt16LE(2) & 0o7777,
        uid,
        gid,
        mtime: { seconds: base.readUInt32LE(8), nanoseconds: 0 },
        ...body,
        ...target,
        xattr: xattr === NO_XATTR ? undefined : xattr,
    };
}
/** The bytes after the base: of a basic inode, and those that an extended one has in all. */
const BODY_BYTES = {
    directory: [16, 24],
    file: [16, 40],
    symlink: [8, 8],
    'block-device': [8, 12],
    'char-device': [8, 12],
    fifo: [4, 8],
    socket: [4, 8],
};
function bodyOf(kind, isExtended, fields, cursor) {
    switch (kind) {
        case 'directory':
            return isExtended ? extendedDirectory(fields) : basicDirectory(fields);
        case 'file':
            return isExtended ? extendedFile(fields, cursor.fork()) : basicFile(fields, cursor.fork());
        case 'symlink':
            return { size: fields.readUInt32LE(4), links: fields.readUInt32LE(0), xattr: undefined };
        case 'block-device':
        case 'char-device': {
            const xattr = isExtended ? fields.readUInt32LE(8) : undefined;
            return { size: 0, links: fields.readUInt32LE(0), device: inode_deviceOf(fields.readUInt32LE(4)), xattr };
        }
        default:
            return { size: 0, links: fields.readUInt32LE(0), xattr: isExtended ? fields.readUInt32LE(4) : undefined };
    }
}
/** The target is after the fields, and after it what an extended link has. */
async function targetAt(cursor, size, isExtended) {
    if (size === 0 || size > linux_limits/* MAX_PATH_BYTES */.PR)
        throw (0,damage/* damaged */.qM)(`the target of a link has ${size} bytes`);
    const target = (0,byte_string/* byteStringFromBytes */.Pb)(await cursor.take(size));
    return { target, xattr: isExtended ? (await cursor.take(4)).readUInt32LE(0) : undefined };
}
/** The size of a directory counts three bytes for `.` and `..`, which are not stored. */
const UNSTORED_BYTES = 3;
function basicDirectory(fields) {
    const size = fields.readUInt16LE(8);
    return {
        size,
        links: fields.readUInt32LE(4),
        xattr: undefined,
        listing: {
            block: fields.readUInt32LE(0),
            offset: fields.readUInt16LE(10),
            length: Math.max(0, size - UNSTORED_BYTES),
        },
    };
}
function extendedDirectory(fields) {
    const size = fields.readUInt32LE(4);
    return {
        size,
        links: fields.readUInt32LE(0),
        xattr: fields.readUInt32LE(20),
        listing: {
            block: fields.readUInt32LE(8),
            offset: fields.readUInt16LE(18),
            length: Math.max(0, size - UNSTORED_BYTES),
        },
    };
}
function basicFile(fields, list) {
    return {
        size: fields.readUInt32LE(12),
        links: 1,
        xattr: undefined,
        data: { start: fields.readUInt32LE(0), ...fragmentOf(fields, 4), list },
    };
}
function extendedFile(fields, list) {
    const size = Number(fields.readBigUInt64LE(8));
    if (!Number.isSafeInteger(size))
        throw (0,damage/* damaged */.qM)('the size of a file is not possible');
    return {
        size,
        links: fields.readUInt32LE(24),
        xattr: fields.readUInt32LE(36),
        data: { start: Number(fields.readBigUInt64LE(0)), ...fragmentOf(fields, 28), list },
    };
}
function fragmentOf(fields, at) {
    const index = fields.readUInt32LE(at);
    return index === NO_FRAGMENT ? {} : { fragment: { index, offset: fields.readUInt32LE(at + 4) } };
}
/** In the encoding of 32 bits (new_decode_dev in linux/kdev_t.h). */
function inode_deviceOf(device) {
    return { major: (device >>> 8) & 0xfff, minor: (device & 0xff) | ((device >>> 12) & 0xf_ff00) };
}

;// CONCATENATED MODULE: ./build/inside/squashfs/metadata.js




/** The uncompressed size of a block of metadata, in bytes. Only the last of a table is smaller. */
const METADATA_BYTES = 8192;
const metadata_HEADER_BYTES = 2;
const UNCOMPRESSED = 0x8000;
/** In memory: at most 8 MiB. */
const MAX_BLOCKS = 1024;
/** Reads blocks of metadata by their positions in the image. */
class Metadata {
    #disk;
    #decompress;
    #end;
    #blocks = new LruCache(MAX_BLOCKS);
    /** No block is read at `end` or beyond. */
    constructor(disk, decompress, end) {
        this.#disk = disk;
        this.#decompress = decompress;
        this.#end = end;
    }
    /** The block in memory, or the one that is read now. */
    block(position) {
        return this.inMemory(position) ?? this.#read(position);
    }
    inMemory(position) {
        return this.#blocks.get(position);
    }
    async #read(position) {
        if (position + metadata_HEADER_BYTES > this.#end)
            throw (0,damage/* damaged */.qM)('a table is outside of the file system');
        const header = (await (0,inside_disk/* readWhole */.oD)(this.#disk, position, metadata_HEADER_BYTES)).readUInt16LE(0);
        const length = (header & ~UNCOMPRESSED) === 0 ? UNCOMPRESSED : header & ~UNCOMPRESSED;
        const next = position + metadata_HEADER_BYTES + length;
        if (length > METADATA_BYTES || next > this.#end)
            throw (0,damage/* damaged */.qM)('a table is outside of the file system');
        const stored = await (0,inside_disk/* readWhole */.oD)(this.#disk, position + metadata_HEADER_BYTES, length);
        const isStored = (header & UNCOMPRESSED) !== 0;
        // The disk keeps what it has read in larger parts.
        const bytes = isStored ? Buffer.from(stored) : this.#decompress(stored, METADATA_BYTES);
        if (bytes.length === 0)
            throw (0,damage/* damaged */.qM)('a table has an empty block');
        const block = { bytes, next };
        this.#blocks.set(position, block);
        return block;
    }
}
/** Reads structures one after the other. They can extend over blocks. */
class MetadataCursor {
    #metadata;
    #position;
    #block;
    #offset;
    /** @param position of the block in the image. `offset` is that of the byte in it. */
    constructor(metadata, position, offset = 0) {
        this.#metadata = metadata;
        this.#position = position;
        this.#offset = offset;
    }
    /** A cursor at a reference. `table` is the position of the table in the image. */
    static at(metadata, table, reference) {
        const block = Math.floor(reference / OFFSET_UNIT);
        return new MetadataCursor(metadata, table + block, reference - block * OFFSET_UNIT);
    }
    /**
     * The next `length` bytes, which must not be changed.
     *
     * @throws UnreadableImage
     */
    async take(length) {
        this.#block ??= await this.#current();
        const found = this.takeNow(length);
        if (found !== undefined)
            return found;
        const parts = [];
        for (let left = length; left > 0;) {
            const part = await this.some(left);
            parts.push(part);
            left -= part.length;
        }
        return Buffer.concat(parts);
    }
    /** The same without a promise; undefined if they are not all in one block in memory. */
    takeNow(length) {
        const block = this.#block ?? this.#metadata.inMemory(this.#position);
        const end = this.#offset + length;
        if (block === undefined || end > block.bytes.length)
            return undefined;
        this.#block = block;
        const found = block.bytes.subarray(this.#offset, end);
        this.#offset = end;
        return found;
    }
    /** At least one and at most `length` bytes: those that the current block has. */
    async some(length) {
        let block = this.#block ?? (await this.#current());
        if (this.#offset === block.bytes.length) {
            this.#position = block.next;
            this.#offset = 0;
            block = await this.#current();
        }
        const part = block.bytes.subarray(this.#offset, this.#offset + length);
        this.#offset += part.length;
        return part;
    }
    /** Another cursor at the same byte, which does not keep the block in memory. */
    fork() {
        return new MetadataCursor(this.#metadata, this.#position, this.#offset);
    }
    async #current() {
        const block = await this.#metadata.block(this.#position);
        if (this.#offset > block.bytes.length)
            throw (0,damage/* damaged */.qM)('a table refers to a byte after its block');
        this.#block = block;
        return block;
    }
}
/**
 * An entry of a table of equal entries, which an array of positions of blocks leads to.
 *
 * @param at the position of that array in the image.
 */
async function lookUp(disk, metadata, { at, index, entryBytes }) {
    const perBlock = METADATA_BYTES / entryBytes;
    const pointer = await (0,inside_disk/* readWhole */.oD)(disk, at + Math.floor(index / perBlock) * 8, 8);
    const cursor = new MetadataCursor(metadata, Number(pointer.readBigUInt64LE(0)), (index % perBlock) * entryBytes);
    return cursor.take(entryBytes);
}

;// CONCATENATED MODULE: ./build/inside/squashfs/xattrs.js





/** The prefix of a name, by its number. */
const xattrs_PREFIXES = ['user.', 'trusted.', 'security.'];
/** In the number of a prefix: the value is elsewhere, and a reference to it is here. */
const ELSEWHERE = 0x100;
const SET_BYTES = 16;
/** The values of one inode, in memory. */
const MAX_BYTES = 16 * 1024 * 1024;
/** The extended attributes of a file system. */
class SquashfsXattrs {
    #disk;
    #metadata;
    #header;
    /** The position of the attributes, and the number of sets of them. */
    #table;
    /** @param header the position of the table's header. */
    constructor(disk, metadata, header) {
        this.#disk = disk;
        this.#metadata = metadata;
        this.#header = header;
    }
    /**
     * The attributes of a set.
     *
     * @throws UnreadableImage
     */
    async read(set) {
        this.#table ??= await this.#readHeader();
        const { start, sets } = this.#table;
        if (set >= sets)
            throw (0,damage/* damaged */.qM)(`there is no set ${set} of extended attributes`);
        const fields = await lookUp(this.#disk, this.#metadata, {
            at: this.#header + SET_BYTES,
            index: set,
            entryBytes: SET_BYTES,
        });
        const cursor = this.#cursorAt(start, fields);
        const found = new Map();
        let nameBytes = 0;
        let valueBytes = 0;
        for (let left = fields.readUInt32LE(8); left > 0; left--) {
            const header = await cursor.take(4);
            const type = header.readUInt16LE(0);
            const prefix = xattrs_PREFIXES[type & (ELSEWHERE - 1)];
            if (prefix === undefined)
                throw (0,damage/* damaged */.qM)('an extended attribute has an unknown prefix');
            const suffix = await cursor.take(header.readUInt16LE(2));
            const name = (0,byte_string/* byteStringFromBytes */.Pb)(Buffer.concat([Buffer.from(prefix), suffix]));
            const inline = await valueAt(cursor);
            const isElsewhere = (type & ELSEWHERE) !== 0;
            if (isElsewhere && inline.length !== 8)
                throw (0,damage/* damaged */.qM)('the value of an extended attribute is not valid');
            const value = isElsewhere ? await valueAt(this.#cursorAt(start, inline)) : inline;
            nameBytes += name.length + 1;
            valueBytes += value.length;
            if (nameBytes > linux_limits/* MAX_XATTR_LIST_BYTES */.Um)
                throw (0,damage/* damaged */.qM)('an inode has more extended attributes than Linux reads');
            if (valueBytes > MAX_BYTES)
                throw new damage/* UnreadableImage */.Do('an inode has more than 16 MiB of extended attributes');
            found.set(name, value);
        }
        return found;
    }
    async #readHeader() {
        const header = await (0,inside_disk/* readWhole */.oD)(this.#disk, this.#header, SET_BYTES);
        return { start: Number(header.readBigUInt64LE(0)), sets: header.readUInt32LE(8) };
    }
    /** A cursor at the reference with which `bytes` begin. */
    #cursorAt(start, bytes) {
        return MetadataCursor.at(this.#metadata, start, Number(bytes.readBigUInt64LE(0)));
    }
}
async function valueAt(cursor) {
    const size = (await cursor.take(4)).readUInt32LE(0);
    if (size > linux_limits/* MAX_XATTR_VALUE_BYTES */.be)
        throw (0,damage/* damaged */.qM)('the value of an extended attribute is not valid');
    return Buffer.from(await cursor.take(size));
}

;// CONCATENATED MODULE: ./build/inside/squashfs/volume.js










/** In the length of a data block: it is not compressed. */
const volume_UNCOMPRESSED = 0x100_0000;
const FRAGMENT_BYTES = 16;
const ID_BYTES = 4;
/** Fragments in memory, in bytes. */
const MAX_FRAGMENT_BYTES = 8 * 1024 * 1024;
/** The part of a file that is read at once, in bytes of its content. */
const READ_BYTES = 1024 * 1024;
/** The entries of one directory, which are in memory. They have some millions of names. */
const MAX_LISTING_BYTES = 128 * 1024 * 1024;
/** The smallest compressed block of metadata has some bytes and a header of two. */
const MIN_STORED_BYTES = 8;
/** Reads inodes, and what belongs to them, from a squashfs file system of version 4.0. */
class SquashfsVolume {
    superblock;
    #disk;
    /** For tables. */
    #cached;
    #decompress;
    #metadata;
    #xattrs;
    #fragments;
    #turns = new turns/* Turns */.P();
    #ids = [];
    /** The bytes of all directories that have been read. */
    #listed = 0;
    constructor(superblock, disk, decompress) {
        const { bytesUsed, blockSize, xattrTable } = superblock;
        this.superblock = superblock;
        this.#disk = disk;
        this.#cached = (0,inside_disk/* cachedDisk */.C7)(disk);
        this.#decompress = decompress;
        this.#metadata = new Metadata(this.#cached, decompress, bytesUsed);
        this.#fragments = new LruCache(Math.floor(MAX_FRAGMENT_BYTES / blockSize));
        this.#xattrs = xattrTable === undefined ? undefined : new SquashfsXattrs(this.#cached, this.#metadata, xattrTable);
    }
    /** @throws UnreadableImage if the superblock is damaged, or its version or compressor is not supported. */
    static async open(disk) {
        const superblock = await superblock_readSuperblock(disk);
        const volume = new SquashfsVolume(superblock, disk, await decompressorOf(superblock.compressor));
        await volume.#readIds();
        return volume;
    }
    async #readIds() {
        const ids = [];
        for (let index = 0; index < this.superblock.ids; index++) {
            const entry = await lookUp(this.#cached, this.#metadata, {
                at: this.superblock.idTable,
                index,
                entryBytes: ID_BYTES,
            });
            ids.push(entry.readUInt32LE(0));
        }
        this.#ids = ids;
    }
    get root() {
        return this.superblock.root;
    }
    /** @throws UnreadableImage */
    inode(reference) {
        const { inodeTable, directoryTable } = this.superblock;
        if (inodeTable + reference / OFFSET_UNIT >= directoryTable)
            throw (0,damage/* damaged */.qM)('an inode is outside of its table');
        return readInode(MetadataCursor.at(this.#metadata, inodeTable, reference), this.#ids);
    }
    /** The names in a directory, in the order in which they are stored. */
    async names({ listing }) {
        if (listing === undefined)
            throw (0,damage/* damaged */.qM)('an inode is not a directory');
        const { block, offset, length } = listing;
        const { directoryTable, bytesUsed } = this.superblock;
        // A directory has one name, and its entries belong to it alone, so that a small image cannot contain endless names.
        this.#listed += length + 1;
        if (this.#listed > ((bytesUsed - directoryTable) / MIN_STORED_BYTES) * METADATA_BYTES) {
            throw (0,damage/* damaged */.qM)('its directories have more entries than the file system');
        }
        if (length > MAX_LISTING_BYTES)
            throw new damage/* UnreadableImage */.Do('a directory has too many names');
        if (length === 0)
            return [];
        const cursor = new MetadataCursor(this.#metadata, directoryTable + block, offset);
        return directory_namesIn(cursor.takeNow(length) ?? (await cursor.take(length)));
    }
    /** The target of a symbolic link. */
    target({ target }) {
        if (target === undefined)
            throw (0,damage/* damaged */.qM)('an inode is not a link');
        return target;
    }
    xattrs({ xattr, number }) {
        if (xattr === undefined)
            return Promise.resolve(new Map());
        if (this.#xattrs === undefined)
            throw (0,damage/* damaged */.qM)(`inode ${number} has extended attributes, but there are none`);
        return this.#xattrs.read(xattr);
    }
    /** The data of a file in ascending order, without its holes. */
    async *content({ size, data, number }) {
        if (data === undefined)
            return;
        const { blockSize, bytesUsed } = this.superblock;
        const blocks = data.fragment === undefined ? Math.ceil(size / blockSize) : Math.floor(size / blockSize);
        const perRead = Math.max(1, READ_BYTES / blockSize);
        const list = data.list.fork();
        let position = data.start;
        for (let index = 0; index < blocks; index += perRead) {
            const count = Math.min(perRead, blocks - index);
            const lengths = await list.take(count * 4);
            const stored = Array.from({ length: count }, (_, place) => lengths.readUInt32LE(place * 4));
            const storedBytes = stored.reduce((sum, length) => sum + (length & ~volume_UNCOMPRESSED), 0);
            const isPossible = stored.every((length) => (length & ~volume_UNCOMPRESSED) <= blockSize);
            if (!isPossible || position + storedBytes > bytesUsed)
                throw (0,damage/* damaged */.qM)(`the blocks of inode ${number} are not valid`);
            if (storedBytes > 0) {
                const bytes = await (0,inside_disk/* readWhole */.oD)(this.#disk, position, storedBytes);
                position += storedBytes;
                yield* this.#unpacked(bytes, stored, index * blockSize, size);
            }
            // Well compressed blocks are read without waiting, and signals must be handled meanwhile.
            await this.#turns.after(count * blockSize);
        }
        if (data.fragment !== undefined && size % blockSize > 0) {
            yield { offset: blocks * blockSize, bytes: await this.#tail(data.fragment, size % blockSize) };
        }
    }
    /** The contents of successive blocks; `offset` is that of the first one in the file. */
    *#unpacked(bytes, stored, offset, size) {
        const { blockSize } = this.superblock;
        let from = 0;
        for (const [place, length] of stored.entries()) {
            const at = offset + place * blockSize;
            const to = from + (length & ~volume_UNCOMPRESSED);
            // A block without bytes is a hole.
            if (to === from)
                continue;
            const packed = bytes.subarray(from, to);
            const block = (length & volume_UNCOMPRESSED) === 0 ? this.#decompress(packed, blockSize) : packed;
            if (block.length !== Math.min(blockSize, size - at))
                throw (0,damage/* damaged */.qM)('a block has less or more data than its file');
            yield { offset: at, bytes: block };
            from = to;
        }
    }
    /** The end of a file, which is in a block with the ends of others. */
    async #tail({ index, offset }, length) {
        const fragment = this.#fragments.get(index) ?? (await this.#readFragment(index));
        if (offset + length > fragment.length)
            throw (0,damage/* damaged */.qM)('a fragment has less data than its files');
        return Buffer.from(fragment.subarray(offset, offset + length));
    }
    async #readFragment(index) {
        const { fragments, fragmentTable: at, blockSize, bytesUsed } = this.superblock;
        if (at === undefined || index >= fragments)
            throw (0,damage/* damaged */.qM)(`there is no fragment ${index}`);
        const entry = await lookUp(this.#cached, this.#metadata, { at, index, entryBytes: FRAGMENT_BYTES });
        const position = Number(entry.readBigUInt64LE(0));
        const stored = entry.readUInt32LE(8);
        const length = stored & ~volume_UNCOMPRESSED;
        if (length > blockSize || position + length > bytesUsed)
            throw (0,damage/* damaged */.qM)(`fragment ${index} is not valid`);
        const packed = await (0,inside_disk/* readWhole */.oD)(this.#disk, position, length);
        const fragment = (stored & volume_UNCOMPRESSED) === 0 ? this.#decompress(packed, blockSize) : packed;
        this.#fragments.set(index, fragment);
        return fragment;
    }
}

;// CONCATENATED MODULE: ./build/inside/entry-iterator.js
/**
 * Asynchronous generators for hundreds of thousands of values. Each value of an `async function*` costs several promises, and
 * each generator around it costs as many again.
 */
/** The values of batches, one by one. */
function eachOf(batches) {
    let batch = [];
    let index = 0;
    const next = async () => {
        for (;;) {
            const found = await batches.next();
            if (found.done === true)
                return { done: true, value: undefined };
            [batch, index] = [found.value, 1];
            const [value] = batch;
            if (value !== undefined)
                return { done: false, value };
        }
    };
    return generatorOf({
        next() {
            const value = batch[index];
            if (value === undefined)
                return next();
            index += 1;
            return Promise.resolve({ done: false, value });
        },
        async return() {
            batch = [];
            await batches.return(undefined);
        },
    });
}
/** The values of a generator after a change; `fail` makes the error to throw of the one that was thrown. */
function mapEach(source, change, fail) {
    const changed = (result) => result.done === true ? { done: true, value: undefined } : { done: false, value: change(result.value) };
    const failed = (error) => {
        throw fail(error);
    };
    return generatorOf({
        next: () => source.next().then(changed, failed),
        return: () => source.return(undefined).then(() => { }, failed),
    });
}
/** A generator of these steps. After an error it ends, because the generator that threw it has ended. */
function generatorOf(steps) {
    let isOver = false;
    const end = async () => {
        if (isOver)
            return;
        isOver = true;
        await steps.return();
    };
    return {
        next: () => (isOver ? Promise.resolve({ done: true, value: undefined }) : steps.next()),
        async return(value) {
            await end();
            return { done: true, value: await value };
        },
        async throw(error) {
            await end();
            throw error;
        },
        [Symbol.asyncIterator]() {
            return this;
        },
        [Symbol.asyncDispose]: end,
    };
}

;// CONCATENATED MODULE: ./build/inside/walk.js





/** The limit of Linux for a path (PATH_MAX), with the NUL at its end. */
const MAX_PATH_BYTES = 4096;
/**
 * All names in a file system: a directory before what is in it, and the names of a directory in the order of their bytes.
 *
 * @throws UnreadableImage
 */
function walkTree(volume) {
    return eachOf(walkInBatches(volume));
}
/** Entries that are read before the first of them is used. */
const BATCH = 256;
async function* walkInBatches(volume) {
    let batch = [];
    let failure;
    const walk = walkSteps(volume, (entry) => {
        batch.push(entry);
        return batch.length >= BATCH;
    });
    while (failure === undefined) {
        const ended = await walk.next().catch((error) => {
            failure = { error };
            return { done: true };
        });
        // What is before damage is good.
        if (batch.length > 0)
            yield batch;
        batch = [];
        if (ended.done === true)
            break;
    }
    if (failure !== undefined)
        throw failure.error;
}
/** Gives the entries to `add`, and stops when it returns true. */
async function* walkSteps(volume, add) {
    const visited = new Set();
    const waiting = [{ path: '', inode: volume.root }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { path } = next;
        if (path.length > MAX_PATH_BYTES)
            throw (0,damage/* damaged */.qM)('a path has more than 4096 bytes');
        const found = volume.inode(next.inode);
        const inode = found instanceof Promise ? await found : found;
        const isLink = inode.kind === 'symlink';
        const target = isLink ? await volume.target(inode) : undefined;
        if (add(walk_entryOf(path, { inode, target }, volume)))
            yield;
        if (inode.kind !== 'directory')
            continue;
        if (visited.has(inode.number))
            throw (0,damage/* damaged */.qM)(`the directory /${(0,byte_string/* displayByteString */.oO)(path)} contains itself, or has two names`);
        visited.add(inode.number);
        const names = await volume.names(inode);
        sortNames(names);
        const prefix = path === '' ? '' : `${path}/`;
        for (const { name, inode: reference } of names.reverse()) {
            waiting.push({ path: `${prefix}${name}`, inode: reference });
        }
    }
}
/**
 * Sorts names by their bytes, and checks them.
 *
 * @throws UnreadableImage for a name that is not possible, or that is there twice.
 */
function sortNames(names) {
    // Most file systems store them in order.
    if (names.some(({ name }, index) => index > 0 && (names[index - 1]?.name ?? '') >= name)) {
        names.sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(a.name, b.name));
    }
    let previous;
    for (const { name } of names) {
        if (name === '' || name === '.' || name === '..' || name.length > linux_limits/* MAX_NAME_BYTES */.pg || /[/\0]/.test(name)) {
            throw (0,damage/* damaged */.qM)('a directory contains a name that is not possible');
        }
        if (name === previous)
            throw (0,damage/* damaged */.qM)(`a directory contains ${(0,byte_string/* displayByteString */.oO)(name)} twice`);
        previous = name;
    }
}
function walk_entryOf(path, { inode, target }, volume) {
    const { kind, mode, uid, gid, mtime, size, allocated, links, number: ino, device } = inode;
    if (kind === undefined)
        throw (0,damage/* damaged */.qM)(`/${(0,byte_string/* displayByteString */.oO)(path)} has an unknown type`);
    if (path === '' && kind !== 'directory')
        throw (0,damage/* damaged */.qM)('its root is not a directory');
    return {
        path,
        kind,
        mode,
        uid,
        gid,
        mtime,
        size,
        ...(allocated !== undefined && { allocated }),
        links,
        ino,
        ...(target !== undefined && { target }),
        ...(device !== undefined && { device }),
        xattrs: () => volume.xattrs(inode),
        content: () => (kind === 'file' ? volume.content(inode) : (0,content/* noContent */.V$)()),
    };
}

;// CONCATENATED MODULE: ./build/inside/disk-image.js











const FACTS = {
    ext4: extFacts,
    squashfs: squashfsFacts,
    xfs: xfsFacts,
    btrfs: btrfsFacts,
};
/**
 * The file system on a disk, which is a file or is in a qcow2 image; undefined if there is none. An image whose entries
 * are not supported has facts, and an error in the place of its entries.
 *
 * @throws UnreadableImage if the image is damaged.
 */
async function openDiskImage(disk, path, isInQcow2) {
    const found = await (0,file_system/* findFileSystem */.D)(disk);
    if (found === undefined)
        return undefined;
    const { type } = found;
    const entries = await disk_image_entriesOf(type, disk, path, isInQcow2);
    return { format: type, isStream: false, entries, facts: () => FACTS[type](disk) };
}
async function disk_image_entriesOf(type, disk, path, isInQcow2) {
    if (type === 'xfs' || type === 'btrfs')
        return () => refused(unlistable(type, path, isInQcow2));
    try {
        if (type === 'squashfs') {
            const volume = await SquashfsVolume.open(disk);
            return () => walkTree(volume);
        }
        const volume = await ExtVolume.open(disk);
        return () => walkTree(volume);
    }
    catch (error) {
        if (error instanceof damage/* UnreadableImage */.Do && !error.isDamaged)
            return () => refused(error);
        throw error;
    }
}
function unlistable(type, path, isInQcow2) {
    const raw = isInQcow2 ? 'disk.img' : (0,support_text/* shellWord */.r7)(path);
    const convert = isInQcow2 ? `qemu-img convert -O raw ${(0,support_text/* shellWord */.r7)(path)} disk.img && ` : '';
    return new errors/* FledgeError */.aE('input', `cannot list the files of ${path}: fledge reads only the headers of ${type} images`, {
        fix: `mount the image, and name the directory instead: ${convert}mount -o ro,loop ${raw} /mnt`,
    });
}
// biome-ignore lint/correctness/useYield: it only throws, like entries that cannot be read.
async function* refused(error) {
    throw error;
}

;// CONCATENATED MODULE: ./build/inside/facts/gzip.js

// The header of a member (RFC 1952, 2.3).
const FIXED_BYTES = 10;
const HAS_EXTRA = 0x4;
const HAS_NAME = 0x8;
const SYSTEMS = [
    'FAT',
    'Amiga',
    'VMS',
    'Unix',
    'VM/CMS',
    'Atari TOS',
    'HPFS',
    'Macintosh',
    'Z-System',
    'CP/M',
    'TOPS-20',
    'NTFS',
    'QDOS',
    'Acorn RISCOS',
];
const UNKNOWN_SYSTEM = 255;
const LEVELS = new Map([
    [2, 'best'],
    [4, 'fastest'],
]);
/** The facts of the first header of a gzip file, whose first bytes are `head`. `size` is that of the file. */
function gzipFacts(head, size) {
    const facts = [{ key: 'compressedSize', title: 'compressed size', value: size, unit: 'bytes' }];
    if (head.length < FIXED_BYTES)
        return facts;
    const flags = head.readUInt8(3);
    const time = head.readUInt32LE(4);
    const level = head.readUInt8(8);
    const system = head.readUInt8(9);
    const name = nameIn(head, flags);
    if (name !== undefined)
        facts.push({ key: 'gzipName', title: 'name in gzip', value: name });
    // 0 means that there is none.
    if (time !== 0)
        facts.push({ key: 'gzipTime', title: 'time in gzip', value: values_timeOf(time) });
    const shown = SYSTEMS[system] ?? (system === UNKNOWN_SYSTEM ? 'unknown' : `${system}`);
    facts.push({ key: 'gzipSystem', title: 'system in gzip', value: shown });
    facts.push({ key: 'gzipLevel', title: 'level in gzip', value: LEVELS.get(level) ?? 'default' });
    return facts;
}
function nameIn(head, flags) {
    if ((flags & HAS_NAME) === 0)
        return undefined;
    const hasExtra = (flags & HAS_EXTRA) !== 0 && head.length >= FIXED_BYTES + 2;
    const start = FIXED_BYTES + (hasExtra ? 2 + head.readUInt16LE(FIXED_BYTES) : 0);
    return textOf(head.subarray(start));
}

;// CONCATENATED MODULE: ./build/inside/facts/qcow2.js
// QEMU, docs/interop/qcow2.rst. Numbers are big-endian.
const qcow2_HEADER_BYTES = 105;
/** Incompatible feature of version 3: the field for the type of compression is not 0. */
const COMPRESSION_TYPE = 1n << 3n;
const COMPRESSIONS = ['zlib', 'zstd'];
/** The facts of a qcow2 header that has been checked. `head` has its first bytes, and `size` is that of the file. */
function qcow2Facts(head, size) {
    const version = head.readUInt32BE(4);
    const hasType = version >= 3 && head.length >= qcow2_HEADER_BYTES && (head.readBigUInt64BE(72) & COMPRESSION_TYPE) !== 0n;
    const compression = hasType ? head.readUInt8(104) : 0;
    return [
        { key: 'qcow2Version', title: 'qcow2 version', value: version },
        { key: 'virtualSize', title: 'virtual size', value: Number(head.readBigUInt64BE(24)), unit: 'bytes' },
        { key: 'fileSize', title: 'size of the file', value: size, unit: 'bytes' },
        { key: 'clusterSize', title: 'cluster size', value: 2 ** head.readUInt32BE(20), unit: 'bytes' },
        { key: 'compressionType', title: 'compression type', value: COMPRESSIONS[compression] ?? `type ${compression}` },
    ];
}

// EXTERNAL MODULE: ./build/inside/magic.js
var magic = __webpack_require__(93830);
// EXTERNAL MODULE: ./build/inside/qcow2-disk.js
var qcow2_disk = __webpack_require__(72943);
// EXTERNAL MODULE: ./build/sources/image/layer/compression.js
var compression = __webpack_require__(16687);
// EXTERNAL MODULE: ./build/sources/image/layer/decompress.js + 1 modules
var decompress = __webpack_require__(76368);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(70288);
;// CONCATENATED MODULE: ./build/inside/tar.js





/** The compression of a tar archive that begins with `head`; undefined for other files, and for damaged compression. */
async function tarCompressionOf(file, head) {
    if (isHeader(head))
        return {};
    const wrapper = compressionOf(head);
    if (wrapper === undefined)
        return undefined;
    const block = Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo);
    let length = 0;
    try {
        for await (const bytes of (0,decompress/* decompress */.m)((0,stream/* piecesOf */.X)(file), wrapper)) {
            length += bytes.copy(block, length);
            if (length === tar_format/* BLOCK_BYTES */.Yo)
                break;
        }
    }
    catch (error) {
        if (!(error instanceof compression/* DecompressionError */.e))
            throw error;
    }
    return isHeader(block) ? { wrapper } : undefined;
}
function isHeader(head) {
    // A block of zeros has no valid checksum: the field of the checksum counts as spaces.
    return head.length >= tar_format/* BLOCK_BYTES */.Yo && (0,tar_format/* hasValidChecksum */.Qp)(head.subarray(0, tar_format/* BLOCK_BYTES */.Yo));
}
function compressionOf(head) {
    if ((0,magic/* isGzip */.bf)(head))
        return 'gzip';
    return head.length >= 4 && head.readUInt32LE(0) === 0xfd2f_b528 ? 'zstd' : undefined;
}

;// CONCATENATED MODULE: ./build/inside/open.js

















const NAME_AN_ARTIFACT = 'name an artifact that fledge has built, such as plugin.cpio.gz or nginx.img';
const NOT_AN_ARTIFACT = 'not an initramfs, an image of a file system, a container image or a tar archive';
/**
 * Opens an artifact: an initramfs, compressed or not; an image of a file system, raw or qcow2; a container image in an OCI
 * layout, an OCI archive or a docker archive; a tar archive of a root file system; or a directory. The contents decide, and not
 * the name. A container image can also be named with its transport, as in fledge.toml: `oci:DIRECTORY:NAME`. No field of an
 * artifact is trusted.
 *
 * @throws FledgeError `input` if it cannot be read, has no format whose entries can be read, or is damaged; `output` if
 *   temporary files cannot be written.
 */
async function openArtifact(path, options = {}) {
    try {
        const opened = await openAt(path, options);
        return {
            ...opened,
            path,
            entries: () => explained(opened.entries(), path),
            facts: () => opened.facts().catch((error) => Promise.reject(explain(error, path))),
        };
    }
    catch (error) {
        throw explain(error, path);
    }
}
async function openAt(path, options) {
    if (TRANSPORT.test(path)) {
        const { imageNamed } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(621), __webpack_require__.e(1502), __webpack_require__.e(4823), __webpack_require__.e(9677)]).then(__webpack_require__.bind(__webpack_require__, 52476));
        const named = imageNamed(path);
        if (named !== undefined)
            return openImage(named, options);
    }
    const isDirectory = await (0,promises_.stat)(path).then((stats) => stats.isDirectory(), () => false);
    if (isDirectory && (await isOciLayout(path)))
        return openImage({ kind: 'oci', path, member: undefined, label: path }, options);
    if (isDirectory)
        return openDirectory(path, options);
    const file = await openFile(path);
    try {
        const tar = await tarCompressionOf(file, await (0,inside_disk/* diskOf */.FG)(file, magic/* HEAD_BYTES */.Lq).read(0, magic/* HEAD_BYTES */.Lq));
        if (tar === undefined)
            return { ...(await contentsOf(file, path)), close: () => file.close() };
        const opened = await openImage({ kind: 'archive', path, member: undefined, label: path }, options);
        await file.close();
        return { ...opened, ...tar };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** The beginning of an image with a transport (containers-transports(5)). */
const TRANSPORT = /^(?:docker|docker-daemon|docker-archive|oci|oci-archive|dir|containers-storage):/;
/** Modules for container images are loaded for them only. */
async function openImage(place, options) {
    const { openImage } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(621), __webpack_require__.e(1502), __webpack_require__.e(4823), __webpack_require__.e(9677)]).then(__webpack_require__.bind(__webpack_require__, 52476));
    return openImage(place, options);
}
/** True for the directory of an OCI layout (image-spec, image-layout.md). */
function isOciLayout(directory) {
    return (0,promises_.lstat)((0,external_node_path_.join)(directory, 'oci-layout')).then((stats) => stats.isFile(), () => false);
}
async function contentsOf(file, path) {
    const { size } = await file.stat();
    const disk = (0,inside_disk/* diskOf */.FG)(file, size);
    const head = await disk.read(0, magic/* HEAD_BYTES */.Lq);
    const isCompressed = (0,magic/* isGzip */.bf)(head);
    if (isCompressed || (0,magic/* isCpio */.ON)(head)) {
        return {
            format: 'cpio',
            ...(isCompressed && { wrapper: 'gzip' }),
            isStream: true,
            entries: () => readCpioTree(file, path, isCompressed),
            facts: () => Promise.resolve(isCompressed ? gzipFacts(head, size) : []),
        };
    }
    if ((0,qcow2_disk/* isQcow2 */.hR)(head)) {
        const contents = await imageIn(await (0,qcow2_disk/* openQcow2 */.Z$)(disk), path, true);
        const facts = async () => [...qcow2Facts(head, size), ...(await contents.facts())];
        return { ...contents, wrapper: 'qcow2', facts };
    }
    return imageIn(disk, path, false);
}
async function imageIn(disk, path, isInQcow2) {
    const contents = await openDiskImage(disk, path, isInQcow2);
    if (contents !== undefined)
        return contents;
    const what = disk.size === 0 ? 'empty' : ((await (0,file_system/* describeDisk */.v)(disk)) ?? NOT_AN_ARTIFACT);
    throw new errors/* FledgeError */.aE('input', `cannot read ${path}: it is ${what}`, { fix: NAME_AN_ARTIFACT });
}
async function openFile(path) {
    try {
        return await (0,regular_file/* openRegularFile */.ZU)(path);
    }
    catch (error) {
        if (error instanceof regular_file/* NotRegularFile */.k1) {
            throw new errors/* FledgeError */.aE('input', `cannot read ${path}: it is ${error.kind}`, { fix: NAME_AN_ARTIFACT });
        }
        const missing = (0,errors/* systemCodeOf */.c7)(error) === 'ENOENT';
        throw new errors/* FledgeError */.aE('input', `cannot read ${path}: ${(0,errors/* readFailureOf */.Og)(error)}`, {
            cause: error,
            ...(missing && { fix: 'build it first: fledge build' }),
        });
    }
}
/** The same entries, whose errors name the artifact. */
function explained(entries, path) {
    const fail = (error) => explain(error, path);
    const withPath = (entry) => {
        const { xattrs, content } = entry;
        return {
            ...entry,
            xattrs: () => xattrs().catch((error) => Promise.reject(fail(error))),
            content: () => explainedContent(content(), path),
        };
    };
    return mapEach(entries, withPath, fail);
}
async function* explainedContent(pieces, path) {
    try {
        yield* pieces;
    }
    catch (error) {
        throw explain(error, path);
    }
}
/** The error for the user, which names the artifact. */
function explain(error, path) {
    if (error instanceof errors/* FledgeError */.aE || (error instanceof Error && error.name === 'AbortError'))
        return error;
    if (error instanceof qcow2_disk/* UnusableQcow2 */.ap) {
        return new errors/* FledgeError */.aE('input', `cannot read ${path}: ${error.message}`, {
            cause: error,
            fix: (0,qcow2_disk/* fixOfQcow2 */.v8)(error, path),
        });
    }
    if (error instanceof damage/* UnreadableImage */.Do) {
        return new errors/* FledgeError */.aE('input', `cannot read ${path}: ${error.message}`, {
            cause: error,
            fix: fixOfImage(error, (0,support_text/* shellWord */.r7)(path)),
        });
    }
    return new errors/* FledgeError */.aE('input', `cannot read ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error, fix: damage/* BUILD_AGAIN */.iW });
}
function fixOfImage({ isDamaged, tool }, path) {
    if (isDamaged)
        return damage/* BUILD_AGAIN */.iW;
    return tool === undefined
        ? `mount it: mount -o ro,loop ${path} /mnt`
        : `list it with another tool: ${tool} -lls ${path}`;
}


/***/ }),

/***/ 96462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ possiblePaths),
/* harmony export */   Dl: () => (/* binding */ ROOT),
/* harmony export */   ZN: () => (/* binding */ parseInsidePath),
/* harmony export */   _6: () => (/* binding */ normalisedPath),
/* harmony export */   fY: () => (/* binding */ parentsOf)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** The path of the root. */
const ROOT = '';
/**
 * The path of an entry as a user writes it, in the form of `InsideEntry.path`: `/etc`, `etc` and `./etc/` are the same. A path
 * can be copied from the output of fledge, where `\xHH` is a byte and `\\` a backslash.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function parseInsidePath(text) {
    return requireNoDots(normalisedPath(unescaped((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(text))), text);
}
/**
 * The paths that a user can mean: the text as it is, and that of `parseInsidePath` if it is another one.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function possiblePaths(text) {
    const literal = requireNoDots(normalisedPath((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(text)), text);
    const parsed = parseInsidePath(text);
    return literal === parsed ? [literal] : [literal, parsed];
}
/** Without slashes at both ends, repeated slashes, and names that are `.`. */
function normalisedPath(path) {
    return path
        .split('/')
        .filter((name) => name !== '' && name !== '.')
        .join('/');
}
/** The directories above a path, the root first. */
function* parentsOf(path) {
    if (path === ROOT)
        return;
    yield ROOT;
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        yield path.slice(0, at);
}
function requireNoDots(path, text) {
    if (!path.split('/').includes('..'))
        return path;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `cannot use ${text} as a path inside an artifact: it contains ".."`, {
        fix: 'write the path from the root of the artifact, such as /etc/passwd; fledge inspect lists the paths',
    });
}
/** The opposite of `displayByteString`. A backslash that it would not have written stays. */
function unescaped(path) {
    return path.replace(/\\(?:\\|x([0-9a-f]{2}))/g, (_, digits) => digits === undefined ? '\\' : String.fromCharCode(Number.parseInt(digits, 16)));
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


/***/ })

};
