export const id = 790;
export const ids = [790];
export const modules = {

/***/ 7126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   is: () => (/* binding */ inputSchema)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9691);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88532);
/* harmony import */ var _config_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61341);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1318);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62625);







const MODES = ['build', 'plan', 'compare', 'setup'];
/** Inputs whose values are nobody's to see. */
const SECRET_INPUTS = ['password', 'token'];
const DOCKER_HUB = 'docker.io';
/** As `core.getBooleanInput` reads them (YAML 1.2, core schema). */
const BOOLEANS = new Map([
    ...['true', 'True', 'TRUE'].map((text) => [text, true]),
    ...['false', 'False', 'FALSE'].map((text) => [text, false]),
]);
const text = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional();
const flag = (byDefault) => zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .default(byDefault)
    .transform((value, context) => {
    const known = BOOLEANS.get(value);
    if (known !== undefined)
        return known;
    context.issues.push({ code: 'custom', input: value, message: `expected true or false, found ${quote(value)}` });
    return zod__WEBPACK_IMPORTED_MODULE_5__/* .NEVER */ .tm;
});
const choice = (values) => zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(values, { error: ({ input }) => unknownChoice(String(input), values) });
/** Every input by its name, with its default; a test holds action.yml to it. */
const inputSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    mode: choice(MODES).default('build'),
    config: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().default('fledge.toml'),
    manifest: text,
    'output-dir': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().default('dist'),
    platform: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .transform(linesOf)
        .pipe(zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(choice(_support_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .PLATFORMS */ .P)))
        .optional(),
    runner: choice(['auto', 'host', 'container']).default('auto'),
    'runner-image': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().superRefine(requireImageName).optional(),
    registry: text,
    username: text,
    password: text,
    'url-base': text,
    locked: flag('false'),
    verify: choice(['none', 'fsck', 'full']).default('fsck'),
    reproducible: choice(['off', 'check']).default('off'),
    upload: choice(['artifact', 'release', 'both', 'none']).default('artifact'),
    'artifact-name': text,
    'retention-days': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^[1-9]\d{0,3}$/, { error: ({ input }) => `expected a number of days, found ${quote(String(input))}` })
        .transform(Number)
        .optional(),
    overwrite: flag('false'),
    'release-tag': text,
    token: text,
    cache: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().default('true').transform(cacheOf),
    left: text,
    right: text,
    summary: flag('true'),
});
/**
 * Reads and checks the inputs of this step. Secrets among them are masked in the log before anything else is done, and
 * taken out of the environment, so that no program that is started inherits them.
 *
 * @throws FledgeError `usage` with everything that is wrong.
 */
function readInputs() {
    const given = Object.fromEntries(
    // An empty input is one that was not given: `${{ inputs.tag }}` of a workflow that has none.
    Object.keys(inputSchema.shape).map((name) => [name, _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name) || undefined]));
    for (const name of SECRET_INPUTS)
        hideSecret(name, given[name]);
    const parsed = inputSchema.safeParse(given);
    const problems = (parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`);
    problems.push(...contradictionsOf(given));
    if (problems.length > 0 || parsed.data === undefined) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('usage', problems.map((problem) => `input ${problem}`).join('\n'));
    }
    return inputsOf(parsed.data);
}
/** Lets the runner mask a value in everything that is printed from now on. */
function maskSecret(value) {
    // A secret of several lines would be masked only as a whole.
    for (const line of new Set([value, ...value.split(/\r?\n/)]))
        if (line.trim() !== '')
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(line);
}
function hideSecret(name, value) {
    if (value === undefined)
        return;
    maskSecret(value);
    delete process.env[`INPUT_${name.toUpperCase()}`];
}
function inputsOf(raw) {
    const { username, password, upload } = raw;
    const platform = raw.platform?.[0] ?? (0,_support_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .hostPlatform */ .o)();
    const uploadRelease = upload === 'release' || upload === 'both';
    const warnings = [
        ...(raw.registry !== undefined && password === undefined
            ? [`nobody is logged in at ${raw.registry}: username and password are empty, as secrets are for a fork`]
            : []),
        ...(uploadRelease && raw['url-base'] !== undefined
            ? ['url-base has no effect: in a release, the manifest has the address of the asset']
            : []),
    ];
    return {
        mode: raw.mode,
        config: linesOf(raw.config),
        manifest: raw.manifest,
        outputDirectory: raw['output-dir'],
        platform,
        platforms: raw.platform ?? [platform],
        runner: raw.runner,
        runnerImage: raw['runner-image'],
        login: username === undefined || password === undefined
            ? undefined
            : { registry: registryOf(raw.registry ?? DOCKER_HUB), username, password },
        urlBase: raw['url-base'],
        locked: raw.locked,
        verify: raw.verify,
        reproducible: raw.reproducible,
        uploadArtifact: upload === 'artifact' || upload === 'both',
        uploadRelease,
        artifactName: raw['artifact-name'],
        retentionDays: raw['retention-days'],
        overwrite: raw.overwrite,
        releaseTag: raw['release-tag'],
        token: raw.token,
        cache: raw.cache,
        left: raw.left,
        right: raw.right,
        summary: raw.summary,
        warnings,
    };
}
/** What is right by itself and wrong together. */
function contradictionsOf(given) {
    const problems = [];
    const isCompare = given['mode'] === 'compare';
    for (const side of ['left', 'right']) {
        if (isCompare && given[side] === undefined)
            problems.push(`${side}: missing; mode compare compares left with right`);
        if (!isCompare && given[side] !== undefined)
            problems.push(`${side}: only for mode compare; set mode: compare`);
    }
    if (given['mode'] !== 'plan' && linesOf(given['platform'] ?? '').length > 1) {
        problems.push('platform: only mode plan takes several; use the matrix that it makes');
    }
    const { username, password } = given;
    if (username !== undefined && password === undefined) {
        problems.push('password: missing, and there is a username; a secret is empty in a run for a fork');
    }
    if (password !== undefined && username === undefined)
        problems.push('username: missing, and there is a password');
    return problems;
}
function linesOf(value) {
    return value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** People write `https://ghcr.io/`, too. */
function registryOf(value) {
    return value.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}
/** The name goes to docker's command line: it must be one that docker knows for an image, and nothing else. */
function requireImageName(value, { addIssue }) {
    const parsed = (0,_config_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(value);
    if (parsed.ok && parsed.image.transport === undefined)
        return;
    const why = parsed.ok ? 'write the image without a transport' : parsed.message;
    addIssue({ code: 'custom', message: `expected a container image, found ${quote(value)}: ${why}` });
}
/** A boolean, or `always`. */
function cacheOf(value, context) {
    const known = BOOLEANS.get(value);
    if (known !== undefined)
        return known ? 'on' : 'off';
    if (value === 'always')
        return value;
    context.addIssue({ code: 'custom', message: `expected true, false or always, found ${quote(value)}` });
    return zod__WEBPACK_IMPORTED_MODULE_5__/* .NEVER */ .tm;
}
function unknownChoice(found, values) {
    const suggestion = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_6__/* .nearest */ .p)(found, values);
    const hint = suggestion === undefined ? '' : `; did you mean ${quote(suggestion)}?`;
    return `expected ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_7__/* .listWithOr */ .CO)(values)}, found ${quote(found)}${hint}`;
}
function quote(value) {
    return JSON.stringify(value);
}


/***/ }),

/***/ 80790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _github_addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25362);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_scratch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1022);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7126);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90862);





/** What each mode does; only its own code is loaded. */
const MODES = {
    build: async () => (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(30), __webpack_require__.e(774), __webpack_require__.e(884)]).then(__webpack_require__.bind(__webpack_require__, 33884))).buildPlugins,
    plan: async () => (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(30), __webpack_require__.e(939)]).then(__webpack_require__.bind(__webpack_require__, 20939))).planMatrix,
    compare: async () => (await Promise.all(/* import() */[__webpack_require__.e(761), __webpack_require__.e(930)]).then(__webpack_require__.bind(__webpack_require__, 64051))).compareSides,
    setup: async () => (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(30), __webpack_require__.e(774), __webpack_require__.e(437)]).then(__webpack_require__.bind(__webpack_require__, 9437))).setUpTools,
};
/** Modes that read files and start no tool, and therefore run on every operating system. */
const PORTABLE_MODES = ['plan', 'compare'];
/**
 * Does what the inputs of this step ask for.
 *
 * @throws every failure; none of them was reported before.
 */
async function run(reporter) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .Ko)();
    for (const warning of inputs.warnings)
        reporter.warn(warning);
    requireLinuxFor(inputs.mode);
    const directory = (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .createStepDirectory */ .MM)(process.env);
    // Post removes the temporary files of a build that was killed from there. A workflow sets TMPDIR to use another disk.
    if (process.env['TMPDIR'] === undefined)
        (0,_support_files_scratch_js__WEBPACK_IMPORTED_MODULE_2__/* .setTemporaryRoot */ .aN)(directory);
    const runMode = await MODES[inputs.mode]();
    await runMode(inputs, { env: environmentOf(inputs, directory), reporter, directory });
}
function requireLinuxFor(mode) {
    if (process.platform === 'linux' || PORTABLE_MODES.includes(mode))
        return;
    const here = process.platform === 'win32' ? 'Windows' : process.platform === 'darwin' ? 'macOS' : process.platform;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `mode ${mode} needs a Linux runner; on ${here}, mode plan and mode compare work`, {
        fix: 'set runs-on: ubuntu-latest, or ubuntu-24.04-arm for linux/arm64',
    });
}
/**
 * The environment of builds. Kestrel's release is on github.com: the token of another server would be refused there,
 * where no token is needed.
 */
function environmentOf({ token }, temporaryRoot) {
    const env = { TMPDIR: temporaryRoot, ...process.env };
    const isPublicGithub = (env['GITHUB_SERVER_URL'] ?? _github_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .PUBLIC_SERVER */ .Ag) === _github_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .PUBLIC_SERVER */ .Ag;
    const isTokenForReleases = isPublicGithub || env['FLEDGE_GITHUB_API_URL'] !== undefined;
    return token === undefined || !isTokenForReleases ? env : { GITHUB_TOKEN: token, ...env };
}


/***/ }),

/***/ 59559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   d9: () => (/* binding */ RUNNER_USER_FIX),
/* harmony export */   fM: () => (/* binding */ addPath),
/* harmony export */   lK: () => (/* binding */ requireRunnerFiles),
/* harmony export */   uH: () => (/* binding */ setOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33838);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** A user id of one's own in `container:` is what usually keeps a step from the runner's files. */
const RUNNER_USER_FIX = "run the step as the user whose file it is; in a job with container:, set options: --user 1001 (the user of GitHub's runners) or --user 0";
/**
 * Makes sure, before any work, that the step can tell the runner what it will have made.
 *
 * @throws FledgeError `output` that names the file and what to do.
 */
function requireRunnerFiles() {
    for (const variable of ['GITHUB_STATE', 'GITHUB_OUTPUT']) {
        const path = process.env[variable] || undefined;
        // Without O_CREAT: the runner has created it.
        if (path !== undefined)
            attempt(variable, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_APPEND)));
    }
}
/** Sets an output of the step. @throws FledgeError `output` if the runner's file cannot be written. */
function setOutput(name, value) {
    attempt('GITHUB_OUTPUT', () => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH(name, value));
}
/** Leaves a value for post. @throws FledgeError `output` if the runner's file cannot be written. */
function saveState(name, value) {
    attempt('GITHUB_STATE', () => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(name, value));
}
/** Puts a directory on the PATH of later steps. @throws FledgeError `output` if the runner's file cannot be written. */
function addPath(directory) {
    attempt('GITHUB_PATH', () => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .addPath */ .fM(directory));
}
function attempt(variable, action) {
    try {
        action();
    }
    catch (error) {
        const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOfCode */ .Hx)((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error)) ?? (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
        const path = process.env[variable] ?? '';
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot write the runner's file ${path} (${variable}): ${reason}`, {
            cause: error,
            fix: RUNNER_USER_FIX,
        });
    }
}


/***/ }),

/***/ 90862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ saveThatAllWasBuilt),
/* harmony export */   MM: () => (/* binding */ createStepDirectory),
/* harmony export */   VP: () => (/* binding */ saveCacheState)
/* harmony export */ });
/* unused harmony exports stepDirectoryOfMain, cacheStateOfMain, wasAllBuilt */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33838);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32026);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59559);








/** What main leaves for post, by name. */
const STATE = { directory: 'directory', cache: 'cache', built: 'built' };
/**
 * Creates the directory of this step below RUNNER_TEMP. Post knows of it before anything is in it, and finds it however
 * main ends.
 *
 * @throws FledgeError `output` if it cannot be created, or the runner cannot be told of it.
 */
function createStepDirectory(env) {
    (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .requireRunnerFiles */ .lK)();
    const directory = makeDirectory((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .a)(env, 'RUNNER_TEMP') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)());
    try {
        (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .saveState */ .LZ)(STATE.directory, directory);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(directory);
        throw error;
    }
    return directory;
}
function makeDirectory(parent) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_5__/* .STEP_DIRECTORY */ .ji));
    }
    catch (error) {
        const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOfCode */ .Hx)((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error)) ?? String(error);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot create a directory in ${parent} (RUNNER_TEMP): ${reason}`, {
            cause: error,
            fix: _runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .RUNNER_USER_FIX */ .d9,
        });
    }
}
/** The directory that `createStepDirectory` made, or undefined if main did not come that far. */
function stepDirectoryOfMain() {
    return core.getState(STATE.directory) || undefined;
}
/** Leaves a JSON document about the cache for post. */
function saveCacheState(document) {
    (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .saveState */ .LZ)(STATE.cache, JSON.stringify(document));
}
/** What `saveCacheState` left last. */
function cacheStateOfMain() {
    const text = core.getState(STATE.cache);
    return text === '' ? undefined : JSON.parse(text);
}
/** Tells post that every build came to its end, so that what none of them used is of no use. */
function saveThatAllWasBuilt() {
    (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .saveState */ .LZ)(STATE.built, 'all');
}
/** Whether `saveThatAllWasBuilt` was called. */
function wasAllBuilt() {
    return core.getState(STATE.built) === 'all';
}


/***/ }),

/***/ 25326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rl: () => (/* binding */ IMAGE_PATTERN),
/* harmony export */   o_: () => (/* binding */ parseImageReference)
/* harmony export */ });
/* unused harmony export TRANSPORTS */
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1318);

/** Transports of containers-transports(5) that fledge.toml takes. */
const TRANSPORTS = [
    'docker',
    'docker-daemon',
    'docker-archive',
    'oci',
    'oci-archive',
    'dir',
    'containers-storage',
];
// The grammar of github.com/distribution/reference, reference.go.
const PATH_COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const DOMAIN_COMPONENT = '(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])';
const HOST = `(?:${DOMAIN_COMPONENT}(?:\\.${DOMAIN_COMPONENT})*|\\[[0-9A-Fa-f:]+\\])`;
const TAG = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const NAME = `(?:${HOST}(?::[0-9]+)?/)?${PATH_COMPONENT}(?:/${PATH_COMPONENT})*`;
const NAMED = `${NAME}(?::${TAG})?(?:@${DIGEST})?`;
/** What begins a reference to a path, in which there may be spaces. */
const PATH_PREFIX = /^(?:docker-archive|oci|oci-archive|dir):[^ ]/;
const NAME_PATTERN = new RegExp(`^${NAME}$`);
const TAG_PATTERN = new RegExp(`^${TAG}$`);
const DIGEST_PATTERN = new RegExp(`^${DIGEST}$`);
/** Every image that `parseImageReference` accepts matches this; JSON Schema has it as `pattern`. */
const IMAGE_PATTERN = `^(?:(?:docker://|docker-daemon:)?${NAMED}|docker-daemon:${DIGEST}` +
    '|(?:docker-archive|oci|oci-archive):[^:\\s](?:[ \\S]*\\S)?|dir:\\S(?:[ \\S]*\\S)?|containers-storage:[^\\s[\\]]+)$';
const IMAGE_ID = /^[0-9a-f]{64}$/;
/** Where an image is in an archive or a layout, from 0. */
const MEMBER_INDEX = /^@(?:0|[1-9][0-9]{0,5})$/;
/** docker's limit for a repository name with its domain. */
const MAX_NAME_LENGTH = 255;
/** PATH_MAX, with room for a transport. */
const MAX_TEXT_LENGTH = 4200;
/** Reads `[source] image`: a plain reference, or one with a transport of containers-transports(5). */
function parseImageReference(text) {
    if (text === '')
        return fail('must not be empty');
    if (text.length > MAX_TEXT_LENGTH)
        return fail(`has more than ${MAX_TEXT_LENGTH} characters`);
    if (/\p{Cc}|[^\S ]|^ | $/u.test(text))
        return fail('must not hold control characters, or spaces at an end');
    if (/^(?:\.{0,2}\/|~)/.test(text)) {
        return fail('begins like a path; an image on this machine is named with its kind in front: oci:PATH, oci-archive:PATH, docker-archive:PATH or dir:PATH');
    }
    if (text.includes(' ') && !PATH_PREFIX.test(text))
        return fail('must not hold spaces');
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1];
    if (scheme === 'http' || scheme === 'https') {
        return fail('is a URL; write the image without it', text.slice(scheme.length + 3).replace(/\/+$/, ''));
    }
    if (scheme !== undefined && scheme !== 'docker') {
        const isKnown = TRANSPORTS.some((name) => name === scheme);
        if (!isKnown)
            return unknownTransport(scheme);
        return fail(`${scheme}: is written without //`, text.replace('://', ':'));
    }
    if (scheme === 'docker')
        return withNamed(text, 'docker', text.slice('docker://'.length));
    const prefix = /^([a-z-]+):/.exec(text)?.[1] ?? '';
    const rest = text.slice(prefix.length + 1);
    switch (prefix) {
        case 'docker-daemon':
            return parseDaemon(text, rest);
        case 'docker-archive':
        case 'oci':
        case 'oci-archive':
        case 'dir':
            return parsePath(text, prefix, rest);
        case 'containers-storage':
            return parseStorage(text, rest);
        case 'docker':
            // docker: alone is the image of that name, as in docker:dind; with a slash behind it, it is no name.
            return rest.includes('/') && !/^[0-9]+\//.test(rest)
                ? fail('docker: is written with //', `docker://${rest}`)
                : withNamed(text, undefined, text);
        default:
            return isMistypedTransport(prefix) ? unknownTransport(prefix) : withNamed(text, undefined, text);
    }
}
function parseDaemon(text, rest) {
    const id = idOf(rest);
    if (id !== undefined)
        return succeed(text, 'docker-daemon', { id, baseName: 'image' });
    if (/^sha(?:256|384|512):/.test(rest)) {
        return fail('the id of an image is "sha256:" and 64 lower-case hex digits; docker image inspect prints it');
    }
    const parsed = withNamed(text, 'docker-daemon', rest);
    if (!parsed.ok || parsed.image.named === undefined)
        return parsed;
    const { tag, digest } = parsed.image.named;
    if (tag !== undefined || digest !== undefined)
        return parsed;
    return fail('docker-daemon: needs a tag or a digest', `${text}:latest`);
}
function parsePath(text, transport, rest) {
    const colon = transport === 'dir' ? -1 : rest.indexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const member = colon < 0 ? undefined : rest.slice(colon + 1);
    if (path === '')
        return fail(`needs a path after ${transport}:`);
    if (member === '')
        return fail('ends in a colon; name the image after it, or leave it out');
    if (/@sha(?:256|512)$/.test(path) && member !== undefined && /^[0-9a-f]{32,}$/.test(member)) {
        return fail('cannot be held to a digest; name the image in it behind a colon, or leave that out');
    }
    if (member?.startsWith('@') && !MEMBER_INDEX.test(member)) {
        return fail(`${JSON.stringify(member)} is not a place in the archive; the first image in it is @0`);
    }
    if (transport === 'docker-archive' && member !== undefined && !member.startsWith('@')) {
        const parsed = withNamed(text, undefined, member);
        if (!parsed.ok)
            return parsed;
        if (parsed.image.named?.digest !== undefined) {
            return fail('docker-archive: cannot be held to the digest of a manifest, which such an archive does not have');
        }
        return succeed(text, transport, { path, member, baseName: parsed.image.baseName });
    }
    return succeed(text, transport, { path, member, baseName: baseNameOfPath(path) });
}
function parseStorage(text, rest) {
    if (rest === '')
        return fail('needs an image after containers-storage:');
    if (/[[\]]/.test(rest)) {
        return fail('must not say which storage to use: its options name directories and programs of this machine; let CONTAINERS_STORAGE_CONF name a storage.conf that has them');
    }
    const whole = idOf(rest) ?? idOf(rest.replace(/^@/, ''));
    if (whole !== undefined)
        return succeed(text, 'containers-storage', { id: whole, baseName: 'image' });
    if (/^[0-9a-f]{12}$/.test(rest))
        return fail('is a shortened image id; write all 64 digits of it');
    const at = rest.lastIndexOf('@');
    const id = at < 0 || rest.includes(':', at) ? undefined : rest.slice(at + 1);
    if (id !== undefined && !IMAGE_ID.test(id)) {
        return fail(`${JSON.stringify(id)} is neither a digest, such as sha256:…, nor the 64 lower-case hex digits of an id`);
    }
    const parsed = withNamed(text, undefined, id === undefined ? rest : rest.slice(0, at));
    if (!parsed.ok)
        return parsed;
    const { named: stored, baseName } = parsed.image;
    return succeed(text, 'containers-storage', { stored, id, baseName });
}
/** The hex digits of an image's id, if that is what the text is. */
function idOf(text) {
    return IMAGE_ID.exec(text.replace(/^sha256:/, ''))?.[0];
}
function withNamed(text, transport, reference) {
    const at = reference.indexOf('@');
    const digest = at < 0 ? undefined : reference.slice(at + 1);
    const beforeDigest = at < 0 ? reference : reference.slice(0, at);
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    if (name === '')
        return fail('has no name');
    if (DIGEST_PATTERN.test(reference) && /:[0-9a-fA-F]{64}$/.test(reference)) {
        return fail('is a digest alone; write it behind the name, as in name@sha256:…');
    }
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const hasDomain = first === 'localhost' || /[.:]/.test(first);
    const repository = hasDomain ? name.slice(slash + 1) : name;
    if (/[A-Z]/.test(repository)) {
        return fail('repository names are lower case', text.replace(repository, repository.toLowerCase()));
    }
    if (!NAME_PATTERN.test(name))
        return fail(`${JSON.stringify(name)} is not a valid image name`);
    if (tag !== undefined && !TAG_PATTERN.test(tag))
        return fail(`${JSON.stringify(tag)} is not a valid tag`);
    const digestProblem = digest === undefined ? undefined : problemOfDigest(digest);
    if (digestProblem !== undefined)
        return fail(digestProblem);
    if (/^[0-9a-f]{64}$/.test(name))
        return fail('is an image id; name the image instead');
    const domain = hasDomain && first !== 'index.docker.io' ? first : 'docker.io';
    const fullRepository = domain === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository;
    if (domain.length + 1 + fullRepository.length > MAX_NAME_LENGTH) {
        return fail(`has a name of more than ${MAX_NAME_LENGTH} characters`);
    }
    return succeed(text, transport, {
        named: { domain, repository: fullRepository, tag, digest },
        baseName: repository.slice(repository.lastIndexOf('/') + 1),
    });
}
function problemOfDigest(digest) {
    if (!DIGEST_PATTERN.test(digest))
        return `${JSON.stringify(digest)} is not a valid digest, such as sha256:…`;
    const [algorithm = '', hex = ''] = digest.split(':');
    const length = algorithm === 'sha256' ? 64 : algorithm === 'sha384' ? 96 : algorithm === 'sha512' ? 128 : undefined;
    if (length !== undefined && hex.length !== length) {
        return `the digest has ${hex.length} hex digits; ${algorithm} has ${length}`;
    }
    return hex === hex.toLowerCase() ? undefined : 'the hex digits of a digest are lower case';
}
/** Short names such as `oci` are close to ordinary image names; long ones are close to nothing but their typos. */
function isMistypedTransport(prefix) {
    const near = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(prefix, TRANSPORTS.filter((name) => name.includes('-')));
    return near !== undefined && near.length >= 10;
}
function unknownTransport(name) {
    const near = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, TRANSPORTS);
    return fail(`${JSON.stringify(name)} is not a transport that fledge knows`, near);
}
function baseNameOfPath(path) {
    const last = path
        .split('/')
        .filter((part) => part !== '' && part !== '.' && part !== '..')
        .at(-1) ?? 'image';
    return last.replace(/\.(?:tar|oci|tgz|tar\.gz|tar\.zst)$/i, '').replaceAll(' ', '-');
}
function succeed(text, transport, parts) {
    const { named, stored, id, path, member, baseName } = parts;
    return { ok: true, image: { text, transport, named, stored, id, path, member, baseName } };
}
function fail(message, suggestion) {
    return suggestion === undefined ? { ok: false, message } : { ok: false, message, suggestion };
}


/***/ }),

/***/ 25362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ PUBLIC_SERVER),
/* harmony export */   Bl: () => (/* binding */ PUBLIC_API),
/* harmony export */   TQ: () => (/* binding */ releaseAssetUrl),
/* harmony export */   jt: () => (/* binding */ sourceApiOf),
/* harmony export */   zz: () => (/* binding */ apiAddress)
/* harmony export */ });
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13567);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);



/** GitHub's REST API. */
const PUBLIC_API = 'https://api.github.com';
/** GitHub's web site. */
const PUBLIC_SERVER = 'https://github.com';
/**
 * The API that has the releases of sources: FLEDGE_GITHUB_API_URL, or the public one.
 *
 * @throws FledgeError `usage` if the variable is not an http(s) URL.
 */
function sourceApiOf(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentValue */ .a)(env, 'FLEDGE_GITHUB_API_URL') ?? PUBLIC_API;
    const protocol = URL.parse(text)?.protocol;
    if (protocol === 'https:' || protocol === 'http:')
        return { url: text, variable: 'FLEDGE_GITHUB_API_URL' };
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `FLEDGE_GITHUB_API_URL is not an http(s) URL: ${(0,_net_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactUrl */ .B)(text)}`, {
        fix: `unset it, or give it the form ${PUBLIC_API} or https://HOST/api/v3`,
    });
}
/** The address of a request: `path` below the address of the API, or `path` itself if it is a whole URL. */
function apiAddress({ url: api }, path, query = {}) {
    if (!path.startsWith('/'))
        return withQuery(new URL(path), query);
    const url = new URL(api);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`;
    return withQuery(url, query);
}
function withQuery(url, query) {
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, value);
    return url;
}
/**
 * The address from which an asset of a release can be downloaded, also before the asset is there. As in GitHub's own
 * addresses, the slashes of a tag are percent-encoded too.
 */
function releaseAssetUrl(where) {
    const { serverUrl, repository, tag, name } = where;
    const file = `${encodeURIComponent(tag)}/${encodeURIComponent(name)}`;
    return `${serverUrl.replace(/\/+$/, '')}/${repository}/releases/download/${file}`;
}


/***/ }),

/***/ 13567:
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

/***/ 12285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ definedVariables),
/* harmony export */   a: () => (/* binding */ environmentValue)
/* harmony export */ });
/** A value of the environment; an empty one counts as not set. */
function environmentValue(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}
/** The variables of an environment that have a value, for a child process that gets these and no others. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}


/***/ }),

/***/ 32026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ji: () => (/* binding */ STEP_DIRECTORY),
/* harmony export */   sJ: () => (/* binding */ isOwnName),
/* harmony export */   yp: () => (/* binding */ OwnFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);




/** What the name of an action's step directory begins with; mkdtemp(3) adds six characters. */
const STEP_DIRECTORY = '.fledge-step-';
const STEP_DIRECTORY_NAME = /^\.fledge-step-[0-9A-Za-z]{6}$/;
/** Whether a file or directory of this name belongs to a build. Asked before anything else: scratch comes and goes. */
function isOwnName(name) {
    return (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .isScratchName */ .gA)(name) || STEP_DIRECTORY_NAME.test(name);
}
/**
 * Files and directories that belong to builds and not to the author of a plugin: scratch and step directories, which have
 * names of their own, and others that are known by their inodes, so that no link and no second mount hides them. They may
 * hold logins.
 */
class OwnFiles {
    /** Device numbers by inode number. */
    #devices = new Map();
    /** `paths` are absolute; those that are not there are left out. */
    constructor(paths) {
        for (const path of paths) {
            const stats = statsOf(path);
            if (stats === undefined)
                continue;
            const devices = this.#devices.get(stats.ino) ?? new Set();
            this.#devices.set(stats.ino, devices.add(stats.dev));
        }
    }
    /** Whether a file or directory is one of those that are known by their inodes. */
    has({ dev, ino }) {
        return this.#devices.get(ino)?.has(dev) === true;
    }
    /**
     * Whether a file or directory is one of them, or lies in one. A directory that holds `directory` too is not: whoever builds
     * there builds from there. Both are absolute and without links.
     */
    holds(path, directory) {
        for (let at = path; at !== '/'; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
            if (directory === at || directory.startsWith(`${at}/`))
                return false;
            if (isOwnName(at.slice(at.lastIndexOf('/') + 1)) || this.has((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(at))))
                return true;
        }
        return false;
    }
}
/** What cannot be looked at, such as a path that is too long, is not there to be mapped either. */
function statsOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 80735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ removeAny),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   q: () => (/* binding */ removeDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** Opens a directory without permission to read it (open(2)); Node has no name for it. */
const O_PATH = 0o10000000;
/** A program that was killed a moment ago may still be creating files. */
const ATTEMPTS = 4;
const PAUSE_MS = 20;
/** The identity of what has this name, or undefined if nothing has. Links are not followed. */
function identityOf(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
}
function isSame(a, b) {
    return a.dev === b.dev && a.ino === b.ino;
}
/**
 * Removes a directory with all that is in it, also where modes keep their owner out. It does nothing if the path leads to
 * another directory than `expected`.
 *
 * Every step starts at an open directory (`/proc/self/fd`), so that nobody can lead it elsewhere by putting a link in the
 * place of a directory. What is mounted below is left alone. Directories are moved up before they are removed, so that
 * neither the depth nor the length of paths is limited, and no more than three are open at once.
 *
 * @throws the system's error if something cannot be removed.
 */
function removeDirectory(path, expected) {
    const root = openDirectory(path, (found) => isSame(found, expected));
    if (root === undefined)
        return;
    try {
        for (let attempt = 1;; attempt++) {
            emptyDirectory(root, expected.dev);
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
                return;
            }
            catch (error) {
                const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
                if (code === 'ENOENT')
                    return;
                if (code !== 'ENOTEMPTY' || attempt === ATTEMPTS)
                    throw error;
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
            }
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(root.descriptor);
    }
}
/**
 * Removes what has this name, if anything has: a directory with all that is in it, or anything else by itself.
 *
 * @throws the system's error if it cannot be removed.
 */
function removeAny(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
    if (found?.isDirectory() === true)
        removeDirectory(path, found);
    else if (found !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
}
/** Opens a directory, with all permissions for its owner. Undefined if there is none, or one that is not accepted. */
function openDirectory(path, accepts) {
    const handle = openToLook(path);
    if (handle === undefined)
        return undefined;
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle, { bigint: true });
        if (!accepts(stats))
            return undefined;
        const held = heldPath(handle) ?? path;
        if (lacksPermissions(stats))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(held, 0o700);
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(held, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY);
        return { descriptor, path: heldPath(descriptor) ?? path };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}
function openToLook(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, O_PATH | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP')
            return undefined;
        throw error;
    }
}
function lacksPermissions({ mode }) {
    return (Number(mode) & 0o700) !== 0o700;
}
/** Undefined where there is no /proc. */
function heldPath(descriptor) {
    const path = `/proc/self/fd/${descriptor}`;
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? path : undefined;
}
/** Removes what is in a directory. Those below it come up into it, and have their turn in the next round. */
function emptyDirectory(root, dev) {
    // What is mounted here is not ours.
    const isOnSameDevice = (found) => found.dev === dev;
    for (let changes = 1; changes > 0;) {
        changes = 0;
        for (const entry of entriesIn(root)) {
            const path = childOf(root, entry.name);
            const child = entry.isDirectory() ? openDirectory(path, isOnSameDevice) : undefined;
            if (child === undefined) {
                if (!entry.isDirectory() && removeFile(path))
                    changes += 1;
                continue;
            }
            try {
                for (const below of entriesIn(child)) {
                    const from = childOf(child, below.name);
                    if (below.isDirectory() ? moveUp(from, root, isOnSameDevice) : removeFile(from))
                        changes += 1;
                }
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(child.descriptor);
            }
            if (removeEmptyDirectory(path))
                changes += 1;
        }
    }
}
function entriesIn({ path }) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { withFileTypes: true, encoding: 'buffer' });
}
function childOf({ path }, name) {
    return Buffer.concat([Buffer.from(path), Buffer.from('/'), name]);
}
/** False if it is a directory by now. unlink(2) follows no link, and refuses a directory. */
function removeFile(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path), ['ENOENT', 'EISDIR']);
}
/** False if something is in it, or mounted on it. */
function removeEmptyDirectory(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path), ['ENOENT', 'ENOTEMPTY', 'EBUSY']);
}
/** Gives a directory another name, in `root`. False if something is mounted on it. */
function moveUp(path, root, accepts) {
    // A move changes what is in the directory, `..`, and takes the permission to write to it.
    const own = openDirectory(path, accepts);
    if (own === undefined)
        return false;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(own.descriptor);
    const name = `.moved-${process.hrtime.bigint()}`;
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, childOf(root, Buffer.from(name))), ['ENOENT', 'EBUSY', 'EXDEV']);
}
function succeeds(action, expected) {
    try {
        action();
        return true;
    }
    catch (error) {
        if (expected.includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) ?? ''))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ temporaryDirectory),
/* harmony export */   LE: () => (/* binding */ scratchFile),
/* harmony export */   aN: () => (/* binding */ setTemporaryRoot),
/* harmony export */   eO: () => (/* binding */ removeStaleScratch),
/* harmony export */   gA: () => (/* binding */ isScratchName),
/* harmony export */   wd: () => (/* binding */ scratchDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72658);
/* harmony import */ var _remove_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80735);







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
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    return scratchAt(path, () => removeFile(path));
}
/** Creates an empty directory in `directory`, readable by this user only. */
function scratchDirectory(directory, label) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    // Known once it is there. What takes its place later is not ours.
    let own;
    const scratch = scratchAt(path, () => {
        if (own !== undefined)
            (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, own);
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    own = (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .identityOf */ .cu)(path);
    return scratch;
}
let temporaryRoot;
/** Sets the directory for temporary files; default: that of the operating system, which TMPDIR names. */
function setTemporaryRoot(directory) {
    temporaryRoot = directory;
}
/**
 * A scratch directory among the temporary files of this machine, from which those of killed builds are removed first.
 *
 * @throws FledgeError `output` if there is none to write to.
 */
function temporaryDirectory(label) {
    const parent = temporaryRoot ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    removeStaleScratch(parent);
    try {
        return scratchDirectory(parent, label);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot create a temporary directory in ${parent}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: 'set TMPDIR to a directory that you may write to',
        });
    }
}
/**
 * Removes what builds of this user that were killed have left in `directory`. Never touches the scratch of a running
 * build or of another user, follows no link, and leaves directories where others could have put one in their place.
 */
function removeStaleScratch(directory) {
    let names;
    let keepsDirectories;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter(isScratchName);
        keepsDirectories = isOpenToOthers((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(directory, { bigint: true }));
    }
    catch {
        return;
    }
    for (const name of names) {
        const match = SCRATCH_NAME.exec(name);
        if (match === null)
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
        if (found === undefined || !isOwn(found))
            continue;
        const [, host, pid, start] = match;
        // Without /proc nobody's start is known, and no process can be seen to have ended.
        const dead = host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(found);
        if (!dead)
            continue;
        try {
            if (found.isFile())
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
            else if (found.isDirectory() && !keepsDirectories)
                (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, found);
        }
        catch {
            // It is in the way of no build, and the next one tries again.
        }
    }
}
function isOwn({ uid }) {
    return uid === BigInt(process.geteuid?.() ?? 0);
}
/**
 * Whether users other than root can rename what is in a directory: its owner, and all who can write to it unless it is
 * sticky (unlink(2), EPERM). A directory that was renamed keeps its owner, and may be one that holds data of this user.
 */
function isOpenToOthers(directory) {
    const mode = Number(directory.mode);
    const isTrusted = isOwn(directory) || directory.uid === 0n;
    return !isTrusted || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0);
}
/** Whether a file of this name is some build's scratch, and so nobody's content. */
function isScratchName(name) {
    return SCRATCH_NAME.test(name);
}
function scratchAt(path, remove) {
    const forget = (0,_process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__/* .atExit */ .sz)(remove);
    return {
        path,
        dispose() {
            remove();
            forget();
        },
        release: forget,
    };
}
/** unlink(2) follows no link and removes no directory. */
function removeFile(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR')
            throw error;
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
function isOld({ mtimeMs }) {
    return Date.now() - Number(mtimeMs) > FOREIGN_LIFETIME_MS;
}


/***/ }),

/***/ 61341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ PLATFORMS),
/* harmony export */   o: () => (/* binding */ hostPlatform)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11720);


/** The machines that a plugin can be built for. */
const PLATFORMS = ['linux/amd64', 'linux/arm64'];
/**
 * The platform of a plugin for machines like this one.
 *
 * @throws FledgeError `usage` if there is none.
 */
function hostPlatform() {
    if (process.arch === 'x64')
        return 'linux/amd64';
    if (process.arch === 'arm64')
        return 'linux/arm64';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `there are no plugins for machines like this one (${process.arch})`, {
        fix: (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `say what the plugin is for: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform', 'linux/amd64')} or linux/arm64`,
    });
}


/***/ }),

/***/ 1318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/** A word that begins another one must be so long to mean it. */
const MIN_PREFIX = 3;
/**
 * The candidate nearest to `name`, if it is near enough to be what was meant, the first one on a tie; else the only one
 * that goes on where `name` ends (`memory_mb` for `memory`).
 */
function nearest(name, candidates) {
    const limit = Math.max(1, Math.floor(Math.min(name.length, 40) / 3));
    let best;
    let bestDistance = limit + 1;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - name.length) >= bestDistance)
            continue;
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance)
            [best, bestDistance] = [candidate, distance];
    }
    if (best !== undefined || name.length < MIN_PREFIX)
        return best;
    const longer = candidates.filter((candidate) => candidate.startsWith(`${name}_`) || candidate.startsWith(`${name}-`));
    return longer.length === 1 ? longer[0] : undefined;
}
/**
 * Damerau-Levenshtein distance in its optimal string alignment form: how many characters to insert, delete, replace,
 * or swap with their neighbour.
 */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
            }
            row.push(distance);
        }
        [beforeLast, last] = [last, row];
    }
    return last[b.length] ?? 0;
}


/***/ }),

/***/ 62625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ listWithOr),
/* harmony export */   r7: () => (/* binding */ shellWord)
/* harmony export */ });
/* unused harmony export listWithAnd */
/* Text in messages. */
/** A word of a POSIX shell's command line that stands for this text. */
function shellWord(text) {
    return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
/** A list of alternatives: `a`, `a or b`, `a, b or c`. */
function listWithOr(items) {
    return list(items, 'disjunction');
}
/** A list of things that belong together: `a`, `a and b`, `a, b and c`. */
function listWithAnd(items) {
    return list(items, 'conjunction');
}
function list(items, type) {
    // British English has no comma before the last item.
    return new Intl.ListFormat('en-GB', { type }).format(items);
}


/***/ })

};
