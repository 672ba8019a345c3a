export const id = 101;
export const ids = [101];
export const modules = {

/***/ 5101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildCommand: () => (/* binding */ buildCommand)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3850);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3795);




/** More threads than this only take memory: reading the files becomes what is waited for. */
const MAX_WORKERS = 8;
/** `fledge build`: builds, and prints what was made on stdout. */
async function buildCommand(options, reporter) {
    const result = await (0,_build_js__WEBPACK_IMPORTED_MODULE_2__/* .build */ .j)({
        config: options.config,
        manifest: options.manifest,
        output: options.output,
        urlBase: options.urlBase,
        platform: options.platform ?? hostPlatform(),
        workers: Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)(), MAX_WORKERS),
        env: process.env,
        reporter,
    });
    process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : summaryOf(result));
}
function hostPlatform() {
    return process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';
}
function summaryOf({ name, version, artifact, manifest, provenance, checksums, steps }) {
    const seconds = (0,_support_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatMilliseconds */ .M)(steps.reduce((sum, { ms }) => sum + ms, 0));
    return [
        `${name} ${version} in ${seconds}`,
        `  ${here(artifact.path)}  ${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z)(artifact.size)}  sha256:${artifact.sha256}`,
        ...[manifest, provenance, checksums].map(({ path }) => `  ${here(path)}`),
        '',
    ].join('\n');
}
/** A path as the user would type it. */
function here(path) {
    const short = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)('.', path);
    return short.startsWith('..') ? path : short;
}


/***/ })

};
