export const id = 7096;
export const ids = [7096];
export const modules = {

/***/ 89747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ QCOW2_COMPRESSIONS),
/* harmony export */   R3: () => (/* binding */ DISK_FORMATS),
/* harmony export */   Vb: () => (/* binding */ defaultArtifactName),
/* harmony export */   gW: () => (/* binding */ FILESYSTEM_TRAITS),
/* harmony export */   mS: () => (/* binding */ FILESYSTEM_TYPES),
/* harmony export */   sD: () => (/* binding */ MAX_LEVEL),
/* harmony export */   xl: () => (/* binding */ filesystemsWith),
/* harmony export */   yM: () => (/* binding */ DEFAULT_FILESYSTEM)
/* harmony export */ });
/*
 * The effect of the keys of `[filesystem]` on each type of file system, and the suffixes of its images. Facts that
 * depend on the writers and tools (how an image is written and checked, the required tools, its limits) are in
 * recipe/filesystems/table.ts, which has an entry for each type of this list.
 */
/** The values of `[filesystem] type`. */
const FILESYSTEM_TYPES = ['ext4', 'xfs', 'btrfs', 'squashfs'];
const DEFAULT_FILESYSTEM = 'ext4';
/** The values of `[filesystem] format`. */
const DISK_FORMATS = ['raw', 'qcow2'];
/** The values of `[filesystem] compression`, and the highest level of each. */
const QCOW2_COMPRESSIONS = ['zstd', 'zlib', 'none'];
const MAX_LEVEL = { zstd: 22, zlib: 9 };
const FILESYSTEM_TRAITS = {
    ext4: {
        suffix: 'img',
        ownSuffixes: ['img', 'ext4'],
        isInReleaseKernel: true,
        isWritable: true,
        isCompressed: false,
    },
    xfs: { suffix: 'xfs', ownSuffixes: ['xfs'], isInReleaseKernel: false, isWritable: true, isCompressed: false },
    btrfs: {
        suffix: 'btrfs',
        ownSuffixes: ['btrfs'],
        isInReleaseKernel: false,
        isWritable: true,
        isCompressed: false,
    },
    squashfs: {
        suffix: 'squashfs',
        ownSuffixes: ['squashfs', 'sqfs', 'sfs'],
        isInReleaseKernel: false,
        isWritable: false,
        isCompressed: true,
    },
};
/** The types of which `has` is true. */
function filesystemsWith(has) {
    return FILESYSTEM_TYPES.filter((type) => has(FILESYSTEM_TRAITS[type]));
}
/** The default file name of an artifact: `plugin.cpio.gz`, or the image's name with the suffix of its format. */
function defaultArtifactName(config) {
    if (config.strategy === 'initramfs')
        return 'plugin.cpio.gz';
    const { type, qcow2 } = config.filesystem;
    return `${config.image.baseName.toLowerCase()}.${qcow2 === undefined ? FILESYSTEM_TRAITS[type].suffix : 'qcow2'}`;
}


/***/ }),

/***/ 17364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qF: () => (/* binding */ parseGlob),
  lb: () => (/* binding */ problemOfGlob),
  aC: () => (/* binding */ problemOfGlobs)
});

// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
;// CONCATENATED MODULE: ./build/config/glob-lexemes.js
/** The text of pieces in a glob. */
const textOf = (lexemes) => lexemes.map(({ text }) => text).join('');
/** The problem of a glob. `problemOfGlob` returns it. */
class GlobProblem extends Error {
    complaint;
    constructor(message, suggestion) {
        super(message);
        this.complaint = { message, ...(suggestion !== undefined && { suggestion }) };
    }
}
/**
 * The pieces of a glob.
 *
 * @throws GlobProblem for a bracket without its counterpart, and for a class that matches nothing.
 */
function lex(glob) {
    const lexemes = [];
    for (let at = 0; at < glob.length;) {
        const character = String.fromCodePoint(glob.codePointAt(at) ?? 0);
        const lexeme = character === '[' ? lexClass(glob, at) : lexOther(glob, at, character);
        if (character === ']')
            throw new GlobProblem('"]" has no "[" before it; write []] for the character');
        lexemes.push(lexeme);
        at += lexeme.text.length;
    }
    return lexemes;
}
/** Marks have no token. */
function lexOther(glob, start, character) {
    if (character === '*')
        return { text: glob.slice(start).match(/^\*+/)?.[0] ?? character, token: { kind: 'star' } };
    if (character === '?')
        return { text: character, token: { kind: 'any' } };
    return { text: character, token: '{},/'.includes(character) ? undefined : literal(character) };
}
/** The token of a character without a special meaning. */
function literal(character) {
    return { kind: 'character', code: character.codePointAt(0) ?? 0 };
}
/**
 * The class that begins at a bracket. As in POSIX, a `]` directly after the `[` belongs to the class. `!` or `^` negates a
 * class, and is a character if the class has no other.
 */
function lexClass(glob, start) {
    const end = glob.indexOf(']', start + 2);
    if (end < 0) {
        const isEmpty = glob.startsWith('[]', start);
        throw new GlobProblem(`"[${isEmpty ? ']" has no characters' : '" has no "]" after it'}; write [[] for the character "["`);
    }
    const text = glob.slice(start, end + 1);
    if (text.includes('/'))
        throw new GlobProblem(`${text} contains a slash, which no file name has; remove the slash`);
    const negated = /^\[[!^]./.test(text) && text.length > '[!]'.length;
    const members = Array.from(text.slice(negated ? 2 : 1, -1));
    const ranges = [];
    for (let index = 0; index < members.length; index += 1) {
        const [from = '', dash, to] = members.slice(index, index + 3);
        const isRange = dash === '-' && to !== undefined;
        const first = from.codePointAt(0) ?? 0;
        const last = isRange ? (to.codePointAt(0) ?? 0) : first;
        if (last < first)
            throw new GlobProblem(`the range ${from}-${to} of ${text} is empty; write ${to}-${from}`);
        ranges.push({ first, last });
        if (isRange)
            index += 2;
    }
    return { text, token: { kind: 'class', negated, ranges } };
}

;// CONCATENATED MODULE: ./build/config/glob.js


const MAX_LENGTH = 1000;
const MAX_ALTERNATIVES = 100;
/** For all globs of a mapping. */
const MAX_ALTERNATIVES_OF_MAPPING = 1000;
const isGroup = (part) => Array.isArray(part);
/**
 * The alternatives of a glob.
 *
 * @throws Error if it is not valid, see `problemOfGlob`.
 */
function parseGlob(glob) {
    checkText(glob);
    const sequence = parseSequences(lex(glob));
    const count = countAlternatives(sequence);
    if (count > MAX_ALTERNATIVES) {
        throw new GlobProblem(`the braces stand for more than ${MAX_ALTERNATIVES} alternatives; write several patterns`);
    }
    return expand(sequence).map((lexemes) => componentsOf(lexemes, count > 1));
}
/** The problem with a glob of `exclude`, or undefined. */
function problemOfGlob(glob) {
    try {
        parseGlob(glob);
        return undefined;
    }
    catch (error) {
        if (error instanceof GlobProblem)
            return error.complaint;
        throw error;
    }
}
/** The problem with the globs of one mapping together, as far as each is valid; or undefined. */
function problemOfGlobs(globs) {
    const count = globs.reduce((sum, glob) => sum + (problemOfGlob(glob) === undefined ? parseGlob(glob).length : 0), 0);
    if (count <= MAX_ALTERNATIVES_OF_MAPPING)
        return undefined;
    return `the braces of all patterns stand for ${count} alternatives, and a mapping has at most ${MAX_ALTERNATIVES_OF_MAPPING}; write shorter patterns, such as **/*.o`;
}
function checkText(glob) {
    if (glob === '')
        throw new GlobProblem('must not be empty');
    if (glob.includes('\0'))
        throw new GlobProblem('must not contain a NUL character');
    if (glob.length > MAX_LENGTH)
        throw new GlobProblem(`a pattern has at most ${MAX_LENGTH} characters`);
    if (glob.includes('\\')) {
        throw new GlobProblem('a backslash has no meaning in a pattern; write [*] for the character *');
    }
}
/** @throws GlobProblem for a brace without its counterpart or without a comma. */
function parseSequences(lexemes) {
    const outer = [];
    let top = { start: 0, done: [], current: [] };
    for (const [index, lexeme] of lexemes.entries()) {
        const { text } = lexeme;
        if (text === '{') {
            outer.push(top);
            top = { start: index, done: [], current: [] };
        }
        else if (text === ',' && outer.length > 0) {
            top.done.push(top.current);
            top.current = [];
        }
        else if (text === '}') {
            const above = outer.pop();
            if (above === undefined)
                throw new GlobProblem('"}" has no "{" before it; write [}] for the character');
            if (top.done.length === 0)
                throw withoutComma(lexemes.slice(top.start, index + 1));
            above.current.push([...top.done, top.current]);
            top = above;
        }
        else
            top.current.push(text === ',' ? { text, token: literal(text) } : lexeme);
    }
    if (outer.length > 0)
        throw new GlobProblem('"{" has no "}" after it; write [{] for the character');
    return top.current;
}
function withoutComma(lexemes) {
    const text = textOf(lexemes);
    const [, first, last] = /^\{(.)\.\.(.)\}$/u.exec(text) ?? [];
    const instead = first !== undefined && last !== undefined ? `write [${first}-${last}]` : 'write {a,b}';
    return new GlobProblem(`${text} has no comma; ${instead} for alternatives, or [{] for the character`);
}
/** Infinite if there are very many. */
function countAlternatives(sequence) {
    return sequence
        .filter(isGroup)
        .reduce((product, group) => product * group.reduce((sum, inner) => sum + countAlternatives(inner), 0), 1);
}
function expand(sequence) {
    let prefixes = [[]];
    for (const part of sequence) {
        if (isGroup(part)) {
            const suffixes = part.flatMap(expand);
            prefixes = prefixes.flatMap((prefix) => suffixes.map((suffix) => [...prefix, ...suffix]));
        }
        else
            for (const prefix of prefixes)
                prefix.push(part);
    }
    return prefixes;
}
/** @throws GlobProblem if an alternative is not a relative path. */
function componentsOf(lexemes, isOneOfSeveral) {
    const names = splitAtSlashes(lexemes);
    const complaint = problemOfNames(names);
    if (complaint !== undefined) {
        if (!isOneOfSeveral)
            throw new GlobProblem(complaint.message, complaint.suggestion);
        const text = JSON.stringify(textOf(lexemes));
        throw new GlobProblem(`${text} is an alternative of the braces: ${complaint.message}`);
    }
    const components = names.map((name) => (isGlobstar(name) ? '**' : name.flatMap(({ token }) => token ?? [])));
    // `a/**` does not match `a` itself.
    return components.at(-1) === '**' ? [...components, [{ kind: 'star' }]] : components;
}
function splitAtSlashes(lexemes) {
    const names = [[]];
    for (const lexeme of lexemes) {
        if (lexeme.text === '/')
            names.push([]);
        else
            names.at(-1)?.push(lexeme);
    }
    return names;
}
const isGlobstar = ([first, ...others]) => first?.text === '**' && others.length === 0;
function problemOfNames(lexemes) {
    const names = lexemes.map(textOf);
    const suggest = (message, suggestion) => suggestion === '' ? { message } : { message, suggestion };
    if (names.join('') === '' && names.length === 1)
        return { message: 'must not be empty' };
    if (names[0]?.startsWith('!') === true)
        return { message: 'a pattern cannot be negated; list what to exclude' };
    if (names[0] === '' || names[0] === '.') {
        const message = 'a pattern is relative to the mapped directory and does not begin with a slash or a dot component';
        return suggest(message, names.filter((name) => name !== '' && name !== '.').join('/'));
    }
    if (names.at(-1) === '') {
        const message = 'a pattern does not end with a slash; a directory is excluded with everything in it';
        return suggest(message, (0,support_text/* withoutSlashes */.C2)(names.join('/')));
    }
    if (names.some((name) => name === '' || name === '.' || name === '..')) {
        return { message: 'a pattern must not contain empty components, "." and ".."' };
    }
    if (lexemes.some((name) => name.some(hasSeveralStars) && !isGlobstar(name))) {
        const message = '"**" is any number of directories, as a whole component only; write * for characters of a name';
        return suggest(message, lexemes.map(withSingleStars).join('/'));
    }
    return undefined;
}
const hasSeveralStars = ({ text }) => text.startsWith('**');
/** The pattern that was probably meant: `**` for more stars alone, and `**` as a component where a name begins with it. */
function withSingleStars(name) {
    const [first, ...others] = name;
    if (first === undefined || !name.some(hasSeveralStars))
        return textOf(name);
    if (others.length === 0)
        return '**';
    const single = name.map((lexeme) => (hasSeveralStars(lexeme) ? '*' : lexeme.text)).join('');
    return hasSeveralStars(first) ? `**/${single}` : single;
}


/***/ }),

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

/***/ 17317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ag: () => (/* binding */ directories),
/* harmony export */   qj: () => (/* binding */ mappings),
/* harmony export */   qr: () => (/* binding */ MAPPING_KEYS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12311);
/* harmony import */ var _document_checked_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4769);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17364);
/* harmony import */ var _mapping_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87780);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93017);





/** The schemas of the tables `[mappings]` and `[directories]`, whose keys are paths that the author chooses. */
const MAX_GLOBS = 100;
const destination = (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedText */ .N)(_mapping_values_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOfDestination */ .f).meta({
    description: 'An absolute path in the image; with a slash at the end, the directory that the file is put into.',
    pattern: _values_js__WEBPACK_IMPORTED_MODULE_2__/* .PATTERNS */ .G3.destination,
});
const owner = (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedText */ .N)(_mapping_values_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOfOwner */ .qE)
    .meta({
    description: 'User and group, as numbers or as names of /etc/passwd and /etc/group in the finished image.',
    examples: ['70:70', 'postgres:postgres'],
    pattern: _mapping_values_js__WEBPACK_IMPORTED_MODULE_1__/* .MAPPING_PATTERNS */ .lc.owner,
})
    .optional();
function mode(description, example) {
    return (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedText */ .N)(_mapping_values_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOfMode */ .Is)
        .meta({ description, examples: [example], pattern: _mapping_values_js__WEBPACK_IMPORTED_MODULE_1__/* .MAPPING_PATTERNS */ .lc.mode })
        .optional();
}
const mappingTable = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    to: zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([destination, zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(destination).min(1)])
        .meta({ description: 'The absolute destination in the image, or an array of several.' }),
    mode: mode('Mode of each mapped file: 3 or 4 octal digits in quotes.', '0640'),
    directory_mode: mode('Mode of each directory that the mapping creates: 3 or 4 octal digits in quotes.', '0750'),
    owner,
    exclude: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg((0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedText */ .N)(_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOfGlob */ .lb).meta({ pattern: _mapping_values_js__WEBPACK_IMPORTED_MODULE_1__/* .MAPPING_PATTERNS */ .lc.glob }))
        .max(MAX_GLOBS)
        .check((context) => {
        const message = (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOfGlobs */ .aC)(context.value);
        if (message !== undefined)
            context.issues.push({ code: 'custom', input: context.value, message });
    })
        .meta({
        description: 'Files and directories that are not mapped: globs, relative to the mapped directory.',
        examples: [['**/*.md', 'cache/**']],
    })
        .optional(),
    replace: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .meta({
        description: 'Allow that a directory replaces a file, and that a file replaces a directory.',
        default: false,
    })
        .optional(),
});
/** The keys of a mapping in table form. */
const MAPPING_KEYS = Object.keys(mappingTable.shape);
const mappings = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().meta({ pattern: _values_js__WEBPACK_IMPORTED_MODULE_2__/* .PATTERNS */ .G3.path }), zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([destination, mappingTable]))
    .meta({
    description: 'Files to add: "host path" = "/absolute/destination", or a table with more settings. Host paths are relative to ' +
        'fledge.toml; directories are copied with their contents.',
});
const directories = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().meta({ pattern: _values_js__WEBPACK_IMPORTED_MODULE_2__/* .PATTERNS */ .G3.destination }), zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    mode: mode('Mode of the directory: 3 or 4 octal digits in quotes. Default: 0755, or as in the image.', '0750'),
    owner,
}))
    .meta({
    description: 'Directories to create, or to adjust where the image has them: "/absolute/path" = { mode = "0750", owner = "70:70" }.',
});


/***/ }),

/***/ 87780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ problemOfMode),
/* harmony export */   VV: () => (/* binding */ modeOf),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   f: () => (/* binding */ problemOfDestination),
/* harmony export */   lc: () => (/* binding */ MAPPING_PATTERNS),
/* harmony export */   qE: () => (/* binding */ problemOfOwner)
/* harmony export */ });
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26471);

/** JSON Schema patterns of the rules below; each accepts everything that its rule accepts. */
const MAPPING_PATTERNS = {
    mode: '^[0-7]{3,4}$',
    owner: '^[^:\\s]+:[^:\\s]+$',
    glob: '^[^\\\\\\u0000]+$',
};
const MODE = new RegExp(MAPPING_PATTERNS.mode);
const ACCOUNT = /^[^\s:/\p{C}-][^\s:/\p{C}]*$/u;
/** The problem with a mapping's destination, or undefined. */
function problemOfDestination(value) {
    if (value === '')
        return 'the destination must not be empty';
    if (value.includes('\0'))
        return 'the destination must not contain a NUL character';
    if (!value.startsWith('/'))
        return `the destination must be absolute, found ${JSON.stringify(value)}`;
    const components = value.split('/');
    if (components.includes('..'))
        return `the destination must not contain "..", found ${JSON.stringify(value)}`;
    if (components.some((name) => Buffer.byteLength(name) > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME_BYTES */ .pg)) {
        return `a file name has at most ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME_BYTES */ .pg} bytes`;
    }
    return Buffer.byteLength(value) > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_PATH_BYTES */ .PR ? `a path has at most ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_PATH_BYTES */ .PR} bytes` : undefined;
}
/** The problem with the mode of a file or directory, or undefined. */
function problemOfMode(value) {
    if (MODE.test(value))
        return undefined;
    const message = `must be 3 or 4 octal digits, such as "0640", found ${JSON.stringify(value)}`;
    const digits = /^0o([0-7]{3,4})$/.exec(value)?.[1];
    return digits === undefined ? message : { message, suggestion: digits.padStart(4, '0') };
}
/** The permission bits of a valid mode. */
function modeOf(value) {
    return Number.parseInt(value, 8);
}
/** The problem with an owner, or undefined. Whether a name exists is known only when the tree is built. */
function problemOfOwner(value) {
    const parts = value.split(':');
    if (parts.length !== 2 || parts.includes('')) {
        const message = `must be a user and a group, such as "70:70" or "postgres:postgres", found ${JSON.stringify(value)}`;
        return ACCOUNT.test(value) ? { message, suggestion: `${value}:${value}` } : message;
    }
    for (const part of parts) {
        if (/^\d+$/.test(part) ? Number(part) > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_OWNER */ .xy : !ACCOUNT.test(part)) {
            return `${JSON.stringify(part)} is neither a name nor a number up to ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_OWNER */ .xy}`;
        }
    }
    return undefined;
}
/** The user and group of a valid owner. */
function ownerOf(value) {
    const [user = '', group = ''] = value.split(':').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return { user, group };
}


/***/ }),

/***/ 57096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ documentSchema),
/* harmony export */   X: () => (/* binding */ draftSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12311);
/* harmony import */ var _document_checked_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4769);
/* harmony import */ var _filesystems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89747);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _mapping_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17317);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93017);
/* harmony import */ var _variants_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(385);







/*
 * The shape of fledge.toml, key by key. Types, the JSON Schema of `fledge schema` and the check of docs/fledge-toml.md
 * are derived from it. Rules between keys are in variants.ts and rules.ts.
 */
/** 64 TiB. */
const MAX_SIZE_BUFFER_MB = 67_108_864;
const agent = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    source_strategy: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['release', 'local', 'http', 'none']).meta({
        description: 'Source of the kestrel agent: a GitHub release of volantvm/volant, a file on this machine, an http(s) ' +
            'URL, or none (oci_rootfs only).',
    }),
    version: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfTag */ .hp, {
        description: 'For "release": `latest`, or the tag of a release.',
        examples: ['latest', 'v0.2.0'],
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.tag,
    }).optional(),
    path: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfPath */ ._r, {
        description: 'For "local": path of the agent, relative to fledge.toml.',
        examples: ['./kestrel'],
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.path,
    }).optional(),
    url: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfHttpUrl */ .ix, {
        description: 'For "http": download URL of the agent.',
        examples: ['https://example.com/kestrel'],
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.httpUrl,
    }).optional(),
    checksum: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfSha256 */ .EK, {
        description: 'For "http": sha256 of the agent, with or without "sha256:" before the hex digits.',
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.sha256,
    }).optional(),
})
    .meta({
    description: 'The kestrel agent. Default: the latest release. Not allowed in the custom and none init modes.',
});
const init = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    path: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfPath */ ._r, {
        description: 'Custom init: a file on this machine, relative to fledge.toml, installed as /init; or an absolute path that ' +
            'a mapping puts into the image, which the C init runs after mounting the file systems.',
        examples: ['./my-init'],
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.path,
    }).optional(),
    none: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()
        .meta({ description: 'Do not install an init: a mapping provides /init.', default: false })
        .optional(),
    compile: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()
        .meta({
        description: 'Compile the C init with gcc, instead of using the binary that fledge contains.',
        default: false,
    })
        .optional(),
})
    .meta({ description: 'PID 1 of an initramfs. Default: the C init, which starts the agent.' });
const source = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    busybox_url: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfLocation */ .CD, {
        description: 'Source of busybox: an http(s) URL, a file: URL or a path relative to fledge.toml.',
        default: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_BUSYBOX_URL */ .H9,
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.path,
    }).optional(),
    busybox_sha256: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfSha256 */ .EK, {
        description: 'sha256 of busybox. The default is only used with the default URL.',
        default: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_BUSYBOX_SHA256 */ .fg,
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.sha256,
    }).optional(),
    busybox_image: text(problemOfImage, {
        description: 'An image whose /bin/busybox is used, in place of busybox_url; references as for image.',
        examples: ['busybox:musl', 'docker://busybox:1.36.1-musl'],
        pattern: _image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_PATTERN */ .Rl,
    }).optional(),
    image: text(problemOfImage, {
        description: 'The image with the files of the plugin: a reference such as nginx:alpine, or one with a transport ' +
            '(docker://, docker-daemon:, docker-archive:, oci:, oci-archive:, dir:, containers-storage:).',
        examples: ['nginx:alpine', 'registry.example.com/app:v1', 'oci:./image'],
        pattern: _image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_PATTERN */ .Rl,
    }).optional(),
    dockerfile: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfPath */ ._r, {
        description: 'A Dockerfile that builds the image, relative to fledge.toml; in place of image.',
        examples: ['./Dockerfile'],
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.path,
    }).optional(),
    context: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfPath */ ._r, {
        description: 'The directory with the files that the Dockerfile copies. Default: the directory of the Dockerfile.',
        examples: ['.'],
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.path,
    }).optional(),
    target: text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfStage */ .nR, {
        description: 'The stage of the Dockerfile to build. Default: the last one.',
        examples: ['runtime'],
        pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.stage,
    }).optional(),
    build_args: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), text(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfBuildArg */ .T9, { description: 'The value of an ARG.', pattern: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .PATTERNS */ .G3.buildArg }))
        .meta({ description: 'Values of the ARGs of the Dockerfile. They are not secret.' })
        .optional(),
    builder: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['auto', ..._variants_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_BUILDERS */ .jw])
        .meta({
        description: 'The program that builds the Dockerfile; auto: the first of docker, podman and buildah that can.',
        default: 'auto',
    })
        .optional(),
    max_unpacked_mb: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr()
        .min(1)
        .meta({
        description: 'Limit for the unpacked layers of the image, in MiB; a larger image is refused.',
        default: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_MAX_UNPACKED_MB */ .p3,
    })
        .optional(),
})
    .meta({ description: 'Sources of the plugin.' });
const filesystem = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_filesystems_js__WEBPACK_IMPORTED_MODULE_0__/* .FILESYSTEM_TYPES */ .mS)
        .meta({ description: 'The file system of the image.', default: _filesystems_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_FILESYSTEM */ .yM })
        .optional(),
    format: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_filesystems_js__WEBPACK_IMPORTED_MODULE_0__/* .DISK_FORMATS */ .R3).meta({ description: 'The format of the image file.', default: 'raw' }).optional(),
    size_buffer_mb: zod__WEBPACK_IMPORTED_MODULE_5__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().min(0).max(MAX_SIZE_BUFFER_MB), zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('auto')])
        .meta({
        description: 'Free space after mounting, in MiB; or "auto": a quarter of the content, and at least 64. Ignored for squashfs.',
        default: _values_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_SIZE_BUFFER_MB */ .NM,
    })
        .optional(),
    overlay_size: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .meta({ description: 'Accepted without effect, for files that were written for other builders.' })
        .optional(),
    preallocate: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()
        .meta({ description: 'Write the image without holes; its content is the same.', default: false })
        .optional(),
    compression: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_filesystems_js__WEBPACK_IMPORTED_MODULE_0__/* .QCOW2_COMPRESSIONS */ .FX)
        .meta({ description: 'For qcow2: the compression of clusters. Default: zstd, but none for squashfs.' })
        .optional(),
    compression_level: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr()
        .min(1)
        .max(_filesystems_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_LEVEL */ .sD.zstd)
        .meta({
        description: 'For squashfs and qcow2: compression level, from 1 (fast) to 22 (small), for zlib to 9. ' +
            `Default: ${_values_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_COMPRESSION_LEVEL */ .Wv} for squashfs, for qcow2 ${_values_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_QCOW2_LEVEL */ .M9.zstd} (zstd) or ${_values_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_QCOW2_LEVEL */ .M9.zlib} (zlib).`,
    })
        .optional(),
})
    .meta({ description: 'The file system image that oci_rootfs builds.' });
/** The schema of fledge.toml, with every table and key. */
const documentSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('1').meta({ description: 'Version of this file format.' }),
    strategy: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['initramfs', 'oci_rootfs']).meta({
        description: 'Type of the plugin: an initramfs from your files, or a file system image from a container image.',
    }),
    agent: agent.optional(),
    init: init.optional(),
    source: source.optional(),
    filesystem: filesystem.optional(),
    mappings: _mapping_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .mappings */ .qj.optional(),
    directories: _mapping_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .directories */ .ag.optional(),
})
    .meta({ title: 'fledge.toml', description: 'Build configuration of a Volant plugin.' });
/** The schema of a fledge.toml from which all invalid keys were removed. */
const draftSchema = documentSchema.partial().extend({ agent: agent.partial().optional() });
function text(problemOf, documentation) {
    return (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_6__/* .checkedText */ .N)(problemOf).meta({ ...documentation });
}
function problemOfImage(value) {
    const parsed = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(value);
    return parsed.ok ? undefined : parsed;
}


/***/ }),

/***/ 385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ STRATEGY_KEYS),
/* harmony export */   CT: () => (/* binding */ IMAGE_KEYS),
/* harmony export */   H1: () => (/* binding */ AGENTLESS_STRATEGY),
/* harmony export */   Px: () => (/* binding */ BUSYBOX_FILE_KEYS),
/* harmony export */   TF: () => (/* binding */ AGENT_VARIANTS),
/* harmony export */   TQ: () => (/* binding */ AGENT_KEYS),
/* harmony export */   jw: () => (/* binding */ IMAGE_BUILDERS),
/* harmony export */   sg: () => (/* binding */ IMAGE_STRATEGY),
/* harmony export */   wB: () => (/* binding */ DOCKERFILE_KEYS)
/* harmony export */ });
/** The keys of `[agent]` for each `source_strategy`. */
const AGENT_VARIANTS = {
    release: { required: ['version'], optional: [] },
    local: { required: ['path'], optional: [] },
    http: { required: ['url'], optional: ['checksum'] },
    none: { required: [], optional: [] },
};
const AGENT_KEYS = ['version', 'path', 'url', 'checksum'];
/** Tables and keys that only one strategy has. */
const STRATEGY_KEYS = [
    { path: ['init'], strategy: 'initramfs' },
    { path: ['source', 'busybox_url'], strategy: 'initramfs' },
    { path: ['source', 'busybox_sha256'], strategy: 'initramfs' },
    { path: ['source', 'busybox_image'], strategy: 'initramfs' },
    { path: ['filesystem'], strategy: 'oci_rootfs' },
];
/** The strategy that needs an image. */
const IMAGE_STRATEGY = 'oci_rootfs';
/** The keys of `[source]` that provide the image. */
const IMAGE_KEYS = ['image', 'dockerfile'];
/** The keys of `[source]` that only a build from a Dockerfile has. */
const DOCKERFILE_KEYS = ['context', 'target', 'build_args', 'builder'];
/** The keys of `[source]` that exclude `busybox_image`. */
const BUSYBOX_FILE_KEYS = ['busybox_url', 'busybox_sha256'];
/** The programs that build Dockerfiles, in the order in which `auto` tries them. */
const IMAGE_BUILDERS = ['docker', 'podman', 'buildah'];
/** The strategy that allows an image without agent (`source_strategy = "none"`). */
const AGENTLESS_STRATEGY = 'oci_rootfs';


/***/ })

};
