export const id = 748;
export const ids = [748];
export const modules = {

/***/ 6875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validateCommand: () => (/* binding */ validateCommand)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4895);
/* harmony import */ var _config_manifest_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(578);
/* harmony import */ var _config_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3515);
/* harmony import */ var _recipe_locked_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4379);
/* harmony import */ var _recipe_missing_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3369);
/* harmony import */ var _tree_mappings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9085);






/**
 * `fledge validate`: checks the config, its lock file and the manifest template. A host file that is missing or cannot be
 * mapped is a warning only: it may still have to be compiled.
 */
async function validateCommand(options, reporter) {
    const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(options.config);
    const template = await (0,_config_manifest_template_js__WEBPACK_IMPORTED_MODULE_1__/* .loadTemplateFor */ .gK)(loaded.file, options.manifest);
    for (const note of [...loaded.notes, ...(template?.notes ?? [])])
        reporter.warn((0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)(note), note);
    const unusable = (0,_tree_mappings_js__WEBPACK_IMPORTED_MODULE_5__/* .findUnusableSources */ .z$)(loaded.config.mappings, loaded.directory);
    const problems = [
        ...(await (0,_recipe_missing_files_js__WEBPACK_IMPORTED_MODULE_4__/* .findMissingFiles */ .F)(loaded)),
        ...unusable.map(({ mapping, message }) => ({ path: mapping.key, message })),
    ];
    for (const { path, message } of problems) {
        const position = await loaded.positionOf(path);
        reporter.warn((0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)({ file: loaded.file, ...position, key: (0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatKeyPath */ .K7)(path), message }));
    }
    const lock = await (0,_recipe_locked_config_js__WEBPACK_IMPORTED_MODULE_3__/* .checkLock */ .s)(loaded, reporter);
    const files = [loaded.file, template?.file, lock?.file].filter((file) => file !== undefined);
    const listed = files.join(', ').replace(/, (?=[^,]*$)/, ' and ');
    process.stdout.write(`${listed}: valid (${loaded.config.strategy})\n`);
}


/***/ }),

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


/***/ })

};
