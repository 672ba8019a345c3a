export const id = 1863;
export const ids = [1863];
export const modules = {

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

/***/ 81863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EA: () => (/* binding */ imageInput),
  nV: () => (/* binding */ obtainImage),
  Dp: () => (/* binding */ uriOfImage)
});

// EXTERNAL MODULE: ./build/sources/image/fetch/fetch.js + 6 modules
var fetch = __webpack_require__(191);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/dockerfile.js + 6 modules
var config_dockerfile = __webpack_require__(50573);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/config/read-dockerfile.js
var read_dockerfile = __webpack_require__(74782);
// EXTERNAL MODULE: ./build/sources/image/archive.js + 1 modules
var archive = __webpack_require__(30621);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var logins = __webpack_require__(15112);
// EXTERNAL MODULE: ./build/sources/image/layout.js
var layout = __webpack_require__(24321);
// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(58375);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(91200);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/support/process/cleanup.js
var cleanup = __webpack_require__(72658);
// EXTERNAL MODULE: ./build/tools/contained.js
var contained = __webpack_require__(20129);
// EXTERNAL MODULE: ./build/tools/distribution.js
var distribution = __webpack_require__(55332);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/tools/image-builder.js









const USE_CONTAINER_DRIVER = 'docker buildx create --use --driver docker-container';
/**
 * Finds the program that builds Dockerfiles: the named one, or for `auto` the first of docker buildx, podman and buildah
 * that is installed and can write an OCI layout.
 *
 * @throws FledgeError `tool` if there is none, with a reason for each and how to install one.
 */
async function requireImageBuilder(wanted, { env, signal }) {
    if (wanted !== 'auto' && wanted !== 'docker') {
        return { name: wanted, path: (await (0,find/* requireTool */.Y0)(table/* imageBuilders */.oK[wanted], signal)).path };
    }
    const reasons = [];
    const candidates = wanted === 'auto' ? ['docker', 'podman', 'buildah'] : [wanted];
    for (const name of candidates) {
        const finding = await (0,find/* findTool */.SG)(table/* imageBuilders */.oK[name], signal);
        if (finding.state !== 'found') {
            reasons.push((0,find/* describeFinding */.jb)(finding));
            continue;
        }
        const problem = name === 'docker' ? await problemOfBuildx(finding.path, { env, signal }) : undefined;
        if (problem === undefined)
            return { name, path: finding.path };
        reasons.push(problem);
    }
    const install = wanted === 'auto' ? `, or ${(0,distribution/* howToInstall */.v)([table/* imageBuilders */.oK.buildah])}` : '';
    throw new errors/* FledgeError */.aE('tool', `cannot build a Dockerfile: ${reasons.join('; ')}`, {
        fix: `with Docker, ${USE_CONTAINER_DRIVER}${install}`,
    });
}
/** The reason why docker buildx cannot write an OCI layout, or undefined. */
async function problemOfBuildx(path, options) {
    const ask = async (...args) => {
        try {
            return (await (0,exec/* run */.eF)(path, args, options)).stdout.toString('utf8');
        }
        catch (error) {
            options.signal?.throwIfAborted();
            if (error instanceof exec/* ProgramError */.Zj)
                return undefined;
            throw error;
        }
    };
    const builder = await ask('buildx', 'inspect');
    if (builder === undefined)
        return 'docker buildx does not work';
    if (/^Driver:\s*(\S+)/m.exec(builder)?.[1] !== 'docker')
        return undefined;
    // The daemon itself can write layouts only if it has containerd's image store.
    if ((await ask('info', '--format', '{{json .DriverStatus}}'))?.includes('io.containerd.snapshotter'))
        return undefined;
    return 'the current builder of docker buildx has the driver "docker", which cannot write an OCI layout';
}
const LAYOUT = 'layout';
const MEMBER = 'image';
const NAME = 'localhost/fledge-build:latest';
/** For the removal of containers by a process that ends. */
const REMOVAL_TIMEOUT_MS = 5000;
/**
 * Builds a Dockerfile. podman and buildah use a storage of their own in the scratch directory, without a cache, so that
 * neither a finished nor a stopped build leaves containers or images behind.
 *
 * @throws ProgramError if the build fails.
 */
async function buildDockerfile(builder, build, options) {
    const { scratch } = build;
    const { env, signal } = options;
    const all = { ...options, cwd: scratch };
    const isDocker = builder.name === 'docker';
    const prefix = await (0,contained/* containment */.R)({ env, signal, mounts: !isDocker });
    const command = (...args) => (0,contained/* prefixed */.g)(prefix, builder.path, args);
    if (isDocker) {
        const file = (0,external_node_path_.join)(scratch, 'image.tar');
        await (0,exec/* run */.eF)(...command('buildx', 'build', ...buildxArguments(build, file)), all);
        return { kind: 'archive', file };
    }
    const storage = storageArguments(scratch, env);
    const removals = removalArguments(builder, storage, scratch);
    const forgetCleanup = (0,cleanup/* atExit */.sz)(() => {
        for (const args of removals)
            (0,exec/* runAtExit */.BJ)(...command(...args), { env, timeoutMs: REMOVAL_TIMEOUT_MS });
    });
    try {
        await (0,exec/* run */.eF)(...command(...storage, 'build', ...buildahArguments(build)), all);
        const destination = (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'oci', layout: LAYOUT, image: MEMBER });
        await (0,exec/* run */.eF)(...command(...storage, 'push', '--quiet', NAME, destination), { ...all, onLine: undefined });
        return { kind: 'layout', directory: (0,external_node_path_.join)(scratch, LAYOUT), member: MEMBER };
    }
    finally {
        for (const args of removals)
            await (0,exec/* run */.eF)(...command(...args), { env, cwd: scratch }).catch(() => { });
        forgetCleanup();
    }
}
/**
 * The options for a storage in the scratch directory. The driver is an option, too: without a storage.conf, buildah 1.28
 * ignores STORAGE_DRIVER; and with the option, it ignores STORAGE_OPTS.
 */
function storageArguments(scratch, { variables }) {
    const { STORAGE_DRIVER: driver = '', STORAGE_OPTS: settings = '' } = variables;
    return [
        ...['--root', (0,tools_arguments/* operandPath */.x8)((0,external_node_path_.join)(scratch, 'storage')), '--runroot', (0,tools_arguments/* operandPath */.x8)((0,external_node_path_.join)(scratch, 'run'))],
        ...(driver === '' ? [] : [`--storage-driver=${driver}`]),
        ...(driver === '' || settings === '' ? [] : settings.split(',').map((setting) => `--storage-opt=${setting}`)),
    ];
}
/** The calls that remove a storage. Without root, its files belong to other users of a user namespace. */
function removalArguments({ name }, storage, scratch) {
    const containers = [...storage, 'rm', '--all', ...(name === 'podman' ? ['--force'] : [])];
    const files = ['unshare', 'rm', '-rf', '--', (0,external_node_path_.join)(scratch, 'storage'), (0,external_node_path_.join)(scratch, 'run')];
    return process.getuid?.() === 0 ? [containers] : [containers, files];
}
function commonArguments({ dockerfile, target, buildArgs, platform, epoch }) {
    const all = { ...buildArgs, SOURCE_DATE_EPOCH: String(epoch) };
    return [
        ...['--file', (0,tools_arguments/* operandPath */.x8)(dockerfile), '--platform', platform],
        ...(target === undefined ? [] : ['--target', target]),
        ...Object.entries(all).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    ];
}
function buildxArguments(build, file) {
    const output = (0,tools_arguments/* csvFields */.qZ)(['type=oci', `dest=${file}`, 'rewrite-timestamp=true']);
    return [...commonArguments(build), '--progress', 'plain', '--output', output, (0,tools_arguments/* operandPath */.x8)(build.context)];
}
function buildahArguments(build) {
    const own = ['--timestamp', String(build.epoch), '--layers=false', '--format', 'oci', '--tag', NAME];
    return [...commonArguments(build), '--ignorefile', (0,tools_arguments/* operandPath */.x8)(build.ignoreFile), ...own, (0,tools_arguments/* operandPath */.x8)(build.context)];
}
/**
 * Removes the scratch directories of killed builds. Without root, files in them belong to other users of the user namespace
 * of podman and buildah. `rm` follows no link. Errors are ignored: the next build tries again.
 */
async function removeLeftovers(builder, directories, options) {
    if (builder.name === 'docker' || process.getuid?.() === 0 || directories.length === 0)
        return;
    const paths = directories.map((path) => (0,tools_arguments/* operandPath */.x8)(path));
    const timeoutMs = REMOVAL_TIMEOUT_MS;
    await (0,exec/* run */.eF)(builder.path, ['unshare', 'rm', '-rf', '--one-file-system', '--', ...paths], {
        ...options,
        timeoutMs,
    }).catch(() => { });
}

// EXTERNAL MODULE: ./build/recipe/dockerfile-context.js
var dockerfile_context = __webpack_require__(90811);
// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/recipe/dockerfile-failure.js






/** The number of shown characters of such a line: errors of buildah print whole structures. */
const LINE_LENGTH = 600;
/** A disk with less free space is full for a builder. */
const FULL_BYTES = units/* MEBIBYTE */.gJ;
/** True if the disk of a directory is full. */
function isFull(directory) {
    const space = (0,disk_space/* freeSpaceOf */.Oj)(directory);
    return space !== undefined && space.free < FULL_BYTES;
}
/** How to correct a failed build: the first cause that the builder's output or the machine shows. */
function fixOfDockerfile(failure) {
    const { lines, builder, dockerfile, context, isDiskFull, temporary } = failure;
    const has = (pattern) => lines.some((line) => pattern.test(line));
    // buildah reports a full disk in a compressed layer as a closed pipe.
    const isPipeClosed = has(/storing layer .*closed pipe/);
    if (isDiskFull || isPipeClosed || has(/no space left on device|disk quota exceeded/i)) {
        return `free some space in ${temporary}, or set TMPDIR to a directory of a larger disk`;
    }
    if (has(/sub[ug]id|newuidmap|newgidmap|insufficient (?:UIDs|GIDs)|Error during unshare|setting supplemental groups/)) {
        const ranges = '--add-subuids 100000-165535 --add-subgids 100000-165535';
        return `give this user subordinate ids (sudo usermod ${ranges} USER), install newuidmap (package uidmap), and allow user namespaces; or build as root`;
    }
    if (has(/exec: no command|\b(?:runc|crun)\b.*not found|could not find .*runtime/i)) {
        return 'install an OCI runtime (package crun or runc), or set BUILDAH_ISOLATION=chroot';
    }
    // The builder reads the context; a program of a RUN prints other words.
    if (has(/(?:checking on sources|copier|error (?:from sender|reading)|failed to (?:load|read)|\bopen \/).*permission denied/i)) {
        return `make the files of the context readable for this user (chmod -R a+rX ${(0,support_text/* shellWord */.r7)(context)}), or list them in .dockerignore`;
    }
    if (has(/operation not permitted/i) && has(/\b(?:mount(?:ing)?|unshare|clone|pivot_root|setns)\b|namespace/i)) {
        return `allow ${builder} to mount and to create namespaces, or set BUILDAH_ISOLATION=chroot and STORAGE_DRIVER=vfs`;
    }
    if (has(/dial tcp|no such host|i\/o timeout|TLS handshake|connection refused/i)) {
        return `check the network connection and the proxy of this machine, and ${dockerfile}`;
    }
    return `correct ${dockerfile}; a verbose build prints all output of ${builder}`;
}
/** The error for a failed builder, with its last lines and the line of fledge.toml. */
async function buildFailure(error, { builder, lines, source, isDiskFull }, { errorAt, scratchDirectory }) {
    const how = error.exitStatus === undefined ? 'was killed' : `ended with status ${error.exitStatus}`;
    const output = lines.length === 0
        ? ''
        : `; its last lines:\n${lines.map((line) => `  ${(0,errors/* shortened */.vI)(line, LINE_LENGTH)}`).join('\n')}`;
    const message = `cannot build ${source.text}: ${builder.name} ${how}${output}`;
    const located = await errorAt([{ path: ['source', 'dockerfile'], message }]);
    return new errors/* FledgeError */.aE('tool', located.message, {
        cause: error,
        problems: located.problems,
        fix: fixOfDockerfile({
            lines: lines.length === 0 ? [error.message] : lines,
            builder: builder.name,
            dockerfile: source.text,
            context: (0,config_images/* contextOf */.Vm)(source),
            isDiskFull,
            temporary: (0,external_node_path_.dirname)(scratchDirectory),
        }),
    });
}

;// CONCATENATED MODULE: ./build/tools/heredoc-support.js




/** A builder without heredocs looks for a file of this name in the context, and prints its path. */
const HEREDOC = '<<EOF';
/**
 * True if a builder supports heredocs: it builds a small Dockerfile with one. The version of a builder does not show it:
 * buildah supports them since 1.33, but Debian and Ubuntu build 1.33 and later with a parser that does not.
 *
 * `directives` are the first lines of the Dockerfile, which can choose another parser (`# syntax=`); `scratch` is an empty
 * directory.
 *
 * @throws ProgramError if the build fails for another reason.
 */
async function supportsHeredocs(builder, { directives, scratch, platform, }, options) {
    const context = (0,external_node_path_.join)(scratch, 'context');
    const dockerfile = (0,external_node_path_.join)(scratch, 'Dockerfile');
    const ignoreFile = `${dockerfile}.dockerignore`;
    (0,external_node_fs_.mkdirSync)(context);
    (0,external_node_fs_.writeFileSync)(dockerfile, `${directives}FROM scratch\nCOPY ${HEREDOC} /a\n# a comment for a builder without heredocs\nEOF\n`);
    (0,external_node_fs_.writeFileSync)(ignoreFile, '');
    let output = '';
    const onLine = (line) => {
        output += line;
    };
    try {
        const build = { dockerfile, context, ignoreFile, target: undefined, buildArgs: {}, platform, epoch: 0, scratch };
        await buildDockerfile(builder, build, { ...options, onLine });
        return true;
    }
    catch (error) {
        if (error instanceof exec/* ProgramError */.Zj && output.includes(`/${HEREDOC}`))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/recipe/dockerfile-heredocs.js





/**
 * Checks that the builder supports the heredocs of a Dockerfile. Another builder reads their bodies as instructions, which
 * can name images that are not pinned.
 */
async function requireHeredocs(builder, { text, line, source, scratch, env }, job) {
    const { platform, sources, errorAt } = job;
    (0,external_node_fs_.mkdirSync)(scratch);
    // Directives are comments before the first instruction.
    const [directives = ''] = /^\ufeff?(?:#.*\r?\n)*/.exec(text) ?? [];
    try {
        if (await supportsHeredocs(builder, { directives, scratch, platform }, { env, signal: sources.signal }))
            return;
    }
    catch (error) {
        if (!(error instanceof exec/* ProgramError */.Zj))
            throw error;
        const lines = error.message.split('\n').slice(1);
        throw await buildFailure(error, { builder, lines, source, isDiskFull: isFull(scratch) }, job);
    }
    const message = `line ${line} of ${source.text}: this ${builder.name} does not support heredocs (<<)`;
    const located = await errorAt([{ path: ['source', 'dockerfile'], message }]);
    throw new errors/* FledgeError */.aE('tool', located.message, {
        problems: located.problems,
        fix: 'use docker buildx with BuildKit 0.10 or newer, or a podman or buildah that supports them; or write the lines without a heredoc',
    });
}

// EXTERNAL MODULE: ./build/recipe/job.js
var recipe_job = __webpack_require__(22936);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
;// CONCATENATED MODULE: ./build/recipe/build-dockerfile.js
























/** The number of lines of a failed build in its error. */
const SHOWN_LINES = 20;
/**
 * Builds a Dockerfile for the platform in the scratch directory. Base images are pinned: by the lock file, otherwise by the
 * digests that their tags have now.
 *
 * @throws FledgeError `config` for a Dockerfile or context that is missing, `tool` without a builder or for a failed build,
 *   `download` for a base image that is not in its registry; `input` if the result is not an image for the platform.
 */
async function imageOfDockerfile(source, budget, job) {
    const { directory, errorAt, mtime, ownOutputs, platform, scratchDirectory, sources } = job;
    const { env, reporter, signal } = sources;
    const dockerfile = (0,external_node_path_.resolve)(directory, source.text);
    const context = (0,external_node_path_.resolve)(directory, (0,config_images/* contextOf */.Vm)(source));
    const text = await readDockerfile(dockerfile, source, job);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex');
    await requireContext(context, source, job);
    const request = { target: source.target, buildArgs: source.buildArgs, platform };
    const parsed = (0,config_dockerfile/* parseDockerfile */.A)(text, request);
    if (!parsed.ok)
        throw await errorAt([{ path: ['source', 'dockerfile'], message: `${source.text}: ${parsed.message}` }]);
    const scratch = (0,external_node_path_.join)(scratchDirectory, 'dockerfile');
    const temporary = (0,external_node_path_.join)(scratch, 'tmp');
    (0,external_node_fs_.mkdirSync)(temporary, { recursive: true });
    const childEnv = (0,environment/* environmentFor */.DD)('builder', env, { own: { TMPDIR: temporary }, helpers: (0,logins/* credentialHelpersOf */.Yp)(env) });
    const builder = await requireImageBuilder(source.builder, { env: childEnv, signal });
    const options = { env: childEnv, signal };
    await removeLeftovers(builder, (0,files_scratch.staleDirectoriesIn)((0,external_node_path_.dirname)(scratchDirectory)), options);
    if (parsed.heredocLine !== undefined) {
        const check = (0,external_node_path_.join)(scratch, 'heredocs');
        await requireHeredocs(builder, { text, line: parsed.heredocLine, source, scratch: check, env: childEnv }, job);
    }
    const pins = await (0,concurrency/* settleAll */.j3)(...source.bases[platform].map((base) => pinned(base, job)));
    const own = [...ownOutputs, ...(0,own_paths/* ownPathsOf */.ig)(sources), scratchDirectory];
    const ignored = (0,dockerfile_context/* ignoreRules */.e)({ dockerfile, context, builder: builder.name, own });
    const copy = writeCopy(text, request, { source, pins, scratch, ignored });
    const build = { ...copy, ...request, context, epoch: mtime.seconds, scratch };
    const log = builderLog(scratch, reporter);
    let built;
    try {
        built = await buildDockerfile(builder, build, { ...options, onLine: log.onLine });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error instanceof exec/* ProgramError */.Zj ? await buildFailure(error, { builder, source, ...log.end() }, job) : error;
    }
    const image = await readBuilt(built, { label: source.text, scratch, budget }, job);
    reporter.info(`note: ${builder.name} built the image from ${source.text}, so its bytes depend on the builder`);
    return {
        image,
        builder: builder.name,
        inputs: [
            (0,recipe_job/* inputOf */.wg)({ name: 'dockerfile', uri: (0,recipe_job/* uriOf */.S_)({ kind: 'file', path: source.text }, source.text), sha256 }),
            ...pins.map(({ text, digest }) => ({ name: `base image ${text}`, uri: `docker://${text}`, digest })),
            {
                name: 'image',
                uri: (0,recipe_job/* uriOf */.S_)({ kind: 'file', path: source.text }, source.text),
                digest: image.digest,
                layers: image.layers.map(({ diffId }) => diffId),
            },
        ],
    };
}
/** Keeps the last lines of a builder, and notices a full disk: at its end, the builder has removed its files. */
function builderLog(scratch, reporter) {
    const lines = [];
    let isDiskFull = false;
    return {
        onLine(line) {
            reporter.debug(line);
            if (/error|fail|can't|cannot/i.test(line))
                isDiskFull ||= isFull(scratch);
            lines.push(line);
            if (lines.length > SHOWN_LINES)
                lines.shift();
        },
        end: () => ({ lines, isDiskFull }),
    };
}
async function pinned({ text, named, lock }, { sources }) {
    const digest = lock?.digest ?? named.digest ?? (await (0,fetch/* resolveImage */.A)(named, text, sources));
    return { text, digest };
}
function readBuilt(built, { label, scratch, budget }, { platform, sources }) {
    if (built.kind === 'layout') {
        return (0,layout/* readOciLayout */.I$)({ directory: built.directory, member: built.member, platform, label });
    }
    const maxUnpackedBytes = budget.limits.unpacked;
    const from = { file: built.file, member: undefined, scratchDirectory: scratch, maxUnpackedBytes };
    return (0,archive/* readOciArchive */.GW)({ ...from, platform, label, signal: sources.signal });
}
async function readDockerfile(path, source, { errorAt }) {
    try {
        return (0,read_dockerfile/* textOf */.b6)(await (0,regular_file/* readRegularFile */.XF)(path, read_dockerfile/* MAX_DOCKERFILE_BYTES */.uq));
    }
    catch (error) {
        throw await errorAt([{ path: ['source', 'dockerfile'], message: (0,read_dockerfile/* dockerfileFailure */.xp)(source, error) }]);
    }
}
/** Writes a copy of a Dockerfile with pinned base images, and its ignore file beside it. */
function writeCopy(text, request, { source, pins, scratch, ignored }) {
    const dockerfile = (0,external_node_path_.join)(scratch, 'Dockerfile');
    const ignoreFile = `${dockerfile}.dockerignore`;
    const digests = new Map(pins.map((pin) => [pin.text, pin.digest]));
    const nameOf = ({ text: name, named }) => {
        const digest = digests.get(name);
        if (digest !== undefined)
            return (0,tools_arguments/* pinnedImage */.QJ)(named, digest);
        throw new errors/* FledgeError */.aE('input', `${source.text} was changed during the build: it names ${name} now`, {
            fix: 'build again',
        });
    };
    (0,external_node_fs_.writeFileSync)(dockerfile, (0,config_dockerfile/* withImageNames */.c)(text, request, nameOf), { flag: 'wx' });
    (0,external_node_fs_.writeFileSync)(ignoreFile, ignored, { flag: 'wx' });
    return { dockerfile, ignoreFile };
}
async function requireContext(path, source, { errorAt }) {
    try {
        if ((await (0,promises_.stat)(path)).isDirectory()) {
            await (0,promises_.access)(path, external_node_fs_.constants.R_OK | external_node_fs_.constants.X_OK);
            return;
        }
        throw new Error('it is not a directory');
    }
    catch (error) {
        const key = source.context === undefined ? 'dockerfile' : 'context';
        const message = `cannot use ${(0,config_images/* contextOf */.Vm)(source)}: ${(0,errors/* readFailureOf */.Og)(error)}`;
        throw await errorAt([{ path: ['source', key], message }]);
    }
}

;// CONCATENATED MODULE: ./build/recipe/image-source.js



/**
 * Fetches the image of a config, or builds its Dockerfile.
 *
 * @throws FledgeError as `fetchImage` and `imageOfDockerfile` do.
 */
async function obtainImage(source, lock, budget, job) {
    const { platform, scratchDirectory, sources, steps } = job;
    if (source.kind === 'dockerfile') {
        steps.begin('fetch', `build ${source.text}`);
        const { image, builder, inputs } = await imageOfDockerfile(source, budget, job);
        const reason = `${builder} builds the image from ${source.text}, and its bytes depend on the builder`;
        return { image, inputs, facts: { ...image, reference: undefined }, reproducible: { ok: false, reason } };
    }
    steps.begin('fetch', `fetch ${source.text}`);
    const image = await (0,fetch/* fetchImage */.a)({ reference: source, lock, platform, scratchDirectory, budget }, sources);
    return {
        image,
        inputs: [{ ...imageInput('image', source, image.digest), layers: image.layers.map(({ diffId }) => diffId) }],
        facts: { ...image, reference: source },
        reproducible: { ok: true },
    };
}
/** The record of an image in the provenance. `digest` is that of its manifest. */
function imageInput(name, reference, digest) {
    const [, sha256 = ''] = digest.split(':');
    return (0,recipe_job/* inputOf */.wg)({ name, uri: uriOfImage(reference), sha256 });
}
/** The URI of an image: its text in fledge.toml, with the transport. */
function uriOfImage({ transport, named, path, text }) {
    const withTransport = transport === undefined && named !== undefined ? `docker://${text}` : text;
    return path === undefined ? withTransport : (0,recipe_job/* encodePath */.O0)(text);
}


/***/ }),

/***/ 20129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ containment),
/* harmony export */   g: () => (/* binding */ prefixed)
/* harmony export */ });
/* harmony import */ var _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91200);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11313);



/** The program is killed when this process ends, also if that is killed (prctl(2), PR_SET_PDEATHSIG). */
const ENDS_WITH_PARENT = ['setpriv', '--pdeathsig', 'KILL', '--'];
/** Mounts of the program are in its own namespace, and vanish with it (mount_namespaces(7)). */
const OWN_MOUNTS = ['unshare', '--mount', '--'];
/**
 * The words before a command that make its program end with this process, and with `mounts`, its mounts with it. Programs
 * that are not installed, or that this process may not use, are left out: without root, buildah and podman create a
 * namespace of their own.
 */
async function containment({ mounts, ...options }) {
    const words = [];
    for (const [name, ...args] of mounts ? [ENDS_WITH_PARENT, OWN_MOUNTS] : [ENDS_WITH_PARENT]) {
        const program = await (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)(name);
        const isUsable = program !== undefined && (await succeeds(program, [...args, 'true'], options));
        if (isUsable)
            words.push((0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .operandProgram */ .EY)(program), ...args);
    }
    return words;
}
/** The program and the arguments that run a command with such words before it. */
function prefixed(prefix, program, args) {
    const [first, ...rest] = prefix;
    return first === undefined ? [program, args] : [first, [...rest, (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .operandProgram */ .EY)(program), ...args]];
}
async function succeeds(program, args, options) {
    try {
        await (0,_support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .eF)(program, args, options);
        return true;
    }
    catch (error) {
        if (error instanceof _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .ProgramError */ .Zj)
            return false;
        throw error;
    }
}


/***/ })

};
