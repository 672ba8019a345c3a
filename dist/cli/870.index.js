export const id = 870;
export const ids = [870,141];
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
var mapping_problems = __webpack_require__(543);
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


/***/ }),

/***/ 2236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ inspectProgram),
/* harmony export */   Kg: () => (/* binding */ checkElf),
/* harmony export */   Ki: () => (/* binding */ parseElfHeader),
/* harmony export */   Mu: () => (/* binding */ inspectProgramIn)
/* harmony export */ });
/* unused harmony export findInterpreter */
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5423);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1720);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3307);




const HEADER_BYTES = 64;
/** Linux loads no program with a larger table (fs/binfmt_elf.c, load_elf_phdrs). */
const MAX_TABLE_BYTES = 64 * 1024;
/** As many sections of 64 bytes as the header can count. */
const MAX_SECTION_TABLE_BYTES = 0xffff * 64;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** PT_LOAD to PT_TLS. Other types are specific to a linker, and are not loaded. */
const SEGMENT_TYPES = [1, 2, 3, 4, 5, 6, 7];
/** SHT_NULL and SHT_NOBITS, which have no bytes in the file. */
const EMPTY_SECTION_TYPES = [0, 8];
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];
/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
    32: {
        headerBytes: 52,
        programs: { table: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
        sections: { table: 32, entrySize: 46, entryCount: 48, entryBytes: 40, fileOffset: 16, fileSize: 20 },
    },
    64: {
        headerBytes: 64,
        programs: { table: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
        sections: { table: 40, entrySize: 58, entryCount: 60, entryBytes: 64, fileOffset: 24, fileSize: 32 },
    },
};
/** e_machine by number: the name for little-endian and the one for big-endian. */
const MACHINES = new Map([
    [3, ['linux/386', 'big-endian i386']],
    [8, ['linux/mipsle', 'linux/mips']],
    [20, ['little-endian powerpc', 'linux/ppc']],
    [21, ['linux/ppc64le', 'linux/ppc64']],
    [22, ['little-endian s390', 'linux/s390x']],
    [40, ['linux/arm', 'big-endian arm']],
    [62, ['linux/amd64', 'big-endian x86-64']],
    [183, ['linux/arm64', 'big-endian aarch64']],
    [243, ['linux/riscv64', 'big-endian riscv']],
    [258, ['linux/loong64', 'big-endian loongarch']],
]);
/**
 * Checks that a file is an ELF program for `platform`, and returns the content of its headers. `advice` is the fix if
 * it is not; `label` is the file's name in messages.
 *
 * @throws FledgeError `input`.
 */
async function checkElf(path, wanted) {
    const { platform, label, advice } = wanted;
    const found = await readElf(path, label);
    if ('notElf' in found) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.type !== 'executable') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.machine !== platform) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`, {
            fix: advice ??
                (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `use a ${label} that is built for ${platform}, or choose the other platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('platform')}`,
        });
    }
    if (found.damage !== undefined) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is damaged: ${found.damage}`, {
            fix: `build, copy or download ${label} again`,
        });
    }
    return found;
}
/** Parses the header at the beginning of a file; undefined if it is missing, truncated or not valid. */
function parseElfHeader(bytes) {
    if (!(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(bytes))
        return undefined;
    const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
    const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
    if (bits === undefined || littleEndian === undefined)
        return undefined;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.headerBytes)
        return undefined;
    const fields = fieldsOf(bytes, bits, littleEndian);
    const tableOf = ({ table, entrySize, entryCount, }) => {
        const offset = fields.word(table);
        if (offset === undefined)
            return undefined;
        return { offset, entrySize: fields.u16(entrySize), count: fields.u16(entryCount) };
    };
    const programHeaders = tableOf(layout.programs);
    const sectionHeaders = tableOf(layout.sections);
    if (programHeaders === undefined || sectionHeaders === undefined)
        return undefined;
    return {
        bits,
        littleEndian,
        type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
        machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
        programHeaders,
        sectionHeaders: sectionHeaders.offset === 0 || sectionHeaders.count === 0 ? undefined : sectionHeaders,
    };
}
/** The part of the file with the path of the dynamic loader, by the program headers; undefined if it is static. */
function findInterpreter(header, table) {
    return partsOf(header, 'programs', table).find(({ type }) => type === PT_INTERP);
}
/** The entries that the bytes of a table contain. */
function partsOf(header, kind, table) {
    const layout = LAYOUTS[header.bits][kind];
    const place = kind === 'programs' ? header.programHeaders : header.sectionHeaders;
    if (place === undefined || place.entrySize < layout.entryBytes)
        return [];
    const fields = fieldsOf(table, header.bits, header.littleEndian);
    const count = Math.min(place.count, Math.floor(table.length / place.entrySize));
    return Array.from({ length: count }, (_, index) => {
        const start = index * place.entrySize;
        return {
            // p_type is the first field of its header, and sh_type the second one.
            type: fields.u32(kind === 'programs' ? start : start + 4),
            offset: fields.word(start + layout.fileOffset),
            size: fields.word(start + layout.fileSize),
        };
    });
}
/**
 * The damage of a program of `fileSize` bytes: a table, a segment or a section beyond the end of the file, or program
 * headers that the kernel does not accept. No number in the file is trusted.
 */
function findDamage(header, tables, fileSize) {
    const { programHeaders, sectionHeaders, bits } = header;
    const beyond = (what, { offset, size }) => {
        if (size === 0)
            return undefined;
        if (offset === undefined || size === undefined)
            return `${what} has an offset or a size that no file can have`;
        const end = offset + size;
        return end > fileSize ? `${what} ends at byte ${end}, and the file has ${fileSize}` : undefined;
    };
    const lengthOf = ({ entrySize, count }) => entrySize * count;
    const programs = { offset: programHeaders.offset, size: lengthOf(programHeaders) };
    const isLoadable = programHeaders.entrySize === LAYOUTS[bits].programs.entryBytes && programs.size <= MAX_TABLE_BYTES;
    if (programHeaders.count > 0 && !isLoadable)
        return 'Linux does not load a program with its program headers';
    const cut = beyond('its table of program headers', programs) ??
        (sectionHeaders &&
            beyond('its table of section headers', { offset: sectionHeaders.offset, size: lengthOf(sectionHeaders) }));
    if (cut !== undefined)
        return cut;
    const segments = partsOf(header, 'programs', tables.programs).filter(({ type }) => SEGMENT_TYPES.includes(type));
    const sections = partsOf(header, 'sections', tables.sections).filter(({ type }) => !EMPTY_SECTION_TYPES.includes(type));
    for (const part of segments) {
        const problem = beyond('a segment', part);
        if (problem !== undefined)
            return problem;
    }
    for (const part of sections) {
        const problem = beyond('a section', part);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
/**
 * Examines a host file as a program: its type, and the interpreter that it needs to start.
 *
 * @throws FledgeError `input` if it cannot be read; `label` is the file's name in messages.
 */
async function inspectProgram(path, label) {
    return programOf(await readElf(path, label));
}
/** Examines the content of a file as `inspectProgram` does. */
async function inspectProgramIn(file) {
    return programOf(await readElfIn(file));
}
function programOf(found) {
    if (!('notElf' in found)) {
        const { machine, interpreter, damage } = found;
        return { kind: 'elf', machine, interpreter, damage };
    }
    const { head, notElf: description } = found;
    const [, interpreter, rest = ''] = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(head) ?? [];
    if (interpreter === undefined) {
        return { kind: 'other', description, isScriptAfterMark: head.startsWith('\xef\xbb\xbf#!') };
    }
    const argument = rest.replace(/[ \t]+$/, '');
    return { kind: 'script', interpreter, argument: argument === '' ? undefined : argument };
}
async function readElf(path, label) {
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            return await readElfIn({ size, read: (position, length) => readAt(handle, position, length) });
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function readElfIn(file) {
    const head = await file.read(0, 512);
    const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
    if (header === undefined) {
        return { notElf: (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(head) ? 'a damaged ELF file' : (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .describeContent */ .X)(head), head: head.toString('latin1') };
    }
    const programs = await readTable(file, header.programHeaders, MAX_TABLE_BYTES);
    const sections = await readTable(file, header.sectionHeaders, MAX_SECTION_TABLE_BYTES);
    const damage = header.type === 'executable' ? findDamage(header, { programs, sections }, file.size) : undefined;
    const place = findInterpreter(header, programs);
    if (place?.offset === undefined || place.size === undefined)
        return { ...header, interpreter: undefined, damage };
    const text = (await file.read(place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
    return { ...header, interpreter: text.split('\0', 1)[0] ?? '', damage };
}
async function readTable(file, table, maxBytes) {
    if (table === undefined)
        return Buffer.alloc(0);
    return file.read(table.offset, Math.min(table.entrySize * table.count, maxBytes));
}
/** Up to `length` bytes from `position`; fewer at the end of the file. */
async function readAt(handle, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead);
}
function machineName(of) {
    const { number, abi, bits, littleEndian } = of;
    const names = MACHINES.get(number);
    if (names === undefined)
        return `machine ${number}`;
    const name = littleEndian ? names[0] : names[1];
    if (!LINUX_ABIS.includes(abi))
        return `${name.replace('linux/', '')} of another system (OS ABI ${abi})`;
    // x86-64 and arm64 code in 32-bit files: the x32 and ILP32 ABIs, which kernels are rarely built to run.
    return bits === 32 && /64$/.test(name) ? `${name.replace('linux/', '')} with 32-bit pointers` : name;
}
/** Readers for the fields of one class and byte order. Offsets must be inside `bytes`. */
function fieldsOf(bytes, bits, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return {
        u16: (offset) => view.getUint16(offset, littleEndian),
        u32: (offset) => view.getUint32(offset, littleEndian),
        /** A file offset or size: 32 or 64 bits by class; undefined if no file can have it. */
        word(offset) {
            if (bits === 32)
                return view.getUint32(offset, littleEndian);
            const value = Number(view.getBigUint64(offset, littleEndian));
            return Number.isSafeInteger(value) ? value : undefined;
        },
    };
}


/***/ })

};
