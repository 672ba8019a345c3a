export const id = 875;
export const ids = [875];
export const modules = {

/***/ 6875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validateCommand: () => (/* binding */ validateCommand)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4895);
/* harmony import */ var _config_manifest_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(578);
/* harmony import */ var _config_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3515);
/* harmony import */ var _tree_mappings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9085);




/**
 * `fledge validate`: checks the config and the manifest template. A host file that cannot be mapped is a warning only:
 * it may still have to be compiled.
 */
async function validateCommand(options, reporter) {
    const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(options.config);
    const template = await (0,_config_manifest_template_js__WEBPACK_IMPORTED_MODULE_1__/* .loadTemplateFor */ .gK)(loaded.file, options.manifest);
    for (const note of [...loaded.notes, ...(template?.notes ?? [])])
        reporter.warn((0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)(note), note);
    for (const { mapping, message } of (0,_tree_mappings_js__WEBPACK_IMPORTED_MODULE_3__/* .findUnusableSources */ .z)(loaded.config.mappings, loaded.directory)) {
        const position = await loaded.positionOf(mapping.key);
        reporter.warn((0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)({ file: loaded.file, ...position, key: (0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatKeyPath */ .K7)(mapping.key), message }));
    }
    const files = template === undefined ? loaded.file : `${loaded.file} and ${template.file}`;
    process.stdout.write(`${files}: valid (${loaded.config.strategy})\n`);
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
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
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
    const remove = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
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
