export const id = 3123;
export const ids = [3123];
export const modules = {

/***/ 43252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ writeCpio)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _tree_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93241);
/* harmony import */ var _byte_sink_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19353);
/* harmony import */ var _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79902);





/** GNU cpio writes whole blocks. fledge does the same, so that both write identical bytes. */
const BLOCK_SIZE = 512;
/**
 * Writes the entries of a tree as one newc archive, in the given order, padded to whole blocks of 512 bytes, and returns its
 * size in bytes. Inodes are numbered in that order from 0. The data of a hardlinked file is at its last name. The root is
 * the entry `.`.
 *
 * @throws FledgeError `format`, with the path, for an entry that newc cannot hold (a size or time over 32 bits, a name over
 *   4095 bytes, extended attributes); `input` for a host file that cannot be read.
 */
async function writeCpio(entries, sink) {
    const all = [...entries];
    const links = countLinks(all);
    const inodeNumbers = new Map();
    const namesLeft = new Map(links);
    let offset = 0;
    const pad = async (length) => {
        if (length > 0)
            await (0,_byte_sink_js__WEBPACK_IMPORTED_MODULE_3__/* .writeBytes */ .N)(sink, zeros.subarray(0, length));
        offset += length;
    };
    const writeHeader = async (header) => {
        const bytes = encodeHeader(header);
        await (0,_byte_sink_js__WEBPACK_IMPORTED_MODULE_3__/* .writeBytes */ .N)(sink, bytes);
        offset += bytes.length;
        await pad((0,_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .paddingTo4 */ .dw)(offset));
    };
    for (const entry of all) {
        const { inode } = entry;
        const ino = inodeNumbers.get(inode) ?? inodeNumbers.size;
        inodeNumbers.set(inode, ino);
        const left = (namesLeft.get(inode) ?? 1) - 1;
        namesLeft.set(inode, left);
        const content = dataOf(inode, left === 0);
        await writeHeader(headerOf(entry, ino, links.get(inode) ?? 1, content.size));
        await (0,_byte_sink_js__WEBPACK_IMPORTED_MODULE_3__/* .writeContent */ .j)(sink, content);
        offset += content.size;
        await pad((0,_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .paddingTo4 */ .dw)(offset));
    }
    await writeHeader(TRAILER);
    await pad((BLOCK_SIZE - (offset % BLOCK_SIZE)) % BLOCK_SIZE);
    return offset;
}
const zeros = new Uint8Array(BLOCK_SIZE);
const TRAILER = {
    name: _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .TRAILER_NAME */ .S1,
    ino: 0,
    mode: 0,
    uid: 0,
    gid: 0,
    links: 1,
    mtime: 0,
    size: 0,
    deviceMajor: 0,
    deviceMinor: 0,
};
/** The link count of each inode. That of a directory counts its name, its `.` and each `..`, as in Unix file systems. */
function countLinks(entries) {
    const links = new Map();
    const directories = new Map();
    for (const { path, inode } of entries) {
        if (inode.kind !== 'directory') {
            links.set(inode, (links.get(inode) ?? 0) + 1);
            continue;
        }
        directories.set(path, inode);
        links.set(inode, 2);
        const parent = path === '' ? undefined : directories.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
        if (parent !== undefined)
            links.set(parent, (links.get(parent) ?? 2) + 1);
    }
    return links;
}
const NO_DATA = { kind: 'bytes', size: 0, data: new Uint8Array(0) };
function dataOf(inode, lastName) {
    if (inode.kind === 'symlink') {
        const data = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(inode.target);
        return { kind: 'bytes', size: data.length, data };
    }
    return inode.kind === 'file' && lastName ? inode.content : NO_DATA;
}
function headerOf({ path, inode }, ino, links, size) {
    const name = path === '' ? '.' : path;
    const refuse = (what) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('format', `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)} does not fit in an initramfs: ${what}`);
    if (name.length >= _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_NAME_SIZE */ .ng)
        throw refuse(`its path has ${name.length} bytes, more than ${_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_NAME_SIZE */ .ng - 1}`);
    if (name === _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .TRAILER_NAME */ .S1)
        throw refuse('cpio reserves this name for the end of the archive');
    if (size > _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_FIELD */ .eL)
        throw refuse(`its size is ${size} bytes, and the limit of cpio is 4 GiB`);
    if (inode.xattrs.size > 0)
        throw refuse('cpio does not support extended attributes');
    const { seconds } = inode.mtime;
    if (seconds < 0 || seconds > _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_FIELD */ .eL)
        throw refuse(`its time ${seconds} is not between 1970 and 2106`);
    const isDevice = inode.kind === 'char-device' || inode.kind === 'block-device';
    return {
        name,
        ino,
        mode: _tree_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .TYPE_BITS */ .c[inode.kind] | inode.mode,
        uid: inode.uid,
        gid: inode.gid,
        links,
        mtime: seconds,
        size,
        deviceMajor: isDevice ? inode.major : 0,
        deviceMinor: isDevice ? inode.minor : 0,
    };
}
function encodeHeader(header) {
    const nameSize = header.name.length + 1;
    const fields = [
        header.ino,
        header.mode,
        header.uid,
        header.gid,
        header.links,
        header.mtime,
        header.size,
        0, // the archived file system's device, major and minor
        0,
        header.deviceMajor,
        header.deviceMinor,
        nameSize,
        0, // check, for the other variant of the format
    ];
    const bytes = Buffer.alloc(_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .HEADER_SIZE */ .Ad + nameSize);
    bytes.write(_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAGIC */ .mS + fields.map(hexField).join(''), 'latin1');
    bytes.write(header.name, _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .HEADER_SIZE */ .Ad, 'latin1');
    return bytes;
}
function hexField(value) {
    return value.toString(16).toUpperCase().padStart(8, '0');
}


/***/ }),

/***/ 7042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readInitBinary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** The C init as scripts/build-guest.sh compiles it. ncc recognises these expressions, and copies the files. */
const BINARIES = {
    'linux/amd64': __webpack_require__.ab + "init-amd64.elf",
    'linux/arm64': __webpack_require__.ab + "init-arm64.elf",
};
/** The C init for a platform: a static ELF executable, to be installed as /init. It is the same on every machine. */
function readInitBinary(platform) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(BINARIES[platform]);
}


/***/ }),

/***/ 23123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildInitramfs: () => (/* binding */ buildInitramfs)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/formats/adapt.js
var adapt = __webpack_require__(61059);
// EXTERNAL MODULE: ./build/formats/cpio.js
var cpio = __webpack_require__(43252);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/formats/compressor-pool.js
var compressor_pool = __webpack_require__(9905);
;// CONCATENATED MODULE: ./build/formats/gzip/chunk.js
/**
 * The input is compressed in separate chunks of this many bytes. The length is fixed, because it affects the output, so
 * that the number of workers does not. Larger chunks would not compress better, because of the dictionary, and would keep the
 * last worker busy alone for longer.
 */
const chunkLength = 512 * 1024;
/** The maximum distance of deflate. This many bytes at the end of a chunk prime the compressor of the next one. */
const dictionaryLength = 32 * 1024;

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./build/formats/gzip/compress-worker.js


/** Compiles the wasm module of libdeflate-wrapper.c. ncc recognises this form of the path and bundles the file. */
function loadCompressor() {
    return new WebAssembly.Module((0,external_node_fs_.readFileSync)(__webpack_require__.ab + "libdeflate.wasm"));
}
/**
 * Starts a thread that returns a CompressedChunk for each Chunk. Its program is passed as text, so that no second file must be
 * found beside a TypeScript source, its compiled form and a bundle. The thread does not inherit options and environment.
 */
function startCompressWorker(compressor) {
    const program = `
    const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
    (${serveChunks.toString()})(parentPort, workerData);
  `;
    return new external_node_worker_threads_.Worker(program, { eval: true, workerData: compressor, execArgv: [], env: {}, name: 'gzip' });
}
/** The program of the worker. It is passed as text, so it must refer only to its own names and to globals. */
function serveChunks(port, compressor) {
    const exports = new WebAssembly.Instance(compressor).exports;
    const memory = new Uint8Array(exports.memory.buffer);
    const input = exports.input.value;
    const output = exports.output.value;
    port.on('message', ({ buffer, dictionary, chunk, end }) => {
        memory.set(new Uint8Array(buffer, dictionary, end - dictionary), input + dictionary);
        const length = exports.compress_chunk(dictionary, chunk, end);
        new Uint8Array(buffer).set(memory.subarray(output, output + length));
        port.postMessage({ buffer, length }, [buffer]);
    });
}

;// CONCATENATED MODULE: ./build/formats/gzip/member.js
/** RFC 1952: the beginning and the end of the only member of a gzip file. */
/**
 * The header: deflate, no flags (so no name and no comment), no time. XFL is 0, because 2 and 4 mean zlib's levels 9 and 1,
 * which are not used here. OS is 255, "unknown", because the bytes do not depend on the system.
 */
const memberHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** RFC 1951, 3.2.6: BFINAL 1, BTYPE 01 and the 7 zero bits of the end of block, padded to two bytes. */
const finalEmptyBlock = [0x03, 0x00];
/** RFC 1951, 3.2.4: BFINAL 0, BTYPE 00, padded to a byte; LEN 0 and NLEN. It begins and ends on a byte boundary. */
const emptyStoredBlock = [0x00, 0x00, 0x00, 0xff, 0xff];
/**
 * The end of the file, after the compressed chunks, at `position`: the final deflate block, then CRC32 and ISIZE of the `size`
 * bytes. Empty blocks before it pad the file to a multiple of four bytes: the kernel finds an appended cpio archive only at
 * such an offset (init/initramfs.c, unpack_to_rootfs). The kernel would also accept padding after the member, but not all
 * programs that read gzip do.
 */
function encodeMemberEnd(crc, size, position) {
    const end = Buffer.alloc(finalEmptyBlock.length + 8);
    end.set(finalEmptyBlock);
    end.writeUInt32LE(crc, finalEmptyBlock.length);
    end.writeUInt32LE(size % 2 ** 32, finalEmptyBlock.length + 4);
    // A block of five bytes moves the end by one, modulo four.
    const blocks = (4 - ((position + end.length) % 4)) % 4;
    return Buffer.concat([...Array.from({ length: blocks }, () => Buffer.from(emptyStoredBlock)), end]);
}

;// CONCATENATED MODULE: ./build/formats/gzip/gzip.js






/** A shorter file is compressed by one thread, because the start of another one takes longer than it saves. */
const LENGTH_FOR_ALL_THREADS = 16 * chunkLength;
/**
 * Begins a gzip file of one member, with a length that is a multiple of four. One thread starts here, which needs about 40 ms,
 * so callers open the file before other preparations. The others start when enough bytes have come, or with `expect`.
 *
 * @throws FledgeError `internal` if the number of workers is not a positive integer.
 */
function openGzip(options) {
    if (!Number.isInteger(options.workers) || options.workers < 1) {
        throw new errors/* FledgeError */.aE('internal', `gzip needs at least one worker, not ${options.workers}`);
    }
    const compressor = loadCompressor();
    const pool = new compressor_pool/* CompressorPool */.k('gzip', { count: options.workers, early: 1 }, () => startCompressWorker(compressor));
    return new GzipWriter(pool, options);
}
/**
 * A gzip file that is being written. There are two ways to add bytes: `write` copies them; with `reserve` and `commit` the
 * caller writes them into the buffer. Both return undefined, or a promise if a chunk is full and no buffer is free; until it is
 * fulfilled, only `abort` may be called. At most `workers` + 2 chunks exist at a time. After an error, which can be that of
 * an earlier chunk, every call fails with that error, and the threads are terminated.
 */
class GzipWriter {
    #pool;
    #options;
    /** The maximum number of chunks that were sent and not written yet. One more is being filled. */
    #maximumSent;
    #spareBuffers = [];
    /** The space of the dictionary, then the chunk; undefined while no buffer is free. */
    #current;
    /** The offsets in `#current` of the dictionary and of the next byte. */
    #dictionary = dictionaryLength;
    #end = dictionaryLength;
    #sent = 0;
    #chunkWritten = Promise.withResolvers();
    /** Fulfilled when all chunks sent so far are written or have failed. */
    #written;
    #crc = 0;
    #uncompressedSize = 0;
    #size = 0;
    /** The error of all further calls; undefined while the file is open. */
    #closed;
    constructor(pool, options) {
        this.#pool = pool;
        this.#options = options;
        // One more than workers, so that an idle worker can continue before the producer reacts.
        this.#maximumSent = options.workers + 1;
        this.#current = this.#takeBuffer();
        this.#written = this.#emit(memberHeader).catch((error) => this.#fail(error));
    }
    /** Prepares for a number of bytes in all, which need not be exact. */
    expect(bytes) {
        if (bytes > LENGTH_FOR_ALL_THREADS)
            this.#pool.startAll();
    }
    /** The free part of the current chunk, at least one byte, for the caller to write into. */
    reserve() {
        return this.#writableChunk().subarray(this.#end);
    }
    /** Adds the first `length` bytes of the reserved part, which the caller must not use after this. */
    commit(length) {
        const room = this.#writableChunk().length - this.#end;
        if (!Number.isInteger(length) || length < 0 || length > room) {
            throw new errors/* FledgeError */.aE('internal', `gzip cannot commit ${length} bytes: ${room} are free`);
        }
        this.#end += length;
        return length === room ? this.#nextChunk() : undefined;
    }
    /** Copies bytes. The caller may change them when the call has returned undefined or its promise is fulfilled. */
    write(bytes) {
        const chunk = this.#writableChunk();
        const count = Math.min(bytes.length, chunk.length - this.#end);
        chunk.set(count === bytes.length ? bytes : bytes.subarray(0, count), this.#end);
        const ready = this.commit(count);
        if (count === bytes.length)
            return ready;
        return this.#writeRest(bytes.subarray(count), ready);
    }
    /** Writes the rest and the end of the file, and terminates the threads. */
    async finish() {
        if (this.#end > dictionaryLength)
            this.#sendChunk(this.#writableChunk());
        await this.#written;
        if (this.#closed !== undefined)
            throw this.#closed;
        const finished = new errors/* FledgeError */.aE('internal', 'the gzip file is already finished');
        this.#closed = finished;
        try {
            await this.#emit(encodeMemberEnd(this.#crc, this.#uncompressedSize, this.#size));
        }
        finally {
            await this.#pool.close(finished);
        }
        return { uncompressedSize: this.#uncompressedSize, size: this.#size };
    }
    /** Terminates the threads and leaves the file incomplete. Pending promises are rejected. */
    async abort() {
        const reason = new errors/* FledgeError */.aE('internal', 'the gzip file was aborted');
        this.#fail(reason);
        await this.#pool.close(reason);
    }
    #writableChunk() {
        if (this.#closed !== undefined)
            throw this.#closed;
        if (this.#current === undefined)
            throw new errors/* FledgeError */.aE('internal', 'gzip has no free buffer: a promise was not awaited');
        return this.#current;
    }
    async #writeRest(bytes, ready) {
        await ready;
        await this.write(bytes);
    }
    #nextChunk() {
        const full = this.#writableChunk();
        const dictionary = full.slice(-dictionaryLength);
        this.#sendChunk(full);
        if (this.#sent >= this.#maximumSent)
            return this.#waitForRoom(dictionary);
        this.#beginChunk(dictionary);
        return undefined;
    }
    async #waitForRoom(dictionary) {
        while (this.#closed === undefined && this.#sent >= this.#maximumSent) {
            await this.#chunkWritten.promise;
        }
        if (this.#closed !== undefined)
            throw this.#closed;
        this.#beginChunk(dictionary);
    }
    #beginChunk(dictionary) {
        this.#current = this.#takeBuffer();
        this.#current.set(dictionary);
        this.#dictionary = 0;
    }
    #takeBuffer() {
        return new Uint8Array(this.#spareBuffers.pop() ?? new ArrayBuffer(dictionaryLength + chunkLength));
    }
    #sendChunk(bytes) {
        const chunk = { buffer: bytes.buffer, dictionary: this.#dictionary, chunk: dictionaryLength, end: this.#end };
        this.#crc = (0,external_node_zlib_.crc32)(bytes.subarray(chunk.chunk, chunk.end), this.#crc);
        this.#uncompressedSize += chunk.end - chunk.chunk;
        this.expect(this.#uncompressedSize);
        this.#current = undefined;
        this.#end = dictionaryLength;
        this.#sent += 1;
        this.#written = this.#writeChunk(this.#written, this.#pool.compress(chunk)).catch((error) => this.#fail(error));
    }
    async #writeChunk(previous, compressed) {
        const { buffer, length } = await compressed;
        await previous;
        if (this.#closed !== undefined)
            return;
        await this.#emit(new Uint8Array(buffer, 0, length));
        this.#spareBuffers.push(buffer);
        this.#sent -= 1;
        this.#announce();
    }
    async #emit(bytes) {
        await this.#options.write(bytes);
        this.#size += bytes.length;
    }
    #fail(error) {
        if (this.#closed !== undefined)
            return;
        this.#closed = error instanceof Error ? error : new errors/* FledgeError */.aE('internal', String(error));
        void this.#pool.close(this.#closed);
        this.#announce();
    }
    #announce() {
        this.#chunkWritten.resolve();
        this.#chunkWritten = Promise.withResolvers();
    }
}

// EXTERNAL MODULE: ./build/init/binary.js
var binary = __webpack_require__(7042);
// EXTERNAL MODULE: ./build/init/choose.js
var choose = __webpack_require__(17646);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
// EXTERNAL MODULE: ./build/tools/distribution.js
var distribution = __webpack_require__(55332);
// EXTERNAL MODULE: ./build/tools/gcc.js
var tools_gcc = __webpack_require__(76415);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/init/compile.js






const alternatives = 'or remove compile = true from [init]';
/**
 * Compiles the C init for a platform. The result is a static ELF executable, to be installed as /init. Its bytes depend
 * on the version of gcc, and on nothing else of this machine.
 *
 * @throws FledgeError `tool` when gcc is missing, fails, or builds for another machine.
 */
async function compileInit(options) {
    const { platform, scratchDir, signal } = options;
    // ncc recognises this expression, and copies the file beside the bundle.
    const source = await (0,promises_.readFile)(__webpack_require__.ab + "init.c");
    try {
        const gcc = await (0,tools_gcc/* findGcc */.f7)(platform);
        const binary = await (0,tools_gcc/* compileFreestanding */.eG)(gcc, { source, scratchDir, signal });
        requireMachine(gcc, binary);
        return binary;
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        throw new errors/* FledgeError */.aE('tool', `cannot compile the C init for ${platform}: ${error.message}`, {
            cause: error,
            fix: `${error.fix ?? 'check that this gcc compiles and links a program'}, ${alternatives}`,
        });
    }
}
/** A gcc may compile for another machine than its name suggests, or than this one. */
function requireMachine({ path, platform }, binary) {
    const header = (0,elf/* parseElfHeader */.Ki)(binary);
    if (header?.machine === platform)
        return;
    if (header === undefined) {
        throw new errors/* FledgeError */.aE('tool', `${path} succeeded, but its output is not a program`);
    }
    const crossCompiler = (0,distribution/* howToInstall */.v)([(0,table/* crossCompilerFor */.VW)(platform)]);
    throw new errors/* FledgeError */.aE('tool', `${path} does not compile for ${platform}`, {
        fix: `${crossCompiler}, or put a gcc for that machine first on the PATH`,
    });
}

// EXTERNAL MODULE: ./build/sources/busybox.js + 1 modules
var sources_busybox = __webpack_require__(13283);
// EXTERNAL MODULE: ./build/sources/init-program.js
var init_program = __webpack_require__(13202);
// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(60975);
// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(58375);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/tree/contents.js
var tree_contents = __webpack_require__(61491);
// EXTERNAL MODULE: ./build/tree/initramfs.js
var initramfs = __webpack_require__(2564);
// EXTERNAL MODULE: ./build/tree/root-owned.js
var root_owned = __webpack_require__(30489);
// EXTERNAL MODULE: ./build/tree/tree.js
var tree_tree = __webpack_require__(82581);
// EXTERNAL MODULE: ./build/recipe/job.js
var recipe_job = __webpack_require__(22936);
// EXTERNAL MODULE: ./build/recipe/kept-entries.js
var kept_entries = __webpack_require__(98710);
// EXTERNAL MODULE: ./build/recipe/map-files.js
var map_files = __webpack_require__(20051);
// EXTERNAL MODULE: ./build/recipe/verify/entrypoint.js
var entrypoint = __webpack_require__(6871);
// EXTERNAL MODULE: ./build/recipe/verify/missing-files.js
var missing_files = __webpack_require__(19879);
// EXTERNAL MODULE: ./build/recipe/verify/pid1.js
var pid1 = __webpack_require__(1357);
// EXTERNAL MODULE: ./build/recipe/verify/programs.js
var programs = __webpack_require__(81948);
// EXTERNAL MODULE: ./build/recipe/write-progress.js
var write_progress = __webpack_require__(28506);
;// CONCATENATED MODULE: ./build/recipe/initramfs.js
























/**
 * Builds an initramfs: the files of an image if there is one, base directories, busybox and its links, the init, the agent,
 * the mappings. Later ones replace earlier ones; base directories and links are added only where nothing is. Programs are
 * fetched, verified and compiled concurrently.
 *
 * @throws FledgeError `config` for a file that fledge.toml names and that nothing provides; otherwise as the sources do.
 */
async function buildInitramfs(job) {
    job.steps.begin('collect', 'collect busybox, init, agent and mapped files');
    const choice = await checkedInitChoice(job);
    const base = await prepareBase(job);
    const file = job.artifact.inOrder();
    // Threads start slowly: they do it while files are fetched and compiled, and not for a build that is refused before.
    const gzip = openGzip({ workers: job.workers, write: async (bytes) => file.write(bytes) });
    try {
        const { tree, inputs, mappings, executables, obtained } = await collect(job, choice, base);
        const contents = (0,tree_contents/* contentShares */.c)(tree);
        const image = obtained?.facts;
        const unpackedBytes = contents.reduce((sum, { size }) => sum + size, 0);
        gzip.expect(unpackedBytes);
        const built = {
            strategy: 'initramfs',
            hasAgent: job.config.agent !== undefined,
            unpackedBytes,
            executables,
            ...(image !== undefined && { image }),
        };
        await job.report(await (0,entrypoint/* remarksOnEntrypoint */.v)(tree, built, { platform: job.platform, template: job.template }));
        job.steps.begin('write', `write ${job.artifact.name}`);
        const progress = job.sources.reporter.progress(job.artifact.name, 'bytes');
        try {
            await (0,cpio/* writeCpio */.t)(tree.entries(), (0,write_progress/* reportingSink */.g)(gzip, progress, unpackedBytes));
            await gzip.finish();
        }
        finally {
            progress.end();
        }
        return { inputs, mappings, built, contents, reproducible: obtained?.reproducible ?? { ok: true } };
    }
    catch (error) {
        await gzip.abort();
        throw error;
    }
    finally {
        await base?.close();
    }
}
/** The init of a build. @throws FledgeError for a fault of fledge.toml or of the files that it names. */
async function checkedInitChoice(job) {
    const { config, directory, errorAt, platform } = job;
    (0,sources_busybox/* requireBusyboxFor */.Rg)(config.busybox, platform);
    const choice = await (0,choose/* chooseInit */.C)(config.init, directory);
    const needless = (0,choose/* compileProblem */.v)(config.init, choice);
    if (needless !== undefined)
        throw await errorAt([{ path: ['init', 'compile'], message: needless }]);
    if (choice.kind === 'c-init' && choice.exec !== choice.exec?.trim()) {
        const message = 'it begins or ends with white space, which the init would ignore';
        throw await errorAt([{ path: (0,pid1/* initKey */.q)(config), message }]);
    }
    await (0,map_files/* requireMappingSources */.sF)(job);
    if (choice.kind === 'missing')
        throw await errorAt([(0,missing_files/* missingInit */.vn)(config.init)]);
    return choice;
}
/** Images are rare, and their code is large: it is loaded only for a config with one. */
async function prepareBase(job) {
    const { image, imageLock: lock } = job.config;
    if (image === undefined)
        return undefined;
    const { prepareBaseImage } = await Promise.all(/* import() */[__webpack_require__.e(6368), __webpack_require__.e(621), __webpack_require__.e(191), __webpack_require__.e(1863), __webpack_require__.e(4823), __webpack_require__.e(9607), __webpack_require__.e(5902)]).then(__webpack_require__.bind(__webpack_require__, 65902));
    return prepareBaseImage({ image, lock }, job);
}
async function collect(job, choice, base) {
    const { config, mtime, platform } = job;
    const budget = new support_budget/* Budget */._({ unpacked: config.maxUnpackedMb * units/* MEBIBYTE */.gJ });
    const [busybox, init, agent, obtained] = await (0,concurrency/* settleAll */.j3)(fetchBusyboxPart(job), prepareInit(job, choice), config.agent === undefined ? undefined : (0,recipe_job/* fetchAgentPart */.VG)(config.agent, job), base?.obtain(budget));
    const tree = new tree_tree/* FileTree */.hr(mtime, budget);
    if (obtained !== undefined)
        await base?.unpackInto(tree, obtained, { budget, places: requiredPlaces(choice, agent) });
    (0,initramfs/* addBaseTree */.bV)(tree, mtime);
    const { data, applets } = busybox.file;
    (0,initramfs/* addBusybox */.qN)(tree, { kind: 'bytes', size: data.length, data }, applets, mtime);
    if (init !== undefined)
        (0,root_owned/* addProgram */._6)(tree, kept_entries/* INIT_PATH */.hB, init.content, mtime);
    if (choice.kind === 'c-init' && choice.exec !== undefined) {
        (0,root_owned/* addFile */.sM)(tree, kept_entries/* INIT_TARGET_PATH */.Pf, Buffer.from(`${choice.exec}\n`), mtime);
    }
    if (agent !== undefined)
        (0,root_owned/* addProgram */._6)(tree, recipe_job/* AGENT_PATH */.I7, agent.content, mtime);
    const { programs: executables, mappings } = await (0,map_files/* mapAround */.Ux)(tree, (0,kept_entries/* keptInInitramfs */.ZL)(config, choice), job);
    const first = choice.kind === 'c-init' && choice.exec !== undefined ? choice.exec : '/init';
    await requireProgram(tree, first, job);
    const others = executables.filter((path) => path !== first);
    await (0,map_files/* reportProgramFaults */.uO)(tree, await (0,programs/* findProgramFaults */.N5)(tree, others, { platform }), job);
    (0,adapt/* adaptToCpio */.vx)(tree, job.adjustments);
    await job.software?.list(tree, base?.layersInTree(obtained) ?? new Map());
    const ofParts = [init, agent].flatMap((part) => part?.input ?? []);
    const inputs = [...(obtained?.inputs ?? []), ...busybox.inputs, ...ofParts];
    return { tree, inputs, mappings, executables, obtained };
}
/** The places that the build needs in the image. */
function requiredPlaces(choice, agent) {
    return [
        { path: sources_busybox/* BUSYBOX_PATH */.VE, purpose: 'busybox' },
        ...(choice.kind === 'mapped' ? [] : [{ path: kept_entries/* INIT_PATH */.hB, purpose: 'the init' }]),
        ...(agent === undefined ? [] : [{ path: recipe_job/* AGENT_PATH */.I7, purpose: 'the agent' }]),
    ];
}
/** Fetches busybox from its source in fledge.toml. */
async function fetchBusyboxPart(job) {
    const { config, platform, sources } = job;
    const { busybox } = config;
    if (busybox.image !== undefined) {
        const { fetchBusyboxImagePart } = await Promise.all(/* import() */[__webpack_require__.e(6368), __webpack_require__.e(621), __webpack_require__.e(191), __webpack_require__.e(1863), __webpack_require__.e(4823), __webpack_require__.e(1897)]).then(__webpack_require__.bind(__webpack_require__, 31897));
        return fetchBusyboxImagePart(busybox, job);
    }
    const file = await (0,sources_busybox/* fetchBusybox */.Z9)(busybox, platform, sources);
    const input = (0,recipe_job/* inputOf */.wg)({ name: 'busybox', uri: (0,recipe_job/* uriOf */.S_)(busybox.location, file.uri), sha256: file.sha256 });
    return { file, inputs: [input] };
}
async function prepareInit({ platform, scratchDirectory, sources, config }, choice) {
    if (choice.kind === 'host-file') {
        const file = await (0,init_program/* readInitProgram */.l)(choice.path, platform);
        const path = config.init.mode === 'custom' ? config.init.path : choice.path;
        return {
            content: (0,recipe_job/* hostFile */.RK)(file, path),
            input: (0,recipe_job/* inputOf */.wg)({ name: 'init', uri: (0,recipe_job/* uriOf */.S_)({ kind: 'file', path }, path), sha256: file.sha256 }),
        };
    }
    if (choice.kind !== 'c-init')
        return undefined;
    const data = choice.compile
        ? await compileInit({ platform, scratchDir: scratchDirectory, signal: sources.signal })
        : await (0,binary/* readInitBinary */.S)(platform);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(data).digest('hex');
    return {
        content: { kind: 'bytes', size: data.length, data },
        input: (0,recipe_job/* inputOf */.wg)({ name: 'init', uri: choice.compile ? 'fledge:init.c' : 'fledge:init', sha256 }),
    };
}
/**
 * Checks that the program of PID 1 exists and can start. Otherwise the machine would power off at its first boot.
 *
 * @throws FledgeError `config` if not.
 */
async function requireProgram(tree, path, job) {
    const { config, directory, errorAt, platform } = job;
    const fault = await (0,pid1/* findInitFault */._)(tree, path, { config, directory, platform });
    if (fault !== undefined)
        throw await errorAt([fault]);
}


/***/ })

};
