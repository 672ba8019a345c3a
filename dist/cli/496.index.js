export const id = 496;
export const ids = [496];
export const modules = {

/***/ 3496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspectArtifact: () => (/* binding */ inspectArtifact)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8522);
/* harmony import */ var _formats_cpio_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6098);
/* harmony import */ var _formats_qcow2_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7021);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2625);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3795);










const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
const NAME_AN_INITRAMFS = 'name an initramfs that fledge has built, such as plugin.cpio.gz';
const CPIO_MAGIC = Buffer.from('07070', 'latin1');
/**
 * The entries of an initramfs, compressed or not, in the order of the archive. Entries are streamed, and no field of
 * the artifact is trusted.
 *
 * @throws FledgeError `input` if the file cannot be read, is not an initramfs, or is damaged.
 */
async function* inspectArtifact(path) {
    const compressed = await isCompressed(path);
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path);
    try {
        if (!compressed) {
            for await (const entry of (0,_formats_cpio_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .readCpio */ .Q)(file, path))
                yield describeEntry(entry);
            return;
        }
        const gunzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_3__.createGunzip)();
        const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(file, gunzip);
        // The loop below reports this error: a damaged stream ends it.
        feeding.catch(() => { });
        for await (const entry of (0,_formats_cpio_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .readCpio */ .Q)(gunzip, path))
            yield describeEntry(entry);
        await feeding;
    }
    catch (error) {
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE)
            throw error;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE('input', `cannot read ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`, {
            cause: error,
            fix: 'the file is damaged or incomplete; build or download it again',
        });
    }
    finally {
        file.destroy();
    }
}
async function isCompressed(path) {
    const magic = await readMagic(path);
    if (magic.subarray(0, 2).equals(GZIP_MAGIC))
        return true;
    if (magic.subarray(0, CPIO_MAGIC.length).equals(CPIO_MAGIC))
        return false;
    const disk = (0,_formats_qcow2_format_js__WEBPACK_IMPORTED_MODULE_5__/* .decodeHeader */ .E2)(magic);
    if (disk !== undefined) {
        const size = (0,_support_units_js__WEBPACK_IMPORTED_MODULE_8__/* .formatBytes */ .z3)(disk.size);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE('input', `cannot inspect ${path}: it is a qcow2 image of version ${disk.version} with a disk of ${size}`, {
            fix: `convert it and mount the file: qemu-img convert -O raw ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_9__/* .shellWord */ .r7)(path)} disk.img`,
        });
    }
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE('input', `cannot inspect ${path}: it is neither a gzip file nor a cpio archive`, {
        fix: NAME_AN_INITRAMFS,
    });
}
async function readMagic(path) {
    try {
        // Without O_NONBLOCK, the open of a fifo waits for a writer.
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            const stats = await file.stat();
            if (!stats.isFile()) {
                const kind = stats.isDirectory() ? 'a directory' : 'a special file';
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE('input', `cannot inspect ${path}: it is ${kind}`, { fix: NAME_AN_INITRAMFS });
            }
            const { bytesRead, buffer } = await file.read(Buffer.alloc(_formats_qcow2_format_js__WEBPACK_IMPORTED_MODULE_5__/* .HEADER_FACTS_LENGTH */ .bZ), 0, _formats_qcow2_format_js__WEBPACK_IMPORTED_MODULE_5__/* .HEADER_FACTS_LENGTH */ .bZ, 0);
            return buffer.subarray(0, bytesRead);
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE)
            throw error;
        const missing = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .systemCodeOf */ .c7)(error) === 'ENOENT';
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE('input', `cannot read ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .readFailureOf */ .Og)(error)}`, {
            cause: error,
            ...(missing && { fix: 'build it first: fledge build' }),
        });
    }
}
function describeEntry(entry) {
    const { path, kind, mode, uid, gid, size, mtime, links, target, deviceMajor, deviceMinor } = entry;
    const isDevice = kind === 'char-device' || kind === 'block-device';
    return {
        path: path === '.' ? '/' : `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_6__/* .displayByteString */ .oO)(path)}`,
        kind,
        mode: mode.toString(8).padStart(4, '0'),
        uid,
        gid,
        size,
        mtime,
        links,
        ...(target !== undefined && { target: (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_6__/* .displayByteString */ .oO)(target) }),
        ...(isDevice && { device: [deviceMajor, deviceMinor] }),
    };
}


/***/ }),

/***/ 9902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ HEADER_SIZE),
/* harmony export */   S1: () => (/* binding */ TRAILER_NAME),
/* harmony export */   dw: () => (/* binding */ paddingTo4),
/* harmony export */   eL: () => (/* binding */ MAX_FIELD),
/* harmony export */   mS: () => (/* binding */ MAGIC),
/* harmony export */   ng: () => (/* binding */ MAX_NAME_SIZE)
/* harmony export */ });
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6471);

// The "new ASCII" (newc, SVR4 without checksum) format of cpio(5), as described in the kernel's initramfs buffer format
// (Documentation/driver-api/early-userspace/buffer-format.rst): a magic, thirteen fields of eight hexadecimal digits,
// the name with its NUL, the data. Header and data are each padded to four bytes.
const MAGIC = '070701';
const HEADER_SIZE = 110;
/** The name of the entry that ends an archive. */
const TRAILER_NAME = 'TRAILER!!!';
/** The largest value of a field. */
const MAX_FIELD = 0xffff_ffff;
/** The kernel refuses longer names (PATH_MAX, with the NUL). */
const MAX_NAME_SIZE = _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_PATH_BYTES */ .PR + 1;
/** The number of bytes of padding after `length` bytes of header or data. */
function paddingTo4(length) {
    return -length & 3;
}


/***/ }),

/***/ 6098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readCpio)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);
/* harmony import */ var _tree_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3241);
/* harmony import */ var _cpio_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9902);




const CRC_MAGIC = '070702';
const TYPE_MASK = 0o170000;
const FIELD_COUNT = 13;
/**
 * Reads the entries of a newc archive from a stream. File data is skipped and nothing is kept in memory. Concatenated
 * archives, which the kernel accepts, are read as one. `beginningBytes` is the number of bytes that `beginning` has at
 * most.
 *
 * @throws FledgeError `input`, with the offset, if the bytes are not an archive or end too early.
 */
async function* readCpio(bytes, label, { beginningBytes = 0 } = {}) {
    const source = new ByteReader(bytes);
    const fail = (what, offset = source.offset) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot read ${label}: ${what} at byte ${offset} of the archive`, {
        fix: offset === 0
            ? 'name an initramfs that fledge has built, such as plugin.cpio.gz'
            : 'the file is damaged or incomplete; build or download it again',
    });
    const take = async (length) => {
        const taken = await source.take(length);
        if (taken === undefined)
            throw fail('the archive ends in the middle of an entry');
        return taken;
    };
    const skip = async (length) => {
        if (!(await source.skip(length)))
            throw fail('the archive ends in the middle of a file');
    };
    for (let archives = 0;; archives++) {
        if (!(await source.skipZeros())) {
            if (archives > 0)
                return;
            throw fail('missing cpio header');
        }
        for (;;) {
            const start = source.offset;
            const magic = (await take(_cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .MAGIC */ .mS.length)).toString('latin1');
            if (magic !== _cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .MAGIC */ .mS && magic !== CRC_MAGIC)
                throw fail('invalid cpio header (not newc)', start);
            const header = (await take(_cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .HEADER_SIZE */ .Ad - _cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .MAGIC */ .mS.length)).toString('latin1');
            const fields = [];
            for (let index = 0; index < FIELD_COUNT; index++) {
                const digits = header.slice(8 * index, 8 * (index + 1));
                if (!/^[0-9a-fA-F]{8}$/.test(digits))
                    throw fail('damaged cpio header', start);
                fields.push(Number.parseInt(digits, 16));
            }
            const [ino = 0, mode = 0, uid = 0, gid = 0, links = 0, mtime = 0, size = 0] = fields;
            const [deviceMajor = 0, deviceMinor = 0, nameSize = 0] = fields.slice(9);
            if (nameSize < 1 || nameSize > _cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_NAME_SIZE */ .ng)
                throw fail('damaged cpio header', start);
            const name = await take(nameSize);
            if (name.at(-1) !== 0)
                throw fail('damaged cpio header', start);
            const path = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromBytes */ .Pb)(name.subarray(0, -1));
            await skip((0,_cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .paddingTo4 */ .dw)(_cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .HEADER_SIZE */ .Ad + nameSize));
            if (path === _cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .TRAILER_NAME */ .S1) {
                await skip(size);
                break;
            }
            const kind = kindOf(mode);
            if (kind === undefined)
                throw fail('entry of an unknown type', start);
            const isLink = kind === 'symlink';
            if (isLink && size > _cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_NAME_SIZE */ .ng)
                throw fail(`symbolic link of more than ${_cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_NAME_SIZE */ .ng} bytes`);
            const target = isLink ? (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromBytes */ .Pb)(await take(size)) : undefined;
            const beginning = kind === 'file' && beginningBytes > 0 ? await take(Math.min(size, beginningBytes)) : undefined;
            if (!isLink)
                await skip(size - (beginning?.length ?? 0));
            await skip((0,_cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .paddingTo4 */ .dw)(size));
            yield {
                path,
                kind,
                mode: mode & 0o7777,
                uid,
                gid,
                mtime,
                size,
                links,
                ino,
                deviceMajor,
                deviceMinor,
                ...(target !== undefined && { target }),
                ...(beginning !== undefined && { beginning }),
            };
        }
    }
}
function kindOf(mode) {
    for (const kind of Object.keys(_tree_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .TYPE_BITS */ .c)) {
        if (_tree_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .TYPE_BITS */ .c[kind] === (mode & TYPE_MASK))
            return kind;
    }
    return undefined;
}
/** Reads and skips numbers of bytes of a stream. */
class ByteReader {
    #source;
    #chunk = new Uint8Array(0);
    offset = 0;
    constructor(source) {
        this.#source = source[Symbol.asyncIterator]();
    }
    /** The next `length` bytes; undefined if the stream has fewer. */
    async take(length) {
        const result = Buffer.alloc(length);
        for (let filled = 0; filled < length;) {
            if (!(await this.#fill()))
                return undefined;
            const part = this.#chunk.subarray(0, length - filled);
            result.set(part, filled);
            filled += part.length;
            this.#advance(part.length);
        }
        return result;
    }
    /** Skips `length` bytes. Returns false if the stream has fewer. */
    async skip(length) {
        for (let left = length; left > 0;) {
            if (!(await this.#fill()))
                return false;
            const part = Math.min(left, this.#chunk.length);
            left -= part;
            this.#advance(part);
        }
        return true;
    }
    /** Skips zeros. Returns false if the stream has no other byte. */
    async skipZeros() {
        while (await this.#fill()) {
            // A loop, because a callback for each byte needs a minute for ten gigabytes of padding.
            let zeros = 0;
            while (zeros < this.#chunk.length && this.#chunk[zeros] === 0)
                zeros++;
            this.#advance(zeros);
            if (this.#chunk.length > 0)
                return true;
        }
        return false;
    }
    #advance(length) {
        this.#chunk = this.#chunk.subarray(length);
        this.offset += length;
    }
    async #fill() {
        while (this.#chunk.length === 0) {
            const next = await this.#source.next();
            if (next.done === true)
                return false;
            this.#chunk = next.value;
        }
        return true;
    }
}


/***/ }),

/***/ 7021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ writeBackingFile),
/* harmony export */   E2: () => (/* binding */ decodeHeader),
/* harmony export */   RY: () => (/* binding */ ENTRY_SIZE),
/* harmony export */   VH: () => (/* binding */ MAX_BACKING_PATH),
/* harmony export */   YS: () => (/* binding */ encodeHeader),
/* harmony export */   bZ: () => (/* binding */ HEADER_FACTS_LENGTH),
/* harmony export */   bk: () => (/* binding */ writeCompressedEntry),
/* harmony export */   e1: () => (/* binding */ ENTRIES_PER_CLUSTER),
/* harmony export */   oc: () => (/* binding */ writeClusterEntry),
/* harmony export */   t4: () => (/* binding */ SECTOR_SIZE),
/* harmony export */   xF: () => (/* binding */ REFCOUNT_SIZE),
/* harmony export */   zc: () => (/* binding */ CLUSTER_SIZE),
/* harmony export */   zv: () => (/* binding */ writeNumber)
/* harmony export */ });
/**
 * qcow2, version 3 (QEMU, docs/interop/qcow2.rst). All numbers are big-endian. The sizes of clusters and refcounts are QEMU's
 * defaults, which every reader supports.
 */
/** The methods of compression, and the values of the header's compression type. */
const COMPRESSION_TYPES = { zlib: 0, zstd: 1 };
const CLUSTER_BITS = 16;
/** In bytes. */
const CLUSTER_SIZE = 2 ** CLUSTER_BITS;
/** In bytes: the unit of compressed clusters and of the size of the disk. */
const SECTOR_SIZE = 512;
/** Entries of L1 tables, L2 tables and the refcount table. */
const ENTRY_SIZE = 8;
const ENTRIES_PER_CLUSTER = CLUSTER_SIZE / ENTRY_SIZE;
/** The size of a refcount in bytes. */
const REFCOUNT_SIZE = 2;
const REFCOUNT_ORDER = 4;
const MAGIC = 0x51_46_49_fb;
const VERSION = 3;
const HEADER_LENGTH = 112;
const INCOMPATIBLE_COMPRESSION_TYPE = 3;
const FEATURE_NAME_TABLE = 0x6803_f857;
const BACKING_FORMAT = 0xe279_2aca;
const FEATURE_NAME_LENGTH = 46;
/** The first cluster. */
function encodeHeader(header) {
    const cluster = Buffer.alloc(CLUSTER_SIZE);
    const usesZstd = header.compression === 'zstd';
    cluster.writeUInt32BE(MAGIC, 0);
    cluster.writeUInt32BE(VERSION, 4);
    cluster.writeUInt32BE(CLUSTER_BITS, 20);
    writeNumber(cluster, header.size, 24);
    cluster.writeUInt32BE(header.l1Size, 36);
    writeNumber(cluster, header.l1Position, 40);
    writeNumber(cluster, header.refcountTablePosition, 48);
    cluster.writeUInt32BE(header.refcountTableClusters, 56);
    // Readers that know zlib only must refuse the image.
    if (usesZstd)
        writeNumber(cluster, 2 ** INCOMPATIBLE_COMPRESSION_TYPE, 72);
    cluster.writeUInt32BE(REFCOUNT_ORDER, 96);
    cluster.writeUInt32BE(HEADER_LENGTH, 100);
    cluster.writeUInt8(COMPRESSION_TYPES[header.compression ?? 'zlib'], 104);
    // Old readers print this name of the feature. The zeros after it end the list of extensions.
    if (usesZstd) {
        cluster.writeUInt32BE(FEATURE_NAME_TABLE, HEADER_LENGTH);
        cluster.writeUInt32BE(2 + FEATURE_NAME_LENGTH, HEADER_LENGTH + 4);
        cluster.writeUInt8(INCOMPATIBLE_COMPRESSION_TYPE, HEADER_LENGTH + 9);
        cluster.write('compression type', HEADER_LENGTH + 10, 'latin1');
    }
    return cluster;
}
/** The length in bytes of the longest path of a backing file. */
const MAX_BACKING_PATH = 1023;
/** Names the backing file in the first cluster: the image below this one, and its format. */
function writeBackingFile(cluster, path, format) {
    const name = Buffer.from(format);
    // An extension has a type, a length, and its data, which is padded to eight bytes. Zeros end the list.
    cluster.writeUInt32BE(BACKING_FORMAT, HEADER_LENGTH);
    cluster.writeUInt32BE(name.length, HEADER_LENGTH + 4);
    name.copy(cluster, HEADER_LENGTH + 8);
    const position = HEADER_LENGTH + 8 + name.length + (-name.length & 7) + 8;
    writeNumber(cluster, position, 8);
    cluster.writeUInt32BE(path.length, 16);
    path.copy(cluster, position);
}
/** The number of bytes that `decodeHeader` needs. */
const HEADER_FACTS_LENGTH = 32;
/** Reads the facts of a header from the first bytes of a file; undefined if it is not a qcow2 image. */
function decodeHeader(bytes) {
    if (bytes.length < HEADER_FACTS_LENGTH || bytes.readUInt32BE(0) !== MAGIC)
        return undefined;
    return { version: bytes.readUInt32BE(4), size: Number(bytes.readBigUInt64BE(24)) };
}
/** The entry of a table that refers to a cluster with a refcount of 1 (bit 63). */
function writeClusterEntry(table, index, position) {
    writeNumber(table, position, index * ENTRY_SIZE);
    const high = table.readUInt32BE(index * ENTRY_SIZE);
    table.writeUInt32BE((high | 0x8000_0000) >>> 0, index * ENTRY_SIZE);
}
/**
 * The L2 entry of a compressed cluster (bit 62) at any position: below the bits for the position, which depend on the size of
 * clusters, is the number of sectors after the first one that it touches.
 */
function writeCompressedEntry(table, index, position, length) {
    const firstSector = Math.floor(position / SECTOR_SIZE);
    const lastSector = Math.floor((position + length - 1) / SECTOR_SIZE);
    const positionBits = 62 - (CLUSTER_BITS - 8);
    writeNumber(table, position, index * ENTRY_SIZE);
    const high = table.readUInt32BE(index * ENTRY_SIZE);
    const sectors = (lastSector - firstSector) * 2 ** (positionBits - 32);
    table.writeUInt32BE((high | sectors | 0x4000_0000) >>> 0, index * ENTRY_SIZE);
}
/** Writes an integer below 2^53 as 64 bits. */
function writeNumber(bytes, value, offset) {
    bytes.writeUInt32BE(Math.floor(value / 2 ** 32), offset);
    bytes.writeUInt32BE(value % 2 ** 32, offset + 4);
}


/***/ }),

/***/ 6471:
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


/***/ }),

/***/ 3241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ TYPE_BITS)
/* harmony export */ });
/** The file type in a mode (inode(7)). */
const TYPE_BITS = {
    fifo: 0o010000,
    'char-device': 0o020000,
    directory: 0o040000,
    'block-device': 0o060000,
    file: 0o100000,
    symlink: 0o120000,
};


/***/ })

};
