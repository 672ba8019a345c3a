export const id = 2061;
export const ids = [2061,8505,7141];
export const modules = {

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ remarksOnMemory),
/* harmony export */   DY: () => (/* binding */ requiredMemory),
/* harmony export */   z7: () => (/* binding */ defaultMemory)
/* harmony export */ });
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39965);


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

/***/ 39965:
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

/***/ 1287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ filesBeside),
/* harmony export */   HO: () => (/* binding */ SBOM_FILE),
/* harmony export */   LP: () => (/* binding */ PROVENANCE_FILE),
/* harmony export */   aP: () => (/* binding */ CHECKSUMS_FILE),
/* harmony export */   h1: () => (/* binding */ MANIFEST_FILE)
/* harmony export */ });
const MANIFEST_FILE = 'manifest.json';
const PROVENANCE_FILE = 'provenance.json';
const CHECKSUMS_FILE = 'SHA256SUMS';
const SBOM_FILE = 'sbom.cdx.json';
/** The files that every build writes into the directory of the artifact. */
const BESIDE_ARTIFACT = [MANIFEST_FILE, PROVENANCE_FILE, CHECKSUMS_FILE];
/** The files that a build writes into the directory of the artifact. */
function filesBeside({ sbom }) {
    return sbom === true ? [...BESIDE_ARTIFACT, SBOM_FILE] : BESIDE_ARTIFACT;
}


/***/ }),

/***/ 20354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ pathsNotMapped),
/* harmony export */   Zw: () => (/* binding */ notMapped),
/* harmony export */   ig: () => (/* binding */ ownPathsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12311);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);




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
    const named = ['REGISTRY_AUTH_FILE', 'FLEDGE_GITHUB_TOKEN_FILE'].map((name) => (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, name));
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
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, VARIABLE);
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

/***/ 9197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPlugin: () => (/* binding */ createPlugin),
  requireNoPlugin: () => (/* binding */ requireNoPlugin)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/missing-config.js
var missing_config = __webpack_require__(53214);
// EXTERNAL MODULE: ./build/manifest/manifest.js + 3 modules
var manifest = __webpack_require__(19029);
// EXTERNAL MODULE: ./build/manifest/template.js + 3 modules
var template = __webpack_require__(67141);
// EXTERNAL MODULE: ./build/recipe/output-names.js
var output_names = __webpack_require__(1287);
// EXTERNAL MODULE: ./build/recipe/plugin.js
var recipe_plugin = __webpack_require__(3256);
// EXTERNAL MODULE: ./build/recipe/verify/validate.js + 1 modules
var validate = __webpack_require__(3698);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/platform.js
var support_platform = __webpack_require__(61341);
// EXTERNAL MODULE: ./build/tree/file-beginning.js
var file_beginning = __webpack_require__(28457);
;// CONCATENATED MODULE: ./build/scaffold/new-files.js



/** Files that are written together: `undo` removes those that `write` has written, and their new directories. */
class NewFiles {
    files = [];
    /** Those that were created, from the top down. */
    #directories = [];
    /**
     * Writes a file that does not exist, with its directories. An existing one is kept.
     *
     * @throws FledgeError `output`.
     */
    write(path, text) {
        attempt(path, () => {
            const directory = (0,external_node_path_.dirname)(path);
            const first = (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
            if (first !== undefined)
                this.#directories.push(...directoriesBetween(first, directory));
            try {
                (0,external_node_fs_.writeFileSync)(path, text, { flag: 'wx' });
                this.files.push({ path, action: 'written' });
            }
            catch (error) {
                if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
                    throw error;
                this.files.push({ path, action: 'kept' });
            }
        });
    }
    /**
     * Appends the lines that a text file does not have. A missing file is written.
     *
     * @throws FledgeError `output`.
     */
    extend(path, lines) {
        if (!(0,external_node_fs_.existsSync)(path)) {
            this.write(path, `${lines.join('\n')}\n`);
            return;
        }
        attempt(path, () => {
            const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
            const present = new Set(text.split('\n').map((line) => line.trim()));
            const missing = lines.filter((line) => !present.has(line));
            if (missing.length === 0) {
                this.files.push({ path, action: 'kept' });
                return;
            }
            const gap = text === '' || text.endsWith('\n') ? '' : '\n';
            (0,external_node_fs_.writeFileSync)(path, `${gap}${missing.join('\n')}\n`, { flag: 'a' });
            this.files.push({ path, action: 'extended' });
        });
    }
    undo() {
        for (const { path, action } of this.files) {
            if (action === 'written')
                (0,external_node_fs_.rmSync)(path, { force: true });
        }
        for (const directory of this.#directories.toReversed())
            (0,external_node_fs_.rmdirSync)(directory);
    }
}
/** The nearest directory at or above a directory that is the root of a git repository; undefined if there is none. */
function repositoryOf(directory) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, '.git')))
        return directory;
    const parent = (0,external_node_path_.dirname)(directory);
    return parent === directory ? undefined : repositoryOf(parent);
}
/** `top`, `bottom`, and all directories between them, from the top down. */
function directoriesBetween(top, bottom) {
    return bottom === top ? [top] : [...directoriesBetween(top, (0,external_node_path_.dirname)(bottom)), bottom];
}
function attempt(path, action) {
    try {
        action();
    }
    catch (error) {
        const reason = (0,errors/* systemCodeOf */.c7)(error) === undefined ? (0,errors/* messageOf */.bD)(error) : (0,errors/* writeFailureOf */.PI)(error);
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: ${reason}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./build/manifest/port.js
var manifest_port = __webpack_require__(22653);
;// CONCATENATED MODULE: ./build/scaffold/texts.js



const DOCS = 'https://github.com/volantvm/fledge-action/blob/main/docs';
/** The directory of programs in the machine. */
const BIN = '/usr/bin';
/** The busybox for platforms other than that of the default one. */
const BUSYBOX_IMAGE = 'busybox:musl';
/** The text of fledge.toml. */
function fledgeToml({ workload, platform }) {
    const head = [
        `# The inputs of the plugin. \`fledge build\` builds it. All keys: ${DOCS}/fledge-toml.md`,
        'version = "1"',
    ];
    switch (workload.kind) {
        case 'binary':
            return lines([
                ...head,
                'strategy = "initramfs"',
                ...(platform === undefined || platform === 'linux/amd64'
                    ? []
                    : ['', '[source]', assignment('busybox_image', BUSYBOX_IMAGE)]),
                '',
                '# Files of this directory, and their paths in the machine.',
                '[mappings]',
                assignment(workload.path, programPath(workload.path)),
            ]);
        case 'image':
            return lines([...head, ...rootImage(assignment('image', workload.image))]);
        case 'dockerfile':
            return lines([...head, ...rootImage(assignment('dockerfile', workload.path))]);
    }
}
/** The text of manifest.toml. */
function manifestToml({ name, workload, port }) {
    const settings = [
        ...(workload.kind === 'binary' ? [`entrypoint = [${texts_text(programPath(workload.path))}]`] : []),
        ...(port === undefined ? [] : [assignment('base_url', (0,manifest_port/* baseUrlOf */.ik)(port))]),
    ];
    const source = workload.kind === 'binary' ? [] : ['', '# The command, its variables and its port are those of the image.'];
    return lines([
        `# The description of the plugin for Volant. All keys: ${DOCS}/manifest.md`,
        assignment('name', name),
        'version = "0.1.0"',
        ...source,
        ...(settings.length === 0 ? [] : ['', '[workload]', ...settings]),
        '',
        '# With a health check, Volant stops the machine if GET has no answer with 2xx for two minutes.',
        '# [health_check]',
        '# endpoint = "/"',
    ]);
}
/**
 * The text of a workflow that builds, boots and checks the plugin, and publishes a release for each tag. `config` is its
 * fledge.toml.
 */
function workflowYaml({ workload, platform }, config) {
    const build = workload.kind === 'binary'
        ? [`      # Build ${workload.path} here, if it is not in the repository:`, '      # prepare: make']
        : [];
    return lines([
        `# All inputs: ${DOCS}/workflows.md`,
        'name: plugin',
        'on:',
        '  push:',
        '    branches: [main]',
        "    tags: ['v*']",
        '  pull_request:',
        'permissions: {}',
        'jobs:',
        '  plugin:',
        '    uses: volantvm/fledge-action/.github/workflows/plugins.yml@v1',
        '    permissions:',
        '      # Only the jobs of a release can write.',
        '      contents: write',
        '    with:',
        `      config: ${JSON.stringify(config)}`,
        `      platforms: ${platform ?? 'linux/amd64'}`,
        ...build,
        `      release-tag: \${{ github.ref_type == 'tag' && github.ref_name || '' }}`,
    ]);
}
function rootImage(source) {
    return [
        'strategy = "oci_rootfs"',
        '',
        '[source]',
        source,
        '',
        '[filesystem]',
        'type = "ext4"',
        '# Free space after the start of the machine, in MiB.',
        'size_buffer_mb = 64',
    ];
}
function programPath(file) {
    return `${BIN}/${(0,external_node_path_.basename)(file)}`;
}
/** A line `key = value` in TOML, with the quotes that both need. */
function assignment(key, value) {
    return (0,dist/* stringify */.As)({ [key]: value }).trimEnd();
}
function texts_text(value) {
    return assignment('text', value).slice('text = '.length);
}
function lines(texts) {
    return `${texts.join('\n')}\n`;
}

// EXTERNAL MODULE: ./build/scaffold/workload.js
var scaffold_workload = __webpack_require__(76554);
;// CONCATENATED MODULE: ./build/scaffold/create.js
















const ELF_HEADER_BYTES = 64;
const WORKFLOW_FILE = '.github/workflows/plugin.yml';
/** @throws FledgeError `usage` if the directory has a plugin. */
function requireNoPlugin(directory) {
    const path = (0,external_node_path_.join)(directory, missing_config/* DEFAULT_CONFIG_FILE */.C);
    if (!(0,external_node_fs_.existsSync)(path))
        return;
    throw new errors/* FledgeError */.aE('usage', `${path} exists`, {
        fix: 'edit it, or begin in another directory: fledge init DIRECTORY',
    });
}
/**
 * Writes fledge.toml and manifest.toml, ignores the outputs in .gitignore, and writes a workflow if asked. Other existing files
 * are kept. Then it checks the plugin as `fledge validate` does. After an error, it removes what it wrote.
 *
 * @throws FledgeError `usage` if the directory has a plugin; `output` if a file cannot be written.
 */
async function createPlugin(request) {
    const { directory, workload, env, reporter } = request;
    requireNoPlugin(directory);
    const platform = workload.kind === 'binary' ? platformOfProgram((0,external_node_path_.join)(directory, workload.path)) : undefined;
    const name = (0,manifest/* pluginName */.NQ)(request.name ?? (0,scaffold_workload/* defaultName */.Z)(workload, directory));
    const plugin = { name, workload, port: request.port, platform };
    const written = new NewFiles();
    try {
        written.write((0,external_node_path_.join)(directory, missing_config/* DEFAULT_CONFIG_FILE */.C), fledgeToml(plugin));
        written.write((0,external_node_path_.join)(directory, template/* DEFAULT_TEMPLATE_FILE */.Qx), manifestToml(plugin));
        const loaded = await (0,recipe_plugin.loadPlugin)(directory);
        await (0,validate.validatePlugin)(loaded, { platform: platform ?? (0,support_platform/* hostPlatform */.ol)(), env, reporter });
        const outputs = [loaded.artifactFile, output_names/* MANIFEST_FILE */.h1, output_names/* PROVENANCE_FILE */.LP, output_names/* CHECKSUMS_FILE */.aP];
        written.extend((0,external_node_path_.join)(directory, '.gitignore'), outputs.map((file) => `/${file}`));
        if (request.workflow) {
            const root = repositoryOf(directory) ?? directory;
            const config = (0,external_node_path_.relative)(root, (0,external_node_path_.join)(directory, missing_config/* DEFAULT_CONFIG_FILE */.C));
            written.write((0,external_node_path_.join)(root, WORKFLOW_FILE), workflowYaml(plugin, config));
        }
        return { name: loaded.name, directory, files: written.files };
    }
    catch (error) {
        written.undo();
        throw error;
    }
}
/** The platform of a program; undefined if it is missing or not for one of our platforms. `validatePlugin` reports faults. */
function platformOfProgram(path) {
    const beginning = (0,file_beginning/* beginningOf */.V)((0,byte_string/* byteStringFromText */.dw)(path), ELF_HEADER_BYTES);
    const machine = (0,elf/* parseElfHeader */.Ki)(Buffer.from(beginning, 'latin1'))?.machine;
    return support_platform/* PLATFORMS */.P4.find((platform) => platform === machine);
}


/***/ }),

/***/ 76554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ defaultName),
/* harmony export */   findDockerfile: () => (/* binding */ findDockerfile),
/* harmony export */   parseWorkload: () => (/* binding */ parseWorkload),
/* harmony export */   workloadOf: () => (/* binding */ workloadOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25326);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93017);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);





/** The usual names of a Dockerfile, in the order in which builders look for them. */
const DOCKERFILE_NAMES = ['Dockerfile', 'Containerfile'];
/**
 * The workload that the options name, or undefined if they name none. A directory in place of a Dockerfile stands for the
 * Dockerfile in it.
 *
 * @throws FledgeError `usage` if they name several, or one that fledge.toml cannot name.
 */
function workloadOf(options, directory) {
    const given = ['image', 'dockerfile', 'binary'].flatMap((kind) => {
        const text = options[kind];
        return text === undefined ? [] : [{ kind, text }];
    });
    const [first, second] = given;
    if (first === undefined)
        return undefined;
    if (second !== undefined)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `--${first.kind} and --${second.kind} exclude each other`);
    return parseWorkload(first.kind, first.text, directory);
}
/**
 * A workload from the text of a user.
 *
 * @throws FledgeError `usage` if fledge.toml cannot name it.
 */
function parseWorkload(kind, text, directory) {
    if (kind === 'image')
        return { kind, image: checkedImage(text, directory) };
    const problem = (0,_config_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfPath */ ._r)(text);
    if (problem !== undefined)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `--${kind}: ${problem}`);
    const path = kind === 'dockerfile' ? dockerfileAt(text) : text;
    return { kind, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(directory, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)) };
}
/** The path of the Dockerfile in a directory, or undefined if it has none. */
function findDockerfile(directory) {
    return DOCKERFILE_NAMES.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)).find((path) => isFile(path));
}
/** The name that a plugin has by default: that of its image, of its program, or of the directory of its Dockerfile. */
function defaultName(workload, directory) {
    switch (workload.kind) {
        case 'image': {
            const parsed = (0,_config_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(workload.image);
            return parsed.ok ? parsed.image.baseName : workload.image;
        }
        case 'binary':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(workload.path);
        case 'dockerfile':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, workload.path)));
    }
}
function checkedImage(text, directory) {
    const parsed = (0,_config_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(text);
    if (!parsed.ok) {
        const fix = parsed.suggestion === undefined ? 'give a reference such as nginx:alpine' : `write ${parsed.suggestion}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `--image: ${parsed.message}`, { fix });
    }
    const { path } = parsed.image;
    if (path !== undefined && directory !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)('.')) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `--image: the path ${JSON.stringify(path)} is relative to fledge.toml`, {
            fix: `run fledge init in ${directory}`,
        });
    }
    return text;
}
function dockerfileAt(path) {
    if (!isDirectory(path))
        return path;
    const found = findDockerfile(path);
    if (found !== undefined)
        return found;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `there is no Dockerfile in ${path}`, {
        fix: 'name the Dockerfile: fledge init --dockerfile FILE',
    });
}
function isFile(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
function isDirectory(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}


/***/ }),

/***/ 12285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ DEFAULT_EPOCH),
/* harmony export */   JF: () => (/* binding */ definedVariables),
/* harmony export */   Jz: () => (/* binding */ environmentValue)
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
/** The time of files in an artifact without SOURCE_DATE_EPOCH, in seconds: 2024-01-01T00:00:00Z. */
const DEFAULT_EPOCH = 1_704_067_200;


/***/ }),

/***/ 21874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



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
