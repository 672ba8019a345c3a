export const id = 3486;
export const ids = [3486,1022];
export const modules = {

/***/ 80735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ removeAny),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   q: () => (/* binding */ removeDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** Opens a directory without permission to read it (open(2)); Node does not export it. */
const O_PATH = 0o10000000;
/** A program that was killed a moment ago can still be creating files. */
const ATTEMPTS = 4;
const PAUSE_MS = 20;
/** The identity of the file or directory at a path, or undefined if there is none. Links are not followed. */
function identityOf(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
}
function isSame(a, b) {
    return a.dev === b.dev && a.ino === b.ino;
}
/**
 * Removes a directory recursively, also if modes deny access to its owner. It does nothing if the path leads to another
 * directory than `expected`.
 *
 * Every step starts at an open directory (`/proc/self/fd`), so that a link in the place of a directory cannot redirect it.
 * Mounted file systems below are skipped. Directories are moved up before they are removed, so that neither the depth nor
 * the length of paths is limited, and at most three directories are open at once.
 *
 * @throws the system's error if something cannot be removed.
 */
function removeDirectory(path, expected) {
    const root = openDirectory(path, (found) => isSame(found, expected));
    if (root === undefined)
        return;
    try {
        for (let attempt = 1;; attempt++) {
            emptyDirectory(root, expected.dev);
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
                return;
            }
            catch (error) {
                const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
                if (code === 'ENOENT')
                    return;
                if (code !== 'ENOTEMPTY' || attempt === ATTEMPTS)
                    throw error;
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
            }
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(root.descriptor);
    }
}
/**
 * Removes the file at a path, or the directory with its content. A missing path is not an error.
 *
 * @throws the system's error if it cannot be removed.
 */
function removeAny(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
    if (found?.isDirectory() === true)
        removeDirectory(path, found);
    else if (found !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
}
/** Opens a directory, after giving its owner all permissions. Undefined if it is missing or not accepted. */
function openDirectory(path, accepts) {
    const handle = openToLook(path);
    if (handle === undefined)
        return undefined;
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle, { bigint: true });
        if (!accepts(stats))
            return undefined;
        const held = heldPath(handle) ?? path;
        if (lacksPermissions(stats))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(held, 0o700);
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(held, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY);
        return { descriptor, path: heldPath(descriptor) ?? path };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}
function openToLook(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, O_PATH | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP')
            return undefined;
        throw error;
    }
}
function lacksPermissions({ mode }) {
    return (Number(mode) & 0o700) !== 0o700;
}
/** Undefined if there is no /proc. */
function heldPath(descriptor) {
    const path = `/proc/self/fd/${descriptor}`;
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? path : undefined;
}
/** Removes the content of a directory. Subdirectories are moved up into it, and emptied in the next round. */
function emptyDirectory(root, dev) {
    // Mounted file systems are skipped.
    const isOnSameDevice = (found) => found.dev === dev;
    for (let changes = 1; changes > 0;) {
        changes = 0;
        for (const entry of entriesIn(root)) {
            const path = childOf(root, entry.name);
            const child = entry.isDirectory() ? openDirectory(path, isOnSameDevice) : undefined;
            if (child === undefined) {
                if (!entry.isDirectory() && removeFile(path))
                    changes += 1;
                continue;
            }
            try {
                for (const below of entriesIn(child)) {
                    const from = childOf(child, below.name);
                    if (below.isDirectory() ? moveUp(from, root, isOnSameDevice) : removeFile(from))
                        changes += 1;
                }
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(child.descriptor);
            }
            if (removeEmptyDirectory(path))
                changes += 1;
        }
    }
}
function entriesIn({ path }) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { withFileTypes: true, encoding: 'buffer' });
}
function childOf({ path }, name) {
    return Buffer.concat([Buffer.from(path), Buffer.from('/'), name]);
}
/** False if it is now a directory. unlink(2) follows no link, and refuses a directory. */
function removeFile(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path), ['ENOENT', 'EISDIR']);
}
/** False if it is not empty, or a mount point. */
function removeEmptyDirectory(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path), ['ENOENT', 'ENOTEMPTY', 'EBUSY']);
}
/** Moves a directory to a new name in `root`. False if it is a mount point. */
function moveUp(path, root, accepts) {
    // A move changes the directory's `..`, and so needs the permission to write to it.
    const own = openDirectory(path, accepts);
    if (own === undefined)
        return false;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(own.descriptor);
    const name = `.moved-${process.hrtime.bigint()}`;
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, childOf(root, Buffer.from(name))), ['ENOENT', 'EBUSY', 'EXDEV']);
}
function succeeds(action, expected) {
    try {
        action();
        return true;
    }
    catch (error) {
        if (expected.includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) ?? ''))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isScratchName: () => (/* binding */ isScratchName),
/* harmony export */   removeStaleScratch: () => (/* binding */ removeStaleScratch),
/* harmony export */   runningSince: () => (/* binding */ runningSince),
/* harmony export */   scratchDirectory: () => (/* binding */ scratchDirectory),
/* harmony export */   scratchFile: () => (/* binding */ scratchFile),
/* harmony export */   setTemporaryRoot: () => (/* binding */ setTemporaryRoot),
/* harmony export */   staleDirectoriesIn: () => (/* binding */ staleDirectoriesIn),
/* harmony export */   temporaryDirectory: () => (/* binding */ temporaryDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72658);
/* harmony import */ var _remove_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80735);







/**
 * The name of scratch: `.fledge-HOST-PID-START-RANDOM-LABEL`. HOST identifies machine and pid namespace, and START is
 * the process's start time, so that a later build can distinguish leftovers of a killed build from files of a running one.
 */
const SCRATCH_NAME = /^\.fledge-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/;
/** Used as the start time if there is no /proc. */
const UNKNOWN_START = '0';
/** Scratch of another machine or container is stale if it was not modified for this time. */
const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;
/**
 * A free path in `directory`, for a file that the caller creates (with `wx`) and later renames or disposes of. The file
 * is removed if the process ends first.
 */
function scratchFile(directory, label) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    return scratchAt(path, () => removeFile(path));
}
/** Creates an empty directory in `directory`, accessible by this user only. */
function scratchDirectory(directory, label) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    // Set once it exists. Another directory that later has its path is not removed.
    let own;
    const scratch = scratchAt(path, () => {
        if (own !== undefined)
            (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, own);
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    own = (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .identityOf */ .cu)(path);
    return scratch;
}
let temporaryRoot;
/** Sets the directory for temporary files; default: the directory of the operating system (TMPDIR). */
function setTemporaryRoot(directory) {
    temporaryRoot = directory;
}
/**
 * Creates a scratch directory in the directory for temporary files, after removing those of killed builds.
 *
 * @throws FledgeError `output` if it cannot be created.
 */
function temporaryDirectory(label) {
    const parent = temporaryRoot ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    removeStaleScratch(parent);
    try {
        return scratchDirectory(parent, label);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot create a temporary directory in ${parent}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: 'set TMPDIR to a directory that you may write to',
        });
    }
}
/**
 * Removes the leftovers of killed builds of this user from `directory`. It does not touch the scratch of a running build
 * or of another user, and follows no link. It keeps directories if other users could have replaced them.
 */
function removeStaleScratch(directory) {
    for (const { path, found } of staleScratchIn(directory)) {
        try {
            if (found.isFile())
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
            else if (found.isDirectory())
                (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, found);
        }
        catch {
            // It does not disturb any build, and the next build tries again.
        }
    }
}
/**
 * The scratch directories of killed builds of this user in `directory` that `removeStaleScratch` may remove. Those that it
 * could not remove contain files of other users of a user namespace.
 */
function staleDirectoriesIn(directory) {
    return staleScratchIn(directory).flatMap(({ path, found }) => (found.isDirectory() ? [path] : []));
}
/**
 * The times at which running processes of this user have created scratch files with this label in `directory`, in
 * milliseconds since 1970. A process of another machine or container counts as running for a day.
 */
function runningSince(directory, label) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter((name) => isScratchName(name) && name.endsWith(`-${label}`));
    }
    catch {
        return [];
    }
    return names.flatMap((name) => {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name), { bigint: true, throwIfNoEntry: false });
        return found?.isFile() && isOwn(found) && !isDead(name, found) ? [Number(found.mtimeMs)] : [];
    });
}
/** Whether the process that created a file with the name of scratch has ended. */
function isDead(name, found) {
    const [, host, pid, start] = SCRATCH_NAME.exec(name) ?? [];
    // Without /proc no start time is known, and the end of a process cannot be detected.
    return host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(found);
}
function staleScratchIn(directory) {
    let names;
    let keepsDirectories;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter(isScratchName);
        keepsDirectories = isOpenToOthers((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(directory, { bigint: true }));
    }
    catch {
        return [];
    }
    return names.flatMap((name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
        if (found === undefined || !isOwn(found) || (keepsDirectories && found.isDirectory()))
            return [];
        return isDead(name, found) ? [{ path, found }] : [];
    });
}
function isOwn({ uid }) {
    return uid === BigInt(process.geteuid?.() ?? 0);
}
/**
 * Whether other users than root can rename files of a directory: its owner can, and everyone with write permission unless
 * it is sticky (unlink(2), EPERM). A renamed directory keeps its owner, and can contain data of this user.
 */
function isOpenToOthers(directory) {
    const mode = Number(directory.mode);
    const isTrusted = isOwn(directory) || directory.uid === 0n;
    return !isTrusted || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0);
}
/** Whether a file of this name is the scratch of a build, and not content of a user. */
function isScratchName(name) {
    return SCRATCH_NAME.test(name);
}
function scratchAt(path, remove) {
    const forget = (0,_process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__/* .atExit */ .sz)(remove);
    return {
        path,
        dispose() {
            remove();
            forget();
        },
        moveTo(target) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(path, target);
            forget();
        },
    };
}
/** unlink(2) follows no link and removes no directory. */
function removeFile(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR')
            throw error;
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
 * Field 22 of /proc/PID/stat (proc(5)), or undefined if there is no such process, or it is a zombie, as in a container
 * whose first process is not an init.
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
function isOld({ mtimeMs }) {
    return Date.now() - Number(mtimeMs) > FOREIGN_LIFETIME_MS;
}


/***/ }),

/***/ 23486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ writeFully),
/* harmony export */   a: () => (/* binding */ placeFile),
/* harmony export */   replaceFile: () => (/* binding */ replaceFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62625);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);





/** Writes all bytes at a position: write(2) may write fewer than requested, as on a disk that is almost full. */
function writeFully(descriptor, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, bytes, done, bytes.length - done, position + done);
    }
}
/**
 * Creates or replaces a file by an atomic rename: at each moment, its path has the old content or the whole new one. The
 * temporary file is removed after an error, and if a signal ends the process.
 */
function placeFile(path, bytes, options) {
    const { scratchDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), mode, isDurable } = options;
    const scratch = (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__.scratchFile)(scratchDirectory, 'file');
    try {
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(scratch.path, 'wx', mode);
        try {
            writeFully(descriptor, bytes, 0);
            if (isDurable)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(descriptor);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
        scratch.moveTo(path);
    }
    finally {
        scratch.dispose();
    }
}
/**
 * Creates or replaces a small text file of the user by an atomic rename.
 *
 * @throws FledgeError `output` if it cannot be written, or the path is not a regular file.
 */
function replaceFile(path, text) {
    const present = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    if (present !== undefined && !present.isFile()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot write ${path}: it is not a regular file`, {
            fix: 'remove it, or replace it by a regular file',
        });
    }
    try {
        placeFile(path, Buffer.from(text, 'utf8'), { mode: 0o666, isDurable: true });
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot write ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: fixOfReplacement(error, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)),
        });
    }
}
function fixOfReplacement(error, directory) {
    switch ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error)) {
        case 'ENOENT':
            return `create the directory: mkdir -p ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shellWord */ .r7)(directory)}`;
        case 'ENOSPC':
        case 'EDQUOT':
            return 'free some space, or write to another disk';
        default:
            return `make ${directory} a directory that you may write to`;
    }
}


/***/ })

};
