export const id = 1365;
export const ids = [1365];
export const modules = {

/***/ 92223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tk: () => (/* binding */ artifactUrlOf),
  dz: () => (/* binding */ releaseDestinationOf),
  l7: () => (/* binding */ releaseOf),
  Vc: () => (/* binding */ stemOf)
});

// EXTERNAL MODULE: ./build/github/addresses.js
var addresses = __webpack_require__(25362);
// EXTERNAL MODULE: ./build/publish/published-files.js
var published_files = __webpack_require__(480);
// EXTERNAL MODULE: ./build/publish/tag-name.js
var tag_name = __webpack_require__(2594);
// EXTERNAL MODULE: ./build/publish/tag-version.js
var tag_version = __webpack_require__(60617);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/action/input-values.js
var input_values = __webpack_require__(33250);
;// CONCATENATED MODULE: ./build/action/release-notes.js



/** GitHub refuses a longer body of a release. In characters. */
const GITHUB_CHARACTERS = 125_000;
/** A draft also contains the mark by which the action finds it. */
const MOST_CHARACTERS = GITHUB_CHARACTERS - 200;
const MAX_BYTES = 4 * MOST_CHARACTERS;
/** A single word that is the path of a document, which would be a mistake as a text. */
const PATH = /^(?:\.{0,2}\/\S+|\S+\.(?:md|markdown|txt|rst|adoc))$/i;
/**
 * The notes that the input `release-notes` describes: `generate`, the path of a file, or a text.
 *
 * @throws FledgeError `usage` for notes that are too long; `input` for a file that is missing or cannot be read.
 */
async function readReleaseNotes(value) {
    if (value === undefined)
        return { kind: 'none' };
    if (value === 'generate')
        return { kind: 'generate' };
    const text = await textOf(value);
    const length = [...text].length;
    if (length <= MOST_CHARACTERS)
        return { kind: 'text', text };
    throw new errors/* FledgeError */.aE('usage', `input release-notes: the notes have ${length} characters, and GitHub allows ${MOST_CHARACTERS}`, { fix: 'shorten them, and link to the whole text' });
}
async function textOf(value) {
    if (value.includes('\n'))
        return value;
    if (!(await (0,regular_file/* isRegularFile */.Ze)(value))) {
        if (!PATH.test(value))
            return value;
        throw new errors/* FledgeError */.aE('input', `input release-notes: there is no file ${(0,input_values/* quote */.hD)(value)}`, {
            fix: 'write the path relative to the workspace, or the notes themselves',
        });
    }
    try {
        return Buffer.from(await (0,regular_file/* readRegularFile */.XF)(value, MAX_BYTES))
            .toString('utf8')
            .replace(/^\ufeff/, '');
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `input release-notes: cannot read ${value}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/action/destination.js







/**
 * The release of the inputs and the run, or undefined if nothing is published to a release.
 *
 * @throws FledgeError as `releaseOf` does: before anything is built.
 */
async function releaseDestinationOf(inputs, env) {
    return inputs.uploadRelease ? releaseOf(inputs, env) : undefined;
}
/**
 * The release of the inputs and the run.
 *
 * @throws FledgeError `usage` if there is no tag, token or repository, or the inputs cannot describe a release; `input` if
 *   the file with the notes cannot be read.
 */
async function releaseOf(inputs, env) {
    const tag = inputs.releaseTag === undefined ? pushedTagOf(env) : (0,tag_name/* tagNameOf */.F)(inputs.releaseTag);
    if (tag === undefined) {
        const ref = (0,environment/* environmentValue */.Jz)(env, 'GITHUB_REF') ?? 'no ref';
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
    const repository = (0,environment/* environmentValue */.Jz)(env, 'GITHUB_REPOSITORY');
    if (repository === undefined)
        throw new errors/* FledgeError */.aE('usage', 'cannot publish a release: GITHUB_REPOSITORY is not set');
    if (inputs.token === undefined) {
        throw new errors/* FledgeError */.aE('usage', 'a release needs a token, and the input token is empty', {
            fix: 'remove the input token, and give the job the permission contents: write',
        });
    }
    const { prerelease, makeLatest, notes } = inputs.release;
    if (makeLatest === true && prerelease === 'auto' && (0,tag_version/* isPrereleaseTag */.F)(tag)) {
        throw new errors/* FledgeError */.aE('usage', `input make-latest: ${tag} is a prerelease, which cannot be the latest release`, {
            fix: 'remove make-latest, or set prerelease: false',
        });
    }
    return {
        repository,
        tag,
        token: inputs.token,
        apiUrl: (0,environment/* environmentValue */.Jz)(env, 'GITHUB_API_URL') ?? addresses/* PUBLIC_API */.Bl,
        serverUrl: (0,environment/* environmentValue */.Jz)(env, 'GITHUB_SERVER_URL') ?? addresses/* PUBLIC_SERVER */.Ag,
        commit: (0,environment/* environmentValue */.Jz)(env, 'GITHUB_SHA'),
        settings: { prerelease, makeLatest, notes: await readReleaseNotes(notes) },
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
    return env['GITHUB_REF_TYPE'] === 'tag' ? (0,environment/* environmentValue */.Jz)(env, 'GITHUB_REF_NAME') : undefined;
}


/***/ }),

/***/ 51365:
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
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
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
        ...(0,own_paths/* notMapped */.Zw)(written),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
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
    const file = (0,environment/* environmentValue */.Jz)(env, 'GITHUB_ARTIFACTS');
    if (file === undefined)
        return;
    const known = await declaredBefore((0,environment/* environmentValue */.Jz)(env, 'GITHUB_ARTIFACTS_LIST'), reporter);
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
// EXTERNAL MODULE: ./build/action/destination.js + 1 modules
var destination = __webpack_require__(92223);
;// CONCATENATED MODULE: ./build/action/build-plugin.js










/**
 * Builds one plugin, checks its reproducibility and boots its artifact if the inputs ask for it, and stages its files under
 * their published names. A failure is returned in the outcome.
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
            const { result, failure } = await checkedResult(request, made.result, job.runner);
            made.result = result;
            if (failure !== undefined)
                throw failure;
            made.reproducible = true;
        }
        reporter.endGroup();
        reporter.info(lineOf(made.result));
        if (inputs.boot !== undefined) {
            made.boot = { hasPassed: false };
            const { bootPlugin, bootFailure } = await Promise.all(/* import() */[__webpack_require__.e(8923), __webpack_require__.e(3240), __webpack_require__.e(3224), __webpack_require__.e(4541)]).then(__webpack_require__.bind(__webpack_require__, 44541));
            const boot = { plan, result: made.result, settings: inputs.boot, env: job.env, reporter: collected.reporter };
            const summary = await bootPlugin(boot);
            made.boot = { hasPassed: summary.ok, summary };
            if (summary.diagnosis !== undefined)
                throw bootFailure(plan.name, summary.diagnosis);
        }
        if (needsPublishedNames(job))
            made.files = await nameFiles(made.result, plan, job);
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
            artifactUrl: (plugin) => (0,destination/* artifactUrlOf */.tk)(release, (0,destination/* stemOf */.Vc)(inputs, plugin), plugin.file),
        }),
        platform: inputs.platform,
        verify: inputs.verify,
        locked: inputs.locked,
        strict: inputs.strict,
        sbom: inputs.sbom,
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
/** The result after a second build, and the failure if that has produced different bytes. */
async function checkedResult(request, first, { again }) {
    const { checkReproducible, withCheck } = await Promise.all(/* import() */[__webpack_require__.e(6368), __webpack_require__.e(8923), __webpack_require__.e(3240), __webpack_require__.e(8273), __webpack_require__.e(8185), __webpack_require__.e(9558)]).then(__webpack_require__.bind(__webpack_require__, 99558));
    const check = await checkReproducible(request, first, await again(request));
    const { comparison: _, ...reproducible } = withCheck(first, check).reproducible;
    const result = { ...first, reproducible };
    if (check.ok)
        return { result, failure: undefined };
    return { result, failure: new errors/* FledgeError */.aE('format', `${first.name} is not reproducible: ${check.reason}`) };
}
/** True if the files are needed under their published names. */
function needsPublishedNames({ inputs, env }) {
    return inputs.uploadArtifact || inputs.uploadRelease || (0,environment/* environmentValue */.Jz)(env, 'GITHUB_ARTIFACTS') !== undefined;
}
/** Stages the files for publishing, and declares them to newer runners for `actions/attest`. */
async function nameFiles(result, plan, job) {
    const { inputs, context } = job;
    const directory = (0,external_node_path_.join)(context.directory, 'publish', plan.directory);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    const files = await (0,published_files/* stagePublishedFiles */.u)(result, { stem: (0,destination/* stemOf */.Vc)(inputs, result), directory });
    await declareArtifacts((0,published_files/* filesOf */.R8)(files), context);
    return files;
}
function lineOf({ name, version, artifact }) {
    const path = (0,external_node_path_.relative)('.', artifact.path);
    return `${name} ${version}: ${path}, ${(0,units/* formatBytes */.z3)(artifact.size)}, sha256:${artifact.sha256}`;
}

// EXTERNAL MODULE: ./build/recipe/build.js + 12 modules
var build = __webpack_require__(6698);
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
    build: build.build,
    async again() {
        const { againOnThisMachine } = await Promise.all(/* import() */[__webpack_require__.e(6368), __webpack_require__.e(8923), __webpack_require__.e(3240), __webpack_require__.e(8273), __webpack_require__.e(8185), __webpack_require__.e(9558)]).then(__webpack_require__.bind(__webpack_require__, 99558));
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
        const runner = inContainer(await findContainer(inputs, context.env), context);
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
    const container = await findContainer(inputs, context.env).catch((error) => {
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
async function findContainer(inputs, env) {
    const image = runnerImageOf(inputs);
    const { findContainerEngine } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 78046));
    return { engine: await findContainerEngine(clientEnvironment(env)), image };
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
            env: clientEnvironment(env),
            reporter,
        });
        await fetched;
    };
    return {
        async build(request) {
            await ensure();
            const { buildInContainer } = await Promise.all(/* import() */[__webpack_require__.e(8185), __webpack_require__.e(152)]).then(__webpack_require__.bind(__webpack_require__, 35669));
            return buildInContainer(request, options);
        },
        async again(request) {
            const { againInContainer } = await Promise.all(/* import() */[__webpack_require__.e(8185), __webpack_require__.e(152)]).then(__webpack_require__.bind(__webpack_require__, 35669));
            return againInContainer(request, options);
        },
    };
}
/** The environment of the engine's client. */
function clientEnvironment(env) {
    return (0,tools_environment/* environmentFor */.DD)('engine', env, { helpers: (0,logins/* credentialHelpersOf */.Yp)(env) });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var lib_core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/sources/cache/entries.js
var entries = __webpack_require__(17488);
// EXTERNAL MODULE: ./build/sources/cache/limit.js
var limit = __webpack_require__(88251);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/report/workflow-commands.js
var workflow_commands = __webpack_require__(30389);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
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
        lib_core/* info */.pq((0,workflow_commands/* escapeCommands */.g)(`note: ${(0,errors/* messageOf */.bD)(error)}`));
        return undefined;
    }
    finally {
        stdout.write = write;
    }
}
/** The note for the data of a command (actions/toolkit, escapeData), which may contain the answer of a service. */
function noteOf(_, data) {
    const text = data.replaceAll('%0D', ' ').replaceAll('%0A', ' ').replaceAll('%25', '%');
    return (0,workflow_commands/* escapeCommands */.g)(`note: ${text}`);
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
    if (inputs.cache === 'off')
        return {};
    if (!plans.some(({ loaded }) => isFetched(loaded.config)) && !isKernelFetched(inputs))
        return {};
    const published = inputs.cache === 'always' ? undefined : publicationOf(inputs, env);
    if (published !== undefined) {
        reporter.info(`the Actions cache is not used, because ${published}; set cache: always to use it`);
        return {};
    }
    const cache = await Promise.all(/* import() */[__webpack_require__.e(8147), __webpack_require__.e(2088), __webpack_require__.e(8091)]).then(__webpack_require__.bind(__webpack_require__, 18091));
    if (!cache.isFeatureAvailable()) {
        reporter.debug('the Actions cache is not available');
        return {};
    }
    const named = (0,environment/* environmentValue */.Jz)(env, 'FLEDGE_CACHE_DIR');
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
        // The builds have pruned the cache, but tools were added to it, and a restored cache can be larger.
        const { pruneCache } = await __webpack_require__.e(/* import() */ 5991).then(__webpack_require__.bind(__webpack_require__, 28372));
        await pruneCache(directory, { maxBytes: cacheLimitOf(process.env) });
        const names = filesIn(directory);
        const key = `${prefix}${digestOf(names)}`;
        if (names.length === 0)
            core.info('nothing to cache');
        else if (key === restored)
            core.info('the cache is up to date');
        else {
            const cache = await Promise.all(/* import() */[__webpack_require__.e(8147), __webpack_require__.e(2088), __webpack_require__.e(8091)]).then(__webpack_require__.bind(__webpack_require__, 18091));
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
    const cache = await Promise.all(/* import() */[__webpack_require__.e(8147), __webpack_require__.e(2088), __webpack_require__.e(8091)]).then(__webpack_require__.bind(__webpack_require__, 18091));
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
        if (!(0,entries/* isEntryName */.GC)(name) || !entry.isFile() || (0,external_node_fs_.lstatSync)(path).nlink > 1) {
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
    const directory = (0,external_node_path_.join)((0,environment/* environmentValue */.Jz)(env, 'RUNNER_TEMP') ?? stepDirectory, 'fledge-cache');
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
    return STORES.flatMap((part) => {
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
    return entries/* STORES */.ZZ.map((part) => (0,external_node_path_.join)(directory, part));
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
/** True if a boot downloads its kernel. Without the input, it is Volant's, which is for amd64. */
function isKernelFetched({ boot, platform }) {
    if (boot === undefined)
        return false;
    return boot.kernel === undefined ? platform === 'linux/amd64' : /^https?:/i.test(boot.kernel);
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

// EXTERNAL MODULE: ./build/action/inputs.js + 2 modules
var inputs = __webpack_require__(66724);
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
    const indexUrl = outcomes.find(({ published }) => published.indexUrl !== undefined)?.published.indexUrl;
    if (only === undefined || others.length > 0)
        return { results, 'index-url': indexUrl };
    const { result, published, reproducible, boot } = only;
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
        'sbom-path': result?.sbom?.path,
        'artifact-id': published.artifactId,
        'artifact-url': published.artifactUrl,
        'release-url': published.releaseUrl,
        'manifest-url': published.manifestUrl,
        'index-url': indexUrl,
        reproducible,
        boot: boot && (boot.hasPassed ? 'passed' : 'failed'),
        'boot-ms': boot?.hasPassed === true ? boot.summary?.times.median : undefined,
        results,
    };
}
/** The result of `fledge build --json` for each plugin, with its boot, config, URLs and error. */
function resultsJson(outcomes) {
    return JSON.stringify(outcomes.map(({ plan, platform, result, boot, published, warnings, error }) => ({
        ...(result ?? { name: plan.name, strategy: plan.strategy, platform }),
        warnings,
        config: plan.config,
        ...(boot?.summary !== undefined && { boot: withoutConsole(boot.summary) }),
        ...(Object.keys(published).length > 0 && { published }),
        ...(error !== undefined && { error: (0,annotations/* describeFailure */.Ic)(error) }),
    })));
}
/** The console is in the log and the summary. In an output, of which GitHub limits the length, a guest could fill the room. */
function withoutConsole(summary) {
    return { ...summary, boots: summary.boots.map(({ console: _, ...boot }) => boot) };
}

// EXTERNAL MODULE: ./build/action/report/outputs.js
var outputs = __webpack_require__(6456);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/action/report/summary/html.js
var html = __webpack_require__(43284);
;// CONCATENATED MODULE: ./build/action/report/summary/boot-sections.js




/* The boot of a plugin in the job summary. */
/** Limit of a line of the console: 50 of them fit into the summary many times. */
const LINE_LENGTH = 500;
/** The boot in the table of results; empty if the artifact was not booted. */
function bootCell(boot) {
    if (boot === undefined)
        return '';
    if (!boot.hasPassed || boot.summary === undefined)
        return '❌';
    return `✅&nbsp;${(0,html/* amount */.vj)((0,units/* formatMilliseconds */.MH)(boot.summary.times.median))}`;
}
/** The goal, the machine and the stages of a boot, and the last lines of the console after a failure. */
function bootSections(boot) {
    const last = boot?.summary?.boots.at(-1);
    if (boot?.summary === undefined || last === undefined)
        return [];
    const stages = (0,html/* folded */.TM)(titleOf(boot.summary), stagesTable(last));
    const console = last.ok ? '' : consoleOf(last);
    return [{ rank: 'boot', text: stages + console }];
}
function titleOf({ ok, goal, times, vmm, accelerator, kernel, cpus, memoryMiB }) {
    const machine = [
        `${vmm.name}${vmm.version === undefined ? '' : ` ${vmm.version}`} with ${accelerator === 'kvm' ? 'KVM' : 'emulation'}`,
        `kernel ${kernel.version ?? kernel.sha256.slice(0, 12)}`,
        (0,support_text/* counted */.hS)(cpus, 'CPU'),
        `${memoryMiB} MiB`,
    ];
    const result = ok
        ? `✅ Boot: ${(0,html/* prose */.CS)(goal)} after ${(0,html/* prose */.CS)((0,units/* formatMilliseconds */.MH)(times.median))}`
        : `❌ Boot: not reached: ${(0,html/* prose */.CS)(goal)}`;
    return `${result} (${(0,html/* prose */.CS)(machine.join(', '))})`;
}
function stagesTable({ stages, ok, ms }) {
    const rows = stages.map(({ name, ms: reached }) => [(0,html/* prose */.CS)(name), (0,html/* prose */.CS)((0,units/* formatMilliseconds */.MH)(reached))]);
    if (!ok)
        rows.push(['failed', (0,html/* prose */.CS)((0,units/* formatMilliseconds */.MH)(ms))]);
    return (0,html/* table */.tp)(['stage', 'time'], rows);
}
function consoleOf({ console: lines }) {
    if (lines.length === 0)
        return '';
    const text = lines.map((line) => (0,errors/* shortened */.vI)(line, LINE_LENGTH)).join('\n');
    return (0,html/* folded */.TM)('The last lines of the console', (0,html/* preformatted */.EC)(text), { isOpen: true });
}

// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: ./build/support/problem.js
var problem = __webpack_require__(3131);
;// CONCATENATED MODULE: ./build/action/report/summary/contents-pie.js


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
    return (0,html/* fencedBlock */.zW)('mermaid', ['pie showData', '  title Contents in MiB', ...lines].join('\n'));
}
/** Replaces characters that a mermaid label cannot contain: quotes, and those that begin an entity or a comment. */
function label(text) {
    return text.replace(/[^\p{L}\p{N} ._/+@-]/gu, '_');
}
/** Mermaid does not accept a slice of size 0. */
function mebibytes(bytes) {
    return Math.max(bytes / units/* MEBIBYTE */.gJ, 0.001).toFixed(3);
}

;// CONCATENATED MODULE: ./build/action/report/summary/install-commands.js


/** Commands that install a plugin in Volant, by the place of its files. */
function installCommands({ published, files }, result, { repository = 'OWNER/REPOSITORY', urlBase, runId = 'RUN_ID' }) {
    const install = (manifest) => `volar plugins install --manifest ${(0,support_text/* shellWord */.r7)(manifest)}`;
    const { manifestUrl, artifactId, manifestId } = published;
    if (manifestUrl !== undefined)
        return [`curl -fsSLO ${(0,support_text/* shellWord */.r7)(manifestUrl)}`, install((0,external_node_path_.basename)(manifestUrl))];
    if (artifactId === undefined || manifestId === undefined || files === undefined) {
        const directory = (0,external_node_path_.relative)('.', (0,external_node_path_.dirname)(result.artifact.path));
        return [`(cd ${(0,support_text/* shellWord */.r7)(directory)} && sha256sum -c SHA256SUMS)`, install((0,external_node_path_.join)(directory, 'manifest.json'))];
    }
    // `gh run download` is not used, because it treats every artifact as a zip file.
    const download = (id) => `gh api ${(0,support_text/* shellWord */.r7)(`repos/${repository}/actions/artifacts/${id}/zip`)}`;
    const artifact = (0,support_text/* shellWord */.r7)(files.artifact.name);
    const medium = result.strategy === 'initramfs' ? 'initramfs' : 'rootfs';
    // Without url-base, the manifest has the path of the artifact on the runner.
    const rewrite = ` | jq --arg url "$PWD/"${artifact} '.${medium}.url = $url'`;
    if (published.archive !== undefined) {
        const unpack = `gh run download ${(0,support_text/* shellWord */.r7)(runId)} --repo ${(0,support_text/* shellWord */.r7)(repository)} --name ${(0,support_text/* shellWord */.r7)(published.archive)}`;
        const manifest = files.manifest.name;
        if (urlBase !== undefined)
            return [unpack, install(manifest)];
        return [unpack, `cat ${(0,support_text/* shellWord */.r7)(manifest)}${rewrite} > manifest.json`, install('manifest.json')];
    }
    return [
        `${download(artifactId)} > ${artifact}`,
        `${download(manifestId)}${urlBase === undefined ? rewrite : ''} > manifest.json`,
        install('manifest.json'),
    ];
}

;// CONCATENATED MODULE: ./build/action/report/summary/plugin-sections.js









/** Maximum number of warnings and of inputs of a plugin. */
const MAX_ROWS = 100;
/**
 * The sections of a plugin: its failure, warnings and boot; the rest is folded. With several plugins, they are
 * below a heading.
 */
function pluginSections(outcome, { install, isOnly }) {
    const { result, boot, warnings, error } = outcome;
    const sections = [
        { rank: 'failure', text: error === undefined ? '' : (0,html/* preformatted */.EC)((0,annotations/* describeFailure */.Ic)(error)) },
        { rank: 'warnings', text: warningList(warnings) },
        ...bootSections(boot),
        ...(result === undefined ? [] : resultSections(outcome, result, { install, isOnly })),
    ];
    const [first, ...others] = sections.filter(({ text }) => text !== '');
    if (first === undefined)
        return [];
    // The heading belongs to the most important section, so that it is not left alone.
    return isOnly
        ? [first, ...others]
        : [{ ...first, text: `<h3>${nameCell(outcome)}</h3>\n\n${first.text}` }, ...others];
}
/** The name of a plugin as code. */
function nameCell({ plan, result }) {
    return (0,html/* code */.aY)(result?.name ?? plan.name);
}
function resultSections(outcome, result, { install, isOnly }) {
    const commands = outcome.error === undefined ? installCommands(outcome, result, install) : [];
    const pie = contentsPie(result.contents);
    return [
        {
            rank: 'install',
            text: commands.length === 0 ? '' : (0,html/* folded */.TM)('Install', (0,html/* fencedBlock */.zW)('sh', commands.join('\n')), { isOpen: isOnly }),
        },
        {
            rank: 'inputs',
            text: (0,html/* folded */.TM)('Artifact and inputs', artifactFacts(result) + inputsTable(result)),
        },
        { rank: 'statistics', text: (0,html/* folded */.TM)('Contents and times', pie + timesTable(result)) },
    ];
}
/** One line for each warning. */
function warningList(warnings) {
    if (warnings.length === 0)
        return '';
    const items = warnings.slice(0, MAX_ROWS).map(({ message, fix, file, line, column, key }) => {
        const place = file === undefined || line === undefined || column === undefined
            ? ''
            : (0,problem/* formatPlace */.d)({ file, line, column, key: undefined }).replace(/: $/, '');
        const text = [
            (0,html/* code */.aY)(place),
            key === undefined ? '' : (0,html/* code */.aY)(key),
            (0,html/* prose */.CS)(message),
            fix === undefined ? '' : `<br>\nFix: ${(0,html/* prose */.CS)(fix)}`,
        ];
        return `<li>⚠️ ${text.filter((part) => part !== '').join(' ')}</li>\n`;
    });
    const more = warnings.length - items.length;
    return `<ul>\n${items.join('')}${more === 0 ? '' : `<li>and ${more} more, which are in the log</li>\n`}</ul>\n`;
}
function artifactFacts({ strategy, artifact, manifest }) {
    const { path, format, size, sha256, freeMb } = artifact;
    const disk = (0,disk_space/* freeSpaceOf */.Oj)((0,external_node_path_.dirname)(path));
    return (0,html/* facts */.Ix)([
        ['file', `${(0,html/* code */.aY)((0,external_node_path_.basename)(path))} (${(0,html/* prose */.CS)(`${strategy}, ${format}`)})`],
        ['size', `${(0,html/* prose */.CS)((0,units/* formatBytes */.z3)(size))} (${size} bytes)`],
        ['SHA-256', (0,html/* code */.aY)(sha256)],
        ...(freeMb === undefined ? [] : [['free space for the machine', `${freeMb} MiB`]]),
        ['manifest on the command line', `${manifest.encodedBytes} bytes`],
        ...(disk === undefined ? [] : [["free on the runner's disk", (0,html/* prose */.CS)((0,units/* formatBytes */.z3)(disk.free))]]),
    ]);
}
function inputsTable({ inputs }) {
    if (inputs.length === 0)
        return '';
    const rows = inputs.slice(0, MAX_ROWS).map(({ name, uri, digest: value }) => [(0,html/* prose */.CS)(name), (0,html/* code */.aY)(uri), (0,html/* digest */.br)(value)]);
    const more = inputs.length - rows.length;
    return ((0,html/* table */.tp)(['input', 'source', 'digest'], rows) +
        (more === 0 ? '' : `<p>and ${more} more, which are in provenance.json</p>\n`));
}
function timesTable({ steps }) {
    const times = [...steps, { name: 'in all', ms: steps.reduce((sum, { ms }) => sum + ms, 0) }];
    return (0,html/* table */.tp)(['step', 'time'], times.map(({ name, ms }) => [(0,html/* prose */.CS)(name), (0,html/* prose */.CS)((0,units/* formatMilliseconds */.MH)(ms))]));
}

;// CONCATENATED MODULE: ./build/action/report/summary/build-sections.js





/** The sections of mode `build`: a table with a row for each plugin, and the details of each, failed ones first. */
function buildSections(outcomes, install) {
    const failedFirst = outcomes.toSorted((a, b) => Number(b.error !== undefined) - Number(a.error !== undefined));
    return [
        { rank: 'result', text: `<p>${resultLine(outcomes)}</p>\n` },
        { rank: 'result', text: resultsTable(outcomes) },
        ...failedFirst.flatMap((outcome) => pluginSections(outcome, { install, isOnly: outcomes.length === 1 })),
    ];
}
function resultLine(outcomes) {
    const count = (0,support_text/* counted */.hS)(outcomes.length, 'plugin');
    const failed = outcomes.filter(({ error }) => error !== undefined).length;
    const warnings = outcomes.reduce((sum, { warnings: own }) => sum + own.length, 0);
    const result = failed === 0 ? `✅ ${count} built` : `❌ ${failed} of ${count} failed`;
    if (warnings === 0)
        return result;
    return `${result}, with ${(0,support_text/* counted */.hS)(warnings, 'warning')}`;
}
function resultsTable(outcomes) {
    const columns = [
        ['plugin', (outcome) => `${nameCell(outcome)}${outcome.error === undefined ? '' : ' ❌'}`],
        ['version', ({ result }) => (0,html/* code */.aY)(result?.version ?? '')],
        ['platform', ({ platform }) => (0,html/* code */.aY)(platform)],
        ['size', ({ result }) => (result === undefined ? '' : (0,html/* amount */.vj)((0,units/* formatBytes */.z3)(result.artifact.size)))],
        ['SHA-256', ({ result }) => (result === undefined ? '' : (0,html/* digest */.br)(result.artifact.sha256))],
        ['reproducible', reproducibilityCell],
        ['boot', ({ boot }) => bootCell(boot)],
        ['files', linksCell],
    ];
    // A column without a value is left out, so that the table fits the page.
    const cells = columns.map(([name, cell]) => [name, outcomes.map(cell)]);
    const shown = cells.filter(([, values]) => values.some((value) => value !== ''));
    return (0,html/* table */.tp)(shown.map(([name]) => name), outcomes.map((_, row) => shown.map(([, values]) => values[row] ?? '')));
}
function reproducibilityCell({ reproducible, result }) {
    if (reproducible !== undefined)
        return reproducible ? '✅ built twice' : '❌';
    if (result === undefined)
        return '';
    const { expected, reason = '' } = result.reproducible;
    return expected ? 'expected, not checked' : `no: ${(0,html/* prose */.CS)(reason)}`;
}
function linksCell({ published: { artifactUrl, releaseUrl } }) {
    const links = [(0,html/* link */.nf)('artifact', artifactUrl), (0,html/* link */.nf)('release', releaseUrl)];
    return links.filter((text) => text !== '').join(' · ');
}

;// CONCATENATED MODULE: ./build/action/upload.js



/** Uploads the files of every successful plugin as workflow artifacts, if the inputs ask for it. */
async function uploadArtifacts(outcomes, { inputs, context }) {
    if (!inputs.uploadArtifact)
        return [...outcomes];
    const { uploadWorkflowArtifacts } = await __webpack_require__.e(/* import() */ 9754).then(__webpack_require__.bind(__webpack_require__, 69754));
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
            const archive = inputs.archive ? (0,destination/* stemOf */.Vc)(inputs, { ...plan, platform: inputs.platform }) : undefined;
            const existing = overwrite ? 'overwrite' : 'refuse';
            const request = { files: (0,published_files/* filesOf */.R8)(files), archive, retentionDays, existing };
            const result = await uploadWorkflowArtifacts(request, context);
            const made = result.kind === 'uploaded' ? result.artifacts : [];
            const artifact = made.find(({ name }) => name === (archive ?? files.artifact.name));
            const manifest = made.find(({ name }) => name === (archive ?? files.manifest.name));
            const ids = artifact &&
                manifest && {
                artifactId: artifact.id,
                artifactUrl: artifact.url,
                manifestId: manifest.id,
                ...(archive !== undefined && { archive }),
            };
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
async function uploadRelease(outcomes, { inputs, context, release }) {
    if (release === undefined)
        return [...outcomes];
    if (outcomes.some(({ error }) => error !== undefined)) {
        context.reporter.warn(`release ${release.tag} is not published: not all plugins succeeded`);
        return [...outcomes];
    }
    context.reporter.step(`publish the release ${release.tag}`);
    try {
        const { publishRelease } = await __webpack_require__.e(/* import() */ 191).then(__webpack_require__.bind(__webpack_require__, 50191));
        const assets = outcomes.flatMap(({ files }) => (files === undefined ? [] : (0,published_files/* filesOf */.R8)(files)));
        const { url, assets: released, indexUrl, } = await publishRelease({
            ...release,
            assets,
            publishes: inputs.release.draft ? 'none' : 'own',
            index: { directory: (0,external_node_path_.join)(context.directory, 'release'), reason: 'part of the release' },
        }, context);
        const urlOf = (name) => released.find((asset) => asset.name === name)?.url;
        return outcomes.map((outcome) => {
            const manifestUrl = urlOf(outcome.files?.manifest.name);
            const published = {
                ...outcome.published,
                releaseUrl: url,
                ...(manifestUrl !== undefined && { manifestUrl }),
                ...(indexUrl !== undefined && { indexUrl }),
            };
            return { ...outcome, published };
        });
    }
    catch (error) {
        return outcomes.map((outcome) => ({ ...outcome, error }));
    }
}

;// CONCATENATED MODULE: ./build/action/modes/build.js



















/**
 * Mode `build`: builds every plugin of the input `config`, boots its artifact if asked for, and publishes the results. After a
 * failure, the other plugins are built nevertheless.
 *
 * @throws FledgeError for problems before the first build; otherwise `ManyFailures` with the failure of each plugin.
 */
async function buildPlugins(inputs, context) {
    checkRunnerImage(inputs);
    const release = await (0,destination/* releaseDestinationOf */.dz)(inputs, context.env);
    // Otherwise, if all downloads are cached, a wrong proxy would be found only by the uploads, after the builds.
    (0,proxy/* checkProxies */.rX)(context.env);
    const plans = await (0,planned_builds/* plannedBuilds */.E)(inputs);
    checkPublishedNames(inputs, plans);
    const target = { inputs, context, release };
    const cache = await restoreDownloads(inputs, plans, context);
    const parts = { step: context.env, cache };
    const { runnerOf, tools } = await chooseRunners(plans, inputs, { ...context, env: environmentOfBuild(parts) });
    const bootTools = await prepareBootsOf(inputs, context);
    const built = await withLogin(inputs, context, async (login) => {
        const outcomes = [];
        const written = plans.flatMap((plan) => outputPathsOf(plan, inputs, plans.length));
        const env = environmentOfBuild({ ...parts, login, tools: [...tools, ...bootTools], written });
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
    const install = {
        repository: (0,environment/* environmentValue */.Jz)(context.env, 'GITHUB_REPOSITORY'),
        urlBase: inputs.urlBase,
        runId: (0,environment/* environmentValue */.Jz)(context.env, 'GITHUB_RUN_ID'),
    };
    await context.summary.write('fledge', buildSections(outcomes, install));
    // A failure to publish a release is the same for all of its plugins, and is reported once.
    const failures = new Set(outcomes.flatMap(({ error }) => (error === undefined ? [] : [error])));
    if (failures.size > 0)
        throw new annotations/* ManyFailures */.j7([...failures]);
}
/** Prepares the runner for boots, if the inputs ask for them. Returns the directories of their tools. */
async function prepareBootsOf(inputs, context) {
    if (inputs.boot === undefined)
        return [];
    const { prepareBoots } = await Promise.all(/* import() */[__webpack_require__.e(3224), __webpack_require__.e(8549)]).then(__webpack_require__.bind(__webpack_require__, 68397));
    return prepareBoots(inputs.boot, inputs, context);
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
    return [plan.artifactFile, ...(0,output_names/* filesBeside */.Gr)(inputs)].map((name) => (0,external_node_path_.resolve)(directory, name));
}
function isPublished({ uploadArtifact, uploadRelease }) {
    return uploadArtifact || uploadRelease;
}
/** The files of a plugin, each of which is a workflow artifact. */
const FILES_OF_PLUGIN = 4;
/** "Within an individual job, there is a limit of 500 artifacts", actions/upload-artifact, "Limitations". */
const MOST_ARTIFACTS = 500;
/**
 * Checks, before anything is built, that the files of all plugins can be published under their names.
 *
 * @throws FledgeError `usage`.
 */
function checkPublishedNames(inputs, plans) {
    if (plans.length > 1 && inputs.artifactName !== undefined) {
        throw new errors/* FledgeError */.aE('usage', `input artifact-name: ${plans.length} plugins cannot all have the name ${JSON.stringify(inputs.artifactName)}`, { fix: 'remove artifact-name: the default is the name and platform of each plugin' });
    }
    const artifacts = plans.length * (inputs.archive ? 1 : FILES_OF_PLUGIN);
    if (inputs.uploadArtifact && artifacts > MOST_ARTIFACTS) {
        throw new errors/* FledgeError */.aE('usage', `${plans.length} plugins are ${artifacts} workflow artifacts, and GitHub allows ${MOST_ARTIFACTS} per job`, { fix: 'set archive: true for one artifact per plugin, or build them in several jobs with mode: plan' });
    }
    if (!isPublished(inputs))
        return;
    for (const { name } of plans)
        (0,published_files/* checkStem */.WN)((0,destination/* stemOf */.Vc)(inputs, { name, platform: inputs.platform }));
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
        return await (0,_recipe_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planBuilds */ .zu)(config, { manifest });
    }
    catch (error) {
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE) || error.code !== 'usage')
            throw error;
        const fix = fixFor(config);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE(error.code, error.wording.message, { cause: error, fix });
    }
}
function fixFor(config) {
    // Commas in braces are alternatives of a glob.
    if (config.some((pattern) => pattern.replace(/\{[^}]*\}/g, '').includes(','))) {
        return 'write one path or glob per line in the input config: a comma is a part of a name';
    }
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('.').length > 0
        ? 'set the input config to existing paths or globs such as plugins/*, relative to the workspace'
        : 'the workspace is empty: add a step with uses: actions/checkout before this one';
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
    const all = platform/* PLATFORMS */.P4.flatMap((platform) => dockerfile?.bases[platform] ?? []);
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
        sbom: `${stem}.sbom.cdx.json`,
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
    const sbom = built.sbom === undefined
        ? undefined
        : await link(await digestSmallFile(built.sbom.path, MAX_SBOM_BYTES), names.sbom);
    const listed = [artifact, manifest, provenance, ...(sbom === undefined ? [] : [sbom])];
    const text = Buffer.from((0,_describe_checksums_js__WEBPACK_IMPORTED_MODULE_5__/* .renderChecksums */ .p)(listed), 'utf8');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, names.checksums);
    await inStage(path, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text, { flag: 'wx' }));
    const checksums = { name: names.checksums, path, ...digestBytes(text) };
    return { artifact, manifest, provenance, ...(sbom !== undefined && { sbom }), checksums };
}
/** All files of a set in the order of their publication: a file is published after the files that it names. */
function filesOf({ artifact, provenance, sbom, checksums, manifest }) {
    return [artifact, provenance, ...(sbom === undefined ? [] : [sbom]), checksums, manifest];
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
/** Each of several hundred thousand mapped files is a component of half a kilobyte. */
const MAX_SBOM_BYTES = 512 * 1024 * 1024;
async function digestSmallFile(path, maxBytes = MAX_SMALL_BYTES) {
    const content = await readable(path, () => (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readRegularFile */ .XF)(path, maxBytes));
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

/***/ 60617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isPrereleaseTag),
/* harmony export */   N: () => (/* binding */ isOlderTag)
/* harmony export */ });
const VERSION = /^(|.*[/@])v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/s;
/** The version in a tag, or undefined if it has none. */
function versionOfTag(tag) {
    const [, prefix, major, minor, patch, prerelease] = VERSION.exec(tag) ?? [];
    if (prefix === undefined || major === undefined || minor === undefined || patch === undefined)
        return undefined;
    return { prefix, numbers: [major, minor, patch].map(BigInt), prerelease: prerelease?.split('.') ?? [] };
}
/** Whether a tag is a pre-release version (semver.org, 9), such as `v1.0.0-rc.1`. */
function isPrereleaseTag(tag) {
    return (versionOfTag(tag)?.prerelease.length ?? 0) > 0;
}
/** Whether both tags have versions with the same prefix, and that of `tag` is lower (semver.org, 11). */
function isOlderTag(tag, other) {
    const [a, b] = [versionOfTag(tag), versionOfTag(other)];
    if (a === undefined || b === undefined || a.prefix !== b.prefix)
        return false;
    for (const [index, number] of a.numbers.entries()) {
        const against = b.numbers[index] ?? 0n;
        if (number !== against)
            return number < against;
    }
    return isOlderPrerelease(a.prerelease, b.prerelease);
}
function isOlderPrerelease(a, b) {
    if (a.length === 0 || b.length === 0)
        return a.length > b.length;
    for (const [index, identifier] of a.entries()) {
        const other = b[index];
        if (other === undefined)
            return false;
        if (identifier === other)
            continue;
        const isNumber = /^\d+$/.test(identifier);
        if (isNumber !== /^\d+$/.test(other))
            return isNumber;
        return isNumber ? BigInt(identifier) < BigInt(other) : identifier < other;
    }
    return a.length < b.length;
}


/***/ }),

/***/ 6698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginBuild: () => (/* binding */ beginBuild),
  build: () => (/* binding */ build),
  commandOf: () => (/* binding */ commandOf)
});

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
                    mappings: facts.mappings.map(({ source, destinations }) => ({ source, destinations })),
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
/** A ResourceDescriptor of in-toto. */
function descriptorOf({ name, uri, digest, layers }) {
    return { name, uri, digest: digestSet(digest), ...(layers !== undefined && { annotations: { layers } }) };
}
function digestSet(digest) {
    const colon = digest.indexOf(':');
    return { [digest.slice(0, colon)]: digest.slice(colon + 1) };
}

// EXTERNAL MODULE: ./build/lock/locked-config.js + 1 modules
var locked_config = __webpack_require__(71618);
// EXTERNAL MODULE: ./build/manifest/cloud-init.js
var cloud_init = __webpack_require__(15360);
// EXTERNAL MODULE: ./build/manifest/manifest.js + 4 modules
var manifest_manifest = __webpack_require__(17054);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/support/about.js
var about = __webpack_require__(92089);
// EXTERNAL MODULE: ./build/support/files/output-set.js + 2 modules
var output_set = __webpack_require__(51072);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var scratch = __webpack_require__(1022);
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

// EXTERNAL MODULE: ./build/support/report/elapsed.js
var elapsed = __webpack_require__(52835);
;// CONCATENATED MODULE: ./build/support/report/steps.js

/** Reports the steps of a build and measures their time. */
class Steps {
    #reporter;
    #done = [];
    #current;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /**
     * Ends the current step, and begins a new one; `title` is for people. The time of a long step is reported until it ends,
     * unless it `isShort`.
     */
    begin(name, title, { isShort = false } = {}) {
        this.end();
        this.#reporter.step(title);
        const endElapsed = isShort ? undefined : (0,elapsed/* reportElapsed */.B)(this.#reporter, title);
        this.#current = { name, since: performance.now(), endElapsed };
    }
    /** Ends the last step and returns all of them, in order. */
    end() {
        if (this.#current !== undefined) {
            const { name, since, endElapsed } = this.#current;
            endElapsed?.();
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
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/recipe/build-variables.js





/** In seconds. A cpio header has 32 bits for the time of a file. */
const MAX_EPOCH = 0xffff_ffff;
/**
 * SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch) or 2024-01-01, in seconds.
 *
 * @throws FledgeError `usage` if it is not a number of seconds that a cpio header can hold.
 */
function sourceDateEpoch(env) {
    const text = (0,environment/* environmentValue */.Jz)(env, 'SOURCE_DATE_EPOCH');
    if (text === undefined)
        return environment/* DEFAULT_EPOCH */.CU;
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
    const path = (0,environment/* environmentValue */.Jz)(env, 'FLEDGE_TOOLCHAIN');
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/compare/checksum-list.js
var checksum_list = __webpack_require__(358);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/recipe/output-names.js
var output_names = __webpack_require__(1287);
;// CONCATENATED MODULE: ./build/recipe/earlier-outputs.js







/** The documents of a build are smaller, except for a provenance with very many inputs. */
const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;
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
        const sums = readDocument((0,external_node_path_.join)(directory, output_names/* CHECKSUMS_FILE */.aP));
        const listed = new Map((0,checksum_list/* parseChecksumList */.hb)(sums, output_names/* CHECKSUMS_FILE */.aP).map((file) => [file.name, file.sha256]));
        const digestOf = (file) => listed.get((0,byte_string/* byteStringFromText */.dw)(file));
        const isUnchanged = (bytes, file) => digestOf(file) === (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
        const provenance = readDocument((0,external_node_path_.join)(directory, output_names/* PROVENANCE_FILE */.LP));
        if (!isUnchanged(provenance, output_names/* PROVENANCE_FILE */.LP))
            return false;
        const [artifact] = provenanceSchema.parse(JSON.parse(provenance.toString('utf8'))).subject;
        if (name === output_names/* CHECKSUMS_FILE */.aP || name === output_names/* PROVENANCE_FILE */.LP)
            return true;
        if (digestOf(name) === undefined)
            return false;
        const isDocument = name === output_names/* MANIFEST_FILE */.h1 || name === output_names/* SBOM_FILE */.HO;
        if (!isDocument && (name !== artifact?.name || digestOf(name) !== artifact.digest.sha256))
            return false;
        const isLarge = (0,external_node_fs_.lstatSync)(path).size > MAX_DOCUMENT_BYTES;
        return isLarge ? name !== output_names/* MANIFEST_FILE */.h1 : isUnchanged(readDocument(path), name);
    }
    catch {
        // A file that is missing or has another form is not that of a build.
        return false;
    }
}
/**
 * The bytes of a document of a build.
 *
 * @throws Error if it is not a file, or too large.
 */
function readDocument(path) {
    const stats = (0,external_node_fs_.lstatSync)(path);
    if (!stats.isFile() || stats.size > MAX_DOCUMENT_BYTES)
        throw new Error(`${path} is not a document of a build`);
    return (0,external_node_fs_.readFileSync)(path);
}

;// CONCATENATED MODULE: ./build/recipe/other-outputs.js









const manifestSchema = schemas/* object */.Ikc({ name: schemas/* string */.YjP() });
/**
 * Checks that a build replaces no files of another artifact: manifest.json, provenance.json and SHA256SUMS have the same names
 * for every artifact. `path` is that of the artifact. The files of an artifact that was removed can be replaced, and an artifact
 * whose name the user has chosen can be replaced by that of another plugin.
 *
 * @throws FledgeError `usage` with the other artifact.
 */
function requireOwnDirectory(path, plugin) {
    const other = otherArtifact(path, plugin);
    if (other === undefined)
        return;
    const directory = (0,external_node_path_.dirname)(path);
    throw new errors/* FledgeError */.aE('usage', `cannot write ${path}: ${directory} contains ${other}, and the build would replace its manifest and checksums`, {
        fix: (0,wording/* worded */.MH) `write to another directory with ${(0,wording/* option */.uK)('output-dir')}, or replace the files with ${(0,wording/* option */.uK)('force')}`,
    });
}
/** The artifact of the directory of `path`, for a message, if it is not the one that is built. */
function otherArtifact(path, plugin) {
    const directory = (0,external_node_path_.dirname)(path);
    const present = namesListedIn(directory).filter((name) => existsIn(directory, name));
    const own = (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(path));
    const beside = (0,output_names/* filesBeside */.Gr)({ sbom: true }).map(byte_string/* byteStringFromText */.dw);
    const other = present.find((name) => name !== own && !beside.includes(name));
    if (other !== undefined)
        return `another artifact, ${(0,byte_string/* showName */.$i)(other)}`;
    // Every initramfs has the same default name. The name of an image's file is its own.
    const hasCommonName = plugin.loaded.config.strategy === 'initramfs' && (0,external_node_path_.basename)(path) === plugin.artifactFile;
    if (!present.includes(own) || !hasCommonName)
        return undefined;
    const name = nameInManifest(directory);
    if (name === undefined || name === plugin.name)
        return undefined;
    return `the artifact of another plugin, ${JSON.stringify(name)}`;
}
/** The names in the SHA256SUMS of a directory; none if it has none, or if the file has another form. */
function namesListedIn(directory) {
    try {
        const sums = readDocument((0,external_node_path_.join)(directory, output_names/* CHECKSUMS_FILE */.aP));
        return (0,checksum_list/* parseChecksumList */.hb)(sums, output_names/* CHECKSUMS_FILE */.aP).map(({ name }) => name);
    }
    catch {
        return [];
    }
}
function existsIn(directory, name) {
    return (0,external_node_fs_.existsSync)(Buffer.concat([Buffer.from(`${directory}/`), (0,byte_string/* bytesOf */.$$)(name)]));
}
function nameInManifest(directory) {
    try {
        const text = readDocument((0,external_node_path_.join)(directory, output_names/* MANIFEST_FILE */.h1)).toString('utf8');
        return manifestSchema.parse(JSON.parse(text)).name;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/config/filesystems.js
var filesystems = __webpack_require__(89747);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
;// CONCATENATED MODULE: ./build/recipe/output-path.js









/** The name of the artifact's format in results. */
function formatOf(config) {
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
    const format = formatOf(config);
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
function artifactPath(requested, byDefault, read, written = {}) {
    const besideArtifact = (0,output_names/* filesBeside */.Gr)(written);
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
    if (besideArtifact.includes((0,external_node_path_.basename)(path))) {
        throw fail('fledge writes another file with this name into the same directory', beside);
    }
    for (const name of [(0,external_node_path_.basename)(path), ...besideArtifact]) {
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
/** The absolute paths of the files that this build writes, and of the SBOM of an earlier one, with symbolic links resolved. */
function outputPaths(output, written = {}) {
    const directory = (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(output));
    const sbom = written.sbom === true || isEarlierOutput((0,external_node_path_.join)(directory, output_names/* SBOM_FILE */.HO));
    return new Set([(0,external_node_path_.basename)(output), ...(0,output_names/* filesBeside */.Gr)({ sbom })].map((name) => (0,external_node_path_.join)(directory, name)));
}

;// CONCATENATED MODULE: ./build/recipe/destination.js




/**
 * Chooses the path and the URL of the artifact. `config` has the pins of `lockFile`.
 *
 * @throws FledgeError `usage` if the build would replace a file that it reads, or files of another artifact.
 */
function chooseDestination(request, { config, lockFile }) {
    const { platform, plugin } = request;
    const { loaded, template, name } = plugin;
    const read = {
        described: [loaded.file, template?.file, lockFile].filter((file) => file !== undefined),
        inputs: inputFilesOf(config, loaded.directory),
        context: contextPathOf(config, loaded.directory),
    };
    const path = artifactPath(request.output, plugin.artifactFile, read, request);
    if (request.force !== true)
        requireOwnDirectory(path, plugin);
    const file = (0,external_node_path_.basename)(path);
    const urlBase = request.urlBase === undefined ? undefined : parseUrlBase(request.urlBase);
    return { path, name: file, url: request.artifactUrl?.({ name, platform, file }) ?? artifactUrl(urlBase, path) };
}

// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: ./build/recipe/plugin.js + 19 modules
var recipe_plugin = __webpack_require__(60039);
;// CONCATENATED MODULE: ./build/sbom/component.js

/** The warning about a part that was not read. */
function unreadText({ path, reason }) {
    return `the SBOM lacks the packages of /${(0,byte_string/* displayByteString */.oO)(path)}: ${reason}`;
}

;// CONCATENATED MODULE: ./build/recipe/software.js


/** The software in the tree of a build, for its SBOM. The code that finds it is loaded when it is used. */
class SoftwareOfBuild {
    #steps;
    #reporter;
    #collected;
    #history;
    constructor({ steps, reporter }) {
        this.#steps = steps;
        this.#reporter = reporter;
    }
    async afterLayer(tree, layer) {
        const { LayerHistory } = await __webpack_require__.e(/* import() */ 928).then(__webpack_require__.bind(__webpack_require__, 90928));
        this.#history ??= new LayerHistory();
        await this.#history.add(tree, layer);
    }
    /** Reads the tree, whose contents may be gone after the artifact was written. Warns of parts that could not be read. */
    async list(tree, layers) {
        this.#steps.begin('software', 'list the software');
        const [{ entriesOfTree }, { collect }] = await Promise.all([
            __webpack_require__.e(/* import() */ 3232).then(__webpack_require__.bind(__webpack_require__, 93232)),
            __webpack_require__.e(/* import() */ 3345).then(__webpack_require__.bind(__webpack_require__, 63345)),
        ]);
        // The files of mappings are the only ones of this machine, besides programs that the inputs name.
        const isListed = ({ source }) => source?.kind === 'host-file';
        const layerOf = ({ inode }) => inode.kind === 'file' && inode.content.kind === 'spool' ? layers.get(inode.content.spool) : undefined;
        const collected = await collect(entriesOfTree(tree, { layerOf }), { isListed });
        const packages = collected.packages.map((found) => this.#history?.withLayer(found) ?? found);
        this.#collected = { ...collected, packages };
        for (const part of collected.unread)
            this.#reporter.warn(unreadText(part), { code: 'sbom' });
    }
    /** The text of the SBOM. */
    async document({ manifest, artifact, inputs, epoch }) {
        const [{ composeComponents }, { renderSbom }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(7091), __webpack_require__.e(7064)]).then(__webpack_require__.bind(__webpack_require__, 47064)),
            Promise.all(/* import() */[__webpack_require__.e(7091), __webpack_require__.e(7761), __webpack_require__.e(4801)]).then(__webpack_require__.bind(__webpack_require__, 34801)),
        ]);
        const collected = this.#collected;
        if (collected === undefined)
            throw new Error('the tree of the build was not read');
        const { name, version } = manifest;
        return renderSbom({
            subject: { name, version, sha256: artifact.sha256, sourceDateEpoch: epoch },
            components: composeComponents(collected, { inputs, fledge: about/* VERSION */.x }),
            unread: collected.unread,
        });
    }
}

// EXTERNAL MODULE: ./build/manifest/remarks.js
var remarks = __webpack_require__(39965);
// EXTERNAL MODULE: ./build/recipe/verify/missing-files.js
var missing_files = __webpack_require__(19879);
;// CONCATENATED MODULE: ./build/recipe/verify/links-out.js




/**
 * Warns of files of the checkout that are links out of it, or into its `.git`: their contents are not what fledge.toml and
 * the checkout show. It is the same for all keys that name a file. A path that itself leads out of the checkout is the
 * author's choice.
 */
function findLinksOut({ config, directory }, template) {
    const mapped = [...new Map(config.mappings.map(({ source, key }) => [source, key]))];
    const named = [
        ...(0,missing_files/* namedFiles */.VI)(config).map(({ file, finding }) => ({ path: file, at: (0,remarks/* atConfig */.Oh)(...finding.path) })),
        ...mapped.map(([path, key]) => ({ path, at: (0,remarks/* atConfig */.Oh)(...key) })),
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
        return path === undefined ? [] : [{ path, at: (0,remarks/* atTemplate */.CV)(...key) }];
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
    // The build may fail before it begins, and then no step ends.
    steps.begin('config', 'read the configuration', { isShort: true });
    return steps;
}
/** The command line of a build with the same plugin and options as `request`. */
function commandOf(request) {
    const { plugin, output, urlBase, platform, verify, locked, workers } = request;
    const { strict = false, force = false, sbom = false } = request;
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
        force,
        sbom,
        workers,
    };
}
/**
 * Builds a plugin and writes the artifact, manifest.json, provenance.json and SHA256SUMS, and sbom.cdx.json if it is wanted.
 * All are renamed into place at the end; after an error, existing files are unchanged.
 *
 * @throws FledgeError; see its codes. `input` for warnings of a strict build.
 */
async function build(asked) {
    const { reporter, warnings } = (0,warning/* collectWarnings */._c)(asked.reporter);
    const request = { ...asked, reporter };
    const { platform, plugin } = request;
    const { loaded, template, name } = plugin;
    const steps = request.steps ?? beginBuild(reporter);
    (0,recipe_plugin.warnOfNotes)(plugin, reporter);
    await (0,recipe_plugin.reportRemarks)(findLinksOut(loaded, template), plugin, reporter);
    const { config, lockFile } = await (0,locked_config/* lockedConfig */.z)(loaded, request);
    const epoch = sourceDateEpoch(request.env);
    const { path: output, name: artifactName, url } = chooseDestination(request, { config, lockFile });
    const misleading = suffixWarning(artifactName, config);
    if (misleading !== undefined)
        reporter.warn(misleading, { code: 'suffix' });
    const toolchain = await toolchainOf(request.env);
    const sources = (0,context/* sourceContext */.R)(request, loaded.directory);
    const fields = template === undefined ? undefined : await completeTemplate(template, sources);
    const outputs = new output_set/* OutputSet */.Y((0,external_node_path_.dirname)(output));
    const work = (0,scratch/* temporaryDirectory */.De)('build');
    try {
        // Created before the work, so that a directory that is not writable is reported at once.
        const files = {
            artifact: outputs.create(artifactName),
            manifest: outputs.create(output_names/* MANIFEST_FILE */.h1),
            provenance: outputs.create(output_names/* PROVENANCE_FILE */.LP),
            checksums: outputs.create(output_names/* CHECKSUMS_FILE */.aP),
            sbom: request.sbom === true ? outputs.create(output_names/* SBOM_FILE */.HO) : undefined,
        };
        const software = request.sbom === true ? new SoftwareOfBuild({ steps, reporter }) : undefined;
        const adjustments = new Adjustments();
        const { inputs, mappings, built, contents, reproducible, freeMb } = await makeArtifact({
            config,
            directory: loaded.directory,
            errorAt: loaded.errorAt,
            platform,
            mtime: { seconds: epoch, nanoseconds: 0 },
            verify: request.verify,
            workers: request.workers,
            scratchDirectory: work.path,
            ownOutputs: outputPaths(output, request),
            sources,
            steps,
            template: fields,
            report: (remarks) => (0,recipe_plugin.reportRemarks)(remarks, plugin, reporter),
            adjustments,
            artifact: files.artifact,
            software,
        });
        for (const { name: input, uri, digest } of inputs)
            reporter.debug(`${input}: ${uri} ${digest}`);
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
        await (0,recipe_plugin.reportRemarks)(derived.remarks, plugin, reporter);
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
            mappings,
            toolchain,
        });
        const provenanceFile = await writeText(files.provenance, provenance);
        const sbom = await software?.document({ manifest, artifact, inputs, epoch });
        const sbomFile = sbom === undefined || files.sbom === undefined ? undefined : await writeText(files.sbom, sbom);
        const listed = [artifact, manifestFile, provenanceFile, ...(sbomFile === undefined ? [] : [sbomFile])];
        const digests = listed.map(({ path, sha256 }) => ({
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
            artifact: {
                path: output,
                format: formatOf(config),
                size: artifact.size,
                sha256: artifact.sha256,
                ...(freeMb !== undefined && { freeMb }),
            },
            manifest: { path: manifestFile.path, sha256: manifestFile.sha256, encodedBytes: derived.encodedBytes },
            checksums: { path: checksumsFile.path },
            provenance: { path: provenanceFile.path },
            ...(sbomFile !== undefined && { sbom: { path: sbomFile.path, sha256: sbomFile.sha256 } }),
            // The layers are in the provenance.
            inputs: inputs.map(({ name: input, uri, digest }) => ({ name: input, uri, digest })),
            contents,
            adjustments: adjustments.list(),
            warnings,
            reproducible: {
                expected: reproducible.ok,
                checked: false,
                ...(!reproducible.ok && { reason: reproducible.reason }),
            },
            steps: steps.end(),
        };
    }
    finally {
        // Also after an error, so that the time of a step is not reported any more.
        steps.end();
        outputs.discard();
        work.dispose();
        await sources.cacheUse.end();
    }
}
/**
 * The fields of a template with the contents of the files that it names.
 *
 * @throws FledgeError `config` with all files that cannot be read.
 */
async function completeTemplate(template, sources) {
    const { fields, problems } = await (0,cloud_init/* readCloudInit */.y)(template, (0,own_paths/* ownPathsOf */.ig)(sources));
    if (problems.length > 0)
        throw await template.errorAt(problems);
    return fields;
}
/** Imports only the code of the strategy, because loading code is most of the time of a small build. */
async function makeArtifact(job) {
    const { config } = job;
    if (config.strategy === 'initramfs') {
        const { buildInitramfs } = await Promise.all(/* import() */[__webpack_require__.e(2581), __webpack_require__.e(6339), __webpack_require__.e(9062)]).then(__webpack_require__.bind(__webpack_require__, 49062));
        return buildInitramfs({ ...job, config });
    }
    const { buildOciRootfs } = await Promise.all(/* import() */[__webpack_require__.e(6368), __webpack_require__.e(435), __webpack_require__.e(8923), __webpack_require__.e(1863), __webpack_require__.e(2581), __webpack_require__.e(6339), __webpack_require__.e(9607), __webpack_require__.e(5811)]).then(__webpack_require__.bind(__webpack_require__, 85811));
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
/* harmony export */   Zw: () => (/* binding */ notMapped),
/* harmony export */   ig: () => (/* binding */ ownPathsOf)
/* harmony export */ });
/* unused harmony export pathsNotMapped */
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

/***/ 19879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VI: () => (/* binding */ namedFiles),
/* harmony export */   vn: () => (/* binding */ missingInit)
/* harmony export */ });
/* unused harmony export findMissingFiles */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29181);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _tree_mapping_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53029);





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
    const at = (file, ...path) => ({ file, finding: { path, message: _tree_mapping_source_js__WEBPACK_IMPORTED_MODULE_4__/* .NOT_ON_HOST */ .Fc } });
    const agent = config.agent?.source === 'local' ? [at(config.agent.path, 'agent', 'path')] : [];
    const images = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchedImagesOf */ .Rc)(config).flatMap(({ reference: { path }, key }) => path === undefined ? [] : [at(path, 'source', key)]);
    const dockerfile = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerfileOf */ .S9)(config);
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
        ...(init.mode === 'custom' && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(init.path) ? [{ file: init.path, finding: missingInit(init) }] : []),
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


/***/ }),

/***/ 17488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ isEntryName),
/* harmony export */   ZZ: () => (/* binding */ STORES),
/* harmony export */   xe: () => (/* binding */ readCache)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _origins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20219);
/* harmony import */ var _own_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67190);





/** The directories with cached files, relative to the cache; builds and the Actions cache know them, too. */
const STORES = ['sha256', 'blobs'];
/** Relative paths of cached files. */
const ENTRY_NAME = /^(?:sha256\/([0-9a-f]{2})\/(\1[0-9a-f]{62})|blobs\/(?:(sha256)\/([0-9a-f]{64})|(sha384)\/([0-9a-f]{96})|(sha512)\/([0-9a-f]{128})))$/;
/** Relative paths of directories with cached files or further directories. */
const DIRECTORY_NAME = /^(?:sha256(?:\/[0-9a-f]{2})?|blobs(?:\/sha(?:256|384|512))?)$/;
/** Other names in the cache that fledge creates. */
const OTHER_NAMES = ['tmp', 'kernels', 'since', _origins_js__WEBPACK_IMPORTED_MODULE_3__/* .ORIGINS_FILE */ .bw];
/** True if a path relative to the cache is that of a cached file. */
function isEntryName(name) {
    return ENTRY_NAME.test(name);
}
/**
 * Lists the files of a cache. Links are not followed, and directories of other users are not read. A missing cache is empty.
 *
 * @throws FledgeError `output` if another user can write to the cache.
 */
function readCache(directory) {
    (0,_own_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .requireOwnCache */ .sm)(directory);
    const entries = [];
    const ignored = [];
    // The cache itself may be a link to another file system.
    const device = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(directory, { bigint: true, throwIfNoEntry: false })?.dev;
    const walk = (below) => {
        for (const base of namesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, below))) {
            const name = below === '' ? base : `${below}/${base}`;
            if (OTHER_NAMES.includes(name))
                continue;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name);
            const stats = lstatOf(path);
            if (stats === undefined)
                continue;
            const entry = isTrusted(stats) && stats.dev === device ? entryAt(path, name, stats) : undefined;
            if (entry !== undefined)
                entries.push(entry);
            else if (stats.isDirectory() && stats.dev === device && DIRECTORY_NAME.test(name) && isTrusted(stats))
                walk(name);
            else
                ignored.push(path);
        }
    };
    walk('');
    return { entries, ignored };
}
function entryAt(path, name, stats) {
    const found = ENTRY_NAME.exec(name)?.slice(1);
    if (found === undefined || !stats.isFile())
        return undefined;
    const [, download, ...image] = found;
    const [algorithm = 'sha256', hex = download] = image.filter((part) => part !== undefined);
    return {
        path,
        digest: `${algorithm}:${hex}`,
        store: download === undefined ? 'image' : 'download',
        size: Number(stats.size),
        lastUsed: Number(stats.mtimeMs),
        stats,
    };
}
/** Whether only this user and root can have written it. */
function isTrusted({ uid, mode }) {
    const user = BigInt(process.geteuid?.() ?? 0);
    return (uid === user || uid === 0n) && (mode & 18n) === 0n;
}
function namesIn(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path).sort();
    }
    catch (error) {
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOENT')
            return [];
        throw (0,_own_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .cacheError */ .jp)(path, 'read the cache', error);
    }
}
function lstatOf(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
}


/***/ }),

/***/ 88251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ cacheLimitOf)
/* harmony export */ });
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);



/** The variable with the size limit of the cache. */
const VARIABLE = 'FLEDGE_CACHE_MAX_SIZE';
const DEFAULT_LIMIT = 10 * 1024 * _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ;
/**
 * The size limit of the cache in bytes: FLEDGE_CACHE_MAX_SIZE, otherwise 10 GiB. Undefined for `unlimited`.
 *
 * @throws FledgeError `usage` if it is not a size.
 */
function cacheLimitOf(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .Jz)(env, VARIABLE);
    if (text === undefined)
        return DEFAULT_LIMIT;
    if (text.trim().toLowerCase() === 'unlimited')
        return undefined;
    const bytes = (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSize */ .DB)(text);
    if (bytes !== undefined && bytes >= _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ)
        return bytes;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `${VARIABLE} is not a size of at least 1M: ${JSON.stringify(text.slice(0, 100))}`, {
        fix: `set it to a size such as 5G or 500M, or to unlimited, or unset it`,
    });
}


/***/ }),

/***/ 67270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sourceContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _cache_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88251);
/* harmony import */ var _cache_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68387);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8359);




/**
 * The context of the sources; `directory` is that of fledge.toml.
 *
 * @throws FledgeError `usage` if the size limit of the cache is not a size.
 */
function sourceContext({ env, reporter, signal }, directory) {
    const cacheDirectory = (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheDirectoryOf */ .N2)(env, { home: node_os__WEBPACK_IMPORTED_MODULE_0__.homedir, cwd: process.cwd() });
    const use = (0,_cache_use_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheUse */ .Ev)({ directory: cacheDirectory, limit: (0,_cache_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheLimitOf */ .l)(env), reporter });
    return { baseDirectory: directory, cacheDirectory, cacheUse: use, reporter, env, signal };
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
    const named = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'REGISTRY_AUTH_FILE');
    if (named !== undefined)
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(named)];
    const runtime = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'XDG_RUNTIME_DIR');
    return [
        runtime === undefined
            ? `/run/containers/${process.getuid?.() ?? 0}/auth.json`
            : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtime, 'containers/auth.json'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'XDG_CONFIG_HOME') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.config'), 'containers/auth.json'),
        dockerConfigFile(env),
    ];
}
/** The file that `docker login` writes to. */
function dockerConfigFile(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'DOCKER_CONFIG') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.docker'), 'config.json');
}
function homeOf(env) {
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'HOME') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
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

/***/ 51072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ OutputSet),
  F: () => (/* binding */ outputNeed)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
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


/***/ }),

/***/ 52835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ reportElapsed),
/* harmony export */   C: () => (/* binding */ whileReportingElapsed)
/* harmony export */ });
/** The time after which work counts as long, in seconds. */
const LONG_WORK = 2;
/**
 * Reports the seconds of work that has no other measure, such as a program of others. Short work is not reported. Returns a
 * function that ends the progress, which must be called also if the work fails.
 */
function reportElapsed(reporter, label) {
    const since = performance.now();
    let progress;
    const timer = setInterval(() => {
        const seconds = Math.round((performance.now() - since) / 1000);
        if (seconds < LONG_WORK)
            return;
        progress ??= reporter.progress(label, 'seconds');
        progress.update(seconds);
    }, 1000);
    timer.unref();
    return () => {
        clearInterval(timer);
        progress?.end();
    };
}
/** `reportElapsed` for work that returns or throws. */
async function whileReportingElapsed(reporter, label, work) {
    const end = reportElapsed(reporter, label);
    try {
        return await work();
    }
    finally {
        end();
    }
}


/***/ }),

/***/ 72924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V4: () => (/* binding */ withoutRepetitions),
/* harmony export */   cn: () => (/* binding */ withCount),
/* harmony export */   f7: () => (/* binding */ MappingProblems)
/* harmony export */ });
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


/***/ }),

/***/ 53029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fc: () => (/* binding */ NOT_ON_HOST),
/* harmony export */   LJ: () => (/* binding */ describeSpecialFile),
/* harmony export */   TC: () => (/* binding */ findSource),
/* harmony export */   Xj: () => (/* binding */ sourceErrorMessage),
/* harmony export */   Ye: () => (/* binding */ realPath),
/* harmony export */   c4: () => (/* binding */ settingsForDirectories),
/* harmony export */   z$: () => (/* binding */ findUnusableSources)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _mapping_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72924);





/** Problem of a path in fledge.toml that does not exist. */
const NOT_ON_HOST = 'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';
/** The file or directory of a mapping on the host. A link is followed. */
function findSource(mapping, directory) {
    const host = realPath((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, mapping.source));
    return { host, stats: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(host)) };
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
    return (0,_mapping_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutRepetitions */ .V4)(problems);
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
function realPath(path) {
    return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromBytes */ .Pb)(node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path, { encoding: 'buffer' }));
}
/** The problem of an entry that is neither a file, a directory nor a link. */
function describeSpecialFile(stats) {
    const kind = stats.isFIFO() ? 'a fifo' : stats.isSocket() ? 'a socket' : 'a device';
    return (entry) => `${entry} is ${kind}; only files, directories and symbolic links can be mapped`;
}
function sourceErrorMessage(error, { source }) {
    switch ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error)) {
        case 'ENOENT':
            return /^~|[*$]/.test(source)
                ? 'no such file or directory on the host; ~, $NAME and * are not expanded'
                : NOT_ON_HOST;
        case 'ELOOP':
            return 'the path is a loop of symbolic links';
        case 'EACCES':
            return 'permission denied; make it readable for the user who builds';
        default:
            return error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE ? error.message : `cannot be read: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`;
    }
}


/***/ })

};
