export const id = 870;
export const ids = [870];
export const modules = {

/***/ 50870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   selectChanged: () => (/* binding */ selectChanged)
/* harmony export */ });
/** The maximum number of other files in a line. */
const SHOWN_FILES = 3;
/** Divides plugins into those to build and those to skip, with the reasons. */
function selectChanged({ commit, plugins, others }) {
    const unchanged = `its inputs are the same as in commit ${commit?.slice(0, 12) ?? ''}`;
    const isSkipped = ({ reason }) => reason === undefined;
    const describe = ({ build, reason }) => {
        const verb = reason === undefined ? 'skip' : 'build';
        return `${verb} ${build.name} (${build.config}): ${reason ?? unchanged}`;
    };
    const more = others.length > SHOWN_FILES ? ` and ${others.length - SHOWN_FILES} more` : '';
    const shown = others.slice(0, SHOWN_FILES).join(', ');
    return {
        builds: plugins.filter((plugin) => !isSkipped(plugin)).map(({ build }) => build),
        skipped: plugins.filter(isSkipped).map(({ build: { config, name } }) => ({ config, name, reason: unchanged })),
        lines: [
            ...plugins.map(describe),
            ...(others.length === 0 ? [] : [`changed, but not an input of a plugin: ${shown}${more}`]),
        ],
    };
}


/***/ })

};
