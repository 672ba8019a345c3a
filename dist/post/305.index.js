export const id = 305;
export const ids = [305];
export const modules = {

/***/ 305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pruneCache: () => (/* binding */ pruneCache)
});

// UNUSED EXPORTS: prepareRemoval, removeEntry, sizeOf

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/support/errors.js + 1 modules
var errors = __webpack_require__(976);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/sources/cache/entries.js
var cache_entries = __webpack_require__(7488);
// EXTERNAL MODULE: ./build/sources/cache/origins.js + 2 modules
var origins = __webpack_require__(6171);
// EXTERNAL MODULE: ./build/sources/cache/own-directory.js + 1 modules
var own_directory = __webpack_require__(4766);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/sources/cache/use.js





/** The label of the scratch files that announce a use. */
const LABEL = 'use';
/** Clocks of a file server and of machines that share it can differ. */
const CLOCK_SKEW_MS = 60_000;
/** The use of a cache; it begins with `begin`. */
function cacheUse({ directory, limit, reporter }) {
    let announcement;
    let added = 0;
    const trim = async () => {
        if (added === 0 || limit === undefined)
            return;
        added = 0;
        try {
            const { pruneCache } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 305));
            const { removed, freed } = await pruneCache(directory, { maxBytes: limit });
            if (removed.length > 0) {
                reporter.debug(`removed ${removed.length} files (${freed} bytes) from the cache, to keep its size limit`);
            }
        }
        catch (error) {
            reporter.debug(`cannot prune the cache: ${messageOf(error)}`);
        }
    };
    return {
        begin() {
            announcement ??= announce(directory, reporter);
        },
        added(bytes) {
            added += bytes;
        },
        trim,
        async end() {
            announcement?.dispose();
            announcement = undefined;
            await trim();
        },
    };
}
function announce(directory, reporter) {
    const parent = join(directory, 'tmp');
    try {
        mkdirSync(parent, { mode: 0o700 });
    }
    catch (error) {
        // Without a cache there is nothing that could be pruned; it is announced when the first file is added.
        if (systemCodeOf(error) === 'ENOENT')
            return undefined;
    }
    const scratch = scratchFile(parent, LABEL);
    try {
        closeSync(openSync(scratch.path, 'wx', 0o600));
        return scratch;
    }
    catch (error) {
        // Nothing can be removed from a cache that is read-only. On a full disk, the mtimes still protect what was used.
        scratch.dispose();
        reporter.debug(`cannot announce the use of the cache: ${messageOf(error)}`);
        return undefined;
    }
}
/** Files of a cache that were used at this time or later are in use by a running build; undefined if none is running. */
function inUseSince(directory) {
    const times = (0,files_scratch/* runningSince */.OB)((0,external_node_path_.join)(directory, 'tmp'), LABEL);
    return times.length === 0 ? undefined : Math.min(...times) - CLOCK_SKEW_MS;
}
/**
 * Opens a cached file for a use, and records the use in its mtime, which unlike the atime every file system keeps. Undefined if a
 * process that prunes has removed it meanwhile. The order matters: `removeEntry` moves a file away before it looks at the time.
 *
 * @throws the system's error, such as ENOENT, or ELOOP for a symbolic link.
 */
async function openForUse(path) {
    const handle = await openForReading(path);
    try {
        const stats = await handle.stat({ bigint: true });
        if (stats.isFile()) {
            const now = new Date();
            try {
                futimesSync(handle.fd, now, now);
            }
            catch {
                // In a cache of root or on a read-only file system, nothing is pruned by this user.
            }
            if (lstatSync(path, { bigint: true, throwIfNoEntry: false })?.ino !== stats.ino) {
                await handle.close();
                return undefined;
            }
        }
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/**
 * Opens a cached file without following a link, and without waiting for the writer of a fifo.
 *
 * @throws the system's error.
 */
function openForReading(path) {
    return open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
}

;// CONCATENATED MODULE: ./build/sources/cache/prune.js








/**
 * Removes files from a cache that no running build uses. Any number of processes may prune and build at the same time.
 *
 * @throws FledgeError `output` if another user can write to the cache, or a file cannot be removed.
 */
async function pruneCache(directory, options) {
    const { entries, ignored } = (0,cache_entries/* readCache */.xe)(directory);
    if (options.isDryRun !== true)
        (0,files_scratch/* removeStaleScratch */.eO)((0,external_node_path_.join)(directory, 'tmp'));
    const usedSince = inUseSince(directory) ?? Number.POSITIVE_INFINITY;
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
        await (0,origins/* compactOrigins */.bV)(directory, { hasRemoved: removed.length > 0, digests });
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
        const found = (0,external_node_fs_.lstatSync)(at, { bigint: true, throwIfNoEntry: false });
        // A file that replaces it can have the number of its inode, but not the time of its creation.
        if (found?.ino !== stats.ino || found.dev !== stats.dev || found.birthtimeNs !== stats.birthtimeNs)
            return false;
        return evenIfUsed || found.mtimeNs === stats.mtimeNs;
    };
    if ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
        return true;
    if (!isSame(path))
        return false;
    try {
        const moved = moveAway(directory, path);
        if (moved === undefined) {
            (0,external_node_fs_.unlinkSync)(path);
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
        if ((0,errors/* systemCodeOf */.c7)(error) === 'ENOENT')
            return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined;
        throw (0,own_directory/* cacheError */.jp)(directory, `remove ${(0,external_node_path_.basename)(path)} from the cache`, error);
    }
}
/** Moves a file to the directory for temporary files. Undefined if that needs space, and the disk is full. */
function moveAway(directory, path) {
    const scratch = (0,files_scratch/* scratchFile */.LE)((0,external_node_path_.join)(directory, 'tmp'), 'pruned');
    try {
        (0,external_node_fs_.renameSync)(path, scratch.path);
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
        await (0,own_directory/* ownDirectory */.cy)((0,external_node_path_.join)(directory, 'tmp'));
    }
    catch (error) {
        if (!isDiskFull(error))
            throw (0,own_directory/* cacheError */.jp)(directory, 'remove files from the cache', error);
    }
}
function isDiskFull(error) {
    const code = (0,errors/* systemCodeOf */.c7)(error);
    return code === 'ENOSPC' || code === 'EDQUOT';
}


/***/ })

};
