export const id = 8231;
export const ids = [8231];
export const modules = {

/***/ 6456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ setOutputs)
/* harmony export */ });
/* unused harmony export OUTPUT_NAMES */
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59559);

/** Every output of the action; a test compares it with action.yml. */
const OUTPUT_NAMES = (/* unused pure expression or super */ null && ([
    'name',
    'version',
    'strategy',
    'artifact-path',
    'artifact-sha256',
    'artifact-size',
    'manifest-path',
    'checksums-path',
    'provenance-path',
    'sbom-path',
    'artifact-id',
    'artifact-url',
    'release-url',
    'manifest-url',
    'index-url',
    'reproducible',
    'boot',
    'boot-ms',
    'identical',
    'matrix',
    'results',
]));
/** Sets outputs. Undefined ones are not set and are empty in a workflow. */
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        if (value !== undefined)
            (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, String(value));
}


/***/ }),

/***/ 358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hb: () => (/* binding */ parseChecksumList),
/* harmony export */   k4: () => (/* binding */ readChecksumList),
/* harmony export */   n$: () => (/* binding */ isChecksumListName)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);



/** Limit of a list, enough for half a million files. A larger file is probably not a list. */
const MAX_BYTES = 64 * 1024 * 1024;
const FIX = 'create the list again: sha256sum FILE... > SHA256SUMS';
/** `HASH  NAME` or `HASH *NAME`, with a backslash before it where the name is escaped. */
const GNU_LINE = /^(\\?)([0-9a-f]{64})[ ][ *]([^\0]+)$/is;
/** `SHA256 (NAME) = HASH`, of `sha256sum --tag` and of BSD. */
const TAGGED_LINE = /^(\\?)SHA256 \(([^\0]+)\) = ([0-9a-f]{64})$/is;
/**
 * True if the name of a file is that of a list of SHA-256 digests: `SHA256SUMS`, `web_SHA256SUMS.txt`,
 * `web.img.sha256`, …
 */
function isChecksumListName(name) {
    return /(?:^|[._-])sha256sums?(?:\.txt)?$|\.sha256$/i.test(name);
}
/**
 * Reads an open SHA256SUMS file; `label` names it in errors.
 *
 * @throws FledgeError `input` as `parseChecksumList` does, or if it is too large.
 */
async function readChecksumList(handle, label) {
    try {
        return parseChecksumList(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(handle, label, MAX_BYTES), label);
    }
    catch (error) {
        if (!(error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv))
            throw error;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has ${error.bytes} bytes; a list of digests has at most ${MAX_BYTES}`);
    }
}
/**
 * Parses a list of `sha256sum`, with or without `--tag` or `--binary` (coreutils manual, "md5sum invocation"): names
 * may be escaped, lines may end in CR LF. Empty lines and lines that begin with `#` are ignored.
 *
 * @throws FledgeError `input` with the first line that is invalid, or whose file has another digest on an earlier line;
 *   or if there is no file.
 */
function parseChecksumList(bytes, label) {
    const byName = new Map();
    for (const [index, text] of (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromBytes */ .Pb)(bytes).split('\n').entries()) {
        const line = index + 1;
        const stripped = text.replace(/\r$/, '');
        if (stripped === '' || stripped.startsWith('#'))
            continue;
        const listed = parseLine(stripped, line);
        if (listed === undefined)
            throw problem(label, line, 'not a line of sha256sum');
        const { name, sha256 } = listed;
        const earlier = byName.get(name);
        if (earlier !== undefined && earlier.sha256 !== sha256) {
            const what = `${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name)} has another digest than on line ${earlier.line}`;
            throw problem(label, line, what);
        }
        byName.set(name, earlier ?? listed);
    }
    if (byName.size === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} does not list any file`, { fix: FIX });
    return [...byName.values()];
}
function parseLine(text, line) {
    const [, gnuEscape, gnuDigest, gnuName] = GNU_LINE.exec(text) ?? [];
    const [, tagEscape, tagName, tagDigest] = TAGGED_LINE.exec(text) ?? [];
    const written = gnuName ?? tagName;
    const digest = gnuDigest ?? tagDigest;
    if (written === undefined || digest === undefined)
        return undefined;
    const name = (gnuEscape ?? tagEscape) === '\\' ? unescapeName(written) : written;
    const normalised = normalise(name ?? '');
    // A name of slashes and dots only is a directory, which has no digest.
    if (normalised === '' || normalised === '/')
        return undefined;
    return { name: normalised, sha256: digest.toLowerCase(), line };
}
/** Undefined for an escape that coreutils does not write. */
function unescapeName(name) {
    const characters = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
    const parts = name.match(/\\.?|[^\\]+/gs) ?? [];
    if (parts.some((part) => part.startsWith('\\') && characters[part] === undefined))
        return undefined;
    return parts.map((part) => characters[part] ?? part).join('');
}
function normalise(name) {
    const components = name.split('/').filter((component) => component !== '' && component !== '.');
    return `${name.startsWith('/') ? '/' : ''}${components.join('/')}`;
}
function problem(label, line, message) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label}:${line}: ${message}`, { fix: FIX });
}


/***/ }),

/***/ 63818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ loadLockFor),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   Qu: () => (/* binding */ lockCommandFor),
/* harmony export */   UL: () => (/* binding */ parseLockText)
/* harmony export */ });
/* unused harmony export renderLock */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9691);
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















const HEADER = (/* unused pure expression or super */ null && (`# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
`));
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
    return `${HEADER}${stringify(document).trimEnd()}\n`;
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

/***/ 25393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ji: () => (/* binding */ VOLANT_KERNEL),
/* harmony export */   K2: () => (/* binding */ fetchVolantKernel),
/* harmony export */   XZ: () => (/* binding */ problemOfKernelUrl),
/* harmony export */   hX: () => (/* binding */ MAX_KERNEL_BYTES)
/* harmony export */ });
/* unused harmony exports findKernelToPin, findRecordedKernel */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
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
        const asset = await findAsset({ ...context, reporter: silentReporter }, PIN_LOOKUP_MS);
        if ('unreachable' in asset)
            return asset;
        const { name, publicUrl, sha256 } = asset;
        return sha256 === undefined
            ? { unreachable: `GitHub has no digest of ${name}` }
            : { url: redactUrl(publicUrl), sha256 };
    }
    catch (error) {
        if (!(error instanceof FledgeError))
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
    const { findRelease } = await __webpack_require__.e(/* import() */ 8743).then(__webpack_require__.bind(__webpack_require__, 58743));
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
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_4__/* .placeFile */ .af)(path, Buffer.from(`${sha256}\n`), { mode: 0o600, isDurable: false });
    }
    catch (error) {
        context.reporter.warn(`cannot record the digest of ${LABEL} in ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFailureOf */ .PI)(error)}`, {
            code: 'cache',
        });
    }
}


/***/ }),

/***/ 29026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SE: () => (/* binding */ lowerPoolPriority),
/* harmony export */   Vs: () => (/* binding */ defaultWorkers),
/* harmony export */   ar: () => (/* binding */ limitYoungGeneration)
/* harmony export */ });
/* unused harmony exports defaultJobs, workersPerJob */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1708);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78877);




/* Settings of this process for speed and memory: threads, their priority, V8's heap. */
/** More threads only need more memory: reading the files is the bottleneck then. */
const MAX_WORKERS = 8;
/** The default number of threads that compress. */
function defaultWorkers() {
    return Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_1__.availableParallelism)(), MAX_WORKERS);
}
/** More builds at once compete for the disk and the network. */
const MAX_JOBS = 4;
/** The memory that a build may need, in bytes: its tree, its buffers and its tools. */
const BUILD_MEMORY = (/* unused pure expression or super */ null && (1024 ** 3));
/** The default number of builds that run at once: one for each CPU and GiB of available memory. */
function defaultJobs() {
    return Math.max(1, Math.min(availableParallelism(), MAX_JOBS, Math.floor(availableMemory() / BUILD_MEMORY)));
}
/** The default number of compressor threads of one of several builds that run at once. */
function workersPerJob(jobs) {
    return Math.max(1, Math.floor(defaultWorkers() / jobs));
}
/** The difference in nice values: on a shared CPU, these threads get about a third of the main thread's time. */
const STEP = 5;
const LOWEST = 19;
/**
 * Lowers the priority of the threads of libuv's pool, which read and decompress, below that of the main thread, for which
 * all of them wait. It matters if there are fewer CPUs than threads. Linux has a priority for each thread
 * (setpriority(2), "C library/kernel differences"); on other systems nothing happens. It is permanent: without
 * privileges a priority can only be lowered.
 */
function lowerPoolPriority() {
    try {
        const priority = Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_1__.getPriority)() + STEP, LOWEST);
        for (const thread of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc/self/task')) {
            if (threadName(thread).startsWith('libuv-worker'))
                (0,node_os__WEBPACK_IMPORTED_MODULE_1__.setPriority)(Number(thread), priority);
        }
    }
    catch {
        // The priority is only an optimisation; the build continues without it.
    }
}
function threadName(thread) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/self/task/${thread}/comm`, 'utf8');
}
/**
 * Stops the growth of V8's semi-space until the returned function is called. It would otherwise double while most new
 * objects survive, up to 64 MiB and the same again as the copy target; a tree of hundreds of thousands of files is built
 * in the same time without this. The maximum size can only be set on Node's command line; the growth factor is read at
 * each scavenge, so it can be changed at run time.
 */
function limitYoungGeneration() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_3__.setFlagsFromString)('--semi-space-growth-factor=1');
    return () => (0,node_v8__WEBPACK_IMPORTED_MODULE_3__.setFlagsFromString)('--semi-space-growth-factor=2');
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
