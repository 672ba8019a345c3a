export const id = 5823;
export const ids = [5823,7485];
export const modules = {

/***/ 4769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ checkedText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12311);

/** A string schema with its own rule: `problemOf` returns the problem of a value, or undefined for a valid one. */
function checkedText(problemOf) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check((context) => {
        const problem = problemOf(context.value);
        if (problem === undefined)
            return;
        const complaint = typeof problem === 'string' ? { message: problem } : problem;
        const { message, suggestion } = complaint;
        context.issues.push({ code: 'custom', input: context.value, message, params: { suggestion } });
    });
}


/***/ }),

/***/ 28055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ withoutExplainedGaps),
/* harmony export */   Hf: () => (/* binding */ locateFindings),
/* harmony export */   YN: () => (/* binding */ findProtoKeys),
/* harmony export */   bz: () => (/* binding */ draftOf)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60410);
/* harmony import */ var _toml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45666);
/* harmony import */ var _zod_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12673);




/** Maximum lengths of a key and of a message that are shown, in characters. */
const MAX_KEY = 200;
const MAX_MESSAGE = 1000;
/** The findings as problems with positions, in the order of the text. */
function locateFindings(findings, file, locator) {
    return findings
        .map(({ path, message, suggestion, code }) => ({
        file,
        ...locator.positionOf(path),
        key: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)((0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .formatKeyPath */ .K7)(path), MAX_KEY),
        message: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(message, MAX_MESSAGE),
        ...(suggestion !== undefined && { suggestion }),
        ...(code !== undefined && { code }),
    }))
        .sort((a, b) => a.line - b.line || a.column - b.column);
}
/**
 * The valid part of `raw`: values with zod issues are removed. If the rest is still invalid (for example a table without
 * a required key), the whole top-level tables with issues are removed.
 */
function draftOf(schema, raw, issues) {
    const paths = pathsOf(issues);
    const pruned = prune(raw, [], new Set(paths.map((path) => JSON.stringify(path))));
    const first = schema.safeParse(pruned);
    if (first.success)
        return first.data;
    const tops = pathsOf(first.error.issues).map((path) => path.slice(0, 1));
    return schema.safeParse(prune(raw, [], new Set([...paths, ...tops].map((path) => JSON.stringify(path))))).data;
}
/** Findings for the key `__proto__`, which zod silently drops from records; `tables` are the records. */
function findProtoKeys(raw, tables, suggestion) {
    return tables
        .map((table) => [...table, '__proto__'])
        .filter((path) => (0,_zod_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(raw, path) !== undefined)
        .map((path) => ({ path, message: 'this name is not usable', ...(suggestion !== undefined && { suggestion }) }));
}
/**
 * Removes the finding for a missing key that is present with a typo or in another table: it is one mistake, and the
 * other finding contains the correction.
 */
function withoutExplainedGaps(findings) {
    const unknown = findings.filter((finding) => finding.about === 'unknown');
    const elsewhere = new Set(unknown.filter((other) => other.suggestion === undefined).map(({ path }) => path.at(-1)));
    const typos = new Set(unknown.map(({ path, suggestion }) => JSON.stringify([...path.slice(0, -1), suggestion])));
    return findings.filter(({ about, path }) => about !== 'missing' || !(elsewhere.has(path.at(-1)) || typos.has(JSON.stringify(path))));
}
/** The paths of issues. An array with an invalid element counts as invalid: removal would shift the other indexes. */
function pathsOf(issues) {
    return issues.flatMap((issue) => {
        const index = issue.path.findIndex((segment) => typeof segment === 'number');
        const path = index < 0 ? issue.path : issue.path.slice(0, index);
        const isInTable = issue.code === 'unrecognized_keys' && index < 0;
        return isInTable ? issue.keys.map((name) => [...path, name]) : [path];
    });
}
function prune(value, path, bad) {
    if (!(0,_toml_js__WEBPACK_IMPORTED_MODULE_2__/* .isTable */ .bI)(value))
        return value;
    return Object.fromEntries(Object.entries(value)
        .filter(([key]) => key !== '__proto__' && !bad.has(JSON.stringify([...path, key])))
        .map(([key, child]) => [key, prune(child, [...path, key], bad)]));
}


/***/ }),

/***/ 45868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ls: () => (/* binding */ locateToml),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH),
/* harmony export */   mG: () => (/* binding */ PositionMap)
/* harmony export */ });
/** No key of either file is this deep, and a text of a million dots must not need a million paths. */
const MAX_DEPTH = 8;
/** Collects positions by path while a text is walked in its order. */
class PositionMap {
    #places = new Map();
    #lines;
    /** The positions of characters with two code units, by line. */
    #pairs = new Map();
    constructor(text) {
        this.#lines = text.split('\n');
    }
    /** `line` counts from 1, `unit` (UTF-16 code units) from 0. A later explicit position replaces an `implied` one. */
    add(path, line, unit, certainty = 'explicit') {
        if (path.length > MAX_DEPTH)
            return;
        const key = JSON.stringify(path);
        const known = this.#places.get(key);
        if (known === undefined)
            this.#places.set(key, { path, line, unit });
        else if (certainty === 'explicit')
            Object.assign(known, { line, unit });
    }
    positionOf(path) {
        for (let length = Math.min(path.length, MAX_DEPTH); length > 0; length--) {
            const place = this.#places.get(JSON.stringify(path.slice(0, length)));
            if (place === undefined)
                continue;
            return { line: place.line, column: place.unit - countBelow(this.#pairsIn(place.line), place.unit) + 1 };
        }
        return { line: 1, column: 1 };
    }
    /** Cached by line: a file can have all of its problems on one long line. */
    #pairsIn(line) {
        let pairs = this.#pairs.get(line);
        if (pairs === undefined) {
            const text = this.#lines[line - 1] ?? '';
            pairs = Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index);
            this.#pairs.set(line, pairs);
        }
        return pairs;
    }
    keysOf(path) {
        const prefix = JSON.stringify(path);
        return [...this.#places.values()]
            .filter((place) => place.path.length === path.length + 1 && JSON.stringify(place.path.slice(0, -1)) === prefix)
            .map((place) => String(place.path.at(-1)));
    }
}
/** The number of values in an ascending list that are below a limit. */
function countBelow(numbers, limit) {
    let low = 0;
    for (let high = numbers.length; low < high;) {
        const middle = (low + high) >>> 1;
        if ((numbers[middle] ?? limit) < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/**
 * The positions of the keys of a TOML text, which must be valid. If the parser with positions rejects it, every position
 * is 1:1. That parser is loaded only here, because most runs need no position.
 */
async function locateToml(text) {
    const { parseTOML } = await __webpack_require__.e(/* import() */ 9605).then(__webpack_require__.bind(__webpack_require__, 9605));
    const map = new PositionMap(text);
    try {
        const [top] = parseTOML(text, { tomlVersion: 'next' }).body;
        for (const node of top.body) {
            if (node.type === 'TOMLTable')
                addTable(map, node);
            else
                addKeyValue(map, node, []);
        }
    }
    catch {
        // Positions are optional: a disagreement between the two parsers must not hide the error itself.
    }
    return map;
}
function addTable(map, table) {
    const { line, column } = table.loc.start;
    const path = table.resolvedKey.slice(0, MAX_DEPTH + 1);
    for (let length = 1; length < path.length; length++)
        map.add(path.slice(0, length), line, column, 'implied');
    map.add(path, line, column);
    for (const node of table.body)
        addKeyValue(map, node, path);
}
function addKeyValue(map, node, base) {
    let path = base;
    for (const key of node.key.keys.slice(0, MAX_DEPTH + 1)) {
        path = [...path, key.type === 'TOMLBare' ? key.name : key.value];
        map.add(path, key.loc.start.line, key.loc.start.column, 'implied');
    }
    addValue(map, node.value, path);
}
function addValue(map, value, path) {
    if (path.length > MAX_DEPTH)
        return;
    if (value.type === 'TOMLInlineTable') {
        for (const node of value.body)
            addKeyValue(map, node, path);
    }
    else if (value.type === 'TOMLArray') {
        for (const [index, element] of value.elements.entries()) {
            map.add([...path, index], element.loc.start.line, element.loc.start.column);
            addValue(map, element, [...path, index]);
        }
    }
}


/***/ }),

/***/ 10755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checkSource)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60410);





/** Far above the size of any config; a larger file is probably an artifact that was named by mistake. */
const MAX_BYTES = 1024 * 1024;
const REPLACEMENT_CHARACTER = Buffer.from('\ufffd');
/**
 * The text of a config file, without its byte order mark.
 *
 * @throws `missing` if the file does not exist; FledgeError `config` if it is not a regular file, too large, not UTF-8, or
 *   cannot be read.
 */
async function readSourceText(path, missing) {
    return decodeSourceText(await readBytes(path, missing), path);
}
/**
 * Reads a config file and passes its text to `check`. Problems quote the text. They are not shown if the file is a link
 * out of its directory, or into `.git`: the author of a config must not be able to print files of the machine that
 * builds.
 *
 * @throws FledgeError as `readSourceText` and `check` do.
 */
async function checkSource(path, missing, check) {
    try {
        return await check(await readSourceText(path, missing));
    }
    catch (error) {
        const [first] = (0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error);
        const target = first === undefined ? undefined : await targetElsewhere(path);
        if (first === undefined || target === undefined)
            throw error;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot use ${path}: line ${first.line} is wrong (not shown, because the file is a link to ${target})`, { fix: 'replace the link by the file itself' });
    }
}
/** The target of a link if it is outside the link's directory, or in `.git`. */
async function targetElsewhere(path) {
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    const steps = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(directory, target).split('/');
    return steps[0] === '..' || steps.includes('.git') ? target : undefined;
}
/**
 * Decodes UTF-8, without its byte order mark.
 *
 * @throws FledgeError `config` if the file is binary, or with the position of the first byte that is not UTF-8.
 */
function decodeSourceText(bytes, file) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)([{ file, line: 1, column: 1, key: undefined, message: 'this is UTF-16; save it as UTF-8' }]);
    }
    if (bytes.includes(0)) {
        const message = 'this is not UTF-8 text: it contains NUL characters, as a binary file or UTF-16 does';
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)([{ file, line: 1, column: 1, key: undefined, message }]);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)([firstInvalidByte(bytes, file)]);
    }
}
async function readBytes(path, missing) {
    try {
        return await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(path, MAX_BYTES);
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .NotRegularFile */ .k1)
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot read ${path}: it is not a regular file, but ${error.kind}`);
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .FileTooLarge */ .Sv) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot read ${path}: it has ${error.bytes} bytes, and a config has at most ${MAX_BYTES}`);
        }
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR') {
            if (!(await isLink(path)))
                throw missing();
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot read ${path}: it is a link to a file that does not exist`);
        }
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot read ${path}: ${reasonOf(code) ?? (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function isLink(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined))?.isSymbolicLink() === true;
}
function reasonOf(code) {
    if (code === 'EACCES')
        return 'permission denied';
    return code === 'ELOOP' ? 'the path is a loop of symbolic links' : undefined;
}
function firstInvalidByte(bytes, file) {
    let line = 1;
    let column = 1;
    let offset = 0;
    // Invalid bytes are decoded as U+FFFD; a U+FFFD that is in the file has its own bytes.
    for (const character of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) {
        if (character === '\ufffd' && !REPLACEMENT_CHARACTER.equals(bytes.subarray(offset, offset + 3)))
            break;
        offset += Buffer.byteLength(character);
        if (character === '\n')
            [line, column] = [line + 1, 1];
        else if (character !== '\ufeff' || offset > 3)
            column++;
    }
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
    return { file, line, column, key: undefined, message: `byte 0x${byte} is not UTF-8; save the file as UTF-8` };
}


/***/ }),

/***/ 69374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ vocabularyOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12311);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1318);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62625);



/**
 * Builds the explanations of unknown keys from the schema of a file. `elsewhere` has the top-level names of the file that
 * this one is most often confused with.
 */
function vocabularyOf(schema, words, elsewhere) {
    const top = Object.keys(schema.shape);
    const tables = top.filter((name) => keysAt(schema, [name]).length > 0);
    return {
        ...words,
        namesAt: (path) => keysAt(schema, path),
        explain(name, path) {
            const owners = tables.filter((table) => table !== path[0] && keysAt(schema, [table]).includes(name));
            const places = owners.map((table) => `in [${table}]`);
            if (path.length > 0 && top.includes(name))
                places.unshift(topLevelPlace(schema, name));
            if (places.length > 0)
                return `belongs ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listWithOr */ .CO)(places)}`;
            const isForeign = path.length === 0 && elsewhere.names.includes(name) && (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, top) === undefined;
            return isForeign ? `belongs in ${elsewhere.file}` : undefined;
        },
    };
}
function topLevelPlace(schema, name) {
    const value = unwrap(schema.shape[name]);
    const isTable = value instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH || value instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodRecord */ .b8S;
    return isTable ? `at the top level, as [${name}]` : 'at the top of the file, before the first [table]';
}
/** The keys of the table at a path; empty if there is no table, or if its keys are arbitrary. */
function keysAt(schema, path) {
    const value = unwrap(schema);
    const [first, ...rest] = path;
    if (value instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodUnion */ .fZ7)
        return value.options.flatMap((option) => keysAt(option, path));
    if (first === undefined)
        return value instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH ? Object.keys(value.shape) : [];
    if (value instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH)
        return keysAt(value.shape[String(first)], rest);
    if (value instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodRecord */ .b8S)
        return keysAt(value.valueType, rest);
    return value instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA ? keysAt(value.element, rest) : [];
}
function unwrap(schema) {
    return schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU ? unwrap(schema.unwrap()) : schema;
}


/***/ }),

/***/ 25423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   J8: () => (/* binding */ fileChanged),
/* harmony export */   Sv: () => (/* binding */ FileTooLarge),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   ZU: () => (/* binding */ openRegularFile),
/* harmony export */   Ze: () => (/* binding */ isRegularFile),
/* harmony export */   k1: () => (/* binding */ NotRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** A path does not lead to a regular file; `kind` names its type, as in `a fifo`. */
class NotRegularFile extends Error {
    name = 'NotRegularFile';
    kind;
    constructor(path, kind) {
        super(`${path} is ${kind}, not a regular file`);
        this.kind = kind;
    }
}
/** A file is larger than its limit. */
class FileTooLarge extends Error {
    name = 'FileTooLarge';
    /** The number of bytes known when reading stopped; the file can be larger. */
    bytes;
    constructor(path, bytes, maxBytes) {
        super(`${path} has ${bytes} bytes; more than ${maxBytes} are not read`);
        this.bytes = bytes;
    }
}
/** The error for a file that was read before and has other bytes now. */
function fileChanged(label) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label}: it changed during the build`, {
        fix: 'build again when no other process writes to the file',
    });
}
/** True if a path leads to a regular file; false if it does not, or cannot be examined. */
function isRegularFile(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).then((stats) => stats.isFile(), () => false);
}
/**
 * Opens an untrusted file for reading. Only a regular file is opened: opening another type can block for ever, or affect
 * a device. If a fifo replaces the file in the meantime, its open does not block. Links are followed.
 *
 * @throws NotRegularFile, or the error of the system.
 */
async function openRegularFile(path) {
    requireRegular(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path));
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY);
    try {
        requireRegular(path, await handle.stat());
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/**
 * All bytes of an untrusted file. It does not read more than `maxBytes`, even if the size is wrong (files of /proc) or
 * grows.
 *
 * @throws NotRegularFile, FileTooLarge, or the error of the system.
 */
async function readRegularFile(path, maxBytes) {
    const handle = await openRegularFile(path);
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
/** The growth of the buffer for a file whose size from stat is wrong, beyond doubling. */
const GROWTH_BYTES = 64 * 1024;
/**
 * All bytes of an open file, from its start.
 *
 * @throws FileTooLarge, or the error of the system.
 */
async function readBounded(handle, path, maxBytes) {
    const { size } = await handle.stat();
    if (size > maxBytes)
        throw new FileTooLarge(path, size, maxBytes);
    // One byte more than the size from stat shows whether the size is right. Such a read seldom needs a second buffer.
    let data = Buffer.allocUnsafeSlow(size + 1);
    let length = 0;
    for (;;) {
        if (length === data.length)
            data = Buffer.concat([data], Math.min(2 * length + GROWTH_BYTES, maxBytes + 1));
        const { bytesRead } = await handle.read(data, length, data.length - length, length);
        if (bytesRead === 0)
            return data.subarray(0, length);
        length += bytesRead;
        if (length > maxBytes)
            throw new FileTooLarge(path, length, maxBytes);
    }
}
function requireRegular(path, stats) {
    if (!stats.isFile())
        throw new NotRegularFile(path, kindOfStats(stats));
}
/** The type of a file that is not regular. */
function kindOfStats(stats) {
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a fifo';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}


/***/ }),

/***/ 26471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PR: () => (/* binding */ MAX_PATH_BYTES),
/* harmony export */   Um: () => (/* binding */ MAX_XATTR_LIST_BYTES),
/* harmony export */   VZ: () => (/* binding */ MAX_MINOR),
/* harmony export */   be: () => (/* binding */ MAX_XATTR_VALUE_BYTES),
/* harmony export */   dJ: () => (/* binding */ MAX_MAJOR),
/* harmony export */   oG: () => (/* binding */ MAX_SYMLINKS),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   rf: () => (/* binding */ MAX_XATTR_NAME_BYTES),
/* harmony export */   xy: () => (/* binding */ MAX_OWNER)
/* harmony export */ });
/*
 * Limits of the Linux kernel for every file system. Source: linux/limits.h, unless another file is named.
 */
/** NAME_MAX: bytes of a file name. */
const MAX_NAME_BYTES = 255;
/** PATH_MAX without the NUL: bytes of a path, and of the target of a symbolic link. */
const MAX_PATH_BYTES = 4095;
/** MAXSYMLINKS: symbolic links that are followed in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;
/** A device number has 12 bits for the major number and 20 for the minor (MINORBITS in linux/kdev_t.h). */
const MAX_MAJOR = 2 ** 12 - 1;
const MAX_MINOR = 2 ** 20 - 1;
/** The largest user or group ID. (uid_t)-1 means "unchanged" (chown(2)) and cannot own a file. */
const MAX_OWNER = 2 ** 32 - 2;
/** XATTR_NAME_MAX: bytes of the name of an extended attribute. */
const MAX_XATTR_NAME_BYTES = 255;
/** XATTR_SIZE_MAX: bytes of its value. */
const MAX_XATTR_VALUE_BYTES = 65_536;
/** XATTR_LIST_MAX: bytes of the names of one inode, each with its NUL; listxattr(2) lists no more. */
const MAX_XATTR_LIST_BYTES = 65_536;


/***/ })

};
