export const id = 8273;
export const ids = [8273];
export const modules = {

/***/ 79191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ sumUp),
/* harmony export */   g6: () => (/* binding */ differencesOf),
/* harmony export */   hF: () => (/* binding */ describeDifference)
/* harmony export */ });
/* unused harmony export formatDifference */
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62625);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);


/** The files that are not identical. */
function differencesOf({ files }) {
    return files.filter(({ status }) => status !== 'identical');
}
/** A difference on a line, and each side on a line below it. */
function formatDifference(file) {
    const { left, right } = sidesOf(file);
    return [
        headOf(file),
        ...(left === undefined ? [] : [`  left   ${left}`]),
        ...(right === undefined ? [] : [`  right  ${right}`]),
    ];
}
/** The same on one line. */
function describeDifference(file) {
    const { left, right } = sidesOf(file);
    const sides = [left && `left ${left}`, right && `right ${right}`].filter((text) => text !== undefined);
    return sides.length === 0 ? headOf(file) : `${headOf(file)} (${sides.join(', ')})`;
}
/** `identical: 2 files`, or `1 of 2 files differs`. */
function sumUp(comparison) {
    const count = (0,_support_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(comparison.files.length, 'file');
    if (comparison.identical)
        return `identical: ${count}`;
    const { length } = differencesOf(comparison);
    return `${length} of ${count} ${length === 1 ? 'differs' : 'differ'}`;
}
function headOf({ path, status, firstDifference }) {
    switch (status) {
        case 'identical':
            return `${path}: identical`;
        case 'only-left':
            return `${path}: only left`;
        case 'only-right':
            return `${path}: only right`;
        case 'differs':
            return `${path}: differs${firstDifference === undefined ? '' : `, first at byte ${firstDifference}`}`;
    }
}
/** The description of each side if both exist and differ. */
function sidesOf({ status, left, right }) {
    if (status !== 'differs')
        return {};
    return { ...(left && { left: describeFile(left) }), ...(right && { right: describeFile(right) }) };
}
function describeFile({ kind, size, sha256, target }) {
    if (target !== undefined)
        return `${kind} -> ${target}`;
    if (sha256 === undefined)
        return kind;
    return `sha256:${sha256}${size === undefined ? '' : `  ${size} bytes${size < 1024 ? '' : ` (${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(size)})`}`}`;
}


/***/ }),

/***/ 25746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TP: () => (/* binding */ compareNamed),
  GQ: () => (/* binding */ compareSides)
});

// UNUSED EXPORTS: compareArtifacts

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/sources/local-file.js
var local_file = __webpack_require__(64925);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var report_reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/inside/open.js + 34 modules
var inside_open = __webpack_require__(53791);
// EXTERNAL MODULE: ./build/compare/explain/recognise.js
var recognise = __webpack_require__(79217);
// EXTERNAL MODULE: ./build/compare/host.js
var host = __webpack_require__(60160);
;// CONCATENATED MODULE: ./build/compare/artifact-sides.js





/**
 * Whether two sides are compared as two artifacts, although not both of them are files: a container image with anything, or
 * an artifact with a directory of its entries. Two other directories are compared file by file.
 *
 * @throws FledgeError `input` if the file is a damaged artifact.
 */
async function areArtifacts(left, right) {
    if (left.kind === 'list' || right.kind === 'list')
        return false;
    if (left.kind === 'image' || right.kind === 'image')
        return true;
    if (left.kind === right.kind)
        return false;
    const [file, directory] = left.kind === 'file' ? [left, right] : [right, left];
    // A directory with a file of the same name has the outputs of a build, and is not the tree in the file.
    const name = (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(file.name));
    if ((await (0,host/* nodeBelow */.U)(directory.node.path, name)) !== undefined)
        return false;
    const recognised = await (0,recognise/* recognise */.G)(file.name);
    if (!('artifact' in recognised))
        return recognised.unreadable !== undefined;
    await recognised.artifact.close();
    return true;
}
/** Whether two sides are container images with the same digest, which is that of all their contents. */
async function areSameImage(left, right) {
    if (left.kind !== 'image' || right.kind !== 'image')
        return false;
    const digest = await imageDigest(left.name);
    return digest !== undefined && digest === (await imageDigest(right.name));
}
async function imageDigest(name) {
    const artifact = await (0,inside_open/* openArtifact */.H)(name);
    try {
        return (await artifact.facts()).find(({ key }) => key === 'digest')?.value;
    }
    finally {
        await artifact.close();
    }
}

// EXTERNAL MODULE: ./build/compare/file-pair.js
var file_pair = __webpack_require__(42609);
// EXTERNAL MODULE: ./build/compare/pairs.js + 1 modules
var pairs = __webpack_require__(15152);
;// CONCATENATED MODULE: ./build/compare/diff.js








/** Number of concurrent comparisons: enough to keep Node's threads for files busy with small files. */
const PAIRS_AT_ONCE = 4;
/**
 * Compares two files, two directories, or either with a list of digests (see `isChecksumListName`). Contents and
 * targets of symbolic links are compared; modes, owners and times are not. Links inside a directory are not followed,
 * only regular files are opened, and every byte is read once.
 *
 * - Directories are compared recursively, by name. See `areArtifacts` for those that are artifacts.
 * - If a directory is compared with a list, only the listed files are compared, as in `sha256sum -c`.
 *
 * @throws FledgeError `usage` if the two cannot be compared with each other, `input` for a file that cannot be read.
 */
async function compareArtifacts(left, right, options = {}) {
    const { identical, files } = await compareSides(left, right, options);
    return { identical, files };
}
/** Compares as `compareArtifacts` does. */
async function compareSides(left, right, options = {}) {
    const sides = [await (0,pairs/* sideOf */.Jh)(left), await (0,pairs/* sideOf */.Jh)(right)];
    if (!(await areArtifacts(...sides)))
        return compareAll((0,pairs/* pairsOf */.fq)(...sides), options);
    const comparison = await compareAsArtifacts(...sides);
    return {
        identical: comparison.status === 'identical',
        files: [comparison],
        differing: [{ left: (0,byte_string/* byteStringFromText */.dw)(left), right: (0,byte_string/* byteStringFromText */.dw)(right), comparison }].filter(() => comparison.status === 'differs'),
    };
}
/** The comparison of two sides that have no bytes in common, because one of them is not a file. */
async function compareAsArtifacts(left, right) {
    const [a, b] = [await describe(left.node, () => { }), await describe(right.node, () => { })];
    return {
        path: (0,byte_string/* displayByteString */.oO)((0,byte_string/* byteStringFromText */.dw)(left.node.path === left.name ? (0,external_node_path_.basename)(left.name) : left.name)),
        status: (await areSameImage(left, right)) ? 'identical' : 'differs',
        ...(a !== undefined && { left: a }),
        ...(b !== undefined && { right: b }),
    };
}
/** Compares files of the same names in two directories. A file that is missing or not regular on one side differs. */
async function compareNamed(left, right, names, options = {}) {
    const nodeOf = (directory, name) => (0,host/* nodeAt */.oB)((0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.join)(directory, name)), 'keep');
    const pairs = names.map(async (name) => ({
        path: (0,byte_string/* byteStringFromText */.dw)(name),
        left: await nodeOf(left, name),
        right: await nodeOf(right, name),
    }));
    return compareAll(await Promise.all(pairs), options);
}
async function compareAll(pairs, { reporter = report_reporter/* silentReporter */.P, signal, digestsOfEqual = true }) {
    const progress = reporter.progress('compare', 'bytes');
    let bytes = 0;
    const onRead = (count) => {
        signal?.throwIfAborted();
        bytes += count;
        progress.update(bytes);
    };
    const found = [];
    try {
        await forEachAtOnce(PAIRS_AT_ONCE, pairs, async (pair) => {
            onRead(0);
            found.push({ pair, comparison: await comparePair(pair, { onRead, digestsOfEqual }) });
        });
    }
    finally {
        progress.end();
    }
    found.sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(a.pair.path, b.pair.path));
    const files = found.map(({ comparison }) => comparison);
    const differing = found.flatMap(({ pair: { left, right }, comparison }) => comparison.status === 'differs' && isRegular(left) && isRegular(right)
        ? [{ left: left.path, right: right.path, comparison }]
        : []);
    return { identical: files.every(({ status }) => status === 'identical'), files, differing };
}
async function comparePair({ path, left, right }, { onRead, digestsOfEqual }) {
    const shown = (0,byte_string/* displayByteString */.oO)(path);
    if (isRegular(left) && isRegular(right)) {
        const size = Math.max(left.stats.size, right.stats.size);
        const pair = await (0,host/* withFile */.D4)(left.path, (a) => (0,host/* withFile */.D4)(right.path, (b) => (0,file_pair/* compareFilePair */.y)(a, b, { size, onRead, digestsOfEqual })));
        const { firstDifference } = pair;
        return {
            path: shown,
            status: firstDifference === undefined ? 'identical' : 'differs',
            left: { kind: 'file', ...pair.left },
            right: { kind: 'file', ...pair.right },
            ...(firstDifference !== undefined && { firstDifference }),
        };
    }
    const [a, b] = [await describe(left, onRead), await describe(right, onRead)];
    const sides = { path: shown, ...(a !== undefined && { left: a }), ...(b !== undefined && { right: b }) };
    if (a === undefined || b === undefined)
        return { ...sides, status: a === undefined ? 'only-right' : 'only-left' };
    const isSame = a.kind === b.kind && a.sha256 === b.sha256 && a.target === b.target && deviceOf(left) === deviceOf(right);
    return { ...sides, status: isSame ? 'identical' : 'differs' };
}
async function describe(candidate, onRead) {
    if (candidate === undefined)
        return undefined;
    if (!('stats' in candidate))
        return { kind: 'file', sha256: candidate.sha256 };
    const kind = (0,host/* kindOf */.I)(candidate);
    if (kind === 'symlink')
        return { kind, target: await (0,host/* targetOf */.$r)(candidate) };
    if (kind !== 'file')
        return { kind };
    const digest = await (0,host/* withFile */.D4)(candidate.path, local_file/* digestHandle */.t);
    onRead(digest.size);
    return { kind, ...digest };
}
function isRegular(candidate) {
    return candidate !== undefined && 'stats' in candidate && candidate.stats.isFile();
}
function deviceOf(candidate) {
    return candidate !== undefined && 'stats' in candidate && !candidate.stats.isFile() ? candidate.stats.rdev : 0;
}
/**
 * Runs `work` for the items, `count` at a time. After a failure it starts no more, waits for the running ones, and
 * throws.
 */
async function forEachAtOnce(count, items, work) {
    const running = new Set();
    let failure;
    try {
        for await (const item of items) {
            if (running.size >= count)
                await Promise.race(running);
            if (failure !== undefined)
                break;
            const task = work(item)
                .catch((error) => {
                failure ??= { error };
            })
                .finally(() => running.delete(task));
            running.add(task);
        }
    }
    finally {
        await Promise.all(running);
    }
    if (failure !== undefined)
        throw failure.error;
}


/***/ }),

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

/***/ 54888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ explainComparison)
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
// EXTERNAL MODULE: ./build/support/process/runtime.js
var runtime = __webpack_require__(29026);
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

;// CONCATENATED MODULE: ./build/compare/explain/ignore.js

/** What a comparison can ignore. */
const IGNORABLE = (/* unused pure expression or super */ null && (['mtime', 'owner', 'mode', 'xattr', 'links', 'content', 'order', 'container']));
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
    throw new FledgeError('usage', `cannot ignore ${JSON.stringify(word)}: it is not a property that is compared`, {
        fix: `use a list of ${IGNORABLE.join(', ')}`,
    });
}

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
    const scratch = (0,files_scratch/* temporaryDirectory */.De)('diff');
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
        (0,write_file/* writeFully */.KM)(descriptor, bytes, position);
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
        const changes = all.filter(({ what }) => !isIgnored(what, this.#ignored));
        for (const { what } of all)
            if (isIgnored(what, this.#ignored))
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

/***/ 65887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ shownEntries),
/* harmony export */   OY: () => (/* binding */ describeEntry),
/* harmony export */   WN: () => (/* binding */ countsText),
/* harmony export */   gF: () => (/* binding */ fieldText),
/* harmony export */   u4: () => (/* binding */ describeInside),
/* harmony export */   x5: () => (/* binding */ containerText),
/* harmony export */   yV: () => (/* binding */ formatInside)
/* harmony export */ });
/* unused harmony export formatExplained */
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62625);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);
/* harmony import */ var _comparison_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79191);
/* harmony import */ var _container_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11671);




const MAX_ENTRIES = 100;
const MAX_DIFF_LINES = 30;
const MAX_FIELDS = 50;
/** Differences on one line. */
const MAX_CLAUSES = 3;
/** The differences, file by file with what is inside of them, and a summary as the last line. */
function formatExplained(explained, limits) {
    const lines = differencesOf(explained).flatMap((file) => [
        ...formatDifference(file),
        ...indented(formatInside(explained, file.path, limits)),
    ]);
    return [...lines, sumUpExplained(explained), ''].join('\n');
}
/** What is inside of one file that differs, as lines; none if it was not examined. */
function formatInside(explained, path, limits) {
    const artifact = explained.artifacts.find((candidate) => candidate.path === path);
    const document = explained.documents.find((candidate) => candidate.path === path);
    return [
        ...(artifact === undefined ? [] : formatArtifact(artifact, limits)),
        ...(document === undefined ? [] : formatDocument(document, limits)),
    ];
}
/** As `sumUp`, and says if only ignored properties differ. */
function sumUpExplained(explained) {
    if (!explained.onlyIgnored)
        return sumUp(explained);
    const ignored = [...new Set(explained.artifacts.flatMap((artifact) => artifact.ignored))];
    return `${sumUp(explained)}, only in what is ignored: ${ignored.join(', ')}`;
}
/** The first differences inside of artifacts, as clauses; empty if there are none. */
function describeInside({ artifacts }) {
    const clauses = artifacts.flatMap((artifact) => {
        const { path, container } = artifact;
        const entries = shownEntries(artifact, false);
        const headers = entries.length === 0 ? container : container.filter((one) => !(0,_container_js__WEBPACK_IMPORTED_MODULE_2__/* .followsFromEntries */ .NT)(one));
        const found = [...entries.map(describeDifferent), ...headers.map(containerText)];
        const more = found.length > MAX_CLAUSES ? ` and ${found.length - MAX_CLAUSES} more` : '';
        return found.length === 0 ? [] : [`; in ${path}: ${found.slice(0, MAX_CLAUSES).join('; ')}${more}`];
    });
    return clauses.join('');
}
function describeDifferent(entry) {
    return entry.status === 'changed' ? describeEntry(entry) : `${entry.status} ${describeEntry(entry)}`;
}
function formatArtifact(artifact, { all = false, full = false }) {
    const { notCompared, container, why } = artifact;
    const entries = shownEntries(artifact, all);
    const shown = all ? entries : entries.slice(0, MAX_ENTRIES);
    const rest = entries.length - shown.length;
    return [
        entriesHead(artifact),
        ...indented(shown.flatMap((entry) => formatEntry(entry, full))),
        ...(rest > 0 ? [`  and ${rest} more: use --all`] : []),
        ...notCompared.map((what) => `Not compared: ${what}`),
        ...section('Container', container.map(containerText)),
        ...section('Why', why.map(({ text }) => text)),
    ];
}
/** Without the contents of a directory that is on one side only, unless all are wanted. */
function shownEntries({ entries }, all) {
    if (all)
        return entries;
    let open;
    return entries.filter((entry) => {
        if (open !== undefined && entry.status === open.status && entry.path.startsWith(`${open.path}/`))
            return false;
        open = entry.below === undefined ? undefined : entry;
        return true;
    });
}
/** `Entries: 1 added, 2 changed`. */
function entriesHead({ counts, truncated, ignored, leftFormat, rightFormat }) {
    const listed = leftFormat !== undefined && rightFormat !== undefined;
    const ignoring = ignored.length === 0 ? '' : ` (ignored: ${ignored.join(', ')})`;
    const cut = truncated ? `; the first ones are listed` : '';
    return listed ? `Entries: ${countsText(counts)}${cut}${ignoring}` : 'Entries: not compared';
}
/** `1 added, 2 changed`, or `equal`. */
function countsText({ added, removed, changed }) {
    const parts = [
        ...(added > 0 ? [`${added} added`] : []),
        ...(removed > 0 ? [`${removed} removed`] : []),
        ...(changed > 0 ? [`${changed} changed`] : []),
    ];
    return parts.length === 0 ? 'equal' : parts.join(', ');
}
function formatEntry(entry, full) {
    const head = `${entry.status.padEnd(8)} ${describeEntry(entry)}`;
    const diffs = entry.changes.flatMap(({ content }) => (content?.diff === undefined ? [] : [content.diff]));
    return [head, ...diffs.flatMap((diff) => indented(diffLines(diff, full)))];
}
/** `/usr/share/doc/ (312 entries, 4.1 MiB)`, or `/etc/hosts: mode 0644 → 0600`. */
function describeEntry({ path, kind, size, below, changes, status }) {
    const name = kind === 'directory' && path !== '/' ? `${path}/` : path;
    if (status === 'changed')
        return `${name}: ${changes.map(changeText).join(', ')}`;
    if (below !== undefined && below.entries > 0) {
        return `${name} (${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(below.entries, 'entry', 'entries')}, ${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(below.bytes)})`;
    }
    if (kind === 'file')
        return size === undefined ? name : `${name} (${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(size)})`;
    return kind === 'directory' ? name : `${name} (${kind})`;
}
const TITLES = new Map([['mtime', 'time']]);
function changeText({ what, name, left, right, content }) {
    switch (what) {
        case 'content':
            return contentText(content);
        case 'links':
            return `${left === undefined ? 'no hard link' : `hard link to ${left}`} → ${right === undefined ? 'no hard link' : `hard link to ${right}`}`;
        case 'xattr':
            return `xattr ${name ?? ''} ${left ?? 'missing'} → ${right ?? 'missing'}`;
        default:
            return `${TITLES.get(what) ?? what} ${left ?? 'none'} → ${right ?? 'none'}`;
    }
}
function contentText(content) {
    const { firstDifference, section, leftBuildId, rightBuildId, diff } = content ?? {};
    if (firstDifference === undefined || diff !== undefined)
        return 'content';
    const place = section === undefined ? '' : section.startsWith('.') ? ` (section ${section})` : ` (${section})`;
    const hasIds = leftBuildId !== undefined || rightBuildId !== undefined;
    const ids = hasIds ? `, build id ${idText(leftBuildId)} → ${idText(rightBuildId)}` : '';
    return `content from byte ${firstDifference}${place}${leftBuildId === rightBuildId ? '' : ids}`;
}
function idText(id) {
    return id ?? 'none';
}
function diffLines(diff, full) {
    // A terminal needs no tabs.
    const lines = diff.split('\n').map((line) => line.replaceAll('\t', '    '));
    if (full || lines.length <= MAX_DIFF_LINES)
        return lines;
    return [...lines.slice(0, MAX_DIFF_LINES), `… ${lines.length - MAX_DIFF_LINES} more lines: use --full`];
}
/** `block size 1024 → 4096`. */
function containerText({ title, left, right }) {
    if (left === undefined && right === undefined)
        return title;
    return `${title} ${left ?? 'none'} → ${right ?? 'none'}`;
}
function formatDocument({ fields, truncated }, { all = false }) {
    const shown = all ? fields : fields.slice(0, MAX_FIELDS);
    const isCut = truncated || shown.length < fields.length;
    return [...shown.map(fieldText), ...(isCut ? [`and more fields${all ? '' : ': use --all'}`] : [])];
}
/** `resources.memory_mb 512 → 768`. */
function fieldText({ field, left, right }) {
    return `${field === '' ? 'the document' : field} ${left ?? 'missing'} → ${right ?? 'missing'}`;
}
function section(title, lines) {
    return lines.length === 0 ? [] : [`${title}:`, ...indented(lines)];
}
function indented(lines) {
    return lines.map((line) => `  ${line}`);
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
/* harmony import */ var _inside_open_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53791);
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
        const artifact = await (0,_inside_open_js__WEBPACK_IMPORTED_MODULE_2__/* .openArtifact */ .H)(path);
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

/***/ 60160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   D4: () => (/* binding */ withFile),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   U: () => (/* binding */ nodeBelow),
/* harmony export */   oB: () => (/* binding */ nodeAt)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);




/**
 * The file at a path, or undefined if there is none. `links` decides whether a link is followed.
 *
 * @throws FledgeError `input`, naming the path.
 */
async function nodeAt(path, links) {
    try {
        return { path, stats: await (links === 'follow' ? node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat : node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path)) };
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw unreadable(path, error);
    }
}
/**
 * The file with a name below a directory, or undefined if there is none. Links are followed if they stay below the
 * directory.
 *
 * @throws FledgeError `input` if the path leads out of the directory, or cannot be read.
 */
async function nodeBelow(directory, name) {
    const path = `${directory}/${name}`;
    const node = await nodeAt(path, 'follow');
    if (node === undefined)
        return undefined;
    try {
        const [root, target] = [await realPathOf(directory), await realPathOf(path)];
        if (target.startsWith(root === '/' ? '/' : `${root}/`))
            return { path: target, stats: node.stats };
    }
    catch (error) {
        throw unreadable(path, error);
    }
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(path)}: it is a link that leads out of ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(directory)}`, {
        fix: 'replace the link by the file itself',
    });
}
async function realPathOf(path) {
    return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromBytes */ .Pb)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path), { encoding: 'buffer' }));
}
/** The kind of a file, by its mode. */
function kindOf({ stats }) {
    if (stats.isFile())
        return 'file';
    if (stats.isDirectory())
        return 'directory';
    if (stats.isSymbolicLink())
        return 'symlink';
    if (stats.isCharacterDevice())
        return 'char-device';
    if (stats.isBlockDevice())
        return 'block-device';
    return stats.isFIFO() ? 'fifo' : 'socket';
}
/**
 * The target of a symbolic link, displayable.
 *
 * @throws FledgeError `input`, naming the link.
 */
async function targetOf({ path }) {
    try {
        return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromBytes */ .Pb)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path), { encoding: 'buffer' })));
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
/**
 * Opens a regular file, calls `work` and closes it. The open does not block if a fifo has replaced the file since.
 *
 * @throws FledgeError `input`, naming the file, if it cannot be read or is not a regular file any more.
 */
async function withFile(path, work) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            if (!(await handle.stat()).isFile()) {
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(path)}: it is not a regular file any more`);
            }
            return await work(handle);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
/** The error to throw for a file that cannot be read; a FledgeError is returned unchanged. */
function unreadable(path, error) {
    if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE || (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) === undefined)
        return error;
    const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .readFailureOf */ .Og)(error);
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(path)}: ${reason}`, { cause: error });
}


/***/ }),

/***/ 15152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gU: () => (/* binding */ isUrl),
  fq: () => (/* binding */ pairsOf),
  Jh: () => (/* binding */ sideOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/inside/open.js + 34 modules
var inside_open = __webpack_require__(53791);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/compare/checksum-list.js
var checksum_list = __webpack_require__(358);
// EXTERNAL MODULE: ./build/compare/host.js
var host = __webpack_require__(60160);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/compare/tree-walk.js



/**
 * The entries of two directories as pairs. A directory of both sides is replaced by its contents. A directory of one
 * side is replaced by its contents, unless it is empty. Links are not followed.
 */
async function* walkPairs(left, right, below = '') {
    const [leftNodes, rightNodes] = [await childrenOf(left), await childrenOf(right)];
    const names = [...new Set([...leftNodes.keys(), ...rightNodes.keys()])].sort(byte_string/* compareByteStrings */.eS);
    for (const name of names) {
        const path = joined(below, name);
        const [a, b] = [leftNodes.get(name), rightNodes.get(name)];
        if (a?.stats.isDirectory() && b?.stats.isDirectory())
            yield* walkPairs(a.path, b.path, path);
        else if (a === undefined && b?.stats.isDirectory())
            yield* walkOne(b, path, 'right');
        else if (b === undefined && a?.stats.isDirectory())
            yield* walkOne(a, path, 'left');
        else
            yield { path, left: a, right: b };
    }
}
async function* walkOne(node, path, side) {
    const children = node.stats.isDirectory() ? await childrenOf(node.path) : new Map();
    if (children.size === 0)
        yield { path, left: undefined, right: undefined, [side]: node };
    for (const [name, child] of children)
        yield* walkOne(child, joined(path, name), side);
}
async function childrenOf(directory) {
    try {
        const names = await (0,promises_.readdir)((0,byte_string/* bytesOf */.$$)(directory), { encoding: 'buffer' });
        const nodes = await Promise.all(names.map(async (bytes) => {
            const name = (0,byte_string/* byteStringFromBytes */.Pb)(bytes);
            const path = joined(directory, name);
            return [name, { path, stats: await (0,promises_.lstat)((0,byte_string/* bytesOf */.$$)(path)) }];
        }));
        return new Map(nodes);
    }
    catch (error) {
        throw (0,host/* unreadable */.O$)(directory, error);
    }
}
function joined(directory, name) {
    const slash = directory === '' || directory.endsWith('/') ? '' : '/';
    return `${directory}${slash}${name}`;
}

;// CONCATENATED MODULE: ./build/compare/pairs.js







/** True for an argument that is to be downloaded. */
function isUrl(name) {
    return /^https?:\/\//i.test(name);
}
/**
 * Resolves an argument of a comparison. A link is followed.
 *
 * @throws FledgeError `usage` if it does not exist or cannot be compared.
 */
async function sideOf(name) {
    const node = name === '' ? undefined : await (0,host/* nodeAt */.oB)((0,byte_string/* byteStringFromText */.dw)(name), 'follow');
    if (node === undefined) {
        const image = await imageSide(name);
        if (image !== undefined)
            return image;
        throw new errors/* FledgeError */.aE('usage', `cannot compare ${JSON.stringify(name)}: there is no such file or directory`);
    }
    const kind = (0,host/* kindOf */.I)(node);
    if (kind === 'directory')
        return { name, kind: (await (0,inside_open/* isOciLayout */.q)(name)) ? 'image' : kind, node };
    if (kind === 'file')
        return { name, kind: (0,checksum_list/* isChecksumListName */.n$)((0,external_node_path_.basename)(name)) ? 'list' : kind, node };
    throw new errors/* FledgeError */.aE('usage', `cannot compare ${JSON.stringify(name)}: it is a ${kind.replace('-', ' ')}`, {
        fix: 'use files, directories or SHA256SUMS files',
    });
}
/** The side for a name such as `oci:DIRECTORY:TAG`; undefined for other names. */
async function imageSide(name) {
    const { imageNamed } = await Promise.all(/* import() */[__webpack_require__.e(435), __webpack_require__.e(2581), __webpack_require__.e(8717)]).then(__webpack_require__.bind(__webpack_require__, 52476));
    const image = imageNamed(name);
    if (image === undefined)
        return undefined;
    const node = await (0,host/* nodeAt */.oB)((0,byte_string/* byteStringFromText */.dw)(image.path), 'follow');
    return node && { name, kind: 'image', node };
}
/**
 * The pairs of files to compare, in unspecified order.
 *
 * @throws FledgeError `usage` if the sides cannot be compared with each other, `input` for a file that cannot be read.
 */
async function* pairsOf(left, right) {
    const isDirectory = ({ node }) => node.stats.isDirectory();
    if (isDirectory(left) && isDirectory(right)) {
        yield* walkPairs(left.node.path, right.node.path);
    }
    else if (left.kind === 'file' && right.kind === 'file') {
        yield { path: (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(left.name)), left: left.node, right: right.node };
    }
    else if (left.kind === 'list') {
        yield* pairsWithList(left, right);
    }
    else if (right.kind === 'list') {
        for await (const pair of pairsWithList(right, left))
            yield { ...pair, left: pair.right, right: pair.left };
    }
    else {
        const [file, directory] = left.kind === 'file' ? [left, right] : [right, left];
        const name = (0,external_node_path_.basename)(file.name);
        const hasSameName = (await (0,host/* nodeBelow */.U)(directory.node.path, (0,byte_string/* byteStringFromText */.dw)(name))) !== undefined;
        throw new errors/* FledgeError */.aE('usage', `${directory.name} is a directory, and ${file.name} is a file`, {
            fix: hasSameName
                ? `use two files, such as ${file.name} and ${(0,external_node_path_.join)(directory.name, name)}, or two directories`
                : 'use two files, two directories, or an artifact and a directory of its entries',
        });
    }
}
async function* pairsWithList(list, other) {
    const listed = await filesListedIn(list);
    switch (other.kind) {
        case 'list': {
            const others = new Map((await filesListedIn(other)).map((file) => [file.name, file]));
            for (const file of listed) {
                yield { path: file.name, left: file, right: others.get(file.name) };
                others.delete(file.name);
            }
            for (const file of others.values())
                yield { path: file.name, left: undefined, right: file };
            break;
        }
        case 'directory':
        case 'image':
            for (const file of listed) {
                if (file.name.startsWith('/') || file.name.split('/').includes('..')) {
                    throw new errors/* FledgeError */.aE('input', `${list.name}:${file.line}: ${(0,byte_string/* displayByteString */.oO)(file.name)} is not below the directory that it is compared with`);
                }
                yield { path: file.name, left: file, right: await (0,host/* nodeBelow */.U)(other.node.path, file.name) };
            }
            break;
        case 'file':
            yield { path: (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(other.name)), left: lineFor(other, listed, list), right: other.node };
    }
}
function filesListedIn({ node, name }) {
    return (0,host/* withFile */.D4)(node.path, (handle) => (0,checksum_list/* readChecksumList */.k4)(handle, name));
}
/** The line for a file, by the last component of its name: lists are moved together with their files. */
function lineFor(file, listed, list) {
    const name = (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(file.name));
    const found = listed.filter((line) => line.name === name || line.name.endsWith(`/${name}`));
    const [first] = found;
    if (first !== undefined && found.every(({ sha256 }) => sha256 === first.sha256))
        return first;
    const message = first === undefined
        ? `${list.name} does not list ${(0,external_node_path_.basename)(file.name)}`
        : `${list.name} lists several ${(0,external_node_path_.basename)(file.name)}`;
    throw new errors/* FledgeError */.aE('usage', message, { fix: 'compare the list with the directory that holds the files' });
}


/***/ }),

/***/ 35412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ copyMatch),
/* harmony export */   Z: () => (/* binding */ badBlock)
/* harmony export */ });
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57408);

/** The error for compressed data that no compressor makes. */
function badBlock() {
    return (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)('a compressed block is not valid');
}
/** In bytes. For shorter copies, a call costs more than a loop. */
const LONG = 32;
/** Copies earlier output. The ranges can overlap, and then the copied bytes repeat. */
function copyMatch(output, at, distance, length) {
    if (distance >= length && length >= LONG)
        output.copyWithin(at, at - distance, at - distance + length);
    else if (distance === 1 && length >= LONG)
        output.fill(output[at - 1] ?? 0, at, at + length);
    else
        for (let to = at; to < at + length; to++)
            output[to] = output[to - distance] ?? 0;
}


/***/ }),

/***/ 48884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ noContent),
/* harmony export */   dr: () => (/* binding */ NO_XATTRS),
/* harmony export */   ed: () => (/* binding */ ContentDigest),
/* harmony export */   rf: () => (/* binding */ digestOfContent),
/* harmony export */   uY: () => (/* binding */ ZEROS)
/* harmony export */ });
/* unused harmony export zerosOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


/** Zeros in place of a hole. They are shared, and must not be changed. */
const ZEROS = Buffer.alloc(_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ);
/** A hole of this many bytes, as pieces of zeros. */
function* zerosOf(length) {
    for (let left = length; left > 0; left -= ZEROS.length)
        yield ZEROS.subarray(0, Math.min(ZEROS.length, left));
}
/** Computes the SHA-256 of a content from its pieces, with its holes as zeros. */
class ContentDigest {
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #end = 0;
    /** Adds a piece, which must not begin before the end of the one before it. */
    add({ offset, bytes }) {
        this.#fillTo(offset);
        this.#hash.update(bytes);
        this.#end = offset + bytes.length;
    }
    /** In hexadecimal digits, for a content of `size` bytes. Nothing can be added after it. */
    digest(size) {
        this.#fillTo(size);
        return this.#hash.digest('hex');
    }
    #fillTo(end) {
        for (const zeros of zerosOf(end - this.#end))
            this.#hash.update(zeros);
    }
}
/** The SHA-256 of a content in hexadecimal digits, with its holes as zeros. */
async function digestOfContent({ size, content }) {
    const digest = new ContentDigest();
    for await (const piece of content())
        digest.add(piece);
    return digest.digest(size);
}
/** The content of an entry that is not a file. */
async function* noContent() { }
/** The attributes of an entry that has none. */
const NO_XATTRS = new Map();


/***/ }),

/***/ 53791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ isOciLayout),
  H: () => (/* binding */ openArtifact)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/formats/cpio-reader.js
var cpio_reader = __webpack_require__(56098);
// EXTERNAL MODULE: ./build/inside/content.js
var content = __webpack_require__(48884);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
;// CONCATENATED MODULE: ./build/inside/path.js


/** The path of the root. */
const ROOT = '';
/**
 * The path of an entry as a user writes it, in the form of `InsideEntry.path`: `/etc`, `etc` and `./etc/` are the same. A path
 * can be copied from the output of fledge, where `\xHH` is a byte and `\\` a backslash.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function parseInsidePath(text) {
    return requireNoDots(normalisedPath(unescaped(byteStringFromText(text))), text);
}
/**
 * The paths that a user can mean: the text as it is, and that of `parseInsidePath` if it is another one.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function possiblePaths(text) {
    const literal = requireNoDots(normalisedPath(byteStringFromText(text)), text);
    const parsed = parseInsidePath(text);
    return literal === parsed ? [literal] : [literal, parsed];
}
/** Without slashes at both ends, repeated slashes, and names that are `.`. */
function normalisedPath(path) {
    return path
        .split('/')
        .filter((name) => name !== '' && name !== '.')
        .join('/');
}
/** The directories above a path, the root first. */
function* parentsOf(path) {
    if (path === ROOT)
        return;
    yield ROOT;
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        yield path.slice(0, at);
}
function requireNoDots(path, text) {
    if (!path.split('/').includes('..'))
        return path;
    throw new FledgeError('usage', `cannot use ${text} as a path inside an artifact: it contains ".."`, {
        fix: 'write the path from the root of the artifact, such as /etc/passwd; fledge inspect lists the paths',
    });
}
/** The opposite of `displayByteString`. A backslash that it would not have written stays. */
function unescaped(path) {
    return path.replace(/\\(?:\\|x([0-9a-f]{2}))/g, (_, digits) => digits === undefined ? '\\' : String.fromCharCode(Number.parseInt(digits, 16)));
}

// EXTERNAL MODULE: ./build/inside/stream.js
var stream = __webpack_require__(56433);
;// CONCATENATED MODULE: ./build/inside/cpio.js




/** Larger than any number of an inode in an archive. */
const INODES_OF_ARCHIVE = 2 ** 32;
/**
 * The entries of an initramfs, in the order of the archive. It is decompressed while it is read.
 *
 * @throws FledgeError `input` if the archive is damaged, or the error of the decompressor.
 */
async function* readCpioTree(file, path, isGzip) {
    const gunzip = isGzip ? (0,stream/* gunzipOf */.v)(file) : undefined;
    try {
        for await (const entry of (0,cpio_reader/* readCpio */.Q)(gunzip ?? (0,stream/* piecesOf */.X)(file), path))
            yield entryOf(entry);
    }
    finally {
        gunzip?.destroy();
    }
}
function entryOf(entry) {
    const { kind, mode, uid, gid, mtime, size, links, ino, archive, target, deviceMajor: major, deviceMinor: minor, } = entry;
    const isDevice = kind === 'char-device' || kind === 'block-device';
    return {
        path: inTree(entry.path),
        ...{ kind, mode, uid, gid, size, links },
        mtime: { seconds: mtime, nanoseconds: 0 },
        ino: archive * INODES_OF_ARCHIVE + ino,
        ...(target !== undefined && { target }),
        ...(isDevice && { device: { major, minor } }),
        xattrs: () => Promise.resolve(content/* NO_XATTRS */.dr),
        content: () => piecesAt(entry),
    };
}
/** The path without what the kernel ignores: `./`, slashes at both ends, and repeated slashes. */
function inTree(path) {
    if (path !== '.' && !/^\/|^\.\/|\/\/|\/$|\/\.(?:\/|$)/.test(path))
        return path;
    return normalisedPath(path);
}
async function* piecesAt(entry) {
    let offset = 0;
    for await (const bytes of entry.data()) {
        yield { offset, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
        offset += bytes.length;
    }
}

// EXTERNAL MODULE: ./build/inside/damage.js
var damage = __webpack_require__(57408);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/tree/entry.js
var entry = __webpack_require__(93241);
;// CONCATENATED MODULE: ./build/inside/kind-of-mode.js

/** The bits of a mode that are its type (inode(7), S_IFMT). */
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
/** The kind of an inode by its mode (st_mode); undefined for a type that Linux does not have. */
function kindOfMode(mode) {
    return KINDS.get(mode & TYPE_MASK);
}

// EXTERNAL MODULE: ./build/inside/turns.js
var turns = __webpack_require__(49909);
;// CONCATENATED MODULE: ./build/inside/directory/open-directories.js

const OPEN_FLAGS = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW;
/**
 * Open directories from a root down to the last used one. Every step starts at an open directory (`/proc/self/fd`), so that
 * no symbolic link is followed and the length of paths is not limited.
 */
class OpenDirectories {
    #root;
    #isClosed = false;
    #open = [];
    /** Links in the path of the root are followed. @throws the error of the system. */
    constructor(root) {
        this.#root = (0,external_node_fs_.openSync)(root, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY);
    }
    /**
     * A path that the system can resolve, to an entry in the directory with these names below the root; without a name, to
     * the directory itself. It is valid until the next call.
     *
     * @throws the error of the system: ELOOP or ENOTDIR if one of the names is not a directory. An error after `close`.
     */
    pathIn(names, name) {
        // The number of a closed descriptor can be that of another directory.
        if (this.#isClosed)
            throw new Error('it is closed');
        let common = 0;
        while (common < this.#open.length && this.#open[common]?.name === names[common])
            common += 1;
        for (const { descriptor } of this.#open.splice(common))
            (0,external_node_fs_.closeSync)(descriptor);
        for (const below of names.slice(common)) {
            this.#open.push({ name: below, descriptor: (0,external_node_fs_.openSync)(this.#pathTo(below), OPEN_FLAGS) });
        }
        return this.#pathTo(name);
    }
    /** Can be called twice. */
    close() {
        if (this.#isClosed)
            return;
        this.#isClosed = true;
        for (const { descriptor } of this.#open.splice(0))
            (0,external_node_fs_.closeSync)(descriptor);
        (0,external_node_fs_.closeSync)(this.#root);
    }
    #pathTo(name) {
        const descriptor = this.#open.at(-1)?.descriptor ?? this.#root;
        return Buffer.from(`/proc/self/fd/${descriptor}/${name ?? '.'}`, 'latin1');
    }
}

;// CONCATENATED MODULE: ./build/inside/directory/read-file.js

/** In bytes; a multiple of a block. */
const PIECE_BYTES = 256 * 1024;
const BLOCK_BYTES = 4096;
const NO_DATA = Buffer.alloc(BLOCK_BYTES);
/** The unit of `st_blocks` (stat(2)). */
const STAT_BLOCK_BYTES = 512n;
/** A file was replaced, changed or removed while it was read. */
class ChangedMeanwhile extends Error {
    name = 'ChangedMeanwhile';
}
/**
 * The data of a regular file. Node cannot ask for holes, so blocks of zeros are left out if the file has fewer blocks than
 * its size needs.
 *
 * @throws ChangedMeanwhile if the path leads to another file, or the file changes; or the error of the system.
 */
async function* readFilePieces({ known, pathNow, turns, signal }) {
    // A fifo in the place of the file does not block, and a link is not followed.
    const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOCTTY;
    const descriptor = (0,external_node_fs_.openSync)(pathNow(), flags);
    try {
        requireUnchanged(descriptor, known);
        const size = Number(known.size);
        const mayHaveHoles = known.blocks * STAT_BLOCK_BYTES < known.size;
        for (let offset = 0; offset < size;) {
            signal?.throwIfAborted();
            const bytes = Buffer.allocUnsafe(Math.min(PIECE_BYTES, size - offset));
            for (let done = 0; done < bytes.length;) {
                const count = (0,external_node_fs_.readSync)(descriptor, bytes, done, bytes.length - done, offset + done);
                if (count === 0)
                    throw new ChangedMeanwhile();
                done += count;
            }
            if (mayHaveHoles)
                yield* withoutZeros({ offset, bytes });
            else
                yield { offset, bytes };
            offset += bytes.length;
            await turns.after(bytes.length);
        }
        requireUnchanged(descriptor, known);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function requireUnchanged(descriptor, known) {
    const { dev, ino, mode, size, mtimeNs } = (0,external_node_fs_.fstatSync)(descriptor, { bigint: true });
    const isSame = dev === known.dev && ino === known.ino && mode === known.mode;
    if (!isSame || size !== known.size || mtimeNs !== known.mtimeNs)
        throw new ChangedMeanwhile();
}
/** The runs of blocks with data. */
function* withoutZeros({ offset, bytes }) {
    let begin;
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
        const end = Math.min(at + BLOCK_BYTES, bytes.length);
        const isHole = bytes.compare(NO_DATA, 0, end - at, at, end) === 0;
        if (!isHole)
            begin ??= at;
        else if (begin !== undefined) {
            yield { offset: offset + begin, bytes: bytes.subarray(begin, at) };
            begin = undefined;
        }
    }
    if (begin !== undefined)
        yield { offset: offset + begin, bytes: bytes.subarray(begin) };
}

;// CONCATENATED MODULE: ./build/inside/directory/directory-tree.js









const PERMISSIONS = 0o7777;
const NANOSECONDS = 1000000000n;
/** The time for an entry, as bytes that are read in this time. */
const ENTRY_BYTES = 4096;
/** The entries of a directory of this machine, mounted file systems included. Symbolic links are not followed. */
class DirectoryTree {
    #directories;
    #options;
    #turns = new turns/* Turns */.P();
    /** @throws FledgeError `input` if the directory cannot be opened. */
    constructor(directory, options) {
        this.#options = options;
        try {
            this.#directories = new OpenDirectories(directory);
        }
        catch (error) {
            throw this.#explain(error, '');
        }
    }
    /**
     * The entries, as `Artifact` describes them.
     *
     * @throws FledgeError `input` if one cannot be read, or changes meanwhile, or has a path that is longer than 4,095 bytes.
     */
    async *entries() {
        const numbers = new Map();
        let last = 0;
        const numberOf = ({ dev, ino, nlink }, kind) => {
            if (kind === 'directory' || nlink === 1n)
                return ++last;
            const key = `${dev}:${ino}`;
            const number = numbers.get(key) ?? ++last;
            numbers.set(key, number);
            return number;
        };
        const levels = [];
        const enter = (entry, names) => {
            if (entry.kind === 'directory')
                levels.push({ names, path: entry.path, todo: this.#namesIn(names, entry.path) });
        };
        const root = this.#entryAt([], undefined, numberOf);
        yield root;
        enter(root, []);
        for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
            const name = level.todo.pop();
            if (name === undefined) {
                levels.pop();
                continue;
            }
            this.#options.signal?.throwIfAborted();
            await this.#turns.after(ENTRY_BYTES);
            const entry = this.#entryAt(level.names, name, numberOf);
            yield entry;
            enter(entry, [...level.names, name]);
        }
    }
    close() {
        this.#directories.close();
    }
    #namesIn(names, path) {
        return this.#attempt(path, () => (0,external_node_fs_.readdirSync)(this.#directories.pathIn(names), { encoding: 'buffer' })
            .map(byte_string/* byteStringFromBytes */.Pb)
            .sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(b, a)));
    }
    #entryAt(parent, name, numberOf) {
        const path = (name === undefined ? '' : [...parent, name].join('/'));
        if (path.length > linux_limits/* MAX_PATH_BYTES */.PR) {
            const what = `a path in it has more than ${linux_limits/* MAX_PATH_BYTES */.PR} bytes, the limit of Linux`;
            throw new errors/* FledgeError */.aE('input', `cannot read ${this.#options.path}: ${what}`, {
                fix: 'name a directory below it',
            });
        }
        const stats = this.#attempt(path, () => (0,external_node_fs_.lstatSync)(this.#directories.pathIn(parent, name), { bigint: true }));
        const { size, nlink, rdev, uid, gid } = stats;
        const mode = Number(stats.mode);
        const kind = kindOfMode(mode);
        if (kind === undefined)
            throw this.#explain(new Error('its type is unknown'), path);
        const isDevice = kind === 'char-device' || kind === 'block-device';
        return {
            ...{ path, kind, mode: mode & PERMISSIONS, uid: Number(uid), gid: Number(gid), mtime: timeOf(stats.mtimeNs) },
            ...{ size: Number(size), links: Number(nlink), ino: numberOf(stats, kind) },
            ...(kind === 'symlink' && { target: this.#targetOf(parent, name, path) }),
            ...(isDevice && { device: { major: majorOf(rdev), minor: minorOf(rdev) } }),
            xattrs: () => this.#options.readXattrs(path),
            content: () => (kind === 'file' ? this.#piecesOf(parent, name, { path, stats }) : (0,content/* noContent */.V$)()),
        };
    }
    #targetOf(parent, name, path) {
        const read = () => (0,external_node_fs_.readlinkSync)(this.#directories.pathIn(parent, name), { encoding: 'buffer' });
        return (0,byte_string/* byteStringFromBytes */.Pb)(this.#attempt(path, read));
    }
    async *#piecesOf(parent, name, { path, stats }) {
        const pathNow = () => this.#directories.pathIn(parent, name);
        const { signal } = this.#options;
        try {
            yield* readFilePieces({ known: stats, pathNow, turns: this.#turns, signal });
        }
        catch (error) {
            throw signal?.aborted ? error : this.#explain(error, path);
        }
    }
    #attempt(path, read) {
        try {
            return read();
        }
        catch (error) {
            throw this.#explain(error, path);
        }
    }
    #explain(error, path) {
        const { path: root } = this.#options;
        const shown = path === '' ? root : `${root.replace(/\/+$/, '')}/${(0,byte_string/* displayByteString */.oO)(path)}`;
        const code = (0,errors/* systemCodeOf */.c7)(error);
        // An entry that was just listed is a link or another kind of file now, or is missing.
        const isChanged = path !== '' && (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'EINVAL');
        if (error instanceof ChangedMeanwhile || isChanged) {
            return new errors/* FledgeError */.aE('input', `cannot read ${shown}: it changed while the directory was read`, {
                cause: error,
                fix: 'run the command again when no other process writes to the directory',
            });
        }
        const fix = code === 'EACCES' ? 'run the command as a user who may read it' : undefined;
        return new errors/* FledgeError */.aE('input', `cannot read ${shown}: ${(0,errors/* readFailureOf */.Og)(error)}`, { cause: error, fix });
    }
}
/** Of a time before 1970, the nanoseconds are positive, too. */
function timeOf(nanoseconds) {
    const rest = ((nanoseconds % NANOSECONDS) + NANOSECONDS) % NANOSECONDS;
    return { seconds: Number((nanoseconds - rest) / NANOSECONDS), nanoseconds: Number(rest) };
}
/** makedev(3) of glibc. */
function majorOf(device) {
    return Number(((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n));
}
function minorOf(device) {
    return Number((device & 0xffn) | ((device >> 12n) & 0xffffff00n));
}

// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/tools/getfattr.js





/** The arguments that print all attributes of the entries of the working directory. No symbolic link is followed. */
const GETFATTR_ARGUMENTS = [
    '--recursive',
    '--physical',
    '--no-dereference',
    '--dump',
    '--match=-',
    '--encoding=hex',
    '.',
];
/**
 * The extended attributes of all entries of a directory that have some, by path; the directory itself has the empty path.
 * Only root can read the namespace `trusted`.
 *
 * @throws FledgeError `tool` if getfattr is missing or fails.
 */
async function attributesBelow(directory, signal) {
    const { path } = await (0,find/* requireTool */.Y0)(table/* getfattr */.YR, signal);
    const parser = new DumpParser();
    await (0,exec/* run */.eF)(path, GETFATTR_ARGUMENTS, {
        cwd: directory,
        env: (0,environment/* environmentFor */.DD)('getfattr', {}),
        stdout: (bytes) => parser.push(bytes),
        signal,
    });
    return parser.finish();
}
/**
 * Reads the output of getfattr: for each file with attributes, a line `# file: PATH`, lines `NAME=0xVALUE`, and an empty
 * line.
 */
class DumpParser {
    #found = new Map();
    #file = new Map();
    #rest = '';
    push(bytes) {
        const lines = (this.#rest + (0,byte_string/* byteStringFromBytes */.Pb)(bytes)).split('\n');
        this.#rest = lines.pop() ?? '';
        for (const line of lines)
            this.#readLine(line);
    }
    finish() {
        if (this.#rest !== '')
            this.#readLine(this.#rest);
        return this.#found;
    }
    #readLine(line) {
        const path = /^# file: (.*)$/.exec(line)?.[1];
        if (path !== undefined) {
            this.#file = new Map();
            this.#found.set(path === '.' ? '' : withoutEscapes(path), this.#file);
            return;
        }
        // An attribute with an empty value has `0x` or, in older versions, nothing after its name.
        const [, name = '', hex = ''] = /^([^=]+)(?:=0x([0-9a-f]*))?$/.exec(line) ?? [];
        if (name !== '')
            this.#file.set(withoutEscapes(name), Buffer.from(hex, 'hex'));
    }
}
/** Some bytes are written as `\` and three octal digits. */
function withoutEscapes(text) {
    const replaced = text.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
    return replaced;
}

;// CONCATENATED MODULE: ./build/inside/directory/xattrs.js




/**
 * Reads the extended attributes of a directory when they are requested for the first time, with one run of getfattr for all
 * entries, because Node cannot read them. Those that exist stay in memory. `path` is the directory for messages.
 *
 * @throws FledgeError `tool` if getfattr is missing or fails.
 */
function xattrsOf(directory, path, signal) {
    let reading;
    return async (entry) => {
        reading ??= attributesBelow(directory, signal).catch((error) => {
            if (!(error instanceof exec/* ProgramError */.Zj))
                throw error;
            const message = `cannot read the extended attributes in ${path}: ${error.message}`;
            throw new errors/* FledgeError */.aE('tool', message, { cause: error, fix: 'run the command as a user who may read all of it' });
        });
        return (await reading).get(entry) ?? content/* NO_XATTRS */.dr;
    };
}

;// CONCATENATED MODULE: ./build/inside/directory/open-directory.js



/**
 * Opens a directory of this machine. Its extended attributes are read by getfattr, and only if they are requested.
 *
 * @throws FledgeError `input` if it cannot be opened.
 */
async function openDirectory(path, { signal }) {
    const directory = await (0,promises_.realpath)(path);
    const tree = new DirectoryTree(directory, { path, readXattrs: xattrsOf(directory, path, signal), signal });
    return {
        format: 'directory',
        isStream: false,
        entries: () => tree.entries(),
        facts: () => Promise.resolve([]),
        close: () => Promise.resolve(tree.close()),
    };
}

// EXTERNAL MODULE: ./build/inside/disk.js
var inside_disk = __webpack_require__(90696);
;// CONCATENATED MODULE: ./build/inside/ext/inode.js

// As in Documentation/filesystems/ext4/inodes.rst of the kernel.
const OLD_INODE_SIZE = 128;
const INODE_FLAG = {
    encrypt: 0x800,
    hugeFile: 0x4_0000,
    extents: 0x8_0000,
    eaInode: 0x20_0000,
    inlineData: 0x1000_0000,
};
/** The number of bytes for block mappings, device numbers, or a short target. */
const MAP_BYTES = 60;
/** Decodes an inode; `bytes` has the whole size of an inode in the file system. */
function decodeInode(number, bytes, geometry) {
    const mode = bytes.readUInt16LE(0);
    const kind = kindOfMode(mode);
    const extra = bytes.length > OLD_INODE_SIZE ? bytes.readUInt16LE(128) : 0;
    const map = bytes.subarray(40, 40 + MAP_BYTES);
    const hasSizeHigh = kind === 'file' || kind === 'directory';
    const size = bytes.readUInt32LE(4) + (hasSizeHigh ? bytes.readUInt32LE(108) * 2 ** 32 : 0);
    const flags = bytes.readUInt32LE(32);
    return {
        number,
        kind,
        mode: mode & 0o7777,
        uid: bytes.readUInt16LE(2) + bytes.readUInt16LE(120) * 2 ** 16,
        gid: bytes.readUInt16LE(24) + bytes.readUInt16LE(122) * 2 ** 16,
        mtime: inode_timeOf(bytes.readInt32LE(16), extra >= 12 ? bytes.readUInt32LE(136) : 0),
        size,
        links: bytes.readUInt16LE(26),
        ...((kind === 'char-device' || kind === 'block-device') && { device: deviceOf(map) }),
        flags,
        allocated: (flags & INODE_FLAG.inlineData) !== 0 ? size : allocatedBytes(bytes, flags, geometry),
        map,
        xattrBlock: bytes.readUInt32LE(104) + bytes.readUInt16LE(118) * 2 ** 32,
        xattrArea: bytes.subarray(Math.min(bytes.length, OLD_INODE_SIZE + extra)),
    };
}
const SECTOR_BYTES = 512;
/** From i_blocks, which counts sectors, or blocks for huge files. A hostile inode can have any number: it is limited. */
function allocatedBytes(bytes, flags, { blockSize, blocks }) {
    const count = bytes.readUInt32LE(28) + bytes.readUInt16LE(116) * 2 ** 32;
    return Math.min(count * ((flags & INODE_FLAG.hugeFile) === 0 ? SECTOR_BYTES : blockSize), blocks * blockSize);
}
/** Two bits of `extra` continue the signed seconds, and 30 are nanoseconds. */
function inode_timeOf(seconds, extra) {
    return { seconds: seconds + (extra & 3) * 2 ** 32, nanoseconds: Math.min(extra >>> 2, 999_999_999) };
}
/** The numbers of a device, in the encoding of 16 bits or in that of 32 bits (fs/ext4/inode.c, new_decode_dev). */
function deviceOf(map) {
    const old = map.readUInt32LE(0);
    if (old !== 0)
        return { major: (old >>> 8) & 0xff, minor: old & 0xff };
    const device = map.readUInt32LE(4);
    return { major: (device >>> 8) & 0xfff, minor: (device & 0xff) | ((device >>> 12) & 0xf_ff00) };
}

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
            const name = block.toString('latin1', at + HEADER_BYTES, at + HEADER_BYTES + nameLength);
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
        inodes: bytes.readUInt32LE(0),
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
const xattrs_ENTRY_BYTES = 16;
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
        if (at + xattrs_ENTRY_BYTES > bytes.length)
            throw (0,damage/* damaged */.qM)('extended attributes are not valid');
        const nameLength = bytes.readUInt8(at);
        const prefix = PREFIXES[bytes.readUInt8(at + 1)];
        const position = base + bytes.readUInt16LE(at + 2);
        const inode = bytes.readUInt32LE(at + 4);
        const size = bytes.readUInt32LE(at + 8);
        const isInside = inode !== 0 || position + size <= bytes.length;
        if (prefix === undefined || !isInside || at + xattrs_ENTRY_BYTES + nameLength > bytes.length || size > MAX_VALUE_BYTES) {
            throw (0,damage/* damaged */.qM)('extended attributes are not valid');
        }
        const suffix = bytes.toString('latin1', at + xattrs_ENTRY_BYTES, at + xattrs_ENTRY_BYTES + nameLength);
        const name = (0,byte_string/* byteStringFromBytes */.Pb)(Buffer.from(prefix + suffix, 'latin1'));
        found.push({
            name,
            value: inode === 0 ? bytes.subarray(position, position + size) : Buffer.alloc(0),
            ...(inode !== 0 && { elsewhere: { inode, size } }),
        });
        at += xattrs_ENTRY_BYTES + nameLength + (-nameLength & 3);
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








const ROOT_INODE = 2;
/** The part of a file that is in memory, in bytes. */
const volume_PIECE_BYTES = 1024 * 1024;
/** The part of a directory that is in memory, in bytes. */
const DIRECTORY_BYTES = 128 * 1024;
/** The data of a smaller file are read together with what is after them. */
const SMALL_BYTES = 32 * 1024;
const MAX_TARGET_BYTES = 4096;
/** In one directory. Its names are sorted in memory. */
const MAX_NAMES = 4_000_000;
/** The attribute that continues the data of an inode which has no blocks (inline_data). */
const INLINE_DATA = 'system.data';
/** The data of a directory in its inode begin with the number of its parent. */
const PARENT_BYTES = 4;
/** Reads inodes, and what belongs to them, from an ext2, ext3 or ext4 file system. */
class ExtVolume {
    root = ROOT_INODE;
    superblock;
    #disk;
    /** For structures, which are small. */
    #cached;
    #smallFiles;
    #tables = new Map();
    #directoryBlocks = 0;
    constructor(superblock, disk, cached) {
        this.superblock = superblock;
        this.#disk = disk;
        this.#cached = cached;
        this.#smallFiles = (0,inside_disk/* cachedDisk */.C7)(disk);
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
    inode(number) {
        const { inodesPerGroup, inodeSize, inodes } = this.superblock;
        const table = this.#tables.get(Math.floor((number - 1) / inodesPerGroup));
        if (table !== undefined && number >= 1 && number <= inodes) {
            const bytes = this.#cached.peek(this.#positionOf(number, table), inodeSize);
            if (bytes !== undefined)
                return decodeInode(number, bytes, this.superblock);
        }
        return this.#readInode(number);
    }
    #positionOf(number, table) {
        const { inodesPerGroup, inodeSize, blockSize } = this.superblock;
        return table * blockSize + ((number - 1) % inodesPerGroup) * inodeSize;
    }
    async #readInode(number) {
        const { inodes, inodesPerGroup, inodeSize, blocks } = this.superblock;
        if (number < 1 || number > inodes)
            throw (0,damage/* damaged */.qM)(`there is no inode ${number}`);
        const group = Math.floor((number - 1) / inodesPerGroup);
        const table = this.#tables.get(group) ?? (await this.#tableOf(group));
        if (table >= blocks)
            throw (0,damage/* damaged */.qM)(`the inodes of group ${group} are outside of the file system`);
        const bytes = await (0,inside_disk/* readWhole */.oD)(this.#cached, this.#positionOf(number, table), inodeSize);
        return decodeInode(number, bytes, this.superblock);
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
            for (let offset = start; offset < end; offset += volume_PIECE_BYTES) {
                const length = Math.min(volume_PIECE_BYTES, end - offset);
                // Small files are beside each other.
                const source = length <= SMALL_BYTES ? this.#smallFiles : this.#disk;
                yield { offset, bytes: await (0,inside_disk/* readWhole */.oD)(source, physical * blockSize + offset - start, length) };
            }
        }
    }
    /** The data in an inode. Like the kernel, it reads what is beyond them as zeros: mke2fs stores sparse files so. */
    async #inlineData(inode) {
        const rest = (await this.#storedXattrs(inode)).find(({ name }) => name === INLINE_DATA)?.value;
        const bytes = Buffer.concat([inode.map, rest ?? Buffer.alloc(0)]);
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
        if (target.includes(0))
            throw (0,damage/* damaged */.qM)(`the target of the link in inode ${inode.number} contains a zero`);
        return (0,byte_string/* byteStringFromBytes */.Pb)(target);
    }
    /** The names in a directory, in the order in which they are stored. */
    async names(inode) {
        if ((inode.flags & INODE_FLAG.encrypt) !== 0) {
            throw new damage/* UnreadableImage */.Do(`the directory in inode ${inode.number} is encrypted`);
        }
        // Each reading of the whole tree has its own limit.
        if (inode.number === ROOT_INODE)
            this.#directoryBlocks = 0;
        const found = [];
        if ((inode.flags & INODE_FLAG.inlineData) !== 0) {
            const data = await this.#inlineData(inode);
            for (const part of [data.subarray(PARENT_BYTES, MAP_BYTES), data.subarray(MAP_BYTES)])
                found.push(...namesIn(part));
            return found;
        }
        const { blockSize, blocks } = this.superblock;
        const end = Math.ceil(inode.size / blockSize);
        for await (const { logical, physical, count } of runsOf(inode, this.#cached, this.superblock)) {
            if (logical >= end)
                break;
            const wanted = Math.min(count, end - logical);
            // A block belongs to one directory only, so that a small image cannot contain endless names.
            this.#directoryBlocks += wanted;
            if (this.#directoryBlocks > blocks)
                throw (0,damage/* damaged */.qM)('its directories have more blocks than the file system');
            const step = Math.max(1, Math.floor(DIRECTORY_BYTES / blockSize));
            for (let first = 0; first < wanted; first += step) {
                const read = Math.min(step, wanted - first);
                // Not through the cache: what is around a directory is seldom used.
                const bytes = await (0,inside_disk/* readWhole */.oD)(this.#disk, (physical + first) * blockSize, read * blockSize);
                for (let at = 0; at < bytes.length; at += blockSize) {
                    if (found.length > MAX_NAMES)
                        throw new damage/* UnreadableImage */.Do('a directory has too many names');
                    for (const name of namesIn(bytes.subarray(at, at + blockSize)))
                        found.push(name);
                }
            }
        }
        return found;
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

;// CONCATENATED MODULE: ./build/inside/facts/values.js

/** A UUID in the usual groups of hexadecimal digits. */
function uuidOf(bytes) {
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
/** A text in a field of fixed size, for people. It ends at the first NUL. */
function textOf(bytes) {
    const end = bytes.indexOf(0);
    return (0,byte_string/* displayByteString */.oO)((0,byte_string/* byteStringFromBytes */.Pb)(end === -1 ? bytes : bytes.subarray(0, end)));
}
/** A time in seconds since 1970 in the form of ISO 8601. */
function values_timeOf(seconds) {
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
/**
 * The names of the bits that are set. `unknown` names a bit without a name.
 *
 * @param names by the number of the bit.
 */
function namesOfBits(word, names, unknown) {
    const found = [];
    for (let rest = BigInt(word), bit = 0; rest > 0n; rest >>= 1n, bit++) {
        if ((rest & 1n) === 1n)
            found.push(names.get(bit) ?? unknown(bit));
    }
    return found;
}

;// CONCATENATED MODULE: ./build/inside/facts/btrfs.js


// struct btrfs_super_block (include/uapi/linux/btrfs_tree.h). The names of features are those of the kernel's sysfs.
const btrfs_SUPERBLOCK_AT = 0x1_0000;
const CHECKSUMS = ['crc32c', 'xxhash64', 'sha256', 'blake2b'];
const btrfs_READ_ONLY_COMPAT = new Map([
    [0, 'free_space_tree'],
    [1, 'free_space_tree_valid'],
    [2, 'verity'],
    [3, 'block_group_tree'],
]);
const btrfs_INCOMPAT = new Map([
    [0, 'mixed_backref'],
    [1, 'default_subvol'],
    [2, 'mixed_groups'],
    [3, 'compress_lzo'],
    [4, 'compress_zstd'],
    [5, 'big_metadata'],
    [6, 'extended_iref'],
    [7, 'raid56'],
    [8, 'skinny_metadata'],
    [9, 'no_holes'],
    [10, 'metadata_uuid'],
    [11, 'raid1c34'],
    [12, 'zoned'],
    [13, 'extent_tree_v2'],
    [14, 'raid_stripe_tree'],
    [16, 'simple_quota'],
]);
/**
 * The facts of a btrfs superblock. They are shown as they are stored.
 *
 * @throws UnreadableImage if the file ends before it does.
 */
async function btrfsFacts(disk) {
    const bytes = await (0,inside_disk/* readWhole */.oD)(disk, btrfs_SUPERBLOCK_AT, 4096);
    const wide = (offset) => Number(bytes.readBigUInt64LE(offset));
    const size = wide(112);
    const used = wide(120);
    const checksum = bytes.readUInt16LE(196);
    const label = textOf(bytes.subarray(299, 299 + 256));
    return [
        { key: 'fileSystem', title: 'file system', value: 'btrfs' },
        { key: 'size', title: 'size', value: size, unit: 'bytes' },
        { key: 'used', title: 'used', value: used, unit: 'bytes' },
        { key: 'free', title: 'free', value: Math.max(0, size - used), unit: 'bytes' },
        { key: 'sectorSize', title: 'sector size', value: bytes.readUInt32LE(144), unit: 'bytes' },
        { key: 'nodeSize', title: 'node size', value: bytes.readUInt32LE(148), unit: 'bytes' },
        { key: 'devices', title: 'devices', value: wide(136) },
        { key: 'generation', title: 'generation', value: wide(72) },
        { key: 'checksum', title: 'checksum', value: CHECKSUMS[checksum] ?? `type ${checksum}` },
        { key: 'uuid', title: 'UUID', value: uuidOf(bytes.subarray(32, 48)) },
        ...(label === '' ? [] : [{ key: 'label', title: 'label', value: label }]),
        {
            key: 'features',
            title: 'features',
            value: [
                ...namesOfBits(bytes.readBigUInt64LE(180), btrfs_READ_ONLY_COMPAT, (bit) => `compat_ro bit ${bit}`),
                ...namesOfBits(bytes.readBigUInt64LE(188), btrfs_INCOMPAT, (bit) => `incompat bit ${bit}`),
            ],
        },
    ];
}

;// CONCATENATED MODULE: ./build/inside/facts/ext.js


// As in Documentation/filesystems/ext4/super.rst of the kernel. The names of features are those of e2fsprogs (lib/e2p/feature.c).
const ext_COMPAT = new Map([
    [0, 'dir_prealloc'],
    [1, 'imagic_inodes'],
    [2, 'has_journal'],
    [3, 'ext_attr'],
    [4, 'resize_inode'],
    [5, 'dir_index'],
    [6, 'lazy_bg'],
    [8, 'snapshot_bitmap'],
    [9, 'sparse_super2'],
    [10, 'fast_commit'],
    [11, 'stable_inodes'],
    [12, 'orphan_file'],
]);
const ext_INCOMPAT = new Map([
    [0, 'compression'],
    [1, 'filetype'],
    [2, 'needs_recovery'],
    [3, 'journal_dev'],
    [4, 'meta_bg'],
    [6, 'extent'],
    [7, '64bit'],
    [8, 'mmp'],
    [9, 'flex_bg'],
    [10, 'ea_inode'],
    [12, 'dirdata'],
    [13, 'metadata_csum_seed'],
    [14, 'large_dir'],
    [15, 'inline_data'],
    [16, 'encrypt'],
    [17, 'casefold'],
]);
const ext_READ_ONLY_COMPAT = new Map([
    [0, 'sparse_super'],
    [1, 'large_file'],
    [3, 'huge_file'],
    [4, 'uninit_bg'],
    [5, 'dir_nlink'],
    [6, 'extra_isize'],
    [7, 'snapshot'],
    [8, 'quota'],
    [9, 'bigalloc'],
    [10, 'metadata_csum'],
    [11, 'replica'],
    [12, 'read-only'],
    [13, 'project'],
    [14, 'shared_blocks'],
    [15, 'verity'],
    [16, 'orphan_present'],
]);
/** The bits of features that ext3 has; more than these make ext4. */
const EXT3_INCOMPAT = 0x16;
const EXT3_READ_ONLY_COMPAT = 0x7;
const HAS_JOURNAL = 0x4;
const NEEDS_RECOVERY = 0x4;
const IS_64BIT = 0x80;
const CLEAN = 0x1;
const WITH_ERRORS = 0x2;
/**
 * The facts of an ext2, ext3 or ext4 superblock. They are shown as they are stored.
 *
 * @throws UnreadableImage if the file ends before it does.
 */
async function extFacts(disk) {
    const bytes = await (0,inside_disk/* readWhole */.oD)(disk, 1024, 1024);
    const isOld = bytes.readUInt32LE(76) === 0;
    const compat = isOld ? 0 : bytes.readUInt32LE(92);
    const incompat = isOld ? 0 : bytes.readUInt32LE(96);
    const readOnlyCompat = isOld ? 0 : bytes.readUInt32LE(100);
    const wide = (low, high) => bytes.readUInt32LE(low) + ((incompat & IS_64BIT) === 0 ? 0 : bytes.readUInt32LE(high) * 2 ** 32);
    const blockSize = 2 ** (10 + (bytes.readUInt32LE(24) & 31));
    const blocks = wide(4, 336);
    const free = wide(12, 344);
    const state = bytes.readUInt16LE(58);
    const label = textOf(bytes.subarray(120, 136));
    const made = bytes.readUInt32LE(264) + bytes.readUInt8(0x276) * 2 ** 32;
    const written = bytes.readUInt32LE(48) + bytes.readUInt8(0x274) * 2 ** 32;
    const mounted = textOf(bytes.subarray(136, 200));
    return [
        { key: 'fileSystem', title: 'file system', value: revisionOf(compat, incompat, readOnlyCompat) },
        { key: 'size', title: 'size', value: blocks * blockSize, unit: 'bytes' },
        { key: 'used', title: 'used', value: Math.max(0, blocks - free) * blockSize, unit: 'bytes' },
        { key: 'free', title: 'free', value: free * blockSize, unit: 'bytes' },
        { key: 'blockSize', title: 'block size', value: blockSize, unit: 'bytes' },
        { key: 'inodes', title: 'inodes', value: bytes.readUInt32LE(0) },
        { key: 'freeInodes', title: 'free inodes', value: bytes.readUInt32LE(16) },
        { key: 'inodeSize', title: 'inode size', value: isOld ? 128 : bytes.readUInt16LE(88), unit: 'bytes' },
        { key: 'uuid', title: 'UUID', value: uuidOf(bytes.subarray(104, 120)) },
        ...(label === '' ? [] : [{ key: 'label', title: 'label', value: label }]),
        {
            key: 'features',
            title: 'features',
            value: [
                ...namesOfBits(compat, ext_COMPAT, (bit) => `FEATURE_C${bit}`),
                ...namesOfBits(incompat, ext_INCOMPAT, (bit) => `FEATURE_I${bit}`),
                ...namesOfBits(readOnlyCompat, ext_READ_ONLY_COMPAT, (bit) => `FEATURE_R${bit}`),
            ],
        },
        ...(made === 0 ? [] : [{ key: 'madeAt', title: 'made at', value: values_timeOf(made) }]),
        ...(written === 0 ? [] : [{ key: 'writtenAt', title: 'last written at', value: values_timeOf(written) }]),
        ...(mounted === '' ? [] : [{ key: 'mountedOn', title: 'last mounted on', value: mounted }]),
        { key: 'clean', title: 'clean', value: (state & CLEAN) !== 0 && (state & WITH_ERRORS) === 0 },
        { key: 'needsRecovery', title: 'needs recovery', value: (incompat & NEEDS_RECOVERY) !== 0 },
    ];
}
function revisionOf(compat, incompat, readOnlyCompat) {
    if ((incompat & ~EXT3_INCOMPAT) !== 0 || (readOnlyCompat & ~EXT3_READ_ONLY_COMPAT) !== 0)
        return 'ext4';
    return (compat & HAS_JOURNAL) === 0 ? 'ext2' : 'ext3';
}

;// CONCATENATED MODULE: ./build/inside/squashfs/superblock.js


// As in Documentation/filesystems/squashfs.rst and fs/squashfs/squashfs_fs.h of the kernel. Numbers on the disk are little-endian.
const superblock_SUPERBLOCK_BYTES = 96;
const superblock_MAGIC = 0x7371_7368;
const MIN_BLOCK_LOG = 12;
const MAX_BLOCK_LOG = 20;
const NO_TABLE = 0xffffffffffffffffn;
/** A reference is the offset of a block in its table times this number, plus the offset of a byte in the block. */
const OFFSET_UNIT = 0x1_0000;
/** The compressors by their numbers. */
const COMPRESSORS = ['gzip', 'lzma', 'lzo', 'xz', 'lz4', 'zstd'];
/**
 * Reads the superblock.
 *
 * @throws UnreadableImage if it is damaged, or is of an old version.
 */
async function superblock_readSuperblock(disk) {
    const bytes = await disk.read(0, superblock_SUPERBLOCK_BYTES);
    if (bytes.length < superblock_SUPERBLOCK_BYTES || bytes.readUInt32LE(0) !== superblock_MAGIC)
        throw (0,damage/* damaged */.qM)('it has no superblock');
    const version = `${bytes.readUInt16LE(28)}.${bytes.readUInt16LE(30)}`;
    if (version !== '4.0')
        throw new damage/* UnreadableImage */.Do(`version ${version} of its squashfs file system is not supported`);
    const compressor = COMPRESSORS[bytes.readUInt16LE(20) - 1];
    if (compressor === undefined)
        throw (0,damage/* damaged */.qM)('its compressor is not known');
    const table = (offset) => {
        const position = bytes.readBigUInt64LE(offset);
        return position === NO_TABLE ? undefined : Number(position);
    };
    const blockSize = bytes.readUInt32LE(12);
    const blockLog = bytes.readUInt16LE(22);
    const bytesUsed = Number(bytes.readBigUInt64LE(40));
    const fields = {
        idTable: table(48),
        xattrTable: table(56),
        inodeTable: table(64),
        directoryTable: table(72),
        fragmentTable: table(80),
    };
    const { idTable, inodeTable, directoryTable } = fields;
    const fragments = bytes.readUInt32LE(16);
    const ids = bytes.readUInt16LE(26);
    const isPossible = blockLog >= MIN_BLOCK_LOG &&
        blockLog <= MAX_BLOCK_LOG &&
        blockSize === 2 ** blockLog &&
        ids > 0 &&
        (fragments === 0 || fields.fragmentTable !== undefined) &&
        Object.values(fields).every((position) => position === undefined || position < bytesUsed);
    if (!isPossible || idTable === undefined || inodeTable === undefined || directoryTable === undefined) {
        throw (0,damage/* damaged */.qM)('its superblock contradicts itself');
    }
    if (inodeTable >= directoryTable)
        throw (0,damage/* damaged */.qM)('its superblock contradicts itself');
    // All limits of a reader follow from this number.
    if (bytesUsed > disk.size)
        throw (0,inside_disk/* endsEarly */.c2)();
    return {
        inodes: bytes.readUInt32LE(4),
        time: bytes.readUInt32LE(8),
        blockSize,
        fragments,
        compressor,
        flags: bytes.readUInt16LE(24),
        ids,
        root: Number(bytes.readBigUInt64LE(32)),
        bytesUsed,
        inodeTable,
        directoryTable,
        fragmentTable: fields.fragmentTable,
        idTable,
        xattrTable: fields.xattrTable,
    };
}

;// CONCATENATED MODULE: ./build/inside/facts/squashfs.js


/** By the bits of the kernel and of mksquashfs. */
const FLAGS = new Map([
    [0, 'uncompressed inodes'],
    [1, 'uncompressed data'],
    [3, 'uncompressed fragments'],
    [4, 'no fragments'],
    [5, 'always fragments'],
    [6, 'duplicates removed'],
    [7, 'exportable'],
    [8, 'uncompressed attributes'],
    [9, 'no attributes'],
    [10, 'compressor options'],
    [11, 'uncompressed owners'],
]);
/**
 * The facts of a squashfs superblock.
 *
 * @throws UnreadableImage if it is damaged, or is of an old version.
 */
async function squashfsFacts(disk) {
    const { bytesUsed, blockSize, compressor, inodes, fragments, ids, flags, time } = await superblock_readSuperblock(disk);
    return [
        { key: 'fileSystem', title: 'file system', value: 'squashfs 4.0' },
        { key: 'size', title: 'size', value: bytesUsed, unit: 'bytes' },
        { key: 'compressor', title: 'compressor', value: compressor },
        { key: 'blockSize', title: 'block size', value: blockSize, unit: 'bytes' },
        { key: 'inodes', title: 'inodes', value: inodes },
        { key: 'fragments', title: 'fragments', value: fragments },
        { key: 'owners', title: 'owners', value: ids },
        { key: 'flags', title: 'flags', value: namesOfBits(flags, FLAGS, (bit) => `bit ${bit}`) },
        { key: 'madeAt', title: 'made at', value: values_timeOf(time) },
    ];
}

;// CONCATENATED MODULE: ./build/inside/facts/xfs.js


// struct xfs_dsb (fs/xfs/libxfs/xfs_format.h). Numbers are big-endian. Features are named as in the options of mkfs.xfs.
const xfs_READ_ONLY_COMPAT = new Map([
    [0, 'finobt'],
    [1, 'rmapbt'],
    [2, 'reflink'],
    [3, 'inobtcount'],
]);
const xfs_INCOMPAT = new Map([
    [0, 'ftype'],
    [1, 'sparse'],
    [2, 'meta_uuid'],
    [3, 'bigtime'],
    [4, 'needsrepair'],
    [5, 'nrext64'],
    [6, 'exchange'],
    [7, 'parent'],
    [8, 'metadir'],
]);
const VERSION_MASK = 0xf;
const VERSION_WITH_CHECKSUMS = 5;
/**
 * The facts of an xfs superblock. They are shown as they are stored.
 *
 * @throws UnreadableImage if the file ends before it does.
 */
async function xfsFacts(disk) {
    const bytes = await (0,inside_disk/* readWhole */.oD)(disk, 0, 264);
    const wide = (offset) => Number(bytes.readBigUInt64BE(offset));
    const blockSize = bytes.readUInt32BE(4);
    const blocks = wide(8);
    const free = wide(144);
    const version = bytes.readUInt16BE(100) & VERSION_MASK;
    const features = version < VERSION_WITH_CHECKSUMS
        ? []
        : [
            'crc',
            ...namesOfBits(bytes.readUInt32BE(212), xfs_READ_ONLY_COMPAT, (bit) => `ro_compat bit ${bit}`),
            ...namesOfBits(bytes.readUInt32BE(216), xfs_INCOMPAT, (bit) => `incompat bit ${bit}`),
        ];
    const label = textOf(bytes.subarray(108, 120));
    return [
        { key: 'fileSystem', title: 'file system', value: `xfs version ${version}` },
        { key: 'size', title: 'size', value: blocks * blockSize, unit: 'bytes' },
        { key: 'used', title: 'used', value: Math.max(0, blocks - free) * blockSize, unit: 'bytes' },
        { key: 'free', title: 'free', value: free * blockSize, unit: 'bytes' },
        { key: 'blockSize', title: 'block size', value: blockSize, unit: 'bytes' },
        { key: 'sectorSize', title: 'sector size', value: bytes.readUInt16BE(102), unit: 'bytes' },
        { key: 'inodes', title: 'inodes', value: wide(128) },
        { key: 'freeInodes', title: 'free inodes', value: wide(136) },
        { key: 'inodeSize', title: 'inode size', value: bytes.readUInt16BE(104), unit: 'bytes' },
        { key: 'allocationGroups', title: 'allocation groups', value: bytes.readUInt32BE(88) },
        { key: 'logSize', title: 'log size', value: bytes.readUInt32BE(96) * blockSize, unit: 'bytes' },
        { key: 'uuid', title: 'UUID', value: uuidOf(bytes.subarray(32, 48)) },
        ...(label === '' ? [] : [{ key: 'label', title: 'label', value: label }]),
        { key: 'features', title: 'features', value: features },
    ];
}

// EXTERNAL MODULE: ./build/inside/file-system.js
var file_system = __webpack_require__(31865);
;// CONCATENATED MODULE: ./build/inside/lru-cache.js
/** A map that drops what was not used for the longest time. */
class LruCache {
    #entries = new Map();
    #limit;
    #newest;
    /** @param limit the number of entries. */
    constructor(limit) {
        this.#limit = limit;
    }
    get(key) {
        const value = this.#entries.get(key);
        // Most uses are of the same entry, and moving it costs more than a look-up.
        if (value === undefined || key === this.#newest)
            return value;
        this.#entries.delete(key);
        this.#entries.set(key, value);
        this.#newest = key;
        return value;
    }
    set(key, value) {
        this.#entries.delete(key);
        this.#entries.set(key, value);
        this.#newest = key;
        const [oldest] = this.#entries.keys();
        if (this.#entries.size > this.#limit && oldest !== undefined)
            this.#entries.delete(oldest);
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/inside/codecs/damage.js
var codecs_damage = __webpack_require__(35412);
;// CONCATENATED MODULE: ./build/inside/squashfs/compression.js



/** The largest window, as a logarithm: that of the highest level of zstd would need 128 MiB. */
const MAX_WINDOW_LOG = 23;
/** Node allocates a second buffer when the first one is full. */
const SPARE_BYTES = 64;
/**
 * The decompressor of a file system. Those that Node does not have are loaded only when they are needed.
 *
 * @throws UnreadableImage for `lzma`, the predecessor of `xz`, which the kernel does not read either.
 */
async function decompressorOf(compressor) {
    switch (compressor) {
        case 'gzip':
            return ofNode((packed, limit) => (0,external_node_zlib_.inflateSync)(packed, { maxOutputLength: limit, chunkSize: limit + SPARE_BYTES }));
        case 'zstd':
            return ofNode((packed, limit) => (0,external_node_zlib_.zstdDecompressSync)(packed, {
                maxOutputLength: limit,
                chunkSize: limit + SPARE_BYTES,
                params: { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG },
            }));
        case 'lz4':
            return (await __webpack_require__.e(/* import() */ 4707).then(__webpack_require__.bind(__webpack_require__, 74707))).decodeLz4;
        case 'lzo':
            return (await __webpack_require__.e(/* import() */ 8558).then(__webpack_require__.bind(__webpack_require__, 28558))).decodeLzo;
        case 'xz':
            return (await __webpack_require__.e(/* import() */ 8326).then(__webpack_require__.bind(__webpack_require__, 88326))).decodeXz;
        case 'lzma':
            throw new damage/* UnreadableImage */.Do('the compressor lzma of its squashfs file system is not supported', false, 'unsquashfs');
    }
}
/** The errors of Node's decompressors are about the data only. */
function ofNode(decompress) {
    return (packed, limit) => {
        try {
            return decompress(packed, limit);
        }
        catch {
            throw (0,codecs_damage/* badBlock */.Z)();
        }
    };
}

;// CONCATENATED MODULE: ./build/inside/squashfs/directory.js


const directory_HEADER_BYTES = 12;
const directory_ENTRY_BYTES = 8;
/** After one header. */
const MAX_ENTRIES = 256;
/**
 * Names in a directory that need not be in order. A small image can repeat a name any number of times, but names in ascending
 * order are different, and cannot be compressed to almost nothing.
 */
const MAX_UNSORTED = 100_000;
/**
 * The names in the entries of a directory, in the order in which they are stored. Each has a reference to its inode. The index
 * of a large directory is not needed.
 *
 * @throws UnreadableImage
 */
function directory_namesIn(entries) {
    const names = [];
    let at = 0;
    let isSorted = true;
    let previous = '';
    const advance = (count) => {
        const start = at;
        at += count;
        if (at > entries.length)
            throw (0,damage/* damaged */.qM)('a directory ends in an entry');
        return start;
    };
    while (at < entries.length) {
        const header = advance(directory_HEADER_BYTES);
        const count = entries.readUInt32LE(header) + 1;
        const table = entries.readUInt32LE(header + 4) * OFFSET_UNIT;
        if (count > MAX_ENTRIES)
            throw (0,damage/* damaged */.qM)('a directory has more entries than possible');
        for (let index = 0; index < count; index++) {
            const entry = advance(directory_ENTRY_BYTES);
            const length = entries.readUInt16LE(entry + 6) + 1;
            const start = advance(length);
            const name = entries.toString('latin1', start, start + length);
            names.push({ name, inode: table + entries.readUInt16LE(entry) });
            isSorted &&= name > previous;
            previous = name;
            if (!isSorted && names.length > MAX_UNSORTED)
                throw new damage/* UnreadableImage */.Do('a directory has too many names');
        }
    }
    return names;
}

;// CONCATENATED MODULE: ./build/inside/squashfs/inode.js



/** Kinds by the number of a basic inode. An extended inode, which has more fields, has a number that is larger by 7. */
const inode_KINDS = ['directory', 'file', 'symlink', 'block-device', 'char-device', 'fifo', 'socket'];
const BASE_BYTES = 16;
const NO_XATTR = 0xffff_ffff;
const NO_FRAGMENT = 0xffff_ffff;
/**
 * Reads the inode at a cursor.
 *
 * @throws UnreadableImage
 */
async function readInode(cursor, ids) {
    const base = cursor.takeNow(BASE_BYTES) ?? (await cursor.take(BASE_BYTES));
    const type = base.readUInt16LE(0);
    const isExtended = type > inode_KINDS.length;
    const kind = inode_KINDS[isExtended ? type - inode_KINDS.length - 1 : type - 1];
    const uid = ids[base.readUInt16LE(4)];
    const gid = ids[base.readUInt16LE(6)];
    const number = base.readUInt32LE(12);
    if (kind === undefined)
        throw (0,damage/* damaged */.qM)('an inode has an unknown type');
    if (uid === undefined || gid === undefined || number === 0)
        throw (0,damage/* damaged */.qM)(`inode ${number} is not valid`);
    const length = BODY_BYTES[kind][isExtended ? 1 : 0];
    const body = bodyOf(kind, isExtended, cursor.takeNow(length) ?? (await cursor.take(length)), cursor);
    const target = kind === 'symlink' ? await targetAt(cursor, body.size, isExtended) : undefined;
    const xattr = target === undefined ? body.xattr : target.xattr;
    return {
        number,
        kind,
        mode: base.readUInt16LE(2) & 0o7777,
        uid,
        gid,
        mtime: { seconds: base.readUInt32LE(8), nanoseconds: 0 },
        ...body,
        ...target,
        xattr: xattr === NO_XATTR ? undefined : xattr,
    };
}
/** The bytes after the base: of a basic inode, and those that an extended one has in all. */
const BODY_BYTES = {
    directory: [16, 24],
    file: [16, 40],
    symlink: [8, 8],
    'block-device': [8, 12],
    'char-device': [8, 12],
    fifo: [4, 8],
    socket: [4, 8],
};
function bodyOf(kind, isExtended, fields, cursor) {
    switch (kind) {
        case 'directory':
            return isExtended ? extendedDirectory(fields) : basicDirectory(fields);
        case 'file':
            return isExtended ? extendedFile(fields, cursor.fork()) : basicFile(fields, cursor.fork());
        case 'symlink':
            return { size: fields.readUInt32LE(4), links: fields.readUInt32LE(0), xattr: undefined };
        case 'block-device':
        case 'char-device': {
            const xattr = isExtended ? fields.readUInt32LE(8) : undefined;
            return { size: 0, links: fields.readUInt32LE(0), device: inode_deviceOf(fields.readUInt32LE(4)), xattr };
        }
        default:
            return { size: 0, links: fields.readUInt32LE(0), xattr: isExtended ? fields.readUInt32LE(4) : undefined };
    }
}
/** The target is after the fields, and after it what an extended link has. */
async function targetAt(cursor, size, isExtended) {
    if (size === 0 || size > linux_limits/* MAX_PATH_BYTES */.PR)
        throw (0,damage/* damaged */.qM)(`the target of a link has ${size} bytes`);
    const target = (0,byte_string/* byteStringFromBytes */.Pb)(await cursor.take(size));
    return { target, xattr: isExtended ? (await cursor.take(4)).readUInt32LE(0) : undefined };
}
/** The size of a directory counts three bytes for `.` and `..`, which are not stored. */
const UNSTORED_BYTES = 3;
function basicDirectory(fields) {
    const size = fields.readUInt16LE(8);
    return {
        size,
        links: fields.readUInt32LE(4),
        xattr: undefined,
        listing: {
            block: fields.readUInt32LE(0),
            offset: fields.readUInt16LE(10),
            length: Math.max(0, size - UNSTORED_BYTES),
        },
    };
}
function extendedDirectory(fields) {
    const size = fields.readUInt32LE(4);
    return {
        size,
        links: fields.readUInt32LE(0),
        xattr: fields.readUInt32LE(20),
        listing: {
            block: fields.readUInt32LE(8),
            offset: fields.readUInt16LE(18),
            length: Math.max(0, size - UNSTORED_BYTES),
        },
    };
}
function basicFile(fields, list) {
    return {
        size: fields.readUInt32LE(12),
        links: 1,
        xattr: undefined,
        data: { start: fields.readUInt32LE(0), ...fragmentOf(fields, 4), list },
    };
}
function extendedFile(fields, list) {
    const size = Number(fields.readBigUInt64LE(8));
    if (!Number.isSafeInteger(size))
        throw (0,damage/* damaged */.qM)('the size of a file is not possible');
    return {
        size,
        links: fields.readUInt32LE(24),
        xattr: fields.readUInt32LE(36),
        data: { start: Number(fields.readBigUInt64LE(0)), ...fragmentOf(fields, 28), list },
    };
}
function fragmentOf(fields, at) {
    const index = fields.readUInt32LE(at);
    return index === NO_FRAGMENT ? {} : { fragment: { index, offset: fields.readUInt32LE(at + 4) } };
}
/** In the encoding of 32 bits (new_decode_dev in linux/kdev_t.h). */
function inode_deviceOf(device) {
    return { major: (device >>> 8) & 0xfff, minor: (device & 0xff) | ((device >>> 12) & 0xf_ff00) };
}

;// CONCATENATED MODULE: ./build/inside/squashfs/metadata.js




/** The uncompressed size of a block of metadata, in bytes. Only the last of a table is smaller. */
const METADATA_BYTES = 8192;
const metadata_HEADER_BYTES = 2;
const UNCOMPRESSED = 0x8000;
/** In memory: at most 8 MiB. */
const MAX_BLOCKS = 1024;
/** Reads blocks of metadata by their positions in the image. */
class Metadata {
    #disk;
    #decompress;
    #end;
    #blocks = new LruCache(MAX_BLOCKS);
    /** No block is read at `end` or beyond. */
    constructor(disk, decompress, end) {
        this.#disk = disk;
        this.#decompress = decompress;
        this.#end = end;
    }
    /** The block in memory, or the one that is read now. */
    block(position) {
        return this.inMemory(position) ?? this.#read(position);
    }
    inMemory(position) {
        return this.#blocks.get(position);
    }
    async #read(position) {
        if (position + metadata_HEADER_BYTES > this.#end)
            throw (0,damage/* damaged */.qM)('a table is outside of the file system');
        const header = (await (0,inside_disk/* readWhole */.oD)(this.#disk, position, metadata_HEADER_BYTES)).readUInt16LE(0);
        const length = (header & ~UNCOMPRESSED) === 0 ? UNCOMPRESSED : header & ~UNCOMPRESSED;
        const next = position + metadata_HEADER_BYTES + length;
        if (length > METADATA_BYTES || next > this.#end)
            throw (0,damage/* damaged */.qM)('a table is outside of the file system');
        const stored = await (0,inside_disk/* readWhole */.oD)(this.#disk, position + metadata_HEADER_BYTES, length);
        const isStored = (header & UNCOMPRESSED) !== 0;
        // The disk keeps what it has read in larger parts.
        const bytes = isStored ? Buffer.from(stored) : this.#decompress(stored, METADATA_BYTES);
        if (bytes.length === 0)
            throw (0,damage/* damaged */.qM)('a table has an empty block');
        const block = { bytes, next };
        this.#blocks.set(position, block);
        return block;
    }
}
/** Reads structures one after the other. They can extend over blocks. */
class MetadataCursor {
    #metadata;
    #position;
    #block;
    #offset;
    /** @param position of the block in the image. `offset` is that of the byte in it. */
    constructor(metadata, position, offset = 0) {
        this.#metadata = metadata;
        this.#position = position;
        this.#offset = offset;
    }
    /** A cursor at a reference. `table` is the position of the table in the image. */
    static at(metadata, table, reference) {
        const block = Math.floor(reference / OFFSET_UNIT);
        return new MetadataCursor(metadata, table + block, reference - block * OFFSET_UNIT);
    }
    /**
     * The next `length` bytes, which must not be changed.
     *
     * @throws UnreadableImage
     */
    async take(length) {
        this.#block ??= await this.#current();
        const found = this.takeNow(length);
        if (found !== undefined)
            return found;
        const parts = [];
        for (let left = length; left > 0;) {
            const part = await this.some(left);
            parts.push(part);
            left -= part.length;
        }
        return Buffer.concat(parts);
    }
    /** The same without a promise; undefined if they are not all in one block in memory. */
    takeNow(length) {
        const block = this.#block ?? this.#metadata.inMemory(this.#position);
        const end = this.#offset + length;
        if (block === undefined || end > block.bytes.length)
            return undefined;
        this.#block = block;
        const found = block.bytes.subarray(this.#offset, end);
        this.#offset = end;
        return found;
    }
    /** At least one and at most `length` bytes: those that the current block has. */
    async some(length) {
        let block = this.#block ?? (await this.#current());
        if (this.#offset === block.bytes.length) {
            this.#position = block.next;
            this.#offset = 0;
            block = await this.#current();
        }
        const part = block.bytes.subarray(this.#offset, this.#offset + length);
        this.#offset += part.length;
        return part;
    }
    /** Another cursor at the same byte, which does not keep the block in memory. */
    fork() {
        return new MetadataCursor(this.#metadata, this.#position, this.#offset);
    }
    async #current() {
        const block = await this.#metadata.block(this.#position);
        if (this.#offset > block.bytes.length)
            throw (0,damage/* damaged */.qM)('a table refers to a byte after its block');
        this.#block = block;
        return block;
    }
}
/**
 * An entry of a table of equal entries, which an array of positions of blocks leads to.
 *
 * @param at the position of that array in the image.
 */
async function lookUp(disk, metadata, { at, index, entryBytes }) {
    const perBlock = METADATA_BYTES / entryBytes;
    const pointer = await (0,inside_disk/* readWhole */.oD)(disk, at + Math.floor(index / perBlock) * 8, 8);
    const cursor = new MetadataCursor(metadata, Number(pointer.readBigUInt64LE(0)), (index % perBlock) * entryBytes);
    return cursor.take(entryBytes);
}

;// CONCATENATED MODULE: ./build/inside/squashfs/xattrs.js





/** The prefix of a name, by its number. */
const xattrs_PREFIXES = ['user.', 'trusted.', 'security.'];
/** In the number of a prefix: the value is elsewhere, and a reference to it is here. */
const ELSEWHERE = 0x100;
const SET_BYTES = 16;
/** The values of one inode, in memory. */
const MAX_BYTES = 16 * 1024 * 1024;
/** The extended attributes of a file system. */
class SquashfsXattrs {
    #disk;
    #metadata;
    #header;
    /** The position of the attributes, and the number of sets of them. */
    #table;
    /** @param header the position of the table's header. */
    constructor(disk, metadata, header) {
        this.#disk = disk;
        this.#metadata = metadata;
        this.#header = header;
    }
    /**
     * The attributes of a set.
     *
     * @throws UnreadableImage
     */
    async read(set) {
        this.#table ??= await this.#readHeader();
        const { start, sets } = this.#table;
        if (set >= sets)
            throw (0,damage/* damaged */.qM)(`there is no set ${set} of extended attributes`);
        const fields = await lookUp(this.#disk, this.#metadata, {
            at: this.#header + SET_BYTES,
            index: set,
            entryBytes: SET_BYTES,
        });
        const cursor = this.#cursorAt(start, fields);
        const found = new Map();
        let nameBytes = 0;
        let valueBytes = 0;
        for (let left = fields.readUInt32LE(8); left > 0; left--) {
            const header = await cursor.take(4);
            const type = header.readUInt16LE(0);
            const prefix = xattrs_PREFIXES[type & (ELSEWHERE - 1)];
            if (prefix === undefined)
                throw (0,damage/* damaged */.qM)('an extended attribute has an unknown prefix');
            const suffix = await cursor.take(header.readUInt16LE(2));
            const name = (0,byte_string/* byteStringFromBytes */.Pb)(Buffer.concat([Buffer.from(prefix), suffix]));
            const inline = await valueAt(cursor);
            const isElsewhere = (type & ELSEWHERE) !== 0;
            if (isElsewhere && inline.length !== 8)
                throw (0,damage/* damaged */.qM)('the value of an extended attribute is not valid');
            const value = isElsewhere ? await valueAt(this.#cursorAt(start, inline)) : inline;
            nameBytes += name.length + 1;
            valueBytes += value.length;
            if (nameBytes > linux_limits/* MAX_XATTR_LIST_BYTES */.Um)
                throw (0,damage/* damaged */.qM)('an inode has more extended attributes than Linux reads');
            if (valueBytes > MAX_BYTES)
                throw new damage/* UnreadableImage */.Do('an inode has more than 16 MiB of extended attributes');
            found.set(name, value);
        }
        return found;
    }
    async #readHeader() {
        const header = await (0,inside_disk/* readWhole */.oD)(this.#disk, this.#header, SET_BYTES);
        return { start: Number(header.readBigUInt64LE(0)), sets: header.readUInt32LE(8) };
    }
    /** A cursor at the reference with which `bytes` begin. */
    #cursorAt(start, bytes) {
        return MetadataCursor.at(this.#metadata, start, Number(bytes.readBigUInt64LE(0)));
    }
}
async function valueAt(cursor) {
    const size = (await cursor.take(4)).readUInt32LE(0);
    if (size > linux_limits/* MAX_XATTR_VALUE_BYTES */.be)
        throw (0,damage/* damaged */.qM)('the value of an extended attribute is not valid');
    return Buffer.from(await cursor.take(size));
}

;// CONCATENATED MODULE: ./build/inside/squashfs/volume.js










/** In the length of a data block: it is not compressed. */
const volume_UNCOMPRESSED = 0x100_0000;
const FRAGMENT_BYTES = 16;
const ID_BYTES = 4;
/** Fragments in memory, in bytes. */
const MAX_FRAGMENT_BYTES = 8 * 1024 * 1024;
/** The part of a file that is read at once, in bytes of its content. */
const READ_BYTES = 1024 * 1024;
/** The entries of one directory, which are in memory. They have some millions of names. */
const MAX_LISTING_BYTES = 128 * 1024 * 1024;
/** The smallest compressed block of metadata has some bytes and a header of two. */
const MIN_STORED_BYTES = 8;
/** Reads inodes, and what belongs to them, from a squashfs file system of version 4.0. */
class SquashfsVolume {
    superblock;
    #disk;
    /** For tables. */
    #cached;
    #decompress;
    #metadata;
    #xattrs;
    #fragments;
    #turns = new turns/* Turns */.P();
    #ids = [];
    /** The bytes of all directories that have been read. */
    #listed = 0;
    constructor(superblock, disk, decompress) {
        const { bytesUsed, blockSize, xattrTable } = superblock;
        this.superblock = superblock;
        this.#disk = disk;
        this.#cached = (0,inside_disk/* cachedDisk */.C7)(disk);
        this.#decompress = decompress;
        this.#metadata = new Metadata(this.#cached, decompress, bytesUsed);
        this.#fragments = new LruCache(Math.floor(MAX_FRAGMENT_BYTES / blockSize));
        this.#xattrs = xattrTable === undefined ? undefined : new SquashfsXattrs(this.#cached, this.#metadata, xattrTable);
    }
    /** @throws UnreadableImage if the superblock is damaged, or its version or compressor is not supported. */
    static async open(disk) {
        const superblock = await superblock_readSuperblock(disk);
        const volume = new SquashfsVolume(superblock, disk, await decompressorOf(superblock.compressor));
        await volume.#readIds();
        return volume;
    }
    async #readIds() {
        const ids = [];
        for (let index = 0; index < this.superblock.ids; index++) {
            const entry = await lookUp(this.#cached, this.#metadata, {
                at: this.superblock.idTable,
                index,
                entryBytes: ID_BYTES,
            });
            ids.push(entry.readUInt32LE(0));
        }
        this.#ids = ids;
    }
    get root() {
        return this.superblock.root;
    }
    /** @throws UnreadableImage */
    inode(reference) {
        const { inodeTable, directoryTable } = this.superblock;
        if (inodeTable + reference / OFFSET_UNIT >= directoryTable)
            throw (0,damage/* damaged */.qM)('an inode is outside of its table');
        return readInode(MetadataCursor.at(this.#metadata, inodeTable, reference), this.#ids);
    }
    /** The names in a directory, in the order in which they are stored. */
    async names({ listing }) {
        if (listing === undefined)
            throw (0,damage/* damaged */.qM)('an inode is not a directory');
        const { block, offset, length } = listing;
        const { directoryTable, bytesUsed } = this.superblock;
        // A directory has one name, and its entries belong to it alone, so that a small image cannot contain endless names.
        this.#listed += length + 1;
        if (this.#listed > ((bytesUsed - directoryTable) / MIN_STORED_BYTES) * METADATA_BYTES) {
            throw (0,damage/* damaged */.qM)('its directories have more entries than the file system');
        }
        if (length > MAX_LISTING_BYTES)
            throw new damage/* UnreadableImage */.Do('a directory has too many names');
        if (length === 0)
            return [];
        const cursor = new MetadataCursor(this.#metadata, directoryTable + block, offset);
        return directory_namesIn(cursor.takeNow(length) ?? (await cursor.take(length)));
    }
    /** The target of a symbolic link. */
    target({ target }) {
        if (target === undefined)
            throw (0,damage/* damaged */.qM)('an inode is not a link');
        return target;
    }
    xattrs({ xattr, number }) {
        if (xattr === undefined)
            return Promise.resolve(new Map());
        if (this.#xattrs === undefined)
            throw (0,damage/* damaged */.qM)(`inode ${number} has extended attributes, but there are none`);
        return this.#xattrs.read(xattr);
    }
    /** The data of a file in ascending order, without its holes. */
    async *content({ size, data, number }) {
        if (data === undefined)
            return;
        const { blockSize, bytesUsed } = this.superblock;
        const blocks = data.fragment === undefined ? Math.ceil(size / blockSize) : Math.floor(size / blockSize);
        const perRead = Math.max(1, READ_BYTES / blockSize);
        const list = data.list.fork();
        let position = data.start;
        for (let index = 0; index < blocks; index += perRead) {
            const count = Math.min(perRead, blocks - index);
            const lengths = await list.take(count * 4);
            const stored = Array.from({ length: count }, (_, place) => lengths.readUInt32LE(place * 4));
            const storedBytes = stored.reduce((sum, length) => sum + (length & ~volume_UNCOMPRESSED), 0);
            const isPossible = stored.every((length) => (length & ~volume_UNCOMPRESSED) <= blockSize);
            if (!isPossible || position + storedBytes > bytesUsed)
                throw (0,damage/* damaged */.qM)(`the blocks of inode ${number} are not valid`);
            if (storedBytes > 0) {
                const bytes = await (0,inside_disk/* readWhole */.oD)(this.#disk, position, storedBytes);
                position += storedBytes;
                yield* this.#unpacked(bytes, stored, index * blockSize, size);
            }
            // Well compressed blocks are read without waiting, and signals must be handled meanwhile.
            await this.#turns.after(count * blockSize);
        }
        if (data.fragment !== undefined && size % blockSize > 0) {
            yield { offset: blocks * blockSize, bytes: await this.#tail(data.fragment, size % blockSize) };
        }
    }
    /** The contents of successive blocks; `offset` is that of the first one in the file. */
    *#unpacked(bytes, stored, offset, size) {
        const { blockSize } = this.superblock;
        let from = 0;
        for (const [place, length] of stored.entries()) {
            const at = offset + place * blockSize;
            const to = from + (length & ~volume_UNCOMPRESSED);
            // A block without bytes is a hole.
            if (to === from)
                continue;
            const packed = bytes.subarray(from, to);
            const block = (length & volume_UNCOMPRESSED) === 0 ? this.#decompress(packed, blockSize) : packed;
            if (block.length !== Math.min(blockSize, size - at))
                throw (0,damage/* damaged */.qM)('a block has less or more data than its file');
            yield { offset: at, bytes: block };
            from = to;
        }
    }
    /** The end of a file, which is in a block with the ends of others. */
    async #tail({ index, offset }, length) {
        const fragment = this.#fragments.get(index) ?? (await this.#readFragment(index));
        if (offset + length > fragment.length)
            throw (0,damage/* damaged */.qM)('a fragment has less data than its files');
        return Buffer.from(fragment.subarray(offset, offset + length));
    }
    async #readFragment(index) {
        const { fragments, fragmentTable: at, blockSize, bytesUsed } = this.superblock;
        if (at === undefined || index >= fragments)
            throw (0,damage/* damaged */.qM)(`there is no fragment ${index}`);
        const entry = await lookUp(this.#cached, this.#metadata, { at, index, entryBytes: FRAGMENT_BYTES });
        const position = Number(entry.readBigUInt64LE(0));
        const stored = entry.readUInt32LE(8);
        const length = stored & ~volume_UNCOMPRESSED;
        if (length > blockSize || position + length > bytesUsed)
            throw (0,damage/* damaged */.qM)(`fragment ${index} is not valid`);
        const packed = await (0,inside_disk/* readWhole */.oD)(this.#disk, position, length);
        const fragment = (stored & volume_UNCOMPRESSED) === 0 ? this.#decompress(packed, blockSize) : packed;
        this.#fragments.set(index, fragment);
        return fragment;
    }
}

;// CONCATENATED MODULE: ./build/inside/entry-iterator.js
/**
 * Asynchronous generators for hundreds of thousands of values. Each value of an `async function*` costs several promises, and
 * each generator around it costs as many again.
 */
/** The values of batches, one by one. */
function eachOf(batches) {
    let batch = [];
    let index = 0;
    const next = async () => {
        for (;;) {
            const found = await batches.next();
            if (found.done === true)
                return { done: true, value: undefined };
            [batch, index] = [found.value, 1];
            const [value] = batch;
            if (value !== undefined)
                return { done: false, value };
        }
    };
    return generatorOf({
        next() {
            const value = batch[index];
            if (value === undefined)
                return next();
            index += 1;
            return Promise.resolve({ done: false, value });
        },
        async return() {
            batch = [];
            await batches.return(undefined);
        },
    });
}
/** The values of a generator after a change; `fail` makes the error to throw of the one that was thrown. */
function mapEach(source, change, fail) {
    const changed = (result) => result.done === true ? { done: true, value: undefined } : { done: false, value: change(result.value) };
    const failed = (error) => {
        throw fail(error);
    };
    return generatorOf({
        next: () => source.next().then(changed, failed),
        return: () => source.return(undefined).then(() => { }, failed),
    });
}
/** A generator of these steps. After an error it ends, because the generator that threw it has ended. */
function generatorOf(steps) {
    let isOver = false;
    const end = async () => {
        if (isOver)
            return;
        isOver = true;
        await steps.return();
    };
    return {
        next: () => (isOver ? Promise.resolve({ done: true, value: undefined }) : steps.next()),
        async return(value) {
            await end();
            return { done: true, value: await value };
        },
        async throw(error) {
            await end();
            throw error;
        },
        [Symbol.asyncIterator]() {
            return this;
        },
        [Symbol.asyncDispose]: end,
    };
}

;// CONCATENATED MODULE: ./build/inside/walk.js





/** The limit of Linux for a path (PATH_MAX), with the NUL at its end. */
const MAX_PATH_BYTES = 4096;
/**
 * All names in a file system: a directory before what is in it, and the names of a directory in the order of their bytes.
 *
 * @throws UnreadableImage
 */
function walkTree(volume) {
    return eachOf(walkInBatches(volume));
}
/** Entries that are read before the first of them is used. */
const BATCH = 256;
async function* walkInBatches(volume) {
    let batch = [];
    let failure;
    const walk = walkSteps(volume, (entry) => {
        batch.push(entry);
        return batch.length >= BATCH;
    });
    while (failure === undefined) {
        const ended = await walk.next().catch((error) => {
            failure = { error };
            return { done: true };
        });
        // What is before damage is good.
        if (batch.length > 0)
            yield batch;
        batch = [];
        if (ended.done === true)
            break;
    }
    if (failure !== undefined)
        throw failure.error;
}
/** Gives the entries to `add`, and stops when it returns true. */
async function* walkSteps(volume, add) {
    const visited = new Set();
    const waiting = [{ path: '', inode: volume.root }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { path } = next;
        if (path.length > MAX_PATH_BYTES)
            throw (0,damage/* damaged */.qM)('a path has more than 4096 bytes');
        const found = volume.inode(next.inode);
        const inode = found instanceof Promise ? await found : found;
        const isLink = inode.kind === 'symlink';
        const target = isLink ? await volume.target(inode) : undefined;
        if (add(walk_entryOf(path, { inode, target }, volume)))
            yield;
        if (inode.kind !== 'directory')
            continue;
        if (visited.has(inode.number))
            throw (0,damage/* damaged */.qM)(`the directory /${(0,byte_string/* displayByteString */.oO)(path)} contains itself, or has two names`);
        visited.add(inode.number);
        const names = await volume.names(inode);
        sortNames(names);
        const prefix = path === '' ? '' : `${path}/`;
        for (const { name, inode: reference } of names.reverse()) {
            waiting.push({ path: `${prefix}${name}`, inode: reference });
        }
    }
}
/**
 * Sorts names by their bytes, and checks them.
 *
 * @throws UnreadableImage for a name that is not possible, or that is there twice.
 */
function sortNames(names) {
    // Most file systems store them in order.
    if (names.some(({ name }, index) => index > 0 && (names[index - 1]?.name ?? '') >= name)) {
        names.sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(a.name, b.name));
    }
    let previous;
    for (const { name } of names) {
        if (name === '' || name === '.' || name === '..' || name.length > linux_limits/* MAX_NAME_BYTES */.pg || /[/\0]/.test(name)) {
            throw (0,damage/* damaged */.qM)('a directory contains a name that is not possible');
        }
        if (name === previous)
            throw (0,damage/* damaged */.qM)(`a directory contains ${(0,byte_string/* displayByteString */.oO)(name)} twice`);
        previous = name;
    }
}
function walk_entryOf(path, { inode, target }, volume) {
    const { kind, mode, uid, gid, mtime, size, allocated, links, number: ino, device } = inode;
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
        ...(allocated !== undefined && { allocated }),
        links,
        ino,
        ...(target !== undefined && { target }),
        ...(device !== undefined && { device }),
        xattrs: () => volume.xattrs(inode),
        content: () => (kind === 'file' ? volume.content(inode) : (0,content/* noContent */.V$)()),
    };
}

;// CONCATENATED MODULE: ./build/inside/disk-image.js











const FACTS = {
    ext4: extFacts,
    squashfs: squashfsFacts,
    xfs: xfsFacts,
    btrfs: btrfsFacts,
};
/**
 * The file system on a disk, which is a file or is in a qcow2 image; undefined if there is none. An image whose entries
 * are not supported has facts, and an error in the place of its entries.
 *
 * @throws UnreadableImage if the image is damaged.
 */
async function openDiskImage(disk, path, isInQcow2) {
    const found = await (0,file_system/* findFileSystem */.D)(disk);
    if (found === undefined)
        return undefined;
    const { type } = found;
    const entries = await disk_image_entriesOf(type, disk, path, isInQcow2);
    return { format: type, isStream: false, entries, facts: () => FACTS[type](disk) };
}
async function disk_image_entriesOf(type, disk, path, isInQcow2) {
    if (type === 'xfs' || type === 'btrfs')
        return () => refused(unlistable(type, path, isInQcow2));
    try {
        if (type === 'squashfs') {
            const volume = await SquashfsVolume.open(disk);
            return () => walkTree(volume);
        }
        const volume = await ExtVolume.open(disk);
        return () => walkTree(volume);
    }
    catch (error) {
        if (error instanceof damage/* UnreadableImage */.Do && !error.isDamaged)
            return () => refused(error);
        throw error;
    }
}
function unlistable(type, path, isInQcow2) {
    const raw = isInQcow2 ? 'disk.img' : (0,support_text/* shellWord */.r7)(path);
    const convert = isInQcow2 ? `qemu-img convert -O raw ${(0,support_text/* shellWord */.r7)(path)} disk.img && ` : '';
    return new errors/* FledgeError */.aE('input', `cannot list the files of ${path}: fledge reads only the headers of ${type} images`, {
        fix: `mount the image, and name the directory instead: ${convert}mount -o ro,loop ${raw} /mnt`,
    });
}
// biome-ignore lint/correctness/useYield: it only throws, like entries that cannot be read.
async function* refused(error) {
    throw error;
}

;// CONCATENATED MODULE: ./build/inside/facts/gzip.js

// The header of a member (RFC 1952, 2.3).
const FIXED_BYTES = 10;
const HAS_EXTRA = 0x4;
const HAS_NAME = 0x8;
const SYSTEMS = [
    'FAT',
    'Amiga',
    'VMS',
    'Unix',
    'VM/CMS',
    'Atari TOS',
    'HPFS',
    'Macintosh',
    'Z-System',
    'CP/M',
    'TOPS-20',
    'NTFS',
    'QDOS',
    'Acorn RISCOS',
];
const UNKNOWN_SYSTEM = 255;
const LEVELS = new Map([
    [2, 'best'],
    [4, 'fastest'],
]);
/** The facts of the first header of a gzip file, whose first bytes are `head`. `size` is that of the file. */
function gzipFacts(head, size) {
    const facts = [{ key: 'compressedSize', title: 'compressed size', value: size, unit: 'bytes' }];
    if (head.length < FIXED_BYTES)
        return facts;
    const flags = head.readUInt8(3);
    const time = head.readUInt32LE(4);
    const level = head.readUInt8(8);
    const system = head.readUInt8(9);
    const name = nameIn(head, flags);
    if (name !== undefined)
        facts.push({ key: 'gzipName', title: 'name in gzip', value: name });
    // 0 means that there is none.
    if (time !== 0)
        facts.push({ key: 'gzipTime', title: 'time in gzip', value: values_timeOf(time) });
    const shown = SYSTEMS[system] ?? (system === UNKNOWN_SYSTEM ? 'unknown' : `${system}`);
    facts.push({ key: 'gzipSystem', title: 'system in gzip', value: shown });
    facts.push({ key: 'gzipLevel', title: 'level in gzip', value: LEVELS.get(level) ?? 'default' });
    return facts;
}
function nameIn(head, flags) {
    if ((flags & HAS_NAME) === 0)
        return undefined;
    const hasExtra = (flags & HAS_EXTRA) !== 0 && head.length >= FIXED_BYTES + 2;
    const start = FIXED_BYTES + (hasExtra ? 2 + head.readUInt16LE(FIXED_BYTES) : 0);
    return textOf(head.subarray(start));
}

;// CONCATENATED MODULE: ./build/inside/facts/qcow2.js
// QEMU, docs/interop/qcow2.rst. Numbers are big-endian.
const qcow2_HEADER_BYTES = 105;
/** Incompatible feature of version 3: the field for the type of compression is not 0. */
const COMPRESSION_TYPE = 1n << 3n;
const COMPRESSIONS = ['zlib', 'zstd'];
/** The facts of a qcow2 header that has been checked. `head` has its first bytes, and `size` is that of the file. */
function qcow2Facts(head, size) {
    const version = head.readUInt32BE(4);
    const hasType = version >= 3 && head.length >= qcow2_HEADER_BYTES && (head.readBigUInt64BE(72) & COMPRESSION_TYPE) !== 0n;
    const compression = hasType ? head.readUInt8(104) : 0;
    return [
        { key: 'qcow2Version', title: 'qcow2 version', value: version },
        { key: 'virtualSize', title: 'virtual size', value: Number(head.readBigUInt64BE(24)), unit: 'bytes' },
        { key: 'fileSize', title: 'size of the file', value: size, unit: 'bytes' },
        { key: 'clusterSize', title: 'cluster size', value: 2 ** head.readUInt32BE(20), unit: 'bytes' },
        { key: 'compressionType', title: 'compression type', value: COMPRESSIONS[compression] ?? `type ${compression}` },
    ];
}

// EXTERNAL MODULE: ./build/inside/magic.js
var magic = __webpack_require__(93830);
// EXTERNAL MODULE: ./build/inside/qcow2-disk.js
var qcow2_disk = __webpack_require__(72943);
// EXTERNAL MODULE: ./build/sources/image/layer/compression.js
var compression = __webpack_require__(16687);
// EXTERNAL MODULE: ./build/sources/image/layer/decompress.js + 1 modules
var decompress = __webpack_require__(76368);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(70288);
;// CONCATENATED MODULE: ./build/inside/tar.js





/** The compression of a tar archive that begins with `head`; undefined for other files, and for damaged compression. */
async function tarCompressionOf(file, head) {
    if (isHeader(head))
        return {};
    const wrapper = compressionOf(head);
    if (wrapper === undefined)
        return undefined;
    const block = Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo);
    let length = 0;
    try {
        for await (const bytes of (0,decompress/* decompress */.m)((0,stream/* piecesOf */.X)(file), wrapper)) {
            length += bytes.copy(block, length);
            if (length === tar_format/* BLOCK_BYTES */.Yo)
                break;
        }
    }
    catch (error) {
        if (!(error instanceof compression/* DecompressionError */.e))
            throw error;
    }
    return isHeader(block) ? { wrapper } : undefined;
}
function isHeader(head) {
    // A block of zeros has no valid checksum: the field of the checksum counts as spaces.
    return head.length >= tar_format/* BLOCK_BYTES */.Yo && (0,tar_format/* hasValidChecksum */.Qp)(head.subarray(0, tar_format/* BLOCK_BYTES */.Yo));
}
function compressionOf(head) {
    if ((0,magic/* isGzip */.bf)(head))
        return 'gzip';
    return head.length >= 4 && head.readUInt32LE(0) === 0xfd2f_b528 ? 'zstd' : undefined;
}

;// CONCATENATED MODULE: ./build/inside/open.js

















const NAME_AN_ARTIFACT = 'name an artifact that fledge has built, such as plugin.cpio.gz or nginx.img';
const NOT_AN_ARTIFACT = 'not an initramfs, an image of a file system, a container image or a tar archive';
/**
 * Opens an artifact: an initramfs, compressed or not; an image of a file system, raw or qcow2; a container image in an OCI
 * layout, an OCI archive or a docker archive; a tar archive of a root file system; or a directory. The contents decide, and not
 * the name. A container image can also be named with its transport, as in fledge.toml: `oci:DIRECTORY:NAME`. No field of an
 * artifact is trusted.
 *
 * @throws FledgeError `input` if it cannot be read, has no format whose entries can be read, or is damaged; `output` if
 *   temporary files cannot be written.
 */
async function openArtifact(path, options = {}) {
    try {
        const opened = await openAt(path, options);
        return {
            ...opened,
            path,
            entries: () => explained(opened.entries(), path),
            facts: () => opened.facts().catch((error) => Promise.reject(explain(error, path))),
        };
    }
    catch (error) {
        throw explain(error, path);
    }
}
async function openAt(path, options) {
    if (TRANSPORT.test(path)) {
        const { imageNamed } = await Promise.all(/* import() */[__webpack_require__.e(435), __webpack_require__.e(2581), __webpack_require__.e(8717)]).then(__webpack_require__.bind(__webpack_require__, 52476));
        const named = imageNamed(path);
        if (named !== undefined)
            return openImage(named, options);
    }
    const isDirectory = await (0,promises_.stat)(path).then((stats) => stats.isDirectory(), () => false);
    if (isDirectory && (await isOciLayout(path)))
        return openImage({ kind: 'oci', path, member: undefined, label: path }, options);
    if (isDirectory)
        return openDirectory(path, options);
    const file = await openFile(path);
    try {
        const tar = await tarCompressionOf(file, await (0,inside_disk/* diskOf */.FG)(file, magic/* HEAD_BYTES */.Lq).read(0, magic/* HEAD_BYTES */.Lq));
        if (tar === undefined)
            return { ...(await contentsOf(file, path)), close: () => file.close() };
        const opened = await openImage({ kind: 'archive', path, member: undefined, label: path }, options);
        await file.close();
        return { ...opened, ...tar };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** The beginning of an image with a transport (containers-transports(5)). */
const TRANSPORT = /^(?:docker|docker-daemon|docker-archive|oci|oci-archive|dir|containers-storage):/;
/** Modules for container images are loaded for them only. */
async function openImage(place, options) {
    const { openImage } = await Promise.all(/* import() */[__webpack_require__.e(435), __webpack_require__.e(2581), __webpack_require__.e(8717)]).then(__webpack_require__.bind(__webpack_require__, 52476));
    return openImage(place, options);
}
/** True for the directory of an OCI layout (image-spec, image-layout.md). */
function isOciLayout(directory) {
    return (0,promises_.lstat)((0,external_node_path_.join)(directory, 'oci-layout')).then((stats) => stats.isFile(), () => false);
}
async function contentsOf(file, path) {
    const { size } = await file.stat();
    const disk = (0,inside_disk/* diskOf */.FG)(file, size);
    const head = await disk.read(0, magic/* HEAD_BYTES */.Lq);
    const isCompressed = (0,magic/* isGzip */.bf)(head);
    if (isCompressed || (0,magic/* isCpio */.ON)(head)) {
        return {
            format: 'cpio',
            ...(isCompressed && { wrapper: 'gzip' }),
            isStream: true,
            entries: () => readCpioTree(file, path, isCompressed),
            facts: () => Promise.resolve(isCompressed ? gzipFacts(head, size) : []),
        };
    }
    if ((0,qcow2_disk/* isQcow2 */.hR)(head)) {
        const contents = await imageIn(await (0,qcow2_disk/* openQcow2 */.Z$)(disk), path, true);
        const facts = async () => [...qcow2Facts(head, size), ...(await contents.facts())];
        return { ...contents, wrapper: 'qcow2', facts };
    }
    return imageIn(disk, path, false);
}
async function imageIn(disk, path, isInQcow2) {
    const contents = await openDiskImage(disk, path, isInQcow2);
    if (contents !== undefined)
        return contents;
    const what = disk.size === 0 ? 'empty' : ((await (0,file_system/* describeDisk */.v)(disk)) ?? NOT_AN_ARTIFACT);
    throw new errors/* FledgeError */.aE('input', `cannot read ${path}: it is ${what}`, { fix: NAME_AN_ARTIFACT });
}
async function openFile(path) {
    try {
        return await (0,regular_file/* openRegularFile */.ZU)(path);
    }
    catch (error) {
        if (error instanceof regular_file/* NotRegularFile */.k1) {
            throw new errors/* FledgeError */.aE('input', `cannot read ${path}: it is ${error.kind}`, { fix: NAME_AN_ARTIFACT });
        }
        const missing = (0,errors/* systemCodeOf */.c7)(error) === 'ENOENT';
        throw new errors/* FledgeError */.aE('input', `cannot read ${path}: ${(0,errors/* readFailureOf */.Og)(error)}`, {
            cause: error,
            ...(missing && { fix: 'build it first: fledge build' }),
        });
    }
}
/** The same entries, whose errors name the artifact. */
function explained(entries, path) {
    const fail = (error) => explain(error, path);
    const withPath = (entry) => {
        const { xattrs, content } = entry;
        return {
            ...entry,
            xattrs: () => xattrs().catch((error) => Promise.reject(fail(error))),
            content: () => explainedContent(content(), path),
        };
    };
    return mapEach(entries, withPath, fail);
}
async function* explainedContent(pieces, path) {
    try {
        yield* pieces;
    }
    catch (error) {
        throw explain(error, path);
    }
}
/** The error for the user, which names the artifact. */
function explain(error, path) {
    if (error instanceof errors/* FledgeError */.aE || (error instanceof Error && error.name === 'AbortError'))
        return error;
    if (error instanceof qcow2_disk/* UnusableQcow2 */.ap) {
        return new errors/* FledgeError */.aE('input', `cannot read ${path}: ${error.message}`, {
            cause: error,
            fix: (0,qcow2_disk/* fixOfQcow2 */.v8)(error, path),
        });
    }
    if (error instanceof damage/* UnreadableImage */.Do) {
        return new errors/* FledgeError */.aE('input', `cannot read ${path}: ${error.message}`, {
            cause: error,
            fix: fixOfImage(error, (0,support_text/* shellWord */.r7)(path)),
        });
    }
    return new errors/* FledgeError */.aE('input', `cannot read ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error, fix: damage/* BUILD_AGAIN */.iW });
}
function fixOfImage({ isDamaged, tool }, path) {
    if (isDamaged)
        return damage/* BUILD_AGAIN */.iW;
    return tool === undefined
        ? `mount it: mount -o ro,loop ${path} /mnt`
        : `list it with another tool: ${tool} -lls ${path}`;
}


/***/ }),

/***/ 49909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Turns)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** Synchronous work between two turns of the event loop. */
const BYTES_PER_TURN = 1024 * 1024;
/** Lets the process handle signals and timers between synchronous reads. */
class Turns {
    #sinceTurn = 0;
    /** Counts work in bytes, or what takes as long as reading them. */
    async after(bytes) {
        this.#sinceTurn += bytes;
        if (this.#sinceTurn < BYTES_PER_TURN)
            return;
        this.#sinceTurn = 0;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
    }
}


/***/ })

};
