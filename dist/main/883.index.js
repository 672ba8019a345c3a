export const id = 883;
export const ids = [883];
export const modules = {

/***/ 70883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planMatrix: () => (/* binding */ planMatrix)
});

// EXTERNAL MODULE: ./build/github/runner-labels.js
var runner_labels = __webpack_require__(81764);
;// CONCATENATED MODULE: ./build/github/matrix.js

/** "A matrix will generate a maximum of 256 jobs per workflow run", docs.github.com, "Workflow syntax". */
const MOST_JOBS = 256;
/**
 * Every plugin for every platform, for `strategy.matrix: ${{ fromJSON(…) }}` of a workflow. If these are more than
 * `MOST_JOBS`, a job builds several plugins of one strategy and platform, about as many as the other jobs.
 */
function matrixOf(builds, platforms, runnerOf = runner_labels/* hostedRunner */.y) {
    const known = [...new Set(platforms)];
    if (builds.length * known.length <= MOST_JOBS) {
        const include = builds.flatMap((build) => known.map((platform) => entryOf([build], platform, runnerOf)));
        return { include };
    }
    const strategies = [...new Set(builds.map(({ strategy }) => strategy))];
    const groups = strategies.map((strategy) => builds.filter((build) => build.strategy === strategy));
    let size = 2;
    while (jobsOf(groups, size) * known.length > MOST_JOBS)
        size += 1;
    const include = groups
        .flatMap((group) => shares(group, Math.ceil(group.length / size)))
        .flatMap((share) => known.map((platform) => entryOf(share, platform, runnerOf)));
    return { include };
}
function jobsOf(groups, size) {
    return groups.reduce((sum, group) => sum + Math.ceil(group.length / size), 0);
}
/** Divides a list into parts whose lengths differ by one at most. */
function shares(list, count) {
    return Array.from({ length: count }, (_, index) => list.slice(Math.floor((index * list.length) / count), Math.floor(((index + 1) * list.length) / count)));
}
function entryOf(plugins, platform, runnerOf) {
    const [first, ...others] = plugins;
    return {
        config: plugins.map(({ config }) => config).join('\n'),
        name: `${first?.name ?? ''}${others.length === 0 ? '' : ` and ${others.length} more`}`,
        strategy: first?.strategy ?? 'initramfs',
        platform,
        runner: runnerOf(platform),
    };
}

// EXTERNAL MODULE: ./build/action/planned-builds.js
var planned_builds = __webpack_require__(39755);
// EXTERNAL MODULE: ./build/action/report/outputs.js
var outputs = __webpack_require__(6456);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/action/report/summary/html.js
var html = __webpack_require__(43284);
;// CONCATENATED MODULE: ./build/action/report/summary/plan-sections.js


/** Maximum number of jobs in the summary. */
const MAX_ROWS = 1000;
/** The sections of mode `plan`: a row for each job. `changes` are the plugins that are built or skipped, with the reasons. */
function planSections(jobs, changes = []) {
    const plugins = new Set(jobs.flatMap(({ config }) => config.split('\n'))).size;
    const count = `${(0,support_text/* counted */.hS)(plugins, 'plugin')}, ${(0,support_text/* counted */.hS)(jobs.length, 'job')}`;
    const rows = jobs
        .slice(0, MAX_ROWS)
        .map(({ name, strategy, platform, runner, config }) => [
        (0,html/* code */.aY)(name),
        (0,html/* prose */.CS)(strategy),
        (0,html/* code */.aY)(platform),
        (0,html/* code */.aY)([runner].flat().join(', ')),
        (0,html/* code */.aY)(config),
    ]);
    const more = jobs.length - rows.length;
    return [
        { rank: 'result', text: `<p>${count}</p>\n` },
        {
            rank: 'inputs',
            text: rows.length === 0 ? '' : (0,html/* table */.tp)(['plugin', 'strategy', 'platform', 'runner', 'config'], rows),
        },
        {
            rank: 'inputs',
            text: more === 0 ? '' : `<p>and ${more} more, which are in the output <code>matrix</code></p>\n`,
        },
        { rank: 'statistics', text: changes.length === 0 ? '' : (0,html/* folded */.TM)('Changes', (0,html/* preformatted */.EC)(changes.join('\n'))) },
    ];
}

;// CONCATENATED MODULE: ./build/action/modes/plan.js




/**
 * Mode `plan`: outputs the matrix of a later job, with the plugins of all matching configs for every platform of the
 * inputs. With `since`, plugins whose inputs have not changed are left out.
 */
async function planMatrix(inputs, context) {
    const { builds, lines } = await changedBuilds(await (0,planned_builds/* plannedBuilds */.E)(inputs), inputs, context);
    const matrix = matrixOf(builds, inputs.platforms, inputs.runnerOf);
    for (const { name, config, strategy, platform } of matrix.include) {
        context.reporter.info(`${name} (${strategy}, ${platform}): ${config.replaceAll('\n', ', ')}`);
    }
    (0,outputs/* setOutputs */.n)({ matrix: JSON.stringify(matrix) });
    await context.summary.write('fledge plan', planSections(matrix.include, lines));
}
async function changedBuilds(plans, { since }, { env, reporter }) {
    if (since === undefined)
        return { builds: plans, lines: [] };
    const [{ changesSince }, { selectChanged }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(4925), __webpack_require__.e(5165), __webpack_require__.e(7110)]).then(__webpack_require__.bind(__webpack_require__, 87110)),
        __webpack_require__.e(/* import() */ 870).then(__webpack_require__.bind(__webpack_require__, 50870)),
    ]);
    const selected = selectChanged(await changesSince(since, plans, { env }));
    for (const line of selected.lines)
        reporter.info(line);
    return selected;
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
    'sbom-path',
    'artifact-id',
    'artifact-url',
    'release-url',
    'manifest-url',
    'index-url',
    'reproducible',
    'boot',
    'boot-ms',
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


/***/ })

};
