export const id = 3919;
export const ids = [3919,1022,1068,3486,8884];
export const modules = {

/***/ 83919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  extractToDirectory: () => (/* binding */ extractToDirectory),
  extractToTar: () => (/* binding */ extractToTar),
  warnAboutSkipped: () => (/* binding */ warnAboutSkipped)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/make-directories.js
var make_directories = __webpack_require__(21874);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
// EXTERNAL MODULE: ./build/support/process/cleanup.js
var cleanup = __webpack_require__(72658);
;// CONCATENATED MODULE: ./build/extract/target-directory.js



/** Opens a directory without permission to read it (open(2)); Node does not export it. */
const O_PATH = 0o10000000;
const OPEN_DIRECTORY = O_PATH | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW;
/** Directories above a path that stay open. Those of a deeper path are opened again. */
const MAX_OPEN = 100;
/** Of directories that no entry of the artifact describes. */
const USUAL_MODE = 0o755;
/**
 * A directory below which entries are created. Every step starts at an open directory (`/proc/self/fd`), and no symbolic link is
 * followed below it, so that neither the artifact nor a link that was there leads a path elsewhere.
 */
class TargetDirectory {
    /** As the user wrote it. */
    path;
    #root;
    #onCreated;
    #levels = [];
    /** The directory of the last entry, and the beginning of paths in it. */
    #parent = '';
    #prefix;
    /** Opens an existing directory. `onCreated` is called for each directory that `place` creates. */
    constructor(path, onCreated = () => { }) {
        this.path = path;
        this.#onCreated = onCreated;
        // A link in this path is the user's own.
        this.#root = (0,external_node_fs_.openSync)(path, O_PATH | external_node_fs_.constants.O_DIRECTORY);
        this.#prefix = `/proc/self/fd/${this.#root}/`;
    }
    /**
     * The path at which an entry can be created. Missing directories above it are created. It is valid until the next call.
     *
     * @throws FledgeError `output` if a parent is not a directory, or the path leads out of this directory.
     */
    place(path) {
        const slash = path.lastIndexOf('/');
        const name = slash < 0 ? path : path.slice(slash + 1);
        requireName(name, path);
        const parent = path.slice(0, Math.max(0, slash));
        if (parent !== this.#parent)
            this.#enter(parent);
        return pathInDirectory(this.#prefix, name);
    }
    /** The path of an existing directory itself, which is open until the next call. */
    placeOfDirectory(path) {
        this.#enter(path);
        // Without the slash, so that an open directory is meant.
        return this.#prefix.slice(0, -1);
    }
    /** The directory of the last place, for another process. */
    get lastDirectory() {
        return this.#prefix.slice(0, -1).replace('self', String(process.pid));
    }
    /**
     * The path of an existing entry, for a link to it; valid until `release` is called.
     */
    hold(path) {
        this.place(path);
        const descriptor = (0,external_node_fs_.openSync)(`${this.#prefix}.`, OPEN_DIRECTORY);
        const name = path.slice(path.lastIndexOf('/') + 1);
        return { place: pathInDirectory(`/proc/self/fd/${descriptor}/`, name), release: () => (0,external_node_fs_.closeSync)(descriptor) };
    }
    /** The user's path of an entry, for messages. */
    show(path) {
        return path === '' ? this.path : `${this.path.replace(/\/+$/, '')}/${(0,byte_string/* displayByteString */.oO)(path)}`;
    }
    close() {
        for (const { descriptor } of this.#levels.splice(0))
            (0,external_node_fs_.closeSync)(descriptor);
        (0,external_node_fs_.closeSync)(this.#root);
    }
    #enter(parent) {
        const names = parent === '' ? [] : parent.split('/');
        let common = 0;
        while (common < this.#levels.length && common < names.length && this.#levels[common]?.name === names[common])
            common++;
        for (const { descriptor } of this.#levels.splice(common))
            (0,external_node_fs_.closeSync)(descriptor);
        // After a failure, the next call must not rely on this directory.
        this.#parent = '/';
        let above = this.#levels.at(-1)?.descriptor ?? this.#root;
        for (const [index, name] of names.entries()) {
            if (index < common)
                continue;
            requireName(name, parent);
            const descriptor = this.#openOrCreate(`/proc/self/fd/${above}/`, names, index);
            // The last one of a deep path has no name, so that it is never reused.
            if (this.#levels.length > MAX_OPEN)
                (0,external_node_fs_.closeSync)(this.#levels.pop()?.descriptor ?? -1);
            this.#levels.push({ name: this.#levels.length < MAX_OPEN ? name : '', descriptor });
            above = descriptor;
        }
        this.#prefix = `/proc/self/fd/${above}/`;
        this.#parent = parent;
    }
    #openOrCreate(prefix, names, index) {
        const path = pathInDirectory(prefix, names[index] ?? '');
        try {
            try {
                return (0,external_node_fs_.openSync)(path, OPEN_DIRECTORY);
            }
            catch (error) {
                if ((0,errors/* systemCodeOf */.c7)(error) !== 'ENOENT')
                    throw error;
                (0,external_node_fs_.mkdirSync)(path, USUAL_MODE);
                this.#onCreated(names.slice(0, index + 1).join('/'));
                return (0,external_node_fs_.openSync)(path, OPEN_DIRECTORY);
            }
        }
        catch (error) {
            throw this.#failure(names.slice(0, index + 1).join('/'), path, error);
        }
    }
    #failure(shown, path, error) {
        const isNoDirectory = (0,errors/* systemCodeOf */.c7)(error) === 'ENOTDIR';
        const isLink = isNoDirectory && (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
        const reason = isLink ? 'it is a symbolic link' : isNoDirectory ? 'it is not a directory' : (0,errors/* writeFailureOf */.PI)(error);
        const message = `cannot create entries in ${this.show(shown)}: ${reason}`;
        return new errors/* FledgeError */.aE('output', message, {
            cause: error,
            fix: isNoDirectory
                ? 'extract into an empty directory; if it is empty, the artifact is not a valid tree'
                : 'name a directory that you may write to with -C',
        });
    }
}
/** A path of a file in an open directory. Names that are not ASCII need bytes. */
function pathInDirectory(prefix, name) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII.
    if (/^[\x01-\x7f]*$/.test(name))
        return prefix + name;
    return Buffer.concat([Buffer.from(prefix), (0,byte_string/* bytesOf */.$$)(name)]);
}
function requireName(name, path) {
    if (name !== '' && name !== '.' && name !== '..' && !name.includes('\0'))
        return;
    throw new errors/* FledgeError */.aE('input', `cannot extract ${(0,byte_string/* displayByteString */.oO)(path)}: the path leads out of the directory`, {
        fix: 'the artifact is damaged or was made to attack its readers; do not use it',
    });
}

;// CONCATENATED MODULE: ./build/extract/created-entries.js



const NO_FILE = { dev: -1n, ino: -1n };
/** Creates entries below a directory, and knows which of them it has created. */
class CreatedEntries {
    target;
    #options;
    /** The files with several names that were created here, for links to them. */
    #linked = new Map();
    /** Only if later entries replace earlier ones. */
    #own;
    constructor(path, options) {
        this.target = new TargetDirectory(path, (created) => this.#own?.add(created));
        this.#options = options;
        this.#own = options.laterReplaces ? new Set() : undefined;
    }
    /** True if a later entry with this path replaces the one that was created here. */
    isOwn(path) {
        return this.#own?.has(path) === true;
    }
    /** Creates a further name of a remembered entry; false if there is none. */
    link(path, first) {
        const known = this.#linked.get(first);
        if (known === undefined)
            return false;
        this.attempt(path, () => {
            const held = this.target.hold(first);
            try {
                const { dev, ino } = (0,external_node_fs_.lstatSync)(held.place, { bigint: true });
                if (dev !== known.dev || ino !== known.ino)
                    throw this.#replaced(path, first);
                const place = this.target.place(path);
                this.make(path, place, () => (0,external_node_fs_.linkSync)(held.place, place));
            }
            finally {
                held.release();
            }
        });
        return true;
    }
    /**
     * Creates something at the place of a path; what is there is replaced if the options say so.
     *
     * @throws FledgeError `output` if it must not be replaced; or the error of the system.
     */
    make(path, place, create) {
        try {
            create();
        }
        catch (error) {
            if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
                throw error;
            if (!this.isOwn(path) && !this.#options.overwrite) {
                throw new errors/* FledgeError */.aE('output', `cannot create ${this.target.show(path)}: it already exists`, {
                    fix: 'extract into an empty directory, or add --overwrite to replace what exists',
                });
            }
            if (lstatOf(place)?.isDirectory() === true)
                removeEmpty(place, this.target.show(path));
            else
                (0,external_node_fs_.unlinkSync)(place);
            // Its inode number can be used again.
            if (this.#linked.has(path))
                this.#linked.set(path, NO_FILE);
            create();
        }
        this.#own?.add(path);
    }
    /**
     * Runs work on the entry at a path.
     *
     * @throws FledgeError `output` in the place of an error of the system.
     */
    attempt(path, work) {
        try {
            work();
        }
        catch (error) {
            if (error instanceof errors/* FledgeError */.aE)
                throw error;
            const isFull = ['ENOSPC', 'EDQUOT'].includes((0,errors/* systemCodeOf */.c7)(error) ?? '');
            throw new errors/* FledgeError */.aE('output', `cannot write ${this.target.show(path)}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
                cause: error,
                fix: isFull ? 'free some space, or name a directory on another disk with -C' : 'name another directory with -C',
            });
        }
    }
    /** Remembers an open file, for links to it. */
    remember(path, descriptor) {
        const { dev, ino } = (0,external_node_fs_.fstatSync)(descriptor, { bigint: true });
        this.#linked.set(path, { dev, ino });
    }
    /** Remembers the entry at a place, for links to it. */
    rememberPlace(path, place) {
        const { dev, ino } = (0,external_node_fs_.lstatSync)(place, { bigint: true });
        this.#linked.set(path, { dev, ino });
    }
    #replaced(path, first) {
        const reason = `${this.target.show(first)}, which it is a link to, was replaced`;
        return new errors/* FledgeError */.aE('output', `cannot create ${this.target.show(path)}: ${reason}`, {
            fix: 'extract into an empty directory',
        });
    }
}
/** The metadata of what is at a place, if something is there. A link is not followed. */
function lstatOf(place) {
    return (0,external_node_fs_.lstatSync)(place, { throwIfNoEntry: false });
}
function removeEmpty(place, shown) {
    try {
        (0,external_node_fs_.rmdirSync)(place);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot replace ${shown}: it is a directory that is not empty`, {
            cause: error,
            fix: 'extract into an empty directory',
        });
    }
}

;// CONCATENATED MODULE: ./build/extract/extracted.js
/** A result without entries. */
function nothingExtracted() {
    return {
        ...{ entries: 0, files: 0, directories: 0, links: 0, bytes: 0 },
        skipped: { devices: 0, sockets: 0, fifos: 0, xattrs: 0, specialBits: 0 },
    };
}
/** Counts an entry that was not created. */
function countSkipped({ skipped }, { kind }) {
    if (kind === 'fifo')
        skipped.fifos += 1;
    else if (kind === 'socket')
        skipped.sockets += 1;
    else
        skipped.devices += 1;
}

;// CONCATENATED MODULE: ./build/extract/directory-receiver.js







/** Until all its entries are there; a parent that the artifact makes read-only must be writable until then. */
const EARLY_MODE = 0o700;
const SPECIAL_BITS = 0o6000;
const CREATE = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | external_node_fs_.constants.O_NOFOLLOW;
/** Creates entries below a directory. Metadata of directories are set at the end, by `finish`. */
class DirectoryReceiver {
    result = nothingExtracted();
    #created;
    #options;
    #umask = process.umask();
    #late = new Map();
    constructor(path, options) {
        this.#created = new CreatedEntries(path, options);
        this.#options = options;
    }
    receive(entry) {
        switch (entry.kind) {
            case 'directory':
                return this.#directory(entry);
            case 'file':
                return this.#file(entry);
            case 'symlink':
                return this.#symlink(entry);
            case 'socket':
                countSkipped(this.result, entry);
                return undefined;
            default:
                return this.#node(entry);
        }
    }
    link(entry, first) {
        if (!this.#created.link(entry.path, first)) {
            countSkipped(this.result, entry);
            return;
        }
        this.result.entries += 1;
        this.result.links += 1;
    }
    close() {
        this.#created.target.close();
    }
    /** Sets the metadata of directories, the deepest first. */
    finish() {
        // A directory is after its parent in the order of paths.
        for (const path of [...this.#late.keys()].sort(byte_string/* compareByteStrings */.eS).reverse()) {
            const late = this.#late.get(path);
            if (late === undefined)
                continue;
            const { mode, uid, gid, mtime } = late;
            this.#created.attempt(path, () => {
                let place;
                try {
                    place = this.#created.target.placeOfDirectory(path);
                }
                catch (error) {
                    // A later entry of the archive has replaced it.
                    if (this.#options.laterReplaces && error instanceof errors/* FledgeError */.aE)
                        return;
                    throw error;
                }
                if (this.#options.sameOwner)
                    (0,external_node_fs_.chownSync)(place, uid, gid);
                (0,external_node_fs_.chmodSync)(place, this.#permitted(mode));
                (0,external_node_fs_.utimesSync)(place, ...times(mtime));
            });
        }
    }
    #directory(entry) {
        const { path, mode, uid, gid, mtime } = entry;
        this.result.entries += 1;
        this.result.directories += 1;
        let isOwn = path === '' ? this.#options.isNew : this.#created.isOwn(path);
        if (path !== '') {
            this.#created.attempt(path, () => {
                const place = this.#created.target.place(path);
                if (lstatOf(place)?.isDirectory() === true)
                    return;
                this.#created.make(path, place, () => (0,external_node_fs_.mkdirSync)(place, EARLY_MODE));
                isOwn = true;
            });
        }
        if (!isOwn && !this.#options.overwrite)
            return undefined;
        this.#countLostBits(mode);
        this.#late.set(path, { mode, uid, gid, mtime });
        return this.#countXattrs(entry);
    }
    async #file(entry) {
        const { path, mode, size, uid, gid, mtime } = entry;
        const { sameOwner, onBytes } = this.#options;
        const content = entry.content();
        // The first piece of most files is the whole file. It is read before the file is created.
        let piece = await content.next();
        const place = this.#created.target.place(path);
        let descriptor = -1;
        const permitted = this.#permitted(mode);
        this.#created.attempt(path, () => this.#created.make(path, place, () => {
            descriptor = (0,external_node_fs_.openSync)(place, CREATE, permitted & 0o777);
        }));
        const remove = () => {
            try {
                (0,external_node_fs_.unlinkSync)(place);
            }
            catch {
                // The error that is thrown is more important.
            }
        };
        // Between the pieces, other work and signals are handled.
        let forget;
        try {
            let end = 0;
            while (piece.done !== true) {
                const { offset, bytes } = piece.value;
                this.#created.attempt(path, () => (0,write_file/* writeFully */.K)(descriptor, bytes, offset));
                end = offset + bytes.length;
                this.result.bytes += bytes.length;
                onBytes(bytes.length);
                forget ??= (0,cleanup/* atExit */.sz)(remove);
                piece = await content.next();
            }
            this.#created.attempt(path, () => {
                if (end < size)
                    (0,external_node_fs_.ftruncateSync)(descriptor, size);
                if (sameOwner)
                    (0,external_node_fs_.fchownSync)(descriptor, uid, gid);
                if ((permitted & ~this.#umask & 0o777) !== permitted || sameOwner)
                    (0,external_node_fs_.fchmodSync)(descriptor, permitted);
                (0,external_node_fs_.futimesSync)(descriptor, ...times(mtime));
                if (entry.links > 1)
                    this.#created.remember(path, descriptor);
            });
        }
        catch (error) {
            remove();
            throw error;
        }
        finally {
            forget?.();
            (0,external_node_fs_.closeSync)(descriptor);
        }
        this.result.entries += 1;
        this.result.files += 1;
        this.#countLostBits(mode);
        await this.#countXattrs(entry);
    }
    #symlink(entry) {
        const { path, target = '', uid, gid, mtime } = entry;
        this.#created.attempt(path, () => {
            const place = this.#created.target.place(path);
            this.#created.make(path, place, () => (0,external_node_fs_.symlinkSync)((0,byte_string/* bytesOf */.$$)(target), place));
            if (this.#options.sameOwner)
                (0,external_node_fs_.lchownSync)(place, uid, gid);
            (0,external_node_fs_.lutimesSync)(place, ...times(mtime));
            if (entry.links > 1)
                this.#created.rememberPlace(path, place);
        });
        this.result.entries += 1;
        return this.#countXattrs(entry);
    }
    async #node(entry) {
        const { path, kind, mode, uid, gid, mtime } = entry;
        const { sameOwner, makeNode } = this.#options;
        if (kind !== 'fifo' && !sameOwner) {
            countSkipped(this.result, entry);
            return;
        }
        const place = this.#created.target.place(path);
        const directory = this.#created.target.lastDirectory;
        const temporary = `fledge-node-${process.pid}`;
        if (!(await makeNode(directory, temporary, entry))) {
            countSkipped(this.result, entry);
            return;
        }
        // A name need not be UTF-8, and arguments of programs must be.
        this.#created.attempt(path, () => {
            try {
                this.#created.make(path, place, () => (0,external_node_fs_.linkSync)(`${directory}/${temporary}`, place));
            }
            finally {
                (0,external_node_fs_.unlinkSync)(`${directory}/${temporary}`);
            }
        });
        this.#created.attempt(path, () => {
            if (sameOwner)
                (0,external_node_fs_.lchownSync)(place, uid, gid);
            // The node was created above in a directory that is open, and is not a link.
            (0,external_node_fs_.chmodSync)(place, this.#permitted(mode));
            (0,external_node_fs_.lutimesSync)(place, ...times(mtime));
            if (entry.links > 1)
                this.#created.rememberPlace(path, place);
        });
        this.result.entries += 1;
        await this.#countXattrs(entry);
    }
    #permitted(mode) {
        return this.#options.sameOwner ? mode : mode & ~SPECIAL_BITS;
    }
    #countLostBits(mode) {
        if (!this.#options.sameOwner && (mode & SPECIAL_BITS) !== 0)
            this.result.skipped.specialBits += 1;
    }
    async #countXattrs(entry) {
        if ((await entry.xattrs()).size > 0)
            this.result.skipped.xattrs += 1;
    }
}
/** The arguments of utimes(2) in Node. It replaces negative numbers by the present, but accepts them as text. */
function times({ seconds, nanoseconds }) {
    const time = seconds + nanoseconds / 1e9;
    const value = time < 0 ? String(time) : time;
    return [value, value];
}

// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(91200);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
;// CONCATENATED MODULE: ./build/tools/mknod.js



/** The arguments that create it, for its owner only until its mode is set. */
function mknodArguments(name, node) {
    const start = ['-m', '600', (0,tools_arguments/* operandName */.lY)(name)];
    if (node.kind === 'fifo')
        return [...start, 'p'];
    return [...start, node.kind === 'char-device' ? 'c' : 'b', String(node.major), String(node.minor)];
}
/**
 * Creates a device or a fifo in a directory.
 *
 * @throws FledgeError `tool` if mknod fails.
 */
async function makeNode(mknod, directory, name, node) {
    await (0,exec/* run */.eF)(mknod, mknodArguments(name, node), { cwd: directory, env: (0,environment/* environmentFor */.DD)('tar', {}) });
}

;// CONCATENATED MODULE: ./build/extract/make-node.js


/** Creates devices and fifos with mknod, because Node cannot. The program is searched when the first one is needed. */
function nodeMaker() {
    let found;
    return async (directory, name, { kind, device }) => {
        found ??= (0,find/* findProgram */.Kp)('mknod');
        const mknod = await found;
        if (mknod === undefined)
            return false;
        if (kind === 'fifo')
            await makeNode(mknod, directory, name, { kind });
        else if ((kind === 'char-device' || kind === 'block-device') && device !== undefined) {
            await makeNode(mknod, directory, name, { kind, ...device });
        }
        else
            return false;
        return true;
    };
}

// EXTERNAL MODULE: ./build/extract/selection.js
var extract_selection = __webpack_require__(71068);
;// CONCATENATED MODULE: ./build/extract/buffered-writer.js
/** Larger pieces are written without a copy. In bytes. */
const BUFFER_BYTES = 256 * 1024;
/** Joins small pieces, because each write is a call of the system. */
class BufferedWriter {
    #write;
    #pieces = [];
    #length = 0;
    constructor(write) {
        this.#write = write;
    }
    /** The buffer must not be changed afterwards. */
    write(bytes) {
        this.#pieces.push(bytes);
        this.#length += bytes.length;
        return this.#length < BUFFER_BYTES ? undefined : this.flush();
    }
    async flush() {
        const [first = Buffer.alloc(0), ...others] = this.#pieces;
        if (this.#length === 0)
            return;
        this.#pieces = [];
        this.#length = 0;
        await this.#write(others.length === 0 ? first : Buffer.concat([first, ...others]));
    }
}

// EXTERNAL MODULE: ./build/extract/file-bytes.js
var file_bytes = __webpack_require__(18768);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(70288);
;// CONCATENATED MODULE: ./build/extract/acl-text.js

/** The tags of linux/posix_acl.h in the order of setfacl(1), and their names. */
const TAGS = new Map([
    [0x01, 'user'],
    [0x02, 'user'],
    [0x04, 'group'],
    [0x08, 'group'],
    [0x10, 'mask'],
    [0x20, 'other'],
]);
const TAGS_WITH_ID = [0x02, 0x08];
const HEADER_BYTES = 4;
const ENTRY_BYTES = 8;
/**
 * An access control list as text with numbers, such as `user::rw-,user:1234:r--`, of the value that getxattr(2) returns
 * (linux/posix_acl_xattr.h).
 *
 * @throws FledgeError `input` if it is not valid.
 */
function aclText(value) {
    const entries = [];
    for (let at = HEADER_BYTES; at + ENTRY_BYTES <= value.length; at += ENTRY_BYTES) {
        const tag = value.readUInt16LE(at);
        const name = TAGS.get(tag);
        if (name === undefined) {
            throw new errors/* FledgeError */.aE('input', 'an access control list in the artifact is not valid', {
                fix: 'the file is damaged; build or download it again',
            });
        }
        const id = TAGS_WITH_ID.includes(tag) ? String(value.readUInt32LE(at + 4)) : '';
        const bits = value.readUInt16LE(at + 2);
        const permissions = [bits & 4 ? 'r' : '-', bits & 2 ? 'w' : '-', bits & 1 ? 'x' : '-'].join('');
        entries.push(`${name}:${id}:${permissions}`);
    }
    return entries.join(',');
}

;// CONCATENATED MODULE: ./build/extract/tar-header.js




/** The largest value in an octal field of 7 digits, and of 11. */
const MAX_7_DIGITS = 0o7777777;
const MAX_11_DIGITS = 0o77777777777;
const ACLS = new Map([
    ['system.posix_acl_access', 'SCHILY.acl.access'],
    ['system.posix_acl_default', 'SCHILY.acl.default'],
]);
/**
 * The header of an entry: an ustar header block, after an extended header (POSIX.1-2001, "pax Interchange Format") with the
 * values that it cannot hold. The bytes depend on the entry only.
 */
function encodeTarHeader(entry) {
    const { path, target, mtime, size, uid, gid, xattrs } = entry;
    const records = [];
    const add = (key, value) => {
        records.push(paxRecord(key, typeof value === 'string' ? Buffer.from(value) : value));
    };
    const isLong = path.length > tar_format/* FIELDS */.cJ.name.length || (target?.length ?? 0) > tar_format/* FIELDS */.cJ.linkName.length;
    // Text of extended headers is UTF-8 unless this record, which must be the first one, denies it.
    if (isLong && ![path, target ?? ''].every(isUtf8))
        add('hdrcharset', 'BINARY');
    if (path.length > tar_format/* FIELDS */.cJ.name.length)
        add('path', (0,byte_string/* bytesOf */.$$)(path));
    if (target !== undefined && target.length > tar_format/* FIELDS */.cJ.linkName.length)
        add('linkpath', (0,byte_string/* bytesOf */.$$)(target));
    if (size > MAX_11_DIGITS)
        add('size', String(size));
    if (uid > MAX_7_DIGITS)
        add('uid', String(uid));
    if (gid > MAX_7_DIGITS)
        add('gid', String(gid));
    if (mtime.nanoseconds > 0 || mtime.seconds < 0 || mtime.seconds > MAX_11_DIGITS)
        add('mtime', textOfTime(mtime));
    for (const [name, value] of xattrs) {
        // tar programs restore access control lists from their text only; containerd and Docker from the attribute.
        const acl = ACLS.get(name);
        if (acl !== undefined)
            add(acl, aclText(value));
        add(`SCHILY.xattr.${name}`, value);
    }
    const block = encodeBlock(entry);
    if (records.length === 0)
        return block;
    const body = Buffer.concat(records);
    const extended = encodeBlock({
        ...NO_METADATA,
        path: paxNameOf(path),
        size: body.length,
        typeFlag: 'x',
    });
    return Buffer.concat([extended, body, Buffer.alloc(paddingOf(body.length)), block]);
}
function isUtf8(text) {
    return (0,external_node_buffer_.isUtf8)(Buffer.from(text, 'latin1'));
}
/** The zeros after data of this size. */
function paddingOf(size) {
    return (tar_format/* BLOCK_BYTES */.Yo - (size % tar_format/* BLOCK_BYTES */.Yo)) % tar_format/* BLOCK_BYTES */.Yo;
}
/** Two blocks of zeros. GNU tar fills a record of 20 blocks as well, which readers do not need. */
const END_OF_ARCHIVE = Buffer.alloc(2 * tar_format/* BLOCK_BYTES */.Yo);
const NO_METADATA = { type: '0', mode: 0o644, uid: 0, gid: 0, mtime: { seconds: 0, nanoseconds: 0 } };
function encodeBlock({ path, type, typeFlag = undefined, mode, uid, gid, mtime, size, target, device }) {
    const block = Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo);
    const text = ({ offset, length }, value) => {
        block.write(value.slice(0, length), offset, 'latin1');
    };
    const octal = (field, value, max) => {
        const stored = value >= 0 && value <= max ? value : 0;
        text(field, stored.toString(8).padStart(field.length - 1, '0'));
    };
    text(tar_format/* FIELDS */.cJ.name, path);
    octal(tar_format/* FIELDS */.cJ.mode, mode, MAX_7_DIGITS);
    octal(tar_format/* FIELDS */.cJ.uid, uid, MAX_7_DIGITS);
    octal(tar_format/* FIELDS */.cJ.gid, gid, MAX_7_DIGITS);
    octal(tar_format/* FIELDS */.cJ.size, size, MAX_11_DIGITS);
    octal(tar_format/* FIELDS */.cJ.mtime, mtime.seconds, MAX_11_DIGITS);
    text(tar_format/* FIELDS */.cJ.type, typeFlag ?? type);
    if (target !== undefined)
        text(tar_format/* FIELDS */.cJ.linkName, target);
    text(tar_format/* FIELDS */.cJ.magic, 'ustar\x0000');
    octal(tar_format/* FIELDS */.cJ.major, device?.major ?? 0, MAX_7_DIGITS);
    octal(tar_format/* FIELDS */.cJ.minor, device?.minor ?? 0, MAX_7_DIGITS);
    // The sum counts its own field as spaces.
    block.fill(0x20, tar_format/* FIELDS */.cJ.checksum.offset, tar_format/* FIELDS */.cJ.checksum.offset + tar_format/* FIELDS */.cJ.checksum.length);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, tar_format/* FIELDS */.cJ.checksum.offset, 'latin1');
    return block;
}
/** The name of an extended header, for readers that do not know it. */
function paxNameOf(path) {
    const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
    return `PaxHeaders/${name.slice(0, 80)}`;
}
/** `LENGTH KEY=VALUE\n`, where LENGTH includes its own digits. */
function paxRecord(key, value) {
    const rest = Buffer.concat([Buffer.from(` ${key}=`, 'latin1'), value, Buffer.from('\n')]);
    let length = rest.length + 1;
    while (String(length).length + rest.length !== length)
        length = String(length).length + rest.length;
    return Buffer.concat([Buffer.from(String(length)), rest]);
}
/** Seconds with a decimal fraction, which is not rounded. */
function textOfTime({ seconds, nanoseconds }) {
    if (nanoseconds === 0)
        return String(seconds);
    const isNegative = seconds < 0;
    const whole = isNegative ? -(seconds + 1) : seconds;
    const fraction = isNegative ? 1_000_000_000 - nanoseconds : nanoseconds;
    return `${isNegative ? '-' : ''}${whole}.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`;
}

;// CONCATENATED MODULE: ./build/extract/tar-receiver.js





const TYPES = {
    file: '0',
    symlink: '2',
    'char-device': '3',
    'block-device': '4',
    directory: '5',
    fifo: '6',
};
/** Writes entries as a tar archive. The bytes depend on the entries only. */
class TarReceiver {
    /** Sockets, which a tar archive cannot contain. */
    sockets = 0;
    #output;
    constructor(write) {
        this.#output = new BufferedWriter(write);
    }
    #write = async (bytes) => {
        await this.#output.write(bytes);
    };
    async receive(entry) {
        const { path, kind, mode, uid, gid, mtime, target, device } = entry;
        if (kind === 'socket') {
            this.sockets += 1;
            return;
        }
        const size = kind === 'file' ? entry.size : 0;
        const header = {
            path: kind === 'directory' ? directoryName(path) : safeName(path),
            type: TYPES[kind],
            ...{ mode, uid, gid, mtime, size },
            ...(target !== undefined && { target }),
            ...(device !== undefined && { device }),
            xattrs: await entry.xattrs(),
        };
        await this.#write(encodeTarHeader(header));
        if (kind !== 'file')
            return;
        await (0,file_bytes/* writeWithHoles */.H)(entry, this.#write);
        await this.#write(END_OF_ARCHIVE.subarray(0, paddingOf(size)));
    }
    async link(entry, first) {
        if (entry.kind === 'socket') {
            this.sockets += 1;
            return;
        }
        const { path, mode, uid, gid, mtime } = entry;
        const header = {
            path: safeName(path),
            target: first,
            type: '1',
            ...{ mode, uid, gid, mtime },
            size: 0,
            xattrs: new Map(),
        };
        await this.#write(encodeTarHeader(header));
    }
    async finish() {
        await this.#write(END_OF_ARCHIVE);
        await this.#output.flush();
    }
}
/** The root is `./`, as GNU tar writes it. */
function directoryName(path) {
    return path === '' ? './' : `${safeName(path)}/`;
}
/** Readers of the archive must not be led out of their directory. */
function safeName(path) {
    if (!path.split('/').includes('..') && !path.includes('\0') && path !== '')
        return path;
    throw new errors/* FledgeError */.aE('input', `cannot archive ${(0,byte_string/* displayByteString */.oO)(path)}: the path leads out of the directory`, {
        fix: 'the artifact is damaged or was made to attack its readers; do not use it',
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/extract/missing-path.js
var missing_path = __webpack_require__(81984);
;// CONCATENATED MODULE: ./build/extract/visit.js




/** The time in which signals are not handled, in milliseconds. */
const MAX_BUSY_MS = 10;
/** The names of hard links whose data have not been read, in a stream. */
const MAX_WAITING = 1_000_000;
/** The bytes of the paths that are kept for hard links in a stream. */
const MAX_PATH_BYTES = 128 * 1024 * 1024;
/**
 * Gives the selected entries to a receiver, in the order of the artifact; names of one inode as links to the first of them. In
 * a stream, names of a file wait until its data are read.
 *
 * @throws FledgeError `input` if the artifact is damaged, or does not contain a selected path.
 */
async function visitSelected(artifact, selection, receiver) {
    const links = artifact.isStream ? new StreamLinks(receiver) : new IndexedLinks(receiver);
    const pause = pauses();
    for await (const entry of artifact.entries()) {
        const chosen = selection.choose(entry.path);
        const work = links.visit(entry, chosen === 'whole' || (chosen === 'parent' && entry.kind === 'directory'));
        if (work !== undefined)
            await work;
        if (pause.isDue())
            await pause.take();
    }
    const [missing, ...others] = selection.missing();
    if (missing !== undefined) {
        const { length } = others;
        const note = length === 0 ? undefined : `and ${(0,support_text/* counted */.hS)(length, 'more path')}`;
        throw await (0,missing_path/* missingPathError */.a)(artifact, missing.paths[0] ?? '', note);
    }
    if (links instanceof StreamLinks)
        await links.end(artifact);
}
/** Returns to the event loop now and then, because signals and progress are handled there. */
function pauses() {
    let last = performance.now();
    return {
        isDue: () => performance.now() - last > MAX_BUSY_MS,
        async take() {
            await (0,promises_.setImmediate)();
            last = performance.now();
        },
    };
}
/** Every name of an inode has its content. */
class IndexedLinks {
    #receiver;
    /** The first names of inodes, until all names were found. */
    #firsts = new Map();
    constructor(receiver) {
        this.#receiver = receiver;
    }
    visit(entry, isSelected) {
        if (!isSelected)
            return undefined;
        const { kind, links, ino, path } = entry;
        if (links < 2 || kind === 'directory')
            return this.#receiver.receive(entry);
        const first = this.#firsts.get(ino);
        if (first === undefined) {
            this.#firsts.set(ino, { path, left: links - 1 });
            return this.#receiver.receive(entry);
        }
        first.left -= 1;
        if (first.left === 0)
            this.#firsts.delete(ino);
        return this.#receiver.link(entry, first.path);
    }
}
/** Only one name of an inode has the content, which must be read before the next entry. */
class StreamLinks {
    #receiver;
    #groups = new Map();
    #waiting = 0;
    #pathBytes = 0;
    constructor(receiver) {
        this.#receiver = receiver;
    }
    visit(entry, isSelected) {
        if (entry.kind === 'file' && entry.links > 1)
            return this.#visitName(entry, isSelected);
        return isSelected ? this.#receiver.receive(entry) : undefined;
    }
    async #visitName(entry, isSelected) {
        const { ino, size } = entry;
        if (!isSelected && size === 0)
            return;
        const group = this.#groups.get(ino) ?? { waiting: [], isPassed: false };
        this.#groups.set(ino, group);
        // Files with data are kept, too, for names that follow.
        if (group.first === undefined)
            this.#pathBytes += entry.path.length;
        this.#requireFew();
        if (isSelected && group.first !== undefined)
            return this.#receiver.link(entry, group.first);
        if (size > 0)
            return this.#receiveData(entry, group, isSelected);
        group.waiting.push(entry);
        this.#waiting += 1;
    }
    #requireFew() {
        if (this.#waiting + this.#groups.size < MAX_WAITING && this.#pathBytes <= MAX_PATH_BYTES)
            return;
        throw new errors/* FledgeError */.aE('input', 'cannot read the artifact: it has too many hard links for the memory', {
            fix: 'the file is damaged; build or download it again',
        });
    }
    /** Gives the file to the receiver, and then the names that waited for it. */
    async #receiveData(entry, group, isSelected) {
        const names = group.waiting.splice(0);
        this.#waiting -= names.length;
        const first = isSelected ? entry : names.shift();
        if (first === undefined) {
            group.isPassed = true;
            return;
        }
        group.first = first.path;
        await this.#receiver.receive({ ...entry, path: first.path });
        for (const name of names)
            await this.#receiver.link(name, first.path);
    }
    /** Reads the data that were passed again, and gives files without data to the receiver. */
    async end(artifact) {
        const waiting = [...this.#groups.values()].filter(({ waiting: names }) => names.length > 0);
        if (waiting.some(({ isPassed }) => isPassed)) {
            for await (const entry of artifact.entries()) {
                const group = this.#groups.get(entry.ino);
                const isData = entry.kind === 'file' && entry.links > 1 && entry.size > 0;
                if (isData && group !== undefined && group.waiting.length > 0)
                    await this.#receiveData(entry, group, false);
            }
        }
        for (const { waiting: names } of waiting) {
            const [first, ...others] = names;
            if (first === undefined)
                continue;
            await this.#receiver.receive(first);
            for (const name of others)
                await this.#receiver.link(name, first.path);
        }
    }
}

;// CONCATENATED MODULE: ./build/extract/extract.js









/**
 * Extracts entries of an artifact into a directory, which is created if it is missing. An entry that cannot be created is an error;
 * what was extracted before stays.
 *
 * @throws FledgeError `usage` for impossible options; `input` if the artifact is damaged, or does not contain a path;
 *   `output` if something cannot be written.
 */
async function extractToDirectory(artifact, options) {
    const { directory, overwrite, sameOwner, reporter } = options;
    if (sameOwner && process.geteuid?.() !== 0) {
        throw new errors/* FledgeError */.aE('usage', '--same-owner needs root, because only root can change owners', {
            fix: 'run the command as root, or leave out --same-owner',
        });
    }
    const selection = (0,extract_selection.selectionOf)(options.paths);
    refuseInside(artifact.path, directory);
    const isNew = createTarget(directory);
    const progress = reporter.progress(`extracting ${artifact.path}`, 'bytes');
    let bytes = 0;
    const receiver = new DirectoryReceiver(directory, {
        ...{ overwrite, sameOwner, isNew },
        makeNode: nodeMaker(),
        laterReplaces: artifact.isStream,
        onBytes(count) {
            bytes += count;
            progress.update(bytes);
        },
    });
    try {
        await visitSelected(artifact, selection, receiver);
        receiver.finish();
        return receiver.result;
    }
    catch (error) {
        finishQuietly(receiver);
        throw error;
    }
    finally {
        receiver.close();
        progress.end();
    }
}
/**
 * Writes entries of an artifact as a tar archive. The same artifact and paths give the same bytes.
 *
 * @throws FledgeError `input` if the artifact is damaged, or does not contain a path.
 */
async function extractToTar(artifact, { paths, reporter }, write) {
    const receiver = new TarReceiver(write);
    await visitSelected(artifact, (0,extract_selection.selectionOf)(paths), receiver);
    await receiver.finish();
    if (receiver.sockets > 0) {
        reporter.warn(`${countOf(receiver.sockets, 'socket')} left out: a tar archive cannot contain sockets`, {
            code: 'not-extracted',
        });
    }
}
/** What was extracted stays, and its directories must be usable. */
function finishQuietly(receiver) {
    try {
        receiver.finish();
    }
    catch {
        // The first error is the one to report.
    }
}
/** Warns once about each kind of what was not extracted. */
function warnAboutSkipped({ skipped }, reporter) {
    const warn = (message, fix) => reporter.warn(message, { code: 'not-extracted', ...(fix !== undefined && { fix }) });
    const { devices, fifos, sockets, xattrs, specialBits } = skipped;
    if (devices > 0)
        warn(`${countOf(devices, 'device')} not created`, 'run the command as root, with --same-owner');
    if (fifos > 0)
        warn(`${countOf(fifos, 'fifo')} not created`, 'install mknod (package coreutils)');
    if (sockets > 0)
        warn(`${countOf(sockets, 'socket')} not created: only the program that listens to a socket can create it`);
    if (specialBits > 0) {
        warn(`setuid and setgid of ${countOf(specialBits, 'entry', 'entries')} not set`, 'run the command as root, with --same-owner');
    }
    if (xattrs > 0) {
        warn(`extended attributes of ${countOf(xattrs, 'entry', 'entries')} not set`, 'pipe --to-tar to tar --acls --xattrs --xattrs-include="*" -xp as root');
    }
}
function countOf(count, one, several = `${one}s`) {
    return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}
/** The entries of a directory that is extracted into itself would never end. */
function refuseInside(artifact, directory) {
    try {
        // A link at the end of the path is followed, and a missing end is not.
        let existing = (0,external_node_path_.resolve)(directory);
        while ((0,external_node_fs_.lstatSync)(existing, { throwIfNoEntry: false }) === undefined)
            existing = (0,external_node_path_.dirname)(existing);
        if (!(0,external_node_fs_.statSync)(artifact).isDirectory())
            return;
        const between = (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(artifact), (0,external_node_fs_.realpathSync)(existing));
        if (between === '..' || between.startsWith('../'))
            return;
    }
    catch {
        // One of them cannot be examined; to use it is an error that names it.
        return;
    }
    throw new errors/* FledgeError */.aE('usage', `cannot extract ${artifact} into ${directory}, which is in the artifact itself`, {
        fix: 'name a directory outside of the artifact with -C',
    });
}
/** Creates the directory if it is missing. True if it was. */
function createTarget(directory) {
    let isNew = false;
    try {
        (0,make_directories/* makeDirectories */.K)(directory, { onCreated: () => (isNew = true) });
        return isNew;
    }
    catch (error) {
        const isOther = (0,errors/* systemCodeOf */.c7)(error) === 'EEXIST' && (0,external_node_fs_.lstatSync)(directory, { throwIfNoEntry: false }) !== undefined;
        const reason = isOther ? 'it is not a directory' : (0,errors/* writeFailureOf */.PI)(error);
        throw new errors/* FledgeError */.aE('output', `cannot extract into ${directory}: ${reason}`, {
            cause: error,
            fix: 'name a directory that you may write to with -C',
        });
    }
}


/***/ }),

/***/ 18768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeWithHoles)
/* harmony export */ });
/* harmony import */ var _inside_content_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48884);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** A hostile file of a few bytes can have petabytes of holes. Written as zeros, they would never end. */
const MAX_SIZE = 2 ** 40;
/**
 * Writes a file with its holes as zeros; exactly `size` bytes.
 *
 * @throws FledgeError `input` if it has more than 1 TiB, or the artifact is damaged.
 */
async function writeWithHoles({ path, size, content }, write) {
    if (size > MAX_SIZE) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot write ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .displayByteString */ .oO)(path)}: it has ${size} bytes, more than 1 TiB`, {
            fix: 'extract it into a directory with -C, where its holes stay holes',
        });
    }
    let at = 0;
    const fillTo = async (end) => {
        for (const zeros of (0,_inside_content_js__WEBPACK_IMPORTED_MODULE_0__/* .zerosOf */ .l8)(end - at))
            await write(zeros);
    };
    for await (const { offset, bytes } of content()) {
        await fillTo(offset);
        await write(bytes);
        at = offset + bytes.length;
    }
    await fillTo(size);
}


/***/ }),

/***/ 81984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ missingPathError)
/* harmony export */ });
/* harmony import */ var _inside_missing_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87297);

/** The error for a path that an artifact does not contain. `note` is added to the path, such as `from LINK`. */
async function missingPathError(artifact, path, note) {
    const missing = new _inside_missing_path_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPath */ .g(path);
    for await (const entry of artifact.entries())
        missing.see(entry);
    return missing.error(artifact.path, note);
}


/***/ }),

/***/ 71068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   selectionOf: () => (/* binding */ selectionOf),
/* harmony export */   wantedPath: () => (/* binding */ wantedPath)
/* harmony export */ });
/* harmony import */ var _inside_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96462);

/**
 * The entries at these paths and below them, and the directories above them. Without arguments, all entries.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function selectionOf(args) {
    const all = args.map(wantedPath);
    const isEverything = all.length === 0 || all.some(({ paths }) => paths.includes(_inside_path_js__WEBPACK_IMPORTED_MODULE_0__/* .ROOT */ .Dl));
    if (isEverything)
        return { choose: () => 'whole', missing: () => [] };
    const wanted = new Map();
    const parents = new Set();
    for (const each of all) {
        for (const path of each.paths) {
            wanted.set(path, each);
            for (const parent of (0,_inside_path_js__WEBPACK_IMPORTED_MODULE_0__/* .parentsOf */ .fY)(path))
                parents.add(parent);
        }
    }
    const found = new Set();
    return {
        choose(path) {
            const own = wanted.get(path);
            if (own !== undefined) {
                found.add(own);
                return 'whole';
            }
            for (const parent of (0,_inside_path_js__WEBPACK_IMPORTED_MODULE_0__/* .parentsOf */ .fY)(path)) {
                const above = wanted.get(parent);
                if (above === undefined)
                    continue;
                found.add(above);
                return 'whole';
            }
            return parents.has(path) ? 'parent' : undefined;
        },
        missing: () => all.filter((each) => !found.has(each)),
    };
}
/** @throws FledgeError `usage` for a path with `..`. */
function wantedPath(argument) {
    return { argument, paths: (0,_inside_path_js__WEBPACK_IMPORTED_MODULE_0__/* .possiblePaths */ .Ai)(argument) };
}


/***/ }),

/***/ 48884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ noContent),
/* harmony export */   dr: () => (/* binding */ NO_XATTRS),
/* harmony export */   ed: () => (/* binding */ ContentDigest),
/* harmony export */   l8: () => (/* binding */ zerosOf),
/* harmony export */   rf: () => (/* binding */ digestOfContent),
/* harmony export */   uY: () => (/* binding */ ZEROS)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


/** Zeros in place of a hole. They are shared, and must not be changed. */
const ZEROS = Buffer.alloc(_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ);
/** A hole of this many bytes, as pieces of zeros. */
function* zerosOf(length) {
    for (let left = length; left > 0; left -= ZEROS.length)
        yield ZEROS.subarray(0, Math.min(ZEROS.length, left));
}
/** Computes the SHA-256 of a content from its pieces, with its holes as zeros. */
class ContentDigest {
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #end = 0;
    /** Adds a piece, which must not begin before the end of the one before it. */
    add({ offset, bytes }) {
        this.#fillTo(offset);
        this.#hash.update(bytes);
        this.#end = offset + bytes.length;
    }
    /** In hexadecimal digits, for a content of `size` bytes. Nothing can be added after it. */
    digest(size) {
        this.#fillTo(size);
        return this.#hash.digest('hex');
    }
    #fillTo(end) {
        for (const zeros of zerosOf(end - this.#end))
            this.#hash.update(zeros);
    }
}
/** The SHA-256 of a content in hexadecimal digits, with its holes as zeros. */
async function digestOfContent({ size, content }) {
    const digest = new ContentDigest();
    for await (const piece of content())
        digest.add(piece);
    return digest.digest(size);
}
/** The content of an entry that is not a file. */
async function* noContent() { }
/** The attributes of an entry that has none. */
const NO_XATTRS = new Map();


/***/ }),

/***/ 87297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ MissingPath)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1318);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62625);




/** Names of one directory that are compared with a missing one. */
const MAX_NAMES = 10_000;
/** Finds out why a path is missing, from the entries that are there. */
class MissingPath {
    #path;
    /** The longest beginning of the path that is an entry. */
    #above = { path: '', kind: 'directory' };
    /** The names in it. */
    #names = [];
    constructor(path) {
        this.#path = path;
    }
    /** Takes notice of an entry of the artifact. An entry that comes before its directory is not suggested. */
    see(entry) {
        const { path } = entry;
        const above = this.#above.path;
        if (path.length > above.length && this.#path.startsWith(`${path}/`)) {
            this.#above = entry;
            this.#names = [];
            return;
        }
        const start = above === '' ? 0 : above.length + 1;
        if (this.#names.length >= MAX_NAMES || path.length <= start || path.includes('/', start))
            return;
        if (above === '' || path.startsWith(`${above}/`))
            this.#names.push(path.slice(start));
    }
    /** The error for the path after all entries. `note` is added to the path, such as `from LINK`. */
    error(artifact, note) {
        const { path, kind, target } = this.#above;
        const start = path === '' ? 0 : path.length + 1;
        const [name = '', ...rest] = this.#path.slice(start).split('/');
        const noted = note === undefined ? '' : ` (${note})`;
        const fail = (reason, fix) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot find ${shown(this.#path)}${noted} in ${artifact}: ${reason}`, { fix });
        if (target !== undefined) {
            const behind = behindLink(path, target, [name, ...rest]);
            return fail(`${shown(path)} is a symbolic link to ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(target)}`, `name the path behind the link: ${shown(behind)}`);
        }
        if (kind !== 'directory')
            return fail(`${shown(path)} is not a directory`, `name ${shown(path)}`);
        const similar = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, this.#names);
        const directory = path === '' ? '' : `${path}/`;
        return fail(`${shown(path)} has no entry ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name)}`, similar === undefined
            ? `list the directory: fledge inspect ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r7)(artifact)} ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r7)(shown(path))}`
            : `did you mean ${shown([`${directory}${similar}`, ...rest].join('/'))}?`);
    }
}
function shown(path) {
    return `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}`;
}
/** The path that a symbolic link leads to, without a look at further links. */
function behindLink(link, target, rest) {
    const names = target.startsWith('/') ? [] : link.split('/').slice(0, -1);
    for (const name of [...target.split('/'), ...rest]) {
        if (name === '..')
            names.pop();
        else if (name !== '' && name !== '.')
            names.push(name);
    }
    return names.join('/');
}


/***/ }),

/***/ 96462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ possiblePaths),
/* harmony export */   Dl: () => (/* binding */ ROOT),
/* harmony export */   ZN: () => (/* binding */ parseInsidePath),
/* harmony export */   _6: () => (/* binding */ normalisedPath),
/* harmony export */   fY: () => (/* binding */ parentsOf)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** The path of the root. */
const ROOT = '';
/**
 * The path of an entry as a user writes it, in the form of `InsideEntry.path`: `/etc`, `etc` and `./etc/` are the same. A path
 * can be copied from the output of fledge, where `\xHH` is a byte and `\\` a backslash.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function parseInsidePath(text) {
    return requireNoDots(normalisedPath(unescaped((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(text))), text);
}
/**
 * The paths that a user can mean: the text as it is, and that of `parseInsidePath` if it is another one.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function possiblePaths(text) {
    const literal = requireNoDots(normalisedPath((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(text)), text);
    const parsed = parseInsidePath(text);
    return literal === parsed ? [literal] : [literal, parsed];
}
/** Without slashes at both ends, repeated slashes, and names that are `.`. */
function normalisedPath(path) {
    return path
        .split('/')
        .filter((name) => name !== '' && name !== '.')
        .join('/');
}
/** The directories above a path, the root first. */
function* parentsOf(path) {
    if (path === ROOT)
        return;
    yield ROOT;
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        yield path.slice(0, at);
}
function requireNoDots(path, text) {
    if (!path.split('/').includes('..'))
        return path;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `cannot use ${text} as a path inside an artifact: it contains ".."`, {
        fix: 'write the path from the root of the artifact, such as /etc/passwd; fledge inspect lists the paths',
    });
}
/** The opposite of `displayByteString`. A backslash that it would not have written stays. */
function unescaped(path) {
    return path.replace(/\\(?:\\|x([0-9a-f]{2}))/g, (_, digits) => digits === undefined ? '\\' : String.fromCharCode(Number.parseInt(digits, 16)));
}


/***/ }),

/***/ 70288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ GNU_FIELDS),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   NG: () => (/* binding */ visitPaxRecords),
/* harmony export */   Qp: () => (/* binding */ hasValidChecksum),
/* harmony export */   YP: () => (/* binding */ readTimeField),
/* harmony export */   Yo: () => (/* binding */ BLOCK_BYTES),
/* harmony export */   Zt: () => (/* binding */ paddingOf),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   cJ: () => (/* binding */ FIELDS),
/* harmony export */   ei: () => (/* binding */ isZeroBlock),
/* harmony export */   f$: () => (/* binding */ GNU_SPARSE_PIECE),
/* harmony export */   kz: () => (/* binding */ readNumber),
/* harmony export */   sR: () => (/* binding */ GNU_SPARSE_FIELDS),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/** The size of a block. A tar archive consists of whole blocks. */
const BLOCK_BYTES = 512;
/** The header block of POSIX.1-1988 ustar (pax, "ustar Interchange Format"). v7 headers have the first nine fields. */
const FIELDS = {
    name: { offset: 0, length: 100 },
    mode: { offset: 100, length: 8 },
    uid: { offset: 108, length: 8 },
    gid: { offset: 116, length: 8 },
    size: { offset: 124, length: 12 },
    mtime: { offset: 136, length: 12 },
    checksum: { offset: 148, length: 8 },
    type: { offset: 156, length: 1 },
    linkName: { offset: 157, length: 100 },
    magic: { offset: 257, length: 8 },
    major: { offset: 329, length: 8 },
    minor: { offset: 337, length: 8 },
    prefix: { offset: 345, length: 155 },
};
/** Fields of GNU tar instead of the prefix (GNU tar manual, "Basic Tar Format", `struct oldgnu_header`). */
const GNU_FIELDS = {
    accessTime: { offset: 345, length: 12 },
    changeTime: { offset: 357, length: 12 },
    sparse: { offset: 386, length: 4 * 24 },
    isExtended: { offset: 482, length: 1 },
    realSize: { offset: 483, length: 12 },
};
/** A block that continues the map of a sparse file (`struct sparse_header`). */
const GNU_SPARSE_FIELDS = {
    sparse: { offset: 0, length: 21 * 24 },
    isExtended: { offset: 504, length: 1 },
};
/** One piece of data in such a map: two numbers. */
const GNU_SPARSE_PIECE = { bytes: 24, numberBytes: 12 };
/** star stores times in the last bytes of the prefix, and marks this at the end of the header. */
const STAR_PREFIX_BYTES = 131;
const STAR_TRAILER = { offset: 508, text: 'tar\0' };
/** The format of a header block. As in GNU tar and Go's archive/tar, a magic that only resembles ustar's is ignored. */
function formatOf(block) {
    const { offset, length } = FIELDS.magic;
    const magic = block.toString('latin1', offset, offset + length);
    if (magic === 'ustar  \0')
        return 'gnu';
    if (!magic.startsWith('ustar\0'))
        return 'v7';
    const trailer = block.toString('latin1', STAR_TRAILER.offset, STAR_TRAILER.offset + STAR_TRAILER.text.length);
    return trailer === STAR_TRAILER.text ? 'star' : 'ustar';
}
/** Reads a text field up to a NUL or its end. */
function readText(block, { offset, length }) {
    const nul = block.indexOf(0, offset);
    const end = nul === -1 || nul > offset + length ? offset + length : nul;
    return block.toString('latin1', offset, end);
}
/** The name in a header block, with its prefix in formats that have one. */
function readName(block, format) {
    const name = readText(block, FIELDS.name);
    if (!hasPrefix(block, format))
        return name;
    const length = format === 'star' ? STAR_PREFIX_BYTES : FIELDS.prefix.length;
    const prefix = readText(block, { offset: FIELDS.prefix.offset, length });
    return prefix === '' ? name : `${prefix}/${name}`;
}
function hasPrefix(block, format) {
    if (format !== 'gnu')
        return format !== 'v7';
    // Until 2016, Go, and so Docker, wrote headers with GNU's magic and a ustar prefix (golang/go#12594). GNU tar has two
    // times at that place. Go distinguishes them with the same rule.
    if (isTime(block, GNU_FIELDS.accessTime) && isTime(block, GNU_FIELDS.changeTime))
        return false;
    return !/[\x80-\xff]/.test(readText(block, FIELDS.prefix));
}
function isTime(block, field) {
    return block[field.offset] === 0 || readTimeField(block, field) !== undefined;
}
const SPACE = 0x20;
const ZERO = 0x30;
/**
 * Reads a number field: octal digits with spaces or NULs around them, or GNU's base-256 (two's complement, big-endian,
 * marked by the first bit). Blanks only are 0. Undefined if it is neither, or is not a safe integer.
 */
function readNumber(block, { offset, length }) {
    const end = offset + length;
    if (((block[offset] ?? 0) & 0x80) !== 0)
        return readBase256(block, offset, end);
    let at = offset;
    while (at < end && isBlank(block[at]))
        at += 1;
    let value = 0;
    for (; at < end; at += 1) {
        const byte = block[at] ?? 0;
        if (isBlank(byte))
            return value;
        const digit = byte - ZERO;
        if (digit < 0 || digit > 7)
            return undefined;
        value = value * 8 + digit;
    }
    return value;
}
/** Reads a number field with a time in seconds. A number that is not a safe integer becomes the nearest one. */
function readTimeField(block, field) {
    const number = readNumber(block, field);
    const first = block[field.offset] ?? 0;
    if (number !== undefined || (first & 0x80) === 0)
        return number;
    return (first & 0x40) === 0 ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}
function isBlank(byte) {
    return byte === 0 || byte === SPACE;
}
function readBase256(block, offset, end) {
    const first = block[offset] ?? 0;
    // A negative number is read as its complement: -1 - ~value.
    const flip = (first & 0x40) === 0 ? 0 : 0xff;
    let value = (first ^ flip) & 0x7f;
    for (let at = offset + 1; at < end; at += 1) {
        value = value * 256 + ((block[at] ?? 0) ^ flip);
        if (value > Number.MAX_SAFE_INTEGER)
            return undefined;
    }
    return flip === 0 ? value : -1 - value;
}
/** True if the checksum matches the block: the sum of its bytes, as unsigned or (old tars) as signed numbers. */
function hasValidChecksum(block) {
    const { offset, length } = FIELDS.checksum;
    let sum = length * SPACE;
    let negative = 0;
    for (let at = 0; at < offset; at += 1) {
        const byte = block[at] ?? 0;
        sum += byte;
        negative += byte >> 7;
    }
    for (let at = offset + length; at < BLOCK_BYTES; at += 1) {
        const byte = block[at] ?? 0;
        sum += byte;
        negative += byte >> 7;
    }
    const declared = readNumber(block, FIELDS.checksum);
    return declared === sum || (negative > 0 && declared === sum - 256 * negative);
}
const ZERO_BLOCK = Buffer.alloc(BLOCK_BYTES);
/** True if all bytes of the block are 0. */
function isZeroBlock(block) {
    return block[0] === 0 && block.equals(ZERO_BLOCK);
}
/** The number of padding bytes after `size` bytes of data. */
function paddingOf(size) {
    const rest = size % BLOCK_BYTES;
    return rest === 0 ? 0 : BLOCK_BYTES - rest;
}
const EQUALS = 0x3d;
const NEWLINE = 0x0a;
/**
 * Calls `visit` for each record of a pax header (pax, "pax Extended Header": `LENGTH KEYWORD=VALUE\n`), in order, with
 * a view of its value. Returns the number of records, or undefined if one is malformed; earlier records were visited.
 */
function visitPaxRecords(header, visit) {
    let count = 0;
    for (let start = 0; start < header.length; count += 1) {
        let at = start;
        let length = 0;
        for (; header[at] !== SPACE; at += 1) {
            const digit = (header[at] ?? 0) - ZERO;
            if (digit < 0 || digit > 9 || length > header.length)
                return undefined;
            length = length * 10 + digit;
        }
        const end = start + length;
        const equals = end > header.length ? -1 : header.indexOf(EQUALS, at + 1);
        if (equals <= at + 1 || equals >= end - 1 || header[end - 1] !== NEWLINE)
            return undefined;
        const keyword = header.toString('latin1', at + 1, equals);
        if (keyword.includes('\0'))
            return undefined;
        visit(keyword, header.subarray(equals + 1, end - 1));
        start = end;
    }
    return count;
}


/***/ }),

/***/ 21874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/**
 * Creates a directory and its missing parents, and calls `onCreated` for each of them, the highest first. Another process may
 * create them at the same time. mkdir's `recursive` is not used: below /proc, where mkdir fails with ENOENT, Node retries it
 * for ever.
 *
 * @throws the system's error, such as EACCES, or EEXIST for a file.
 */
function makeDirectories(path, { mode, onCreated } = {}) {
    const create = (directory) => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { mode });
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'EEXIST' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(directory).isDirectory())
                return;
            throw error;
        }
        onCreated?.(directory);
    };
    const createWhole = (directory) => {
        try {
            create(directory);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'ENOENT' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory) === directory)
                throw error;
            createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory));
            create(directory);
        }
    };
    createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
}


/***/ }),

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


/***/ })

};
