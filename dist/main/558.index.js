export const id = 558;
export const ids = [558];
export const modules = {

/***/ 65011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ githubTokenOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);




/** GitHub's longest tokens are several times shorter. */
const MAX_TOKEN_BYTES = 4096;
/**
 * The token for GitHub's API: GITHUB_TOKEN, or the content of the file in FLEDGE_GITHUB_TOKEN_FILE, for builds whose
 * environment is visible to others. Undefined if neither is set.
 *
 * @throws FledgeError `usage` if that file cannot be read, or does not hold a token.
 */
async function githubTokenOf(env) {
    const token = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, 'GITHUB_TOKEN');
    const file = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, 'FLEDGE_GITHUB_TOKEN_FILE');
    if (token !== undefined || file === undefined)
        return token;
    const fail = (why, cause) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('usage', `cannot read the token in ${file} (FLEDGE_GITHUB_TOKEN_FILE): ${why}`, {
        cause,
        fix: 'set FLEDGE_GITHUB_TOKEN_FILE to a file that contains only a token, or unset it',
    });
    let text;
    try {
        // Without O_NONBLOCK, the open of a fifo would wait until a process writes to it.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            if (!(await handle.stat()).isFile())
                throw fail('it is not a regular file');
            const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_TOKEN_BYTES + 1));
            text = buffer.toString('latin1', 0, bytesRead).trim();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE ? error : fail((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error), error);
    }
    // The message must not show the content.
    if (text.length > MAX_TOKEN_BYTES || !/^[!-~]+$/.test(text))
        throw fail('it does not hold a token');
    return text;
}


/***/ }),

/***/ 33483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ encodeBuildCommand)
/* harmony export */ });
/* unused harmony exports BUILD_FLAGS, completeBuildCommand */
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61341);
/* harmony import */ var _support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29026);


/** The option for each field of `BuildCommand`. src/cli/build.ts parses the command line that is written here. */
const BUILD_FLAGS = {
    config: '--config',
    manifest: '--manifest',
    output: '--output',
    urlBase: '--url-base',
    artifactUrl: '--artifact-url',
    platform: '--platform',
    verify: '--verify',
    workers: '--workers',
    locked: '--locked',
    strict: '--strict',
};
/**
 * A build command with defaults for what is not given: the inverse of `encodeBuildCommand` for the options of a command line.
 *
 * @throws FledgeError `usage` if the platform of this machine is needed and not supported.
 */
function completeBuildCommand(given) {
    const { config, manifest, output, urlBase, artifactUrl, platform, verify, workers, locked, strict } = given;
    return {
        config,
        manifest,
        output,
        urlBase,
        artifactUrl,
        platform: platform ?? hostPlatform(),
        verify: verify ?? 'auto',
        workers: workers ?? defaultWorkers(),
        locked: locked ?? false,
        strict: strict ?? false,
    };
}
/** The arguments that start a build as a child process: it prints its result and its log in JSON. */
function encodeBuildCommand(command) {
    const given = { ...command, verify: command.verify === 'auto' ? undefined : command.verify };
    const fields = ['config', 'manifest', 'output', 'urlBase', 'artifactUrl', 'platform', 'verify', 'workers'];
    return [
        ...['build', '--json', '--log-format', 'json'],
        ...fields.flatMap((field) => (given[field] === undefined ? [] : [BUILD_FLAGS[field], String(given[field])])),
        ...(command.locked ? [BUILD_FLAGS.locked] : []),
        ...(command.strict ? [BUILD_FLAGS.strict] : []),
    ];
}


/***/ }),

/***/ 32953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseBuildResult)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9691);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);
/* harmony import */ var _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34830);




const fileSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/** The result of a build, in the form of `fledge build --json`. */
const buildResultSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    strategy: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['initramfs', 'oci_rootfs']),
    platform: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P),
    artifact: fileSchema.extend({ format: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly(),
    /** `encodedBytes`: its length on the kernel's command line. */
    manifest: fileSchema.extend({ encodedBytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly(),
    checksums: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly(),
    provenance: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly(),
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), uri: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly()).readonly(),
    /** The uncompressed size of each top-level path of the artifact, in bytes. */
    contents: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly()).readonly(),
    /** Properties of the input that the artifact cannot hold and does not need. */
    adjustments: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ what: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), count: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), example: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly()).readonly(),
    /** Everything that the build has warned of, in order. */
    warnings: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_2__/* .warningSchema */ .ek).readonly(),
    reproducible: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true) }).readonly(),
        zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(false), reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly(),
    ]),
    /** Times in milliseconds. */
    steps: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), ms: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly()).readonly(),
})
    .readonly();
/**
 * Parses the result that another process printed. Unknown fields are dropped. `builder` names that process in the error.
 *
 * @throws FledgeError `tool` with `fix` if `text` is not the result of a build.
 */
function parseBuildResult(text, builder, fix) {
    try {
        return buildResultSchema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('tool', `cannot read the result of ${builder}: it has an unexpected format`, {
            cause: error,
            fix,
        });
    }
}


/***/ }),

/***/ 85270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ChildLog)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34830);


/** The maximum number of characters shown of a line that is not an event. */
const MAX_SHOWN = 2000;
/** The maximum number of progress displays at the same time. */
const MAX_PROGRESS = 64;
/**
 * The log of a build in another process. It reads that process's stderr line by line, passes the events to a reporter, and
 * keeps the error. The process writes `--log-format json`; lines of other programs are passed on as text, shortened. No
 * line is trusted: the reporter escapes text for its output.
 */
class ChildLog {
    #reporter;
    #progress = new Map();
    #error;
    #isUnderstood = false;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /** The error that the build has reported; undefined if there is none. */
    get error() {
        return this.#error;
    }
    /** True if the process writes a log of the schema that this program reads. */
    get isUnderstood() {
        return this.#isUnderstood;
    }
    add(line) {
        const event = (0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLogEvent */ .MK)(line);
        switch (event?.type) {
            case undefined:
                if (line.trim() !== '')
                    this.#reporter.info((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(line.trim(), MAX_SHOWN));
                break;
            case 'start':
                this.#isUnderstood = event.schema === _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__/* .LOG_SCHEMA */ .tc;
                break;
            case 'step':
                this.#reporter.step(event.title);
                break;
            case 'info':
                this.#reporter.info(event.message);
                break;
            case 'debug':
                this.#reporter.debug(event.message);
                break;
            case 'warning':
                this.#reporter.warn(event.warning?.message ?? event.message, event.warning);
                break;
            case 'progress':
                this.#showProgress(event);
                break;
            case 'error':
                this.#error ??= (0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOfEvent */ .yk)(event);
                break;
        }
    }
    #showProgress({ label, unit, done, total, ended, }) {
        const key = `${unit} ${label}`;
        let progress = this.#progress.get(key);
        if (progress === undefined) {
            if (ended === true || this.#progress.size >= MAX_PROGRESS)
                return;
            progress = this.#reporter.progress(label, unit);
            this.#progress.set(key, progress);
        }
        if (ended !== true)
            progress.update(done, total);
        else {
            progress.end();
            this.#progress.delete(key);
        }
    }
    /** Ends all progress displays. To be called when the process has ended. */
    end() {
        for (const progress of this.#progress.values())
            progress.end();
        this.#progress.clear();
    }
}


/***/ }),

/***/ 95697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeTokenFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _github_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65011);
/* harmony import */ var _sources_agent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29988);




/**
 * Writes the token for GitHub's API into a file in `directory`, for another build of the same config, and returns its path.
 * Only this user can read it. Undefined, without a file, if there is no token or the build sends no requests to GitHub. The
 * caller removes `directory`.
 *
 * @throws FledgeError `usage` as `githubTokenOf` does.
 */
async function writeTokenFile({ config }, env, directory) {
    const token = (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_3__/* .isAskedOfGithub */ .BM)(config.agent) ? await (0,_github_token_js__WEBPACK_IMPORTED_MODULE_2__/* .githubTokenOf */ .A)(env) : undefined;
    if (token === undefined)
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'github-token');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, token, { flag: 'wx', mode: 0o600 });
    return path;
}


/***/ }),

/***/ 99558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  againOnThisMachine: () => (/* binding */ againOnThisMachine),
  checkReproducible: () => (/* binding */ checkReproducible)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/compare/diff.js + 4 modules
var diff = __webpack_require__(6593);
// EXTERNAL MODULE: ./build/manifest/cloud-init.js
var cloud_init = __webpack_require__(15360);
// EXTERNAL MODULE: ./build/manifest/manifest-schema.js
var manifest_schema = __webpack_require__(90671);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var logins = __webpack_require__(15112);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var report_reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/recipe/build.js + 8 modules
var build = __webpack_require__(32669);
// EXTERNAL MODULE: ./build/recipe/build-command.js
var build_command = __webpack_require__(33483);
// EXTERNAL MODULE: ./build/recipe/build-result.js
var build_result = __webpack_require__(32953);
// EXTERNAL MODULE: ./build/recipe/child-log.js
var child_log = __webpack_require__(85270);
// EXTERNAL MODULE: ./build/recipe/container/token-file.js
var token_file = __webpack_require__(95697);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/lock/lock-file.js
var lock_file = __webpack_require__(63818);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/files/own-files.js
var own_files = __webpack_require__(32026);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/tree/exclude.js + 1 modules
var tree_exclude = __webpack_require__(69990);
;// CONCATENATED MODULE: ./build/recipe/reproduce/copy-sources.js











/** Files up to this size are copied synchronously, which is faster than in another thread. */
const SMALL_BYTES = 256 * 1024;
/** The copying yields to the event loop after this many files, so that signals are handled. */
const FILES_PER_TURN = 500;
/** 2001-09-09. Each file gets a time one second later, so that no time is that of the original. */
const FIRST_TIME = 1_000_000_000;
/**
 * Copies a fledge.toml, its lock file and all host files that it names by a relative path, so that a build of the copy finds
 * the same files as a build of the original. The copies are created in another order, with other times and permissions.
 *
 * Copies have the paths of the originals below a directory that replaces `/`, so that `../x` and relative links lead to
 * copies as well. Files named by an absolute path are read in place. So is a container image named by a relative path:
 * it can be large, and its digests identify it.
 *
 * @throws FledgeError `output` if the disk has no space for the copies, `input` if a file cannot be read.
 */
async function copyAuthorFiles(job) {
    const { loaded, template, templateFiles = [] } = job;
    const { config, directory, file } = loaded;
    const base = template === undefined ? directory : (0,external_node_path_.dirname)((0,external_node_path_.resolve)(template));
    // One line of fledge.toml may have several destinations.
    const mapped = new Map(config.mappings.map(({ source, settings }) => [source, settings.exclude]));
    const images = (0,config_images/* fetchedImagesOf */.Rc)(config).flatMap(({ reference }) => reference.path ?? []);
    const named = [
        ...Array.from(mapped, ([path, exclude]) => ({ path, directory, how: 'copy', exclude })),
        ...programsOf(loaded).map((path) => ({ path, directory, how: 'copy', exclude: [] })),
        ...templateFiles.map((path) => ({ path, directory: base, how: 'copy', exclude: [] })),
        ...images.map((path) => ({ path, directory, how: 'link', exclude: [] })),
    ];
    const relative = named.filter(({ path }) => !(0,external_node_path_.isAbsolute)(path));
    // A path may have more `..` than directories above it: `..` in `/` is `/`.
    const surplus = relative.map((file) => parentsIn(file.path) - depthOf(file.directory));
    const above = Array(Math.max(0, ...surplus)).fill('above');
    const root = (0,external_node_path_.join)(job.directory, ...above, 'root');
    const copyOf = (path) => (0,external_node_path_.join)(root, (0,external_node_path_.resolve)(path));
    const copier = beginCopy(root, job);
    const described = [file, (0,lock_file/* lockFileOf */.LN)(file), ...(template === undefined ? [] : [template])];
    for (const path of described)
        await copier.add({ path: (0,external_node_path_.resolve)(path), how: 'copy', exclude: [] });
    for (const file of relative) {
        const path = (0,external_node_path_.resolve)(file.directory, file.path);
        const place = (0,external_node_path_.resolve)(copyOf(file.directory), file.path);
        if (place.startsWith(`${root}/`))
            await copier.add({ ...file, path });
        else
            copier.link(path, place);
    }
    return { root, config: copyOf(file), template: template === undefined ? undefined : copyOf(template) };
}
/** The paths of files other than mapped ones, as written in fledge.toml. */
function programsOf({ config }) {
    const agent = config.agent?.source === 'local' ? [config.agent.path] : [];
    if (config.strategy === 'oci_rootfs')
        return agent;
    const init = config.init.mode === 'custom' ? [config.init.path] : [];
    const busybox = config.busybox.location?.kind === 'file' ? [config.busybox.location.path] : [];
    return [...agent, ...init, ...busybox];
}
/** The number of leading `..` in a relative path. */
function parentsIn(path) {
    const names = external_node_path_.posix.normalize(path).split('/');
    const first = names.findIndex((name) => name !== '..');
    return first < 0 ? names.length : first;
}
function depthOf(directory) {
    return directory.split('/').filter((name) => name !== '').length;
}
function beginCopy(root, { loaded, outputs, own, onCopied, signal }) {
    const below = (0,byte_string/* byteStringFromText */.dw)(root);
    const directory = (0,byte_string/* byteStringFromText */.dw)(loaded.directory);
    const ownFiles = new own_files/* OwnFiles */.yp(own);
    const written = new Set();
    for (const path of outputs) {
        const stats = look((0,byte_string/* byteStringFromText */.dw)(path));
        if (stats !== undefined)
            written.add(identityOf(stats));
    }
    let files = 0;
    makeDirectory((0,byte_string/* byteStringFromText */.dw)(`${root}${loaded.directory}`));
    const add = async (path, how, exclusion, links) => {
        const names = path.split('/').filter((name) => name !== '');
        let host = '';
        for (const [index, name] of names.entries()) {
            host = `${host}/${name}`;
            // Directories above the fledge.toml are always real directories: a link would lead out of the copy.
            if (host === directory || directory.startsWith(`${host}/`))
                continue;
            const stats = look(host);
            if (stats === undefined)
                return;
            const isLast = index === names.length - 1;
            if (isLast && how === 'link')
                return linkTo(host, `${below}${host}`);
            if (stats.isSymbolicLink()) {
                const target = copyLink(host);
                // An absolute target leads to the original. The build reports circular links.
                if (target === undefined || target.startsWith('/') || links === linux_limits/* MAX_SYMLINKS */.oG)
                    return;
                const next = external_node_path_.posix.join(external_node_path_.posix.dirname(host), target, ...names.slice(index + 1));
                return add(next, how, exclusion, links + 1);
            }
            if (isLast)
                return copy(host, stats, exclusion, '');
            if (!stats.isDirectory())
                return;
            makeDirectory(`${below}${host}`);
        }
        // `path` is the directory of fledge.toml, or one above it.
        await copy(path, (0,external_node_fs_.statSync)((0,byte_string/* bytesOf */.$$)(path)), exclusion, '');
    };
    /** `relative` is the path below the mapped directory, with which its globs are compared. */
    const copy = async (host, stats, exclusion, relative) => {
        signal?.throwIfAborted();
        if (stats.isSymbolicLink())
            copyLink(host);
        else if (stats.isFile())
            await copyContent(host, stats);
        else if (stats.isDirectory()) {
            const prefix = host === '/' ? '' : host;
            makeDirectory(`${below}${host}`);
            // As mappings do: without excluded paths, and without .git, unless it is named.
            const includesGit = host.split('/').includes('.git');
            for (const name of namesIn(host)) {
                const child = `${prefix}/${name}`;
                const childRelative = (relative === '' ? name : `${relative}/${name}`);
                if ((0,own_files/* isOwnName */.sJ)(name) || (name === '.git' && !includesGit) || exclusion.matches(childRelative))
                    continue;
                const found = look(child);
                if (found === undefined || ownFiles.has(found) || written.has(identityOf(found)))
                    continue;
                await copy(child, found, exclusion, childRelative);
            }
        }
    };
    const copyContent = async (host, stats) => {
        const place = (0,byte_string/* bytesOf */.$$)(`${below}${host}`);
        const from = (0,byte_string/* bytesOf */.$$)(host);
        if (look((0,byte_string/* byteStringFromBytes */.Pb)(place)) !== undefined)
            return;
        files += 1;
        if (files % FILES_PER_TURN === 0)
            await (0,external_node_timers_promises_.setImmediate)();
        const time = FIRST_TIME + files;
        const finish = () => {
            (0,external_node_fs_.chmodSync)(place, (stats.mode & 0o111) === 0 ? 0o600 : 0o700);
            (0,external_node_fs_.utimesSync)(place, time, time);
        };
        if (stats.size <= SMALL_BYTES) {
            attempt(host, () => {
                (0,external_node_fs_.copyFileSync)(from, place, external_node_fs_.constants.COPYFILE_FICLONE);
                finish();
            });
        }
        else {
            const failure = await (0,promises_.copyFile)(from, place, external_node_fs_.constants.COPYFILE_FICLONE).catch((error) => ({ error }));
            attempt(host, () => {
                if (failure !== undefined)
                    throw failure.error;
                finish();
            });
        }
        onCopied(stats.size);
    };
    const copyLink = (host) => attempt(host, () => {
        const target = (0,external_node_fs_.readlinkSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' });
        const place = (0,byte_string/* bytesOf */.$$)(`${below}${host}`);
        unlessThere(() => (0,external_node_fs_.symlinkSync)(target, place));
        (0,external_node_fs_.lutimesSync)(place, FIRST_TIME, FIRST_TIME);
        return (0,byte_string/* byteStringFromBytes */.Pb)(target);
    });
    return {
        add: async ({ path, how, exclude }) => add((0,byte_string/* byteStringFromText */.dw)(path), how, (0,tree_exclude/* compileExclusion */.a)(exclude), 0),
        link: (path, place) => linkTo((0,byte_string/* byteStringFromText */.dw)(path), (0,byte_string/* byteStringFromText */.dw)(place)),
    };
}
function linkTo(target, place) {
    makeDirectory(external_node_path_.posix.dirname(place));
    attempt(target, () => unlessThere(() => (0,external_node_fs_.symlinkSync)((0,byte_string/* bytesOf */.$$)(target), (0,byte_string/* bytesOf */.$$)(place))));
}
function makeDirectory(path) {
    attempt(path, () => (0,external_node_fs_.mkdirSync)((0,byte_string/* bytesOf */.$$)(path), { recursive: true, mode: 0o700 }));
}
/** Directory entries in reverse byte order, so that the creation order differs from the original. */
function namesIn(directory) {
    const names = attempt(directory, () => (0,external_node_fs_.readdirSync)((0,byte_string/* bytesOf */.$$)(directory), { encoding: 'buffer' })) ?? [];
    return names.map(byte_string/* byteStringFromBytes */.Pb).sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(b, a));
}
function identityOf({ dev, ino }) {
    return `${dev}:${ino}`;
}
function look(path) {
    return attempt(path, () => (0,external_node_fs_.lstatSync)((0,byte_string/* bytesOf */.$$)(path)));
}
/**
 * Runs an action on a file. A file that was deleted after the first build is skipped (undefined): the second build then fails
 * or differs, which is the purpose of the check.
 *
 * @throws FledgeError `output` if the disk is full, `input` for other failures.
 */
function attempt(path, action) {
    try {
        return action();
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        const noRoom = code === 'ENOSPC' || code === 'EDQUOT';
        const reason = noRoom ? (0,errors/* writeFailureOf */.PI)(error) : (0,errors/* messageOf */.bD)(error);
        const message = `cannot copy ${(0,byte_string/* displayByteString */.oO)(path)} for a second build: ${reason}`;
        throw new errors/* FledgeError */.aE(noRoom ? 'output' : 'input', message, {
            cause: error,
            ...(noRoom && { fix: 'set TMPDIR to a directory with space for a copy of all mapped files' }),
        });
    }
}
function unlessThere(make) {
    try {
        make();
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
            throw error;
    }
}

// EXTERNAL MODULE: ./build/recipe/reproduce/environment.js
var reproduce_environment = __webpack_require__(73278);
;// CONCATENATED MODULE: ./build/recipe/reproduce/check.js
























/** Runs second builds on this machine. */
function againOnThisMachine(program) {
    return async (args, { first, scratch, cwd, changed, onLine, signal }) => {
        const token = await (0,token_file/* writeTokenFile */.H)(first.plugin.loaded, first.env, scratch);
        const own = { ...changed, ...(token !== undefined && { FLEDGE_GITHUB_TOKEN_FILE: token }) };
        const env = (0,tools_environment/* environmentFor */.DD)('fledge', first.env, { own, helpers: (0,logins/* credentialHelpersOf */.Yp)(first.env) });
        const [shell, ...words] = [...reproduce_environment/* OTHER_UMASK */.lk, program.command, ...program.args, ...args];
        const { stdout } = await (0,exec/* run */.eF)(shell, words, { cwd, env, onLine, signal });
        return stdout;
    };
}
/**
 * Repeats the build with the result `first`, and compares all four files byte for byte. `runAgain` starts the second build as
 * another process, with other temporary, working and home directories, umask, time zone, locale, user name and number of
 * threads, an empty cache, and a copy of the author's files with other times, permissions and inodes (see
 * `copyAuthorFiles`). All its files are removed at the end.
 *
 * @throws FledgeError if the second build fails, or the disk has no space for it.
 */
async function checkReproducible(request, first, runAgain) {
    if (!first.reproducible.ok)
        return first.reproducible;
    const { reporter, signal } = request;
    reporter.step('build again in a different environment');
    const scratch = (0,files_scratch/* temporaryDirectory */.De)('reproduce');
    try {
        const directory = (name) => {
            const path = (0,external_node_path_.join)(scratch.path, name);
            (0,external_node_fs_.mkdirSync)(path);
            return path;
        };
        const { loaded, template } = request.plugin;
        const outputs = [first.artifact, first.manifest, first.provenance, first.checksums].map(({ path }) => path);
        const own = (0,own_paths/* ownPathsOf */.i)((0,context/* sourceContext */.R)(request, loaded.directory));
        const copy = await copyFiles(request, {
            loaded,
            template: template?.file,
            templateFiles: template === undefined ? [] : (0,cloud_init/* cloudInitPaths */.o)(template.fields),
            outputs,
            own,
            directory: directory('copy'),
            signal,
        });
        const places = {
            home: otherHome((0,environment/* environmentValue */.a)(request.env, 'HOME') ?? (0,external_node_os_.homedir)(), directory('home')),
            temporary: directory('tmp'),
            cache: directory('cache'),
            workingDirectory: directory('elsewhere'),
        };
        const madeIn = directory('out');
        const args = (0,build_command/* encodeBuildCommand */.Ic)({
            ...(0,build/* commandOf */.Nl)(request),
            config: copy.config,
            manifest: copy.template,
            output: (0,external_node_path_.join)(madeIn, (0,external_node_path_.basename)(first.artifact.path)),
            urlBase: undefined,
            artifactUrl: artifactUrlIn(first),
            // The check of the first image is also valid for identical bytes.
            verify: 'none',
            strict: false,
            workers: request.workers > 1 ? request.workers - 1 : 2,
        });
        const second = await buildAgain(runAgain, args, {
            root: copy.root,
            first: request,
            scratch: scratch.path,
            cwd: places.workingDirectory,
            changed: { ...(0,reproduce_environment/* otherVariables */.Qk)(request.env, places), ...(0,own_paths/* notMapped */.Z)(own) },
            reporter,
            signal,
        });
        const names = outputs.map((path) => (0,external_node_path_.basename)(path));
        const comparison = await (0,diff/* compareNamed */.k)((0,external_node_path_.dirname)(first.artifact.path), madeIn, names, { reporter, signal });
        if (comparison.identical)
            return { ok: true, comparison };
        return { ok: false, reason: reasonFor(comparison, first.inputs, second), comparison };
    }
    finally {
        scratch.dispose();
    }
}
async function copyFiles({ reporter }, job) {
    const progress = reporter.progress('copy', 'bytes');
    let bytes = 0;
    try {
        const onCopied = (count) => {
            bytes += count;
            progress.update(bytes);
        };
        return await copyAuthorFiles({ ...job, onCopied });
    }
    finally {
        progress.end();
        reporter.debug(`copied ${(0,units/* formatBytes */.z3)(bytes)} to ${job.directory}`);
    }
}
/** Another home directory, with links to the contents of the first one, which include logins, but without the cache. */
function otherHome(home, place) {
    for (const name of check_namesIn(home))
        if (name !== '.cache')
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(home, name), (0,external_node_path_.join)(place, name));
    return place;
}
function check_namesIn(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        // Some users have no home directory.
        return [];
    }
}
/** The URL of the first artifact. Both manifests must contain the same URL. */
function artifactUrlIn({ manifest: { path }, strategy }) {
    const { initramfs, rootfs } = manifest_schema/* manifestSchema */.r.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    const url = strategy === 'initramfs' ? initramfs?.url : rootfs?.url;
    if (url === undefined)
        throw new errors/* FledgeError */.aE('internal', `${path} does not contain the URL of the artifact`);
    return url;
}
async function buildAgain(runAgain, args, { root, reporter, signal, ...environment }) {
    const log = new child_log/* ChildLog */.P(reporterOfSecond(reporter));
    const onLine = (line, stream) => {
        if (stream === 'stderr')
            log.add(line);
    };
    try {
        const stdout = await runAgain(args, { ...environment, onLine, signal });
        return (0,build_result/* parseBuildResult */.F)(stdout.toString('utf8'), 'the second build').inputs;
    }
    catch (error) {
        signal?.throwIfAborted();
        // Messages show the paths of the original files.
        const asOriginal = (text) => (0,wording/* mapText */.E0)(text, (part) => part.replaceAll(root, ''));
        const { message, fix } = log.error?.wording ?? { message: (0,errors/* messageOf */.bD)(error), fix: undefined };
        throw new errors/* FledgeError */.aE('tool', (0,wording/* worded */.MH) `the second build, in a different environment and without a cache, failed: ${asOriginal(message)}`, { cause: log.error ?? error, ...(fix !== undefined && { fix: asOriginal(fix) }) });
    }
}
/** Shows only the steps of a second build. The first build has already reported the rest. */
function reporterOfSecond(reporter) {
    const debug = (message) => reporter.debug(message);
    return { ...report_reporter/* silentReporter */.P, step: (title) => reporter.info(`again: ${title}`), info: debug, warn: debug, debug };
}
/** The changed inputs if there are any; otherwise the files that differ, with the offset of the first difference. */
function reasonFor({ files }, first, second) {
    const changed = first.flatMap((input) => {
        const again = second.find(({ name }) => name === input.name);
        if (again === undefined || again.digest === input.digest)
            return [];
        return [`${input.name} (${input.uri}) was ${input.digest} and then ${again.digest}`];
    });
    if (changed.length > 0)
        return changed.join('; ');
    const different = files.filter(({ status }) => status !== 'identical');
    return `two builds produced different bytes: ${different.map(placeOfDifference).join(', ')}`;
}
function placeOfDifference({ path, status, firstDifference }) {
    if (firstDifference !== undefined)
        return `${path} from byte ${firstDifference} on`;
    return `${path} (${status})`;
}


/***/ }),

/***/ 73278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qk: () => (/* binding */ otherVariables),
/* harmony export */   fI: () => (/* binding */ CHANGED_IN_CONTAINER),
/* harmony export */   lk: () => (/* binding */ OTHER_UMASK)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12285);


/** The variables of `otherVariables` that are also set in a container. The others there are those of the image. */
const CHANGED_IN_CONTAINER = [
    ...['HOME', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
    ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'FLEDGE_NOT_MAPPED'],
];
/** A command prefix: runs the command after it with another umask than its own. */
const OTHER_UMASK = [
    'sh',
    '-c',
    'case $(umask) in *077) umask 022 ;; *) umask 077 ;; esac; exec "$@"',
    'sh',
];
/**
 * The variables with other values in the second build. Variables that lead to inputs (PATH, proxies, logins) are unchanged;
 * see src/tools/environment.ts for their list.
 */
function otherVariables(env, directories) {
    const { home, temporary, cache, workingDirectory } = directories;
    const locale = other(env, 'LC_ALL', 'tr_TR.UTF-8', 'sv_SE.UTF-8');
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .definedVariables */ .J)({
        // Node itself reads this path, relative to the working directory.
        NODE_EXTRA_CA_CERTS: absolute(env['NODE_EXTRA_CA_CERTS']),
        HOME: home,
        PWD: workingDirectory,
        TMPDIR: temporary,
        TMP: temporary,
        TEMP: temporary,
        FLEDGE_CACHE_DIR: cache,
        XDG_CACHE_HOME: cache,
        TZ: other(env, 'TZ', 'Pacific/Kiritimati', 'America/St_Johns'),
        LC_ALL: locale,
        LANG: locale,
        USER: other(env, 'USER', 'somebody', 'anybody'),
        LOGNAME: other(env, 'LOGNAME', 'somebody', 'anybody'),
        HOSTNAME: other(env, 'HOSTNAME', 'elsewhere', 'somewhere'),
    });
}
function other(env, name, first, second) {
    return env[name] === first ? second : first;
}
function absolute(path) {
    return path === undefined || path === '' ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path);
}


/***/ }),

/***/ 34830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tc: () => (/* binding */ LOG_SCHEMA),
  yk: () => (/* binding */ errorOfEvent),
  MK: () => (/* binding */ parseLogEvent),
  ek: () => (/* binding */ warningSchema)
});

// UNUSED EXPORTS: errorEvent, formatLogEvent

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
;// CONCATENATED MODULE: ./build/support/report/error-fields.js


/** The fields of anything thrown. `log` names the source of details of a bug, see `bugReport`. */
function error_fields_errorFields(error, log, stack) {
    const { message, fix, isBug } = explain(error);
    const told = fix ?? (isBug ? bugReport(log) : undefined);
    const known = error instanceof FledgeError ? error : undefined;
    return {
        code: known?.code ?? 'internal',
        message,
        ...(told !== undefined && { fix: told }),
        problems: [...(known?.problems ?? [])],
        bug: isBug,
        ...(stack !== undefined && { stack }),
    };
}

;// CONCATENATED MODULE: ./build/support/report/warning-codes.js
/** The kinds of warnings; docs/troubleshooting.md explains each. */
const WARNING_CODES = [
    'adjusted',
    'agent-port',
    'agent-space',
    'argument-trimmed',
    'cache',
    'dynamic-program',
    'entrypoint',
    'git-placeholder',
    'health-check',
    'hidden-path',
    'image-user',
    'kernel-filesystem',
    'link',
    'lock',
    'login',
    'manifest-size',
    'manifest-value',
    'memory',
    'missing-file',
    'no-effect',
    'no-port',
    'other',
    'platform',
    'program',
    'secret',
    'size',
    'special-bits',
    'suffix',
    'template',
    'unpinned',
    'version',
];

;// CONCATENATED MODULE: ./build/support/report/log-events.js






/*
 * The lines of `--log-format json`. fledge reads them too, from builds in other processes. Documented for users in
 * docs/troubleshooting.md: within one schema number, fields and types may be added, and existing ones keep their meaning.
 */
/** The number of the schema, which is in the first line of a log. */
const LOG_SCHEMA = 1;
/** Characters of the longest line. The longest error has about 60,000, and each can be escaped as six. */
const MAX_LINE = 1024 * 1024;
const count = schemas/* int */.Whr().min(0);
const placeSchema = schemas/* object */.Ikc({ file: schemas/* string */.YjP(), line: count, column: count });
const problemSchema = placeSchema.extend({
    key: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP(),
    suggestion: schemas/* string */.YjP().optional(),
    excerpt: schemas/* string */.YjP().optional(),
});
/** A warning as data, see `Warning`. */
const warningSchema = schemas/* object */.Ikc({
    code: schemas/* enum */.k5n(WARNING_CODES).catch('other'),
    message: schemas/* string */.YjP(),
    ...placeSchema.partial().shape,
    key: schemas/* string */.YjP().optional(),
    fix: schemas/* string */.YjP().optional(),
})
    .readonly();
const textSchema = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ option: schemas/* enum */.k5n(wording/* NAMED_OPTIONS */.Bd), value: schemas/* string */.YjP().optional() })])),
]);
const eventSchema = schemas/* discriminatedUnion */.gMt('type', [
    /** The first line. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('start'), schema: schemas/* int */.Whr(), fledge: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('step'), title: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('info'), message: schemas/* string */.YjP() }),
    /** Only with `--verbose`. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('debug'), message: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('warning'),
        /** Contains the place and the key, if there are any. */
        message: schemas/* string */.YjP(),
        place: placeSchema.optional(),
        warning: warningSchema.optional(),
    }),
    /** At most one a second for each label, and one with `ended` for a label that had others. */
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('progress'),
        label: schemas/* string */.YjP(),
        unit: schemas/* enum */.k5n(['bytes', 'entries']),
        done: schemas/* number */.aig(),
        total: schemas/* number */.aig().optional(),
        ended: schemas/* boolean */.zMY().optional(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('error'),
        code: schemas/* enum */.k5n(errors/* ERROR_CODES */.OQ),
        message: schemas/* string */.YjP(),
        fix: schemas/* string */.YjP().optional(),
        /** The problems in files, with their positions. The message contains them too. */
        problems: schemas/* array */.YOg(problemSchema),
        /** Whether only the authors of fledge can fix it. */
        bug: schemas/* boolean */.zMY(),
        /** With `--verbose`. */
        stack: schemas/* string */.YjP().optional(),
        /** The texts with options as data, if they contain options; and the part of the message that is not in `problems`. */
        wording: schemas/* object */.Ikc({ message: textSchema, fix: textSchema.optional(), remark: textSchema.optional() }).optional(),
    }),
]);
/** An event as a line, with its line break. Control characters are escaped. */
function formatLogEvent(event) {
    return `${jsonText(event)}\n`;
}
/** The event of a line, or undefined: other programs write to the same stream. The line is untrusted. */
function parseLogEvent(line) {
    if (!line.startsWith('{') || line.length > MAX_LINE)
        return undefined;
    try {
        return eventSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** The event for anything thrown; see `errorFields`. */
function errorEvent(error, log, stack) {
    return {
        type: 'error',
        ...errorFields(error, log, stack),
        ...(error instanceof FledgeError && wordingOf(error)),
    };
}
function wordingOf({ wording: { message, fix }, problems, remark }) {
    const beside = problems.length === 0 ? undefined : remark;
    if (beside === undefined && [message, fix ?? ''].every((text) => typeof text === 'string'))
        return {};
    return {
        wording: {
            message: partsOf(message),
            ...(fix !== undefined && { fix: partsOf(fix) }),
            ...(beside !== undefined && { remark: partsOf(beside) }),
        },
    };
}
function partsOf(text) {
    return typeof text === 'string' ? text : [...text];
}
/** The error that an event describes. */
function errorOfEvent({ code, message, fix, problems, bug, wording }) {
    if (bug)
        return new errors/* FledgeError */.aE('internal', message);
    return new errors/* FledgeError */.aE(code === 'internal' ? 'tool' : code, wording?.message ?? message, {
        fix: wording?.fix ?? fix,
        problems: problems.map((problem) => ({ ...problem, key: problem.key })),
        remark: wording?.remark,
    });
}


/***/ }),

/***/ 69990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ compileExclusion)
});

// EXTERNAL MODULE: ./build/config/glob.js + 1 modules
var config_glob = __webpack_require__(17364);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
;// CONCATENATED MODULE: ./build/tree/match-glob.js
/** The names of a path as the matcher compares them. */
function charactersOf(path) {
    return path.split('/').map((name) => {
        const characters = [];
        for (let at = 0; at < name.length;) {
            const code = name.codePointAt(at) ?? 0;
            characters.push(code);
            at += code > 0xffff ? 2 : 1;
        }
        return characters;
    });
}
const NAME = {
    isStar: (token) => token?.kind === 'star',
    accepts: (token, code) => token.kind === 'character'
        ? token.code === code
        : token.kind !== 'class' ||
            token.ranges.some(({ first, last }) => first <= code && code <= last) !== token.negated,
};
const PATH = {
    isStar: (component) => component === '**',
    accepts: (component, name, counter) => component !== '**' && matchesSequence(component, name, NAME, counter),
};
/**
 * True if an alternative of a glob matches a whole path. The number of steps is at most the length of the alternative times
 * that of the path.
 */
function matchesAlternative(alternative, path, counter) {
    return matchesSequence(alternative, path, PATH, counter);
}
/**
 * Compares items with a pattern in which stars match any number of items. What follows the last star is compared with the
 * end of the items first. Between stars, only the latest one is ever extended: what an earlier one could match in addition,
 * the latest one can, too. So no pair of an element and an item is compared twice.
 */
function matchesSequence(pattern, items, { isStar, accepts }, counter) {
    let patternEnd = pattern.length;
    let end = items.length;
    for (; patternEnd > 0; patternEnd -= 1, end -= 1) {
        const wanted = pattern[patternEnd - 1];
        if (wanted === undefined || isStar(wanted))
            break;
        const found = items[end - 1];
        counter.steps += 1;
        if (found === undefined || !accepts(wanted, found, counter))
            return false;
    }
    if (patternEnd === 0)
        return end === 0;
    let element = 0;
    let item = 0;
    let afterStar = -1;
    let starEnd = 0;
    // The rest of the pattern ends with a star, which matches the rest of the items.
    while (element < patternEnd) {
        const wanted = pattern[element];
        const found = item < end ? items[item] : undefined;
        counter.steps += 1;
        if (wanted === undefined || isStar(wanted)) {
            element += 1;
            afterStar = element;
            starEnd = item;
        }
        else if (found !== undefined && accepts(wanted, found, counter)) {
            element += 1;
            item += 1;
        }
        else if (found !== undefined && afterStar >= 0) {
            starEnd += 1;
            element = afterStar;
            item = starEnd;
        }
        else
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/tree/exclude.js



const NOTHING = { matches: () => false, covers: () => false, unused: () => [], steps: 0 };
/**
 * Compiles valid globs of `exclude`. They are compared with paths as UTF-8 text; a byte that is not UTF-8 is one character,
 * which only a wildcard matches.
 */
function compileExclusion(globs) {
    if (globs.length === 0)
        return NOTHING;
    const compiled = globs.map((glob) => ({ glob, alternatives: (0,config_glob/* parseGlob */.qF)(glob) }));
    const counter = { steps: 0 };
    const used = new Set();
    const matches = (path) => {
        const names = charactersOf((0,byte_string/* bytesOf */.$$)(path).toString('utf8'));
        // All globs are tried, so that `unused` does not depend on their order.
        const found = compiled.filter(({ alternatives }) => alternatives.some((alternative) => matchesAlternative(alternative, names, counter)));
        for (const { glob } of found)
            used.add(glob);
        return found.length > 0;
    };
    const covers = (path) => {
        const names = path.split('/');
        return names.some((_, index) => matches(names.slice(0, index + 1).join('/')));
    };
    return {
        matches,
        covers,
        unused: () => globs.filter((glob) => !used.has(glob)),
        get steps() {
            return counter.steps;
        },
    };
}


/***/ })

};
