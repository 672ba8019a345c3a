export const id = 558;
export const ids = [558,483];
export const modules = {

/***/ 6593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ compareArtifacts),
  k: () => (/* binding */ compareNamed)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/sources/local-file.js
var local_file = __webpack_require__(64925);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var report_reporter = __webpack_require__(94618);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(58375);
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
        return (0,concurrency/* settleAll */.j)(readUpTo(left, buffers.left, position), readUpTo(right, buffers.right, position));
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
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
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

/***/ 65011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ githubTokenOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);




/** GitHub's longest tokens are several times shorter. */
const MAX_TOKEN_BYTES = 4096;
/**
 * The token for GitHub's API: GITHUB_TOKEN, or the content of the file in FLEDGE_GITHUB_TOKEN_FILE, for builds whose
 * environment is visible to others. Undefined if neither is set.
 *
 * @throws FledgeError `usage` if that file cannot be read, or does not hold a token.
 */
async function githubTokenOf(env) {
    const token = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, 'GITHUB_TOKEN');
    const file = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, 'FLEDGE_GITHUB_TOKEN_FILE');
    if (token !== undefined || file === undefined)
        return token;
    const fail = (why, cause) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('usage', `cannot read the token in ${file} (FLEDGE_GITHUB_TOKEN_FILE): ${why}`, {
        cause,
        fix: 'set FLEDGE_GITHUB_TOKEN_FILE to a file that contains only a token, or unset it',
    });
    let text;
    try {
        // Without O_NONBLOCK, the open of a fifo would wait until a process writes to it.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            if (!(await handle.stat()).isFile())
                throw fail('it is not a regular file');
            const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_TOKEN_BYTES + 1));
            text = buffer.toString('latin1', 0, bytesRead).trim();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE ? error : fail((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error), error);
    }
    // The message must not show the content.
    if (text.length > MAX_TOKEN_BYTES || !/^[!-~]+$/.test(text))
        throw fail('it does not hold a token');
    return text;
}


/***/ }),

/***/ 33483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BUILD_FLAGS: () => (/* binding */ BUILD_FLAGS),
/* harmony export */   completeBuildCommand: () => (/* binding */ completeBuildCommand),
/* harmony export */   encodeBuildCommand: () => (/* binding */ encodeBuildCommand)
/* harmony export */ });
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61341);
/* harmony import */ var _support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29026);


/** The option for each field of `BuildCommand`. src/cli/build.ts parses the command line that is written here. */
const BUILD_FLAGS = {
    config: '--config',
    manifest: '--manifest',
    output: '--output',
    urlBase: '--url-base',
    artifactUrl: '--artifact-url',
    platform: '--platform',
    verify: '--verify',
    workers: '--workers',
    locked: '--locked',
    strict: '--strict',
};
/**
 * A build command with defaults for what is not given: the inverse of `encodeBuildCommand` for the options of a command line.
 *
 * @throws FledgeError `usage` if the platform of this machine is needed and not supported.
 */
function completeBuildCommand(given) {
    const { config, manifest, output, urlBase, artifactUrl, platform, verify, workers, locked, strict } = given;
    return {
        config,
        manifest,
        output,
        urlBase,
        artifactUrl,
        platform: platform ?? (0,_support_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .hostPlatform */ .o)(),
        verify: verify ?? 'auto',
        workers: workers ?? (0,_support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultWorkers */ .Vs)(),
        locked: locked ?? false,
        strict: strict ?? false,
    };
}
/** The arguments that start a build as a child process: it prints its result and its log in JSON. */
function encodeBuildCommand(command) {
    const given = { ...command, verify: command.verify === 'auto' ? undefined : command.verify };
    const fields = ['config', 'manifest', 'output', 'urlBase', 'artifactUrl', 'platform', 'verify', 'workers'];
    return [
        ...['build', '--json', '--log-format', 'json'],
        ...fields.flatMap((field) => (given[field] === undefined ? [] : [BUILD_FLAGS[field], String(given[field])])),
        ...(command.locked ? [BUILD_FLAGS.locked] : []),
        ...(command.strict ? [BUILD_FLAGS.strict] : []),
    ];
}


/***/ }),

/***/ 32953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseBuildResult)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9691);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);
/* harmony import */ var _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34830);




const fileSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/** The result of a build, in the form of `fledge build --json`. */
const buildResultSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    strategy: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['initramfs', 'oci_rootfs']),
    platform: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P),
    artifact: fileSchema.extend({ format: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly(),
    /** `encodedBytes`: its length on the kernel's command line. */
    manifest: fileSchema.extend({ encodedBytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly(),
    checksums: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly(),
    provenance: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly(),
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), uri: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly()).readonly(),
    /** The uncompressed size of each top-level path of the artifact, in bytes. */
    contents: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly()).readonly(),
    /** Properties of the input that the artifact cannot hold and does not need. */
    adjustments: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ what: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), count: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), example: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly()).readonly(),
    /** Everything that the build has warned of, in order. */
    warnings: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_2__/* .warningSchema */ .ek).readonly(),
    reproducible: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true) }).readonly(),
        zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(false), reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).readonly(),
    ]),
    /** Times in milliseconds. */
    steps: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), ms: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).readonly()).readonly(),
})
    .readonly();
/**
 * Parses the result that another process printed. Unknown fields are dropped. `builder` names that process in the error.
 *
 * @throws FledgeError `tool` with `fix` if `text` is not the result of a build.
 */
function parseBuildResult(text, builder, fix) {
    try {
        return buildResultSchema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('tool', `cannot read the result of ${builder}: it has an unexpected format`, {
            cause: error,
            fix,
        });
    }
}


/***/ }),

/***/ 85270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ChildLog)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34830);


/** The maximum number of characters shown of a line that is not an event. */
const MAX_SHOWN = 2000;
/** The maximum number of progress displays at the same time. */
const MAX_PROGRESS = 64;
/**
 * The log of a build in another process. It reads that process's stderr line by line, passes the events to a reporter, and
 * keeps the error. The process writes `--log-format json`; lines of other programs are passed on as text, shortened. No
 * line is trusted: the reporter escapes text for its output.
 */
class ChildLog {
    #reporter;
    #progress = new Map();
    #error;
    #isUnderstood = false;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /** The error that the build has reported; undefined if there is none. */
    get error() {
        return this.#error;
    }
    /** True if the process writes a log of the schema that this program reads. */
    get isUnderstood() {
        return this.#isUnderstood;
    }
    add(line) {
        const event = (0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLogEvent */ .MK)(line);
        switch (event?.type) {
            case undefined:
                if (line.trim() !== '')
                    this.#reporter.info((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(line.trim(), MAX_SHOWN));
                break;
            case 'start':
                this.#isUnderstood = event.schema === _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__/* .LOG_SCHEMA */ .tc;
                break;
            case 'step':
                this.#reporter.step(event.title);
                break;
            case 'info':
                this.#reporter.info(event.message);
                break;
            case 'debug':
                this.#reporter.debug(event.message);
                break;
            case 'warning':
                this.#reporter.warn(event.warning?.message ?? event.message, event.warning);
                break;
            case 'progress':
                this.#showProgress(event);
                break;
            case 'error':
                this.#error ??= (0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOfEvent */ .yk)(event);
                break;
        }
    }
    #showProgress({ label, unit, done, total, ended, }) {
        const key = `${unit} ${label}`;
        let progress = this.#progress.get(key);
        if (progress === undefined) {
            if (ended === true || this.#progress.size >= MAX_PROGRESS)
                return;
            progress = this.#reporter.progress(label, unit);
            this.#progress.set(key, progress);
        }
        if (ended !== true)
            progress.update(done, total);
        else {
            progress.end();
            this.#progress.delete(key);
        }
    }
    /** Ends all progress displays. To be called when the process has ended. */
    end() {
        for (const progress of this.#progress.values())
            progress.end();
        this.#progress.clear();
    }
}


/***/ }),

/***/ 95697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeTokenFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _github_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65011);
/* harmony import */ var _sources_agent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29988);




/**
 * Writes the token for GitHub's API into a file in `directory`, for another build of the same config, and returns its path.
 * Only this user can read it. Undefined, without a file, if there is no token or the build sends no requests to GitHub. The
 * caller removes `directory`.
 *
 * @throws FledgeError `usage` as `githubTokenOf` does.
 */
async function writeTokenFile({ config }, env, directory) {
    const token = (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_3__/* .isAskedOfGithub */ .BM)(config.agent) ? await (0,_github_token_js__WEBPACK_IMPORTED_MODULE_2__/* .githubTokenOf */ .A)(env) : undefined;
    if (token === undefined)
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'github-token');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, token, { flag: 'wx', mode: 0o600 });
    return path;
}


/***/ }),

/***/ 99558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  againOnThisMachine: () => (/* binding */ againOnThisMachine),
  checkReproducible: () => (/* binding */ checkReproducible)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/compare/diff.js + 4 modules
var diff = __webpack_require__(6593);
// EXTERNAL MODULE: ./build/manifest/cloud-init.js
var cloud_init = __webpack_require__(15360);
// EXTERNAL MODULE: ./build/manifest/manifest-schema.js
var manifest_schema = __webpack_require__(90671);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var logins = __webpack_require__(15112);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var report_reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/recipe/build.js + 8 modules
var build = __webpack_require__(32669);
// EXTERNAL MODULE: ./build/recipe/build-command.js
var build_command = __webpack_require__(33483);
// EXTERNAL MODULE: ./build/recipe/build-result.js
var build_result = __webpack_require__(32953);
// EXTERNAL MODULE: ./build/recipe/child-log.js
var child_log = __webpack_require__(85270);
// EXTERNAL MODULE: ./build/recipe/container/token-file.js
var token_file = __webpack_require__(95697);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/lock/lock-file.js
var lock_file = __webpack_require__(63818);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/files/own-files.js
var own_files = __webpack_require__(32026);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/tree/exclude.js + 1 modules
var tree_exclude = __webpack_require__(69990);
;// CONCATENATED MODULE: ./build/recipe/reproduce/copy-sources.js











/** Files up to this size are copied synchronously, which is faster than in another thread. */
const SMALL_BYTES = 256 * 1024;
/** The copying yields to the event loop after this many files, so that signals are handled. */
const FILES_PER_TURN = 500;
/** 2001-09-09. Each file gets a time one second later, so that no time is that of the original. */
const FIRST_TIME = 1_000_000_000;
/**
 * Copies a fledge.toml, its lock file and all host files that it names by a relative path, so that a build of the copy finds
 * the same files as a build of the original. The copies are created in another order, with other times and permissions.
 *
 * Copies have the paths of the originals below a directory that replaces `/`, so that `../x` and relative links lead to
 * copies as well. Files named by an absolute path are read in place. So is a container image named by a relative path:
 * it can be large, and its digests identify it.
 *
 * @throws FledgeError `output` if the disk has no space for the copies, `input` if a file cannot be read.
 */
async function copyAuthorFiles(job) {
    const { loaded, template, templateFiles = [] } = job;
    const { config, directory, file } = loaded;
    const base = template === undefined ? directory : (0,external_node_path_.dirname)((0,external_node_path_.resolve)(template));
    // One line of fledge.toml may have several destinations.
    const mapped = new Map(config.mappings.map(({ source, settings }) => [source, settings.exclude]));
    const images = (0,config_images/* fetchedImagesOf */.Rc)(config).flatMap(({ reference }) => reference.path ?? []);
    const named = [
        ...Array.from(mapped, ([path, exclude]) => ({ path, directory, how: 'copy', exclude })),
        ...programsOf(loaded).map((path) => ({ path, directory, how: 'copy', exclude: [] })),
        ...templateFiles.map((path) => ({ path, directory: base, how: 'copy', exclude: [] })),
        ...images.map((path) => ({ path, directory, how: 'link', exclude: [] })),
    ];
    const relative = named.filter(({ path }) => !(0,external_node_path_.isAbsolute)(path));
    // A path may have more `..` than directories above it: `..` in `/` is `/`.
    const surplus = relative.map((file) => parentsIn(file.path) - depthOf(file.directory));
    const above = Array(Math.max(0, ...surplus)).fill('above');
    const root = (0,external_node_path_.join)(job.directory, ...above, 'root');
    const copyOf = (path) => (0,external_node_path_.join)(root, (0,external_node_path_.resolve)(path));
    const copier = beginCopy(root, job);
    const described = [file, (0,lock_file/* lockFileOf */.LN)(file), ...(template === undefined ? [] : [template])];
    for (const path of described)
        await copier.add({ path: (0,external_node_path_.resolve)(path), how: 'copy', exclude: [] });
    for (const file of relative) {
        const path = (0,external_node_path_.resolve)(file.directory, file.path);
        const place = (0,external_node_path_.resolve)(copyOf(file.directory), file.path);
        if (place.startsWith(`${root}/`))
            await copier.add({ ...file, path });
        else
            copier.link(path, place);
    }
    return { root, config: copyOf(file), template: template === undefined ? undefined : copyOf(template) };
}
/** The paths of files other than mapped ones, as written in fledge.toml. */
function programsOf({ config }) {
    const agent = config.agent?.source === 'local' ? [config.agent.path] : [];
    if (config.strategy === 'oci_rootfs')
        return agent;
    const init = config.init.mode === 'custom' ? [config.init.path] : [];
    const busybox = config.busybox.location?.kind === 'file' ? [config.busybox.location.path] : [];
    return [...agent, ...init, ...busybox];
}
/** The number of leading `..` in a relative path. */
function parentsIn(path) {
    const names = external_node_path_.posix.normalize(path).split('/');
    const first = names.findIndex((name) => name !== '..');
    return first < 0 ? names.length : first;
}
function depthOf(directory) {
    return directory.split('/').filter((name) => name !== '').length;
}
function beginCopy(root, { loaded, outputs, own, onCopied, signal }) {
    const below = (0,byte_string/* byteStringFromText */.dw)(root);
    const directory = (0,byte_string/* byteStringFromText */.dw)(loaded.directory);
    const ownFiles = new own_files/* OwnFiles */.yp(own);
    const written = new Set();
    for (const path of outputs) {
        const stats = look((0,byte_string/* byteStringFromText */.dw)(path));
        if (stats !== undefined)
            written.add(identityOf(stats));
    }
    let files = 0;
    makeDirectory((0,byte_string/* byteStringFromText */.dw)(`${root}${loaded.directory}`));
    const add = async (path, how, exclusion, links) => {
        const names = path.split('/').filter((name) => name !== '');
        let host = '';
        for (const [index, name] of names.entries()) {
            host = `${host}/${name}`;
            // Directories above the fledge.toml are always real directories: a link would lead out of the copy.
            if (host === directory || directory.startsWith(`${host}/`))
                continue;
            const stats = look(host);
            if (stats === undefined)
                return;
            const isLast = index === names.length - 1;
            if (isLast && how === 'link')
                return linkTo(host, `${below}${host}`);
            if (stats.isSymbolicLink()) {
                const target = copyLink(host);
                // An absolute target leads to the original. The build reports circular links.
                if (target === undefined || target.startsWith('/') || links === linux_limits/* MAX_SYMLINKS */.oG)
                    return;
                const next = external_node_path_.posix.join(external_node_path_.posix.dirname(host), target, ...names.slice(index + 1));
                return add(next, how, exclusion, links + 1);
            }
            if (isLast)
                return copy(host, stats, exclusion, '');
            if (!stats.isDirectory())
                return;
            makeDirectory(`${below}${host}`);
        }
        // `path` is the directory of fledge.toml, or one above it.
        await copy(path, (0,external_node_fs_.statSync)((0,byte_string/* bytesOf */.$$)(path)), exclusion, '');
    };
    /** `relative` is the path below the mapped directory, with which its globs are compared. */
    const copy = async (host, stats, exclusion, relative) => {
        signal?.throwIfAborted();
        if (stats.isSymbolicLink())
            copyLink(host);
        else if (stats.isFile())
            await copyContent(host, stats);
        else if (stats.isDirectory()) {
            const prefix = host === '/' ? '' : host;
            makeDirectory(`${below}${host}`);
            // As mappings do: without excluded paths, and without .git, unless it is named.
            const includesGit = host.split('/').includes('.git');
            for (const name of namesIn(host)) {
                const child = `${prefix}/${name}`;
                const childRelative = (relative === '' ? name : `${relative}/${name}`);
                if ((0,own_files/* isOwnName */.sJ)(name) || (name === '.git' && !includesGit) || exclusion.matches(childRelative))
                    continue;
                const found = look(child);
                if (found === undefined || ownFiles.has(found) || written.has(identityOf(found)))
                    continue;
                await copy(child, found, exclusion, childRelative);
            }
        }
    };
    const copyContent = async (host, stats) => {
        const place = (0,byte_string/* bytesOf */.$$)(`${below}${host}`);
        const from = (0,byte_string/* bytesOf */.$$)(host);
        if (look((0,byte_string/* byteStringFromBytes */.Pb)(place)) !== undefined)
            return;
        files += 1;
        if (files % FILES_PER_TURN === 0)
            await (0,external_node_timers_promises_.setImmediate)();
        const time = FIRST_TIME + files;
        const finish = () => {
            (0,external_node_fs_.chmodSync)(place, (stats.mode & 0o111) === 0 ? 0o600 : 0o700);
            (0,external_node_fs_.utimesSync)(place, time, time);
        };
        if (stats.size <= SMALL_BYTES) {
            attempt(host, () => {
                (0,external_node_fs_.copyFileSync)(from, place, external_node_fs_.constants.COPYFILE_FICLONE);
                finish();
            });
        }
        else {
            const failure = await (0,promises_.copyFile)(from, place, external_node_fs_.constants.COPYFILE_FICLONE).catch((error) => ({ error }));
            attempt(host, () => {
                if (failure !== undefined)
                    throw failure.error;
                finish();
            });
        }
        onCopied(stats.size);
    };
    const copyLink = (host) => attempt(host, () => {
        const target = (0,external_node_fs_.readlinkSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' });
        const place = (0,byte_string/* bytesOf */.$$)(`${below}${host}`);
        unlessThere(() => (0,external_node_fs_.symlinkSync)(target, place));
        (0,external_node_fs_.lutimesSync)(place, FIRST_TIME, FIRST_TIME);
        return (0,byte_string/* byteStringFromBytes */.Pb)(target);
    });
    return {
        add: async ({ path, how, exclude }) => add((0,byte_string/* byteStringFromText */.dw)(path), how, (0,tree_exclude/* compileExclusion */.a)(exclude), 0),
        link: (path, place) => linkTo((0,byte_string/* byteStringFromText */.dw)(path), (0,byte_string/* byteStringFromText */.dw)(place)),
    };
}
function linkTo(target, place) {
    makeDirectory(external_node_path_.posix.dirname(place));
    attempt(target, () => unlessThere(() => (0,external_node_fs_.symlinkSync)((0,byte_string/* bytesOf */.$$)(target), (0,byte_string/* bytesOf */.$$)(place))));
}
function makeDirectory(path) {
    attempt(path, () => (0,external_node_fs_.mkdirSync)((0,byte_string/* bytesOf */.$$)(path), { recursive: true, mode: 0o700 }));
}
/** Directory entries in reverse byte order, so that the creation order differs from the original. */
function namesIn(directory) {
    const names = attempt(directory, () => (0,external_node_fs_.readdirSync)((0,byte_string/* bytesOf */.$$)(directory), { encoding: 'buffer' })) ?? [];
    return names.map(byte_string/* byteStringFromBytes */.Pb).sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(b, a));
}
function identityOf({ dev, ino }) {
    return `${dev}:${ino}`;
}
function look(path) {
    return attempt(path, () => (0,external_node_fs_.lstatSync)((0,byte_string/* bytesOf */.$$)(path)));
}
/**
 * Runs an action on a file. A file that was deleted after the first build is skipped (undefined): the second build then fails
 * or differs, which is the purpose of the check.
 *
 * @throws FledgeError `output` if the disk is full, `input` for other failures.
 */
function attempt(path, action) {
    try {
        return action();
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        const noRoom = code === 'ENOSPC' || code === 'EDQUOT';
        const reason = noRoom ? (0,errors/* writeFailureOf */.PI)(error) : (0,errors/* messageOf */.bD)(error);
        const message = `cannot copy ${(0,byte_string/* displayByteString */.oO)(path)} for a second build: ${reason}`;
        throw new errors/* FledgeError */.aE(noRoom ? 'output' : 'input', message, {
            cause: error,
            ...(noRoom && { fix: 'set TMPDIR to a directory with space for a copy of all mapped files' }),
        });
    }
}
function unlessThere(make) {
    try {
        make();
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
            throw error;
    }
}

// EXTERNAL MODULE: ./build/recipe/reproduce/environment.js
var reproduce_environment = __webpack_require__(73278);
;// CONCATENATED MODULE: ./build/recipe/reproduce/check.js
























/** Runs second builds on this machine. */
function againOnThisMachine(program) {
    return async (args, { first, scratch, cwd, changed, onLine, signal }) => {
        const token = await (0,token_file/* writeTokenFile */.H)(first.plugin.loaded, first.env, scratch);
        const own = { ...changed, ...(token !== undefined && { FLEDGE_GITHUB_TOKEN_FILE: token }) };
        const env = (0,tools_environment/* environmentFor */.DD)('fledge', first.env, { own, helpers: (0,logins/* credentialHelpersOf */.Yp)(first.env) });
        const [shell, ...words] = [...reproduce_environment/* OTHER_UMASK */.lk, program.command, ...program.args, ...args];
        const { stdout } = await (0,exec/* run */.eF)(shell, words, { cwd, env, onLine, signal });
        return stdout;
    };
}
/**
 * Repeats the build with the result `first`, and compares all four files byte for byte. `runAgain` starts the second build as
 * another process, with other temporary, working and home directories, umask, time zone, locale, user name and number of
 * threads, an empty cache, and a copy of the author's files with other times, permissions and inodes (see
 * `copyAuthorFiles`). All its files are removed at the end.
 *
 * @throws FledgeError if the second build fails, or the disk has no space for it.
 */
async function checkReproducible(request, first, runAgain) {
    if (!first.reproducible.ok)
        return first.reproducible;
    const { reporter, signal } = request;
    reporter.step('build again in a different environment');
    const scratch = (0,files_scratch/* temporaryDirectory */.De)('reproduce');
    try {
        const directory = (name) => {
            const path = (0,external_node_path_.join)(scratch.path, name);
            (0,external_node_fs_.mkdirSync)(path);
            return path;
        };
        const { loaded, template } = request.plugin;
        const outputs = [first.artifact, first.manifest, first.provenance, first.checksums].map(({ path }) => path);
        const own = (0,own_paths/* ownPathsOf */.i)((0,context/* sourceContext */.R)(request, loaded.directory));
        const copy = await copyFiles(request, {
            loaded,
            template: template?.file,
            templateFiles: template === undefined ? [] : (0,cloud_init/* cloudInitPaths */.o)(template.fields),
            outputs,
            own,
            directory: directory('copy'),
            signal,
        });
        const places = {
            home: otherHome((0,environment/* environmentValue */.a)(request.env, 'HOME') ?? (0,external_node_os_.homedir)(), directory('home')),
            temporary: directory('tmp'),
            cache: directory('cache'),
            workingDirectory: directory('elsewhere'),
        };
        const madeIn = directory('out');
        const args = (0,build_command.encodeBuildCommand)({
            ...(0,build.commandOf)(request),
            config: copy.config,
            manifest: copy.template,
            output: (0,external_node_path_.join)(madeIn, (0,external_node_path_.basename)(first.artifact.path)),
            urlBase: undefined,
            artifactUrl: artifactUrlIn(first),
            // The check of the first image is also valid for identical bytes.
            verify: 'none',
            strict: false,
            workers: request.workers > 1 ? request.workers - 1 : 2,
        });
        const second = await buildAgain(runAgain, args, {
            root: copy.root,
            first: request,
            scratch: scratch.path,
            cwd: places.workingDirectory,
            changed: { ...(0,reproduce_environment/* otherVariables */.Qk)(request.env, places), ...(0,own_paths/* notMapped */.Z)(own) },
            reporter,
            signal,
        });
        const names = outputs.map((path) => (0,external_node_path_.basename)(path));
        const comparison = await (0,diff/* compareNamed */.k)((0,external_node_path_.dirname)(first.artifact.path), madeIn, names, { reporter, signal });
        if (comparison.identical)
            return { ok: true, comparison };
        return { ok: false, reason: reasonFor(comparison, first.inputs, second), comparison };
    }
    finally {
        scratch.dispose();
    }
}
async function copyFiles({ reporter }, job) {
    const progress = reporter.progress('copy', 'bytes');
    let bytes = 0;
    try {
        const onCopied = (count) => {
            bytes += count;
            progress.update(bytes);
        };
        return await copyAuthorFiles({ ...job, onCopied });
    }
    finally {
        progress.end();
        reporter.debug(`copied ${(0,units/* formatBytes */.z3)(bytes)} to ${job.directory}`);
    }
}
/** Another home directory, with links to the contents of the first one, which include logins, but without the cache. */
function otherHome(home, place) {
    for (const name of check_namesIn(home))
        if (name !== '.cache')
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(home, name), (0,external_node_path_.join)(place, name));
    return place;
}
function check_namesIn(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        // Some users have no home directory.
        return [];
    }
}
/** The URL of the first artifact. Both manifests must contain the same URL. */
function artifactUrlIn({ manifest: { path }, strategy }) {
    const { initramfs, rootfs } = manifest_schema/* manifestSchema */.r.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    const url = strategy === 'initramfs' ? initramfs?.url : rootfs?.url;
    if (url === undefined)
        throw new errors/* FledgeError */.aE('internal', `${path} does not contain the URL of the artifact`);
    return url;
}
async function buildAgain(runAgain, args, { root, reporter, signal, ...environment }) {
    const log = new child_log/* ChildLog */.P(reporterOfSecond(reporter));
    const onLine = (line, stream) => {
        if (stream === 'stderr')
            log.add(line);
    };
    try {
        const stdout = await runAgain(args, { ...environment, onLine, signal });
        return (0,build_result/* parseBuildResult */.F)(stdout.toString('utf8'), 'the second build').inputs;
    }
    catch (error) {
        signal?.throwIfAborted();
        // Messages show the paths of the original files.
        const asOriginal = (text) => (0,wording/* mapText */.E0)(text, (part) => part.replaceAll(root, ''));
        const { message, fix } = log.error?.wording ?? { message: (0,errors/* messageOf */.bD)(error), fix: undefined };
        throw new errors/* FledgeError */.aE('tool', (0,wording/* worded */.MH) `the second build, in a different environment and without a cache, failed: ${asOriginal(message)}`, { cause: log.error ?? error, ...(fix !== undefined && { fix: asOriginal(fix) }) });
    }
}
/** Shows only the steps of a second build. The first build has already reported the rest. */
function reporterOfSecond(reporter) {
    const debug = (message) => reporter.debug(message);
    return { ...report_reporter/* silentReporter */.P, step: (title) => reporter.info(`again: ${title}`), info: debug, warn: debug, debug };
}
/** The changed inputs if there are any; otherwise the files that differ, with the offset of the first difference. */
function reasonFor({ files }, first, second) {
    const changed = first.flatMap((input) => {
        const again = second.find(({ name }) => name === input.name);
        if (again === undefined || again.digest === input.digest)
            return [];
        return [`${input.name} (${input.uri}) was ${input.digest} and then ${again.digest}`];
    });
    if (changed.length > 0)
        return changed.join('; ');
    const different = files.filter(({ status }) => status !== 'identical');
    return `two builds produced different bytes: ${different.map(placeOfDifference).join(', ')}`;
}
function placeOfDifference({ path, status, firstDifference }) {
    if (firstDifference !== undefined)
        return `${path} from byte ${firstDifference} on`;
    return `${path} (${status})`;
}


/***/ }),

/***/ 73278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qk: () => (/* binding */ otherVariables),
/* harmony export */   fI: () => (/* binding */ CHANGED_IN_CONTAINER),
/* harmony export */   lk: () => (/* binding */ OTHER_UMASK)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12285);


/** The variables of `otherVariables` that are also set in a container. The others there are those of the image. */
const CHANGED_IN_CONTAINER = [
    ...['HOME', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
    ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'FLEDGE_NOT_MAPPED'],
];
/** A command prefix: runs the command after it with another umask than its own. */
const OTHER_UMASK = [
    'sh',
    '-c',
    'case $(umask) in *077) umask 022 ;; *) umask 077 ;; esac; exec "$@"',
    'sh',
];
/**
 * The variables with other values in the second build. Variables that lead to inputs (PATH, proxies, logins) are unchanged;
 * see src/tools/environment.ts for their list.
 */
function otherVariables(env, directories) {
    const { home, temporary, cache, workingDirectory } = directories;
    const locale = other(env, 'LC_ALL', 'tr_TR.UTF-8', 'sv_SE.UTF-8');
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .definedVariables */ .J)({
        // Node itself reads this path, relative to the working directory.
        NODE_EXTRA_CA_CERTS: absolute(env['NODE_EXTRA_CA_CERTS']),
        HOME: home,
        PWD: workingDirectory,
        TMPDIR: temporary,
        TMP: temporary,
        TEMP: temporary,
        FLEDGE_CACHE_DIR: cache,
        XDG_CACHE_HOME: cache,
        TZ: other(env, 'TZ', 'Pacific/Kiritimati', 'America/St_Johns'),
        LC_ALL: locale,
        LANG: locale,
        USER: other(env, 'USER', 'somebody', 'anybody'),
        LOGNAME: other(env, 'LOGNAME', 'somebody', 'anybody'),
        HOSTNAME: other(env, 'HOSTNAME', 'elsewhere', 'somewhere'),
    });
}
function other(env, name, first, second) {
    return env[name] === first ? second : first;
}
function absolute(path) {
    return path === undefined || path === '' ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path);
}


/***/ }),

/***/ 34830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tc: () => (/* binding */ LOG_SCHEMA),
  yk: () => (/* binding */ errorOfEvent),
  MK: () => (/* binding */ parseLogEvent),
  ek: () => (/* binding */ warningSchema)
});

// UNUSED EXPORTS: errorEvent, formatLogEvent

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
;// CONCATENATED MODULE: ./build/support/report/error-fields.js


/** The fields of anything thrown. `log` names the source of details of a bug, see `bugReport`. */
function error_fields_errorFields(error, log, stack) {
    const { message, fix, isBug } = explain(error);
    const told = fix ?? (isBug ? bugReport(log) : undefined);
    const known = error instanceof FledgeError ? error : undefined;
    return {
        code: known?.code ?? 'internal',
        message,
        ...(told !== undefined && { fix: told }),
        problems: [...(known?.problems ?? [])],
        bug: isBug,
        ...(stack !== undefined && { stack }),
    };
}

;// CONCATENATED MODULE: ./build/support/report/warning-codes.js
/** The kinds of warnings; docs/troubleshooting.md explains each. */
const WARNING_CODES = [
    'adjusted',
    'agent-port',
    'agent-space',
    'argument-trimmed',
    'cache',
    'dynamic-program',
    'entrypoint',
    'git-placeholder',
    'health-check',
    'hidden-path',
    'image-user',
    'kernel-filesystem',
    'link',
    'lock',
    'login',
    'manifest-size',
    'manifest-value',
    'memory',
    'missing-file',
    'no-effect',
    'no-port',
    'other',
    'platform',
    'program',
    'secret',
    'size',
    'special-bits',
    'suffix',
    'template',
    'unpinned',
    'version',
];

;// CONCATENATED MODULE: ./build/support/report/log-events.js






/*
 * The lines of `--log-format json`. fledge reads them too, from builds in other processes. Documented for users in
 * docs/troubleshooting.md: within one schema number, fields and types may be added, and existing ones keep their meaning.
 */
/** The number of the schema, which is in the first line of a log. */
const LOG_SCHEMA = 1;
/** Characters of the longest line. The longest error has about 60,000, and each can be escaped as six. */
const MAX_LINE = 1024 * 1024;
const count = schemas/* int */.Whr().min(0);
const placeSchema = schemas/* object */.Ikc({ file: schemas/* string */.YjP(), line: count, column: count });
const problemSchema = placeSchema.extend({
    key: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP(),
    suggestion: schemas/* string */.YjP().optional(),
    excerpt: schemas/* string */.YjP().optional(),
});
/** A warning as data, see `Warning`. */
const warningSchema = schemas/* object */.Ikc({
    code: schemas/* enum */.k5n(WARNING_CODES).catch('other'),
    message: schemas/* string */.YjP(),
    ...placeSchema.partial().shape,
    key: schemas/* string */.YjP().optional(),
    fix: schemas/* string */.YjP().optional(),
})
    .readonly();
const textSchema = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ option: schemas/* enum */.k5n(wording/* NAMED_OPTIONS */.Bd), value: schemas/* string */.YjP().optional() })])),
]);
const eventSchema = schemas/* discriminatedUnion */.gMt('type', [
    /** The first line. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('start'), schema: schemas/* int */.Whr(), fledge: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('step'), title: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('info'), message: schemas/* string */.YjP() }),
    /** Only with `--verbose`. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('debug'), message: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('warning'),
        /** Contains the place and the key, if there are any. */
        message: schemas/* string */.YjP(),
        place: placeSchema.optional(),
        warning: warningSchema.optional(),
    }),
    /** At most one a second for each label, and one with `ended` for a label that had others. */
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('progress'),
        label: schemas/* string */.YjP(),
        unit: schemas/* enum */.k5n(['bytes', 'entries']),
        done: schemas/* number */.aig(),
        total: schemas/* number */.aig().optional(),
        ended: schemas/* boolean */.zMY().optional(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('error'),
        code: schemas/* enum */.k5n(errors/* ERROR_CODES */.OQ),
        message: schemas/* string */.YjP(),
        fix: schemas/* string */.YjP().optional(),
        /** The problems in files, with their positions. The message contains them too. */
        problems: schemas/* array */.YOg(problemSchema),
        /** Whether only the authors of fledge can fix it. */
        bug: schemas/* boolean */.zMY(),
        /** With `--verbose`. */
        stack: schemas/* string */.YjP().optional(),
        /** The texts with options as data, if they contain options; and the part of the message that is not in `problems`. */
        wording: schemas/* object */.Ikc({ message: textSchema, fix: textSchema.optional(), remark: textSchema.optional() }).optional(),
    }),
]);
/** An event as a line, with its line break. Control characters are escaped. */
function formatLogEvent(event) {
    return `${jsonText(event)}\n`;
}
/** The event of a line, or undefined: other programs write to the same stream. The line is untrusted. */
function parseLogEvent(line) {
    if (!line.startsWith('{') || line.length > MAX_LINE)
        return undefined;
    try {
        return eventSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** The event for anything thrown; see `errorFields`. */
function errorEvent(error, log, stack) {
    return {
        type: 'error',
        ...errorFields(error, log, stack),
        ...(error instanceof FledgeError && wordingOf(error)),
    };
}
function wordingOf({ wording: { message, fix }, problems, remark }) {
    const beside = problems.length === 0 ? undefined : remark;
    if (beside === undefined && [message, fix ?? ''].every((text) => typeof text === 'string'))
        return {};
    return {
        wording: {
            message: partsOf(message),
            ...(fix !== undefined && { fix: partsOf(fix) }),
            ...(beside !== undefined && { remark: partsOf(beside) }),
        },
    };
}
function partsOf(text) {
    return typeof text === 'string' ? text : [...text];
}
/** The error that an event describes. */
function errorOfEvent({ code, message, fix, problems, bug, wording }) {
    if (bug)
        return new errors/* FledgeError */.aE('internal', message);
    return new errors/* FledgeError */.aE(code === 'internal' ? 'tool' : code, wording?.message ?? message, {
        fix: wording?.fix ?? fix,
        problems: problems.map((problem) => ({ ...problem, key: problem.key })),
        remark: wording?.remark,
    });
}


/***/ })

};
