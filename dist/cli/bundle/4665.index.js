export const id = 4665;
export const ids = [4665,8372];
export const modules = {

/***/ 82400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDir: () => (/* binding */ runDir),
  runList: () => (/* binding */ runList),
  runPrune: () => (/* binding */ runPrune),
  runSize: () => (/* binding */ runSize),
  runVerify: () => (/* binding */ runVerify)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/sources/cache/entries.js
var cache_entries = __webpack_require__(17488);
// EXTERNAL MODULE: ./build/sources/cache/limit.js
var cache_limit = __webpack_require__(88251);
// EXTERNAL MODULE: ./build/sources/cache/origins.js
var cache_origins = __webpack_require__(20219);
// EXTERNAL MODULE: ./build/sources/cache/prune.js
var prune = __webpack_require__(28372);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/sources/cache/own-directory.js
var own_directory = __webpack_require__(67190);
// EXTERNAL MODULE: ./build/sources/cache/use.js
var use = __webpack_require__(68387);
;// CONCATENATED MODULE: ./build/sources/cache/verify.js







/**
 * Computes the digest of each file of a cache, and compares it with the file's name. It does not count as a use of the file.
 *
 * @throws FledgeError `output` if another user can write to the cache, or a damaged file cannot be removed.
 */
async function verifyCache(directory, options) {
    const { entries, ignored } = (0,cache_entries/* readCache */.xe)(directory);
    const total = (0,prune/* sizeOf */.$d)(entries);
    const checked = [];
    const damaged = [];
    const progress = options.reporter.progress('verify the cache', 'bytes');
    let done = 0;
    try {
        for (const entry of entries) {
            const found = await digestOf(entry, (bytes) => {
                done += bytes;
                progress.update(done, total);
            });
            // It was removed meanwhile, or replaced by a file that its build has verified.
            if (found === undefined)
                continue;
            checked.push(entry);
            if (found === entry.digest)
                continue;
            damaged.push({ ...entry, found });
            // At once, because a build may replace it later.
            if (options.removes)
                await removeDamaged(directory, entry);
        }
    }
    finally {
        progress.end();
    }
    return { checked, size: (0,prune/* sizeOf */.$d)(checked), damaged, ignored };
}
async function removeDamaged(directory, entry) {
    await (0,prune/* prepareRemoval */.m4)(directory);
    (0,prune/* removeEntry */.b4)(directory, entry, { evenIfUsed: true });
}
/** The digest of a file's content, or why it cannot be read. Undefined if the file is not the listed one any more. */
async function digestOf({ path, digest, stats }, onRead) {
    const [algorithm = ''] = digest.split(':');
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    try {
        const handle = await (0,use/* openForReading */.sb)(path);
        try {
            if ((await handle.stat({ bigint: true })).ino !== stats.ino)
                return undefined;
            for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })) {
                hash.update(chunk);
                onRead(chunk.length);
            }
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
            return undefined;
        // A sector that cannot be read is damage; a missing permission is not.
        if (code === 'EIO')
            return 'the disk cannot read it';
        throw (0,own_directory/* cacheError */.jp)(path, 'verify the cached file', error);
    }
    return `${algorithm}:${hash.digest('hex')}`;
}

// EXTERNAL MODULE: ./build/sources/cache.js
var cache = __webpack_require__(8359);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/cli/columns.js
var columns = __webpack_require__(1954);
;// CONCATENATED MODULE: ./build/cli/cache-commands.js











/** Prints the directory of the cache. */
async function runDir({ json }, session) {
    const directory = directoryOfCache();
    await (json
        ? session.printJson({ directory })
        : session.print(`${(0,byte_string.printable)(directory)}\n`));
}
/** Prints the size of the cache and its limit. */
async function runSize({ json }, session) {
    const directory = directoryOfCache();
    const limit = (0,cache_limit/* cacheLimitOf */.l)(process.env);
    const { entries, ignored } = (0,cache_entries/* readCache */.xe)(directory);
    const size = (0,prune/* sizeOf */.$d)(entries);
    if (json) {
        const document = { directory, files: entries.length, size, limit: limit ?? null, ignored };
        return session.printJson(document);
    }
    const most = limit === undefined ? 'no limit' : `limit ${(0,units/* formatBytes */.z3)(limit)}`;
    await session.print(`${(0,units/* formatBytes */.z3)(size)} in ${(0,support_text/* counted */.hS)(entries.length, 'file')} (${most})\n`);
}
/** Prints the files of the cache, the last used one first. */
async function runList({ json }, session) {
    const directory = directoryOfCache();
    const { entries, ignored } = (0,cache_entries/* readCache */.xe)(directory);
    const origins = await (0,cache_origins/* readOrigins */.aI)(directory);
    const sorted = entries.toSorted((a, b) => b.lastUsed - a.lastUsed);
    const size = (0,prune/* sizeOf */.$d)(entries);
    if (json) {
        const described = sorted.map((entry) => describe(entry, origins.get(entry.digest)));
        const limit = (0,cache_limit/* cacheLimitOf */.l)(process.env) ?? null;
        return session.printJson({ directory, size, limit, files: described, ignored });
    }
    for (const line of tableOf(sorted, origins))
        await session.print(`${line}\n`);
    await session.print((0,byte_string.printable)(`${(0,units/* formatBytes */.z3)(size)} in ${(0,support_text/* counted */.hS)(entries.length, 'file')} in ${directory}\n`));
    reportIgnored(ignored, session);
}
/** Prunes the cache, and prints what was removed. */
async function runPrune(options, session) {
    const directory = directoryOfCache();
    const { all, dryRun: isDryRun = false, json } = options;
    const isLimited = options.olderThan === undefined && options.maxSize === undefined;
    const { removed, freed, kept, size, inUse, ignored } = await (0,prune.pruneCache)(directory, {
        olderThan: all ? Number.NEGATIVE_INFINITY : options.olderThan,
        maxBytes: isLimited && !all ? (0,cache_limit/* cacheLimitOf */.l)(process.env) : options.maxSize,
        isDryRun,
    });
    if (json) {
        const described = removed.map((entry) => describe(entry, undefined));
        return session.printJson({
            ...{ directory, dryRun: isDryRun, removed: described, freed },
            ...{ kept: { files: kept.length, size }, inUse, ignored },
        });
    }
    if (isDryRun)
        for (const { digest } of removed)
            await session.print(`${digest}\n`);
    const verb = isDryRun ? 'would remove' : 'removed';
    const rest = `${(0,units/* formatBytes */.z3)(size)} in ${(0,support_text/* counted */.hS)(kept.length, 'file')} ${isDryRun ? 'would stay' : 'stay'}`;
    await session.print((0,byte_string.printable)(`${verb} ${(0,support_text/* counted */.hS)(removed.length, 'file')} (${(0,units/* formatBytes */.z3)(freed)}) in ${directory}; ${rest}\n`));
    if (inUse > 0)
        session.reporter.info(`a running build uses ${(0,support_text/* counted */.hS)(inUse, 'file')} that would be removed otherwise`);
    reportIgnored(ignored, session);
}
/** Verifies the files of the cache, and prints damaged ones. */
async function runVerify({ dryRun = false, json }, session) {
    const directory = directoryOfCache();
    const result = await verifyCache(directory, { removes: !dryRun, reporter: session.reporter });
    const { checked, size, damaged, ignored } = result;
    if (damaged.length > 0)
        session.exitStatus = 1;
    if (json) {
        const described = damaged.map((entry) => ({ ...describe(entry, undefined), found: entry.found }));
        return session.printJson({
            ...{ directory, checked: { files: checked.length, size } },
            ...{ damaged: described, removed: !dryRun, ignored },
        });
    }
    for (const { path, found } of damaged)
        await session.print((0,byte_string.printable)(`damaged: ${path} (${found})\n`));
    const end = damaged.length === 0 ? 'all are intact' : `${damaged.length} damaged${dryRun ? '' : ' and removed'}`;
    await session.print(`checked ${(0,support_text/* counted */.hS)(checked.length, 'file')} (${(0,units/* formatBytes */.z3)(size)}): ${end}\n`);
    reportIgnored(ignored, session);
}
function directoryOfCache() {
    return (0,cache/* cacheDirectoryOf */.N2)(process.env, { home: external_node_os_.homedir, cwd: process.cwd() });
}
function reportIgnored(ignored, session) {
    if (ignored.length === 0)
        return;
    const [first = ''] = ignored;
    session.reporter.info(`${(0,support_text/* counted */.hS)(ignored.length, 'other entry', 'other entries')} in the cache, such as ${first}, did not come from fledge, or other users can change them; they are ignored`);
}
function describe(entry, origin) {
    const { digest, size, lastUsed, path } = entry;
    return {
        ...{ digest, kind: kindOf(entry, origin), size, lastUsed: new Date(lastUsed).toISOString() },
        ...(origin !== undefined && { origin: origin.origin }),
        path,
    };
}
function kindOf({ store }, origin) {
    return origin?.kind ?? (store === 'image' ? 'image blob' : 'download');
}
const SIZE_COLUMN = 1;
function tableOf(entries, origins) {
    if (entries.length === 0)
        return [];
    const rows = entries.map((entry) => {
        const origin = origins.get(entry.digest);
        const used = new Date(entry.lastUsed).toISOString().slice(0, 16).replace('T', ' ');
        return [kindOf(entry, origin), (0,units/* formatBytes */.z3)(entry.size), used, entry.digest.slice(0, 19), origin?.origin ?? ''];
    });
    return (0,columns/* alignColumns */.R)([['KIND', 'SIZE', 'LAST USE (UTC)', 'DIGEST', 'ORIGIN'], ...rows], [SIZE_COLUMN]).map(byte_string.printable);
}


/***/ }),

/***/ 17488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   xe: () => (/* binding */ readCache)
/* harmony export */ });
/* unused harmony exports STORES, isEntryName */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _origins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20219);
/* harmony import */ var _own_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67190);





/** The directories with cached files, relative to the cache; builds and the Actions cache know them, too. */
const STORES = (/* unused pure expression or super */ null && (['sha256', 'blobs']));
/** Relative paths of cached files. */
const ENTRY_NAME = /^(?:sha256\/([0-9a-f]{2})\/(\1[0-9a-f]{62})|blobs\/(?:(sha256)\/([0-9a-f]{64})|(sha384)\/([0-9a-f]{96})|(sha512)\/([0-9a-f]{128})))$/;
/** Relative paths of directories with cached files or further directories. */
const DIRECTORY_NAME = /^(?:sha256(?:\/[0-9a-f]{2})?|blobs(?:\/sha(?:256|384|512))?)$/;
/** Other names in the cache that fledge creates. */
const OTHER_NAMES = ['tmp', 'kernels', 'since', _origins_js__WEBPACK_IMPORTED_MODULE_3__/* .ORIGINS_FILE */ .bw];
/** True if a path relative to the cache is that of a cached file. */
function isEntryName(name) {
    return ENTRY_NAME.test(name);
}
/**
 * Lists the files of a cache. Links are not followed, and directories of other users are not read. A missing cache is empty.
 *
 * @throws FledgeError `output` if another user can write to the cache.
 */
function readCache(directory) {
    (0,_own_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .requireOwnCache */ .sm)(directory);
    const entries = [];
    const ignored = [];
    // The cache itself may be a link to another file system.
    const device = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(directory, { bigint: true, throwIfNoEntry: false })?.dev;
    const walk = (below) => {
        for (const base of namesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, below))) {
            const name = below === '' ? base : `${below}/${base}`;
            if (OTHER_NAMES.includes(name))
                continue;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name);
            const stats = lstatOf(path);
            if (stats === undefined)
                continue;
            const entry = isTrusted(stats) && stats.dev === device ? entryAt(path, name, stats) : undefined;
            if (entry !== undefined)
                entries.push(entry);
            else if (stats.isDirectory() && stats.dev === device && DIRECTORY_NAME.test(name) && isTrusted(stats))
                walk(name);
            else
                ignored.push(path);
        }
    };
    walk('');
    return { entries, ignored };
}
function entryAt(path, name, stats) {
    const found = ENTRY_NAME.exec(name)?.slice(1);
    if (found === undefined || !stats.isFile())
        return undefined;
    const [, download, ...image] = found;
    const [algorithm = 'sha256', hex = download] = image.filter((part) => part !== undefined);
    return {
        path,
        digest: `${algorithm}:${hex}`,
        store: download === undefined ? 'image' : 'download',
        size: Number(stats.size),
        lastUsed: Number(stats.mtimeMs),
        stats,
    };
}
/** Whether only this user and root can have written it. */
function isTrusted({ uid, mode }) {
    const user = BigInt(process.geteuid?.() ?? 0);
    return (uid === user || uid === 0n) && (mode & 18n) === 0n;
}
function namesIn(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path).sort();
    }
    catch (error) {
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOENT')
            return [];
        throw (0,_own_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .cacheError */ .jp)(path, 'read the cache', error);
    }
}
function lstatOf(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
}


/***/ }),

/***/ 88251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ cacheLimitOf)
/* harmony export */ });
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);



/** The variable with the size limit of the cache. */
const VARIABLE = 'FLEDGE_CACHE_MAX_SIZE';
const DEFAULT_LIMIT = 10 * 1024 * _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ;
/**
 * The size limit of the cache in bytes: FLEDGE_CACHE_MAX_SIZE, otherwise 10 GiB. Undefined for `unlimited`.
 *
 * @throws FledgeError `usage` if it is not a size.
 */
function cacheLimitOf(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .Jz)(env, VARIABLE);
    if (text === undefined)
        return DEFAULT_LIMIT;
    if (text.trim().toLowerCase() === 'unlimited')
        return undefined;
    const bytes = (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSize */ .DB)(text);
    if (bytes !== undefined && bytes >= _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ)
        return bytes;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `${VARIABLE} is not a size of at least 1M: ${JSON.stringify(text.slice(0, 100))}`, {
        fix: `set it to a size such as 5G or 500M, or to unlimited, or unset it`,
    });
}


/***/ }),

/***/ 28372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   b4: () => (/* binding */ removeEntry),
/* harmony export */   m4: () => (/* binding */ prepareRemoval),
/* harmony export */   pruneCache: () => (/* binding */ pruneCache)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_files_scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17488);
/* harmony import */ var _origins_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20219);
/* harmony import */ var _own_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67190);
/* harmony import */ var _use_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68387);








/**
 * Removes files from a cache that no running build uses. Any number of processes may prune and build at the same time.
 *
 * @throws FledgeError `output` if another user can write to the cache, or a file cannot be removed.
 */
async function pruneCache(directory, options) {
    const { entries, ignored } = (0,_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .readCache */ .xe)(directory);
    if (options.isDryRun !== true)
        (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_3__.removeStaleScratch)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'tmp'));
    const usedSince = (0,_use_js__WEBPACK_IMPORTED_MODULE_7__/* .inUseSince */ .lG)(directory) ?? Number.POSITIVE_INFINITY;
    const { chosen, kept, inUse } = choose(entries, { ...options, now: Date.now(), usedSince });
    const removed = [];
    let usedMeanwhile = 0;
    if (chosen.length > 0 && options.isDryRun !== true)
        await prepareRemoval(directory);
    for (const entry of chosen) {
        if (options.isDryRun === true || removeEntry(directory, entry, { evenIfUsed: false }))
            removed.push(entry);
        else {
            kept.push(entry);
            usedMeanwhile += 1;
        }
    }
    if (options.isDryRun !== true) {
        const digests = new Set(kept.map(({ digest }) => digest));
        await (0,_origins_js__WEBPACK_IMPORTED_MODULE_5__/* .compactOrigins */ .bV)(directory, { hasRemoved: removed.length > 0, digests });
    }
    return {
        removed,
        freed: sizeOf(removed),
        kept,
        size: sizeOf(kept),
        inUse: inUse + usedMeanwhile,
        ignored,
    };
}
/** The size of files, in bytes. */
function sizeOf(entries) {
    return entries.reduce((sum, { size }) => sum + size, 0);
}
/** Chooses the files to remove, least recently used first. */
function choose(entries, { olderThan = Number.POSITIVE_INFINITY, maxBytes = Number.POSITIVE_INFINITY, now, usedSince }) {
    const chosen = [];
    const kept = [];
    let inUse = 0;
    let size = sizeOf(entries);
    for (const entry of entries.toSorted((a, b) => a.lastUsed - b.lastUsed)) {
        const isSurplus = entry.lastUsed < now - olderThan || size > maxBytes;
        if (isSurplus && entry.lastUsed < usedSince) {
            chosen.push(entry);
            size -= entry.size;
            continue;
        }
        kept.push(entry);
        if (isSurplus)
            inUse += 1;
    }
    return { chosen, kept, inUse };
}
/**
 * Removes a cached file. With `evenIfUsed: false`, one that is used meanwhile is put back: it is moved away first, so that a build
 * that opens it finds either the whole file or none, and then its mtime shows whether a build has begun to use it. False if it was
 * put back, or another file has replaced it.
 *
 * @throws FledgeError `output` if it cannot be removed.
 */
function removeEntry(directory, { path, stats }, { evenIfUsed }) {
    const isSame = (at) => {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(at, { bigint: true, throwIfNoEntry: false });
        // A file that replaces it can have the number of its inode, but not the time of its creation.
        if (found?.ino !== stats.ino || found.dev !== stats.dev || found.birthtimeNs !== stats.birthtimeNs)
            return false;
        return evenIfUsed || found.mtimeNs === stats.mtimeNs;
    };
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
        return true;
    if (!isSame(path))
        return false;
    try {
        const moved = moveAway(directory, path);
        if (moved === undefined) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
            return true;
        }
        const isRemoved = isSame(moved.path);
        if (isRemoved)
            moved.dispose();
        else
            moved.moveTo(path);
        return isRemoved;
    }
    catch (error) {
        // Another process has removed it, or the directory for files that are removed is missing on a full disk.
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOENT')
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) === undefined;
        throw (0,_own_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .cacheError */ .jp)(directory, `remove ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)} from the cache`, error);
    }
}
/** Moves a file to the directory for temporary files. Undefined if that needs space, and the disk is full. */
function moveAway(directory, path) {
    const scratch = (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_3__.scratchFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'tmp'), 'pruned');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, scratch.path);
        return scratch;
    }
    catch (error) {
        scratch.dispose();
        if (isDiskFull(error))
            return undefined;
        throw error;
    }
}
/**
 * Creates the directory for files that are removed.
 *
 * @throws FledgeError `output` if it cannot be created, or is a link.
 */
async function prepareRemoval(directory) {
    try {
        await (0,_own_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .ownDirectory */ .cy)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'tmp'));
    }
    catch (error) {
        if (!isDiskFull(error))
            throw (0,_own_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .cacheError */ .jp)(directory, 'remove files from the cache', error);
    }
}
function isDiskFull(error) {
    const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error);
    return code === 'ENOSPC' || code === 'EDQUOT';
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


/***/ })

};
