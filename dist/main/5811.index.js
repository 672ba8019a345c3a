export const id = 5811;
export const ids = [5811];
export const modules = {

/***/ 85811:
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
// EXTERNAL MODULE: ./build/support/process/runtime.js
var runtime = __webpack_require__(29026);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/tree/contents.js
var contents = __webpack_require__(61491);
// EXTERNAL MODULE: ./build/tree/root-owned.js
var root_owned = __webpack_require__(30489);
// EXTERNAL MODULE: ./build/tree/tree.js
var tree_tree = __webpack_require__(82581);
// EXTERNAL MODULE: ./build/recipe/filesystems/table.js + 58 modules
var table = __webpack_require__(50300);
// EXTERNAL MODULE: ./build/tree/measure.js
var measure = __webpack_require__(31349);
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
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/formats/image-file.js

/** In bytes; large enough that the cost of a system call per buffer is negligible. */
const BUFFER_SIZE = 1024 * 1024;
/** The number of bytes written between two calls of `startSync`. */
const SYNC_BYTES = 32 * 1024 * 1024;
/** Shorter holes are written as zeros: a file with too many holes is slow to read. */
const MIN_HOLE = 64 * 1024;
/**
 * Combines the bytes of an image into large writes. `holes: 'fill'` writes holes as zeros, so that all space of the file is
 * allocated on the disk; the bytes are the same. `flush` writes the rest of the buffer.
 */
function imageFileSink(file, options) {
    const buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);
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
        if (filled < BUFFER_SIZE)
            return undefined;
        flush();
        // The only point in a long write at which signals and timers are handled.
        return (0,promises_.setImmediate)();
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
                const part = Math.min(left, BUFFER_SIZE - filled);
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
// EXTERNAL MODULE: ./build/recipe/map-files.js + 12 modules
var map_files = __webpack_require__(48820);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/formats/block-queue.js
var block_queue = __webpack_require__(1236);
// EXTERNAL MODULE: ./build/formats/zstd/load.js
var load = __webpack_require__(68527);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
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
const ZEROS = Buffer.alloc(format/* CLUSTER_SIZE */.zc);
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
            this.#queue = new block_queue/* BlockQueue */.r({ ...options, module: loadCompressor(method) });
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
        if (ZEROS.equals(bytes)) {
            this.#zeroClusters += 1;
            return this.#zeroClusters % ZERO_CLUSTERS_PER_TURN === 0 ? (0,promises_.setImmediate)() : undefined;
        }
        if (this.#queue === undefined) {
            this.#map.set(cluster, { position: this.#addCluster(bytes) });
            return cluster % ZERO_CLUSTERS_PER_TURN === 0 ? (0,promises_.setImmediate)() : undefined;
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
            return (0,load/* loadZstd */.a)();
        case 'zlib':
            return loadDeflate();
    }
}

// EXTERNAL MODULE: ./build/formats/byte-sink.js
var byte_sink = __webpack_require__(19353);
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
        this.#descriptor = attempt(path, () => (0,external_node_fs_.openSync)(path, 'wx+', 0o600));
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
        attempt(this.#path, () => {
            for (let offset = 0; offset < bytes.length;) {
                offset += (0,external_node_fs_.writeSync)(this.#descriptor, bytes, offset, bytes.length - offset, position + offset);
            }
        });
    }
    /** @throws FledgeError `output` if the file system does not support files of this size in bytes. */
    setSize(size) {
        attempt(this.#path, () => (0,external_node_fs_.ftruncateSync)(this.#descriptor, size));
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
            await (0,promises_.setImmediate)();
        }
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#descriptor);
    }
}
function attempt(path, action) {
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
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
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
// EXTERNAL MODULE: ./build/tools/distribution.js
var distribution = __webpack_require__(55332);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(91200);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
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
    await (0,external_node_fs_promises_.symlink)((0,tools_arguments/* operandPath */.x8)(image), (0,external_node_path_.join)(directory, link));
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
        await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(directory, link), { force: true });
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
    const { make, limits, check, requireTools } = table/* FILESYSTEMS */.F[filesystem.type];
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
