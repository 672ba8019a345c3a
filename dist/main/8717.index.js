export const id = 8717;
export const ids = [8717];
export const modules = {

/***/ 45460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ jsonSyntaxProblem),
/* harmony export */   fg: () => (/* binding */ repeatedKeys),
/* harmony export */   rz: () => (/* binding */ locateJson)
/* harmony export */ });
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45868);

/*
 * JSON.parse reads the values. This module finds the positions of their keys, and keys that are repeated. jsonc-parser
 * describes syntax errors; it is loaded only if there is one.
 */
/** Messages by jsonc-parser's names of errors. */
const MESSAGES = {
    InvalidNumberFormat: 'this is not a number',
    PropertyNameExpected: 'expected a key in double quotes',
    ValueExpected: 'expected a value',
    ColonExpected: 'expected ":" after the key',
    CommaExpected: 'expected "," before this',
    CloseBraceExpected: 'expected "}"',
    CloseBracketExpected: 'expected "]"',
    EndOfFileExpected: 'expected nothing after the end of the value',
    InvalidCommentToken: 'comments are not allowed in JSON',
    UnexpectedEndOfComment: 'comments are not allowed in JSON',
    UnexpectedEndOfString: 'this string does not end on its line',
    UnexpectedEndOfNumber: 'this number is incomplete',
    InvalidUnicode: 'this string has an invalid escape sequence',
    InvalidEscapeCharacter: 'this string has an invalid escape sequence',
    InvalidCharacter: 'this string has an unescaped control character',
};
/** Maximum length of a symbol in a message, in characters. */
const MAX_SHOWN = 20;
/**
 * Yields the keys and elements of a JSON text that JSON.parse accepts, in their order, down to a depth. It is not recursive
 * and keeps nothing of deeper levels, because a hostile text can be nested a million times.
 */
function* membersOf(text, maxDepth) {
    const open = [];
    const path = () => open.map(({ segment = '' }) => segment);
    let depth = 0;
    for (let at = 0; at < text.length; at += 1) {
        const container = depth <= maxDepth ? open.at(-1) : undefined;
        const character = text[at];
        switch (character) {
            case ' ':
            case '\t':
            case '\n':
            case '\r':
            case ':':
                continue;
            case ',':
                if (container?.kind === 'object')
                    container.isBeforeKey = true;
                continue;
            case '}':
            case ']':
                if (depth <= maxDepth)
                    open.pop();
                depth -= 1;
                continue;
        }
        const start = at;
        if (character === '"')
            at = endOfString(text, at) - 1;
        if (container?.kind === 'object' && container.isBeforeKey) {
            const key = String(JSON.parse(text.slice(start, at + 1)));
            const isRepeated = container.keys.has(key);
            container.keys.add(key);
            Object.assign(container, { segment: key, isBeforeKey: false });
            yield { offset: start, isRepeated, path };
            continue;
        }
        if (container?.kind === 'array') {
            container.segment = typeof container.segment === 'number' ? container.segment + 1 : 0;
            yield { offset: start, isRepeated: false, path };
        }
        if (character === '{' || character === '[') {
            depth += 1;
            if (depth > maxDepth)
                continue;
            const kind = character === '{' ? 'object' : 'array';
            open.push({ kind, segment: undefined, isBeforeKey: kind === 'object', keys: new Set() });
        }
        else if (character !== '"') {
            // A number or a literal.
            while (at + 1 < text.length && !ENDS_OF_WORD.has(text[at + 1] ?? ''))
                at += 1;
        }
    }
}
/** The characters that can follow a number or a literal. */
const ENDS_OF_WORD = new Set([',', '}', ']', ' ', '\t', '\n', '\r']);
/** The offset after the closing quote of a string that begins at `start`. */
function endOfString(text, start) {
    let at = start + 1;
    for (; text[at] !== '"'; at += 1)
        if (text[at] === '\\')
            at += 1;
    return at + 1;
}
/** The positions of the keys of a JSON text, which must be valid. Of a repeated key, it is the position of the last one. */
function locateJson(text) {
    const map = new _positions_js__WEBPACK_IMPORTED_MODULE_0__/* .PositionMap */ .mG(text);
    let line = 1;
    let lineStart = 0;
    for (const { offset, path } of membersOf(text, _positions_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_DEPTH */ .lr)) {
        for (let end = text.indexOf('\n', lineStart); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
            line += 1;
            lineStart = end + 1;
        }
        map.add(path(), line, offset - lineStart);
    }
    return map;
}
/** The maximum depth at which repeated keys are found: deeper than any document that fledge reads. */
const MAX_KEY_DEPTH = 100;
/**
 * The paths of the keys that one object has more than once, in a text that JSON.parse accepts. JSON.parse uses the last
 * one; other programs use the first one.
 */
function* repeatedKeys(text) {
    for (const { isRepeated, path } of membersOf(text, MAX_KEY_DEPTH))
        if (isRepeated)
            yield path();
}
/** The first syntax error of a text that JSON.parse rejects. */
async function jsonSyntaxProblem(text, file) {
    const { printParseErrorCode, visit } = await __webpack_require__.e(/* import() */ 9547).then(__webpack_require__.t.bind(__webpack_require__, 99547, 19));
    const found = [];
    const onError = (code, offset, length) => {
        if (found.length === 0)
            found.push(explain(printParseErrorCode(code), { offset, length }, text));
    };
    try {
        visit(text, { onError }, { disallowComments: true });
    }
    catch (error) {
        // The parser is recursive, and the text can be nested too deeply for it.
        if (!(error instanceof RangeError))
            throw error;
    }
    const [{ offset, message } = { offset: 0, message: 'this is not valid JSON' }] = found;
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    return { file, line, column, key: undefined, message };
}
function explain(name, { offset, length }, text) {
    const isAtEnd = text.slice(offset).trim() === '';
    const isOpenString = name === 'UnexpectedEndOfString' && offset + length === text.length;
    if (isAtEnd || isOpenString)
        return { offset: text.length, message: 'the JSON text ends too early' };
    const message = MESSAGES[name];
    if (message !== undefined)
        return { offset, message };
    const symbol = text.slice(offset, offset + Math.min(length, MAX_SHOWN));
    return { offset, message: `unexpected ${JSON.stringify(symbol)}` };
}


/***/ }),

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

/***/ 52476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  imageNamed: () => (/* binding */ imageNamed),
  openImage: () => (/* binding */ openImage)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/image-reference.js
var image_reference = __webpack_require__(25326);
// EXTERNAL MODULE: ./build/sources/image/archive.js + 1 modules
var archive = __webpack_require__(30621);
// EXTERNAL MODULE: ./build/sources/image/layout.js
var layout = __webpack_require__(24321);
// EXTERNAL MODULE: ./build/sources/image/unpack.js + 2 modules
var image_unpack = __webpack_require__(74823);
// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(60975);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/inside/image/image-facts.js


/** Fields of a config that only people read, so a wrong one is left out. */
const remarksSchema = schemas/* object */.Ikc({
    created: schemas/* string */.YjP().optional().catch(undefined),
    history: schemas/* array */.YOg(schemas/* object */.Ikc({
        created_by: schemas/* string */.YjP().optional().catch(undefined),
        empty_layer: schemas/* boolean */.zMY().optional().catch(undefined),
    }))
        .catch([]),
});
/** The layers of an image, from the bottom up. */
function layersOf({ layers, rawConfig }) {
    const history = remarksOf(rawConfig).history.filter(({ empty_layer }) => empty_layer !== true);
    // A history is optional. One with another number of layers belongs to none of them for sure.
    const isComplete = history.length === layers.length;
    return layers.map(({ digest, diffId, size }, index) => {
        const createdBy = isComplete ? history[index]?.created_by : undefined;
        return { index, digest, diffId, size, ...(createdBy !== undefined && { createdBy }) };
    });
}
/** The statements of an image's manifest and config. The values of variables can be secrets, so only names are returned. */
function factsOf(image) {
    const { digest, configPlatform, configDigest, entrypoint, cmd, env, user, workdir, exposedPorts, labels } = image;
    const facts = [
        { key: 'digest', title: 'digest', value: digest },
        { key: 'configDigest', title: 'image id', value: configDigest },
        { key: 'platform', title: 'platform', value: configPlatform },
        { key: 'created', title: 'created', value: remarksOf(image.rawConfig).created },
        { key: 'entrypoint', title: 'entrypoint', value: entrypoint },
        { key: 'cmd', title: 'cmd', value: cmd },
        { key: 'env', title: 'variables', value: env.map((text) => text.split('=', 1).join('')) },
        { key: 'user', title: 'user', value: user },
        { key: 'workdir', title: 'working directory', value: workdir },
        { key: 'exposedPorts', title: 'ports', value: exposedPorts },
        { key: 'labels', title: 'labels', value: Object.entries(labels).map(([name, value]) => `${name}=${value}`) },
        { key: 'layerCount', title: 'layers', value: image.layers.length },
        { key: 'layerBytes', title: 'size of layers', value: sum(image.layers.map(({ size }) => size)), unit: 'bytes' },
        {
            key: 'layers',
            title: 'layer',
            value: image.layers.map((layer) => `${layer.digest} (${(0,units/* formatBytes */.z3)(layer.size)})`),
        },
    ];
    return facts.flatMap(({ value, ...fact }) => value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [{ ...fact, value }]);
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}
function remarksOf(rawConfig) {
    const parsed = remarksSchema.safeParse(JSON.parse(rawConfig.toString('utf8')));
    return parsed.success ? parsed.data : { created: undefined, history: [] };
}

// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/process/runtime.js
var runtime = __webpack_require__(29026);
// EXTERNAL MODULE: ./build/tree/tree.js
var tree_tree = __webpack_require__(82581);
// EXTERNAL MODULE: ./build/inside/tree-entries.js
var tree_entries = __webpack_require__(93232);
;// CONCATENATED MODULE: ./build/inside/image/image-tree.js






const DEFAULT_TIME = { seconds: environment/* DEFAULT_EPOCH */.CU, nanoseconds: 0 };
/**
 * The tree that a build makes of the layers of an image, or that is in an archive. They are unpacked when entries are requested
 * for the first time, and only once: metadata to memory, and contents to temporary files without names.
 */
class ImageTree {
    #options;
    #layers = [];
    #closing = new AbortController();
    #signal;
    #unpacking;
    constructor(options) {
        this.#options = options;
        this.#signal = AbortSignal.any([this.#closing.signal, ...(options.signal === undefined ? [] : [options.signal])]);
    }
    /**
     * The entries of the tree, as `Artifact` describes them.
     *
     * @throws FledgeError as `unpack` does.
     */
    async *entries() {
        this.#unpacking ??= this.#unpack();
        const unpacked = await this.#unpacking;
        const spools = new Map(this.#layers.map(({ spool }, index) => [spool, index]));
        const layerOf = (entry) => this.#options.layers?.[layerIndexOf(entry, unpacked, spools)];
        yield* (0,tree_entries.entriesOfTree)(unpacked.tree, { layerOf, signal: this.#signal });
    }
    /** Frees the disk space. Ends a reading of entries or contents with an error. */
    async close() {
        this.#closing.abort();
        await this.#unpacking?.catch(() => { });
        await (0,image_unpack/* closeLayers */.rX)(this.#layers);
    }
    async #unpack() {
        const { unpack, maxUnpackedBytes, mtime = DEFAULT_TIME, scratch: makeScratch } = this.#options;
        const budget = new support_budget/* Budget */._(maxUnpackedBytes === undefined ? {} : { unpacked: maxUnpackedBytes });
        const tree = new tree_tree/* FileTree */.hr(mtime, budget);
        const layers = new Map();
        let index = 0;
        const onLayer = () => {
            for (const inode of tree.inodesOfLayer()) {
                if (inode.kind !== 'file' && !layers.has(inode))
                    layers.set(inode, index);
            }
            index += 1;
        };
        const scratch = makeScratch();
        const allowGrowth = (0,runtime/* limitYoungGeneration */.ar)();
        const unpacking = {
            tree,
            layers: this.#layers,
            spoolDirectory: scratch.path,
            budget,
            signal: this.#signal,
            onLayer,
        };
        try {
            await unpack(unpacking);
            return { tree, layers };
        }
        catch (error) {
            await (0,image_unpack/* closeLayers */.rX)(this.#layers);
            throw error;
        }
        finally {
            allowGrowth();
            scratch.dispose();
        }
    }
}
/** The index of the layer with the inode; -1 for a directory that no layer has. */
function layerIndexOf({ inode, directory }, { layers }, spools) {
    if (inode.kind === 'directory')
        return (directory?.layer ?? 0) - 1;
    const { kind } = inode;
    return ((kind === 'file' && inode.content.kind === 'spool' ? spools.get(inode.content.spool) : layers.get(inode)) ?? -1);
}

;// CONCATENATED MODULE: ./build/inside/image/open-image.js











/** Transports of fledge.toml whose images are not files that can be opened in place. */
const COPIED_FIRST = /^(?:docker:\/\/|docker-daemon:|containers-storage:|dir:)/;
/**
 * The image in a text with a transport: `oci:DIRECTORY`, `oci-archive:FILE` or `docker-archive:FILE`, each with a colon and
 * the name of one of its images if it has several. Undefined for a text without a transport, which is a path.
 *
 * @throws FledgeError `input` for a text that is invalid, or has a transport from which no artifact can be opened.
 */
function imageNamed(text) {
    if (COPIED_FIRST.test(text)) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${text}: only files and directories of this machine can be read`, {
            fix: `copy the image first: skopeo copy ${(0,support_text/* shellWord */.r7)(text)} oci:image, and use oci:image`,
        });
    }
    if (!/^(?:oci|oci-archive|docker-archive):/.test(text))
        return undefined;
    const parsed = (0,image_reference/* parseImageReference */.o_)(text);
    if (!parsed.ok) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${text}: it ${parsed.message}`, {
            fix: parsed.suggestion === undefined ? undefined : `write ${parsed.suggestion}`,
        });
    }
    const { transport, path = '', member } = parsed.image;
    if (transport !== 'oci' && transport !== 'oci-archive' && transport !== 'docker-archive')
        return undefined;
    return { kind: transport, path, member, label: text };
}
/**
 * Opens a container image, or the archive of a root file system. Layers are verified when entries are read.
 *
 * @throws FledgeError as `readOciLayout`, `readOciArchive` and `readDockerArchive` do.
 */
async function openImage(place, options) {
    const { temporaryDirectory: parent, maxUnpackedBytes, mtime, signal } = options;
    let made;
    const scratch = () => {
        made ??= parent === undefined ? (0,files_scratch/* temporaryDirectory */.De)('image') : (0,files_scratch/* scratchDirectory */.wd)(parent, 'image');
        return made;
    };
    try {
        const found = await readAt(place, scratch, options);
        const isImage = found.kind !== 'tar';
        const layers = isImage ? layersOf(found.image) : undefined;
        const unpack = (tree) => isImage ? (0,image_unpack/* unpackImage */.m6)(found.image, tree) : (0,image_unpack/* unpackRootArchive */.xP)({ path: found.path, label: place.label }, tree);
        const tree = new ImageTree({ unpack, scratch, maxUnpackedBytes, mtime, signal, ...(layers && { layers }) });
        return {
            format: found.kind,
            ...(layers && { layers }),
            isStream: false,
            entries: () => tree.entries(),
            facts: () => Promise.resolve(isImage ? factsOf(found.image) : []),
            async close() {
                await tree.close();
                made?.dispose();
            },
        };
    }
    catch (error) {
        made?.dispose();
        throw error;
    }
}
async function readAt({ kind, path, member, label }, scratch, options) {
    const { maxUnpackedBytes = support_budget/* DEFAULT_LIMITS */.d.unpacked, signal } = options;
    const platform = options.platform ?? 'any';
    const file = (0,external_node_path_.resolve)(path);
    if (kind === 'oci')
        return { kind, image: await (0,layout/* readOciLayout */.I$)({ directory: file, member, platform, label }) };
    const scratchDirectory = scratch().path;
    const request = { file, member, platform, label, scratchDirectory, maxUnpackedBytes, signal };
    switch (kind) {
        case 'oci-archive':
            return { kind, image: await (0,archive/* readOciArchive */.GW)(request) };
        case 'docker-archive':
            return { kind, image: await (0,archive/* readDockerArchive */.z9)(request) };
        case 'archive':
            return (0,archive/* readAnyArchive */.PL)(request);
    }
}


/***/ }),

/***/ 93232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contentPieces: () => (/* binding */ contentPieces),
/* harmony export */   entriesOfTree: () => (/* binding */ entriesOfTree)
/* harmony export */ });
/* harmony import */ var _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13252);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48884);
/* harmony import */ var _turns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49909);



/** In bytes. */
const PIECE_BYTES = 256 * 1024;
/** The time for an entry, as bytes that are read in this time. */
const ENTRY_BYTES = 1024;
/**
 * The entries of a tree in memory, as `Artifact` describes them: a directory before its entries, in the order of bytes. The
 * contents can be read in any order while the spools are open.
 *
 * @throws FledgeError `input` from `content()` if a host file cannot be read or has changed.
 */
async function* entriesOfTree(tree, { layerOf, signal } = {}) {
    const links = linksOfTree(tree);
    const numbers = new Map();
    const contents = { opener: new _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ContentOpener */ .n(), turns: new _turns_js__WEBPACK_IMPORTED_MODULE_2__/* .Turns */ .P(), signal };
    let last = 0;
    const numberOf = (inode) => {
        if (inode.kind === 'directory' || !links.has(inode))
            return ++last;
        const number = numbers.get(inode) ?? ++last;
        numbers.set(inode, number);
        return number;
    };
    for (const walked of tree.walk()) {
        signal?.throwIfAborted();
        await contents.turns.after(ENTRY_BYTES);
        const { path, inode, directory } = walked;
        const { kind, mode, uid, gid, mtime, xattrs } = inode;
        const source = kind === 'file' ? inode.content : undefined;
        const layer = layerOf?.(walked);
        yield {
            ...{ path, kind, mode, uid, gid, mtime, size: sizeOf(inode) },
            // As in most file systems, each directory in a directory has a link to it.
            links: inode.kind === 'directory' ? 2 + (directory?.subdirectories ?? 0) : (links.get(inode) ?? 1),
            ino: numberOf(inode),
            ...(kind === 'symlink' && { target: inode.target }),
            ...((kind === 'char-device' || kind === 'block-device') && {
                device: { major: inode.major, minor: inode.minor },
            }),
            ...(source !== undefined && { source }),
            ...(layer !== undefined && { layer }),
            xattrs: () => Promise.resolve(buffersOf(xattrs)),
            content: () => (source === undefined ? (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .noContent */ .V$)() : contentPieces(source, contents)),
        };
    }
}
/** The number of names of each inode that has several. */
function linksOfTree(tree) {
    const seen = new Set();
    const links = new Map();
    for (const { inode } of tree.leaves()) {
        if (seen.has(inode))
            links.set(inode, (links.get(inode) ?? 1) + 1);
        else
            seen.add(inode);
    }
    return links;
}
function sizeOf(inode) {
    if (inode.kind === 'file')
        return inode.content.size;
    return inode.kind === 'symlink' ? inode.target.length : 0;
}
function buffersOf(xattrs) {
    if (xattrs.size === 0)
        return _content_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_XATTRS */ .dr;
    return new Map(Array.from(xattrs, ([name, value]) => [name, Buffer.from(value.buffer, value.byteOffset, value.length)]));
}
/**
 * The data of a content without the holes.
 *
 * @throws FledgeError `input` if it is a host file that cannot be read or has changed; the reason of the signal.
 */
async function* contentPieces(content, { opener = new _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ContentOpener */ .n(), turns = new _turns_js__WEBPACK_IMPORTED_MODULE_2__/* .Turns */ .P(), signal } = {}) {
    const extents = content.kind === 'spool' ? content.extents : [{ offset: 0, length: content.size }];
    const reader = opener.open(content);
    try {
        for (const { offset, length } of extents) {
            for (let done = 0; done < length;) {
                // The number of a closed descriptor can be that of another file.
                signal?.throwIfAborted();
                const bytes = Buffer.allocUnsafe(Math.min(PIECE_BYTES, length - done));
                reader.read(bytes, offset + done);
                yield { offset: offset + done, bytes };
                done += bytes.length;
                await turns.after(bytes.length);
            }
        }
    }
    finally {
        reader.close();
    }
}


/***/ })

};
