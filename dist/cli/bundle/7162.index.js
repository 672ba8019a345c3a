export const id = 7162;
export const ids = [7162];
export const modules = {

/***/ 61059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ adaptTree),
/* harmony export */   hw: () => (/* binding */ reasonToLeaveOut),
/* harmony export */   vx: () => (/* binding */ adaptToCpio)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26471);
/* harmony import */ var _cpio_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79902);
/* harmony import */ var _entry_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78256);




const DEFAULT_ACL = 'system.posix_acl_default';
/** The reasons for leaving out an attribute, in the words of the warning. */
const FOREIGN = 'left out extended attributes that Linux does not have';
const MISPLACED = 'left out extended attributes that Linux does not allow on such a file';
/**
 * Adapts metadata that a file system cannot hold and that users of the tree do not need, and counts the changes: times are
 * clamped to the range of the file system, and extended attributes that no program could read are removed. Other metadata
 * is unchanged, so that `requireEntryFits` can refuse it.
 */
function adaptTree(tree, limits, adjustments) {
    const clamped = `clamped times that ${limits.filesystem} cannot hold`;
    tree.changeMetadata((inode, pathOf) => {
        const { mtime, xattrs } = inode;
        const fits = mtime.seconds >= limits.minSeconds && mtime.seconds <= limits.maxSeconds;
        if (fits && xattrs.size === 0)
            return undefined;
        const show = () => `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(pathOf())}`;
        const change = {};
        if (!fits) {
            adjustments.add(clamped, () => `${mtime.seconds} s since 1970 of ${show()}`);
            change.mtime = nearestTime(mtime, limits);
        }
        const kept = new Map(xattrs);
        for (const name of xattrs.keys()) {
            const reason = reasonToLeaveOut(name, inode.kind);
            if (reason === undefined)
                continue;
            adjustments.add(reason, () => `${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name.slice(0, _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_XATTR_NAME_BYTES */ .rf))} of ${show()}`);
            kept.delete(name);
        }
        if (kept.size < xattrs.size)
            change.xattrs = kept;
        return change.mtime === undefined && change.xattrs === undefined ? undefined : change;
    });
}
/**
 * Adapts metadata that a newc archive cannot hold, as `adaptTree` does for file systems: extended attributes are removed, and
 * times are clamped to 32 bits. Device nodes, owners and all permission bits are kept.
 */
function adaptToCpio(tree, adjustments) {
    tree.changeMetadata((inode, pathOf) => {
        const { mtime, xattrs } = inode;
        const fits = mtime.seconds >= CPIO_TIMES.minSeconds && mtime.seconds <= CPIO_TIMES.maxSeconds;
        if (fits && xattrs.size === 0)
            return undefined;
        const show = () => `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(pathOf())}`;
        if (!fits) {
            adjustments.add('clamped times that an initramfs cannot hold', () => `${mtime.seconds} s since 1970 of ${show()}`);
        }
        for (const name of xattrs.keys()) {
            const shown = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name.slice(0, _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_XATTR_NAME_BYTES */ .rf));
            adjustments.add('left out extended attributes, which an initramfs cannot hold', () => `${shown} of ${show()}`);
        }
        return { mtime: fits ? mtime : nearestTime(mtime, CPIO_TIMES), xattrs: new Map() };
    });
}
/** The range of times in a newc header. */
const CPIO_TIMES = { minSeconds: 0, maxSeconds: _cpio_format_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_FIELD */ .eL };
function nearestTime({ seconds }, { minSeconds, maxSeconds }) {
    return { seconds: seconds > maxSeconds ? maxSeconds : minSeconds, nanoseconds: 0 };
}
/**
 * The reason why no program on Linux can read an attribute of such an inode (xattr(7)): its namespace belongs to another
 * system, or the kernel supports it only for other kinds of files. Undefined if programs can read it.
 */
function reasonToLeaveOut(name, kind) {
    const isAcl = _entry_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .ACL_ATTRIBUTES */ .R2.includes(name);
    if (name.length > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_XATTR_NAME_BYTES */ .rf || name.includes('\0'))
        return FOREIGN;
    if (!isAcl && !(0,_entry_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .isInNamespace */ .RY)(name))
        return FOREIGN;
    const isMisplaced = (name.startsWith('user.') && kind !== 'file' && kind !== 'directory') ||
        (isAcl && kind === 'symlink') ||
        (name === DEFAULT_ACL && kind !== 'directory');
    return isMisplaced ? MISPLACED : undefined;
}


/***/ }),

/***/ 19353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ writeBytes),
/* harmony export */   j: () => (/* binding */ writeContent)
/* harmony export */ });
/* harmony import */ var _content_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13252);

/** Writes all of `bytes` to the sink. */
async function writeBytes(sink, bytes) {
    for (let offset = 0; offset < bytes.length;) {
        const room = sink.reserve();
        const part = bytes.subarray(offset, offset + room.length);
        room.set(part);
        offset += part.length;
        const full = sink.commit(part.length);
        if (full !== undefined)
            await full;
    }
}
/**
 * Writes exactly `content.size` bytes to the sink, holes as zeros.
 *
 * @throws FledgeError `input` if a host file cannot be read, is not a regular file any more, or changed its size after it
 *   was added to the tree.
 */
async function writeContent(sink, content) {
    const reader = new _content_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ContentOpener */ .n().open(content);
    try {
        for (let offset = 0; offset < content.size;) {
            const room = sink.reserve().subarray(0, content.size - offset);
            reader.read(room, offset);
            offset += room.length;
            const full = sink.commit(room.length);
            if (full !== undefined)
                await full;
        }
    }
    finally {
        reader.close();
    }
}


/***/ }),

/***/ 9905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ CompressorPool)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);

/**
 * A fixed number of worker threads that compress. Each returns a result `R` for a task `T`. They keep the process alive only
 * while a task is running.
 */
class CompressorPool {
    #name;
    #count;
    #startWorker;
    #workers = [];
    #idle = [];
    #queue = [];
    #running = new Map();
    #failure;
    /** `name` is the name of the threads in messages. */
    constructor(name, { count, early = count }, startWorker) {
        this.#name = name;
        this.#count = count;
        this.#startWorker = startWorker;
        this.#start(early);
    }
    /** Starts the threads that are not running yet. */
    startAll() {
        if (this.#failure === undefined)
            this.#start(this.#count);
    }
    /** Compresses a task in a thread. Its buffer is detached in this thread until it is returned with the result. */
    compress(task) {
        if (this.#failure !== undefined)
            return Promise.reject(this.#failure);
        return new Promise((resolve, reject) => {
            this.#queue.push({ task, resolve, reject });
            this.#dispatch();
        });
    }
    /** Terminates the threads. Tasks without a result are rejected with `reason`. */
    async close(reason) {
        this.#fail(reason);
        await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }
    #start(count) {
        while (this.#workers.length < count) {
            const worker = this.#listenTo(this.#startWorker());
            this.#workers.push(worker);
            this.#idle.push(worker);
            this.#dispatch();
        }
    }
    #listenTo(worker) {
        worker.on('message', (result) => this.#complete(worker, result));
        worker.on('error', (error) => this.#crash(`a ${this.#name} worker failed: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(error).message}`, error));
        worker.on('messageerror', (error) => this.#crash(`cannot read the result of a ${this.#name} worker: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, error));
        worker.on('exit', (status) => this.#crash(`a ${this.#name} worker ended too early, with status ${status}`));
        worker.unref();
        return worker;
    }
    /** Starts one task if a worker is idle. Called whenever a task or a worker becomes available, so one step is enough. */
    #dispatch() {
        const [worker] = this.#idle;
        const [job] = this.#queue;
        if (worker === undefined || job === undefined)
            return;
        this.#idle.shift();
        this.#queue.shift();
        this.#running.set(worker, job);
        worker.ref();
        worker.postMessage(job.task, [job.task.buffer]);
    }
    #complete(worker, result) {
        // The pool is closed: `terminate` keeps the process alive until the thread has ended; `unref` would undo that.
        if (this.#failure !== undefined)
            return;
        const job = this.#running.get(worker);
        this.#running.delete(worker);
        this.#idle.push(worker);
        worker.unref();
        this.#dispatch();
        job?.resolve(result);
    }
    #crash(message, cause) {
        if (this.#failure !== undefined)
            return;
        const fix = cause === undefined ? undefined : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(cause).fix;
        void this.close(new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('internal', message, { cause, ...(fix !== undefined && { fix }) }));
    }
    #fail(reason) {
        if (this.#failure !== undefined)
            return;
        this.#failure = reason;
        for (const job of [...this.#running.values(), ...this.#queue])
            job.reject(reason);
        this.#running.clear();
        this.#queue.length = 0;
    }
}


/***/ }),

/***/ 79902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ HEADER_SIZE),
/* harmony export */   S1: () => (/* binding */ TRAILER_NAME),
/* harmony export */   dw: () => (/* binding */ paddingTo4),
/* harmony export */   eL: () => (/* binding */ MAX_FIELD),
/* harmony export */   mS: () => (/* binding */ MAGIC),
/* harmony export */   ng: () => (/* binding */ MAX_NAME_SIZE)
/* harmony export */ });
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26471);

// The "new ASCII" (newc, SVR4 without checksum) format of cpio(5), as described in the kernel's initramfs buffer format
// (Documentation/driver-api/early-userspace/buffer-format.rst): a magic, thirteen fields of eight hexadecimal digits,
// the name with its NUL, the data. Header and data are each padded to four bytes.
const MAGIC = '070701';
const HEADER_SIZE = 110;
/** The name of the entry that ends an archive. */
const TRAILER_NAME = 'TRAILER!!!';
/** The largest value of a field. */
const MAX_FIELD = 0xffff_ffff;
/** The kernel refuses longer names (PATH_MAX, with the NUL). */
const MAX_NAME_SIZE = _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_PATH_BYTES */ .PR + 1;
/** The number of bytes of padding after `length` bytes of header or data. */
function paddingTo4(length) {
    return -length & 3;
}


/***/ }),

/***/ 78256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ requireEntryFits),
/* harmony export */   R2: () => (/* binding */ ACL_ATTRIBUTES),
/* harmony export */   RY: () => (/* binding */ isInNamespace),
/* harmony export */   gx: () => (/* binding */ doesNotFit),
/* harmony export */   vY: () => (/* binding */ requireFit)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26471);



/** The file system with the fewest limits: the one to choose when another cannot hold an entry. */
const LEAST_LIMITED = 'ext4';
/** The error for an entry that a file system cannot hold. `filesystem` is the name of its type. */
function doesNotFit(path, filesystem, what) {
    const article = /^[ex]/.test(filesystem) ? 'an' : 'a';
    const message = `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)} does not fit in ${article} ${filesystem} image: ${what}`;
    const fix = 'change the file in the image or the mappings';
    const choice = `, or choose another file system: [filesystem] type = "${LEAST_LIMITED}"`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('format', message, { fix: filesystem === LEAST_LIMITED ? fix : fix + choice });
}
const MAX_MODE = 0o7777;
const MAX_NANOSECONDS = 999_999_999;
const XATTR_NAMESPACES = ['user.', 'trusted.', 'security.'];
/** Access control lists, the only attributes of images in the namespace `system.`. */
const ACL_ATTRIBUTES = ['system.posix_acl_access', 'system.posix_acl_default'];
/** In seconds: 400 years have 146,097 days. */
const YEAR = (146_097 / 400) * 86_400;
/**
 * Checks that a file system can hold every entry of a tree.
 *
 * @throws FledgeError `format`, with the path, for the first entry that it cannot hold.
 */
function requireFit(entries, limits) {
    const links = new Map();
    for (const entry of entries) {
        const count = (links.get(entry.inode) ?? 0) + 1;
        links.set(entry.inode, count);
        requireEntryFits(entry, count, limits);
    }
}
/**
 * Checks that a file system can hold an entry. `link` is the number of names of its inode so far, including this one. The
 * inode is checked at its first name.
 *
 * @throws FledgeError `format`, with the path, if not.
 */
function requireEntryFits({ path, name, inode }, link, limits) {
    const inodeProblem = link > 1 ? undefined : (metadataProblem(inode, limits) ?? bodyProblem(inode, limits));
    const what = nameProblem(name) ?? linkProblem(link, limits) ?? inodeProblem;
    if (what !== undefined)
        throw doesNotFit(path, limits.filesystem, what);
}
function nameProblem(name) {
    if (name.length > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NAME_BYTES */ .pg)
        return `its name has ${name.length} bytes, more than ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NAME_BYTES */ .pg}`;
    return name.includes('\0') ? 'its name contains a zero byte' : undefined;
}
function linkProblem(link, { maxLinks }) {
    return link > maxLinks ? `it is name ${link} of a file, more than ${maxLinks}` : undefined;
}
function metadataProblem({ mode, uid, gid, mtime, xattrs }, limits) {
    if (!isIntegerUpTo(MAX_MODE, mode))
        return `its mode ${mode} has more than twelve bits`;
    if (!isIntegerUpTo(_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_OWNER */ .xy, uid))
        return `its owner ${uid} is not a user ID`;
    if (!isIntegerUpTo(_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_OWNER */ .xy, gid))
        return `its group ${gid} is not a group ID`;
    const { minSeconds, maxSeconds } = limits;
    if (!Number.isInteger(mtime.seconds) || mtime.seconds < minSeconds || mtime.seconds > maxSeconds) {
        const [first, last] = [minSeconds, maxSeconds].map((seconds) => `${seconds} (in ${yearOf(seconds)})`);
        return `its time, ${mtime.seconds} s, is not between ${first} and ${last}`;
    }
    if (!isIntegerUpTo(MAX_NANOSECONDS, mtime.nanoseconds))
        return `its time has ${mtime.nanoseconds} nanoseconds`;
    return xattrs.size === 0 ? undefined : xattrsProblem(xattrs, limits);
}
function xattrsProblem(xattrs, limits) {
    for (const [name, value] of xattrs) {
        const what = xattrProblem(name, value, limits);
        if (what !== undefined)
            return `its extended attribute ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name)} ${what}`;
    }
    const bytes = xattrs.keys().reduce((sum, name) => sum + name.length + 1, 0);
    if (bytes <= _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_XATTR_LIST_BYTES */ .Um)
        return undefined;
    return `the names of its ${xattrs.size} extended attributes have ${bytes} bytes, more than ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_XATTR_LIST_BYTES */ .Um}`;
}
/** True if an extended attribute is in a Linux namespace that permits any name (xattr(7)). */
function isInNamespace(name) {
    return XATTR_NAMESPACES.some((prefix) => name.startsWith(prefix) && name.length > prefix.length);
}
function xattrProblem(name, value, { maxXattrValueBytes, hasAcls }) {
    if (name.length > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_XATTR_NAME_BYTES */ .rf)
        return `has a name of ${name.length} bytes, more than ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_XATTR_NAME_BYTES */ .rf}`;
    if (name.includes('\0'))
        return 'has a name with a zero byte';
    if (!isInNamespace(name) && !(hasAcls && ACL_ATTRIBUTES.includes(name))) {
        return `is not in user.*, trusted.*${hasAcls ? ', security.* or system.posix_acl_*' : ' or security.*'}`;
    }
    return value.length > maxXattrValueBytes ? `has ${value.length} bytes, more than ${maxXattrValueBytes}` : undefined;
}
function bodyProblem(inode, limits) {
    const { maxFileBytes, maxTargetBytes, maxMajor, maxMinor } = limits;
    switch (inode.kind) {
        case 'file': {
            const { size } = inode.content;
            return isIntegerUpTo(maxFileBytes, size) ? undefined : `its size is ${size} bytes, more than ${maxFileBytes}`;
        }
        case 'symlink': {
            const { length } = inode.target;
            if (length === 0)
                return 'it is a symbolic link with an empty target';
            if (inode.target.includes('\0'))
                return 'its target contains a zero byte';
            return length > maxTargetBytes ? `its target has ${length} bytes, more than ${maxTargetBytes}` : undefined;
        }
        case 'char-device':
        case 'block-device':
            return isIntegerUpTo(maxMajor, inode.major) && isIntegerUpTo(maxMinor, inode.minor)
                ? undefined
                : `its device number ${inode.major}:${inode.minor} is more than ${maxMajor}:${maxMinor}`;
        case 'directory':
        case 'fifo':
            return undefined;
    }
}
function isIntegerUpTo(maximum, value) {
    return Number.isInteger(value) && value >= 0 && value <= maximum;
}
/** The year of a time, without exact leap days: it may be wrong within two days of the turn of a year. */
function yearOf(seconds) {
    return 1970 + Math.floor(seconds / YEAR);
}


/***/ }),

/***/ 20051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ux: () => (/* binding */ mapAround),
/* harmony export */   sF: () => (/* binding */ requireMappingSources),
/* harmony export */   uO: () => (/* binding */ reportProgramFaults)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _manifest_remarks_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(39965);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42012);
/* harmony import */ var _tree_directories_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80202);
/* harmony import */ var _tree_mapping_problems_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(72924);
/* harmony import */ var _tree_mapping_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53029);
/* harmony import */ var _tree_mappings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28436);
/* harmony import */ var _tree_owners_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21369);
/* harmony import */ var _tree_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82581);
/* harmony import */ var _kept_entries_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98710);
/* harmony import */ var _look_up_owners_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10589);
/* harmony import */ var _mapping_key_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(82927);
/* harmony import */ var _own_paths_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(20354);













/**
 * Adds the directories and the mapped host files of fledge.toml to a tree, and sets their owners.
 *
 * @throws FledgeError `config` with all mappings that cannot be added, with the names of owners that do not exist, or at
 *   the mapping that replaced or removed an entry of `kept`.
 */
async function mapAround(tree, kept, job) {
    const before = new _kept_entries_js__WEBPACK_IMPORTED_MODULE_7__/* .KeptEntries */ .d$(tree, kept);
    const mapped = await mapHostFiles(tree, job);
    const findings = before.findReplaced(job);
    if (findings.length > 0)
        throw await job.errorAt(findings);
    return mapped;
}
async function mapHostFiles(tree, job) {
    const { config, directory, mtime, ownOutputs, report, sources } = job;
    const { reporter } = sources;
    const owners = new _tree_owners_js__WEBPACK_IMPORTED_MODULE_5__/* .NamedOwners */ .gM();
    // Before the mappings, so that files can be mapped into these directories.
    const misplaced = (0,_tree_directories_js__WEBPACK_IMPORTED_MODULE_2__/* .addDirectories */ .L)(tree, config.directories, { mtime, owners });
    const options = { directory, mtime, exclude: ownOutputs, own: (0,_own_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .ownPathsOf */ .ig)(sources), owners };
    const mapped = await (0,_tree_mappings_js__WEBPACK_IMPORTED_MODULE_4__/* .addMappings */ .f)(tree, config.mappings, options);
    await requireNone([...misplaced, ...mapped.problems], job);
    await (0,_look_up_owners_js__WEBPACK_IMPORTED_MODULE_8__/* .lookUpOwners */ .N)(tree, owners, { strategy: config.strategy, errorAt: job.errorAt });
    const { git, credentials, programs } = mapped;
    if (git.count > 0)
        reporter.info(`note: ${(0,_tree_mapping_problems_js__WEBPACK_IMPORTED_MODULE_11__/* .withCount */ .cn)(git.first, git.count)} is not mapped; to map it, name .git in a mapping`);
    await report(mapped.unusedGlobs.map(({ key, message }) => ({ code: 'note', message, ...(0,_manifest_remarks_js__WEBPACK_IMPORTED_MODULE_12__/* .atConfig */ .Oh)(...key) })));
    if (credentials.count > 0) {
        reporter.warn(`${(0,_tree_mapping_problems_js__WEBPACK_IMPORTED_MODULE_11__/* .withCount */ .cn)(credentials.first, credentials.count)} looks like a file with a secret and is in the artifact; move it out of the mapped directory if the machine does not need it`, { code: 'secret' });
    }
    await report(mapped.warnings.map(({ key, message, code }) => ({ code, message, ...(0,_manifest_remarks_js__WEBPACK_IMPORTED_MODULE_12__/* .atConfig */ .Oh)(...key) })));
    return { programs: programs.map((path) => `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .displayByteString */ .oO)(path)}`), mappings: recordsOf(mapped.places) };
}
/** One record for each host path. Destinations in fledge.toml can lead through links of the image, so the places are recorded. */
function recordsOf(places) {
    const destinations = new Map();
    for (const { mapping, path, isDirectory } of places) {
        const destination = `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .displayByteString */ .oO)(path)}${isDirectory && path !== '' ? '/' : ''}`;
        const known = destinations.get(mapping.source);
        if (known === undefined)
            destinations.set(mapping.source, [destination]);
        else
            known.push(destination);
    }
    return Array.from(destinations, ([source, all]) => ({
        source: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(source) ? undefined : source,
        destinations: all,
    }));
}
/** Warns of mapped programs that cannot start, at their mappings. */
async function reportProgramFaults(tree, faults, job) {
    const findings = (0,_mapping_key_js__WEBPACK_IMPORTED_MODULE_9__/* .programFindings */ .t8)(tree, faults, job);
    await job.report(findings.map(({ path, message }) => ({ code: 'program', message, ...(0,_manifest_remarks_js__WEBPACK_IMPORTED_MODULE_12__/* .atConfig */ .Oh)(...path) })));
}
/**
 * Checks that all mapped host files exist. Runs before the first download.
 *
 * @throws FledgeError `config` with all that are missing or cannot be mapped.
 */
async function requireMappingSources(job) {
    const { config, directory, mtime, ownOutputs, sources } = job;
    if ((0,_tree_mapping_source_js__WEBPACK_IMPORTED_MODULE_3__/* .findUnusableSources */ .z$)(config.mappings, directory).length === 0)
        return;
    const options = { directory, mtime, exclude: ownOutputs, own: (0,_own_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .ownPathsOf */ .ig)(sources) };
    // Each mapping is added to an empty tree, so that problems deep in a directory are reported too. Conflicts between two
    // mappings are found later, in the tree of the build: only that tree has the directories into which files are mapped.
    const results = await Promise.all(config.mappings.map((mapping) => (0,_tree_mappings_js__WEBPACK_IMPORTED_MODULE_4__/* .addMappings */ .f)(new _tree_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .FileTree */ .hr(mtime), [mapping], options)));
    await requireNone(results.flatMap((result) => result.problems), job);
}
async function requireNone(problems, { errorAt }) {
    if (problems.length === 0)
        return;
    throw await errorAt(problems.map(({ key, message }) => ({ path: key, message })));
}


/***/ }),

/***/ 28506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ reportImageGrowth),
/* harmony export */   g: () => (/* binding */ reportingSink)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _config_filesystems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89747);
/* harmony import */ var _sources_image_fetch_growth_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34481);
/* harmony import */ var _tree_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31349);




const BLOCK_BYTES = 512;
/** A sink that passes everything on to `sink`, and reports the bytes. `total` is about the number of bytes. */
function reportingSink(sink, progress, total) {
    let done = 0;
    return {
        reserve: () => sink.reserve(),
        commit(length) {
            done += length;
            const full = sink.commit(length);
            if (full !== undefined)
                progress.update(Math.min(done, total), total);
            return full;
        },
    };
}
/**
 * Reports the progress of writing an image: the blocks that it uses on the disk. It works for programs of others, too. The
 * total is known if the image holds the contents as they are.
 */
function reportImageGrowth(job, write) {
    const { artifact, config, image, sources, tree } = job;
    const { type, qcow2 } = config.filesystem;
    const isPlain = qcow2 === undefined && _config_filesystems_js__WEBPACK_IMPORTED_MODULE_1__/* .FILESYSTEM_TRAITS */ .gW[type].isWritable;
    const paths = new Set([artifact.scratchPath, image.checkedPath]);
    let total;
    const measure = () => {
        const done = [...paths].reduce((sum, path) => sum + usedBytes(path), 0);
        if (!isPlain)
            return { done };
        total ??= (0,_tree_measure_js__WEBPACK_IMPORTED_MODULE_3__/* .measureTree */ .J)(tree).stored;
        return { done: Math.min(done, total), total };
    };
    return (0,_sources_image_fetch_growth_js__WEBPACK_IMPORTED_MODULE_2__/* .reportGrowth */ .YB)(sources.reporter.progress(artifact.name, 'bytes'), measure, write);
}
/** The bytes that a file uses on the disk; 0 if it does not exist. */
function usedBytes(path) {
    return ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.blocks ?? 0) * BLOCK_BYTES;
}


/***/ }),

/***/ 34481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   AD: () => (/* binding */ speedCheck),
/* harmony export */   Dm: () => (/* binding */ Supervisor),
/* harmony export */   Uo: () => (/* binding */ growthCheck),
/* harmony export */   YB: () => (/* binding */ reportGrowth),
/* harmony export */   bR: () => (/* binding */ bytesBelow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Interval in milliseconds: short enough for a smooth progress bar, and cheap. */
const INTERVAL_MS = 250;
/**
 * Runs `work`, which does not report its progress, such as a program that copies. Meanwhile `measure` reads the written
 * bytes from the disk, and `progress` is updated with them. Progress ends with the work, also if it fails.
 */
async function reportGrowth(progress, measure, work) {
    const timer = setInterval(() => {
        const { done, total } = measure();
        progress.update(done, total);
    }, INTERVAL_MS);
    try {
        return await work();
    }
    finally {
        clearInterval(timer);
        progress.end();
    }
}
/** A check of the output of a program, frequent enough that the program cannot exceed a limit by much. */
function growthCheck(problem) {
    return { everyMs: INTERVAL_MS, problem };
}
/** A check of the minimum transfer rate, averaged between two checks. */
function speedCheck(measure, { everyMs, bytesPerSecond }, tooSlow) {
    let last = measure();
    return {
        everyMs,
        problem() {
            const now = measure();
            const bytes = now - last;
            last = now;
            return bytes < (bytesPerSecond * everyMs) / 1000 ? tooSlow(bytes) : undefined;
        },
    };
}
/** Stops a program through its signal as soon as a check finds a problem, or `fail` is called. */
class Supervisor {
    #controller = new AbortController();
    #timers;
    #failure;
    constructor(checks) {
        this.#timers = checks.map(({ everyMs, problem }) => setInterval(() => {
            const found = problem();
            if (found !== undefined)
                this.fail(found);
        }, everyMs));
    }
    get signal() {
        return this.#controller.signal;
    }
    /** The first problem. */
    get failure() {
        return this.#failure;
    }
    fail(problem) {
        this.#failure ??= problem;
        this.#controller.abort();
    }
    end() {
        for (const timer of this.#timers)
            clearInterval(timer);
    }
}
/** The total size in bytes of the files below a directory; 0 if it does not exist. */
function bytesBelow(directory) {
    let sum = 0;
    for (const entry of entriesOf(directory)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, entry.name);
        if (entry.isDirectory())
            sum += bytesBelow(path);
        else if (entry.isFile())
            sum += bytesOf(path);
    }
    return sum;
}
/** The writing program may delete a directory during the walk. */
function entriesOf(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** The size of a file in bytes; 0 if it does not exist. */
function bytesOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
    }
    catch {
        return 0;
    }
}


/***/ }),

/***/ 58375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ readAhead),
/* harmony export */   bB: () => (/* binding */ mapLimited),
/* harmony export */   j3: () => (/* binding */ settleAll)
/* harmony export */ });
/**
 * Waits for all promises, also if one fails, so that no work continues during cleanup. Then throws the first error, in
 * the order given.
 */
async function settleAll(...work) {
    await Promise.allSettled(work);
    return Promise.all(work);
}
/**
 * Calls `work` for every item, for at most `limit` of them at the same time, in their order. Returns the results in the order
 * of the items. `work` must not throw.
 */
async function mapLimited(items, limit, work) {
    const results = [];
    const waiting = items.entries();
    const workThrough = async () => {
        // All of them share the iterator.
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await settleAll(...Array.from({ length: Math.min(limit, items.length) }, workThrough));
    return results;
}
/**
 * Begins at once to read batches from a source, until it has about `limit` items. The result can be iterated once: it
 * yields these batches first and then the rest of the source. An error of the source is thrown after the batches that
 * preceded it, to the iterating caller.
 */
function readAhead(source, limit) {
    const batches = [];
    let isAhead = true;
    const fetchAhead = async () => {
        for (let count = 0; isAhead && count < limit;) {
            const { done, value } = await source.next();
            if (done === true)
                return;
            batches.push(value);
            count += value.length;
        }
    };
    const outcome = fetchAhead().then(() => undefined, (error) => ({ error }));
    return {
        async *[Symbol.asyncIterator]() {
            isAhead = false;
            const failure = await outcome;
            for (let batch = batches.shift(); batch !== undefined; batch = batches.shift())
                yield batch;
            if (failure !== undefined)
                throw failure.error;
            yield* source;
        },
        async stop() {
            isAhead = false;
            await outcome;
            await source.return();
        },
    };
}


/***/ }),

/***/ 91200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ umociImage),
/* harmony export */   EY: () => (/* binding */ operandProgram),
/* harmony export */   QJ: () => (/* binding */ pinnedImage),
/* harmony export */   VU: () => (/* binding */ skopeoSource),
/* harmony export */   YN: () => (/* binding */ skopeoDestination),
/* harmony export */   lY: () => (/* binding */ operandName),
/* harmony export */   qZ: () => (/* binding */ csvFields),
/* harmony export */   x8: () => (/* binding */ operandPath)
/* harmony export */ });
/* unused harmony export engineImage */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


// The grammar of github.com/distribution/reference; a host can be an IPv6 address in brackets.
const DOMAIN = /^(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?$/;
const REPOSITORY = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[-_+.][a-z0-9]+)*:[0-9a-f]{32,128}$/;
const ID = /^[0-9a-f]{64}$/;
/** A name that fledge chooses. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
/** The argument for a source. @throws FledgeError `internal` for a part that skopeo would parse differently. */
function skopeoSource(source) {
    switch (source.transport) {
        case 'docker':
            return `docker://${imageName(source.name)}`;
        case 'docker-daemon':
            return `docker-daemon:${'id' in source ? `sha256:${part(source.id, ID)}` : imageName(source.name)}`;
        case 'containers-storage': {
            const { name, id } = source;
            if (name === undefined && id === undefined)
                throw refused('');
            // A name with domain and tag cannot be parsed as a shortened id.
            return `containers-storage:${name === undefined ? '' : imageName(name)}${id === undefined ? '' : `@${part(id, ID)}`}`;
        }
    }
}
/** The argument for a destination. @throws FledgeError `internal` as `skopeoSource` does. */
function skopeoDestination(destination) {
    if (destination.transport === 'dir')
        return `dir:${operandPath(destination.path)}`;
    return `oci:${part(destination.layout, PLAIN_NAME)}:${part(destination.image, PLAIN_NAME)}`;
}
/** An image in an OCI layout in umoci's working directory. fledge chooses both names. */
function umociImage(layout, image) {
    return `${part(layout, PLAIN_NAME)}:${part(image, PLAIN_NAME)}`;
}
/**
 * A path as an argument of a program that could only parse it as an option: it must be absolute, and so begins with a
 * slash.
 *
 * @throws FledgeError `internal` for a path that is not absolute.
 */
function operandPath(path) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) || path.includes('\0'))
        throw refused(path);
    return path;
}
/** The name of a file in a program's working directory; fledge chooses it. */
function operandName(name) {
    return part(name, PLAIN_NAME);
}
/**
 * A program that another one executes: an absolute path, or `./` and a name in the working directory, so that the PATH is
 * not searched.
 *
 * @throws FledgeError `internal` for another path.
 */
function operandProgram(program) {
    return program.startsWith('./') ? `./${operandName(program.slice(2))}` : operandPath(program);
}
/**
 * The name of an image to run with docker or podman, from the user.
 *
 * @throws FledgeError `usage` for an option, or a text that is not a name.
 */
function engineImage(image) {
    if (/^[A-Za-z0-9[][^\s\p{Cc}]*$/u.test(image))
        return image;
    throw new FledgeError('usage', `${JSON.stringify(image)} is not a valid name of a container image`, {
        fix: 'use a name that docker accepts, such as ghcr.io/owner/name:tag',
    });
}
/** Fields of a value that docker and podman parse as CSV. */
function csvFields(fields) {
    return fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
/** The name of an image of a registry with its digest, for a FROM. @throws FledgeError `internal` as `skopeoSource` does. */
function pinnedImage({ domain, repository }, digest) {
    return imageName({ domain, repository, digest });
}
function imageName({ domain, repository, tag, digest }) {
    const name = `${part(domain, DOMAIN)}/${part(repository, REPOSITORY)}`;
    return digest === undefined ? `${name}:${part(tag ?? 'latest', TAG)}` : `${name}@${part(digest, DIGEST)}`;
}
function part(text, pattern) {
    if (!pattern.test(text))
        throw refused(text);
    return text;
}
function refused(text) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('internal', `${JSON.stringify(text)} cannot be an argument of another program`);
}


/***/ }),

/***/ 76415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ compileShared),
/* harmony export */   eG: () => (/* binding */ compileFreestanding),
/* harmony export */   f7: () => (/* binding */ findGcc)
/* harmony export */ });
/* unused harmony export freestandingArguments */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_process_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1453);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91200);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84705);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11313);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(46384);








/** Disables hardening that is the default of only some distributions, whose gcc would produce different bytes. */
const machineFlags = {
    'linux/amd64': ['-march=x86-64', '-fcf-protection=none'],
    'linux/arm64': ['-march=armv8-a', '-mbranch-protection=none'],
};
/** A compiler that runs longer than this is broken; a compilation usually needs a tenth of a second. */
const TIMEOUT_MS = 60_000;
/**
 * The gcc on the PATH for a platform: `gcc` if it is the machine's own platform, otherwise the cross compiler. `$CC` is
 * ignored: an environment variable must not affect the output.
 *
 * @throws FledgeError `tool` if it is missing or too old; the fix is the installation command.
 */
async function findGcc(platform, hostArchitecture = process.arch) {
    const { path } = await (0,_find_js__WEBPACK_IMPORTED_MODULE_6__/* .requireTool */ .Y0)((0,_table_js__WEBPACK_IMPORTED_MODULE_7__/* .compilerFor */ .FR)(platform, hostArchitecture));
    return { platform, path };
}
/**
 * The arguments that compile C from stdin into a small static program without a libc, and with nothing in it that
 * depends on the machine: no build id, compiler name, unwind table or hardening that a distribution chose.
 */
function freestandingArguments(platform, output) {
    return [
        '-std=gnu11',
        '-Wall',
        '-Wextra',
        '-Werror',
        '-Os',
        '-pipe',
        ...machineFlags[platform],
        '-ffreestanding',
        '-nostdinc',
        '-nostdlib',
        '-static',
        '-fno-pie',
        '-no-pie',
        '-fno-ident',
        '-fno-lto',
        '-fno-unwind-tables',
        '-fno-asynchronous-unwind-tables',
        '-fno-stack-protector',
        '-fno-stack-clash-protection',
        // gcc would turn loops into calls of memset and strlen, which only a libc has.
        '-fno-tree-loop-distribute-patterns',
        '-Wl,--build-id=none',
        '-Wl,-z,noexecstack',
        '-Wl,-z,norelro',
        // One segment instead of four: otherwise each is padded to a page, which is 64 KiB on aarch64.
        '-Wl,-z,noseparate-code',
        '-s',
        '-x',
        'c',
        '-o',
        (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .operandName */ .lY)(output),
        '-',
    ];
}
/**
 * Compiles a freestanding program and returns the bytes of the ELF executable. The same gcc produces the same bytes for
 * the same source, independent of directory, umask, locale, time and user.
 *
 * @throws FledgeError `tool` if gcc fails (with the end of its output) or writes no file.
 */
async function compileFreestanding(gcc, program) {
    const output = 'freestanding.elf';
    const outputPath = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(program.scratchDir, output);
    try {
        await compile(gcc, program, freestandingArguments(gcc.platform, output));
        return await readOutput(gcc, outputPath);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(outputPath, { force: true });
    }
}
/** The arguments that compile C from stdin into a library for LD_PRELOAD; needs the C library's headers. */
function sharedArguments(output) {
    return [
        ...['-std=gnu11', '-O2', '-pipe', '-Wall', '-Wextra', '-fPIC', '-shared', '-fvisibility=hidden'],
        ...['-s', '-x', 'c', '-o', (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .operandName */ .lY)(output), '-'],
    ];
}
/**
 * Compiles C into a shared library `name` in the scratch directory.
 *
 * @throws FledgeError `tool` if gcc fails, for example because the headers of the C library are missing.
 */
async function compileShared(gcc, program, name) {
    await compile(gcc, program, sharedArguments(name));
    await readOutput(gcc, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(program.scratchDir, name));
}
async function compile(gcc, { source, scratchDir, signal }, args) {
    await (0,_support_process_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(gcc.path, args, {
        cwd: scratchDir,
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentFor */ .DD)('gcc', process.env, { own: { TMPDIR: scratchDir } }),
        input: source,
        timeoutMs: TIMEOUT_MS,
        signal,
    });
}
async function readOutput(gcc, path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `${gcc.path} exited with status 0, but its output file is missing`, {
            cause: error,
        });
    }
}


/***/ }),

/***/ 61491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ contentShares)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);

/** The shares of a tree by the names in its root, the largest first. Names without bytes are left out. */
function contentShares(tree) {
    const sizes = new Map();
    const counted = new Set();
    for (const { top, inode } of tree.leaves()) {
        if (inode.kind !== 'file' || counted.has(inode))
            continue;
        counted.add(inode);
        sizes.set(top, (sizes.get(top) ?? 0) + inode.content.size);
    }
    return [...sizes]
        .filter(([, size]) => size > 0)
        .sort(([a, sizeA], [b, sizeB]) => sizeB - sizeA || (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .compareByteStrings */ .eS)(a, b))
        .map(([top, size]) => ({ path: `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(top)}`, size }));
}


/***/ }),

/***/ 93241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ TYPE_BITS)
/* harmony export */ });
/** The file type in a mode (inode(7)). */
const TYPE_BITS = {
    fifo: 0o010000,
    'char-device': 0o020000,
    directory: 0o040000,
    'block-device': 0o060000,
    file: 0o100000,
    symlink: 0o120000,
};


/***/ }),

/***/ 31349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ measureTree)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);

/** Adds up the sizes of the files of a tree, without reading them. */
function measureTree(tree) {
    const counted = new Set();
    let apparent = 0;
    let stored = 0;
    let mostHoles = 0;
    let sparsest;
    for (const { path, inode } of tree.entries()) {
        if (inode.kind !== 'file' || counted.has(inode))
            continue;
        counted.add(inode);
        const { size } = inode.content;
        const data = storedBytes(inode.content);
        apparent += size;
        stored += data;
        if (size - data <= mostHoles)
            continue;
        mostHoles = size - data;
        sparsest = { path, size };
    }
    return {
        apparent,
        stored,
        sparsest: sparsest && { path: `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(sparsest.path)}`, size: sparsest.size },
    };
}
function storedBytes(content) {
    if (content.kind !== 'spool')
        return content.size;
    return content.extents.reduce((sum, { length }) => sum + length, 0);
}


/***/ })

};
