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
    return (0,_sources_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheDirectoryOf */ .N2)(env, { home: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), cwd: process.cwd() });
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
    // These two are read in place.
    const isHere = image.transport === 'oci' || image.transport === 'dir';
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
/* harmony export */   bp: () => (/* binding */ openCache)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _support_scratch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46678);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67270);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64925);








/**
 * The directory that `FLEDGE_CACHE_DIR` names (relative to `cwd`), else `fledge` in `XDG_CACHE_HOME`, else
 * `~/.cache/fledge`. A relative XDG_CACHE_HOME is ignored, as the XDG base directory specification asks.
 */
function cacheDirectoryOf(env, place) {
    const own = (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .J)(env, 'FLEDGE_CACHE_DIR');
    if (own !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(place.cwd, own);
    const xdg = (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .J)(env, 'XDG_CACHE_HOME');
    return xdg !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(xdg) ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(xdg, 'fledge') : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(place.home, '.cache', 'fledge');
}
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
async function findIntact(directory, sha256, reporter) {
    const { path } = placeOf(directory, sha256);
    let handle;
    try {
        handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        if (code === 'ELOOP')
            return evict(path, reporter);
        throw cacheError(directory, 'read the download cache', error);
    }
    try {
        const isFile = (await handle.stat()).isFile();
        const found = isFile ? await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_7__/* .digestHandle */ .t)(handle) : undefined;
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
    // Where this is not allowed the new file takes the place by its rename, or that fails with the reason.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true }).catch(() => { });
    return undefined;
}
async function beginFile(directory, label) {
    const doing = `store ${label} in the download cache`;
    const waiting = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'tmp');
    let scratch;
    let handle;
    try {
        await makeDirectories(directory);
        await ownDirectory(waiting);
        (0,_support_scratch_js__WEBPACK_IMPORTED_MODULE_5__/* .removeStaleScratch */ .eO)(waiting);
        scratch = (0,_support_scratch_js__WEBPACK_IMPORTED_MODULE_5__/* .scratchFile */ .LE)(waiting, 'download');
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
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path)).isDirectory()) {
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
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8359);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13307);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64925);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88468);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64924);








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
    const uri = (0,_redact_js__WEBPACK_IMPORTED_MODULE_7__/* .redactUrl */ .B)(request.publicUrl ?? from.url);
    const cache = (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .openCache */ .bp)(context.cacheDirectory, reporter);
    const cached = sha256 === undefined ? undefined : await findDownloaded({ sha256, label }, context);
    if (cached !== undefined)
        return { ...cached, uri };
    const url = URL.parse(from.url);
    if (url === null)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `the URL of ${label} is not valid: ${uri}`);
    const file = await download({ ...request, url, uri }, cache, context);
    if (sha256 === undefined && pinAs !== undefined) {
        const how = `run fledge lock, or write ${pinAs(file.sha256)}`;
        reporter.warn(`${label} is not pinned: whatever ${uri} serves is used; to pin it, ${how}`);
    }
    return { ...file, uri };
}
/** A file that was downloaded before, if the cache still has it, intact. */
async function findDownloaded({ sha256, label }, { cacheDirectory, reporter }) {
    const cached = await (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .openCache */ .bp)(cacheDirectory, reporter).find(sha256);
    if (cached !== undefined)
        reporter.debug(`${label}: found in the cache as ${cached.path}`);
    return cached;
}
async function useInPlace(path, request) {
    const { label, maxBytes, sha256 } = request;
    const digest = await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .digestFile */ .T)(path, { label, maxBytes });
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
        explain: (failure) => (0,_request_js__WEBPACK_IMPORTED_MODULE_6__/* .downloadError */ .H)(`cannot download ${label} from ${uri}`, failure),
    };
    const progress = context.reporter.progress(label, 'bytes');
    try {
        return await (0,_request_js__WEBPACK_IMPORTED_MODULE_6__/* .requestWithRetries */ .e)(job, context, async ({ body, declaredBytes }) => {
            const incoming = await cache.begin(label);
            try {
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
    if (expect === 'elf' && sha256 !== actual && !(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .isElf */ .a)(head)) {
        const message = `cannot use what ${uri} serves as ${label}: got ${(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .describeContent */ .X)(head)} instead of a program`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('download', message, { fix: 'check that the URL names the program itself' });
    }
    if (sha256 !== undefined && sha256 !== actual)
        throw wrongChecksum('download', uri, request, actual);
}
function wrongChecksum(code, where, { label, sha256, lockFile, mismatchFix = MISMATCH_FIX }, actual) {
    const expected = lockFile === undefined ? `${sha256} was expected` : `${lockFile} says ${sha256}`;
    const message = `cannot use ${where} as ${label}: its SHA-256 is ${actual}, and ${expected}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE(code, message, { fix: lockFile === undefined ? mismatchFix : LOCK_FIX });
}


/***/ }),

/***/ 40794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ connectionFailure),
/* harmony export */   FP: () => (/* binding */ statusFailure),
/* harmony export */   HR: () => (/* binding */ HttpFailure),
/* harmony export */   M2: () => (/* binding */ judgeHttpFailure),
/* harmony export */   _N: () => (/* binding */ timeoutFailure),
/* harmony export */   "in": () => (/* binding */ tooLargeFailure),
/* harmony export */   l2: () => (/* binding */ redirectFailure),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   rX: () => (/* binding */ truncatedFailure)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
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
/** No server may make a build wait longer than this before the next attempt. */
const LONGEST_RETRY_AFTER_MS = 60_000;
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
    const wait = parseRetryAfter(headers['retry-after'], nowMs) ?? 0;
    return new HttpFailure('status', `the server answered with status ${status}${meaningOf(status)}`, {
        verdict: isTransient ? { waitAtLeastMs: Math.min(wait, LONGEST_RETRY_AFTER_MS) } : 'give-up',
        status,
        headers,
    });
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
                const pieces = readBody(body, { declaredBytes, maxBytes, watch, stallMs: network.stallTimeoutMs });
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
        // Ours are told apart by what was waited for, and exact also below a second.
        headersTimeout: 0,
        bodyTimeout: 0,
    });
}
async function* readBody(body, bounds) {
    const { declaredBytes, maxBytes, watch, stallMs } = bounds;
    const pieces = body[Symbol.asyncIterator]();
    let received = 0;
    for (;;) {
        watch.expect('more data', stallMs);
        const next = await pieces.next().catch((error) => {
            throw watch.reasonFor(error, (cause) => (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .truncatedFailure */ .rX)(received, declaredBytes, cause));
        });
        // Time that the consumer takes is not the server's fault.
        watch.rest();
        if (next.done === true)
            break;
        received += next.value.length;
        if (received > maxBytes)
            throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .tooLargeFailure */ ["in"])(`more than ${maxBytes} bytes`, maxBytes);
        yield next.value;
    }
    if (declaredBytes !== undefined && received !== declaredBytes)
        throw (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .truncatedFailure */ .rX)(received, declaredBytes);
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);




const READ_BYTES = 1024 * 1024;
/**
 * Size and SHA-256 of a regular file, read as a stream. Symlinks are followed; what is no regular file is not opened.
 *
 * @throws FledgeError `input`, calling the file `label`.
 */
async function digestFile(path, options) {
    const { label, maxBytes } = options;
    try {
        requireRegular(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path), path, label);
        // It may have been replaced since: with O_NONBLOCK the open of a fifo returns, and fstat tells the truth.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
        try {
            const stats = await handle.stat();
            requireRegular(stats, path, label);
            if (stats.size > maxBytes) {
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: ${stats.size} bytes are more than the ${maxBytes} it may have`);
            }
            return await digestHandle(handle);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE)
            throw error;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${reasonOf(error)}`, {
            cause: error,
            fix: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) === 'EACCES'
                ? 'make it readable for the user who builds'
                : `check the path of ${label}; a relative path starts at the directory of fledge.toml`,
        });
    }
}
/** Size and SHA-256 of what an open file holds from its start, in pieces of 1 MiB. */
async function digestHandle(handle) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let size = 0;
    for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, size);
        if (bytesRead === 0)
            return { size, sha256: hash.digest('hex') };
        hash.update(buffer.subarray(0, bytesRead));
        size += bytesRead;
    }
}
function requireRegular(stats, path, label) {
    if (stats.isFile())
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${kindOf(stats)}, not a regular file`, {
        fix: `let the configuration name the file itself`,
    });
}
function kindOf(stats) {
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a fifo';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}
function reasonOf(error) {
    switch ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error)) {
        case 'ENOENT':
            return 'there is no such file';
        case 'EACCES':
            return 'permission denied';
        case 'ENOTDIR':
            return 'a part of the path is no directory';
        case 'ELOOP':
            return 'its symlinks lead in a circle';
        default:
            return (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
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
 * @throws FledgeError `usage` for a value that is no URL.
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
    if (URL.canParse(url))
        return url;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `${name.toUpperCase()} is not the URL of a proxy`, {
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
const SECRET_NAME = /token|secret|signature|password|passwd|credential|api[-_]?key|access[-_]?key|auth|jwt|session|^(sig|key|code|pwd|sas)$/i;
/** Longer values than this are no names of things, and are left out on suspicion. */
const LONGEST_INNOCENT_VALUE = 40;
const REDACTED = 'REDACTED';
/**
 * A URL as it may stand in a log, an error or a provenance record: without user, password and fragment, and with the
 * values of query parameters that look like credentials replaced. Takes anything, also what is no URL.
 */
function redactUrl(text) {
    const url = URL.parse(text);
    if (url === null)
        return text.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*$/s, '');
    url.username = '';
    url.password = '';
    url.hash = '';
    for (const [name, value] of [...url.searchParams]) {
        if (SECRET_NAME.test(name) || value.length > LONGEST_INNOCENT_VALUE)
            url.searchParams.set(name, REDACTED);
    }
    return url.href;
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

/***/ 36419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ runAtExit),
/* harmony export */   aY: () => (/* binding */ findOnPath),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   eF: () => (/* binding */ run)
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
 * Runs a program without a shell and returns what it printed. The child leads its own process group, and the whole
 * group is killed when this process ends, the signal aborts or the time is over, so that no grandchild survives.
 *
 * @throws FledgeError `tool` when it cannot be started, exits with another status than 0, or takes too long; the
 *   message holds the command's name, its status and the end of what it printed.
 */
function run(file, args, options = {}) {
    const { cwd, env, input, timeoutMs, signal, onLine } = options;
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
            ...(cwd !== undefined && { cwd }),
            ...(env !== undefined && { env }),
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
            if (outputBytes > MAX_OUTPUT_BYTES)
                stop(toolError(file, `printed more than ${MAX_OUTPUT_BYTES} bytes`, ''));
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
        const forgetCleanup = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_5__/* .atExit */ .s)(killGroup);
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
    (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(file, args, { env, timeout: timeoutMs, killSignal: 'SIGKILL', stdio: 'ignore' });
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
 * up; then throws the last failure as it is. Waits double from 0.5 s on, each with up to half of it left to chance.
 */
async function retry(action, options) {
    const { judge, onRetry, signal, attempts = DEFAULT_ATTEMPTS, delay = delayFor, random = Math.random } = options;
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

/***/ 46678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ temporaryDirectory),
/* harmony export */   LE: () => (/* binding */ scratchFile),
/* harmony export */   eO: () => (/* binding */ removeStaleScratch),
/* harmony export */   gA: () => (/* binding */ isScratchName),
/* harmony export */   wd: () => (/* binding */ scratchDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73776);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35921);






/**
 * The name of scratch: `.fledge-HOST-PID-START-RANDOM-LABEL`. HOST stands for machine and pid namespace and START is
 * the process's start time, so that a later build can tell a leftover of a killed build from the work of a live one.
 */
const SCRATCH_NAME = /^\.fledge-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/;
/** In the place of the start time where there is no /proc. */
const UNKNOWN_START = '0';
/** Scratch of another machine or container is taken for dead when nothing has touched it for this long. */
const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;
/**
 * A path in `directory` that nothing has, for a file that the caller creates (with `wx`) and later renames or disposes
 * of. It is removed if the process ends first.
 */
function scratchFile(directory, label) {
    return scratchAt((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label)));
}
/** Creates an empty directory in `directory`, readable by this user only. */
function scratchDirectory(directory, label) {
    const scratch = scratchAt((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label)));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(scratch.path, { mode: 0o700 });
    return scratch;
}
/**
 * A scratch directory among the temporary files of this machine, from which those of killed builds are removed first.
 *
 * @throws FledgeError `output` if there is none to write to.
 */
function temporaryDirectory(label) {
    const parent = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    removeStaleScratch(parent);
    try {
        return scratchDirectory(parent, label);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .FledgeError */ .aE('output', `cannot create a temporary directory in ${parent}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: 'set TMPDIR to a directory that you may write to',
        });
    }
}
/** Removes what builds that were killed have left in `directory`. Never touches the scratch of a running build. */
function removeStaleScratch(directory) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory);
    }
    catch {
        return;
    }
    for (const name of names) {
        const match = SCRATCH_NAME.exec(name);
        if (match === null)
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
        const [, host, pid, start] = match;
        // Without /proc nobody's start is known, and no process can be seen to have ended.
        const dead = host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(path);
        if (!dead)
            continue;
        try {
            removeTree(path);
        }
        catch {
            // Another user's: in /tmp only they may remove it, and it is in nobody's way.
        }
    }
}
/** Whether a file of this name is some build's scratch, and so nobody's content. */
function isScratchName(name) {
    return SCRATCH_NAME.test(name);
}
function scratchAt(path) {
    const remove = () => removeTree(path);
    const forget = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_4__/* .atExit */ .s)(remove);
    return {
        path,
        dispose() {
            remove();
            forget();
        },
        release: forget,
    };
}
/** Removes a file, or a directory with all that is in it, also where modes keep even their owner out. */
function removeTree(path) {
    // A program that was killed a moment ago may still be creating files.
    const options = { recursive: true, force: true, maxRetries: 3, retryDelay: 20 };
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, options);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .systemCodeOf */ .c7)(error) !== 'EACCES')
            throw error;
        openDirectories(Buffer.from(path));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, options);
    }
}
/** Gives the owner all permissions for a directory and those below. Follows no link; names are bytes. */
function openDirectories(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path).isDirectory())
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(path, 0o700);
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(path, { encoding: 'buffer' })) {
        openDirectories(Buffer.concat([path, Buffer.from('/'), name]));
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
 * Field 22 of /proc/PID/stat (proc(5)), or undefined if there is no such process, or it has ended and its parent has
 * not noticed, as in a container whose first process is no init.
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
function isOld(path) {
    try {
        return Date.now() - (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).mtimeMs > FOREIGN_LIFETIME_MS;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 90923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ USE_CONTAINER),
/* harmony export */   d: () => (/* binding */ RUNNER_IMAGE)
/* harmony export */ });
/** The image that runner-image/Dockerfile makes. */
const RUNNER_IMAGE = 'ghcr.io/volantvm/fledge';
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
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46384);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61832);







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
    if (version === undefined || oldest === undefined || (0,_version_js__WEBPACK_IMPORTED_MODULE_6__/* .isAtLeast */ .du)(version, oldest.version)) {
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
    return `${path} is version ${(0,_version_js__WEBPACK_IMPORTED_MODULE_6__/* .formatVersion */ .qh)(version)}, which ${oldest.reason}`;
}
/** What to do about tools that are not used: one line. */
function howToMend(findings) {
    const newer = findings.flatMap((finding) => {
        if (finding.state !== 'too-old')
            return [];
        return [`${finding.tool.name} ${(0,_version_js__WEBPACK_IMPORTED_MODULE_6__/* .formatVersion */ .qh)(finding.oldest.version)} or newer is needed`];
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
            env: { LC_ALL: 'C', PATH: process.env['PATH'] ?? '' },
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
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_5__/* .versionIn */ .p8)(said, tool);
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
