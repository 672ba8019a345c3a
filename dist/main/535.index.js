export const id = 535;
export const ids = [535,46];
export const modules = {

/***/ 15535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  againInContainer: () => (/* binding */ againInContainer),
  buildInContainer: () => (/* binding */ buildInContainer)
});

// UNUSED EXPORTS: buildArguments, withoutNested

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/config/load.js + 5 modules
var load = __webpack_require__(26524);
// EXTERNAL MODULE: ./build/config/manifest-template.js + 3 modules
var manifest_template = __webpack_require__(40578);
// EXTERNAL MODULE: ./build/config/problems.js
var config_problems = __webpack_require__(93515);
// EXTERNAL MODULE: ./build/describe/artifact-name.js
var artifact_name = __webpack_require__(30546);
// EXTERNAL MODULE: ./build/describe/manifest.js + 1 modules
var manifest = __webpack_require__(59875);
// EXTERNAL MODULE: ./build/sources/cache.js
var sources_cache = __webpack_require__(8359);
// EXTERNAL MODULE: ./build/sources/context.js
var sources_context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/sources/image/logins.js
var image_logins = __webpack_require__(61453);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/exec.js
var exec = __webpack_require__(36419);
// EXTERNAL MODULE: ./build/support/line-marks.js
var line_marks = __webpack_require__(34195);
// EXTERNAL MODULE: ./build/tools/container-engine.js
var container_engine = __webpack_require__(78046);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/sources/image/docker-daemon.js
var docker_daemon = __webpack_require__(17288);
// EXTERNAL MODULE: ./build/support/reporter.js
var reporter = __webpack_require__(49047);
// EXTERNAL MODULE: ./build/support/scratch.js
var support_scratch = __webpack_require__(46678);
// EXTERNAL MODULE: ./build/recipe/locked-config.js + 1 modules
var locked_config = __webpack_require__(23193);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: ./build/recipe/source-context.js
var source_context = __webpack_require__(6104);
// EXTERNAL MODULE: ./build/recipe/token-file.js
var token_file = __webpack_require__(94361);
;// CONCATENATED MODULE: ./build/recipe/container-access.js











/** Where a container finds the files with secrets. */
const SECRETS = '/run/fledge';
/** What names certificate authorities. */
const CERTIFICATE_VARIABLES = ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'];
/**
 * Gives a container what the build of a config needs, and nothing that it does not: logins for registries if it fetches an
 * image from one, a token for GitHub if the agent is of a release, and a Docker daemon if the image is taken from it. Secrets
 * are in files, because everybody who may ask the engine sees the environment of a container.
 *
 * @throws FledgeError `config` for a lock file that is damaged, `usage` for a token that cannot be read, `output` if there is
 *   no room for temporary files.
 */
async function openAccess(loaded, request) {
    const { env } = request;
    // The build in the container says what is to be said of the lock file.
    const { config } = await (0,locked_config/* lockedConfig */.z)(loaded, { ...request, reporter: reporter/* silentReporter */.P });
    const scratch = (0,support_scratch/* temporaryDirectory */.De)('container');
    try {
        const login = writeLogin(config, request, scratch.path);
        const token = await (0,token_file/* writeTokenFile */.H)({ ...loaded, config }, env, scratch.path);
        const context = (0,source_context/* sourceContext */.R)(request, loaded.directory);
        const daemon = await daemonOf(config, request, context);
        const certificates = CERTIFICATE_VARIABLES.flatMap((name) => {
            const path = (0,sources_context/* environmentValue */.J)(env, name);
            return path === undefined || !(0,external_node_fs_.existsSync)(path) ? [] : [{ name, path: (0,external_node_path_.resolve)(path) }];
        });
        const secrets = [
            ...(login === undefined ? [] : [{ name: 'REGISTRY_AUTH_FILE', source: login, target: `${SECRETS}/auth.json` }]),
            ...(token === undefined
                ? []
                : [{ name: 'FLEDGE_GITHUB_TOKEN_FILE', source: token, target: `${SECRETS}/github-token` }]),
        ];
        const socket = daemon?.connection.socketPath ?? undefined;
        const daemonHost = daemon === undefined ? undefined : (0,sources_context/* environmentValue */.J)(env, 'DOCKER_HOST');
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
 * Writes a login file with what the login files of this machine have for the registry of the image, and returns its path;
 * undefined where there is nothing for it.
 */
function writeLogin(config, { env, reporter }, directory) {
    if (config.strategy !== 'oci_rootfs')
        return undefined;
    const { named, transport } = config.image;
    if (named === undefined || transport === 'docker-daemon')
        return undefined;
    const { domain } = named;
    const isForImage = (key) => `${(0,image_logins/* canonicalRegistry */.i7)(key)}/`.startsWith(`${domain}/`);
    const files = (0,image_logins/* readLogins */.rC)(env, reporter);
    const { auths, credHelpers } = (0,image_logins/* mergeLogins */.F8)(undefined, files);
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
        reporter.warn(`the login for ${domain} is in docker-credential-${program}, which a container does not have; log in with the inputs username and password, or build on the host`);
    }
    return undefined;
}
/** The daemon that the image is taken from, as far as that is known here. */
function daemonOf(config, { platform }, context) {
    if (config.strategy !== 'oci_rootfs')
        return Promise.resolve(undefined);
    const image = { reference: config.image, lock: config.imageLock };
    return (0,docker_daemon/* daemonFor */.kP)(image, platform, context);
}

// EXTERNAL MODULE: ./build/recipe/second-build.js + 1 modules
var second_build = __webpack_require__(69093);
;// CONCATENATED MODULE: ./build/recipe/in-container.js



















/** What the engine reads from its environment, and a container gets as it is. No secret of ours: those go by file. */
const PASSED = [
    ...['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL', 'NO_COLOR'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
];
/**
 * Builds as `build` does, in a container of the runner image. Directories have the same paths there as here, and what is
 * written belongs to the user of this process.
 *
 * @throws FledgeError as `build` does; `tool` if the container cannot be run.
 */
async function buildInContainer(request, options) {
    const { env, reporter, signal } = request;
    const { engine, image, workspace } = options;
    const loaded = await (0,load/* loadConfig */.Z9)(request.config);
    const template = await (0,manifest_template/* loadTemplateFor */.gK)(loaded.file, request.manifest);
    const templateFile = template === undefined ? undefined : (0,external_node_path_.resolve)(template.file);
    const { config } = loaded;
    const output = (0,external_node_path_.resolve)(request.output ?? (0,artifact_name/* defaultArtifactName */.V)(config));
    const cache = (0,sources_cache/* cacheDirectoryOf */.N2)(env, { home: external_node_os_.homedir, cwd: process.cwd() });
    (0,external_node_fs_.mkdirSync)(cache, { recursive: true });
    const plugin = { name: (0,manifest/* nameOfPlugin */.oj)(loaded, template), platform: request.platform, file: (0,external_node_path_.basename)(output) };
    const files = [loaded.file, ...(template === undefined ? [] : [template.file])];
    const log = new BuildLog(reporter, files, [...loaded.notes, ...(template?.notes ?? [])]);
    const access = await openAccess(loaded, request);
    try {
        const container = {
            ...containerFor(request, image, access),
            mounts: withoutNested([
                { source: workspace, access: 'write' },
                { source: loaded.directory, access: 'read' },
                ...(templateFile === undefined ? [] : [{ source: (0,external_node_path_.dirname)(templateFile), access: 'read' }]),
                { source: (0,external_node_path_.dirname)(output), access: 'write' },
                { source: cache, access: 'write' },
                ...access.mounts,
            ]),
            workingDirectory: isWithin(process.cwd(), workspace) ? process.cwd() : workspace,
            variables: { FLEDGE_CACHE_DIR: cache, ...access.variables },
            // The container may begin in another directory than this process.
            args: buildArguments({ ...request, manifest: request.manifest === undefined ? undefined : templateFile }, { output, config: (0,external_node_path_.resolve)(loaded.file), artifactUrl: request.artifactUrl?.(plugin) }),
        };
        reporter.step(`build in a container of ${image}`);
        const { stdout } = await (0,container_engine/* runContainer */.z)(engine, container, {
            env: clientEnvironment(env),
            onLine: (line, stream) => {
                if (stream === 'stderr')
                    log.add(line);
            },
            signal,
        });
        return parseResult(stdout.toString('utf8'));
    }
    catch (error) {
        if (signal?.aborted === true)
            throw error;
        throw log.failure(error) ?? error;
    }
    finally {
        access.close();
    }
}
/** Runs second builds (see `checkReproducible`) in containers of the runner image. */
function againInContainer(request, { engine, image, workspace }) {
    return async (args, { scratch, cwd, changed, onLine, signal }) => {
        const loaded = await (0,load/* loadConfig */.Z9)(request.config);
        const access = await openAccess(loaded, request);
        try {
            const [shell, ...words] = second_build/* OTHER_UMASK */.lk;
            const variables = second_build/* CHANGED_IN_CONTAINER */.fI.flatMap((name) => {
                const value = changed[name];
                return value === undefined ? [] : [[name, value]];
            });
            const container = {
                ...containerFor(request, image, access),
                mounts: withoutNested([
                    { source: scratch, access: 'write' },
                    // What is not copied is linked to.
                    { source: workspace, access: 'read' },
                    { source: loaded.directory, access: 'read' },
                    ...access.mounts,
                ]),
                workingDirectory: cwd,
                variables: { ...Object.fromEntries(variables), ...access.variables },
                entrypoint: shell,
                args: [...words, 'fledge', ...args],
            };
            const { stdout } = await (0,container_engine/* runContainer */.z)(engine, container, { env: clientEnvironment(request.env), onLine, signal });
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
        passedVariables: PASSED.filter((variable) => (0,sources_context/* environmentValue */.J)(env, variable) !== undefined),
    };
}
/** The arguments of a `fledge build` for the same thing as `request`. */
function buildArguments({ manifest, platform, urlBase, verify, locked, workers }, { config, output, artifactUrl }) {
    return [
        ...['build', '--json', '--config', config, '--output', output, '--platform', platform],
        ...['--verify', verify, '--workers', String(workers)],
        ...(locked ? ['--locked'] : []),
        ...(manifest === undefined ? [] : ['--manifest', manifest]),
        ...(urlBase === undefined ? [] : ['--url-base', urlBase]),
        ...(artifactUrl === undefined ? [] : ['--artifact-url', artifactUrl]),
    ];
}
/** Mounts, but for those that lie in another one that allows as much. */
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
/** Whether a path is a directory or below it; both absolute. */
function isWithin(path, directory) {
    return path === directory || path.startsWith(`${directory.replace(/\/$/, '')}/`);
}
/** The environment of the engine's client. */
function clientEnvironment(env) {
    return (0,environment/* environmentFor */.DD)('engine', env, { helpers: (0,image_logins/* credentialHelpersOf */.Yp)(env) });
}
/** What a build in a container says, line by line; its last words are its error. */
class BuildLog {
    #reporter;
    #files;
    /** What is known here of warnings about a place, by their first line. */
    #notes;
    #error = [];
    /** `files` are those in which a problem may have a place. */
    constructor(reporter, files, notes) {
        this.#reporter = reporter;
        this.#files = files;
        this.#notes = new Map(notes.map((note) => [(0,config_problems/* formatProblem */.Vw)(note).split('\n')[0] ?? '', note]));
    }
    add(said) {
        // The build in the container is told of absolute paths; here they are called as the user did.
        const line = this.#files.reduce((text, file) => text.replaceAll(`${(0,external_node_path_.resolve)(file)}:`, `${file}:`), said);
        const warning = (0,line_marks/* afterMark */.W)(line, 'warning');
        const step = (0,line_marks/* afterMark */.W)(line, 'step');
        if (this.#error.length > 0 || (0,line_marks/* afterMark */.W)(line, 'error') !== undefined)
            this.#error.push(line);
        else if (warning !== undefined)
            this.#warn(warning);
        else if (step !== undefined)
            this.#reporter.step(step);
        else if (line.trim() !== '')
            this.#reporter.info(line.trim());
    }
    #warn(message) {
        this.#reporter.warn(message, this.#notes.get(message));
    }
    /** The error of the build, if it was the build that failed and not the container. */
    failure(cause) {
        const [first, ...rest] = this.#error;
        if (first === undefined)
            return undefined;
        const at = rest.findIndex((line) => (0,line_marks/* afterMark */.W)(line, 'fix') !== undefined);
        const lines = [(0,line_marks/* afterMark */.W)(first, 'error') ?? first, ...(at < 0 ? rest : rest.slice(0, at))];
        const fix = (0,line_marks/* afterMark */.W)(rest[at] ?? '', 'fix');
        const problems = fix === undefined ? problemsIn(lines, this.#files) : undefined;
        if (problems !== undefined)
            return (0,config_problems/* problemsError */.$j)(problems);
        return new errors/* FledgeError */.aE((0,exec/* statusOf */.c2)(cause) === 2 ? 'config' : 'tool', lines.join('\n'), {
            cause,
            ...(fix !== undefined && { fix }),
        });
    }
}
/** The problems that `problemsError` has put into these lines, or undefined if they say something else as well. */
function problemsIn(lines, files) {
    const problems = [];
    for (const line of lines) {
        const [, file = '', row, column, key, message = ''] = /^(.+?):(\d+):(\d+): (?:([\w."[\]-]+): )?(.*)$/.exec(line) ?? [];
        const last = problems.at(-1);
        if (files.includes(file)) {
            problems.push({ file, line: Number(row), column: Number(column), key, message });
        }
        else if (last !== undefined) {
            const excerpt = last.excerpt === undefined ? line : `${last.excerpt}\n${line}`;
            problems[problems.length - 1] = { ...last, excerpt };
        }
        else
            return undefined;
    }
    return problems;
}
const fileSchema = schemas/* object */.Ikc({ path: schemas/* string */.YjP(), sha256: schemas/* string */.YjP() });
const resultSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    version: schemas/* string */.YjP(),
    strategy: schemas/* enum */.k5n(['initramfs', 'oci_rootfs']),
    platform: schemas/* enum */.k5n(['linux/amd64', 'linux/arm64']),
    artifact: fileSchema.extend({ format: schemas/* string */.YjP(), size: schemas/* number */.aig() }),
    manifest: fileSchema,
    checksums: schemas/* object */.Ikc({ path: schemas/* string */.YjP() }),
    provenance: schemas/* object */.Ikc({ path: schemas/* string */.YjP() }),
    inputs: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), uri: schemas/* string */.YjP(), digest: schemas/* string */.YjP() })),
    contents: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), size: schemas/* number */.aig() })),
    adjustments: schemas/* array */.YOg(schemas/* object */.Ikc({ what: schemas/* string */.YjP(), count: schemas/* number */.aig(), example: schemas/* string */.YjP() })),
    reproducible: schemas/* union */.KCZ([schemas/* object */.Ikc({ ok: schemas/* literal */.euz(true) }), schemas/* object */.Ikc({ ok: schemas/* literal */.euz(false), reason: schemas/* string */.YjP() })]),
    steps: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), ms: schemas/* number */.aig() })),
});
function parseResult(text) {
    try {
        return resultSchema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('tool', 'the container has built, and printed no result that this version understands', {
            cause: error,
            fix: 'let runner-image name the image of the same release',
        });
    }
}


/***/ }),

/***/ 69093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fI: () => (/* binding */ CHANGED_IN_CONTAINER),
  lk: () => (/* binding */ OTHER_UMASK),
  Qk: () => (/* binding */ otherVariables),
  D5: () => (/* binding */ secondBuildArguments)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/support/variables.js
/** The variables of an environment that have a value, for a child that gets these and no others. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}

;// CONCATENATED MODULE: ./build/recipe/second-build.js


/** Variables of `otherVariables` that say something in a container, too, where the rest is the image's. */
const CHANGED_IN_CONTAINER = [
    ...['HOME', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
    ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'FLEDGE_NOT_MAPPED'],
];
/** Runs what follows it with a umask that is not the one that it was started with. */
const OTHER_UMASK = [
    'sh',
    '-c',
    'case $(umask) in *077) umask 022 ;; *) umask 077 ;; esac; exec "$@"',
    'sh',
];
/** The arguments of a `fledge build` for the same thing as `request`, with another number of threads. */
function secondBuildArguments({ platform, workers, locked }, { config, manifest, output, artifactUrl }) {
    return [
        'build',
        '--json',
        ...['--config', config],
        ...(manifest === undefined ? [] : ['--manifest', manifest]),
        ...['--output', output],
        ...['--artifact-url', artifactUrl],
        ...['--platform', platform],
        ...(locked ? ['--locked'] : []),
        // What a check of the first one's file system has shown holds for the same bytes.
        ...['--verify', 'none'],
        ...['--workers', String(workers > 1 ? workers - 1 : 2)],
    ];
}
/**
 * What is different in the environment of the second build. What leads to inputs (PATH, proxies, logins) stays as it is;
 * src/tools/environment.ts says what that is.
 */
function otherVariables(env, places) {
    const { home, temporary, cache, workingDirectory } = places;
    const locale = other(env, 'LC_ALL', 'tr_TR.UTF-8', 'sv_SE.UTF-8');
    return definedVariables({
        // The one path that Node itself reads, and from the working directory.
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
    return path === undefined || path === '' ? path : (0,external_node_path_.resolve)(path);
}


/***/ }),

/***/ 94361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeTokenFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _sources_agent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29988);
/* harmony import */ var _sources_github_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46322);




/**
 * Writes the token for GitHub's API into a file that only this user can read, for another build of the same config, and
 * returns its path. Without a token, or where GitHub is not asked for anything, there is no file: undefined. `directory` is
 * scratch of the caller, who removes it.
 *
 * @throws FledgeError `usage` as `githubTokenOf` does.
 */
async function writeTokenFile({ config }, env, directory) {
    const token = (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_2__/* .isAskedOfGithub */ .BM)(config.agent) ? await (0,_sources_github_release_js__WEBPACK_IMPORTED_MODULE_3__/* .githubTokenOf */ .A)(env) : undefined;
    if (token === undefined)
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'github-token');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, token, { flag: 'wx', mode: 0o600 });
    return path;
}


/***/ }),

/***/ 34195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ afterMark)
/* harmony export */ });
/* unused harmony export LINE_MARKS */
/** What lines for people begin with. A build that another process runs is understood by these marks. */
const LINE_MARKS = { step: '•', warning: 'warning:', error: 'error:', fix: '  fix:' };
/** What follows the mark that a text begins with; undefined if it does not begin with that mark. */
function afterMark(text, kind) {
    const mark = `${LINE_MARKS[kind]} `;
    return text.startsWith(mark) ? text.slice(mark.length) : undefined;
}


/***/ }),

/***/ 78046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ensureImage: () => (/* binding */ ensureImage),
/* harmony export */   findContainerEngine: () => (/* binding */ findContainerEngine),
/* harmony export */   z: () => (/* binding */ runContainer)
/* harmony export */ });
/* unused harmony export containerArguments */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_cleanup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73776);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36419);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91200);





/**
 * docker or podman, whichever is on the PATH.
 *
 * @throws FledgeError `tool` if there is neither.
 */
async function findContainerEngine() {
    for (const name of ['docker', 'podman']) {
        const path = await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .findOnPath */ .aY)(name);
        if (path !== undefined)
            return { name, path };
    }
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', 'neither docker nor podman is on the PATH', {
        fix: 'install one of them, or build on the host itself',
    });
}
/**
 * Fetches an image, unless it is there.
 *
 * @throws FledgeError `tool` with what the engine said of it.
 */
async function ensureImage({ name, path }, image, { env, reporter, signal }) {
    const options = { env, signal };
    try {
        await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, ['image', 'inspect', (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .engineImage */ .Sg)(image)], options);
        return;
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE && error.code === 'usage')
            throw error;
    }
    reporter.step(`fetch ${image}`);
    const said = [];
    try {
        await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, ['pull', '--quiet', image], { ...options, onLine: (line) => said.push(line) });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `${name} cannot fetch ${image}: ${engineComplaint(said)}`, {
            cause: error,
            fix: `check that ${name} works here and that the image is there; log in with docker/login-action if it is private`,
        });
    }
}
/** What the engine ends with when it could not run the program (docker-run(1), podman-run(1)). */
const ENGINE_FAILED = [125, 126, 127];
/** A program that was killed: 128 and the number of SIGKILL. */
const KILLED = 137;
/** The time that a build has to tidy up, in seconds; a job that is cancelled has 7.5 before it is ended. */
const STOP_SECONDS = 3;
const STOP_TIMEOUT_MS = 5000;
/**
 * Runs a container once and returns what its program printed. It ends with this process, and when the signal aborts: the
 * client of the engine could be killed without the container noticing.
 *
 * @throws FledgeError `tool` if the container cannot be run, or its program ends with another status than 0.
 */
async function runContainer(engine, container, { env, onLine, signal }) {
    const name = `fledge-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`;
    const stop = ['stop', '-t', String(STOP_SECONDS), name];
    const remove = ['rm', '--force', name];
    const forgetCleanup = (0,_support_cleanup_js__WEBPACK_IMPORTED_MODULE_1__/* .atExit */ .sz)(() => {
        for (const args of [stop, remove])
            (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .runAtExit */ .BJ)(engine.path, args, { env, timeoutMs: STOP_TIMEOUT_MS });
    });
    const said = [];
    try {
        return await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(engine.path, containerArguments(engine, { ...container, name }), {
            env,
            onLine: (line, stream) => {
                if (stream === 'stderr')
                    said.push(line);
                onLine?.(line, stream);
            },
            signal,
        });
    }
    catch (error) {
        if (signal?.aborted === true)
            await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(engine.path, stop, { env }).catch(() => { });
        await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(engine.path, remove, { env }).catch(() => { });
        throw containerFailure(error, engine, container.image, said) ?? error;
    }
    finally {
        forgetCleanup();
    }
}
/** What kept the program from running, or from coming to its own end. */
function containerFailure(cause, { name }, image, said) {
    const status = (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .statusOf */ .c2)(cause);
    if (status === undefined)
        return undefined;
    if (ENGINE_FAILED.includes(status)) {
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `${name} cannot run a container of ${image}: ${engineComplaint(said)}`, {
            cause,
            fix: `check that ${name} works here: ${name} run --rm ${image} version`,
        });
    }
    if (status !== KILLED)
        return undefined;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `the container of ${image} was killed`, {
        cause,
        fix: 'most likely there was not enough memory: use a larger machine, or build fewer things side by side',
    });
}
/** What an engine marks as its error, or the last that it said. */
function engineComplaint(said) {
    const lines = said.map((line) => line.trim()).filter((line) => line !== '');
    const complaint = lines.find((line) => /^(?:docker: |error\b)/i.test(line)) ?? lines.at(-1) ?? 'it does not say why';
    return complaint.replace(/^(?:docker: )?(?:Error: )?/, '');
}
/**
 * The arguments that run a container once and remove it. It has no capability, also where its user is root, and gets none by
 * running a program.
 */
function containerArguments({ name: engine }, container) {
    const { image, name, user, groups, mounts, workingDirectory, passedVariables, variables, args } = container;
    const { entrypoint } = container;
    return [
        ...['run', '--rm', '--init', '--name', name],
        ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
        // podman has a user namespace, in which the user of this machine would else be root; root's own has none.
        ...(engine === 'podman' && user.uid !== 0 ? ['--userns', 'keep-id'] : ['--user', `${user.uid}:${user.gid}`]),
        ...groups.flatMap((group) => ['--group-add', String(group)]),
        ...mounts.flatMap((mount) => ['--mount', mountOption(mount)]),
        ...['--workdir', workingDirectory],
        ...(entrypoint === undefined ? [] : ['--entrypoint', entrypoint]),
        ...passedVariables.flatMap((variable) => ['--env', variable]),
        ...Object.entries(variables).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
        (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .engineImage */ .Sg)(image),
        ...args,
    ];
}
/** A value of `--mount`, which is CSV: unlike `--volume` it takes paths with colons, and creates none. */
function mountOption({ source, target = source, access }) {
    const fields = ['type=bind', `source=${source}`, `target=${target}`, ...(access === 'read' ? ['readonly'] : [])];
    return fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}


/***/ })

};
