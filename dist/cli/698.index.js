export const id = 698;
export const ids = [698];
export const modules = {

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
// EXTERNAL MODULE: ./build/manifest/manifest.js + 4 modules
var manifest = __webpack_require__(7054);
// EXTERNAL MODULE: ./build/manifest/remarks.js
var manifest_remarks = __webpack_require__(9965);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(7270);
// EXTERNAL MODULE: ./build/tree/mapping-source.js
var mapping_source = __webpack_require__(3029);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(354);
// EXTERNAL MODULE: ./build/recipe/plugin.js + 4 modules
var recipe_plugin = __webpack_require__(7460);
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
// EXTERNAL MODULE: ./build/tree/mappings.js + 6 modules
var tree_mappings = __webpack_require__(8622);
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
    const own = (0,own_paths/* ownPathsOf */.i)((0,context/* sourceContext */.R)({ env, reporter }, loaded.directory));
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


/***/ })

};
