export const id = 8338;
export const ids = [8338,8884];
export const modules = {

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

/***/ 38338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeOneFile: () => (/* binding */ writeOneFile)
/* harmony export */ });
/* harmony import */ var _inside_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96462);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _file_bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18768);
/* harmony import */ var _missing_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81984);





/** The limit of Linux for links in one path. */
const MAX_LINKS = 40;
/**
 * Writes the bytes of a regular file. Symbolic links are followed inside the artifact, as after a chroot into it.
 *
 * @throws FledgeError `input` if there is no regular file at the path, or the artifact is damaged.
 */
async function writeOneFile(artifact, wanted, write) {
    const found = await findFile(artifact, wanted);
    if (!artifact.isStream)
        return (0,_file_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWithHoles */ .H)(found, write);
    // A second pass, because the content of a stream can be read only while the entry is the current one.
    let seen = 0;
    for await (const entry of artifact.entries()) {
        const isName = entry.kind === 'file' && entry.ino === found.ino && (found.links > 1 || entry.path === found.path);
        if (!isName)
            continue;
        seen += 1;
        if (found.links > 1 ? entry.size > 0 : seen === found.occurrence)
            return (0,_file_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWithHoles */ .H)(entry, write);
    }
}
async function findFile(artifact, wanted) {
    const fail = (what, fix) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot extract ${wanted.argument} from ${artifact.path}: ${what}`, { fix });
    let paths = wanted.paths;
    for (let links = 0; links <= MAX_LINKS; links++) {
        const [path = ''] = paths;
        const { before, after } = splitAtDots(path);
        const step = await lookUp(artifact, after === undefined ? paths : [before]);
        if (step === undefined) {
            throw await (0,_missing_path_js__WEBPACK_IMPORTED_MODULE_4__/* .missingPathError */ .a)(artifact, path, links === 0 ? undefined : `from ${wanted.argument}`);
        }
        const { path: found, kind, target } = step.entry;
        if (target !== undefined) {
            paths = [resolveLink(found, target, joined(step.rest, after === undefined ? '' : `../${after}`))];
            continue;
        }
        if (after !== undefined) {
            paths = [joined(before.split('/').slice(0, -1).join('/'), after)];
            continue;
        }
        if (kind === 'file')
            return { ...step.entry, occurrence: step.occurrence };
        throw fail(`/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_1__/* .displayByteString */ .oO)(found)} is ${kind === 'directory' ? 'a directory' : `not a regular file (${kind})`}`, kind === 'directory' ? 'name a file in it, or extract the directory with -C' : 'name a regular file');
    }
    throw fail('its symbolic links form a loop, or are more than 40', 'name the file itself');
}
async function lookUp(artifact, paths) {
    const occurrences = new Map();
    let found;
    let link;
    const parents = new Map(paths.flatMap((path) => Array.from((0,_inside_path_js__WEBPACK_IMPORTED_MODULE_0__/* .parentsOf */ .fY)(path), (parent) => [parent, path])));
    for await (const entry of artifact.entries()) {
        if (paths.includes(entry.path)) {
            const key = `${entry.ino} ${entry.kind === 'file'}`;
            const occurrence = (occurrences.get(key) ?? 0) + 1;
            occurrences.set(key, occurrence);
            found = { entry, rest: '', occurrence };
            if (!artifact.isStream)
                break;
            continue;
        }
        const path = parents.get(entry.path);
        if (path === undefined)
            continue;
        const isLink = entry.kind === 'symlink';
        if (isLink)
            link = { entry, rest: path.slice(entry.path.length + 1), occurrence: 1 };
        else if (link?.entry.path === entry.path)
            link = undefined;
        if (isLink && !artifact.isStream)
            break;
    }
    return found ?? link;
}
/** The part of a path before its first `..`, whose last name can be a link, and the part after it. */
function splitAtDots(path) {
    const names = path.split('/');
    const at = names.indexOf('..');
    if (at < 0)
        return { before: path, after: undefined };
    return { before: names.slice(0, at).join('/'), after: names.slice(at + 1).join('/') };
}
function joined(first, second) {
    return (first === '' || second === '' ? first + second : `${first}/${second}`);
}
/**
 * Where a link leads. An absolute target starts at the root of the artifact, and `..` stops there. A `..` after a name stays,
 * because the name can be a link.
 */
function resolveLink(path, target, rest) {
    const names = target.startsWith('/') ? [] : path.split('/').slice(0, -1);
    const known = new Set(names.keys());
    for (const name of `${target}/${rest}`.split('/')) {
        const isKnown = names.length === 0 || known.has(names.length - 1);
        if (name === '..' && isKnown) {
            names.pop();
            known.delete(names.length);
        }
        else if (name !== '' && name !== '.')
            names.push(name);
    }
    return names.join('/');
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


/***/ })

};
