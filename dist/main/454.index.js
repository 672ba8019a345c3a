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
// EXTERNAL MODULE: ./build/support/process/search-path.js
var search_path = __webpack_require__(21430);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
;// CONCATENATED MODULE: ./build/action/install/apt.js





/** Another package manager may be running, such as automatic updates. */
const LOCK_TIMEOUT_SECONDS = 300;
/** Finds apt-get, and a way to become root without a password. */
async function findApt(isRoot = process.getuid?.() === 0) {
    const aptGet = await (0,search_path/* findOnPath */.a)('apt-get');
    if (aptGet === undefined)
        return { allowed: false, why: 'there is no apt-get' };
    if (isRoot)
        return { allowed: true, command: aptCommand([], aptGet) };
    const sudo = await (0,search_path/* findOnPath */.a)('sudo');
    if (sudo === undefined)
        return { allowed: false, why: 'this user is not root, and there is no sudo' };
    const { exitCode } = await outputOf([sudo, '-n', 'true'], (0,environment/* environmentFor */.DD)('sudo', process.env));
    if (exitCode !== 0) {
        return { allowed: false, why: 'this user is not root, and sudo asks for a password' };
    }
    return { allowed: true, command: aptCommand([sudo, '-n'], aptGet) };
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
 * Runs a program and returns its output. The output is not written to the log, where the runner would execute commands
 * in it. `onLine` gets each line of stdout and stderr in order. A program that cannot be started has the status 127, as
 * in a shell.
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
    const running = outputOf([aptCache, 'policy', name], (0,environment/* environmentFor */.DD)('apt-cache', process.env));
    const { exitCode, stdout } = await unlessAborted(running, signal);
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
    const directory = (0,support_environment/* environmentValue */.a)(context.env, 'RUNNER_TOOL_CACHE');
    if (directory === undefined)
        return fail('there is no tool cache: RUNNER_TOOL_CACHE is not set');
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

/***/ 13307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ describeContent),
/* harmony export */   a: () => (/* binding */ isElf)
/* harmony export */ });
const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
/** Enough to see past a byte order mark, white space and a comment. */
const SNIFF_BYTES = 512;
/** True if the bytes begin with the magic number of ELF. */
function isElf(head) {
    return startsWith(head, ELF_MAGIC);
}
/** The probable type of a file that should be a program, by its first bytes, with its article. */
function describeContent(head) {
    if (head.length === 0)
        return 'an empty file';
    if (isElf(head))
        return 'an ELF file';
    if (startsWith(head, [0x1f, 0x8b]))
        return 'a gzip archive';
    if (startsWith(head, [0x28, 0xb5, 0x2f, 0xfd]))
        return 'a zstd archive';
    if (startsWith(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a]))
        return 'an xz archive';
    if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]))
        return 'a zip archive';
    if (startsWith(head, [0x4d, 0x5a]))
        return 'a Windows program';
    if ([0xcffaedfe, 0xcefaedfe, 0xcafebabe].includes(firstWord(head)))
        return 'a macOS program';
    const text = textOf(head);
    if (text === undefined)
        return 'a file of an unknown type';
    if (/^(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b/is.test(text))
        return 'an HTML page';
    if (text.startsWith('#!'))
        return 'a script';
    if (/^[{[]/.test(text))
        return 'a JSON document';
    if (text.startsWith('<'))
        return 'an XML document';
    if (text.startsWith('version https://git-lfs'))
        return 'a Git LFS pointer';
    return 'a text file';
}
function startsWith(bytes, magic) {
    return bytes.length >= magic.length && Array.from(magic).every((byte, index) => bytes[index] === byte);
}
function firstWord(bytes) {
    return bytes.length < 4 ? 0 : Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0);
}
/** The beginning as trimmed text, or undefined if it contains control characters that text does not have. */
function textOf(head) {
    const text = Buffer.from(head.subarray(0, SNIFF_BYTES))
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .trim();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters distinguish binary from text
    return /[\0-\x08\x0e-\x1a\x7f]/.test(text) ? undefined : text;
}


/***/ }),

/***/ 24789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WP: () => (/* binding */ LOCK_FIX),
/* harmony export */   dv: () => (/* binding */ findDownloaded),
/* harmony export */   t2: () => (/* binding */ fetchFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(13567);
/* harmony import */ var _net_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34925);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_files_disk_space_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58068);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8359);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13307);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64925);









/** The bytes of a download that are kept to recognise its type. */
const HEAD_BYTES = 512;
const MISMATCH_FIX = 'before you change the checksum in fledge.toml, find out whether it is wrong or the file was replaced';
/** The fix when a lock file pins another digest. */
const LOCK_FIX = 'find out why it was changed; then run fledge lock to pin the current one';
/**
 * Fetches and verifies a file, and returns its path. A local file is used in place. A download is stored in the cache
 * under its digest; if the digest is known and the cache has the file, no request is sent. A file that fails
 * verification is not kept.
 *
 * @throws FledgeError `download`, `input` for a local file, `output` when the cache cannot be written.
 */
async function fetchFile(request, context) {
    const { from, sha256, label, pinAs } = request;
    if (from.kind === 'file')
        return useInPlace((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.baseDirectory, from.path), request);
    const { reporter } = context;
    const uri = (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_8__/* .redactUrl */ .B)(request.publicUrl ?? from.url);
    const cache = (0,_cache_js__WEBPACK_IMPORTED_MODULE_5__/* .openCache */ .bp)(context.cacheDirectory, reporter);
    const cached = sha256 === undefined ? undefined : await findDownloaded({ sha256, label }, context);
    if (cached !== undefined)
        return { ...cached, uri };
    const url = URL.parse(from.url);
    if (url === null)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('config', `the URL of ${label} is not valid: ${uri}`);
    const file = await download({ ...request, url, uri }, cache, context);
    if (sha256 === undefined && pinAs !== undefined) {
        const how = `run fledge lock, or write ${pinAs(file.sha256)}`;
        reporter.warn(`${label} is not pinned: the build uses the current file at ${uri}; to pin it, ${how}`, {
            code: 'unpinned',
        });
    }
    return { ...file, uri };
}
/** A file that was downloaded before, if the cache still has it and it is intact. */
async function findDownloaded({ sha256, label }, { cacheDirectory, reporter }) {
    const cached = await (0,_cache_js__WEBPACK_IMPORTED_MODULE_5__/* .openCache */ .bp)(cacheDirectory, reporter).find(sha256);
    if (cached !== undefined)
        reporter.debug(`${label}: found in the cache as ${cached.path}`);
    return cached;
}
async function useInPlace(path, request) {
    const { label, maxBytes, sha256 } = request;
    const digest = await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_7__/* .digestFile */ .T)(path, { label, maxBytes });
    if (sha256 !== undefined && digest.sha256 !== sha256)
        throw wrongChecksum('input', path, request, digest.sha256);
    return { path, ...digest, uri: (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(path).href };
}
/** Writes the body to a temporary file of the cache, and renames it once all checks have passed. */
async function download(request, cache, context) {
    const { url, uri, label, maxBytes, headers } = request;
    const job = {
        what: `download of ${label}`,
        request: { url, headers, maxBytes },
        explain: (failure) => (0,_net_request_js__WEBPACK_IMPORTED_MODULE_2__/* .downloadError */ .HH)(`cannot download ${label} from ${uri}`, failure),
    };
    const progress = context.reporter.progress(label, 'bytes');
    try {
        return await (0,_net_request_js__WEBPACK_IMPORTED_MODULE_2__/* .requestWithRetries */ .ek)(job, context, async ({ body, declaredBytes }) => {
            const incoming = await cache.begin(label);
            try {
                (0,_support_files_disk_space_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSpace */ .MK)([
                    {
                        directory: context.cacheDirectory,
                        bytes: declaredBytes ?? 0,
                        what: `the download of ${label}`,
                        fix: 'set FLEDGE_CACHE_DIR to a directory on another disk',
                    },
                ]);
                let head = Buffer.alloc(0);
                let done = 0;
                progress.update(done, declaredBytes);
                for await (const chunk of body) {
                    if (head.length < HEAD_BYTES)
                        head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
                    await incoming.write(chunk);
                    done += chunk.length;
                    progress.update(done, declaredBytes);
                }
                verify(request, head, incoming.digest().sha256);
                return await incoming.commit();
            }
            finally {
                await incoming.discard();
            }
        });
    }
    finally {
        progress.end();
    }
}
function verify(request, head, actual) {
    const { label, uri, sha256, expect } = request;
    if (expect === 'elf' && sha256 !== actual && !(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .isElf */ .a)(head)) {
        const message = `cannot use ${uri} as ${label}: got ${(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_6__/* .describeContent */ .X)(head)} instead of a program`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('download', message, { fix: 'check that the URL is that of the program itself' });
    }
    if (sha256 !== undefined && sha256 !== actual)
        throw wrongChecksum('download', uri, request, actual);
}
function wrongChecksum(code, where, { label, sha256, lockFile, mismatchFix = MISMATCH_FIX }, actual) {
    const expected = lockFile === undefined ? `${sha256} was expected` : `${lockFile} pins ${sha256}`;
    const message = `cannot use ${where} as ${label}: its SHA-256 is ${actual}, and ${expected}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE(code, message, { fix: lockFile === undefined ? mismatchFix : LOCK_FIX });
}


/***/ })

};
