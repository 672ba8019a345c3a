export const id = 9558;
export const ids = [9558];
export const modules = {

/***/ 85158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ authorFilesOf),
/* harmony export */   l: () => (/* binding */ describingFilesOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29181);
/* harmony import */ var _lock_lock_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63818);
/* harmony import */ var _dockerfile_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90811);




/**
 * The files that a build of a plugin reads. The copies of a second build (`copyAuthorFiles`) and the comparison with a commit
 * (`changesSince`) both use this list, so a new kind of input belongs here.
 */
function authorFilesOf({ loaded, template, templateFiles = [] }) {
    const { config, directory } = loaded;
    const base = template === undefined ? directory : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(template));
    const named = (path, others = {}) => {
        return { path, directory, kind: 'file', exclude: [], ...others };
    };
    // One line of fledge.toml may have several destinations.
    const mapped = new Map(config.mappings.map(({ source, settings }) => [source, settings.exclude]));
    const images = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchedImagesOf */ .Rc)(config).flatMap(({ reference }) => reference.path ?? []);
    return {
        named: [
            ...Array.from(mapped, ([path, exclude]) => named(path, { exclude })),
            ...programsOf(loaded).map((path) => named(path)),
            ...templateFiles.map((path) => named(path, { directory: base })),
            ...images.map((path) => named(path, { kind: 'image' })),
        ],
        ofDockerfile: dockerfilePathsOf(loaded).map((path) => named(path)),
    };
}
/** The absolute paths of fledge.toml, its lock file and its template, which may not exist. */
function describingFilesOf({ loaded: { file, directory }, template }) {
    return [file, (0,_lock_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockFileOf */ .LN)(file), template ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'manifest.toml')].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path));
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
/** The Dockerfile, the whole context, and the ignore files, which may be outside of it and may not exist. */
function dockerfilePathsOf({ config, directory }) {
    const source = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerfileOf */ .S9)(config);
    if (source === undefined)
        return [];
    const context = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_1__/* .contextOf */ .Vm)(source);
    const place = (path) => ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, path));
    const ignoreFiles = (0,_dockerfile_context_js__WEBPACK_IMPORTED_MODULE_3__/* .ignoreFileCandidates */ .P)({ dockerfile: place(source.text), context: place(context) });
    return [source.text, context, ...ignoreFiles];
}


/***/ }),

/***/ 90811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ignoreFileCandidates),
/* harmony export */   e: () => (/* binding */ ignoreRules)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** The suffixes of ignore files that belong to one Dockerfile, and the names of those of a context; the first one is used. */
const IGNORE_FILES = {
    docker: { suffixes: ['.dockerignore'], names: ['.dockerignore'] },
    podman: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
    buildah: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
};
/** Scratch and step directories of builds, by their names (`isOwnName`). */
const SCRATCH_PATTERNS = ['**/.fledge-????????-*-*-????????????-*', '**/.fledge-step-??????'];
/**
 * The text of an ignore file with the rules of the author and those that exclude the build's own files, so that a second
 * build has the same context as the first. The last rule that matches a path decides.
 *
 * @throws FledgeError `config` if the ignore file of the author cannot be read.
 */
function ignoreRules({ dockerfile, context, builder, own }) {
    const { suffixes, names } = IGNORE_FILES[builder];
    const candidates = [...suffixes.map((suffix) => dockerfile + suffix), ...names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name))];
    const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(context);
    const rules = [...own].flatMap((path) => ruleFor(root, path));
    return [readFirst(candidates), ...SCRATCH_PATTERNS, ...new Set(rules), ''].join('\n');
}
/** Absolute paths of the ignore files that one of the builders would read. */
function ignoreFileCandidates({ dockerfile, context }) {
    const suffixes = Object.values(IGNORE_FILES).flatMap((files) => files.suffixes);
    return [
        ...new Set([...suffixes.map((suffix) => dockerfile + suffix), ...suffixes.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name))]),
    ];
}
/** The text of the first file that exists; empty if there is none. */
function readFirst(paths) {
    for (const path of paths) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').replace(/^\ufeff/, '');
        }
        catch (error) {
            if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOENT' || (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOTDIR')
                continue;
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot read ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .readFailureOf */ .Og)(error)}`, { cause: error });
        }
    }
    return '';
}
/** The rule that excludes a path; none if it is outside of the context, or contains it. */
function ruleFor(root, path) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, realPath(path));
    if (inside === '' || inside === '..' || inside.startsWith('../'))
        return [];
    // Spaces at the ends and line breaks cannot be escaped in an ignore file.
    return [`/${inside.replace(/[\\*?[\]!^-]/g, '\\$&').replace(/[\s\p{Cc}]/gu, '?')}`];
}
/** A path without links; the output of a first build does not exist yet. */
function realPath(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return path;
    }
}


/***/ }),

/***/ 99558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  againOnThisMachine: () => (/* binding */ againOnThisMachine),
  checkReproducible: () => (/* binding */ checkReproducible),
  withCheck: () => (/* binding */ withCheck)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/compare/diff.js + 1 modules
var diff = __webpack_require__(25746);
// EXTERNAL MODULE: ./build/compare/explain/explain.js + 18 modules
var explain = __webpack_require__(54888);
// EXTERNAL MODULE: ./build/compare/explain/explanation-text.js
var explanation_text = __webpack_require__(65887);
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
// EXTERNAL MODULE: ./build/recipe/build.js + 12 modules
var build = __webpack_require__(6698);
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
// EXTERNAL MODULE: ./build/recipe/author-files.js
var author_files = __webpack_require__(85158);
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
    const { loaded, template } = job;
    const { file } = loaded;
    const relative = (0,author_files/* authorFilesOf */.a)(job).named.filter(({ path }) => !(0,external_node_path_.isAbsolute)(path));
    // A path may have more `..` than directories above it: `..` in `/` is `/`.
    const surplus = relative.map((file) => parentsIn(file.path) - depthOf(file.directory));
    const above = Array(Math.max(0, ...surplus)).fill('above');
    const root = (0,external_node_path_.join)(job.directory, ...above, 'root');
    const copyOf = (path) => (0,external_node_path_.join)(root, (0,external_node_path_.resolve)(path));
    const copier = beginCopy(root, job);
    const described = [file, (0,lock_file/* lockFileOf */.LN)(file), ...(template === undefined ? [] : [template])];
    for (const path of described)
        await copier.add((0,external_node_path_.resolve)(path), { kind: 'file', exclude: [] });
    for (const file of relative) {
        const path = (0,external_node_path_.resolve)(file.directory, file.path);
        const place = (0,external_node_path_.resolve)(copyOf(file.directory), file.path);
        if (place.startsWith(`${root}/`))
            await copier.add(path, file);
        else
            copier.link(path, place);
    }
    return { root, config: copyOf(file), template: template === undefined ? undefined : copyOf(template) };
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
    const add = async (path, kind, exclusion, links) => {
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
            if (isLast && kind === 'image')
                return linkTo(host, `${below}${host}`);
            if (stats.isSymbolicLink()) {
                const target = copyLink(host);
                // An absolute target leads to the original. The build reports circular links.
                if (target === undefined || target.startsWith('/') || links === linux_limits/* MAX_SYMLINKS */.oG)
                    return;
                const next = external_node_path_.posix.join(external_node_path_.posix.dirname(host), target, ...names.slice(index + 1));
                return add(next, kind, exclusion, links + 1);
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
        add: async (path, { kind, exclude }) => add((0,byte_string/* byteStringFromText */.dw)(path), kind, (0,tree_exclude/* compileExclusion */.a)(exclude), 0),
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
/** The result of a build with that of its check. */
function withCheck(result, check) {
    const { expected } = result.reproducible;
    const { ok, comparison } = check;
    const isChecked = comparison !== undefined;
    return {
        ...result,
        reproducible: {
            ...{ expected, checked: isChecked },
            ...(isChecked && { ok }),
            ...(!check.ok && { reason: check.reason }),
            ...(isChecked && { comparison }),
        },
    };
}
/**
 * Repeats the build with the result `first`, and compares all files byte for byte. `runAgain` starts the second build as
 * another process, with other temporary, working and home directories, umask, time zone, locale, user name and number of
 * threads, an empty cache, and a copy of the author's files with other times, permissions and inodes (see
 * `copyAuthorFiles`). All its files are removed at the end.
 *
 * @throws FledgeError if the second build fails, or the disk has no space for it.
 */
async function checkReproducible(request, first, runAgain) {
    const { expected, reason = 'its bytes depend on this machine' } = first.reproducible;
    if (!expected)
        return { ok: false, reason };
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
        const { artifact, manifest, provenance, checksums, sbom } = first;
        const files = [artifact, manifest, provenance, checksums, ...(sbom === undefined ? [] : [sbom])];
        const outputs = files.map(({ path }) => path);
        const own = (0,own_paths/* ownPathsOf */.ig)((0,context/* sourceContext */.R)(request, loaded.directory));
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
            home: otherHome((0,environment/* environmentValue */.Jz)(request.env, 'HOME') ?? (0,external_node_os_.homedir)(), directory('home')),
            temporary: directory('tmp'),
            cache: directory('cache'),
            workingDirectory: directory('elsewhere'),
        };
        const madeIn = directory('out');
        const args = (0,build_command.encodeBuildCommand)({
            ...(0,build.commandOf)(request),
            config: copy.config,
            manifest: copy.template,
            output: (0,external_node_path_.join)(madeIn, (0,external_node_path_.basename)(first.artifact.path)),
            urlBase: undefined,
            artifactUrl: artifactUrlIn(first),
            // The check of the first image is also valid for identical bytes.
            verify: 'none',
            strict: false,
            force: false,
            workers: request.workers > 1 ? request.workers - 1 : 2,
        });
        const second = await buildAgain(runAgain, args, {
            root: copy.root,
            first: request,
            scratch: scratch.path,
            cwd: places.workingDirectory,
            changed: { ...(0,reproduce_environment/* otherVariables */.Qk)(request.env, places), ...(0,own_paths/* notMapped */.Zw)(own) },
            reporter,
            signal,
        });
        const names = outputs.map((path) => (0,external_node_path_.basename)(path));
        const compared = await (0,diff/* compareNamed */.TP)((0,external_node_path_.dirname)(first.artifact.path), madeIn, names, { reporter, signal });
        const comparison = { identical: compared.identical, files: compared.files };
        if (compared.identical)
            return { ok: true, comparison };
        const inputs = changedInputs(first.inputs, second);
        if (inputs.length > 0)
            return { ok: false, reason: inputs.join('; '), comparison };
        const inside = (0,explanation_text/* describeInside */.u4)(await (0,explain/* explainComparison */.j)(compared, { reporter, signal }));
        return { ok: false, reason: differencesIn(comparison) + inside, comparison };
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
        return (0,build_result/* parseBuildResult */.FG)(stdout.toString('utf8'), 'the second build').inputs;
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
/** The inputs that had other bytes in the second build. */
function changedInputs(first, second) {
    return first.flatMap((input) => {
        const again = second.find(({ name }) => name === input.name);
        if (again === undefined || again.digest === input.digest)
            return [];
        return [`${input.name} (${input.uri}) was ${input.digest} and then ${again.digest}`];
    });
}
/** The files that differ, with the offset of the first difference. */
function differencesIn({ files }) {
    const different = files.filter(({ status }) => status !== 'identical');
    return `two builds produced different bytes: ${different.map(placeOfDifference).join(', ')}`;
}
function placeOfDifference({ path, status, firstDifference }) {
    if (firstDifference !== undefined)
        return `${path} from byte ${firstDifference} on`;
    return `${path} (${status})`;
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
