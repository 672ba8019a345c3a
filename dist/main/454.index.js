export const id = 454;
export const ids = [454];
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
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 2 modules
var exec = __webpack_require__(75260);
// EXTERNAL MODULE: ./build/support/process/exec.js
var process_exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
;// CONCATENATED MODULE: ./build/action/install/apt.js





/** Another package manager may be at work, such as a machine's automatic updates. */
const LOCK_TIMEOUT_SECONDS = 300;
/** Looks for apt-get, and for a way to become root without a password. */
async function findApt(isRoot = process.getuid?.() === 0) {
    const aptGet = await (0,process_exec/* findOnPath */.aY)('apt-get');
    if (aptGet === undefined)
        return { allowed: false, why: 'there is no apt-get' };
    if (isRoot)
        return { allowed: true, command: aptCommand([], aptGet) };
    const sudo = await (0,process_exec/* findOnPath */.aY)('sudo');
    if (sudo === undefined)
        return { allowed: false, why: 'this user is not root, and there is no sudo' };
    const { exitCode } = await outputOf([sudo, '-n', 'true'], (0,environment/* environmentFor */.DD)('sudo', process.env));
    if (exitCode !== 0) {
        return { allowed: false, why: 'this user is not root, and sudo asks for a password' };
    }
    return { allowed: true, command: aptCommand([sudo, '-n'], aptGet) };
}
/** `env` because sudo takes most variables away. */
function aptCommand(asRoot, aptGet) {
    const [first = 'env', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', aptGet];
    return [first, ...rest];
}
/** The arguments of an installation that asks nothing and brings only what is named and what that depends on. */
function installArguments(packages) {
    return ['-qq', ...commonOptions(), 'install', '-y', '--no-install-recommends', ...packages];
}
function updateArguments() {
    return ['-qq', ...commonOptions(), 'update'];
}
function commonOptions() {
    const options = [`DPkg::Lock::Timeout=${LOCK_TIMEOUT_SECONDS}`, 'Acquire::Retries=3', 'Dpkg::Use-Pty=0'];
    // dpkg would wait for an answer, because its stdin is open: @actions/exec cannot close it safely (EPIPE).
    const noQuestions = ['Dpkg::Options::=--force-confdef', 'Dpkg::Options::=--force-confold'];
    return [...options, ...noQuestions].flatMap((option) => ['-o', option]);
}
/**
 * Runs a program and returns its output. Nothing of it reaches the log, where the runner would read commands from it.
 * `onLine` gets each line of stdout and stderr, in the order in which they come. A program that cannot be started ends with
 * status 127, as in a shell.
 */
async function outputOf([program, ...args], env, onLine = () => { }) {
    try {
        return await (0,exec/* getExecOutput */.H)(`"${program}"`, args, {
            env: { ...env.variables },
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdline: onLine, errline: onLine },
        });
    }
    catch (error) {
        return { exitCode: 127, stdout: '', stderr: (0,errors/* messageOf */.bD)(error) };
    }
}
/** Waits for a program, or throws the reason of an abort. The program goes on then: one that is root cannot be killed. */
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
/**
 * Installs Debian packages with the package lists of the machine, or, if that fails, after one `apt-get update`. Reports
 * the output of apt-get only if the second installation fails too.
 *
 * @throws FledgeError `tool` with the last error that apt-get printed.
 */
async function installPackages(packages, command, { reporter, signal }) {
    /** The output of a failed apt-get, or undefined. */
    const apt = async (args) => {
        signal?.throwIfAborted();
        const lines = [];
        const env = (0,environment/* environmentFor */.DD)('sudo', process.env);
        const running = outputOf([...command, ...args], env, (line) => lines.push(line));
        const { exitCode, stderr } = await unlessAborted(running, signal);
        if (exitCode === 0)
            return undefined;
        return lines.join('\n').trim() || stderr.trim() || `apt-get ended with status ${exitCode}`;
    };
    reporter.info(`apt-get install ${packages.join(' ')}`);
    const first = await apt(installArguments(packages));
    if (first === undefined)
        return;
    reporter.debug(`with the package lists that are there: ${lastComplaint(first)}; they are updated`);
    const update = await apt(updateArguments());
    // A third-party repository may be out of reach; the packages may come from another one.
    if (update !== undefined)
        reporter.warn(`apt-get update: ${lastComplaint(update)}`);
    const second = await apt(installArguments(packages));
    if (second === undefined)
        return;
    for (const line of second.split('\n'))
        reporter.info(line);
    throw new errors/* FledgeError */.aE('tool', `apt-get could not install ${packages.join(' ')}: ${lastComplaint(second)}`, {
        fix: 'the output of apt-get is above',
    });
}
/** The version of a package that apt-get would install, as far as its lists say. */
async function candidateOf(name, signal) {
    const aptCache = await (0,process_exec/* findOnPath */.aY)('apt-cache');
    if (aptCache === undefined)
        return undefined;
    const running = outputOf([aptCache, 'policy', name], (0,environment/* environmentFor */.DD)('apt-cache', process.env));
    const { exitCode, stdout } = await unlessAborted(running, signal);
    return exitCode === 0 ? candidateIn(stdout) : undefined;
}
/** The upstream version (deb-version(7)) of the candidate in what `apt-cache policy` prints of one package. */
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









/** No tool of the table is a tenth as large. */
const MAX_BYTES = 128 * 1024 * 1024;
/**
 * Puts the release of a tool into the runner's tool cache, under the name of its command, or finds it there. Nothing
 * gets into it, and nothing is taken from it, that has not the digest of the table. What is used is a private copy, of
 * which the digest was made: the runner's tool cache is often writable for everybody.
 *
 * @throws FledgeError `download` for bytes that are not those of the table. A network that does not answer, and a tool
 *   cache that cannot be written, are no errors here: there may be another way.
 */
async function cacheRelease(tool, context) {
    const { name, release, commands } = tool;
    const asset = release?.assets[process.arch];
    if (release === undefined || asset === undefined)
        return fail(`${name} is not published for this machine`);
    const directory = (0,support_environment/* environmentValue */.a)(context.env, 'RUNNER_TOOL_CACHE');
    if (directory === undefined)
        return fail('there is no tool cache here (RUNNER_TOOL_CACHE)');
    const { cacheFile, find } = await Promise.all(/* import() */[__webpack_require__.e(88), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    const found = find(name, release.version, process.arch);
    try {
        const present = found === '' ? undefined : await readVerified((0,external_node_path_.join)(found, commands[0]), asset);
        if (present !== undefined)
            return { cached: true, directory: await install(present, commands[0], context) };
        const label = `${name} ${release.version}`;
        const file = await tool_cache_download(asset, label, context);
        const program = (0,scratch/* scratchFile */.LE)((0,support_environment/* environmentValue */.a)(context.env, 'RUNNER_TEMP') ?? context.cacheDirectory, 'tool');
        try {
            const bytes = await readVerified(file, asset);
            if (bytes === undefined)
                throw new errors/* FledgeError */.aE('download', `${file} was changed after it was verified`);
            // With the right mode, because the cache takes the file as it is and others may look for it at once.
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
        label,
        maxBytes: MAX_BYTES,
        expect: 'elf',
        mismatchFix: 'somebody has changed the file, here or on the way; do not run it, and report it to its authors',
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
 * Installs every needed tool that the runner lacks or has in a version that is too old: from the release that its authors
 * publish, through the tool cache, otherwise from Debian packages with apt-get. Optional tools are only looked for.
 * Returns the directories of tools that are not on the PATH; they must be searched before it.
 *
 * @throws FledgeError `tool` that names what is missing, why it could not be installed, and the command to type;
 *   `download` for a release whose bytes are not those that were pinned.
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
    const hopeless = await tooOldPackages(lacking, signal);
    if (hopeless.length > 0)
        throw distributionLacks(hopeless);
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
/** What is wrong with packages that apt-get would install, as far as it knows: nothing is installed to find that out. */
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
        fix: `on the runner: ${(0,find/* howToMend */.wp)(lacking)}`,
    });
}
/** The same command once more would not help. */
function distributionLacks(reasons) {
    return new errors/* FledgeError */.aE('tool', reasons.join('; '), (0,container_engine/* fixByContainer */.Gm)('this distribution has nothing better; use a newer one, or '));
}
function describeAll(lacking) {
    return lacking.map(whyLacking).join('; ');
}
function whyLacking(finding) {
    return `cannot ${finding.tool.purpose}: ${(0,find/* describeFinding */.jb)(finding)}`;
}


/***/ })

};
