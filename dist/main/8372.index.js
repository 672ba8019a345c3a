export const id = 8372;
export const ids = [8372,5991];
export const modules = {

/***/ 17488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ isEntryName),
/* harmony export */   ZZ: () => (/* binding */ STORES),
/* harmony export */   xe: () => (/* binding */ readCache)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _origins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20219);
/* harmony import */ var _own_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67190);





/** The directories with cached files, relative to the cache; builds and the Actions cache know them, too. */
const STORES = ['sha256', 'blobs'];
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

/***/ 28372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pruneCache: () => (/* binding */ pruneCache)
/* harmony export */ });
/* unused harmony exports sizeOf, removeEntry, prepareRemoval */
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
        (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .removeStaleScratch */ .eO)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'tmp'));
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
    const scratch = (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .scratchFile */ .LE)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'tmp'), 'pruned');
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


/***/ })

};
