export const id = 9062;
export const ids = [9062];
export const modules = {

/***/ 79902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ HEADER_SIZE),
/* harmony export */   S1: () => (/* binding */ TRAILER_NAME),
/* harmony export */   dw: () => (/* binding */ paddingTo4),
/* harmony export */   eL: () => (/* binding */ MAX_FIELD),
/* harmony export */   mS: () => (/* binding */ MAGIC),
/* harmony export */   ng: () => (/* binding */ MAX_NAME_SIZE)
/* harmony export */ });
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26471);

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

/***/ 49062:
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

// EXTERNAL MODULE: ./build/sources/busybox.js + 2 modules
var sources_busybox = __webpack_require__(30744);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/sources/local-file.js
var local_file = __webpack_require__(64925);
;// CONCATENATED MODULE: ./build/sources/init-program.js



const LABEL = 'the init';
/** The limit for a file that is hashed before the build; an init is a small program. */
const MAX_BYTES = 512 * 1024 * 1024;
const SCRIPT_MAGIC = '#!';
/**
 * Checks and hashes the host file that becomes /init: a script, or a program for `platform`.
 *
 * @throws FledgeError `input`.
 */
async function readInitProgram(path, platform) {
    const digest = await (0,local_file/* digestFile */.T)(path, { label: LABEL, maxBytes: MAX_BYTES });
    if ((await firstBytes(path, SCRIPT_MAGIC.length)) !== SCRIPT_MAGIC) {
        const advice = `set path in [init] to a program for ${platform}, or a script that begins with ${SCRIPT_MAGIC}`;
        await (0,elf/* checkElf */.Kg)(path, { platform, label: LABEL, advice });
    }
    return { path, ...digest };
}
async function firstBytes(path, count) {
    const file = await (0,regular_file/* openRegularFile */.ZU)(path);
    try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(count), 0, count, 0);
        return buffer.toString('latin1', 0, bytesRead);
    }
    finally {
        await file.close();
    }
}

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
// EXTERNAL MODULE: ./build/recipe/map-files.js + 12 modules
var map_files = __webpack_require__(48820);
// EXTERNAL MODULE: ./build/recipe/verify/entrypoint.js
var entrypoint = __webpack_require__(6871);
// EXTERNAL MODULE: ./build/recipe/verify/missing-files.js
var missing_files = __webpack_require__(19879);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/recipe/mapping-key.js
var mapping_key = __webpack_require__(82927);
// EXTERNAL MODULE: ./build/recipe/verify/programs.js
var programs = __webpack_require__(81948);
;// CONCATENATED MODULE: ./build/recipe/verify/pid1.js



/** The key that selects the program of PID 1. */
function initKey({ init }) {
    return init.mode === 'default' ? ['init'] : ['init', init.mode === 'none' ? 'none' : 'path'];
}
/**
 * Finds the fault of the program of PID 1, at an absolute path of the tree: nothing provides it, or it cannot start. The
 * machine would power off at its first boot.
 */
async function findInitFault(tree, path, { config, directory, ...context }) {
    const name = (0,byte_string/* byteStringFromText */.dw)(path);
    if (tree.get(name) === undefined) {
        if (context.isIncomplete === true)
            return undefined;
        const hint = `"./my-program" = "${path}"`;
        const message = config.init.mode === 'custom'
            ? `${path} does not exist on the host, and no mapping provides it; map it: ${hint}`
            : `nothing provides ${path}; map a program to it: ${hint}`;
        return { path: initKey(config), message };
    }
    const message = await (0,programs/* findStartFault */.GF)(tree, path, context);
    if (message === undefined)
        return undefined;
    const key = config.init.mode === 'default' ? undefined : (0,mapping_key/* mappingKey */.Yt)(tree, name, { config, directory });
    return { path: key ?? initKey(config), message };
}

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
        throw await errorAt([{ path: initKey(config), message }]);
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
    const { prepareBaseImage } = await Promise.all(/* import() */[__webpack_require__.e(6368), __webpack_require__.e(435), __webpack_require__.e(1863), __webpack_require__.e(9607), __webpack_require__.e(5902)]).then(__webpack_require__.bind(__webpack_require__, 65902));
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
        const { fetchBusyboxImagePart } = await Promise.all(/* import() */[__webpack_require__.e(6368), __webpack_require__.e(435), __webpack_require__.e(1863), __webpack_require__.e(1897)]).then(__webpack_require__.bind(__webpack_require__, 31897));
        return fetchBusyboxImagePart(busybox, job);
    }
    const file = await (0,sources_busybox/* fetchBusybox */.Z9)(busybox, platform, sources);
    const input = (0,recipe_job/* inputOf */.wg)({ name: 'busybox', uri: (0,recipe_job/* uriOf */.S_)(busybox.location, file.uri), sha256: file.sha256 });
    return { file, inputs: [input] };
}
async function prepareInit({ platform, scratchDirectory, sources, config }, choice) {
    if (choice.kind === 'host-file') {
        const file = await readInitProgram(choice.path, platform);
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
    const fault = await findInitFault(tree, path, { config, directory, platform });
    if (fault !== undefined)
        throw await errorAt([fault]);
}


/***/ }),

/***/ 30744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VE: () => (/* binding */ BUSYBOX_PATH),
  qI: () => (/* binding */ MAX_BUSYBOX_BYTES),
  Z9: () => (/* binding */ fetchBusybox),
  fy: () => (/* binding */ inspectBusybox),
  Rg: () => (/* binding */ requireBusyboxFor)
});

// UNUSED EXPORTS: downloadBusybox

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
;// CONCATENATED MODULE: ./build/sources/applet-directories.js
const rootApplets = `
  linuxrc
`;
const binApplets = `
  arch ash base32 base64 busybox cat chattr chgrp chmod chown conspy cp cpio cttyhack date dd df dmesg dnsdomainname
  dumpkmap echo ed egrep false fatattr fdflush fgrep fsync getopt grep gunzip gzip hostname hush ionice iostat ipcalc
  kbd_mode kill link linux32 linux64 ln login ls lsattr lzop makemime mkdir mknod mktemp more mount mountpoint mpstat
  mt mv netstat nice nuke pidof ping ping6 pipe_progress printenv ps pwd reformime resume rev rm rmdir rpm run-parts
  scriptreplay sed setarch setpriv setserial sh sleep stat stty su sync tar touch true umount uname uncompress usleep
  vi vmstat watch zcat
`;
const sbinApplets = `
  acpid adjtimex arp blkid blockdev bootchartd depmod devmem fbsplash fdisk findfs freeramdisk fsck fsck.minix fstrim
  getty halt hdparm hwclock ifconfig ifdown ifenslave ifup init insmod ip ipaddr iplink ipneigh iproute iprule
  iptunnel klogd loadkmap logread losetup lsmod makedevs mdev mkdosfs mke2fs mkfs.ext2 mkfs.minix mkfs.vfat mkswap
  modinfo modprobe nameif pivot_root poweroff raidautorun reboot rmmod route run-init runlevel setconsole slattach
  start-stop-daemon sulogin swapoff swapon switch_root sysctl syslogd tc tunctl udhcpc uevent vconfig watchdog zcip
`;
const usrBinApplets = `
  [ [[ ar ascii awk basename bc beep blkdiscard bunzip2 bzcat bzip2 cal chpst chrt chvt cksum clear cmp comm crc32
  crontab cryptpw cut dc deallocvt diff dirname dos2unix dpkg dpkg-deb du dumpleases eject env envdir envuidgid expand
  expr factor fallocate fgconsole find flock fold free ftpget ftpput fuser getfattr groups hd head hexdump hexedit
  hostid id install ipcrm ipcs killall last less logger logname lpq lpr lsblk lsof lspci lsscsi lsusb lzcat lzma man
  md5sum mesg microcom mkfifo mkpasswd nc nl nmeter nohup nproc nsenter nslookup od openvt passwd paste patch pgrep
  pkill pmap printf pscan pstree pwdx readlink realpath renice reset resize rpm2cpio runsv runsvdir rx script seq
  setfattr setkeycodes setsid setuidgid sha1sum sha256sum sha384sum sha3sum sha512sum showkey shred shuf smemcap
  softlimit sort split ssl_client ssl_server strings sum sv svc svok tac tail taskset tcpsvd tee telnet test tftp time
  timeout top tr traceroute traceroute6 truncate ts tty ttysize udhcpc6 udpsvd unexpand uniq unix2dos unlink unlzma
  unshare unxz unzip uptime users uudecode uuencode uuidgen vlock volname w wall wc wget which who whoami whois xargs
  xxd xz xzcat yes
`;
const usrSbinApplets = `
  add-shell addgroup adduser arping brctl chat chpasswd chroot crond delgroup deluser dhcprelay dnsd ether-wake
  fakeidentd fbset fdformat fsfreeze ftpd httpd i2cdetect i2cdump i2cget i2cset i2ctransfer ifplugd inetd killall5
  loadfont lpd mim nanddump nandwrite nbd-client nologin ntpd partprobe popmaildir powertop rdate rdev readahead
  readprofile remove-shell rtcwake sendmail setfont setlogcons svlogd telnetd tftpd ubiattach ubidetach ubimkvol
  ubirename ubirmvol ubirsvol ubiupdatevol udhcpd
`;
/**
 * The directory of every applet that `busybox --list-full` prints, collected from Debian's busybox of bullseye,
 * bookworm, trixie and sid and from busybox 1.35.0 with everything in its default configuration. If they differ
 * (Debian moves readlink to /bin), the unpatched program is used.
 */
const KNOWN_APPLETS = new Map([
    ...inDirectory('', rootApplets),
    ...inDirectory('bin', binApplets),
    ...inDirectory('sbin', sbinApplets),
    ...inDirectory('usr/bin', usrBinApplets),
    ...inDirectory('usr/sbin', usrSbinApplets),
]);
function inDirectory(directory, names) {
    return names
        .trim()
        .split(/\s+/)
        .map((name) => [name, directory]);
}

;// CONCATENATED MODULE: ./build/sources/applets.js


/**
 * The applets of a busybox binary, in byte order. `busybox --list-full` is not used, because the binary may be for
 * another machine. The result may include `busybox` itself and `linuxrc`, whose directory is the root.
 *
 * The binary contains the names in byte order, each terminated by a NUL, and an empty name after the last one. If it
 * was built to install itself, it also contains the directories: one nibble per name, low nibble first on every
 * machine. Neither table has a header or a symbol, and either may follow other bytes without a gap. So both are
 * recognised by their content: the names are sorted and mostly known, and the nibbles agree with the directories of
 * known applets. The applets of a binary without nibbles are put into the usual directories.
 *
 * @throws FledgeError `input` if the binary has no such list; `path` is the file in the message.
 */
function readApplets(binary, path) {
    const list = findNameList(binary);
    if (list === undefined) {
        throw new errors/* FledgeError */.aE('input', `cannot read the applets of ${path}: it contains no list of applets; check that it is busybox`, {
            fix: 'set busybox_url in [source] to a busybox with more than a few applets',
        });
    }
    const readings = readingsOf(list).map((names) => ({ names, found: findDirectories(binary, names, list) }));
    const located = readings.filter(({ found }) => found !== undefined);
    const best = located.reduce((a, b) => (a?.found !== undefined && b.found !== undefined && a.found.misses <= b.found.misses ? a : b), undefined);
    const { names, found } = best ?? readings[0] ?? { names: list.names, found: undefined };
    return names.map((name, index) => ({
        name,
        directory: found?.directories[index] ?? KNOWN_APPLETS.get(name) ?? 'usr/bin',
    }));
}
/** Fewer known names than this may be a coincidence. */
const MIN_KNOWN_NAMES = 4;
const MAX_NAME_LENGTH = 32;
/** 1 for the bytes that names of applets consist of. */
const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => /[A-Za-z0-9_.+[-]/.test(String.fromCharCode(byte)) ? 1 : 0);
/** Names of almost every busybox. The search begins around them, to avoid a scan of megabytes of code. */
const LANDMARKS = ['cat', 'ls', 'mount', 'sh'];
/** More than the names of all applets need. */
const NAMES_BYTES = 16 * 1024;
function findNameList(binary) {
    const view = Buffer.from(binary.buffer, binary.byteOffset, binary.length);
    for (const landmark of LANDMARKS) {
        const at = view.indexOf(`\0${landmark}\0`, 0, 'latin1');
        const from = Math.max(0, at - NAMES_BYTES);
        const list = at < 0 ? undefined : bestNameList(binary, from, Math.min(binary.length, at + NAMES_BYTES));
        // A list at the start of the window may begin before the window.
        if (list !== undefined && list.start > from)
            return list;
    }
    return bestNameList(binary, 0, binary.length);
}
/** The name list with the most known names in a part of the binary. At least half of its names are known. */
function bestNameList(binary, from, to) {
    let best;
    for (const { start, end, before } of sortedRuns(binary, from, to)) {
        const names = latin1(binary, start, end - 1).split('\0');
        const known = names.filter((name) => KNOWN_APPLETS.has(name)).length;
        if (known < MIN_KNOWN_NAMES || known * 2 < names.length || known <= (best?.known ?? 0))
            continue;
        best = { known, list: { names, start, end, before } };
    }
    return best?.list;
}
/** Runs of at least MIN_KNOWN_NAMES plausible names in strict byte order with an empty name after them. */
function sortedRuns(binary, from, to) {
    const runs = [];
    /** The current run: its start, its number of names, and the start and end of its last name. */
    let runStart = from;
    let count = 0;
    let lastStart = 0;
    let lastEnd = 0;
    /** The current name: the start of its plausible part; true if that part begins right after the last NUL. */
    let nameStart = from;
    let isWhole = true;
    for (let at = from; at < to; at += 1) {
        const byte = binary[at] ?? 0;
        if (byte !== 0) {
            if (NAME_BYTES[byte] === 0) {
                nameStart = at + 1;
                isWhole = false;
            }
            continue;
        }
        const length = at - nameStart;
        if (length === 0 && isWhole) {
            if (count >= MIN_KNOWN_NAMES)
                runs.push({ start: runStart, end: at, before: tailBefore(binary, runStart) });
            count = 0;
        }
        else if (length === 0 || length > MAX_NAME_LENGTH) {
            count = 0;
        }
        else if (isWhole && count > 0 && isBefore(binary, lastStart, lastEnd, nameStart, at)) {
            count += 1;
        }
        else {
            runStart = nameStart;
            count = 1;
        }
        lastStart = nameStart;
        lastEnd = at;
        nameStart = at + 1;
        isWhole = true;
    }
    return runs;
}
/** True if the name at a is less than the name at b, by byte value. */
function isBefore(bytes, aStart, aEnd, bStart, bEnd) {
    const length = Math.min(aEnd - aStart, bEnd - bStart);
    for (let index = 0; index < length; index += 1) {
        const difference = (bytes[aStart + index] ?? 0) - (bytes[bStart + index] ?? 0);
        if (difference !== 0)
            return difference < 0;
    }
    return aEnd - aStart < bEnd - bStart;
}
/** The last plausible bytes before the NUL that precedes the run. */
function tailBefore(binary, runStart) {
    const end = runStart - 1;
    if (binary[end] !== 0)
        return '';
    let start = end;
    while (start > 0 && end - start < MAX_NAME_LENGTH && NAME_BYTES[binary[start - 1] ?? 0] === 1)
        start -= 1;
    return latin1(binary, start, end);
}
/**
 * The possible beginnings of a list, most likely first. Other data may be directly before the first name: it may look
 * like a part of the name, hide the name because both together are out of order, or look like one more name before it.
 */
function readingsOf({ names, before }) {
    const [first = '', ...rest] = names;
    const readings = [];
    const hidden = knownTail(before);
    if (hidden !== undefined && hidden < first)
        readings.push([hidden, ...names]);
    const firstKnown = names.findIndex((name) => KNOWN_APPLETS.has(name));
    const tail = knownTail(first);
    if (firstKnown === 0)
        readings.push(names);
    else if (tail !== undefined)
        readings.push([tail, ...rest]);
    // A surplus name is an unused link; an omitted name is a missing command.
    else
        readings.push(names, names.slice(firstKnown));
    return readings;
}
/** The longest known name at the end of a text. */
function knownTail(text) {
    for (let start = 0; start < text.length; start += 1) {
        const tail = text.slice(start);
        if (KNOWN_APPLETS.has(tail))
            return tail;
    }
    return undefined;
}
/** The directory of each nibble value. */
const DIRECTORIES = ['', 'bin', 'sbin', 'usr/bin', 'usr/sbin'];
/** With fewer known names, any bytes might agree by chance, and the usual directories are as good. */
const MIN_EVIDENCE = 16;
/** The fraction of known applets that a builder may have moved to other directories. */
const MAX_MISSES = 0.1;
/** The compiler puts the nibbles near the names; the whole binary is searched if they are not there. */
const NEIGHBOURHOOD_BYTES = 16 * 1024;
function findDirectories(binary, names, near) {
    const expected = names.map((name) => {
        const directory = KNOWN_APPLETS.get(name);
        return directory === undefined ? -1 : DIRECTORIES.indexOf(directory);
    });
    const evidence = expected.filter((nibble) => nibble >= 0).length;
    if (evidence < MIN_EVIDENCE)
        return undefined;
    const limit = Math.floor(evidence * MAX_MISSES);
    const from = Math.max(0, near.start - NEIGHBOURHOOD_BYTES);
    const to = Math.min(binary.length, near.end + NEIGHBOURHOOD_BYTES);
    const place = bestPlace(binary, expected, { from, to, limit }) ??
        bestPlace(binary, expected, { from: 0, to: binary.length, limit });
    if (place === undefined)
        return undefined;
    return {
        misses: place.misses,
        directories: names.map((_, index) => DIRECTORIES[nibbleAt(binary, place.offset, index)] ?? 'usr/bin'),
    };
}
function bestPlace(binary, expected, { from, to, limit }) {
    let best;
    for (let offset = from; offset + Math.ceil(expected.length / 2) <= to; offset += 1) {
        const misses = missesAt(binary, offset, expected, best === undefined ? limit : best.misses - 1);
        if (misses !== undefined)
            best = { offset, misses };
        if (misses === 0)
            break;
    }
    return best;
}
/** The number of known applets that the nibbles at `offset` misplace; undefined if above `limit` or not nibbles. */
function missesAt(binary, offset, expected, limit) {
    let misses = 0;
    for (let index = 0; index < expected.length; index += 1) {
        const nibble = nibbleAt(binary, offset, index);
        if (nibble >= DIRECTORIES.length)
            return undefined;
        const wanted = expected[index] ?? -1;
        if (wanted < 0 || wanted === nibble)
            continue;
        misses += 1;
        if (misses > limit)
            return undefined;
    }
    return misses;
}
function nibbleAt(binary, offset, index) {
    const byte = binary[offset + (index >> 1)] ?? 0xff;
    return index % 2 === 0 ? byte & 0x0f : byte >> 4;
}
function latin1(bytes, start, end) {
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

// EXTERNAL MODULE: ./build/sources/download.js
var download = __webpack_require__(24789);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
;// CONCATENATED MODULE: ./build/sources/busybox.js








/** The path of busybox in an image and in an initramfs. */
const BUSYBOX_PATH = 'bin/busybox';
const LABEL = 'busybox';
/** A static busybox with all applets has about 2.5 MB. The whole file is read into memory. */
const MAX_BUSYBOX_BYTES = 64 * 1024 * 1024;
/**
 * Checks that the default busybox, if it is used, is for a platform. Does not fetch it.
 *
 * @throws FledgeError `input`.
 */
function requireBusyboxFor({ location }, platform) {
    if (location?.kind !== 'url' || location.url !== values/* DEFAULT_BUSYBOX_URL */.H9 || platform === 'linux/amd64')
        return;
    throw new errors/* FledgeError */.aE('input', `the default busybox is for linux/amd64, and the plugin is for ${platform}`, {
        fix: `in [source], set busybox_image to an image for ${platform}, such as "busybox:musl", or busybox_url to a static busybox for ${platform}: a URL, or a file of this machine`,
    });
}
/**
 * Fetches busybox from its source in fledge.toml, checks that it is a program for `platform`, and reads its applets.
 * Warns if it needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchBusybox(source, platform, context) {
    const pinAs = (sha256) => `busybox_sha256 = "${sha256}" below [source]`;
    const file = await (0,download/* fetchFile */.t2)({ ...requestFor(source), pinAs }, context).catch((error) => {
        throw suggestLocalBusybox(error);
    });
    return inspectBusybox(file, { platform, key: 'busybox_url' }, context);
}
/** Adds the way without a network to the fix of a failed download: most people do not know that a package has the file. */
function suggestLocalBusybox(error) {
    if (!(error instanceof errors/* FledgeError */.aE) || error.code !== 'download')
        return error;
    const { message, fix } = error.wording;
    const other = `set busybox_url = "/bin/busybox" below [source] after apt-get install busybox-static`;
    const fixes = fix === undefined ? other : (0,wording/* joinTexts */.B5)([fix, other], '; or ');
    return new errors/* FledgeError */.aE(error.code, message, { cause: error, fix: fixes });
}
/**
 * Checks that a file is a busybox for the platform, and reads its applets. Warns if it needs a dynamic loader. `key` is the
 * key of `[source]` that names it.
 *
 * @throws FledgeError `input`.
 */
async function inspectBusybox(file, { platform, key }, context) {
    const advice = `set ${key} in [source] to a busybox for ${platform}`;
    const { interpreter } = await (0,elf/* checkElf */.Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or no applet can start`, { code: 'dynamic-program' });
    }
    const data = await readVerified(file);
    return { ...file, data, applets: readApplets(data, file.path) };
}
/**
 * Downloads the file that a URL serves as busybox now, to be pinned.
 *
 * @throws FledgeError `download` or `input`.
 */
function downloadBusybox(url, context) {
    return fetchFile(requestFor({ location: { kind: 'url', url }, sha256: undefined }), context);
}
function requestFor({ location, sha256, lockFile }) {
    return {
        from: location,
        sha256,
        lockFile,
        kind: 'busybox',
        label: LABEL,
        maxBytes: MAX_BUSYBOX_BYTES,
        expect: 'elf',
    };
}
async function readVerified({ path, sha256 }) {
    const data = await readWhole(path);
    if ((0,external_node_crypto_.hash)('sha256', data) === sha256)
        return data;
    throw (0,regular_file/* fileChanged */.J8)(LABEL);
}
async function readWhole(path) {
    try {
        return await (0,regular_file/* readRegularFile */.XF)(path, MAX_BUSYBOX_BYTES);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${LABEL} from ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 22236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ inspectProgram),
/* harmony export */   Kg: () => (/* binding */ checkElf),
/* harmony export */   Ki: () => (/* binding */ parseElfHeader),
/* harmony export */   Mu: () => (/* binding */ inspectProgramIn)
/* harmony export */ });
/* unused harmony export findInterpreter */
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25423);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11720);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13307);




const HEADER_BYTES = 64;
/** Linux loads no program with a larger table (fs/binfmt_elf.c, load_elf_phdrs). */
const MAX_TABLE_BYTES = 64 * 1024;
/** As many sections of 64 bytes as the header can count. */
const MAX_SECTION_TABLE_BYTES = 0xffff * 64;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** PT_LOAD to PT_TLS. Other types are specific to a linker, and are not loaded. */
const SEGMENT_TYPES = [1, 2, 3, 4, 5, 6, 7];
/** SHT_NULL and SHT_NOBITS, which have no bytes in the file. */
const EMPTY_SECTION_TYPES = [0, 8];
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];
/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
    32: {
        headerBytes: 52,
        programs: { table: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
        sections: { table: 32, entrySize: 46, entryCount: 48, entryBytes: 40, fileOffset: 16, fileSize: 20 },
    },
    64: {
        headerBytes: 64,
        programs: { table: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
        sections: { table: 40, entrySize: 58, entryCount: 60, entryBytes: 64, fileOffset: 24, fileSize: 32 },
    },
};
/** e_machine by number: the name for little-endian and the one for big-endian. */
const MACHINES = new Map([
    [3, ['linux/386', 'big-endian i386']],
    [8, ['linux/mipsle', 'linux/mips']],
    [20, ['little-endian powerpc', 'linux/ppc']],
    [21, ['linux/ppc64le', 'linux/ppc64']],
    [22, ['little-endian s390', 'linux/s390x']],
    [40, ['linux/arm', 'big-endian arm']],
    [62, ['linux/amd64', 'big-endian x86-64']],
    [183, ['linux/arm64', 'big-endian aarch64']],
    [243, ['linux/riscv64', 'big-endian riscv']],
    [258, ['linux/loong64', 'big-endian loongarch']],
]);
/**
 * Checks that a file is an ELF program for `platform`, and returns the content of its headers. `advice` is the fix if
 * it is not; `label` is the file's name in messages.
 *
 * @throws FledgeError `input`.
 */
async function checkElf(path, wanted) {
    const { platform, label, advice } = wanted;
    const found = await readElf(path, label);
    if ('notElf' in found) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.type !== 'executable') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.machine !== platform) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`, {
            fix: advice ??
                (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `use a ${label} that is built for ${platform}, or choose the other platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('platform')}`,
        });
    }
    if (found.damage !== undefined) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is damaged: ${found.damage}`, {
            fix: `build, copy or download ${label} again`,
        });
    }
    return found;
}
/** Parses the header at the beginning of a file; undefined if it is missing, truncated or not valid. */
function parseElfHeader(bytes) {
    if (!(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(bytes))
        return undefined;
    const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
    const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
    if (bits === undefined || littleEndian === undefined)
        return undefined;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.headerBytes)
        return undefined;
    const fields = fieldsOf(bytes, bits, littleEndian);
    const tableOf = ({ table, entrySize, entryCount, }) => {
        const offset = fields.word(table);
        if (offset === undefined)
            return undefined;
        return { offset, entrySize: fields.u16(entrySize), count: fields.u16(entryCount) };
    };
    const programHeaders = tableOf(layout.programs);
    const sectionHeaders = tableOf(layout.sections);
    if (programHeaders === undefined || sectionHeaders === undefined)
        return undefined;
    return {
        bits,
        littleEndian,
        type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
        machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
        programHeaders,
        sectionHeaders: sectionHeaders.offset === 0 || sectionHeaders.count === 0 ? undefined : sectionHeaders,
    };
}
/** The part of the file with the path of the dynamic loader, by the program headers; undefined if it is static. */
function findInterpreter(header, table) {
    return partsOf(header, 'programs', table).find(({ type }) => type === PT_INTERP);
}
/** The entries that the bytes of a table contain. */
function partsOf(header, kind, table) {
    const layout = LAYOUTS[header.bits][kind];
    const place = kind === 'programs' ? header.programHeaders : header.sectionHeaders;
    if (place === undefined || place.entrySize < layout.entryBytes)
        return [];
    const fields = fieldsOf(table, header.bits, header.littleEndian);
    const count = Math.min(place.count, Math.floor(table.length / place.entrySize));
    return Array.from({ length: count }, (_, index) => {
        const start = index * place.entrySize;
        return {
            // p_type is the first field of its header, and sh_type the second one.
            type: fields.u32(kind === 'programs' ? start : start + 4),
            offset: fields.word(start + layout.fileOffset),
            size: fields.word(start + layout.fileSize),
        };
    });
}
/**
 * The damage of a program of `fileSize` bytes: a table, a segment or a section beyond the end of the file, or program
 * headers that the kernel does not accept. No number in the file is trusted.
 */
function findDamage(header, tables, fileSize) {
    const { programHeaders, sectionHeaders, bits } = header;
    const beyond = (what, { offset, size }) => {
        if (size === 0)
            return undefined;
        if (offset === undefined || size === undefined)
            return `${what} has an offset or a size that no file can have`;
        const end = offset + size;
        return end > fileSize ? `${what} ends at byte ${end}, and the file has ${fileSize}` : undefined;
    };
    const lengthOf = ({ entrySize, count }) => entrySize * count;
    const programs = { offset: programHeaders.offset, size: lengthOf(programHeaders) };
    const isLoadable = programHeaders.entrySize === LAYOUTS[bits].programs.entryBytes && programs.size <= MAX_TABLE_BYTES;
    if (programHeaders.count > 0 && !isLoadable)
        return 'Linux does not load a program with its program headers';
    const cut = beyond('its table of program headers', programs) ??
        (sectionHeaders &&
            beyond('its table of section headers', { offset: sectionHeaders.offset, size: lengthOf(sectionHeaders) }));
    if (cut !== undefined)
        return cut;
    const segments = partsOf(header, 'programs', tables.programs).filter(({ type }) => SEGMENT_TYPES.includes(type));
    const sections = partsOf(header, 'sections', tables.sections).filter(({ type }) => !EMPTY_SECTION_TYPES.includes(type));
    for (const part of segments) {
        const problem = beyond('a segment', part);
        if (problem !== undefined)
            return problem;
    }
    for (const part of sections) {
        const problem = beyond('a section', part);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
/**
 * Examines a host file as a program: its type, and the interpreter that it needs to start.
 *
 * @throws FledgeError `input` if it cannot be read; `label` is the file's name in messages.
 */
async function inspectProgram(path, label) {
    return programOf(await readElf(path, label));
}
/** Examines the content of a file as `inspectProgram` does. */
async function inspectProgramIn(file) {
    return programOf(await readElfIn(file));
}
function programOf(found) {
    if (!('notElf' in found)) {
        const { machine, interpreter, damage } = found;
        return { kind: 'elf', machine, interpreter, damage };
    }
    const { head, notElf: description } = found;
    const [, interpreter, rest = ''] = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(head) ?? [];
    if (interpreter === undefined) {
        return { kind: 'other', description, isScriptAfterMark: head.startsWith('\xef\xbb\xbf#!') };
    }
    const argument = rest.replace(/[ \t]+$/, '');
    return { kind: 'script', interpreter, argument: argument === '' ? undefined : argument };
}
async function readElf(path, label) {
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            return await readElfIn({ size, read: (position, length) => readAt(handle, position, length) });
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function readElfIn(file) {
    const head = await file.read(0, 512);
    const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
    if (header === undefined) {
        return { notElf: (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(head) ? 'a damaged ELF file' : (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .describeContent */ .X)(head), head: head.toString('latin1') };
    }
    const programs = await readTable(file, header.programHeaders, MAX_TABLE_BYTES);
    const sections = await readTable(file, header.sectionHeaders, MAX_SECTION_TABLE_BYTES);
    const damage = header.type === 'executable' ? findDamage(header, { programs, sections }, file.size) : undefined;
    const place = findInterpreter(header, programs);
    if (place?.offset === undefined || place.size === undefined)
        return { ...header, interpreter: undefined, damage };
    const text = (await file.read(place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
    return { ...header, interpreter: text.split('\0', 1)[0] ?? '', damage };
}
async function readTable(file, table, maxBytes) {
    if (table === undefined)
        return Buffer.alloc(0);
    return file.read(table.offset, Math.min(table.entrySize * table.count, maxBytes));
}
/** Up to `length` bytes from `position`; fewer at the end of the file. */
async function readAt(handle, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead);
}
function machineName(of) {
    const { number, abi, bits, littleEndian } = of;
    const names = MACHINES.get(number);
    if (names === undefined)
        return `machine ${number}`;
    const name = littleEndian ? names[0] : names[1];
    if (!LINUX_ABIS.includes(abi))
        return `${name.replace('linux/', '')} of another system (OS ABI ${abi})`;
    // x86-64 and arm64 code in 32-bit files: the x32 and ILP32 ABIs, which kernels are rarely built to run.
    return bits === 32 && /64$/.test(name) ? `${name.replace('linux/', '')} with 32-bit pointers` : name;
}
/** Readers for the fields of one class and byte order. Offsets must be inside `bytes`. */
function fieldsOf(bytes, bits, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return {
        u16: (offset) => view.getUint16(offset, littleEndian),
        u32: (offset) => view.getUint32(offset, littleEndian),
        /** A file offset or size: 32 or 64 bits by class; undefined if no file can have it. */
        word(offset) {
            if (bits === 32)
                return view.getUint32(offset, littleEndian);
            const value = Number(view.getBigUint64(offset, littleEndian));
            return Number.isSafeInteger(value) ? value : undefined;
        },
    };
}


/***/ }),

/***/ 58375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ readAhead),
/* harmony export */   j3: () => (/* binding */ settleAll)
/* harmony export */ });
/* unused harmony export mapLimited */
/**
 * Waits for all promises, also if one fails, so that no work continues during cleanup. Then throws the first error, in
 * the order given.
 */
async function settleAll(...work) {
    await Promise.allSettled(work);
    return Promise.all(work);
}
/**
 * Calls `work` for every item, for at most `limit` of them at the same time, in their order. Returns the results in the order
 * of the items. `work` must not throw.
 */
async function mapLimited(items, limit, work) {
    const results = [];
    const waiting = items.entries();
    const workThrough = async () => {
        // All of them share the iterator.
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await settleAll(...Array.from({ length: Math.min(limit, items.length) }, workThrough));
    return results;
}
/**
 * Begins at once to read batches from a source, until it has about `limit` items. The result can be iterated once: it
 * yields these batches first and then the rest of the source. An error of the source is thrown after the batches that
 * preceded it, to the iterating caller.
 */
function readAhead(source, limit) {
    const batches = [];
    let isAhead = true;
    const fetchAhead = async () => {
        for (let count = 0; isAhead && count < limit;) {
            const { done, value } = await source.next();
            if (done === true)
                return;
            batches.push(value);
            count += value.length;
        }
    };
    const outcome = fetchAhead().then(() => undefined, (error) => ({ error }));
    return {
        async *[Symbol.asyncIterator]() {
            isAhead = false;
            const failure = await outcome;
            for (let batch = batches.shift(); batch !== undefined; batch = batches.shift())
                yield batch;
            if (failure !== undefined)
                throw failure.error;
            yield* source;
        },
        async stop() {
            isAhead = false;
            await outcome;
            await source.return();
        },
    };
}


/***/ })

};
