export const id = 3780;
export const ids = [3780];
export const modules = {

/***/ 1206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ BufferedOutput)
/* harmony export */ });
/** In characters. */
const PIECE_LENGTH = 64 * 1024;
/** The longest time that a line waits for others, in milliseconds. */
const MAX_WAIT = 100;
/** Prints a long result in large pieces: add text, and flush it when it is due. */
class BufferedOutput {
    #print;
    #parts = [];
    #length = 0;
    #heldBack;
    #printedAt = Date.now();
    /** `heldBack` is the number of characters at the beginning that are printed together, or at the end. */
    constructor(print, heldBack = 0) {
        this.#print = print;
        this.#heldBack = heldBack;
    }
    add(text) {
        this.#parts.push(text);
        this.#length += text.length;
    }
    /** True if enough text waits to be printed. */
    get isDue() {
        if (this.#length < this.#heldBack)
            return false;
        return this.#length >= PIECE_LENGTH || Date.now() - this.#printedAt >= MAX_WAIT;
    }
    /** Prints what was added. */
    async flush() {
        const text = this.#parts.join('');
        this.#parts = [];
        this.#length = 0;
        this.#heldBack = 0;
        this.#printedAt = Date.now();
        if (text !== '')
            await this.#print(text);
    }
}


/***/ }),

/***/ 38858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ portOf),
/* harmony export */   k: () => (/* binding */ entrypointOf)
/* harmony export */ });
/** The command line of a workload; empty if the manifest has none. */
function entrypointOf({ fields: { workload } }) {
    return [...(workload?.entrypoint ?? []), ...(workload?.args ?? [])];
}
/** The port of the address of a workload. */
function portOf({ fields: { workload } }) {
    const url = URL.parse(workload?.base_url ?? '');
    if (url === null || !/^https?:$/.test(url.protocol))
        return undefined;
    return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}


/***/ }),

/***/ 63780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  printText: () => (/* binding */ printText)
});

// EXTERNAL MODULE: ./build/compare/beside.js
var beside = __webpack_require__(41444);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
;// CONCATENATED MODULE: ./build/compare/entry-tree.js


/** All names are in memory, because only the end of a directory shows which name is its last. */
const MAX_NAMES = 500_000;
/** A directory that an archive does not name. */
const UNNAMED = { kind: 'directory', mode: 0o755 };
/**
 * The entries of an artifact as a tree, from `start`. Directories that an archive
 * does not name are in it as well. Of several entries with one path, the last one counts, as when an archive is unpacked.
 *
 * @throws FledgeError `input`, naming the artifact, if there are too many entries for the memory.
 */
async function treeOf(entries, { start, artifact, maxNames = MAX_NAMES }) {
    const root = new GrowingNode();
    let count = 0;
    const childOf = (node, name) => {
        let child = node.below.get(name);
        if (child !== undefined)
            return child;
        count += 1;
        if (count > maxNames) {
            throw new errors/* FledgeError */.aE('input', `cannot show ${artifact} as a tree: it has more than ${maxNames} names`, {
                fix: 'name a path in it, or list it without --tree',
            });
        }
        child = new GrowingNode();
        node.below.set(name, child);
        return child;
    };
    const nodeAt = (path) => (path === '' ? root : path.split('/').reduce(childOf, root));
    let last = { path: '', node: root };
    for await (const { path, kind, mode, target, device, size } of entries) {
        const slash = path.lastIndexOf('/');
        const parent = path.slice(0, Math.max(0, slash));
        if (parent !== last.path)
            last = { path: parent, node: nodeAt(parent) };
        const node = path === '' ? root : childOf(last.node, path.slice(slash + 1));
        node.size = kind === 'file' ? size : 0;
        node.entry = { kind, mode, ...(target !== undefined && { target }), ...(device !== undefined && { device }) };
    }
    return finished(start, nodeAt(start));
}
class GrowingNode {
    below = new Map();
    entry = UNNAMED;
    size = 0;
}
function finished(name, { below, entry, size }) {
    const children = Array.from(below, ([child, node]) => finished(child, node));
    children.sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(a.name, b.name));
    return { name, entry, children, size: children.reduce((total, child) => total + child.size, size) };
}

// EXTERNAL MODULE: ./build/compare/usage.js
var usage = __webpack_require__(12091);
// EXTERNAL MODULE: ./build/support/report/workflow-commands.js
var workflow_commands = __webpack_require__(30389);
// EXTERNAL MODULE: ./build/cli/buffered-output.js
var buffered_output = __webpack_require__(1206);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/cli/columns.js
var columns = __webpack_require__(1954);
// EXTERNAL MODULE: ./build/cli/inspect/beside-fields.js
var beside_fields = __webpack_require__(38858);
;// CONCATENATED MODULE: ./build/cli/inspect/facts-text.js







/** The lines about an artifact above its entries: its headers, and the files beside it. */
function factsText(artifact, { facts, beside, fileSize }, style) {
    const { path, format, wrapper } = artifact;
    // The headers of a compressed or converted file are shown with its size.
    const hasFileSize = facts.some(({ key }) => key === 'fileSize' || key === 'compressedSize');
    const rows = [
        ['artifact', path],
        ...(fileSize === undefined || hasFileSize ? [] : [['file size', sizeText(fileSize)]]),
        ['format', wrapper === undefined ? format : `${format} in ${wrapper}`],
        ...facts.flatMap(factRows),
        ...(beside.manifest === undefined ? [] : manifestRows(beside.manifest)),
        ...(beside.provenance === undefined ? [] : provenanceRows(beside.provenance)),
    ];
    const cells = rows.map(([title, value]) => [oneLine(title), oneLine(value)]);
    const lines = (0,columns/* alignColumns */.R)(cells);
    return lines.map((line, index) => `${styledTitle(line, cells[index]?.[0] ?? '', style)}\n`).join('');
}
function styledTitle(line, title, style) {
    return `${style('dim', title)}${line.slice(title.length)}`;
}
/** Longer values of a list, such as layers, have a row each. In characters. */
const LONG_VALUE = 40;
function factRows({ title, value, unit }) {
    if (typeof value === 'boolean')
        return [[title, value ? 'yes' : 'no']];
    if (typeof value === 'number')
        return [[title, unit === 'bytes' ? sizeText(value) : `${value}`]];
    if (typeof value === 'string')
        return [[title, value]];
    if (value.every(({ length }) => length <= LONG_VALUE))
        return [[title, value.join(', ')]];
    return value.map((each, index) => [index === 0 ? title : '', each]);
}
/** `1.4 MiB (1468006 bytes)`. */
function sizeText(bytes) {
    return bytes < 1024 ? (0,units/* formatBytes */.z3)(bytes) : `${(0,units/* formatBytes */.z3)(bytes)} (${bytes} bytes)`;
}
function manifestRows(manifest) {
    const { name, version } = manifest.fields;
    const entrypoint = (0,beside_fields/* entrypointOf */.k)(manifest);
    const port = (0,beside_fields/* portOf */.H)(manifest);
    return [
        [(0,external_node_path_.basename)(manifest.path), version === undefined ? name : `${name} ${version}`],
        ...(entrypoint.length === 0 ? [] : [['  entrypoint', entrypoint.map(support_text/* shellWord */.r7).join(' ')]]),
        ...(port === undefined ? [] : [['  port', `${port}`]]),
    ];
}
function provenanceRows({ path, platform, fledge, inputs }) {
    const builder = fledge === undefined ? '' : `, built by fledge ${fledge}`;
    return [
        [(0,external_node_path_.basename)(path), `${platform}${builder}`],
        ...inputs.slice(0, MAX_INPUTS).map(({ name, uri, digest }) => {
            const short = digest?.replace(/^([^:]*:.{12}).*$/s, '$1');
            return [`  ${(0,errors/* shortened */.vI)(name, 40)}`, [uri, ...(short === undefined ? [] : [short])].join(' ')];
        }),
        ...(inputs.length > MAX_INPUTS ? [['  …', `and ${inputs.length - MAX_INPUTS} more`]] : []),
    ];
}
/** A provenance has any number of mapped files. */
const MAX_INPUTS = 20;
/** In characters. */
const MAX_VALUE = 400;
/** Text of a file that can be hostile, in one line. */
function oneLine(text) {
    return (0,byte_string/* displayByteString */.oO)((0,byte_string/* byteStringFromText */.dw)((0,errors/* shortened */.vI)(text, MAX_VALUE))).replaceAll('\\\\', '\\');
}
/** The results of verified digests, one a line. */
function checksText(checks, style) {
    return checks
        .map(({ source, name, ok }) => {
        const result = ok ? style('green', 'OK') : style(['bold', 'red'], 'differs');
        return `${oneLine(source)}: ${oneLine(name)}: ${result}\n`;
    })
        .join('');
}

;// CONCATENATED MODULE: ./build/cli/inspect/listing.js

/** Formats entries as `ls -l` does: mode, links, owner and group, size or device, time in UTC, path and target. */
class Listing {
    #style;
    #modes = new Map();
    #minute = { number: Number.NaN, text: '' };
    constructor(style) {
        this.#style = style;
    }
    /** A line with its line break. The columns have fixed widths, because the entries are not known in advance. */
    line(entry) {
        const { uid, gid, size, device, links, mtime } = entry;
        const amount = device === undefined ? `${size}` : `${device.major}, ${device.minor}`;
        const owner = `${uid}:${gid}`.padEnd(9);
        return `${this.#mode(entry)} ${`${links}`.padStart(3)} ${owner} ${amount.padStart(10)} ${this.#time(mtime.seconds)} ${styledName(entry, `/${(0,byte_string/* displayByteString */.oO)(entry.path)}`, this.#style)}${targetText(entry)}\n`;
    }
    #mode({ kind, mode }) {
        const key = KINDS.indexOf(kind) * 4096 + mode;
        let text = this.#modes.get(key);
        if (text === undefined) {
            text = modeString(kind, mode);
            this.#modes.set(key, text);
        }
        return text;
    }
    #time(seconds) {
        const number = Math.floor(seconds / 60);
        if (number !== this.#minute.number)
            this.#minute = { number, text: timeText(number) };
        return this.#minute.text;
    }
}
/** The name of an entry in the colours that people know from ls(1). */
function styledName({ kind, mode }, name, style) {
    const format = kind === 'file' && (mode & 0o111) !== 0 ? EXECUTABLE : FORMATS[kind];
    return format === undefined ? name : style(format, name);
}
/** ` -> TARGET` for a symbolic link. */
function targetText({ target }) {
    return target === undefined ? '' : ` -> ${(0,byte_string/* displayByteString */.oO)(target)}`;
}
const EXECUTABLE = ['bold', 'green'];
const FORMATS = {
    directory: ['bold', 'blue'],
    symlink: ['bold', 'cyan'],
    'char-device': ['bold', 'yellow'],
    'block-device': ['bold', 'yellow'],
    fifo: 'yellow',
    socket: ['bold', 'magenta'],
};
const KIND_LETTERS = {
    file: '-',
    directory: 'd',
    symlink: 'l',
    'char-device': 'c',
    'block-device': 'b',
    fifo: 'p',
    socket: 's',
};
const KINDS = Object.keys(KIND_LETTERS);
/** As in `ls -l`, such as `-rwxr-xr-x`. */
function modeString(kind, mode) {
    const triple = (bits, special, letter) => {
        const execute = (bits & 1) !== 0;
        const last = special ? (execute ? letter : letter.toUpperCase()) : execute ? 'x' : '-';
        return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`;
    };
    return [
        KIND_LETTERS[kind],
        triple(mode >> 6, (mode & 0o4000) !== 0, 's'),
        triple(mode >> 3, (mode & 0o2000) !== 0, 's'),
        triple(mode, (mode & 0o1000) !== 0, 't'),
    ].join('');
}
/** `2024-01-01 00:00`, from minutes since 1970 in UTC. A time that no calendar has is a number of seconds. */
function timeText(minutes) {
    const date = new Date(minutes * 60_000);
    if (Number.isNaN(date.getTime()))
        return `@${minutes * 60}`;
    return date.toISOString().replace(/T(\d\d:\d\d):.*$/, ' $1');
}

;// CONCATENATED MODULE: ./build/cli/inspect/tree-text.js



/**
 * The lines of a tree as tree(1) prints it, each with its line break: a size and a name. `start` is the path of its root. The
 * last line counts the names.
 */
function* treeLines(root, start, style) {
    const counts = { directories: 0, others: 0 };
    yield lineOf(root, `/${(0,byte_string/* displayByteString */.oO)(start)}`, style);
    yield* linesBelow(root, counts, style);
    yield `\n${countText(counts.directories, 'directory', 'directories')}, ${countText(counts.others, 'other entry', 'other entries')}\n`;
}
function* linesBelow({ children }, counts, style) {
    // Without recursion: a generator in a generator passes each line through all of them.
    const open = [
        { nodes: children, next: 0, indent: '' },
    ];
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
        const node = level.nodes[level.next];
        if (node === undefined) {
            open.pop();
            continue;
        }
        level.next += 1;
        const isLast = level.next === level.nodes.length;
        if (node.entry.kind === 'directory')
            counts.directories += 1;
        else
            counts.others += 1;
        yield `${level.indent}${isLast ? '└── ' : '├── '}${lineOf(node, (0,byte_string/* displayByteString */.oO)(node.name), style)}`;
        if (node.children.length > 0) {
            open.push({ nodes: node.children, next: 0, indent: `${level.indent}${isLast ? '    ' : '│   '}` });
        }
    }
}
function lineOf({ entry, size }, name, style) {
    const { kind, device } = entry;
    const isSized = kind === 'file' || kind === 'directory';
    const amount = device !== undefined ? `${device.major}, ${device.minor}` : isSized ? (0,units/* formatBytes */.z3)(size) : '';
    return `[${amount.padStart(10)}]  ${styledName(entry, name, style)}${targetText(entry)}\n`;
}
function countText(count, one, many) {
    return `${count} ${count === 1 ? one : many}`;
}

;// CONCATENATED MODULE: ./build/cli/inspect/usage-text.js



const NAMES = new Map([
    ['file', ['file', 'files']],
    ['directory', ['directory', 'directories']],
    ['symlink', ['symbolic link', 'symbolic links']],
    ['char-device', ['character device', 'character devices']],
    ['block-device', ['block device', 'block devices']],
    ['fifo', ['fifo', 'fifos']],
    ['socket', ['socket', 'sockets']],
]);
/** The usage of an artifact for people: sums, the largest directories and the largest files. */
function usageText(usage) {
    const { size, allocated, savedByHoles, savedByLinks } = usage;
    const rows = [
        ['entries', countsText(usage)],
        ['content', sizeText(size)],
        ...(allocated === undefined ? [] : [['on the disk', sizeText(allocated)]]),
        ...(savedByHoles === undefined ? [] : [['saved by holes', sizeText(savedByHoles)]]),
        ['saved by hard links', sizeText(savedByLinks)],
    ];
    const directories = usage.directories.map(({ path, size: bytes, entries }) => [
        ...sizeAndPart(bytes, size),
        `${entries}`,
        path,
    ]);
    const files = usage.files.map(({ path, size: bytes }) => [...sizeAndPart(bytes, size), path]);
    return [
        (0,columns/* alignColumns */.R)(rows),
        ...(directories.length === 0
            ? []
            : [(0,columns/* alignColumns */.R)([['size', 'part', 'entries', 'directory'], ...directories], [0, 1, 2])]),
        ...(files.length === 0 ? [] : [(0,columns/* alignColumns */.R)([['size', 'part', 'file'], ...files], [0, 1])]),
    ]
        .map((lines) => lines.map((line) => `${line}\n`).join(''))
        .join('\n');
}
function countsText({ entries }) {
    const counts = Array.from(NAMES, ([kind, [one, many]]) => ({ count: entries[kind] ?? 0, one, many }));
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const parts = counts.flatMap(({ count, one, many }) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]));
    return `${total}: ${parts.join(', ')}`;
}
function sizeAndPart(bytes, total) {
    return [(0,units/* formatBytes */.z3)(bytes), total === 0 ? '' : `${((100 * bytes) / total).toFixed(1)} %`];
}

;// CONCATENATED MODULE: ./build/cli/inspect/print-text.js









/**
 * Prints an artifact for people: what is known about it, its entries, and the results of the verification.
 *
 * @throws FledgeError `input` if it is damaged, after the entries before the damage, or if it has another digest than stated.
 */
async function printText(inspection, form, session) {
    const { style } = session;
    const output = new buffered_output/* BufferedOutput */.j((text) => session.print((0,workflow_commands/* safeOnRunner */.L)(text)));
    const { unlisted } = inspection;
    if (unlisted !== undefined && form.kind !== 'listing')
        throw unlisted;
    try {
        if (!inspection.isPart)
            output.add(`${factsText(inspection.artifact, await inspection.about(), style)}\n`);
        if (unlisted === undefined)
            await printEntries(inspection, form, { output, style });
    }
    finally {
        await output.flush();
    }
    if (unlisted !== undefined)
        session.reporter.warn(unlisted.message, { fix: unlisted.fix });
    const checks = await inspection.check();
    if (checks.length === 0)
        return;
    output.add(`\n${checksText(checks, style)}`);
    await output.flush();
    const error = (0,beside/* errorOfChecks */.hO)(checks, inspection.artifact.path);
    if (error !== undefined)
        throw error;
}
async function printEntries({ artifact, start, entries }, form, { output, style }) {
    if (form.kind === 'usage') {
        output.add(usageText(await (0,usage/* usageOf */.F)(entries, { top: form.top, start })));
        return;
    }
    if (form.kind === 'tree') {
        const tree = await treeOf(entries, { start, artifact: artifact.path });
        for (const line of treeLines(tree, start, style)) {
            output.add(line);
            if (output.isDue)
                await output.flush();
        }
        return;
    }
    const listing = new Listing(style);
    for await (const entry of entries) {
        output.add(listing.line(entry));
        if (output.isDue)
            await output.flush();
    }
}


/***/ }),

/***/ 12091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ usageOf)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);

/**
 * Directories and inodes that are counted one by one. A hostile artifact has any number: the content of further directories
 * counts for those above them, and further hard links count as files of their own.
 */
const MAX_COUNTED = 200_000;
/** The bytes of the paths of these directories. */
const MAX_PATH_BYTES = 64 * 1024 * 1024;
/** Adds up the entries of an artifact, or of a part of it. The memory does not depend on their number. */
async function usageOf(entries, { top, start = '' }) {
    const counts = {};
    const directories = new Directories();
    const files = new Largest(top);
    const inodes = new Map();
    let size = 0;
    let allocated;
    let savedByHoles;
    for await (const entry of entries) {
        const { kind, path } = entry;
        counts[kind] = (counts[kind] ?? 0) + 1;
        directories.count(path, kind === 'directory');
        const isLinked = kind !== 'directory' && entry.links > 1;
        const inode = isLinked ? inodes.get(entry.ino) : undefined;
        if (inode !== undefined)
            inode.names += 1;
        else if (isLinked && inodes.size < MAX_COUNTED)
            inodes.set(entry.ino, { size: 0, names: 1 });
        const isFirst = inode === undefined;
        if (entry.allocated !== undefined && isFirst) {
            allocated = sum(allocated ?? 0, entry.allocated);
            if (kind === 'file')
                savedByHoles = sum(savedByHoles ?? 0, Math.max(0, entry.size - entry.allocated));
        }
        if (kind !== 'file' || entry.size === 0)
            continue;
        // In an archive, only one name of a file has its data, and it need not be the first.
        const known = inode ?? (isLinked ? inodes.get(entry.ino) : undefined);
        if (known !== undefined && known.size > 0)
            continue;
        if (known !== undefined)
            known.size = entry.size;
        size = sum(size, entry.size);
        directories.add(path, entry.size);
        files.add(path, entry.size);
    }
    let savedByLinks = 0;
    for (const inode of inodes.values())
        savedByLinks = sum(savedByLinks, inode.size * (inode.names - 1));
    return {
        entries: counts,
        size,
        ...(allocated !== undefined && { allocated }),
        ...(savedByHoles !== undefined && { savedByHoles }),
        savedByLinks,
        directories: directories.largest(top, start),
        files: files.sorted().map(({ path, size: bytes }) => ({ path: shown(path), size: bytes })),
    };
}
/** A sum of sizes that a hostile artifact states. */
function sum(a, b) {
    return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}
function shown(path) {
    return `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}`;
}
/** The largest first; those of the same size in the order of their bytes. */
function bySize(a, b) {
    return b.size - a.size || (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .compareByteStrings */ .eS)(a.path, b.path);
}
/** Keeps the largest of any number of paths. */
class Largest {
    #count;
    #kept = [];
    /** Smaller ones are not kept. */
    #least = 0;
    constructor(count) {
        this.#count = count;
    }
    add(path, size) {
        if (size < this.#least)
            return;
        this.#kept.push({ path, size });
        if (this.#kept.length < 4 * this.#count + 1000)
            return;
        this.#kept = this.sorted();
        this.#least = this.#kept.at(-1)?.size ?? 0;
    }
    sorted() {
        return this.#kept.sort(bySize).slice(0, this.#count);
    }
}
/** The sums of all directories. Those that an archive does not name are counted, too. */
class Directories {
    /** The directories that are counted one by one. Until the end, each has only what is directly in it. */
    #sums = new Map([['', { size: 0, entries: 0 }]]);
    #last;
    #pathBytes = 0;
    count(path, isDirectory) {
        if (path !== '')
            this.#above(path).entries += 1;
        if (isDirectory)
            this.#sumsOf(path);
    }
    add(path, size) {
        const sums = this.#above(path);
        sums.size = sum(sums.size, size);
    }
    /** The largest directories at and below a path, with all that is below them. */
    largest(top, start) {
        // A longer path is never above a shorter one.
        for (const [path, { size, entries }] of [...this.#sums].sort(([a], [b]) => b.length - a.length)) {
            if (path === '')
                continue;
            const above = this.#sumsOf(parentOf(path));
            above.size = sum(above.size, size);
            above.entries += entries;
        }
        const isShown = (path) => start === '' || path === start || path.startsWith(`${start}/`);
        return Array.from(this.#sums, ([path, sums]) => ({ path: path, ...sums }))
            .filter(({ path, size }) => (size > 0 || path === start) && isShown(path))
            .sort(bySize)
            .slice(0, top)
            .map(({ path, size, entries }) => ({ path: shown(path), size, entries }));
    }
    #above(path) {
        const parent = parentOf(path);
        if (this.#last?.path === parent)
            return this.#last.sums;
        const sums = this.#sumsOf(parent);
        this.#last = { path: parent, sums };
        return sums;
    }
    /** The sums of a directory, or of the nearest one above it that is counted. */
    #sumsOf(path) {
        const known = this.#sums.get(path);
        if (known !== undefined)
            return known;
        const ends = [0, ...endsOfNames(path)];
        let index = this.#lastCounted(path, ends);
        let sums = this.#sums.get(path.slice(0, ends[index])) ?? { size: 0, entries: 0 };
        while (++index < ends.length && this.#sums.size < MAX_COUNTED && this.#pathBytes < MAX_PATH_BYTES) {
            const directory = path.slice(0, ends[index]);
            sums = { size: 0, entries: 0 };
            this.#sums.set(directory, sums);
            this.#pathBytes += directory.length;
        }
        return sums;
    }
    /** All directories above a counted one are counted. A hostile path has thousands, so that they are not tried one by one. */
    #lastCounted(path, ends) {
        let [counted, missing] = [0, ends.length];
        while (missing - counted > 1) {
            const middle = Math.floor((counted + missing) / 2);
            if (this.#sums.has(path.slice(0, ends[middle])))
                counted = middle;
            else
                missing = middle;
        }
        return counted;
    }
}
/** The ends of the names in a path. */
function* endsOfNames(path) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        yield at;
    yield path.length;
}
function parentOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}


/***/ })

};
