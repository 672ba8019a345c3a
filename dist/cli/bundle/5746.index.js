export const id = 5746;
export const ids = [5746];
export const modules = {

/***/ 25746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareArtifacts: () => (/* binding */ compareArtifacts),
  compareNamed: () => (/* binding */ compareNamed),
  compareSides: () => (/* binding */ compareSides)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/sources/local-file.js
var local_file = __webpack_require__(64925);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var report_reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/inside/open.js + 33 modules
var inside_open = __webpack_require__(65293);
// EXTERNAL MODULE: ./build/compare/explain/recognise.js
var recognise = __webpack_require__(79217);
// EXTERNAL MODULE: ./build/compare/host.js
var host = __webpack_require__(60160);
;// CONCATENATED MODULE: ./build/compare/artifact-sides.js





/**
 * Whether two sides are compared as two artifacts, although not both of them are files: a container image with anything, or
 * an artifact with a directory of its entries. Two other directories are compared file by file.
 *
 * @throws FledgeError `input` if the file is a damaged artifact.
 */
async function areArtifacts(left, right) {
    if (left.kind === 'list' || right.kind === 'list')
        return false;
    if (left.kind === 'image' || right.kind === 'image')
        return true;
    if (left.kind === right.kind)
        return false;
    const [file, directory] = left.kind === 'file' ? [left, right] : [right, left];
    // A directory with a file of the same name has the outputs of a build, and is not the tree in the file.
    const name = (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(file.name));
    if ((await (0,host/* nodeBelow */.U)(directory.node.path, name)) !== undefined)
        return false;
    const recognised = await (0,recognise/* recognise */.G)(file.name);
    if (!('artifact' in recognised))
        return recognised.unreadable !== undefined;
    await recognised.artifact.close();
    return true;
}
/** Whether two sides are container images with the same digest, which is that of all their contents. */
async function areSameImage(left, right) {
    if (left.kind !== 'image' || right.kind !== 'image')
        return false;
    const digest = await imageDigest(left.name);
    return digest !== undefined && digest === (await imageDigest(right.name));
}
async function imageDigest(name) {
    const artifact = await (0,inside_open.openArtifact)(name);
    try {
        return (await artifact.facts()).find(({ key }) => key === 'digest')?.value;
    }
    finally {
        await artifact.close();
    }
}

// EXTERNAL MODULE: ./build/compare/file-pair.js
var file_pair = __webpack_require__(42609);
// EXTERNAL MODULE: ./build/compare/pairs.js + 1 modules
var pairs = __webpack_require__(15152);
;// CONCATENATED MODULE: ./build/compare/diff.js








/** Number of concurrent comparisons: enough to keep Node's threads for files busy with small files. */
const PAIRS_AT_ONCE = 4;
/**
 * Compares two files, two directories, or either with a list of digests (see `isChecksumListName`). Contents and
 * targets of symbolic links are compared; modes, owners and times are not. Links inside a directory are not followed,
 * only regular files are opened, and every byte is read once.
 *
 * - Directories are compared recursively, by name. See `areArtifacts` for those that are artifacts.
 * - If a directory is compared with a list, only the listed files are compared, as in `sha256sum -c`.
 *
 * @throws FledgeError `usage` if the two cannot be compared with each other, `input` for a file that cannot be read.
 */
async function compareArtifacts(left, right, options = {}) {
    const { identical, files } = await compareSides(left, right, options);
    return { identical, files };
}
/** Compares as `compareArtifacts` does. */
async function compareSides(left, right, options = {}) {
    const sides = [await (0,pairs/* sideOf */.J)(left), await (0,pairs/* sideOf */.J)(right)];
    if (!(await areArtifacts(...sides)))
        return compareAll((0,pairs/* pairsOf */.f)(...sides), options);
    const comparison = await compareAsArtifacts(...sides);
    return {
        identical: comparison.status === 'identical',
        files: [comparison],
        differing: [{ left: (0,byte_string/* byteStringFromText */.dw)(left), right: (0,byte_string/* byteStringFromText */.dw)(right), comparison }].filter(() => comparison.status === 'differs'),
    };
}
/** The comparison of two sides that have no bytes in common, because one of them is not a file. */
async function compareAsArtifacts(left, right) {
    const [a, b] = [await describe(left.node, () => { }), await describe(right.node, () => { })];
    return {
        path: (0,byte_string/* displayByteString */.oO)((0,byte_string/* byteStringFromText */.dw)(left.node.path === left.name ? (0,external_node_path_.basename)(left.name) : left.name)),
        status: (await areSameImage(left, right)) ? 'identical' : 'differs',
        ...(a !== undefined && { left: a }),
        ...(b !== undefined && { right: b }),
    };
}
/** Compares files of the same names in two directories. A file that is missing or not regular on one side differs. */
async function compareNamed(left, right, names, options = {}) {
    const nodeOf = (directory, name) => (0,host/* nodeAt */.oB)((0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.join)(directory, name)), 'keep');
    const pairs = names.map(async (name) => ({
        path: (0,byte_string/* byteStringFromText */.dw)(name),
        left: await nodeOf(left, name),
        right: await nodeOf(right, name),
    }));
    return compareAll(await Promise.all(pairs), options);
}
async function compareAll(pairs, { reporter = report_reporter/* silentReporter */.P, signal, digestsOfEqual = true }) {
    const progress = reporter.progress('compare', 'bytes');
    let bytes = 0;
    const onRead = (count) => {
        signal?.throwIfAborted();
        bytes += count;
        progress.update(bytes);
    };
    const found = [];
    try {
        await forEachAtOnce(PAIRS_AT_ONCE, pairs, async (pair) => {
            onRead(0);
            found.push({ pair, comparison: await comparePair(pair, { onRead, digestsOfEqual }) });
        });
    }
    finally {
        progress.end();
    }
    found.sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(a.pair.path, b.pair.path));
    const files = found.map(({ comparison }) => comparison);
    const differing = found.flatMap(({ pair: { left, right }, comparison }) => comparison.status === 'differs' && isRegular(left) && isRegular(right)
        ? [{ left: left.path, right: right.path, comparison }]
        : []);
    return { identical: files.every(({ status }) => status === 'identical'), files, differing };
}
async function comparePair({ path, left, right }, { onRead, digestsOfEqual }) {
    const shown = (0,byte_string/* displayByteString */.oO)(path);
    if (isRegular(left) && isRegular(right)) {
        const size = Math.max(left.stats.size, right.stats.size);
        const pair = await (0,host/* withFile */.D4)(left.path, (a) => (0,host/* withFile */.D4)(right.path, (b) => (0,file_pair/* compareFilePair */.y)(a, b, { size, onRead, digestsOfEqual })));
        const { firstDifference } = pair;
        return {
            path: shown,
            status: firstDifference === undefined ? 'identical' : 'differs',
            left: { kind: 'file', ...pair.left },
            right: { kind: 'file', ...pair.right },
            ...(firstDifference !== undefined && { firstDifference }),
        };
    }
    const [a, b] = [await describe(left, onRead), await describe(right, onRead)];
    const sides = { path: shown, ...(a !== undefined && { left: a }), ...(b !== undefined && { right: b }) };
    if (a === undefined || b === undefined)
        return { ...sides, status: a === undefined ? 'only-right' : 'only-left' };
    const isSame = a.kind === b.kind && a.sha256 === b.sha256 && a.target === b.target && deviceOf(left) === deviceOf(right);
    return { ...sides, status: isSame ? 'identical' : 'differs' };
}
async function describe(candidate, onRead) {
    if (candidate === undefined)
        return undefined;
    if (!('stats' in candidate))
        return { kind: 'file', sha256: candidate.sha256 };
    const kind = (0,host/* kindOf */.I)(candidate);
    if (kind === 'symlink')
        return { kind, target: await (0,host/* targetOf */.$r)(candidate) };
    if (kind !== 'file')
        return { kind };
    const digest = await (0,host/* withFile */.D4)(candidate.path, local_file/* digestHandle */.t);
    onRead(digest.size);
    return { kind, ...digest };
}
function isRegular(candidate) {
    return candidate !== undefined && 'stats' in candidate && candidate.stats.isFile();
}
function deviceOf(candidate) {
    return candidate !== undefined && 'stats' in candidate && !candidate.stats.isFile() ? candidate.stats.rdev : 0;
}
/**
 * Runs `work` for the items, `count` at a time. After a failure it starts no more, waits for the running ones, and
 * throws.
 */
async function forEachAtOnce(count, items, work) {
    const running = new Set();
    let failure;
    try {
        for await (const item of items) {
            if (running.size >= count)
                await Promise.race(running);
            if (failure !== undefined)
                break;
            const task = work(item)
                .catch((error) => {
                failure ??= { error };
            })
                .finally(() => running.delete(task));
            running.add(task);
        }
    }
    finally {
        await Promise.all(running);
    }
    if (failure !== undefined)
        throw failure.error;
}


/***/ }),

/***/ 60160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   D4: () => (/* binding */ withFile),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   U: () => (/* binding */ nodeBelow),
/* harmony export */   oB: () => (/* binding */ nodeAt)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);




/**
 * The file at a path, or undefined if there is none. `links` decides whether a link is followed.
 *
 * @throws FledgeError `input`, naming the path.
 */
async function nodeAt(path, links) {
    try {
        return { path, stats: await (links === 'follow' ? node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat : node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path)) };
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw unreadable(path, error);
    }
}
/**
 * The file with a name below a directory, or undefined if there is none. Links are followed if they stay below the
 * directory.
 *
 * @throws FledgeError `input` if the path leads out of the directory, or cannot be read.
 */
async function nodeBelow(directory, name) {
    const path = `${directory}/${name}`;
    const node = await nodeAt(path, 'follow');
    if (node === undefined)
        return undefined;
    try {
        const [root, target] = [await realPathOf(directory), await realPathOf(path)];
        if (target.startsWith(root === '/' ? '/' : `${root}/`))
            return { path: target, stats: node.stats };
    }
    catch (error) {
        throw unreadable(path, error);
    }
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(path)}: it is a link that leads out of ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(directory)}`, {
        fix: 'replace the link by the file itself',
    });
}
async function realPathOf(path) {
    return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromBytes */ .Pb)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path), { encoding: 'buffer' }));
}
/** The kind of a file, by its mode. */
function kindOf({ stats }) {
    if (stats.isFile())
        return 'file';
    if (stats.isDirectory())
        return 'directory';
    if (stats.isSymbolicLink())
        return 'symlink';
    if (stats.isCharacterDevice())
        return 'char-device';
    if (stats.isBlockDevice())
        return 'block-device';
    return stats.isFIFO() ? 'fifo' : 'socket';
}
/**
 * The target of a symbolic link, displayable.
 *
 * @throws FledgeError `input`, naming the link.
 */
async function targetOf({ path }) {
    try {
        return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromBytes */ .Pb)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path), { encoding: 'buffer' })));
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
/**
 * Opens a regular file, calls `work` and closes it. The open does not block if a fifo has replaced the file since.
 *
 * @throws FledgeError `input`, naming the file, if it cannot be read or is not a regular file any more.
 */
async function withFile(path, work) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(path), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            if (!(await handle.stat()).isFile()) {
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(path)}: it is not a regular file any more`);
            }
            return await work(handle);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
/** The error to throw for a file that cannot be read; a FledgeError is returned unchanged. */
function unreadable(path, error) {
    if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE || (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error) === undefined)
        return error;
    const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .readFailureOf */ .Og)(error);
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('input', `cannot read ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .displayByteString */ .oO)(path)}: ${reason}`, { cause: error });
}


/***/ }),

/***/ 15152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  isUrl: () => (/* binding */ isUrl),
  f: () => (/* binding */ pairsOf),
  J: () => (/* binding */ sideOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/inside/open.js + 33 modules
var inside_open = __webpack_require__(65293);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/compare/checksum-list.js
var checksum_list = __webpack_require__(358);
// EXTERNAL MODULE: ./build/compare/host.js
var host = __webpack_require__(60160);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/compare/tree-walk.js



/**
 * The entries of two directories as pairs. A directory of both sides is replaced by its contents. A directory of one
 * side is replaced by its contents, unless it is empty. Links are not followed.
 */
async function* walkPairs(left, right, below = '') {
    const [leftNodes, rightNodes] = [await childrenOf(left), await childrenOf(right)];
    const names = [...new Set([...leftNodes.keys(), ...rightNodes.keys()])].sort(byte_string/* compareByteStrings */.eS);
    for (const name of names) {
        const path = joined(below, name);
        const [a, b] = [leftNodes.get(name), rightNodes.get(name)];
        if (a?.stats.isDirectory() && b?.stats.isDirectory())
            yield* walkPairs(a.path, b.path, path);
        else if (a === undefined && b?.stats.isDirectory())
            yield* walkOne(b, path, 'right');
        else if (b === undefined && a?.stats.isDirectory())
            yield* walkOne(a, path, 'left');
        else
            yield { path, left: a, right: b };
    }
}
async function* walkOne(node, path, side) {
    const children = node.stats.isDirectory() ? await childrenOf(node.path) : new Map();
    if (children.size === 0)
        yield { path, left: undefined, right: undefined, [side]: node };
    for (const [name, child] of children)
        yield* walkOne(child, joined(path, name), side);
}
async function childrenOf(directory) {
    try {
        const names = await (0,promises_.readdir)((0,byte_string/* bytesOf */.$$)(directory), { encoding: 'buffer' });
        const nodes = await Promise.all(names.map(async (bytes) => {
            const name = (0,byte_string/* byteStringFromBytes */.Pb)(bytes);
            const path = joined(directory, name);
            return [name, { path, stats: await (0,promises_.lstat)((0,byte_string/* bytesOf */.$$)(path)) }];
        }));
        return new Map(nodes);
    }
    catch (error) {
        throw (0,host/* unreadable */.O$)(directory, error);
    }
}
function joined(directory, name) {
    const slash = directory === '' || directory.endsWith('/') ? '' : '/';
    return `${directory}${slash}${name}`;
}

;// CONCATENATED MODULE: ./build/compare/pairs.js







/** True for an argument that is to be downloaded. */
function isUrl(name) {
    return /^https?:\/\//i.test(name);
}
/**
 * Resolves an argument of a comparison. A link is followed.
 *
 * @throws FledgeError `usage` if it does not exist or cannot be compared.
 */
async function sideOf(name) {
    const node = name === '' ? undefined : await (0,host/* nodeAt */.oB)((0,byte_string/* byteStringFromText */.dw)(name), 'follow');
    if (node === undefined) {
        const image = await imageSide(name);
        if (image !== undefined)
            return image;
        throw new errors/* FledgeError */.aE('usage', `cannot compare ${JSON.stringify(name)}: there is no such file or directory`);
    }
    const kind = (0,host/* kindOf */.I)(node);
    if (kind === 'directory')
        return { name, kind: (await (0,inside_open.isOciLayout)(name)) ? 'image' : kind, node };
    if (kind === 'file')
        return { name, kind: (0,checksum_list/* isChecksumListName */.n$)((0,external_node_path_.basename)(name)) ? 'list' : kind, node };
    throw new errors/* FledgeError */.aE('usage', `cannot compare ${JSON.stringify(name)}: it is a ${kind.replace('-', ' ')}`, {
        fix: 'use files, directories or SHA256SUMS files',
    });
}
/** The side for a name such as `oci:DIRECTORY:TAG`; undefined for other names. */
async function imageSide(name) {
    const { imageNamed } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(621), __webpack_require__.e(1502), __webpack_require__.e(4823), __webpack_require__.e(9677)]).then(__webpack_require__.bind(__webpack_require__, 52476));
    const image = imageNamed(name);
    if (image === undefined)
        return undefined;
    const node = await (0,host/* nodeAt */.oB)((0,byte_string/* byteStringFromText */.dw)(image.path), 'follow');
    return node && { name, kind: 'image', node };
}
/**
 * The pairs of files to compare, in unspecified order.
 *
 * @throws FledgeError `usage` if the sides cannot be compared with each other, `input` for a file that cannot be read.
 */
async function* pairsOf(left, right) {
    const isDirectory = ({ node }) => node.stats.isDirectory();
    if (isDirectory(left) && isDirectory(right)) {
        yield* walkPairs(left.node.path, right.node.path);
    }
    else if (left.kind === 'file' && right.kind === 'file') {
        yield { path: (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(left.name)), left: left.node, right: right.node };
    }
    else if (left.kind === 'list') {
        yield* pairsWithList(left, right);
    }
    else if (right.kind === 'list') {
        for await (const pair of pairsWithList(right, left))
            yield { ...pair, left: pair.right, right: pair.left };
    }
    else {
        const [file, directory] = left.kind === 'file' ? [left, right] : [right, left];
        const name = (0,external_node_path_.basename)(file.name);
        const hasSameName = (await (0,host/* nodeBelow */.U)(directory.node.path, (0,byte_string/* byteStringFromText */.dw)(name))) !== undefined;
        throw new errors/* FledgeError */.aE('usage', `${directory.name} is a directory, and ${file.name} is a file`, {
            fix: hasSameName
                ? `use two files, such as ${file.name} and ${(0,external_node_path_.join)(directory.name, name)}, or two directories`
                : 'use two files, two directories, or an artifact and a directory of its entries',
        });
    }
}
async function* pairsWithList(list, other) {
    const listed = await filesListedIn(list);
    switch (other.kind) {
        case 'list': {
            const others = new Map((await filesListedIn(other)).map((file) => [file.name, file]));
            for (const file of listed) {
                yield { path: file.name, left: file, right: others.get(file.name) };
                others.delete(file.name);
            }
            for (const file of others.values())
                yield { path: file.name, left: undefined, right: file };
            break;
        }
        case 'directory':
        case 'image':
            for (const file of listed) {
                if (file.name.startsWith('/') || file.name.split('/').includes('..')) {
                    throw new errors/* FledgeError */.aE('input', `${list.name}:${file.line}: ${(0,byte_string/* displayByteString */.oO)(file.name)} is not below the directory that it is compared with`);
                }
                yield { path: file.name, left: file, right: await (0,host/* nodeBelow */.U)(other.node.path, file.name) };
            }
            break;
        case 'file':
            yield { path: (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(other.name)), left: lineFor(other, listed, list), right: other.node };
    }
}
function filesListedIn({ node, name }) {
    return (0,host/* withFile */.D4)(node.path, (handle) => (0,checksum_list/* readChecksumList */.k4)(handle, name));
}
/** The line for a file, by the last component of its name: lists are moved together with their files. */
function lineFor(file, listed, list) {
    const name = (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(file.name));
    const found = listed.filter((line) => line.name === name || line.name.endsWith(`/${name}`));
    const [first] = found;
    if (first !== undefined && found.every(({ sha256 }) => sha256 === first.sha256))
        return first;
    const message = first === undefined
        ? `${list.name} does not list ${(0,external_node_path_.basename)(file.name)}`
        : `${list.name} lists several ${(0,external_node_path_.basename)(file.name)}`;
    throw new errors/* FledgeError */.aE('usage', message, { fix: 'compare the list with the directory that holds the files' });
}


/***/ })

};
