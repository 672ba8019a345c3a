export const id = 9614;
export const ids = [9614,8505,7141,2898];
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

/***/ 13363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dryRun: () => (/* binding */ dryRun)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lock/locked-config.js
var locked_config = __webpack_require__(79621);
// EXTERNAL MODULE: ./build/sources/busybox.js + 1 modules
var busybox = __webpack_require__(13283);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var report_reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/support/report/warning.js
var warning = __webpack_require__(79391);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/recipe/destination.js + 2 modules
var destination = __webpack_require__(30040);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/net/redact.js
var redact = __webpack_require__(13567);
// EXTERNAL MODULE: ./build/sources/cache.js
var cache = __webpack_require__(8359);
// EXTERNAL MODULE: ./build/recipe/image-source.js + 5 modules
var image_source = __webpack_require__(81863);
;// CONCATENATED MODULE: ./build/recipe/fetches.js




/** Everything that a build of a config for a platform fetches. Nothing is requested. Local files are not included. */
function fetchesOf(config, platform, context) {
    const images = (0,config_images/* fetchedImagesOf */.Rc)(config).flatMap(({ reference, lock, key }) => {
        if (reference.path !== undefined)
            return [];
        return [imageOf(key, (0,image_source/* uriOfImage */.Dp)(reference), lock?.digest ?? reference.named?.digest)];
    });
    const bases = (0,config_images/* dockerfileOf */.S9)(config)?.bases[platform] ?? [];
    return [...images, ...bases.map(baseOf), ...agentOf(config.agent, context), ...busyboxOf(config, context)];
}
function baseOf({ text, named, lock }) {
    return imageOf('base image', `docker://${text}`, lock?.digest ?? named.digest);
}
function imageOf(name, uri, digest) {
    return { name, uri, ...(digest !== undefined && { digest }) };
}
function fileOf(name, uri, sha256, { cacheDirectory }) {
    if (sha256 === undefined)
        return { name, uri };
    return { name, uri, digest: `sha256:${sha256}`, cached: (0,cache/* isCached */.bm)(cacheDirectory, sha256) };
}
function agentOf(agent, context) {
    if (agent === undefined || agent.source === 'local')
        return [];
    if (agent.source === 'http')
        return [fileOf('kestrel', (0,redact.redactUrl)(agent.url), agent.sha256, context)];
    const { asset, tag } = agent.lock ?? {};
    if (asset !== undefined)
        return [fileOf('kestrel', (0,redact.redactUrl)(asset.url), asset.sha256, context)];
    return [fileOf('kestrel', `release ${tag ?? agent.version} of Volant`, undefined, context)];
}
function busyboxOf(config, context) {
    if (config.strategy === 'oci_rootfs' || config.busybox.image !== undefined)
        return [];
    const { location, sha256 } = config.busybox;
    return location.kind === 'url' ? [fileOf('busybox', (0,redact.redactUrl)(location.url), sha256, context)] : [];
}

// EXTERNAL MODULE: ./build/recipe/output-names.js
var output_names = __webpack_require__(1287);
// EXTERNAL MODULE: ./build/recipe/output-path.js
var output_path = __webpack_require__(15204);
// EXTERNAL MODULE: ./build/recipe/verify/validate.js + 1 modules
var validate = __webpack_require__(3698);
;// CONCATENATED MODULE: ./build/recipe/dry-run.js














/**
 * Checks a plugin as `validatePlugin` does, and finds out what its build would fetch and write. Sends no request and writes
 * nothing.
 *
 * @throws FledgeError for everything that a build refuses before it fetches.
 */
async function dryRun(asked) {
    const { reporter, warnings } = (0,warning/* collectWarnings */._c)(asked.reporter);
    const request = { ...asked, reporter };
    const { plugin, platform, env } = request;
    const { loaded, name } = plugin;
    await (0,validate.validatePlugin)(plugin, { platform, env, reporter });
    if (request.strict)
        (0,warning/* requireNoWarnings */.gy)(warnings, name);
    // The check above has reported what the lock file does not pin.
    const { config, lockFile } = await (0,locked_config/* lockedConfig */.z)(loaded, { ...request, reporter: report_reporter/* silentReporter */.P });
    if (config.strategy === 'initramfs')
        (0,busybox/* requireBusyboxFor */.Rg)(config.busybox, platform);
    const { path } = (0,destination/* chooseDestination */.g)(request, { config, lockFile });
    const directory = (0,external_node_path_.dirname)(path);
    if (!request.createsDirectory && !(0,external_node_fs_.existsSync)(directory)) {
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: the directory does not exist`, {
            fix: `mkdir -p ${(0,support_text/* shellWord */.r7)(directory)}`,
        });
    }
    const files = [path, ...(0,output_names/* filesBeside */.Gr)(request).map((file) => (0,external_node_path_.join)(directory, file))];
    return {
        dryRun: true,
        name,
        strategy: config.strategy,
        platform,
        artifact: { path, format: (0,output_path/* formatOf */.be)(config) },
        fetches: fetchesOf(config, platform, (0,context/* sourceContext */.R)(request, loaded.directory)),
        writes: files.map((file) => ({ path: file, replaces: (0,external_node_fs_.existsSync)(file) })),
        warnings,
    };
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

/***/ 34481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   AD: () => (/* binding */ speedCheck),
/* harmony export */   Dm: () => (/* binding */ Supervisor),
/* harmony export */   Uo: () => (/* binding */ growthCheck),
/* harmony export */   YB: () => (/* binding */ reportGrowth),
/* harmony export */   bR: () => (/* binding */ bytesBelow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Interval in milliseconds: short enough for a smooth progress bar, and cheap. */
const INTERVAL_MS = 250;
/**
 * Runs `work`, which does not report its progress, such as a program that copies. Meanwhile `measure` reads the written
 * bytes from the disk, and `progress` is updated with them. Progress ends with the work, also if it fails.
 */
async function reportGrowth(progress, measure, work) {
    const timer = setInterval(() => {
        const { done, total } = measure();
        progress.update(done, total);
    }, INTERVAL_MS);
    try {
        return await work();
    }
    finally {
        clearInterval(timer);
        progress.end();
    }
}
/** A check of the output of a program, frequent enough that the program cannot exceed a limit by much. */
function growthCheck(problem) {
    return { everyMs: INTERVAL_MS, problem };
}
/** A check of the minimum transfer rate, averaged between two checks. */
function speedCheck(measure, { everyMs, bytesPerSecond }, tooSlow) {
    let last = measure();
    return {
        everyMs,
        problem() {
            const now = measure();
            const bytes = now - last;
            last = now;
            return bytes < (bytesPerSecond * everyMs) / 1000 ? tooSlow(bytes) : undefined;
        },
    };
}
/** Stops a program through its signal as soon as a check finds a problem, or `fail` is called. */
class Supervisor {
    #controller = new AbortController();
    #timers;
    #failure;
    constructor(checks) {
        this.#timers = checks.map(({ everyMs, problem }) => setInterval(() => {
            const found = problem();
            if (found !== undefined)
                this.fail(found);
        }, everyMs));
    }
    get signal() {
        return this.#controller.signal;
    }
    /** The first problem. */
    get failure() {
        return this.#failure;
    }
    fail(problem) {
        this.#failure ??= problem;
        this.#controller.abort();
    }
    end() {
        for (const timer of this.#timers)
            clearInterval(timer);
    }
}
/** The total size in bytes of the files below a directory; 0 if it does not exist. */
function bytesBelow(directory) {
    let sum = 0;
    for (const entry of entriesOf(directory)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, entry.name);
        if (entry.isDirectory())
            sum += bytesBelow(path);
        else if (entry.isFile())
            sum += bytesOf(path);
    }
    return sum;
}
/** The writing program may delete a directory during the walk. */
function entriesOf(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** The size of a file in bytes; 0 if it does not exist. */
function bytesOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
    }
    catch {
        return 0;
    }
}


/***/ }),

/***/ 58375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ readAhead),
/* harmony export */   bB: () => (/* binding */ mapLimited),
/* harmony export */   j3: () => (/* binding */ settleAll)
/* harmony export */ });
/**
 * Waits for all promises, also if one fails, so that no work continues during cleanup. Then throws the first error, in
 * the order given.
 */
async function settleAll(...work) {
    await Promise.allSettled(work);
    return Promise.all(work);
}
/**
 * Calls `work` for every item, for at most `limit` of them at the same time, in their order. Returns the results in the order
 * of the items. `work` must not throw.
 */
async function mapLimited(items, limit, work) {
    const results = [];
    const waiting = items.entries();
    const workThrough = async () => {
        // All of them share the iterator.
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await settleAll(...Array.from({ length: Math.min(limit, items.length) }, workThrough));
    return results;
}
/**
 * Begins at once to read batches from a source, until it has about `limit` items. The result can be iterated once: it
 * yields these batches first and then the rest of the source. An error of the source is thrown after the batches that
 * preceded it, to the iterating caller.
 */
function readAhead(source, limit) {
    const batches = [];
    let isAhead = true;
    const fetchAhead = async () => {
        for (let count = 0; isAhead && count < limit;) {
            const { done, value } = await source.next();
            if (done === true)
                return;
            batches.push(value);
            count += value.length;
        }
    };
    const outcome = fetchAhead().then(() => undefined, (error) => ({ error }));
    return {
        async *[Symbol.asyncIterator]() {
            isAhead = false;
            const failure = await outcome;
            for (let batch = batches.shift(); batch !== undefined; batch = batches.shift())
                yield batch;
            if (failure !== undefined)
                throw failure.error;
            yield* source;
        },
        async stop() {
            isAhead = false;
            await outcome;
            await source.return();
        },
    };
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


/***/ }),

/***/ 91200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ umociImage),
/* harmony export */   EY: () => (/* binding */ operandProgram),
/* harmony export */   QJ: () => (/* binding */ pinnedImage),
/* harmony export */   VU: () => (/* binding */ skopeoSource),
/* harmony export */   YN: () => (/* binding */ skopeoDestination),
/* harmony export */   lY: () => (/* binding */ operandName),
/* harmony export */   qZ: () => (/* binding */ csvFields),
/* harmony export */   x8: () => (/* binding */ operandPath)
/* harmony export */ });
/* unused harmony export engineImage */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


// The grammar of github.com/distribution/reference; a host can be an IPv6 address in brackets.
const DOMAIN = /^(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?$/;
const REPOSITORY = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[-_+.][a-z0-9]+)*:[0-9a-f]{32,128}$/;
const ID = /^[0-9a-f]{64}$/;
/** A name that fledge chooses. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
/** The argument for a source. @throws FledgeError `internal` for a part that skopeo would parse differently. */
function skopeoSource(source) {
    switch (source.transport) {
        case 'docker':
            return `docker://${imageName(source.name)}`;
        case 'docker-daemon':
            return `docker-daemon:${'id' in source ? `sha256:${part(source.id, ID)}` : imageName(source.name)}`;
        case 'containers-storage': {
            const { name, id } = source;
            if (name === undefined && id === undefined)
                throw refused('');
            // A name with domain and tag cannot be parsed as a shortened id.
            return `containers-storage:${name === undefined ? '' : imageName(name)}${id === undefined ? '' : `@${part(id, ID)}`}`;
        }
    }
}
/** The argument for a destination. @throws FledgeError `internal` as `skopeoSource` does. */
function skopeoDestination(destination) {
    if (destination.transport === 'dir')
        return `dir:${operandPath(destination.path)}`;
    return `oci:${part(destination.layout, PLAIN_NAME)}:${part(destination.image, PLAIN_NAME)}`;
}
/** An image in an OCI layout in umoci's working directory. fledge chooses both names. */
function umociImage(layout, image) {
    return `${part(layout, PLAIN_NAME)}:${part(image, PLAIN_NAME)}`;
}
/**
 * A path as an argument of a program that could only parse it as an option: it must be absolute, and so begins with a
 * slash.
 *
 * @throws FledgeError `internal` for a path that is not absolute.
 */
function operandPath(path) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) || path.includes('\0'))
        throw refused(path);
    return path;
}
/** The name of a file in a program's working directory; fledge chooses it. */
function operandName(name) {
    return part(name, PLAIN_NAME);
}
/**
 * A program that another one executes: an absolute path, or `./` and a name in the working directory, so that the PATH is
 * not searched.
 *
 * @throws FledgeError `internal` for another path.
 */
function operandProgram(program) {
    return program.startsWith('./') ? `./${operandName(program.slice(2))}` : operandPath(program);
}
/**
 * The name of an image to run with docker or podman, from the user.
 *
 * @throws FledgeError `usage` for an option, or a text that is not a name.
 */
function engineImage(image) {
    if (/^[A-Za-z0-9[][^\s\p{Cc}]*$/u.test(image))
        return image;
    throw new FledgeError('usage', `${JSON.stringify(image)} is not a valid name of a container image`, {
        fix: 'use a name that docker accepts, such as ghcr.io/owner/name:tag',
    });
}
/** Fields of a value that docker and podman parse as CSV. */
function csvFields(fields) {
    return fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
/** The name of an image of a registry with its digest, for a FROM. @throws FledgeError `internal` as `skopeoSource` does. */
function pinnedImage({ domain, repository }, digest) {
    return imageName({ domain, repository, digest });
}
function imageName({ domain, repository, tag, digest }) {
    const name = `${part(domain, DOMAIN)}/${part(repository, REPOSITORY)}`;
    return digest === undefined ? `${name}:${part(tag ?? 'latest', TAG)}` : `${name}@${part(digest, DIGEST)}`;
}
function part(text, pattern) {
    if (!pattern.test(text))
        throw refused(text);
    return text;
}
function refused(text) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('internal', `${JSON.stringify(text)} cannot be an argument of another program`);
}


/***/ })

};
