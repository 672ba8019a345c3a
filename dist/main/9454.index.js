export const id = 9454;
export const ids = [9454];
export const modules = {

/***/ 89454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareTools: () => (/* binding */ prepareTools)
});

// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/tools/container-engine.js
var container_engine = __webpack_require__(78046);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/version.js
var tools_version = __webpack_require__(61832);
// EXTERNAL MODULE: ./build/support/process/search-path.js
var search_path = __webpack_require__(21430);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/action/install/root.js
var install_root = __webpack_require__(91955);
;// CONCATENATED MODULE: ./build/action/install/apt.js





/** Another package manager may be running, such as automatic updates. */
const LOCK_TIMEOUT_SECONDS = 300;
/** Finds apt-get, and a way to become root without a password. */
async function findApt(isRoot) {
    const aptGet = await (0,search_path/* findOnPath */.a)('apt-get');
    if (aptGet === undefined)
        return { allowed: false, why: 'there is no apt-get' };
    const root = await (0,install_root/* findRoot */.wg)(isRoot);
    return root.allowed ? { allowed: true, command: aptCommand(root.command, aptGet) } : root;
}
/** Uses `env`, because sudo removes most variables. */
function aptCommand(asRoot, aptGet) {
    const [first = 'env', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', aptGet];
    return [first, ...rest];
}
/** Arguments of a non-interactive installation of the packages and their dependencies, without recommended packages. */
function installArguments(packages) {
    return ['-qq', ...commonOptions(), 'install', '-y', '--no-install-recommends', ...packages];
}
function updateArguments() {
    return ['-qq', ...commonOptions(), 'update'];
}
function commonOptions() {
    const options = [`DPkg::Lock::Timeout=${LOCK_TIMEOUT_SECONDS}`, 'Acquire::Retries=3', 'Dpkg::Use-Pty=0'];
    // dpkg would wait for input, because its stdin is open: @actions/exec cannot close it safely (EPIPE).
    const noQuestions = ['Dpkg::Options::=--force-confdef', 'Dpkg::Options::=--force-confold'];
    return [...options, ...noQuestions].flatMap((option) => ['-o', option]);
}
/**
 * Installs Debian packages with the existing package lists, or, if that fails, after one `apt-get update`. The output
 * of apt-get is reported only if the second installation fails too.
 *
 * @throws FledgeError `tool` with the last error that apt-get printed.
 */
async function installPackages(packages, command, { reporter, signal }) {
    /** The output of a failed apt-get, or undefined. */
    const apt = async (args) => {
        signal?.throwIfAborted();
        const lines = [];
        const env = (0,environment/* environmentFor */.DD)('sudo', process.env);
        const running = (0,install_root/* outputOf */.jH)([...command, ...args], env, (line) => lines.push(line));
        const { exitCode, stderr } = await (0,install_root/* unlessAborted */.Wh)(running, signal);
        if (exitCode === 0)
            return undefined;
        return lines.join('\n').trim() || stderr.trim() || `apt-get ended with status ${exitCode}`;
    };
    reporter.info(`apt-get install ${packages.join(' ')}`);
    const first = await apt(installArguments(packages));
    if (first === undefined)
        return;
    reporter.debug(`the package lists are updated, because the installation failed: ${lastComplaint(first)}`);
    const update = await apt(updateArguments());
    // The update of an unreachable third-party repository may fail while the packages are in another one.
    if (update !== undefined)
        reporter.warn(`apt-get update: ${lastComplaint(update)}`);
    const second = await apt(installArguments(packages));
    if (second === undefined)
        return;
    for (const line of second.split('\n'))
        reporter.info(line);
    throw new errors/* FledgeError */.aE('tool', `apt-get could not install ${packages.join(' ')}: ${lastComplaint(second)}`, {
        fix: 'see the output of apt-get above',
    });
}
/** The version of a package that apt-get would install, by its package lists. */
async function candidateOf(name, signal) {
    const aptCache = await (0,search_path/* findOnPath */.a)('apt-cache');
    if (aptCache === undefined)
        return undefined;
    const running = (0,install_root/* outputOf */.jH)([aptCache, 'policy', name], (0,environment/* environmentFor */.DD)('apt-cache', process.env));
    const { exitCode, stdout } = await (0,install_root/* unlessAborted */.Wh)(running, signal);
    return exitCode === 0 ? candidateIn(stdout) : undefined;
}
/** The upstream version (deb-version(7)) of the candidate in the output of `apt-cache policy` for one package. */
function candidateIn(policy) {
    const version = /^ +Candidate: (?:\d+:)?(\S+)$/m.exec(policy)?.[1];
    return version === undefined ? undefined : (0,tools_version/* parseVersion */.ot)(version);
}
/** The last line that apt-get marks as an error, or the last line. */
function lastComplaint(output) {
    const lines = output.trim().split('\n');
    const complaint = lines.findLast((line) => line.startsWith('E: ')) ?? lines.at(-1) ?? '';
    return complaint.replace(/^E: /, '').trim();
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/net/http-failure.js
var http_failure = __webpack_require__(27381);
// EXTERNAL MODULE: ./build/sources/download.js
var download = __webpack_require__(24789);
// EXTERNAL MODULE: ./build/support/environment.js
var support_environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var scratch = __webpack_require__(1022);
;// CONCATENATED MODULE: ./build/action/install/tool-cache.js









/** Limit of a download, more than ten times the largest tool of the table. */
const MAX_BYTES = 128 * 1024 * 1024;
/**
 * Installs the release of a tool through the runner's tool cache, under the name of its command. The digest of the
 * table is verified when a file is added to the cache and each time it is used. The verified bytes are copied to a
 * private directory, because the runner's tool cache is often writable for all users.
 *
 * @throws FledgeError `download` for bytes with another digest. A network failure and a tool cache that cannot be
 *   written are returned, because another source may have the tool.
 */
async function cacheRelease(tool, context) {
    const { name, release, commands } = tool;
    const asset = release?.assets[process.arch];
    if (release === undefined || asset === undefined)
        return fail(`${name} is not published for this machine`);
    const directory = (0,support_environment/* environmentValue */.Jz)(context.env, 'RUNNER_TOOL_CACHE');
    if (directory === undefined)
        return fail('there is no tool cache: RUNNER_TOOL_CACHE is not set');
    const { cacheFile, find } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(9805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    const found = find(name, release.version, process.arch);
    try {
        const present = found === '' ? undefined : await readVerified((0,external_node_path_.join)(found, commands[0]), asset);
        if (present !== undefined)
            return { cached: true, directory: await install(present, commands[0], context) };
        const label = `${name} ${release.version}`;
        const file = await tool_cache_download(asset, label, context);
        const program = (0,scratch/* scratchFile */.LE)((0,support_environment/* environmentValue */.Jz)(context.env, 'RUNNER_TEMP') ?? context.cacheDirectory, 'tool');
        try {
            const bytes = await readVerified(file, asset);
            if (bytes === undefined)
                throw new errors/* FledgeError */.aE('download', `${file} was changed after it was verified`);
            // Sets the mode first, because the cache copies it and other jobs may use the file at once.
            await (0,promises_.writeFile)(program.path, bytes, { flag: 'wx' });
            await (0,promises_.chmod)(program.path, 0o755);
            await cacheFile(program.path, commands[0], name, release.version, process.arch);
            context.reporter.info(`${label} from ${asset.url}`);
            return { cached: true, directory: await install(bytes, commands[0], context) };
        }
        finally {
            program.dispose();
        }
    }
    catch (error) {
        context.signal?.throwIfAborted();
        if (error instanceof errors/* FledgeError */.aE && !(error.cause instanceof http_failure/* HttpFailure */.HR))
            throw error;
        return fail((0,errors/* messageOf */.bD)(error));
    }
}
async function tool_cache_download(asset, label, context) {
    const { path } = await (0,download/* fetchFile */.t2)({
        from: { kind: 'url', url: asset.url },
        sha256: asset.sha256,
        kind: 'tool',
        label,
        maxBytes: MAX_BYTES,
        expect: 'elf',
        mismatchFix: 'do not run the file; report it to its authors, because it was changed here or in transit',
    }, { ...context, baseDirectory: '/' });
    return path;
}
/** The content of a file, or undefined if it cannot be read or has another digest. */
async function readVerified(path, { sha256 }) {
    try {
        const handle = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        try {
            const stats = await handle.stat();
            if (!stats.isFile() || stats.size > MAX_BYTES)
                return undefined;
            const bytes = await handle.readFile();
            return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
        }
        finally {
            await handle.close();
        }
    }
    catch {
        return undefined;
    }
}
/** Writes a program to a new directory, which it returns. */
async function install(bytes, command, { privateDirectory }) {
    const directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(privateDirectory, 'tool-'));
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, command), bytes, { flag: 'wx', mode: 0o755 });
    return directory;
}
function fail(why) {
    return { cached: false, why };
}

;// CONCATENATED MODULE: ./build/action/install/prepare.js






/**
 * Installs every needed tool that is missing or too old on the runner: from the release of its authors through the tool
 * cache, otherwise from Debian packages with apt-get. Optional tools are not installed. Returns the directories of
 * tools that are not on the PATH; they must be searched before it.
 *
 * @throws FledgeError `tool` with the missing tools, the reason why they could not be installed, and the command to
 *   type; `download` for a release whose digest differs from the pinned one.
 */
async function prepareTools({ needed, optional }, context) {
    const { reporter, signal } = context;
    for (const finding of await lackingOf(optional, context))
        reporter.debug(`not used: ${(0,find/* describeFinding */.jb)(finding)}`);
    let lacking = await lackingOf(needed, context);
    const directories = [];
    const reasons = [];
    for (const { tool } of lacking) {
        if (tool.release === undefined)
            continue;
        const result = await cacheRelease(tool, context);
        if (result.cached)
            directories.push(result.directory);
        else
            reasons.push(result.why);
    }
    if (lacking.length > 0)
        lacking = await lackingOf(toolsOf(lacking), context, directories);
    const tooOld = await tooOldPackages(lacking, signal);
    if (tooOld.length > 0)
        throw distributionLacks(tooOld);
    const packages = packagesOf(lacking);
    if (packages.length > 0) {
        const apt = await findApt();
        if (apt.allowed) {
            for (const reason of reasons)
                reporter.info(reason);
            await installPackages(packages, apt.command, { reporter, signal });
            lacking = await lackingOf(toolsOf(lacking), context, directories);
            if (lacking.length > 0)
                throw distributionLacks(lacking.map(whyLacking));
        }
        else
            reasons.push(apt.why);
    }
    if (lacking.length > 0)
        throw cannotPrepare(lacking, reasons);
    return directories;
}
async function lackingOf(tools, { reporter, signal }, directories = []) {
    const findings = await Promise.all(tools.map((tool) => (0,find/* findTool */.SG)(tool, signal, directories)));
    const lacking = [];
    for (const finding of findings) {
        if (finding.state === 'found')
            reporter.debug(describeFound(finding));
        else
            lacking.push(finding);
    }
    return lacking;
}
function describeFound({ tool, path, version }) {
    return `${tool.name}: ${path}${version === undefined ? '' : `, version ${(0,tools_version/* formatVersion */.qh)(version)}`}`;
}
function toolsOf(findings) {
    return findings.map(({ tool }) => tool);
}
function packagesOf(findings) {
    return [...new Set(findings.flatMap(({ tool }) => tool.packages.apt ?? []))];
}
/** The problems of packages whose candidate is too old, by the package lists; nothing is installed. */
async function tooOldPackages(lacking, signal) {
    const reasons = lacking.map(async (finding) => {
        const { tool } = finding;
        const [name] = tool.packages.apt ?? [];
        const version = name === undefined ? undefined : await candidateOf(name, signal);
        const { oldest } = tool;
        if (version === undefined || oldest === undefined || (0,tools_version/* isAtLeast */.du)(version, oldest.version))
            return [];
        if (finding.state === 'too-old')
            return [whyLacking(finding)];
        return [
            `${whyLacking(finding)}, and the package ${name} is version ${(0,tools_version/* formatVersion */.qh)(version)}, which ${oldest.reason}`,
        ];
    });
    return (await Promise.all(reasons)).flat();
}
function cannotPrepare(lacking, reasons) {
    const why = reasons.length === 0 ? [] : [`nothing can be installed here: ${reasons.join('; ')}`];
    return new errors/* FledgeError */.aE('tool', [describeAll(lacking), ...why].join('; '), {
        fix: `on the runner: ${(0,find/* howToFix */.Nv)(lacking)}`,
    });
}
/** The error if the distribution has no suitable package. Running the same command again would not help. */
function distributionLacks(reasons) {
    return new errors/* FledgeError */.aE('tool', reasons.join('; '), (0,container_engine/* fixByContainer */.Gm)('use a newer distribution, or '));
}
function describeAll(lacking) {
    return lacking.map(whyLacking).join('; ');
}
function whyLacking(finding) {
    return `cannot ${finding.tool.purpose}: ${(0,find/* describeFinding */.jb)(finding)}`;
}


/***/ }),

/***/ 91955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   jH: () => (/* binding */ outputOf),
/* harmony export */   wg: () => (/* binding */ findRoot)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75260);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_process_search_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21430);
/* harmony import */ var _tools_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84705);




/** Finds a way to become root without a password. */
async function findRoot(isRoot = process.getuid?.() === 0) {
    if (isRoot)
        return { allowed: true, command: [] };
    const sudo = await (0,_support_process_search_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)('sudo');
    if (sudo === undefined)
        return { allowed: false, why: 'this user is not root, and there is no sudo' };
    const { exitCode } = await outputOf([sudo, '-n', 'true'], (0,_tools_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentFor */ .DD)('sudo', process.env));
    if (exitCode !== 0)
        return { allowed: false, why: 'this user is not root, and sudo asks for a password' };
    return { allowed: true, command: [sudo, '-n'] };
}
/**
 * Runs a program and returns its output. The output is not written to the log, where the runner would execute commands
 * in it. `onLine` gets each line of stdout and stderr in order. A program that cannot be started has the status 127, as
 * in a shell.
 */
async function outputOf([program, ...args], env, onLine = () => { }) {
    try {
        return await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)(`"${program}"`, args, {
            env: { ...env.variables },
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdline: onLine, errline: onLine },
        });
    }
    catch (error) {
        return { exitCode: 127, stdout: '', stderr: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) };
    }
}
/**
 * Waits for a program, or throws the reason of an abort. The program then continues, because a process of root cannot
 * be killed.
 */
async function unlessAborted(running, signal) {
    if (signal === undefined)
        return running;
    signal.throwIfAborted();
    const { promise: aborted, reject } = Promise.withResolvers();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await Promise.race([running, aborted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}


/***/ })

};
