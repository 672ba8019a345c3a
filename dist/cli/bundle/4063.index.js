export const id = 4063;
export const ids = [4063];
export const modules = {

/***/ 47021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ writeBackingFile),
/* harmony export */   E2: () => (/* binding */ decodeHeader),
/* harmony export */   RY: () => (/* binding */ ENTRY_SIZE),
/* harmony export */   VH: () => (/* binding */ MAX_BACKING_PATH),
/* harmony export */   YS: () => (/* binding */ encodeHeader),
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

/***/ 4063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildOciRootfs: () => (/* binding */ buildOciRootfs)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/config/filesystems.js
var filesystems = __webpack_require__(89747);
// EXTERNAL MODULE: ./build/formats/adapt.js
var adapt = __webpack_require__(61059);
// EXTERNAL MODULE: ./build/manifest/remarks.js
var remarks = __webpack_require__(39965);
// EXTERNAL MODULE: ./build/sources/image/unpack.js + 2 modules
var unpack = __webpack_require__(74823);
// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(60975);
// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(58375);
// EXTERNAL MODULE: ./build/support/process/runtime.js + 1 modules
var runtime = __webpack_require__(95625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/tree/contents.js
var contents = __webpack_require__(61491);
// EXTERNAL MODULE: ./build/tree/root-owned.js
var root_owned = __webpack_require__(30489);
// EXTERNAL MODULE: ./build/tree/tree.js
var tree_tree = __webpack_require__(82581);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
;// CONCATENATED MODULE: ./build/formats/crc32c.js
/** The Castagnoli polynomial, bits reversed (RFC 3720, section 12.1). */
const POLYNOMIAL = 0x82f6_3b78;
/** The number of bytes per step. */
const SLICES = 8;
/** Table `k`, at `k * 256`, has the effect of a byte on the checksum if `k` more bytes follow it in the same step. */
const tables = buildTables();
/**
 * Continues a CRC-32C over `bytes`. Neither the given nor the returned checksum is inverted, as ext4 requires. The initial
 * value is `~0`.
 */
function crc32c(checksum, bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = bytes.length;
    let crc = checksum | 0;
    let at = 0;
    for (; at + SLICES <= end; at += SLICES) {
        const low = crc ^ view.getInt32(at, true);
        const high = view.getInt32(at + 4, true);
        crc =
            entry(1792 + (low & 0xff)) ^
                entry(1536 + ((low >>> 8) & 0xff)) ^
                entry(1280 + ((low >>> 16) & 0xff)) ^
                entry(1024 + (low >>> 24)) ^
                entry(768 + (high & 0xff)) ^
                entry(512 + ((high >>> 8) & 0xff)) ^
                entry(256 + ((high >>> 16) & 0xff)) ^
                entry(high >>> 24);
    }
    for (; at < end; at++)
        crc = entry((crc ^ view.getUint8(at)) & 0xff) ^ (crc >>> 8);
    return crc >>> 0;
}
/** Continues a CRC-32C over the four bytes of a little-endian number. */
function crc32cOfUint32(checksum, value) {
    let crc = checksum ^ value;
    for (let byte = 0; byte < 4; byte++)
        crc = entry(crc & 0xff) ^ (crc >>> 8);
    return crc >>> 0;
}
function entry(index) {
    return tables[index];
}
function buildTables() {
    const result = new Int32Array(SLICES * 256);
    for (let byte = 0; byte < 256; byte++) {
        let crc = byte;
        for (let bit = 0; bit < 8; bit++)
            crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
        result[byte] = crc;
    }
    for (let index = 256; index < result.length; index++) {
        const previous = result[index - 256];
        result[index] = result[previous & 0xff] ^ (previous >>> 8);
    }
    return result;
}

;// CONCATENATED MODULE: ./build/formats/btrfs/format.js

/**
 * The part of the btrfs on-disk format that fledge uses (btrfs.readthedocs.io/en/latest/dev/On-disk-format.html). All numbers
 * are little-endian, all offsets and sizes in bytes.
 */
/** "_BHRfS_M" */
const MAGIC = Buffer.from('_BHRfS_M', 'latin1');
/** The positions of the superblocks on the device; the first is the primary one. A small device has fewer. */
const SUPERBLOCK_OFFSETS = [0x1_0000, 0x400_0000, 0x40_0000_0000];
const SUPERBLOCK_SIZE = 4096;
/** struct btrfs_super_block */
const SUPERBLOCK = {
    address: 48,
    magic: 64,
    root: 80,
    chunkRoot: 88,
    totalBytes: 112,
    nodeSize: 148,
    systemChunksSize: 160,
    checksumType: 196,
    /** The size of the only device, in its struct btrfs_dev_item. */
    deviceTotalBytes: 209,
    systemChunks: 811,
};
const CHECKSUM_SIZE = 32;
const CHECKSUM_CRC32C = 0;
/** struct btrfs_header */
const NODE = { address: 48, itemCount: 96, level: 100, size: 101 };
/** struct btrfs_disk_key, then struct btrfs_item or struct btrfs_key_ptr. */
const KEY = { objectId: 0, type: 8, offset: 9, size: 17 };
const LEAF_ITEM = { dataOffset: 17, dataSize: 21, size: 25 };
const KEY_POINTER = { address: 17, size: 33 };
const ITEM_TYPE = {
    inode: 1,
    directoryIndex: 96,
    root: 132,
    blockGroup: 192,
    device: 216,
    chunk: 228,
};
const OBJECT = { extentTree: 2, fsTree: 5, rootDirectory: 256 };
/** struct btrfs_inode_item */
const INODE = { device: 56, atime: 112, ctime: 124, mtime: 136, otime: 148, size: 160 };
/** struct btrfs_root_item */
const ROOT_ITEM = { address: 176 };
/** struct btrfs_dir_item */
const DIRECTORY_ITEM = { child: 0, nameSize: 27, name: 30 };
/** struct btrfs_dev_item */
const DEVICE_ITEM = { totalBytes: 8 };
/** struct btrfs_chunk, and each struct btrfs_stripe in it. */
const CHUNK = { length: 0, stripeCount: 44, stripes: 48 };
const STRIPE = { offset: 8, size: 32 };
/** struct btrfs_block_group_item */
const BLOCK_GROUP = { used: 0, flags: 16 };
const BLOCK_GROUP_DATA = 1n;
/** struct btrfs_timespec */
const TIME = { seconds: 0, nanoseconds: 8 };
/** Writes the checksum of a node or a superblock. */
function seal(block) {
    block.fill(0, 0, CHECKSUM_SIZE);
    block.writeUInt32LE(~crc32c(~0, block.subarray(CHECKSUM_SIZE)) >>> 0, 0);
}
/** Reads a 64-bit number as a JavaScript number: no image is larger than 2^53 bytes. */
function readNumber(bytes, offset) {
    return Number(bytes.readBigUInt64LE(offset));
}

;// CONCATENATED MODULE: ./build/formats/btrfs/complete.js



/** The size of the minor number in the kernel's dev_t, which btrfs stores unchanged. */
const MINOR_BITS = 20n;
/**
 * Adds to an image the fields of inodes that mkfs.btrfs does not write: the nanoseconds of times, and device numbers. The
 * creation time, which mkfs.btrfs leaves at 1970, becomes the modification time.
 *
 * @throws FledgeError `tool` if an entry of the tree is not in the image.
 */
function completeInodes(image, entries) {
    const fsTree = image.tree(OBJECT.fsTree);
    const inodes = matchInodes(childrenOf(image, fsTree), entries);
    image.changeItems(fsTree, ({ type, objectId, data }) => {
        const inode = type === ITEM_TYPE.inode ? inodes.get(objectId) : undefined;
        if (inode === undefined)
            return false;
        for (const field of [INODE.atime, INODE.ctime, INODE.mtime, INODE.otime])
            writeTime(data, field, inode.mtime);
        if (inode.kind === 'char-device' || inode.kind === 'block-device') {
            data.writeBigUInt64LE((BigInt(inode.major) << MINOR_BITS) | BigInt(inode.minor), INODE.device);
        }
        return true;
    });
}
/** The number of free bytes in the block groups for data. */
function freeDataBytes(image) {
    let free = 0;
    image.eachItem(image.tree(OBJECT.extentTree), ({ type, offset, data }) => {
        if (type !== ITEM_TYPE.blockGroup || (data.readBigUInt64LE(BLOCK_GROUP.flags) & BLOCK_GROUP_DATA) === 0n)
            return;
        free += offset - readNumber(data, BLOCK_GROUP.used);
    });
    return free;
}
/** The size of the file system in bytes. */
function sizeOf(image) {
    return readNumber(image.superblock, SUPERBLOCK.totalBytes);
}
/** Grows the file system to a size in bytes. The caller must grow the file to the same size. */
function growTo(image, bytes) {
    const size = BigInt(bytes);
    image.changeItems(image.chunkTree, ({ type, data }) => {
        if (type !== ITEM_TYPE.device)
            return false;
        data.writeBigUInt64LE(size, DEVICE_ITEM.totalBytes);
        return true;
    });
    image.superblock.writeBigUInt64LE(size, SUPERBLOCK.totalBytes);
    image.superblock.writeBigUInt64LE(size, SUPERBLOCK.deviceTotalBytes);
    image.writeSuperblock();
}
/** The inode numbers in each directory, by name. */
function childrenOf(image, fsTree) {
    const children = new Map();
    image.eachItem(fsTree, ({ type, objectId, data }) => {
        if (type !== ITEM_TYPE.directoryIndex)
            return;
        const { name, nameSize, child } = DIRECTORY_ITEM;
        const names = children.get(objectId) ?? new Map();
        children.set(objectId, names);
        names.set((0,byte_string/* byteStringFromBytes */.Pb)(data.subarray(name, name + data.readUInt16LE(nameSize))), readNumber(data, child));
    });
    return children;
}
/** The inodes of the tree by their numbers in the image. */
function matchInodes(children, entries) {
    const inodes = new Map();
    const directories = new Map();
    for (const { path, inode } of entries) {
        const slash = path.lastIndexOf('/');
        const parent = directories.get(path.slice(0, Math.max(0, slash)));
        const name = path.slice(slash + 1);
        const number = path === '' ? OBJECT.rootDirectory : children.get(parent ?? 0)?.get(name);
        if (number === undefined) {
            throw new errors/* FledgeError */.aE('tool', `mkfs.btrfs did not write /${(0,byte_string/* displayByteString */.oO)(path)} into the image`);
        }
        if (inode.kind === 'directory')
            directories.set(path, number);
        inodes.set(number, inode);
    }
    return inodes;
}
/** struct btrfs_timespec */
function writeTime(target, offset, { seconds, nanoseconds }) {
    target.writeBigInt64LE(BigInt(seconds), offset + TIME.seconds);
    target.writeUInt32LE(nanoseconds, offset + TIME.nanoseconds);
}

;// CONCATENATED MODULE: ./build/formats/btrfs/image.js



const MAX_LEVEL = 7;
/**
 * A btrfs image of one device, without RAID, as mkfs.btrfs makes it. Reads its trees, and changes items in place.
 */
class BtrfsImage {
    superblock;
    #descriptor;
    #nodeSize;
    #chunks = [];
    /** @throws FledgeError `tool` if the file is not such an image. */
    constructor(path) {
        this.#descriptor = (0,external_node_fs_.openSync)(path, 'r+');
        try {
            this.superblock = this.#read(SUPERBLOCK_OFFSETS[0], SUPERBLOCK_SIZE);
            const { magic, checksumType, nodeSize } = SUPERBLOCK;
            const isOurs = this.superblock.subarray(magic, magic + MAGIC.length).equals(MAGIC) &&
                this.superblock.readUInt16LE(checksumType) === CHECKSUM_CRC32C;
            if (!isOurs)
                throw unexpected('its superblock');
            this.#nodeSize = this.superblock.readUInt32LE(nodeSize);
            this.#addSystemChunks();
            this.eachItem(this.chunkTree, ({ type, offset, data }) => {
                if (type === ITEM_TYPE.chunk)
                    this.#addChunk(offset, data);
            });
        }
        catch (error) {
            (0,external_node_fs_.closeSync)(this.#descriptor);
            throw error;
        }
    }
    /** The address of the root of the chunk tree. */
    get chunkTree() {
        return readNumber(this.superblock, SUPERBLOCK.chunkRoot);
    }
    /**
     * The address of the root of a tree.
     *
     * @throws FledgeError `tool` if the image does not have this tree.
     */
    tree(objectId) {
        let address;
        this.eachItem(readNumber(this.superblock, SUPERBLOCK.root), (item) => {
            if (item.objectId === objectId && item.type === ITEM_TYPE.root)
                address = readNumber(item.data, ROOT_ITEM.address);
        });
        if (address === undefined)
            throw unexpected(`tree ${objectId}`);
        return address;
    }
    /** Visits all items of a tree in the order of their keys. */
    eachItem(root, visit) {
        this.#walk(root, ({ bytes }, count) => {
            for (let index = 0; index < count; index++)
                visit(itemAt(bytes, index));
        });
    }
    /** Visits all items of a tree. If `change` returns true for an item, the item's leaf is written back. */
    changeItems(root, change) {
        this.#walk(root, (leaf, count) => {
            let isChanged = false;
            for (let index = 0; index < count; index++)
                isChanged = change(itemAt(leaf.bytes, index)) || isChanged;
            if (isChanged)
                this.#writeNode(leaf);
        });
    }
    /** Writes all copies of the superblock that a device of its size has. */
    writeSuperblock() {
        const total = readNumber(this.superblock, SUPERBLOCK.totalBytes);
        for (const offset of SUPERBLOCK_OFFSETS) {
            if (offset + SUPERBLOCK_SIZE > total)
                break;
            const copy = Buffer.from(this.superblock);
            copy.writeBigUInt64LE(BigInt(offset), SUPERBLOCK.address);
            seal(copy);
            this.#write(copy, offset);
        }
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#descriptor);
    }
    #walk(root, visitLeaf) {
        const node = this.#readNode(root);
        const { bytes } = node;
        const count = bytes.readUInt32LE(NODE.itemCount);
        const level = bytes.readUInt8(NODE.level);
        if (level === 0)
            visitLeaf(node, count);
        else if (level > MAX_LEVEL)
            throw unexpected('the level of a node');
        else {
            for (let index = 0; index < count; index++) {
                this.#walk(readNumber(bytes, NODE.size + index * KEY_POINTER.size + KEY_POINTER.address), visitLeaf);
            }
        }
    }
    #addSystemChunks() {
        const { systemChunks, systemChunksSize } = SUPERBLOCK;
        const end = systemChunks + this.superblock.readUInt32LE(systemChunksSize);
        for (let at = systemChunks; at < end;) {
            const data = this.superblock.subarray(at + KEY.size);
            this.#addChunk(readNumber(this.superblock, at + KEY.offset), data);
            at += KEY.size + CHUNK.stripes + data.readUInt16LE(CHUNK.stripeCount) * STRIPE.size;
        }
    }
    #addChunk(start, data) {
        const stripes = Array.from({ length: data.readUInt16LE(CHUNK.stripeCount) }, (_, index) => readNumber(data, CHUNK.stripes + index * STRIPE.size + STRIPE.offset));
        this.#chunks.push({ start, length: readNumber(data, CHUNK.length), stripes });
    }
    #readNode(address) {
        const chunk = this.#chunks.findLast(({ start, length }) => address >= start && address < start + length);
        const positions = chunk?.stripes.map((stripe) => stripe + (address - chunk.start)) ?? [];
        const [first] = positions;
        if (first === undefined)
            throw unexpected(`address ${address}`);
        const bytes = this.#read(first, this.#nodeSize);
        if (readNumber(bytes, NODE.address) !== address)
            throw unexpected(`the node at ${address}`);
        return { bytes, positions };
    }
    #writeNode({ bytes, positions }) {
        seal(bytes);
        for (const position of positions)
            this.#write(bytes, position);
    }
    #read(position, length) {
        const bytes = Buffer.alloc(length);
        if ((0,external_node_fs_.readSync)(this.#descriptor, bytes, 0, length, position) !== length)
            throw unexpected('its end');
        return bytes;
    }
    #write(bytes, position) {
        (0,external_node_fs_.writeSync)(this.#descriptor, bytes, 0, bytes.length, position);
    }
}
function itemAt(leaf, index) {
    const at = NODE.size + index * LEAF_ITEM.size;
    const start = NODE.size + leaf.readUInt32LE(at + LEAF_ITEM.dataOffset);
    return {
        objectId: readNumber(leaf, at + KEY.objectId),
        type: leaf.readUInt8(at + KEY.type),
        offset: readNumber(leaf, at + KEY.offset),
        data: leaf.subarray(start, start + leaf.readUInt32LE(at + LEAF_ITEM.dataSize)),
    };
}
function unexpected(what) {
    return new errors/* FledgeError */.aE('tool', `cannot complete the image from mkfs.btrfs: unexpected structure (${what})`, {
        fix: 'please report this with the version of btrfs-progs',
    });
}

// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
;// CONCATENATED MODULE: ./build/formats/btrfs/limits.js


/** The node size that `mkfsBtrfsArguments` sets, in bytes. */
const NODE_SIZE = 16_384;
/** The limits of btrfs with nodes of 16 KiB that mkfs.btrfs fills from a directory. */
const BTRFS_LIMITS = {
    filesystem: 'btrfs',
    // The kernel accepts 4095; mkfs.btrfs writes a NUL after the target, and an inline extent is shorter than a block.
    maxTargetBytes: linux_limits/* MAX_PATH_BYTES */.PR - 1,
    maxFileBytes: 2 ** 53 - 1,
    // BTRFS_LINK_MAX
    maxLinks: 65_535,
    minSeconds: -(2 ** 53 - 1),
    maxSeconds: 2 ** 53 - 1,
    maxMajor: linux_limits/* MAX_MAJOR */.dJ,
    maxMinor: linux_limits/* MAX_MINOR */.VZ,
    // A name and its value are one item of a leaf, after the structure of a directory item.
    maxXattrValueBytes: NODE_SIZE - NODE.size - LEAF_ITEM.size - DIRECTORY_ITEM.name - linux_limits/* MAX_XATTR_NAME_BYTES */.rf,
    hasAcls: true,
};

;// CONCATENATED MODULE: ./build/formats/derived-identity.js
/*
 * The UUIDs of an image are derived from its contents. The strings of this module are hashed for it, so a change of one
 * changes every image.
 */
/**
 * What an inode has besides its metadata, as text: size, link target or device numbers. `lengthEnd` separates the length of
 * a target from the target, which can contain any character.
 */
function describeBody(inode, lengthEnd) {
    switch (inode.kind) {
        case 'file':
            return `${inode.content.size}`;
        case 'symlink':
            return `${inode.target.length}${lengthEnd}${inode.target}`;
        case 'char-device':
        case 'block-device':
            return `${inode.major}:${inode.minor}`;
        case 'directory':
        case 'fifo':
            return '';
    }
}
/** The first 16 bytes of a digest as a UUID of RFC 9562, version 8. */
function uuidOf(digest) {
    const uuid = Buffer.from(digest.subarray(0, 16));
    uuid.writeUInt8(0x80 | (uuid.readUInt8(6) & 0x0f), 6);
    uuid.writeUInt8(0x80 | (uuid.readUInt8(8) & 0x3f), 8);
    return uuid;
}
/** The UUID of `uuidOf` in its text form. */
function uuidTextOf(digest) {
    const hex = uuidOf(digest).toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(91200);
// EXTERNAL MODULE: ./build/tools/version.js
var tools_version = __webpack_require__(61832);
;// CONCATENATED MODULE: ./build/tools/btrfs-progs.js


/** The first version that has this feature, and can disable it by name. */
const FIRST_WITH_BLOCK_GROUP_TREE = [6, 1];
/**
 * The arguments of mkfs.btrfs (mkfs.btrfs(8)) for a file of minimal size. They use only features that Linux 5.10 supports.
 */
function mkfsBtrfsArguments({ version }, options) {
    const { image, uuid, deviceUuid, directory } = options;
    const features = ['extref', 'skinny-metadata', 'no-holes', 'free-space-tree'];
    if ((0,tools_version/* isAtLeast */.du)(version, FIRST_WITH_BLOCK_GROUP_TREE))
        features.push('^block-group-tree');
    return [
        ...['-q', '-f', '-K'],
        ...['--rootdir', (0,tools_arguments/* operandName */.lY)(directory), '--shrink'],
        ...['-U', uuid, '--device-uuid', deviceUuid],
        ...['-d', 'single', '-m', 'dup', '-n', '16384', '-s', '4096', '--csum', 'crc32c'],
        ...['-O', features.join(',')],
        (0,tools_arguments/* operandPath */.x8)(image),
    ];
}

// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/tools/image-checks.js


/** The check of each file system, by the name of its type. None of them changes the image. */
const IMAGE_CHECKS = {
    /** e2fsck(8). */
    ext4: {
        name: 'e2fsck',
        tool: table/* e2fsprogs */.qJ,
        arguments: (image) => ['-f', '-n', image],
    },
    /** xfs_repair(8). */
    xfs: {
        name: 'xfs_repair',
        tool: table/* xfsprogs */.PX,
        program: 'xfs_repair',
        maker: 'xfsprogs',
        arguments: (image) => ['-n', '-f', image],
    },
    /** btrfs-check(8), with the checksums of the data. `--force` makes it ignore the list of mounts. */
    btrfs: {
        name: 'btrfs check',
        tool: table/* btrfsProgs */.h6,
        program: 'btrfs',
        maker: 'btrfs-progs',
        arguments: (image) => ['check', '--readonly', '--force', '--check-data-csum', image],
    },
    /**
     * unsquashfs(1) reads all metadata and all data of an image, and prints a description with the contents of all files.
     * squashfs-tools have this since 4.5. The description must not go to /dev/null by name: unsquashfs removes that file
     * when it finds an error. Without sizes for its queues it would use 450 MB.
     */
    squashfs: {
        name: 'unsquashfs',
        tool: table/* squashfsTools */.qh,
        stdout: 'discard',
        arguments: (image) => ['-no-progress', '-da', '16', '-fr', '16', '-pf', '-', image],
        // It writes holes out as zeros, at about 1 GiB a second. A listing reads all metadata, lists of blocks included.
        withoutContents: {
            fromHoleBytes: 4 * 1024 * units/* MEBIBYTE */.gJ,
            arguments: (image) => ['-no-progress', '-da', '16', '-fr', '16', '-lln', image],
        },
    },
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/support/platform.js
var platform = __webpack_require__(61341);
// EXTERNAL MODULE: ./build/support/about.js
var about = __webpack_require__(92089);
// EXTERNAL MODULE: ./build/support/process/cleanup.js
var cleanup = __webpack_require__(72658);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/support/process/search-path.js
var search_path = __webpack_require__(21430);
;// CONCATENATED MODULE: ./build/tools/container-engine.js








/** The image of this version that runner-image/Dockerfile builds; `latest` can have another version. */
const RUNNER_IMAGE = `ghcr.io/volantvm/fledge:${about/* VERSION */.x}`;
/** The fix for a machine that lacks tools. */
const USE_CONTAINER = `build in the container, which has all tools: docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" ${RUNNER_IMAGE} build`;
/** The fix of an error on a machine that lacks tools: the container, after an alternative that ends with `, or `. */
function fixByContainer(instead = '') {
    return { fix: `${instead}${USE_CONTAINER}`, isFixedByContainer: true };
}
/** Exists if SELinux is enabled (selinux(8)). */
const SELINUX = '/sys/fs/selinux/enforce';
const PROBE_TIMEOUT_MS = 10_000;
/**
 * docker or podman, whichever is first on the PATH in this order. `env` is the environment of its client.
 *
 * @throws FledgeError `tool` if neither is on the PATH.
 */
async function findContainerEngine(env) {
    for (const command of ['docker', 'podman']) {
        const path = await findOnPath(command);
        if (path === undefined)
            continue;
        const name = command === 'docker' && (await isPodman(path, env)) ? 'podman' : command;
        return {
            name,
            path,
            isRootless: name === 'docker' && process.getuid?.() !== 0 && (await isRootlessDocker(path, env)),
            hasSelinux: existsSync(SELINUX),
        };
    }
    throw new FledgeError('tool', 'neither docker nor podman is on the PATH', {
        fix: 'install one of them, or build on the host',
    });
}
/** Whether a program with the name docker is podman, as with the package podman-docker or a symbolic link. */
async function isPodman(path, env) {
    const output = await outputOf(path, ['--version'], env);
    return /^podman\b/i.test(output.trim());
}
async function isRootlessDocker(path, env) {
    const output = await outputOf(path, ['info', '--format', '{{json .SecurityOptions}}'], env);
    return output.includes('name=rootless');
}
/** The output of a command, or nothing if it fails: then the build shows the reason. */
async function outputOf(path, args, env) {
    try {
        return (await run(path, args, { env, timeoutMs: PROBE_TIMEOUT_MS })).stdout.toString('utf8');
    }
    catch (error) {
        if (error instanceof FledgeError)
            return '';
        throw error;
    }
}
/**
 * Pulls an image, unless it exists locally. An image of a registry without a tag, or with the tag `latest`, is always pulled,
 * because the tag moves; if that fails, the local image is used.
 *
 * @throws FledgeError `tool` with the engine's error message.
 */
async function ensureImage({ name, path }, image, { env, reporter, signal }) {
    const options = { env, signal };
    let isLocal = false;
    try {
        await run(path, ['image', 'inspect', engineImage(image)], options);
        isLocal = true;
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof FledgeError && error.code === 'usage')
            throw error;
    }
    if (isLocal && !isMoving(image))
        return;
    reporter.step(`fetch ${image}`);
    const outputLines = [];
    try {
        await run(path, ['pull', '--quiet', image], { ...options, onLine: (line) => outputLines.push(line) });
    }
    catch (error) {
        signal?.throwIfAborted();
        if (isLocal) {
            reporter.warn(`cannot pull ${image} with ${name}: ${engineError(outputLines)}; the local image is used, which can be older`);
            return;
        }
        throw new FledgeError('tool', `cannot pull ${image} with ${name}: ${engineError(outputLines)}`, {
            cause: error,
            fix: `check that ${name} works and that the image exists; log in with docker/login-action if it is private`,
        });
    }
}
/**
 * Whether a name can be another image tomorrow: no digest, and no tag or `latest`. A name without a registry is that of an image
 * that was built on this machine, and is not looked up elsewhere.
 */
function isMoving(image) {
    const [, domain, tag = 'latest'] = /^([^/@]*[.:][^/@]*)\/(?:[^/@]*\/)*[^/:@]+(?::([^/@]+))?$/.exec(image) ?? [];
    return domain !== undefined && tag === 'latest';
}
/** Exit statuses if the engine could not run the program (docker-run(1), podman-run(1)). */
const ENGINE_FAILED = (/* unused pure expression or super */ null && ([125, 126, 127]));
/** The error of docker and podman if a mounted directory does not exist where the containers run. */
const MISSING_SOURCE = /bind source path does not exist|\bstatfs \S.*: no such file or directory/;
/** Exit status of a killed program: 128 and the number of SIGKILL. */
const KILLED = 137;
/** The time for a build's cleanup, in seconds; a cancelled job is killed after 7.5 s. */
const STOP_SECONDS = 3;
const STOP_TIMEOUT_MS = 5000;
/**
 * Runs a container once and returns the output of its program. The container is stopped explicitly when this process ends
 * or the signal aborts, because it can survive the engine's client.
 *
 * @throws FledgeError `tool` if the container cannot be run, or its program exits with a status other than 0.
 */
async function runContainer(engine, container, { env, onLine, signal }) {
    const name = `fledge-${randomBytes(6).toString('hex')}`;
    const stop = ['stop', '-t', String(STOP_SECONDS), name];
    const remove = ['rm', '--force', name];
    const forgetCleanup = atExit(() => {
        for (const args of [stop, remove])
            runAtExit(engine.path, args, { env, timeoutMs: STOP_TIMEOUT_MS });
    });
    const outputLines = [];
    try {
        return await run(engine.path, containerArguments(engine, { ...container, name }), {
            env,
            onLine: (line, stream) => {
                if (stream === 'stderr')
                    outputLines.push(line);
                onLine?.(line, stream);
            },
            signal,
        });
    }
    catch (error) {
        if (signal?.aborted === true)
            await run(engine.path, stop, { env }).catch(() => { });
        await run(engine.path, remove, { env }).catch(() => { });
        throw containerFailure(error, engine, container.image, outputLines) ?? error;
    }
    finally {
        forgetCleanup();
    }
}
/** The error if the program could not be started or was killed; undefined if it exited by itself. */
function containerFailure(cause, { name }, image, outputLines) {
    const status = cause instanceof ProgramError ? cause.exitStatus : undefined;
    if (status === undefined)
        return undefined;
    if (ENGINE_FAILED.includes(status)) {
        const message = engineError(outputLines);
        if (MISSING_SOURCE.test(message)) {
            return new FledgeError('tool', `cannot run ${image} with ${name}: it cannot see the files of this machine: ${message}`, {
                cause,
                fix: `use a ${name} that runs on this machine, and not one of another machine or outside of the container of this job (DOCKER_HOST, DOCKER_CONTEXT, CONTAINER_HOST), or build on the host; a job that runs in a container can use the runner image as its container`,
            });
        }
        return new FledgeError('tool', `cannot run ${image} with ${name}: ${message}`, {
            cause,
            fix: `check that ${name} works: ${name} run --rm ${image} version`,
        });
    }
    if (status !== KILLED)
        return undefined;
    return new FledgeError('tool', `the container of ${image} was killed`, {
        cause,
        fix: 'use a machine with more memory, or build fewer plugins in parallel (the usual cause is lack of memory)',
    });
}
/** The line that an engine marks as an error, otherwise its last line. */
function engineError(outputLines) {
    const lines = outputLines.map((line) => line.trim()).filter((line) => line !== '');
    const message = lines.find((line) => /^(?:docker: |error\b)/i.test(line)) ?? lines.at(-1) ?? 'it printed no reason';
    return message.replace(/^(?:docker: )?(?:Error: )?/, '');
}
/**
 * The arguments that run a container once and remove it. It has no capabilities, even if its user is root, and cannot gain
 * any by running a program.
 */
function containerArguments(engine, container) {
    const { image, name, mounts, workingDirectory, passedVariables, variables, args } = container;
    const { entrypoint, usesHostNetwork = false } = container;
    return [
        ...['run', '--rm', '--init', '--name', name],
        ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
        // SELinux would deny access to mounted directories, and a new label for them would stay on the user's files.
        ...(engine.hasSelinux === true ? ['--security-opt', 'label=disable'] : []),
        ...(usesHostNetwork ? ['--network', 'host'] : []),
        ...userArguments(engine, container),
        ...mounts.flatMap((mount) => ['--mount', mountOption(mount)]),
        ...['--workdir', workingDirectory],
        ...(entrypoint === undefined ? [] : ['--entrypoint', entrypoint]),
        ...passedVariables.flatMap((variable) => ['--env', variable]),
        ...Object.entries(variables).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
        engineImage(image),
        ...args,
    ];
}
/** The arguments that make the user of this process the owner of the files that the container writes. */
function userArguments({ name, isRootless = false }, { user, groups }) {
    // Root in a container of a rootless daemon is the user of the daemon, and other users are not users of this machine.
    if (isRootless)
        return ['--user', '0:0'];
    if (name === 'podman' && user.uid !== 0) {
        // Rootless podman has a user namespace, in which the user of this machine would otherwise be root. Groups of this machine have
        // no number there, but the container can keep those of the process.
        return ['--userns', 'keep-id', ...(groups.length === 0 ? [] : ['--group-add', 'keep-groups'])];
    }
    return ['--user', `${user.uid}:${user.gid}`, ...groups.flatMap((group) => ['--group-add', String(group)])];
}
/** A value of `--mount`, which is CSV: unlike `--volume`, it accepts paths with colons, and creates no directories. */
function mountOption({ source, target = source, access }) {
    return csvFields(['type=bind', `source=${source}`, `target=${target}`, ...(access === 'read' ? ['readonly'] : [])]);
}

// EXTERNAL MODULE: ./build/tools/distribution.js
var distribution = __webpack_require__(55332);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/tools/gcc.js
var tools_gcc = __webpack_require__(76415);
;// CONCATENATED MODULE: ./build/tools/tree-view/tree-view.js








/** A name without a directory: in LD_PRELOAD, a space or a colon ends a name (ld.so(8)). */
const LIBRARY = 'tree-view.so';
/**
 * The compiler for the library that presents the tree to a mkfs.
 *
 * @throws FledgeError `tool` if gcc is missing or too old.
 */
async function findTreeViewCompiler() {
    try {
        return await (0,tools_gcc/* findGcc */.f7)((0,platform/* hostPlatform */.ol)());
    }
    catch (error) {
        throw error instanceof errors/* FledgeError */.aE ? notCompiled(error) : error;
    }
}
/**
 * Compiles the library that presents the tree to a mkfs (see tree-view.c), for this machine, into `scratchDir`.
 *
 * @throws FledgeError `tool` if gcc or the C library's headers are missing.
 */
async function compileTreeView(scratchDir, signal) {
    // ncc recognises this literal expression and copies the file beside the bundle.
    const source = await (0,promises_.readFile)(__webpack_require__.ab + "tree-view.c");
    const gcc = await findTreeViewCompiler();
    try {
        await (0,tools_gcc/* compileShared */.BT)(gcc, { source, scratchDir, signal }, LIBRARY);
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        throw notCompiled(error);
    }
}
function notCompiled(cause) {
    const message = `cannot compile the library for mkfs.xfs and mkfs.btrfs: ${cause.message}`;
    return new errors/* FledgeError */.aE('tool', message, { cause, ...fixByContainer(`${(0,distribution/* howToInstall */.v)([table/* hostCompiler */.y9])}, or `) });
}
/**
 * The environment for a mkfs that reads the tree through the library. Its working directory must be the library's. It
 * inherits no variables. `settings` are further variables of its row in the table.
 */
function treeViewEnvironment({ table, report }, settings) {
    const own = { LD_PRELOAD: `./${LIBRARY}`, FLEDGE_TREE_TABLE: table, FLEDGE_TREE_REPORT: report, ...settings };
    return (0,environment/* environmentFor */.DD)('mkfs', {}, { own });
}
/**
 * Checks that a mkfs has read the whole tree through the library: a statically linked one would silently use owners and
 * modes of this machine.
 *
 * @throws FledgeError `tool` if it has read fewer or more entries.
 */
async function requireWholeTree(tool, { report }, entries) {
    const text = await (0,promises_.readFile)(report, 'utf8').catch(() => '0');
    const seen = Number(text);
    if (seen === entries)
        return;
    throw new errors/* FledgeError */.aE('tool', `cannot use ${tool}: it has read ${seen} of ${entries} entries of the tree`, {
        fix: 'use the dynamically linked mkfs of Debian or Ubuntu, or build in the container',
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/formats/directory/fingerprint.js


/**
 * The SHA-256 from which an image's UUIDs are derived: over the paths and metadata of all entries, the contents in memory,
 * and `seed`, which represents all other contents.
 */
function treeFingerprint(entries, seed, options) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    hash.update(`fledge tree 1\n${JSON.stringify(options)}\n${seed.length}\n`).update(seed);
    const numbers = new Map();
    for (const { path, inode } of entries) {
        const known = numbers.get(inode);
        hash.update(`${path.length} ${path} ${known ?? 'new'}\n`, 'latin1');
        if (known !== undefined)
            continue;
        numbers.set(inode, numbers.size);
        const { kind, mode, uid, gid, mtime, xattrs } = inode;
        const head = [kind, mode, uid, gid, mtime.seconds, mtime.nanoseconds, xattrs.size, describeBody(inode, ' ')];
        hash.update(`${head.join(' ')}\n`, 'latin1');
        for (const [name, value] of [...xattrs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
            hash.update(`${name.length} ${name} ${value.length}\n`, 'latin1').update(value);
        }
        if (inode.kind === 'file' && inode.content.kind === 'bytes')
            hash.update(inode.content.data);
    }
    return hash.digest();
}

// EXTERNAL MODULE: ./build/tree/entry.js
var tree_entry = __webpack_require__(93241);
;// CONCATENATED MODULE: ./build/formats/directory/tree-table.js


const tree_table_MAGIC = 'FLEDGET1';
/** `struct header` of tree-view.c. */
const HEADER = { magic: 0, recordCount: 8, epoch: 16, seed: 24, size: 32 };
/** `struct record` of tree-view.c, which asserts the sizes of both. */
const RECORD = {
    hostDevice: 0,
    hostInode: 8,
    number: 16,
    fileSize: 24,
    seconds: 32,
    nanoseconds: 40,
    mode: 44,
    uid: 48,
    gid: 52,
    major: 56,
    minor: 60,
    links: 64,
    xattrCount: 68,
    xattrs: 72,
    extents: 80,
    extentCount: 88,
    size: 96,
};
const NO_EXTENTS = 0xffffffffffffffffn;
/** The table that tree-view.c reads: `struct header`, `struct record` in the order of host inodes, then their parts. */
function encodeTreeTable(records, { epoch, seed }) {
    const sorted = records.toSorted(byHostInode);
    const fixed = Buffer.alloc(HEADER.size + sorted.length * RECORD.size);
    fixed.write(tree_table_MAGIC, HEADER.magic, 'latin1');
    fixed.writeBigUInt64LE(BigInt(sorted.length), HEADER.recordCount);
    fixed.writeBigInt64LE(BigInt(epoch), HEADER.epoch);
    seed.copy(fixed, HEADER.seed, 0, 8);
    const parts = [fixed];
    let end = fixed.length;
    const append = (part) => {
        const start = end;
        parts.push(part);
        end += part.length;
        return BigInt(start);
    };
    for (const [index, record] of sorted.entries()) {
        const { inode, xattrs, extents } = record;
        const at = HEADER.size + index * RECORD.size;
        fixed.writeBigUInt64LE(record.hostDevice, at + RECORD.hostDevice);
        fixed.writeBigUInt64LE(record.hostInode, at + RECORD.hostInode);
        fixed.writeBigUInt64LE(BigInt(record.number), at + RECORD.number);
        fixed.writeBigUInt64LE(BigInt(tree_table_sizeOf(inode)), at + RECORD.fileSize);
        fixed.writeBigInt64LE(BigInt(inode.mtime.seconds), at + RECORD.seconds);
        fixed.writeUInt32LE(inode.mtime.nanoseconds, at + RECORD.nanoseconds);
        fixed.writeUInt32LE(tree_entry/* TYPE_BITS */.c[inode.kind] | inode.mode, at + RECORD.mode);
        fixed.writeUInt32LE(inode.uid, at + RECORD.uid);
        fixed.writeUInt32LE(inode.gid, at + RECORD.gid);
        if (inode.kind === 'char-device' || inode.kind === 'block-device') {
            fixed.writeUInt32LE(inode.major, at + RECORD.major);
            fixed.writeUInt32LE(inode.minor, at + RECORD.minor);
        }
        fixed.writeUInt32LE(record.links, at + RECORD.links);
        fixed.writeUInt32LE(xattrs.size, at + RECORD.xattrCount);
        fixed.writeBigUInt64LE(xattrs.size === 0 ? 0n : append(encodeXattrs(xattrs)), at + RECORD.xattrs);
        fixed.writeBigUInt64LE(extents === undefined ? NO_EXTENTS : append(encodeExtents(extents)), at + RECORD.extents);
        fixed.writeBigUInt64LE(BigInt(extents?.length ?? 0), at + RECORD.extentCount);
    }
    return Buffer.concat(parts);
}
function byHostInode(a, b) {
    if (a.hostDevice !== b.hostDevice)
        return a.hostDevice < b.hostDevice ? -1 : 1;
    return a.hostInode < b.hostInode ? -1 : 1;
}
function tree_table_sizeOf(inode) {
    if (inode.kind === 'file')
        return inode.content.size;
    return inode.kind === 'symlink' ? inode.target.length : 0;
}
function encodeXattrs(xattrs) {
    const parts = [];
    for (const [name, value] of [...xattrs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        const nameSize = name.length + 1;
        const size = nameSize + value.length;
        const part = Buffer.alloc(8 + Math.ceil(size / 8) * 8);
        part.writeUInt32LE(nameSize, 0);
        part.writeUInt32LE(value.length, 4);
        (0,byte_string/* bytesOf */.$$)(name).copy(part, 8);
        part.set(value, 8 + nameSize);
        parts.push(part);
    }
    return Buffer.concat(parts);
}
function encodeExtents(extents) {
    const result = Buffer.alloc(extents.length * 16);
    for (const [index, [begin, end]] of extents.entries()) {
        result.writeBigUInt64LE(BigInt(begin), index * 16);
        result.writeBigUInt64LE(BigInt(end), index * 16 + 8);
    }
    return result;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
// EXTERNAL MODULE: ./build/formats/content-reader.js
var content_reader = __webpack_require__(13252);
// EXTERNAL MODULE: ./build/formats/entry-limits.js
var entry_limits = __webpack_require__(78256);
;// CONCATENATED MODULE: ./build/formats/directory/data-extents.js
/** Smaller holes are treated as data. */
const BLOCK_SIZE = 4096;
/**
 * The ranges of a content that have data, ascending, with holes between them. They are whole blocks, except at the end of the
 * file. Undefined if there are no holes, as for all host files: their holes depend on the host's file system.
 */
function dataExtents(content) {
    if (content.kind !== 'spool' || content.size === 0)
        return undefined;
    const { extents, size } = content;
    const result = [];
    for (const { offset, length } of extents) {
        if (length === 0)
            continue;
        const begin = offset - (offset % BLOCK_SIZE);
        const end = Math.min(size, Math.ceil((offset + length) / BLOCK_SIZE) * BLOCK_SIZE);
        const last = result.at(-1);
        if (last !== undefined && begin <= last[1])
            last[1] = Math.max(last[1], end);
        else
            result.push([begin, end]);
    }
    const [first] = result;
    return result.length === 1 && first?.[0] === 0 && first[1] === size ? undefined : result;
}

;// CONCATENATED MODULE: ./build/formats/directory/write-directory.js









const BUFFER_SIZE = 1024 * 1024;
/** The writer yields to the event loop after this many entries, and within contents. */
const ENTRIES_PER_TURN = 500;
/**
 * Writes a tree as a directory whose files belong to the user of the build: contents, names, links, and empty files for
 * devices and fifos. The returned records contain the other metadata, for `encodeTreeTable`.
 *
 * No file can be written outside of `directory`, which is new and not shared: every parent in the path of an entry is a
 * directory that was created before it, because a tree yields directories before their entries, and has no links in parent
 * paths.
 *
 * @throws FledgeError `format` for an entry that cannot be a file on this machine, `output` if the disk is full, `input`
 *   if a content cannot be read.
 */
async function writeDirectory(entries, directory, options) {
    const base = Buffer.from(directory, 'utf8');
    const contents = new ContentCopier();
    const links = new Map();
    const records = [];
    let written = 0;
    for (const { path, inode } of entries) {
        written += 1;
        if (written % ENTRIES_PER_TURN === 0)
            await (0,external_node_timers_promises_.setImmediate)();
        const hostPath = path === '' ? base : Buffer.concat([base, Buffer.from('/'), (0,byte_string/* bytesOf */.$$)(path)]);
        if (hostPath.length > linux_limits/* MAX_PATH_BYTES */.PR) {
            const limit = linux_limits/* MAX_PATH_BYTES */.PR - base.length - 1;
            throw (0,entry_limits/* doesNotFit */.gx)(path, options.filesystem, `its path has ${path.length} bytes, and the limit of mkfs is ${limit} here`);
        }
        const known = inode.kind === 'directory' ? undefined : links.get(inode);
        if (known !== undefined) {
            attempt(directory, () => (0,external_node_fs_.linkSync)(known.path, hostPath));
            known.count += 1;
            continue;
        }
        if (inode.kind === 'directory')
            attempt(directory, () => (0,external_node_fs_.mkdirSync)(hostPath, { mode: 0o700 }));
        else {
            await createNonDirectory(inode, hostPath, contents, directory);
            links.set(inode, { path: hostPath, count: 1 });
        }
        const { dev, ino } = (0,external_node_fs_.lstatSync)(hostPath, { bigint: true });
        records.push({
            hostDevice: dev,
            hostInode: ino,
            number: records.length + 1,
            inode,
            xattrs: options.xattrs?.(inode) ?? inode.xattrs,
            extents: inode.kind === 'file' ? dataExtents(inode.content) : undefined,
        });
    }
    return records.map((record) => {
        const { inode } = record;
        return { ...record, links: inode.kind === 'directory' ? 2 : (links.get(inode)?.count ?? 1) };
    });
}
async function createNonDirectory(inode, path, contents, directory) {
    if (inode.kind === 'symlink') {
        attempt(directory, () => (0,external_node_fs_.symlinkSync)((0,byte_string/* bytesOf */.$$)(inode.target), path));
        return;
    }
    const descriptor = attempt(directory, () => (0,external_node_fs_.openSync)(path, 'wx', 0o600));
    try {
        if (inode.kind === 'file')
            await contents.copy(inode.content, descriptor, directory);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** Writes contents to files, holes as holes. */
class ContentCopier {
    #opener = new content_reader/* ContentOpener */.n();
    #buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);
    #sinceTurn = 0;
    async copy(content, descriptor, directory) {
        const reader = this.#opener.open(content);
        try {
            for (const [begin, end] of dataExtents(content) ?? [[0, content.size]]) {
                for (let at = begin; at < end;) {
                    const part = this.#buffer.subarray(0, Math.min(BUFFER_SIZE, end - at));
                    reader.read(part, at);
                    attempt(directory, () => (0,write_file/* writeFully */.K)(descriptor, part, at));
                    at += part.length;
                    this.#sinceTurn += part.length;
                    if (this.#sinceTurn < BUFFER_SIZE)
                        continue;
                    // Signals and timers are handled here.
                    this.#sinceTurn = 0;
                    await (0,external_node_timers_promises_.setImmediate)();
                }
            }
            attempt(directory, () => (0,external_node_fs_.ftruncateSync)(descriptor, content.size));
        }
        finally {
            reader.close();
        }
    }
}
function attempt(directory, action) {
    try {
        return action();
    }
    catch (error) {
        const isFull = ['ENOSPC', 'EDQUOT'].includes((0,errors/* systemCodeOf */.c7)(error) ?? '');
        throw new errors/* FledgeError */.aE('output', `cannot write the files for mkfs to ${directory}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: isFull
                ? 'free some space there, or set TMPDIR to a directory with space for all files of the image'
                : 'set TMPDIR to a writable directory on a Linux file system',
        });
    }
}

// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tree/measure.js
var measure = __webpack_require__(31349);
;// CONCATENATED MODULE: ./build/recipe/filesystems/tree-directory.js













const DIRECTORY = 'tree';
/**
 * Finds the mkfs of this machine that makes `image`, such as `an xfs image`.
 *
 * @throws FledgeError `tool` if it is missing, too old, or prints no version.
 */
async function requireMkfs(tool, image, signal) {
    const finding = await (0,find/* findTool */.SG)(tool, signal);
    const { commands, name } = tool;
    const fail = (message) => new errors/* FledgeError */.aE('tool', message, fixByContainer());
    if (finding.state === 'missing')
        throw fail(`cannot make ${image}: ${commands[0]} is not installed`);
    const { path, version } = finding;
    if (version === undefined)
        throw fail(`cannot make ${image}: ${path} does not print its version of ${name}`);
    if (finding.state === 'found')
        return { path, version };
    const wanted = (0,tools_version/* formatVersion */.qh)(finding.oldest.version);
    throw fail(`cannot make ${image}: ${name} ${wanted} or later is needed, and ${path} is ${(0,tools_version/* formatVersion */.qh)(version)}`);
}
/**
 * Checks that a file system can hold the tree, and returns the digest from which its UUIDs are derived.
 *
 * @throws FledgeError `format` for an entry that it cannot hold.
 */
function identifyTree({ config, freeMb, mtime, seed, tree }, limits) {
    (0,entry_limits/* requireFit */.vY)(tree.entries(), limits);
    return treeFingerprint(tree.entries(), seed, [config.filesystem.type, freeMb, mtime.seconds]);
}
/**
 * Writes a tree as a directory into the scratch directory of the build, for a mkfs that fills a file system from one.
 *
 * @throws FledgeError as `writeDirectory` and `compileTreeView` do.
 */
async function writeTreeDirectory(job, identity, { limits, xattrs }) {
    const { image, mtime, scratchDirectory, sources, tree } = job;
    const { signal } = sources;
    const { stored } = (0,measure/* measureTree */.J)(tree);
    const fix = 'set TMPDIR to a directory on another disk';
    const copies = { directory: scratchDirectory, bytes: stored, what: 'a copy of all files, for mkfs', fix };
    image.requireSpace('in any order', stored, [copies]);
    await compileTreeView(scratchDirectory, signal);
    const records = await writeDirectory(tree.entries(), (0,external_node_path_.join)(scratchDirectory, DIRECTORY), {
        filesystem: limits.filesystem,
        ...(xattrs && { xattrs }),
    });
    const files = { table: (0,external_node_path_.join)(scratchDirectory, 'tree.table'), report: (0,external_node_path_.join)(scratchDirectory, 'tree.report') };
    await (0,promises_.writeFile)(files.table, encodeTreeTable(records, { epoch: mtime.seconds, seed: identity.subarray(16, 24) }));
    return {
        name: DIRECTORY,
        async run(tool, args, environment = {}) {
            await (0,promises_.rm)(files.report, { force: true });
            await (0,exec/* run */.eF)(tool, args, {
                cwd: scratchDirectory,
                env: treeViewEnvironment(files, environment),
                signal,
            });
            await requireWholeTree(tool, files, records.length);
        },
    };
}

;// CONCATENATED MODULE: ./build/recipe/filesystems/btrfs.js












/** In bytes. btrfs allocates space for data in stripes of this size. */
const btrfs_STRIPE = 64 * 1024;
/**
 * Writes a tree as a btrfs image with mkfs.btrfs.
 *
 * @throws FledgeError `tool` if this machine cannot make btrfs images, `format` for an entry that btrfs cannot hold.
 */
async function buildBtrfs(job) {
    const { artifact, image, sources, tree } = job;
    const mkfs = await requireMkfsBtrfs(sources.signal);
    const identity = identifyTree(job, BTRFS_LIMITS);
    const directory = await writeTreeDirectory(job, identity, { limits: BTRFS_LIMITS });
    const output = image.inAnyOrder();
    const options = {
        image: output.path,
        uuid: uuidTextOf(identity),
        deviceUuid: uuidTextOf(identity.subarray(16)),
        directory: directory.name,
    };
    await directory.run(mkfs.path, mkfsBtrfsArguments(mkfs, options));
    const made = new BtrfsImage(output.path);
    try {
        completeInodes(made, tree.entries());
        const wanted = job.freeMb * units/* MEBIBYTE */.gJ;
        const free = freeDataBytes(made);
        const more = Math.ceil(Math.max(0, wanted - free) / btrfs_STRIPE) * btrfs_STRIPE;
        const size = sizeOf(made) + more;
        image.requireSize(size);
        (0,external_node_fs_.truncateSync)(output.path, size);
        growTo(made, size);
        sources.reporter.info(`${artifact.name}: ${(0,units/* formatBytes */.z3)(size)}, ${(0,units/* formatBytes */.z3)(free + more)} of it free`);
    }
    finally {
        made.close();
    }
    await output.finish();
    sources.reporter.debug(`made with btrfs-progs ${(0,tools_version/* formatVersion */.qh)(mkfs.version)}`);
    return { ok: true };
}
/**
 * Finds the mkfs.btrfs of this machine.
 *
 * @throws FledgeError `tool` as `requireMkfs` does.
 */
function requireMkfsBtrfs(signal) {
    return requireMkfs(table/* btrfsProgs */.h6, 'a btrfs image', signal);
}
/** btrfs: mkfs.btrfs makes the image from a directory that a compiled library shows to it; btrfs check checks it. */
const btrfs = {
    make: buildBtrfs,
    limits: BTRFS_LIMITS,
    check: IMAGE_CHECKS.btrfs,
    requiredTools: [table/* btrfsProgs */.h6, table/* hostCompiler */.y9],
    optionalTools: [],
    async requireTools(signal) {
        await requireMkfsBtrfs(signal);
        await findTreeViewCompiler();
    },
};

;// CONCATENATED MODULE: ./build/formats/ext4/format.js
// The on-disk format, as described in Documentation/filesystems/ext4/ of the kernel. Sizes are in bytes if their name has
// no other unit. All numbers on disk are little-endian, those of the journal big-endian.
const format_BLOCK_SIZE = 4096;
/** `i_blocks` counts sectors of 512 bytes. */
const SECTORS_PER_BLOCK = format_BLOCK_SIZE / 512;
const INODE_SIZE = 256;
/** The number of used bytes of an inode after the 128 bytes of ext2: up to `i_projid`, inclusive. */
const EXTRA_INODE_SIZE = 32;
const INODES_PER_BLOCK = format_BLOCK_SIZE / INODE_SIZE;
const GROUP_DESCRIPTOR_SIZE = 64;
const DESCRIPTORS_PER_BLOCK = format_BLOCK_SIZE / GROUP_DESCRIPTOR_SIZE;
/** A bitmap is one block. */
const MAX_BLOCKS_PER_GROUP = format_BLOCK_SIZE * 8;
const MAX_INODES_PER_GROUP = format_BLOCK_SIZE * 8;
/** A power of two: the superblock has its logarithm. The default of mke2fs is the same. */
const GROUPS_PER_FLEX_GROUP = 16;
const ROOT_INODE = 2;
const JOURNAL_INODE = 8;
/** The first inode that is not reserved is that of lost+found, as in e2fsck and mke2fs. */
const LOST_AND_FOUND_INODE = 11;
const LOST_AND_FOUND = 'lost+found';
/** The size is that of mke2fs, so that e2fsck finds space in it without an allocation. */
const LOST_AND_FOUND_BLOCKS = 4;
const MAX_INODE_NUMBER = 2 ** 32 - 1;
/** Shorter targets are stored in the inode. */
const MIN_SLOW_SYMLINK_SIZE = 60;
/** The maximum number of names of a file. The link count of a directory with more is 1 (dir_nlink). */
const MAX_LINKS = 65_000;
/** The size of the part of an inode that holds block mappings, device numbers or a short symlink. */
const INODE_BLOCK_SIZE = 60;
/** Two bits after the nanoseconds count the overflows of the signed 32 bits of seconds. */
const TIME_EPOCHS = 4;
const INODE_FLAG = { hashIndex: 0x1000, extents: 0x8_0000 };
const FEATURE_COMPAT = { hasJournal: 0x4, extAttr: 0x8, dirIndex: 0x20 };
const FEATURE_INCOMPAT = { filetype: 0x2, extents: 0x40, is64bit: 0x80, flexBg: 0x200 };
const FEATURE_RO_COMPAT = {
    sparseSuper: 0x1,
    largeFile: 0x2,
    hugeFile: 0x8,
    dirNlink: 0x20,
    extraIsize: 0x40,
    metadataCsum: 0x400,
};
/** The file type in a directory entry. */
const DIRECTORY_ENTRY_TYPE = {
    file: 1,
    directory: 2,
    'char-device': 3,
    'block-device': 4,
    fifo: 5,
    symlink: 7,
};
/** The number of blocks for `size` bytes. */
function blocksFor(size) {
    return Math.ceil(size / format_BLOCK_SIZE);
}
/** The low 32 bits of a non-negative integer. */
function low32(value) {
    return value % 2 ** 32;
}
/** A non-negative integer without its low 32 bits, shifted down. */
function high32(value) {
    return Math.floor(value / 2 ** 32);
}

;// CONCATENATED MODULE: ./build/formats/ext4/limits.js


const MIN_SECONDS = -(2 ** 31);
/** The limits of ext4. `planXattrs` checks that the extended attributes of an inode fit. */
const EXT4_LIMITS = {
    filesystem: 'ext4',
    // One block, including the NUL.
    maxTargetBytes: format_BLOCK_SIZE - 1,
    // Blocks of a file have 32-bit numbers, and the kernel reserves the last number.
    maxFileBytes: (2 ** 32 - 1) * format_BLOCK_SIZE,
    maxLinks: MAX_LINKS,
    minSeconds: MIN_SECONDS,
    // e2fsck mistakes times in the first half of the last epoch for times before 1970 that old kernels encoded wrongly, and
    // "repairs" them (e2fsck/pass1.c, EXT4_EXTRA_NEGATIVE_DATE_CUTOFF).
    maxSeconds: MIN_SECONDS + (TIME_EPOCHS - 1) * 2 ** 32 - 1,
    maxMajor: linux_limits/* MAX_MAJOR */.dJ,
    maxMinor: linux_limits/* MAX_MINOR */.VZ,
    maxXattrValueBytes: linux_limits/* MAX_XATTR_VALUE_BYTES */.be,
    hasAcls: true,
};

;// CONCATENATED MODULE: ./build/formats/ext4/structures/journal.js
// Documentation/filesystems/ext4/journal.rst. An empty journal is its superblock and zeros. It has no features: the
// kernel adds checksums and 64-bit block numbers when it mounts the file system, as for images from mke2fs.
const journal_MAGIC = 0xc03b_3998;
const SUPERBLOCK_V2 = 4;
const FIELD = {
    magic: 0,
    blockType: 4,
    blockSize: 12,
    length: 16,
    firstLogBlock: 20,
    firstSequence: 24,
    uuid: 48,
    users: 64,
};
/** The number of blocks of the journal in a file system with fewer than `below` blocks: the table of mke2fs. */
const SIZES = [
    [32_768, 1024],
    [256 * 1024, 4096],
    [512 * 1024, 8192],
    [4096 * 1024, 16_384],
    [8192 * 1024, 32_768],
    [16_384 * 1024, 65_536],
    [32_768 * 1024, 131_072],
    [Number.POSITIVE_INFINITY, 262_144],
];
/** The size of the journal of a file system with `blockCount` blocks, in blocks. */
function journalBlocksFor(blockCount) {
    return SIZES.find(([below]) => blockCount < below)?.[1] ?? 0;
}
/** Writes the first block of an empty journal. `block` must be zero before. */
function encodeJournalSuperblock(block, journalBlocks, uuid) {
    block.writeUInt32BE(journal_MAGIC, FIELD.magic);
    block.writeUInt32BE(SUPERBLOCK_V2, FIELD.blockType);
    block.writeUInt32BE(block.length, FIELD.blockSize);
    block.writeUInt32BE(journalBlocks, FIELD.length);
    block.writeUInt32BE(1, FIELD.firstLogBlock);
    block.writeUInt32BE(1, FIELD.firstSequence);
    block.set(uuid, FIELD.uuid);
    block.writeUInt32BE(1, FIELD.users);
}

;// CONCATENATED MODULE: ./build/formats/ext4/structures/superblock.js


// Documentation/filesystems/ext4/super.rst. Fields that are not listed are zero in a new image.
const superblock_SUPERBLOCK_SIZE = 1024;
const superblock_FIELD = {
    inodeCount: 0,
    blockCountLow: 4,
    freeBlocksLow: 12,
    freeInodes: 16,
    blockSizeExponent: 24,
    clusterSizeExponent: 28,
    blocksPerGroup: 32,
    clustersPerGroup: 36,
    inodesPerGroup: 40,
    writeTime: 48,
    maxMountCount: 54,
    magic: 56,
    state: 58,
    errorPolicy: 60,
    checkTime: 64,
    revision: 76,
    firstInode: 84,
    inodeSize: 88,
    groupNumber: 90,
    featureCompat: 92,
    featureIncompat: 96,
    featureRoCompat: 100,
    uuid: 104,
    label: 120,
    journalInode: 224,
    hashSeed: 236,
    hashVersion: 252,
    journalBackupType: 253,
    descriptorSize: 254,
    mountOptions: 256,
    creationTime: 264,
    journalBackup: 268,
    blockCountHigh: 336,
    freeBlocksHigh: 344,
    minExtraSize: 348,
    wantedExtraSize: 350,
    flags: 352,
    flexGroupExponent: 372,
    checksumType: 373,
    writeTimeHigh: 628,
    creationTimeHigh: 630,
    checkTimeHigh: 631,
    overheadBlocks: 584,
    checksum: 1020,
};
const superblock_MAGIC = 0xef53;
const STATE_CLEAN = 1;
/** Continue after an error: the default of mke2fs. Mount options of the guest can change it. */
const ERRORS_CONTINUE = 1;
const DYNAMIC_REVISION = 1;
const NEVER_CHECK_BY_MOUNTS = -1;
const HASH_HALF_MD4 = 1;
const JOURNAL_BACKUP_IN_BLOCKS = 1;
const MOUNT_USER_XATTR = 0x4;
const MOUNT_ACL = 0x8;
const FLAG_UNSIGNED_HASH = 2;
const superblock_CHECKSUM_CRC32C = 1;
const LABEL_SIZE = 16;
/**
 * Writes the superblock (group 0) or a backup of it. `target` has 1024 bytes and must be zero before.
 *
 * @throws RangeError for a label of more than 16 bytes.
 */
function encodeSuperblock(target, fields, group) {
    target.writeUInt32LE(fields.inodeCount, superblock_FIELD.inodeCount);
    target.writeUInt32LE(low32(fields.blockCount), superblock_FIELD.blockCountLow);
    target.writeUInt32LE(high32(fields.blockCount), superblock_FIELD.blockCountHigh);
    target.writeUInt32LE(low32(fields.freeBlocks), superblock_FIELD.freeBlocksLow);
    target.writeUInt32LE(high32(fields.freeBlocks), superblock_FIELD.freeBlocksHigh);
    target.writeUInt32LE(fields.freeInodes, superblock_FIELD.freeInodes);
    // The exponent of two, minus that of 1 KiB.
    target.writeUInt32LE(Math.log2(format_BLOCK_SIZE) - 10, superblock_FIELD.blockSizeExponent);
    target.writeUInt32LE(Math.log2(format_BLOCK_SIZE) - 10, superblock_FIELD.clusterSizeExponent);
    target.writeUInt32LE(fields.blocksPerGroup, superblock_FIELD.blocksPerGroup);
    target.writeUInt32LE(fields.blocksPerGroup, superblock_FIELD.clustersPerGroup);
    target.writeUInt32LE(fields.inodesPerGroup, superblock_FIELD.inodesPerGroup);
    target.writeInt16LE(NEVER_CHECK_BY_MOUNTS, superblock_FIELD.maxMountCount);
    target.writeUInt16LE(superblock_MAGIC, superblock_FIELD.magic);
    // A backup is never marked as clean: after its use, the file system must be checked.
    target.writeUInt16LE(group === 0 ? STATE_CLEAN : 0, superblock_FIELD.state);
    target.writeUInt16LE(ERRORS_CONTINUE, superblock_FIELD.errorPolicy);
    target.writeUInt32LE(DYNAMIC_REVISION, superblock_FIELD.revision);
    target.writeUInt32LE(LOST_AND_FOUND_INODE, superblock_FIELD.firstInode);
    target.writeUInt16LE(INODE_SIZE, superblock_FIELD.inodeSize);
    // The field has 16 bits: the last backups of a huge file system contain the low bits only.
    target.writeUInt16LE(group % 2 ** 16, superblock_FIELD.groupNumber);
    target.writeUInt32LE(allOf(FEATURE_COMPAT), superblock_FIELD.featureCompat);
    target.writeUInt32LE(allOf(FEATURE_INCOMPAT), superblock_FIELD.featureIncompat);
    target.writeUInt32LE(allOf(FEATURE_RO_COMPAT), superblock_FIELD.featureRoCompat);
    target.set(fields.uuid, superblock_FIELD.uuid);
    if (fields.label.length > LABEL_SIZE)
        throw new RangeError(`a label of ${fields.label.length} bytes`);
    target.set(fields.label, superblock_FIELD.label);
    target.writeUInt32LE(JOURNAL_INODE, superblock_FIELD.journalInode);
    for (const [index, word] of fields.hashSeed.entries())
        target.writeUInt32LE(word, superblock_FIELD.hashSeed + index * 4);
    target.writeUInt8(HASH_HALF_MD4, superblock_FIELD.hashVersion);
    target.writeUInt16LE(GROUP_DESCRIPTOR_SIZE, superblock_FIELD.descriptorSize);
    target.writeUInt32LE(MOUNT_USER_XATTR | MOUNT_ACL, superblock_FIELD.mountOptions);
    encodeJournalBackup(target, fields.journal);
    target.writeUInt16LE(EXTRA_INODE_SIZE, superblock_FIELD.minExtraSize);
    target.writeUInt16LE(EXTRA_INODE_SIZE, superblock_FIELD.wantedExtraSize);
    target.writeUInt32LE(FLAG_UNSIGNED_HASH, superblock_FIELD.flags);
    target.writeUInt8(Math.log2(GROUPS_PER_FLEX_GROUP), superblock_FIELD.flexGroupExponent);
    target.writeUInt8(superblock_CHECKSUM_CRC32C, superblock_FIELD.checksumType);
    target.writeUInt32LE(fields.overheadBlocks % 2 ** 32, superblock_FIELD.overheadBlocks);
    encodeTimes(target, fields.time);
    target.writeUInt32LE(crc32c(0xffff_ffff, target.subarray(0, superblock_FIELD.checksum)), superblock_FIELD.checksum);
}
function encodeJournalBackup(target, { block, size }) {
    target.writeUInt8(JOURNAL_BACKUP_IN_BLOCKS, superblock_FIELD.journalBackupType);
    target.set(block, superblock_FIELD.journalBackup);
    target.writeUInt32LE(high32(size), superblock_FIELD.journalBackup + block.length);
    target.writeUInt32LE(low32(size), superblock_FIELD.journalBackup + block.length + 4);
}
function encodeTimes(target, time) {
    for (const field of [superblock_FIELD.creationTime, superblock_FIELD.writeTime, superblock_FIELD.checkTime]) {
        target.writeUInt32LE(low32(time), field);
    }
    for (const field of [superblock_FIELD.creationTimeHigh, superblock_FIELD.writeTimeHigh, superblock_FIELD.checkTimeHigh]) {
        target.writeUInt8(high32(time), field);
    }
}
function allOf(features) {
    return Object.values(features).reduce((all, feature) => all | feature, 0);
}

;// CONCATENATED MODULE: ./build/formats/ext4/plan/geometry.js

/** The number of free blocks that mke2fs and resize2fs require in a last group that is shorter than the others. */
const MIN_LAST_GROUP_ROOM = 50;
/**
 * The geometry of a file system with this number of blocks and at least this number of inodes. If there is none, the number
 * of blocks to add.
 */
function planGeometry(blockCount, inodeCount) {
    const { blocksPerGroup, groupCount } = divideIntoGroups(blockCount, inodeCount);
    const inodesPerGroup = Math.ceil(inodeCount / groupCount / INODES_PER_BLOCK) * INODES_PER_BLOCK;
    if (inodesPerGroup > MAX_INODES_PER_GROUP)
        return { missingBlocks: blocksPerGroup };
    const inodeTableBlocks = (inodesPerGroup * INODE_SIZE) / format_BLOCK_SIZE;
    const superblockBlocks = 1 + Math.ceil(groupCount / DESCRIPTORS_PER_BLOCK);
    const blockBitmaps = new Float64Array(groupCount);
    const inodeBitmaps = new Float64Array(groupCount);
    const inodeTables = new Float64Array(groupCount);
    let backupCount = 0;
    let cursor = 0;
    /** Places `length` blocks at the cursor, or after superblocks that would be among them. */
    const place = (length) => {
        let group = Math.floor(cursor / blocksPerGroup);
        for (; group < groupCount && group * blocksPerGroup < cursor + length; group++) {
            if (!hasSuperblock(group))
                continue;
            const start = group * blocksPerGroup;
            if (start + superblockBlocks > cursor)
                cursor = start + superblockBlocks;
        }
        const position = cursor;
        cursor += length;
        return position;
    };
    for (let first = 0; first < groupCount; first += GROUPS_PER_FLEX_GROUP) {
        const end = Math.min(first + GROUPS_PER_FLEX_GROUP, groupCount);
        cursor = Math.max(cursor, first * blocksPerGroup);
        for (let group = first; group < end; group++)
            blockBitmaps[group] = place(1);
        for (let group = first; group < end; group++)
            inodeBitmaps[group] = place(1);
        for (let group = first; group < end; group++)
            inodeTables[group] = place(inodeTableBlocks);
        for (let group = first; group < end; group++)
            if (hasSuperblock(group))
                backupCount++;
    }
    const lastStart = (groupCount - 1) * blocksPerGroup;
    const lastOwn = lastStart + (hasSuperblock(groupCount - 1) ? superblockBlocks : 0);
    const lastNeeded = Math.min(Math.max(cursor, lastOwn) + MIN_LAST_GROUP_ROOM, lastStart + blocksPerGroup);
    if (blockCount < lastNeeded || cursor > blockCount) {
        return { missingBlocks: Math.max(lastNeeded, cursor) - blockCount };
    }
    return {
        blockCount,
        blocksPerGroup,
        groupCount,
        inodesPerGroup,
        inodeTableBlocks,
        superblockBlocks,
        blockBitmaps,
        inodeBitmaps,
        inodeTables,
        fixedBlockCount: backupCount * superblockBlocks + groupCount * (2 + inodeTableBlocks),
    };
}
/** The number of blocks of a group. The last one may have fewer than the others. */
function groupSize({ blockCount, blocksPerGroup }, group) {
    return Math.min(blocksPerGroup, blockCount - group * blocksPerGroup);
}
/** True if a group begins with a superblock or a backup of it (sparse_super): 0, 1 and the powers of 3, 5 and 7. */
function hasSuperblock(group) {
    return group <= 1 || [3, 5, 7].some((base) => isPowerOf(base, group));
}
/** The fixed parts in the order of the image. */
function* fixedParts(geometry) {
    const { groupCount, blocksPerGroup, superblockBlocks, inodeTableBlocks } = geometry;
    // Tables can extend beyond their flex group, so the parts of a group are kept until the next group begins.
    let held = [];
    for (let first = 0; first < groupCount; first += GROUPS_PER_FLEX_GROUP) {
        const start = first * blocksPerGroup;
        yield* held.filter(({ block }) => block < start);
        held = held.filter(({ block }) => block >= start);
        for (let group = first; group < Math.min(first + GROUPS_PER_FLEX_GROUP, groupCount); group++) {
            if (hasSuperblock(group)) {
                held.push({ kind: 'superblock', group, block: group * blocksPerGroup, length: superblockBlocks });
            }
            held.push({ kind: 'block-bitmap', group, block: geometry.blockBitmaps[group] ?? 0, length: 1 });
            held.push({ kind: 'inode-bitmap', group, block: geometry.inodeBitmaps[group] ?? 0, length: 1 });
            held.push({ kind: 'inode-table', group, block: geometry.inodeTables[group] ?? 0, length: inodeTableBlocks });
        }
        held.sort((a, b) => a.block - b.block);
    }
    yield* held;
}
/** The ranges of the fixed parts in order, with adjacent ones joined. */
function fixedRanges(geometry) {
    const ranges = [];
    for (const { block, length } of fixedParts(geometry)) {
        const last = ranges.at(-1);
        if (last?.end === block)
            last.end += length;
        else
            ranges.push({ start: block, end: block + length });
    }
    return ranges;
}
/**
 * Groups have as many blocks as a bitmap has bits, unless more groups are needed to hold many inodes in few blocks.
 */
function divideIntoGroups(blockCount, inodeCount) {
    const forBlocks = Math.ceil(blockCount / MAX_BLOCKS_PER_GROUP);
    const forInodes = Math.ceil(inodeCount / MAX_INODES_PER_GROUP);
    if (forBlocks >= forInodes)
        return { blocksPerGroup: MAX_BLOCKS_PER_GROUP, groupCount: forBlocks };
    const blocksPerGroup = Math.ceil(blockCount / forInodes / 8) * 8;
    return { blocksPerGroup, groupCount: Math.ceil(blockCount / blocksPerGroup) };
}
function isPowerOf(base, value) {
    let power = base;
    while (power < value)
        power *= base;
    return power === value;
}

;// CONCATENATED MODULE: ./build/formats/ext4/plan/identity.js


/** The size of the buffer in which text is collected before it is hashed, in bytes. */
const identity_BUFFER_SIZE = 1 << 16;
/**
 * Derives the identity from the image: the metadata of all inodes, the contents in memory, and `seed`, which represents all
 * other contents. Their positions in a spool have no effect.
 */
function deriveIdentity(list, seed, options) {
    const digest = new TextDigest();
    digest.addText(`fledge ext4 1\n${JSON.stringify(options)}\n${seed.length}\n`);
    digest.addBytes(seed);
    for (const number of list.numbers()) {
        describeInode(list, number, digest);
        const data = dataInMemory(list.sources[number]);
        if (data !== undefined)
            digest.addBytes(data);
    }
    const bytes = digest.finish();
    const word = (offset) => bytes.readUInt32LE(offset);
    return { uuid: uuidOf(bytes), hashSeed: [word(16), word(20), word(24), word(28)] };
}
/** SHA-256 over many short byte strings, buffered to save calls of the hash. */
class TextDigest {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #buffer = Buffer.alloc(identity_BUFFER_SIZE);
    #filled = 0;
    /** Characters are bytes: U+0000 to U+00FF. */
    addText(text) {
        if (text.length > identity_BUFFER_SIZE - this.#filled)
            this.#flush();
        if (text.length > identity_BUFFER_SIZE)
            this.#hash.update(text, 'latin1');
        else
            this.#filled += this.#buffer.write(text, this.#filled, 'latin1');
    }
    addBytes(bytes) {
        this.#flush();
        this.#hash.update(bytes);
    }
    finish() {
        this.#flush();
        return this.#hash.digest();
    }
    #flush() {
        this.#hash.update(this.#buffer.subarray(0, this.#filled));
        this.#filled = 0;
    }
}
/** Hashes one line, and more for names and attributes. Strings that can contain a newline follow their length. */
function describeInode({ sources, links, xattrs, directories }, number, digest) {
    const source = sources[number];
    if (source === undefined)
        return;
    const { kind, mode, uid, gid, mtime } = source;
    digest.addText(`${number} ${kind} ${mode} ${uid} ${gid} ${mtime.seconds} ${mtime.nanoseconds} ${links[number]} `);
    digest.addText(`${describeBody(source, ':')}\n`);
    const { inInode = [], inBlock = [] } = xattrs.get(number) ?? {};
    for (const { nameIndex, name, value } of [...inInode, ...inBlock]) {
        digest.addText(`@${nameIndex} ${withLength(name)}${value.length}:`);
        digest.addBytes(value);
    }
    const directory = directories.get(number);
    for (const [index, name] of directory?.names.entries() ?? []) {
        digest.addText(`>${directory?.children[index]} ${withLength(name)}\n`);
    }
}
function dataInMemory(source) {
    return source?.kind === 'file' && source.content.kind === 'bytes' ? source.content.data : undefined;
}
function withLength(text) {
    return `${text.length}:${text}`;
}

;// CONCATENATED MODULE: ./build/formats/ext4/structures/acl.js
/** The version of the encoding of ACLs as extended attributes (linux/posix_acl_xattr.h). */
const XATTR_VERSION = 2;
/** The version of the encoding in which ext4 stores them (fs/ext4/acl.h). */
const DISK_VERSION = 1;
const HEADER_SIZE = 4;
const XATTR_ENTRY_SIZE = 8;
/** The sizes of a stored entry by its tag: only entries for one user or one group have an id. */
const DISK_ENTRY_SIZES = new Map([
    [0x01, 4], // ACL_USER_OBJ
    [0x02, 8], // ACL_USER
    [0x04, 4], // ACL_GROUP_OBJ
    [0x08, 8], // ACL_GROUP
    [0x10, 4], // ACL_MASK
    [0x20, 4], // ACL_OTHER
]);
/**
 * Converts the value of `system.posix_acl_access` or `system.posix_acl_default` to the stored form. Undefined if the value
 * is not an access control list.
 */
function encodeAcl(value) {
    const source = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    const count = (source.length - HEADER_SIZE) / XATTR_ENTRY_SIZE;
    if (!Number.isInteger(count) || count < 1 || source.readUInt32LE(0) !== XATTR_VERSION)
        return undefined;
    const target = Buffer.alloc(HEADER_SIZE + count * XATTR_ENTRY_SIZE);
    target.writeUInt32LE(DISK_VERSION, 0);
    let end = HEADER_SIZE;
    for (let index = 0; index < count; index++) {
        const start = HEADER_SIZE + index * XATTR_ENTRY_SIZE;
        const size = DISK_ENTRY_SIZES.get(source.readUInt16LE(start));
        if (size === undefined)
            return undefined;
        source.copy(target, end, start, start + size);
        end += size;
    }
    return target.subarray(0, end);
}

;// CONCATENATED MODULE: ./build/formats/ext4/structures/xattr.js






// Extended attributes as described in Documentation/filesystems/ext4/attributes.rst: a table of entries that grows upwards
// from the beginning and ends with four zero bytes, and values that grow downwards from the end.
const xattr_MAGIC = 0xea02_0000;
const TABLE_END_SIZE = 4;
const ENTRY_SIZE = 16;
const ENTRY = { nameSize: 0, nameIndex: 1, valueOffset: 2, valueSize: 8, hash: 12 };
const BLOCK_HEADER_SIZE = 32;
const BLOCK_HEADER = { magic: 0, references: 4, blocks: 8, hash: 12, checksum: 16 };
/** In an inode, the table follows a magic. */
const INODE_HEADER_SIZE = 4;
const INODE_AREA_SIZE = INODE_SIZE - 128 - EXTRA_INODE_SIZE;
const INODE_ROOM = INODE_AREA_SIZE - INODE_HEADER_SIZE - TABLE_END_SIZE;
const BLOCK_ROOM = format_BLOCK_SIZE - BLOCK_HEADER_SIZE - TABLE_END_SIZE;
/** The prefix of a name is stored as a number. For an `acl`, the prefix is the whole name, and the stored name is empty. */
const NAME_PREFIXES = [
    ['user.', 1, 'prefix'],
    ['system.posix_acl_access', 2, 'acl'],
    ['system.posix_acl_default', 3, 'acl'],
    ['trusted.', 4, 'prefix'],
    ['security.', 6, 'prefix'],
];
/**
 * Distributes the attributes of the entry at `path` to the inode, as many as fit, and a block. They must be within
 * `EXT4_LIMITS`. Undefined if there are no attributes.
 *
 * @throws FledgeError `format`, with the path and the name, for an attribute that does not fit, and for an invalid access
 *   control list.
 */
function planXattrs(path, xattrs) {
    if (xattrs.size === 0)
        return undefined;
    const attributes = Array.from(xattrs, ([name, value]) => ({ name, stored: toStored(path, name, value) }));
    attributes.sort((a, b) => compareStored(a.stored, b.stored));
    const inInode = [];
    const inBlock = [];
    let inodeRoom = INODE_ROOM;
    let blockRoom = BLOCK_ROOM;
    for (const { name, stored } of attributes) {
        const size = xattr_sizeOf(stored);
        if (size <= inodeRoom) {
            inodeRoom -= size;
            inInode.push(stored);
        }
        else if (size <= blockRoom) {
            blockRoom -= size;
            inBlock.push(stored);
        }
        else {
            const left = `too few of ${INODE_ROOM} bytes in the inode and ${BLOCK_ROOM} in a block are free`;
            throw xattrDoesNotFit(path, name, `needs ${size} bytes with name and padding, and ${left}`);
        }
    }
    return { inInode, inBlock };
}
/** Writes the attributes into the part of an inode after its fields, which must be zero before. */
function encodeInodeXattrs(area, xattrs) {
    area.writeUInt32LE(xattr_MAGIC, 0);
    // Offsets of values count from the beginning of the table.
    encodeTable(area.subarray(INODE_HEADER_SIZE), xattrs, 0);
}
/** The attribute block at the block number `position`. */
function encodeXattrBlock(xattrs, position, checksumSeed) {
    const block = Buffer.alloc(format_BLOCK_SIZE);
    block.writeUInt32LE(xattr_MAGIC, BLOCK_HEADER.magic);
    block.writeUInt32LE(1, BLOCK_HEADER.references);
    block.writeUInt32LE(1, BLOCK_HEADER.blocks);
    let hash = 0;
    for (const entryHash of encodeTable(block, xattrs, BLOCK_HEADER_SIZE))
        hash = rotate(hash, 16) ^ entryHash;
    block.writeUInt32LE(hash >>> 0, BLOCK_HEADER.hash);
    const seed = crc32cOfUint32(crc32cOfUint32(checksumSeed, low32(position)), high32(position));
    block.writeUInt32LE(crc32c(seed, block), BLOCK_HEADER.checksum);
    return block;
}
function toStored(path, name, value) {
    for (const [prefix, nameIndex, form] of NAME_PREFIXES) {
        if (form === 'acl' && name === prefix) {
            const acl = encodeAcl(value);
            if (acl === undefined)
                throw xattrDoesNotFit(path, name, 'is not an access control list of version 2');
            return { nameIndex, name: '', value: acl };
        }
        if (form === 'prefix' && name.startsWith(prefix) && name.length > prefix.length) {
            return { nameIndex, name: name.slice(prefix.length), value };
        }
    }
    throw new errors/* FledgeError */.aE('internal', `unsupported namespace of the extended attribute ${(0,byte_string/* displayByteString */.oO)(name)}`);
}
function xattrDoesNotFit(path, name, what) {
    return (0,entry_limits/* doesNotFit */.gx)(path, 'ext4', `its extended attribute ${(0,byte_string/* displayByteString */.oO)(name)} ${what}`);
}
/** The order of the kernel: by index, length and bytes. Its search stops at the first larger entry. */
function compareStored(a, b) {
    return a.nameIndex - b.nameIndex || a.name.length - b.name.length || (0,byte_string/* compareByteStrings */.eS)(a.name, b.name);
}
function xattr_sizeOf({ name, value }) {
    return ENTRY_SIZE + roundUp4(name.length) + roundUp4(value.length);
}
/** Writes table and values into `area`, and returns the hashes of the entries. Offsets count from the start of `area`. */
function encodeTable(area, xattrs, tableStart) {
    let entryStart = tableStart;
    let valueStart = area.length;
    return xattrs.map(({ nameIndex, name, value }) => {
        valueStart -= roundUp4(value.length);
        area.set(value, valueStart);
        const storedValue = area.subarray(valueStart, valueStart + roundUp4(value.length));
        const hash = hashOf(name, storedValue);
        area.writeUInt8(name.length, entryStart + ENTRY.nameSize);
        area.writeUInt8(nameIndex, entryStart + ENTRY.nameIndex);
        area.writeUInt16LE(value.length === 0 ? 0 : valueStart, entryStart + ENTRY.valueOffset);
        area.writeUInt32LE(value.length, entryStart + ENTRY.valueSize);
        area.writeUInt32LE(hash, entryStart + ENTRY.hash);
        area.write(name, entryStart + ENTRY_SIZE, 'latin1');
        entryStart += ENTRY_SIZE + roundUp4(name.length);
        return hash;
    });
}
/** The hash over the bytes of the name and the 32-bit words of the padded value. */
function hashOf(name, value) {
    let hash = 0;
    for (let at = 0; at < name.length; at++)
        hash = rotate(hash, 5) ^ name.charCodeAt(at);
    for (let at = 0; at < value.length; at += 4)
        hash = rotate(hash, 16) ^ value.readUInt32LE(at);
    return hash >>> 0;
}
function rotate(value, bits) {
    return (value << bits) | (value >>> (32 - bits));
}
function roundUp4(size) {
    return Math.ceil(size / 4) * 4;
}

;// CONCATENATED MODULE: ./build/formats/ext4/plan/inode-list.js






/**
 * Numbers the inodes of a tree in the order of its entries, and collects the names of each directory. If the tree has no
 * lost+found, it is added, with the owner root and the time `epoch`, in seconds since 1970.
 *
 * @throws FledgeError `format`, with the path, for an entry that ext4 cannot hold.
 */
function listInodes(tree, epoch) {
    const sources = new Array(LOST_AND_FOUND_INODE + 1).fill(undefined);
    const links = new Array(LOST_AND_FOUND_INODE + 1).fill(0);
    const xattrs = new Map();
    const directories = new Map();
    const directoriesByPath = new Map();
    const nonDirectoryNumbers = new Map();
    const add = (path, source, number) => {
        const layout = planXattrs(path, source.xattrs);
        if (layout !== undefined)
            xattrs.set(number, layout);
        sources[number] = source;
    };
    const addLink = (number) => {
        const count = (links[number] ?? 0) + 1;
        links[number] = count;
        return count;
    };
    /** Adds a name to its directory, and returns the directory's number. */
    const addName = ({ path, name }, number) => {
        const parent = parentOf(path, directoriesByPath);
        parent.names.push(name);
        parent.children.push(number);
        return parent.number;
    };
    const addDirectory = (entry, source) => {
        const { path } = entry;
        (0,entry_limits/* requireEntryFits */.IB)(entry, 1, EXT4_LIMITS);
        const number = path === '' ? ROOT_INODE : path === LOST_AND_FOUND ? LOST_AND_FOUND_INODE : sources.length;
        add(path, source, number);
        const parent = path === '' ? ROOT_INODE : addName(entry, number);
        // Its name and its `.`. The root has no name, but its `..` leads to itself. Otherwise `..` is a link to the parent.
        links[number] = 2;
        if (path !== '')
            addLink(parent);
        const directory = { number, path, parent, names: [], children: [] };
        directories.set(number, directory);
        directoriesByPath.set(path, directory);
    };
    const addNonDirectory = (entry, source) => {
        const { path } = entry;
        if (path === LOST_AND_FOUND) {
            throw (0,entry_limits/* doesNotFit */.gx)(path, 'ext4', `this name is reserved for a directory of e2fsck, and it is a ${source.kind}`);
        }
        const known = nonDirectoryNumbers.get(source);
        const number = known ?? sources.length;
        (0,entry_limits/* requireEntryFits */.IB)(entry, addLink(number), EXT4_LIMITS);
        if (known === undefined) {
            add(path, source, number);
            nonDirectoryNumbers.set(source, number);
        }
        addName(entry, number);
    };
    for (const entry of tree) {
        const { inode } = entry;
        if (inode.kind === 'directory')
            addDirectory(entry, inode);
        else
            addNonDirectory(entry, inode);
    }
    if (!directories.has(LOST_AND_FOUND_INODE)) {
        const mtime = { seconds: epoch, nanoseconds: 0 };
        const inode = { kind: 'directory', mode: 0o700, uid: 0, gid: 0, mtime, xattrs: new Map() };
        addDirectory({ path: LOST_AND_FOUND, name: LOST_AND_FOUND, inode }, inode);
    }
    const lastNumber = sources.length - 1;
    return { numbers: () => numbersUpTo(lastNumber), lastNumber, sources, links, xattrs, directories };
}
function* numbersUpTo(lastNumber) {
    yield ROOT_INODE;
    for (let number = LOST_AND_FOUND_INODE; number <= lastNumber; number++)
        yield number;
}
function parentOf(path, directories) {
    const parent = directories.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    if (parent !== undefined)
        return parent;
    throw new errors/* FledgeError */.aE('internal', `/${(0,byte_string/* displayByteString */.oO)(path)} is before its directory in the tree`);
}

;// CONCATENATED MODULE: ./build/formats/ext4/structures/directory.js


// Documentation/filesystems/ext4/directory.rst, "Linear (Classic) Directories". The entries of a block fill it up to the
// checksum, which has the form of an unused entry.
const directory_ENTRY = { inode: 0, size: 4, nameSize: 6, type: 7, name: 8 };
const ENTRY_HEADER_SIZE = 8;
const TAIL_SIZE = 12;
const TAIL = { size: 4, type: 7, checksum: 8 };
const TAIL_TYPE = 0xde;
/** The number of bytes of a block for entries. */
const DIRECTORY_BLOCK_ROOM = format_BLOCK_SIZE - TAIL_SIZE;
const SELF = '.';
const PARENT = '..';
/** The size of the entry of a name, in bytes. */
function directoryEntrySize(name) {
    return Math.ceil((ENTRY_HEADER_SIZE + name.length) / 4) * 4;
}
/** The size of the entries `.` and `..`, in bytes. */
const DOT_ENTRIES_SIZE = directoryEntrySize(SELF) + directoryEntrySize(PARENT);
/** The entries `.` and `..`. */
function dotEntries(self, parent) {
    return [
        { name: SELF, inode: self, kind: 'directory' },
        { name: PARENT, inode: parent, kind: 'directory' },
    ];
}
/** Writes a block of entries (possibly none) with its checksum. `block` must be zero before. */
function encodeDirectoryBlock(block, entries, inodeChecksumSeed) {
    let start = 0;
    for (const [index, entry] of entries.entries()) {
        const size = index === entries.length - 1 ? DIRECTORY_BLOCK_ROOM - start : directoryEntrySize(entry.name);
        start = encodeDirectoryEntry(block, start, { ...entry, size });
    }
    if (start === 0)
        block.writeUInt16LE(DIRECTORY_BLOCK_ROOM, directory_ENTRY.size);
    const tail = block.subarray(DIRECTORY_BLOCK_ROOM);
    tail.writeUInt16LE(TAIL_SIZE, TAIL.size);
    tail.writeUInt8(TAIL_TYPE, TAIL.type);
    tail.writeUInt32LE(crc32c(inodeChecksumSeed, block.subarray(0, DIRECTORY_BLOCK_ROOM)), TAIL.checksum);
}
/**
 * Writes one entry that occupies `size` bytes, and returns the offset of its end.
 *
 * @throws RangeError if `size` is too small for the name, or too large for the block.
 */
function encodeDirectoryEntry(block, start, { name, inode, kind, size }) {
    const end = start + size;
    if (size < directoryEntrySize(name) || end > block.length)
        throw new RangeError(`a directory entry of ${size} bytes`);
    block.writeUInt32LE(inode, start + directory_ENTRY.inode);
    block.writeUInt16LE(size, start + directory_ENTRY.size);
    block.writeUInt8(name.length, start + directory_ENTRY.nameSize);
    block.writeUInt8(DIRECTORY_ENTRY_TYPE[kind], start + directory_ENTRY.type);
    block.write(name, start + directory_ENTRY.name, 'latin1');
    return end;
}
/** Writes the header of an unused entry of `size` bytes, which covers the nodes of the index. */
function encodeUnusedEntry(block, size) {
    block.writeUInt16LE(size, directory_ENTRY.size);
}

;// CONCATENATED MODULE: ./build/formats/ext4/structures/half-md4.js
/** The number of bytes of a name per transformation. */
const CHUNK_SIZE = 32;
/** The constants of MD4's second and third round (RFC 1320). */
const ROUND_2 = 0x5a82_7999;
const ROUND_3 = 0x6ed9_eba1;
/** The kernel's cursor for "no more entries", which must not be the hash of a name (fs/ext4: EXT4_HTREE_EOF_32BIT). */
const END_OF_DIRECTORY = 0xffff_fffe;
/**
 * The hash of a name in a hash-indexed directory: "half MD4" over the name's bytes as unsigned characters. The lowest bit
 * is 0, because the index uses it.
 */
function hashName(name, seed) {
    const state = Int32Array.from(seed);
    const words = new Int32Array(CHUNK_SIZE / 4);
    for (let start = 0; start < name.length; start += CHUNK_SIZE) {
        packChunk(name, start, words);
        transform(state, words);
    }
    const hash = (state[1] & ~1) >>> 0;
    return hash === END_OF_DIRECTORY ? END_OF_DIRECTORY - 2 : hash;
}
/** Packs four characters per number, the first one highest. The rest is filled with the length. */
function packChunk(name, start, words) {
    const left = name.length - start;
    const size = Math.min(left, CHUNK_SIZE);
    const padding = (left | (left << 8)) * 0x1_0001;
    words.fill(padding);
    for (let index = 0; index < size;) {
        let word = padding;
        const position = index >> 2;
        do
            word = (word << 8) | name.charCodeAt(start + index);
        while (++index < size && index % 4 !== 0);
        words[position] = word;
    }
}
/** The three rounds of MD4, with eight of its sixteen steps each. */
function transform(state, words) {
    const [a0 = 0, b0 = 0, c0 = 0, d0 = 0] = state;
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0, w4 = 0, w5 = 0, w6 = 0, w7 = 0] = words;
    let a = a0;
    let b = b0;
    let c = c0;
    let d = d0;
    a = half_md4_rotate(a + half_md4_select(b, c, d) + w0, 3);
    d = half_md4_rotate(d + half_md4_select(a, b, c) + w1, 7);
    c = half_md4_rotate(c + half_md4_select(d, a, b) + w2, 11);
    b = half_md4_rotate(b + half_md4_select(c, d, a) + w3, 19);
    a = half_md4_rotate(a + half_md4_select(b, c, d) + w4, 3);
    d = half_md4_rotate(d + half_md4_select(a, b, c) + w5, 7);
    c = half_md4_rotate(c + half_md4_select(d, a, b) + w6, 11);
    b = half_md4_rotate(b + half_md4_select(c, d, a) + w7, 19);
    a = half_md4_rotate(a + majority(b, c, d) + w1 + ROUND_2, 3);
    d = half_md4_rotate(d + majority(a, b, c) + w3 + ROUND_2, 5);
    c = half_md4_rotate(c + majority(d, a, b) + w5 + ROUND_2, 9);
    b = half_md4_rotate(b + majority(c, d, a) + w7 + ROUND_2, 13);
    a = half_md4_rotate(a + majority(b, c, d) + w0 + ROUND_2, 3);
    d = half_md4_rotate(d + majority(a, b, c) + w2 + ROUND_2, 5);
    c = half_md4_rotate(c + majority(d, a, b) + w4 + ROUND_2, 9);
    b = half_md4_rotate(b + majority(c, d, a) + w6 + ROUND_2, 13);
    a = half_md4_rotate(a + parity(b, c, d) + w3 + ROUND_3, 3);
    d = half_md4_rotate(d + parity(a, b, c) + w7 + ROUND_3, 9);
    c = half_md4_rotate(c + parity(d, a, b) + w2 + ROUND_3, 11);
    b = half_md4_rotate(b + parity(c, d, a) + w6 + ROUND_3, 15);
    a = half_md4_rotate(a + parity(b, c, d) + w1 + ROUND_3, 3);
    d = half_md4_rotate(d + parity(a, b, c) + w5 + ROUND_3, 9);
    c = half_md4_rotate(c + parity(d, a, b) + w0 + ROUND_3, 11);
    b = half_md4_rotate(b + parity(c, d, a) + w4 + ROUND_3, 15);
    state[0] = a0 + a;
    state[1] = b0 + b;
    state[2] = c0 + c;
    state[3] = d0 + d;
}
function half_md4_rotate(sum, bits) {
    const value = sum | 0;
    return (value << bits) | (value >>> (32 - bits));
}
function half_md4_select(x, y, z) {
    return z ^ (x & (y ^ z));
}
function majority(x, y, z) {
    return (x & y) | ((x ^ y) & z);
}
function parity(x, y, z) {
    return x ^ y ^ z;
}

;// CONCATENATED MODULE: ./build/formats/ext4/structures/directory-index.js




// Documentation/filesystems/ext4/directory.rst, "Hash Tree Directories". The first block is the root of the index. It is
// followed by the inner nodes, if one level is not enough, and then by the leaves, which are linear blocks.
/** half_md4. A flag in the superblock selects unsigned characters. */
const HASH_VERSION = 1;
const SELF_SIZE = 12;
const ROOT_INFO_START = 24;
const ROOT_INFO = { hashVersion: 4, size: 5, innerLevels: 6 };
const ROOT_INFO_SIZE = 8;
const ROOT_ENTRIES_START = ROOT_INFO_START + ROOT_INFO_SIZE;
const NODE_ENTRIES_START = 8;
/** The first entry has capacity and count instead of a hash. */
const directory_index_ENTRY = { capacity: 0, count: 2, hash: 0, block: 4 };
const directory_index_ENTRY_SIZE = 8;
const directory_index_TAIL_SIZE = 8;
const TAIL_CHECKSUM = 4;
const ROOT_CAPACITY = (format_BLOCK_SIZE - ROOT_ENTRIES_START - directory_index_TAIL_SIZE) / directory_index_ENTRY_SIZE;
const NODE_CAPACITY = (format_BLOCK_SIZE - NODE_ENTRIES_START - directory_index_TAIL_SIZE) / directory_index_ENTRY_SIZE;
/** More would need a third level (large_dir). */
const MAX_INDEX_LEAVES = ROOT_CAPACITY * NODE_CAPACITY;
/** Positions are sorted as `hash / 2 * 2^22 + position` in one number of 53 bits. */
const POSITION_RANGE = 2 ** 22;
/**
 * Orders names by hash and fills leaves with them. Returns undefined if there are more names than an index of two levels can
 * hold.
 */
function planDirectoryIndex(names, seed) {
    if (names.length > POSITION_RANGE)
        return undefined;
    const keys = Float64Array.from(names, (name, position) => (hashName(name, seed) / 2) * POSITION_RANGE + position);
    keys.sort();
    const order = Uint32Array.from(keys, (key) => key % POSITION_RANGE);
    const leafStarts = [];
    const leafHashes = [];
    let room = 0;
    let previousHash = -1;
    for (const [rank, position] of order.entries()) {
        const size = directoryEntrySize(names[position] ?? '');
        const hash = Math.floor((keys[rank] ?? 0) / POSITION_RANGE) * 2;
        if (size > room) {
            leafStarts.push(rank);
            leafHashes.push(hash === previousHash ? hash + 1 : hash);
            room = DIRECTORY_BLOCK_ROOM;
        }
        room -= size;
        previousHash = hash;
    }
    return leafStarts.length > MAX_INDEX_LEAVES ? undefined : { order, leafStarts, leafHashes };
}
/** The number of blocks of a directory with this index. */
function countIndexedBlocks({ leafStarts }) {
    return 1 + countInnerNodes(leafStarts.length) + leafStarts.length;
}
/** The blocks of a hash-indexed directory, in order. The yielded buffer is reused for the next block. */
function* encodeIndexedDirectory(directory) {
    const { order, leafStarts, leafHashes } = directory.index;
    const { inodeChecksumSeed } = directory;
    const nodeCount = countInnerNodes(leafStarts.length);
    const firstLeaf = 1 + nodeCount;
    const leaves = leafHashes.map((hash, leaf) => ({ hash, block: firstLeaf + leaf }));
    const nodes = Array.from({ length: nodeCount }, (_, node) => {
        return leaves.slice(node * NODE_CAPACITY, (node + 1) * NODE_CAPACITY);
    });
    const block = Buffer.alloc(format_BLOCK_SIZE);
    encodeRootHeader(block, directory, nodeCount > 0 ? 1 : 0);
    const top = nodeCount === 0 ? leaves : nodes.map((node, at) => ({ hash: node[0]?.hash ?? 0, block: 1 + at }));
    encodeIndexEntries(block, top, { start: ROOT_ENTRIES_START, capacity: ROOT_CAPACITY, inodeChecksumSeed });
    yield block;
    for (const node of nodes) {
        block.fill(0);
        encodeUnusedEntry(block, format_BLOCK_SIZE);
        encodeIndexEntries(block, node, { start: NODE_ENTRIES_START, capacity: NODE_CAPACITY, inodeChecksumSeed });
        yield block;
    }
    for (const [leaf, start] of leafStarts.entries()) {
        block.fill(0);
        const positions = order.subarray(start, leafStarts[leaf + 1] ?? order.length);
        encodeDirectoryBlock(block, Array.from(positions, (position) => directory.entryAt(position)), inodeChecksumSeed);
        yield block;
    }
}
/** The number of nodes between the root and the leaves. */
function countInnerNodes(leafCount) {
    return leafCount <= ROOT_CAPACITY ? 0 : Math.ceil(leafCount / NODE_CAPACITY);
}
/** For readers without support for indexes, the entry `..` covers the index. */
function encodeRootHeader(block, { inode, parent }, innerLevels) {
    const [self, above] = dotEntries(inode, parent);
    encodeDirectoryEntry(block, 0, { ...self, size: SELF_SIZE });
    encodeDirectoryEntry(block, SELF_SIZE, { ...above, size: format_BLOCK_SIZE - SELF_SIZE });
    block.writeUInt8(HASH_VERSION, ROOT_INFO_START + ROOT_INFO.hashVersion);
    block.writeUInt8(ROOT_INFO_SIZE, ROOT_INFO_START + ROOT_INFO.size);
    block.writeUInt8(innerLevels, ROOT_INFO_START + ROOT_INFO.innerLevels);
}
function encodeIndexEntries(block, entries, { start, capacity, inodeChecksumSeed }) {
    if (entries.length > capacity)
        throw new RangeError(`${entries.length} entries in a node for ${capacity}`);
    for (const [index, entry] of entries.entries()) {
        const at = start + index * directory_index_ENTRY_SIZE;
        if (index > 0)
            block.writeUInt32LE(entry.hash, at + directory_index_ENTRY.hash);
        block.writeUInt32LE(entry.block, at + directory_index_ENTRY.block);
    }
    block.writeUInt16LE(capacity, start + directory_index_ENTRY.capacity);
    block.writeUInt16LE(entries.length, start + directory_index_ENTRY.count);
    // The checksum covers the used part, and the tail with a zero checksum.
    const used = block.subarray(0, start + entries.length * directory_index_ENTRY_SIZE);
    const tail = block.subarray(start + capacity * directory_index_ENTRY_SIZE);
    const checksum = crc32c(crc32c(inodeChecksumSeed, used), tail.subarray(0, TAIL_CHECKSUM));
    tail.writeUInt32LE(crc32cOfUint32(checksum, 0), TAIL_CHECKSUM);
}

;// CONCATENATED MODULE: ./build/formats/ext4/structures/extent-tree.js


// Documentation/filesystems/ext4/ifork.rst, "Extent Tree". Every node is a header and entries of the same size. The root
// is in the inode; all others are blocks with a checksum at their end.
const extent_tree_MAGIC = 0xf30a;
const extent_tree_HEADER_SIZE = 12;
const extent_tree_HEADER = { magic: 0, count: 2, capacity: 4, depth: 6 };
const extent_tree_ENTRY_SIZE = 12;
const LEAF_ENTRY = { logical: 0, length: 4, physicalHigh: 6, physicalLow: 8 };
const INDEX_ENTRY = { logical: 0, childLow: 4, childHigh: 8 };
const CHECKSUM_OFFSET = format_BLOCK_SIZE - 4;
const extent_tree_ROOT_CAPACITY = (INODE_BLOCK_SIZE - extent_tree_HEADER_SIZE) / extent_tree_ENTRY_SIZE;
const BLOCK_CAPACITY = Math.floor((CHECKSUM_OFFSET - extent_tree_HEADER_SIZE) / extent_tree_ENTRY_SIZE);
/** Longer extents are treated as not initialised. */
const MAX_EXTENT_BLOCKS = 32_768;
/** The number of blocks of a tree with `extentCount` extents, without the root in the inode. */
function countTreeBlocks(extentCount) {
    let total = 0;
    for (let count = extentCount; count > extent_tree_ROOT_CAPACITY;) {
        count = Math.ceil(count / BLOCK_CAPACITY);
        total += count;
    }
    return total;
}
/**
 * Writes the root of a file's extent tree, which is in the inode. `positions` are the numbers of the other blocks; their
 * count is that of `countTreeBlocks`.
 */
function encodeExtentRoot(root, extents, positions) {
    const levels = treeLevels(extents, positions);
    encodeNode(root, levels.at(-1) ?? [], { capacity: extent_tree_ROOT_CAPACITY, depth: levels.length - 1 });
}
/** The other nodes of the tree, in the order of their positions. */
function* encodeExtentNodes(extents, positions, inodeChecksumSeed) {
    for (const [depth, level] of treeLevels(extents, positions).slice(0, -1).entries()) {
        for (let start = 0; start < level.length; start += BLOCK_CAPACITY) {
            const block = Buffer.alloc(format_BLOCK_SIZE);
            encodeNode(block, level.slice(start, start + BLOCK_CAPACITY), { capacity: BLOCK_CAPACITY, depth });
            block.writeUInt32LE(crc32c(inodeChecksumSeed, block.subarray(0, CHECKSUM_OFFSET)), CHECKSUM_OFFSET);
            yield block;
        }
    }
}
/**
 * The entries of each level, from the extents to the root. The leaves have the first positions. Nodes are as full as
 * possible: e2fsck regards this as optimal.
 */
function treeLevels(extents, positions) {
    const levels = [extents];
    let used = 0;
    for (let level = extents; level.length > extent_tree_ROOT_CAPACITY; levels.push(level)) {
        const parents = [];
        for (let start = 0; start < level.length; start += BLOCK_CAPACITY) {
            parents.push({ logical: level[start]?.logical ?? 0, physical: positions[used++] ?? 0, length: 1 });
        }
        level = parents;
    }
    if (used !== positions.length)
        throw new RangeError(`${positions.length} blocks for ${used} nodes of an extent tree`);
    return levels;
}
function encodeNode(node, entries, { capacity, depth }) {
    node.writeUInt16LE(extent_tree_MAGIC, extent_tree_HEADER.magic);
    node.writeUInt16LE(entries.length, extent_tree_HEADER.count);
    node.writeUInt16LE(capacity, extent_tree_HEADER.capacity);
    node.writeUInt16LE(depth, extent_tree_HEADER.depth);
    let start = extent_tree_HEADER_SIZE;
    for (const { logical, physical, length } of entries) {
        if (depth === 0) {
            if (length > MAX_EXTENT_BLOCKS)
                throw new RangeError(`an extent of ${length} blocks`);
            node.writeUInt32LE(logical, start + LEAF_ENTRY.logical);
            node.writeUInt16LE(length, start + LEAF_ENTRY.length);
            node.writeUInt16LE(high32(physical), start + LEAF_ENTRY.physicalHigh);
            node.writeUInt32LE(low32(physical), start + LEAF_ENTRY.physicalLow);
        }
        else {
            node.writeUInt32LE(logical, start + INDEX_ENTRY.logical);
            node.writeUInt32LE(low32(physical), start + INDEX_ENTRY.childLow);
            node.writeUInt16LE(high32(physical), start + INDEX_ENTRY.childHigh);
        }
        start += extent_tree_ENTRY_SIZE;
    }
}

;// CONCATENATED MODULE: ./build/formats/ext4/plan/allocator.js

const NO_BLOCKS = [];
/** The number of elements per extent in the flat list. */
const EXTENT_FIELDS = 3;
/** Allocates blocks to inodes, in order, between the fixed ranges, and without a limit after the last of them. */
class Allocator {
    #fixed;
    #nextFixed = 0;
    #cursor = 0;
    #taken = 0;
    /** Logical block, physical block and length of all extents, in one flat list: most inodes have exactly one extent. */
    #extents = [];
    /** By inode number: the index of its first extent, and the number of its extents. */
    #firstExtents;
    #extentCounts;
    #treeBlocks = new Map();
    #xattrBlocks = new Map();
    constructor(fixed, lastInode) {
        this.#fixed = fixed;
        this.#firstExtents = new Uint32Array(lastInode + 1);
        this.#extentCounts = new Uint32Array(lastInode + 1);
    }
    /** The block after the last allocated one. No block before it is free. */
    get end() {
        return this.#cursor;
    }
    /** The number of allocated blocks. */
    get taken() {
        return this.#taken;
    }
    /** Allocates blocks for the data of an inode, and after them those for its extent tree. */
    place(inode, runs) {
        const first = this.#extents.length / EXTENT_FIELDS;
        for (const { logical, length } of runs) {
            for (let done = 0; done < length;) {
                const start = this.#nextFree();
                const count = Math.min(length - done, MAX_EXTENT_BLOCKS, this.#freeBlocksHere());
                this.#extents.push(logical + done, start, count);
                this.#take(count);
                done += count;
            }
        }
        const count = this.#extents.length / EXTENT_FIELDS - first;
        this.#firstExtents[inode] = first;
        this.#extentCounts[inode] = count;
        const treeBlocks = Array.from({ length: countTreeBlocks(count) }, () => this.#takeOne());
        if (treeBlocks.length > 0)
            this.#treeBlocks.set(inode, treeBlocks);
    }
    placeXattrs(inode) {
        this.#xattrBlocks.set(inode, this.#takeOne());
    }
    placementOf(inode) {
        const first = this.#firstExtents[inode] ?? 0;
        const extents = Array.from({ length: this.#extentCounts[inode] ?? 0 }, (_, index) => {
            const at = (first + index) * EXTENT_FIELDS;
            return {
                logical: this.#extents[at] ?? 0,
                physical: this.#extents[at + 1] ?? 0,
                length: this.#extents[at + 2] ?? 0,
            };
        });
        const treeBlocks = this.#treeBlocks.get(inode) ?? NO_BLOCKS;
        return { extents, treeBlocks, xattrBlock: this.#xattrBlocks.get(inode) ?? 0 };
    }
    #takeOne() {
        const block = this.#nextFree();
        this.#take(1);
        return block;
    }
    #take(count) {
        this.#cursor += count;
        this.#taken += count;
    }
    #nextFree() {
        let range = this.#fixed[this.#nextFixed];
        while (range !== undefined && range.start <= this.#cursor) {
            this.#cursor = range.end;
            range = this.#fixed[++this.#nextFixed];
        }
        return this.#cursor;
    }
    #freeBlocksHere() {
        return (this.#fixed[this.#nextFixed]?.start ?? Number.POSITIVE_INFINITY) - this.#cursor;
    }
}

;// CONCATENATED MODULE: ./build/formats/ext4/plan/layout.js






/**
 * Plans the indexes of directories that need more than one block.
 *
 * @throws FledgeError `format`, with the path, for a directory with more names than an index can hold.
 */
function planDirectoryIndexes({ directories }, seed) {
    const indexes = new Map();
    for (const directory of directories.values()) {
        if (fitsOneBlock(directory))
            continue;
        const index = planDirectoryIndex(directory.names, seed);
        if (index === undefined) {
            const what = `its ${directory.names.length} names are too many for an index of two levels`;
            throw (0,entry_limits/* doesNotFit */.gx)(directory.path, 'ext4', what);
        }
        indexes.set(directory.number, index);
    }
    return indexes;
}
/** The number of blocks of a directory. */
function countDirectoryBlocks(directory, indexes) {
    const index = indexes.get(directory);
    if (index !== undefined)
        return countIndexedBlocks(index);
    return directory === LOST_AND_FOUND_INODE ? LOST_AND_FOUND_BLOCKS : 1;
}
/** The number of blocks of all inodes except the journal, without the nodes of extent trees. */
function countBlocks(list, indexes) {
    let count = 0;
    for (const number of list.numbers()) {
        count += countMetadataBlocks(list, indexes, number);
        if (hasXattrBlock(list, number))
            count++;
        for (const { length } of dataRuns(contentOf(list, number)))
            count += length;
    }
    return count;
}
/**
 * Allocates the blocks of all inodes, without gaps: first the journal, then directories, long symbolic links and attribute
 * blocks, so that a walk through the tree reads a small part of the disk only, then the data of files. All are in the order
 * of inode numbers, and so of paths. The nodes of an extent tree follow the described blocks.
 */
function layOut(list, indexes, { fixed, journalBlocks }) {
    const allocator = new Allocator(fixed, list.lastNumber);
    allocator.place(JOURNAL_INODE, [{ logical: 0, length: journalBlocks }]);
    for (const number of list.numbers()) {
        if (hasXattrBlock(list, number))
            allocator.placeXattrs(number);
        const length = countMetadataBlocks(list, indexes, number);
        if (length > 0)
            allocator.place(number, [{ logical: 0, length }]);
    }
    for (const number of list.numbers()) {
        const content = contentOf(list, number);
        if (content !== undefined)
            allocator.place(number, dataRuns(content));
    }
    return allocator;
}
/** The number of blocks of a directory or a long symbolic link; 0 for other inodes. */
function countMetadataBlocks({ sources }, indexes, number) {
    const source = sources[number];
    if (source?.kind === 'directory')
        return countDirectoryBlocks(number, indexes);
    return source?.kind === 'symlink' && source.target.length >= MIN_SLOW_SYMLINK_SIZE ? 1 : 0;
}
function hasXattrBlock({ xattrs }, number) {
    return (xattrs.get(number)?.inBlock.length ?? 0) > 0;
}
function contentOf({ sources }, number) {
    const source = sources[number];
    return source?.kind === 'file' ? source.content : undefined;
}
/** The blocks of a file that hold data, in order. */
function* dataRuns(content) {
    if (content === undefined || content.size === 0)
        return;
    if (content.kind !== 'spool') {
        yield { logical: 0, length: blocksFor(content.size) };
        return;
    }
    let start = 0;
    let end = 0;
    let previousEnd = 0;
    for (const { offset, length } of content.extents) {
        if (offset < previousEnd || offset + length > content.size) {
            throw new errors/* FledgeError */.aE('internal', `the extents of a file from ${content.spool.label} are not in order`);
        }
        if (length === 0)
            continue;
        previousEnd = offset + length;
        const first = Math.floor(offset / format_BLOCK_SIZE);
        if (first > end) {
            if (end > start)
                yield { logical: start, length: end - start };
            start = first;
        }
        end = blocksFor(previousEnd);
    }
    if (end > start)
        yield { logical: start, length: end - start };
}
function fitsOneBlock({ names }) {
    let size = DOT_ENTRIES_SIZE;
    for (const name of names)
        size += directoryEntrySize(name);
    return size <= DIRECTORY_BLOCK_ROOM;
}

;// CONCATENATED MODULE: ./build/formats/ext4/plan/plan.js










/** 64 TiB. Most file systems to which an image can be written have a lower limit for files (ext4: 16 TiB). */
const MAX_BLOCKS = 2 ** 34;
const MAX_EPOCH = 2 ** 32 - 1;
/** Spare inodes, so that files can be created in an image without free space after others were deleted. */
const MIN_SPARE_INODES = 256;
/**
 * Plans an ext4 image of a tree: its size, its UUID, and the position of all parts. Does not read files.
 *
 * @throws FledgeError `format`, with the path, for an entry that ext4 cannot hold, and for an image that is too large.
 */
function planExt4(entries, options) {
    const { freeBytes, epoch, seed } = options;
    const label = Buffer.from(options.label ?? '', 'utf8');
    checkOptions(options, label);
    const inodes = listInodes(entries, epoch);
    const identity = deriveIdentity(inodes, seed, [freeBytes, epoch, options.label ?? '']);
    const indexes = planDirectoryIndexes(inodes, identity.hashSeed);
    const sized = findSize(inodes, indexes, freeBytes);
    const { geometry, layout } = sized;
    const inodeCount = geometry.groupCount * geometry.inodesPerGroup;
    return {
        size: geometry.blockCount * format_BLOCK_SIZE,
        uuid: identity.uuid.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
        inodeCount,
        freeInodes: inodeCount - inodes.lastNumber,
        freeBytes: (geometry.blockCount - geometry.fixedBlockCount - layout.taken) * format_BLOCK_SIZE,
        details: {
            label,
            epoch,
            identity,
            checksumSeed: crc32c(0xffff_ffff, identity.uuid),
            inodes,
            indexes,
            ...sized,
        },
    };
}
/**
 * Finds a nearly minimal size with the requested free space. The metadata of the file system depends on its size, and the
 * extents depend on the metadata. So a size is tried, and the missing blocks are added.
 */
function findSize(inodes, indexes, freeBytes) {
    const inodeCount = inodes.lastNumber + Math.max(MIN_SPARE_INODES, Math.ceil(freeBytes / bytesPerInode(freeBytes)));
    if (inodeCount > MAX_INODE_NUMBER)
        throw new errors/* FledgeError */.aE('format', `${inodeCount} inodes are too many for ext4`);
    const inodeBlocks = countBlocks(inodes, indexes);
    let treeBlocks = 0;
    for (let blockCount = 1;;) {
        if (blockCount > MAX_BLOCKS)
            throw tooBig(blockCount);
        const geometry = planGeometry(blockCount, inodeCount);
        if ('missingBlocks' in geometry) {
            blockCount += geometry.missingBlocks;
            continue;
        }
        const journalBlocks = journalBlocksFor(blockCount);
        const used = geometry.fixedBlockCount + journalBlocks + inodeBlocks + treeBlocks;
        const missing = used + freeBlocksFor(freeBytes, blockCount) - blockCount;
        if (missing > 0) {
            blockCount += missing;
            continue;
        }
        const fixed = fixedRanges(geometry);
        const layout = layOut(inodes, indexes, { fixed, journalBlocks });
        const actualTreeBlocks = layout.taken - journalBlocks - inodeBlocks;
        if (actualTreeBlocks <= treeBlocks)
            return { geometry, fixed, layout, journalBlocks };
        treeBlocks = actualTreeBlocks;
    }
}
/**
 * The number of blocks that must be free for a file of `freeBytes` bytes. The kernel reserves 2 % of the blocks, at most
 * 4096 (fs/ext4/super.c, ext4_calculate_resv_clusters). The file needs a name and an extent tree.
 */
function freeBlocksFor(freeBytes, blockCount) {
    const reserved = Math.min(Math.floor(blockCount / 50), 4096);
    const blocks = blocksFor(freeBytes);
    return blocks + reserved + 64 + Math.ceil(blocks / 8192);
}
/** As in mke2fs: file systems of 4 TiB and 16 TiB ("big", "huge") have fewer inodes. */
function bytesPerInode(freeBytes) {
    if (freeBytes < 4 * 2 ** 40)
        return 16_384;
    return freeBytes < 16 * 2 ** 40 ? 32_768 : 65_536;
}
function tooBig(blockCount) {
    const sizes = `${(0,units/* formatBytes */.z3)(blockCount * format_BLOCK_SIZE)} is more than ${(0,units/* formatBytes */.z3)(MAX_BLOCKS * format_BLOCK_SIZE)}`;
    return new errors/* FledgeError */.aE('format', `the image is too large: ${sizes}`, { fix: 'reduce [filesystem] size_buffer_mb' });
}
function checkOptions({ freeBytes, epoch }, label) {
    if (!Number.isSafeInteger(freeBytes) || freeBytes < 0)
        throw new RangeError(`${freeBytes} bytes of free space`);
    if (!Number.isInteger(epoch) || epoch < 0 || epoch > MAX_EPOCH)
        throw new RangeError(`the time ${epoch}`);
    if (label.length > LABEL_SIZE) {
        throw new errors/* FledgeError */.aE('format', `the label ${JSON.stringify(label.toString())} has more than ${LABEL_SIZE} bytes`);
    }
}

// EXTERNAL MODULE: ./build/formats/byte-sink.js
var byte_sink = __webpack_require__(19353);
;// CONCATENATED MODULE: ./build/formats/ext4/block-writer.js


/** Writes an image from its first block to its last. Skipped blocks are holes. */
class BlockWriter {
    #sink;
    #onMetadata;
    #position = 0;
    /** The size of the hole at the end that was not passed to the sink yet, in bytes. */
    #hole = 0;
    /** `onMetadata` receives a copy of everything that `write` writes. */
    constructor(sink, onMetadata) {
        this.#sink = sink;
        this.#onMetadata = onMetadata;
    }
    /** The number of the next block. */
    get position() {
        return this.#position;
    }
    /** Leaves a hole up to the given block, exclusive. */
    skipTo(block) {
        if (block < this.#position)
            throw new RangeError(`block ${block} is before block ${this.#position}`);
        this.#hole += (block - this.#position) * format_BLOCK_SIZE;
        this.#position = block;
    }
    /** Writes whole blocks. */
    async write(blocks) {
        if (blocks.length % format_BLOCK_SIZE !== 0)
            throw new RangeError(`${blocks.length} bytes are not whole blocks`);
        await this.#fillHole();
        this.#onMetadata?.(blocks, this.#position * format_BLOCK_SIZE);
        await (0,byte_sink/* writeBytes */.N)(this.#sink, blocks);
        this.#position += blocks.length / format_BLOCK_SIZE;
    }
    /** Writes the bytes of a file from `start` to `end`, exclusive, and zeros up to the end of the block. */
    async writeContent(reader, start, end) {
        await this.#fillHole();
        const blocks = Math.ceil((end - start) / format_BLOCK_SIZE);
        const paddedEnd = start + blocks * format_BLOCK_SIZE;
        for (let offset = start; offset < paddedEnd;) {
            const room = this.#sink.reserve();
            const data = Math.max(0, Math.min(end - offset, room.length));
            if (data > 0)
                reader.read(data === room.length ? room : room.subarray(0, data), offset);
            const padding = Math.min(paddedEnd - offset, room.length) - data;
            if (padding > 0)
                room.fill(0, data, data + padding);
            offset += data + padding;
            const full = this.#sink.commit(data + padding);
            if (full !== undefined)
                await full;
        }
        this.#position += blocks;
    }
    /** Passes a hole at the end to the sink. */
    async finish() {
        await this.#fillHole();
    }
    async #fillHole() {
        if (this.#hole === 0)
            return;
        const length = this.#hole;
        this.#hole = 0;
        const full = this.#sink.hole(length);
        if (full !== undefined)
            await full;
    }
}

;// CONCATENATED MODULE: ./build/formats/ext4/structures/group.js


// Documentation/filesystems/ext4/group_descr.rst and bitmaps.rst.
const group_FIELD = {
    blockBitmapLow: 0,
    inodeBitmapLow: 4,
    inodeTableLow: 8,
    freeBlocks: 12,
    freeInodes: 14,
    directories: 16,
    flags: 18,
    blockBitmapChecksumLow: 24,
    inodeBitmapChecksumLow: 26,
    unusedInodes: 28,
    checksum: 30,
    blockBitmapHigh: 32,
    inodeBitmapHigh: 36,
    inodeTableHigh: 40,
    blockBitmapChecksumHigh: 56,
    inodeBitmapChecksumHigh: 58,
};
const GROUP_FLAG = {
    /** Readers treat the inode bitmap and table as zeros without reading them. */
    inodesUninitialised: 1,
    /** Readers compute the block bitmap instead of reading it. */
    blocksUninitialised: 2,
    /** Every unused inode is zero, so that the kernel need not clear the table in the background. */
    inodeTableZeroed: 4,
};
/** Writes the descriptor of a group with its checksum. `target` has 64 bytes and must be zero before. */
function encodeGroupDescriptor(target, fields, checksumSeed) {
    target.writeUInt32LE(low32(fields.blockBitmap), group_FIELD.blockBitmapLow);
    target.writeUInt32LE(high32(fields.blockBitmap), group_FIELD.blockBitmapHigh);
    target.writeUInt32LE(low32(fields.inodeBitmap), group_FIELD.inodeBitmapLow);
    target.writeUInt32LE(high32(fields.inodeBitmap), group_FIELD.inodeBitmapHigh);
    target.writeUInt32LE(low32(fields.inodeTable), group_FIELD.inodeTableLow);
    target.writeUInt32LE(high32(fields.inodeTable), group_FIELD.inodeTableHigh);
    target.writeUInt16LE(fields.freeBlocks, group_FIELD.freeBlocks);
    target.writeUInt16LE(fields.freeInodes, group_FIELD.freeInodes);
    target.writeUInt16LE(fields.directories, group_FIELD.directories);
    target.writeUInt16LE(fields.unusedInodes, group_FIELD.unusedInodes);
    target.writeUInt16LE(fields.flags, group_FIELD.flags);
    target.writeUInt16LE(fields.blockBitmapChecksum & 0xffff, group_FIELD.blockBitmapChecksumLow);
    target.writeUInt16LE(fields.blockBitmapChecksum >>> 16, group_FIELD.blockBitmapChecksumHigh);
    target.writeUInt16LE(fields.inodeBitmapChecksum & 0xffff, group_FIELD.inodeBitmapChecksumLow);
    target.writeUInt16LE(fields.inodeBitmapChecksum >>> 16, group_FIELD.inodeBitmapChecksumHigh);
    const descriptor = target.subarray(0, GROUP_DESCRIPTOR_SIZE);
    const checksum = crc32c(crc32cOfUint32(checksumSeed, fields.group), descriptor);
    target.writeUInt16LE(checksum & 0xffff, group_FIELD.checksum);
}
/** Sets the bits from `start` to `end`, exclusive. */
function setBits(bitmap, start, end) {
    let bit = start;
    for (; bit < end && bit % 8 !== 0; bit++)
        setBit(bitmap, bit);
    const wholeEnd = end - (end % 8);
    if (bit < wholeEnd) {
        bitmap.fill(0xff, bit / 8, wholeEnd / 8);
        bit = wholeEnd;
    }
    for (; bit < end; bit++)
        setBit(bitmap, bit);
}
/** The checksum of a bitmap for `bits` blocks or inodes, without the padding after them. */
function bitmapChecksum(bitmap, bits, checksumSeed) {
    return crc32c(checksumSeed, bitmap.subarray(0, bits / 8));
}
function setBit(bitmap, bit) {
    const byte = Math.floor(bit / 8);
    bitmap[byte] = (bitmap[byte] ?? 0) | (1 << (bit % 8));
}

;// CONCATENATED MODULE: ./build/formats/ext4/group-table.js



/** All group descriptors, padded to whole blocks. They follow the superblock and each of its backups. */
function encodeGroupDescriptors(plan) {
    const { geometry, checksumSeed } = plan;
    const table = Buffer.alloc((geometry.superblockBlocks - 1) * format_BLOCK_SIZE);
    const directories = countDirectories(plan.inodes, geometry);
    for (let group = 0; group < geometry.groupCount; group++) {
        const use = groupUse(plan, group);
        const blockBitmap = encodeBlockBitmap(plan, group);
        const inodeBitmap = encodeInodeBitmap(plan, group);
        const target = table.subarray(group * GROUP_DESCRIPTOR_SIZE, (group + 1) * GROUP_DESCRIPTOR_SIZE);
        const unusedInodes = geometry.inodesPerGroup - use.usedInodes;
        const fields = {
            group,
            blockBitmap: geometry.blockBitmaps[group] ?? 0,
            inodeBitmap: geometry.inodeBitmaps[group] ?? 0,
            inodeTable: geometry.inodeTables[group] ?? 0,
            freeBlocks: groupSize(geometry, group) - use.usedBlocks,
            freeInodes: unusedInodes,
            directories: directories[group] ?? 0,
            unusedInodes,
            flags: GROUP_FLAG.inodeTableZeroed |
                (inodeBitmap === undefined ? GROUP_FLAG.inodesUninitialised : 0) |
                (blockBitmap === undefined ? GROUP_FLAG.blocksUninitialised : 0),
            blockBitmapChecksum: checksumOf(blockBitmap, geometry.blocksPerGroup, checksumSeed),
            inodeBitmapChecksum: checksumOf(inodeBitmap, geometry.inodesPerGroup, checksumSeed),
        };
        encodeGroupDescriptor(target, fields, checksumSeed);
    }
    return table;
}
/** The block bitmap of a group; undefined if it is not initialised and remains zero. */
function encodeBlockBitmap(plan, group) {
    const use = groupUse(plan, group);
    if (use.untouched)
        return undefined;
    const bitmap = Buffer.alloc(format_BLOCK_SIZE);
    for (const { start, end } of use.blocks)
        setBits(bitmap, start, end);
    setBits(bitmap, groupSize(plan.geometry, group), format_BLOCK_SIZE * 8);
    return bitmap;
}
/** The inode bitmap of a group; undefined if it is not initialised and remains zero. */
function encodeInodeBitmap(plan, group) {
    const usedInodes = usedInodesOf(plan, group);
    if (usedInodes === 0)
        return undefined;
    const bitmap = Buffer.alloc(format_BLOCK_SIZE);
    setBits(bitmap, 0, usedInodes);
    setBits(bitmap, plan.geometry.inodesPerGroup, format_BLOCK_SIZE * 8);
    return bitmap;
}
/** The number of used inodes of a group. */
function usedInodesOf({ geometry, inodes }, group) {
    const before = group * geometry.inodesPerGroup;
    return Math.min(Math.max(inodes.lastNumber - before, 0), geometry.inodesPerGroup);
}
function groupUse(plan, group) {
    const { geometry, fixed, layout } = plan;
    const start = group * geometry.blocksPerGroup;
    const end = start + groupSize(geometry, group);
    const blocks = [];
    const allocatedEnd = Math.min(layout.end, end) - start;
    if (allocatedEnd > 0)
        blocks.push({ start: 0, end: allocatedEnd });
    for (let index = firstRangeBehind(fixed, start); index < fixed.length; index++) {
        const range = fixed[index];
        if (range === undefined || range.start >= end)
            break;
        const from = Math.max(range.start - start, allocatedEnd, 0);
        const to = Math.min(range.end, end) - start;
        if (to > from)
            blocks.push({ start: from, end: to });
    }
    const usedBlocks = blocks.reduce((sum, range) => sum + range.end - range.start, 0);
    const own = hasSuperblock(group) ? geometry.superblockBlocks : 0;
    return {
        blocks,
        usedBlocks,
        usedInodes: usedInodesOf(plan, group),
        // The kernel and mke2fs always initialise the bitmap of the last group, which may be shorter.
        untouched: group > 0 && group < geometry.groupCount - 1 && allocatedEnd <= 0 && usedBlocks === own,
    };
}
/** The index of the first range that ends after a block. */
function firstRangeBehind(ranges, block) {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if ((ranges[middle]?.end ?? 0) > block)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
function countDirectories({ directories }, { inodesPerGroup, groupCount }) {
    const counts = new Uint16Array(groupCount);
    for (const number of directories.keys()) {
        const group = Math.floor((number - 1) / inodesPerGroup);
        counts[group] = (counts[group] ?? 0) + 1;
    }
    return counts;
}
function checksumOf(bitmap, bits, checksumSeed) {
    return bitmap === undefined ? 0 : bitmapChecksum(bitmap, bits, checksumSeed);
}

;// CONCATENATED MODULE: ./build/formats/ext4/structures/inode.js



// Documentation/filesystems/ext4/inodes.rst. Fields that are not listed are zero in a new image.
const inode_FIELD = {
    mode: 0,
    uidLow: 2,
    sizeLow: 4,
    accessTime: 8,
    changeTime: 12,
    modificationTime: 16,
    gidLow: 24,
    links: 26,
    sectorsLow: 28,
    flags: 32,
    block: 40,
    xattrBlockLow: 104,
    sizeHigh: 108,
    sectorsHigh: 116,
    xattrBlockHigh: 118,
    uidHigh: 120,
    gidHigh: 122,
    checksumLow: 124,
    extraSize: 128,
    checksumHigh: 130,
    changeTimeExtra: 132,
    modificationTimeExtra: 136,
    accessTimeExtra: 140,
    creationTime: 144,
    creationTimeExtra: 148,
};
const XATTRS_START = 128 + EXTRA_INODE_SIZE;
const TIME_FIELDS = [
    [inode_FIELD.accessTime, inode_FIELD.accessTimeExtra],
    [inode_FIELD.changeTime, inode_FIELD.changeTimeExtra],
    [inode_FIELD.modificationTime, inode_FIELD.modificationTimeExtra],
    [inode_FIELD.creationTime, inode_FIELD.creationTimeExtra],
];
/** The seed of the checksums of an inode, its directory blocks and its extent tree. All generations are 0. */
function inodeChecksumSeed(checksumSeed, inode) {
    return crc32cOfUint32(crc32cOfUint32(checksumSeed, inode), 0);
}
/**
 * Writes an inode with its checksum. `target` has 256 bytes and must be zero before.
 *
 * @throws RangeError for a block mapping of more than 60 bytes.
 */
function encodeInode(target, inode, checksumSeed) {
    if (inode.block.length > INODE_BLOCK_SIZE)
        throw new RangeError(`${inode.block.length} bytes of block mapping`);
    target.writeUInt16LE(inode.mode, inode_FIELD.mode);
    target.writeUInt16LE(inode.uid & 0xffff, inode_FIELD.uidLow);
    target.writeUInt16LE(inode.uid >>> 16, inode_FIELD.uidHigh);
    target.writeUInt16LE(inode.gid & 0xffff, inode_FIELD.gidLow);
    target.writeUInt16LE(inode.gid >>> 16, inode_FIELD.gidHigh);
    target.writeUInt32LE(low32(inode.size), inode_FIELD.sizeLow);
    target.writeUInt32LE(high32(inode.size), inode_FIELD.sizeHigh);
    target.writeUInt16LE(inode.links, inode_FIELD.links);
    target.writeUInt32LE(low32(inode.sectors), inode_FIELD.sectorsLow);
    target.writeUInt16LE(high32(inode.sectors), inode_FIELD.sectorsHigh);
    target.writeUInt32LE(inode.flags, inode_FIELD.flags);
    target.set(inode.block, inode_FIELD.block);
    target.writeUInt32LE(low32(inode.xattrBlock), inode_FIELD.xattrBlockLow);
    target.writeUInt16LE(high32(inode.xattrBlock), inode_FIELD.xattrBlockHigh);
    target.writeUInt16LE(EXTRA_INODE_SIZE, inode_FIELD.extraSize);
    inode_encodeTimes(target, inode.time);
    const xattrs = inode.xattrs?.inInode ?? [];
    if (xattrs.length > 0)
        encodeInodeXattrs(target.subarray(XATTRS_START), xattrs);
    encodeChecksum(target, inode.number, checksumSeed);
}
/** Writes a reserved, unused inode: zeros and the checksum over them. */
function encodeReservedInode(target, number, checksumSeed) {
    const checksum = crc32c(inodeChecksumSeed(checksumSeed, number), target);
    target.writeUInt16LE(checksum & 0xffff, inode_FIELD.checksumLow);
}
function inode_encodeTimes(target, { seconds, nanoseconds }) {
    const low = seconds | 0;
    const epoch = (seconds - low) / 2 ** 32;
    for (const [field, extraField] of TIME_FIELDS) {
        target.writeInt32LE(low, field);
        target.writeUInt32LE(nanoseconds * TIME_EPOCHS + epoch, extraField);
    }
}
function encodeChecksum(target, number, checksumSeed) {
    const checksum = crc32c(inodeChecksumSeed(checksumSeed, number), target.subarray(0, INODE_SIZE));
    target.writeUInt16LE(checksum & 0xffff, inode_FIELD.checksumLow);
    target.writeUInt16LE(checksum >>> 16, inode_FIELD.checksumHigh);
}

;// CONCATENATED MODULE: ./build/formats/ext4/inode-table.js





const JOURNAL_MODE = tree_entry/* TYPE_BITS */.c.file | 0o600;
/** The block mapping of the current inode. One buffer is reused, because there are too many inodes for one each. */
const mapping = Buffer.alloc(INODE_BLOCK_SIZE);
/** Writes as many inodes as fit in `block`, from the number `first` on. `block` must be zero before. */
function encodeInodes(block, first, plan) {
    const { inodes, checksumSeed } = plan;
    const count = Math.min(block.length / INODE_SIZE, inodes.lastNumber + 1 - first);
    for (let slot = 0; slot < count; slot++) {
        const target = block.subarray(slot * INODE_SIZE, (slot + 1) * INODE_SIZE);
        const number = first + slot;
        const source = inodes.sources[number];
        if (number === JOURNAL_INODE)
            encodeInode(target, journalFields(plan), checksumSeed);
        else if (source === undefined)
            encodeReservedInode(target, number, checksumSeed);
        else
            encodeInode(target, fieldsOf(source, number, plan), checksumSeed);
    }
}
/** The block mapping of the journal, as stored in its inode. */
function journalMapping({ layout }) {
    return Buffer.from(encodeMapping(layout.placementOf(JOURNAL_INODE)));
}
function fieldsOf(source, number, plan) {
    const { inodes, layout } = plan;
    const placement = layout.placementOf(number);
    const links = inodes.links[number] ?? 0;
    return {
        number,
        mode: tree_entry/* TYPE_BITS */.c[source.kind] | source.mode,
        uid: source.uid,
        gid: source.gid,
        // Only directories can have more. 1 means "not counted".
        links: links > MAX_LINKS ? 1 : links,
        sectors: sectorsOf(placement),
        time: source.mtime,
        xattrBlock: placement.xattrBlock,
        xattrs: inodes.xattrs.get(number),
        ...bodyFields(source, placement, { number, plan }),
    };
}
function bodyFields(source, placement, { number, plan }) {
    switch (source.kind) {
        case 'directory': {
            const size = countDirectoryBlocks(number, plan.indexes) * format_BLOCK_SIZE;
            const flags = INODE_FLAG.extents | (plan.indexes.has(number) ? INODE_FLAG.hashIndex : 0);
            return { size, flags, block: encodeMapping(placement) };
        }
        case 'file':
            return { size: source.content.size, flags: INODE_FLAG.extents, block: encodeMapping(placement) };
        case 'symlink': {
            const size = source.target.length;
            if (size >= MIN_SLOW_SYMLINK_SIZE)
                return { size, flags: INODE_FLAG.extents, block: encodeMapping(placement) };
            mapping.fill(0);
            mapping.write(source.target, 'latin1');
            return { size, flags: 0, block: mapping };
        }
        case 'char-device':
        case 'block-device':
            return { size: 0, flags: 0, block: encodeDeviceNumber(source.major, source.minor) };
        case 'fifo':
            return { size: 0, flags: 0, block: mapping.fill(0) };
    }
}
function journalFields(plan) {
    const { layout, journalBlocks, epoch } = plan;
    const placement = layout.placementOf(JOURNAL_INODE);
    return {
        number: JOURNAL_INODE,
        mode: JOURNAL_MODE,
        uid: 0,
        gid: 0,
        links: 1,
        size: journalBlocks * format_BLOCK_SIZE,
        sectors: sectorsOf(placement),
        flags: INODE_FLAG.extents,
        block: encodeMapping(placement),
        time: { seconds: epoch, nanoseconds: 0 },
        xattrBlock: 0,
        xattrs: undefined,
    };
}
function encodeMapping({ extents, treeBlocks }) {
    mapping.fill(0);
    encodeExtentRoot(mapping, extents, treeBlocks);
    return mapping;
}
/** Small numbers are in the first word in the old encoding, others in the second word in the new encoding of the kernel. */
function encodeDeviceNumber(major, minor) {
    mapping.fill(0);
    if (major < 256 && minor < 256)
        mapping.writeUInt32LE(major * 2 ** 8 + minor, 0);
    else
        mapping.writeUInt32LE((minor & 0xff) + major * 2 ** 8 + (minor & ~0xff) * 2 ** 12, 4);
    return mapping;
}
function sectorsOf({ extents, treeBlocks, xattrBlock }) {
    const data = extents.reduce((sum, { length }) => sum + length, 0);
    return (data + treeBlocks.length + (xattrBlock > 0 ? 1 : 0)) * SECTORS_PER_BLOCK;
}

;// CONCATENATED MODULE: ./build/formats/ext4/write.js














/** The primary superblock is after the historical boot sector. Backups are at the beginning of their block. */
const SUPERBLOCK_OFFSET = 1024;
/**
 * Writes the planned image, from its first byte to its last, and returns its size in bytes. Unused parts are holes. All
 * written blocks that are not contents of files are also passed to `onMetadata`.
 *
 * @throws FledgeError `input` for a host file that cannot be read or has changed; otherwise as the sink does.
 */
async function writeExt4({ size, details }, sink, onMetadata) {
    await new ImageWriter(details, new BlockWriter(sink, onMetadata)).write();
    return { size };
}
class ImageWriter {
    #plan;
    #writer;
    #contents = new content_reader/* ContentOpener */.n();
    #descriptors;
    #fixed;
    #nextFixed;
    /** Reused buffers: one for the fixed parts, which are written between the others, and one for all others. */
    #fixedBlock = Buffer.alloc(format_BLOCK_SIZE);
    #block = Buffer.alloc(format_BLOCK_SIZE);
    constructor(plan, writer) {
        this.#plan = plan;
        this.#writer = writer;
        this.#descriptors = encodeGroupDescriptors(plan);
        this.#fixed = fixedParts(plan.geometry);
        this.#nextFixed = this.#takeFixed();
    }
    /** Writes the allocated blocks in the order of `layOut`, and the fixed parts between them. */
    async write() {
        const { inodes, geometry, layout } = this.#plan;
        await this.#writeJournal(layout.placementOf(JOURNAL_INODE));
        for (const number of inodes.numbers()) {
            const xattrs = inodes.xattrs.get(number)?.inBlock ?? [];
            if (xattrs.length > 0)
                await this.#writeXattrBlock(number, xattrs);
            const source = inodes.sources[number];
            const directory = inodes.directories.get(number);
            if (directory !== undefined)
                await this.#writeDirectory(directory);
            else if (source?.kind === 'symlink' && source.target.length >= MIN_SLOW_SYMLINK_SIZE) {
                await this.#writeSymlink(number, source.target);
            }
        }
        for (const number of inodes.numbers()) {
            const source = inodes.sources[number];
            if (source?.kind === 'file' && source.content.size > 0)
                await this.#writeFile(number, source.content);
        }
        await this.#advanceTo(geometry.blockCount);
        await this.#writer.finish();
    }
    /** Advances to a block, and writes the fixed parts before it. */
    async #advanceTo(block) {
        for (let part = this.#nextFixed; part !== undefined && part.block < block; part = this.#nextFixed) {
            this.#writer.skipTo(part.block);
            await this.#writeFixed(part);
            this.#nextFixed = this.#takeFixed();
        }
        this.#writer.skipTo(block);
    }
    async #writeFixed({ kind, group, block, length }) {
        switch (kind) {
            case 'superblock':
                await this.#writeSuperblock(group);
                return this.#writer.write(this.#descriptors);
            case 'block-bitmap':
                return this.#writeBitmap(encodeBlockBitmap(this.#plan, group));
            case 'inode-bitmap':
                return this.#writeBitmap(encodeInodeBitmap(this.#plan, group));
            case 'inode-table':
                await this.#writeInodeTable(group);
                this.#writer.skipTo(block + length);
        }
    }
    async #writeSuperblock(group) {
        const { geometry, inodes, identity, layout, journalBlocks, label, epoch } = this.#plan;
        const inodeCount = geometry.groupCount * geometry.inodesPerGroup;
        const fields = {
            blockCount: geometry.blockCount,
            freeBlocks: geometry.blockCount - geometry.fixedBlockCount - layout.taken,
            overheadBlocks: geometry.fixedBlockCount + journalBlocks,
            inodeCount,
            freeInodes: inodeCount - inodes.lastNumber,
            blocksPerGroup: geometry.blocksPerGroup,
            inodesPerGroup: geometry.inodesPerGroup,
            ...identity,
            label,
            time: epoch,
            journal: { block: journalMapping(this.#plan), size: journalBlocks * format_BLOCK_SIZE },
        };
        const block = cleared(this.#fixedBlock);
        const start = group === 0 ? SUPERBLOCK_OFFSET : 0;
        encodeSuperblock(block.subarray(start, start + superblock_SUPERBLOCK_SIZE), fields, group);
        await this.#writer.write(block);
    }
    /** Writes a bitmap. One that is not initialised remains a hole. */
    async #writeBitmap(bitmap) {
        if (bitmap !== undefined)
            await this.#writer.write(bitmap);
    }
    /** Writes the blocks of the table that contain used inodes. */
    async #writeInodeTable(group) {
        const before = group * this.#plan.geometry.inodesPerGroup;
        const used = usedInodesOf(this.#plan, group);
        for (let index = 0; index < used; index += INODES_PER_BLOCK) {
            const block = cleared(this.#fixedBlock);
            encodeInodes(block, before + index + 1, this.#plan);
            await this.#writer.write(block);
        }
    }
    async #writeJournal({ extents, treeBlocks }) {
        const { journalBlocks, identity } = this.#plan;
        const superblock = cleared(this.#block);
        encodeJournalSuperblock(superblock, journalBlocks, identity.uuid);
        for (const { logical, physical, length } of extents) {
            await this.#advanceTo(physical);
            if (logical === 0)
                await this.#writer.write(superblock);
            this.#writer.skipTo(physical + length);
        }
        await this.#writeExtentNodes(JOURNAL_INODE, { extents, treeBlocks });
    }
    async #writeXattrBlock(number, xattrs) {
        const { layout, checksumSeed } = this.#plan;
        const { xattrBlock } = layout.placementOf(number);
        await this.#advanceTo(xattrBlock);
        await this.#writer.write(encodeXattrBlock(xattrs, xattrBlock, checksumSeed));
    }
    async #writeDirectory(directory) {
        const { layout } = this.#plan;
        const { extents, treeBlocks } = layout.placementOf(directory.number);
        const blocks = this.#directoryBlocks(directory);
        for (const { physical, length } of extents) {
            await this.#advanceTo(physical);
            for (let count = 0; count < length; count++) {
                const { value } = blocks.next();
                if (value === undefined)
                    throw new RangeError(`directory ${directory.number} has fewer blocks than planned`);
                await this.#writer.write(value);
            }
        }
        await this.#writeExtentNodes(directory.number, { extents, treeBlocks });
    }
    *#directoryBlocks(directory) {
        const { number, parent, names, children } = directory;
        const { indexes, inodes } = this.#plan;
        const inodeSeed = inodeChecksumSeed(this.#plan.checksumSeed, number);
        const entryAt = (position) => {
            const name = names[position];
            const inode = children[position] ?? 0;
            const kind = inodes.sources[inode]?.kind;
            if (name === undefined || kind === undefined)
                throw new RangeError(`directory ${number} has no name ${position}`);
            return { name, inode, kind };
        };
        const index = indexes.get(number);
        if (index !== undefined) {
            yield* encodeIndexedDirectory({ inode: number, parent, index, inodeChecksumSeed: inodeSeed, entryAt });
            return;
        }
        let entries = [...dotEntries(number, parent), ...names.map((_, position) => entryAt(position))];
        for (let left = countDirectoryBlocks(number, indexes); left > 0; left--) {
            const block = cleared(this.#block);
            encodeDirectoryBlock(block, entries, inodeSeed);
            yield block;
            entries = [];
        }
    }
    async #writeSymlink(number, target) {
        const block = cleared(this.#block);
        block.write(target, 'latin1');
        for (const { physical } of this.#plan.layout.placementOf(number).extents) {
            await this.#advanceTo(physical);
            await this.#writer.write(block);
        }
    }
    async #writeFile(number, content) {
        const { extents, treeBlocks } = this.#plan.layout.placementOf(number);
        const reader = this.#contents.open(content);
        try {
            for (const { logical, physical, length } of extents) {
                if (physical !== this.#writer.position)
                    await this.#advanceTo(physical);
                const start = logical * format_BLOCK_SIZE;
                await this.#writer.writeContent(reader, start, Math.min(start + length * format_BLOCK_SIZE, content.size));
            }
        }
        finally {
            reader.close();
        }
        await this.#writeExtentNodes(number, { extents, treeBlocks });
    }
    async #writeExtentNodes(number, { extents, treeBlocks }) {
        if (treeBlocks.length === 0)
            return;
        const nodes = encodeExtentNodes(extents, treeBlocks, inodeChecksumSeed(this.#plan.checksumSeed, number));
        for (const position of treeBlocks) {
            await this.#advanceTo(position);
            const { value } = nodes.next();
            if (value === undefined)
                throw new RangeError(`inode ${number} has fewer extents than planned`);
            await this.#writer.write(value);
        }
    }
    #takeFixed() {
        return this.#fixed.next().value ?? undefined;
    }
}
function cleared(block) {
    return block.fill(0);
}

;// CONCATENATED MODULE: ./build/recipe/filesystems/ext4.js







/** Writes a tree as an ext4 image. */
async function buildExt4(job) {
    const { artifact, config, freeMb, image, mtime, seed, sources, tree } = job;
    const { preallocate } = config.filesystem;
    const plan = planExt4(tree.entries(), { freeBytes: freeMb * units/* MEBIBYTE */.gJ, epoch: mtime.seconds, seed });
    sources.reporter.info(`${artifact.name}: ${(0,units/* formatBytes */.z3)(plan.size)}, ${(0,units/* formatBytes */.z3)(plan.freeBytes)} of it free`);
    image.requireSize(plan.size);
    image.requireSpace('in order', preallocate ? plan.size : (0,measure/* measureTree */.J)(tree).stored);
    await image.writeInOrder((sink, onMetadata) => writeExt4(plan, sink, onMetadata));
    return { ok: true };
}
/** ext4: fledge writes the image; e2fsck checks it. */
const ext4 = {
    make: buildExt4,
    limits: EXT4_LIMITS,
    check: IMAGE_CHECKS.ext4,
    requiredTools: [],
    optionalTools: [table/* e2fsprogs */.qJ],
};

;// CONCATENATED MODULE: ./build/formats/squashfs/format.js

// Squashfs 4.0 as described in Documentation/filesystems/squashfs.rst and fs/squashfs/squashfs_fs.h. Little-endian.
/** In bytes; the default of mksquashfs. Larger blocks compress better, but a small read must decompress a whole block. */
const squashfs_format_BLOCK_SIZE = 128 * 1024;
const BLOCK_LOG = 17;
/** The uncompressed size of a block of metadata, in bytes. */
const METADATA_SIZE = 8192;
const format_SUPERBLOCK_SIZE = 96;
const format_MAGIC = 0x73717368;
const VERSION = { major: 4, minor: 0 };
const ZSTD = 6;
const FLAGS = { alwaysFragments: 0x20, duplicates: 0x40, noXattrs: 0x200, compressorOptions: 0x400 };
/** The flag in the length of a data block that is stored uncompressed. */
const UNCOMPRESSED_BLOCK = 1 << 24;
/** The same flag in the length of a metadata block. */
const UNCOMPRESSED_METADATA = 1 << 15;
const NO_FRAGMENT = 0xffff_ffff;
const NO_XATTR = 0xffff_ffff;
/** The superblock's value for an absent table. */
const NO_TABLE = 0xffffffffffffffffn;
const MAX_UINT32 = 0xffff_ffff;
/** The superblock has 16 bits for the number of IDs. */
const MAX_IDS = 0xffff;
/** The number of a kind of inode in directories and basic inodes. Extended inodes, which have more fields, add 7. */
const INODE_TYPES = {
    directory: 1,
    file: 2,
    symlink: 3,
    'block-device': 4,
    'char-device': 5,
    fifo: 6,
};
const EXTENDED = 7;
/** The superblock of an image. */
function format_encodeSuperblock(fields) {
    const { alwaysFragments, duplicates, noXattrs, compressorOptions } = FLAGS;
    const flags = alwaysFragments | duplicates | compressorOptions | (fields.xattrTable === undefined ? noXattrs : 0);
    return new FieldWriter(format_SUPERBLOCK_SIZE)
        .u32(format_MAGIC, fields.inodeCount, fields.time, squashfs_format_BLOCK_SIZE, fields.fragmentCount)
        .u16(ZSTD, BLOCK_LOG, flags, fields.idCount, VERSION.major, VERSION.minor)
        .u64(inodeReference(fields.root), fields.size)
        .u64(fields.idTable, fields.xattrTable ?? NO_TABLE, fields.inodeTable, fields.directoryTable)
        .u64(fields.fragmentTable ?? NO_TABLE, NO_TABLE)
        .finish();
}
/** The compressor options after the superblock: the level, as an uncompressed block of metadata. */
function encodeCompressorOptions(level) {
    return new FieldWriter(6)
        .u16(4 | UNCOMPRESSED_METADATA)
        .u32(level)
        .finish();
}
/** Encodes a position as a reference from another table. */
function inodeReference({ block, offset }) {
    return block * 0x1_0000 + offset;
}
/** Collects the fields of a structure of known size. */
class FieldWriter {
    #buffer;
    #end = 0;
    constructor(size) {
        this.#buffer = Buffer.alloc(size);
    }
    u16(...values) {
        for (const value of values)
            this.#end = this.#buffer.writeUInt16LE(value, this.#end);
        return this;
    }
    i16(value) {
        this.#end = this.#buffer.writeInt16LE(value, this.#end);
        return this;
    }
    u32(...values) {
        for (const value of values)
            this.#end = this.#buffer.writeUInt32LE(value, this.#end);
        return this;
    }
    u64(...values) {
        for (const value of values)
            this.#end = this.#buffer.writeBigUInt64LE(BigInt(value), this.#end);
        return this;
    }
    bytes(value) {
        this.#buffer.set(value, this.#end);
        this.#end += value.length;
        return this;
    }
    text(value) {
        this.#end += this.#buffer.write(value, this.#end, 'latin1');
        return this;
    }
    /** @throws FledgeError `internal` if the fields do not fill the structure. */
    finish() {
        if (this.#end === this.#buffer.length)
            return this.#buffer;
        throw new errors/* FledgeError */.aE('internal', `a structure of ${this.#buffer.length} bytes has ${this.#end} bytes of fields`);
    }
}

;// CONCATENATED MODULE: ./build/formats/squashfs/limits.js


/** The limits of squashfs. `InodeTables` checks the number of owners. */
const SQUASHFS_LIMITS = {
    filesystem: 'squashfs',
    // The kernel reads at most one page of a target.
    maxTargetBytes: linux_limits/* MAX_PATH_BYTES */.PR,
    // The list of blocks, with four bytes per block, is in memory and in the inode: 128 MiB for this size.
    maxFileBytes: 4 * 2 ** 40,
    maxLinks: MAX_UINT32,
    minSeconds: 0,
    maxSeconds: MAX_UINT32,
    maxMajor: linux_limits/* MAX_MAJOR */.dJ,
    maxMinor: linux_limits/* MAX_MINOR */.VZ,
    maxXattrValueBytes: linux_limits/* MAX_XATTR_VALUE_BYTES */.be,
    hasAcls: false,
};

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./build/formats/block-compressor.js

/** A compressor for this thread. Its result is overwritten by the next call. */
function compressorOf(module, level) {
    const exports = new WebAssembly.Instance(module).exports;
    const memory = new Uint8Array(exports.memory.buffer);
    const input = exports.input.value;
    const output = exports.output.value;
    return (bytes) => {
        memory.set(bytes, input);
        const length = exports.compress_block(bytes.length, level);
        return length === 0 ? undefined : memory.subarray(output, output + length);
    };
}
/** Starts a thread that returns a StoredBlock for each Block. See gzip/compress-worker.ts for the reasons of its form. */
function startBlockWorker(name, compression) {
    const program = `
    const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
    (${serveBlocks.toString()})(parentPort, workerData);
  `;
    return new external_node_worker_threads_.Worker(program, { eval: true, workerData: compression, execArgv: [], env: {}, name });
}
/** The program of the worker. It is passed as text, so it must refer only to its own names and to globals. */
function serveBlocks(port, { module, level, minSaving }) {
    const exports = new WebAssembly.Instance(module).exports;
    const memory = new Uint8Array(exports.memory.buffer);
    const input = exports.input.value;
    const output = exports.output.value;
    port.on('message', ({ buffer, length }) => {
        memory.set(new Uint8Array(buffer, 0, length), input);
        const compressed = exports.compress_block(length, level);
        const isCompressed = compressed > 0 && compressed <= length - minSaving;
        if (isCompressed)
            new Uint8Array(buffer).set(memory.subarray(output, output + compressed));
        const stored = { buffer, length: isCompressed ? compressed : length, isCompressed };
        port.postMessage(stored, [buffer]);
    });
}

;// CONCATENATED MODULE: ./build/formats/zstd/load.js

/** Compiles the wasm module of zstd-wrapper.c. ncc recognises this form of the path and bundles the file. */
function loadZstd() {
    return new WebAssembly.Module((0,external_node_fs_.readFileSync)(__webpack_require__.ab + "zstd.wasm"));
}

// EXTERNAL MODULE: ./build/formats/compressor-pool.js
var compressor_pool = __webpack_require__(9905);
;// CONCATENATED MODULE: ./build/formats/block-queue.js



/**
 * Compresses blocks in threads, and returns them in the order of `send`, so that the number and the speed of threads do not
 * affect the output. At most `2 * workers + 1` buffers exist at a time.
 */
class BlockQueue {
    #name;
    #pool;
    #blockSize;
    #maximumSent;
    #spareBuffers = [];
    #sent = [];
    constructor({ name, blockSize, workers, module, level, minSaving }) {
        this.#name = name;
        this.#pool = new compressor_pool/* CompressorPool */.k(name, { count: workers }, () => startBlockWorker(name, { module, level, minSaving }));
        this.#blockSize = blockSize;
        // Each thread has one block in the queue, so that it is not idle while this thread reads.
        this.#maximumSent = 2 * workers;
    }
    /** A buffer for a block, to be returned with `send` or `release`; undefined if all are in use. */
    takeFree() {
        if (this.#sent.length >= this.#maximumSent)
            return undefined;
        return new Uint8Array(this.#spareBuffers.pop() ?? new ArrayBuffer(this.#blockSize));
    }
    /** A buffer for a block, as soon as one is free. */
    async take() {
        for (;;) {
            const block = this.takeFree();
            if (block !== undefined)
                return block;
            await this.#returnOldest();
        }
    }
    release({ buffer }) {
        this.#spareBuffers.push(buffer);
    }
    /** Sends the first `length` bytes as the next block. `onStored` is called during a later call of `take` or `finish`. */
    send({ buffer }, length, onStored) {
        const stored = this.#pool.compress({ buffer, length });
        // It is awaited later, in order; until then, a failure must not end the process as an unhandled rejection.
        stored.catch(() => { });
        this.#sent.push({ stored, onStored });
    }
    /** Returns all sent blocks. */
    async finish() {
        while (this.#sent.length > 0)
            await this.#returnOldest();
    }
    /** Terminates the threads. */
    async close() {
        await this.#pool.close(new errors/* FledgeError */.aE('internal', `the ${this.#name} image was aborted`));
    }
    async #returnOldest() {
        const block = this.#sent.shift();
        if (block === undefined)
            return;
        const { buffer, length, isCompressed } = await block.stored;
        block.onStored(new Uint8Array(buffer, 0, length), isCompressed);
        this.#spareBuffers.push(buffer);
    }
}

;// CONCATENATED MODULE: ./build/formats/squashfs/block-writer.js


/** Compresses blocks in threads, and writes them in the order of `send`. */
class block_writer_BlockWriter {
    #queue;
    #target;
    #position;
    /** `start` is the position of the first block, in bytes. */
    constructor(target, options) {
        const { module, level, workers, start } = options;
        this.#queue = new BlockQueue({ name: 'squashfs', blockSize: squashfs_format_BLOCK_SIZE, workers, module, level, minSaving: 1 });
        this.#target = target;
        this.#position = start;
    }
    /** A buffer for a block, to be returned with `send` or `release`. */
    take() {
        return this.#queue.take();
    }
    release(block) {
        this.#queue.release(block);
    }
    /** Sends the first `length` bytes as the next block. `onPlaced` is called when its position is known. */
    send(block, length, onPlaced) {
        this.#queue.send(block, length, (bytes, isCompressed) => {
            this.#target.writeAt(bytes, this.#position);
            onPlaced({ position: this.#position, word: isCompressed ? bytes.length : bytes.length | UNCOMPRESSED_BLOCK });
            this.#position += bytes.length;
        });
    }
    /** Writes all sent blocks, and returns the position after them. */
    async finish() {
        await this.#queue.finish();
        return this.#position;
    }
    /** Terminates the threads. */
    close() {
        return this.#queue.close();
    }
}

;// CONCATENATED MODULE: ./build/formats/squashfs/duplicates.js



/** The size of a read, in bytes. */
const PART_SIZE = 1024 * 1024;
/**
 * Maps each content to the first content in the list with the same bytes, if that is another one. Contents of the same size are
 * compared by SHA-256. Contents with different holes are treated as different.
 *
 * @throws FledgeError `input` for a host file that cannot be read or has changed.
 */
async function findDuplicates(contents) {
    const sameSize = Map.groupBy(contents.filter(({ size }) => size > 0), ({ size }) => size);
    // In the order of the list, which is approximately the order in the spools.
    const candidates = contents.filter(({ size }) => (sameSize.get(size)?.length ?? 0) > 1);
    const duplicates = new Map();
    const firsts = new Map();
    const opener = new content_reader/* ContentOpener */.n();
    const buffer = Buffer.allocUnsafeSlow(PART_SIZE);
    let sinceTurn = 0;
    for (const content of candidates) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const reader = opener.open(content);
        try {
            for (const { offset, length } of dataOf(content)) {
                hash.update(`${content.size} ${offset} ${length}\n`);
                for (let done = 0; done < length;) {
                    const part = buffer.subarray(0, length - done);
                    reader.read(part, offset + done);
                    hash.update(part);
                    done += part.length;
                    sinceTurn += part.length;
                    if (sinceTurn < PART_SIZE)
                        continue;
                    // Signals and timers are handled here.
                    await (0,external_node_timers_promises_.setImmediate)();
                    sinceTurn = 0;
                }
            }
        }
        finally {
            reader.close();
        }
        const digest = hash.digest('base64');
        const first = firsts.get(digest);
        if (first === undefined)
            firsts.set(digest, content);
        else
            duplicates.set(content, first);
    }
    return duplicates;
}
function dataOf(content) {
    return content.kind === 'spool' ? content.extents : [{ offset: 0, length: content.size }];
}

;// CONCATENATED MODULE: ./build/formats/squashfs/file-data.js


const FRAGMENT_SIZE = 16;
/** The writer yields to the event loop after this many bytes, because blocks of zeros do not wait for a thread. */
const BYTES_PER_TURN = 1024 * 1024;
const ZEROS = Buffer.alloc(squashfs_format_BLOCK_SIZE);
/** Writes the contents of files: whole blocks for each, and their ends together in shared blocks (fragments). */
class FileDataWriter {
    #blocks;
    #contents;
    #fragments = [];
    /** The fragment block that is being filled. */
    #fragment;
    #fragmentFilled = 0;
    #sinceTurn = 0;
    constructor(blocks, contents) {
        this.#blocks = blocks;
        this.#contents = contents;
    }
    /** @throws FledgeError `input` for a host file that cannot be read or has changed. */
    async write(content) {
        const { size } = content;
        const wholeBlocks = Math.floor(size / squashfs_format_BLOCK_SIZE);
        const endSize = size % squashfs_format_BLOCK_SIZE;
        const reader = this.#contents.open(content);
        try {
            const isEndShared = endSize > 0 && hasData(content, size - endSize, endSize);
            if (isEndShared && this.#fragmentFilled + endSize > squashfs_format_BLOCK_SIZE)
                this.#sendFragment();
            const data = {
                size,
                start: 0,
                words: new Uint32Array(isEndShared || endSize === 0 ? wholeBlocks : wholeBlocks + 1),
                sparse: isEndShared ? 0 : endSize,
                fragment: isEndShared ? this.#fragments.length : NO_FRAGMENT,
                fragmentOffset: isEndShared ? this.#fragmentFilled : 0,
            };
            // Holes need no time here, independent of their length.
            data.sparse += wholeBlocks * squashfs_format_BLOCK_SIZE;
            for (const index of blocksWithData(content, wholeBlocks)) {
                data.sparse -= squashfs_format_BLOCK_SIZE;
                await this.#writeBlock(reader, index, data);
                this.#sinceTurn += squashfs_format_BLOCK_SIZE;
                if (this.#sinceTurn < BYTES_PER_TURN)
                    continue;
                this.#sinceTurn = 0;
                await (0,external_node_timers_promises_.setImmediate)();
            }
            if (isEndShared)
                await this.#readEnd(reader, size - endSize, endSize);
            return data;
        }
        finally {
            reader.close();
        }
    }
    async #writeBlock(reader, index, data) {
        const block = await this.#blocks.take();
        reader.read(block, index * squashfs_format_BLOCK_SIZE);
        if (ZEROS.equals(block)) {
            data.sparse += squashfs_format_BLOCK_SIZE;
            this.#blocks.release(block);
            return;
        }
        this.#blocks.send(block, squashfs_format_BLOCK_SIZE, ({ position, word }) => {
            if (data.start === 0)
                data.start = position;
            data.words[index] = word;
        });
    }
    async #readEnd(reader, offset, size) {
        this.#fragment ??= await this.#blocks.take();
        reader.read(this.#fragment.subarray(this.#fragmentFilled, this.#fragmentFilled + size), offset);
        this.#fragmentFilled += size;
    }
    #sendFragment() {
        if (this.#fragment === undefined)
            return;
        const index = this.#fragments.push(undefined) - 1;
        this.#blocks.send(this.#fragment, this.#fragmentFilled, (place) => {
            this.#fragments[index] = place;
        });
        this.#fragment = undefined;
        this.#fragmentFilled = 0;
    }
    /** Sends the last shared block. */
    finish() {
        this.#sendFragment();
    }
    /** The entries of the fragment table. To be called when the block writer has finished. */
    encodeFragments() {
        return this.#fragments.map((place) => new FieldWriter(FRAGMENT_SIZE)
            .u64(place?.position ?? 0)
            .u32(place?.word ?? 0, 0)
            .finish());
    }
}
/** The numbers of the blocks of a file below `count` that can contain data, ascending. */
function* blocksWithData(content, count) {
    const extents = content.kind === 'spool' ? content.extents : [{ offset: 0, length: content.size }];
    let next = 0;
    for (const { offset, length } of extents) {
        const end = Math.min(count, Math.ceil((offset + length) / squashfs_format_BLOCK_SIZE));
        for (next = Math.max(next, Math.floor(offset / squashfs_format_BLOCK_SIZE)); next < end; next++)
            yield next;
    }
}
/** True if this part of a file can contain data. */
function hasData(content, offset, length) {
    if (content.kind !== 'spool')
        return true;
    const { extents } = content;
    let low = 0;
    for (let high = extents.length; low < high;) {
        const middle = (low + high) >>> 1;
        const extent = extents[middle];
        if (extent !== undefined && extent.offset + extent.length <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    const first = extents[low];
    return first !== undefined && first.offset < offset + length;
}

;// CONCATENATED MODULE: ./build/formats/squashfs/directory.js

const directory_HEADER_SIZE = 12;
const directory_ENTRY_SIZE = 8;
/** The size of an index entry without its name. */
const INDEX_ENTRY_SIZE = 12;
const MAX_ENTRIES = 256;
/** Inode numbers are stored as signed 16-bit differences from the number in the header. */
const MIN_DIFFERENCE = -0x8000;
const MAX_DIFFERENCE = 0x7fff;
/** The size that the kernel adds for `.` and `..`, which are not stored. */
const DOTS_SIZE = 3;
/** The count has 16 bits. In a larger directory, the kernel searches linearly from the last entry on. */
const MAX_INDEX_ENTRIES = 0xffff;
/** Writes the names of one directory, which must be in byte order, to the directory table. */
function writeListing(table, entries) {
    const { position } = table;
    const index = [];
    let size = 0;
    let lastBlock = position.block;
    for (const group of groupsOf(entries)) {
        const [first] = group;
        const { block } = table.position;
        if (block !== lastBlock && index.length < MAX_INDEX_ENTRIES) {
            index.push({ offset: size, block, name: first.name });
            lastBlock = block;
        }
        const bytes = encodeGroup(group);
        table.append(bytes);
        size += bytes.length;
    }
    return { position, size: size + DOTS_SIZE, index };
}
/**
 * Groups of entries that share a header: their inodes are in one block of metadata, with numbers near each other. A group is
 * not larger than a block, so that the index can name each block.
 */
function groupsOf(entries) {
    const groups = [];
    let size = 0;
    for (const entry of entries) {
        const entrySize = directory_ENTRY_SIZE + entry.name.length;
        const group = groups.at(-1);
        const hasRoom = group !== undefined && group.length < MAX_ENTRIES && size + entrySize <= METADATA_SIZE;
        if (hasRoom && mayJoin(group[0], entry)) {
            group.push(entry);
            size += entrySize;
        }
        else {
            groups.push([entry]);
            size = directory_HEADER_SIZE + entrySize;
        }
    }
    return groups;
}
function mayJoin(first, { inode, inodeNumber }) {
    const difference = inodeNumber - first.inodeNumber;
    return inode.block === first.inode.block && difference >= MIN_DIFFERENCE && difference <= MAX_DIFFERENCE;
}
function encodeGroup(group) {
    const [first] = group;
    const size = group.reduce((sum, { name }) => sum + directory_ENTRY_SIZE + name.length, directory_HEADER_SIZE);
    const writer = new FieldWriter(size).u32(group.length - 1, first.inode.block, first.inodeNumber);
    for (const { name, type, inodeNumber, inode } of group) {
        writer
            .u16(inode.offset)
            .i16(inodeNumber - first.inodeNumber)
            .u16(type, name.length - 1)
            .text(name);
    }
    return writer.finish();
}

;// CONCATENATED MODULE: ./build/formats/squashfs/inode.js


const COMMON_SIZE = 16;
/** The size of a listing has 16 bits in a basic inode. */
const MAX_BASIC_LISTING = 0xffff;
/** An inode other than a directory, in the basic form if possible. `data` has the positions of a file's bytes. */
function encodeNonDirectory(node, references, data) {
    const { inode, links } = node;
    const isExtended = references.xattr !== NO_XATTR;
    const tail = isExtended ? 4 : 0;
    switch (inode.kind) {
        case 'file':
            return encodeFile(node, references, data);
        case 'symlink': {
            const { length } = inode.target;
            const writer = begin(node, references, { isExtended, size: 8 + length + tail }).u32(links, length);
            writer.text(inode.target);
            return end(writer, references);
        }
        case 'fifo':
            return end(begin(node, references, { isExtended, size: 4 + tail }).u32(links), references);
        case 'char-device':
        case 'block-device': {
            const writer = begin(node, references, { isExtended, size: 8 + tail }).u32(links, encodeDevice(inode));
            return end(writer, references);
        }
    }
}
/** The inode of a directory, in the basic form if possible. */
function encodeDirectory(node, references, { position, size, index }, parentNumber) {
    const { block, offset } = position;
    if (references.xattr === NO_XATTR && index.length === 0 && size <= MAX_BASIC_LISTING) {
        return begin(node, references, { isExtended: false, size: 16 })
            .u32(block, node.links)
            .u16(size, offset)
            .u32(parentNumber)
            .finish();
    }
    const indexSize = index.reduce((sum, { name }) => sum + INDEX_ENTRY_SIZE + name.length, 0);
    const writer = begin(node, references, { isExtended: true, size: 24 + indexSize })
        .u32(node.links, size, block, parentNumber)
        .u16(index.length, offset)
        .u32(references.xattr);
    for (const entry of index)
        writer.u32(entry.offset, entry.block, entry.name.length - 1).text(entry.name);
    return writer.finish();
}
const EMPTY = {
    size: 0,
    start: 0,
    words: new Uint32Array(0),
    sparse: 0,
    fragment: NO_FRAGMENT,
    fragmentOffset: 0,
};
function encodeFile(node, references, data = EMPTY) {
    const { size, start, words, sparse, fragment, fragmentOffset } = data;
    const isExtended = references.xattr !== NO_XATTR || node.links > 1 || sparse > 0 || start > MAX_UINT32 || size > MAX_UINT32;
    const writer = begin(node, references, { isExtended, size: (isExtended ? 40 : 16) + 4 * words.length });
    if (isExtended) {
        writer.u64(start, size, sparse).u32(node.links, fragment, fragmentOffset, references.xattr);
    }
    else
        writer.u32(start, fragment, fragmentOffset, size);
    for (const word of words)
        writer.u32(word);
    return writer.finish();
}
/** Begins an inode with the common fields. `size` is that of the other fields. */
function begin({ inode, number }, { uid, gid }, { isExtended, size }) {
    return new FieldWriter(COMMON_SIZE + size)
        .u16(INODE_TYPES[inode.kind] + (isExtended ? EXTENDED : 0), inode.mode, uid, gid)
        .u32(inode.mtime.seconds, number);
}
/** Adds the last field of an extended inode, and returns the encoded inode. */
function end(writer, { xattr }) {
    return (xattr === NO_XATTR ? writer : writer.u32(xattr)).finish();
}
/** linux/kdev_t.h, new_encode_dev. */
function encodeDevice({ major, minor }) {
    return (minor & 0xff) + major * 0x100 + (minor >>> 8) * 0x10_0000;
}

;// CONCATENATED MODULE: ./build/formats/squashfs/metadata.js

const LENGTH_SIZE = 2;
/** Writes a table of metadata: independently compressed blocks of 8 KiB, each after its length. */
class MetadataWriter {
    /** The offsets of the blocks in the table. The last block may be empty. */
    blockStarts = [0];
    #compress;
    #block = Buffer.alloc(METADATA_SIZE);
    #stored = [];
    #filled = 0;
    #size = 0;
    constructor(compress) {
        this.#compress = compress;
    }
    /** The position of the next byte. */
    get position() {
        return { block: this.#size, offset: this.#filled };
    }
    append(bytes) {
        for (let offset = 0; offset < bytes.length;) {
            const part = bytes.subarray(offset, offset + METADATA_SIZE - this.#filled);
            this.#block.set(part, this.#filled);
            this.#filled += part.length;
            offset += part.length;
            if (this.#filled === METADATA_SIZE)
                this.#flush();
        }
    }
    /** The whole table. */
    finish() {
        if (this.#filled > 0)
            this.#flush();
        this.blockStarts.pop();
        return Buffer.concat(this.#stored);
    }
    #flush() {
        const bytes = this.#block.subarray(0, this.#filled);
        const compressed = this.#compress(bytes);
        const length = compressed?.length ?? bytes.length | UNCOMPRESSED_METADATA;
        const header = new FieldWriter(LENGTH_SIZE).u16(length).finish();
        this.#stored.push(Buffer.concat([header, compressed ?? bytes]));
        this.#size += LENGTH_SIZE + (compressed ?? bytes).length;
        this.#filled = 0;
        this.blockStarts.push(this.#size);
    }
}
/**
 * A table of entries of one size: its blocks, and the index with the positions of the blocks, which follows them. The
 * superblock has the position of the index. `start` is the position of the blocks in the image, in bytes.
 */
function encodeLookupTable(entries, start, compress) {
    const writer = new MetadataWriter(compress);
    for (const entry of entries)
        writer.append(entry);
    const blocks = writer.finish();
    const positions = writer.blockStarts.map((position) => start + position);
    return { blocks, index: new FieldWriter(positions.length * 8).u64(...positions).finish() };
}

;// CONCATENATED MODULE: ./build/formats/squashfs/xattr.js




/** squashfs stores the prefix of a name as a number. It defines none for `system.`, the prefix of access control lists. */
const xattr_NAME_PREFIXES = [
    ['user.', 0],
    ['trusted.', 1],
    ['security.', 2],
];
const SET_SIZE = 16;
const TABLE_HEADER_SIZE = 16;
/** The extended attributes of an image. Inodes with the same attributes share a set. */
class XattrTable {
    #compress;
    #attributes;
    #sets = [];
    #numbers = new Map();
    constructor(compress) {
        this.#compress = compress;
        this.#attributes = new MetadataWriter(compress);
    }
    /** Returns the number of the set of these attributes, which must be within the limits of squashfs. */
    add(xattrs) {
        if (xattrs.size === 0)
            return NO_XATTR;
        const sorted = [...xattrs].sort(([a], [b]) => (0,byte_string/* compareByteStrings */.eS)(a, b));
        const bytes = Buffer.concat(sorted.map(([name, value]) => encodeXattr(name, value)));
        const key = (0,byte_string/* byteStringFromBytes */.Pb)(bytes);
        const known = this.#numbers.get(key);
        if (known !== undefined)
            return known;
        const position = inodeReference(this.#attributes.position);
        this.#attributes.append(bytes);
        this.#sets.push(new FieldWriter(SET_SIZE).u64(position).u32(xattrs.size, bytes.length).finish());
        const number = this.#sets.length - 1;
        this.#numbers.set(key, number);
        return number;
    }
    /** The table for the position `start`, and the position of its header for the superblock; undefined if it is empty. */
    encode(start) {
        if (this.#sets.length === 0)
            return undefined;
        const attributes = this.#attributes.finish();
        const { blocks, index } = encodeLookupTable(this.#sets, start + attributes.length, this.#compress);
        const header = new FieldWriter(TABLE_HEADER_SIZE).u64(start).u32(this.#sets.length, 0).finish();
        const bytes = Buffer.concat([attributes, blocks, header, index]);
        return { bytes, header: start + attributes.length + blocks.length };
    }
}
function encodeXattr(name, value) {
    for (const [prefix, type] of xattr_NAME_PREFIXES) {
        if (!name.startsWith(prefix) || name.length === prefix.length)
            continue;
        const rest = name.slice(prefix.length);
        return new FieldWriter(8 + rest.length + value.length)
            .u16(type, rest.length)
            .text(rest)
            .u32(value.length)
            .bytes(value)
            .finish();
    }
    throw new errors/* FledgeError */.aE('internal', `unsupported namespace of the extended attribute ${(0,byte_string/* displayByteString */.oO)(name)}`);
}

;// CONCATENATED MODULE: ./build/formats/squashfs/inode-tables.js









/** The encoder yields to the event loop after this many directories. */
const DIRECTORIES_PER_TURN = 100;
/** The tables of inodes and directories, and the tables that inodes refer to: owners and extended attributes. */
class InodeTables {
    xattrs;
    #compress;
    #nodes;
    #ids = new Map();
    #references = new Map();
    /** @throws FledgeError `format`, with the path, for an owner or group above the maximum number of IDs. */
    constructor(nodes, compress) {
        this.#nodes = nodes;
        this.#compress = compress;
        this.xattrs = new XattrTable(compress);
        for (const node of [...nodes.directories, ...nodes.nonDirectories]) {
            this.#references.set(node, this.#refer(node.path, node.inode));
        }
    }
    /** The entries of the table of owners. */
    encodeIds() {
        return Array.from(this.#ids.keys(), (id) => new FieldWriter(4).u32(id).finish());
    }
    /** Both tables, and the position of the root's inode in the first. `data` has the positions of the files' contents. */
    async encode(data) {
        const inodes = new MetadataWriter(this.#compress);
        const listings = new MetadataWriter(this.#compress);
        const positions = new Map();
        const append = (node, bytes) => {
            const { position } = inodes;
            inodes.append(bytes);
            positions.set(node, position);
            return position;
        };
        const appendNonDirectory = (node) => append(node, encodeNonDirectory(node, this.#referencesOf(node), data.get(node)));
        const { directories, nonDirectories } = this.#nodes;
        // A directory contains positions of inodes, so its entries are written before it, and the root is the last.
        let root = { block: 0, offset: 0 };
        let turn = 0;
        for (const directory of directories.toReversed()) {
            const entries = directory.children.map(({ name, node }) => {
                const inode = positions.get(node) ?? (isNonDirectory(node) ? appendNonDirectory(node) : undefined);
                if (inode === undefined)
                    throw outOfOrder(node);
                return { name, type: INODE_TYPES[node.inode.kind], inodeNumber: node.number, inode };
            });
            const listing = writeListing(listings, entries);
            // The parent of the root is an unused inode number, as in mksquashfs.
            const parent = directory.parent?.number ?? directories.length + nonDirectories.length + 1;
            root = append(directory, encodeDirectory(directory, this.#referencesOf(directory), listing, parent));
            turn += 1;
            if (turn % DIRECTORIES_PER_TURN === 0)
                await (0,external_node_timers_promises_.setImmediate)();
        }
        return { inodes: inodes.finish(), directories: listings.finish(), root };
    }
    #refer(path, { uid, gid, xattrs }) {
        return { uid: this.#idOf(path, uid), gid: this.#idOf(path, gid), xattr: this.xattrs.add(xattrs) };
    }
    #idOf(path, id) {
        const known = this.#ids.get(id);
        if (known !== undefined)
            return known;
        if (this.#ids.size === MAX_IDS) {
            throw (0,entry_limits/* doesNotFit */.gx)(path, 'squashfs', `its owner ${id} exceeds the limit of ${MAX_IDS} different owners`);
        }
        this.#ids.set(id, this.#ids.size);
        return this.#ids.size - 1;
    }
    #referencesOf(node) {
        const references = this.#references.get(node);
        if (references === undefined)
            throw outOfOrder(node);
        return references;
    }
}
function isNonDirectory(node) {
    return node.inode.kind !== 'directory';
}
function outOfOrder({ path }) {
    return new errors/* FledgeError */.aE('internal', `/${(0,byte_string/* displayByteString */.oO)(path)} is before its entries in the inode table`);
}

;// CONCATENATED MODULE: ./build/formats/squashfs/nodes.js



/**
 * The inodes of entries in the byte order of their paths.
 *
 * @throws FledgeError `format`, with the path, for an entry outside of the limits of squashfs.
 */
function nodesOf(entries) {
    const directories = new Map();
    const nonDirectories = new Map();
    for (const entry of entries) {
        const { path, name, inode } = entry;
        const parent = path === '' ? undefined : directories.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
        if (parent === undefined && path !== '')
            throw new errors/* FledgeError */.aE('internal', `${path} is before its directory in the tree`);
        const number = directories.size + nonDirectories.size + 1;
        if (inode.kind === 'directory') {
            (0,entry_limits/* requireEntryFits */.IB)(entry, 1, SQUASHFS_LIMITS);
            const node = { path, inode, number, links: 2, parent, children: [] };
            directories.set(path, node);
            if (parent === undefined)
                continue;
            parent.links += 1;
            parent.children.push({ name, node });
        }
        else {
            const node = nonDirectories.get(inode) ?? { path, inode, number, links: 0 };
            nonDirectories.set(inode, node);
            node.links += 1;
            (0,entry_limits/* requireEntryFits */.IB)(entry, node.links, SQUASHFS_LIMITS);
            parent?.children.push({ name, node });
        }
    }
    return { directories: [...directories.values()], nonDirectories: [...nonDirectories.values()] };
}

;// CONCATENATED MODULE: ./build/formats/squashfs/write.js










/** The image is padded, because disks have whole sectors, and loop devices whole pages. */
const PADDING = 4096;
/**
 * Writes the entries, in the byte order of their paths, as a squashfs 4.0 image compressed with zstd, and returns its size
 * in bytes. Equal files are stored once, and holes are not stored. The output depends only on the entries and the options
 * except `workers`.
 *
 * @throws FledgeError `format`, with the path, for an entry that squashfs cannot hold (a time outside of 1970 to 2106, an
 *   access control list, more than 65,535 owners); `input` for a host file that cannot be read or has changed; otherwise as
 *   the target does.
 */
async function writeSquashfs(entries, target, { level, workers, epoch }) {
    const nodes = nodesOf(entries);
    const options = encodeCompressorOptions(level);
    const module = loadZstd();
    const blocks = new block_writer_BlockWriter(target, { module, level, workers, start: format_SUPERBLOCK_SIZE + options.length });
    try {
        // The tables are created first, so that entries that do not fit are found before the compression.
        const compress = compressorOf(module, level);
        const tables = new InodeTables(nodes, compress);
        const files = new FileDataWriter(blocks, new content_reader/* ContentOpener */.n());
        const data = await writeFiles(nodes, files);
        const sections = new Sections(await blocks.finish());
        const { inodes, directories, root } = await tables.encode(data);
        const inodeTable = sections.append(inodes);
        const directoryTable = sections.append(directories);
        const fragmentEntries = files.encodeFragments();
        const fragmentTable = sections.appendLookupTable(encodeLookupTable(fragmentEntries, sections.end, compress));
        const idEntries = tables.encodeIds();
        const idTable = sections.appendLookupTable(encodeLookupTable(idEntries, sections.end, compress));
        const xattrs = tables.xattrs.encode(sections.end);
        if (xattrs !== undefined)
            sections.append(xattrs.bytes);
        const size = sections.end;
        const paddedSize = Math.ceil(size / PADDING) * PADDING;
        sections.append(Buffer.alloc(paddedSize - size));
        target.writeAt(sections.bytes(), sections.start);
        const superblock = format_encodeSuperblock({
            inodeCount: nodes.directories.length + nodes.nonDirectories.length,
            time: epoch,
            fragmentCount: fragmentEntries.length,
            idCount: idEntries.length,
            root,
            size,
            inodeTable,
            directoryTable,
            fragmentTable: fragmentEntries.length === 0 ? undefined : fragmentTable,
            idTable,
            xattrTable: xattrs?.header,
        });
        target.writeAt(Buffer.concat([superblock, options]), 0);
        return { size: paddedSize };
    }
    finally {
        await blocks.close();
    }
}
/** The tables after the data blocks, in the order of the image. Positions are in bytes from the beginning of the image. */
class Sections {
    start;
    #parts = [];
    #end;
    constructor(start) {
        this.start = start;
        this.#end = start;
    }
    /** The position of the next section. */
    get end() {
        return this.#end;
    }
    /** Adds a section and returns its position. */
    append(bytes) {
        const position = this.#end;
        this.#parts.push(bytes);
        this.#end += bytes.length;
        return position;
    }
    /** Adds the blocks of a table and their index, and returns the position of the index, by which the table is found. */
    appendLookupTable({ blocks, index }) {
        this.append(blocks);
        return this.append(index);
    }
    bytes() {
        return Buffer.concat(this.#parts);
    }
}
/** Writes the contents of all files; of equal files only the first. */
async function writeFiles({ nonDirectories }, writer) {
    const contents = nonDirectories.flatMap(({ inode }) => (inode.kind === 'file' ? [inode.content] : []));
    const duplicates = await findDuplicates(contents);
    const written = new Map();
    const data = new Map();
    for (const node of nonDirectories) {
        if (node.inode.kind !== 'file' || node.inode.content.size === 0)
            continue;
        const content = duplicates.get(node.inode.content) ?? node.inode.content;
        const place = written.get(content) ?? (await writer.write(content));
        written.set(content, place);
        data.set(node, place);
    }
    writer.finish();
    return data;
}

;// CONCATENATED MODULE: ./build/recipe/filesystems/squashfs.js





/** Writes a tree as a squashfs image. */
async function buildSquashfs(job) {
    const { artifact, config, image, mtime, sources, tree, workers } = job;
    const { compressionLevel: level } = config.filesystem;
    const options = { level, workers, epoch: mtime.seconds };
    const output = image.inAnyOrder();
    const { size } = await writeSquashfs(tree.entries(), output, options);
    sources.reporter.info(`${artifact.name}: ${(0,units/* formatBytes */.z3)(size)}, compressed with zstd at level ${level}`);
    await output.finish();
    return { ok: true };
}
/** squashfs: fledge writes the image; unsquashfs checks it. */
const squashfs = {
    make: buildSquashfs,
    limits: SQUASHFS_LIMITS,
    check: IMAGE_CHECKS.squashfs,
    requiredTools: [],
    optionalTools: [table/* squashfsTools */.qh],
};

;// CONCATENATED MODULE: ./build/formats/xfs/acl.js
/** The version of the encoding of ACLs as extended attributes (linux/posix_acl_xattr.h). */
const acl_XATTR_VERSION = 2;
const acl_HEADER_SIZE = 4;
const acl_XATTR_ENTRY_SIZE = 8;
/** struct xfs_acl_entry: tag, id, permissions, padding. */
const DISK_ENTRY_SIZE = 12;
/** The attributes in which XFS stores access control lists (fs/xfs/libxfs/xfs_format.h). */
const NAMES = new Map([
    ['system.posix_acl_access', 'trusted.SGI_ACL_FILE'],
    ['system.posix_acl_default', 'trusted.SGI_ACL_DEFAULT'],
]);
/** The extended attributes of an inode as XFS stores them: access control lists are converted. */
function xfsXattrs({ xattrs }) {
    if (![...xattrs.keys()].some((name) => NAMES.has(name)))
        return xattrs;
    const result = new Map();
    for (const [name, value] of xattrs) {
        const stored = NAMES.get(name);
        if (stored === undefined)
            result.set(name, value);
        else
            result.set(stored, encodeXfsAcl(value) ?? value);
    }
    return result;
}
/** Converts an ACL from an extended attribute to struct xfs_acl (big-endian). Undefined if `value` is not an ACL. */
function encodeXfsAcl(value) {
    const source = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    const count = (source.length - acl_HEADER_SIZE) / acl_XATTR_ENTRY_SIZE;
    if (!Number.isInteger(count) || count < 1 || source.readUInt32LE(0) !== acl_XATTR_VERSION)
        return undefined;
    const target = Buffer.alloc(acl_HEADER_SIZE + count * DISK_ENTRY_SIZE);
    target.writeUInt32BE(count, 0);
    for (let index = 0; index < count; index++) {
        const from = acl_HEADER_SIZE + index * acl_XATTR_ENTRY_SIZE;
        const to = acl_HEADER_SIZE + index * DISK_ENTRY_SIZE;
        target.writeUInt32BE(source.readUInt16LE(from), to);
        target.writeUInt32BE(source.readUInt32LE(from + 4), to + 4);
        target.writeUInt16BE(source.readUInt16LE(from + 2), to + 8);
    }
    return target;
}

;// CONCATENATED MODULE: ./build/formats/xfs/format.js

/** The geometry of XFS images, for `mkfsXfsArguments`. All sizes are in bytes. */
const XFS_GEOMETRY = {
    blockSize: 4096,
    inodeSize: 512,
    /** The smallest log that mkfs.xfs accepts. */
    logSize: 64 * units/* MEBIBYTE */.gJ,
    /** The default of mkfs.xfs for all but very small and very large images; the kernel writes to them in parallel. */
    allocationGroups: 4,
};
/** The smallest image that mkfs.xfs accepts, in bytes. */
const MIN_IMAGE_SIZE = 300 * units/* MEBIBYTE */.gJ;

;// CONCATENATED MODULE: ./build/formats/xfs/limits.js

/** The limits of XFS images that mkfs.xfs fills from a directory. */
const XFS_LIMITS = {
    filesystem: 'xfs',
    // XFS_SYMLINK_MAXLEN
    maxTargetBytes: 1024,
    maxFileBytes: 2 ** 53 - 1,
    maxLinks: 2 ** 31 - 1,
    // `bigtime`: nanoseconds in 64 bits, since 1901.
    minSeconds: -(2 ** 31),
    maxSeconds: 16_299_260_424,
    // mkfs.xfs encodes device numbers as IRIX did: 9 bits and 18 bits.
    maxMajor: 2 ** 9 - 1,
    maxMinor: 2 ** 18 - 1,
    maxXattrValueBytes: linux_limits/* MAX_XATTR_VALUE_BYTES */.be,
    hasAcls: true,
};

;// CONCATENATED MODULE: ./build/formats/xfs/size.js


/** The block size in bytes. All other sizes in this file are in blocks. */
const XFS_BLOCK = XFS_GEOMETRY.blockSize;
const MIN_BLOCKS = MIN_IMAGE_SIZE / XFS_BLOCK;
const LOG_BLOCKS = XFS_GEOMETRY.logSize / XFS_BLOCK;
/** Headers and empty trees of the allocation groups. */
const FIXED_BLOCKS = 16 * XFS_GEOMETRY.allocationGroups;
const size_INODE_SIZE = XFS_GEOMETRY.inodeSize;
/** The number of inodes per chunk. */
const size_CHUNK = 64;
/** The space in an inode after its core: for symbolic links, small directories, extent lists, extended attributes. */
const LITERAL_BYTES = size_INODE_SIZE - 176;
const EXTENTS_IN_INODE = LITERAL_BYTES / 16;
/** The approximate number of records per block of a tree that was filled in order. */
const EXTENTS_PER_BLOCK = 120;
/**
 * The kernel reserves a twentieth of the file system, 32 MiB at most, for the case that it is full (xfs_mount.c), and the
 * maximum size of trees that may grow (shared extents, free inodes): 0.7 % of all blocks.
 */
const MAX_RESERVE = 8192;
const RESERVE_PART = 20;
const TREE_RESERVE = 0.007;
const TREE_RESERVE_FIXED = 64;
/** The number of blocks that users can write to in a mounted image with `total` blocks, of which `free` are free. */
function usableBlocks(total, free) {
    return free - reservedBlocks(total);
}
/** The minimum size of an image with `used` blocks in use, without log and headers, and `usable` blocks for users. */
function totalBlocks(used, usable) {
    const wanted = used + usable + LOG_BLOCKS + FIXED_BLOCKS + TREE_RESERVE_FIXED;
    const small = Math.ceil(wanted / (1 - TREE_RESERVE - 1 / RESERVE_PART));
    const total = small / RESERVE_PART <= MAX_RESERVE ? small : Math.ceil((wanted + MAX_RESERVE) / (1 - TREE_RESERVE));
    return Math.max(MIN_BLOCKS, total);
}
function reservedBlocks(total) {
    return Math.min(MAX_RESERVE, Math.floor(total / RESERVE_PART)) + Math.ceil(total * TREE_RESERVE) + TREE_RESERVE_FIXED;
}
/** Estimates the number of blocks for the entries of a tree. The caller corrects it with the result of mkfs.xfs. */
function estimateBlocks(entries) {
    const seen = new Set();
    const namesByDirectory = new Map();
    let blocks = 0;
    for (const { path, inode } of entries) {
        if (path !== '')
            addName(namesByDirectory, path);
        if (seen.has(inode))
            continue;
        seen.add(inode);
        blocks += contentBlocks(inode) + xattrBlocks(inode.xattrs);
    }
    for (const names of namesByDirectory.values())
        blocks += directoryBlocks(names);
    // One additional chunk for each allocation group.
    const chunks = Math.ceil(seen.size / size_CHUNK) + XFS_GEOMETRY.allocationGroups;
    return blocks + (chunks * size_CHUNK * size_INODE_SIZE) / XFS_BLOCK;
}
function addName(directories, path) {
    const slash = path.lastIndexOf('/');
    const parent = path.slice(0, Math.max(0, slash));
    const names = directories.get(parent) ?? { count: 0, bytes: 0 };
    names.count += 1;
    names.bytes += path.length - slash - 1;
    directories.set(parent, names);
}
function contentBlocks(inode) {
    if (inode.kind === 'symlink')
        return inode.target.length > LITERAL_BYTES ? 1 : 0;
    if (inode.kind !== 'file')
        return 0;
    const extents = dataExtents(inode.content) ?? [[0, inode.content.size]];
    const data = extents.reduce((sum, [begin, end]) => sum + Math.ceil((end - begin) / XFS_BLOCK), 0);
    return data + (extents.length > EXTENTS_IN_INODE ? Math.ceil(extents.length / EXTENTS_PER_BLOCK) + 1 : 0);
}
/** Names and short values are in blocks of a tree; long values are in separate blocks, each with a header. */
function xattrBlocks(xattrs) {
    let bytes = 0;
    let blocks = 0;
    for (const [name, value] of xattrs) {
        bytes += name.length + 16;
        if (value.length < XFS_BLOCK / 2)
            bytes += value.length;
        else
            blocks += Math.ceil(value.length / (XFS_BLOCK - 56));
    }
    return blocks + (bytes > 100 ? Math.ceil(bytes / (XFS_BLOCK * 0.7)) : 0);
}
/** Entries of 12 bytes and the name, rounded up to eight bytes; a hash of eight bytes for each; free space tables. */
function directoryBlocks({ count, bytes }) {
    if (bytes + count * 8 + 6 <= LITERAL_BYTES)
        return 0;
    const data = Math.ceil((bytes + count * 16) / (XFS_BLOCK - 64));
    return data === 1 ? 1 : data + Math.ceil((count * 8) / (XFS_BLOCK * 0.5)) + 1;
}

;// CONCATENATED MODULE: ./build/formats/xfs/superblock.js


/** "XFSB" */
const xfs_superblock_MAGIC = 0x5846_5342;
const TOTAL_BLOCKS_AT = 8;
const FREE_BLOCKS_AT = 144;
/**
 * Reads the number of total and free blocks of an XFS image (struct xfs_dsb).
 *
 * @throws FledgeError `tool` if the image is not an XFS file system.
 */
function readXfsUse(image) {
    const superblock = Buffer.alloc(512);
    const descriptor = (0,external_node_fs_.openSync)(image, 'r');
    try {
        (0,external_node_fs_.readSync)(descriptor, superblock, 0, superblock.length, 0);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
    if (superblock.readUInt32BE(0) !== xfs_superblock_MAGIC)
        throw new errors/* FledgeError */.aE('tool', 'cannot read the image from mkfs.xfs: it is not an XFS file system');
    return {
        totalBlocks: Number(superblock.readBigUInt64BE(TOTAL_BLOCKS_AT)),
        freeBlocks: Number(superblock.readBigUInt64BE(FREE_BLOCKS_AT)),
    };
}

;// CONCATENATED MODULE: ./build/tools/xfsprogs.js


/** The first versions with these features, which must be disabled. */
const FIRST_WITH_LARGE_EXTENT_COUNTS = [5, 19];
const FIRST_WITH_PARENT_POINTERS = [6, 10];
const FIRST_WITH_METADATA_DIRECTORY = [6, 13];
const FIRST_WITH_AUTOMATIC_CHECKS = [7, 0];
/**
 * The arguments of mkfs.xfs (mkfs.xfs(8)). They set everything that would otherwise depend on the machine, and use only
 * features that Linux 5.10 supports; times reach until 2486.
 */
function mkfsXfsArguments({ version }, options) {
    const { image, size, uuid, geometry, directory } = options;
    const since = (first, ...settings) => ((0,tools_version/* isAtLeast */.du)(version, first) ? settings : []);
    const metadata = [
        ...[`uuid=${uuid}`, 'crc=1', 'finobt=1', 'rmapbt=0', 'reflink=1', 'bigtime=1', 'inobtcount=0'],
        ...since(FIRST_WITH_METADATA_DIRECTORY, 'metadir=0'),
        ...since(FIRST_WITH_AUTOMATIC_CHECKS, 'autofsck=0'),
    ];
    const inodes = [
        ...[`size=${geometry.inodeSize}`, 'sparse=1'],
        ...since(FIRST_WITH_LARGE_EXTENT_COUNTS, 'nrext64=0'),
        ...since(FIRST_WITH_PARENT_POINTERS, 'exchange=0'),
    ];
    const names = [`size=${geometry.blockSize}`, ...since(FIRST_WITH_PARENT_POINTERS, 'parent=0')];
    return [
        ...['-q', '-f', '-K'],
        ...['-b', `size=${geometry.blockSize}`, '-s', 'size=512'],
        ...['-m', metadata.join(','), '-i', inodes.join(','), '-n', names.join(',')],
        ...['-d', `agcount=${geometry.allocationGroups},size=${size}`],
        ...['-l', `internal=1,version=2,size=${geometry.logSize}`],
        ...(directory === undefined ? [] : ['-p', (0,tools_arguments/* operandName */.lY)(directory)]),
        (0,tools_arguments/* operandPath */.x8)(image),
    ];
}

;// CONCATENATED MODULE: ./build/recipe/filesystems/xfs.js




















/** One correction of the estimate is enough; reaching this number is a defect. */
const MAX_ATTEMPTS = 4;
/** The permitted surplus of free space: 2 % of the image plus 8 MiB. */
const SLACK_PART = 0.02;
const SLACK_BLOCKS = (8 * units/* MEBIBYTE */.gJ) / XFS_BLOCK;
/** Only cp runs with the preloaded library that shows the tree; mount and umount must see the real file system. */
const COPY_SCRIPT = `preload=$LD_PRELOAD
unset LD_PRELOAD
mount -t xfs -o loop,noatime -- "$1" "$2"
LD_PRELOAD=$preload cp --archive --no-target-directory -- "$3" "$2"
umount -- "$2"`;
/**
 * Writes a tree as an XFS image with mkfs.xfs.
 *
 * @throws FledgeError `tool` if this machine cannot make xfs images, `format` for an entry that XFS cannot hold.
 */
async function buildXfs(job) {
    const { image, sources } = job;
    const mkfs = await requireMkfsXfs(sources.signal);
    const identity = identifyTree(job, XFS_LIMITS);
    const output = image.inAnyOrder();
    const fill = await fillerOf(job, mkfs, { identity, image: output.path });
    await fillToSize(job, fill, output.path);
    await output.finish();
    sources.reporter.debug(`made with xfsprogs ${(0,tools_version/* formatVersion */.qh)(mkfs.version)}`);
    if (mkfs.fillsImages)
        return { ok: true };
    const reason = `xfsprogs ${(0,tools_version/* formatVersion */.qh)(mkfs.version)} cannot fill an image from a directory, so the kernel has filled it, with block positions and times that differ each time; install xfsprogs 6.19 or later`;
    return { ok: false, reason };
}
/**
 * Finds the mkfs.xfs of this machine. Root can use an older one, which needs a mount.
 *
 * @throws FledgeError `tool` as `requireMkfs` does.
 */
async function requireMkfsXfs(signal) {
    const finding = await (0,find/* findTool */.SG)(table/* xfsprogs */.PX, signal);
    const { state } = finding;
    if (state === 'too-old' && process.geteuid?.() === 0) {
        return { path: finding.path, version: finding.version, fillsImages: false };
    }
    return { ...(await requireMkfs(table/* xfsprogs */.PX, 'an xfs image', signal)), fillsImages: true };
}
async function fillerOf(job, mkfs, { identity, image }) {
    const options = { limits: XFS_LIMITS, ...(mkfs.fillsImages && { xattrs: xfsXattrs }) };
    const directory = await writeTreeDirectory(job, identity, options);
    return async (blocks) => {
        const size = blocks * XFS_BLOCK;
        job.image.requireSize(size);
        (0,external_node_fs_.truncateSync)(image, 0);
        (0,external_node_fs_.truncateSync)(image, size);
        const made = { image, size, uuid: uuidTextOf(identity), geometry: XFS_GEOMETRY };
        if (mkfs.fillsImages) {
            const args = mkfsXfsArguments(mkfs, { ...made, directory: directory.name });
            await directory.run(mkfs.path, args, {
                SOURCE_DATE_EPOCH: String(job.mtime.seconds),
                DETERMINISTIC_SEED: '1',
            });
            return;
        }
        const env = (0,environment/* environmentFor */.DD)('mkfs', {});
        await (0,exec/* run */.eF)(mkfs.path, mkfsXfsArguments(mkfs, made), { env, signal: job.sources.signal });
        await copyIntoImage(job, directory, image);
    };
}
/**
 * Copies the tree into an empty image that the kernel mounts, as root. The mount is in a separate mount namespace, so that
 * the kernel removes it and the loop device when the copy ends, also after an error.
 */
async function copyIntoImage({ scratchDirectory, sources }, directory, image) {
    const mountPoint = (0,external_node_path_.join)(scratchDirectory, 'mount');
    (0,external_node_fs_.mkdirSync)(mountPoint, { recursive: true, mode: 0o700 });
    const script = ['sh', '-ec', COPY_SCRIPT, 'sh', image, mountPoint, directory.name];
    try {
        await directory.run('unshare', ['--mount', ...script]);
    }
    catch (error) {
        if (sources.signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        const message = `cannot fill the xfs image by mounting it: ${error.message}`;
        throw new errors/* FledgeError */.aE('tool', message, { cause: error, ...fixByContainer() });
    }
}
/** Makes the image as large as needed for the free space of the config, with little surplus, and reports its size. */
async function fillToSize({ artifact, freeMb, sources, tree }, fill, path) {
    const wanted = (freeMb * units/* MEBIBYTE */.gJ) / XFS_BLOCK;
    let blocks = totalBlocks(estimateBlocks(tree.entries()), wanted);
    for (let attempt = 1;; attempt++) {
        await fill(blocks);
        const use = readXfsUse(path);
        const usable = usableBlocks(use.totalBlocks, use.freeBlocks);
        const tooMuch = usable > wanted + blocks * SLACK_PART + SLACK_BLOCKS && blocks > MIN_BLOCKS;
        if (usable >= wanted && !tooMuch) {
            const free = (0,units/* formatBytes */.z3)(usable * XFS_BLOCK);
            sources.reporter.info(`${artifact.name}: ${(0,units/* formatBytes */.z3)(blocks * XFS_BLOCK)}, ${free} of it free`);
            return;
        }
        if (attempt === MAX_ATTEMPTS) {
            throw new errors/* FledgeError */.aE('internal', `cannot find a size for the xfs image in ${MAX_ATTEMPTS} attempts`);
        }
        const used = use.totalBlocks - use.freeBlocks - LOG_BLOCKS;
        blocks = totalBlocks(used, wanted);
    }
}
/** xfs: mkfs.xfs makes the image from a directory that a compiled library shows to it; xfs_repair checks it. */
const xfs = {
    make: buildXfs,
    limits: XFS_LIMITS,
    check: IMAGE_CHECKS.xfs,
    requiredTools: [table/* xfsprogs */.PX, table/* hostCompiler */.y9],
    optionalTools: [],
    async requireTools(signal) {
        await requireMkfsXfs(signal);
        await findTreeViewCompiler();
    },
};

;// CONCATENATED MODULE: ./build/recipe/filesystems/table.js




/**
 * The file systems that fledge can make. The part that does not need writers and tools (names of types, suffixes, which
 * keys have an effect) is in config/filesystems.ts, because the config and the names of files depend on it.
 */
const FILESYSTEMS = { ext4: ext4, xfs: xfs, btrfs: btrfs, squashfs: squashfs };

;// CONCATENATED MODULE: ./build/recipe/free-space.js


/** The smallest free space for `size_buffer_mb = "auto"`, in MiB. */
const MIN_AUTO_MB = 64;
/** The free space of an image, in MiB: that of the config; or, for `auto`, a quarter of the content without holes. */
function freeSpaceMb({ sizeBufferMb }, tree) {
    if (sizeBufferMb !== 'auto')
        return sizeBufferMb;
    return Math.max(MIN_AUTO_MB, Math.ceil((0,measure/* measureTree */.J)(tree).stored / 4 / units/* MEBIBYTE */.gJ));
}

// EXTERNAL MODULE: ./build/recipe/image-layers.js
var image_layers = __webpack_require__(31029);
;// CONCATENATED MODULE: ./build/formats/image-file.js

/** In bytes; large enough that the cost of a system call per buffer is negligible. */
const image_file_BUFFER_SIZE = 1024 * 1024;
/** The number of bytes written between two calls of `startSync`. */
const SYNC_BYTES = 32 * 1024 * 1024;
/** Shorter holes are written as zeros: a file with too many holes is slow to read. */
const MIN_HOLE = 64 * 1024;
/**
 * Combines the bytes of an image into large writes. `holes: 'fill'` writes holes as zeros, so that all space of the file is
 * allocated on the disk; the bytes are the same. `flush` writes the rest of the buffer.
 */
function imageFileSink(file, options) {
    const buffer = Buffer.allocUnsafeSlow(image_file_BUFFER_SIZE);
    let filled = 0;
    let unsynced = 0;
    const flush = () => {
        if (filled > 0)
            file.write(buffer.subarray(0, filled));
        unsynced += filled;
        filled = 0;
        if (options.sync !== true || unsynced < SYNC_BYTES)
            return;
        unsynced = 0;
        file.startSync();
    };
    const commit = (length) => {
        filled += length;
        if (filled < image_file_BUFFER_SIZE)
            return undefined;
        flush();
        // The only point in a long write at which signals and timers are handled.
        return (0,external_node_timers_promises_.setImmediate)();
    };
    return {
        reserve: () => buffer.subarray(filled),
        commit,
        async hole(length) {
            if (options.holes === 'keep' && length >= MIN_HOLE) {
                flush();
                file.hole(length);
                return;
            }
            for (let left = length; left > 0;) {
                const part = Math.min(left, image_file_BUFFER_SIZE - filled);
                buffer.fill(0, filled, filled + part);
                await commit(part);
                left -= part;
            }
        },
        flush,
    };
}

// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: ./build/support/files/output-set.js + 2 modules
var output_set = __webpack_require__(51072);
;// CONCATENATED MODULE: ./build/recipe/output-space.js


/**
 * Checks that the disk has space for an image in its directory, and for `others`, before the image is written. `bytes` is
 * the minimum size of the image on the disk: the holes of a sparse image do not count.
 *
 * @throws FledgeError `output` with the missing space.
 */
function requireOutputSpace({ artifact }, bytes, others = []) {
    (0,disk_space/* requireSpace */.MK)([...others, (0,output_set/* outputNeed */.F)(artifact.directory, bytes, `the image ${artifact.name}`)]);
}

;// CONCATENATED MODULE: ./build/recipe/image-output.js



/** Writes the image as the artifact. */
function rawOutput(job) {
    const { artifact, config, verify } = job;
    const { preallocate, type } = config.filesystem;
    const holes = preallocate && filesystems/* FILESYSTEM_TRAITS */.gW[type].isWritable ? 'fill' : 'keep';
    return {
        checkedPath: artifact.scratchPath,
        requireSpace: (_order, bytes, others) => requireOutputSpace(job, bytes, others),
        requireSize: (bytes) => artifact.requireSize(bytes),
        async writeInOrder(write) {
            const output = artifact.inOrder();
            const sink = imageFileSink(output, { holes, sync: verify !== 'none' });
            await write(sink, undefined);
            sink.flush();
            output.complete();
        },
        inAnyOrder() {
            const output = artifact.inAnyOrder();
            return { ...output, finish: () => output.finish({ holes }) };
        },
    };
}

// EXTERNAL MODULE: ./build/recipe/image-source.js + 5 modules
var image_source = __webpack_require__(81863);
// EXTERNAL MODULE: ./build/recipe/job.js
var recipe_job = __webpack_require__(22936);
// EXTERNAL MODULE: ./build/recipe/kept-entries.js
var kept_entries = __webpack_require__(98710);
// EXTERNAL MODULE: ./build/recipe/map-files.js
var map_files = __webpack_require__(20051);
// EXTERNAL MODULE: ./build/formats/qcow2/format.js
var format = __webpack_require__(47021);
;// CONCATENATED MODULE: ./build/formats/qcow2/cluster-map.js

/** The places of the disk's clusters: the L1 and L2 tables. Clusters without a place are zeros. */
class ClusterMap {
    #writeCluster;
    #tablePositions = new Map();
    #table = Buffer.alloc(format/* CLUSTER_SIZE */.zc);
    #tableIndex;
    /** `writeCluster` adds a cluster to the file and returns its position. It must copy the bytes. */
    constructor(writeCluster) {
        this.#writeCluster = writeCluster;
    }
    /** Sets the place of the disk's cluster of this number. Call it in ascending order: only one L2 table is in memory. */
    set(cluster, place) {
        const tableIndex = Math.floor(cluster / format/* ENTRIES_PER_CLUSTER */.e1);
        if (tableIndex !== this.#tableIndex)
            this.#flush();
        this.#tableIndex = tableIndex;
        const index = cluster % format/* ENTRIES_PER_CLUSTER */.e1;
        if (place.compressedLength === undefined)
            (0,format/* writeClusterEntry */.oc)(this.#table, index, place.position);
        else
            (0,format/* writeCompressedEntry */.bk)(this.#table, index, place.position, place.compressedLength);
    }
    /** Writes the last L2 table, and returns the L1 table of a disk of this size in bytes, as whole clusters. */
    finish(size) {
        this.#flush();
        const length = Math.ceil(size / (format/* CLUSTER_SIZE */.zc * format/* ENTRIES_PER_CLUSTER */.e1));
        const table = Buffer.alloc(Math.ceil((length * format/* ENTRY_SIZE */.RY) / format/* CLUSTER_SIZE */.zc) * format/* CLUSTER_SIZE */.zc);
        for (const [index, position] of this.#tablePositions)
            (0,format/* writeClusterEntry */.oc)(table, index, position);
        return { table, length };
    }
    #flush() {
        if (this.#tableIndex === undefined)
            return;
        this.#tablePositions.set(this.#tableIndex, this.#writeCluster(this.#table));
        this.#table.fill(0);
    }
}

;// CONCATENATED MODULE: ./build/formats/qcow2/host-clusters.js

const REFCOUNTS_PER_BLOCK = format/* CLUSTER_SIZE */.zc / format/* REFCOUNT_SIZE */.xF;
/** The clusters of the file, and the number of references to each. Positions are in bytes. */
class HostClusters {
    /** The blocks of refcounts, as they are in the file: 64 KiB for each 2 GiB. */
    #blocks = [];
    #end = 0;
    /** The first byte after the compressed clusters; the rest of its cluster is for further ones. */
    #compressedEnd = 0;
    /** Adds a cluster at the end of the file, with one reference, and returns its position. */
    addCluster() {
        const position = this.#end;
        this.#end += format/* CLUSTER_SIZE */.zc;
        this.#addReference(position);
        return position;
    }
    /** Finds space for a compressed cluster of `length` bytes, and returns its position. */
    addCompressed(length) {
        const clusterEnd = Math.ceil(this.#compressedEnd / format/* CLUSTER_SIZE */.zc) * format/* CLUSTER_SIZE */.zc;
        const fits = clusterEnd === this.#end || this.#compressedEnd + length <= clusterEnd;
        const position = fits ? this.#compressedEnd : this.#end;
        const end = position + length;
        for (let at = position - (position % format/* CLUSTER_SIZE */.zc); at < end; at += format/* CLUSTER_SIZE */.zc)
            this.#addReference(at);
        this.#compressedEnd = end;
        this.#end = Math.max(this.#end, Math.ceil(end / format/* CLUSTER_SIZE */.zc) * format/* CLUSTER_SIZE */.zc);
        return position;
    }
    /** Adds the refcount table and its blocks, which count themselves. Nothing can be added after that. */
    addRefcounts() {
        const before = this.#end / format/* CLUSTER_SIZE */.zc;
        let blocks = 0;
        let tableClusters = 0;
        for (;;) {
            const neededBlocks = Math.ceil((before + blocks + tableClusters) / REFCOUNTS_PER_BLOCK);
            const neededClusters = Math.ceil((neededBlocks * format/* ENTRY_SIZE */.RY) / format/* CLUSTER_SIZE */.zc);
            if (neededBlocks === blocks && neededClusters === tableClusters)
                break;
            blocks = neededBlocks;
            tableClusters = neededClusters;
        }
        const position = this.#end;
        for (let count = 0; count < tableClusters + blocks; count++)
            this.addCluster();
        const table = Buffer.alloc(tableClusters * format/* CLUSTER_SIZE */.zc);
        for (let index = 0; index < blocks; index++) {
            (0,format/* writeNumber */.zv)(table, position + (tableClusters + index) * format/* CLUSTER_SIZE */.zc, index * format/* ENTRY_SIZE */.RY);
        }
        return { position, table, blocks: this.#blocks };
    }
    #addReference(position) {
        const cluster = position / format/* CLUSTER_SIZE */.zc;
        const index = Math.floor(cluster / REFCOUNTS_PER_BLOCK);
        let block = this.#blocks[index];
        if (block === undefined) {
            block = Buffer.alloc(format/* CLUSTER_SIZE */.zc);
            this.#blocks.push(block);
        }
        const offset = (cluster % REFCOUNTS_PER_BLOCK) * format/* REFCOUNT_SIZE */.xF;
        block.writeUInt16BE(block.readUInt16BE(offset) + 1, offset);
    }
}

;// CONCATENATED MODULE: ./build/formats/qcow2/load-deflate.js

/** Compiles the wasm module of deflate-wrapper.c. ncc recognises this form of the path and bundles the file. */
function loadDeflate() {
    return new WebAssembly.Module((0,external_node_fs_.readFileSync)(__webpack_require__.ab + "deflate.wasm"));
}

;// CONCATENATED MODULE: ./build/formats/qcow2/writer.js








/**
 * The number of bytes that compression must save: a page. Less is not worth the time for decompression, and a cluster that is
 * not compressed can be changed in place.
 */
const MIN_SAVING = 4096;
/** The number of zero clusters between two points at which signals and timers are handled. */
const ZERO_CLUSTERS_PER_TURN = 64;
const writer_ZEROS = Buffer.alloc(format/* CLUSTER_SIZE */.zc);
/**
 * Writes a disk image, from its first byte to its last, as a qcow2 image. Clusters of zeros are not allocated. The output
 * depends on the bytes and on `compression` only. After an error, call `close`.
 */
class Qcow2Writer {
    #target;
    #compression;
    #queue;
    #host = new HostClusters();
    #map = new ClusterMap((bytes) => this.#addCluster(bytes));
    /** The cluster that is being filled; undefined while all buffers are in use. */
    #buffer;
    #filled = 0;
    /** The number of that cluster. */
    #cluster = 0;
    #zeroClusters = 0;
    constructor(target, { compression, workers }) {
        this.#target = target;
        this.#compression = compression?.method;
        if (compression !== undefined) {
            const { method, level } = compression;
            const options = { name: 'qcow2', blockSize: format/* CLUSTER_SIZE */.zc, workers, level, minSaving: MIN_SAVING };
            this.#queue = new BlockQueue({ ...options, module: loadCompressor(method) });
        }
        this.#buffer = this.#queue?.takeFree() ?? new Uint8Array(format/* CLUSTER_SIZE */.zc);
        // The header is written last, into the first cluster.
        this.#host.addCluster();
    }
    /** The size of the disk so far, in bytes. */
    get size() {
        return this.#cluster * format/* CLUSTER_SIZE */.zc + this.#filled;
    }
    reserve() {
        return this.#current().subarray(this.#filled);
    }
    commit(length) {
        this.#filled += length;
        return this.#filled < format/* CLUSTER_SIZE */.zc ? undefined : this.#endCluster();
    }
    async hole(length) {
        let left = length;
        if (this.#filled > 0) {
            const part = Math.min(left, format/* CLUSTER_SIZE */.zc - this.#filled);
            this.#current().fill(0, this.#filled, this.#filled + part);
            await this.commit(part);
            left -= part;
        }
        this.#cluster += Math.floor(left / format/* CLUSTER_SIZE */.zc);
        const rest = left % format/* CLUSTER_SIZE */.zc;
        if (rest === 0)
            return;
        this.#current().fill(0, 0, rest);
        await this.commit(rest);
    }
    /** Writes the rest, the tables and the header. The size of the disk is rounded up to whole sectors. */
    async finish() {
        const size = Math.ceil(this.size / format/* SECTOR_SIZE */.t4) * format/* SECTOR_SIZE */.t4;
        if (this.#filled > 0) {
            this.#current().fill(0, this.#filled);
            await this.#endCluster();
        }
        await this.#queue?.finish();
        const l1 = this.#map.finish(size);
        const l1Position = this.#addClusters(l1.table);
        const refcounts = this.#host.addRefcounts();
        this.#target.writeAt(Buffer.concat([refcounts.table, ...refcounts.blocks]), refcounts.position);
        const header = (0,format/* encodeHeader */.YS)({
            size,
            compression: this.#compression,
            l1Position,
            l1Size: l1.length,
            refcountTablePosition: refcounts.position,
            refcountTableClusters: refcounts.table.length / format/* CLUSTER_SIZE */.zc,
        });
        this.#target.writeAt(header, 0);
    }
    /** Terminates the threads. */
    async close() {
        await this.#queue?.close();
    }
    #current() {
        if (this.#buffer !== undefined)
            return this.#buffer;
        throw new errors/* FledgeError */.aE('internal', 'the qcow2 writer has no free buffer: a promise was not awaited');
    }
    #endCluster() {
        const bytes = this.#current();
        const cluster = this.#cluster;
        this.#cluster += 1;
        this.#filled = 0;
        if (writer_ZEROS.equals(bytes)) {
            this.#zeroClusters += 1;
            return this.#zeroClusters % ZERO_CLUSTERS_PER_TURN === 0 ? (0,external_node_timers_promises_.setImmediate)() : undefined;
        }
        if (this.#queue === undefined) {
            this.#map.set(cluster, { position: this.#addCluster(bytes) });
            return cluster % ZERO_CLUSTERS_PER_TURN === 0 ? (0,external_node_timers_promises_.setImmediate)() : undefined;
        }
        this.#queue.send(bytes, format/* CLUSTER_SIZE */.zc, (stored, isCompressed) => this.#place(cluster, stored, isCompressed));
        this.#buffer = this.#queue.takeFree();
        return this.#buffer === undefined ? this.#waitForBuffer(this.#queue) : undefined;
    }
    async #waitForBuffer(queue) {
        this.#buffer = await queue.take();
    }
    #place(cluster, bytes, isCompressed) {
        if (!isCompressed) {
            this.#map.set(cluster, { position: this.#addCluster(bytes) });
            return;
        }
        const position = this.#host.addCompressed(bytes.length);
        this.#target.writeAt(bytes, position);
        this.#map.set(cluster, { position, compressedLength: bytes.length });
    }
    /** Writes a cluster at the end of the file, and returns its position. */
    #addCluster(bytes) {
        const position = this.#host.addCluster();
        this.#target.writeAt(bytes, position);
        return position;
    }
    /** Writes whole clusters, and returns the position of the first. Without clusters, that is 0. */
    #addClusters(bytes) {
        if (bytes.length === 0)
            return 0;
        const positions = Array.from({ length: bytes.length / format/* CLUSTER_SIZE */.zc }, (_, index) => this.#addCluster(bytes.subarray(index * format/* CLUSTER_SIZE */.zc, (index + 1) * format/* CLUSTER_SIZE */.zc)));
        return Math.min(...positions);
    }
}
function loadCompressor(method) {
    switch (method) {
        case 'zstd':
            return loadZstd();
        case 'zlib':
            return loadDeflate();
    }
}

;// CONCATENATED MODULE: ./build/recipe/scratch-image.js






const TEMPORARY_FIX = 'set TMPDIR to a directory on another disk';
/** The number of bytes that are read and compared with zeros at once. */
const PIECE = units/* MEBIBYTE */.gJ;
/** A raw image in the scratch directory of a build, which is removed at the end of the build. */
class ScratchImage {
    #path;
    #descriptor;
    /** @throws FledgeError `output` if the file cannot be created. */
    constructor(path) {
        this.#path = path;
        this.#descriptor = scratch_image_attempt(path, () => (0,external_node_fs_.openSync)(path, 'wx+', 0o600));
    }
    /** @throws FledgeError `output` if the file system of this path does not support files of this size in bytes. */
    static requireSize(path, size) {
        const image = new ScratchImage(`${path}-size`);
        try {
            image.setSize(size);
        }
        finally {
            image.close();
            (0,external_node_fs_.rmSync)(`${path}-size`, { force: true });
        }
    }
    /** @throws FledgeError `output` if it cannot be written. */
    writeAt(bytes, position) {
        scratch_image_attempt(this.#path, () => {
            for (let offset = 0; offset < bytes.length;) {
                offset += (0,external_node_fs_.writeSync)(this.#descriptor, bytes, offset, bytes.length - offset, position + offset);
            }
        });
    }
    /** @throws FledgeError `output` if the file system does not support files of this size in bytes. */
    setSize(size) {
        scratch_image_attempt(this.#path, () => (0,external_node_fs_.ftruncateSync)(this.#descriptor, size));
    }
    /** Passes the content to a sink, zeros as holes. Another program may have written it. */
    async copyTo(sink, signal) {
        const { size } = (0,external_node_fs_.fstatSync)(this.#descriptor);
        const buffer = Buffer.allocUnsafeSlow(PIECE);
        const zeros = Buffer.alloc(PIECE);
        for (let position = 0; position < size;) {
            signal?.throwIfAborted();
            const length = (0,external_node_fs_.readSync)(this.#descriptor, buffer, 0, Math.min(PIECE, size - position), position);
            if (length === 0)
                throw new errors/* FledgeError */.aE('tool', `cannot read ${this.#path}: it became shorter during the build`);
            const bytes = buffer.subarray(0, length);
            if (bytes.equals(zeros.subarray(0, length)))
                await sink.hole(length);
            else
                await (0,byte_sink/* writeBytes */.N)(sink, bytes);
            position += length;
            // Let signals and timers run.
            await (0,external_node_timers_promises_.setImmediate)();
        }
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#descriptor);
    }
}
function scratch_image_attempt(path, action) {
    try {
        return action();
    }
    catch (error) {
        const message = `cannot write the raw image in ${(0,external_node_path_.dirname)(path)}: ${(0,errors/* writeFailureOf */.PI)(error)}`;
        throw new errors/* FledgeError */.aE('output', message, { cause: error, fix: `free some space, or ${TEMPORARY_FIX}` });
    }
}

;// CONCATENATED MODULE: ./build/recipe/qcow2-output.js





/**
 * Writes the image as a qcow2 file. An image that is written in order is converted at once; one that is written in any order
 * is written to a scratch file first. The scratch file also serves the checker of the file system.
 */
function qcow2Output(job, { compression }) {
    const { artifact, scratchDirectory, sources, verify, workers } = job;
    const path = (0,external_node_path_.join)(scratchDirectory, 'image.raw');
    const convert = async (write) => {
        const output = artifact.inAnyOrder();
        const writer = new Qcow2Writer(output, { compression, workers });
        try {
            await write(writer);
            await writer.finish();
        }
        finally {
            await writer.close();
        }
        await output.finish({ holes: 'keep' });
    };
    return {
        checkedPath: path,
        requireSpace(order, bytes, others = []) {
            const needs = [...others];
            const what = `the raw image from which ${artifact.name} is made`;
            if (order === 'in any order')
                needs.push({ directory: scratchDirectory, bytes, what, fix: TEMPORARY_FIX });
            // The size of compressed data is not known in advance.
            if (compression === undefined)
                needs.push((0,output_set/* outputNeed */.F)(artifact.directory, bytes, `the image ${artifact.name}`));
            (0,disk_space/* requireSpace */.MK)(needs);
        },
        requireSize(bytes) {
            // The qcow2 file itself has no holes and is smaller.
            ScratchImage.requireSize(path, bytes);
        },
        async writeInOrder(write) {
            await convert(async (writer) => {
                if (verify === 'none') {
                    await write(writer, undefined);
                    return;
                }
                const metadata = new ScratchImage(path);
                try {
                    await write(writer, (bytes, position) => metadata.writeAt(bytes, position));
                    metadata.setSize(writer.size);
                }
                finally {
                    metadata.close();
                }
            });
        },
        inAnyOrder() {
            const image = new ScratchImage(path);
            return {
                path,
                writeAt: (bytes, position) => image.writeAt(bytes, position),
                async finish() {
                    try {
                        await convert((writer) => image.copyTo(writer, sources.signal));
                    }
                    finally {
                        image.close();
                    }
                },
            };
        },
    };
}

// EXTERNAL MODULE: ./build/recipe/verify/entrypoint.js
var entrypoint = __webpack_require__(6871);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
;// CONCATENATED MODULE: ./build/recipe/verify/hidden-content.js



/** Files that tools leave there, and that nothing in an image needs. */
const LEFTOVERS = /^(?:dev\/|run\/(?:\.containerenv|secrets\/|lock\/|systemd\/|motd|utmp|shm\/|mount\/)|tmp\/(?:hsperfdata_|npm-|pip-|v8-compile-cache|node-compile-cache|\.|tmp))/;
/** A warning if files of an image are below a directory that the agent hides. Empty files and directories do not count. */
function remarksOnHiddenContent(tree, image) {
    const found = [];
    for (const top of values/* MOUNT_POINTS */.Ce) {
        for (const { path, inode } of tree.leavesBelow((0,byte_string/* byteStringFromText */.dw)(top.slice(1)))) {
            if (inode.kind === 'file' && inode.content.size > 0 && !LEFTOVERS.test(path))
                found.push(path);
        }
    }
    const [first] = found.sort();
    if (first === undefined)
        return [];
    const [top = ''] = first.split('/');
    const others = found.length === 1 ? '' : ` and ${found.length - 1} more`;
    return [
        {
            code: 'hidden-path',
            message: `/${(0,byte_string/* displayByteString */.oO)(first)} of the image${others} will be hidden: the agent mounts a file system on /${top}`,
            fix: 'put these files into another directory of the image, or create them when the workload starts',
            ...(0,remarks/* atImage */.f3)(image),
        },
    ];
}

// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
;// CONCATENATED MODULE: ./build/tools/run-image-check.js








/** Finds the program of a check on this machine. */
async function findChecker({ program, tool }, signal) {
    if (program !== undefined) {
        const path = await (0,find/* findProgram */.Kp)(program);
        return path === undefined ? { state: 'unusable', reason: `${program} is not installed` } : { state: 'found', path };
    }
    const finding = await (0,find/* findTool */.SG)(tool, signal);
    return finding.state === 'found' ? finding : { state: 'unusable', reason: (0,find/* describeFinding */.jb)(finding) };
}
/**
 * Checks an image with a program. Every problem that it finds is a bug in fledge, or in the program that made the image.
 *
 * @returns whether it read the contents of files.
 * @throws FledgeError `internal` with the output of the program.
 */
async function checkImage(check, program, { image, directory, holeBytes, signal }) {
    const { withoutContents } = check;
    const areContentsRead = withoutContents === undefined || holeBytes < withoutContents.fromHoleBytes;
    // e2fsck parses options and labels in the path of an image.
    const link = 'checked-image';
    await (0,promises_.symlink)((0,tools_arguments/* operandPath */.x8)(image), (0,external_node_path_.join)(directory, link));
    const args = (areContentsRead ? check : withoutContents).arguments((0,tools_arguments/* operandName */.lY)(link));
    try {
        await (0,exec/* run */.eF)(program, args, {
            cwd: directory,
            // English messages for bug reports; and inherited variables must not disable the check.
            env: (0,environment/* environmentFor */.DD)('check', {}),
            stdout: check.stdout,
            signal,
        });
        return { areContentsRead };
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        const culprits = check.maker === undefined ? 'fledge' : `fledge or in ${check.maker}`;
        throw new errors/* FledgeError */.aE('internal', `the image failed its check: ${error.message}`, {
            cause: error,
            fix: (0,wording/* worded */.MH) `this is a bug in ${culprits}; please report it with the image; build with ${(0,wording/* option */.uK)('verify', 'none')} to keep the image`,
        });
    }
    finally {
        await (0,promises_.rm)((0,external_node_path_.join)(directory, link), { force: true });
    }
}

;// CONCATENATED MODULE: ./build/recipe/verify/image.js






/**
 * Makes sure that a checker that was asked for by name is installed. Runs before any work is done.
 *
 * @throws FledgeError `tool` if not.
 */
async function requireChecker(check, { sources, verify }) {
    if (verify !== 'fsck' && verify !== 'full')
        return;
    const checker = await findChecker(check, sources.signal);
    if (checker.state === 'found')
        return;
    throw new errors/* FledgeError */.aE('tool', (0,wording/* worded */.MH) `cannot check the image as ${(0,wording/* option */.uK)('verify', verify)} asks: ${checker.reason}`, {
        fix: (0,wording/* worded */.MH) `${(0,distribution/* howToInstall */.v)([check.tool])}, or omit ${(0,wording/* option */.uK)('verify')}`,
    });
}
/**
 * Checks an image with the checker of its file system. Without an installed checker, it writes a note only.
 *
 * @throws FledgeError as `checkImage` does.
 */
async function verifyImage(check, job) {
    const { image, scratchDirectory, sources, steps, tree, verify } = job;
    if (verify === 'none')
        return;
    const checker = await findChecker(check, sources.signal);
    if (checker.state === 'unusable') {
        sources.reporter.info(`note: the image is not checked: ${checker.reason} (${(0,distribution/* howToInstall */.v)([check.tool])})`);
        return;
    }
    steps.begin('verify', `check the image with ${check.name}`);
    const { apparent, stored } = (0,measure/* measureTree */.J)(tree);
    const { areContentsRead } = await checkImage(check, checker.path, {
        image: image.checkedPath,
        directory: scratchDirectory,
        holeBytes: apparent - stored,
        signal: sources.signal,
    });
    if (areContentsRead)
        return;
    const holes = `${(0,units/* formatBytes */.z3)(apparent - stored)} of holes`;
    sources.reporter.info(`${check.name} read all metadata but no file contents, because the files have ${holes}`);
}

// EXTERNAL MODULE: ./build/recipe/verify/layers.js + 7 modules
var verify_layers = __webpack_require__(52523);
// EXTERNAL MODULE: ./build/recipe/verify/programs.js
var programs = __webpack_require__(81948);
// EXTERNAL MODULE: ./build/recipe/write-progress.js
var write_progress = __webpack_require__(28506);
;// CONCATENATED MODULE: ./build/recipe/oci-rootfs.js



























/** The file with the image's config. The agent starts the workload from it. */
const IMAGE_CONFIG = 'etc/fsify-entrypoint';
/**
 * Builds a root file system image: the layers of a container image, the agent, the image's config, the mappings. Later ones
 * replace earlier ones. The image is not unpacked to files on this machine.
 *
 * @throws FledgeError `config` for mappings that cannot be added; otherwise as the sources and the format do.
 */
async function buildOciRootfs(job) {
    const { config, artifact, mtime, platform, sources, steps } = job;
    const { filesystem } = config;
    await (0,map_files/* requireMappingSources */.sF)(job);
    const { make, limits, check, requireTools } = FILESYSTEMS[filesystem.type];
    await requireTools?.(sources.signal);
    await requireChecker(check, job);
    const layerVerifier = await (0,verify_layers/* requireLayerVerifier */.x)(job);
    // Checked first, because it is fast, and fetching an image can take minutes.
    const localAgent = config.agent?.source === 'local' ? await (0,recipe_job/* fetchAgentPart */.VG)(config.agent, job) : undefined;
    const budget = new support_budget/* Budget */._({ unpacked: config.maxUnpackedMb * units/* MEBIBYTE */.gJ });
    const [obtained, agent] = await (0,concurrency/* settleAll */.j3)((0,image_source/* obtainImage */.nV)(config.image, config.imageLock, budget, job), config.agent === undefined ? undefined : (localAgent ?? (0,recipe_job/* fetchAgentPart */.VG)(config.agent, job)));
    const { image } = obtained;
    const built = {
        strategy: 'oci_rootfs',
        hasAgent: agent !== undefined,
        image: obtained.facts,
        filesystem: filesystem.type,
        format: filesystem.qcow2 === undefined ? 'raw' : 'qcow2',
    };
    const unlimit = (0,runtime/* limitYoungGeneration */.ar)();
    const tree = new tree_tree/* FileTree */.hr(mtime, budget);
    const layers = [];
    let mapped;
    let reproducible;
    let freeMb;
    try {
        await (0,image_layers/* unpackLayers */.rz)(image, job, { tree, layers, budget, places: requiredPlaces(config) });
        if (layerVerifier !== undefined)
            await (0,verify_layers/* verifyLayers */.c)(image, tree, layerVerifier, job);
        if (agent !== undefined)
            await job.report(remarksOnHiddenContent(tree, built.image));
        if (agent !== undefined)
            (0,root_owned/* addProgram */._6)(tree, recipe_job/* AGENT_PATH */.I7, agent.content, mtime);
        (0,root_owned/* addFile */.sM)(tree, IMAGE_CONFIG, image.rawConfig, mtime);
        mapped = await (0,map_files/* mapAround */.Ux)(tree, (0,kept_entries/* keptInRootImage */.PG)(config), job);
        await (0,map_files/* reportProgramFaults */.uO)(tree, await (0,programs/* findProgramFaults */.N5)(tree, mapped.programs, { platform }), job);
        await job.report(await (0,entrypoint/* remarksOnEntrypoint */.v)(tree, built, { platform, template: job.template }));
        (0,adapt/* adaptTree */.P)(tree, limits, job.adjustments);
        await job.software?.list(tree, (0,image_layers/* layersBySpool */.bx)(image, layers));
        freeMb = freeSpaceMb(filesystem, tree);
        await job.report(remarksOnAgentSpace(freeMb, config, agent));
        steps.begin('write', `write ${artifact.name}`);
        artifact.expect((0,image_layers/* blobBytes */.Ry)(image));
        const output = filesystem.qcow2 === undefined ? rawOutput(job) : qcow2Output(job, filesystem.qcow2);
        const imageJob = { ...job, tree, freeMb, image: output, seed: seedOf(image, agent) };
        reproducible = await (0,write_progress/* reportImageGrowth */.J)(imageJob, () => make(imageJob));
        await (0,concurrency/* settleAll */.j3)(verifyImage(check, imageJob), (0,unpack/* closeLayers */.rX)(layers));
    }
    finally {
        await (0,unpack/* closeLayers */.rX)(layers);
        unlimit();
    }
    return {
        inputs: [...obtained.inputs, ...(agent === undefined ? [] : [agent.input])],
        mappings: mapped.mappings,
        built,
        contents: (0,contents/* contentShares */.c)(tree),
        reproducible: obtained.reproducible.ok ? reproducible : obtained.reproducible,
        ...(filesystems/* FILESYSTEM_TRAITS */.gW[filesystem.type].isWritable && { freeMb }),
    };
}
/** A warning if the agent, which copies itself to the root at boot, has no space for that. */
function remarksOnAgentSpace(freeMb, { filesystem }, agent) {
    const size = agent?.content.size ?? 0;
    if (!filesystems/* FILESYSTEM_TRAITS */.gW[filesystem.type].isWritable || freeMb * units/* MEBIBYTE */.gJ >= size)
        return [];
    return [
        {
            code: 'agent-space',
            message: `${freeMb} MiB are less than the agent has (${(0,units/* formatBytes */.z3)(size)}), which copies itself to /usr/local/bin/kestrel at boot`,
            fix: `set size_buffer_mb to at least ${Math.ceil(size / units/* MEBIBYTE */.gJ) + 1}, and more if the workload writes files`,
            ...(0,remarks/* atConfig */.Oh)('filesystem', 'size_buffer_mb'),
        },
    ];
}
function requiredPlaces({ agent }) {
    const ofConfig = { path: IMAGE_CONFIG, purpose: "the image's config for the agent" };
    return [...(agent === undefined ? [] : [{ path: recipe_job/* AGENT_PATH */.I7, purpose: 'the agent' }]), ofConfig];
}
/**
 * The seed from which UUIDs and hash seeds are derived, with names and sizes: the digests of the uncompressed layers and of
 * the agent. It does not depend on the compression of layers, or on the registry.
 */
function seedOf(image, agent) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const { diffId } of image.layers)
        hash.update(`${diffId}\n`);
    hash.update(agent?.input.digest ?? '');
    return hash.digest();
}


/***/ })

};
