export const id = 3108;
export const ids = [3108,9704];
export const modules = {

/***/ 11671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EJ: () => (/* binding */ unexplained),
/* harmony export */   KU: () => (/* binding */ compareContainers),
/* harmony export */   NT: () => (/* binding */ followsFromEntries),
/* harmony export */   aG: () => (/* binding */ wordOf),
/* harmony export */   gb: () => (/* binding */ isIgnoredPart)
/* harmony export */ });
/* unused harmony export compareFacts */
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


/** The differences outside of the entries. Facts of headers are compared only if both artifacts have the same format. */
async function compareContainers(left, right) {
    const [a, b] = [describeFormat(left.artifact), describeFormat(right.artifact)];
    const order = left.stream !== undefined && right.stream !== undefined ? compareOrder(left.stream, right.stream) : [];
    if (a !== b)
        return [{ key: 'format', title: 'format', left: a, right: b }, ...order];
    return [...compareFacts(await left.artifact.facts(), await right.artifact.facts()), ...order];
}
/** The word of `--ignore` for a difference. */
function wordOf({ key }) {
    return key === 'order' || key === 'inode' ? 'order' : 'container';
}
function isIgnoredPart(key, ignored) {
    return ignored.has(wordOf({ key }));
}
/** Facts that follow from the entries: other times or contents have another compressed size. */
const AMOUNTS = new Set(['compressedSize', 'fileSize', 'size', 'used', 'free']);
/** Whether a difference follows from other entries, so that it does not count if these are ignored. */
function followsFromEntries({ key }) {
    return AMOUNTS.has(key);
}
/** `ext4`, or `cpio in gzip`. */
function describeFormat({ format, wrapper }) {
    return wrapper === undefined ? format : `${format} in ${wrapper}`;
}
/** The facts whose values differ, in the order of the left side, and then those of the right side only. */
function compareFacts(left, right) {
    const others = new Map(right.map((fact) => [fact.key, fact]));
    const differences = [];
    for (const fact of left) {
        const other = others.get(fact.key);
        others.delete(fact.key);
        const { key, title } = fact;
        const both = valuesOf(fact, other);
        if (both !== undefined)
            differences.push({ key, title, ...both });
    }
    for (const fact of others.values())
        differences.push({ key: fact.key, title: fact.title, right: valueText(fact) });
    return differences;
}
function valuesOf(fact, other) {
    if (other === undefined)
        return { left: valueText(fact) };
    if (!Array.isArray(fact.value) || !Array.isArray(other.value)) {
        const [left, right] = [valueText(fact, other), valueText(other, fact)];
        return left === right ? undefined : { left, right };
    }
    const only = (values, others) => values.filter((value) => !others.includes(value));
    const [left, right] = [only(fact.value, other.value), only(other.value, fact.value)];
    if (left.length === 0 && right.length === 0) {
        return valueText(fact) === valueText(other) ? undefined : { left: valueText(fact), right: valueText(other) };
    }
    return { ...(left.length > 0 && { left: left.join(', ') }), ...(right.length > 0 && { right: right.join(', ') }) };
}
/** Sizes that look equal when they are rounded are shown in bytes. */
function valueText({ value, unit }, other) {
    if (typeof value === 'object')
        return value.join(', ');
    if (unit !== 'bytes' || typeof value !== 'number')
        return String(value);
    const isClose = typeof other?.value === 'number' && (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(other.value) === (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(value);
    return isClose ? `${value} bytes` : (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(value);
}
/** The first entry that is at another place of an archive, and the first one with another number of its inode. */
function compareOrder(left, right) {
    const [inLeft, inRight] = [pathsOf(left), pathsOf(right)];
    const a = left.order.filter(({ path }) => inRight.has(path));
    const b = right.order.filter(({ path }) => inLeft.has(path));
    const at = a.findIndex(({ path }, index) => path !== b[index]?.path);
    const [x, y] = [a[at], b[at]];
    if (x !== undefined && y !== undefined) {
        const sides = { left: nameOf(x.path), right: nameOf(y.path) };
        return [{ key: 'order', title: `entry ${at + 1} of those on both sides`, ...sides }];
    }
    // After an entry on one side only, all numbers are others.
    if (a.length !== left.order.length || b.length !== right.order.length)
        return [];
    const index = a.findIndex(({ ino }, position) => ino !== b[position]?.ino);
    const [first, other] = [a[index], b[index]];
    if (first === undefined || other === undefined)
        return [];
    const title = `inode number of ${nameOf(first.path)}`;
    return [{ key: 'inode', title, left: String(first.ino), right: String(other.ino) }];
}
function pathsOf({ order }) {
    return new Set(order.map(({ path }) => path));
}
function nameOf(path) {
    return `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}`;
}
/** Named if nothing else is: both have the same entries and the same facts. */
function unexplained({ format, wrapper }, firstDifference) {
    const place = firstDifference === undefined ? '' : `, first at byte ${firstDifference}`;
    return { key: 'bytes', title: `${placeOf(format, wrapper, firstDifference ?? 0)}${place}` };
}
function placeOf(format, wrapper, offset) {
    if (wrapper === 'gzip')
        return 'compressed data, although the entries are equal';
    if (wrapper === 'qcow2')
        return 'clusters or tables of the qcow2 image, although the entries are equal';
    if (format === 'cpio')
        return 'padding, or fields that the kernel ignores';
    if (format.startsWith('oci') || format === 'docker-archive')
        return 'files that are not a part of the image';
    if (format === 'tar')
        return 'padding, or the order or the form of the headers';
    if (format === 'ext4' && offset < 1024)
        return 'boot sector';
    if (format === 'ext4' && offset < 2048)
        return 'superblock';
    return 'structures or unused space of the file system, although the entries are equal';
}


/***/ }),

/***/ 41906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainComparison: () => (/* binding */ explainComparison)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var report_reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/inside/beside/provenance.js
var provenance = __webpack_require__(45389);
// EXTERNAL MODULE: ./build/support/process/runtime.js + 1 modules
var runtime = __webpack_require__(95625);
// EXTERNAL MODULE: ./build/compare/explain/container.js
var explain_container = __webpack_require__(11671);
// EXTERNAL MODULE: ./build/lock/lock-file.js
var lock_file = __webpack_require__(63818);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
;// CONCATENATED MODULE: ./build/compare/explain/locks.js




const LOCK_FILE = 'fledge.lock';
const MAX_BYTES = 1024 * 1024;
/** The pins that differ between the lock files beside two artifacts; none if one of them has no valid lock file. */
async function lockReasons(left, right) {
    if ((0,external_node_path_.dirname)(left) === (0,external_node_path_.dirname)(right))
        return [];
    const [a, b] = [await pinsBeside(left), await pinsBeside(right)];
    if (a === undefined || b === undefined)
        return [];
    const [before, after] = [textsOf(a), textsOf(b)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
        const [x, y] = [before.get(name), after.get(name)];
        if (x === y)
            return [];
        const text = `${LOCK_FILE} pins another ${name}: ${x ?? 'none'} → ${y ?? 'none'}`;
        return [{ what: 'lock', text, ...(x !== undefined && { left: x }), ...(y !== undefined && { right: y }) }];
    });
}
async function pinsBeside(artifact) {
    const file = (0,external_node_path_.join)((0,external_node_path_.dirname)(artifact), LOCK_FILE);
    try {
        const text = (await (0,regular_file/* readRegularFile */.XF)(file, MAX_BYTES)).toString('utf8');
        return (await (0,lock_file/* parseLockText */.UL)(text, file)).pins;
    }
    catch (error) {
        // A lock file explains, and is not compared: a build reports its faults.
        const isUnusable = [errors/* FledgeError */.aE, regular_file/* NotRegularFile */.k1, regular_file/* FileTooLarge */.Sv].some((kind) => error instanceof kind);
        if (isUnusable || (0,errors/* systemCodeOf */.c7)(error) !== undefined)
            return undefined;
        throw error;
    }
}
/** The pins of inputs of a build, by a name for people. */
function textsOf({ image, busyboxImage, baseImages = [], agentRelease, agent, busybox, }) {
    const texts = new Map();
    const add = (name, text) => {
        if (text !== undefined)
            texts.set(name, text);
    };
    add('image', imageText(image));
    add('image with busybox', imageText(busyboxImage));
    for (const pin of baseImages)
        add(`base image ${pin.name}`, pin.digest);
    add('release of the agent', agentRelease?.tag);
    add('agent', agent && `${agent.url} sha256:${agent.sha256}`);
    add('busybox', busybox && `${busybox.url} sha256:${busybox.sha256}`);
    return texts;
}
function imageText(pin) {
    return pin && `${pin.name}@${pin.digest}`;
}

// EXTERNAL MODULE: ./build/compare/explain/recognise.js
var recognise = __webpack_require__(79217);
// EXTERNAL MODULE: ./build/inside/content.js
var content = __webpack_require__(48884);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/sources/content-kind.js
var content_kind = __webpack_require__(13307);
// EXTERNAL MODULE: ./build/compare/file-pair.js
var file_pair = __webpack_require__(42609);
;// CONCATENATED MODULE: ./build/compare/explain/contents.js


/**
 * Compares two contents. A hole is equal to zeros, and what is a hole on both sides is not read.
 *
 * @returns the offset of the first byte that differs; undefined if they are equal.
 */
async function firstDifferenceOf(left, right) {
    const end = Math.min(left.size, right.size);
    const [a, b] = [new Cursor(left.content()), new Cursor(right.content())];
    try {
        for (let at = 0; at < end;) {
            const [x, y] = [await a.at(at), await b.at(at)];
            const length = Math.min(x.length, y.length, end - at);
            const difference = x.bytes === undefined && y.bytes === undefined ? undefined : firstIn(x, y, length);
            if (difference !== undefined)
                return at + difference;
            at += length;
        }
        return left.size === right.size ? undefined : end;
    }
    finally {
        await a.close();
        await b.close();
    }
}
function firstIn(x, y, length) {
    if (x.bytes !== undefined && y.bytes !== undefined)
        return differenceOf(x.bytes, y.bytes, length);
    const bytes = x.bytes ?? y.bytes ?? content/* ZEROS */.uY;
    for (let at = 0; at < length; at += content/* ZEROS */.uY.length) {
        const difference = differenceOf(bytes.subarray(at), content/* ZEROS */.uY, Math.min(content/* ZEROS */.uY.length, length - at));
        if (difference !== undefined)
            return at + difference;
    }
    return undefined;
}
function differenceOf(x, y, length) {
    const [a, b] = [x.subarray(0, length), y.subarray(0, length)];
    return a.equals(b) ? undefined : (0,file_pair/* indexOfDifference */.R)(a, b);
}
/** Reads the pieces of a content in ascending order. */
class Cursor {
    #pieces;
    #piece;
    #isAtEnd = false;
    constructor(pieces) {
        this.#pieces = pieces;
    }
    /** What is at a position, which must not be before an earlier one. */
    async at(position) {
        while (!this.#isAtEnd && (this.#piece === undefined || endOf(this.#piece) <= position)) {
            const { done, value } = await this.#pieces.next();
            if (done === true)
                this.#isAtEnd = true;
            else
                this.#piece = value;
        }
        if (this.#piece === undefined || endOf(this.#piece) <= position)
            return { length: Number.POSITIVE_INFINITY };
        const { offset, bytes } = this.#piece;
        if (offset > position)
            return { length: offset - position };
        return { length: endOf(this.#piece) - position, bytes: bytes.subarray(position - offset) };
    }
    async close() {
        await this.#pieces.return(undefined);
    }
}
function endOf({ offset, bytes }) {
    return offset + bytes.length;
}
/** The bytes from `position` on, at most `length`; holes are zeros. */
async function readRange({ size, content }, position, length) {
    const end = Math.min(size, position + length);
    if (position >= end)
        return Buffer.alloc(0);
    const result = Buffer.alloc(end - position);
    for await (const { offset, bytes } of content()) {
        if (offset >= end)
            break;
        const skipped = Math.max(0, position - offset);
        if (skipped < bytes.length)
            bytes.copy(result, offset + skipped - position, skipped, Math.min(bytes.length, end - offset));
    }
    return result;
}

// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
;// CONCATENATED MODULE: ./build/compare/explain/elf-sections.js


/** Offsets of the fields of a section header, by class. */
const FIELDS = {
    32: { entryBytes: 40, offset: 16, size: 20, nameTable: 50 },
    64: { entryBytes: 64, offset: 24, size: 32, nameTable: 62 },
};
const HEADER_BYTES = 64;
/** More than the kernel and LLVM have. */
const MAX_SECTIONS = 4096;
const MAX_NAMES_BYTES = 256 * 1024;
const MAX_NAME_BYTES = 100;
const MAX_NOTE_BYTES = 4096;
const MAX_BUILD_ID_BYTES = 64;
/** Sections without bytes in the file: SHT_NULL and SHT_NOBITS. */
const EMPTY_TYPES = [0, 8];
const SHT_NOTE = 7;
const NT_GNU_BUILD_ID = 3;
/** The sections of a file; undefined if it is not an ELF file, or has no table of them. No number in it is trusted. */
async function elfSectionsOf(file) {
    const head = await readRange(file, 0, HEADER_BYTES);
    const header = (0,elf/* parseElfHeader */.Ki)(head);
    if (header?.sectionHeaders === undefined)
        return undefined;
    const { bits, littleEndian, sectionHeaders } = header;
    const { entryBytes, offset, size, nameTable } = FIELDS[bits];
    const { entrySize, count } = sectionHeaders;
    if (entrySize < entryBytes || count > MAX_SECTIONS || entrySize > 4 * entryBytes)
        return undefined;
    const table = fieldsOf(await readRange(file, sectionHeaders.offset, entrySize * count), littleEndian);
    const found = Array.from({ length: Math.floor(table.length / entrySize) }, (_, index) => {
        const start = index * entrySize;
        const word = (at) => (bits === 32 ? table.u32(start + at) : table.u64(start + at));
        return { nameAt: table.u32(start), type: table.u32(start + 4), offset: word(offset), size: word(size) };
    });
    const names = found[fieldsOf(head, littleEndian).u16(nameTable)];
    const text = names && (await readRange(file, names.offset, Math.min(names.size, MAX_NAMES_BYTES))).toString('latin1');
    const sections = found
        .filter(({ type }) => !EMPTY_TYPES.includes(type))
        .map((section) => ({ ...section, name: nameIn(text ?? '', section.nameAt) }));
    const note = sections.find(({ type, name }) => type === SHT_NOTE && name === '.note.gnu.build-id');
    const bytes = note && (await readRange(file, note.offset, Math.min(note.size, MAX_NOTE_BYTES)));
    return { sections, buildId: bytes && buildIdIn(bytes, littleEndian) };
}
/** The name of the part that contains a position: a section, or the headers. */
function sectionAt({ sections }, position) {
    if (position < HEADER_BYTES)
        return 'ELF header';
    const found = sections.find(({ offset, size }) => position >= offset && position < offset + size);
    return found === undefined || found.name === '' ? undefined : found.name;
}
function nameIn(names, at) {
    const end = names.indexOf('\0', at);
    return names.slice(at, Math.min(end < 0 ? names.length : end, at + MAX_NAME_BYTES));
}
/** Nhdr: the sizes of name and description, the type, the name `GNU` with its NUL, the description. */
function buildIdIn(note, littleEndian) {
    if (note.length < 16 || note.toString('latin1', 12, 16) !== 'GNU\0')
        return undefined;
    const fields = fieldsOf(note, littleEndian);
    const size = fields.u32(4);
    if (fields.u32(0) !== 4 || fields.u32(8) !== NT_GNU_BUILD_ID || size > MAX_BUILD_ID_BYTES)
        return undefined;
    return note.toString('hex', 16, 16 + size);
}
function fieldsOf(bytes, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return {
        length: bytes.length,
        u16: (at) => view.getUint16(at, littleEndian),
        u32: (at) => view.getUint32(at, littleEndian),
        /** A number that is not exact is beyond the end of every file. */
        u64: (at) => Number(view.getBigUint64(at, littleEndian)),
    };
}

;// CONCATENATED MODULE: ./build/compare/explain/line-diff.js
/** Both texts are given up on after this number of inserted and deleted lines: time and memory grow with its square. */
const MAX_EDITS = 1500;
const NO_NEWLINE = '\\ No newline at end of file';
/**
 * The hunks of a unified diff with `context` lines around each change, as `diff -u` prints them without its first two lines;
 * undefined if the texts have too little in common.
 */
function unifiedDiff(left, right, context) {
    const script = scriptOf(linesOf(left), linesOf(right));
    return script && hunksOf(script, context).join('\n');
}
/** Lines with their newline, so that a missing one at the end is a difference. */
function linesOf(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/** The algorithm of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), without what is common at both ends. */
function scriptOf(left, right) {
    let start = 0;
    while (start < left.length && start < right.length && left[start] === right[start])
        start += 1;
    let end = 0;
    const shorter = Math.min(left.length, right.length) - start;
    while (end < shorter && left[left.length - 1 - end] === right[right.length - 1 - end])
        end += 1;
    const middle = middleOf(left.slice(start, left.length - end), right.slice(start, right.length - end));
    if (middle === undefined)
        return undefined;
    const kept = (line) => ({ sign: ' ', line });
    return [...left.slice(0, start).map(kept), ...middle, ...left.slice(left.length - end).map(kept)];
}
function middleOf(a, b) {
    const most = Math.min(a.length + b.length, MAX_EDITS);
    // The furthest position in `a` on each diagonal, by the number of edits.
    const rounds = [];
    let before = new Int32Array(3);
    for (let edits = 0; edits <= most; edits++) {
        const reached = new Int32Array(2 * edits + 3);
        for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
            let x = edits === 0 ? 0 : firstOn(diagonal, edits, before);
            while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal])
                x += 1;
            reached[diagonal + edits + 1] = x;
            if (x >= a.length && x - diagonal >= b.length)
                return trace(a, b, [...rounds, reached]);
        }
        rounds.push(reached);
        before = reached;
    }
    return undefined;
}
/** Where a diagonal is entered, from a neighbour that has one edit less. */
function firstOn(diagonal, edits, before) {
    const at = (neighbour) => before[neighbour + edits] ?? 0;
    return isInsertion(diagonal, edits, before) ? at(diagonal + 1) : at(diagonal - 1) + 1;
}
function trace(a, b, rounds) {
    const script = [];
    let x = a.length;
    let y = b.length;
    for (let edits = rounds.length - 1; edits >= 0; edits--) {
        const diagonal = x - y;
        const before = rounds[edits - 1];
        const entered = before === undefined ? 0 : firstOn(diagonal, edits, before);
        for (; x > entered; x--, y--)
            script.push({ sign: ' ', line: a[x - 1] ?? '' });
        if (before === undefined)
            break;
        if (isInsertion(diagonal, edits, before))
            script.push({ sign: '+', line: b[--y] ?? '' });
        else
            script.push({ sign: '-', line: a[--x] ?? '' });
    }
    return script.reverse();
}
/** True if a diagonal is entered by inserting a line. The positions of `before` begin at diagonal `-edits`. */
function isInsertion(diagonal, edits, before) {
    const at = (neighbour) => before[neighbour + edits] ?? 0;
    return diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
}
function hunksOf(script, context) {
    const changed = script.flatMap(({ sign }, index) => (sign === ' ' ? [] : [index]));
    const ranges = [];
    for (const index of changed) {
        const [first, end] = [Math.max(0, index - context), Math.min(script.length, index + context + 1)];
        const last = ranges.at(-1);
        if (last !== undefined && first <= last.end)
            last.end = end;
        else
            ranges.push({ first, end });
    }
    const lines = [];
    const position = { left: 0, right: 0, index: 0 };
    const advance = (to) => {
        for (; position.index < to; position.index++) {
            const sign = script[position.index]?.sign;
            if (sign !== '+')
                position.left += 1;
            if (sign !== '-')
                position.right += 1;
        }
    };
    for (const { first, end } of ranges) {
        advance(first);
        const from = { ...position };
        advance(end);
        const left = rangeText(from.left, position.left - from.left);
        lines.push(`@@ -${left} +${rangeText(from.right, position.right - from.right)} @@`);
        for (const { sign, line } of script.slice(first, end)) {
            lines.push(`${sign}${line.replace(/\n$/, '')}`);
            if (!line.endsWith('\n'))
                lines.push(NO_NEWLINE);
        }
    }
    return lines;
}
/** As in diff(1): an empty range begins before its first line, and a length of 1 is left out. */
function rangeText(before, length) {
    const start = length === 0 ? before : before + 1;
    return length === 1 ? String(start) : `${start},${length}`;
}

;// CONCATENATED MODULE: ./build/compare/explain/content-change.js




/** The largest text of which a diff is computed, in bytes. */
const MAX_TEXT_BYTES = 64 * 1024;
/** The largest ELF file whose sections are read, in bytes. Its content is read from its beginning for each table. */
const MAX_ELF_BYTES = 512 * 1024 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Describes the difference of two contents; undefined if they are equal. `context` is that of the diff of texts, in lines. */
async function describeContents(left, right, context) {
    const firstDifference = await firstDifferenceOf(left, right);
    if (firstDifference === undefined)
        return undefined;
    const diff = await diffOfTexts(left, right, context);
    if (diff !== undefined)
        return { firstDifference, diff };
    return { firstDifference, ...(await elfFacts(left, right, firstDifference)) };
}
async function diffOfTexts(left, right, context) {
    const [a, b] = [await textOf(left), await textOf(right)];
    return a === undefined || b === undefined ? undefined : unifiedDiff(a, b, context);
}
/** Undefined for a large file, and for one that is not UTF-8 or contains NUL. */
async function textOf(file) {
    if (file.size > MAX_TEXT_BYTES)
        return undefined;
    const bytes = await readRange(file, 0, file.size);
    if (bytes.includes(0))
        return undefined;
    try {
        return utf8.decode(bytes);
    }
    catch {
        return undefined;
    }
}
async function elfFacts(left, right, firstDifference) {
    if (left.size > MAX_ELF_BYTES || right.size > MAX_ELF_BYTES)
        return {};
    const [a, b] = [await sectionsOf(left), await sectionsOf(right)];
    // The layout of the left one is the expected one.
    const section = [a, b].map((sections) => sections && sectionAt(sections, firstDifference)).find(Boolean);
    return {
        ...(section !== undefined && { section }),
        ...(a?.buildId !== undefined && { leftBuildId: a.buildId }),
        ...(b?.buildId !== undefined && { rightBuildId: b.buildId }),
    };
}
async function sectionsOf(file) {
    return (0,content_kind/* isElf */.a)(await readRange(file, 0, 4)) ? elfSectionsOf(file) : undefined;
}

;// CONCATENATED MODULE: ./build/compare/explain/entry-changes.js

/** A longer value of an attribute is cut, in bytes. */
const MAX_VALUE_BYTES = 64;
const MAX_32 = 0xffff_ffff;
/** All differences of two entries at one path, except that of their contents. */
async function metadataChanges(left, right, comparable) {
    const changes = [];
    const compare = (what, a, b) => {
        if (a === b)
            return;
        changes.push({ what, ...(a !== undefined && { left: a }), ...(b !== undefined && { right: b }) });
    };
    compare('kind', left.kind, right.kind);
    // Linux gives no meaning to the mode of a link.
    if (left.kind !== 'symlink' || right.kind !== 'symlink')
        compare('mode', modeOf(left), modeOf(right));
    compare('owner', `${left.uid}:${left.gid}`, `${right.uid}:${right.gid}`);
    const [a, b] = [timeOf(left.mtime, comparable), timeOf(right.mtime, comparable)];
    compare('mtime', describeTime(a, b), describeTime(b, a));
    if (comparable.xattrs)
        changes.push(...xattrChanges(await left.xattrs(), await right.xattrs()));
    if (left.kind !== right.kind)
        return changes;
    compare('target', entry_changes_textOf(left.target), entry_changes_textOf(right.target));
    compare('device', deviceOf(left), deviceOf(right));
    compare('links', linkOf(left), linkOf(right));
    if (left.kind === 'file')
        compare('size', String(left.size), String(right.size));
    return changes;
}
function modeOf({ mode }) {
    return mode.toString(8).padStart(4, '0');
}
function entry_changes_textOf(target) {
    return target === undefined ? undefined : (0,byte_string/* displayByteString */.oO)(target);
}
function deviceOf({ device }) {
    return device === undefined ? undefined : `${device.major}:${device.minor}`;
}
function linkOf({ sameAs }) {
    return sameAs === undefined ? undefined : `/${(0,byte_string/* displayByteString */.oO)(sameAs)}`;
}
/** The part of a time that can be compared. */
function timeOf({ seconds, nanoseconds }, { nanoseconds: hasFractions, isRange32 }) {
    return {
        seconds: isRange32 ? Math.min(Math.max(seconds, 0), MAX_32) : seconds,
        nanoseconds: hasFractions ? nanoseconds : 0,
    };
}
/** Years of at most four digits, as JavaScript can print them. */
const MAX_SECONDS = 253_402_300_799;
/** With the nanoseconds only if the times differ in nothing else. */
function describeTime({ seconds, nanoseconds }, other) {
    const date = Math.abs(seconds) > MAX_SECONDS ? undefined : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
    const text = date ?? `${seconds} s`;
    if (seconds !== other.seconds || nanoseconds === other.nanoseconds)
        return text;
    return `${text.replace(/Z$/, '')}.${String(nanoseconds).padStart(9, '0')}${date === undefined ? '' : 'Z'}`;
}
function xattrChanges(left, right) {
    if (left.size === 0 && right.size === 0)
        return [];
    const names = [...new Set([...left.keys(), ...right.keys()])].sort(byte_string/* compareByteStrings */.eS);
    return names.flatMap((name) => {
        const [a, b] = [left.get(name), right.get(name)];
        if (a !== undefined && b !== undefined && a.equals(b))
            return [];
        return [
            {
                what: 'xattr',
                name: (0,byte_string/* displayByteString */.oO)(name),
                ...(a !== undefined && { left: valueText(a) }),
                ...(b !== undefined && { right: valueText(b) }),
            },
        ];
    });
}
/** As getfattr(1) prints it: text in quotes, other bytes in hexadecimal digits. */
function valueText(value) {
    const shown = value.subarray(0, MAX_VALUE_BYTES);
    const rest = value.length > shown.length ? `… (${value.length} bytes)` : '';
    const text = shown.toString('latin1').replace(/\0$/, '');
    return /^[\x20-\x7e]*$/.test(text) ? `${JSON.stringify(text)}${rest}` : `0x${shown.toString('hex')}${rest}`;
}

// EXTERNAL MODULE: ./build/compare/explain/ignore.js
var ignore = __webpack_require__(99704);
;// CONCATENATED MODULE: ./build/compare/explain/join.js
const SLASH = 0x2f;
/**
 * The order of a listing: a directory is before its contents, and the names of a directory have the order of their bytes.
 * Returns a negative number, 0 or a positive number.
 */
function comparePaths(a, b) {
    if (a === b)
        return 0;
    const length = Math.min(a.length, b.length);
    let at = 0;
    while (at < length && a.charCodeAt(at) === b.charCodeAt(at))
        at += 1;
    if (at === length)
        return a.length - b.length;
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    // No name contains a slash, and it is before all other bytes.
    return x === SLASH ? -1 : y === SLASH ? 1 : x - y;
}
/** Pairs the entries of two listings, which are in the order of `comparePaths`. */
async function* joinByPath(left, right) {
    try {
        let [a, b] = [await left.next(), await right.next()];
        while (a.done !== true || b.done !== true) {
            const order = a.done === true ? 1 : b.done === true ? -1 : comparePaths(a.value.path, b.value.path);
            yield { ...(order <= 0 && { left: a.value }), ...(order >= 0 && { right: b.value }) };
            if (order <= 0)
                a = await left.next();
            if (order >= 0)
                b = await right.next();
        }
    }
    finally {
        await left.return(undefined);
        await right.return(undefined);
    }
}
/** Calls `work` for at most `limit` items at the same time, and yields the results in the order of the items. */
async function* mapInOrder(items, limit, work) {
    const running = [];
    try {
        for await (const item of items) {
            const task = work(item);
            // The error is thrown when its turn has come.
            task.catch(() => { });
            running.push(task);
            const first = running.length >= limit ? running.shift() : undefined;
            if (first !== undefined)
                yield await first;
        }
        for (let first = running.shift(); first !== undefined; first = running.shift())
            yield await first;
    }
    finally {
        await Promise.allSettled(running);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
;// CONCATENATED MODULE: ./build/compare/explain/stream-tree.js







/** All entries are kept in memory, at about 500 bytes each. */
const MAX_ENTRIES = 1_000_000;
/** The bytes of all paths and targets, which are kept as well. */
const stream_tree_MAX_NAME_BYTES = 256 * 1024 * 1024;
/** Larger contents are not kept; only the fact that they differ is known. In bytes. */
const MAX_KEPT_BYTES = 256 * 1024 * 1024;
const MAX_KEPT_BYTES_OF_ALL = 1024 * 1024 * 1024;
/** Reads a stream once, without keeping contents. Of several entries with one path, the last one counts, as for the kernel. */
async function readStreamTree(artifact) {
    const found = new Map();
    const order = [];
    const contents = new Map();
    let nameBytes = 0;
    for await (const entry of artifact.entries()) {
        const { path, ino, size, kind, target } = entry;
        nameBytes += path.length + (target?.length ?? 0);
        if (order.length >= MAX_ENTRIES || nameBytes > stream_tree_MAX_NAME_BYTES) {
            const limit = order.length >= MAX_ENTRIES ? `${MAX_ENTRIES} entries` : `${stream_tree_MAX_NAME_BYTES} bytes of paths`;
            throw new errors/* FledgeError */.aE('input', `cannot compare the entries of ${artifact.path}: it has more than ${limit}`);
        }
        const dataAt = order.length;
        order.push({ path, ino });
        const digest = kind === 'file' ? await (0,content/* digestOfContent */.rf)(entry) : undefined;
        found.set(path, { ...metadataOf(entry), dataAt, ...(digest !== undefined && { digest }) });
        if (digest !== undefined && entry.links > 1 && (size > 0 || !contents.has(ino))) {
            contents.set(ino, { dataAt, size, digest });
        }
    }
    const entries = [...found.values()].sort((a, b) => comparePaths(a.path, b.path));
    // One name of a file has its data.
    const complete = entries.map((entry) => {
        const content = entry.kind === 'file' && entry.links > 1 ? contents.get(entry.ino) : undefined;
        return content === undefined ? entry : { ...entry, ...content };
    });
    return { entries: complete, order };
}
function metadataOf({ content: _, ...metadata }) {
    return metadata;
}
/**
 * Reads a stream again, and keeps the contents of entries, which `readStreamTree` has returned, in a temporary file.
 *
 * @throws FledgeError `output` if the file cannot be written.
 */
async function keepContents(artifact, entries) {
    const wanted = new Set(Array.from(entries, ({ dataAt }) => dataAt));
    const kept = new Map();
    const descriptor = wanted.size === 0 ? undefined : openUnnamed();
    const close = () => {
        if (descriptor !== undefined)
            (0,external_node_fs_.closeSync)(descriptor);
    };
    try {
        if (descriptor !== undefined)
            await keepAll(artifact, wanted, descriptor, kept);
    }
    catch (error) {
        close();
        throw error;
    }
    return { contentOf: ({ dataAt }) => kept.get(dataAt), close };
}
async function keepAll(artifact, wanted, descriptor, kept) {
    let end = 0;
    let number = 0;
    for await (const entry of artifact.entries()) {
        const dataAt = number++;
        if (!wanted.has(dataAt) || entry.size > MAX_KEPT_BYTES || end + entry.size > MAX_KEPT_BYTES_OF_ALL)
            continue;
        const position = end;
        for await (const { offset, bytes } of entry.content())
            writeTo(descriptor, bytes, position + offset);
        end += entry.size;
        kept.set(dataAt, { size: entry.size, content: () => piecesIn(descriptor, position, entry.size) });
        if (kept.size === wanted.size)
            return;
    }
}
function openUnnamed() {
    const scratch = (0,files_scratch.temporaryDirectory)('diff');
    try {
        const path = (0,external_node_path_.join)(scratch.path, 'contents');
        const descriptor = (0,external_node_fs_.openSync)(path, 'wx+', 0o600);
        (0,external_node_fs_.unlinkSync)(path);
        return descriptor;
    }
    catch (error) {
        throw unwritable(error);
    }
    finally {
        scratch.dispose();
    }
}
function writeTo(descriptor, bytes, position) {
    try {
        (0,write_file/* writeFully */.K)(descriptor, bytes, position);
    }
    catch (error) {
        throw unwritable(error);
    }
}
function unwritable(error) {
    return new errors/* FledgeError */.aE('output', `cannot write a temporary file: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
        cause: error,
        fix: 'set TMPDIR to a directory with more space',
    });
}
const PIECE_BYTES = 1024 * 1024;
async function* piecesIn(descriptor, position, size) {
    for (let offset = 0; offset < size;) {
        const bytes = Buffer.alloc(Math.min(PIECE_BYTES, size - offset));
        const read = (0,external_node_fs_.readSync)(descriptor, bytes, 0, bytes.length, position + offset);
        // A file that ends early is a hole.
        if (read === 0)
            return;
        yield { offset, bytes: bytes.subarray(0, read) };
        offset += read;
    }
}

;// CONCATENATED MODULE: ./build/compare/explain/trees.js









/** The entries in a result. More of them are counted only. */
const MAX_LISTED = 100_000;
/** The contents that are described in detail. Others are known to differ. */
const MAX_DESCRIBED = 1000;
/** The files that are compared at the same time. */
const FILES_AT_ONCE = 8;
/** The properties that a format cannot store. Other formats store all. */
const LIMITS = new Map([
    ['cpio', { xattrs: false, nanoseconds: false, isRange32: true }],
    ['squashfs', { nanoseconds: false, isRange32: true }],
]);
/** Reads the entries of a stream, which has them in any order. */
async function treeSideOf(artifact) {
    return { artifact, stream: artifact.isStream ? await readStreamTree(artifact) : undefined };
}
/**
 * Compares the trees of two artifacts, of the same or of different formats.
 *
 * @throws FledgeError `input`, naming the artifact, if it is damaged.
 */
async function compareTrees(left, right, options) {
    const comparable = comparableOf(left.artifact, right.artifact);
    const result = new Differences(options.ignored);
    const pairs = joinByPath(namedOnce(entriesOf(left)), namedOnce(entriesOf(right)));
    let count = 0;
    for await (const compared of mapInOrder(pairs, FILES_AT_ONCE, (pair) => comparePair(pair, comparable, options))) {
        options.onEntries?.(++count);
        result.add(compared);
    }
    await describeChanged(left, right, result.contents, options.context);
    const isMixed = left.artifact.format !== right.artifact.format;
    return {
        ...result.finish(isMixed),
        notCompared: isMixed ? notCompared(left.artifact, right.artifact, comparable) : [],
    };
}
function comparableOf(left, right) {
    const [a, b] = [LIMITS.get(left.format), LIMITS.get(right.format)];
    return {
        xattrs: a?.xattrs !== false && b?.xattrs !== false,
        nanoseconds: a?.nanoseconds !== false && b?.nanoseconds !== false,
        isRange32: a?.isRange32 === true || b?.isRange32 === true,
    };
}
function notCompared(left, right, { xattrs, nanoseconds }) {
    const what = [...(xattrs ? [] : ['extended attributes']), ...(nanoseconds ? [] : ['fractions of seconds'])];
    if (what.length === 0)
        return [];
    const formats = [...new Set([left.format, right.format])].filter((format) => LIMITS.has(format));
    return [`${(0,support_text/* listWithAnd */.K1)(what)}, which ${(0,support_text/* listWithAnd */.K1)(formats)} cannot store`];
}
async function* entriesOf({ artifact, stream }) {
    if (stream === undefined)
        yield* artifact.entries();
    else
        yield* stream.entries;
}
/** Adds the first name of each file to its other names. */
async function* namedOnce(entries) {
    const first = new Map();
    for await (const entry of entries) {
        if (entry.links < 2 || entry.kind === 'directory') {
            yield entry;
            continue;
        }
        const sameAs = first.get(entry.ino);
        if (sameAs === undefined)
            first.set(entry.ino, entry.path);
        yield sameAs === undefined ? entry : { ...entry, sameAs };
    }
}
async function comparePair(pair, comparable, { ignored }) {
    const { left, right } = pair;
    if (left === undefined || right === undefined)
        return { ...pair, changes: [] };
    const changes = await metadataChanges(left, right, comparable);
    if (left.kind !== 'file' || right.kind !== 'file' || ignored.has('content'))
        return { ...pair, changes };
    // The second name of a file has the content of the first one.
    if (left.sameAs !== undefined && left.sameAs === right.sameAs)
        return { ...pair, changes };
    if (await hasSameContent(left, right))
        return { ...pair, changes };
    return { ...pair, changes: [...changes, { what: 'content' }] };
}
async function hasSameContent(left, right) {
    if (left.size !== right.size)
        return false;
    if (left.size === 0)
        return true;
    if ('content' in left && 'content' in right)
        return (await firstDifferenceOf(left, right)) === undefined;
    return (await digestIn(left)) === (await digestIn(right));
}
async function digestIn(entry) {
    return 'content' in entry ? (0,content/* digestOfContent */.rf)(entry) : entry.digest;
}
async function describeChanged(left, right, contents, context) {
    const streamed = (entry) => ('content' in entry ? [] : [entry]);
    const a = await keepContents(left.artifact, contents.flatMap((content) => streamed(content.left)));
    try {
        const b = await keepContents(right.artifact, contents.flatMap((content) => streamed(content.right)));
        try {
            for (const changed of contents) {
                const x = 'content' in changed.left ? changed.left : a.contentOf(changed.left);
                const y = 'content' in changed.right ? changed.right : b.contentOf(changed.right);
                const content = x && y && (await describeContents(x, y, context));
                if (content !== undefined)
                    changed.describe({ what: 'content', content });
            }
        }
        finally {
            b.close();
        }
    }
    finally {
        a.close();
    }
}
/** Collects the differences of pairs, which are added in the order of a listing. */
class Differences {
    contents = [];
    #ignored;
    #ignoredAspects = new Set();
    #entries = [];
    #counts = { added: 0, removed: 0, changed: 0 };
    #isTruncated = false;
    /** The highest directory that is on one side only, while its contents are added. */
    #open;
    constructor(ignored) {
        this.#ignored = ignored;
        if (ignored.has('content'))
            this.#ignoredAspects.add('content');
    }
    add({ left, right, changes }) {
        if (left !== undefined && right !== undefined)
            this.#addChanged(left, right, changes);
        else
            this.#addSingle(right ?? left, right === undefined ? 'removed' : 'added');
    }
    #addSingle(entry, status) {
        // Not every archive has an entry for the root.
        if (entry === undefined || entry.path === '')
            return;
        const isBelow = this.#open?.status === status && entry.path.startsWith(`${this.#open.bytes}/`);
        if (isBelow && this.#open?.below !== undefined) {
            this.#open.below.entries += 1;
            if (entry.kind === 'file' && entry.sameAs === undefined)
                this.#open.below.bytes += entry.size;
        }
        const difference = {
            ...this.#head(entry, status),
            ...(entry.kind === 'file' && { size: entry.size }),
            ...(entry.kind === 'directory' && !isBelow && { below: { entries: 0, bytes: 0 } }),
            changes: [],
        };
        this.#push(difference);
        if (!isBelow)
            this.#open = entry.kind === 'directory' ? difference : undefined;
    }
    #addChanged(left, right, all) {
        const changes = all.filter(({ what }) => !(0,ignore.isIgnored)(what, this.#ignored));
        for (const { what } of all)
            if ((0,ignore.isIgnored)(what, this.#ignored))
                this.#ignoredAspects.add(what);
        if (changes.length === 0)
            return;
        const index = changes.findIndex(({ what }) => what === 'content');
        if (index >= 0 && this.contents.length < MAX_DESCRIBED) {
            this.contents.push({ left, right, describe: (change) => changes.splice(index, 1, change) });
        }
        this.#push({ ...this.#head(right, 'changed'), changes });
    }
    #head(entry, status) {
        return { bytes: entry.path, path: `/${(0,byte_string/* displayByteString */.oO)(entry.path)}`, status, kind: entry.kind };
    }
    #push(difference) {
        this.#counts[difference.status] += 1;
        if (this.#entries.length < MAX_LISTED)
            this.#entries.push(difference);
        else
            this.#isTruncated = true;
    }
    /** With different formats, the empty directory that mke2fs makes is not a difference. */
    finish(isMixed) {
        const isNoise = ({ path, below }) => path === '/lost+found' && below?.entries === 0;
        const noise = isMixed ? this.#entries.find(isNoise) : undefined;
        if (noise !== undefined)
            this.#counts[noise.status] -= 1;
        return {
            counts: this.#counts,
            entries: this.#entries.filter((entry) => entry !== noise).map(({ bytes: _, ...difference }) => difference),
            truncated: this.#isTruncated,
            ignored: [...this.#ignoredAspects],
        };
    }
}

;// CONCATENATED MODULE: ./build/compare/explain/why-text.js
/** Entries or layers named in a sentence. */
const MAX_NAMED = 3;
/** Entries in the list of a reason. */
const MAX_PATHS = 1000;
/** `/a, /b, /c and 2 more`. */
function namesText(names, truncated = false) {
    const rest = names.length - MAX_NAMED;
    const more = rest > 0 ? ` and ${rest}${truncated ? ' or' : ''} more` : '';
    return `${names.slice(0, MAX_NAMED).join(', ')}${more}`;
}
function shortDigest(digest) {
    return digest.length > 19 ? `${digest.slice(0, 19)}…` : digest;
}

;// CONCATENATED MODULE: ./build/compare/explain/layers.js

/** The layers of two images that only one of them has. Both lists are digests of uncompressed layers, from the bottom up. */
function compareLayers(left, right) {
    const areEqual = left.length === right.length && left.every((digest, index) => digest === right[index]);
    return { removed: onlyIn(left, right), added: onlyIn(right, left), areEqual };
}
/** An image can have a layer several times, such as an empty one. */
function onlyIn(layers, others) {
    const counts = new Map();
    for (const digest of others)
        counts.set(digest, (counts.get(digest) ?? 0) + 1);
    return layers.flatMap((digest, index) => {
        const count = counts.get(digest) ?? 0;
        counts.set(digest, count - 1);
        return count > 0 ? [] : [{ digest, number: index + 1 }];
    });
}
/** `layers changed: 1 of 3 removed (3: sha256:…), 2 of 4 added (3: sha256:…, 4: sha256:…)`. */
function layersText(left, right) {
    const { removed, added, areEqual } = compareLayers(left, right);
    if (areEqual)
        return 'its layers are equal';
    if (removed.length === 0 && added.length === 0)
        return 'its layers have another order';
    const part = (layers, { length }, verb) => {
        const names = layers.map(({ digest, number }) => `${number}: ${shortDigest(digest)}`);
        return layers.length === 0 ? [] : [`${layers.length} of ${length} ${verb} (${namesText(names)})`];
    };
    return `layers changed: ${[...part(removed, left, 'removed'), ...part(added, right, 'added')].join(', ')}`;
}

;// CONCATENATED MODULE: ./build/compare/explain/mapped-places.js
/**
 * Finds the mapping of an entry. Its time does not depend on the number of directories in a path: an artifact and a record can
 * both be hostile.
 */
class PlaceFinder {
    #byDestination;
    /** By destination. */
    #directories;
    /** The places that one side only has, by destination. */
    #oneSided;
    /** Of several mappings to one destination, the last one counts. */
    constructor(places) {
        this.#byDestination = new Map(places.map((place) => [place.destination, place]));
        const sorted = [...this.#byDestination.values()].sort((a, b) => (a.destination < b.destination ? -1 : 1));
        this.#directories = nested(sorted.filter(({ destination }) => destination.endsWith('/')));
        this.#oneSided = sorted.filter(({ side }) => side !== 'both');
    }
    /** The mapping with the nearest destination; that of a directory on one side also for the directories above it on that side. */
    placeOf({ path, kind, status }) {
        const below = path === '/' ? '/' : `${path}/`;
        const exact = this.#byDestination.get(path) ?? this.#byDestination.get(below);
        if (exact !== undefined)
            return exact;
        const nearest = this.#nearest(path);
        if (nearest !== undefined)
            return nearest;
        if (kind !== 'directory' || status === 'changed')
            return undefined;
        const first = this.#oneSided[countBefore(this.#oneSided, ({ destination }) => destination < below)];
        return first?.destination.startsWith(below) ? first : undefined;
    }
    /** The mapped directory above a path that has the most names. */
    #nearest(path) {
        let candidate = this.#directories[countBefore(this.#directories, ({ place }) => place.destination < path) - 1];
        if (candidate === undefined)
            return undefined;
        const common = commonLength(candidate.place.destination, path);
        // All directories above the path are above the last one that is sorted before it, or are that one.
        while (candidate !== undefined && candidate.place.destination.length > common)
            candidate = candidate.above;
        return candidate?.place;
    }
}
/** @param places sorted directories. */
function nested(places) {
    let last;
    return places.map((place) => {
        while (last !== undefined && !place.destination.startsWith(last.place.destination))
            last = last.above;
        last = { place, above: last };
        return last;
    });
}
/** The number of items at the beginning of a sorted list for which `isBefore` is true. */
function countBefore(items, isBefore) {
    let [low, high] = [0, items.length];
    while (low < high) {
        const middle = (low + high) >>> 1;
        const item = items[middle];
        if (item !== undefined && isBefore(item))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function commonLength(a, b) {
    let length = 0;
    while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length))
        length += 1;
    return length;
}

;// CONCATENATED MODULE: ./build/compare/explain/why-mappings.js


/** The mappings that are on one side only, those whose files changed, and the entries that remain. */
function mappingReasons(left, right, { entries, isBroad }) {
    const places = placesOf(left, right);
    const finder = new PlaceFinder(places);
    const found = new Map(places.map((place) => [place, []]));
    const rest = [];
    for (const entry of entries) {
        const place = finder.placeOf(entry);
        const group = place && found.get(place);
        (group ?? rest).push(entry);
    }
    const isOneSided = left === undefined || right === undefined;
    const reasons = places.flatMap((place) => {
        const below = found.get(place) ?? [];
        if (place.side !== 'both')
            return [oneSided(place, below)];
        return below.length === 0 ? [] : [otherFiles(place, below, { isBroad, isOneSided })];
    });
    return { reasons, rest };
}
/** All places. With a record that lists no mappings, those of the other one are taken for both. */
function placesOf(left, right) {
    const places = new Map();
    for (const [side, mappings] of [['left', left ?? right], ['right', right ?? left]]) {
        for (const { source, destinations } of mappings ?? []) {
            for (const destination of destinations) {
                const key = JSON.stringify([source, destination]);
                const isKnown = places.has(key) && places.get(key)?.side !== side;
                places.set(key, { source, destination, side: isKnown ? 'both' : side });
            }
        }
    }
    return [...places.values()];
}
function oneSided(place, below) {
    const verb = place.side === 'left' ? 'removed' : 'added';
    const { source, destination, side } = place;
    const name = source === undefined ? 'a mapping' : `the mapping ${JSON.stringify(source)}`;
    return {
        what: 'mapping',
        text: `${name} to ${destination} was ${verb}`,
        ...(side === 'left' ? { left: destination } : { right: destination }),
        ...pathsIn(below),
    };
}
function otherFiles(place, below, { isBroad, isOneSided }) {
    const isDirectory = place.destination.endsWith('/');
    // A mapped file replaces that of the image, but a directory is merged.
    const image = isBroad && isDirectory ? ' or the image' : '';
    const doubt = isOneSided ? '; only one of the records lists its mappings' : '';
    const change = `${filesOf(place, isDirectory)}${image} changed${doubt}`;
    return { what: 'mapping', text: `${entriesText(below)} because ${change}`, ...pathsIn(below) };
}
/** `the mapped files of "public"`. */
function filesOf({ source, destination }, isDirectory) {
    if (source === undefined)
        return isDirectory ? `the mapped files in ${destination}` : `the mapped file ${destination}`;
    return `${isDirectory ? 'the mapped files of' : 'the mapped file'} ${JSON.stringify(source)}`;
}
/** `/a, /b and 2 more were added`. */
function entriesText(entries) {
    const names = namesText(entries.map(({ path }) => path));
    const [first] = new Set(entries.map(({ status }) => status));
    if (first === undefined || entries.some(({ status }) => status !== first))
        return `${names} differ`;
    if (first === 'changed')
        return `${names} changed`;
    return `${names} ${entries.length === 1 ? 'was' : 'were'} ${first}`;
}
function pathsIn(entries) {
    return entries.length === 0 ? {} : { paths: entries.slice(0, MAX_PATHS).map(({ path }) => path) };
}

;// CONCATENATED MODULE: ./build/compare/explain/why.js




/** How people call an input, and the entries that contain it. */
const KNOWN_INPUTS = new Map([
    ['kestrel', { title: 'the agent', path: '/bin/kestrel' }],
    ['busybox', { title: 'busybox', path: '/bin/busybox' }],
    ['init', { title: 'the init', path: '/init' }],
    ['image', { title: 'the image' }],
    ['dockerfile', { title: 'the Dockerfile' }],
]);
/** Inputs that can change every entry. */
const BROAD_INPUTS = /^(?:image$|base image |dockerfile$)/;
/** The entry that is the config of the image. */
const IMAGE_CONFIG = '/etc/fsify-entrypoint';
/** The probable causes of differences, out of the provenance of both sides. */
function reasonsOf(left, right, found) {
    if ('missing' in left || 'missing' in right) {
        const missing = [left, right].flatMap((side) => ('missing' in side ? [side.missing] : []));
        return [{ what: 'no-provenance', text: `${[...new Set(missing)].join('; ')}: build with fledge to get one` }];
    }
    const { entries } = found;
    const [before, after] = [digested(left.inputs), digested(right.inputs)];
    const inputs = inputReasons(before, after, entries);
    const parameters = parameterReasons(left, right, entries);
    const isBroad = canChangeEverything(before, after);
    const explained = new Set(inputs.flatMap(({ paths }) => paths ?? []));
    const hasNewTime = parameters.some(({ text }) => text.includes('SOURCE_DATE_EPOCH'));
    const open = entries.filter((entry) => !explained.has(entry.path) && !(hasNewTime && isOtherTime(entry)));
    const mappings = mappingReasons(left.mappings, right.mappings, { entries: open, isBroad });
    const reasons = [...inputs, ...mappings.reasons, ...parameters, ...builderReasons(left, right)];
    const rest = { entries: mappings.rest, truncated: found.truncated };
    if (reasons.length === 0 && entries.length === 0)
        return [...reasons, sameRecords()];
    return isBroad ? reasons : [...reasons, ...unrecordedReasons(rest, left, right)];
}
function digested(inputs) {
    return inputs.flatMap((input) => (input.digest === undefined ? [] : [{ ...input, digest: input.digest }]));
}
/** True if an input with any number of entries is another one. Images with equal layers differ in their configs only. */
function canChangeEverything(left, right) {
    const [before, after] = [left, right].map((inputs) => inputs.find(({ name }) => name === 'image')?.layers);
    if (before !== undefined && after !== undefined)
        return !compareLayers(before, after).areEqual;
    return differingInputs(left, right).some(({ name }) => BROAD_INPUTS.test(name));
}
function isOtherTime({ status, changes }) {
    return status === 'changed' && changes.every(({ what }) => what === 'mtime');
}
function differingInputs(left, right) {
    const isIn = (inputs, { name, digest }) => inputs.some((other) => other.name === name && other.digest === digest);
    return [...left.filter((input) => !isIn(right, input)), ...right.filter((input) => !isIn(left, input))];
}
function inputReasons(left, right, entries) {
    const others = new Map(right.map((input) => [input.name, input]));
    const reasons = [];
    for (const input of left) {
        const other = others.get(input.name);
        others.delete(input.name);
        if (other === undefined)
            reasons.push({ what: 'input', text: `only left has ${describeInput(input)}`, left: sourceOf(input) });
        else if (other.digest !== input.digest)
            reasons.push(changedInput(input, other, entries));
    }
    for (const input of others.values()) {
        reasons.push({ what: 'input', text: `only right has ${describeInput(input)}`, right: sourceOf(input) });
    }
    return reasons;
}
function changedInput(left, right, entries) {
    const path = pathOf(left, right);
    const isSeen = path !== undefined && entries.some((entry) => entry.path === path && entry.status === 'changed');
    const verb = BROAD_INPUTS.test(left.name) && hasSameSource(left, right) ? 'moved' : 'changed';
    const layers = left.layers && right.layers && layersText(left.layers, right.layers);
    const change = `${titleOf(left)} ${verb}: ${changeOf(left, right)}${layers === undefined ? '' : `; ${layers}`}`;
    return {
        what: 'input',
        text: isSeen ? `${path} changed because ${change}` : change,
        ...{ left: sourceOf(left), right: sourceOf(right) },
        ...(isSeen && { paths: [path] }),
    };
}
/** The only entry that an input is in. */
function pathOf({ name, layers }, right) {
    const isConfigOnly = layers !== undefined && right.layers !== undefined && compareLayers(layers, right.layers).areEqual;
    return name === 'image' && isConfigOnly ? IMAGE_CONFIG : KNOWN_INPUTS.get(name)?.path;
}
function hasSameSource(left, right) {
    return withoutDigest(left.uri) === withoutDigest(right.uri);
}
function titleOf({ name }) {
    return KNOWN_INPUTS.get(name)?.title ?? name;
}
function describeInput(input) {
    return `${titleOf(input)} as an input (${input.uri})`;
}
function sourceOf({ uri, digest }) {
    return `${uri} ${digest}`;
}
/** The versions of a release, the addresses, or the digests: the first of them that differs. */
function changeOf(left, right) {
    const [a, b] = [versionIn(left.uri), versionIn(right.uri)];
    if (a !== undefined && b !== undefined && a !== b)
        return `${a} → ${b}`;
    const [x, y] = [shortDigest(left.digest), shortDigest(right.digest)];
    const [from, to] = [withoutDigest(left.uri), withoutDigest(right.uri)];
    return from === to ? `${x} → ${y} (${from})` : `${from} (${x}) → ${to} (${y})`;
}
/** The tag in the URL of a release's asset. */
function versionIn(uri) {
    return /\/releases\/download\/([^/]+)\//.exec(uri)?.[1];
}
function withoutDigest(uri) {
    return uri.replace(/@sha256:[0-9a-f]{64}/, '');
}
function parameterReasons(left, right, entries) {
    const reasons = [];
    for (const key of ['strategy', 'platform']) {
        const [a, b] = [left[key], right[key]];
        if (a !== b)
            reasons.push({ what: 'parameter', text: `the ${key} changed: ${a} → ${b}`, ...sides(a, b) });
    }
    const [a, b] = [left.sourceDateEpoch, right.sourceDateEpoch];
    if (a !== b && a !== undefined && b !== undefined) {
        const count = entries.filter(({ changes }) => changes.some(({ what }) => what === 'mtime')).length;
        const times = count === 0 ? '' : `the times of ${(0,support_text/* counted */.hS)(count, 'entry', 'entries')} changed because `;
        const text = `${times}SOURCE_DATE_EPOCH changed: ${dateOf(a)} → ${dateOf(b)}`;
        reasons.push({ what: 'parameter', text, ...sides(String(a), String(b)) });
    }
    return reasons;
}
function builderReasons(left, right) {
    const reasons = [];
    if (left.fledge !== right.fledge) {
        const text = `the version of fledge changed: ${left.fledge ?? 'unknown'} → ${right.fledge ?? 'unknown'}`;
        reasons.push({ what: 'fledge', text, ...sides(left.fledge, right.fledge) });
    }
    const [a, b] = [left.toolchain?.digest, right.toolchain?.digest];
    if (a !== b) {
        const change = `${a === undefined ? 'unknown' : shortDigest(a)} → ${b === undefined ? 'unknown' : shortDigest(b)}`;
        reasons.push({ what: 'toolchain', text: `the installed tools changed: ${change}`, ...sides(a, b) });
    }
    return reasons;
}
function sameRecords() {
    const text = 'both records have the same inputs, parameters and version of fledge; fledge.toml or the machine changed';
    return { what: 'unrecorded', text };
}
/** The entries that no recorded input explains. */
function unrecordedReasons({ entries, truncated }, left, right) {
    if (entries.length === 0)
        return [];
    const paths = entries.map(({ path }) => path);
    const isOld = left.mappings === undefined || right.mappings === undefined;
    const unlisted = isOld ? 'mapped files and' : 'the rest of';
    const text = `no recorded input explains ${namesText(paths, truncated)}: provenance.json does not list ${unlisted} fledge.toml`;
    return [{ what: 'unrecorded', text, paths: paths.slice(0, MAX_PATHS) }];
}
function sides(left, right) {
    return { ...(left !== undefined && { left }), ...(right !== undefined && { right }) };
}
/** RFC 3339, or the number itself if no date of JavaScript has it. */
function dateOf(seconds) {
    const date = new Date(seconds * 1000);
    return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace('.000Z', 'Z');
}

;// CONCATENATED MODULE: ./build/compare/explain/artifacts.js







/**
 * Explains how two artifacts differ, and why; undefined if one of the files is not an artifact.
 *
 * @throws FledgeError `input`, naming the artifact, if it is damaged.
 */
async function explainArtifacts({ path, left, right, firstDifference }, options) {
    const a = await (0,recognise/* recognise */.G)(left.path);
    try {
        const b = await (0,recognise/* recognise */.G)(right.path);
        try {
            const compared = await compareRecognised(a, b, { firstDifference, ...options });
            if (compared === undefined)
                return undefined;
            // Records are about files.
            if (left.sha256 === '' || right.sha256 === '')
                return { path, ...compared, why: [] };
            const records = [
                await (0,provenance/* provenanceOf */.Jj)(left.path, left.sha256, left.name),
                await (0,provenance/* provenanceOf */.Jj)(right.path, right.sha256, right.name),
            ];
            const why = [...reasonsOf(...records, compared), ...(await lockReasons(left.path, right.path))];
            return { path, ...compared, why };
        }
        finally {
            await artifacts_close(b);
        }
    }
    finally {
        await artifacts_close(a);
    }
}
const NO_ENTRIES = {
    counts: { added: 0, removed: 0, changed: 0 },
    entries: [],
    truncated: false,
    ignored: [],
};
async function compareRecognised(left, right, options) {
    if ('artifact' in left && 'artifact' in right)
        return compareOpen(left.artifact, right.artifact, options);
    const sides = [left, right].map((side) => ('artifact' in side ? undefined : side));
    // Two files of which one is not an artifact have nothing in common.
    if (sides.some((side) => side !== undefined && side.unreadable === undefined))
        return undefined;
    const notCompared = sides.flatMap((side) => side?.unreadable ?? []);
    return { ...NO_ENTRIES, notCompared, container: [], onlyIgnored: false };
}
async function compareOpen(left, right, options) {
    const { ignored, firstDifference } = options;
    const [a, b] = [await sideOf(left), await sideOf(right)];
    const formats = {
        ...(typeof a !== 'string' && { leftFormat: left.format }),
        ...(typeof b !== 'string' && { rightFormat: right.format }),
    };
    const unlisted = [a, b].flatMap((side) => (typeof side === 'string' ? side : []));
    const trees = typeof a === 'string' || typeof b === 'string'
        ? { ...NO_ENTRIES, notCompared: unlisted }
        : await withProgress(options, (onEntries) => compareTrees(a, b, { ...options, onEntries }));
    const stream = (side) => (typeof side === 'string' ? undefined : side.stream);
    const differences = await (0,explain_container/* compareContainers */.KU)({ artifact: left, stream: stream(a) }, { artifact: right, stream: stream(b) });
    const container = trees.ignored.length === 0 ? differences : differences.filter((one) => !(0,explain_container/* followsFromEntries */.NT)(one));
    const shown = container.filter(({ key }) => !(0,explain_container/* isIgnoredPart */.gb)(key, ignored));
    const isSame = trees.entries.length === 0 && trees.ignored.length === 0 && container.length === 0;
    const rest = isSame && trees.notCompared.length === 0 ? [(0,explain_container/* unexplained */.EJ)(left, firstDifference)] : [];
    const restShown = ignored.has('container') ? [] : rest;
    const ignoredParts = [...container, ...rest].filter(({ key }) => (0,explain_container/* isIgnoredPart */.gb)(key, ignored)).map(explain_container/* wordOf */.aG);
    return {
        ...formats,
        ...trees,
        container: [...shown, ...restShown],
        ignored: [...new Set([...trees.ignored, ...ignoredParts])],
        onlyIgnored: ignored.size > 0 &&
            unlisted.length === 0 &&
            trees.entries.length === 0 &&
            shown.length === 0 &&
            restShown.length === 0,
    };
}
/** The tree of an artifact, or the reason why it cannot be listed. */
async function sideOf(artifact) {
    try {
        // Reads the root, which shows whether the format can be listed.
        if (!artifact.isStream)
            for await (const _ of artifact.entries())
                break;
        return await treeSideOf(artifact);
    }
    catch (error) {
        const reason = (0,recognise/* reasonOf */.A)(error, true);
        if (reason === undefined || artifact.isStream)
            throw error;
        return reason;
    }
}
async function withProgress({ reporter, signal }, work) {
    const progress = reporter.progress('compare', 'entries');
    const restore = (0,runtime/* limitYoungGeneration */.ar)();
    try {
        return await work((count) => {
            signal?.throwIfAborted();
            progress.update(count);
        });
    }
    finally {
        restore();
        progress.end();
    }
}
async function artifacts_close(side) {
    if ('artifact' in side)
        await side.artifact.close();
}

;// CONCATENATED MODULE: ./build/compare/explain/consequences.js


/** Larger files are not those that a build writes beside an artifact. */
const consequences_MAX_BYTES = 4 * 1024 * 1024;
/**
 * The paths of text files whose only differences are the digests of files that differ in nothing that matters: manifest.json,
 * provenance.json and SHA256SUMS have the digest of an artifact, and SHA256SUMS has theirs.
 */
async function consequencesOf(differing, ignored) {
    const found = new Set();
    if (ignored.size === 0)
        return found;
    const digests = new Map();
    const note = ({ comparison: { left, right } }) => {
        if (left?.sha256 !== undefined && right?.sha256 !== undefined)
            digests.set(left.sha256, right.sha256);
    };
    const rest = [];
    for (const pair of differing) {
        if (ignored.has(pair.comparison.path))
            note(pair);
        else if (isSmall(pair))
            rest.push({ pair, left: await consequences_textOf(pair.left), right: await consequences_textOf(pair.right) });
    }
    // A file can contain the digest of any other one.
    for (let isNew = true; isNew;) {
        isNew = false;
        for (const { pair, left, right } of rest) {
            if (found.has(pair.comparison.path) || withDigests(left, digests) !== right)
                continue;
            found.add(pair.comparison.path);
            note(pair);
            isNew = true;
        }
    }
    return found;
}
function isSmall({ comparison: { left, right } }) {
    return [left, right].every((side) => side?.size !== undefined && side.size <= consequences_MAX_BYTES);
}
async function consequences_textOf(path) {
    return (await (0,regular_file/* readRegularFile */.XF)((0,byte_string/* bytesOf */.$$)(path), consequences_MAX_BYTES)).toString('latin1');
}
function withDigests(text, digests) {
    return text.replace(/[0-9a-f]{64}/g, (digest) => digests.get(digest) ?? digest);
}

;// CONCATENATED MODULE: ./build/compare/explain/documents.js

const documents_MAX_BYTES = 4 * 1024 * 1024;
const MAX_FIELDS = 1000;
/** A document that is nested deeper is compared as text there. */
const MAX_DEPTH = 50;
const MAX_VALUE = 200;
const MAX_KEY = 200;
/** Compares two JSON documents by their fields; undefined if one of them is not JSON, or too large. */
async function compareDocuments(path, left, right) {
    const [a, b] = [await parse(left), await parse(right)];
    if (a === undefined || b === undefined)
        return undefined;
    const fields = documents_fieldsOf(a.value, b.value);
    if (fields === undefined)
        return undefined;
    return { path, fields: fields.slice(0, MAX_FIELDS), truncated: fields.length > MAX_FIELDS };
}
/** Undefined if they are nested too deeply for JavaScript. */
function documents_fieldsOf(left, right) {
    try {
        return fieldDifferences(left, right);
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
async function parse(path) {
    try {
        return { value: JSON.parse((await (0,regular_file/* readRegularFile */.XF)(path, documents_MAX_BYTES)).toString('utf8')) };
    }
    catch (error) {
        if (error instanceof SyntaxError || error instanceof regular_file/* FileTooLarge */.Sv)
            return undefined;
        throw error;
    }
}
/** The fields of two values that differ. */
function fieldDifferences(left, right) {
    const differences = [];
    const compare = (field, a, b, depth) => {
        if (differences.length > MAX_FIELDS || JSON.stringify(a) === JSON.stringify(b))
            return;
        const [x, y] = [childrenOf(a), childrenOf(b)];
        if (x === undefined || y === undefined || Array.isArray(a) !== Array.isArray(b) || depth > MAX_DEPTH) {
            const [one, other] = [documents_valueText(a), documents_valueText(b)];
            differences.push({
                field,
                ...(one !== undefined && { left: one }),
                ...(other !== undefined && { right: other }),
            });
            return;
        }
        for (const key of new Set([...x.keys(), ...y.keys()])) {
            compare(placeOf(field, key, Array.isArray(a)), x.get(key), y.get(key), depth + 1);
        }
    };
    compare('', left, right, 0);
    return differences;
}
function childrenOf(value) {
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}
function placeOf(field, key, isIndex) {
    if (isIndex)
        return `${field}[${key}]`;
    if (key.length > MAX_KEY)
        return `${field}[${JSON.stringify(`${key.slice(0, MAX_KEY)}…`)}]`;
    if (!/^[A-Za-z_$][\w$-]*$/.test(key))
        return `${field}[${JSON.stringify(key)}]`;
    return field === '' ? key : `${field}.${key}`;
}
function documents_valueText(value) {
    const text = value === undefined ? undefined : JSON.stringify(value);
    return text === undefined || text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE)}…`;
}

;// CONCATENATED MODULE: ./build/compare/explain/explain.js







const PROVENANCE_FILE = 'provenance.json';
const DEFAULT_CONTEXT = 3;
/** Explains the files that differ. A damaged artifact does not stop it. */
async function explainComparison({ identical, files, differing }, { ignored = new Set(), context = DEFAULT_CONTEXT, nameOf = (path) => path, reporter = report_reporter/* silentReporter */.P, signal, } = {}) {
    const artifacts = [];
    const documents = [];
    let failure;
    for (const pair of differing) {
        if (isJson(pair)) {
            const document = await compareDocuments(pair.comparison.path, (0,byte_string/* bytesOf */.$$)(pair.left), (0,byte_string/* bytesOf */.$$)(pair.right));
            if (document !== undefined)
                documents.push(document);
            continue;
        }
        try {
            const artifact = await explainPair(pair, { ignored, context, nameOf, reporter, signal });
            if (artifact !== undefined)
                artifacts.push(artifact);
        }
        catch (error) {
            if (!(error instanceof errors/* FledgeError */.aE))
                throw error;
            failure ??= error;
        }
    }
    // The record of an artifact is a part of its explanation.
    const isExplained = ({ path }) => (0,external_node_path_.basename)(path) === PROVENANCE_FILE && artifacts.length > 0;
    const ignoredPaths = new Set(artifacts.filter(({ onlyIgnored }) => onlyIgnored).map(({ path }) => path));
    const following = await consequencesOf(differing, ignoredPaths);
    const matters = (path) => !ignoredPaths.has(path) && !following.has(path);
    return {
        ...{ identical, files, artifacts },
        documents: documents.filter((document) => !isExplained(document)),
        onlyIgnored: !identical && files.every(({ status, path }) => status === 'identical' || !matters(path)),
        ...(failure !== undefined && { failure }),
    };
}
function isJson({ left, right }) {
    return left.endsWith('.json') && right.endsWith('.json');
}
async function explainPair({ left, right, comparison: { path, left: a, right: b, firstDifference } }, options) {
    const [leftPath, rightPath] = [explain_textOf(left), explain_textOf(right)];
    if (leftPath === undefined || rightPath === undefined)
        return undefined;
    const sides = {
        left: { path: leftPath, name: options.nameOf(leftPath), sha256: a?.sha256 ?? '' },
        right: { path: rightPath, name: options.nameOf(rightPath), sha256: b?.sha256 ?? '' },
    };
    return explainArtifacts({ path, ...sides, firstDifference }, options);
}
/** The path of a file as text; undefined if it is not UTF-8. */
function explain_textOf(path) {
    const text = (0,byte_string/* bytesOf */.$$)(path).toString('utf8');
    return Buffer.from(text, 'utf8').equals((0,byte_string/* bytesOf */.$$)(path)) ? text : undefined;
}


/***/ }),

/***/ 99704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isIgnored: () => (/* binding */ isIgnored),
/* harmony export */   parseIgnored: () => (/* binding */ parseIgnored)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);

/** What a comparison can ignore. */
const IGNORABLE = ['mtime', 'owner', 'mode', 'xattr', 'links', 'content', 'order', 'container'];
/** The properties of entries that belong to a word. A content of another size is another content. */
const ASPECTS = new Map([
    ['mtime', 'mtime'],
    ['owner', 'owner'],
    ['mode', 'mode'],
    ['xattr', 'xattr'],
    ['links', 'links'],
    ['content', 'content'],
    ['size', 'content'],
]);
/** True if a property of entries is ignored. */
function isIgnored(aspect, ignored) {
    const word = ASPECTS.get(aspect);
    return word !== undefined && ignored.has(word);
}
/**
 * Parses a list with commas.
 *
 * @throws FledgeError `usage`, naming the valid words.
 */
function parseIgnored(text) {
    const words = text.split(',').map((word) => word.trim());
    return new Set(words.filter((word) => word !== '').map(ignorableOf));
}
function ignorableOf(word) {
    const found = IGNORABLE.find((known) => known === word);
    if (found !== undefined)
        return found;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `cannot ignore ${JSON.stringify(word)}: it is not a property that is compared`, {
        fix: `use a list of ${IGNORABLE.join(', ')}`,
    });
}


/***/ }),

/***/ 79217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   G: () => (/* binding */ recognise)
/* harmony export */ });
/* harmony import */ var _inside_damage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57408);
/* harmony import */ var _inside_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90696);
/* harmony import */ var _inside_file_system_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31865);
/* harmony import */ var _inside_magic_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93830);
/* harmony import */ var _inside_open_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65293);
/* harmony import */ var _inside_qcow2_disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72943);
/* harmony import */ var _inside_stream_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56433);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25423);









/**
 * Opens a file or directory whose entries are to be compared.
 *
 * @throws FledgeError `input` if it is a damaged artifact.
 */
async function recognise(path) {
    const kind = await kindOf(path);
    try {
        const artifact = await (0,_inside_open_js__WEBPACK_IMPORTED_MODULE_2__.openArtifact)(path);
        // Other compressed files look like a compressed archive until they are read.
        if (artifact.format !== 'cpio' || kind === 'cpio')
            return { artifact };
        await artifact.close();
        return { unreadable: undefined };
    }
    catch (error) {
        return { unreadable: reasonOf(error, kind !== undefined) };
    }
}
/** The reason why the entries of an artifact cannot be listed; undefined if the file is not an artifact. */
function reasonOf(error, isArtifact) {
    if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .FledgeError */ .aE) || error.code !== 'input')
        throw error;
    if (!isArtifact)
        return undefined;
    const isSupported = error.cause instanceof _inside_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableImage */ .Do ? error.cause.isDamaged : error.cause !== undefined;
    if (isSupported)
        throw error;
    return error.message;
}
/** The kind of an artifact by its first bytes; undefined if it is none of those that a build makes. */
async function kindOf(path) {
    // A directory, or a container image with its transport.
    if (!(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_6__/* .isRegularFile */ .Ze)(path)))
        return 'image';
    const file = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_6__/* .openRegularFile */ .ZU)(path);
    try {
        const disk = (0,_inside_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .diskOf */ .FG)(file, (await file.stat()).size);
        const head = await disk.read(0, _inside_magic_js__WEBPACK_IMPORTED_MODULE_7__/* .HEAD_BYTES */ .Lq);
        if ((0,_inside_magic_js__WEBPACK_IMPORTED_MODULE_7__/* .isCpio */ .ON)(head))
            return 'cpio';
        if ((0,_inside_magic_js__WEBPACK_IMPORTED_MODULE_7__/* .isGzip */ .bf)(head))
            return (await isCompressedArchive(file)) ? 'cpio' : undefined;
        return (0,_inside_qcow2_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .isQcow2 */ .hR)(head) || (await (0,_inside_file_system_js__WEBPACK_IMPORTED_MODULE_8__/* .findFileSystem */ .D)(disk)) !== undefined ? 'image' : undefined;
    }
    finally {
        await file.close();
    }
}
/** A damaged stream is not one: then the first bytes are not known. */
async function isCompressedArchive(file) {
    const gunzip = (0,_inside_stream_js__WEBPACK_IMPORTED_MODULE_4__/* .gunzipOf */ .v)(file);
    try {
        let head = Buffer.alloc(0);
        for await (const bytes of gunzip) {
            head = Buffer.concat([head, Buffer.from(bytes).subarray(0, 6)]);
            if (head.length >= 6)
                break;
        }
        return (0,_inside_magic_js__WEBPACK_IMPORTED_MODULE_7__/* .isCpio */ .ON)(head);
    }
    catch {
        return false;
    }
    finally {
        gunzip.destroy();
    }
}


/***/ }),

/***/ 42609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ indexOfDifference),
/* harmony export */   y: () => (/* binding */ compareFilePair)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_concurrency_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58375);


/** Bytes of each read: large enough for sequential reads of a disk, small enough for the CPU's cache. */
const BLOCK_BYTES = 1024 * 1024;
/**
 * Compares two open files from their start and computes their digests. Only one digest is computed as long as the files are
 * equal.
 */
async function compareFilePair(left, right, { size, onRead, digestsOfEqual }) {
    const blockBytes = Math.min(BLOCK_BYTES, size + 1);
    const common = digestsOfEqual ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : undefined;
    let firstDifference;
    let apart;
    let leftSize = 0;
    let rightSize = 0;
    for await (const [a, b] of blocksOf(left, right, blockBytes)) {
        if (firstDifference === undefined && !a.equals(b)) {
            firstDifference = leftSize + indexOfDifference(a, b);
            // Without a common digest, the equal beginning is read again.
            const before = common ?? (await hashOfBeginning(left, leftSize));
            apart = { left: before.copy(), right: before.copy() };
        }
        leftSize += a.length;
        rightSize += b.length;
        if (apart === undefined)
            common?.update(a);
        else {
            apart.left.update(a);
            apart.right.update(b);
        }
        onRead(a.length);
    }
    if (apart !== undefined) {
        const [a, b] = [apart.left.digest('hex'), apart.right.digest('hex')];
        return { left: { size: leftSize, sha256: a }, right: { size: rightSize, sha256: b }, firstDifference };
    }
    const sha256 = common?.digest('hex');
    const digest = { size: leftSize, ...(sha256 !== undefined && { sha256 }) };
    return { left: digest, right: digest, firstDifference };
}
/** The blocks of both files. The last ones can be shorter, and are empty for a file that has ended. */
async function* blocksOf(left, right, blockBytes) {
    // Two buffers for each file: one is filled while the other is processed.
    const even = { left: Buffer.allocUnsafe(blockBytes), right: Buffer.allocUnsafe(blockBytes) };
    const odd = { left: Buffer.allocUnsafe(blockBytes), right: Buffer.allocUnsafe(blockBytes) };
    const readBlock = (index) => {
        const buffers = index % 2 === 0 ? even : odd;
        const position = index * blockBytes;
        // Waits for both reads, so that none of them writes to a buffer later.
        return (0,_support_concurrency_js__WEBPACK_IMPORTED_MODULE_1__/* .settleAll */ .j3)(readUpTo(left, buffers.left, position), readUpTo(right, buffers.right, position));
    };
    let next = readBlock(0);
    for (let index = 0, isLast = false; !isLast; index += 1) {
        const [a, b] = await next;
        isLast = a.length < blockBytes && b.length < blockBytes;
        if (!isLast)
            next = readBlock(index + 1);
        // Awaited in the next iteration; this prevents an unhandled rejection before that.
        next.catch(() => { });
        yield [a, b];
    }
}
async function hashOfBeginning(file, length) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, length));
    for (let position = 0; position < length; position += buffer.length) {
        const wanted = buffer.subarray(0, Math.min(buffer.length, length - position));
        hash.update(await readUpTo(file, wanted, position));
    }
    return hash;
}
/** Reads at a position until the buffer is full or the file ends. */
async function readUpTo(handle, buffer, position) {
    let filled = 0;
    while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return buffer.subarray(0, filled);
}
/** The index of the first byte that differs; the length of the shorter one if there is none. */
function indexOfDifference(a, b) {
    const length = Math.min(a.length, b.length);
    for (let index = 0; index < length; index += 1)
        if (a[index] !== b[index])
            return index;
    return length;
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

/***/ 63818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ loadLockFor),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   Qu: () => (/* binding */ lockCommandFor),
/* harmony export */   UL: () => (/* binding */ parseLockText),
/* harmony export */   wC: () => (/* binding */ renderLock)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(12311);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93017);
/* harmony import */ var _document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4769);
/* harmony import */ var _document_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28055);
/* harmony import */ var _document_positions_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(45868);
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60410);
/* harmony import */ var _document_source_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10755);
/* harmony import */ var _document_toml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45666);
/* harmony import */ var _document_vocabulary_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(69374);
/* harmony import */ var _document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12673);
/* harmony import */ var _sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25393);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(62625);















const HEADER = `# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
`;
const sha256 = (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfSha256 */ .EK).transform(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseSha256 */ .WN);
const pinnedFile = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ url: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfHttpUrl */ .ix), sha256 });
const assets = { 'linux/amd64': pinnedFile.optional(), 'linux/arm64': pinnedFile.optional() };
const imagePin = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ name: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(problemOfName), digest: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(problemOfDigest) });
const lockSchema = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_11__/* .literal */ .euz('1'),
    image: imagePin.optional(),
    base_images: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(imagePin).optional(),
    busybox_image: imagePin.optional(),
    agent_release: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ version: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), tag: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), ...assets })
        .optional(),
    agent: pinnedFile.optional(),
    busybox: pinnedFile.optional(),
    // A lock file beside a downloaded artifact must not choose the address of a request.
    kernel: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ url: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_8__/* .problemOfKernelUrl */ .XZ), sha256 }).optional(),
});
const vocabulary = (0,_document_vocabulary_js__WEBPACK_IMPORTED_MODULE_12__/* .vocabularyOf */ .Y)(lockSchema, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'fledge.toml', names: ['strategy', 'init', 'source', 'filesystem', 'mappings'] });
/** The lock file of a config: `fledge.lock` for `fledge.toml`, in the same directory. */
function lockFileOf(configFile) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(configFile), `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(configFile).replace(/\.toml$/, '')}.lock`);
}
/** The command that writes the lock file of a config. */
function lockCommandFor(configFile) {
    return configFile === 'fledge.toml' ? 'fledge lock' : `fledge lock --config ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_13__/* .shellWord */ .r7)(configFile)}`;
}
/**
 * Reads and checks the lock file of a config; undefined if there is none.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadLockFor(configFile) {
    const file = lockFileOf(configFile);
    const missing = new _support_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .FledgeError */ .aE('config', `there is no ${file}`);
    try {
        return await (0,_document_source_text_js__WEBPACK_IMPORTED_MODULE_5__/* .checkSource */ .A)(file, () => missing, (text) => parseLockText(text, file));
    }
    catch (error) {
        if (error === missing)
            return undefined;
        if ((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error).length === 0)
            throw error;
        const fix = `restore it from version control, or write it again: ${lockCommandFor(configFile)}`;
        throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error), fix);
    }
}
/**
 * Checks the text of a lock file; `file` is the name in problems.
 *
 * @throws FledgeError `config` with every problem.
 */
async function parseLockText(text, file) {
    const raw = (0,_document_toml_js__WEBPACK_IMPORTED_MODULE_6__/* .parseToml */ .MT)(text, file);
    const locate = async (findings) => (0,_document_document_js__WEBPACK_IMPORTED_MODULE_3__/* .locateFindings */ .Hf)(findings, file, await (0,_document_positions_js__WEBPACK_IMPORTED_MODULE_14__/* .locateToml */ .Ls)(text));
    const parsed = lockSchema.safeParse(raw, _document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .PARSE_ONCE */ .Mh);
    if (!parsed.success) {
        throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)(await locate((0,_document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .findingsOfIssues */ .uT)(parsed.error.issues, raw, vocabulary)));
    }
    const { image, base_images: baseImages, busybox_image: busyboxImage, agent_release: release, agent, busybox, kernel, } = parsed.data;
    const agentRelease = release && {
        version: release.version,
        tag: release.tag,
        assets: { 'linux/amd64': release['linux/amd64'], 'linux/arm64': release['linux/arm64'] },
    };
    return { file, pins: { image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel }, locate };
}
/** The text of a lock file: deterministic, and with each pin on its own lines. */
function renderLock({ image, busyboxImage, baseImages = [], agentRelease, agent, busybox, kernel, }) {
    const release = agentRelease && {
        version: agentRelease.version,
        tag: agentRelease.tag,
        'linux/amd64': fileOf(agentRelease.assets['linux/amd64']),
        'linux/arm64': fileOf(agentRelease.assets['linux/arm64']),
    };
    const document = {
        version: '1',
        image: image && imageOf(image),
        agent_release: release,
        agent: fileOf(agent),
        busybox: fileOf(busybox),
        kernel: fileOf(kernel),
        busybox_image: busyboxImage && imageOf(busyboxImage),
        base_images: baseImages.length === 0 ? undefined : baseImages.map(imageOf),
    };
    return `${HEADER}${(0,smol_toml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(document).trimEnd()}\n`;
}
function imageOf({ name, digest }) {
    return { name, digest };
}
function fileOf(pin) {
    return pin && { url: pin.url, sha256: pin.sha256 };
}
function problemOfName(value) {
    return /^[^\s\p{Cc}]+$/u.test(value) ? undefined : 'must be the name of an image';
}
function problemOfDigest(value) {
    return /^sha256:[0-9a-f]{64}$/.test(value) ? undefined : 'must be "sha256:" and 64 lower-case hex digits';
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

/***/ 25393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ji: () => (/* binding */ VOLANT_KERNEL),
/* harmony export */   K2: () => (/* binding */ fetchVolantKernel),
/* harmony export */   RF: () => (/* binding */ findRecordedKernel),
/* harmony export */   XZ: () => (/* binding */ problemOfKernelUrl),
/* harmony export */   dY: () => (/* binding */ findKernelToPin),
/* harmony export */   hX: () => (/* binding */ MAX_KERNEL_BYTES)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21874);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);
/* harmony import */ var _support_files_write_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23486);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94618);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24789);








/** The kernel that Volant's installer downloads. Volant runs on x86-64 only. */
const VOLANT_KERNEL = {
    repository: 'cloud-hypervisor/linux',
    tag: 'ch-release-v6.12.8-20250613',
    asset: 'vmlinux-x86_64',
    url: 'https://github.com/cloud-hypervisor/linux/releases/download/ch-release-v6.12.8-20250613/vmlinux-x86_64',
    version: '6.12.8',
};
/** Far above the size of a kernel; a larger file was named by mistake. */
const MAX_KERNEL_BYTES = 1024 ** 3;
const LABEL = 'the kernel';
/** A boot without network access must not wait for all attempts: the machine may have a kernel. */
const LOOKUP_MS = 15_000;
/** `fledge lock` waits less, because it does without the kernel. */
const PIN_LOOKUP_MS = 5000;
const COMMON = {
    kind: 'kernel',
    label: LABEL,
    maxBytes: MAX_KERNEL_BYTES,
    expect: 'elf',
};
const CHANGED = `the release of the kernel was changed, or the download was; find out which, and pin the digest with fledge lock`;
/**
 * Fetches Volant's kernel and verifies it: by the digest of `pin`; otherwise by the digest that the first use recorded in
 * the cache; otherwise by the digest of GitHub's API, if it has one. A kernel in the cache needs no request.
 *
 * @throws FledgeError `download` for a kernel with another digest, or a failed download; `output` if the cache cannot be
 *   written.
 */
async function fetchVolantKernel(pin, context) {
    if (pin !== undefined) {
        const { url, sha256, lockFile } = pin;
        return { file: await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'url', url }, sha256, lockFile }, context) };
    }
    const recorded = await readRecord(context);
    if (recorded !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .findDownloaded */ .dv)({ sha256: recorded, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: VOLANT_KERNEL.url } };
    }
    const asset = await findAsset(context, LOOKUP_MS);
    if ('unreachable' in asset)
        return asset;
    const file = await fetchAsset(asset, recorded, context);
    if (recorded === undefined)
        writeRecord(file.sha256, context);
    return { file: { ...file, uri: VOLANT_KERNEL.url } };
}
/**
 * Looks up the digest that GitHub publishes of Volant's kernel, without a download. It fails only if the signal of the context
 * aborts.
 */
async function findKernelToPin(context) {
    try {
        const asset = await findAsset({ ...context, reporter: _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_5__/* .silentReporter */ .P }, PIN_LOOKUP_MS);
        if ('unreachable' in asset)
            return asset;
        const { name, publicUrl, sha256 } = asset;
        return sha256 === undefined
            ? { unreachable: `GitHub has no digest of ${name}` }
            : { url: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_7__.redactUrl)(publicUrl), sha256 };
    }
    catch (error) {
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE))
            throw error;
        return { unreachable: error.message };
    }
}
/** The kernel that boots on this machine have used without a pin; undefined if there were none. */
async function findRecordedKernel(context) {
    const sha256 = await readRecord(context);
    return sha256 === undefined ? undefined : { url: VOLANT_KERNEL.url, sha256 };
}
/** The reason why a URL is not that of a kernel for Volant, in any of its releases and on any server; otherwise undefined. */
function problemOfKernelUrl(value) {
    const { repository, asset } = VOLANT_KERNEL;
    const url = URL.parse(value);
    const isOfRelease = url !== null &&
        /^https?:$/.test(url.protocol) &&
        url.pathname.includes(`/${repository}/releases/download/`) &&
        url.pathname.endsWith(`/${asset}`);
    return isOfRelease ? undefined : `must be the URL of ${asset} in a release of ${repository}`;
}
/** Looks the kernel up. Loads GitHub's client lazily: most boots find the kernel in the cache. */
async function findAsset(context, limitMs) {
    const { repository, tag, asset: name } = VOLANT_KERNEL;
    const { findRelease } = await __webpack_require__.e(/* import() */ 3937).then(__webpack_require__.bind(__webpack_require__, 63937));
    const timeout = AbortSignal.timeout(context.network?.headersTimeoutMs ?? limitMs);
    const signal = context.signal === undefined ? timeout : AbortSignal.any([context.signal, timeout]);
    try {
        const release = await findRelease(repository, tag, { ...context, signal });
        const asset = release.assets.find((candidate) => candidate.name === name);
        return asset ?? { unreachable: `release ${tag} of ${repository} has no ${name}` };
    }
    catch (error) {
        context.signal?.throwIfAborted();
        if (timeout.aborted)
            return { unreachable: `GitHub did not answer in time to the look-up of release ${tag} of ${repository}` };
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE) || error.code !== 'download')
            throw error;
        return { unreachable: error.message };
    }
}
async function fetchAsset({ name, url, headers, publicUrl, sha256: published }, recorded, context) {
    const sha256 = recorded ?? published;
    const request = { ...COMMON, from: { kind: 'url', url }, headers, publicUrl, sha256, mismatchFix: CHANGED };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchFile */ .t2)(request, context);
    if (sha256 === undefined) {
        context.reporter.warn(`${LABEL} was not verified: GitHub has no digest of ${name}; its SHA-256 ${file.sha256} is recorded for later boots`, { code: 'unpinned' });
    }
    return file;
}
/** The file with the digest of the first use. */
function recordOf({ cacheDirectory }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cacheDirectory, 'kernels', `${VOLANT_KERNEL.tag}-${VOLANT_KERNEL.asset}.sha256`);
}
async function readRecord(context) {
    try {
        const text = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(recordOf(context), 256)).toString('latin1').trim();
        return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
    }
    catch {
        // There is no record yet, or it is damaged, and the next download writes a new one.
        return undefined;
    }
}
function writeRecord(sha256, context) {
    const path = recordOf(context);
    try {
        (0,_support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_2__/* .makeDirectories */ .K)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), { mode: 0o700 });
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_4__/* .placeFile */ .a)(path, Buffer.from(`${sha256}\n`), { mode: 0o600, isDurable: false });
    }
    catch (error) {
        context.reporter.warn(`cannot record the digest of ${LABEL} in ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFailureOf */ .PI)(error)}`, {
            code: 'cache',
        });
    }
}


/***/ }),

/***/ 58375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ readAhead),
/* harmony export */   bB: () => (/* binding */ mapLimited),
/* harmony export */   j3: () => (/* binding */ settleAll)
/* harmony export */ });
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


/***/ }),

/***/ 12285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ DEFAULT_EPOCH),
/* harmony export */   JF: () => (/* binding */ definedVariables),
/* harmony export */   Jz: () => (/* binding */ environmentValue)
/* harmony export */ });
/** A value of the environment; an empty value counts as not set. */
function environmentValue(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}
/** The variables of an environment that have a value, for a child process that gets only these. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}
/** The time of files in an artifact without SOURCE_DATE_EPOCH, in seconds: 2024-01-01T00:00:00Z. */
const DEFAULT_EPOCH = 1_704_067_200;


/***/ }),

/***/ 21874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/**
 * Creates a directory and its missing parents, and calls `onCreated` for each of them, the highest first. Another process may
 * create them at the same time. mkdir's `recursive` is not used: below /proc, where mkdir fails with ENOENT, Node retries it
 * for ever.
 *
 * @throws the system's error, such as EACCES, or EEXIST for a file.
 */
function makeDirectories(path, { mode, onCreated } = {}) {
    const create = (directory) => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { mode });
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'EEXIST' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(directory).isDirectory())
                return;
            throw error;
        }
        onCreated?.(directory);
    };
    const createWhole = (directory) => {
        try {
            create(directory);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'ENOENT' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory) === directory)
                throw error;
            createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory));
            create(directory);
        }
    };
    createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
}


/***/ }),

/***/ 94618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ silentReporter)
/* harmony export */ });
const silentProgress = { update() { }, end() { } };
/** A reporter that prints nothing, for library use and tests. */
const silentReporter = {
    step() { },
    info() { },
    warn() { },
    debug() { },
    progress: () => silentProgress,
};


/***/ })

};
