export const id = 4823;
export const ids = [4823];
export const modules = {

/***/ 17206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ TarReader)
});

// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(70288);
;// CONCATENATED MODULE: ./build/sources/image/layer/pax.js



/** Memory of an attribute in addition to its name and value, in bytes. */
const XATTR_OVERHEAD_BYTES = 256;
const SCHILY_XATTR = 'SCHILY.xattr.';
const GNU_SPARSE = 'GNU.sparse.';
/**
 * Reads a pax header (POSIX.1-2017 pax, "pax Extended Header") with the rules of Go's archive/tar, which Docker,
 * containerd, umoci and scanners use. The last of several equal keywords is used; an empty value selects the value of
 * the entry's own header. Ignored are times of access and change, names of owners, unknown keywords, and libarchive's
 * own form of extended attributes (it writes SCHILY's as well).
 */
function readPaxHeader(header, { fail, spend }) {
    const overrides = {};
    let xattrs;
    let listBytes = 0;
    let sparse;
    const count = (0,tar_format/* visitPaxRecords */.NG)(header, (keyword, value) => {
        const isEmpty = value.length === 0;
        switch (keyword) {
            case 'path':
                if (isEmpty)
                    delete overrides.path;
                else
                    overrides.path = readPath(value, fail);
                return;
            case 'linkpath':
                if (isEmpty)
                    delete overrides.linkPath;
                else
                    overrides.linkPath = readPath(value, fail);
                return;
            case 'size':
            case 'uid':
            case 'gid': {
                const field = keyword;
                if (isEmpty)
                    delete overrides[field];
                else
                    overrides[field] = readInteger(keyword, value, fail);
                return;
            }
            case 'mtime':
                if (isEmpty)
                    delete overrides.mtime;
                else
                    overrides.mtime = readTime(value, fail);
                return;
        }
        if (keyword.startsWith(SCHILY_XATTR)) {
            const name = keyword.slice(SCHILY_XATTR.length);
            xattrs ??= new Map();
            if (!xattrs.has(name))
                listBytes += name.length + 1;
            if (listBytes > linux_limits/* MAX_XATTR_LIST_BYTES */.Um) {
                fail(`the names of its extended attributes have more than ${linux_limits/* MAX_XATTR_LIST_BYTES */.Um} bytes, the limit of Linux`);
            }
            setXattr(xattrs, name, value, fail);
        }
        else if (keyword.startsWith(GNU_SPARSE)) {
            sparse ??= { pairs: [] };
            addSparseRecord(sparse, keyword.slice(GNU_SPARSE.length), value, fail);
        }
    });
    if (count === undefined)
        return fail('its pax header is damaged');
    spend('headers', count);
    if (xattrs !== undefined) {
        overrides.xattrs = xattrs;
        spend('memory', listBytes + XATTR_OVERHEAD_BYTES * xattrs.size);
    }
    if (sparse !== undefined)
        overrides.sparse = paxSparseOf(sparse, fail);
    return overrides;
}
/** Keywords about the archive instead of its entries: of git archive, GNU tar and star. */
const ARCHIVE_KEYWORDS = new Set([
    'comment',
    'GNU.volume.label',
    'SCHILY.archtype',
    'SCHILY.release',
]);
const STAR_VOLUME = 'SCHILY.volhdr.';
/**
 * Refuses a global pax header that affects the following entries. Programs that use Go's archive/tar ignore it (umoci
 * refuses all of them), GNU tar applies it: one archive would be two different trees.
 */
function checkGlobalHeader(header, fail) {
    const count = (0,tar_format/* visitPaxRecords */.NG)(header, (keyword) => {
        if (ARCHIVE_KEYWORDS.has(keyword) || keyword.startsWith(STAR_VOLUME))
            return;
        fail(`it is a global pax header with ${(0,byte_string/* showName */.$i)(keyword)}, which Docker and containerd ignore and GNU tar obeys`, 'build the layer without that global pax header; fledge accepts only comments in one');
    });
    if (count === undefined)
        fail('its pax header is damaged');
}
function readPath(value, fail) {
    if (value.includes(0))
        fail('its pax header has a path with a NUL in it');
    return value.toString('latin1');
}
function readInteger(keyword, value, fail) {
    return decimalOf(value.toString('latin1')) ?? refuseValue(keyword, value, fail);
}
/** A decimal integer with an optional sign and leading zeros; undefined if it is not a safe integer. */
function decimalOf(text) {
    const number = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    // Adding 0 converts -0 to 0.
    return Number.isSafeInteger(number) ? number + 0 : undefined;
}
/**
 * Reads decimal seconds with a fraction. Digits beyond nanoseconds are cut off, as in the kernel. A number that is not
 * a safe integer becomes the nearest one, which is far out of the range of every file system.
 */
function readTime(value, fail) {
    const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(value.toString('latin1')) ?? [];
    if (whole === '')
        return refuseValue('mtime', value, fail);
    const seconds = Number(whole);
    const isNegative = sign === '-';
    if (!Number.isSafeInteger(seconds)) {
        return { seconds: isNegative ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER, nanoseconds: 0 };
    }
    const nanoseconds = Number(fraction.slice(0, 9).padEnd(9, '0'));
    if (!isNegative)
        return { seconds, nanoseconds };
    return nanoseconds === 0
        ? { seconds: 0 - seconds, nanoseconds }
        : { seconds: -seconds - 1, nanoseconds: 1_000_000_000 - nanoseconds };
}
function refuseValue(keyword, value, fail) {
    return fail(`its pax header has ${keyword} ${JSON.stringify(value.toString('latin1', 0, 40))}`);
}
function setXattr(xattrs, name, value, fail) {
    if (name === '' || name.length > linux_limits/* MAX_XATTR_NAME_BYTES */.rf) {
        fail(`it has an extended attribute with a name of ${name.length} bytes; Linux allows 1 to ${linux_limits/* MAX_XATTR_NAME_BYTES */.rf}`);
    }
    if (value.length > linux_limits/* MAX_XATTR_VALUE_BYTES */.be) {
        fail(`its extended attribute ${(0,byte_string/* showName */.$i)(name)} has ${value.length} bytes; Linux allows at most ${linux_limits/* MAX_XATTR_VALUE_BYTES */.be}`);
    }
    // Copied, because the header is a view of a large chunk that would stay in memory.
    xattrs.set(name, Buffer.from(value));
}
function addSparseRecord(sparse, name, value, fail) {
    const number = () => readInteger(`${GNU_SPARSE}${name}`, value, fail);
    if (name === 'offset' || name === 'numbytes') {
        const isTurn = (name === 'offset') === (sparse.pairs.length % 2 === 0);
        if (!isTurn)
            fail('its map of data and holes is damaged');
        sparse.pairs.push(number());
        return;
    }
    const isEmpty = value.length === 0;
    switch (name) {
        case 'major':
        case 'minor':
            sparse[name] = value.toString('latin1', 0, 40);
            return;
        case 'name':
            if (isEmpty)
                delete sparse.name;
            else
                sparse.name = readPath(value, fail);
            return;
        case 'size':
            if (isEmpty)
                delete sparse.size;
            else
                sparse.size = number();
            return;
        case 'realsize':
            if (isEmpty)
                delete sparse.realSize;
            else
                sparse.realSize = number();
            return;
        case 'numblocks':
            if (isEmpty)
                delete sparse.pieceCount;
            else
                sparse.pieceCount = number();
            return;
        case 'map':
            if (isEmpty)
                delete sparse.map;
            else {
                const texts = value.toString('latin1').split(',');
                sparse.map = texts.map((text) => decimalOf(text) ?? refuseValue(`${GNU_SPARSE}map`, value, fail));
            }
    }
}
/**
 * Combines the records. Headers that Go's archive/tar does not treat as a sparse file are errors, because GNU tar does.
 */
function paxSparseOf(records, fail) {
    const { major = '', minor = '', name, pieceCount, pairs } = records;
    const numbers = pairs.length > 0 ? pairs : (records.map ?? []);
    const version = major === '' && minor === '' ? undefined : `${major}.${minor}`;
    if (version !== undefined && !['0.0', '0.1', '1.0'].includes(version)) {
        fail(`it is a sparse file in GNU tar's format ${version}; only 0.0, 0.1 and 1.0 are supported`);
    }
    if (version === undefined && numbers.length === 0) {
        fail('its pax header describes a sparse file but has no map of data and holes');
    }
    const isMapInData = version === '1.0';
    if (!isMapInData && pieceCount !== undefined && numbers.length !== 2 * pieceCount) {
        fail(`its map of data and holes has ${numbers.length} numbers for ${pieceCount} pieces`);
    }
    const realSize = records.size ?? records.realSize;
    return {
        isMapInData,
        ...(name !== undefined && { name }),
        ...(realSize !== undefined && { realSize }),
        numbers,
    };
}

;// CONCATENATED MODULE: ./build/sources/image/layer/sparse.js

/** Limit of pieces, which need about 20 MB of memory. */
const MAX_PIECES = 262_144;
/** Adds the numbers (alternating offset and length) of an old GNU sparse map; the first blank piece ends it. */
function addOldGnuPieces(block, field, numbers, fail) {
    const { bytes, numberBytes } = tar_format/* GNU_SPARSE_PIECE */.f$;
    for (let at = field.offset; at < field.offset + field.length; at += bytes) {
        if (block[at] === 0)
            return;
        const offset = (0,tar_format/* readNumber */.kz)(block, { offset: at, length: numberBytes });
        const length = (0,tar_format/* readNumber */.kz)(block, { offset: at + numberBytes, length: numberBytes });
        if (offset === undefined || length === undefined)
            fail('its map of data and holes is damaged');
        numbers.push(offset, length);
        if (numbers.length > 2 * MAX_PIECES)
            refuseLongMap(fail);
    }
}
/** Reads the map of GNU tar's sparse format 1.0, which precedes the data: decimal numbers, one in a line. */
class SparseMapParser {
    /** Offset and length of each piece. */
    numbers = [];
    /** Size of the blocks that were read. */
    bytes = 0;
    #fail;
    #count;
    #value = 0;
    #digits = 0;
    constructor(fail) {
        this.#fail = fail;
    }
    /** Adds the next block. Returns true if it was the last. */
    push(block) {
        this.bytes += tar_format/* BLOCK_BYTES */.Yo;
        for (const byte of block) {
            if (byte === 0x0a && this.#digits > 0) {
                this.#endNumber();
                if (this.numbers.length === 2 * (this.#count ?? -1))
                    return true;
            }
            else {
                const digit = byte - 0x30;
                this.#value = this.#value * 10 + digit;
                this.#digits += 1;
                if (digit < 0 || digit > 9 || this.#value > Number.MAX_SAFE_INTEGER)
                    this.#fail('its map of data and holes is damaged');
            }
        }
        return false;
    }
    #endNumber() {
        if (this.#count === undefined) {
            this.#count = this.#value;
            if (this.#count > MAX_PIECES)
                refuseLongMap(this.#fail);
        }
        else
            this.numbers.push(this.#value);
        this.#value = 0;
        this.#digits = 0;
    }
}
function refuseLongMap(fail) {
    return fail(`it has more than ${MAX_PIECES} pieces of data between holes`);
}
/**
 * Converts the numbers to pieces. Fails unless the pieces are in order, do not overlap, end within the file, and have
 * `stored` bytes in total.
 */
function piecesOf(numbers, sizes, fail) {
    const pieces = [];
    let end = 0;
    let total = 0;
    for (let index = 0; index < numbers.length; index += 2) {
        const offset = numbers[index] ?? -1;
        const length = numbers[index + 1] ?? -1;
        if (offset < end || length < 0 || offset + length > sizes.real)
            return fail('its map of data and holes is damaged');
        end = offset + length;
        total += length;
        if (length > 0)
            pieces.push({ offset, length });
    }
    if (total !== sizes.stored) {
        return fail(`its map of data and holes has ${total} bytes, but the archive has ${sizes.stored} bytes of data`);
    }
    return pieces;
}

;// CONCATENATED MODULE: ./build/sources/image/layer/tar.js






/** Limit of a long name or a pax header, as in Go's archive/tar. */
const MAX_HEADER_BYTES = 1024 * 1024;
const NO_XATTRS = new Map();
const NO_OVERRIDES = {};
/** Memory of a piece of a sparse file, in bytes. */
const PIECE_BYTES = 128;
/**
 * Reads a tar archive that is pushed in chunks of any size, and passes its entries to the handler. It supports v7,
 * ustar, pax, GNU and star headers, with long names, base-256 numbers, extended attributes and all sparse formats of
 * GNU tar. No declared size is trusted before the bytes arrive. Data that follows the end of the archive is ignored.
 *
 * `push` and `finish` throw FledgeError `input`, with the label, the offset and the entry, for a damaged or truncated
 * archive, and for entries of an unknown type.
 */
class TarReader {
    #handler;
    #label;
    #expected = 'header';
    /** Offset in the archive of the current block or data. */
    #offset = 0;
    /**
     * Offset of the last block that was read, for messages. While data of an extended header arrives, the offset of that
     * header.
     */
    #blockOffset = 0;
    /** A partially received block. */
    #partial = Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo);
    #partialBytes = 0;
    /** Remaining bytes of the entry's data, of ignored data, and of padding, in this order. */
    #dataLeft = 0;
    #unwantedLeft = 0;
    #paddingLeft = 0;
    #extension;
    #pax;
    #longName;
    #longLink;
    /** True after an extended header of the next entry, even an empty one. */
    #isEntryBegun = false;
    #sparse;
    /** Bytes of data that a hardlink may have. */
    #linkBytes = 0;
    /** For messages. */
    #entryName;
    #fail = (problem, fix) => this.#throw(problem, { fix });
    #spend;
    /** `spend` is called with the resources of extended headers, and may throw. */
    constructor(handler, label, spend = () => { }) {
        this.#handler = handler;
        this.#label = label;
        this.#spend = spend;
    }
    /** Reads the next bytes. The handler gets views of the chunk; none of them is kept. */
    push(chunk) {
        let at = 0;
        while (at < chunk.length && this.#expected !== 'nothing') {
            const used = this.#take(at === 0 ? chunk : chunk.subarray(at));
            at += used;
            this.#offset += used;
        }
    }
    /** Ends the archive. */
    finish() {
        if (this.#expected === 'nothing')
            return;
        const missing = this.#dataLeft + this.#unwantedLeft + (this.#extension ? this.#extension.size - this.#extension.bytes : 0);
        const offset = this.#offset;
        if (missing > 0)
            this.#throw(`the archive ends ${missing} bytes too early`, { offset });
        if (this.#partialBytes > 0)
            this.#throw('the archive ends inside a header', { offset });
        // Many archives lack the zero blocks at the end, and the last padding.
        const isComplete = this.#expected === 'header' || this.#expected === 'second-zero-block';
        if ((!isComplete && this.#expected !== 'header-or-link-data') || this.#isEntryBegun) {
            this.#throw('the archive ends before the entry does', { offset });
        }
    }
    /** Uses some of the bytes. Returns their number. */
    #take(bytes) {
        if (this.#dataLeft > 0) {
            const used = Math.min(this.#dataLeft, bytes.length);
            this.#dataLeft -= used;
            this.#handler.data(used === bytes.length ? bytes : bytes.subarray(0, used));
            return used;
        }
        if (this.#unwantedLeft > 0) {
            const used = Math.min(this.#unwantedLeft, bytes.length);
            this.#unwantedLeft -= used;
            return used;
        }
        if (this.#extension !== undefined)
            return this.#takeExtension(bytes, this.#extension);
        if (this.#paddingLeft > 0) {
            const used = Math.min(this.#paddingLeft, bytes.length);
            this.#paddingLeft -= used;
            return used;
        }
        if (this.#partialBytes === 0 && bytes.length >= tar_format/* BLOCK_BYTES */.Yo) {
            this.#takeBlock(bytes.subarray(0, tar_format/* BLOCK_BYTES */.Yo));
            return tar_format/* BLOCK_BYTES */.Yo;
        }
        const used = bytes.copy(this.#partial, this.#partialBytes, 0, tar_format/* BLOCK_BYTES */.Yo - this.#partialBytes);
        this.#partialBytes += used;
        if (this.#partialBytes === tar_format/* BLOCK_BYTES */.Yo) {
            this.#partialBytes = 0;
            this.#takeBlock(this.#partial);
        }
        return used;
    }
    #takeBlock(block) {
        this.#blockOffset = this.#offset - (this.#offset % tar_format/* BLOCK_BYTES */.Yo);
        switch (this.#expected) {
            case 'header':
                this.#takeHeader(block);
                return;
            case 'second-zero-block':
                if (!(0,tar_format/* isZeroBlock */.ei)(block))
                    this.#fail('there is one block of zeros where the end of an archive has two');
                this.#expected = 'nothing';
                return;
            case 'old-sparse-map':
                this.#takeOldSparseMap(block);
                return;
            case 'sparse-map':
                this.#takeSparseMap(block);
                return;
            case 'header-or-link-data':
                this.#expected = 'header';
                // pax may store the data with each name of a file, while older tars declare a size and store nothing. Go's
                // archive/tar, which Docker and umoci use, never has data here, so a block with a valid header is a header.
                if ((0,tar_format/* isZeroBlock */.ei)(block) || (0,tar_format/* hasValidChecksum */.Qp)(block))
                    this.#takeHeader(block);
                else {
                    this.#unwantedLeft = Math.max(0, this.#linkBytes - tar_format/* BLOCK_BYTES */.Yo);
                    this.#paddingLeft = this.#linkBytes < tar_format/* BLOCK_BYTES */.Yo ? 0 : (0,tar_format/* paddingOf */.Zt)(this.#linkBytes);
                }
                return;
            case 'nothing':
                return;
        }
    }
    #takeHeader(block) {
        if ((0,tar_format/* isZeroBlock */.ei)(block)) {
            this.#expected = 'second-zero-block';
            return;
        }
        if (!(0,tar_format/* hasValidChecksum */.Qp)(block)) {
            const after = this.#entryName === undefined ? '' : ' after this entry';
            this.#fail(this.#blockOffset === 0 ? 'not a tar archive' : `the header${after} has a wrong checksum`);
        }
        const type = String.fromCharCode(block[tar_format/* FIELDS */.cJ.type.offset] ?? 0);
        switch (type) {
            case 'x':
            case 'g':
            case 'L':
            case 'K':
                this.#beginExtension(block, type);
                return;
        }
        const overrides = this.#pax ?? NO_OVERRIDES;
        const { sparse } = overrides;
        const format = (0,tar_format/* formatOf */.be)(block);
        const name = this.#longName ?? overrides.path ?? (0,tar_format/* readName */.MQ)(block, format);
        this.#entryName = sparse?.name ?? name;
        // Before ustar, a slash at the end was the only mark of a directory.
        const isFile = type === '0' || type === '7' || (type === '\0' && !name.endsWith('/'));
        if (sparse !== undefined && !isFile)
            this.#fail('its pax header describes a sparse file, but the entry is not a regular file');
        const common = {
            path: this.#entryName,
            mode: this.#numberOf(block, tar_format/* FIELDS */.cJ.mode, 'mode') & 0o7777,
            uid: this.#ownerOf(overrides.uid ?? this.#numberOf(block, tar_format/* FIELDS */.cJ.uid, 'uid')),
            gid: this.#ownerOf(overrides.gid ?? this.#numberOf(block, tar_format/* FIELDS */.cJ.gid, 'gid')),
            mtime: overrides.mtime ?? this.#timeOf(block),
            xattrs: overrides.xattrs ?? NO_XATTRS,
        };
        const target = this.#longLink ?? overrides.linkPath;
        this.#pax = undefined;
        this.#longName = undefined;
        this.#longLink = undefined;
        this.#isEntryBegun = false;
        if (isFile) {
            this.#beginFile(block, common, overrides);
            return;
        }
        switch (type) {
            case '\0':
                this.#handler.entry({ ...common, kind: 'directory' });
                return;
            // GNU tar's volume name.
            case 'V':
                this.#skipData(this.#sizeOf(block, overrides));
                return;
            case 'S':
                if (format !== 'gnu')
                    this.#fail("it is a sparse file in star's format; only GNU tar's formats are supported");
                this.#beginOldSparseFile(block, common, overrides);
                return;
            case '1':
                this.#handler.entry({ ...common, kind: 'hardlink', target: target ?? (0,tar_format/* readText */.yR)(block, tar_format/* FIELDS */.cJ.linkName) });
                this.#linkBytes = this.#sizeOf(block, overrides);
                if (this.#linkBytes > 0)
                    this.#expected = 'header-or-link-data';
                return;
            case '2':
                this.#handler.entry({ ...common, kind: 'symlink', target: target ?? (0,tar_format/* readText */.yR)(block, tar_format/* FIELDS */.cJ.linkName) });
                return;
            case '3':
            case '4': {
                const hasNumbers = format !== 'v7';
                const major = hasNumbers ? this.#numberOf(block, tar_format/* FIELDS */.cJ.major, 'major device number') : 0;
                const minor = hasNumbers ? this.#numberOf(block, tar_format/* FIELDS */.cJ.minor, 'minor device number') : 0;
                this.#handler.entry({ ...common, kind: type === '3' ? 'char-device' : 'block-device', major, minor });
                return;
            }
            case '5':
                this.#handler.entry({ ...common, kind: 'directory' });
                return;
            case '6':
                this.#handler.entry({ ...common, kind: 'fifo' });
                return;
            // A directory of GNU tar's incremental backups; its data is a list of names.
            case 'D':
                this.#handler.entry({ ...common, kind: 'directory' });
                this.#skipData(this.#sizeOf(block, overrides));
                return;
            default:
                this.#fail(`it has the unknown type ${JSON.stringify(type)}`);
        }
    }
    #beginFile(block, common, overrides) {
        const stored = this.#sizeOf(block, overrides);
        const { sparse } = overrides;
        if (sparse === undefined) {
            const pieces = stored === 0 ? [] : [{ offset: 0, length: stored }];
            this.#deliver({ ...common, kind: 'file', size: stored, pieces }, stored);
            return;
        }
        const { realSize } = sparse;
        if (realSize === undefined || realSize < 0)
            this.#fail('its pax header lacks the size of the sparse file');
        if (sparse.isMapInData) {
            const map = new SparseMapParser(this.#fail);
            this.#sparse = { common, realSize, stored, numbers: map.numbers, map };
            this.#expected = 'sparse-map';
            return;
        }
        const pieces = piecesOf(sparse.numbers, { real: realSize, stored }, this.#fail);
        this.#deliver({ ...common, kind: 'file', size: realSize, pieces }, stored);
    }
    #beginOldSparseFile(block, common, overrides) {
        const stored = this.#sizeOf(block, overrides);
        const numbers = [];
        addOldGnuPieces(block, tar_format/* GNU_FIELDS */.LV.sparse, numbers, this.#fail);
        const realSize = this.#numberOf(block, tar_format/* GNU_FIELDS */.LV.realSize, 'real size');
        this.#sparse = { common, realSize, stored, numbers, map: undefined };
        if (block[tar_format/* GNU_FIELDS */.LV.isExtended.offset] === 0)
            this.#endSparseFile(this.#sparse, stored);
        else
            this.#expected = 'old-sparse-map';
    }
    #takeOldSparseMap(block) {
        const sparse = this.#sparse ?? this.#fail('internal: no sparse file');
        addOldGnuPieces(block, tar_format/* GNU_SPARSE_FIELDS */.sR.sparse, sparse.numbers, this.#fail);
        if (block[tar_format/* GNU_SPARSE_FIELDS */.sR.isExtended.offset] === 0)
            this.#endSparseFile(sparse, sparse.stored);
    }
    #takeSparseMap(block) {
        const { map, ...sparse } = this.#sparse ?? this.#fail('internal: no sparse file');
        if (map === undefined)
            this.#fail('internal: no sparse map');
        const isLast = map.push(block);
        // The map is part of the data.
        if (map.bytes > sparse.stored)
            this.#fail('its map of data and holes is damaged');
        if (isLast)
            this.#endSparseFile({ ...sparse, map }, sparse.stored - map.bytes);
    }
    #endSparseFile({ common, realSize, numbers }, stored) {
        this.#sparse = undefined;
        this.#expected = 'header';
        const pieces = piecesOf(numbers, { real: realSize, stored }, this.#fail);
        this.#deliver({ ...common, kind: 'file', size: realSize, pieces }, stored);
    }
    #deliver(entry, stored) {
        const { length } = entry.pieces;
        if (length > 1)
            this.#spend('memory', PIECE_BYTES * length);
        this.#handler.entry(entry);
        this.#dataLeft = stored;
        this.#paddingLeft = (0,tar_format/* paddingOf */.Zt)(stored);
    }
    #skipData(size) {
        this.#unwantedLeft = size;
        this.#paddingLeft = (0,tar_format/* paddingOf */.Zt)(size);
    }
    #beginExtension(block, type) {
        this.#entryName = (0,tar_format/* readName */.MQ)(block, (0,tar_format/* formatOf */.be)(block));
        const size = this.#sizeOf(block, NO_OVERRIDES);
        if (size > MAX_HEADER_BYTES)
            this.#fail(`an extended header has ${size} bytes; the limit is ${MAX_HEADER_BYTES}`);
        this.#extension = { type, size, chunks: [], bytes: 0 };
        this.#paddingLeft = (0,tar_format/* paddingOf */.Zt)(size);
        if (size === 0)
            this.#takeExtension(Buffer.alloc(0), this.#extension);
    }
    #takeExtension(bytes, extension) {
        const used = Math.min(extension.size - extension.bytes, bytes.length);
        const piece = bytes.subarray(0, used);
        extension.bytes += used;
        if (extension.bytes === extension.size) {
            this.#extension = undefined;
            const data = extension.chunks.length === 0 ? piece : Buffer.concat([...extension.chunks, piece]);
            this.#endExtension(extension.type, data);
        }
        else
            extension.chunks.push(Buffer.from(piece));
        return used;
    }
    #endExtension(type, data) {
        if (type === 'g') {
            // Go's archive/tar drops the earlier headers, GNU tar does not.
            if (this.#isEntryBegun)
                this.#fail('it is a global pax header between an extended header and its entry');
            checkGlobalHeader(data, this.#fail);
            return;
        }
        this.#isEntryBegun = true;
        if (type === 'x') {
            this.#pax = readPaxHeader(data, { fail: this.#fail, spend: this.#spend });
            return;
        }
        // An empty name has no effect.
        const text = (0,tar_format/* readText */.yR)(data, { offset: 0, length: data.length });
        if (type === 'L')
            this.#longName = text === '' ? undefined : text;
        else
            this.#longLink = text === '' ? undefined : text;
    }
    #sizeOf(block, { size }) {
        const bytes = size ?? this.#numberOf(block, tar_format/* FIELDS */.cJ.size, 'size');
        return bytes >= 0 ? bytes : this.#fail(`its size is ${bytes}`);
    }
    #ownerOf(value) {
        // Systems with signed owners write the user "nobody" as -2.
        const owner = value < 0 ? value + 2 ** 32 : value;
        return owner >= 0 && owner <= linux_limits/* MAX_OWNER */.xy
            ? owner
            : this.#fail(`its owner ${value} is not a valid user or group id of Linux`);
    }
    #timeOf(block) {
        const seconds = (0,tar_format/* readTimeField */.YP)(block, tar_format/* FIELDS */.cJ.mtime) ?? this.#fail('the mtime in its header is not a number');
        return { seconds, nanoseconds: 0 };
    }
    #numberOf(block, field, what) {
        return (0,tar_format/* readNumber */.kz)(block, field) ?? this.#fail(`the ${what} in its header is not a number`);
    }
    #throw(problem, { offset = this.#blockOffset, fix } = {}) {
        const entry = this.#entryName === undefined ? '' : `, entry ${(0,byte_string/* showName */.$i)(this.#entryName)}`;
        throw new errors/* FledgeError */.aE('input', `${this.#label}: at byte ${offset}${entry}: ${problem}`, fix === undefined ? {} : { fix });
    }
}


/***/ }),

/***/ 74823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rX: () => (/* binding */ closeLayers),
  m6: () => (/* binding */ unpackImage),
  xP: () => (/* binding */ unpackRootArchive)
});

// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(58375);
// EXTERNAL MODULE: ./build/tree/layers.js
var tree_layers = __webpack_require__(85351);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/sources/image/blob.js
var image_blob = __webpack_require__(65432);
// EXTERNAL MODULE: ./build/sources/image/media-types.js
var media_types = __webpack_require__(77079);
// EXTERNAL MODULE: ./build/sources/image/layer/compression.js
var compression = __webpack_require__(16687);
// EXTERNAL MODULE: ./build/sources/image/layer/decompress.js + 1 modules
var decompress = __webpack_require__(76368);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
;// CONCATENATED MODULE: ./build/sources/image/layer/spool.js







/** Small files are buffered up to this size; larger chunks are written directly. */
const BUFFER_BYTES = 1024 * 1024;
const DIRECT_BYTES = 128 * 1024;
/** Writes a spool sequentially. */
class SpoolWriter {
    spool;
    #directory;
    #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
    #reserve;
    #buffered = 0;
    #written = 0;
    #closing;
    /**
     * Creates the file and unlinks it at once, so that it is removed however the process ends.
     *
     * @throws FledgeError `output`, as `append` and `finish` do.
     */
    constructor(directory, label) {
        this.#directory = directory;
        this.#reserve = new disk_space/* DiskReserve */.Gs(directory);
        const scratch = (0,files_scratch.scratchFile)(directory, 'layer');
        try {
            this.spool = { descriptor: (0,external_node_fs_.openSync)(scratch.path, 'wx+', 0o600), label };
        }
        catch (error) {
            throw spoolError(error, directory, label);
        }
        finally {
            scratch.dispose();
        }
    }
    /** Offset of the next byte. */
    get position() {
        return this.#written + this.#buffered;
    }
    append(bytes) {
        if (this.#buffered + bytes.length > BUFFER_BYTES)
            this.#flush();
        if (bytes.length >= DIRECT_BYTES) {
            this.#flush();
            this.#write(bytes);
        }
        else {
            bytes.copy(this.#buffer, this.#buffered);
            this.#buffered += bytes.length;
        }
    }
    /** Writes the buffered bytes. `append` must not be called afterwards. */
    finish() {
        this.#flush();
        // Frees the buffer: the spool is open until the end of the build, and an image may have a hundred of them.
        this.#buffer.buffer.transfer(0);
    }
    /** Frees the disk space in another thread, because that is slow for a large file. May be called twice. */
    async close() {
        this.#closing ??= (0,external_node_util_.promisify)(external_node_fs_.close)(this.spool.descriptor);
        await this.#closing;
    }
    #flush() {
        const bytes = this.#buffer.subarray(0, this.#buffered);
        this.#buffered = 0;
        this.#write(bytes);
    }
    #write(bytes) {
        // The size of a compressed layer is unknown in advance, so free space is checked before each write.
        const left = this.#reserve.claim(bytes.length);
        if (left !== undefined)
            throw this.#full(left);
        try {
            (0,write_file/* writeFully */.K)(this.spool.descriptor, bytes, this.#written);
        }
        catch (error) {
            throw spoolError(error, this.#directory, this.spool.label);
        }
        this.#written += bytes.length;
    }
    #full({ free }) {
        const doing = `cannot unpack ${this.spool.label} to ${this.#directory}`;
        return new errors/* FledgeError */.aE('output', `${doing}: only ${(0,units/* formatBytes */.z3)(free)} are free on the disk`, {
            fix: FULL_FIX,
        });
    }
}
const FULL_FIX = 'free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it';
function spoolError(error, directory, label) {
    const code = (0,errors/* systemCodeOf */.c7)(error);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    return new errors/* FledgeError */.aE('output', `cannot unpack ${label} to ${directory}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
        cause: error,
        fix: isFull ? FULL_FIX : 'set TMPDIR to a directory that you can write to',
    });
}

// EXTERNAL MODULE: ./build/sources/image/layer/tar.js + 2 modules
var tar = __webpack_require__(17206);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(70288);
;// CONCATENATED MODULE: ./build/sources/image/layer/layer.js













const READ_BYTES = 1024 * 1024;
/** Maximum number of queued entries. Most layers have fewer, so they are unpacked before their entries are read. */
const MAX_ENTRIES_AHEAD = 20_000;
/**
 * Starts to unpack a layer before its entries are read: a decompressor keeps one thread busy, and another one can work
 * on the next layer. The layer is decompressed once; the blob's digest, the diff_id and every declared size are
 * verified in the same pass. The contents of its files are written to a spool, without holes. Devices and fifos are
 * only described.
 *
 * @throws FledgeError, as the reading of the entries does: `input` if the layer is damaged, hostile, encrypted or of an
 *   unknown kind, `output` if the spool cannot be written.
 */
function unpackLayer(blob, options) {
    requireReadable(blob);
    return unpack(verifiedSource(blob), options);
}
/**
 * Starts to unpack a tar archive without a digest, such as the output of `docker export`: plain, in gzip or in zstd.
 *
 * @throws FledgeError as `unpackLayer` does.
 */
function unpackArchive({ path, label }, options) {
    return unpack({ label, bytes: (signal) => readArchive(path, signal), explain: explainDecompression }, options);
}
function verifiedSource(blob) {
    return {
        label: blob.label,
        digests: blob,
        bytes: (signal) => (0,image_blob/* readBlob */.gm)(blob, signal),
        explain: (error, _, signal) => explainFailure(error, blob, signal),
    };
}
async function* readArchive(path, signal) {
    const handle = await (0,regular_file/* openRegularFile */.ZU)(path);
    try {
        for await (const bytes of handle.createReadStream({ highWaterMark: READ_BYTES, autoClose: false, signal }))
            yield bytes;
    }
    finally {
        await handle.close();
    }
}
function unpack(blob, options) {
    const writer = new SpoolWriter(options.spoolDirectory, blob.label);
    const closing = new AbortController();
    const signals = [closing.signal, ...(options.signal === undefined ? [] : [options.signal])];
    const source = readEntries(blob, { ...options, signal: AbortSignal.any(signals) }, writer);
    const entries = (0,concurrency/* readAhead */.Ek)(source, MAX_ENTRIES_AHEAD);
    return {
        label: blob.label,
        spool: writer.spool,
        entries,
        async close() {
            // The abort also stops the reads of a large file, which yield no entry.
            closing.abort();
            await entries.stop();
            await writer.close();
        },
    };
}
async function* readEntries(source, options, writer) {
    const { label, digests } = source;
    try {
        const collector = new EntryCollector(writer);
        const spend = (item, amount) => options.budget.spend(item, amount);
        const reader = new tar/* TarReader */.R(collector, label, spend);
        const diffHash = digests && diffHashOf(digests, label);
        const { compression, chunks } = await withCompression(countedBytes(source, options));
        // The bytes of a plain tar are already hashed as the blob.
        const isHashed = compression === 'none' && digests !== undefined && diffHash?.algorithm === algorithmOf(digests.digest);
        for await (const chunk of (0,decompress/* decompress */.m)(chunks, compression, spend)) {
            if (!isHashed)
                diffHash?.hash.update(chunk);
            reader.push(chunk);
            const { entries, dataBytes, apparentBytes, largest } = collector.take();
            options.budget.spend('unpacked', chunk.length);
            options.budget.spend('metadata', chunk.length - dataBytes);
            options.budget.spend('apparent', apparentBytes, () => describeLargest(largest, label));
            if (entries.length > 0)
                yield entries;
        }
        reader.finish();
        if (digests !== undefined && diffHash !== undefined) {
            const actual = isHashed ? digests.digest : `${diffHash.algorithm}:${diffHash.hash.digest('hex')}`;
            requireDiffId(actual, digests.diffId, label);
        }
        writer.finish();
    }
    catch (error) {
        await writer.close();
        throw await source.explain(error, label, options.signal);
    }
}
function diffHashOf({ diffId }, label) {
    const { algorithm } = (0,image_blob/* requireDigest */.m0)(diffId, `the diff_id of ${label}`);
    return { algorithm, hash: (0,external_node_crypto_.createHash)(algorithm) };
}
function requireDiffId(actual, diffId, label) {
    if (actual === diffId)
        return;
    throw new errors/* FledgeError */.aE('input', `${label} unpacks to ${actual}, but the image's config lists ${diffId}`, {
        fix: 'build or push the image again; it is inconsistent',
    });
}
function algorithmOf(digest) {
    return digest.slice(0, digest.indexOf(':'));
}
function requireReadable({ mediaType, label }) {
    switch ((0,media_types/* layerKindOf */.pc)(mediaType)) {
        case 'encrypted':
            throw new errors/* FledgeError */.aE('input', `${label} is encrypted`, {
                fix: 'decrypt the image first: skopeo copy --decryption-key KEY docker://IMAGE oci:DIRECTORY, and use oci:DIRECTORY',
            });
        case 'unknown':
            throw new errors/* FledgeError */.aE('input', `${label} has the unknown media type ${JSON.stringify(mediaType)}`, {
                fix: 'use an image with file system layers; this may be another kind of artifact',
            });
    }
}
async function* countedBytes(source, options) {
    for await (const chunk of source.bytes(options.signal)) {
        options.onRead?.(chunk.length);
        yield chunk;
    }
}
/** Detects the compression of a stream, and returns the stream with its first bytes. */
async function withCompression(bytes) {
    const first = await bytes.next();
    const head = first.done === true ? Buffer.alloc(0) : first.value;
    const chunks = async function* () {
        try {
            yield head;
            yield* bytes;
        }
        finally {
            await bytes.return();
        }
    };
    try {
        return { compression: (0,compression/* detectCompression */.I)(head.subarray(0, tar_format/* BLOCK_BYTES */.Yo)), chunks: chunks() };
    }
    catch (error) {
        await bytes.return();
        throw error;
    }
}
function describeLargest(largest, label) {
    if (largest === undefined)
        return `the last of them are in ${label}`;
    return `one of them is ${(0,byte_string/* displayByteString */.oO)(largest.path)} with ${(0,units/* formatBytes */.z3)(largest.size)}, in ${label}`;
}
class EntryCollector {
    #entries = [];
    #dataBytes = 0;
    #apparentBytes = 0;
    #largest;
    #writer;
    constructor(writer) {
        this.#writer = writer;
    }
    /** Returns the entries and sizes since the last call. */
    take() {
        const taken = {
            entries: this.#entries,
            dataBytes: this.#dataBytes,
            apparentBytes: this.#apparentBytes,
            largest: this.#largest,
        };
        this.#entries = [];
        this.#dataBytes = 0;
        this.#apparentBytes = 0;
        this.#largest = undefined;
        return taken;
    }
    entry(entry) {
        if (entry.kind !== 'file') {
            this.#entries.push(entry);
            return;
        }
        this.#apparentBytes += entry.size;
        if (entry.size > (this.#largest?.size ?? 0))
            this.#largest = entry;
        let { position } = this.#writer;
        // `map` allocates the exact length. An array that grows has unused capacity, and there is one array for each file.
        const pieces = entry.pieces.map(({ offset, length }) => {
            const piece = { offset, length, position };
            position += length;
            return piece;
        });
        this.#entries.push({ ...entry, pieces });
    }
    data(bytes) {
        this.#dataBytes += bytes.length;
        this.#writer.append(bytes);
    }
}
/**
 * Finds the cause of a failure. A damaged blob first causes an error of tar or gzip; the digest mismatch is more
 * useful, and is found by reading the rest of the blob.
 */
async function explainFailure(error, blob, signal) {
    const isContent = error instanceof compression/* DecompressionError */.e || (error instanceof errors/* FledgeError */.aE && error.code === 'input');
    if (!isContent)
        return error;
    try {
        for await (const _ of (0,image_blob/* readBlob */.gm)(blob, signal))
            ;
    }
    catch (blobError) {
        if (blobError instanceof errors/* FledgeError */.aE && (0,media_types/* layerKindOf */.pc)(blob.mediaType) === 'foreign')
            return explainForeign(blob, blobError);
        return blobError;
    }
    return explainDecompression(error, blob.label);
}
function explainDecompression(error, label) {
    if (!(error instanceof compression/* DecompressionError */.e))
        return error;
    return new errors/* FledgeError */.aE('input', `${label} cannot be unpacked: ${error.message}`, {
        cause: error,
        ...(error.fix !== undefined && { fix: error.fix }),
    });
}
function explainForeign({ label, urls }, cause) {
    const where = urls.length === 0 ? '' : ` (${urls.slice(0, 3).join(', ')})`;
    return new errors/* FledgeError */.aE('input', `${label} is not in the image: only its publisher may distribute it${where}`, {
        cause,
        fix: 'use an image whose layers are all in the registry',
    });
}

;// CONCATENATED MODULE: ./build/sources/image/unpack.js



/**
 * Applies the layers of an image to a tree, from the bottom up. The next layer is unpacked while one is applied.
 *
 * @throws FledgeError `input` or `output` as `unpackLayer` and `applyLayer` do. The tree is then unusable.
 */
async function unpackImage({ layers: blobs }, { tree, layers, onLayer, ...options }) {
    for (const layer of beginInTurn(blobs, options, layers)) {
        await (0,tree_layers/* applyLayer */.c)(tree, layer);
        await onLayer?.(layer);
    }
}
/**
 * Unpacks the archive of a root file system to an empty tree.
 *
 * @throws FledgeError `input` or `output` as `unpackArchive` and `applyLayer` do. The tree is then unusable.
 */
async function unpackRootArchive(archive, { tree, layers, ...options }) {
    const layer = unpackArchive(archive, options);
    layers.push(layer);
    await (0,tree_layers/* applyLayer */.c)(tree, layer, { whiteouts: false });
}
/** Frees the disk space of layers. May be called twice. */
async function closeLayers(layers) {
    await (0,concurrency/* settleAll */.j3)(...layers.map((layer) => layer.close()));
}
/** Unpacks the layers from the bottom up, and adds all to `begun`. Before one is yielded, the next one is started. */
function* beginInTurn(blobs, options, begun) {
    let due;
    for (const blob of blobs) {
        const next = unpackLayer(blob, options);
        begun.push(next);
        if (due !== undefined)
            yield due;
        due = next;
    }
    if (due !== undefined)
        yield due;
}


/***/ }),

/***/ 85351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ applyLayer),
/* harmony export */   i: () => (/* binding */ isLeftover)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26471);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82581);




/** OCI image specification, layer.md, "Whiteouts". */
const WHITEOUT_PREFIX = '.wh.';
const OPAQUE_WHITEOUT = '.wh..wh..opq';
/**
 * Prefix of the metadata of aufs in old layers, such as the directory `.wh..wh.plnk` with files that have other names
 * in the layer. They are not part of the image.
 */
const AUFS_PREFIX = '.wh..wh.';
/** The mode that Linux reports for every symlink. */
const SYMLINK_MODE = 0o777;
/**
 * Applies a layer to the tree (OCI image specification, layer.md). Whiteouts hide entries of lower layers only,
 * wherever they are in the archive. Of several entries with one name, the last wins. A directory that is added again
 * keeps its children, and replaces anything else. A hardlink is a second name of the inode that its target has at that
 * moment, with the owner, mode and attributes of the inode. Absolute names, `..` and links in the parent part of a name
 * cannot leave the root. Missing parents are created 0755 root:root with the tree's own time; below a setgid directory
 * they are setgid and have its group, as with mkdir(2). A file of a lower layer is removed if it is a parent of a name,
 * as overlayfs hides it. Metadata of aufs is skipped.
 *
 * @throws FledgeError `input`, naming layer and entry, for entries that a file system cannot hold, and any error of
 *   reading the layer. The tree is then unusable.
 */
async function applyLayer(tree, layer, options = {}) {
    const { whiteouts = true } = options;
    tree.beginLayer();
    const leftovers = new Map();
    for await (const entries of layer.entries) {
        for (const entry of entries) {
            try {
                applyEntry(tree, entry, { layer, leftovers, whiteouts });
            }
            catch (error) {
                throw error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE ? namingEntry(error, entry, layer) : error;
            }
        }
    }
    tree.endLayer();
}
function namingEntry(error, { path }, { label }) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE(error.code, `${label}, entry ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(path)}: ${error.message}`, {
        cause: error,
        ...(error.fix !== undefined && { fix: error.fix }),
    });
}
function applyEntry(tree, entry, { layer, leftovers, whiteouts }) {
    const { path } = entry;
    if (whiteouts && path.includes(WHITEOUT_PREFIX)) {
        const components = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .splitPath */ .Uf)(path);
        if (isLeftover(components)) {
            if (entry.kind === 'directory')
                return;
            tree.budget.spend('nodes', 1);
            tree.budget.spend('pathBytes', path.length);
            leftovers.set((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(components), inodeOf(tree, entry, layer, leftovers));
            return;
        }
        const name = components.pop() ?? '';
        if (name.startsWith(WHITEOUT_PREFIX)) {
            applyWhiteout(tree, (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(components), name);
            return;
        }
    }
    if (entry.kind === 'directory')
        tree.putDirectory(path, entry);
    else
        tree.put(path, inodeOf(tree, entry, layer, leftovers));
}
/** True if names refer to metadata of aufs: an entry with its prefix, or one below such a directory. */
function isLeftover(names) {
    const first = names.findIndex((name) => name.startsWith(AUFS_PREFIX));
    return first !== -1 && (first < names.length - 1 || names[first] !== OPAQUE_WHITEOUT);
}
function applyWhiteout(tree, directory, name) {
    if (name === OPAQUE_WHITEOUT) {
        tree.hideBelow(directory);
        return;
    }
    const hidden = name.slice(WHITEOUT_PREFIX.length);
    if (hidden === '' || hidden === '.' || hidden === '..') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', 'a whiteout must name a file in its own directory');
    }
    tree.hide(`${directory}/${hidden}`);
}
function inodeOf(tree, entry, layer, leftovers) {
    switch (entry.kind) {
        case 'file': {
            const { mode, uid, gid, mtime, xattrs, size, pieces } = entry;
            const content = { kind: 'spool', size, spool: layer.spool, extents: pieces };
            // Written out, because a spread needs more memory: most entries of a large image are files.
            return { mode, uid, gid, mtime, xattrs, kind: 'file', content };
        }
        case 'symlink':
            return { ...metadataOf(entry), mode: SYMLINK_MODE, kind: 'symlink', target: requireTarget(entry.target) };
        case 'hardlink':
            return linkedInode(tree, entry.target, leftovers);
        case 'char-device':
        case 'block-device': {
            const { major, minor } = entry;
            if (major < 0 || major > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_MAJOR */ .dJ || minor < 0 || minor > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_MINOR */ .VZ) {
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `its device numbers ${major} and ${minor} are out of the range of Linux`);
            }
            return { ...metadataOf(entry), kind: entry.kind, major, minor };
        }
        case 'fifo':
            return { ...metadataOf(entry), kind: 'fifo' };
    }
}
function metadataOf({ mode, uid, gid, mtime, xattrs }) {
    return { mode, uid, gid, mtime, xattrs };
}
function requireTarget(target) {
    if (target === '')
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', 'the symbolic link has an empty target');
    if (target.length > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PATH_BYTES */ .PR) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `a link target of ${target.length} bytes is longer than ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PATH_BYTES */ .PR}, the limit of Linux`);
    }
    return target;
}
function linkedInode(tree, target, leftovers) {
    const leftover = leftovers.size > 0 && target.includes(AUFS_PREFIX) ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .splitPath */ .Uf)(target)) : undefined;
    const inode = (leftover === undefined ? undefined : leftovers.get(leftover)) ?? tree.get(target);
    if (inode === undefined)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `it is a hardlink to ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(target)}, which does not exist`);
    if (inode.kind === 'directory') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `it is a hardlink to ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(target)}, which is a directory`);
    }
    return inode;
}


/***/ })

};
