export const id = 3240;
export const ids = [3240];
export const modules = {

/***/ 56098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readCpio)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _tree_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93241);
/* harmony import */ var _cpio_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79902);




const CRC_MAGIC = '070702';
const TYPE_MASK = 0o170000;
const FIELD_COUNT = 13;
/**
 * Reads the entries of a newc archive from a stream. File data that is not read is skipped, and nothing is kept in memory.
 * Concatenated archives, which the kernel accepts, are read as one. `beginningBytes` is the number of bytes that `beginning`
 * has at most.
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
            let left = isLink ? 0 : size - (beginning?.length ?? 0);
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
                archive: archives,
                ...(target !== undefined && { target }),
                ...(beginning !== undefined && { beginning }),
                async *data() {
                    while (left > 0) {
                        const piece = await source.takeSome(left);
                        if (piece === undefined)
                            throw fail('the archive ends in the middle of a file');
                        left -= piece.length;
                        yield piece;
                    }
                },
            };
            await skip(left);
            await skip((0,_cpio_format_js__WEBPACK_IMPORTED_MODULE_3__/* .paddingTo4 */ .dw)(size));
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
    /** The next bytes, at most `length`, which must not be 0; undefined at the end of the stream. */
    async takeSome(length) {
        if (!(await this.#fill()))
            return undefined;
        const piece = this.#chunk.subarray(0, length);
        this.#advance(piece.length);
        return piece;
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

/***/ 57408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ UnreadableImage),
/* harmony export */   iW: () => (/* binding */ BUILD_AGAIN),
/* harmony export */   qM: () => (/* binding */ damaged)
/* harmony export */ });
/** The fix for an artifact that is damaged. */
const BUILD_AGAIN = 'the file is damaged or incomplete; build or download it again';
/** An image that cannot be read. The message is a clause that follows `cannot read x.img: `. */
class UnreadableImage extends Error {
    name = 'UnreadableImage';
    /** False for an image with features that are not supported. */
    isDamaged;
    /** The program that can read it instead, if Linux cannot. */
    tool;
    constructor(message, isDamaged = false, tool) {
        super(message);
        this.isDamaged = isDamaged;
        this.tool = tool;
    }
}
/** An image whose structures contradict each other. */
function damaged(what) {
    return new UnreadableImage(`the image is damaged: ${what}`, true);
}


/***/ }),

/***/ 90696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ cachedDisk),
/* harmony export */   FG: () => (/* binding */ diskOf),
/* harmony export */   c2: () => (/* binding */ endsEarly),
/* harmony export */   oD: () => (/* binding */ readWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57408);


/** Up to this size, a call in another thread costs more time than the read. */
const SMALL_READ_BYTES = 128 * 1024;
/** An open file, of which no byte beyond `size` is read. */
function diskOf(file, size) {
    return {
        size,
        async read(position, length) {
            const wanted = Math.max(0, Math.min(length, size - position));
            // A hostile position can be larger than any that read(2) accepts.
            if (wanted === 0)
                return Buffer.alloc(0);
            const bytes = Buffer.allocUnsafe(wanted);
            const isSmall = wanted <= SMALL_READ_BYTES;
            const bytesRead = isSmall
                ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file.fd, bytes, 0, wanted, position)
                : (await file.read(bytes, 0, wanted, position)).bytesRead;
            return bytes.subarray(0, bytesRead);
        },
    };
}
/**
 * Reads exactly `length` bytes.
 *
 * @throws UnreadableImage if the file has fewer.
 */
async function readWhole(disk, position, length) {
    const bytes = await disk.read(position, length);
    if (bytes.length < length)
        throw endsEarly();
    return bytes;
}
/** The error for an image whose file was cut off. */
function endsEarly() {
    return (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)('the file ends before the file system does');
}
const CHUNK_BYTES = 128 * 1024;
const MAX_CHUNKS = 128;
/**
 * A disk with its last used chunks in memory, for structures that are small and near each other. It keeps at most 16 MiB.
 */
function cachedDisk(disk) {
    const chunks = new Map();
    const chunkAt = async (index) => {
        const found = chunks.get(index);
        if (found !== undefined) {
            chunks.delete(index);
            chunks.set(index, found);
            return found;
        }
        const chunk = await disk.read(index * CHUNK_BYTES, CHUNK_BYTES);
        chunks.set(index, chunk);
        const [oldest] = chunks.keys();
        if (chunks.size > MAX_CHUNKS && oldest !== undefined)
            chunks.delete(oldest);
        return chunk;
    };
    return {
        size: disk.size,
        peek(position, length) {
            const index = Math.floor(position / CHUNK_BYTES);
            const start = position - index * CHUNK_BYTES;
            const chunk = chunks.get(index);
            return chunk === undefined || start + length > chunk.length ? undefined : chunk.subarray(start, start + length);
        },
        async read(position, length) {
            const index = Math.floor(position / CHUNK_BYTES);
            const start = position - index * CHUNK_BYTES;
            if (start + length > CHUNK_BYTES)
                return disk.read(position, length);
            return (await chunkAt(index)).subarray(start, start + length);
        },
    };
}


/***/ }),

/***/ 31865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findFileSystem),
/* harmony export */   v: () => (/* binding */ describeDisk)
/* harmony export */ });
/** The position of btrfs's first superblock (BTRFS_SUPER_INFO_OFFSET). */
const BTRFS_AT = 0x1_0000;
const EXT_AT = 1024;
const EXT_MAGIC = 0xef53;
const EXT_64BIT = 0x80;
/** A block of 64 KiB: the largest that Linux supports, as the logarithm of its size in KiB. */
const EXT_MAX_LOG_BLOCK = 6;
/** The file system that begins at the first byte of a disk; undefined if it has none of those that fledge writes. */
async function findFileSystem(disk) {
    const head = await disk.read(0, 4096);
    return squashfsOf(head) ?? xfsOf(head) ?? extOf(head) ?? btrfsOf(await disk.read(BTRFS_AT, 4096));
}
/** struct squashfs_super_block: the magic, and `bytes_used`. */
function squashfsOf(head) {
    if (head.length < 96 || head.toString('latin1', 0, 4) !== 'hsqs')
        return undefined;
    return { type: 'squashfs', bytes: Number(head.readBigUInt64LE(40)) };
}
/** struct xfs_dsb: the magic, `sb_blocksize` and `sb_dblocks`, big-endian. */
function xfsOf(head) {
    if (head.length < 264 || head.toString('latin1', 0, 4) !== 'XFSB')
        return undefined;
    return { type: 'xfs', bytes: head.readUInt32BE(4) * Number(head.readBigUInt64BE(8)) };
}
/** struct ext4_super_block. Linux mounts ext2 and ext3 with the driver of ext4. */
function extOf(head) {
    if (head.length < EXT_AT + 1024 || head.readUInt16LE(EXT_AT + 56) !== EXT_MAGIC)
        return undefined;
    const logBlock = head.readUInt32LE(EXT_AT + 24);
    if (logBlock > EXT_MAX_LOG_BLOCK)
        return undefined;
    const has64Bit = (head.readUInt32LE(EXT_AT + 96) & EXT_64BIT) !== 0;
    const blocks = head.readUInt32LE(EXT_AT + 4) + (has64Bit ? head.readUInt32LE(EXT_AT + 336) * 2 ** 32 : 0);
    return { type: 'ext4', bytes: blocks * 2 ** (10 + logBlock) };
}
/** struct btrfs_super_block: the magic, and `total_bytes`. */
function btrfsOf(superblock) {
    if (superblock.length < 4096 || superblock.toString('latin1', 0x40, 0x48) !== '_BHRfS_M')
        return undefined;
    return { type: 'btrfs', bytes: Number(superblock.readBigUInt64LE(0x70)) };
}
/** The probable content of a disk that cannot be booted, with its article; undefined if it is not known. */
async function describeDisk(disk) {
    const head = await disk.read(0, 4096);
    if (head.toString('latin1', 0x202, 0x206) === 'HdrS')
        return 'a Linux kernel';
    if (head.toString('latin1', 512, 520) === 'EFI PART')
        return 'a disk with a partition table';
    if (head.length >= 1028 && head.readUInt32LE(1024) === 0xe0f5_e1e2)
        return 'an erofs image';
    if (/^(?:FAT32 {3}|FAT1[26] {3})/.test(head.toString('latin1', 82, 90) + head.toString('latin1', 54, 62))) {
        return 'a FAT image';
    }
    if ((await disk.read(32_769, 5)).toString('latin1') === 'CD001')
        return 'an ISO 9660 image';
    if (head.length >= 512 && head.readUInt16LE(510) === 0xaa55)
        return 'a disk with a partition table';
    return undefined;
}


/***/ }),

/***/ 93830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ HEAD_BYTES),
/* harmony export */   ON: () => (/* binding */ isCpio),
/* harmony export */   bf: () => (/* binding */ isGzip)
/* harmony export */ });
/** The bytes at the beginning of a file that are enough to recognise its format. */
const HEAD_BYTES = 4096;
/** True for a gzip file (RFC 1952, 2.3.1). */
function isGzip(head) {
    return head[0] === 0x1f && head[1] === 0x8b;
}
/** True for a cpio archive, also in a format that the kernel does not unpack. */
function isCpio(head) {
    return head.toString('latin1', 0, 5) === '07070';
}


/***/ }),

/***/ 72943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z$: () => (/* binding */ openQcow2),
/* harmony export */   ap: () => (/* binding */ UnusableQcow2),
/* harmony export */   hR: () => (/* binding */ isQcow2),
/* harmony export */   v8: () => (/* binding */ fixOfQcow2)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _formats_qcow2_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47021);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62625);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57408);





/** A qcow2 image that must not be opened, or cannot be. The message is a clause: `it names a backing file`. */
class UnusableQcow2 extends Error {
    name = 'UnusableQcow2';
    isHostile;
    constructor(message, isHostile = false) {
        super(message);
        this.isHostile = isHostile;
    }
}
const HEADER_BYTES = 112;
const MAX_CLUSTER_BITS = 21;
/** Incompatible features of version 3. */
const CORRUPT = 1n << 1n;
const EXTERNAL_DATA = 1n << 2n;
const COMPRESSION_TYPE = 1n << 3n;
const EXTENDED_L2 = 1n << 4n;
const DIRTY = 1n << 0n;
const KNOWN = DIRTY | CORRUPT | EXTERNAL_DATA | COMPRESSION_TYPE | EXTENDED_L2;
/** Bits 9 to 55 of an entry of a table. */
const POSITION = 0x00fffffffffffe00n;
const COMPRESSED = 1n << 62n;
/** The size of the tables that are searched for clusters beyond the end of the file: enough for a disk of 512 GiB. */
const MAX_CHECKED_BYTES = 64 * 1024 * 1024;
/** The fix for an image that cannot be used. */
function fixOfQcow2({ isHostile }, path) {
    if (!isHostile)
        return _damage_js__WEBPACK_IMPORTED_MODULE_3__/* .BUILD_AGAIN */ .iW;
    return `convert it on a machine that may read that file: qemu-img convert -O qcow2 ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shellWord */ .r7)(path)} new.qcow2`;
}
/** True for the beginning of a qcow2 image. */
function isQcow2(head) {
    return (0,_formats_qcow2_format_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeHeader */ .E2)(head) !== undefined;
}
/**
 * Opens the disk in a qcow2 image, to read single clusters. An emulator opens the files that an image names, so an image
 * with a backing file or an external data file is refused.
 *
 * @throws UnusableQcow2
 */
async function openQcow2(file) {
    const layout = readLayout(await file.read(0, HEADER_BYTES));
    const l1 = await file.read(layout.l1Position, layout.l1Size * 8);
    if (l1.length < layout.l1Size * 8)
        throw truncated();
    await checkEnd(file, layout, l1);
    const clusterSize = 2 ** layout.clusterBits;
    return {
        size: layout.size,
        async read(position, length) {
            const end = Math.min(position + length, layout.size);
            const pieces = [];
            for (let at = position; at < end;) {
                const index = Math.floor(at / clusterSize);
                const cluster = await readCluster(file, layout, l1, index);
                const to = Math.min(end, (index + 1) * clusterSize);
                pieces.push(cluster.subarray(at - index * clusterSize, to - index * clusterSize));
                at = to;
            }
            return Buffer.concat(pieces);
        },
    };
}
function readLayout(header) {
    const facts = (0,_formats_qcow2_format_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeHeader */ .E2)(header);
    if (facts === undefined || header.length < 72)
        throw truncated();
    if (facts.version !== 2 && facts.version !== 3)
        throw new UnusableQcow2(`it is of version ${facts.version}`);
    if (header.readBigUInt64BE(8) !== 0n) {
        throw new UnusableQcow2('it names a backing file, which can be any file of this machine', true);
    }
    if (header.readUInt32BE(32) !== 0)
        throw new UnusableQcow2('it is encrypted');
    const clusterBits = header.readUInt32BE(20);
    if (clusterBits < 9 || clusterBits > MAX_CLUSTER_BITS)
        throw new UnusableQcow2('its header is damaged');
    if (facts.version === 3 && header.length < 104)
        throw truncated();
    const features = facts.version === 3 ? header.readBigUInt64BE(72) : 0n;
    if ((features & EXTERNAL_DATA) !== 0n) {
        throw new UnusableQcow2('it names an external data file, which can be any file of this machine', true);
    }
    if ((features & CORRUPT) !== 0n)
        throw new UnusableQcow2('it is marked as corrupt');
    if ((features & ~KNOWN) !== 0n)
        throw new UnusableQcow2('it has unknown features');
    if ((features & EXTENDED_L2) !== 0n)
        throw new UnusableQcow2('it has extended L2 entries');
    const { size } = facts;
    const l1Size = header.readUInt32BE(36);
    const clustersOfTable = 2 ** (2 * clusterBits - 3);
    if (!Number.isSafeInteger(size) || l1Size > 4 * 1024 * 1024 || l1Size < Math.ceil(size / clustersOfTable)) {
        throw new UnusableQcow2('its header is damaged');
    }
    const compression = (features & COMPRESSION_TYPE) === 0n ? 0 : header.readUInt8(104);
    return { clusterBits, size, l1Position: Number(header.readBigUInt64BE(40)), l1Size, compression };
}
/** Finds out whether the file ends before its last cluster, from the tables only. */
async function checkEnd(file, { clusterBits, l1Size }, l1) {
    const positionMask = (1n << BigInt(62 - (clusterBits - 8))) - 1n;
    const tables = Array.from({ length: l1Size }, (_, index) => Number(l1.readBigUInt64BE(index * 8) & POSITION));
    const present = tables.filter((position) => position !== 0);
    const used = [...new Set(present)];
    // A small file could have a disk of any size, all of it data.
    if (used.length !== present.length)
        throw new UnusableQcow2('two of its tables are the same');
    for (const position of used.slice(0, MAX_CHECKED_BYTES / 2 ** clusterBits)) {
        const table = await file.read(position, 2 ** clusterBits);
        if (table.length < 2 ** clusterBits)
            throw truncated();
        for (let offset = 0; offset < table.length; offset += 8) {
            // Most entries of a sparse image are zero.
            if (table.readUInt32BE(offset) === 0 && table.readUInt32BE(offset + 4) === 0)
                continue;
            const entry = table.readBigUInt64BE(offset);
            const isCompressed = (entry & COMPRESSED) !== 0n;
            if (Number(entry & (isCompressed ? positionMask : POSITION)) >= file.size)
                throw truncated();
        }
    }
}
async function readCluster(file, layout, l1, index) {
    const { clusterBits, compression } = layout;
    const clusterSize = 2 ** clusterBits;
    const entries = clusterSize / 8;
    const table = Number(l1.readBigUInt64BE(Math.floor(index / entries) * 8) & POSITION);
    if (table === 0)
        return Buffer.alloc(clusterSize);
    const bytes = await file.read(table + (index % entries) * 8, 8);
    if (bytes.length < 8)
        throw truncated();
    const entry = bytes.readBigUInt64BE(0);
    if ((entry & COMPRESSED) === 0n) {
        const position = Number(entry & POSITION);
        // Bit 0 marks a cluster of zeros.
        if (position === 0 || (entry & 1n) !== 0n)
            return Buffer.alloc(clusterSize);
        const cluster = Buffer.alloc(clusterSize);
        (await file.read(position, clusterSize)).copy(cluster);
        return cluster;
    }
    const positionBits = BigInt(62 - (clusterBits - 8));
    const position = Number(entry & ((1n << positionBits) - 1n));
    const sectors = Number((entry & (COMPRESSED - 1n)) >> positionBits) + 1;
    const packed = await file.read(position, sectors * 512 - (position % 512));
    try {
        const stream = compression === 0 ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createInflateRaw)() : (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createZstdDecompress)();
        const unpacked = await decompressOne(stream, packed, clusterSize);
        const cluster = Buffer.alloc(clusterSize);
        unpacked.copy(cluster);
        return cluster;
    }
    catch (error) {
        throw new UnusableQcow2(`its compressed cluster ${index} is damaged: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
}
/** Decompresses one cluster. Bytes of other clusters can follow the compressed ones. */
async function decompressOne(stream, packed, clusterSize) {
    const pieces = [];
    let length = 0;
    try {
        stream.end(packed);
        for await (const piece of stream) {
            pieces.push(piece);
            length += piece.length;
            if (length >= clusterSize)
                break;
        }
    }
    finally {
        stream.destroy();
    }
    return Buffer.concat(pieces).subarray(0, clusterSize);
}
function truncated() {
    return new UnusableQcow2('the file ends before the image does');
}


/***/ }),

/***/ 56433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ piecesOf),
/* harmony export */   v: () => (/* binding */ gunzipOf)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);


const PIECE_BYTES = 128 * 1024;
/** The bytes of an open file from its beginning. Unlike a stream of the file, its end does not close the file. */
async function* piecesOf(file) {
    for (let position = 0;;) {
        const buffer = Buffer.allocUnsafe(PIECE_BYTES);
        const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES, position);
        if (bytesRead === 0)
            return;
        yield buffer.subarray(0, bytesRead);
        position += bytesRead;
    }
}
/** The decompressed bytes of an open gzip file. The caller destroys the stream. */
function gunzipOf(file) {
    const gunzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)({ chunkSize: PIECE_BYTES });
    const source = node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(piecesOf(file), { objectMode: false });
    source.on('error', (error) => gunzip.destroy(error));
    gunzip.on('close', () => source.destroy());
    return source.pipe(gunzip);
}


/***/ })

};
