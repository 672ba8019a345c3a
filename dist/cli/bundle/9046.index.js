export const id = 9046;
export const ids = [9046];
export const modules = {

/***/ 43929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyLock: () => (/* binding */ applyLock),
/* harmony export */   compareWithLock: () => (/* binding */ compareWithLock),
/* harmony export */   findMissingAgent: () => (/* binding */ findMissingAgent),
/* harmony export */   openSourcesOf: () => (/* binding */ openSourcesOf)
/* harmony export */ });
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29181);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);


/** The sources of a config that fledge.toml does not pin. */
function openSourcesOf(config) {
    const open = new Map();
    const localImages = [];
    for (const { reference, key } of (0,_config_images_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchedImagesOf */ .Rc)(config)) {
        if (isLocalByTag(reference))
            localImages.push({ text: reference.text, key });
        const image = isOfRegistry(reference) ? openImage(reference.named) : undefined;
        if (image !== undefined)
            open.set(key, image);
    }
    const image = open.get('image');
    const busyboxImage = open.get('busybox_image');
    return {
        ...(image !== undefined && { image }),
        ...(busyboxImage !== undefined && { busyboxImage }),
        baseImages: openBaseImages((0,_config_images_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileOf */ .S9)(config)),
        localImages,
        ...openAgent(config.agent),
        ...openBusybox(config),
    };
}
function openBusybox(config) {
    if (config.strategy === 'oci_rootfs' || config.busybox.image !== undefined)
        return {};
    const { location, sha256 } = config.busybox;
    return location.kind === 'url' && sha256 === undefined ? { busybox: location.url } : {};
}
function openAgent(agent) {
    if (agent?.source === 'release')
        return { agentRelease: agent.version };
    return agent?.source === 'http' && agent.sha256 === undefined ? { agent: agent.url } : {};
}
function isOfRegistry({ transport }) {
    return transport === undefined || transport === 'docker';
}
/** True for an image of a daemon or a storage by its tag. An id is the digest of the config. */
function isLocalByTag({ transport, named, stored, id }) {
    if (transport !== 'docker-daemon' && transport !== 'containers-storage')
        return false;
    return id === undefined && (named ?? stored)?.digest === undefined;
}
function openImage(named) {
    if (named === undefined || named.digest !== undefined)
        return undefined;
    return { name: `${named.domain}/${named.repository}:${named.tag ?? 'latest'}`, named };
}
function openBaseImages(dockerfile) {
    const all = _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P4.flatMap((platform) => dockerfile?.bases[platform] ?? []);
    const open = all.flatMap(({ named }) => openImage(named) ?? []);
    return [...new Map(open.map((image) => [image.name, image])).values()];
}
/** Compares a config with its pins. `nameOf` returns a URL as it is in a lock file: without credentials. */
function compareWithLock(config, pins, nameOf) {
    const open = openSourcesOf(config);
    const checks = [
        check(['image'], 'name', open.image?.name, pins.image?.name),
        check(['busybox_image'], 'name', open.busyboxImage?.name, pins.busyboxImage?.name),
        ...checkBaseImages(open.baseImages, pins.baseImages ?? []),
        check(['agent_release'], 'version', open.agentRelease, pins.agentRelease?.version),
        check(['agent'], 'url', open.agent && nameOf(open.agent), pins.agent?.url),
        check(['busybox'], 'url', open.busybox && nameOf(open.busybox), pins.busybox?.url),
    ];
    return { stale: checks.flatMap(({ stale }) => stale ?? []), gaps: checks.flatMap(({ gap }) => gap ?? []) };
}
function check(table, key, asked, locked) {
    if (asked === locked)
        return {};
    const wanted = JSON.stringify(asked);
    if (locked === undefined)
        return { gap: { path: table, message: `missing; fledge.toml names ${wanted}` } };
    const instead = asked === undefined ? 'does not use it' : `names ${wanted}`;
    return { stale: { path: [...table, key], message: `pins ${JSON.stringify(locked)}, but fledge.toml ${instead}` } };
}
function checkBaseImages(open, pins) {
    const stale = pins.flatMap(({ name }, index) => {
        if (open.some((image) => image.name === name))
            return [];
        const message = `pins ${JSON.stringify(name)}, which the Dockerfile does not use`;
        return [{ stale: { path: ['base_images', index, 'name'], message } }];
    });
    const gaps = open.flatMap(({ name }) => {
        if (pins.some((pin) => pin.name === name))
            return [];
        return [{ gap: { path: ['base_images'], message: `does not pin ${JSON.stringify(name)} of the Dockerfile` } }];
    });
    return [...stale, ...gaps];
}
/** Reports a release that had no agent for the platform when it was pinned. */
function findMissingAgent({ agentRelease }, platform) {
    if (agentRelease === undefined || agentRelease.assets[platform] !== undefined)
        return [];
    const message = `missing; release ${agentRelease.tag} had no kestrel for ${platform} when it was pinned`;
    return [{ path: ['agent_release', platform], message }];
}
/** The config with its pins filled in. `compareWithLock` must have found no stale pins. */
function applyLock(config, { file, pins }, platform) {
    const agent = pinnedAgent(config.agent, pins, { file, platform });
    const dockerfile = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileOf */ .S9)(config);
    const locked = {
        agent,
        ...(pins.image !== undefined && { imageLock: { file, digest: pins.image.digest } }),
    };
    const image = dockerfile && { ...dockerfile, bases: pinnedBases(dockerfile, pins.baseImages ?? [], file) };
    if (config.strategy === 'oci_rootfs')
        return { ...config, ...locked, image: image ?? config.image };
    return { ...config, ...locked, image: image ?? config.image, busybox: pinnedBusybox(config.busybox, pins, file) };
}
function pinnedBases({ bases }, pins, file) {
    const pinned = (base) => {
        const name = openImage(base.named)?.name;
        const pin = pins.find((candidate) => candidate.name === name);
        return pin === undefined ? base : { ...base, lock: { file, digest: pin.digest } };
    };
    return { 'linux/amd64': bases['linux/amd64'].map(pinned), 'linux/arm64': bases['linux/arm64'].map(pinned) };
}
function pinnedBusybox(busybox, { busybox: pin, busyboxImage }, file) {
    if (busybox.image === undefined) {
        return pin === undefined ? busybox : { ...busybox, sha256: pin.sha256, lockFile: file };
    }
    return busyboxImage === undefined ? busybox : { ...busybox, imageLock: { file, digest: busyboxImage.digest } };
}
function pinnedAgent(agent, { agentRelease, agent: pin }, { file, platform }) {
    if (agent?.source === 'release' && agentRelease !== undefined) {
        return { ...agent, lock: { file, tag: agentRelease.tag, asset: agentRelease.assets[platform] } };
    }
    if (agent?.source === 'http' && pin !== undefined)
        return { ...agent, sha256: pin.sha256, lockFile: file };
    return agent;
}


/***/ }),

/***/ 79621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ checkLock),
/* harmony export */   z: () => (/* binding */ lockedConfig)
/* harmony export */ });
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60410);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11720);
/* harmony import */ var _lock_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63818);
/* harmony import */ var _lock_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43929);






/**
 * The config with the pins of its lock file, and the path of that file if there is one. A source that is not pinned is
 * an error with `locked`, otherwise a warning.
 *
 * @throws FledgeError `config` if the lock file is damaged, or does not match fledge.toml.
 */
async function lockedConfig(loaded, { platform, locked, reporter }) {
    const { localImages } = (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__.openSourcesOf)(loaded.config);
    if (locked && localImages.length > 0) {
        const findings = localImages.map(({ text, key }) => ({
            path: ['source', key],
            message: `${text} refers to a local image by tag, which cannot be pinned; --locked needs an image of a registry, or a digest`,
        }));
        throw await loaded.errorAt(findings);
    }
    const lock = await (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .loadLockFor */ .FK)(loaded.file);
    if (lock === undefined) {
        if (!locked)
            return { config: loaded.config, lockFile: undefined };
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('config', (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .worded */ .MH) `there is no ${(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockFileOf */ .LN)(loaded.file)}, and ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .option */ .uK)('locked')} needs it`, {
            fix: `write it with ${(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockCommandFor */ .Qu)(loaded.file)}, and commit it`,
        });
    }
    const { stale, gaps } = (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__.compareWithLock)(loaded.config, lock.pins, _net_redact_js__WEBPACK_IMPORTED_MODULE_5__.redactUrl);
    const missing = stale.length > 0 ? [] : (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__.findMissingAgent)(lock.pins, platform);
    const open = [...gaps, ...missing];
    await requireNone(locked ? [...stale, ...open] : stale, lock, loaded);
    await warnOf(open, lock, { loaded, reporter });
    return { config: (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__.applyLock)(loaded.config, lock, platform), lockFile: lock.file };
}
/**
 * Compares a config with its lock file, if it has one, without regard to a platform.
 *
 * @throws FledgeError as `lockedConfig` does.
 */
async function checkLock(loaded, reporter) {
    const lock = await (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .loadLockFor */ .FK)(loaded.file);
    if (lock === undefined)
        return undefined;
    const { stale, gaps } = (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__.compareWithLock)(loaded.config, lock.pins, _net_redact_js__WEBPACK_IMPORTED_MODULE_5__.redactUrl);
    await requireNone(stale, lock, loaded);
    await warnOf(gaps, lock, { loaded, reporter });
    return lock;
}
async function requireNone(findings, lock, { file }) {
    if (findings.length === 0)
        return;
    throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsError */ .$j)(await lock.locate(findings), `update it with ${(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockCommandFor */ .Qu)(file)}`);
}
async function warnOf(gaps, lock, { loaded, reporter }) {
    if (gaps.length === 0)
        return;
    for (const gap of await lock.locate(gaps)) {
        reporter.warn(`${gap.message}; to pin it, run ${(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockCommandFor */ .Qu)(loaded.file)}`, { ...gap, code: 'unpinned' });
    }
}


/***/ }),

/***/ 15360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ cloudInitPaths),
/* harmony export */   y: () => (/* binding */ readCloudInit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32026);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25423);






const DOCUMENTS = ['user_data', 'meta_data', 'network_config'];
/** Far more than fits into a manifest, see encoded-size.ts. */
const MAX_BYTES = 64 * 1024;
/** The paths of cloud-init documents in a template, as written: relative to the directory of the template. */
function cloudInitPaths({ cloud_init: cloudInit }) {
    return DOCUMENTS.flatMap((name) => cloudInit?.[name]?.path ?? []);
}
/**
 * Reads the cloud-init documents that a template names by path, and puts their contents in. Otherwise `volar` would look
 * for the files on the machine that installs the plugin. `own` are paths of builds, which are never read.
 */
async function readCloudInit({ file, fields }, own) {
    const { cloud_init: cloudInit } = fields;
    if (cloudInit === undefined || cloudInitPaths(fields).length === 0)
        return { fields, problems: [] };
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file));
    const ownFiles = new _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_4__/* .OwnFiles */ .yp(own);
    const documents = { ...cloudInit };
    const problems = [];
    for (const name of DOCUMENTS) {
        const path = cloudInit[name]?.path;
        if (path === undefined)
            continue;
        const read = await readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path), directory, ownFiles);
        if ('problem' in read)
            problems.push({ path: ['cloud_init', name, 'path'], message: `${path} ${read.problem}` });
        else
            documents[name] = { inline: true, content: read.content };
    }
    return { fields: { ...fields, cloud_init: documents }, problems };
}
async function readDocument(path, directory, ownFiles) {
    try {
        const [real, base] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory)]);
        if (ownFiles.holds((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromText */ .dw)(real), (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromText */ .dw)(base))) {
            return { problem: 'belongs to a build, such as its cache or a login, and is never read; name another file' };
        }
        return decode(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegularFile */ .XF)(real, MAX_BYTES));
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .NotRegularFile */ .k1)
            return { problem: `is ${error.kind}, not a regular file` };
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .FileTooLarge */ .Sv)
            return { problem: `has ${error.bytes} bytes; the limit is ${MAX_BYTES}` };
        switch ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error)) {
            case 'ENOENT':
            case 'ENOTDIR':
                return { problem: 'does not exist; the path is relative to the directory of this file' };
            case 'EACCES':
                return { problem: 'cannot be read: permission denied; make it readable for the user who builds' };
            case 'ELOOP':
                return { problem: 'is a loop of symbolic links' };
            default:
                return { problem: `cannot be read: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}` };
        }
    }
}
function decode(bytes) {
    try {
        const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        // UTF-16 without a byte order mark is valid UTF-8 in most languages.
        return content.includes('\0') ? { problem: 'is not text: it contains a NUL character' } : { content };
    }
    catch {
        return { problem: 'is not UTF-8 text' };
    }
}


/***/ }),

/***/ 1509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ findLinksOut)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _manifest_remarks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39965);
/* harmony import */ var _missing_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19879);




/**
 * Warns of files of the checkout that are links out of it, or into its `.git`: their contents are not what fledge.toml and
 * the checkout show. It is the same for all keys that name a file. A path that itself leads out of the checkout is the
 * author's choice.
 */
function findLinksOut({ config, directory }, template) {
    const mapped = [...new Map(config.mappings.map(({ source, key }) => [source, key]))];
    const named = [
        ...(0,_missing_files_js__WEBPACK_IMPORTED_MODULE_2__/* .namedFiles */ .VI)(config).map(({ file, finding }) => ({ path: file, at: (0,_manifest_remarks_js__WEBPACK_IMPORTED_MODULE_3__/* .atConfig */ .Oh)(...finding.path) })),
        ...mapped.map(([path, key]) => ({ path, at: (0,_manifest_remarks_js__WEBPACK_IMPORTED_MODULE_3__/* .atConfig */ .Oh)(...key) })),
    ];
    return [
        ...remarksOn(named, directory),
        ...(template === undefined ? [] : remarksOn(cloudInitFiles(template), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(template.file)))),
    ];
}
function cloudInitFiles({ fields }) {
    return Object.entries(fields.cloud_init ?? {}).flatMap(([name, document]) => {
        const path = typeof document === 'object' && 'path' in document ? document.path : undefined;
        const key = ['cloud_init', name, 'path'];
        return path === undefined ? [] : [{ path, at: (0,_manifest_remarks_js__WEBPACK_IMPORTED_MODULE_3__/* .atTemplate */ .CV)(...key) }];
    });
}
function remarksOn(files, directory) {
    if (files.length === 0)
        return [];
    const checkout = checkoutOf(directory);
    return files.flatMap(({ path, at }) => {
        const target = targetElsewhere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path), checkout);
        if (target === undefined)
            return [];
        return [
            {
                code: 'link',
                message: `${path} leads through a link to ${target}, which is not in the checkout`,
                fix: 'replace the link by the file itself, or write the path of the target',
                ...at,
            },
        ];
    });
}
/** The nearest directory with the metadata of Git; without one, the directory itself. */
function checkoutOf(directory) {
    for (let at = directory;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, '.git')))
            return at;
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            return directory;
    }
}
/** The real path of a file in a checkout, if that is elsewhere or in `.git`. Files that do not exist have other problems. */
function targetElsewhere(path, checkout) {
    if (isElsewhere(path, checkout))
        return undefined;
    try {
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
        return isElsewhere(target, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(checkout)) ? target : undefined;
    }
    catch {
        return undefined;
    }
}
function isElsewhere(path, checkout) {
    const names = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(checkout, path).split('/');
    return names[0] === '..' || names.includes('.git');
}


/***/ }),

/***/ 19879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ findMissingFiles),
/* harmony export */   VI: () => (/* binding */ namedFiles),
/* harmony export */   vn: () => (/* binding */ missingInit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29181);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _tree_mapping_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53029);





/** Finds the files of agent, busybox, init and image that do not exist (yet). For mappings, see `findUnusableSources`. */
async function findMissingFiles({ config, directory }) {
    const files = namedFiles(config);
    const missing = await Promise.all(files.map(({ file }) => isMissing((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, file))));
    return files.filter((_, index) => missing[index]).map(({ finding }) => finding);
}
/** The problem of an `[init] path` that does not exist on this machine and cannot be a path in the image. */
function missingInit(init) {
    const path = init.mode === 'custom' ? init.path : '';
    const message = `${path} does not exist beside fledge.toml; build it first, or use an absolute path in the image`;
    return { path: ['init', 'path'], message };
}
/** The files that keys other than mappings name, with their problem if they do not exist. */
function namedFiles(config) {
    const at = (file, ...path) => ({ file, finding: { path, message: _tree_mapping_source_js__WEBPACK_IMPORTED_MODULE_4__/* .NOT_ON_HOST */ .Fc } });
    const agent = config.agent?.source === 'local' ? [at(config.agent.path, 'agent', 'path')] : [];
    const images = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchedImagesOf */ .Rc)(config).flatMap(({ reference: { path }, key }) => path === undefined ? [] : [at(path, 'source', key)]);
    const dockerfile = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerfileOf */ .S9)(config);
    const built = [
        ...(dockerfile === undefined ? [] : [at(dockerfile.text, 'source', 'dockerfile')]),
        ...(dockerfile?.context === undefined ? [] : [at(dockerfile.context, 'source', 'context')]),
    ];
    if (config.strategy === 'oci_rootfs')
        return [...agent, ...images, ...built];
    const { busybox, init } = config;
    return [
        ...agent,
        ...images,
        ...built,
        ...(busybox.location?.kind === 'file' ? [at(busybox.location.path, 'source', 'busybox_url')] : []),
        // An absolute path can be a path in the image.
        ...(init.mode === 'custom' && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(init.path) ? [{ file: init.path, finding: missingInit(init) }] : []),
    ];
}
/** False for errors other than a missing file: the build reports them. */
async function isMissing(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return false;
    }
    catch (error) {
        return (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) === 'ENOENT';
    }
}


/***/ }),

/***/ 32026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sJ: () => (/* binding */ isOwnName),
/* harmony export */   yp: () => (/* binding */ OwnFiles)
/* harmony export */ });
/* unused harmony export STEP_DIRECTORY */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);




/** The prefix of the name of an action's step directory; mkdtemp(3) adds six characters. */
const STEP_DIRECTORY = '.fledge-step-';
const STEP_DIRECTORY_NAME = /^\.fledge-step-[0-9A-Za-z]{6}$/;
/** Whether a file or directory of this name belongs to a build. Check it first: scratch can vanish at any time. */
function isOwnName(name) {
    return (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__.isScratchName)(name) || STEP_DIRECTORY_NAME.test(name);
}
/**
 * Files and directories that belong to builds and not to the author of a plugin. Scratch and step directories are
 * identified by their names, others by their inodes, so that no link and no second mount hides them. They can contain
 * logins.
 */
class OwnFiles {
    /** Device numbers by inode number. */
    #devices = new Map();
    /** `paths` are absolute; those that do not exist are left out. */
    constructor(paths) {
        for (const path of paths) {
            const stats = statsOf(path);
            if (stats === undefined)
                continue;
            const devices = this.#devices.get(stats.ino) ?? new Set();
            this.#devices.set(stats.ino, devices.add(stats.dev));
        }
    }
    /** Whether a file or directory is one of those that are identified by their inodes. */
    has({ dev, ino }) {
        return this.#devices.get(ino)?.has(dev) === true;
    }
    /**
     * Whether a file or directory is one of them, or is inside one. A directory that contains `directory` too does not
     * count, because the build's own files are there. Both paths are absolute and without links.
     */
    holds(path, directory) {
        for (let at = path; at !== '/'; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
            if (directory === at || directory.startsWith(`${at}/`))
                return false;
            if (isOwnName(at.slice(at.lastIndexOf('/') + 1)) || this.has((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(at))))
                return true;
        }
        return false;
    }
}
/** Undefined if stat fails, for example for a path that is too long: such a file cannot be mapped either. */
function statsOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 72924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V4: () => (/* binding */ withoutRepetitions),
/* harmony export */   cn: () => (/* binding */ withCount),
/* harmony export */   f7: () => (/* binding */ MappingProblems)
/* harmony export */ });
/** So many entries with the same problem have a problem each, because the author must find them. More are counted. */
const MAX_NAMED = 5;
/** Collects the problems of mappings. Many entries of a mapping with the same problem are one problem. */
class MappingProblems {
    #problems = [];
    /** By the key, which each destination of a mapping has for itself, and by the sentence without an entry. */
    #kinds = new Map();
    /** Adds the problem of a mapping, or of one of its settings. */
    add({ key }, message, ...setting) {
        this.#problems.push({ key: [...key, ...setting], message });
    }
    /** Adds the problem of an entry in a mapped directory. */
    addEntry({ key }, entry, describe) {
        const kinds = this.#kinds.get(key) ?? new Map();
        this.#kinds.set(key, kinds);
        const kind = describe('');
        const known = kinds.get(kind);
        if (known !== undefined) {
            if (known.count < MAX_NAMED)
                known.named.push(entry);
            known.count += 1;
            return;
        }
        const problem = { key, describe, named: [entry], count: 1 };
        kinds.set(kind, problem);
        this.#problems.push(problem);
    }
    /** The problems in the order in which the first of each kind was found. */
    list() {
        const problems = this.#problems.flatMap((problem) => {
            if (!('describe' in problem))
                return [problem];
            const { key, describe, named, count } = problem;
            const entries = count <= MAX_NAMED ? named : named.slice(0, 1).map((first) => withCount(first, count));
            return entries.map((entry) => ({ key, message: describe(entry) }));
        });
        return withoutRepetitions(problems);
    }
}
/** The first of several things that are alike. */
function withCount(first, count) {
    return count === 1 ? first : `${first} (and ${count - 1} more like it)`;
}
/** Removes equal problems: a problem of a source is found for each of its destinations. */
function withoutRepetitions(problems) {
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}


/***/ }),

/***/ 53029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fc: () => (/* binding */ NOT_ON_HOST),
/* harmony export */   LJ: () => (/* binding */ describeSpecialFile),
/* harmony export */   TC: () => (/* binding */ findSource),
/* harmony export */   Xj: () => (/* binding */ sourceErrorMessage),
/* harmony export */   Ye: () => (/* binding */ realPath),
/* harmony export */   c4: () => (/* binding */ settingsForDirectories),
/* harmony export */   z$: () => (/* binding */ findUnusableSources)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _mapping_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72924);





/** Problem of a path in fledge.toml that does not exist. */
const NOT_ON_HOST = 'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';
/** The file or directory of a mapping on the host. A link is followed. */
function findSource(mapping, directory) {
    const host = realPath((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, mapping.source));
    return { host, stats: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(host)) };
}
/**
 * Checks that every source exists and can be mapped, without a tree. Returns one problem for each that cannot. For
 * `validate`, because a missing program may not be compiled yet.
 */
function findUnusableSources(mappings, directory) {
    const problems = mappings.flatMap((mapping) => {
        try {
            const { stats } = findSource(mapping, directory);
            if (stats.isFile()) {
                return settingsForDirectories(mapping).map(({ setting, message }) => ({
                    key: [...mapping.key, setting],
                    message,
                }));
            }
            if (stats.isDirectory())
                return [];
            return [{ key: mapping.key, message: describeSpecialFile(stats)(mapping.source) }];
        }
        catch (error) {
            return [{ key: mapping.key, message: sourceErrorMessage(error, mapping) }];
        }
    });
    return (0,_mapping_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutRepetitions */ .V4)(problems);
}
const FOR_DIRECTORIES = [
    { key: 'directory_mode', isSet: ({ directoryMode }) => directoryMode !== undefined },
    { key: 'exclude', isSet: ({ exclude }) => exclude.length > 0 },
];
/** The problems of a mapped file with settings that only a mapped directory can have. */
function settingsForDirectories({ settings, source, }) {
    return FOR_DIRECTORIES.filter(({ isSet }) => isSet(settings)).map(({ key: setting }) => ({
        setting,
        message: `${source} is a file, and this setting is for a mapped directory; remove it`,
    }));
}
function realPath(path) {
    return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromBytes */ .Pb)(node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path, { encoding: 'buffer' }));
}
/** The problem of an entry that is neither a file, a directory nor a link. */
function describeSpecialFile(stats) {
    const kind = stats.isFIFO() ? 'a fifo' : stats.isSocket() ? 'a socket' : 'a device';
    return (entry) => `${entry} is ${kind}; only files, directories and symbolic links can be mapped`;
}
function sourceErrorMessage(error, { source }) {
    switch ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error)) {
        case 'ENOENT':
            return /^~|[*$]/.test(source)
                ? 'no such file or directory on the host; ~, $NAME and * are not expanded'
                : NOT_ON_HOST;
        case 'ELOOP':
            return 'the path is a loop of symbolic links';
        case 'EACCES':
            return 'permission denied; make it readable for the user who builds';
        default:
            return error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE ? error.message : `cannot be read: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`;
    }
}


/***/ })

};
