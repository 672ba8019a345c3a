export const id = 9470;
export const ids = [9470,7141];
export const modules = {

/***/ 48368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askForPlugin: () => (/* binding */ askForPlugin)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19029);
/* harmony import */ var _scaffold_workload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76554);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);





const KINDS = [
    { kind: 'image', question: 'Reference of the image', example: 'nginx:alpine' },
    { kind: 'dockerfile', question: 'Path of the Dockerfile', example: 'Dockerfile' },
    { kind: 'binary', question: 'Path of the program', example: './server' },
];
/**
 * Asks the user on the terminal for the rest of the answers. An answer that is not usable is asked for again.
 *
 * @throws FledgeError `usage` if the input ends.
 */
async function askForPlugin({ directory, dockerfile, name, port, workflow }) {
    const terminal = (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: process.stdin, output: process.stderr });
    // The terminal is in raw mode, in which Ctrl-C sends no signal.
    terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const ask = askerOn(terminal);
    try {
        const workload = await askForWorkload(ask, directory, dockerfile);
        return {
            workload,
            name: name ?? (await ask('Name of the plugin', (0,_manifest_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .pluginName */ .NQ)((0,_scaffold_workload_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultName */ .Z)(workload, directory)))),
            port: port ?? (workload.kind === 'binary' ? await askForPort(ask) : undefined),
            workflow: workflow || /^y/i.test(await ask('Write a workflow for GitHub Actions?', 'no')),
        };
    }
    finally {
        terminal.close();
    }
}
function askerOn(terminal) {
    // Unlike `question`, this keeps lines that were typed before their question.
    const lines = terminal[Symbol.asyncIterator]();
    return async (question, byDefault) => {
        terminal.setPrompt(`${question} [${byDefault}] `);
        terminal.prompt();
        const { value, done } = await lines.next();
        if (done === true)
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', 'the input ended; nothing was written');
        const answer = value.trim();
        return answer === '' ? byDefault : answer;
    };
}
async function askForWorkload(ask, directory, dockerfile) {
    const byDefault = dockerfile === undefined ? 'image' : 'dockerfile';
    const { kind, question, example } = await askUntilValid(() => ask('What does the machine run: image, dockerfile or binary?', byDefault), kindOf);
    const suggestion = kind === 'dockerfile' && dockerfile !== undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(dockerfile) : example;
    return askUntilValid(() => ask(question, suggestion), (answer) => (0,_scaffold_workload_js__WEBPACK_IMPORTED_MODULE_3__.parseWorkload)(kind, answer, directory));
}
function askForPort(ask) {
    return askUntilValid(() => ask('tcp port on which the program listens', '80'), portOf);
}
/** Asks until the answer is usable, and prints the reason why it is not. */
async function askUntilValid(ask, parse) {
    for (;;) {
        const answer = await ask();
        try {
            return parse(answer);
        }
        catch (error) {
            if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE))
                throw error;
            process.stderr.write(`${error.message}\n`);
        }
    }
}
function kindOf(answer) {
    const found = KINDS.find(({ kind }) => kind.startsWith(answer.toLowerCase()));
    if (found === undefined)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', 'answer image, dockerfile or binary');
    return found;
}
function portOf(answer) {
    const port = Number(answer);
    if (/^\d+$/.test(answer) && port >= 1 && port <= 65535)
        return port;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('usage', 'a port is a number from 1 to 65535');
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

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ remarksOnMemory),
/* harmony export */   DY: () => (/* binding */ requiredMemory),
/* harmony export */   z7: () => (/* binding */ defaultMemory)
/* harmony export */ });
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39965);


/** In MiB. */
const DEFAULT_MEMORY = 512;
const KERNEL = 64;
const RESERVE = 64;
const STEP = 64;
/**
 * The memory that a machine needs for an initramfs, in MiB: the kernel keeps the archive while it unpacks it, and the files
 * stay in memory. They count twice, because the root's tmpfs may fill half of the memory.
 */
function requiredMemory({ compressed, unpacked }) {
    return KERNEL + RESERVE + Math.ceil((compressed + 2 * unpacked) / _support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MEBIBYTE */ .gJ);
}
/** `memory_mb` without a template: 512, or what an initramfs needs up to the next 64. */
function defaultMemory(size) {
    return size === undefined ? DEFAULT_MEMORY : Math.max(DEFAULT_MEMORY, Math.ceil(requiredMemory(size) / STEP) * STEP);
}
/** A warning if the template's `memory_mb` cannot hold an initramfs. */
function remarksOnMemory({ resources }, size) {
    const given = resources?.memory_mb;
    const required = requiredMemory(size);
    if (given === undefined || given >= required)
        return [];
    return [
        {
            code: 'memory',
            message: `${given} MB cannot hold the initramfs: kernel, archive and unpacked files need about ${required} MB`,
            fix: `set memory_mb = ${Math.ceil(required / STEP) * STEP}, or map fewer files`,
            ...(0,_remarks_js__WEBPACK_IMPORTED_MODULE_1__/* .atTemplate */ .CV)('resources', 'memory_mb'),
        },
    ];
}


/***/ }),

/***/ 39965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ atTemplate),
/* harmony export */   Oh: () => (/* binding */ atConfig),
/* harmony export */   f3: () => (/* binding */ atImage)
/* harmony export */ });
/** A remark about a key of the template. */
function atTemplate(...path) {
    return { at: { document: 'template', path } };
}
/** A remark about a key of fledge.toml. */
function atConfig(...path) {
    return { at: { document: 'config', path } };
}
/**
 * A remark about the image of a plugin: at the key of `[source]` that brings it. An image without a reference is built from
 * a Dockerfile. Without an image there is no key.
 */
function atImage(image) {
    if (image === undefined)
        return {};
    return atConfig('source', image.reference === undefined ? 'dockerfile' : 'image');
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
