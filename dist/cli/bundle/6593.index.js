export const id = 6593;
export const ids = [6593];
export const modules = {

/***/ 6593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareArtifacts: () => (/* binding */ compareArtifacts),
  compareNamed: () => (/* binding */ compareNamed)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/sources/local-file.js
var local_file = __webpack_require__(4925);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(2012);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var report_reporter = __webpack_require__(4618);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(8375);
;// CONCATENATED MODULE: ./build/compare/file-pair.js


/** Bytes of each read: large enough for sequential reads of a disk, small enough for the CPU's cache. */
const BLOCK_BYTES = 1024 * 1024;
/**
 * Compares two open files from their start and computes both digests, in one pass. Only one digest is computed as long
 * as the files are equal. `onRead` is called with the number of bytes of the left file that were compared.
 */
async function compareFilePair(left, right, { size, onRead }) {
    const blockBytes = Math.min(BLOCK_BYTES, size + 1);
    const common = (0,external_node_crypto_.createHash)('sha256');
    let apart;
    let firstDifference;
    let leftSize = 0;
    let rightSize = 0;
    // Two buffers for each file: one is filled while the other is processed.
    const even = { left: Buffer.allocUnsafe(blockBytes), right: Buffer.allocUnsafe(blockBytes) };
    const odd = { left: Buffer.allocUnsafe(blockBytes), right: Buffer.allocUnsafe(blockBytes) };
    const readBlock = (index) => {
        const buffers = index % 2 === 0 ? even : odd;
        const position = index * blockBytes;
        // Waits for both reads, so that none of them writes to a buffer later.
        return (0,concurrency/* settleAll */.j3)(readUpTo(left, buffers.left, position), readUpTo(right, buffers.right, position));
    };
    let next = readBlock(0);
    for (let index = 0, isLast = false; !isLast; index += 1) {
        const [a, b] = await next;
        leftSize += a.length;
        rightSize += b.length;
        isLast = a.length < blockBytes && b.length < blockBytes;
        if (!isLast)
            next = readBlock(index + 1);
        // Awaited in the next iteration; this prevents an unhandled rejection before that.
        next.catch(() => { });
        if (apart === undefined && !a.equals(b)) {
            firstDifference = index * blockBytes + indexOfDifference(a, b);
            apart = { left: common.copy(), right: common.copy() };
        }
        if (apart === undefined)
            common.update(a);
        else {
            apart.left.update(a);
            apart.right.update(b);
        }
        onRead(a.length);
    }
    const digest = apart === undefined ? common.digest('hex') : '';
    return {
        left: { size: leftSize, sha256: apart?.left.digest('hex') ?? digest },
        right: { size: rightSize, sha256: apart?.right.digest('hex') ?? digest },
        firstDifference,
    };
}
/** Reads at a position until the buffer is full or the file ends. */
async function readUpTo(handle, buffer, position) {
    let filled = 0;
    while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return buffer.subarray(0, filled);
}
function indexOfDifference(a, b) {
    const length = Math.min(a.length, b.length);
    for (let index = 0; index < length; index += 1)
        if (a[index] !== b[index])
            return index;
    return length;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
;// CONCATENATED MODULE: ./build/compare/host.js




/**
 * The file at a path, or undefined if there is none. `links` decides whether a link is followed.
 *
 * @throws FledgeError `input`, naming the path.
 */
async function nodeAt(path, links) {
    try {
        return { path, stats: await (links === 'follow' ? promises_.stat : promises_.lstat)((0,byte_string/* bytesOf */.$$)(path)) };
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
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
    throw new errors/* FledgeError */.aE('input', `cannot read ${(0,byte_string/* displayByteString */.oO)(path)}: it is a link that leads out of ${(0,byte_string/* displayByteString */.oO)(directory)}`, {
        fix: 'replace the link by the file itself',
    });
}
async function realPathOf(path) {
    return (0,byte_string/* byteStringFromBytes */.Pb)(await (0,promises_.realpath)((0,byte_string/* bytesOf */.$$)(path), { encoding: 'buffer' }));
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
        return (0,byte_string/* displayByteString */.oO)((0,byte_string/* byteStringFromBytes */.Pb)(await (0,promises_.readlink)((0,byte_string/* bytesOf */.$$)(path), { encoding: 'buffer' })));
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
        const handle = await (0,promises_.open)((0,byte_string/* bytesOf */.$$)(path), external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
        try {
            if (!(await handle.stat()).isFile()) {
                throw new errors/* FledgeError */.aE('input', `cannot read ${(0,byte_string/* displayByteString */.oO)(path)}: it is not a regular file any more`);
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
    if (error instanceof errors/* FledgeError */.aE || (0,errors/* systemCodeOf */.c7)(error) === undefined)
        return error;
    const reason = (0,errors/* readFailureOf */.Og)(error);
    return new errors/* FledgeError */.aE('input', `cannot read ${(0,byte_string/* displayByteString */.oO)(path)}: ${reason}`, { cause: error });
}

// EXTERNAL MODULE: ./build/compare/checksum-list.js
var checksum_list = __webpack_require__(358);
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
        throw unreadable(directory, error);
    }
}
function joined(directory, name) {
    const slash = directory === '' || directory.endsWith('/') ? '' : '/';
    return `${directory}${slash}${name}`;
}

;// CONCATENATED MODULE: ./build/compare/pairs.js






/**
 * Resolves an argument of a comparison. A link is followed.
 *
 * @throws FledgeError `usage` if it does not exist or cannot be compared.
 */
async function sideOf(name) {
    const node = name === '' ? undefined : await nodeAt((0,byte_string/* byteStringFromText */.dw)(name), 'follow');
    if (node === undefined) {
        throw new errors/* FledgeError */.aE('usage', `cannot compare ${JSON.stringify(name)}: there is no such file or directory`);
    }
    const kind = kindOf(node);
    if (kind === 'directory')
        return { name, kind, node };
    if (kind === 'file')
        return { name, kind: (0,checksum_list/* isChecksumListName */.n$)((0,external_node_path_.basename)(name)) ? 'list' : kind, node };
    throw new errors/* FledgeError */.aE('usage', `cannot compare ${JSON.stringify(name)}: it is a ${kind.replace('-', ' ')}`, {
        fix: 'use files, directories or SHA256SUMS files',
    });
}
/**
 * The pairs of files to compare, in unspecified order.
 *
 * @throws FledgeError `usage` if the sides cannot be compared with each other, `input` for a file that cannot be read.
 */
async function* pairsOf(left, right) {
    if (left.kind === 'directory' && right.kind === 'directory') {
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
        throw new errors/* FledgeError */.aE('usage', `${directory.name} is a directory, and ${file.name} is a file`, {
            fix: `use two files, such as ${file.name} and ${(0,external_node_path_.join)(directory.name, (0,external_node_path_.basename)(file.name))}, or two directories`,
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
            for (const file of listed) {
                if (file.name.startsWith('/') || file.name.split('/').includes('..')) {
                    throw new errors/* FledgeError */.aE('input', `${list.name}:${file.line}: ${(0,byte_string/* displayByteString */.oO)(file.name)} is not below the directory that it is compared with`);
                }
                yield { path: file.name, left: file, right: await nodeBelow(other.node.path, file.name) };
            }
            break;
        case 'file':
            yield { path: (0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.basename)(other.name)), left: lineFor(other, listed, list), right: other.node };
    }
}
function filesListedIn({ node, name }) {
    return withFile(node.path, (handle) => (0,checksum_list/* readChecksumList */.k4)(handle, name));
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

;// CONCATENATED MODULE: ./build/compare/diff.js







/** Number of concurrent comparisons: enough to keep Node's threads for files busy with small files. */
const PAIRS_AT_ONCE = 4;
/**
 * Compares two files, two directories, or either with a list of digests (see `isChecksumListName`). Contents and
 * targets of symbolic links are compared; modes, owners and times are not. Links inside a directory are not followed,
 * only regular files are opened, and every byte is read once.
 *
 * - Directories are compared recursively, by name.
 * - If a directory is compared with a list, only the listed files are compared, as in `sha256sum -c`.
 *
 * @throws FledgeError `usage` if the two cannot be compared with each other, `input` for a file that cannot be read.
 */
async function compareArtifacts(left, right, { reporter = report_reporter/* silentReporter */.P, signal } = {}) {
    const sides = [await sideOf(left), await sideOf(right)];
    return compareAll(pairsOf(...sides), reporter, signal);
}
/** Compares files of the same names in two directories. A file that is missing or not regular on one side differs. */
async function compareNamed(left, right, names, { reporter = report_reporter/* silentReporter */.P, signal } = {}) {
    const nodeOf = (directory, name) => nodeAt((0,byte_string/* byteStringFromText */.dw)((0,external_node_path_.join)(directory, name)), 'keep');
    const pairs = names.map(async (name) => ({
        path: (0,byte_string/* byteStringFromText */.dw)(name),
        left: await nodeOf(left, name),
        right: await nodeOf(right, name),
    }));
    return compareAll(await Promise.all(pairs), reporter, signal);
}
async function compareAll(pairs, reporter, signal) {
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
            found.push({ path: pair.path, comparison: await comparePair(pair, onRead) });
        });
    }
    finally {
        progress.end();
    }
    const files = found.sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(a.path, b.path)).map(({ comparison }) => comparison);
    return { identical: files.every(({ status }) => status === 'identical'), files };
}
async function comparePair({ path, left, right }, onRead) {
    const shown = (0,byte_string/* displayByteString */.oO)(path);
    if (isRegular(left) && isRegular(right)) {
        const size = Math.max(left.stats.size, right.stats.size);
        const pair = await withFile(left.path, (a) => withFile(right.path, (b) => compareFilePair(a, b, { size, onRead })));
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
    const kind = kindOf(candidate);
    if (kind === 'symlink')
        return { kind, target: await targetOf(candidate) };
    if (kind !== 'file')
        return { kind };
    const digest = await withFile(candidate.path, local_file/* digestHandle */.t);
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

/***/ 8375:
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


/***/ })

};
