export const id = 379;
export const ids = [379];
export const modules = {

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ checkLock),
/* harmony export */   z: () => (/* binding */ lockedConfig)
/* harmony export */ });
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(410);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1720);
/* harmony import */ var _lock_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3818);
/* harmony import */ var _lock_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3929);






/**
 * The config with the pins of its lock file, and the path of that file if there is one. A source that is not pinned is
 * an error with `locked`, otherwise a warning.
 *
 * @throws FledgeError `config` if the lock file is damaged, or does not match fledge.toml.
 */
async function lockedConfig(loaded, { platform, locked, reporter }) {
    const { localImage } = (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .openSourcesOf */ .OW)(loaded.config);
    if (locked && localImage !== undefined) {
        const message = `${localImage} refers to a local image by tag, which cannot be pinned; --locked needs an image of a registry, or a digest`;
        throw await loaded.errorAt([{ path: ['source', 'image'], message }]);
    }
    const lock = await (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .loadLockFor */ .FK)(loaded.file);
    if (lock === undefined) {
        if (!locked)
            return { config: loaded.config, lockFile: undefined };
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('config', (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .worded */ .MH) `there is no ${(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockFileOf */ .LN)(loaded.file)}, and ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .option */ .uK)('locked')} needs it`, {
            fix: `write it with ${(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockCommandFor */ .Qu)(loaded.file)}, and commit it`,
        });
    }
    const { stale, gaps } = (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWithLock */ .Pq)(loaded.config, lock.pins, _net_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redactUrl */ .B);
    const missing = stale.length > 0 ? [] : (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .findMissingAgent */ .Nx)(lock.pins, platform);
    const open = [...gaps, ...missing];
    await requireNone(locked ? [...stale, ...open] : stale, lock, loaded);
    await warnOf(open, lock, { loaded, reporter });
    return { config: (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .applyLock */ .aY)(loaded.config, lock, platform), lockFile: lock.file };
}
/**
 * Compares a config with its lock file, if it has one, without regard to a platform.
 *
 * @throws FledgeError as `lockedConfig` does.
 */
async function checkLock(loaded, reporter) {
    const lock = await (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .loadLockFor */ .FK)(loaded.file);
    if (lock === undefined)
        return undefined;
    const { stale, gaps } = (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWithLock */ .Pq)(loaded.config, lock.pins, _net_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redactUrl */ .B);
    await requireNone(stale, lock, loaded);
    await warnOf(gaps, lock, { loaded, reporter });
    return lock;
}
async function requireNone(findings, lock, { file }) {
    if (findings.length === 0)
        return;
    throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsError */ .$j)(await lock.locate(findings), `update it with ${(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockCommandFor */ .Qu)(file)}`);
}
async function warnOf(gaps, lock, { loaded, reporter }) {
    if (gaps.length === 0)
        return;
    for (const gap of await lock.locate(gaps)) {
        reporter.warn(`${(0,_document_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)(gap)}; to pin it, run ${(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockCommandFor */ .Qu)(loaded.file)}`, gap);
    }
}


/***/ }),

/***/ 9879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ findMissingFiles),
/* harmony export */   v: () => (/* binding */ missingInit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _tree_mappings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3452);




/** Finds the files of agent, busybox, init and image that do not exist (yet). For mappings, see `findUnusableSources`. */
async function findMissingFiles({ config, directory }) {
    const files = namedFiles(config);
    const missing = await Promise.all(files.map(({ file }) => isMissing((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, file))));
    return files.filter((_, index) => missing[index]).map(({ finding }) => finding);
}
/** The problem of an `[init] path` that does not exist on this machine and cannot be a path in the image. */
function missingInit(init) {
    const path = init.mode === 'custom' ? init.path : '';
    const message = `${path} does not exist beside fledge.toml; build it first, or use an absolute path in the image`;
    return { path: ['init', 'path'], message };
}
function namedFiles(config) {
    const at = (file, ...path) => ({ file, finding: { path, message: _tree_mappings_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_ON_HOST */ .Fc } });
    const agent = config.agent?.source === 'local' ? [at(config.agent.path, 'agent', 'path')] : [];
    if (config.strategy === 'oci_rootfs') {
        const { path } = config.image;
        return [...agent, ...(path === undefined ? [] : [at(path, 'source', 'image')])];
    }
    const { busybox, init } = config;
    return [
        ...agent,
        ...(busybox.location.kind === 'file' ? [at(busybox.location.path, 'source', 'busybox_url')] : []),
        // An absolute path can be a path in the image.
        ...(init.mode === 'custom' && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(init.path) ? [{ file: init.path, finding: missingInit(init) }] : []),
    ];
}
/** False for errors other than a missing file: the build reports them. */
async function isMissing(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return false;
    }
    catch (error) {
        return (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOENT';
    }
}


/***/ }),

/***/ 2026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sJ: () => (/* binding */ isOwnName),
/* harmony export */   yp: () => (/* binding */ OwnFiles)
/* harmony export */ });
/* unused harmony export STEP_DIRECTORY */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2012);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);




/** The prefix of the name of an action's step directory; mkdtemp(3) adds six characters. */
const STEP_DIRECTORY = '.fledge-step-';
const STEP_DIRECTORY_NAME = /^\.fledge-step-[0-9A-Za-z]{6}$/;
/** Whether a file or directory of this name belongs to a build. Check it first: scratch can vanish at any time. */
function isOwnName(name) {
    return (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .isScratchName */ .gA)(name) || STEP_DIRECTORY_NAME.test(name);
}
/**
 * Files and directories that belong to builds and not to the author of a plugin. Scratch and step directories are
 * identified by their names, others by their inodes, so that no link and no second mount hides them. They can contain
 * logins.
 */
class OwnFiles {
    /** Device numbers by inode number. */
    #devices = new Map();
    /** `paths` are absolute; those that do not exist are left out. */
    constructor(paths) {
        for (const path of paths) {
            const stats = statsOf(path);
            if (stats === undefined)
                continue;
            const devices = this.#devices.get(stats.ino) ?? new Set();
            this.#devices.set(stats.ino, devices.add(stats.dev));
        }
    }
    /** Whether a file or directory is one of those that are identified by their inodes. */
    has({ dev, ino }) {
        return this.#devices.get(ino)?.has(dev) === true;
    }
    /**
     * Whether a file or directory is one of them, or is inside one. A directory that contains `directory` too does not
     * count, because the build's own files are there. Both paths are absolute and without links.
     */
    holds(path, directory) {
        for (let at = path; at !== '/'; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
            if (directory === at || directory.startsWith(`${at}/`))
                return false;
            if (isOwnName(at.slice(at.lastIndexOf('/') + 1)) || this.has((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(at))))
                return true;
        }
        return false;
    }
}
/** Undefined if stat fails, for example for a path that is too long: such a file cannot be mapped either. */
function statsOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ followPath)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2581);

/** The number of symlinks that Linux follows in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;
/** Follows a path in a tree as Linux does at run time, including its last component. */
function followPath(tree, path) {
    const split = (text) => text.split('/').reverse();
    const todo = split(path);
    const names = [];
    let links = 0;
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            names.pop();
            continue;
        }
        const here = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)([...names, name]);
        const inode = tree.get(here);
        if (inode === undefined) {
            const rest = todo.toReversed().filter((part) => part !== '' && part !== '.');
            return { path: (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)([...names, name, ...rest]), inode: undefined, loops: false };
        }
        if (inode.kind !== 'symlink') {
            names.push(name);
            continue;
        }
        if (++links > MAX_SYMLINKS)
            return { path: here, inode: undefined, loops: true };
        if (inode.target.startsWith('/'))
            names.length = 0;
        todo.push(...split(inode.target));
    }
    const end = (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(names);
    return { path: end, inode: tree.get(end), loops: false };
}


/***/ }),

/***/ 3452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fc: () => (/* binding */ NOT_ON_HOST),
  fU: () => (/* binding */ addMappings),
  Hr: () => (/* binding */ findMappingOf),
  z$: () => (/* binding */ findUnusableSources)
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
// EXTERNAL MODULE: ./build/support/files/own-files.js
var own_files = __webpack_require__(2026);
;// CONCATENATED MODULE: ./build/tree/credential-files.js


/** Names of files that may contain credentials. This check is fast, because it runs for every mapped file. */
const NAMES = /^(?:gha-creds-.+\.json|git-credentials-.+\.config|\.git-credentials|\.netrc|\.npmrc|\.pypirc|config\.json|auth\.json|credentials)$/;
/** Paths of such files, and the content that distinguishes files with a secret from those without one. */
const KINDS = [
    // google-github-actions/auth writes one to the workspace, actions/checkout to RUNNER_TEMP.
    [/(?:^|\/)gha-creds-[0-9a-f]+\.json$/],
    [/(?:^|\/)git-credentials-[^/]+\.config$/],
    [/(?:^|\/)\.(?:git-credentials|netrc)$/],
    [/(?:^|\/)\.aws\/credentials$/],
    // actions/setup-node writes the name of a variable instead of a token.
    [/(?:^|\/)\.npmrc$/, /_(?:auth|authToken|password)\s*=\s*["']?(?!\$\{)[^\s"']/],
    [/(?:^|\/)\.pypirc$/, /^\s*password\s*[=:]\s*\S/m],
    [/(?:^|\/)(?:\.docker\/config|containers\/auth)\.json$/, /"(?:auth|identitytoken|password)"\s*:\s*"[^"]/],
];
const MAX_BYTES = 64 * 1024;
/** True if a file looks like one in which a tool stores a secret. `path` is an absolute path of the host. */
function looksLikeCredentials(name, path) {
    if (!NAMES.test(name))
        return false;
    const kind = KINDS.find(([pattern]) => pattern.test(path));
    if (kind === undefined)
        return false;
    const [, content] = kind;
    return content === undefined || content.test(beginningOf(path));
}
/** The beginning of a file. Empty if it cannot be read: the build reports that later. */
function beginningOf(path) {
    try {
        const descriptor = (0,external_node_fs_.openSync)((0,byte_string/* bytesOf */.$$)(path), external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOFOLLOW);
        try {
            const bytes = Buffer.alloc(MAX_BYTES);
            return bytes.toString('latin1', 0, (0,external_node_fs_.readSync)(descriptor, bytes));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./build/tree/follow.js
var follow = __webpack_require__(4136);
;// CONCATENATED MODULE: ./build/tree/permissions.js
/** Directories for programs in the File System Hierarchy Standard: files below are always executable. */
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
/** Directories for libraries: shared objects below are executable, as linkers make them. */
const LIBRARY_DIRECTORIES = ['lib', 'lib64', 'usr/lib', 'usr/lib64', 'usr/local/lib', 'usr/local/lib64'];
const SHARED_LIBRARY = /\.so(\.\d+)*$/;
/** The mode of every mapped directory. */
const DIRECTORY_MODE = 0o755;
/**
 * The mode of a mapped file. It depends only on the destination and on whether the file is executable on the host, so
 * that a umask or a checkout cannot change the artifact.
 */
function mappedFileMode(destination, hostMode) {
    const executable = (hostMode & 0o111) !== 0 ||
        isBelow(destination, PROGRAM_DIRECTORIES) ||
        (SHARED_LIBRARY.test(destination) && isBelow(destination, LIBRARY_DIRECTORIES));
    return executable ? 0o755 : 0o644;
}
/** True if a path of the tree (without a leading slash) is below a directory for programs. */
function isProgramPath(path) {
    return isBelow(path, PROGRAM_DIRECTORIES);
}
function isBelow(path, directories) {
    return directories.some((directory) => path.startsWith(`${directory}/`));
}

;// CONCATENATED MODULE: ./build/tree/mappings.js









/** Problem of a path in fledge.toml that does not exist. */
const NOT_ON_HOST = 'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';
/** Problem of a mapping of a file in OwnFiles. */
const BELONGS_TO_BUILDS = 'this belongs to a build, such as its cache or a login, and is never mapped; map another file or directory';
/**
 * The metadata of a git checkout: a directory, or a file in a worktree or a submodule. actions/checkout writes a token
 * to it.
 */
const GIT = '.git';
/** The event loop runs after this many entries, so that signals are handled during a long walk. */
const ENTRIES_PER_TURN = 1000;
/**
 * Adds the mapped host files and directories to the tree, in order; later ones win. All are owned by 0:0 and have the
 * mode of permissions.ts. A mapped directory is merged with an existing one, also through a link such as `bin ->
 * usr/bin`, and the metadata of the existing one is kept. Links inside a mapped directory are kept as links; a link
 * that is itself the source is followed. Only files that may contain credentials are read here.
 *
 * Files of builds and `.git` are skipped in a mapped directory, at any depth. A mapping of `.git`, or of a file in it,
 * includes it.
 *
 * Returns all mappings that failed; the tree is then incomplete.
 */
async function addMappings(tree, mappings, { directory, mtime, exclude = new Set(), own = [] }) {
    const realDirectory = realPath(directory);
    const problems = [];
    const programs = [];
    const mappedBy = new Map();
    const owned = { uid: 0, gid: 0, mtime, xattrs: new Map() };
    const excluded = new Set(Array.from(exclude, byte_string/* byteStringFromText */.dw));
    const ownFiles = new own_files/* OwnFiles */.yp(own);
    const git = { count: 0, first: '' };
    const credentials = { count: 0, first: '' };
    let entries = 0;
    for (const mapping of mappings) {
        const fail = (message) => {
            problems.push({ mapping, message });
        };
        const putNonDirectory = (path, inode) => {
            if (inode.kind === 'file' && tree.get(path)?.kind === 'directory') {
                fail(`/${(0,byte_string/* displayByteString */.oO)(path)} is a directory, and a file cannot replace it; choose another destination`);
                return;
            }
            if (tree.hasEntriesBelow(path)) {
                fail(`/${(0,byte_string/* displayByteString */.oO)(path)} is a directory with files in it, and a ${inode.kind} cannot replace it`);
                return;
            }
            tree.put(path, inode);
        };
        const addFile = (host, stats, path, label) => {
            const metadata = { ...owned, mode: mappedFileMode(path, stats.mode) };
            const content = { kind: 'host-file', size: stats.size, path: host, label };
            putNonDirectory(path, { ...metadata, kind: 'file', content });
            if (metadata.mode === 0o755 && isProgramPath(path))
                programs.push(path);
        };
        const addDirectory = async (host, path, label, includesGit) => {
            const target = tree.resolveDirectory(path) ?? path;
            if (tree.get(target)?.kind !== 'directory') {
                // A dangling link is replaced.
                if ((0,follow/* followPath */.Z)(tree, target).inode !== undefined) {
                    fail(`/${(0,byte_string/* displayByteString */.oO)(path)} is not a directory, and a directory cannot replace it; choose another destination`);
                    return;
                }
                tree.putDirectory(target, { ...owned, mode: DIRECTORY_MODE });
            }
            const names = namesIn(host, label, fail);
            for (const name of names) {
                if (++entries % ENTRIES_PER_TURN === 0)
                    await (0,promises_.setImmediate)();
                const childHost = `${host === '/' ? '' : host}/${name}`;
                if (excluded.has(childHost) || (0,own_files/* isOwnName */.sJ)(name))
                    continue;
                const childPath = (target === '' ? name : `${target}/${name}`);
                const childLabel = `${label}/${(0,byte_string/* displayByteString */.oO)(name)}`;
                if (name === GIT && !includesGit) {
                    see(git, childLabel);
                    continue;
                }
                const hostBytes = (0,byte_string/* bytesOf */.$$)(childHost);
                const stats = readable(childLabel, fail, () => (0,external_node_fs_.lstatSync)(hostBytes));
                if (stats === undefined || ownFiles.has(stats))
                    continue;
                if (stats.isDirectory())
                    await addDirectory(childHost, childPath, childLabel, includesGit);
                else if (stats.isFile()) {
                    addFile(hostBytes, stats, childPath, childLabel);
                    if (looksLikeCredentials(name, childHost))
                        see(credentials, childLabel);
                }
                else if (stats.isSymbolicLink()) {
                    const link = (0,byte_string/* byteStringFromBytes */.Pb)((0,external_node_fs_.readlinkSync)(hostBytes, { encoding: 'buffer' }));
                    putNonDirectory(childPath, { ...owned, mode: 0o777, kind: 'symlink', target: link });
                }
                else
                    fail(specialFileMessage(childLabel, stats));
            }
        };
        try {
            const { host, stats } = findSource(mapping, directory);
            const destination = (0,byte_string/* byteStringFromText */.dw)(mapping.destination.slice(1));
            if (excluded.has(host))
                fail('the build writes this file; map another file, or write the output elsewhere');
            else if (ownFiles.holds(host, realDirectory))
                fail(BELONGS_TO_BUILDS);
            else if (stats.isDirectory()) {
                const includesGit = isInGit(host) || isInGit((0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.resolve)(directory, mapping.source)));
                await addDirectory(host, destination, withoutSlash(mapping.source), includesGit);
            }
            else if (!stats.isFile())
                fail(specialFileMessage(mapping.source, stats));
            else {
                const path = placeOf(tree, mapping, destination);
                const earlier = mappedBy.get(path);
                if (earlier === undefined)
                    addFile((0,byte_string/* bytesOf */.$$)(host), stats, path, mapping.source);
                else
                    fail(`"${earlier.source}" is already mapped to /${(0,byte_string/* displayByteString */.oO)(path)}`);
                mappedBy.set(path, mapping);
            }
        }
        catch (error) {
            fail(sourceErrorMessage(error, mapping));
        }
    }
    return { problems, programs, git, credentials };
}
function see(seen, label) {
    if (seen.count === 0)
        seen.first = label;
    seen.count += 1;
}
function isInGit(path) {
    return path.split('/').includes(GIT);
}
/** The names in a host directory, in byte order. If it cannot be read, reports a problem and returns none. */
function namesIn(host, label, fail) {
    const names = readable(label, fail, () => (0,external_node_fs_.readdirSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' }));
    return (names ?? []).map(byte_string/* byteStringFromBytes */.Pb).sort(byte_string/* compareByteStrings */.eS);
}
/**
 * Returns the result of `read`. If permission is denied, reports a problem that names the file and returns undefined.
 */
function readable(label, fail, read) {
    try {
        return read();
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) !== 'EACCES')
            throw error;
        fail(`cannot read ${label}: permission denied; make it readable for the user who builds`);
        return undefined;
    }
}
/**
 * The mapping that added the file at a path without links, after all mappings; undefined if none did. Of several, the
 * last one wins.
 */
function findMappingOf(tree, path, { mappings, directory }) {
    return mappings.findLast((mapping) => {
        try {
            const { host, stats } = findSource(mapping, directory);
            const destination = (0,byte_string/* byteStringFromText */.dw)(mapping.destination.slice(1));
            if (!stats.isDirectory())
                return placeOf(tree, mapping, destination) === path;
            const base = tree.resolveDirectory(destination) ?? destination;
            if (base === path)
                return true;
            const prefix = base === '' ? '' : `${base}/`;
            if (!path.startsWith(prefix))
                return false;
            return ((0,external_node_fs_.lstatSync)((0,byte_string/* bytesOf */.$$)(`${host}/${path.slice(prefix.length)}`), { throwIfNoEntry: false }) !==
                undefined);
        }
        catch {
            // A source that cannot be read is not the one in question: all mappings have succeeded before.
            return false;
        }
    });
}
/** The path of a mapped file: inside its destination if that is a directory, otherwise the destination itself. */
function placeOf(tree, mapping, destination) {
    const inside = mapping.inside || tree.resolveDirectory(destination) !== undefined;
    const name = (0,byte_string/* byteStringFromText */.dw)(`/${(0,external_node_path_.basename)(mapping.source)}`);
    return tree.resolveParent(inside ? (destination + name) : destination);
}
/**
 * Checks that every source exists and can be mapped, without a tree. Returns one problem for each that cannot. For
 * `validate`, because a missing program may not be compiled yet.
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
    const host = realPath((0,external_node_path_.resolve)(directory, mapping.source));
    return { host, stats: (0,external_node_fs_.lstatSync)((0,byte_string/* bytesOf */.$$)(host)) };
}
function realPath(path) {
    return (0,byte_string/* byteStringFromBytes */.Pb)(external_node_fs_.realpathSync.native(path, { encoding: 'buffer' }));
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
                ? 'no such file or directory on the host; ~, $NAME and * are not expanded'
                : NOT_ON_HOST;
        case 'ELOOP':
            return 'the path is a loop of symbolic links';
        case 'EACCES':
            return 'permission denied; make it readable for the user who builds';
        default:
            return error instanceof errors/* FledgeError */.aE ? error.message : `cannot be read: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}


/***/ }),

/***/ 2581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uf: () => (/* binding */ splitPath),
/* harmony export */   hr: () => (/* binding */ FileTree),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var _support_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(975);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6471);




const SLASH = '/';
const SETGID = 0o2000;
/** Limit of a path in a message, in bytes; a hostile path may have a million. */
const MAX_SHOWN_BYTES = 300;
/** Nodes and steps are charged to the budget in batches of this size. */
const NODES_PER_CHARGE = 256;
const STEPS_PER_CHARGE = 65_536;
/**
 * The files of an artifact. Paths are byte strings. A leading slash and `.` components have no effect, and `..` never
 * leaves the root. Symlinks in the *parent* part of a path are followed inside the tree, as if the tree were `/`; the
 * last component is never followed.
 *
 * A tree may be built in layers: after `beginLayer`, `hide` and `hideBelow` remove entries of lower layers and keep
 * those of the current layer.
 *
 * Names, paths and steps are charged to a budget, also for implied directories, and credited when entries are removed.
 * Each method that looks up a path throws FledgeError `input` when the budget is exhausted.
 */
class FileTree {
    /** The budget for the entries of the tree. */
    budget;
    #root;
    #missingParent;
    #layer = 0;
    /** True while a layer is applied to the tree. */
    #isInLayer = false;
    /** True for the first layer: whiteouts have nothing to hide. */
    #isLowest = true;
    #buried = [];
    // Not charged yet: a call of the budget for each name costs more than the name itself.
    #nodes = 0;
    #pathBytes = 0;
    #steps = 0;
    /** `mtime` is the time of the root and of implied parents. */
    constructor(mtime, budget = new _support_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .Budget */ ._()) {
        this.#missingParent = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, mtime, xattrs: new Map() };
        this.budget = budget;
        this.#root = this.#createDirectory({ ...this.#missingParent }, 0);
    }
    /**
     * Adds a file, symlink, device or fifo at `path`, and replaces an existing entry. Adding one inode at several paths
     * makes hardlinks. In a layer, a parent that is not a directory is removed if a lower layer added it.
     *
     * @throws FledgeError `input` if a parent is not a directory or is a symlink loop, or the path is the root; in a
     *   layer also if a name or the whole path, without links, is longer than the limits of Linux.
     */
    put(path, inode) {
        const { place, name } = this.#parentOf(path);
        this.#setChild(place.directory, name, inode);
        this.#markChanged(place, name);
    }
    /**
     * Checks that a file can be added at `path` without replacing a directory. Creates nothing.
     *
     * @throws FledgeError `input` as `put` does, and if a directory exists at `path`.
     */
    requirePlaceForFile(path) {
        const components = splitPath(path);
        const name = components.pop() ?? '';
        const place = this.#resolve(components, 'look');
        const isThere = place.directories.length === place.names.length + 1;
        if (isThere && place.directory.children.get(name)?.kind === 'directory') {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `/${displayPath([...place.names, name])} is a directory`);
        }
    }
    /** Adds a directory. An existing directory keeps its children and gets the metadata; any other entry is replaced. */
    putDirectory(path, metadata) {
        const { mode, uid, gid, mtime, xattrs } = metadata;
        const inode = { kind: 'directory', mode, uid, gid, mtime, xattrs };
        if (splitPath(path).length === 0) {
            this.#root.inode = inode;
            return;
        }
        const { place, name } = this.#parentOf(path);
        const { children } = place.directory;
        const present = children.get(name);
        if (present?.kind === 'directory') {
            present.inode = inode;
            present.inodeLayer = this.#layer;
        }
        else {
            this.#setChild(place.directory, name, this.#createDirectory(inode, pathBytesOf(place.directory, name)));
        }
        this.#markChanged(place, name);
    }
    /** The inode at `path` (its last component is not followed), or undefined. */
    get(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return this.#root.inode;
        const node = this.#find(components)?.directory.children.get(name);
        return node?.kind === 'directory' ? node.inode : node;
    }
    /**
     * The path, free of symlinks, of the directory at `path`, whose last component is followed too; undefined if there is
     * no directory.
     */
    resolveDirectory(path) {
        const place = this.#find(splitPath(path));
        return place === undefined ? undefined : joinPath(place.names);
    }
    /**
     * `path` with the links in its parent part followed, without a leading slash: the place at which `put` adds an entry.
     * Missing parents are not created.
     */
    resolveParent(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return '';
        return joinPath([...(this.#find(components)?.names ?? components), name]);
    }
    /** True if there is a directory at `path` (not followed) that is not empty. */
    hasEntriesBelow(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return this.#root.children.size > 0;
        const node = this.#find(components)?.directory.children.get(name);
        return node?.kind === 'directory' && node.children.size > 0;
    }
    /** Removes the entry at `path` with everything below it. Returns false if there was none. */
    remove(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return false;
        const directory = this.#find(components)?.directory;
        return directory !== undefined && this.#deleteChild(directory, name);
    }
    /** The files that were removed because a layer has an entry below their paths, in order. */
    get buried() {
        return this.#buried;
    }
    /** Begins a layer: all existing entries now belong to lower layers. */
    beginLayer() {
        this.#layer += 1;
        this.#isInLayer = true;
        this.#isLowest = this.#root.children.size === 0;
    }
    /** Ends a layer: entries added from now on do not replace files in their parent part. */
    endLayer() {
        this.#isInLayer = false;
        this.#settle();
    }
    /**
     * Removes the entries of lower layers at `path` (its last component is not followed) and below. The order relative to
     * entries of this layer does not matter: a directory of a lower layer that remains because of an entry of this layer
     * gets the metadata of an implied directory.
     *
     * @throws FledgeError `input`, as `hideBelow` does, if the path contains a loop of symlinks.
     */
    hide(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return;
        const parent = this.#resolve(components, 'find-without-loop')?.directory;
        if (parent !== undefined)
            this.#hideIn(parent, [name]);
    }
    /** Removes the entries of lower layers in the directory at `path`, but not the directory itself. */
    hideBelow(path) {
        const directory = this.#resolve(splitPath(path), 'find-without-loop')?.directory;
        if (directory === undefined || directory.cleanLayer === this.#layer)
            return;
        this.#hideIn(directory, [...directory.children.keys()]);
        directory.cleanLayer = this.#layer;
    }
    /**
     * Changes the metadata of inodes: `change` returns the values to replace, or undefined. A file with several names
     * remains one inode: `change` is called for its first name, and for other names only if it has changed nothing so
     * far. `pathOf` returns the path of that name.
     */
    changeMetadata(change) {
        const changedNonDirectories = new Map();
        const todo = [{ directory: this.#root, path: '' }];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            const { directory, path } = next;
            const ofDirectory = change(directory.inode, () => path);
            if (ofDirectory !== undefined)
                directory.inode = { ...directory.inode, ...ofDirectory };
            for (const [name, child] of directory.children) {
                const pathOf = () => (path === '' ? name : `${path}/${name}`);
                if (child.kind === 'directory') {
                    todo.push({ directory: child, path: pathOf() });
                    continue;
                }
                const known = changedNonDirectories.get(child);
                const changes = known === undefined ? change(child, pathOf) : undefined;
                const changed = changes === undefined ? known : { ...child, ...changes };
                if (changed === undefined)
                    continue;
                changedNonDirectories.set(child, changed);
                directory.children.set(name, changed);
            }
        }
    }
    /** All entries in the byte order of their paths, so every directory precedes its children. The root is first. */
    *entries() {
        yield { path: '', name: '', inode: this.#root.inode };
        // An explicit stack instead of recursion: a directory may be a thousand levels deep.
        const stack = [{ prefix: '', items: itemsOf(this.#root) }];
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            const item = top.items.pop();
            if (item === undefined) {
                stack.pop();
                continue;
            }
            const { key, node, below } = item;
            const path = (top.prefix + key);
            if (node.kind !== 'directory')
                yield { path, name: key, inode: node };
            else if (below)
                stack.push({ prefix: path, items: itemsOf(node) });
            else
                yield { path, name: key, inode: node.inode };
        }
    }
    /** All non-directories, each with the name in the root at or below which it is; unordered, which is faster. */
    *leaves() {
        for (const [top, node] of this.#root.children) {
            const todo = [node];
            for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
                if (next.kind !== 'directory')
                    yield { top, inode: next };
                else
                    for (const child of next.children.values())
                        todo.push(child);
            }
        }
    }
    #createDirectory(inode, pathBytes) {
        return {
            kind: 'directory',
            inode,
            children: new Map(),
            pathBytes,
            inodeLayer: this.#layer,
            changed: undefined,
            changedLayer: 0,
            cleanLayer: this.#layer,
        };
    }
    /** The inode of an implied parent. In a layer, below a setgid directory, it is that of mkdir(2). */
    #missingParentIn({ inode }) {
        if (!this.#isInLayer || (inode.mode & SETGID) === 0)
            return { ...this.#missingParent };
        return { ...this.#missingParent, mode: this.#missingParent.mode | SETGID, gid: inode.gid };
    }
    #setChild(directory, name, node) {
        const { children } = directory;
        const present = children.get(name);
        if (present === undefined) {
            this.#nodes += 1;
            this.#pathBytes += pathBytesOf(directory, name);
            if (this.#nodes >= NODES_PER_CHARGE)
                this.#settle();
        }
        else if (present.kind === 'directory')
            this.#giveBackBelow(present);
        children.set(name, node);
    }
    #deleteChild(directory, name) {
        const { children } = directory;
        const present = children.get(name);
        if (present === undefined)
            return false;
        if (present.kind === 'directory')
            this.#giveBackBelow(present);
        this.#nodes -= 1;
        this.#pathBytes -= pathBytesOf(directory, name);
        return children.delete(name);
    }
    #giveBackBelow(directory) {
        const todo = [directory];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            for (const [name, child] of next.children) {
                this.#nodes -= 1;
                this.#pathBytes -= pathBytesOf(next, name);
                if (child.kind === 'directory')
                    todo.push(child);
            }
        }
    }
    #takeSteps(count) {
        this.#steps += count;
        if (this.#steps >= STEPS_PER_CHARGE)
            this.#settle();
    }
    /** Charges the pending amounts to the budget. */
    #settle() {
        const [nodes, pathBytes, steps] = [this.#nodes, this.#pathBytes, this.#steps];
        this.#nodes = 0;
        this.#pathBytes = 0;
        this.#steps = 0;
        this.budget.spend('nodes', nodes);
        this.budget.spend('pathBytes', pathBytes);
        this.budget.spend('steps', steps);
    }
    #parentOf(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', 'the root directory cannot be replaced by a file');
        }
        const place = this.#resolve(components, 'create');
        this.#requireLinuxName(place.directory, name);
        return { place, name };
    }
    #find(components) {
        return this.#resolve(components, 'find');
    }
    #resolve(components, missing) {
        const mustBePossible = missing === 'create' || missing === 'look';
        this.#takeSteps(components.length);
        // From the root to the current directory, so that `..` is a pop.
        const directories = [this.#root];
        const names = [];
        // Names below the last existing directory. `..` in a link may remove them before they are created.
        const absent = [];
        const todo = components.toReversed();
        let followed = 0;
        let here = this.#root;
        for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
            if (name === '..') {
                if (absent.pop() === undefined && names.pop() !== undefined)
                    directories.pop();
                here = directories.at(-1) ?? this.#root;
                continue;
            }
            const child = absent.length === 0 ? here.children.get(name) : undefined;
            if (child === undefined)
                absent.push(name);
            else if (child.kind === 'directory') {
                directories.push(child);
                names.push(name);
                here = child;
            }
            else if (child.kind === 'symlink') {
                if (++followed > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_SYMLINKS */ .oG) {
                    if (missing === 'find')
                        return undefined;
                    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `/${displayPath(components)} contains a loop of symbolic links`);
                }
                // Counts empty names and dots as well: a target may have thousands of them.
                const target = child.target.split(SLASH);
                this.#takeSteps(target.length);
                if (child.target.startsWith(SLASH)) {
                    directories.length = 1;
                    names.length = 0;
                    here = this.#root;
                }
                todo.push(...namesOf(target).reverse());
            }
            else if (missing === 'create' && this.#isOfLowerLayer(here, name))
                absent.push(name);
            else {
                if (!mustBePossible)
                    return undefined;
                const path = displayPath([...names, name]);
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `/${path} is not a directory, so nothing can be put below it`);
            }
        }
        if (absent.length === 0)
            return { directories, names, directory: here };
        if (missing === 'look')
            return { directories, names: [...names, ...absent], directory: here };
        if (missing !== 'create')
            return undefined;
        for (const name of absent) {
            this.#requireLinuxName(here, name);
            if (here.children.has(name))
                this.#bury([...names, name]);
            const created = this.#createDirectory(this.#missingParentIn(here), pathBytesOf(here, name));
            this.#setChild(here, name, created);
            directories.push(created);
            names.push(name);
            here = created;
        }
        return { directories, names, directory: here };
    }
    #bury(names) {
        const path = joinPath(names);
        // Its path remains in memory, so it is not credited.
        this.#pathBytes += path.length;
        this.#buried.push({ layer: this.#layer, path });
    }
    /** True if the entry with a name in a directory belongs to a lower layer. */
    #isOfLowerLayer({ changed, changedLayer }, name) {
        if (!this.#isInLayer || this.#isLowest)
            return false;
        return changedLayer !== this.#layer || changed?.has(name) !== true;
    }
    /** Limits the nesting of a hostile layer. Without layers, each format reports what it cannot hold. */
    #requireLinuxName({ pathBytes }, name) {
        if (this.#layer === 0)
            return;
        if (name.length > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_NAME_BYTES */ .pg) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `a name of ${name.length} bytes is longer than ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_NAME_BYTES */ .pg}, the limit of Linux`);
        }
        // The components below this directory are not counted yet.
        if (pathBytes + 1 + name.length > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PATH_BYTES */ .PR) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `the path is longer than ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PATH_BYTES */ .PR} bytes, the limit of Linux`);
        }
    }
    /** Marks `name` as changed by this layer, and so every directory above it. */
    #markChanged({ directories, names }, name) {
        if (this.#isLowest)
            return;
        let child = name;
        for (let level = directories.length - 1; child !== undefined; level -= 1) {
            const directory = directories[level] ?? this.#root;
            if (directory.changedLayer !== this.#layer || directory.changed === undefined) {
                directory.changed = new Set();
                directory.changedLayer = this.#layer;
            }
            // Ancestors are already marked.
            if (directory.changed.has(child))
                return;
            directory.changed.add(child);
            child = names[level - 1];
        }
    }
    #hideIn(directory, names) {
        if (this.#isLowest)
            return;
        const todo = [{ directory, names }];
        for (let work = todo.pop(); work !== undefined; work = todo.pop()) {
            this.#takeSteps(work.names.length);
            for (const name of work.names) {
                const child = work.directory.children.get(name);
                if (child === undefined)
                    continue;
                if (this.#isOfLowerLayer(work.directory, name))
                    this.#deleteChild(work.directory, name);
                else if (child.kind === 'directory') {
                    if (child.inodeLayer !== this.#layer) {
                        child.inode = this.#missingParentIn(work.directory);
                        child.inodeLayer = this.#layer;
                    }
                    // One visit is enough: a layer adds no entries of lower layers again.
                    if (child.cleanLayer === this.#layer)
                        continue;
                    child.cleanLayer = this.#layer;
                    todo.push({ directory: child, names: [...child.children.keys()] });
                }
            }
        }
    }
}
/** The length of the path of a name in a directory, in bytes, with a slash before each name. */
function pathBytesOf(directory, name) {
    return directory.pathBytes + 1 + name.length;
}
/** The children of a directory in reverse byte order. */
function itemsOf(directory) {
    // In the byte order of whole paths, a directory's own entry and its children are two items: `a` < `a-b` < `a/c`,
    // because `-` is smaller than the slash.
    const items = [];
    for (const [name, node] of directory.children) {
        items.push({ key: name, node, below: false });
        if (node.kind === 'directory' && node.children.size > 0) {
            items.push({ key: (name + SLASH), node, below: true });
        }
    }
    return items.sort((a, b) => (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .compareByteStrings */ .eS)(b.key, a.key));
}
/** The names in a path that was split at its slashes, without empty ones and `.`. */
function namesOf(pieces) {
    return pieces.filter((name) => name !== '' && name !== '.');
}
/** The names in a path; `..` removes the name before it, and never leaves the root. */
function splitPath(path) {
    const components = [];
    for (const name of path.split(SLASH)) {
        if (name === '..')
            components.pop();
        else if (name !== '' && name !== '.')
            components.push(name);
    }
    return components;
}
/** Joins names to a path without a leading slash. */
function joinPath(names) {
    return names.join(SLASH);
}
function displayPath(names) {
    const path = joinPath(names);
    const shown = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .displayByteString */ .oO)(path.slice(0, MAX_SHOWN_BYTES));
    return path.length > MAX_SHOWN_BYTES ? `${shown}…` : shown;
}


/***/ })

};
