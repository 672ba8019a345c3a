export const id = 8992;
export const ids = [8992];
export const modules = {

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

/***/ 29181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rc: () => (/* binding */ fetchedImagesOf),
/* harmony export */   S9: () => (/* binding */ dockerfileOf),
/* harmony export */   Vm: () => (/* binding */ contextOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** The images that a build itself fetches: the image, and that of busybox. The images of a Dockerfile are not included. */
function fetchedImagesOf(config) {
    const { image, imageLock: lock } = config;
    const main = image?.kind === 'reference' ? [{ reference: image, lock, key: 'image' }] : [];
    if (config.strategy === 'oci_rootfs' || config.busybox.image === undefined)
        return main;
    return [...main, { reference: config.busybox.image, lock: config.busybox.imageLock, key: 'busybox_image' }];
}
/** The Dockerfile of a config, if its image is built from one. */
function dockerfileOf({ image }) {
    return image?.kind === 'dockerfile' ? image : undefined;
}
/** The path of the context of a Dockerfile, relative to fledge.toml. */
function contextOf({ text, context }) {
    return context ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(text);
}


/***/ }),

/***/ 63818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ loadLockFor),
/* harmony export */   LN: () => (/* binding */ lockFileOf),
/* harmony export */   Qu: () => (/* binding */ lockCommandFor),
/* harmony export */   UL: () => (/* binding */ parseLockText),
/* harmony export */   wC: () => (/* binding */ renderLock)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(12311);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93017);
/* harmony import */ var _document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4769);
/* harmony import */ var _document_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28055);
/* harmony import */ var _document_positions_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(45868);
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60410);
/* harmony import */ var _document_source_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10755);
/* harmony import */ var _document_toml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45666);
/* harmony import */ var _document_vocabulary_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(69374);
/* harmony import */ var _document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12673);
/* harmony import */ var _sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25393);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(62625);















const HEADER = `# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
`;
const sha256 = (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfSha256 */ .EK).transform(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseSha256 */ .WN);
const pinnedFile = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ url: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfHttpUrl */ .ix), sha256 });
const assets = { 'linux/amd64': pinnedFile.optional(), 'linux/arm64': pinnedFile.optional() };
const imagePin = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ name: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(problemOfName), digest: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(problemOfDigest) });
const lockSchema = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_11__/* .literal */ .euz('1'),
    image: imagePin.optional(),
    base_images: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(imagePin).optional(),
    busybox_image: imagePin.optional(),
    agent_release: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ version: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), tag: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfTag */ .hp), ...assets })
        .optional(),
    agent: pinnedFile.optional(),
    busybox: pinnedFile.optional(),
    // A lock file beside a downloaded artifact must not choose the address of a request.
    kernel: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ url: (0,_document_checked_text_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedText */ .N)(_sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_8__/* .problemOfKernelUrl */ .XZ), sha256 }).optional(),
});
const vocabulary = (0,_document_vocabulary_js__WEBPACK_IMPORTED_MODULE_12__/* .vocabularyOf */ .Y)(lockSchema, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'fledge.toml', names: ['strategy', 'init', 'source', 'filesystem', 'mappings'] });
/** The lock file of a config: `fledge.lock` for `fledge.toml`, in the same directory. */
function lockFileOf(configFile) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(configFile), `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(configFile).replace(/\.toml$/, '')}.lock`);
}
/** The command that writes the lock file of a config. */
function lockCommandFor(configFile) {
    return configFile === 'fledge.toml' ? 'fledge lock' : `fledge lock --config ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_13__/* .shellWord */ .r7)(configFile)}`;
}
/**
 * Reads and checks the lock file of a config; undefined if there is none.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadLockFor(configFile) {
    const file = lockFileOf(configFile);
    const missing = new _support_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .FledgeError */ .aE('config', `there is no ${file}`);
    try {
        return await (0,_document_source_text_js__WEBPACK_IMPORTED_MODULE_5__/* .checkSource */ .A)(file, () => missing, (text) => parseLockText(text, file));
    }
    catch (error) {
        if (error === missing)
            return undefined;
        if ((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error).length === 0)
            throw error;
        const fix = `restore it from version control, or write it again: ${lockCommandFor(configFile)}`;
        throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsOf */ .GW)(error), fix);
    }
}
/**
 * Checks the text of a lock file; `file` is the name in problems.
 *
 * @throws FledgeError `config` with every problem.
 */
async function parseLockText(text, file) {
    const raw = (0,_document_toml_js__WEBPACK_IMPORTED_MODULE_6__/* .parseToml */ .MT)(text, file);
    const locate = async (findings) => (0,_document_document_js__WEBPACK_IMPORTED_MODULE_3__/* .locateFindings */ .Hf)(findings, file, await (0,_document_positions_js__WEBPACK_IMPORTED_MODULE_14__/* .locateToml */ .Ls)(text));
    const parsed = lockSchema.safeParse(raw, _document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .PARSE_ONCE */ .Mh);
    if (!parsed.success) {
        throw (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .problemsError */ .$j)(await locate((0,_document_zod_problems_js__WEBPACK_IMPORTED_MODULE_7__/* .findingsOfIssues */ .uT)(parsed.error.issues, raw, vocabulary)));
    }
    const { image, base_images: baseImages, busybox_image: busyboxImage, agent_release: release, agent, busybox, kernel, } = parsed.data;
    const agentRelease = release && {
        version: release.version,
        tag: release.tag,
        assets: { 'linux/amd64': release['linux/amd64'], 'linux/arm64': release['linux/arm64'] },
    };
    return { file, pins: { image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel }, locate };
}
/** The text of a lock file: deterministic, and with each pin on its own lines. */
function renderLock({ image, busyboxImage, baseImages = [], agentRelease, agent, busybox, kernel, }) {
    const release = agentRelease && {
        version: agentRelease.version,
        tag: agentRelease.tag,
        'linux/amd64': fileOf(agentRelease.assets['linux/amd64']),
        'linux/arm64': fileOf(agentRelease.assets['linux/arm64']),
    };
    const document = {
        version: '1',
        image: image && imageOf(image),
        agent_release: release,
        agent: fileOf(agent),
        busybox: fileOf(busybox),
        kernel: fileOf(kernel),
        busybox_image: busyboxImage && imageOf(busyboxImage),
        base_images: baseImages.length === 0 ? undefined : baseImages.map(imageOf),
    };
    return `${HEADER}${(0,smol_toml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(document).trimEnd()}\n`;
}
function imageOf({ name, digest }) {
    return { name, digest };
}
function fileOf(pin) {
    return pin && { url: pin.url, sha256: pin.sha256 };
}
function problemOfName(value) {
    return /^[^\s\p{Cc}]+$/u.test(value) ? undefined : 'must be the name of an image';
}
function problemOfDigest(value) {
    return /^sha256:[0-9a-f]{64}$/.test(value) ? undefined : 'must be "sha256:" and 64 lower-case hex digits';
}


/***/ }),

/***/ 15360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ cloudInitPaths),
/* harmony export */   y: () => (/* binding */ readCloudInit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32026);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25423);






const DOCUMENTS = ['user_data', 'meta_data', 'network_config'];
/** Far more than fits into a manifest, see encoded-size.ts. */
const MAX_BYTES = 64 * 1024;
/** The paths of cloud-init documents in a template, as written: relative to the directory of the template. */
function cloudInitPaths({ cloud_init: cloudInit }) {
    return DOCUMENTS.flatMap((name) => cloudInit?.[name]?.path ?? []);
}
/**
 * Reads the cloud-init documents that a template names by path, and puts their contents in. Otherwise `volar` would look
 * for the files on the machine that installs the plugin. `own` are paths of builds, which are never read.
 */
async function readCloudInit({ file, fields }, own) {
    const { cloud_init: cloudInit } = fields;
    if (cloudInit === undefined || cloudInitPaths(fields).length === 0)
        return { fields, problems: [] };
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file));
    const ownFiles = new _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_4__/* .OwnFiles */ .yp(own);
    const documents = { ...cloudInit };
    const problems = [];
    for (const name of DOCUMENTS) {
        const path = cloudInit[name]?.path;
        if (path === undefined)
            continue;
        const read = await readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path), directory, ownFiles);
        if ('problem' in read)
            problems.push({ path: ['cloud_init', name, 'path'], message: `${path} ${read.problem}` });
        else
            documents[name] = { inline: true, content: read.content };
    }
    return { fields: { ...fields, cloud_init: documents }, problems };
}
async function readDocument(path, directory, ownFiles) {
    try {
        const [real, base] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory)]);
        if (ownFiles.holds((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromText */ .dw)(real), (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .byteStringFromText */ .dw)(base))) {
            return { problem: 'belongs to a build, such as its cache or a login, and is never read; name another file' };
        }
        return decode(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegularFile */ .XF)(real, MAX_BYTES));
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .NotRegularFile */ .k1)
            return { problem: `is ${error.kind}, not a regular file` };
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .FileTooLarge */ .Sv)
            return { problem: `has ${error.bytes} bytes; the limit is ${MAX_BYTES}` };
        switch ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error)) {
            case 'ENOENT':
            case 'ENOTDIR':
                return { problem: 'does not exist; the path is relative to the directory of this file' };
            case 'EACCES':
                return { problem: 'cannot be read: permission denied; make it readable for the user who builds' };
            case 'ELOOP':
                return { problem: 'is a loop of symbolic links' };
            default:
                return { problem: `cannot be read: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}` };
        }
    }
}
function decode(bytes) {
    try {
        const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        // UTF-16 without a byte order mark is valid UTF-8 in most languages.
        return content.includes('\0') ? { problem: 'is not text: it contains a NUL character' } : { content };
    }
    catch {
        return { problem: 'is not UTF-8 text' };
    }
}


/***/ }),

/***/ 85158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ authorFilesOf),
/* harmony export */   l: () => (/* binding */ describingFilesOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29181);
/* harmony import */ var _lock_lock_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63818);
/* harmony import */ var _dockerfile_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90811);




/**
 * The files that a build of a plugin reads. The copies of a second build (`copyAuthorFiles`) and the comparison with a commit
 * (`changesSince`) both use this list, so a new kind of input belongs here.
 */
function authorFilesOf({ loaded, template, templateFiles = [] }) {
    const { config, directory } = loaded;
    const base = template === undefined ? directory : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(template));
    const named = (path, others = {}) => {
        return { path, directory, kind: 'file', exclude: [], ...others };
    };
    // One line of fledge.toml may have several destinations.
    const mapped = new Map(config.mappings.map(({ source, settings }) => [source, settings.exclude]));
    const images = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchedImagesOf */ .Rc)(config).flatMap(({ reference }) => reference.path ?? []);
    return {
        named: [
            ...Array.from(mapped, ([path, exclude]) => named(path, { exclude })),
            ...programsOf(loaded).map((path) => named(path)),
            ...templateFiles.map((path) => named(path, { directory: base })),
            ...images.map((path) => named(path, { kind: 'image' })),
        ],
        ofDockerfile: dockerfilePathsOf(loaded).map((path) => named(path)),
    };
}
/** The absolute paths of fledge.toml, its lock file and its template, which may not exist. */
function describingFilesOf({ loaded: { file, directory }, template }) {
    return [file, (0,_lock_lock_file_js__WEBPACK_IMPORTED_MODULE_2__/* .lockFileOf */ .LN)(file), template ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'manifest.toml')].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path));
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
/** The Dockerfile, the whole context, and the ignore files, which may be outside of it and may not exist. */
function dockerfilePathsOf({ config, directory }) {
    const source = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerfileOf */ .S9)(config);
    if (source === undefined)
        return [];
    const context = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_1__/* .contextOf */ .Vm)(source);
    const place = (path) => ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, path));
    const ignoreFiles = (0,_dockerfile_context_js__WEBPACK_IMPORTED_MODULE_3__/* .ignoreFileCandidates */ .P)({ dockerfile: place(source.text), context: place(context) });
    return [source.text, context, ...ignoreFiles];
}


/***/ }),

/***/ 87110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  changesSince: () => (/* binding */ changesSince)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/manifest/cloud-init.js
var cloud_init = __webpack_require__(15360);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/own-files.js
var own_files = __webpack_require__(32026);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/tools/git.js






/** The limit for lists of paths, which one of a million files has. */
const MAX_LIST_BYTES = 256 * 1024 * 1024;
/** The number of directories in one command line. */
const DIRECTORIES_AT_ONCE = 200;
/**
 * Settings of a repository must not start programs: this one would start with every command. `quotepath` has no effect on
 * lists with NUL.
 */
const SAFE = ['-c', 'core.fsmonitor=false', '--literal-pathspecs', '--no-optional-locks'];
/**
 * Opens the checkout that contains a directory.
 *
 * @throws FledgeError `tool` without git; `input` if the directory is not in a checkout.
 */
async function openCheckout(directory, { env, signal }) {
    const { path } = await (0,find/* requireTool */.Y0)(table/* git */.$Y, signal);
    const options = { env: (0,environment/* environmentFor */.DD)('git', env), signal, maxOutputBytes: MAX_LIST_BYTES };
    const call = async (cwd, args) => (await (0,exec/* run */.eF)(path, [...SAFE, ...args], { ...options, cwd })).stdout;
    const root = await call(directory, ['rev-parse', '--show-toplevel']).then((output) => output.toString('utf8').replace(/\n$/, ''), (error) => {
        if (!(error instanceof exec/* ProgramError */.Zj))
            throw error;
        throw new errors/* FledgeError */.aE('input', `cannot compare with a commit: ${lastLine(error.message)}`, {
            cause: error,
            fix: 'run it in a checkout: add a step with uses: actions/checkout and fetch-depth: 0 before this one, or clone the repository',
        });
    });
    const text = async (...args) => (await call(root, args)).toString('utf8').trim();
    const list = async (...args) => {
        const names = (0,byte_string/* byteStringFromBytes */.Pb)(await call(root, args)).split('\0');
        return names.filter((name) => name !== '');
    };
    return {
        root,
        async commitOf(revision) {
            // git would read a leading dash as an option.
            if (revision.startsWith('-'))
                return undefined;
            try {
                return await text('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
            }
            catch (error) {
                if (error instanceof exec/* ProgramError */.Zj)
                    return undefined;
                throw error;
            }
        },
        isShallow: async () => (await text('rev-parse', '--is-shallow-repository')) === 'true',
        changedSince: (commit) => list('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=none', commit, '--'),
        async tracked() {
            const files = new Set();
            const submodules = [];
            for (const entry of await list('ls-files', '--stage', '-z')) {
                const path = entry.slice(entry.indexOf('\t') + 1);
                if (entry.startsWith('160000 '))
                    submodules.push(path);
                else
                    files.add(path);
            }
            return { files, submodules };
        },
        async untracked(directories) {
            const found = [];
            for (let at = 0; at < directories.length; at += DIRECTORIES_AT_ONCE) {
                const some = directories.slice(at, at + DIRECTORIES_AT_ONCE);
                found.push(...(await list('ls-files', '--others', '-z', '--', ...some)));
            }
            return found;
        },
    };
}
function lastLine(message) {
    return (message
        .trimEnd()
        .split('\n')
        .at(-1)
        ?.replace(/^fatal: /, '') ?? message);
}

// EXTERNAL MODULE: ./build/tree/exclude.js + 1 modules
var tree_exclude = __webpack_require__(69990);
// EXTERNAL MODULE: ./build/recipe/author-files.js
var author_files = __webpack_require__(85158);
;// CONCATENATED MODULE: ./build/recipe/changes-since.js










/** The commit before the first push of a branch, in `github.event.before`. */
const NO_COMMIT = /^0{40}(?:0{24})?$/;
/**
 * Compares the inputs of plugins with a commit: fledge.toml, lock file, template, and every file that a build reads (see
 * `authorFilesOf`). Files that git does not track, that are missing, or that are outside of the checkout cannot be compared,
 * and count as changed. Downloads are not compared.
 *
 * @throws FledgeError `input` if there is no checkout, or it does not have the commit; `tool` without git.
 */
async function changesSince(revision, builds, context) {
    if (NO_COMMIT.test(revision)) {
        const reason = 'there is no earlier commit to compare with';
        return { commit: undefined, plugins: builds.map((build) => ({ build, reason })), others: [] };
    }
    const checkout = await openCheckout('.', context);
    const commit = await commitIn(checkout, revision);
    const inputs = builds.map((build) => inputsOf(build, checkout.root));
    const [changed, tracked] = await Promise.all([checkout.changedSince(commit), checkout.tracked()]);
    const submodules = new Set(tracked.submodules);
    const isInSubmodule = (path) => ancestorsOf(path).some((above) => submodules.has(above));
    const directories = inputs.flatMap(({ places }) => places.flatMap(({ path, kind, text }) => (kind === 'directory' && !isInSubmodule(path) ? [text || '.'] : [])));
    const untracked = await checkout.untracked([...new Set(directories)]);
    // git lists nothing below a directory of another checkout, such as that of a second repository.
    const hasTracked = (directory) => [tracked.files, submodules].some((paths) => paths.values().some((path) => path.startsWith(`${directory}/`)));
    const isUntracked = ({ path, kind }) => {
        if (isInSubmodule(path))
            return false;
        if (kind === 'file')
            return !tracked.files.has(path);
        return kind === 'directory' && path !== '' && !hasTracked(path);
    };
    const seen = new Set();
    const plugins = inputs.map(({ build, places, unknown }) => {
        const hits = changed.filter((path) => places.some((place) => isHit(place, path)));
        for (const path of hits)
            seen.add(path);
        const [first] = hits;
        if (first !== undefined) {
            const more = hits.length > 1 ? ` and ${hits.length - 1} more` : '';
            return { build, reason: `${(0,byte_string/* displayByteString */.oO)(first)} changed${more}` };
        }
        if (unknown !== undefined)
            return { build, reason: unknown };
        const loose = places.find(isUntracked)?.path ??
            untracked.find((path) => places.some((place) => place.kind === 'directory' && isHit(place, path)));
        return { build, reason: loose && `git does not track ${(0,byte_string/* displayByteString */.oO)(loose)}` };
    });
    const others = changed.filter((path) => !seen.has(path)).map(byte_string/* displayByteString */.oO);
    return { commit, plugins, others };
}
async function commitIn(checkout, revision) {
    const commit = await checkout.commitOf(revision);
    if (commit !== undefined)
        return commit;
    const isShallow = await checkout.isShallow();
    const reason = isShallow ? 'this shallow checkout does not have it' : 'this repository does not have it';
    throw new errors/* FledgeError */.aE('input', `cannot compare with commit ${JSON.stringify(revision)}: ${reason}`, {
        fix: isShallow
            ? 'set fetch-depth: 0 in the step with actions/checkout, or run git fetch --unshallow'
            : 'check the name, or fetch the commit with git fetch; after a forced push, compare with the default branch',
    });
}
function inputsOf(build, root) {
    const { loaded, template } = build;
    const files = {
        loaded,
        template: template?.file,
        templateFiles: template === undefined ? [] : (0,cloud_init/* cloudInitPaths */.o)(template.fields),
    };
    const { named, ofDockerfile } = (0,author_files/* authorFilesOf */.a)(files);
    const places = [];
    let unknown;
    const add = (path, { exclude, mayBeMissing }) => {
        const { links, end, stats } = follow(path);
        for (const link of links)
            if (isBelow(link, root))
                places.push(placeOf(link, root, 'file', []));
        if (stats === undefined && mayBeMissing) {
            if (isBelow(end, root))
                places.push(placeOf(end, root, 'absent', []));
            return;
        }
        if (stats === undefined)
            unknown ??= `${path} does not exist`;
        else if (!isBelow(end, root))
            unknown ??= `${path} is outside of the repository`;
        else
            places.push(placeOf(end, root, stats.isDirectory() ? 'directory' : 'file', exclude));
    };
    for (const path of (0,author_files/* describingFilesOf */.l)(files))
        add(path, { exclude: [], mayBeMissing: true });
    for (const file of named)
        add((0,external_node_path_.resolve)(file.directory, file.path), { exclude: file.exclude, mayBeMissing: isInImage(file, build) });
    const ignoreFiles = new Set(ofDockerfile.slice(2));
    for (const file of ofDockerfile) {
        add((0,external_node_path_.resolve)(file.directory, file.path), { exclude: [], mayBeMissing: ignoreFiles.has(file) });
    }
    return { build, places, unknown };
}
/** Whether a path may be one in the image and not of a file: that of an init that a mapping provides. */
function isInImage({ path }, { loaded: { config } }) {
    return ((0,external_node_path_.isAbsolute)(path) && config.strategy === 'initramfs' && config.init.mode === 'custom' && config.init.path === path);
}
function placeOf(path, root, kind, exclude) {
    const text = (0,external_node_path_.relative)(root, path);
    return { path: (0,byte_string/* byteStringFromText */.dw)(text), text, kind, exclusion: (0,tree_exclude/* compileExclusion */.a)(exclude) };
}
/** Whether a path that git lists is an input at this place: the path, a submodule above it, or a file below it. */
function isHit({ path, kind, exclusion }, listed) {
    if (listed === path || path.startsWith(`${listed}/`))
        return true;
    if (kind !== 'directory' || !(path === '' || listed.startsWith(`${path}/`)))
        return false;
    const below = (path === '' ? listed : listed.slice(path.length + 1));
    return !exclusion.covers(below) && !below.split('/').some(own_files/* isOwnName */.sJ);
}
function ancestorsOf(path) {
    const names = path.split('/');
    return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
/** Follows the links of a path one by one: a changed link is a changed input. */
function follow(path) {
    const links = [];
    let rest = path.split('/').filter((name) => name !== '');
    let at = '/';
    let stats = look(at);
    while (rest.length > 0) {
        const [name = '', ...after] = rest;
        const next = external_node_path_.posix.join(at, name);
        rest = after;
        stats = look(next);
        if (stats?.isSymbolicLink() !== true) {
            at = next;
            if (stats === undefined)
                return { links, end: external_node_path_.posix.join(at, ...rest), stats };
            continue;
        }
        links.push(next);
        if (links.length > linux_limits/* MAX_SYMLINKS */.oG)
            return { links, end: next, stats: undefined };
        const target = (0,external_node_path_.resolve)(external_node_path_.posix.dirname(next), (0,external_node_fs_.readlinkSync)(next));
        rest = [...target.split('/').filter((part) => part !== ''), ...rest];
        at = '/';
    }
    return { links, end: at, stats };
}
function look(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path);
    }
    catch {
        return undefined;
    }
}
function isBelow(path, root) {
    return path === root || path.startsWith(root === '/' ? root : `${root}/`);
}


/***/ }),

/***/ 90811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ignoreFileCandidates),
/* harmony export */   e: () => (/* binding */ ignoreRules)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** The suffixes of ignore files that belong to one Dockerfile, and the names of those of a context; the first one is used. */
const IGNORE_FILES = {
    docker: { suffixes: ['.dockerignore'], names: ['.dockerignore'] },
    podman: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
    buildah: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
};
/** Scratch and step directories of builds, by their names (`isOwnName`). */
const SCRATCH_PATTERNS = ['**/.fledge-????????-*-*-????????????-*', '**/.fledge-step-??????'];
/**
 * The text of an ignore file with the rules of the author and those that exclude the build's own files, so that a second
 * build has the same context as the first. The last rule that matches a path decides.
 *
 * @throws FledgeError `config` if the ignore file of the author cannot be read.
 */
function ignoreRules({ dockerfile, context, builder, own }) {
    const { suffixes, names } = IGNORE_FILES[builder];
    const candidates = [...suffixes.map((suffix) => dockerfile + suffix), ...names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name))];
    const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(context);
    const rules = [...own].flatMap((path) => ruleFor(root, path));
    return [readFirst(candidates), ...SCRATCH_PATTERNS, ...new Set(rules), ''].join('\n');
}
/** Absolute paths of the ignore files that one of the builders would read. */
function ignoreFileCandidates({ dockerfile, context }) {
    const suffixes = Object.values(IGNORE_FILES).flatMap((files) => files.suffixes);
    return [
        ...new Set([...suffixes.map((suffix) => dockerfile + suffix), ...suffixes.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name))]),
    ];
}
/** The text of the first file that exists; empty if there is none. */
function readFirst(paths) {
    for (const path of paths) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').replace(/^\ufeff/, '');
        }
        catch (error) {
            if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOENT' || (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOTDIR')
                continue;
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot read ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .readFailureOf */ .Og)(error)}`, { cause: error });
        }
    }
    return '';
}
/** The rule that excludes a path; none if it is outside of the context, or contains it. */
function ruleFor(root, path) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, realPath(path));
    if (inside === '' || inside === '..' || inside.startsWith('../'))
        return [];
    // Spaces at the ends and line breaks cannot be escaped in an ignore file.
    return [`/${inside.replace(/[\\*?[\]!^-]/g, '\\$&').replace(/[\s\p{Cc}]/gu, '?')}`];
}
/** A path without links; the output of a first build does not exist yet. */
function realPath(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return path;
    }
}


/***/ }),

/***/ 25393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ji: () => (/* binding */ VOLANT_KERNEL),
/* harmony export */   K2: () => (/* binding */ fetchVolantKernel),
/* harmony export */   RF: () => (/* binding */ findRecordedKernel),
/* harmony export */   XZ: () => (/* binding */ problemOfKernelUrl),
/* harmony export */   dY: () => (/* binding */ findKernelToPin),
/* harmony export */   hX: () => (/* binding */ MAX_KERNEL_BYTES)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21874);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);
/* harmony import */ var _support_files_write_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23486);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94618);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24789);








/** The kernel that Volant's installer downloads. Volant runs on x86-64 only. */
const VOLANT_KERNEL = {
    repository: 'cloud-hypervisor/linux',
    tag: 'ch-release-v6.12.8-20250613',
    asset: 'vmlinux-x86_64',
    url: 'https://github.com/cloud-hypervisor/linux/releases/download/ch-release-v6.12.8-20250613/vmlinux-x86_64',
    version: '6.12.8',
};
/** Far above the size of a kernel; a larger file was named by mistake. */
const MAX_KERNEL_BYTES = 1024 ** 3;
const LABEL = 'the kernel';
/** A boot without network access must not wait for all attempts: the machine may have a kernel. */
const LOOKUP_MS = 15_000;
/** `fledge lock` waits less, because it does without the kernel. */
const PIN_LOOKUP_MS = 5000;
const COMMON = {
    kind: 'kernel',
    label: LABEL,
    maxBytes: MAX_KERNEL_BYTES,
    expect: 'elf',
};
const CHANGED = `the release of the kernel was changed, or the download was; find out which, and pin the digest with fledge lock`;
/**
 * Fetches Volant's kernel and verifies it: by the digest of `pin`; otherwise by the digest that the first use recorded in
 * the cache; otherwise by the digest of GitHub's API, if it has one. A kernel in the cache needs no request.
 *
 * @throws FledgeError `download` for a kernel with another digest, or a failed download; `output` if the cache cannot be
 *   written.
 */
async function fetchVolantKernel(pin, context) {
    if (pin !== undefined) {
        const { url, sha256, lockFile } = pin;
        return { file: await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'url', url }, sha256, lockFile }, context) };
    }
    const recorded = await readRecord(context);
    if (recorded !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .findDownloaded */ .dv)({ sha256: recorded, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: VOLANT_KERNEL.url } };
    }
    const asset = await findAsset(context, LOOKUP_MS);
    if ('unreachable' in asset)
        return asset;
    const file = await fetchAsset(asset, recorded, context);
    if (recorded === undefined)
        writeRecord(file.sha256, context);
    return { file: { ...file, uri: VOLANT_KERNEL.url } };
}
/**
 * Looks up the digest that GitHub publishes of Volant's kernel, without a download. It fails only if the signal of the context
 * aborts.
 */
async function findKernelToPin(context) {
    try {
        const asset = await findAsset({ ...context, reporter: _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_5__/* .silentReporter */ .P }, PIN_LOOKUP_MS);
        if ('unreachable' in asset)
            return asset;
        const { name, publicUrl, sha256 } = asset;
        return sha256 === undefined
            ? { unreachable: `GitHub has no digest of ${name}` }
            : { url: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_7__.redactUrl)(publicUrl), sha256 };
    }
    catch (error) {
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE))
            throw error;
        return { unreachable: error.message };
    }
}
/** The kernel that boots on this machine have used without a pin; undefined if there were none. */
async function findRecordedKernel(context) {
    const sha256 = await readRecord(context);
    return sha256 === undefined ? undefined : { url: VOLANT_KERNEL.url, sha256 };
}
/** The reason why a URL is not that of a kernel for Volant, in any of its releases and on any server; otherwise undefined. */
function problemOfKernelUrl(value) {
    const { repository, asset } = VOLANT_KERNEL;
    const url = URL.parse(value);
    const isOfRelease = url !== null &&
        /^https?:$/.test(url.protocol) &&
        url.pathname.includes(`/${repository}/releases/download/`) &&
        url.pathname.endsWith(`/${asset}`);
    return isOfRelease ? undefined : `must be the URL of ${asset} in a release of ${repository}`;
}
/** Looks the kernel up. Loads GitHub's client lazily: most boots find the kernel in the cache. */
async function findAsset(context, limitMs) {
    const { repository, tag, asset: name } = VOLANT_KERNEL;
    const { findRelease } = await __webpack_require__.e(/* import() */ 3937).then(__webpack_require__.bind(__webpack_require__, 63937));
    const timeout = AbortSignal.timeout(context.network?.headersTimeoutMs ?? limitMs);
    const signal = context.signal === undefined ? timeout : AbortSignal.any([context.signal, timeout]);
    try {
        const release = await findRelease(repository, tag, { ...context, signal });
        const asset = release.assets.find((candidate) => candidate.name === name);
        return asset ?? { unreachable: `release ${tag} of ${repository} has no ${name}` };
    }
    catch (error) {
        context.signal?.throwIfAborted();
        if (timeout.aborted)
            return { unreachable: `GitHub did not answer in time to the look-up of release ${tag} of ${repository}` };
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE) || error.code !== 'download')
            throw error;
        return { unreachable: error.message };
    }
}
async function fetchAsset({ name, url, headers, publicUrl, sha256: published }, recorded, context) {
    const sha256 = recorded ?? published;
    const request = { ...COMMON, from: { kind: 'url', url }, headers, publicUrl, sha256, mismatchFix: CHANGED };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchFile */ .t2)(request, context);
    if (sha256 === undefined) {
        context.reporter.warn(`${LABEL} was not verified: GitHub has no digest of ${name}; its SHA-256 ${file.sha256} is recorded for later boots`, { code: 'unpinned' });
    }
    return file;
}
/** The file with the digest of the first use. */
function recordOf({ cacheDirectory }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cacheDirectory, 'kernels', `${VOLANT_KERNEL.tag}-${VOLANT_KERNEL.asset}.sha256`);
}
async function readRecord(context) {
    try {
        const text = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(recordOf(context), 256)).toString('latin1').trim();
        return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
    }
    catch {
        // There is no record yet, or it is damaged, and the next download writes a new one.
        return undefined;
    }
}
function writeRecord(sha256, context) {
    const path = recordOf(context);
    try {
        (0,_support_files_make_directories_js__WEBPACK_IMPORTED_MODULE_2__/* .makeDirectories */ .K)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), { mode: 0o700 });
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_4__/* .placeFile */ .a)(path, Buffer.from(`${sha256}\n`), { mode: 0o600, isDurable: false });
    }
    catch (error) {
        context.reporter.warn(`cannot record the digest of ${LABEL} in ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFailureOf */ .PI)(error)}`, {
            code: 'cache',
        });
    }
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

/***/ 32026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sJ: () => (/* binding */ isOwnName),
/* harmony export */   yp: () => (/* binding */ OwnFiles)
/* harmony export */ });
/* unused harmony export STEP_DIRECTORY */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);




/** The prefix of the name of an action's step directory; mkdtemp(3) adds six characters. */
const STEP_DIRECTORY = '.fledge-step-';
const STEP_DIRECTORY_NAME = /^\.fledge-step-[0-9A-Za-z]{6}$/;
/** Whether a file or directory of this name belongs to a build. Check it first: scratch can vanish at any time. */
function isOwnName(name) {
    return (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__.isScratchName)(name) || STEP_DIRECTORY_NAME.test(name);
}
/**
 * Files and directories that belong to builds and not to the author of a plugin. Scratch and step directories are
 * identified by their names, others by their inodes, so that no link and no second mount hides them. They can contain
 * logins.
 */
class OwnFiles {
    /** Device numbers by inode number. */
    #devices = new Map();
    /** `paths` are absolute; those that do not exist are left out. */
    constructor(paths) {
        for (const path of paths) {
            const stats = statsOf(path);
            if (stats === undefined)
                continue;
            const devices = this.#devices.get(stats.ino) ?? new Set();
            this.#devices.set(stats.ino, devices.add(stats.dev));
        }
    }
    /** Whether a file or directory is one of those that are identified by their inodes. */
    has({ dev, ino }) {
        return this.#devices.get(ino)?.has(dev) === true;
    }
    /**
     * Whether a file or directory is one of them, or is inside one. A directory that contains `directory` too does not
     * count, because the build's own files are there. Both paths are absolute and without links.
     */
    holds(path, directory) {
        for (let at = path; at !== '/'; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
            if (directory === at || directory.startsWith(`${at}/`))
                return false;
            if (isOwnName(at.slice(at.lastIndexOf('/') + 1)) || this.has((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(at))))
                return true;
        }
        return false;
    }
}
/** Undefined if stat fails, for example for a path that is too long: such a file cannot be mapped either. */
function statsOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 94618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ silentReporter)
/* harmony export */ });
const silentProgress = { update() { }, end() { } };
/** A reporter that prints nothing, for library use and tests. */
const silentReporter = {
    step() { },
    info() { },
    warn() { },
    debug() { },
    progress: () => silentProgress,
};


/***/ }),

/***/ 69990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ compileExclusion)
});

// EXTERNAL MODULE: ./build/config/glob.js + 1 modules
var config_glob = __webpack_require__(17364);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
;// CONCATENATED MODULE: ./build/tree/match-glob.js
/** The names of a path as the matcher compares them. */
function charactersOf(path) {
    return path.split('/').map((name) => {
        const characters = [];
        for (let at = 0; at < name.length;) {
            const code = name.codePointAt(at) ?? 0;
            characters.push(code);
            at += code > 0xffff ? 2 : 1;
        }
        return characters;
    });
}
const NAME = {
    isStar: (token) => token?.kind === 'star',
    accepts: (token, code) => token.kind === 'character'
        ? token.code === code
        : token.kind !== 'class' ||
            token.ranges.some(({ first, last }) => first <= code && code <= last) !== token.negated,
};
const PATH = {
    isStar: (component) => component === '**',
    accepts: (component, name, counter) => component !== '**' && matchesSequence(component, name, NAME, counter),
};
/**
 * True if an alternative of a glob matches a whole path. The number of steps is at most the length of the alternative times
 * that of the path.
 */
function matchesAlternative(alternative, path, counter) {
    return matchesSequence(alternative, path, PATH, counter);
}
/**
 * Compares items with a pattern in which stars match any number of items. What follows the last star is compared with the
 * end of the items first. Between stars, only the latest one is ever extended: what an earlier one could match in addition,
 * the latest one can, too. So no pair of an element and an item is compared twice.
 */
function matchesSequence(pattern, items, { isStar, accepts }, counter) {
    let patternEnd = pattern.length;
    let end = items.length;
    for (; patternEnd > 0; patternEnd -= 1, end -= 1) {
        const wanted = pattern[patternEnd - 1];
        if (wanted === undefined || isStar(wanted))
            break;
        const found = items[end - 1];
        counter.steps += 1;
        if (found === undefined || !accepts(wanted, found, counter))
            return false;
    }
    if (patternEnd === 0)
        return end === 0;
    let element = 0;
    let item = 0;
    let afterStar = -1;
    let starEnd = 0;
    // The rest of the pattern ends with a star, which matches the rest of the items.
    while (element < patternEnd) {
        const wanted = pattern[element];
        const found = item < end ? items[item] : undefined;
        counter.steps += 1;
        if (wanted === undefined || isStar(wanted)) {
            element += 1;
            afterStar = element;
            starEnd = item;
        }
        else if (found !== undefined && accepts(wanted, found, counter)) {
            element += 1;
            item += 1;
        }
        else if (found !== undefined && afterStar >= 0) {
            starEnd += 1;
            element = afterStar;
            item = starEnd;
        }
        else
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/tree/exclude.js



const NOTHING = { matches: () => false, covers: () => false, unused: () => [], steps: 0 };
/**
 * Compiles valid globs of `exclude`. They are compared with paths as UTF-8 text; a byte that is not UTF-8 is one character,
 * which only a wildcard matches.
 */
function compileExclusion(globs) {
    if (globs.length === 0)
        return NOTHING;
    const compiled = globs.map((glob) => ({ glob, alternatives: (0,config_glob/* parseGlob */.qF)(glob) }));
    const counter = { steps: 0 };
    const used = new Set();
    const matches = (path) => {
        const names = charactersOf((0,byte_string/* bytesOf */.$$)(path).toString('utf8'));
        // All globs are tried, so that `unused` does not depend on their order.
        const found = compiled.filter(({ alternatives }) => alternatives.some((alternative) => matchesAlternative(alternative, names, counter)));
        for (const { glob } of found)
            used.add(glob);
        return found.length > 0;
    };
    const covers = (path) => {
        const names = path.split('/');
        return names.some((_, index) => matches(names.slice(0, index + 1).join('/')));
    };
    return {
        matches,
        covers,
        unused: () => globs.filter((glob) => !used.has(glob)),
        get steps() {
            return counter.steps;
        },
    };
}


/***/ })

};
