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

// EXTERNAL MODULE: ./build/sources/image/fetch/fetch.js + 4 modules
var fetch = __webpack_require__(74389);
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
    await removeLeftovers(builder, (0,files_scratch/* staleDirectoriesIn */.WL)((0,external_node_path_.dirname)(scratchDirectory)), options);
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

/***/ 93767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HELPER_NAME),
/* harmony export */   o: () => (/* binding */ findCredentialStore)
/* harmony export */ });
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12285);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94618);
/* harmony import */ var _logins_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15112);



/** Part of the name of a program: `docker-credential-NAME`. */
const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/**
 * The credential store that holds the login of `docker login` for a registry. skopeo reads logins and `credHelpers` of
 * docker's config file, but not `credsStore`. Undefined if another file has a login, or docker's file has it in another
 * form.
 */
function findCredentialStore(registry, env) {
    if ((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .Jz)(env, 'REGISTRY_AUTH_FILE') !== undefined)
        return undefined;
    const file = (0,_logins_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerConfigFile */ .dO)(env);
    // skopeo reports a file that cannot be read.
    const files = (0,_logins_js__WEBPACK_IMPORTED_MODULE_1__/* .readLogins */ .rC)(env, _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_0__/* .silentReporter */ .P);
    if (files.some((other) => other.path !== file && hasLogin(other, registry)))
        return undefined;
    const docker = files.find(({ path }) => path === file);
    const name = docker?.credsStore ?? '';
    if (docker === undefined || !HELPER_NAME.test(name))
        return undefined;
    const isDockerHub = registry === 'docker.io';
    const key = isDockerHub ? 'https://index.docker.io/v1/' : registry;
    if (!Object.hasOwn(docker.auths, key) || docker.auths[key]?.['auth'])
        return undefined;
    if (Object.hasOwn(docker.credHelpers, registry))
        return undefined;
    const authFile = isDockerHub ? undefined : JSON.stringify({ credHelpers: { [registry]: name } });
    return { name, file, authFile };
}
/** True if a file has a login for a registry, or for a part of it. */
function hasLogin({ auths, credHelpers }, registry) {
    const names = [...Object.keys(auths), ...Object.keys(credHelpers)].map(_logins_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalRegistry */ .i7);
    return names.some((name) => name === registry || name.startsWith(`${registry}/`));
}


/***/ }),

/***/ 35507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ askDaemon),
/* harmony export */   Ip: () => (/* binding */ saveFromDaemon),
/* harmony export */   e7: () => (/* binding */ isAskedOfDaemon),
/* harmony export */   gS: () => (/* binding */ findDockerDaemon),
/* harmony export */   kP: () => (/* binding */ daemonFor),
/* harmony export */   nB: () => (/* binding */ findInDaemon)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9691);
/* harmony import */ var _support_budget_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60975);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82792);








const DEFAULT_SOCKET = '/var/run/docker.sock';
/** A daemon answers from memory, so this is generous. */
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** The used part of `GET /images/NAME/json` (Docker Engine API, ImageInspect). */
const inspectSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    Id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/),
    Os: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    Architecture: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    Variant: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullish(),
    /** With the containerd store: the descriptor whose digest is the id. */
    Descriptor: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).nullish(),
});
/**
 * The Docker daemon of this machine, or of `DOCKER_HOST` (`unix:` or `tcp:`). Undefined if there is no socket, or only
 * the docker command line can connect to it.
 */
function findDockerDaemon(context) {
    const host = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .Jz)(context.env, 'DOCKER_HOST') ?? `unix://${DEFAULT_SOCKET}`;
    if (host.startsWith('unix://')) {
        const socketPath = host.slice('unix://'.length);
        return isSocket(socketPath) ? { connection: { socketPath }, skopeoHost: host } : undefined;
    }
    const url = host.startsWith('tcp://') ? URL.parse(host.replace(/^tcp:/, 'http:')) : null;
    if (url === null || (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .Jz)(context.env, 'DOCKER_TLS_VERIFY') !== undefined) {
        context.reporter.debug(`the Docker daemon at ${host} is not used; write docker-daemon: before the image to use it`);
        return undefined;
    }
    const port = url.port === '' ? '2375' : url.port;
    return { connection: { host: url.hostname, port }, skopeoHost: `http://${url.hostname}:${port}` };
}
/** True if a Docker daemon is asked first: for a name without a transport, a digest or a lock. */
function isAskedOfDaemon({ reference, lock }) {
    const { transport, named } = reference;
    return transport === undefined && named !== undefined && named.digest === undefined && lock === undefined;
}
/**
 * The Docker daemon that provides an image, for a build in a container that needs access to it. Undefined if the image
 * has another source. With docker-daemon: it is the running daemon, whether or not it has the image.
 */
async function daemonFor(image, platform, context) {
    const { transport, named } = image.reference;
    if (transport === 'docker-daemon')
        return findDockerDaemon(context);
    if (named === undefined || !isAskedOfDaemon(image))
        return undefined;
    const daemon = findDockerDaemon(context);
    const found = daemon && (await findInDaemon(daemon, named, platform, context));
    return found === undefined ? undefined : daemon;
}
/** The image if the daemon has it for the platform; undefined also if the daemon does not answer. */
async function findInDaemon(daemon, image, platform, context) {
    const name = nameOf(image);
    try {
        const found = await askDaemon(daemon, image, context);
        if (found === undefined || (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .isForPlatform */ .b)(found, platform))
            return found;
        const present = (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .describePlatform */ .d5)(found);
        context.reporter.info(`the Docker daemon has ${name} only for ${present}; ${platform} is fetched from the registry`);
    }
    catch (error) {
        context.signal?.throwIfAborted();
        context.reporter.debug(`cannot ask the Docker daemon for ${name}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
    }
    return undefined;
}
/**
 * Asks the daemon for an image by its name or its id (`sha256:…`); undefined if the daemon does not have it.
 *
 * @throws Error if the request fails or the answer is invalid.
 */
async function askDaemon(daemon, image, { signal }) {
    const name = typeof image === 'string' ? image : nameOf(image);
    const answer = await getText({ ...daemon.connection, path: `/images/${encodeURI(name)}/json` }, signal);
    if (answer === undefined)
        return undefined;
    const { Id: id, Os: os, Architecture: architecture, Variant: variant, Descriptor, } = inspectSchema.parse(JSON.parse(answer));
    return { id, os, architecture, variant, isManifest: Descriptor?.digest === id };
}
/**
 * Saves an image of the daemon to a file, as `docker save` does.
 *
 * @throws FledgeError `download` if the daemon fails, `input` if the image is larger than `maxUnpackedBytes`, `output`
 *   if the disk is full.
 */
async function saveFromDaemon(daemon, id, to, { signal }) {
    const budget = new _support_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .Budget */ ._({ unpacked: to.maxUnpackedBytes });
    const bounded = async function* (body) {
        for await (const chunk of body) {
            budget.spend('unpacked', chunk.length);
            yield chunk;
        }
    };
    try {
        const response = await new Promise((resolve, reject) => {
            const path = `/images/${encodeURI(id)}/get`;
            (0,node_http__WEBPACK_IMPORTED_MODULE_1__.get)({ ...daemon.connection, path, ...(signal !== undefined && { signal }) }, resolve).on('error', reject);
        });
        if (response.statusCode !== 200) {
            response.destroy();
            throw new Error(`status ${response.statusCode}`);
        }
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(response, bounded, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(to.file, { flags: 'wx', mode: 0o600 }));
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE)
            throw error;
        const isFull = ['ENOSPC', 'EDQUOT'].includes((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error) ?? '');
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE(isFull ? 'output' : 'download', `cannot copy the image ${to.label} from the Docker daemon: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: isFull
                ? 'free some space, or set TMPDIR to a directory on another disk'
                : 'try again, or restart the daemon',
        });
    }
}
function nameOf({ domain, repository, tag, digest }) {
    return `${domain}/${repository}${digest === undefined ? `:${tag ?? 'latest'}` : `@${digest}`}`;
}
/** Returns the body of an answer with status 200; undefined for 404. Rejects for any other status. */
function getText(options, signal) {
    return new Promise((resolve, reject) => {
        const request = (0,node_http__WEBPACK_IMPORTED_MODULE_1__.get)({ ...options, timeout: TIMEOUT_MS, ...(signal !== undefined && { signal }) }, (response) => {
            const chunks = [];
            let bytes = 0;
            response.on('data', (chunk) => {
                bytes += chunk.length;
                if (bytes > MAX_ANSWER_BYTES)
                    request.destroy(new Error('the answer is too long'));
                else
                    chunks.push(chunk);
            });
            response.on('error', reject);
            response.on('end', () => {
                if (response.statusCode === 200)
                    resolve(Buffer.concat(chunks).toString('utf8'));
                else if (response.statusCode === 404)
                    resolve(undefined);
                else
                    reject(new Error(`status ${response.statusCode}`));
            });
        });
        request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
        request.on('error', reject);
    });
}
function isSocket(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isSocket();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 74389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ fetchImage),
  A: () => (/* binding */ resolveImage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(60975);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(91200);
// EXTERNAL MODULE: ./build/sources/image/archive.js + 1 modules
var image_archive = __webpack_require__(30621);
// EXTERNAL MODULE: ./build/sources/image/image.js
var image_image = __webpack_require__(74526);
// EXTERNAL MODULE: ./build/sources/image/layout.js
var layout = __webpack_require__(24321);
// EXTERNAL MODULE: ./build/sources/image/media-types.js
var media_types = __webpack_require__(77079);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/support/files/make-directories.js
var make_directories = __webpack_require__(21874);
// EXTERNAL MODULE: ./build/support/files/remove-tree.js
var remove_tree = __webpack_require__(80735);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
// EXTERNAL MODULE: ./build/sources/cache/origins.js
var origins = __webpack_require__(20219);
// EXTERNAL MODULE: ./build/sources/cache/own-directory.js
var own_directory = __webpack_require__(67190);
// EXTERNAL MODULE: ./build/sources/cache/use.js
var cache_use = __webpack_require__(68387);
// EXTERNAL MODULE: ./build/sources/image/blob.js
var image_blob = __webpack_require__(65432);
// EXTERNAL MODULE: ./build/sources/image/image-json.js
var image_json = __webpack_require__(309);
;// CONCATENATED MODULE: ./build/sources/image/fetch/blob-cache.js
















/**
 * Opens the cache of blobs in fledge's cache directory. Missing directories are created.
 *
 * @throws FledgeError `output` if a directory cannot be created or is not owned by this user.
 */
function openBlobCache(cacheDirectory, { reporter, image, use }) {
    const directory = (0,external_node_path_.join)(cacheDirectory, 'blobs');
    const waiting = (0,external_node_path_.join)(cacheDirectory, 'tmp');
    (0,own_directory/* requireOwnCache */.sm)(cacheDirectory);
    try {
        for (const path of [directory, waiting])
            (0,make_directories/* makeDirectories */.K)(path, { mode: 0o700 });
    }
    catch (error) {
        throw cacheError(cacheDirectory, error);
    }
    for (const path of [directory, waiting])
        (0,own_directory/* requireOwnCache */.sm)(path);
    (0,scratch/* removeStaleScratch */.eO)(waiting);
    use?.begin();
    const added = (digests, kind, size) => {
        (0,origins/* recordOrigins */.tp)(cacheDirectory, digests.map((digest) => ({ digest, kind, origin: image })));
        use?.added(size);
    };
    const store = (0,layout/* ociBlobs */.Cj)(directory);
    const isIntact = async (blob, maxBytes = Number.POSITIVE_INFINITY) => {
        try {
            const handle = await (0,cache_use/* openForUse */.B3)(blob.path);
            await handle?.close();
            if (handle === undefined)
                return false;
            if (blob.size > maxBytes) {
                throw new errors/* FledgeError */.aE('input', `${blob.label} has ${blob.size} bytes; the limit is ${maxBytes}`);
            }
            for await (const _ of (0,image_blob/* readBlob */.gm)(blob))
                ;
            return true;
        }
        catch (error) {
            const code = (0,errors/* systemCodeOf */.c7)(error);
            if (code === 'ENOENT' || code === 'ENOTDIR')
                return false;
            reporter.warn(`${(0,errors/* messageOf */.bD)(error)}; it is removed from the cache and fetched again`, { code: 'cache' });
            (0,remove_tree/* removeAny */.Nu)(blob.path);
            return false;
        }
    };
    return {
        store,
        directory,
        has: (descriptor, label) => isIntact((0,image_image/* blobOf */.DE)(descriptor, label, store)),
        async findDocument(digest, label) {
            (0,image_blob/* requireDigest */.m0)(digest, label);
            const path = store.pathOf(digest);
            const size = (await (0,promises_.stat)(path).catch(() => undefined))?.size;
            if (size === undefined)
                return undefined;
            const blob = { digest, size, label, path };
            return (await isIntact(blob, image_json/* MAX_DOCUMENT_BYTES */.bi)) ? await (0,image_blob/* readSmallBlob */.tp)(blob, image_json/* MAX_DOCUMENT_BYTES */.bi) : undefined;
        },
        async put(digest, bytes, { kind, label }) {
            requireBytes(digest, bytes, label);
            const path = store.pathOf(digest);
            const isNew = !(0,external_node_fs_.existsSync)(path);
            try {
                (0,make_directories/* makeDirectories */.K)((0,external_node_path_.dirname)(path), { mode: 0o700 });
                // Each use verifies the digest, so a file that a crash has damaged is fetched again.
                (0,write_file/* placeFile */.af)(path, bytes, { scratchDirectory: waiting, mode: 0o600, isDurable: false });
            }
            catch (error) {
                throw cacheError(cacheDirectory, error);
            }
            if (isNew)
                added([digest], kind, bytes.length);
        },
        added,
        scratch: () => (0,scratch/* scratchDirectory */.wd)(waiting, 'image'),
    };
}
/** @throws FledgeError `download` if the bytes do not have the digest. */
function requireBytes(digest, bytes, label) {
    const { algorithm } = (0,image_blob/* requireDigest */.m0)(digest, label);
    const actual = `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
    if (actual === digest)
        return;
    throw new errors/* FledgeError */.aE('download', `digest mismatch: ${label} has the digest ${actual}, expected ${digest}`, {
        fix: 'find out which proxy or mirror changes the content before you continue',
    });
}
function cacheError(directory, error) {
    return new errors/* FledgeError */.aE('output', `cannot write to the image cache ${directory}: ${(0,errors/* messageOf */.bD)(error)}`, {
        cause: error,
        fix: 'set FLEDGE_CACHE_DIR to a writable directory on a disk with free space',
    });
}

// EXTERNAL MODULE: ./build/sources/image/fetch/credential-store.js
var credential_store = __webpack_require__(93767);
// EXTERNAL MODULE: ./build/sources/image/fetch/docker-daemon.js
var docker_daemon = __webpack_require__(35507);
// EXTERNAL MODULE: ./build/sources/image/fetch/growth.js
var growth = __webpack_require__(34481);
// EXTERNAL MODULE: ./build/net/context.js
var net_context = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/net/http-failure.js
var http_failure = __webpack_require__(27381);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/support/retry.js
var retry = __webpack_require__(2682);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
// EXTERNAL MODULE: ./build/sources/image/platform.js
var image_platform = __webpack_require__(82792);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var logins = __webpack_require__(15112);
;// CONCATENATED MODULE: ./build/sources/image/fetch/rate-limit.js

/**
 * Reads the debug output of skopeo (containers/image, docker_client.go). After an answer with status 429, skopeo logs
 * the wait that the registry asks for, and then the time it sleeps: at most a minute, several times.
 */
class RateLimitWatch {
    #nowMs;
    #askedMs;
    #waitedMs = 0;
    constructor(nowMs = Date.now) {
        this.#nowMs = nowMs;
    }
    /** The wait in a line; undefined if the line has none. */
    read(line) {
        const [, header] = /Detected 'Retry-After' header \\"([^"\\]{1,100})\\"/.exec(line) ?? [];
        if (header !== undefined) {
            this.#askedMs = (0,http_failure/* parseRetryAfter */.mu)(header, this.#nowMs());
            return undefined;
        }
        const [, seconds] = /Too many requests to .*: sleeping for (\d{1,9}(?:\.\d+)?) seconds/.exec(line) ?? [];
        if (seconds === undefined)
            return undefined;
        const sleepMs = Number(seconds) * 1000;
        const askedMs = this.#askedMs ?? sleepMs;
        this.#askedMs = undefined;
        this.#waitedMs += sleepMs;
        return { askedMs, isTooLong: Math.max(askedMs, this.#waitedMs) > http_failure/* LONGEST_WAIT_MS */.u_ };
    }
}

// EXTERNAL MODULE: ./build/net/redact.js
var redact = __webpack_require__(13567);
;// CONCATENATED MODULE: ./build/sources/image/fetch/skopeo-failure.js


/** Patterns for messages of skopeo, containers/image, Go and registries. The first match is used. */
const FAILURES = [
    ['no-space', /no space left on device|disk quota exceeded/i],
    ['no-policy', /policy\.json: no such file/i],
    ['no-daemon', /cannot connect to the docker daemon/i],
    [
        'other-archive',
        /oci-archive:.*\/index\.json: no such file|docker-archive:.*component manifest\.json: file does not exist/i,
    ],
    ['missing-archive', /(?:docker|oci)-archive:.*: no such file or directory/i],
    // An archive for another platform has its own message.
    ['damaged-archive', /(?:docker|oci)-archive:.*(?:EOF|tar header|detecting compression|untarring|tar component)/i],
    ['rate-limited', /too ?many ?requests|\b429\b/i],
    ['altered', /digest did not match|digest \S+ does not match|does not match expected/i],
    ['plain-http', /server gave HTTP response to HTTPS client/i],
    ['untrusted-certificate', /x509:|certificate (?:signed|is not|has expired)|tls: (?!handshake timeout)/i],
    [
        'login',
        // "permission denied" is a message about a local file.
        /unauthorized|authentication required|invalid username\/password|(?<!permission )\bdenied\b|permission_denied|\b40[13]\b|forbidden/i,
    ],
    [
        'unknown-image',
        /manifest unknown|name unknown|no descriptor found|not known to registry|\b404\b|not found|no such image|does not exist/i,
    ],
    [
        'unreachable',
        /connection refused|connection reset|broken pipe|unexpected EOF|\bEOF\b|no such host|name resolution|server misbehaving|timeout|timed out|deadline exceeded|no route to host|network is unreachable|\b50[0234]\b|internal server error|bad gateway|service unavailable/i,
    ],
];
/** A failed run of skopeo. */
class SkopeoFailure extends Error {
    name = 'SkopeoFailure';
    kind;
    /** Default of `kind`: detected in the output. */
    constructor(output, kind) {
        const text = lastMessageOf(output);
        super(reasonOf(text));
        this.kind = kind ?? kindOfFailure(text);
    }
    /** The decision to retry or to give up. */
    get verdict() {
        return this.kind === 'unreachable' || this.kind === 'slow' ? { waitAtLeastMs: 0 } : 'give-up';
    }
    /** The error for users. */
    explain({ what, registry, isLocked = false, loginFix }) {
        const place = registry ?? 'the registry';
        const isGone = isLocked && this.kind === 'unknown-image';
        const [reason, standardFix] = isGone ? PINNED_AND_GONE : explanationOf(this.kind, place);
        const fix = this.kind === 'login' ? (loginFix ?? standardFix) : standardFix;
        const message = reason === undefined ? `cannot ${what}: ${this.message}` : `cannot ${what}: ${reason}: ${this.message}`;
        return new errors/* FledgeError */.aE(this.kind === 'no-space' ? 'output' : 'download', message, {
            cause: this,
            ...(fix !== undefined && { fix }),
        });
    }
}
const PINNED_AND_GONE = [
    'the image no longer exists',
    'run fledge lock to pin the current image: the registry may have removed the pinned one',
];
/** GitHub also answers DENIED for a package that does not exist. */
const GHCR_LOGIN = 'check the name, and log in with a token that has read:packages: skopeo login ghcr.io; in a workflow, give the job permissions: packages: read, and give the repository access in the settings of the package';
/** The kind of a failure, by the message of skopeo. */
function kindOfFailure(text) {
    return FAILURES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
function explanationOf(kind, registry) {
    switch (kind) {
        case 'untrusted-certificate':
            return [
                `the certificate of ${registry} does not verify`,
                `put its CA certificate into ~/.config/containers/certs.d/${registry}/ca.crt, or set SSL_CERT_FILE to its path`,
            ];
        case 'plain-http':
            return [
                `${registry} does not speak TLS`,
                `if it is yours, write this into ~/.config/containers/registries.conf.d/insecure.conf: registry = [{ location = "${registry}", insecure = true }]`,
            ];
        case 'login':
            return [
                `${registry} refuses access: the image does not exist, or needs a login that allows it`,
                registry === 'ghcr.io'
                    ? GHCR_LOGIN
                    : `check the name, and log in: docker login ${registry}, or skopeo login ${registry}`,
            ];
        case 'unknown-image':
            return ['there is no such image', 'check the name and the tag'];
        case 'altered':
            return [
                `digest mismatch: ${registry} served different content than the manifest lists`,
                'find out which proxy or mirror changes the content before you continue',
            ];
        case 'rate-limited':
            return [undefined, `try again after that time; with a login more requests are allowed: skopeo login ${registry}`];
        case 'slow':
        case 'unreachable':
            return [
                `${registry} does not answer as it should`,
                'check the name of the registry and the network, or try again later',
            ];
        case 'no-daemon':
            return [
                'there is no Docker daemon',
                'start it, set DOCKER_HOST to its address, or remove docker-daemon: from the name',
            ];
        case 'missing-archive':
            return ['there is no such file', 'check the path; a relative path starts at the directory of fledge.toml'];
        case 'damaged-archive':
            return [
                'not a valid archive of this type, or corrupted',
                'create the archive again with docker save or skopeo copy',
            ];
        case 'other-archive':
            return [
                'not an archive of this type',
                'use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save',
            ];
        case 'no-space':
            return ['no space is left', 'free some space, or set FLEDGE_CACHE_DIR and TMPDIR to directories on another disk'];
        case 'no-policy':
            return [
                'skopeo is not set up',
                'apt-get install golang-github-containers-common, or write /etc/containers/policy.json',
            ];
        case 'other':
            return [];
    }
}
/** The last message of skopeo. */
function lastMessageOf(output) {
    const quoted = [...output.matchAll(/level=(?:fatal|error) msg=("(?:[^"\\]|\\.)*")/g)].at(-1)?.[1];
    if (quoted !== undefined)
        return unquote(quoted);
    return output.replace(/^time="[^"]*" level=(?:debug|info) .*\n?/gm, '').trim();
}
/**
 * The message on one line, without the image's name at its start, which our own message has. URLs are redacted, because
 * redirects to storage contain signatures.
 */
function reasonOf(message) {
    const reason = message.replace(/^(?:(?:error )?parsing image name "[^"]*"|initializing source \S+?:*): /i, '');
    return (0,errors/* messageOf */.bD)(reason.replace(/https?:\/\/[^\s"\\]+/g, (url) => (0,redact/* redactUrl */.B)(url)));
}
function unquote(quoted) {
    try {
        return JSON.parse(quoted);
    }
    catch {
        return quoted.slice(1, -1);
    }
}

;// CONCATENATED MODULE: ./build/sources/image/fetch/skopeo.js















/** Limit of the output for a document: the document and the log of skopeo. */
const MAX_DOCUMENT_OUTPUT = 2 * image_json/* MAX_DOCUMENT_BYTES */.bi;
/** Attempts with a slow registry: one retry, because a single connection may be bad. */
const MAX_SLOW_ATTEMPTS = 2;
/**
 * Finds skopeo on the PATH.
 *
 * @throws FledgeError `tool` if it is missing or too old.
 */
async function findSkopeo(signal) {
    try {
        return await (0,find/* requireTool */.Y0)(table/* skopeo */._S, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* FledgeError */.aE) || error.fix === undefined)
            throw error;
        throw new errors/* FledgeError */.aE('tool', `${error.message}, and it is needed to fetch images`, {
            cause: error,
            fix: error.fix,
        });
    }
}
/** Arguments that print the exact bytes of a manifest or an index. */
function inspectManifestArguments(source) {
    return ['inspect', '--raw', source];
}
/** Arguments that print the exact bytes of an image's config. */
function inspectConfigArguments(source) {
    return ['inspect', '--config', '--raw', source];
}
/**
 * Arguments that copy an image into an OCI layout with a shared directory of blobs. Existing blobs are not fetched.
 * Layers stay unchanged, also if they are not compressed.
 */
function copyToLayoutArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        '--dest-oci-accept-uncompressed-layers',
        '--dest-shared-blob-dir',
        to.blobs,
        source,
        (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'oci', layout: to.layout, image: 'image' }),
    ];
}
/** Arguments that copy an image into a directory, with unchanged bytes of manifest, config and layers. */
function copyToDirectoryArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        ...(to.daemonHost === undefined ? [] : ['--src-daemon-host', to.daemonHost]),
        source,
        (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'dir', path: to.directory }),
    ];
}
/**
 * Arguments of every copy. Without --tmpdir, large temporary files are in /var/tmp and remain there when skopeo fails
 * or is killed.
 */
function globalArguments(platform, temporary) {
    const { os, architecture, variant } = (0,image_platform/* targetOf */.$r)(platform);
    const variants = architecture === 'arm64' ? ['--override-variant', variant] : [];
    // skopeo unpacks an archive there, and treats a colon in the path as its end.
    const directory = temporary.includes(':') ? [] : ['--tmpdir', temporary];
    return [...directory, '--override-os', os, '--override-arch', architecture, ...variants];
}
/**
 * Runs skopeo, with retries after temporary failures, and returns its stdout. skopeo reads logins, certificates and
 * registries.conf itself; its arguments contain none of them.
 *
 * @throws FledgeError `download` with the reason and the requested image.
 */
async function runSkopeo(skopeo, command, context) {
    const { reporter, signal, network } = context;
    const { args, cwd, what, registry, fetched = () => 0, excess, prints, authFile } = command;
    const variables = { ...context.env, ...(authFile !== undefined && { REGISTRY_AUTH_FILE: authFile }) };
    const env = (0,environment/* environmentFor */.DD)(kindOfCommand(args), variables, { helpers: (0,logins/* credentialHelpersOf */.Yp)(variables) });
    const { registryStallMs, minBytesPerSecond } = { ...net_context/* DEFAULT_NETWORK */.R, ...network };
    const pace = { everyMs: registryStallMs, bytesPerSecond: minBytesPerSecond };
    const rateLimit = new RateLimitWatch();
    let slowAttempts = 0;
    const attempt = async () => {
        const supervisor = new growth/* Supervisor */.Dm([
            // skopeo has no timeout for a silent registry. Local sources need none.
            ...(registry === undefined ? [] : [(0,growth/* speedCheck */.AD)(fetched, pace, (bytes) => tooSlow(bytes, registryStallMs))]),
            ...(excess === undefined ? [] : [(0,growth/* growthCheck */.Uo)(excess)]),
        ]);
        const signals = [signal, supervisor.signal].filter((each) => each !== undefined);
        try {
            // Only the debug log shows that skopeo waits for a rate limit.
            const { stdout } = await (0,exec/* run */.eF)(skopeo.path, ['--debug', ...args], {
                cwd,
                env,
                signal: AbortSignal.any(signals),
                onLine(line, stream) {
                    const wait = stream === 'stderr' ? rateLimit.read(line) : undefined;
                    if (wait === undefined)
                        return;
                    const limited = `${registry ?? 'the registry'} has too many requests (429) and asks to wait ${(0,http_failure/* formatWait */.Du)(wait.askedMs)}`;
                    if (wait.isTooLong)
                        supervisor.fail(new SkopeoFailure(limited, 'rate-limited'));
                    else
                        reporter.info(`${what}: ${limited}`);
                },
                ...(prints === 'document' && { maxOutputBytes: MAX_DOCUMENT_OUTPUT }),
            });
            const problem = excess?.();
            if (problem !== undefined)
                throw problem;
            return stdout;
        }
        catch (error) {
            if (supervisor.failure !== undefined && signal?.aborted !== true)
                throw supervisor.failure;
            throw error instanceof errors/* FledgeError */.aE && error.fix === undefined ? new SkopeoFailure(error.message) : error;
        }
        finally {
            supervisor.end();
        }
    };
    const classify = (error) => {
        if (!(error instanceof SkopeoFailure))
            return 'give-up';
        if (error.kind === 'slow')
            slowAttempts += 1;
        return slowAttempts === MAX_SLOW_ATTEMPTS ? 'give-up' : error.verdict;
    };
    try {
        return await (0,retry/* retry */.L5)(attempt, {
            classify,
            onRetry({ error, attempt: number, attempts, waitMs }) {
                const next = `attempt ${number + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`;
                reporter.info(`${what}: ${(0,errors/* messageOf */.bD)(error)}; ${next}`);
            },
            attempts: retry/* DEFAULT_ATTEMPTS */.li,
            signal,
            ...(network?.delay !== undefined && { delay: network.delay }),
        });
    }
    catch (error) {
        throw error instanceof SkopeoFailure ? error.explain(command) : error;
    }
}
function tooSlow(bytes, periodMs) {
    const received = bytes <= 0 ? 'nothing' : `only ${bytes} bytes`;
    return new SkopeoFailure(`timed out: ${received} arrived within ${periodMs / 1000} s`, 'slow');
}
/** The row of the table of environments for a run, by the source of its image. */
function kindOfCommand(args) {
    if (args.some((argument) => argument.startsWith('docker-daemon:')))
        return 'skopeo of docker-daemon';
    if (args.some((argument) => argument.startsWith('containers-storage:')))
        return 'skopeo of containers-storage';
    return 'skopeo';
}

;// CONCATENATED MODULE: ./build/sources/image/fetch/fetch.js
















/** Allowance for the documents of an image, and for bytes that a program writes between two checks. */
const SLACK_BYTES = 16 * units/* MEBIBYTE */.gJ;
/**
 * Fetches an image and returns its config and the paths of its blobs. OCI layouts, directories of skopeo and archives
 * are read in place. Blobs of a registry are stored in the cache, so that only missing ones are fetched. All other
 * images are copied to the scratch directory. Without a transport and a digest, the local Docker daemon is asked first.
 *
 * The manifest and the config are verified here; layers are verified when they are unpacked.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image, `output` for a full disk.
 */
async function fetchImage(request, context) {
    const image = await fetchFrom(request, context);
    const { reference, platform } = request;
    if (image.newerVariant !== undefined) {
        context.reporter.warn(`${reference.text} is for ${platform}/${image.newerVariant}: older machines of ${platform} cannot run its programs`, { code: 'platform' });
    }
    return image;
}
function fetchFrom(request, context) {
    const { reference, platform, scratchDirectory, budget = new support_budget/* Budget */._() } = request;
    const maxUnpackedBytes = budget.limits.unpacked;
    const { transport, named, stored, id, path = '', member, text } = reference;
    const file = (0,external_node_path_.resolve)(context.baseDirectory, path);
    const archive = { file, member, platform, label: text, scratchDirectory, maxUnpackedBytes, signal: context.signal };
    switch (transport) {
        case 'oci':
            return (0,layout/* readOciLayout */.I$)({ directory: file, member, platform, label: text });
        case 'dir':
            return (0,layout/* readDirectoryImage */.h0)({ directory: file, platform, label: text });
        case 'docker-archive':
            return (0,image_archive/* readDockerArchive */.z9)(archive);
        case 'oci-archive':
            return (0,image_archive/* readOciArchive */.GW)(archive);
        case 'containers-storage':
            return fetchFromStorage({ name: stored, id }, request, context);
        case 'docker-daemon':
            return fetchFromDaemon(id === undefined ? named : `sha256:${id}`, request, context);
        case 'docker':
        case undefined:
            if (named === undefined)
                throw new errors/* FledgeError */.aE('internal', `${text} is not an image of a registry`);
            // A daemon cannot provide an image by the digest of its manifest.
            if ((0,docker_daemon/* isAskedOfDaemon */.e7)(request))
                return fetchFromDaemonOrRegistry(named, request, context);
            return fetchFromRegistry(named, request, context);
    }
}
async function fetchFromDaemonOrRegistry(named, request, context) {
    const daemon = (0,docker_daemon/* findDockerDaemon */.gS)(context);
    const found = daemon && (await (0,docker_daemon/* findInDaemon */.nB)(daemon, named, request.platform, context));
    if (daemon === undefined || found === undefined)
        return fetchFromRegistry(named, request, context);
    context.reporter.info(`${request.reference.text} is copied from the Docker daemon (${found.id})`);
    return copyFromDaemon(daemon, found, request, context);
}
/** Fetches an image from the Docker daemon only, by its name or by its id (`sha256:…`). */
async function fetchFromDaemon(wanted, request, context) {
    if (wanted === undefined)
        throw new errors/* FledgeError */.aE('internal', `${request.reference.text} is not an image of a Docker daemon`);
    const daemon = (0,docker_daemon/* findDockerDaemon */.gS)(context);
    if (typeof wanted !== 'string' && wanted.digest !== undefined)
        return fetchPinned(daemon, wanted, request, context);
    // skopeo may reach a daemon that cannot be asked here.
    const found = daemon && (await (0,docker_daemon/* askDaemon */.Ii)(daemon, wanted, context).catch(() => undefined));
    if (daemon !== undefined && found !== undefined) {
        if (typeof wanted !== 'string' || found.id === wanted)
            return copyFromDaemon(daemon, found, request, context);
        throw otherImage(request, found.id, wanted);
    }
    const source = typeof wanted === 'string' ? { id: wanted.replace(/^sha256:/, '') } : { name: wanted };
    const copied = await copyImage({ transport: 'docker-daemon', ...source }, daemon?.skopeoHost, request, context);
    if (typeof wanted === 'string')
        requireConfig(copied, wanted, request);
    return copied;
}
/** Fetches an image by digest. A daemon has the manifest of a digest only with the containerd store. */
async function fetchPinned(daemon, named, request, context) {
    const found = daemon && (await (0,docker_daemon/* findInDaemon */.nB)(daemon, named, request.platform, context));
    if (daemon !== undefined && found?.isManifest && found.id === named.digest) {
        return copyFromDaemon(daemon, found, request, context);
    }
    const { text } = request.reference;
    const reason = found === undefined
        ? 'the Docker daemon does not have it'
        : 'the Docker daemon does not provide the manifest with this digest';
    throw new errors/* FledgeError */.aE('input', `cannot copy the image ${text}: ${reason}`, {
        fix: `use the id of the image, docker-daemon:sha256:…, or fetch it from its registry: ${text.replace(/^docker-daemon:/, 'docker://')}`,
    });
}
/** Copies the image with an id from the daemon, and verifies the id. */
async function copyFromDaemon(daemon, { id, isManifest }, request, context) {
    const { platform, reference, scratchDirectory, budget = new support_budget/* Budget */._() } = request;
    const maxUnpackedBytes = budget.limits.unpacked;
    if (isManifest) {
        // With the containerd store, the id is the digest of a manifest or an index, which skopeo does not read from the
        // archive.
        const file = (0,external_node_path_.join)(scratchDirectory, 'daemon.tar');
        await (0,docker_daemon/* saveFromDaemon */.Ip)(daemon, id, { file, label: reference.text, maxUnpackedBytes }, context);
        const from = { file, scratchDirectory, maxUnpackedBytes, signal: context.signal };
        return (0,image_archive/* readOciArchive */.GW)({ ...from, member: undefined, digest: id, platform, label: reference.text });
    }
    const source = { transport: 'docker-daemon', id: id.replace(/^sha256:/, '') };
    const image = await copyImage(source, daemon.skopeoHost, request, context);
    requireConfig(image, id, request);
    return image;
}
/** Copies an image from the storage of podman and buildah, and compares it with a given id or digest. */
async function fetchFromStorage({ name, id }, request, context) {
    const source = { transport: 'containers-storage', name, id };
    const image = await copyImage(source, undefined, request, context);
    if (id !== undefined)
        requireConfig(image, `sha256:${id}`, request);
    if (name?.digest === undefined)
        return image;
    // The copy has a different manifest, because the storage holds uncompressed layers.
    const { text } = request.reference;
    const args = inspectManifestArguments((0,tools_arguments/* skopeoSource */.VU)(source));
    const command = { args, cwd: context.baseDirectory, what: `read the manifest of ${text}` };
    const bytes = await runSkopeo(await findSkopeo(context.signal), command, context);
    requireBytes(name.digest, bytes, `the manifest of ${text}`);
    const manifest = (0,image_image/* parseManifestOrIndex */.yA)({ bytes, digest: name.digest }, text);
    if (!('layers' in manifest)) {
        throw new errors/* FledgeError */.aE('input', `${text}: the digest is that of an index, but the storage has the image of one platform only`, {
            fix: 'use the digest of the manifest for the platform, or the id of the image',
        });
    }
    requireConfig(image, manifest.config.digest, request);
    return image;
}
/** @throws FledgeError `input` if the image has another id than requested. */
function requireConfig({ configDigest }, id, request) {
    if (configDigest !== id)
        throw otherImage(request, configDigest, id);
}
function otherImage({ reference }, actual, wanted) {
    return new errors/* FledgeError */.aE('input', `${reference.text}: the copied image has the id ${actual}, expected ${wanted}`, {
        fix: 'find out why another image was provided before you continue, or use the image of a registry',
    });
}
/** Copies a local image that only skopeo can read. */
async function copyImage(source, daemonHost, { reference, platform, scratchDirectory, budget = new support_budget/* Budget */._() }, context) {
    const skopeo = await findSkopeo(context.signal);
    const directory = (0,external_node_path_.join)(scratchDirectory, 'image');
    const label = reference.text;
    const command = {
        args: copyToDirectoryArguments((0,tools_arguments/* skopeoSource */.VU)(source), { directory, daemonHost, temporary: scratchDirectory }, platform),
        cwd: context.baseDirectory,
        what: `copy the image ${label}`,
        excess: copyExcess({ scratchDirectory, directory, label }, budget),
    };
    // The total size is unknown in advance.
    const measure = () => ({ done: (0,growth/* bytesBelow */.bR)(scratchDirectory) });
    await (0,growth/* reportGrowth */.YB)(context.reporter.progress(label, 'bytes'), measure, () => runSkopeo(skopeo, command, context));
    return (0,layout/* readDirectoryImage */.h0)({ directory, platform, label });
}
/**
 * Returns a check that stops a copy that grows too large: the size is unknown in advance, and a small archive may
 * contain a large image. The limit of unpacked bytes applies to the copied layers, and to the archive that skopeo
 * unpacks first.
 */
function copyExcess({ scratchDirectory, directory, label }, budget) {
    const reserve = new disk_space/* DiskReserve */.Gs(scratchDirectory);
    const most = budget.limits.unpacked + SLACK_BYTES;
    return () => {
        const copied = (0,growth/* bytesBelow */.bR)(directory);
        const all = (0,growth/* bytesBelow */.bR)(scratchDirectory);
        if (copied > most || all - copied > most)
            return budget.excess('unpacked');
        const left = reserve.exceeded();
        if (left === undefined)
            return undefined;
        const sizes = `${(0,units/* formatBytes */.z3)(all)} are copied, and only ${(0,units/* formatBytes */.z3)(left.free)} are free`;
        return new errors/* FledgeError */.aE('output', `cannot copy the image ${label} to ${scratchDirectory}: ${sizes}`, {
            fix: 'free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it',
        });
    };
}
async function fetchFromRegistry(named, request, context) {
    const { platform, lock, budget } = request;
    const label = request.reference.text;
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, lock, label, budget }, context);
    const root = await fetcher.root();
    const read = (descriptor) => fetcher.manifest(descriptor);
    const selected = await (0,image_image/* selectManifest */.yY)(root, { platform, label }, read);
    await fetcher.fetchBlobs(selected, platform);
    return (0,image_image/* readImage */.AM)(selected, { platform, label }, fetcher.cache.store);
}
/**
 * Resolves an image of a registry to its current digest: of an index, or of a manifest if there is no index. `label` is its
 * name in messages.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image.
 */
async function resolveImage(named, label, context) {
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, label }, context);
    const root = await fetcher.root();
    (0,image_image/* parseManifestOrIndex */.yA)(root, label);
    return root.digest;
}
const MANIFEST = 'image index or manifest';
/**
 * Fetches an image of a registry into the cache. The manifest and the config are fetched separately: a copy into an OCI
 * layout converts both if they are in Docker's format, which changes their digests.
 */
class RegistryFetcher {
    cache;
    #skopeo;
    #named;
    #lock;
    #label;
    #budget;
    #context;
    constructor(skopeo, { named, lock, label, budget = new support_budget/* Budget */._() }, context) {
        const { cacheDirectory, cacheUse, reporter } = context;
        this.cache = openBlobCache(cacheDirectory, { reporter, image: label, use: cacheUse });
        this.#skopeo = skopeo;
        this.#named = named;
        this.#lock = lock;
        this.#label = lock === undefined ? label : `${label} as ${lock.file} pins it`;
        this.#budget = budget;
        this.#context = context;
    }
    /** The manifest or index of the tag or the digest. A digest in the cache needs no request. */
    async root() {
        const { tag } = this.#named;
        const digest = this.#lock?.digest ?? this.#named.digest;
        if (digest === undefined) {
            const bytes = await this.#inspect({ tag: tag ?? 'latest' });
            const document = (0,image_image/* documentOf */.lM)(bytes);
            await this.cache.put(document.digest, bytes, { kind: MANIFEST, label: `the manifest of ${this.#label}` });
            return document;
        }
        return { bytes: await this.#document(digest), digest };
    }
    async manifest({ digest, size }) {
        const bytes = await this.#document(digest);
        if (bytes.length === size)
            return bytes;
        throw new errors/* FledgeError */.aE('input', `the manifest of ${this.#label} has ${bytes.length} bytes, but the index lists ${size}`);
    }
    async fetchBlobs({ digest, manifest }, platform) {
        const { config, layers } = manifest;
        await this.#fetchLayers(digest, layers, platform);
        // The copy has fetched the config, unless the manifest is in Docker's format or no layer was missing.
        if (await this.cache.has(config, `the config of ${this.#label}`))
            return;
        const bytes = await this.#run(inspectConfigArguments(this.#source({ digest })), { prints: 'document' });
        await this.cache.put(config.digest, bytes, { kind: 'image config', label: `the config of ${this.#label}` });
    }
    async #fetchLayers(digest, layers, platform) {
        const missing = new Map();
        for (const [index, layer] of layers.entries()) {
            // Registries do not have foreign layers.
            if ((0,media_types/* layerKindOf */.pc)(layer.mediaType ?? '') === 'foreign')
                continue;
            const isThere = await this.cache.has(layer, `layer ${index + 1} of ${layers.length} of ${this.#label}`);
            if (!isThere)
                missing.set(layer.digest, layer.size);
        }
        const { reporter } = this.#context;
        if (missing.size === 0) {
            reporter.debug(`${this.#label}: all ${layers.length} layers are in the cache`);
            return;
        }
        const total = [...missing.values()].reduce((sum, size) => sum + size, 0);
        this.#budget.spend('fetched', total);
        (0,disk_space/* requireSpace */.MK)([
            {
                directory: this.#context.cacheDirectory,
                bytes: total,
                what: `the layers of ${this.#label}`,
                fix: 'set FLEDGE_CACHE_DIR to a directory on another disk',
            },
        ]);
        reporter.info(`fetch ${missing.size} of ${layers.length} layers of ${this.#label} (${(0,units/* formatBytes */.z3)(total)})`);
        const scratch = this.cache.scratch();
        const blobs = [...missing.keys()].map((missed) => this.cache.store.pathOf(missed));
        // The scratch directory holds partial blobs and some small documents. Complete blobs are counted first, so that a
        // blob that moves in between is not counted twice.
        const fetched = () => blobs.reduce((sum, path) => sum + (0,growth/* bytesOf */.$$)(path), 0) + (0,growth/* bytesBelow */.bR)(scratch.path);
        const excess = () => (0,growth/* bytesBelow */.bR)(scratch.path) > total + SLACK_BYTES ? this.#tooMuch(total) : undefined;
        const measure = () => ({ done: Math.min(fetched(), total), total });
        try {
            // The path is relative, because skopeo treats a colon in the path of a layout as its end.
            const to = { layout: 'layout', blobs: this.cache.directory, temporary: scratch.path };
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(scratch.path, to.layout));
            const args = copyToLayoutArguments(this.#source({ digest }), to, platform);
            const progress = reporter.progress(this.#label, 'bytes');
            await (0,growth/* reportGrowth */.YB)(progress, measure, () => this.#run(args, { cwd: scratch.path, fetched, excess }));
            this.cache.added([...missing.keys()], 'image layer', total);
        }
        finally {
            scratch.dispose();
        }
    }
    #tooMuch(total) {
        const sizes = `more than the ${(0,units/* formatBytes */.z3)(total)} that the manifest lists`;
        return new errors/* FledgeError */.aE('download', `cannot fetch the image ${this.#label}: the registry sends ${sizes}`, {
            fix: 'do not trust the registry or the proxy before it; fetch the image from another registry',
        });
    }
    async #document(digest) {
        const label = `the manifest of ${this.#label}`;
        const cached = await this.cache.findDocument(digest, label);
        if (cached !== undefined)
            return cached;
        const bytes = await this.#inspect({ digest });
        requireBytes(digest, bytes, label);
        await this.cache.put(digest, bytes, { kind: MANIFEST, label });
        return bytes;
    }
    #inspect(version) {
        return this.#run(inspectManifestArguments(this.#source(version)), { prints: 'document' });
    }
    #source(version) {
        const { domain, repository } = this.#named;
        return (0,tools_arguments/* skopeoSource */.VU)({ transport: 'docker', name: { domain, repository, ...version } });
    }
    async #run(args, { cwd = this.#context.baseDirectory, ...others } = {}) {
        const pinned = this.#lock === undefined ? '' : `, ${this.#lock.digest}`;
        const what = `fetch the image ${this.#label}${pinned}`;
        const isLocked = this.#lock !== undefined;
        const registry = this.#named.domain;
        const command = { args, cwd, what, registry, isLocked, ...others };
        const store = (0,credential_store/* findCredentialStore */.o)(registry, this.#context.env);
        if (store?.authFile === undefined) {
            const loginFix = store &&
                `log in with skopeo login ${registry}: skopeo cannot read the login of docker in the credential store ${JSON.stringify(store.name)} (credsStore in ${store.file})`;
            return runSkopeo(this.#skopeo, { ...command, loginFix }, this.#context);
        }
        const scratch = this.cache.scratch();
        try {
            const authFile = (0,external_node_path_.join)(scratch.path, 'auth.json');
            (0,external_node_fs_.writeFileSync)(authFile, store.authFile, { mode: 0o600 });
            const loginFix = `check the name, and that ${JSON.stringify(store.name)} (credsStore in ${store.file}) has a login that allows it: docker login ${registry}`;
            return await runSkopeo(this.#skopeo, { ...command, authFile, loginFix }, this.#context);
        }
        finally {
            scratch.dispose();
        }
    }
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
