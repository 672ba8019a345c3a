export const id = 329;
export const ids = [329];
export const modules = {

/***/ 47611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ fledgeBundle)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** The command line's bundle, which stands beside this one in dist/. */
function fledgeBundle() {
    const [, own] = process.argv;
    if (own === undefined)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('internal', 'it is not known where this program is');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(own), '../cli/index.js');
}


/***/ }),

/***/ 72445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eq: () => (/* binding */ toolCacheDirectory),
/* harmony export */   _$: () => (/* binding */ prepareToolsFor),
/* harmony export */   hN: () => (/* binding */ needsOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _recipe_needs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80622);
/* harmony import */ var _sources_cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8359);




/** Puts the tools that these builds take where they are found by this process and those it starts. */
async function prepareToolsFor(plans, inputs, context) {
    const { prepareTools } = await __webpack_require__.e(/* import() */ 894).then(__webpack_require__.bind(__webpack_require__, 23894));
    await prepareTools(await needsOf(plans, inputs), {
        ...context,
        cacheDirectory: toolCacheDirectory(context),
        privateDirectory: context.directory,
        addPath(directory) {
            process.env['PATH'] = `${directory}${node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter}${process.env['PATH'] ?? ''}`;
        },
    });
}
/** The tools that these builds take. */
async function needsOf(plans, { platform, verify }) {
    const needs = plans.map(({ loaded: { config, directory } }) => (0,_recipe_needs_js__WEBPACK_IMPORTED_MODULE_2__/* .toolsFor */ .Jr)({ config, directory, platform, verify }));
    return (0,_recipe_needs_js__WEBPACK_IMPORTED_MODULE_2__/* .combineNeeds */ .F7)(await Promise.all(needs));
}
/** Where downloads of tools are kept. */
function toolCacheDirectory({ env }) {
    return (0,_sources_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheDirectoryOf */ .N2)(env, { home: node_os__WEBPACK_IMPORTED_MODULE_0__.homedir, cwd: process.cwd() });
}


/***/ }),

/***/ 17646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ chooseInit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Chooses by interfaces.md, "Init modes": a host file first, then a path in the image. */
async function chooseInit(init, directory) {
    switch (init.mode) {
        case 'default':
            return { kind: 'compiled', exec: undefined };
        case 'none':
            return { kind: 'mapped' };
        case 'custom': {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, init.path);
            if (await exists(path))
                return { kind: 'host-file', path };
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(init.path) ? { kind: 'compiled', exec: init.path } : { kind: 'missing' };
        }
    }
}
async function exists(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 80622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ combineNeeds),
/* harmony export */   Jr: () => (/* binding */ toolsFor),
/* harmony export */   WZ: () => (/* binding */ usualNeeds)
/* harmony export */ });
/* unused harmony exports initramfsNeeds, rootfsNeeds */
/* harmony import */ var _init_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17646);
/* harmony import */ var _tools_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46384);


const NOTHING = { needed: [], optional: [] };
/** What building a config takes. Looks at the host only for whether `[init] path` names a file of it. */
async function toolsFor({ config, directory, platform, verify }) {
    if (config.strategy === 'oci_rootfs')
        return rootfsNeeds(config, verify);
    return initramfsNeeds(await (0,_init_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseInit */ .C)(config.init, directory), platform);
}
/** What an initramfs takes: a compiler, if the C init goes into it. */
function initramfsNeeds(init, platform) {
    return init.kind === 'compiled' ? { needed: [(0,_tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .compilerFor */ .FR)(platform)], optional: [] } : NOTHING;
}
/** What an image takes: something to fetch it with, to make the file system with, and to check both. */
function rootfsNeeds({ image, filesystem }, verify) {
    // What has a path is read in place.
    const isHere = image.path !== undefined;
    const { makers, checkers } = FILESYSTEM_TOOLS[filesystem.type];
    return {
        needed: [...(isHere ? [] : [_tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .skopeo */ ._S]), ...makers, ...(verify === 'full' ? [_tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .umoci */ .AT, _tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .gnuTar */ .oI] : [])],
        optional: verify === 'none' ? [] : checkers,
    };
}
/** What makes a file system, and what checks it, if that is another tool. */
const FILESYSTEM_TOOLS = {
    ext4: { makers: [], checkers: [_tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .e2fsprogs */ .qJ] },
    squashfs: { makers: [], checkers: [_tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .squashfsTools */ .qh] },
    xfs: { makers: [_tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .xfsprogs */ .PX, _tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .hostCompiler */ .y9], checkers: [] },
    btrfs: { makers: [_tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .btrfsProgs */ .h6, _tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .hostCompiler */ .y9], checkers: [] },
};
/** What several builds take together, each tool once. */
function combineNeeds(all) {
    const needed = byName(all.flatMap((needs) => needs.needed));
    const optional = byName(all.flatMap((needs) => needs.optional));
    for (const name of needed.keys())
        optional.delete(name);
    return { needed: [...needed.values()], optional: [...optional.values()] };
}
/** What the usual plugins take: an initramfs with the C init, and an ext4 image of a registry's image. */
function usualNeeds(platform) {
    return { needed: [(0,_tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .compilerFor */ .FR)(platform), _tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .skopeo */ ._S], optional: [_tools_table_js__WEBPACK_IMPORTED_MODULE_1__/* .e2fsprogs */ .qJ] };
}
function byName(tools) {
    return new Map(tools.map((tool) => [tool.name, tool]));
}


/***/ }),

/***/ 8359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N2: () => (/* binding */ cacheDirectoryOf),
/* harmony export */   Uf: () => (/* binding */ timeOfUse),
/* harmony export */   bp: () => (/* binding */ openCache),
/* harmony export */   sm: () => (/* binding */ requireOwnCache)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _support_remove_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25783);
/* harmony import */ var _support_scratch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46678);
/* harmony import */ var _support_shell_word_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(73963);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67270);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64925);










/**
 * The directory that `FLEDGE_CACHE_DIR` names (relative to `cwd`), else `fledge` in `XDG_CACHE_HOME`, else
 * `~/.cache/fledge`. A relative XDG_CACHE_HOME is ignored, as the XDG base directory specification asks.
 */
function cacheDirectoryOf(env, place) {
    const own = (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .J)(env, 'FLEDGE_CACHE_DIR');
    if (own !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(place.cwd, own);
    const xdg = (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .J)(env, 'XDG_CACHE_HOME');
    return xdg !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(xdg) ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(xdg, 'fledge') : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(place.home(), '.cache', 'fledge');
}
/** More than any file that is put into the cache may have; what has more is not read. */
const MAX_BYTES = 1024 ** 3;
/** The cache in `directory`, which is created when the first file is put into it. */
function openCache(directory, reporter) {
    return {
        find: (sha256) => findIntact(directory, sha256, reporter),
        begin: (label) => beginFile(directory, label),
    };
}
/**
 * The times of a cached file that is used now. Whoever keeps a cache small goes by them; one that cannot be set, in a
 * cache of somebody else, is left as it is.
 */
function timeOfUse() {
    const now = new Date();
    return [now, now];
}
function placeOf(directory, sha256) {
    if (!/^[0-9a-f]{64}$/.test(sha256))
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('internal', `not a SHA-256: ${sha256}`);
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'sha256', sha256.slice(0, 2));
    return { parent, path: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, sha256) };
}
/**
 * Makes sure that nobody but this user and root can put files into a cache. One that does not exist is fine: it will be
 * created so.
 *
 * @throws FledgeError `output` with the command that mends it.
 */
function requireOwnCache(directory) {
    let stats;
    try {
        stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(directory, { throwIfNoEntry: false });
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
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot use the cache ${path}: it is of user ${uid}, and fledge runs as user ${user}`, {
            fix: 'let FLEDGE_CACHE_DIR name a directory of the user who builds',
        });
    }
    if ((mode & 0o022) === 0)
        return;
    const who = (mode & 0o002) === 0 ? 'its group' : 'every user';
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot use the cache ${path}: ${who} can change what is in it`, {
        fix: `chmod go-w ${(0,_support_shell_word_js__WEBPACK_IMPORTED_MODULE_9__/* .shellWord */ .r)(path)}, or let FLEDGE_CACHE_DIR name another directory`,
    });
}
async function findIntact(directory, sha256, reporter) {
    requireOwnCache(directory);
    const { path } = placeOf(directory, sha256);
    let handle;
    try {
        handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        // A link, or a socket.
        if (code === 'ELOOP' || code === 'ENXIO')
            return evict(path, reporter);
        throw cacheError(directory, 'read the download cache', error);
    }
    try {
        const stats = await handle.stat();
        const found = stats.isFile() && stats.size <= MAX_BYTES ? await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_8__/* .digestHandle */ .t)(handle) : undefined;
        if (found?.sha256 !== sha256)
            return await evict(path, reporter);
        await handle.utimes(...timeOfUse()).catch(() => { });
        return { path, ...found };
    }
    finally {
        await handle.close();
    }
}
async function evict(path, reporter) {
    reporter.warn(`the cached file ${path} is damaged; it is removed and fetched again`);
    try {
        (0,_support_remove_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .removeAny */ .Nu)(path);
    }
    catch {
        // The new file takes the place by its rename, or that fails with the reason.
    }
    return undefined;
}
async function beginFile(directory, label) {
    const doing = `store ${label} in the download cache`;
    const waiting = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'tmp');
    let scratch;
    let handle;
    requireOwnCache(directory);
    try {
        await makeDirectories(directory);
        await ownDirectory(waiting);
        (0,_support_scratch_js__WEBPACK_IMPORTED_MODULE_6__/* .removeStaleScratch */ .eO)(waiting);
        scratch = (0,_support_scratch_js__WEBPACK_IMPORTED_MODULE_6__/* .scratchFile */ .LE)(waiting, 'download');
    }
    catch (error) {
        throw cacheError(directory, doing, error);
    }
    try {
        handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(scratch.path, 'wx', 0o600);
    }
    catch (error) {
        scratch.dispose();
        throw cacheError(directory, doing, error);
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
                // One call to write(2) may take less than it was given, as on a disk that is about to be full.
                for (let done = 0; done < chunk.length;)
                    done += (await handle.write(chunk, done)).bytesWritten;
            }
            catch (error) {
                throw cacheError(directory, doing, error);
            }
        },
        digest: () => ({ size, sha256: hash.copy().digest('hex') }),
        async commit() {
            const sha256 = hash.copy().digest('hex');
            const { parent, path } = placeOf(directory, sha256);
            try {
                await handle.sync();
                await close();
                await ownDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'sha256'));
                await ownDirectory(parent);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(scratch.path, path);
            }
            catch (error) {
                throw cacheError(directory, doing, error);
            }
            scratch.release();
            return { path, size, sha256 };
        },
        async discard() {
            await close().catch(() => { });
            scratch.dispose();
        },
    };
}
/**
 * Creates a directory and what is missing above it. Not mkdir's `recursive`: below /proc, where a directory answers
 * ENOENT to what cannot be created in it, Node tries that for ever.
 */
async function makeDirectories(path) {
    const create = async () => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(path, { mode: 0o700 }).catch((error) => {
            if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error) !== 'EEXIST')
                throw error;
        });
    };
    try {
        await create();
    }
    catch (error) {
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error) !== 'ENOENT' || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) === path)
            throw error;
        await makeDirectories((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path));
        await create();
    }
}
/** Makes `path` a directory of this user's only. A symlink in its place is refused: it would lead writes elsewhere. */
async function ownDirectory(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(path, { mode: 0o700 });
    }
    catch (error) {
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error) !== 'EEXIST')
            throw error;
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path);
        if (stats.isDirectory())
            requireOwn(path, stats);
        else {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot use ${path} of the download cache: it is not a directory`, {
                fix: 'remove it, or let FLEDGE_CACHE_DIR name another directory',
            });
        }
    }
}
function cacheError(directory, doing, error) {
    if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE)
        return error;
    const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error);
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot ${doing} ${directory}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
        cause: error,
        fix: full
            ? 'free some space, or let FLEDGE_CACHE_DIR name a directory on another disk'
            : 'let FLEDGE_CACHE_DIR name a directory that you can write to',
    });
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
/** Whether the bytes begin as an ELF file does. */
function isElf(head) {
    return startsWith(head, ELF_MAGIC);
}
/** What a file that should be a program seems to be instead, by its first bytes, with its article. */
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
        return 'a file of another kind';
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
/** The beginning as trimmed text, or undefined if it holds control characters that text does not have. */
function textOf(head) {
    const text = Buffer.from(head.subarray(0, SNIFF_BYTES))
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .trim();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
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
/* harmony import */ var _support_disk_space_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67356);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8359);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13307);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64925);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88468);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64924);









/** How much of a download is kept to tell what it is. */
const HEAD_BYTES = 512;
const MISMATCH_FIX = 'either the checksum in fledge.toml is wrong, or the file was changed since; find out which before you change the checksum';
/** What to do when something is not any more what a lock file pins. */
const LOCK_FIX = 'find out why it was changed; fledge lock takes what is there now';
/**
 * Brings a file to this machine, verified, and returns where it is. A file of this machine is used in place. A
 * download lands in the cache under its digest; with a known digest the cache is asked first, and when it has the file
 * nothing is sent to anybody. What fails verification is not kept.
 *
 * @throws FledgeError `download`, `input` for a local file, `output` when the cache cannot be written.
 */
async function fetchFile(request, context) {
    const { from, sha256, label, pinAs } = request;
    if (from.kind === 'file')
        return useInPlace((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.baseDirectory, from.path), request);
    const { reporter } = context;
    const uri = (0,_redact_js__WEBPACK_IMPORTED_MODULE_8__/* .redactUrl */ .B)(request.publicUrl ?? from.url);
    const cache = (0,_cache_js__WEBPACK_IMPORTED_MODULE_4__/* .openCache */ .bp)(context.cacheDirectory, reporter);
    const cached = sha256 === undefined ? undefined : await findDownloaded({ sha256, label }, context);
    if (cached !== undefined)
        return { ...cached, uri };
    const url = URL.parse(from.url);
    if (url === null)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('config', `the URL of ${label} is not valid: ${uri}`);
    const file = await download({ ...request, url, uri }, cache, context);
    if (sha256 === undefined && pinAs !== undefined) {
        const how = `run fledge lock, or write ${pinAs(file.sha256)}`;
        reporter.warn(`${label} is not pinned: whatever ${uri} serves is used; to pin it, ${how}`);
    }
    return { ...file, uri };
}
/** A file that was downloaded before, if the cache still has it, intact. */
async function findDownloaded({ sha256, label }, { cacheDirectory, reporter }) {
    const cached = await (0,_cache_js__WEBPACK_IMPORTED_MODULE_4__/* .openCache */ .bp)(cacheDirectory, reporter).find(sha256);
    if (cached !== undefined)
        reporter.debug(`${label}: found in the cache as ${cached.path}`);
    return cached;
}
async function useInPlace(path, request) {
    const { label, maxBytes, sha256 } = request;
    const digest = await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_6__/* .digestFile */ .T)(path, { label, maxBytes });
    if (sha256 !== undefined && digest.sha256 !== sha256)
        throw wrongChecksum('input', path, request, digest.sha256);
    return { path, ...digest, uri: (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(path).href };
}
/** The body goes to the cache's scratch, and to its place only when everything about it is right. */
async function download(request, cache, context) {
    const { url, uri, label, maxBytes, headers } = request;
    const job = {
        what: `download of ${label}`,
        request: { url, headers, maxBytes },
        explain: (failure) => (0,_request_js__WEBPACK_IMPORTED_MODULE_7__/* .downloadError */ .H)(`cannot download ${label} from ${uri}`, failure),
    };
    const progress = context.reporter.progress(label, 'bytes');
    try {
        return await (0,_request_js__WEBPACK_IMPORTED_MODULE_7__/* .requestWithRetries */ .e)(job, context, async ({ body, declaredBytes }) => {
            const incoming = await cache.begin(label);
            try {
                (0,_support_disk_space_js__WEBPACK_IMPORTED_MODULE_2__/* .requireSpace */ .MK)([
                    {
                        directory: context.cacheDirectory,
                        bytes: declaredBytes ?? 0,
                        what: `the download of ${label}`,
                        fix: 'let FLEDGE_CACHE_DIR name a directory on another disk',
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
    if (expect === 'elf' && sha256 !== actual && !(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_5__/* .isElf */ .a)(head)) {
        const message = `cannot use what ${uri} serves as ${label}: got ${(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_5__/* .describeContent */ .X)(head)} instead of a program`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('download', message, { fix: 'check that the URL names the program itself' });
    }
    if (sha256 !== undefined && sha256 !== actual)
        throw wrongChecksum('download', uri, request, actual);
}
function wrongChecksum(code, where, { label, sha256, lockFile, mismatchFix = MISMATCH_FIX }, actual) {
    const expected = lockFile === undefined ? `${sha256} was expected` : `${lockFile} says ${sha256}`;
    const message = `cannot use ${where} as ${label}: its SHA-256 is ${actual}, and ${expected}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE(code, message, { fix: lockFile === undefined ? mismatchFix : LOCK_FIX });
}


/***/ }),

/***/ 40794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ formatWait),
/* harmony export */   Dx: () => (/* binding */ connectionFailure),
/* harmony export */   FP: () => (/* binding */ statusFailure),
/* harmony export */   HR: () => (/* binding */ HttpFailure),
/* harmony export */   M2: () => (/* binding */ judgeHttpFailure),
/* harmony export */   _N: () => (/* binding */ timeoutFailure),
/* harmony export */   iH: () => (/* binding */ slowFailure),
/* harmony export */   "in": () => (/* binding */ tooLargeFailure),
/* harmony export */   l2: () => (/* binding */ redirectFailure),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   rX: () => (/* binding */ truncatedFailure),
/* harmony export */   u_: () => (/* binding */ LONGEST_WAIT_MS)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3795);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34369);



/**
 * Why a request did not bring what it should; whoever made it tells the user, in the terms of what it was for. The
 * message goes after a colon, and shows no credentials.
 */
class HttpFailure extends Error {
    name = 'HttpFailure';
    kind;
    /** Whether the same request may succeed a moment later, and when the server says that it is worth trying. */
    verdict;
    status;
    headers;
    fix;
    constructor(kind, message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.kind = kind;
        this.verdict = details.verdict;
        this.status = details.status;
        this.headers = details.headers ?? {};
        this.fix = details.fix;
    }
}
/** For `retry`: another attempt for what the network or the server may have mended by then. */
function judgeHttpFailure(error) {
    return error instanceof HttpFailure ? error.verdict : 'give-up';
}
const AT_ONCE = { waitAtLeastMs: 0 };
/** So long a server may make a build wait, once or in all. */
const LONGEST_WAIT_MS = 60_000;
const TRANSIENT_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
/** System and undici error codes of failures that may be gone a moment later. */
const TRANSIENT_CODES = new Set([
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENETDOWN',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_SOCKET',
]);
/** An answer with another status than 200. `nowMs` is the time that a Retry-After with a date is compared to. */
function statusFailure(status, headers, nowMs) {
    // GitHub's limits last for up to an hour, and its 429 then says that nothing remains: no attempt would help.
    const isTransient = TRANSIENT_STATUSES.has(status) && headers['x-ratelimit-remaining'] !== '0';
    const waitMs = parseRetryAfter(headers['retry-after'], nowMs) ?? 0;
    const isTooLong = isTransient && waitMs > LONGEST_WAIT_MS;
    const asks = isTooLong ? `, and asks to wait ${formatWait(waitMs)}` : '';
    return new HttpFailure('status', `the server answered with status ${status}${meaningOf(status)}${asks}`, {
        verdict: isTransient && !isTooLong ? { waitAtLeastMs: waitMs } : 'give-up',
        status,
        headers,
        ...(isTooLong && { fix: 'try again after that time, or use another source' }),
    });
}
/** A time to wait, for people: `45 s`, `12 min`, `6 h`. */
function formatWait(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.round(seconds / 60);
    return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
/** Milliseconds to wait by a Retry-After header (RFC 9110, 10.2.3: seconds, or a date), or undefined. */
function parseRetryAfter(value, nowMs) {
    if (value === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(value.trim()))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
function redirectFailure(message) {
    return new HttpFailure('redirect', message, { verdict: 'give-up' });
}
/** What was expected did not come for so many milliseconds. */
function timeoutFailure(what, withinMs) {
    const how = what === 'room' ? 'took no more data' : `sent no ${what}`;
    return new HttpFailure('timeout', `the server ${how} for ${withinMs / 1000} s`, { verdict: AT_ONCE });
}
/** Only so many bytes came while a server was waited for so many milliseconds, although it went on sending. */
function slowFailure(bytes, periodMs) {
    return new HttpFailure('timeout', `the server sent only ${bytes} bytes in ${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatMilliseconds */ .MH)(periodMs)}`, {
        verdict: AT_ONCE,
    });
}
/** The body ended before its declared length, or its connection broke. Counts are in bytes. */
function truncatedFailure(received, declared, cause) {
    const of = declared === undefined ? '' : ` of ${declared}`;
    return new HttpFailure('truncated', `the connection ended after ${received}${of} bytes`, { verdict: AT_ONCE, cause });
}
/** The body has, or is declared to have, more bytes than are accepted. */
function tooLargeFailure(what, maxBytes) {
    return new HttpFailure('too-large', `the server sends ${what}, and at most ${maxBytes} are accepted here`, {
        verdict: 'give-up',
        fix: 'check that the URL names the file that was meant',
    });
}
/** No answer came because of what happened to the connection, or to the one with a proxy. */
function connectionFailure(error, url, proxies) {
    const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCodeOf */ .c7)(error);
    return new HttpFailure('connection', describeConnectionError(code, error, url), {
        verdict: code !== undefined && TRANSIENT_CODES.has(code) ? AT_ONCE : 'give-up',
        fix: fixConnection(code, url, proxies),
        cause: error,
    });
}
function meaningOf(status) {
    switch (status) {
        case 401:
            return ' (credentials needed)';
        case 403:
            return ' (forbidden)';
        case 404:
            return ' (not found)';
        case 410:
            return ' (gone)';
        case 429:
            return ' (too many requests)';
        case 503:
            return ' (unavailable)';
        default:
            return '';
    }
}
function isAboutCertificate(code) {
    return code !== undefined && /CERT|SELF_SIGNED|^ERR_TLS|^UNABLE_TO_/.test(code);
}
function describeConnectionError(code, error, url) {
    if (isAboutCertificate(code))
        return `the certificate is not accepted (${code})`;
    switch (code) {
        case 'ECONNREFUSED':
            return `the connection to ${url.host} was refused`;
        case 'ECONNRESET':
        case 'EPIPE':
        case 'UND_ERR_SOCKET':
            return `the connection to ${url.host} was closed before an answer came`;
        case 'ENOTFOUND':
            return `the host ${url.hostname} is unknown`;
        case 'EAI_AGAIN':
            return `the name server did not answer for ${url.hostname}`;
        case 'UND_ERR_CONNECT_TIMEOUT':
        case 'ETIMEDOUT':
            return `no connection to ${url.host} in time`;
        default:
            return (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
    }
}
function fixConnection(code, url, proxies) {
    if (isAboutCertificate(code)) {
        return 'if the server uses a private certificate authority, let NODE_EXTRA_CA_CERTS name its certificate file';
    }
    const proxy = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFor */ .i)(url, proxies);
    if (proxy === undefined) {
        return 'check the URL and the network; behind a proxy, set HTTPS_PROXY (for plain http HTTP_PROXY) and NO_PROXY';
    }
    return `check the URL, and the proxy ${proxy} that HTTP_PROXY, HTTPS_PROXY and NO_PROXY choose`;
}


/***/ }),

/***/ 18901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S$: () => (/* binding */ openHttpClient),
/* harmony export */   y_: () => (/* binding */ openDispatcher)
/* harmony export */ });
/* unused harmony export redirectTarget */
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67270);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40794);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88468);
/* harmony import */ var _watchdog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70046);




const MAX_REDIRECTS = 10;
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);
/** A client for plain downloads. The HTTP library is loaded by it, so that a build that needs none starts without. */
async function openHttpClient(options) {
    const { request } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
    const network = { ..._context_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_NETWORK */ .R, ...options.network };
    const { proxies } = options;
    const dispatcher = await openDispatcher(proxies, network);
    async function follow(first, use) {
        let { url } = first;
        let headers = { 'user-agent': 'fledge', ...first.headers };
        for (let hops = 0;; hops += 1) {
            const outcome = await exchange({ ...first, url, headers }, use);
            if ('result' in outcome)
                return outcome.result;
            if (hops === MAX_REDIRECTS)
                throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .redirectFailure */ .l2)(`was redirected more than ${MAX_REDIRECTS} times`);
            const next = redirectTarget(url, outcome.location);
            if (next.origin !== url.origin)
                headers = withoutCredentials(headers);
            url = next;
        }
    }
    async function exchange({ url, headers, maxBytes, signal }, use) {
        const watch = new _watchdog_js__WEBPACK_IMPORTED_MODULE_2__/* .Watchdog */ .I(signal);
        try {
            watch.expect('answer', network.headersTimeoutMs);
            const response = await request(bareUrl(url), {
                dispatcher,
                method: 'GET',
                headers: { ...basicAuthorization(url), ...headers },
                signal: watch.signal,
            }).catch((error) => {
                throw watch.reasonFor(error, (cause) => (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .connectionFailure */ .Dx)(cause, url, proxies));
            });
            watch.rest();
            const { statusCode: status, body } = response;
            // Whoever stops reading early destroys the body, and that must not surface as an unhandled error.
            body.on('error', () => { });
            try {
                const location = response.headers['location'];
                if (REDIRECT_STATUSES.has(status) && typeof location === 'string')
                    return { location };
                if (status !== 200)
                    throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .statusFailure */ .FP)(status, response.headers, Date.now());
                const declaredBytes = contentLength(response.headers);
                if (declaredBytes !== undefined && declaredBytes > maxBytes) {
                    throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .tooLargeFailure */ ["in"])(`${declaredBytes} bytes`, maxBytes);
                }
                const pieces = readBody(body, { declaredBytes, maxBytes, watch, network });
                return { result: await use({ headers: response.headers, declaredBytes, body: pieces }) };
            }
            finally {
                body.destroy();
            }
        }
        finally {
            watch.end();
        }
    }
    return {
        get: follow,
        close: () => dispatcher.destroy(),
    };
}
/** Connections through the proxies of a build. The HTTP library is loaded here. */
async function openDispatcher(proxies, network) {
    const { EnvHttpProxyAgent } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
    return new EnvHttpProxyAgent({
        // An empty string, unlike undefined, keeps undici from reading the environment of the process.
        httpProxy: proxies.http ?? '',
        httpsProxy: proxies.https ?? '',
        noProxy: proxies.none ?? '',
        // Plain http goes through the proxy as a request, not as a tunnel: many proxies allow tunnels to port 443 only.
        proxyTunnel: false,
        connect: { timeout: network.connectTimeoutMs },
        // All that is known of servers here is known of HTTP/1.1, and one request at a time gains nothing from HTTP/2.
        allowH2: false,
        // Ours are told apart by what was waited for, and exact also below a second.
        headersTimeout: 0,
        bodyTimeout: 0,
    });
}
async function* readBody(body, bounds) {
    const { declaredBytes, maxBytes, watch, network } = bounds;
    const pace = new Pace(network);
    const pieces = body[Symbol.asyncIterator]();
    let received = 0;
    for (;;) {
        watch.expect('more data', network.stallTimeoutMs);
        pace.beginWait();
        const next = await pieces.next().catch((error) => {
            throw watch.reasonFor(error, (cause) => (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .truncatedFailure */ .rX)(received, declaredBytes, cause));
        });
        // Time that the consumer takes is not the server's fault.
        watch.rest();
        if (next.done === true)
            break;
        pace.endWait(next.value.length);
        received += next.value.length;
        if (received > maxBytes)
            throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .tooLargeFailure */ ["in"])(`more than ${maxBytes} bytes`, maxBytes);
        yield next.value;
    }
    if (declaredBytes !== undefined && received !== declaredBytes)
        throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .truncatedFailure */ .rX)(received, declaredBytes);
}
/** Whether a body comes fast enough on average. Only the time counts for which the server is waited for. */
class Pace {
    #periodMs;
    #minBytes;
    #bytes = 0;
    #waitedMs = 0;
    #waitsSince = 0;
    constructor({ slowPeriodMs, minBytesPerSecond }) {
        this.#periodMs = slowPeriodMs;
        this.#minBytes = (minBytesPerSecond * slowPeriodMs) / 1000;
    }
    beginWait() {
        this.#waitsSince = performance.now();
    }
    /** @throws HttpFailure when too little has come in a period. */
    endWait(bytes) {
        this.#bytes += bytes;
        this.#waitedMs += performance.now() - this.#waitsSince;
        if (this.#waitedMs < this.#periodMs)
            return;
        if (this.#bytes < this.#minBytes)
            throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .slowFailure */ .iH)(this.#bytes, Math.round(this.#waitedMs));
        this.#bytes = 0;
        this.#waitedMs = 0;
    }
}
/** The length in bytes that a response declares, or undefined where it declares none, or none that is a length. */
function contentLength(headers) {
    const value = headers['content-length'];
    return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
/**
 * Where a redirect from `from` leads.
 *
 * @throws HttpFailure if that is no http(s) URL, or if it would give up encryption.
 */
function redirectTarget(from, location) {
    const next = URL.parse(location, from.href);
    if (next === null)
        throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .redirectFailure */ .l2)('was redirected to something that is no URL');
    if (next.protocol !== 'https:' && next.protocol !== 'http:') {
        throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .redirectFailure */ .l2)(`was redirected to ${(0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactUrl */ .B)(next.href)}, which is not http(s)`);
    }
    if (from.protocol === 'https:' && next.protocol === 'http:') {
        throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .redirectFailure */ .l2)(`was redirected from https to plain http, to ${(0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactUrl */ .B)(next.href)}`);
    }
    return next;
}
function withoutCredentials(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'));
}
function bareUrl(url) {
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    return bare;
}
function basicAuthorization(url) {
    if (url.username === '' && url.password === '')
        return {};
    const pair = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`;
    return { authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` };
}
function percentDecoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
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
/* harmony import */ var _support_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72103);



const READ_BYTES = 1024 * 1024;
/**
 * Size and SHA-256 of a regular file, read as a stream. Symlinks are followed; what is no regular file is not opened.
 *
 * @throws FledgeError `input`, calling the file `label`.
 */
async function digestFile(path, options) {
    const { label, maxBytes } = options;
    try {
        const handle = await (0,_support_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            if (size > maxBytes)
                throw new _support_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv(path, size, maxBytes);
            return await digestHandle(handle, maxBytes);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof _support_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .NotRegularFile */ .k1) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${error.kind}, not a regular file`, {
                fix: `let the configuration name the file itself`,
            });
        }
        if (error instanceof _support_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv) {
            const message = `cannot use ${path} as ${label}: ${error.bytes} bytes are more than the ${maxBytes} it may have`;
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', message);
        }
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${reasonOf(error)}`, {
            cause: error,
            fix: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'EACCES'
                ? 'make it readable for the user who builds'
                : `check the path of ${label}; a relative path starts at the directory of fledge.toml`,
        });
    }
}
/**
 * Size and SHA-256 of what an open file holds from its start, in pieces of 1 MiB.
 *
 * @throws FileTooLarge where it goes on after `maxBytes`, whatever its size was said to be; default: there is no limit.
 */
async function digestHandle(handle, maxBytes = Number.POSITIVE_INFINITY) {
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
            throw new _support_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv('the file', size, maxBytes);
    }
}
function reasonOf(error) {
    switch ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error)) {
        case 'ENOENT':
            return 'there is no such file';
        case 'EACCES':
            return 'permission denied';
        case 'ENOTDIR':
            return 'a part of the path is no directory';
        case 'ELOOP':
            return 'its symlinks lead in a circle';
        default:
            return (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error);
    }
}


/***/ }),

/***/ 34369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ proxiesOf),
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67270);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88468);



/**
 * What `http_proxy`, `https_proxy` and `no_proxy` say, or their upper-case forms. As curl reads them, the lower-case
 * name goes first and a value without a scheme is an http proxy.
 *
 * @throws FledgeError `usage` for a value that is no URL, or one of another kind of proxy, such as socks5.
 */
function proxiesOf(env) {
    return {
        http: proxyUrl(env, 'http_proxy'),
        https: proxyUrl(env, 'https_proxy'),
        none: variable(env, 'no_proxy'),
    };
}
/** The redacted URL of the proxy that requests to `url` may pass, or undefined. NO_PROXY is not looked at. */
function proxyFor(url, proxies) {
    const proxy = url.protocol === 'https:' ? (proxies.https ?? proxies.http) : proxies.http;
    return proxy === undefined ? undefined : (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactUrl */ .B)(proxy);
}
function proxyUrl(env, name) {
    const value = variable(env, name);
    if (value === undefined)
        return undefined;
    const url = value.includes('://') ? value : `http://${value}`;
    const scheme = URL.parse(url)?.protocol;
    if (scheme === 'http:' || scheme === 'https:')
        return url;
    // The value may hold a password.
    const what = scheme === undefined ? 'is not the URL of a proxy' : `names a ${scheme.slice(0, -1)} proxy, not an http one`;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `${name.toUpperCase()} ${what}`, {
        fix: 'give it the form http://HOST:PORT, or unset it',
    });
}
function variable(env, name) {
    return (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentValue */ .J)(env, name) ?? (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentValue */ .J)(env, name.toUpperCase());
}


/***/ }),

/***/ 88468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ redactUrl)
/* harmony export */ });
/** Query parameters whose value is a credential, or a signature that stands for one. */
const SECRET_NAME = /token|secret|signature|password|passwd|credential|api[-_]?key|access[-_]?key|auth|jwt|session|^(sig|key|code|pwd|pass|sas|hmac)$/i;
/** Query parameters and path segments whose value is the name of content, as far as it has the form of a digest. */
const DIGEST_NAME = /^(sha-?\d*|md5|digest|checksum|hash|commit|ref|rev|revision|v|version)$/i;
/** Longer values than this are no names of things, and are left out on suspicion. */
const LONGEST_INNOCENT_VALUE = 40;
/** What is as long as this and has letters and digits in no order can be a credential. */
const SHORTEST_TOKEN = 20;
const REDACTED = 'REDACTED';
/** Tokens that tell by their beginning what they are: of GitHub, GitLab, Slack, AWS, npm, Docker, Hugging Face; JWTs. */
const KNOWN_TOKEN = /(?:gh[oprsu]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-|npm_|dckr_[op]at_|hf_|sk-|sk_live_|pypi-)[\w-]{10,}|(?:AKIA|ASIA)[0-9A-Z]{16}|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
/**
 * A URL as it may stand in a log, an error or a provenance record: without user, password and fragment, and with what
 * looks like a credential replaced, in the query and in the path. Digests and commits, which are what public addresses
 * have of long names, stay. Takes anything, also what is no URL.
 */
function redactUrl(text) {
    const url = URL.parse(text);
    if (url === null)
        return withoutTokens(text.replace(/\/\/[^/?#]*@/g, '//').replace(/[?#].*$/s, ''));
    url.username = '';
    url.password = '';
    url.hash = '';
    url.pathname = redactPath(url.pathname);
    redactQuery(url.searchParams);
    return withoutTokens(url.href);
}
function redactPath(path) {
    const segments = path.split('/');
    return segments
        .map((segment, index) => {
        const before = segments[index - 1] ?? '';
        // A name that stands for a secret announces one: `/token/0123…/file`.
        if (isLikeToken(segment) && SECRET_NAME.test(before))
            return REDACTED;
        return isRandom(decoded(segment)) ? REDACTED : redactParameters(segment);
    })
        .join('/');
}
/** Parameters of a path segment, as in `;jsessionid=0123` (RFC 3986, 3.3). */
function redactParameters(segment) {
    return segment.replace(/;([^;=]+)=([^;]*)/g, (whole, name, value) => isSecret(name, decoded(value)) ? `;${name}=${REDACTED}` : whole);
}
function redactQuery(parameters) {
    const redacted = [...parameters].map(([name, value]) => {
        // Without a `=` the name is all there is.
        if (value === '' && (isLikeToken(name) || name.length > LONGEST_INNOCENT_VALUE))
            return [REDACTED, ''];
        return [name, isSecret(name, value) ? REDACTED : value];
    });
    // Written anew, a query can look otherwise although it says the same.
    if (redacted.flat().join('\0') === [...parameters].flat().join('\0'))
        return;
    for (const name of new Set(parameters.keys()))
        parameters.delete(name);
    for (const [name, value] of redacted)
        parameters.append(name, value);
}
function isSecret(name, value) {
    if (SECRET_NAME.test(name) || value.includes('@'))
        return true;
    if (DIGEST_NAME.test(name) && isDigest(value))
        return false;
    return value.length > LONGEST_INNOCENT_VALUE || isLikeToken(value);
}
/** Letters and digits without a gap, long enough for a credential. */
function isLikeToken(text) {
    return new RegExp(`[A-Za-z0-9+/_=-]{${SHORTEST_TOKEN},}`).test(text) && /\d/.test(text) && /[a-z]/i.test(text);
}
/** MD5, SHA-1 and a Git commit, SHA-256, SHA-384 and SHA-512 in hexadecimal, with their algorithm or without. */
function isDigest(text) {
    return /^(?:(?:md5|sha\d+)[:-])?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/.test(text);
}
/** Whether a name is a mixture that people do not make: it goes back and forth between capitals, small letters and digits. */
function isRandom(text) {
    if (text.length < SHORTEST_TOKEN || isDigest(text))
        return false;
    return (text.match(/[A-Za-z0-9]{12,}/g) ?? []).some((piece) => {
        const runs = piece.match(/[a-z]+|[A-Z]+|\d+/g) ?? [];
        const digits = runs.filter((run) => /\d/.test(run));
        return runs.length > 6 && digits.length > 1 && /[a-z]/.test(piece) && /[A-Z]/.test(piece);
    });
}
function withoutTokens(text) {
    return text.replace(KNOWN_TOKEN, REDACTED);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 64924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ downloadError),
/* harmony export */   e: () => (/* binding */ requestWithRetries)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2682);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18901);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40794);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34369);





/**
 * Sends a request with the proxies and the patience of this build, again after failures that may pass, and hands the
 * answer of status 200 to `use`, once per attempt. Returns what `use` returns.
 */
async function requestWithRetries({ what, request, explain }, context, use) {
    const { reporter, signal, network, env } = context;
    const client = await (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .openHttpClient */ .S$)({ proxies: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_4__/* .proxiesOf */ ._)(env), network });
    try {
        return await (0,_support_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(() => client.get({ ...request, signal }, use), {
            judge: _http_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeHttpFailure */ .M2,
            maxWaitInAllMs: _http_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .LONGEST_WAIT_MS */ .u_,
            onRetry({ error, attempt, attempts, waitMs }) {
                const why = error instanceof Error ? error.message : String(error);
                reporter.info(`${what}: ${why}; attempt ${attempt + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`);
            },
            signal,
            ...(network?.delay !== undefined && { delay: network.delay }),
        });
    }
    catch (error) {
        throw error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .HttpFailure */ .HR ? explain(error) : error;
    }
    finally {
        await client.close();
    }
}
/** An HTTP failure as an error, with what was being done before it. */
function downloadError(doing, failure) {
    const fix = failure.fix ?? fixFor(failure);
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `${doing}: ${failure.message}`, { cause: failure, fix });
}
function fixFor({ kind, status }) {
    if (status === 404 || status === 410)
        return 'check the URL: the server has no such file';
    if (status === 401 || status === 403)
        return 'check the URL and the credentials that it needs';
    if (kind === 'redirect')
        return 'use the URL at which the file really is';
    if (kind === 'too-large')
        return 'check the URL: this is not the file that it should be';
    return 'try again later, or use another source';
}


/***/ }),

/***/ 70046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ Watchdog)
/* harmony export */ });
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40794);

/** Aborts an exchange when the server takes too long for what is expected of it next, or the build is stopped. */
class Watchdog {
    #controller = new AbortController();
    #outer;
    #onAbort = () => this.#controller.abort(this.#outer?.reason);
    #timer;
    #failure;
    #ended = false;
    constructor(outer) {
        this.#outer = outer;
        if (outer?.aborted === true)
            this.#onAbort();
        outer?.addEventListener('abort', this.#onAbort, { once: true });
    }
    get signal() {
        return this.#controller.signal;
    }
    expect(what, withinMs) {
        clearTimeout(this.#timer);
        // Whoever sends a body may hear of its end after that of the exchange; a timer would keep the process alive.
        if (this.#ended)
            return;
        this.#timer = setTimeout(() => {
            this.#failure = (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutFailure */ ._N)(what, withinMs);
            this.#controller.abort(this.#failure);
        }, withinMs);
    }
    rest() {
        clearTimeout(this.#timer);
    }
    end() {
        this.#ended = true;
        clearTimeout(this.#timer);
        this.#outer?.removeEventListener('abort', this.#onAbort);
    }
    /** The true reason of an error that may be only the echo of an abort. */
    reasonFor(error, otherwise) {
        if (this.#outer?.aborted === true)
            return this.#outer.reason;
        return this.#failure ?? otherwise(error);
    }
}


/***/ }),

/***/ 67356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ DiskReserve),
/* harmony export */   MK: () => (/* binding */ requireSpace)
/* harmony export */ });
/* unused harmony exports freeSpaceOf, reserveOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3795);




/**
 * What this user may still write to the file system of a directory, or of the nearest directory above it that exists.
 * Undefined where the file system does not tell, as a tmpfs without a limit does.
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
 * Makes sure that disks have room for what is about to be written. Needs on one file system are added up. What fits to the
 * last byte is not refused.
 *
 * @throws FledgeError `output` with every file system that has too little room: how much is missing where, and for what.
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
    const fixes = new Set(full.flatMap(({ needs: own }) => own.map(({ fix }) => fix)));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `there is not enough room on the disk for ${sentences.join('; and for ')}`, {
        fix: `free some space, or ${[...fixes].join(', or ')}`,
    });
}
function sumOf(needs) {
    return needs.reduce((sum, { bytes }) => sum + bytes, 0);
}
/** So much of a disk stays free where nobody knows beforehand how much will be written, in bytes. */
const RESERVED_BYTES = 256 * _units_js__WEBPACK_IMPORTED_MODULE_3__/* .MEBIBYTE */ .gJ;
/** A smaller disk, such as a tmpfs, was made for such work and may be used to its end. In bytes. */
const MIN_DISK_WITH_RESERVE = 4096 * _units_js__WEBPACK_IMPORTED_MODULE_3__/* .MEBIBYTE */ .gJ;
/** The disk is looked at after so many bytes; a look takes some microseconds. */
const BYTES_PER_LOOK = _units_js__WEBPACK_IMPORTED_MODULE_3__/* .MEBIBYTE */ .gJ;
/** How much of a disk is left alone, in bytes. */
function reserveOf({ total }) {
    return total < MIN_DISK_WITH_RESERVE ? 0 : RESERVED_BYTES;
}
/**
 * Watches the free room of a disk while something is written whose size nobody knows, so that an input cannot fill it to
 * its last byte.
 */
class DiskReserve {
    #directory;
    #freeSpace;
    #unseen = 0;
    constructor(directory, freeSpace = freeSpaceOf) {
        this.#directory = directory;
        this.#freeSpace = freeSpace;
    }
    /** So many bytes are about to be written. Returns what is left of the disk if they would go into the reserve. */
    claim(bytes) {
        this.#unseen += bytes;
        if (this.#unseen < BYTES_PER_LOOK)
            return undefined;
        const claimed = this.#unseen;
        this.#unseen = 0;
        return this.#spaceBelow(claimed);
    }
    /** What is left of the disk if that is less than the reserve. */
    exceeded() {
        return this.#spaceBelow(0);
    }
    #spaceBelow(claimed) {
        const space = this.#freeSpace(this.#directory);
        const reserve = space === undefined ? 0 : reserveOf(space);
        // Without a reserve the disk itself tells that it is full: what is claimed may still fit.
        return space !== undefined && reserve > 0 && space.free - claimed < reserve ? space : undefined;
    }
}


/***/ }),

/***/ 36419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ runAtExit),
/* harmony export */   aY: () => (/* binding */ findOnPath),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   iv: () => (/* binding */ ChildEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80481);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73776);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35921);







/** How many characters of what a failed tool printed an error shows. */
const OUTPUT_TAIL = 4000;
/** A tool that prints more than this to stdout is not one whose output fits in memory. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/**
 * The whole environment of a child. Only src/tools/environment.ts makes one, out of its table: no child gets the
 * environment of this process, which may hold secrets.
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
/**
 * Runs a program without a shell and returns what it printed. The child leads its own process group, and the whole
 * group is killed when this process ends, the signal aborts or the time is over, so that no grandchild survives.
 *
 * @throws FledgeError `tool` when it cannot be started, exits with another status than 0, or takes too long; the
 *   message holds the command's name, its status and the end of what it printed.
 */
function run(file, args, options) {
    const { cwd, env, input, user, timeoutMs, signal, onLine, maxOutputBytes = MAX_OUTPUT_BYTES } = options;
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
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
        // Also when the child itself has ended: one that it started may live, and keeps the group's number taken.
        const killGroup = () => {
            if (child.pid === undefined)
                return;
            try {
                process.kill(-child.pid, 'SIGKILL');
            }
            catch (error) {
                // A program that has become another user, as sudo does, is not ours to kill.
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .systemCodeOf */ .c7)(error) !== 'ESRCH' && (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .systemCodeOf */ .c7)(error) !== 'EPERM')
                    throw error;
            }
        };
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
        const forgetCleanup = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_5__/* .atExit */ .sz)(killGroup);
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
                    (0,node_readline__WEBPACK_IMPORTED_MODULE_4__.createInterface)({ input }).on('line', (line) => onLine(line, stream));
            }
        }
        // A child that ends without reading its input closes the pipe; its exit status tells the story.
        child.stdin?.on('error', () => { });
        child.stdin?.end(input);
        child.on('error', (error) => {
            settle();
            reject(new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .FledgeError */ .aE('tool', `cannot start ${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`, {
                cause: error,
                fix: `check that ${file} is installed and executable`,
            }));
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
                // Some tools, such as checkers, print what is wrong to stdout.
                const output = `${tailOf(Buffer.concat(stdout).toString('utf8'))}\n${errorText}`;
                reject(toolError(file, how, output, { status }));
            }
        });
    });
}
function tailOf(text) {
    return text.trim().slice(-OUTPUT_TAIL);
}
function toolError(file, how, output, cause) {
    const tail = tailOf(output);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .FledgeError */ .aE('tool', `${file} ${how}${tail === '' ? '' : `:\n${tail}`}`, { cause });
}
/** The exit status of the program that an error of `run` is about, or undefined. */
function statusOf(error) {
    const cause = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .FledgeError */ .aE ? error.cause : undefined;
    if (typeof cause !== 'object' || cause === null || !('status' in cause))
        return undefined;
    return typeof cause.status === 'number' ? cause.status : undefined;
}
/**
 * Runs a program and waits for it, for the way out of this process, when nothing else can be waited for. How it ends is of
 * no interest; it is killed after `timeoutMs` milliseconds.
 */
function runAtExit(file, args, { env, timeoutMs }) {
    (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(file, args, { env: env.variables, timeout: timeoutMs, killSignal: 'SIGKILL', stdio: 'ignore' });
}
/** The absolute path of an executable on the PATH, or undefined. A name with a slash is looked at as it stands. */
async function findOnPath(name) {
    const directories = name.includes('/') ? [''] : (process.env['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter);
    for (const directory of directories) {
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(candidate) && directory !== '')
            continue;
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
            if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(candidate)).isFile())
                return candidate;
        }
        catch {
            // Not there, or not for us to execute: look in the next directory.
        }
    }
    return undefined;
}


/***/ }),

/***/ 2682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   li: () => (/* binding */ DEFAULT_ATTEMPTS)
/* harmony export */ });
/* unused harmony export backoffMs */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

const DEFAULT_ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/**
 * Calls `action` until it succeeds, its failure is one that another attempt would not mend, or the attempts are used
 * up, or the next wait would make too much of all waits; then throws the last failure as it is. Waits double from 0.5 s on, each with up to half of it left to chance.
 */
async function retry(action, options) {
    const { judge, onRetry, signal, attempts = DEFAULT_ATTEMPTS, delay = delayFor, random = Math.random } = options;
    const { maxWaitInAllMs = Number.POSITIVE_INFINITY } = options;
    let waitedMs = 0;
    for (let attempt = 1;; attempt += 1) {
        signal?.throwIfAborted();
        try {
            return await action(attempt);
        }
        catch (error) {
            signal?.throwIfAborted();
            const verdict = judge(error);
            if (verdict === 'give-up' || attempt >= attempts)
                throw error;
            const waitMs = Math.max(verdict.waitAtLeastMs, backoffMs(attempt, random()));
            waitedMs += waitMs;
            if (waitedMs > maxWaitInAllMs)
                throw error;
            onRetry?.({ error, attempt, attempts, waitMs });
            await delay(waitMs, signal);
        }
    }
}
/** The wait in milliseconds after the failed attempt with this number (from 1); `chance` is in [0, 1). */
function backoffMs(attempt, chance) {
    const full = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
    return Math.round(full / 2 + (full / 2) * chance);
}
async function delayFor(milliseconds, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}


/***/ }),

/***/ 73963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word of a POSIX shell's command line that stands for this text. */
function shellWord(text) {
    return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 90923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ USE_CONTAINER),
/* harmony export */   d: () => (/* binding */ RUNNER_IMAGE)
/* harmony export */ });
/* harmony import */ var _support_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77580);

/** The image that runner-image/Dockerfile makes, of this version: `latest` may have another. */
const RUNNER_IMAGE = `ghcr.io/volantvm/fledge:${_support_version_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION */ .x}`;
/** How to build where this machine lacks something. */
const USE_CONTAINER = `build in the container, which has all it takes: docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" ${RUNNER_IMAGE} build`;


/***/ }),

/***/ 55332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vq: () => (/* binding */ howToInstall)
/* harmony export */ });
/* unused harmony exports packageManagerOf, hostPackageManager, hostInstaller */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** Where the system says what it is, the first choice first (os-release(5)). */
const OS_RELEASE_FILES = ['/etc/os-release', '/usr/lib/os-release'];
/** Distributions by their `ID`. Others name in `ID_LIKE` what they are made from. */
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
/** The package manager of the system that an os-release file describes, or undefined if it is none that we know. */
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
            // Not there: the next one is the system's own default.
        }
    }
    return undefined;
}
/** How whoever runs this would install something. */
function hostInstaller() {
    return { manager: hostPackageManager(), isRoot: process.getuid?.() === 0 };
}
/** What to type, or to do, to have the tools on a machine: one line. */
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
/* harmony import */ var _support_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36419);

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** The variables of one machine's way into the network; programs read both spellings. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
/** Where Go looks for certificate authorities. */
const CERTIFICATES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'];
/** Where the logins and settings of a user are (containers-auth.json(5), containers-registries.conf(5)). */
const LOGINS = [
    ...['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME'],
    ...['REGISTRY_AUTH_FILE', 'DOCKER_CONFIG', 'CONTAINERS_REGISTRIES_CONF'],
];
/** Which Docker daemon is asked, and how. */
const DAEMON = ['DOCKER_HOST', 'DOCKER_CERT_PATH', 'DOCKER_TLS_VERIFY'];
/**
 * Which storage of podman and buildah is read (containers-storage.conf(5)); the last two are of a user namespace that
 * `podman unshare` made. STORAGE_OPTS may name a program that mounts. So may the user's storage.conf, which is read too.
 */
const STORAGE = [
    ...['CONTAINERS_STORAGE_CONF', 'STORAGE_DRIVER', 'STORAGE_OPTS'],
    ...['_CONTAINERS_USERNS_CONFIGURED', '_CONTAINERS_ROOTLESS_UID', '_CONTAINERS_ROOTLESS_GID'],
];
/** What a build in a container, and a second build, must be told as the first one was. */
const BUILD = ['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL'];
const SKOPEO = {
    programs: ['skopeo'],
    passed: ['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES],
    fixed: { LC_ALL: 'C' },
    own: [],
};
/**
 * Every program that fledge starts, and the variables that it gets: all that a row names, and nothing else. docs/tools.md
 * has this table for users, and a test compares both with what the programs are really given.
 */
const ENVIRONMENTS = {
    version: {
        programs: ['any tool that is asked for its version'],
        why: 'a tool may be a script that needs others.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    gcc: {
        programs: ['gcc'],
        why: 'it finds `as` and `ld` on the PATH; none of its many variables may decide which bytes come out.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: ['TMPDIR'],
    },
    mkfs: {
        programs: ['mkfs.xfs', 'mkfs.btrfs', 'unshare, with the mount and cp of an old mkfs.xfs'],
        why: 'a library of ours shows them the tree.',
        passed: [],
        fixed: { LC_ALL: 'C', TZ: 'UTC', PATH: SYSTEM_PATH },
        own: ['LD_PRELOAD', 'FLEDGE_TREE_TABLE', 'FLEDGE_TREE_REPORT', 'SOURCE_DATE_EPOCH', 'DETERMINISTIC_SEED'],
    },
    check: {
        programs: ['e2fsck', 'unsquashfs', 'xfs_repair', 'btrfs check'],
        why: 'nothing of this machine may turn a check off.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: [],
    },
    umoci: {
        programs: ['umoci'],
        why: 'its home is a directory of the build.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
        own: ['HOME'],
    },
    tar: {
        programs: ['tar'],
        why: 'none of its variables may add options.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
        own: [],
    },
    skopeo: { ...SKOPEO, why: 'it finds logins, certificates, proxies and credential helpers by them.' },
    'skopeo of docker-daemon': {
        ...SKOPEO,
        why: 'besides, it may have to be told of the daemon.',
        passed: [...SKOPEO.passed, ...DAEMON],
    },
    'skopeo of containers-storage': {
        ...SKOPEO,
        why: 'besides, the storage of podman and buildah is found by them.',
        passed: [...SKOPEO.passed, ...STORAGE],
    },
    engine: {
        programs: ['docker', 'podman'],
        why: 'they find their daemon, storage, logins and settings by them, and hand to the container what a build reads.',
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
    sudo: {
        programs: ['sudo', 'apt-get'],
        why: 'packages are fetched through the proxy of this machine; sudo takes away what its own policy says.',
        passed: ['PATH', 'HOME', ...PROXIES],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    'apt-cache': {
        programs: ['apt-cache'],
        why: 'it reads files only.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    toolkit: {
        programs: ["zstd and tar of the toolkit's cache client"],
        why: 'the client starts them with what it reads itself; the token of the job is gone before an archive is unpacked.',
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
        why: 'it has to reach the same inputs, and everything that must not matter is different.',
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
const WITH_HELPERS = ['skopeo', 'engine', 'fledge'];
/**
 * Variables of the credential helpers that registries document, by the name behind `docker-credential-`; `*` stands for
 * any ending. They are secrets, and are handed on only where a login file names the helper.
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
 * The environment of a child, out of the table: the variables of its row that `env` has, those with fixed values, and its
 * own. An SSH agent is reached only by a docker or podman whose daemon is reached by SSH.
 *
 * @throws RangeError for an own variable that the row does not have: the table is where that is decided.
 */
function environmentFor(kind, env, { own = {}, helpers = [] } = {}) {
    const row = ENVIRONMENTS[kind];
    const unknown = Object.keys(own).find((name) => !row.own.includes(name));
    if (unknown !== undefined)
        throw new RangeError(`the environment of ${kind} has no ${unknown}`);
    const names = [
        ...row.passed,
        ...(WITH_HELPERS.includes(kind) ? helperVariables(helpers, env) : []),
        ...(kind === 'engine' && isReachedBySsh(env) ? ['SSH_AUTH_SOCK'] : []),
    ];
    const passed = names.map((name) => [name, env[name]]);
    const all = [...passed, ...Object.entries(row.fixed), ...Object.entries(own)];
    return new _support_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .ChildEnvironment */ .iv(Object.fromEntries(all.filter((pair) => pair[1] !== undefined)));
}
/** The names in `env` of what these helpers read. */
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
/* harmony export */   SG: () => (/* binding */ findTool),
/* harmony export */   Y0: () => (/* binding */ requireTool),
/* harmony export */   jb: () => (/* binding */ describeFinding),
/* harmony export */   wp: () => (/* binding */ howToMend)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36419);
/* harmony import */ var _distribution_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55332);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84705);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46384);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61832);








/** Distributions keep tools for file systems where only root's PATH leads. */
const SBIN = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
/** To say one's version takes some milliseconds; a program that does not return is broken. */
const VERSION_TIMEOUT_MS = 20_000;
/**
 * Looks for a tool on the PATH, then where root's PATH leads, and asks for its version. One that does not tell its
 * version is taken as it is: its use will show what it can do.
 */
async function findTool(tool, signal) {
    const path = await findProgram(...tool.commands);
    if (path === undefined)
        return { state: 'missing', tool, what: tool.commands[0] };
    if (tool.alsoNeeds !== undefined && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(tool.alsoNeeds)) {
        return { state: 'missing', tool, what: tool.alsoNeeds };
    }
    const version = await askVersion(path, tool, signal);
    const { oldest } = tool;
    if (version === undefined || oldest === undefined || (0,_version_js__WEBPACK_IMPORTED_MODULE_7__/* .isAtLeast */ .du)(version, oldest.version)) {
        return { state: 'found', tool, path, version };
    }
    return { state: 'too-old', tool, path, version, oldest };
}
/**
 * The tool, if it is on this machine and good enough.
 *
 * @throws FledgeError `tool` that says what is wrong and how this distribution would mend it.
 */
async function requireTool(tool, signal) {
    const finding = await findTool(tool, signal);
    if (finding.state === 'found')
        return finding;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', describeFinding(finding), { fix: howToMend([finding]) });
}
/** Why a tool is not used: `skopeo is not on the PATH`. */
function describeFinding(finding) {
    if (finding.state === 'missing') {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(finding.what) ? `there is no ${finding.what}` : `${finding.what} is not on the PATH`;
    }
    const { path, version, oldest } = finding;
    return `${path} is version ${(0,_version_js__WEBPACK_IMPORTED_MODULE_7__/* .formatVersion */ .qh)(version)}, which ${oldest.reason}`;
}
/** What to do about tools that are not used: one line. */
function howToMend(findings) {
    const newer = findings.flatMap((finding) => {
        if (finding.state !== 'too-old')
            return [];
        return [`${finding.tool.name} ${(0,_version_js__WEBPACK_IMPORTED_MODULE_7__/* .formatVersion */ .qh)(finding.oldest.version)} or newer is needed`];
    });
    const command = (0,_distribution_js__WEBPACK_IMPORTED_MODULE_4__/* .howToInstall */ .vq)(findings.map(({ tool }) => tool));
    return newer.length === 0 ? command : `${newer.join(', ')}: ${command}`;
}
/** The absolute path of a program by one of its names: on the PATH, or where root's PATH leads. */
async function findProgram(...names) {
    const places = [...names, ...names.flatMap((name) => SBIN.map((directory) => `${directory}/${name}`))];
    for (const place of places) {
        const path = await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .findOnPath */ .aY)(place);
        if (path !== undefined)
            return path;
    }
    return undefined;
}
async function askVersion(path, tool, signal) {
    let said = '';
    try {
        await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, tool.version.args, {
            env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentFor */ .DD)('version', process.env),
            timeoutMs: VERSION_TIMEOUT_MS,
            onLine: (line) => {
                said += `${line}\n`;
            },
            signal,
        });
    }
    catch (error) {
        signal?.throwIfAborted();
        // Some say it and end with another status than 0, as unsquashfs does.
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE))
            throw error;
    }
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_6__/* .versionIn */ .p8)(said, tool);
}


/***/ }),

/***/ 46384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ umoci),
/* harmony export */   FR: () => (/* binding */ compilerFor),
/* harmony export */   PX: () => (/* binding */ xfsprogs),
/* harmony export */   VW: () => (/* binding */ crossCompilerFor),
/* harmony export */   _S: () => (/* binding */ skopeo),
/* harmony export */   h6: () => (/* binding */ btrfsProgs),
/* harmony export */   oI: () => (/* binding */ gnuTar),
/* harmony export */   p8: () => (/* binding */ versionIn),
/* harmony export */   qJ: () => (/* binding */ e2fsprogs),
/* harmony export */   qh: () => (/* binding */ squashfsTools),
/* harmony export */   y9: () => (/* binding */ hostCompiler)
/* harmony export */ });
/* unused harmony export TOOLS */
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61832);

/** The name that most distributions have for a package. */
function everywhere(name, others = {}) {
    return { apt: [name], dnf: [name], apk: [name], pacman: [name], zypper: [name], ...others };
}
const skopeo = {
    name: 'skopeo',
    commands: ['skopeo'],
    purpose: 'fetch container images',
    version: { args: ['--version'], prefix: /^skopeo version /m },
    // --override-variant came in 0.2.0, which was never in a stable distribution.
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
    // The SHA-256 of both are those of several projects on GitHub that pin them independently of each other.
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
    purpose: 'read back what umoci has unpacked',
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
    oldest: { version: [1, 43], reason: 'does not know all features of the images' },
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
/** All of them but the compilers. */
const TOOLS = [skopeo, umoci, gnuTar, e2fsprogs, squashfsTools, xfsprogs, btrfsProgs];
const compilerVersion = { args: ['-dumpfullversion', '-dumpversion'], prefix: /^/ };
/** What is particular to the compilers for a platform. */
const compilers = {
    'linux/amd64': {
        hostArchitecture: 'x64',
        command: 'x86_64-linux-gnu-gcc',
        packages: { apt: ['gcc-x86-64-linux-gnu'], dnf: ['gcc-x86_64-linux-gnu'] },
        // -fcf-protection came in gcc 8.
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
        // -mbranch-protection came in gcc 9.
        oldest: [9],
    },
};
/** The gcc that compiles for a platform: `gcc` where that is the machine's own, else a cross compiler. */
function compilerFor(platform, hostArchitecture = process.arch) {
    const cross = crossCompilerFor(platform);
    if (compilers[platform].hostArchitecture !== hostArchitecture)
        return cross;
    return { ...cross, name: 'gcc', commands: ['gcc', ...cross.commands], packages: everywhere('gcc') };
}
/** The gcc that compiles for this machine, with the headers of its C library. */
const hostCompiler = {
    name: 'gcc and libc',
    commands: ['gcc'],
    purpose: 'show a tree to mkfs.xfs and mkfs.btrfs',
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
/** The gcc that compiles for a platform on a machine of another kind. */
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
/** The version of a tool in what it printed, or undefined if it is not there. */
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
/** The version that a text begins with, such as `0.4.7+ds-3` or `6.2`; undefined if it begins with none. */
function parseVersion(text) {
    return /^\d+(?:\.\d+)*/.exec(text)?.[0].split('.').map(Number);
}
/** Negative if `a` is the older one, positive if it is the newer one, 0 if they are the same; 6.2 is 6.2.0. */
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
function formatVersion(version) {
    return version.join('.');
}


/***/ })

};
