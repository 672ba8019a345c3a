export const id = 6554;
export const ids = [6554];
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

/***/ 93017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ problemOfLocation),
/* harmony export */   Ce: () => (/* binding */ MOUNT_POINTS),
/* harmony export */   EK: () => (/* binding */ problemOfSha256),
/* harmony export */   G3: () => (/* binding */ PATTERNS),
/* harmony export */   H9: () => (/* binding */ DEFAULT_BUSYBOX_URL),
/* harmony export */   Lb: () => (/* binding */ problemOfPluginName),
/* harmony export */   M9: () => (/* binding */ DEFAULT_QCOW2_LEVEL),
/* harmony export */   NM: () => (/* binding */ DEFAULT_SIZE_BUFFER_MB),
/* harmony export */   T9: () => (/* binding */ problemOfBuildArg),
/* harmony export */   WN: () => (/* binding */ normaliseSha256),
/* harmony export */   Wv: () => (/* binding */ DEFAULT_COMPRESSION_LEVEL),
/* harmony export */   _r: () => (/* binding */ problemOfPath),
/* harmony export */   fg: () => (/* binding */ DEFAULT_BUSYBOX_SHA256),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   hp: () => (/* binding */ problemOfTag),
/* harmony export */   ix: () => (/* binding */ problemOfHttpUrl),
/* harmony export */   nR: () => (/* binding */ problemOfStage),
/* harmony export */   oI: () => (/* binding */ problemOfPluginVersion),
/* harmony export */   p3: () => (/* binding */ DEFAULT_MAX_UNPACKED_MB)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73136);

/** Several times the unpacked size of the largest images in use, in MiB. */
const DEFAULT_MAX_UNPACKED_MB = 65_536;
/** Space for logs and small state of a plugin, in MiB. */
const DEFAULT_SIZE_BUFFER_MB = 100;
/** Measured: docs/benchmarks.md. */
const DEFAULT_COMPRESSION_LEVEL = 9;
/** Measured: docs/benchmarks.md. */
const DEFAULT_QCOW2_LEVEL = { zstd: 3, zlib: 6 };
/** Directories over which the C init and the agent mount file systems. They hide what the artifact has there. */
const MOUNT_POINTS = ['/dev', '/proc', '/sys', '/tmp', '/run'];
/** The default busybox: static, musl, x86_64. */
const DEFAULT_BUSYBOX_URL = 'https://busybox.net/downloads/binaries/1.35.0-x86_64-linux-musl/busybox';
const DEFAULT_BUSYBOX_SHA256 = '6e123e7f3202a8c1e9b1f94d8941580a25135382b99e8d3e34fb858bba311348';
/** JSON Schema patterns of the rules below; each accepts everything that its rule accepts. */
const PATTERNS = {
    sha256: '^(?:[sS][hH][aA]256:)?[0-9A-Fa-f]{64}$',
    httpUrl: '^[hH][tT][tT][pP][sS]?://[^\\s]+$',
    path: '^[^\\u0000]+$',
    tag: '^[^\\s~^:?*\\[\\\\\\u0000-\\u001f\\u007f]+$',
    stage: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
    buildArg: '^[^\\u0000]*$',
    destination: '^/(?!(?:[^\\u0000]*/)?\\.\\.(?:/|$))[^\\u0000]*$',
};
const CONTROL_OR_SPACE = /[\s\p{Cc}]/u;
const SHA256 = new RegExp(PATTERNS.sha256);
const TAG = new RegExp(PATTERNS.tag);
const STAGE = new RegExp(PATTERNS.stage);
/** The problem with a host path, or undefined. */
function problemOfPath(value) {
    if (value === '')
        return 'must not be empty';
    return value.includes('\0') ? 'must not contain a NUL character' : undefined;
}
/** The problem with the name or number of a stage of a Dockerfile, or undefined. */
function problemOfStage(value) {
    if (value === '')
        return 'must not be empty';
    return STAGE.test(value) ? undefined : 'must be the name or the number of a stage: letters, digits, _, . and -';
}
/** The problem with the value of a build argument, or undefined. */
function problemOfBuildArg(value) {
    return value.includes('\0') ? 'must not contain a NUL character' : undefined;
}
/** The problem with a sha256 as `HEX` or `sha256:HEX`, or undefined. */
function problemOfSha256(value) {
    if (value === '')
        return 'must not be empty';
    if (SHA256.test(value))
        return undefined;
    const other = /^([a-z0-9]+):/i.exec(value)?.[1];
    if (other !== undefined && other.toLowerCase() !== 'sha256')
        return `must be a sha256, found ${other}`;
    const digits = value.slice(other === undefined ? 0 : other.length + 1);
    return /^[0-9a-f]*$/i.test(digits)
        ? `a sha256 has 64 hex digits, found ${digits.length}`
        : 'must be 64 hex digits, with or without "sha256:" before them';
}
/** 64 lower-case hex digits of a valid sha256. */
function normaliseSha256(value) {
    return value.slice(-64).toLowerCase();
}
/** The problem with an http(s) URL, or undefined. */
function problemOfHttpUrl(value) {
    if (value === '')
        return 'must not be empty';
    if (CONTROL_OR_SPACE.test(value))
        return 'a URL must not contain spaces or control characters; write %20 for a space';
    if (!/^https?:\/\//i.test(value))
        return 'must be an http:// or https:// URL';
    return URL.canParse(value) ? undefined : 'is not a valid URL';
}
/** The problem with a release tag, or undefined. The characters are those of git-check-ref-format(1). */
function problemOfTag(value) {
    if (value === '')
        return 'must not be empty';
    return TAG.test(value) ? undefined : 'must be "latest" or the tag of a release';
}
const PLUGIN_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} .,_+~@!-]{0,126}[\p{L}\p{N}\p{M}._+~!-])?$/u;
const PLUGIN_VERSION = /^[A-Za-z0-9][A-Za-z0-9.+_~-]{0,127}$/;
/**
 * The problem with the name or the runtime of a plugin, or undefined. Volant accepts any text, but it is used in
 * file names, outputs of a step and shell commands.
 */
function problemOfPluginName(value) {
    // Volant trims names before it checks that they are not empty.
    if (value.trim() === '')
        return 'must not be empty';
    return PLUGIN_NAME.test(value)
        ? undefined
        : 'must be 1 to 128 letters, digits, spaces and the characters . , _ + ~ @ ! -, with a letter or digit at its beginning';
}
/** The problem with the version of a plugin, or undefined; see `problemOfPluginName`. */
function problemOfPluginVersion(value) {
    if (value.trim() === '')
        return 'must not be empty';
    return PLUGIN_VERSION.test(value)
        ? undefined
        : 'must be 1 to 128 letters, digits and the characters . + _ ~ -, with a letter or digit at its beginning';
}
/** The problem with an http(s) URL, a file: URL or a path, or undefined. */
function problemOfLocation(value) {
    if (/^https?:/i.test(value))
        return problemOfHttpUrl(value);
    const problem = problemOfPath(value);
    if (problem !== undefined)
        return problem;
    if (/^file:/i.test(value))
        return pathOfFileUrl(value) === undefined ? 'is not a valid file: URL' : undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1];
    if (scheme === undefined)
        return undefined;
    const instead = scheme.toLowerCase() === 'docker' ? 'for an image, set busybox_image instead' : undefined;
    return `cannot fetch ${scheme}: URLs; ${instead ?? 'use https:, http:, file: or a path'}`;
}
/** The location that a valid text describes. */
function locationOf(value) {
    if (/^https?:/i.test(value))
        return { kind: 'url', url: value };
    return { kind: 'file', path: /^file:/i.test(value) ? (pathOfFileUrl(value) ?? value) : value };
}
/** `file:///abs`, `file:/abs` and, as curl and busybox wget users write it, `file:relative`. */
function pathOfFileUrl(value) {
    const rest = value.slice('file:'.length);
    if (/[?#]/.test(rest))
        return undefined;
    try {
        const path = rest.startsWith('/') ? (0,node_url__WEBPACK_IMPORTED_MODULE_0__.fileURLToPath)(new URL(value)) : decodeURIComponent(rest);
        return problemOfPath(path) === undefined ? path : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 76554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ defaultName),
/* harmony export */   findDockerfile: () => (/* binding */ findDockerfile),
/* harmony export */   parseWorkload: () => (/* binding */ parseWorkload),
/* harmony export */   workloadOf: () => (/* binding */ workloadOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25326);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93017);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);





/** The usual names of a Dockerfile, in the order in which builders look for them. */
const DOCKERFILE_NAMES = ['Dockerfile', 'Containerfile'];
/**
 * The workload that the options name, or undefined if they name none. A directory in place of a Dockerfile stands for the
 * Dockerfile in it.
 *
 * @throws FledgeError `usage` if they name several, or one that fledge.toml cannot name.
 */
function workloadOf(options, directory) {
    const given = ['image', 'dockerfile', 'binary'].flatMap((kind) => {
        const text = options[kind];
        return text === undefined ? [] : [{ kind, text }];
    });
    const [first, second] = given;
    if (first === undefined)
        return undefined;
    if (second !== undefined)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `--${first.kind} and --${second.kind} exclude each other`);
    return parseWorkload(first.kind, first.text, directory);
}
/**
 * A workload from the text of a user.
 *
 * @throws FledgeError `usage` if fledge.toml cannot name it.
 */
function parseWorkload(kind, text, directory) {
    if (kind === 'image')
        return { kind, image: checkedImage(text, directory) };
    const problem = (0,_config_values_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOfPath */ ._r)(text);
    if (problem !== undefined)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `--${kind}: ${problem}`);
    const path = kind === 'dockerfile' ? dockerfileAt(text) : text;
    return { kind, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(directory, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)) };
}
/** The path of the Dockerfile in a directory, or undefined if it has none. */
function findDockerfile(directory) {
    return DOCKERFILE_NAMES.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)).find((path) => isFile(path));
}
/** The name that a plugin has by default: that of its image, of its program, or of the directory of its Dockerfile. */
function defaultName(workload, directory) {
    switch (workload.kind) {
        case 'image': {
            const parsed = (0,_config_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(workload.image);
            return parsed.ok ? parsed.image.baseName : workload.image;
        }
        case 'binary':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(workload.path);
        case 'dockerfile':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, workload.path)));
    }
}
function checkedImage(text, directory) {
    const parsed = (0,_config_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(text);
    if (!parsed.ok) {
        const fix = parsed.suggestion === undefined ? 'give a reference such as nginx:alpine' : `write ${parsed.suggestion}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `--image: ${parsed.message}`, { fix });
    }
    const { path } = parsed.image;
    if (path !== undefined && directory !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)('.')) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `--image: the path ${JSON.stringify(path)} is relative to fledge.toml`, {
            fix: `run fledge init in ${directory}`,
        });
    }
    return text;
}
function dockerfileAt(path) {
    if (!isDirectory(path))
        return path;
    const found = findDockerfile(path);
    if (found !== undefined)
        return found;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', `there is no Dockerfile in ${path}`, {
        fix: 'name the Dockerfile: fledge init --dockerfile FILE',
    });
}
function isFile(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
function isDirectory(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}


/***/ })

};
