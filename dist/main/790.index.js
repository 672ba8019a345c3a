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
/* unused harmony export MODES */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9691);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88532);
/* harmony import */ var _config_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85813);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61341);






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
    cache: flag('true'),
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
function unknownChoice(found, values) {
    const last = values.at(-1) ?? '';
    const list = values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${last}` : last;
    const suggestion = (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_6__/* .nearest */ .p)(found, values);
    const hint = suggestion === undefined ? '' : `; did you mean ${quote(suggestion)}?`;
    return `expected ${list}, found ${quote(found)}${hint}`;
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
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7126);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90862);



/** What each mode does; only its own code is loaded. */
const MODES = {
    build: async () => (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(30), __webpack_require__.e(329), __webpack_require__.e(208)]).then(__webpack_require__.bind(__webpack_require__, 26208))).buildPlugins,
    plan: async () => (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(30), __webpack_require__.e(270)]).then(__webpack_require__.bind(__webpack_require__, 24270))).planMatrix,
    compare: async () => (await Promise.all(/* import() */[__webpack_require__.e(943), __webpack_require__.e(990)]).then(__webpack_require__.bind(__webpack_require__, 71732))).compareSides,
    setup: async () => (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(30), __webpack_require__.e(329), __webpack_require__.e(489)]).then(__webpack_require__.bind(__webpack_require__, 42489))).setUpTools,
};
/** Modes that look at files and start no tool. */
const EVERYWHERE = ['plan', 'compare'];
/**
 * Does what the inputs of this step ask for.
 *
 * @throws whatever made it fail; nothing has been said of that yet.
 */
async function run(reporter) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)();
    for (const warning of inputs.warnings)
        reporter.warn(warning);
    requireLinuxFor(inputs.mode);
    const directory = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .createStepDirectory */ .MM)(process.env);
    // Post removes what a build that is killed leaves there. Whoever sets TMPDIR wants another disk.
    process.env['TMPDIR'] ??= directory;
    const runMode = await MODES[inputs.mode]();
    await runMode(inputs, { env: environmentOf(inputs), reporter, directory });
}
function requireLinuxFor(mode) {
    if (process.platform === 'linux' || EVERYWHERE.includes(mode))
        return;
    const here = process.platform === 'win32' ? 'Windows' : process.platform === 'darwin' ? 'macOS' : process.platform;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `mode ${mode} needs a Linux runner; on ${here}, mode plan and mode compare work`, {
        fix: 'set runs-on: ubuntu-latest, or ubuntu-24.04-arm for linux/arm64',
    });
}
/**
 * The environment of builds. Kestrel's release is on github.com: the token of another server would be refused there,
 * where no token is needed.
 */
function environmentOf({ token }) {
    const { env } = process;
    const isPublicGithub = (env['GITHUB_SERVER_URL'] ?? 'https://github.com') === 'https://github.com';
    const isTokenForReleases = isPublicGithub || env['FLEDGE_GITHUB_API_URL'] !== undefined;
    return token === undefined || !isTokenForReleases ? { ...env } : { GITHUB_TOKEN: token, ...env };
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
/* harmony import */ var _sources_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67270);





/** What main leaves for post, by name. */
const STATE = { directory: 'directory', cache: 'cache', built: 'built' };
/**
 * Creates the directory of this step below RUNNER_TEMP. Post knows of it before anything is in it, and finds it however
 * main ends.
 */
function createStepDirectory(env) {
    const directory = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_sources_context_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentValue */ .J)(env, 'RUNNER_TEMP') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'fledge-step-'));
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(STATE.directory, directory);
    return directory;
}
/** The directory that `createStepDirectory` made, or undefined if main did not come that far. */
function stepDirectoryOfMain() {
    return core.getState(STATE.directory) || undefined;
}
/** Leaves a JSON document about the cache for post. */
function saveCacheState(document) {
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(STATE.cache, JSON.stringify(document));
}
/** What `saveCacheState` left last. */
function cacheStateOfMain() {
    const text = core.getState(STATE.cache);
    return text === '' ? undefined : JSON.parse(text);
}
/** Tells post that every build came to its end, so that what none of them used is of no use. */
function saveThatAllWasBuilt() {
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(STATE.built, 'all');
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
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85813);

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
    '|(?:docker-archive|oci|oci-archive):[^:\\s](?:[ \\S]*\\S)?|dir:\\S(?:[ \\S]*\\S)?|containers-storage:\\S+)$';
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
        default:
            return isMistypedTransport(prefix) ? unknownTransport(prefix) : withNamed(text, undefined, text);
    }
}
function parseDaemon(text, rest) {
    if (DIGEST_PATTERN.test(rest))
        return succeed(text, 'docker-daemon', { baseName: 'image' });
    const parsed = withNamed(text, 'docker-daemon', rest);
    if (parsed.ok && parsed.image.named?.tag === undefined && parsed.image.named?.digest === undefined) {
        return fail('docker-daemon: needs a tag or a digest', `${text}:latest`);
    }
    return parsed;
}
function parsePath(text, transport, rest) {
    const colon = transport === 'dir' ? -1 : rest.indexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const member = colon < 0 ? undefined : rest.slice(colon + 1);
    if (path === '')
        return fail(`needs a path after ${transport}:`);
    if (member === '')
        return fail('ends in a colon; name the image after it, or leave it out');
    if (transport === 'docker-archive' && member !== undefined && !member.startsWith('@')) {
        const parsed = withNamed(text, undefined, member);
        if (!parsed.ok)
            return parsed;
        return succeed(text, transport, { path, member, baseName: parsed.image.baseName });
    }
    return succeed(text, transport, { path, member, baseName: baseNameOfPath(path) });
}
function parseStorage(text, rest) {
    const reference = /^(?:\[[^\]]+\])?([^[\]]+)$/.exec(rest)?.[1];
    if (reference === undefined)
        return fail('needs an image after containers-storage:');
    const parsed = withNamed(text, undefined, reference.replace(/@[0-9a-f]{64}$/, ''));
    return succeed(text, 'containers-storage', { baseName: parsed.ok ? parsed.image.baseName : 'image' });
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
    const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(prefix, TRANSPORTS.filter((name) => name.includes('-')));
    return near !== undefined && near.length >= 10;
}
function unknownTransport(name) {
    const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, TRANSPORTS);
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
    const { named, path, member, baseName } = parts;
    return { ok: true, image: { text, transport, named, path, member, baseName } };
}
function fail(message, suggestion) {
    return suggestion === undefined ? { ok: false, message } : { ok: false, message, suggestion };
}


/***/ }),

/***/ 85813:
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

/***/ 67270:
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

/***/ 61341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ PLATFORMS),
/* harmony export */   o: () => (/* binding */ hostPlatform)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);

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
        fix: 'say what the plugin is for: --platform linux/amd64 or linux/arm64',
    });
}


/***/ })

};
