export const id = 3937;
export const ids = [3937];
export const modules = {

/***/ 63937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findRelease: () => (/* binding */ findRelease)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/net/http-failure.js
var http_failure = __webpack_require__(27381);
// EXTERNAL MODULE: ./build/net/redact.js
var redact = __webpack_require__(13567);
// EXTERNAL MODULE: ./build/net/request.js
var net_request = __webpack_require__(34925);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
;// CONCATENATED MODULE: ./build/github/addresses.js



/** GitHub's REST API. */
const PUBLIC_API = 'https://api.github.com';
/** GitHub's web site. */
const PUBLIC_SERVER = 'https://github.com';
/**
 * The API that has the releases of sources: FLEDGE_GITHUB_API_URL, or the public one.
 *
 * @throws FledgeError `usage` if the variable is not an http(s) URL.
 */
function sourceApiOf(env) {
    const text = (0,environment/* environmentValue */.Jz)(env, 'FLEDGE_GITHUB_API_URL') ?? PUBLIC_API;
    const protocol = URL.parse(text)?.protocol;
    if (protocol === 'https:' || protocol === 'http:')
        return { url: text, variable: 'FLEDGE_GITHUB_API_URL' };
    throw new errors/* FledgeError */.aE('usage', `FLEDGE_GITHUB_API_URL is not an http(s) URL: ${(0,redact.redactUrl)(text)}`, {
        fix: `unset it, or set it to ${PUBLIC_API} or https://HOST/api/v3`,
    });
}
/** The address of a request: `path` below the address of the API, or `path` itself if it is a whole URL. */
function apiAddress({ url: api }, path, query = {}) {
    if (!path.startsWith('/'))
        return withQuery(new URL(path), query);
    const url = new URL(api);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`;
    return withQuery(url, query);
}
function withQuery(url, query) {
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, value);
    return url;
}
/**
 * The download address of a release asset, which may not exist yet. As in GitHub's own addresses, the slashes of a tag
 * are percent-encoded too.
 */
function releaseAssetUrl(where) {
    const { serverUrl, repository, tag, name } = where;
    const file = `${encodeURIComponent(tag)}/${encodeURIComponent(name)}`;
    return `${serverUrl.replace(/\/+$/, '')}/${repository}/releases/download/${file}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/net/http.js + 1 modules
var net_http = __webpack_require__(70469);
// EXTERNAL MODULE: ./build/net/proxy.js
var proxy = __webpack_require__(5312);
;// CONCATENATED MODULE: ./build/github/errors.js




/** GitHub answered with another status than success. */
class GithubRefusal extends http_failure/* HttpFailure */.HR {
    status;
    /** GitHub's own message. */
    reply;
    errors;
    /** The request was correct, and exceeded a rate limit. */
    isRateLimit;
    constructor(status, headers, details) {
        const reply = details.reply === '' ? '' : `: ${details.reply}`;
        super('status', `GitHub answered with status ${status}${reply}`, { verdict: details.verdict, status, headers });
        this.status = status;
        this.reply = details.reply;
        this.errors = details.errors;
        this.isRateLimit = details.isRateLimit;
    }
    /** Whether the resource that the request creates exists already, such as a `Release` with the same `tag_name`. */
    isTaken(resource) {
        return this.errors.some((error) => error.resource === resource && error.code === 'already_exists');
    }
    get isAboutImmutability() {
        return this.status === 422 && /immutable/i.test(this.reply);
    }
}
const bodySchema = schemas/* object */.Ikc({
    message: schemas/* string */.YjP().catch(''),
    errors: schemas/* array */.YOg(schemas/* union */.KCZ([
        schemas/* object */.Ikc({
            resource: schemas/* string */.YjP().optional(),
            code: schemas/* string */.YjP().optional(),
            field: schemas/* string */.YjP().optional(),
            message: schemas/* string */.YjP().optional(),
        }),
        schemas/* string */.YjP().transform((message) => ({ message })),
    ]))
        .catch([]),
});
/** The longest wait before another attempt; a rate limit that lasts longer is a failure. */
const LONGEST_WAIT_MS = 120_000;
/** "Wait for at least one minute before retrying", docs.github.com/rest, "Rate limits", for secondary limits. */
const SECONDARY_LIMIT_WAIT_MS = 60_000;
/** Interprets an answer without success: GitHub's message, and whether to repeat the request. */
function refusalOf(status, headers, body, nowMs = Date.now()) {
    const parsed = bodySchema.safeParse(body);
    const { message, errors } = parsed.success ? parsed.data : { message: '', errors: [] };
    const details = errors.map(describeError).filter((text) => text !== '');
    const reply = [message.replace(/\.$/, ''), ...new Set(details)].filter((text) => text !== '').join(': ');
    const limit = status === 403 || status === 429 ? limitOf(headers, message, nowMs) : undefined;
    return new GithubRefusal(status, headers, {
        reply: reply.replace(/\s+/g, ' ').slice(0, 300),
        errors,
        isRateLimit: limit !== undefined || status === 429,
        verdict: verdictOn(status, limit, (0,http_failure/* parseRetryAfter */.mu)(headers['retry-after'], nowMs)),
    });
}
function verdictOn(status, limitMs, retryAfterMs) {
    if (limitMs === undefined && !http_failure/* TRANSIENT_STATUSES */.SS.has(status))
        return 'give-up';
    const waitAtLeastMs = Math.max(limitMs ?? 0, retryAfterMs ?? 0);
    return waitAtLeastMs > LONGEST_WAIT_MS ? 'give-up' : { waitAtLeastMs };
}
/** The milliseconds until a rate limit ends (docs.github.com/rest, "Rate limits"), or undefined for another failure. */
function limitOf(headers, message, nowMs) {
    const retryAfterMs = (0,http_failure/* parseRetryAfter */.mu)(headers['retry-after'], nowMs);
    if (retryAfterMs !== undefined)
        return retryAfterMs;
    if (headers['x-ratelimit-remaining'] === '0') {
        const reset = Number(headers['x-ratelimit-reset']);
        return Number.isFinite(reset) ? Math.max(0, reset * 1000 - nowMs) : SECONDARY_LIMIT_WAIT_MS;
    }
    return /rate limit/i.test(message) ? SECONDARY_LIMIT_WAIT_MS : undefined;
}
function describeError({ resource, code, field, message }) {
    if (message !== undefined)
        return message;
    return [resource, field, code].filter((word) => word !== undefined).join(' ');
}
/** GitHub answered with success, and its answer is not what the API documents. `why` completes the message. */
function unreadableAnswer(why, { variable }) {
    return new http_failure/* HttpFailure */.HR('status', `the answer cannot be read: ${why}`, {
        verdict: 'give-up',
        fix: `check that ${variable} is the address of GitHub's API`,
    });
}
/** The reason of a failure, in words that do not depend on the operation. */
function reasonOf(failure) {
    if (!(failure instanceof GithubRefusal))
        return failure.message;
    if (failure.isRateLimit)
        return "GitHub's rate limit is exceeded";
    if (failure.status === 401)
        return 'GitHub does not accept the token';
    return failure.message;
}
/** The end of a rate limit, such as ` (after 2030-01-01 00:00 UTC)`; empty if the answer does not contain it. */
function endOfLimit(headers) {
    const waitMs = (0,http_failure/* parseRetryAfter */.mu)(headers['retry-after'], Date.now());
    if (waitMs !== undefined)
        return ` (in ${(0,http_failure/* formatWait */.Du)(waitMs)})`;
    const reset = Number(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] !== '0' || !Number.isFinite(reset))
        return '';
    return ` (after ${new Date(reset * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC)`;
}
/** A failure to look up a release from which a file is to be downloaded. */
function lookupError(doing, failure, { repository, hasToken }) {
    const fail = (fix, reason = reasonOf(failure)) => new errors/* FledgeError */.aE('download', `${doing}: ${reason}`, { cause: failure, fix });
    if (!(failure instanceof GithubRefusal))
        return (0,net_request/* downloadError */.HH)(doing, failure);
    if (failure.isRateLimit) {
        const later = `try again later${endOfLimit(failure.headers)}`;
        return fail(hasToken ? later : `set GITHUB_TOKEN for a much higher limit, or ${later}`);
    }
    if (failure.status === 401)
        return fail('renew GITHUB_TOKEN, or unset it');
    if (failure.status === 404) {
        const andToken = hasToken
            ? 'check that GITHUB_TOKEN can read the repository'
            : 'set GITHUB_TOKEN if the repository is private';
        return fail(`compare version in [agent] with the tags at https://github.com/${repository}/releases, or use "latest"; ${andToken}`, 'the release does not exist');
    }
    return (0,net_request/* downloadError */.HH)(doing, failure);
}
/**
 * A failure to publish a release. The message does not contain the token: GitHub does not send it back, and the cause,
 * which a debug log shows, contains the answer and not the request.
 */
function publishError(doing, failure, { repository, tag }) {
    const fail = (fix, reason = reasonOf(failure)) => new FledgeError('publish', `${doing}: ${reason}`, { cause: failure, fix });
    if (!(failure instanceof GithubRefusal))
        return fail(failure.fix ?? 'run the job again');
    const { status, reply, headers } = failure;
    if (failure.isRateLimit)
        return fail(`run the job again later${endOfLimit(headers)}`);
    if (status === 401)
        return fail("remove the input token to use the job's token, or renew it");
    if (status === 404) {
        return fail('give the job "permissions: contents: write"; a run for a pull request from a fork cannot have it', `GitHub does not permit it with this token (it does not find the release, or ${repository})`);
    }
    if (status === 403) {
        return fail(`give the job "permissions: contents: write", which a run for a pull request from a fork cannot have; if it has this permission and the tag ${tag} does not exist, the commit changes workflow files: push the tag first, or set token to one with workflows: write`, `GitHub does not permit it with this token (${reply || 'forbidden'})`);
    }
    if (/used by an immutable release/i.test(reply)) {
        return fail('publish under another tag', `tag ${tag} was used by an immutable release and cannot be reused`);
    }
    if (failure.isAboutImmutability)
        return immutableRelease({ repository, tag }, failure);
    if (status === 422 && /target_commitish|valid tag|pre_receive|rule violations/i.test(reply)) {
        return fail('push the tag first, and release it in its own run', `GitHub does not accept the tag ${tag} (${reply})`);
    }
    if (status >= 500) {
        return fail('run the job again later; see https://www.githubstatus.com for problems of GitHub', `${failure.message}, also after several attempts`);
    }
    return fail('run the job again; if it fails again, check the release on its page');
}
/** A published release to which no file can be added. */
function immutableRelease({ repository, tag }, cause) {
    return new FledgeError('publish', `cannot add files to release ${tag} of ${repository}: it is immutable`, {
        cause,
        fix: 'with several jobs, set draft: true in them, and publish the release in a last job with mode: release; see docs/publishing.md',
    });
}

;// CONCATENATED MODULE: ./build/github/client.js





/** GitHub answers an upload after it has stored the file; this factor multiplies the usual timeout. */
const UPLOAD_PATIENCE = 5;
/** One page has a hundred releases. A thousand assets, the maximum of one release, are about 2 MB. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** The answer to a refused download explains the reason. */
const MAX_REFUSAL_BYTES = 64 * 1024;
const READ_BYTES = 256 * 1024;
/**
 * Opens a client for GitHub's REST API, with the proxies and timeouts of downloads. It uses undici and not octokit: files
 * are streamed from the disk with their length, and errors do not contain the request with its token.
 *
 * @throws FledgeError `usage` for an invalid proxy.
 */
async function openGithubClient({ api, token }, { env, network, signal }) {
    const http = await (0,net_http/* openHttpClient */.S)({ proxies: (0,proxy/* proxiesOf */._j)(env), network });
    const common = {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    return {
        send({ method, path, query, body, schema, maxBytes = MAX_ANSWER_BYTES }) {
            const content = body === undefined ? undefined : contentOf(body);
            const request = {
                method,
                url: apiAddress(api, path, query),
                headers: { ...common, ...content?.headers },
                ...(content !== undefined && { body: content.body }),
                anyStatus: true,
                maxBytes,
                signal,
            };
            return http.send(request, async ({ status, headers, body: answer }) => resultOf({ status, headers, text: await textOf(answer), schema, api }));
        },
        download(path, { maxBytes, onPiece }) {
            const headers = { ...common, accept: 'application/octet-stream' };
            const request = { url: apiAddress(api, path), headers, anyStatus: true, signal };
            return http.send({ ...request, maxBytes: Math.max(maxBytes, MAX_REFUSAL_BYTES) }, async (answer) => {
                const { status, body } = answer;
                if (!isSuccess(status))
                    throw refusalOf(status, answer.headers, jsonOf(await textOf(body)));
                for await (const piece of body)
                    await onPiece(piece);
            });
        },
        close: () => http.close(),
    };
}
function isSuccess(status) {
    return status >= 200 && status <= 299;
}
function contentOf(body) {
    if ('json' in body) {
        return { headers: { 'content-type': 'application/json' }, body: { text: JSON.stringify(body.json) } };
    }
    const headers = { 'content-type': body.contentType, 'content-length': String(body.size) };
    return { headers, body: { pieces: piecesOf(body), answerPatience: UPLOAD_PATIENCE } };
}
/** A file piece by piece, as fast as the connection accepts it. */
async function* piecesOf({ file, size, progress, }) {
    let sent = 0;
    for await (const piece of (0,external_node_fs_.createReadStream)(file, { highWaterMark: READ_BYTES })) {
        yield piece;
        sent += piece.length;
        progress.update(sent, size);
    }
}
async function textOf(body) {
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
function resultOf(answer) {
    const { status, headers, text, schema, api } = answer;
    const value = jsonOf(text);
    if (!isSuccess(status))
        throw refusalOf(status, headers, value);
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const field = parsed.error.issues[0]?.path.join('.');
    throw unreadableAnswer(field ? `${field} is missing or invalid` : 'it is not the expected JSON', api);
}
function jsonOf(text) {
    try {
        return text === '' ? undefined : JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/github/release-fields.js

/* Releases and assets as GitHub's API describes them. */
const httpUrl = schemas/* url */.OZ5({ protocol: /^https?$/ });
/** An asset as the API describes it. Each operation requires the fields that it reads, and no others. */
const assetFields = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    name: schemas/* string */.YjP().min(1),
    size: schemas/* number */.aig(),
    state: schemas/* string */.YjP().optional(),
    digest: schemas/* string */.YjP().nullish(),
    url: httpUrl,
    browser_download_url: httpUrl,
});
/** False for an upload that is running or has failed. */
function isComplete({ state }) {
    return state === undefined || state === 'uploaded';
}
/** The SHA-256 that GitHub computed, in lower-case hexadecimal. */
function sha256Of({ digest }) {
    return /^sha256:([0-9a-f]{64})$/i.exec(digest ?? '')?.[1]?.toLowerCase();
}
/** A release as the API describes it. */
const releaseFields = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    tag_name: schemas/* string */.YjP().min(1),
    html_url: schemas/* string */.YjP(),
    upload_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    draft: schemas/* boolean */.zMY(),
    prerelease: schemas/* boolean */.zMY().optional(),
    immutable: schemas/* boolean */.zMY().optional(),
});

// EXTERNAL MODULE: ./build/github/token.js
var github_token = __webpack_require__(65011);
;// CONCATENATED MODULE: ./build/github/find-release.js










/** The description of a release with a thousand assets, GitHub's maximum, has about 2 MB. */
const MAX_RELEASE_BYTES = 8 * 1024 * 1024;
const downloadableAssetFields = assetFields.pick({
    name: true,
    state: true,
    digest: true,
    url: true,
    browser_download_url: true,
});
const downloadableReleaseFields = releaseFields
    .pick({ tag_name: true })
    .extend({ assets: schemas/* array */.YOg(downloadableAssetFields) });
/**
 * Looks up a release of `repository` (`owner/name`) in GitHub's API, or in the API at FLEDGE_GITHUB_API_URL. `version` is a
 * tag, or `latest`. The token (see `githubTokenOf`) is sent to that API only; public releases need none.
 *
 * @throws FledgeError `download`; `usage` for a token that cannot be read.
 */
async function findRelease(repository, version, context) {
    const api = sourceApiOf(context.env);
    const token = await (0,github_token/* githubTokenOf */.A)(context.env);
    const release = version === 'latest' ? 'latest' : `tags/${encodeURIComponent(version)}`;
    const path = `/repos/${repository}/releases/${release}`;
    const what = `release ${version} of ${repository}`;
    const doing = `cannot look up ${what} at ${(0,redact.redactUrl)(apiAddress(api, path).href)}`;
    const client = await openGithubClient({ api, token }, context);
    try {
        const request = { method: 'GET', path, schema: downloadableReleaseFields, maxBytes: MAX_RELEASE_BYTES };
        const found = await (0,net_request/* withRetry */.bD)(() => client.send(request), context, { what, maxWaitInAllMs: http_failure/* LONGEST_WAIT_MS */.u_ });
        const assets = found.assets.filter(isComplete).map((asset) => {
            const { name, browser_download_url: publicUrl } = asset;
            return { name, publicUrl, sha256: usableSha256(asset, doing), ...downloadAddress(asset, { api, token }) };
        });
        return { tag: found.tag_name, assets };
    }
    catch (error) {
        throw error instanceof http_failure/* HttpFailure */.HR
            ? lookupError(doing, error, { repository, hasToken: token !== undefined })
            : error;
    }
    finally {
        await client.close();
    }
}
/**
 * The address of an asset's bytes: with a token that of the API, which also serves private repositories; without one that
 * of the web site, which does not have a rate limit.
 */
function downloadAddress({ url, browser_download_url: publicUrl }, { api, token }) {
    const isOfApi = new URL(url).origin === new URL(api.url).origin;
    if (token === undefined || !isOfApi)
        return { url: publicUrl, headers: {} };
    return { url, headers: { accept: 'application/octet-stream', authorization: `Bearer ${token}` } };
}
/** @throws FledgeError `download` for a digest that cannot be checked: the asset must not be used unverified then. */
function usableSha256(asset, doing) {
    const { name, digest } = asset;
    const sha256 = sha256Of(asset);
    if (sha256 !== undefined || digest == null)
        return sha256;
    throw new errors/* FledgeError */.aE('download', `${doing}: the digest of ${name} is not a SHA-256: ${JSON.stringify(digest.slice(0, 100))}`, { fix: 'use another version, or the asset itself with source_strategy = "http" and its checksum' });
}


/***/ }),

/***/ 65011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ githubTokenOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);




/** GitHub's longest tokens are several times shorter. */
const MAX_TOKEN_BYTES = 4096;
/**
 * The token for GitHub's API: GITHUB_TOKEN, or the content of the file in FLEDGE_GITHUB_TOKEN_FILE, for builds whose
 * environment is visible to others. Undefined if neither is set.
 *
 * @throws FledgeError `usage` if that file cannot be read, or does not hold a token.
 */
async function githubTokenOf(env) {
    const token = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, 'GITHUB_TOKEN');
    const file = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, 'FLEDGE_GITHUB_TOKEN_FILE');
    if (token !== undefined || file === undefined)
        return token;
    const fail = (why, cause) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('usage', `cannot read the token in ${file} (FLEDGE_GITHUB_TOKEN_FILE): ${why}`, {
        cause,
        fix: 'set FLEDGE_GITHUB_TOKEN_FILE to a file that contains only a token, or unset it',
    });
    let text;
    try {
        // Without O_NONBLOCK, the open of a fifo would wait until a process writes to it.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            if (!(await handle.stat()).isFile())
                throw fail('it is not a regular file');
            const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_TOKEN_BYTES + 1));
            text = buffer.toString('latin1', 0, bytesRead).trim();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE ? error : fail((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error), error);
    }
    // The message must not show the content.
    if (text.length > MAX_TOKEN_BYTES || !/^[!-~]+$/.test(text))
        throw fail('it does not hold a token');
    return text;
}


/***/ })

};
