export const id = 8185;
export const ids = [8185,3483];
export const modules = {

/***/ 65011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ githubTokenOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);




/** GitHub's longest tokens are several times shorter. */
const MAX_TOKEN_BYTES = 4096;
/**
 * The token for GitHub's API: GITHUB_TOKEN, or the content of the file in FLEDGE_GITHUB_TOKEN_FILE, for builds whose
 * environment is visible to others. Undefined if neither is set.
 *
 * @throws FledgeError `usage` if that file cannot be read, or does not hold a token.
 */
async function githubTokenOf(env) {
    const token = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, 'GITHUB_TOKEN');
    const file = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, 'FLEDGE_GITHUB_TOKEN_FILE');
    if (token !== undefined || file === undefined)
        return token;
    const fail = (why, cause) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('usage', `cannot read the token in ${file} (FLEDGE_GITHUB_TOKEN_FILE): ${why}`, {
        cause,
        fix: 'set FLEDGE_GITHUB_TOKEN_FILE to a file that contains only a token, or unset it',
    });
    let text;
    try {
        // Without O_NONBLOCK, the open of a fifo would wait until a process writes to it.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            if (!(await handle.stat()).isFile())
                throw fail('it is not a regular file');
            const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_TOKEN_BYTES + 1));
            text = buffer.toString('latin1', 0, bytesRead).trim();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE ? error : fail((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error), error);
    }
    // The message must not show the content.
    if (text.length > MAX_TOKEN_BYTES || !/^[!-~]+$/.test(text))
        throw fail('it does not hold a token');
    return text;
}


/***/ }),

/***/ 33483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BUILD_FLAGS: () => (/* binding */ BUILD_FLAGS),
/* harmony export */   completeBuildCommand: () => (/* binding */ completeBuildCommand),
/* harmony export */   encodeBuildCommand: () => (/* binding */ encodeBuildCommand)
/* harmony export */ });
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61341);
/* harmony import */ var _support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29026);


/** The option for each field of `BuildCommand`. src/cli/build.ts parses the command line that is written here. */
const BUILD_FLAGS = {
    config: '--config',
    manifest: '--manifest',
    output: '--output',
    urlBase: '--url-base',
    artifactUrl: '--artifact-url',
    platform: '--platform',
    verify: '--verify',
    workers: '--workers',
    locked: '--locked',
    strict: '--strict',
    force: '--force',
    sbom: '--sbom',
};
/**
 * A build command with defaults for what is not given: the inverse of `encodeBuildCommand` for the options of a command line.
 *
 * @throws FledgeError `usage` if the platform of this machine is needed and not supported.
 */
function completeBuildCommand(given) {
    const { config, manifest, output, urlBase, artifactUrl, platform, verify, workers, locked, strict, force, sbom } = given;
    return {
        config,
        manifest,
        output,
        urlBase,
        artifactUrl,
        platform: platform ?? (0,_support_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .hostPlatform */ .ol)(),
        verify: verify ?? 'auto',
        workers: workers ?? (0,_support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultWorkers */ .Vs)(),
        locked: locked ?? false,
        strict: strict ?? false,
        force: force ?? false,
        sbom: sbom ?? false,
    };
}
/** The arguments that start a build as a child process: it prints its result and its log in JSON. */
function encodeBuildCommand(command) {
    const given = { ...command, verify: command.verify === 'auto' ? undefined : command.verify };
    const fields = ['config', 'manifest', 'output', 'urlBase', 'artifactUrl', 'platform', 'verify', 'workers'];
    return [
        ...['build', '--json', '--log-format', 'json'],
        ...fields.flatMap((field) => (given[field] === undefined ? [] : [BUILD_FLAGS[field], String(given[field])])),
        ...(command.locked ? [BUILD_FLAGS.locked] : []),
        ...(command.strict ? [BUILD_FLAGS.strict] : []),
        ...(command.force ? [BUILD_FLAGS.force] : []),
        ...(command.sbom ? [BUILD_FLAGS.sbom] : []),
    ];
}


/***/ }),

/***/ 32953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FG: () => (/* binding */ parseBuildResult)
/* harmony export */ });
/* unused harmony exports reproducibilitySchema, buildResultSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9691);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);
/* harmony import */ var _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34830);




const pathSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Absolute path of the file.');
const fileSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: pathSchema, sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('SHA-256 in hexadecimal digits.') });
/** Whether a build is reproducible; `ok` only after a second build. */
const reproducibilitySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    expected: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().describe('Whether the same input makes the same bytes on every machine.'),
    checked: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().describe('Whether a second build was compared, as with `--check-reproducible`.'),
    ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().optional().describe('If it was checked: whether both builds are identical.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional().describe('Why it is not reproducible.'),
});
/** The result of a build, in the form of `fledge build --json`. */
const buildResultSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Name of the plugin.'),
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Version of the plugin.'),
    strategy: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['initramfs', 'oci_rootfs']).describe('The key `strategy` of fledge.toml.'),
    platform: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P4).describe('The target platform.'),
    artifact: fileSchema
        .extend({
        format: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Such as `cpio.gz`, `ext4` or `qcow2`.'),
        size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().describe('In bytes.'),
        freeMb: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().optional().describe('Free space of a file system that the machine can write to, in MiB.'),
    })
        .readonly()
        .describe('The artifact.'),
    manifest: fileSchema
        .extend({ encodedBytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().describe("Its length on the kernel's command line.") })
        .readonly()
        .describe('manifest.json.'),
    checksums: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: pathSchema }).readonly().describe('SHA256SUMS.'),
    provenance: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: pathSchema }).readonly().describe('provenance.json.'),
    sbom: fileSchema.readonly().optional().describe('sbom.cdx.json, with `--sbom`.'),
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Such as `image`, `agent` or `busybox`.'),
        uri: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Where it is from, without credentials.'),
        digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('With its algorithm, such as `sha256:`.'),
    })
        .readonly())
        .readonly()
        .describe('The inputs that affect the artifact.'),
    contents: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('A path in the artifact.'), size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().describe('In bytes.') })
        .readonly())
        .readonly()
        .describe('The uncompressed size of each top-level path of the artifact.'),
    adjustments: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        what: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('The change.'),
        count: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().describe('How often.'),
        example: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('The first case.'),
    })
        .readonly())
        .readonly()
        .describe('Properties of the input that the artifact cannot hold and does not need.'),
    warnings: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_2__/* .warningSchema */ .ek).readonly().describe('The warnings, in order.'),
    reproducible: reproducibilitySchema.readonly().describe('Whether the same input makes the same bytes.'),
    steps: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe('Name of the step.'), ms: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().describe('Milliseconds.') })
        .readonly())
        .readonly()
        .describe('The steps of the build, in order.'),
})
    .readonly();
/**
 * Parses the result that another process printed. Unknown fields are dropped. `builder` names that process in the error.
 *
 * @throws FledgeError `tool` with `fix` if `text` is not the result of a build.
 */
function parseBuildResult(text, builder, fix) {
    try {
        return buildResultSchema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('tool', `cannot read the result of ${builder}: it has an unexpected format`, {
            cause: error,
            fix,
        });
    }
}


/***/ }),

/***/ 85270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ChildLog)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34830);


/** The maximum number of characters shown of a line that is not an event. */
const MAX_SHOWN = 2000;
/** The maximum number of progress displays at the same time. */
const MAX_PROGRESS = 64;
/**
 * The log of a build in another process. It reads that process's stderr line by line, passes the events to a reporter, and
 * keeps the error. The process writes `--log-format json`; lines of other programs are passed on as text, shortened. No
 * line is trusted: the reporter escapes text for its output.
 */
class ChildLog {
    #reporter;
    #progress = new Map();
    #error;
    #isUnderstood = false;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /** The error that the build has reported; undefined if there is none. */
    get error() {
        return this.#error;
    }
    /** True if the process writes a log of the schema that this program reads. */
    get isUnderstood() {
        return this.#isUnderstood;
    }
    add(line) {
        const event = (0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLogEvent */ .MK)(line);
        switch (event?.type) {
            case undefined:
                if (line.trim() !== '')
                    this.#reporter.info((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(line.trim(), MAX_SHOWN));
                break;
            case 'start':
                this.#isUnderstood = event.schema === _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__/* .LOG_SCHEMA */ .tc;
                break;
            case 'step':
                this.#reporter.step(event.title);
                break;
            case 'info':
                this.#reporter.info(event.message);
                break;
            case 'debug':
                this.#reporter.debug(event.message);
                break;
            case 'warning':
                this.#reporter.warn(event.warning?.message ?? event.message, event.warning);
                break;
            case 'progress':
                this.#showProgress(event);
                break;
            case 'error':
                this.#error ??= (0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOfEvent */ .yk)(event);
                break;
        }
    }
    #showProgress({ label, unit, done, total, ended, }) {
        const key = `${unit} ${label}`;
        let progress = this.#progress.get(key);
        if (progress === undefined) {
            if (ended === true || this.#progress.size >= MAX_PROGRESS)
                return;
            progress = this.#reporter.progress(label, unit);
            this.#progress.set(key, progress);
        }
        if (ended !== true)
            progress.update(done, total);
        else {
            progress.end();
            this.#progress.delete(key);
        }
    }
    /** Ends all progress displays. To be called when the process has ended. */
    end() {
        for (const progress of this.#progress.values())
            progress.end();
        this.#progress.clear();
    }
}


/***/ }),

/***/ 95697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeTokenFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _github_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65011);
/* harmony import */ var _sources_agent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29988);




/**
 * Writes the token for GitHub's API into a file in `directory`, for another build of the same config, and returns its path.
 * Only this user can read it. Undefined, without a file, if there is no token or the build sends no requests to GitHub. The
 * caller removes `directory`.
 *
 * @throws FledgeError `usage` as `githubTokenOf` does.
 */
async function writeTokenFile({ config }, env, directory) {
    const token = (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_3__/* .isAskedOfGithub */ .BM)(config.agent) ? await (0,_github_token_js__WEBPACK_IMPORTED_MODULE_2__/* .githubTokenOf */ .A)(env) : undefined;
    if (token === undefined)
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'github-token');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, token, { flag: 'wx', mode: 0o600 });
    return path;
}


/***/ }),

/***/ 73278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qk: () => (/* binding */ otherVariables),
/* harmony export */   fI: () => (/* binding */ CHANGED_IN_CONTAINER),
/* harmony export */   lk: () => (/* binding */ OTHER_UMASK)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12285);


/** The variables of `otherVariables` that are also set in a container. The others there are those of the image. */
const CHANGED_IN_CONTAINER = [
    ...['HOME', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
    ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'FLEDGE_NOT_MAPPED'],
];
/** A command prefix: runs the command after it with another umask than its own. */
const OTHER_UMASK = [
    'sh',
    '-c',
    'case $(umask) in *077) umask 022 ;; *) umask 077 ;; esac; exec "$@"',
    'sh',
];
/**
 * The variables with other values in the second build. Variables that lead to inputs (PATH, proxies, logins) are unchanged;
 * see src/tools/environment.ts for their list.
 */
function otherVariables(env, directories) {
    const { home, temporary, cache, workingDirectory } = directories;
    const locale = other(env, 'LC_ALL', 'tr_TR.UTF-8', 'sv_SE.UTF-8');
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .definedVariables */ .JF)({
        // Node itself reads this path, relative to the working directory.
        NODE_EXTRA_CA_CERTS: absolute(env['NODE_EXTRA_CA_CERTS']),
        HOME: home,
        PWD: workingDirectory,
        TMPDIR: temporary,
        TMP: temporary,
        TEMP: temporary,
        FLEDGE_CACHE_DIR: cache,
        XDG_CACHE_HOME: cache,
        TZ: other(env, 'TZ', 'Pacific/Kiritimati', 'America/St_Johns'),
        LC_ALL: locale,
        LANG: locale,
        USER: other(env, 'USER', 'somebody', 'anybody'),
        LOGNAME: other(env, 'LOGNAME', 'somebody', 'anybody'),
        HOSTNAME: other(env, 'HOSTNAME', 'elsewhere', 'somewhere'),
    });
}
function other(env, name, first, second) {
    return env[name] === first ? second : first;
}
function absolute(path) {
    return path === undefined || path === '' ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path);
}


/***/ }),

/***/ 29988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ isAskedOfGithub),
/* harmony export */   EJ: () => (/* binding */ fetchAgent)
/* harmony export */ });
/* unused harmony exports fetchReleaseAgents, downloadAgent, assetNames */
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24789);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22236);





const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times the size of the agent, in bytes; a server cannot write more to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;
const COMMON = { kind: 'agent', label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
/**
 * Fetches the kestrel agent from its source in fledge.toml, and checks that it is a program for `platform`. Warns if it
 * needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchAgent(source, platform, context) {
    const { file, version, advice } = await fetchFrom(source, platform, context);
    const { interpreter } = await (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .checkElf */ .Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or it cannot start`, { code: 'dynamic-program' });
    }
    return { ...file, version };
}
/** True if the agent may have to be looked up with GitHub's API, which may need a token. */
function isAskedOfGithub(source) {
    return source?.source === 'release';
}
async function fetchFrom(source, platform, context) {
    switch (source.source) {
        case 'local': {
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'file', path: source.path } }, context);
            return { file, version: undefined, advice: `set path in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'http': {
            const pinAs = (sha256) => `checksum = "sha256:${sha256}" below [agent]`;
            const { sha256, lockFile } = source;
            const from = { kind: 'url', url: source.url };
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, sha256, lockFile, pinAs }, context);
            return { file, version: undefined, advice: `set url in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'release': {
            const { file, tag } = await fetchFromRelease(source, platform, context);
            const advice = `build a ${LABEL} for ${platform} and use it with source_strategy = "local": release ${tag} has none`;
            return { file, version: tag, advice };
        }
    }
}
/** Looks up a release of the agent. Loads GitHub's client lazily: most builds find their agent in the cache. */
async function findRelease(version, context) {
    const github = await __webpack_require__.e(/* import() */ 8743).then(__webpack_require__.bind(__webpack_require__, 58743));
    return github.findRelease(REPOSITORY, version, context);
}
/** Sends no request if the cache has the locked digest. */
async function fetchFromRelease({ version, lock }, platform, context) {
    const pin = lock?.asset;
    if (lock !== undefined && pin !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .findDownloaded */ .dv)({ sha256: pin.sha256, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(pin.url) }, tag: lock.tag };
    }
    const release = await findRelease(lock?.tag ?? version, context);
    const pinned = release.assets.find(({ publicUrl }) => pin !== undefined && (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(publicUrl) === pin.url);
    const asset = pinned ?? chooseAsset(release, platform);
    if (lock !== undefined && pin !== undefined)
        requireLocked(asset, pin, { lock, release });
    const file = await fetchAsset(asset, release, context, pin && { ...pin, lockFile: lock?.file });
    return { file: pin === undefined ? file : { ...file, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(pin.url) }, tag: release.tag };
}
/** Refuses a file before its download if the API has another digest for it than the lock file. */
function requireLocked({ name, sha256 }, pin, { lock, release }) {
    if (sha256 === undefined || sha256 === pin.sha256)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `cannot use ${name} of release ${release.tag}: its SHA-256 is ${sha256}, and ${lock.file} pins ${pin.sha256}`, { fix: _download_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_FIX */ .WP });
}
async function fetchAsset({ name, url, headers, publicUrl, sha256 }, release, context, pin) {
    const from = { kind: 'url', url };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, headers, publicUrl, sha256, ...pin }, context);
    if (sha256 === undefined && pin === undefined) {
        context.reporter.warn(`GitHub has no digest of ${name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`, { code: 'unpinned' });
    }
    return file;
}
/**
 * Fetches the agents of a release for all platforms, to find out for which platforms it has one.
 *
 * @throws FledgeError `download`, also if the release has no agent.
 */
async function fetchReleaseAgents(version, context) {
    const release = await findRelease(version, context);
    const assets = {};
    const seen = new Map();
    for (const platform of PLATFORMS) {
        const asset = findAsset(release, platform);
        if (asset === undefined)
            continue;
        const file = seen.get(asset) ?? (await fetchAsset(asset, release, context));
        seen.set(asset, file);
        const program = await inspectProgram(file.path, LABEL);
        if (program.kind === 'elf' && program.machine === platform)
            assets[platform] = file;
    }
    const [any] = PLATFORMS;
    if (Object.keys(assets).length === 0)
        throw noAgent(release, `${LABEL} for any platform`, assetNames(any));
    return { tag: release.tag, assets };
}
/**
 * Downloads the file that a URL serves as the agent now, to be pinned.
 *
 * @throws FledgeError `download`.
 */
function downloadAgent(url, context) {
    return fetchFile({ ...COMMON, from: { kind: 'url', url } }, context);
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
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `release ${tag} of ${REPOSITORY} has no ${what}`, {
        fix: `choose another version in [agent]; looked for ${wanted.join(', ')}; the release has: ${available}`,
    });
}
/**
 * The possible names of a platform's agent among the assets of a release, best first. Plain `kestrel` is for amd64; for
 * another platform it is the last choice, and its ELF header is checked later.
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

/***/ 34830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tc: () => (/* binding */ LOG_SCHEMA),
  yk: () => (/* binding */ errorOfEvent),
  MK: () => (/* binding */ parseLogEvent),
  ek: () => (/* binding */ warningSchema)
});

// UNUSED EXPORTS: errorEvent, formatLogEvent, logEventSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
;// CONCATENATED MODULE: ./build/support/report/error-fields.js


/** The fields of anything thrown. `log` names the source of details of a bug, see `bugReport`. */
function error_fields_errorFields(error, log, stack) {
    const { message, fix, isBug } = explain(error);
    const told = fix ?? (isBug ? bugReport(log) : undefined);
    const known = error instanceof FledgeError ? error : undefined;
    return {
        code: known?.code ?? 'internal',
        message,
        ...(told !== undefined && { fix: told }),
        problems: [...(known?.problems ?? [])],
        bug: isBug,
        ...(stack !== undefined && { stack }),
    };
}

;// CONCATENATED MODULE: ./build/support/report/warning-codes.js
/** The kinds of warnings; docs/troubleshooting.md explains each. */
const WARNING_CODES = [
    'adjusted',
    'agent-port',
    'agent-space',
    'argument-trimmed',
    'cache',
    'dynamic-program',
    'entrypoint',
    'git-placeholder',
    'health-check',
    'hidden-path',
    'image-user',
    'kernel-filesystem',
    'link',
    'lock',
    'login',
    'manifest-size',
    'manifest-value',
    'memory',
    'missing-file',
    'no-effect',
    'no-port',
    'not-extracted',
    'other',
    'platform',
    'program',
    'sbom',
    'secret',
    'size',
    'special-bits',
    'suffix',
    'template',
    'unpinned',
    'version',
];

;// CONCATENATED MODULE: ./build/support/report/log-events.js






/*
 * The lines of `--log-format json`. fledge reads them too, from builds in other processes. Documented for users in
 * docs/troubleshooting.md: within one schema number, fields and types may be added, and existing ones keep their meaning.
 */
/** The number of the schema, which is in the first line of a log. */
const LOG_SCHEMA = 1;
/** Characters of the longest line. The longest error has about 60,000, and each can be escaped as six. */
const MAX_LINE = 1024 * 1024;
const count = schemas/* int */.Whr().min(0);
const placeSchema = schemas/* object */.Ikc({
    file: schemas/* string */.YjP().describe('The file as the user named it.'),
    line: count.describe('From 1.'),
    column: count.describe('From 1, in characters.'),
});
const problemSchema = placeSchema.extend({
    key: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP(),
    suggestion: schemas/* string */.YjP().optional(),
    excerpt: schemas/* string */.YjP().optional(),
});
/** A warning as data, see `Warning`. */
const warningSchema = schemas/* object */.Ikc({
    code: schemas/* enum */.k5n(WARNING_CODES).catch('other').describe('The kind of the warning, see troubleshooting.md.'),
    message: schemas/* string */.YjP().describe('The text, without the other fields.'),
    ...placeSchema.partial().shape,
    key: schemas/* string */.YjP().optional().describe('The key in the file.'),
    fix: schemas/* string */.YjP().optional().describe('One sentence in the imperative.'),
})
    .readonly();
const textSchema = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ option: schemas/* enum */.k5n(wording/* NAMED_OPTIONS */.Bd), value: schemas/* string */.YjP().optional() })])),
]);
/** One line, see `LogEvent`. */
const logEventSchema = schemas/* discriminatedUnion */.gMt('type', [
    /** The first line. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('start'), schema: schemas/* int */.Whr(), fledge: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('step'), title: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('info'), message: schemas/* string */.YjP() }),
    /** Only with `--verbose`. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('debug'), message: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('warning'),
        /** Contains the place and the key, if there are any. */
        message: schemas/* string */.YjP(),
        place: placeSchema.optional(),
        warning: warningSchema.optional(),
    }),
    /** At most one a second for each label, and one with `ended` for a label that had others. */
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('progress'),
        label: schemas/* string */.YjP(),
        unit: schemas/* enum */.k5n(['bytes', 'entries', 'seconds']),
        done: schemas/* number */.aig(),
        total: schemas/* number */.aig().optional(),
        ended: schemas/* boolean */.zMY().optional(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('error'),
        code: schemas/* enum */.k5n(errors/* ERROR_CODES */.OQ),
        message: schemas/* string */.YjP(),
        fix: schemas/* string */.YjP().optional(),
        /** The problems in files, with their positions. The message contains them too. */
        problems: schemas/* array */.YOg(problemSchema),
        /** Whether only the authors of fledge can fix it. */
        bug: schemas/* boolean */.zMY(),
        /** With `--verbose`. */
        stack: schemas/* string */.YjP().optional(),
        /** The texts with options as data, if they contain options; and the part of the message that is not in `problems`. */
        wording: schemas/* object */.Ikc({ message: textSchema, fix: textSchema.optional(), remark: textSchema.optional() }).optional(),
    }),
]);
/**
 * An event as a line, with its line break. Control characters are escaped. `plugin` is the plugin that the event is about, if
 * the program builds several.
 */
function formatLogEvent(event, plugin) {
    return `${jsonText(plugin === undefined ? event : { ...event, plugin })}\n`;
}
/** The event of a line, or undefined: other programs write to the same stream. The line is untrusted. */
function parseLogEvent(line) {
    if (!line.startsWith('{') || line.length > MAX_LINE)
        return undefined;
    try {
        return logEventSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** The event for anything thrown; see `errorFields`. */
function errorEvent(error, log, stack) {
    return {
        type: 'error',
        ...errorFields(error, log, stack),
        ...(error instanceof FledgeError && wordingOf(error)),
    };
}
function wordingOf({ wording: { message, fix }, problems, remark }) {
    const beside = problems.length === 0 ? undefined : remark;
    if (beside === undefined && [message, fix ?? ''].every((text) => typeof text === 'string'))
        return {};
    return {
        wording: {
            message: partsOf(message),
            ...(fix !== undefined && { fix: partsOf(fix) }),
            ...(beside !== undefined && { remark: partsOf(beside) }),
        },
    };
}
function partsOf(text) {
    return typeof text === 'string' ? text : [...text];
}
/** The error that an event describes. */
function errorOfEvent({ code, message, fix, problems, bug, wording }) {
    if (bug)
        return new errors/* FledgeError */.aE('internal', message);
    return new errors/* FledgeError */.aE(code === 'internal' ? 'tool' : code, wording?.message ?? message, {
        fix: wording?.fix ?? fix,
        problems: problems.map((problem) => ({ ...problem, key: problem.key })),
        remark: wording?.remark,
    });
}


/***/ })

};
