export const id = 230;
export const ids = [230];
export const modules = {

/***/ 1927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ loadLockFor),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   Qu: () => (/* binding */ lockCommandFor),
/* harmony export */   wC: () => (/* binding */ renderLock)
/* harmony export */ });
/* unused harmony export parseLockText */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2311);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _support_shell_word_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3963);
/* harmony import */ var _checked_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5872);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5874);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3887);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3515);
/* harmony import */ var _source_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(564);
/* harmony import */ var _toml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4151);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3017);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(771);
/* harmony import */ var _zod_problems_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6683);














const HEADER = `# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
`;
const sha256 = (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .problemOfSha256 */ .EK).transform(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .normaliseSha256 */ .WN);
const pinnedFile = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ url: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .problemOfHttpUrl */ .ix), sha256 });
const assets = { 'linux/amd64': pinnedFile.optional(), 'linux/arm64': pinnedFile.optional() };
const lockSchema = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_10__/* .literal */ .euz('1'),
    image: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ name: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(problemOfName), digest: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(problemOfDigest) }).optional(),
    agent_release: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ version: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .problemOfTag */ .hp), tag: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .problemOfTag */ .hp), ...assets })
        .optional(),
    agent: pinnedFile.optional(),
    busybox: pinnedFile.optional(),
});
const vocabulary = (0,_vocabulary_js__WEBPACK_IMPORTED_MODULE_11__/* .vocabularyOf */ .Y)(lockSchema, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'fledge.toml', names: ['strategy', 'init', 'source', 'filesystem', 'mappings'] });
/** The lock file of a config: `fledge.lock` for `fledge.toml`, in the same directory. */
function lockFileOf(configFile) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(configFile), `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(configFile).replace(/\.toml$/, '')}.lock`);
}
/** The command that writes the lock file of a config. */
function lockCommandFor(configFile) {
    return configFile === 'fledge.toml' ? 'fledge lock' : `fledge lock --config ${(0,_support_shell_word_js__WEBPACK_IMPORTED_MODULE_12__/* .shellWord */ .r)(configFile)}`;
}
/**
 * Reads and checks the lock file of a config; undefined if there is none.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadLockFor(configFile) {
    const file = lockFileOf(configFile);
    const missing = new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `there is no ${file}`);
    try {
        return await parseLockText(await (0,_source_text_js__WEBPACK_IMPORTED_MODULE_5__/* .readSourceText */ .V)(file, missing), file);
    }
    catch (error) {
        if (error === missing)
            return undefined;
        if ((0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error).length === 0)
            throw error;
        const fix = `take it from version control, or write it anew: ${lockCommandFor(configFile)}`;
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)((0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error), fix);
    }
}
/**
 * Checks the text of a lock file; `file` is what problems call it.
 *
 * @throws FledgeError `config` with every problem.
 */
async function parseLockText(text, file) {
    const raw = (0,_toml_js__WEBPACK_IMPORTED_MODULE_6__/* .parseToml */ .MT)(text, file);
    const locate = async (findings) => (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .locateFindings */ .Hf)(findings, file, await (0,_positions_js__WEBPACK_IMPORTED_MODULE_13__/* .locateToml */ .L)(text));
    const parsed = lockSchema.safeParse(raw);
    if (!parsed.success) {
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)(await locate((0,_zod_problems_js__WEBPACK_IMPORTED_MODULE_8__/* .findingsOfIssues */ .u)(parsed.error.issues, raw, vocabulary)));
    }
    const { image, agent_release: release, agent, busybox } = parsed.data;
    const agentRelease = release && {
        version: release.version,
        tag: release.tag,
        assets: { 'linux/amd64': release['linux/amd64'], 'linux/arm64': release['linux/arm64'] },
    };
    return { file, pins: { image, agentRelease, agent, busybox }, locate };
}
/** The text of a lock file: the same for the same pins, and with each pin on lines of its own. */
function renderLock({ image, agentRelease, agent, busybox }) {
    const release = agentRelease && {
        version: agentRelease.version,
        tag: agentRelease.tag,
        'linux/amd64': fileOf(agentRelease.assets['linux/amd64']),
        'linux/arm64': fileOf(agentRelease.assets['linux/arm64']),
    };
    const document = {
        version: '1',
        image: image && { name: image.name, digest: image.digest },
        agent_release: release,
        agent: fileOf(agent),
        busybox: fileOf(busybox),
    };
    return `${HEADER}${(0,smol_toml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(document).trimEnd()}\n`;
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

/***/ 7602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nx: () => (/* binding */ findMissingAgent),
/* harmony export */   OW: () => (/* binding */ openSourcesOf),
/* harmony export */   Pq: () => (/* binding */ compareWithLock),
/* harmony export */   aY: () => (/* binding */ applyLock)
/* harmony export */ });
/** What of a config is not pinned in fledge.toml. */
function openSourcesOf(config) {
    const agent = openAgent(config.agent);
    if (config.strategy === 'oci_rootfs')
        return { ...openImage(config.image), ...agent };
    const { location, sha256 } = config.busybox;
    return { ...agent, ...(location.kind === 'url' && sha256 === undefined && { busybox: location.url }) };
}
function openAgent(agent) {
    if (agent?.source === 'release')
        return { agentRelease: agent.version };
    return agent?.source === 'http' && agent.sha256 === undefined ? { agent: agent.url } : {};
}
function openImage({ transport, named, text }) {
    switch (transport) {
        case undefined:
        case 'docker':
            if (named === undefined || named.digest !== undefined)
                return {};
            return { image: `${named.domain}/${named.repository}:${named.tag ?? 'latest'}` };
        case 'docker-daemon':
            // Without a name it is an id, which is a digest.
            return named === undefined || named.digest !== undefined ? {} : { localImage: text };
        case 'containers-storage':
            return /@(?:sha256:)?[0-9a-f]{64}$/.test(text) ? {} : { localImage: text };
        case 'oci':
        case 'oci-archive':
        case 'docker-archive':
        case 'dir':
            return {};
    }
}
/** Compares a config with what its lock file pins. `nameOf` says how a lock file has a URL: without credentials. */
function compareWithLock(config, pins, nameOf) {
    const open = openSourcesOf(config);
    const checks = [
        check(['image'], 'name', open.image, pins.image?.name),
        check(['agent_release'], 'version', open.agentRelease, pins.agentRelease?.version),
        check(['agent'], 'url', open.agent && nameOf(open.agent), pins.agent?.url),
        check(['busybox'], 'url', open.busybox && nameOf(open.busybox), pins.busybox?.url),
    ];
    return { stale: checks.flatMap(({ stale }) => stale ?? []), gaps: checks.flatMap(({ gap }) => gap ?? []) };
}
function check(table, key, asked, locked) {
    if (asked === locked)
        return {};
    const wanted = JSON.stringify(asked);
    if (locked === undefined)
        return { gap: { path: table, message: `missing; fledge.toml asks for ${wanted}` } };
    const instead = asked === undefined ? 'asks for nothing that it could pin' : `asks for ${wanted}`;
    return { stale: { path: [...table, key], message: `pins ${JSON.stringify(locked)}, and fledge.toml ${instead}` } };
}
/** A release that was pinned when it had no agent for the platform. */
function findMissingAgent({ agentRelease }, platform) {
    if (agentRelease === undefined || agentRelease.assets[platform] !== undefined)
        return [];
    const message = `missing; release ${agentRelease.tag} had no kestrel for ${platform} when it was pinned`;
    return [{ path: ['agent_release', platform], message }];
}
/** A config with what its lock file pins put into it; the two must have been found to agree. */
function applyLock(config, { file, pins }, platform) {
    const agent = pinnedAgent(config.agent, pins, { file, platform });
    if (config.strategy === 'oci_rootfs') {
        const { image } = pins;
        return { ...config, agent, ...(image !== undefined && { imageLock: { file, digest: image.digest } }) };
    }
    const { busybox } = pins;
    if (busybox === undefined)
        return { ...config, agent };
    return { ...config, agent, busybox: { ...config.busybox, sha256: busybox.sha256, lockFile: file } };
}
function pinnedAgent(agent, { agentRelease, agent: pin }, { file, platform }) {
    if (agent?.source === 'release' && agentRelease !== undefined) {
        return { ...agent, lock: { file, tag: agentRelease.tag, asset: agentRelease.assets[platform] } };
    }
    if (agent?.source === 'http' && pin !== undefined)
        return { ...agent, sha256: pin.sha256, lockFile: file };
    return agent;
}


/***/ }),

/***/ 6104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sourceContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _sources_cache_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8359);


/** What the sources need to know; `directory` is that of fledge.toml. */
function sourceContext({ env, reporter, signal }, directory) {
    const cacheDirectory = (0,_sources_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheDirectoryOf */ .N2)(env, { home: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), cwd: process.cwd() });
    return { baseDirectory: directory, cacheDirectory, reporter, env, signal };
}


/***/ }),

/***/ 3334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sh: () => (/* binding */ downloadAgent),
  EJ: () => (/* binding */ fetchAgent),
  ix: () => (/* binding */ fetchReleaseAgents)
});

// UNUSED EXPORTS: assetNames

// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/platform.js
var support_platform = __webpack_require__(1341);
// EXTERNAL MODULE: ./build/sources/download.js
var download = __webpack_require__(4789);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(2236);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./build/sources/context.js
var sources_context = __webpack_require__(7270);
// EXTERNAL MODULE: ./build/sources/redact.js
var redact = __webpack_require__(8468);
// EXTERNAL MODULE: ./build/sources/request.js + 4 modules
var request = __webpack_require__(1757);
;// CONCATENATED MODULE: ./build/sources/github-release.js





const PUBLIC_API = 'https://api.github.com';
/** A release with a thousand assets, the most GitHub allows, is described in about 2 MB. */
const MAX_RESPONSE_BYTES = 8 * 1024 * 1024;
const httpUrl = schemas/* url */.OZ5({ protocol: /^https?$/ });
const assetSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().min(1),
    url: httpUrl,
    browser_download_url: httpUrl,
    state: schemas/* string */.YjP().optional(),
    digest: schemas/* string */.YjP().nullish(),
});
const releaseSchema = schemas/* object */.Ikc({ tag_name: schemas/* string */.YjP().min(1), assets: schemas/* array */.YOg(assetSchema) });
/**
 * A release of `repository` (`owner/name`) from GitHub's REST API, or the API at FLEDGE_GITHUB_API_URL. `version` is a
 * tag, or `latest`. GITHUB_TOKEN goes to that API only.
 *
 * @throws FledgeError `download`.
 */
async function readRelease(repository, version, context) {
    const api = apiUrl(context);
    const token = (0,sources_context/* environmentValue */.J)(context.env, 'GITHUB_TOKEN');
    const url = releaseUrl(api, repository, version);
    const doing = `cannot look up release ${version} of ${repository} at ${(0,redact/* redactUrl */.B)(url.href)}`;
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', ...authorization };
    const job = {
        what: `release ${version} of ${repository}`,
        request: { url, headers, maxBytes: MAX_RESPONSE_BYTES },
        explain: (failure) => apiError(doing, failure, { repository, hasToken: token !== undefined }),
    };
    const text = await (0,request/* requestWithRetries */.e)(job, context, async ({ body }) => {
        const chunks = [];
        for await (const chunk of body)
            chunks.push(chunk);
        return Buffer.concat(chunks).toString('utf8');
    });
    return releaseOf(text, { doing, api, authorization });
}
function apiUrl({ env }) {
    const text = (0,sources_context/* environmentValue */.J)(env, 'FLEDGE_GITHUB_API_URL') ?? PUBLIC_API;
    const url = URL.parse(text);
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:'))
        return url;
    throw new errors/* FledgeError */.aE('usage', `FLEDGE_GITHUB_API_URL is not an http(s) URL: ${(0,redact/* redactUrl */.B)(text)}`, {
        fix: `unset it, or give it the form ${PUBLIC_API} or https://HOST/api/v3`,
    });
}
function releaseUrl(api, repository, version) {
    const url = new URL(api);
    const release = version === 'latest' ? 'latest' : `tags/${encodeURIComponent(version)}`;
    url.pathname = `${api.pathname.replace(/\/+$/, '')}/repos/${repository}/releases/${release}`;
    return url;
}
function releaseOf(text, { doing, api, authorization }) {
    const parsed = releaseSchema.safeParse(jsonOf(text));
    if (!parsed.success) {
        const first = parsed.error.issues[0];
        const where = first === undefined || first.path.length === 0 ? '' : ` at ${first.path.join('.')}`;
        throw new errors/* FledgeError */.aE('download', `${doing}: the answer is not the description of a release${where}`, {
            fix: 'check that FLEDGE_GITHUB_API_URL names the API of GitHub, not its web site',
        });
    }
    const { tag_name: tag, assets } = parsed.data;
    return {
        tag,
        assets: assets
            .filter(({ state }) => state === undefined || state === 'uploaded')
            .map(({ name, url, browser_download_url: publicUrl, digest }) => ({
            name,
            publicUrl,
            sha256: digest == null ? undefined : sha256Of(digest, name, doing),
            ...waysToBytes({ url, publicUrl, api, authorization }),
        })),
    };
}
/**
 * With a token the bytes come from the API, which is the only way into a private repository. Without one they come
 * from the web address, which unlike the API does not count what an address asks for.
 */
function waysToBytes(of) {
    const { url, publicUrl, api, authorization } = of;
    const isOurApi = new URL(url).origin === api.origin;
    if (!('authorization' in authorization) || !isOurApi)
        return { url: publicUrl, headers: {} };
    return { url, headers: { accept: 'application/octet-stream', ...authorization } };
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function apiError(doing, failure, of) {
    const { status, headers } = failure;
    const { repository, hasToken } = of;
    const fail = (message, fix) => new errors/* FledgeError */.aE('download', `${doing}: ${message}`, { cause: failure, fix });
    if ((status === 403 || status === 429) && (headers['x-ratelimit-remaining'] === '0' || status === 429)) {
        return fail('the rate limit of the GitHub API is used up', hasToken ? 'try again later' : 'set GITHUB_TOKEN, with which the limit is far higher');
    }
    if (status === 401)
        return fail('GITHUB_TOKEN was not accepted', 'renew GITHUB_TOKEN, or unset it');
    if (status === 404) {
        const andToken = hasToken
            ? 'that GITHUB_TOKEN may read the repository'
            : 'set GITHUB_TOKEN if the repository is private';
        return fail('there is no such release', `compare version in [agent] with the tags at https://github.com/${repository}/releases, or use "latest"; ${andToken}`);
    }
    return (0,request/* downloadError */.H)(doing, failure);
}
/** A digest that is there and cannot be checked is no reason to do without. */
function sha256Of(digest, name, doing) {
    const hex = /^sha256:([0-9a-f]{64})$/i.exec(digest)?.[1];
    if (hex !== undefined)
        return hex.toLowerCase();
    throw new errors/* FledgeError */.aE('download', `${doing}: the digest of ${name} is no SHA-256: ${JSON.stringify(digest.slice(0, 100))}`, {
        fix: 'use another version, or the asset itself with source_strategy = "http" and its checksum',
    });
}

;// CONCATENATED MODULE: ./build/sources/agent.js






const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times what the agent has; a bound for what a server may write to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;
const COMMON = { label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
/**
 * Brings the kestrel agent from where fledge.toml says and makes sure that it is a program for `platform`. One that
 * needs a dynamic loader is used, with a warning.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchAgent(source, platform, context) {
    const { file, version, advice } = await fetchFrom(source, platform, context);
    const { interpreter } = await (0,elf/* checkElf */.Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image has to hold ${interpreter} and its libraries, or it cannot start`);
    }
    return { ...file, version };
}
async function fetchFrom(source, platform, context) {
    switch (source.source) {
        case 'local': {
            const file = await (0,download/* fetchFile */.t2)({ ...COMMON, from: { kind: 'file', path: source.path } }, context);
            return { file, version: undefined, advice: `let path in [agent] name a ${LABEL} for ${platform}` };
        }
        case 'http': {
            const pinAs = (sha256) => `checksum = "sha256:${sha256}" below [agent]`;
            const { sha256, lockFile } = source;
            const from = { kind: 'url', url: source.url };
            const file = await (0,download/* fetchFile */.t2)({ ...COMMON, from, sha256, lockFile, pinAs }, context);
            return { file, version: undefined, advice: `let url in [agent] name a ${LABEL} for ${platform}` };
        }
        case 'release': {
            const { file, tag } = await fetchFromRelease(source, platform, context);
            const advice = `release ${tag} has no ${LABEL} for ${platform}; build one, and use it with source_strategy = "local"`;
            return { file, version: tag, advice };
        }
    }
}
/** With a locked digest that the cache has, nothing is sent to anybody. */
async function fetchFromRelease({ version, lock }, platform, context) {
    const pin = lock?.asset;
    if (lock !== undefined && pin !== undefined) {
        const cached = await (0,download/* findDownloaded */.dv)({ sha256: pin.sha256, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: (0,redact/* redactUrl */.B)(pin.url) }, tag: lock.tag };
    }
    const release = await readRelease(REPOSITORY, lock?.tag ?? version, context);
    const pinned = release.assets.find(({ publicUrl }) => pin !== undefined && (0,redact/* redactUrl */.B)(publicUrl) === pin.url);
    const asset = pinned ?? chooseAsset(release, platform);
    if (lock !== undefined && pin !== undefined)
        requireLocked(asset, pin, { lock, release });
    const file = await fetchAsset(asset, release, context, pin && { ...pin, lockFile: lock?.file });
    return { file: pin === undefined ? file : { ...file, uri: (0,redact/* redactUrl */.B)(pin.url) }, tag: release.tag };
}
/** What the API says of a file is enough to know that it is another one. */
function requireLocked({ name, sha256 }, pin, { lock, release }) {
    if (sha256 === undefined || sha256 === pin.sha256)
        return;
    throw new errors/* FledgeError */.aE('download', `cannot use ${name} of release ${release.tag}: its SHA-256 is ${sha256}, and ${lock.file} says ${pin.sha256}`, { fix: download/* LOCK_FIX */.WP });
}
async function fetchAsset({ name, url, headers, publicUrl, sha256 }, release, context, pin) {
    const from = { kind: 'url', url };
    const file = await (0,download/* fetchFile */.t2)({ ...COMMON, from, headers, publicUrl, sha256, ...pin }, context);
    if (sha256 === undefined && pin === undefined) {
        context.reporter.warn(`GitHub has no digest of ${name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`);
    }
    return file;
}
/**
 * Brings the agents of a release for all platforms, so that it is known for which there is one.
 *
 * @throws FledgeError `download`, also if there is none at all.
 */
async function fetchReleaseAgents(version, context) {
    const release = await readRelease(REPOSITORY, version, context);
    const assets = {};
    const seen = new Map();
    for (const platform of support_platform/* PLATFORMS */.P) {
        const asset = findAsset(release, platform);
        if (asset === undefined)
            continue;
        const file = seen.get(asset) ?? (await fetchAsset(asset, release, context));
        seen.set(asset, file);
        const program = await (0,elf/* inspectProgram */.JS)(file.path, LABEL);
        if (program.kind === 'elf' && program.machine === platform)
            assets[platform] = file;
    }
    const [any] = support_platform/* PLATFORMS */.P;
    if (Object.keys(assets).length === 0)
        throw noAgent(release, `${LABEL} for any platform`, assetNames(any));
    return { tag: release.tag, assets };
}
/**
 * Brings whatever a URL serves as the agent today, to be pinned.
 *
 * @throws FledgeError `download`.
 */
function downloadAgent(url, context) {
    return (0,download/* fetchFile */.t2)({ ...COMMON, from: { kind: 'url', url } }, context);
}
function chooseAsset(release, platform) {
    const asset = findAsset(release, platform);
    if (asset === undefined)
        throw noAgent(release, `${LABEL} for ${platform}`, assetNames(platform));
    return asset;
}
function findAsset({ assets }, platform) {
    for (const name of assetNames(platform)) {
        const asset = assets.find((candidate) => candidate.name === name);
        if (asset !== undefined)
            return asset;
    }
    return undefined;
}
function noAgent({ tag, assets }, what, wanted) {
    const available = assets.map(({ name }) => name).join(', ') || 'none';
    return new errors/* FledgeError */.aE('download', `release ${tag} of ${REPOSITORY} has no ${what}`, {
        fix: `choose another version in [agent]; looked for ${wanted.join(', ')}; the release has: ${available}`,
    });
}
/**
 * The names that the agent for a platform may have among a release's assets, the best first. Plain `kestrel` is the
 * amd64 one; for another platform it comes last, and whether it fits is for its ELF header to say.
 */
function assetNames(platform) {
    const named = ARCHITECTURES[platform].flatMap((name) => [`${LABEL}-linux-${name}`, `${LABEL}-${name}`]);
    return platform === 'linux/amd64' ? [LABEL, ...named] : [...named, LABEL];
}
const ARCHITECTURES = {
    'linux/amd64': ['amd64', 'x86_64'],
    'linux/arm64': ['arm64', 'aarch64'],
};


/***/ }),

/***/ 744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ downloadBusybox),
  Z: () => (/* binding */ fetchBusybox)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
;// CONCATENATED MODULE: ./build/sources/applet-directories.js
const rootApplets = `
  linuxrc
`;
const binApplets = `
  arch ash base32 base64 busybox cat chattr chgrp chmod chown conspy cp cpio cttyhack date dd df dmesg dnsdomainname
  dumpkmap echo ed egrep false fatattr fdflush fgrep fsync getopt grep gunzip gzip hostname hush ionice iostat ipcalc
  kbd_mode kill link linux32 linux64 ln login ls lsattr lzop makemime mkdir mknod mktemp more mount mountpoint mpstat
  mt mv netstat nice nuke pidof ping ping6 pipe_progress printenv ps pwd reformime resume rev rm rmdir rpm run-parts
  scriptreplay sed setarch setpriv setserial sh sleep stat stty su sync tar touch true umount uname uncompress usleep
  vi vmstat watch zcat
`;
const sbinApplets = `
  acpid adjtimex arp blkid blockdev bootchartd depmod devmem fbsplash fdisk findfs freeramdisk fsck fsck.minix fstrim
  getty halt hdparm hwclock ifconfig ifdown ifenslave ifup init insmod ip ipaddr iplink ipneigh iproute iprule
  iptunnel klogd loadkmap logread losetup lsmod makedevs mdev mkdosfs mke2fs mkfs.ext2 mkfs.minix mkfs.vfat mkswap
  modinfo modprobe nameif pivot_root poweroff raidautorun reboot rmmod route run-init runlevel setconsole slattach
  start-stop-daemon sulogin swapoff swapon switch_root sysctl syslogd tc tunctl udhcpc uevent vconfig watchdog zcip
`;
const usrBinApplets = `
  [ [[ ar ascii awk basename bc beep blkdiscard bunzip2 bzcat bzip2 cal chpst chrt chvt cksum clear cmp comm crc32
  crontab cryptpw cut dc deallocvt diff dirname dos2unix dpkg dpkg-deb du dumpleases eject env envdir envuidgid expand
  expr factor fallocate fgconsole find flock fold free ftpget ftpput fuser getfattr groups hd head hexdump hexedit
  hostid id install ipcrm ipcs killall last less logger logname lpq lpr lsblk lsof lspci lsscsi lsusb lzcat lzma man
  md5sum mesg microcom mkfifo mkpasswd nc nl nmeter nohup nproc nsenter nslookup od openvt passwd paste patch pgrep
  pkill pmap printf pscan pstree pwdx readlink realpath renice reset resize rpm2cpio runsv runsvdir rx script seq
  setfattr setkeycodes setsid setuidgid sha1sum sha256sum sha384sum sha3sum sha512sum showkey shred shuf smemcap
  softlimit sort split ssl_client ssl_server strings sum sv svc svok tac tail taskset tcpsvd tee telnet test tftp time
  timeout top tr traceroute traceroute6 truncate ts tty ttysize udhcpc6 udpsvd unexpand uniq unix2dos unlink unlzma
  unshare unxz unzip uptime users uudecode uuencode uuidgen vlock volname w wall wc wget which who whoami whois xargs
  xxd xz xzcat yes
`;
const usrSbinApplets = `
  add-shell addgroup adduser arping brctl chat chpasswd chroot crond delgroup deluser dhcprelay dnsd ether-wake
  fakeidentd fbset fdformat fsfreeze ftpd httpd i2cdetect i2cdump i2cget i2cset i2ctransfer ifplugd inetd killall5
  loadfont lpd mim nanddump nandwrite nbd-client nologin ntpd partprobe popmaildir powertop rdate rdev readahead
  readprofile remove-shell rtcwake sendmail setfont setlogcons svlogd telnetd tftpd ubiattach ubidetach ubimkvol
  ubirename ubirmvol ubirsvol ubiupdatevol udhcpd
`;
/**
 * The directory of every applet that `busybox --list-full` prints, collected from Debian's busybox of bullseye,
 * bookworm, trixie and sid and from busybox 1.35.0 with everything in its default configuration. Where they differ
 * (Debian moves readlink to /bin) the unpatched program is right.
 */
const KNOWN_APPLETS = new Map([
    ...inDirectory('', rootApplets),
    ...inDirectory('bin', binApplets),
    ...inDirectory('sbin', sbinApplets),
    ...inDirectory('usr/bin', usrBinApplets),
    ...inDirectory('usr/sbin', usrSbinApplets),
]);
function inDirectory(directory, names) {
    return names
        .trim()
        .split(/\s+/)
        .map((name) => [name, directory]);
}

;// CONCATENATED MODULE: ./build/sources/applets.js


/**
 * Every applet of a busybox binary, in byte order, without executing it: it may be another machine's. `busybox` itself
 * may be among them, and `linuxrc`, whose directory is the root.
 *
 * The binary holds the names in byte order, each ended by a NUL, and an empty name after the last. If it was built to
 * install itself, it also holds one nibble per name, low nibble first on every machine, which tells the directory.
 * Neither has a header or a symbol, and either may follow other bytes without a gap, so both are known by what is in
 * them: the names by being sorted and mostly familiar, the nibbles by agreeing with where familiar applets live. A
 * binary without nibbles gets the usual directories.
 *
 * @throws FledgeError `input` when there is no such list; `path` names the file.
 */
function readApplets(binary, path) {
    const list = findNameList(binary);
    if (list === undefined) {
        throw new errors/* FledgeError */.aE('input', `no applet list in ${path}: is this a busybox?`, {
            fix: 'let busybox_url in [source] name a busybox with more than a handful of applets',
        });
    }
    const readings = readingsOf(list).map((names) => ({ names, found: findDirectories(binary, names, list) }));
    const located = readings.filter(({ found }) => found !== undefined);
    const best = located.reduce((a, b) => (a?.found !== undefined && b.found !== undefined && a.found.misses <= b.found.misses ? a : b), undefined);
    const { names, found } = best ?? readings[0] ?? { names: list.names, found: undefined };
    return names.map((name, index) => ({
        name,
        directory: found?.directories[index] ?? KNOWN_APPLETS.get(name) ?? 'usr/bin',
    }));
}
/** Fewer familiar names than this may be a coincidence. */
const MIN_KNOWN_NAMES = 4;
const MAX_NAME_LENGTH = 32;
/** 1 for the bytes that names of applets consist of. */
const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => /[A-Za-z0-9_.+[-]/.test(String.fromCharCode(byte)) ? 1 : 0);
/** Names that hardly any busybox lacks. Looking around them first spares a walk through megabytes of code. */
const LANDMARKS = ['cat', 'ls', 'mount', 'sh'];
/** More than all names of all applets need. */
const NAMES_BYTES = 16 * 1024;
function findNameList(binary) {
    const view = Buffer.from(binary.buffer, binary.byteOffset, binary.length);
    for (const landmark of LANDMARKS) {
        const at = view.indexOf(`\0${landmark}\0`, 0, 'latin1');
        const from = Math.max(0, at - NAMES_BYTES);
        const list = at < 0 ? undefined : bestNameList(binary, from, Math.min(binary.length, at + NAMES_BYTES));
        // A list that begins where the window does may have begun before it.
        if (list !== undefined && list.start > from)
            return list;
    }
    return bestNameList(binary, 0, binary.length);
}
/** The name list with the most familiar names, which have to be at least half of it, in a part of the binary. */
function bestNameList(binary, from, to) {
    let best;
    for (const { start, end, before } of sortedRuns(binary, from, to)) {
        const names = latin1(binary, start, end - 1).split('\0');
        const known = names.filter((name) => KNOWN_APPLETS.has(name)).length;
        if (known < MIN_KNOWN_NAMES || known * 2 < names.length || known <= (best?.known ?? 0))
            continue;
        best = { known, list: { names, start, end, before } };
    }
    return best?.list;
}
/** Runs of at least MIN_KNOWN_NAMES plausible names in strict byte order with an empty name after them. */
function sortedRuns(binary, from, to) {
    const runs = [];
    /** Of the run: where it begins, how many names it has, and where the last of them begins and ends. */
    let runStart = from;
    let count = 0;
    let lastStart = 0;
    let lastEnd = 0;
    /** Of the current name: where its plausible part begins, and whether that is all there is since the last NUL. */
    let nameStart = from;
    let isWhole = true;
    for (let at = from; at < to; at += 1) {
        const byte = binary[at] ?? 0;
        if (byte !== 0) {
            if (NAME_BYTES[byte] === 0) {
                nameStart = at + 1;
                isWhole = false;
            }
            continue;
        }
        const length = at - nameStart;
        if (length === 0 && isWhole) {
            if (count >= MIN_KNOWN_NAMES)
                runs.push({ start: runStart, end: at, before: tailBefore(binary, runStart) });
            count = 0;
        }
        else if (length === 0 || length > MAX_NAME_LENGTH) {
            count = 0;
        }
        else if (isWhole && count > 0 && isBefore(binary, lastStart, lastEnd, nameStart, at)) {
            count += 1;
        }
        else {
            runStart = nameStart;
            count = 1;
        }
        lastStart = nameStart;
        lastEnd = at;
        nameStart = at + 1;
        isWhole = true;
    }
    return runs;
}
/** Whether the name at a is less than the name at b, by byte value. */
function isBefore(bytes, aStart, aEnd, bStart, bEnd) {
    const length = Math.min(aEnd - aStart, bEnd - bStart);
    for (let index = 0; index < length; index += 1) {
        const difference = (bytes[aStart + index] ?? 0) - (bytes[bStart + index] ?? 0);
        if (difference !== 0)
            return difference < 0;
    }
    return aEnd - aStart < bEnd - bStart;
}
/** The last plausible bytes of what a NUL separates from the run. */
function tailBefore(binary, runStart) {
    const end = runStart - 1;
    if (binary[end] !== 0)
        return '';
    let start = end;
    while (start > 0 && end - start < MAX_NAME_LENGTH && NAME_BYTES[binary[start - 1] ?? 0] === 1)
        start -= 1;
    return latin1(binary, start, end);
}
/**
 * The ways to read where a list begins, the likeliest first. Other data may touch the first name: it may look like a
 * part of it, hide it because the whole is out of order, or look like one more name before it.
 */
function readingsOf({ names, before }) {
    const [first = '', ...rest] = names;
    const readings = [];
    const hidden = knownTail(before);
    if (hidden !== undefined && hidden < first)
        readings.push([hidden, ...names]);
    const firstKnown = names.findIndex((name) => KNOWN_APPLETS.has(name));
    const tail = knownTail(first);
    if (firstKnown === 0)
        readings.push(names);
    else if (tail !== undefined)
        readings.push([tail, ...rest]);
    // A name too many is a link that nobody calls; a name too few is a command that is missing.
    else
        readings.push(names, names.slice(firstKnown));
    return readings;
}
/** The longest familiar name that a text ends with. */
function knownTail(text) {
    for (let start = 0; start < text.length; start += 1) {
        const tail = text.slice(start);
        if (KNOWN_APPLETS.has(tail))
            return tail;
    }
    return undefined;
}
/** What a nibble stands for. */
const DIRECTORIES = ['', 'bin', 'sbin', 'usr/bin', 'usr/sbin'];
/** With fewer familiar names any bytes might agree by chance, and the usual directories are as good. */
const MIN_EVIDENCE = 16;
/** The part of the familiar applets that a builder may have moved to other directories. */
const MAX_MISSES = 0.1;
/** The compiler puts the nibbles near the names; other places are looked at if they are not there. */
const NEIGHBOURHOOD_BYTES = 16 * 1024;
function findDirectories(binary, names, near) {
    const expected = names.map((name) => {
        const directory = KNOWN_APPLETS.get(name);
        return directory === undefined ? -1 : DIRECTORIES.indexOf(directory);
    });
    const evidence = expected.filter((nibble) => nibble >= 0).length;
    if (evidence < MIN_EVIDENCE)
        return undefined;
    const limit = Math.floor(evidence * MAX_MISSES);
    const from = Math.max(0, near.start - NEIGHBOURHOOD_BYTES);
    const to = Math.min(binary.length, near.end + NEIGHBOURHOOD_BYTES);
    const place = bestPlace(binary, expected, { from, to, limit }) ??
        bestPlace(binary, expected, { from: 0, to: binary.length, limit });
    if (place === undefined)
        return undefined;
    return {
        misses: place.misses,
        directories: names.map((_, index) => DIRECTORIES[nibbleAt(binary, place.offset, index)] ?? 'usr/bin'),
    };
}
function bestPlace(binary, expected, { from, to, limit }) {
    let best;
    for (let offset = from; offset + Math.ceil(expected.length / 2) <= to; offset += 1) {
        const misses = missesAt(binary, offset, expected, best === undefined ? limit : best.misses - 1);
        if (misses !== undefined)
            best = { offset, misses };
        if (misses === 0)
            break;
    }
    return best;
}
/** How many familiar applets the nibbles at `offset` put elsewhere, or undefined if more than `limit`, or no nibbles. */
function missesAt(binary, offset, expected, limit) {
    let misses = 0;
    for (let index = 0; index < expected.length; index += 1) {
        const nibble = nibbleAt(binary, offset, index);
        if (nibble >= DIRECTORIES.length)
            return undefined;
        const wanted = expected[index] ?? -1;
        if (wanted < 0 || wanted === nibble)
            continue;
        misses += 1;
        if (misses > limit)
            return undefined;
    }
    return misses;
}
function nibbleAt(binary, offset, index) {
    const byte = binary[offset + (index >> 1)] ?? 0xff;
    return index % 2 === 0 ? byte & 0x0f : byte >> 4;
}
function latin1(bytes, start, end) {
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

// EXTERNAL MODULE: ./build/sources/download.js
var download = __webpack_require__(4789);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(2236);
;// CONCATENATED MODULE: ./build/sources/busybox.js





const LABEL = 'busybox';
/** A static busybox with everything has about 2.5 MB; the whole of it is read into memory. */
const MAX_BYTES = 64 * 1024 * 1024;
/**
 * Brings busybox from where fledge.toml says, makes sure that it is a program for `platform`, and reads its applets.
 * One that needs a dynamic loader is used, with a warning.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchBusybox(source, platform, context) {
    const pinAs = (sha256) => `busybox_sha256 = "${sha256}" below [source]`;
    const file = await (0,download/* fetchFile */.t2)({ ...requestFor(source), pinAs }, context);
    const advice = `let busybox_url in [source] name a busybox for ${platform}`;
    const { interpreter } = await (0,elf/* checkElf */.Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image has to hold ${interpreter} and its libraries, or no applet can start`);
    }
    return { ...file, applets: readApplets(await readWhole(file.path), file.path) };
}
/**
 * Brings whatever a source serves as busybox today, to be pinned.
 *
 * @throws FledgeError `download` or `input`.
 */
function downloadBusybox(source, context) {
    return (0,download/* fetchFile */.t2)(requestFor(source), context);
}
function requestFor({ location, sha256, lockFile }) {
    return { from: location, sha256, lockFile, label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
}
async function readWhole(path) {
    try {
        return await (0,promises_.readFile)(path);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${LABEL} from ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 8359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N2: () => (/* binding */ cacheDirectoryOf),
/* harmony export */   Uf: () => (/* binding */ timeOfUse),
/* harmony export */   bp: () => (/* binding */ openCache)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5921);
/* harmony import */ var _support_scratch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6678);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7270);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4925);








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

/***/ 3307:
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

/***/ 7270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ environmentValue),
/* harmony export */   R: () => (/* binding */ DEFAULT_NETWORK)
/* harmony export */ });
const DEFAULT_NETWORK = {
    connectTimeoutMs: 15_000,
    headersTimeoutMs: 60_000,
    stallTimeoutMs: 30_000,
    registryStallMs: 180_000,
    delay: undefined,
};
/** A value of the environment; an empty one counts as not set. */
function environmentValue(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}


/***/ }),

/***/ 4789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WP: () => (/* binding */ LOCK_FIX),
/* harmony export */   dv: () => (/* binding */ findDownloaded),
/* harmony export */   t2: () => (/* binding */ fetchFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8359);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3307);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4925);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8468);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1757);








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

/***/ 2236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ inspectProgram),
/* harmony export */   Kg: () => (/* binding */ checkElf),
/* harmony export */   Ki: () => (/* binding */ parseElfHeader)
/* harmony export */ });
/* unused harmony export findInterpreter */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3307);




const HEADER_BYTES = 64;
/** A real program has about ten program headers; a table above this is not worth reading. */
const MAX_TABLE_BYTES = 64 * 1024;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];
/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
    32: { headerBytes: 52, tableOffset: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
    64: { headerBytes: 64, tableOffset: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
};
/** e_machine by number: the name for little-endian and the one for big-endian. */
const MACHINES = new Map([
    [3, ['linux/386', 'big-endian i386']],
    [8, ['linux/mipsle', 'linux/mips']],
    [20, ['little-endian powerpc', 'linux/ppc']],
    [21, ['linux/ppc64le', 'linux/ppc64']],
    [22, ['little-endian s390', 'linux/s390x']],
    [40, ['linux/arm', 'big-endian arm']],
    [62, ['linux/amd64', 'big-endian x86-64']],
    [183, ['linux/arm64', 'big-endian aarch64']],
    [243, ['linux/riscv64', 'big-endian riscv']],
    [258, ['linux/loong64', 'big-endian loongarch']],
]);
/**
 * Makes sure that a file is an ELF program for `platform`, and returns what its headers say. `advice` is what the user
 * can do when it is another machine's.
 *
 * @throws FledgeError `input`, calling the file `label`.
 */
async function checkElf(path, wanted) {
    const { platform, label, advice } = wanted;
    const found = await readElf(path, label);
    if ('notElf' in found) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
            fix: advice ?? `${label} has to be a program for ${platform}`,
        });
    }
    if (found.type !== 'executable') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
            fix: advice ?? `${label} has to be a program for ${platform}`,
        });
    }
    if (found.machine !== platform) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`, {
            fix: advice ?? `use a ${label} that is built for ${platform}, or choose the other platform with --platform`,
        });
    }
    return found;
}
/** The header at the beginning of a file, or undefined if there is none, or one that is cut short or nonsense. */
function parseElfHeader(bytes) {
    if (!(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .isElf */ .a)(bytes))
        return undefined;
    const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
    const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
    if (bits === undefined || littleEndian === undefined)
        return undefined;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.headerBytes)
        return undefined;
    const fields = fieldsOf(bytes, bits, littleEndian);
    const offset = fields.word(layout.tableOffset);
    if (offset === undefined)
        return undefined;
    return {
        bits,
        littleEndian,
        type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
        machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
        programHeaders: { offset, entrySize: fields.u16(layout.entrySize), count: fields.u16(layout.entryCount) },
    };
}
/** Where the path of the dynamic loader is in the file, by its program header table; undefined for a static program. */
function findInterpreter(header, table) {
    const layout = LAYOUTS[header.bits];
    const { entrySize, count } = header.programHeaders;
    if (entrySize < layout.entryBytes)
        return undefined;
    const fields = fieldsOf(table, header.bits, header.littleEndian);
    for (let index = 0; index < count && (index + 1) * entrySize <= table.length; index += 1) {
        const start = index * entrySize;
        if (fields.u32(start) !== PT_INTERP)
            continue;
        const offset = fields.word(start + layout.fileOffset);
        const size = fields.word(start + layout.fileSize);
        if (offset !== undefined && size !== undefined)
            return { offset, size };
    }
    return undefined;
}
/**
 * What a host file is as a program, and what has to be there too for it to start.
 *
 * @throws FledgeError `input`, calling the file `label`, if it cannot be read.
 */
async function inspectProgram(path, label) {
    const found = await readElf(path, label);
    if (!('notElf' in found))
        return { kind: 'elf', machine: found.machine, interpreter: found.interpreter };
    const interpreter = /^#![ \t]*([^ \t\n]+)/.exec(found.head)?.[1];
    return interpreter === undefined ? { kind: 'other' } : { kind: 'script', interpreter };
}
async function readElf(path, label) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            const head = await readAt(handle, 0, 512);
            const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
            if (header === undefined) {
                return { notElf: (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .isElf */ .a)(head) ? 'a damaged ELF file' : (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .describeContent */ .X)(head), head: head.toString('latin1') };
            }
            const { offset, entrySize, count } = header.programHeaders;
            const table = await readAt(handle, offset, Math.min(entrySize * count, MAX_TABLE_BYTES));
            const place = findInterpreter(header, table);
            if (place === undefined)
                return { ...header, interpreter: undefined };
            const text = (await readAt(handle, place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
            return { ...header, interpreter: text.split('\0', 1)[0] ?? '' };
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** Up to `length` bytes from `position`; fewer where the file ends. */
async function readAt(handle, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead);
}
function machineName(of) {
    const { number, abi, bits, littleEndian } = of;
    const names = MACHINES.get(number);
    if (names === undefined)
        return `machine ${number}`;
    const name = littleEndian ? names[0] : names[1];
    if (!LINUX_ABIS.includes(abi))
        return `${name.replace('linux/', '')} of another system (OS ABI ${abi})`;
    // x86-64 and arm64 code in 32-bit files: the x32 and ILP32 ABIs, which kernels are rarely built to run.
    return bits === 32 && /64$/.test(name) ? `${name.replace('linux/', '')} with 32-bit pointers` : name;
}
/** Readers for the fields of one class and byte order. Offsets must be inside. */
function fieldsOf(bytes, bits, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return {
        u16: (offset) => view.getUint16(offset, littleEndian),
        u32: (offset) => view.getUint32(offset, littleEndian),
        /** A file offset or size: 32 or 64 bits by class; undefined if it is beyond what a file can have. */
        word(offset) {
            if (bits === 32)
                return view.getUint32(offset, littleEndian);
            const value = Number(view.getBigUint64(offset, littleEndian));
            return Number.isSafeInteger(value) ? value : undefined;
        },
    };
}


/***/ }),

/***/ 5432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   m0: () => (/* binding */ requireDigest),
/* harmony export */   tp: () => (/* binding */ readSmallBlob)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5921);




const READ_BYTES = 1024 * 1024;
/** So many chunks in turn: two that are read and looked at, and others that a decompressor has not used up. */
const BUFFERS = 6;
const HEX_DIGITS = { sha256: 64, sha512: 128 };
/**
 * The parts of a digest of an algorithm that the OCI image specification registers, or undefined. Only such a digest
 * may become part of a path.
 */
function parseDigest(digest) {
    const [, algorithm, hex] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
    if (hex === undefined || (algorithm !== 'sha256' && algorithm !== 'sha512'))
        return undefined;
    return hex.length === HEX_DIGITS[algorithm] ? { algorithm, hex } : undefined;
}
/** @throws FledgeError `input` if it is no digest that can be verified. */
function requireDigest(digest, label) {
    const parsed = parseDigest(digest);
    if (parsed !== undefined)
        return parsed;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `${label} has the digest ${JSON.stringify(digest.slice(0, 200))}; sha256 and sha512 can be verified`);
}
/**
 * The bytes of a blob, one chunk ahead of who reads them. At the end they are known to have the blob's size and digest.
 * A chunk stays as it is until the fifth one after it is asked for.
 *
 * @throws FledgeError `input` if the blob is missing or its bytes are other ones.
 */
async function* readBlob(blob, signal) {
    const { algorithm } = requireDigest(blob.digest, blob.label);
    const handle = await openBlob(blob);
    try {
        const stats = await handle.stat();
        if (!stats.isFile())
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `${blob.label}: ${blob.path} is no regular file`);
        if (stats.size !== blob.size)
            throw wrongSize(blob, stats.size);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
        const buffers = [];
        let count = 0;
        const readChunk = async (position) => {
            const index = count++ % BUFFERS;
            buffers[index] ??= Buffer.allocUnsafeSlow(READ_BYTES);
            const { buffer, bytesRead } = await handle.read(buffers[index], 0, READ_BYTES, position);
            return buffer.subarray(0, bytesRead);
        };
        let size = 0;
        let next = readChunk(0);
        try {
            for (;;) {
                signal?.throwIfAborted();
                const chunk = await next;
                if (chunk.length === 0)
                    break;
                size += chunk.length;
                if (size > blob.size)
                    throw wrongSize(blob, size);
                next = readChunk(size);
                hash.update(chunk);
                yield chunk;
            }
        }
        finally {
            // Its failure has nobody left to interest.
            await next.catch(() => { });
        }
        if (size !== blob.size)
            throw wrongSize(blob, size);
        const actual = `${algorithm}:${hash.digest('hex')}`;
        if (actual !== blob.digest) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `${blob.label} is damaged: its digest is ${actual}, and the image says ${blob.digest}`, {
                fix: 'fetch or build the image again',
            });
        }
    }
    finally {
        await handle.close();
    }
}
/** All bytes of a verified blob that may have at most `maxBytes`. */
async function readSmallBlob(blob, maxBytes) {
    if (blob.size > maxBytes) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `${blob.label} has ${blob.size} bytes; more than ${maxBytes} are not read`);
    }
    const chunks = [];
    for await (const chunk of readBlob(blob))
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}
async function openBlob({ path, label, digest }) {
    try {
        // With O_NONBLOCK the open of a fifo returns.
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
    }
    catch (error) {
        const isMissing = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) === 'ENOENT';
        const message = isMissing
            ? `${label} is missing: there is no blob ${digest} (${path})`
            : `cannot read ${label}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', message, { cause: error, fix: 'fetch or build the image again' });
    }
}
function wrongSize({ label, size }, actual) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `${label} is damaged: it has ${actual} bytes, and the image says ${size}`, {
        fix: 'fetch or build the image again',
    });
}


/***/ }),

/***/ 9624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ fetchImage),
  A: () => (/* binding */ resolveImage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/support/scratch.js
var support_scratch = __webpack_require__(6678);
// EXTERNAL MODULE: ./build/sources/cache.js
var cache = __webpack_require__(8359);
// EXTERNAL MODULE: ./build/sources/image/blob.js
var image_blob = __webpack_require__(5432);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./build/sources/image/image-json.js


/** Larger documents are refused by registries, and would be read into memory here. */
const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;
/** OCI image specification, descriptor.md. */
const descriptorSchema = schemas/* object */.Ikc({
    mediaType: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP(),
    size: schemas/* int */.Whr().min(0),
    urls: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    annotations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
});
const indexEntrySchema = descriptorSchema.extend({
    platform: schemas/* object */.Ikc({ architecture: schemas/* string */.YjP(), os: schemas/* string */.YjP(), variant: schemas/* string */.YjP().nullish() }).nullish(),
});
/** image-index.md, and Docker's manifest list. */
const indexSchema = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(2),
    mediaType: schemas/* string */.YjP().optional(),
    manifests: schemas/* array */.YOg(indexEntrySchema),
});
/** manifest.md, and Docker's image manifest version 2, schema 2. */
const manifestSchema = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(2),
    mediaType: schemas/* string */.YjP().optional(),
    config: descriptorSchema,
    layers: schemas/* array */.YOg(descriptorSchema),
});
const textList = schemas/* array */.YOg(schemas/* string */.YjP()).nullish();
/** config.md; Docker's own has more in it. */
const configSchema = schemas/* object */.Ikc({
    architecture: schemas/* string */.YjP(),
    os: schemas/* string */.YjP(),
    variant: schemas/* string */.YjP().optional(),
    rootfs: schemas/* object */.Ikc({ type: schemas/* literal */.euz('layers'), diff_ids: textList }),
    config: schemas/* object */.Ikc({
        Entrypoint: textList,
        Cmd: textList,
        Env: textList,
        WorkingDir: schemas/* string */.YjP().nullish(),
        ExposedPorts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish(),
        Labels: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
    })
        .nullish(),
});
/** image-layout.md. */
const layoutSchema = schemas/* object */.Ikc({ imageLayoutVersion: schemas/* string */.YjP() });
/** @throws FledgeError `input`, calling the document `label`, if it is no JSON or not of the schema. */
function parseDocument(bytes, schema, label) {
    const parsed = schema.safeParse(parseJson(bytes, label));
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
    throw new errors/* FledgeError */.aE('input', `${label} is not valid: ${problems.join('; ')}`);
}
/** @throws FledgeError `input`, calling the document `label`, if it is no JSON. */
function parseJson(bytes, label) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw new errors/* FledgeError */.aE('input', `${label} is no JSON`, { cause });
    }
}

// EXTERNAL MODULE: ./build/sources/image/media-types.js
var media_types = __webpack_require__(7079);
;// CONCATENATED MODULE: ./build/sources/image/platform.js

const TARGETS = {
    'linux/amd64': { os: 'linux', architecture: 'amd64', variant: 'v1' },
    'linux/arm64': { os: 'linux', architecture: 'arm64', variant: 'v8' },
};
/** How a build for the platform tells skopeo: operating system, architecture and variant. */
function targetOf(platform) {
    return TARGETS[platform];
}
function isForPlatform(fields, platform) {
    const { os, architecture, variant } = TARGETS[platform];
    return (fields.os === os && fields.architecture === architecture && [undefined, null, '', variant].includes(fields.variant));
}
function describePlatform({ os, architecture, variant }) {
    return variant === undefined || variant === null || variant === ''
        ? `${os}/${architecture}`
        : `${os}/${architecture}/${variant}`;
}
/**
 * The image for the platform among those of an index: the first of several. Attestations (of `unknown/unknown`) are no
 * images. One whose index does not tell a platform is taken when there is nothing else; its config tells.
 *
 * @throws FledgeError `input` that lists the platforms there are.
 */
function selectPlatform(entries, platform, label) {
    const images = entries.filter((entry) => !isAttestation(entry));
    const match = images.find((entry) => entry.platform && isForPlatform(entry.platform, platform));
    if (match !== undefined)
        return match;
    const untold = images.filter((entry) => !entry.platform);
    if (untold.length === 1 && untold[0] !== undefined)
        return untold[0];
    if (untold.length > 1) {
        throw new errors/* FledgeError */.aE('input', `${label} has ${untold.length} images, and does not tell their platforms`);
    }
    const present = images.map((entry) => describePlatform(entry.platform ?? { os: '?', architecture: '?' }));
    if (present.length === 0)
        throw new errors/* FledgeError */.aE('input', `${label} is an index without an image in it`);
    throw new errors/* FledgeError */.aE('input', `${label} has no image for ${platform}; it has ${[...new Set(present)].join(', ')}`, {
        fix: 'choose one of these with --platform if fledge builds for it, or use another image',
    });
}
function isAttestation({ platform, annotations }) {
    return ((platform?.os === 'unknown' && platform.architecture === 'unknown') ||
        annotations?.['vnd.docker.reference.type'] === 'attestation-manifest');
}
/** @throws FledgeError `input` if the image's config is of another platform. */
function requirePlatform(config, platform, label) {
    if (isForPlatform(config, platform))
        return;
    throw new errors/* FledgeError */.aE('input', `${label} is for ${describePlatform(config)}, not for ${platform}`, {
        fix: 'choose its platform with --platform if fledge builds for it, or use another image',
    });
}

;// CONCATENATED MODULE: ./build/sources/image/image.js






/** An index in an index in an index is as far as anybody has gone. */
const MAX_INDEX_DEPTH = 4;
/** overlayfs takes 128, and Docker 127. */
const MAX_LAYERS = 1000;
/** A document that nobody has said the digest of: its own. */
function documentOf(bytes) {
    return { bytes, digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}` };
}
/**
 * The manifest for the platform, from a manifest or through as many indexes as it takes. `read` gets the document that
 * a descriptor means, verified.
 *
 * @throws FledgeError `input` if there is none (with the platforms there are), or what is found is no image.
 */
async function selectManifest(root, request, read) {
    const { platform, label } = request;
    let document = root;
    for (let depth = 0; depth <= MAX_INDEX_DEPTH; depth += 1) {
        const parsed = parseManifestOrIndex(document, label);
        if ('layers' in parsed)
            return { digest: document.digest, manifest: parsed };
        const entry = selectPlatform(parsed.manifests, platform, label);
        document = { bytes: await read(entry), digest: entry.digest, mediaType: entry.mediaType };
    }
    throw new errors/* FledgeError */.aE('input', `${label} is an index of indexes, more than ${MAX_INDEX_DEPTH} deep`);
}
/** @throws FledgeError `input` if the document is neither a manifest nor an index that can be used. */
function parseManifestOrIndex({ bytes, mediaType }, label) {
    const raw = parseJson(bytes, `the manifest of ${label}`);
    const fields = typeof raw === 'object' && raw !== null ? raw : {};
    const own = 'mediaType' in fields && typeof fields.mediaType === 'string' ? fields.mediaType : undefined;
    // OCI documents need not say what they are; then the keys do.
    const type = own ?? mediaType ?? ('manifests' in fields ? media_types/* INDEX_TYPES */.V[0] : media_types/* MANIFEST_TYPES */._P[0]) ?? '';
    if (media_types/* SCHEMA1_TYPE */.a3.test(type) || ('schemaVersion' in fields && fields.schemaVersion === 1)) {
        throw new errors/* FledgeError */.aE('input', `${label} has a manifest in Docker's first format, which cannot be verified`, {
            fix: 'push the image again with a tool of this decade',
        });
    }
    if (media_types/* INDEX_TYPES */.V.includes(type))
        return parseDocument(bytes, indexSchema, `the index of ${label}`);
    if (media_types/* MANIFEST_TYPES */._P.includes(type))
        return parseDocument(bytes, manifestSchema, `the manifest of ${label}`);
    throw new errors/* FledgeError */.aE('input', `${label} is no container image: its media type is ${JSON.stringify(type)}`);
}
/**
 * The image of a manifest whose config and layers are in `store`.
 *
 * @throws FledgeError `input` if the config is missing, damaged, or of something else than an image for the platform.
 */
async function readImage({ digest, manifest }, request, store) {
    const { platform, label } = request;
    const rawConfig = await (0,image_blob/* readSmallBlob */.tp)(blobOf(manifest.config, `the config of ${label}`, store), MAX_DOCUMENT_BYTES);
    const config = parseConfig(manifest, rawConfig, label);
    requirePlatform(config, platform, label);
    const { config: run } = config;
    return {
        digest,
        platform,
        entrypoint: run?.Entrypoint ?? [],
        cmd: run?.Cmd ?? [],
        env: run?.Env ?? [],
        workdir: run?.WorkingDir || undefined,
        exposedPorts: Object.keys(run?.ExposedPorts ?? {}),
        labels: run?.Labels ?? {},
        rawConfig,
        layers: layersOf(manifest, config, { label, store }),
    };
}
function parseConfig(manifest, bytes, label) {
    if (!media_types/* CONFIG_TYPES */.li.includes(manifest.config.mediaType)) {
        throw new errors/* FledgeError */.aE('input', `${label} is no container image: its config is of the type ${JSON.stringify(manifest.config.mediaType)}`);
    }
    return parseDocument(bytes, configSchema, `the config of ${label}`);
}
function layersOf(manifest, config, from) {
    const diffIds = config.rootfs.diff_ids ?? [];
    const count = manifest.layers.length;
    if (count !== diffIds.length) {
        throw new errors/* FledgeError */.aE('input', `${from.label} has ${count} layers, and its config has ${diffIds.length}`);
    }
    if (count > MAX_LAYERS)
        throw new errors/* FledgeError */.aE('input', `${from.label} has ${count} layers; ${MAX_LAYERS} is the limit`);
    return manifest.layers.map((layer, index) => ({
        ...blobOf(layer, `layer ${index + 1} of ${count} of ${from.label}`, from.store),
        mediaType: layer.mediaType,
        diffId: diffIds[index] ?? '',
        urls: layer.urls ?? [],
    }));
}
/** A blob in a store. Its digest is checked before it becomes part of a path. */
function blobOf({ digest, size }, label, store) {
    (0,image_blob/* requireDigest */.m0)(digest, label);
    return { digest, size, label, path: store.pathOf(digest) };
}

;// CONCATENATED MODULE: ./build/sources/image/layout.js








/** Where image-spec's image-layout.md has the names of images. */
const REF_NAME = 'org.opencontainers.image.ref.name';
/** How many names a message lists. */
const MAX_NAMES = 10;
/** Blobs as an OCI layout has them: `ALGORITHM/HEX` in the directory. The digest must have been checked. */
function ociBlobs(directory) {
    return { pathOf: (digest) => (0,external_node_path_.join)(directory, ...digest.split(':')) };
}
/**
 * An image in an OCI layout (image-spec, image-layout.md), read in place.
 *
 * @throws FledgeError `input` if there is no layout, no such image in it or none for the platform, or it is damaged.
 */
async function readOciLayout({ directory, member, platform, label }) {
    const layout = await readDocument((0,external_node_path_.join)(directory, 'oci-layout'), `${label}: ${directory} is no OCI layout`);
    const { imageLayoutVersion } = parseDocument(layout, layoutSchema, `oci-layout in ${directory}`);
    if (!imageLayoutVersion.startsWith('1.')) {
        throw new errors/* FledgeError */.aE('input', `${directory} is an OCI layout of the unknown version ${imageLayoutVersion}`);
    }
    const bytes = await readDocument((0,external_node_path_.join)(directory, 'index.json'), `${label}: ${directory} is no OCI layout`);
    const index = parseDocument(bytes, indexSchema, `index.json in ${directory}`);
    const store = ociBlobs((0,external_node_path_.join)(directory, 'blobs'));
    const root = rootOf(index, member, { directory, label });
    const read = (descriptor) => (0,image_blob/* readSmallBlob */.tp)(blobOf(descriptor, `the manifest of ${label}`, store), MAX_DOCUMENT_BYTES);
    return readImage(await selectManifest(root, { platform, label }, read), { platform, label }, store);
}
/** The part of a layout's index that stands for the image: an index again, so that several platforms may be in it. */
function rootOf(index, member, { directory, label }) {
    const names = [...new Set(index.manifests.map(({ annotations }) => annotations?.[REF_NAME]))];
    const listed = names.map((name) => name ?? '(without a name)').slice(0, MAX_NAMES);
    if (index.manifests.length === 0)
        throw new errors/* FledgeError */.aE('input', `${label}: there is no image in ${directory}`);
    if (member === undefined && names.length > 1) {
        throw new errors/* FledgeError */.aE('input', `${label}: there are several images in ${directory}: ${listed.join(', ')}`, {
            fix: 'name one of them behind a colon: oci:PATH:NAME',
        });
    }
    const manifests = member === undefined
        ? index.manifests
        : index.manifests.filter(({ annotations }) => annotations?.[REF_NAME] === member);
    if (manifests.length === 0) {
        throw new errors/* FledgeError */.aE('input', `${label}: there is no image ${JSON.stringify(member)} in ${directory}; it has ${listed.join(', ')}`);
    }
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: media_types/* INDEX_TYPES */.V[0], manifests }));
    return documentOf(bytes);
}
/**
 * An image as skopeo writes it to a directory (containers-transports(5), `dir:`): the manifest as it was, with its
 * blobs beside it.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
async function readDirectoryImage({ directory, platform, label, }) {
    const bytes = await readDocument((0,external_node_path_.join)(directory, 'manifest.json'), `${label}: ${directory} is no image of skopeo's dir:`);
    const store = { pathOf: (digest) => (0,external_node_path_.join)(directory, hexOf(digest)) };
    const manifests = { pathOf: (digest) => (0,external_node_path_.join)(directory, `${hexOf(digest)}.manifest.json`) };
    const read = (descriptor) => (0,image_blob/* readSmallBlob */.tp)(blobOf(descriptor, `the manifest of ${label}`, manifests), MAX_DOCUMENT_BYTES);
    return readImage(await selectManifest(documentOf(bytes), { platform, label }, read), { platform, label }, store);
}
function hexOf(digest) {
    const { algorithm, hex } = (0,image_blob/* parseDigest */.m)(digest) ?? { algorithm: 'sha256', hex: '' };
    return algorithm === 'sha256' ? hex : `${algorithm}-${hex}`;
}
/** A small file that has no digest, in the directory of an image. */
async function readDocument(path, problem) {
    try {
        const handle = await (0,promises_.open)(path, 'r');
        try {
            const { size } = await handle.stat();
            if (size > MAX_DOCUMENT_BYTES)
                throw new errors/* FledgeError */.aE('input', `${path} has ${size} bytes; more than ${MAX_DOCUMENT_BYTES} are not read`);
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof errors/* FledgeError */.aE)
            throw error;
        throw unreadable(path, problem, error);
    }
}
function unreadable(path, problem, cause) {
    const code = (0,errors/* systemCodeOf */.c7)(cause);
    if (code === 'EACCES') {
        const fix = 'make it readable for the user who builds';
        return new errors/* FledgeError */.aE('input', `cannot read ${path}: permission denied`, { cause, fix });
    }
    if (code === 'ENOTDIR' && isFile((0,external_node_path_.dirname)(path))) {
        const fix = 'an archive is named oci-archive:PATH, or docker-archive:PATH if docker save wrote it';
        return new errors/* FledgeError */.aE('input', `${problem}: it is a file`, { cause, fix });
    }
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? `there is no ${path}` : (0,errors/* messageOf */.bD)(cause);
    const fix = 'check the path; a relative one starts at the directory of fledge.toml';
    return new errors/* FledgeError */.aE('input', `${problem}: ${reason}`, { cause, fix });
}
function isFile(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/sources/image/blob-cache.js











/** The cache of blobs in fledge's cache directory; its directories are created if they are missing. */
function openBlobCache(cacheDirectory, reporter) {
    const directory = (0,external_node_path_.join)(cacheDirectory, 'blobs');
    const waiting = (0,external_node_path_.join)(cacheDirectory, 'tmp');
    try {
        for (const path of [directory, waiting])
            (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 });
    }
    catch (error) {
        throw cacheError(cacheDirectory, error);
    }
    (0,support_scratch/* removeStaleScratch */.eO)(waiting);
    const store = ociBlobs(directory);
    const isIntact = async (blob) => {
        try {
            await (0,promises_.access)(blob.path);
        }
        catch {
            return false;
        }
        try {
            for await (const _ of (0,image_blob/* readBlob */.gm)(blob))
                ;
            await (0,promises_.utimes)(blob.path, ...(0,cache/* timeOfUse */.Uf)()).catch(() => { });
            return true;
        }
        catch (error) {
            reporter.warn(`${(0,errors/* messageOf */.bD)(error)}; it is removed from the cache and fetched again`);
            await (0,promises_.rm)(blob.path, { recursive: true, force: true });
            return false;
        }
    };
    return {
        store,
        directory,
        has: (descriptor, label) => isIntact(blobOf(descriptor, label, store)),
        async findDocument(digest, label) {
            (0,image_blob/* requireDigest */.m0)(digest, label);
            const path = store.pathOf(digest);
            const size = (await (0,promises_.stat)(path).catch(() => undefined))?.size;
            if (size === undefined)
                return undefined;
            const blob = { digest, size, label, path };
            return (await isIntact(blob)) ? await (0,image_blob/* readSmallBlob */.tp)(blob, MAX_DOCUMENT_BYTES) : undefined;
        },
        async put(digest, bytes, label) {
            requireBytes(digest, bytes, label);
            const path = store.pathOf(digest);
            const scratch = (0,support_scratch/* scratchFile */.LE)(waiting, 'blob');
            try {
                (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
                await (0,promises_.writeFile)(scratch.path, bytes, { flag: 'wx', mode: 0o600 });
                await (0,promises_.rename)(scratch.path, path);
                scratch.release();
            }
            catch (error) {
                throw cacheError(cacheDirectory, error);
            }
            finally {
                scratch.dispose();
            }
        },
        scratch: () => (0,support_scratch/* scratchDirectory */.wd)(waiting, 'image'),
    };
}
/** @throws FledgeError `download` if the bytes are not what the digest says. */
function requireBytes(digest, bytes, label) {
    const { algorithm } = (0,image_blob/* requireDigest */.m0)(digest, label);
    const actual = `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
    if (actual === digest)
        return;
    throw new errors/* FledgeError */.aE('download', `${label} came with the digest ${actual}, and ${digest} was asked for`, {
        fix: 'something between here and the registry changes what is fetched; find out what before you go on',
    });
}
function cacheError(directory, error) {
    return new errors/* FledgeError */.aE('output', `cannot keep images in the cache ${directory}: ${(0,errors/* messageOf */.bD)(error)}`, {
        cause: error,
        fix: 'let FLEDGE_CACHE_DIR name a directory that you can write to, on a disk with space',
    });
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/sources/context.js
var sources_context = __webpack_require__(7270);
;// CONCATENATED MODULE: ./build/sources/image/docker-daemon.js






const DEFAULT_SOCKET = '/var/run/docker.sock';
/** A daemon answers from memory. */
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** The part of `GET /images/NAME/json` (Docker Engine API, ImageInspect) that matters here. */
const inspectSchema = schemas/* object */.Ikc({
    Id: schemas/* string */.YjP(),
    Os: schemas/* string */.YjP(),
    Architecture: schemas/* string */.YjP(),
    Variant: schemas/* string */.YjP().nullish(),
});
/**
 * The Docker daemon of this machine, or the one that `DOCKER_HOST` names (`unix:` or `tcp:`); undefined if there is no
 * socket, or one that only a docker command line can reach.
 */
function findDockerDaemon(context) {
    const host = (0,sources_context/* environmentValue */.J)(context.env, 'DOCKER_HOST') ?? `unix://${DEFAULT_SOCKET}`;
    if (host.startsWith('unix://')) {
        const socketPath = host.slice('unix://'.length);
        return isSocket(socketPath) ? { connection: { socketPath }, skopeoHost: host } : undefined;
    }
    const url = host.startsWith('tcp://') ? URL.parse(host.replace(/^tcp:/, 'http:')) : null;
    if (url === null || (0,sources_context/* environmentValue */.J)(context.env, 'DOCKER_TLS_VERIFY') !== undefined) {
        context.reporter.debug(`the Docker daemon at ${host} is not asked for the image; name docker-daemon: to use it`);
        return undefined;
    }
    const port = url.port === '' ? '2375' : url.port;
    return { connection: { host: url.hostname, port }, skopeoHost: `http://${url.hostname}:${port}` };
}
/** The id of the image if the daemon has it for the platform. A daemon that does not answer has none. */
async function findInDaemon(daemon, image, platform, context) {
    const name = `${image.domain}/${image.repository}${image.digest === undefined ? `:${image.tag ?? 'latest'}` : `@${image.digest}`}`;
    try {
        const answer = await getText({ ...daemon.connection, path: `/images/${encodeURI(name)}/json` }, context.signal);
        if (answer === undefined)
            return undefined;
        const { Id: id, Os: os, Architecture: architecture, Variant: variant } = inspectSchema.parse(JSON.parse(answer));
        if (isForPlatform({ os, architecture, variant }, platform))
            return id;
        const present = describePlatform({ os, architecture, variant });
        context.reporter.info(`the Docker daemon has ${name} only for ${present}; the registry is asked for ${platform}`);
    }
    catch (error) {
        context.signal?.throwIfAborted();
        context.reporter.debug(`the Docker daemon was asked for ${name} and did not answer: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    return undefined;
}
/** The body of an answer of status 200; undefined for 404. */
function getText(options, signal) {
    return new Promise((resolve, reject) => {
        const request = (0,external_node_http_.get)({ ...options, timeout: TIMEOUT_MS, ...(signal !== undefined && { signal }) }, (response) => {
            const chunks = [];
            let bytes = 0;
            response.on('data', (chunk) => {
                bytes += chunk.length;
                if (bytes > MAX_ANSWER_BYTES)
                    request.destroy(new Error('the answer is too long'));
                else
                    chunks.push(chunk);
            });
            response.on('error', reject);
            response.on('end', () => {
                if (response.statusCode === 200)
                    resolve(Buffer.concat(chunks).toString('utf8'));
                else if (response.statusCode === 404)
                    resolve(undefined);
                else
                    reject(new Error(`status ${response.statusCode}`));
            });
        });
        request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
        request.on('error', reject);
    });
}
function isSocket(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isSocket();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/sources/image/growth.js


/** Often enough for a bar that moves, and seldom enough to cost nothing, in milliseconds. */
const INTERVAL_MS = 250;
/**
 * Does work that says nothing of how far it is, such as a program that copies, and tells `progress` every now and then
 * what `measure` finds on the disk, in bytes; to the end of the work, well or not.
 */
async function reportGrowth(progress, measure, work) {
    const timer = setInterval(() => {
        const { done, total } = measure();
        progress.update(done, total);
    }, INTERVAL_MS);
    try {
        return await work();
    }
    finally {
        clearInterval(timer);
        progress.end();
    }
}
/** Aborts when `measure` finds the same, in bytes, at two looks that are so many milliseconds apart. */
function abortOnStall(measure, stallMs) {
    const controller = new AbortController();
    let last = measure();
    const timer = setInterval(() => {
        const now = measure();
        if (now === last)
            controller.abort();
        last = now;
    }, stallMs);
    return { signal: controller.signal, end: () => clearInterval(timer) };
}
/** The bytes of the files in a directory and the directories in it; 0 if there is none. */
function bytesBelow(directory) {
    let sum = 0;
    for (const entry of entriesOf(directory)) {
        const path = (0,external_node_path_.join)(directory, entry.name);
        if (entry.isDirectory())
            sum += bytesBelow(path);
        else if (entry.isFile())
            sum += bytesOf(path);
    }
    return sum;
}
/** Whoever writes may take a directory away in the middle of this. */
function entriesOf(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** The size of a file; 0 if there is none. */
function bytesOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
    }
    catch {
        return 0;
    }
}

// EXTERNAL MODULE: ./build/support/exec.js
var exec = __webpack_require__(6419);
// EXTERNAL MODULE: ./build/support/retry.js
var retry = __webpack_require__(2682);
// EXTERNAL MODULE: ./build/support/variables.js
var variables = __webpack_require__(9061);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(1313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(6384);
// EXTERNAL MODULE: ./build/sources/redact.js
var redact = __webpack_require__(8468);
;// CONCATENATED MODULE: ./build/sources/image/skopeo.js










/**
 * The skopeo on the PATH.
 *
 * @throws FledgeError `tool` when there is none that does.
 */
async function findSkopeo(signal) {
    try {
        return await (0,find/* requireTool */.Y0)(table/* skopeo */._S, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* FledgeError */.aE) || error.fix === undefined)
            throw error;
        throw new errors/* FledgeError */.aE('tool', `${error.message}, and images are fetched with it`, { cause: error, fix: error.fix });
    }
}
/** Prints a manifest or an index as it is. */
function inspectManifestArguments(source) {
    return ['inspect', '--raw', source];
}
/** Prints an image's config as it is. */
function inspectConfigArguments(source) {
    return ['inspect', '--config', '--raw', source];
}
/**
 * Copies an image into an OCI layout whose blobs are in a directory of their own; those that are there already are not
 * fetched. Layers stay as they are, also if they are not compressed.
 */
function copyToLayoutArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        '--dest-oci-accept-uncompressed-layers',
        '--dest-shared-blob-dir',
        to.blobs,
        source,
        `oci:${to.layout}:image`,
    ];
}
/** Copies an image into a directory, where manifest, config and layers stay what they are, byte for byte. */
function copyToDirectoryArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        ...(to.daemonHost === undefined ? [] : ['--src-daemon-host', to.daemonHost]),
        source,
        `dir:${to.directory}`,
    ];
}
/** Large temporary files would be in /var/tmp otherwise, and stay there when skopeo fails or is killed. */
function globalArguments(platform, temporary) {
    const { os, architecture, variant } = targetOf(platform);
    const variants = architecture === 'arm64' ? ['--override-variant', variant] : [];
    // skopeo unpacks an archive there and takes a colon in the path for its end.
    const directory = temporary.includes(':') ? [] : ['--tmpdir', temporary];
    return [...directory, '--override-os', os, '--override-arch', architecture, ...variants];
}
/**
 * Runs skopeo, again after failures that may pass, and returns what it printed. It finds login data, certificates and
 * registries.conf by itself; none of that is ever in its arguments.
 *
 * @throws FledgeError `download` that says what is wrong in the terms of who asked for the image.
 */
async function runSkopeo(skopeo, command, context) {
    const { reporter, signal, network } = context;
    const { args, cwd, what, registry, fetched = () => 0 } = command;
    // The token is for GitHub's release API, and goes nowhere else.
    const { GITHUB_TOKEN: _, ...inherited } = context.env;
    const env = (0,variables/* definedVariables */.J)(inherited);
    const { registryStallMs } = { ...sources_context/* DEFAULT_NETWORK */.R, ...network };
    const attempt = async () => {
        // skopeo waits for ever for a registry that says nothing. What is on this machine is not waited for by it.
        const stall = registry === undefined ? undefined : abortOnStall(fetched, registryStallMs);
        const signals = [signal, stall?.signal].filter((each) => each !== undefined);
        try {
            const { stdout } = await (0,exec/* run */.eF)(skopeo.path, args, { cwd, env, signal: AbortSignal.any(signals) });
            return stdout;
        }
        catch (error) {
            if (stall?.signal.aborted === true && signal?.aborted !== true) {
                throw new SkopeoFailure(`timed out, because nothing came for ${registryStallMs / 1000} s`);
            }
            throw error instanceof errors/* FledgeError */.aE && error.fix === undefined ? new SkopeoFailure(error.message) : error;
        }
        finally {
            stall?.end();
        }
    };
    try {
        return await (0,retry/* retry */.L5)(attempt, {
            judge: (error) => (error instanceof SkopeoFailure ? error.verdict : 'give-up'),
            onRetry({ error, attempt: number, attempts, waitMs }) {
                const next = `attempt ${number + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`;
                reporter.info(`${what}: ${(0,errors/* messageOf */.bD)(error)}; ${next}`);
            },
            attempts: retry/* DEFAULT_ATTEMPTS */.li,
            signal,
            ...(network?.delay !== undefined && { delay: network.delay }),
        });
    }
    catch (error) {
        throw error instanceof SkopeoFailure ? error.explain(command) : error;
    }
}
/** How skopeo's messages (of containers/image, Go and registries) are told apart; the first that matches counts. */
const FAILURES = [
    ['no-space', /no space left on device|disk quota exceeded/i],
    ['no-policy', /policy\.json: no such file/i],
    ['no-daemon', /cannot connect to the docker daemon/i],
    [
        'other-archive',
        /oci-archive:.*\/index\.json: no such file|docker-archive:.*component manifest\.json: file does not exist/i,
    ],
    ['missing-archive', /(?:docker|oci)-archive:.*: no such file or directory/i],
    // An archive of another platform says so itself.
    ['damaged-archive', /(?:docker|oci)-archive:.*(?:EOF|tar header|detecting compression|untarring|tar component)/i],
    ['altered', /digest did not match|digest \S+ does not match|does not match expected/i],
    ['plain-http', /server gave HTTP response to HTTPS client/i],
    ['untrusted-certificate', /x509:|certificate (?:signed|is not|has expired)|tls: (?!handshake timeout)/i],
    [
        'login',
        /unauthorized|authentication required|invalid username\/password|access to the resource is denied|\b40[13]\b|forbidden/i,
    ],
    [
        'unknown-image',
        /manifest unknown|name unknown|no descriptor found|not known to registry|\b404\b|not found|no such image|does not exist/i,
    ],
    [
        'unreachable',
        /connection refused|connection reset|broken pipe|unexpected EOF|\bEOF\b|no such host|name resolution|server misbehaving|timeout|timed out|deadline exceeded|no route to host|network is unreachable|\b50[0234]\b|internal server error|bad gateway|service unavailable|too ?many ?requests|\b429\b/i,
    ],
];
/** A failed run of skopeo. */
class SkopeoFailure extends Error {
    name = 'SkopeoFailure';
    kind;
    constructor(output) {
        const said = lastMessageOf(output);
        super(reasonOf(said));
        this.kind = kindOfFailure(said);
    }
    get verdict() {
        return this.kind === 'unreachable' ? { waitAtLeastMs: 0 } : 'give-up';
    }
    explain({ what, registry, isLocked = false }) {
        const place = registry ?? 'the registry';
        const [reason, fix] = isLocked && this.kind === 'unknown-image' ? PINNED_AND_GONE : explanationOf(this.kind, place);
        const message = reason === undefined ? `cannot ${what}: ${this.message}` : `cannot ${what}: ${reason}: ${this.message}`;
        return new errors/* FledgeError */.aE(this.kind === 'no-space' ? 'output' : 'download', message, {
            cause: this,
            ...(fix !== undefined && { fix }),
        });
    }
}
const PINNED_AND_GONE = [
    'there is no such image any more',
    'the registry may have removed what the lock file pins; fledge lock takes what is there now',
];
/** What a failed skopeo means, by what it says. */
function kindOfFailure(text) {
    return FAILURES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
function explanationOf(kind, registry) {
    switch (kind) {
        case 'untrusted-certificate':
            return [
                `the certificate of ${registry} does not verify`,
                `put its CA certificate into ~/.config/containers/certs.d/${registry}/ca.crt, or let SSL_CERT_FILE name it`,
            ];
        case 'plain-http':
            return [
                `${registry} does not speak TLS`,
                `if it is yours, write this into ~/.config/containers/registries.conf.d/insecure.conf: registry = [{ location = "${registry}", insecure = true }]`,
            ];
        case 'login':
            return [
                `${registry} refuses access: the image does not exist, or needs a login that allows it`,
                `check the name, and log in: docker login ${registry}, or skopeo login ${registry}`,
            ];
        case 'unknown-image':
            return ['there is no such image', 'check the name and the tag'];
        case 'altered':
            return [
                `${registry} sends other bytes than the image has`,
                'something between here and the registry changes what is fetched; find out what before you go on',
            ];
        case 'unreachable':
            return [
                `${registry} does not answer as it should`,
                'check the name of the registry and the network, or try again later',
            ];
        case 'no-daemon':
            return ['there is no Docker daemon', 'start it, let DOCKER_HOST name it, or leave docker-daemon: out'];
        case 'missing-archive':
            return ['there is no such file', 'check the path; a relative one starts at the directory of fledge.toml'];
        case 'damaged-archive':
            return ['it is no such archive, or damaged', 'write it again: docker save, or skopeo copy'];
        case 'other-archive':
            return [
                'it is no archive of this kind',
                'an OCI archive is named oci-archive:PATH, and what docker save wrote docker-archive:PATH',
            ];
        case 'no-space':
            return [
                'no space is left',
                'free some space, or let FLEDGE_CACHE_DIR and TMPDIR name directories on another disk',
            ];
        case 'no-policy':
            return [
                'skopeo is not set up',
                'apt-get install golang-github-containers-common, or write /etc/containers/policy.json',
            ];
        case 'other':
            return [];
    }
}
/** What skopeo said last. */
function lastMessageOf(output) {
    const quoted = [...output.matchAll(/level=(?:fatal|error) msg=("(?:[^"\\]|\\.)*")/g)].at(-1)?.[1];
    return quoted === undefined ? output : unquote(quoted);
}
/**
 * It on one line, without the image's name in front, which our own message has. Redirects to storage put signatures into
 * URLs, which are left out.
 */
function reasonOf(said) {
    const reason = said.replace(/^(?:(?:error )?parsing image name "[^"]*"|initializing source \S+?:*): /i, '');
    return (0,errors/* messageOf */.bD)(reason.replace(/https?:\/\/[^\s"\\]+/g, (url) => (0,redact/* redactUrl */.B)(url)));
}
function unquote(quoted) {
    try {
        return JSON.parse(quoted);
    }
    catch {
        return quoted.slice(1, -1);
    }
}

;// CONCATENATED MODULE: ./build/sources/image/fetch.js











/**
 * Brings an image to this machine and returns what it is and where its blobs are. OCI layouts and directories of skopeo
 * are read in place; images of a registry land in the cache blob by blob, so that only what is new is fetched; all
 * others are copied to the scratch directory. Without a transport, the local Docker daemon is asked first.
 *
 * The manifest and the config are verified; layers are when they are unpacked.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for what is no usable image, `output` for a full disk.
 */
async function fetchImage(request, context) {
    const { reference, platform, lock } = request;
    const { transport, named, path = '', member, text } = reference;
    switch (transport) {
        case 'oci':
            return readOciLayout({ directory: (0,external_node_path_.resolve)(context.baseDirectory, path), member, platform, label: text });
        case 'dir':
            return readDirectoryImage({ directory: (0,external_node_path_.resolve)(context.baseDirectory, path), platform, label: text });
        case 'docker-archive':
        case 'oci-archive':
        case 'containers-storage':
            return copyImage(text, undefined, request, context);
        case 'docker-daemon':
            return copyImage(text, findDockerDaemon(context)?.skopeoHost, request, context);
        case 'docker':
        case undefined: {
            if (named === undefined)
                throw new errors/* FledgeError */.aE('internal', `${text} names no image of a registry`);
            const daemon = transport === undefined && lock === undefined ? findDockerDaemon(context) : undefined;
            const id = daemon && (await findInDaemon(daemon, named, platform, context));
            if (daemon === undefined || id === undefined)
                return fetchFromRegistry(named, request, context);
            context.reporter.info(`${text} is taken from the Docker daemon (${id})`);
            return copyImage(`docker-daemon:${id}`, daemon.skopeoHost, request, context);
        }
    }
}
/** Copies an image that is on this machine already, but in a form that only skopeo reads. */
async function copyImage(source, daemonHost, { reference, platform, scratchDirectory }, context) {
    const skopeo = await findSkopeo(context.signal);
    const directory = (0,external_node_path_.join)(scratchDirectory, 'image');
    const label = reference.text;
    const command = {
        args: copyToDirectoryArguments(source, { directory, daemonHost, temporary: scratchDirectory }, platform),
        cwd: context.baseDirectory,
        what: `copy the image ${label}`,
    };
    // Nobody says beforehand how much it will be.
    const measure = () => ({ done: bytesBelow(scratchDirectory) });
    await reportGrowth(context.reporter.progress(label, 'bytes'), measure, () => runSkopeo(skopeo, command, context));
    return readDirectoryImage({ directory, platform, label });
}
async function fetchFromRegistry(named, request, context) {
    const { platform, lock } = request;
    const label = request.reference.text;
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, lock, label }, context);
    const root = await fetcher.root();
    const read = (descriptor) => fetcher.manifest(descriptor);
    const selected = await selectManifest(root, { platform, label }, read);
    await fetcher.fetchBlobs(selected, platform);
    return readImage(selected, { platform, label }, fetcher.cache.store);
}
/**
 * What an image of a registry stands for now: the digest of an index, or of the manifest of the only platform.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for what is no usable image.
 */
async function resolveImage({ text, named }, context) {
    if (named === undefined)
        throw new errors/* FledgeError */.aE('internal', `${text} names no image of a registry`);
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, label: text }, context);
    const root = await fetcher.root();
    parseManifestOrIndex(root, text);
    return root.digest;
}
/**
 * Fetches an image of a registry into the cache. The manifest and the config are asked for by themselves: a copy into
 * an OCI layout would write both anew when they are in Docker's format, and their digests would no longer be those of
 * the registry.
 */
class RegistryFetcher {
    cache;
    #skopeo;
    #named;
    #lock;
    #label;
    #context;
    constructor(skopeo, { named, lock, label }, context) {
        this.cache = openBlobCache(context.cacheDirectory, context.reporter);
        this.#skopeo = skopeo;
        this.#named = named;
        this.#lock = lock;
        this.#label = lock === undefined ? label : `${label} as ${lock.file} pins it`;
        this.#context = context;
    }
    /** What the tag or the digest stands for. With a digest, nothing is sent if the cache has it. */
    async root() {
        const { tag } = this.#named;
        const digest = this.#lock?.digest ?? this.#named.digest;
        if (digest === undefined) {
            const bytes = await this.#inspect(`:${tag ?? 'latest'}`);
            const document = documentOf(bytes);
            await this.cache.put(document.digest, bytes, `the manifest of ${this.#label}`);
            return document;
        }
        return { bytes: await this.#document(digest), digest };
    }
    async manifest({ digest, size }) {
        const bytes = await this.#document(digest);
        if (bytes.length === size)
            return bytes;
        throw new errors/* FledgeError */.aE('input', `the manifest of ${this.#label} has ${bytes.length} bytes, and the index says ${size}`);
    }
    async fetchBlobs({ digest, manifest }, platform) {
        const { config, layers } = manifest;
        await this.#fetchLayers(digest, layers, platform);
        // The copy has brought it, unless the manifest is in Docker's format or there was nothing to copy.
        if (await this.cache.has(config, `the config of ${this.#label}`))
            return;
        const bytes = await this.#run(inspectConfigArguments(this.#source(`@${digest}`)));
        await this.cache.put(config.digest, bytes, `the config of ${this.#label}`);
    }
    async #fetchLayers(digest, layers, platform) {
        const missing = new Map();
        for (const [index, layer] of layers.entries()) {
            // No registry has these, so they cannot be waited for.
            if ((0,media_types/* layerKindOf */.pc)(layer.mediaType) === 'foreign')
                continue;
            const isThere = await this.cache.has(layer, `layer ${index + 1} of ${layers.length} of ${this.#label}`);
            if (!isThere)
                missing.set(layer.digest, layer.size);
        }
        const { reporter } = this.#context;
        if (missing.size === 0) {
            reporter.debug(`${this.#label}: all ${layers.length} layers are in the cache`);
            return;
        }
        const total = [...missing.values()].reduce((sum, size) => sum + size, 0);
        reporter.info(`fetch ${missing.size} of ${layers.length} layers of ${this.#label} (${(0,units/* formatBytes */.z3)(total)})`);
        const scratch = this.cache.scratch();
        const blobs = [...missing.keys()].map((missed) => this.cache.store.pathOf(missed));
        // What is on its way is in the scratch directory, with some small documents.
        const fetched = () => blobs.reduce((sum, path) => sum + bytesOf(path), bytesBelow(scratch.path));
        const measure = () => ({ done: Math.min(fetched(), total), total });
        try {
            // A relative name: skopeo takes a colon in the path of a layout for its end.
            const to = { layout: 'layout', blobs: this.cache.directory, temporary: scratch.path };
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(scratch.path, to.layout));
            const args = copyToLayoutArguments(this.#source(`@${digest}`), to, platform);
            const progress = reporter.progress(this.#label, 'bytes');
            await reportGrowth(progress, measure, () => this.#run(args, { cwd: scratch.path, fetched }));
        }
        finally {
            scratch.dispose();
        }
    }
    async #document(digest) {
        const label = `the manifest of ${this.#label}`;
        const cached = await this.cache.findDocument(digest, label);
        if (cached !== undefined)
            return cached;
        const bytes = await this.#inspect(`@${digest}`);
        requireBytes(digest, bytes, label);
        await this.cache.put(digest, bytes, label);
        return bytes;
    }
    #inspect(version) {
        return this.#run(inspectManifestArguments(this.#source(version)));
    }
    #source(version) {
        return `docker://${this.#named.domain}/${this.#named.repository}${version}`;
    }
    #run(args, { cwd = this.#context.baseDirectory, fetched } = {}) {
        const pinned = this.#lock === undefined ? '' : `, ${this.#lock.digest}`;
        const what = `fetch the image ${this.#label}${pinned}`;
        const isLocked = this.#lock !== undefined;
        const command = { args, cwd, what, registry: this.#named.domain, isLocked, ...(fetched && { fetched }) };
        return runSkopeo(this.#skopeo, command, this.#context);
    }
}


/***/ }),

/***/ 7079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ INDEX_TYPES),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   a3: () => (/* binding */ SCHEMA1_TYPE),
/* harmony export */   li: () => (/* binding */ CONFIG_TYPES),
/* harmony export */   pc: () => (/* binding */ layerKindOf)
/* harmony export */ });
/** Media types of the OCI image specification (media-types.md) and of Docker's image manifest version 2, schema 2. */
const INDEX_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const MANIFEST_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const CONFIG_TYPES = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** The first of Docker's formats, which has no digests to verify. */
const SCHEMA1_TYPE = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/;
const LAYER_TYPE = /^application\/vnd\.(?:oci\.image\.layer\.(?<oci>nondistributable\.)?v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.(?<docker>foreign\.)?diff\.tar(?:\.(?:gzip|zstd))?)(?<encrypted>\+encrypted)?$/;
/** `foreign` is one that registries need not have: its publisher has it at a URL. */
function layerKindOf(mediaType) {
    const groups = LAYER_TYPE.exec(mediaType)?.groups;
    if (groups === undefined)
        return 'unknown';
    if (groups['encrypted'] !== undefined)
        return 'encrypted';
    return groups['oci'] === undefined && groups['docker'] === undefined ? 'layer' : 'foreign';
}


/***/ }),

/***/ 4925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ digestFile),
/* harmony export */   t: () => (/* binding */ digestHandle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5921);




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

/***/ 8468:
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

/***/ 1757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ downloadError),
  e: () => (/* binding */ requestWithRetries)
});

// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/retry.js
var retry = __webpack_require__(2682);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(7270);
// EXTERNAL MODULE: ./build/sources/redact.js
var redact = __webpack_require__(8468);
;// CONCATENATED MODULE: ./build/sources/proxy.js



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
    return proxy === undefined ? undefined : (0,redact/* redactUrl */.B)(proxy);
}
function proxyUrl(env, name) {
    const value = variable(env, name);
    if (value === undefined)
        return undefined;
    const url = value.includes('://') ? value : `http://${value}`;
    if (URL.canParse(url))
        return url;
    throw new errors/* FledgeError */.aE('usage', `${name.toUpperCase()} is not the URL of a proxy`, {
        fix: 'give it the form http://HOST:PORT, or unset it',
    });
}
function variable(env, name) {
    return (0,context/* environmentValue */.J)(env, name) ?? (0,context/* environmentValue */.J)(env, name.toUpperCase());
}

;// CONCATENATED MODULE: ./build/sources/http-failure.js


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
    const code = (0,errors/* systemCodeOf */.c7)(error);
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
            return (0,errors/* messageOf */.bD)(error);
    }
}
function fixConnection(code, url, proxies) {
    if (isAboutCertificate(code)) {
        return 'if the server uses a private certificate authority, let NODE_EXTRA_CA_CERTS name its certificate file';
    }
    const proxy = proxyFor(url, proxies);
    if (proxy === undefined) {
        return 'check the URL and the network; behind a proxy, set HTTPS_PROXY (for plain http HTTP_PROXY) and NO_PROXY';
    }
    return `check the URL, and the proxy ${proxy} that HTTP_PROXY, HTTPS_PROXY and NO_PROXY choose`;
}

;// CONCATENATED MODULE: ./build/sources/watchdog.js

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
            this.#failure = timeoutFailure(what, withinMs);
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

;// CONCATENATED MODULE: ./build/sources/http.js




const MAX_REDIRECTS = 10;
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);
/** A client for plain downloads. The HTTP library is loaded by it, so that a build that needs none starts without. */
async function openHttpClient(options) {
    const { request } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19));
    const network = { ...context/* DEFAULT_NETWORK */.R, ...options.network };
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
                throw redirectFailure(`was redirected more than ${MAX_REDIRECTS} times`);
            const next = redirectTarget(url, outcome.location);
            if (next.origin !== url.origin)
                headers = withoutCredentials(headers);
            url = next;
        }
    }
    async function exchange({ url, headers, maxBytes, signal }, use) {
        const watch = new Watchdog(signal);
        try {
            watch.expect('answer', network.headersTimeoutMs);
            const response = await request(bareUrl(url), {
                dispatcher,
                method: 'GET',
                headers: { ...basicAuthorization(url), ...headers },
                signal: watch.signal,
            }).catch((error) => {
                throw watch.reasonFor(error, (cause) => connectionFailure(cause, url, proxies));
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
                    throw statusFailure(status, response.headers, Date.now());
                const declaredBytes = contentLength(response.headers);
                if (declaredBytes !== undefined && declaredBytes > maxBytes) {
                    throw tooLargeFailure(`${declaredBytes} bytes`, maxBytes);
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
    const { EnvHttpProxyAgent } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19));
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
            throw watch.reasonFor(error, (cause) => truncatedFailure(received, declaredBytes, cause));
        });
        // Time that the consumer takes is not the server's fault.
        watch.rest();
        if (next.done === true)
            break;
        received += next.value.length;
        if (received > maxBytes)
            throw tooLargeFailure(`more than ${maxBytes} bytes`, maxBytes);
        yield next.value;
    }
    if (declaredBytes !== undefined && received !== declaredBytes)
        throw truncatedFailure(received, declaredBytes);
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
        throw redirectFailure('was redirected to something that is no URL');
    if (next.protocol !== 'https:' && next.protocol !== 'http:') {
        throw redirectFailure(`was redirected to ${(0,redact/* redactUrl */.B)(next.href)}, which is not http(s)`);
    }
    if (from.protocol === 'https:' && next.protocol === 'http:') {
        throw redirectFailure(`was redirected from https to plain http, to ${(0,redact/* redactUrl */.B)(next.href)}`);
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

;// CONCATENATED MODULE: ./build/sources/request.js





/**
 * Sends a request with the proxies and the patience of this build, again after failures that may pass, and hands the
 * answer of status 200 to `use`, once per attempt. Returns what `use` returns.
 */
async function requestWithRetries({ what, request, explain }, context, use) {
    const { reporter, signal, network, env } = context;
    const client = await openHttpClient({ proxies: proxiesOf(env), network });
    try {
        return await (0,retry/* retry */.L5)(() => client.get({ ...request, signal }, use), {
            judge: judgeHttpFailure,
            onRetry({ error, attempt, attempts, waitMs }) {
                const why = error instanceof Error ? error.message : String(error);
                reporter.info(`${what}: ${why}; attempt ${attempt + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`);
            },
            signal,
            ...(network?.delay !== undefined && { delay: network.delay }),
        });
    }
    catch (error) {
        throw error instanceof HttpFailure ? explain(error) : error;
    }
    finally {
        await client.close();
    }
}
/** An HTTP failure as an error, with what was being done before it. */
function downloadError(doing, failure) {
    const fix = failure.fix ?? fixFor(failure);
    return new errors/* FledgeError */.aE('download', `${doing}: ${failure.message}`, { cause: failure, fix });
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

/***/ 6419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ findOnPath),
/* harmony export */   eF: () => (/* binding */ run)
/* harmony export */ });
/* unused harmony exports statusOf, runAtExit */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(481);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3776);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5921);







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
    const cause = error instanceof FledgeError ? error.cause : undefined;
    if (typeof cause !== 'object' || cause === null || !('status' in cause))
        return undefined;
    return typeof cause.status === 'number' ? cause.status : undefined;
}
/**
 * Runs a program and waits for it, for the way out of this process, when nothing else can be waited for. How it ends is of
 * no interest; it is killed after `timeoutMs` milliseconds.
 */
function runAtExit(file, args, { env, timeoutMs }) {
    spawnSync(file, args, { env, timeout: timeoutMs, killSignal: 'SIGKILL', stdio: 'ignore' });
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
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

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

/***/ 6678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ temporaryDirectory),
/* harmony export */   LE: () => (/* binding */ scratchFile),
/* harmony export */   eO: () => (/* binding */ removeStaleScratch),
/* harmony export */   gA: () => (/* binding */ isScratchName),
/* harmony export */   wd: () => (/* binding */ scratchDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3776);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5921);






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

/***/ 5019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAll)
/* harmony export */ });
/**
 * Waits for all, also when one fails, so that nothing goes on behind the back of whoever cleans up; then throws the
 * first error in the order given.
 */
async function settleAll(...work) {
    await Promise.allSettled(work);
    return Promise.all(work);
}


/***/ }),

/***/ 9061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ definedVariables)
/* harmony export */ });
/** The variables of an environment that have a value, for a child that gets these and no others. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}


/***/ }),

/***/ 5332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vq: () => (/* binding */ howToInstall)
/* harmony export */ });
/* unused harmony exports packageManagerOf, hostPackageManager, hostInstaller */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

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

/***/ 1313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   SG: () => (/* binding */ findTool),
/* harmony export */   Y0: () => (/* binding */ requireTool),
/* harmony export */   jb: () => (/* binding */ describeFinding)
/* harmony export */ });
/* unused harmony export howToMend */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _support_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6419);
/* harmony import */ var _distribution_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5332);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6384);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1832);







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

/***/ 6384:
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
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1832);

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

/***/ 1832:
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
