export const id = 5165;
export const ids = [5165];
export const modules = {

/***/ 8359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N2: () => (/* binding */ cacheDirectoryOf),
/* harmony export */   bp: () => (/* binding */ openCache)
/* harmony export */ });
/* unused harmony export isCached */
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
    return existsSync(placeOf(directory, sha256).path);
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
        (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_7__/* .removeStaleScratch */ .eO)(waiting);
        use?.begin();
        scratch = (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_7__/* .scratchFile */ .LE)(waiting, 'download');
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
/* harmony export */   bV: () => (/* binding */ compactOrigins),
/* harmony export */   bw: () => (/* binding */ ORIGINS_FILE),
/* harmony export */   tp: () => (/* binding */ recordOrigins)
/* harmony export */ });
/* unused harmony export readOrigins */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9691);
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
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_3__/* .placeFile */ .af)(path, Buffer.from(text), { mode: 0o600, isDurable: false });
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
/* harmony export */   lG: () => (/* binding */ inUseSince)
/* harmony export */ });
/* unused harmony export openForReading */
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
    const scratch = (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_4__/* .scratchFile */ .LE)(parent, LABEL);
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
    const times = (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_4__/* .runningSince */ .OB)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'tmp'), LABEL);
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

/***/ 13307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ describeContent),
/* harmony export */   a: () => (/* binding */ isElf)
/* harmony export */ });
const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
/** Enough to see past a byte order mark, white space and a comment. */
const SNIFF_BYTES = 512;
/** True if the bytes begin with the magic number of ELF. */
function isElf(head) {
    return startsWith(head, ELF_MAGIC);
}
/** The probable type of a file that should be a program, by its first bytes, with its article. */
function describeContent(head) {
    if (head.length === 0)
        return 'an empty file';
    if (isElf(head))
        return 'an ELF file';
    if (startsWith(head, [0x1f, 0x8b]))
        return 'a gzip archive';
    if (startsWith(head, [0x28, 0xb5, 0x2f, 0xfd]))
        return 'a zstd archive';
    if (startsWith(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a]))
        return 'an xz archive';
    if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]))
        return 'a zip archive';
    if (startsWith(head, [0x4d, 0x5a]))
        return 'a Windows program';
    if ([0xcffaedfe, 0xcefaedfe, 0xcafebabe].includes(firstWord(head)))
        return 'a macOS program';
    const text = textOf(head);
    if (text === undefined)
        return 'a file of an unknown type';
    if (/^(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b/is.test(text))
        return 'an HTML page';
    if (text.startsWith('#!'))
        return 'a script';
    if (/^[{[]/.test(text))
        return 'a JSON document';
    if (text.startsWith('<'))
        return 'an XML document';
    if (text.startsWith('version https://git-lfs'))
        return 'a Git LFS pointer';
    return 'a text file';
}
function startsWith(bytes, magic) {
    return bytes.length >= magic.length && Array.from(magic).every((byte, index) => bytes[index] === byte);
}
function firstWord(bytes) {
    return bytes.length < 4 ? 0 : Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0);
}
/** The beginning as trimmed text, or undefined if it contains control characters that text does not have. */
function textOf(head) {
    const text = Buffer.from(head.subarray(0, SNIFF_BYTES))
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .trim();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters distinguish binary from text
    return /[\0-\x08\x0e-\x1a\x7f]/.test(text) ? undefined : text;
}


/***/ }),

/***/ 24789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WP: () => (/* binding */ LOCK_FIX),
/* harmony export */   dv: () => (/* binding */ findDownloaded),
/* harmony export */   t2: () => (/* binding */ fetchFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(13567);
/* harmony import */ var _net_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34925);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_files_disk_space_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58068);
/* harmony import */ var _cache_origins_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20219);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8359);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13307);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64925);










/** The bytes of a download that are kept to recognise its type. */
const HEAD_BYTES = 512;
const MISMATCH_FIX = 'before you change the checksum in fledge.toml, find out whether it is wrong or the file was replaced';
/** The fix when a lock file pins another digest. */
const LOCK_FIX = 'find out why it was changed; then run fledge lock to pin the current one';
/**
 * Fetches and verifies a file, and returns its path. A local file is used in place. A download is stored in the cache
 * under its digest; if the digest is known and the cache has the file, no request is sent. A file that fails
 * verification is not kept.
 *
 * @throws FledgeError `download`, `input` for a local file, `output` when the cache cannot be written.
 */
async function fetchFile(request, context) {
    const { from, sha256, label, pinAs } = request;
    if (from.kind === 'file')
        return useInPlace((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.baseDirectory, from.path), request);
    const { reporter } = context;
    const uri = (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_9__/* .redactUrl */ .B)(request.publicUrl ?? from.url);
    const cache = (0,_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .openCache */ .bp)(context.cacheDirectory, reporter, context.cacheUse);
    const cached = sha256 === undefined ? undefined : await findDownloaded({ sha256, label }, context);
    if (cached !== undefined)
        return { ...cached, uri };
    const url = URL.parse(from.url);
    if (url === null)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('config', `the URL of ${label} is not valid: ${uri}`);
    const file = await download({ ...request, url, uri }, cache, context);
    const { kind = 'download' } = request;
    (0,_cache_origins_js__WEBPACK_IMPORTED_MODULE_5__/* .recordOrigins */ .tp)(context.cacheDirectory, [{ digest: `sha256:${file.sha256}`, kind, origin: uri }]);
    if (sha256 === undefined && pinAs !== undefined) {
        const how = `run fledge lock, or write ${pinAs(file.sha256)}`;
        reporter.warn(`${label} is not pinned: the build uses the current file at ${uri}; to pin it, ${how}`, {
            code: 'unpinned',
        });
    }
    return { ...file, uri };
}
/** A file that was downloaded before, if the cache still has it and it is intact. */
async function findDownloaded({ sha256, label }, { cacheDirectory, cacheUse, reporter }) {
    const cached = await (0,_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .openCache */ .bp)(cacheDirectory, reporter, cacheUse).find(sha256);
    if (cached !== undefined)
        reporter.debug(`${label}: found in the cache as ${cached.path}`);
    return cached;
}
async function useInPlace(path, request) {
    const { label, maxBytes, sha256 } = request;
    const digest = await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_8__/* .digestFile */ .T)(path, { label, maxBytes });
    if (sha256 !== undefined && digest.sha256 !== sha256)
        throw wrongChecksum('input', path, request, digest.sha256);
    return { path, ...digest, uri: (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(path).href };
}
/** Writes the body to a temporary file of the cache, and renames it once all checks have passed. */
async function download(request, cache, context) {
    const { url, uri, label, maxBytes, headers } = request;
    const job = {
        what: `download of ${label}`,
        request: { url, headers, maxBytes },
        explain: (failure) => (0,_net_request_js__WEBPACK_IMPORTED_MODULE_2__/* .downloadError */ .HH)(`cannot download ${label} from ${uri}`, failure),
    };
    const progress = context.reporter.progress(label, 'bytes');
    try {
        return await (0,_net_request_js__WEBPACK_IMPORTED_MODULE_2__/* .requestWithRetries */ .ek)(job, context, async ({ body, declaredBytes }) => {
            const incoming = await cache.begin(label);
            try {
                (0,_support_files_disk_space_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSpace */ .MK)([
                    {
                        directory: context.cacheDirectory,
                        bytes: declaredBytes ?? 0,
                        what: `the download of ${label}`,
                        fix: 'set FLEDGE_CACHE_DIR to a directory on another disk',
                    },
                ]);
                let head = Buffer.alloc(0);
                let done = 0;
                progress.update(done, declaredBytes);
                for await (const chunk of body) {
                    if (head.length < HEAD_BYTES)
                        head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
                    await incoming.write(chunk);
                    done += chunk.length;
                    progress.update(done, declaredBytes);
                }
                verify(request, head, incoming.digest().sha256);
                return await incoming.commit();
            }
            finally {
                await incoming.discard();
            }
        });
    }
    finally {
        progress.end();
    }
}
function verify(request, head, actual) {
    const { label, uri, sha256, expect } = request;
    if (expect === 'elf' && sha256 !== actual && !(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_7__/* .isElf */ .a)(head)) {
        const message = `cannot use ${uri} as ${label}: got ${(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_7__/* .describeContent */ .X)(head)} instead of a program`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('download', message, { fix: 'check that the URL is that of the program itself' });
    }
    if (sha256 !== undefined && sha256 !== actual)
        throw wrongChecksum('download', uri, request, actual);
}
function wrongChecksum(code, where, { label, sha256, lockFile, mismatchFix = MISMATCH_FIX }, actual) {
    const expected = lockFile === undefined ? `${sha256} was expected` : `${lockFile} pins ${sha256}`;
    const message = `cannot use ${where} as ${label}: its SHA-256 is ${actual}, and ${expected}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE(code, message, { fix: lockFile === undefined ? mismatchFix : LOCK_FIX });
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

/***/ 58068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ DiskReserve),
/* harmony export */   MK: () => (/* binding */ requireSpace),
/* harmony export */   Oj: () => (/* binding */ freeSpaceOf)
/* harmony export */ });
/* unused harmony export reserveOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3795);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11720);





/**
 * The free space of the file system of a directory, or of the nearest existing directory above it. Undefined if the file
 * system does not report it, for example a tmpfs without a limit.
 */
function freeSpaceOf(directory) {
    for (let path = directory;; path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)) {
        try {
            const { bsize, blocks, bavail } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statfsSync)(path);
            if (blocks === 0)
                return undefined;
            return { device: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).dev, free: bavail * bsize, total: blocks * bsize };
        }
        catch {
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === path)
                return undefined;
        }
    }
}
/**
 * Checks that disks have enough free space for the following writes. Needs on one file system are added up. An exact fit
 * is accepted.
 *
 * @throws FledgeError `output` with every file system that has too little space: the missing bytes, the directory and the
 *   data.
 */
function requireSpace(needs, freeSpace = freeSpaceOf) {
    const disks = new Map();
    for (const need of needs) {
        const space = freeSpace(need.directory);
        if (space === undefined || need.bytes <= 0)
            continue;
        const disk = disks.get(space.device);
        if (disk === undefined)
            disks.set(space.device, { space, needs: [need] });
        else
            disk.needs.push(need);
    }
    const full = [...disks.values()].filter(({ space, needs: own }) => sumOf(own) > space.free);
    if (full.length === 0)
        return;
    const sentences = full.map(({ space, needs: own }) => {
        const parts = own.map(({ what, bytes, directory }) => `${what} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)}, in ${directory})`);
        const missing = sumOf(own) - space.free;
        return `${parts.join(' and ')}: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(space.free)} are free, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(missing)} are missing`;
    });
    const fixes = new Map(full.flatMap(({ needs: own }) => own.map(({ fix }) => [(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(fix), fix])));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `there is not enough space on the disk for ${sentences.join('; and for ')}`, {
        fix: (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .worded */ .MH) `free some space, or ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .joinTexts */ .B5)([...fixes.values()], ', or ')}`,
    });
}
function sumOf(needs) {
    return needs.reduce((sum, { bytes }) => sum + bytes, 0);
}
/** Bytes of a disk that stay free if the size of the output is not known in advance. */
const RESERVED_BYTES = 256 * _units_js__WEBPACK_IMPORTED_MODULE_3__/* .MEBIBYTE */ .gJ;
/** Bytes. A smaller disk, such as a tmpfs, is often meant for such work and has no reserve. */
const MIN_DISK_WITH_RESERVE = 4096 * _units_js__WEBPACK_IMPORTED_MODULE_3__/* .MEBIBYTE */ .gJ;
/** The free space is read after this many bytes; reading it costs some microseconds. */
const BYTES_PER_LOOK = _units_js__WEBPACK_IMPORTED_MODULE_3__/* .MEBIBYTE */ .gJ;
/** The bytes of a disk that are kept free. */
function reserveOf({ total }) {
    return total < MIN_DISK_WITH_RESERVE ? 0 : RESERVED_BYTES;
}
/**
 * Watches the free space of a disk while output of unknown size is written, so that an input cannot fill the disk.
 */
class DiskReserve {
    #directory;
    #freeSpace;
    #unseen = 0;
    constructor(directory, freeSpace = freeSpaceOf) {
        this.#directory = directory;
        this.#freeSpace = freeSpace;
    }
    /** Announces bytes that will be written. Returns the free space if they would use a part of the reserve. */
    claim(bytes) {
        this.#unseen += bytes;
        if (this.#unseen < BYTES_PER_LOOK)
            return undefined;
        const claimed = this.#unseen;
        this.#unseen = 0;
        return this.#spaceBelow(claimed);
    }
    /** The free space if it is less than the reserve. */
    exceeded() {
        return this.#spaceBelow(0);
    }
    #spaceBelow(claimed) {
        const space = this.#freeSpace(this.#directory);
        const reserve = space === undefined ? 0 : reserveOf(space);
        // Without a reserve, only ENOSPC shows that the disk is full: the claimed bytes can still fit.
        return space !== undefined && reserve > 0 && space.free - claimed < reserve ? space : undefined;
    }
}


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

/***/ 23486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ writeFully),
/* harmony export */   af: () => (/* binding */ placeFile)
/* harmony export */ });
/* unused harmony export replaceFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
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
    const scratch = (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .scratchFile */ .LE)(scratchDirectory, 'file');
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
    const present = lstatSync(path, { throwIfNoEntry: false });
    if (present !== undefined && !present.isFile()) {
        throw new FledgeError('output', `cannot write ${path}: it is not a regular file`, {
            fix: 'remove it, or replace it by a regular file',
        });
    }
    try {
        placeFile(path, Buffer.from(text, 'utf8'), { mode: 0o666, isDurable: true });
    }
    catch (error) {
        throw new FledgeError('output', `cannot write ${path}: ${writeFailureOf(error)}`, {
            cause: error,
            fix: fixOfReplacement(error, dirname(path)),
        });
    }
}
function fixOfReplacement(error, directory) {
    switch (systemCodeOf(error)) {
        case 'ENOENT':
            return `create the directory: mkdir -p ${shellWord(directory)}`;
        case 'ENOSPC':
        case 'EDQUOT':
            return 'free some space, or write to another disk';
        default:
            return `make ${directory} a directory that you may write to`;
    }
}


/***/ }),

/***/ 1453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ runAtExit),
/* harmony export */   Zj: () => (/* binding */ ProgramError),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   iv: () => (/* binding */ ChildEnvironment),
/* harmony export */   ni: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _report_activity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55338);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72658);





/** The number of characters from the end of a failed tool's output that an error shows. */
const OUTPUT_TAIL = 4000;
/** The limit for output that is collected in memory. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/**
 * The whole environment of a child. Only src/tools/environment.ts creates one, from its table: no child inherits the
 * environment of this process, which can contain secrets.
 */
class ChildEnvironment {
    #variables;
    constructor(variables) {
        this.#variables = { ...variables };
    }
    get variables() {
        return this.#variables;
    }
}
/** A program was started and failed. */
class ProgramError extends _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE {
    /** Undefined if the program was killed. */
    exitStatus;
    constructor(message, exitStatus) {
        super('tool', message);
        this.exitStatus = exitStatus;
    }
}
/**
 * Runs a program without a shell and returns its output. The child leads its own process group, and the whole group is
 * killed when this process ends, the signal aborts or the timeout expires, so that no grandchild survives.
 *
 * @throws FledgeError `tool` if it cannot be started; a `ProgramError` if its exit status is not 0, or it times out. The
 *   message contains the command's name, its status and the end of its output.
 */
function run(file, args, options) {
    const { cwd, env, input, user, timeoutMs, signal, onLine, maxOutputBytes = MAX_OUTPUT_BYTES } = options;
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        (0,_report_activity_js__WEBPACK_IMPORTED_MODULE_4__/* .noteActivity */ .o)({ kind: 'command', file, args });
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
            ...(cwd !== undefined && { cwd }),
            env: env.variables,
            ...user,
            stdio: ['pipe', options.stdout === 'discard' ? 'ignore' : 'pipe', 'pipe'],
            detached: true,
        });
        const stdout = [];
        const stderr = [];
        let outputBytes = 0;
        let failure;
        const killGroup = () => killGroupOf(child);
        const stop = (error) => {
            failure ??= { error };
            killGroup();
        };
        const collect = (chunks) => (chunk) => {
            outputBytes += chunk.length;
            if (outputBytes > maxOutputBytes)
                stop(toolError(file, `printed more than ${maxOutputBytes} bytes`, ''));
            else
                chunks.push(chunk);
        };
        const give = (take) => (chunk) => {
            if (failure !== undefined)
                return;
            try {
                take(chunk);
            }
            catch (error) {
                stop(error);
            }
        };
        const onAbort = () => stop(toolError(file, 'was stopped', ''));
        const timer = timeoutMs === undefined
            ? undefined
            : setTimeout(() => stop(toolError(file, `did not end within ${timeoutMs / 1000} s`, '')), timeoutMs);
        const forgetCleanup = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_3__/* .atExit */ .sz)(killGroup);
        signal?.addEventListener('abort', onAbort, { once: true });
        const settle = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            forgetCleanup();
        };
        child.stdout?.on('data', typeof options.stdout === 'function' ? give(options.stdout) : collect(stdout));
        child.stderr?.on('data', collect(stderr));
        if (onLine !== undefined) {
            for (const stream of ['stdout', 'stderr']) {
                const input = child[stream];
                if (input !== null)
                    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input }).on('line', (line) => onLine(line, stream));
            }
        }
        // A child that ends without reading its input closes the pipe; its exit status is what matters.
        child.stdin?.on('error', () => { });
        child.stdin?.end(input);
        child.on('error', (error) => {
            settle();
            reject(startError(file, error));
        });
        child.on('close', (status, signalName) => {
            settle();
            const errorText = Buffer.concat(stderr).toString('utf8');
            if (failure !== undefined)
                reject(failure.error);
            else if (status === 0)
                resolve({ stdout: Buffer.concat(stdout), stderr: errorText });
            else {
                const how = status === null ? `was killed by ${signalName}` : `ended with status ${status}`;
                // Some tools, such as checkers, print errors to stdout.
                const output = `${tailOf(Buffer.concat(stdout).toString('utf8'))}\n${errorText}`;
                reject(toolError(file, how, output, status ?? undefined));
            }
        });
    });
}
/**
 * Kills the process group of a child, also after the child's end: a process that it started may still run, and keeps the
 * group's number in use.
 */
function killGroupOf({ pid }) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch (error) {
        // A program that has changed its user, as sudo does, cannot be killed.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'ESRCH' && (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'EPERM')
            throw error;
    }
}
function startError(file, error) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `cannot start ${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
        cause: error,
        fix: `check that ${file} is installed and executable`,
    });
}
/**
 * Starts a program without a shell, and returns while it runs. It leads its own process group, which is killed when this
 * process ends or the signal aborts.
 *
 * @throws FledgeError `tool` if it cannot be started.
 */
async function start(file, args, { cwd, env, signal }) {
    signal?.throwIfAborted();
    (0,_report_activity_js__WEBPACK_IMPORTED_MODULE_4__/* .noteActivity */ .o)({ kind: 'command', file, args });
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
        ...(cwd !== undefined && { cwd }),
        env: env.variables,
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: true,
    });
    const forgetCleanup = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_3__/* .atExit */ .sz)(() => killGroupOf(child));
    const kill = () => {
        killGroupOf(child);
        // Output that is not read would keep the pipe open, and `ended` waiting.
        child.stdout.destroy();
    };
    signal?.addEventListener('abort', kill, { once: true });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr = `${stderr}${text}`.slice(-OUTPUT_TAIL);
    });
    // A program that has ended has closed its pipes.
    child.stdin.on('error', () => { });
    child.stdout.on('error', () => { });
    const ended = new Promise((resolve) => {
        child.on('close', (status, signalName) => {
            signal?.removeEventListener('abort', kill);
            forgetCleanup();
            resolve({ status: status ?? undefined, signal: signalName ?? undefined, stderr: stderr.trim() });
        });
    });
    await new Promise((resolve, reject) => {
        child.on('spawn', resolve);
        child.on('error', (error) => {
            forgetCleanup();
            reject(startError(file, error));
        });
    });
    return {
        stdout: child.stdout,
        write: (bytes) => {
            child.stdin.write(bytes);
        },
        kill,
        ended,
    };
}
function tailOf(text) {
    return text.trim().slice(-OUTPUT_TAIL);
}
function toolError(file, how, output, exitStatus) {
    const tail = tailOf(output);
    return new ProgramError(`${file} ${how}${tail === '' ? '' : `:\n${tail}`}`, exitStatus);
}
/**
 * Runs a program synchronously, for use while this process ends. Its result is ignored; it is killed after `timeoutMs`
 * milliseconds.
 */
function runAtExit(file, args, { env, timeoutMs }) {
    (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(file, args, { env: env.variables, timeout: timeoutMs, killSignal: 'SIGKILL', stdio: 'ignore' });
}


/***/ }),

/***/ 21430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath),
/* harmony export */   o: () => (/* binding */ addToSearchPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** Directories that are searched before those of PATH. */
const addedDirectories = [];
/**
 * Adds directories that `findOnPath` searches before those of PATH. The environment of this process does not change; a
 * child that needs the directories gets them in its own PATH.
 */
function addToSearchPath(directories) {
    addedDirectories.unshift(...directories);
}
/** The absolute path of an executable on the PATH, or undefined. A name with a slash is used as a path. */
async function findOnPath(name) {
    const searched = [...addedDirectories, ...(process.env['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)];
    const directories = name.includes('/') ? [''] : searched;
    for (const directory of directories) {
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(candidate) && directory !== '')
            continue;
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(candidate)).isFile())
                return candidate;
        }
        catch {
            // It does not exist, or this user cannot execute it: search the next directory.
        }
    }
    return undefined;
}


/***/ }),

/***/ 55332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ howToInstall)
/* harmony export */ });
/* unused harmony export packageManagerOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** Files with the name of the distribution, the preferred one first (os-release(5)). */
const OS_RELEASE_FILES = ['/etc/os-release', '/usr/lib/os-release'];
/** Package managers by the `ID` of a distribution. Derived distributions name their base in `ID_LIKE`. */
const PACKAGE_MANAGERS = {
    debian: 'apt',
    ubuntu: 'apt',
    fedora: 'dnf',
    rhel: 'dnf',
    centos: 'dnf',
    alpine: 'apk',
    arch: 'pacman',
    suse: 'zypper',
    opensuse: 'zypper',
};
const INSTALL_COMMANDS = {
    apt: 'apt-get install',
    dnf: 'dnf install',
    apk: 'apk add',
    pacman: 'pacman -S',
    zypper: 'zypper install',
};
/** The package manager for the content of an os-release file, or undefined for an unknown distribution. */
function packageManagerOf(osRelease) {
    const ids = [settingOf(osRelease, 'ID'), ...settingOf(osRelease, 'ID_LIKE').split(/\s+/)];
    return ids.map((id) => PACKAGE_MANAGERS[id]).find((manager) => manager !== undefined);
}
/** A value of os-release, which is a shell assignment with or without quotes; empty if it is not set. */
function settingOf(osRelease, key) {
    const value = new RegExp(`^${key}=(.*)$`, 'm').exec(osRelease)?.[1]?.trim() ?? '';
    return value.replace(/^(["'])(.*)\1$/, '$2');
}
/** The package manager of this machine, or undefined. */
function hostPackageManager() {
    for (const file of OS_RELEASE_FILES) {
        try {
            return packageManagerOf((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
        }
        catch {
            // The file is missing: read the next one, which is the system's default.
        }
    }
    return undefined;
}
/** The package manager of this machine, and whether the user is root. */
function hostInstaller() {
    return { manager: hostPackageManager(), isRoot: process.getuid?.() === 0 };
}
/** The command or instruction that installs tools, in one line. */
function howToInstall(tools, { manager, isRoot } = hostInstaller()) {
    const packages = new Set();
    const others = [];
    for (const { name, packages: byManager, homepage } of tools) {
        const own = manager && byManager[manager];
        if (own === undefined)
            others.push(`put ${name} on the PATH (${homepage})`);
        for (const each of own ?? [])
            packages.add(each);
    }
    const commands = manager === undefined || packages.size === 0
        ? []
        : [`${isRoot ? '' : 'sudo '}${INSTALL_COMMANDS[manager]} ${[...packages].join(' ')}`];
    return [...commands, ...others].join(', and ');
}


/***/ }),

/***/ 84705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ environmentFor)
/* harmony export */ });
/* unused harmony exports ENVIRONMENTS, HELPER_VARIABLES */
/* harmony import */ var _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** Proxy variables; programs read both spellings. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
/** Locations of certificate authorities for Go programs. */
const CERTIFICATES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'];
/** Locations of a user's logins and settings (containers-auth.json(5), containers-registries.conf(5)). */
const LOGINS = [
    ...['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME'],
    ...['REGISTRY_AUTH_FILE', 'DOCKER_CONFIG', 'CONTAINERS_REGISTRIES_CONF'],
];
/** Address and TLS settings of the Docker daemon. */
const DAEMON = ['DOCKER_HOST', 'DOCKER_CERT_PATH', 'DOCKER_TLS_VERIFY'];
/**
 * Storage settings of podman and buildah (containers-storage.conf(5)); the last three describe the user namespace of
 * `podman unshare`. STORAGE_OPTS can name a program that mounts. So can the user's storage.conf, which is read too.
 */
const STORAGE = [
    ...['CONTAINERS_STORAGE_CONF', 'STORAGE_DRIVER', 'STORAGE_OPTS'],
    ...['_CONTAINERS_USERNS_CONFIGURED', '_CONTAINERS_ROOTLESS_UID', '_CONTAINERS_ROOTLESS_GID'],
];
/** Settings that a build in a container, and a second build, must have in common with the first one. */
const BUILD = ['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL'];
const SKOPEO = {
    programs: ['skopeo'],
    passed: ['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES],
    fixed: { LC_ALL: 'C' },
    own: [],
};
/**
 * Every program that fledge starts, and its complete environment. docs/tools.md contains this table for users; a test
 * compares both with the environment that the programs really get.
 */
const ENVIRONMENTS = {
    version: {
        programs: ['any tool, to print its version'],
        why: 'a tool can be a script that starts other programs.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    gcc: {
        programs: ['gcc'],
        why: 'it finds `as` and `ld` on the PATH; other variables could change its output.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: ['TMPDIR'],
    },
    mkfs: {
        programs: ['mkfs.xfs', 'mkfs.btrfs', 'unshare, with the mount and cp of an old mkfs.xfs'],
        why: 'a preloaded library of fledge presents the tree to them.',
        passed: [],
        fixed: { LC_ALL: 'C', TZ: 'UTC', PATH: SYSTEM_PATH },
        own: ['LD_PRELOAD', 'FLEDGE_TREE_TABLE', 'FLEDGE_TREE_REPORT', 'SOURCE_DATE_EPOCH', 'DETERMINISTIC_SEED'],
    },
    check: {
        programs: ['e2fsck', 'unsquashfs', 'xfs_repair', 'btrfs check'],
        why: 'inherited variables could disable a check.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: [],
    },
    xz: {
        programs: ['xz'],
        why: 'inherited variables could add options.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: [],
    },
    getfattr: {
        programs: ['getfattr'],
        why: 'it needs none of them.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: [],
    },
    git: {
        programs: ['git'],
        why: "it needs the user's `safe.directory`; variables could select another repository, or programs to start.",
        passed: ['PATH', 'HOME', 'XDG_CONFIG_HOME'],
        fixed: { LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
        own: [],
    },
    umoci: {
        programs: ['umoci, and unshare before it'],
        why: 'its home is a directory of the build.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
        own: ['HOME'],
    },
    tar: {
        programs: ['tar, and unshare before it', 'mknod'],
        why: 'inherited variables could add options.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
        own: [],
    },
    skopeo: { ...SKOPEO, why: 'it needs logins, certificates, proxies and credential helpers.' },
    'skopeo of docker-daemon': {
        ...SKOPEO,
        why: 'it also needs the address of the daemon.',
        passed: [...SKOPEO.passed, ...DAEMON],
    },
    'skopeo of containers-storage': {
        ...SKOPEO,
        why: 'it also needs the storage settings of podman and buildah.',
        passed: [...SKOPEO.passed, ...STORAGE],
    },
    engine: {
        programs: ['docker', 'podman'],
        why: 'they need their daemon, storage, logins and settings, and pass variables of the build to the container.',
        passed: [
            ...['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES, ...DAEMON, ...STORAGE, ...BUILD, 'NO_COLOR'],
            ...['DOCKER_CONTEXT', 'DOCKER_API_VERSION', 'DOCKER_TLS', 'DOCKER_DEFAULT_PLATFORM'],
            ...['DOCKER_CONTENT_TRUST', 'DOCKER_CONTENT_TRUST_SERVER'],
            ...['CONTAINER_HOST', 'CONTAINER_CONNECTION', 'CONTAINER_SSHKEY', 'CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE'],
            'DBUS_SESSION_BUS_ADDRESS',
        ],
        fixed: {},
        own: [],
    },
    builder: {
        programs: ['docker buildx', 'podman build', 'buildah build, and setpriv and unshare before them'],
        why: 'they need their daemon, storage, logins and settings. A program in a Dockerfile gets only the proxies.',
        passed: [
            ...[
                'PATH',
                ...LOGINS,
                ...PROXIES,
                ...CERTIFICATES,
                ...DAEMON,
                'DOCKER_CONTEXT',
                'DOCKER_API_VERSION',
                'DOCKER_TLS',
            ],
            ...['BUILDX_BUILDER', 'BUILDX_CONFIG', 'CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE', 'BUILDAH_ISOLATION'],
            ...STORAGE,
            'DBUS_SESSION_BUS_ADDRESS',
        ],
        fixed: { LC_ALL: 'C', BUILDX_NO_DEFAULT_ATTESTATIONS: '1', DOCKER_CLI_HINTS: 'false' },
        own: ['TMPDIR'],
    },
    machine: {
        programs: ['qemu-system-x86_64', 'qemu-system-aarch64', 'cloud-hypervisor, and setpriv before them'],
        why: 'inherited variables could add options; what a machine writes to its disk is stored in TMPDIR.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: ['TMPDIR'],
    },
    sudo: {
        programs: ['sudo, with apt-get, or with sh and udevadm'],
        why: 'packages are downloaded through the proxy of this machine; sudo removes variables by its own policy.',
        passed: ['PATH', 'HOME', ...PROXIES],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    'apt-cache': {
        programs: ['apt-cache'],
        why: 'it only reads files.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    toolkit: {
        programs: ["zstd and tar of the toolkit's cache client"],
        why: "the client starts them with its own environment; the job's token is removed before an archive is unpacked.",
        passed: [
            ...['PATH', 'HOME', 'TMPDIR', ...PROXIES, 'RUNNER_DEBUG', 'GITHUB_SERVER_URL', 'GITHUB_REF'],
            ...['ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_CACHE_MODE', 'ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL'],
            ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ORCHESTRATION_ID'],
            ...['CACHE_UPLOAD_CONCURRENCY', 'CACHE_UPLOAD_CHUNK_SIZE', 'SEGMENT_DOWNLOAD_TIMEOUT_MINS'],
        ],
        fixed: { LC_ALL: 'C' },
        own: ['RUNNER_TEMP', 'GITHUB_WORKSPACE', 'TAR_OPTIONS'],
    },
    fledge: {
        programs: ['fledge, for the second build of a reproducibility check'],
        why: 'it needs the same inputs; everything that must not affect the output differs.',
        passed: [
            ...['PATH', ...LOGINS.filter((name) => name !== 'HOME'), ...PROXIES, ...CERTIFICATES, ...DAEMON, ...STORAGE],
            ...[...BUILD, 'FLEDGE_TOOLCHAIN', 'NODE_USE_SYSTEM_CA'],
        ],
        fixed: { NO_COLOR: '1' },
        own: [
            ...['HOME', 'PWD', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
            ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'HOSTNAME', 'NODE_EXTRA_CA_CERTS', 'FLEDGE_GITHUB_TOKEN_FILE'],
            'FLEDGE_NOT_MAPPED',
        ],
    },
};
/** Kinds whose programs start credential helpers. */
const WITH_HELPERS = ['skopeo', 'engine', 'builder', 'fledge'];
/**
 * Variables of credential helpers, as registries document them, by the name after `docker-credential-`; `*` matches any
 * ending. They are secrets, and are inherited only if a login file names the helper.
 */
const HELPER_VARIABLES = {
    'ecr-login': ['AWS_*'],
    gcr: ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_*'],
    gcloud: ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_*'],
    'acr-env': ['AZURE_*'],
    acr: ['AZURE_*'],
    pass: ['PASSWORD_STORE_*', 'GNUPGHOME'],
    secretservice: ['DBUS_SESSION_BUS_ADDRESS'],
};
/**
 * The environment of a child, from the table: the inherited variables of its row that `env` has, the fixed ones, and its
 * own. Only a docker or podman with a daemon behind SSH gets the SSH agent.
 *
 * @throws RangeError for an own variable that is not in the row.
 */
function environmentFor(kind, env, { own = {}, helpers = [] } = {}) {
    const row = ENVIRONMENTS[kind];
    const unknown = Object.keys(own).find((name) => !row.own.includes(name));
    if (unknown !== undefined)
        throw new RangeError(`the environment of ${kind} does not have ${unknown}`);
    const names = [
        ...row.passed,
        ...(WITH_HELPERS.includes(kind) ? helperVariables(helpers, env) : []),
        ...((kind === 'engine' || kind === 'builder') && isReachedBySsh(env) ? ['SSH_AUTH_SOCK'] : []),
    ];
    const passed = names.map((name) => [name, env[name]]);
    const all = [...passed, ...Object.entries(row.fixed), ...Object.entries(own)];
    return new _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .ChildEnvironment */ .iv(Object.fromEntries(all.filter((pair) => pair[1] !== undefined)));
}
/** The names of the variables in `env` that these helpers read. */
function helperVariables(helpers, env) {
    const patterns = helpers.flatMap((helper) => Object.hasOwn(HELPER_VARIABLES, helper) ? HELPER_VARIABLES[helper] : []);
    return Object.keys(env).filter((name) => patterns.some((pattern) => (pattern?.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)));
}
function isReachedBySsh(env) {
    const hosts = [env['DOCKER_HOST'], env['CONTAINER_HOST']];
    const isNamed = [env['DOCKER_CONTEXT'], env['CONTAINER_CONNECTION']].some((name) => name !== undefined && name !== '');
    return isNamed || hosts.some((host) => host?.startsWith('ssh://'));
}


/***/ }),

/***/ 11313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   Nv: () => (/* binding */ howToFix),
/* harmony export */   SG: () => (/* binding */ findTool),
/* harmony export */   Y0: () => (/* binding */ requireTool),
/* harmony export */   jb: () => (/* binding */ describeFinding)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_process_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1453);
/* harmony import */ var _support_process_search_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21430);
/* harmony import */ var _support_report_activity_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55338);
/* harmony import */ var _distribution_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55332);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84705);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(46384);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(61832);










/** Directories of root's PATH, in which distributions install tools for file systems. */
const SBIN = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
/** A program usually prints its version within milliseconds; one that does not return is broken. */
const VERSION_TIMEOUT_MS = 20_000;
/**
 * Finds a tool on the PATH, then in the sbin directories, and reads its version. A tool that does not print its version is
 * accepted. `directories` are searched first.
 */
async function findTool(tool, signal, directories = []) {
    const first = directories.flatMap((directory) => tool.commands.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)));
    const path = (await findFirst(first)) ?? (await findProgram(...tool.commands));
    if (path === undefined)
        return { state: 'missing', tool, what: tool.commands[0] };
    if (tool.alsoNeeds !== undefined && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(tool.alsoNeeds)) {
        return { state: 'missing', tool, what: tool.alsoNeeds };
    }
    const version = await askVersion(path, tool, signal);
    if (version !== undefined)
        (0,_support_report_activity_js__WEBPACK_IMPORTED_MODULE_8__/* .noteActivity */ .o)({ kind: 'tool', name: tool.name, version: (0,_version_js__WEBPACK_IMPORTED_MODULE_9__/* .formatVersion */ .qh)(version), path });
    const { oldest } = tool;
    if (version === undefined || oldest === undefined || (0,_version_js__WEBPACK_IMPORTED_MODULE_9__/* .isAtLeast */ .du)(version, oldest.version)) {
        return { state: 'found', tool, path, version };
    }
    return { state: 'too-old', tool, path, version, oldest };
}
/**
 * Finds a tool that must be on this machine.
 *
 * @throws FledgeError `tool` if it is missing or too old; the fix is the installation command of this distribution.
 */
async function requireTool(tool, signal) {
    const finding = await findTool(tool, signal);
    if (finding.state === 'found')
        return finding;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', describeFinding(finding), { fix: howToFix([finding]) });
}
/** The reason why a tool cannot be used: `skopeo is not on the PATH`. */
function describeFinding(finding) {
    if (finding.state === 'missing') {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(finding.what) ? `${finding.what} is missing` : `${finding.what} is not on the PATH`;
    }
    const { path, version, oldest } = finding;
    return `${path} is version ${(0,_version_js__WEBPACK_IMPORTED_MODULE_9__/* .formatVersion */ .qh)(version)}, which ${oldest.reason}`;
}
/** The fix for tools that cannot be used, in one line: the installation command, and the versions that are needed. */
function howToFix(findings) {
    const newer = findings.flatMap((finding) => {
        if (finding.state !== 'too-old')
            return [];
        return [`${finding.tool.name} ${(0,_version_js__WEBPACK_IMPORTED_MODULE_9__/* .formatVersion */ .qh)(finding.oldest.version)} or newer is needed`];
    });
    const command = (0,_distribution_js__WEBPACK_IMPORTED_MODULE_5__/* .howToInstall */ .v)(findings.map(({ tool }) => tool));
    return newer.length === 0 ? command : `${newer.join(', ')}: ${command}`;
}
/** The absolute path of a program by one of its names: on the PATH, or in an sbin directory. */
async function findProgram(...names) {
    return findFirst([...names, ...names.flatMap((name) => SBIN.map((directory) => `${directory}/${name}`))]);
}
async function findFirst(places) {
    for (const place of places) {
        const path = await (0,_support_process_search_path_js__WEBPACK_IMPORTED_MODULE_4__/* .findOnPath */ .a)(place);
        if (path !== undefined)
            return path;
    }
    return undefined;
}
async function askVersion(path, tool, signal) {
    let output = '';
    try {
        await (0,_support_process_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, tool.version.args, {
            env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentFor */ .DD)('version', process.env),
            timeoutMs: VERSION_TIMEOUT_MS,
            onLine: (line) => {
                output += `${line}\n`;
            },
            signal,
        });
    }
    catch (error) {
        signal?.throwIfAborted();
        // Some programs, such as unsquashfs, print it and exit with a status other than 0.
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE))
            throw error;
    }
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_7__/* .versionIn */ .p8)(output, tool);
}


/***/ }),

/***/ 46384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   AT: () => (/* binding */ umoci),
/* harmony export */   FB: () => (/* binding */ emulators),
/* harmony export */   FR: () => (/* binding */ compilerFor),
/* harmony export */   LI: () => (/* binding */ cloudHypervisor),
/* harmony export */   PX: () => (/* binding */ xfsprogs),
/* harmony export */   VW: () => (/* binding */ crossCompilerFor),
/* harmony export */   YR: () => (/* binding */ getfattr),
/* harmony export */   _S: () => (/* binding */ skopeo),
/* harmony export */   h6: () => (/* binding */ btrfsProgs),
/* harmony export */   oI: () => (/* binding */ gnuTar),
/* harmony export */   oK: () => (/* binding */ imageBuilders),
/* harmony export */   p8: () => (/* binding */ versionIn),
/* harmony export */   qJ: () => (/* binding */ e2fsprogs),
/* harmony export */   qh: () => (/* binding */ squashfsTools),
/* harmony export */   xz: () => (/* binding */ xz),
/* harmony export */   y9: () => (/* binding */ hostCompiler)
/* harmony export */ });
/* unused harmony export TOOLS */
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61832);

/** Packages with the same name in most distributions. */
function everywhere(name, others = {}) {
    return { apt: [name], dnf: [name], apk: [name], pacman: [name], zypper: [name], ...others };
}
const skopeo = {
    name: 'skopeo',
    commands: ['skopeo'],
    purpose: 'fetch container images',
    version: { args: ['--version'], prefix: /^skopeo version /m },
    // --override-variant was added in 0.2.0, which was never in a stable distribution.
    oldest: { version: [1], reason: 'lacks options that fledge needs' },
    packages: everywhere('skopeo'),
    homepage: 'https://github.com/containers/skopeo',
};
const umoci = {
    name: 'umoci',
    commands: ['umoci'],
    purpose: 'unpack image layers a second time, independently',
    version: { args: ['--version'], prefix: /^umoci version /m },
    oldest: { version: [0, 4, 7], reason: 'can be made to write outside its directory (CVE-2021-29136)' },
    packages: { apt: ['umoci'], zypper: ['umoci'] },
    homepage: 'https://github.com/opencontainers/umoci/releases',
    // Several projects on GitHub independently pin the same SHA-256 for both files.
    release: {
        version: '0.6.0',
        assets: {
            x64: {
                url: 'https://github.com/opencontainers/umoci/releases/download/v0.6.0/umoci.linux.amd64',
                sha256: 'b51c267ec394499e42c6fde47f240b7b7dba57ea49df0b5acd304378b82a3b71',
            },
            arm64: {
                url: 'https://github.com/opencontainers/umoci/releases/download/v0.6.0/umoci.linux.arm64',
                sha256: '5cfd17f2e7a4bcf9ed67ea1b955ca893d200349b9ce6a3d3707dba415f458a1f',
            },
        },
    },
};
const gnuTar = {
    name: 'tar',
    commands: ['tar'],
    purpose: 'read the files that umoci has unpacked',
    version: { args: ['--version'], prefix: /^tar \(GNU tar\) /m },
    oldest: { version: [1, 28], reason: 'lacks options that fledge needs' },
    packages: everywhere('tar'),
    homepage: 'https://www.gnu.org/software/tar/',
};
const e2fsprogs = {
    name: 'e2fsprogs',
    commands: ['e2fsck'],
    purpose: 'check ext4 images',
    version: { args: ['-V'], prefix: /^e2fsck /m },
    oldest: { version: [1, 43], reason: 'does not support all features of the images' },
    packages: everywhere('e2fsprogs'),
    homepage: 'https://e2fsprogs.sourceforge.net',
};
const squashfsTools = {
    name: 'squashfs-tools',
    commands: ['unsquashfs'],
    purpose: 'check squashfs images',
    version: { args: ['-version'], prefix: /^unsquashfs version /m },
    oldest: { version: [4, 5], reason: 'cannot read an image without unpacking it' },
    packages: everywhere('squashfs-tools', { zypper: ['squashfs'] }),
    homepage: 'https://github.com/plougher/squashfs-tools',
};
const xfsprogs = {
    name: 'xfsprogs',
    commands: ['mkfs.xfs'],
    purpose: 'make xfs images',
    version: { args: ['-V'], prefix: /^mkfs\.xfs version /m },
    oldest: { version: [6, 19], reason: 'cannot fill an image from a directory, or damages it' },
    packages: everywhere('xfsprogs'),
    homepage: 'https://xfs.wiki.kernel.org',
};
const btrfsProgs = {
    name: 'btrfs-progs',
    commands: ['mkfs.btrfs'],
    purpose: 'make btrfs images',
    version: { args: ['--version'], prefix: /^mkfs\.btrfs, part of btrfs-progs v/m },
    oldest: { version: [6, 14], reason: 'may lose hardlinks when it fills an image' },
    packages: everywhere('btrfs-progs', { zypper: ['btrfsprogs'] }),
    homepage: 'https://btrfs.readthedocs.io',
};
const xz = {
    name: 'xz',
    commands: ['xz'],
    purpose: 'decompress kernel modules',
    version: { args: ['--version'], prefix: /^xz \(XZ Utils\) /m },
    packages: { apt: ['xz-utils'], dnf: ['xz'], apk: ['xz'], pacman: ['xz'], zypper: ['xz'] },
    homepage: 'https://tukaani.org/xz/',
};
const getfattr = {
    name: 'getfattr',
    commands: ['getfattr'],
    purpose: 'read extended attributes in directories',
    version: { args: ['--version'], prefix: /^getfattr /m },
    packages: everywhere('attr'),
    homepage: 'https://savannah.nongnu.org/projects/attr',
};
const git = {
    name: 'git',
    commands: ['git'],
    purpose: 'compare the inputs of plugins with a commit',
    version: { args: ['--version'], prefix: /^git version /m },
    // --is-shallow-repository was added in 2.15, and `--no-optional-locks` too.
    oldest: { version: [2, 15], reason: 'lacks options that fledge needs' },
    packages: everywhere('git'),
    homepage: 'https://git-scm.com',
};
/** The programs that build Dockerfiles; one of them is enough. */
const imageBuilders = {
    docker: {
        name: 'docker buildx',
        commands: ['docker'],
        purpose: 'build images from Dockerfiles',
        version: { args: ['buildx', 'version'], prefix: /^github\.com\/docker\/buildx v?/m },
        packages: {},
        homepage: 'https://docs.docker.com/build/',
    },
    podman: {
        name: 'podman',
        commands: ['podman'],
        purpose: 'build images from Dockerfiles',
        version: { args: ['--version'], prefix: /^podman version /m },
        packages: everywhere('podman'),
        homepage: 'https://podman.io',
    },
    buildah: {
        name: 'buildah',
        commands: ['buildah'],
        purpose: 'build images from Dockerfiles',
        version: { args: ['--version'], prefix: /^buildah version /m },
        packages: everywhere('buildah'),
        homepage: 'https://buildah.io',
    },
};
/** The VMM that Volant uses. */
const cloudHypervisor = {
    name: 'cloud-hypervisor',
    commands: ['cloud-hypervisor'],
    purpose: 'boot artifacts with KVM, as Volant does',
    version: { args: ['--version'], prefix: /^cloud-hypervisor v/m },
    // 50.1 added `backing_files` and `image_type` to --disk (GHSA-jmr4-g2hv-mjj6).
    oldest: { version: [50, 1], reason: 'opens other files that a disk image names' },
    packages: { apk: ['cloud-hypervisor'], pacman: ['cloud-hypervisor'] },
    homepage: 'https://github.com/cloud-hypervisor/cloud-hypervisor/releases',
};
const qemuVersion = { args: ['--version'], prefix: /^QEMU emulator version /m };
const oldestQemu = { version: [6], reason: 'lacks options that fledge needs' };
/** The emulators, by the platform of the machine. */
const emulators = {
    'linux/amd64': {
        name: 'qemu-system-x86',
        commands: ['qemu-system-x86_64'],
        purpose: 'boot artifacts for linux/amd64',
        version: qemuVersion,
        oldest: oldestQemu,
        packages: everywhere('qemu-system-x86', { apk: ['qemu-system-x86_64'], zypper: ['qemu-x86'] }),
        homepage: 'https://www.qemu.org',
    },
    'linux/arm64': {
        name: 'qemu-system-arm',
        commands: ['qemu-system-aarch64'],
        purpose: 'boot artifacts for linux/arm64',
        version: qemuVersion,
        oldest: oldestQemu,
        packages: everywhere('qemu-system-aarch64', { apt: ['qemu-system-arm'], zypper: ['qemu-arm'] }),
        homepage: 'https://www.qemu.org',
    },
};
/** All tools that every plugin may need, except the compilers. */
const TOOLS = [skopeo, umoci, gnuTar, e2fsprogs, squashfsTools, xfsprogs, btrfsProgs];
const compilerVersion = { args: ['-dumpfullversion', '-dumpversion'], prefix: /^/ };
/** The properties of the compilers that depend on the platform. */
const compilers = {
    'linux/amd64': {
        hostArchitecture: 'x64',
        command: 'x86_64-linux-gnu-gcc',
        packages: { apt: ['gcc-x86-64-linux-gnu'], dnf: ['gcc-x86_64-linux-gnu'] },
        // gcc 8 added -fcf-protection.
        oldest: [8],
    },
    'linux/arm64': {
        hostArchitecture: 'arm64',
        command: 'aarch64-linux-gnu-gcc',
        packages: {
            apt: ['gcc-aarch64-linux-gnu'],
            dnf: ['gcc-aarch64-linux-gnu'],
            pacman: ['aarch64-linux-gnu-gcc'],
        },
        // gcc 9 added -mbranch-protection.
        oldest: [9],
    },
};
/** The gcc for a platform: `gcc` if it is the machine's own platform, otherwise a cross compiler. */
function compilerFor(platform, hostArchitecture = process.arch) {
    const cross = crossCompilerFor(platform);
    if (compilers[platform].hostArchitecture !== hostArchitecture)
        return cross;
    return { ...cross, name: 'gcc', commands: ['gcc', ...cross.commands], packages: everywhere('gcc') };
}
/** The gcc for this machine, with the headers of its C library. */
const hostCompiler = {
    name: 'gcc and libc',
    commands: ['gcc'],
    purpose: 'compile the library for mkfs.xfs and mkfs.btrfs',
    version: compilerVersion,
    alsoNeeds: '/usr/include/stdio.h',
    packages: {
        apt: ['gcc', 'libc6-dev'],
        dnf: ['gcc', 'glibc-devel'],
        apk: ['gcc', 'musl-dev'],
        pacman: ['gcc', 'glibc'],
        zypper: ['gcc', 'glibc-devel'],
    },
    homepage: 'https://gcc.gnu.org',
};
/** The gcc for a platform on a machine with another architecture. */
function crossCompilerFor(platform) {
    const { command, packages, oldest } = compilers[platform];
    return {
        name: command,
        commands: [command],
        purpose: `compile the init for ${platform}`,
        version: compilerVersion,
        oldest: { version: oldest, reason: 'lacks options that fledge needs' },
        packages,
        homepage: 'https://gcc.gnu.org',
    };
}
/** The version of a tool in its output, or undefined. */
function versionIn(output, { version: { prefix } }) {
    const match = prefix.exec(output);
    return match === null ? undefined : (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(output.slice(match.index + match[0].length));
}


/***/ }),

/***/ 61832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
/* unused harmony export compareVersions */
/** The version at the beginning of a text, such as `0.4.7+ds-3` or `6.2`, or undefined. */
function parseVersion(text) {
    return /^\d+(?:\.\d+)*/.exec(text)?.[0].split('.').map(Number);
}
/** Negative if `a` is older, positive if it is newer, 0 if they are equal; 6.2 equals 6.2.0. */
function compareVersions(a, b) {
    const length = Math.max(a.length, b.length);
    for (let index = 0; index < length; index += 1) {
        const difference = (a[index] ?? 0) - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Whether `version` is `wanted` or newer. */
function isAtLeast(version, wanted) {
    return compareVersions(version, wanted) >= 0;
}
/** A version as text: `4.7.5`. */
function formatVersion(version) {
    return version.join('.');
}


/***/ })

};
