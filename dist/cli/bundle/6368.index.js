export const id = 6368;
export const ids = [6368];
export const modules = {

/***/ 16687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ detectCompression),
/* harmony export */   e: () => (/* binding */ DecompressionError)
/* harmony export */ });
/* harmony import */ var _tar_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70288);

/** The data is damaged, or cannot be decompressed; the message contains the reason. */
class DecompressionError extends Error {
    name = 'DecompressionError';
    /** The action for the user. */
    fix;
    constructor(message, fix) {
        super(message);
        this.fix = fix;
    }
}
/** Formats that layers sometimes have although no specification allows them. */
const FOREIGN_MAGICS = [
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
    ['bzip2', Buffer.from('BZh')],
    ['bzip3', Buffer.from('BZ3v1')],
    ['lzip', Buffer.from('LZIP')],
    ['lzop', Buffer.from([0x89, 0x4c, 0x5a, 0x4f, 0x00])],
    ['lrzip', Buffer.from('LRZI')],
    ['lz4', Buffer.from([0x04, 0x22, 0x4d, 0x18])],
    ['lz4 (legacy)', Buffer.from([0x02, 0x21, 0x4c, 0x18])],
    ['compress (.Z)', Buffer.from([0x1f, 0x9d])],
    ['lzh (.Z)', Buffer.from([0x1f, 0xa0])],
    ['pack (.z)', Buffer.from([0x1f, 0x1e])],
    ['snappy', Buffer.from([0xff, 0x06, 0x00, 0x00, 0x73, 0x4e, 0x61, 0x50, 0x70, 0x59])],
    ['zip', Buffer.from('PK\x03\x04')],
    ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ['rar', Buffer.from('Rar!\x1a\x07')],
    ['an ar archive', Buffer.from('!<arch>\n')],
    ['an rpm package', Buffer.from([0xed, 0xab, 0xee, 0xdb])],
    ['a cpio archive', Buffer.from('07070')],
    ['a squashfs image', Buffer.from('hsqs')],
];
/**
 * True if it may be the format of lzma(1), which has no magic: valid properties, a dictionary size of a power of two or
 * one and a half of it, and a size that is unknown or below 256 GiB. xz(1) uses the same rule.
 */
function isLzma(head) {
    if (head.length < 13 || (head[0] ?? 0) >= 9 * 5 * 5)
        return false;
    const dictionary = head.readUInt32LE(1);
    const power = 2 ** (31 - Math.clz32(dictionary));
    if (dictionary === 0 || (dictionary !== power && dictionary !== power * 1.5 && dictionary !== 0xffff_ffff))
        return false;
    const size = head.readBigUInt64LE(5);
    return size === 2n ** 64n - 1n || size < 2n ** 38n;
}
/** The first bytes of zlib's own format (RFC 1950), as opposed to gzip, with a window of 32 KiB and each level. */
const ZLIB_HEADERS = [0x7801, 0x785e, 0x789c, 0x78da];
function foreignFormatOf(head) {
    const known = FOREIGN_MAGICS.find(([, magic]) => head.subarray(0, magic.length).equals(magic));
    if (known !== undefined)
        return known[0];
    if (isLzma(head))
        return 'lzma';
    return head.length >= 2 && ZLIB_HEADERS.includes(head.readUInt16BE(0)) ? 'zlib' : undefined;
}
/**
 * Detects the compression of a layer from its first bytes (512, or all if it has fewer). As in containerd and skopeo,
 * the media type is ignored: Docker has pushed layers with the wrong one.
 *
 * @throws DecompressionError if layers may not have this format.
 */
function detectCompression(head) {
    if (head.length >= _tar_format_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_BYTES */ .Yo) {
        const block = head.subarray(0, _tar_format_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_BYTES */ .Yo);
        if ((0,_tar_format_js__WEBPACK_IMPORTED_MODULE_0__/* .hasValidChecksum */ .Qp)(block) || (0,_tar_format_js__WEBPACK_IMPORTED_MODULE_0__/* .isZeroBlock */ .ei)(block))
            return 'none';
    }
    if (head[0] === 0x1f && head[1] === 0x8b)
        return 'gzip';
    const magic = head.length >= 4 ? head.readUInt32LE(0) : 0;
    if (magic === 0xfd2fb528 || (magic & 0xffff_fff0) >>> 0 === 0x184d2a50)
        return 'zstd';
    const foreign = foreignFormatOf(head);
    if (foreign !== undefined) {
        throw new DecompressionError(`it is ${foreign}, but layers must be plain tar, or tar in gzip or zstd`, 'build or push the image again with a tool that compresses its layers with gzip or zstd');
    }
    // The tar reader reports any problem.
    return 'none';
}


/***/ }),

/***/ 76368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ decompress)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/sources/image/layer/compression.js
var layer_compression = __webpack_require__(16687);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/sources/image/layer/zstd-frames.js


/** RFC 8878, "Frames": the first four bytes, little-endian. */
const MAGIC = 0xfd2fb528;
/** The magic number of a skippable frame, without its last four bits, which are free. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAGIC_BYTES = 4;
const CHECKSUM_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
/** The longest part that is read: a frame header with a window, a dictionary's number and a content size. */
const LONGEST_VALUE_BYTES = 1 + 4 + 8;
/** Maximum window, 512 MiB as `zstd --ultra -22 --long=29` uses it; the logarithm to base 2. */
const MAX_WINDOW_LOG = 29;
/**
 * Splits a zstd stream into frames. Node's decompressor stops at the end of a frame and drops the rest of the same
 * write (and, until Node 23, accepts a truncated frame as complete), while a layer may have many frames, as
 * zstd:chunked and pzstd write them.
 */
class ZstdFrameSplitter {
    #onWindow;
    #part = 'magic';
    #partLeft = MAGIC_BYTES;
    /** The bytes of the part, if its value is needed. */
    #value = Buffer.alloc(LONGEST_VALUE_BYTES);
    #valueBytes = 0;
    #descriptor = 0;
    #isLastBlock = false;
    /** True if the frame may still be skipped: it has no content so far, and no part of it was returned. */
    #isIdle = true;
    /**
     * `onWindow` is called with the size of the decompressor's window when the header of a frame is complete, before the
     * frame is decompressed. It may throw.
     */
    constructor(onWindow = () => { }) {
        this.#onWindow = onWindow;
    }
    /** True if the stream may end here. */
    get isBetweenFrames() {
        return this.#part === 'magic' && this.#valueBytes === 0;
    }
    /**
     * Splits a chunk into pieces that belong to one frame each. Skippable frames are dropped, and so are empty frames
     * within one chunk: each piece is a call of the decompressor, so a few bytes cost as much as a megabyte.
     *
     * @throws DecompressionError if it is not a zstd stream, or needs too large a window or a dictionary.
     */
    *split(chunk) {
        let start = 0;
        let at = 0;
        while (at < chunk.length) {
            const used = Math.min(this.#partLeft, chunk.length - at);
            if (this.#valueBytes + used <= this.#value.length) {
                chunk.copy(this.#value, this.#valueBytes, at, at + used);
                this.#valueBytes += used;
            }
            at += used;
            this.#partLeft -= used;
            // A part may have no bytes.
            while (this.#partLeft === 0) {
                if (!this.#endPart())
                    continue;
                if (!this.#isIdle)
                    yield chunk.subarray(start, at);
                start = at;
                this.#isIdle = true;
            }
        }
        if (start === at || (this.#isIdle && this.#isSkippable))
            return;
        // A frame that is empty so far may have content in the next chunk.
        this.#isIdle = false;
        yield chunk.subarray(start);
    }
    /** Advances to the next part. Returns true if this part was the last of its frame. */
    #endPart() {
        const value = this.#value;
        switch (this.#part) {
            case 'magic': {
                const magic = value.readUInt32LE(0);
                if (magic === MAGIC)
                    this.#begin('descriptor', 1);
                else if ((magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC)
                    this.#begin('skip-size', 4);
                else
                    throw new layer_compression/* DecompressionError */.e('it contains data that is not a zstd frame');
                return false;
            }
            case 'descriptor': {
                this.#descriptor = value[0] ?? 0;
                const { windowBytes, dictionaryBytes, contentSizeBytes } = fieldsOf(this.#descriptor);
                this.#begin('frame-header', windowBytes + dictionaryBytes + contentSizeBytes);
                return false;
            }
            case 'frame-header':
                this.#takeFrameHeader();
                this.#begin('block-header', BLOCK_HEADER_BYTES);
                return false;
            case 'block-header': {
                const header = value.readUIntLE(0, BLOCK_HEADER_BYTES);
                const type = (header >> 1) & 0x03;
                this.#isLastBlock = (header & 0x01) !== 0;
                // Only raw blocks can be empty.
                if (type !== 0 || header >> 3 > 0)
                    this.#isIdle = false;
                // An RLE block is one repeated byte.
                this.#begin('block', type === 1 ? 1 : header >> 3);
                return false;
            }
            case 'block':
                if (!this.#isLastBlock)
                    this.#begin('block-header', BLOCK_HEADER_BYTES);
                else if ((this.#descriptor & CHECKSUM_FLAG) !== 0)
                    this.#begin('checksum', CHECKSUM_BYTES);
                else
                    return this.#endFrame();
                return false;
            case 'checksum':
                return this.#endFrame();
            case 'skip-size':
                this.#begin('skipped', value.readUInt32LE(0));
                return false;
            case 'skipped':
                return this.#endFrame();
        }
    }
    get #isSkippable() {
        return this.#part === 'skip-size' || this.#part === 'skipped';
    }
    #takeFrameHeader() {
        const { isSingleSegment, windowBytes, dictionaryBytes, contentSizeBytes } = fieldsOf(this.#descriptor);
        const value = this.#value;
        const dictionaryAt = windowBytes;
        if (value.subarray(dictionaryAt, dictionaryAt + dictionaryBytes).some((byte) => byte !== 0)) {
            throw new layer_compression/* DecompressionError */.e('it was compressed with a dictionary', 'compress the layer again without one');
        }
        const contentSize = readContentSize(value, dictionaryAt + dictionaryBytes, contentSizeBytes);
        const window = isSingleSegment ? (contentSize ?? 0) : windowOf(value[0] ?? 0);
        if (window > 2 ** MAX_WINDOW_LOG) {
            throw new layer_compression/* DecompressionError */.e(`its zstd window is ${(0,units/* formatBytes */.z3)(window)}; the limit is 512 MiB`, 'compress the layer again with a smaller window (zstd without --long)');
        }
        const isEmpty = contentSize === undefined || contentSize === 0;
        const isPlain = (this.#descriptor & (CHECKSUM_FLAG | RESERVED_FLAG)) === 0;
        this.#isIdle &&= isEmpty && isPlain;
        this.#onWindow(Math.min(window, contentSize ?? window));
    }
    #endFrame() {
        this.#begin('magic', MAGIC_BYTES);
        return true;
    }
    #begin(part, length) {
        this.#part = part;
        this.#partLeft = length;
        this.#valueBytes = 0;
    }
}
const SINGLE_SEGMENT_FLAG = 0x20;
const RESERVED_FLAG = 0x08;
const CHECKSUM_FLAG = 0x04;
/** The lengths of the fields of a frame header, in their order; RFC 8878, "Frame_Header_Descriptor". */
function fieldsOf(descriptor) {
    const isSingleSegment = (descriptor & SINGLE_SEGMENT_FLAG) !== 0;
    const contentSizeFlag = (descriptor >> 6);
    return {
        isSingleSegment,
        windowBytes: isSingleSegment ? 0 : 1,
        dictionaryBytes: DICTIONARY_ID_BYTES[(descriptor & 0x03)],
        contentSizeBytes: contentSizeFlag === 0 && isSingleSegment ? 1 : CONTENT_SIZE_BYTES[contentSizeFlag],
    };
}
/** RFC 8878, "Window_Descriptor": a power of two and eighths of it. */
function windowOf(descriptor) {
    const base = 2 ** (10 + (descriptor >> 3));
    return base + (base / 8) * (descriptor & 0x07);
}
/** RFC 8878, "Frame_Content_Size"; undefined if the frame has none. */
function readContentSize(value, at, bytes) {
    switch (bytes) {
        case 0:
            return undefined;
        case 2:
            return 256 + value.readUInt16LE(at);
        case 8:
            return Number(value.readBigUInt64LE(at));
        default:
            return value.readUIntLE(at, bytes);
    }
}

;// CONCATENATED MODULE: ./build/sources/image/layer/decompress.js




/** Maximum output of one call of the decompressor: it runs in another thread, and each call costs a context switch. */
const OUTPUT_BYTES = 512 * 1024;
/** Number of outputs that may be queued, so that the decompressor works while they are consumed. */
const WAITING_OUTPUTS = 8;
/**
 * Decompresses a stream while it is still being read. gzip may have several members followed by zeros, zstd several
 * frames and skippable ones. The memory of an output is reused when the next one is requested. The resources of zstd
 * frames are charged to `spend`.
 *
 * @throws DecompressionError if the stream is damaged, truncated, or followed by other data.
 */
async function* decompress(chunks, compression, spend = () => { }) {
    if (compression === 'none') {
        yield* chunks;
        return;
    }
    const options = { chunkSize: OUTPUT_BYTES, readableObjectMode: true, readableHighWaterMark: WAITING_OUTPUTS };
    const params = { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG };
    const stream = compression === 'gzip' ? (0,external_node_zlib_.createGunzip)(options) : (0,external_node_zlib_.createZstdDecompress)({ ...options, params });
    let failure;
    const pieces = compression === 'gzip' ? chunks : zstdFrames(chunks, spend);
    const feeding = feed(stream, pieces).catch((error) => {
        failure = error;
        stream.destroy();
    });
    try {
        for await (const output of stream) {
            yield output;
            giveBack(output);
        }
        await feeding;
    }
    catch (error) {
        // A stream that was destroyed because of its input reports only that it was destroyed.
        failure ??= isZlibError(error) ? new layer_compression/* DecompressionError */.e(describeZlibError(error, compression)) : error;
    }
    finally {
        stream.destroy();
        await feeding;
    }
    if (failure !== undefined)
        throw failure;
}
/**
 * Frees the memory of an output at once. Otherwise a gigabyte of output causes fifty garbage collections, each of which
 * walks all objects of the image. The stream allocates a new buffer after it has filled one, so a buffer that was read
 * to its end is unused.
 */
function giveBack({ buffer, byteOffset, byteLength }) {
    const isWhole = buffer.byteLength === OUTPUT_BYTES;
    if (isWhole && byteOffset + byteLength === OUTPUT_BYTES && buffer instanceof ArrayBuffer)
        buffer.transfer(0);
}
/** A frame without content. The decompressor reports a stream without any frame as truncated. */
const EMPTY_FRAME = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x00, 0x01, 0x00, 0x00]);
async function* zstdFrames(chunks, spend) {
    // The decompressor reuses the memory of a frame for the next one.
    let charged = 0;
    let isFed = false;
    const frames = new ZstdFrameSplitter((windowBytes) => {
        if (windowBytes <= charged)
            return;
        const more = windowBytes - charged;
        charged = windowBytes;
        spend('memory', more);
    });
    try {
        for await (const chunk of chunks) {
            for (const piece of frames.split(chunk)) {
                spend('frames', 1);
                isFed = true;
                yield piece;
            }
        }
        if (!frames.isBetweenFrames)
            throw new layer_compression/* DecompressionError */.e('it is truncated');
        if (!isFed)
            yield EMPTY_FRAME;
    }
    finally {
        spend('memory', -charged);
    }
}
/**
 * Writes the pieces one by one, and one ahead so that the decompressor never waits. A gunzip stops before a zero that
 * follows a member; the rest is then read and must be zeros.
 */
async function feed(stream, pieces) {
    let hasEnded = false;
    stream.once('end', () => {
        hasEnded = true;
    });
    let previous = Promise.resolve();
    let fed = 0;
    let recent = [];
    const requireZeros = () => {
        for (const { piece, start } of recent) {
            const unused = piece.subarray(Math.max(0, stream.bytesWritten - start));
            if (unused.some((byte) => byte !== 0))
                throw new layer_compression/* DecompressionError */.e('data follows its end');
        }
        recent = [];
    };
    for await (const piece of pieces) {
        // At most two pieces are in flight at a time; this is a third.
        recent = [...recent.slice(-2), { piece, start: fed }];
        fed += piece.length;
        if (hasEnded)
            requireZeros();
        else if (stream.destroyed)
            return;
        else {
            const written = write(stream, piece);
            await previous;
            previous = written;
        }
    }
    await previous;
    if (hasEnded)
        requireZeros();
    else if (!stream.destroyed)
        stream.end();
}
/** Resolves when the chunk is consumed, or the stream ends: after its end, the callback of a chunk is never called. */
function write(stream, chunk) {
    return new Promise((resolve) => {
        const settle = () => {
            stream.off('end', settle);
            stream.off('close', settle);
            resolve();
        };
        if (stream.destroyed || stream.readableEnded)
            return resolve();
        stream.once('end', settle);
        stream.once('close', settle);
        stream.write(chunk, settle);
    });
}
function isZlibError(error) {
    const code = (0,errors/* systemCodeOf */.c7)(error);
    return code !== undefined && /^(?:Z_|ZSTD_|ERR_ZLIB)/.test(code);
}
function describeZlibError(error, compression) {
    return (0,errors/* systemCodeOf */.c7)(error) === 'Z_BUF_ERROR'
        ? 'it is truncated'
        : `it is not valid ${compression}: ${(0,errors/* messageOf */.bD)(error)}`;
}


/***/ }),

/***/ 70288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ GNU_FIELDS),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   NG: () => (/* binding */ visitPaxRecords),
/* harmony export */   Qp: () => (/* binding */ hasValidChecksum),
/* harmony export */   YP: () => (/* binding */ readTimeField),
/* harmony export */   Yo: () => (/* binding */ BLOCK_BYTES),
/* harmony export */   Zt: () => (/* binding */ paddingOf),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   cJ: () => (/* binding */ FIELDS),
/* harmony export */   ei: () => (/* binding */ isZeroBlock),
/* harmony export */   f$: () => (/* binding */ GNU_SPARSE_PIECE),
/* harmony export */   kz: () => (/* binding */ readNumber),
/* harmony export */   sR: () => (/* binding */ GNU_SPARSE_FIELDS),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/** The size of a block. A tar archive consists of whole blocks. */
const BLOCK_BYTES = 512;
/** The header block of POSIX.1-1988 ustar (pax, "ustar Interchange Format"). v7 headers have the first nine fields. */
const FIELDS = {
    name: { offset: 0, length: 100 },
    mode: { offset: 100, length: 8 },
    uid: { offset: 108, length: 8 },
    gid: { offset: 116, length: 8 },
    size: { offset: 124, length: 12 },
    mtime: { offset: 136, length: 12 },
    checksum: { offset: 148, length: 8 },
    type: { offset: 156, length: 1 },
    linkName: { offset: 157, length: 100 },
    magic: { offset: 257, length: 8 },
    major: { offset: 329, length: 8 },
    minor: { offset: 337, length: 8 },
    prefix: { offset: 345, length: 155 },
};
/** Fields of GNU tar instead of the prefix (GNU tar manual, "Basic Tar Format", `struct oldgnu_header`). */
const GNU_FIELDS = {
    accessTime: { offset: 345, length: 12 },
    changeTime: { offset: 357, length: 12 },
    sparse: { offset: 386, length: 4 * 24 },
    isExtended: { offset: 482, length: 1 },
    realSize: { offset: 483, length: 12 },
};
/** A block that continues the map of a sparse file (`struct sparse_header`). */
const GNU_SPARSE_FIELDS = {
    sparse: { offset: 0, length: 21 * 24 },
    isExtended: { offset: 504, length: 1 },
};
/** One piece of data in such a map: two numbers. */
const GNU_SPARSE_PIECE = { bytes: 24, numberBytes: 12 };
/** star stores times in the last bytes of the prefix, and marks this at the end of the header. */
const STAR_PREFIX_BYTES = 131;
const STAR_TRAILER = { offset: 508, text: 'tar\0' };
/** The format of a header block. As in GNU tar and Go's archive/tar, a magic that only resembles ustar's is ignored. */
function formatOf(block) {
    const { offset, length } = FIELDS.magic;
    const magic = block.toString('latin1', offset, offset + length);
    if (magic === 'ustar  \0')
        return 'gnu';
    if (!magic.startsWith('ustar\0'))
        return 'v7';
    const trailer = block.toString('latin1', STAR_TRAILER.offset, STAR_TRAILER.offset + STAR_TRAILER.text.length);
    return trailer === STAR_TRAILER.text ? 'star' : 'ustar';
}
/** Reads a text field up to a NUL or its end. */
function readText(block, { offset, length }) {
    const nul = block.indexOf(0, offset);
    const end = nul === -1 || nul > offset + length ? offset + length : nul;
    return block.toString('latin1', offset, end);
}
/** The name in a header block, with its prefix in formats that have one. */
function readName(block, format) {
    const name = readText(block, FIELDS.name);
    if (!hasPrefix(block, format))
        return name;
    const length = format === 'star' ? STAR_PREFIX_BYTES : FIELDS.prefix.length;
    const prefix = readText(block, { offset: FIELDS.prefix.offset, length });
    return prefix === '' ? name : `${prefix}/${name}`;
}
function hasPrefix(block, format) {
    if (format !== 'gnu')
        return format !== 'v7';
    // Until 2016, Go, and so Docker, wrote headers with GNU's magic and a ustar prefix (golang/go#12594). GNU tar has two
    // times at that place. Go distinguishes them with the same rule.
    if (isTime(block, GNU_FIELDS.accessTime) && isTime(block, GNU_FIELDS.changeTime))
        return false;
    return !/[\x80-\xff]/.test(readText(block, FIELDS.prefix));
}
function isTime(block, field) {
    return block[field.offset] === 0 || readTimeField(block, field) !== undefined;
}
const SPACE = 0x20;
const ZERO = 0x30;
/**
 * Reads a number field: octal digits with spaces or NULs around them, or GNU's base-256 (two's complement, big-endian,
 * marked by the first bit). Blanks only are 0. Undefined if it is neither, or is not a safe integer.
 */
function readNumber(block, { offset, length }) {
    const end = offset + length;
    if (((block[offset] ?? 0) & 0x80) !== 0)
        return readBase256(block, offset, end);
    let at = offset;
    while (at < end && isBlank(block[at]))
        at += 1;
    let value = 0;
    for (; at < end; at += 1) {
        const byte = block[at] ?? 0;
        if (isBlank(byte))
            return value;
        const digit = byte - ZERO;
        if (digit < 0 || digit > 7)
            return undefined;
        value = value * 8 + digit;
    }
    return value;
}
/** Reads a number field with a time in seconds. A number that is not a safe integer becomes the nearest one. */
function readTimeField(block, field) {
    const number = readNumber(block, field);
    const first = block[field.offset] ?? 0;
    if (number !== undefined || (first & 0x80) === 0)
        return number;
    return (first & 0x40) === 0 ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}
function isBlank(byte) {
    return byte === 0 || byte === SPACE;
}
function readBase256(block, offset, end) {
    const first = block[offset] ?? 0;
    // A negative number is read as its complement: -1 - ~value.
    const flip = (first & 0x40) === 0 ? 0 : 0xff;
    let value = (first ^ flip) & 0x7f;
    for (let at = offset + 1; at < end; at += 1) {
        value = value * 256 + ((block[at] ?? 0) ^ flip);
        if (value > Number.MAX_SAFE_INTEGER)
            return undefined;
    }
    return flip === 0 ? value : -1 - value;
}
/** True if the checksum matches the block: the sum of its bytes, as unsigned or (old tars) as signed numbers. */
function hasValidChecksum(block) {
    const { offset, length } = FIELDS.checksum;
    let sum = length * SPACE;
    let negative = 0;
    for (let at = 0; at < offset; at += 1) {
        const byte = block[at] ?? 0;
        sum += byte;
        negative += byte >> 7;
    }
    for (let at = offset + length; at < BLOCK_BYTES; at += 1) {
        const byte = block[at] ?? 0;
        sum += byte;
        negative += byte >> 7;
    }
    const declared = readNumber(block, FIELDS.checksum);
    return declared === sum || (negative > 0 && declared === sum - 256 * negative);
}
const ZERO_BLOCK = Buffer.alloc(BLOCK_BYTES);
/** True if all bytes of the block are 0. */
function isZeroBlock(block) {
    return block[0] === 0 && block.equals(ZERO_BLOCK);
}
/** The number of padding bytes after `size` bytes of data. */
function paddingOf(size) {
    const rest = size % BLOCK_BYTES;
    return rest === 0 ? 0 : BLOCK_BYTES - rest;
}
const EQUALS = 0x3d;
const NEWLINE = 0x0a;
/**
 * Calls `visit` for each record of a pax header (pax, "pax Extended Header": `LENGTH KEYWORD=VALUE\n`), in order, with
 * a view of its value. Returns the number of records, or undefined if one is malformed; earlier records were visited.
 */
function visitPaxRecords(header, visit) {
    let count = 0;
    for (let start = 0; start < header.length; count += 1) {
        let at = start;
        let length = 0;
        for (; header[at] !== SPACE; at += 1) {
            const digit = (header[at] ?? 0) - ZERO;
            if (digit < 0 || digit > 9 || length > header.length)
                return undefined;
            length = length * 10 + digit;
        }
        const end = start + length;
        const equals = end > header.length ? -1 : header.indexOf(EQUALS, at + 1);
        if (equals <= at + 1 || equals >= end - 1 || header[end - 1] !== NEWLINE)
            return undefined;
        const keyword = header.toString('latin1', at + 1, equals);
        if (keyword.includes('\0'))
            return undefined;
        visit(keyword, header.subarray(equals + 1, end - 1));
        start = end;
    }
    return count;
}


/***/ })

};
