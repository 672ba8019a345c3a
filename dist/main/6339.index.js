export const id = 6339;
export const ids = [6339];
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

/***/ 22936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I7: () => (/* binding */ AGENT_PATH),
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   RK: () => (/* binding */ hostFile),
/* harmony export */   S_: () => (/* binding */ uriOf),
/* harmony export */   VG: () => (/* binding */ fetchAgentPart),
/* harmony export */   wg: () => (/* binding */ inputOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var _sources_agent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29988);




/** The path of kestrel in every plugin. */
const AGENT_PATH = 'bin/kestrel';
/** Fetches the agent from the source in fledge.toml. */
async function fetchAgentPart(source, { platform, sources }) {
    const file = await (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_3__/* .fetchAgent */ .EJ)(source, platform, sources);
    const uri = source.source === 'local' ? uriOf({ kind: 'file', path: source.path }, file.uri) : file.uri;
    if (file.version !== undefined)
        sources.reporter.info(`kestrel ${file.version}`);
    return { content: hostFile(file, 'kestrel'), input: inputOf({ name: 'kestrel', uri, sha256: file.sha256 }) };
}
/** A verified file of this machine as content of a tree. */
function hostFile(file, label) {
    // The writer does not follow links, but the verification of the file did.
    const path = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(file.path, { encoding: 'buffer' });
    return { kind: 'host-file', size: file.size, path, label, sha256: file.sha256 };
}
/** The record of an input in the provenance. */
function inputOf({ name, uri, sha256 }) {
    return { name, uri, digest: `sha256:${sha256}` };
}
/** The URI of a host file with the path in fledge.toml, so that the record contains no directory of this machine. */
function uriOf(location, fetchedFrom) {
    if (location.kind === 'url')
        return fetchedFrom;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(location.path) ? (0,node_url__WEBPACK_IMPORTED_MODULE_2__.pathToFileURL)(location.path).href : `file:${encodePath(location.path)}`;
}
/** Escapes a path for a URI, including `?` and `#`, which would end the path. */
function encodePath(path) {
    return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}


/***/ }),

/***/ 98710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ keptInRootImage),
/* harmony export */   Pf: () => (/* binding */ INIT_TARGET_PATH),
/* harmony export */   ZL: () => (/* binding */ keptInInitramfs),
/* harmony export */   d$: () => (/* binding */ KeptEntries),
/* harmony export */   hB: () => (/* binding */ INIT_PATH)
/* harmony export */ });
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93017);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42012);
/* harmony import */ var _tree_follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14136);
/* harmony import */ var _tree_initramfs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2564);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22936);
/* harmony import */ var _mapping_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82927);






const INIT_PATH = 'init';
/** The file with the path of the program that the C init execs; init.c reads it. */
const INIT_TARGET_PATH = '.volant_init';
const OTHER_PLACE = 'choose another destination';
/** The entries of an initramfs that mappings must keep. */
function keptInInitramfs({ agent }, choice) {
    const init = { path: INIT_PATH, what: 'the init' };
    const orNone = `${OTHER_PLACE}, or set [init] none = true to bring /init by a mapping`;
    const devices = _tree_initramfs_js__WEBPACK_IMPORTED_MODULE_3__/* .BASE_DEVICES */ .Ks.map(({ path }) => ({
        path: (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .byteStringFromText */ .dw)(path),
        what: 'a device that the kernel needs',
        fix: OTHER_PLACE,
    }));
    return [
        ...(choice.kind === 'c-init'
            ? mountPoints('the init')
            : [keptDirectory('/dev', 'the directory of the devices that the kernel needs')]),
        ...devices,
        ...(choice.kind === 'c-init' && choice.exec === undefined ? [{ ...init, fix: orNone }] : []),
        ...(choice.kind === 'c-init' && choice.exec !== undefined
            ? [
                { ...init, fix: `${orNone}, in the place of [init] path` },
                { path: INIT_TARGET_PATH, what: 'the path of the program that the init starts', fix: OTHER_PLACE },
            ]
            : []),
        ...(choice.kind === 'host-file' ? [{ ...init, fix: 'remove this mapping, or [init] path' }] : []),
        ...(agent === undefined ? [] : [keptAgent('')]),
    ];
}
/** The entries of a root image that mappings must keep. */
function keptInRootImage({ agent }) {
    return agent === undefined ? [] : [...mountPoints('the agent'), keptAgent(', or set source_strategy = "none"')];
}
function keptAgent(otherFix) {
    const fix = `${OTHER_PLACE}, or name the file in [agent] with source_strategy = "local"${otherFix}`;
    return { path: _job_js__WEBPACK_IMPORTED_MODULE_4__/* .AGENT_PATH */ .I7, what: 'the agent', fix };
}
function mountPoints(mounter) {
    return _config_values_js__WEBPACK_IMPORTED_MODULE_0__/* .MOUNT_POINTS */ .Ce.map((path) => keptDirectory(path, `the directory where ${mounter} mounts a file system`));
}
function keptDirectory(path, what) {
    return { path: (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .byteStringFromText */ .dw)(path.slice(1)), what, fix: OTHER_PLACE, isDirectory: true };
}
/** Entries of a tree before mappings are added. */
class KeptEntries {
    #tree;
    #entries;
    constructor(tree, entries) {
        this.#tree = tree;
        this.#entries = entries.map((entry) => ({ entry, before: tree.get(entry.path) }));
    }
    /** Finds the entries that mappings have replaced or removed since, at the keys of the mappings. */
    findReplaced(source) {
        const replaced = [];
        for (const { entry, before } of this.#entries) {
            // A file in the place of /dev also removes what was in it: one fault.
            const isBelowOther = replaced.some(({ path }) => entry.path.startsWith(`${path}/`));
            if (!isBelowOther && !this.#isKept(entry, before))
                replaced.push(entry);
        }
        return replaced.map(({ path, what, fix }) => {
            const message = `takes the place of ${what}, /${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .displayByteString */ .oO)(path)}; ${fix}`;
            return { path: (0,_mapping_key_js__WEBPACK_IMPORTED_MODULE_5__/* .mappingKey */ .Yt)(this.#tree, path, source) ?? _mapping_key_js__WEBPACK_IMPORTED_MODULE_5__/* .MAPPINGS_KEY */ .wU, message };
        });
    }
    #isKept({ path, isDirectory = false }, before) {
        const now = this.#tree.get(path);
        if (now === before || (path === INIT_PATH && isSameProgram(now, before)))
            return true;
        return isDirectory && (0,_tree_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .followPath */ .Z)(this.#tree, path).inode?.kind === 'directory';
    }
}
/**
 * True for two executable copies of one host file. Configs of the Go fledge have a file both as `[init] path` and in a mapping to
 * /init.
 */
function isSameProgram(now, before) {
    const [nowFile, beforeFile] = [hostFileOf(now), hostFileOf(before)];
    return nowFile !== undefined && beforeFile?.equals(nowFile) === true && ((now?.mode ?? 0) & 0o111) !== 0;
}
function hostFileOf(inode) {
    return inode?.kind === 'file' && inode.content.kind === 'host-file' ? inode.content.path : undefined;
}


/***/ }),

/***/ 48820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ux: () => (/* binding */ mapAround),
  uO: () => (/* binding */ reportProgramFaults),
  sF: () => (/* binding */ requireMappingSources)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/manifest/remarks.js
var remarks = __webpack_require__(39965);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/tree/follow.js
var follow = __webpack_require__(14136);
;// CONCATENATED MODULE: ./build/tree/owners.js
/** The owner of an entry without a setting. */
const ROOT_OWNER = { uid: 0, gid: 0 };
/** The numbers of an owner, or undefined if it has a name. */
function idsOf({ user, group }) {
    return typeof user === 'number' && typeof group === 'number' ? { uid: user, gid: group } : undefined;
}
/**
 * Entries whose owner is a name. Names are looked up in the finished tree, because a mapping may add its /etc/passwd. Until
 * then the entries belong to 0:0.
 */
class NamedOwners {
    #entries = [];
    /** Records the entry that was just put at `path`. */
    add(tree, path, named) {
        const inode = tree.get(path);
        if (inode !== undefined)
            this.#entries.push({ path, inode, named });
    }
    /** The owners, each once. */
    get list() {
        return [...new Set(this.#entries.map(({ named }) => named))];
    }
    /** Sets the owners of the entries that no later mapping has replaced. */
    apply(tree, lookUp) {
        for (const { path, inode, named } of this.#entries) {
            const ids = lookUp(named);
            if (ids === undefined || tree.get(path) !== inode)
                continue;
            if (inode.kind === 'directory')
                tree.putDirectory(path, { ...inode, ...ids });
            else
                tree.put(path, { ...inode, ...ids });
        }
    }
}

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
/** The mode of a mapped directory. */
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
/** A mode as in fledge.toml: four octal digits. */
function formatMode(mode) {
    return mode.toString(8).padStart(4, '0');
}

;// CONCATENATED MODULE: ./build/tree/directories.js





/**
 * Creates the directories of `[directories]`, or changes mode and owner of those that the tree has, also through links.
 * Parents must precede their children. Returns the problems; a directory with a problem is not created.
 */
function addDirectories(tree, directories, { mtime, owners }) {
    return directories.flatMap((directory) => {
        try {
            const message = addDirectory(tree, directory, mtime, owners);
            return message === undefined ? [] : [{ key: directory.key, message }];
        }
        catch (error) {
            // A parent is a file, or a loop of links.
            if (!(error instanceof errors/* FledgeError */.aE))
                throw error;
            return [{ key: directory.key, message: error.message }];
        }
    });
}
function addDirectory(tree, { path: written, mode, owner, key }, mtime, owners) {
    const path = (0,byte_string/* byteStringFromText */.dw)(written.slice(1));
    const target = tree.resolveDirectory(path);
    const present = target === undefined ? undefined : tree.get(target);
    if (present === undefined) {
        const other = tree.get(path);
        if (other?.kind === 'symlink' && (0,follow/* followPath */.Z)(tree, path).inode === undefined) {
            return `${written} is a link to ${(0,byte_string/* displayByteString */.oO)(other.target)}, which does not exist; name the target of the link instead`;
        }
        if (other !== undefined)
            return `${written} is not a directory, and a directory cannot replace it; choose another path`;
    }
    const ids = owner === undefined ? undefined : idsOf(owner);
    const place = target ?? path;
    tree.putDirectory(place, {
        ...(present ?? { mode: DIRECTORY_MODE, ...ROOT_OWNER, mtime, xattrs: new Map() }),
        ...(mode !== undefined && { mode }),
        ...ids,
    });
    if (owner !== undefined && ids === undefined)
        owners.add(tree, place, { owner, key: [...key, 'owner'] });
    return undefined;
}

// EXTERNAL MODULE: ./build/tree/mapping-problems.js
var mapping_problems = __webpack_require__(72924);
// EXTERNAL MODULE: ./build/tree/mapping-source.js
var mapping_source = __webpack_require__(53029);
// EXTERNAL MODULE: ./build/support/files/own-files.js
var own_files = __webpack_require__(32026);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/tree/file-beginning.js


/**
 * The first bytes of a host file as Latin-1 text, at most `maxBytes`. Empty if the file cannot be read: the build reports
 * that later.
 */
function beginningOf(path, maxBytes) {
    try {
        const descriptor = (0,external_node_fs_.openSync)((0,byte_string/* bytesOf */.$$)(path), external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOFOLLOW);
        try {
            const bytes = Buffer.alloc(maxBytes);
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
    [/(?:^|\/)\.pypirc$/, /^[ \t]*password[ \t]*[=:][ \t]*\S/m],
    [/(?:^|\/)(?:\.docker\/config|containers\/auth)\.json$/, /"(?:auth|identitytoken|password)"\s*:\s*"[^"]/],
];
const MAX_BYTES = 64 * 1024;
const PRIVATE_KEY = /^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
const MAX_HEADER_BYTES = 64;
/** True if a file looks like one in which a tool stores a secret. `path` is an absolute path of the host. */
function looksLikeCredentials(name, path) {
    if (!NAMES.test(name))
        return false;
    const kind = KINDS.find(([pattern]) => pattern.test(path));
    if (kind === undefined)
        return false;
    const [, content] = kind;
    return content === undefined || content.test(beginningOf(path, MAX_BYTES));
}
/** True if a file begins as a private key in PEM form does: of TLS, OpenSSH or PGP, encrypted or not. */
function looksLikePrivateKey(path) {
    return PRIVATE_KEY.test(beginningOf(path, MAX_HEADER_BYTES));
}

;// CONCATENATED MODULE: ./build/tree/entry-placer.js



/** The fix for a mapping that would replace an entry of another kind. */
const FIX = 'choose another destination, or set replace = true';
/** Shared by all mapped entries, of which there can be many. */
const NO_XATTRS = new Map();
/** Puts the entries of one mapping into a tree, with its owner, and replaces entries of other kinds only if it may. */
class EntryPlacer {
    #tree;
    #mapping;
    #options;
    #ids;
    #named;
    constructor(tree, mapping, options) {
        const { owner } = mapping.settings;
        const ids = owner === undefined ? ROOT_OWNER : idsOf(owner);
        this.#tree = tree;
        this.#mapping = mapping;
        this.#options = options;
        this.#ids = ids ?? ROOT_OWNER;
        this.#named = owner === undefined || ids !== undefined ? undefined : { owner, key: [...mapping.key, 'owner'] };
    }
    /** Puts a file or link; returns undefined, and reports a problem, if a directory is in its place. */
    putNonDirectory(path, mode, body) {
        const inode = { ...this.#metadata(mode), ...body };
        const isDirectory = this.#tree.get(path)?.kind === 'directory';
        // A link may replace an empty directory: images and the base of an initramfs have many.
        const mayReplace = this.#mapping.settings.replace || (inode.kind !== 'file' && !this.#tree.hasEntriesBelow(path));
        if (isDirectory && !mayReplace) {
            const content = inode.kind === 'file' ? '' : ' with files in it';
            this.#options.fail(path, (entry) => `${entry} is a directory${content}, and a ${inode.kind} cannot replace it; ${FIX}`);
            return undefined;
        }
        this.#tree.put(path, inode);
        this.#addOwner(path);
        return inode;
    }
    /**
     * The path, free of links, of the directory at `path`, which is created if the tree has none. Returns undefined, and
     * reports a problem, if a file is in its place. A dangling link is replaced.
     */
    makeDirectory(path) {
        const { replace, directoryMode = DIRECTORY_MODE } = this.#mapping.settings;
        const target = this.#tree.resolveDirectory(path) ?? path;
        if (this.#tree.get(target)?.kind === 'directory')
            return target;
        if (!replace && (0,follow/* followPath */.Z)(this.#tree, target).inode !== undefined) {
            this.#options.fail(path, (entry) => `${entry} is not a directory, and a directory cannot replace it; ${FIX}`);
            return undefined;
        }
        this.#tree.putDirectory(target, this.#metadata(directoryMode));
        this.#addOwner(target);
        return target;
    }
    #metadata(mode) {
        return { ...this.#ids, mode, mtime: this.#options.mtime, xattrs: NO_XATTRS };
    }
    #addOwner(path) {
        if (this.#named !== undefined)
            this.#options.owners.add(this.#tree, path, this.#named);
    }
}

// EXTERNAL MODULE: ./build/tree/mapped-by.js
var mapped_by = __webpack_require__(59330);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/tree/exclude.js + 1 modules
var exclude = __webpack_require__(69990);
;// CONCATENATED MODULE: ./build/tree/mapped-directory.js






/** Counts files, for one message about all of them. */
class SeenFiles {
    count = 0;
    first = '';
    add(label) {
        if (this.count === 0)
            this.first = label;
        this.count += 1;
    }
}
/**
 * The metadata of a git checkout: a directory, or a file in a worktree or a submodule. actions/checkout writes a token
 * to it.
 */
const GIT = '.git';
/** The event loop runs after this many entries, or comparisons with globs, so that signals are handled during a long walk. */
const ENTRIES_PER_TURN = 1000;
const STEPS_PER_TURN = 10_000_000;
/** Reads a mapped directory of the host, without files of builds, `.git` and excluded paths. */
class MappedDirectory {
    #mapping;
    #rules;
    #exclusion;
    #includesGit;
    /** The number of entries that were mapped, and that were excluded. */
    #mapped = 0;
    #excluded = 0;
    #entriesOfTurn = 0;
    #stepsBeforeTurn = 0;
    /** `written` is the absolute path before links are followed, and `host` the one after it. */
    constructor(mapping, { host, written }, rules) {
        this.#mapping = mapping;
        this.#rules = rules;
        this.#exclusion = (0,exclude/* compileExclusion */.a)(mapping.settings.exclude);
        this.#includesGit = isInGit(host) || isInGit(written);
    }
    /** The names in a directory, in byte order. If it cannot be read, reports a problem and returns none. */
    namesIn({ host, label }) {
        const names = this.#readable(label, () => (0,external_node_fs_.readdirSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' }));
        return (names ?? []).map(byte_string/* byteStringFromBytes */.Pb).sort(byte_string/* compareByteStrings */.eS);
    }
    /** The entries of these names in a directory, except for those that are skipped. */
    async *entriesIn(directory, names) {
        const { git, ownFiles, skipped } = this.#rules;
        const isRoot = directory.host === '/';
        for (const name of names) {
            await this.#takeTurns();
            const host = (isRoot ? `/${name}` : `${directory.host}/${name}`);
            if (skipped.has(host) || (0,own_files/* isOwnName */.sJ)(name))
                continue;
            const label = `${directory.label === '/' ? '' : directory.label}/${(0,byte_string/* displayByteString */.oO)(name)}`;
            const relative = directory.relative === '' ? name : `${directory.relative}/${name}`;
            if (this.#exclusion.matches(relative)) {
                this.#excluded += 1;
                continue;
            }
            if (name === GIT && !this.#includesGit) {
                git.add(label);
                continue;
            }
            const stats = this.#readable(label, () => (0,external_node_fs_.lstatSync)((0,byte_string/* bytesOf */.$$)(host)));
            if (stats === undefined || ownFiles.has(stats))
                continue;
            this.#mapped += 1;
            yield { host, stats, label, relative, name };
        }
    }
    /** The target of a link. If it cannot be read, reports a problem and returns undefined. */
    targetOf({ host, label }) {
        const target = this.#readable(label, () => (0,external_node_fs_.readlinkSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' }));
        return target === undefined ? undefined : (0,byte_string/* byteStringFromBytes */.Pb)(target);
    }
    /** After the walk: reports that the globs exclude everything, or returns those that matched nothing. */
    unusedGlobs(label) {
        if (this.#mapped === 0 && this.#excluded > 0) {
            const message = `this excludes everything in ${label}; remove a pattern, or the mapping`;
            this.#rules.problems.add(this.#mapping, message, 'exclude');
            return [];
        }
        const key = [...this.#mapping.key, 'exclude'];
        return this.#exclusion
            .unused()
            .map((glob) => ({ key, message: `${JSON.stringify(glob)} matches nothing in ${label}` }));
    }
    async #takeTurns() {
        this.#entriesOfTurn += 1;
        const steps = this.#exclusion.steps - this.#stepsBeforeTurn;
        if (this.#entriesOfTurn < ENTRIES_PER_TURN && steps < STEPS_PER_TURN)
            return;
        this.#entriesOfTurn = 0;
        this.#stepsBeforeTurn = this.#exclusion.steps;
        await (0,promises_.setImmediate)();
    }
    /** The result of `read`. If the entry cannot be read, reports a problem that names it and returns undefined. */
    #readable(label, read) {
        try {
            return read();
        }
        catch (error) {
            const reason = reasonOf(error);
            if (reason === undefined)
                throw error;
            this.#rules.problems.addEntry(this.#mapping, label, (entry) => `cannot read ${entry}: ${reason}`);
            return undefined;
        }
    }
}
/** The reason and the fix of a failure that only this entry has. */
function reasonOf(error) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'EACCES':
        case 'EPERM':
            return 'permission denied; make it readable for the user who builds';
        case 'ENOENT':
        case 'ESRCH':
            return 'it was removed during the build; build again';
        default:
            return undefined;
    }
}
function isInGit(path) {
    return path.split('/').includes(GIT);
}

;// CONCATENATED MODULE: ./build/tree/git-placeholders.js





/*
 * Files and directories that Git leaves where a checkout was made without Git LFS or without submodules.
 */
/**
 * Sizes in bytes of a pointer with a sha256 and without extensions (github.com/git-lfs/git-lfs/blob/main/docs/spec.md), for
 * contents of 1 byte to 10^19 bytes.
 */
const POINTER_SIZES = { min: 126, max: 145 };
const POINTER = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d+\noid sha256:[0-9a-f]{64}\nsize \d+\n$/;
/** Several times the size of the longest .gitmodules in use. */
const MAX_LIST_BYTES = 1024 * 1024;
/** True if a host file is a pointer of Git LFS. Only files of the size of a pointer are read. */
function isLfsPointer(path, size) {
    if (size < POINTER_SIZES.min || size > POINTER_SIZES.max)
        return false;
    return POINTER.test(beginningOf(path, POINTER_SIZES.max));
}
/** Finds directories of submodules. Reads each .gitmodules once. */
class Submodules {
    #known = new Map();
    /** True if the .gitmodules of the checkout that contains a host directory lists this directory. */
    includes(path) {
        for (let above = path; above !== '/';) {
            above = external_node_path_.posix.dirname(above);
            const modules = this.#modulesIn(above);
            if (modules !== undefined)
                return modules.has(external_node_path_.posix.relative(above, path));
        }
        return false;
    }
    /** The submodules of the checkout at a path; undefined if no checkout begins there. */
    #modulesIn(root) {
        const known = this.#known.get(root);
        if (known !== undefined)
            return known;
        const list = external_node_path_.posix.join(root, '.gitmodules');
        const hasList = (0,external_node_fs_.existsSync)((0,byte_string/* bytesOf */.$$)(list));
        if (!hasList && !(0,external_node_fs_.existsSync)((0,byte_string/* bytesOf */.$$)(external_node_path_.posix.join(root, '.git'))))
            return undefined;
        const text = hasList ? beginningOf(list, MAX_LIST_BYTES) : '';
        const modules = new Set(text.split('\n').flatMap(pathIn));
        this.#known.set(root, modules);
        return modules;
    }
}
/** The path in a line of .gitmodules, if it has one. The expressions need linear time, because the text is not trusted. */
function pathIn(line) {
    const value = /^[ \t]*path[ \t]*=(.*)/.exec(line)?.[1]?.trim();
    if (value === undefined)
        return [];
    return [(0,support_text/* withoutSlashes */.C2)(value.replace(/^"|"$/g, ''))];
}

;// CONCATENATED MODULE: ./build/tree/mapping-remarks.js





const CODES = {
    secret: 'secret',
    'lost-bits': 'special-bits',
    pointer: 'git-placeholder',
    submodule: 'git-placeholder',
};
const OTHERS_BITS = 0o077;
const SPECIAL_BITS = 0o6000;
/** Collects mapped files that are probably not as their author expects. Nothing here prevents a build. */
class MappingRemarks {
    #found = [];
    #submodules = new Submodules();
    addFile(entry) {
        const { host, inode, stats } = entry;
        const isOpened = (stats.mode & OTHERS_BITS) === 0 && (inode.mode & OTHERS_BITS) !== 0;
        // Only a file that its owner alone can read is opened here.
        if (isOpened && entry.mapping.settings.mode === undefined && isSecret(host))
            this.#add('secret', entry);
        const lost = stats.mode & SPECIAL_BITS & ~inode.mode;
        if (lost !== 0 && entry.mapping.settings.mode === undefined)
            this.#add('lost-bits', entry);
        if (isLfsPointer(host, stats.size))
            this.#add('pointer', entry);
    }
    addEmptyDirectory(entry) {
        if (this.#submodules.includes(entry.host))
            this.#add('submodule', entry);
    }
    /** One warning for each mapping and kind, about entries that no later mapping has replaced. */
    list(tree) {
        const groups = Map.groupBy(this.#found.filter(({ path, inode }) => inode.kind === 'directory' || tree.get(path) === inode), ({ kind, mapping }) => `${kind} ${mapping.destination} ${mapping.source}`);
        return Array.from(groups.values(), (entries) => {
            const [first] = entries;
            if (first === undefined)
                return [];
            const message = describe(first, (0,mapping_problems/* withCount */.cn)(first.label, entries.length));
            return [{ key: first.mapping.key, message, code: CODES[first.kind] }];
        }).flat();
    }
    #add(kind, entry) {
        this.#found.push({ ...entry, kind });
    }
}
function isSecret(host) {
    const name = host.slice(host.lastIndexOf('/') + 1);
    return looksLikeCredentials(name, host) || looksLikePrivateKey(host);
}
function describe(entry, subject) {
    const { kind, stats, inode } = entry;
    const hostMode = formatMode(stats.mode & 0o7777);
    switch (kind) {
        case 'secret':
            return `${subject} contains a secret and has mode ${hostMode}, but mode ${formatMode(inode.mode)} in the artifact; keep it with ${withMode(entry)}`;
        case 'lost-bits': {
            const names = [
                ...((stats.mode & 0o4000) === 0 ? [] : ['setuid']),
                ...((stats.mode & 0o2000) === 0 ? [] : ['setgid']),
            ];
            return `${subject} has mode ${hostMode}, but mode ${formatMode(inode.mode)} in the artifact, without ${names.join(' and ')}; keep it with ${withMode(entry)}`;
        }
        case 'pointer':
            return `${subject} is a pointer of Git LFS and not the file itself; run git lfs pull, or set lfs: true for actions/checkout`;
        case 'submodule':
            return `${subject} is a Git submodule without files; run git submodule update --init, or set submodules: true for actions/checkout`;
    }
}
/** The line of fledge.toml that keeps the mode of a file. */
function withMode({ label, path, stats }) {
    const to = `/${(0,byte_string/* displayByteString */.oO)(path)}`;
    return `${JSON.stringify(label)} = { to = ${JSON.stringify(to)}, mode = "${formatMode(stats.mode & 0o7777)}" }`;
}

;// CONCATENATED MODULE: ./build/tree/mappings.js













/** Problem of a mapping of a file in OwnFiles. */
const BELONGS_TO_BUILDS = 'this belongs to a build, such as its cache or a login, and is never mapped; map another file or directory';
/**
 * Adds the mapped host files and directories to the tree, in order; later ones win. Without settings they are owned by
 * 0:0 and have the mode of permissions.ts. A mapped directory is merged with an existing one, also through a link such as
 * `bin -> usr/bin`, and the metadata of the existing one is kept. Links inside a mapped directory are kept as links; a
 * link that is itself the source is followed. Only files that may contain credentials, and files of the size of a Git LFS
 * pointer, are read here.
 *
 * Files of builds, `.git` and excluded paths are skipped in a mapped directory, at any depth. A mapping of `.git`, or of
 * a file in it, includes it.
 *
 * Returns all mappings that failed; the tree is then incomplete.
 */
async function addMappings(tree, mappings, options) {
    const mapper = new Mapper(tree, options);
    for (const mapping of mappings)
        await mapper.add(mapping);
    return mapper.result();
}
class Mapper {
    #tree;
    #directory;
    #realDirectory;
    #mtime;
    #skipped;
    #ownFiles;
    #owners;
    #mappedBy = new Map();
    #remarks = new MappingRemarks();
    #problems = new mapping_problems/* MappingProblems */.f7();
    #unusedGlobs = [];
    #places = [];
    #programs = [];
    #git = new SeenFiles();
    #credentials = new SeenFiles();
    constructor(tree, { directory, mtime, exclude = new Set(), own = [], owners = new NamedOwners() }) {
        this.#tree = tree;
        this.#directory = directory;
        this.#realDirectory = (0,mapping_source/* realPath */.Ye)(directory);
        this.#mtime = mtime;
        this.#skipped = new Set(Array.from(exclude, byte_string/* byteStringFromText */.dw));
        this.#ownFiles = new own_files/* OwnFiles */.yp(own);
        this.#owners = owners;
    }
    async add(mapping) {
        try {
            await this.#addSource(mapping);
        }
        catch (error) {
            this.#problems.add(mapping, (0,mapping_source/* sourceErrorMessage */.Xj)(error, mapping));
        }
    }
    result() {
        return {
            problems: this.#problems.list(),
            places: this.#places,
            programs: this.#programs,
            git: this.#git,
            credentials: this.#credentials,
            warnings: this.#remarks.list(this.#tree),
            unusedGlobs: (0,mapping_problems/* withoutRepetitions */.V4)(this.#unusedGlobs),
        };
    }
    async #addSource(mapping) {
        const { host, stats } = (0,mapping_source/* findSource */.TC)(mapping, this.#directory);
        const destination = (0,byte_string/* byteStringFromText */.dw)(mapping.destination.slice(1));
        if (this.#skipped.has(host)) {
            this.#problems.add(mapping, 'the build writes this file; map another file, or write the output elsewhere');
        }
        else if (this.#ownFiles.holds(host, this.#realDirectory)) {
            this.#problems.add(mapping, BELONGS_TO_BUILDS);
        }
        else if (stats.isDirectory()) {
            await this.#addMappedDirectory(mapping, { host, stats }, destination);
        }
        else if (stats.isFile()) {
            this.#addNamedFile(mapping, { host, stats, label: mapping.source }, destination);
        }
        else
            this.#problems.add(mapping, (0,mapping_source/* describeSpecialFile */.LJ)(stats)(mapping.source));
    }
    #placerFor(mapping) {
        return new EntryPlacer(this.#tree, mapping, {
            mtime: this.#mtime,
            owners: this.#owners,
            fail: (path, describe) => this.#problems.addEntry(mapping, `/${(0,byte_string/* displayByteString */.oO)(path)}`, describe),
        });
    }
    #addNamedFile(mapping, source, destination) {
        const misplaced = (0,mapping_source/* settingsForDirectories */.c4)(mapping);
        for (const { setting, message } of misplaced)
            this.#problems.add(mapping, message, setting);
        if (misplaced.length > 0)
            return;
        const path = (0,mapped_by/* placeOf */.$)(this.#tree, mapping, destination);
        const earlier = this.#mappedBy.get(path);
        this.#mappedBy.set(path, mapping);
        if (earlier !== undefined) {
            this.#problems.add(mapping, `"${earlier.source}" is already mapped to /${(0,byte_string/* displayByteString */.oO)(path)}`);
            return;
        }
        this.#places.push({ mapping, path, isDirectory: false });
        this.#addFile({ mapping, placer: this.#placerFor(mapping) }, source, path);
    }
    async #addMappedDirectory(mapping, { host, stats }, destination) {
        const label = (0,support_text/* withoutSlashes */.C2)(mapping.source);
        const written = (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.resolve)(this.#directory, mapping.source));
        const rules = { skipped: this.#skipped, ownFiles: this.#ownFiles, problems: this.#problems, git: this.#git };
        const walk = new MappedDirectory(mapping, { host, written }, rules);
        const none = '';
        const task = { mapping, placer: this.#placerFor(mapping), walk };
        await this.#addDirectory(task, { host, stats, label, relative: none, name: none }, destination);
        this.#unusedGlobs.push(...walk.unusedGlobs(label));
        this.#places.push({ mapping, path: this.#tree.resolveDirectory(destination) ?? destination, isDirectory: true });
    }
    /** Adds a directory, unless the tree has one, and everything in it. */
    async #addDirectory(task, directory, path) {
        const target = task.placer.makeDirectory(path);
        if (target === undefined)
            return;
        const names = task.walk.namesIn(directory);
        const inode = this.#tree.get(target);
        if (names.length === 0 && inode !== undefined) {
            this.#remarks.addEmptyDirectory({ ...directory, mapping: task.mapping, path: target, inode });
        }
        for await (const child of task.walk.entriesIn(directory, names)) {
            await this.#addChild(task, child, target === '' ? child.name : `${target}/${child.name}`);
        }
    }
    async #addChild(task, child, path) {
        const { host, label, name, stats } = child;
        if (stats.isDirectory())
            await this.#addDirectory(task, child, path);
        else if (stats.isFile()) {
            this.#addFile(task, child, path);
            if (looksLikeCredentials(name, host))
                this.#credentials.add(label);
        }
        else if (stats.isSymbolicLink()) {
            const target = task.walk.targetOf(child);
            if (target !== undefined)
                task.placer.putNonDirectory(path, 0o777, { kind: 'symlink', target });
        }
        else
            this.#problems.addEntry(task.mapping, label, (0,mapping_source/* describeSpecialFile */.LJ)(stats));
    }
    #addFile({ mapping, placer }, { host, stats, label }, path) {
        const mode = mapping.settings.mode ?? mappedFileMode(path, stats.mode);
        const content = { kind: 'host-file', size: stats.size, path: (0,byte_string/* bytesOf */.$$)(host), label };
        const inode = placer.putNonDirectory(path, mode, { kind: 'file', content });
        if (inode === undefined)
            return;
        if ((mode & 0o111) !== 0 && isProgramPath(path))
            this.#programs.push(path);
        this.#remarks.addFile({ mapping, host, stats, label, path, inode });
    }
}

// EXTERNAL MODULE: ./build/tree/tree.js
var tree = __webpack_require__(82581);
// EXTERNAL MODULE: ./build/recipe/kept-entries.js
var kept_entries = __webpack_require__(98710);
// EXTERNAL MODULE: ./build/formats/content-reader.js
var content_reader = __webpack_require__(13252);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/support/suggest.js
var suggest = __webpack_require__(1318);
;// CONCATENATED MODULE: ./build/tree/accounts.js




/** Names in a message. */
const MAX_SHOWN = 20;
/** Reads passwd(5) or group(5): the number is in the third field. Of two lines with one name, the first one counts. */
function parseAccounts(text) {
    const accounts = new Map();
    for (const line of text.split('\n')) {
        const [name = '', , digits = ''] = line.split(':');
        const id = Number(digits);
        if (name === '' || !/^\d+$/.test(digits) || id > linux_limits/* MAX_OWNER */.xy)
            continue;
        if (!accounts.has(name))
            accounts.set(name, id);
    }
    return accounts;
}
/** The number of an account: the number itself, or that of its name. Undefined if the name does not exist. */
function idOf(account, accounts) {
    return typeof account === 'number' ? account : accounts.get((0,byte_string/* byteStringFromText */.dw)(account));
}
/** Describes the names that exist, for the message about one that does not. */
function describeAccounts(missing, accounts) {
    const all = Array.from(accounts.keys(), byte_string/* displayByteString */.oO);
    const shown = all.slice(0, MAX_SHOWN);
    const more = all.length - shown.length;
    const names = more === 0 ? (0,support_text/* listWithAnd */.K1)(shown) : `${shown.join(', ')} and ${more} more`;
    return { names, suggestion: (0,suggest/* nearest */.p)(missing, all) };
}

;// CONCATENATED MODULE: ./build/recipe/look-up-owners.js






/** Several times the size of the largest file of a distribution. */
const MAX_ACCOUNT_FILE = 16 * units/* MEBIBYTE */.gJ;
/**
 * Replaces the names of owners by the numbers that the finished tree has for them in /etc/passwd and /etc/group.
 *
 * @throws FledgeError `config` with each name that does not exist there, and `input` if one of the files cannot be read.
 */
async function lookUpOwners(tree, owners, { strategy, errorAt }) {
    const { found, findings } = findOwners(tree, owners, strategy);
    if (findings.length > 0)
        throw await errorAt(findings);
    owners.apply(tree, (named) => found.get(named));
}
/**
 * Looks up the names of owners in the finished tree. Returns their numbers, and a finding for each name that does not exist.
 *
 * @throws FledgeError `input` if /etc/passwd or /etc/group cannot be read.
 */
function findOwners(tree, owners, strategy) {
    const all = owners.list;
    const found = new Map();
    if (all.length === 0)
        return { found, findings: [] };
    const whole = strategy === 'initramfs' ? 'the initramfs' : 'the image';
    const users = readAccountFile(tree, '/etc/passwd', 'user');
    const groups = readAccountFile(tree, '/etc/group', 'group');
    const findings = new Map();
    for (const named of all) {
        const { user, group } = named.owner;
        const uid = idOf(user, users.accounts ?? new Map());
        const gid = idOf(group, groups.accounts ?? new Map());
        if (uid !== undefined && gid !== undefined)
            found.set(named, { uid, gid });
        const missing = [
            ...(uid === undefined ? [look_up_owners_describe(user, users, whole)] : []),
            ...(gid === undefined ? [look_up_owners_describe(group, groups, whole)] : []),
        ];
        for (const finding of missing)
            findings.set(`${named.key} ${finding.message}`, { ...finding, path: named.key });
    }
    return { found, findings: [...findings.values()] };
}
function look_up_owners_describe(name, { path, noun, accounts }, whole) {
    const subject = `${noun} ${JSON.stringify(name)}`;
    if (accounts === undefined) {
        return { message: `cannot look up ${subject}: ${whole} has no file ${path}; write a number, or map the file` };
    }
    const { names, suggestion } = describeAccounts(String(name), accounts);
    const others = accounts.size === 0 ? 'is empty' : `has ${names}`;
    return {
        message: `cannot find ${subject}: ${path} of ${whole} ${others}; write one of them, or a number`,
        ...(suggestion !== undefined && { suggestion }),
    };
}
function readAccountFile(tree, path, noun) {
    const { inode } = (0,follow/* followPath */.Z)(tree, (0,byte_string/* byteStringFromText */.dw)(path));
    if (inode?.kind !== 'file')
        return { path, noun, accounts: undefined };
    return { path, noun, accounts: parseAccounts(readContent(inode.content, path)) };
}
/** @throws FledgeError `input` if the file is unusually large, or cannot be read. */
function readContent(content, path) {
    if (content.size > MAX_ACCOUNT_FILE) {
        const reason = `it has ${(0,units/* formatBytes */.z3)(content.size)}, and at most ${(0,units/* formatBytes */.z3)(MAX_ACCOUNT_FILE)} are read`;
        throw new errors/* FledgeError */.aE('input', `cannot look up owners in ${path}: ${reason}`, { fix: 'write numbers as owners' });
    }
    const bytes = new Uint8Array(content.size);
    const reader = new content_reader/* ContentOpener */.n().open(content);
    try {
        reader.read(bytes, 0);
    }
    finally {
        reader.close();
    }
    return (0,byte_string/* byteStringFromBytes */.Pb)(bytes);
}

// EXTERNAL MODULE: ./build/recipe/mapping-key.js
var mapping_key = __webpack_require__(82927);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
;// CONCATENATED MODULE: ./build/recipe/map-files.js













/**
 * Adds the directories and the mapped host files of fledge.toml to a tree, and sets their owners.
 *
 * @throws FledgeError `config` with all mappings that cannot be added, with the names of owners that do not exist, or at
 *   the mapping that replaced or removed an entry of `kept`.
 */
async function mapAround(tree, kept, job) {
    const before = new kept_entries/* KeptEntries */.d$(tree, kept);
    const mapped = await mapHostFiles(tree, job);
    const findings = before.findReplaced(job);
    if (findings.length > 0)
        throw await job.errorAt(findings);
    return mapped;
}
async function mapHostFiles(tree, job) {
    const { config, directory, mtime, ownOutputs, report, sources } = job;
    const { reporter } = sources;
    const owners = new NamedOwners();
    // Before the mappings, so that files can be mapped into these directories.
    const misplaced = addDirectories(tree, config.directories, { mtime, owners });
    const options = { directory, mtime, exclude: ownOutputs, own: (0,own_paths/* ownPathsOf */.ig)(sources), owners };
    const mapped = await addMappings(tree, config.mappings, options);
    await requireNone([...misplaced, ...mapped.problems], job);
    await lookUpOwners(tree, owners, { strategy: config.strategy, errorAt: job.errorAt });
    const { git, credentials, programs } = mapped;
    if (git.count > 0)
        reporter.info(`note: ${(0,mapping_problems/* withCount */.cn)(git.first, git.count)} is not mapped; to map it, name .git in a mapping`);
    await report(mapped.unusedGlobs.map(({ key, message }) => ({ code: 'note', message, ...(0,remarks/* atConfig */.Oh)(...key) })));
    if (credentials.count > 0) {
        reporter.warn(`${(0,mapping_problems/* withCount */.cn)(credentials.first, credentials.count)} looks like a file with a secret and is in the artifact; move it out of the mapped directory if the machine does not need it`, { code: 'secret' });
    }
    await report(mapped.warnings.map(({ key, message, code }) => ({ code, message, ...(0,remarks/* atConfig */.Oh)(...key) })));
    return { programs: programs.map((path) => `/${(0,byte_string/* displayByteString */.oO)(path)}`), mappings: recordsOf(mapped.places) };
}
/** One record for each host path. Destinations in fledge.toml can lead through links of the image, so the places are recorded. */
function recordsOf(places) {
    const destinations = new Map();
    for (const { mapping, path, isDirectory } of places) {
        const destination = `/${(0,byte_string/* displayByteString */.oO)(path)}${isDirectory && path !== '' ? '/' : ''}`;
        const known = destinations.get(mapping.source);
        if (known === undefined)
            destinations.set(mapping.source, [destination]);
        else
            known.push(destination);
    }
    return Array.from(destinations, ([source, all]) => ({
        source: (0,external_node_path_.isAbsolute)(source) ? undefined : source,
        destinations: all,
    }));
}
/** Warns of mapped programs that cannot start, at their mappings. */
async function reportProgramFaults(tree, faults, job) {
    const findings = (0,mapping_key/* programFindings */.t8)(tree, faults, job);
    await job.report(findings.map(({ path, message }) => ({ code: 'program', message, ...(0,remarks/* atConfig */.Oh)(...path) })));
}
/**
 * Checks that all mapped host files exist. Runs before the first download.
 *
 * @throws FledgeError `config` with all that are missing or cannot be mapped.
 */
async function requireMappingSources(job) {
    const { config, directory, mtime, ownOutputs, sources } = job;
    if ((0,mapping_source/* findUnusableSources */.z$)(config.mappings, directory).length === 0)
        return;
    const options = { directory, mtime, exclude: ownOutputs, own: (0,own_paths/* ownPathsOf */.ig)(sources) };
    // Each mapping is added to an empty tree, so that problems deep in a directory are reported too. Conflicts between two
    // mappings are found later, in the tree of the build: only that tree has the directories into which files are mapped.
    const results = await Promise.all(config.mappings.map((mapping) => addMappings(new tree/* FileTree */.hr(mtime), [mapping], options)));
    await requireNone(results.flatMap((result) => result.problems), job);
}
async function requireNone(problems, { errorAt }) {
    if (problems.length === 0)
        return;
    throw await errorAt(problems.map(({ key, message }) => ({ path: key, message })));
}


/***/ }),

/***/ 82927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yt: () => (/* binding */ mappingKey),
/* harmony export */   t8: () => (/* binding */ programFindings),
/* harmony export */   wU: () => (/* binding */ MAPPINGS_KEY)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _tree_follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14136);
/* harmony import */ var _tree_mapped_by_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59330);
/* harmony import */ var _tree_mapping_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72924);
/* harmony import */ var _tree_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82581);





/** The key of a problem of a mapping that is not known. */
const MAPPINGS_KEY = ['mappings'];
/** The key of the mapping that added the target of a path, or a directory above it; undefined if no mapping did. */
function mappingKey(tree, path, { config, directory }) {
    const options = { mappings: config.mappings, directory };
    // Links before their targets: a link without a target is itself the fault, and so is the directory of a file.
    for (const place of [tree.resolveParent(path), (0,_tree_follow_js__WEBPACK_IMPORTED_MODULE_1__/* .followPath */ .Z)(tree, path).path]) {
        const names = place.split('/');
        for (let length = names.length; length > 0; length -= 1) {
            const mapping = (0,_tree_mapped_by_js__WEBPACK_IMPORTED_MODULE_2__/* .findMappingOf */ .H)(tree, (0,_tree_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(names.slice(0, length)), options);
            if (mapping !== undefined)
                return mapping.key;
        }
    }
    return undefined;
}
/**
 * The faults of mapped programs at the keys of their mappings. Programs of a mapping that have the same fault are counted.
 */
function programFindings(tree, faults, source) {
    const problems = new _tree_mapping_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .MappingProblems */ .f7();
    for (const { path, message } of faults) {
        const key = mappingKey(tree, (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(path), source) ?? MAPPINGS_KEY;
        // Messages begin with the path.
        problems.addEntry({ key }, path, (entry) => `${entry}${message.slice(path.length)}`);
    }
    return problems.list().map(({ key, message }) => ({ path: key, message, code: 'program' }));
}


/***/ }),

/***/ 6871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ remarksOnEntrypoint)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _manifest_entrypoint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95484);
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17054);
/* harmony import */ var _manifest_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87785);
/* harmony import */ var _manifest_remarks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39965);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42012);
/* harmony import */ var _tree_follow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14136);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81948);








/**
 * A warning if the agent cannot start the entrypoint of the manifest, with the tree complete. A guessed entrypoint has a
 * warning of its own.
 */
async function remarksOnEntrypoint(tree, built, { template, ...context }) {
    const workload = template?.workload ?? {};
    const source = (0,_manifest_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .programSourceOf */ .xb)(built);
    const { program, remarks } = (0,_manifest_entrypoint_js__WEBPACK_IMPORTED_MODULE_6__/* .entrypointOf */ .k)(workload, source);
    const [first] = program;
    if (!built.hasAgent || first === undefined || remarks.length > 0)
        return [];
    const { image } = built;
    const searchPath = { ...(0,_manifest_process_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentOf */ .p7)(image?.env ?? []), ...workload.env }['PATH'];
    const directory = workload.workdir ?? image?.workdir ?? '/';
    const message = await findFault(tree, first.trim(), directory, {
        ...context,
        ...(searchPath !== undefined && { searchPath }),
    });
    if (message === undefined)
        return [];
    const at = workload.entrypoint !== undefined
        ? (0,_manifest_remarks_js__WEBPACK_IMPORTED_MODULE_7__/* .atTemplate */ .CV)('workload', 'entrypoint')
        : source.kind === 'image'
            ? (0,_manifest_remarks_js__WEBPACK_IMPORTED_MODULE_7__/* .atImage */ .f3)(image)
            : {};
    return [{ code: 'entrypoint', message: `the workload cannot start: ${message}`, ...at }];
}
async function findFault(tree, name, directory, context) {
    const { searchPath, isIncomplete = false } = context;
    if (name.includes('/')) {
        const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', directory, name);
        // A dangling link exists itself, and has a message of its own.
        const isMissing = tree.get((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_3__/* .byteStringFromText */ .dw)(path)) === undefined;
        if (!isMissing)
            return (0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .findStartFault */ .GF)(tree, path, context);
        return isIncomplete ? undefined : `${path} is not in the image`;
    }
    const found = (0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .findInPath */ .w6)(tree, name, searchPath);
    if (found.path !== undefined)
        return (0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .findStartFault */ .GF)(tree, found.path, context);
    if (found.notExecutable !== undefined && (0,_tree_follow_js__WEBPACK_IMPORTED_MODULE_4__/* .followPath */ .Z)(tree, (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_3__/* .byteStringFromText */ .dw)(found.notExecutable)).inode) {
        return `${found.notExecutable} is not executable`;
    }
    return isIncomplete ? undefined : `${name} is not in the image, in any directory of PATH`;
}


/***/ }),

/***/ 81948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ findStartFault),
/* harmony export */   N5: () => (/* binding */ findProgramFaults),
/* harmony export */   w6: () => (/* binding */ findInPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13252);
/* harmony import */ var _sources_elf_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22236);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42012);
/* harmony import */ var _tree_follow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14136);





/** The directories for programs where PATH is not set. */
const DEFAULT_SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/**
 * Checks programs of a tree by the rules of the kernel for starting them. Executable files that are not programs are
 * accepted as data.
 */
async function findProgramFaults(tree, paths, context) {
    const faults = [];
    for (const path of paths) {
        const message = await findStartFault(tree, path, { ...context, mayBeData: true });
        if (message !== undefined)
            faults.push({ path, message });
    }
    return faults;
}
/** The maximum number of scripts that are interpreted by scripts (Linux, fs/exec.c, exec_binprm). */
const MAX_SCRIPTS = 5;
const CANNOT_BE_STARTED = {
    directory: 'a directory',
    'char-device': 'a device',
    'block-device': 'a device',
    fifo: 'a fifo',
};
/**
 * The reason why the kernel cannot start the program at an absolute path of a tree: it is a dangling link, not a program,
 * damaged, for another machine, or its interpreter (a dynamic loader, that of a script, or the program that `env` starts)
 * is missing or cannot start. Undefined if no reason was found.
 */
async function findStartFault(tree, path, context) {
    const { platform, mayBeData = false, scripts = 0, isIncomplete = false } = context;
    const { path: end, inode, loops } = (0,_tree_follow_js__WEBPACK_IMPORTED_MODULE_4__/* .followPath */ .Z)(tree, (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_3__/* .byteStringFromText */ .dw)(path));
    const name = `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_3__/* .displayByteString */ .oO)(end)}`;
    const subject = name === path ? path : `${path}, a link to ${name},`;
    if (loops)
        return `${path} is a circular link`;
    if (inode === undefined)
        return isIncomplete ? undefined : `${path} is a link to ${name}, which is not in the image`;
    if (inode.kind === 'symlink' || context.trusted?.has(end) === true)
        return undefined;
    if (inode.kind !== 'file')
        return `${subject} is ${CANNOT_BE_STARTED[inode.kind]}, not a program`;
    if ((inode.mode & 0o111) === 0) {
        return inode.content.kind === 'host-file'
            ? `${subject} is mapped without permission to execute it; chmod +x the file on the host, or set mode = "0755"`
            : `${subject} is not executable`;
    }
    const program = await inspectContent(inode.content);
    if (program.kind === 'other') {
        if (program.isScriptAfterMark) {
            return `${subject} has a byte order mark before its #!, so Linux does not recognise it as a script: save it as UTF-8 without one`;
        }
        if (mayBeData)
            return undefined;
        return `${subject} is ${program.description}, which Linux cannot start: use a program for ${platform}, or a script that begins with #! and its interpreter`;
    }
    if (program.kind === 'elf') {
        if (program.machine !== platform)
            return `${subject} is built for ${program.machine}, and the plugin is for ${platform}`;
        if (program.damage !== undefined)
            return `${subject} is damaged: ${program.damage}; build or copy it again`;
    }
    const { kind, interpreter } = program;
    if (interpreter === undefined)
        return undefined;
    if (program.kind === 'script' && (interpreter.endsWith('\r') || program.argument?.endsWith('\r') === true)) {
        return `${subject} is a script with Windows line ends, so it will not start: save it with LF line ends`;
    }
    if (tree.get((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_3__/* .byteStringFromText */ .dw)(interpreter)) === undefined) {
        return isIncomplete ? undefined : missingInterpreter(subject, kind, interpreter);
    }
    if (scripts >= MAX_SCRIPTS)
        return `${subject} exceeds the limit of Linux for scripts run by scripts (${MAX_SCRIPTS})`;
    const inner = await findStartFault(tree, interpreter, { ...context, mayBeData: false, scripts: scripts + 1 });
    if (inner !== undefined) {
        return `${subject} is ${kind === 'elf' ? 'dynamically linked' : `a script for ${interpreter}`}, so it will not start: ${inner}`;
    }
    const started = program.kind === 'script' ? startedByEnv(program) : undefined;
    if (started === undefined || isIncomplete || findInPath(tree, started, context.searchPath).path !== undefined) {
        return undefined;
    }
    return `${subject} is a script for ${started}, which ${interpreter} does not find in PATH, so it will not start: map it, or use /bin/sh`;
}
/** Looks for a program as execvp(3) does. */
function findInPath(tree, name, searchPath = DEFAULT_SEARCH_PATH) {
    let notExecutable;
    for (const directory of searchPath.split(':')) {
        const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', directory, name);
        const { inode } = (0,_tree_follow_js__WEBPACK_IMPORTED_MODULE_4__/* .followPath */ .Z)(tree, (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_3__/* .byteStringFromText */ .dw)(path));
        if (inode?.kind !== 'file')
            continue;
        if ((inode.mode & 0o111) !== 0)
            return { path, notExecutable };
        notExecutable ??= path;
    }
    return { path: undefined, notExecutable };
}
/** The program that `#!/usr/bin/env PROGRAM` starts. The kernel passes everything after env as one argument. */
function startedByEnv({ interpreter, argument }) {
    if (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(interpreter) !== 'env' || argument === undefined)
        return undefined;
    const split = /^(?:-S|--split-string=?)\s*(.*)$/.exec(argument)?.[1];
    const words = split === undefined ? [argument] : split.split(/\s+/);
    const program = words.find((word) => !/^[A-Za-z_]\w*=/.test(word));
    // Other options of env are rare.
    return program === undefined || program.startsWith('-') || program.includes('/') ? undefined : program;
}
/** Examines the content of a file of a tree. Host files are read in place, because their digest is checked by the writer. */
async function inspectContent(content) {
    if (content.kind === 'host-file')
        return (0,_sources_elf_js__WEBPACK_IMPORTED_MODULE_2__/* .inspectProgram */ .JS)(content.path, content.label);
    const opener = new _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .ContentOpener */ .n();
    return (0,_sources_elf_js__WEBPACK_IMPORTED_MODULE_2__/* .inspectProgramIn */ .Mu)({
        size: content.size,
        async read(position, length) {
            const target = Buffer.alloc(Math.max(0, Math.min(length, content.size - position)));
            const reader = opener.open(content);
            try {
                reader.read(target, position);
            }
            finally {
                reader.close();
            }
            return target;
        },
    });
}
function missingInterpreter(subject, kind, interpreter) {
    if (kind === 'elf') {
        return `${subject} is dynamically linked and ${interpreter} is not in the image, so it will not start: link it statically, or map the loader and its libraries`;
    }
    return `${subject} is a script for ${interpreter}, which is not in the image, so it will not start: map it, or use /bin/sh`;
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

/***/ 29988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ isAskedOfGithub),
/* harmony export */   EJ: () => (/* binding */ fetchAgent)
/* harmony export */ });
/* unused harmony exports fetchReleaseAgents, downloadAgent, assetNames */
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24789);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22236);





const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times the size of the agent, in bytes; a server cannot write more to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;
const COMMON = { kind: 'agent', label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
/**
 * Fetches the kestrel agent from its source in fledge.toml, and checks that it is a program for `platform`. Warns if it
 * needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchAgent(source, platform, context) {
    const { file, version, advice } = await fetchFrom(source, platform, context);
    const { interpreter } = await (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .checkElf */ .Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or it cannot start`, { code: 'dynamic-program' });
    }
    return { ...file, version };
}
/** True if the agent may have to be looked up with GitHub's API, which may need a token. */
function isAskedOfGithub(source) {
    return source?.source === 'release';
}
async function fetchFrom(source, platform, context) {
    switch (source.source) {
        case 'local': {
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'file', path: source.path } }, context);
            return { file, version: undefined, advice: `set path in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'http': {
            const pinAs = (sha256) => `checksum = "sha256:${sha256}" below [agent]`;
            const { sha256, lockFile } = source;
            const from = { kind: 'url', url: source.url };
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, sha256, lockFile, pinAs }, context);
            return { file, version: undefined, advice: `set url in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'release': {
            const { file, tag } = await fetchFromRelease(source, platform, context);
            const advice = `build a ${LABEL} for ${platform} and use it with source_strategy = "local": release ${tag} has none`;
            return { file, version: tag, advice };
        }
    }
}
/** Looks up a release of the agent. Loads GitHub's client lazily: most builds find their agent in the cache. */
async function findRelease(version, context) {
    const github = await __webpack_require__.e(/* import() */ 8743).then(__webpack_require__.bind(__webpack_require__, 58743));
    return github.findRelease(REPOSITORY, version, context);
}
/** Sends no request if the cache has the locked digest. */
async function fetchFromRelease({ version, lock }, platform, context) {
    const pin = lock?.asset;
    if (lock !== undefined && pin !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .findDownloaded */ .dv)({ sha256: pin.sha256, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(pin.url) }, tag: lock.tag };
    }
    const release = await findRelease(lock?.tag ?? version, context);
    const pinned = release.assets.find(({ publicUrl }) => pin !== undefined && (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(publicUrl) === pin.url);
    const asset = pinned ?? chooseAsset(release, platform);
    if (lock !== undefined && pin !== undefined)
        requireLocked(asset, pin, { lock, release });
    const file = await fetchAsset(asset, release, context, pin && { ...pin, lockFile: lock?.file });
    return { file: pin === undefined ? file : { ...file, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(pin.url) }, tag: release.tag };
}
/** Refuses a file before its download if the API has another digest for it than the lock file. */
function requireLocked({ name, sha256 }, pin, { lock, release }) {
    if (sha256 === undefined || sha256 === pin.sha256)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `cannot use ${name} of release ${release.tag}: its SHA-256 is ${sha256}, and ${lock.file} pins ${pin.sha256}`, { fix: _download_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_FIX */ .WP });
}
async function fetchAsset({ name, url, headers, publicUrl, sha256 }, release, context, pin) {
    const from = { kind: 'url', url };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, headers, publicUrl, sha256, ...pin }, context);
    if (sha256 === undefined && pin === undefined) {
        context.reporter.warn(`GitHub has no digest of ${name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`, { code: 'unpinned' });
    }
    return file;
}
/**
 * Fetches the agents of a release for all platforms, to find out for which platforms it has one.
 *
 * @throws FledgeError `download`, also if the release has no agent.
 */
async function fetchReleaseAgents(version, context) {
    const release = await findRelease(version, context);
    const assets = {};
    const seen = new Map();
    for (const platform of PLATFORMS) {
        const asset = findAsset(release, platform);
        if (asset === undefined)
            continue;
        const file = seen.get(asset) ?? (await fetchAsset(asset, release, context));
        seen.set(asset, file);
        const program = await inspectProgram(file.path, LABEL);
        if (program.kind === 'elf' && program.machine === platform)
            assets[platform] = file;
    }
    const [any] = PLATFORMS;
    if (Object.keys(assets).length === 0)
        throw noAgent(release, `${LABEL} for any platform`, assetNames(any));
    return { tag: release.tag, assets };
}
/**
 * Downloads the file that a URL serves as the agent now, to be pinned.
 *
 * @throws FledgeError `download`.
 */
function downloadAgent(url, context) {
    return fetchFile({ ...COMMON, from: { kind: 'url', url } }, context);
}
function chooseAsset(release, platform) {
    const asset = findAsset(release, platform);
    if (asset === undefined)
        throw noAgent(release, `${LABEL} for ${platform}`, assetNames(platform));
    return asset;
}
function findAsset({ assets }, platform) {
    for (const name of assetNames(platform)) {
        const asset = assets.find((candidate) => candidate.name === name);
        if (asset !== undefined)
            return asset;
    }
    return undefined;
}
function noAgent({ tag, assets }, what, wanted) {
    const available = assets.map(({ name }) => name).join(', ') || 'none';
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `release ${tag} of ${REPOSITORY} has no ${what}`, {
        fix: `choose another version in [agent]; looked for ${wanted.join(', ')}; the release has: ${available}`,
    });
}
/**
 * The possible names of a platform's agent among the assets of a release, best first. Plain `kestrel` is for amd64; for
 * another platform it is the last choice, and its ELF header is checked later.
 */
function assetNames(platform) {
    const named = ARCHITECTURES[platform].flatMap((name) => [`${LABEL}-linux-${name}`, `${LABEL}-${name}`]);
    return platform === 'linux/amd64' ? [LABEL, ...named] : [...named, LABEL];
}
const ARCHITECTURES = {
    'linux/amd64': ['amd64', 'x86_64'],
    'linux/arm64': ['arm64', 'aarch64'],
};


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

/***/ 69990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ compileExclusion)
});

// EXTERNAL MODULE: ./build/config/glob.js + 1 modules
var config_glob = __webpack_require__(17364);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
;// CONCATENATED MODULE: ./build/tree/match-glob.js
/** The names of a path as the matcher compares them. */
function charactersOf(path) {
    return path.split('/').map((name) => {
        const characters = [];
        for (let at = 0; at < name.length;) {
            const code = name.codePointAt(at) ?? 0;
            characters.push(code);
            at += code > 0xffff ? 2 : 1;
        }
        return characters;
    });
}
const NAME = {
    isStar: (token) => token?.kind === 'star',
    accepts: (token, code) => token.kind === 'character'
        ? token.code === code
        : token.kind !== 'class' ||
            token.ranges.some(({ first, last }) => first <= code && code <= last) !== token.negated,
};
const PATH = {
    isStar: (component) => component === '**',
    accepts: (component, name, counter) => component !== '**' && matchesSequence(component, name, NAME, counter),
};
/**
 * True if an alternative of a glob matches a whole path. The number of steps is at most the length of the alternative times
 * that of the path.
 */
function matchesAlternative(alternative, path, counter) {
    return matchesSequence(alternative, path, PATH, counter);
}
/**
 * Compares items with a pattern in which stars match any number of items. What follows the last star is compared with the
 * end of the items first. Between stars, only the latest one is ever extended: what an earlier one could match in addition,
 * the latest one can, too. So no pair of an element and an item is compared twice.
 */
function matchesSequence(pattern, items, { isStar, accepts }, counter) {
    let patternEnd = pattern.length;
    let end = items.length;
    for (; patternEnd > 0; patternEnd -= 1, end -= 1) {
        const wanted = pattern[patternEnd - 1];
        if (wanted === undefined || isStar(wanted))
            break;
        const found = items[end - 1];
        counter.steps += 1;
        if (found === undefined || !accepts(wanted, found, counter))
            return false;
    }
    if (patternEnd === 0)
        return end === 0;
    let element = 0;
    let item = 0;
    let afterStar = -1;
    let starEnd = 0;
    // The rest of the pattern ends with a star, which matches the rest of the items.
    while (element < patternEnd) {
        const wanted = pattern[element];
        const found = item < end ? items[item] : undefined;
        counter.steps += 1;
        if (wanted === undefined || isStar(wanted)) {
            element += 1;
            afterStar = element;
            starEnd = item;
        }
        else if (found !== undefined && accepts(wanted, found, counter)) {
            element += 1;
            item += 1;
        }
        else if (found !== undefined && afterStar >= 0) {
            starEnd += 1;
            element = afterStar;
            item = starEnd;
        }
        else
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/tree/exclude.js



const NOTHING = { matches: () => false, covers: () => false, unused: () => [], steps: 0 };
/**
 * Compiles valid globs of `exclude`. They are compared with paths as UTF-8 text; a byte that is not UTF-8 is one character,
 * which only a wildcard matches.
 */
function compileExclusion(globs) {
    if (globs.length === 0)
        return NOTHING;
    const compiled = globs.map((glob) => ({ glob, alternatives: (0,config_glob/* parseGlob */.qF)(glob) }));
    const counter = { steps: 0 };
    const used = new Set();
    const matches = (path) => {
        const names = charactersOf((0,byte_string/* bytesOf */.$$)(path).toString('utf8'));
        // All globs are tried, so that `unused` does not depend on their order.
        const found = compiled.filter(({ alternatives }) => alternatives.some((alternative) => matchesAlternative(alternative, names, counter)));
        for (const { glob } of found)
            used.add(glob);
        return found.length > 0;
    };
    const covers = (path) => {
        const names = path.split('/');
        return names.some((_, index) => matches(names.slice(0, index + 1).join('/')));
    };
    return {
        matches,
        covers,
        unused: () => globs.filter((glob) => !used.has(glob)),
        get steps() {
            return counter.steps;
        },
    };
}


/***/ }),

/***/ 14136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ followPath)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82581);

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

/***/ 2564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ks: () => (/* binding */ BASE_DEVICES),
/* harmony export */   bV: () => (/* binding */ addBaseTree),
/* harmony export */   qN: () => (/* binding */ addBusybox)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _root_owned_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30489);


/** The directories that programs expect, even if they are empty. */
const BASE_DIRECTORIES = [
    ['bin', 0o755],
    ['dev', 0o755],
    ['etc', 0o755],
    ['home', 0o755],
    ['lib', 0o755],
    ['lib64', 0o755],
    ['mnt', 0o755],
    ['opt', 0o755],
    ['proc', 0o555],
    ['root', 0o700],
    ['run', 0o755],
    ['sbin', 0o755],
    ['srv', 0o755],
    ['sys', 0o555],
    ['tmp', 0o1777],
    ['usr', 0o755],
    ['usr/bin', 0o755],
    ['usr/lib', 0o755],
    ['usr/local', 0o755],
    ['usr/local/bin', 0o755],
    ['usr/sbin', 0o755],
    ['var', 0o755],
    ['var/lib', 0o755],
    ['var/log', 0o755],
    ['var/tmp', 0o1777],
];
/**
 * Devices that PID 1 needs before it has mounted /dev: the kernel opens /dev/console for its stdio. Numbers from
 * Documentation/admin-guide/devices.txt.
 */
const BASE_DEVICES = [
    { path: 'dev/console', mode: 0o600, major: 5, minor: 1 },
    { path: 'dev/null', mode: 0o666, major: 1, minor: 3 },
];
const BUSYBOX = 'bin/busybox';
/**
 * Adds the directories and device nodes that every initramfs has. What exists at the path of a directory stays as it is, also
 * a link such as `bin -> usr/bin`; device nodes replace it, because exported images have empty files there.
 */
function addBaseTree(tree, mtime) {
    for (const [name, mode] of BASE_DIRECTORIES) {
        const path = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(name);
        if (tree.get(path) === undefined)
            tree.putDirectory(path, (0,_root_owned_js__WEBPACK_IMPORTED_MODULE_1__/* .rootOwned */ .g2)(mode, mtime));
    }
    for (const { path, mode, major, minor } of BASE_DEVICES) {
        tree.put((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(path), { ...(0,_root_owned_js__WEBPACK_IMPORTED_MODULE_1__/* .rootOwned */ .g2)(mode, mtime), kind: 'char-device', major, minor });
    }
}
/** The directories of the usual PATH. */
const PROGRAM_DIRECTORIES = ['usr/local/sbin', 'usr/local/bin', 'usr/sbin', 'usr/bin', 'sbin', 'bin'];
/**
 * Adds busybox as /bin/busybox and a symbolic link for every applet, except if an image has a program of that name in one of
 * the directories of the usual PATH, which the link could hide. The links are absolute, as `busybox --install -s` makes them,
 * so they are valid even if the applet's directory is a link.
 */
function addBusybox(tree, binary, applets, mtime) {
    (0,_root_owned_js__WEBPACK_IMPORTED_MODULE_1__/* .addProgram */ ._6)(tree, BUSYBOX, binary, mtime);
    const link = { ...(0,_root_owned_js__WEBPACK_IMPORTED_MODULE_1__/* .rootOwned */ .g2)(0o777, mtime), kind: 'symlink', target: `/${BUSYBOX}` };
    const taken = new Set(PROGRAM_DIRECTORIES.flatMap((directory) => tree.namesIn((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(directory))));
    for (const applet of applets) {
        const name = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(applet.name);
        const path = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(`${applet.directory}/${applet.name}`);
        if (taken.has(name) || tree.get(path) !== undefined)
            continue;
        // Each link has its own inode: authors do not expect hardlinks of symlinks.
        tree.put(path, { ...link });
        if (PROGRAM_DIRECTORIES.includes(applet.directory))
            taken.add(name);
    }
}


/***/ }),

/***/ 59330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   H: () => (/* binding */ findMappingOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _exclude_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69990);
/* harmony import */ var _mapping_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53029);





/**
 * The mapping that added the file at a path without links, after all mappings; undefined if none did. Of several, the
 * last one wins.
 */
function findMappingOf(tree, path, { mappings, directory }) {
    for (const mapping of mappings.toReversed()) {
        try {
            if (isMappedBy(mapping, tree, path, directory))
                return mapping;
        }
        catch {
            // A source that cannot be read is not the one in question: all mappings have succeeded before.
        }
    }
    return undefined;
}
function isMappedBy(mapping, tree, path, directory) {
    const { host, stats } = (0,_mapping_source_js__WEBPACK_IMPORTED_MODULE_4__/* .findSource */ .TC)(mapping, directory);
    const destination = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromText */ .dw)(mapping.destination.slice(1));
    if (!stats.isDirectory())
        return placeOf(tree, mapping, destination) === path;
    const base = tree.resolveDirectory(destination) ?? destination;
    if (base === path)
        return true;
    const prefix = base === '' ? '' : `${base}/`;
    if (!path.startsWith(prefix))
        return false;
    const relative = path.slice(prefix.length);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(`${host}/${relative}`), { throwIfNoEntry: false }) === undefined)
        return false;
    return !(0,_exclude_js__WEBPACK_IMPORTED_MODULE_3__/* .compileExclusion */ .a)(mapping.settings.exclude).covers(relative);
}
/**
 * The path of a mapped file: inside its destination if that is a directory that it may not replace, otherwise the
 * destination itself.
 */
function placeOf(tree, mapping, destination) {
    const merges = !mapping.settings.replace || destination === '';
    const inside = mapping.inside || (merges && tree.resolveDirectory(destination) !== undefined);
    const name = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromText */ .dw)(`/${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(mapping.source)}`);
    return tree.resolveParent(inside ? (destination + name) : destination);
}


/***/ }),

/***/ 30489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _6: () => (/* binding */ addProgram),
/* harmony export */   g2: () => (/* binding */ rootOwned),
/* harmony export */   sM: () => (/* binding */ addFile)
/* harmony export */ });
/** Metadata of files that fledge itself adds. */
function rootOwned(mode, mtime) {
    return { mode, uid: 0, gid: 0, mtime, xattrs: new Map() };
}
/** Adds a program, 0755 and owned by root. */
function addProgram(tree, path, content, mtime) {
    tree.put(path, { ...rootOwned(0o755, mtime), kind: 'file', content });
}
/** Adds a small file, 0644 and owned by root. */
function addFile(tree, path, data, mtime) {
    tree.put(path, { ...rootOwned(0o644, mtime), kind: 'file', content: { kind: 'bytes', size: data.length, data } });
}


/***/ })

};
