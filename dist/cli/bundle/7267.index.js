export const id = 7267;
export const ids = [7267,3350,9332,8505,7141,6956];
export const modules = {

/***/ 95427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildSeveral: () => (/* binding */ buildSeveral)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/recipe/output-names.js
var output_names = __webpack_require__(1287);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
;// CONCATENATED MODULE: ./build/recipe/build-targets.js



/**
 * Every plugin for every platform. One plugin is written directly to `directory`; several are written to sub-folders with
 * their names, and several platforms to sub-folders below, such as `linux-arm64`.
 */
function targetsOf(plans, platforms, directory) {
    return plans.flatMap((plan) => platforms.map((platform) => {
        const ofPlugin = plans.length > 1 ? plan.directory : '';
        const place = platforms.length > 1 ? (0,external_node_path_.join)(ofPlugin, platform.replace('/', '-')) : ofPlugin;
        const label = platforms.length > 1 ? `${plan.name} ${platform}` : plan.name;
        return { plan, platform, place, label, output: (0,external_node_path_.join)(directory, place, plan.artifactFile) };
    }));
}
/** The value of `--url-base` for a target: the sub-folders of the URL are those of the output directory. */
function urlBaseOf(urlBase, { place }) {
    if (urlBase === undefined || place === '')
        return urlBase;
    return `${urlBase.replace(/\/+$/, '')}/${place}`;
}
/**
 * The environment of the builds. No build maps the files that another one writes, so that the order of builds does not matter.
 */
function environmentOfTargets(env, targets) {
    const written = targets.flatMap(({ output }) => [output, ...(0,output_names/* filesBeside */.Gr)({ sbom: true }).map((name) => (0,external_node_path_.join)(output, '..', name))].map((path) => (0,external_node_path_.resolve)(path)));
    return { ...env, ...(0,own_paths/* notMapped */.Zw)([...(0,own_paths/* pathsNotMapped */.Fx)(env), ...written]) };
}

// EXTERNAL MODULE: ./build/recipe/plan.js
var plan = __webpack_require__(31832);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(58375);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/new-directories.js
var new_directories = __webpack_require__(46956);
// EXTERNAL MODULE: ./build/support/process/runtime.js + 1 modules
var runtime = __webpack_require__(95625);
// EXTERNAL MODULE: ./build/support/report/error-fields.js
var error_fields = __webpack_require__(46707);
// EXTERNAL MODULE: ./build/support/report/warning.js
var warning = __webpack_require__(79391);
// EXTERNAL MODULE: ./build/cli/build-target.js
var build_target = __webpack_require__(68903);
// EXTERNAL MODULE: ./build/cli/each-config.js
var each_config = __webpack_require__(84711);
;// CONCATENATED MODULE: ./build/cli/build-several.js












/** The directory of the outputs, as in the action. */
const DEFAULT_DIRECTORY = 'dist';
/**
 * Builds several plugins, or one for several platforms, and prints each result when it is complete. A failure does not stop the
 * other builds.
 *
 * @throws FledgeError before the first build for a mistake in the options or in one of the configs; otherwise at the end, with
 *   the builds that failed.
 */
async function buildSeveral(builds, options, session) {
    const targets = await findTargets(builds, options);
    // A dry run prints its results in order.
    const jobs = options.dryRun ? 1 : Math.min(options.jobs ?? (0,runtime/* defaultJobs */.yV)(), targets.length);
    const run = options.dryRun ? runDryly : runTarget;
    const env = environmentOfTargets(process.env, targets);
    const complete = [];
    const createsDirectory = options.output === undefined;
    const created = createsDirectory && options.dryRun !== true ? targets.map(({ output }) => (0,external_node_path_.dirname)(output)) : [];
    const removeEmpty = (0,new_directories.createDirectories)(created);
    try {
        const outcomes = await (0,concurrency/* mapLimited */.bB)(targets, jobs, (target) => run(target, {
            session,
            options,
            request: {
                ...builds.command,
                workers: options.workers ?? (0,runtime/* workersPerJob */.mZ)(jobs),
                plugin: target.plan,
                platform: target.platform,
                output: target.output,
                urlBase: urlBaseOf(builds.command.urlBase, target),
                artifactUrl: undefined,
                env,
            },
            createsDirectory,
            isAlone: targets.length === 1,
            onBuilt: () => {
                complete.push(target.label);
                session.doneSoFar = `${complete.length} of ${targets.length} builds are complete: ${complete.join(', ')}`;
            },
        }));
        if (options.json)
            await session.printJson({ results: outcomes.map(({ entry }) => entry) });
        const failures = outcomes.flatMap(({ label, error }) => (error === undefined ? [] : [{ name: label, error }]));
        const [first] = failures;
        if (first !== undefined)
            throw outcomes.length === 1 ? first.error : (0,each_config/* summaryOfFailures */.z)(failures, outcomes.length);
    }
    finally {
        removeEmpty();
    }
}
/** @throws FledgeError `usage` for options that are for one build, and as `planConfigs` does. */
async function findTargets({ named, command, platforms }, { output, outputDir, artifactUrl }) {
    const { manifest } = command;
    const plans = named.isOne
        ? [await (0,plan.planBuild)(command.config, manifest)]
        : await (0,plan.planConfigs)(named.configs, { manifest });
    const targets = targetsOf(plans, platforms, outputDir ?? DEFAULT_DIRECTORY);
    const [first] = targets;
    if (targets.length === 1 && first !== undefined)
        return [output === undefined ? first : { ...first, output }];
    if (output === undefined && artifactUrl === undefined)
        return targets;
    const option = output === undefined ? '--artifact-url' : '--output';
    throw new errors/* FledgeError */.aE('usage', `${option} is for one artifact, and ${targets.length} are built`, {
        fix: 'name the directory of the outputs with --output-dir',
    });
}
async function runTarget(target, job) {
    const { session, options, request, onBuilt } = job;
    return withReporter(target, job, async (reporter) => {
        const checks = options.checkReproducible === true;
        const built = await (0,build_target/* buildAndCheck */.o)({ ...request, reporter }, { checks, onBuilt });
        if (!options.json)
            await session.printSummary((0,byte_string.printable)(built.text));
        return { entry: built.result, error: built.failure };
    });
}
async function runDryly(target, job) {
    const { session, options, request, createsDirectory } = job;
    const [{ dryRun }, { textOfDryRun }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1313), __webpack_require__.e(6368), __webpack_require__.e(2877), __webpack_require__.e(4789), __webpack_require__.e(621), __webpack_require__.e(1502), __webpack_require__.e(9046), __webpack_require__.e(4058), __webpack_require__.e(191), __webpack_require__.e(1863), __webpack_require__.e(9959), __webpack_require__.e(40), __webpack_require__.e(3483), __webpack_require__.e(2898)]).then(__webpack_require__.bind(__webpack_require__, 13363)),
        __webpack_require__.e(/* import() */ 7194).then(__webpack_require__.bind(__webpack_require__, 47194)),
    ]);
    return withReporter(target, job, async (reporter) => {
        const planned = await dryRun({ ...request, reporter, createsDirectory });
        if (!options.json)
            await session.print((0,byte_string.printable)(textOfDryRun(planned)));
        return { entry: planned };
    });
}
/** Does something with a reporter for the messages of a target. Reports and returns a failure. */
async function withReporter({ label, plan, platform }, { session, isAlone }, work) {
    const own = isAlone ? session.reporter : session.reporterFor(label);
    const { reporter, warnings } = (0,warning/* collectWarnings */._c)(own);
    const { config, name } = plan;
    try {
        const { entry, error } = await work(reporter);
        if (error !== undefined && !isAlone)
            own.error(error);
        return { label, entry: { config, ...entry }, error };
    }
    catch (error) {
        if (!isAlone)
            own.error(error);
        return {
            label,
            entry: { config, name, platform, error: (0,error_fields/* errorFields */.a)(error, 'its output with -v'), warnings },
            error,
        };
    }
}


/***/ }),

/***/ 68903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ here),
/* harmony export */   o: () => (/* binding */ buildAndCheck)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3795);



/**
 * Builds, and repeats the build if `checks` is true. `onBuilt` is called between the two.
 *
 * @throws FledgeError as `build` and `checkReproducible` do.
 */
async function buildAndCheck(request, { checks, onBuilt }) {
    const { build } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(3292), __webpack_require__.e(4153), __webpack_require__.e(7096), __webpack_require__.e(5823), __webpack_require__.e(357), __webpack_require__.e(2877), __webpack_require__.e(9029), __webpack_require__.e(4789), __webpack_require__.e(3256), __webpack_require__.e(9046), __webpack_require__.e(40), __webpack_require__.e(4701), __webpack_require__.e(8515)]).then(__webpack_require__.bind(__webpack_require__, 44701));
    const result = await build(request);
    onBuilt?.();
    if (!checks)
        return { result, text: summaryOf(result) + caveatOf(result), failure: undefined };
    const { againOnThisMachine, checkReproducible, withCheck } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(3292), __webpack_require__.e(1313), __webpack_require__.e(4153), __webpack_require__.e(7096), __webpack_require__.e(6368), __webpack_require__.e(5823), __webpack_require__.e(357), __webpack_require__.e(2877), __webpack_require__.e(9029), __webpack_require__.e(4789), __webpack_require__.e(3256), __webpack_require__.e(60), __webpack_require__.e(5293), __webpack_require__.e(9046), __webpack_require__.e(40), __webpack_require__.e(4701), __webpack_require__.e(3108), __webpack_require__.e(5746), __webpack_require__.e(1374)]).then(__webpack_require__.bind(__webpack_require__, 38888));
    const check = await checkReproducible(request, result, againOnThisMachine(ownProgram()));
    const checked = withCheck(result, check);
    if (check.ok)
        return { result: checked, text: summaryOf(result) + VERDICT, failure: undefined };
    const failure = new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('format', `${result.name} is not reproducible: ${check.reason}`);
    return { result: checked, text: summaryOf(result), failure };
}
const VERDICT = '  reproducible: a second build in a different environment produced identical files\n';
/**
 * The command and arguments that started this program. The archive with its own Node starts it through a script, whose
 * absolute path is argv0, and a loader, which is execPath.
 */
function ownProgram() {
    const [, script = ''] = process.argv;
    const command = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(process.argv0) ? process.argv0 : process.execPath;
    return { command, args: [...process.execArgv, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(script)] };
}
function summaryOf({ name, version, artifact, manifest, provenance, sbom, checksums, steps }) {
    const seconds = (0,_support_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatMilliseconds */ .MH)(steps.reduce((sum, { ms }) => sum + ms, 0));
    return [
        `${name} ${version} in ${seconds}`,
        `  ${here(artifact.path)}  ${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(artifact.size)}  sha256:${artifact.sha256}`,
        ...[manifest, provenance, ...(sbom === undefined ? [] : [sbom]), checksums].map(({ path }) => `  ${here(path)}`),
        '',
    ].join('\n');
}
function caveatOf({ reproducible }) {
    return reproducible.expected ? '' : `  not reproducible: ${reproducible.reason}\n`;
}
/** A path as the user would type it. */
function here(path) {
    const short = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)('.', path);
    return short.startsWith('..') ? path : short;
}


/***/ }),

/***/ 63350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findConfigs: () => (/* binding */ findConfigs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _missing_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53214);




/** Directories that contain no plugins of the author and are slow to search. */
const NEVER_SEARCHED = ['node_modules', '.git'];
/**
 * Expands patterns to the paths of configs, relative to the working directory, in byte order and without duplicates.
 *
 * - A path matches itself; the path of a directory matches the fledge.toml in it. `*`, `?`, `[…]`, `{a,b}` and `**`
 *   match configs in the same way: `plugins/*` matches every fledge.toml one level below plugins.
 * - A pattern with `!` before it excludes its matches and everything below them, at any position in the list.
 * - `**` does not follow symbolic links, to avoid cycles; node_modules and .git are not searched.
 *
 * @throws FledgeError `usage` with every pattern that matches nothing.
 */
async function findConfigs(patterns) {
    const excluded = patterns.filter(isExclusion).flatMap((pattern) => excluding(pattern.slice(1)));
    const wanted = patterns.filter((pattern) => !isExclusion(pattern));
    const problems = [];
    const found = new Set();
    for (const pattern of wanted) {
        const result = await expand(pattern, excluded);
        if (typeof result === 'string')
            problems.push(result);
        else
            for (const path of result)
                found.add(path);
    }
    if (patterns.length === 0)
        problems.push('no config was given');
    else if (wanted.length === 0)
        problems.push('no config was given, only exclusions');
    if (problems.length > 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('usage', problems.join('\n'));
    return [...found].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
/** The paths that one pattern matches, or an error message if it matches none. */
async function expand(pattern, excluded) {
    const quoted = JSON.stringify(pattern);
    const literal = await findLiteral(pattern);
    if (literal !== undefined && literal !== 'empty' && excluded.length === 0)
        return [fromHere(literal, pattern)];
    // Loaded only for patterns.
    const { escapePath, isDynamicPattern } = await __webpack_require__.e(/* import() */ 3382).then(__webpack_require__.bind(__webpack_require__, 73382));
    if (literal === 'empty') {
        const below = `${escapePath(pattern).replace(/\/+$/, '')}/**`;
        return `there is no ${_missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C} in ${pattern}; to include all configs below it, write ${below}`;
    }
    if (literal !== undefined) {
        const isLeftOut = (await match(escapePath(literal), excluded)).length === 0;
        return isLeftOut ? `${quoted} is excluded by a pattern with !` : [fromHere(literal, pattern)];
    }
    const isPattern = isDynamicPattern(pattern) || pattern.includes('\\');
    if (!isPattern)
        return `there is no file or directory ${quoted}`;
    const parts = pattern.split('/');
    const base = parts
        .slice(0, parts.findIndex((part) => isDynamicPattern(part)))
        .join('/');
    const unsearched = NEVER_SEARCHED.map((name) => `${base === '' ? '.' : base}/**/${name}/**`);
    const matched = await match(configPattern(pattern), [...excluded, ...unsearched]);
    if (matched.length > 0)
        return matched.map((path) => fromHere(path, pattern));
    const isForDirectories = configPattern(pattern).endsWith(`/${_missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C}`);
    return `no ${isForDirectories ? _missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C : 'config'} matches ${quoted}`;
}
/** The config at exactly this path, even if it looks like a pattern; `empty` for a directory without a config. */
async function findLiteral(path) {
    if (path === '')
        return undefined;
    const kind = await kindOf(path);
    if (kind !== 'directory')
        return kind === undefined ? undefined : path;
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, _missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C);
    return (await kindOf(inside)) === undefined ? 'empty' : inside;
}
/**
 * The absolute paths of the files that a pattern matches. Patterns are made absolute first, because tinyglobby omits
 * the working directory itself from `../*`.
 */
async function match(pattern, ignore) {
    const { escapePath, glob } = await __webpack_require__.e(/* import() */ 3382).then(__webpack_require__.bind(__webpack_require__, 73382));
    const here = escapePath(process.cwd());
    const absolute = (relativePattern) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(relativePattern) ? node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(relativePattern) : node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(here, relativePattern);
    return glob(absolute(pattern), {
        cwd: '/',
        absolute: true,
        expandDirectories: false,
        followSymbolicLinks: !pattern.includes('**'),
        ignore: ignore.map(absolute),
    });
}
/** A pattern whose last component does not contain `toml` matches directories. */
function configPattern(pattern) {
    const path = pattern.replace(/\/+$/, '');
    return /toml[^/]*$/i.test(path) ? path : `${path}/${_missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C}`;
}
function isExclusion(pattern) {
    return pattern.startsWith('!');
}
function excluding(pattern) {
    const path = pattern.replace(/\/+$/, '');
    return [path, `${path}/**`];
}
/** A path as the user would type it. Outside of the working directory it is absolute if the pattern is. */
function fromHere(path, pattern) {
    const near = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)('.', path);
    return near.startsWith('../') && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(pattern) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path) : near;
}
async function kindOf(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory() ? 'directory' : 'other';
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error);
        // A path that cannot be examined counts as existing: loading it reports the reason.
        return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? undefined : 'other';
    }
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

/***/ 1287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ filesBeside),
/* harmony export */   HO: () => (/* binding */ SBOM_FILE),
/* harmony export */   LP: () => (/* binding */ PROVENANCE_FILE),
/* harmony export */   aP: () => (/* binding */ CHECKSUMS_FILE),
/* harmony export */   h1: () => (/* binding */ MANIFEST_FILE)
/* harmony export */ });
const MANIFEST_FILE = 'manifest.json';
const PROVENANCE_FILE = 'provenance.json';
const CHECKSUMS_FILE = 'SHA256SUMS';
const SBOM_FILE = 'sbom.cdx.json';
/** The files that every build writes into the directory of the artifact. */
const BESIDE_ARTIFACT = [MANIFEST_FILE, PROVENANCE_FILE, CHECKSUMS_FILE];
/** The files that a build writes into the directory of the artifact. */
function filesBeside({ sbom }) {
    return sbom === true ? [...BESIDE_ARTIFACT, SBOM_FILE] : BESIDE_ARTIFACT;
}


/***/ }),

/***/ 20354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ pathsNotMapped),
/* harmony export */   Zw: () => (/* binding */ notMapped),
/* harmony export */   ig: () => (/* binding */ ownPathsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12311);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);




const VARIABLE = 'FLEDGE_NOT_MAPPED';
const listSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP());
/**
 * Absolute paths of files that belong to builds and are never mapped: the cache, the file with logins, the file with the token,
 * and the list in FLEDGE_NOT_MAPPED, in which the action or a parent build passes its files. `OwnFiles` finds other such
 * files by name.
 *
 * @throws FledgeError `usage` if FLEDGE_NOT_MAPPED is not a JSON array of paths.
 */
function ownPathsOf({ cacheDirectory, env }) {
    const named = ['REGISTRY_AUTH_FILE', 'FLEDGE_GITHUB_TOKEN_FILE'].map((name) => (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, name));
    return [cacheDirectory, ...named, ...pathsNotMapped(env)].flatMap((path) => path === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path)]);
}
/** The environment variable that passes such paths to a build. */
function notMapped(paths) {
    return { [VARIABLE]: JSON.stringify(paths) };
}
/**
 * The paths in FLEDGE_NOT_MAPPED.
 *
 * @throws FledgeError `usage` if it is not a JSON array of paths.
 */
function pathsNotMapped(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, VARIABLE);
    if (text === undefined)
        return [];
    try {
        return listSchema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `${VARIABLE} is not a JSON array of paths`, {
            cause: error,
            fix: `unset ${VARIABLE}`,
        });
    }
}


/***/ }),

/***/ 31832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planBuild: () => (/* binding */ planBuild),
/* harmony export */   planBuilds: () => (/* binding */ planBuilds),
/* harmony export */   planConfigs: () => (/* binding */ planConfigs)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_find_configs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63350);
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19029);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _plugin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3256);





/**
 * The plugins that match patterns (see `findConfigs`), in byte order of their configs' paths.
 *
 * @throws FledgeError `usage` for a pattern without a match; `config` with all problems of all files, and with the plugins
 *   that have the same name. Its `problems` are those with a position.
 */
async function planBuilds(patterns, { manifest } = {}) {
    return planConfigs(await (0,_config_find_configs_js__WEBPACK_IMPORTED_MODULE_1__.findConfigs)(patterns), { manifest });
}
/**
 * The plugins of configs, in their order.
 *
 * @throws FledgeError `config` as `planBuilds` does.
 */
async function planConfigs(configs, { manifest } = {}) {
    const results = await Promise.allSettled(configs.map((config) => planBuild(config, manifest === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config), manifest))));
    const builds = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [asFledgeError(result.reason)] : []));
    const problems = [...failures, ...findSharedNames(builds)];
    if (problems.length > 0) {
        const [first] = problems;
        throw problems.length === 1 && first !== undefined ? first : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .joinErrors */ ._h)('config', problems);
    }
    return builds;
}
/**
 * The plugin of one config. `manifest` is the path of its template.
 *
 * @throws FledgeError as `loadPlugin` does.
 */
async function planBuild(config, manifest) {
    const plugin = await (0,_plugin_js__WEBPACK_IMPORTED_MODULE_4__.loadPlugin)(config, manifest);
    const { strategy } = plugin.loaded.config;
    return { ...plugin, config, directory: directoryName(plugin.name), strategy };
}
/** The plugin's name, converted if it is not suitable as a directory name, as those of templates can be. */
function directoryName(name) {
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) ? name : (0,_manifest_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .pluginName */ .NQ)(name).slice(0, 100);
}
function findSharedNames(builds) {
    const byDirectory = Map.groupBy(builds, ({ directory }) => directory);
    return [...byDirectory.values()]
        .filter((group) => group.length > 1)
        .map((group) => {
        const names = [...new Set(group.map(({ name }) => JSON.stringify(name)))].join(' and ');
        const configs = group.map(({ config }) => config).join(', ');
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('config', `${group.length} plugins have the same name, ${names}: ${configs}`, {
            fix: 'give each a unique name, with name = "…" in a manifest.toml beside its fledge.toml',
        });
    });
}
function asFledgeError(error) {
    if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE)
        return error;
    throw error;
}


/***/ }),

/***/ 58375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ readAhead),
/* harmony export */   bB: () => (/* binding */ mapLimited),
/* harmony export */   j3: () => (/* binding */ settleAll)
/* harmony export */ });
/**
 * Waits for all promises, also if one fails, so that no work continues during cleanup. Then throws the first error, in
 * the order given.
 */
async function settleAll(...work) {
    await Promise.allSettled(work);
    return Promise.all(work);
}
/**
 * Calls `work` for every item, for at most `limit` of them at the same time, in their order. Returns the results in the order
 * of the items. `work` must not throw.
 */
async function mapLimited(items, limit, work) {
    const results = [];
    const waiting = items.entries();
    const workThrough = async () => {
        // All of them share the iterator.
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await settleAll(...Array.from({ length: Math.min(limit, items.length) }, workThrough));
    return results;
}
/**
 * Begins at once to read batches from a source, until it has about `limit` items. The result can be iterated once: it
 * yields these batches first and then the rest of the source. An error of the source is thrown after the batches that
 * preceded it, to the iterating caller.
 */
function readAhead(source, limit) {
    const batches = [];
    let isAhead = true;
    const fetchAhead = async () => {
        for (let count = 0; isAhead && count < limit;) {
            const { done, value } = await source.next();
            if (done === true)
                return;
            batches.push(value);
            count += value.length;
        }
    };
    const outcome = fetchAhead().then(() => undefined, (error) => ({ error }));
    return {
        async *[Symbol.asyncIterator]() {
            isAhead = false;
            const failure = await outcome;
            for (let batch = batches.shift(); batch !== undefined; batch = batches.shift())
                yield batch;
            if (failure !== undefined)
                throw failure.error;
            yield* source;
        },
        async stop() {
            isAhead = false;
            await outcome;
            await source.return();
        },
    };
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

/***/ 46956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDirectories: () => (/* binding */ createDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _process_cleanup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72658);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11720);
/* harmony import */ var _make_directories_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21874);





/**
 * Creates directories and their parents, if they are missing. The returned function removes those that were created and are
 * still empty; it also runs if the process ends before.
 *
 * @throws FledgeError `output` if one cannot be created.
 */
function createDirectories(paths) {
    const created = [];
    const removeEmpty = () => {
        // The deepest first.
        for (const path of created.splice(0).reverse()) {
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
            }
            catch {
                // It has contents now, or was removed.
            }
        }
    };
    const release = (0,_process_cleanup_js__WEBPACK_IMPORTED_MODULE_2__/* .atExit */ .sz)(removeEmpty);
    const dispose = () => {
        release();
        removeEmpty();
    };
    try {
        for (const path of paths)
            createDirectory(path, created);
    }
    catch (error) {
        dispose();
        throw error;
    }
    return dispose;
}
/** Creates one directory with its missing parents, and adds those to `created`. */
function createDirectory(path, created) {
    try {
        (0,_make_directories_js__WEBPACK_IMPORTED_MODULE_3__/* .makeDirectories */ .K)(path, { onCreated: (directory) => created.push(directory) });
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('output', `cannot create ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .worded */ .MH) `name a directory that you may write to with ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .option */ .uK)('output-dir')}`,
        });
    }
}


/***/ })

};
