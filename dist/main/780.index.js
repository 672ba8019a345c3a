export const id = 780;
export const ids = [780,483];
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
    const token = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, 'GITHUB_TOKEN');
    const file = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, 'FLEDGE_GITHUB_TOKEN_FILE');
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
};
/**
 * A build command with defaults for what is not given: the inverse of `encodeBuildCommand` for the options of a command line.
 *
 * @throws FledgeError `usage` if the platform of this machine is needed and not supported.
 */
function completeBuildCommand(given) {
    const { config, manifest, output, urlBase, artifactUrl, platform, verify, workers, locked, strict } = given;
    return {
        config,
        manifest,
        output,
        urlBase,
        artifactUrl,
        platform: platform ?? (0,_support_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .hostPlatform */ .o)(),
        verify: verify ?? 'auto',
        workers: workers ?? (0,_support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultWorkers */ .Vs)(),
        locked: locked ?? false,
        strict: strict ?? false,
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
    ];
}


/***/ }),

/***/ 32953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseBuildResult)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9691);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);
/* harmony import */ var _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34830);




const fileSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/** The result of a build, in the form of `fledge build --json`. */
const buildResultSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    strategy: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['initramfs', 'oci_rootfs']),
    platform: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P),
    artifact: fileSchema.extend({ format: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly(),
    /** `encodedBytes`: its length on the kernel's command line. */
    manifest: fileSchema.extend({ encodedBytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly(),
    checksums: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly(),
    provenance: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly(),
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), uri: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly()).readonly(),
    /** The uncompressed size of each top-level path of the artifact, in bytes. */
    contents: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly()).readonly(),
    /** Properties of the input that the artifact cannot hold and does not need. */
    adjustments: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ what: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), count: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), example: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly()).readonly(),
    /** Everything that the build has warned of, in order. */
    warnings: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_2__/* .warningSchema */ .ek).readonly(),
    reproducible: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true) }).readonly(),
        zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(false), reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly(),
    ]),
    /** Times in milliseconds. */
    steps: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), ms: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly()).readonly(),
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

/***/ 23780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  againInContainer: () => (/* binding */ againInContainer),
  buildInContainer: () => (/* binding */ buildInContainer)
});

// UNUSED EXPORTS: withoutNested

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/sources/cache.js
var sources_cache = __webpack_require__(8359);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var fetch_logins = __webpack_require__(15112);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/container-engine.js
var container_engine = __webpack_require__(78046);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/recipe/build.js + 8 modules
var build = __webpack_require__(32669);
// EXTERNAL MODULE: ./build/recipe/build-command.js
var build_command = __webpack_require__(33483);
// EXTERNAL MODULE: ./build/recipe/build-result.js
var build_result = __webpack_require__(32953);
// EXTERNAL MODULE: ./build/recipe/child-log.js
var child_log = __webpack_require__(85270);
// EXTERNAL MODULE: ./build/recipe/reproduce/environment.js
var reproduce_environment = __webpack_require__(73278);
// EXTERNAL MODULE: ./build/lock/locked-config.js + 1 modules
var locked_config = __webpack_require__(71618);
// EXTERNAL MODULE: ./build/sources/context.js
var sources_context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/sources/image/fetch/docker-daemon.js
var docker_daemon = __webpack_require__(35507);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: ./build/recipe/container/token-file.js
var token_file = __webpack_require__(95697);
;// CONCATENATED MODULE: ./build/recipe/container/access.js












/** The directory of the files with secrets in the container. */
const SECRETS = '/run/fledge';
/** The variables that name files or directories of certificate authorities. */
const CERTIFICATE_VARIABLES = ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'];
/**
 * Gives a container only the access that the build of a config needs: registry logins if it fetches an image from a registry,
 * a GitHub token if the agent is downloaded from a release, and the Docker daemon if the image is in it. Secrets are in files,
 * because every user of the engine can read the environment of a container.
 *
 * @throws FledgeError `config` for a damaged lock file, `usage` for a token that cannot be read, `output` if the disk has no
 *   space for temporary files.
 */
async function openAccess(request) {
    const { env } = request;
    const { loaded } = request.plugin;
    // Silent, because the build in the container reports the notes on the lock file.
    const { config } = await (0,locked_config/* lockedConfig */.z)(loaded, { ...request, reporter: reporter/* silentReporter */.P });
    const scratch = (0,files_scratch/* temporaryDirectory */.De)('container');
    try {
        const login = writeLogin(config, request, scratch.path);
        const token = await (0,token_file/* writeTokenFile */.H)({ ...loaded, config }, env, scratch.path);
        const context = (0,sources_context/* sourceContext */.R)(request, loaded.directory);
        const daemon = await daemonOf(config, request, context);
        const certificates = CERTIFICATE_VARIABLES.flatMap((name) => {
            const path = (0,environment/* environmentValue */.a)(env, name);
            return path === undefined || !(0,external_node_fs_.existsSync)(path) ? [] : [{ name, path: (0,external_node_path_.resolve)(path) }];
        });
        const secrets = [
            ...(login === undefined ? [] : [{ name: 'REGISTRY_AUTH_FILE', source: login, target: `${SECRETS}/auth.json` }]),
            ...(token === undefined
                ? []
                : [{ name: 'FLEDGE_GITHUB_TOKEN_FILE', source: token, target: `${SECRETS}/github-token` }]),
        ];
        const socket = daemon?.connection.socketPath ?? undefined;
        const daemonHost = daemon === undefined ? undefined : (0,environment/* environmentValue */.a)(env, 'DOCKER_HOST');
        return {
            mounts: [
                ...secrets.map(({ source, target }) => ({ source, target, access: 'read' })),
                ...certificates.map(({ path }) => ({ source: path, access: 'read' })),
                ...(socket === undefined ? [] : [{ source: socket, access: 'write' }]),
            ],
            groups: socket === undefined ? [] : [(0,external_node_fs_.statSync)(socket).gid],
            variables: {
                ...Object.fromEntries(secrets.map(({ name, target }) => [name, target])),
                ...Object.fromEntries(certificates.map(({ name, path }) => [name, path])),
                ...(0,own_paths/* notMapped */.Z)((0,own_paths/* ownPathsOf */.i)(context)),
                ...(daemonHost !== undefined && { DOCKER_HOST: daemonHost }),
            },
            close: () => scratch.dispose(),
        };
    }
    catch (error) {
        scratch.dispose();
        throw error;
    }
}
/**
 * Writes a login file with this machine's logins for the registries of its images, and returns its path. Undefined if there is
 * no such login.
 */
function writeLogin(config, { env, reporter }, directory) {
    const domains = (0,config_images/* fetchedImagesOf */.Rc)(config).flatMap(({ reference: { named, transport } }) => named === undefined || transport === 'docker-daemon' ? [] : [named.domain]);
    if (domains.length === 0)
        return undefined;
    const isForImage = (key) => domains.some((domain) => `${(0,fetch_logins/* canonicalRegistry */.i7)(key)}/`.startsWith(`${domain}/`));
    const files = (0,fetch_logins/* readLogins */.rC)(env, reporter);
    const { auths, credHelpers } = (0,fetch_logins/* mergeLogins */.F8)(undefined, files);
    const logins = Object.entries(auths).filter(([key, login]) => isForImage(key) && Object.keys(login).length > 0);
    if (logins.length > 0) {
        const path = (0,external_node_path_.join)(directory, 'auth.json');
        (0,external_node_fs_.writeFileSync)(path, JSON.stringify({ auths: Object.fromEntries(logins) }), { flag: 'wx', mode: 0o600 });
        return path;
    }
    const [helper] = Object.entries(credHelpers).flatMap(([key, name]) => (isForImage(key) ? [name] : []));
    const store = Object.keys(auths).some(isForImage)
        ? files.find(({ credsStore }) => credsStore)?.credsStore
        : undefined;
    const program = helper ?? store;
    if (program !== undefined) {
        reporter.warn(`the login for ${domains.join(' or ')} is in docker-credential-${program}, which is not available in the container; log in with the inputs username and password, or build on the host`, { code: 'login' });
    }
    return undefined;
}
/** The Docker daemon that the image is read from, as far as that can be determined before the build. */
async function daemonOf(config, { platform }, context) {
    for (const image of (0,config_images/* fetchedImagesOf */.Rc)(config)) {
        const daemon = await (0,docker_daemon/* daemonFor */.kP)(image, platform, context);
        if (daemon !== undefined)
            return daemon;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/recipe/container/run.js

















const SAME_RELEASE = 'set runner-image to the image of the same release';
/** The variables that the engine copies from its environment into the container. Secrets of fledge are passed in files. */
const PASSED = [
    ...['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL', 'NO_COLOR'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
];
/**
 * Builds as `build` does, in a container of the runner image. Directories have the same paths in the container, and the
 * user of this process owns the written files.
 *
 * @throws FledgeError as `build` does; `tool` if the container cannot be run.
 */
async function buildInContainer(request, options) {
    const { env, reporter, signal } = request;
    const { engine, image, workspace } = options;
    const { loaded, template, artifactFile } = request.plugin;
    if ((0,config_images/* dockerfileOf */.S9)(loaded.config) !== undefined) {
        throw new errors/* FledgeError */.aE('tool', `${loaded.file} has a Dockerfile, which cannot be built in a container`, {
            fix: 'build on the host, with docker buildx, podman or buildah',
        });
    }
    const output = (0,external_node_path_.resolve)(request.output ?? artifactFile);
    const cache = (0,sources_cache/* cacheDirectoryOf */.N2)(env, { home: external_node_os_.homedir, cwd: process.cwd() });
    (0,external_node_fs_.mkdirSync)(cache, { recursive: true });
    const workingDirectory = isWithin(process.cwd(), workspace) ? process.cwd() : workspace;
    // Messages show the path as the user wrote it, unless the container's working directory is another one.
    const pathInContainer = (path) => (workingDirectory === process.cwd() ? path : (0,external_node_path_.resolve)(path));
    const log = new child_log/* ChildLog */.P(reporter);
    const access = await openAccess(request);
    try {
        const container = {
            ...containerFor(request, image, access),
            mounts: withoutNested([
                { source: workspace, access: 'write' },
                { source: loaded.directory, access: 'read' },
                ...(template === undefined ? [] : [{ source: (0,external_node_path_.dirname)((0,external_node_path_.resolve)(template.file)), access: 'read' }]),
                { source: (0,external_node_path_.dirname)(output), access: 'write' },
                { source: cache, access: 'write' },
                ...access.mounts,
            ]),
            workingDirectory,
            variables: { FLEDGE_CACHE_DIR: cache, ...access.variables },
            args: (0,build_command.encodeBuildCommand)({
                ...(0,build.commandOf)({ ...request, output }),
                config: pathInContainer(loaded.file),
                manifest: template === undefined ? undefined : pathInContainer(template.file),
            }),
        };
        reporter.step(`build in a container of ${image}`);
        const { stdout } = await (0,container_engine/* runContainer */.zR)(engine, container, {
            env: clientEnvironment(env),
            onLine: (line, stream) => {
                if (stream === 'stderr')
                    log.add(line);
            },
            signal,
        });
        return (0,build_result/* parseBuildResult */.F)(stdout.toString('utf8'), 'the build in the container', SAME_RELEASE);
    }
    catch (error) {
        if (signal?.aborted === true)
            throw error;
        throw log.error ?? withImageFix(error, log);
    }
    finally {
        log.end();
        access.close();
    }
}
/** Runs second builds (see `checkReproducible`) in containers of the runner image. */
function againInContainer(request, { engine, image, workspace }) {
    return async (args, { scratch, cwd, changed, onLine, signal }) => {
        const { loaded } = request.plugin;
        const access = await openAccess(request);
        try {
            const [shell, ...words] = reproduce_environment/* OTHER_UMASK */.lk;
            const variables = reproduce_environment/* CHANGED_IN_CONTAINER */.fI.flatMap((name) => {
                const value = changed[name];
                return value === undefined ? [] : [[name, value]];
            });
            const container = {
                ...containerFor(request, image, access),
                mounts: withoutNested([
                    { source: scratch, access: 'write' },
                    // The copy contains links to files that are not copied.
                    { source: workspace, access: 'read' },
                    { source: loaded.directory, access: 'read' },
                    ...access.mounts,
                ]),
                workingDirectory: cwd,
                variables: { ...Object.fromEntries(variables), ...access.variables },
                entrypoint: shell,
                args: [...words, 'fledge', ...args],
            };
            const { stdout } = await (0,container_engine/* runContainer */.zR)(engine, container, { env: clientEnvironment(request.env), onLine, signal });
            return stdout;
        }
        finally {
            access.close();
        }
    };
}
function containerFor({ env }, image, { groups }) {
    return {
        image,
        user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
        groups,
        passedVariables: PASSED.filter((variable) => (0,environment/* environmentValue */.a)(env, variable) !== undefined),
    };
}
/** The mounts without those inside another mount that permits at least the same access. */
function withoutNested(mounts) {
    return mounts.filter((mount, index) => !mounts.some((other, otherIndex) => {
        if (other === mount || mount.target !== undefined || other.target !== undefined)
            return false;
        const allows = other.access === 'write' || mount.access === 'read';
        if (other.source === mount.source)
            return allows && (other.access !== mount.access || otherIndex < index);
        return allows && isWithin(mount.source, other.source);
    }));
}
/** True if a path is the directory or below it. Both are absolute. */
function isWithin(path, directory) {
    return path === directory || path.startsWith(`${directory.replace(/\/$/, '')}/`);
}
/** The environment of the engine's client. */
function clientEnvironment(env) {
    return (0,tools_environment/* environmentFor */.DD)('engine', env, { helpers: (0,fetch_logins/* credentialHelpersOf */.Yp)(env) });
}
/** Adds a fix to the error of a container that failed without a log of fledge, such as an image of another release. */
function withImageFix(error, log) {
    if (!(error instanceof exec/* ProgramError */.Zj) || error.exitStatus === undefined || log.isUnderstood)
        return error;
    return new errors/* FledgeError */.aE('tool', error.wording.message, { cause: error, fix: SAME_RELEASE });
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
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .definedVariables */ .J)({
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
const COMMON = { label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
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
    const github = await __webpack_require__.e(/* import() */ 734).then(__webpack_require__.bind(__webpack_require__, 97734));
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

/***/ 22236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ inspectProgram),
/* harmony export */   Kg: () => (/* binding */ checkElf),
/* harmony export */   Ki: () => (/* binding */ parseElfHeader),
/* harmony export */   Mu: () => (/* binding */ inspectProgramIn)
/* harmony export */ });
/* unused harmony export findInterpreter */
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25423);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11720);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13307);




const HEADER_BYTES = 64;
/** Linux loads no program with a larger table (fs/binfmt_elf.c, load_elf_phdrs). */
const MAX_TABLE_BYTES = 64 * 1024;
/** As many sections of 64 bytes as the header can count. */
const MAX_SECTION_TABLE_BYTES = 0xffff * 64;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** PT_LOAD to PT_TLS. Other types are specific to a linker, and are not loaded. */
const SEGMENT_TYPES = [1, 2, 3, 4, 5, 6, 7];
/** SHT_NULL and SHT_NOBITS, which have no bytes in the file. */
const EMPTY_SECTION_TYPES = [0, 8];
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];
/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
    32: {
        headerBytes: 52,
        programs: { table: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
        sections: { table: 32, entrySize: 46, entryCount: 48, entryBytes: 40, fileOffset: 16, fileSize: 20 },
    },
    64: {
        headerBytes: 64,
        programs: { table: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
        sections: { table: 40, entrySize: 58, entryCount: 60, entryBytes: 64, fileOffset: 24, fileSize: 32 },
    },
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
 * Checks that a file is an ELF program for `platform`, and returns the content of its headers. `advice` is the fix if
 * it is not; `label` is the file's name in messages.
 *
 * @throws FledgeError `input`.
 */
async function checkElf(path, wanted) {
    const { platform, label, advice } = wanted;
    const found = await readElf(path, label);
    if ('notElf' in found) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.type !== 'executable') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.machine !== platform) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`, {
            fix: advice ??
                (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `use a ${label} that is built for ${platform}, or choose the other platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('platform')}`,
        });
    }
    if (found.damage !== undefined) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is damaged: ${found.damage}`, {
            fix: `build, copy or download ${label} again`,
        });
    }
    return found;
}
/** Parses the header at the beginning of a file; undefined if it is missing, truncated or not valid. */
function parseElfHeader(bytes) {
    if (!(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(bytes))
        return undefined;
    const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
    const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
    if (bits === undefined || littleEndian === undefined)
        return undefined;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.headerBytes)
        return undefined;
    const fields = fieldsOf(bytes, bits, littleEndian);
    const tableOf = ({ table, entrySize, entryCount, }) => {
        const offset = fields.word(table);
        if (offset === undefined)
            return undefined;
        return { offset, entrySize: fields.u16(entrySize), count: fields.u16(entryCount) };
    };
    const programHeaders = tableOf(layout.programs);
    const sectionHeaders = tableOf(layout.sections);
    if (programHeaders === undefined || sectionHeaders === undefined)
        return undefined;
    return {
        bits,
        littleEndian,
        type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
        machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
        programHeaders,
        sectionHeaders: sectionHeaders.offset === 0 || sectionHeaders.count === 0 ? undefined : sectionHeaders,
    };
}
/** The part of the file with the path of the dynamic loader, by the program headers; undefined if it is static. */
function findInterpreter(header, table) {
    return partsOf(header, 'programs', table).find(({ type }) => type === PT_INTERP);
}
/** The entries that the bytes of a table contain. */
function partsOf(header, kind, table) {
    const layout = LAYOUTS[header.bits][kind];
    const place = kind === 'programs' ? header.programHeaders : header.sectionHeaders;
    if (place === undefined || place.entrySize < layout.entryBytes)
        return [];
    const fields = fieldsOf(table, header.bits, header.littleEndian);
    const count = Math.min(place.count, Math.floor(table.length / place.entrySize));
    return Array.from({ length: count }, (_, index) => {
        const start = index * place.entrySize;
        return {
            // p_type is the first field of its header, and sh_type the second one.
            type: fields.u32(kind === 'programs' ? start : start + 4),
            offset: fields.word(start + layout.fileOffset),
            size: fields.word(start + layout.fileSize),
        };
    });
}
/**
 * The damage of a program of `fileSize` bytes: a table, a segment or a section beyond the end of the file, or program
 * headers that the kernel does not accept. No number in the file is trusted.
 */
function findDamage(header, tables, fileSize) {
    const { programHeaders, sectionHeaders, bits } = header;
    const beyond = (what, { offset, size }) => {
        if (size === 0)
            return undefined;
        if (offset === undefined || size === undefined)
            return `${what} has an offset or a size that no file can have`;
        const end = offset + size;
        return end > fileSize ? `${what} ends at byte ${end}, and the file has ${fileSize}` : undefined;
    };
    const lengthOf = ({ entrySize, count }) => entrySize * count;
    const programs = { offset: programHeaders.offset, size: lengthOf(programHeaders) };
    const isLoadable = programHeaders.entrySize === LAYOUTS[bits].programs.entryBytes && programs.size <= MAX_TABLE_BYTES;
    if (programHeaders.count > 0 && !isLoadable)
        return 'Linux does not load a program with its program headers';
    const cut = beyond('its table of program headers', programs) ??
        (sectionHeaders &&
            beyond('its table of section headers', { offset: sectionHeaders.offset, size: lengthOf(sectionHeaders) }));
    if (cut !== undefined)
        return cut;
    const segments = partsOf(header, 'programs', tables.programs).filter(({ type }) => SEGMENT_TYPES.includes(type));
    const sections = partsOf(header, 'sections', tables.sections).filter(({ type }) => !EMPTY_SECTION_TYPES.includes(type));
    for (const part of segments) {
        const problem = beyond('a segment', part);
        if (problem !== undefined)
            return problem;
    }
    for (const part of sections) {
        const problem = beyond('a section', part);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
/**
 * Examines a host file as a program: its type, and the interpreter that it needs to start.
 *
 * @throws FledgeError `input` if it cannot be read; `label` is the file's name in messages.
 */
async function inspectProgram(path, label) {
    return programOf(await readElf(path, label));
}
/** Examines the content of a file as `inspectProgram` does. */
async function inspectProgramIn(file) {
    return programOf(await readElfIn(file));
}
function programOf(found) {
    if (!('notElf' in found)) {
        const { machine, interpreter, damage } = found;
        return { kind: 'elf', machine, interpreter, damage };
    }
    const { head, notElf: description } = found;
    const [, interpreter, rest = ''] = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(head) ?? [];
    if (interpreter === undefined) {
        return { kind: 'other', description, isScriptAfterMark: head.startsWith('\xef\xbb\xbf#!') };
    }
    const argument = rest.replace(/[ \t]+$/, '');
    return { kind: 'script', interpreter, argument: argument === '' ? undefined : argument };
}
async function readElf(path, label) {
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            return await readElfIn({ size, read: (position, length) => readAt(handle, position, length) });
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function readElfIn(file) {
    const head = await file.read(0, 512);
    const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
    if (header === undefined) {
        return { notElf: (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(head) ? 'a damaged ELF file' : (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .describeContent */ .X)(head), head: head.toString('latin1') };
    }
    const programs = await readTable(file, header.programHeaders, MAX_TABLE_BYTES);
    const sections = await readTable(file, header.sectionHeaders, MAX_SECTION_TABLE_BYTES);
    const damage = header.type === 'executable' ? findDamage(header, { programs, sections }, file.size) : undefined;
    const place = findInterpreter(header, programs);
    if (place?.offset === undefined || place.size === undefined)
        return { ...header, interpreter: undefined, damage };
    const text = (await file.read(place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
    return { ...header, interpreter: text.split('\0', 1)[0] ?? '', damage };
}
async function readTable(file, table, maxBytes) {
    if (table === undefined)
        return Buffer.alloc(0);
    return file.read(table.offset, Math.min(table.entrySize * table.count, maxBytes));
}
/** Up to `length` bytes from `position`; fewer at the end of the file. */
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
/** Readers for the fields of one class and byte order. Offsets must be inside `bytes`. */
function fieldsOf(bytes, bits, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return {
        u16: (offset) => view.getUint16(offset, littleEndian),
        u32: (offset) => view.getUint32(offset, littleEndian),
        /** A file offset or size: 32 or 64 bits by class; undefined if no file can have it. */
        word(offset) {
            if (bits === 32)
                return view.getUint32(offset, littleEndian);
            const value = Number(view.getBigUint64(offset, littleEndian));
            return Number.isSafeInteger(value) ? value : undefined;
        },
    };
}


/***/ }),

/***/ 35507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ askDaemon),
/* harmony export */   Ip: () => (/* binding */ saveFromDaemon),
/* harmony export */   e7: () => (/* binding */ isAskedOfDaemon),
/* harmony export */   gS: () => (/* binding */ findDockerDaemon),
/* harmony export */   kP: () => (/* binding */ daemonFor),
/* harmony export */   nB: () => (/* binding */ findInDaemon)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9691);
/* harmony import */ var _support_budget_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60975);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82792);








const DEFAULT_SOCKET = '/var/run/docker.sock';
/** A daemon answers from memory, so this is generous. */
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** The used part of `GET /images/NAME/json` (Docker Engine API, ImageInspect). */
const inspectSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    Id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/),
    Os: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    Architecture: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    Variant: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullish(),
    /** With the containerd store: the descriptor whose digest is the id. */
    Descriptor: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).nullish(),
});
/**
 * The Docker daemon of this machine, or of `DOCKER_HOST` (`unix:` or `tcp:`). Undefined if there is no socket, or only
 * the docker command line can connect to it.
 */
function findDockerDaemon(context) {
    const host = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .a)(context.env, 'DOCKER_HOST') ?? `unix://${DEFAULT_SOCKET}`;
    if (host.startsWith('unix://')) {
        const socketPath = host.slice('unix://'.length);
        return isSocket(socketPath) ? { connection: { socketPath }, skopeoHost: host } : undefined;
    }
    const url = host.startsWith('tcp://') ? URL.parse(host.replace(/^tcp:/, 'http:')) : null;
    if (url === null || (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .a)(context.env, 'DOCKER_TLS_VERIFY') !== undefined) {
        context.reporter.debug(`the Docker daemon at ${host} is not used; write docker-daemon: before the image to use it`);
        return undefined;
    }
    const port = url.port === '' ? '2375' : url.port;
    return { connection: { host: url.hostname, port }, skopeoHost: `http://${url.hostname}:${port}` };
}
/** True if a Docker daemon is asked first: for a name without a transport, a digest or a lock. */
function isAskedOfDaemon({ reference, lock }) {
    const { transport, named } = reference;
    return transport === undefined && named !== undefined && named.digest === undefined && lock === undefined;
}
/**
 * The Docker daemon that provides an image, for a build in a container that needs access to it. Undefined if the image
 * has another source. With docker-daemon: it is the running daemon, whether or not it has the image.
 */
async function daemonFor(image, platform, context) {
    const { transport, named } = image.reference;
    if (transport === 'docker-daemon')
        return findDockerDaemon(context);
    if (named === undefined || !isAskedOfDaemon(image))
        return undefined;
    const daemon = findDockerDaemon(context);
    const found = daemon && (await findInDaemon(daemon, named, platform, context));
    return found === undefined ? undefined : daemon;
}
/** The image if the daemon has it for the platform; undefined also if the daemon does not answer. */
async function findInDaemon(daemon, image, platform, context) {
    const name = nameOf(image);
    try {
        const found = await askDaemon(daemon, image, context);
        if (found === undefined || (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .isForPlatform */ .b)(found, platform))
            return found;
        const present = (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .describePlatform */ .d5)(found);
        context.reporter.info(`the Docker daemon has ${name} only for ${present}; ${platform} is fetched from the registry`);
    }
    catch (error) {
        context.signal?.throwIfAborted();
        context.reporter.debug(`cannot ask the Docker daemon for ${name}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
    }
    return undefined;
}
/**
 * Asks the daemon for an image by its name or its id (`sha256:…`); undefined if the daemon does not have it.
 *
 * @throws Error if the request fails or the answer is invalid.
 */
async function askDaemon(daemon, image, { signal }) {
    const name = typeof image === 'string' ? image : nameOf(image);
    const answer = await getText({ ...daemon.connection, path: `/images/${encodeURI(name)}/json` }, signal);
    if (answer === undefined)
        return undefined;
    const { Id: id, Os: os, Architecture: architecture, Variant: variant, Descriptor, } = inspectSchema.parse(JSON.parse(answer));
    return { id, os, architecture, variant, isManifest: Descriptor?.digest === id };
}
/**
 * Saves an image of the daemon to a file, as `docker save` does.
 *
 * @throws FledgeError `download` if the daemon fails, `input` if the image is larger than `maxUnpackedBytes`, `output`
 *   if the disk is full.
 */
async function saveFromDaemon(daemon, id, to, { signal }) {
    const budget = new _support_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .Budget */ ._({ unpacked: to.maxUnpackedBytes });
    const bounded = async function* (body) {
        for await (const chunk of body) {
            budget.spend('unpacked', chunk.length);
            yield chunk;
        }
    };
    try {
        const response = await new Promise((resolve, reject) => {
            const path = `/images/${encodeURI(id)}/get`;
            (0,node_http__WEBPACK_IMPORTED_MODULE_1__.get)({ ...daemon.connection, path, ...(signal !== undefined && { signal }) }, resolve).on('error', reject);
        });
        if (response.statusCode !== 200) {
            response.destroy();
            throw new Error(`status ${response.statusCode}`);
        }
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(response, bounded, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(to.file, { flags: 'wx', mode: 0o600 }));
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE)
            throw error;
        const isFull = ['ENOSPC', 'EDQUOT'].includes((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error) ?? '');
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE(isFull ? 'output' : 'download', `cannot copy the image ${to.label} from the Docker daemon: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: isFull
                ? 'free some space, or set TMPDIR to a directory on another disk'
                : 'try again, or restart the daemon',
        });
    }
}
function nameOf({ domain, repository, tag, digest }) {
    return `${domain}/${repository}${digest === undefined ? `:${tag ?? 'latest'}` : `@${digest}`}`;
}
/** Returns the body of an answer with status 200; undefined for 404. Rejects for any other status. */
function getText(options, signal) {
    return new Promise((resolve, reject) => {
        const request = (0,node_http__WEBPACK_IMPORTED_MODULE_1__.get)({ ...options, timeout: TIMEOUT_MS, ...(signal !== undefined && { signal }) }, (response) => {
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
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isSocket();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 82792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Fj: () => (/* binding */ requirePlatform),
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   Ie: () => (/* binding */ newerVariantOf),
/* harmony export */   b: () => (/* binding */ isForPlatform),
/* harmony export */   d5: () => (/* binding */ describePlatform),
/* harmony export */   md: () => (/* binding */ selectPlatform)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11720);


const TARGETS = {
    'linux/amd64': { os: 'linux', architecture: 'amd64', variant: 'v1', newer: ['v2', 'v3', 'v4'] },
    'linux/arm64': {
        ...{ os: 'linux', architecture: 'arm64', variant: 'v8' },
        newer: [
            'v8.0',
            'v8.1',
            'v8.2',
            'v8.3',
            'v8.4',
            'v8.5',
            'v8.6',
            'v8.7',
            'v8.8',
            'v8.9',
            'v9',
            'v9.0',
            'v9.1',
            'v9.2',
        ],
    },
};
/** Operating system, architecture and variant of the platform, as skopeo names them. */
function targetOf(platform) {
    return TARGETS[platform];
}
/**
 * Rank of an image on the platform: 0 if it runs on all machines, higher the fewer machines it runs on, undefined if it
 * is for another platform. Missing fields match every platform.
 */
function rankOf({ os, architecture, variant }, platform) {
    const target = TARGETS[platform];
    if ((os && os !== target.os) || (architecture && architecture !== target.architecture))
        return undefined;
    if (!variant || variant === target.variant)
        return 0;
    const newer = target.newer.indexOf(variant);
    return newer === -1 ? undefined : newer + 1;
}
/** True if the image runs on some or all machines of the platform. */
function isForPlatform(fields, platform) {
    return rankOf(fields, platform) !== undefined;
}
/** The variant of an image, if some machines of the platform are too old for it. */
function newerVariantOf(fields, platform) {
    return (rankOf(fields, platform) ?? 0) > 0 ? (fields.variant ?? undefined) : undefined;
}
/** The platform as text, such as `linux/arm64/v8`; `?` replaces a missing field. */
function describePlatform({ os, architecture, variant }) {
    return [os || '?', architecture || '?', ...(variant ? [variant] : [])].join('/');
}
function hasPlatform({ platform }) {
    return Boolean(platform?.os || platform?.architecture);
}
/**
 * Selects the image for the platform from the entries of an index: the one that runs on most machines, and the first of
 * several. Attestations (platform `unknown/unknown`) are skipped. An entry without a platform is used only if there is
 * no other match; its config is checked later.
 *
 * @throws FledgeError `input` that lists the available platforms.
 */
function selectPlatform(entries, platform, label) {
    const images = entries.filter((entry) => !isAttestation(entry));
    const withPlatform = images.filter(hasPlatform);
    const [best] = withPlatform
        .flatMap((entry) => {
        const rank = rankOf(entry.platform ?? {}, platform);
        return rank === undefined ? [] : [{ entry, rank }];
    })
        .sort((a, b) => a.rank - b.rank);
    if (best !== undefined)
        return best.entry;
    // Duplicates count once.
    const withoutPlatform = [
        ...new Map(images.filter((entry) => !hasPlatform(entry)).map((entry) => [entry.digest, entry])).values(),
    ];
    if (withoutPlatform.length === 1 && withoutPlatform[0] !== undefined)
        return withoutPlatform[0];
    if (withoutPlatform.length > 1) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} has ${withoutPlatform.length} images, and none of them has a platform`, {
            fix: 'select one of them by its digest, as in name@sha256:…',
        });
    }
    const present = withPlatform.map((entry) => describePlatform(entry.platform ?? {}));
    if (present.length === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is an index without an image in it`);
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} has no image for ${platform}; it has ${[...new Set(present)].join(', ')}`, {
        fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `choose one of these with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform')} if fledge builds for it, or use another image`,
    });
}
/** True if an entry of an index is an attestation of an image instead of an image. */
function isAttestation({ platform, annotations }) {
    return ((platform?.os === 'unknown' && platform.architecture === 'unknown') ||
        annotations?.['vnd.docker.reference.type'] === 'attestation-manifest');
}
/** @throws FledgeError `input` if the image's config is for another platform. */
function requirePlatform(config, platform, label) {
    if (isForPlatform(config, platform))
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is for ${describePlatform(config)}, not for ${platform}`, {
        fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `choose its platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform')} if fledge builds for it, or use another image`,
    });
}


/***/ }),

/***/ 60975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Budget)
/* harmony export */ });
/* unused harmony export DEFAULT_LIMITS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


const GIBIBYTE = 1024 ** 3;
/** Far above real images, and low enough for a machine with 4 GiB of memory and a few minutes of work. */
const DEFAULT_LIMITS = {
    fetched: 64 * GIBIBYTE,
    unpacked: 64 * GIBIBYTE,
    metadata: GIBIBYTE,
    // Two layers are unpacked in parallel, and each can have a window of 512 MiB.
    memory: 1.5 * GIBIBYTE,
    apparent: 1024 * GIBIBYTE,
    // A directory needs a kilobyte until it is in the image, and its path is in memory twice at most.
    nodes: 1_500_000,
    pathBytes: GIBIBYTE / 4,
    steps: 100_000_000,
    headers: 20_000_000,
    frames: 2_000_000,
};
/** The messages for exceeded limits, by item. */
const EXCESS = {
    fetched: (limit) => `the layers of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} compressed`,
    unpacked: (limit) => `the image unpacks to more than max_unpacked_mb (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)})`,
    metadata: (limit) => `the image has more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of file names and attributes`,
    memory: (limit) => `the headers, attributes and zstd windows of the image need more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of memory`,
    apparent: (limit) => `the files of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together, holes included`,
    nodes: (limit) => `the image has more than ${limit} files and directories`,
    pathBytes: (limit) => `the paths in the image are longer than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together`,
    steps: (limit) => `the paths and links of the image need more than ${limit} steps to resolve`,
    headers: (limit) => `the image has more than ${limit} records of extended headers`,
    frames: (limit) => `the layers of the image have more than ${limit} zstd frames`,
};
const UNPACKED_FIX = 'if the image is really that large, raise max_unpacked_mb in [source]; otherwise do not trust it';
/**
 * The limits for the image of one build. All layers share one budget. Layers are unpacked in parallel, and it is random
 * which one exceeds a limit; therefore messages name no layer.
 */
class Budget {
    limits;
    #spent;
    /** `limits` replace the default ones. */
    constructor(limits = {}) {
        this.limits = { ...DEFAULT_LIMITS, ...limits };
        this.#spent = {
            fetched: 0,
            unpacked: 0,
            metadata: 0,
            memory: 0,
            apparent: 0,
            nodes: 0,
            pathBytes: 0,
            steps: 0,
            headers: 0,
            frames: 0,
        };
    }
    /**
     * Charges an amount of an item. A negative amount is a refund, for example for nodes that leave the tree. `culprit`
     * names the cause, as in `the last of them is /swapfile with 4.0 TiB`.
     *
     * @throws FledgeError `input` when the limit is exceeded.
     */
    spend(item, amount, culprit) {
        this.#spent[item] += amount;
        if (amount > 0 && this.#spent[item] > this.limits[item])
            throw this.excess(item, culprit);
    }
    /** The error for an exceeded limit, for work that is stopped before it is charged. */
    excess(item, culprit) {
        const fix = item === 'unpacked'
            ? UNPACKED_FIX
            : 'if the image is really that large, make it smaller; otherwise do not trust it';
        const message = EXCESS[item](this.limits[item]);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', culprit === undefined ? message : `${message}; ${culprit()}`, { fix });
    }
    /** The amount of an item that has been charged so far. */
    spent(item) {
        return this.#spent[item];
    }
}


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

// UNUSED EXPORTS: errorEvent, formatLogEvent

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
    'other',
    'platform',
    'program',
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
const placeSchema = schemas/* object */.Ikc({ file: schemas/* string */.YjP(), line: count, column: count });
const problemSchema = placeSchema.extend({
    key: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP(),
    suggestion: schemas/* string */.YjP().optional(),
    excerpt: schemas/* string */.YjP().optional(),
});
/** A warning as data, see `Warning`. */
const warningSchema = schemas/* object */.Ikc({
    code: schemas/* enum */.k5n(WARNING_CODES).catch('other'),
    message: schemas/* string */.YjP(),
    ...placeSchema.partial().shape,
    key: schemas/* string */.YjP().optional(),
    fix: schemas/* string */.YjP().optional(),
})
    .readonly();
const textSchema = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ option: schemas/* enum */.k5n(wording/* NAMED_OPTIONS */.Bd), value: schemas/* string */.YjP().optional() })])),
]);
const eventSchema = schemas/* discriminatedUnion */.gMt('type', [
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
        unit: schemas/* enum */.k5n(['bytes', 'entries']),
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
/** An event as a line, with its line break. Control characters are escaped. */
function formatLogEvent(event) {
    return `${jsonText(event)}\n`;
}
/** The event of a line, or undefined: other programs write to the same stream. The line is untrusted. */
function parseLogEvent(line) {
    if (!line.startsWith('{') || line.length > MAX_LINE)
        return undefined;
    try {
        return eventSchema.safeParse(JSON.parse(line)).data;
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
