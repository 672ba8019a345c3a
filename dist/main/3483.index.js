export const id = 3483;
export const ids = [3483];
export const modules = {

/***/ 33483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BUILD_FLAGS: () => (/* binding */ BUILD_FLAGS),
/* harmony export */   completeBuildCommand: () => (/* binding */ completeBuildCommand),
/* harmony export */   encodeBuildCommand: () => (/* binding */ encodeBuildCommand)
/* harmony export */ });
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61341);
/* harmony import */ var _support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29026);


/** The option for each field of `BuildCommand`. src/cli/build.ts parses the command line that is written here. */
const BUILD_FLAGS = {
    config: '--config',
    manifest: '--manifest',
    output: '--output',
    urlBase: '--url-base',
    artifactUrl: '--artifact-url',
    platform: '--platform',
    verify: '--verify',
    workers: '--workers',
    locked: '--locked',
    strict: '--strict',
    force: '--force',
    sbom: '--sbom',
};
/**
 * A build command with defaults for what is not given: the inverse of `encodeBuildCommand` for the options of a command line.
 *
 * @throws FledgeError `usage` if the platform of this machine is needed and not supported.
 */
function completeBuildCommand(given) {
    const { config, manifest, output, urlBase, artifactUrl, platform, verify, workers, locked, strict, force, sbom } = given;
    return {
        config,
        manifest,
        output,
        urlBase,
        artifactUrl,
        platform: platform ?? (0,_support_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .hostPlatform */ .ol)(),
        verify: verify ?? 'auto',
        workers: workers ?? (0,_support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultWorkers */ .Vs)(),
        locked: locked ?? false,
        strict: strict ?? false,
        force: force ?? false,
        sbom: sbom ?? false,
    };
}
/** The arguments that start a build as a child process: it prints its result and its log in JSON. */
function encodeBuildCommand(command) {
    const given = { ...command, verify: command.verify === 'auto' ? undefined : command.verify };
    const fields = ['config', 'manifest', 'output', 'urlBase', 'artifactUrl', 'platform', 'verify', 'workers'];
    return [
        ...['build', '--json', '--log-format', 'json'],
        ...fields.flatMap((field) => (given[field] === undefined ? [] : [BUILD_FLAGS[field], String(given[field])])),
        ...(command.locked ? [BUILD_FLAGS.locked] : []),
        ...(command.strict ? [BUILD_FLAGS.strict] : []),
        ...(command.force ? [BUILD_FLAGS.force] : []),
        ...(command.sbom ? [BUILD_FLAGS.sbom] : []),
    ];
}


/***/ })

};
