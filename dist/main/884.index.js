export const id = 884;
export const ids = [884];
export const modules = {

/***/ 33884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildPlugins: () => (/* binding */ buildPlugins)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/net/proxy.js
var proxy = __webpack_require__(5312);
// EXTERNAL MODULE: ./build/publish/published-files.js
var published_files = __webpack_require__(480);
// EXTERNAL MODULE: ./build/recipe/output-names.js
var output_names = __webpack_require__(1287);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
;// CONCATENATED MODULE: ./build/action/build-environment.js


/**
 * The environment of a build. It does not contain the runner's token: no program of a build needs it, and it gives
 * write access to artifacts and caches of this run.
 */
function environmentOfBuild({ step, cache, login = {}, tools = [], written = [], }) {
    const path = [...tools, ...(step['PATH'] === undefined ? [] : [step['PATH']])];
    return {
        ...step,
        ...cache,
        ...login,
        PATH: path.length === 0 ? undefined : path.join(external_node_path_.delimiter),
        ACTIONS_RUNTIME_TOKEN: undefined,
        ...(0,own_paths/* notMapped */.Z)(written),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
;// CONCATENATED MODULE: ./build/publish/declared-artifacts.js




/** The fields of GITHUB_ARTIFACTS_LIST that are used here. */
const listSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1),
    subjects: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), digest: schemas/* string */.YjP() })),
});
/** The runner fails a step that exceeds this limit of the job. */
const MOST_SUBJECTS = 500;
/**
 * Declares files as artifacts of the job in the file that GITHUB_ARTIFACTS names (actions/runner, pull request 4527),
 * so that `actions/attest` finds them without inputs. Does nothing if the runner does not have this file. The runner
 * hashes the files at the end of the step, under the last component of their path.
 *
 * The runner fails a step that declares a name twice with different contents. Such a file is left out with a warning,
 * because a build must not fail because of a declaration.
 */
async function declareArtifacts(files, { env, reporter }) {
    const file = (0,environment/* environmentValue */.a)(env, 'GITHUB_ARTIFACTS');
    if (file === undefined)
        return;
    const known = await declaredBefore((0,environment/* environmentValue */.a)(env, 'GITHUB_ARTIFACTS_LIST'), reporter);
    const lines = [];
    for (const { name, path, sha256 } of files) {
        const before = known.get(name);
        if (before === `sha256:${sha256}`)
            continue;
        const reason = whyNotDeclared(path, before, known.size);
        if (reason !== undefined) {
            reporter.warn(`cannot declare ${name} as an artifact of the job: ${reason}`);
            continue;
        }
        known.set(name, `sha256:${sha256}`);
        lines.push(`${path}\n`);
    }
    try {
        await (0,promises_.appendFile)(file, lines.join(''));
    }
    catch (error) {
        reporter.warn(`cannot declare the artifacts of the job: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function whyNotDeclared(path, before, count) {
    if (before !== undefined)
        return `an earlier step declared another file of this name (${before})`;
    // The runner reads lines, trims them, and reserves `=` for future use.
    if (/[=\r\n]/.test(path) || path.trim() !== path)
        return `the runner rejects the path ${JSON.stringify(path)}`;
    if (count >= MOST_SUBJECTS)
        return `a job has at most ${MOST_SUBJECTS}`;
    return undefined;
}
async function declaredBefore(list, reporter) {
    if (list === undefined)
        return new Map();
    try {
        const text = await (0,promises_.readFile)(list, 'utf8');
        // Empty while the feature is switched off.
        if (text === '')
            return new Map();
        return new Map(listSchema.parse(JSON.parse(text)).subjects.map(({ name, digest }) => [name, digest]));
    }
    catch (error) {
        reporter.debug(`cannot read GITHUB_ARTIFACTS_LIST: ${(0,errors/* messageOf */.bD)(error)}`);
        return new Map();
    }
}

// EXTERNAL MODULE: ./build/support/process/runtime.js
var runtime = __webpack_require__(29026);
// EXTERNAL MODULE: ./build/support/report/warning.js
var warning = __webpack_require__(79391);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/github/addresses.js
var addresses = __webpack_require__(25362);
// EXTERNAL MODULE: ./build/publish/tag-name.js
var tag_name = __webpack_require__(2594);
;// CONCATENATED MODULE: ./build/action/destination.js





/**
 * The release of the inputs and the run, or undefined if nothing is published to a release.
 *
 * @throws FledgeError `usage` if there is no tag, token or repository: before anything is built.
 */
function releaseDestinationOf(inputs, env) {
    if (!inputs.uploadRelease)
        return undefined;
    const tag = inputs.releaseTag === undefined ? pushedTagOf(env) : (0,tag_name/* tagNameOf */.F)(inputs.releaseTag);
    if (tag === undefined) {
        const ref = (0,environment/* environmentValue */.a)(env, 'GITHUB_REF') ?? 'no ref';
        throw new errors/* FledgeError */.aE('usage', `a release needs a tag, and this run is for ${ref}`, {
            fix: 'run the workflow on: push: tags, or set release-tag',
        });
    }
    if (!(0,tag_name/* isTagName */.I)(tag)) {
        const written = inputs.releaseTag === undefined ? 'the pushed tag' : 'input release-tag';
        throw new errors/* FledgeError */.aE('usage', `${written}: ${JSON.stringify(tag)} is not a valid tag name in git`, {
            fix: 'set release-tag to the tag of the release, such as v1.0.0',
        });
    }
    const repository = (0,environment/* environmentValue */.a)(env, 'GITHUB_REPOSITORY');
    if (repository === undefined)
        throw new errors/* FledgeError */.aE('usage', 'cannot publish a release: GITHUB_REPOSITORY is not set');
    if (inputs.token === undefined) {
        throw new errors/* FledgeError */.aE('usage', 'a release needs a token, and the input token is empty', {
            fix: 'remove the input token, and give the job the permission contents: write',
        });
    }
    return {
        repository,
        tag,
        token: inputs.token,
        apiUrl: (0,environment/* environmentValue */.a)(env, 'GITHUB_API_URL') ?? addresses/* PUBLIC_API */.Bl,
        serverUrl: (0,environment/* environmentValue */.a)(env, 'GITHUB_SERVER_URL') ?? addresses/* PUBLIC_SERVER */.Ag,
        commit: (0,environment/* environmentValue */.a)(env, 'GITHUB_SHA'),
    };
}
/** The base name of a plugin's published files, without their extensions. */
function stemOf(inputs, plugin) {
    return inputs.artifactName ?? (0,published_files/* publishedStem */.Ow)(plugin.name, plugin.platform);
}
/** The address of a plugin's artifact in the release, for manifest.json before the release exists. */
function artifactUrlOf(release, stem, artifactFile) {
    return (0,addresses/* releaseAssetUrl */.TQ)({ ...release, name: (0,published_files/* publishedNames */.xR)(stem, artifactFile).artifact });
}
function pushedTagOf(env) {
    return env['GITHUB_REF_TYPE'] === 'tag' ? (0,environment/* environmentValue */.a)(env, 'GITHUB_REF_NAME') : undefined;
}

;// CONCATENATED MODULE: ./build/action/build-plugin.js










/**
 * Builds one plugin, checks its reproducibility if the inputs ask for it, and stages its files under their published
 * names. A failure is returned in the outcome.
 */
async function buildPlugin(plan, job) {
    const { inputs, context, count } = job;
    const { reporter } = context;
    reporter.endGroup();
    if (count > 1)
        reporter.info(`build ${plan.name} (${plan.config})`);
    const collected = (0,warning/* collectWarnings */._c)(reporter);
    const made = {};
    try {
        const request = requestOf(plan, job, collected.reporter);
        made.result = await job.runner.build(request);
        if (inputs.reproducible === 'check') {
            made.reproducible = false;
            await requireReproducible(request, made.result, job.runner);
            made.reproducible = true;
        }
        if (needsPublishedNames(job))
            made.files = await nameFiles(made.result, plan, job);
        reporter.endGroup();
        reporter.info(lineOf(made.result));
    }
    catch (error) {
        made.error = error;
    }
    return { plan, platform: inputs.platform, published: {}, warnings: collected.warnings, ...made };
}
/** The output directory of a plugin; `count` is the number of plugins. */
function outputDirectoryOf(plan, { outputDirectory }, count) {
    return count === 1 ? outputDirectory : (0,external_node_path_.join)(outputDirectory, plan.directory);
}
function requestOf(plan, { inputs, release, env, count }, reporter) {
    const directory = outputDirectoryOf(plan, inputs, count);
    requireNoWayOut(directory);
    try {
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot create ${directory}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: 'set output-dir to a directory that this job may write to',
        });
    }
    return {
        plugin: plan,
        output: (0,external_node_path_.join)(directory, plan.artifactFile),
        urlBase: inputs.urlBase,
        ...(release !== undefined && {
            artifactUrl: (plugin) => artifactUrlOf(release, stemOf(inputs, plugin), plugin.file),
        }),
        platform: inputs.platform,
        verify: inputs.verify,
        locked: inputs.locked,
        strict: inputs.strict,
        workers: (0,runtime/* defaultWorkers */.Vs)(),
        env,
        reporter,
    };
}
/**
 * Checks that an output directory in the workspace does not lead out of it: the checkout, possibly of a pull request,
 * may contain a link. An output directory outside the workspace is chosen by the workflow itself and is not checked.
 *
 * @throws FledgeError `output` with the target of the link.
 */
function requireNoWayOut(directory) {
    const root = (0,external_node_fs_.realpathSync)('.');
    if (!isWithin((0,external_node_path_.resolve)(directory), (0,external_node_path_.resolve)('.')))
        return;
    // Checks the existing part; the rest is created without following links.
    let present = (0,external_node_path_.resolve)(directory);
    while (!(0,external_node_fs_.existsSync)(present))
        present = (0,external_node_path_.dirname)(present);
    const target = (0,external_node_fs_.realpathSync)(present);
    if (isWithin(target, root))
        return;
    throw new errors/* FledgeError */.aE('output', `cannot write to ${directory}: a link leads out of the workspace, to ${target}`, {
        fix: 'remove the link, or set output-dir to the directory itself',
    });
}
function isWithin(path, directory) {
    return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}
/** @throws FledgeError `format` if a second build produces different bytes. */
async function requireReproducible(request, first, { again }) {
    const { checkReproducible } = await __webpack_require__.e(/* import() */ 558).then(__webpack_require__.bind(__webpack_require__, 99558));
    const check = await checkReproducible(request, first, await again(request));
    if (!check.ok)
        throw new errors/* FledgeError */.aE('format', `${first.name} is not reproducible: ${check.reason}`);
}
/** True if the files are needed under their published names. */
function needsPublishedNames({ inputs, env }) {
    return inputs.uploadArtifact || inputs.uploadRelease || (0,environment/* environmentValue */.a)(env, 'GITHUB_ARTIFACTS') !== undefined;
}
/** Stages the files for publishing, and declares them to newer runners for `actions/attest`. */
async function nameFiles(result, plan, job) {
    const { inputs, context } = job;
    const directory = (0,external_node_path_.join)(context.directory, 'publish', plan.directory);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    const files = await (0,published_files/* stagePublishedFiles */.u)(result, { stem: stemOf(inputs, result), directory });
    await declareArtifacts((0,published_files/* filesOf */.R8)(files), context);
    return files;
}
function lineOf({ name, version, artifact }) {
    const path = (0,external_node_path_.relative)('.', artifact.path);
    return `${name} ${version}: ${path}, ${(0,units/* formatBytes */.z3)(artifact.size)}, sha256:${artifact.sha256}`;
}

// EXTERNAL MODULE: ./build/recipe/build.js + 111 modules
var build = __webpack_require__(66201);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var logins = __webpack_require__(15112);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/tools/container-engine.js
var container_engine = __webpack_require__(78046);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/action/context.js
var context = __webpack_require__(73280);
// EXTERNAL MODULE: ./build/action/install/tool-needs.js
var tool_needs = __webpack_require__(24313);
;// CONCATENATED MODULE: ./build/action/container.js








/** The runner itself. */
const HOST = {
    build: build/* build */.jq,
    async again() {
        const { againOnThisMachine } = await __webpack_require__.e(/* import() */ 558).then(__webpack_require__.bind(__webpack_require__, 99558));
        return againOnThisMachine({ command: process.execPath, args: [(0,context/* fledgeBundle */.i)()] });
    },
};
/**
 * Chooses the runner for each plugin, and installs the tools that the runner itself needs. With `runner: auto`, plugins
 * are built on the runner, unless it lacks a tool that cannot be installed.
 *
 * @throws FledgeError `usage` for a container without an image, `tool` if neither runner nor container can build.
 */
async function chooseRunners(plans, inputs, context) {
    if (inputs.runner === 'container') {
        const runner = inContainer(await findContainer(inputs), context);
        return { runnerOf: () => runner, tools: [] };
    }
    if (inputs.runner === 'host') {
        const tools = await (0,tool_needs/* prepareToolsFor */._$)(plans, inputs, context);
        return { runnerOf: () => HOST, tools };
    }
    const { lacking, tools } = await plansWithoutTools(plans, inputs, context);
    const [first] = lacking.values();
    if (first === undefined)
        return { runnerOf: () => HOST, tools };
    const container = await findContainer(inputs).catch((error) => {
        throw unbuildable(first, error);
    });
    for (const [{ name }, { message }] of lacking) {
        context.reporter.info(`${name} is built in a container of ${container.image}: ${message}`);
    }
    const runner = inContainer(container, context);
    return { runnerOf: (plan) => (lacking.has(plan) ? runner : HOST), tools };
}
/** Installs tools, and returns their directories and the builds whose tools cannot be installed, with the reason. */
async function plansWithoutTools(plans, inputs, context) {
    const lacking = new Map();
    const tools = [];
    const failureOf = async (some) => {
        try {
            tools.push(...(await (0,tool_needs/* prepareToolsFor */._$)(some, inputs, context)));
            return undefined;
        }
        catch (error) {
            if (error instanceof errors/* FledgeError */.aE && error.code === 'tool')
                return error;
            throw error;
        }
    };
    // First for all plugins with one call of apt-get.
    const together = await failureOf(plans);
    if (together === undefined)
        return { lacking, tools };
    for (const plan of plans) {
        const failure = plans.length === 1 ? together : await failureOf([plan]);
        if (failure !== undefined)
            lacking.set(plan, failure);
    }
    return { lacking, tools };
}
/**
 * Checks, before anything is fetched, that builds in a container have an image.
 *
 * @throws FledgeError `usage` if runner is container and the image is not known.
 */
function checkRunnerImage(inputs) {
    if (inputs.runner === 'container')
        runnerImageOf(inputs);
}
/** @throws FledgeError `usage` if the image is not known. */
function runnerImageOf({ runnerImage }) {
    if (runnerImage !== undefined)
        return runnerImage;
    throw new errors/* FledgeError */.aE('usage', 'input runner-image: missing; only a released version of the action has its own', {
        fix: `set runner-image, such as ${container_engine/* RUNNER_IMAGE */.du}, or use a release of the action in uses:`,
    });
}
async function findContainer(inputs) {
    const image = runnerImageOf(inputs);
    const { findContainerEngine } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 78046));
    return { engine: await findContainerEngine(), image };
}
/** The error if the runner lacks a tool and a container is not available either. */
function unbuildable(lacking, cause) {
    if (!(cause instanceof errors/* FledgeError */.aE))
        return cause;
    const forContainer = cause.code === 'usage' ? cause.wording.fix : 'install docker or podman on the runner';
    // A fix that suggests the container does not help here.
    const forHost = lacking.isFixedByContainer ? undefined : lacking.wording.fix;
    const fixes = [forContainer, forHost].filter((fix) => fix !== undefined);
    return new errors/* FledgeError */.aE('tool', (0,wording/* worded */.MH) `${lacking.wording.message}; and not in a container: ${cause.wording.message}`, {
        cause,
        ...(fixes.length > 0 && { fix: (0,wording/* joinTexts */.B5)(fixes, ', or ') }),
    });
}
function inContainer({ engine, image }, { env, reporter }) {
    const options = { engine, image, workspace: process.cwd() };
    let fetched;
    const ensure = async () => {
        const { ensureImage } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 78046));
        // Only once, even if it fails: it would fail for each plugin.
        fetched ??= ensureImage(engine, image, {
            env: (0,tools_environment/* environmentFor */.DD)('engine', env, { helpers: (0,logins/* credentialHelpersOf */.Yp)(env) }),
            reporter,
        });
        await fetched;
    };
    return {
        async build(request) {
            await ensure();
            const { buildInContainer } = await __webpack_require__.e(/* import() */ 780).then(__webpack_require__.bind(__webpack_require__, 23780));
            return buildInContainer(request, options);
        },
        async again(request) {
            const { againInContainer } = await __webpack_require__.e(/* import() */ 780).then(__webpack_require__.bind(__webpack_require__, 23780));
            return againInContainer(request, options);
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var lib_core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
// EXTERNAL MODULE: ./build/action/report/escape.js
var report_escape = __webpack_require__(35279);
// EXTERNAL MODULE: ./build/action/state.js
var state = __webpack_require__(90862);
;// CONCATENATED MODULE: ./build/action/toolkit-output.js




/**
 * Runs an action of the toolkit's cache client, and returns undefined if it fails. The client prints its failures as
 * warnings and errors of the whole run; here they become lines of the log.
 */
async function toolkit_output_withFailuresAsNotes(action) {
    const { stdout } = process;
    const write = stdout.write.bind(stdout);
    stdout.write = (chunk, ...rest) => {
        const done = rest.find((value) => typeof value === 'function');
        const text = typeof chunk === 'string' ? chunk.replace(/^::(?:warning|error)::(.*)/gm, noteOf) : chunk;
        return write(text, done);
    };
    try {
        return await action();
    }
    catch (error) {
        lib_core/* info */.pq((0,report_escape/* escapeCommands */.g9)(`note: ${(0,errors/* messageOf */.bD)(error)}`));
        return undefined;
    }
    finally {
        stdout.write = write;
    }
}
/** The note for the data of a command (actions/toolkit, escapeData), which may contain the answer of a service. */
function noteOf(_, data) {
    const text = data.replaceAll('%0D', ' ').replaceAll('%0A', ' ').replaceAll('%25', '%');
    return (0,report_escape/* escapeCommands */.g9)(`note: ${text}`);
}
/**
 * Runs an action of the toolkit's cache client with an environment from the table in src/tools/environment.ts. The client
 * reads `process.env`, and passes all of it to tar and zstd, so another object takes the place of `process.env` until the
 * action ends. Archives, which the client does not delete, go to RUNNER_TEMP. GITHUB_WORKSPACE is the working directory of
 * tar; the client fails if that path has a space, and the cache needs no files outside its own directory.
 */
async function toolkit_output_withToolkitEnvironment(env, own, action) {
    const before = process.env;
    process.env = { ...(0,tools_environment/* environmentFor */.DD)('toolkit', env, { own }).variables };
    try {
        return await action();
    }
    finally {
        process.env = before;
    }
}

;// CONCATENATED MODULE: ./build/action/download-cache.js














/** Version of the cache layout. */
const FORMAT = 1;
/** The directories of the cache with content-addressed files, which were verified when they were downloaded. */
const CACHED = ['sha256', 'blobs'];
/** Relative paths of cached files. */
const CACHED_NAME = /^(?:sha256\/([0-9a-f]{2})\/\1[0-9a-f]{62}|blobs\/(?:sha256\/[0-9a-f]{64}|sha384\/[0-9a-f]{96}|sha512\/[0-9a-f]{128}))$/;
/**
 * Options for GNU tar in its environment: no name and no target of a link contains `..` or begins with a slash, so that
 * no file is written outside the working directory; owners and modes are those of this process.
 */
const CONTAINED = '--no-same-owner --no-same-permissions --transform=s,[.][.],__,g;s,^/*,./,';
/** A file next to them, for the steps of one job: its mtime is the start of the first step. */
const SINCE_FILE = 'since';
/** State of main for post. */
const stateSchema = schemas/* object */.Ikc({
    directory: schemas/* string */.YjP(),
    /** Prefix of the keys of these builds. */
    prefix: schemas/* string */.YjP(),
    /** The key of the restored cache, if there is one. */
    restored: schemas/* string */.YjP().optional(),
});
/**
 * Restores downloads and layers of earlier runs from the Actions cache, and returns the variables with which a build
 * finds them. After a failure, everything is downloaded again.
 *
 * A key contains a digest of the sources of the configs and, because tags move, a digest of the names of all cached
 * files, which are digests themselves. The newest cache of the same sources is restored, otherwise the newest cache of
 * the platform.
 */
async function restoreDownloads(inputs, plans, { env, reporter, directory: stepDirectory }) {
    if (inputs.cache === 'off' || !plans.some(({ loaded }) => isFetched(loaded.config)))
        return {};
    const published = inputs.cache === 'always' ? undefined : publicationOf(inputs, env);
    if (published !== undefined) {
        reporter.info(`the Actions cache is not used, because ${published}; set cache: always to use it`);
        return {};
    }
    const cache = await Promise.all(/* import() */[__webpack_require__.e(147), __webpack_require__.e(88), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 18091));
    if (!cache.isFeatureAvailable()) {
        reporter.debug('the Actions cache is not available');
        return {};
    }
    const named = (0,environment/* environmentValue */.a)(env, 'FLEDGE_CACHE_DIR');
    const directory = named === undefined ? ownCacheDirectory(env, stepDirectory) : (0,external_node_path_.resolve)(named);
    const platformPrefix = `fledge-${FORMAT}-${inputs.platform.replaceAll('/', '-')}-`;
    const prefix = `${platformPrefix}${digestOf(plans.map(({ loaded }) => sourcesOf(loaded.config)))}-`;
    (0,state/* saveCacheState */.VP)({ directory, prefix });
    reporter.step('restore the cache of downloads');
    const restored = await toolkit_output_withFailuresAsNotes(() => restoreInto({ directory, stepDirectory, env }, [prefix, platformPrefix]));
    if (restored === undefined)
        reporter.info('no cache was found');
    else
        (0,state/* saveCacheState */.VP)({ directory, prefix, restored });
    return { FLEDGE_CACHE_DIR: directory };
}
/** Saves the downloads of the builds of main, unless they are identical to the restored ones. Never throws. */
async function saveDownloads(stepDirectory) {
    try {
        const state = stateSchema.safeParse(cacheStateOfMain());
        if (!state.success)
            return;
        const { directory, prefix, restored } = state.data;
        if (wasAllBuilt())
            removeUnused(directory);
        const names = filesIn(directory);
        const key = `${prefix}${digestOf(names)}`;
        if (names.length === 0)
            core.info('nothing to cache');
        else if (key === restored)
            core.info('the cache is up to date');
        else {
            const cache = await Promise.all(/* import() */[__webpack_require__.e(147), __webpack_require__.e(88), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 18091));
            const own = { RUNNER_TEMP: stepDirectory, GITHUB_WORKSPACE: directory };
            await withFailuresAsNotes(() => withToolkitEnvironment(process.env, own, () => cache.saveCache(pathsIn(directory), key)));
        }
    }
    catch (error) {
        core.info(escapeCommands(`note: cannot save the cache of downloads: ${messageOf(error)}`));
    }
}
/**
 * The reason not to use a cache that other runs may have written, or undefined: releases are built from their sources
 * only. Cached files are verified again before use, but a release need not rely on that.
 */
function publicationOf({ uploadRelease }, env) {
    if (uploadRelease)
        return 'this step publishes a release';
    const isTag = env['GITHUB_REF_TYPE'] === 'tag' || env['GITHUB_REF']?.startsWith('refs/tags/') === true;
    return isTag ? 'this run is for a tag' : undefined;
}
/**
 * Restores the newest cache with one of these prefixes into the cache directory, and returns its key. The toolkit calls
 * `tar -P`, which writes to any path in an archive. Therefore it unpacks to an empty directory, every name and link
 * target is confined to that directory, and only files with the path of a cached file are moved to the cache.
 */
async function restoreInto({ directory, stepDirectory, env }, prefixes) {
    const tar = await (0,find/* findTool */.SG)(table/* gnuTar */.oI);
    if (tar.state !== 'found' || tar.version === undefined)
        throw new Error('cannot unpack the cache: GNU tar is not installed');
    const cache = await Promise.all(/* import() */[__webpack_require__.e(147), __webpack_require__.e(88), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 18091));
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'tmp'), { recursive: true, mode: 0o700 });
    const staging = (0,scratch/* scratchDirectory */.wd)((0,external_node_path_.join)(directory, 'tmp'), 'restore');
    try {
        const own = { RUNNER_TEMP: stepDirectory, GITHUB_WORKSPACE: staging.path, TAR_OPTIONS: CONTAINED };
        const restored = await toolkit_output_withToolkitEnvironment(env, own, () => {
            const restoring = cache.restoreCache(pathsIn(directory), prefixes[0], [...prefixes]);
            // The client of the cache service v2 has read it by now, and the programs that unpack do not need it.
            if (process.env['ACTIONS_CACHE_SERVICE_V2'])
                delete process.env['ACTIONS_RUNTIME_TOKEN'];
            return restoring;
        });
        if (restored !== undefined)
            moveRestored(staging.path, directory);
        return restored;
    }
    finally {
        staging.dispose();
    }
}
/** Moves the files with the path of a cached file. Their digests are verified when they are used. */
function moveRestored(staging, directory) {
    let others = 0;
    for (const entry of (0,external_node_fs_.readdirSync)(staging, { recursive: true, withFileTypes: true })) {
        if (entry.isDirectory())
            continue;
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const name = (0,external_node_path_.relative)(staging, path);
        if (!CACHED_NAME.test(name) || !entry.isFile() || (0,external_node_fs_.lstatSync)(path).nlink > 1) {
            others += 1;
            continue;
        }
        const place = (0,external_node_path_.join)(directory, name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(place), { recursive: true, mode: 0o700 });
        (0,external_node_fs_.chmodSync)(path, 0o600);
        (0,external_node_fs_.renameSync)(path, place);
    }
    if (others > 0)
        lib_core/* info */.pq(`note: ${others} entries of the restored cache are not downloads of fledge and were ignored`);
}
/** The cache directory, at the same path in every run: the cache service compares paths when it restores. */
function ownCacheDirectory(env, stepDirectory) {
    const directory = (0,external_node_path_.join)((0,environment/* environmentValue */.a)(env, 'RUNNER_TEMP') ?? stepDirectory, 'fledge-cache');
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true, mode: 0o700 });
    try {
        const path = (0,external_node_path_.join)(directory, SINCE_FILE);
        (0,external_node_fs_.writeFileSync)(path, '', { flag: 'wx' });
        const now = Date.now() / 1000;
        (0,external_node_fs_.utimesSync)(path, now, now);
    }
    catch (error) {
        // An earlier step of this job has created the file.
        if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
            throw error;
    }
    return directory;
}
/**
 * Removes files that no build of this job has used; otherwise the cache would keep every layer that a tag ever had. A
 * file's mtime is that of its last use. A directory that the workflow has configured is not changed.
 */
function removeUnused(directory) {
    const since = statSync(join(directory, SINCE_FILE), { throwIfNoEntry: false })?.mtimeMs;
    if (since === undefined)
        return;
    for (const name of filesIn(directory)) {
        const path = join(directory, name);
        if (statSync(path).mtimeMs < since)
            rmSync(path);
    }
}
/** Every cached file, relative to the cache, in byte order. */
function filesIn(directory) {
    return CACHED.flatMap((part) => {
        try {
            const entries = readdirSync(join(directory, part), { recursive: true, withFileTypes: true });
            return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
        }
        catch (error) {
            if (systemCodeOf(error) === 'ENOENT')
                return [];
            throw error;
        }
    })
        .map((path) => path.slice(directory.length + 1))
        .sort();
}
function pathsIn(directory) {
    return CACHED.map((part) => (0,external_node_path_.join)(directory, part));
}
/** True if a config downloads anything that is cached. Archives and images of the Docker daemon are local. */
function isFetched(config) {
    if (config.agent !== undefined && config.agent.source !== 'local')
        return true;
    const isOfRegistry = ({ reference: { transport } }) => transport === undefined || transport === 'docker';
    if ((0,config_images/* fetchedImagesOf */.Rc)(config).some(isOfRegistry))
        return true;
    return config.strategy === 'initramfs' && config.busybox.location?.kind === 'url';
}
/** The download sources of a config. */
function sourcesOf(config) {
    const { strategy, agent } = config;
    return strategy === 'initramfs'
        ? { strategy, agent, busybox: config.busybox, ...(config.image !== undefined && { image: config.image.text }) }
        : { strategy, agent, image: config.image.text };
}
function digestOf(value) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7126);
;// CONCATENATED MODULE: ./build/action/login.js




/**
 * Logs in to a registry for the builds of this step only. The login is written to a private file, together with the
 * existing logins for other registries, because skopeo reads no other file if one is given.
 */
function logIn(login, { directory, env, reporter }) {
    const present = (0,logins/* readLogins */.rC)(env, reporter);
    const auth = Buffer.from(`${login.username}:${login.password}`, 'utf8').toString('base64');
    (0,inputs/* maskSecret */.$l)(auth);
    const path = (0,external_node_path_.join)(directory, 'auth.json');
    const content = (0,logins/* mergeLogins */.F8)({ registry: login.registry, auth }, present);
    (0,external_node_fs_.writeFileSync)(path, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
    return { env: { REGISTRY_AUTH_FILE: path }, dispose: () => (0,external_node_fs_.rmSync)(path, { force: true }) };
}

// EXTERNAL MODULE: ./build/action/planned-builds.js
var planned_builds = __webpack_require__(39755);
// EXTERNAL MODULE: ./build/action/report/annotations.js
var annotations = __webpack_require__(38572);
;// CONCATENATED MODULE: ./build/action/report/outcome.js

/** The outputs of mode `build`: all for a single plugin, only `results` for several. */
function outputsOf(outcomes) {
    const [only, ...others] = outcomes;
    const results = resultsJson(outcomes);
    if (only === undefined || others.length > 0)
        return { results };
    const { result, published, reproducible } = only;
    return {
        name: result?.name,
        version: result?.version,
        strategy: result?.strategy,
        'artifact-path': result?.artifact.path,
        'artifact-sha256': result?.artifact.sha256,
        'artifact-size': result?.artifact.size,
        'manifest-path': result?.manifest.path,
        'checksums-path': result?.checksums.path,
        'provenance-path': result?.provenance.path,
        'artifact-id': published.artifactId,
        'artifact-url': published.artifactUrl,
        'release-url': published.releaseUrl,
        'manifest-url': published.manifestUrl,
        reproducible,
        results,
    };
}
/** The result of `fledge build --json` for each plugin, with its config, URLs and error. */
function resultsJson(outcomes) {
    return JSON.stringify(outcomes.map(({ plan, platform, result, published, warnings, error }) => ({
        ...(result ?? { name: plan.name, strategy: plan.strategy, platform }),
        warnings,
        config: plan.config,
        ...(Object.keys(published).length > 0 && { published }),
        ...(error !== undefined && { error: (0,annotations/* describeFailure */.Ic)(error) }),
    })));
}

// EXTERNAL MODULE: ./build/action/report/outputs.js
var outputs = __webpack_require__(6456);
// EXTERNAL MODULE: ./build/action/report/summary.js + 1 modules
var summary = __webpack_require__(54747);
;// CONCATENATED MODULE: ./build/action/upload.js

/** Uploads the files of every successful plugin as workflow artifacts, if the inputs ask for it. */
async function uploadArtifacts(outcomes, { inputs, context }) {
    if (!inputs.uploadArtifact)
        return [...outcomes];
    const { uploadWorkflowArtifacts } = await __webpack_require__.e(/* import() */ 754).then(__webpack_require__.bind(__webpack_require__, 69754));
    const uploaded = [];
    for (const outcome of outcomes) {
        const { files, error, plan } = outcome;
        if (files === undefined || error !== undefined) {
            uploaded.push(outcome);
            continue;
        }
        context.reporter.step(`upload ${plan.name} as workflow artifacts`);
        try {
            const { retentionDays, overwrite } = inputs;
            const request = { files: (0,published_files/* filesOf */.R8)(files), retentionDays, existing: overwrite ? 'overwrite' : 'refuse' };
            const result = await uploadWorkflowArtifacts(request, context);
            const made = result.kind === 'uploaded' ? result.artifacts : [];
            const artifact = made.find(({ name }) => name === files.artifact.name);
            const manifest = made.find(({ name }) => name === files.manifest.name);
            const ids = artifact &&
                manifest && { artifactId: artifact.id, artifactUrl: artifact.url, manifestId: manifest.id };
            uploaded.push({ ...outcome, published: { ...outcome.published, ...ids } });
        }
        catch (error) {
            uploaded.push({ ...outcome, error });
        }
    }
    return uploaded;
}
/**
 * Adds the files of all plugins to the release, if the inputs ask for it. They are added all together or not at all,
 * because an incomplete release must not be published.
 */
async function uploadRelease(outcomes, { context, release }) {
    if (release === undefined)
        return [...outcomes];
    if (outcomes.some(({ error }) => error !== undefined)) {
        context.reporter.warn(`release ${release.tag} is not published: not all plugins succeeded`);
        return [...outcomes];
    }
    context.reporter.step(`publish the release ${release.tag}`);
    try {
        const { publishRelease } = await __webpack_require__.e(/* import() */ 251).then(__webpack_require__.bind(__webpack_require__, 80251));
        const assets = outcomes.flatMap(({ files }) => (files === undefined ? [] : (0,published_files/* filesOf */.R8)(files)));
        const { url, assets: released } = await publishRelease({ ...release, assets }, context);
        const urlOf = (name) => released.find((asset) => asset.name === name)?.url;
        return outcomes.map((outcome) => {
            const manifestUrl = urlOf(outcome.files?.manifest.name);
            const published = { ...outcome.published, releaseUrl: url, ...(manifestUrl !== undefined && { manifestUrl }) };
            return { ...outcome, published };
        });
    }
    catch (error) {
        return outcomes.map((outcome) => ({ ...outcome, error }));
    }
}

;// CONCATENATED MODULE: ./build/action/modes/build.js


















/**
 * Mode `build`: builds every plugin of the input `config`, and publishes the results. After a failure, the other
 * plugins are built nevertheless.
 *
 * @throws FledgeError for problems before the first build; otherwise `ManyFailures` with the failure of each plugin.
 */
async function buildPlugins(inputs, context) {
    checkRunnerImage(inputs);
    const release = releaseDestinationOf(inputs, context.env);
    // Otherwise, if all downloads are cached, a wrong proxy would be found only by the uploads, after the builds.
    (0,proxy/* checkProxies */.rX)(context.env);
    const plans = await (0,planned_builds/* plannedBuilds */.E)(inputs);
    checkPublishedNames(inputs, plans);
    const target = { inputs, context, release };
    const cache = await restoreDownloads(inputs, plans, context);
    const parts = { step: context.env, cache };
    const { runnerOf, tools } = await chooseRunners(plans, inputs, { ...context, env: environmentOfBuild(parts) });
    const built = await withLogin(inputs, context, async (login) => {
        const outcomes = [];
        const written = plans.flatMap((plan) => outputPathsOf(plan, inputs, plans.length));
        const env = environmentOfBuild({ ...parts, login, tools, written });
        const job = { ...target, env, count: plans.length };
        for (const plan of plans)
            outcomes.push(await buildPlugin(plan, { ...job, runner: runnerOf(plan) }));
        return outcomes;
    });
    if (built.every(({ error }) => error === undefined))
        (0,state/* saveThatAllWasBuilt */.D6)();
    const uploaded = await uploadArtifacts(built, target);
    const outcomes = await uploadRelease(uploaded, target);
    context.reporter.endGroup();
    (0,outputs/* setOutputs */.n)(outputsOf(outcomes));
    if (inputs.summary)
        await (0,summary/* writeSummary */.Sy)(outcomes, target);
    // A failure to publish a release is the same for all of its plugins, and is reported once.
    const failures = new Set(outcomes.flatMap(({ error }) => (error === undefined ? [] : [error])));
    if (failures.size > 0)
        throw new annotations/* ManyFailures */.j7([...failures]);
}
async function withLogin({ login }, context, action) {
    if (login === undefined)
        return action({});
    const active = logIn(login, context);
    try {
        return await action(active.env);
    }
    finally {
        active.dispose();
    }
}
/**
 * Every file that the build of a plugin writes. Other plugins do not map these files, so that the order of builds does
 * not matter.
 */
function outputPathsOf(plan, inputs, count) {
    const directory = outputDirectoryOf(plan, inputs, count);
    return [plan.artifactFile, ...output_names/* BESIDE_ARTIFACT */.Mc].map((name) => (0,external_node_path_.resolve)(directory, name));
}
function isPublished({ uploadArtifact, uploadRelease }) {
    return uploadArtifact || uploadRelease;
}
/**
 * Checks, before anything is built, that the files of all plugins can be published under their names.
 *
 * @throws FledgeError `usage`.
 */
function checkPublishedNames(inputs, plans) {
    if (plans.length > 1 && inputs.artifactName !== undefined) {
        throw new errors/* FledgeError */.aE('usage', `input artifact-name: ${plans.length} plugins cannot all have the name ${JSON.stringify(inputs.artifactName)}`, { fix: 'remove artifact-name: the default is the name and platform of each plugin' });
    }
    if (!isPublished(inputs))
        return;
    for (const { name } of plans)
        (0,published_files/* checkStem */.WN)(stemOf(inputs, { name, platform: inputs.platform }));
}


/***/ }),

/***/ 39755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ plannedBuilds)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _recipe_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11030);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/**
 * The plugins of the input `config`, see `planBuilds`.
 *
 * @throws FledgeError as `planBuilds` does, with a fix for a pattern without matches.
 */
async function plannedBuilds({ config, manifest }) {
    try {
        return await (0,_recipe_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planBuilds */ .z)(config, { manifest });
    }
    catch (error) {
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE) || error.code !== 'usage')
            throw error;
        const fix = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('.').length > 0
            ? 'set the input config to existing paths or globs such as plugins/*, relative to the workspace'
            : 'the workspace is empty: add a step with uses: actions/checkout before this one';
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE(error.code, error.wording.message, { cause: error, fix });
    }
}


/***/ }),

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
    'artifact-id',
    'artifact-url',
    'release-url',
    'manifest-url',
    'reproducible',
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

/***/ 54747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DU: () => (/* binding */ writeComparisonSummary),
  Sy: () => (/* binding */ writeSummary)
});

// UNUSED EXPORTS: fitSections

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/compare/comparison-text.js
var comparison_text = __webpack_require__(79191);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/report/warning.js
var report_warning = __webpack_require__(79391);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/action/report/annotations.js
var annotations = __webpack_require__(38572);
// EXTERNAL MODULE: ./build/action/report/escape.js
var report_escape = __webpack_require__(35279);
;// CONCATENATED MODULE: ./build/action/report/contents-pie.js


/** Maximum number of slices that are readable. */
const MAX_SLICES = 9;
/** A pie chart of the contents of an artifact, as a mermaid diagram in MiB; empty if there are none. */
function contentsPie(contents) {
    const sorted = [...contents].sort((a, b) => b.size - a.size);
    const shown = sorted.length > MAX_SLICES ? sorted.slice(0, MAX_SLICES - 1) : sorted;
    const rest = sorted.slice(shown.length).reduce((sum, { size }) => sum + size, 0);
    const slices = [...shown, ...(rest > 0 ? [{ path: 'everything else', size: rest }] : [])];
    if (slices.length === 0)
        return '';
    const lines = slices.map(({ path, size }) => `  "${label(path)}" : ${mebibytes(size)}`);
    return (0,report_escape/* fencedBlock */.zW)('mermaid', ['pie showData', '  title Contents in MiB', ...lines].join('\n'));
}
/** Replaces characters that a mermaid label cannot contain: quotes, and those that begin an entity or a comment. */
function label(text) {
    return text.replace(/[^\p{L}\p{N} ._/+@-]/gu, '_');
}
/** Mermaid does not accept a slice of size 0. */
function mebibytes(bytes) {
    return Math.max(bytes / units/* MEBIBYTE */.gJ, 0.001).toFixed(3);
}

;// CONCATENATED MODULE: ./build/action/report/summary.js











/** Limit of GitHub for the summary of a step, 1 MiB. */
const MAX_BYTES = 1024 * 1024;
/** Replaces sections that do not fit. */
const CUT = '\n_The summary is truncated at 1 MiB, the limit of GitHub. The output `results` is complete._\n';
/** Writes the job summary of mode `build`. */
async function writeSummary(outcomes, target) {
    const sections = [
        resultsTable(outcomes),
        ...outcomes.flatMap((outcome) => pluginSections(outcome, { target, isOnly: outcomes.length === 1 })),
    ];
    await append(['## fledge\n', ...sections], target.context.env);
}
/** Writes the job summary of mode `compare`. */
async function writeComparisonSummary({ left, right, comparison }, env) {
    const lines = (0,comparison_text/* differencesOf */.g6)(comparison).map((file) => `- ${(0,report_escape/* code */.aY)((0,comparison_text/* describeDifference */.hF)(file))}\n`);
    const title = `## fledge compare\n\n${(0,report_escape/* code */.aY)(left)} and ${(0,report_escape/* code */.aY)(right)}: ${(0,comparison_text/* sumUp */.Bw)(comparison)}\n`;
    await append([title, '\n', ...lines], env);
}
/** Joins the sections that fit within the limit in bytes. */
function fitSections(sections, limit = MAX_BYTES) {
    let room = limit - Buffer.byteLength(CUT);
    let text = '';
    for (const section of sections) {
        room -= Buffer.byteLength(section);
        if (room < 0)
            return text + CUT;
        text += section;
    }
    return text;
}
async function append(sections, env) {
    // Old GHES servers do not support summaries.
    if ((0,environment/* environmentValue */.a)(env, 'GITHUB_STEP_SUMMARY') === undefined)
        return;
    try {
        await core/* summary */.z.addRaw(fitSections(sections)).write();
    }
    catch (error) {
        // The build itself has succeeded.
        (0,annotations/* annotateWarning */.tf)(`cannot write the job summary: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function resultsTable(outcomes) {
    const header = ['plugin', 'version', 'strategy', 'platform', 'size', 'SHA-256', 'reproducible'];
    const rows = outcomes.map((outcome) => {
        const { plan, platform, result } = outcome;
        const [name, version, size, sha256] = result === undefined
            ? [plan.name, '', '', '']
            : [result.name, result.version, (0,units/* formatBytes */.z3)(result.artifact.size), result.artifact.sha256];
        const failed = outcome.error === undefined ? '' : ' ❌';
        const cells = [name, version, plan.strategy, platform, size, sha256].map((text) => (text === '' ? '' : (0,report_escape/* code */.aY)(text)));
        return [`${cells[0]}${failed}`, ...cells.slice(1), reproducibilityOf(outcome)];
    });
    return `\n${(0,report_escape/* table */.tp)(header, rows)}`;
}
function reproducibilityOf({ reproducible, result }) {
    if (reproducible !== undefined)
        return reproducible ? '✅ built twice' : '❌';
    if (result === undefined)
        return '';
    return result.reproducible.ok ? 'yes, not checked' : `no: ${(0,report_escape/* escapeMarkdown */.FV)(result.reproducible.reason)}`;
}
function pluginSections(outcome, { target, isOnly }) {
    const { plan, result, warnings, error } = outcome;
    const heading = isOnly ? [] : [`\n### ${(0,report_escape/* code */.aY)(plan.name)}\n`];
    if (error !== undefined)
        heading.push(`\n${(0,report_escape/* fencedBlock */.zW)('text', (0,annotations/* describeFailure */.Ic)(error))}`);
    heading.push(warningList(warnings));
    if (result === undefined)
        return heading;
    const commands = error === undefined ? installCommands(outcome, result, target) : [];
    const pie = contentsPie(result.contents);
    return [
        ...heading,
        ...(commands.length > 0 ? [`\nInstall:\n\n${(0,report_escape/* fencedBlock */.zW)('sh', commands.join('\n'))}`] : []),
        ...(pie === '' ? [] : [`\n${pie}`]),
        `\n${timesTable(result)}`,
    ];
}
/** One line for each warning. */
function warningList(warnings) {
    const lines = warnings.map((warning) => {
        const { message, fix } = warning;
        return `- ⚠️ ${(0,report_escape/* escapeMarkdown */.FV)((0,report_warning/* describeWarning */.U9)(message, warning))}${fix === undefined ? '' : ` ${(0,report_escape/* escapeMarkdown */.FV)(`(fix: ${fix})`)}`}\n`;
    });
    return lines.length === 0 ? '' : `\n${lines.join('')}`;
}
function timesTable({ steps }) {
    const times = [...steps, { name: 'in all', ms: steps.reduce((sum, { ms }) => sum + ms, 0) }];
    const rows = times.map(({ name, ms }) => [(0,report_escape/* escapeMarkdown */.FV)(name), (0,report_escape/* escapeMarkdown */.FV)((0,units/* formatMilliseconds */.MH)(ms))]);
    return (0,report_escape/* table */.tp)(['step', 'time'], rows);
}
/** Commands that install the plugin in Volant, by the place of its files. */
function installCommands({ published, files }, result, target) {
    const { inputs, context } = target;
    const install = (manifest) => `volar plugins install --manifest ${(0,support_text/* shellWord */.r7)(manifest)}`;
    const { manifestUrl, artifactId, manifestId } = published;
    if (manifestUrl !== undefined)
        return [`curl -fsSLO ${(0,support_text/* shellWord */.r7)(manifestUrl)}`, install((0,external_node_path_.basename)(manifestUrl))];
    if (artifactId === undefined || manifestId === undefined || files === undefined) {
        const directory = (0,external_node_path_.relative)('.', (0,external_node_path_.dirname)(result.artifact.path));
        return [`(cd ${(0,support_text/* shellWord */.r7)(directory)} && sha256sum -c SHA256SUMS)`, install((0,external_node_path_.join)(directory, 'manifest.json'))];
    }
    const repository = (0,environment/* environmentValue */.a)(context.env, 'GITHUB_REPOSITORY') ?? 'OWNER/REPOSITORY';
    // `gh run download` is not used, because it treats every artifact as a zip file.
    const download = (id) => `gh api ${(0,support_text/* shellWord */.r7)(`repos/${repository}/actions/artifacts/${id}/zip`)}`;
    const artifact = (0,support_text/* shellWord */.r7)(files.artifact.name);
    const medium = result.strategy === 'initramfs' ? 'initramfs' : 'rootfs';
    // Without url-base, the manifest has the path of the artifact on the runner.
    const rewrite = ` | jq --arg url "$PWD/"${artifact} '.${medium}.url = $url'`;
    return [
        `${download(artifactId)} > ${artifact}`,
        `${download(manifestId)}${inputs.urlBase === undefined ? rewrite : ''} > manifest.json`,
        install('manifest.json'),
    ];
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

/***/ 79191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ sumUp),
/* harmony export */   g6: () => (/* binding */ differencesOf),
/* harmony export */   hF: () => (/* binding */ describeDifference)
/* harmony export */ });
/* unused harmony export formatComparison */
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);

/** The differences, file by file, and a summary as the last line. */
function formatComparison(comparison) {
    const lines = differencesOf(comparison).flatMap(formatDifference);
    return [...lines, sumUp(comparison), ''].join('\n');
}
/** The files that are not identical. */
function differencesOf({ files }) {
    return files.filter(({ status }) => status !== 'identical');
}
/** A difference on a line, and each side on a line below it. */
function formatDifference(file) {
    const { left, right } = sidesOf(file);
    return [
        headOf(file),
        ...(left === undefined ? [] : [`  left   ${left}`]),
        ...(right === undefined ? [] : [`  right  ${right}`]),
    ];
}
/** The same on one line. */
function describeDifference(file) {
    const { left, right } = sidesOf(file);
    const sides = [left && `left ${left}`, right && `right ${right}`].filter((text) => text !== undefined);
    return sides.length === 0 ? headOf(file) : `${headOf(file)} (${sides.join(', ')})`;
}
/** `identical: 2 files`, or `1 of 2 files differs`. */
function sumUp(comparison) {
    const count = comparison.files.length === 1 ? '1 file' : `${comparison.files.length} files`;
    if (comparison.identical)
        return `identical: ${count}`;
    const { length } = differencesOf(comparison);
    return `${length} of ${count} ${length === 1 ? 'differs' : 'differ'}`;
}
function headOf({ path, status, firstDifference }) {
    switch (status) {
        case 'identical':
            return `${path}: identical`;
        case 'only-left':
            return `${path}: only left`;
        case 'only-right':
            return `${path}: only right`;
        case 'differs':
            return `${path}: differs${firstDifference === undefined ? '' : `, first at byte ${firstDifference}`}`;
    }
}
/** The description of each side if both exist and differ. */
function sidesOf({ status, left, right }) {
    if (status !== 'differs')
        return {};
    return { ...(left && { left: describeFile(left) }), ...(right && { right: describeFile(right) }) };
}
function describeFile({ kind, size, sha256, target }) {
    if (target !== undefined)
        return `${kind} -> ${target}`;
    if (sha256 === undefined)
        return kind;
    return `sha256:${sha256}${size === undefined ? '' : `  ${size} bytes${size < 1024 ? '' : ` (${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(size)})`}`}`;
}


/***/ }),

/***/ 70000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ renderChecksums)
/* harmony export */ });
/**
 * The text of a SHA256SUMS file in the form that `sha256sum -c` reads (coreutils manual, "md5sum invocation"): names
 * with a backslash or a line break are escaped, and their line begins with a backslash.
 */
function renderChecksums(files) {
    return files
        .map(({ name, sha256 }) => {
        const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
        return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
    })
        .join('');
}


/***/ }),

/***/ 63818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ loadLockFor),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   Qu: () => (/* binding */ lockCommandFor)
/* harmony export */ });
/* unused harmony exports parseLockText, renderLock */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9691);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93017);
/* harmony import */ var _document_checked_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4769);
/* harmony import */ var _document_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28055);
/* harmony import */ var _document_positions_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(45868);
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60410);
/* harmony import */ var _document_source_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10755);
/* harmony import */ var _document_toml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45666);
/* harmony import */ var _document_vocabulary_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(69374);
/* harmony import */ var _document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12673);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(62625);














const HEADER = (/* unused pure expression or super */ null && (`# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
`));
const sha256 = (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfSha256 */ .EK).transform(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseSha256 */ .WN);
const pinnedFile = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ url: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfHttpUrl */ .ix), sha256 });
const assets = { 'linux/amd64': pinnedFile.optional(), 'linux/arm64': pinnedFile.optional() };
const imagePin = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ name: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(problemOfName), digest: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(problemOfDigest) });
const lockSchema = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_10__/* .literal */ .euz('1'),
    image: imagePin.optional(),
    base_images: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(imagePin).optional(),
    busybox_image: imagePin.optional(),
    agent_release: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ version: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), tag: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), ...assets })
        .optional(),
    agent: pinnedFile.optional(),
    busybox: pinnedFile.optional(),
});
const vocabulary = (0,_document_vocabulary_js__WEBPACK_IMPORTED_MODULE_11__/* .vocabularyOf */ .Y)(lockSchema, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'fledge.toml', names: ['strategy', 'init', 'source', 'filesystem', 'mappings'] });
/** The lock file of a config: `fledge.lock` for `fledge.toml`, in the same directory. */
function lockFileOf(configFile) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(configFile), `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(configFile).replace(/\.toml$/, '')}.lock`);
}
/** The command that writes the lock file of a config. */
function lockCommandFor(configFile) {
    return configFile === 'fledge.toml' ? 'fledge lock' : `fledge lock --config ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_12__/* .shellWord */ .r7)(configFile)}`;
}
/**
 * Reads and checks the lock file of a config; undefined if there is none.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadLockFor(configFile) {
    const file = lockFileOf(configFile);
    const missing = new _support_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .FledgeError */ .aE('config', `there is no ${file}`);
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
    const locate = async (findings) => (0,_document_document_js__WEBPACK_IMPORTED_MODULE_3__/* .locateFindings */ .Hf)(findings, file, await (0,_document_positions_js__WEBPACK_IMPORTED_MODULE_13__/* .locateToml */ .Ls)(text));
    const parsed = lockSchema.safeParse(raw);
    if (!parsed.success) {
        throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)(await locate((0,_document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .findingsOfIssues */ .u)(parsed.error.issues, raw, vocabulary)));
    }
    const { image, base_images: baseImages, busybox_image: busyboxImage, agent_release: release, agent, busybox, } = parsed.data;
    const agentRelease = release && {
        version: release.version,
        tag: release.tag,
        assets: { 'linux/amd64': release['linux/amd64'], 'linux/arm64': release['linux/arm64'] },
    };
    return { file, pins: { image, busyboxImage, baseImages, agentRelease, agent, busybox }, locate };
}
/** The text of a lock file: deterministic, and with each pin on its own lines. */
function renderLock({ image, busyboxImage, baseImages = [], agentRelease, agent, busybox }) {
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

/***/ 71618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ lockedConfig)
});

// UNUSED EXPORTS: checkLock

// EXTERNAL MODULE: ./build/document/problems.js
var problems = __webpack_require__(60410);
// EXTERNAL MODULE: ./build/net/redact.js
var redact = __webpack_require__(13567);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/lock/lock-file.js
var lock_file = __webpack_require__(63818);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/support/platform.js
var platform = __webpack_require__(61341);
;// CONCATENATED MODULE: ./build/lock/lock-rules.js


/** The sources of a config that fledge.toml does not pin. */
function openSourcesOf(config) {
    const open = new Map();
    const localImages = [];
    for (const { reference, key } of (0,config_images/* fetchedImagesOf */.Rc)(config)) {
        if (isLocalByTag(reference))
            localImages.push({ text: reference.text, key });
        const image = isOfRegistry(reference) ? openImage(reference.named) : undefined;
        if (image !== undefined)
            open.set(key, image);
    }
    const image = open.get('image');
    const busyboxImage = open.get('busybox_image');
    return {
        ...(image !== undefined && { image }),
        ...(busyboxImage !== undefined && { busyboxImage }),
        baseImages: openBaseImages((0,config_images/* dockerfileOf */.S9)(config)),
        localImages,
        ...openAgent(config.agent),
        ...openBusybox(config),
    };
}
function openBusybox(config) {
    if (config.strategy === 'oci_rootfs' || config.busybox.image !== undefined)
        return {};
    const { location, sha256 } = config.busybox;
    return location.kind === 'url' && sha256 === undefined ? { busybox: location.url } : {};
}
function openAgent(agent) {
    if (agent?.source === 'release')
        return { agentRelease: agent.version };
    return agent?.source === 'http' && agent.sha256 === undefined ? { agent: agent.url } : {};
}
function isOfRegistry({ transport }) {
    return transport === undefined || transport === 'docker';
}
/** True for an image of a daemon or a storage by its tag. An id is the digest of the config. */
function isLocalByTag({ transport, named, stored, id }) {
    if (transport !== 'docker-daemon' && transport !== 'containers-storage')
        return false;
    return id === undefined && (named ?? stored)?.digest === undefined;
}
function openImage(named) {
    if (named === undefined || named.digest !== undefined)
        return undefined;
    return { name: `${named.domain}/${named.repository}:${named.tag ?? 'latest'}`, named };
}
function openBaseImages(dockerfile) {
    const all = platform/* PLATFORMS */.P.flatMap((platform) => dockerfile?.bases[platform] ?? []);
    const open = all.flatMap(({ named }) => openImage(named) ?? []);
    return [...new Map(open.map((image) => [image.name, image])).values()];
}
/** Compares a config with its pins. `nameOf` returns a URL as it is in a lock file: without credentials. */
function lock_rules_compareWithLock(config, pins, nameOf) {
    const open = openSourcesOf(config);
    const checks = [
        check(['image'], 'name', open.image?.name, pins.image?.name),
        check(['busybox_image'], 'name', open.busyboxImage?.name, pins.busyboxImage?.name),
        ...checkBaseImages(open.baseImages, pins.baseImages ?? []),
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
        return { gap: { path: table, message: `missing; fledge.toml names ${wanted}` } };
    const instead = asked === undefined ? 'does not use it' : `names ${wanted}`;
    return { stale: { path: [...table, key], message: `pins ${JSON.stringify(locked)}, but fledge.toml ${instead}` } };
}
function checkBaseImages(open, pins) {
    const stale = pins.flatMap(({ name }, index) => {
        if (open.some((image) => image.name === name))
            return [];
        const message = `pins ${JSON.stringify(name)}, which the Dockerfile does not use`;
        return [{ stale: { path: ['base_images', index, 'name'], message } }];
    });
    const gaps = open.flatMap(({ name }) => {
        if (pins.some((pin) => pin.name === name))
            return [];
        return [{ gap: { path: ['base_images'], message: `does not pin ${JSON.stringify(name)} of the Dockerfile` } }];
    });
    return [...stale, ...gaps];
}
/** Reports a release that had no agent for the platform when it was pinned. */
function findMissingAgent({ agentRelease }, platform) {
    if (agentRelease === undefined || agentRelease.assets[platform] !== undefined)
        return [];
    const message = `missing; release ${agentRelease.tag} had no kestrel for ${platform} when it was pinned`;
    return [{ path: ['agent_release', platform], message }];
}
/** The config with its pins filled in. `compareWithLock` must have found no stale pins. */
function applyLock(config, { file, pins }, platform) {
    const agent = pinnedAgent(config.agent, pins, { file, platform });
    const dockerfile = (0,config_images/* dockerfileOf */.S9)(config);
    const locked = {
        agent,
        ...(pins.image !== undefined && { imageLock: { file, digest: pins.image.digest } }),
    };
    const image = dockerfile && { ...dockerfile, bases: pinnedBases(dockerfile, pins.baseImages ?? [], file) };
    if (config.strategy === 'oci_rootfs')
        return { ...config, ...locked, image: image ?? config.image };
    return { ...config, ...locked, image: image ?? config.image, busybox: pinnedBusybox(config.busybox, pins, file) };
}
function pinnedBases({ bases }, pins, file) {
    const pinned = (base) => {
        const name = openImage(base.named)?.name;
        const pin = pins.find((candidate) => candidate.name === name);
        return pin === undefined ? base : { ...base, lock: { file, digest: pin.digest } };
    };
    return { 'linux/amd64': bases['linux/amd64'].map(pinned), 'linux/arm64': bases['linux/arm64'].map(pinned) };
}
function pinnedBusybox(busybox, { busybox: pin, busyboxImage }, file) {
    if (busybox.image === undefined) {
        return pin === undefined ? busybox : { ...busybox, sha256: pin.sha256, lockFile: file };
    }
    return busyboxImage === undefined ? busybox : { ...busybox, imageLock: { file, digest: busyboxImage.digest } };
}
function pinnedAgent(agent, { agentRelease, agent: pin }, { file, platform }) {
    if (agent?.source === 'release' && agentRelease !== undefined) {
        return { ...agent, lock: { file, tag: agentRelease.tag, asset: agentRelease.assets[platform] } };
    }
    if (agent?.source === 'http' && pin !== undefined)
        return { ...agent, sha256: pin.sha256, lockFile: file };
    return agent;
}

;// CONCATENATED MODULE: ./build/lock/locked-config.js






/**
 * The config with the pins of its lock file, and the path of that file if there is one. A source that is not pinned is
 * an error with `locked`, otherwise a warning.
 *
 * @throws FledgeError `config` if the lock file is damaged, or does not match fledge.toml.
 */
async function lockedConfig(loaded, { platform, locked, reporter }) {
    const { localImages } = openSourcesOf(loaded.config);
    if (locked && localImages.length > 0) {
        const findings = localImages.map(({ text, key }) => ({
            path: ['source', key],
            message: `${text} refers to a local image by tag, which cannot be pinned; --locked needs an image of a registry, or a digest`,
        }));
        throw await loaded.errorAt(findings);
    }
    const lock = await (0,lock_file/* loadLockFor */.FK)(loaded.file);
    if (lock === undefined) {
        if (!locked)
            return { config: loaded.config, lockFile: undefined };
        throw new errors/* FledgeError */.aE('config', (0,wording/* worded */.MH) `there is no ${(0,lock_file/* lockFileOf */.LN)(loaded.file)}, and ${(0,wording/* option */.uK)('locked')} needs it`, {
            fix: `write it with ${(0,lock_file/* lockCommandFor */.Qu)(loaded.file)}, and commit it`,
        });
    }
    const { stale, gaps } = lock_rules_compareWithLock(loaded.config, lock.pins, redact/* redactUrl */.B);
    const missing = stale.length > 0 ? [] : findMissingAgent(lock.pins, platform);
    const open = [...gaps, ...missing];
    await requireNone(locked ? [...stale, ...open] : stale, lock, loaded);
    await warnOf(open, lock, { loaded, reporter });
    return { config: applyLock(loaded.config, lock, platform), lockFile: lock.file };
}
/**
 * Compares a config with its lock file, if it has one, without regard to a platform.
 *
 * @throws FledgeError as `lockedConfig` does.
 */
async function checkLock(loaded, reporter) {
    const lock = await loadLockFor(loaded.file);
    if (lock === undefined)
        return undefined;
    const { stale, gaps } = compareWithLock(loaded.config, lock.pins, redactUrl);
    await requireNone(stale, lock, loaded);
    await warnOf(gaps, lock, { loaded, reporter });
    return lock;
}
async function requireNone(findings, lock, { file }) {
    if (findings.length === 0)
        return;
    throw (0,problems/* problemsError */.$j)(await lock.locate(findings), `update it with ${(0,lock_file/* lockCommandFor */.Qu)(file)}`);
}
async function warnOf(gaps, lock, { loaded, reporter }) {
    if (gaps.length === 0)
        return;
    for (const gap of await lock.locate(gaps)) {
        reporter.warn(`${gap.message}; to pin it, run ${(0,lock_file/* lockCommandFor */.Qu)(loaded.file)}`, { ...gap, code: 'unpinned' });
    }
}


/***/ }),

/***/ 15360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ cloudInitPaths),
/* harmony export */   y: () => (/* binding */ readCloudInit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32026);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25423);






const DOCUMENTS = ['user_data', 'meta_data', 'network_config'];
/** Far more than fits into a manifest, see encoded-size.ts. */
const MAX_BYTES = 64 * 1024;
/** The paths of cloud-init documents in a template, as written: relative to the directory of the template. */
function cloudInitPaths({ cloud_init: cloudInit }) {
    return DOCUMENTS.flatMap((name) => cloudInit?.[name]?.path ?? []);
}
/**
 * Reads the cloud-init documents that a template names by path, and puts their contents in. Otherwise `volar` would look
 * for the files on the machine that installs the plugin. `own` are paths of builds, which are never read.
 */
async function readCloudInit({ file, fields }, own) {
    const { cloud_init: cloudInit } = fields;
    if (cloudInit === undefined || cloudInitPaths(fields).length === 0)
        return { fields, problems: [] };
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file));
    const ownFiles = new _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_4__/* .OwnFiles */ .yp(own);
    const documents = { ...cloudInit };
    const problems = [];
    for (const name of DOCUMENTS) {
        const path = cloudInit[name]?.path;
        if (path === undefined)
            continue;
        const read = await readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path), directory, ownFiles);
        if ('problem' in read)
            problems.push({ path: ['cloud_init', name, 'path'], message: `${path} ${read.problem}` });
        else
            documents[name] = { inline: true, content: read.content };
    }
    return { fields: { ...fields, cloud_init: documents }, problems };
}
async function readDocument(path, directory, ownFiles) {
    try {
        const [real, base] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory)]);
        if (ownFiles.holds((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromText */ .dw)(real), (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromText */ .dw)(base))) {
            return { problem: 'belongs to a build, such as its cache or a login, and is never read; name another file' };
        }
        return decode(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegularFile */ .XF)(real, MAX_BYTES));
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .NotRegularFile */ .k1)
            return { problem: `is ${error.kind}, not a regular file` };
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .FileTooLarge */ .Sv)
            return { problem: `has ${error.bytes} bytes; the limit is ${MAX_BYTES}` };
        switch ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error)) {
            case 'ENOENT':
            case 'ENOTDIR':
                return { problem: 'does not exist; the path is relative to the directory of this file' };
            case 'EACCES':
                return { problem: 'cannot be read: permission denied; make it readable for the user who builds' };
            case 'ELOOP':
                return { problem: 'is a loop of symbolic links' };
            default:
                return { problem: `cannot be read: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}` };
        }
    }
}
function decode(bytes) {
    try {
        const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        // UTF-16 without a byte order mark is valid UTF-8 in most languages.
        return content.includes('\0') ? { problem: 'is not text: it contains a NUL character' } : { content };
    }
    catch {
        return { problem: 'is not UTF-8 text' };
    }
}


/***/ }),

/***/ 480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ publishedStem),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   SC: () => (/* binding */ checkUnchanged),
/* harmony export */   WN: () => (/* binding */ checkStem),
/* harmony export */   rH: () => (/* binding */ nameProblem),
/* harmony export */   u: () => (/* binding */ stagePublishedFiles),
/* harmony export */   xR: () => (/* binding */ publishedNames)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _describe_checksums_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70000);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25423);






/** `hello-linux-amd64`: the name of a plugin and platform, unique in a repository. */
function publishedStem(name, platform) {
    return `${name}-${platform.replaceAll('/', '-')}`;
}
/**
 * The published names of a build, from a stem such as `hello-linux-amd64` and the extension of the local artifact. They
 * do not depend on the number of plugins or platforms, so that download URLs stay valid when another one is added.
 *
 * @throws FledgeError `usage` for a stem that GitHub would change.
 */
function publishedNames(stem, artifactFile) {
    checkStem(stem);
    return {
        artifact: `${stem}${artifactExtension(artifactFile)}`,
        manifest: `${stem}.manifest.json`,
        provenance: `${stem}.provenance.json`,
        checksums: `${stem}.SHA256SUMS`,
    };
}
/**
 * Checks that GitHub does not change names that begin with a stem.
 *
 * @throws FledgeError `usage` if GitHub would change them.
 */
function checkStem(stem) {
    const wrong = nameProblem(stem) ?? lengthProblem(stem);
    if (wrong === undefined)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('usage', `cannot publish files as ${JSON.stringify(stem)}: ${wrong}`, {
        fix: 'use letters, digits, ".", "_" and "-" in the name in manifest.toml, or in artifact-name',
    });
}
/** In characters. Names have at most 255 bytes; `uploading-`, 12 digits and `.provenance.json` are added to a stem. */
const LONGEST_STEM = 200;
function lengthProblem(stem) {
    return stem.length > LONGEST_STEM ? `it is longer than ${LONGEST_STEM} characters` : undefined;
}
/** The reason why GitHub would change a name, or undefined: it silently replaces some characters by periods. */
function nameProblem(name) {
    if (name === '')
        return 'it is empty';
    if (!/^[A-Za-z0-9._-]*$/.test(name))
        return 'GitHub changes characters other than letters, digits, ".", "_" and "-"';
    return name.startsWith('.') || name.endsWith('.') ? 'GitHub changes a period at either end' : undefined;
}
/** The extension of an artifact: `.cpio.gz`, or the part from the last period. */
function artifactExtension(file) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(file);
    if (name.endsWith('.cpio.gz'))
        return '.cpio.gz';
    const last = name.lastIndexOf('.');
    const extension = last > 0 ? name.slice(last) : '';
    return /^\.[A-Za-z0-9]+$/.test(extension) ? extension : '.img';
}
/**
 * Creates links to a build's files with their published names in `directory`, and a checksum file with these names. The
 * directory must exist and be kept until everything is published; the runner reads declared artifacts at the end of the
 * step.
 *
 * @throws FledgeError `output` if the directory cannot be written, `input` if a built file is missing or was changed.
 */
async function stagePublishedFiles(built, { stem, directory }) {
    const names = publishedNames(stem, built.artifact.path);
    const link = async (source, name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
        // Relative, because the absolute paths differ between a job's container and the runner.
        await inStage(path, async () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(directory), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(source.path)), path));
        return { name, path, size: source.size, sha256: source.sha256 };
    };
    await checkUnchanged(built.artifact);
    const artifact = await link(built.artifact, names.artifact);
    const manifest = await link(await digestSmallFile(built.manifest.path), names.manifest);
    const provenance = await link(await digestSmallFile(built.provenance.path), names.provenance);
    const text = Buffer.from((0,_describe_checksums_js__WEBPACK_IMPORTED_MODULE_5__/* .renderChecksums */ .p)([artifact, manifest, provenance]), 'utf8');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, names.checksums);
    await inStage(path, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text, { flag: 'wx' }));
    return { artifact, manifest, provenance, checksums: { name: names.checksums, path, ...digestBytes(text) } };
}
/** All files of a set in the order of their publication: a file is published after the files that it names. */
function filesOf({ artifact, provenance, checksums, manifest }) {
    return [artifact, provenance, checksums, manifest];
}
/**
 * Checks that a file was not changed after the build. Only its size is compared: it can have gigabytes.
 *
 * @throws FledgeError `input` if the file is missing or has another size.
 */
async function checkUnchanged(file) {
    const found = await readable(file.path, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file.path));
    if (found.isFile() && found.size === file.size)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot publish ${file.path}: it has ${found.size} bytes, but the build wrote ${file.size}`, { fix: 'make sure that no other step writes to the output directory before this step ends' });
}
/** Maximum size of a manifest, a provenance record and a checksum file. */
const MAX_SMALL_BYTES = 64 * 1024 * 1024;
async function digestSmallFile(path) {
    const content = await readable(path, () => (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readRegularFile */ .XF)(path, MAX_SMALL_BYTES));
    return { path, ...digestBytes(content) };
}
function digestBytes(content) {
    return { size: content.length, sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex') };
}
async function readable(path, read) {
    try {
        return await read();
    }
    catch (error) {
        const why = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) === 'ENOENT' ? 'the file does not exist' : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot publish ${path}: ${why}`, { cause: error });
    }
}
async function inStage(path, write) {
    try {
        await write();
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('output', `cannot write ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .writeFailureOf */ .PI)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 2594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ tagNameOf),
/* harmony export */   I: () => (/* binding */ isTagName)
/* harmony export */ });
const NOT_IN_A_NAME = ' ~^:?*[\\\x7f';
/** The name of a tag that is given as a ref or as a name: `v1` for `refs/tags/v1` and `v1`. */
function tagNameOf(text) {
    return text.replace(/^refs\/tags\//, '');
}
/**
 * Whether a text is a valid tag name (git-check-ref-format(1), and `git tag`, which refuses a leading dash and `HEAD`).
 * git allows the name of another ref, such as `refs/heads/main`; this refuses it as a mistake.
 */
function isTagName(tag) {
    if (tag.startsWith('-') || tag === 'HEAD' || tag.startsWith('refs/'))
        return false;
    if (tag.endsWith('.') || tag.includes('..') || tag.includes('@{'))
        return false;
    if ([...tag].some((character) => character < ' ' || NOT_IN_A_NAME.includes(character)))
        return false;
    return tag.split('/').every((name) => name !== '' && !name.startsWith('.') && !name.endsWith('.lock'));
}


/***/ }),

/***/ 66201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jq: () => (/* binding */ build),
  Nl: () => (/* binding */ commandOf)
});

// UNUSED EXPORTS: beginBuild

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/describe/checksums.js
var checksums = __webpack_require__(70000);
;// CONCATENATED MODULE: ./build/describe/provenance.js
/**
 * The provenance of an artifact: an in-toto Statement v1 with a SLSA Provenance v1 predicate (slsa.dev/spec/v1.0), as
 * JSON with two spaces of indent and a newline at the end. It contains no time and no host name, so that equal builds
 * have equal provenance; a signature identifies the builder.
 */
function renderProvenance(facts) {
    const statement = {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: facts.artifact.name, digest: { sha256: facts.artifact.sha256 } }],
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {
            buildDefinition: {
                buildType: 'https://github.com/volantvm/fledge-action/blob/v1/docs/provenance.md',
                externalParameters: {
                    strategy: facts.strategy,
                    platform: facts.platform,
                    sourceDateEpoch: facts.sourceDateEpoch,
                },
                resolvedDependencies: facts.inputs.map(descriptorOf),
            },
            runDetails: {
                builder: {
                    id: 'https://github.com/volantvm/fledge-action',
                    version: { fledge: facts.version },
                    ...(facts.toolchain && { builderDependencies: [descriptorOf(facts.toolchain)] }),
                },
            },
        },
    };
    return `${JSON.stringify(statement, null, 2)}\n`;
}
function descriptorOf({ name, uri, digest }) {
    return { name, uri, digest: digestSet(digest) };
}
function digestSet(digest) {
    const colon = digest.indexOf(':');
    return { [digest.slice(0, colon)]: digest.slice(colon + 1) };
}

// EXTERNAL MODULE: ./build/lock/locked-config.js + 1 modules
var locked_config = __webpack_require__(71618);
// EXTERNAL MODULE: ./build/manifest/cloud-init.js
var cloud_init = __webpack_require__(15360);
// EXTERNAL MODULE: ./build/manifest/manifest.js + 5 modules
var manifest_manifest = __webpack_require__(89089);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
;// CONCATENATED MODULE: ./build/manifest/url-base.js



/**
 * The value of `--url-base` without slashes at its end: an https URL, or an absolute path.
 *
 * @throws FledgeError `usage` for any other value, which Volant cannot or should not use.
 */
function parseUrlBase(text) {
    if (text.startsWith('/')) {
        if (text.includes('\0'))
            throw refuse(text, 'a path must not contain a NUL character');
        return text.replace(/\/+$/, '');
    }
    if (/^http:/i.test(text))
        throw refuse(text, 'http does not protect the artifact in transit; use https');
    if (/^file:/i.test(text))
        throw refuse(text, 'write the path itself, without file:');
    if (!/^https:\/\/[^/]/i.test(text))
        throw refuse(text, 'it must be an https:// URL or an absolute path');
    if (/\s/.test(text) || !URL.canParse(text))
        throw refuse(text, 'it is not a valid URL');
    if (/[?#]/.test(text))
        throw refuse(text, 'it must not have a query or a fragment, because the file name is appended to it');
    const url = new URL(text);
    if (url.username !== '' || url.password !== '') {
        throw refuse(`${url.protocol}//…@${url.host}${url.pathname}`, 'it must not contain credentials, because it is written to manifest.json');
    }
    return url.href.replace(/\/+$/, '');
}
/** The URL or path of an artifact for Volant: below a base from `parseUrlBase`, or the artifact's absolute path. */
function artifactUrl(urlBase, artifactPath) {
    if (urlBase === undefined)
        return artifactPath;
    const file = external_node_path_.posix.basename(artifactPath);
    return `${urlBase}/${urlBase.startsWith('https:') ? encodeURIComponent(file) : file}`;
}
function refuse(text, reason) {
    return new errors/* FledgeError */.aE('usage', (0,wording/* worded */.MH) `${(0,wording/* option */.uK)('url-base', JSON.stringify(text))}: ${reason}`);
}

// EXTERNAL MODULE: ./build/sources/context.js
var sources_context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/support/about.js
var about = __webpack_require__(92089);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/support/files/directory-lock.js



/** The lock is usually held for milliseconds. After this time, the caller proceeds without it. */
const PATIENCE_MS = 10_000;
/** Other users can occupy a name. Then all builds of this user use the next one. */
const NAMES = 4;
/**
 * Acquires a lock on a directory, exclusive among the processes of this user on this machine. The returned function
 * releases it.
 *
 * The lock is a socket with a name in Linux's abstract namespace (unix(7)). The kernel gives the name to one process only
 * and frees it when the process ends in any way, so there are no stale locks as with lock files. Every user can occupy any
 * name, so this waits only for a name that a process of this user has. Containers with separate network namespaces do
 * not see each other's locks. On a system without abstract sockets there is no lock.
 */
async function lockDirectory(directory) {
    const { dev, ino } = (0,external_node_fs_.statSync)(directory, { bigint: true });
    const deadline = Date.now() + PATIENCE_MS;
    for (let turn = 0; turn < NAMES; turn++) {
        const name = `fledge/${process.geteuid?.() ?? 0}/${dev}/${ino}/${turn}`;
        for (;;) {
            const server = await listen(`\0${name}`);
            if (server !== 'taken')
                return server;
            if (isOfOthers(name))
                break;
            const left = deadline - Date.now();
            if (left <= 0)
                return () => { };
            await untilReleased(`\0${name}`, left);
        }
    }
    return () => { };
}
/**
 * Whether an abstract socket with this name exists and no process of this user has it open. False if /proc cannot be
 * read.
 */
function isOfOthers(name) {
    try {
        // Num, RefCount, Protocol, Flags, Type, St, Inode, Path; `@` represents the zero byte of an abstract name.
        const lines = (0,external_node_fs_.readFileSync)('/proc/net/unix', 'latin1').split('\n');
        const line = lines.find((text) => text.endsWith(` @${name}`));
        const inode = line?.trim().split(/\s+/)[6];
        return inode !== undefined && !isOpenHere(`socket:[${inode}]`);
    }
    catch {
        return false;
    }
}
/** Whether a process of this user has a descriptor with this target (proc(5), /proc/PID/fd). */
function isOpenHere(target) {
    const user = process.geteuid?.();
    return (0,external_node_fs_.readdirSync)('/proc').some((pid) => {
        if (!/^\d+$/.test(pid))
            return false;
        try {
            // Root can read the descriptors of other users' processes; skip them.
            if ((0,external_node_fs_.statSync)(`/proc/${pid}`).uid !== user)
                return false;
            const directory = `/proc/${pid}/fd`;
            return (0,external_node_fs_.readdirSync)(directory).some((descriptor) => isLinkTo(`${directory}/${descriptor}`, target));
        }
        catch {
            // The process has ended.
            return false;
        }
    });
}
function isLinkTo(path, target) {
    try {
        return (0,external_node_fs_.readlinkSync)(path) === target;
    }
    catch {
        return false;
    }
}
/** The function that releases the lock, or `taken`. */
function listen(name) {
    return new Promise((resolve) => {
        const waiting = new Set();
        const server = (0,external_node_net_.createServer)((socket) => {
            waiting.add(socket);
            socket.on('error', () => { });
        });
        server.on('error', (error) => resolve((0,errors/* systemCodeOf */.c7)(error) === 'EADDRINUSE' ? 'taken' : () => { }));
        server.listen(name, () => {
            server.unref();
            resolve(() => {
                server.close();
                for (const socket of waiting)
                    socket.destroy();
            });
        });
    });
}
/** Resolves when the holder closes the connection, that is, releases the lock. */
function untilReleased(name, milliseconds) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)(name);
        socket.setTimeout(milliseconds, () => socket.destroy());
        socket.on('error', () => { });
        socket.on('close', () => resolve());
        socket.resume();
    });
}

// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./build/support/files/file-hash.js



/** In bytes. Starting a thread costs about as much time as hashing this many bytes. */
const MAX_HASHED_HERE = 32 * 1024 * 1024;
/** The zeros that are hashed for a hole, piece by piece. */
const ZEROS = new Uint8Array(1024 * 1024);
/**
 * The SHA-256 of a file that is written sequentially. For a large file it is computed in a thread, which reads the
 * written part while the next part is produced; nothing is copied, and the writer does not wait.
 */
class FileHash {
    #path;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #thread;
    #size = 0;
    /** `path` must lead to the file while it is written. */
    constructor(path) {
        this.#path = path;
    }
    /** Announces the approximate size in bytes; for a large file, the thread starts now and is ready for the first write. */
    expect(size) {
        if (size > MAX_HASHED_HERE && this.#size === 0)
            this.#thread ??= new HashThread(this.#path);
    }
    /** Adds these bytes, which are already in the file. */
    update(bytes) {
        if (this.#staysHere(bytes.length))
            this.#hash.update(bytes);
        else
            this.#continue(this.#size + bytes.length, 'data');
        this.#size += bytes.length;
    }
    /** Adds `length` zeros, which need not be in the file yet. */
    zeros(length) {
        if (this.#staysHere(length)) {
            for (let left = length; left > 0; left -= ZEROS.length)
                this.#hash.update(ZEROS.subarray(0, left));
        }
        else
            this.#continue(this.#size + length, 'hole');
        this.#size += length;
    }
    /** Adds the content of the file up to this size, which another writer has written. */
    readUpTo(size) {
        this.#continue(size, 'data');
        this.#size = size;
    }
    /**
     * The digest in hexadecimal. Call it once, at the end.
     *
     * @throws FledgeError `output` if the file cannot be read.
     */
    async digest() {
        return this.#thread === undefined ? this.#hash.digest('hex') : this.#thread.digest();
    }
    /** Terminates the thread at once. */
    close() {
        this.#thread?.close();
    }
    #staysHere(length) {
        return this.#thread === undefined && this.#size + length <= MAX_HASHED_HERE;
    }
    #continue(end, kind) {
        if (this.#thread === undefined) {
            // A thread cannot continue the hash of this one, so it reads the file from the beginning.
            this.#thread = new HashThread(this.#path);
            this.#thread.goOn({ end: this.#size, kind: 'data' });
        }
        this.#thread.goOn({ end, kind });
    }
}
/** A hashing thread. It keeps the process alive only while its result is awaited. */
class HashThread {
    #worker;
    #digest;
    constructor(path) {
        const program = `
      const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
      const fs = process.getBuiltinModule('node:fs');
      const { createHash } = process.getBuiltinModule('node:crypto');
      (${hashFile.toString()})(parentPort, fs, createHash('sha256'), workerData);
    `;
        const worker = new external_node_worker_threads_.Worker(program, { eval: true, workerData: path, execArgv: [], env: {}, name: 'hash' });
        this.#digest = new Promise((resolve, reject) => {
            worker.on('message', resolve);
            worker.on('error', (error) => {
                const reason = (0,errors/* reasonOfCode */.Hx)((0,errors/* systemCodeOf */.c7)(error)) ?? (0,errors/* explain */.WE)(error).message;
                reject(new errors/* FledgeError */.aE('output', `cannot read ${path} again: ${reason}`, { cause: error }));
            });
            worker.on('exit', () => reject(new errors/* FledgeError */.aE('internal', 'the hashing thread ended before its work was done')));
        });
        // An early failure must not be an unhandled rejection: a later `digest` reports it.
        this.#digest.catch(() => { });
        worker.unref();
        this.#worker = worker;
    }
    goOn(progress) {
        this.#worker.postMessage(progress);
    }
    digest() {
        this.#worker.ref();
        this.#worker.postMessage('end');
        return this.#digest;
    }
    close() {
        void this.#worker.terminate();
    }
}
/** The program of the thread. Its text is copied: it must not refer to anything outside itself except globals. */
function hashFile(port, fs, hash, path) {
    const file = fs.openSync(path, 'r');
    // Small enough to stay in the processor's cache between the read and the hash.
    const buffer = Buffer.allocUnsafeSlow(256 * 1024);
    const zeros = Buffer.alloc(buffer.length);
    let position = 0;
    port.on('message', (message) => {
        if (message === 'end') {
            port.postMessage(hash.digest('hex'));
            port.close();
            return;
        }
        while (position < message.end) {
            const length = Math.min(buffer.length, message.end - position);
            const bytesRead = message.kind === 'hole' ? 0 : fs.readSync(file, buffer, 0, length, position);
            hash.update(bytesRead === 0 ? zeros.subarray(0, length) : buffer.subarray(0, bytesRead));
            position += bytesRead === 0 ? length : bytesRead;
        }
    });
}

// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
;// CONCATENATED MODULE: ./build/support/files/output-set.js











/** The piece that is read and written at once to fill holes. */
const FILL_BYTES = 4 * 1024 * 1024;
/** The unit of `st_blocks`, stat(2). */
const STAT_BLOCK = 512;
/** The space that an output needs in its directory. */
function outputNeed(directory, bytes, what) {
    return { directory, bytes, what, fix: (0,wording/* worded */.MH) `write to a directory on another disk with ${(0,wording/* option */.uK)('output')}` };
}
/**
 * The files of one build. They are written to temporary files in the target directory, and `publish` renames all of them
 * into place. Until then, and after a failure, the existing files stay unchanged.
 */
class OutputSet {
    #directory;
    #files = [];
    #open = new Set();
    /** Removes stale scratch from `directory` first. */
    constructor(directory) {
        this.#directory = directory;
        (0,files_scratch/* removeStaleScratch */.eO)(directory);
    }
    /** @throws FledgeError `output` if the file cannot be created, or its name belongs to something that is not a file. */
    create(name) {
        const path = (0,external_node_path_.join)(this.#directory, name);
        refuseUnlessFile(path);
        const scratch = (0,files_scratch/* scratchFile */.LE)(this.#directory, 'output');
        const descriptor = attempt(path, () => (0,external_node_fs_.openSync)(scratch.path, 'wx+', 0o666));
        const hash = new FileHash(scratch.path);
        this.#files.push({ scratch, path, hash });
        this.#open.add(descriptor);
        let size = 0;
        let way;
        const begin = (wanted) => {
            if (way !== undefined)
                throw new errors/* FledgeError */.aE('internal', `${name} is already written ${way}`);
            way = wanted;
        };
        const ordered = () => {
            let isSyncing = false;
            return {
                write: (bytes) => {
                    attempt(path, () => (0,write_file/* writeFully */.KM)(descriptor, bytes, size));
                    size += bytes.length;
                    hash.update(bytes);
                },
                hole: (length) => {
                    size += length;
                    hash.zeros(length);
                },
                startSync: () => {
                    if (isSyncing)
                        return;
                    isSyncing = true;
                    // Errors are ignored: a later write or the program's fsync reports them, and the file may be closed by then.
                    (0,external_node_fs_.fdatasync)(descriptor, () => {
                        isSyncing = false;
                    });
                },
                complete: () => attempt(path, () => (0,external_node_fs_.ftruncateSync)(descriptor, size)),
            };
        };
        const random = () => ({
            path: scratch.path,
            writeAt: (bytes, position) => attempt(path, () => (0,write_file/* writeFully */.KM)(descriptor, bytes, position)),
            finish: async ({ holes }) => {
                size = sizeOfOwn(descriptor, scratch.path);
                hash.readUpTo(size);
                if (holes === 'keep')
                    return;
                const holeBytes = size - (0,external_node_fs_.fstatSync)(descriptor).blocks * STAT_BLOCK;
                (0,disk_space/* requireSpace */.MK)([outputNeed(this.#directory, holeBytes, `the holes of ${name}, which preallocate fills`)]);
                const buffer = Buffer.allocUnsafeSlow(FILL_BYTES);
                for (let at = 0; at < size;) {
                    const position = at;
                    at += attempt(path, () => rewrite(descriptor, buffer.subarray(0, size - position), position));
                    // Let signals and timers run.
                    await (0,promises_.setImmediate)();
                }
            },
        });
        return {
            name,
            directory: this.#directory,
            scratchPath: scratch.path,
            expect: (bytes) => hash.expect(bytes),
            requireSize: (bytes) => attempt(path, () => {
                const before = (0,external_node_fs_.fstatSync)(descriptor).size;
                if (before >= bytes)
                    return;
                (0,external_node_fs_.ftruncateSync)(descriptor, bytes);
                (0,external_node_fs_.ftruncateSync)(descriptor, before);
            }),
            inOrder: () => {
                begin('in order');
                return ordered();
            },
            inAnyOrder: () => {
                begin('in any order');
                return random();
            },
            close: async () => {
                attempt(path, () => (0,external_node_fs_.ftruncateSync)(descriptor, size));
                this.#open.delete(descriptor);
                // Some file systems (NFS) report a full disk only here.
                attempt(path, () => (0,external_node_fs_.closeSync)(descriptor));
                return { path, size, sha256: await hash.digest() };
            },
        };
    }
    /**
     * Moves all files to their places, or none. Builds that write to the same directory do so one after the other, so that
     * the files there come from one build.
     *
     * @throws FledgeError `output` if a file cannot be moved.
     */
    async publish() {
        const unlock = await lockDirectory(this.#directory);
        try {
            this.#moveAll();
        }
        finally {
            unlock();
        }
    }
    /** Synchronous, so that no signal handler runs in between. */
    #moveAll() {
        const published = [];
        try {
            for (const { scratch, path } of this.#files) {
                const backup = backUp(path);
                published.push({ path, backup });
                attempt(path, () => scratch.moveTo(path));
            }
            this.#files.length = 0;
        }
        catch (error) {
            for (const { path, backup } of published)
                restore(path, backup);
            throw error;
        }
        finally {
            for (const { backup } of published)
                if (typeof backup === 'object')
                    backup.dispose();
        }
    }
    /** Removes the files that were not published. */
    discard() {
        for (const descriptor of this.#open)
            (0,external_node_fs_.closeSync)(descriptor);
        this.#open.clear();
        for (const { hash, scratch } of this.#files) {
            hash.close();
            scratch.dispose();
        }
        this.#files.length = 0;
    }
}
function backUp(path) {
    const scratch = (0,files_scratch/* scratchFile */.LE)((0,external_node_path_.dirname)(path), 'backup');
    try {
        (0,external_node_fs_.linkSync)(path, scratch.path);
        return scratch;
    }
    catch (error) {
        scratch.dispose();
        return (0,errors/* systemCodeOf */.c7)(error) === 'ENOENT' ? 'absent' : 'unlinkable';
    }
}
function restore(path, backup) {
    if (typeof backup === 'object')
        backup.moveTo(path);
    else if (backup === 'absent')
        (0,external_node_fs_.rmSync)(path, { force: true });
}
/** Only a regular file is replaced: a rename onto /dev/null, which root can do, would remove the device. */
function refuseUnlessFile(path) {
    const stats = attempt(path, () => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }));
    if (stats === undefined || stats.isFile())
        return;
    const kind = stats.isDirectory() ? 'a directory' : stats.isSymbolicLink() ? 'a symbolic link' : 'a special file';
    throw new errors/* FledgeError */.aE('output', `cannot write ${path}: it is ${kind}`, {
        fix: (0,wording/* worded */.MH) `remove it, or choose another path with ${(0,wording/* option */.uK)('output')}`,
    });
}
/** The size in bytes of the file that was created at `path`. A file that replaced it is refused. */
function sizeOfOwn(descriptor, path) {
    const own = (0,external_node_fs_.fstatSync)(descriptor);
    const there = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (there?.ino === own.ino && there.dev === own.dev && own.nlink === 1)
        return own.size;
    throw new errors/* FledgeError */.aE('tool', `cannot use ${path}: another process replaced the output file during the build`);
}
/** Writes content over itself, so that holes become zeros, and returns the number of bytes. */
function rewrite(descriptor, buffer, position) {
    const length = (0,external_node_fs_.readSync)(descriptor, buffer, 0, buffer.length, position);
    if (length === 0)
        throw new Error('it became shorter while it was read');
    (0,write_file/* writeFully */.KM)(descriptor, buffer.subarray(0, length), position);
    return length;
}
function attempt(path, action) {
    try {
        return action();
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: fixOf(error, path),
        });
    }
}
function fixOf(error, path) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'ENOSPC':
        case 'EDQUOT':
            return (0,wording/* worded */.MH) `free some space in ${(0,external_node_path_.dirname)(path)}, or write elsewhere with ${(0,wording/* option */.uK)('output')}`;
        case 'EFBIG':
            return (0,wording/* worded */.MH) `make it smaller, such as with size_buffer_mb, or write to a file system for larger files with ${(0,wording/* option */.uK)('output')}`;
        case 'ENOENT':
            return `create it first: mkdir -p ${(0,support_text/* shellWord */.r7)((0,external_node_path_.dirname)(path))}`;
        default:
            return (0,wording/* worded */.MH) `choose a directory that you may write to with ${(0,wording/* option */.uK)('output')}`;
    }
}

;// CONCATENATED MODULE: ./build/support/report/adjustments.js
/** Counts the adjustments of one build. */
class Adjustments {
    #counts = new Map();
    /** Counts one adjustment. `example` is used for the first of its kind. */
    add(what, example) {
        const known = this.#counts.get(what);
        if (known === undefined)
            this.#counts.set(what, { count: 1, example: example() });
        else
            known.count += 1;
    }
    /** All adjustments, in the order of their first cases. */
    list() {
        return [...this.#counts].map(([what, { count, example }]) => ({ what, count, example }));
    }
}
/** The text of a warning: `left out extended attributes that Linux does not have: 3, such as … of /etc/motd`. */
function describeAdjustment({ what, count, example }) {
    return count === 1 ? `${what}: ${example}` : `${what}: ${count}, such as ${example}`;
}

;// CONCATENATED MODULE: ./build/support/report/steps.js
/** Reports the steps of a build and measures their time. */
class Steps {
    #reporter;
    #done = [];
    #current;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /** Ends the current step, and begins a new one; `title` is for people. */
    begin(name, title) {
        this.end();
        this.#reporter.step(title);
        this.#current = { name, since: performance.now() };
    }
    /** Ends the last step and returns all of them, in order. */
    end() {
        if (this.#current !== undefined) {
            const { name, since } = this.#current;
            this.#done.push({ name, ms: Math.round(performance.now() - since) });
            this.#current = undefined;
        }
        return this.#done;
    }
}

// EXTERNAL MODULE: ./build/support/report/warning.js
var warning = __webpack_require__(79391);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/sources/local-file.js
var local_file = __webpack_require__(64925);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/recipe/build-variables.js





/** 2024-01-01T00:00:00Z. */
const DEFAULT_EPOCH = 1704067200;
/** In seconds. A cpio header has 32 bits for the time of a file. */
const MAX_EPOCH = 0xffff_ffff;
/**
 * SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch) or 2024-01-01, in seconds.
 *
 * @throws FledgeError `usage` if it is not a number of seconds that a cpio header can hold.
 */
function sourceDateEpoch(env) {
    const text = (0,environment/* environmentValue */.a)(env, 'SOURCE_DATE_EPOCH');
    if (text === undefined)
        return DEFAULT_EPOCH;
    const seconds = Number(text);
    const isNumber = /^\d+$/.test(text);
    if (isNumber && seconds <= MAX_EPOCH)
        return seconds;
    const reason = isNumber ? `more than ${MAX_EPOCH}, the maximum of cpio` : 'not a number of seconds since 1970';
    throw new errors/* FledgeError */.aE('usage', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, ${reason}`, {
        fix: 'unset it, or set it to the time of the last commit: git log -1 --format=%ct',
    });
}
const MAX_TOOLCHAIN_BYTES = 16 * units/* MEBIBYTE */.gJ;
/**
 * The list of the tools in the runner image (FLEDGE_TOOLCHAIN), as an input. Undefined outside of the runner image.
 *
 * @throws FledgeError `usage` if the list cannot be read.
 */
async function toolchainOf(env) {
    const path = (0,environment/* environmentValue */.a)(env, 'FLEDGE_TOOLCHAIN');
    if (path === undefined)
        return undefined;
    try {
        const { sha256 } = await (0,local_file/* digestFile */.T)(path, { label: 'the list of tools', maxBytes: MAX_TOOLCHAIN_BYTES });
        return { name: 'toolchain', uri: (0,external_node_url_.pathToFileURL)(path).href, digest: `sha256:${sha256}` };
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('usage', `cannot read the list of tools in FLEDGE_TOOLCHAIN: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            fix: 'unset FLEDGE_TOOLCHAIN; it is for the runner image only',
        });
    }
}

// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
;// CONCATENATED MODULE: ./build/formats/cpio-format.js

// The "new ASCII" (newc, SVR4 without checksum) format of cpio(5), as described in the kernel's initramfs buffer format
// (Documentation/driver-api/early-userspace/buffer-format.rst): a magic, thirteen fields of eight hexadecimal digits,
// the name with its NUL, the data. Header and data are each padded to four bytes.
const MAGIC = '070701';
const HEADER_SIZE = 110;
/** The name of the entry that ends an archive. */
const TRAILER_NAME = 'TRAILER!!!';
/** The largest value of a field. */
const MAX_FIELD = 0xffff_ffff;
/** The kernel refuses longer names (PATH_MAX, with the NUL). */
const MAX_NAME_SIZE = linux_limits/* MAX_PATH_BYTES */.PR + 1;
/** The number of bytes of padding after `length` bytes of header or data. */
function paddingTo4(length) {
    return -length & 3;
}

// EXTERNAL MODULE: ./build/formats/entry-limits.js
var entry_limits = __webpack_require__(78256);
;// CONCATENATED MODULE: ./build/formats/adapt.js




const DEFAULT_ACL = 'system.posix_acl_default';
/** The reasons for leaving out an attribute, in the words of the warning. */
const FOREIGN = 'left out extended attributes that Linux does not have';
const MISPLACED = 'left out extended attributes that Linux does not allow on such a file';
/**
 * Adapts metadata that a file system cannot hold and that users of the tree do not need, and counts the changes: times are
 * clamped to the range of the file system, and extended attributes that no program could read are removed. Other metadata
 * is unchanged, so that `requireEntryFits` can refuse it.
 */
function adaptTree(tree, limits, adjustments) {
    const clamped = `clamped times that ${limits.filesystem} cannot hold`;
    tree.changeMetadata((inode, pathOf) => {
        const { mtime, xattrs } = inode;
        const fits = mtime.seconds >= limits.minSeconds && mtime.seconds <= limits.maxSeconds;
        if (fits && xattrs.size === 0)
            return undefined;
        const show = () => `/${(0,byte_string/* displayByteString */.oO)(pathOf())}`;
        const change = {};
        if (!fits) {
            adjustments.add(clamped, () => `${mtime.seconds} s since 1970 of ${show()}`);
            change.mtime = nearestTime(mtime, limits);
        }
        const kept = new Map(xattrs);
        for (const name of xattrs.keys()) {
            const reason = reasonToLeaveOut(name, inode.kind);
            if (reason === undefined)
                continue;
            adjustments.add(reason, () => `${(0,byte_string/* displayByteString */.oO)(name.slice(0, linux_limits/* MAX_XATTR_NAME_BYTES */.rf))} of ${show()}`);
            kept.delete(name);
        }
        if (kept.size < xattrs.size)
            change.xattrs = kept;
        return change.mtime === undefined && change.xattrs === undefined ? undefined : change;
    });
}
/**
 * Adapts metadata that a newc archive cannot hold, as `adaptTree` does for file systems: extended attributes are removed, and
 * times are clamped to 32 bits. Device nodes, owners and all permission bits are kept.
 */
function adaptToCpio(tree, adjustments) {
    tree.changeMetadata((inode, pathOf) => {
        const { mtime, xattrs } = inode;
        const fits = mtime.seconds >= CPIO_TIMES.minSeconds && mtime.seconds <= CPIO_TIMES.maxSeconds;
        if (fits && xattrs.size === 0)
            return undefined;
        const show = () => `/${(0,byte_string/* displayByteString */.oO)(pathOf())}`;
        if (!fits) {
            adjustments.add('clamped times that an initramfs cannot hold', () => `${mtime.seconds} s since 1970 of ${show()}`);
        }
        for (const name of xattrs.keys()) {
            const shown = (0,byte_string/* displayByteString */.oO)(name.slice(0, linux_limits/* MAX_XATTR_NAME_BYTES */.rf));
            adjustments.add('left out extended attributes, which an initramfs cannot hold', () => `${shown} of ${show()}`);
        }
        return { mtime: fits ? mtime : nearestTime(mtime, CPIO_TIMES), xattrs: new Map() };
    });
}
/** The range of times in a newc header. */
const CPIO_TIMES = { minSeconds: 0, maxSeconds: MAX_FIELD };
function nearestTime({ seconds }, { minSeconds, maxSeconds }) {
    return { seconds: seconds > maxSeconds ? maxSeconds : minSeconds, nanoseconds: 0 };
}
/**
 * The reason why no program on Linux can read an attribute of such an inode (xattr(7)): its namespace belongs to another
 * system, or the kernel supports it only for other kinds of files. Undefined if programs can read it.
 */
function reasonToLeaveOut(name, kind) {
    const isAcl = entry_limits/* ACL_ATTRIBUTES */.R2.includes(name);
    if (name.length > linux_limits/* MAX_XATTR_NAME_BYTES */.rf || name.includes('\0'))
        return FOREIGN;
    if (!isAcl && !(0,entry_limits/* isInNamespace */.RY)(name))
        return FOREIGN;
    const isMisplaced = (name.startsWith('user.') && kind !== 'file' && kind !== 'directory') ||
        (isAcl && kind === 'symlink') ||
        (name === DEFAULT_ACL && kind !== 'directory');
    return isMisplaced ? MISPLACED : undefined;
}

// EXTERNAL MODULE: ./build/tree/entry.js
var entry = __webpack_require__(93241);
// EXTERNAL MODULE: ./build/formats/byte-sink.js
var byte_sink = __webpack_require__(19353);
;// CONCATENATED MODULE: ./build/formats/cpio.js





/** GNU cpio writes whole blocks. fledge does the same, so that both write identical bytes. */
const BLOCK_SIZE = 512;
/**
 * Writes the entries of a tree as one newc archive, in the given order, padded to whole blocks of 512 bytes, and returns its
 * size in bytes. Inodes are numbered in that order from 0. The data of a hardlinked file is at its last name. The root is
 * the entry `.`.
 *
 * @throws FledgeError `format`, with the path, for an entry that newc cannot hold (a size or time over 32 bits, a name over
 *   4095 bytes, extended attributes); `input` for a host file that cannot be read.
 */
async function writeCpio(entries, sink) {
    const all = [...entries];
    const links = countLinks(all);
    const inodeNumbers = new Map();
    const namesLeft = new Map(links);
    let offset = 0;
    const pad = async (length) => {
        if (length > 0)
            await (0,byte_sink/* writeBytes */.N)(sink, zeros.subarray(0, length));
        offset += length;
    };
    const writeHeader = async (header) => {
        const bytes = encodeHeader(header);
        await (0,byte_sink/* writeBytes */.N)(sink, bytes);
        offset += bytes.length;
        await pad(paddingTo4(offset));
    };
    for (const entry of all) {
        const { inode } = entry;
        const ino = inodeNumbers.get(inode) ?? inodeNumbers.size;
        inodeNumbers.set(inode, ino);
        const left = (namesLeft.get(inode) ?? 1) - 1;
        namesLeft.set(inode, left);
        const content = dataOf(inode, left === 0);
        await writeHeader(headerOf(entry, ino, links.get(inode) ?? 1, content.size));
        await (0,byte_sink/* writeContent */.j)(sink, content);
        offset += content.size;
        await pad(paddingTo4(offset));
    }
    await writeHeader(TRAILER);
    await pad((BLOCK_SIZE - (offset % BLOCK_SIZE)) % BLOCK_SIZE);
    return offset;
}
const zeros = new Uint8Array(BLOCK_SIZE);
const TRAILER = {
    name: TRAILER_NAME,
    ino: 0,
    mode: 0,
    uid: 0,
    gid: 0,
    links: 1,
    mtime: 0,
    size: 0,
    deviceMajor: 0,
    deviceMinor: 0,
};
/** The link count of each inode. That of a directory counts its name, its `.` and each `..`, as in Unix file systems. */
function countLinks(entries) {
    const links = new Map();
    const directories = new Map();
    for (const { path, inode } of entries) {
        if (inode.kind !== 'directory') {
            links.set(inode, (links.get(inode) ?? 0) + 1);
            continue;
        }
        directories.set(path, inode);
        links.set(inode, 2);
        const parent = path === '' ? undefined : directories.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
        if (parent !== undefined)
            links.set(parent, (links.get(parent) ?? 2) + 1);
    }
    return links;
}
const NO_DATA = { kind: 'bytes', size: 0, data: new Uint8Array(0) };
function dataOf(inode, lastName) {
    if (inode.kind === 'symlink') {
        const data = (0,byte_string/* bytesOf */.$$)(inode.target);
        return { kind: 'bytes', size: data.length, data };
    }
    return inode.kind === 'file' && lastName ? inode.content : NO_DATA;
}
function headerOf({ path, inode }, ino, links, size) {
    const name = path === '' ? '.' : path;
    const refuse = (what) => new errors/* FledgeError */.aE('format', `/${(0,byte_string/* displayByteString */.oO)(path)} does not fit in an initramfs: ${what}`);
    if (name.length >= MAX_NAME_SIZE)
        throw refuse(`its path has ${name.length} bytes, more than ${MAX_NAME_SIZE - 1}`);
    if (name === TRAILER_NAME)
        throw refuse('cpio reserves this name for the end of the archive');
    if (size > MAX_FIELD)
        throw refuse(`its size is ${size} bytes, and the limit of cpio is 4 GiB`);
    if (inode.xattrs.size > 0)
        throw refuse('cpio does not support extended attributes');
    const { seconds } = inode.mtime;
    if (seconds < 0 || seconds > MAX_FIELD)
        throw refuse(`its time ${seconds} is not between 1970 and 2106`);
    const isDevice = inode.kind === 'char-device' || inode.kind === 'block-device';
    return {
        name,
        ino,
        mode: entry/* TYPE_BITS */.c[inode.kind] | inode.mode,
        uid: inode.uid,
        gid: inode.gid,
        links,
        mtime: seconds,
        size,
        deviceMajor: isDevice ? inode.major : 0,
        deviceMinor: isDevice ? inode.minor : 0,
    };
}
function encodeHeader(header) {
    const nameSize = header.name.length + 1;
    const fields = [
        header.ino,
        header.mode,
        header.uid,
        header.gid,
        header.links,
        header.mtime,
        header.size,
        0, // the archived file system's device, major and minor
        0,
        header.deviceMajor,
        header.deviceMinor,
        nameSize,
        0, // check, for the other variant of the format
    ];
    const bytes = Buffer.alloc(HEADER_SIZE + nameSize);
    bytes.write(MAGIC + fields.map(hexField).join(''), 'latin1');
    bytes.write(header.name, HEADER_SIZE, 'latin1');
    return bytes;
}
function hexField(value) {
    return value.toString(16).toUpperCase().padStart(8, '0');
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/formats/compressor-pool.js
var compressor_pool = __webpack_require__(9905);
;// CONCATENATED MODULE: ./build/formats/gzip/chunk.js
/**
 * The input is compressed in separate chunks of this many bytes. The length is fixed, because it affects the output, so
 * that the number of workers does not. Larger chunks would not compress better, because of the dictionary, and would keep the
 * last worker busy alone for longer.
 */
const chunkLength = 512 * 1024;
/** The maximum distance of deflate. This many bytes at the end of a chunk prime the compressor of the next one. */
const dictionaryLength = 32 * 1024;

;// CONCATENATED MODULE: ./build/formats/gzip/compress-worker.js


/** Compiles the wasm module of libdeflate-wrapper.c. ncc recognises this form of the path and bundles the file. */
function loadCompressor() {
    return new WebAssembly.Module((0,external_node_fs_.readFileSync)(__webpack_require__.ab + "libdeflate.wasm"));
}
/**
 * Starts a thread that returns a CompressedChunk for each Chunk. Its program is passed as text, so that no second file must be
 * found beside a TypeScript source, its compiled form and a bundle. The thread does not inherit options and environment.
 */
function startCompressWorker(compressor) {
    const program = `
    const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
    (${serveChunks.toString()})(parentPort, workerData);
  `;
    return new external_node_worker_threads_.Worker(program, { eval: true, workerData: compressor, execArgv: [], env: {}, name: 'gzip' });
}
/** The program of the worker. It is passed as text, so it must refer only to its own names and to globals. */
function serveChunks(port, compressor) {
    const exports = new WebAssembly.Instance(compressor).exports;
    const memory = new Uint8Array(exports.memory.buffer);
    const input = exports.input.value;
    const output = exports.output.value;
    port.on('message', ({ buffer, dictionary, chunk, end }) => {
        memory.set(new Uint8Array(buffer, dictionary, end - dictionary), input + dictionary);
        const length = exports.compress_chunk(dictionary, chunk, end);
        new Uint8Array(buffer).set(memory.subarray(output, output + length));
        port.postMessage({ buffer, length }, [buffer]);
    });
}

;// CONCATENATED MODULE: ./build/formats/gzip/member.js
/** RFC 1952: the beginning and the end of the only member of a gzip file. */
/**
 * The header: deflate, no flags (so no name and no comment), no time. XFL is 0, because 2 and 4 mean zlib's levels 9 and 1,
 * which are not used here. OS is 255, "unknown", because the bytes do not depend on the system.
 */
const memberHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** RFC 1951, 3.2.6: BFINAL 1, BTYPE 01 and the 7 zero bits of the end of block, padded to two bytes. */
const finalEmptyBlock = [0x03, 0x00];
/** RFC 1951, 3.2.4: BFINAL 0, BTYPE 00, padded to a byte; LEN 0 and NLEN. It begins and ends on a byte boundary. */
const emptyStoredBlock = [0x00, 0x00, 0x00, 0xff, 0xff];
/**
 * The end of the file, after the compressed chunks, at `position`: the final deflate block, then CRC32 and ISIZE of the `size`
 * bytes. Empty blocks before it pad the file to a multiple of four bytes: the kernel finds an appended cpio archive only at
 * such an offset (init/initramfs.c, unpack_to_rootfs). The kernel would also accept padding after the member, but not all
 * programs that read gzip do.
 */
function encodeMemberEnd(crc, size, position) {
    const end = Buffer.alloc(finalEmptyBlock.length + 8);
    end.set(finalEmptyBlock);
    end.writeUInt32LE(crc, finalEmptyBlock.length);
    end.writeUInt32LE(size % 2 ** 32, finalEmptyBlock.length + 4);
    // A block of five bytes moves the end by one, modulo four.
    const blocks = (4 - ((position + end.length) % 4)) % 4;
    return Buffer.concat([...Array.from({ length: blocks }, () => Buffer.from(emptyStoredBlock)), end]);
}

;// CONCATENATED MODULE: ./build/formats/gzip/gzip.js






/** A shorter file is compressed by one thread, because the start of another one takes longer than it saves. */
const LENGTH_FOR_ALL_THREADS = 16 * chunkLength;
/**
 * Begins a gzip file of one member, with a length that is a multiple of four. One thread starts here, which needs about 40 ms,
 * so callers open the file before other preparations. The others start when enough bytes have come, or with `expect`.
 *
 * @throws FledgeError `internal` if the number of workers is not a positive integer.
 */
function openGzip(options) {
    if (!Number.isInteger(options.workers) || options.workers < 1) {
        throw new errors/* FledgeError */.aE('internal', `gzip needs at least one worker, not ${options.workers}`);
    }
    const compressor = loadCompressor();
    const pool = new compressor_pool/* CompressorPool */.k('gzip', { count: options.workers, early: 1 }, () => startCompressWorker(compressor));
    return new GzipWriter(pool, options);
}
/**
 * A gzip file that is being written. There are two ways to add bytes: `write` copies them; with `reserve` and `commit` the
 * caller writes them into the buffer. Both return undefined, or a promise if a chunk is full and no buffer is free; until it is
 * fulfilled, only `abort` may be called. At most `workers` + 2 chunks exist at a time. After an error, which can be that of
 * an earlier chunk, every call fails with that error, and the threads are terminated.
 */
class GzipWriter {
    #pool;
    #options;
    /** The maximum number of chunks that were sent and not written yet. One more is being filled. */
    #maximumSent;
    #spareBuffers = [];
    /** The space of the dictionary, then the chunk; undefined while no buffer is free. */
    #current;
    /** The offsets in `#current` of the dictionary and of the next byte. */
    #dictionary = dictionaryLength;
    #end = dictionaryLength;
    #sent = 0;
    #chunkWritten = Promise.withResolvers();
    /** Fulfilled when all chunks sent so far are written or have failed. */
    #written;
    #crc = 0;
    #uncompressedSize = 0;
    #size = 0;
    /** The error of all further calls; undefined while the file is open. */
    #closed;
    constructor(pool, options) {
        this.#pool = pool;
        this.#options = options;
        // One more than workers, so that an idle worker can continue before the producer reacts.
        this.#maximumSent = options.workers + 1;
        this.#current = this.#takeBuffer();
        this.#written = this.#emit(memberHeader).catch((error) => this.#fail(error));
    }
    /** Prepares for a number of bytes in all, which need not be exact. */
    expect(bytes) {
        if (bytes > LENGTH_FOR_ALL_THREADS)
            this.#pool.startAll();
    }
    /** The free part of the current chunk, at least one byte, for the caller to write into. */
    reserve() {
        return this.#writableChunk().subarray(this.#end);
    }
    /** Adds the first `length` bytes of the reserved part, which the caller must not use after this. */
    commit(length) {
        const room = this.#writableChunk().length - this.#end;
        if (!Number.isInteger(length) || length < 0 || length > room) {
            throw new errors/* FledgeError */.aE('internal', `gzip cannot commit ${length} bytes: ${room} are free`);
        }
        this.#end += length;
        return length === room ? this.#nextChunk() : undefined;
    }
    /** Copies bytes. The caller may change them when the call has returned undefined or its promise is fulfilled. */
    write(bytes) {
        const chunk = this.#writableChunk();
        const count = Math.min(bytes.length, chunk.length - this.#end);
        chunk.set(count === bytes.length ? bytes : bytes.subarray(0, count), this.#end);
        const ready = this.commit(count);
        if (count === bytes.length)
            return ready;
        return this.#writeRest(bytes.subarray(count), ready);
    }
    /** Writes the rest and the end of the file, and terminates the threads. */
    async finish() {
        if (this.#end > dictionaryLength)
            this.#sendChunk(this.#writableChunk());
        await this.#written;
        if (this.#closed !== undefined)
            throw this.#closed;
        const finished = new errors/* FledgeError */.aE('internal', 'the gzip file is already finished');
        this.#closed = finished;
        try {
            await this.#emit(encodeMemberEnd(this.#crc, this.#uncompressedSize, this.#size));
        }
        finally {
            await this.#pool.close(finished);
        }
        return { uncompressedSize: this.#uncompressedSize, size: this.#size };
    }
    /** Terminates the threads and leaves the file incomplete. Pending promises are rejected. */
    async abort() {
        const reason = new errors/* FledgeError */.aE('internal', 'the gzip file was aborted');
        this.#fail(reason);
        await this.#pool.close(reason);
    }
    #writableChunk() {
        if (this.#closed !== undefined)
            throw this.#closed;
        if (this.#current === undefined)
            throw new errors/* FledgeError */.aE('internal', 'gzip has no free buffer: a promise was not awaited');
        return this.#current;
    }
    async #writeRest(bytes, ready) {
        await ready;
        await this.write(bytes);
    }
    #nextChunk() {
        const full = this.#writableChunk();
        const dictionary = full.slice(-dictionaryLength);
        this.#sendChunk(full);
        if (this.#sent >= this.#maximumSent)
            return this.#waitForRoom(dictionary);
        this.#beginChunk(dictionary);
        return undefined;
    }
    async #waitForRoom(dictionary) {
        while (this.#closed === undefined && this.#sent >= this.#maximumSent) {
            await this.#chunkWritten.promise;
        }
        if (this.#closed !== undefined)
            throw this.#closed;
        this.#beginChunk(dictionary);
    }
    #beginChunk(dictionary) {
        this.#current = this.#takeBuffer();
        this.#current.set(dictionary);
        this.#dictionary = 0;
    }
    #takeBuffer() {
        return new Uint8Array(this.#spareBuffers.pop() ?? new ArrayBuffer(dictionaryLength + chunkLength));
    }
    #sendChunk(bytes) {
        const chunk = { buffer: bytes.buffer, dictionary: this.#dictionary, chunk: dictionaryLength, end: this.#end };
        this.#crc = (0,external_node_zlib_.crc32)(bytes.subarray(chunk.chunk, chunk.end), this.#crc);
        this.#uncompressedSize += chunk.end - chunk.chunk;
        this.expect(this.#uncompressedSize);
        this.#current = undefined;
        this.#end = dictionaryLength;
        this.#sent += 1;
        this.#written = this.#writeChunk(this.#written, this.#pool.compress(chunk)).catch((error) => this.#fail(error));
    }
    async #writeChunk(previous, compressed) {
        const { buffer, length } = await compressed;
        await previous;
        if (this.#closed !== undefined)
            return;
        await this.#emit(new Uint8Array(buffer, 0, length));
        this.#spareBuffers.push(buffer);
        this.#sent -= 1;
        this.#announce();
    }
    async #emit(bytes) {
        await this.#options.write(bytes);
        this.#size += bytes.length;
    }
    #fail(error) {
        if (this.#closed !== undefined)
            return;
        this.#closed = error instanceof Error ? error : new errors/* FledgeError */.aE('internal', String(error));
        void this.#pool.close(this.#closed);
        this.#announce();
    }
    #announce() {
        this.#chunkWritten.resolve();
        this.#chunkWritten = Promise.withResolvers();
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/init/binary.js

/** The C init as scripts/build-guest.sh compiles it. ncc recognises these expressions, and copies the files. */
const BINARIES = {
    'linux/amd64': __webpack_require__.ab + "init-amd64.elf",
    'linux/arm64': __webpack_require__.ab + "init-arm64.elf",
};
/** The C init for a platform: a static ELF executable, to be installed as /init. It is the same on every machine. */
function readInitBinary(platform) {
    return (0,external_node_fs_promises_.readFile)(BINARIES[platform]);
}

// EXTERNAL MODULE: ./build/init/choose.js
var choose = __webpack_require__(17646);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
// EXTERNAL MODULE: ./build/tools/distribution.js
var distribution = __webpack_require__(55332);
// EXTERNAL MODULE: ./build/tools/gcc.js
var tools_gcc = __webpack_require__(76415);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/init/compile.js






const alternatives = 'or remove compile = true from [init]';
/**
 * Compiles the C init for a platform. The result is a static ELF executable, to be installed as /init. Its bytes depend
 * on the version of gcc, and on nothing else of this machine.
 *
 * @throws FledgeError `tool` when gcc is missing, fails, or builds for another machine.
 */
async function compileInit(options) {
    const { platform, scratchDir, signal } = options;
    // ncc recognises this expression, and copies the file beside the bundle.
    const source = await (0,external_node_fs_promises_.readFile)(__webpack_require__.ab + "init.c");
    try {
        const gcc = await (0,tools_gcc/* findGcc */.f7)(platform);
        const binary = await (0,tools_gcc/* compileFreestanding */.eG)(gcc, { source, scratchDir, signal });
        requireMachine(gcc, binary);
        return binary;
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        throw new errors/* FledgeError */.aE('tool', `cannot compile the C init for ${platform}: ${error.message}`, {
            cause: error,
            fix: `${error.fix ?? 'check that this gcc compiles and links a program'}, ${alternatives}`,
        });
    }
}
/** A gcc may compile for another machine than its name suggests, or than this one. */
function requireMachine({ path, platform }, binary) {
    const header = (0,elf/* parseElfHeader */.Ki)(binary);
    if (header?.machine === platform)
        return;
    if (header === undefined) {
        throw new errors/* FledgeError */.aE('tool', `${path} succeeded, but its output is not a program`);
    }
    const crossCompiler = (0,distribution/* howToInstall */.v)([(0,table/* crossCompilerFor */.VW)(platform)]);
    throw new errors/* FledgeError */.aE('tool', `${path} does not compile for ${platform}`, {
        fix: `${crossCompiler}, or put a gcc for that machine first on the PATH`,
    });
}

// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
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
 * bookworm, trixie and sid and from busybox 1.35.0 with everything in its default configuration. If they differ
 * (Debian moves readlink to /bin), the unpatched program is used.
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
 * The applets of a busybox binary, in byte order. `busybox --list-full` is not used, because the binary may be for
 * another machine. The result may include `busybox` itself and `linuxrc`, whose directory is the root.
 *
 * The binary contains the names in byte order, each terminated by a NUL, and an empty name after the last one. If it
 * was built to install itself, it also contains the directories: one nibble per name, low nibble first on every
 * machine. Neither table has a header or a symbol, and either may follow other bytes without a gap. So both are
 * recognised by their content: the names are sorted and mostly known, and the nibbles agree with the directories of
 * known applets. The applets of a binary without nibbles are put into the usual directories.
 *
 * @throws FledgeError `input` if the binary has no such list; `path` is the file in the message.
 */
function readApplets(binary, path) {
    const list = findNameList(binary);
    if (list === undefined) {
        throw new errors/* FledgeError */.aE('input', `cannot read the applets of ${path}: it contains no list of applets; check that it is busybox`, {
            fix: 'set busybox_url in [source] to a busybox with more than a few applets',
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
/** Fewer known names than this may be a coincidence. */
const MIN_KNOWN_NAMES = 4;
const MAX_NAME_LENGTH = 32;
/** 1 for the bytes that names of applets consist of. */
const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => /[A-Za-z0-9_.+[-]/.test(String.fromCharCode(byte)) ? 1 : 0);
/** Names of almost every busybox. The search begins around them, to avoid a scan of megabytes of code. */
const LANDMARKS = ['cat', 'ls', 'mount', 'sh'];
/** More than the names of all applets need. */
const NAMES_BYTES = 16 * 1024;
function findNameList(binary) {
    const view = Buffer.from(binary.buffer, binary.byteOffset, binary.length);
    for (const landmark of LANDMARKS) {
        const at = view.indexOf(`\0${landmark}\0`, 0, 'latin1');
        const from = Math.max(0, at - NAMES_BYTES);
        const list = at < 0 ? undefined : bestNameList(binary, from, Math.min(binary.length, at + NAMES_BYTES));
        // A list at the start of the window may begin before the window.
        if (list !== undefined && list.start > from)
            return list;
    }
    return bestNameList(binary, 0, binary.length);
}
/** The name list with the most known names in a part of the binary. At least half of its names are known. */
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
    /** The current run: its start, its number of names, and the start and end of its last name. */
    let runStart = from;
    let count = 0;
    let lastStart = 0;
    let lastEnd = 0;
    /** The current name: the start of its plausible part; true if that part begins right after the last NUL. */
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
/** True if the name at a is less than the name at b, by byte value. */
function isBefore(bytes, aStart, aEnd, bStart, bEnd) {
    const length = Math.min(aEnd - aStart, bEnd - bStart);
    for (let index = 0; index < length; index += 1) {
        const difference = (bytes[aStart + index] ?? 0) - (bytes[bStart + index] ?? 0);
        if (difference !== 0)
            return difference < 0;
    }
    return aEnd - aStart < bEnd - bStart;
}
/** The last plausible bytes before the NUL that precedes the run. */
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
 * The possible beginnings of a list, most likely first. Other data may be directly before the first name: it may look
 * like a part of the name, hide the name because both together are out of order, or look like one more name before it.
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
    // A surplus name is an unused link; an omitted name is a missing command.
    else
        readings.push(names, names.slice(firstKnown));
    return readings;
}
/** The longest known name at the end of a text. */
function knownTail(text) {
    for (let start = 0; start < text.length; start += 1) {
        const tail = text.slice(start);
        if (KNOWN_APPLETS.has(tail))
            return tail;
    }
    return undefined;
}
/** The directory of each nibble value. */
const DIRECTORIES = ['', 'bin', 'sbin', 'usr/bin', 'usr/sbin'];
/** With fewer known names, any bytes might agree by chance, and the usual directories are as good. */
const MIN_EVIDENCE = 16;
/** The fraction of known applets that a builder may have moved to other directories. */
const MAX_MISSES = 0.1;
/** The compiler puts the nibbles near the names; the whole binary is searched if they are not there. */
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
/** The number of known applets that the nibbles at `offset` misplace; undefined if above `limit` or not nibbles. */
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
var download = __webpack_require__(24789);
;// CONCATENATED MODULE: ./build/sources/busybox.js






const LABEL = 'busybox';
/** A static busybox with all applets has about 2.5 MB. The whole file is read into memory. */
const MAX_BUSYBOX_BYTES = 64 * 1024 * 1024;
/**
 * Checks that the default busybox, if it is used, is for a platform. Does not fetch it.
 *
 * @throws FledgeError `input`.
 */
function requireBusyboxFor({ location }, platform) {
    if (location?.kind !== 'url' || location.url !== values/* DEFAULT_BUSYBOX_URL */.H9 || platform === 'linux/amd64')
        return;
    throw new errors/* FledgeError */.aE('input', `the default busybox is for linux/amd64, and the plugin is for ${platform}`, {
        fix: `in [source], set busybox_image to an image for ${platform}, such as "busybox:musl", or busybox_url to a static busybox for ${platform}: a URL, or a file of this machine`,
    });
}
/**
 * Fetches busybox from its source in fledge.toml, checks that it is a program for `platform`, and reads its applets.
 * Warns if it needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchBusybox(source, platform, context) {
    const pinAs = (sha256) => `busybox_sha256 = "${sha256}" below [source]`;
    const file = await (0,download/* fetchFile */.t2)({ ...requestFor(source), pinAs }, context);
    return inspectBusybox(file, { platform, key: 'busybox_url' }, context);
}
/**
 * Checks that a file is a busybox for the platform, and reads its applets. Warns if it needs a dynamic loader. `key` is the
 * key of `[source]` that names it.
 *
 * @throws FledgeError `input`.
 */
async function inspectBusybox(file, { platform, key }, context) {
    const advice = `set ${key} in [source] to a busybox for ${platform}`;
    const { interpreter } = await (0,elf/* checkElf */.Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or no applet can start`, { code: 'dynamic-program' });
    }
    return { ...file, applets: readApplets(await readWhole(file.path), file.path) };
}
/**
 * Downloads the file that a URL serves as busybox now, to be pinned.
 *
 * @throws FledgeError `download` or `input`.
 */
function downloadBusybox(url, context) {
    return fetchFile(requestFor({ location: { kind: 'url', url }, sha256: undefined }), context);
}
function requestFor({ location, sha256, lockFile }) {
    return { from: location, sha256, lockFile, label: LABEL, maxBytes: MAX_BUSYBOX_BYTES, expect: 'elf' };
}
async function readWhole(path) {
    try {
        return await (0,regular_file/* readRegularFile */.XF)(path, MAX_BUSYBOX_BYTES);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${LABEL} from ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(60975);
;// CONCATENATED MODULE: ./build/tree/tree.js




const SLASH = '/';
const SETGID = 0o2000;
/** Limit of a path in a message, in bytes; a hostile path may have a million. */
const MAX_SHOWN_BYTES = 300;
/** Nodes and steps are charged to the budget in batches of this size. */
const NODES_PER_CHARGE = 256;
const STEPS_PER_CHARGE = 65_536;
/**
 * The files of an artifact. Paths are byte strings. A leading slash and `.` components have no effect, and `..` never
 * leaves the root. Symlinks in the *parent* part of a path are followed inside the tree, as if the tree were `/`; the
 * last component is never followed.
 *
 * A tree may be built in layers: after `beginLayer`, `hide` and `hideBelow` remove entries of lower layers and keep
 * those of the current layer.
 *
 * Names, paths and steps are charged to a budget, also for implied directories, and credited when entries are removed.
 * Each method that looks up a path throws FledgeError `input` when the budget is exhausted.
 */
class FileTree {
    /** The budget for the entries of the tree. */
    budget;
    #root;
    #missingParent;
    #layer = 0;
    /** True while a layer is applied to the tree. */
    #isInLayer = false;
    /** True for the first layer: whiteouts have nothing to hide. */
    #isLowest = true;
    #buried = [];
    // Not charged yet: a call of the budget for each name costs more than the name itself.
    #nodes = 0;
    #pathBytes = 0;
    #steps = 0;
    /** `mtime` is the time of the root and of implied parents. */
    constructor(mtime, budget = new support_budget/* Budget */._()) {
        this.#missingParent = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, mtime, xattrs: new Map() };
        this.budget = budget;
        this.#root = this.#createDirectory({ ...this.#missingParent }, 0);
    }
    /**
     * Adds a file, symlink, device or fifo at `path`, and replaces an existing entry. Adding one inode at several paths
     * makes hardlinks. In a layer, a parent that is not a directory is removed if a lower layer added it.
     *
     * @throws FledgeError `input` if a parent is not a directory or is a symlink loop, or the path is the root; in a
     *   layer also if a name or the whole path, without links, is longer than the limits of Linux.
     */
    put(path, inode) {
        const { place, name } = this.#parentOf(path);
        this.#setChild(place.directory, name, inode);
        this.#markChanged(place, name);
    }
    /**
     * Checks that a file can be added at `path` without replacing a directory. Creates nothing.
     *
     * @throws FledgeError `input` as `put` does, and if a directory exists at `path`.
     */
    requirePlaceForFile(path) {
        const components = splitPath(path);
        const name = components.pop() ?? '';
        const place = this.#resolve(components, 'look');
        const isThere = place.directories.length === place.names.length + 1;
        if (isThere && place.directory.children.get(name)?.kind === 'directory') {
            throw new errors/* FledgeError */.aE('input', `/${displayPath([...place.names, name])} is a directory`);
        }
    }
    /** Adds a directory. An existing directory keeps its children and gets the metadata; any other entry is replaced. */
    putDirectory(path, metadata) {
        const { mode, uid, gid, mtime, xattrs } = metadata;
        const inode = { kind: 'directory', mode, uid, gid, mtime, xattrs };
        if (splitPath(path).length === 0) {
            this.#root.inode = inode;
            return;
        }
        const { place, name } = this.#parentOf(path);
        const { children } = place.directory;
        const present = children.get(name);
        if (present?.kind === 'directory') {
            present.inode = inode;
            present.inodeLayer = this.#layer;
        }
        else {
            this.#setChild(place.directory, name, this.#createDirectory(inode, pathBytesOf(place.directory, name)));
        }
        this.#markChanged(place, name);
    }
    /** The inode at `path` (its last component is not followed), or undefined. */
    get(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return this.#root.inode;
        const node = this.#find(components)?.directory.children.get(name);
        return node?.kind === 'directory' ? node.inode : node;
    }
    /**
     * The path, free of symlinks, of the directory at `path`, whose last component is followed too; undefined if there is
     * no directory.
     */
    resolveDirectory(path) {
        const place = this.#find(splitPath(path));
        return place === undefined ? undefined : joinPath(place.names);
    }
    /**
     * `path` with the links in its parent part followed, without a leading slash: the place at which `put` adds an entry.
     * Missing parents are not created.
     */
    resolveParent(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return '';
        return joinPath([...(this.#find(components)?.names ?? components), name]);
    }
    /** The names in the directory at `path`, whose last component is followed too; none if there is no directory. */
    namesIn(path) {
        return [...(this.#find(splitPath(path))?.directory.children.keys() ?? [])];
    }
    /** True if there is a directory at `path` (not followed) that is not empty. */
    hasEntriesBelow(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return this.#root.children.size > 0;
        const node = this.#find(components)?.directory.children.get(name);
        return node?.kind === 'directory' && node.children.size > 0;
    }
    /** Removes the entry at `path` with everything below it. Returns false if there was none. */
    remove(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return false;
        const directory = this.#find(components)?.directory;
        return directory !== undefined && this.#deleteChild(directory, name);
    }
    /** The files that were removed because a layer has an entry below their paths, in order. */
    get buried() {
        return this.#buried;
    }
    /** Begins a layer: all existing entries now belong to lower layers. */
    beginLayer() {
        this.#layer += 1;
        this.#isInLayer = true;
        this.#isLowest = this.#root.children.size === 0;
    }
    /** Ends a layer: entries added from now on do not replace files in their parent part. */
    endLayer() {
        this.#isInLayer = false;
        this.#settle();
    }
    /**
     * Removes the entries of lower layers at `path` (its last component is not followed) and below. The order relative to
     * entries of this layer does not matter: a directory of a lower layer that remains because of an entry of this layer
     * gets the metadata of an implied directory.
     *
     * @throws FledgeError `input`, as `hideBelow` does, if the path contains a loop of symlinks.
     */
    hide(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return;
        const parent = this.#resolve(components, 'find-without-loop')?.directory;
        if (parent !== undefined)
            this.#hideIn(parent, [name]);
    }
    /** Removes the entries of lower layers in the directory at `path`, but not the directory itself. */
    hideBelow(path) {
        const directory = this.#resolve(splitPath(path), 'find-without-loop')?.directory;
        if (directory === undefined || directory.cleanLayer === this.#layer)
            return;
        this.#hideIn(directory, [...directory.children.keys()]);
        directory.cleanLayer = this.#layer;
    }
    /**
     * Changes the metadata of inodes: `change` returns the values to replace, or undefined. A file with several names
     * remains one inode: `change` is called for its first name, and for other names only if it has changed nothing so
     * far. `pathOf` returns the path of that name.
     */
    changeMetadata(change) {
        const changedNonDirectories = new Map();
        const todo = [{ directory: this.#root, path: '' }];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            const { directory, path } = next;
            const ofDirectory = change(directory.inode, () => path);
            if (ofDirectory !== undefined)
                directory.inode = { ...directory.inode, ...ofDirectory };
            for (const [name, child] of directory.children) {
                const pathOf = () => (path === '' ? name : `${path}/${name}`);
                if (child.kind === 'directory') {
                    todo.push({ directory: child, path: pathOf() });
                    continue;
                }
                const known = changedNonDirectories.get(child);
                const changes = known === undefined ? change(child, pathOf) : undefined;
                const changed = changes === undefined ? known : { ...child, ...changes };
                if (changed === undefined)
                    continue;
                changedNonDirectories.set(child, changed);
                directory.children.set(name, changed);
            }
        }
    }
    /** All entries in the byte order of their paths, so every directory precedes its children. The root is first. */
    *entries() {
        yield { path: '', name: '', inode: this.#root.inode };
        // An explicit stack instead of recursion: a directory may be a thousand levels deep.
        const stack = [{ prefix: '', items: itemsOf(this.#root) }];
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            const item = top.items.pop();
            if (item === undefined) {
                stack.pop();
                continue;
            }
            const { key, node, below } = item;
            const path = (top.prefix + key);
            if (node.kind !== 'directory')
                yield { path, name: key, inode: node };
            else if (below)
                stack.push({ prefix: path, items: itemsOf(node) });
            else
                yield { path, name: key, inode: node.inode };
        }
    }
    /** All non-directories, each with the name in the root at or below which it is; unordered, which is faster. */
    *leaves() {
        for (const [top, node] of this.#root.children) {
            const todo = [node];
            for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
                if (next.kind !== 'directory')
                    yield { top, inode: next };
                else
                    for (const child of next.children.values())
                        todo.push(child);
            }
        }
    }
    /** All non-directories below the directory at `path`, which is not followed; unordered. */
    *leavesBelow(path) {
        const components = splitPath(path);
        const name = components.pop();
        const start = name === undefined ? this.#root : this.#find(components)?.directory.children.get(name);
        if (start?.kind !== 'directory')
            return;
        const todo = [{ directory: start, prefix: path }];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            for (const [child, node] of next.directory.children) {
                const at = (next.prefix === '' ? child : `${next.prefix}/${child}`);
                if (node.kind === 'directory')
                    todo.push({ directory: node, prefix: at });
                else
                    yield { path: at, inode: node };
            }
        }
    }
    #createDirectory(inode, pathBytes) {
        return {
            kind: 'directory',
            inode,
            children: new Map(),
            pathBytes,
            inodeLayer: this.#layer,
            changed: undefined,
            changedLayer: 0,
            cleanLayer: this.#layer,
        };
    }
    /** The inode of an implied parent. In a layer, below a setgid directory, it is that of mkdir(2). */
    #missingParentIn({ inode }) {
        if (!this.#isInLayer || (inode.mode & SETGID) === 0)
            return { ...this.#missingParent };
        return { ...this.#missingParent, mode: this.#missingParent.mode | SETGID, gid: inode.gid };
    }
    #setChild(directory, name, node) {
        const { children } = directory;
        const present = children.get(name);
        if (present === undefined) {
            this.#nodes += 1;
            this.#pathBytes += pathBytesOf(directory, name);
            if (this.#nodes >= NODES_PER_CHARGE)
                this.#settle();
        }
        else if (present.kind === 'directory')
            this.#giveBackBelow(present);
        children.set(name, node);
    }
    #deleteChild(directory, name) {
        const { children } = directory;
        const present = children.get(name);
        if (present === undefined)
            return false;
        if (present.kind === 'directory')
            this.#giveBackBelow(present);
        this.#nodes -= 1;
        this.#pathBytes -= pathBytesOf(directory, name);
        return children.delete(name);
    }
    #giveBackBelow(directory) {
        const todo = [directory];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            for (const [name, child] of next.children) {
                this.#nodes -= 1;
                this.#pathBytes -= pathBytesOf(next, name);
                if (child.kind === 'directory')
                    todo.push(child);
            }
        }
    }
    #takeSteps(count) {
        this.#steps += count;
        if (this.#steps >= STEPS_PER_CHARGE)
            this.#settle();
    }
    /** Charges the pending amounts to the budget. */
    #settle() {
        const [nodes, pathBytes, steps] = [this.#nodes, this.#pathBytes, this.#steps];
        this.#nodes = 0;
        this.#pathBytes = 0;
        this.#steps = 0;
        this.budget.spend('nodes', nodes);
        this.budget.spend('pathBytes', pathBytes);
        this.budget.spend('steps', steps);
    }
    #parentOf(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined) {
            throw new errors/* FledgeError */.aE('input', 'the root directory cannot be replaced by a file');
        }
        const place = this.#resolve(components, 'create');
        this.#requireLinuxName(place.directory, name);
        return { place, name };
    }
    #find(components) {
        return this.#resolve(components, 'find');
    }
    #resolve(components, missing) {
        const mustBePossible = missing === 'create' || missing === 'look';
        this.#takeSteps(components.length);
        // From the root to the current directory, so that `..` is a pop.
        const directories = [this.#root];
        const names = [];
        // Names below the last existing directory. `..` in a link may remove them before they are created.
        const absent = [];
        const todo = components.toReversed();
        let followed = 0;
        let here = this.#root;
        for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
            if (name === '..') {
                if (absent.pop() === undefined && names.pop() !== undefined)
                    directories.pop();
                here = directories.at(-1) ?? this.#root;
                continue;
            }
            const child = absent.length === 0 ? here.children.get(name) : undefined;
            if (child === undefined)
                absent.push(name);
            else if (child.kind === 'directory') {
                directories.push(child);
                names.push(name);
                here = child;
            }
            else if (child.kind === 'symlink') {
                if (++followed > linux_limits/* MAX_SYMLINKS */.oG) {
                    if (missing === 'find')
                        return undefined;
                    throw new errors/* FledgeError */.aE('input', `/${displayPath(components)} contains a loop of symbolic links`);
                }
                // Counts empty names and dots as well: a target may have thousands of them.
                const target = child.target.split(SLASH);
                this.#takeSteps(target.length);
                if (child.target.startsWith(SLASH)) {
                    directories.length = 1;
                    names.length = 0;
                    here = this.#root;
                }
                todo.push(...namesOf(target).reverse());
            }
            else if (missing === 'create' && this.#isOfLowerLayer(here, name))
                absent.push(name);
            else {
                if (!mustBePossible)
                    return undefined;
                const path = displayPath([...names, name]);
                throw new errors/* FledgeError */.aE('input', `/${path} is not a directory, so nothing can be put below it`);
            }
        }
        if (absent.length === 0)
            return { directories, names, directory: here };
        if (missing === 'look')
            return { directories, names: [...names, ...absent], directory: here };
        if (missing !== 'create')
            return undefined;
        for (const name of absent) {
            this.#requireLinuxName(here, name);
            if (here.children.has(name))
                this.#bury([...names, name]);
            const created = this.#createDirectory(this.#missingParentIn(here), pathBytesOf(here, name));
            this.#setChild(here, name, created);
            directories.push(created);
            names.push(name);
            here = created;
        }
        return { directories, names, directory: here };
    }
    #bury(names) {
        const path = joinPath(names);
        // Its path remains in memory, so it is not credited.
        this.#pathBytes += path.length;
        this.#buried.push({ layer: this.#layer, path });
    }
    /** True if the entry with a name in a directory belongs to a lower layer. */
    #isOfLowerLayer({ changed, changedLayer }, name) {
        if (!this.#isInLayer || this.#isLowest)
            return false;
        return changedLayer !== this.#layer || changed?.has(name) !== true;
    }
    /** Limits the nesting of a hostile layer. Without layers, each format reports what it cannot hold. */
    #requireLinuxName({ pathBytes }, name) {
        if (this.#layer === 0)
            return;
        if (name.length > linux_limits/* MAX_NAME_BYTES */.pg) {
            throw new errors/* FledgeError */.aE('input', `a name of ${name.length} bytes is longer than ${linux_limits/* MAX_NAME_BYTES */.pg}, the limit of Linux`);
        }
        // The components below this directory are not counted yet.
        if (pathBytes + 1 + name.length > linux_limits/* MAX_PATH_BYTES */.PR) {
            throw new errors/* FledgeError */.aE('input', `the path is longer than ${linux_limits/* MAX_PATH_BYTES */.PR} bytes, the limit of Linux`);
        }
    }
    /** Marks `name` as changed by this layer, and so every directory above it. */
    #markChanged({ directories, names }, name) {
        if (this.#isLowest)
            return;
        let child = name;
        for (let level = directories.length - 1; child !== undefined; level -= 1) {
            const directory = directories[level] ?? this.#root;
            if (directory.changedLayer !== this.#layer || directory.changed === undefined) {
                directory.changed = new Set();
                directory.changedLayer = this.#layer;
            }
            // Ancestors are already marked.
            if (directory.changed.has(child))
                return;
            directory.changed.add(child);
            child = names[level - 1];
        }
    }
    #hideIn(directory, names) {
        if (this.#isLowest)
            return;
        const todo = [{ directory, names }];
        for (let work = todo.pop(); work !== undefined; work = todo.pop()) {
            this.#takeSteps(work.names.length);
            for (const name of work.names) {
                const child = work.directory.children.get(name);
                if (child === undefined)
                    continue;
                if (this.#isOfLowerLayer(work.directory, name))
                    this.#deleteChild(work.directory, name);
                else if (child.kind === 'directory') {
                    if (child.inodeLayer !== this.#layer) {
                        child.inode = this.#missingParentIn(work.directory);
                        child.inodeLayer = this.#layer;
                    }
                    // One visit is enough: a layer adds no entries of lower layers again.
                    if (child.cleanLayer === this.#layer)
                        continue;
                    child.cleanLayer = this.#layer;
                    todo.push({ directory: child, names: [...child.children.keys()] });
                }
            }
        }
    }
}
/** The length of the path of a name in a directory, in bytes, with a slash before each name. */
function pathBytesOf(directory, name) {
    return directory.pathBytes + 1 + name.length;
}
/** The children of a directory in reverse byte order. */
function itemsOf(directory) {
    // In the byte order of whole paths, a directory's own entry and its children are two items: `a` < `a-b` < `a/c`,
    // because `-` is smaller than the slash.
    const items = [];
    for (const [name, node] of directory.children) {
        items.push({ key: name, node, below: false });
        if (node.kind === 'directory' && node.children.size > 0) {
            items.push({ key: (name + SLASH), node, below: true });
        }
    }
    return items.sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(b.key, a.key));
}
/** The names in a path that was split at its slashes, without empty ones and `.`. */
function namesOf(pieces) {
    return pieces.filter((name) => name !== '' && name !== '.');
}
/** The names in a path; `..` removes the name before it, and never leaves the root. */
function splitPath(path) {
    const components = [];
    for (const name of path.split(SLASH)) {
        if (name === '..')
            components.pop();
        else if (name !== '' && name !== '.')
            components.push(name);
    }
    return components;
}
/** Joins names to a path without a leading slash. */
function joinPath(names) {
    return names.join(SLASH);
}
function displayPath(names) {
    const path = joinPath(names);
    const shown = (0,byte_string/* displayByteString */.oO)(path.slice(0, MAX_SHOWN_BYTES));
    return path.length > MAX_SHOWN_BYTES ? `${shown}…` : shown;
}

;// CONCATENATED MODULE: ./build/tree/follow.js

/** The number of symlinks that Linux follows in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;
/** Follows a path in a tree as Linux does at run time, including its last component. */
function followPath(tree, path) {
    const split = (text) => text.split('/').reverse();
    const todo = split(path);
    const names = [];
    let links = 0;
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            names.pop();
            continue;
        }
        const here = joinPath([...names, name]);
        const inode = tree.get(here);
        if (inode === undefined) {
            const rest = todo.toReversed().filter((part) => part !== '' && part !== '.');
            return { path: joinPath([...names, name, ...rest]), inode: undefined, loops: false };
        }
        if (inode.kind !== 'symlink') {
            names.push(name);
            continue;
        }
        if (++links > MAX_SYMLINKS)
            return { path: here, inode: undefined, loops: true };
        if (inode.target.startsWith('/'))
            names.length = 0;
        todo.push(...split(inode.target));
    }
    const end = joinPath(names);
    return { path: end, inode: tree.get(end), loops: false };
}

// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(91200);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/config/image-reference.js
var image_reference = __webpack_require__(25326);
;// CONCATENATED MODULE: ./build/sources/image/layer/tar-format.js
/** The size of a block. A tar archive consists of whole blocks. */
const BLOCK_BYTES = 512;
/** The header block of POSIX.1-1988 ustar (pax, "ustar Interchange Format"). v7 headers have the first nine fields. */
const FIELDS = {
    name: { offset: 0, length: 100 },
    mode: { offset: 100, length: 8 },
    uid: { offset: 108, length: 8 },
    gid: { offset: 116, length: 8 },
    size: { offset: 124, length: 12 },
    mtime: { offset: 136, length: 12 },
    checksum: { offset: 148, length: 8 },
    type: { offset: 156, length: 1 },
    linkName: { offset: 157, length: 100 },
    magic: { offset: 257, length: 8 },
    major: { offset: 329, length: 8 },
    minor: { offset: 337, length: 8 },
    prefix: { offset: 345, length: 155 },
};
/** Fields of GNU tar instead of the prefix (GNU tar manual, "Basic Tar Format", `struct oldgnu_header`). */
const GNU_FIELDS = {
    accessTime: { offset: 345, length: 12 },
    changeTime: { offset: 357, length: 12 },
    sparse: { offset: 386, length: 4 * 24 },
    isExtended: { offset: 482, length: 1 },
    realSize: { offset: 483, length: 12 },
};
/** A block that continues the map of a sparse file (`struct sparse_header`). */
const GNU_SPARSE_FIELDS = {
    sparse: { offset: 0, length: 21 * 24 },
    isExtended: { offset: 504, length: 1 },
};
/** One piece of data in such a map: two numbers. */
const GNU_SPARSE_PIECE = { bytes: 24, numberBytes: 12 };
/** star stores times in the last bytes of the prefix, and marks this at the end of the header. */
const STAR_PREFIX_BYTES = 131;
const STAR_TRAILER = { offset: 508, text: 'tar\0' };
/** The format of a header block. As in GNU tar and Go's archive/tar, a magic that only resembles ustar's is ignored. */
function formatOf(block) {
    const { offset, length } = FIELDS.magic;
    const magic = block.toString('latin1', offset, offset + length);
    if (magic === 'ustar  \0')
        return 'gnu';
    if (!magic.startsWith('ustar\0'))
        return 'v7';
    const trailer = block.toString('latin1', STAR_TRAILER.offset, STAR_TRAILER.offset + STAR_TRAILER.text.length);
    return trailer === STAR_TRAILER.text ? 'star' : 'ustar';
}
/** Reads a text field up to a NUL or its end. */
function readText(block, { offset, length }) {
    const nul = block.indexOf(0, offset);
    const end = nul === -1 || nul > offset + length ? offset + length : nul;
    return block.toString('latin1', offset, end);
}
/** The name in a header block, with its prefix in formats that have one. */
function readName(block, format) {
    const name = readText(block, FIELDS.name);
    if (!hasPrefix(block, format))
        return name;
    const length = format === 'star' ? STAR_PREFIX_BYTES : FIELDS.prefix.length;
    const prefix = readText(block, { offset: FIELDS.prefix.offset, length });
    return prefix === '' ? name : `${prefix}/${name}`;
}
function hasPrefix(block, format) {
    if (format !== 'gnu')
        return format !== 'v7';
    // Until 2016, Go, and so Docker, wrote headers with GNU's magic and a ustar prefix (golang/go#12594). GNU tar has two
    // times at that place. Go distinguishes them with the same rule.
    if (isTime(block, GNU_FIELDS.accessTime) && isTime(block, GNU_FIELDS.changeTime))
        return false;
    return !/[\x80-\xff]/.test(readText(block, FIELDS.prefix));
}
function isTime(block, field) {
    return block[field.offset] === 0 || readTimeField(block, field) !== undefined;
}
const SPACE = 0x20;
const ZERO = 0x30;
/**
 * Reads a number field: octal digits with spaces or NULs around them, or GNU's base-256 (two's complement, big-endian,
 * marked by the first bit). Blanks only are 0. Undefined if it is neither, or is not a safe integer.
 */
function readNumber(block, { offset, length }) {
    const end = offset + length;
    if (((block[offset] ?? 0) & 0x80) !== 0)
        return readBase256(block, offset, end);
    let at = offset;
    while (at < end && isBlank(block[at]))
        at += 1;
    let value = 0;
    for (; at < end; at += 1) {
        const byte = block[at] ?? 0;
        if (isBlank(byte))
            return value;
        const digit = byte - ZERO;
        if (digit < 0 || digit > 7)
            return undefined;
        value = value * 8 + digit;
    }
    return value;
}
/** Reads a number field with a time in seconds. A number that is not a safe integer becomes the nearest one. */
function readTimeField(block, field) {
    const number = readNumber(block, field);
    const first = block[field.offset] ?? 0;
    if (number !== undefined || (first & 0x80) === 0)
        return number;
    return (first & 0x40) === 0 ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}
function isBlank(byte) {
    return byte === 0 || byte === SPACE;
}
function readBase256(block, offset, end) {
    const first = block[offset] ?? 0;
    // A negative number is read as its complement: -1 - ~value.
    const flip = (first & 0x40) === 0 ? 0 : 0xff;
    let value = (first ^ flip) & 0x7f;
    for (let at = offset + 1; at < end; at += 1) {
        value = value * 256 + ((block[at] ?? 0) ^ flip);
        if (value > Number.MAX_SAFE_INTEGER)
            return undefined;
    }
    return flip === 0 ? value : -1 - value;
}
/** True if the checksum matches the block: the sum of its bytes, as unsigned or (old tars) as signed numbers. */
function hasValidChecksum(block) {
    const { offset, length } = FIELDS.checksum;
    let sum = length * SPACE;
    let negative = 0;
    for (let at = 0; at < offset; at += 1) {
        const byte = block[at] ?? 0;
        sum += byte;
        negative += byte >> 7;
    }
    for (let at = offset + length; at < BLOCK_BYTES; at += 1) {
        const byte = block[at] ?? 0;
        sum += byte;
        negative += byte >> 7;
    }
    const declared = readNumber(block, FIELDS.checksum);
    return declared === sum || (negative > 0 && declared === sum - 256 * negative);
}
const ZERO_BLOCK = Buffer.alloc(BLOCK_BYTES);
/** True if all bytes of the block are 0. */
function isZeroBlock(block) {
    return block[0] === 0 && block.equals(ZERO_BLOCK);
}
/** The number of padding bytes after `size` bytes of data. */
function paddingOf(size) {
    const rest = size % BLOCK_BYTES;
    return rest === 0 ? 0 : BLOCK_BYTES - rest;
}
const EQUALS = 0x3d;
const NEWLINE = 0x0a;
/**
 * Calls `visit` for each record of a pax header (pax, "pax Extended Header": `LENGTH KEYWORD=VALUE\n`), in order, with
 * a view of its value. Returns the number of records, or undefined if one is malformed; earlier records were visited.
 */
function visitPaxRecords(header, visit) {
    let count = 0;
    for (let start = 0; start < header.length; count += 1) {
        let at = start;
        let length = 0;
        for (; header[at] !== SPACE; at += 1) {
            const digit = (header[at] ?? 0) - ZERO;
            if (digit < 0 || digit > 9 || length > header.length)
                return undefined;
            length = length * 10 + digit;
        }
        const end = start + length;
        const equals = end > header.length ? -1 : header.indexOf(EQUALS, at + 1);
        if (equals <= at + 1 || equals >= end - 1 || header[end - 1] !== NEWLINE)
            return undefined;
        const keyword = header.toString('latin1', at + 1, equals);
        if (keyword.includes('\0'))
            return undefined;
        visit(keyword, header.subarray(equals + 1, end - 1));
        start = end;
    }
    return count;
}

;// CONCATENATED MODULE: ./build/sources/image/archive-index.js



/** An archive of 100 images of 100 layers has 40,000 headers. */
const MAX_HEADERS = 500_000;
/** Of names and link targets, in characters. */
const MAX_NAME_CHARACTERS = 64 * 1024 * 1024;
/** Maximum size of a long name or a pax header. */
const MAX_HEADER_BYTES = 1024 * 1024;
/**
 * Reads the headers of an archive of a container image, but none of its data. Unlike `TarReader`, it accepts only the
 * entries of such archives: files, directories, links, pax headers and long names. Of several files with one name, the
 * last is used.
 *
 * @throws FledgeError `input`, calling the archive `label`, if it is damaged, truncated or has too many files.
 */
async function indexArchive(handle, label, signal) {
    const { size: end } = await handle.stat();
    const members = new Map();
    const block = Buffer.alloc(BLOCK_BYTES);
    let characters = 0;
    let overrides = {};
    const fail = (position, problem) => {
        throw new errors/* FledgeError */.aE('input', `${label}: not a valid archive of this type, or corrupted: at byte ${position}: ${problem}`, {
            fix: 'create the archive again with docker save or skopeo copy',
        });
    };
    let headers = 0;
    for (let position = 0; position < end;) {
        signal?.throwIfAborted();
        headers += 1;
        if (headers > MAX_HEADERS)
            return fail(position, `it has more than ${MAX_HEADERS} headers`);
        const { bytesRead } = await handle.read(block, 0, BLOCK_BYTES, position);
        if (bytesRead < BLOCK_BYTES)
            return fail(position, 'the archive ends inside a header');
        if (isZeroBlock(block))
            break;
        if (!hasValidChecksum(block))
            return fail(position, 'the checksum of the header is wrong');
        const type = String.fromCharCode(block[FIELDS.type.offset] ?? 0);
        const isExtension = type === 'x' || type === 'g' || type === 'L' || type === 'K';
        const size = (isExtension ? undefined : overrides.size) ?? readNumber(block, FIELDS.size) ?? -1;
        const isFile = type === '0' || type === '\0' || type === '7';
        // Links, devices, directories and fifos have no data, whatever size their header declares.
        const hasData = !/[1-6]/.test(type);
        if (type === 'S')
            return fail(position, 'sparse files are not supported');
        const offset = position + BLOCK_BYTES;
        if (size < 0)
            return fail(position, 'the size in the header is not a number');
        if (hasData && offset + size > end)
            return fail(position, `the archive ends ${offset + size - end} bytes too early`);
        position = offset + (hasData ? size + paddingOf(size) : 0);
        if (isExtension) {
            if (size > MAX_HEADER_BYTES)
                return fail(offset, `an extended header has ${size} bytes; the limit is ${MAX_HEADER_BYTES}`);
            const data = Buffer.alloc(size);
            await handle.read(data, 0, size, offset);
            const problem = addOverrides(overrides, type, data);
            if (problem !== undefined)
                return fail(offset, problem);
            continue;
        }
        const name = normalise(overrides.path ?? readName(block, formatOf(block)));
        const target = overrides.target ?? readText(block, FIELDS.linkName);
        overrides = {};
        const member = isFile ? { offset, length: size } : linkOf(type, name, target);
        if (member === undefined || name === undefined)
            continue;
        characters += name.length + ('link' in member ? member.link.length : 0);
        members.set(name, member);
        if (characters > MAX_NAME_CHARACTERS)
            return fail(position, `the names of the files have more than ${MAX_NAME_CHARACTERS} characters in total`);
    }
    return {
        find(wanted) {
            let member = members.get(wanted);
            for (let links = 0; member !== undefined && 'link' in member; links += 1) {
                if (links === linux_limits/* MAX_SYMLINKS */.oG)
                    throw new errors/* FledgeError */.aE('input', `${label}: the link ${JSON.stringify(wanted.slice(0, 300))} is part of a loop of links`);
                member = members.get(member.link);
            }
            return member;
        },
    };
}
/** Adds the values of an extended header to `overrides`. Returns a problem of the header, or undefined. */
function addOverrides(overrides, type, data) {
    const text = readText(data, { offset: 0, length: data.length });
    if (type === 'L')
        overrides.path = text;
    if (type === 'K')
        overrides.target = text;
    // A global header applies to no particular file.
    if (type !== 'x')
        return undefined;
    let problem;
    const count = visitPaxRecords(data, (keyword, value) => {
        const text = value.toString('latin1');
        if (keyword === 'path')
            overrides.path = text;
        else if (keyword === 'linkpath')
            overrides.target = text;
        else if (keyword === 'size') {
            if (!/^[0-9]{1,15}$/.test(text))
                problem ??= 'the size in the pax header is not a number';
            overrides.size = Number(text);
        }
        else if (keyword.startsWith('GNU.sparse.'))
            problem ??= 'sparse files are not supported';
    });
    return count === undefined ? 'the pax header is damaged' : problem;
}
function linkOf(type, name, target) {
    if (name === undefined || (type !== '1' && type !== '2'))
        return undefined;
    // The target of a hardlink is relative to the root of the archive, that of a symbolic link to its own directory.
    const directory = type === '2' && !target.startsWith('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
    const link = normalise(directory + target);
    return link === undefined ? undefined : { link };
}
/** A name without empty components, `.` and `..`; undefined if the name is empty or leads out of the archive. */
function normalise(name) {
    const components = [];
    for (const component of name.split('/')) {
        if (component === '' || component === '.')
            continue;
        if (component !== '..')
            components.push(component);
        else if (components.pop() === undefined)
            return undefined;
    }
    return components.length === 0 ? undefined : components.join('/');
}

;// CONCATENATED MODULE: ./build/sources/image/blob.js



const READ_BYTES = 1024 * 1024;
/**
 * Number of buffers that are used in turn: two for the chunks that are read and hashed, the others for chunks that a
 * decompressor still uses.
 */
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
/** @throws FledgeError `input` if the digest is invalid or of another algorithm. */
function requireDigest(digest, label) {
    const parsed = parseDigest(digest);
    if (parsed !== undefined)
        return parsed;
    throw new errors/* FledgeError */.aE('input', `${label} has the digest ${JSON.stringify(digest.slice(0, 200))}; only sha256 and sha512 can be verified`);
}
/**
 * Reads a blob, one chunk ahead of the consumer. Its size and digest are verified at the end. A chunk stays unchanged
 * until the fifth one after it is requested.
 *
 * @throws FledgeError `input` if the blob is missing, or its size or digest differs.
 */
async function* readBlob(blob, signal) {
    const { algorithm } = requireDigest(blob.digest, blob.label);
    const handle = await openBlob(blob);
    try {
        const fileSize = (await handle.stat()).size;
        const { offset: start, length: present } = blob.slice ?? { offset: 0, length: fileSize };
        if (present !== blob.size)
            throw wrongSize(blob, present);
        // A file is read to its end: it may have grown.
        const end = blob.slice === undefined ? Number.POSITIVE_INFINITY : start + present;
        const hash = (0,external_node_crypto_.createHash)(algorithm);
        const buffers = [];
        let count = 0;
        const readChunk = async (position) => {
            const index = count++ % BUFFERS;
            buffers[index] ??= Buffer.allocUnsafeSlow(READ_BYTES);
            const length = Math.min(READ_BYTES, end - start - position);
            const { buffer, bytesRead } = await handle.read(buffers[index], 0, length, start + position);
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
            // An earlier error is thrown instead of this one.
            await next.catch(() => { });
        }
        if (size !== blob.size)
            throw wrongSize(blob, size);
        const actual = `${algorithm}:${hash.digest('hex')}`;
        if (actual !== blob.digest) {
            throw new errors/* FledgeError */.aE('input', `${blob.label} is damaged: its digest is ${actual}, but the image lists ${blob.digest}`, {
                fix: 'fetch or build the image again',
            });
        }
    }
    finally {
        await handle.close();
    }
}
/**
 * Reads and verifies a blob of at most `maxBytes`.
 *
 * @throws FledgeError `input` if it is larger, missing or damaged.
 */
async function readSmallBlob(blob, maxBytes) {
    if (blob.size > maxBytes) {
        throw new errors/* FledgeError */.aE('input', `${blob.label} has ${blob.size} bytes; the limit is ${maxBytes}`);
    }
    const chunks = [];
    for await (const chunk of readBlob(blob))
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}
async function openBlob({ path, label, digest }) {
    try {
        return await (0,regular_file/* openRegularFile */.ZU)(path);
    }
    catch (error) {
        if (error instanceof regular_file/* NotRegularFile */.k1) {
            throw new errors/* FledgeError */.aE('input', `${label}: ${path} is ${error.kind}, not a regular file`);
        }
        const code = (0,errors/* systemCodeOf */.c7)(error);
        const message = code === 'ENOENT' || code === 'ENOTDIR'
            ? `${label} is missing: there is no blob ${digest} (${path})`
            : `cannot read ${label}: ${(0,errors/* messageOf */.bD)(error)}`;
        throw new errors/* FledgeError */.aE('input', message, { cause: error, fix: 'fetch or build the image again' });
    }
}
function wrongSize({ label, size }, actual) {
    return new errors/* FledgeError */.aE('input', `${label} is damaged: it has ${actual} bytes, but the image lists ${size}`, {
        fix: 'fetch or build the image again',
    });
}

// EXTERNAL MODULE: ./build/document/json.js
var json = __webpack_require__(45460);
;// CONCATENATED MODULE: ./build/sources/image/image-json.js



/** Limit of a document, which is read into memory. Registries refuse larger ones. */
const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;
/**
 * Renames the keys of `value` that differ from a name in `fields` only in case to that name, as Go's encoding/json reads
 * them; most other tools for images use it. `twice` is the first name that `value` has more than once.
 */
function foldFields(value, fields) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return { value };
    const fieldOf = new Map(fields.map((field) => [foldCase(field), field]));
    const folded = new Map();
    let twice;
    for (const [key, item] of Object.entries(value)) {
        const name = fieldOf.get(foldCase(key)) ?? key;
        if (folded.has(name))
            twice ??= name;
        folded.set(name, item);
    }
    return { value: Object.fromEntries(folded), ...(twice !== undefined && { twice }) };
}
/** The form in which Go compares keys. It folds the long s (U+017F) to s, and the kelvin sign (U+212A) to k. */
function foldCase(key) {
    return key.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase();
}
/** The schema of an object with these fields, with keys in any case, as in a Go struct. */
function goStruct(shape) {
    const fields = Object.keys(shape);
    return schemas/* preprocess */.vkY((input, context) => {
        const { value, twice } = foldFields(input, fields);
        if (twice !== undefined)
            context.addIssue({ code: 'custom', message: `the key ${twice} is there twice` });
        return value;
    }, schemas/* object */.Ikc(shape));
}
/** OCI image specification, descriptor.md. */
const descriptorFields = {
    // Old tools omit it.
    mediaType: schemas/* string */.YjP().nullish(),
    digest: schemas/* string */.YjP(),
    size: schemas/* int */.Whr().min(0),
    urls: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    annotations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
};
const descriptorSchema = goStruct(descriptorFields);
const indexEntrySchema = goStruct({
    ...descriptorFields,
    platform: goStruct({
        architecture: schemas/* string */.YjP().nullish(),
        os: schemas/* string */.YjP().nullish(),
        variant: schemas/* string */.YjP().nullish(),
    }).nullish(),
});
/** A list. Go writes an empty list as null, or omits it. */
function listOf(item) {
    return schemas/* preprocess */.vkY((value) => value ?? [], schemas/* array */.YOg(item));
}
/** image-index.md, and Docker's manifest list. */
const indexSchema = goStruct({
    schemaVersion: schemas/* literal */.euz(2),
    mediaType: schemas/* string */.YjP().nullish(),
    manifests: listOf(indexEntrySchema),
});
/** manifest.md, and Docker's image manifest version 2, schema 2. */
const manifestSchema = goStruct({
    schemaVersion: schemas/* literal */.euz(2),
    mediaType: schemas/* string */.YjP().nullish(),
    config: descriptorSchema,
    layers: listOf(descriptorSchema),
});
const textList = schemas/* array */.YOg(schemas/* string */.YjP()).nullish();
/** Docker also accepts a single word, and null, which Go reads as the empty string. */
const word = schemas/* string */.YjP()
    .nullable()
    .transform((text) => text ?? '');
const command = schemas/* union */.KCZ([schemas/* string */.YjP().transform((text) => [text]), schemas/* array */.YOg(word)]).nullish();
/** config.md; Docker's config has more keys. An image without a base image has no platform (`crane append`). */
const configSchema = goStruct({
    architecture: schemas/* string */.YjP().nullish(),
    os: schemas/* string */.YjP().nullish(),
    variant: schemas/* string */.YjP().nullish(),
    rootfs: goStruct({ type: schemas/* enum */.k5n(['layers', '']).nullish(), diff_ids: textList }),
    config: goStruct({
        Entrypoint: command,
        Cmd: command,
        Env: textList,
        WorkingDir: schemas/* string */.YjP().nullish(),
        User: schemas/* string */.YjP().nullish(),
        ExposedPorts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish(),
        Labels: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
    }).nullish(),
});
/** image-layout.md. */
const layoutSchema = schemas/* object */.Ikc({ imageLayoutVersion: schemas/* string */.YjP() });
/** Maximum length of a key in a message, in characters. */
const MAX_SHOWN_KEY = 100;
/** @throws FledgeError `input`, calling the document `label`, if it is not JSON or does not match the schema. */
function parseDocument(bytes, schema, label) {
    const parsed = schema.safeParse(parseJson(bytes, label));
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
    throw new errors/* FledgeError */.aE('input', `${label} is not valid: ${problems.join('; ')}`);
}
/**
 * @throws FledgeError `input`, calling the document `label`, if it is not JSON, or has a key twice in one object: tools
 *   differ in which of the two counts, so that one digest would stand for two images.
 */
function parseJson(bytes, label) {
    let text;
    let value;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* FledgeError */.aE('input', `${label} is not valid JSON`, { cause });
    }
    for (const path of (0,json/* repeatedKeys */.fg)(text)) {
        const key = String(path.at(-1)).slice(0, MAX_SHOWN_KEY);
        throw new errors/* FledgeError */.aE('input', `${label} has the key ${JSON.stringify(key)} twice in one object`, {
            fix: 'do not trust the image',
        });
    }
    return value;
}

;// CONCATENATED MODULE: ./build/sources/image/media-types.js
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
/** Media types without information, which early registries and tools used for configs and layers. */
const UNSPECIFIC_TYPES = [
    '',
    'application/octet-stream',
    'text/html',
    'text/plain',
    'application/json',
];
/** True if a media type has no information about the content, as in moby (distribution/registry.go). */
function isUnspecified(mediaType) {
    return UNSPECIFIC_TYPES.includes((mediaType ?? '').replace(/;.*$/s, '').trim().toLowerCase());
}
/** Docker's manifest schema 1, which has no digests to verify. */
const SCHEMA1_TYPE = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/;
const LAYER_TYPE = /^application\/vnd\.(?:oci\.image\.layer\.(?<oci>nondistributable\.)?v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.(?<docker>foreign\.)?diff\.tar(?:\.(?:gzip|zstd))?)(?<encrypted>\+encrypted)?$/;
/** A `foreign` layer may be missing in registries: its publisher provides it at a URL. */
function layerKindOf(mediaType) {
    if (isUnspecified(mediaType))
        return 'layer';
    const groups = LAYER_TYPE.exec(mediaType)?.groups;
    if (groups === undefined)
        return 'unknown';
    if (groups['encrypted'] !== undefined)
        return 'encrypted';
    return groups['oci'] === undefined && groups['docker'] === undefined ? 'layer' : 'foreign';
}

// EXTERNAL MODULE: ./build/sources/image/platform.js
var image_platform = __webpack_require__(82792);
;// CONCATENATED MODULE: ./build/sources/image/image.js






/** More than known tools generate. */
const MAX_INDEX_DEPTH = 4;
/** overlayfs supports 128 layers, and Docker 127. */
const MAX_LAYERS = 1000;
/** A document with its computed digest. */
function documentOf(bytes) {
    return { bytes, digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}` };
}
/**
 * Selects the manifest for the platform, from a manifest or through nested indexes. `read` returns the verified
 * document of a descriptor.
 *
 * @throws FledgeError `input` if there is none (the message lists the platforms), or the document is not an image.
 */
async function selectManifest(root, request, read) {
    const { platform, label } = request;
    let document = root;
    for (let depth = 0; depth <= MAX_INDEX_DEPTH; depth += 1) {
        const parsed = parseManifestOrIndex(document, label);
        if ('layers' in parsed)
            return { digest: document.digest, manifest: parsed };
        const entry = (0,image_platform/* selectPlatform */.md)(parsed.manifests, platform, label);
        document = { bytes: await read(entry), digest: entry.digest, mediaType: entry.mediaType };
    }
    throw new errors/* FledgeError */.aE('input', `${label} has indexes that are nested more than ${MAX_INDEX_DEPTH} deep`);
}
/** @throws FledgeError `input` if the document is not a supported manifest or index. */
function parseManifestOrIndex({ bytes, mediaType }, label) {
    const raw = parseJson(bytes, `the manifest of ${label}`);
    const { value } = foldFields(raw, ['schemaVersion', 'mediaType', 'config', 'layers', 'manifests']);
    const fields = typeof value === 'object' && value !== null ? value : {};
    const own = 'mediaType' in fields && typeof fields.mediaType === 'string' ? fields.mediaType : undefined;
    // The media type is optional in OCI documents and in descriptors. Without one, the keys decide.
    const byKeys = ('manifests' in fields ? INDEX_TYPES[0] : MANIFEST_TYPES[0]) ?? '';
    const type = [own, mediaType].find((given) => !isUnspecified(given)) ?? byKeys;
    if (SCHEMA1_TYPE.test(type) || ('schemaVersion' in fields && fields.schemaVersion === 1)) {
        throw new errors/* FledgeError */.aE('input', `${label} has a manifest of Docker's schema 1, which cannot be verified`, {
            fix: 'push the image again with a tool that supports manifest schema 2',
        });
    }
    // Another program may read the document as the other type (CVE-2021-41190), so one digest would mean two images.
    if ('manifests' in fields && ('layers' in fields || 'config' in fields)) {
        throw new errors/* FledgeError */.aE('input', `the manifest of ${label} is also an index, so one of the two must be a forgery`, {
            fix: 'do not trust the image',
        });
    }
    if (INDEX_TYPES.includes(type))
        return parseDocument(bytes, indexSchema, `the index of ${label}`);
    if (MANIFEST_TYPES.includes(type))
        return parseDocument(bytes, manifestSchema, `the manifest of ${label}`);
    throw new errors/* FledgeError */.aE('input', `${label} is not a container image: its media type is ${JSON.stringify(type)}`);
}
/**
 * Reads the image of a manifest whose config and layers are in `store`.
 *
 * @throws FledgeError `input` if the config is missing or damaged, is not the config of an image, or is for another
 *   platform.
 */
async function readImage({ digest, manifest }, request, store) {
    const { platform, label } = request;
    const rawConfig = await readSmallBlob(blobOf(manifest.config, `the config of ${label}`, store), MAX_DOCUMENT_BYTES);
    const config = parseConfig(manifest, rawConfig, label);
    (0,image_platform/* requirePlatform */.Fj)(config, platform, label);
    const { config: run } = config;
    return {
        digest,
        platform,
        newerVariant: (0,image_platform/* newerVariantOf */.Ie)(config, platform),
        configDigest: manifest.config.digest,
        entrypoint: run?.Entrypoint ?? [],
        cmd: run?.Cmd ?? [],
        env: run?.Env ?? [],
        workdir: run?.WorkingDir || undefined,
        user: run?.User || undefined,
        exposedPorts: Object.keys(run?.ExposedPorts ?? {}),
        labels: run?.Labels ?? {},
        rawConfig,
        layers: layersOf(manifest, config, { label, store }),
    };
}
function parseConfig(manifest, bytes, label) {
    const { mediaType } = manifest.config;
    if (!isUnspecified(mediaType) && !CONFIG_TYPES.includes(mediaType ?? '')) {
        throw new errors/* FledgeError */.aE('input', `${label} is not a container image: its config has the media type ${JSON.stringify(mediaType)}`);
    }
    return parseDocument(bytes, configSchema, `the config of ${label}`);
}
function layersOf(manifest, config, from) {
    const diffIds = config.rootfs.diff_ids ?? [];
    const count = manifest.layers.length;
    if (count !== diffIds.length) {
        throw new errors/* FledgeError */.aE('input', `${from.label} has ${count} layers, but its config lists ${diffIds.length}`);
    }
    if (count > MAX_LAYERS)
        throw new errors/* FledgeError */.aE('input', `${from.label} has ${count} layers; the limit is ${MAX_LAYERS}`);
    return manifest.layers.map((layer, index) => ({
        ...blobOf(layer, `layer ${index + 1} of ${count} of ${from.label}`, from.store),
        mediaType: layer.mediaType ?? '',
        diffId: diffIds[index] ?? '',
        urls: layer.urls ?? [],
    }));
}
/** A blob in a store. Its digest is checked before it becomes part of a path. */
function blobOf({ digest, size }, label, store) {
    requireDigest(digest, label);
    const slice = store.sliceOf?.(digest);
    return { digest, size, label, path: store.pathOf(digest), ...(slice !== undefined && { slice }) };
}

;// CONCATENATED MODULE: ./build/sources/image/layer/compression.js

/** The data is damaged, or cannot be decompressed; the message contains the reason. */
class DecompressionError extends Error {
    name = 'DecompressionError';
    /** The action for the user. */
    fix;
    constructor(message, fix) {
        super(message);
        this.fix = fix;
    }
}
/** Formats that layers sometimes have although no specification allows them. */
const FOREIGN_MAGICS = [
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
    ['bzip2', Buffer.from('BZh')],
    ['bzip3', Buffer.from('BZ3v1')],
    ['lzip', Buffer.from('LZIP')],
    ['lzop', Buffer.from([0x89, 0x4c, 0x5a, 0x4f, 0x00])],
    ['lrzip', Buffer.from('LRZI')],
    ['lz4', Buffer.from([0x04, 0x22, 0x4d, 0x18])],
    ['lz4 (legacy)', Buffer.from([0x02, 0x21, 0x4c, 0x18])],
    ['compress (.Z)', Buffer.from([0x1f, 0x9d])],
    ['lzh (.Z)', Buffer.from([0x1f, 0xa0])],
    ['pack (.z)', Buffer.from([0x1f, 0x1e])],
    ['snappy', Buffer.from([0xff, 0x06, 0x00, 0x00, 0x73, 0x4e, 0x61, 0x50, 0x70, 0x59])],
    ['zip', Buffer.from('PK\x03\x04')],
    ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ['rar', Buffer.from('Rar!\x1a\x07')],
    ['an ar archive', Buffer.from('!<arch>\n')],
    ['an rpm package', Buffer.from([0xed, 0xab, 0xee, 0xdb])],
    ['a cpio archive', Buffer.from('07070')],
    ['a squashfs image', Buffer.from('hsqs')],
];
/**
 * True if it may be the format of lzma(1), which has no magic: valid properties, a dictionary size of a power of two or
 * one and a half of it, and a size that is unknown or below 256 GiB. xz(1) uses the same rule.
 */
function isLzma(head) {
    if (head.length < 13 || (head[0] ?? 0) >= 9 * 5 * 5)
        return false;
    const dictionary = head.readUInt32LE(1);
    const power = 2 ** (31 - Math.clz32(dictionary));
    if (dictionary === 0 || (dictionary !== power && dictionary !== power * 1.5 && dictionary !== 0xffff_ffff))
        return false;
    const size = head.readBigUInt64LE(5);
    return size === 2n ** 64n - 1n || size < 2n ** 38n;
}
/** The first bytes of zlib's own format (RFC 1950), as opposed to gzip, with a window of 32 KiB and each level. */
const ZLIB_HEADERS = [0x7801, 0x785e, 0x789c, 0x78da];
function foreignFormatOf(head) {
    const known = FOREIGN_MAGICS.find(([, magic]) => head.subarray(0, magic.length).equals(magic));
    if (known !== undefined)
        return known[0];
    if (isLzma(head))
        return 'lzma';
    return head.length >= 2 && ZLIB_HEADERS.includes(head.readUInt16BE(0)) ? 'zlib' : undefined;
}
/**
 * Detects the compression of a layer from its first bytes (512, or all if it has fewer). As in containerd and skopeo,
 * the media type is ignored: Docker has pushed layers with the wrong one.
 *
 * @throws DecompressionError if layers may not have this format.
 */
function detectCompression(head) {
    if (head.length >= BLOCK_BYTES) {
        const block = head.subarray(0, BLOCK_BYTES);
        if (hasValidChecksum(block) || isZeroBlock(block))
            return 'none';
    }
    if (head[0] === 0x1f && head[1] === 0x8b)
        return 'gzip';
    const magic = head.length >= 4 ? head.readUInt32LE(0) : 0;
    if (magic === 0xfd2fb528 || (magic & 0xffff_fff0) >>> 0 === 0x184d2a50)
        return 'zstd';
    const foreign = foreignFormatOf(head);
    if (foreign !== undefined) {
        throw new DecompressionError(`it is ${foreign}, but layers must be plain tar, or tar in gzip or zstd`, 'build or push the image again with a tool that compresses its layers with gzip or zstd');
    }
    // The tar reader reports any problem.
    return 'none';
}

;// CONCATENATED MODULE: ./build/sources/image/layer/zstd-frames.js


/** RFC 8878, "Frames": the first four bytes, little-endian. */
const zstd_frames_MAGIC = 0xfd2fb528;
/** The magic number of a skippable frame, without its last four bits, which are free. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAGIC_BYTES = 4;
const CHECKSUM_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
/** The longest part that is read: a frame header with a window, a dictionary's number and a content size. */
const LONGEST_VALUE_BYTES = 1 + 4 + 8;
/** Maximum window, 512 MiB as `zstd --ultra -22 --long=29` uses it; the logarithm to base 2. */
const MAX_WINDOW_LOG = 29;
/**
 * Splits a zstd stream into frames. Node's decompressor stops at the end of a frame and drops the rest of the same
 * write (and, until Node 23, accepts a truncated frame as complete), while a layer may have many frames, as
 * zstd:chunked and pzstd write them.
 */
class ZstdFrameSplitter {
    #onWindow;
    #part = 'magic';
    #partLeft = MAGIC_BYTES;
    /** The bytes of the part, if its value is needed. */
    #value = Buffer.alloc(LONGEST_VALUE_BYTES);
    #valueBytes = 0;
    #descriptor = 0;
    #isLastBlock = false;
    /** True if the frame may still be skipped: it has no content so far, and no part of it was returned. */
    #isIdle = true;
    /**
     * `onWindow` is called with the size of the decompressor's window when the header of a frame is complete, before the
     * frame is decompressed. It may throw.
     */
    constructor(onWindow = () => { }) {
        this.#onWindow = onWindow;
    }
    /** True if the stream may end here. */
    get isBetweenFrames() {
        return this.#part === 'magic' && this.#valueBytes === 0;
    }
    /**
     * Splits a chunk into pieces that belong to one frame each. Skippable frames are dropped, and so are empty frames
     * within one chunk: each piece is a call of the decompressor, so a few bytes cost as much as a megabyte.
     *
     * @throws DecompressionError if it is not a zstd stream, or needs too large a window or a dictionary.
     */
    *split(chunk) {
        let start = 0;
        let at = 0;
        while (at < chunk.length) {
            const used = Math.min(this.#partLeft, chunk.length - at);
            if (this.#valueBytes + used <= this.#value.length) {
                chunk.copy(this.#value, this.#valueBytes, at, at + used);
                this.#valueBytes += used;
            }
            at += used;
            this.#partLeft -= used;
            // A part may have no bytes.
            while (this.#partLeft === 0) {
                if (!this.#endPart())
                    continue;
                if (!this.#isIdle)
                    yield chunk.subarray(start, at);
                start = at;
                this.#isIdle = true;
            }
        }
        if (start === at || (this.#isIdle && this.#isSkippable))
            return;
        // A frame that is empty so far may have content in the next chunk.
        this.#isIdle = false;
        yield chunk.subarray(start);
    }
    /** Advances to the next part. Returns true if this part was the last of its frame. */
    #endPart() {
        const value = this.#value;
        switch (this.#part) {
            case 'magic': {
                const magic = value.readUInt32LE(0);
                if (magic === zstd_frames_MAGIC)
                    this.#begin('descriptor', 1);
                else if ((magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC)
                    this.#begin('skip-size', 4);
                else
                    throw new DecompressionError('it contains data that is not a zstd frame');
                return false;
            }
            case 'descriptor': {
                this.#descriptor = value[0] ?? 0;
                const { windowBytes, dictionaryBytes, contentSizeBytes } = fieldsOf(this.#descriptor);
                this.#begin('frame-header', windowBytes + dictionaryBytes + contentSizeBytes);
                return false;
            }
            case 'frame-header':
                this.#takeFrameHeader();
                this.#begin('block-header', BLOCK_HEADER_BYTES);
                return false;
            case 'block-header': {
                const header = value.readUIntLE(0, BLOCK_HEADER_BYTES);
                const type = (header >> 1) & 0x03;
                this.#isLastBlock = (header & 0x01) !== 0;
                // Only raw blocks can be empty.
                if (type !== 0 || header >> 3 > 0)
                    this.#isIdle = false;
                // An RLE block is one repeated byte.
                this.#begin('block', type === 1 ? 1 : header >> 3);
                return false;
            }
            case 'block':
                if (!this.#isLastBlock)
                    this.#begin('block-header', BLOCK_HEADER_BYTES);
                else if ((this.#descriptor & CHECKSUM_FLAG) !== 0)
                    this.#begin('checksum', CHECKSUM_BYTES);
                else
                    return this.#endFrame();
                return false;
            case 'checksum':
                return this.#endFrame();
            case 'skip-size':
                this.#begin('skipped', value.readUInt32LE(0));
                return false;
            case 'skipped':
                return this.#endFrame();
        }
    }
    get #isSkippable() {
        return this.#part === 'skip-size' || this.#part === 'skipped';
    }
    #takeFrameHeader() {
        const { isSingleSegment, windowBytes, dictionaryBytes, contentSizeBytes } = fieldsOf(this.#descriptor);
        const value = this.#value;
        const dictionaryAt = windowBytes;
        if (value.subarray(dictionaryAt, dictionaryAt + dictionaryBytes).some((byte) => byte !== 0)) {
            throw new DecompressionError('it was compressed with a dictionary', 'compress the layer again without one');
        }
        const contentSize = readContentSize(value, dictionaryAt + dictionaryBytes, contentSizeBytes);
        const window = isSingleSegment ? (contentSize ?? 0) : windowOf(value[0] ?? 0);
        if (window > 2 ** MAX_WINDOW_LOG) {
            throw new DecompressionError(`its zstd window is ${(0,units/* formatBytes */.z3)(window)}; the limit is 512 MiB`, 'compress the layer again with a smaller window (zstd without --long)');
        }
        const isEmpty = contentSize === undefined || contentSize === 0;
        const isPlain = (this.#descriptor & (CHECKSUM_FLAG | RESERVED_FLAG)) === 0;
        this.#isIdle &&= isEmpty && isPlain;
        this.#onWindow(Math.min(window, contentSize ?? window));
    }
    #endFrame() {
        this.#begin('magic', MAGIC_BYTES);
        return true;
    }
    #begin(part, length) {
        this.#part = part;
        this.#partLeft = length;
        this.#valueBytes = 0;
    }
}
const SINGLE_SEGMENT_FLAG = 0x20;
const RESERVED_FLAG = 0x08;
const CHECKSUM_FLAG = 0x04;
/** The lengths of the fields of a frame header, in their order; RFC 8878, "Frame_Header_Descriptor". */
function fieldsOf(descriptor) {
    const isSingleSegment = (descriptor & SINGLE_SEGMENT_FLAG) !== 0;
    const contentSizeFlag = (descriptor >> 6);
    return {
        isSingleSegment,
        windowBytes: isSingleSegment ? 0 : 1,
        dictionaryBytes: DICTIONARY_ID_BYTES[(descriptor & 0x03)],
        contentSizeBytes: contentSizeFlag === 0 && isSingleSegment ? 1 : CONTENT_SIZE_BYTES[contentSizeFlag],
    };
}
/** RFC 8878, "Window_Descriptor": a power of two and eighths of it. */
function windowOf(descriptor) {
    const base = 2 ** (10 + (descriptor >> 3));
    return base + (base / 8) * (descriptor & 0x07);
}
/** RFC 8878, "Frame_Content_Size"; undefined if the frame has none. */
function readContentSize(value, at, bytes) {
    switch (bytes) {
        case 0:
            return undefined;
        case 2:
            return 256 + value.readUInt16LE(at);
        case 8:
            return Number(value.readBigUInt64LE(at));
        default:
            return value.readUIntLE(at, bytes);
    }
}

;// CONCATENATED MODULE: ./build/sources/image/layer/decompress.js




/** Maximum output of one call of the decompressor: it runs in another thread, and each call costs a context switch. */
const OUTPUT_BYTES = 512 * 1024;
/** Number of outputs that may be queued, so that the decompressor works while they are consumed. */
const WAITING_OUTPUTS = 8;
/**
 * Decompresses a stream while it is still being read. gzip may have several members followed by zeros, zstd several
 * frames and skippable ones. The memory of an output is reused when the next one is requested. The resources of zstd
 * frames are charged to `spend`.
 *
 * @throws DecompressionError if the stream is damaged, truncated, or followed by other data.
 */
async function* decompress(chunks, compression, spend = () => { }) {
    if (compression === 'none') {
        yield* chunks;
        return;
    }
    const options = { chunkSize: OUTPUT_BYTES, readableObjectMode: true, readableHighWaterMark: WAITING_OUTPUTS };
    const params = { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG };
    const stream = compression === 'gzip' ? (0,external_node_zlib_.createGunzip)(options) : (0,external_node_zlib_.createZstdDecompress)({ ...options, params });
    let failure;
    const pieces = compression === 'gzip' ? chunks : zstdFrames(chunks, spend);
    const feeding = feed(stream, pieces).catch((error) => {
        failure = error;
        stream.destroy();
    });
    try {
        for await (const output of stream) {
            yield output;
            giveBack(output);
        }
        await feeding;
    }
    catch (error) {
        // A stream that was destroyed because of its input reports only that it was destroyed.
        failure ??= isZlibError(error) ? new DecompressionError(describeZlibError(error, compression)) : error;
    }
    finally {
        stream.destroy();
        await feeding;
    }
    if (failure !== undefined)
        throw failure;
}
/**
 * Frees the memory of an output at once. Otherwise a gigabyte of output causes fifty garbage collections, each of which
 * walks all objects of the image. The stream allocates a new buffer after it has filled one, so a buffer that was read
 * to its end is unused.
 */
function giveBack({ buffer, byteOffset, byteLength }) {
    const isWhole = buffer.byteLength === OUTPUT_BYTES;
    if (isWhole && byteOffset + byteLength === OUTPUT_BYTES && buffer instanceof ArrayBuffer)
        buffer.transfer(0);
}
/** A frame without content. The decompressor reports a stream without any frame as truncated. */
const EMPTY_FRAME = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x00, 0x01, 0x00, 0x00]);
async function* zstdFrames(chunks, spend) {
    // The decompressor reuses the memory of a frame for the next one.
    let charged = 0;
    let isFed = false;
    const frames = new ZstdFrameSplitter((windowBytes) => {
        if (windowBytes <= charged)
            return;
        const more = windowBytes - charged;
        charged = windowBytes;
        spend('memory', more);
    });
    try {
        for await (const chunk of chunks) {
            for (const piece of frames.split(chunk)) {
                spend('frames', 1);
                isFed = true;
                yield piece;
            }
        }
        if (!frames.isBetweenFrames)
            throw new DecompressionError('it is truncated');
        if (!isFed)
            yield EMPTY_FRAME;
    }
    finally {
        spend('memory', -charged);
    }
}
/**
 * Writes the pieces one by one, and one ahead so that the decompressor never waits. A gunzip stops before a zero that
 * follows a member; the rest is then read and must be zeros.
 */
async function feed(stream, pieces) {
    let hasEnded = false;
    stream.once('end', () => {
        hasEnded = true;
    });
    let previous = Promise.resolve();
    let fed = 0;
    let recent = [];
    const requireZeros = () => {
        for (const { piece, start } of recent) {
            const unused = piece.subarray(Math.max(0, stream.bytesWritten - start));
            if (unused.some((byte) => byte !== 0))
                throw new DecompressionError('data follows its end');
        }
        recent = [];
    };
    for await (const piece of pieces) {
        // At most two pieces are in flight at a time; this is a third.
        recent = [...recent.slice(-2), { piece, start: fed }];
        fed += piece.length;
        if (hasEnded)
            requireZeros();
        else if (stream.destroyed)
            return;
        else {
            const written = write(stream, piece);
            await previous;
            previous = written;
        }
    }
    await previous;
    if (hasEnded)
        requireZeros();
    else if (!stream.destroyed)
        stream.end();
}
/** Resolves when the chunk is consumed, or the stream ends: after its end, the callback of a chunk is never called. */
function write(stream, chunk) {
    return new Promise((resolve) => {
        const settle = () => {
            stream.off('end', settle);
            stream.off('close', settle);
            resolve();
        };
        if (stream.destroyed || stream.readableEnded)
            return resolve();
        stream.once('end', settle);
        stream.once('close', settle);
        stream.write(chunk, settle);
    });
}
function isZlibError(error) {
    const code = (0,errors/* systemCodeOf */.c7)(error);
    return code !== undefined && /^(?:Z_|ZSTD_|ERR_ZLIB)/.test(code);
}
function describeZlibError(error, compression) {
    return (0,errors/* systemCodeOf */.c7)(error) === 'Z_BUF_ERROR'
        ? 'it is truncated'
        : `it is not valid ${compression}: ${(0,errors/* messageOf */.bD)(error)}`;
}

;// CONCATENATED MODULE: ./build/sources/image/layout.js









/** The annotation for names of images (image-spec, annotations.md). */
const REF_NAME = 'org.opencontainers.image.ref.name';
/**
 * The annotation of containerd, and of Docker with the containerd store, for the full name. `REF_NAME` then holds the
 * tag only.
 */
const CONTAINERD_NAME = 'io.containerd.image.name';
/** Maximum number of names in a message. */
const MAX_NAMES = 10;
/** The blobs of an OCI layout: `ALGORITHM/HEX` in the directory. The caller must have checked the digest. */
function ociBlobs(directory) {
    return { pathOf: (digest) => (0,external_node_path_.join)(directory, ...digest.split(':')) };
}
/**
 * Reads an image from an OCI layout (image-spec, image-layout.md), in place.
 *
 * @throws FledgeError `input` if there is no layout, or it has no such image or none for the platform, or it is
 *   damaged.
 */
function readOciLayout({ directory, ...request }) {
    const problem = `${request.label}: ${directory} is not an OCI layout`;
    const files = {
        place: directory,
        document: (name) => readDocument((0,external_node_path_.join)(directory, name), problem),
        store: ociBlobs((0,external_node_path_.join)(directory, 'blobs')),
    };
    return readLayout(files, { ...request, transport: 'oci' });
}
/**
 * Reads an image from an OCI layout in a directory or an archive.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
async function readLayout(files, request) {
    const { platform, label } = request;
    const { place, store } = files;
    const layout = await files.document('oci-layout');
    const { imageLayoutVersion } = parseDocument(layout, layoutSchema, `oci-layout in ${place}`);
    if (!imageLayoutVersion.startsWith('1.')) {
        throw new errors/* FledgeError */.aE('input', `${place} is an OCI layout of the unsupported version ${imageLayoutVersion}`);
    }
    const index = parseDocument(await files.document('index.json'), indexSchema, `index.json in ${place}`);
    const root = rootOf(index, { ...request, place });
    const read = (descriptor) => readSmallBlob(blobOf(descriptor, `the manifest of ${label}`, store), MAX_DOCUMENT_BYTES);
    return readImage(await selectManifest(root, { platform, label }, read), { platform, label }, store);
}
/**
 * The entries of a layout's index that are the image, as an index of their own: there may be one for each of several
 * platforms.
 */
function rootOf(index, choice) {
    const { member, digest, label, place, transport } = choice;
    const { manifests: all } = index;
    if (all.length === 0)
        throw new errors/* FledgeError */.aE('input', `${label}: there is no image in ${place}`);
    const manifests = digest === undefined ? matching(all, member) : all.filter((entry) => entry.digest === digest);
    if (manifests.length === 0) {
        const wanted = digest ?? JSON.stringify(member);
        throw new errors/* FledgeError */.aE('input', `${label}: there is no image ${wanted} in ${place}; it has ${listNames(all, all)}`);
    }
    if (digest === undefined && !isOneImage(manifests)) {
        const what = member === undefined ? 'several images' : `several images ${JSON.stringify(member)}`;
        throw new errors/* FledgeError */.aE('input', `${label}: there are ${what} in ${place}: ${listNames(manifests, all)}`, {
            fix: `append the name of one of them: ${transport}:PATH:NAME`,
        });
    }
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX_TYPES[0], manifests }));
    return documentOf(bytes);
}
function matching(entries, member) {
    if (member === undefined)
        return entries;
    const place = /^@(\d+)$/.exec(member)?.[1];
    if (place !== undefined)
        return entries.slice(Number(place), Number(place) + 1);
    return entries.filter(({ annotations }) => annotations?.[REF_NAME] === member || annotations?.[CONTAINERD_NAME] === member);
}
/** True if all entries are one image: the same one, or one for each of several platforms. */
function isOneImage(entries) {
    const byDigest = new Map(entries.map((entry) => [entry.digest, entry]));
    const names = new Set(entries.map(({ annotations }) => annotations?.[CONTAINERD_NAME] ?? annotations?.[REF_NAME]));
    if (byDigest.size === 1)
        return true;
    const images = [...byDigest.values()].filter((entry) => !(0,image_platform/* isAttestation */.H3)(entry));
    const platforms = new Set(images.map(({ platform }) => platform && (0,image_platform/* describePlatform */.d5)(platform)));
    return names.size === 1 && !platforms.has(undefined) && !platforms.has(null) && platforms.size === images.length;
}
/** The text that selects each entry: its name, or `@` and its index. */
function listNames(entries, all) {
    const refNames = all.map(({ annotations }) => annotations?.[REF_NAME]);
    const names = entries.map((entry) => {
        const name = entry.annotations?.[REF_NAME];
        const isUnique = refNames.indexOf(name) === refNames.lastIndexOf(name);
        return (isUnique ? name : entry.annotations?.[CONTAINERD_NAME]) ?? `@${all.indexOf(entry)}`;
    });
    const distinct = [...new Set(names)];
    return `${distinct.slice(0, MAX_NAMES).join(', ')}${distinct.length > MAX_NAMES ? ', …' : ''}`;
}
/**
 * Reads an image from a directory in the format of skopeo (containers-transports(5), `dir:`): the unchanged manifest,
 * with the blobs in the same directory.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
async function readDirectoryImage({ directory, platform, label, }) {
    const bytes = await readDocument((0,external_node_path_.join)(directory, 'manifest.json'), `${label}: ${directory} is not an image in skopeo's dir: format`);
    const store = { pathOf: (digest) => (0,external_node_path_.join)(directory, hexOf(digest)) };
    const manifests = { pathOf: (digest) => (0,external_node_path_.join)(directory, `${hexOf(digest)}.manifest.json`) };
    const read = (descriptor) => readSmallBlob(blobOf(descriptor, `the manifest of ${label}`, manifests), MAX_DOCUMENT_BYTES);
    return readImage(await selectManifest(documentOf(bytes), { platform, label }, read), { platform, label }, store);
}
function hexOf(digest) {
    const { algorithm, hex } = parseDigest(digest) ?? { algorithm: 'sha256', hex: '' };
    return algorithm === 'sha256' ? hex : `${algorithm}-${hex}`;
}
/** Reads a small file without a digest from the directory of an image. */
async function readDocument(path, problem) {
    try {
        return await (0,regular_file/* readRegularFile */.XF)(path, MAX_DOCUMENT_BYTES);
    }
    catch (error) {
        if (error instanceof regular_file/* FileTooLarge */.Sv)
            throw new errors/* FledgeError */.aE('input', error.message);
        if (error instanceof regular_file/* NotRegularFile */.k1) {
            const fix = 'write the image again with an image tool, such as skopeo copy';
            throw new errors/* FledgeError */.aE('input', `${problem}: ${error.message}`, { fix });
        }
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
        const fix = 'use oci-archive:PATH, or docker-archive:PATH for the output of docker save';
        return new errors/* FledgeError */.aE('input', `${problem}: it is a file`, { cause, fix });
    }
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? `there is no ${path}` : (0,errors/* messageOf */.bD)(cause);
    const fix = 'check the path; a relative path starts at the directory of fledge.toml';
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

;// CONCATENATED MODULE: ./build/sources/image/archive.js














/** Maximum number of names in a message. */
const archive_MAX_NAMES = 10;
const archive_READ_BYTES = 1024 * 1024;
const OTHER_KIND = 'use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save';
/** manifest.json of `docker save` (moby, image/spec/spec.md, "Combined Image JSON + Filesystem Changeset Format"). */
const savedImagesSchema = schemas/* array */.YOg(goStruct({
    Config: schemas/* string */.YjP(),
    RepoTags: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    Layers: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
}));
/**
 * Reads an image from an OCI layout in a tar archive, in place where it is not compressed.
 *
 * @throws FledgeError `input` as `readLayout` does, or for a file that is not such an archive; `output` if the archive
 *   cannot be decompressed.
 */
function readOciArchive(request) {
    const { member, digest, platform, label, file } = request;
    return withArchive(request, async (archive) => {
        const files = {
            place: file,
            async document(name) {
                const slice = archive.index.find(name);
                if (slice === undefined)
                    throw otherKind(label, `there is no ${name} in it`);
                return archive.read(slice, name);
            },
            store: archiveBlobs(archive, (digest) => archive.index.find(`blobs/${digest.replace(':', '/')}`)),
        };
        return readLayout(files, { member, digest, platform, label, transport: 'oci-archive' });
    });
}
/**
 * Reads an image from an archive in the format of `docker save`. Its manifest is the one that skopeo generates for it:
 * in Docker's format, with uncompressed layers.
 *
 * @throws FledgeError as `readOciArchive` does.
 */
function readDockerArchive(request) {
    const { platform, label, member } = request;
    return withArchive(request, async (archive) => {
        const place = archive.index.find('manifest.json');
        if (place === undefined)
            throw otherKind(label, 'there is no manifest.json in it');
        const bytes = await archive.read(place, 'manifest.json');
        const images = parseDocument(bytes, savedImagesSchema, `manifest.json in ${request.file}`);
        const image = chooseImage(images, member, request);
        const configPlace = archive.find(image.Config, `the config of ${label}`);
        const config = await archive.read(configPlace, `the config of ${label}`);
        const { digest: configDigest } = documentOf(config);
        requireNamedDigest(image.Config, configDigest, label);
        const diffIds = parseDocument(config, configSchema, `the config of ${label}`).rootfs.diff_ids ?? [];
        const layers = image.Layers ?? [];
        if (layers.length !== diffIds.length) {
            throw new errors/* FledgeError */.aE('input', `${label} has ${layers.length} layers, but its config lists ${diffIds.length}`);
        }
        const places = new Map([[configDigest, { path: archive.path, slice: configPlace }]]);
        const described = [];
        for (const [index, name] of layers.entries()) {
            const what = `layer ${index + 1} of ${layers.length} of ${label}`;
            const digest = diffIds[index] ?? '';
            const layer = places.get(digest) ?? (await archive.plain(archive.find(name, what), what, index));
            places.set(digest, layer);
            const mediaType = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
            described.push({ mediaType, size: layer.slice.length, digest });
        }
        const configType = 'application/vnd.docker.container.image.v1+json';
        // The keys are in the order of skopeo, because the digest of this manifest is recorded as the digest of the image.
        const manifest = {
            schemaVersion: 2,
            mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
            config: { mediaType: configType, size: config.length, digest: configDigest },
            layers: described,
        };
        const { digest } = documentOf(Buffer.from(JSON.stringify(manifest)));
        const store = {
            pathOf: (wanted) => places.get(wanted)?.path ?? archive.path,
            sliceOf: (wanted) => places.get(wanted)?.slice,
        };
        return readImage({ digest, manifest }, { platform, label }, store);
    });
}
async function withArchive(request, work) {
    const { label, scratchDirectory, maxUnpackedBytes, signal } = request;
    const budget = new support_budget/* Budget */._({ unpacked: maxUnpackedBytes });
    const given = await openArchive(request);
    let opened = { path: request.file, handle: given };
    const doing = `cannot read the image ${label}`;
    const unpack = async (slice, to, what) => {
        const compression = await compressionOf(opened.handle, slice, what);
        if (compression === 'none')
            return { path: opened.path, slice };
        const path = (0,external_node_path_.join)(scratchDirectory, to);
        const chunks = readSlice(opened.handle, slice, signal);
        const length = await decompressTo(path, { chunks, compression, budget, what });
        return { path, slice: { offset: 0, length } };
    };
    try {
        const whole = { offset: 0, length: (await given.stat()).size };
        const { path } = await unpack(whole, 'archive.tar', doing);
        if (path !== request.file)
            opened = { path, handle: await (0,external_node_fs_promises_.open)(path, 'r') };
        const { handle } = opened;
        const index = await indexArchive(handle, doing, signal);
        return await work({
            path,
            index,
            find(name, what) {
                const slice = index.find(normalise(Buffer.from(name, 'utf8').toString('latin1')) ?? '');
                if (slice !== undefined)
                    return slice;
                const message = `${what} is missing: there is no ${JSON.stringify(name.slice(0, 300))} in ${request.file}`;
                throw new errors/* FledgeError */.aE('input', message, { fix: 'create the archive again with docker save or skopeo copy' });
            },
            async read({ offset, length }, what) {
                if (length > MAX_DOCUMENT_BYTES) {
                    throw new errors/* FledgeError */.aE('input', `${what} in ${request.file} has ${length} bytes; the limit is ${MAX_DOCUMENT_BYTES}`);
                }
                const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
                return buffer.subarray(0, bytesRead);
            },
            plain: (slice, what, number) => unpack(slice, `layer-${number}.tar`, what),
        });
    }
    finally {
        await opened.handle.close();
        if (opened.handle !== given)
            await given.close();
    }
}
async function openArchive({ file, label }) {
    const doing = `cannot read the image ${label}`;
    try {
        return await (0,regular_file/* openRegularFile */.ZU)(file);
    }
    catch (error) {
        if (error instanceof regular_file/* NotRegularFile */.k1) {
            const fix = 'use oci:PATH or dir:PATH for a directory; an archive is a file';
            throw new errors/* FledgeError */.aE('input', `${doing}: ${file} is ${error.kind}, not a regular file`, { fix });
        }
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if (code === 'EACCES') {
            const fix = 'make it readable for the user who builds';
            throw new errors/* FledgeError */.aE('input', `${doing}: cannot read ${file}: permission denied`, { cause: error, fix });
        }
        const reason = code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : 'it cannot be opened';
        const fix = 'check the path; a relative path starts at the directory of fledge.toml';
        throw new errors/* FledgeError */.aE('input', `${doing}: ${reason}: ${code === 'ENOENT' ? file : (0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            fix,
        });
    }
}
function archiveBlobs({ path }, find) {
    return {
        // A blob that is not in the archive is reported as missing at this path.
        pathOf: (digest) => (find(digest) === undefined ? (0,external_node_path_.join)(path, 'blobs', ...digest.split(':')) : path),
        sliceOf: find,
    };
}
function chooseImage(images, member, { file, label }) {
    const named = images.map(({ RepoTags }, index) => ({ names: RepoTags ?? [], place: `@${index}` }));
    const listed = named.map(({ names, place }) => (names.length === 0 ? place : names.join(', ')));
    const list = `${listed.slice(0, archive_MAX_NAMES).join(', ')}${listed.length > archive_MAX_NAMES ? ', …' : ''}`;
    const [first] = images;
    if (first === undefined)
        throw new errors/* FledgeError */.aE('input', `${label}: there is no image in ${file}`);
    if (member === undefined) {
        const isOne = images.every(({ Config, Layers }) => Config === first.Config && JSON.stringify(Layers) === JSON.stringify(first.Layers));
        if (isOne)
            return first;
        throw new errors/* FledgeError */.aE('input', `${label}: there are several images in ${file}: ${list}`, {
            fix: 'append the name of one of them: docker-archive:PATH:NAME, or docker-archive:PATH:@0 for the first',
        });
    }
    const wanted = fullName(member);
    const found = member.startsWith('@')
        ? images[Number(member.slice(1))]
        : images.find(({ RepoTags }) => (RepoTags ?? []).some((tag) => fullName(tag) === wanted));
    if (found !== undefined)
        return found;
    throw new errors/* FledgeError */.aE('input', `${label}: there is no image ${JSON.stringify(member)} in ${file}; it has ${list}`, {
        fix: 'append the name of one of them: docker-archive:PATH:NAME',
    });
}
/** The name with its domain and tag; text that is not a valid name is returned unchanged. */
function fullName(text) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(text);
    const named = parsed.ok ? parsed.image.named : undefined;
    return named === undefined ? text : `${named.domain}/${named.repository}:${named.tag ?? 'latest'}`;
}
/** Checks the digest of a config whose file name is a digest, as most tools write it. */
function requireNamedDigest(name, actual, label) {
    const [, hex] = /^(?:blobs\/sha256\/|sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(name) ?? [];
    if (hex === undefined || actual === `sha256:${hex}`)
        return;
    throw new errors/* FledgeError */.aE('input', `the config of ${label} is damaged: its digest is ${actual}, but its name has sha256:${hex}`, {
        fix: 'create the archive again with docker save or skopeo copy',
    });
}
function otherKind(label, problem) {
    return new errors/* FledgeError */.aE('input', `cannot read the image ${label}: not an archive of this type: ${problem}`, {
        fix: OTHER_KIND,
    });
}
async function compressionOf(handle, { offset, length }, what) {
    const head = Buffer.alloc(Math.min(BLOCK_BYTES, length));
    const { bytesRead } = await handle.read(head, 0, head.length, offset);
    try {
        return detectCompression(head.subarray(0, bytesRead));
    }
    catch (error) {
        throw explain(error, what);
    }
}
async function* readSlice(handle, { offset, length }, signal) {
    for (let done = 0; done < length;) {
        signal?.throwIfAborted();
        const chunk = Buffer.allocUnsafe(Math.min(archive_READ_BYTES, length - done));
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, offset + done);
        if (bytesRead === 0)
            return;
        done += bytesRead;
        yield chunk.subarray(0, bytesRead);
    }
}
/** Decompresses to a file, and returns the length of the output in bytes. */
async function decompressTo(path, { chunks, compression, budget, what, }) {
    let length = 0;
    const writing = async (work) => work.catch((error) => {
        throw new errors/* FledgeError */.aE('output', `${what}: cannot decompress it to ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: 'free some space, or set TMPDIR to a directory on another disk',
        });
    });
    const handle = await writing((0,external_node_fs_promises_.open)(path, 'wx', 0o600));
    try {
        for await (const chunk of decompress(chunks, compression)) {
            budget.spend('unpacked', chunk.length);
            for (let done = 0; done < chunk.length;) {
                done += (await writing(handle.write(chunk, done, chunk.length - done, length + done))).bytesWritten;
            }
            length += chunk.length;
        }
    }
    catch (error) {
        throw explain(error, what);
    }
    finally {
        await handle.close();
    }
    return length;
}
function explain(error, what) {
    if (!(error instanceof DecompressionError))
        return error;
    const message = `${what}: not a valid archive of this type, or corrupted: ${error.message.replace(', but layers must be plain tar, or tar in gzip or zstd', '')}`;
    return new errors/* FledgeError */.aE('input', message, {
        cause: error,
        fix: 'create the archive again with docker save or skopeo copy',
    });
}

// EXTERNAL MODULE: ./build/support/files/remove-tree.js
var remove_tree = __webpack_require__(80735);
// EXTERNAL MODULE: ./build/sources/cache.js
var cache = __webpack_require__(8359);
;// CONCATENATED MODULE: ./build/sources/image/fetch/blob-cache.js













/**
 * Opens the cache of blobs in fledge's cache directory. Missing directories are created.
 *
 * @throws FledgeError `output` if a directory cannot be created or is not owned by this user.
 */
function openBlobCache(cacheDirectory, reporter) {
    const directory = (0,external_node_path_.join)(cacheDirectory, 'blobs');
    const waiting = (0,external_node_path_.join)(cacheDirectory, 'tmp');
    (0,cache/* requireOwnCache */.sm)(cacheDirectory);
    try {
        for (const path of [directory, waiting])
            (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 });
    }
    catch (error) {
        throw cacheError(cacheDirectory, error);
    }
    for (const path of [directory, waiting])
        (0,cache/* requireOwnCache */.sm)(path);
    (0,files_scratch/* removeStaleScratch */.eO)(waiting);
    const store = ociBlobs(directory);
    const isIntact = async (blob, maxBytes = Number.POSITIVE_INFINITY) => {
        try {
            await (0,external_node_fs_promises_.access)(blob.path);
        }
        catch {
            return false;
        }
        try {
            if (blob.size > maxBytes) {
                throw new errors/* FledgeError */.aE('input', `${blob.label} has ${blob.size} bytes; the limit is ${maxBytes}`);
            }
            for await (const _ of readBlob(blob))
                ;
            await (0,external_node_fs_promises_.utimes)(blob.path, ...(0,cache/* timeOfUse */.Uf)()).catch(() => { });
            return true;
        }
        catch (error) {
            reporter.warn(`${(0,errors/* messageOf */.bD)(error)}; it is removed from the cache and fetched again`, { code: 'cache' });
            (0,remove_tree/* removeAny */.Nu)(blob.path);
            return false;
        }
    };
    return {
        store,
        directory,
        has: (descriptor, label) => isIntact(blobOf(descriptor, label, store)),
        async findDocument(digest, label) {
            requireDigest(digest, label);
            const path = store.pathOf(digest);
            const size = (await (0,external_node_fs_promises_.stat)(path).catch(() => undefined))?.size;
            if (size === undefined)
                return undefined;
            const blob = { digest, size, label, path };
            return (await isIntact(blob, MAX_DOCUMENT_BYTES)) ? await readSmallBlob(blob, MAX_DOCUMENT_BYTES) : undefined;
        },
        async put(digest, bytes, label) {
            requireBytes(digest, bytes, label);
            const path = store.pathOf(digest);
            try {
                (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
                // Each use verifies the digest, so a file that a crash has damaged is fetched again.
                (0,write_file/* placeFile */.af)(path, bytes, { scratchDirectory: waiting, mode: 0o600, isDurable: false });
            }
            catch (error) {
                throw cacheError(cacheDirectory, error);
            }
        },
        scratch: () => (0,files_scratch/* scratchDirectory */.wd)(waiting, 'image'),
    };
}
/** @throws FledgeError `download` if the bytes do not have the digest. */
function requireBytes(digest, bytes, label) {
    const { algorithm } = requireDigest(digest, label);
    const actual = `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
    if (actual === digest)
        return;
    throw new errors/* FledgeError */.aE('download', `digest mismatch: ${label} has the digest ${actual}, expected ${digest}`, {
        fix: 'find out which proxy or mirror changes the content before you continue',
    });
}
function cacheError(directory, error) {
    return new errors/* FledgeError */.aE('output', `cannot write to the image cache ${directory}: ${(0,errors/* messageOf */.bD)(error)}`, {
        cause: error,
        fix: 'set FLEDGE_CACHE_DIR to a writable directory on a disk with free space',
    });
}

// EXTERNAL MODULE: ./build/support/report/reporter.js
var reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var logins = __webpack_require__(15112);
;// CONCATENATED MODULE: ./build/sources/image/fetch/credential-store.js



/** Part of the name of a program: `docker-credential-NAME`. */
const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/**
 * The credential store that holds the login of `docker login` for a registry. skopeo reads logins and `credHelpers` of
 * docker's config file, but not `credsStore`. Undefined if another file has a login, or docker's file has it in another
 * form.
 */
function findCredentialStore(registry, env) {
    if ((0,environment/* environmentValue */.a)(env, 'REGISTRY_AUTH_FILE') !== undefined)
        return undefined;
    const file = (0,logins/* dockerConfigFile */.dO)(env);
    // skopeo reports a file that cannot be read.
    const files = (0,logins/* readLogins */.rC)(env, reporter/* silentReporter */.P);
    if (files.some((other) => other.path !== file && hasLogin(other, registry)))
        return undefined;
    const docker = files.find(({ path }) => path === file);
    const name = docker?.credsStore ?? '';
    if (docker === undefined || !HELPER_NAME.test(name))
        return undefined;
    const isDockerHub = registry === 'docker.io';
    const key = isDockerHub ? 'https://index.docker.io/v1/' : registry;
    if (!Object.hasOwn(docker.auths, key) || docker.auths[key]?.['auth'])
        return undefined;
    if (Object.hasOwn(docker.credHelpers, registry))
        return undefined;
    const authFile = isDockerHub ? undefined : JSON.stringify({ credHelpers: { [registry]: name } });
    return { name, file, authFile };
}
/** True if a file has a login for a registry, or for a part of it. */
function hasLogin({ auths, credHelpers }, registry) {
    const names = [...Object.keys(auths), ...Object.keys(credHelpers)].map(logins/* canonicalRegistry */.i7);
    return names.some((name) => name === registry || name.startsWith(`${registry}/`));
}

// EXTERNAL MODULE: ./build/sources/image/fetch/docker-daemon.js
var docker_daemon = __webpack_require__(35507);
;// CONCATENATED MODULE: ./build/sources/image/fetch/growth.js


/** Interval in milliseconds: short enough for a smooth progress bar, and cheap. */
const INTERVAL_MS = 250;
/**
 * Runs `work`, which does not report its progress, such as a program that copies. Meanwhile `measure` reads the written
 * bytes from the disk, and `progress` is updated with them. Progress ends with the work, also if it fails.
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
/** A check of the output of a program, frequent enough that the program cannot exceed a limit by much. */
function growthCheck(problem) {
    return { everyMs: INTERVAL_MS, problem };
}
/** A check of the minimum transfer rate, averaged between two checks. */
function speedCheck(measure, { everyMs, bytesPerSecond }, tooSlow) {
    let last = measure();
    return {
        everyMs,
        problem() {
            const now = measure();
            const bytes = now - last;
            last = now;
            return bytes < (bytesPerSecond * everyMs) / 1000 ? tooSlow(bytes) : undefined;
        },
    };
}
/** Stops a program through its signal as soon as a check finds a problem, or `fail` is called. */
class Supervisor {
    #controller = new AbortController();
    #timers;
    #failure;
    constructor(checks) {
        this.#timers = checks.map(({ everyMs, problem }) => setInterval(() => {
            const found = problem();
            if (found !== undefined)
                this.fail(found);
        }, everyMs));
    }
    get signal() {
        return this.#controller.signal;
    }
    /** The first problem. */
    get failure() {
        return this.#failure;
    }
    fail(problem) {
        this.#failure ??= problem;
        this.#controller.abort();
    }
    end() {
        for (const timer of this.#timers)
            clearInterval(timer);
    }
}
/** The total size in bytes of the files below a directory; 0 if it does not exist. */
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
/** The writing program may delete a directory during the walk. */
function entriesOf(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** The size of a file in bytes; 0 if it does not exist. */
function bytesOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
    }
    catch {
        return 0;
    }
}

// EXTERNAL MODULE: ./build/net/context.js
var net_context = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/net/http-failure.js
var http_failure = __webpack_require__(27381);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/support/retry.js
var retry = __webpack_require__(2682);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
;// CONCATENATED MODULE: ./build/sources/image/fetch/rate-limit.js

/**
 * Reads the debug output of skopeo (containers/image, docker_client.go). After an answer with status 429, skopeo logs
 * the wait that the registry asks for, and then the time it sleeps: at most a minute, several times.
 */
class RateLimitWatch {
    #nowMs;
    #askedMs;
    #waitedMs = 0;
    constructor(nowMs = Date.now) {
        this.#nowMs = nowMs;
    }
    /** The wait in a line; undefined if the line has none. */
    read(line) {
        const [, header] = /Detected 'Retry-After' header \\"([^"\\]{1,100})\\"/.exec(line) ?? [];
        if (header !== undefined) {
            this.#askedMs = (0,http_failure/* parseRetryAfter */.mu)(header, this.#nowMs());
            return undefined;
        }
        const [, seconds] = /Too many requests to .*: sleeping for (\d{1,9}(?:\.\d+)?) seconds/.exec(line) ?? [];
        if (seconds === undefined)
            return undefined;
        const sleepMs = Number(seconds) * 1000;
        const askedMs = this.#askedMs ?? sleepMs;
        this.#askedMs = undefined;
        this.#waitedMs += sleepMs;
        return { askedMs, isTooLong: Math.max(askedMs, this.#waitedMs) > http_failure/* LONGEST_WAIT_MS */.u_ };
    }
}

// EXTERNAL MODULE: ./build/net/redact.js
var redact = __webpack_require__(13567);
;// CONCATENATED MODULE: ./build/sources/image/fetch/skopeo-failure.js


/** Patterns for messages of skopeo, containers/image, Go and registries. The first match is used. */
const FAILURES = [
    ['no-space', /no space left on device|disk quota exceeded/i],
    ['no-policy', /policy\.json: no such file/i],
    ['no-daemon', /cannot connect to the docker daemon/i],
    [
        'other-archive',
        /oci-archive:.*\/index\.json: no such file|docker-archive:.*component manifest\.json: file does not exist/i,
    ],
    ['missing-archive', /(?:docker|oci)-archive:.*: no such file or directory/i],
    // An archive for another platform has its own message.
    ['damaged-archive', /(?:docker|oci)-archive:.*(?:EOF|tar header|detecting compression|untarring|tar component)/i],
    ['rate-limited', /too ?many ?requests|\b429\b/i],
    ['altered', /digest did not match|digest \S+ does not match|does not match expected/i],
    ['plain-http', /server gave HTTP response to HTTPS client/i],
    ['untrusted-certificate', /x509:|certificate (?:signed|is not|has expired)|tls: (?!handshake timeout)/i],
    [
        'login',
        // "permission denied" is a message about a local file.
        /unauthorized|authentication required|invalid username\/password|(?<!permission )\bdenied\b|permission_denied|\b40[13]\b|forbidden/i,
    ],
    [
        'unknown-image',
        /manifest unknown|name unknown|no descriptor found|not known to registry|\b404\b|not found|no such image|does not exist/i,
    ],
    [
        'unreachable',
        /connection refused|connection reset|broken pipe|unexpected EOF|\bEOF\b|no such host|name resolution|server misbehaving|timeout|timed out|deadline exceeded|no route to host|network is unreachable|\b50[0234]\b|internal server error|bad gateway|service unavailable/i,
    ],
];
/** A failed run of skopeo. */
class SkopeoFailure extends Error {
    name = 'SkopeoFailure';
    kind;
    /** Default of `kind`: detected in the output. */
    constructor(output, kind) {
        const text = lastMessageOf(output);
        super(reasonOf(text));
        this.kind = kind ?? kindOfFailure(text);
    }
    /** The decision to retry or to give up. */
    get verdict() {
        return this.kind === 'unreachable' || this.kind === 'slow' ? { waitAtLeastMs: 0 } : 'give-up';
    }
    /** The error for users. */
    explain({ what, registry, isLocked = false, loginFix }) {
        const place = registry ?? 'the registry';
        const isGone = isLocked && this.kind === 'unknown-image';
        const [reason, standardFix] = isGone ? PINNED_AND_GONE : explanationOf(this.kind, place);
        const fix = this.kind === 'login' ? (loginFix ?? standardFix) : standardFix;
        const message = reason === undefined ? `cannot ${what}: ${this.message}` : `cannot ${what}: ${reason}: ${this.message}`;
        return new errors/* FledgeError */.aE(this.kind === 'no-space' ? 'output' : 'download', message, {
            cause: this,
            ...(fix !== undefined && { fix }),
        });
    }
}
const PINNED_AND_GONE = [
    'the image no longer exists',
    'run fledge lock to pin the current image: the registry may have removed the pinned one',
];
/** GitHub also answers DENIED for a package that does not exist. */
const GHCR_LOGIN = 'check the name, and log in with a token that has read:packages: skopeo login ghcr.io; in a workflow, give the job permissions: packages: read, and give the repository access in the settings of the package';
/** The kind of a failure, by the message of skopeo. */
function kindOfFailure(text) {
    return FAILURES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
function explanationOf(kind, registry) {
    switch (kind) {
        case 'untrusted-certificate':
            return [
                `the certificate of ${registry} does not verify`,
                `put its CA certificate into ~/.config/containers/certs.d/${registry}/ca.crt, or set SSL_CERT_FILE to its path`,
            ];
        case 'plain-http':
            return [
                `${registry} does not speak TLS`,
                `if it is yours, write this into ~/.config/containers/registries.conf.d/insecure.conf: registry = [{ location = "${registry}", insecure = true }]`,
            ];
        case 'login':
            return [
                `${registry} refuses access: the image does not exist, or needs a login that allows it`,
                registry === 'ghcr.io'
                    ? GHCR_LOGIN
                    : `check the name, and log in: docker login ${registry}, or skopeo login ${registry}`,
            ];
        case 'unknown-image':
            return ['there is no such image', 'check the name and the tag'];
        case 'altered':
            return [
                `digest mismatch: ${registry} served different content than the manifest lists`,
                'find out which proxy or mirror changes the content before you continue',
            ];
        case 'rate-limited':
            return [undefined, `try again after that time; with a login more requests are allowed: skopeo login ${registry}`];
        case 'slow':
        case 'unreachable':
            return [
                `${registry} does not answer as it should`,
                'check the name of the registry and the network, or try again later',
            ];
        case 'no-daemon':
            return [
                'there is no Docker daemon',
                'start it, set DOCKER_HOST to its address, or remove docker-daemon: from the name',
            ];
        case 'missing-archive':
            return ['there is no such file', 'check the path; a relative path starts at the directory of fledge.toml'];
        case 'damaged-archive':
            return [
                'not a valid archive of this type, or corrupted',
                'create the archive again with docker save or skopeo copy',
            ];
        case 'other-archive':
            return [
                'not an archive of this type',
                'use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save',
            ];
        case 'no-space':
            return ['no space is left', 'free some space, or set FLEDGE_CACHE_DIR and TMPDIR to directories on another disk'];
        case 'no-policy':
            return [
                'skopeo is not set up',
                'apt-get install golang-github-containers-common, or write /etc/containers/policy.json',
            ];
        case 'other':
            return [];
    }
}
/** The last message of skopeo. */
function lastMessageOf(output) {
    const quoted = [...output.matchAll(/level=(?:fatal|error) msg=("(?:[^"\\]|\\.)*")/g)].at(-1)?.[1];
    if (quoted !== undefined)
        return unquote(quoted);
    return output.replace(/^time="[^"]*" level=(?:debug|info) .*\n?/gm, '').trim();
}
/**
 * The message on one line, without the image's name at its start, which our own message has. URLs are redacted, because
 * redirects to storage contain signatures.
 */
function reasonOf(message) {
    const reason = message.replace(/^(?:(?:error )?parsing image name "[^"]*"|initializing source \S+?:*): /i, '');
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

;// CONCATENATED MODULE: ./build/sources/image/fetch/skopeo.js















/** Limit of the output for a document: the document and the log of skopeo. */
const MAX_DOCUMENT_OUTPUT = 2 * MAX_DOCUMENT_BYTES;
/** Attempts with a slow registry: one retry, because a single connection may be bad. */
const MAX_SLOW_ATTEMPTS = 2;
/**
 * Finds skopeo on the PATH.
 *
 * @throws FledgeError `tool` if it is missing or too old.
 */
async function findSkopeo(signal) {
    try {
        return await (0,find/* requireTool */.Y0)(table/* skopeo */._S, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* FledgeError */.aE) || error.fix === undefined)
            throw error;
        throw new errors/* FledgeError */.aE('tool', `${error.message}, and it is needed to fetch images`, {
            cause: error,
            fix: error.fix,
        });
    }
}
/** Arguments that print the exact bytes of a manifest or an index. */
function inspectManifestArguments(source) {
    return ['inspect', '--raw', source];
}
/** Arguments that print the exact bytes of an image's config. */
function inspectConfigArguments(source) {
    return ['inspect', '--config', '--raw', source];
}
/**
 * Arguments that copy an image into an OCI layout with a shared directory of blobs. Existing blobs are not fetched.
 * Layers stay unchanged, also if they are not compressed.
 */
function copyToLayoutArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        '--dest-oci-accept-uncompressed-layers',
        '--dest-shared-blob-dir',
        to.blobs,
        source,
        (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'oci', layout: to.layout, image: 'image' }),
    ];
}
/** Arguments that copy an image into a directory, with unchanged bytes of manifest, config and layers. */
function copyToDirectoryArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        ...(to.daemonHost === undefined ? [] : ['--src-daemon-host', to.daemonHost]),
        source,
        (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'dir', path: to.directory }),
    ];
}
/**
 * Arguments of every copy. Without --tmpdir, large temporary files are in /var/tmp and remain there when skopeo fails
 * or is killed.
 */
function globalArguments(platform, temporary) {
    const { os, architecture, variant } = (0,image_platform/* targetOf */.$r)(platform);
    const variants = architecture === 'arm64' ? ['--override-variant', variant] : [];
    // skopeo unpacks an archive there, and treats a colon in the path as its end.
    const directory = temporary.includes(':') ? [] : ['--tmpdir', temporary];
    return [...directory, '--override-os', os, '--override-arch', architecture, ...variants];
}
/**
 * Runs skopeo, with retries after temporary failures, and returns its stdout. skopeo reads logins, certificates and
 * registries.conf itself; its arguments contain none of them.
 *
 * @throws FledgeError `download` with the reason and the requested image.
 */
async function runSkopeo(skopeo, command, context) {
    const { reporter, signal, network } = context;
    const { args, cwd, what, registry, fetched = () => 0, excess, prints, authFile } = command;
    const variables = { ...context.env, ...(authFile !== undefined && { REGISTRY_AUTH_FILE: authFile }) };
    const env = (0,tools_environment/* environmentFor */.DD)(kindOfCommand(args), variables, { helpers: (0,logins/* credentialHelpersOf */.Yp)(variables) });
    const { registryStallMs, minBytesPerSecond } = { ...net_context/* DEFAULT_NETWORK */.R, ...network };
    const pace = { everyMs: registryStallMs, bytesPerSecond: minBytesPerSecond };
    const rateLimit = new RateLimitWatch();
    let slowAttempts = 0;
    const attempt = async () => {
        const supervisor = new Supervisor([
            // skopeo has no timeout for a silent registry. Local sources need none.
            ...(registry === undefined ? [] : [speedCheck(fetched, pace, (bytes) => tooSlow(bytes, registryStallMs))]),
            ...(excess === undefined ? [] : [growthCheck(excess)]),
        ]);
        const signals = [signal, supervisor.signal].filter((each) => each !== undefined);
        try {
            // Only the debug log shows that skopeo waits for a rate limit.
            const { stdout } = await (0,exec/* run */.eF)(skopeo.path, ['--debug', ...args], {
                cwd,
                env,
                signal: AbortSignal.any(signals),
                onLine(line, stream) {
                    const wait = stream === 'stderr' ? rateLimit.read(line) : undefined;
                    if (wait === undefined)
                        return;
                    const limited = `${registry ?? 'the registry'} has too many requests (429) and asks to wait ${(0,http_failure/* formatWait */.Du)(wait.askedMs)}`;
                    if (wait.isTooLong)
                        supervisor.fail(new SkopeoFailure(limited, 'rate-limited'));
                    else
                        reporter.info(`${what}: ${limited}`);
                },
                ...(prints === 'document' && { maxOutputBytes: MAX_DOCUMENT_OUTPUT }),
            });
            const problem = excess?.();
            if (problem !== undefined)
                throw problem;
            return stdout;
        }
        catch (error) {
            if (supervisor.failure !== undefined && signal?.aborted !== true)
                throw supervisor.failure;
            throw error instanceof errors/* FledgeError */.aE && error.fix === undefined ? new SkopeoFailure(error.message) : error;
        }
        finally {
            supervisor.end();
        }
    };
    const classify = (error) => {
        if (!(error instanceof SkopeoFailure))
            return 'give-up';
        if (error.kind === 'slow')
            slowAttempts += 1;
        return slowAttempts === MAX_SLOW_ATTEMPTS ? 'give-up' : error.verdict;
    };
    try {
        return await (0,retry/* retry */.L5)(attempt, {
            classify,
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
function tooSlow(bytes, periodMs) {
    const received = bytes <= 0 ? 'nothing' : `only ${bytes} bytes`;
    return new SkopeoFailure(`timed out: ${received} arrived within ${periodMs / 1000} s`, 'slow');
}
/** The row of the table of environments for a run, by the source of its image. */
function kindOfCommand(args) {
    if (args.some((argument) => argument.startsWith('docker-daemon:')))
        return 'skopeo of docker-daemon';
    if (args.some((argument) => argument.startsWith('containers-storage:')))
        return 'skopeo of containers-storage';
    return 'skopeo';
}

;// CONCATENATED MODULE: ./build/sources/image/fetch/fetch.js
















/** Allowance for the documents of an image, and for bytes that a program writes between two checks. */
const SLACK_BYTES = 16 * units/* MEBIBYTE */.gJ;
/**
 * Fetches an image and returns its config and the paths of its blobs. OCI layouts, directories of skopeo and archives
 * are read in place. Blobs of a registry are stored in the cache, so that only missing ones are fetched. All other
 * images are copied to the scratch directory. Without a transport and a digest, the local Docker daemon is asked first.
 *
 * The manifest and the config are verified here; layers are verified when they are unpacked.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image, `output` for a full disk.
 */
async function fetchImage(request, context) {
    const image = await fetchFrom(request, context);
    const { reference, platform } = request;
    if (image.newerVariant !== undefined) {
        context.reporter.warn(`${reference.text} is for ${platform}/${image.newerVariant}: older machines of ${platform} cannot run its programs`, { code: 'platform' });
    }
    return image;
}
function fetchFrom(request, context) {
    const { reference, platform, scratchDirectory, budget = new support_budget/* Budget */._() } = request;
    const maxUnpackedBytes = budget.limits.unpacked;
    const { transport, named, stored, id, path = '', member, text } = reference;
    const file = (0,external_node_path_.resolve)(context.baseDirectory, path);
    const archive = { file, member, platform, label: text, scratchDirectory, maxUnpackedBytes, signal: context.signal };
    switch (transport) {
        case 'oci':
            return readOciLayout({ directory: file, member, platform, label: text });
        case 'dir':
            return readDirectoryImage({ directory: file, platform, label: text });
        case 'docker-archive':
            return readDockerArchive(archive);
        case 'oci-archive':
            return readOciArchive(archive);
        case 'containers-storage':
            return fetchFromStorage({ name: stored, id }, request, context);
        case 'docker-daemon':
            return fetchFromDaemon(id === undefined ? named : `sha256:${id}`, request, context);
        case 'docker':
        case undefined:
            if (named === undefined)
                throw new errors/* FledgeError */.aE('internal', `${text} is not an image of a registry`);
            // A daemon cannot provide an image by the digest of its manifest.
            if ((0,docker_daemon/* isAskedOfDaemon */.e7)(request))
                return fetchFromDaemonOrRegistry(named, request, context);
            return fetchFromRegistry(named, request, context);
    }
}
async function fetchFromDaemonOrRegistry(named, request, context) {
    const daemon = (0,docker_daemon/* findDockerDaemon */.gS)(context);
    const found = daemon && (await (0,docker_daemon/* findInDaemon */.nB)(daemon, named, request.platform, context));
    if (daemon === undefined || found === undefined)
        return fetchFromRegistry(named, request, context);
    context.reporter.info(`${request.reference.text} is copied from the Docker daemon (${found.id})`);
    return copyFromDaemon(daemon, found, request, context);
}
/** Fetches an image from the Docker daemon only, by its name or by its id (`sha256:…`). */
async function fetchFromDaemon(wanted, request, context) {
    if (wanted === undefined)
        throw new errors/* FledgeError */.aE('internal', `${request.reference.text} is not an image of a Docker daemon`);
    const daemon = (0,docker_daemon/* findDockerDaemon */.gS)(context);
    if (typeof wanted !== 'string' && wanted.digest !== undefined)
        return fetchPinned(daemon, wanted, request, context);
    // skopeo may reach a daemon that cannot be asked here.
    const found = daemon && (await (0,docker_daemon/* askDaemon */.Ii)(daemon, wanted, context).catch(() => undefined));
    if (daemon !== undefined && found !== undefined) {
        if (typeof wanted !== 'string' || found.id === wanted)
            return copyFromDaemon(daemon, found, request, context);
        throw otherImage(request, found.id, wanted);
    }
    const source = typeof wanted === 'string' ? { id: wanted.replace(/^sha256:/, '') } : { name: wanted };
    const copied = await copyImage({ transport: 'docker-daemon', ...source }, daemon?.skopeoHost, request, context);
    if (typeof wanted === 'string')
        requireConfig(copied, wanted, request);
    return copied;
}
/** Fetches an image by digest. A daemon has the manifest of a digest only with the containerd store. */
async function fetchPinned(daemon, named, request, context) {
    const found = daemon && (await (0,docker_daemon/* findInDaemon */.nB)(daemon, named, request.platform, context));
    if (daemon !== undefined && found?.isManifest && found.id === named.digest) {
        return copyFromDaemon(daemon, found, request, context);
    }
    const { text } = request.reference;
    const reason = found === undefined
        ? 'the Docker daemon does not have it'
        : 'the Docker daemon does not provide the manifest with this digest';
    throw new errors/* FledgeError */.aE('input', `cannot copy the image ${text}: ${reason}`, {
        fix: `use the id of the image, docker-daemon:sha256:…, or fetch it from its registry: ${text.replace(/^docker-daemon:/, 'docker://')}`,
    });
}
/** Copies the image with an id from the daemon, and verifies the id. */
async function copyFromDaemon(daemon, { id, isManifest }, request, context) {
    const { platform, reference, scratchDirectory, budget = new support_budget/* Budget */._() } = request;
    const maxUnpackedBytes = budget.limits.unpacked;
    if (isManifest) {
        // With the containerd store, the id is the digest of a manifest or an index, which skopeo does not read from the
        // archive.
        const file = (0,external_node_path_.join)(scratchDirectory, 'daemon.tar');
        await (0,docker_daemon/* saveFromDaemon */.Ip)(daemon, id, { file, label: reference.text, maxUnpackedBytes }, context);
        const from = { file, scratchDirectory, maxUnpackedBytes, signal: context.signal };
        return readOciArchive({ ...from, member: undefined, digest: id, platform, label: reference.text });
    }
    const source = { transport: 'docker-daemon', id: id.replace(/^sha256:/, '') };
    const image = await copyImage(source, daemon.skopeoHost, request, context);
    requireConfig(image, id, request);
    return image;
}
/** Copies an image from the storage of podman and buildah, and compares it with a given id or digest. */
async function fetchFromStorage({ name, id }, request, context) {
    const source = { transport: 'containers-storage', name, id };
    const image = await copyImage(source, undefined, request, context);
    if (id !== undefined)
        requireConfig(image, `sha256:${id}`, request);
    if (name?.digest === undefined)
        return image;
    // The copy has a different manifest, because the storage holds uncompressed layers.
    const { text } = request.reference;
    const args = inspectManifestArguments((0,tools_arguments/* skopeoSource */.VU)(source));
    const command = { args, cwd: context.baseDirectory, what: `read the manifest of ${text}` };
    const bytes = await runSkopeo(await findSkopeo(context.signal), command, context);
    requireBytes(name.digest, bytes, `the manifest of ${text}`);
    const manifest = parseManifestOrIndex({ bytes, digest: name.digest }, text);
    if (!('layers' in manifest)) {
        throw new errors/* FledgeError */.aE('input', `${text}: the digest is that of an index, but the storage has the image of one platform only`, {
            fix: 'use the digest of the manifest for the platform, or the id of the image',
        });
    }
    requireConfig(image, manifest.config.digest, request);
    return image;
}
/** @throws FledgeError `input` if the image has another id than requested. */
function requireConfig({ configDigest }, id, request) {
    if (configDigest !== id)
        throw otherImage(request, configDigest, id);
}
function otherImage({ reference }, actual, wanted) {
    return new errors/* FledgeError */.aE('input', `${reference.text}: the copied image has the id ${actual}, expected ${wanted}`, {
        fix: 'find out why another image was provided before you continue, or use the image of a registry',
    });
}
/** Copies a local image that only skopeo can read. */
async function copyImage(source, daemonHost, { reference, platform, scratchDirectory, budget = new support_budget/* Budget */._() }, context) {
    const skopeo = await findSkopeo(context.signal);
    const directory = (0,external_node_path_.join)(scratchDirectory, 'image');
    const label = reference.text;
    const command = {
        args: copyToDirectoryArguments((0,tools_arguments/* skopeoSource */.VU)(source), { directory, daemonHost, temporary: scratchDirectory }, platform),
        cwd: context.baseDirectory,
        what: `copy the image ${label}`,
        excess: copyExcess({ scratchDirectory, directory, label }, budget),
    };
    // The total size is unknown in advance.
    const measure = () => ({ done: bytesBelow(scratchDirectory) });
    await reportGrowth(context.reporter.progress(label, 'bytes'), measure, () => runSkopeo(skopeo, command, context));
    return readDirectoryImage({ directory, platform, label });
}
/**
 * Returns a check that stops a copy that grows too large: the size is unknown in advance, and a small archive may
 * contain a large image. The limit of unpacked bytes applies to the copied layers, and to the archive that skopeo
 * unpacks first.
 */
function copyExcess({ scratchDirectory, directory, label }, budget) {
    const reserve = new disk_space/* DiskReserve */.Gs(scratchDirectory);
    const most = budget.limits.unpacked + SLACK_BYTES;
    return () => {
        const copied = bytesBelow(directory);
        const all = bytesBelow(scratchDirectory);
        if (copied > most || all - copied > most)
            return budget.excess('unpacked');
        const left = reserve.exceeded();
        if (left === undefined)
            return undefined;
        const sizes = `${(0,units/* formatBytes */.z3)(all)} are copied, and only ${(0,units/* formatBytes */.z3)(left.free)} are free`;
        return new errors/* FledgeError */.aE('output', `cannot copy the image ${label} to ${scratchDirectory}: ${sizes}`, {
            fix: 'free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it',
        });
    };
}
async function fetchFromRegistry(named, request, context) {
    const { platform, lock, budget } = request;
    const label = request.reference.text;
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, lock, label, budget }, context);
    const root = await fetcher.root();
    const read = (descriptor) => fetcher.manifest(descriptor);
    const selected = await selectManifest(root, { platform, label }, read);
    await fetcher.fetchBlobs(selected, platform);
    return readImage(selected, { platform, label }, fetcher.cache.store);
}
/**
 * Resolves an image of a registry to its current digest: of an index, or of a manifest if there is no index. `label` is its
 * name in messages.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image.
 */
async function resolveImage(named, label, context) {
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, label }, context);
    const root = await fetcher.root();
    parseManifestOrIndex(root, label);
    return root.digest;
}
/**
 * Fetches an image of a registry into the cache. The manifest and the config are fetched separately: a copy into an OCI
 * layout converts both if they are in Docker's format, which changes their digests.
 */
class RegistryFetcher {
    cache;
    #skopeo;
    #named;
    #lock;
    #label;
    #budget;
    #context;
    constructor(skopeo, { named, lock, label, budget = new support_budget/* Budget */._() }, context) {
        this.cache = openBlobCache(context.cacheDirectory, context.reporter);
        this.#skopeo = skopeo;
        this.#named = named;
        this.#lock = lock;
        this.#label = lock === undefined ? label : `${label} as ${lock.file} pins it`;
        this.#budget = budget;
        this.#context = context;
    }
    /** The manifest or index of the tag or the digest. A digest in the cache needs no request. */
    async root() {
        const { tag } = this.#named;
        const digest = this.#lock?.digest ?? this.#named.digest;
        if (digest === undefined) {
            const bytes = await this.#inspect({ tag: tag ?? 'latest' });
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
        throw new errors/* FledgeError */.aE('input', `the manifest of ${this.#label} has ${bytes.length} bytes, but the index lists ${size}`);
    }
    async fetchBlobs({ digest, manifest }, platform) {
        const { config, layers } = manifest;
        await this.#fetchLayers(digest, layers, platform);
        // The copy has fetched the config, unless the manifest is in Docker's format or no layer was missing.
        if (await this.cache.has(config, `the config of ${this.#label}`))
            return;
        const bytes = await this.#run(inspectConfigArguments(this.#source({ digest })), { prints: 'document' });
        await this.cache.put(config.digest, bytes, `the config of ${this.#label}`);
    }
    async #fetchLayers(digest, layers, platform) {
        const missing = new Map();
        for (const [index, layer] of layers.entries()) {
            // Registries do not have foreign layers.
            if (layerKindOf(layer.mediaType ?? '') === 'foreign')
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
        this.#budget.spend('fetched', total);
        (0,disk_space/* requireSpace */.MK)([
            {
                directory: this.#context.cacheDirectory,
                bytes: total,
                what: `the layers of ${this.#label}`,
                fix: 'set FLEDGE_CACHE_DIR to a directory on another disk',
            },
        ]);
        reporter.info(`fetch ${missing.size} of ${layers.length} layers of ${this.#label} (${(0,units/* formatBytes */.z3)(total)})`);
        const scratch = this.cache.scratch();
        const blobs = [...missing.keys()].map((missed) => this.cache.store.pathOf(missed));
        // The scratch directory holds partial blobs and some small documents. Complete blobs are counted first, so that a
        // blob that moves in between is not counted twice.
        const fetched = () => blobs.reduce((sum, path) => sum + bytesOf(path), 0) + bytesBelow(scratch.path);
        const excess = () => bytesBelow(scratch.path) > total + SLACK_BYTES ? this.#tooMuch(total) : undefined;
        const measure = () => ({ done: Math.min(fetched(), total), total });
        try {
            // The path is relative, because skopeo treats a colon in the path of a layout as its end.
            const to = { layout: 'layout', blobs: this.cache.directory, temporary: scratch.path };
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(scratch.path, to.layout));
            const args = copyToLayoutArguments(this.#source({ digest }), to, platform);
            const progress = reporter.progress(this.#label, 'bytes');
            await reportGrowth(progress, measure, () => this.#run(args, { cwd: scratch.path, fetched, excess }));
        }
        finally {
            scratch.dispose();
        }
    }
    #tooMuch(total) {
        const sizes = `more than the ${(0,units/* formatBytes */.z3)(total)} that the manifest lists`;
        return new errors/* FledgeError */.aE('download', `cannot fetch the image ${this.#label}: the registry sends ${sizes}`, {
            fix: 'do not trust the registry or the proxy before it; fetch the image from another registry',
        });
    }
    async #document(digest) {
        const label = `the manifest of ${this.#label}`;
        const cached = await this.cache.findDocument(digest, label);
        if (cached !== undefined)
            return cached;
        const bytes = await this.#inspect({ digest });
        requireBytes(digest, bytes, label);
        await this.cache.put(digest, bytes, label);
        return bytes;
    }
    #inspect(version) {
        return this.#run(inspectManifestArguments(this.#source(version)), { prints: 'document' });
    }
    #source(version) {
        const { domain, repository } = this.#named;
        return (0,tools_arguments/* skopeoSource */.VU)({ transport: 'docker', name: { domain, repository, ...version } });
    }
    async #run(args, { cwd = this.#context.baseDirectory, ...others } = {}) {
        const pinned = this.#lock === undefined ? '' : `, ${this.#lock.digest}`;
        const what = `fetch the image ${this.#label}${pinned}`;
        const isLocked = this.#lock !== undefined;
        const registry = this.#named.domain;
        const command = { args, cwd, what, registry, isLocked, ...others };
        const store = findCredentialStore(registry, this.#context.env);
        if (store?.authFile === undefined) {
            const loginFix = store &&
                `log in with skopeo login ${registry}: skopeo cannot read the login of docker in the credential store ${JSON.stringify(store.name)} (credsStore in ${store.file})`;
            return runSkopeo(this.#skopeo, { ...command, loginFix }, this.#context);
        }
        const scratch = this.cache.scratch();
        try {
            const authFile = (0,external_node_path_.join)(scratch.path, 'auth.json');
            (0,external_node_fs_.writeFileSync)(authFile, store.authFile, { mode: 0o600 });
            const loginFix = `check the name, and that ${JSON.stringify(store.name)} (credsStore in ${store.file}) has a login that allows it: docker login ${registry}`;
            return await runSkopeo(this.#skopeo, { ...command, authFile, loginFix }, this.#context);
        }
        finally {
            scratch.dispose();
        }
    }
}

// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(58375);
;// CONCATENATED MODULE: ./build/tree/layers.js




/** OCI image specification, layer.md, "Whiteouts". */
const WHITEOUT_PREFIX = '.wh.';
const OPAQUE_WHITEOUT = '.wh..wh..opq';
/**
 * Prefix of the metadata of aufs in old layers, such as the directory `.wh..wh.plnk` with files that have other names
 * in the layer. They are not part of the image.
 */
const AUFS_PREFIX = '.wh..wh.';
/** The mode that Linux reports for every symlink. */
const SYMLINK_MODE = 0o777;
/**
 * Applies a layer to the tree (OCI image specification, layer.md). Whiteouts hide entries of lower layers only,
 * wherever they are in the archive. Of several entries with one name, the last wins. A directory that is added again
 * keeps its children, and replaces anything else. A hardlink is a second name of the inode that its target has at that
 * moment, with the owner, mode and attributes of the inode. Absolute names, `..` and links in the parent part of a name
 * cannot leave the root. Missing parents are created 0755 root:root with the tree's own time; below a setgid directory
 * they are setgid and have its group, as with mkdir(2). A file of a lower layer is removed if it is a parent of a name,
 * as overlayfs hides it. Metadata of aufs is skipped.
 *
 * @throws FledgeError `input`, naming layer and entry, for entries that a file system cannot hold, and any error of
 *   reading the layer. The tree is then unusable.
 */
async function applyLayer(tree, layer) {
    tree.beginLayer();
    const leftovers = new Map();
    for await (const entries of layer.entries) {
        for (const entry of entries) {
            try {
                applyEntry(tree, entry, layer, leftovers);
            }
            catch (error) {
                throw error instanceof errors/* FledgeError */.aE ? namingEntry(error, entry, layer) : error;
            }
        }
    }
    tree.endLayer();
}
function namingEntry(error, { path }, { label }) {
    return new errors/* FledgeError */.aE(error.code, `${label}, entry ${(0,byte_string/* showName */.$i)(path)}: ${error.message}`, {
        cause: error,
        ...(error.fix !== undefined && { fix: error.fix }),
    });
}
function applyEntry(tree, entry, layer, leftovers) {
    const { path } = entry;
    if (path.includes(WHITEOUT_PREFIX)) {
        const components = splitPath(path);
        if (isLeftover(components)) {
            if (entry.kind === 'directory')
                return;
            tree.budget.spend('nodes', 1);
            tree.budget.spend('pathBytes', path.length);
            leftovers.set(joinPath(components), inodeOf(tree, entry, layer, leftovers));
            return;
        }
        const name = components.pop() ?? '';
        if (name.startsWith(WHITEOUT_PREFIX)) {
            applyWhiteout(tree, joinPath(components), name);
            return;
        }
    }
    if (entry.kind === 'directory')
        tree.putDirectory(path, entry);
    else
        tree.put(path, inodeOf(tree, entry, layer, leftovers));
}
/** True if names refer to metadata of aufs: an entry with its prefix, or one below such a directory. */
function isLeftover(names) {
    const first = names.findIndex((name) => name.startsWith(AUFS_PREFIX));
    return first !== -1 && (first < names.length - 1 || names[first] !== OPAQUE_WHITEOUT);
}
function applyWhiteout(tree, directory, name) {
    if (name === OPAQUE_WHITEOUT) {
        tree.hideBelow(directory);
        return;
    }
    const hidden = name.slice(WHITEOUT_PREFIX.length);
    if (hidden === '' || hidden === '.' || hidden === '..') {
        throw new errors/* FledgeError */.aE('input', 'a whiteout must name a file in its own directory');
    }
    tree.hide(`${directory}/${hidden}`);
}
function inodeOf(tree, entry, layer, leftovers) {
    switch (entry.kind) {
        case 'file': {
            const { mode, uid, gid, mtime, xattrs, size, pieces } = entry;
            const content = { kind: 'spool', size, spool: layer.spool, extents: pieces };
            // Written out, because a spread needs more memory: most entries of a large image are files.
            return { mode, uid, gid, mtime, xattrs, kind: 'file', content };
        }
        case 'symlink':
            return { ...metadataOf(entry), mode: SYMLINK_MODE, kind: 'symlink', target: requireTarget(entry.target) };
        case 'hardlink':
            return linkedInode(tree, entry.target, leftovers);
        case 'char-device':
        case 'block-device': {
            const { major, minor } = entry;
            if (major < 0 || major > linux_limits/* MAX_MAJOR */.dJ || minor < 0 || minor > linux_limits/* MAX_MINOR */.VZ) {
                throw new errors/* FledgeError */.aE('input', `its device numbers ${major} and ${minor} are out of the range of Linux`);
            }
            return { ...metadataOf(entry), kind: entry.kind, major, minor };
        }
        case 'fifo':
            return { ...metadataOf(entry), kind: 'fifo' };
    }
}
function metadataOf({ mode, uid, gid, mtime, xattrs }) {
    return { mode, uid, gid, mtime, xattrs };
}
function requireTarget(target) {
    if (target === '')
        throw new errors/* FledgeError */.aE('input', 'the symbolic link has an empty target');
    if (target.length > linux_limits/* MAX_PATH_BYTES */.PR) {
        throw new errors/* FledgeError */.aE('input', `a link target of ${target.length} bytes is longer than ${linux_limits/* MAX_PATH_BYTES */.PR}, the limit of Linux`);
    }
    return target;
}
function linkedInode(tree, target, leftovers) {
    const leftover = leftovers.size > 0 && target.includes(AUFS_PREFIX) ? joinPath(splitPath(target)) : undefined;
    const inode = (leftover === undefined ? undefined : leftovers.get(leftover)) ?? tree.get(target);
    if (inode === undefined)
        throw new errors/* FledgeError */.aE('input', `it is a hardlink to ${(0,byte_string/* showName */.$i)(target)}, which does not exist`);
    if (inode.kind === 'directory') {
        throw new errors/* FledgeError */.aE('input', `it is a hardlink to ${(0,byte_string/* showName */.$i)(target)}, which is a directory`);
    }
    return inode;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/sources/image/layer/spool.js







/** Small files are buffered up to this size; larger chunks are written directly. */
const BUFFER_BYTES = 1024 * 1024;
const DIRECT_BYTES = 128 * 1024;
/** Writes a spool sequentially. */
class SpoolWriter {
    spool;
    #directory;
    #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
    #reserve;
    #buffered = 0;
    #written = 0;
    #closing;
    /**
     * Creates the file and unlinks it at once, so that it is removed however the process ends.
     *
     * @throws FledgeError `output`, as `append` and `finish` do.
     */
    constructor(directory, label) {
        this.#directory = directory;
        this.#reserve = new disk_space/* DiskReserve */.Gs(directory);
        const scratch = (0,files_scratch/* scratchFile */.LE)(directory, 'layer');
        try {
            this.spool = { descriptor: (0,external_node_fs_.openSync)(scratch.path, 'wx+', 0o600), label };
        }
        catch (error) {
            throw spoolError(error, directory, label);
        }
        finally {
            scratch.dispose();
        }
    }
    /** Offset of the next byte. */
    get position() {
        return this.#written + this.#buffered;
    }
    append(bytes) {
        if (this.#buffered + bytes.length > BUFFER_BYTES)
            this.#flush();
        if (bytes.length >= DIRECT_BYTES) {
            this.#flush();
            this.#write(bytes);
        }
        else {
            bytes.copy(this.#buffer, this.#buffered);
            this.#buffered += bytes.length;
        }
    }
    /** Writes the buffered bytes. `append` must not be called afterwards. */
    finish() {
        this.#flush();
        // Frees the buffer: the spool is open until the end of the build, and an image may have a hundred of them.
        this.#buffer.buffer.transfer(0);
    }
    /** Frees the disk space in another thread, because that is slow for a large file. May be called twice. */
    async close() {
        this.#closing ??= (0,external_node_util_.promisify)(external_node_fs_.close)(this.spool.descriptor);
        await this.#closing;
    }
    #flush() {
        const bytes = this.#buffer.subarray(0, this.#buffered);
        this.#buffered = 0;
        this.#write(bytes);
    }
    #write(bytes) {
        // The size of a compressed layer is unknown in advance, so free space is checked before each write.
        const left = this.#reserve.claim(bytes.length);
        if (left !== undefined)
            throw this.#full(left);
        try {
            (0,write_file/* writeFully */.KM)(this.spool.descriptor, bytes, this.#written);
        }
        catch (error) {
            throw spoolError(error, this.#directory, this.spool.label);
        }
        this.#written += bytes.length;
    }
    #full({ free }) {
        const doing = `cannot unpack ${this.spool.label} to ${this.#directory}`;
        return new errors/* FledgeError */.aE('output', `${doing}: only ${(0,units/* formatBytes */.z3)(free)} are free on the disk`, {
            fix: FULL_FIX,
        });
    }
}
const FULL_FIX = 'free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it';
function spoolError(error, directory, label) {
    const code = (0,errors/* systemCodeOf */.c7)(error);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    return new errors/* FledgeError */.aE('output', `cannot unpack ${label} to ${directory}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
        cause: error,
        fix: isFull ? FULL_FIX : 'set TMPDIR to a directory that you can write to',
    });
}

;// CONCATENATED MODULE: ./build/sources/image/layer/pax.js



/** Memory of an attribute in addition to its name and value, in bytes. */
const XATTR_OVERHEAD_BYTES = 256;
const SCHILY_XATTR = 'SCHILY.xattr.';
const GNU_SPARSE = 'GNU.sparse.';
/**
 * Reads a pax header (POSIX.1-2017 pax, "pax Extended Header") with the rules of Go's archive/tar, which Docker,
 * containerd, umoci and scanners use. The last of several equal keywords is used; an empty value selects the value of
 * the entry's own header. Ignored are times of access and change, names of owners, unknown keywords, and libarchive's
 * own form of extended attributes (it writes SCHILY's as well).
 */
function readPaxHeader(header, { fail, spend }) {
    const overrides = {};
    let xattrs;
    let listBytes = 0;
    let sparse;
    const count = visitPaxRecords(header, (keyword, value) => {
        const isEmpty = value.length === 0;
        switch (keyword) {
            case 'path':
                if (isEmpty)
                    delete overrides.path;
                else
                    overrides.path = readPath(value, fail);
                return;
            case 'linkpath':
                if (isEmpty)
                    delete overrides.linkPath;
                else
                    overrides.linkPath = readPath(value, fail);
                return;
            case 'size':
            case 'uid':
            case 'gid': {
                const field = keyword;
                if (isEmpty)
                    delete overrides[field];
                else
                    overrides[field] = readInteger(keyword, value, fail);
                return;
            }
            case 'mtime':
                if (isEmpty)
                    delete overrides.mtime;
                else
                    overrides.mtime = readTime(value, fail);
                return;
        }
        if (keyword.startsWith(SCHILY_XATTR)) {
            const name = keyword.slice(SCHILY_XATTR.length);
            xattrs ??= new Map();
            if (!xattrs.has(name))
                listBytes += name.length + 1;
            if (listBytes > linux_limits/* MAX_XATTR_LIST_BYTES */.Um) {
                fail(`the names of its extended attributes have more than ${linux_limits/* MAX_XATTR_LIST_BYTES */.Um} bytes, the limit of Linux`);
            }
            setXattr(xattrs, name, value, fail);
        }
        else if (keyword.startsWith(GNU_SPARSE)) {
            sparse ??= { pairs: [] };
            addSparseRecord(sparse, keyword.slice(GNU_SPARSE.length), value, fail);
        }
    });
    if (count === undefined)
        return fail('its pax header is damaged');
    spend('headers', count);
    if (xattrs !== undefined) {
        overrides.xattrs = xattrs;
        spend('memory', listBytes + XATTR_OVERHEAD_BYTES * xattrs.size);
    }
    if (sparse !== undefined)
        overrides.sparse = paxSparseOf(sparse, fail);
    return overrides;
}
/** Keywords about the archive instead of its entries: of git archive, GNU tar and star. */
const ARCHIVE_KEYWORDS = new Set([
    'comment',
    'GNU.volume.label',
    'SCHILY.archtype',
    'SCHILY.release',
]);
const STAR_VOLUME = 'SCHILY.volhdr.';
/**
 * Refuses a global pax header that affects the following entries. Programs that use Go's archive/tar ignore it (umoci
 * refuses all of them), GNU tar applies it: one archive would be two different trees.
 */
function checkGlobalHeader(header, fail) {
    const count = visitPaxRecords(header, (keyword) => {
        if (ARCHIVE_KEYWORDS.has(keyword) || keyword.startsWith(STAR_VOLUME))
            return;
        fail(`it is a global pax header with ${(0,byte_string/* showName */.$i)(keyword)}, which Docker and containerd ignore and GNU tar obeys`, 'build the layer without that global pax header; fledge accepts only comments in one');
    });
    if (count === undefined)
        fail('its pax header is damaged');
}
function readPath(value, fail) {
    if (value.includes(0))
        fail('its pax header has a path with a NUL in it');
    return value.toString('latin1');
}
function readInteger(keyword, value, fail) {
    return decimalOf(value.toString('latin1')) ?? refuseValue(keyword, value, fail);
}
/** A decimal integer with an optional sign and leading zeros; undefined if it is not a safe integer. */
function decimalOf(text) {
    const number = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    // Adding 0 converts -0 to 0.
    return Number.isSafeInteger(number) ? number + 0 : undefined;
}
/**
 * Reads decimal seconds with a fraction. Digits beyond nanoseconds are cut off, as in the kernel. A number that is not
 * a safe integer becomes the nearest one, which is far out of the range of every file system.
 */
function readTime(value, fail) {
    const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(value.toString('latin1')) ?? [];
    if (whole === '')
        return refuseValue('mtime', value, fail);
    const seconds = Number(whole);
    const isNegative = sign === '-';
    if (!Number.isSafeInteger(seconds)) {
        return { seconds: isNegative ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER, nanoseconds: 0 };
    }
    const nanoseconds = Number(fraction.slice(0, 9).padEnd(9, '0'));
    if (!isNegative)
        return { seconds, nanoseconds };
    return nanoseconds === 0
        ? { seconds: 0 - seconds, nanoseconds }
        : { seconds: -seconds - 1, nanoseconds: 1_000_000_000 - nanoseconds };
}
function refuseValue(keyword, value, fail) {
    return fail(`its pax header has ${keyword} ${JSON.stringify(value.toString('latin1', 0, 40))}`);
}
function setXattr(xattrs, name, value, fail) {
    if (name === '' || name.length > linux_limits/* MAX_XATTR_NAME_BYTES */.rf) {
        fail(`it has an extended attribute with a name of ${name.length} bytes; Linux allows 1 to ${linux_limits/* MAX_XATTR_NAME_BYTES */.rf}`);
    }
    if (value.length > linux_limits/* MAX_XATTR_VALUE_BYTES */.be) {
        fail(`its extended attribute ${(0,byte_string/* showName */.$i)(name)} has ${value.length} bytes; Linux allows at most ${linux_limits/* MAX_XATTR_VALUE_BYTES */.be}`);
    }
    // Copied, because the header is a view of a large chunk that would stay in memory.
    xattrs.set(name, Buffer.from(value));
}
function addSparseRecord(sparse, name, value, fail) {
    const number = () => readInteger(`${GNU_SPARSE}${name}`, value, fail);
    if (name === 'offset' || name === 'numbytes') {
        const isTurn = (name === 'offset') === (sparse.pairs.length % 2 === 0);
        if (!isTurn)
            fail('its map of data and holes is damaged');
        sparse.pairs.push(number());
        return;
    }
    const isEmpty = value.length === 0;
    switch (name) {
        case 'major':
        case 'minor':
            sparse[name] = value.toString('latin1', 0, 40);
            return;
        case 'name':
            if (isEmpty)
                delete sparse.name;
            else
                sparse.name = readPath(value, fail);
            return;
        case 'size':
            if (isEmpty)
                delete sparse.size;
            else
                sparse.size = number();
            return;
        case 'realsize':
            if (isEmpty)
                delete sparse.realSize;
            else
                sparse.realSize = number();
            return;
        case 'numblocks':
            if (isEmpty)
                delete sparse.pieceCount;
            else
                sparse.pieceCount = number();
            return;
        case 'map':
            if (isEmpty)
                delete sparse.map;
            else {
                const texts = value.toString('latin1').split(',');
                sparse.map = texts.map((text) => decimalOf(text) ?? refuseValue(`${GNU_SPARSE}map`, value, fail));
            }
    }
}
/**
 * Combines the records. Headers that Go's archive/tar does not treat as a sparse file are errors, because GNU tar does.
 */
function paxSparseOf(records, fail) {
    const { major = '', minor = '', name, pieceCount, pairs } = records;
    const numbers = pairs.length > 0 ? pairs : (records.map ?? []);
    const version = major === '' && minor === '' ? undefined : `${major}.${minor}`;
    if (version !== undefined && !['0.0', '0.1', '1.0'].includes(version)) {
        fail(`it is a sparse file in GNU tar's format ${version}; only 0.0, 0.1 and 1.0 are supported`);
    }
    if (version === undefined && numbers.length === 0) {
        fail('its pax header describes a sparse file but has no map of data and holes');
    }
    const isMapInData = version === '1.0';
    if (!isMapInData && pieceCount !== undefined && numbers.length !== 2 * pieceCount) {
        fail(`its map of data and holes has ${numbers.length} numbers for ${pieceCount} pieces`);
    }
    const realSize = records.size ?? records.realSize;
    return {
        isMapInData,
        ...(name !== undefined && { name }),
        ...(realSize !== undefined && { realSize }),
        numbers,
    };
}

;// CONCATENATED MODULE: ./build/sources/image/layer/sparse.js

/** Limit of pieces, which need about 20 MB of memory. */
const MAX_PIECES = 262_144;
/** Adds the numbers (alternating offset and length) of an old GNU sparse map; the first blank piece ends it. */
function addOldGnuPieces(block, field, numbers, fail) {
    const { bytes, numberBytes } = GNU_SPARSE_PIECE;
    for (let at = field.offset; at < field.offset + field.length; at += bytes) {
        if (block[at] === 0)
            return;
        const offset = readNumber(block, { offset: at, length: numberBytes });
        const length = readNumber(block, { offset: at + numberBytes, length: numberBytes });
        if (offset === undefined || length === undefined)
            fail('its map of data and holes is damaged');
        numbers.push(offset, length);
        if (numbers.length > 2 * MAX_PIECES)
            refuseLongMap(fail);
    }
}
/** Reads the map of GNU tar's sparse format 1.0, which precedes the data: decimal numbers, one in a line. */
class SparseMapParser {
    /** Offset and length of each piece. */
    numbers = [];
    /** Size of the blocks that were read. */
    bytes = 0;
    #fail;
    #count;
    #value = 0;
    #digits = 0;
    constructor(fail) {
        this.#fail = fail;
    }
    /** Adds the next block. Returns true if it was the last. */
    push(block) {
        this.bytes += BLOCK_BYTES;
        for (const byte of block) {
            if (byte === 0x0a && this.#digits > 0) {
                this.#endNumber();
                if (this.numbers.length === 2 * (this.#count ?? -1))
                    return true;
            }
            else {
                const digit = byte - 0x30;
                this.#value = this.#value * 10 + digit;
                this.#digits += 1;
                if (digit < 0 || digit > 9 || this.#value > Number.MAX_SAFE_INTEGER)
                    this.#fail('its map of data and holes is damaged');
            }
        }
        return false;
    }
    #endNumber() {
        if (this.#count === undefined) {
            this.#count = this.#value;
            if (this.#count > MAX_PIECES)
                refuseLongMap(this.#fail);
        }
        else
            this.numbers.push(this.#value);
        this.#value = 0;
        this.#digits = 0;
    }
}
function refuseLongMap(fail) {
    return fail(`it has more than ${MAX_PIECES} pieces of data between holes`);
}
/**
 * Converts the numbers to pieces. Fails unless the pieces are in order, do not overlap, end within the file, and have
 * `stored` bytes in total.
 */
function piecesOf(numbers, sizes, fail) {
    const pieces = [];
    let end = 0;
    let total = 0;
    for (let index = 0; index < numbers.length; index += 2) {
        const offset = numbers[index] ?? -1;
        const length = numbers[index + 1] ?? -1;
        if (offset < end || length < 0 || offset + length > sizes.real)
            return fail('its map of data and holes is damaged');
        end = offset + length;
        total += length;
        if (length > 0)
            pieces.push({ offset, length });
    }
    if (total !== sizes.stored) {
        return fail(`its map of data and holes has ${total} bytes, but the archive has ${sizes.stored} bytes of data`);
    }
    return pieces;
}

;// CONCATENATED MODULE: ./build/sources/image/layer/tar.js






/** Limit of a long name or a pax header, as in Go's archive/tar. */
const tar_MAX_HEADER_BYTES = 1024 * 1024;
const NO_XATTRS = new Map();
const NO_OVERRIDES = {};
/** Memory of a piece of a sparse file, in bytes. */
const PIECE_BYTES = 128;
/**
 * Reads a tar archive that is pushed in chunks of any size, and passes its entries to the handler. It supports v7,
 * ustar, pax, GNU and star headers, with long names, base-256 numbers, extended attributes and all sparse formats of
 * GNU tar. No declared size is trusted before the bytes arrive. Data that follows the end of the archive is ignored.
 *
 * `push` and `finish` throw FledgeError `input`, with the label, the offset and the entry, for a damaged or truncated
 * archive, and for entries of an unknown type.
 */
class TarReader {
    #handler;
    #label;
    #expected = 'header';
    /** Offset in the archive of the current block or data. */
    #offset = 0;
    /**
     * Offset of the last block that was read, for messages. While data of an extended header arrives, the offset of that
     * header.
     */
    #blockOffset = 0;
    /** A partially received block. */
    #partial = Buffer.alloc(BLOCK_BYTES);
    #partialBytes = 0;
    /** Remaining bytes of the entry's data, of ignored data, and of padding, in this order. */
    #dataLeft = 0;
    #unwantedLeft = 0;
    #paddingLeft = 0;
    #extension;
    #pax;
    #longName;
    #longLink;
    /** True after an extended header of the next entry, even an empty one. */
    #isEntryBegun = false;
    #sparse;
    /** Bytes of data that a hardlink may have. */
    #linkBytes = 0;
    /** For messages. */
    #entryName;
    #fail = (problem, fix) => this.#throw(problem, { fix });
    #spend;
    /** `spend` is called with the resources of extended headers, and may throw. */
    constructor(handler, label, spend = () => { }) {
        this.#handler = handler;
        this.#label = label;
        this.#spend = spend;
    }
    /** Reads the next bytes. The handler gets views of the chunk; none of them is kept. */
    push(chunk) {
        let at = 0;
        while (at < chunk.length && this.#expected !== 'nothing') {
            const used = this.#take(at === 0 ? chunk : chunk.subarray(at));
            at += used;
            this.#offset += used;
        }
    }
    /** Ends the archive. */
    finish() {
        if (this.#expected === 'nothing')
            return;
        const missing = this.#dataLeft + this.#unwantedLeft + (this.#extension ? this.#extension.size - this.#extension.bytes : 0);
        const offset = this.#offset;
        if (missing > 0)
            this.#throw(`the archive ends ${missing} bytes too early`, { offset });
        if (this.#partialBytes > 0)
            this.#throw('the archive ends inside a header', { offset });
        // Many archives lack the zero blocks at the end, and the last padding.
        const isComplete = this.#expected === 'header' || this.#expected === 'second-zero-block';
        if ((!isComplete && this.#expected !== 'header-or-link-data') || this.#isEntryBegun) {
            this.#throw('the archive ends before the entry does', { offset });
        }
    }
    /** Uses some of the bytes. Returns their number. */
    #take(bytes) {
        if (this.#dataLeft > 0) {
            const used = Math.min(this.#dataLeft, bytes.length);
            this.#dataLeft -= used;
            this.#handler.data(used === bytes.length ? bytes : bytes.subarray(0, used));
            return used;
        }
        if (this.#unwantedLeft > 0) {
            const used = Math.min(this.#unwantedLeft, bytes.length);
            this.#unwantedLeft -= used;
            return used;
        }
        if (this.#extension !== undefined)
            return this.#takeExtension(bytes, this.#extension);
        if (this.#paddingLeft > 0) {
            const used = Math.min(this.#paddingLeft, bytes.length);
            this.#paddingLeft -= used;
            return used;
        }
        if (this.#partialBytes === 0 && bytes.length >= BLOCK_BYTES) {
            this.#takeBlock(bytes.subarray(0, BLOCK_BYTES));
            return BLOCK_BYTES;
        }
        const used = bytes.copy(this.#partial, this.#partialBytes, 0, BLOCK_BYTES - this.#partialBytes);
        this.#partialBytes += used;
        if (this.#partialBytes === BLOCK_BYTES) {
            this.#partialBytes = 0;
            this.#takeBlock(this.#partial);
        }
        return used;
    }
    #takeBlock(block) {
        this.#blockOffset = this.#offset - (this.#offset % BLOCK_BYTES);
        switch (this.#expected) {
            case 'header':
                this.#takeHeader(block);
                return;
            case 'second-zero-block':
                if (!isZeroBlock(block))
                    this.#fail('there is one block of zeros where the end of an archive has two');
                this.#expected = 'nothing';
                return;
            case 'old-sparse-map':
                this.#takeOldSparseMap(block);
                return;
            case 'sparse-map':
                this.#takeSparseMap(block);
                return;
            case 'header-or-link-data':
                this.#expected = 'header';
                // pax may store the data with each name of a file, while older tars declare a size and store nothing. Go's
                // archive/tar, which Docker and umoci use, never has data here, so a block with a valid header is a header.
                if (isZeroBlock(block) || hasValidChecksum(block))
                    this.#takeHeader(block);
                else {
                    this.#unwantedLeft = Math.max(0, this.#linkBytes - BLOCK_BYTES);
                    this.#paddingLeft = this.#linkBytes < BLOCK_BYTES ? 0 : paddingOf(this.#linkBytes);
                }
                return;
            case 'nothing':
                return;
        }
    }
    #takeHeader(block) {
        if (isZeroBlock(block)) {
            this.#expected = 'second-zero-block';
            return;
        }
        if (!hasValidChecksum(block)) {
            const after = this.#entryName === undefined ? '' : ' after this entry';
            this.#fail(this.#blockOffset === 0 ? 'not a tar archive' : `the header${after} has a wrong checksum`);
        }
        const type = String.fromCharCode(block[FIELDS.type.offset] ?? 0);
        switch (type) {
            case 'x':
            case 'g':
            case 'L':
            case 'K':
                this.#beginExtension(block, type);
                return;
        }
        const overrides = this.#pax ?? NO_OVERRIDES;
        const { sparse } = overrides;
        const format = formatOf(block);
        const name = this.#longName ?? overrides.path ?? readName(block, format);
        this.#entryName = sparse?.name ?? name;
        // Before ustar, a slash at the end was the only mark of a directory.
        const isFile = type === '0' || type === '7' || (type === '\0' && !name.endsWith('/'));
        if (sparse !== undefined && !isFile)
            this.#fail('its pax header describes a sparse file, but the entry is not a regular file');
        const common = {
            path: this.#entryName,
            mode: this.#numberOf(block, FIELDS.mode, 'mode') & 0o7777,
            uid: this.#ownerOf(overrides.uid ?? this.#numberOf(block, FIELDS.uid, 'uid')),
            gid: this.#ownerOf(overrides.gid ?? this.#numberOf(block, FIELDS.gid, 'gid')),
            mtime: overrides.mtime ?? this.#timeOf(block),
            xattrs: overrides.xattrs ?? NO_XATTRS,
        };
        const target = this.#longLink ?? overrides.linkPath;
        this.#pax = undefined;
        this.#longName = undefined;
        this.#longLink = undefined;
        this.#isEntryBegun = false;
        if (isFile) {
            this.#beginFile(block, common, overrides);
            return;
        }
        switch (type) {
            case '\0':
                this.#handler.entry({ ...common, kind: 'directory' });
                return;
            // GNU tar's volume name.
            case 'V':
                this.#skipData(this.#sizeOf(block, overrides));
                return;
            case 'S':
                if (format !== 'gnu')
                    this.#fail("it is a sparse file in star's format; only GNU tar's formats are supported");
                this.#beginOldSparseFile(block, common, overrides);
                return;
            case '1':
                this.#handler.entry({ ...common, kind: 'hardlink', target: target ?? readText(block, FIELDS.linkName) });
                this.#linkBytes = this.#sizeOf(block, overrides);
                if (this.#linkBytes > 0)
                    this.#expected = 'header-or-link-data';
                return;
            case '2':
                this.#handler.entry({ ...common, kind: 'symlink', target: target ?? readText(block, FIELDS.linkName) });
                return;
            case '3':
            case '4': {
                const hasNumbers = format !== 'v7';
                const major = hasNumbers ? this.#numberOf(block, FIELDS.major, 'major device number') : 0;
                const minor = hasNumbers ? this.#numberOf(block, FIELDS.minor, 'minor device number') : 0;
                this.#handler.entry({ ...common, kind: type === '3' ? 'char-device' : 'block-device', major, minor });
                return;
            }
            case '5':
                this.#handler.entry({ ...common, kind: 'directory' });
                return;
            case '6':
                this.#handler.entry({ ...common, kind: 'fifo' });
                return;
            // A directory of GNU tar's incremental backups; its data is a list of names.
            case 'D':
                this.#handler.entry({ ...common, kind: 'directory' });
                this.#skipData(this.#sizeOf(block, overrides));
                return;
            default:
                this.#fail(`it has the unknown type ${JSON.stringify(type)}`);
        }
    }
    #beginFile(block, common, overrides) {
        const stored = this.#sizeOf(block, overrides);
        const { sparse } = overrides;
        if (sparse === undefined) {
            const pieces = stored === 0 ? [] : [{ offset: 0, length: stored }];
            this.#deliver({ ...common, kind: 'file', size: stored, pieces }, stored);
            return;
        }
        const { realSize } = sparse;
        if (realSize === undefined || realSize < 0)
            this.#fail('its pax header lacks the size of the sparse file');
        if (sparse.isMapInData) {
            const map = new SparseMapParser(this.#fail);
            this.#sparse = { common, realSize, stored, numbers: map.numbers, map };
            this.#expected = 'sparse-map';
            return;
        }
        const pieces = piecesOf(sparse.numbers, { real: realSize, stored }, this.#fail);
        this.#deliver({ ...common, kind: 'file', size: realSize, pieces }, stored);
    }
    #beginOldSparseFile(block, common, overrides) {
        const stored = this.#sizeOf(block, overrides);
        const numbers = [];
        addOldGnuPieces(block, GNU_FIELDS.sparse, numbers, this.#fail);
        const realSize = this.#numberOf(block, GNU_FIELDS.realSize, 'real size');
        this.#sparse = { common, realSize, stored, numbers, map: undefined };
        if (block[GNU_FIELDS.isExtended.offset] === 0)
            this.#endSparseFile(this.#sparse, stored);
        else
            this.#expected = 'old-sparse-map';
    }
    #takeOldSparseMap(block) {
        const sparse = this.#sparse ?? this.#fail('internal: no sparse file');
        addOldGnuPieces(block, GNU_SPARSE_FIELDS.sparse, sparse.numbers, this.#fail);
        if (block[GNU_SPARSE_FIELDS.isExtended.offset] === 0)
            this.#endSparseFile(sparse, sparse.stored);
    }
    #takeSparseMap(block) {
        const { map, ...sparse } = this.#sparse ?? this.#fail('internal: no sparse file');
        if (map === undefined)
            this.#fail('internal: no sparse map');
        const isLast = map.push(block);
        // The map is part of the data.
        if (map.bytes > sparse.stored)
            this.#fail('its map of data and holes is damaged');
        if (isLast)
            this.#endSparseFile({ ...sparse, map }, sparse.stored - map.bytes);
    }
    #endSparseFile({ common, realSize, numbers }, stored) {
        this.#sparse = undefined;
        this.#expected = 'header';
        const pieces = piecesOf(numbers, { real: realSize, stored }, this.#fail);
        this.#deliver({ ...common, kind: 'file', size: realSize, pieces }, stored);
    }
    #deliver(entry, stored) {
        const { length } = entry.pieces;
        if (length > 1)
            this.#spend('memory', PIECE_BYTES * length);
        this.#handler.entry(entry);
        this.#dataLeft = stored;
        this.#paddingLeft = paddingOf(stored);
    }
    #skipData(size) {
        this.#unwantedLeft = size;
        this.#paddingLeft = paddingOf(size);
    }
    #beginExtension(block, type) {
        this.#entryName = readName(block, formatOf(block));
        const size = this.#sizeOf(block, NO_OVERRIDES);
        if (size > tar_MAX_HEADER_BYTES)
            this.#fail(`an extended header has ${size} bytes; the limit is ${tar_MAX_HEADER_BYTES}`);
        this.#extension = { type, size, chunks: [], bytes: 0 };
        this.#paddingLeft = paddingOf(size);
        if (size === 0)
            this.#takeExtension(Buffer.alloc(0), this.#extension);
    }
    #takeExtension(bytes, extension) {
        const used = Math.min(extension.size - extension.bytes, bytes.length);
        const piece = bytes.subarray(0, used);
        extension.bytes += used;
        if (extension.bytes === extension.size) {
            this.#extension = undefined;
            const data = extension.chunks.length === 0 ? piece : Buffer.concat([...extension.chunks, piece]);
            this.#endExtension(extension.type, data);
        }
        else
            extension.chunks.push(Buffer.from(piece));
        return used;
    }
    #endExtension(type, data) {
        if (type === 'g') {
            // Go's archive/tar drops the earlier headers, GNU tar does not.
            if (this.#isEntryBegun)
                this.#fail('it is a global pax header between an extended header and its entry');
            checkGlobalHeader(data, this.#fail);
            return;
        }
        this.#isEntryBegun = true;
        if (type === 'x') {
            this.#pax = readPaxHeader(data, { fail: this.#fail, spend: this.#spend });
            return;
        }
        // An empty name has no effect.
        const text = readText(data, { offset: 0, length: data.length });
        if (type === 'L')
            this.#longName = text === '' ? undefined : text;
        else
            this.#longLink = text === '' ? undefined : text;
    }
    #sizeOf(block, { size }) {
        const bytes = size ?? this.#numberOf(block, FIELDS.size, 'size');
        return bytes >= 0 ? bytes : this.#fail(`its size is ${bytes}`);
    }
    #ownerOf(value) {
        // Systems with signed owners write the user "nobody" as -2.
        const owner = value < 0 ? value + 2 ** 32 : value;
        return owner >= 0 && owner <= linux_limits/* MAX_OWNER */.xy
            ? owner
            : this.#fail(`its owner ${value} is not a valid user or group id of Linux`);
    }
    #timeOf(block) {
        const seconds = readTimeField(block, FIELDS.mtime) ?? this.#fail('the mtime in its header is not a number');
        return { seconds, nanoseconds: 0 };
    }
    #numberOf(block, field, what) {
        return readNumber(block, field) ?? this.#fail(`the ${what} in its header is not a number`);
    }
    #throw(problem, { offset = this.#blockOffset, fix } = {}) {
        const entry = this.#entryName === undefined ? '' : `, entry ${(0,byte_string/* showName */.$i)(this.#entryName)}`;
        throw new errors/* FledgeError */.aE('input', `${this.#label}: at byte ${offset}${entry}: ${problem}`, fix === undefined ? {} : { fix });
    }
}

;// CONCATENATED MODULE: ./build/sources/image/layer/layer.js












/** Maximum number of queued entries. Most layers have fewer, so they are unpacked before their entries are read. */
const MAX_ENTRIES_AHEAD = 20_000;
/**
 * Starts to unpack a layer before its entries are read: a decompressor keeps one thread busy, and another one can work
 * on the next layer. The layer is decompressed once; the blob's digest, the diff_id and every declared size are
 * verified in the same pass. The contents of its files are written to a spool, without holes. Devices and fifos are
 * only described.
 *
 * @throws FledgeError, as the reading of the entries does: `input` if the layer is damaged, hostile, encrypted or of an
 *   unknown kind, `output` if the spool cannot be written.
 */
function unpackLayer(blob, options) {
    requireReadable(blob);
    const writer = new SpoolWriter(options.spoolDirectory, blob.label);
    const closing = new AbortController();
    const signals = [closing.signal, ...(options.signal === undefined ? [] : [options.signal])];
    const source = readEntries(blob, { ...options, signal: AbortSignal.any(signals) }, writer);
    const entries = (0,concurrency/* readAhead */.E)(source, MAX_ENTRIES_AHEAD);
    return {
        label: blob.label,
        spool: writer.spool,
        entries,
        async close() {
            // The abort also stops the reads of a large file, which yield no entry.
            closing.abort();
            await entries.stop();
            await writer.close();
        },
    };
}
async function* readEntries(blob, options, writer) {
    const { label } = blob;
    try {
        const collector = new EntryCollector(writer);
        const spend = (item, amount) => options.budget.spend(item, amount);
        const reader = new TarReader(collector, label, spend);
        const { algorithm } = requireDigest(blob.diffId, `the diff_id of ${label}`);
        const diffHash = (0,external_node_crypto_.createHash)(algorithm);
        const { compression, chunks } = await withCompression(countedBytes(blob, options));
        // The bytes of a plain tar are already hashed as the blob.
        const isHashed = compression === 'none' && algorithmOf(blob.digest) === algorithm;
        for await (const chunk of decompress(chunks, compression, spend)) {
            if (!isHashed)
                diffHash.update(chunk);
            reader.push(chunk);
            const { entries, dataBytes, apparentBytes, largest } = collector.take();
            options.budget.spend('unpacked', chunk.length);
            options.budget.spend('metadata', chunk.length - dataBytes);
            options.budget.spend('apparent', apparentBytes, () => describeLargest(largest, label));
            if (entries.length > 0)
                yield entries;
        }
        reader.finish();
        const actual = isHashed ? blob.digest : `${algorithm}:${diffHash.digest('hex')}`;
        if (actual !== blob.diffId) {
            throw new errors/* FledgeError */.aE('input', `${label} unpacks to ${actual}, but the image's config lists ${blob.diffId}`, {
                fix: 'build or push the image again; it is inconsistent',
            });
        }
        writer.finish();
    }
    catch (error) {
        await writer.close();
        throw await explainFailure(error, blob, options.signal);
    }
}
function algorithmOf(digest) {
    return digest.slice(0, digest.indexOf(':'));
}
function requireReadable({ mediaType, label }) {
    switch (layerKindOf(mediaType)) {
        case 'encrypted':
            throw new errors/* FledgeError */.aE('input', `${label} is encrypted`, {
                fix: 'decrypt the image first: skopeo copy --decryption-key KEY docker://IMAGE oci:DIRECTORY, and use oci:DIRECTORY',
            });
        case 'unknown':
            throw new errors/* FledgeError */.aE('input', `${label} has the unknown media type ${JSON.stringify(mediaType)}`, {
                fix: 'use an image with file system layers; this may be another kind of artifact',
            });
    }
}
async function* countedBytes(blob, options) {
    for await (const chunk of readBlob(blob, options.signal)) {
        options.onRead?.(chunk.length);
        yield chunk;
    }
}
/** Detects the compression of a stream, and returns the stream with its first bytes. */
async function withCompression(bytes) {
    const first = await bytes.next();
    const head = first.done === true ? Buffer.alloc(0) : first.value;
    const chunks = async function* () {
        try {
            yield head;
            yield* bytes;
        }
        finally {
            await bytes.return();
        }
    };
    try {
        return { compression: detectCompression(head.subarray(0, BLOCK_BYTES)), chunks: chunks() };
    }
    catch (error) {
        await bytes.return();
        throw error;
    }
}
function describeLargest(largest, label) {
    if (largest === undefined)
        return `the last of them are in ${label}`;
    return `one of them is ${(0,byte_string/* displayByteString */.oO)(largest.path)} with ${(0,units/* formatBytes */.z3)(largest.size)}, in ${label}`;
}
class EntryCollector {
    #entries = [];
    #dataBytes = 0;
    #apparentBytes = 0;
    #largest;
    #writer;
    constructor(writer) {
        this.#writer = writer;
    }
    /** Returns the entries and sizes since the last call. */
    take() {
        const taken = {
            entries: this.#entries,
            dataBytes: this.#dataBytes,
            apparentBytes: this.#apparentBytes,
            largest: this.#largest,
        };
        this.#entries = [];
        this.#dataBytes = 0;
        this.#apparentBytes = 0;
        this.#largest = undefined;
        return taken;
    }
    entry(entry) {
        if (entry.kind !== 'file') {
            this.#entries.push(entry);
            return;
        }
        this.#apparentBytes += entry.size;
        if (entry.size > (this.#largest?.size ?? 0))
            this.#largest = entry;
        let { position } = this.#writer;
        // `map` allocates the exact length. An array that grows has unused capacity, and there is one array for each file.
        const pieces = entry.pieces.map(({ offset, length }) => {
            const piece = { offset, length, position };
            position += length;
            return piece;
        });
        this.#entries.push({ ...entry, pieces });
    }
    data(bytes) {
        this.#dataBytes += bytes.length;
        this.#writer.append(bytes);
    }
}
/**
 * Finds the cause of a failure. A damaged blob first causes an error of tar or gzip; the digest mismatch is more
 * useful, and is found by reading the rest of the blob.
 */
async function explainFailure(error, blob, signal) {
    const isContent = error instanceof DecompressionError || (error instanceof errors/* FledgeError */.aE && error.code === 'input');
    if (!isContent)
        return error;
    try {
        for await (const _ of readBlob(blob, signal))
            ;
    }
    catch (blobError) {
        if (blobError instanceof errors/* FledgeError */.aE && layerKindOf(blob.mediaType) === 'foreign')
            return explainForeign(blob, blobError);
        return blobError;
    }
    if (!(error instanceof DecompressionError))
        return error;
    return new errors/* FledgeError */.aE('input', `${blob.label} cannot be unpacked: ${error.message}`, {
        cause: error,
        ...(error.fix !== undefined && { fix: error.fix }),
    });
}
function explainForeign({ label, urls }, cause) {
    const where = urls.length === 0 ? '' : ` (${urls.slice(0, 3).join(', ')})`;
    return new errors/* FledgeError */.aE('input', `${label} is not in the image: only its publisher may distribute it${where}`, {
        cause,
        fix: 'use an image whose layers are all in the registry',
    });
}

;// CONCATENATED MODULE: ./build/sources/image/unpack.js



/**
 * Applies the layers of an image to a tree, from the bottom up. The next layer is unpacked while one is applied.
 *
 * @throws FledgeError `input` or `output` as `unpackLayer` and `applyLayer` do. The tree is then unusable.
 */
async function unpackImage({ layers: blobs }, { tree, layers, onLayer, ...options }) {
    for (const layer of beginInTurn(blobs, options, layers)) {
        await applyLayer(tree, layer);
        onLayer?.(layer);
    }
}
/** Frees the disk space of layers. May be called twice. */
async function closeLayers(layers) {
    await (0,concurrency/* settleAll */.j)(...layers.map((layer) => layer.close()));
}
/** Unpacks the layers from the bottom up, and adds all to `begun`. Before one is yielded, the next one is started. */
function* beginInTurn(blobs, options, begun) {
    let due;
    for (const blob of blobs) {
        const next = unpackLayer(blob, options);
        begun.push(next);
        if (due !== undefined)
            yield due;
        due = next;
    }
    if (due !== undefined)
        yield due;
}

;// CONCATENATED MODULE: ./build/sources/busybox-image.js











/** The path of busybox in an image. */
const BUSYBOX_PATH = 'bin/busybox';
const busybox_image_PIECE_BYTES = units/* MEBIBYTE */.gJ;
/**
 * Fetches an image for the platform and copies its /bin/busybox, with links inside the image followed, to the scratch
 * directory. Checks it as `fetchBusybox` does.
 *
 * @throws FledgeError as `fetchImage` does; `input` if the image has no busybox, or it is not for the platform.
 */
async function fetchBusyboxImage({ image: reference, imageLock: lock }, { platform, scratchDirectory, maxUnpackedMb }, context) {
    const scratch = (0,external_node_path_.join)(scratchDirectory, 'busybox-image');
    (0,external_node_fs_.mkdirSync)(scratch);
    const budget = new support_budget/* Budget */._({ unpacked: maxUnpackedMb * units/* MEBIBYTE */.gJ });
    const image = await fetchImage({ reference, lock, platform, scratchDirectory: scratch, budget }, context);
    const tree = new FileTree({ seconds: 0, nanoseconds: 0 }, budget);
    const layers = [];
    try {
        await unpackImage(image, { tree, layers, spoolDirectory: scratch, budget, signal: context.signal });
        const content = busyboxIn(tree, reference.text);
        const path = (0,external_node_path_.join)(scratch, 'busybox');
        const sha256 = writeSpooled(content, path);
        const file = { path, size: content.size, sha256, uri: `${reference.text}#/${BUSYBOX_PATH}` };
        const key = 'busybox_image';
        return { ...(await inspectBusybox(file, { platform, key }, context)), imageDigest: image.digest };
    }
    finally {
        await closeLayers(layers);
    }
}
function busyboxIn(tree, label) {
    const { inode } = followPath(tree, BUSYBOX_PATH);
    const fix = 'set busybox_image in [source] to an image with a static /bin/busybox, such as busybox:musl';
    if (inode?.kind !== 'file') {
        const reason = inode === undefined ? 'it has no such file' : `it is a ${inode.kind}`;
        throw new errors/* FledgeError */.aE('input', `cannot take /${BUSYBOX_PATH} from ${label}: ${reason}`, { fix });
    }
    const { content } = inode;
    if (content.size <= MAX_BUSYBOX_BYTES)
        return content;
    throw new errors/* FledgeError */.aE('input', `/${BUSYBOX_PATH} of ${label} has ${content.size} bytes, too many for a busybox`, {
        fix,
    });
}
/** Writes the content of a layer's file to a new file, and returns its SHA-256 in hexadecimal. */
function writeSpooled(content, path) {
    if (content.kind !== 'spool')
        throw new errors/* FledgeError */.aE('internal', 'the content of an image is not in a spool');
    const data = Buffer.alloc(content.size);
    for (const { offset, length, position } of content.extents) {
        for (let done = 0; done < length;) {
            const wanted = Math.min(length - done, busybox_image_PIECE_BYTES);
            const count = (0,external_node_fs_.readSync)(content.spool.descriptor, data, offset + done, wanted, position + done);
            if (count === 0)
                throw new errors/* FledgeError */.aE('internal', `the spool of ${content.spool.label} ends early`);
            done += count;
        }
    }
    try {
        const file = (0,external_node_fs_.openSync)(path, 'wx', 0o600);
        try {
            for (let done = 0; done < data.length;)
                done += (0,external_node_fs_.writeSync)(file, data, done);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, { cause: error });
    }
    return (0,external_node_crypto_.createHash)('sha256').update(data).digest('hex');
}

;// CONCATENATED MODULE: ./build/sources/init-program.js



const init_program_LABEL = 'the init';
/** The limit for a file that is hashed before the build; an init is a small program. */
const MAX_BYTES = 512 * 1024 * 1024;
const SCRIPT_MAGIC = '#!';
/**
 * Checks and hashes the host file that becomes /init: a script, or a program for `platform`.
 *
 * @throws FledgeError `input`.
 */
async function readInitProgram(path, platform) {
    const digest = await (0,local_file/* digestFile */.T)(path, { label: init_program_LABEL, maxBytes: MAX_BYTES });
    if ((await firstBytes(path, SCRIPT_MAGIC.length)) !== SCRIPT_MAGIC) {
        const advice = `set path in [init] to a program for ${platform}, or a script that begins with ${SCRIPT_MAGIC}`;
        await (0,elf/* checkElf */.Kg)(path, { platform, label: init_program_LABEL, advice });
    }
    return { path, ...digest };
}
async function firstBytes(path, count) {
    const file = await (0,regular_file/* openRegularFile */.ZU)(path);
    try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(count), 0, count, 0);
        return buffer.toString('latin1', 0, bytesRead);
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/tree/contents.js

/** The shares of a tree by the names in its root, the largest first. Names without bytes are left out. */
function contentShares(tree) {
    const sizes = new Map();
    const counted = new Set();
    for (const { top, inode } of tree.leaves()) {
        if (inode.kind !== 'file' || counted.has(inode))
            continue;
        counted.add(inode);
        sizes.set(top, (sizes.get(top) ?? 0) + inode.content.size);
    }
    return [...sizes]
        .filter(([, size]) => size > 0)
        .sort(([a, sizeA], [b, sizeB]) => sizeB - sizeA || (0,byte_string/* compareByteStrings */.eS)(a, b))
        .map(([top, size]) => ({ path: `/${(0,byte_string/* displayByteString */.oO)(top)}`, size }));
}

;// CONCATENATED MODULE: ./build/tree/root-owned.js
/** Metadata of files that fledge itself adds. */
function rootOwned(mode, mtime) {
    return { mode, uid: 0, gid: 0, mtime, xattrs: new Map() };
}
/** Adds a program, 0755 and owned by root. */
function addProgram(tree, path, content, mtime) {
    tree.put(path, { ...rootOwned(0o755, mtime), kind: 'file', content });
}
/** Adds a small file, 0644 and owned by root. */
function addFile(tree, path, data, mtime) {
    tree.put(path, { ...rootOwned(0o644, mtime), kind: 'file', content: { kind: 'bytes', size: data.length, data } });
}

;// CONCATENATED MODULE: ./build/tree/initramfs.js


/** The directories that programs expect, even if they are empty. */
const BASE_DIRECTORIES = [
    ['bin', 0o755],
    ['dev', 0o755],
    ['etc', 0o755],
    ['home', 0o755],
    ['lib', 0o755],
    ['lib64', 0o755],
    ['mnt', 0o755],
    ['opt', 0o755],
    ['proc', 0o555],
    ['root', 0o700],
    ['run', 0o755],
    ['sbin', 0o755],
    ['srv', 0o755],
    ['sys', 0o555],
    ['tmp', 0o1777],
    ['usr', 0o755],
    ['usr/bin', 0o755],
    ['usr/lib', 0o755],
    ['usr/local', 0o755],
    ['usr/local/bin', 0o755],
    ['usr/sbin', 0o755],
    ['var', 0o755],
    ['var/lib', 0o755],
    ['var/log', 0o755],
    ['var/tmp', 0o1777],
];
/**
 * Devices that PID 1 needs before it has mounted /dev: the kernel opens /dev/console for its stdio. Numbers from
 * Documentation/admin-guide/devices.txt.
 */
const BASE_DEVICES = [
    { path: 'dev/console', mode: 0o600, major: 5, minor: 1 },
    { path: 'dev/null', mode: 0o666, major: 1, minor: 3 },
];
const BUSYBOX = 'bin/busybox';
/**
 * Adds the directories and device nodes that every initramfs has. What exists at the path of a directory stays as it is, also
 * a link such as `bin -> usr/bin`; device nodes replace it, because exported images have empty files there.
 */
function addBaseTree(tree, mtime) {
    for (const [name, mode] of BASE_DIRECTORIES) {
        const path = (0,byte_string/* byteStringFromText */.dw)(name);
        if (tree.get(path) === undefined)
            tree.putDirectory(path, rootOwned(mode, mtime));
    }
    for (const { path, mode, major, minor } of BASE_DEVICES) {
        tree.put((0,byte_string/* byteStringFromText */.dw)(path), { ...rootOwned(mode, mtime), kind: 'char-device', major, minor });
    }
}
/** The directories of the usual PATH. */
const PROGRAM_DIRECTORIES = ['usr/local/sbin', 'usr/local/bin', 'usr/sbin', 'usr/bin', 'sbin', 'bin'];
/**
 * Adds busybox as /bin/busybox and a symbolic link for every applet, except if an image has a program of that name in one of
 * the directories of the usual PATH, which the link could hide. The links are absolute, as `busybox --install -s` makes them,
 * so they are valid even if the applet's directory is a link.
 */
function addBusybox(tree, binary, applets, mtime) {
    addProgram(tree, BUSYBOX, binary, mtime);
    const link = { ...rootOwned(0o777, mtime), kind: 'symlink', target: `/${BUSYBOX}` };
    const taken = new Set(PROGRAM_DIRECTORIES.flatMap((directory) => tree.namesIn((0,byte_string/* byteStringFromText */.dw)(directory))));
    for (const applet of applets) {
        const name = (0,byte_string/* byteStringFromText */.dw)(applet.name);
        const path = (0,byte_string/* byteStringFromText */.dw)(`${applet.directory}/${applet.name}`);
        if (taken.has(name) || tree.get(path) !== undefined)
            continue;
        // Each link has its own inode: authors do not expect hardlinks of symlinks.
        tree.put(path, { ...link });
        if (PROGRAM_DIRECTORIES.includes(applet.directory))
            taken.add(name);
    }
}

// EXTERNAL MODULE: ./build/support/process/runtime.js
var runtime = __webpack_require__(29026);
;// CONCATENATED MODULE: ./build/recipe/image-layers.js



/**
 * Unpacks the layers of an image into an empty tree, with the progress on the log.
 *
 * @throws FledgeError `input` if the build cannot write a file to a required place, with the layer that is the cause;
 *   otherwise as `unpackImage` does.
 */
async function unpackLayers(image, { scratchDirectory, sources, steps }, { tree, layers, budget, places: required }) {
    const { reporter, signal } = sources;
    const count = image.layers.length;
    steps.begin('unpack', count === 1 ? 'unpack 1 layer' : `unpack ${count} layers`);
    const total = blobBytes(image);
    const progress = reporter.progress('unpack', 'bytes');
    (0,runtime/* lowerPoolPriority */.SE)();
    let done = 0;
    const places = required.map((place) => ({ ...place }));
    try {
        await unpackImage(image, {
            tree,
            layers,
            spoolDirectory: scratchDirectory,
            budget,
            signal,
            onRead: (bytes) => {
                done += bytes;
                progress.update(done, total);
            },
            onLayer: (layer) => {
                for (const place of places)
                    lookAt(place, tree, layer);
            },
        });
    }
    finally {
        progress.end();
    }
    for (const { path, purpose, obstacle } of places) {
        if (obstacle === undefined)
            continue;
        const { error, label } = obstacle;
        const message = `cannot write /${path}, ${purpose}, into the image: ${error.message} (since ${label})`;
        throw new errors/* FledgeError */.aE('input', message, {
            cause: error,
            fix: `change the image so that a file can be written to /${path}`,
        });
    }
}
/** The size of the fetched layers, in bytes. */
function blobBytes({ layers }) {
    return layers.reduce((sum, { size }) => sum + size, 0);
}
/** Checks if a layer has added an obstacle, or removed one. */
function lookAt(place, tree, { label }) {
    try {
        tree.requirePlaceForFile(place.path);
        place.obstacle = undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* FledgeError */.aE))
            throw error;
        // The layer that added the obstacle, not a later one that left it unchanged.
        if (place.obstacle?.error.message !== error.message)
            place.obstacle = { error, label };
    }
}

// EXTERNAL MODULE: ./build/config/dockerfile.js + 6 modules
var config_dockerfile = __webpack_require__(50573);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/config/read-dockerfile.js
var read_dockerfile = __webpack_require__(74782);
// EXTERNAL MODULE: ./build/support/process/cleanup.js
var cleanup = __webpack_require__(72658);
;// CONCATENATED MODULE: ./build/tools/contained.js



/** The program is killed when this process ends, also if that is killed (prctl(2), PR_SET_PDEATHSIG). */
const ENDS_WITH_PARENT = ['setpriv', '--pdeathsig', 'KILL', '--'];
/** Mounts of the program are in its own namespace, and vanish with it (mount_namespaces(7)). */
const OWN_MOUNTS = ['unshare', '--mount', '--'];
/**
 * The words before a command that make its program end with this process, and with `mounts`, its mounts with it. Programs
 * that are not installed, or that this process may not use, are left out: without root, buildah and podman create a
 * namespace of their own.
 */
async function containment({ mounts, ...options }) {
    const words = [];
    for (const [name, ...args] of mounts ? [ENDS_WITH_PARENT, OWN_MOUNTS] : [ENDS_WITH_PARENT]) {
        const program = await (0,find/* findProgram */.Kp)(name);
        const isUsable = program !== undefined && (await succeeds(program, [...args, 'true'], options));
        if (isUsable)
            words.push((0,tools_arguments/* operandProgram */.EY)(program), ...args);
    }
    return words;
}
/** The program and the arguments that run a command with such words before it. */
function prefixed(prefix, program, args) {
    const [first, ...rest] = prefix;
    return first === undefined ? [program, args] : [first, [...rest, (0,tools_arguments/* operandProgram */.EY)(program), ...args]];
}
async function succeeds(program, args, options) {
    try {
        await (0,exec/* run */.eF)(program, args, options);
        return true;
    }
    catch (error) {
        if (error instanceof exec/* ProgramError */.Zj)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/tools/image-builder.js









const USE_CONTAINER_DRIVER = 'docker buildx create --use --driver docker-container';
/**
 * Finds the program that builds Dockerfiles: the named one, or for `auto` the first of docker buildx, podman and buildah
 * that is installed and can write an OCI layout.
 *
 * @throws FledgeError `tool` if there is none, with a reason for each and how to install one.
 */
async function requireImageBuilder(wanted, { env, signal }) {
    if (wanted !== 'auto' && wanted !== 'docker') {
        return { name: wanted, path: (await (0,find/* requireTool */.Y0)(table/* imageBuilders */.oK[wanted], signal)).path };
    }
    const reasons = [];
    const candidates = wanted === 'auto' ? ['docker', 'podman', 'buildah'] : [wanted];
    for (const name of candidates) {
        const finding = await (0,find/* findTool */.SG)(table/* imageBuilders */.oK[name], signal);
        if (finding.state !== 'found') {
            reasons.push((0,find/* describeFinding */.jb)(finding));
            continue;
        }
        const problem = name === 'docker' ? await problemOfBuildx(finding.path, { env, signal }) : undefined;
        if (problem === undefined)
            return { name, path: finding.path };
        reasons.push(problem);
    }
    const install = wanted === 'auto' ? `, or ${(0,distribution/* howToInstall */.v)([table/* imageBuilders */.oK.buildah])}` : '';
    throw new errors/* FledgeError */.aE('tool', `cannot build a Dockerfile: ${reasons.join('; ')}`, {
        fix: `with Docker, ${USE_CONTAINER_DRIVER}${install}`,
    });
}
/** The reason why docker buildx cannot write an OCI layout, or undefined. */
async function problemOfBuildx(path, options) {
    const ask = async (...args) => {
        try {
            return (await (0,exec/* run */.eF)(path, args, options)).stdout.toString('utf8');
        }
        catch (error) {
            options.signal?.throwIfAborted();
            if (error instanceof exec/* ProgramError */.Zj)
                return undefined;
            throw error;
        }
    };
    const builder = await ask('buildx', 'inspect');
    if (builder === undefined)
        return 'docker buildx does not work';
    if (/^Driver:\s*(\S+)/m.exec(builder)?.[1] !== 'docker')
        return undefined;
    // The daemon itself can write layouts only if it has containerd's image store.
    if ((await ask('info', '--format', '{{json .DriverStatus}}'))?.includes('io.containerd.snapshotter'))
        return undefined;
    return 'the current builder of docker buildx has the driver "docker", which cannot write an OCI layout';
}
const LAYOUT = 'layout';
const MEMBER = 'image';
const NAME = 'localhost/fledge-build:latest';
/** For the removal of containers by a process that ends. */
const REMOVAL_TIMEOUT_MS = 5000;
/**
 * Builds a Dockerfile. podman and buildah use a storage of their own in the scratch directory, without a cache, so that
 * neither a finished nor a stopped build leaves containers or images behind.
 *
 * @throws ProgramError if the build fails.
 */
async function buildDockerfile(builder, build, options) {
    const { scratch } = build;
    const { env, signal } = options;
    const all = { ...options, cwd: scratch };
    const isDocker = builder.name === 'docker';
    const prefix = await containment({ env, signal, mounts: !isDocker });
    const command = (...args) => prefixed(prefix, builder.path, args);
    if (isDocker) {
        const file = (0,external_node_path_.join)(scratch, 'image.tar');
        await (0,exec/* run */.eF)(...command('buildx', 'build', ...buildxArguments(build, file)), all);
        return { kind: 'archive', file };
    }
    const storage = storageArguments(scratch, env);
    const removals = removalArguments(builder, storage, scratch);
    const forgetCleanup = (0,cleanup/* atExit */.sz)(() => {
        for (const args of removals)
            (0,exec/* runAtExit */.BJ)(...command(...args), { env, timeoutMs: REMOVAL_TIMEOUT_MS });
    });
    try {
        await (0,exec/* run */.eF)(...command(...storage, 'build', ...buildahArguments(build)), all);
        const destination = (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'oci', layout: LAYOUT, image: MEMBER });
        await (0,exec/* run */.eF)(...command(...storage, 'push', '--quiet', NAME, destination), { ...all, onLine: undefined });
        return { kind: 'layout', directory: (0,external_node_path_.join)(scratch, LAYOUT), member: MEMBER };
    }
    finally {
        for (const args of removals)
            await (0,exec/* run */.eF)(...command(...args), { env, cwd: scratch }).catch(() => { });
        forgetCleanup();
    }
}
/**
 * The options for a storage in the scratch directory. The driver is an option, too: without a storage.conf, buildah 1.28
 * ignores STORAGE_DRIVER; and with the option, it ignores STORAGE_OPTS.
 */
function storageArguments(scratch, { variables }) {
    const { STORAGE_DRIVER: driver = '', STORAGE_OPTS: settings = '' } = variables;
    return [
        ...['--root', (0,tools_arguments/* operandPath */.x8)((0,external_node_path_.join)(scratch, 'storage')), '--runroot', (0,tools_arguments/* operandPath */.x8)((0,external_node_path_.join)(scratch, 'run'))],
        ...(driver === '' ? [] : [`--storage-driver=${driver}`]),
        ...(driver === '' || settings === '' ? [] : settings.split(',').map((setting) => `--storage-opt=${setting}`)),
    ];
}
/** The calls that remove a storage. Without root, its files belong to other users of a user namespace. */
function removalArguments({ name }, storage, scratch) {
    const containers = [...storage, 'rm', '--all', ...(name === 'podman' ? ['--force'] : [])];
    const files = ['unshare', 'rm', '-rf', '--', (0,external_node_path_.join)(scratch, 'storage'), (0,external_node_path_.join)(scratch, 'run')];
    return process.getuid?.() === 0 ? [containers] : [containers, files];
}
function commonArguments({ dockerfile, target, buildArgs, platform, epoch }) {
    const all = { ...buildArgs, SOURCE_DATE_EPOCH: String(epoch) };
    return [
        ...['--file', (0,tools_arguments/* operandPath */.x8)(dockerfile), '--platform', platform],
        ...(target === undefined ? [] : ['--target', target]),
        ...Object.entries(all).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    ];
}
function buildxArguments(build, file) {
    const output = (0,tools_arguments/* csvFields */.qZ)(['type=oci', `dest=${file}`, 'rewrite-timestamp=true']);
    return [...commonArguments(build), '--progress', 'plain', '--output', output, (0,tools_arguments/* operandPath */.x8)(build.context)];
}
function buildahArguments(build) {
    const own = ['--timestamp', String(build.epoch), '--layers=false', '--format', 'oci', '--tag', NAME];
    return [...commonArguments(build), '--ignorefile', (0,tools_arguments/* operandPath */.x8)(build.ignoreFile), ...own, (0,tools_arguments/* operandPath */.x8)(build.context)];
}
/**
 * Removes the scratch directories of killed builds. Without root, files in them belong to other users of the user namespace
 * of podman and buildah. `rm` follows no link. Errors are ignored: the next build tries again.
 */
async function removeLeftovers(builder, directories, options) {
    if (builder.name === 'docker' || process.getuid?.() === 0 || directories.length === 0)
        return;
    const paths = directories.map((path) => (0,tools_arguments/* operandPath */.x8)(path));
    const timeoutMs = REMOVAL_TIMEOUT_MS;
    await (0,exec/* run */.eF)(builder.path, ['unshare', 'rm', '-rf', '--one-file-system', '--', ...paths], {
        ...options,
        timeoutMs,
    }).catch(() => { });
}

;// CONCATENATED MODULE: ./build/recipe/dockerfile-context.js



/** The suffixes of ignore files that belong to one Dockerfile, and the names of those of a context; the first one is used. */
const IGNORE_FILES = {
    docker: { suffixes: ['.dockerignore'], names: ['.dockerignore'] },
    podman: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
    buildah: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
};
/** Scratch and step directories of builds, by their names (`isOwnName`). */
const SCRATCH_PATTERNS = ['**/.fledge-????????-*-*-????????????-*', '**/.fledge-step-??????'];
/**
 * The text of an ignore file with the rules of the author and those that exclude the build's own files, so that a second
 * build has the same context as the first. The last rule that matches a path decides.
 *
 * @throws FledgeError `config` if the ignore file of the author cannot be read.
 */
function ignoreRules({ dockerfile, context, builder, own }) {
    const { suffixes, names } = IGNORE_FILES[builder];
    const candidates = [...suffixes.map((suffix) => dockerfile + suffix), ...names.map((name) => (0,external_node_path_.join)(context, name))];
    const root = (0,external_node_fs_.realpathSync)(context);
    const rules = [...own].flatMap((path) => ruleFor(root, path));
    return [readFirst(candidates), ...SCRATCH_PATTERNS, ...new Set(rules), ''].join('\n');
}
/** The text of the first file that exists; empty if there is none. */
function readFirst(paths) {
    for (const path of paths) {
        try {
            return (0,external_node_fs_.readFileSync)(path, 'utf8').replace(/^\ufeff/, '');
        }
        catch (error) {
            if ((0,errors/* systemCodeOf */.c7)(error) === 'ENOENT' || (0,errors/* systemCodeOf */.c7)(error) === 'ENOTDIR')
                continue;
            throw new errors/* FledgeError */.aE('config', `cannot read ${path}: ${(0,errors/* readFailureOf */.Og)(error)}`, { cause: error });
        }
    }
    return '';
}
/** The rule that excludes a path; none if it is outside of the context, or contains it. */
function ruleFor(root, path) {
    const inside = (0,external_node_path_.relative)(root, realPath(path));
    if (inside === '' || inside === '..' || inside.startsWith('../'))
        return [];
    // Spaces at the ends and line breaks cannot be escaped in an ignore file.
    return [`/${inside.replace(/[\\*?[\]!^-]/g, '\\$&').replace(/[\s\p{Cc}]/gu, '?')}`];
}
/** A path without links; the output of a first build does not exist yet. */
function realPath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./build/recipe/dockerfile-failure.js






/** The number of shown characters of such a line: errors of buildah print whole structures. */
const LINE_LENGTH = 600;
/** A disk with less free space is full for a builder. */
const FULL_BYTES = units/* MEBIBYTE */.gJ;
/** True if the disk of a directory is full. */
function isFull(directory) {
    const space = (0,disk_space/* freeSpaceOf */.Oj)(directory);
    return space !== undefined && space.free < FULL_BYTES;
}
/** How to correct a failed build: the first cause that the builder's output or the machine shows. */
function fixOfDockerfile(failure) {
    const { lines, builder, dockerfile, context, isDiskFull, temporary } = failure;
    const has = (pattern) => lines.some((line) => pattern.test(line));
    // buildah reports a full disk in a compressed layer as a closed pipe.
    const isPipeClosed = has(/storing layer .*closed pipe/);
    if (isDiskFull || isPipeClosed || has(/no space left on device|disk quota exceeded/i)) {
        return `free some space in ${temporary}, or set TMPDIR to a directory of a larger disk`;
    }
    if (has(/sub[ug]id|newuidmap|newgidmap|insufficient (?:UIDs|GIDs)|Error during unshare|setting supplemental groups/)) {
        const ranges = '--add-subuids 100000-165535 --add-subgids 100000-165535';
        return `give this user subordinate ids (sudo usermod ${ranges} USER), install newuidmap (package uidmap), and allow user namespaces; or build as root`;
    }
    if (has(/exec: no command|\b(?:runc|crun)\b.*not found|could not find .*runtime/i)) {
        return 'install an OCI runtime (package crun or runc), or set BUILDAH_ISOLATION=chroot';
    }
    // The builder reads the context; a program of a RUN prints other words.
    if (has(/(?:checking on sources|copier|error (?:from sender|reading)|failed to (?:load|read)|\bopen \/).*permission denied/i)) {
        return `make the files of the context readable for this user (chmod -R a+rX ${(0,support_text/* shellWord */.r7)(context)}), or list them in .dockerignore`;
    }
    if (has(/operation not permitted/i) && has(/\b(?:mount(?:ing)?|unshare|clone|pivot_root|setns)\b|namespace/i)) {
        return `allow ${builder} to mount and to create namespaces, or set BUILDAH_ISOLATION=chroot and STORAGE_DRIVER=vfs`;
    }
    if (has(/dial tcp|no such host|i\/o timeout|TLS handshake|connection refused/i)) {
        return `check the network connection and the proxy of this machine, and ${dockerfile}`;
    }
    return `correct ${dockerfile}; a verbose build prints all output of ${builder}`;
}
/** The error for a failed builder, with its last lines and the line of fledge.toml. */
async function buildFailure(error, { builder, lines, source, isDiskFull }, { errorAt, scratchDirectory }) {
    const how = error.exitStatus === undefined ? 'was killed' : `ended with status ${error.exitStatus}`;
    const output = lines.length === 0
        ? ''
        : `; its last lines:\n${lines.map((line) => `  ${(0,errors/* shortened */.vI)(line, LINE_LENGTH)}`).join('\n')}`;
    const message = `cannot build ${source.text}: ${builder.name} ${how}${output}`;
    const located = await errorAt([{ path: ['source', 'dockerfile'], message }]);
    return new errors/* FledgeError */.aE('tool', located.message, {
        cause: error,
        problems: located.problems,
        fix: fixOfDockerfile({
            lines: lines.length === 0 ? [error.message] : lines,
            builder: builder.name,
            dockerfile: source.text,
            context: (0,config_images/* contextOf */.Vm)(source),
            isDiskFull,
            temporary: (0,external_node_path_.dirname)(scratchDirectory),
        }),
    });
}

;// CONCATENATED MODULE: ./build/tools/heredoc-support.js




/** A builder without heredocs looks for a file of this name in the context, and prints its path. */
const HEREDOC = '<<EOF';
/**
 * True if a builder supports heredocs: it builds a small Dockerfile with one. The version of a builder does not show it:
 * buildah supports them since 1.33, but Debian and Ubuntu build 1.33 and later with a parser that does not.
 *
 * `directives` are the first lines of the Dockerfile, which can choose another parser (`# syntax=`); `scratch` is an empty
 * directory.
 *
 * @throws ProgramError if the build fails for another reason.
 */
async function supportsHeredocs(builder, { directives, scratch, platform, }, options) {
    const context = (0,external_node_path_.join)(scratch, 'context');
    const dockerfile = (0,external_node_path_.join)(scratch, 'Dockerfile');
    const ignoreFile = `${dockerfile}.dockerignore`;
    (0,external_node_fs_.mkdirSync)(context);
    (0,external_node_fs_.writeFileSync)(dockerfile, `${directives}FROM scratch\nCOPY ${HEREDOC} /a\n# a comment for a builder without heredocs\nEOF\n`);
    (0,external_node_fs_.writeFileSync)(ignoreFile, '');
    let output = '';
    const onLine = (line) => {
        output += line;
    };
    try {
        const build = { dockerfile, context, ignoreFile, target: undefined, buildArgs: {}, platform, epoch: 0, scratch };
        await buildDockerfile(builder, build, { ...options, onLine });
        return true;
    }
    catch (error) {
        if (error instanceof exec/* ProgramError */.Zj && output.includes(`/${HEREDOC}`))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/recipe/dockerfile-heredocs.js





/**
 * Checks that the builder supports the heredocs of a Dockerfile. Another builder reads their bodies as instructions, which
 * can name images that are not pinned.
 */
async function requireHeredocs(builder, { text, line, source, scratch, env }, job) {
    const { platform, sources, errorAt } = job;
    (0,external_node_fs_.mkdirSync)(scratch);
    // Directives are comments before the first instruction.
    const [directives = ''] = /^\ufeff?(?:#.*\r?\n)*/.exec(text) ?? [];
    try {
        if (await supportsHeredocs(builder, { directives, scratch, platform }, { env, signal: sources.signal }))
            return;
    }
    catch (error) {
        if (!(error instanceof exec/* ProgramError */.Zj))
            throw error;
        const lines = error.message.split('\n').slice(1);
        throw await buildFailure(error, { builder, lines, source, isDiskFull: isFull(scratch) }, job);
    }
    const message = `line ${line} of ${source.text}: this ${builder.name} does not support heredocs (<<)`;
    const located = await errorAt([{ path: ['source', 'dockerfile'], message }]);
    throw new errors/* FledgeError */.aE('tool', located.message, {
        problems: located.problems,
        fix: 'use docker buildx with BuildKit 0.10 or newer, or a podman or buildah that supports them; or write the lines without a heredoc',
    });
}

// EXTERNAL MODULE: ./build/sources/agent.js
var agent = __webpack_require__(29988);
;// CONCATENATED MODULE: ./build/recipe/job.js




/** The path of kestrel in every plugin. */
const AGENT_PATH = 'bin/kestrel';
/** Fetches the agent from the source in fledge.toml. */
async function fetchAgentPart(source, { platform, sources }) {
    const file = await (0,agent/* fetchAgent */.EJ)(source, platform, sources);
    const uri = source.source === 'local' ? uriOf({ kind: 'file', path: source.path }, file.uri) : file.uri;
    if (file.version !== undefined)
        sources.reporter.info(`kestrel ${file.version}`);
    return { content: hostFile(file, 'kestrel'), input: inputOf({ name: 'kestrel', uri, sha256: file.sha256 }) };
}
/** A verified file of this machine as content of a tree. */
function hostFile(file, label) {
    // The writer does not follow links, but the verification of the file did.
    const path = external_node_fs_.realpathSync.native(file.path, { encoding: 'buffer' });
    return { kind: 'host-file', size: file.size, path, label, sha256: file.sha256 };
}
/** The record of an input in the provenance. */
function inputOf({ name, uri, sha256 }) {
    return { name, uri, digest: `sha256:${sha256}` };
}
/** The URI of a host file with the path in fledge.toml, so that the record contains no directory of this machine. */
function uriOf(location, fetchedFrom) {
    if (location.kind === 'url')
        return fetchedFrom;
    return (0,external_node_path_.isAbsolute)(location.path) ? (0,external_node_url_.pathToFileURL)(location.path).href : `file:${encodePath(location.path)}`;
}
/** Escapes a path for a URI, including `?` and `#`, which would end the path. */
function encodePath(path) {
    return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
;// CONCATENATED MODULE: ./build/recipe/build-dockerfile.js
























/** The number of lines of a failed build in its error. */
const SHOWN_LINES = 20;
/**
 * Builds a Dockerfile for the platform in the scratch directory. Base images are pinned: by the lock file, otherwise by the
 * digests that their tags have now.
 *
 * @throws FledgeError `config` for a Dockerfile or context that is missing, `tool` without a builder or for a failed build,
 *   `download` for a base image that is not in its registry; `input` if the result is not an image for the platform.
 */
async function imageOfDockerfile(source, budget, job) {
    const { directory, errorAt, mtime, ownOutputs, platform, scratchDirectory, sources } = job;
    const { env, reporter, signal } = sources;
    const dockerfile = (0,external_node_path_.resolve)(directory, source.text);
    const context = (0,external_node_path_.resolve)(directory, (0,config_images/* contextOf */.Vm)(source));
    const text = await readDockerfile(dockerfile, source, job);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex');
    await requireContext(context, source, job);
    const request = { target: source.target, buildArgs: source.buildArgs, platform };
    const parsed = (0,config_dockerfile/* parseDockerfile */.A)(text, request);
    if (!parsed.ok)
        throw await errorAt([{ path: ['source', 'dockerfile'], message: `${source.text}: ${parsed.message}` }]);
    const scratch = (0,external_node_path_.join)(scratchDirectory, 'dockerfile');
    const temporary = (0,external_node_path_.join)(scratch, 'tmp');
    (0,external_node_fs_.mkdirSync)(temporary, { recursive: true });
    const childEnv = (0,tools_environment/* environmentFor */.DD)('builder', env, { own: { TMPDIR: temporary }, helpers: (0,logins/* credentialHelpersOf */.Yp)(env) });
    const builder = await requireImageBuilder(source.builder, { env: childEnv, signal });
    const options = { env: childEnv, signal };
    await removeLeftovers(builder, (0,files_scratch/* staleDirectoriesIn */.WL)((0,external_node_path_.dirname)(scratchDirectory)), options);
    if (parsed.heredocLine !== undefined) {
        const check = (0,external_node_path_.join)(scratch, 'heredocs');
        await requireHeredocs(builder, { text, line: parsed.heredocLine, source, scratch: check, env: childEnv }, job);
    }
    const pins = await (0,concurrency/* settleAll */.j)(...source.bases[platform].map((base) => pinned(base, job)));
    const own = [...ownOutputs, ...(0,own_paths/* ownPathsOf */.i)(sources), scratchDirectory];
    const ignored = ignoreRules({ dockerfile, context, builder: builder.name, own });
    const copy = writeCopy(text, request, { source, pins, scratch, ignored });
    const build = { ...copy, ...request, context, epoch: mtime.seconds, scratch };
    const log = builderLog(scratch, reporter);
    let built;
    try {
        built = await buildDockerfile(builder, build, { ...options, onLine: log.onLine });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error instanceof exec/* ProgramError */.Zj ? await buildFailure(error, { builder, source, ...log.end() }, job) : error;
    }
    const image = await readBuilt(built, { label: source.text, scratch, budget }, job);
    reporter.info(`note: ${builder.name} built the image from ${source.text}, so its bytes depend on the builder`);
    return {
        image,
        builder: builder.name,
        inputs: [
            inputOf({ name: 'dockerfile', uri: uriOf({ kind: 'file', path: source.text }, source.text), sha256 }),
            ...pins.map(({ text, digest }) => ({ name: `base image ${text}`, uri: `docker://${text}`, digest })),
            { name: 'image', uri: uriOf({ kind: 'file', path: source.text }, source.text), digest: image.digest },
        ],
    };
}
/** Keeps the last lines of a builder, and notices a full disk: at its end, the builder has removed its files. */
function builderLog(scratch, reporter) {
    const lines = [];
    let isDiskFull = false;
    return {
        onLine(line) {
            reporter.debug(line);
            if (/error|fail|can't|cannot/i.test(line))
                isDiskFull ||= isFull(scratch);
            lines.push(line);
            if (lines.length > SHOWN_LINES)
                lines.shift();
        },
        end: () => ({ lines, isDiskFull }),
    };
}
async function pinned({ text, named, lock }, { sources }) {
    const digest = lock?.digest ?? named.digest ?? (await resolveImage(named, text, sources));
    return { text, digest };
}
function readBuilt(built, { label, scratch, budget }, { platform, sources }) {
    if (built.kind === 'layout') {
        return readOciLayout({ directory: built.directory, member: built.member, platform, label });
    }
    const maxUnpackedBytes = budget.limits.unpacked;
    const from = { file: built.file, member: undefined, scratchDirectory: scratch, maxUnpackedBytes };
    return readOciArchive({ ...from, platform, label, signal: sources.signal });
}
async function readDockerfile(path, source, { errorAt }) {
    try {
        return (0,read_dockerfile/* textOf */.b6)(await (0,regular_file/* readRegularFile */.XF)(path, read_dockerfile/* MAX_DOCKERFILE_BYTES */.uq));
    }
    catch (error) {
        throw await errorAt([{ path: ['source', 'dockerfile'], message: (0,read_dockerfile/* dockerfileFailure */.xp)(source, error) }]);
    }
}
/** Writes a copy of a Dockerfile with pinned base images, and its ignore file beside it. */
function writeCopy(text, request, { source, pins, scratch, ignored }) {
    const dockerfile = (0,external_node_path_.join)(scratch, 'Dockerfile');
    const ignoreFile = `${dockerfile}.dockerignore`;
    const digests = new Map(pins.map((pin) => [pin.text, pin.digest]));
    const nameOf = ({ text: name, named }) => {
        const digest = digests.get(name);
        if (digest !== undefined)
            return (0,tools_arguments/* pinnedImage */.QJ)(named, digest);
        throw new errors/* FledgeError */.aE('input', `${source.text} was changed during the build: it names ${name} now`, {
            fix: 'build again',
        });
    };
    (0,external_node_fs_.writeFileSync)(dockerfile, (0,config_dockerfile/* withImageNames */.c)(text, request, nameOf), { flag: 'wx' });
    (0,external_node_fs_.writeFileSync)(ignoreFile, ignored, { flag: 'wx' });
    return { dockerfile, ignoreFile };
}
async function requireContext(path, source, { errorAt }) {
    try {
        if ((await (0,external_node_fs_promises_.stat)(path)).isDirectory()) {
            await (0,external_node_fs_promises_.access)(path, external_node_fs_.constants.R_OK | external_node_fs_.constants.X_OK);
            return;
        }
        throw new Error('it is not a directory');
    }
    catch (error) {
        const key = source.context === undefined ? 'dockerfile' : 'context';
        const message = `cannot use ${(0,config_images/* contextOf */.Vm)(source)}: ${(0,errors/* readFailureOf */.Og)(error)}`;
        throw await errorAt([{ path: ['source', key], message }]);
    }
}

;// CONCATENATED MODULE: ./build/recipe/image-source.js



/**
 * Fetches the image of a config, or builds its Dockerfile.
 *
 * @throws FledgeError as `fetchImage` and `imageOfDockerfile` do.
 */
async function obtainImage(source, lock, budget, job) {
    const { platform, scratchDirectory, sources, steps } = job;
    if (source.kind === 'dockerfile') {
        steps.begin('fetch', `build ${source.text}`);
        const { image, builder, inputs } = await imageOfDockerfile(source, budget, job);
        const reason = `${builder} builds the image from ${source.text}, and its bytes depend on the builder`;
        return { image, inputs, facts: { ...image, reference: undefined }, reproducible: { ok: false, reason } };
    }
    steps.begin('fetch', `fetch ${source.text}`);
    const image = await fetchImage({ reference: source, lock, platform, scratchDirectory, budget }, sources);
    return {
        image,
        inputs: [imageInput('image', source, image.digest)],
        facts: { ...image, reference: source },
        reproducible: { ok: true },
    };
}
/** The record of an image in the provenance. `digest` is that of its manifest. */
function imageInput(name, reference, digest) {
    const [, sha256 = ''] = digest.split(':');
    return inputOf({ name, uri: uriOfImage(reference), sha256 });
}
/** The URI of an image: its text in fledge.toml, with the transport. */
function uriOfImage({ transport, named, path, text }) {
    const withTransport = transport === undefined && named !== undefined ? `docker://${text}` : text;
    return path === undefined ? withTransport : encodePath(text);
}

// EXTERNAL MODULE: ./build/tree/exclude.js + 1 modules
var exclude = __webpack_require__(69990);
;// CONCATENATED MODULE: ./build/tree/mapping-problems.js
/** So many entries with the same problem have a problem each, because the author must find them. More are counted. */
const MAX_NAMED = 5;
/** Collects the problems of mappings. Many entries of a mapping with the same problem are one problem. */
class MappingProblems {
    #problems = [];
    /** By the key, which each destination of a mapping has for itself, and by the sentence without an entry. */
    #kinds = new Map();
    /** Adds the problem of a mapping, or of one of its settings. */
    add({ key }, message, ...setting) {
        this.#problems.push({ key: [...key, ...setting], message });
    }
    /** Adds the problem of an entry in a mapped directory. */
    addEntry({ key }, entry, describe) {
        const kinds = this.#kinds.get(key) ?? new Map();
        this.#kinds.set(key, kinds);
        const kind = describe('');
        const known = kinds.get(kind);
        if (known !== undefined) {
            if (known.count < MAX_NAMED)
                known.named.push(entry);
            known.count += 1;
            return;
        }
        const problem = { key, describe, named: [entry], count: 1 };
        kinds.set(kind, problem);
        this.#problems.push(problem);
    }
    /** The problems in the order in which the first of each kind was found. */
    list() {
        const problems = this.#problems.flatMap((problem) => {
            if (!('describe' in problem))
                return [problem];
            const { key, describe, named, count } = problem;
            const entries = count <= MAX_NAMED ? named : named.slice(0, 1).map((first) => withCount(first, count));
            return entries.map((entry) => ({ key, message: describe(entry) }));
        });
        return withoutRepetitions(problems);
    }
}
/** The first of several things that are alike. */
function withCount(first, count) {
    return count === 1 ? first : `${first} (and ${count - 1} more like it)`;
}
/** Removes equal problems: a problem of a source is found for each of its destinations. */
function withoutRepetitions(problems) {
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

;// CONCATENATED MODULE: ./build/tree/mapping-source.js





/** Problem of a path in fledge.toml that does not exist. */
const NOT_ON_HOST = 'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';
/** The file or directory of a mapping on the host. A link is followed. */
function findSource(mapping, directory) {
    const host = mapping_source_realPath((0,external_node_path_.resolve)(directory, mapping.source));
    return { host, stats: (0,external_node_fs_.lstatSync)((0,byte_string/* bytesOf */.$$)(host)) };
}
/**
 * Checks that every source exists and can be mapped, without a tree. Returns one problem for each that cannot. For
 * `validate`, because a missing program may not be compiled yet.
 */
function findUnusableSources(mappings, directory) {
    const problems = mappings.flatMap((mapping) => {
        try {
            const { stats } = findSource(mapping, directory);
            if (stats.isFile()) {
                return settingsForDirectories(mapping).map(({ setting, message }) => ({
                    key: [...mapping.key, setting],
                    message,
                }));
            }
            if (stats.isDirectory())
                return [];
            return [{ key: mapping.key, message: describeSpecialFile(stats)(mapping.source) }];
        }
        catch (error) {
            return [{ key: mapping.key, message: sourceErrorMessage(error, mapping) }];
        }
    });
    return withoutRepetitions(problems);
}
const FOR_DIRECTORIES = [
    { key: 'directory_mode', isSet: ({ directoryMode }) => directoryMode !== undefined },
    { key: 'exclude', isSet: ({ exclude }) => exclude.length > 0 },
];
/** The problems of a mapped file with settings that only a mapped directory can have. */
function settingsForDirectories({ settings, source, }) {
    return FOR_DIRECTORIES.filter(({ isSet }) => isSet(settings)).map(({ key: setting }) => ({
        setting,
        message: `${source} is a file, and this setting is for a mapped directory; remove it`,
    }));
}
function mapping_source_realPath(path) {
    return (0,byte_string/* byteStringFromBytes */.Pb)(external_node_fs_.realpathSync.native(path, { encoding: 'buffer' }));
}
/** The problem of an entry that is neither a file, a directory nor a link. */
function describeSpecialFile(stats) {
    const kind = stats.isFIFO() ? 'a fifo' : stats.isSocket() ? 'a socket' : 'a device';
    return (entry) => `${entry} is ${kind}; only files, directories and symbolic links can be mapped`;
}
function sourceErrorMessage(error, { source }) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'ENOENT':
            return /^~|[*$]/.test(source)
                ? 'no such file or directory on the host; ~, $NAME and * are not expanded'
                : NOT_ON_HOST;
        case 'ELOOP':
            return 'the path is a loop of symbolic links';
        case 'EACCES':
            return 'permission denied; make it readable for the user who builds';
        default:
            return error instanceof errors/* FledgeError */.aE ? error.message : `cannot be read: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}

;// CONCATENATED MODULE: ./build/tree/mapped-by.js





/**
 * The mapping that added the file at a path without links, after all mappings; undefined if none did. Of several, the
 * last one wins.
 */
function findMappingOf(tree, path, { mappings, directory }) {
    for (const mapping of mappings.toReversed()) {
        try {
            if (isMappedBy(mapping, tree, path, directory))
                return mapping;
        }
        catch {
            // A source that cannot be read is not the one in question: all mappings have succeeded before.
        }
    }
    return undefined;
}
function isMappedBy(mapping, tree, path, directory) {
    const { host, stats } = findSource(mapping, directory);
    const destination = (0,byte_string/* byteStringFromText */.dw)(mapping.destination.slice(1));
    if (!stats.isDirectory())
        return placeOf(tree, mapping, destination) === path;
    const base = tree.resolveDirectory(destination) ?? destination;
    if (base === path)
        return true;
    const prefix = base === '' ? '' : `${base}/`;
    if (!path.startsWith(prefix))
        return false;
    const relative = path.slice(prefix.length);
    if ((0,external_node_fs_.lstatSync)((0,byte_string/* bytesOf */.$$)(`${host}/${relative}`), { throwIfNoEntry: false }) === undefined)
        return false;
    return !(0,exclude/* compileExclusion */.a)(mapping.settings.exclude).covers(relative);
}
/**
 * The path of a mapped file: inside its destination if that is a directory that it may not replace, otherwise the
 * destination itself.
 */
function placeOf(tree, mapping, destination) {
    const merges = !mapping.settings.replace || destination === '';
    const inside = mapping.inside || (merges && tree.resolveDirectory(destination) !== undefined);
    const name = (0,byte_string/* byteStringFromText */.dw)(`/${(0,external_node_path_.basename)(mapping.source)}`);
    return tree.resolveParent(inside ? (destination + name) : destination);
}

;// CONCATENATED MODULE: ./build/recipe/mapping-key.js





/** The key of a problem of a mapping that is not known. */
const MAPPINGS_KEY = ['mappings'];
/** The key of the mapping that added the target of a path, or a directory above it; undefined if no mapping did. */
function mappingKey(tree, path, { config, directory }) {
    const options = { mappings: config.mappings, directory };
    // Links before their targets: a link without a target is itself the fault, and so is the directory of a file.
    for (const place of [tree.resolveParent(path), followPath(tree, path).path]) {
        const names = place.split('/');
        for (let length = names.length; length > 0; length -= 1) {
            const mapping = findMappingOf(tree, joinPath(names.slice(0, length)), options);
            if (mapping !== undefined)
                return mapping.key;
        }
    }
    return undefined;
}
/**
 * The faults of mapped programs at the keys of their mappings. Programs of a mapping that have the same fault are counted.
 */
function programFindings(tree, faults, source) {
    const problems = new MappingProblems();
    for (const { path, message } of faults) {
        const key = mappingKey(tree, (0,byte_string/* byteStringFromText */.dw)(path), source) ?? MAPPINGS_KEY;
        // Messages begin with the path.
        problems.addEntry({ key }, path, (entry) => `${entry}${message.slice(path.length)}`);
    }
    return problems.list().map(({ key, message }) => ({ path: key, message, code: 'program' }));
}

;// CONCATENATED MODULE: ./build/recipe/kept-entries.js






const INIT_PATH = 'init';
/** The file with the path of the program that the C init execs; init.c reads it. */
const INIT_TARGET_PATH = '.volant_init';
const OTHER_PLACE = 'choose another destination';
/** The entries of an initramfs that mappings must keep. */
function keptInInitramfs({ agent }, choice) {
    const init = { path: INIT_PATH, what: 'the init' };
    const orNone = `${OTHER_PLACE}, or set [init] none = true to bring /init by a mapping`;
    const devices = BASE_DEVICES.map(({ path }) => ({
        path: (0,byte_string/* byteStringFromText */.dw)(path),
        what: 'a device that the kernel needs',
        fix: OTHER_PLACE,
    }));
    return [
        ...(choice.kind === 'c-init'
            ? mountPoints('the init')
            : [keptDirectory('/dev', 'the directory of the devices that the kernel needs')]),
        ...devices,
        ...(choice.kind === 'c-init' && choice.exec === undefined ? [{ ...init, fix: orNone }] : []),
        ...(choice.kind === 'c-init' && choice.exec !== undefined
            ? [
                { ...init, fix: `${orNone}, in the place of [init] path` },
                { path: INIT_TARGET_PATH, what: 'the path of the program that the init starts', fix: OTHER_PLACE },
            ]
            : []),
        ...(choice.kind === 'host-file' ? [{ ...init, fix: 'remove this mapping, or [init] path' }] : []),
        ...(agent === undefined ? [] : [keptAgent('')]),
    ];
}
/** The entries of a root image that mappings must keep. */
function keptInRootImage({ agent }) {
    return agent === undefined ? [] : [...mountPoints('the agent'), keptAgent(', or set source_strategy = "none"')];
}
function keptAgent(otherFix) {
    const fix = `${OTHER_PLACE}, or name the file in [agent] with source_strategy = "local"${otherFix}`;
    return { path: AGENT_PATH, what: 'the agent', fix };
}
function mountPoints(mounter) {
    return values/* MOUNT_POINTS */.Ce.map((path) => keptDirectory(path, `the directory where ${mounter} mounts a file system`));
}
function keptDirectory(path, what) {
    return { path: (0,byte_string/* byteStringFromText */.dw)(path.slice(1)), what, fix: OTHER_PLACE, isDirectory: true };
}
/** Entries of a tree before mappings are added. */
class KeptEntries {
    #tree;
    #entries;
    constructor(tree, entries) {
        this.#tree = tree;
        this.#entries = entries.map((entry) => ({ entry, before: tree.get(entry.path) }));
    }
    /** Finds the entries that mappings have replaced or removed since, at the keys of the mappings. */
    findReplaced(source) {
        const replaced = [];
        for (const { entry, before } of this.#entries) {
            // A file in the place of /dev also removes what was in it: one fault.
            const isBelowOther = replaced.some(({ path }) => entry.path.startsWith(`${path}/`));
            if (!isBelowOther && !this.#isKept(entry, before))
                replaced.push(entry);
        }
        return replaced.map(({ path, what, fix }) => {
            const message = `takes the place of ${what}, /${(0,byte_string/* displayByteString */.oO)(path)}; ${fix}`;
            return { path: mappingKey(this.#tree, path, source) ?? MAPPINGS_KEY, message };
        });
    }
    #isKept({ path, isDirectory = false }, before) {
        if (this.#tree.get(path) === before)
            return true;
        return isDirectory && followPath(this.#tree, path).inode?.kind === 'directory';
    }
}

// EXTERNAL MODULE: ./build/manifest/remarks.js
var manifest_remarks = __webpack_require__(39965);
;// CONCATENATED MODULE: ./build/tree/owners.js
/** The owner of an entry without a setting. */
const ROOT_OWNER = { uid: 0, gid: 0 };
/** The numbers of an owner, or undefined if it has a name. */
function idsOf({ user, group }) {
    return typeof user === 'number' && typeof group === 'number' ? { uid: user, gid: group } : undefined;
}
/**
 * Entries whose owner is a name. Names are looked up in the finished tree, because a mapping may add its /etc/passwd. Until
 * then the entries belong to 0:0.
 */
class NamedOwners {
    #entries = [];
    /** Records the entry that was just put at `path`. */
    add(tree, path, named) {
        const inode = tree.get(path);
        if (inode !== undefined)
            this.#entries.push({ path, inode, named });
    }
    /** The owners, each once. */
    get list() {
        return [...new Set(this.#entries.map(({ named }) => named))];
    }
    /** Sets the owners of the entries that no later mapping has replaced. */
    apply(tree, lookUp) {
        for (const { path, inode, named } of this.#entries) {
            const ids = lookUp(named);
            if (ids === undefined || tree.get(path) !== inode)
                continue;
            if (inode.kind === 'directory')
                tree.putDirectory(path, { ...inode, ...ids });
            else
                tree.put(path, { ...inode, ...ids });
        }
    }
}

;// CONCATENATED MODULE: ./build/tree/permissions.js
/** Directories for programs in the File System Hierarchy Standard: files below are always executable. */
const permissions_PROGRAM_DIRECTORIES = [
    'bin',
    'sbin',
    'usr/bin',
    'usr/sbin',
    'usr/local/bin',
    'usr/local/sbin',
    'opt/bin',
    'opt/sbin',
];
/** Directories for libraries: shared objects below are executable, as linkers make them. */
const LIBRARY_DIRECTORIES = ['lib', 'lib64', 'usr/lib', 'usr/lib64', 'usr/local/lib', 'usr/local/lib64'];
const SHARED_LIBRARY = /\.so(\.\d+)*$/;
/** The mode of a mapped directory. */
const DIRECTORY_MODE = 0o755;
/**
 * The mode of a mapped file. It depends only on the destination and on whether the file is executable on the host, so
 * that a umask or a checkout cannot change the artifact.
 */
function mappedFileMode(destination, hostMode) {
    const executable = (hostMode & 0o111) !== 0 ||
        isBelow(destination, permissions_PROGRAM_DIRECTORIES) ||
        (SHARED_LIBRARY.test(destination) && isBelow(destination, LIBRARY_DIRECTORIES));
    return executable ? 0o755 : 0o644;
}
/** True if a path of the tree (without a leading slash) is below a directory for programs. */
function isProgramPath(path) {
    return isBelow(path, permissions_PROGRAM_DIRECTORIES);
}
function isBelow(path, directories) {
    return directories.some((directory) => path.startsWith(`${directory}/`));
}
/** A mode as in fledge.toml: four octal digits. */
function formatMode(mode) {
    return mode.toString(8).padStart(4, '0');
}

;// CONCATENATED MODULE: ./build/tree/directories.js





/**
 * Creates the directories of `[directories]`, or changes mode and owner of those that the tree has, also through links.
 * Parents must precede their children. Returns the problems; a directory with a problem is not created.
 */
function addDirectories(tree, directories, { mtime, owners }) {
    return directories.flatMap((directory) => {
        try {
            const message = addDirectory(tree, directory, mtime, owners);
            return message === undefined ? [] : [{ key: directory.key, message }];
        }
        catch (error) {
            // A parent is a file, or a loop of links.
            if (!(error instanceof errors/* FledgeError */.aE))
                throw error;
            return [{ key: directory.key, message: error.message }];
        }
    });
}
function addDirectory(tree, { path: written, mode, owner, key }, mtime, owners) {
    const path = (0,byte_string/* byteStringFromText */.dw)(written.slice(1));
    const target = tree.resolveDirectory(path);
    const present = target === undefined ? undefined : tree.get(target);
    if (present === undefined) {
        const other = tree.get(path);
        if (other?.kind === 'symlink' && followPath(tree, path).inode === undefined) {
            return `${written} is a link to ${(0,byte_string/* displayByteString */.oO)(other.target)}, which does not exist; name the target of the link instead`;
        }
        if (other !== undefined)
            return `${written} is not a directory, and a directory cannot replace it; choose another path`;
    }
    const ids = owner === undefined ? undefined : idsOf(owner);
    const place = target ?? path;
    tree.putDirectory(place, {
        ...(present ?? { mode: DIRECTORY_MODE, ...ROOT_OWNER, mtime, xattrs: new Map() }),
        ...(mode !== undefined && { mode }),
        ...ids,
    });
    if (owner !== undefined && ids === undefined)
        owners.add(tree, place, { owner, key: [...key, 'owner'] });
    return undefined;
}

// EXTERNAL MODULE: ./build/support/files/own-files.js
var own_files = __webpack_require__(32026);
;// CONCATENATED MODULE: ./build/tree/file-beginning.js


/**
 * The first bytes of a host file as Latin-1 text, at most `maxBytes`. Empty if the file cannot be read: the build reports
 * that later.
 */
function beginningOf(path, maxBytes) {
    try {
        const descriptor = (0,external_node_fs_.openSync)((0,byte_string/* bytesOf */.$$)(path), external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOFOLLOW);
        try {
            const bytes = Buffer.alloc(maxBytes);
            return bytes.toString('latin1', 0, (0,external_node_fs_.readSync)(descriptor, bytes));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/tree/credential-files.js

/** Names of files that may contain credentials. This check is fast, because it runs for every mapped file. */
const credential_files_NAMES = /^(?:gha-creds-.+\.json|git-credentials-.+\.config|\.git-credentials|\.netrc|\.npmrc|\.pypirc|config\.json|auth\.json|credentials)$/;
/** Paths of such files, and the content that distinguishes files with a secret from those without one. */
const KINDS = [
    // google-github-actions/auth writes one to the workspace, actions/checkout to RUNNER_TEMP.
    [/(?:^|\/)gha-creds-[0-9a-f]+\.json$/],
    [/(?:^|\/)git-credentials-[^/]+\.config$/],
    [/(?:^|\/)\.(?:git-credentials|netrc)$/],
    [/(?:^|\/)\.aws\/credentials$/],
    // actions/setup-node writes the name of a variable instead of a token.
    [/(?:^|\/)\.npmrc$/, /_(?:auth|authToken|password)\s*=\s*["']?(?!\$\{)[^\s"']/],
    [/(?:^|\/)\.pypirc$/, /^[ \t]*password[ \t]*[=:][ \t]*\S/m],
    [/(?:^|\/)(?:\.docker\/config|containers\/auth)\.json$/, /"(?:auth|identitytoken|password)"\s*:\s*"[^"]/],
];
const credential_files_MAX_BYTES = 64 * 1024;
const PRIVATE_KEY = /^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
const credential_files_MAX_HEADER_BYTES = 64;
/** True if a file looks like one in which a tool stores a secret. `path` is an absolute path of the host. */
function looksLikeCredentials(name, path) {
    if (!credential_files_NAMES.test(name))
        return false;
    const kind = KINDS.find(([pattern]) => pattern.test(path));
    if (kind === undefined)
        return false;
    const [, content] = kind;
    return content === undefined || content.test(beginningOf(path, credential_files_MAX_BYTES));
}
/** True if a file begins as a private key in PEM form does: of TLS, OpenSSH or PGP, encrypted or not. */
function looksLikePrivateKey(path) {
    return PRIVATE_KEY.test(beginningOf(path, credential_files_MAX_HEADER_BYTES));
}

;// CONCATENATED MODULE: ./build/tree/entry-placer.js



/** The fix for a mapping that would replace an entry of another kind. */
const FIX = 'choose another destination, or set replace = true';
/** Shared by all mapped entries, of which there can be many. */
const entry_placer_NO_XATTRS = new Map();
/** Puts the entries of one mapping into a tree, with its owner, and replaces entries of other kinds only if it may. */
class EntryPlacer {
    #tree;
    #mapping;
    #options;
    #ids;
    #named;
    constructor(tree, mapping, options) {
        const { owner } = mapping.settings;
        const ids = owner === undefined ? ROOT_OWNER : idsOf(owner);
        this.#tree = tree;
        this.#mapping = mapping;
        this.#options = options;
        this.#ids = ids ?? ROOT_OWNER;
        this.#named = owner === undefined || ids !== undefined ? undefined : { owner, key: [...mapping.key, 'owner'] };
    }
    /** Puts a file or link; returns undefined, and reports a problem, if a directory is in its place. */
    putNonDirectory(path, mode, body) {
        const inode = { ...this.#metadata(mode), ...body };
        const isDirectory = this.#tree.get(path)?.kind === 'directory';
        // A link may replace an empty directory: images and the base of an initramfs have many.
        const mayReplace = this.#mapping.settings.replace || (inode.kind !== 'file' && !this.#tree.hasEntriesBelow(path));
        if (isDirectory && !mayReplace) {
            const content = inode.kind === 'file' ? '' : ' with files in it';
            this.#options.fail(path, (entry) => `${entry} is a directory${content}, and a ${inode.kind} cannot replace it; ${FIX}`);
            return undefined;
        }
        this.#tree.put(path, inode);
        this.#addOwner(path);
        return inode;
    }
    /**
     * The path, free of links, of the directory at `path`, which is created if the tree has none. Returns undefined, and
     * reports a problem, if a file is in its place. A dangling link is replaced.
     */
    makeDirectory(path) {
        const { replace, directoryMode = DIRECTORY_MODE } = this.#mapping.settings;
        const target = this.#tree.resolveDirectory(path) ?? path;
        if (this.#tree.get(target)?.kind === 'directory')
            return target;
        if (!replace && followPath(this.#tree, target).inode !== undefined) {
            this.#options.fail(path, (entry) => `${entry} is not a directory, and a directory cannot replace it; ${FIX}`);
            return undefined;
        }
        this.#tree.putDirectory(target, this.#metadata(directoryMode));
        this.#addOwner(target);
        return target;
    }
    #metadata(mode) {
        return { ...this.#ids, mode, mtime: this.#options.mtime, xattrs: entry_placer_NO_XATTRS };
    }
    #addOwner(path) {
        if (this.#named !== undefined)
            this.#options.owners.add(this.#tree, path, this.#named);
    }
}

;// CONCATENATED MODULE: ./build/tree/mapped-directory.js






/** Counts files, for one message about all of them. */
class SeenFiles {
    count = 0;
    first = '';
    add(label) {
        if (this.count === 0)
            this.first = label;
        this.count += 1;
    }
}
/**
 * The metadata of a git checkout: a directory, or a file in a worktree or a submodule. actions/checkout writes a token
 * to it.
 */
const GIT = '.git';
/** The event loop runs after this many entries, or comparisons with globs, so that signals are handled during a long walk. */
const ENTRIES_PER_TURN = 1000;
const STEPS_PER_TURN = 10_000_000;
/** Reads a mapped directory of the host, without files of builds, `.git` and excluded paths. */
class MappedDirectory {
    #mapping;
    #rules;
    #exclusion;
    #includesGit;
    /** The number of entries that were mapped, and that were excluded. */
    #mapped = 0;
    #excluded = 0;
    #entriesOfTurn = 0;
    #stepsBeforeTurn = 0;
    /** `written` is the absolute path before links are followed, and `host` the one after it. */
    constructor(mapping, { host, written }, rules) {
        this.#mapping = mapping;
        this.#rules = rules;
        this.#exclusion = (0,exclude/* compileExclusion */.a)(mapping.settings.exclude);
        this.#includesGit = isInGit(host) || isInGit(written);
    }
    /** The names in a directory, in byte order. If it cannot be read, reports a problem and returns none. */
    namesIn({ host, label }) {
        const names = this.#readable(label, () => (0,external_node_fs_.readdirSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' }));
        return (names ?? []).map(byte_string/* byteStringFromBytes */.Pb).sort(byte_string/* compareByteStrings */.eS);
    }
    /** The entries of these names in a directory, except for those that are skipped. */
    async *entriesIn(directory, names) {
        const { git, ownFiles, skipped } = this.#rules;
        const isRoot = directory.host === '/';
        for (const name of names) {
            await this.#takeTurns();
            const host = (isRoot ? `/${name}` : `${directory.host}/${name}`);
            if (skipped.has(host) || (0,own_files/* isOwnName */.sJ)(name))
                continue;
            const label = `${directory.label === '/' ? '' : directory.label}/${(0,byte_string/* displayByteString */.oO)(name)}`;
            const relative = directory.relative === '' ? name : `${directory.relative}/${name}`;
            if (this.#exclusion.matches(relative)) {
                this.#excluded += 1;
                continue;
            }
            if (name === GIT && !this.#includesGit) {
                git.add(label);
                continue;
            }
            const stats = this.#readable(label, () => (0,external_node_fs_.lstatSync)((0,byte_string/* bytesOf */.$$)(host)));
            if (stats === undefined || ownFiles.has(stats))
                continue;
            this.#mapped += 1;
            yield { host, stats, label, relative, name };
        }
    }
    /** The target of a link. If it cannot be read, reports a problem and returns undefined. */
    targetOf({ host, label }) {
        const target = this.#readable(label, () => (0,external_node_fs_.readlinkSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' }));
        return target === undefined ? undefined : (0,byte_string/* byteStringFromBytes */.Pb)(target);
    }
    /** After the walk: reports that the globs exclude everything, or returns those that matched nothing. */
    unusedGlobs(label) {
        if (this.#mapped === 0 && this.#excluded > 0) {
            const message = `this excludes everything in ${label}; remove a pattern, or the mapping`;
            this.#rules.problems.add(this.#mapping, message, 'exclude');
            return [];
        }
        const key = [...this.#mapping.key, 'exclude'];
        return this.#exclusion
            .unused()
            .map((glob) => ({ key, message: `${JSON.stringify(glob)} matches nothing in ${label}` }));
    }
    async #takeTurns() {
        this.#entriesOfTurn += 1;
        const steps = this.#exclusion.steps - this.#stepsBeforeTurn;
        if (this.#entriesOfTurn < ENTRIES_PER_TURN && steps < STEPS_PER_TURN)
            return;
        this.#entriesOfTurn = 0;
        this.#stepsBeforeTurn = this.#exclusion.steps;
        await (0,promises_.setImmediate)();
    }
    /** The result of `read`. If the entry cannot be read, reports a problem that names it and returns undefined. */
    #readable(label, read) {
        try {
            return read();
        }
        catch (error) {
            const reason = mapped_directory_reasonOf(error);
            if (reason === undefined)
                throw error;
            this.#rules.problems.addEntry(this.#mapping, label, (entry) => `cannot read ${entry}: ${reason}`);
            return undefined;
        }
    }
}
/** The reason and the fix of a failure that only this entry has. */
function mapped_directory_reasonOf(error) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'EACCES':
        case 'EPERM':
            return 'permission denied; make it readable for the user who builds';
        case 'ENOENT':
        case 'ESRCH':
            return 'it was removed during the build; build again';
        default:
            return undefined;
    }
}
function isInGit(path) {
    return path.split('/').includes(GIT);
}

;// CONCATENATED MODULE: ./build/tree/git-placeholders.js





/*
 * Files and directories that Git leaves where a checkout was made without Git LFS or without submodules.
 */
/**
 * Sizes in bytes of a pointer with a sha256 and without extensions (github.com/git-lfs/git-lfs/blob/main/docs/spec.md), for
 * contents of 1 byte to 10^19 bytes.
 */
const POINTER_SIZES = { min: 126, max: 145 };
const POINTER = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d+\noid sha256:[0-9a-f]{64}\nsize \d+\n$/;
/** Several times the size of the longest .gitmodules in use. */
const MAX_LIST_BYTES = 1024 * 1024;
/** True if a host file is a pointer of Git LFS. Only files of the size of a pointer are read. */
function isLfsPointer(path, size) {
    if (size < POINTER_SIZES.min || size > POINTER_SIZES.max)
        return false;
    return POINTER.test(beginningOf(path, POINTER_SIZES.max));
}
/** Finds directories of submodules. Reads each .gitmodules once. */
class Submodules {
    #known = new Map();
    /** True if the .gitmodules of the checkout that contains a host directory lists this directory. */
    includes(path) {
        for (let above = path; above !== '/';) {
            above = external_node_path_.posix.dirname(above);
            const modules = this.#modulesIn(above);
            if (modules !== undefined)
                return modules.has(external_node_path_.posix.relative(above, path));
        }
        return false;
    }
    /** The submodules of the checkout at a path; undefined if no checkout begins there. */
    #modulesIn(root) {
        const known = this.#known.get(root);
        if (known !== undefined)
            return known;
        const list = external_node_path_.posix.join(root, '.gitmodules');
        const hasList = (0,external_node_fs_.existsSync)((0,byte_string/* bytesOf */.$$)(list));
        if (!hasList && !(0,external_node_fs_.existsSync)((0,byte_string/* bytesOf */.$$)(external_node_path_.posix.join(root, '.git'))))
            return undefined;
        const text = hasList ? beginningOf(list, MAX_LIST_BYTES) : '';
        const modules = new Set(text.split('\n').flatMap(pathIn));
        this.#known.set(root, modules);
        return modules;
    }
}
/** The path in a line of .gitmodules, if it has one. The expressions need linear time, because the text is not trusted. */
function pathIn(line) {
    const value = /^[ \t]*path[ \t]*=(.*)/.exec(line)?.[1]?.trim();
    if (value === undefined)
        return [];
    return [(0,support_text/* withoutSlashes */.C2)(value.replace(/^"|"$/g, ''))];
}

;// CONCATENATED MODULE: ./build/tree/mapping-remarks.js





const CODES = {
    secret: 'secret',
    'lost-bits': 'special-bits',
    pointer: 'git-placeholder',
    submodule: 'git-placeholder',
};
const OTHERS_BITS = 0o077;
const SPECIAL_BITS = 0o6000;
/** Collects mapped files that are probably not as their author expects. Nothing here prevents a build. */
class MappingRemarks {
    #found = [];
    #submodules = new Submodules();
    addFile(entry) {
        const { host, inode, stats } = entry;
        const isOpened = (stats.mode & OTHERS_BITS) === 0 && (inode.mode & OTHERS_BITS) !== 0;
        // Only a file that its owner alone can read is opened here.
        if (isOpened && entry.mapping.settings.mode === undefined && isSecret(host))
            this.#add('secret', entry);
        const lost = stats.mode & SPECIAL_BITS & ~inode.mode;
        if (lost !== 0 && entry.mapping.settings.mode === undefined)
            this.#add('lost-bits', entry);
        if (isLfsPointer(host, stats.size))
            this.#add('pointer', entry);
    }
    addEmptyDirectory(entry) {
        if (this.#submodules.includes(entry.host))
            this.#add('submodule', entry);
    }
    /** One warning for each mapping and kind, about entries that no later mapping has replaced. */
    list(tree) {
        const groups = Map.groupBy(this.#found.filter(({ path, inode }) => inode.kind === 'directory' || tree.get(path) === inode), ({ kind, mapping }) => `${kind} ${mapping.destination} ${mapping.source}`);
        return Array.from(groups.values(), (entries) => {
            const [first] = entries;
            if (first === undefined)
                return [];
            const message = describe(first, withCount(first.label, entries.length));
            return [{ key: first.mapping.key, message, code: CODES[first.kind] }];
        }).flat();
    }
    #add(kind, entry) {
        this.#found.push({ ...entry, kind });
    }
}
function isSecret(host) {
    const name = host.slice(host.lastIndexOf('/') + 1);
    return looksLikeCredentials(name, host) || looksLikePrivateKey(host);
}
function describe(entry, subject) {
    const { kind, stats, inode } = entry;
    const hostMode = formatMode(stats.mode & 0o7777);
    switch (kind) {
        case 'secret':
            return `${subject} contains a secret and has mode ${hostMode}, but mode ${formatMode(inode.mode)} in the artifact; keep it with ${withMode(entry)}`;
        case 'lost-bits': {
            const names = [
                ...((stats.mode & 0o4000) === 0 ? [] : ['setuid']),
                ...((stats.mode & 0o2000) === 0 ? [] : ['setgid']),
            ];
            return `${subject} has mode ${hostMode}, but mode ${formatMode(inode.mode)} in the artifact, without ${names.join(' and ')}; keep it with ${withMode(entry)}`;
        }
        case 'pointer':
            return `${subject} is a pointer of Git LFS and not the file itself; run git lfs pull, or set lfs: true for actions/checkout`;
        case 'submodule':
            return `${subject} is a Git submodule without files; run git submodule update --init, or set submodules: true for actions/checkout`;
    }
}
/** The line of fledge.toml that keeps the mode of a file. */
function withMode({ label, path, stats }) {
    const to = `/${(0,byte_string/* displayByteString */.oO)(path)}`;
    return `${JSON.stringify(label)} = { to = ${JSON.stringify(to)}, mode = "${formatMode(stats.mode & 0o7777)}" }`;
}

;// CONCATENATED MODULE: ./build/tree/mappings.js













/** Problem of a mapping of a file in OwnFiles. */
const BELONGS_TO_BUILDS = 'this belongs to a build, such as its cache or a login, and is never mapped; map another file or directory';
/**
 * Adds the mapped host files and directories to the tree, in order; later ones win. Without settings they are owned by
 * 0:0 and have the mode of permissions.ts. A mapped directory is merged with an existing one, also through a link such as
 * `bin -> usr/bin`, and the metadata of the existing one is kept. Links inside a mapped directory are kept as links; a
 * link that is itself the source is followed. Only files that may contain credentials, and files of the size of a Git LFS
 * pointer, are read here.
 *
 * Files of builds, `.git` and excluded paths are skipped in a mapped directory, at any depth. A mapping of `.git`, or of
 * a file in it, includes it.
 *
 * Returns all mappings that failed; the tree is then incomplete.
 */
async function addMappings(tree, mappings, options) {
    const mapper = new Mapper(tree, options);
    for (const mapping of mappings)
        await mapper.add(mapping);
    return mapper.result();
}
class Mapper {
    #tree;
    #directory;
    #realDirectory;
    #mtime;
    #skipped;
    #ownFiles;
    #owners;
    #mappedBy = new Map();
    #remarks = new MappingRemarks();
    #problems = new MappingProblems();
    #unusedGlobs = [];
    #programs = [];
    #git = new SeenFiles();
    #credentials = new SeenFiles();
    constructor(tree, { directory, mtime, exclude = new Set(), own = [], owners = new NamedOwners() }) {
        this.#tree = tree;
        this.#directory = directory;
        this.#realDirectory = mapping_source_realPath(directory);
        this.#mtime = mtime;
        this.#skipped = new Set(Array.from(exclude, byte_string/* byteStringFromText */.dw));
        this.#ownFiles = new own_files/* OwnFiles */.yp(own);
        this.#owners = owners;
    }
    async add(mapping) {
        try {
            await this.#addSource(mapping);
        }
        catch (error) {
            this.#problems.add(mapping, sourceErrorMessage(error, mapping));
        }
    }
    result() {
        return {
            problems: this.#problems.list(),
            programs: this.#programs,
            git: this.#git,
            credentials: this.#credentials,
            warnings: this.#remarks.list(this.#tree),
            unusedGlobs: withoutRepetitions(this.#unusedGlobs),
        };
    }
    async #addSource(mapping) {
        const { host, stats } = findSource(mapping, this.#directory);
        const destination = (0,byte_string/* byteStringFromText */.dw)(mapping.destination.slice(1));
        if (this.#skipped.has(host)) {
            this.#problems.add(mapping, 'the build writes this file; map another file, or write the output elsewhere');
        }
        else if (this.#ownFiles.holds(host, this.#realDirectory)) {
            this.#problems.add(mapping, BELONGS_TO_BUILDS);
        }
        else if (stats.isDirectory()) {
            await this.#addMappedDirectory(mapping, { host, stats }, destination);
        }
        else if (stats.isFile()) {
            this.#addNamedFile(mapping, { host, stats, label: mapping.source }, destination);
        }
        else
            this.#problems.add(mapping, describeSpecialFile(stats)(mapping.source));
    }
    #placerFor(mapping) {
        return new EntryPlacer(this.#tree, mapping, {
            mtime: this.#mtime,
            owners: this.#owners,
            fail: (path, describe) => this.#problems.addEntry(mapping, `/${(0,byte_string/* displayByteString */.oO)(path)}`, describe),
        });
    }
    #addNamedFile(mapping, source, destination) {
        const misplaced = settingsForDirectories(mapping);
        for (const { setting, message } of misplaced)
            this.#problems.add(mapping, message, setting);
        if (misplaced.length > 0)
            return;
        const path = placeOf(this.#tree, mapping, destination);
        const earlier = this.#mappedBy.get(path);
        this.#mappedBy.set(path, mapping);
        if (earlier !== undefined) {
            this.#problems.add(mapping, `"${earlier.source}" is already mapped to /${(0,byte_string/* displayByteString */.oO)(path)}`);
            return;
        }
        this.#addFile({ mapping, placer: this.#placerFor(mapping) }, source, path);
    }
    async #addMappedDirectory(mapping, { host, stats }, destination) {
        const label = (0,support_text/* withoutSlashes */.C2)(mapping.source);
        const written = (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.resolve)(this.#directory, mapping.source));
        const rules = { skipped: this.#skipped, ownFiles: this.#ownFiles, problems: this.#problems, git: this.#git };
        const walk = new MappedDirectory(mapping, { host, written }, rules);
        const none = '';
        const task = { mapping, placer: this.#placerFor(mapping), walk };
        await this.#addDirectory(task, { host, stats, label, relative: none, name: none }, destination);
        this.#unusedGlobs.push(...walk.unusedGlobs(label));
    }
    /** Adds a directory, unless the tree has one, and everything in it. */
    async #addDirectory(task, directory, path) {
        const target = task.placer.makeDirectory(path);
        if (target === undefined)
            return;
        const names = task.walk.namesIn(directory);
        const inode = this.#tree.get(target);
        if (names.length === 0 && inode !== undefined) {
            this.#remarks.addEmptyDirectory({ ...directory, mapping: task.mapping, path: target, inode });
        }
        for await (const child of task.walk.entriesIn(directory, names)) {
            await this.#addChild(task, child, target === '' ? child.name : `${target}/${child.name}`);
        }
    }
    async #addChild(task, child, path) {
        const { host, label, name, stats } = child;
        if (stats.isDirectory())
            await this.#addDirectory(task, child, path);
        else if (stats.isFile()) {
            this.#addFile(task, child, path);
            if (looksLikeCredentials(name, host))
                this.#credentials.add(label);
        }
        else if (stats.isSymbolicLink()) {
            const target = task.walk.targetOf(child);
            if (target !== undefined)
                task.placer.putNonDirectory(path, 0o777, { kind: 'symlink', target });
        }
        else
            this.#problems.addEntry(task.mapping, label, describeSpecialFile(stats));
    }
    #addFile({ mapping, placer }, { host, stats, label }, path) {
        const mode = mapping.settings.mode ?? mappedFileMode(path, stats.mode);
        const content = { kind: 'host-file', size: stats.size, path: (0,byte_string/* bytesOf */.$$)(host), label };
        const inode = placer.putNonDirectory(path, mode, { kind: 'file', content });
        if (inode === undefined)
            return;
        if ((mode & 0o111) !== 0 && isProgramPath(path))
            this.#programs.push(path);
        this.#remarks.addFile({ mapping, host, stats, label, path, inode });
    }
}

// EXTERNAL MODULE: ./build/formats/content-reader.js
var content_reader = __webpack_require__(13252);
// EXTERNAL MODULE: ./build/support/suggest.js
var suggest = __webpack_require__(1318);
;// CONCATENATED MODULE: ./build/tree/accounts.js




/** Names in a message. */
const MAX_SHOWN = 20;
/** Reads passwd(5) or group(5): the number is in the third field. Of two lines with one name, the first one counts. */
function parseAccounts(text) {
    const accounts = new Map();
    for (const line of text.split('\n')) {
        const [name = '', , digits = ''] = line.split(':');
        const id = Number(digits);
        if (name === '' || !/^\d+$/.test(digits) || id > linux_limits/* MAX_OWNER */.xy)
            continue;
        if (!accounts.has(name))
            accounts.set(name, id);
    }
    return accounts;
}
/** The number of an account: the number itself, or that of its name. Undefined if the name does not exist. */
function idOf(account, accounts) {
    return typeof account === 'number' ? account : accounts.get((0,byte_string/* byteStringFromText */.dw)(account));
}
/** Describes the names that exist, for the message about one that does not. */
function describeAccounts(missing, accounts) {
    const all = Array.from(accounts.keys(), byte_string/* displayByteString */.oO);
    const shown = all.slice(0, MAX_SHOWN);
    const more = all.length - shown.length;
    const names = more === 0 ? (0,support_text/* listWithAnd */.K1)(shown) : `${shown.join(', ')} and ${more} more`;
    return { names, suggestion: (0,suggest/* nearest */.p)(missing, all) };
}

;// CONCATENATED MODULE: ./build/recipe/look-up-owners.js






/** Several times the size of the largest file of a distribution. */
const MAX_ACCOUNT_FILE = 16 * units/* MEBIBYTE */.gJ;
/**
 * Replaces the names of owners by the numbers that the finished tree has for them in /etc/passwd and /etc/group.
 *
 * @throws FledgeError `config` with each name that does not exist there, and `input` if one of the files cannot be read.
 */
async function lookUpOwners(tree, owners, { strategy, errorAt }) {
    const { found, findings } = findOwners(tree, owners, strategy);
    if (findings.length > 0)
        throw await errorAt(findings);
    owners.apply(tree, (named) => found.get(named));
}
/**
 * Looks up the names of owners in the finished tree. Returns their numbers, and a finding for each name that does not exist.
 *
 * @throws FledgeError `input` if /etc/passwd or /etc/group cannot be read.
 */
function findOwners(tree, owners, strategy) {
    const all = owners.list;
    const found = new Map();
    if (all.length === 0)
        return { found, findings: [] };
    const whole = strategy === 'initramfs' ? 'the initramfs' : 'the image';
    const users = readAccountFile(tree, '/etc/passwd', 'user');
    const groups = readAccountFile(tree, '/etc/group', 'group');
    const findings = new Map();
    for (const named of all) {
        const { user, group } = named.owner;
        const uid = idOf(user, users.accounts ?? new Map());
        const gid = idOf(group, groups.accounts ?? new Map());
        if (uid !== undefined && gid !== undefined)
            found.set(named, { uid, gid });
        const missing = [
            ...(uid === undefined ? [look_up_owners_describe(user, users, whole)] : []),
            ...(gid === undefined ? [look_up_owners_describe(group, groups, whole)] : []),
        ];
        for (const finding of missing)
            findings.set(`${named.key} ${finding.message}`, { ...finding, path: named.key });
    }
    return { found, findings: [...findings.values()] };
}
function look_up_owners_describe(name, { path, noun, accounts }, whole) {
    const subject = `${noun} ${JSON.stringify(name)}`;
    if (accounts === undefined) {
        return { message: `cannot look up ${subject}: ${whole} has no file ${path}; write a number, or map the file` };
    }
    const { names, suggestion } = describeAccounts(String(name), accounts);
    const others = accounts.size === 0 ? 'is empty' : `has ${names}`;
    return {
        message: `cannot find ${subject}: ${path} of ${whole} ${others}; write one of them, or a number`,
        ...(suggestion !== undefined && { suggestion }),
    };
}
function readAccountFile(tree, path, noun) {
    const { inode } = followPath(tree, (0,byte_string/* byteStringFromText */.dw)(path));
    if (inode?.kind !== 'file')
        return { path, noun, accounts: undefined };
    return { path, noun, accounts: parseAccounts(readContent(inode.content, path)) };
}
/** @throws FledgeError `input` if the file is unusually large, or cannot be read. */
function readContent(content, path) {
    if (content.size > MAX_ACCOUNT_FILE) {
        const reason = `it has ${(0,units/* formatBytes */.z3)(content.size)}, and at most ${(0,units/* formatBytes */.z3)(MAX_ACCOUNT_FILE)} are read`;
        throw new errors/* FledgeError */.aE('input', `cannot look up owners in ${path}: ${reason}`, { fix: 'write numbers as owners' });
    }
    const bytes = new Uint8Array(content.size);
    const reader = new content_reader/* ContentOpener */.n().open(content);
    try {
        reader.read(bytes, 0);
    }
    finally {
        reader.close();
    }
    return (0,byte_string/* byteStringFromBytes */.Pb)(bytes);
}

;// CONCATENATED MODULE: ./build/recipe/map-files.js












/*
 * The directories and mappings of fledge.toml in the tree of a build.
 */
/**
 * Adds the directories and the mapped host files of fledge.toml to a tree, and sets their owners. Returns the absolute
 * paths of the mapped programs.
 *
 * @throws FledgeError `config` with all mappings that cannot be added, with the names of owners that do not exist, or at
 *   the mapping that replaced or removed an entry of `kept`.
 */
async function mapAround(tree, kept, job) {
    const before = new KeptEntries(tree, kept);
    const executables = await mapHostFiles(tree, job);
    const findings = before.findReplaced(job);
    if (findings.length > 0)
        throw await job.errorAt(findings);
    return executables;
}
async function mapHostFiles(tree, job) {
    const { config, directory, mtime, ownOutputs, report, sources } = job;
    const { reporter } = sources;
    const owners = new NamedOwners();
    // Before the mappings, so that files can be mapped into these directories.
    const misplaced = addDirectories(tree, config.directories, { mtime, owners });
    const options = { directory, mtime, exclude: ownOutputs, own: (0,own_paths/* ownPathsOf */.i)(sources), owners };
    const mapped = await addMappings(tree, config.mappings, options);
    await requireNone([...misplaced, ...mapped.problems], job);
    await lookUpOwners(tree, owners, { strategy: config.strategy, errorAt: job.errorAt });
    const { git, credentials, programs } = mapped;
    if (git.count > 0)
        reporter.info(`note: ${withCount(git.first, git.count)} is not mapped; to map it, name .git in a mapping`);
    await report(mapped.unusedGlobs.map(({ key, message }) => ({ code: 'note', message, ...(0,manifest_remarks/* atConfig */.Oh)(...key) })));
    if (credentials.count > 0) {
        reporter.warn(`${withCount(credentials.first, credentials.count)} looks like a file with a secret and is in the artifact; move it out of the mapped directory if the machine does not need it`, { code: 'secret' });
    }
    await report(mapped.warnings.map(({ key, message, code }) => ({ code, message, ...(0,manifest_remarks/* atConfig */.Oh)(...key) })));
    return programs.map((path) => `/${(0,byte_string/* displayByteString */.oO)(path)}`);
}
/** Warns of mapped programs that cannot start, at their mappings. */
async function reportProgramFaults(tree, faults, job) {
    const findings = programFindings(tree, faults, job);
    await job.report(findings.map(({ path, message }) => ({ code: 'program', message, ...(0,manifest_remarks/* atConfig */.Oh)(...path) })));
}
/**
 * Checks that all mapped host files exist. Runs before the first download.
 *
 * @throws FledgeError `config` with all that are missing or cannot be mapped.
 */
async function requireMappingSources(job) {
    const { config, directory, mtime, ownOutputs, sources } = job;
    if (findUnusableSources(config.mappings, directory).length === 0)
        return;
    const options = { directory, mtime, exclude: ownOutputs, own: (0,own_paths/* ownPathsOf */.i)(sources) };
    // Each mapping is added to an empty tree, so that problems deep in a directory are reported too. Conflicts between two
    // mappings are found later, in the tree of the build: only that tree has the directories into which files are mapped.
    const results = await Promise.all(config.mappings.map((mapping) => addMappings(new FileTree(mtime), [mapping], options)));
    await requireNone(results.flatMap((result) => result.problems), job);
}
async function requireNone(problems, { errorAt }) {
    if (problems.length === 0)
        return;
    throw await errorAt(problems.map(({ key, message }) => ({ path: key, message })));
}

// EXTERNAL MODULE: ./build/manifest/entrypoint.js
var entrypoint = __webpack_require__(95484);
// EXTERNAL MODULE: ./build/manifest/process.js
var manifest_process = __webpack_require__(87785);
;// CONCATENATED MODULE: ./build/recipe/verify/programs.js





/** The directories for programs where PATH is not set. */
const DEFAULT_SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/**
 * Checks programs of a tree by the rules of the kernel for starting them. Executable files that are not programs are
 * accepted as data.
 */
async function findProgramFaults(tree, paths, context) {
    const faults = [];
    for (const path of paths) {
        const message = await findStartFault(tree, path, { ...context, mayBeData: true });
        if (message !== undefined)
            faults.push({ path, message });
    }
    return faults;
}
/** The maximum number of scripts that are interpreted by scripts (Linux, fs/exec.c, exec_binprm). */
const MAX_SCRIPTS = 5;
const CANNOT_BE_STARTED = {
    directory: 'a directory',
    'char-device': 'a device',
    'block-device': 'a device',
    fifo: 'a fifo',
};
/**
 * The reason why the kernel cannot start the program at an absolute path of a tree: it is a dangling link, not a program,
 * damaged, for another machine, or its interpreter (a dynamic loader, that of a script, or the program that `env` starts)
 * is missing or cannot start. Undefined if no reason was found.
 */
async function findStartFault(tree, path, context) {
    const { platform, mayBeData = false, scripts = 0, isIncomplete = false } = context;
    const { path: end, inode, loops } = followPath(tree, (0,byte_string/* byteStringFromText */.dw)(path));
    const name = `/${(0,byte_string/* displayByteString */.oO)(end)}`;
    const subject = name === path ? path : `${path}, a link to ${name},`;
    if (loops)
        return `${path} is a circular link`;
    if (inode === undefined)
        return isIncomplete ? undefined : `${path} is a link to ${name}, which is not in the image`;
    if (inode.kind === 'symlink' || context.trusted?.has(end) === true)
        return undefined;
    if (inode.kind !== 'file')
        return `${subject} is ${CANNOT_BE_STARTED[inode.kind]}, not a program`;
    if ((inode.mode & 0o111) === 0) {
        return inode.content.kind === 'host-file'
            ? `${subject} is mapped without permission to execute it; chmod +x the file on the host, or set mode = "0755"`
            : `${subject} is not executable`;
    }
    const program = await inspectContent(inode.content);
    if (program.kind === 'other') {
        if (program.isScriptAfterMark) {
            return `${subject} has a byte order mark before its #!, so Linux does not recognise it as a script: save it as UTF-8 without one`;
        }
        if (mayBeData)
            return undefined;
        return `${subject} is ${program.description}, which Linux cannot start: use a program for ${platform}, or a script that begins with #! and its interpreter`;
    }
    if (program.kind === 'elf') {
        if (program.machine !== platform)
            return `${subject} is built for ${program.machine}, and the plugin is for ${platform}`;
        if (program.damage !== undefined)
            return `${subject} is damaged: ${program.damage}; build or copy it again`;
    }
    const { kind, interpreter } = program;
    if (interpreter === undefined)
        return undefined;
    if (program.kind === 'script' && (interpreter.endsWith('\r') || program.argument?.endsWith('\r') === true)) {
        return `${subject} is a script with Windows line ends, so it will not start: save it with LF line ends`;
    }
    if (tree.get((0,byte_string/* byteStringFromText */.dw)(interpreter)) === undefined) {
        return isIncomplete ? undefined : missingInterpreter(subject, kind, interpreter);
    }
    if (scripts >= MAX_SCRIPTS)
        return `${subject} exceeds the limit of Linux for scripts run by scripts (${MAX_SCRIPTS})`;
    const inner = await findStartFault(tree, interpreter, { ...context, mayBeData: false, scripts: scripts + 1 });
    if (inner !== undefined) {
        return `${subject} is ${kind === 'elf' ? 'dynamically linked' : `a script for ${interpreter}`}, so it will not start: ${inner}`;
    }
    const started = program.kind === 'script' ? startedByEnv(program) : undefined;
    if (started === undefined || isIncomplete || findInPath(tree, started, context.searchPath).path !== undefined) {
        return undefined;
    }
    return `${subject} is a script for ${started}, which ${interpreter} does not find in PATH, so it will not start: map it, or use /bin/sh`;
}
/** Looks for a program as execvp(3) does. */
function findInPath(tree, name, searchPath = DEFAULT_SEARCH_PATH) {
    let notExecutable;
    for (const directory of searchPath.split(':')) {
        const path = external_node_path_.posix.join('/', directory, name);
        const { inode } = followPath(tree, (0,byte_string/* byteStringFromText */.dw)(path));
        if (inode?.kind !== 'file')
            continue;
        if ((inode.mode & 0o111) !== 0)
            return { path, notExecutable };
        notExecutable ??= path;
    }
    return { path: undefined, notExecutable };
}
/** The program that `#!/usr/bin/env PROGRAM` starts. The kernel passes everything after env as one argument. */
function startedByEnv({ interpreter, argument }) {
    if (external_node_path_.posix.basename(interpreter) !== 'env' || argument === undefined)
        return undefined;
    const split = /^(?:-S|--split-string=?)\s*(.*)$/.exec(argument)?.[1];
    const words = split === undefined ? [argument] : split.split(/\s+/);
    const program = words.find((word) => !/^[A-Za-z_]\w*=/.test(word));
    // Other options of env are rare.
    return program === undefined || program.startsWith('-') || program.includes('/') ? undefined : program;
}
/** Examines the content of a file of a tree. Host files are read in place, because their digest is checked by the writer. */
async function inspectContent(content) {
    if (content.kind === 'host-file')
        return (0,elf/* inspectProgram */.JS)(content.path, content.label);
    const opener = new content_reader/* ContentOpener */.n();
    return (0,elf/* inspectProgramIn */.Mu)({
        size: content.size,
        async read(position, length) {
            const target = Buffer.alloc(Math.max(0, Math.min(length, content.size - position)));
            const reader = opener.open(content);
            try {
                reader.read(target, position);
            }
            finally {
                reader.close();
            }
            return target;
        },
    });
}
function missingInterpreter(subject, kind, interpreter) {
    if (kind === 'elf') {
        return `${subject} is dynamically linked and ${interpreter} is not in the image, so it will not start: link it statically, or map the loader and its libraries`;
    }
    return `${subject} is a script for ${interpreter}, which is not in the image, so it will not start: map it, or use /bin/sh`;
}

;// CONCATENATED MODULE: ./build/recipe/verify/entrypoint.js








/**
 * A warning if the agent cannot start the entrypoint of the manifest, with the tree complete. A guessed entrypoint has a
 * warning of its own.
 */
async function remarksOnEntrypoint(tree, built, { template, ...context }) {
    const workload = template?.workload ?? {};
    const source = (0,manifest_manifest/* programSourceOf */.xb)(built);
    const { program, remarks } = (0,entrypoint/* entrypointOf */.k)(workload, source);
    const [first] = program;
    if (!built.hasAgent || first === undefined || remarks.length > 0)
        return [];
    const { image } = built;
    const searchPath = { ...(0,manifest_process/* environmentOf */.p7)(image?.env ?? []), ...workload.env }['PATH'];
    const directory = workload.workdir ?? image?.workdir ?? '/';
    const message = await findFault(tree, first.trim(), directory, {
        ...context,
        ...(searchPath !== undefined && { searchPath }),
    });
    if (message === undefined)
        return [];
    const at = workload.entrypoint !== undefined
        ? (0,manifest_remarks/* atTemplate */.CV)('workload', 'entrypoint')
        : source.kind === 'image'
            ? (0,manifest_remarks/* atImage */.f3)(image)
            : {};
    return [{ code: 'entrypoint', message: `the workload cannot start: ${message}`, ...at }];
}
async function findFault(tree, name, directory, context) {
    const { searchPath, isIncomplete = false } = context;
    if (name.includes('/')) {
        const path = external_node_path_.posix.resolve('/', directory, name);
        // A dangling link exists itself, and has a message of its own.
        const isMissing = tree.get((0,byte_string/* byteStringFromText */.dw)(path)) === undefined;
        if (!isMissing)
            return findStartFault(tree, path, context);
        return isIncomplete ? undefined : `${path} is not in the image`;
    }
    const found = findInPath(tree, name, searchPath);
    if (found.path !== undefined)
        return findStartFault(tree, found.path, context);
    if (found.notExecutable !== undefined && followPath(tree, (0,byte_string/* byteStringFromText */.dw)(found.notExecutable)).inode) {
        return `${found.notExecutable} is not executable`;
    }
    return isIncomplete ? undefined : `${name} is not in the image, in any directory of PATH`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/sources/image/layer/make-whiteout-layer.js


const make_whiteout_layer_WHITEOUT_PREFIX = '.wh.';
/** A member of GNU tar that contains the name of the next one, of any length (GNU tar manual, "Basic Tar Format"). */
const LONG_NAME = { name: '././@LongLink', type: 'L' };
const GNU_MAGIC = 'ustar  \0';
/** An uncompressed layer that contains only whiteouts for these paths, which have no slash at their ends. */
function whiteoutLayer(paths) {
    const members = paths.flatMap((path) => {
        const slash = path.lastIndexOf('/') + 1;
        const name = `${path.slice(0, slash)}${make_whiteout_layer_WHITEOUT_PREFIX}${path.slice(slash)}`;
        const bytes = Buffer.concat([(0,byte_string/* bytesOf */.$$)(name), Buffer.alloc(BLOCK_BYTES - (name.length % BLOCK_BYTES))]);
        return [header(LONG_NAME.name, LONG_NAME.type, name.length + 1), bytes, header('', '0', 0)];
    });
    return Buffer.concat([...members, Buffer.alloc(2 * BLOCK_BYTES)]);
}
function header(name, type, size) {
    const block = Buffer.alloc(BLOCK_BYTES);
    const put = ({ offset }, text) => {
        block.write(text, offset, 'latin1');
    };
    put(FIELDS.name, name);
    for (const field of [FIELDS.mode, FIELDS.uid, FIELDS.gid])
        put(field, '0000000');
    put(FIELDS.size, size.toString(8).padStart(FIELDS.size.length - 1, '0'));
    put(FIELDS.mtime, '0'.repeat(FIELDS.mtime.length - 1));
    put(FIELDS.type, type);
    put(FIELDS.magic, GNU_MAGIC);
    // The checksum is computed with spaces in its own field.
    block.fill(' ', FIELDS.checksum.offset, FIELDS.checksum.offset + FIELDS.checksum.length);
    const sum = block.reduce((total, byte) => total + byte, 0);
    put(FIELDS.checksum, `${sum.toString(8).padStart(6, '0')}\0 `);
    return block;
}

;// CONCATENATED MODULE: ./build/sources/image/link-layout.js













/** The name of the image in the layout. */
const LINKED_IMAGE = 'image';
const LAYER_TYPES = {
    none: 'application/vnd.oci.image.layer.v1.tar',
    gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
};
/** Copies share their blocks with the original where the file system supports it. */
const COPY_FLAGS = external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE;
/**
 * Creates an OCI layout (image-spec, image-layout.md) of an image, for programs that read no other format. Its blobs
 * are links to the blobs of the image, or copies of them. Layers in zstd, which older programs do not support, are
 * decompressed.
 *
 * @throws FledgeError `input` if a layer cannot be read.
 */
async function linkLayout({ rawConfig, layers }, directory, { blobs, signal, whiteouts = new Map() }) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'blobs'), { recursive: true });
    const placeOf = (digest) => {
        const { algorithm, hex } = requireDigest(digest, 'a blob');
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'blobs', algorithm), { recursive: true });
        return (0,external_node_path_.join)(directory, 'blobs', algorithm, hex);
    };
    const write = (mediaType, bytes) => {
        const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
        (0,external_node_fs_.writeFileSync)(placeOf(digest), bytes);
        return { mediaType, digest, size: bytes.length };
    };
    const linked = [];
    const diffIds = [];
    for (const [index, layer] of layers.entries()) {
        const paths = whiteouts.get(index + 1);
        if (paths !== undefined) {
            const added = write(LAYER_TYPES.none, whiteoutLayer(paths));
            linked.push(added);
            diffIds.push(added.digest);
        }
        linked.push(await linkLayer(layer, { placeOf, blobs, signal }));
        diffIds.push(layer.diffId);
    }
    const ownConfig = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: diffIds } };
    const config = write(CONFIG_TYPES[0] ?? '', whiteouts.size === 0 ? rawConfig : link_layout_json(ownConfig));
    const [mediaType = ''] = MANIFEST_TYPES;
    const manifest = write(mediaType, link_layout_json({ schemaVersion: 2, mediaType, config, layers: linked }));
    const annotations = { 'org.opencontainers.image.ref.name': LINKED_IMAGE };
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'index.json'), link_layout_json({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'oci-layout'), link_layout_json({ imageLayoutVersion: '1.0.0' }));
}
async function linkLayer(layer, options) {
    const { placeOf, blobs, signal } = options;
    const compression = await link_layout_compressionOf(layer);
    if (compression !== 'zstd' && layer.slice !== undefined) {
        // A symbolic link cannot point to a part of an archive.
        await (0,external_node_stream_promises_.pipeline)(readBlob(layer, signal), (0,external_node_fs_.createWriteStream)(placeOf(layer.digest)));
        return { mediaType: LAYER_TYPES[compression], digest: layer.digest, size: layer.size };
    }
    if (compression !== 'zstd') {
        const [from, to] = [(0,external_node_path_.resolve)(layer.path), placeOf(layer.digest)];
        const put = blobs === 'link' ? (0,external_node_fs_promises_.symlink)(from, to) : (0,external_node_fs_promises_.copyFile)(from, to, COPY_FLAGS);
        await put.catch((error) => {
            // An image may contain the same layer twice.
            if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
                throw error;
        });
        return { mediaType: LAYER_TYPES[compression], digest: layer.digest, size: layer.size };
    }
    let size = 0;
    const counted = async function* () {
        for await (const chunk of decompress(readBlob(layer, signal), compression)) {
            size += chunk.length;
            // The memory of a chunk is reused when the next one is requested, possibly before the file has it.
            yield Buffer.from(chunk);
        }
    };
    await (0,external_node_stream_promises_.pipeline)(counted, (0,external_node_fs_.createWriteStream)(placeOf(layer.diffId)));
    return { mediaType: LAYER_TYPES.none, digest: layer.diffId, size };
}
async function link_layout_compressionOf({ path, slice }) {
    const handle = await (0,regular_file/* openRegularFile */.ZU)(path);
    try {
        const length = Math.min(BLOCK_BYTES, slice?.length ?? BLOCK_BYTES);
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(BLOCK_BYTES), 0, length, slice?.offset ?? 0);
        return detectCompression(buffer.subarray(0, bytesRead));
    }
    finally {
        await handle.close();
    }
}
function link_layout_json(document) {
    return Buffer.from(JSON.stringify(document));
}

;// CONCATENATED MODULE: ./build/tools/user-namespace.js

/** The command line (program and arguments) that runs a program with these rights. */
function commandWith({ unshare }, program, args) {
    if (unshare === undefined)
        return [program, args];
    return [unshare, ['--user', '--map-root-user', '--', (0,tools_arguments/* operandProgram */.EY)(program), ...args]];
}

;// CONCATENATED MODULE: ./build/tools/gnu-tar.js





/**
 * The arguments that write the content of a directory to stdout as a pax archive, with all metadata. Symbolic links are
 * not followed. Unreadable files are left out with a warning; the directory itself must be readable.
 */
function archiveArguments(source) {
    return [
        '--create',
        '--file=-',
        '--format=pax',
        '--xattrs',
        '--xattrs-include=*',
        '--numeric-owner',
        '--sort=name',
        '--ignore-failed-read',
        '--directory',
        (0,tools_arguments/* operandName */.lY)(source),
        '.',
    ];
}
/**
 * Archives the content of a directory.
 *
 * @throws FledgeError `tool` if tar fails, and errors of `onData`.
 */
async function archiveDirectory(tar, archiving) {
    const { directory, source, onData, rights = {}, signal } = archiving;
    const [program, args] = commandWith(rights, tar, archiveArguments(source));
    const env = (0,tools_environment/* environmentFor */.DD)('tar', {});
    await (0,exec/* run */.eF)(program, args, { cwd: directory, env, user: rights.user, stdout: onData, signal });
}
/**
 * Whether GNU tar with these rights can read a directory whose mode denies access to its owner. This also tests whether
 * the kernel permits the user namespace, and whether tar and unshare can be started there.
 */
async function readsClosedDirectory(tar, reading) {
    try {
        await archiveDirectory(tar, { ...reading, onData() { } });
        return true;
    }
    catch (error) {
        if (reading.signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        return false;
    }
}

;// CONCATENATED MODULE: ./build/tools/umoci.js






/**
 * The arguments that unpack the layers of an image, without the runtime bundle that `umoci unpack` creates. With them,
 * umoci does not create devices or change owners, even as root.
 */
function unpackArguments({ layout, image, target }) {
    return ['raw', 'unpack', '--rootless', '--image', (0,tools_arguments/* umociImage */.B_)(layout, image), (0,tools_arguments/* operandName */.lY)(target)];
}
/**
 * Unpacks an image with umoci into a new directory.
 *
 * @throws FledgeError `tool` with umoci's output.
 */
async function unpackWithUmoci(umoci, unpacking) {
    const { directory, rights = {}, signal } = unpacking;
    // A relative name, because umoci parses a colon as the end of a path.
    const [program, args] = commandWith(rights, umoci, unpackArguments(unpacking));
    try {
        await (0,exec/* run */.eF)(program, args, {
            cwd: directory,
            env: (0,tools_environment/* environmentFor */.DD)('umoci', {}, { own: { HOME: directory } }),
            user: rights.user,
            stdout: 'discard',
            signal,
        });
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        throw new errors/* FledgeError */.aE('tool', `cannot unpack the layers with umoci to compare them: ${error.message}`, {
            cause: error,
            fix: (0,wording/* worded */.MH) `umoci refuses some valid images; build with ${(0,wording/* option */.uK)('verify', 'fsck')} if you trust the image`,
        });
    }
}

// EXTERNAL MODULE: ./build/tree/measure.js
var measure = __webpack_require__(31349);
;// CONCATENATED MODULE: ./build/recipe/verify/umoci-rules.js

/*
 * The known differences between umoci and fledge when they unpack the same image. Any other difference is a defect of one of
 * them.
 */
/**
 * True if no layer contains the directory: its time in our tree is then the time of the tree. umoci gives it the current
 * time and the mode of the umask, and 1970 to the root. True also for a directory that a whiteout of its layer hides, and
 * that the layer needs as a parent: if the whiteout is after the children, umoci keeps the metadata of the lower directory.
 * fledge does not keep it, so that the order has no effect.
 */
function isCreatedDirectory({ kind, mtime }, treeTime) {
    return kind === 'directory' && isSameTime(mtime, treeTime);
}
/**
 * The additional whiteouts that umoci before 0.5 needs, by layer: one for each file of a lower layer that the layer replaces
 * with a directory. They have no effect in later versions.
 */
function whiteoutsFor({ buried }) {
    const paths = new Map();
    for (const { layer, path } of buried) {
        const ofLayer = paths.get(layer);
        if (ofLayer === undefined)
            paths.set(layer, [path]);
        else
            ofLayer.push(path);
    }
    return paths;
}
/** The coarse clocks of file systems are slow by less than this. */
const CLOCK_SLACK_SECONDS = 2;
/** True if umoci changed a directory after it had set its time, as it does for whiteouts and later layers. */
function isTouchedDirectory({ kind, mtime }, { since, until }) {
    const { seconds } = mtime;
    return kind === 'directory' && seconds >= since - CLOCK_SLACK_SECONDS && seconds <= until + CLOCK_SLACK_SECONDS;
}
/** The attributes that umoci does not set, because they are specific to the host (umoci, oci/layer/utils.go and xattr.go). */
const ATTRIBUTES_OF_THE_HOST = ['security.selinux', 'security.nfs4_acl', 'system.nfs4_acl'];
/** If umoci's directory is on an overlayfs, that hides these attributes or stores them under other names. */
const OVERLAY_ATTRIBUTE = 'trusted.overlay.';
/**
 * True if umoci sets an extended attribute on a file of that kind. Like Go's archive/tar, it treats an empty value as a
 * deleted attribute. It ignores ENOTSUP, which Linux returns for an unknown namespace.
 */
function isKeptAttribute(name, value, kind) {
    if (value.length === 0 || ATTRIBUTES_OF_THE_HOST.includes(name) || name.startsWith(OVERLAY_ATTRIBUTE))
        return false;
    return reasonToLeaveOut(name, kind) === undefined;
}
/** The size of a `security.capability` of Linux 2.6.25 and later, without a namespace's root (VFS_CAP_REVISION_2). */
const CAPABILITY_BYTES = 20;
/**
 * True if the kernel lets root of a user namespace set an attribute that `isKeptAttribute`, and returns it unchanged. Not so
 * for `trusted.*` and most of `security.*` (xattr(7)).
 */
function isHeldInNamespace(name, value) {
    if (name === 'security.capability')
        return value.length === CAPABILITY_BYTES;
    return !name.startsWith('security.') && !name.startsWith('trusted.');
}
/** The permission bit that lets the owner change a file and its `user.*` attributes. */
const OWNER_WRITES = 0o200;
/** True if umoci may change the attributes of a file outside of a user namespace, including the recorded owner. */
function isWritable({ mode }) {
    return (mode & OWNER_WRITES) !== 0;
}
/** The range of times that Go's nanoseconds and the file systems of hosts can hold, in seconds. */
const MIN_KEPT_SECONDS = -(2 ** 31);
const MAX_KEPT_SECONDS = 9_223_372_035;
/** True if umoci can set a time on a file: it has 64 bits for nanoseconds, and the host's file system clamps times. */
function isKeptTime({ seconds }) {
    return seconds >= MIN_KEPT_SECONDS && seconds <= MAX_KEPT_SECONDS;
}
/** True if two times are equal, to the nanosecond. */
function isSameTime(a, b) {
    return a.seconds === b.seconds && a.nanoseconds === b.nanoseconds;
}
/** The attribute in which umoci records owners that it may not set. */
const ROOTLESS_OWNER = 'user.rootlesscontainers';
/** True if umoci can record the owner of such an entry: links and fifos have no `user.*` attributes; devices become files. */
function isOwnerNoted(kind) {
    return kind !== 'symlink' && kind !== 'fifo';
}
/** The ID for "unchanged": the owner is the user who unpacked, that is, root in the image. */
const NO_CHANGE = 0xffff_ffff;
/**
 * Decodes the owner in a value of that attribute: a protobuf message with the numbers `uid` (1) and `gid` (2), in which zeros
 * may be omitted (rootless-containers/proto). Undefined for a missing value, as on links and on file systems without
 * attributes, and for other data.
 */
function notedOwner(value) {
    if (value === undefined)
        return undefined;
    const owner = { uid: 0, gid: 0 };
    for (let at = 0; at < value.length;) {
        const tag = value[at++];
        let number = 0;
        for (let scale = 1;; scale *= 128) {
            const byte = value[at++];
            if (byte === undefined || scale > 128 ** 4)
                return undefined;
            number += (byte & 0x7f) * scale;
            if (byte < 0x80)
                break;
        }
        const id = number === NO_CHANGE ? 0 : number;
        if (tag === 0x08)
            owner.uid = id;
        else if (tag === 0x10)
            owner.gid = id;
        else
            return undefined;
    }
    return owner;
}

;// CONCATENATED MODULE: ./build/recipe/verify/unpacked-tree.js






const MAX_DIFFERENCES = 20;
/** Permission bits of an owner: to read a file, and to read a directory and reach what is in it. */
const OWNER_READS = 0o400;
const OWNER_ENTERS = 0o500;
const NO_ENTRY = 'missing';
/** umoci does not record the owner root. */
const NO_NOTE = { uid: 0, gid: 0 };
/** The owner in a record that cannot be decoded. */
const UNKNOWN_OWNER = { uid: '?', gid: '?' };
const USER_ATTRIBUTE = 'user.';
/** The maximum number of bytes of an attribute's value that a difference shows. */
const unpacked_tree_MAX_SHOWN_BYTES = 64;
/**
 * Compares our tree of an image's layers with an unpacking by umoci, which is read as a stream from a tar archive: kind, mode,
 * owner, time, attributes, link groups, targets, and all bytes of contents. Exclusions: see `umoci-rules.ts`.
 */
class UnpackedTreeComparison {
    #options;
    #opener = new content_reader/* ContentOpener */.n();
    #inodes = new Map();
    /** Paths of our entries that were not in the archive so far. */
    #awaited;
    /** The path under which the archive contained an inode of ours with its content. */
    #firstNames = new Map();
    /** Our inodes other than files and symbolic links, by umoci's inode number. */
    #byNumber = new Map();
    /** Paths of aufs files that umoci unpacked, and our inode for each. */
    #leftovers = new Map();
    #differences = [];
    #differenceCount = 0;
    /** Directories in the archive whose modes deny access to their owner. */
    #closed = new Set();
    /** Differences that count only if the disk supports `user.*` attributes. */
    #missingUserAttributes = [];
    #hasUserAttributes = false;
    #file;
    #buffer = Buffer.allocUnsafeSlow(64 * 1024);
    constructor(tree, options) {
        this.#options = options;
        for (const { path, inode } of tree.entries())
            this.#inodes.set(path, inode);
        this.#awaited = new Set(this.#inodes.keys());
    }
    entry(entry) {
        this.#closeFile();
        const path = pathOf(entry.path);
        if (isLeftover(splitPath(path))) {
            // umoci unpacks aufs files as regular files. Their other names are links to them in the archive.
            this.#leftovers.set(path, undefined);
            return;
        }
        if (entry.kind === 'directory' && isClosed(entry))
            this.#closed.add(path);
        const inode = this.#inodes.get(path);
        this.#awaited.delete(path);
        if (inode === undefined)
            this.#differ(path, 'entry', NO_ENTRY, describeKind(entry.kind));
        else if (entry.kind === 'hardlink')
            this.#compareLink(path, inode, pathOf(entry.target));
        else {
            this.#compareKind(path, inode, entry);
            this.#compareMetadata(path, inode, entry);
        }
    }
    data(bytes) {
        const file = this.#file;
        if (file === undefined)
            return;
        for (let at = 0; at < bytes.length;) {
            const theirs = bytes.subarray(at, at + this.#buffer.length);
            const ours = this.#buffer.subarray(0, theirs.length);
            file.content.read(ours, file.position);
            if (!ours.equals(theirs)) {
                const at = file.position + theirs.findIndex((byte, index) => byte !== ours[index]);
                this.#differ(file.path, 'content', 'the expected bytes', `different from byte ${at} on`);
                this.#closeFile();
                return;
            }
            file.position += theirs.length;
            at += theirs.length;
        }
    }
    /** Returns the result. To be called at the end of the archive. */
    finish() {
        this.#closeFile();
        if (this.#hasUserAttributes)
            for (const difference of this.#missingUserAttributes)
                this.#differ(...difference);
        let unreadableCount = 0;
        for (const path of this.#awaited) {
            if (this.#isUnreadable(path))
                unreadableCount += 1;
            else
                this.#differ(path, 'entry', describeKind(this.#inodes.get(path)?.kind ?? ''), NO_ENTRY);
        }
        return {
            differences: this.#differences,
            differenceCount: this.#differenceCount,
            entryCount: this.#inodes.size,
            unreadableCount,
            isWithoutUserAttributes: !this.#hasUserAttributes && this.#missingUserAttributes.length > 0,
        };
    }
    #compareKind(path, inode, entry) {
        if (inode.kind !== 'directory')
            this.#compareFirstName(path, inode);
        // With --rootless, umoci creates empty files instead of devices.
        const theirKind = isDevice(inode) && entry.kind === 'file' && entry.size === 0 ? inode.kind : entry.kind;
        if (inode.kind !== theirKind) {
            this.#differ(path, 'kind', describeKind(inode.kind), describeKind(entry.kind));
        }
        else if (entry.kind === 'symlink' && inode.kind === 'symlink') {
            this.#compare(path, 'target', (0,byte_string/* displayByteString */.oO)(inode.target), (0,byte_string/* displayByteString */.oO)(entry.target));
        }
        else if (entry.kind === 'file' && inode.kind === 'file') {
            const { content } = inode;
            this.#compare(path, 'size', String(content.size), String(entry.size));
            if (content.size !== entry.size)
                return;
            this.#file = { path, content: this.#opener.open(content), position: 0 };
        }
    }
    /** Compares an entry that is not a link in the archive: a file must not be a link to an earlier entry in our tree. */
    #compareFirstName(path, inode) {
        const first = this.#firstNames.get(inode);
        if (first === undefined)
            this.#firstNames.set(inode, path);
        const ours = first === undefined ? 'separate' : `the same as ${(0,byte_string/* displayByteString */.oO)(first)}`;
        if (inode.kind === 'file' || inode.kind === 'symlink') {
            if (first !== undefined)
                this.#differ(path, 'link group', ours, 'separate');
            return;
        }
        const number = this.#options.inodeNumberOf(path);
        if (number === undefined)
            return;
        const theirs = this.#byNumber.get(number);
        this.#byNumber.set(number, inode);
        const isSame = theirs === undefined ? first === undefined : theirs === inode;
        if (!isSame)
            this.#differ(path, 'link group', ours, theirs === undefined ? 'separate' : 'a different one');
    }
    #compareLink(path, inode, target) {
        if (inode.kind !== 'directory' && this.#inodeAt(target, inode) === inode)
            return;
        this.#differ(path, 'link group', 'a different one', `the same as ${(0,byte_string/* displayByteString */.oO)(target)}`);
    }
    /** Our inode at a path of the archive. For an aufs file, that of the first link to it. */
    #inodeAt(path, inode) {
        if (!this.#leftovers.has(path))
            return this.#inodes.get(path);
        const known = this.#leftovers.get(path) ?? inode;
        this.#leftovers.set(path, known);
        return known;
    }
    #compareMetadata(path, inode, entry) {
        const { treeTime, period } = this.#options;
        if (isCreatedDirectory(inode, treeTime))
            return;
        this.#compare(path, 'mode', octal(inode.mode), octal(entry.mode));
        if (isKeptTime(inode.mtime) && !isSameTime(inode.mtime, entry.mtime) && !isTouchedDirectory(entry, period)) {
            this.#differ(path, 'mtime', describeTime(inode.mtime), describeTime(entry.mtime));
        }
        // A file that umoci may not change keeps the attributes of a lower layer (xattr(7)).
        if (this.#options.unpackedBy === 'owner' && !isWritable(inode))
            return;
        this.#compareOwner(path, inode, entry);
        this.#compareAttributes(path, inode, entry);
    }
    #compareOwner(path, inode, entry) {
        if (!isOwnerNoted(inode.kind))
            return;
        const value = entry.xattrs.get(ROOTLESS_OWNER);
        const { uid, gid } = value === undefined ? NO_NOTE : (notedOwner(value) ?? UNKNOWN_OWNER);
        const difference = [path, 'owner', `${inode.uid}:${inode.gid}`, `${uid}:${gid}`];
        if (value === undefined)
            this.#missAttribute(ROOTLESS_OWNER, difference);
        else
            this.#compare(...difference);
    }
    #compareAttributes(path, inode, entry) {
        for (const name of new Set([...inode.xattrs.keys(), ...entry.xattrs.keys()])) {
            if (name.startsWith(USER_ATTRIBUTE))
                this.#hasUserAttributes ||= entry.xattrs.has(name);
            if (name === ROOTLESS_OWNER)
                continue;
            const ours = attributeOf(inode, name, inode.kind);
            const theirs = attributeOf(entry, name, inode.kind);
            if (ours !== undefined && !isHeldInNamespace(name, ours) && this.#options.unpackedBy === 'root')
                continue;
            const difference = [path, (0,byte_string/* displayByteString */.oO)(name), describeValue(ours), describeValue(theirs)];
            if (theirs === undefined)
                this.#missAttribute(name, difference);
            else
                this.#compare(...difference);
        }
    }
    /** Handles an attribute that umoci did not set. It is not a difference if umoci may not set it, or the disk cannot hold it. */
    #missAttribute(name, difference) {
        const [, , ours, theirs] = difference;
        if (this.#options.unpackedBy === 'owner' || ours === theirs)
            return;
        if (name.startsWith(USER_ATTRIBUTE))
            this.#missingUserAttributes.push(difference);
        else
            this.#differ(...difference);
    }
    #compare(path, what, ours, theirs) {
        if (ours !== theirs)
            this.#differ(path, what, ours, theirs);
    }
    #differ(path, what, ours, theirs) {
        this.#differenceCount += 1;
        if (this.#differences.length === MAX_DIFFERENCES)
            return;
        this.#differences.push(`/${(0,byte_string/* displayByteString */.oO)(path)}: ${what}: fledge: ${ours}, umoci: ${theirs}`);
    }
    /** True if modes explain why an entry is not in the archive: the archiving program could not read or reach it. */
    #isUnreadable(path) {
        const { readBy, treeTime } = this.#options;
        if (readBy === 'root')
            return false;
        const inode = this.#inodes.get(path);
        if (inode !== undefined && (inode.kind === 'file' || isDevice(inode)) && (inode.mode & OWNER_READS) === 0)
            return true;
        if (inode?.kind === 'directory') {
            if (isClosed(inode) || this.#closed.has(path))
                return true;
            // umoci may have kept the mode of a lower layer, and GNU tar omits directories that it cannot open.
            if (this.#awaited.has(path) && isCreatedDirectory(inode, treeTime))
                return true;
        }
        return path !== '' && this.#isUnreadable(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    }
    #closeFile() {
        this.#file?.content.close();
        this.#file = undefined;
    }
}
/** Removes the `./` that GNU tar writes for the directory itself and before each name. */
function pathOf(path) {
    return path.replace(/^\.\/?/, '').replace(/\/$/, '');
}
function attributeOf({ xattrs }, name, kind) {
    const value = xattrs.get(name);
    return value !== undefined && isKeptAttribute(name, value, kind) ? value : undefined;
}
function describeValue(value) {
    if (value === undefined)
        return NO_ENTRY;
    const shown = Buffer.from(value.subarray(0, unpacked_tree_MAX_SHOWN_BYTES)).toString('hex');
    if (value.length <= unpacked_tree_MAX_SHOWN_BYTES)
        return `0x${shown}`;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(value).digest('hex').slice(0, 16);
    return `0x${shown}… (${value.length} bytes, SHA-256 ${digest}…)`;
}
function describeKind(kind) {
    return `a ${kind.replace('-', ' ')}`;
}
function octal(mode) {
    return mode.toString(8).padStart(4, '0');
}
function describeTime({ seconds, nanoseconds }) {
    return `${seconds}.${String(nanoseconds).padStart(9, '0')}`;
}
/** True if the mode of a directory does not let its owner list or enter it. */
function isClosed({ mode }) {
    return (mode & OWNER_ENTERS) !== OWNER_ENTERS;
}
/** True for devices: umoci creates empty files instead, and records their owners, too. */
function isDevice({ kind }) {
    return kind === 'char-device' || kind === 'block-device';
}

;// CONCATENATED MODULE: ./build/recipe/verify/layers.js



















/**
 * The programs for the comparison with umoci; undefined if the build does not compare layers.
 *
 * @throws FledgeError `tool` if one of them is missing.
 */
async function requireLayerVerifier({ verify, sources }) {
    if (verify !== 'full')
        return undefined;
    return {
        umoci: await (0,find/* requireTool */.Y0)(table/* umoci */.AT, sources.signal),
        tar: await (0,find/* requireTool */.Y0)(table/* gnuTar */.oI, sources.signal),
        unshare: await (0,find/* findProgram */.Kp)('unshare'),
    };
}
/** The user and group `nobody` of Linux distributions. */
const NOBODY = { uid: 65_534, gid: 65_534 };
/** Names in the directory where umoci runs. */
const layers_LAYOUT = 'layout';
const UNPACKED = 'rootfs';
/** An empty directory that only root can read, not its owner. */
const CLOSED = 'closed';
/** The permission bit that lets other users enter a directory. */
const OTHERS_ENTER = 0o001;
/** The interval of disk space checks while umoci writes. */
const LOOK_MS = 250;
const WITHOUT_NAMESPACE = 'umoci cannot unpack this image in a user namespace on this machine: attributes and owners were compared only for files whose modes let umoci set them';
const TEMPORARY_FIX = (0,wording/* worded */.MH) `set TMPDIR to a directory on another disk, or build with ${(0,wording/* option */.uK)('verify', 'fsck')}`;
/**
 * Unpacks the layers of an image a second time, with umoci into a temporary directory, and compares the result with the tree,
 * which must contain the layers only.
 *
 * On the host, umoci runs as the user `nobody` if root builds, and otherwise as the user of the build. It also runs as root if
 * that root may not change owners, or is root of a user namespace without `nobody`. It always runs with `--rootless`: it
 * creates no devices, and records owners in an attribute. If the kernel permits, it runs as root of a new user namespace, so
 * that modes do not prevent it from changing files of lower layers. Without a namespace, less is compared.
 *
 * umoci writes holes as zeros, so the disk must have space for them. All files are removed at the end.
 *
 * @throws FledgeError `internal` with the entries that differ; `tool` if umoci cannot unpack the image; `output` if the disk
 *   has no space for it.
 */
async function verifyLayers(image, tree, verifier, { mtime, sources, steps }) {
    const { reporter, signal } = sources;
    steps.begin('verify-layers', 'compare the layers with an unpacking by umoci');
    const scratch = (0,files_scratch/* temporaryDirectory */.De)('umoci');
    const watch = new AbortController();
    const stopping = AbortSignal.any([watch.signal, ...(signal === undefined ? [] : [signal])]);
    const reserve = new disk_space/* DiskReserve */.Gs(scratch.path);
    const timer = setInterval(() => {
        if (reserve.exceeded() !== undefined)
            watch.abort();
    }, LOOK_MS);
    try {
        const since = seconds();
        const directory = (0,external_node_path_.join)(scratch.path, 'work');
        (0,external_node_fs_.mkdirSync)(directory, { mode: 0o700 });
        const user = process.geteuid?.() === 0 && giveAway(directory) ? NOBODY : undefined;
        // `nobody` can enter the directory, because umoci may use absolute paths, but cannot list it.
        if (user !== undefined)
            (0,external_node_fs_.chmodSync)(scratch.path, 0o711);
        requireRoom(image, tree, { directory: scratch.path, isCopied: user !== undefined });
        let rights;
        try {
            await linkLayout(image, (0,external_node_path_.join)(directory, layers_LAYOUT), {
                blobs: user === undefined ? 'link' : 'copy',
                signal: stopping,
                whiteouts: whiteoutsFor(tree),
            });
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, CLOSED), { mode: 0 });
            if (user !== undefined)
                giveAllAway(directory);
            rights = await unpack(verifier, { directory, user, signal: stopping });
        }
        catch (error) {
            if (!watch.signal.aborted || signal?.aborted === true)
                throw error;
            throw new errors/* FledgeError */.aE('output', `umoci was stopped: the image would fill the disk of ${scratch.path}`, {
                cause: error,
                fix: (0,wording/* worded */.MH) `free some space, or ${TEMPORARY_FIX}`,
            });
        }
        const period = { since, until: seconds() };
        const isInNamespace = rights.unshare !== undefined;
        const comparison = new UnpackedTreeComparison(tree, {
            treeTime: mtime,
            period,
            unpackedBy: isInNamespace ? 'root' : 'owner',
            readBy: isInNamespace || user !== undefined ? 'root' : 'owner',
            inodeNumberOf: (path) => inodeNumberOf((0,external_node_path_.join)(directory, UNPACKED), path),
        });
        const archive = new TarReader(comparison, 'the archive of the files from umoci');
        const onData = (bytes) => archive.push(bytes);
        // Without a namespace, tar runs as the user of the build: root can read files that `nobody` cannot.
        const tarRights = isInNamespace ? rights : {};
        await archiveDirectory(verifier.tar.path, { directory, source: UNPACKED, onData, rights: tarRights, signal });
        archive.finish();
        const result = comparison.finish();
        requireEqual(result);
        reporter.info(`umoci unpacks the same ${result.entryCount} entries; device numbers were not compared`);
        if (!isInNamespace)
            reporter.info(WITHOUT_NAMESPACE);
        if (result.isWithoutUserAttributes) {
            reporter.info(`owners and user.* attributes were not compared: the file system of ${(0,external_node_os_.tmpdir)()} does not support them`);
        }
        if (result.unreadableCount > 0) {
            reporter.info(`${result.unreadableCount} of them were not compared: their modes deny access even to their owner`);
        }
    }
    finally {
        clearInterval(timer);
        scratch.dispose();
    }
}
/** Unpacks the layout in `directory` with umoci, with the first rights that are sufficient, and returns these. */
async function unpack({ umoci, tar, unshare }, { directory, user, signal, }) {
    const program = user === undefined ? umoci.path : reachableProgram(umoci.path, directory);
    const names = { layout: layers_LAYOUT, image: LINKED_IMAGE, target: UNPACKED };
    if (unshare !== undefined) {
        const rights = { user, unshare };
        if (await readsClosedDirectory(tar.path, { directory, source: CLOSED, rights, signal })) {
            try {
                await unpackWithUmoci(program, { ...names, directory, rights, signal });
                return rights;
            }
            catch (error) {
                if (signal.aborted || !(error instanceof errors/* FledgeError */.aE))
                    throw error;
                // An ACL may name a user that the namespace does not have. If that is not the reason, umoci fails again below.
                removeUnpacked((0,external_node_path_.join)(directory, UNPACKED));
            }
        }
    }
    await unpackWithUmoci(program, { ...names, directory, rights: { user }, signal });
    return { user };
}
function removeUnpacked(path) {
    const identity = (0,remove_tree/* identityOf */.cu)(path);
    if (identity !== undefined)
        (0,remove_tree/* removeDirectory */.q)(path, identity);
}
/** The inode number of a file; undefined if only root of a user namespace can enter its directory. */
function inodeNumberOf(directory, path) {
    try {
        return (0,external_node_fs_.lstatSync)(Buffer.concat([Buffer.from(`${directory}/`), (0,byte_string/* bytesOf */.$$)(path)]), { bigint: true }).ino;
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) === 'EACCES')
            return undefined;
        throw error;
    }
}
/**
 * Checks the space for the final state of the directory. Layers that replace files need more space in between.
 *
 * @throws FledgeError `output` with the missing space.
 */
function requireRoom({ layers }, tree, { directory, isCopied }) {
    const { apparent, stored, sparsest } = (0,measure/* measureTree */.J)(tree);
    const copied = isCopied ? layers.reduce((sum, { size }) => sum + size, 0) : 0;
    const holes = sparsest === undefined
        ? ''
        : `, which writes ${(0,units/* formatBytes */.z3)(apparent - stored)} of holes as zeros, such as those of ${sparsest.path} (${(0,units/* formatBytes */.z3)(sparsest.size)})`;
    const what = `an unpacking by umoci${holes}`;
    (0,disk_space/* requireSpace */.MK)([{ directory, bytes: apparent + copied, what, fix: TEMPORARY_FIX }]);
}
/** Changes the owner to `nobody`. Returns false if root has no right to do so, or is in a namespace without that user. */
function giveAway(path) {
    try {
        (0,external_node_fs_.lchownSync)(path, NOBODY.uid, NOBODY.gid);
        return true;
    }
    catch {
        return false;
    }
}
/** The path of the program if `nobody` can reach it; otherwise that of a copy in `directory`, the working directory. */
function reachableProgram(path, directory) {
    const real = (0,external_node_fs_.realpathSync)(path);
    for (let above = (0,external_node_path_.dirname)(real); ((0,external_node_fs_.statSync)(above).mode & OTHERS_ENTER) !== 0; above = (0,external_node_path_.dirname)(above)) {
        if (above === (0,external_node_path_.dirname)(above))
            return path;
    }
    const copy = (0,external_node_path_.join)(directory, 'umoci');
    (0,external_node_fs_.copyFileSync)(real, copy, external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE);
    (0,external_node_fs_.lchownSync)(copy, NOBODY.uid, NOBODY.gid);
    // A relative path, because `nobody` may not be able to enter the directories above.
    return './umoci';
}
/** Changes the owner of the layout to `nobody`, who may not read the cache. */
function giveAllAway(directory) {
    for (const entry of (0,external_node_fs_.readdirSync)(directory, { recursive: true, withFileTypes: true })) {
        (0,external_node_fs_.lchownSync)((0,external_node_path_.join)(entry.parentPath, entry.name), NOBODY.uid, NOBODY.gid);
    }
}
function requireEqual({ differences, differenceCount }) {
    if (differenceCount === 0)
        return;
    const more = differenceCount - differences.length;
    const lines = [...differences, ...(more > 0 ? [`and ${more} more`] : [])];
    throw new errors/* FledgeError */.aE('internal', `fledge and umoci unpack the layers differently:\n${lines.join('\n')}`, {
        fix: (0,wording/* worded */.MH) `please report this with the name of the image, because one of the two has a defect, or build with ${(0,wording/* option */.uK)('verify', 'fsck')}`,
    });
}
function seconds() {
    return Math.floor(Date.now() / 1000);
}

;// CONCATENATED MODULE: ./build/recipe/verify/missing-files.js





/** Finds the files of agent, busybox, init and image that do not exist (yet). For mappings, see `findUnusableSources`. */
async function findMissingFiles({ config, directory }) {
    const files = namedFiles(config);
    const missing = await Promise.all(files.map(({ file }) => isMissing(resolve(directory, file))));
    return files.filter((_, index) => missing[index]).map(({ finding }) => finding);
}
/** The problem of an `[init] path` that does not exist on this machine and cannot be a path in the image. */
function missingInit(init) {
    const path = init.mode === 'custom' ? init.path : '';
    const message = `${path} does not exist beside fledge.toml; build it first, or use an absolute path in the image`;
    return { path: ['init', 'path'], message };
}
/** The files that keys other than mappings name, with their problem if they do not exist. */
function namedFiles(config) {
    const at = (file, ...path) => ({ file, finding: { path, message: NOT_ON_HOST } });
    const agent = config.agent?.source === 'local' ? [at(config.agent.path, 'agent', 'path')] : [];
    const images = (0,config_images/* fetchedImagesOf */.Rc)(config).flatMap(({ reference: { path }, key }) => path === undefined ? [] : [at(path, 'source', key)]);
    const dockerfile = (0,config_images/* dockerfileOf */.S9)(config);
    const built = [
        ...(dockerfile === undefined ? [] : [at(dockerfile.text, 'source', 'dockerfile')]),
        ...(dockerfile?.context === undefined ? [] : [at(dockerfile.context, 'source', 'context')]),
    ];
    if (config.strategy === 'oci_rootfs')
        return [...agent, ...images, ...built];
    const { busybox, init } = config;
    return [
        ...agent,
        ...images,
        ...built,
        ...(busybox.location?.kind === 'file' ? [at(busybox.location.path, 'source', 'busybox_url')] : []),
        // An absolute path can be a path in the image.
        ...(init.mode === 'custom' && !(0,external_node_path_.isAbsolute)(init.path) ? [{ file: init.path, finding: missingInit(init) }] : []),
    ];
}
/** False for errors other than a missing file: the build reports them. */
async function isMissing(path) {
    try {
        await stat(path);
        return false;
    }
    catch (error) {
        return systemCodeOf(error) === 'ENOENT';
    }
}

;// CONCATENATED MODULE: ./build/recipe/verify/pid1.js



/** The key that selects the program of PID 1. */
function initKey({ init }) {
    return init.mode === 'default' ? ['init'] : ['init', init.mode === 'none' ? 'none' : 'path'];
}
/**
 * Finds the fault of the program of PID 1, at an absolute path of the tree: nothing provides it, or it cannot start. The
 * machine would power off at its first boot.
 */
async function findInitFault(tree, path, { config, directory, ...context }) {
    const name = (0,byte_string/* byteStringFromText */.dw)(path);
    if (tree.get(name) === undefined) {
        if (context.isIncomplete === true)
            return undefined;
        const hint = `"./my-program" = "${path}"`;
        const message = config.init.mode === 'custom'
            ? `${path} does not exist on the host, and no mapping provides it; map it: ${hint}`
            : `nothing provides ${path}; map a program to it: ${hint}`;
        return { path: initKey(config), message };
    }
    const message = await findStartFault(tree, path, context);
    if (message === undefined)
        return undefined;
    const key = config.init.mode === 'default' ? undefined : mappingKey(tree, name, { config, directory });
    return { path: key ?? initKey(config), message };
}

;// CONCATENATED MODULE: ./build/recipe/initramfs.js




























/**
 * Builds an initramfs: the files of an image if there is one, base directories, busybox and its links, the init, the agent,
 * the mappings. Later ones replace earlier ones; base directories and links are added only where nothing is. Programs are
 * fetched, verified and compiled concurrently.
 *
 * @throws FledgeError `config` for a file that fledge.toml names and that nothing provides; otherwise as the sources do.
 */
async function buildInitramfs(job) {
    job.steps.begin('collect', 'collect busybox, init, agent and mapped files');
    const choice = await checkedInitChoice(job);
    const file = job.artifact.inOrder();
    const layers = [];
    // Threads start slowly: they do it while files are fetched and compiled, and not for a build that is refused before.
    const gzip = openGzip({ workers: job.workers, write: async (bytes) => file.write(bytes) });
    try {
        const { tree, inputs, executables, obtained } = await collect(job, choice, layers);
        const contents = contentShares(tree);
        const image = obtained?.facts;
        const unpackedBytes = contents.reduce((sum, { size }) => sum + size, 0);
        gzip.expect(unpackedBytes);
        const built = {
            strategy: 'initramfs',
            hasAgent: job.config.agent !== undefined,
            unpackedBytes,
            executables,
            ...(image !== undefined && { image }),
        };
        await job.report(await remarksOnEntrypoint(tree, built, { platform: job.platform, template: job.template }));
        job.steps.begin('write', `write ${job.artifact.name}`);
        await writeCpio(tree.entries(), gzip);
        await gzip.finish();
        return { inputs, built, contents, reproducible: obtained?.reproducible ?? { ok: true } };
    }
    catch (error) {
        await gzip.abort();
        throw error;
    }
    finally {
        await closeLayers(layers);
    }
}
/** The init of a build. @throws FledgeError for a fault of fledge.toml or of the files that it names. */
async function checkedInitChoice(job) {
    const { config, directory, errorAt, platform } = job;
    requireBusyboxFor(config.busybox, platform);
    const choice = await (0,choose/* chooseInit */.C)(config.init, directory);
    const needless = (0,choose/* compileProblem */.v)(config.init, choice);
    if (needless !== undefined)
        throw await errorAt([{ path: ['init', 'compile'], message: needless }]);
    if (choice.kind === 'c-init' && choice.exec !== choice.exec?.trim()) {
        const message = 'it begins or ends with white space, which the init would ignore';
        throw await errorAt([{ path: initKey(config), message }]);
    }
    await requireMappingSources(job);
    if (choice.kind === 'missing')
        throw await errorAt([missingInit(config.init)]);
    return choice;
}
async function collect(job, choice, layers) {
    const { config, mtime, platform } = job;
    const verifier = config.image === undefined ? undefined : await requireLayerVerifier(job);
    const budget = new support_budget/* Budget */._({ unpacked: config.maxUnpackedMb * units/* MEBIBYTE */.gJ });
    const [busybox, init, agent, obtained] = await (0,concurrency/* settleAll */.j)(fetchBusyboxPart(job), prepareInit(job, choice), config.agent === undefined ? undefined : fetchAgentPart(config.agent, job), config.image === undefined ? undefined : obtainImage(config.image, config.imageLock, budget, job));
    const tree = new FileTree(mtime, budget);
    if (obtained !== undefined) {
        const places = requiredPlaces(choice, agent);
        await unpackLayers(obtained.image, job, { tree, layers, budget, places });
        if (verifier !== undefined)
            await verifyLayers(obtained.image, tree, verifier, job);
    }
    addBaseTree(tree, mtime);
    addBusybox(tree, busybox.content, busybox.applets, mtime);
    if (init !== undefined)
        addProgram(tree, INIT_PATH, init.content, mtime);
    if (choice.kind === 'c-init' && choice.exec !== undefined) {
        addFile(tree, INIT_TARGET_PATH, Buffer.from(`${choice.exec}\n`), mtime);
    }
    if (agent !== undefined)
        addProgram(tree, AGENT_PATH, agent.content, mtime);
    const executables = await mapAround(tree, keptInInitramfs(config, choice), job);
    const first = choice.kind === 'c-init' && choice.exec !== undefined ? choice.exec : '/init';
    await requireProgram(tree, first, job);
    const others = executables.filter((path) => path !== first);
    await reportProgramFaults(tree, await findProgramFaults(tree, others, { platform }), job);
    adaptToCpio(tree, job.adjustments);
    const ofParts = [init, agent].flatMap((part) => part?.input ?? []);
    return { tree, inputs: [...(obtained?.inputs ?? []), ...busybox.inputs, ...ofParts], executables, obtained };
}
/** The places that the build needs in the image. */
function requiredPlaces(choice, agent) {
    return [
        { path: BUSYBOX_PATH, purpose: 'busybox' },
        ...(choice.kind === 'mapped' ? [] : [{ path: INIT_PATH, purpose: 'the init' }]),
        ...(agent === undefined ? [] : [{ path: AGENT_PATH, purpose: 'the agent' }]),
    ];
}
/** Fetches busybox from its source in fledge.toml. */
async function fetchBusyboxPart({ config, platform, scratchDirectory, sources }) {
    const { busybox, maxUnpackedMb } = config;
    if (busybox.image === undefined) {
        const file = await fetchBusybox(busybox, platform, sources);
        const input = inputOf({ name: 'busybox', uri: uriOf(busybox.location, file.uri), sha256: file.sha256 });
        return { content: hostFile(file, 'busybox'), applets: file.applets, inputs: [input] };
    }
    const file = await fetchBusyboxImage(busybox, { platform, scratchDirectory, maxUnpackedMb }, sources);
    const uri = `${uriOfImage(busybox.image)}#/${BUSYBOX_PATH}`;
    const inputs = [
        imageInput('busybox image', busybox.image, file.imageDigest),
        inputOf({ name: 'busybox', uri, sha256: file.sha256 }),
    ];
    return { content: hostFile(file, 'busybox'), applets: file.applets, inputs };
}
async function prepareInit({ platform, scratchDirectory, sources, config }, choice) {
    if (choice.kind === 'host-file') {
        const file = await readInitProgram(choice.path, platform);
        const path = config.init.mode === 'custom' ? config.init.path : choice.path;
        return {
            content: hostFile(file, path),
            input: inputOf({ name: 'init', uri: uriOf({ kind: 'file', path }, path), sha256: file.sha256 }),
        };
    }
    if (choice.kind !== 'c-init')
        return undefined;
    const data = choice.compile
        ? await compileInit({ platform, scratchDir: scratchDirectory, signal: sources.signal })
        : await readInitBinary(platform);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(data).digest('hex');
    return {
        content: { kind: 'bytes', size: data.length, data },
        input: inputOf({ name: 'init', uri: choice.compile ? 'fledge:init.c' : 'fledge:init', sha256 }),
    };
}
/**
 * Checks that the program of PID 1 exists and can start. Otherwise the machine would power off at its first boot.
 *
 * @throws FledgeError `config` if not.
 */
async function requireProgram(tree, path, job) {
    const { config, directory, errorAt, platform } = job;
    const fault = await findInitFault(tree, path, { config, directory, platform });
    if (fault !== undefined)
        throw await errorAt([fault]);
}

// EXTERNAL MODULE: ./build/config/filesystems.js
var filesystems = __webpack_require__(89747);
// EXTERNAL MODULE: ./build/recipe/filesystems/table.js + 58 modules
var filesystems_table = __webpack_require__(50300);
;// CONCATENATED MODULE: ./build/recipe/free-space.js


/** The smallest free space for `size_buffer_mb = "auto"`, in MiB. */
const MIN_AUTO_MB = 64;
/** The free space of an image, in MiB: that of the config; or, for `auto`, a quarter of the content without holes. */
function freeSpaceMb({ sizeBufferMb }, tree) {
    if (sizeBufferMb !== 'auto')
        return sizeBufferMb;
    return Math.max(MIN_AUTO_MB, Math.ceil((0,measure/* measureTree */.J)(tree).stored / 4 / units/* MEBIBYTE */.gJ));
}

;// CONCATENATED MODULE: ./build/formats/image-file.js

/** In bytes; large enough that the cost of a system call per buffer is negligible. */
const BUFFER_SIZE = 1024 * 1024;
/** The number of bytes written between two calls of `startSync`. */
const SYNC_BYTES = 32 * 1024 * 1024;
/** Shorter holes are written as zeros: a file with too many holes is slow to read. */
const MIN_HOLE = 64 * 1024;
/**
 * Combines the bytes of an image into large writes. `holes: 'fill'` writes holes as zeros, so that all space of the file is
 * allocated on the disk; the bytes are the same. `flush` writes the rest of the buffer.
 */
function imageFileSink(file, options) {
    const buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);
    let filled = 0;
    let unsynced = 0;
    const flush = () => {
        if (filled > 0)
            file.write(buffer.subarray(0, filled));
        unsynced += filled;
        filled = 0;
        if (options.sync !== true || unsynced < SYNC_BYTES)
            return;
        unsynced = 0;
        file.startSync();
    };
    const commit = (length) => {
        filled += length;
        if (filled < BUFFER_SIZE)
            return undefined;
        flush();
        // The only point in a long write at which signals and timers are handled.
        return (0,promises_.setImmediate)();
    };
    return {
        reserve: () => buffer.subarray(filled),
        commit,
        async hole(length) {
            if (options.holes === 'keep' && length >= MIN_HOLE) {
                flush();
                file.hole(length);
                return;
            }
            for (let left = length; left > 0;) {
                const part = Math.min(left, BUFFER_SIZE - filled);
                buffer.fill(0, filled, filled + part);
                await commit(part);
                left -= part;
            }
        },
        flush,
    };
}

;// CONCATENATED MODULE: ./build/recipe/output-space.js


/**
 * Checks that the disk has space for an image in its directory, and for `others`, before the image is written. `bytes` is
 * the minimum size of the image on the disk: the holes of a sparse image do not count.
 *
 * @throws FledgeError `output` with the missing space.
 */
function requireOutputSpace({ artifact }, bytes, others = []) {
    (0,disk_space/* requireSpace */.MK)([...others, outputNeed(artifact.directory, bytes, `the image ${artifact.name}`)]);
}

;// CONCATENATED MODULE: ./build/recipe/image-output.js



/** Writes the image as the artifact. */
function rawOutput(job) {
    const { artifact, config, verify } = job;
    const { preallocate, type } = config.filesystem;
    const holes = preallocate && filesystems/* FILESYSTEM_TRAITS */.gW[type].isWritable ? 'fill' : 'keep';
    return {
        checkedPath: artifact.scratchPath,
        requireSpace: (_order, bytes, others) => requireOutputSpace(job, bytes, others),
        requireSize: (bytes) => artifact.requireSize(bytes),
        async writeInOrder(write) {
            const output = artifact.inOrder();
            const sink = imageFileSink(output, { holes, sync: verify !== 'none' });
            await write(sink, undefined);
            sink.flush();
            output.complete();
        },
        inAnyOrder() {
            const output = artifact.inAnyOrder();
            return { ...output, finish: () => output.finish({ holes }) };
        },
    };
}

// EXTERNAL MODULE: ./build/formats/block-queue.js
var block_queue = __webpack_require__(1236);
// EXTERNAL MODULE: ./build/formats/zstd/load.js
var load = __webpack_require__(68527);
;// CONCATENATED MODULE: ./build/formats/qcow2/format.js
/**
 * qcow2, version 3 (QEMU, docs/interop/qcow2.rst). All numbers are big-endian. The sizes of clusters and refcounts are QEMU's
 * defaults, which every reader supports.
 */
/** The methods of compression, and the values of the header's compression type. */
const COMPRESSION_TYPES = { zlib: 0, zstd: 1 };
const CLUSTER_BITS = 16;
/** In bytes. */
const CLUSTER_SIZE = 2 ** CLUSTER_BITS;
/** In bytes: the unit of compressed clusters and of the size of the disk. */
const SECTOR_SIZE = 512;
/** Entries of L1 tables, L2 tables and the refcount table. */
const ENTRY_SIZE = 8;
const ENTRIES_PER_CLUSTER = CLUSTER_SIZE / ENTRY_SIZE;
/** The size of a refcount in bytes. */
const REFCOUNT_SIZE = 2;
const REFCOUNT_ORDER = 4;
const format_MAGIC = 0x51_46_49_fb;
const VERSION = 3;
const HEADER_LENGTH = 112;
const INCOMPATIBLE_COMPRESSION_TYPE = 3;
const FEATURE_NAME_TABLE = 0x6803_f857;
const BACKING_FORMAT = 0xe279_2aca;
const FEATURE_NAME_LENGTH = 46;
/** The first cluster. */
function format_encodeHeader(header) {
    const cluster = Buffer.alloc(CLUSTER_SIZE);
    const usesZstd = header.compression === 'zstd';
    cluster.writeUInt32BE(format_MAGIC, 0);
    cluster.writeUInt32BE(VERSION, 4);
    cluster.writeUInt32BE(CLUSTER_BITS, 20);
    writeNumber(cluster, header.size, 24);
    cluster.writeUInt32BE(header.l1Size, 36);
    writeNumber(cluster, header.l1Position, 40);
    writeNumber(cluster, header.refcountTablePosition, 48);
    cluster.writeUInt32BE(header.refcountTableClusters, 56);
    // Readers that know zlib only must refuse the image.
    if (usesZstd)
        writeNumber(cluster, 2 ** INCOMPATIBLE_COMPRESSION_TYPE, 72);
    cluster.writeUInt32BE(REFCOUNT_ORDER, 96);
    cluster.writeUInt32BE(HEADER_LENGTH, 100);
    cluster.writeUInt8(COMPRESSION_TYPES[header.compression ?? 'zlib'], 104);
    // Old readers print this name of the feature. The zeros after it end the list of extensions.
    if (usesZstd) {
        cluster.writeUInt32BE(FEATURE_NAME_TABLE, HEADER_LENGTH);
        cluster.writeUInt32BE(2 + FEATURE_NAME_LENGTH, HEADER_LENGTH + 4);
        cluster.writeUInt8(INCOMPATIBLE_COMPRESSION_TYPE, HEADER_LENGTH + 9);
        cluster.write('compression type', HEADER_LENGTH + 10, 'latin1');
    }
    return cluster;
}
/** The length in bytes of the longest path of a backing file. */
const MAX_BACKING_PATH = 1023;
/** Names the backing file in the first cluster: the image below this one, and its format. */
function writeBackingFile(cluster, path, format) {
    const name = Buffer.from(format);
    // An extension has a type, a length, and its data, which is padded to eight bytes. Zeros end the list.
    cluster.writeUInt32BE(BACKING_FORMAT, HEADER_LENGTH);
    cluster.writeUInt32BE(name.length, HEADER_LENGTH + 4);
    name.copy(cluster, HEADER_LENGTH + 8);
    const position = HEADER_LENGTH + 8 + name.length + (-name.length & 7) + 8;
    writeNumber(cluster, position, 8);
    cluster.writeUInt32BE(path.length, 16);
    path.copy(cluster, position);
}
/** The number of bytes that `decodeHeader` needs. */
const HEADER_FACTS_LENGTH = 32;
/** Reads the facts of a header from the first bytes of a file; undefined if it is not a qcow2 image. */
function decodeHeader(bytes) {
    if (bytes.length < HEADER_FACTS_LENGTH || bytes.readUInt32BE(0) !== format_MAGIC)
        return undefined;
    return { version: bytes.readUInt32BE(4), size: Number(bytes.readBigUInt64BE(24)) };
}
/** The entry of a table that refers to a cluster with a refcount of 1 (bit 63). */
function writeClusterEntry(table, index, position) {
    writeNumber(table, position, index * ENTRY_SIZE);
    const high = table.readUInt32BE(index * ENTRY_SIZE);
    table.writeUInt32BE((high | 0x8000_0000) >>> 0, index * ENTRY_SIZE);
}
/**
 * The L2 entry of a compressed cluster (bit 62) at any position: below the bits for the position, which depend on the size of
 * clusters, is the number of sectors after the first one that it touches.
 */
function writeCompressedEntry(table, index, position, length) {
    const firstSector = Math.floor(position / SECTOR_SIZE);
    const lastSector = Math.floor((position + length - 1) / SECTOR_SIZE);
    const positionBits = 62 - (CLUSTER_BITS - 8);
    writeNumber(table, position, index * ENTRY_SIZE);
    const high = table.readUInt32BE(index * ENTRY_SIZE);
    const sectors = (lastSector - firstSector) * 2 ** (positionBits - 32);
    table.writeUInt32BE((high | sectors | 0x4000_0000) >>> 0, index * ENTRY_SIZE);
}
/** Writes an integer below 2^53 as 64 bits. */
function writeNumber(bytes, value, offset) {
    bytes.writeUInt32BE(Math.floor(value / 2 ** 32), offset);
    bytes.writeUInt32BE(value % 2 ** 32, offset + 4);
}

;// CONCATENATED MODULE: ./build/formats/qcow2/cluster-map.js

/** The places of the disk's clusters: the L1 and L2 tables. Clusters without a place are zeros. */
class ClusterMap {
    #writeCluster;
    #tablePositions = new Map();
    #table = Buffer.alloc(CLUSTER_SIZE);
    #tableIndex;
    /** `writeCluster` adds a cluster to the file and returns its position. It must copy the bytes. */
    constructor(writeCluster) {
        this.#writeCluster = writeCluster;
    }
    /** Sets the place of the disk's cluster of this number. Call it in ascending order: only one L2 table is in memory. */
    set(cluster, place) {
        const tableIndex = Math.floor(cluster / ENTRIES_PER_CLUSTER);
        if (tableIndex !== this.#tableIndex)
            this.#flush();
        this.#tableIndex = tableIndex;
        const index = cluster % ENTRIES_PER_CLUSTER;
        if (place.compressedLength === undefined)
            writeClusterEntry(this.#table, index, place.position);
        else
            writeCompressedEntry(this.#table, index, place.position, place.compressedLength);
    }
    /** Writes the last L2 table, and returns the L1 table of a disk of this size in bytes, as whole clusters. */
    finish(size) {
        this.#flush();
        const length = Math.ceil(size / (CLUSTER_SIZE * ENTRIES_PER_CLUSTER));
        const table = Buffer.alloc(Math.ceil((length * ENTRY_SIZE) / CLUSTER_SIZE) * CLUSTER_SIZE);
        for (const [index, position] of this.#tablePositions)
            writeClusterEntry(table, index, position);
        return { table, length };
    }
    #flush() {
        if (this.#tableIndex === undefined)
            return;
        this.#tablePositions.set(this.#tableIndex, this.#writeCluster(this.#table));
        this.#table.fill(0);
    }
}

;// CONCATENATED MODULE: ./build/formats/qcow2/host-clusters.js

const REFCOUNTS_PER_BLOCK = CLUSTER_SIZE / REFCOUNT_SIZE;
/** The clusters of the file, and the number of references to each. Positions are in bytes. */
class HostClusters {
    /** The blocks of refcounts, as they are in the file: 64 KiB for each 2 GiB. */
    #blocks = [];
    #end = 0;
    /** The first byte after the compressed clusters; the rest of its cluster is for further ones. */
    #compressedEnd = 0;
    /** Adds a cluster at the end of the file, with one reference, and returns its position. */
    addCluster() {
        const position = this.#end;
        this.#end += CLUSTER_SIZE;
        this.#addReference(position);
        return position;
    }
    /** Finds space for a compressed cluster of `length` bytes, and returns its position. */
    addCompressed(length) {
        const clusterEnd = Math.ceil(this.#compressedEnd / CLUSTER_SIZE) * CLUSTER_SIZE;
        const fits = clusterEnd === this.#end || this.#compressedEnd + length <= clusterEnd;
        const position = fits ? this.#compressedEnd : this.#end;
        const end = position + length;
        for (let at = position - (position % CLUSTER_SIZE); at < end; at += CLUSTER_SIZE)
            this.#addReference(at);
        this.#compressedEnd = end;
        this.#end = Math.max(this.#end, Math.ceil(end / CLUSTER_SIZE) * CLUSTER_SIZE);
        return position;
    }
    /** Adds the refcount table and its blocks, which count themselves. Nothing can be added after that. */
    addRefcounts() {
        const before = this.#end / CLUSTER_SIZE;
        let blocks = 0;
        let tableClusters = 0;
        for (;;) {
            const neededBlocks = Math.ceil((before + blocks + tableClusters) / REFCOUNTS_PER_BLOCK);
            const neededClusters = Math.ceil((neededBlocks * ENTRY_SIZE) / CLUSTER_SIZE);
            if (neededBlocks === blocks && neededClusters === tableClusters)
                break;
            blocks = neededBlocks;
            tableClusters = neededClusters;
        }
        const position = this.#end;
        for (let count = 0; count < tableClusters + blocks; count++)
            this.addCluster();
        const table = Buffer.alloc(tableClusters * CLUSTER_SIZE);
        for (let index = 0; index < blocks; index++) {
            writeNumber(table, position + (tableClusters + index) * CLUSTER_SIZE, index * ENTRY_SIZE);
        }
        return { position, table, blocks: this.#blocks };
    }
    #addReference(position) {
        const cluster = position / CLUSTER_SIZE;
        const index = Math.floor(cluster / REFCOUNTS_PER_BLOCK);
        let block = this.#blocks[index];
        if (block === undefined) {
            block = Buffer.alloc(CLUSTER_SIZE);
            this.#blocks.push(block);
        }
        const offset = (cluster % REFCOUNTS_PER_BLOCK) * REFCOUNT_SIZE;
        block.writeUInt16BE(block.readUInt16BE(offset) + 1, offset);
    }
}

;// CONCATENATED MODULE: ./build/formats/qcow2/load-deflate.js

/** Compiles the wasm module of deflate-wrapper.c. ncc recognises this form of the path and bundles the file. */
function loadDeflate() {
    return new WebAssembly.Module((0,external_node_fs_.readFileSync)(__webpack_require__.ab + "deflate.wasm"));
}

;// CONCATENATED MODULE: ./build/formats/qcow2/writer.js








/**
 * The number of bytes that compression must save: a page. Less is not worth the time for decompression, and a cluster that is
 * not compressed can be changed in place.
 */
const MIN_SAVING = 4096;
/** The number of zero clusters between two points at which signals and timers are handled. */
const ZERO_CLUSTERS_PER_TURN = 64;
const writer_ZEROS = Buffer.alloc(CLUSTER_SIZE);
/**
 * Writes a disk image, from its first byte to its last, as a qcow2 image. Clusters of zeros are not allocated. The output
 * depends on the bytes and on `compression` only. After an error, call `close`.
 */
class Qcow2Writer {
    #target;
    #compression;
    #queue;
    #host = new HostClusters();
    #map = new ClusterMap((bytes) => this.#addCluster(bytes));
    /** The cluster that is being filled; undefined while all buffers are in use. */
    #buffer;
    #filled = 0;
    /** The number of that cluster. */
    #cluster = 0;
    #zeroClusters = 0;
    constructor(target, { compression, workers }) {
        this.#target = target;
        this.#compression = compression?.method;
        if (compression !== undefined) {
            const { method, level } = compression;
            const options = { name: 'qcow2', blockSize: CLUSTER_SIZE, workers, level, minSaving: MIN_SAVING };
            this.#queue = new block_queue/* BlockQueue */.r({ ...options, module: writer_loadCompressor(method) });
        }
        this.#buffer = this.#queue?.takeFree() ?? new Uint8Array(CLUSTER_SIZE);
        // The header is written last, into the first cluster.
        this.#host.addCluster();
    }
    /** The size of the disk so far, in bytes. */
    get size() {
        return this.#cluster * CLUSTER_SIZE + this.#filled;
    }
    reserve() {
        return this.#current().subarray(this.#filled);
    }
    commit(length) {
        this.#filled += length;
        return this.#filled < CLUSTER_SIZE ? undefined : this.#endCluster();
    }
    async hole(length) {
        let left = length;
        if (this.#filled > 0) {
            const part = Math.min(left, CLUSTER_SIZE - this.#filled);
            this.#current().fill(0, this.#filled, this.#filled + part);
            await this.commit(part);
            left -= part;
        }
        this.#cluster += Math.floor(left / CLUSTER_SIZE);
        const rest = left % CLUSTER_SIZE;
        if (rest === 0)
            return;
        this.#current().fill(0, 0, rest);
        await this.commit(rest);
    }
    /** Writes the rest, the tables and the header. The size of the disk is rounded up to whole sectors. */
    async finish() {
        const size = Math.ceil(this.size / SECTOR_SIZE) * SECTOR_SIZE;
        if (this.#filled > 0) {
            this.#current().fill(0, this.#filled);
            await this.#endCluster();
        }
        await this.#queue?.finish();
        const l1 = this.#map.finish(size);
        const l1Position = this.#addClusters(l1.table);
        const refcounts = this.#host.addRefcounts();
        this.#target.writeAt(Buffer.concat([refcounts.table, ...refcounts.blocks]), refcounts.position);
        const header = format_encodeHeader({
            size,
            compression: this.#compression,
            l1Position,
            l1Size: l1.length,
            refcountTablePosition: refcounts.position,
            refcountTableClusters: refcounts.table.length / CLUSTER_SIZE,
        });
        this.#target.writeAt(header, 0);
    }
    /** Terminates the threads. */
    async close() {
        await this.#queue?.close();
    }
    #current() {
        if (this.#buffer !== undefined)
            return this.#buffer;
        throw new errors/* FledgeError */.aE('internal', 'the qcow2 writer has no free buffer: a promise was not awaited');
    }
    #endCluster() {
        const bytes = this.#current();
        const cluster = this.#cluster;
        this.#cluster += 1;
        this.#filled = 0;
        if (writer_ZEROS.equals(bytes)) {
            this.#zeroClusters += 1;
            return this.#zeroClusters % ZERO_CLUSTERS_PER_TURN === 0 ? (0,promises_.setImmediate)() : undefined;
        }
        if (this.#queue === undefined) {
            this.#map.set(cluster, { position: this.#addCluster(bytes) });
            return cluster % ZERO_CLUSTERS_PER_TURN === 0 ? (0,promises_.setImmediate)() : undefined;
        }
        this.#queue.send(bytes, CLUSTER_SIZE, (stored, isCompressed) => this.#place(cluster, stored, isCompressed));
        this.#buffer = this.#queue.takeFree();
        return this.#buffer === undefined ? this.#waitForBuffer(this.#queue) : undefined;
    }
    async #waitForBuffer(queue) {
        this.#buffer = await queue.take();
    }
    #place(cluster, bytes, isCompressed) {
        if (!isCompressed) {
            this.#map.set(cluster, { position: this.#addCluster(bytes) });
            return;
        }
        const position = this.#host.addCompressed(bytes.length);
        this.#target.writeAt(bytes, position);
        this.#map.set(cluster, { position, compressedLength: bytes.length });
    }
    /** Writes a cluster at the end of the file, and returns its position. */
    #addCluster(bytes) {
        const position = this.#host.addCluster();
        this.#target.writeAt(bytes, position);
        return position;
    }
    /** Writes whole clusters, and returns the position of the first. Without clusters, that is 0. */
    #addClusters(bytes) {
        if (bytes.length === 0)
            return 0;
        const positions = Array.from({ length: bytes.length / CLUSTER_SIZE }, (_, index) => this.#addCluster(bytes.subarray(index * CLUSTER_SIZE, (index + 1) * CLUSTER_SIZE)));
        return Math.min(...positions);
    }
}
function writer_loadCompressor(method) {
    switch (method) {
        case 'zstd':
            return (0,load/* loadZstd */.a)();
        case 'zlib':
            return loadDeflate();
    }
}

;// CONCATENATED MODULE: ./build/recipe/scratch-image.js






const scratch_image_TEMPORARY_FIX = 'set TMPDIR to a directory on another disk';
/** The number of bytes that are read and compared with zeros at once. */
const PIECE = units/* MEBIBYTE */.gJ;
/** A raw image in the scratch directory of a build, which is removed at the end of the build. */
class ScratchImage {
    #path;
    #descriptor;
    /** @throws FledgeError `output` if the file cannot be created. */
    constructor(path) {
        this.#path = path;
        this.#descriptor = scratch_image_attempt(path, () => (0,external_node_fs_.openSync)(path, 'wx+', 0o600));
    }
    /** @throws FledgeError `output` if the file system of this path does not support files of this size in bytes. */
    static requireSize(path, size) {
        const image = new ScratchImage(`${path}-size`);
        try {
            image.setSize(size);
        }
        finally {
            image.close();
            (0,external_node_fs_.rmSync)(`${path}-size`, { force: true });
        }
    }
    /** @throws FledgeError `output` if it cannot be written. */
    writeAt(bytes, position) {
        scratch_image_attempt(this.#path, () => {
            for (let offset = 0; offset < bytes.length;) {
                offset += (0,external_node_fs_.writeSync)(this.#descriptor, bytes, offset, bytes.length - offset, position + offset);
            }
        });
    }
    /** @throws FledgeError `output` if the file system does not support files of this size in bytes. */
    setSize(size) {
        scratch_image_attempt(this.#path, () => (0,external_node_fs_.ftruncateSync)(this.#descriptor, size));
    }
    /** Passes the content to a sink, zeros as holes. Another program may have written it. */
    async copyTo(sink, signal) {
        const { size } = (0,external_node_fs_.fstatSync)(this.#descriptor);
        const buffer = Buffer.allocUnsafeSlow(PIECE);
        const zeros = Buffer.alloc(PIECE);
        for (let position = 0; position < size;) {
            signal?.throwIfAborted();
            const length = (0,external_node_fs_.readSync)(this.#descriptor, buffer, 0, Math.min(PIECE, size - position), position);
            if (length === 0)
                throw new errors/* FledgeError */.aE('tool', `cannot read ${this.#path}: it became shorter during the build`);
            const bytes = buffer.subarray(0, length);
            if (bytes.equals(zeros.subarray(0, length)))
                await sink.hole(length);
            else
                await (0,byte_sink/* writeBytes */.N)(sink, bytes);
            position += length;
            // Let signals and timers run.
            await (0,promises_.setImmediate)();
        }
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#descriptor);
    }
}
function scratch_image_attempt(path, action) {
    try {
        return action();
    }
    catch (error) {
        const message = `cannot write the raw image in ${(0,external_node_path_.dirname)(path)}: ${(0,errors/* writeFailureOf */.PI)(error)}`;
        throw new errors/* FledgeError */.aE('output', message, { cause: error, fix: `free some space, or ${scratch_image_TEMPORARY_FIX}` });
    }
}

;// CONCATENATED MODULE: ./build/recipe/qcow2-output.js





/**
 * Writes the image as a qcow2 file. An image that is written in order is converted at once; one that is written in any order
 * is written to a scratch file first. The scratch file also serves the checker of the file system.
 */
function qcow2Output(job, { compression }) {
    const { artifact, scratchDirectory, sources, verify, workers } = job;
    const path = (0,external_node_path_.join)(scratchDirectory, 'image.raw');
    const convert = async (write) => {
        const output = artifact.inAnyOrder();
        const writer = new Qcow2Writer(output, { compression, workers });
        try {
            await write(writer);
            await writer.finish();
        }
        finally {
            await writer.close();
        }
        await output.finish({ holes: 'keep' });
    };
    return {
        checkedPath: path,
        requireSpace(order, bytes, others = []) {
            const needs = [...others];
            const what = `the raw image from which ${artifact.name} is made`;
            if (order === 'in any order')
                needs.push({ directory: scratchDirectory, bytes, what, fix: scratch_image_TEMPORARY_FIX });
            // The size of compressed data is not known in advance.
            if (compression === undefined)
                needs.push(outputNeed(artifact.directory, bytes, `the image ${artifact.name}`));
            (0,disk_space/* requireSpace */.MK)(needs);
        },
        requireSize(bytes) {
            // The qcow2 file itself has no holes and is smaller.
            ScratchImage.requireSize(path, bytes);
        },
        async writeInOrder(write) {
            await convert(async (writer) => {
                if (verify === 'none') {
                    await write(writer, undefined);
                    return;
                }
                const metadata = new ScratchImage(path);
                try {
                    await write(writer, (bytes, position) => metadata.writeAt(bytes, position));
                    metadata.setSize(writer.size);
                }
                finally {
                    metadata.close();
                }
            });
        },
        inAnyOrder() {
            const image = new ScratchImage(path);
            return {
                path,
                writeAt: (bytes, position) => image.writeAt(bytes, position),
                async finish() {
                    try {
                        await convert((writer) => image.copyTo(writer, sources.signal));
                    }
                    finally {
                        image.close();
                    }
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/recipe/verify/hidden-content.js



/** Files that tools leave there, and that nothing in an image needs. */
const LEFTOVERS = /^(?:dev\/|run\/(?:\.containerenv|secrets\/|lock\/|systemd\/|motd|utmp|shm\/|mount\/)|tmp\/(?:hsperfdata_|npm-|pip-|v8-compile-cache|node-compile-cache|\.|tmp))/;
/** A warning if files of an image are below a directory that the agent hides. Empty files and directories do not count. */
function remarksOnHiddenContent(tree, image) {
    const found = [];
    for (const top of values/* MOUNT_POINTS */.Ce) {
        for (const { path, inode } of tree.leavesBelow((0,byte_string/* byteStringFromText */.dw)(top.slice(1)))) {
            if (inode.kind === 'file' && inode.content.size > 0 && !LEFTOVERS.test(path))
                found.push(path);
        }
    }
    const [first] = found.sort();
    if (first === undefined)
        return [];
    const [top = ''] = first.split('/');
    const others = found.length === 1 ? '' : ` and ${found.length - 1} more`;
    return [
        {
            code: 'hidden-path',
            message: `/${(0,byte_string/* displayByteString */.oO)(first)} of the image${others} will be hidden: the agent mounts a file system on /${top}`,
            fix: 'put these files into another directory of the image, or create them when the workload starts',
            ...(0,manifest_remarks/* atImage */.f3)(image),
        },
    ];
}

;// CONCATENATED MODULE: ./build/tools/run-image-check.js








/** Finds the program of a check on this machine. */
async function findChecker({ program, tool }, signal) {
    if (program !== undefined) {
        const path = await (0,find/* findProgram */.Kp)(program);
        return path === undefined ? { state: 'unusable', reason: `${program} is not installed` } : { state: 'found', path };
    }
    const finding = await (0,find/* findTool */.SG)(tool, signal);
    return finding.state === 'found' ? finding : { state: 'unusable', reason: (0,find/* describeFinding */.jb)(finding) };
}
/**
 * Checks an image with a program. Every problem that it finds is a bug in fledge, or in the program that made the image.
 *
 * @returns whether it read the contents of files.
 * @throws FledgeError `internal` with the output of the program.
 */
async function checkImage(check, program, { image, directory, holeBytes, signal }) {
    const { withoutContents } = check;
    const areContentsRead = withoutContents === undefined || holeBytes < withoutContents.fromHoleBytes;
    // e2fsck parses options and labels in the path of an image.
    const link = 'checked-image';
    await (0,external_node_fs_promises_.symlink)((0,tools_arguments/* operandPath */.x8)(image), (0,external_node_path_.join)(directory, link));
    const args = (areContentsRead ? check : withoutContents).arguments((0,tools_arguments/* operandName */.lY)(link));
    try {
        await (0,exec/* run */.eF)(program, args, {
            cwd: directory,
            // English messages for bug reports; and inherited variables must not disable the check.
            env: (0,tools_environment/* environmentFor */.DD)('check', {}),
            stdout: check.stdout,
            signal,
        });
        return { areContentsRead };
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        const culprits = check.maker === undefined ? 'fledge' : `fledge or in ${check.maker}`;
        throw new errors/* FledgeError */.aE('internal', `the image failed its check: ${error.message}`, {
            cause: error,
            fix: (0,wording/* worded */.MH) `this is a bug in ${culprits}; please report it with the image; build with ${(0,wording/* option */.uK)('verify', 'none')} to keep the image`,
        });
    }
    finally {
        await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(directory, link), { force: true });
    }
}

;// CONCATENATED MODULE: ./build/recipe/verify/image.js






/**
 * Makes sure that a checker that was asked for by name is installed. Runs before any work is done.
 *
 * @throws FledgeError `tool` if not.
 */
async function requireChecker(check, { sources, verify }) {
    if (verify !== 'fsck' && verify !== 'full')
        return;
    const checker = await findChecker(check, sources.signal);
    if (checker.state === 'found')
        return;
    throw new errors/* FledgeError */.aE('tool', (0,wording/* worded */.MH) `cannot check the image as ${(0,wording/* option */.uK)('verify', verify)} asks: ${checker.reason}`, {
        fix: (0,wording/* worded */.MH) `${(0,distribution/* howToInstall */.v)([check.tool])}, or omit ${(0,wording/* option */.uK)('verify')}`,
    });
}
/**
 * Checks an image with the checker of its file system. Without an installed checker, it writes a note only.
 *
 * @throws FledgeError as `checkImage` does.
 */
async function verifyImage(check, job) {
    const { image, scratchDirectory, sources, steps, tree, verify } = job;
    if (verify === 'none')
        return;
    const checker = await findChecker(check, sources.signal);
    if (checker.state === 'unusable') {
        sources.reporter.info(`note: the image is not checked: ${checker.reason} (${(0,distribution/* howToInstall */.v)([check.tool])})`);
        return;
    }
    steps.begin('verify', `check the image with ${check.name}`);
    const { apparent, stored } = (0,measure/* measureTree */.J)(tree);
    const { areContentsRead } = await checkImage(check, checker.path, {
        image: image.checkedPath,
        directory: scratchDirectory,
        holeBytes: apparent - stored,
        signal: sources.signal,
    });
    if (areContentsRead)
        return;
    const holes = `${(0,units/* formatBytes */.z3)(apparent - stored)} of holes`;
    sources.reporter.info(`${check.name} read all metadata but no file contents, because the files have ${holes}`);
}

;// CONCATENATED MODULE: ./build/recipe/oci-rootfs.js


























/** The file with the image's config. The agent starts the workload from it. */
const IMAGE_CONFIG = 'etc/fsify-entrypoint';
/**
 * Builds a root file system image: the layers of a container image, the agent, the image's config, the mappings. Later ones
 * replace earlier ones. The image is not unpacked to files on this machine.
 *
 * @throws FledgeError `config` for mappings that cannot be added; otherwise as the sources and the format do.
 */
async function buildOciRootfs(job) {
    const { config, artifact, mtime, platform, sources, steps } = job;
    const { filesystem } = config;
    await requireMappingSources(job);
    const { make, limits, check, requireTools } = filesystems_table/* FILESYSTEMS */.F[filesystem.type];
    await requireTools?.(sources.signal);
    await requireChecker(check, job);
    const layerVerifier = await requireLayerVerifier(job);
    // Checked first, because it is fast, and fetching an image can take minutes.
    const localAgent = config.agent?.source === 'local' ? await fetchAgentPart(config.agent, job) : undefined;
    const budget = new support_budget/* Budget */._({ unpacked: config.maxUnpackedMb * units/* MEBIBYTE */.gJ });
    const [obtained, agent] = await (0,concurrency/* settleAll */.j)(obtainImage(config.image, config.imageLock, budget, job), config.agent === undefined ? undefined : (localAgent ?? fetchAgentPart(config.agent, job)));
    const { image } = obtained;
    const built = {
        strategy: 'oci_rootfs',
        hasAgent: agent !== undefined,
        image: obtained.facts,
        filesystem: filesystem.type,
        format: filesystem.qcow2 === undefined ? 'raw' : 'qcow2',
    };
    const unlimit = (0,runtime/* limitYoungGeneration */.ar)();
    const tree = new FileTree(mtime, budget);
    const layers = [];
    let reproducible;
    try {
        await unpackLayers(image, job, { tree, layers, budget, places: oci_rootfs_requiredPlaces(config) });
        if (layerVerifier !== undefined)
            await verifyLayers(image, tree, layerVerifier, job);
        if (agent !== undefined)
            await job.report(remarksOnHiddenContent(tree, built.image));
        if (agent !== undefined)
            addProgram(tree, AGENT_PATH, agent.content, mtime);
        addFile(tree, IMAGE_CONFIG, image.rawConfig, mtime);
        const programs = await mapAround(tree, keptInRootImage(config), job);
        await reportProgramFaults(tree, await findProgramFaults(tree, programs, { platform }), job);
        await job.report(await remarksOnEntrypoint(tree, built, { platform, template: job.template }));
        adaptTree(tree, limits, job.adjustments);
        const freeMb = freeSpaceMb(filesystem, tree);
        await job.report(remarksOnAgentSpace(freeMb, config, agent));
        steps.begin('write', `write ${artifact.name}`);
        artifact.expect(blobBytes(image));
        const output = filesystem.qcow2 === undefined ? rawOutput(job) : qcow2Output(job, filesystem.qcow2);
        const imageJob = { ...job, tree, freeMb, image: output, seed: seedOf(image, agent) };
        reproducible = await make(imageJob);
        await (0,concurrency/* settleAll */.j)(verifyImage(check, imageJob), closeLayers(layers));
    }
    finally {
        await closeLayers(layers);
        unlimit();
    }
    return {
        inputs: [...obtained.inputs, ...(agent === undefined ? [] : [agent.input])],
        built,
        contents: contentShares(tree),
        reproducible: obtained.reproducible.ok ? reproducible : obtained.reproducible,
    };
}
/** A warning if the agent, which copies itself to the root at boot, has no space for that. */
function remarksOnAgentSpace(freeMb, { filesystem }, agent) {
    const size = agent?.content.size ?? 0;
    if (!filesystems/* FILESYSTEM_TRAITS */.gW[filesystem.type].isWritable || freeMb * units/* MEBIBYTE */.gJ >= size)
        return [];
    return [
        {
            code: 'agent-space',
            message: `${freeMb} MiB are less than the agent has (${(0,units/* formatBytes */.z3)(size)}), which copies itself to /usr/local/bin/kestrel at boot`,
            fix: `set size_buffer_mb to at least ${Math.ceil(size / units/* MEBIBYTE */.gJ) + 1}, and more if the workload writes files`,
            ...(0,manifest_remarks/* atConfig */.Oh)('filesystem', 'size_buffer_mb'),
        },
    ];
}
function oci_rootfs_requiredPlaces({ agent }) {
    const ofConfig = { path: IMAGE_CONFIG, purpose: "the image's config for the agent" };
    return [...(agent === undefined ? [] : [{ path: AGENT_PATH, purpose: 'the agent' }]), ofConfig];
}
/**
 * The seed from which UUIDs and hash seeds are derived, with names and sizes: the digests of the uncompressed layers and of
 * the agent. It does not depend on the compression of layers, or on the registry.
 */
function seedOf(image, agent) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const { diffId } of image.layers)
        hash.update(`${diffId}\n`);
    hash.update(agent?.input.digest ?? '');
    return hash.digest();
}

// EXTERNAL MODULE: ./build/recipe/output-names.js
var output_names = __webpack_require__(1287);
// EXTERNAL MODULE: ./build/compare/checksum-list.js
var checksum_list = __webpack_require__(358);
;// CONCATENATED MODULE: ./build/recipe/earlier-outputs.js







/** The documents of a build are smaller, except for a provenance with very many inputs. */
const earlier_outputs_MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;
const provenanceSchema = schemas/* object */.Ikc({
    predicateType: schemas/* literal */.euz('https://slsa.dev/provenance/v1'),
    subject: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), digest: schemas/* object */.Ikc({ sha256: schemas/* string */.YjP() }) })).length(1),
    predicate: schemas/* object */.Ikc({
        runDetails: schemas/* object */.Ikc({ builder: schemas/* object */.Ikc({ version: schemas/* object */.Ikc({ fledge: schemas/* string */.YjP() }) }) }),
    }),
});
/**
 * True if an earlier build of fledge has written a file, and it is unchanged: SHA256SUMS in its directory lists the file, and
 * the provenance of a build by fledge. The bytes of a large artifact are not read.
 */
function isEarlierOutput(path) {
    try {
        const directory = (0,external_node_path_.dirname)(path);
        const name = (0,external_node_path_.basename)(path);
        const sums = earlier_outputs_readDocument((0,external_node_path_.join)(directory, output_names/* CHECKSUMS_FILE */.aP));
        const listed = new Map((0,checksum_list/* parseChecksumList */.hb)(sums, output_names/* CHECKSUMS_FILE */.aP).map((file) => [file.name, file.sha256]));
        const digestOf = (file) => listed.get((0,byte_string/* byteStringFromText */.dw)(file));
        const isUnchanged = (bytes, file) => digestOf(file) === (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
        const provenance = earlier_outputs_readDocument((0,external_node_path_.join)(directory, output_names/* PROVENANCE_FILE */.LP));
        if (!isUnchanged(provenance, output_names/* PROVENANCE_FILE */.LP))
            return false;
        const [artifact] = provenanceSchema.parse(JSON.parse(provenance.toString('utf8'))).subject;
        if (name === output_names/* CHECKSUMS_FILE */.aP || name === output_names/* PROVENANCE_FILE */.LP)
            return true;
        if (name !== output_names/* MANIFEST_FILE */.h1 && (name !== artifact?.name || digestOf(name) !== artifact.digest.sha256))
            return false;
        const isLarge = (0,external_node_fs_.lstatSync)(path).size > earlier_outputs_MAX_DOCUMENT_BYTES;
        return isLarge ? name !== output_names/* MANIFEST_FILE */.h1 : isUnchanged(earlier_outputs_readDocument(path), name);
    }
    catch {
        // A file that is missing or has another form is not that of a build.
        return false;
    }
}
function earlier_outputs_readDocument(path) {
    const stats = (0,external_node_fs_.lstatSync)(path);
    if (!stats.isFile() || stats.size > earlier_outputs_MAX_DOCUMENT_BYTES)
        throw new Error(`${path} is not a document of a build`);
    return (0,external_node_fs_.readFileSync)(path);
}

;// CONCATENATED MODULE: ./build/recipe/output-path.js









/** The name of the artifact's format in results. */
function output_path_formatOf(config) {
    if (config.strategy === 'initramfs')
        return 'cpio.gz';
    const { qcow2, type } = config.filesystem;
    return qcow2 === undefined ? type : 'qcow2';
}
/** The file name suffixes that are used for one format only. */
const FORMAT_OF_SUFFIX = new Map([
    ['.gz', 'cpio.gz'],
    ['.cpio', 'cpio.gz'],
    ['.qcow2', 'qcow2'],
    ...filesystems/* FILESYSTEM_TYPES */.mS.flatMap((type) => filesystems/* FILESYSTEM_TRAITS */.gW[type].ownSuffixes.map((suffix) => [`.${suffix}`, type])),
]);
/** A warning if the suffix of the artifact's name belongs to another format. An initramfs may be called `initrd.img`. */
function suffixWarning(name, config) {
    const format = output_path_formatOf(config);
    const suffix = (0,external_node_path_.extname)(name).toLowerCase();
    const suffixFormat = FORMAT_OF_SUFFIX.get(suffix);
    if (suffixFormat === undefined || suffixFormat === format)
        return undefined;
    const isImage = suffix === '.img' && format === 'cpio.gz';
    if (isImage && /initr/i.test(name))
        return undefined;
    const suggested = isImage ? 'a file system image' : suffixFormat;
    return `the artifact is ${format}, but the name ${name} suggests ${suggested}: write --output ${(0,filesystems/* defaultArtifactName */.Vb)(config)}, or another name with a suffix of this format`;
}
/** Files that every image directory of a transport contains. The output must not be one of them. */
const DOCUMENTS_OF_DIRECTORY = { oci: ['index.json', 'oci-layout'], dir: ['manifest.json', 'version'] };
/** The absolute paths of the local files that the artifact is made of, without the mappings: see `ownOutputs` for these. */
function inputFilesOf(config, directory) {
    const paths = config.agent?.source === 'local' ? [config.agent.path] : [];
    if (config.strategy === 'initramfs') {
        if (config.busybox.location?.kind === 'file')
            paths.push(config.busybox.location.path);
        if (config.init.mode === 'custom')
            paths.push(config.init.path);
    }
    const dockerfile = (0,config_images/* dockerfileOf */.S9)(config);
    if (dockerfile !== undefined)
        paths.push(dockerfile.text);
    for (const { reference } of (0,config_images/* fetchedImagesOf */.Rc)(config)) {
        const { path, transport } = reference;
        if (path === undefined)
            continue;
        const documents = transport === 'oci' || transport === 'dir' ? DOCUMENTS_OF_DIRECTORY[transport] : [''];
        paths.push(...documents.map((document) => (0,external_node_path_.join)(path, document)));
    }
    return paths.map((path) => (0,external_node_path_.resolve)(directory, path));
}
/** The absolute path of the context of a config's Dockerfile. */
function contextPathOf(config, directory) {
    const dockerfile = (0,config_images/* dockerfileOf */.S9)(config);
    return dockerfile === undefined ? undefined : (0,external_node_path_.resolve)(directory, (0,config_images/* contextOf */.Vm)(dockerfile));
}
/** The status of an input; undefined if stat(2) fails: the code that reads the input reports the error. */
function lookAtInput(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
/**
 * The absolute path of the artifact.
 *
 * @throws FledgeError `usage` if the build would not write a file of this name, would write it twice, or would replace
 *   one of the files that it reads.
 */
function artifactPath(requested, byDefault, read) {
    const output = requested ?? byDefault;
    const path = (0,external_node_path_.resolve)(output);
    const fail = (message, fix) => new errors/* FledgeError */.aE('usage', (0,wording/* worded */.MH) `${(0,wording/* option */.uK)('output', JSON.stringify(output))}: ${message}`, { fix });
    if (output === '-') {
        throw fail('fledge writes several files and cannot write them to stdout', (0,wording/* worded */.MH) `write ${(0,wording/* option */.uK)('output', (0,support_text/* shellWord */.r7)(byDefault))}`);
    }
    const isDirectory = lookAtOutput(path)?.isDirectory() ?? false;
    if (output === '' || output.endsWith('/') || (requested !== undefined && isDirectory)) {
        const file = (0,external_node_path_.relative)('.', (0,external_node_path_.join)(path, byDefault));
        throw fail('this is a directory; name a file in it', (0,wording/* worded */.MH) `write ${(0,wording/* option */.uK)('output', (0,support_text/* shellWord */.r7)(file))}`);
    }
    const beside = (0,wording/* worded */.MH) `write ${(0,wording/* option */.uK)('output', (0,support_text/* shellWord */.r7)((0,external_node_path_.join)((0,external_node_path_.dirname)(output), byDefault)))}`;
    if (output_names/* BESIDE_ARTIFACT */.Mc.includes((0,external_node_path_.basename)(path))) {
        throw fail('fledge writes another file with this name into the same directory', beside);
    }
    for (const name of [(0,external_node_path_.basename)(path), ...output_names/* BESIDE_ARTIFACT */.Mc]) {
        const present = lookAtOutput((0,external_node_path_.join)((0,external_node_path_.dirname)(path), name));
        if (present === undefined)
            continue;
        const replaced = replacedFile((0,external_node_path_.join)((0,external_node_path_.dirname)(path), name), present, read);
        if (replaced === undefined)
            continue;
        const isArtifact = name === (0,external_node_path_.basename)(path);
        const what = isArtifact ? 'the artifact' : `its own ${name}`;
        const remove = replaced.isForeign ? 'remove it, or ' : '';
        throw new errors/* FledgeError */.aE('usage', `${replaced.file} ${replaced.role}, and the build would overwrite it with ${what}`, {
            fix: isArtifact
                ? (0,wording/* worded */.MH) `${remove}${beside}`
                : (0,wording/* worded */.MH) `rename it, or write to another directory with ${(0,wording/* option */.uK)('output')}`,
        });
    }
    return path;
}
/** The file that an output at a path would replace, if the build must not overwrite it. */
function replacedFile(path, present, read) {
    const described = read.described.find((file) => isSameFile((0,external_node_fs_.statSync)(file), present));
    if (described !== undefined)
        return { file: described, role: 'describes the plugin', isForeign: false };
    const input = read.inputs.find((file) => isSameFile(lookAtInput(file), present));
    if (input !== undefined)
        return { file: input, role: 'is an input of the build', isForeign: false };
    const file = foreignFileIn(read.context, path);
    const role = 'is in the context of the Dockerfile and is not an output of the last build there';
    return file === undefined ? undefined : { file, role, isForeign: true };
}
/** The path of an output that would replace a file of the context which no build has written. */
function foreignFileIn(context, path) {
    if (context === undefined)
        return undefined;
    try {
        const inside = (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(context), (0,external_node_fs_.realpathSync)(path));
        return inside.split('/')[0] === '..' || isEarlierOutput(path) ? undefined : path;
    }
    catch {
        // The code that reads the context or writes the output reports the error.
        return undefined;
    }
}
function lookAtOutput(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: (0,wording/* worded */.MH) `choose a directory that you may write to with ${(0,wording/* option */.uK)('output')}`,
        });
    }
}
function isSameFile(a, b) {
    return a?.ino === b.ino && a.dev === b.dev;
}
/** The absolute paths of the files that this build writes, with symbolic links resolved. */
function outputPaths(output) {
    const directory = (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(output));
    return new Set([(0,external_node_path_.basename)(output), ...output_names/* BESIDE_ARTIFACT */.Mc].map((name) => (0,external_node_path_.join)(directory, name)));
}

// EXTERNAL MODULE: ./build/recipe/plugin.js + 19 modules
var recipe_plugin = __webpack_require__(60039);
;// CONCATENATED MODULE: ./build/recipe/verify/links-out.js




/**
 * Warns of files of the checkout that are links out of it, or into its `.git`: their contents are not what fledge.toml and
 * the checkout show. It is the same for all keys that name a file. A path that itself leads out of the checkout is the
 * author's choice.
 */
function findLinksOut({ config, directory }, template) {
    const mapped = [...new Map(config.mappings.map(({ source, key }) => [source, key]))];
    const named = [
        ...namedFiles(config).map(({ file, finding }) => ({ path: file, at: (0,manifest_remarks/* atConfig */.Oh)(...finding.path) })),
        ...mapped.map(([path, key]) => ({ path, at: (0,manifest_remarks/* atConfig */.Oh)(...key) })),
    ];
    return [
        ...remarksOn(named, directory),
        ...(template === undefined ? [] : remarksOn(cloudInitFiles(template), (0,external_node_path_.dirname)((0,external_node_path_.resolve)(template.file)))),
    ];
}
function cloudInitFiles({ fields }) {
    return Object.entries(fields.cloud_init ?? {}).flatMap(([name, document]) => {
        const path = typeof document === 'object' && 'path' in document ? document.path : undefined;
        const key = ['cloud_init', name, 'path'];
        return path === undefined ? [] : [{ path, at: (0,manifest_remarks/* atTemplate */.CV)(...key) }];
    });
}
function remarksOn(files, directory) {
    if (files.length === 0)
        return [];
    const checkout = checkoutOf(directory);
    return files.flatMap(({ path, at }) => {
        const target = targetElsewhere((0,external_node_path_.resolve)(directory, path), checkout);
        if (target === undefined)
            return [];
        return [
            {
                code: 'link',
                message: `${path} leads through a link to ${target}, which is not in the checkout`,
                fix: 'replace the link by the file itself, or write the path of the target',
                ...at,
            },
        ];
    });
}
/** The nearest directory with the metadata of Git; without one, the directory itself. */
function checkoutOf(directory) {
    for (let at = directory;; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if (at === (0,external_node_path_.dirname)(at))
            return directory;
    }
}
/** The real path of a file in a checkout, if that is elsewhere or in `.git`. Files that do not exist have other problems. */
function targetElsewhere(path, checkout) {
    if (isElsewhere(path, checkout))
        return undefined;
    try {
        const target = (0,external_node_fs_.realpathSync)(path);
        return isElsewhere(target, (0,external_node_fs_.realpathSync)(checkout)) ? target : undefined;
    }
    catch {
        return undefined;
    }
}
function isElsewhere(path, checkout) {
    const names = (0,external_node_path_.relative)(checkout, path).split('/');
    return names[0] === '..' || names.includes('.git');
}

;// CONCATENATED MODULE: ./build/recipe/build.js






















/** Begins the first step of a build: reading the configuration. */
function beginBuild(reporter) {
    const steps = new Steps(reporter);
    steps.begin('config', 'read the configuration');
    return steps;
}
/** The command line of a build with the same plugin and options as `request`. */
function commandOf(request) {
    const { plugin, output, urlBase, platform, verify, locked, strict = false, workers } = request;
    const { loaded, template, name, artifactFile } = plugin;
    const file = (0,external_node_path_.basename)(output ?? artifactFile);
    return {
        config: loaded.file,
        manifest: template?.file,
        output,
        urlBase,
        artifactUrl: request.artifactUrl?.({ name, platform, file }),
        platform,
        verify,
        locked,
        strict,
        workers,
    };
}
/**
 * Builds a plugin and writes the artifact, manifest.json, provenance.json and SHA256SUMS. All four are renamed into place
 * at the end; after an error, existing files are unchanged.
 *
 * @throws FledgeError; see its codes. `input` for warnings of a strict build.
 */
async function build(asked) {
    const { reporter, warnings } = (0,warning/* collectWarnings */._c)(asked.reporter);
    const request = { ...asked, reporter };
    const { platform, plugin } = request;
    const { loaded, template, name } = plugin;
    const steps = request.steps ?? beginBuild(reporter);
    (0,recipe_plugin/* warnOfNotes */.FA)(plugin, reporter);
    await (0,recipe_plugin/* reportRemarks */.E7)(findLinksOut(loaded, template), plugin, reporter);
    const { config, lockFile } = await (0,locked_config/* lockedConfig */.z)(loaded, request);
    const epoch = sourceDateEpoch(request.env);
    const read = [loaded.file, template?.file, lockFile].filter((file) => file !== undefined);
    const inputFiles = inputFilesOf(config, loaded.directory);
    const context = contextPathOf(config, loaded.directory);
    const output = artifactPath(request.output, plugin.artifactFile, { described: read, inputs: inputFiles, context });
    const artifactName = (0,external_node_path_.basename)(output);
    const misleading = suffixWarning(artifactName, config);
    if (misleading !== undefined)
        reporter.warn(misleading, { code: 'suffix' });
    const toolchain = await toolchainOf(request.env);
    const urlBase = request.urlBase === undefined ? undefined : parseUrlBase(request.urlBase);
    const url = request.artifactUrl?.({ name, platform, file: artifactName }) ?? artifactUrl(urlBase, output);
    const sources = (0,sources_context/* sourceContext */.R)(request, loaded.directory);
    const fields = template === undefined ? undefined : await completeTemplate(template, sources);
    const outputs = new OutputSet((0,external_node_path_.dirname)(output));
    const work = (0,files_scratch/* temporaryDirectory */.De)('build');
    try {
        // Created before the work, so that a directory that is not writable is reported at once.
        const files = {
            artifact: outputs.create(artifactName),
            manifest: outputs.create(output_names/* MANIFEST_FILE */.h1),
            provenance: outputs.create(output_names/* PROVENANCE_FILE */.LP),
            checksums: outputs.create(output_names/* CHECKSUMS_FILE */.aP),
        };
        const adjustments = new Adjustments();
        const { inputs, built, contents, reproducible } = await makeArtifact({
            config,
            directory: loaded.directory,
            errorAt: loaded.errorAt,
            platform,
            mtime: { seconds: epoch, nanoseconds: 0 },
            verify: request.verify,
            workers: request.workers,
            scratchDirectory: work.path,
            ownOutputs: outputPaths(output),
            sources,
            steps,
            template: fields,
            report: (remarks) => (0,recipe_plugin/* reportRemarks */.E7)(remarks, plugin, reporter),
            adjustments,
            artifact: files.artifact,
        });
        const artifact = await files.artifact.close();
        for (const adjustment of adjustments.list())
            reporter.warn(describeAdjustment(adjustment), { code: 'adjusted' });
        steps.begin('describe', 'describe the artifact');
        const derived = (0,manifest_manifest/* deriveManifest */.XI)({
            template: fields,
            directoryName: (0,external_node_path_.basename)(loaded.directory),
            artifact: { url, sha256: artifact.sha256, size: artifact.size },
            built,
        });
        const { manifest } = derived;
        await (0,recipe_plugin/* reportRemarks */.E7)(derived.remarks, plugin, reporter);
        if (request.strict)
            (0,warning/* requireNoWarnings */.gy)(warnings, name);
        const manifestFile = await writeText(files.manifest, (0,manifest_manifest/* renderManifest */.sB)(manifest));
        const provenance = renderProvenance({
            artifact: { name: artifactName, sha256: artifact.sha256 },
            strategy: config.strategy,
            platform,
            sourceDateEpoch: epoch,
            version: about/* VERSION */.x,
            inputs,
            toolchain,
        });
        const provenanceFile = await writeText(files.provenance, provenance);
        const digests = [artifact, manifestFile, provenanceFile].map(({ path, sha256 }) => ({
            name: (0,external_node_path_.basename)(path),
            sha256,
        }));
        const checksumsFile = await writeText(files.checksums, (0,checksums/* renderChecksums */.p)(digests));
        await outputs.publish();
        return {
            name: manifest.name,
            version: manifest.version,
            strategy: config.strategy,
            platform,
            artifact: { path: output, format: output_path_formatOf(config), size: artifact.size, sha256: artifact.sha256 },
            manifest: { path: manifestFile.path, sha256: manifestFile.sha256, encodedBytes: derived.encodedBytes },
            checksums: { path: checksumsFile.path },
            provenance: { path: provenanceFile.path },
            inputs,
            contents,
            adjustments: adjustments.list(),
            warnings,
            reproducible,
            steps: steps.end(),
        };
    }
    finally {
        outputs.discard();
        work.dispose();
    }
}
/**
 * The fields of a template with the contents of the files that it names.
 *
 * @throws FledgeError `config` with all files that cannot be read.
 */
async function completeTemplate(template, sources) {
    const { fields, problems } = await (0,cloud_init/* readCloudInit */.y)(template, (0,own_paths/* ownPathsOf */.i)(sources));
    if (problems.length > 0)
        throw await template.errorAt(problems);
    return fields;
}
function makeArtifact(job) {
    const { config } = job;
    if (config.strategy === 'initramfs')
        return buildInitramfs({ ...job, config });
    return buildOciRootfs({ ...job, config });
}
function writeText(file, text) {
    file.inOrder().write(Buffer.from(text, 'utf8'));
    return file.close();
}


/***/ }),

/***/ 1287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ PROVENANCE_FILE),
/* harmony export */   Mc: () => (/* binding */ BESIDE_ARTIFACT),
/* harmony export */   aP: () => (/* binding */ CHECKSUMS_FILE),
/* harmony export */   h1: () => (/* binding */ MANIFEST_FILE)
/* harmony export */ });
const MANIFEST_FILE = 'manifest.json';
const PROVENANCE_FILE = 'provenance.json';
const CHECKSUMS_FILE = 'SHA256SUMS';
/** The files that every build writes into the directory of the artifact. */
const BESIDE_ARTIFACT = [MANIFEST_FILE, PROVENANCE_FILE, CHECKSUMS_FILE];


/***/ }),

/***/ 20354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ notMapped),
/* harmony export */   i: () => (/* binding */ ownPathsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9691);
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
    const named = ['REGISTRY_AUTH_FILE', 'FLEDGE_GITHUB_TOKEN_FILE'].map((name) => (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, name));
    return [cacheDirectory, ...named, ...listedIn(env)].flatMap((path) => (path === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path)]));
}
/** The environment variable that passes such paths to a build. */
function notMapped(paths) {
    return { [VARIABLE]: JSON.stringify(paths) };
}
function listedIn(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, VARIABLE);
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

/***/ 67270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sourceContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8359);


/** The context of the sources; `directory` is that of fledge.toml. */
function sourceContext({ env, reporter, signal }, directory) {
    const cacheDirectory = (0,_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheDirectoryOf */ .N2)(env, { home: node_os__WEBPACK_IMPORTED_MODULE_0__.homedir, cwd: process.cwd() });
    return { baseDirectory: directory, cacheDirectory, reporter, env, signal };
}


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

/***/ 15112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ mergeLogins),
/* harmony export */   Yp: () => (/* binding */ credentialHelpersOf),
/* harmony export */   dO: () => (/* binding */ dockerConfigFile),
/* harmony export */   i7: () => (/* binding */ canonicalRegistry),
/* harmony export */   rC: () => (/* binding */ readLogins)
/* harmony export */ });
/* unused harmony export authFilesOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9691);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94618);







/** The parts of a login file that skopeo and docker read (containers-auth.json(5)). */
const authFileSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    auths: mapOf(mapOf(zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J())),
    credHelpers: mapOf(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    credsStore: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullish(),
});
/** Larger than the file of any login program. */
const MAX_BYTES = 1024 * 1024;
/** The login files that skopeo reads, in its order (containers-auth.json(5)). */
function authFilesOf(env) {
    const named = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'REGISTRY_AUTH_FILE');
    if (named !== undefined)
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(named)];
    const runtime = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'XDG_RUNTIME_DIR');
    return [
        runtime === undefined
            ? `/run/containers/${process.getuid?.() ?? 0}/auth.json`
            : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtime, 'containers/auth.json'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'XDG_CONFIG_HOME') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.config'), 'containers/auth.json'),
        dockerConfigFile(env),
    ];
}
/** The file that `docker login` writes to. */
function dockerConfigFile(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'DOCKER_CONFIG') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.docker'), 'config.json');
}
function homeOf(env) {
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'HOME') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
}
/** The existing login files, in skopeo's order. A file that cannot be read is skipped with a warning. */
function readLogins(env, reporter) {
    return authFilesOf(env).flatMap((path) => readAuthFile(path, reporter) ?? []);
}
/**
 * The credential helpers in the login files, without `docker-credential-`. skopeo, docker and podman start no others.
 */
function credentialHelpersOf(env) {
    const files = readLogins(env, _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_4__/* .silentReporter */ .P);
    const names = files.flatMap(({ credHelpers, credsStore }) => [...Object.values(credHelpers), credsStore ?? '']);
    return [...new Set(names)].filter((name) => name !== '');
}
/**
 * Merges a login, if there is one, and existing login files. The login replaces all others for its registry and for
 * paths below it. For other registries, the first file with a login wins, as if skopeo read the files in order.
 */
function mergeLogins(own, files) {
    const registry = own && canonicalRegistry(own.registry);
    const auths = own === undefined ? {} : { [own.registry]: { auth: own.auth } };
    const credHelpers = {};
    const known = new Set();
    const isFree = (key) => {
        const name = canonicalRegistry(key);
        const isOwn = registry !== undefined && (name === registry || name.startsWith(`${registry}/`));
        return !isOwn && !known.has(name);
    };
    for (const file of files) {
        const helpers = Object.entries(file.credHelpers).filter(([key]) => isFree(key));
        const logins = Object.entries(file.auths).filter(([key]) => isFree(key));
        for (const [key, value] of helpers)
            credHelpers[key] = value;
        for (const [key, value] of logins)
            auths[key] = value;
        for (const [key] of [...helpers, ...logins])
            known.add(canonicalRegistry(key));
    }
    return { auths, credHelpers };
}
/** The name of a registry without the API address that Docker writes, and with one name for the hosts of Docker Hub. */
function canonicalRegistry(key) {
    const name = key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
    return name.replace(/^(?:index|registry-1)\.docker\.io(?=$|\/)/, 'docker.io');
}
function readAuthFile(path, reporter) {
    try {
        const text = readSmallFile(path);
        if (text !== undefined)
            return { ...authFileSchema.parse(JSON.parse(text)), path };
        reporter.warn(`the logins in ${path} are ignored: it is not a login file`, { code: 'login' });
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        // The parser quotes text that it cannot parse, so its message is not logged: the file may hold secrets.
        const why = code === undefined ? 'it is not a login file' : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        reporter.warn(`the logins in ${path} are ignored: ${why}`, { code: 'login' });
    }
    return undefined;
}
/**
 * Undefined if the file is not regular or is too large for a login file. O_NONBLOCK: opening a fifo must not wait for a
 * writer.
 */
function readSmallFile(path) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        return stats.isFile() && stats.size <= MAX_BYTES ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor, 'utf8') : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
/** Programs in Go write null for an empty map. */
function mapOf(values) {
    const map = zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), values).nullish();
    return map.transform((present) => present ?? {});
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

/***/ 58375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readAhead),
/* harmony export */   j: () => (/* binding */ settleAll)
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

/***/ 29026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SE: () => (/* binding */ lowerPoolPriority),
/* harmony export */   Vs: () => (/* binding */ defaultWorkers),
/* harmony export */   ar: () => (/* binding */ limitYoungGeneration)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78877);



/* Settings of this process for speed and memory: threads, their priority, V8's heap. */
/** More threads only need more memory: reading the files is the bottleneck then. */
const MAX_WORKERS = 8;
/** The default number of threads that compress. */
function defaultWorkers() {
    return Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_1__.availableParallelism)(), MAX_WORKERS);
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
    (0,node_v8__WEBPACK_IMPORTED_MODULE_2__.setFlagsFromString)('--semi-space-growth-factor=1');
    return () => (0,node_v8__WEBPACK_IMPORTED_MODULE_2__.setFlagsFromString)('--semi-space-growth-factor=2');
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


/***/ }),

/***/ 69990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ compileExclusion)
});

// EXTERNAL MODULE: ./build/config/glob.js + 1 modules
var config_glob = __webpack_require__(17364);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
;// CONCATENATED MODULE: ./build/tree/match-glob.js
/** The names of a path as the matcher compares them. */
function charactersOf(path) {
    return path.split('/').map((name) => {
        const characters = [];
        for (let at = 0; at < name.length;) {
            const code = name.codePointAt(at) ?? 0;
            characters.push(code);
            at += code > 0xffff ? 2 : 1;
        }
        return characters;
    });
}
const NAME = {
    isStar: (token) => token?.kind === 'star',
    accepts: (token, code) => token.kind === 'character'
        ? token.code === code
        : token.kind !== 'class' ||
            token.ranges.some(({ first, last }) => first <= code && code <= last) !== token.negated,
};
const PATH = {
    isStar: (component) => component === '**',
    accepts: (component, name, counter) => component !== '**' && matchesSequence(component, name, NAME, counter),
};
/**
 * True if an alternative of a glob matches a whole path. The number of steps is at most the length of the alternative times
 * that of the path.
 */
function matchesAlternative(alternative, path, counter) {
    return matchesSequence(alternative, path, PATH, counter);
}
/**
 * Compares items with a pattern in which stars match any number of items. What follows the last star is compared with the
 * end of the items first. Between stars, only the latest one is ever extended: what an earlier one could match in addition,
 * the latest one can, too. So no pair of an element and an item is compared twice.
 */
function matchesSequence(pattern, items, { isStar, accepts }, counter) {
    let patternEnd = pattern.length;
    let end = items.length;
    for (; patternEnd > 0; patternEnd -= 1, end -= 1) {
        const wanted = pattern[patternEnd - 1];
        if (wanted === undefined || isStar(wanted))
            break;
        const found = items[end - 1];
        counter.steps += 1;
        if (found === undefined || !accepts(wanted, found, counter))
            return false;
    }
    if (patternEnd === 0)
        return end === 0;
    let element = 0;
    let item = 0;
    let afterStar = -1;
    let starEnd = 0;
    // The rest of the pattern ends with a star, which matches the rest of the items.
    while (element < patternEnd) {
        const wanted = pattern[element];
        const found = item < end ? items[item] : undefined;
        counter.steps += 1;
        if (wanted === undefined || isStar(wanted)) {
            element += 1;
            afterStar = element;
            starEnd = item;
        }
        else if (found !== undefined && accepts(wanted, found, counter)) {
            element += 1;
            item += 1;
        }
        else if (found !== undefined && afterStar >= 0) {
            starEnd += 1;
            element = afterStar;
            item = starEnd;
        }
        else
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/tree/exclude.js



const NOTHING = { matches: () => false, covers: () => false, unused: () => [], steps: 0 };
/**
 * Compiles valid globs of `exclude`. They are compared with paths as UTF-8 text; a byte that is not UTF-8 is one character,
 * which only a wildcard matches.
 */
function compileExclusion(globs) {
    if (globs.length === 0)
        return NOTHING;
    const compiled = globs.map((glob) => ({ glob, alternatives: (0,config_glob/* parseGlob */.qF)(glob) }));
    const counter = { steps: 0 };
    const used = new Set();
    const matches = (path) => {
        const names = charactersOf((0,byte_string/* bytesOf */.$$)(path).toString('utf8'));
        // All globs are tried, so that `unused` does not depend on their order.
        const found = compiled.filter(({ alternatives }) => alternatives.some((alternative) => matchesAlternative(alternative, names, counter)));
        for (const { glob } of found)
            used.add(glob);
        return found.length > 0;
    };
    const covers = (path) => {
        const names = path.split('/');
        return names.some((_, index) => matches(names.slice(0, index + 1).join('/')));
    };
    return {
        matches,
        covers,
        unused: () => globs.filter((glob) => !used.has(glob)),
        get steps() {
            return counter.steps;
        },
    };
}


/***/ })

};
