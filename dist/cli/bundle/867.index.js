export const id = 867;
export const ids = [867];
export const modules = {

/***/ 8477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspectArtifact: () => (/* binding */ inspectArtifact)
});

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/formats/cpio-reader.js
var cpio_reader = __webpack_require__(6098);
// EXTERNAL MODULE: ./build/inside/damage.js
var damage = __webpack_require__(7408);
// EXTERNAL MODULE: ./build/inside/disk.js
var inside_disk = __webpack_require__(696);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(2012);
// EXTERNAL MODULE: ./build/tree/entry.js
var entry = __webpack_require__(3241);
;// CONCATENATED MODULE: ./build/inside/ext/inode.js

// As in Documentation/filesystems/ext4/inodes.rst of the kernel.
const OLD_INODE_SIZE = 128;
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
const INODE_FLAG = { encrypt: 0x800, extents: 0x8_0000, eaInode: 0x20_0000, inlineData: 0x1000_0000 };
/** The number of bytes for block mappings, device numbers, or a short target. */
const MAP_BYTES = 60;
/** Decodes an inode; `bytes` has the whole size of an inode in the file system. */
function decodeInode(number, bytes) {
    const mode = bytes.readUInt16LE(0);
    const kind = KINDS.get(mode & TYPE_MASK);
    const extra = bytes.length > OLD_INODE_SIZE ? bytes.readUInt16LE(128) : 0;
    const hasSizeHigh = kind === 'file' || kind === 'directory';
    return {
        number,
        kind,
        mode: mode & 0o7777,
        uid: bytes.readUInt16LE(2) + bytes.readUInt16LE(120) * 2 ** 16,
        gid: bytes.readUInt16LE(24) + bytes.readUInt16LE(122) * 2 ** 16,
        mtime: timeOf(bytes.readInt32LE(16), extra >= 12 ? bytes.readUInt32LE(136) : 0),
        size: bytes.readUInt32LE(4) + (hasSizeHigh ? bytes.readUInt32LE(108) * 2 ** 32 : 0),
        links: bytes.readUInt16LE(26),
        flags: bytes.readUInt32LE(32),
        map: bytes.subarray(40, 40 + MAP_BYTES),
        xattrBlock: bytes.readUInt32LE(104) + bytes.readUInt16LE(118) * 2 ** 32,
        xattrArea: bytes.subarray(Math.min(bytes.length, OLD_INODE_SIZE + extra)),
    };
}
/** Two bits of `extra` continue the signed seconds, and 30 are nanoseconds. */
function timeOf(seconds, extra) {
    return { seconds: seconds + (extra & 3) * 2 ** 32, nanoseconds: Math.min(extra >>> 2, 999_999_999) };
}
/** The numbers of a device, in the encoding of 16 bits or in that of 32 bits (fs/ext4/inode.c, new_decode_dev). */
function deviceOf({ map }) {
    const old = map.readUInt32LE(0);
    if (old !== 0)
        return { major: (old >>> 8) & 0xff, minor: old & 0xff };
    const device = map.readUInt32LE(4);
    return { major: (device >>> 8) & 0xfff, minor: (device & 0xff) | ((device >>> 12) & 0xf_ff00) };
}

;// CONCATENATED MODULE: ./build/inside/ext/tree.js



const ROOT_INODE = 2;
/** The limit of Linux for a path (PATH_MAX). */
const MAX_PATH_BYTES = 4096;
/**
 * All names in a file system: a directory before what is in it, and the names of a directory in the order of their bytes.
 *
 * @throws UnreadableImage
 */
async function* readExtTree(volume) {
    const visited = new Set();
    const waiting = [
        { path: '', inode: ROOT_INODE },
    ];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { path } = next;
        if (path.length > MAX_PATH_BYTES)
            throw (0,damage/* damaged */.qM)('a path has more than 4096 bytes');
        const inode = await volume.inode(next.inode);
        yield await entryOf(path, inode, volume);
        if (inode.kind !== 'directory')
            continue;
        if (visited.has(inode.number))
            throw (0,damage/* damaged */.qM)(`the directory /${(0,byte_string/* displayByteString */.oO)(path)} contains itself, or has two names`);
        visited.add(inode.number);
        const names = await volume.names(inode);
        const prefix = path === '' ? '' : `${path}/`;
        for (const { name, inode: number } of names.reverse()) {
            waiting.push({ path: `${prefix}${name}`, inode: number });
        }
    }
}
async function entryOf(path, inode, volume) {
    const { kind, mode, uid, gid, mtime, size, links, number: ino } = inode;
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
        links,
        ino,
        ...(kind === 'symlink' && { target: await volume.target(inode) }),
        ...((kind === 'char-device' || kind === 'block-device') && { device: deviceOf(inode) }),
        xattrs: () => volume.xattrs(inode),
        content: () => (kind === 'file' ? volume.content(inode) : nothing()),
    };
}
async function* nothing() { }

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
            const name = (0,byte_string/* byteStringFromBytes */.Pb)(block.subarray(at + HEADER_BYTES, at + HEADER_BYTES + nameLength));
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
/** Names in the order of their bytes. */
function sortNames(names) {
    return names.sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(a.name, b.name));
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
        freeBlocks: wide(12, 344),
        inodes: bytes.readUInt32LE(0),
        freeInodes: bytes.readUInt32LE(16),
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
        uuid: bytes.toString('hex', 104, 120).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
        label: bytes.toString('latin1', 120, 136).replace(/\0.*$/s, ''),
        needsRecovery: (incompat & INCOMPAT.recover) !== 0,
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
const ENTRY_BYTES = 16;
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
        if (at + ENTRY_BYTES > bytes.length)
            throw (0,damage/* damaged */.qM)('extended attributes are not valid');
        const nameLength = bytes.readUInt8(at);
        const prefix = PREFIXES[bytes.readUInt8(at + 1)];
        const position = base + bytes.readUInt16LE(at + 2);
        const inode = bytes.readUInt32LE(at + 4);
        const size = bytes.readUInt32LE(at + 8);
        const isInside = inode !== 0 || position + size <= bytes.length;
        if (prefix === undefined || !isInside || at + ENTRY_BYTES + nameLength > bytes.length || size > MAX_VALUE_BYTES) {
            throw (0,damage/* damaged */.qM)('extended attributes are not valid');
        }
        const suffix = bytes.toString('latin1', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
        const name = (0,byte_string/* byteStringFromBytes */.Pb)(Buffer.from(prefix + suffix, 'latin1'));
        found.push({
            name,
            value: inode === 0 ? bytes.subarray(position, position + size) : Buffer.alloc(0),
            ...(inode !== 0 && { elsewhere: { inode, size } }),
        });
        at += ENTRY_BYTES + nameLength + (-nameLength & 3);
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








/** The part of a file that is in memory, in bytes. */
const PIECE_BYTES = 1024 * 1024;
const MAX_TARGET_BYTES = 4096;
/** In one directory. Its names are sorted in memory. */
const MAX_NAMES = 4_000_000;
/** The attribute that continues the data of an inode which has no blocks (inline_data). */
const INLINE_DATA = 'system.data';
/** The data of a directory in its inode begin with the number of its parent. */
const PARENT_BYTES = 4;
/** Reads inodes, and what belongs to them, from an ext2, ext3 or ext4 file system. */
class ExtVolume {
    superblock;
    #disk;
    /** For structures, which are small. */
    #cached;
    #tables = new Map();
    #directoryBlocks = 0;
    constructor(superblock, disk, cached) {
        this.superblock = superblock;
        this.#disk = disk;
        this.#cached = cached;
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
    async inode(number) {
        const { inodes, inodesPerGroup, inodeSize, blockSize, blocks } = this.superblock;
        if (number < 1 || number > inodes)
            throw (0,damage/* damaged */.qM)(`there is no inode ${number}`);
        const group = Math.floor((number - 1) / inodesPerGroup);
        const table = this.#tables.get(group) ?? (await this.#tableOf(group));
        if (table >= blocks)
            throw (0,damage/* damaged */.qM)(`the inodes of group ${group} are outside of the file system`);
        const position = table * blockSize + ((number - 1) % inodesPerGroup) * inodeSize;
        return decodeInode(number, await (0,inside_disk/* readWhole */.oD)(this.#cached, position, inodeSize));
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
            for (let offset = start; offset < end; offset += PIECE_BYTES) {
                const length = Math.min(PIECE_BYTES, end - offset);
                yield { offset, bytes: await (0,inside_disk/* readWhole */.oD)(this.#disk, physical * blockSize + offset - start, length) };
            }
        }
    }
    async #inlineData(inode) {
        const rest = (await this.#storedXattrs(inode)).find(({ name }) => name === INLINE_DATA)?.value;
        const bytes = Buffer.concat([inode.map, rest ?? Buffer.alloc(0)]);
        if (inode.size > bytes.length)
            throw (0,damage/* damaged */.qM)(`inode ${inode.number} has less data than its size`);
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
        return (0,byte_string/* byteStringFromBytes */.Pb)(target);
    }
    /** The names in a directory, sorted by their bytes. */
    async names(inode) {
        if ((inode.flags & INODE_FLAG.encrypt) !== 0) {
            throw new damage/* UnreadableImage */.Do(`the directory in inode ${inode.number} is encrypted`);
        }
        const found = [];
        if ((inode.flags & INODE_FLAG.inlineData) !== 0) {
            const data = await this.#inlineData(inode);
            for (const part of [data.subarray(PARENT_BYTES, MAP_BYTES), data.subarray(MAP_BYTES)])
                found.push(...namesIn(part));
            return sortNames(found);
        }
        const { blockSize, blocks } = this.superblock;
        const end = Math.ceil(inode.size / blockSize);
        for await (const { logical, physical, count } of runsOf(inode, this.#cached, this.superblock)) {
            if (logical >= end)
                break;
            for (let index = 0; index < count && logical + index < end; index++) {
                // A block belongs to one directory only, so that a small image cannot contain endless names.
                this.#directoryBlocks += 1;
                if (this.#directoryBlocks > blocks)
                    throw (0,damage/* damaged */.qM)('its directories have more blocks than the file system');
                if (found.length > MAX_NAMES)
                    throw new damage/* UnreadableImage */.Do('a directory has too many names');
                for (const name of namesIn(await readBlock(physical + index, this.#cached, this.superblock)))
                    found.push(name);
            }
        }
        return sortNames(found);
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

// EXTERNAL MODULE: ./build/inside/file-system.js
var file_system = __webpack_require__(1865);
// EXTERNAL MODULE: ./build/inside/qcow2-disk.js
var qcow2_disk = __webpack_require__(2943);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(5423);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(2625);
;// CONCATENATED MODULE: ./build/compare/inspect.js













const NAME_AN_ARTIFACT = 'name an artifact that fledge has built, such as plugin.cpio.gz or nginx.img';
const CPIO_MAGIC = /^07070/;
const HEAD_BYTES = 4096;
/**
 * The entries of an artifact: an initramfs, compressed or not, in the order of the archive; or an ext4 image, raw or qcow2, with
 * the names of each directory in the order of their bytes. Entries are streamed, and no field of the artifact is trusted.
 *
 * @throws FledgeError `input` if the file cannot be read, has no format that can be listed, or is damaged.
 */
async function* inspectArtifact(path) {
    const file = await openArtifact(path);
    try {
        const { size } = await file.stat();
        const disk = (0,inside_disk/* diskOf */.FG)(file, size);
        const head = await disk.read(0, HEAD_BYTES);
        const isGzip = head[0] === 0x1f && head[1] === 0x8b;
        if (isGzip || CPIO_MAGIC.test(head.toString('latin1', 0, 6)))
            yield* inspectInitramfs(file, path, isGzip);
        else if ((0,qcow2_disk/* isQcow2 */.hR)(head))
            yield* inspectImage(path, await (0,qcow2_disk/* openQcow2 */.Z$)(disk), true);
        else
            yield* inspectImage(path, disk, false);
    }
    catch (error) {
        if (error instanceof errors/* FledgeError */.aE)
            throw error;
        if (error instanceof qcow2_disk/* UnusableQcow2 */.ap) {
            const fix = (0,qcow2_disk/* fixOfQcow2 */.v8)(error, path);
            throw new errors/* FledgeError */.aE('input', `cannot read ${path}: ${error.message}`, { cause: error, fix });
        }
        if (error instanceof damage/* UnreadableImage */.Do) {
            const fix = error.isDamaged ? damage/* BUILD_AGAIN */.iW : `mount it: mount -o ro,loop ${(0,support_text/* shellWord */.r7)(path)} /mnt`;
            throw new errors/* FledgeError */.aE('input', `cannot read ${path}: ${error.message}`, { cause: error, fix });
        }
        throw new errors/* FledgeError */.aE('input', `cannot read ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error, fix: damage/* BUILD_AGAIN */.iW });
    }
    finally {
        await file.close();
    }
}
async function* inspectInitramfs(file, path, isGzip) {
    const bytes = file.createReadStream({ autoClose: false, start: 0 });
    try {
        if (!isGzip) {
            for await (const entry of (0,cpio_reader/* readCpio */.Q)(bytes, path))
                yield describeCpioEntry(entry);
            return;
        }
        const gunzip = (0,external_node_zlib_.createGunzip)();
        const feeding = (0,promises_.pipeline)(bytes, gunzip);
        // The loop below reports this error: a damaged stream ends it.
        feeding.catch(() => { });
        for await (const entry of (0,cpio_reader/* readCpio */.Q)(gunzip, path))
            yield describeCpioEntry(entry);
        await feeding;
    }
    finally {
        bytes.destroy();
    }
}
async function* inspectImage(path, disk, isInQcow2) {
    const found = await (0,file_system/* findFileSystem */.D)(disk);
    if (found === undefined) {
        const what = (await (0,file_system/* describeDisk */.v)(disk)) ?? 'neither an initramfs nor a file system';
        throw new errors/* FledgeError */.aE('input', `cannot inspect ${path}: it is ${what}`, { fix: NAME_AN_ARTIFACT });
    }
    if (found.type !== 'ext4') {
        const raw = isInQcow2 ? 'disk.img' : (0,support_text/* shellWord */.r7)(path);
        const convert = isInQcow2 ? `qemu-img convert -O raw ${(0,support_text/* shellWord */.r7)(path)} disk.img && ` : '';
        const list = convert + (found.type === 'squashfs' ? `unsquashfs -lls ${raw}` : `mount -o ro,loop ${raw} /mnt`);
        throw new errors/* FledgeError */.aE('input', `cannot inspect ${path}: the files of ${found.type} images cannot be listed`, {
            fix: `use the tools of the file system: ${list}`,
        });
    }
    const volume = await ExtVolume.open(disk);
    for await (const entry of readExtTree(volume))
        yield describeEntry({ ...entry, mtime: entry.mtime.seconds });
}
async function openArtifact(path) {
    try {
        return await (0,regular_file/* openRegularFile */.ZU)(path);
    }
    catch (error) {
        if (error instanceof regular_file/* NotRegularFile */.k1) {
            throw new errors/* FledgeError */.aE('input', `cannot inspect ${path}: it is ${error.kind}`, { fix: NAME_AN_ARTIFACT });
        }
        const missing = (0,errors/* systemCodeOf */.c7)(error) === 'ENOENT';
        throw new errors/* FledgeError */.aE('input', `cannot read ${path}: ${(0,errors/* readFailureOf */.Og)(error)}`, {
            cause: error,
            ...(missing && { fix: 'build it first: fledge build' }),
        });
    }
}
function describeCpioEntry(entry) {
    const { path, kind, deviceMajor: major, deviceMinor: minor } = entry;
    const isDevice = kind === 'char-device' || kind === 'block-device';
    return describeEntry({
        ...entry,
        path: path === '.' ? '' : path,
        ...(isDevice && { device: { major, minor } }),
    });
}
function describeEntry({ path, kind, mode, uid, gid, size, mtime, links, target, device }) {
    return {
        path: `/${(0,byte_string/* displayByteString */.oO)(path)}`,
        kind,
        mode: mode.toString(8).padStart(4, '0'),
        ...{ uid, gid, size, mtime, links },
        ...(target !== undefined && { target: (0,byte_string/* displayByteString */.oO)(target) }),
        ...(device !== undefined && { device: [device.major, device.minor] }),
    };
}


/***/ }),

/***/ 5423:
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);



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


/***/ })

};
