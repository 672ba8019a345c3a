export const id = 6294;
export const ids = [6294];
export const modules = {

/***/ 46294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   downloadSide: () => (/* binding */ downloadSide)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _inside_beside_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7060);
/* harmony import */ var _inside_beside_provenance_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45389);
/* harmony import */ var _net_http_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27381);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13567);
/* harmony import */ var _sources_download_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24789);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35921);
/* harmony import */ var _checksum_list_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(358);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60160);











/** Larger than any image that a microVM boots. */
const MAX_ARTIFACT_BYTES = 64 * 1024 ** 3;
const MAX_RECORD_BYTES = 4 * 1024 * 1024;
/** Answers for a file that is not there. Storage that cannot be listed answers with 403. */
const MISSING_STATUSES = [403, 404, 410];
const CHECKSUMS_FILE = 'SHA256SUMS';
/** Other names of a URL, such as one with escapes, are not used on this machine. */
const PLAIN_NAME = /^[A-Za-z0-9_][\w.+@=-]{0,200}$/;
/**
 * Downloads an artifact, and the provenance record beside it if there is one. If SHA256SUMS beside it lists the artifact, it is
 * verified.
 *
 * @param directory an empty one, which the caller removes.
 * @returns the path of the artifact.
 * @throws FledgeError `usage` for a URL that is not valid, `download` if the artifact cannot be downloaded or has another digest.
 */
async function downloadSide(url, directory, context) {
    const parsed = URL.parse(url);
    if (parsed === null)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE('usage', `cannot compare ${(0,_net_redact_js__WEBPACK_IMPORTED_MODULE_10__/* .redactUrl */ .B)(url)}: it is not a valid URL`);
    const last = parsed.pathname.slice(parsed.pathname.lastIndexOf('/') + 1);
    const name = PLAIN_NAME.test(last) ? last : 'artifact';
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { recursive: true });
    const place = { directory, context, beside: (file) => new URL(file, parsed).href };
    const lists = (0,_inside_beside_names_js__WEBPACK_IMPORTED_MODULE_2__/* .namesBeside */ .d)(name, CHECKSUMS_FILE);
    const list = name.endsWith(CHECKSUMS_FILE) ? undefined : await fetchFirst(lists, place);
    const sha256 = list && (await listedDigest(list, name));
    if (sha256 === undefined)
        context.reporter.debug(`${name} is not verified: there is no ${CHECKSUMS_FILE} that lists it`);
    const path = await fetchTo(name, { url, sha256, maxBytes: MAX_ARTIFACT_BYTES }, place);
    await fetchFirst((0,_inside_beside_provenance_js__WEBPACK_IMPORTED_MODULE_3__/* .provenanceNames */ ._5)(name), place);
    return path;
}
/** The path of the first file that the server has, if it has one. */
async function fetchFirst(names, place) {
    for (const name of names) {
        try {
            return await fetchTo(name, { url: place.beside(name), maxBytes: MAX_RECORD_BYTES }, place);
        }
        catch (error) {
            const { cause } = error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE ? error : { cause: undefined };
            if (!(cause instanceof _net_http_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFailure */ .HR) || !MISSING_STATUSES.includes(cause.status ?? 0))
                throw error;
            place.context.reporter.debug((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error));
        }
    }
    return undefined;
}
/** Downloads a file into a cache of its own in the directory, and gives it its name. */
async function fetchTo(name, { url, maxBytes, sha256 }, place) {
    const { directory, context } = place;
    const sources = { ...context, baseDirectory: directory, cacheDirectory: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.cache') };
    const mismatchFix = 'download it again; if the checksum is still another one, the release was changed';
    const from = { kind: 'url', url };
    const file = await (0,_sources_download_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchFile */ .t2)({ from, sha256, label: name, maxBytes, expect: 'anything', mismatchFix }, sources);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(file.path, path);
    }
    catch (error) {
        const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .systemCodeOf */ .c7)(error) === undefined ? (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error) : `${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .systemCodeOf */ .c7)(error)}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE('output', `cannot write ${path}: ${reason}`, { cause: error });
    }
    return path;
}
/** The digest of a name in a list; undefined if the list does not have it, or is not one. */
async function listedDigest(list, name) {
    try {
        const lines = await (0,_host_js__WEBPACK_IMPORTED_MODULE_9__/* .withFile */ .D4)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_6__/* .byteStringFromText */ .dw)(list), (handle) => (0,_checksum_list_js__WEBPACK_IMPORTED_MODULE_8__/* .readChecksumList */ .k4)(handle, list));
        return lines.find((line) => line.name === (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_6__/* .byteStringFromText */ .dw)(name))?.sha256;
    }
    catch (error) {
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .FledgeError */ .aE)
            return undefined;
        throw error;
    }
}


/***/ })

};
