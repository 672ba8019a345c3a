export const id = 4131;
export const ids = [4131];
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

/***/ 14131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  printDocument: () => (/* binding */ printDocument)
});

// EXTERNAL MODULE: ./build/compare/beside.js
var beside = __webpack_require__(41444);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
;// CONCATENATED MODULE: ./build/compare/inspect.js

/** @throws FledgeError `input` if the extended attributes of an entry are damaged. */
async function inspectEntry(entry) {
    const { path, kind, mode, uid, gid, size, mtime, links, target, device } = entry;
    const xattrs = await entry.xattrs();
    return {
        path: `/${(0,byte_string/* displayByteString */.oO)(path)}`,
        kind,
        mode: mode.toString(8).padStart(4, '0'),
        uid,
        gid,
        size,
        mtime: mtime.seconds,
        links,
        ...(target !== undefined && { target: (0,byte_string/* displayByteString */.oO)(target) }),
        ...(device !== undefined && { device: [device.major, device.minor] }),
        ...(xattrs.size > 0 && {
            xattrs: Object.fromEntries(Array.from(xattrs, ([name, value]) => [(0,byte_string/* displayByteString */.oO)(name), value.toString('base64')])),
        }),
    };
}

// EXTERNAL MODULE: ./build/compare/usage.js
var compare_usage = __webpack_require__(12091);
// EXTERNAL MODULE: ./build/support/report/json-text.js
var json_text = __webpack_require__(67277);
// EXTERNAL MODULE: ./build/cli/buffered-output.js
var buffered_output = __webpack_require__(1206);
// EXTERNAL MODULE: ./build/cli/inspect/beside-fields.js
var beside_fields = __webpack_require__(38858);
;// CONCATENATED MODULE: ./build/cli/inspect/print-document.js







/**
 * In characters: several hundred thousand entries. So much of a document is held back, so that an error in the middle can be
 * the result. It has a limit, because a hostile artifact has any number of entries.
 */
const MAX_HELD_BACK = 64 * 1024 * 1024;
/**
 * Prints an artifact as JSON: with its entries, or with its usage if `usageTop` is the number of directories and files in it.
 *
 * @throws FledgeError `input` if it is damaged, or if it has another digest than stated.
 */
async function printDocument(inspection, { usageTop: top }, session) {
    const { entries, start, unlisted } = inspection;
    if (unlisted !== undefined && top !== undefined)
        throw unlisted;
    const head = headOf(inspection, await inspection.about());
    let checks = [];
    if (unlisted !== undefined) {
        session.reporter.warn(unlisted.message, { fix: unlisted.fix });
        checks = await inspection.check();
        await session.printJson({ ...head, ...tailOf(checks) });
    }
    else if (top !== undefined) {
        const usage = await (0,compare_usage/* usageOf */.F)(entries, { top, start });
        checks = await inspection.check();
        await session.printJson({ ...head, usage, ...tailOf(checks) });
    }
    else {
        const output = new buffered_output/* BufferedOutput */.j((text) => session.print(text), MAX_HELD_BACK);
        output.add(`${(0,json_text/* jsonText */.s)(head, 2).replace(/\n\}$/, '')},\n  "entries": [`);
        let separator = '\n';
        for await (const entry of entries) {
            const document = await inspectEntry(entry);
            output.add(`${separator}    ${JSON.stringify(document)}`);
            separator = ',\n';
            if (output.isDue)
                await output.flush();
        }
        checks = await inspection.check();
        const tail = (0,json_text/* jsonText */.s)(tailOf(checks), 2).replace(/^\{\n?|\n?\}$/g, '');
        output.add(`${separator === '\n' ? '' : '\n  '}]${tail === '' ? '' : `,\n${tail}`}\n}\n`);
        await output.flush();
    }
    const error = (0,beside/* errorOfChecks */.hO)(checks, inspection.artifact.path);
    if (error !== undefined)
        throw error;
}
/** The fields before the entries. */
function headOf({ artifact, start, isPart }, { facts, beside, fileSize }) {
    const { path, format, wrapper } = artifact;
    const { manifest, provenance } = beside;
    return {
        path,
        ...(isPart && { below: `/${(0,byte_string/* displayByteString */.oO)(start)}` }),
        format,
        ...(wrapper !== undefined && { wrapper }),
        ...(fileSize !== undefined && { fileSize }),
        facts: Object.fromEntries(facts.map(({ key, value }) => [key, value])),
        ...(manifest !== undefined && { manifest: manifestOf(manifest) }),
        ...(provenance !== undefined && { provenance: provenanceOf(provenance) }),
    };
}
function manifestOf(manifest) {
    const { name, version } = manifest.fields;
    const port = (0,beside_fields/* portOf */.H)(manifest);
    return {
        path: manifest.path,
        name,
        ...(version !== undefined && { version }),
        entrypoint: (0,beside_fields/* entrypointOf */.k)(manifest),
        ...(port !== undefined && { port }),
    };
}
function provenanceOf(provenance) {
    const { path, platform, strategy, fledge, inputs } = provenance;
    return {
        path,
        platform,
        ...(strategy !== undefined && { strategy }),
        ...(fledge !== undefined && { fledge }),
        inputs: inputs.map(({ name, uri, digest }) => ({ name, uri, ...(digest !== undefined && { digest }) })),
    };
}
/** The field after the entries, if digests were verified. */
function tailOf(checks) {
    return checks.length === 0 ? {} : { checksums: { ok: checks.every(({ ok }) => ok), files: checks } };
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
