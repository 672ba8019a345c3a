export const id = 894;
export const ids = [894];
export const modules = {

/***/ 23894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareTools: () => (/* binding */ prepareTools)
});

// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/tools/container.js
var container = __webpack_require__(90923);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/version.js
var tools_version = __webpack_require__(61832);
// EXTERNAL MODULE: ./build/support/exec.js
var exec = __webpack_require__(36419);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
;// CONCATENATED MODULE: ./build/action/tools/apt.js




/** Another package manager may be at work, such as a machine's automatic updates. */
const LOCK_TIMEOUT_SECONDS = 300;
const TIMEOUT_MS = 900_000;
/** Looks for apt-get, and for a way to be root that asks nobody for a password. */
async function findApt(isRoot = process.getuid?.() === 0) {
    const aptGet = await (0,exec/* findOnPath */.aY)('apt-get');
    if (aptGet === undefined)
        return { allowed: false, why: 'there is no apt-get' };
    if (isRoot)
        return { allowed: true, command: aptCommand([], aptGet) };
    const sudo = await (0,exec/* findOnPath */.aY)('sudo');
    if (sudo === undefined)
        return { allowed: false, why: 'this user is not root, and there is no sudo' };
    try {
        await (0,exec/* run */.eF)(sudo, ['-n', 'true'], { env: (0,environment/* environmentFor */.DD)('sudo', process.env) });
    }
    catch {
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
    return ['-o', `DPkg::Lock::Timeout=${LOCK_TIMEOUT_SECONDS}`, '-o', 'Acquire::Retries=3', '-o', 'Dpkg::Use-Pty=0'];
}
/**
 * Installs Debian packages, with the package lists that are there if they do, else after one `apt-get update`. Says
 * nothing of what apt-get prints unless it fails; then all of it.
 *
 * @throws FledgeError `tool` with the last thing that it complained about.
 */
async function installPackages(packages, command, { reporter, signal }) {
    const apt = async (args) => {
        const [file, ...first] = command;
        let output = '';
        try {
            const onLine = (line) => {
                output += `${line}\n`;
            };
            const env = (0,environment/* environmentFor */.DD)('sudo', process.env);
            await (0,exec/* run */.eF)(file, [...first, ...args], { env, onLine, timeoutMs: TIMEOUT_MS, signal });
            return '';
        }
        catch (error) {
            signal?.throwIfAborted();
            return output.trim() === '' ? (0,errors/* messageOf */.bD)(error) : output.trim();
        }
    };
    reporter.info(`apt-get install ${packages.join(' ')}`);
    const first = await apt(installArguments(packages));
    if (first === '')
        return;
    reporter.debug(`with the package lists that are there: ${lastComplaint(first)}; they are updated`);
    const update = await apt(updateArguments());
    // A repository of somebody else that is out of reach is not our concern, if the packages can be had without it.
    if (update !== '')
        reporter.warn(`apt-get update: ${lastComplaint(update)}`);
    const second = await apt(installArguments(packages));
    if (second === '')
        return;
    for (const line of second.split('\n'))
        reporter.info(line);
    throw new errors/* FledgeError */.aE('tool', `apt-get could not install ${packages.join(' ')}: ${lastComplaint(second)}`, {
        fix: 'all that it said is above',
    });
}
/** The version of a package that apt-get would install, as far as its lists say. */
async function candidateOf(name, signal) {
    const aptCache = await (0,exec/* findOnPath */.aY)('apt-cache');
    if (aptCache === undefined)
        return undefined;
    try {
        const env = (0,environment/* environmentFor */.DD)('apt-cache', process.env);
        const { stdout } = await (0,exec/* run */.eF)(aptCache, ['policy', name], { env, signal });
        return candidateIn(stdout.toString('utf8'));
    }
    catch {
        signal?.throwIfAborted();
        return undefined;
    }
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
// EXTERNAL MODULE: ./build/sources/context.js
var sources_context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/sources/download.js
var download = __webpack_require__(24789);
// EXTERNAL MODULE: ./build/sources/http-failure.js
var http_failure = __webpack_require__(40794);
// EXTERNAL MODULE: ./build/support/scratch.js
var scratch = __webpack_require__(46678);
;// CONCATENATED MODULE: ./build/action/tools/tool-cache.js









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
    const directory = (0,sources_context/* environmentValue */.J)(context.env, 'RUNNER_TOOL_CACHE');
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
        const program = (0,scratch/* scratchFile */.LE)((0,sources_context/* environmentValue */.J)(context.env, 'RUNNER_TEMP') ?? context.cacheDirectory, 'tool');
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

;// CONCATENATED MODULE: ./build/action/tools/prepare.js






/**
 * Puts every needed tool in place: what the runner has and is good enough, else the release that its authors publish,
 * through the tool cache, else Debian packages with apt-get. Optional tools are only looked for.
 *
 * @throws FledgeError `tool` that names what is missing, why it could not be installed, and the command to type;
 *   `download` for a release whose bytes are not those that were pinned.
 */
async function prepareTools({ needed, optional }, context) {
    const { reporter, signal } = context;
    for (const finding of await lackingOf(optional, context))
        reporter.debug(`not used: ${(0,find/* describeFinding */.jb)(finding)}`);
    let lacking = await lackingOf(needed, context);
    const reasons = [];
    for (const { tool } of lacking) {
        if (tool.release === undefined)
            continue;
        const result = await cacheRelease(tool, context);
        if (result.cached)
            context.addPath(result.directory);
        else
            reasons.push(result.why);
    }
    if (lacking.length > 0)
        lacking = await lackingOf(toolsOf(lacking), context);
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
            lacking = await lackingOf(toolsOf(lacking), context);
            if (lacking.length > 0)
                throw distributionLacks(lacking.map(whyLacking));
        }
        else
            reasons.push(apt.why);
    }
    if (lacking.length > 0)
        throw cannotPrepare(lacking, reasons);
}
async function lackingOf(tools, { reporter, signal }) {
    const findings = await Promise.all(tools.map((tool) => (0,find/* findTool */.SG)(tool, signal)));
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
    return new errors/* FledgeError */.aE('tool', reasons.join('; '), {
        fix: `this distribution has nothing better; use a newer one, or ${container/* USE_CONTAINER */.S}`,
    });
}
function describeAll(lacking) {
    return lacking.map(whyLacking).join('; ');
}
function whyLacking(finding) {
    return `cannot ${finding.tool.purpose}: ${(0,find/* describeFinding */.jb)(finding)}`;
}


/***/ })

};
