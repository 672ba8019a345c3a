export const id = 3483;
export const ids = [3483];
export const modules = {

/***/ 63818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ loadLockFor),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   Qu: () => (/* binding */ lockCommandFor),
/* harmony export */   UL: () => (/* binding */ parseLockText),
/* harmony export */   wC: () => (/* binding */ renderLock)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(12311);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93017);
/* harmony import */ var _document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4769);
/* harmony import */ var _document_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28055);
/* harmony import */ var _document_positions_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(45868);
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60410);
/* harmony import */ var _document_source_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10755);
/* harmony import */ var _document_toml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45666);
/* harmony import */ var _document_vocabulary_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(69374);
/* harmony import */ var _document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12673);
/* harmony import */ var _sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25393);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(62625);















const HEADER = `# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
`;
const sha256 = (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfSha256 */ .EK).transform(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseSha256 */ .WN);
const pinnedFile = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ url: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfHttpUrl */ .ix), sha256 });
const assets = { 'linux/amd64': pinnedFile.optional(), 'linux/arm64': pinnedFile.optional() };
const imagePin = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ name: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(problemOfName), digest: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(problemOfDigest) });
const lockSchema = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_11__/* .literal */ .euz('1'),
    image: imagePin.optional(),
    base_images: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(imagePin).optional(),
    busybox_image: imagePin.optional(),
    agent_release: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ version: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), tag: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), ...assets })
        .optional(),
    agent: pinnedFile.optional(),
    busybox: pinnedFile.optional(),
    // A lock file beside a downloaded artifact must not choose the address of a request.
    kernel: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ url: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_8__/* .problemOfKernelUrl */ .XZ), sha256 }).optional(),
});
const vocabulary = (0,_document_vocabulary_js__WEBPACK_IMPORTED_MODULE_12__/* .vocabularyOf */ .Y)(lockSchema, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'fledge.toml', names: ['strategy', 'init', 'source', 'filesystem', 'mappings'] });
/** The lock file of a config: `fledge.lock` for `fledge.toml`, in the same directory. */
function lockFileOf(configFile) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(configFile), `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(configFile).replace(/\.toml$/, '')}.lock`);
}
/** The command that writes the lock file of a config. */
function lockCommandFor(configFile) {
    return configFile === 'fledge.toml' ? 'fledge lock' : `fledge lock --config ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_13__/* .shellWord */ .r7)(configFile)}`;
}
/**
 * Reads and checks the lock file of a config; undefined if there is none.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadLockFor(configFile) {
    const file = lockFileOf(configFile);
    const missing = new _support_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .FledgeError */ .aE('config', `there is no ${file}`);
    try {
        return await (0,_document_source_text_js__WEBPACK_IMPORTED_MODULE_5__/* .checkSource */ .A)(file, () => missing, (text) => parseLockText(text, file));
    }
    catch (error) {
        if (error === missing)
            return undefined;
        if ((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error).length === 0)
            throw error;
        const fix = `restore it from version control, or write it again: ${lockCommandFor(configFile)}`;
        throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error), fix);
    }
}
/**
 * Checks the text of a lock file; `file` is the name in problems.
 *
 * @throws FledgeError `config` with every problem.
 */
async function parseLockText(text, file) {
    const raw = (0,_document_toml_js__WEBPACK_IMPORTED_MODULE_6__/* .parseToml */ .MT)(text, file);
    const locate = async (findings) => (0,_document_document_js__WEBPACK_IMPORTED_MODULE_3__/* .locateFindings */ .Hf)(findings, file, await (0,_document_positions_js__WEBPACK_IMPORTED_MODULE_14__/* .locateToml */ .Ls)(text));
    const parsed = lockSchema.safeParse(raw, _document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .PARSE_ONCE */ .Mh);
    if (!parsed.success) {
        throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)(await locate((0,_document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .findingsOfIssues */ .uT)(parsed.error.issues, raw, vocabulary)));
    }
    const { image, base_images: baseImages, busybox_image: busyboxImage, agent_release: release, agent, busybox, kernel, } = parsed.data;
    const agentRelease = release && {
        version: release.version,
        tag: release.tag,
        assets: { 'linux/amd64': release['linux/amd64'], 'linux/arm64': release['linux/arm64'] },
    };
    return { file, pins: { image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel }, locate };
}
/** The text of a lock file: deterministic, and with each pin on its own lines. */
function renderLock({ image, busyboxImage, baseImages = [], agentRelease, agent, busybox, kernel, }) {
    const release = agentRelease && {
        version: agentRelease.version,
        tag: agentRelease.tag,
        'linux/amd64': fileOf(agentRelease.assets['linux/amd64']),
        'linux/arm64': fileOf(agentRelease.assets['linux/arm64']),
    };
    const document = {
        version: '1',
        image: image && imageOf(image),
        agent_release: release,
        agent: fileOf(agent),
        busybox: fileOf(busybox),
        kernel: fileOf(kernel),
        busybox_image: busyboxImage && imageOf(busyboxImage),
        base_images: baseImages.length === 0 ? undefined : baseImages.map(imageOf),
    };
    return `${HEADER}${(0,smol_toml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(document).trimEnd()}\n`;
}
function imageOf({ name, digest }) {
    return { name, digest };
}
function fileOf(pin) {
    return pin && { url: pin.url, sha256: pin.sha256 };
}
function problemOfName(value) {
    return /^[^\s\p{Cc}]+$/u.test(value) ? undefined : 'must be the name of an image';
}
function problemOfDigest(value) {
    return /^sha256:[0-9a-f]{64}$/.test(value) ? undefined : 'must be "sha256:" and 64 lower-case hex digits';
}


/***/ }),

/***/ 3698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validatePlugin: () => (/* binding */ validatePlugin)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lock/locked-config.js
var locked_config = __webpack_require__(79621);
// EXTERNAL MODULE: ./build/manifest/cloud-init.js
var cloud_init = __webpack_require__(15360);
// EXTERNAL MODULE: ./build/manifest/manifest.js + 3 modules
var manifest = __webpack_require__(19029);
// EXTERNAL MODULE: ./build/manifest/remarks.js
var manifest_remarks = __webpack_require__(39965);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/tree/mapping-source.js
var mapping_source = __webpack_require__(53029);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: ./build/recipe/plugin.js
var recipe_plugin = __webpack_require__(3256);
// EXTERNAL MODULE: ./build/recipe/verify/entrypoint.js
var entrypoint = __webpack_require__(6871);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/init/choose.js
var choose = __webpack_require__(17646);
// EXTERNAL MODULE: ./build/sources/applet-directories.js
var applet_directories = __webpack_require__(61431);
// EXTERNAL MODULE: ./build/sources/busybox.js + 1 modules
var sources_busybox = __webpack_require__(13283);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
// EXTERNAL MODULE: ./build/sources/init-program.js
var init_program = __webpack_require__(13202);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/tree/directories.js
var directories = __webpack_require__(80202);
// EXTERNAL MODULE: ./build/tree/initramfs.js
var initramfs = __webpack_require__(2564);
// EXTERNAL MODULE: ./build/tree/mapping-problems.js
var mapping_problems = __webpack_require__(72924);
// EXTERNAL MODULE: ./build/tree/mappings.js + 5 modules
var tree_mappings = __webpack_require__(28436);
// EXTERNAL MODULE: ./build/tree/owners.js
var tree_owners = __webpack_require__(21369);
// EXTERNAL MODULE: ./build/tree/root-owned.js
var root_owned = __webpack_require__(30489);
// EXTERNAL MODULE: ./build/tree/tree.js
var tree_tree = __webpack_require__(82581);
// EXTERNAL MODULE: ./build/recipe/job.js
var job = __webpack_require__(22936);
// EXTERNAL MODULE: ./build/recipe/kept-entries.js
var kept_entries = __webpack_require__(98710);
// EXTERNAL MODULE: ./build/recipe/look-up-owners.js + 1 modules
var look_up_owners = __webpack_require__(10589);
// EXTERNAL MODULE: ./build/recipe/mapping-key.js
var mapping_key = __webpack_require__(82927);
// EXTERNAL MODULE: ./build/recipe/verify/pid1.js
var pid1 = __webpack_require__(1357);
// EXTERNAL MODULE: ./build/recipe/verify/programs.js
var verify_programs = __webpack_require__(81948);
;// CONCATENATED MODULE: ./build/recipe/verify/known-faults.js























const MTIME = { seconds: 0, nanoseconds: 0 };
/** Stands for a program that a build fetches or compiles. */
const UNKNOWN = { kind: 'bytes', size: 0, data: new Uint8Array() };
const TRUSTED = new Set(['bin/busybox', job/* AGENT_PATH */.I7]);
/**
 * Finds what a build would refuse or warn of, from the config and the files of this machine alone: programs for another
 * machine, without their loader or interpreter, or with Windows line ends; mappings that exclude each other; files that
 * cannot be read; an init that nothing provides.
 */
async function examinePlugin({ config, directory }, { platform, own }) {
    const mappings = config.mappings.filter((mapping) => (0,mapping_source/* findUnusableSources */.z$)([mapping], directory).length === 0);
    const lacksFiles = mappings.length < config.mappings.length;
    const tree = new tree_tree/* FileTree */.hr(MTIME);
    // What a root image has is not known.
    const kept = new kept_entries/* KeptEntries */.d$(tree, config.strategy === 'initramfs' ? await addKnownParts(tree, config, directory) : []);
    const owners = new tree_owners/* NamedOwners */.gM();
    const misplaced = (0,directories/* addDirectories */.L)(tree, config.directories, { mtime: MTIME, owners });
    const options = { directory, mtime: MTIME, own, owners };
    const { problems, programs, warnings } = await (0,tree_mappings/* addMappings */.f)(tree, mappings, options);
    const context = { platform, trusted: TRUSTED, isIncomplete: config.image !== undefined || lacksFiles };
    const paths = programs.map((path) => `/${(0,byte_string/* displayByteString */.oO)(path)}`);
    const ofPrograms = (0,mapping_key/* programFindings */.t8)(tree, await (0,verify_programs/* findProgramFaults */.N5)(tree, paths, context), { config, directory });
    return {
        programs: paths,
        tree,
        context,
        faults: [
            ...[...misplaced, ...problems].map(({ key, message }) => ({ path: key, message, code: 'missing-file' })),
            ...warnings.map(({ key, message, code }) => ({ path: key, message, code })),
            ...kept.findReplaced({ config, directory }),
            ...(context.isIncomplete ? [] : findUnknownOwners(tree, owners, config)),
            ...findUnreadableFiles(tree, { config, directory }),
            ...ofPrograms,
            ...(await findFaultsOfParts(config, directory, platform)),
            ...(config.strategy === 'initramfs' ? await findFaultsOfInit(tree, { ...context, config, directory }) : []),
        ],
    };
}
/** Adds what the build installs, and returns what mappings must keep. All applets that any busybox has are assumed. */
async function addKnownParts(tree, config, directory) {
    const choice = await (0,choose/* chooseInit */.C)(config.init, directory);
    (0,initramfs/* addBaseTree */.bV)(tree, MTIME);
    const applets = Array.from(applet_directories/* KNOWN_APPLETS */.M, ([name, directory]) => ({ name, directory }));
    (0,initramfs/* addBusybox */.qN)(tree, UNKNOWN, applets, MTIME);
    if (choice.kind === 'c-init' || choice.kind === 'host-file')
        (0,root_owned/* addProgram */._6)(tree, kept_entries/* INIT_PATH */.hB, UNKNOWN, MTIME);
    if (choice.kind === 'c-init' && choice.exec !== undefined)
        (0,root_owned/* addFile */.sM)(tree, kept_entries/* INIT_TARGET_PATH */.Pf, new Uint8Array(), MTIME);
    if (config.agent !== undefined)
        (0,root_owned/* addProgram */._6)(tree, job/* AGENT_PATH */.I7, UNKNOWN, MTIME);
    return (0,kept_entries/* keptInInitramfs */.ZL)(config, choice);
}
/** Names of owners that neither a mapped /etc/passwd nor a mapped /etc/group has. */
function findUnknownOwners(tree, owners, { strategy }) {
    try {
        return (0,look_up_owners/* findOwners */.G)(tree, owners, strategy).findings;
    }
    catch (error) {
        // A file that cannot be read is another fault.
        if (error instanceof errors/* FledgeError */.aE)
            return [];
        throw error;
    }
}
function findUnreadableFiles(tree, source) {
    const problems = new mapping_problems/* MappingProblems */.f7();
    for (const { path, inode } of tree.leavesBelow('')) {
        if (inode.kind !== 'file' || inode.content.kind !== 'host-file')
            continue;
        try {
            (0,external_node_fs_.accessSync)(inode.content.path, external_node_fs_.constants.R_OK);
        }
        catch {
            const key = (0,mapping_key/* mappingKey */.Yt)(tree, path, source) ?? mapping_key/* MAPPINGS_KEY */.wU;
            const describe = (entry) => `cannot read ${entry}: make it readable for the user who builds`;
            problems.addEntry({ key }, inode.content.label, describe);
        }
    }
    return problems.list().map(({ key, message }) => ({ path: key, message, code: 'missing-file' }));
}
/** Faults of the agent and of busybox, if they are files of this machine or known by their address. */
async function findFaultsOfParts(config, directory, platform) {
    const findings = [];
    const check = async (path, label, key) => {
        const file = (0,external_node_path_.resolve)(directory, path);
        if (!(0,external_node_fs_.existsSync)(file))
            return;
        await addFailure(findings, key, async () => void (await (0,elf/* checkElf */.Kg)(file, { platform, label })));
    };
    if (config.agent?.source === 'local')
        await check(config.agent.path, 'kestrel', ['agent', 'path']);
    if (config.strategy === 'initramfs') {
        const { busybox } = config;
        const key = ['source', 'busybox_url'];
        await addFailure(findings, key, async () => (0,sources_busybox/* requireBusyboxFor */.Rg)(busybox, platform));
        if (busybox.location?.kind === 'file')
            await check(busybox.location.path, 'busybox', key);
    }
    return findings;
}
async function findFaultsOfInit(tree, context) {
    const { config, directory, platform } = context;
    const choice = await (0,choose/* chooseInit */.C)(config.init, directory);
    const findings = [];
    const needless = (0,choose/* compileProblem */.v)(config.init, choice);
    if (needless !== undefined)
        findings.push({ path: ['init', 'compile'], message: needless });
    if (choice.kind === 'host-file') {
        await addFailure(findings, (0,pid1/* initKey */.q)(config), async () => void (await (0,init_program/* readInitProgram */.l)(choice.path, platform)));
    }
    // A relative path that does not exist is a missing file, and the compiled init can start.
    if (choice.kind === 'mapped' || (choice.kind === 'c-init' && choice.exec !== undefined)) {
        const path = choice.kind === 'c-init' && choice.exec !== undefined ? choice.exec : `/${kept_entries/* INIT_PATH */.hB}`;
        const fault = await (0,pid1/* findInitFault */._)(tree, path, context);
        if (fault !== undefined)
            findings.push({ ...fault, code: 'program' });
    }
    return findings;
}
/** Adds the failure of a check as a finding at a key. */
async function addFailure(findings, path, action) {
    try {
        await action();
    }
    catch (error) {
        if (!(error instanceof errors/* FledgeError */.aE))
            throw error;
        const { message, fix } = (0,errors/* explain */.WE)(error);
        findings.push({ path, message: fix === undefined ? message : `${message}; ${fix}`, code: 'program' });
    }
}

// EXTERNAL MODULE: ./build/recipe/verify/links-out.js
var links_out = __webpack_require__(1509);
// EXTERNAL MODULE: ./build/recipe/verify/missing-files.js
var missing_files = __webpack_require__(19879);
;// CONCATENATED MODULE: ./build/recipe/verify/validate.js













/** The remarks of a manifest that only a build can make: with the image, and with the URL and size of the artifact. */
const REMARKS_OF_BUILDS = ['image-user', 'memory', 'note', 'template', 'version'];
/** The remarks that depend on the image. */
const REMARKS_OF_IMAGES = [...REMARKS_OF_BUILDS, 'entrypoint', 'no-port'];
/**
 * Checks the files of a plugin and its lock file, and returns their paths. Everything that a build would refuse because of
 * a file is a warning only: it may not be compiled yet.
 *
 * @throws FledgeError `config` if the lock file is damaged, or does not match fledge.toml.
 */
async function validatePlugin(plugin, { platform, env, reporter }) {
    const { loaded, template } = plugin;
    (0,recipe_plugin.warnOfNotes)(plugin, reporter);
    const own = (0,own_paths/* ownPathsOf */.ig)((0,context/* sourceContext */.R)({ env, reporter }, loaded.directory));
    const unusable = (0,mapping_source/* findUnusableSources */.z$)(loaded.config.mappings, loaded.directory);
    const known = await examinePlugin(loaded, { platform, own });
    const findings = [
        ...(await (0,missing_files/* findMissingFiles */.FU)(loaded)),
        ...unusable.map(({ key, message }) => ({ path: key, message })),
        ...known.faults,
    ];
    const faults = findings.map(({ path, message, code = 'missing-file' }) => ({ code, message, ...(0,manifest_remarks/* atConfig */.Oh)(...path) }));
    // A program that is not compiled yet can be the entrypoint.
    const isGuess = ({ code }) => code === 'entrypoint' && unusable.length > 0;
    const remarks = (await remarksOf(plugin, known, own)).filter((remark) => !isGuess(remark));
    const links = (0,links_out/* findLinksOut */.p)(loaded, template);
    await (0,recipe_plugin.reportRemarks)([...faults, ...links, ...remarks], plugin, reporter);
    const lock = await (0,locked_config/* checkLock */.s)(loaded, reporter);
    return { files: [loaded.file, template?.file, lock?.file].filter((file) => file !== undefined) };
}
/** The remarks on the manifest that a build would derive, as far as they do not depend on what it fetches. */
async function remarksOf({ loaded, template }, { programs, tree, context }, own) {
    const { fields, problems } = template === undefined ? NO_TEMPLATE : await (0,cloud_init/* readCloudInit */.y)(template, own);
    const unread = problems.map(({ path, message }) => ({ code: 'missing-file', message, at: { document: 'template', path } }));
    const { config, directory } = loaded;
    const hasAgent = config.agent !== undefined;
    const reference = config.image?.kind === 'reference' ? config.image : undefined;
    const image = { ...NO_IMAGE, reference };
    const built = config.strategy === 'initramfs'
        ? {
            strategy: 'initramfs',
            hasAgent,
            unpackedBytes: 0,
            executables: programs,
            ...(config.image !== undefined && { image }),
        }
        : { strategy: 'oci_rootfs', hasAgent, image, filesystem: config.filesystem.type };
    const artifact = { url: '/', sha256: '', size: 0 };
    const { remarks } = (0,manifest/* deriveManifest */.XI)({ template: fields, directoryName: (0,external_node_path_.basename)(directory), artifact, built });
    const unknown = config.image === undefined ? REMARKS_OF_BUILDS : REMARKS_OF_IMAGES;
    return [
        ...unread,
        ...remarks.filter(({ code }) => !unknown.includes(code)),
        ...(await (0,entrypoint/* remarksOnEntrypoint */.v)(tree, built, { ...context, template: fields })),
    ];
}
const NO_TEMPLATE = { fields: undefined, problems: [] };
const NO_IMAGE = {
    digest: '',
    entrypoint: [],
    cmd: [],
    env: [],
    workdir: undefined,
    user: undefined,
    exposedPorts: [],
    labels: {},
};


/***/ }),

/***/ 88251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ cacheLimitOf)
/* harmony export */ });
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);



/** The variable with the size limit of the cache. */
const VARIABLE = 'FLEDGE_CACHE_MAX_SIZE';
const DEFAULT_LIMIT = 10 * 1024 * _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ;
/**
 * The size limit of the cache in bytes: FLEDGE_CACHE_MAX_SIZE, otherwise 10 GiB. Undefined for `unlimited`.
 *
 * @throws FledgeError `usage` if it is not a size.
 */
function cacheLimitOf(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .Jz)(env, VARIABLE);
    if (text === undefined)
        return DEFAULT_LIMIT;
    if (text.trim().toLowerCase() === 'unlimited')
        return undefined;
    const bytes = (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSize */ .DB)(text);
    if (bytes !== undefined && bytes >= _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ)
        return bytes;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `${VARIABLE} is not a size of at least 1M: ${JSON.stringify(text.slice(0, 100))}`, {
        fix: `set it to a size such as 5G or 500M, or to unlimited, or unset it`,
    });
}


/***/ }),

/***/ 67270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sourceContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _cache_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88251);
/* harmony import */ var _cache_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68387);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8359);




/**
 * The context of the sources; `directory` is that of fledge.toml.
 *
 * @throws FledgeError `usage` if the size limit of the cache is not a size.
 */
function sourceContext({ env, reporter, signal }, directory) {
    const cacheDirectory = (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheDirectoryOf */ .N2)(env, { home: node_os__WEBPACK_IMPORTED_MODULE_0__.homedir, cwd: process.cwd() });
    const use = (0,_cache_use_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheUse */ .Ev)({ directory: cacheDirectory, limit: (0,_cache_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheLimitOf */ .l)(env), reporter });
    return { baseDirectory: directory, cacheDirectory, cacheUse: use, reporter, env, signal };
}


/***/ }),

/***/ 25393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ji: () => (/* binding */ VOLANT_KERNEL),
/* harmony export */   K2: () => (/* binding */ fetchVolantKernel),
/* harmony export */   RF: () => (/* binding */ findRecordedKernel),
/* harmony export */   XZ: () => (/* binding */ problemOfKernelUrl),
/* harmony export */   dY: () => (/* binding */ findKernelToPin),
/* harmony export */   hX: () => (/* binding */ MAX_KERNEL_BYTES)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21874);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);
/* harmony import */ var _support_files_write_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23486);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94618);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24789);








/** The kernel that Volant's installer downloads. Volant runs on x86-64 only. */
const VOLANT_KERNEL = {
    repository: 'cloud-hypervisor/linux',
    tag: 'ch-release-v6.12.8-20250613',
    asset: 'vmlinux-x86_64',
    url: 'https://github.com/cloud-hypervisor/linux/releases/download/ch-release-v6.12.8-20250613/vmlinux-x86_64',
    version: '6.12.8',
};
/** Far above the size of a kernel; a larger file was named by mistake. */
const MAX_KERNEL_BYTES = 1024 ** 3;
const LABEL = 'the kernel';
/** A boot without network access must not wait for all attempts: the machine may have a kernel. */
const LOOKUP_MS = 15_000;
/** `fledge lock` waits less, because it does without the kernel. */
const PIN_LOOKUP_MS = 5000;
const COMMON = {
    kind: 'kernel',
    label: LABEL,
    maxBytes: MAX_KERNEL_BYTES,
    expect: 'elf',
};
const CHANGED = `the release of the kernel was changed, or the download was; find out which, and pin the digest with fledge lock`;
/**
 * Fetches Volant's kernel and verifies it: by the digest of `pin`; otherwise by the digest that the first use recorded in
 * the cache; otherwise by the digest of GitHub's API, if it has one. A kernel in the cache needs no request.
 *
 * @throws FledgeError `download` for a kernel with another digest, or a failed download; `output` if the cache cannot be
 *   written.
 */
async function fetchVolantKernel(pin, context) {
    if (pin !== undefined) {
        const { url, sha256, lockFile } = pin;
        return { file: await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'url', url }, sha256, lockFile }, context) };
    }
    const recorded = await readRecord(context);
    if (recorded !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .findDownloaded */ .dv)({ sha256: recorded, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: VOLANT_KERNEL.url } };
    }
    const asset = await findAsset(context, LOOKUP_MS);
    if ('unreachable' in asset)
        return asset;
    const file = await fetchAsset(asset, recorded, context);
    if (recorded === undefined)
        writeRecord(file.sha256, context);
    return { file: { ...file, uri: VOLANT_KERNEL.url } };
}
/**
 * Looks up the digest that GitHub publishes of Volant's kernel, without a download. It fails only if the signal of the context
 * aborts.
 */
async function findKernelToPin(context) {
    try {
        const asset = await findAsset({ ...context, reporter: _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_5__/* .silentReporter */ .P }, PIN_LOOKUP_MS);
        if ('unreachable' in asset)
            return asset;
        const { name, publicUrl, sha256 } = asset;
        return sha256 === undefined
            ? { unreachable: `GitHub has no digest of ${name}` }
            : { url: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_7__.redactUrl)(publicUrl), sha256 };
    }
    catch (error) {
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE))
            throw error;
        return { unreachable: error.message };
    }
}
/** The kernel that boots on this machine have used without a pin; undefined if there were none. */
async function findRecordedKernel(context) {
    const sha256 = await readRecord(context);
    return sha256 === undefined ? undefined : { url: VOLANT_KERNEL.url, sha256 };
}
/** The reason why a URL is not that of a kernel for Volant, in any of its releases and on any server; otherwise undefined. */
function problemOfKernelUrl(value) {
    const { repository, asset } = VOLANT_KERNEL;
    const url = URL.parse(value);
    const isOfRelease = url !== null &&
        /^https?:$/.test(url.protocol) &&
        url.pathname.includes(`/${repository}/releases/download/`) &&
        url.pathname.endsWith(`/${asset}`);
    return isOfRelease ? undefined : `must be the URL of ${asset} in a release of ${repository}`;
}
/** Looks the kernel up. Loads GitHub's client lazily: most boots find the kernel in the cache. */
async function findAsset(context, limitMs) {
    const { repository, tag, asset: name } = VOLANT_KERNEL;
    const { findRelease } = await __webpack_require__.e(/* import() */ 3937).then(__webpack_require__.bind(__webpack_require__, 63937));
    const timeout = AbortSignal.timeout(context.network?.headersTimeoutMs ?? limitMs);
    const signal = context.signal === undefined ? timeout : AbortSignal.any([context.signal, timeout]);
    try {
        const release = await findRelease(repository, tag, { ...context, signal });
        const asset = release.assets.find((candidate) => candidate.name === name);
        return asset ?? { unreachable: `release ${tag} of ${repository} has no ${name}` };
    }
    catch (error) {
        context.signal?.throwIfAborted();
        if (timeout.aborted)
            return { unreachable: `GitHub did not answer in time to the look-up of release ${tag} of ${repository}` };
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE) || error.code !== 'download')
            throw error;
        return { unreachable: error.message };
    }
}
async function fetchAsset({ name, url, headers, publicUrl, sha256: published }, recorded, context) {
    const sha256 = recorded ?? published;
    const request = { ...COMMON, from: { kind: 'url', url }, headers, publicUrl, sha256, mismatchFix: CHANGED };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchFile */ .t2)(request, context);
    if (sha256 === undefined) {
        context.reporter.warn(`${LABEL} was not verified: GitHub has no digest of ${name}; its SHA-256 ${file.sha256} is recorded for later boots`, { code: 'unpinned' });
    }
    return file;
}
/** The file with the digest of the first use. */
function recordOf({ cacheDirectory }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cacheDirectory, 'kernels', `${VOLANT_KERNEL.tag}-${VOLANT_KERNEL.asset}.sha256`);
}
async function readRecord(context) {
    try {
        const text = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(recordOf(context), 256)).toString('latin1').trim();
        return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
    }
    catch {
        // There is no record yet, or it is damaged, and the next download writes a new one.
        return undefined;
    }
}
function writeRecord(sha256, context) {
    const path = recordOf(context);
    try {
        (0,_support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_2__/* .makeDirectories */ .K)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), { mode: 0o700 });
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_4__/* .placeFile */ .a)(path, Buffer.from(`${sha256}\n`), { mode: 0o600, isDurable: false });
    }
    catch (error) {
        context.reporter.warn(`cannot record the digest of ${LABEL} in ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFailureOf */ .PI)(error)}`, {
            code: 'cache',
        });
    }
}


/***/ }),

/***/ 94618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ silentReporter)
/* harmony export */ });
const silentProgress = { update() { }, end() { } };
/** A reporter that prints nothing, for library use and tests. */
const silentReporter = {
    step() { },
    info() { },
    warn() { },
    debug() { },
    progress: () => silentProgress,
};


/***/ })

};
