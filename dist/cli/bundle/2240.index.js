export const id = 2240;
export const ids = [2240];
export const modules = {

/***/ 72240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isUpdated: () => (/* binding */ isUpdated),
/* harmony export */   requireNames: () => (/* binding */ requireNames)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1318);


/** A key of `Pins` whose pins can be updated on their own, and its names. */
const NAMES = {
    image: ['image'],
    busyboxImage: ['busybox_image', 'busybox'],
    baseImages: ['base_images'],
    agent: ['kestrel', 'agent'],
    busybox: ['busybox'],
    kernel: ['kernel'],
};
/** True if a source is to be updated. `image` is the name of an image with domain and tag. */
function isUpdated(names, kind, image) {
    return names === undefined || names.some((name) => isNameOf(name, kind, image));
}
/** `nginx:alpine` is also a name of `docker.io/library/nginx:alpine`. */
function isNameOf(name, kind, image) {
    const isKind = NAMES[kind].some((own) => own === name);
    return isKind || (image !== undefined && (image === name || image.endsWith(`/${name}`)));
}
/** The names for `--update` of the open sources of a config, and of the kernel of `fledge boot`. */
function namesOf({ image, busyboxImage, baseImages, agentRelease, agent, busybox }) {
    return [
        ...(image === undefined ? [] : ['image', image.name]),
        ...(busyboxImage === undefined ? [] : ['busybox_image', busyboxImage.name]),
        ...(baseImages.length === 0 ? [] : ['base_images', ...baseImages.map(({ name }) => name)]),
        ...(agentRelease === undefined && agent === undefined ? [] : ['kestrel']),
        ...(busybox === undefined ? [] : ['busybox']),
        'kernel',
    ];
}
/**
 * Checks that each name of `--update` is that of a source of one of the configs.
 *
 * @throws FledgeError `usage` with the first name that is not.
 */
function requireNames(names, configs) {
    for (const name of names) {
        if (configs.some((open) => isKnown(name, open)))
            continue;
        const known = [...new Set(configs.flatMap(namesOf))];
        const similar = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, known);
        const fix = similar === undefined
            ? `name one of: ${known.join(', ')}`
            : `did you mean ${similar}? The names are: ${known.join(', ')}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `--update ${JSON.stringify(name)}: fledge.toml has no source with this name that can move`, { fix });
    }
}
function isKnown(name, open) {
    return (isNameOf(name, 'kernel', undefined) ||
        (open.image !== undefined && isNameOf(name, 'image', open.image.name)) ||
        (open.busyboxImage !== undefined && isNameOf(name, 'busyboxImage', open.busyboxImage.name)) ||
        open.baseImages.some((image) => isNameOf(name, 'baseImages', image.name)) ||
        ((open.agentRelease !== undefined || open.agent !== undefined) && isNameOf(name, 'agent', undefined)) ||
        (open.busybox !== undefined && isNameOf(name, 'busybox', undefined)));
}


/***/ })

};
