export const id = 7324;
export const ids = [7324];
export const modules = {

/***/ 77324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildOne: () => (/* binding */ buildOne)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42012);
/* harmony import */ var _build_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68903);



/**
 * Builds one plugin, and prints the result.
 *
 * @throws FledgeError as `build` and `checkReproducible` do; `format` if the two builds differ.
 */
async function buildOne(command, options, session) {
    const { outputDir, json, checkReproducible: checks = false } = options;
    const { reporter } = session;
    const [{ beginBuild }, { loadPlugin }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(3292), __webpack_require__.e(4153), __webpack_require__.e(7096), __webpack_require__.e(5823), __webpack_require__.e(357), __webpack_require__.e(2877), __webpack_require__.e(9029), __webpack_require__.e(4789), __webpack_require__.e(3256), __webpack_require__.e(9046), __webpack_require__.e(40), __webpack_require__.e(4701), __webpack_require__.e(8515)]).then(__webpack_require__.bind(__webpack_require__, 44701)),
        Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(3292), __webpack_require__.e(4153), __webpack_require__.e(7096), __webpack_require__.e(5823), __webpack_require__.e(357), __webpack_require__.e(9029), __webpack_require__.e(3256), __webpack_require__.e(7141)]).then(__webpack_require__.bind(__webpack_require__, 3256)),
    ]);
    const { config, manifest, artifactUrl, ...asked } = command;
    const steps = options.dryRun ? undefined : beginBuild(reporter);
    const plugin = await loadPlugin(config, manifest);
    const request = {
        ...asked,
        plugin,
        output: outputDir === undefined ? asked.output : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(outputDir, plugin.artifactFile),
        artifactUrl: artifactUrl === undefined ? undefined : () => artifactUrl,
        env: process.env,
        reporter,
        steps,
    };
    if (options.dryRun) {
        const [{ dryRun }, { textOfDryRun }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(3292), __webpack_require__.e(1313), __webpack_require__.e(4153), __webpack_require__.e(7096), __webpack_require__.e(6368), __webpack_require__.e(5823), __webpack_require__.e(357), __webpack_require__.e(2877), __webpack_require__.e(9029), __webpack_require__.e(4789), __webpack_require__.e(3256), __webpack_require__.e(621), __webpack_require__.e(1502), __webpack_require__.e(9046), __webpack_require__.e(4058), __webpack_require__.e(191), __webpack_require__.e(1863), __webpack_require__.e(9959), __webpack_require__.e(40), __webpack_require__.e(3483), __webpack_require__.e(9614)]).then(__webpack_require__.bind(__webpack_require__, 13363)),
            __webpack_require__.e(/* import() */ 7194).then(__webpack_require__.bind(__webpack_require__, 47194)),
        ]);
        const planned = await dryRun({ ...request, createsDirectory: outputDir !== undefined });
        // Unlike the summary of a build, this is the result.
        return json ? session.printJson(planned) : session.print((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__.printable)(textOfDryRun(planned)));
    }
    const { createDirectories } = await __webpack_require__.e(/* import() */ 6956).then(__webpack_require__.bind(__webpack_require__, 46956));
    const removeEmpty = createDirectories(outputDir === undefined ? [] : [outputDir]);
    try {
        const onBuilt = () => {
            session.doneSoFar = 'the build is complete, and was not checked';
        };
        const { result, text, failure } = await (0,_build_target_js__WEBPACK_IMPORTED_MODULE_2__/* .buildAndCheck */ .o)(request, { checks, onBuilt });
        await (json ? session.printJson(result) : session.printSummary((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__.printable)(text)));
        if (failure !== undefined)
            throw failure;
    }
    finally {
        removeEmpty();
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


/***/ })

};
