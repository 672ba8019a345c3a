export const id = 957;
export const ids = [957];
export const modules = {

/***/ 9957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lock: () => (/* binding */ lock)
});

// EXTERNAL MODULE: ./build/config/load.js + 4 modules
var load = __webpack_require__(39);
// EXTERNAL MODULE: ./build/document/problems.js
var problems = __webpack_require__(410);
// EXTERNAL MODULE: ./build/sources/agent.js
var sources_agent = __webpack_require__(9988);
// EXTERNAL MODULE: ./build/sources/busybox.js + 2 modules
var busybox = __webpack_require__(744);
// EXTERNAL MODULE: ./build/sources/image/fetch/fetch.js + 13 modules
var fetch = __webpack_require__(1289);
// EXTERNAL MODULE: ./build/sources/source-context.js
var source_context = __webpack_require__(5882);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
;// CONCATENATED MODULE: ./build/support/files/replace-file.js




/**
 * Creates or replaces a small text file by an atomic rename.
 *
 * @throws FledgeError `output` if it cannot be written, or the path is not a regular file.
 */
function replaceFile(path, text) {
    const present = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (present !== undefined && !present.isFile()) {
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: it is not a regular file`, {
            fix: 'remove it, or replace it by a regular file',
        });
    }
    const scratch = (0,files_scratch/* scratchFile */.LE)((0,external_node_path_.dirname)(path), 'text');
    try {
        const descriptor = (0,external_node_fs_.openSync)(scratch.path, 'wx', 0o666);
        try {
            const bytes = Buffer.from(text, 'utf8');
            for (let done = 0; done < bytes.length;)
                done += (0,external_node_fs_.writeSync)(descriptor, bytes, done);
            // Without it, a crash could leave an empty file at the path.
            (0,external_node_fs_.fsyncSync)(descriptor);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
        (0,external_node_fs_.renameSync)(scratch.path, path);
        scratch.release();
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: `free some space, or make ${(0,external_node_path_.dirname)(path)} a directory that you may write to`,
        });
    }
    finally {
        scratch.dispose();
    }
}

// EXTERNAL MODULE: ./build/support/platform.js
var platform = __webpack_require__(1341);
// EXTERNAL MODULE: ./build/support/settle-all.js
var settle_all = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/lock/lock-file.js
var lock_file = __webpack_require__(3818);
// EXTERNAL MODULE: ./build/lock/lock-rules.js
var lock_rules = __webpack_require__(3929);
;// CONCATENATED MODULE: ./build/lock/write-lock.js












/**
 * Resolves the open sources of a fledge.toml, for all platforms, and pins them in its lock file. Files that are pinned
 * by their SHA-256 are downloaded for it, and stay in the cache.
 *
 * @throws FledgeError; the lock file is then unchanged.
 */
async function lock(request) {
    const { reporter } = request;
    const loaded = await (0,load/* loadConfig */.Z9)(request.config);
    const { localImage } = (0,lock_rules/* openSourcesOf */.OW)(loaded.config);
    if (localImage !== undefined) {
        reporter.warn(`${localImage} refers to a local image by tag, which cannot be pinned; refer to it by digest`);
    }
    const file = (0,lock_file/* lockFileOf */.LN)(loaded.file);
    const [pins, before] = await (0,settle_all/* settleAll */.j)(findPins(loaded, request), readEarlier(loaded, request));
    const text = (0,lock_file/* renderLock */.wC)(pins);
    const written = before === undefined || (0,lock_file/* renderLock */.wC)(before) !== text;
    if (written)
        replaceFile(file, text);
    return { file, pins, before: before ?? {}, written };
}
async function findPins({ config, directory }, request) {
    const open = (0,lock_rules/* openSourcesOf */.OW)(config);
    const context = (0,source_context/* sourceContext */.R)(request, directory);
    request.reporter.step('resolve the open sources');
    const [image, agentRelease, agent, busybox] = await (0,settle_all/* settleAll */.j)(open.image === undefined ? undefined : pinImage(config, open.image, context), open.agentRelease === undefined ? undefined : pinRelease(open.agentRelease, context), open.agent === undefined ? undefined : (0,sources_agent/* downloadAgent */.Sh)(open.agent, context).then(pinOf), open.busybox === undefined ? undefined : pinBusybox(config, context));
    return { image, agentRelease, agent, busybox };
}
async function pinImage(config, name, context) {
    if (config.strategy !== 'oci_rootfs')
        throw new errors/* FledgeError */.aE('internal', 'an initramfs has no image');
    return { name, digest: await (0,fetch/* resolveImage */.A)(config.image, context) };
}
async function pinRelease(version, context) {
    const { tag, assets } = await (0,sources_agent/* fetchReleaseAgents */.ix)(version, context);
    const pins = platform/* PLATFORMS */.P.flatMap((platform) => {
        const file = assets[platform];
        return file === undefined ? [] : [[platform, pinOf(file)]];
    });
    return { version, tag, assets: Object.fromEntries(pins) };
}
async function pinBusybox(config, context) {
    if (config.strategy !== 'initramfs')
        throw new errors/* FledgeError */.aE('internal', 'an image has no busybox');
    return pinOf(await (0,busybox/* downloadBusybox */.hC)(config.busybox, context));
}
function pinOf({ uri, sha256 }) {
    return { url: uri, sha256 };
}
/** The pins before this run. A damaged lock file is reported, and then replaced. */
async function readEarlier({ file }, { reporter }) {
    try {
        return (await (0,lock_file/* loadLockFor */.FK)(file))?.pins;
    }
    catch (error) {
        if ((0,problems/* problemsOf */.GW)(error).length === 0)
            throw error;
        reporter.warn(`${(0,errors/* messageOf */.bD)(error)}; the file is written again`);
        return undefined;
    }
}


/***/ })

};
