export const id = 741;
export const ids = [741];
export const modules = {

/***/ 1927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ loadLockFor),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   Qu: () => (/* binding */ lockCommandFor),
/* harmony export */   wC: () => (/* binding */ renderLock)
/* harmony export */ });
/* unused harmony export parseLockText */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2311);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _support_shell_word_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3963);
/* harmony import */ var _checked_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5872);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5874);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3887);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3515);
/* harmony import */ var _source_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(564);
/* harmony import */ var _toml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4151);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3017);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(771);
/* harmony import */ var _zod_problems_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6683);














const HEADER = `# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
`;
const sha256 = (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .problemOfSha256 */ .EK).transform(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .normaliseSha256 */ .WN);
const pinnedFile = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ url: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .problemOfHttpUrl */ .ix), sha256 });
const assets = { 'linux/amd64': pinnedFile.optional(), 'linux/arm64': pinnedFile.optional() };
const lockSchema = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_10__/* .literal */ .euz('1'),
    image: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ name: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(problemOfName), digest: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(problemOfDigest) }).optional(),
    agent_release: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ version: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .problemOfTag */ .hp), tag: (0,_checked_text_js__WEBPACK_IMPORTED_MODULE_9__/* .checkedText */ .N)(_values_js__WEBPACK_IMPORTED_MODULE_7__/* .problemOfTag */ .hp), ...assets })
        .optional(),
    agent: pinnedFile.optional(),
    busybox: pinnedFile.optional(),
});
const vocabulary = (0,_vocabulary_js__WEBPACK_IMPORTED_MODULE_11__/* .vocabularyOf */ .Y)(lockSchema, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'fledge.toml', names: ['strategy', 'init', 'source', 'filesystem', 'mappings'] });
/** The lock file of a config: `fledge.lock` for `fledge.toml`, in the same directory. */
function lockFileOf(configFile) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(configFile), `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(configFile).replace(/\.toml$/, '')}.lock`);
}
/** The command that writes the lock file of a config. */
function lockCommandFor(configFile) {
    return configFile === 'fledge.toml' ? 'fledge lock' : `fledge lock --config ${(0,_support_shell_word_js__WEBPACK_IMPORTED_MODULE_12__/* .shellWord */ .r)(configFile)}`;
}
/**
 * Reads and checks the lock file of a config; undefined if there is none.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadLockFor(configFile) {
    const file = lockFileOf(configFile);
    const missing = new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `there is no ${file}`);
    try {
        return await parseLockText(await (0,_source_text_js__WEBPACK_IMPORTED_MODULE_5__/* .readSourceText */ .V)(file, missing), file);
    }
    catch (error) {
        if (error === missing)
            return undefined;
        if ((0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error).length === 0)
            throw error;
        const fix = `take it from version control, or write it anew: ${lockCommandFor(configFile)}`;
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)((0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error), fix);
    }
}
/**
 * Checks the text of a lock file; `file` is what problems call it.
 *
 * @throws FledgeError `config` with every problem.
 */
async function parseLockText(text, file) {
    const raw = (0,_toml_js__WEBPACK_IMPORTED_MODULE_6__/* .parseToml */ .MT)(text, file);
    const locate = async (findings) => (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .locateFindings */ .Hf)(findings, file, await (0,_positions_js__WEBPACK_IMPORTED_MODULE_13__/* .locateToml */ .L)(text));
    const parsed = lockSchema.safeParse(raw);
    if (!parsed.success) {
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)(await locate((0,_zod_problems_js__WEBPACK_IMPORTED_MODULE_8__/* .findingsOfIssues */ .u)(parsed.error.issues, raw, vocabulary)));
    }
    const { image, agent_release: release, agent, busybox } = parsed.data;
    const agentRelease = release && {
        version: release.version,
        tag: release.tag,
        assets: { 'linux/amd64': release['linux/amd64'], 'linux/arm64': release['linux/arm64'] },
    };
    return { file, pins: { image, agentRelease, agent, busybox }, locate };
}
/** The text of a lock file: the same for the same pins, and with each pin on lines of its own. */
function renderLock({ image, agentRelease, agent, busybox }) {
    const release = agentRelease && {
        version: agentRelease.version,
        tag: agentRelease.tag,
        'linux/amd64': fileOf(agentRelease.assets['linux/amd64']),
        'linux/arm64': fileOf(agentRelease.assets['linux/arm64']),
    };
    const document = {
        version: '1',
        image: image && { name: image.name, digest: image.digest },
        agent_release: release,
        agent: fileOf(agent),
        busybox: fileOf(busybox),
    };
    return `${HEADER}${(0,smol_toml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(document).trimEnd()}\n`;
}
function fileOf(pin) {
    return pin && { url: pin.url, sha256: pin.sha256 };
}
function problemOfName(value) {
    return /^[^\s\p{Cc}]+$/u.test(value) ? undefined : 'must be the name of an image';
}
function problemOfDigest(value) {
    return /^sha256:[0-9a-f]{64}$/.test(value) ? undefined : 'must be "sha256:" and 64 lower-case hex digits';
}


/***/ }),

/***/ 7602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nx: () => (/* binding */ findMissingAgent),
/* harmony export */   OW: () => (/* binding */ openSourcesOf),
/* harmony export */   Pq: () => (/* binding */ compareWithLock),
/* harmony export */   aY: () => (/* binding */ applyLock)
/* harmony export */ });
/** What of a config is not pinned in fledge.toml. */
function openSourcesOf(config) {
    const agent = openAgent(config.agent);
    if (config.strategy === 'oci_rootfs')
        return { ...openImage(config.image), ...agent };
    const { location, sha256 } = config.busybox;
    return { ...agent, ...(location.kind === 'url' && sha256 === undefined && { busybox: location.url }) };
}
function openAgent(agent) {
    if (agent?.source === 'release')
        return { agentRelease: agent.version };
    return agent?.source === 'http' && agent.sha256 === undefined ? { agent: agent.url } : {};
}
function openImage({ transport, named, text }) {
    switch (transport) {
        case undefined:
        case 'docker':
            if (named === undefined || named.digest !== undefined)
                return {};
            return { image: `${named.domain}/${named.repository}:${named.tag ?? 'latest'}` };
        case 'docker-daemon':
            // Without a name it is an id, which is a digest.
            return named === undefined || named.digest !== undefined ? {} : { localImage: text };
        case 'containers-storage':
            return /@(?:sha256:)?[0-9a-f]{64}$/.test(text) ? {} : { localImage: text };
        case 'oci':
        case 'oci-archive':
        case 'docker-archive':
        case 'dir':
            return {};
    }
}
/** Compares a config with what its lock file pins. `nameOf` says how a lock file has a URL: without credentials. */
function compareWithLock(config, pins, nameOf) {
    const open = openSourcesOf(config);
    const checks = [
        check(['image'], 'name', open.image, pins.image?.name),
        check(['agent_release'], 'version', open.agentRelease, pins.agentRelease?.version),
        check(['agent'], 'url', open.agent && nameOf(open.agent), pins.agent?.url),
        check(['busybox'], 'url', open.busybox && nameOf(open.busybox), pins.busybox?.url),
    ];
    return { stale: checks.flatMap(({ stale }) => stale ?? []), gaps: checks.flatMap(({ gap }) => gap ?? []) };
}
function check(table, key, asked, locked) {
    if (asked === locked)
        return {};
    const wanted = JSON.stringify(asked);
    if (locked === undefined)
        return { gap: { path: table, message: `missing; fledge.toml asks for ${wanted}` } };
    const instead = asked === undefined ? 'asks for nothing that it could pin' : `asks for ${wanted}`;
    return { stale: { path: [...table, key], message: `pins ${JSON.stringify(locked)}, and fledge.toml ${instead}` } };
}
/** A release that was pinned when it had no agent for the platform. */
function findMissingAgent({ agentRelease }, platform) {
    if (agentRelease === undefined || agentRelease.assets[platform] !== undefined)
        return [];
    const message = `missing; release ${agentRelease.tag} had no kestrel for ${platform} when it was pinned`;
    return [{ path: ['agent_release', platform], message }];
}
/** A config with what its lock file pins put into it; the two must have been found to agree. */
function applyLock(config, { file, pins }, platform) {
    const agent = pinnedAgent(config.agent, pins, { file, platform });
    if (config.strategy === 'oci_rootfs') {
        const { image } = pins;
        return { ...config, agent, ...(image !== undefined && { imageLock: { file, digest: image.digest } }) };
    }
    const { busybox } = pins;
    if (busybox === undefined)
        return { ...config, agent };
    return { ...config, agent, busybox: { ...config.busybox, sha256: busybox.sha256, lockFile: file } };
}
function pinnedAgent(agent, { agentRelease, agent: pin }, { file, platform }) {
    if (agent?.source === 'release' && agentRelease !== undefined) {
        return { ...agent, lock: { file, tag: agentRelease.tag, asset: agentRelease.assets[platform] } };
    }
    if (agent?.source === 'http' && pin !== undefined)
        return { ...agent, sha256: pin.sha256, lockFile: file };
    return agent;
}


/***/ }),

/***/ 8468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ redactUrl)
/* harmony export */ });
/** Query parameters whose value is a credential, or a signature that stands for one. */
const SECRET_NAME = /token|secret|signature|password|passwd|credential|api[-_]?key|access[-_]?key|auth|jwt|session|^(sig|key|code|pwd|sas)$/i;
/** Longer values than this are no names of things, and are left out on suspicion. */
const LONGEST_INNOCENT_VALUE = 40;
const REDACTED = 'REDACTED';
/**
 * A URL as it may stand in a log, an error or a provenance record: without user, password and fragment, and with the
 * values of query parameters that look like credentials replaced. Takes anything, also what is no URL.
 */
function redactUrl(text) {
    const url = URL.parse(text);
    if (url === null)
        return text.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*$/s, '');
    url.username = '';
    url.password = '';
    url.hash = '';
    for (const [name, value] of [...url.searchParams]) {
        if (SECRET_NAME.test(name) || value.length > LONGEST_INNOCENT_VALUE)
            url.searchParams.set(name, REDACTED);
    }
    return url.href;
}


/***/ }),

/***/ 6678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ temporaryDirectory),
/* harmony export */   LE: () => (/* binding */ scratchFile),
/* harmony export */   eO: () => (/* binding */ removeStaleScratch),
/* harmony export */   gA: () => (/* binding */ isScratchName),
/* harmony export */   wd: () => (/* binding */ scratchDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3776);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5921);






/**
 * The name of scratch: `.fledge-HOST-PID-START-RANDOM-LABEL`. HOST stands for machine and pid namespace and START is
 * the process's start time, so that a later build can tell a leftover of a killed build from the work of a live one.
 */
const SCRATCH_NAME = /^\.fledge-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/;
/** In the place of the start time where there is no /proc. */
const UNKNOWN_START = '0';
/** Scratch of another machine or container is taken for dead when nothing has touched it for this long. */
const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;
/**
 * A path in `directory` that nothing has, for a file that the caller creates (with `wx`) and later renames or disposes
 * of. It is removed if the process ends first.
 */
function scratchFile(directory, label) {
    return scratchAt((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label)));
}
/** Creates an empty directory in `directory`, readable by this user only. */
function scratchDirectory(directory, label) {
    const scratch = scratchAt((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label)));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(scratch.path, { mode: 0o700 });
    return scratch;
}
/**
 * A scratch directory among the temporary files of this machine, from which those of killed builds are removed first.
 *
 * @throws FledgeError `output` if there is none to write to.
 */
function temporaryDirectory(label) {
    const parent = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    removeStaleScratch(parent);
    try {
        return scratchDirectory(parent, label);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .FledgeError */ .aE('output', `cannot create a temporary directory in ${parent}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: 'set TMPDIR to a directory that you may write to',
        });
    }
}
/** Removes what builds that were killed have left in `directory`. Never touches the scratch of a running build. */
function removeStaleScratch(directory) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory);
    }
    catch {
        return;
    }
    for (const name of names) {
        const match = SCRATCH_NAME.exec(name);
        if (match === null)
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
        const [, host, pid, start] = match;
        // Without /proc nobody's start is known, and no process can be seen to have ended.
        const dead = host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(path);
        if (!dead)
            continue;
        try {
            removeTree(path);
        }
        catch {
            // Another user's: in /tmp only they may remove it, and it is in nobody's way.
        }
    }
}
/** Whether a file of this name is some build's scratch, and so nobody's content. */
function isScratchName(name) {
    return SCRATCH_NAME.test(name);
}
function scratchAt(path) {
    const remove = () => removeTree(path);
    const forget = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_4__/* .atExit */ .s)(remove);
    return {
        path,
        dispose() {
            remove();
            forget();
        },
        release: forget,
    };
}
/** Removes a file, or a directory with all that is in it, also where modes keep even their owner out. */
function removeTree(path) {
    // A program that was killed a moment ago may still be creating files.
    const options = { recursive: true, force: true, maxRetries: 3, retryDelay: 20 };
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, options);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .systemCodeOf */ .c7)(error) !== 'EACCES')
            throw error;
        openDirectories(Buffer.from(path));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, options);
    }
}
/** Gives the owner all permissions for a directory and those below. Follows no link; names are bytes. */
function openDirectories(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path).isDirectory())
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(path, 0o700);
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(path, { encoding: 'buffer' })) {
        openDirectories(Buffer.concat([path, Buffer.from('/'), name]));
    }
}
function scratchName(label) {
    const random = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex');
    return `.fledge-${hostId()}-${process.pid}-${startTimeOf(process.pid) ?? UNKNOWN_START}-${random}-${label}`;
}
let knownHostId;
function hostId() {
    knownHostId ??= (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`${readOr('/proc/sys/kernel/random/boot_id')}\0${pidNamespace()}\0${(0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)()}`)
        .digest('hex')
        .slice(0, 8);
    return knownHostId;
}
function pidNamespace() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return '';
    }
}
/**
 * Field 22 of /proc/PID/stat (proc(5)), or undefined if there is no such process, or it has ended and its parent has
 * not noticed, as in a container whose first process is no init.
 */
function startTimeOf(pid) {
    const stat = readOr(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    return ended ? undefined : fields[19];
}
function readOr(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
function isOld(path) {
    try {
        return Date.now() - (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).mtimeMs > FOREIGN_LIFETIME_MS;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ addMappings),
  z: () => (/* binding */ findUnusableSources)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(2012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/scratch.js
var scratch = __webpack_require__(6678);
;// CONCATENATED MODULE: ./build/tree/permissions.js
/** Where the File System Hierarchy Standard keeps programs: files below are executable whatever they were. */
const PROGRAM_DIRECTORIES = [
    'bin',
    'sbin',
    'usr/bin',
    'usr/sbin',
    'usr/local/bin',
    'usr/local/sbin',
    'opt/bin',
    'opt/sbin',
];
/** Where it keeps libraries: shared objects below are executable, as linkers make them. */
const LIBRARY_DIRECTORIES = ['lib', 'lib64', 'usr/lib', 'usr/lib64', 'usr/local/lib', 'usr/local/lib64'];
const SHARED_LIBRARY = /\.so(\.\d+)*$/;
/** The mode of every mapped directory. */
const DIRECTORY_MODE = 0o755;
/**
 * The mode of a mapped file: it follows from the destination and from whether the file is executable on the host, and
 * from nothing else of the host's mode, so that a umask or a checkout cannot change the artifact.
 */
function mappedFileMode(destination, hostMode) {
    const executable = (hostMode & 0o111) !== 0 ||
        isBelow(destination, PROGRAM_DIRECTORIES) ||
        (SHARED_LIBRARY.test(destination) && isBelow(destination, LIBRARY_DIRECTORIES));
    return executable ? 0o755 : 0o644;
}
/** Whether a path of the tree (without a leading slash) is a file in or below one of the directories for programs. */
function isProgramPath(path) {
    return isBelow(path, PROGRAM_DIRECTORIES);
}
function isBelow(path, directories) {
    return directories.some((directory) => path.startsWith(`${directory}/`));
}

;// CONCATENATED MODULE: ./build/tree/mappings.js







/** The event loop gets a turn after this many entries, so that signals are seen during a long walk. */
const ENTRIES_PER_TURN = 1000;
/**
 * Adds the mapped host files and directories to the tree, in order; later ones win. All belongs to 0:0 and has the
 * mode that permissions.ts says. A mapped directory is merged with one that is there, also through a link such as
 * `bin -> usr/bin`, and leaves that one's metadata alone. Links inside of a mapped directory are kept as links; one
 * that is itself the source is followed. File contents are not read here.
 *
 * What cannot be mapped is returned, all of it, and leaves the tree incomplete.
 */
async function addMappings(tree, mappings, { directory, mtime, exclude = new Set() }) {
    const problems = [];
    const programs = [];
    const takenBy = new Map();
    const owned = { uid: 0, gid: 0, mtime, xattrs: new Map() };
    const excluded = new Set(Array.from(exclude, byte_string/* byteStringFromText */.dw));
    let entries = 0;
    for (const mapping of mappings) {
        const fail = (message) => {
            problems.push({ mapping, message });
        };
        const putLeaf = (path, inode) => {
            if (tree.hasEntriesBelow(path)) {
                fail(`/${(0,byte_string/* displayByteString */.oO)(path)} is a directory with files in it, which a ${inode.kind} would take away`);
                return;
            }
            tree.put(path, inode);
        };
        const addFile = (host, stats, path, label) => {
            const metadata = { ...owned, mode: mappedFileMode(path, stats.mode) };
            const content = { kind: 'host-file', size: stats.size, path: host, label };
            putLeaf(path, { ...metadata, kind: 'file', content });
            if (metadata.mode === 0o755 && isProgramPath(path))
                programs.push(path);
        };
        const addDirectory = async (host, path, label) => {
            const target = tree.resolveDirectory(path) ?? path;
            if (tree.get(target)?.kind !== 'directory')
                tree.putDirectory(target, { ...owned, mode: DIRECTORY_MODE });
            const names = (0,external_node_fs_.readdirSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' })
                .map(byte_string/* byteStringFromBytes */.Pb)
                .sort(byte_string/* compareByteStrings */.eS);
            for (const name of names) {
                if (++entries % ENTRIES_PER_TURN === 0)
                    await (0,promises_.setImmediate)();
                const childHost = `${host === '/' ? '' : host}/${name}`;
                if (excluded.has(childHost) || (0,scratch/* isScratchName */.gA)(name))
                    continue;
                const childPath = (target === '' ? name : `${target}/${name}`);
                const childLabel = `${label}/${(0,byte_string/* displayByteString */.oO)(name)}`;
                const hostBytes = (0,byte_string/* bytesOf */.$$)(childHost);
                const stats = (0,external_node_fs_.lstatSync)(hostBytes);
                if (stats.isDirectory())
                    await addDirectory(childHost, childPath, childLabel);
                else if (stats.isFile())
                    addFile(hostBytes, stats, childPath, childLabel);
                else if (stats.isSymbolicLink()) {
                    const link = (0,byte_string/* byteStringFromBytes */.Pb)((0,external_node_fs_.readlinkSync)(hostBytes, { encoding: 'buffer' }));
                    putLeaf(childPath, { ...owned, mode: 0o777, kind: 'symlink', target: link });
                }
                else
                    fail(specialFileMessage(childLabel, stats));
            }
        };
        try {
            const { host, stats } = findSource(mapping, directory);
            const destination = (0,byte_string/* byteStringFromText */.dw)(mapping.destination.slice(1));
            if (stats.isDirectory())
                await addDirectory(host, destination, withoutSlash(mapping.source));
            else if (!stats.isFile())
                fail(specialFileMessage(mapping.source, stats));
            else if (excluded.has(host))
                fail('this file is one that the build writes; map another, or write elsewhere');
            else {
                const inside = mapping.inside || tree.resolveDirectory(destination) !== undefined;
                const name = (0,byte_string/* byteStringFromText */.dw)(`/${(0,external_node_path_.basename)(mapping.source)}`);
                const path = tree.resolveParent(inside ? (destination + name) : destination);
                const earlier = takenBy.get(path);
                if (earlier === undefined)
                    addFile((0,byte_string/* bytesOf */.$$)(host), stats, path, mapping.source);
                else
                    fail(`"${earlier.source}" is mapped to /${(0,byte_string/* displayByteString */.oO)(path)} already`);
                takenBy.set(path, mapping);
            }
        }
        catch (error) {
            fail(sourceErrorMessage(error, mapping));
        }
    }
    return { problems, programs };
}
/**
 * Whether every source is there and can be mapped, without touching a tree: one problem for each that is not. For
 * `validate`, where a missing program may just not have been compiled yet.
 */
function findUnusableSources(mappings, directory) {
    return mappings.flatMap((mapping) => {
        try {
            const { stats } = findSource(mapping, directory);
            if (stats.isFile() || stats.isDirectory())
                return [];
            return [{ mapping, message: specialFileMessage(mapping.source, stats) }];
        }
        catch (error) {
            return [{ mapping, message: sourceErrorMessage(error, mapping) }];
        }
    });
}
function findSource(mapping, directory) {
    const host = external_node_fs_.realpathSync.native((0,external_node_path_.resolve)(directory, mapping.source), { encoding: 'buffer' });
    return { host: (0,byte_string/* byteStringFromBytes */.Pb)(host), stats: (0,external_node_fs_.lstatSync)(host) };
}
function withoutSlash(path) {
    return path.replace(/(?<=.)\/+$/, '');
}
function specialFileMessage(label, stats) {
    const kind = stats.isFIFO() ? 'a fifo' : stats.isSocket() ? 'a socket' : 'a device';
    return `${label} is ${kind}; only files, directories and symbolic links can be mapped`;
}
function sourceErrorMessage(error, { source }) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'ENOENT':
            return /^~|[*$]/.test(source)
                ? 'no such file or directory on the host; ~, $NAME and * are taken as they stand, nothing is expanded'
                : 'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';
        case 'ELOOP':
            return 'the path is a loop of symbolic links';
        case 'EACCES':
            return 'permission denied; make it readable for the user who builds';
        default:
            return error instanceof errors/* FledgeError */.aE ? error.message : `cannot be read: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}


/***/ })

};
