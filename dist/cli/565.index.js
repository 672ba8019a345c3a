export const id = 565;
export const ids = [565];
export const modules = {

/***/ 565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lock: () => (/* binding */ lock)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(357);
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(410);
/* harmony import */ var _sources_agent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);
/* harmony import */ var _sources_busybox_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3283);
/* harmony import */ var _sources_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7270);
/* harmony import */ var _sources_image_fetch_fetch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2356);
/* harmony import */ var _support_concurrency_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8375);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5921);
/* harmony import */ var _support_files_write_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3486);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1341);
/* harmony import */ var _lock_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3818);
/* harmony import */ var _lock_rules_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3929);












/**
 * Resolves the open sources of a fledge.toml, for all platforms, and pins them in its lock file. Files that are pinned
 * by their SHA-256 are downloaded for it, and stay in the cache.
 *
 * @throws FledgeError; the lock file is then unchanged.
 */
async function lock(request) {
    const { reporter } = request;
    const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z)(request.config);
    for (const { text: localImage } of (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_10__/* .openSourcesOf */ .OW)(loaded.config).localImages) {
        reporter.warn(`${localImage} refers to a local image by tag, which cannot be pinned; refer to it by digest`, {
            code: 'unpinned',
        });
    }
    const file = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_9__/* .lockFileOf */ .LN)(loaded.file);
    const [pins, before] = await (0,_support_concurrency_js__WEBPACK_IMPORTED_MODULE_11__/* .settleAll */ .j)(findPins(loaded, request), readEarlier(loaded, request));
    const text = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_9__/* .renderLock */ .wC)(pins);
    const written = before === undefined || (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_9__/* .renderLock */ .wC)(before) !== text;
    if (written)
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_7__/* .replaceFile */ .fR)(file, text);
    return { file, pins, before: before ?? {}, written };
}
async function findPins({ config, directory }, request) {
    const open = (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_10__/* .openSourcesOf */ .OW)(config);
    const context = (0,_sources_context_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceContext */ .R)(request, directory);
    request.reporter.step('resolve the open sources');
    const [image, busyboxImage, baseImages, agentRelease, agent, busybox] = await (0,_support_concurrency_js__WEBPACK_IMPORTED_MODULE_11__/* .settleAll */ .j)(open.image === undefined ? undefined : pinImage(open.image, context), open.busyboxImage === undefined ? undefined : pinImage(open.busyboxImage, context), (0,_support_concurrency_js__WEBPACK_IMPORTED_MODULE_11__/* .settleAll */ .j)(...open.baseImages.map((image) => pinImage(image, context))), open.agentRelease === undefined ? undefined : pinRelease(open.agentRelease, context), open.agent === undefined ? undefined : (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_2__/* .downloadAgent */ .Sh)(open.agent, context).then(pinOf), open.busybox === undefined ? undefined : pinBusybox(open.busybox, context));
    return { image, busyboxImage, baseImages, agentRelease, agent, busybox };
}
async function pinImage({ name, named }, context) {
    return { name, digest: await (0,_sources_image_fetch_fetch_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveImage */ .A)(named, name, context) };
}
async function pinRelease(version, context) {
    const { tag, assets } = await (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchReleaseAgents */ .ix)(version, context);
    const pins = _support_platform_js__WEBPACK_IMPORTED_MODULE_8__/* .PLATFORMS */ .P.flatMap((platform) => {
        const file = assets[platform];
        return file === undefined ? [] : [[platform, pinOf(file)]];
    });
    return { version, tag, assets: Object.fromEntries(pins) };
}
async function pinBusybox(url, context) {
    return pinOf(await (0,_sources_busybox_js__WEBPACK_IMPORTED_MODULE_3__/* .downloadBusybox */ .hC)(url, context));
}
function pinOf({ uri, sha256 }) {
    return { url: uri, sha256 };
}
/** The pins before this run. A damaged lock file is reported, and then replaced. */
async function readEarlier({ file }, { reporter }) {
    try {
        return (await (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_9__/* .loadLockFor */ .FK)(file))?.pins;
    }
    catch (error) {
        if ((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsOf */ .GW)(error).length === 0)
            throw error;
        reporter.warn(`${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}; the file is written again`, { code: 'lock' });
        return undefined;
    }
}


/***/ })

};
