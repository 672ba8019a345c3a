export const id = 9503;
export const ids = [9503,2240];
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

/***/ 43929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyLock: () => (/* binding */ applyLock),
/* harmony export */   compareWithLock: () => (/* binding */ compareWithLock),
/* harmony export */   findMissingAgent: () => (/* binding */ findMissingAgent),
/* harmony export */   openSourcesOf: () => (/* binding */ openSourcesOf)
/* harmony export */ });
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29181);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);


/** The sources of a config that fledge.toml does not pin. */
function openSourcesOf(config) {
    const open = new Map();
    const localImages = [];
    for (const { reference, key } of (0,_config_images_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchedImagesOf */ .Rc)(config)) {
        if (isLocalByTag(reference))
            localImages.push({ text: reference.text, key });
        const image = isOfRegistry(reference) ? openImage(reference.named) : undefined;
        if (image !== undefined)
            open.set(key, image);
    }
    const image = open.get('image');
    const busyboxImage = open.get('busybox_image');
    return {
        ...(image !== undefined && { image }),
        ...(busyboxImage !== undefined && { busyboxImage }),
        baseImages: openBaseImages((0,_config_images_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileOf */ .S9)(config)),
        localImages,
        ...openAgent(config.agent),
        ...openBusybox(config),
    };
}
function openBusybox(config) {
    if (config.strategy === 'oci_rootfs' || config.busybox.image !== undefined)
        return {};
    const { location, sha256 } = config.busybox;
    return location.kind === 'url' && sha256 === undefined ? { busybox: location.url } : {};
}
function openAgent(agent) {
    if (agent?.source === 'release')
        return { agentRelease: agent.version };
    return agent?.source === 'http' && agent.sha256 === undefined ? { agent: agent.url } : {};
}
function isOfRegistry({ transport }) {
    return transport === undefined || transport === 'docker';
}
/** True for an image of a daemon or a storage by its tag. An id is the digest of the config. */
function isLocalByTag({ transport, named, stored, id }) {
    if (transport !== 'docker-daemon' && transport !== 'containers-storage')
        return false;
    return id === undefined && (named ?? stored)?.digest === undefined;
}
function openImage(named) {
    if (named === undefined || named.digest !== undefined)
        return undefined;
    return { name: `${named.domain}/${named.repository}:${named.tag ?? 'latest'}`, named };
}
function openBaseImages(dockerfile) {
    const all = _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P4.flatMap((platform) => dockerfile?.bases[platform] ?? []);
    const open = all.flatMap(({ named }) => openImage(named) ?? []);
    return [...new Map(open.map((image) => [image.name, image])).values()];
}
/** Compares a config with its pins. `nameOf` returns a URL as it is in a lock file: without credentials. */
function compareWithLock(config, pins, nameOf) {
    const open = openSourcesOf(config);
    const checks = [
        check(['image'], 'name', open.image?.name, pins.image?.name),
        check(['busybox_image'], 'name', open.busyboxImage?.name, pins.busyboxImage?.name),
        ...checkBaseImages(open.baseImages, pins.baseImages ?? []),
        check(['agent_release'], 'version', open.agentRelease, pins.agentRelease?.version),
        check(['agent'], 'url', open.agent && nameOf(open.agent), pins.agent?.url),
        check(['busybox'], 'url', open.busybox && nameOf(open.busybox), pins.busybox?.url),
    ];
    return { stale: checks.flatMap(({ stale }) => stale ?? []), gaps: checks.flatMap(({ gap }) => gap ?? []) };
}
function check(table, key, asked, locked) {
    if (asked === locked)
        return {};
    const wanted = JSON.stringify(asked);
    if (locked === undefined)
        return { gap: { path: table, message: `missing; fledge.toml names ${wanted}` } };
    const instead = asked === undefined ? 'does not use it' : `names ${wanted}`;
    return { stale: { path: [...table, key], message: `pins ${JSON.stringify(locked)}, but fledge.toml ${instead}` } };
}
function checkBaseImages(open, pins) {
    const stale = pins.flatMap(({ name }, index) => {
        if (open.some((image) => image.name === name))
            return [];
        const message = `pins ${JSON.stringify(name)}, which the Dockerfile does not use`;
        return [{ stale: { path: ['base_images', index, 'name'], message } }];
    });
    const gaps = open.flatMap(({ name }) => {
        if (pins.some((pin) => pin.name === name))
            return [];
        return [{ gap: { path: ['base_images'], message: `does not pin ${JSON.stringify(name)} of the Dockerfile` } }];
    });
    return [...stale, ...gaps];
}
/** Reports a release that had no agent for the platform when it was pinned. */
function findMissingAgent({ agentRelease }, platform) {
    if (agentRelease === undefined || agentRelease.assets[platform] !== undefined)
        return [];
    const message = `missing; release ${agentRelease.tag} had no kestrel for ${platform} when it was pinned`;
    return [{ path: ['agent_release', platform], message }];
}
/** The config with its pins filled in. `compareWithLock` must have found no stale pins. */
function applyLock(config, { file, pins }, platform) {
    const agent = pinnedAgent(config.agent, pins, { file, platform });
    const dockerfile = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileOf */ .S9)(config);
    const locked = {
        agent,
        ...(pins.image !== undefined && { imageLock: { file, digest: pins.image.digest } }),
    };
    const image = dockerfile && { ...dockerfile, bases: pinnedBases(dockerfile, pins.baseImages ?? [], file) };
    if (config.strategy === 'oci_rootfs')
        return { ...config, ...locked, image: image ?? config.image };
    return { ...config, ...locked, image: image ?? config.image, busybox: pinnedBusybox(config.busybox, pins, file) };
}
function pinnedBases({ bases }, pins, file) {
    const pinned = (base) => {
        const name = openImage(base.named)?.name;
        const pin = pins.find((candidate) => candidate.name === name);
        return pin === undefined ? base : { ...base, lock: { file, digest: pin.digest } };
    };
    return { 'linux/amd64': bases['linux/amd64'].map(pinned), 'linux/arm64': bases['linux/arm64'].map(pinned) };
}
function pinnedBusybox(busybox, { busybox: pin, busyboxImage }, file) {
    if (busybox.image === undefined) {
        return pin === undefined ? busybox : { ...busybox, sha256: pin.sha256, lockFile: file };
    }
    return busyboxImage === undefined ? busybox : { ...busybox, imageLock: { file, digest: busyboxImage.digest } };
}
function pinnedAgent(agent, { agentRelease, agent: pin }, { file, platform }) {
    if (agent?.source === 'release' && agentRelease !== undefined) {
        return { ...agent, lock: { file, tag: agentRelease.tag, asset: agentRelease.assets[platform] } };
    }
    if (agent?.source === 'http' && pin !== undefined)
        return { ...agent, sha256: pin.sha256, lockFile: file };
    return agent;
}


/***/ }),

/***/ 72240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isUpdated: () => (/* binding */ isUpdated),
/* harmony export */   requireNames: () => (/* binding */ requireNames)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1318);


/** A key of `Pins` whose pins can be updated on their own, and its names. */
const NAMES = {
    image: ['image'],
    busyboxImage: ['busybox_image', 'busybox'],
    baseImages: ['base_images'],
    agent: ['kestrel', 'agent'],
    busybox: ['busybox'],
    kernel: ['kernel'],
};
/** True if a source is to be updated. `image` is the name of an image with domain and tag. */
function isUpdated(names, kind, image) {
    return names === undefined || names.some((name) => isNameOf(name, kind, image));
}
/** `nginx:alpine` is also a name of `docker.io/library/nginx:alpine`. */
function isNameOf(name, kind, image) {
    const isKind = NAMES[kind].some((own) => own === name);
    return isKind || (image !== undefined && (image === name || image.endsWith(`/${name}`)));
}
/** The names for `--update` of the open sources of a config, and of the kernel of `fledge boot`. */
function namesOf({ image, busyboxImage, baseImages, agentRelease, agent, busybox }) {
    return [
        ...(image === undefined ? [] : ['image', image.name]),
        ...(busyboxImage === undefined ? [] : ['busybox_image', busyboxImage.name]),
        ...(baseImages.length === 0 ? [] : ['base_images', ...baseImages.map(({ name }) => name)]),
        ...(agentRelease === undefined && agent === undefined ? [] : ['kestrel']),
        ...(busybox === undefined ? [] : ['busybox']),
        'kernel',
    ];
}
/**
 * Checks that each name of `--update` is that of a source of one of the configs.
 *
 * @throws FledgeError `usage` with the first name that is not.
 */
function requireNames(names, configs) {
    for (const name of names) {
        if (configs.some((open) => isKnown(name, open)))
            continue;
        const known = [...new Set(configs.flatMap(namesOf))];
        const similar = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, known);
        const fix = similar === undefined
            ? `name one of: ${known.join(', ')}`
            : `did you mean ${similar}? The names are: ${known.join(', ')}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `--update ${JSON.stringify(name)}: fledge.toml has no source with this name that can move`, { fix });
    }
}
function isKnown(name, open) {
    return (isNameOf(name, 'kernel', undefined) ||
        (open.image !== undefined && isNameOf(name, 'image', open.image.name)) ||
        (open.busyboxImage !== undefined && isNameOf(name, 'busyboxImage', open.busyboxImage.name)) ||
        open.baseImages.some((image) => isNameOf(name, 'baseImages', image.name)) ||
        ((open.agentRelease !== undefined || open.agent !== undefined) && isNameOf(name, 'agent', undefined)) ||
        (open.busybox !== undefined && isNameOf(name, 'busybox', undefined)));
}


/***/ }),

/***/ 80565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lock: () => (/* binding */ lock)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80357);
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60410);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(13567);
/* harmony import */ var _sources_agent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29988);
/* harmony import */ var _sources_busybox_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13283);
/* harmony import */ var _sources_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67270);
/* harmony import */ var _sources_image_fetch_fetch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(191);
/* harmony import */ var _sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25393);
/* harmony import */ var _support_concurrency_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(58375);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35921);
/* harmony import */ var _support_files_write_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23486);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(61341);
/* harmony import */ var _support_report_elapsed_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(52835);
/* harmony import */ var _lock_file_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(63818);
/* harmony import */ var _lock_rules_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(43929);
/* harmony import */ var _update_names_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(72240);
















/**
 * Resolves the open sources of a fledge.toml, for all platforms, and pins them in its lock file. Files that are pinned
 * by their SHA-256 are downloaded for it, and stay in the cache.
 *
 * @throws FledgeError; the lock file is then unchanged.
 */
async function lock(request) {
    const { reporter, check = false } = request;
    const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__.loadConfig)(request.config);
    const open = (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_11__.openSourcesOf)(loaded.config);
    for (const { text: localImage } of open.localImages) {
        reporter.warn(`${localImage} refers to a local image by tag, which cannot be pinned; refer to it by digest`, {
            code: 'unpinned',
        });
    }
    const file = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_10__/* .lockFileOf */ .LN)(loaded.file);
    const before = check ? (await (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_10__/* .loadLockFor */ .FK)(loaded.file))?.pins : await readEarlier(loaded, request);
    const context = (0,_sources_context_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceContext */ .R)(request, loaded.directory);
    const job = { open, context, before: before ?? {}, update: request.update };
    const pins = await findPins(job).finally(() => context.cacheUse.end());
    const text = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_10__/* .renderLock */ .wC)(pins);
    const isSame = before !== undefined && (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_10__/* .renderLock */ .wC)(before) === text;
    const written = !isSame && !check;
    if (written)
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_8__.replaceFile)(file, text);
    return { file, pins, before: before ?? {}, written, upToDate: isSame || written };
}
/** Looks up every source, except those whose earlier pin is to stay. */
async function findPins({ open, context, before, update }) {
    const kept = keptPins(open, before, update);
    const title = 'resolve the open sources';
    context.reporter.step(title);
    const resolve = () => (0,_support_concurrency_js__WEBPACK_IMPORTED_MODULE_13__/* .settleAll */ .j3)(kept.image ?? (open.image && pinImage(open.image, context)), kept.busyboxImage ?? (open.busyboxImage && pinImage(open.busyboxImage, context)), (0,_support_concurrency_js__WEBPACK_IMPORTED_MODULE_13__/* .settleAll */ .j3)(...open.baseImages.map((image) => kept.baseImages?.find(({ name }) => name === image.name) ?? pinImage(image, context))), kept.agentRelease ?? (open.agentRelease === undefined ? undefined : pinRelease(open.agentRelease, context)), kept.agent ?? (open.agent === undefined ? undefined : (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_2__/* .downloadAgent */ .Sh)(open.agent, context).then(pinOf)), kept.busybox ?? (open.busybox === undefined ? undefined : pinBusybox(open.busybox, context)), (0,_update_names_js__WEBPACK_IMPORTED_MODULE_12__.isUpdated)(update, 'kernel') ? pinKernel(before.kernel, open.agentRelease !== undefined, context) : before.kernel);
    const [image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel] = await (0,_support_report_elapsed_js__WEBPACK_IMPORTED_MODULE_14__/* .whileReportingElapsed */ .C)(context.reporter, title, resolve);
    return { image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel };
}
/** The earlier pins that stay without a request: fledge.toml still has their sources, and they are not to be updated. */
function keptPins(open, before, update) {
    const { image, busyboxImage, baseImages = [], agentRelease, agent, busybox } = before;
    const stays = (pin, isSame, isAsked) => isSame && !isAsked ? pin : undefined;
    const isOfUrl = (pin, url) => pin !== undefined && url !== undefined && pin.url === (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_15__.redactUrl)(url);
    return {
        image: stays(image, image?.name === open.image?.name, (0,_update_names_js__WEBPACK_IMPORTED_MODULE_12__.isUpdated)(update, 'image', image?.name)),
        busyboxImage: stays(busyboxImage, busyboxImage?.name === open.busyboxImage?.name, (0,_update_names_js__WEBPACK_IMPORTED_MODULE_12__.isUpdated)(update, 'busyboxImage', busyboxImage?.name)),
        baseImages: baseImages.filter(({ name }) => !(0,_update_names_js__WEBPACK_IMPORTED_MODULE_12__.isUpdated)(update, 'baseImages', name)),
        agentRelease: stays(agentRelease, agentRelease?.version === open.agentRelease, (0,_update_names_js__WEBPACK_IMPORTED_MODULE_12__.isUpdated)(update, 'agent')),
        agent: stays(agent, isOfUrl(agent, open.agent), (0,_update_names_js__WEBPACK_IMPORTED_MODULE_12__.isUpdated)(update, 'agent')),
        busybox: stays(busybox, isOfUrl(busybox, open.busybox), (0,_update_names_js__WEBPACK_IMPORTED_MODULE_12__.isUpdated)(update, 'busybox')),
    };
}
async function pinImage({ name, named }, context) {
    return { name, digest: await (0,_sources_image_fetch_fetch_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveImage */ .A)(named, name, context) };
}
async function pinRelease(version, context) {
    const { tag, assets } = await (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchReleaseAgents */ .ix)(version, context);
    const pins = _support_platform_js__WEBPACK_IMPORTED_MODULE_9__/* .PLATFORMS */ .P4.flatMap((platform) => {
        const file = assets[platform];
        return file === undefined ? [] : [[platform, pinOf(file)]];
    });
    return { version, tag, assets: Object.fromEntries(pins) };
}
async function pinBusybox(url, context) {
    return pinOf(await (0,_sources_busybox_js__WEBPACK_IMPORTED_MODULE_3__/* .downloadBusybox */ .hC)(url, context));
}
/**
 * The default kernel of `fledge boot`, if GitHub is asked anyway, or a boot has used it: a build does not need it. If GitHub does
 * not answer, the kernel stays what it was.
 */
async function pinKernel(earlier, asksGithub, context) {
    const known = earlier ?? (await (0,_sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_6__/* .findRecordedKernel */ .RF)(context));
    if (known === undefined && !asksGithub)
        return undefined;
    const found = await (0,_sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_6__/* .findKernelToPin */ .dY)(context);
    if (!('unreachable' in found))
        return found;
    const message = known === undefined ? 'the kernel for fledge boot is not pinned' : 'the pin of the kernel is not updated';
    const { reporter } = context;
    reporter[known === undefined ? 'debug' : 'info'](`${message}: ${found.unreachable}`);
    return known;
}
function pinOf({ uri, sha256 }) {
    return { url: uri, sha256 };
}
/** The pins before this run. A damaged lock file is reported, and then replaced. */
async function readEarlier({ file }, { reporter }) {
    try {
        return (await (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_10__/* .loadLockFor */ .FK)(file))?.pins;
    }
    catch (error) {
        if ((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsOf */ .GW)(error).length === 0)
            throw error;
        reporter.warn(`${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}; the file is written again`, { code: 'lock' });
        return undefined;
    }
}


/***/ }),

/***/ 29988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ isAskedOfGithub),
/* harmony export */   EJ: () => (/* binding */ fetchAgent),
/* harmony export */   Sh: () => (/* binding */ downloadAgent),
/* harmony export */   ix: () => (/* binding */ fetchReleaseAgents)
/* harmony export */ });
/* unused harmony export assetNames */
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24789);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22236);





const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times the size of the agent, in bytes; a server cannot write more to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;
const COMMON = { kind: 'agent', label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
/**
 * Fetches the kestrel agent from its source in fledge.toml, and checks that it is a program for `platform`. Warns if it
 * needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchAgent(source, platform, context) {
    const { file, version, advice } = await fetchFrom(source, platform, context);
    const { interpreter } = await (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .checkElf */ .Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or it cannot start`, { code: 'dynamic-program' });
    }
    return { ...file, version };
}
/** True if the agent may have to be looked up with GitHub's API, which may need a token. */
function isAskedOfGithub(source) {
    return source?.source === 'release';
}
async function fetchFrom(source, platform, context) {
    switch (source.source) {
        case 'local': {
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'file', path: source.path } }, context);
            return { file, version: undefined, advice: `set path in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'http': {
            const pinAs = (sha256) => `checksum = "sha256:${sha256}" below [agent]`;
            const { sha256, lockFile } = source;
            const from = { kind: 'url', url: source.url };
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, sha256, lockFile, pinAs }, context);
            return { file, version: undefined, advice: `set url in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'release': {
            const { file, tag } = await fetchFromRelease(source, platform, context);
            const advice = `build a ${LABEL} for ${platform} and use it with source_strategy = "local": release ${tag} has none`;
            return { file, version: tag, advice };
        }
    }
}
/** Looks up a release of the agent. Loads GitHub's client lazily: most builds find their agent in the cache. */
async function findRelease(version, context) {
    const github = await __webpack_require__.e(/* import() */ 3937).then(__webpack_require__.bind(__webpack_require__, 63937));
    return github.findRelease(REPOSITORY, version, context);
}
/** Sends no request if the cache has the locked digest. */
async function fetchFromRelease({ version, lock }, platform, context) {
    const pin = lock?.asset;
    if (lock !== undefined && pin !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .findDownloaded */ .dv)({ sha256: pin.sha256, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__.redactUrl)(pin.url) }, tag: lock.tag };
    }
    const release = await findRelease(lock?.tag ?? version, context);
    const pinned = release.assets.find(({ publicUrl }) => pin !== undefined && (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__.redactUrl)(publicUrl) === pin.url);
    const asset = pinned ?? chooseAsset(release, platform);
    if (lock !== undefined && pin !== undefined)
        requireLocked(asset, pin, { lock, release });
    const file = await fetchAsset(asset, release, context, pin && { ...pin, lockFile: lock?.file });
    return { file: pin === undefined ? file : { ...file, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__.redactUrl)(pin.url) }, tag: release.tag };
}
/** Refuses a file before its download if the API has another digest for it than the lock file. */
function requireLocked({ name, sha256 }, pin, { lock, release }) {
    if (sha256 === undefined || sha256 === pin.sha256)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `cannot use ${name} of release ${release.tag}: its SHA-256 is ${sha256}, and ${lock.file} pins ${pin.sha256}`, { fix: _download_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_FIX */ .WP });
}
async function fetchAsset({ name, url, headers, publicUrl, sha256 }, release, context, pin) {
    const from = { kind: 'url', url };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, headers, publicUrl, sha256, ...pin }, context);
    if (sha256 === undefined && pin === undefined) {
        context.reporter.warn(`GitHub has no digest of ${name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`, { code: 'unpinned' });
    }
    return file;
}
/**
 * Fetches the agents of a release for all platforms, to find out for which platforms it has one.
 *
 * @throws FledgeError `download`, also if the release has no agent.
 */
async function fetchReleaseAgents(version, context) {
    const release = await findRelease(version, context);
    const assets = {};
    const seen = new Map();
    for (const platform of _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P4) {
        const asset = findAsset(release, platform);
        if (asset === undefined)
            continue;
        const file = seen.get(asset) ?? (await fetchAsset(asset, release, context));
        seen.set(asset, file);
        const program = await (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectProgram */ .JS)(file.path, LABEL);
        if (program.kind === 'elf' && program.machine === platform)
            assets[platform] = file;
    }
    const [any] = _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P4;
    if (Object.keys(assets).length === 0)
        throw noAgent(release, `${LABEL} for any platform`, assetNames(any));
    return { tag: release.tag, assets };
}
/**
 * Downloads the file that a URL serves as the agent now, to be pinned.
 *
 * @throws FledgeError `download`.
 */
function downloadAgent(url, context) {
    return (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'url', url } }, context);
}
function chooseAsset(release, platform) {
    const asset = findAsset(release, platform);
    if (asset === undefined)
        throw noAgent(release, `${LABEL} for ${platform}`, assetNames(platform));
    return asset;
}
function findAsset({ assets }, platform) {
    for (const name of assetNames(platform)) {
        const asset = assets.find((candidate) => candidate.name === name);
        if (asset !== undefined)
            return asset;
    }
    return undefined;
}
function noAgent({ tag, assets }, what, wanted) {
    const available = assets.map(({ name }) => name).join(', ') || 'none';
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `release ${tag} of ${REPOSITORY} has no ${what}`, {
        fix: `choose another version in [agent]; looked for ${wanted.join(', ')}; the release has: ${available}`,
    });
}
/**
 * The possible names of a platform's agent among the assets of a release, best first. Plain `kestrel` is for amd64; for
 * another platform it is the last choice, and its ELF header is checked later.
 */
function assetNames(platform) {
    const named = ARCHITECTURES[platform].flatMap((name) => [`${LABEL}-linux-${name}`, `${LABEL}-${name}`]);
    return platform === 'linux/amd64' ? [LABEL, ...named] : [...named, LABEL];
}
const ARCHITECTURES = {
    'linux/amd64': ['amd64', 'x86_64'],
    'linux/arm64': ['arm64', 'aarch64'],
};


/***/ }),

/***/ 61431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ KNOWN_APPLETS)
/* harmony export */ });
const rootApplets = `
  linuxrc
`;
const binApplets = `
  arch ash base32 base64 busybox cat chattr chgrp chmod chown conspy cp cpio cttyhack date dd df dmesg dnsdomainname
  dumpkmap echo ed egrep false fatattr fdflush fgrep fsync getopt grep gunzip gzip hostname hush ionice iostat ipcalc
  kbd_mode kill link linux32 linux64 ln login ls lsattr lzop makemime mkdir mknod mktemp more mount mountpoint mpstat
  mt mv netstat nice nuke pidof ping ping6 pipe_progress printenv ps pwd reformime resume rev rm rmdir rpm run-parts
  scriptreplay sed setarch setpriv setserial sh sleep stat stty su sync tar touch true umount uname uncompress usleep
  vi vmstat watch zcat
`;
const sbinApplets = `
  acpid adjtimex arp blkid blockdev bootchartd depmod devmem fbsplash fdisk findfs freeramdisk fsck fsck.minix fstrim
  getty halt hdparm hwclock ifconfig ifdown ifenslave ifup init insmod ip ipaddr iplink ipneigh iproute iprule
  iptunnel klogd loadkmap logread losetup lsmod makedevs mdev mkdosfs mke2fs mkfs.ext2 mkfs.minix mkfs.vfat mkswap
  modinfo modprobe nameif pivot_root poweroff raidautorun reboot rmmod route run-init runlevel setconsole slattach
  start-stop-daemon sulogin swapoff swapon switch_root sysctl syslogd tc tunctl udhcpc uevent vconfig watchdog zcip
`;
const usrBinApplets = `
  [ [[ ar ascii awk basename bc beep blkdiscard bunzip2 bzcat bzip2 cal chpst chrt chvt cksum clear cmp comm crc32
  crontab cryptpw cut dc deallocvt diff dirname dos2unix dpkg dpkg-deb du dumpleases eject env envdir envuidgid expand
  expr factor fallocate fgconsole find flock fold free ftpget ftpput fuser getfattr groups hd head hexdump hexedit
  hostid id install ipcrm ipcs killall last less logger logname lpq lpr lsblk lsof lspci lsscsi lsusb lzcat lzma man
  md5sum mesg microcom mkfifo mkpasswd nc nl nmeter nohup nproc nsenter nslookup od openvt passwd paste patch pgrep
  pkill pmap printf pscan pstree pwdx readlink realpath renice reset resize rpm2cpio runsv runsvdir rx script seq
  setfattr setkeycodes setsid setuidgid sha1sum sha256sum sha384sum sha3sum sha512sum showkey shred shuf smemcap
  softlimit sort split ssl_client ssl_server strings sum sv svc svok tac tail taskset tcpsvd tee telnet test tftp time
  timeout top tr traceroute traceroute6 truncate ts tty ttysize udhcpc6 udpsvd unexpand uniq unix2dos unlink unlzma
  unshare unxz unzip uptime users uudecode uuencode uuidgen vlock volname w wall wc wget which who whoami whois xargs
  xxd xz xzcat yes
`;
const usrSbinApplets = `
  add-shell addgroup adduser arping brctl chat chpasswd chroot crond delgroup deluser dhcprelay dnsd ether-wake
  fakeidentd fbset fdformat fsfreeze ftpd httpd i2cdetect i2cdump i2cget i2cset i2ctransfer ifplugd inetd killall5
  loadfont lpd mim nanddump nandwrite nbd-client nologin ntpd partprobe popmaildir powertop rdate rdev readahead
  readprofile remove-shell rtcwake sendmail setfont setlogcons svlogd telnetd tftpd ubiattach ubidetach ubimkvol
  ubirename ubirmvol ubirsvol ubiupdatevol udhcpd
`;
/**
 * The directory of every applet that `busybox --list-full` prints, collected from Debian's busybox of bullseye,
 * bookworm, trixie and sid and from busybox 1.35.0 with everything in its default configuration. If they differ
 * (Debian moves readlink to /bin), the unpatched program is used.
 */
const KNOWN_APPLETS = new Map([
    ...inDirectory('', rootApplets),
    ...inDirectory('bin', binApplets),
    ...inDirectory('sbin', sbinApplets),
    ...inDirectory('usr/bin', usrBinApplets),
    ...inDirectory('usr/sbin', usrSbinApplets),
]);
function inDirectory(directory, names) {
    return names
        .trim()
        .split(/\s+/)
        .map((name) => [name, directory]);
}


/***/ }),

/***/ 13283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VE: () => (/* binding */ BUSYBOX_PATH),
  qI: () => (/* binding */ MAX_BUSYBOX_BYTES),
  hC: () => (/* binding */ downloadBusybox),
  Z9: () => (/* binding */ fetchBusybox),
  fy: () => (/* binding */ inspectBusybox),
  Rg: () => (/* binding */ requireBusyboxFor)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/sources/applet-directories.js
var applet_directories = __webpack_require__(61431);
;// CONCATENATED MODULE: ./build/sources/applets.js


/**
 * The applets of a busybox binary, in byte order. `busybox --list-full` is not used, because the binary may be for
 * another machine. The result may include `busybox` itself and `linuxrc`, whose directory is the root.
 *
 * The binary contains the names in byte order, each terminated by a NUL, and an empty name after the last one. If it
 * was built to install itself, it also contains the directories: one nibble per name, low nibble first on every
 * machine. Neither table has a header or a symbol, and either may follow other bytes without a gap. So both are
 * recognised by their content: the names are sorted and mostly known, and the nibbles agree with the directories of
 * known applets. The applets of a binary without nibbles are put into the usual directories.
 *
 * @throws FledgeError `input` if the binary has no such list; `path` is the file in the message.
 */
function readApplets(binary, path) {
    const list = findNameList(binary);
    if (list === undefined) {
        throw new errors/* FledgeError */.aE('input', `cannot read the applets of ${path}: it contains no list of applets; check that it is busybox`, {
            fix: 'set busybox_url in [source] to a busybox with more than a few applets',
        });
    }
    const readings = readingsOf(list).map((names) => ({ names, found: findDirectories(binary, names, list) }));
    const located = readings.filter(({ found }) => found !== undefined);
    const best = located.reduce((a, b) => (a?.found !== undefined && b.found !== undefined && a.found.misses <= b.found.misses ? a : b), undefined);
    const { names, found } = best ?? readings[0] ?? { names: list.names, found: undefined };
    return names.map((name, index) => ({
        name,
        directory: found?.directories[index] ?? applet_directories/* KNOWN_APPLETS */.M.get(name) ?? 'usr/bin',
    }));
}
/** Fewer known names than this may be a coincidence. */
const MIN_KNOWN_NAMES = 4;
const MAX_NAME_LENGTH = 32;
/** 1 for the bytes that names of applets consist of. */
const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => /[A-Za-z0-9_.+[-]/.test(String.fromCharCode(byte)) ? 1 : 0);
/** Names of almost every busybox. The search begins around them, to avoid a scan of megabytes of code. */
const LANDMARKS = ['cat', 'ls', 'mount', 'sh'];
/** More than the names of all applets need. */
const NAMES_BYTES = 16 * 1024;
function findNameList(binary) {
    const view = Buffer.from(binary.buffer, binary.byteOffset, binary.length);
    for (const landmark of LANDMARKS) {
        const at = view.indexOf(`\0${landmark}\0`, 0, 'latin1');
        const from = Math.max(0, at - NAMES_BYTES);
        const list = at < 0 ? undefined : bestNameList(binary, from, Math.min(binary.length, at + NAMES_BYTES));
        // A list at the start of the window may begin before the window.
        if (list !== undefined && list.start > from)
            return list;
    }
    return bestNameList(binary, 0, binary.length);
}
/** The name list with the most known names in a part of the binary. At least half of its names are known. */
function bestNameList(binary, from, to) {
    let best;
    for (const { start, end, before } of sortedRuns(binary, from, to)) {
        const names = latin1(binary, start, end - 1).split('\0');
        const known = names.filter((name) => applet_directories/* KNOWN_APPLETS */.M.has(name)).length;
        if (known < MIN_KNOWN_NAMES || known * 2 < names.length || known <= (best?.known ?? 0))
            continue;
        best = { known, list: { names, start, end, before } };
    }
    return best?.list;
}
/** Runs of at least MIN_KNOWN_NAMES plausible names in strict byte order with an empty name after them. */
function sortedRuns(binary, from, to) {
    const runs = [];
    /** The current run: its start, its number of names, and the start and end of its last name. */
    let runStart = from;
    let count = 0;
    let lastStart = 0;
    let lastEnd = 0;
    /** The current name: the start of its plausible part; true if that part begins right after the last NUL. */
    let nameStart = from;
    let isWhole = true;
    for (let at = from; at < to; at += 1) {
        const byte = binary[at] ?? 0;
        if (byte !== 0) {
            if (NAME_BYTES[byte] === 0) {
                nameStart = at + 1;
                isWhole = false;
            }
            continue;
        }
        const length = at - nameStart;
        if (length === 0 && isWhole) {
            if (count >= MIN_KNOWN_NAMES)
                runs.push({ start: runStart, end: at, before: tailBefore(binary, runStart) });
            count = 0;
        }
        else if (length === 0 || length > MAX_NAME_LENGTH) {
            count = 0;
        }
        else if (isWhole && count > 0 && isBefore(binary, lastStart, lastEnd, nameStart, at)) {
            count += 1;
        }
        else {
            runStart = nameStart;
            count = 1;
        }
        lastStart = nameStart;
        lastEnd = at;
        nameStart = at + 1;
        isWhole = true;
    }
    return runs;
}
/** True if the name at a is less than the name at b, by byte value. */
function isBefore(bytes, aStart, aEnd, bStart, bEnd) {
    const length = Math.min(aEnd - aStart, bEnd - bStart);
    for (let index = 0; index < length; index += 1) {
        const difference = (bytes[aStart + index] ?? 0) - (bytes[bStart + index] ?? 0);
        if (difference !== 0)
            return difference < 0;
    }
    return aEnd - aStart < bEnd - bStart;
}
/** The last plausible bytes before the NUL that precedes the run. */
function tailBefore(binary, runStart) {
    const end = runStart - 1;
    if (binary[end] !== 0)
        return '';
    let start = end;
    while (start > 0 && end - start < MAX_NAME_LENGTH && NAME_BYTES[binary[start - 1] ?? 0] === 1)
        start -= 1;
    return latin1(binary, start, end);
}
/**
 * The possible beginnings of a list, most likely first. Other data may be directly before the first name: it may look
 * like a part of the name, hide the name because both together are out of order, or look like one more name before it.
 */
function readingsOf({ names, before }) {
    const [first = '', ...rest] = names;
    const readings = [];
    const hidden = knownTail(before);
    if (hidden !== undefined && hidden < first)
        readings.push([hidden, ...names]);
    const firstKnown = names.findIndex((name) => applet_directories/* KNOWN_APPLETS */.M.has(name));
    const tail = knownTail(first);
    if (firstKnown === 0)
        readings.push(names);
    else if (tail !== undefined)
        readings.push([tail, ...rest]);
    // A surplus name is an unused link; an omitted name is a missing command.
    else
        readings.push(names, names.slice(firstKnown));
    return readings;
}
/** The longest known name at the end of a text. */
function knownTail(text) {
    for (let start = 0; start < text.length; start += 1) {
        const tail = text.slice(start);
        if (applet_directories/* KNOWN_APPLETS */.M.has(tail))
            return tail;
    }
    return undefined;
}
/** The directory of each nibble value. */
const DIRECTORIES = ['', 'bin', 'sbin', 'usr/bin', 'usr/sbin'];
/** With fewer known names, any bytes might agree by chance, and the usual directories are as good. */
const MIN_EVIDENCE = 16;
/** The fraction of known applets that a builder may have moved to other directories. */
const MAX_MISSES = 0.1;
/** The compiler puts the nibbles near the names; the whole binary is searched if they are not there. */
const NEIGHBOURHOOD_BYTES = 16 * 1024;
function findDirectories(binary, names, near) {
    const expected = names.map((name) => {
        const directory = applet_directories/* KNOWN_APPLETS */.M.get(name);
        return directory === undefined ? -1 : DIRECTORIES.indexOf(directory);
    });
    const evidence = expected.filter((nibble) => nibble >= 0).length;
    if (evidence < MIN_EVIDENCE)
        return undefined;
    const limit = Math.floor(evidence * MAX_MISSES);
    const from = Math.max(0, near.start - NEIGHBOURHOOD_BYTES);
    const to = Math.min(binary.length, near.end + NEIGHBOURHOOD_BYTES);
    const place = bestPlace(binary, expected, { from, to, limit }) ??
        bestPlace(binary, expected, { from: 0, to: binary.length, limit });
    if (place === undefined)
        return undefined;
    return {
        misses: place.misses,
        directories: names.map((_, index) => DIRECTORIES[nibbleAt(binary, place.offset, index)] ?? 'usr/bin'),
    };
}
function bestPlace(binary, expected, { from, to, limit }) {
    let best;
    for (let offset = from; offset + Math.ceil(expected.length / 2) <= to; offset += 1) {
        const misses = missesAt(binary, offset, expected, best === undefined ? limit : best.misses - 1);
        if (misses !== undefined)
            best = { offset, misses };
        if (misses === 0)
            break;
    }
    return best;
}
/** The number of known applets that the nibbles at `offset` misplace; undefined if above `limit` or not nibbles. */
function missesAt(binary, offset, expected, limit) {
    let misses = 0;
    for (let index = 0; index < expected.length; index += 1) {
        const nibble = nibbleAt(binary, offset, index);
        if (nibble >= DIRECTORIES.length)
            return undefined;
        const wanted = expected[index] ?? -1;
        if (wanted < 0 || wanted === nibble)
            continue;
        misses += 1;
        if (misses > limit)
            return undefined;
    }
    return misses;
}
function nibbleAt(binary, offset, index) {
    const byte = binary[offset + (index >> 1)] ?? 0xff;
    return index % 2 === 0 ? byte & 0x0f : byte >> 4;
}
function latin1(bytes, start, end) {
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

// EXTERNAL MODULE: ./build/sources/download.js
var download = __webpack_require__(24789);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
;// CONCATENATED MODULE: ./build/sources/busybox.js








/** The path of busybox in an image and in an initramfs. */
const BUSYBOX_PATH = 'bin/busybox';
const LABEL = 'busybox';
/** A static busybox with all applets has about 2.5 MB. The whole file is read into memory. */
const MAX_BUSYBOX_BYTES = 64 * 1024 * 1024;
/**
 * Checks that the default busybox, if it is used, is for a platform. Does not fetch it.
 *
 * @throws FledgeError `input`.
 */
function requireBusyboxFor({ location }, platform) {
    if (location?.kind !== 'url' || location.url !== values/* DEFAULT_BUSYBOX_URL */.H9 || platform === 'linux/amd64')
        return;
    throw new errors/* FledgeError */.aE('input', `the default busybox is for linux/amd64, and the plugin is for ${platform}`, {
        fix: `in [source], set busybox_image to an image for ${platform}, such as "busybox:musl", or busybox_url to a static busybox for ${platform}: a URL, or a file of this machine`,
    });
}
/**
 * Fetches busybox from its source in fledge.toml, checks that it is a program for `platform`, and reads its applets.
 * Warns if it needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchBusybox(source, platform, context) {
    const pinAs = (sha256) => `busybox_sha256 = "${sha256}" below [source]`;
    const file = await (0,download/* fetchFile */.t2)({ ...requestFor(source), pinAs }, context).catch((error) => {
        throw suggestLocalBusybox(error);
    });
    return inspectBusybox(file, { platform, key: 'busybox_url' }, context);
}
/** Adds the way without a network to the fix of a failed download: most people do not know that a package has the file. */
function suggestLocalBusybox(error) {
    if (!(error instanceof errors/* FledgeError */.aE) || error.code !== 'download')
        return error;
    const { message, fix } = error.wording;
    const other = `set busybox_url = "/bin/busybox" below [source] after apt-get install busybox-static`;
    const fixes = fix === undefined ? other : (0,wording/* joinTexts */.B5)([fix, other], '; or ');
    return new errors/* FledgeError */.aE(error.code, message, { cause: error, fix: fixes });
}
/**
 * Checks that a file is a busybox for the platform, and reads its applets. Warns if it needs a dynamic loader. `key` is the
 * key of `[source]` that names it.
 *
 * @throws FledgeError `input`.
 */
async function inspectBusybox(file, { platform, key }, context) {
    const advice = `set ${key} in [source] to a busybox for ${platform}`;
    const { interpreter } = await (0,elf/* checkElf */.Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or no applet can start`, { code: 'dynamic-program' });
    }
    const data = await readVerified(file);
    return { ...file, data, applets: readApplets(data, file.path) };
}
/**
 * Downloads the file that a URL serves as busybox now, to be pinned.
 *
 * @throws FledgeError `download` or `input`.
 */
function downloadBusybox(url, context) {
    return (0,download/* fetchFile */.t2)(requestFor({ location: { kind: 'url', url }, sha256: undefined }), context);
}
function requestFor({ location, sha256, lockFile }) {
    return {
        from: location,
        sha256,
        lockFile,
        kind: 'busybox',
        label: LABEL,
        maxBytes: MAX_BUSYBOX_BYTES,
        expect: 'elf',
    };
}
async function readVerified({ path, sha256 }) {
    const data = await readWhole(path);
    if ((0,external_node_crypto_.hash)('sha256', data) === sha256)
        return data;
    throw (0,regular_file/* fileChanged */.J8)(LABEL);
}
async function readWhole(path) {
    try {
        return await (0,regular_file/* readRegularFile */.XF)(path, MAX_BUSYBOX_BYTES);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${LABEL} from ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 88251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ cacheLimitOf)
/* harmony export */ });
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);



/** The variable with the size limit of the cache. */
const VARIABLE = 'FLEDGE_CACHE_MAX_SIZE';
const DEFAULT_LIMIT = 10 * 1024 * _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ;
/**
 * The size limit of the cache in bytes: FLEDGE_CACHE_MAX_SIZE, otherwise 10 GiB. Undefined for `unlimited`.
 *
 * @throws FledgeError `usage` if it is not a size.
 */
function cacheLimitOf(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .Jz)(env, VARIABLE);
    if (text === undefined)
        return DEFAULT_LIMIT;
    if (text.trim().toLowerCase() === 'unlimited')
        return undefined;
    const bytes = (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSize */ .DB)(text);
    if (bytes !== undefined && bytes >= _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ)
        return bytes;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `${VARIABLE} is not a size of at least 1M: ${JSON.stringify(text.slice(0, 100))}`, {
        fix: `set it to a size such as 5G or 500M, or to unlimited, or unset it`,
    });
}


/***/ }),

/***/ 67270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sourceContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _cache_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88251);
/* harmony import */ var _cache_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68387);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8359);




/**
 * The context of the sources; `directory` is that of fledge.toml.
 *
 * @throws FledgeError `usage` if the size limit of the cache is not a size.
 */
function sourceContext({ env, reporter, signal }, directory) {
    const cacheDirectory = (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheDirectoryOf */ .N2)(env, { home: node_os__WEBPACK_IMPORTED_MODULE_0__.homedir, cwd: process.cwd() });
    const use = (0,_cache_use_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheUse */ .Ev)({ directory: cacheDirectory, limit: (0,_cache_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheLimitOf */ .l)(env), reporter });
    return { baseDirectory: directory, cacheDirectory, cacheUse: use, reporter, env, signal };
}


/***/ }),

/***/ 22236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ inspectProgram),
/* harmony export */   Kg: () => (/* binding */ checkElf),
/* harmony export */   Ki: () => (/* binding */ parseElfHeader),
/* harmony export */   Mu: () => (/* binding */ inspectProgramIn)
/* harmony export */ });
/* unused harmony export findInterpreter */
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25423);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11720);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13307);




const HEADER_BYTES = 64;
/** Linux loads no program with a larger table (fs/binfmt_elf.c, load_elf_phdrs). */
const MAX_TABLE_BYTES = 64 * 1024;
/** As many sections of 64 bytes as the header can count. */
const MAX_SECTION_TABLE_BYTES = 0xffff * 64;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** PT_LOAD to PT_TLS. Other types are specific to a linker, and are not loaded. */
const SEGMENT_TYPES = [1, 2, 3, 4, 5, 6, 7];
/** SHT_NULL and SHT_NOBITS, which have no bytes in the file. */
const EMPTY_SECTION_TYPES = [0, 8];
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];
/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
    32: {
        headerBytes: 52,
        programs: { table: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
        sections: { table: 32, entrySize: 46, entryCount: 48, entryBytes: 40, fileOffset: 16, fileSize: 20 },
    },
    64: {
        headerBytes: 64,
        programs: { table: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
        sections: { table: 40, entrySize: 58, entryCount: 60, entryBytes: 64, fileOffset: 24, fileSize: 32 },
    },
};
/** e_machine by number: the name for little-endian and the one for big-endian. */
const MACHINES = new Map([
    [3, ['linux/386', 'big-endian i386']],
    [8, ['linux/mipsle', 'linux/mips']],
    [20, ['little-endian powerpc', 'linux/ppc']],
    [21, ['linux/ppc64le', 'linux/ppc64']],
    [22, ['little-endian s390', 'linux/s390x']],
    [40, ['linux/arm', 'big-endian arm']],
    [62, ['linux/amd64', 'big-endian x86-64']],
    [183, ['linux/arm64', 'big-endian aarch64']],
    [243, ['linux/riscv64', 'big-endian riscv']],
    [258, ['linux/loong64', 'big-endian loongarch']],
]);
/**
 * Checks that a file is an ELF program for `platform`, and returns the content of its headers. `advice` is the fix if
 * it is not; `label` is the file's name in messages.
 *
 * @throws FledgeError `input`.
 */
async function checkElf(path, wanted) {
    const { platform, label, advice } = wanted;
    const found = await readElf(path, label);
    if ('notElf' in found) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.type !== 'executable') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.machine !== platform) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`, {
            fix: advice ??
                (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `use a ${label} that is built for ${platform}, or choose the other platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('platform')}`,
        });
    }
    if (found.damage !== undefined) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is damaged: ${found.damage}`, {
            fix: `build, copy or download ${label} again`,
        });
    }
    return found;
}
/** Parses the header at the beginning of a file; undefined if it is missing, truncated or not valid. */
function parseElfHeader(bytes) {
    if (!(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(bytes))
        return undefined;
    const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
    const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
    if (bits === undefined || littleEndian === undefined)
        return undefined;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.headerBytes)
        return undefined;
    const fields = fieldsOf(bytes, bits, littleEndian);
    const tableOf = ({ table, entrySize, entryCount, }) => {
        const offset = fields.word(table);
        if (offset === undefined)
            return undefined;
        return { offset, entrySize: fields.u16(entrySize), count: fields.u16(entryCount) };
    };
    const programHeaders = tableOf(layout.programs);
    const sectionHeaders = tableOf(layout.sections);
    if (programHeaders === undefined || sectionHeaders === undefined)
        return undefined;
    return {
        bits,
        littleEndian,
        type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
        machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
        programHeaders,
        sectionHeaders: sectionHeaders.offset === 0 || sectionHeaders.count === 0 ? undefined : sectionHeaders,
    };
}
/** The part of the file with the path of the dynamic loader, by the program headers; undefined if it is static. */
function findInterpreter(header, table) {
    return partsOf(header, 'programs', table).find(({ type }) => type === PT_INTERP);
}
/** The entries that the bytes of a table contain. */
function partsOf(header, kind, table) {
    const layout = LAYOUTS[header.bits][kind];
    const place = kind === 'programs' ? header.programHeaders : header.sectionHeaders;
    if (place === undefined || place.entrySize < layout.entryBytes)
        return [];
    const fields = fieldsOf(table, header.bits, header.littleEndian);
    const count = Math.min(place.count, Math.floor(table.length / place.entrySize));
    return Array.from({ length: count }, (_, index) => {
        const start = index * place.entrySize;
        return {
            // p_type is the first field of its header, and sh_type the second one.
            type: fields.u32(kind === 'programs' ? start : start + 4),
            offset: fields.word(start + layout.fileOffset),
            size: fields.word(start + layout.fileSize),
        };
    });
}
/**
 * The damage of a program of `fileSize` bytes: a table, a segment or a section beyond the end of the file, or program
 * headers that the kernel does not accept. No number in the file is trusted.
 */
function findDamage(header, tables, fileSize) {
    const { programHeaders, sectionHeaders, bits } = header;
    const beyond = (what, { offset, size }) => {
        if (size === 0)
            return undefined;
        if (offset === undefined || size === undefined)
            return `${what} has an offset or a size that no file can have`;
        const end = offset + size;
        return end > fileSize ? `${what} ends at byte ${end}, and the file has ${fileSize}` : undefined;
    };
    const lengthOf = ({ entrySize, count }) => entrySize * count;
    const programs = { offset: programHeaders.offset, size: lengthOf(programHeaders) };
    const isLoadable = programHeaders.entrySize === LAYOUTS[bits].programs.entryBytes && programs.size <= MAX_TABLE_BYTES;
    if (programHeaders.count > 0 && !isLoadable)
        return 'Linux does not load a program with its program headers';
    const cut = beyond('its table of program headers', programs) ??
        (sectionHeaders &&
            beyond('its table of section headers', { offset: sectionHeaders.offset, size: lengthOf(sectionHeaders) }));
    if (cut !== undefined)
        return cut;
    const segments = partsOf(header, 'programs', tables.programs).filter(({ type }) => SEGMENT_TYPES.includes(type));
    const sections = partsOf(header, 'sections', tables.sections).filter(({ type }) => !EMPTY_SECTION_TYPES.includes(type));
    for (const part of segments) {
        const problem = beyond('a segment', part);
        if (problem !== undefined)
            return problem;
    }
    for (const part of sections) {
        const problem = beyond('a section', part);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
/**
 * Examines a host file as a program: its type, and the interpreter that it needs to start.
 *
 * @throws FledgeError `input` if it cannot be read; `label` is the file's name in messages.
 */
async function inspectProgram(path, label) {
    return programOf(await readElf(path, label));
}
/** Examines the content of a file as `inspectProgram` does. */
async function inspectProgramIn(file) {
    return programOf(await readElfIn(file));
}
function programOf(found) {
    if (!('notElf' in found)) {
        const { machine, interpreter, damage } = found;
        return { kind: 'elf', machine, interpreter, damage };
    }
    const { head, notElf: description } = found;
    const [, interpreter, rest = ''] = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(head) ?? [];
    if (interpreter === undefined) {
        return { kind: 'other', description, isScriptAfterMark: head.startsWith('\xef\xbb\xbf#!') };
    }
    const argument = rest.replace(/[ \t]+$/, '');
    return { kind: 'script', interpreter, argument: argument === '' ? undefined : argument };
}
async function readElf(path, label) {
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            return await readElfIn({ size, read: (position, length) => readAt(handle, position, length) });
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function readElfIn(file) {
    const head = await file.read(0, 512);
    const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
    if (header === undefined) {
        return { notElf: (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(head) ? 'a damaged ELF file' : (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .describeContent */ .X)(head), head: head.toString('latin1') };
    }
    const programs = await readTable(file, header.programHeaders, MAX_TABLE_BYTES);
    const sections = await readTable(file, header.sectionHeaders, MAX_SECTION_TABLE_BYTES);
    const damage = header.type === 'executable' ? findDamage(header, { programs, sections }, file.size) : undefined;
    const place = findInterpreter(header, programs);
    if (place?.offset === undefined || place.size === undefined)
        return { ...header, interpreter: undefined, damage };
    const text = (await file.read(place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
    return { ...header, interpreter: text.split('\0', 1)[0] ?? '', damage };
}
async function readTable(file, table, maxBytes) {
    if (table === undefined)
        return Buffer.alloc(0);
    return file.read(table.offset, Math.min(table.entrySize * table.count, maxBytes));
}
/** Up to `length` bytes from `position`; fewer at the end of the file. */
async function readAt(handle, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead);
}
function machineName(of) {
    const { number, abi, bits, littleEndian } = of;
    const names = MACHINES.get(number);
    if (names === undefined)
        return `machine ${number}`;
    const name = littleEndian ? names[0] : names[1];
    if (!LINUX_ABIS.includes(abi))
        return `${name.replace('linux/', '')} of another system (OS ABI ${abi})`;
    // x86-64 and arm64 code in 32-bit files: the x32 and ILP32 ABIs, which kernels are rarely built to run.
    return bits === 32 && /64$/.test(name) ? `${name.replace('linux/', '')} with 32-bit pointers` : name;
}
/** Readers for the fields of one class and byte order. Offsets must be inside `bytes`. */
function fieldsOf(bytes, bits, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return {
        u16: (offset) => view.getUint16(offset, littleEndian),
        u32: (offset) => view.getUint32(offset, littleEndian),
        /** A file offset or size: 32 or 64 bits by class; undefined if no file can have it. */
        word(offset) {
            if (bits === 32)
                return view.getUint32(offset, littleEndian);
            const value = Number(view.getBigUint64(offset, littleEndian));
            return Number.isSafeInteger(value) ? value : undefined;
        },
    };
}


/***/ }),

/***/ 34481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   AD: () => (/* binding */ speedCheck),
/* harmony export */   Dm: () => (/* binding */ Supervisor),
/* harmony export */   Uo: () => (/* binding */ growthCheck),
/* harmony export */   YB: () => (/* binding */ reportGrowth),
/* harmony export */   bR: () => (/* binding */ bytesBelow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Interval in milliseconds: short enough for a smooth progress bar, and cheap. */
const INTERVAL_MS = 250;
/**
 * Runs `work`, which does not report its progress, such as a program that copies. Meanwhile `measure` reads the written
 * bytes from the disk, and `progress` is updated with them. Progress ends with the work, also if it fails.
 */
async function reportGrowth(progress, measure, work) {
    const timer = setInterval(() => {
        const { done, total } = measure();
        progress.update(done, total);
    }, INTERVAL_MS);
    try {
        return await work();
    }
    finally {
        clearInterval(timer);
        progress.end();
    }
}
/** A check of the output of a program, frequent enough that the program cannot exceed a limit by much. */
function growthCheck(problem) {
    return { everyMs: INTERVAL_MS, problem };
}
/** A check of the minimum transfer rate, averaged between two checks. */
function speedCheck(measure, { everyMs, bytesPerSecond }, tooSlow) {
    let last = measure();
    return {
        everyMs,
        problem() {
            const now = measure();
            const bytes = now - last;
            last = now;
            return bytes < (bytesPerSecond * everyMs) / 1000 ? tooSlow(bytes) : undefined;
        },
    };
}
/** Stops a program through its signal as soon as a check finds a problem, or `fail` is called. */
class Supervisor {
    #controller = new AbortController();
    #timers;
    #failure;
    constructor(checks) {
        this.#timers = checks.map(({ everyMs, problem }) => setInterval(() => {
            const found = problem();
            if (found !== undefined)
                this.fail(found);
        }, everyMs));
    }
    get signal() {
        return this.#controller.signal;
    }
    /** The first problem. */
    get failure() {
        return this.#failure;
    }
    fail(problem) {
        this.#failure ??= problem;
        this.#controller.abort();
    }
    end() {
        for (const timer of this.#timers)
            clearInterval(timer);
    }
}
/** The total size in bytes of the files below a directory; 0 if it does not exist. */
function bytesBelow(directory) {
    let sum = 0;
    for (const entry of entriesOf(directory)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, entry.name);
        if (entry.isDirectory())
            sum += bytesBelow(path);
        else if (entry.isFile())
            sum += bytesOf(path);
    }
    return sum;
}
/** The writing program may delete a directory during the walk. */
function entriesOf(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** The size of a file in bytes; 0 if it does not exist. */
function bytesOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
    }
    catch {
        return 0;
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

/***/ 52835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ reportElapsed),
/* harmony export */   C: () => (/* binding */ whileReportingElapsed)
/* harmony export */ });
/** The time after which work counts as long, in seconds. */
const LONG_WORK = 2;
/**
 * Reports the seconds of work that has no other measure, such as a program of others. Short work is not reported. Returns a
 * function that ends the progress, which must be called also if the work fails.
 */
function reportElapsed(reporter, label) {
    const since = performance.now();
    let progress;
    const timer = setInterval(() => {
        const seconds = Math.round((performance.now() - since) / 1000);
        if (seconds < LONG_WORK)
            return;
        progress ??= reporter.progress(label, 'seconds');
        progress.update(seconds);
    }, 1000);
    timer.unref();
    return () => {
        clearInterval(timer);
        progress?.end();
    };
}
/** `reportElapsed` for work that returns or throws. */
async function whileReportingElapsed(reporter, label, work) {
    const end = reportElapsed(reporter, label);
    try {
        return await work();
    }
    finally {
        end();
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

/***/ 91200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ umociImage),
/* harmony export */   EY: () => (/* binding */ operandProgram),
/* harmony export */   QJ: () => (/* binding */ pinnedImage),
/* harmony export */   VU: () => (/* binding */ skopeoSource),
/* harmony export */   YN: () => (/* binding */ skopeoDestination),
/* harmony export */   lY: () => (/* binding */ operandName),
/* harmony export */   qZ: () => (/* binding */ csvFields),
/* harmony export */   x8: () => (/* binding */ operandPath)
/* harmony export */ });
/* unused harmony export engineImage */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


// The grammar of github.com/distribution/reference; a host can be an IPv6 address in brackets.
const DOMAIN = /^(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?$/;
const REPOSITORY = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[-_+.][a-z0-9]+)*:[0-9a-f]{32,128}$/;
const ID = /^[0-9a-f]{64}$/;
/** A name that fledge chooses. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
/** The argument for a source. @throws FledgeError `internal` for a part that skopeo would parse differently. */
function skopeoSource(source) {
    switch (source.transport) {
        case 'docker':
            return `docker://${imageName(source.name)}`;
        case 'docker-daemon':
            return `docker-daemon:${'id' in source ? `sha256:${part(source.id, ID)}` : imageName(source.name)}`;
        case 'containers-storage': {
            const { name, id } = source;
            if (name === undefined && id === undefined)
                throw refused('');
            // A name with domain and tag cannot be parsed as a shortened id.
            return `containers-storage:${name === undefined ? '' : imageName(name)}${id === undefined ? '' : `@${part(id, ID)}`}`;
        }
    }
}
/** The argument for a destination. @throws FledgeError `internal` as `skopeoSource` does. */
function skopeoDestination(destination) {
    if (destination.transport === 'dir')
        return `dir:${operandPath(destination.path)}`;
    return `oci:${part(destination.layout, PLAIN_NAME)}:${part(destination.image, PLAIN_NAME)}`;
}
/** An image in an OCI layout in umoci's working directory. fledge chooses both names. */
function umociImage(layout, image) {
    return `${part(layout, PLAIN_NAME)}:${part(image, PLAIN_NAME)}`;
}
/**
 * A path as an argument of a program that could only parse it as an option: it must be absolute, and so begins with a
 * slash.
 *
 * @throws FledgeError `internal` for a path that is not absolute.
 */
function operandPath(path) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) || path.includes('\0'))
        throw refused(path);
    return path;
}
/** The name of a file in a program's working directory; fledge chooses it. */
function operandName(name) {
    return part(name, PLAIN_NAME);
}
/**
 * A program that another one executes: an absolute path, or `./` and a name in the working directory, so that the PATH is
 * not searched.
 *
 * @throws FledgeError `internal` for another path.
 */
function operandProgram(program) {
    return program.startsWith('./') ? `./${operandName(program.slice(2))}` : operandPath(program);
}
/**
 * The name of an image to run with docker or podman, from the user.
 *
 * @throws FledgeError `usage` for an option, or a text that is not a name.
 */
function engineImage(image) {
    if (/^[A-Za-z0-9[][^\s\p{Cc}]*$/u.test(image))
        return image;
    throw new FledgeError('usage', `${JSON.stringify(image)} is not a valid name of a container image`, {
        fix: 'use a name that docker accepts, such as ghcr.io/owner/name:tag',
    });
}
/** Fields of a value that docker and podman parse as CSV. */
function csvFields(fields) {
    return fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
/** The name of an image of a registry with its digest, for a FROM. @throws FledgeError `internal` as `skopeoSource` does. */
function pinnedImage({ domain, repository }, digest) {
    return imageName({ domain, repository, digest });
}
function imageName({ domain, repository, tag, digest }) {
    const name = `${part(domain, DOMAIN)}/${part(repository, REPOSITORY)}`;
    return digest === undefined ? `${name}:${part(tag ?? 'latest', TAG)}` : `${name}@${part(digest, DIGEST)}`;
}
function part(text, pattern) {
    if (!pattern.test(text))
        throw refused(text);
    return text;
}
function refused(text) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('internal', `${JSON.stringify(text)} cannot be an argument of another program`);
}


/***/ })

};
