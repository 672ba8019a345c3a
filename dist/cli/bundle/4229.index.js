export const id = 4229;
export const ids = [4229];
export const modules = {

/***/ 44229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MOST_JOBS: () => (/* binding */ MOST_JOBS),
/* harmony export */   matrixOf: () => (/* binding */ matrixOf)
/* harmony export */ });
/* harmony import */ var _runner_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81764);

/** "A matrix will generate a maximum of 256 jobs per workflow run", docs.github.com, "Workflow syntax". */
const MOST_JOBS = 256;
/**
 * Every plugin for every platform, for `strategy.matrix: ${{ fromJSON(…) }}` of a workflow. If these are more than
 * `MOST_JOBS`, a job builds several plugins of one strategy and platform, about as many as the other jobs.
 */
function matrixOf(builds, platforms, runnerOf = _runner_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .hostedRunner */ .y) {
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


/***/ })

};
