export const id = 9677;
export const ids = [9677,1022,3486];
export const modules = {

/***/ 25326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rl: () => (/* binding */ IMAGE_PATTERN),
/* harmony export */   o_: () => (/* binding */ parseImageReference)
/* harmony export */ });
/* unused harmony export TRANSPORTS */
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1318);

/** Transports of containers-transports(5) that fledge.toml accepts. */
const TRANSPORTS = [
    'docker',
    'docker-daemon',
    'docker-archive',
    'oci',
    'oci-archive',
    'dir',
    'containers-storage',
];
// The grammar of github.com/distribution/reference, reference.go.
const PATH_COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const DOMAIN_COMPONENT = '(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])';
const HOST = `(?:${DOMAIN_COMPONENT}(?:\\.${DOMAIN_COMPONENT})*|\\[[0-9A-Fa-f:]+\\])`;
const TAG = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const NAME = `(?:${HOST}(?::[0-9]+)?/)?${PATH_COMPONENT}(?:/${PATH_COMPONENT})*`;
const NAMED = `${NAME}(?::${TAG})?(?:@${DIGEST})?`;
/** The beginning of a reference to a path, which may contain spaces. */
const PATH_PREFIX = /^(?:docker-archive|oci|oci-archive|dir):[^ ]/;
const NAME_PATTERN = new RegExp(`^${NAME}$`);
const TAG_PATTERN = new RegExp(`^${TAG}$`);
const DIGEST_PATTERN = new RegExp(`^${DIGEST}$`);
/** Matches every image that `parseImageReference` accepts; it is a `pattern` in the JSON Schema. */
const IMAGE_PATTERN = `^(?:(?:docker://|docker-daemon:)?${NAMED}|docker-daemon:${DIGEST}` +
    '|(?:docker-archive|oci|oci-archive):[^:\\s](?:[ \\S]*\\S)?|dir:\\S(?:[ \\S]*\\S)?|containers-storage:[^\\s[\\]]+)$';
const IMAGE_ID = /^[0-9a-f]{64}$/;
/** The index of an image in an archive or a layout, from 0. */
const MEMBER_INDEX = /^@(?:0|[1-9][0-9]{0,5})$/;
/** docker's limit for a repository name with its domain, in characters. */
const MAX_NAME_LENGTH = 255;
/** PATH_MAX, with room for a transport. */
const MAX_TEXT_LENGTH = 4200;
/** Parses `[source] image` or `busybox_image`: a plain reference, or one with a transport of containers-transports(5). */
function parseImageReference(text) {
    if (text === '')
        return fail('must not be empty');
    if (text.length > MAX_TEXT_LENGTH)
        return fail(`has more than ${MAX_TEXT_LENGTH} characters`);
    if (/\p{Cc}|[^\S ]|^ | $/u.test(text))
        return fail('must not contain control characters, or begin or end with a space');
    if (/^(?:\.{0,2}\/|~)/.test(text)) {
        return fail('begins like a path; for an image on this machine, write oci:PATH, oci-archive:PATH, docker-archive:PATH or dir:PATH');
    }
    if (text.includes(' ') && !PATH_PREFIX.test(text))
        return fail('must not contain spaces');
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1];
    if (scheme === 'http' || scheme === 'https') {
        const image = withoutLogin(text.slice(scheme.length + 3)).replace(/\/+$/, '');
        return fail(`is a URL; write the image without ${scheme}://`, image);
    }
    if (scheme !== undefined && scheme !== 'docker') {
        const isKnown = TRANSPORTS.some((name) => name === scheme);
        if (!isKnown)
            return unknownTransport(scheme);
        return fail(`${scheme}: is written without //`, text.replace('://', ':'));
    }
    if (scheme === 'docker')
        return withNamed(text, 'docker', text.slice('docker://'.length));
    const prefix = /^([a-z-]+):/.exec(text)?.[1] ?? '';
    const rest = text.slice(prefix.length + 1);
    switch (prefix) {
        case 'docker-daemon':
            return parseDaemon(text, rest);
        case 'docker-archive':
        case 'oci':
        case 'oci-archive':
        case 'dir':
            return parsePath(text, prefix, rest);
        case 'containers-storage':
            return parseStorage(text, rest);
        case 'docker':
            // `docker:` begins a tag of the image `docker`, as in docker:dind. With a slash, the rest is not a tag.
            return rest.includes('/') && !/^[0-9]+\//.test(rest)
                ? fail('docker: is written with //', `docker://${withoutLogin(rest)}`)
                : withNamed(text, undefined, text);
        default:
            return isMistypedTransport(prefix) ? unknownTransport(prefix) : withNamed(text, undefined, text);
    }
}
/** Without a user and password before the host. */
function withoutLogin(reference) {
    return reference.replace(/^[^/]*@(?=[^/]+\/)/, '');
}
function parseDaemon(text, rest) {
    const id = idOf(rest);
    if (id !== undefined)
        return succeed(text, 'docker-daemon', { id, baseName: 'image' });
    if (/^sha(?:256|384|512):/.test(rest)) {
        return fail('the id of an image is "sha256:" and 64 lower-case hex digits; docker image inspect prints it');
    }
    const parsed = withNamed(text, 'docker-daemon', rest);
    if (!parsed.ok || parsed.image.named === undefined)
        return parsed;
    const { tag, digest } = parsed.image.named;
    if (tag !== undefined || digest !== undefined)
        return parsed;
    return fail('docker-daemon: needs a tag or a digest', `${text}:latest`);
}
function parsePath(text, transport, rest) {
    const colon = transport === 'dir' ? -1 : rest.indexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const member = colon < 0 ? undefined : rest.slice(colon + 1);
    if (path === '')
        return fail(`needs a path after ${transport}:`);
    if (member === '')
        return fail('ends in a colon; write the name of an image after it, or remove it');
    if (/@sha(?:256|512)$/.test(path) && member !== undefined && /^[0-9a-f]{32,}$/.test(member)) {
        return fail('cannot be pinned by a digest; write a colon and the name of an image in it instead, or nothing');
    }
    if (member?.startsWith('@') && !MEMBER_INDEX.test(member)) {
        return fail(`${JSON.stringify(member)} is not an index of an image in the archive; the first image is @0`);
    }
    if (transport === 'docker-archive' && member !== undefined && !member.startsWith('@')) {
        const parsed = withNamed(text, undefined, member);
        if (!parsed.ok)
            return parsed;
        if (parsed.image.named?.digest !== undefined) {
            return fail('docker-archive: cannot be pinned by the digest of a manifest, because such an archive does not contain it');
        }
        return succeed(text, transport, { path, member, baseName: parsed.image.baseName });
    }
    return succeed(text, transport, { path, member, baseName: baseNameOfPath(path) });
}
function parseStorage(text, rest) {
    if (rest === '')
        return fail('needs an image after containers-storage:');
    if (/[[\]]/.test(rest)) {
        return fail('must not contain storage options, because they name directories and programs of this machine; set CONTAINERS_STORAGE_CONF to a storage.conf that contains them');
    }
    const whole = idOf(rest) ?? idOf(rest.replace(/^@/, ''));
    if (whole !== undefined)
        return succeed(text, 'containers-storage', { id: whole, baseName: 'image' });
    if (/^[0-9a-f]{12}$/.test(rest))
        return fail('is a shortened image id; write all 64 digits');
    const at = rest.lastIndexOf('@');
    const id = at < 0 || rest.includes(':', at) ? undefined : rest.slice(at + 1);
    if (id !== undefined && !IMAGE_ID.test(id)) {
        return fail(`${JSON.stringify(id)} is neither a digest, such as sha256:…, nor the 64 lower-case hex digits of an id`);
    }
    const parsed = withNamed(text, undefined, id === undefined ? rest : rest.slice(0, at));
    if (!parsed.ok)
        return parsed;
    const { named: stored, baseName } = parsed.image;
    return succeed(text, 'containers-storage', { stored, id, baseName });
}
/** The hex digits of an image ID, or undefined for any other text. */
function idOf(text) {
    return IMAGE_ID.exec(text.replace(/^sha256:/, ''))?.[0];
}
function withNamed(text, transport, reference) {
    const at = reference.indexOf('@');
    const digest = at < 0 ? undefined : reference.slice(at + 1);
    const beforeDigest = at < 0 ? reference : reference.slice(0, at);
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    if (name === '')
        return fail('has no name');
    if (DIGEST_PATTERN.test(reference) && /:[0-9a-fA-F]{64}$/.test(reference)) {
        return fail('is only a digest; write it after the name, as in name@sha256:…');
    }
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const hasDomain = first === 'localhost' || /[.:]/.test(first);
    const repository = hasDomain ? name.slice(slash + 1) : name;
    if (/[A-Z]/.test(repository)) {
        return fail('repository names are lower case', text.replace(repository, repository.toLowerCase()));
    }
    if (!NAME_PATTERN.test(name))
        return fail(`${JSON.stringify(name)} is not a valid image name`);
    if (tag !== undefined && !TAG_PATTERN.test(tag))
        return fail(`${JSON.stringify(tag)} is not a valid tag`);
    const digestProblem = digest === undefined ? undefined : problemOfDigest(digest);
    if (digestProblem !== undefined)
        return fail(digestProblem);
    if (/^[0-9a-f]{64}$/.test(name))
        return fail('is an image id; write the name of the image instead');
    const domain = hasDomain && first !== 'index.docker.io' ? first : 'docker.io';
    const fullRepository = domain === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository;
    if (domain.length + 1 + fullRepository.length > MAX_NAME_LENGTH) {
        return fail(`has a name of more than ${MAX_NAME_LENGTH} characters`);
    }
    return succeed(text, transport, {
        named: { domain, repository: fullRepository, tag, digest },
        baseName: repository.slice(repository.lastIndexOf('/') + 1),
    });
}
function problemOfDigest(digest) {
    if (!DIGEST_PATTERN.test(digest))
        return `${JSON.stringify(digest)} is not a valid digest, such as sha256:…`;
    const [algorithm = '', hex = ''] = digest.split(':');
    const length = algorithm === 'sha256' ? 64 : algorithm === 'sha384' ? 96 : algorithm === 'sha512' ? 128 : undefined;
    if (length !== undefined && hex.length !== length) {
        return `the digest has ${hex.length} hex digits; ${algorithm} has ${length}`;
    }
    return hex === hex.toLowerCase() ? undefined : 'the hex digits of a digest are lower case';
}
/** True if a prefix is a typo of a long transport name. Short names such as `oci` are too similar to image names. */
function isMistypedTransport(prefix) {
    const near = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(prefix, TRANSPORTS.filter((name) => name.includes('-')));
    return near !== undefined && near.length >= 10;
}
function unknownTransport(name) {
    const near = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, TRANSPORTS);
    return fail(`${JSON.stringify(name)} is not a supported transport`, near);
}
function baseNameOfPath(path) {
    const last = path
        .split('/')
        .filter((part) => part !== '' && part !== '.' && part !== '..')
        .at(-1) ?? 'image';
    return last.replace(/\.(?:tar|oci|tgz|tar\.gz|tar\.zst)$/i, '').replaceAll(' ', '-');
}
function succeed(text, transport, parts) {
    const { named, stored, id, path, member, baseName } = parts;
    return { ok: true, image: { kind: 'reference', text, transport, named, stored, id, path, member, baseName } };
}
function fail(message, suggestion) {
    return suggestion === undefined ? { ok: false, message } : { ok: false, message, suggestion };
}


/***/ }),

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

/***/ 45868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ls: () => (/* binding */ locateToml),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH),
/* harmony export */   mG: () => (/* binding */ PositionMap)
/* harmony export */ });
/** No key of either file is this deep, and a text of a million dots must not need a million paths. */
const MAX_DEPTH = 8;
/** Collects positions by path while a text is walked in its order. */
class PositionMap {
    #places = new Map();
    #lines;
    /** The positions of characters with two code units, by line. */
    #pairs = new Map();
    constructor(text) {
        this.#lines = text.split('\n');
    }
    /** `line` counts from 1, `unit` (UTF-16 code units) from 0. A later explicit position replaces an `implied` one. */
    add(path, line, unit, certainty = 'explicit') {
        if (path.length > MAX_DEPTH)
            return;
        const key = JSON.stringify(path);
        const known = this.#places.get(key);
        if (known === undefined)
            this.#places.set(key, { path, line, unit });
        else if (certainty === 'explicit')
            Object.assign(known, { line, unit });
    }
    positionOf(path) {
        for (let length = Math.min(path.length, MAX_DEPTH); length > 0; length--) {
            const place = this.#places.get(JSON.stringify(path.slice(0, length)));
            if (place === undefined)
                continue;
            return { line: place.line, column: place.unit - countBelow(this.#pairsIn(place.line), place.unit) + 1 };
        }
        return { line: 1, column: 1 };
    }
    /** Cached by line: a file can have all of its problems on one long line. */
    #pairsIn(line) {
        let pairs = this.#pairs.get(line);
        if (pairs === undefined) {
            const text = this.#lines[line - 1] ?? '';
            pairs = Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index);
            this.#pairs.set(line, pairs);
        }
        return pairs;
    }
    keysOf(path) {
        const prefix = JSON.stringify(path);
        return [...this.#places.values()]
            .filter((place) => place.path.length === path.length + 1 && JSON.stringify(place.path.slice(0, -1)) === prefix)
            .map((place) => String(place.path.at(-1)));
    }
}
/** The number of values in an ascending list that are below a limit. */
function countBelow(numbers, limit) {
    let low = 0;
    for (let high = numbers.length; low < high;) {
        const middle = (low + high) >>> 1;
        if ((numbers[middle] ?? limit) < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/**
 * The positions of the keys of a TOML text, which must be valid. If the parser with positions rejects it, every position
 * is 1:1. That parser is loaded only here, because most runs need no position.
 */
async function locateToml(text) {
    const { parseTOML } = await __webpack_require__.e(/* import() */ 9605).then(__webpack_require__.bind(__webpack_require__, 9605));
    const map = new PositionMap(text);
    try {
        const [top] = parseTOML(text, { tomlVersion: 'next' }).body;
        for (const node of top.body) {
            if (node.type === 'TOMLTable')
                addTable(map, node);
            else
                addKeyValue(map, node, []);
        }
    }
    catch {
        // Positions are optional: a disagreement between the two parsers must not hide the error itself.
    }
    return map;
}
function addTable(map, table) {
    const { line, column } = table.loc.start;
    const path = table.resolvedKey.slice(0, MAX_DEPTH + 1);
    for (let length = 1; length < path.length; length++)
        map.add(path.slice(0, length), line, column, 'implied');
    map.add(path, line, column);
    for (const node of table.body)
        addKeyValue(map, node, path);
}
function addKeyValue(map, node, base) {
    let path = base;
    for (const key of node.key.keys.slice(0, MAX_DEPTH + 1)) {
        path = [...path, key.type === 'TOMLBare' ? key.name : key.value];
        map.add(path, key.loc.start.line, key.loc.start.column, 'implied');
    }
    addValue(map, node.value, path);
}
function addValue(map, value, path) {
    if (path.length > MAX_DEPTH)
        return;
    if (value.type === 'TOMLInlineTable') {
        for (const node of value.body)
            addKeyValue(map, node, path);
    }
    else if (value.type === 'TOMLArray') {
        for (const [index, element] of value.elements.entries()) {
            map.add([...path, index], element.loc.start.line, element.loc.start.column);
            addValue(map, element, [...path, index]);
        }
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
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
// EXTERNAL MODULE: ./build/support/process/runtime.js + 1 modules
var runtime = __webpack_require__(95625);
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
        made ??= parent === undefined ? (0,files_scratch.temporaryDirectory)('image') : (0,files_scratch.scratchDirectory)(parent, 'image');
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

/***/ 12285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ DEFAULT_EPOCH),
/* harmony export */   JF: () => (/* binding */ definedVariables),
/* harmony export */   Jz: () => (/* binding */ environmentValue)
/* harmony export */ });
/** A value of the environment; an empty value counts as not set. */
function environmentValue(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}
/** The variables of an environment that have a value, for a child process that gets only these. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}
/** The time of files in an artifact without SOURCE_DATE_EPOCH, in seconds: 2024-01-01T00:00:00Z. */
const DEFAULT_EPOCH = 1_704_067_200;


/***/ }),

/***/ 58068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ DiskReserve),
/* harmony export */   MK: () => (/* binding */ requireSpace),
/* harmony export */   Oj: () => (/* binding */ freeSpaceOf)
/* harmony export */ });
/* unused harmony export reserveOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3795);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11720);





/**
 * The free space of the file system of a directory, or of the nearest existing directory above it. Undefined if the file
 * system does not report it, for example a tmpfs without a limit.
 */
function freeSpaceOf(directory) {
    for (let path = directory;; path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)) {
        try {
            const { bsize, blocks, bavail } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statfsSync)(path);
            if (blocks === 0)
                return undefined;
            return { device: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).dev, free: bavail * bsize, total: blocks * bsize };
        }
        catch {
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === path)
                return undefined;
        }
    }
}
/**
 * Checks that disks have enough free space for the following writes. Needs on one file system are added up. An exact fit
 * is accepted.
 *
 * @throws FledgeError `output` with every file system that has too little space: the missing bytes, the directory and the
 *   data.
 */
function requireSpace(needs, freeSpace = freeSpaceOf) {
    const disks = new Map();
    for (const need of needs) {
        const space = freeSpace(need.directory);
        if (space === undefined || need.bytes <= 0)
            continue;
        const disk = disks.get(space.device);
        if (disk === undefined)
            disks.set(space.device, { space, needs: [need] });
        else
            disk.needs.push(need);
    }
    const full = [...disks.values()].filter(({ space, needs: own }) => sumOf(own) > space.free);
    if (full.length === 0)
        return;
    const sentences = full.map(({ space, needs: own }) => {
        const parts = own.map(({ what, bytes, directory }) => `${what} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)}, in ${directory})`);
        const missing = sumOf(own) - space.free;
        return `${parts.join(' and ')}: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(space.free)} are free, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(missing)} are missing`;
    });
    const fixes = new Map(full.flatMap(({ needs: own }) => own.map(({ fix }) => [(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(fix), fix])));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `there is not enough space on the disk for ${sentences.join('; and for ')}`, {
        fix: (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .worded */ .MH) `free some space, or ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .joinTexts */ .B5)([...fixes.values()], ', or ')}`,
    });
}
function sumOf(needs) {
    return needs.reduce((sum, { bytes }) => sum + bytes, 0);
}
/** Bytes of a disk that stay free if the size of the output is not known in advance. */
const RESERVED_BYTES = 256 * _units_js__WEBPACK_IMPORTED_MODULE_3__/* .MEBIBYTE */ .gJ;
/** Bytes. A smaller disk, such as a tmpfs, is often meant for such work and has no reserve. */
const MIN_DISK_WITH_RESERVE = 4096 * _units_js__WEBPACK_IMPORTED_MODULE_3__/* .MEBIBYTE */ .gJ;
/** The free space is read after this many bytes; reading it costs some microseconds. */
const BYTES_PER_LOOK = _units_js__WEBPACK_IMPORTED_MODULE_3__/* .MEBIBYTE */ .gJ;
/** The bytes of a disk that are kept free. */
function reserveOf({ total }) {
    return total < MIN_DISK_WITH_RESERVE ? 0 : RESERVED_BYTES;
}
/**
 * Watches the free space of a disk while output of unknown size is written, so that an input cannot fill the disk.
 */
class DiskReserve {
    #directory;
    #freeSpace;
    #unseen = 0;
    constructor(directory, freeSpace = freeSpaceOf) {
        this.#directory = directory;
        this.#freeSpace = freeSpace;
    }
    /** Announces bytes that will be written. Returns the free space if they would use a part of the reserve. */
    claim(bytes) {
        this.#unseen += bytes;
        if (this.#unseen < BYTES_PER_LOOK)
            return undefined;
        const claimed = this.#unseen;
        this.#unseen = 0;
        return this.#spaceBelow(claimed);
    }
    /** The free space if it is less than the reserve. */
    exceeded() {
        return this.#spaceBelow(0);
    }
    #spaceBelow(claimed) {
        const space = this.#freeSpace(this.#directory);
        const reserve = space === undefined ? 0 : reserveOf(space);
        // Without a reserve, only ENOSPC shows that the disk is full: the claimed bytes can still fit.
        return space !== undefined && reserve > 0 && space.free - claimed < reserve ? space : undefined;
    }
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


/***/ })

};
