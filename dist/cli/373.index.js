export const id = 373;
export const ids = [373];
export const modules = {

/***/ 7373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   matrixOf: () => (/* binding */ matrixOf)
/* harmony export */ });
const RUNNERS = {
    'linux/amd64': 'ubuntu-24.04',
    'linux/arm64': 'ubuntu-24.04-arm',
};
/** Every plugin for every platform, for `strategy.matrix: ${{ fromJSON(…) }}` of a workflow. */
function matrixOf(builds, platforms) {
    const include = builds.flatMap(({ config, name, strategy }) => [...new Set(platforms)].map((platform) => ({ config, name, strategy, platform, runner: RUNNERS[platform] })));
    return { include };
}


/***/ })

};
