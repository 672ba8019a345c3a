export const id = 850;
export const ids = [850];
export const modules = {

/***/ 3850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ build),
  P: () => (/* binding */ loadTemplate)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/support/scratch.js
var support_scratch = __webpack_require__(6678);
;// CONCATENATED MODULE: ./build/sources/context.js
const DEFAULT_NETWORK = {
    connectTimeoutMs: 15_000,
    headersTimeoutMs: 60_000,
    stallTimeoutMs: 30_000,
    delay: undefined,
};
/** A value of the environment; an empty one counts as not set. */
function environmentValue(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}

;// CONCATENATED MODULE: ./build/sources/local-file.js




const READ_BYTES = 1024 * 1024;
/**
 * Size and SHA-256 of a regular file, read as a stream. Symlinks are followed; what is no regular file is not opened.
 *
 * @throws FledgeError `input`, calling the file `label`.
 */
async function digestFile(path, options) {
    const { label, maxBytes } = options;
    try {
        requireRegular(await (0,promises_.stat)(path), path, label);
        // It may have been replaced since: with O_NONBLOCK the open of a fifo returns, and fstat tells the truth.
        const handle = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
        try {
            const stats = await handle.stat();
            requireRegular(stats, path, label);
            if (stats.size > maxBytes) {
                throw new errors/* FledgeError */.aE('input', `cannot use ${path} as ${label}: ${stats.size} bytes are more than the ${maxBytes} it may have`);
            }
            return await digestHandle(handle);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof errors/* FledgeError */.aE)
            throw error;
        throw new errors/* FledgeError */.aE('input', `cannot read ${label} from ${path}: ${reasonOf(error)}`, {
            cause: error,
            fix: `check the path of ${label}; a relative path starts at the directory of fledge.toml`,
        });
    }
}
/** Size and SHA-256 of what an open file holds from its start, in pieces of 1 MiB. */
async function digestHandle(handle) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let size = 0;
    for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, size);
        if (bytesRead === 0)
            return { size, sha256: hash.digest('hex') };
        hash.update(buffer.subarray(0, bytesRead));
        size += bytesRead;
    }
}
function requireRegular(stats, path, label) {
    if (stats.isFile())
        return;
    throw new errors/* FledgeError */.aE('input', `cannot use ${path} as ${label}: it is ${kindOf(stats)}, not a regular file`, {
        fix: `let the configuration name the file itself`,
    });
}
function kindOf(stats) {
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a fifo';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}
function reasonOf(error) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'ENOENT':
            return 'there is no such file';
        case 'EACCES':
            return 'permission denied';
        case 'ENOTDIR':
            return 'a part of the path is no directory';
        case 'ELOOP':
            return 'its symlinks lead in a circle';
        default:
            return (0,errors/* messageOf */.bD)(error);
    }
}

;// CONCATENATED MODULE: ./build/sources/cache.js








/**
 * The directory that `FLEDGE_CACHE_DIR` names (relative to `cwd`), else `fledge` in `XDG_CACHE_HOME`, else
 * `~/.cache/fledge`. A relative XDG_CACHE_HOME is ignored, as the XDG base directory specification asks.
 */
function cacheDirectoryOf(env, place) {
    const own = environmentValue(env, 'FLEDGE_CACHE_DIR');
    if (own !== undefined)
        return (0,external_node_path_.resolve)(place.cwd, own);
    const xdg = environmentValue(env, 'XDG_CACHE_HOME');
    return xdg !== undefined && (0,external_node_path_.isAbsolute)(xdg) ? (0,external_node_path_.join)(xdg, 'fledge') : (0,external_node_path_.join)(place.home, '.cache', 'fledge');
}
/** The cache in `directory`, which is created when the first file is put into it. */
function openCache(directory, reporter) {
    return {
        find: (sha256) => findIntact(directory, sha256, reporter),
        begin: (label) => beginFile(directory, label),
    };
}
function placeOf(directory, sha256) {
    if (!/^[0-9a-f]{64}$/.test(sha256))
        throw new errors/* FledgeError */.aE('internal', `not a SHA-256: ${sha256}`);
    const parent = (0,external_node_path_.join)(directory, 'sha256', sha256.slice(0, 2));
    return { parent, path: (0,external_node_path_.join)(parent, sha256) };
}
async function findIntact(directory, sha256, reporter) {
    const { path } = placeOf(directory, sha256);
    let handle;
    try {
        handle = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        if (code === 'ELOOP')
            return evict(path, reporter);
        throw cacheError(directory, 'read the download cache', error);
    }
    try {
        const isFile = (await handle.stat()).isFile();
        const found = isFile ? await digestHandle(handle) : undefined;
        return found?.sha256 === sha256 ? { path, ...found } : await evict(path, reporter);
    }
    finally {
        await handle.close();
    }
}
async function evict(path, reporter) {
    reporter.warn(`the cached file ${path} is damaged; it is removed and fetched again`);
    // Where this is not allowed the new file takes the place by its rename, or that fails with the reason.
    await (0,promises_.rm)(path, { recursive: true, force: true }).catch(() => { });
    return undefined;
}
async function beginFile(directory, label) {
    const doing = `store ${label} in the download cache`;
    const waiting = (0,external_node_path_.join)(directory, 'tmp');
    let scratch;
    let handle;
    try {
        await makeDirectories(directory);
        await ownDirectory(waiting);
        (0,support_scratch/* removeStaleScratch */.eO)(waiting);
        scratch = (0,support_scratch/* scratchFile */.LE)(waiting, 'download');
    }
    catch (error) {
        throw cacheError(directory, doing, error);
    }
    try {
        handle = await (0,promises_.open)(scratch.path, 'wx', 0o600);
    }
    catch (error) {
        scratch.dispose();
        throw cacheError(directory, doing, error);
    }
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    let isOpen = true;
    const close = async () => {
        if (!isOpen)
            return;
        isOpen = false;
        await handle.close();
    };
    return {
        async write(chunk) {
            hash.update(chunk);
            size += chunk.length;
            try {
                // One call to write(2) may take less than it was given, as on a disk that is about to be full.
                for (let done = 0; done < chunk.length;)
                    done += (await handle.write(chunk, done)).bytesWritten;
            }
            catch (error) {
                throw cacheError(directory, doing, error);
            }
        },
        digest: () => ({ size, sha256: hash.copy().digest('hex') }),
        async commit() {
            const sha256 = hash.copy().digest('hex');
            const { parent, path } = placeOf(directory, sha256);
            try {
                await handle.sync();
                await close();
                await ownDirectory((0,external_node_path_.join)(directory, 'sha256'));
                await ownDirectory(parent);
                await (0,promises_.rename)(scratch.path, path);
            }
            catch (error) {
                throw cacheError(directory, doing, error);
            }
            scratch.release();
            return { path, size, sha256 };
        },
        async discard() {
            await close().catch(() => { });
            scratch.dispose();
        },
    };
}
/**
 * Creates a directory and what is missing above it. Not mkdir's `recursive`: below /proc, where a directory answers
 * ENOENT to what cannot be created in it, Node tries that for ever.
 */
async function makeDirectories(path) {
    const create = async () => {
        await (0,promises_.mkdir)(path, { mode: 0o700 }).catch((error) => {
            if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
                throw error;
        });
    };
    try {
        await create();
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) !== 'ENOENT' || (0,external_node_path_.dirname)(path) === path)
            throw error;
        await makeDirectories((0,external_node_path_.dirname)(path));
        await create();
    }
}
/** Makes `path` a directory of this user's only. A symlink in its place is refused: it would lead writes elsewhere. */
async function ownDirectory(path) {
    try {
        await (0,promises_.mkdir)(path, { mode: 0o700 });
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
            throw error;
        if (!(await (0,promises_.lstat)(path)).isDirectory()) {
            throw new errors/* FledgeError */.aE('output', `cannot use ${path} of the download cache: it is not a directory`, {
                fix: 'remove it, or let FLEDGE_CACHE_DIR name another directory',
            });
        }
    }
}
function cacheError(directory, doing, error) {
    if (error instanceof errors/* FledgeError */.aE)
        return error;
    const code = (0,errors/* systemCodeOf */.c7)(error);
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    return new errors/* FledgeError */.aE('output', `cannot ${doing} ${directory}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
        cause: error,
        fix: full
            ? 'free some space, or let FLEDGE_CACHE_DIR name a directory on another disk'
            : 'let FLEDGE_CACHE_DIR name a directory that you can write to',
    });
}

;// CONCATENATED MODULE: ./build/sources/content-kind.js
const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
/** Enough to see past a byte order mark, white space and a comment. */
const SNIFF_BYTES = 512;
/** Whether the bytes begin as an ELF file does. */
function isElf(head) {
    return startsWith(head, ELF_MAGIC);
}
/** What a file that should be a program seems to be instead, by its first bytes, with its article. */
function describeContent(head) {
    if (head.length === 0)
        return 'an empty file';
    if (isElf(head))
        return 'an ELF file';
    if (startsWith(head, [0x1f, 0x8b]))
        return 'a gzip archive';
    if (startsWith(head, [0x28, 0xb5, 0x2f, 0xfd]))
        return 'a zstd archive';
    if (startsWith(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a]))
        return 'an xz archive';
    if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]))
        return 'a zip archive';
    if (startsWith(head, [0x4d, 0x5a]))
        return 'a Windows program';
    if ([0xcffaedfe, 0xcefaedfe, 0xcafebabe].includes(firstWord(head)))
        return 'a macOS program';
    const text = textOf(head);
    if (text === undefined)
        return 'a file of another kind';
    if (/^(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b/is.test(text))
        return 'an HTML page';
    if (text.startsWith('#!'))
        return 'a script';
    if (/^[{[]/.test(text))
        return 'a JSON document';
    if (text.startsWith('<'))
        return 'an XML document';
    if (text.startsWith('version https://git-lfs'))
        return 'a Git LFS pointer';
    return 'a text file';
}
function startsWith(bytes, magic) {
    return bytes.length >= magic.length && Array.from(magic).every((byte, index) => bytes[index] === byte);
}
function firstWord(bytes) {
    return bytes.length < 4 ? 0 : Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0);
}
/** The beginning as trimmed text, or undefined if it holds control characters that text does not have. */
function textOf(head) {
    const text = Buffer.from(head.subarray(0, SNIFF_BYTES))
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .trim();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
    return /[\0-\x08\x0e-\x1a\x7f]/.test(text) ? undefined : text;
}

;// CONCATENATED MODULE: ./build/sources/redact.js
/** Query parameters whose value is a credential, or a signature that stands for one. */
const SECRET_NAME = /token|secret|signature|password|passwd|credential|api[-_]?key|access[-_]?key|auth|jwt|session|^(sig|key|code|pwd|sas)$/i;
/** Longer values than this are no names of things, and are left out on suspicion. */
const LONGEST_INNOCENT_VALUE = 40;
const REDACTED = 'REDACTED';
/**
 * A URL as it may stand in a log, an error or a provenance record: without user, password and fragment, and with the
 * values of query parameters that look like credentials replaced. Takes anything, also what is no URL.
 */
function redactUrl(text) {
    const url = URL.parse(text);
    if (url === null)
        return text.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*$/s, '');
    url.username = '';
    url.password = '';
    url.hash = '';
    for (const [name, value] of [...url.searchParams]) {
        if (SECRET_NAME.test(name) || value.length > LONGEST_INNOCENT_VALUE)
            url.searchParams.set(name, REDACTED);
    }
    return url.href;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/support/retry.js

const DEFAULT_ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/**
 * Calls `action` until it succeeds, its failure is one that another attempt would not mend, or the attempts are used
 * up; then throws the last failure as it is. Waits double from 0.5 s on, each with up to half of it left to chance.
 */
async function retry(action, options) {
    const { judge, onRetry, signal, attempts = DEFAULT_ATTEMPTS, delay = delayFor, random = Math.random } = options;
    for (let attempt = 1;; attempt += 1) {
        signal?.throwIfAborted();
        try {
            return await action(attempt);
        }
        catch (error) {
            signal?.throwIfAborted();
            const verdict = judge(error);
            if (verdict === 'give-up' || attempt >= attempts)
                throw error;
            const waitMs = Math.max(verdict.waitAtLeastMs, backoffMs(attempt, random()));
            onRetry?.({ error, attempt, attempts, waitMs });
            await delay(waitMs, signal);
        }
    }
}
/** The wait in milliseconds after the failed attempt with this number (from 1); `chance` is in [0, 1). */
function backoffMs(attempt, chance) {
    const full = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
    return Math.round(full / 2 + (full / 2) * chance);
}
async function delayFor(milliseconds, signal) {
    try {
        await (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/sources/proxy.js



/**
 * What `http_proxy`, `https_proxy` and `no_proxy` say, or their upper-case forms. As curl reads them, the lower-case
 * name goes first and a value without a scheme is an http proxy.
 *
 * @throws FledgeError `usage` for a value that is no URL.
 */
function proxiesOf(env) {
    return {
        http: proxyUrl(env, 'http_proxy'),
        https: proxyUrl(env, 'https_proxy'),
        none: variable(env, 'no_proxy'),
    };
}
/** The redacted URL of the proxy that requests to `url` may pass, or undefined. NO_PROXY is not looked at. */
function proxyFor(url, proxies) {
    const proxy = url.protocol === 'https:' ? (proxies.https ?? proxies.http) : proxies.http;
    return proxy === undefined ? undefined : redactUrl(proxy);
}
function proxyUrl(env, name) {
    const value = variable(env, name);
    if (value === undefined)
        return undefined;
    const url = value.includes('://') ? value : `http://${value}`;
    if (URL.canParse(url))
        return url;
    throw new errors/* FledgeError */.aE('usage', `${name.toUpperCase()} is not the URL of a proxy`, {
        fix: 'give it the form http://HOST:PORT, or unset it',
    });
}
function variable(env, name) {
    return environmentValue(env, name) ?? environmentValue(env, name.toUpperCase());
}

;// CONCATENATED MODULE: ./build/sources/http-failure.js


/**
 * Why a request did not bring what it should; whoever made it tells the user, in the terms of what it was for. The
 * message goes after a colon, and shows no credentials.
 */
class HttpFailure extends Error {
    name = 'HttpFailure';
    kind;
    /** Whether the same request may succeed a moment later, and when the server says that it is worth trying. */
    verdict;
    status;
    headers;
    fix;
    constructor(kind, message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.kind = kind;
        this.verdict = details.verdict;
        this.status = details.status;
        this.headers = details.headers ?? {};
        this.fix = details.fix;
    }
}
/** For `retry`: another attempt for what the network or the server may have mended by then. */
function judgeHttpFailure(error) {
    return error instanceof HttpFailure ? error.verdict : 'give-up';
}
const AT_ONCE = { waitAtLeastMs: 0 };
/** No server may make a build wait longer than this before the next attempt. */
const LONGEST_RETRY_AFTER_MS = 60_000;
const TRANSIENT_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
/** System and undici error codes of failures that may be gone a moment later. */
const TRANSIENT_CODES = new Set([
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENETDOWN',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_SOCKET',
]);
/** An answer with another status than 200. `nowMs` is the time that a Retry-After with a date is compared to. */
function statusFailure(status, headers, nowMs) {
    // GitHub's limits last for up to an hour, and its 429 then says that nothing remains: no attempt would help.
    const isTransient = TRANSIENT_STATUSES.has(status) && headers['x-ratelimit-remaining'] !== '0';
    const wait = parseRetryAfter(headers['retry-after'], nowMs) ?? 0;
    return new HttpFailure('status', `the server answered with status ${status}${meaningOf(status)}`, {
        verdict: isTransient ? { waitAtLeastMs: Math.min(wait, LONGEST_RETRY_AFTER_MS) } : 'give-up',
        status,
        headers,
    });
}
/** Milliseconds to wait by a Retry-After header (RFC 9110, 10.2.3: seconds, or a date), or undefined. */
function parseRetryAfter(value, nowMs) {
    if (value === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(value.trim()))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
function redirectFailure(message) {
    return new HttpFailure('redirect', message, { verdict: 'give-up' });
}
/** Nothing of `what` came for so many milliseconds. */
function timeoutFailure(what, withinMs) {
    return new HttpFailure('timeout', `the server sent no ${what} for ${withinMs / 1000} s`, { verdict: AT_ONCE });
}
/** The body ended before its declared length, or its connection broke. Counts are in bytes. */
function truncatedFailure(received, declared, cause) {
    const of = declared === undefined ? '' : ` of ${declared}`;
    return new HttpFailure('truncated', `the connection ended after ${received}${of} bytes`, { verdict: AT_ONCE, cause });
}
/** The body has, or is declared to have, more bytes than are accepted. */
function tooLargeFailure(what, maxBytes) {
    return new HttpFailure('too-large', `the server sends ${what}, and at most ${maxBytes} are accepted here`, {
        verdict: 'give-up',
        fix: 'check that the URL names the file that was meant',
    });
}
/** No answer came because of what happened to the connection, or to the one with a proxy. */
function connectionFailure(error, url, proxies) {
    const code = (0,errors/* systemCodeOf */.c7)(error);
    return new HttpFailure('connection', describeConnectionError(code, error, url), {
        verdict: code !== undefined && TRANSIENT_CODES.has(code) ? AT_ONCE : 'give-up',
        fix: fixConnection(code, url, proxies),
        cause: error,
    });
}
function meaningOf(status) {
    switch (status) {
        case 401:
            return ' (credentials needed)';
        case 403:
            return ' (forbidden)';
        case 404:
            return ' (not found)';
        case 410:
            return ' (gone)';
        case 429:
            return ' (too many requests)';
        case 503:
            return ' (unavailable)';
        default:
            return '';
    }
}
function isAboutCertificate(code) {
    return code !== undefined && /CERT|SELF_SIGNED|^ERR_TLS|^UNABLE_TO_/.test(code);
}
function describeConnectionError(code, error, url) {
    if (isAboutCertificate(code))
        return `the certificate is not accepted (${code})`;
    switch (code) {
        case 'ECONNREFUSED':
            return `the connection to ${url.host} was refused`;
        case 'ECONNRESET':
        case 'EPIPE':
        case 'UND_ERR_SOCKET':
            return `the connection to ${url.host} was closed before an answer came`;
        case 'ENOTFOUND':
            return `the host ${url.hostname} is unknown`;
        case 'EAI_AGAIN':
            return `the name server did not answer for ${url.hostname}`;
        case 'UND_ERR_CONNECT_TIMEOUT':
        case 'ETIMEDOUT':
            return `no connection to ${url.host} in time`;
        default:
            return (0,errors/* messageOf */.bD)(error);
    }
}
function fixConnection(code, url, proxies) {
    if (isAboutCertificate(code)) {
        return 'if the server uses a private certificate authority, let NODE_EXTRA_CA_CERTS name its certificate file';
    }
    const proxy = proxyFor(url, proxies);
    if (proxy === undefined) {
        return 'check the URL and the network; behind a proxy, set HTTPS_PROXY (for plain http HTTP_PROXY) and NO_PROXY';
    }
    return `check the URL, and the proxy ${proxy} that HTTP_PROXY, HTTPS_PROXY and NO_PROXY choose`;
}

;// CONCATENATED MODULE: ./build/sources/http.js



const MAX_REDIRECTS = 10;
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);
/** A client for plain downloads. The HTTP library is loaded here, so that a build that needs none starts without it. */
async function openHttpClient(options) {
    const { EnvHttpProxyAgent, request } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19));
    const network = { ...DEFAULT_NETWORK, ...options.network };
    const { proxies } = options;
    const dispatcher = new EnvHttpProxyAgent({
        // An empty string, unlike undefined, keeps undici from reading the environment of the process.
        httpProxy: proxies.http ?? '',
        httpsProxy: proxies.https ?? '',
        noProxy: proxies.none ?? '',
        // Plain http goes through the proxy as a request, not as a tunnel: many proxies allow tunnels to port 443 only.
        proxyTunnel: false,
        connect: { timeout: network.connectTimeoutMs },
        // Ours are told apart by what was waited for, and exact also below a second.
        headersTimeout: 0,
        bodyTimeout: 0,
    });
    async function follow(first, use) {
        let { url } = first;
        let headers = { 'user-agent': 'fledge', ...first.headers };
        for (let hops = 0;; hops += 1) {
            const outcome = await exchange({ ...first, url, headers }, use);
            if ('result' in outcome)
                return outcome.result;
            if (hops === MAX_REDIRECTS)
                throw redirectFailure(`was redirected more than ${MAX_REDIRECTS} times`);
            const next = redirectTarget(url, outcome.location);
            if (next.origin !== url.origin)
                headers = withoutCredentials(headers);
            url = next;
        }
    }
    async function exchange({ url, headers, maxBytes, signal }, use) {
        const watch = new Watchdog(signal);
        try {
            watch.expect('answer', network.headersTimeoutMs);
            const response = await request(bareUrl(url), {
                dispatcher,
                method: 'GET',
                headers: { ...basicAuthorization(url), ...headers },
                signal: watch.signal,
            }).catch((error) => {
                throw watch.reasonFor(error, (cause) => connectionFailure(cause, url, proxies));
            });
            watch.rest();
            const { statusCode: status, body } = response;
            // Whoever stops reading early destroys the body, and that must not surface as an unhandled error.
            body.on('error', () => { });
            try {
                const location = response.headers['location'];
                if (REDIRECT_STATUSES.has(status) && typeof location === 'string')
                    return { location };
                if (status !== 200)
                    throw statusFailure(status, response.headers, Date.now());
                const declaredBytes = contentLength(response.headers);
                if (declaredBytes !== undefined && declaredBytes > maxBytes) {
                    throw tooLargeFailure(`${declaredBytes} bytes`, maxBytes);
                }
                const pieces = readBody(body, { declaredBytes, maxBytes, watch, stallMs: network.stallTimeoutMs });
                return { result: await use({ headers: response.headers, declaredBytes, body: pieces }) };
            }
            finally {
                body.destroy();
            }
        }
        finally {
            watch.end();
        }
    }
    return {
        get: follow,
        close: () => dispatcher.destroy(),
    };
}
async function* readBody(body, bounds) {
    const { declaredBytes, maxBytes, watch, stallMs } = bounds;
    const pieces = body[Symbol.asyncIterator]();
    let received = 0;
    for (;;) {
        watch.expect('more data', stallMs);
        const next = await pieces.next().catch((error) => {
            throw watch.reasonFor(error, (cause) => truncatedFailure(received, declaredBytes, cause));
        });
        // Time that the consumer takes is not the server's fault.
        watch.rest();
        if (next.done === true)
            break;
        received += next.value.length;
        if (received > maxBytes)
            throw tooLargeFailure(`more than ${maxBytes} bytes`, maxBytes);
        yield next.value;
    }
    if (declaredBytes !== undefined && received !== declaredBytes)
        throw truncatedFailure(received, declaredBytes);
}
/** Aborts an exchange when the server takes too long for what is expected of it next, or the build is stopped. */
class Watchdog {
    #controller = new AbortController();
    #outer;
    #onAbort = () => this.#controller.abort(this.#outer?.reason);
    #timer;
    #failure;
    constructor(outer) {
        this.#outer = outer;
        if (outer?.aborted === true)
            this.#onAbort();
        outer?.addEventListener('abort', this.#onAbort, { once: true });
    }
    get signal() {
        return this.#controller.signal;
    }
    expect(what, withinMs) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
            this.#failure = timeoutFailure(what, withinMs);
            this.#controller.abort(this.#failure);
        }, withinMs);
    }
    rest() {
        clearTimeout(this.#timer);
    }
    end() {
        clearTimeout(this.#timer);
        this.#outer?.removeEventListener('abort', this.#onAbort);
    }
    /** The true reason of an error that may be only the echo of an abort. */
    reasonFor(error, otherwise) {
        if (this.#outer?.aborted === true)
            return this.#outer.reason;
        return this.#failure ?? otherwise(error);
    }
}
/** The length in bytes that a response declares, or undefined where it declares none, or none that is a length. */
function contentLength(headers) {
    const value = headers['content-length'];
    return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
/**
 * Where a redirect from `from` leads.
 *
 * @throws HttpFailure if that is no http(s) URL, or if it would give up encryption.
 */
function redirectTarget(from, location) {
    const next = URL.parse(location, from.href);
    if (next === null)
        throw redirectFailure('was redirected to something that is no URL');
    if (next.protocol !== 'https:' && next.protocol !== 'http:') {
        throw redirectFailure(`was redirected to ${redactUrl(next.href)}, which is not http(s)`);
    }
    if (from.protocol === 'https:' && next.protocol === 'http:') {
        throw redirectFailure(`was redirected from https to plain http, to ${redactUrl(next.href)}`);
    }
    return next;
}
function withoutCredentials(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'));
}
function bareUrl(url) {
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    return bare;
}
function basicAuthorization(url) {
    if (url.username === '' && url.password === '')
        return {};
    const pair = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`;
    return { authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` };
}
function percentDecoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./build/sources/request.js





/**
 * Sends a request with the proxies and the patience of this build, again after failures that may pass, and hands the
 * answer of status 200 to `use`, once per attempt. Returns what `use` returns.
 */
async function requestWithRetries({ what, request, explain }, context, use) {
    const { reporter, signal, network, env } = context;
    const client = await openHttpClient({ proxies: proxiesOf(env), network });
    try {
        return await retry(() => client.get({ ...request, signal }, use), {
            judge: judgeHttpFailure,
            onRetry({ error, attempt, attempts, waitMs }) {
                const why = error instanceof Error ? error.message : String(error);
                reporter.info(`${what}: ${why}; attempt ${attempt + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`);
            },
            signal,
            ...(network?.delay !== undefined && { delay: network.delay }),
        });
    }
    catch (error) {
        throw error instanceof HttpFailure ? explain(error) : error;
    }
    finally {
        await client.close();
    }
}
/** An HTTP failure as an error, with what was being done before it. */
function downloadError(doing, failure) {
    const fix = failure.fix ?? fixFor(failure);
    return new errors/* FledgeError */.aE('download', `${doing}: ${failure.message}`, { cause: failure, fix });
}
function fixFor({ kind, status }) {
    if (status === 404 || status === 410)
        return 'check the URL: the server has no such file';
    if (status === 401 || status === 403)
        return 'check the URL and the credentials that it needs';
    if (kind === 'redirect')
        return 'use the URL at which the file really is';
    if (kind === 'too-large')
        return 'check the URL: this is not the file that it should be';
    return 'try again later, or use another source';
}

;// CONCATENATED MODULE: ./build/sources/download.js








/** How much of a download is kept to tell what it is. */
const HEAD_BYTES = 512;
/**
 * Brings a file to this machine, verified, and returns where it is. A file of this machine is used in place. A
 * download lands in the cache under its digest; with a known digest the cache is asked first, and when it has the file
 * nothing is sent to anybody. What fails verification is not kept.
 *
 * @throws FledgeError `download`, `input` for a local file, `output` when the cache cannot be written.
 */
async function fetchFile(request, context) {
    const { from, sha256, label, pinAs } = request;
    if (from.kind === 'file')
        return useInPlace((0,external_node_path_.resolve)(context.baseDirectory, from.path), request);
    const { reporter } = context;
    const uri = redactUrl(request.publicUrl ?? from.url);
    const cache = openCache(context.cacheDirectory, reporter);
    const cached = sha256 === undefined ? undefined : await cache.find(sha256);
    if (cached !== undefined) {
        reporter.debug(`${label}: found in the cache as ${cached.path}`);
        return { ...cached, uri };
    }
    const url = URL.parse(from.url);
    if (url === null)
        throw new errors/* FledgeError */.aE('config', `the URL of ${label} is not valid: ${uri}`);
    const file = await download({ ...request, url, uri }, cache, context);
    if (sha256 === undefined && pinAs !== undefined) {
        reporter.warn(`${label} is not pinned: whatever ${uri} serves is used; to pin it, write ${pinAs(file.sha256)}`);
    }
    return { ...file, uri };
}
async function useInPlace(path, request) {
    const { label, maxBytes, sha256 } = request;
    const digest = await digestFile(path, { label, maxBytes });
    if (sha256 !== undefined && digest.sha256 !== sha256)
        throw wrongChecksum('input', path, request, digest.sha256);
    return { path, ...digest, uri: (0,external_node_url_.pathToFileURL)(path).href };
}
/** The body goes to the cache's scratch, and to its place only when everything about it is right. */
async function download(request, cache, context) {
    const { url, uri, label, maxBytes, headers } = request;
    const job = {
        what: `download of ${label}`,
        request: { url, headers, maxBytes },
        explain: (failure) => downloadError(`cannot download ${label} from ${uri}`, failure),
    };
    const progress = context.reporter.progress(label, 'bytes');
    try {
        return await requestWithRetries(job, context, async ({ body, declaredBytes }) => {
            const incoming = await cache.begin(label);
            try {
                let head = Buffer.alloc(0);
                let done = 0;
                progress.update(done, declaredBytes);
                for await (const chunk of body) {
                    if (head.length < HEAD_BYTES)
                        head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
                    await incoming.write(chunk);
                    done += chunk.length;
                    progress.update(done, declaredBytes);
                }
                verify(request, head, incoming.digest().sha256);
                return await incoming.commit();
            }
            finally {
                await incoming.discard();
            }
        });
    }
    finally {
        progress.end();
    }
}
function verify(request, head, actual) {
    const { label, uri, sha256, expect } = request;
    if (expect === 'elf' && sha256 !== actual && !isElf(head)) {
        const message = `cannot use what ${uri} serves as ${label}: got ${describeContent(head)} instead of a program`;
        throw new errors/* FledgeError */.aE('download', message, { fix: 'check that the URL names the program itself' });
    }
    if (sha256 !== undefined && sha256 !== actual)
        throw wrongChecksum('download', uri, request, actual);
}
function wrongChecksum(code, where, { label, sha256 }, actual) {
    const message = `cannot use ${where} as ${label}: its SHA-256 is ${actual}, and ${sha256} was expected`;
    return new errors/* FledgeError */.aE(code, message, {
        fix: 'either the checksum in fledge.toml is wrong, or the file was changed since; find out which before you change the checksum',
    });
}

;// CONCATENATED MODULE: ./build/sources/elf.js




const HEADER_BYTES = 64;
/** A real program has about ten program headers; a table above this is not worth reading. */
const MAX_TABLE_BYTES = 64 * 1024;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];
/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
    32: { headerBytes: 52, tableOffset: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
    64: { headerBytes: 64, tableOffset: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
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
 * Makes sure that a file is an ELF program for `platform`, and returns what its headers say. `advice` is what the user
 * can do when it is another machine's.
 *
 * @throws FledgeError `input`, calling the file `label`.
 */
async function checkElf(path, wanted) {
    const { platform, label, advice } = wanted;
    const found = await readElf(path, label);
    if ('notElf' in found) {
        throw new errors/* FledgeError */.aE('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
            fix: advice ?? `${label} has to be a program for ${platform}`,
        });
    }
    if (found.type !== 'executable') {
        throw new errors/* FledgeError */.aE('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
            fix: advice ?? `${label} has to be a program for ${platform}`,
        });
    }
    if (found.machine !== platform) {
        throw new errors/* FledgeError */.aE('input', `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`, {
            fix: advice ?? `use a ${label} that is built for ${platform}, or choose the other platform with --platform`,
        });
    }
    return found;
}
/** The header at the beginning of a file, or undefined if there is none, or one that is cut short or nonsense. */
function parseElfHeader(bytes) {
    if (!isElf(bytes))
        return undefined;
    const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
    const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
    if (bits === undefined || littleEndian === undefined)
        return undefined;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.headerBytes)
        return undefined;
    const fields = fieldsOf(bytes, bits, littleEndian);
    const offset = fields.word(layout.tableOffset);
    if (offset === undefined)
        return undefined;
    return {
        bits,
        littleEndian,
        type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
        machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
        programHeaders: { offset, entrySize: fields.u16(layout.entrySize), count: fields.u16(layout.entryCount) },
    };
}
/** Where the path of the dynamic loader is in the file, by its program header table; undefined for a static program. */
function findInterpreter(header, table) {
    const layout = LAYOUTS[header.bits];
    const { entrySize, count } = header.programHeaders;
    if (entrySize < layout.entryBytes)
        return undefined;
    const fields = fieldsOf(table, header.bits, header.littleEndian);
    for (let index = 0; index < count && (index + 1) * entrySize <= table.length; index += 1) {
        const start = index * entrySize;
        if (fields.u32(start) !== PT_INTERP)
            continue;
        const offset = fields.word(start + layout.fileOffset);
        const size = fields.word(start + layout.fileSize);
        if (offset !== undefined && size !== undefined)
            return { offset, size };
    }
    return undefined;
}
async function readElf(path, label) {
    try {
        const handle = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
        try {
            const head = await readAt(handle, 0, 512);
            const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
            if (header === undefined)
                return { notElf: isElf(head) ? 'a damaged ELF file' : describeContent(head) };
            const { offset, entrySize, count } = header.programHeaders;
            const table = await readAt(handle, offset, Math.min(entrySize * count, MAX_TABLE_BYTES));
            const place = findInterpreter(header, table);
            if (place === undefined)
                return { ...header, interpreter: undefined };
            const text = (await readAt(handle, place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
            return { ...header, interpreter: text.split('\0', 1)[0] ?? '' };
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${label} from ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/** Up to `length` bytes from `position`; fewer where the file ends. */
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
/** Readers for the fields of one class and byte order. Offsets must be inside. */
function fieldsOf(bytes, bits, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return {
        u16: (offset) => view.getUint16(offset, littleEndian),
        u32: (offset) => view.getUint32(offset, littleEndian),
        /** A file offset or size: 32 or 64 bits by class; undefined if it is beyond what a file can have. */
        word(offset) {
            if (bits === 32)
                return view.getUint32(offset, littleEndian);
            const value = Number(view.getBigUint64(offset, littleEndian));
            return Number.isSafeInteger(value) ? value : undefined;
        },
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./build/sources/github-release.js





const PUBLIC_API = 'https://api.github.com';
/** A release with a thousand assets, the most GitHub allows, is described in about 2 MB. */
const MAX_RESPONSE_BYTES = 8 * 1024 * 1024;
const assetSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().min(1),
    url: schemas/* url */.OZ5(),
    browser_download_url: schemas/* url */.OZ5(),
    state: schemas/* string */.YjP().optional(),
    digest: schemas/* string */.YjP().nullish(),
});
const releaseSchema = schemas/* object */.Ikc({ tag_name: schemas/* string */.YjP().min(1), assets: schemas/* array */.YOg(assetSchema) });
/**
 * A release of `repository` (`owner/name`) from GitHub's REST API, or the API at FLEDGE_GITHUB_API_URL. `version` is a
 * tag, or `latest`. GITHUB_TOKEN goes to that API only.
 *
 * @throws FledgeError `download`.
 */
async function readRelease(repository, version, context) {
    const api = apiUrl(context);
    const token = environmentValue(context.env, 'GITHUB_TOKEN');
    const url = releaseUrl(api, repository, version);
    const doing = `cannot look up release ${version} of ${repository} at ${redactUrl(url.href)}`;
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', ...authorization };
    const job = {
        what: `release ${version} of ${repository}`,
        request: { url, headers, maxBytes: MAX_RESPONSE_BYTES },
        explain: (failure) => apiError(doing, failure, { repository, hasToken: token !== undefined }),
    };
    const text = await requestWithRetries(job, context, async ({ body }) => {
        const chunks = [];
        for await (const chunk of body)
            chunks.push(chunk);
        return Buffer.concat(chunks).toString('utf8');
    });
    return releaseOf(text, { doing, api, authorization });
}
function apiUrl({ env }) {
    const text = environmentValue(env, 'FLEDGE_GITHUB_API_URL') ?? PUBLIC_API;
    const url = URL.parse(text);
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:'))
        return url;
    throw new errors/* FledgeError */.aE('usage', `FLEDGE_GITHUB_API_URL is not an http(s) URL: ${redactUrl(text)}`, {
        fix: `unset it, or give it the form ${PUBLIC_API} or https://HOST/api/v3`,
    });
}
function releaseUrl(api, repository, version) {
    const url = new URL(api);
    const release = version === 'latest' ? 'latest' : `tags/${encodeURIComponent(version)}`;
    url.pathname = `${api.pathname.replace(/\/+$/, '')}/repos/${repository}/releases/${release}`;
    return url;
}
function releaseOf(text, { doing, api, authorization }) {
    const parsed = releaseSchema.safeParse(jsonOf(text));
    if (!parsed.success) {
        const first = parsed.error.issues[0];
        const where = first === undefined || first.path.length === 0 ? '' : ` at ${first.path.join('.')}`;
        throw new errors/* FledgeError */.aE('download', `${doing}: the answer is not the description of a release${where}`, {
            fix: 'check that FLEDGE_GITHUB_API_URL names the API of GitHub, not its web site',
        });
    }
    const { tag_name: tag, assets } = parsed.data;
    return {
        tag,
        assets: assets
            .filter(({ state }) => state === undefined || state === 'uploaded')
            .map(({ name, url, browser_download_url: publicUrl, digest }) => ({
            name,
            publicUrl,
            sha256: /^sha256:([0-9a-f]{64})$/i.exec(digest ?? '')?.[1]?.toLowerCase(),
            ...waysToBytes({ url, publicUrl, api, authorization }),
        })),
    };
}
/**
 * With a token the bytes come from the API, which is the only way into a private repository. Without one they come
 * from the web address, which unlike the API does not count what an address asks for.
 */
function waysToBytes(of) {
    const { url, publicUrl, api, authorization } = of;
    const isOurApi = new URL(url).origin === api.origin;
    if (!('authorization' in authorization) || !isOurApi)
        return { url: publicUrl, headers: {} };
    return { url, headers: { accept: 'application/octet-stream', ...authorization } };
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function apiError(doing, failure, of) {
    const { status, headers } = failure;
    const { repository, hasToken } = of;
    const fail = (message, fix) => new errors/* FledgeError */.aE('download', `${doing}: ${message}`, { cause: failure, fix });
    if ((status === 403 || status === 429) && (headers['x-ratelimit-remaining'] === '0' || status === 429)) {
        return fail('the rate limit of the GitHub API is used up', hasToken ? 'try again later' : 'set GITHUB_TOKEN, with which the limit is far higher');
    }
    if (status === 401)
        return fail('GITHUB_TOKEN was not accepted', 'renew GITHUB_TOKEN, or unset it');
    if (status === 404) {
        const andToken = hasToken
            ? 'that GITHUB_TOKEN may read the repository'
            : 'set GITHUB_TOKEN if the repository is private';
        return fail('there is no such release', `compare version in [agent] with the tags at https://github.com/${repository}/releases, or use "latest"; ${andToken}`);
    }
    return downloadError(doing, failure);
}

;// CONCATENATED MODULE: ./build/sources/agent.js




const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times what the agent has; a bound for what a server may write to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;
/**
 * Brings the kestrel agent from where fledge.toml says and makes sure that it is a program for `platform`. One that
 * needs a dynamic loader is used, with a warning.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchAgent(source, platform, context) {
    const { file, version, advice } = await fetchFrom(source, platform, context);
    const { interpreter } = await checkElf(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image has to hold ${interpreter} and its libraries, or it cannot start`);
    }
    return { ...file, version };
}
async function fetchFrom(source, platform, context) {
    const common = { label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
    switch (source.source) {
        case 'local': {
            const file = await fetchFile({ ...common, from: { kind: 'file', path: source.path } }, context);
            return { file, version: undefined, advice: `let path in [agent] name a ${LABEL} for ${platform}` };
        }
        case 'http': {
            const pinAs = (sha256) => `checksum = "sha256:${sha256}" below [agent]`;
            const from = { kind: 'url', url: source.url };
            const file = await fetchFile({ ...common, from, sha256: source.sha256, pinAs }, context);
            return { file, version: undefined, advice: `let url in [agent] name a ${LABEL} for ${platform}` };
        }
        case 'release': {
            const release = await readRelease(REPOSITORY, source.version, context);
            const asset = chooseAsset(release, platform);
            const { url, headers, publicUrl, sha256 } = asset;
            const file = await fetchFile({ ...common, from: { kind: 'url', url }, headers, publicUrl, sha256 }, context);
            if (sha256 === undefined) {
                context.reporter.warn(`GitHub has no digest of ${asset.name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`);
            }
            const advice = `release ${release.tag} has no ${LABEL} for ${platform}; build one, and use it with source_strategy = "local"`;
            return { file, version: release.tag, advice };
        }
    }
}
function chooseAsset(release, platform) {
    const wanted = assetNames(platform);
    for (const name of wanted) {
        const asset = release.assets.find((candidate) => candidate.name === name);
        if (asset !== undefined)
            return asset;
    }
    const available = release.assets.map(({ name }) => name).join(', ') || 'none';
    throw new errors/* FledgeError */.aE('download', `release ${release.tag} of ${REPOSITORY} has no ${LABEL} for ${platform}`, {
        fix: `choose another version in [agent]; looked for ${wanted.join(', ')}; the release has: ${available}`,
    });
}
/**
 * The names that the agent for a platform may have among a release's assets, the best first. Plain `kestrel` is the
 * amd64 one; for another platform it comes last, and whether it fits is for its ELF header to say.
 */
function assetNames(platform) {
    const named = ARCHITECTURES[platform].flatMap((name) => [`${LABEL}-linux-${name}`, `${LABEL}-${name}`]);
    return platform === 'linux/amd64' ? [LABEL, ...named] : [...named, LABEL];
}
const ARCHITECTURES = {
    'linux/amd64': ['amd64', 'x86_64'],
    'linux/arm64': ['arm64', 'aarch64'],
};

// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(2012);
// EXTERNAL MODULE: ./build/tree/mappings.js + 1 modules
var mappings = __webpack_require__(9085);
;// CONCATENATED MODULE: ./build/build-job.js





/** Where kestrel is in every plugin. */
const AGENT_PATH = 'bin/kestrel';
/** Fetches the agent from where fledge.toml says. */
async function bringAgent(source, { platform, sources }) {
    const file = await fetchAgent(source, platform, sources);
    const uri = source.source === 'local' ? uriOf({ kind: 'file', path: source.path }, file.uri) : file.uri;
    return { content: hostFile(file, 'kestrel'), input: inputOf({ name: 'kestrel', uri, sha256: file.sha256 }) };
}
/**
 * Puts the mappings of fledge.toml on top of a tree, and returns the programs among them as absolute paths.
 *
 * @throws FledgeError `config` with everything that cannot be mapped.
 */
async function mapHostFiles(tree, { loaded, mtime, ownOutputs }) {
    const options = { directory: loaded.directory, mtime, exclude: ownOutputs };
    const { problems, programs } = await (0,mappings/* addMappings */.f)(tree, loaded.config.mappings, options);
    if (problems.length > 0) {
        throw await loaded.errorAt(problems.map(({ mapping, message }) => ({ path: mapping.key, message })));
    }
    return programs.map((path) => `/${(0,byte_string/* displayByteString */.oO)(path)}`);
}
/** A verified file of this machine as content of a tree. */
function hostFile(file, label) {
    return { kind: 'host-file', size: file.size, path: Buffer.from(file.path), label };
}
/** How an input is recorded. */
function inputOf({ name, uri, sha256 }) {
    return { name, uri, digest: `sha256:${sha256}` };
}
/** A host file as the author wrote it, so that no directory of this machine gets into the record. */
function uriOf(location, fetchedFrom) {
    if (location.kind === 'url')
        return fetchedFrom;
    return (0,external_node_path_.isAbsolute)(location.path) ? (0,external_node_url_.pathToFileURL)(location.path).href : `file:${encodeURI(location.path)}`;
}

;// CONCATENATED MODULE: ./build/formats/byte-sink.js


/** Writes all of `bytes` to the sink. */
async function writeBytes(sink, bytes) {
    for (let offset = 0; offset < bytes.length;) {
        const room = sink.reserve();
        const part = bytes.subarray(offset, offset + room.length);
        room.set(part);
        offset += part.length;
        const full = sink.commit(part.length);
        if (full !== undefined)
            await full;
    }
}
/**
 * Writes exactly `content.size` bytes to the sink.
 *
 * @throws FledgeError `input` if a host file cannot be read, is no regular file any more, or changed its size since it
 *   was added to the tree.
 */
async function writeContent(sink, content) {
    if (content.kind === 'bytes')
        return writeBytes(sink, content.data);
    const descriptor = openHostFile(content.path, content.label);
    try {
        const stats = (0,external_node_fs_.fstatSync)(descriptor);
        if (!stats.isFile() || stats.size !== content.size)
            throw changed(content.label);
        let left = content.size;
        while (left > 0) {
            const room = sink.reserve();
            const length = (0,external_node_fs_.readSync)(descriptor, room, 0, Math.min(left, room.length), null);
            if (length === 0)
                throw changed(content.label);
            left -= length;
            const full = sink.commit(length);
            if (full !== undefined)
                await full;
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function openHostFile(path, label) {
    try {
        // The tree holds regular files only. Should one have become a fifo or a link meanwhile, opening must neither wait
        // for a writer nor follow it.
        return (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${label}: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            fix: 'make the file readable for the user who builds',
        });
    }
}
function changed(label) {
    return new errors/* FledgeError */.aE('input', `${label} changed while the artifact was written`, {
        fix: 'build again when nothing writes to it',
    });
}

// EXTERNAL MODULE: ./build/formats/cpio-format.js
var cpio_format = __webpack_require__(9902);
;// CONCATENATED MODULE: ./build/formats/cpio.js




/** GNU cpio writes whole blocks; so do we, and `cmp` finds nothing. */
const BLOCK_SIZE = 512;
/**
 * Writes the entries of a tree as one newc archive, in the order given, padded to whole blocks of 512 bytes, and
 * returns its size in bytes. Inodes are numbered in that order from 0; a hardlinked file's data stands at its last
 * name. The root is the entry `.`.
 *
 * @throws FledgeError `format` for an entry that newc cannot hold (a size or time over 32 bits, a name over 4095 bytes,
 *   extended attributes), naming it; `input` for a host file that cannot be read.
 */
async function writeCpio(entries, sink) {
    const all = [...entries];
    const links = countLinks(all);
    const inodeNumbers = new Map();
    const namesLeft = new Map(links);
    let offset = 0;
    const pad = async (length) => {
        if (length > 0)
            await writeBytes(sink, zeros.subarray(0, length));
        offset += length;
    };
    const writeHeader = async (header) => {
        const bytes = encodeHeader(header);
        await writeBytes(sink, bytes);
        offset += bytes.length;
        await pad((0,cpio_format/* paddingTo4 */.dw)(offset));
    };
    for (const entry of all) {
        const { inode } = entry;
        const ino = inodeNumbers.get(inode) ?? inodeNumbers.size;
        inodeNumbers.set(inode, ino);
        const left = (namesLeft.get(inode) ?? 1) - 1;
        namesLeft.set(inode, left);
        const content = dataOf(inode, left === 0);
        await writeHeader(headerOf(entry, ino, links.get(inode) ?? 1, content.size));
        await writeContent(sink, content);
        offset += content.size;
        await pad((0,cpio_format/* paddingTo4 */.dw)(offset));
    }
    await writeHeader(TRAILER);
    await pad((BLOCK_SIZE - (offset % BLOCK_SIZE)) % BLOCK_SIZE);
    return offset;
}
const zeros = new Uint8Array(BLOCK_SIZE);
const TRAILER = {
    name: cpio_format/* TRAILER_NAME */.S1,
    ino: 0,
    mode: 0,
    uid: 0,
    gid: 0,
    links: 1,
    mtime: 0,
    size: 0,
    deviceMajor: 0,
    deviceMinor: 0,
};
/** How many names an inode has; for a directory, those that a Unix file system would count: `.`, its own, each `..`. */
function countLinks(entries) {
    const links = new Map();
    const directories = new Map();
    for (const { path, inode } of entries) {
        if (inode.kind !== 'directory') {
            links.set(inode, (links.get(inode) ?? 0) + 1);
            continue;
        }
        directories.set(path, inode);
        links.set(inode, 2);
        const parent = path === '' ? undefined : directories.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
        if (parent !== undefined)
            links.set(parent, (links.get(parent) ?? 2) + 1);
    }
    return links;
}
const NO_DATA = { kind: 'bytes', size: 0, data: new Uint8Array(0) };
function dataOf(inode, lastName) {
    if (inode.kind === 'symlink') {
        const data = (0,byte_string/* bytesOf */.$$)(inode.target);
        return { kind: 'bytes', size: data.length, data };
    }
    return inode.kind === 'file' && lastName ? inode.content : NO_DATA;
}
function headerOf({ path, inode }, ino, links, size) {
    const name = path === '' ? '.' : path;
    const refuse = (what) => new errors/* FledgeError */.aE('format', `/${(0,byte_string/* displayByteString */.oO)(path)} does not fit in an initramfs: ${what}`);
    if (name.length >= cpio_format/* MAX_NAME_SIZE */.ng)
        throw refuse(`its path has ${name.length} bytes, over ${cpio_format/* MAX_NAME_SIZE */.ng - 1}`);
    if (name === cpio_format/* TRAILER_NAME */.S1)
        throw refuse('cpio ends an archive with this name');
    if (size > cpio_format/* MAX_FIELD */.eL)
        throw refuse(`its size is ${size} bytes, and cpio files end at 4 GiB`);
    if (inode.xattrs.size > 0)
        throw refuse('it has extended attributes, which cpio cannot hold');
    const { seconds } = inode.mtime;
    if (seconds < 0 || seconds > cpio_format/* MAX_FIELD */.eL)
        throw refuse(`its time ${seconds} lies outside of 1970 to 2106`);
    const isDevice = inode.kind === 'char-device' || inode.kind === 'block-device';
    return {
        name,
        ino,
        mode: cpio_format/* TYPE_BITS */.ci[inode.kind] | inode.mode,
        uid: inode.uid,
        gid: inode.gid,
        links,
        mtime: seconds,
        size,
        deviceMajor: isDevice ? inode.major : 0,
        deviceMinor: isDevice ? inode.minor : 0,
    };
}
function encodeHeader(header) {
    const nameSize = header.name.length + 1;
    const fields = [
        header.ino,
        header.mode,
        header.uid,
        header.gid,
        header.links,
        header.mtime,
        header.size,
        0, // the archived file system's device, major and minor
        0,
        header.deviceMajor,
        header.deviceMinor,
        nameSize,
        0, // check, for the other variant of the format
    ];
    const bytes = Buffer.alloc(cpio_format/* HEADER_SIZE */.Ad + nameSize);
    bytes.write(cpio_format/* MAGIC */.mS + fields.map(hexField).join(''), 'latin1');
    bytes.write(header.name, cpio_format/* HEADER_SIZE */.Ad, 'latin1');
    return bytes;
}
function hexField(value) {
    return value.toString(16).toUpperCase().padStart(8, '0');
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/formats/gzip/chunk.js
/**
 * The input is compressed in chunks of this many bytes, each for itself. The length is part of the output format: it
 * decides the bytes, so that the number of workers does not. Larger chunks are no smaller when compressed (the
 * dictionary sees to that) and keep the last worker busy for longer alone.
 */
const chunkLength = 512 * 1024;
/** How far back deflate can refer: the end of the previous chunk, which primes the compressor of the next. */
const dictionaryLength = 32 * 1024;

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./build/formats/gzip/compress-worker.js


/** Compiles libdeflate-wrapper.c's wasm. The expression is one that ncc recognises: it puts the file into the bundle. */
function loadCompressor() {
    return new WebAssembly.Module((0,external_node_fs_.readFileSync)(__webpack_require__.ab + "libdeflate.wasm"));
}
/**
 * Starts a thread that answers each Chunk with a CompressedChunk. It gets its program as text, so that there is no
 * second file to be found next to a TypeScript source, its compiled form and a bundle. Nothing of the parent's
 * options and environment reaches it.
 */
function startCompressWorker(compressor) {
    const program = `
    const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
    (${serveChunks.toString()})(parentPort, workerData);
  `;
    return new external_node_worker_threads_.Worker(program, { eval: true, workerData: compressor, execArgv: [], env: {}, name: 'gzip' });
}
/** The program of the worker. It is copied by its text: it must not refer to anything outside itself but globals. */
function serveChunks(port, compressor) {
    const exports = new WebAssembly.Instance(compressor).exports;
    const memory = new Uint8Array(exports.memory.buffer);
    const input = exports.input.value;
    const output = exports.output.value;
    port.on('message', ({ buffer, dictionary, chunk, end }) => {
        memory.set(new Uint8Array(buffer, dictionary, end - dictionary), input + dictionary);
        const length = exports.compress_chunk(dictionary, chunk, end);
        new Uint8Array(buffer).set(memory.subarray(output, output + length));
        port.postMessage({ buffer, length }, [buffer]);
    });
}

;// CONCATENATED MODULE: ./build/formats/gzip/compressor-pool.js

/**
 * A fixed number of worker threads that compress chunks. They start at once, and keep the process alive only while
 * there is something to compress.
 */
class CompressorPool {
    #workers;
    #idle;
    #queue = [];
    #running = new Map();
    #failure;
    constructor(count, startWorker) {
        this.#workers = Array.from({ length: count }, () => this.#adopt(startWorker()));
        this.#idle = [...this.#workers];
    }
    /** Compresses a chunk, whose buffer is taken away from this thread until the result brings it back. */
    compress(chunk) {
        if (this.#failure !== undefined)
            return Promise.reject(this.#failure);
        return new Promise((resolve, reject) => {
            this.#queue.push({ chunk, resolve, reject });
            this.#dispatch();
        });
    }
    /** Ends the threads, with whatever they are doing; chunks that have no result yet are rejected with `reason`. */
    async close(reason) {
        this.#fail(reason);
        await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }
    #adopt(worker) {
        worker.on('message', (result) => this.#complete(worker, result));
        worker.on('error', (error) => this.#crash(`gzip worker failed: ${(0,errors/* messageOf */.bD)(error)}`, error));
        worker.on('messageerror', (error) => this.#crash(`gzip worker sent no result: ${(0,errors/* messageOf */.bD)(error)}`, error));
        worker.on('exit', (status) => this.#crash(`gzip worker ended with status ${status} before its work was done`));
        worker.unref();
        return worker;
    }
    /** Called whenever a chunk or a worker has become available, so that one step is always enough. */
    #dispatch() {
        const [worker] = this.#idle;
        const [job] = this.#queue;
        if (worker === undefined || job === undefined)
            return;
        this.#idle.shift();
        this.#queue.shift();
        this.#running.set(worker, job);
        worker.ref();
        worker.postMessage(job.chunk, [job.chunk.buffer]);
    }
    #complete(worker, result) {
        // Of a closed pool: `terminate` holds the process until the thread has ended, and `unref` would let it go before.
        if (this.#failure !== undefined)
            return;
        const job = this.#running.get(worker);
        this.#running.delete(worker);
        this.#idle.push(worker);
        worker.unref();
        this.#dispatch();
        job?.resolve(result);
    }
    #crash(message, cause) {
        if (this.#failure === undefined)
            void this.close(new errors/* FledgeError */.aE('internal', message, { cause }));
    }
    #fail(reason) {
        if (this.#failure !== undefined)
            return;
        this.#failure = reason;
        for (const job of [...this.#running.values(), ...this.#queue])
            job.reject(reason);
        this.#running.clear();
        this.#queue.length = 0;
    }
}

;// CONCATENATED MODULE: ./build/formats/gzip/member.js
/** RFC 1952: how the one member of a gzip file begins and ends. */
/**
 * The header: deflate, no flags (so no name and no comment), no time. XFL is 0 because 2 and 4 name zlib's levels 9 and
 * 1, neither of which this is, and OS is 255, "unknown", because the bytes do not depend on the system.
 */
const memberHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** RFC 1951, 3.2.6: BFINAL 1, BTYPE 01 and the 7 zero bits of the end of block, padded to two bytes. */
const finalEmptyBlock = [0x03, 0x00];
/** What follows the compressed chunks: the final deflate block, then CRC32 and ISIZE of the `size` bytes. */
function encodeMemberEnd(crc, size) {
    const bytes = Buffer.alloc(finalEmptyBlock.length + 8);
    bytes.set(finalEmptyBlock);
    bytes.writeUInt32LE(crc, finalEmptyBlock.length);
    bytes.writeUInt32LE(size % 2 ** 32, finalEmptyBlock.length + 4);
    return bytes;
}

;// CONCATENATED MODULE: ./build/formats/gzip/gzip.js






/**
 * Begins a gzip file of one member. The threads start here and need about 40 ms for it, so a caller that has other
 * things to prepare opens the file first.
 */
function openGzip(options) {
    if (!Number.isInteger(options.workers) || options.workers < 1) {
        throw new errors/* FledgeError */.aE('internal', `gzip needs at least one worker, not ${options.workers}`);
    }
    const compressor = loadCompressor();
    const pool = new CompressorPool(options.workers, () => startCompressWorker(compressor));
    return new GzipWriter(pool, options);
}
/**
 * A gzip file that is being written. There are two ways to give it bytes: `write` copies them, and `reserve` with
 * `commit` lets the caller put them where they belong. Both return undefined, or a promise when a chunk became full and
 * there is no room for the next yet; nothing may be called until it is fulfilled, except `abort`. At most
 * `workers` + 2 chunks exist at a time. After an error, which may be one of a chunk sent off earlier, every call fails
 * with that error, and the threads are gone.
 */
class GzipWriter {
    #pool;
    #options;
    /** How many chunks may be sent off and not yet written. One more is being filled. */
    #maximumSent;
    #spareBuffers = [];
    /** The dictionary's room, then the chunk; undefined while there is no room for another chunk. */
    #current;
    /** Where in `#current` the dictionary begins, and where the next byte goes. */
    #dictionary = dictionaryLength;
    #end = dictionaryLength;
    #sent = 0;
    #chunkWritten = Promise.withResolvers();
    /** Fulfilled when all that has been sent off so far is written, or has failed. */
    #written;
    #crc = 0;
    #uncompressedSize = 0;
    #size = 0;
    /** Why nothing more can be written. */
    #closed;
    constructor(pool, options) {
        this.#pool = pool;
        this.#options = options;
        // One waits, so that a worker that becomes idle has something to do before the producer has heard of it.
        this.#maximumSent = options.workers + 1;
        this.#current = this.#takeBuffer();
        this.#written = this.#emit(memberHeader).catch((error) => this.#fail(error));
    }
    /** The room that is left in the current chunk, at least one byte of it, for the caller to write into. */
    reserve() {
        return this.#writableChunk().subarray(this.#end);
    }
    /** Takes over the first `length` bytes of what `reserve` returned, which is not to be touched after this. */
    commit(length) {
        const room = this.#writableChunk().length - this.#end;
        if (!Number.isInteger(length) || length < 0 || length > room) {
            throw new errors/* FledgeError */.aE('internal', `gzip has room for ${room} bytes, and cannot commit ${length}`);
        }
        this.#end += length;
        return length === room ? this.#nextChunk() : undefined;
    }
    /** Copies bytes; they may be changed as soon as the call has returned undefined or its promise is fulfilled. */
    write(bytes) {
        const chunk = this.#writableChunk();
        const count = Math.min(bytes.length, chunk.length - this.#end);
        chunk.set(count === bytes.length ? bytes : bytes.subarray(0, count), this.#end);
        const ready = this.commit(count);
        if (count === bytes.length)
            return ready;
        return this.#writeRest(bytes.subarray(count), ready);
    }
    /** Writes what is left and the end of the file, and ends the threads. */
    async finish() {
        if (this.#end > dictionaryLength)
            this.#sendChunk(this.#writableChunk());
        await this.#written;
        if (this.#closed !== undefined)
            throw this.#closed;
        const finished = new errors/* FledgeError */.aE('internal', 'the gzip file is already finished');
        this.#closed = finished;
        try {
            await this.#emit(encodeMemberEnd(this.#crc, this.#uncompressedSize));
        }
        finally {
            await this.#pool.close(finished);
        }
        return { uncompressedSize: this.#uncompressedSize, size: this.#size };
    }
    /** Ends the threads and leaves the file as it is. Promises that are still waiting are rejected. */
    async abort() {
        const reason = new errors/* FledgeError */.aE('internal', 'the gzip file was given up');
        this.#fail(reason);
        await this.#pool.close(reason);
    }
    #writableChunk() {
        if (this.#closed !== undefined)
            throw this.#closed;
        if (this.#current === undefined)
            throw new errors/* FledgeError */.aE('internal', 'gzip was not given time to make room');
        return this.#current;
    }
    async #writeRest(bytes, ready) {
        await ready;
        await this.write(bytes);
    }
    #nextChunk() {
        const full = this.#writableChunk();
        const dictionary = full.slice(-dictionaryLength);
        this.#sendChunk(full);
        if (this.#sent >= this.#maximumSent)
            return this.#waitForRoom(dictionary);
        this.#beginChunk(dictionary);
        return undefined;
    }
    async #waitForRoom(dictionary) {
        while (this.#closed === undefined && this.#sent >= this.#maximumSent) {
            await this.#chunkWritten.promise;
        }
        if (this.#closed !== undefined)
            throw this.#closed;
        this.#beginChunk(dictionary);
    }
    #beginChunk(dictionary) {
        this.#current = this.#takeBuffer();
        this.#current.set(dictionary);
        this.#dictionary = 0;
    }
    #takeBuffer() {
        return new Uint8Array(this.#spareBuffers.pop() ?? new ArrayBuffer(dictionaryLength + chunkLength));
    }
    #sendChunk(bytes) {
        const chunk = { buffer: bytes.buffer, dictionary: this.#dictionary, chunk: dictionaryLength, end: this.#end };
        this.#crc = (0,external_node_zlib_.crc32)(bytes.subarray(chunk.chunk, chunk.end), this.#crc);
        this.#uncompressedSize += chunk.end - chunk.chunk;
        this.#current = undefined;
        this.#end = dictionaryLength;
        this.#sent += 1;
        this.#written = this.#writeChunk(this.#written, this.#pool.compress(chunk)).catch((error) => this.#fail(error));
    }
    async #writeChunk(previous, compressed) {
        const { buffer, length } = await compressed;
        await previous;
        if (this.#closed !== undefined)
            return;
        await this.#emit(new Uint8Array(buffer, 0, length));
        this.#spareBuffers.push(buffer);
        this.#sent -= 1;
        this.#announce();
    }
    async #emit(bytes) {
        await this.#options.write(bytes);
        this.#size += bytes.length;
    }
    #fail(error) {
        if (this.#closed !== undefined)
            return;
        this.#closed = error instanceof Error ? error : new errors/* FledgeError */.aE('internal', String(error));
        void this.#pool.close(this.#closed);
        this.#announce();
    }
    #announce() {
        this.#chunkWritten.resolve();
        this.#chunkWritten = Promise.withResolvers();
    }
}

;// CONCATENATED MODULE: ./build/init/choose.js


/** Chooses by interfaces.md, "Init modes": a host file first, then a path in the image. */
async function chooseInit(init, directory) {
    switch (init.mode) {
        case 'default':
            return { kind: 'compiled', exec: undefined };
        case 'none':
            return { kind: 'mapped' };
        case 'custom': {
            const path = (0,external_node_path_.resolve)(directory, init.path);
            if (await exists(path))
                return { kind: 'host-file', path };
            return (0,external_node_path_.isAbsolute)(init.path) ? { kind: 'compiled', exec: init.path } : { kind: 'missing' };
        }
    }
}
async function exists(path) {
    try {
        await (0,promises_.stat)(path);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./build/support/cleanup.js
var cleanup = __webpack_require__(3776);
;// CONCATENATED MODULE: ./build/support/exec.js






/** How many characters of a failed tool's stderr an error shows. */
const STDERR_TAIL = 4000;
/** A tool that prints more than this to stdout is not one whose output fits in memory. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/**
 * Runs a program without a shell and returns what it printed. The child leads its own process group, and the whole
 * group is killed when this process ends, the signal aborts or the time is over, so that no grandchild survives.
 *
 * @throws FledgeError `tool` when it cannot be started, exits with another status than 0, or takes too long; the
 *   message holds the command's name, its status and the end of its stderr.
 */
function run(file, args, options = {}) {
    const { cwd, env, input, timeoutMs, signal } = options;
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const child = (0,external_node_child_process_.spawn)(file, args, {
            ...(cwd !== undefined && { cwd }),
            ...(env !== undefined && { env }),
            stdio: ['pipe', 'pipe', 'pipe'],
            detached: true,
        });
        const stdout = [];
        const stderr = [];
        let outputBytes = 0;
        let failure;
        // Also when the child itself has ended: one that it started may live, and keeps the group's number taken.
        const killGroup = () => {
            if (child.pid === undefined)
                return;
            try {
                process.kill(-child.pid, 'SIGKILL');
            }
            catch (error) {
                if ((0,errors/* systemCodeOf */.c7)(error) !== 'ESRCH')
                    throw error;
            }
        };
        const stop = (error) => {
            failure ??= error;
            killGroup();
        };
        const collect = (chunks) => (chunk) => {
            outputBytes += chunk.length;
            if (outputBytes > MAX_OUTPUT_BYTES)
                stop(toolError(file, `printed more than ${MAX_OUTPUT_BYTES} bytes`, ''));
            else
                chunks.push(chunk);
        };
        const onAbort = () => stop(toolError(file, 'was stopped', ''));
        const timer = timeoutMs === undefined
            ? undefined
            : setTimeout(() => stop(toolError(file, `did not end within ${timeoutMs / 1000} s`, '')), timeoutMs);
        const forgetCleanup = (0,cleanup/* atExit */.s)(killGroup);
        signal?.addEventListener('abort', onAbort, { once: true });
        const settle = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            forgetCleanup();
        };
        child.stdout.on('data', collect(stdout));
        child.stderr.on('data', collect(stderr));
        // A child that ends without reading its input closes the pipe; its exit status tells the story.
        child.stdin.on('error', () => { });
        child.stdin.end(input);
        child.on('error', (error) => {
            settle();
            reject(new errors/* FledgeError */.aE('tool', `cannot start ${file}: ${(0,errors/* messageOf */.bD)(error)}`, {
                cause: error,
                fix: `check that ${file} is installed and executable`,
            }));
        });
        child.on('close', (status, signalName) => {
            settle();
            const errorText = Buffer.concat(stderr).toString('utf8');
            if (failure !== undefined)
                reject(failure);
            else if (status === 0)
                resolve({ stdout: Buffer.concat(stdout), stderr: errorText });
            else {
                const how = status === null ? `was killed by ${signalName}` : `ended with status ${status}`;
                reject(toolError(file, how, errorText));
            }
        });
    });
}
function toolError(file, how, stderr) {
    const tail = stderr.trim().slice(-STDERR_TAIL);
    return new errors/* FledgeError */.aE('tool', `${file} ${how}${tail === '' ? '' : `:\n${tail}`}`);
}
/** The absolute path of an executable on the PATH, or undefined. A name with a slash is looked at as it stands. */
async function findOnPath(name) {
    const directories = name.includes('/') ? [''] : (process.env['PATH'] ?? '').split(external_node_path_.delimiter);
    for (const directory of directories) {
        const candidate = (0,external_node_path_.join)(directory, name);
        if (!(0,external_node_path_.isAbsolute)(candidate) && directory !== '')
            continue;
        try {
            await (0,promises_.access)(candidate, external_node_fs_.constants.X_OK);
            if ((await (0,promises_.stat)(candidate)).isFile())
                return candidate;
        }
        catch {
            // Not there, or not for us to execute: look in the next directory.
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/tools/gcc.js




const targets = {
    'linux/amd64': {
        hostArchitecture: 'x64',
        crossGcc: 'x86_64-linux-gnu-gcc',
        crossPackage: 'gcc-x86-64-linux-gnu',
        elfMachine: 62,
        machineFlags: ['-march=x86-64', '-fcf-protection=none'],
    },
    'linux/arm64': {
        hostArchitecture: 'arm64',
        crossGcc: 'aarch64-linux-gnu-gcc',
        crossPackage: 'gcc-aarch64-linux-gnu',
        elfMachine: 183,
        machineFlags: ['-march=armv8-a', '-mbranch-protection=none'],
    },
};
const gcc_ELF_MAGIC = Buffer.from('\x7fELF', 'latin1');
const ELF_MACHINE_OFFSET = 18;
/** Where a compiler that says nothing for this long is broken; a compilation takes a tenth of a second. */
const TIMEOUT_MS = 60_000;
/**
 * The gcc on the PATH that compiles for a platform: `gcc` where that is the machine's own, else the cross compiler.
 * `$CC` is not asked: an environment variable must not decide which bytes come out.
 *
 * @throws FledgeError `tool` when there is none; it names the Debian package that has one.
 */
async function findGcc(platform, hostArchitecture = process.arch) {
    const names = gccNames(platform, hostArchitecture);
    for (const name of names) {
        const path = await findOnPath(name);
        if (path !== undefined)
            return { platform, path };
    }
    throw new errors/* FledgeError */.aE('tool', `${names[0]} is not on the PATH`, {
        fix: `apt-get install ${gccPackage(platform, hostArchitecture)}`,
    });
}
/** The names under which a gcc for the platform may be found, the first choice first. */
function gccNames(platform, hostArchitecture) {
    const { crossGcc } = targets[platform];
    return isNative(platform, hostArchitecture) ? ['gcc', crossGcc] : [crossGcc];
}
/** The Debian package of the compiler for the platform. */
function gccPackage(platform, hostArchitecture) {
    return isNative(platform, hostArchitecture) ? 'gcc' : targets[platform].crossPackage;
}
function isNative(platform, hostArchitecture) {
    return targets[platform].hostArchitecture === hostArchitecture;
}
/**
 * The arguments that compile C from stdin into a small static program without a libc, and with nothing in it that
 * depends on the machine: no build id, compiler name, unwind table or hardening that a distribution chose.
 */
function freestandingArguments(platform, output) {
    return [
        '-std=gnu11',
        '-Wall',
        '-Wextra',
        '-Werror',
        '-Os',
        '-pipe',
        ...targets[platform].machineFlags,
        '-ffreestanding',
        '-nostdinc',
        '-nostdlib',
        '-static',
        '-fno-pie',
        '-no-pie',
        '-fno-ident',
        '-fno-lto',
        '-fno-unwind-tables',
        '-fno-asynchronous-unwind-tables',
        '-fno-stack-protector',
        '-fno-stack-clash-protection',
        // gcc would turn loops into calls of memset and strlen, which only a libc has.
        '-fno-tree-loop-distribute-patterns',
        '-Wl,--build-id=none',
        '-Wl,-z,noexecstack',
        '-Wl,-z,norelro',
        // One segment instead of four: else each is padded to a page, which is 64 KiB on aarch64.
        '-Wl,-z,noseparate-code',
        '-s',
        '-x',
        'c',
        '-o',
        output,
        '-',
    ];
}
/** The environment of a compilation: the PATH, on which gcc finds `as` and `ld`, and none of its many variables. */
function gccEnvironment(scratchDir, searchPath) {
    return { PATH: searchPath, LC_ALL: 'C', TMPDIR: scratchDir };
}
/**
 * Compiles a freestanding program and returns the bytes of the ELF executable. The same gcc gives the same bytes for
 * the same source, whatever the directory, umask, locale, time or user.
 *
 * @throws FledgeError `tool` when gcc fails (with the end of what it said) or builds for another machine.
 */
async function compileFreestanding(gcc, program) {
    const { source, scratchDir, signal } = program;
    const output = 'freestanding.elf';
    const outputPath = (0,external_node_path_.join)(scratchDir, output);
    try {
        await run(gcc.path, freestandingArguments(gcc.platform, output), {
            cwd: scratchDir,
            env: gccEnvironment(scratchDir, process.env['PATH'] ?? ''),
            input: source,
            timeoutMs: TIMEOUT_MS,
            ...(signal !== undefined && { signal }),
        });
        const binary = await readOutput(gcc, outputPath);
        requireMachine(gcc, binary);
        return binary;
    }
    finally {
        await (0,promises_.rm)(outputPath, { force: true });
    }
}
async function readOutput(gcc, path) {
    try {
        return await (0,promises_.readFile)(path);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('tool', `${gcc.path} says that it succeeded, but its output is missing`, {
            cause: error,
        });
    }
}
function requireMachine(gcc, binary) {
    const isElf = binary.length >= ELF_MACHINE_OFFSET + 2 && binary.subarray(0, gcc_ELF_MAGIC.length).equals(gcc_ELF_MAGIC);
    if (!isElf)
        throw new errors/* FledgeError */.aE('tool', `${gcc.path} says that it succeeded, but its output is no program`);
    if (binary.readUInt16LE(ELF_MACHINE_OFFSET) === targets[gcc.platform].elfMachine)
        return;
    throw new errors/* FledgeError */.aE('tool', `${gcc.path} does not compile for ${gcc.platform}`, {
        fix: `apt-get install ${targets[gcc.platform].crossPackage}, or put a gcc for that machine first on the PATH`,
    });
}

;// CONCATENATED MODULE: ./build/init/compile.js



const alternatives = 'or bring an init of your own ([init] path or none)';
/**
 * The C init, compiled for a platform: the bytes of a static ELF executable, to be installed as /init. They depend on
 * the version of gcc and on nothing else of this machine.
 *
 * @throws FledgeError `tool` when gcc is missing or fails.
 */
async function compileInit(options) {
    const { platform, scratchDir, signal } = options;
    // Spelled out here, where ncc recognises it and puts the file beside the bundle.
    const source = await (0,promises_.readFile)(__webpack_require__.ab + "init.c");
    try {
        const gcc = await findGcc(platform);
        return await compileFreestanding(gcc, { source, scratchDir, signal });
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        throw new errors/* FledgeError */.aE('tool', `the C init cannot be compiled for ${platform}: ${error.message}`, {
            cause: error,
            fix: `${error.fix ?? 'check that this gcc compiles and links a program'}, ${alternatives}`,
        });
    }
}

;// CONCATENATED MODULE: ./build/sources/applet-directories.js
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
 * bookworm, trixie and sid and from busybox 1.35.0 with everything in its default configuration. Where they differ
 * (Debian moves readlink to /bin) the unpatched program is right.
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

;// CONCATENATED MODULE: ./build/sources/applets.js


/**
 * Every applet of a busybox binary, in byte order, without executing it: it may be another machine's. `busybox` itself
 * may be among them, and `linuxrc`, whose directory is the root.
 *
 * The binary holds the names in byte order, each ended by a NUL, and an empty name after the last. If it was built to
 * install itself, it also holds one nibble per name, low nibble first on every machine, which tells the directory.
 * Neither has a header or a symbol, and either may follow other bytes without a gap, so both are known by what is in
 * them: the names by being sorted and mostly familiar, the nibbles by agreeing with where familiar applets live. A
 * binary without nibbles gets the usual directories.
 *
 * @throws FledgeError `input` when there is no such list; `path` names the file.
 */
function readApplets(binary, path) {
    const list = findNameList(binary);
    if (list === undefined) {
        throw new errors/* FledgeError */.aE('input', `no applet list in ${path}: is this a busybox?`, {
            fix: 'let busybox_url in [source] name a busybox with more than a handful of applets',
        });
    }
    const readings = readingsOf(list).map((names) => ({ names, found: findDirectories(binary, names, list) }));
    const located = readings.filter(({ found }) => found !== undefined);
    const best = located.reduce((a, b) => (a?.found !== undefined && b.found !== undefined && a.found.misses <= b.found.misses ? a : b), undefined);
    const { names, found } = best ?? readings[0] ?? { names: list.names, found: undefined };
    return names.map((name, index) => ({
        name,
        directory: found?.directories[index] ?? KNOWN_APPLETS.get(name) ?? 'usr/bin',
    }));
}
/** Fewer familiar names than this may be a coincidence. */
const MIN_KNOWN_NAMES = 4;
const MAX_NAME_LENGTH = 32;
/** 1 for the bytes that names of applets consist of. */
const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => /[A-Za-z0-9_.+[-]/.test(String.fromCharCode(byte)) ? 1 : 0);
/** Names that hardly any busybox lacks. Looking around them first spares a walk through megabytes of code. */
const LANDMARKS = ['cat', 'ls', 'mount', 'sh'];
/** More than all names of all applets need. */
const NAMES_BYTES = 16 * 1024;
function findNameList(binary) {
    const view = Buffer.from(binary.buffer, binary.byteOffset, binary.length);
    for (const landmark of LANDMARKS) {
        const at = view.indexOf(`\0${landmark}\0`, 0, 'latin1');
        const from = Math.max(0, at - NAMES_BYTES);
        const list = at < 0 ? undefined : bestNameList(binary, from, Math.min(binary.length, at + NAMES_BYTES));
        // A list that begins where the window does may have begun before it.
        if (list !== undefined && list.start > from)
            return list;
    }
    return bestNameList(binary, 0, binary.length);
}
/** The name list with the most familiar names, which have to be at least half of it, in a part of the binary. */
function bestNameList(binary, from, to) {
    let best;
    for (const { start, end, before } of sortedRuns(binary, from, to)) {
        const names = latin1(binary, start, end - 1).split('\0');
        const known = names.filter((name) => KNOWN_APPLETS.has(name)).length;
        if (known < MIN_KNOWN_NAMES || known * 2 < names.length || known <= (best?.known ?? 0))
            continue;
        best = { known, list: { names, start, end, before } };
    }
    return best?.list;
}
/** Runs of at least MIN_KNOWN_NAMES plausible names in strict byte order with an empty name after them. */
function sortedRuns(binary, from, to) {
    const runs = [];
    /** Of the run: where it begins, how many names it has, and where the last of them begins and ends. */
    let runStart = from;
    let count = 0;
    let lastStart = 0;
    let lastEnd = 0;
    /** Of the current name: where its plausible part begins, and whether that is all there is since the last NUL. */
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
/** Whether the name at a is less than the name at b, by byte value. */
function isBefore(bytes, aStart, aEnd, bStart, bEnd) {
    const length = Math.min(aEnd - aStart, bEnd - bStart);
    for (let index = 0; index < length; index += 1) {
        const difference = (bytes[aStart + index] ?? 0) - (bytes[bStart + index] ?? 0);
        if (difference !== 0)
            return difference < 0;
    }
    return aEnd - aStart < bEnd - bStart;
}
/** The last plausible bytes of what a NUL separates from the run. */
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
 * The ways to read where a list begins, the likeliest first. Other data may touch the first name: it may look like a
 * part of it, hide it because the whole is out of order, or look like one more name before it.
 */
function readingsOf({ names, before }) {
    const [first = '', ...rest] = names;
    const readings = [];
    const hidden = knownTail(before);
    if (hidden !== undefined && hidden < first)
        readings.push([hidden, ...names]);
    const firstKnown = names.findIndex((name) => KNOWN_APPLETS.has(name));
    const tail = knownTail(first);
    if (firstKnown === 0)
        readings.push(names);
    else if (tail !== undefined)
        readings.push([tail, ...rest]);
    // A name too many is a link that nobody calls; a name too few is a command that is missing.
    else
        readings.push(names, names.slice(firstKnown));
    return readings;
}
/** The longest familiar name that a text ends with. */
function knownTail(text) {
    for (let start = 0; start < text.length; start += 1) {
        const tail = text.slice(start);
        if (KNOWN_APPLETS.has(tail))
            return tail;
    }
    return undefined;
}
/** What a nibble stands for. */
const DIRECTORIES = ['', 'bin', 'sbin', 'usr/bin', 'usr/sbin'];
/** With fewer familiar names any bytes might agree by chance, and the usual directories are as good. */
const MIN_EVIDENCE = 16;
/** The part of the familiar applets that a builder may have moved to other directories. */
const MAX_MISSES = 0.1;
/** The compiler puts the nibbles near the names; other places are looked at if they are not there. */
const NEIGHBOURHOOD_BYTES = 16 * 1024;
function findDirectories(binary, names, near) {
    const expected = names.map((name) => {
        const directory = KNOWN_APPLETS.get(name);
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
/** How many familiar applets the nibbles at `offset` put elsewhere, or undefined if more than `limit`, or no nibbles. */
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

;// CONCATENATED MODULE: ./build/sources/busybox.js





const busybox_LABEL = 'busybox';
/** A static busybox with everything has about 2.5 MB; the whole of it is read into memory. */
const busybox_MAX_BYTES = 64 * 1024 * 1024;
/**
 * Brings busybox from where fledge.toml says, makes sure that it is a program for `platform`, and reads its applets.
 * One that needs a dynamic loader is used, with a warning.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchBusybox(source, platform, context) {
    const file = await fetchFile({
        from: source.location,
        sha256: source.sha256,
        label: busybox_LABEL,
        maxBytes: busybox_MAX_BYTES,
        expect: 'elf',
        pinAs: (sha256) => `busybox_sha256 = "${sha256}" below [source]`,
    }, context);
    const advice = `let busybox_url in [source] name a busybox for ${platform}`;
    const { interpreter } = await checkElf(file.path, { platform, label: busybox_LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${busybox_LABEL} is dynamically linked: the image has to hold ${interpreter} and its libraries, or no applet can start`);
    }
    return { ...file, applets: readApplets(await readWhole(file.path), file.path) };
}
async function readWhole(path) {
    try {
        return await (0,promises_.readFile)(path);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${busybox_LABEL} from ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/sources/init-program.js



const init_program_LABEL = 'the init';
/** A bound for what is hashed before the build; an init is a small program. */
const init_program_MAX_BYTES = 512 * 1024 * 1024;
const SCRIPT_MAGIC = '#!';
/**
 * The host file that becomes /init: a script, or a program for `platform`.
 *
 * @throws FledgeError `input`.
 */
async function readInitProgram(path, platform) {
    const digest = await digestFile(path, { label: init_program_LABEL, maxBytes: init_program_MAX_BYTES });
    if ((await firstBytes(path, SCRIPT_MAGIC.length)) !== SCRIPT_MAGIC) {
        const advice = `let path in [init] name a program for ${platform}, or a script that begins with ${SCRIPT_MAGIC}`;
        await checkElf(path, { platform, label: init_program_LABEL, advice });
    }
    return { path, ...digest };
}
async function firstBytes(path, count) {
    const file = await (0,promises_.open)(path);
    try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(count), 0, count, 0);
        return buffer.toString('latin1', 0, bytesRead);
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/tree/initramfs.js

/** The directories that programs expect to find, whether or not anything is in them. */
const BASE_DIRECTORIES = [
    ['', 0o755],
    ['bin', 0o755],
    ['dev', 0o755],
    ['etc', 0o755],
    ['home', 0o755],
    ['lib', 0o755],
    ['lib64', 0o755],
    ['mnt', 0o755],
    ['opt', 0o755],
    ['proc', 0o555],
    ['root', 0o700],
    ['run', 0o755],
    ['sbin', 0o755],
    ['srv', 0o755],
    ['sys', 0o555],
    ['tmp', 0o1777],
    ['usr', 0o755],
    ['usr/bin', 0o755],
    ['usr/lib', 0o755],
    ['usr/local', 0o755],
    ['usr/local/bin', 0o755],
    ['usr/sbin', 0o755],
    ['var', 0o755],
    ['var/lib', 0o755],
    ['var/log', 0o755],
    ['var/tmp', 0o1777],
];
/**
 * What PID 1 needs in /dev before it has mounted anything: the kernel opens /dev/console for its stdio. Numbers from
 * Documentation/admin-guide/devices.txt.
 */
const BASE_DEVICES = [
    { path: 'dev/console', mode: 0o600, major: 5, minor: 1 },
    { path: 'dev/null', mode: 0o666, major: 1, minor: 3 },
];
const BUSYBOX = 'bin/busybox';
/** Adds the directories and device nodes that every initramfs has. */
function addBaseTree(tree, mtime) {
    for (const [path, mode] of BASE_DIRECTORIES)
        tree.putDirectory((0,byte_string/* byteStringFromText */.dw)(path), rootOwned(mode, mtime));
    for (const { path, mode, major, minor } of BASE_DEVICES) {
        tree.put((0,byte_string/* byteStringFromText */.dw)(path), { ...rootOwned(mode, mtime), kind: 'char-device', major, minor });
    }
}
/**
 * Adds busybox as /bin/busybox and a symbolic link for every applet, except where something is already. The links are
 * absolute, as `busybox --install -s` makes them: they are right wherever the applet's directory leads.
 */
function addBusybox(tree, binary, applets, mtime) {
    addProgram(tree, BUSYBOX, binary, mtime);
    const link = { ...rootOwned(0o777, mtime), kind: 'symlink', target: `/${BUSYBOX}` };
    for (const { name, directory } of applets) {
        const path = (0,byte_string/* byteStringFromText */.dw)(`${directory}/${name}`);
        // Each link is an inode of its own: a second name of one symlink is nothing an author would expect to find.
        if (tree.get(path) === undefined)
            tree.put(path, { ...link });
    }
}
/** Adds a program, 0755 and owned by root. */
function addProgram(tree, path, content, mtime) {
    tree.put(path, { ...rootOwned(0o755, mtime), kind: 'file', content });
}
/** Adds a small file of the product's own, 0644 and owned by root. */
function addTextFile(tree, path, text, mtime) {
    const data = Buffer.from(text, 'utf8');
    tree.put(path, { ...rootOwned(0o644, mtime), kind: 'file', content: { kind: 'bytes', size: data.length, data } });
}
function rootOwned(mode, mtime) {
    return { mode, uid: 0, gid: 0, mtime, xattrs: new Map() };
}

;// CONCATENATED MODULE: ./build/tree/tree.js


/** As many symlinks as Linux follows in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;
const SLASH = '/';
/**
 * Everything that will be in an artifact. Paths are byte strings; a leading slash and `.` components mean nothing, and
 * `..` never leads out of the root. Symlinks in the *parent* part of a path are followed inside the tree, as if the
 * tree were `/`; the last component never is.
 */
class FileTree {
    #root;
    #missingParent;
    /** `mtime` is given to the root and to parents that are created because nobody put them. */
    constructor(mtime) {
        this.#missingParent = { mode: 0o755, uid: 0, gid: 0, mtime, xattrs: new Map() };
        this.#root = { kind: 'directory', inode: { kind: 'directory', ...this.#missingParent }, children: new Map() };
    }
    /**
     * Puts a file, symlink, device or fifo at `path`, in the place of whatever is there. Putting one inode at several
     * paths makes hardlinks.
     *
     * @throws FledgeError `input` if a parent is no directory or a symlink loop, or the path names the root.
     */
    put(path, inode) {
        const { directory, name } = this.#parentOf(path);
        directory.children.set(name, inode);
    }
    /** Puts a directory. One that is there already keeps its children and takes the metadata; anything else goes. */
    putDirectory(path, metadata) {
        const inode = { ...metadata, kind: 'directory' };
        if (splitPath(path).length === 0) {
            this.#root.inode = inode;
            return;
        }
        const { directory, name } = this.#parentOf(path);
        const present = directory.children.get(name);
        if (present?.kind === 'directory')
            present.inode = inode;
        else
            directory.children.set(name, { kind: 'directory', inode, children: new Map() });
    }
    /** The inode at `path` (its last component is not followed), or undefined. Creates nothing. */
    get(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return this.#root.inode;
        const parent = this.#resolve(components, 'find');
        const node = parent?.children.get(name);
        return node?.kind === 'directory' ? node.inode : node;
    }
    /**
     * The path, free of symlinks, of the directory that `path` leads to when its last component is followed too; or
     * undefined if there is no directory.
     */
    resolveDirectory(path) {
        const trail = [];
        return this.#resolve(splitPath(path), 'find', trail) === undefined ? undefined : joinPath(trail);
    }
    /**
     * `path` with the links in its parent part followed, without a leading slash: where `put` would put it. Parents that
     * are missing stay missing.
     */
    resolveParent(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return '';
        const trail = [];
        const found = this.#resolve(components, 'find', trail);
        return joinPath([...(found === undefined ? components : trail), name]);
    }
    /** Whether there is a directory at `path` (not followed) that has something in it. */
    hasEntriesBelow(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return this.#root.children.size > 0;
        const node = this.#resolve(components, 'find')?.children.get(name);
        return node?.kind === 'directory' && node.children.size > 0;
    }
    /** Takes away what is at `path`, with everything below it. Says whether there was something. */
    remove(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined)
            return false;
        return this.#resolve(components, 'find')?.children.delete(name) ?? false;
    }
    /** All entries in the byte order of their paths, so every directory comes before what is in it. The root is first. */
    *entries() {
        yield { path: '', inode: this.#root.inode };
        yield* entriesBelow(this.#root, '');
    }
    #parentOf(path) {
        const components = splitPath(path);
        const name = components.pop();
        if (name === undefined) {
            throw new errors/* FledgeError */.aE('input', 'the root directory cannot be replaced by a file');
        }
        return { directory: this.#resolve(components, 'create'), name };
    }
    #resolve(components, missing, trail = []) {
        // The stack holds the directories from the root to where we are, so that `..` is a pop.
        const stack = [this.#root];
        const todo = [...components].reverse();
        let followed = 0;
        for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
            const here = stack.at(-1) ?? this.#root;
            if (name === '..') {
                if (stack.length > 1)
                    stack.pop();
                trail.pop();
                continue;
            }
            let child = here.children.get(name);
            if (child === undefined) {
                if (missing === 'find')
                    return undefined;
                child = {
                    kind: 'directory',
                    inode: { ...this.#missingParent, kind: 'directory' },
                    children: new Map(),
                };
                here.children.set(name, child);
            }
            if (child.kind === 'directory') {
                stack.push(child);
                trail.push(name);
            }
            else if (child.kind === 'symlink') {
                if (++followed > MAX_SYMLINKS) {
                    if (missing === 'find')
                        return undefined;
                    throw new errors/* FledgeError */.aE('input', `/${displayPath(components)} leads through a loop of symbolic links`);
                }
                if (child.target.startsWith(SLASH)) {
                    stack.length = 1;
                    trail.length = 0;
                }
                todo.push(...componentsOf(child.target).reverse());
            }
            else {
                if (missing === 'find')
                    return undefined;
                const path = displayPath([...trail, name]);
                throw new errors/* FledgeError */.aE('input', `/${path} is no directory, so nothing can be put below it`);
            }
        }
        return stack.at(-1);
    }
}
function* entriesBelow(directory, prefix) {
    // In the byte order of whole paths a directory's own entry and what is below it are two items: `a` < `a-b` < `a/c`,
    // because `-` is smaller than the slash.
    const items = [];
    for (const [name, node] of directory.children) {
        items.push({ key: name, node, below: false });
        if (node.kind === 'directory' && node.children.size > 0) {
            items.push({ key: (name + SLASH), node, below: true });
        }
    }
    items.sort((a, b) => (0,byte_string/* compareByteStrings */.eS)(a.key, b.key));
    for (const { key, node, below } of items) {
        const path = (prefix + key);
        if (node.kind !== 'directory')
            yield { path, inode: node };
        else if (below)
            yield* entriesBelow(node, path);
        else
            yield { path, inode: node.inode };
    }
}
/** The names in a path: no empty ones, no `.`. */
function componentsOf(path) {
    return path.split(SLASH).filter((name) => name !== '' && name !== '.');
}
/** The names in a path that somebody asked for; `..` takes back the name before it, and never leads out. */
function splitPath(path) {
    const components = [];
    for (const name of componentsOf(path)) {
        if (name === '..')
            components.pop();
        else
            components.push(name);
    }
    return components;
}
/** A path of the names, without a slash before the first. */
function joinPath(names) {
    return names.join(SLASH);
}
function displayPath(names) {
    return (0,byte_string/* displayByteString */.oO)(joinPath(names));
}

;// CONCATENATED MODULE: ./build/build-initramfs.js











const INIT = 'init';
/** Names the program that the C init execs; read by init.c. */
const INIT_TARGET = '.volant_init';
/**
 * Builds an initramfs: base directories, busybox and its links, the init, the agent, the mappings; later ones win.
 * Programs are fetched, verified and compiled side by side.
 *
 * @throws FledgeError `config` for what fledge.toml promises and nothing provides; else what the sources throw.
 */
async function buildInitramfs(job) {
    // First of all, because threads start slowly.
    const gzip = openGzip({ workers: job.workers, write: async (bytes) => job.artifact.write(bytes) });
    try {
        job.steps.begin('collect', 'collect busybox, init, agent and mapped files');
        const { tree, inputs, executables } = await collect(job);
        job.steps.begin('write', `write ${job.artifact.name}`);
        await writeCpio(tree.entries(), gzip);
        await gzip.finish();
        return { inputs, built: { strategy: 'initramfs', executables } };
    }
    catch (error) {
        await gzip.abort();
        throw error;
    }
}
async function collect(job) {
    const { config, loaded, mtime, platform, sources } = job;
    const choice = await chooseInit(config.init, loaded.directory);
    if (choice.kind === 'missing')
        throw await loaded.errorAt([missingInit(config)]);
    const [busybox, init, agent] = await settleAll(fetchBusybox(config.busybox, platform, sources), bringInit(job, choice), config.agent === undefined ? undefined : bringAgent(config.agent, job));
    const tree = new FileTree(mtime);
    addBaseTree(tree, mtime);
    addBusybox(tree, hostFile(busybox, 'busybox'), busybox.applets, mtime);
    if (init !== undefined)
        addProgram(tree, INIT, init.content, mtime);
    if (choice.kind === 'compiled' && choice.exec !== undefined) {
        addTextFile(tree, INIT_TARGET, `${choice.exec}\n`, mtime);
    }
    if (agent !== undefined)
        addProgram(tree, AGENT_PATH, agent.content, mtime);
    const executables = await mapHostFiles(tree, job);
    await requireProgram(tree, choice.kind === 'compiled' && choice.exec !== undefined ? choice.exec : '/init', job);
    const busyboxInput = { name: 'busybox', uri: uriOf(config.busybox.location, busybox.uri), sha256: busybox.sha256 };
    const inputs = [inputOf(busyboxInput), ...[init, agent].flatMap((part) => part?.input ?? [])];
    return { tree, inputs, executables };
}
async function bringInit({ platform, scratchDirectory, sources, config }, choice) {
    if (choice.kind === 'host-file') {
        const file = await readInitProgram(choice.path, platform);
        const path = config.init.mode === 'custom' ? config.init.path : choice.path;
        return {
            content: hostFile(file, path),
            input: inputOf({ name: 'init', uri: uriOf({ kind: 'file', path }, path), sha256: file.sha256 }),
        };
    }
    if (choice.kind !== 'compiled')
        return undefined;
    const data = await compileInit({ platform, scratchDir: scratchDirectory, signal: sources.signal });
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(data).digest('hex');
    return {
        content: { kind: 'bytes', size: data.length, data },
        input: inputOf({ name: 'init', uri: 'fledge:init.c', sha256 }),
    };
}
/** What PID 1 will be asked to run must be there and executable, or the machine powers off at its first boot. */
async function requireProgram(tree, path, { loaded, config }) {
    const inode = tree.get((0,byte_string/* byteStringFromText */.dw)(path));
    const key = config.init.mode === 'default' ? [] : ['init', config.init.mode === 'none' ? 'none' : 'path'];
    const fail = (message) => loaded.errorAt([{ path: key, message }]);
    if (inode === undefined) {
        const hint = `"./my-program" = "${path}"`;
        if (config.init.mode === 'custom') {
            throw await fail(`there is no file ${path} on the host, and no mapping puts one into the image; map it: ${hint}`);
        }
        throw await fail(`nothing provides ${path}; map a program to it: ${hint}`);
    }
    if (inode.kind === 'symlink')
        return;
    if (inode.kind !== 'file')
        throw await fail(`${path} is a ${inode.kind}, not a program`);
    if ((inode.mode & 0o111) === 0) {
        throw await fail(`${path} is mapped from a file that is not executable; chmod +x it`);
    }
}
function missingInit({ init }) {
    const path = init.mode === 'custom' ? init.path : '';
    const message = `there is no file ${path} beside fledge.toml; build it first, or name an absolute path in the image`;
    return { path: ['init', 'path'], message };
}
/**
 * Waits for all, also when one fails, so that nothing goes on behind the back of whoever cleans up; then throws the
 * first error in the order given.
 */
async function settleAll(...work) {
    await Promise.allSettled(work);
    return Promise.all(work);
}

// EXTERNAL MODULE: ./build/config/load.js + 3 modules
var load = __webpack_require__(4895);
// EXTERNAL MODULE: ./build/config/document.js
var config_document = __webpack_require__(5874);
// EXTERNAL MODULE: ./build/config/positions.js
var positions = __webpack_require__(3887);
;// CONCATENATED MODULE: ./build/config/json-positions.js

/** Where the keys of a JSON text are. The text must be valid JSON. */
function locateJson(text) {
    const map = new positions/* PositionMap */.m(text);
    const open = [];
    let key;
    let line = 1;
    let lineStart = 0;
    // Strings, brackets and scalars; commas and colons only matter in that a string before a colon is a key.
    for (const match of text.matchAll(/\n|"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]|[^\s,:{}[\]"]+/g)) {
        const [token, colon] = match;
        if (token === '\n') {
            line++;
            lineStart = match.index + 1;
            continue;
        }
        const container = open.at(-1);
        const unit = match.index - lineStart;
        if (colon !== undefined && container?.kind === 'object') {
            key = String(JSON.parse(token.slice(0, -colon.length)));
            map.add([...container.path, key], line, unit);
            const newlines = colon.split('\n').length - 1;
            line += newlines;
            if (newlines > 0)
                lineStart = match.index + token.lastIndexOf('\n') + 1;
            continue;
        }
        if (token === '}' || token === ']') {
            open.pop();
            continue;
        }
        const path = container === undefined ? [] : [...container.path, nextSegment(container, key)];
        if (container?.kind === 'array')
            map.add(path, line, unit);
        if (token === '{' || token === '[')
            open.push({ path, index: 0, kind: token === '{' ? 'object' : 'array' });
    }
    return map;
}
function nextSegment(container, key) {
    return container.kind === 'array' ? container.index++ : (key ?? '');
}
/** What `JSON.parse` found wrong, with its position. */
function jsonSyntaxProblem(error, text, file) {
    const before = text.slice(0, offsetOf(error, text));
    const line = before.split('\n').length;
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    const message = /^(?:Unexpected end|Unterminated string)/.test(error.message)
        ? 'the JSON text ends too early'
        : error.message.replace(/(?: in JSON)? at position.*$|, (?:\.\.\.)?".*$/s, '');
    return { file, line, column, key: undefined, message };
}
/** V8 names no position for an unexpected token: it is where the shortest prefix with that error ends. */
function offsetOf(error, text) {
    const named = /at position (\d+)/.exec(error.message)?.[1];
    if (named !== undefined)
        return Number(named);
    if (!isUnexpectedToken(text))
        return text.length;
    let good = 0;
    let bad = text.length;
    while (bad - good > 1) {
        const middle = (good + bad) >>> 1;
        if (isUnexpectedToken(text.slice(0, middle)))
            bad = middle;
        else
            good = middle;
    }
    return bad - 1;
}
function isUnexpectedToken(text) {
    try {
        JSON.parse(text);
        return false;
    }
    catch (error) {
        return error instanceof SyntaxError && error.message.startsWith('Unexpected token');
    }
}

// EXTERNAL MODULE: ./build/config/problems.js
var problems = __webpack_require__(3515);
// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
// EXTERNAL MODULE: ./build/config/source-text.js
var source_text = __webpack_require__(564);
;// CONCATENATED MODULE: ./build/config/template-rules.js
/** What is wrong between the keys of a template, and what Volant would refuse although its schema lets it pass. */
function findTemplateProblems(template) {
    return [
        ...findEntrypointProblems(template.workload),
        ...findEnvironmentProblems(template),
        ...findPortProblems(template),
        ...findCloudInitProblems(template.cloud_init),
        ...findEmptyTexts(template),
    ];
}
/** What a template says that has no field in the manifest and does no harm there. */
function findTemplateNotes({ network, workload }) {
    const expose = network?.expose ?? [];
    const used = workload?.base_url === undefined ? firstTcpIndex(expose) : -1;
    return expose.flatMap(({ port, protocol = 'tcp' }, index) => index === used
        ? []
        : [
            {
                path: ['network', 'expose', index],
                message: `${port}/${protocol} is not recorded: the manifest has one port, in base_url`,
            },
        ]);
}
/** A template without the spellings that the manifest does not have. */
function normaliseTemplate(template) {
    const { schema_version: _, env, workload = {}, network, cloud_init: cloudInit, ...fields } = template;
    const { entrypoint, args, ...otherWorkload } = workload;
    const { expose = [], ...otherNetwork } = network ?? {};
    const port = expose[firstTcpIndex(expose)]?.port;
    const program = entrypoint === undefined ? undefined : [entrypoint, args ?? []].flat();
    const environment = { ...env, ...otherWorkload.env };
    return {
        ...fields,
        workload: {
            ...otherWorkload,
            ...(program !== undefined && { entrypoint: program }),
            ...(program === undefined && args !== undefined && { args }),
            ...(Object.keys(environment).length > 0 && { env: environment }),
        },
        ...(Object.keys(otherNetwork).length > 0 && { network: otherNetwork }),
        ...(port !== undefined && { port }),
        ...(cloudInit !== undefined && { cloud_init: inlineDocuments(cloudInit) }),
    };
}
/** No splitting at spaces: a shell's quotes would be lost on it, and the program would not start. */
function findEntrypointProblems(workload) {
    const entrypoint = workload?.entrypoint;
    const path = ['workload', 'entrypoint'];
    if (Array.isArray(entrypoint)) {
        return entrypoint[0]?.trim() === '' ? [{ path: [...path, 0], message: 'must not be empty' }] : [];
    }
    if (entrypoint === undefined || !/\s/.test(entrypoint))
        return [];
    const words = entrypoint.trim().split(/\s+/);
    return [{ path, message: `one string is one program; write the arguments apart: ${JSON.stringify(words)}` }];
}
function findEnvironmentProblems({ env = {}, workload }) {
    return Object.entries(env)
        .filter(([name, value]) => {
        const other = workload?.env?.[name];
        return other !== undefined && other !== value;
    })
        .map(([name]) => ({ path: ['env', name], message: 'has another value in [workload.env]; keep one' }));
}
function findPortProblems({ network }) {
    return (network?.expose ?? []).flatMap(({ host_port: hostPort }, index) => hostPort === undefined
        ? []
        : [
            {
                path: ['network', 'expose', index, 'host_port'],
                message: "has no place in Volant's plugin manifest; host ports are chosen when a VM is created",
            },
        ]);
}
/** Volant refuses a document with both, and one whose `inline` contradicts what it has. */
function findCloudInitProblems(cloudInit) {
    return ['user_data', 'meta_data', 'network_config'].flatMap((name) => {
        const { inline, content, path } = cloudInit?.[name] ?? {};
        const key = ['cloud_init', name];
        if (content && path)
            return [{ path: [...key, 'path'], message: 'content and path exclude each other; keep one' }];
        if (content && inline === false)
            return [{ path: [...key, 'inline'], message: 'must be true, or left out, with content' }];
        if (path && inline === true)
            return [{ path: [...key, 'inline'], message: 'must be false, or left out, with path' }];
        return [];
    });
}
function findEmptyTexts({ actions = {}, disks = [] }) {
    const ofActions = Object.entries(actions).flatMap(([name, action]) => ['method', 'path'].filter((key) => action[key].trim() === '').map((key) => ['actions', name, key]));
    const ofDisks = disks.flatMap((disk, index) => ['name', 'source'].filter((key) => disk[key].trim() === '').map((key) => ['disks', index, key]));
    return [...ofActions, ...ofDisks].map((path) => ({ path, message: 'must not be empty' }));
}
/** Volant wants `inline = true` said beside `content`; its users' templates leave it out. */
function inlineDocuments(cloudInit) {
    const inlined = (document) => document.content ? { inline: true, content: document.content } : document;
    const { user_data: userData, meta_data: metaData, network_config: networkConfig, ...others } = cloudInit;
    return {
        ...others,
        ...(userData !== undefined && { user_data: inlined(userData) }),
        ...(metaData !== undefined && { meta_data: inlined(metaData) }),
        ...(networkConfig !== undefined && { network_config: inlined(networkConfig) }),
    };
}
function firstTcpIndex(expose) {
    return expose.findIndex(({ protocol = 'tcp' }) => protocol === 'tcp');
}

;// CONCATENATED MODULE: ./build/config/manifest-fields.js

/*
 * The tables of Volant's plugin manifest v1, key by key and in its order. The manifest itself is describe/'s; the
 * template of a manifest is made of the same tables.
 */
const milliseconds = schemas/* int */.Whr().min(0);
const texts = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const labelsSchema = texts;
const resourcesSchema = schemas/* strictObject */.rej({
    cpu_cores: schemas/* int */.Whr().min(1),
    memory_mb: schemas/* int */.Whr().min(1),
});
const workloadSchema = schemas/* strictObject */.rej({
    type: schemas/* enum */.k5n(['http']),
    base_url: schemas/* string */.YjP(),
    entrypoint: schemas/* array */.YOg(schemas/* string */.YjP()).min(1),
    env: texts.optional(),
    workdir: schemas/* string */.YjP().optional(),
});
const healthCheckSchema = schemas/* strictObject */.rej({
    endpoint: schemas/* string */.YjP(),
    timeout_ms: milliseconds,
});
const actionsSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({
    description: schemas/* string */.YjP().optional(),
    method: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    timeout_ms: milliseconds.optional(),
}));
const rootfsSchema = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP(),
    checksum: schemas/* string */.YjP().optional(),
    format: schemas/* enum */.k5n(['raw', 'qcow2']).optional(),
});
const initramfsSchema = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP(),
    checksum: schemas/* string */.YjP().optional(),
});
const disksSchema = schemas/* array */.YOg(schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    source: schemas/* string */.YjP(),
    checksum: schemas/* string */.YjP().optional(),
    format: schemas/* enum */.k5n(['raw', 'qcow2']).optional(),
    readonly: schemas/* boolean */.zMY().optional(),
    target: schemas/* string */.YjP().optional(),
}));
const cloudInitDocumentSchema = schemas/* strictObject */.rej({
    inline: schemas/* boolean */.zMY().optional(),
    content: schemas/* string */.YjP().optional(),
    path: schemas/* string */.YjP().optional(),
});
const cloudInitSchema = schemas/* strictObject */.rej({
    datasource: schemas/* string */.YjP().optional(),
    seed_mode: schemas/* enum */.k5n(['vfat']).optional(),
    user_data: cloudInitDocumentSchema.optional(),
    meta_data: cloudInitDocumentSchema.optional(),
    network_config: cloudInitDocumentSchema.optional(),
});
const networkSchema = schemas/* strictObject */.rej({
    mode: schemas/* enum */.k5n(['vsock', 'bridged', 'dhcp']).optional(),
    subnet: schemas/* string */.YjP().optional(),
    gateway: schemas/* string */.YjP().optional(),
    auto_assign: schemas/* boolean */.zMY().optional(),
});
const devicesSchema = schemas/* strictObject */.rej({
    pci_passthrough: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    allowlist: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});

// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(3017);
;// CONCATENATED MODULE: ./build/config/template-schema.js



/*
 * manifest.toml: the fields of the manifest, all of them optional because a build fills in what is missing, and the
 * spellings that Volant's own projects use and the manifest has not.
 */
const httpUrl = schemas/* string */.YjP().check((context) => {
    const message = (0,values/* problemOfHttpUrl */.ix)(context.value);
    if (message !== undefined)
        context.issues.push({ code: 'custom', input: context.value, message });
});
/** Volant trims names before it looks whether they are empty. */
const filled = schemas/* string */.YjP().check((context) => {
    if (context.value.trim() === '') {
        context.issues.push({ code: 'custom', input: context.value, message: 'must not be empty' });
    }
});
const program = schemas/* array */.YOg(schemas/* string */.YjP()).min(1);
const workload = workloadSchema.partial().extend({
    base_url: httpUrl.optional(),
    entrypoint: schemas/* union */.KCZ([filled, program]).optional(),
    args: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const expose = schemas/* array */.YOg(schemas/* strictObject */.rej({
    port: schemas/* int */.Whr().min(1).max(65535),
    protocol: schemas/* enum */.k5n(['tcp', 'udp']).optional(),
    host_port: schemas/* int */.Whr().optional(),
}));
/** The file system is not known from a template's `format`, but the documents of Volant show it there. */
const rootfs = rootfsSchema.partial().extend({
    format: schemas/* enum */.k5n(['raw', 'qcow2', 'ext4', 'xfs', 'btrfs', 'squashfs']).optional(),
});
const templateSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP().optional(),
    schema_version: schemas/* enum */.k5n(['1.0', 'v1']).optional(),
    name: filled.optional(),
    version: filled.optional(),
    runtime: filled.optional(),
    image: schemas/* string */.YjP().optional(),
    image_digest: schemas/* string */.YjP().optional(),
    enabled: schemas/* boolean */.zMY().optional(),
    openapi: schemas/* string */.YjP().optional(),
    labels: labelsSchema.optional(),
    resources: resourcesSchema.partial().optional(),
    workload: workload.optional(),
    health_check: healthCheckSchema.partial().optional(),
    actions: actionsSchema.optional(),
    rootfs: rootfs.optional(),
    initramfs: schemas/* strictObject */.rej({ url: schemas/* string */.YjP(), checksum: schemas/* string */.YjP() }).partial().optional(),
    disks: disksSchema.optional(),
    cloud_init: cloudInitSchema.optional(),
    network: networkSchema.extend({ expose: expose.optional() }).optional(),
    devices: devicesSchema.optional(),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
});

// EXTERNAL MODULE: ./build/config/toml.js
var toml = __webpack_require__(4151);
// EXTERNAL MODULE: ./build/config/vocabulary.js
var vocabulary = __webpack_require__(771);
// EXTERNAL MODULE: ./build/config/zod-problems.js
var zod_problems = __webpack_require__(6683);
;// CONCATENATED MODULE: ./build/config/manifest-template.js














const DEFAULT_TEMPLATE_FILE = 'manifest.toml';
/** The manifest.toml beside a fledge.toml, or undefined if there is none. */
async function findManifestTemplate(configFile) {
    const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(configFile), DEFAULT_TEMPLATE_FILE);
    try {
        await (0,promises_.access)(path);
        return path;
    }
    catch {
        return undefined;
    }
}
/**
 * Reads and checks a template of the manifest: TOML, or JSON where the name ends in `.json`.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadManifestTemplate(path) {
    const text = await (0,source_text/* readSourceText */.V)(path, new errors/* FledgeError */.aE('config', `there is no manifest template ${path}`));
    return validateTemplateText(text, path);
}
/**
 * Checks the text of a template by interfaces.md, "manifest.json". `file` names it in problems, and its suffix says
 * whether it is JSON.
 *
 * @throws FledgeError `config` with every problem.
 */
async function validateTemplateText(text, file) {
    const source = text.replace(/^\ufeff/, '');
    const isJson = /\.json$/i.test(file);
    const raw = isJson ? parseJson(source, file) : (0,toml/* parseToml */.MT)(source, file);
    const locate = async () => (isJson ? locateJson(source) : await (0,positions/* locateToml */.L)(source));
    const parsed = templateSchema.safeParse(raw);
    const issues = parsed.error?.issues ?? [];
    const draft = parsed.data ?? (0,config_document/* draftOf */.bz)(templateSchema, raw, issues) ?? {};
    const vocabulary = isJson ? jsonVocabulary : tomlVocabulary;
    const findings = [
        ...(0,zod_problems/* findingsOfIssues */.u)(issues, raw, vocabulary),
        ...(0,config_document/* findProtoKeys */.YN)(raw, [['env'], ['workload', 'env'], ['labels'], ['actions']]),
        ...findTemplateProblems(draft),
    ];
    if (findings.length > 0)
        throw (0,problems/* problemsError */.$j)((0,config_document/* locateFindings */.Hf)(findings, file, await locate()));
    const notes = findTemplateNotes(draft);
    return {
        file,
        fields: normaliseTemplate(draft),
        notes: notes.length === 0 ? [] : (0,config_document/* locateFindings */.Hf)(notes, file, await locate()),
    };
}
const unknown = "has no place in Volant's plugin manifest";
const elsewhere = { file: 'fledge.toml', names: Object.keys(schema/* documentSchema */.L.shape) };
const tomlVocabulary = (0,vocabulary/* vocabularyOf */.Y)(templateSchema, { unknown, tableNoun: 'a table' }, elsewhere);
const jsonVocabulary = (0,vocabulary/* vocabularyOf */.Y)(templateSchema, { unknown, tableNoun: 'an object' }, elsewhere);
function parseJson(text, file) {
    const value = parseJsonValue(text, file);
    if ((0,toml/* isTable */.bI)(value))
        return value;
    throw (0,problems/* problemsError */.$j)([{ file, line: 1, column: 1, key: undefined, message: 'a manifest is a JSON object' }]);
}
function parseJsonValue(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw (0,problems/* problemsError */.$j)([jsonSyntaxProblem(error, text, file)]);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/config/url-base.js


/**
 * The value of `--url-base` without slashes at its end: an https URL, or an absolute path.
 *
 * @throws FledgeError `usage` for anything else, because Volant could not use it or should not.
 */
function parseUrlBase(text) {
    if (text.startsWith('/')) {
        if (text.includes('\0'))
            throw refuse(text, 'a path has no NUL character');
        return text.replace(/\/+$/, '');
    }
    if (/^http:/i.test(text))
        throw refuse(text, 'http does not protect the artifact on its way; use https');
    if (/^file:/i.test(text))
        throw refuse(text, 'write the path itself, without file:');
    if (!/^https:\/\/[^/]/i.test(text))
        throw refuse(text, 'it must be an https:// URL or an absolute path');
    if (/\s/.test(text) || !URL.canParse(text))
        throw refuse(text, 'it is not a valid URL');
    if (/[?#]/.test(text))
        throw refuse(text, 'the file name comes after it, so it has no query and no fragment');
    const url = new URL(text);
    if (url.username !== '' || url.password !== '') {
        throw refuse(`${url.protocol}//…@${url.host}${url.pathname}`, 'credentials would end up in manifest.json');
    }
    return url.href.replace(/\/+$/, '');
}
/** Where Volant finds an artifact: below a base from `parseUrlBase`, or at the artifact's own absolute path. */
function artifactUrl(urlBase, artifactPath) {
    if (urlBase === undefined)
        return artifactPath;
    const file = external_node_path_.posix.basename(artifactPath);
    return `${urlBase}/${urlBase.startsWith('https:') ? encodeURIComponent(file) : file}`;
}
function refuse(text, reason) {
    return new errors/* FledgeError */.aE('usage', `--url-base ${JSON.stringify(text)}: ${reason}`);
}

;// CONCATENATED MODULE: ./build/describe/checksums.js
/**
 * The text of a SHA256SUMS file in the form that `sha256sum -c` reads (coreutils manual, "md5sum invocation"): names
 * with a backslash or a line break are escaped, and their line begins with a backslash.
 */
function renderChecksums(files) {
    return files
        .map(({ name, sha256 }) => {
        const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
        return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
    })
        .join('');
}

;// CONCATENATED MODULE: ./build/describe/manifest-schema.js


/**
 * Volant's plugin manifest v1, with the rules of its JSON Schema (plugin-manifest-v1.json) and the keys in its order.
 * What this accepts, `volar plugins install` accepts.
 */
const manifestSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP().optional(),
    schema_version: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().min(1),
    version: schemas/* string */.YjP().min(1),
    runtime: schemas/* string */.YjP().min(1),
    image: schemas/* string */.YjP().optional(),
    image_digest: schemas/* string */.YjP().optional(),
    enabled: schemas/* boolean */.zMY().optional(),
    openapi: schemas/* string */.YjP().optional(),
    labels: labelsSchema.optional(),
    resources: resourcesSchema,
    workload: workloadSchema,
    health_check: healthCheckSchema.optional(),
    actions: actionsSchema.optional(),
    rootfs: rootfsSchema.optional(),
    initramfs: initramfsSchema.optional(),
    disks: disksSchema.optional(),
    cloud_init: cloudInitSchema.optional(),
    network: networkSchema.optional(),
    devices: devicesSchema.optional(),
})
    .check((context) => {
    const { rootfs, initramfs } = context.value;
    if ((rootfs === undefined) !== (initramfs === undefined))
        return;
    const message = 'exactly one of rootfs and initramfs is needed';
    context.issues.push({ code: 'custom', input: context.value, message });
});

;// CONCATENATED MODULE: ./build/describe/manifest.js


const DEFAULT_PORT = 8080;
const DEFAULT_VERSION = '0.1.0';
const FSTYPE_LABEL = 'volant.rootfs_fstype';
/**
 * The manifest by interfaces.md, "manifest.json": what the template says, else what the build knows, else a default.
 * The artifact, its checksum and the image are always those of the build. Keys are in the order of the schema.
 */
function deriveManifest(input) {
    const { directoryName, artifact, built } = input;
    const template = input.template ?? { workload: {} };
    const image = built.strategy === 'oci_rootfs' ? built.image : undefined;
    const name = template.name ?? pluginName(image?.reference.baseName ?? directoryName);
    const entrypoint = entrypointOf(template.workload, built);
    const workdir = template.workload.workdir ?? image?.workdir;
    const env = { ...environmentOf(image?.env ?? []), ...template.workload.env };
    const labels = { ...template.labels, ...(built.strategy === 'oci_rootfs' && { [FSTYPE_LABEL]: built.filesystem }) };
    const imageName = image?.reference.text ?? template.image;
    const imageDigest = image?.digest ?? template.image_digest;
    const { disks, actions, cloud_init: cloudInit, network, devices, openapi, $schema } = template;
    const { url, sha256 } = artifact;
    const candidate = {
        ...($schema !== undefined && { $schema }),
        schema_version: '1.0',
        name,
        version: template.version ?? versionOf(image) ?? DEFAULT_VERSION,
        runtime: template.runtime ?? name,
        ...(imageName !== undefined && { image: imageName }),
        ...(imageDigest !== undefined && { image_digest: imageDigest }),
        enabled: template.enabled ?? true,
        ...(openapi !== undefined && { openapi }),
        ...(Object.keys(labels).length > 0 && { labels }),
        resources: { cpu_cores: template.resources?.cpu_cores ?? 1, memory_mb: template.resources?.memory_mb ?? 512 },
        workload: {
            type: 'http',
            base_url: template.workload.base_url ?? `http://127.0.0.1:${portOf(template, image)}`,
            entrypoint: [...entrypoint.program],
            ...(Object.keys(env).length > 0 && { env }),
            ...(workdir !== undefined && workdir !== '' && { workdir }),
        },
        health_check: {
            endpoint: template.health_check?.endpoint ?? '/',
            timeout_ms: template.health_check?.timeout_ms ?? 10_000,
        },
        ...(actions !== undefined && { actions }),
        ...(built.strategy === 'oci_rootfs'
            ? { rootfs: { url, checksum: `sha256:${sha256}`, format: 'raw' } }
            : { initramfs: { url, checksum: `sha256:${sha256}` } }),
        ...(disks !== undefined && { disks }),
        ...(cloudInit !== undefined && { cloud_init: cloudInit }),
        ...(network !== undefined && { network }),
        ...(devices !== undefined && { devices }),
    };
    const parsed = manifestSchema.safeParse(candidate);
    if (!parsed.success) {
        const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
        throw new errors/* FledgeError */.aE('internal', `the manifest does not follow Volant's schema: ${reason}`);
    }
    // zod builds its result in the order of the schema, tables within tables too.
    return { manifest: parsed.data, warnings: [...entrypoint.warnings, ...overruledWarnings(template, parsed.data)] };
}
/** The text of manifest.json: two spaces of indent, and a newline at the end. */
function renderManifest(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/**
 * A plugin's name made from a directory's or an image's: lower case ASCII letters and digits, `.`, `_` and `-`, with a
 * letter or digit at both ends; accents are dropped and every other run of characters becomes one `-`.
 */
function pluginName(text) {
    const name = text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[._-]+|[._-]+$/g, '');
    return name === '' ? 'plugin' : name;
}
function entrypointOf(workload, built) {
    if (workload.entrypoint !== undefined)
        return { program: workload.entrypoint, warnings: [] };
    const advice = 'set [workload] entrypoint in manifest.toml';
    const { args } = workload;
    if (built.strategy === 'oci_rootfs') {
        const { entrypoint, cmd } = built.image;
        // As for `docker run IMAGE ARGS`: arguments take the place of Cmd.
        const program = [...entrypoint, ...(args ?? cmd)];
        if (program.length > 0)
            return { program, warnings: [] };
        return {
            program: ['/bin/sh'],
            warnings: [`the image has no Entrypoint and no Cmd; the workload is /bin/sh: ${advice}`],
        };
    }
    const [first, ...others] = built.executables;
    const program = [first ?? '/bin/sh', ...(args ?? [])];
    if (first === undefined) {
        return {
            program,
            warnings: [`no mapping puts an executable into a bin directory; the workload is /bin/sh: ${advice}`],
        };
    }
    if (others.length === 0)
        return { program, warnings: [] };
    return {
        program,
        warnings: [`the workload is ${first}, the first of ${others.length + 1} mapped executables: ${advice}`],
    };
}
function environmentOf(entries) {
    return Object.fromEntries(entries
        .filter((entry) => entry.indexOf('=') > 0)
        .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
}
function versionOf(image) {
    const label = image?.labels['org.opencontainers.image.version']?.trim();
    if (label !== undefined && label !== '')
        return label;
    return /^v?(\d+(?:\.\d+)*(?:[-+._][0-9A-Za-z.+_-]+)?)$/.exec(image?.reference.named?.tag ?? '')?.[1];
}
function portOf(template, image) {
    if (template.port !== undefined)
        return template.port;
    for (const exposed of image?.exposedPorts ?? []) {
        // A range, which Docker's own tools write out but others do not, stands for its first port.
        const port = Number(/^(\d+)(?:-\d+)?(?:\/tcp)?$/i.exec(exposed)?.[1]);
        if (port >= 1 && port <= 65535)
            return port;
    }
    return DEFAULT_PORT;
}
/** A template may be an earlier manifest.json; only what a build changes in it is worth a word. */
function overruledWarnings(template, manifest) {
    const media = ['rootfs', 'initramfs'].flatMap((medium) => {
        const written = template[medium];
        if (written === undefined)
            return [];
        const made = manifest[medium];
        if (made === undefined)
            return [`${medium} of the manifest template is left out: this build makes no ${medium}`];
        const differs = written.url !== undefined && written.url !== made.url;
        return differs ? [`${medium}.url of the manifest template gives way to ${made.url}; set it with --url-base`] : [];
    });
    const { image } = template;
    const images = image === undefined || image === manifest.image
        ? []
        : [`image of the manifest template gives way to ${manifest.image}, which was built`];
    return [...media, ...images];
}

;// CONCATENATED MODULE: ./build/describe/provenance.js
/**
 * What an artifact was made from: an in-toto Statement v1 with a SLSA Provenance v1 predicate (slsa.dev/spec/v1.0), as
 * JSON with two spaces of indent and a newline at the end. It holds no time and no host name, so that equal builds have
 * equal provenance; who ran the build is what a signature on it says.
 */
function renderProvenance(facts) {
    const statement = {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: facts.artifact.name, digest: { sha256: facts.artifact.sha256 } }],
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {
            buildDefinition: {
                buildType: 'https://github.com/volantvm/fledge-action/blob/v1/docs/provenance.md',
                externalParameters: {
                    strategy: facts.strategy,
                    platform: facts.platform,
                    sourceDateEpoch: facts.sourceDateEpoch,
                },
                resolvedDependencies: facts.inputs.map(({ name, uri, digest }) => ({ name, uri, digest: digestSet(digest) })),
            },
            runDetails: {
                builder: {
                    id: 'https://github.com/volantvm/fledge-action',
                    version: { fledge: facts.version },
                },
            },
        },
    };
    return `${JSON.stringify(statement, null, 2)}\n`;
}
function digestSet(digest) {
    const colon = digest.indexOf(':');
    return { [digest.slice(0, colon)]: digest.slice(colon + 1) };
}

;// CONCATENATED MODULE: ./build/support/output-set.js





/**
 * The files of one build. They are written beside their final places and appear there together, at `publish`; until
 * then, and if anything fails, what was there stays as it was.
 */
class OutputSet {
    #directory;
    #files = [];
    #open = new Set();
    /** @throws FledgeError `output` if nothing can be written to `directory`, before any work was spent. */
    constructor(directory) {
        this.#directory = directory;
        (0,support_scratch/* removeStaleScratch */.eO)(directory);
    }
    /** @throws FledgeError `output` if the file cannot be created or something that is no file has its name. */
    create(name) {
        const path = (0,external_node_path_.join)(this.#directory, name);
        refuseUnlessFile(path);
        const scratch = (0,support_scratch/* scratchFile */.LE)(this.#directory, name);
        const descriptor = attempt(path, () => (0,external_node_fs_.openSync)(scratch.path, 'wx', 0o666));
        this.#files.push({ scratch, path });
        this.#open.add(descriptor);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let size = 0;
        return {
            name,
            write: (bytes) => {
                attempt(path, () => writeAll(descriptor, bytes));
                hash.update(bytes);
                size += bytes.length;
            },
            close: () => {
                this.#open.delete(descriptor);
                // Some file systems (NFS) report a full disk only here.
                attempt(path, () => (0,external_node_fs_.closeSync)(descriptor));
                return { path, size, sha256: hash.digest('hex') };
            },
        };
    }
    /** Moves all files to their places, or none. Does not give signals a chance in between. */
    publish() {
        const published = [];
        try {
            for (const { scratch, path } of this.#files) {
                const backup = backUp(path);
                published.push({ path, backup });
                attempt(path, () => (0,external_node_fs_.renameSync)(scratch.path, path));
                scratch.release();
            }
            this.#files.length = 0;
        }
        catch (error) {
            for (const { path, backup } of published)
                restore(path, backup);
            throw error;
        }
        finally {
            for (const { backup } of published)
                if (typeof backup === 'object')
                    backup.dispose();
        }
    }
    /** Removes what was not published. */
    discard() {
        for (const descriptor of this.#open)
            (0,external_node_fs_.closeSync)(descriptor);
        this.#open.clear();
        for (const { scratch } of this.#files)
            scratch.dispose();
        this.#files.length = 0;
    }
}
function backUp(path) {
    const scratch = (0,support_scratch/* scratchFile */.LE)((0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path));
    try {
        (0,external_node_fs_.linkSync)(path, scratch.path);
        return scratch;
    }
    catch (error) {
        scratch.dispose();
        return (0,errors/* systemCodeOf */.c7)(error) === 'ENOENT' ? 'absent' : 'unlinkable';
    }
}
function restore(path, backup) {
    if (typeof backup === 'object')
        (0,external_node_fs_.renameSync)(backup.path, path);
    else if (backup === 'absent')
        (0,external_node_fs_.rmSync)(path, { force: true });
}
/** Only a plain file is replaced: renaming onto /dev/null, as root may, would take the device away for everybody. */
function refuseUnlessFile(path) {
    const stats = attempt(path, () => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }));
    if (stats === undefined || stats.isFile())
        return;
    const kind = stats.isDirectory() ? 'a directory' : stats.isSymbolicLink() ? 'a symbolic link' : 'a special file';
    throw new errors/* FledgeError */.aE('output', `cannot write ${path}: ${kind} has this name`, {
        fix: 'remove it, or choose another place with --output',
    });
}
function writeAll(descriptor, bytes) {
    for (let offset = 0; offset < bytes.length;)
        offset += (0,external_node_fs_.writeSync)(descriptor, bytes, offset);
}
function attempt(path, action) {
    try {
        return action();
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: fixOf(error, path),
        });
    }
}
function fixOf(error, path) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'ENOSPC':
        case 'EDQUOT':
            return `free some space in ${(0,external_node_path_.dirname)(path)}, or write elsewhere with --output`;
        case 'ENOENT':
            return `create it first: mkdir -p ${(0,external_node_path_.dirname)(path)}`;
        default:
            return 'choose a directory that you may write to with --output';
    }
}

;// CONCATENATED MODULE: ./build/support/steps.js
/** Announces the steps of a build and times them. */
class Steps {
    #reporter;
    #done = [];
    #current;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /** Ends the step before, and begins one; `title` is what people read. */
    begin(name, title) {
        this.end();
        this.#reporter.step(title);
        this.#current = { name, since: performance.now() };
    }
    /** Ends the last step and returns all of them, in order. */
    end() {
        if (this.#current !== undefined) {
            const { name, since } = this.#current;
            this.#done.push({ name, ms: Math.round(performance.now() - since) });
            this.#current = undefined;
        }
        return this.#done;
    }
}

// EXTERNAL MODULE: ./build/support/version.js
var version = __webpack_require__(7580);
;// CONCATENATED MODULE: ./build/build.js


















/** 2024-01-01T00:00:00Z. */
const DEFAULT_EPOCH = 1704067200;
/** The time of a file in an initramfs has 32 bits. */
const MAX_EPOCH = 0xffff_ffff;
const DEFAULT_OUTPUT = 'plugin.cpio.gz';
const MANIFEST_FILE = 'manifest.json';
const PROVENANCE_FILE = 'provenance.json';
const CHECKSUMS_FILE = 'SHA256SUMS';
const BESIDE_ARTIFACT = [MANIFEST_FILE, PROVENANCE_FILE, CHECKSUMS_FILE];
/**
 * Builds the plugin that a fledge.toml describes and writes the artifact, manifest.json, provenance.json and
 * SHA256SUMS. All four appear together at the end; when anything fails, what was there stays as it was.
 *
 * @throws FledgeError; see its codes.
 */
async function build(request) {
    const { platform, reporter } = request;
    const steps = new Steps(reporter);
    steps.begin('config', 'read the configuration');
    const loaded = await (0,load/* loadConfig */.Z9)(request.config);
    const template = await loadTemplate(request, loaded);
    for (const note of [...loaded.notes, ...(template?.notes ?? [])])
        reporter.warn((0,problems/* formatProblem */.Vw)(note));
    const { config } = loaded;
    const epoch = sourceDateEpoch(request.env);
    const read = [loaded.file, ...(template === undefined ? [] : [template.file])];
    const output = artifactPath(request.output, read);
    const artifactName = (0,external_node_path_.basename)(output);
    const urlBase = request.urlBase === undefined ? undefined : parseUrlBase(request.urlBase);
    const url = artifactUrl(urlBase, output);
    const outputs = new OutputSet((0,external_node_path_.dirname)(output));
    const work = workDirectory();
    try {
        // Before the work begins: what cannot be written is no news for later.
        const files = {
            artifact: outputs.create(artifactName),
            manifest: outputs.create(MANIFEST_FILE),
            provenance: outputs.create(PROVENANCE_FILE),
            checksums: outputs.create(CHECKSUMS_FILE),
        };
        const { inputs, built } = await makeArtifact({
            loaded,
            config,
            platform,
            mtime: { seconds: epoch, nanoseconds: 0 },
            workers: request.workers,
            scratchDirectory: work.path,
            ownOutputs: outputPaths(output),
            sources: sourceContext(request, loaded),
            steps,
            artifact: files.artifact,
        });
        const artifact = files.artifact.close();
        steps.begin('describe', 'describe the artifact');
        const { manifest, warnings } = deriveManifest({
            template: template?.fields,
            directoryName: (0,external_node_path_.basename)(loaded.directory),
            artifact: { url, sha256: artifact.sha256 },
            built,
        });
        for (const warning of warnings)
            reporter.warn(warning);
        const manifestFile = writeText(files.manifest, renderManifest(manifest));
        const provenance = renderProvenance({
            artifact: { name: artifactName, sha256: artifact.sha256 },
            strategy: config.strategy,
            platform,
            sourceDateEpoch: epoch,
            version: version/* VERSION */.x,
            inputs,
        });
        const provenanceFile = writeText(files.provenance, provenance);
        const digests = [artifact, manifestFile, provenanceFile].map(({ path, sha256 }) => ({
            name: (0,external_node_path_.basename)(path),
            sha256,
        }));
        const checksumsFile = writeText(files.checksums, renderChecksums(digests));
        outputs.publish();
        return {
            name: manifest.name,
            version: manifest.version,
            strategy: config.strategy,
            platform,
            artifact: { path: output, format: formatOf(config), size: artifact.size, sha256: artifact.sha256 },
            manifest: { path: manifestFile.path, sha256: manifestFile.sha256 },
            checksums: { path: checksumsFile.path },
            provenance: { path: provenanceFile.path },
            inputs,
            reproducible: { ok: true },
            steps: steps.end(),
        };
    }
    finally {
        outputs.discard();
        work.dispose();
    }
}
function makeArtifact(job) {
    const { config } = job;
    if (config.strategy === 'initramfs')
        return buildInitramfs({ ...job, config });
    throw new errors/* FledgeError */.aE('config', `this version of fledge (${version/* VERSION */.x}) builds strategy "initramfs" only`, {
        fix: 'set strategy = "initramfs", or use a later version for "oci_rootfs"',
    });
}
/** The name of a format, in results. */
function formatOf(config) {
    return config.strategy === 'initramfs' ? 'cpio.gz' : config.filesystem.type;
}
/** The template that was asked for, or manifest.toml beside fledge.toml if there is one. */
async function loadTemplate(request, loaded) {
    const path = request.manifest ?? (await findManifestTemplate(loaded.file));
    return path === undefined ? undefined : loadManifestTemplate(path);
}
function sourceContext({ env, reporter, signal }, { directory }) {
    const cacheDirectory = cacheDirectoryOf(env, { home: (0,external_node_os_.homedir)(), cwd: process.cwd() });
    return { baseDirectory: directory, cacheDirectory, reporter, env, signal };
}
/**
 * SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch) or 2024-01-01, in seconds.
 *
 * @throws FledgeError `usage` if it is no number of seconds that an initramfs can hold.
 */
function sourceDateEpoch(env) {
    const text = environmentValue(env, 'SOURCE_DATE_EPOCH');
    if (text === undefined)
        return DEFAULT_EPOCH;
    const seconds = Number(text);
    const isNumber = /^\d+$/.test(text);
    if (isNumber && seconds <= MAX_EPOCH)
        return seconds;
    const what = isNumber ? `beyond ${MAX_EPOCH}, the last that cpio can hold` : 'not a number of seconds since 1970';
    throw new errors/* FledgeError */.aE('usage', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, ${what}`, {
        fix: 'unset it, or set it to the time of the last commit: git log -1 --format=%ct',
    });
}
function workDirectory() {
    const parent = (0,external_node_os_.tmpdir)();
    (0,support_scratch/* removeStaleScratch */.eO)(parent);
    try {
        return (0,support_scratch/* scratchDirectory */.wd)(parent, 'build');
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot create a temporary directory in ${parent}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: 'set TMPDIR to a directory that you may write to',
        });
    }
}
/**
 * The absolute path of the artifact.
 *
 * @throws FledgeError `usage` if the build would not write a file of this name, would write it twice, or would replace
 *   one of the files in `read`, which describe the plugin.
 */
function artifactPath(requested, read) {
    const output = requested ?? DEFAULT_OUTPUT;
    const path = (0,external_node_path_.resolve)(output);
    const fail = (message, fix) => new errors/* FledgeError */.aE('usage', `--output ${JSON.stringify(output)}: ${message}`, { fix });
    const isDirectory = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    if (output === '' || output.endsWith('/') || (requested !== undefined && isDirectory)) {
        const file = (0,external_node_path_.relative)('.', (0,external_node_path_.join)(path, DEFAULT_OUTPUT));
        throw fail('this is a directory; name a file in it', `write --output ${file}`);
    }
    const beside = `write --output ${(0,external_node_path_.join)((0,external_node_path_.dirname)(output), DEFAULT_OUTPUT)}`;
    if (BESIDE_ARTIFACT.includes((0,external_node_path_.basename)(path))) {
        throw fail('another file of this name is written beside the artifact', beside);
    }
    for (const name of [(0,external_node_path_.basename)(path), ...BESIDE_ARTIFACT]) {
        const present = (0,external_node_fs_.statSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(path), name), { throwIfNoEntry: false });
        const replaced = read.find((file) => present !== undefined && isSameFile((0,external_node_fs_.statSync)(file), present));
        if (replaced === undefined)
            continue;
        const isArtifact = name === (0,external_node_path_.basename)(path);
        const what = isArtifact ? 'the artifact' : `its own ${name}`;
        throw new errors/* FledgeError */.aE('usage', `${replaced} describes the plugin, and the build would write ${what} over it`, {
            fix: isArtifact ? beside : 'rename it, or write to another directory with --output',
        });
    }
    return path;
}
function isSameFile(a, b) {
    return a?.ino === b.ino && a.dev === b.dev;
}
/** What this build writes, by absolute paths without links. */
function outputPaths(output) {
    const directory = (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(output));
    return new Set([(0,external_node_path_.basename)(output), ...BESIDE_ARTIFACT].map((name) => (0,external_node_path_.join)(directory, name)));
}
function writeText(file, text) {
    file.write(Buffer.from(text, 'utf8'));
    return file.close();
}


/***/ }),

/***/ 5874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ withoutExplainedGaps),
/* harmony export */   Hf: () => (/* binding */ locateFindings),
/* harmony export */   YN: () => (/* binding */ findProtoKeys),
/* harmony export */   bz: () => (/* binding */ draftOf)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3515);
/* harmony import */ var _toml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4151);
/* harmony import */ var _zod_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6683);



/** Findings with their positions, in the order of the text. */
function locateFindings(findings, file, locator) {
    return findings
        .map(({ path, message, suggestion }) => ({
        file,
        ...locator.positionOf(path),
        key: (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatKeyPath */ .K7)(path),
        message,
        ...(suggestion !== undefined && { suggestion }),
    }))
        .sort((a, b) => a.line - b.line || a.column - b.column);
}
/**
 * What is left of `raw` when everything that zod has issues with is taken out: first the values themselves, and where
 * that does not do (a table without a key that it needs), the whole top-level table.
 */
function draftOf(schema, raw, issues) {
    const paths = pathsOf(issues);
    const pruned = prune(raw, [], new Set(paths.map((path) => JSON.stringify(path))));
    const first = schema.safeParse(pruned);
    if (first.success)
        return first.data;
    const tops = pathsOf(first.error.issues).map((path) => path.slice(0, 1));
    return schema.safeParse(prune(raw, [], new Set([...paths, ...tops].map((path) => JSON.stringify(path))))).data;
}
/** zod leaves the key `__proto__` out of records without a word; `tables` are the records. */
function findProtoKeys(raw, tables, suggestion) {
    return tables
        .map((table) => [...table, '__proto__'])
        .filter((path) => (0,_zod_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(raw, path) !== undefined)
        .map((path) => ({ path, message: 'this name is not usable', ...(suggestion !== undefined && { suggestion }) }));
}
/**
 * Leaves out a missing key where the author wrote it with a typo or in another table: it is one mistake, and the other
 * finding says what to do.
 */
function withoutExplainedGaps(findings) {
    const unknown = findings.filter((finding) => finding.about === 'unknown');
    return findings.filter((finding) => {
        if (finding.about !== 'missing')
            return true;
        const name = finding.path.at(-1);
        const table = JSON.stringify(finding.path.slice(0, -1));
        return !unknown.some((other) => other.suggestion === undefined
            ? other.path.at(-1) === name
            : other.suggestion === name && JSON.stringify(other.path.slice(0, -1)) === table);
    });
}
/** An array with a bad element counts as bad: without the element, the others would have other indexes. */
function pathsOf(issues) {
    return issues.flatMap((issue) => {
        const index = issue.path.findIndex((segment) => typeof segment === 'number');
        const path = index < 0 ? issue.path : issue.path.slice(0, index);
        const isInTable = issue.code === 'unrecognized_keys' && index < 0;
        return isInTable ? issue.keys.map((name) => [...path, name]) : [path];
    });
}
function prune(value, path, bad) {
    if (!(0,_toml_js__WEBPACK_IMPORTED_MODULE_1__/* .isTable */ .bI)(value))
        return value;
    return Object.fromEntries(Object.entries(value)
        .filter(([key]) => key !== '__proto__' && !bad.has(JSON.stringify([...path, key])))
        .map(([key, child]) => [key, prune(child, [...path, key], bad)]));
}


/***/ }),

/***/ 4895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z9: () => (/* binding */ loadConfig)
});

// UNUSED EXPORTS: DEFAULT_CONFIG_FILE, validateConfigText

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/config/document.js
var config_document = __webpack_require__(5874);
// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
// EXTERNAL MODULE: ./build/config/vocabulary.js
var vocabulary = __webpack_require__(771);
;// CONCATENATED MODULE: ./build/config/fledge-vocabulary.js


/** Top-level names that only manifest.toml has. */
const MANIFEST_NAMES = [
    '$schema',
    'schema_version',
    'name',
    'runtime',
    'image_digest',
    'enabled',
    'openapi',
    'labels',
    'resources',
    'workload',
    'health_check',
    'actions',
    'rootfs',
    'disks',
    'cloud_init',
    'network',
    'devices',
    'env',
];
/** How unknown keys of fledge.toml are explained. */
const fledgeVocabulary = (0,vocabulary/* vocabularyOf */.Y)(schema/* documentSchema */.L, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'manifest.toml', names: MANIFEST_NAMES });

// EXTERNAL MODULE: ./build/config/mappings.js
var config_mappings = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/config/image-reference.js
var image_reference = __webpack_require__(5326);
// EXTERNAL MODULE: ./build/config/variants.js
var variants = __webpack_require__(385);
// EXTERNAL MODULE: ./build/config/zod-problems.js
var zod_problems = __webpack_require__(6683);
;// CONCATENATED MODULE: ./build/config/rules.js



/**
 * What is wrong between the keys of a fledge.toml whose keys were checked one by one. `raw` is the whole file; `draft`
 * holds only what is valid by itself, so that one mistake is not reported a second time as its consequences.
 */
function findCrossFieldProblems(draft, raw) {
    return [
        ...findStrategyProblems(draft, raw),
        ...findInitProblems(draft, raw),
        ...findAgentProblems(draft, raw),
        ...(0,config_mappings/* findSourceProblems */.Pc)(Object.keys(draft.mappings ?? {})),
    ];
}
/** What works but does less than it says. */
function findNotes(draft, mappings) {
    return [...findSquashfsNotes(draft), ...findHiddenMappings(draft, mappings)];
}
/** Who becomes PID 1; `none = false` is as good as not written. */
function initModeOf(init) {
    if (init?.path !== undefined)
        return { mode: 'custom', path: init.path };
    return { mode: init?.none === true ? 'none' : 'default' };
}
function findStrategyProblems({ strategy }, raw) {
    if (strategy === undefined)
        return [];
    const foreign = variants/* STRATEGY_KEYS */.BS.filter((key) => key.strategy !== strategy && isPresent(raw, key.path)).map((key) => ({
        path: key.path,
        message: `belongs to strategy "${key.strategy}", not to "${strategy}"`,
    }));
    const missing = variants/* REQUIRED_KEYS */.py[strategy]
        .filter((path) => !isPresent(raw, path))
        .map((path) => ({ path, message: `missing; strategy "${strategy}" needs it`, about: 'missing' }));
    return [...foreign, ...missing];
}
function findInitProblems({ strategy, init, mappings }, raw) {
    if (strategy === 'oci_rootfs' || init?.none !== true)
        return [];
    const path = ['init', 'none'];
    if (isPresent(raw, ['init', 'path']))
        return [{ path, message: 'path and none = true exclude each other; keep one' }];
    const written = (0,zod_problems/* valueAt */.f)(raw, ['mappings']) ?? {};
    const allValid = Object.keys(written).length === Object.keys(mappings ?? {}).length;
    if (strategy === undefined || !allValid || mayProvideInit(mappings ?? {}))
        return [];
    return [{ path, message: 'no mapping provides /init; add one, such as "./my-init" = "/init"' }];
}
/** A mapping onto the root may be a directory that holds an init; that shows when the tree is built. */
function mayProvideInit(mappings) {
    return Object.entries(mappings)
        .map(([source, destination]) => (0,config_mappings/* mappingOf */.GS)(source, destination))
        .some(({ destination, inside }) => destination === '/' || (destination === '/init' && !inside));
}
function findAgentProblems({ strategy, init, agent }, raw) {
    if (!isPresent(raw, ['agent']))
        return [];
    const { mode } = initModeOf(init);
    if (strategy === 'initramfs' && mode !== 'default') {
        const key = mode === 'custom' ? 'path' : 'none';
        return [{ path: ['agent'], message: `[init] ${key} installs no agent; remove [agent], or [init] ${key}` }];
    }
    const variant = agent?.source_strategy;
    if (variant === undefined)
        return [];
    const findings = [];
    if (variant === 'none' && strategy !== undefined && strategy !== variants/* AGENTLESS_STRATEGY */.H1) {
        findings.push({
            path: ['agent', 'source_strategy'],
            message: `"none" is only for strategy "${variants/* AGENTLESS_STRATEGY */.H1}"; an initramfs without agent sets [init] path or none`,
        });
    }
    const { required, optional } = variants/* AGENT_VARIANTS */.TF[variant];
    for (const key of variants/* AGENT_KEYS */.TQ) {
        const path = ['agent', key];
        const present = isPresent(raw, path);
        if (required.includes(key) && !present) {
            findings.push({ path, message: `missing; source_strategy "${variant}" needs it`, about: 'missing' });
        }
        else if (present && !required.includes(key) && !optional.includes(key)) {
            findings.push({ path, message: `belongs to source_strategy ${ownersOf(key)}, not to "${variant}"` });
        }
    }
    return findings;
}
function ownersOf(key) {
    return Object.entries(variants/* AGENT_VARIANTS */.TF)
        .filter(([, { required, optional }]) => required.includes(key) || optional.includes(key))
        .map(([variant]) => `"${variant}"`)
        .join(' or ');
}
function findSquashfsNotes({ filesystem }) {
    if (filesystem?.type !== 'squashfs')
        return [];
    const ignored = ['size_buffer_mb', 'preallocate'].filter((key) => filesystem[key] !== undefined);
    return ignored.map((key) => ({
        path: ['filesystem', key],
        message: 'ignored: squashfs is read-only and has neither free space nor holes',
    }));
}
/** What the C init mounts over, in the order of init.c. */
const MOUNT_POINTS = ['/dev', '/proc', '/sys', '/tmp', '/run'];
function findHiddenMappings({ strategy, init }, mappings) {
    if (strategy !== 'initramfs' || initModeOf(init).mode !== 'default')
        return [];
    return mappings.flatMap(({ key, destination }) => {
        const mountPoint = MOUNT_POINTS.find((path) => destination === path || destination.startsWith(`${path}/`));
        if (mountPoint === undefined)
            return [];
        return [{ path: key, message: `will be hidden: the init mounts a file system on ${mountPoint}` }];
    });
}
function isPresent(raw, path) {
    return (0,zod_problems/* valueAt */.f)(raw, path) !== undefined;
}

// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(3017);
;// CONCATENATED MODULE: ./build/config/normalise.js




/** The config of a document in which the rules found nothing wrong, with every default filled in. */
function normaliseDocument(document, mappings) {
    const { strategy, filesystem } = document;
    if (strategy === 'initramfs') {
        const init = initModeOf(document.init);
        const agent = init.mode === 'default' ? agentOf(document.agent) : undefined;
        return { strategy, init, agent, busybox: busyboxOf(document.source), mappings };
    }
    const parsed = (0,image_reference/* parseImageReference */.o_)(document.source?.image ?? '');
    if (!parsed.ok)
        throw unchecked('source.image');
    return {
        strategy,
        image: parsed.image,
        agent: agentOf(document.agent),
        filesystem: {
            type: filesystem?.type ?? 'ext4',
            sizeBufferMb: filesystem?.size_buffer_mb ?? 100,
            preallocate: filesystem?.preallocate ?? false,
        },
        mappings,
    };
}
function agentOf(agent) {
    if (agent === undefined)
        return { source: 'release', version: 'latest' };
    const { source_strategy: source, version, path, url, checksum } = agent;
    switch (source) {
        case 'release':
            if (version === undefined)
                throw unchecked('agent.version');
            return { source, version };
        case 'local':
            if (path === undefined)
                throw unchecked('agent.path');
            return { source, path };
        case 'http':
            if (url === undefined)
                throw unchecked('agent.url');
            return { source, url, sha256: checksum === undefined ? undefined : (0,values/* normaliseSha256 */.WN)(checksum) };
        case 'none':
            return undefined;
    }
}
function busyboxOf(source) {
    const url = source?.busybox_url ?? values/* DEFAULT_BUSYBOX_URL */.H9;
    const sha256 = source?.busybox_sha256 ?? (url === values/* DEFAULT_BUSYBOX_URL */.H9 ? values/* DEFAULT_BUSYBOX_SHA256 */.fg : undefined);
    return { location: (0,values/* locationOf */.hD)(url), sha256: sha256 === undefined ? undefined : (0,values/* normaliseSha256 */.WN)(sha256) };
}
function unchecked(key) {
    return new errors/* FledgeError */.aE('internal', `${key} passed the checks of fledge.toml although it is not usable`);
}

// EXTERNAL MODULE: ./build/config/positions.js
var positions = __webpack_require__(3887);
// EXTERNAL MODULE: ./build/config/problems.js
var problems = __webpack_require__(3515);
// EXTERNAL MODULE: ./build/config/source-text.js
var source_text = __webpack_require__(564);
// EXTERNAL MODULE: ./build/config/toml.js
var toml = __webpack_require__(4151);
;// CONCATENATED MODULE: ./build/config/load.js














const DEFAULT_CONFIG_FILE = 'fledge.toml';
/**
 * Reads and checks a fledge.toml; `path` may also be the directory that holds it.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadConfig(path = DEFAULT_CONFIG_FILE) {
    const file = (await isDirectory(path)) ? (0,external_node_path_.join)(path, DEFAULT_CONFIG_FILE) : path;
    const text = await (0,source_text/* readSourceText */.V)(file, missingConfig(path, file));
    const checked = await validateConfigText(text, file);
    return { ...checked, file, directory: (0,external_node_path_.dirname)((0,external_node_path_.resolve)(file)) };
}
/**
 * Checks the text of a fledge.toml by interfaces.md, "fledge.toml". Looks at no other file; `file` is what problems
 * call it.
 *
 * @throws FledgeError `config` with every problem.
 */
async function validateConfigText(text, file) {
    const source = text.replace(/^\ufeff/, '');
    const raw = (0,toml/* parseToml */.MT)(source, file);
    let located;
    const locate = () => {
        located ??= (0,positions/* locateToml */.L)(source);
        return located;
    };
    const parsed = schema/* documentSchema */.L.safeParse(raw);
    const issues = parsed.error?.issues ?? [];
    const draft = parsed.data ?? (0,config_document/* draftOf */.bz)(schema/* draftSchema */.X, raw, issues) ?? {};
    const mappings = await orderedMappings(draft, locate);
    const findings = [
        ...(0,zod_problems/* findingsOfIssues */.u)(issues, raw, fledgeVocabulary).map((finding) => explainMappingTable(finding, raw)),
        ...(0,config_document/* findProtoKeys */.YN)(raw, [['mappings']], './__proto__'),
        ...findCrossFieldProblems(draft, raw),
        ...(await locatedConflicts(mappings, locate)),
    ];
    const errorAt = async (found) => (0,problems/* problemsError */.$j)((0,config_document/* locateFindings */.Hf)(found, file, await locate()));
    if (findings.length > 0 || parsed.data === undefined)
        throw await errorAt((0,config_document/* withoutExplainedGaps */.GD)(findings));
    const notes = findNotes(draft, mappings);
    return {
        config: normaliseDocument(parsed.data, mappings),
        notes: notes.length === 0 ? [] : (0,config_document/* locateFindings */.Hf)(notes, file, await locate()),
        positionOf: async (path) => (await locate()).positionOf(path),
        errorAt,
    };
}
/** JavaScript puts keys that look like array indexes before all others; the author's order is in the text. */
async function orderedMappings(draft, locate) {
    const table = draft.mappings ?? {};
    const keys = Object.keys(table);
    const reordered = keys.length > 1 && keys.some((key) => /^\d+$/.test(key));
    const ordered = reordered ? (await locate()).keysOf(['mappings']).filter((key) => Object.hasOwn(table, key)) : keys;
    return (ordered.length === keys.length ? ordered : keys).map((key) => (0,config_mappings/* mappingOf */.GS)(key, table[key] ?? ''));
}
async function locatedConflicts(mappings, locate) {
    if ((0,config_mappings/* findConflicts */.Nk)(mappings, () => 0).length === 0)
        return [];
    const locator = await locate();
    return (0,config_mappings/* findConflicts */.Nk)(mappings, (mapping) => locator.positionOf(mapping.key).line);
}
/** Unquoted dots make tables: `app.conf = "/etc/app.conf"`. */
function explainMappingTable(finding, raw) {
    const [table, source, ...rest] = finding.path;
    if (table !== 'mappings' || typeof source !== 'string' || rest.length > 0)
        return finding;
    const value = (0,zod_problems/* valueAt */.f)(raw, finding.path);
    return (0,toml/* isTable */.bI)(value) ? { ...finding, message: (0,config_mappings/* quoteHint */.oM)(source, value) } : finding;
}
async function isDirectory(path) {
    try {
        return (await (0,promises_.stat)(path)).isDirectory();
    }
    catch {
        return false;
    }
}
function missingConfig(path, file) {
    if (file === DEFAULT_CONFIG_FILE) {
        return new errors/* FledgeError */.aE('config', "no fledge.toml here; run fledge in the plugin's directory or name it with --config");
    }
    return new errors/* FledgeError */.aE('config', path === file ? `there is no file ${JSON.stringify(file)}` : `there is no fledge.toml in ${path}`);
}


/***/ }),

/***/ 3887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ locateToml),
/* harmony export */   m: () => (/* binding */ PositionMap)
/* harmony export */ });
/** No key of either file lies this deep, and a text of a million dots must not cost a million paths. */
const MAX_DEPTH = 8;
/** Collects positions by path while a text is walked in its order. */
class PositionMap {
    #places = new Map();
    #lines;
    constructor(text) {
        this.#lines = text.split('\n');
    }
    /** `line` counts from 1, `unit` (UTF-16 code units) from 0. An `implied` position gives way to a later one. */
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
            const before = (this.#lines[place.line - 1] ?? '').slice(0, place.unit);
            return { line: place.line, column: [...before].length + 1 };
        }
        return { line: 1, column: 1 };
    }
    keysOf(path) {
        const prefix = JSON.stringify(path);
        return [...this.#places.values()]
            .filter((place) => place.path.length === path.length + 1 && JSON.stringify(place.path.slice(0, -1)) === prefix)
            .map((place) => String(place.path.at(-1)));
    }
}
/**
 * Where the keys of a TOML text are. The text must be valid; if the parser with positions does not agree that it is,
 * every position is 1:1. That parser is loaded here and not earlier, because most runs need no position.
 */
async function locateToml(text) {
    const { parseTOML } = await __webpack_require__.e(/* import() */ 605).then(__webpack_require__.bind(__webpack_require__, 9605));
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
        // Positions are a courtesy to the reader of an error; a second parser's opinion must not hide the error itself.
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

/***/ 564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readSourceText)
/* harmony export */ });
/* unused harmony export decodeSourceText */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3515);




/** Far above what anybody writes by hand; a larger file is an artifact that was named by mistake. */
const MAX_BYTES = 1024 * 1024;
const REPLACEMENT_CHARACTER = Buffer.from('\ufffd');
/**
 * The text of a config file, without its byte order mark.
 *
 * @throws FledgeError `config` when there is no such file (`missing` words it), it is a directory or a device, is too
 *   large or is not UTF-8.
 */
async function readSourceText(path, missing) {
    return decodeSourceText(await readBytes(path, missing), path);
}
/**
 * UTF-8 as text, without its byte order mark.
 *
 * @throws FledgeError `config` with the position of the first byte that is not UTF-8.
 */
function decodeSourceText(bytes, file) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsError */ .$j)([{ file, line: 1, column: 1, key: undefined, message: 'this is UTF-16; save it as UTF-8' }]);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsError */ .$j)([firstInvalidByte(bytes, file)]);
    }
}
async function readBytes(path, missing) {
    try {
        // The open of a fifo would wait for somebody who writes to it.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            const stats = await handle.stat();
            if (!stats.isFile())
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot read ${path}: it is not a regular file`);
            if (stats.size > MAX_BYTES) {
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `${path} has ${stats.size} bytes; a config has at most ${MAX_BYTES}`);
            }
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE)
            throw error;
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            throw missing;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `cannot read ${path}: ${reasonOf(code) ?? (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
function reasonOf(code) {
    if (code === 'EACCES')
        return 'permission denied';
    return code === 'ELOOP' ? 'the path is a loop of symbolic links' : undefined;
}
function firstInvalidByte(bytes, file) {
    let line = 1;
    let column = 1;
    let offset = 0;
    // What cannot be decoded comes out as U+FFFD; the bytes tell it from one that somebody wrote.
    for (const character of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) {
        if (character === '\ufffd' && !REPLACEMENT_CHARACTER.equals(bytes.subarray(offset, offset + 3)))
            break;
        offset += Buffer.byteLength(character);
        if (character === '\n')
            [line, column] = [line + 1, 1];
        else if (character !== '\ufeff' || offset > 3)
            column++;
    }
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
    return { file, line, column, key: undefined, message: `byte 0x${byte} is not UTF-8; save the file as UTF-8` };
}


/***/ }),

/***/ 771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ vocabularyOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5813);


/**
 * How the keys of a file are explained, from the schema of the file. `elsewhere` has the top-level names of the file
 * that this one is most often confused with.
 */
function vocabularyOf(schema, words, elsewhere) {
    const top = Object.keys(schema.shape);
    const tables = top.filter((name) => keysAt(schema, [name]).length > 0);
    return {
        ...words,
        namesAt: (path) => keysAt(schema, path),
        explain(name, path) {
            const owners = tables.filter((table) => table !== path[0] && keysAt(schema, [table]).includes(name));
            const places = owners.map((table) => `in [${table}]`);
            if (path.length > 0 && top.includes(name))
                places.unshift(topLevelPlace(schema, name));
            if (places.length > 0)
                return `belongs ${places.join(' or ')}`;
            const isForeign = path.length === 0 && elsewhere.names.includes(name) && (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, top) === undefined;
            return isForeign ? `belongs in ${elsewhere.file}` : undefined;
        },
    };
}
function topLevelPlace(schema, name) {
    const value = unwrap(schema.shape[name]);
    const isTable = value instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodObject */ .bvH || value instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodRecord */ .b8S;
    return isTable ? `at the top level, as [${name}]` : 'at the top of the file, before the first [table]';
}
/** The keys of the table at a path; none where there is no table, or one with free names. */
function keysAt(schema, path) {
    const value = unwrap(schema);
    const [first, ...rest] = path;
    if (value instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodUnion */ .fZ7)
        return value.options.flatMap((option) => keysAt(option, path));
    if (first === undefined)
        return value instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodObject */ .bvH ? Object.keys(value.shape) : [];
    if (value instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodObject */ .bvH)
        return keysAt(value.shape[String(first)], rest);
    if (value instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodRecord */ .b8S)
        return keysAt(value.valueType, rest);
    return value instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodArray */ .naA ? keysAt(value.element, rest) : [];
}
function unwrap(schema) {
    return schema instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodOptional */ .IiU ? unwrap(schema.unwrap()) : schema;
}


/***/ }),

/***/ 6683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ valueAt),
/* harmony export */   u: () => (/* binding */ findingsOfIssues)
/* harmony export */ });
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5813);
/* harmony import */ var _toml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4151);


const ARRAY_OF_TABLES = 'an array of tables';
/** Findings for the issues that zod has with `input`, in words for people. */
function findingsOfIssues(issues, input, vocabulary) {
    return issues.flatMap((issue) => findingsOfIssue(issue, input, vocabulary));
}
/** The value at a path, or undefined. */
function valueAt(root, path) {
    let value = root;
    for (const segment of path) {
        if (Array.isArray(value) && typeof segment === 'number')
            value = value[segment];
        else if ((0,_toml_js__WEBPACK_IMPORTED_MODULE_0__/* .isTable */ .bI)(value) && Object.hasOwn(value, segment))
            value = value[segment];
        else
            return undefined;
    }
    return value;
}
function findingsOfIssue(issue, input, vocabulary) {
    const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
    const value = valueAt(input, path);
    const found = value === undefined ? 'missing' : `found ${nounOf(value, vocabulary)}`;
    switch (issue.code) {
        case 'unrecognized_keys':
            return issue.keys.map((name) => unknownKey(name, path, vocabulary));
        case 'invalid_type': {
            const expected = expectedNoun(issue.expected, vocabulary);
            if (value === undefined)
                return [{ path, message: `missing; expected ${expected}`, about: 'missing' }];
            const hint = found.endsWith(ARRAY_OF_TABLES) ? `; write [${path.join('.')}]` : '';
            return [{ path, message: `expected ${expected}, ${found}${hint}` }];
        }
        case 'invalid_value': {
            const expected = listChoices(issue.values.map((choice) => JSON.stringify(choice)));
            if (value === undefined)
                return [{ path, message: `missing; expected ${expected}`, about: 'missing' }];
            const shown = typeof value === 'string' ? `found ${JSON.stringify(value)}` : found;
            const suggestion = typeof value === 'object' ? undefined : (0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(String(value), issue.values.map(String));
            return [{ path, message: `expected ${expected}, ${shown}`, ...(suggestion !== undefined && { suggestion }) }];
        }
        case 'too_small':
            if (issue.origin === 'array')
                return [{ path, message: 'must not be empty' }];
            if (issue.origin === 'string')
                return [{ path, message: 'must not be empty' }];
            return [{ path, message: `must be at least ${issue.minimum}, found ${String(value)}` }];
        case 'too_big':
            return [{ path, message: `must be at most ${issue.maximum}, found ${String(value)}` }];
        case 'invalid_union':
            return findingsOfUnion(issue, input, vocabulary);
        case 'custom': {
            const suggestion = issue.params?.['suggestion'];
            return [{ path, message: issue.message, ...(typeof suggestion === 'string' && { suggestion }) }];
        }
        default:
            return [{ path, message: issue.message }];
    }
}
/** The complaints of the branch that takes the value's type; if there is none, what types there are. */
function findingsOfUnion(issue, input, vocabulary) {
    const isOtherType = (found) => found.code === 'invalid_type' && found.path.length === 0;
    const branch = issue.errors.find((issues) => !issues.some(isOtherType));
    if (branch !== undefined) {
        const prefixed = branch.map((found) => ({ ...found, path: [...issue.path, ...found.path] }));
        return findingsOfIssues(prefixed, input, vocabulary);
    }
    const types = issue.errors.flatMap((issues) => issues.map((found) => (found.code === 'invalid_type' ? expectedNoun(found.expected, vocabulary) : found.message)));
    const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
    return [{ path, message: `expected ${listChoices(types)}, found ${nounOf(valueAt(input, path), vocabulary)}` }];
}
function listChoices(choices) {
    return choices.join(', ').replace(/, (?=[^,]*$)/, ' or ');
}
function unknownKey(name, table, vocabulary) {
    const path = [...table, name];
    const explanation = vocabulary.explain(name, table);
    if (explanation !== undefined)
        return { path, message: explanation, about: 'unknown' };
    const suggestion = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, vocabulary.namesAt(table));
    return { path, message: vocabulary.unknown, about: 'unknown', ...(suggestion !== undefined && { suggestion }) };
}
function nounOf(value, vocabulary) {
    const noun = (0,_toml_js__WEBPACK_IMPORTED_MODULE_0__/* .describeType */ .MF)(value);
    if (noun === 'a table')
        return vocabulary.tableNoun;
    return noun === ARRAY_OF_TABLES && vocabulary.tableNoun !== 'a table' ? 'an array' : noun;
}
function expectedNoun(expected, vocabulary) {
    switch (expected) {
        case 'string':
            return 'a string';
        case 'number':
        case 'int':
            return 'an integer';
        case 'boolean':
            return 'true or false';
        case 'array':
            return 'an array';
        case 'object':
        case 'record':
            return vocabulary.tableNoun;
        default:
            return expected;
    }
}


/***/ }),

/***/ 9902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ HEADER_SIZE),
/* harmony export */   S1: () => (/* binding */ TRAILER_NAME),
/* harmony export */   ci: () => (/* binding */ TYPE_BITS),
/* harmony export */   dw: () => (/* binding */ paddingTo4),
/* harmony export */   eL: () => (/* binding */ MAX_FIELD),
/* harmony export */   mS: () => (/* binding */ MAGIC),
/* harmony export */   ng: () => (/* binding */ MAX_NAME_SIZE)
/* harmony export */ });
// The "new ASCII" (newc, SVR4 without checksum) format of cpio(5), as the kernel's initramfs buffer format describes
// it (Documentation/driver-api/early-userspace/buffer-format.rst): a magic, thirteen fields of eight hexadecimal
// digits, the name with its NUL, the data; header and data are each padded to four bytes.
const MAGIC = '070701';
const HEADER_SIZE = 110;
/** The name of the entry that ends an archive. */
const TRAILER_NAME = 'TRAILER!!!';
/** The largest value of a field. */
const MAX_FIELD = 0xffff_ffff;
/** The kernel takes no longer names (PATH_MAX, with the NUL). */
const MAX_NAME_SIZE = 4096;
/** The file type in a mode (inode(7)). */
const TYPE_BITS = {
    fifo: 0o010000,
    'char-device': 0o020000,
    directory: 0o040000,
    'block-device': 0o060000,
    file: 0o100000,
    symlink: 0o120000,
};
/** How many bytes of padding follow `length` bytes of header or data. */
function paddingTo4(length) {
    return -length & 3;
}


/***/ }),

/***/ 2012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   Pb: () => (/* binding */ byteStringFromBytes),
/* harmony export */   dw: () => (/* binding */ byteStringFromText),
/* harmony export */   eS: () => (/* binding */ compareByteStrings),
/* harmony export */   oO: () => (/* binding */ displayByteString)
/* harmony export */ });
/** The byte string of a JavaScript string, as UTF-8. */
function byteStringFromText(text) {
    return Buffer.from(text, 'utf8').toString('latin1');
}
/** The byte string of raw bytes. */
function byteStringFromBytes(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
/** The bytes of a byte string. */
function bytesOf(value) {
    return Buffer.from(value, 'latin1');
}
/** -1, 0 or 1: the order of two byte strings by byte value, as `LC_ALL=C sort` has it. */
function compareByteStrings(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** A byte string for people: UTF-8 where it is that, and every other or unprintable byte as `\xHH`. */
function displayByteString(value) {
    const bytes = bytesOf(value);
    try {
        const text = utf8.decode(bytes);
        return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/gu, (character) => character === '\\' ? '\\\\' : hexEscape(Buffer.from(character, 'utf8')));
    }
    catch {
        return Array.from(bytes, (byte) => byte === 0x5c ? '\\\\' : byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : hexEscape([byte])).join('');
    }
}
function hexEscape(bytes) {
    return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}


/***/ }),

/***/ 6678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LE: () => (/* binding */ scratchFile),
/* harmony export */   eO: () => (/* binding */ removeStaleScratch),
/* harmony export */   gA: () => (/* binding */ isScratchName),
/* harmony export */   wd: () => (/* binding */ scratchDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3776);





/**
 * The name of scratch: `.fledge-HOST-PID-START-RANDOM-LABEL`. HOST stands for machine and pid namespace and START is
 * the process's start time, so that a later build can tell a leftover of a killed build from the work of a live one.
 */
const SCRATCH_NAME = /^\.fledge-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/;
/** Scratch of another machine or container is taken for dead when nothing has touched it for this long. */
const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;
/**
 * A path in `directory` that nothing has, for a file that the caller creates (with `wx`) and later renames or disposes
 * of. It is removed if the process ends first.
 */
function scratchFile(directory, label) {
    return scratchAt((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label)));
}
/** Creates an empty directory in `directory`, readable by this user only. */
function scratchDirectory(directory, label) {
    const scratch = scratchAt((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label)));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(scratch.path, { mode: 0o700 });
    return scratch;
}
/** Removes what builds that were killed have left in `directory`. Never touches the scratch of a running build. */
function removeStaleScratch(directory) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory);
    }
    catch {
        return;
    }
    for (const name of names) {
        const match = SCRATCH_NAME.exec(name);
        if (match === null)
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
        const [, host, pid, start] = match;
        const dead = host === hostId() ? startTimeOf(Number(pid)) !== start : isOld(path);
        if (dead)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
    }
}
/** Whether a file of this name is some build's scratch, and so nobody's content. */
function isScratchName(name) {
    return SCRATCH_NAME.test(name);
}
function scratchAt(path) {
    const remove = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
    const forget = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_4__/* .atExit */ .s)(remove);
    return {
        path,
        dispose() {
            remove();
            forget();
        },
        release: forget,
    };
}
function scratchName(label) {
    const random = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex');
    return `.fledge-${hostId()}-${process.pid}-${startTimeOf(process.pid) ?? '0'}-${random}-${label}`;
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
 * Field 22 of /proc/PID/stat (proc(5)), or undefined if there is no such process, or it has ended and its parent has
 * not noticed, as in a container whose first process is no init.
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
function isOld(path) {
    try {
        return Date.now() - (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).mtimeMs > FOREIGN_LIFETIME_MS;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ addMappings),
  z: () => (/* binding */ findUnusableSources)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(2012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/scratch.js
var scratch = __webpack_require__(6678);
;// CONCATENATED MODULE: ./build/tree/permissions.js
/** Where the File System Hierarchy Standard keeps programs: files below are executable whatever they were. */
const PROGRAM_DIRECTORIES = [
    'bin',
    'sbin',
    'usr/bin',
    'usr/sbin',
    'usr/local/bin',
    'usr/local/sbin',
    'opt/bin',
    'opt/sbin',
];
/** Where it keeps libraries: shared objects below are executable, as linkers make them. */
const LIBRARY_DIRECTORIES = ['lib', 'lib64', 'usr/lib', 'usr/lib64', 'usr/local/lib', 'usr/local/lib64'];
const SHARED_LIBRARY = /\.so(\.\d+)*$/;
/** The mode of every mapped directory. */
const DIRECTORY_MODE = 0o755;
/**
 * The mode of a mapped file: it follows from the destination and from whether the file is executable on the host, and
 * from nothing else of the host's mode, so that a umask or a checkout cannot change the artifact.
 */
function mappedFileMode(destination, hostMode) {
    const executable = (hostMode & 0o111) !== 0 ||
        isBelow(destination, PROGRAM_DIRECTORIES) ||
        (SHARED_LIBRARY.test(destination) && isBelow(destination, LIBRARY_DIRECTORIES));
    return executable ? 0o755 : 0o644;
}
/** Whether a path of the tree (without a leading slash) is a file in or below one of the directories for programs. */
function isProgramPath(path) {
    return isBelow(path, PROGRAM_DIRECTORIES);
}
function isBelow(path, directories) {
    return directories.some((directory) => path.startsWith(`${directory}/`));
}

;// CONCATENATED MODULE: ./build/tree/mappings.js







/** The event loop gets a turn after this many entries, so that signals are seen during a long walk. */
const ENTRIES_PER_TURN = 1000;
/**
 * Adds the mapped host files and directories to the tree, in order; later ones win. All belongs to 0:0 and has the
 * mode that permissions.ts says. A mapped directory is merged with one that is there, also through a link such as
 * `bin -> usr/bin`, and leaves that one's metadata alone. Links inside of a mapped directory are kept as links; one
 * that is itself the source is followed. File contents are not read here.
 *
 * What cannot be mapped is returned, all of it, and leaves the tree incomplete.
 */
async function addMappings(tree, mappings, { directory, mtime, exclude = new Set() }) {
    const problems = [];
    const programs = [];
    const takenBy = new Map();
    const owned = { uid: 0, gid: 0, mtime, xattrs: new Map() };
    const excluded = new Set(Array.from(exclude, byte_string/* byteStringFromText */.dw));
    let entries = 0;
    for (const mapping of mappings) {
        const fail = (message) => {
            problems.push({ mapping, message });
        };
        const putLeaf = (path, inode) => {
            if (tree.hasEntriesBelow(path)) {
                fail(`/${(0,byte_string/* displayByteString */.oO)(path)} is a directory with files in it, which a ${inode.kind} would take away`);
                return;
            }
            tree.put(path, inode);
        };
        const addFile = (host, stats, path, label) => {
            const metadata = { ...owned, mode: mappedFileMode(path, stats.mode) };
            const content = { kind: 'host-file', size: stats.size, path: host, label };
            putLeaf(path, { ...metadata, kind: 'file', content });
            if (metadata.mode === 0o755 && isProgramPath(path))
                programs.push(path);
        };
        const addDirectory = async (host, path, label) => {
            const target = tree.resolveDirectory(path) ?? path;
            if (tree.get(target)?.kind !== 'directory')
                tree.putDirectory(target, { ...owned, mode: DIRECTORY_MODE });
            const names = (0,external_node_fs_.readdirSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' })
                .map(byte_string/* byteStringFromBytes */.Pb)
                .sort(byte_string/* compareByteStrings */.eS);
            for (const name of names) {
                if (++entries % ENTRIES_PER_TURN === 0)
                    await (0,promises_.setImmediate)();
                const childHost = `${host === '/' ? '' : host}/${name}`;
                if (excluded.has(childHost) || (0,scratch/* isScratchName */.gA)(name))
                    continue;
                const childPath = (target === '' ? name : `${target}/${name}`);
                const childLabel = `${label}/${(0,byte_string/* displayByteString */.oO)(name)}`;
                const hostBytes = (0,byte_string/* bytesOf */.$$)(childHost);
                const stats = (0,external_node_fs_.lstatSync)(hostBytes);
                if (stats.isDirectory())
                    await addDirectory(childHost, childPath, childLabel);
                else if (stats.isFile())
                    addFile(hostBytes, stats, childPath, childLabel);
                else if (stats.isSymbolicLink()) {
                    const link = (0,byte_string/* byteStringFromBytes */.Pb)((0,external_node_fs_.readlinkSync)(hostBytes, { encoding: 'buffer' }));
                    putLeaf(childPath, { ...owned, mode: 0o777, kind: 'symlink', target: link });
                }
                else
                    fail(specialFileMessage(childLabel, stats));
            }
        };
        try {
            const { host, stats } = findSource(mapping, directory);
            const destination = (0,byte_string/* byteStringFromText */.dw)(mapping.destination.slice(1));
            if (stats.isDirectory())
                await addDirectory(host, destination, withoutSlash(mapping.source));
            else if (!stats.isFile())
                fail(specialFileMessage(mapping.source, stats));
            else if (excluded.has(host))
                fail('this file is one that the build writes; map another, or write elsewhere');
            else {
                const inside = mapping.inside || tree.resolveDirectory(destination) !== undefined;
                const name = (0,byte_string/* byteStringFromText */.dw)(`/${(0,external_node_path_.basename)(mapping.source)}`);
                const path = tree.resolveParent(inside ? (destination + name) : destination);
                const earlier = takenBy.get(path);
                if (earlier === undefined)
                    addFile((0,byte_string/* bytesOf */.$$)(host), stats, path, mapping.source);
                else
                    fail(`"${earlier.source}" is mapped to /${(0,byte_string/* displayByteString */.oO)(path)} already`);
                takenBy.set(path, mapping);
            }
        }
        catch (error) {
            fail(sourceErrorMessage(error));
        }
    }
    return { problems, programs };
}
/**
 * Whether every source is there and can be mapped, without touching a tree: one problem for each that is not. For
 * `validate`, where a missing program may just not have been compiled yet.
 */
function findUnusableSources(mappings, directory) {
    return mappings.flatMap((mapping) => {
        try {
            const { stats } = findSource(mapping, directory);
            if (stats.isFile() || stats.isDirectory())
                return [];
            return [{ mapping, message: specialFileMessage(mapping.source, stats) }];
        }
        catch (error) {
            return [{ mapping, message: sourceErrorMessage(error) }];
        }
    });
}
function findSource(mapping, directory) {
    const host = external_node_fs_.realpathSync.native((0,external_node_path_.resolve)(directory, mapping.source), { encoding: 'buffer' });
    return { host: (0,byte_string/* byteStringFromBytes */.Pb)(host), stats: (0,external_node_fs_.lstatSync)(host) };
}
function withoutSlash(path) {
    return path.replace(/(?<=.)\/+$/, '');
}
function specialFileMessage(label, stats) {
    const kind = stats.isFIFO() ? 'a fifo' : stats.isSocket() ? 'a socket' : 'a device';
    return `${label} is ${kind}; only files, directories and symbolic links can be mapped`;
}
function sourceErrorMessage(error) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'ENOENT':
            return 'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';
        case 'ELOOP':
            return 'the path is a loop of symbolic links';
        case 'EACCES':
            return 'permission denied; make it readable for the user who builds';
        default:
            return error instanceof errors/* FledgeError */.aE ? error.message : `cannot be read: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}


/***/ })

};
