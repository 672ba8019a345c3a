export const id = 8338;
export const ids = [8338,1068];
export const modules = {

/***/ 18768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeWithHoles)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** A hostile file of a few bytes can have petabytes of holes. Written as zeros, they would never end. */
const MAX_SIZE = 2 ** 40;
const ZEROS = Buffer.alloc(1024 * 1024);
/**
 * Writes a file with its holes as zeros; exactly `size` bytes.
 *
 * @throws FledgeError `input` if it has more than 1 TiB, or the artifact is damaged.
 */
async function writeWithHoles({ path, size, content }, write) {
    if (size > MAX_SIZE) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot write ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}: it has ${size} bytes, more than 1 TiB`, {
            fix: 'extract it into a directory with -C, where its holes stay holes',
        });
    }
    let at = 0;
    const fillTo = async (end) => {
        for (; at < end; at += Math.min(ZEROS.length, end - at))
            await write(ZEROS.subarray(0, Math.min(ZEROS.length, end - at)));
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
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _file_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18768);
/* harmony import */ var _missing_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81984);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71068);





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
        return (0,_file_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .writeWithHoles */ .H)(found, write);
    // A second pass, because the content of a stream can be read only while the entry is the current one.
    let seen = 0;
    for await (const entry of artifact.entries()) {
        const isName = entry.kind === 'file' && entry.ino === found.ino && (found.links > 1 || entry.path === found.path);
        if (!isName)
            continue;
        seen += 1;
        if (found.links > 1 ? entry.size > 0 : seen === found.occurrence)
            return (0,_file_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .writeWithHoles */ .H)(entry, write);
    }
}
async function findFile(artifact, wanted) {
    const fail = (what, fix) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot extract ${wanted.argument} from ${artifact.path}: ${what}`, { fix });
    let paths = wanted.paths;
    for (let links = 0; links <= MAX_LINKS; links++) {
        const [path = ''] = paths;
        const { before, after } = splitAtDots(path);
        const step = await lookUp(artifact, after === undefined ? paths : [before]);
        if (step === undefined) {
            const argument = links === 0 ? wanted.argument : `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)} (from ${wanted.argument})`;
            throw await (0,_missing_path_js__WEBPACK_IMPORTED_MODULE_3__/* .missingPathError */ .a)(artifact, [{ argument, paths: [path] }]);
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
        throw fail(`/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(found)} is ${kind === 'directory' ? 'a directory' : `not a regular file (${kind})`}`, kind === 'directory' ? 'name a file in it, or extract the directory with -C' : 'name a regular file');
    }
    throw fail('its symbolic links form a loop, or are more than 40', 'name the file itself');
}
async function lookUp(artifact, paths) {
    const occurrences = new Map();
    let found;
    let link;
    const parents = new Map(paths.flatMap((path) => Array.from((0,_selection_js__WEBPACK_IMPORTED_MODULE_4__.parentsOf)(path), (parent) => [parent, path])));
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
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1318);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62625);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71068);





/** Names that are compared with a missing one. */
const MAX_NAMES = 10_000;
/**
 * The error for paths that an artifact does not contain. It names the most similar path in the same directory, or the link that
 * the path leads through.
 */
async function missingPathError(artifact, missing) {
    const [first] = missing;
    const path = first?.paths[0] ?? '';
    const { existing, link, siblings } = await surroundingsOf(artifact, path);
    const others = missing.length > 1 ? ` (and ${missing.length - 1} more paths)` : '';
    const message = `cannot find ${first?.argument}${others} in ${artifact.path}`;
    if (link !== undefined) {
        const [name, target] = [link.path, link.target].map((each) => (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(each));
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${message}: /${name} is a symbolic link to ${target}`, {
            fix: 'name the path that the link leads to',
        });
    }
    const rest = path.slice(existing === '' ? 0 : existing.length + 1);
    const [wanted = ''] = rest.split('/');
    const similar = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(wanted), siblings.map(_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO));
    const directory = `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(existing)}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${message}: ${directory} does not contain ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shellWord */ .r7)(wanted)}`, {
        fix: similar === undefined
            ? `list the paths: fledge inspect ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shellWord */ .r7)(artifact.path)}`
            : `did you mean ${directory === '/' ? '' : directory}/${similar}?`,
    });
}
async function surroundingsOf(artifact, path) {
    const parents = [...(0,_selection_js__WEBPACK_IMPORTED_MODULE_2__.parentsOf)(path)];
    const kinds = new Map();
    const names = new Map(parents.map((parent) => [parent, []]));
    let link;
    for await (const entry of artifact.entries()) {
        if (parents.includes(entry.path)) {
            kinds.set(entry.path, entry.kind);
            if (entry.target !== undefined)
                link ??= { path: entry.path, target: entry.target };
        }
        const slash = entry.path.lastIndexOf('/');
        const list = names.get(entry.path.slice(0, Math.max(0, slash)));
        if (entry.path !== '' && list !== undefined && list.length < MAX_NAMES) {
            list.push(entry.path.slice(slash + 1));
        }
    }
    const existing = parents.findLast((parent) => parent === '' || kinds.get(parent) === 'directory');
    return { existing: existing ?? '', link, siblings: names.get(existing ?? '') ?? [] };
}


/***/ }),

/***/ 71068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parentsOf: () => (/* binding */ parentsOf),
/* harmony export */   selectionOf: () => (/* binding */ selectionOf),
/* harmony export */   wantedPath: () => (/* binding */ wantedPath)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/**
 * The entries at these paths and below them, and the directories above them. Without arguments, all entries.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function selectionOf(args) {
    const all = args.map(wantedPath);
    const isEverything = all.length === 0 || all.some(({ paths }) => paths.includes(ROOT));
    if (isEverything)
        return { choose: () => 'whole', missing: () => [] };
    const wanted = new Map();
    const parents = new Set();
    for (const each of all) {
        for (const path of each.paths) {
            wanted.set(path, each);
            for (const parent of parentsOf(path))
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
            for (const parent of parentsOf(path)) {
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
const ROOT = '';
/**
 * A path of the user in the tree: a slash at its beginning or end has no effect. `\xHH` and `\\` are read as bytes, too, because
 * `fledge inspect` shows names in this form.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function wantedPath(argument) {
    const literal = normalised((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(argument));
    if (literal.split('/').includes('..')) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `cannot extract ${argument}: a path in an artifact cannot contain ".."`, {
            fix: 'name the path from the root of the artifact; fledge inspect lists them',
        });
    }
    const unescaped = normalised(withoutEscapes(argument));
    return { argument, paths: literal === unescaped ? [literal] : [literal, unescaped] };
}
function normalised(path) {
    return path
        .split('/')
        .filter((name) => name !== '' && name !== '.')
        .join('/');
}
/** The reverse of `displayByteString`. */
function withoutEscapes(text) {
    const parts = text.split(/(\\\\|\\x[0-9a-f]{2})/);
    const bytes = parts.map((part, index) => {
        if (index % 2 === 0)
            return Buffer.from(part, 'utf8');
        return Buffer.from(part === '\\\\' ? [0x5c] : [Number.parseInt(part.slice(2), 16)]);
    });
    return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromBytes */ .Pb)(Buffer.concat(bytes));
}
/** The directories above a path, the root first. */
function* parentsOf(path) {
    if (path === '')
        return;
    yield ROOT;
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        yield path.slice(0, at);
}


/***/ })

};
