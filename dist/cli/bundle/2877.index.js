export const id = 2877;
export const ids = [2877,1022,3486];
export const modules = {

/***/ 8359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N2: () => (/* binding */ cacheDirectoryOf),
/* harmony export */   bm: () => (/* binding */ isCached),
/* harmony export */   bp: () => (/* binding */ openCache)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21874);
/* harmony import */ var _support_files_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80735);
/* harmony import */ var _support_files_scratch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1022);
/* harmony import */ var _cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(67190);
/* harmony import */ var _cache_use_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(68387);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(64925);












/**
 * The directory in `FLEDGE_CACHE_DIR` (relative to `cwd`), otherwise `fledge` in `XDG_CACHE_HOME`, otherwise
 * `~/.cache/fledge`. A relative XDG_CACHE_HOME is ignored, as the XDG base directory specification asks.
 */
function cacheDirectoryOf(env, place) {
    const own = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentValue */ .Jz)(env, 'FLEDGE_CACHE_DIR');
    if (own !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(place.cwd, own);
    const xdg = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentValue */ .Jz)(env, 'XDG_CACHE_HOME');
    return xdg !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(xdg) ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(xdg, 'fledge') : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(place.home(), '.cache', 'fledge');
}
/** The limit for a cached file; a larger file is not read. */
const MAX_BYTES = 1024 ** 3;
/** The cache in `directory`, which is created when the first file is written to it. `use` is that of the build. */
function openCache(directory, reporter, use) {
    return {
        find: (sha256) => findIntact(directory, sha256, { reporter, use }),
        begin: (label) => beginFile(directory, label, use),
    };
}
/** True if the cache in `directory` has a file with this digest. The file is neither read nor marked as used. */
function isCached(directory, sha256) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(placeOf(directory, sha256).path);
}
function placeOf(directory, sha256) {
    if (!/^[0-9a-f]{64}$/.test(sha256))
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('internal', `not a SHA-256: ${sha256}`);
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'sha256', sha256.slice(0, 2));
    return { parent, path: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, sha256) };
}
async function findIntact(directory, sha256, { reporter, use }) {
    (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .requireOwnCache */ .sm)(directory);
    use?.begin();
    const { path } = placeOf(directory, sha256);
    let handle;
    try {
        handle = await (0,_cache_use_js__WEBPACK_IMPORTED_MODULE_9__/* .openForUse */ .B3)(path);
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        // A symlink, or a socket.
        if (code === 'ELOOP' || code === 'ENXIO')
            return evict(path, reporter);
        throw (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .cacheError */ .jp)(directory, 'read the download cache', error);
    }
    if (handle === undefined)
        return undefined;
    try {
        const stats = await handle.stat();
        const found = stats.isFile() && stats.size <= MAX_BYTES ? await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_10__/* .digestHandle */ .t)(handle) : undefined;
        if (found?.sha256 !== sha256)
            return await evict(path, reporter);
        return { path, ...found };
    }
    finally {
        await handle.close();
    }
}
async function evict(path, reporter) {
    reporter.warn(`the cached file ${path} is damaged; it is removed and fetched again`, { code: 'cache' });
    try {
        (0,_support_files_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeAny */ .Nu)(path);
    }
    catch {
        // The rename of the new file replaces it, or fails with the reason.
    }
    return undefined;
}
async function beginFile(directory, label, use) {
    const doing = `store ${label} in the download cache`;
    const waiting = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'tmp');
    let scratch;
    let handle;
    (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .requireOwnCache */ .sm)(directory);
    try {
        (0,_support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_5__/* .makeDirectories */ .K)(directory, { mode: 0o700 });
        await (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .ownDirectory */ .cy)(waiting);
        (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_7__.removeStaleScratch)(waiting);
        use?.begin();
        scratch = (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_7__.scratchFile)(waiting, 'download');
    }
    catch (error) {
        throw (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .cacheError */ .jp)(directory, doing, error);
    }
    try {
        handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(scratch.path, 'wx', 0o600);
    }
    catch (error) {
        scratch.dispose();
        throw (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .cacheError */ .jp)(directory, doing, error);
    }
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    let isOpen = true;
    const close = async () => {
        if (!isOpen)
            return;
        isOpen = false;
        await handle.close();
    };
    return {
        async write(chunk) {
            hash.update(chunk);
            size += chunk.length;
            try {
                // write(2) may write fewer bytes than requested, as on a disk that is almost full.
                for (let done = 0; done < chunk.length;)
                    done += (await handle.write(chunk, done)).bytesWritten;
            }
            catch (error) {
                throw (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .cacheError */ .jp)(directory, doing, error);
            }
        },
        digest: () => ({ size, sha256: hash.copy().digest('hex') }),
        async commit() {
            const sha256 = hash.copy().digest('hex');
            const { parent, path } = placeOf(directory, sha256);
            try {
                await handle.sync();
                await close();
                await (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .ownDirectory */ .cy)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'sha256'));
                await (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .ownDirectory */ .cy)(parent);
                scratch.moveTo(path);
                use?.added(size);
            }
            catch (error) {
                throw (0,_cache_own_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .cacheError */ .jp)(directory, doing, error);
            }
            return { path, size, sha256 };
        },
        async discard() {
            await close().catch(() => { });
            scratch.dispose();
        },
    };
}


/***/ }),

/***/ 20219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aI: () => (/* binding */ readOrigins),
/* harmony export */   bV: () => (/* binding */ compactOrigins),
/* harmony export */   bw: () => (/* binding */ ORIGINS_FILE),
/* harmony export */   tp: () => (/* binding */ recordOrigins)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12311);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);
/* harmony import */ var _support_files_write_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23486);





/** A file of the cache with one origin per line, in JSON. Lines are only appended, so that concurrent builds lose none. */
const ORIGINS_FILE = 'origins.jsonl';
const MAX_BYTES = 16 * 1024 * 1024;
/** A longer file is compacted when the cache is pruned. */
const LONG_BYTES = 1024 * 1024;
/** Longer origins are not of people. */
const MAX_LINE_BYTES = 4096;
const lineSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n([
        ...['agent', 'busybox', 'kernel', 'tool', 'download'],
        ...['image index or manifest', 'image config', 'image layer'],
    ]),
    origin: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
});
/** Records the origins of files that were added to a cache. A failure is ignored: they are for people only. */
function recordOrigins(directory, origins) {
    const lines = origins.map((origin) => `${JSON.stringify(origin)}\n`).filter((line) => line.length < MAX_LINE_BYTES);
    if (lines.length === 0)
        return;
    try {
        const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
        const flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK;
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ORIGINS_FILE), flags, 0o600);
        try {
            // One write, because concurrent writes to a file that is open for appending do not mix.
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, lines.join(''));
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
    }
    catch {
        // The cache is complete without it.
    }
}
/** The recorded origins by digest. Lines that are damaged are skipped. */
async function readOrigins(directory) {
    const origins = new Map();
    let text;
    try {
        text = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ORIGINS_FILE), MAX_BYTES)).toString('utf8');
    }
    catch {
        return origins;
    }
    for (const line of text.split('\n')) {
        const origin = parseLine(line);
        if (origin !== undefined)
            origins.set(origin.digest, origin);
    }
    return origins;
}
/**
 * Removes the origins of files that the cache does not have any more, if there are many lines or files were removed. A line that
 * another build appends at the same moment can be lost.
 */
async function compactOrigins(directory, { hasRemoved, digests }) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ORIGINS_FILE);
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        if (!hasRemoved && size < LONG_BYTES)
            return;
        const kept = [...(await readOrigins(directory)).values()].filter(({ digest }) => digests.has(digest));
        const text = kept.map((origin) => `${JSON.stringify(origin)}\n`).join('');
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_3__/* .placeFile */ .a)(path, Buffer.from(text), { mode: 0o600, isDurable: false });
    }
    catch {
        // There is no such file, or the disk is full. Surplus lines do no harm.
    }
}
function parseLine(line) {
    try {
        return lineSchema.parse(JSON.parse(line));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 67190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cy: () => (/* binding */ ownDirectory),
/* harmony export */   jp: () => (/* binding */ cacheError),
/* harmony export */   sm: () => (/* binding */ requireOwnCache)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62625);




/**
 * Checks that only this user and root can write to a cache. A missing cache is accepted: it will be created that way.
 *
 * @throws FledgeError `output` with the command that fixes it.
 */
function requireOwnCache(directory) {
    let stats;
    try {
        stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(directory, { throwIfNoEntry: false });
    }
    catch (error) {
        throw cacheError(directory, 'use the cache', error);
    }
    if (stats !== undefined)
        requireOwn(directory, stats);
}
function requireOwn(path, { uid, mode }) {
    const user = process.geteuid?.() ?? uid;
    if (uid !== user && uid !== 0) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot use the cache ${path}: it belongs to user ${uid}, and fledge runs as user ${user}`, {
            fix: 'set FLEDGE_CACHE_DIR to a directory of the user who builds',
        });
    }
    if ((mode & 0o022) === 0)
        return;
    const writers = (mode & 0o002) === 0 ? 'its group' : 'every user';
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot use the cache ${path}: ${writers} can change its files`, {
        fix: `chmod go-w ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r7)(path)}, or set FLEDGE_CACHE_DIR to another directory`,
    });
}
/** Creates a private directory, or checks an existing one. A symlink is refused: it would redirect writes. */
async function ownDirectory(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path, { mode: 0o700 });
    }
    catch (error) {
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'EEXIST')
            throw error;
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
        if (stats.isDirectory())
            requireOwn(path, stats);
        else {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot use ${path} of the download cache: it is not a directory`, {
                fix: 'remove it, or set FLEDGE_CACHE_DIR to another directory',
            });
        }
    }
}
/** The error for a failed operation on a cache; `doing` is what failed. Errors of fledge stay what they are. */
function cacheError(directory, doing, error) {
    if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE)
        return error;
    const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error);
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot ${doing} ${directory}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFailureOf */ .PI)(error)}`, {
        cause: error,
        fix: full
            ? 'free some space, or set FLEDGE_CACHE_DIR to a directory on another disk'
            : 'set FLEDGE_CACHE_DIR to a directory that you can write to',
    });
}


/***/ }),

/***/ 68387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ openForUse),
/* harmony export */   Ev: () => (/* binding */ cacheUse),
/* harmony export */   lG: () => (/* binding */ inUseSince),
/* harmony export */   sb: () => (/* binding */ openForReading)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_files_scratch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1022);





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
            const { pruneCache } = await __webpack_require__.e(/* import() */ 8372).then(__webpack_require__.bind(__webpack_require__, 28372));
            const { removed, freed } = await pruneCache(directory, { maxBytes: limit });
            if (removed.length > 0) {
                reporter.debug(`removed ${removed.length} files (${freed} bytes) from the cache, to keep its size limit`);
            }
        }
        catch (error) {
            reporter.debug(`cannot prune the cache: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
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
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'tmp');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(parent, { mode: 0o700 });
    }
    catch (error) {
        // Without a cache there is nothing that could be pruned; it is announced when the first file is added.
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) === 'ENOENT')
            return undefined;
    }
    const scratch = (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_4__.scratchFile)(parent, LABEL);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(scratch.path, 'wx', 0o600));
        return scratch;
    }
    catch (error) {
        // Nothing can be removed from a cache that is read-only. On a full disk, the mtimes still protect what was used.
        scratch.dispose();
        reporter.debug(`cannot announce the use of the cache: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
        return undefined;
    }
}
/** Files of a cache that were used at this time or later are in use by a running build; undefined if none is running. */
function inUseSince(directory) {
    const times = (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_4__.runningSince)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'tmp'), LABEL);
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
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.futimesSync)(handle.fd, now, now);
            }
            catch {
                // In a cache of root or on a read-only file system, nothing is pruned by this user.
            }
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false })?.ino !== stats.ino) {
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
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
}


/***/ }),

/***/ 64925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ digestFile),
/* harmony export */   t: () => (/* binding */ digestHandle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);



const READ_BYTES = 1024 * 1024;
/**
 * Size and SHA-256 of a regular file, read as a stream. Symlinks are followed; a file of another type is not opened.
 *
 * @throws FledgeError `input`; `label` is the file's name in messages.
 */
async function digestFile(path, options) {
    const { label, maxBytes } = options;
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            if (size > maxBytes)
                throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv(path, size, maxBytes);
            return await digestHandle(handle, maxBytes);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .NotRegularFile */ .k1) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${error.kind}, not a regular file`, {
                fix: `set the path of ${label} to a regular file`,
            });
        }
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv) {
            const message = `cannot use ${path} as ${label}: it has ${error.bytes} bytes, and the limit is ${maxBytes}`;
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', message);
        }
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .readFailureOf */ .Og)(error)}`, {
            cause: error,
            fix: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'EACCES'
                ? 'make it readable for the user who builds'
                : `check the path of ${label}; a relative path starts at the directory of fledge.toml`,
        });
    }
}
/**
 * Size and SHA-256 of the content of an open file, read from its start in pieces of 1 MiB. `onRead` is called after each piece
 * with the number of bytes so far.
 *
 * @throws FileTooLarge if the content is longer than `maxBytes`, whatever size stat(2) has returned. Default: no limit.
 */
async function digestHandle(handle, maxBytes = Number.POSITIVE_INFINITY, onRead = () => { }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let size = 0;
    for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, size);
        if (bytesRead === 0)
            return { size, sha256: hash.digest('hex') };
        hash.update(buffer.subarray(0, bytesRead));
        size += bytesRead;
        if (size > maxBytes)
            throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv('the file', size, maxBytes);
        onRead(size);
    }
}


/***/ }),

/***/ 80735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ removeAny),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   q: () => (/* binding */ removeDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** Opens a directory without permission to read it (open(2)); Node does not export it. */
const O_PATH = 0o10000000;
/** A program that was killed a moment ago can still be creating files. */
const ATTEMPTS = 4;
const PAUSE_MS = 20;
/** The identity of the file or directory at a path, or undefined if there is none. Links are not followed. */
function identityOf(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
}
function isSame(a, b) {
    return a.dev === b.dev && a.ino === b.ino;
}
/**
 * Removes a directory recursively, also if modes deny access to its owner. It does nothing if the path leads to another
 * directory than `expected`.
 *
 * Every step starts at an open directory (`/proc/self/fd`), so that a link in the place of a directory cannot redirect it.
 * Mounted file systems below are skipped. Directories are moved up before they are removed, so that neither the depth nor
 * the length of paths is limited, and at most three directories are open at once.
 *
 * @throws the system's error if something cannot be removed.
 */
function removeDirectory(path, expected) {
    const root = openDirectory(path, (found) => isSame(found, expected));
    if (root === undefined)
        return;
    try {
        for (let attempt = 1;; attempt++) {
            emptyDirectory(root, expected.dev);
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
                return;
            }
            catch (error) {
                const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
                if (code === 'ENOENT')
                    return;
                if (code !== 'ENOTEMPTY' || attempt === ATTEMPTS)
                    throw error;
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
            }
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(root.descriptor);
    }
}
/**
 * Removes the file at a path, or the directory with its content. A missing path is not an error.
 *
 * @throws the system's error if it cannot be removed.
 */
function removeAny(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
    if (found?.isDirectory() === true)
        removeDirectory(path, found);
    else if (found !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
}
/** Opens a directory, after giving its owner all permissions. Undefined if it is missing or not accepted. */
function openDirectory(path, accepts) {
    const handle = openToLook(path);
    if (handle === undefined)
        return undefined;
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle, { bigint: true });
        if (!accepts(stats))
            return undefined;
        const held = heldPath(handle) ?? path;
        if (lacksPermissions(stats))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(held, 0o700);
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(held, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY);
        return { descriptor, path: heldPath(descriptor) ?? path };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}
function openToLook(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, O_PATH | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP')
            return undefined;
        throw error;
    }
}
function lacksPermissions({ mode }) {
    return (Number(mode) & 0o700) !== 0o700;
}
/** Undefined if there is no /proc. */
function heldPath(descriptor) {
    const path = `/proc/self/fd/${descriptor}`;
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? path : undefined;
}
/** Removes the content of a directory. Subdirectories are moved up into it, and emptied in the next round. */
function emptyDirectory(root, dev) {
    // Mounted file systems are skipped.
    const isOnSameDevice = (found) => found.dev === dev;
    for (let changes = 1; changes > 0;) {
        changes = 0;
        for (const entry of entriesIn(root)) {
            const path = childOf(root, entry.name);
            const child = entry.isDirectory() ? openDirectory(path, isOnSameDevice) : undefined;
            if (child === undefined) {
                if (!entry.isDirectory() && removeFile(path))
                    changes += 1;
                continue;
            }
            try {
                for (const below of entriesIn(child)) {
                    const from = childOf(child, below.name);
                    if (below.isDirectory() ? moveUp(from, root, isOnSameDevice) : removeFile(from))
                        changes += 1;
                }
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(child.descriptor);
            }
            if (removeEmptyDirectory(path))
                changes += 1;
        }
    }
}
function entriesIn({ path }) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { withFileTypes: true, encoding: 'buffer' });
}
function childOf({ path }, name) {
    return Buffer.concat([Buffer.from(path), Buffer.from('/'), name]);
}
/** False if it is now a directory. unlink(2) follows no link, and refuses a directory. */
function removeFile(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path), ['ENOENT', 'EISDIR']);
}
/** False if it is not empty, or a mount point. */
function removeEmptyDirectory(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path), ['ENOENT', 'ENOTEMPTY', 'EBUSY']);
}
/** Moves a directory to a new name in `root`. False if it is a mount point. */
function moveUp(path, root, accepts) {
    // A move changes the directory's `..`, and so needs the permission to write to it.
    const own = openDirectory(path, accepts);
    if (own === undefined)
        return false;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(own.descriptor);
    const name = `.moved-${process.hrtime.bigint()}`;
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, childOf(root, Buffer.from(name))), ['ENOENT', 'EBUSY', 'EXDEV']);
}
function succeeds(action, expected) {
    try {
        action();
        return true;
    }
    catch (error) {
        if (expected.includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) ?? ''))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isScratchName: () => (/* binding */ isScratchName),
/* harmony export */   removeStaleScratch: () => (/* binding */ removeStaleScratch),
/* harmony export */   runningSince: () => (/* binding */ runningSince),
/* harmony export */   scratchDirectory: () => (/* binding */ scratchDirectory),
/* harmony export */   scratchFile: () => (/* binding */ scratchFile),
/* harmony export */   setTemporaryRoot: () => (/* binding */ setTemporaryRoot),
/* harmony export */   staleDirectoriesIn: () => (/* binding */ staleDirectoriesIn),
/* harmony export */   temporaryDirectory: () => (/* binding */ temporaryDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72658);
/* harmony import */ var _remove_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80735);







/**
 * The name of scratch: `.fledge-HOST-PID-START-RANDOM-LABEL`. HOST identifies machine and pid namespace, and START is
 * the process's start time, so that a later build can distinguish leftovers of a killed build from files of a running one.
 */
const SCRATCH_NAME = /^\.fledge-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/;
/** Used as the start time if there is no /proc. */
const UNKNOWN_START = '0';
/** Scratch of another machine or container is stale if it was not modified for this time. */
const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;
/**
 * A free path in `directory`, for a file that the caller creates (with `wx`) and later renames or disposes of. The file
 * is removed if the process ends first.
 */
function scratchFile(directory, label) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    return scratchAt(path, () => removeFile(path));
}
/** Creates an empty directory in `directory`, accessible by this user only. */
function scratchDirectory(directory, label) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    // Set once it exists. Another directory that later has its path is not removed.
    let own;
    const scratch = scratchAt(path, () => {
        if (own !== undefined)
            (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, own);
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    own = (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .identityOf */ .cu)(path);
    return scratch;
}
let temporaryRoot;
/** Sets the directory for temporary files; default: the directory of the operating system (TMPDIR). */
function setTemporaryRoot(directory) {
    temporaryRoot = directory;
}
/**
 * Creates a scratch directory in the directory for temporary files, after removing those of killed builds.
 *
 * @throws FledgeError `output` if it cannot be created.
 */
function temporaryDirectory(label) {
    const parent = temporaryRoot ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    removeStaleScratch(parent);
    try {
        return scratchDirectory(parent, label);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot create a temporary directory in ${parent}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: 'set TMPDIR to a directory that you may write to',
        });
    }
}
/**
 * Removes the leftovers of killed builds of this user from `directory`. It does not touch the scratch of a running build
 * or of another user, and follows no link. It keeps directories if other users could have replaced them.
 */
function removeStaleScratch(directory) {
    for (const { path, found } of staleScratchIn(directory)) {
        try {
            if (found.isFile())
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
            else if (found.isDirectory())
                (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, found);
        }
        catch {
            // It does not disturb any build, and the next build tries again.
        }
    }
}
/**
 * The scratch directories of killed builds of this user in `directory` that `removeStaleScratch` may remove. Those that it
 * could not remove contain files of other users of a user namespace.
 */
function staleDirectoriesIn(directory) {
    return staleScratchIn(directory).flatMap(({ path, found }) => (found.isDirectory() ? [path] : []));
}
/**
 * The times at which running processes of this user have created scratch files with this label in `directory`, in
 * milliseconds since 1970. A process of another machine or container counts as running for a day.
 */
function runningSince(directory, label) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter((name) => isScratchName(name) && name.endsWith(`-${label}`));
    }
    catch {
        return [];
    }
    return names.flatMap((name) => {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name), { bigint: true, throwIfNoEntry: false });
        return found?.isFile() && isOwn(found) && !isDead(name, found) ? [Number(found.mtimeMs)] : [];
    });
}
/** Whether the process that created a file with the name of scratch has ended. */
function isDead(name, found) {
    const [, host, pid, start] = SCRATCH_NAME.exec(name) ?? [];
    // Without /proc no start time is known, and the end of a process cannot be detected.
    return host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(found);
}
function staleScratchIn(directory) {
    let names;
    let keepsDirectories;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter(isScratchName);
        keepsDirectories = isOpenToOthers((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(directory, { bigint: true }));
    }
    catch {
        return [];
    }
    return names.flatMap((name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
        if (found === undefined || !isOwn(found) || (keepsDirectories && found.isDirectory()))
            return [];
        return isDead(name, found) ? [{ path, found }] : [];
    });
}
function isOwn({ uid }) {
    return uid === BigInt(process.geteuid?.() ?? 0);
}
/**
 * Whether other users than root can rename files of a directory: its owner can, and everyone with write permission unless
 * it is sticky (unlink(2), EPERM). A renamed directory keeps its owner, and can contain data of this user.
 */
function isOpenToOthers(directory) {
    const mode = Number(directory.mode);
    const isTrusted = isOwn(directory) || directory.uid === 0n;
    return !isTrusted || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0);
}
/** Whether a file of this name is the scratch of a build, and not content of a user. */
function isScratchName(name) {
    return SCRATCH_NAME.test(name);
}
function scratchAt(path, remove) {
    const forget = (0,_process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__/* .atExit */ .sz)(remove);
    return {
        path,
        dispose() {
            remove();
            forget();
        },
        moveTo(target) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(path, target);
            forget();
        },
    };
}
/** unlink(2) follows no link and removes no directory. */
function removeFile(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR')
            throw error;
    }
}
function scratchName(label) {
    const random = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex');
    return `.fledge-${hostId()}-${process.pid}-${startTimeOf(process.pid) ?? UNKNOWN_START}-${random}-${label}`;
}
let knownHostId;
function hostId() {
    knownHostId ??= (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`${readOr('/proc/sys/kernel/random/boot_id')}\0${pidNamespace()}\0${(0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)()}`)
        .digest('hex')
        .slice(0, 8);
    return knownHostId;
}
function pidNamespace() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return '';
    }
}
/**
 * Field 22 of /proc/PID/stat (proc(5)), or undefined if there is no such process, or it is a zombie, as in a container
 * whose first process is not an init.
 */
function startTimeOf(pid) {
    const stat = readOr(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    return ended ? undefined : fields[19];
}
function readOr(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
function isOld({ mtimeMs }) {
    return Date.now() - Number(mtimeMs) > FOREIGN_LIFETIME_MS;
}


/***/ }),

/***/ 23486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ writeFully),
/* harmony export */   a: () => (/* binding */ placeFile),
/* harmony export */   replaceFile: () => (/* binding */ replaceFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62625);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);





/** Writes all bytes at a position: write(2) may write fewer than requested, as on a disk that is almost full. */
function writeFully(descriptor, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, bytes, done, bytes.length - done, position + done);
    }
}
/**
 * Creates or replaces a file by an atomic rename: at each moment, its path has the old content or the whole new one. The
 * temporary file is removed after an error, and if a signal ends the process.
 */
function placeFile(path, bytes, options) {
    const { scratchDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), mode, isDurable } = options;
    const scratch = (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__.scratchFile)(scratchDirectory, 'file');
    try {
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(scratch.path, 'wx', mode);
        try {
            writeFully(descriptor, bytes, 0);
            if (isDurable)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(descriptor);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
        scratch.moveTo(path);
    }
    finally {
        scratch.dispose();
    }
}
/**
 * Creates or replaces a small text file of the user by an atomic rename.
 *
 * @throws FledgeError `output` if it cannot be written, or the path is not a regular file.
 */
function replaceFile(path, text) {
    const present = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    if (present !== undefined && !present.isFile()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot write ${path}: it is not a regular file`, {
            fix: 'remove it, or replace it by a regular file',
        });
    }
    try {
        placeFile(path, Buffer.from(text, 'utf8'), { mode: 0o666, isDurable: true });
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot write ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: fixOfReplacement(error, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)),
        });
    }
}
function fixOfReplacement(error, directory) {
    switch ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error)) {
        case 'ENOENT':
            return `create the directory: mkdir -p ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shellWord */ .r7)(directory)}`;
        case 'ENOSPC':
        case 'EDQUOT':
            return 'free some space, or write to another disk';
        default:
            return `make ${directory} a directory that you may write to`;
    }
}


/***/ })

};
