export const id = 402;
export const ids = [402];
export const modules = {

/***/ 35402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   downloadWorkflowArtifact: () => (/* binding */ downloadWorkflowArtifact)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_artifact__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76850);
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85813);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);





/**
 * Downloads a workflow artifact of this run and returns where it is: its file if it is only one, else its directory.
 *
 * @throws FledgeError `usage` if the run has no such artifact, `download` if it cannot be had.
 */
async function downloadWorkflowArtifact(name, { side, directory }) {
    const client = new _actions_artifact__WEBPACK_IMPORTED_MODULE_2__.DefaultArtifactClient();
    try {
        const { artifact } = await client.getArtifact(name);
        const { digestMismatch } = await client.downloadArtifact(artifact.id, {
            path: directory,
            ...(artifact.digest !== undefined && { expectedHash: artifact.digest }),
        });
        if (digestMismatch === true) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('download', `the workflow artifact ${name} came with other bytes than were uploaded`);
        }
    }
    catch (error) {
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE)
            throw error;
        if (error instanceof _actions_artifact__WEBPACK_IMPORTED_MODULE_2__/* .ArtifactNotFoundError */ .CL)
            throw await unknownArtifact(name, side, client);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('download', `cannot download the workflow artifact ${name}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, {
            cause: error,
        });
    }
    const [only, ...others] = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory);
    return only !== undefined && others.length === 0 ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, only) : directory;
}
async function unknownArtifact(name, side, client) {
    const { artifacts } = await client.listArtifacts();
    const names = artifacts.map((artifact) => artifact.name);
    const suggestion = (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(name, names);
    const there = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('usage', `input ${side}: there is no file or directory ${JSON.stringify(name)}, and no workflow artifact of this run (${there})`, {
        fix: suggestion === undefined
            ? 'let the job need the one that uploads it (needs:), and name it as that one does'
            : `write ${suggestion}`,
    });
}


/***/ })

};
