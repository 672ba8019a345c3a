export const id = 8515;
export const ids = [8515,7141];
export const modules = {

/***/ 63818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ loadLockFor),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   Qu: () => (/* binding */ lockCommandFor),
/* harmony export */   UL: () => (/* binding */ parseLockText),
/* harmony export */   wC: () => (/* binding */ renderLock)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(12311);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93017);
/* harmony import */ var _document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4769);
/* harmony import */ var _document_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28055);
/* harmony import */ var _document_positions_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(45868);
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60410);
/* harmony import */ var _document_source_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10755);
/* harmony import */ var _document_toml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45666);
/* harmony import */ var _document_vocabulary_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(69374);
/* harmony import */ var _document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12673);
/* harmony import */ var _sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25393);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(62625);















const HEADER = `# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
`;
const sha256 = (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfSha256 */ .EK).transform(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseSha256 */ .WN);
const pinnedFile = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ url: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfHttpUrl */ .ix), sha256 });
const assets = { 'linux/amd64': pinnedFile.optional(), 'linux/arm64': pinnedFile.optional() };
const imagePin = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ name: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(problemOfName), digest: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(problemOfDigest) });
const lockSchema = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_11__/* .literal */ .euz('1'),
    image: imagePin.optional(),
    base_images: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(imagePin).optional(),
    busybox_image: imagePin.optional(),
    agent_release: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ version: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), tag: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), ...assets })
        .optional(),
    agent: pinnedFile.optional(),
    busybox: pinnedFile.optional(),
    // A lock file beside a downloaded artifact must not choose the address of a request.
    kernel: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ url: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_8__/* .problemOfKernelUrl */ .XZ), sha256 }).optional(),
});
const vocabulary = (0,_document_vocabulary_js__WEBPACK_IMPORTED_MODULE_12__/* .vocabularyOf */ .Y)(lockSchema, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'fledge.toml', names: ['strategy', 'init', 'source', 'filesystem', 'mappings'] });
/** The lock file of a config: `fledge.lock` for `fledge.toml`, in the same directory. */
function lockFileOf(configFile) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(configFile), `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(configFile).replace(/\.toml$/, '')}.lock`);
}
/** The command that writes the lock file of a config. */
function lockCommandFor(configFile) {
    return configFile === 'fledge.toml' ? 'fledge lock' : `fledge lock --config ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_13__/* .shellWord */ .r7)(configFile)}`;
}
/**
 * Reads and checks the lock file of a config; undefined if there is none.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadLockFor(configFile) {
    const file = lockFileOf(configFile);
    const missing = new _support_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .FledgeError */ .aE('config', `there is no ${file}`);
    try {
        return await (0,_document_source_text_js__WEBPACK_IMPORTED_MODULE_5__/* .checkSource */ .A)(file, () => missing, (text) => parseLockText(text, file));
    }
    catch (error) {
        if (error === missing)
            return undefined;
        if ((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error).length === 0)
            throw error;
        const fix = `restore it from version control, or write it again: ${lockCommandFor(configFile)}`;
        throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error), fix);
    }
}
/**
 * Checks the text of a lock file; `file` is the name in problems.
 *
 * @throws FledgeError `config` with every problem.
 */
async function parseLockText(text, file) {
    const raw = (0,_document_toml_js__WEBPACK_IMPORTED_MODULE_6__/* .parseToml */ .MT)(text, file);
    const locate = async (findings) => (0,_document_document_js__WEBPACK_IMPORTED_MODULE_3__/* .locateFindings */ .Hf)(findings, file, await (0,_document_positions_js__WEBPACK_IMPORTED_MODULE_14__/* .locateToml */ .Ls)(text));
    const parsed = lockSchema.safeParse(raw, _document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .PARSE_ONCE */ .Mh);
    if (!parsed.success) {
        throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)(await locate((0,_document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .findingsOfIssues */ .uT)(parsed.error.issues, raw, vocabulary)));
    }
    const { image, base_images: baseImages, busybox_image: busyboxImage, agent_release: release, agent, busybox, kernel, } = parsed.data;
    const agentRelease = release && {
        version: release.version,
        tag: release.tag,
        assets: { 'linux/amd64': release['linux/amd64'], 'linux/arm64': release['linux/arm64'] },
    };
    return { file, pins: { image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel }, locate };
}
/** The text of a lock file: deterministic, and with each pin on its own lines. */
function renderLock({ image, busyboxImage, baseImages = [], agentRelease, agent, busybox, kernel, }) {
    const release = agentRelease && {
        version: agentRelease.version,
        tag: agentRelease.tag,
        'linux/amd64': fileOf(agentRelease.assets['linux/amd64']),
        'linux/arm64': fileOf(agentRelease.assets['linux/arm64']),
    };
    const document = {
        version: '1',
        image: image && imageOf(image),
        agent_release: release,
        agent: fileOf(agent),
        busybox: fileOf(busybox),
        kernel: fileOf(kernel),
        busybox_image: busyboxImage && imageOf(busyboxImage),
        base_images: baseImages.length === 0 ? undefined : baseImages.map(imageOf),
    };
    return `${HEADER}${(0,smol_toml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(document).trimEnd()}\n`;
}
function imageOf({ name, digest }) {
    return { name, digest };
}
function fileOf(pin) {
    return pin && { url: pin.url, sha256: pin.sha256 };
}
function problemOfName(value) {
    return /^[^\s\p{Cc}]+$/u.test(value) ? undefined : 'must be the name of an image';
}
function problemOfDigest(value) {
    return /^sha256:[0-9a-f]{64}$/.test(value) ? undefined : 'must be "sha256:" and 64 lower-case hex digits';
}


/***/ }),

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ remarksOnMemory),
/* harmony export */   DY: () => (/* binding */ requiredMemory),
/* harmony export */   z7: () => (/* binding */ defaultMemory)
/* harmony export */ });
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39965);


/** In MiB. */
const DEFAULT_MEMORY = 512;
const KERNEL = 64;
const RESERVE = 64;
const STEP = 64;
/**
 * The memory that a machine needs for an initramfs, in MiB: the kernel keeps the archive while it unpacks it, and the files
 * stay in memory. They count twice, because the root's tmpfs may fill half of the memory.
 */
function requiredMemory({ compressed, unpacked }) {
    return KERNEL + RESERVE + Math.ceil((compressed + 2 * unpacked) / _support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MEBIBYTE */ .gJ);
}
/** `memory_mb` without a template: 512, or what an initramfs needs up to the next 64. */
function defaultMemory(size) {
    return size === undefined ? DEFAULT_MEMORY : Math.max(DEFAULT_MEMORY, Math.ceil(requiredMemory(size) / STEP) * STEP);
}
/** A warning if the template's `memory_mb` cannot hold an initramfs. */
function remarksOnMemory({ resources }, size) {
    const given = resources?.memory_mb;
    const required = requiredMemory(size);
    if (given === undefined || given >= required)
        return [];
    return [
        {
            code: 'memory',
            message: `${given} MB cannot hold the initramfs: kernel, archive and unpacked files need about ${required} MB`,
            fix: `set memory_mb = ${Math.ceil(required / STEP) * STEP}, or map fewer files`,
            ...(0,_remarks_js__WEBPACK_IMPORTED_MODULE_1__/* .atTemplate */ .CV)('resources', 'memory_mb'),
        },
    ];
}


/***/ }),

/***/ 39965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ atTemplate),
/* harmony export */   Oh: () => (/* binding */ atConfig),
/* harmony export */   f3: () => (/* binding */ atImage)
/* harmony export */ });
/** A remark about a key of the template. */
function atTemplate(...path) {
    return { at: { document: 'template', path } };
}
/** A remark about a key of fledge.toml. */
function atConfig(...path) {
    return { at: { document: 'config', path } };
}
/**
 * A remark about the image of a plugin: at the key of `[source]` that brings it. An image without a reference is built from
 * a Dockerfile. Without an image there is no key.
 */
function atImage(image) {
    if (image === undefined)
        return {};
    return atConfig('source', image.reference === undefined ? 'dockerfile' : 'image');
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

/***/ 67270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sourceContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _cache_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88251);
/* harmony import */ var _cache_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68387);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8359);




/**
 * The context of the sources; `directory` is that of fledge.toml.
 *
 * @throws FledgeError `usage` if the size limit of the cache is not a size.
 */
function sourceContext({ env, reporter, signal }, directory) {
    const cacheDirectory = (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheDirectoryOf */ .N2)(env, { home: node_os__WEBPACK_IMPORTED_MODULE_0__.homedir, cwd: process.cwd() });
    const use = (0,_cache_use_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheUse */ .Ev)({ directory: cacheDirectory, limit: (0,_cache_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheLimitOf */ .l)(env), reporter });
    return { baseDirectory: directory, cacheDirectory, cacheUse: use, reporter, env, signal };
}


/***/ }),

/***/ 25393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ji: () => (/* binding */ VOLANT_KERNEL),
/* harmony export */   K2: () => (/* binding */ fetchVolantKernel),
/* harmony export */   RF: () => (/* binding */ findRecordedKernel),
/* harmony export */   XZ: () => (/* binding */ problemOfKernelUrl),
/* harmony export */   dY: () => (/* binding */ findKernelToPin),
/* harmony export */   hX: () => (/* binding */ MAX_KERNEL_BYTES)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21874);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);
/* harmony import */ var _support_files_write_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23486);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94618);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24789);








/** The kernel that Volant's installer downloads. Volant runs on x86-64 only. */
const VOLANT_KERNEL = {
    repository: 'cloud-hypervisor/linux',
    tag: 'ch-release-v6.12.8-20250613',
    asset: 'vmlinux-x86_64',
    url: 'https://github.com/cloud-hypervisor/linux/releases/download/ch-release-v6.12.8-20250613/vmlinux-x86_64',
    version: '6.12.8',
};
/** Far above the size of a kernel; a larger file was named by mistake. */
const MAX_KERNEL_BYTES = 1024 ** 3;
const LABEL = 'the kernel';
/** A boot without network access must not wait for all attempts: the machine may have a kernel. */
const LOOKUP_MS = 15_000;
/** `fledge lock` waits less, because it does without the kernel. */
const PIN_LOOKUP_MS = 5000;
const COMMON = {
    kind: 'kernel',
    label: LABEL,
    maxBytes: MAX_KERNEL_BYTES,
    expect: 'elf',
};
const CHANGED = `the release of the kernel was changed, or the download was; find out which, and pin the digest with fledge lock`;
/**
 * Fetches Volant's kernel and verifies it: by the digest of `pin`; otherwise by the digest that the first use recorded in
 * the cache; otherwise by the digest of GitHub's API, if it has one. A kernel in the cache needs no request.
 *
 * @throws FledgeError `download` for a kernel with another digest, or a failed download; `output` if the cache cannot be
 *   written.
 */
async function fetchVolantKernel(pin, context) {
    if (pin !== undefined) {
        const { url, sha256, lockFile } = pin;
        return { file: await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'url', url }, sha256, lockFile }, context) };
    }
    const recorded = await readRecord(context);
    if (recorded !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .findDownloaded */ .dv)({ sha256: recorded, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: VOLANT_KERNEL.url } };
    }
    const asset = await findAsset(context, LOOKUP_MS);
    if ('unreachable' in asset)
        return asset;
    const file = await fetchAsset(asset, recorded, context);
    if (recorded === undefined)
        writeRecord(file.sha256, context);
    return { file: { ...file, uri: VOLANT_KERNEL.url } };
}
/**
 * Looks up the digest that GitHub publishes of Volant's kernel, without a download. It fails only if the signal of the context
 * aborts.
 */
async function findKernelToPin(context) {
    try {
        const asset = await findAsset({ ...context, reporter: _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_5__/* .silentReporter */ .P }, PIN_LOOKUP_MS);
        if ('unreachable' in asset)
            return asset;
        const { name, publicUrl, sha256 } = asset;
        return sha256 === undefined
            ? { unreachable: `GitHub has no digest of ${name}` }
            : { url: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_7__.redactUrl)(publicUrl), sha256 };
    }
    catch (error) {
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE))
            throw error;
        return { unreachable: error.message };
    }
}
/** The kernel that boots on this machine have used without a pin; undefined if there were none. */
async function findRecordedKernel(context) {
    const sha256 = await readRecord(context);
    return sha256 === undefined ? undefined : { url: VOLANT_KERNEL.url, sha256 };
}
/** The reason why a URL is not that of a kernel for Volant, in any of its releases and on any server; otherwise undefined. */
function problemOfKernelUrl(value) {
    const { repository, asset } = VOLANT_KERNEL;
    const url = URL.parse(value);
    const isOfRelease = url !== null &&
        /^https?:$/.test(url.protocol) &&
        url.pathname.includes(`/${repository}/releases/download/`) &&
        url.pathname.endsWith(`/${asset}`);
    return isOfRelease ? undefined : `must be the URL of ${asset} in a release of ${repository}`;
}
/** Looks the kernel up. Loads GitHub's client lazily: most boots find the kernel in the cache. */
async function findAsset(context, limitMs) {
    const { repository, tag, asset: name } = VOLANT_KERNEL;
    const { findRelease } = await __webpack_require__.e(/* import() */ 3937).then(__webpack_require__.bind(__webpack_require__, 63937));
    const timeout = AbortSignal.timeout(context.network?.headersTimeoutMs ?? limitMs);
    const signal = context.signal === undefined ? timeout : AbortSignal.any([context.signal, timeout]);
    try {
        const release = await findRelease(repository, tag, { ...context, signal });
        const asset = release.assets.find((candidate) => candidate.name === name);
        return asset ?? { unreachable: `release ${tag} of ${repository} has no ${name}` };
    }
    catch (error) {
        context.signal?.throwIfAborted();
        if (timeout.aborted)
            return { unreachable: `GitHub did not answer in time to the look-up of release ${tag} of ${repository}` };
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE) || error.code !== 'download')
            throw error;
        return { unreachable: error.message };
    }
}
async function fetchAsset({ name, url, headers, publicUrl, sha256: published }, recorded, context) {
    const sha256 = recorded ?? published;
    const request = { ...COMMON, from: { kind: 'url', url }, headers, publicUrl, sha256, mismatchFix: CHANGED };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchFile */ .t2)(request, context);
    if (sha256 === undefined) {
        context.reporter.warn(`${LABEL} was not verified: GitHub has no digest of ${name}; its SHA-256 ${file.sha256} is recorded for later boots`, { code: 'unpinned' });
    }
    return file;
}
/** The file with the digest of the first use. */
function recordOf({ cacheDirectory }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cacheDirectory, 'kernels', `${VOLANT_KERNEL.tag}-${VOLANT_KERNEL.asset}.sha256`);
}
async function readRecord(context) {
    try {
        const text = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(recordOf(context), 256)).toString('latin1').trim();
        return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
    }
    catch {
        // There is no record yet, or it is damaged, and the next download writes a new one.
        return undefined;
    }
}
function writeRecord(sha256, context) {
    const path = recordOf(context);
    try {
        (0,_support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_2__/* .makeDirectories */ .K)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), { mode: 0o700 });
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_4__/* .placeFile */ .a)(path, Buffer.from(`${sha256}\n`), { mode: 0o600, isDurable: false });
    }
    catch (error) {
        context.reporter.warn(`cannot record the digest of ${LABEL} in ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFailureOf */ .PI)(error)}`, {
            code: 'cache',
        });
    }
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

/***/ 52835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ reportElapsed),
/* harmony export */   C: () => (/* binding */ whileReportingElapsed)
/* harmony export */ });
/** The time after which work counts as long, in seconds. */
const LONG_WORK = 2;
/**
 * Reports the seconds of work that has no other measure, such as a program of others. Short work is not reported. Returns a
 * function that ends the progress, which must be called also if the work fails.
 */
function reportElapsed(reporter, label) {
    const since = performance.now();
    let progress;
    const timer = setInterval(() => {
        const seconds = Math.round((performance.now() - since) / 1000);
        if (seconds < LONG_WORK)
            return;
        progress ??= reporter.progress(label, 'seconds');
        progress.update(seconds);
    }, 1000);
    timer.unref();
    return () => {
        clearInterval(timer);
        progress?.end();
    };
}
/** `reportElapsed` for work that returns or throws. */
async function whileReportingElapsed(reporter, label, work) {
    const end = reportElapsed(reporter, label);
    try {
        return await work();
    }
    finally {
        end();
    }
}


/***/ }),

/***/ 94618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ silentReporter)
/* harmony export */ });
const silentProgress = { update() { }, end() { } };
/** A reporter that prints nothing, for library use and tests. */
const silentReporter = {
    step() { },
    info() { },
    warn() { },
    debug() { },
    progress: () => silentProgress,
};


/***/ })

};
