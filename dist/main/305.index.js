export const id = 305;
export const ids = [305];
export const modules = {

/***/ 8305:
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/compare/diff.js + 5 modules
var diff = __webpack_require__(32761);
// EXTERNAL MODULE: ./build/config/load.js + 5 modules
var load = __webpack_require__(26524);
// EXTERNAL MODULE: ./build/config/manifest-template.js + 3 modules
var manifest_template = __webpack_require__(40578);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/sources/image/logins.js
var logins = __webpack_require__(61453);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/exec.js
var exec = __webpack_require__(36419);
// EXTERNAL MODULE: ./build/support/line-marks.js
var line_marks = __webpack_require__(34195);
// EXTERNAL MODULE: ./build/support/scratch.js
var support_scratch = __webpack_require__(46678);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/config/lock-file.js
var lock_file = __webpack_require__(1927);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/own-files.js
var own_files = __webpack_require__(33266);
;// CONCATENATED MODULE: ./build/recipe/author-files.js








/** To copy a file of this size takes less time than to have another thread do it. */
const SMALL_BYTES = 256 * 1024;
/** The event loop gets a turn after this many files, so that signals are seen. */
const FILES_PER_TURN = 500;
/** As many links as Linux follows before it gives up. */
const MAX_LINKS = 40;
/** 2001-09-09, and another second for each file: no author's times. */
const FIRST_TIME = 1_000_000_000;
/**
 * Copies a fledge.toml, its lock file and everything of this machine that it names by a relative path, so that a build of
 * the copy finds what a build of the original finds. The copies are made in another order, with other times and other
 * permissions.
 *
 * They have the paths of the originals below a directory, which takes the place of the root: then `../x` leads to a copy
 * as well, and so do relative links. What is named by an absolute path is read where it is, and so is a container image
 * beside the fledge.toml, which can be large and is known by its digests.
 *
 * @throws FledgeError `output` if there is no room for the copies, `input` if something cannot be read.
 */
async function copyAuthorFiles(job) {
    const { loaded, template } = job;
    const { config, directory, file } = loaded;
    const copied = [...config.mappings.map(({ source }) => source), ...programsOf(loaded)].filter(isRelative);
    const linked = [config.strategy === 'oci_rootfs' ? config.image.path : undefined].filter(isRelative);
    // A path may have more `..` than there are directories above, which changes nothing in `/`.
    const surplus = [...copied, ...linked].map((path) => parentsIn(path) - depthOf(directory));
    const above = Array(Math.max(0, ...surplus)).fill('above');
    const root = (0,external_node_path_.join)(job.directory, ...above, 'root');
    const copyOf = (path) => (0,external_node_path_.join)(root, (0,external_node_path_.resolve)(path));
    const copier = beginCopy(root, job);
    const described = [file, (0,lock_file/* lockFileOf */.LN)(file), ...(template === undefined ? [] : [template])];
    for (const path of described)
        await copier.bring((0,external_node_path_.resolve)(path), 'copy');
    for (const [paths, how] of [
        [copied, 'copy'],
        [linked, 'link'],
    ]) {
        for (const path of paths) {
            const place = (0,external_node_path_.resolve)(copyOf(directory), path);
            if (place.startsWith(`${root}/`))
                await copier.bring((0,external_node_path_.resolve)(directory, path), how);
            else
                copier.link((0,external_node_path_.resolve)(directory, path), place);
        }
    }
    return { root, config: copyOf(file), template: template === undefined ? undefined : copyOf(template) };
}
/** Files other than mapped ones, as fledge.toml writes their paths. */
function programsOf({ config }) {
    const agent = config.agent?.source === 'local' ? [config.agent.path] : [];
    if (config.strategy === 'oci_rootfs')
        return agent;
    const init = config.init.mode === 'custom' ? [config.init.path] : [];
    const busybox = config.busybox.location.kind === 'file' ? [config.busybox.location.path] : [];
    return [...agent, ...init, ...busybox];
}
function isRelative(path) {
    return path !== undefined && !(0,external_node_path_.isAbsolute)(path);
}
/** How many directories a relative path goes up. */
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
    const bring = async (path, how, links) => {
        const names = path.split('/').filter((name) => name !== '');
        let host = '';
        for (const [index, name] of names.entries()) {
            host = `${host}/${name}`;
            // The way to the fledge.toml leads through no link, or it would lead out of the copy.
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
                // An absolute one leads to the original. What is wrong with a circle is the build's to say.
                if (target === undefined || target.startsWith('/') || links === MAX_LINKS)
                    return;
                const next = external_node_path_.posix.join(external_node_path_.posix.dirname(host), target, ...names.slice(index + 1));
                return bring(next, how, links + 1);
            }
            if (isLast)
                return copy(host, stats);
            if (!stats.isDirectory())
                return;
            makeDirectory(`${below}${host}`);
        }
        // The directory of fledge.toml, or one above it.
        await copy(path, (0,external_node_fs_.statSync)((0,byte_string/* bytesOf */.$$)(path)));
    };
    const copy = async (host, stats) => {
        signal?.throwIfAborted();
        if (stats.isSymbolicLink())
            copyLink(host);
        else if (stats.isFile())
            await copyContent(host, stats);
        else if (stats.isDirectory()) {
            const prefix = host === '/' ? '' : host;
            makeDirectory(`${below}${host}`);
            // As they are mapped: without .git, unless it was named.
            const takesGit = host.split('/').includes('.git');
            for (const name of namesIn(host)) {
                const child = `${prefix}/${name}`;
                const found = (0,own_files/* isOwnName */.sJ)(name) || (name === '.git' && !takesGit) ? undefined : look(child);
                if (found === undefined || ownFiles.has(found) || written.has(identityOf(found)))
                    continue;
                await copy(child, found);
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
        bring: (path, how) => bring((0,byte_string/* byteStringFromText */.dw)(path), how, 0),
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
/** The names in a directory, in the order in which nobody would have made them. */
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
/** What has gone since it was seen is not there for the second build either, and that is what it is to find out. */
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
            ...(noRoom && { fix: 'set TMPDIR to a directory with room for another copy of what is mapped' }),
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

// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: ./build/recipe/second-build.js + 1 modules
var second_build = __webpack_require__(69093);
// EXTERNAL MODULE: ./build/recipe/source-context.js
var source_context = __webpack_require__(6104);
// EXTERNAL MODULE: ./build/recipe/token-file.js
var token_file = __webpack_require__(94361);
;// CONCATENATED MODULE: ./build/recipe/reproduce.js




















/** Runs second builds on this machine. */
function againOnThisMachine(program) {
    return async (args, { first, scratch, cwd, changed, onLine, signal }) => {
        const token = await (0,token_file/* writeTokenFile */.H)(await (0,load/* loadConfig */.Z9)(first.config), first.env, scratch);
        const own = { ...changed, ...(token !== undefined && { FLEDGE_GITHUB_TOKEN_FILE: token }) };
        const env = (0,environment/* environmentFor */.DD)('fledge', first.env, { own, helpers: (0,logins/* credentialHelpersOf */.Yp)(first.env) });
        const [shell, ...words] = [...second_build/* OTHER_UMASK */.lk, program.command, ...program.args, ...args];
        const { stdout } = await (0,exec/* run */.eF)(shell, words, { cwd, env, onLine, signal });
        return stdout;
    };
}
/**
 * Builds what `first` is the result of once more, and compares all four files byte for byte. The second build is another
 * process, started by `runAgain`, with other temporary, working and home directories, umask, time zone, locale, user name
 * and number of threads, without what the first one has in its cache, from a copy of the author's files with other times,
 * permissions and inodes (see `copyAuthorFiles`). Nothing of it is left.
 *
 * @throws FledgeError if the second build fails, or there is no room for it.
 */
async function checkReproducible(request, first, runAgain) {
    if (!first.reproducible.ok)
        return first.reproducible;
    const { reporter, signal } = request;
    reporter.step('build again in other surroundings');
    const scratch = (0,support_scratch/* temporaryDirectory */.De)('reproduce');
    try {
        const directory = (name) => {
            const path = (0,external_node_path_.join)(scratch.path, name);
            (0,external_node_fs_.mkdirSync)(path);
            return path;
        };
        const loaded = await (0,load/* loadConfig */.Z9)(request.config);
        const template = await (0,manifest_template/* loadTemplateFor */.gK)(loaded.file, request.manifest);
        const outputs = [first.artifact, first.manifest, first.provenance, first.checksums].map(({ path }) => path);
        const own = (0,own_paths/* ownPathsOf */.i)((0,source_context/* sourceContext */.R)(request, loaded.directory));
        const copy = await copyFiles(request, {
            loaded,
            template: template?.file,
            outputs,
            own,
            directory: directory('copy'),
            signal,
        });
        const places = {
            home: otherHome((0,context/* environmentValue */.J)(request.env, 'HOME') ?? (0,external_node_os_.homedir)(), directory('home')),
            temporary: directory('tmp'),
            cache: directory('cache'),
            workingDirectory: directory('elsewhere'),
        };
        const madeIn = directory('out');
        const args = (0,second_build/* secondBuildArguments */.D5)(request, {
            config: copy.config,
            manifest: copy.template,
            output: (0,external_node_path_.join)(madeIn, (0,external_node_path_.basename)(first.artifact.path)),
            artifactUrl: artifactUrlIn(first.manifest.path),
        });
        const second = await buildAgain(runAgain, args, {
            root: copy.root,
            first: request,
            scratch: scratch.path,
            cwd: places.workingDirectory,
            changed: { ...(0,second_build/* otherVariables */.Qk)(request.env, places), ...(0,own_paths/* notMapped */.Z)(own) },
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
/** Another home directory with what is in the first one, for logins are found there; but not the cache. */
function otherHome(home, place) {
    for (const name of reproduce_namesIn(home))
        if (name !== '.cache')
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(home, name), (0,external_node_path_.join)(place, name));
    return place;
}
function reproduce_namesIn(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        // There are users without one.
        return [];
    }
}
const manifestSchema = schemas/* object */.Ikc({
    initramfs: schemas/* object */.Ikc({ url: schemas/* string */.YjP() }).optional(),
    rootfs: schemas/* object */.Ikc({ url: schemas/* string */.YjP() }).optional(),
});
function artifactUrlIn(manifest) {
    const { initramfs, rootfs } = manifestSchema.parse(JSON.parse((0,external_node_fs_.readFileSync)(manifest, 'utf8')));
    const url = initramfs?.url ?? rootfs?.url;
    if (url === undefined)
        throw new errors/* FledgeError */.aE('internal', `${manifest} does not say where the artifact is`);
    return url;
}
const resultSchema = schemas/* object */.Ikc({
    inputs: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), uri: schemas/* string */.YjP(), digest: schemas/* string */.YjP() })),
});
async function buildAgain(runAgain, args, { root, reporter, signal, ...place }) {
    const said = [];
    const onLine = (line, stream) => {
        if (stream === 'stdout')
            return;
        said.push(line);
        const step = (0,line_marks/* afterMark */.W)(line, 'step');
        if (step === undefined)
            reporter.debug(line);
        else
            reporter.info(`again: ${step}`);
    };
    try {
        const stdout = await runAgain(args, { ...place, onLine, signal });
        return resultSchema.parse(JSON.parse(stdout.toString('utf8'))).inputs;
    }
    catch (error) {
        signal?.throwIfAborted();
        const from = said.findIndex((line) => (0,line_marks/* afterMark */.W)(line, 'error') !== undefined);
        const words = from < 0 ? undefined : (0,line_marks/* afterMark */.W)(said.slice(from).join('\n'), 'error');
        const reason = words ?? (0,errors/* messageOf */.bD)(error);
        const message = `the second build, in other surroundings and without a cache, failed: ${reason.replaceAll(root, '')}`;
        throw new errors/* FledgeError */.aE('tool', message, { cause: error });
    }
}
/** What a user wants to know first: an input that was another one, or else where the bytes begin to differ. */
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
    return `two builds gave different bytes: ${different.map(placeOfDifference).join(', ')}`;
}
function placeOfDifference({ path, status, firstDifference }) {
    if (firstDifference !== undefined)
        return `${path} from byte ${firstDifference} on`;
    return `${path} (${status})`;
}


/***/ }),

/***/ 69093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fI: () => (/* binding */ CHANGED_IN_CONTAINER),
  lk: () => (/* binding */ OTHER_UMASK),
  Qk: () => (/* binding */ otherVariables),
  D5: () => (/* binding */ secondBuildArguments)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/support/variables.js
/** The variables of an environment that have a value, for a child that gets these and no others. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}

;// CONCATENATED MODULE: ./build/recipe/second-build.js


/** Variables of `otherVariables` that say something in a container, too, where the rest is the image's. */
const CHANGED_IN_CONTAINER = [
    ...['HOME', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
    ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'FLEDGE_NOT_MAPPED'],
];
/** Runs what follows it with a umask that is not the one that it was started with. */
const OTHER_UMASK = [
    'sh',
    '-c',
    'case $(umask) in *077) umask 022 ;; *) umask 077 ;; esac; exec "$@"',
    'sh',
];
/** The arguments of a `fledge build` for the same thing as `request`, with another number of threads. */
function secondBuildArguments({ platform, workers, locked }, { config, manifest, output, artifactUrl }) {
    return [
        'build',
        '--json',
        ...['--config', config],
        ...(manifest === undefined ? [] : ['--manifest', manifest]),
        ...['--output', output],
        ...['--artifact-url', artifactUrl],
        ...['--platform', platform],
        ...(locked ? ['--locked'] : []),
        // What a check of the first one's file system has shown holds for the same bytes.
        ...['--verify', 'none'],
        ...['--workers', String(workers > 1 ? workers - 1 : 2)],
    ];
}
/**
 * What is different in the environment of the second build. What leads to inputs (PATH, proxies, logins) stays as it is;
 * src/tools/environment.ts says what that is.
 */
function otherVariables(env, places) {
    const { home, temporary, cache, workingDirectory } = places;
    const locale = other(env, 'LC_ALL', 'tr_TR.UTF-8', 'sv_SE.UTF-8');
    return definedVariables({
        // The one path that Node itself reads, and from the working directory.
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
    return path === undefined || path === '' ? path : (0,external_node_path_.resolve)(path);
}


/***/ }),

/***/ 94361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeTokenFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _sources_agent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29988);
/* harmony import */ var _sources_github_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46322);




/**
 * Writes the token for GitHub's API into a file that only this user can read, for another build of the same config, and
 * returns its path. Without a token, or where GitHub is not asked for anything, there is no file: undefined. `directory` is
 * scratch of the caller, who removes it.
 *
 * @throws FledgeError `usage` as `githubTokenOf` does.
 */
async function writeTokenFile({ config }, env, directory) {
    const token = (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_2__/* .isAskedOfGithub */ .BM)(config.agent) ? await (0,_sources_github_release_js__WEBPACK_IMPORTED_MODULE_3__/* .githubTokenOf */ .A)(env) : undefined;
    if (token === undefined)
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'github-token');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, token, { flag: 'wx', mode: 0o600 });
    return path;
}


/***/ }),

/***/ 34195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ afterMark)
/* harmony export */ });
/* unused harmony export LINE_MARKS */
/** What lines for people begin with. A build that another process runs is understood by these marks. */
const LINE_MARKS = { step: '•', warning: 'warning:', error: 'error:', fix: '  fix:' };
/** What follows the mark that a text begins with; undefined if it does not begin with that mark. */
function afterMark(text, kind) {
    const mark = `${LINE_MARKS[kind]} `;
    return text.startsWith(mark) ? text.slice(mark.length) : undefined;
}


/***/ })

};
