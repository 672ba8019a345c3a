export const id = 5902;
export const ids = [5902];
export const modules = {

/***/ 65902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareBaseImage: () => (/* binding */ prepareBaseImage)
/* harmony export */ });
/* unused harmony export BaseImage */
/* harmony import */ var _sources_image_unpack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74823);
/* harmony import */ var _image_layers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31029);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81863);
/* harmony import */ var _verify_layers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52523);




/**
 * Prepares to put the files of an image under an initramfs. Does not fetch the image.
 *
 * @throws FledgeError `tool` if a program of the verification is missing.
 */
async function prepareBaseImage(source, job) {
    return new BaseImage(source, job, await (0,_verify_layers_js__WEBPACK_IMPORTED_MODULE_3__/* .requireLayerVerifier */ .x)(job));
}
/** The image under an initramfs. `close` frees the disk space of its files, which the tree needs until it is written. */
class BaseImage {
    #source;
    #job;
    #verifier;
    #layers = [];
    constructor(source, job, verifier) {
        this.#source = source;
        this.#job = job;
        this.#verifier = verifier;
    }
    /** Fetches the image or builds its Dockerfile. @throws FledgeError as `obtainImage` does. */
    obtain(budget) {
        return (0,_image_source_js__WEBPACK_IMPORTED_MODULE_2__/* .obtainImage */ .nV)(this.#source.image, this.#source.lock, budget, this.#job);
    }
    /** Unpacks the image into an empty tree and verifies the result. @throws FledgeError as `unpackLayers` does. */
    async unpackInto(tree, { image }, { budget, places }) {
        await (0,_image_layers_js__WEBPACK_IMPORTED_MODULE_1__/* .unpackLayers */ .rz)(image, this.#job, { tree, layers: this.#layers, budget, places });
        if (this.#verifier !== undefined)
            await (0,_verify_layers_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyLayers */ .c)(image, tree, this.#verifier, this.#job);
    }
    /** The layers in the tree. */
    layersInTree(obtained) {
        return obtained === undefined ? new Map() : (0,_image_layers_js__WEBPACK_IMPORTED_MODULE_1__/* .layersBySpool */ .bx)(obtained.image, this.#layers);
    }
    async close() {
        await (0,_sources_image_unpack_js__WEBPACK_IMPORTED_MODULE_0__/* .closeLayers */ .rX)(this.#layers);
    }
}


/***/ })

};
