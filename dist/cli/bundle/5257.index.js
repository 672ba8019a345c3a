export const id = 5257;
export const ids = [5257,7141];
export const modules = {

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ remarksOnMemory),
/* harmony export */   DY: () => (/* binding */ requiredMemory),
/* harmony export */   z7: () => (/* binding */ defaultMemory)
/* harmony export */ });
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9965);


/** In MiB. */
const DEFAULT_MEMORY = 512;
const KERNEL = 64;
const RESERVE = 64;
const STEP = 64;
/**
 * The memory that a machine needs for an initramfs, in MiB: the kernel keeps the archive while it unpacks it, and the files
 * stay in memory. They count twice, because the root's tmpfs may fill half of the memory.
 */
function requiredMemory({ compressed, unpacked }) {
    return KERNEL + RESERVE + Math.ceil((compressed + 2 * unpacked) / _support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MEBIBYTE */ .gJ);
}
/** `memory_mb` without a template: 512, or what an initramfs needs up to the next 64. */
function defaultMemory(size) {
    return size === undefined ? DEFAULT_MEMORY : Math.max(DEFAULT_MEMORY, Math.ceil(requiredMemory(size) / STEP) * STEP);
}
/** A warning if the template's `memory_mb` cannot hold an initramfs. */
function remarksOnMemory({ resources }, size) {
    const given = resources?.memory_mb;
    const required = requiredMemory(size);
    if (given === undefined || given >= required)
        return [];
    return [
        {
            code: 'memory',
            message: `${given} MB cannot hold the initramfs: kernel, archive and unpacked files need about ${required} MB`,
            fix: `set memory_mb = ${Math.ceil(required / STEP) * STEP}, or map fewer files`,
            ...(0,_remarks_js__WEBPACK_IMPORTED_MODULE_1__/* .atTemplate */ .CV)('resources', 'memory_mb'),
        },
    ];
}


/***/ }),

/***/ 9965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ atTemplate),
/* harmony export */   Oh: () => (/* binding */ atConfig),
/* harmony export */   f3: () => (/* binding */ atImage)
/* harmony export */ });
/** A remark about a key of the template. */
function atTemplate(...path) {
    return { at: { document: 'template', path } };
}
/** A remark about a key of fledge.toml. */
function atConfig(...path) {
    return { at: { document: 'config', path } };
}
/**
 * A remark about the image of a plugin: at the key of `[source]` that brings it. An image without a reference is built from
 * a Dockerfile. Without an image there is no key.
 */
function atImage(image) {
    if (image === undefined)
        return {};
    return atConfig('source', image.reference === undefined ? 'dockerfile' : 'image');
}


/***/ }),

/***/ 354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ pathsNotMapped),
/* harmony export */   Zw: () => (/* binding */ notMapped),
/* harmony export */   ig: () => (/* binding */ ownPathsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);




const VARIABLE = 'FLEDGE_NOT_MAPPED';
const listSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP());
/**
 * Absolute paths of files that belong to builds and are never mapped: the cache, the file with logins, the file with the token,
 * and the list in FLEDGE_NOT_MAPPED, in which the action or a parent build passes its files. `OwnFiles` finds other such
 * files by name.
 *
 * @throws FledgeError `usage` if FLEDGE_NOT_MAPPED is not a JSON array of paths.
 */
function ownPathsOf({ cacheDirectory, env }) {
    const named = ['REGISTRY_AUTH_FILE', 'FLEDGE_GITHUB_TOKEN_FILE'].map((name) => (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, name));
    return [cacheDirectory, ...named, ...pathsNotMapped(env)].flatMap((path) => path === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path)]);
}
/** The environment variable that passes such paths to a build. */
function notMapped(paths) {
    return { [VARIABLE]: JSON.stringify(paths) };
}
/**
 * The paths in FLEDGE_NOT_MAPPED.
 *
 * @throws FledgeError `usage` if it is not a JSON array of paths.
 */
function pathsNotMapped(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, VARIABLE);
    if (text === undefined)
        return [];
    try {
        return listSchema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `${VARIABLE} is not a JSON array of paths`, {
            cause: error,
            fix: `unset ${VARIABLE}`,
        });
    }
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
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/lock/locked-config.js
var locked_config = __webpack_require__(9621);
// EXTERNAL MODULE: ./build/manifest/cloud-init.js
var cloud_init = __webpack_require__(5360);
// EXTERNAL MODULE: ./build/manifest/manifest.js + 3 modules
var manifest = __webpack_require__(9029);
// EXTERNAL MODULE: ./build/manifest/remarks.js
var manifest_remarks = __webpack_require__(9965);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(7270);
// EXTERNAL MODULE: ./build/tree/mapping-source.js
var mapping_source = __webpack_require__(3029);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(354);
// EXTERNAL MODULE: ./build/recipe/plugin.js
var recipe_plugin = __webpack_require__(3256);
// EXTERNAL MODULE: ./build/recipe/verify/entrypoint.js
var entrypoint = __webpack_require__(6871);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/init/choose.js
var choose = __webpack_require__(7646);
// EXTERNAL MODULE: ./build/sources/applet-directories.js
var applet_directories = __webpack_require__(1431);
// EXTERNAL MODULE: ./build/sources/busybox.js + 1 modules
var sources_busybox = __webpack_require__(3283);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(2236);
// EXTERNAL MODULE: ./build/sources/init-program.js
var init_program = __webpack_require__(3202);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(2012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/tree/directories.js
var directories = __webpack_require__(202);
// EXTERNAL MODULE: ./build/tree/initramfs.js
var initramfs = __webpack_require__(2564);
// EXTERNAL MODULE: ./build/tree/mapping-problems.js
var mapping_problems = __webpack_require__(2924);
// EXTERNAL MODULE: ./build/tree/mappings.js + 5 modules
var tree_mappings = __webpack_require__(8436);
// EXTERNAL MODULE: ./build/tree/owners.js
var tree_owners = __webpack_require__(1369);
// EXTERNAL MODULE: ./build/tree/root-owned.js
var root_owned = __webpack_require__(489);
// EXTERNAL MODULE: ./build/tree/tree.js
var tree_tree = __webpack_require__(2581);
// EXTERNAL MODULE: ./build/recipe/job.js
var job = __webpack_require__(2936);
// EXTERNAL MODULE: ./build/recipe/kept-entries.js
var kept_entries = __webpack_require__(8710);
// EXTERNAL MODULE: ./build/recipe/look-up-owners.js + 1 modules
var look_up_owners = __webpack_require__(589);
// EXTERNAL MODULE: ./build/recipe/mapping-key.js
var mapping_key = __webpack_require__(2927);
// EXTERNAL MODULE: ./build/recipe/verify/pid1.js
var pid1 = __webpack_require__(1357);
// EXTERNAL MODULE: ./build/recipe/verify/programs.js
var verify_programs = __webpack_require__(1948);
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
var missing_files = __webpack_require__(9879);
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

/***/ 8251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ cacheLimitOf)
/* harmony export */ });
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5921);
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
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .a)(env, VARIABLE);
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

/***/ 7270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sourceContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _cache_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8251);
/* harmony import */ var _cache_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8387);
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

/***/ 2285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ definedVariables),
/* harmony export */   a: () => (/* binding */ environmentValue)
/* harmony export */ });
/** A value of the environment; an empty value counts as not set. */
function environmentValue(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}
/** The variables of an environment that have a value, for a child process that gets only these. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}


/***/ }),

/***/ 1874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);



/**
 * Creates a directory and its missing parents, and calls `onCreated` for each of them, the highest first. Another process may
 * create them at the same time. mkdir's `recursive` is not used: below /proc, where mkdir fails with ENOENT, Node retries it
 * for ever.
 *
 * @throws the system's error, such as EACCES, or EEXIST for a file.
 */
function makeDirectories(path, { mode, onCreated } = {}) {
    const create = (directory) => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { mode });
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'EEXIST' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(directory).isDirectory())
                return;
            throw error;
        }
        onCreated?.(directory);
    };
    const createWhole = (directory) => {
        try {
            create(directory);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'ENOENT' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory) === directory)
                throw error;
            createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory));
            create(directory);
        }
    };
    createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
}


/***/ })

};
