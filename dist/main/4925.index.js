export const id = 4925;
export const ids = [4925];
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
        throw (0,http_failure/* redirectFailure */.l2)(`the request was redirected to ${(0,redact/* redactUrl */.B)(next.href)}, which is not http(s)`);
    }
    if (from.protocol === 'https:' && next.protocol === 'http:') {
        throw (0,http_failure/* redirectFailure */.l2)(`the request was redirected from https to plain http, to ${(0,redact/* redactUrl */.B)(next.href)}`);
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
/* harmony export */   iJ: () => (/* binding */ proxyFor),
/* harmony export */   rX: () => (/* binding */ checkProxies)
/* harmony export */ });
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
    return proxy === undefined ? undefined : (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrl */ .B)(proxy);
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

/***/ 55338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ noteActivity)
/* harmony export */ });
/* unused harmony export followActivities */
// One for the process, so that the modules that start programs and send requests need no reporter.
let follower;
/** Notes an activity. */
function noteActivity(activity) {
    follower?.(activity);
}
/** Passes each activity to `listener` from now on, in place of the earlier listener; undefined for none. */
function followActivities(listener) {
    follower = listener;
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
