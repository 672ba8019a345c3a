export const id = 46;
export const ids = [46,665];
export const modules = {

/***/ 20046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   againInContainer: () => (/* binding */ againInContainer),
/* harmony export */   buildInContainer: () => (/* binding */ buildInContainer)
/* harmony export */ });
/* unused harmony exports buildArguments, withoutNested */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9691);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98159);
/* harmony import */ var _config_manifest_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40578);
/* harmony import */ var _config_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93515);
/* harmony import */ var _describe_artifact_name_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(30546);
/* harmony import */ var _describe_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59875);
/* harmony import */ var _sources_cache_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8359);
/* harmony import */ var _sources_context_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(67270);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35921);
/* harmony import */ var _support_exec_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(36419);
/* harmony import */ var _support_line_marks_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(34195);
/* harmony import */ var _support_variables_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(89061);
/* harmony import */ var _tools_container_engine_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(78046);
/* harmony import */ var _second_build_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(89762);

















/** What the engine reads from its environment, and a container gets as it is. */
const PASSED = [
    ...['SOURCE_DATE_EPOCH', 'GITHUB_TOKEN', 'FLEDGE_GITHUB_API_URL', 'NO_COLOR'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
];
const DOCKER_SOCKET = '/var/run/docker.sock';
/** Where the login file of docker is in a container. */
const LOGIN_IN_CONTAINER = '/home/fledge/.docker';
/**
 * Builds as `build` does, in a container of the runner image. Directories have the same paths there as here, and what is
 * written belongs to the user of this process.
 *
 * @throws FledgeError as `build` does; `tool` if the container cannot be run.
 */
async function buildInContainer(request, options) {
    const { env, reporter, signal } = request;
    const { engine, image, workspace } = options;
    const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_3__/* .loadConfig */ .Z9)(request.config);
    const template = await (0,_config_manifest_template_js__WEBPACK_IMPORTED_MODULE_4__/* .loadTemplateFor */ .gK)(loaded.file, request.manifest);
    const templateFile = template === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(template.file);
    const { config } = loaded;
    const output = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(request.output ?? (0,_describe_artifact_name_js__WEBPACK_IMPORTED_MODULE_14__/* .defaultArtifactName */ .V)(config));
    const cache = (0,_sources_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .cacheDirectoryOf */ .N2)(env, { home: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), cwd: process.cwd() });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(cache, { recursive: true });
    const plugin = { name: (0,_describe_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOfPlugin */ .oj)(loaded, template), platform: request.platform, file: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(output) };
    const access = accessOf(loaded, env);
    const container = {
        ...containerFor(request, image, access),
        mounts: withoutNested([
            { source: workspace, access: 'write' },
            { source: loaded.directory, access: 'read' },
            ...(templateFile === undefined ? [] : [{ source: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(templateFile), access: 'read' }]),
            { source: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(output), access: 'write' },
            { source: cache, access: 'write' },
            ...access.mounts,
        ]),
        workingDirectory: isWithin(process.cwd(), workspace) ? process.cwd() : workspace,
        variables: { FLEDGE_CACHE_DIR: cache, ...access.variables },
        // The container may begin in another directory than this process.
        args: buildArguments({ ...request, manifest: request.manifest === undefined ? undefined : templateFile }, { output, config: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(loaded.file), artifactUrl: request.artifactUrl?.(plugin) }),
    };
    reporter.step(`build in a container of ${image}`);
    const files = [loaded.file, ...(template === undefined ? [] : [template.file])];
    const log = new BuildLog(reporter, files, [...loaded.notes, ...(template?.notes ?? [])]);
    try {
        const { stdout } = await (0,_tools_container_engine_js__WEBPACK_IMPORTED_MODULE_12__/* .runContainer */ .z)(engine, container, {
            env: withValues(env),
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
}
/** Runs second builds (see `checkReproducible`) in containers of the runner image. */
function againInContainer(request, { engine, image, workspace }) {
    return async (args, { scratch, cwd, env, onLine, signal }) => {
        const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_3__/* .loadConfig */ .Z9)(request.config);
        const access = accessOf(loaded, request.env);
        const [shell, ...words] = _second_build_js__WEBPACK_IMPORTED_MODULE_13__/* .OTHER_UMASK */ .lk;
        const changed = _second_build_js__WEBPACK_IMPORTED_MODULE_13__/* .CHANGED_IN_CONTAINER */ .fI.flatMap((name) => {
            const value = env[name];
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
            variables: { ...Object.fromEntries(changed), ...access.variables },
            entrypoint: shell,
            args: [...words, 'fledge', ...args],
        };
        const { stdout } = await (0,_tools_container_engine_js__WEBPACK_IMPORTED_MODULE_12__/* .runContainer */ .z)(engine, container, { env: withValues(request.env), onLine, signal });
        return stdout;
    };
}
function accessOf({ config }, env) {
    const login = loginOf(env);
    const socket = dockerSocketOf(config);
    return {
        mounts: [
            ...(login === undefined ? [] : [login.mount]),
            ...(socket === undefined ? [] : [{ source: socket, access: 'write' }]),
        ],
        groups: socket === undefined ? [] : [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(socket).gid],
        variables: { ...login?.variables },
    };
}
function containerFor({ env }, image, { groups }) {
    return {
        image,
        user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
        groups,
        passedVariables: PASSED.filter((variable) => (0,_sources_context_js__WEBPACK_IMPORTED_MODULE_8__/* .environmentValue */ .J)(env, variable) !== undefined),
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
function loginOf(env) {
    const named = (0,_sources_context_js__WEBPACK_IMPORTED_MODULE_8__/* .environmentValue */ .J)(env, 'REGISTRY_AUTH_FILE');
    if (named !== undefined) {
        const source = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(named);
        return { mount: { source, access: 'read' }, variables: { REGISTRY_AUTH_FILE: source } };
    }
    const home = (0,_sources_context_js__WEBPACK_IMPORTED_MODULE_8__/* .environmentValue */ .J)(env, 'HOME') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
    const source = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,_sources_context_js__WEBPACK_IMPORTED_MODULE_8__/* .environmentValue */ .J)(env, 'DOCKER_CONFIG') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.docker'), 'config.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(source))
        return undefined;
    return {
        mount: { source, target: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(LOGIN_IN_CONTAINER, 'config.json'), access: 'read' },
        variables: { DOCKER_CONFIG: LOGIN_IN_CONTAINER },
    };
}
/** The local Docker daemon, for images that may be there. */
function dockerSocketOf(config) {
    if (config.strategy !== 'oci_rootfs')
        return undefined;
    const { transport } = config.image;
    const isWanted = transport === undefined || transport === 'docker-daemon';
    return isWanted && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(DOCKER_SOCKET) ? DOCKER_SOCKET : undefined;
}
/** The environment of the engine's client: this process's, with the values that the request has. */
function withValues(env) {
    return (0,_support_variables_js__WEBPACK_IMPORTED_MODULE_15__/* .definedVariables */ .J)({ ...process.env, ...env });
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
        this.#notes = new Map(notes.map((note) => [(0,_config_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .formatProblem */ .Vw)(note).split('\n')[0] ?? '', note]));
    }
    add(said) {
        // The build in the container is told of absolute paths; here they are called as the user did.
        const line = this.#files.reduce((text, file) => text.replaceAll(`${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(file)}:`, `${file}:`), said);
        const warning = (0,_support_line_marks_js__WEBPACK_IMPORTED_MODULE_11__/* .afterMark */ .W)(line, 'warning');
        const step = (0,_support_line_marks_js__WEBPACK_IMPORTED_MODULE_11__/* .afterMark */ .W)(line, 'step');
        if (this.#error.length > 0 || (0,_support_line_marks_js__WEBPACK_IMPORTED_MODULE_11__/* .afterMark */ .W)(line, 'error') !== undefined)
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
        const at = rest.findIndex((line) => (0,_support_line_marks_js__WEBPACK_IMPORTED_MODULE_11__/* .afterMark */ .W)(line, 'fix') !== undefined);
        const lines = [(0,_support_line_marks_js__WEBPACK_IMPORTED_MODULE_11__/* .afterMark */ .W)(first, 'error') ?? first, ...(at < 0 ? rest : rest.slice(0, at))];
        const fix = (0,_support_line_marks_js__WEBPACK_IMPORTED_MODULE_11__/* .afterMark */ .W)(rest[at] ?? '', 'fix');
        const problems = fix === undefined ? problemsIn(lines, this.#files) : undefined;
        if (problems !== undefined)
            return (0,_config_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemsError */ .$j)(problems);
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .FledgeError */ .aE((0,_support_exec_js__WEBPACK_IMPORTED_MODULE_10__/* .statusOf */ .c2)(cause) === 2 ? 'config' : 'tool', lines.join('\n'), {
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
const fileSchema = zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP() });
const resultSchema = zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP(),
    strategy: zod__WEBPACK_IMPORTED_MODULE_16__/* ["enum"] */ .k5n(['initramfs', 'oci_rootfs']),
    platform: zod__WEBPACK_IMPORTED_MODULE_16__/* ["enum"] */ .k5n(['linux/amd64', 'linux/arm64']),
    artifact: fileSchema.extend({ format: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_16__/* .number */ .aig() }),
    manifest: fileSchema,
    checksums: zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP() }),
    provenance: zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP() }),
    inputs: zod__WEBPACK_IMPORTED_MODULE_16__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP(), uri: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP() })),
    contents: zod__WEBPACK_IMPORTED_MODULE_16__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_16__/* .number */ .aig() })),
    adjustments: zod__WEBPACK_IMPORTED_MODULE_16__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({ what: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP(), count: zod__WEBPACK_IMPORTED_MODULE_16__/* .number */ .aig(), example: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP() })),
    reproducible: zod__WEBPACK_IMPORTED_MODULE_16__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_16__/* .literal */ .euz(true) }), zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_16__/* .literal */ .euz(false), reason: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP() })]),
    steps: zod__WEBPACK_IMPORTED_MODULE_16__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_16__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_16__/* .string */ .YjP(), ms: zod__WEBPACK_IMPORTED_MODULE_16__/* .number */ .aig() })),
});
function parseResult(text) {
    try {
        return resultSchema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .FledgeError */ .aE('tool', 'the container has built, and printed no result that this version understands', {
            cause: error,
            fix: 'let runner-image name the image of the same release',
        });
    }
}


/***/ }),

/***/ 89762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ secondBuildArguments),
/* harmony export */   fI: () => (/* binding */ CHANGED_IN_CONTAINER),
/* harmony export */   kg: () => (/* binding */ otherEnvironment),
/* harmony export */   lk: () => (/* binding */ OTHER_UMASK)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89061);


/** Variables of `otherEnvironment` that say something in a container, too, where the rest is the image's. */
const CHANGED_IN_CONTAINER = [
    ...['HOME', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
    ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'NO_COLOR'],
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
 * The environment of the second build: what leads to inputs (PATH, proxies, tokens, logins) stays as it is, and what
 * must not matter is different.
 */
function otherEnvironment(env, places) {
    const { home, temporary, cache, workingDirectory } = places;
    const locale = other(env, 'LC_ALL', 'tr_TR.UTF-8', 'sv_SE.UTF-8');
    const changed = {
        ...env,
        // The one path that Node itself reads, and from the working directory.
        NODE_EXTRA_CA_CERTS: absolute(env['NODE_EXTRA_CA_CERTS']),
        HOME: home,
        PWD: workingDirectory,
        OLDPWD: undefined,
        TMPDIR: temporary,
        TMP: temporary,
        TEMP: temporary,
        FLEDGE_CACHE_DIR: cache,
        XDG_CACHE_HOME: cache,
        TZ: other(env, 'TZ', 'Pacific/Kiritimati', 'America/St_Johns'),
        LC_ALL: locale,
        LANG: locale,
        LANGUAGE: undefined,
        USER: other(env, 'USER', 'somebody', 'anybody'),
        LOGNAME: other(env, 'LOGNAME', 'somebody', 'anybody'),
        HOSTNAME: other(env, 'HOSTNAME', 'elsewhere', 'somewhere'),
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
    };
    return (0,_support_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .definedVariables */ .J)(changed);
}
function other(env, name, first, second) {
    return env[name] === first ? second : first;
}
function absolute(path) {
    return path === undefined || path === '' ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path);
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
        await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, ['image', 'inspect', image], options);
        return;
    }
    catch {
        signal?.throwIfAborted();
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
    const forgetCleanup = (0,_support_cleanup_js__WEBPACK_IMPORTED_MODULE_1__/* .atExit */ .s)(() => {
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
/** The arguments that run a container once and remove it, without a privilege that the user does not have. */
function containerArguments({ name: engine }, container) {
    const { image, name, user, groups, mounts, workingDirectory, passedVariables, variables, args } = container;
    const { entrypoint } = container;
    return [
        ...['run', '--rm', '--init', '--name', name],
        // podman has a user namespace, in which the user of this machine would else be root; root's own has none.
        ...(engine === 'podman' && user.uid !== 0 ? ['--userns', 'keep-id'] : ['--user', `${user.uid}:${user.gid}`]),
        ...groups.flatMap((group) => ['--group-add', String(group)]),
        ...mounts.flatMap((mount) => ['--mount', mountOption(mount)]),
        ...['--workdir', workingDirectory],
        ...(entrypoint === undefined ? [] : ['--entrypoint', entrypoint]),
        ...passedVariables.flatMap((variable) => ['--env', variable]),
        ...Object.entries(variables).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
        image,
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
