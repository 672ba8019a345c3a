export const id = 1502;
export const ids = [1502];
export const modules = {

/***/ 13252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ContentOpener)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);




/** In bytes. Each layer of an image has one window. */
const WINDOW_SIZE = 128 * 1024;
/** Larger reads are done directly, which saves a copy. */
const MAX_SMALL_READ = 16 * 1024;
/** The maximum gap between two sequential reads, such as a file that a later layer replaced. */
const MAX_SKIP = 16 * 1024;
/**
 * Opens contents one after the other. Small files that are adjacent in a spool, such as those of a directory in a layer, are
 * read together.
 */
class ContentOpener {
    #spools = new Map();
    /**
     * @throws FledgeError `input` if a host file cannot be read, is not a regular file any more, or changed its size after it
     *   was added to the tree.
     */
    open(content) {
        switch (content.kind) {
            case 'bytes':
                return {
                    read: (target, offset) => target.set(content.data.subarray(offset, offset + target.length)),
                    close() { },
                };
            case 'host-file':
                return openHostFile(content);
            case 'spool':
                return spoolReader(content, this.#windowOf(content.spool));
        }
    }
    #windowOf(spool) {
        let window = this.#spools.get(spool);
        if (window === undefined) {
            window = new SpoolWindow(spool);
            this.#spools.set(spool, window);
        }
        return window;
    }
}
function openHostFile({ path, label, size, sha256 }) {
    const descriptor = openForReading(path, label);
    const hash = sha256 === undefined ? undefined : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor);
        if (!stats.isFile() || stats.size !== size)
            throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
        // Files in /proc have size 0 but are not empty.
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, new Uint8Array(1), 0, 1, size) > 0)
            throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
        throw error;
    }
    return {
        read(target, offset) {
            if (!readFully(descriptor, target, offset))
                throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
            hash?.update(target);
            if (offset + target.length === size && hash !== undefined && hash.digest('hex') !== sha256)
                throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
        },
        close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor),
    };
}
function spoolReader({ extents }, window) {
    let next = 0;
    return {
        read(target, start) {
            const end = start + target.length;
            let at = start;
            while (at < end) {
                const extent = extents[next];
                if (extent === undefined || extent.offset >= end)
                    break;
                const extentEnd = extent.offset + extent.length;
                if (extentEnd <= at) {
                    next++;
                    continue;
                }
                const from = Math.max(at, extent.offset);
                const to = Math.min(end, extentEnd);
                if (from > at)
                    target.fill(0, at - start, from - start);
                const whole = from === start && to === end;
                window.read(whole ? target : target.subarray(from - start, to - start), positionIn(extent, from));
                at = to;
            }
            if (at < end)
                target.fill(0, at - start);
        },
        close() { },
    };
}
function positionIn(extent, offset) {
    return extent.position + (offset - extent.offset);
}
/** Reads from a spool, with read-ahead for small sequential reads. */
class SpoolWindow {
    #spool;
    /** The read-ahead buffer. Its first `#length` bytes are those at `#position` in the spool. */
    #buffer;
    #position = 0;
    #length = 0;
    /** The end of the last read. */
    #lastEnd = 0;
    constructor(spool) {
        this.#spool = spool;
    }
    read(target, position) {
        const isNear = position >= this.#lastEnd && position - this.#lastEnd <= MAX_SKIP;
        this.#lastEnd = position + target.length;
        if (this.#copy(target, position))
            return;
        if (isNear && target.length <= MAX_SMALL_READ) {
            this.#buffer ??= Buffer.allocUnsafeSlow(WINDOW_SIZE);
            this.#length = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(this.#spool.descriptor, this.#buffer, 0, WINDOW_SIZE, position);
            this.#position = position;
            if (this.#copy(target, position))
                return;
        }
        if (readFully(this.#spool.descriptor, target, position))
            return;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('internal', `the spool of ${this.#spool.label} is shorter than its files`);
    }
    /** Copies the bytes from the buffer. Returns false if the buffer does not contain all of them. */
    #copy(target, position) {
        const start = position - this.#position;
        if (this.#buffer === undefined || start < 0 || start + target.length > this.#length)
            return false;
        this.#buffer.copy(target, 0, start, start + target.length);
        return true;
    }
}
/** Fills `target`. Returns false if the file ends before. */
function readFully(descriptor, target, position) {
    let done = 0;
    while (done < target.length) {
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, target, done, target.length - done, position + done);
        if (length === 0)
            return false;
        done += length;
    }
    return true;
}
function openForReading(path, label) {
    try {
        // The tree has regular files only. If a file became a fifo or a link since, opening must not wait for a writer or
        // follow the link.
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
            cause: error,
            fix: 'make the file readable for the user of the build',
        });
    }
}


/***/ }),

/***/ 60975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Budget),
/* harmony export */   d: () => (/* binding */ DEFAULT_LIMITS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


const GIBIBYTE = 1024 ** 3;
/** Far above real images, and low enough for a machine with 4 GiB of memory and a few minutes of work. */
const DEFAULT_LIMITS = {
    fetched: 64 * GIBIBYTE,
    unpacked: 64 * GIBIBYTE,
    metadata: GIBIBYTE,
    // Two layers are unpacked in parallel, and each can have a window of 512 MiB.
    memory: 1.5 * GIBIBYTE,
    apparent: 1024 * GIBIBYTE,
    // A directory needs a kilobyte until it is in the image, and its path is in memory twice at most.
    nodes: 1_500_000,
    pathBytes: GIBIBYTE / 4,
    steps: 100_000_000,
    headers: 20_000_000,
    frames: 2_000_000,
};
/** The messages for exceeded limits, by item. */
const EXCESS = {
    fetched: (limit) => `the layers of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} compressed`,
    unpacked: (limit) => `the image unpacks to more than max_unpacked_mb (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)})`,
    metadata: (limit) => `the image has more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of file names and attributes`,
    memory: (limit) => `the headers, attributes and zstd windows of the image need more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of memory`,
    apparent: (limit) => `the files of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together, holes included`,
    nodes: (limit) => `the image has more than ${limit} files and directories`,
    pathBytes: (limit) => `the paths in the image are longer than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together`,
    steps: (limit) => `the paths and links of the image need more than ${limit} steps to resolve`,
    headers: (limit) => `the image has more than ${limit} records of extended headers`,
    frames: (limit) => `the layers of the image have more than ${limit} zstd frames`,
};
const UNPACKED_FIX = 'if the image is really that large, raise max_unpacked_mb in [source]; otherwise do not trust it';
/**
 * The limits for the image of one build. All layers share one budget. Layers are unpacked in parallel, and it is random
 * which one exceeds a limit; therefore messages name no layer.
 */
class Budget {
    limits;
    #spent;
    /** `limits` replace the default ones. */
    constructor(limits = {}) {
        this.limits = { ...DEFAULT_LIMITS, ...limits };
        this.#spent = {
            fetched: 0,
            unpacked: 0,
            metadata: 0,
            memory: 0,
            apparent: 0,
            nodes: 0,
            pathBytes: 0,
            steps: 0,
            headers: 0,
            frames: 0,
        };
    }
    /**
     * Charges an amount of an item. A negative amount is a refund, for example for nodes that leave the tree. `culprit`
     * names the cause, as in `the last of them is /swapfile with 4.0 TiB`.
     *
     * @throws FledgeError `input` when the limit is exceeded.
     */
    spend(item, amount, culprit) {
        this.#spent[item] += amount;
        if (amount > 0 && this.#spent[item] > this.limits[item])
            throw this.excess(item, culprit);
    }
    /** The error for an exceeded limit, for work that is stopped before it is charged. */
    excess(item, culprit) {
        const fix = item === 'unpacked'
            ? UNPACKED_FIX
            : 'if the image is really that large, make it smaller; otherwise do not trust it';
        const message = EXCESS[item](this.limits[item]);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', culprit === undefined ? message : `${message}; ${culprit()}`, { fix });
    }
    /** The amount of an item that has been charged so far. */
    spent(item) {
        return this.#spent[item];
    }
}


/***/ }),

/***/ 82581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uf: () => (/* binding */ splitPath),
/* harmony export */   hr: () => (/* binding */ FileTree),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var _support_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60975);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26471);




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
            this.#root.inodeLayer = this.#layer;
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
    /** The names in the directory at `path`, whose last component is followed too; none if there is no directory. */
    namesIn(path) {
        return [...(this.#find(splitPath(path))?.directory.children.keys() ?? [])];
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
    /**
     * All entries: a directory before what is in it, and the names of a directory in the order of their bytes. The root is
     * first. Unlike the order of `entries`, this one is that of a walk through the directories of a file system.
     */
    *walk() {
        const waiting = [
            { path: '', name: '', node: this.#root },
        ];
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
            const { path, name, node } = next;
            if (node.kind !== 'directory') {
                yield { path, name, inode: node };
                continue;
            }
            const { children, inode, inodeLayer: layer } = node;
            let subdirectories = 0;
            for (const child of children.values())
                if (child.kind === 'directory')
                    subdirectories += 1;
            yield { path, name, inode, directory: { subdirectories, layer } };
            const prefix = path === '' ? '' : path + SLASH;
            for (const [below, child] of [...children].sort(([a], [b]) => (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .compareByteStrings */ .eS)(b, a))) {
                waiting.push({ path: (prefix + below), name: below, node: child });
            }
        }
    }
    /** The inodes, except directories, that the last layer has added under some name. A hardlink can be of a lower layer. */
    *inodesOfLayer() {
        const todo = [this.#root];
        for (let directory = todo.pop(); directory !== undefined; directory = todo.pop()) {
            const { children, changed, changedLayer } = directory;
            if (!this.#isLowest && changedLayer !== this.#layer)
                continue;
            for (const name of this.#isLowest ? children.keys() : (changed ?? [])) {
                const node = children.get(name);
                if (node?.kind === 'directory')
                    todo.push(node);
                else if (node !== undefined)
                    yield node;
            }
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
    /** All non-directories below the directory at `path`, which is not followed; unordered. */
    *leavesBelow(path) {
        const components = splitPath(path);
        const name = components.pop();
        const start = name === undefined ? this.#root : this.#find(components)?.directory.children.get(name);
        if (start?.kind !== 'directory')
            return;
        const todo = [{ directory: start, prefix: path }];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            for (const [child, node] of next.directory.children) {
                const at = (next.prefix === '' ? child : `${next.prefix}/${child}`);
                if (node.kind === 'directory')
                    todo.push({ directory: node, prefix: at });
                else
                    yield { path: at, inode: node };
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
