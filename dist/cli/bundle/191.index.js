export const id = 191;
export const ids = [191];
export const modules = {

/***/ 191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ fetchImage),
  A: () => (/* binding */ resolveImage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(60975);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(91200);
// EXTERNAL MODULE: ./build/sources/image/archive.js + 1 modules
var image_archive = __webpack_require__(30621);
// EXTERNAL MODULE: ./build/sources/image/image.js
var image_image = __webpack_require__(74526);
// EXTERNAL MODULE: ./build/sources/image/layout.js
var layout = __webpack_require__(24321);
// EXTERNAL MODULE: ./build/sources/image/media-types.js
var media_types = __webpack_require__(77079);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/support/files/make-directories.js
var make_directories = __webpack_require__(21874);
// EXTERNAL MODULE: ./build/support/files/remove-tree.js
var remove_tree = __webpack_require__(80735);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
// EXTERNAL MODULE: ./build/sources/cache/origins.js
var origins = __webpack_require__(20219);
// EXTERNAL MODULE: ./build/sources/cache/own-directory.js
var own_directory = __webpack_require__(67190);
// EXTERNAL MODULE: ./build/sources/cache/use.js
var cache_use = __webpack_require__(68387);
// EXTERNAL MODULE: ./build/sources/image/blob.js
var image_blob = __webpack_require__(65432);
// EXTERNAL MODULE: ./build/sources/image/image-json.js
var image_json = __webpack_require__(309);
;// CONCATENATED MODULE: ./build/sources/image/fetch/blob-cache.js
















/**
 * Opens the cache of blobs in fledge's cache directory. Missing directories are created.
 *
 * @throws FledgeError `output` if a directory cannot be created or is not owned by this user.
 */
function openBlobCache(cacheDirectory, { reporter, image, use }) {
    const directory = (0,external_node_path_.join)(cacheDirectory, 'blobs');
    const waiting = (0,external_node_path_.join)(cacheDirectory, 'tmp');
    (0,own_directory/* requireOwnCache */.sm)(cacheDirectory);
    try {
        for (const path of [directory, waiting])
            (0,make_directories/* makeDirectories */.K)(path, { mode: 0o700 });
    }
    catch (error) {
        throw cacheError(cacheDirectory, error);
    }
    for (const path of [directory, waiting])
        (0,own_directory/* requireOwnCache */.sm)(path);
    (0,scratch.removeStaleScratch)(waiting);
    use?.begin();
    const added = (digests, kind, size) => {
        (0,origins/* recordOrigins */.tp)(cacheDirectory, digests.map((digest) => ({ digest, kind, origin: image })));
        use?.added(size);
    };
    const store = (0,layout/* ociBlobs */.Cj)(directory);
    const isIntact = async (blob, maxBytes = Number.POSITIVE_INFINITY) => {
        try {
            const handle = await (0,cache_use/* openForUse */.B3)(blob.path);
            await handle?.close();
            if (handle === undefined)
                return false;
            if (blob.size > maxBytes) {
                throw new errors/* FledgeError */.aE('input', `${blob.label} has ${blob.size} bytes; the limit is ${maxBytes}`);
            }
            for await (const _ of (0,image_blob/* readBlob */.gm)(blob))
                ;
            return true;
        }
        catch (error) {
            const code = (0,errors/* systemCodeOf */.c7)(error);
            if (code === 'ENOENT' || code === 'ENOTDIR')
                return false;
            reporter.warn(`${(0,errors/* messageOf */.bD)(error)}; it is removed from the cache and fetched again`, { code: 'cache' });
            (0,remove_tree/* removeAny */.Nu)(blob.path);
            return false;
        }
    };
    return {
        store,
        directory,
        has: (descriptor, label) => isIntact((0,image_image/* blobOf */.DE)(descriptor, label, store)),
        async findDocument(digest, label) {
            (0,image_blob/* requireDigest */.m0)(digest, label);
            const path = store.pathOf(digest);
            const size = (await (0,promises_.stat)(path).catch(() => undefined))?.size;
            if (size === undefined)
                return undefined;
            const blob = { digest, size, label, path };
            return (await isIntact(blob, image_json/* MAX_DOCUMENT_BYTES */.bi)) ? await (0,image_blob/* readSmallBlob */.tp)(blob, image_json/* MAX_DOCUMENT_BYTES */.bi) : undefined;
        },
        async put(digest, bytes, { kind, label }) {
            requireBytes(digest, bytes, label);
            const path = store.pathOf(digest);
            const isNew = !(0,external_node_fs_.existsSync)(path);
            try {
                (0,make_directories/* makeDirectories */.K)((0,external_node_path_.dirname)(path), { mode: 0o700 });
                // Each use verifies the digest, so a file that a crash has damaged is fetched again.
                (0,write_file/* placeFile */.a)(path, bytes, { scratchDirectory: waiting, mode: 0o600, isDurable: false });
            }
            catch (error) {
                throw cacheError(cacheDirectory, error);
            }
            if (isNew)
                added([digest], kind, bytes.length);
        },
        added,
        scratch: () => (0,scratch.scratchDirectory)(waiting, 'image'),
    };
}
/** @throws FledgeError `download` if the bytes do not have the digest. */
function requireBytes(digest, bytes, label) {
    const { algorithm } = (0,image_blob/* requireDigest */.m0)(digest, label);
    const actual = `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
    if (actual === digest)
        return;
    throw new errors/* FledgeError */.aE('download', `digest mismatch: ${label} has the digest ${actual}, expected ${digest}`, {
        fix: 'find out which proxy or mirror changes the content before you continue',
    });
}
function cacheError(directory, error) {
    return new errors/* FledgeError */.aE('output', `cannot write to the image cache ${directory}: ${(0,errors/* messageOf */.bD)(error)}`, {
        cause: error,
        fix: 'set FLEDGE_CACHE_DIR to a writable directory on a disk with free space',
    });
}

// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var logins = __webpack_require__(15112);
;// CONCATENATED MODULE: ./build/sources/image/fetch/credential-store.js



/** Part of the name of a program: `docker-credential-NAME`. */
const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/**
 * The credential store that holds the login of `docker login` for a registry. skopeo reads logins and `credHelpers` of
 * docker's config file, but not `credsStore`. Undefined if another file has a login, or docker's file has it in another
 * form.
 */
function findCredentialStore(registry, env) {
    if ((0,environment/* environmentValue */.Jz)(env, 'REGISTRY_AUTH_FILE') !== undefined)
        return undefined;
    const file = (0,logins/* dockerConfigFile */.dO)(env);
    // skopeo reports a file that cannot be read.
    const files = (0,logins/* readLogins */.rC)(env, reporter/* silentReporter */.P);
    if (files.some((other) => other.path !== file && hasLogin(other, registry)))
        return undefined;
    const docker = files.find(({ path }) => path === file);
    const name = docker?.credsStore ?? '';
    if (docker === undefined || !HELPER_NAME.test(name))
        return undefined;
    const isDockerHub = registry === 'docker.io';
    const key = isDockerHub ? 'https://index.docker.io/v1/' : registry;
    if (!Object.hasOwn(docker.auths, key) || docker.auths[key]?.['auth'])
        return undefined;
    if (Object.hasOwn(docker.credHelpers, registry))
        return undefined;
    const authFile = isDockerHub ? undefined : JSON.stringify({ credHelpers: { [registry]: name } });
    return { name, file, authFile };
}
/** True if a file has a login for a registry, or for a part of it. */
function hasLogin({ auths, credHelpers }, registry) {
    const names = [...Object.keys(auths), ...Object.keys(credHelpers)].map(logins/* canonicalRegistry */.i7);
    return names.some((name) => name === registry || name.startsWith(`${registry}/`));
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/sources/image/platform.js
var image_platform = __webpack_require__(82792);
;// CONCATENATED MODULE: ./build/sources/image/fetch/docker-daemon.js








const DEFAULT_SOCKET = '/var/run/docker.sock';
/** A daemon answers from memory, so this is generous. */
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** The used part of `GET /images/NAME/json` (Docker Engine API, ImageInspect). */
const inspectSchema = schemas/* object */.Ikc({
    Id: schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/),
    Os: schemas/* string */.YjP(),
    Architecture: schemas/* string */.YjP(),
    Variant: schemas/* string */.YjP().nullish(),
    /** With the containerd store: the descriptor whose digest is the id. */
    Descriptor: schemas/* object */.Ikc({ digest: schemas/* string */.YjP() }).nullish(),
});
/**
 * The Docker daemon of this machine, or of `DOCKER_HOST` (`unix:` or `tcp:`). Undefined if there is no socket, or only
 * the docker command line can connect to it.
 */
function findDockerDaemon(context) {
    const host = (0,environment/* environmentValue */.Jz)(context.env, 'DOCKER_HOST') ?? `unix://${DEFAULT_SOCKET}`;
    if (host.startsWith('unix://')) {
        const socketPath = host.slice('unix://'.length);
        return isSocket(socketPath) ? { connection: { socketPath }, skopeoHost: host } : undefined;
    }
    const url = host.startsWith('tcp://') ? URL.parse(host.replace(/^tcp:/, 'http:')) : null;
    if (url === null || (0,environment/* environmentValue */.Jz)(context.env, 'DOCKER_TLS_VERIFY') !== undefined) {
        context.reporter.debug(`the Docker daemon at ${host} is not used; write docker-daemon: before the image to use it`);
        return undefined;
    }
    const port = url.port === '' ? '2375' : url.port;
    return { connection: { host: url.hostname, port }, skopeoHost: `http://${url.hostname}:${port}` };
}
/** True if a Docker daemon is asked first: for a name without a transport, a digest or a lock. */
function isAskedOfDaemon({ reference, lock }) {
    const { transport, named } = reference;
    return transport === undefined && named !== undefined && named.digest === undefined && lock === undefined;
}
/**
 * The Docker daemon that provides an image, for a build in a container that needs access to it. Undefined if the image
 * has another source. With docker-daemon: it is the running daemon, whether or not it has the image.
 */
async function daemonFor(image, platform, context) {
    const { transport, named } = image.reference;
    if (transport === 'docker-daemon')
        return findDockerDaemon(context);
    if (named === undefined || !isAskedOfDaemon(image))
        return undefined;
    const daemon = findDockerDaemon(context);
    const found = daemon && (await findInDaemon(daemon, named, platform, context));
    return found === undefined ? undefined : daemon;
}
/** The image if the daemon has it for the platform; undefined also if the daemon does not answer. */
async function findInDaemon(daemon, image, platform, context) {
    const name = nameOf(image);
    try {
        const found = await askDaemon(daemon, image, context);
        if (found === undefined || (0,image_platform/* isForPlatform */.b)(found, platform))
            return found;
        const present = (0,image_platform/* describePlatform */.d5)(found);
        context.reporter.info(`the Docker daemon has ${name} only for ${present}; ${platform} is fetched from the registry`);
    }
    catch (error) {
        context.signal?.throwIfAborted();
        context.reporter.debug(`cannot ask the Docker daemon for ${name}: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    return undefined;
}
/**
 * Asks the daemon for an image by its name or its id (`sha256:…`); undefined if the daemon does not have it.
 *
 * @throws Error if the request fails or the answer is invalid.
 */
async function askDaemon(daemon, image, { signal }) {
    const name = typeof image === 'string' ? image : nameOf(image);
    const answer = await getText({ ...daemon.connection, path: `/images/${encodeURI(name)}/json` }, signal);
    if (answer === undefined)
        return undefined;
    const { Id: id, Os: os, Architecture: architecture, Variant: variant, Descriptor, } = inspectSchema.parse(JSON.parse(answer));
    return { id, os, architecture, variant, isManifest: Descriptor?.digest === id };
}
/**
 * Saves an image of the daemon to a file, as `docker save` does.
 *
 * @throws FledgeError `download` if the daemon fails, `input` if the image is larger than `maxUnpackedBytes`, `output`
 *   if the disk is full.
 */
async function saveFromDaemon(daemon, id, to, { signal }) {
    const budget = new support_budget/* Budget */._({ unpacked: to.maxUnpackedBytes });
    const bounded = async function* (body) {
        for await (const chunk of body) {
            budget.spend('unpacked', chunk.length);
            yield chunk;
        }
    };
    try {
        const response = await new Promise((resolve, reject) => {
            const path = `/images/${encodeURI(id)}/get`;
            (0,external_node_http_.get)({ ...daemon.connection, path, ...(signal !== undefined && { signal }) }, resolve).on('error', reject);
        });
        if (response.statusCode !== 200) {
            response.destroy();
            throw new Error(`status ${response.statusCode}`);
        }
        await (0,external_node_stream_promises_.pipeline)(response, bounded, (0,external_node_fs_.createWriteStream)(to.file, { flags: 'wx', mode: 0o600 }));
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof errors/* FledgeError */.aE)
            throw error;
        const isFull = ['ENOSPC', 'EDQUOT'].includes((0,errors/* systemCodeOf */.c7)(error) ?? '');
        throw new errors/* FledgeError */.aE(isFull ? 'output' : 'download', `cannot copy the image ${to.label} from the Docker daemon: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: isFull
                ? 'free some space, or set TMPDIR to a directory on another disk'
                : 'try again, or restart the daemon',
        });
    }
}
function nameOf({ domain, repository, tag, digest }) {
    return `${domain}/${repository}${digest === undefined ? `:${tag ?? 'latest'}` : `@${digest}`}`;
}
/** Returns the body of an answer with status 200; undefined for 404. Rejects for any other status. */
function getText(options, signal) {
    return new Promise((resolve, reject) => {
        const request = (0,external_node_http_.get)({ ...options, timeout: TIMEOUT_MS, ...(signal !== undefined && { signal }) }, (response) => {
            const chunks = [];
            let bytes = 0;
            response.on('data', (chunk) => {
                bytes += chunk.length;
                if (bytes > MAX_ANSWER_BYTES)
                    request.destroy(new Error('the answer is too long'));
                else
                    chunks.push(chunk);
            });
            response.on('error', reject);
            response.on('end', () => {
                if (response.statusCode === 200)
                    resolve(Buffer.concat(chunks).toString('utf8'));
                else if (response.statusCode === 404)
                    resolve(undefined);
                else
                    reject(new Error(`status ${response.statusCode}`));
            });
        });
        request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
        request.on('error', reject);
    });
}
function isSocket(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isSocket();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/sources/image/fetch/growth.js
var growth = __webpack_require__(34481);
// EXTERNAL MODULE: ./build/net/context.js
var net_context = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/net/http-failure.js
var http_failure = __webpack_require__(27381);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/support/retry.js
var retry = __webpack_require__(2682);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/sources/image/fetch/rate-limit.js

/**
 * Reads the debug output of skopeo (containers/image, docker_client.go). After an answer with status 429, skopeo logs
 * the wait that the registry asks for, and then the time it sleeps: at most a minute, several times.
 */
class RateLimitWatch {
    #nowMs;
    #askedMs;
    #waitedMs = 0;
    constructor(nowMs = Date.now) {
        this.#nowMs = nowMs;
    }
    /** The wait in a line; undefined if the line has none. */
    read(line) {
        const [, header] = /Detected 'Retry-After' header \\"([^"\\]{1,100})\\"/.exec(line) ?? [];
        if (header !== undefined) {
            this.#askedMs = (0,http_failure/* parseRetryAfter */.mu)(header, this.#nowMs());
            return undefined;
        }
        const [, seconds] = /Too many requests to .*: sleeping for (\d{1,9}(?:\.\d+)?) seconds/.exec(line) ?? [];
        if (seconds === undefined)
            return undefined;
        const sleepMs = Number(seconds) * 1000;
        const askedMs = this.#askedMs ?? sleepMs;
        this.#askedMs = undefined;
        this.#waitedMs += sleepMs;
        return { askedMs, isTooLong: Math.max(askedMs, this.#waitedMs) > http_failure/* LONGEST_WAIT_MS */.u_ };
    }
}

// EXTERNAL MODULE: ./build/net/redact.js
var redact = __webpack_require__(13567);
;// CONCATENATED MODULE: ./build/sources/image/fetch/skopeo-failure.js


/** Patterns for messages of skopeo, containers/image, Go and registries. The first match is used. */
const FAILURES = [
    ['no-space', /no space left on device|disk quota exceeded/i],
    ['no-policy', /policy\.json: no such file/i],
    ['no-daemon', /cannot connect to the docker daemon/i],
    [
        'other-archive',
        /oci-archive:.*\/index\.json: no such file|docker-archive:.*component manifest\.json: file does not exist/i,
    ],
    ['missing-archive', /(?:docker|oci)-archive:.*: no such file or directory/i],
    // An archive for another platform has its own message.
    ['damaged-archive', /(?:docker|oci)-archive:.*(?:EOF|tar header|detecting compression|untarring|tar component)/i],
    ['rate-limited', /too ?many ?requests|\b429\b/i],
    ['altered', /digest did not match|digest \S+ does not match|does not match expected/i],
    ['plain-http', /server gave HTTP response to HTTPS client/i],
    ['untrusted-certificate', /x509:|certificate (?:signed|is not|has expired)|tls: (?!handshake timeout)/i],
    [
        'login',
        // "permission denied" is a message about a local file.
        /unauthorized|authentication required|invalid username\/password|(?<!permission )\bdenied\b|permission_denied|\b40[13]\b|forbidden/i,
    ],
    [
        'unknown-image',
        /manifest unknown|name unknown|no descriptor found|not known to registry|\b404\b|not found|no such image|does not exist/i,
    ],
    [
        'unreachable',
        /connection refused|connection reset|broken pipe|unexpected EOF|\bEOF\b|no such host|name resolution|server misbehaving|timeout|timed out|deadline exceeded|no route to host|network is unreachable|\b50[0234]\b|internal server error|bad gateway|service unavailable/i,
    ],
];
/** A failed run of skopeo. */
class SkopeoFailure extends Error {
    name = 'SkopeoFailure';
    kind;
    /** Default of `kind`: detected in the output. */
    constructor(output, kind) {
        const text = lastMessageOf(output);
        super(reasonOf(text));
        this.kind = kind ?? kindOfFailure(text);
    }
    /** The decision to retry or to give up. */
    get verdict() {
        return this.kind === 'unreachable' || this.kind === 'slow' ? { waitAtLeastMs: 0 } : 'give-up';
    }
    /** The error for users. */
    explain({ what, registry, isLocked = false, loginFix }) {
        const place = registry ?? 'the registry';
        const isGone = isLocked && this.kind === 'unknown-image';
        const [reason, standardFix] = isGone ? PINNED_AND_GONE : explanationOf(this.kind, place);
        const fix = this.kind === 'login' ? (loginFix ?? standardFix) : standardFix;
        const message = reason === undefined ? `cannot ${what}: ${this.message}` : `cannot ${what}: ${reason}: ${this.message}`;
        return new errors/* FledgeError */.aE(this.kind === 'no-space' ? 'output' : 'download', message, {
            cause: this,
            ...(fix !== undefined && { fix }),
        });
    }
}
const PINNED_AND_GONE = [
    'the image no longer exists',
    'run fledge lock to pin the current image: the registry may have removed the pinned one',
];
/** GitHub also answers DENIED for a package that does not exist. */
const GHCR_LOGIN = 'check the name, and log in with a token that has read:packages: skopeo login ghcr.io; in a workflow, give the job permissions: packages: read, and give the repository access in the settings of the package';
/** The kind of a failure, by the message of skopeo. */
function kindOfFailure(text) {
    return FAILURES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
function explanationOf(kind, registry) {
    switch (kind) {
        case 'untrusted-certificate':
            return [
                `the certificate of ${registry} does not verify`,
                `put its CA certificate into ~/.config/containers/certs.d/${registry}/ca.crt, or set SSL_CERT_FILE to its path`,
            ];
        case 'plain-http':
            return [
                `${registry} does not speak TLS`,
                `if it is yours, write this into ~/.config/containers/registries.conf.d/insecure.conf: registry = [{ location = "${registry}", insecure = true }]`,
            ];
        case 'login':
            return [
                `${registry} refuses access: the image does not exist, or needs a login that allows it`,
                registry === 'ghcr.io'
                    ? GHCR_LOGIN
                    : `check the name, and log in: docker login ${registry}, or skopeo login ${registry}`,
            ];
        case 'unknown-image':
            return ['there is no such image', 'check the name and the tag'];
        case 'altered':
            return [
                `digest mismatch: ${registry} served different content than the manifest lists`,
                'find out which proxy or mirror changes the content before you continue',
            ];
        case 'rate-limited':
            return [undefined, `try again after that time; with a login more requests are allowed: skopeo login ${registry}`];
        case 'slow':
        case 'unreachable':
            return [
                `${registry} does not answer as it should`,
                'check the name of the registry and the network, or try again later',
            ];
        case 'no-daemon':
            return [
                'there is no Docker daemon',
                'start it, set DOCKER_HOST to its address, or remove docker-daemon: from the name',
            ];
        case 'missing-archive':
            return ['there is no such file', 'check the path; a relative path starts at the directory of fledge.toml'];
        case 'damaged-archive':
            return [
                'not a valid archive of this type, or corrupted',
                'create the archive again with docker save or skopeo copy',
            ];
        case 'other-archive':
            return [
                'not an archive of this type',
                'use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save',
            ];
        case 'no-space':
            return ['no space is left', 'free some space, or set FLEDGE_CACHE_DIR and TMPDIR to directories on another disk'];
        case 'no-policy':
            return [
                'skopeo is not set up',
                'apt-get install golang-github-containers-common, or write /etc/containers/policy.json',
            ];
        case 'other':
            return [];
    }
}
/** The last message of skopeo. */
function lastMessageOf(output) {
    const quoted = [...output.matchAll(/level=(?:fatal|error) msg=("(?:[^"\\]|\\.)*")/g)].at(-1)?.[1];
    if (quoted !== undefined)
        return unquote(quoted);
    return output.replace(/^time="[^"]*" level=(?:debug|info) .*\n?/gm, '').trim();
}
/**
 * The message on one line, without the image's name at its start, which our own message has. URLs are redacted, because
 * redirects to storage contain signatures.
 */
function reasonOf(message) {
    const reason = message.replace(/^(?:(?:error )?parsing image name "[^"]*"|initializing source \S+?:*): /i, '');
    return (0,errors/* messageOf */.bD)(reason.replace(/https?:\/\/[^\s"\\]+/g, (url) => (0,redact.redactUrl)(url)));
}
function unquote(quoted) {
    try {
        return JSON.parse(quoted);
    }
    catch {
        return quoted.slice(1, -1);
    }
}

;// CONCATENATED MODULE: ./build/sources/image/fetch/skopeo.js















/** Limit of the output for a document: the document and the log of skopeo. */
const MAX_DOCUMENT_OUTPUT = 2 * image_json/* MAX_DOCUMENT_BYTES */.bi;
/** Attempts with a slow registry: one retry, because a single connection may be bad. */
const MAX_SLOW_ATTEMPTS = 2;
/**
 * Finds skopeo on the PATH.
 *
 * @throws FledgeError `tool` if it is missing or too old.
 */
async function findSkopeo(signal) {
    try {
        return await (0,find/* requireTool */.Y0)(table/* skopeo */._S, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* FledgeError */.aE) || error.fix === undefined)
            throw error;
        throw new errors/* FledgeError */.aE('tool', `${error.message}, and it is needed to fetch images`, {
            cause: error,
            fix: error.fix,
        });
    }
}
/** Arguments that print the exact bytes of a manifest or an index. */
function inspectManifestArguments(source) {
    return ['inspect', '--raw', source];
}
/** Arguments that print the exact bytes of an image's config. */
function inspectConfigArguments(source) {
    return ['inspect', '--config', '--raw', source];
}
/**
 * Arguments that copy an image into an OCI layout with a shared directory of blobs. Existing blobs are not fetched.
 * Layers stay unchanged, also if they are not compressed.
 */
function copyToLayoutArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        '--dest-oci-accept-uncompressed-layers',
        '--dest-shared-blob-dir',
        to.blobs,
        source,
        (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'oci', layout: to.layout, image: 'image' }),
    ];
}
/** Arguments that copy an image into a directory, with unchanged bytes of manifest, config and layers. */
function copyToDirectoryArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        ...(to.daemonHost === undefined ? [] : ['--src-daemon-host', to.daemonHost]),
        source,
        (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'dir', path: to.directory }),
    ];
}
/**
 * Arguments of every copy. Without --tmpdir, large temporary files are in /var/tmp and remain there when skopeo fails
 * or is killed.
 */
function globalArguments(platform, temporary) {
    const { os, architecture, variant } = (0,image_platform/* targetOf */.$r)(platform);
    const variants = architecture === 'arm64' ? ['--override-variant', variant] : [];
    // skopeo unpacks an archive there, and treats a colon in the path as its end.
    const directory = temporary.includes(':') ? [] : ['--tmpdir', temporary];
    return [...directory, '--override-os', os, '--override-arch', architecture, ...variants];
}
/**
 * Runs skopeo, with retries after temporary failures, and returns its stdout. skopeo reads logins, certificates and
 * registries.conf itself; its arguments contain none of them.
 *
 * @throws FledgeError `download` with the reason and the requested image.
 */
async function runSkopeo(skopeo, command, context) {
    const { reporter, signal, network } = context;
    const { args, cwd, what, registry, fetched = () => 0, excess, prints, authFile } = command;
    const variables = { ...context.env, ...(authFile !== undefined && { REGISTRY_AUTH_FILE: authFile }) };
    const env = (0,tools_environment/* environmentFor */.DD)(kindOfCommand(args), variables, { helpers: (0,logins/* credentialHelpersOf */.Yp)(variables) });
    const { registryStallMs, minBytesPerSecond } = { ...net_context/* DEFAULT_NETWORK */.R, ...network };
    const pace = { everyMs: registryStallMs, bytesPerSecond: minBytesPerSecond };
    const rateLimit = new RateLimitWatch();
    let slowAttempts = 0;
    const attempt = async () => {
        const supervisor = new growth/* Supervisor */.Dm([
            // skopeo has no timeout for a silent registry. Local sources need none.
            ...(registry === undefined ? [] : [(0,growth/* speedCheck */.AD)(fetched, pace, (bytes) => tooSlow(bytes, registryStallMs))]),
            ...(excess === undefined ? [] : [(0,growth/* growthCheck */.Uo)(excess)]),
        ]);
        const signals = [signal, supervisor.signal].filter((each) => each !== undefined);
        try {
            // Only the debug log shows that skopeo waits for a rate limit.
            const { stdout } = await (0,exec/* run */.eF)(skopeo.path, ['--debug', ...args], {
                cwd,
                env,
                signal: AbortSignal.any(signals),
                onLine(line, stream) {
                    const wait = stream === 'stderr' ? rateLimit.read(line) : undefined;
                    if (wait === undefined)
                        return;
                    const limited = `${registry ?? 'the registry'} has too many requests (429) and asks to wait ${(0,http_failure/* formatWait */.Du)(wait.askedMs)}`;
                    if (wait.isTooLong)
                        supervisor.fail(new SkopeoFailure(limited, 'rate-limited'));
                    else
                        reporter.info(`${what}: ${limited}`);
                },
                ...(prints === 'document' && { maxOutputBytes: MAX_DOCUMENT_OUTPUT }),
            });
            const problem = excess?.();
            if (problem !== undefined)
                throw problem;
            return stdout;
        }
        catch (error) {
            if (supervisor.failure !== undefined && signal?.aborted !== true)
                throw supervisor.failure;
            throw error instanceof errors/* FledgeError */.aE && error.fix === undefined ? new SkopeoFailure(error.message) : error;
        }
        finally {
            supervisor.end();
        }
    };
    const classify = (error) => {
        if (!(error instanceof SkopeoFailure))
            return 'give-up';
        if (error.kind === 'slow')
            slowAttempts += 1;
        return slowAttempts === MAX_SLOW_ATTEMPTS ? 'give-up' : error.verdict;
    };
    try {
        return await (0,retry/* retry */.L5)(attempt, {
            classify,
            onRetry({ error, attempt: number, attempts, waitMs }) {
                const next = `attempt ${number + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`;
                reporter.info(`${what}: ${(0,errors/* messageOf */.bD)(error)}; ${next}`);
            },
            attempts: retry/* DEFAULT_ATTEMPTS */.li,
            signal,
            ...(network?.delay !== undefined && { delay: network.delay }),
        });
    }
    catch (error) {
        throw error instanceof SkopeoFailure ? error.explain(command) : error;
    }
}
function tooSlow(bytes, periodMs) {
    const received = bytes <= 0 ? 'nothing' : `only ${bytes} bytes`;
    return new SkopeoFailure(`timed out: ${received} arrived within ${periodMs / 1000} s`, 'slow');
}
/** The row of the table of environments for a run, by the source of its image. */
function kindOfCommand(args) {
    if (args.some((argument) => argument.startsWith('docker-daemon:')))
        return 'skopeo of docker-daemon';
    if (args.some((argument) => argument.startsWith('containers-storage:')))
        return 'skopeo of containers-storage';
    return 'skopeo';
}

;// CONCATENATED MODULE: ./build/sources/image/fetch/fetch.js
















/** Allowance for the documents of an image, and for bytes that a program writes between two checks. */
const SLACK_BYTES = 16 * units/* MEBIBYTE */.gJ;
/**
 * Fetches an image and returns its config and the paths of its blobs. OCI layouts, directories of skopeo and archives
 * are read in place. Blobs of a registry are stored in the cache, so that only missing ones are fetched. All other
 * images are copied to the scratch directory. Without a transport and a digest, the local Docker daemon is asked first.
 *
 * The manifest and the config are verified here; layers are verified when they are unpacked.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image, `output` for a full disk.
 */
async function fetchImage(request, context) {
    const image = await fetchFrom(request, context);
    const { reference, platform } = request;
    if (image.newerVariant !== undefined) {
        context.reporter.warn(`${reference.text} is for ${platform}/${image.newerVariant}: older machines of ${platform} cannot run its programs`, { code: 'platform' });
    }
    return image;
}
function fetchFrom(request, context) {
    const { reference, platform, scratchDirectory, budget = new support_budget/* Budget */._() } = request;
    const maxUnpackedBytes = budget.limits.unpacked;
    const { transport, named, stored, id, path = '', member, text } = reference;
    const file = (0,external_node_path_.resolve)(context.baseDirectory, path);
    const archive = { file, member, platform, label: text, scratchDirectory, maxUnpackedBytes, signal: context.signal };
    switch (transport) {
        case 'oci':
            return (0,layout/* readOciLayout */.I$)({ directory: file, member, platform, label: text });
        case 'dir':
            return (0,layout/* readDirectoryImage */.h0)({ directory: file, platform, label: text });
        case 'docker-archive':
            return (0,image_archive/* readDockerArchive */.z9)(archive);
        case 'oci-archive':
            return (0,image_archive/* readOciArchive */.GW)(archive);
        case 'containers-storage':
            return fetchFromStorage({ name: stored, id }, request, context);
        case 'docker-daemon':
            return fetchFromDaemon(id === undefined ? named : `sha256:${id}`, request, context);
        case 'docker':
        case undefined:
            if (named === undefined)
                throw new errors/* FledgeError */.aE('internal', `${text} is not an image of a registry`);
            // A daemon cannot provide an image by the digest of its manifest.
            if (isAskedOfDaemon(request))
                return fetchFromDaemonOrRegistry(named, request, context);
            return fetchFromRegistry(named, request, context);
    }
}
async function fetchFromDaemonOrRegistry(named, request, context) {
    const daemon = findDockerDaemon(context);
    const found = daemon && (await findInDaemon(daemon, named, request.platform, context));
    if (daemon === undefined || found === undefined)
        return fetchFromRegistry(named, request, context);
    context.reporter.info(`${request.reference.text} is copied from the Docker daemon (${found.id})`);
    return copyFromDaemon(daemon, found, request, context);
}
/** Fetches an image from the Docker daemon only, by its name or by its id (`sha256:…`). */
async function fetchFromDaemon(wanted, request, context) {
    if (wanted === undefined)
        throw new errors/* FledgeError */.aE('internal', `${request.reference.text} is not an image of a Docker daemon`);
    const daemon = findDockerDaemon(context);
    if (typeof wanted !== 'string' && wanted.digest !== undefined)
        return fetchPinned(daemon, wanted, request, context);
    // skopeo may reach a daemon that cannot be asked here.
    const found = daemon && (await askDaemon(daemon, wanted, context).catch(() => undefined));
    if (daemon !== undefined && found !== undefined) {
        if (typeof wanted !== 'string' || found.id === wanted)
            return copyFromDaemon(daemon, found, request, context);
        throw otherImage(request, found.id, wanted);
    }
    const source = typeof wanted === 'string' ? { id: wanted.replace(/^sha256:/, '') } : { name: wanted };
    const copied = await copyImage({ transport: 'docker-daemon', ...source }, daemon?.skopeoHost, request, context);
    if (typeof wanted === 'string')
        requireConfig(copied, wanted, request);
    return copied;
}
/** Fetches an image by digest. A daemon has the manifest of a digest only with the containerd store. */
async function fetchPinned(daemon, named, request, context) {
    const found = daemon && (await findInDaemon(daemon, named, request.platform, context));
    if (daemon !== undefined && found?.isManifest && found.id === named.digest) {
        return copyFromDaemon(daemon, found, request, context);
    }
    const { text } = request.reference;
    const reason = found === undefined
        ? 'the Docker daemon does not have it'
        : 'the Docker daemon does not provide the manifest with this digest';
    throw new errors/* FledgeError */.aE('input', `cannot copy the image ${text}: ${reason}`, {
        fix: `use the id of the image, docker-daemon:sha256:…, or fetch it from its registry: ${text.replace(/^docker-daemon:/, 'docker://')}`,
    });
}
/** Copies the image with an id from the daemon, and verifies the id. */
async function copyFromDaemon(daemon, { id, isManifest }, request, context) {
    const { platform, reference, scratchDirectory, budget = new support_budget/* Budget */._() } = request;
    const maxUnpackedBytes = budget.limits.unpacked;
    if (isManifest) {
        // With the containerd store, the id is the digest of a manifest or an index, which skopeo does not read from the
        // archive.
        const file = (0,external_node_path_.join)(scratchDirectory, 'daemon.tar');
        await saveFromDaemon(daemon, id, { file, label: reference.text, maxUnpackedBytes }, context);
        const from = { file, scratchDirectory, maxUnpackedBytes, signal: context.signal };
        return (0,image_archive/* readOciArchive */.GW)({ ...from, member: undefined, digest: id, platform, label: reference.text });
    }
    const source = { transport: 'docker-daemon', id: id.replace(/^sha256:/, '') };
    const image = await copyImage(source, daemon.skopeoHost, request, context);
    requireConfig(image, id, request);
    return image;
}
/** Copies an image from the storage of podman and buildah, and compares it with a given id or digest. */
async function fetchFromStorage({ name, id }, request, context) {
    const source = { transport: 'containers-storage', name, id };
    const image = await copyImage(source, undefined, request, context);
    if (id !== undefined)
        requireConfig(image, `sha256:${id}`, request);
    if (name?.digest === undefined)
        return image;
    // The copy has a different manifest, because the storage holds uncompressed layers.
    const { text } = request.reference;
    const args = inspectManifestArguments((0,tools_arguments/* skopeoSource */.VU)(source));
    const command = { args, cwd: context.baseDirectory, what: `read the manifest of ${text}` };
    const bytes = await runSkopeo(await findSkopeo(context.signal), command, context);
    requireBytes(name.digest, bytes, `the manifest of ${text}`);
    const manifest = (0,image_image/* parseManifestOrIndex */.yA)({ bytes, digest: name.digest }, text);
    if (!('layers' in manifest)) {
        throw new errors/* FledgeError */.aE('input', `${text}: the digest is that of an index, but the storage has the image of one platform only`, {
            fix: 'use the digest of the manifest for the platform, or the id of the image',
        });
    }
    requireConfig(image, manifest.config.digest, request);
    return image;
}
/** @throws FledgeError `input` if the image has another id than requested. */
function requireConfig({ configDigest }, id, request) {
    if (configDigest !== id)
        throw otherImage(request, configDigest, id);
}
function otherImage({ reference }, actual, wanted) {
    return new errors/* FledgeError */.aE('input', `${reference.text}: the copied image has the id ${actual}, expected ${wanted}`, {
        fix: 'find out why another image was provided before you continue, or use the image of a registry',
    });
}
/** Copies a local image that only skopeo can read. */
async function copyImage(source, daemonHost, { reference, platform, scratchDirectory, budget = new support_budget/* Budget */._() }, context) {
    const skopeo = await findSkopeo(context.signal);
    const directory = (0,external_node_path_.join)(scratchDirectory, 'image');
    const label = reference.text;
    const command = {
        args: copyToDirectoryArguments((0,tools_arguments/* skopeoSource */.VU)(source), { directory, daemonHost, temporary: scratchDirectory }, platform),
        cwd: context.baseDirectory,
        what: `copy the image ${label}`,
        excess: copyExcess({ scratchDirectory, directory, label }, budget),
    };
    // The total size is unknown in advance.
    const measure = () => ({ done: (0,growth/* bytesBelow */.bR)(scratchDirectory) });
    await (0,growth/* reportGrowth */.YB)(context.reporter.progress(label, 'bytes'), measure, () => runSkopeo(skopeo, command, context));
    return (0,layout/* readDirectoryImage */.h0)({ directory, platform, label });
}
/**
 * Returns a check that stops a copy that grows too large: the size is unknown in advance, and a small archive may
 * contain a large image. The limit of unpacked bytes applies to the copied layers, and to the archive that skopeo
 * unpacks first.
 */
function copyExcess({ scratchDirectory, directory, label }, budget) {
    const reserve = new disk_space/* DiskReserve */.Gs(scratchDirectory);
    const most = budget.limits.unpacked + SLACK_BYTES;
    return () => {
        const copied = (0,growth/* bytesBelow */.bR)(directory);
        const all = (0,growth/* bytesBelow */.bR)(scratchDirectory);
        if (copied > most || all - copied > most)
            return budget.excess('unpacked');
        const left = reserve.exceeded();
        if (left === undefined)
            return undefined;
        const sizes = `${(0,units/* formatBytes */.z3)(all)} are copied, and only ${(0,units/* formatBytes */.z3)(left.free)} are free`;
        return new errors/* FledgeError */.aE('output', `cannot copy the image ${label} to ${scratchDirectory}: ${sizes}`, {
            fix: 'free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it',
        });
    };
}
async function fetchFromRegistry(named, request, context) {
    const { platform, lock, budget } = request;
    const label = request.reference.text;
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, lock, label, budget }, context);
    const root = await fetcher.root();
    const read = (descriptor) => fetcher.manifest(descriptor);
    const selected = await (0,image_image/* selectManifest */.yY)(root, { platform, label }, read);
    await fetcher.fetchBlobs(selected, platform);
    return (0,image_image/* readImage */.AM)(selected, { platform, label }, fetcher.cache.store);
}
/**
 * Resolves an image of a registry to its current digest: of an index, or of a manifest if there is no index. `label` is its
 * name in messages.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image.
 */
async function resolveImage(named, label, context) {
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, label }, context);
    const root = await fetcher.root();
    (0,image_image/* parseManifestOrIndex */.yA)(root, label);
    return root.digest;
}
const MANIFEST = 'image index or manifest';
/**
 * Fetches an image of a registry into the cache. The manifest and the config are fetched separately: a copy into an OCI
 * layout converts both if they are in Docker's format, which changes their digests.
 */
class RegistryFetcher {
    cache;
    #skopeo;
    #named;
    #lock;
    #label;
    #budget;
    #context;
    constructor(skopeo, { named, lock, label, budget = new support_budget/* Budget */._() }, context) {
        const { cacheDirectory, cacheUse, reporter } = context;
        this.cache = openBlobCache(cacheDirectory, { reporter, image: label, use: cacheUse });
        this.#skopeo = skopeo;
        this.#named = named;
        this.#lock = lock;
        this.#label = lock === undefined ? label : `${label} as ${lock.file} pins it`;
        this.#budget = budget;
        this.#context = context;
    }
    /** The manifest or index of the tag or the digest. A digest in the cache needs no request. */
    async root() {
        const { tag } = this.#named;
        const digest = this.#lock?.digest ?? this.#named.digest;
        if (digest === undefined) {
            const bytes = await this.#inspect({ tag: tag ?? 'latest' });
            const document = (0,image_image/* documentOf */.lM)(bytes);
            await this.cache.put(document.digest, bytes, { kind: MANIFEST, label: `the manifest of ${this.#label}` });
            return document;
        }
        return { bytes: await this.#document(digest), digest };
    }
    async manifest({ digest, size }) {
        const bytes = await this.#document(digest);
        if (bytes.length === size)
            return bytes;
        throw new errors/* FledgeError */.aE('input', `the manifest of ${this.#label} has ${bytes.length} bytes, but the index lists ${size}`);
    }
    async fetchBlobs({ digest, manifest }, platform) {
        const { config, layers } = manifest;
        await this.#fetchLayers(digest, layers, platform);
        // The copy has fetched the config, unless the manifest is in Docker's format or no layer was missing.
        if (await this.cache.has(config, `the config of ${this.#label}`))
            return;
        const bytes = await this.#run(inspectConfigArguments(this.#source({ digest })), { prints: 'document' });
        await this.cache.put(config.digest, bytes, { kind: 'image config', label: `the config of ${this.#label}` });
    }
    async #fetchLayers(digest, layers, platform) {
        const missing = new Map();
        for (const [index, layer] of layers.entries()) {
            // Registries do not have foreign layers.
            if ((0,media_types/* layerKindOf */.pc)(layer.mediaType ?? '') === 'foreign')
                continue;
            const isThere = await this.cache.has(layer, `layer ${index + 1} of ${layers.length} of ${this.#label}`);
            if (!isThere)
                missing.set(layer.digest, layer.size);
        }
        const { reporter } = this.#context;
        if (missing.size === 0) {
            reporter.debug(`${this.#label}: all ${layers.length} layers are in the cache`);
            return;
        }
        const total = [...missing.values()].reduce((sum, size) => sum + size, 0);
        this.#budget.spend('fetched', total);
        (0,disk_space/* requireSpace */.MK)([
            {
                directory: this.#context.cacheDirectory,
                bytes: total,
                what: `the layers of ${this.#label}`,
                fix: 'set FLEDGE_CACHE_DIR to a directory on another disk',
            },
        ]);
        reporter.info(`fetch ${missing.size} of ${layers.length} layers of ${this.#label} (${(0,units/* formatBytes */.z3)(total)})`);
        const scratch = this.cache.scratch();
        const blobs = [...missing.keys()].map((missed) => this.cache.store.pathOf(missed));
        // The scratch directory holds partial blobs and some small documents. Complete blobs are counted first, so that a
        // blob that moves in between is not counted twice.
        const fetched = () => blobs.reduce((sum, path) => sum + (0,growth/* bytesOf */.$$)(path), 0) + (0,growth/* bytesBelow */.bR)(scratch.path);
        const excess = () => (0,growth/* bytesBelow */.bR)(scratch.path) > total + SLACK_BYTES ? this.#tooMuch(total) : undefined;
        const measure = () => ({ done: Math.min(fetched(), total), total });
        try {
            // The path is relative, because skopeo treats a colon in the path of a layout as its end.
            const to = { layout: 'layout', blobs: this.cache.directory, temporary: scratch.path };
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(scratch.path, to.layout));
            const args = copyToLayoutArguments(this.#source({ digest }), to, platform);
            const progress = reporter.progress(this.#label, 'bytes');
            await (0,growth/* reportGrowth */.YB)(progress, measure, () => this.#run(args, { cwd: scratch.path, fetched, excess }));
            this.cache.added([...missing.keys()], 'image layer', total);
        }
        finally {
            scratch.dispose();
        }
    }
    #tooMuch(total) {
        const sizes = `more than the ${(0,units/* formatBytes */.z3)(total)} that the manifest lists`;
        return new errors/* FledgeError */.aE('download', `cannot fetch the image ${this.#label}: the registry sends ${sizes}`, {
            fix: 'do not trust the registry or the proxy before it; fetch the image from another registry',
        });
    }
    async #document(digest) {
        const label = `the manifest of ${this.#label}`;
        const cached = await this.cache.findDocument(digest, label);
        if (cached !== undefined)
            return cached;
        const bytes = await this.#inspect({ digest });
        requireBytes(digest, bytes, label);
        await this.cache.put(digest, bytes, { kind: MANIFEST, label });
        return bytes;
    }
    #inspect(version) {
        return this.#run(inspectManifestArguments(this.#source(version)), { prints: 'document' });
    }
    #source(version) {
        const { domain, repository } = this.#named;
        return (0,tools_arguments/* skopeoSource */.VU)({ transport: 'docker', name: { domain, repository, ...version } });
    }
    async #run(args, { cwd = this.#context.baseDirectory, ...others } = {}) {
        const pinned = this.#lock === undefined ? '' : `, ${this.#lock.digest}`;
        const what = `fetch the image ${this.#label}${pinned}`;
        const isLocked = this.#lock !== undefined;
        const registry = this.#named.domain;
        const command = { args, cwd, what, registry, isLocked, ...others };
        const store = findCredentialStore(registry, this.#context.env);
        if (store?.authFile === undefined) {
            const loginFix = store &&
                `log in with skopeo login ${registry}: skopeo cannot read the login of docker in the credential store ${JSON.stringify(store.name)} (credsStore in ${store.file})`;
            return runSkopeo(this.#skopeo, { ...command, loginFix }, this.#context);
        }
        const scratch = this.cache.scratch();
        try {
            const authFile = (0,external_node_path_.join)(scratch.path, 'auth.json');
            (0,external_node_fs_.writeFileSync)(authFile, store.authFile, { mode: 0o600 });
            const loginFix = `check the name, and that ${JSON.stringify(store.name)} (credsStore in ${store.file}) has a login that allows it: docker login ${registry}`;
            return await runSkopeo(this.#skopeo, { ...command, authFile, loginFix }, this.#context);
        }
        finally {
            scratch.dispose();
        }
    }
}


/***/ }),

/***/ 15112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yp: () => (/* binding */ credentialHelpersOf),
/* harmony export */   dO: () => (/* binding */ dockerConfigFile),
/* harmony export */   i7: () => (/* binding */ canonicalRegistry),
/* harmony export */   rC: () => (/* binding */ readLogins)
/* harmony export */ });
/* unused harmony exports authFilesOf, mergeLogins */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12311);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94618);







/** The parts of a login file that skopeo and docker read (containers-auth.json(5)). */
const authFileSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    auths: mapOf(mapOf(zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J())),
    credHelpers: mapOf(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    credsStore: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullish(),
});
/** Larger than the file of any login program. */
const MAX_BYTES = 1024 * 1024;
/** The login files that skopeo reads, in its order (containers-auth.json(5)). */
function authFilesOf(env) {
    const named = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'REGISTRY_AUTH_FILE');
    if (named !== undefined)
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(named)];
    const runtime = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'XDG_RUNTIME_DIR');
    return [
        runtime === undefined
            ? `/run/containers/${process.getuid?.() ?? 0}/auth.json`
            : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtime, 'containers/auth.json'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'XDG_CONFIG_HOME') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.config'), 'containers/auth.json'),
        dockerConfigFile(env),
    ];
}
/** The file that `docker login` writes to. */
function dockerConfigFile(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'DOCKER_CONFIG') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.docker'), 'config.json');
}
function homeOf(env) {
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .Jz)(env, 'HOME') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
}
/** The existing login files, in skopeo's order. A file that cannot be read is skipped with a warning. */
function readLogins(env, reporter) {
    return authFilesOf(env).flatMap((path) => readAuthFile(path, reporter) ?? []);
}
/**
 * The credential helpers in the login files, without `docker-credential-`. skopeo, docker and podman start no others.
 */
function credentialHelpersOf(env) {
    const files = readLogins(env, _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_4__/* .silentReporter */ .P);
    const names = files.flatMap(({ credHelpers, credsStore }) => [...Object.values(credHelpers), credsStore ?? '']);
    return [...new Set(names)].filter((name) => name !== '');
}
/**
 * Merges a login, if there is one, and existing login files. The login replaces all others for its registry and for
 * paths below it. For other registries, the first file with a login wins, as if skopeo read the files in order.
 */
function mergeLogins(own, files) {
    const registry = own && canonicalRegistry(own.registry);
    const auths = own === undefined ? {} : { [own.registry]: { auth: own.auth } };
    const credHelpers = {};
    const known = new Set();
    const isFree = (key) => {
        const name = canonicalRegistry(key);
        const isOwn = registry !== undefined && (name === registry || name.startsWith(`${registry}/`));
        return !isOwn && !known.has(name);
    };
    for (const file of files) {
        const helpers = Object.entries(file.credHelpers).filter(([key]) => isFree(key));
        const logins = Object.entries(file.auths).filter(([key]) => isFree(key));
        for (const [key, value] of helpers)
            credHelpers[key] = value;
        for (const [key, value] of logins)
            auths[key] = value;
        for (const [key] of [...helpers, ...logins])
            known.add(canonicalRegistry(key));
    }
    return { auths, credHelpers };
}
/** The name of a registry without the API address that Docker writes, and with one name for the hosts of Docker Hub. */
function canonicalRegistry(key) {
    const name = key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
    return name.replace(/^(?:index|registry-1)\.docker\.io(?=$|\/)/, 'docker.io');
}
function readAuthFile(path, reporter) {
    try {
        const text = readSmallFile(path);
        if (text !== undefined)
            return { ...authFileSchema.parse(JSON.parse(text)), path };
        reporter.warn(`the logins in ${path} are ignored: it is not a login file`, { code: 'login' });
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        // The parser quotes text that it cannot parse, so its message is not logged: the file may hold secrets.
        const why = code === undefined ? 'it is not a login file' : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        reporter.warn(`the logins in ${path} are ignored: ${why}`, { code: 'login' });
    }
    return undefined;
}
/**
 * Undefined if the file is not regular or is too large for a login file. O_NONBLOCK: opening a fifo must not wait for a
 * writer.
 */
function readSmallFile(path) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        return stats.isFile() && stats.size <= MAX_BYTES ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor, 'utf8') : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
/** Programs in Go write null for an empty map. */
function mapOf(values) {
    const map = zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), values).nullish();
    return map.transform((present) => present ?? {});
}


/***/ })

};
