export const id = 1897;
export const ids = [1897];
export const modules = {

/***/ 31897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchBusyboxImagePart: () => (/* binding */ fetchBusyboxImagePart)
});

// EXTERNAL MODULE: ./build/sources/busybox.js + 1 modules
var sources_busybox = __webpack_require__(13283);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(60975);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/tree/follow.js
var follow = __webpack_require__(14136);
// EXTERNAL MODULE: ./build/tree/tree.js
var tree_tree = __webpack_require__(82581);
// EXTERNAL MODULE: ./build/sources/image/fetch/fetch.js + 6 modules
var fetch = __webpack_require__(191);
// EXTERNAL MODULE: ./build/sources/image/unpack.js + 2 modules
var unpack = __webpack_require__(74823);
;// CONCATENATED MODULE: ./build/sources/busybox-image.js











const PIECE_BYTES = units/* MEBIBYTE */.gJ;
/**
 * Fetches an image for the platform and copies its /bin/busybox, with links inside the image followed, to the scratch
 * directory. Checks it as `fetchBusybox` does.
 *
 * @throws FledgeError as `fetchImage` does; `input` if the image has no busybox, or it is not for the platform.
 */
async function fetchBusyboxImage({ image: reference, imageLock: lock }, { platform, scratchDirectory, maxUnpackedMb }, context) {
    const scratch = (0,external_node_path_.join)(scratchDirectory, 'busybox-image');
    (0,external_node_fs_.mkdirSync)(scratch);
    const budget = new support_budget/* Budget */._({ unpacked: maxUnpackedMb * units/* MEBIBYTE */.gJ });
    const image = await (0,fetch/* fetchImage */.a)({ reference, lock, platform, scratchDirectory: scratch, budget }, context);
    const tree = new tree_tree/* FileTree */.hr({ seconds: 0, nanoseconds: 0 }, budget);
    const layers = [];
    try {
        await (0,unpack/* unpackImage */.m6)(image, { tree, layers, spoolDirectory: scratch, budget, signal: context.signal });
        const content = busyboxIn(tree, reference.text);
        const path = (0,external_node_path_.join)(scratch, 'busybox');
        const sha256 = writeSpooled(content, path);
        const file = { path, size: content.size, sha256, uri: `${reference.text}#/${sources_busybox/* BUSYBOX_PATH */.VE}` };
        const key = 'busybox_image';
        return { ...(await (0,sources_busybox/* inspectBusybox */.fy)(file, { platform, key }, context)), imageDigest: image.digest };
    }
    finally {
        await (0,unpack/* closeLayers */.rX)(layers);
    }
}
function busyboxIn(tree, label) {
    const { inode } = (0,follow/* followPath */.Z)(tree, sources_busybox/* BUSYBOX_PATH */.VE);
    const fix = 'set busybox_image in [source] to an image with a static /bin/busybox, such as busybox:musl';
    if (inode?.kind !== 'file') {
        const reason = inode === undefined ? 'it has no such file' : `it is a ${inode.kind}`;
        throw new errors/* FledgeError */.aE('input', `cannot take /${sources_busybox/* BUSYBOX_PATH */.VE} from ${label}: ${reason}`, { fix });
    }
    const { content } = inode;
    if (content.size <= sources_busybox/* MAX_BUSYBOX_BYTES */.qI)
        return content;
    throw new errors/* FledgeError */.aE('input', `/${sources_busybox/* BUSYBOX_PATH */.VE} of ${label} has ${content.size} bytes, too many for a busybox`, {
        fix,
    });
}
/** Writes the content of a layer's file to a new file, and returns its SHA-256 in hexadecimal. */
function writeSpooled(content, path) {
    if (content.kind !== 'spool')
        throw new errors/* FledgeError */.aE('internal', 'the content of an image is not in a spool');
    const data = Buffer.alloc(content.size);
    for (const { offset, length, position } of content.extents) {
        for (let done = 0; done < length;) {
            const wanted = Math.min(length - done, PIECE_BYTES);
            const count = (0,external_node_fs_.readSync)(content.spool.descriptor, data, offset + done, wanted, position + done);
            if (count === 0)
                throw new errors/* FledgeError */.aE('internal', `the spool of ${content.spool.label} ends early`);
            done += count;
        }
    }
    try {
        const file = (0,external_node_fs_.openSync)(path, 'wx', 0o600);
        try {
            for (let done = 0; done < data.length;)
                done += (0,external_node_fs_.writeSync)(file, data, done);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, { cause: error });
    }
    return (0,external_node_crypto_.createHash)('sha256').update(data).digest('hex');
}

// EXTERNAL MODULE: ./build/recipe/image-source.js + 5 modules
var image_source = __webpack_require__(81863);
// EXTERNAL MODULE: ./build/recipe/job.js
var job = __webpack_require__(22936);
;// CONCATENATED MODULE: ./build/recipe/busybox-image-part.js




/** Takes busybox from an image. @throws FledgeError as `fetchBusyboxImage` does. */
async function fetchBusyboxImagePart(busybox, { config, platform, scratchDirectory, sources }) {
    const { maxUnpackedMb } = config;
    const file = await fetchBusyboxImage(busybox, { platform, scratchDirectory, maxUnpackedMb }, sources);
    const inputs = [
        (0,image_source/* imageInput */.EA)('busybox image', busybox.image, file.imageDigest),
        (0,job/* inputOf */.wg)({ name: 'busybox', uri: `${(0,image_source/* uriOfImage */.Dp)(busybox.image)}#/${sources_busybox/* BUSYBOX_PATH */.VE}`, sha256: file.sha256 }),
    ];
    return { file, inputs };
}


/***/ })

};
