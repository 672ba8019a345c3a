export const id = 4789;
export const ids = [4789];
export const modules = {

/***/ 84963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ DEFAULT_NETWORK)
/* harmony export */ });
const DEFAULT_NETWORK = {
    connectTimeoutMs: 15_000,
    headersTimeoutMs: 60_000,
    stallTimeoutMs: 30_000,
    registryStallMs: 180_000,
    minBytesPerSecond: 1024,
    slowPeriodMs: 60_000,
    delay: undefined,
};


/***/ }),

/***/ 27381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ formatWait),
/* harmony export */   Dx: () => (/* binding */ connectionFailure),
/* harmony export */   FP: () => (/* binding */ statusFailure),
/* harmony export */   HR: () => (/* binding */ HttpFailure),
/* harmony export */   SS: () => (/* binding */ TRANSIENT_STATUSES),
/* harmony export */   ZZ: () => (/* binding */ classifyHttpFailure),
/* harmony export */   _N: () => (/* binding */ timeoutFailure),
/* harmony export */   iH: () => (/* binding */ slowFailure),
/* harmony export */   "in": () => (/* binding */ tooLargeFailure),
/* harmony export */   l2: () => (/* binding */ redirectFailure),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   rX: () => (/* binding */ truncatedFailure),
/* harmony export */   u_: () => (/* binding */ LONGEST_WAIT_MS)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5312);



/**
 * The reason of a failed request. The caller adds the purpose of the request. The message is written after a colon, and
 * contains no credentials.
 */
class HttpFailure extends Error {
    name = 'HttpFailure';
    kind;
    /** Whether to repeat the request, and the minimum wait that the server asks for. */
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
/** Classifies a failure for `retry`: another attempt for transient failures of network or server. */
function classifyHttpFailure(error) {
    return error instanceof HttpFailure ? error.verdict : 'give-up';
}
const AT_ONCE = { waitAtLeastMs: 0 };
/** The maximum wait that a server can cause, once or in total. */
const LONGEST_WAIT_MS = 60_000;
/** Statuses of transient failures. */
const TRANSIENT_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
/** System and undici error codes of transient failures. */
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
/** The failure for a status other than 200. `nowMs` is the current time, for a Retry-After with a date. */
function statusFailure(status, headers, nowMs) {
    // GitHub's limits last for up to an hour. Its 429 then has a remaining count of 0, and another attempt cannot succeed.
    const isTransient = TRANSIENT_STATUSES.has(status) && headers['x-ratelimit-remaining'] !== '0';
    const waitMs = parseRetryAfter(headers['retry-after'], nowMs) ?? 0;
    const isTooLong = isTransient && waitMs > LONGEST_WAIT_MS;
    const asks = isTooLong ? `, and asks to wait ${formatWait(waitMs)}` : '';
    return new HttpFailure('status', `the server answered with status ${status}${meaningOf(status)}${asks}`, {
        verdict: isTransient && !isTooLong ? { waitAtLeastMs: waitMs } : 'give-up',
        status,
        headers,
        ...(isTooLong && { fix: 'try again after that time, or use another source' }),
    });
}
/** A wait, for people: `45 s`, `12 min`, `6 h`. */
function formatWait(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.round(seconds / 60);
    return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
/** The wait in milliseconds of a Retry-After header (RFC 9110, 10.2.3: seconds, or a date), or undefined. */
function parseRetryAfter(value, nowMs) {
    if (value === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(value.trim()))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
/** The failure for a redirect that is not followed. */
function redirectFailure(message) {
    return new HttpFailure('redirect', message, { verdict: 'give-up' });
}
/** The failure for a server that did not do the expected action for `withinMs` milliseconds. */
function timeoutFailure(what, withinMs) {
    const how = what === 'room' ? 'accepted no more data' : `sent no ${what}`;
    return new HttpFailure('timeout', `the server ${how} for ${withinMs / 1000} s`, { verdict: AT_ONCE });
}
/** The failure for a transfer that is too slow: `bytes` were received in `periodMs` milliseconds of waiting. */
function slowFailure(bytes, periodMs) {
    return new HttpFailure('timeout', `the server sent only ${bytes} bytes in ${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMilliseconds */ .MH)(periodMs)}`, {
        verdict: AT_ONCE,
    });
}
/** The failure for a body that ended before its declared length, or whose connection broke. Counts are in bytes. */
function truncatedFailure(received, declared, cause) {
    const of = declared === undefined ? '' : ` of ${declared}`;
    return new HttpFailure('truncated', `the connection ended after ${received}${of} bytes`, { verdict: AT_ONCE, cause });
}
/** The failure for a body that is larger, or is declared to be larger, than the limit in bytes. */
function tooLargeFailure(what, maxBytes) {
    return new HttpFailure('too-large', `the server sends ${what}, and the limit is ${maxBytes}`, {
        verdict: 'give-up',
        fix: 'check that the URL leads to the intended file',
    });
}
/** The failure of a connection to the server or to a proxy. */
function connectionFailure(error, url, proxies) {
    const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCodeOf */ .c7)(error);
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
            return `the connection to ${url.host} was closed before it answered`;
        case 'ENOTFOUND':
            return `the host ${url.hostname} is unknown`;
        case 'EAI_AGAIN':
            return `the name server did not answer for ${url.hostname}`;
        case 'UND_ERR_CONNECT_TIMEOUT':
        case 'ETIMEDOUT':
            return `the connection to ${url.host} timed out`;
        default:
            return (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
    }
}
function fixConnection(code, url, proxies) {
    if (isAboutCertificate(code)) {
        return 'if the server uses a private certificate authority, set NODE_EXTRA_CA_CERTS to its certificate file';
    }
    const proxy = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .iJ)(url, proxies);
    if (proxy === undefined) {
        return 'check the URL and the network; behind a proxy, set HTTPS_PROXY (for plain http HTTP_PROXY) and NO_PROXY';
    }
    return `check the URL, and the proxy ${proxy} (set by HTTP_PROXY, HTTPS_PROXY and NO_PROXY)`;
}


/***/ }),

/***/ 70469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ openHttpClient)
});

// UNUSED EXPORTS: redirectTarget

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/support/report/activity.js
var activity = __webpack_require__(55338);
// EXTERNAL MODULE: ./build/net/context.js
var context = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/net/http-failure.js
var http_failure = __webpack_require__(27381);
// EXTERNAL MODULE: ./build/net/redact.js
var redact = __webpack_require__(13567);
;// CONCATENATED MODULE: ./build/net/watchdog.js

/** Aborts an exchange if the server's next action times out, or the build is cancelled. */
class Watchdog {
    #controller = new AbortController();
    #outer;
    #onAbort = () => this.#controller.abort(this.#outer?.reason);
    #timer;
    #failure;
    #ended = false;
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
        // The end of a request body can be reported after the end of the exchange; a timer would keep the process alive.
        if (this.#ended)
            return;
        this.#timer = setTimeout(() => {
            this.#failure = (0,http_failure/* timeoutFailure */._N)(what, withinMs);
            this.#controller.abort(this.#failure);
        }, withinMs);
    }
    rest() {
        clearTimeout(this.#timer);
    }
    end() {
        this.#ended = true;
        clearTimeout(this.#timer);
        this.#outer?.removeEventListener('abort', this.#onAbort);
    }
    /** The original reason of an error that can be a consequence of an abort. */
    reasonFor(error, otherwise) {
        if (this.#outer?.aborted === true)
            return this.#outer.reason;
        return this.#failure ?? otherwise(error);
    }
}

;// CONCATENATED MODULE: ./build/net/http.js






const MAX_REDIRECTS = 10;
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);
/**
 * Opens an HTTP client. The HTTP library is loaded here, so that a build without network access starts faster.
 *
 * @throws TypeError for a proxy that is not a URL; `proxiesOf` returns only valid ones.
 */
async function openHttpClient(options) {
    const { request } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
    const network = { ...context/* DEFAULT_NETWORK */.R, ...options.network };
    const { proxies } = options;
    const dispatcher = await openDispatcher(proxies, network);
    async function follow(first, use) {
        let { url } = first;
        let headers = { 'user-agent': 'fledge', ...first.headers };
        for (let hops = 0;; hops += 1) {
            const outcome = await exchange({ ...first, url, headers }, use);
            if ('result' in outcome)
                return outcome.result;
            if (hops === MAX_REDIRECTS)
                throw (0,http_failure/* redirectFailure */.l2)(`the request was redirected more than ${MAX_REDIRECTS} times`);
            const next = redirectTarget(url, outcome.location);
            if (next.origin !== url.origin)
                headers = withoutCredentials(headers);
            url = next;
        }
    }
    async function exchange({ method = 'GET', url, headers, body: content, maxBytes, signal, anyStatus = false }, use) {
        const watch = new Watchdog(signal);
        try {
            watch.expect('answer', network.headersTimeoutMs);
            const response = await request(bareUrl(url), {
                dispatcher,
                method,
                headers: { ...basicAuthorization(url), ...headers },
                body: content === undefined ? null : bodyOf(content, watch, network),
                signal: watch.signal,
            }).catch((error) => {
                throw watch.reasonFor(error, (cause) => (0,http_failure/* connectionFailure */.Dx)(cause, url, proxies));
            });
            watch.rest();
            const { statusCode: status, body } = response;
            (0,activity/* noteActivity */.o)({ kind: 'request', method, url: url.href, status });
            // A reader that stops early destroys the body; this must not cause an unhandled error.
            body.on('error', () => { });
            try {
                const location = response.headers['location'];
                const isRedirect = method === 'GET' && REDIRECT_STATUSES.has(status);
                if (isRedirect && typeof location === 'string')
                    return { location };
                if (status !== 200 && !anyStatus)
                    throw (0,http_failure/* statusFailure */.FP)(status, response.headers, Date.now());
                const declaredBytes = contentLength(response.headers);
                if (declaredBytes !== undefined && declaredBytes > maxBytes) {
                    throw (0,http_failure/* tooLargeFailure */["in"])(`${declaredBytes} bytes`, maxBytes);
                }
                const pieces = readBody(body, { declaredBytes, maxBytes, watch, network });
                return { result: await use({ status, headers: response.headers, declaredBytes, body: pieces }) };
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
        send: follow,
        close: () => dispatcher.destroy(),
    };
}
function bodyOf(body, watch, network) {
    return 'text' in body ? body.text : external_node_stream_.Readable.from(watchedPieces(body, watch, network), { objectMode: false });
}
/** The pieces of a body. The server must accept each in time, and answer after the last one. */
async function* watchedPieces({ pieces, answerPatience }, watch, { headersTimeoutMs }) {
    for await (const piece of pieces) {
        watch.expect('room', headersTimeoutMs);
        yield piece;
    }
    watch.expect('answer', headersTimeoutMs * answerPatience);
}
/** Connections through the proxies of a build. The HTTP library is loaded here. */
async function openDispatcher(proxies, network) {
    const { EnvHttpProxyAgent } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
    return new EnvHttpProxyAgent({
        // An empty string, unlike undefined, keeps undici from reading the environment of the process.
        httpProxy: proxies.http ?? '',
        httpsProxy: proxies.https ?? '',
        noProxy: proxies.none ?? '',
        // Plain http goes through the proxy as a request, not as a tunnel: many proxies allow tunnels to port 443 only.
        proxyTunnel: false,
        connect: { timeout: network.connectTimeoutMs },
        // Everything here is tested with HTTP/1.1, and one request at a time gains nothing from HTTP/2.
        allowH2: false,
        // Watchdog has its own timeouts, which distinguish the expected action and are exact below a second.
        headersTimeout: 0,
        bodyTimeout: 0,
    });
}
async function* readBody(body, bounds) {
    const { declaredBytes, maxBytes, watch, network } = bounds;
    const pace = new Pace(network);
    const pieces = body[Symbol.asyncIterator]();
    let received = 0;
    for (;;) {
        watch.expect('more data', network.stallTimeoutMs);
        pace.beginWait();
        const next = await pieces.next().catch((error) => {
            throw watch.reasonFor(error, (cause) => (0,http_failure/* truncatedFailure */.rX)(received, declaredBytes, cause));
        });
        // The consumer's time does not count as the server's.
        watch.rest();
        if (next.done === true)
            break;
        pace.endWait(next.value.length);
        received += next.value.length;
        if (received > maxBytes)
            throw (0,http_failure/* tooLargeFailure */["in"])(`more than ${maxBytes} bytes`, maxBytes);
        yield next.value;
    }
    if (declaredBytes !== undefined && received !== declaredBytes)
        throw (0,http_failure/* truncatedFailure */.rX)(received, declaredBytes);
}
/** Checks the average rate of a body. Only the time spent waiting for the server counts. */
class Pace {
    #periodMs;
    #minBytes;
    #bytes = 0;
    #waitedMs = 0;
    #waitsSince = 0;
    constructor({ slowPeriodMs, minBytesPerSecond }) {
        this.#periodMs = slowPeriodMs;
        this.#minBytes = (minBytesPerSecond * slowPeriodMs) / 1000;
    }
    beginWait() {
        this.#waitsSince = performance.now();
    }
    /** @throws HttpFailure if too few bytes arrived in a period. */
    endWait(bytes) {
        this.#bytes += bytes;
        this.#waitedMs += performance.now() - this.#waitsSince;
        if (this.#waitedMs < this.#periodMs)
            return;
        if (this.#bytes < this.#minBytes)
            throw (0,http_failure/* slowFailure */.iH)(this.#bytes, Math.round(this.#waitedMs));
        this.#bytes = 0;
        this.#waitedMs = 0;
    }
}
/** The length in bytes that a response declares, or undefined if it is missing or invalid. */
function contentLength(headers) {
    const value = headers['content-length'];
    return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
/**
 * The target of a redirect from `from`.
 *
 * @throws HttpFailure if it is not an http(s) URL, or a redirect from https to http.
 */
function redirectTarget(from, location) {
    const next = URL.parse(location, from.href);
    if (next === null)
        throw (0,http_failure/* redirectFailure */.l2)('the request was redirected to something that is not a URL');
    if (next.protocol !== 'https:' && next.protocol !== 'http:') {
        throw (0,http_failure/* redirectFailure */.l2)(`the request was redirected to ${(0,redact.redactUrl)(next.href)}, which is not http(s)`);
    }
    if (from.protocol === 'https:' && next.protocol === 'http:') {
        throw (0,http_failure/* redirectFailure */.l2)(`the request was redirected from https to plain http, to ${(0,redact.redactUrl)(next.href)}`);
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


/***/ }),

/***/ 5312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _j: () => (/* binding */ proxiesOf),
/* harmony export */   iJ: () => (/* binding */ proxyFor)
/* harmony export */ });
/* unused harmony export checkProxies */
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13567);



/**
 * The proxies in `http_proxy`, `https_proxy` and `no_proxy`, or their upper-case forms. As in curl, the lower-case name
 * has priority, and a value without a scheme is an http proxy.
 *
 * @throws FledgeError `usage` for a value that is not a URL, or a URL of another kind of proxy, such as socks5.
 */
function proxiesOf(env) {
    return {
        http: proxyUrl(env, 'http_proxy'),
        https: proxyUrl(env, 'https_proxy'),
        none: variable(env, 'no_proxy'),
    };
}
/**
 * Checks the proxies of an environment before any request is sent.
 *
 * @throws FledgeError `usage` as `proxiesOf` does.
 */
function checkProxies(env) {
    proxiesOf(env);
}
/** The redacted URL of the proxy for requests to `url`, or undefined. NO_PROXY is ignored. */
function proxyFor(url, proxies) {
    const proxy = url.protocol === 'https:' ? (proxies.https ?? proxies.http) : proxies.http;
    return proxy === undefined ? undefined : (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__.redactUrl)(proxy);
}
function proxyUrl(env, name) {
    const value = variable(env, name);
    if (value === undefined)
        return undefined;
    const url = value.includes('://') ? value : `http://${value}`;
    const scheme = URL.parse(url)?.protocol;
    if (scheme === 'http:' || scheme === 'https:')
        return url;
    // Do not show the value: it can contain a password.
    const what = scheme === undefined ? 'is not the URL of a proxy' : `names a ${scheme.slice(0, -1)} proxy, not an http one`;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `${name.toUpperCase()} ${what}`, {
        fix: 'set it to http://HOST:PORT, or unset it',
    });
}
function variable(env, name) {
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .Jz)(env, name) ?? (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .Jz)(env, name.toUpperCase());
}


/***/ }),

/***/ 34925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HH: () => (/* binding */ downloadError),
/* harmony export */   bD: () => (/* binding */ withRetry),
/* harmony export */   ek: () => (/* binding */ requestWithRetries)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2682);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70469);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27381);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5312);





/**
 * Sends a request with the proxies and timeouts of this build, repeats it after transient failures, and passes the
 * response of status 200 to `use`, once per attempt. Returns the result of `use`.
 *
 * @throws the error that `explain` returns for the last failure; FledgeError `usage` for an invalid proxy.
 */
async function requestWithRetries({ what, request, explain }, context, use) {
    const { signal, network, env } = context;
    const client = await (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .openHttpClient */ .S)({ proxies: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_4__/* .proxiesOf */ ._j)(env), network });
    try {
        return await withRetry(() => client.send({ ...request, signal }, use), context, {
            what,
            maxWaitInAllMs: _http_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .LONGEST_WAIT_MS */ .u_,
        });
    }
    catch (error) {
        throw error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .HttpFailure */ .HR ? explain(error) : error;
    }
    finally {
        await client.close();
    }
}
/**
 * Runs an action that sends requests, and repeats it after transient failures, as `retry` does. Reports each wait.
 *
 * @throws the last failure unchanged.
 */
function withRetry(action, { reporter, signal, network }, { what, maxWaitInAllMs, mayPass = () => false }) {
    return (0,_support_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(action, {
        classify(error) {
            const verdict = (0,_http_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .classifyHttpFailure */ .ZZ)(error);
            return error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .HttpFailure */ .HR && mayPass(error) ? { waitAtLeastMs: 0 } : verdict;
        },
        ...(maxWaitInAllMs !== undefined && { maxWaitInAllMs }),
        onRetry({ error, attempt, attempts, waitMs }) {
            const why = error instanceof Error ? error.message : String(error);
            reporter.info(`${what}: ${why}; attempt ${attempt + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`);
        },
        signal,
        ...(network?.delay !== undefined && { delay: network.delay }),
    });
}
/** An HTTP failure as an error; its message begins with `doing`, the failed operation. */
function downloadError(doing, failure) {
    const fix = failure.fix ?? fixFor(failure);
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `${doing}: ${failure.message}`, { cause: failure, fix });
}
function fixFor({ kind, status }) {
    if (status === 404 || status === 410)
        return 'check the URL: the file is not on the server';
    if (status === 401 || status === 403)
        return 'check the URL and the credentials for it';
    if (kind === 'redirect')
        return 'use the final URL of the file';
    if (kind === 'too-large')
        return 'check that the URL leads to the intended file';
    return 'try again later, or use another source';
}


/***/ }),

/***/ 13307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ describeContent),
/* harmony export */   a: () => (/* binding */ isElf)
/* harmony export */ });
const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
/** Enough to see past a byte order mark, white space and a comment. */
const SNIFF_BYTES = 512;
/** True if the bytes begin with the magic number of ELF. */
function isElf(head) {
    return startsWith(head, ELF_MAGIC);
}
/** The probable type of a file that should be a program, by its first bytes, with its article. */
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
        return 'a file of an unknown type';
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
/** The beginning as trimmed text, or undefined if it contains control characters that text does not have. */
function textOf(head) {
    const text = Buffer.from(head.subarray(0, SNIFF_BYTES))
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .trim();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters distinguish binary from text
    return /[\0-\x08\x0e-\x1a\x7f]/.test(text) ? undefined : text;
}


/***/ }),

/***/ 24789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WP: () => (/* binding */ LOCK_FIX),
/* harmony export */   dv: () => (/* binding */ findDownloaded),
/* harmony export */   t2: () => (/* binding */ fetchFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(13567);
/* harmony import */ var _net_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34925);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_files_disk_space_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58068);
/* harmony import */ var _cache_origins_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20219);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8359);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13307);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64925);










/** The bytes of a download that are kept to recognise its type. */
const HEAD_BYTES = 512;
const MISMATCH_FIX = 'before you change the checksum in fledge.toml, find out whether it is wrong or the file was replaced';
/** The fix when a lock file pins another digest. */
const LOCK_FIX = 'find out why it was changed; then run fledge lock to pin the current one';
/**
 * Fetches and verifies a file, and returns its path. A local file is used in place. A download is stored in the cache
 * under its digest; if the digest is known and the cache has the file, no request is sent. A file that fails
 * verification is not kept.
 *
 * @throws FledgeError `download`, `input` for a local file, `output` when the cache cannot be written.
 */
async function fetchFile(request, context) {
    const { from, sha256, label, pinAs } = request;
    if (from.kind === 'file')
        return useInPlace((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.baseDirectory, from.path), request);
    const { reporter } = context;
    const uri = (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_9__.redactUrl)(request.publicUrl ?? from.url);
    const cache = (0,_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .openCache */ .bp)(context.cacheDirectory, reporter, context.cacheUse);
    const cached = sha256 === undefined ? undefined : await findDownloaded({ sha256, label }, context);
    if (cached !== undefined)
        return { ...cached, uri };
    const url = URL.parse(from.url);
    if (url === null)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('config', `the URL of ${label} is not valid: ${uri}`);
    const file = await download({ ...request, url, uri }, cache, context);
    const { kind = 'download' } = request;
    (0,_cache_origins_js__WEBPACK_IMPORTED_MODULE_5__/* .recordOrigins */ .tp)(context.cacheDirectory, [{ digest: `sha256:${file.sha256}`, kind, origin: uri }]);
    if (sha256 === undefined && pinAs !== undefined) {
        const how = `run fledge lock, or write ${pinAs(file.sha256)}`;
        reporter.warn(`${label} is not pinned: the build uses the current file at ${uri}; to pin it, ${how}`, {
            code: 'unpinned',
        });
    }
    return { ...file, uri };
}
/** A file that was downloaded before, if the cache still has it and it is intact. */
async function findDownloaded({ sha256, label }, { cacheDirectory, cacheUse, reporter }) {
    const cached = await (0,_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .openCache */ .bp)(cacheDirectory, reporter, cacheUse).find(sha256);
    if (cached !== undefined)
        reporter.debug(`${label}: found in the cache as ${cached.path}`);
    return cached;
}
async function useInPlace(path, request) {
    const { label, maxBytes, sha256 } = request;
    const digest = await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_8__/* .digestFile */ .T)(path, { label, maxBytes });
    if (sha256 !== undefined && digest.sha256 !== sha256)
        throw wrongChecksum('input', path, request, digest.sha256);
    return { path, ...digest, uri: (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(path).href };
}
/** Writes the body to a temporary file of the cache, and renames it once all checks have passed. */
async function download(request, cache, context) {
    const { url, uri, label, maxBytes, headers } = request;
    const job = {
        what: `download of ${label}`,
        request: { url, headers, maxBytes },
        explain: (failure) => (0,_net_request_js__WEBPACK_IMPORTED_MODULE_2__/* .downloadError */ .HH)(`cannot download ${label} from ${uri}`, failure),
    };
    const progress = context.reporter.progress(label, 'bytes');
    try {
        return await (0,_net_request_js__WEBPACK_IMPORTED_MODULE_2__/* .requestWithRetries */ .ek)(job, context, async ({ body, declaredBytes }) => {
            const incoming = await cache.begin(label);
            try {
                (0,_support_files_disk_space_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSpace */ .MK)([
                    {
                        directory: context.cacheDirectory,
                        bytes: declaredBytes ?? 0,
                        what: `the download of ${label}`,
                        fix: 'set FLEDGE_CACHE_DIR to a directory on another disk',
                    },
                ]);
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
    if (expect === 'elf' && sha256 !== actual && !(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_7__/* .isElf */ .a)(head)) {
        const message = `cannot use ${uri} as ${label}: got ${(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_7__/* .describeContent */ .X)(head)} instead of a program`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('download', message, { fix: 'check that the URL is that of the program itself' });
    }
    if (sha256 !== undefined && sha256 !== actual)
        throw wrongChecksum('download', uri, request, actual);
}
function wrongChecksum(code, where, { label, sha256, lockFile, mismatchFix = MISMATCH_FIX }, actual) {
    const expected = lockFile === undefined ? `${sha256} was expected` : `${lockFile} pins ${sha256}`;
    const message = `cannot use ${where} as ${label}: its SHA-256 is ${actual}, and ${expected}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE(code, message, { fix: lockFile === undefined ? mismatchFix : LOCK_FIX });
}


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

/***/ 2682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   li: () => (/* binding */ DEFAULT_ATTEMPTS)
/* harmony export */ });
/* unused harmony export backoffMs */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

const DEFAULT_ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/**
 * Calls `action` until it succeeds, with exponential backoff: waits double from 0.5 s, up to 15 s, and up to half of a
 * wait is random.
 *
 * @throws the last failure, if another attempt would not help, all attempts failed, or the next wait would exceed the
 *   limit of all waits.
 */
async function retry(action, options) {
    const { classify, onRetry, signal, attempts = DEFAULT_ATTEMPTS, delay = delayFor, random = Math.random } = options;
    const { maxWaitInAllMs = Number.POSITIVE_INFINITY } = options;
    let waitedMs = 0;
    for (let attempt = 1;; attempt += 1) {
        signal?.throwIfAborted();
        try {
            return await action(attempt);
        }
        catch (error) {
            signal?.throwIfAborted();
            const verdict = classify(error);
            if (verdict === 'give-up' || attempt >= attempts)
                throw error;
            const waitMs = Math.max(verdict.waitAtLeastMs, backoffMs(attempt, random()));
            waitedMs += waitMs;
            if (waitedMs > maxWaitInAllMs)
                throw error;
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
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}


/***/ })

};
