export const id = 939;
export const ids = [939];
export const modules = {

/***/ 20939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planMatrix: () => (/* binding */ planMatrix)
});

;// CONCATENATED MODULE: ./build/github/runners.js
const RUNNERS = {
    'linux/amd64': 'ubuntu-24.04',
    'linux/arm64': 'ubuntu-24.04-arm',
};
/** Every plugin for every platform, for `strategy.matrix: ${{ fromJSON(…) }}` of a workflow. */
function matrixOf(builds, platforms) {
    const include = builds.flatMap(({ config, name, strategy }) => [...new Set(platforms)].map((platform) => ({ config, name, strategy, platform, runner: RUNNERS[platform] })));
    return { include };
}

// EXTERNAL MODULE: ./build/action/planned-builds.js
var planned_builds = __webpack_require__(39755);
// EXTERNAL MODULE: ./build/action/report/outputs.js
var outputs = __webpack_require__(6456);
;// CONCATENATED MODULE: ./build/action/modes/plan.js



/**
 * Mode `plan`: outputs the matrix of a later job, with the plugins of all matching configs for every platform of the
 * inputs.
 */
async function planMatrix(inputs, { reporter }) {
    const plans = await (0,planned_builds/* plannedBuilds */.E)(inputs);
    const matrix = matrixOf(plans, inputs.platforms);
    for (const { name, config, strategy, platform } of matrix.include) {
        reporter.info(`${name} (${strategy}, ${platform}): ${config}`);
    }
    (0,outputs/* setOutputs */.n)({ matrix: JSON.stringify(matrix) });
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
