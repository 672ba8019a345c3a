export const id = 251;
export const ids = [251,734];
export const modules = {

/***/ 44463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ openGithubClient)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _net_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70469);
/* harmony import */ var _net_proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5312);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25362);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47307);





/** GitHub answers an upload after it has stored the file; this factor multiplies the usual timeout. */
const UPLOAD_PATIENCE = 5;
/** One page has a hundred releases. A thousand assets, the maximum of one release, are about 2 MB. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const READ_BYTES = 256 * 1024;
/**
 * Opens a client for GitHub's REST API, with the proxies and timeouts of downloads. It uses undici and not octokit: files
 * are streamed from the disk with their length, and errors do not contain the request with its token.
 *
 * @throws FledgeError `usage` for an invalid proxy.
 */
async function openGithubClient({ api, token }, { env, network, signal }) {
    const http = await (0,_net_http_js__WEBPACK_IMPORTED_MODULE_1__/* .openHttpClient */ .S)({ proxies: (0,_net_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .proxiesOf */ ._j)(env), network });
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
                url: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .apiAddress */ .zz)(api, path, query),
                headers: { ...common, ...content?.headers },
                ...(content !== undefined && { body: content.body }),
                anyStatus: true,
                maxBytes,
                signal,
            };
            return http.send(request, async ({ status, headers, body: answer }) => resultOf({ status, headers, text: await textOf(answer), schema, api }));
        },
        close: () => http.close(),
    };
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
    for await (const piece of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file, { highWaterMark: READ_BYTES })) {
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
    if (status < 200 || status > 299)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .refusalOf */ .Of)(status, headers, value);
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const field = parsed.error.issues[0]?.path.join('.');
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .unreadableAnswer */ .Cw)(field ? `${field} is missing or invalid` : 'it is not the expected JSON', api);
}
function jsonOf(text) {
    try {
        return text === '' ? undefined : JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 47307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ publishError),
/* harmony export */   Cw: () => (/* binding */ unreadableAnswer),
/* harmony export */   Ev: () => (/* binding */ immutableRelease),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   Ox: () => (/* binding */ GithubRefusal),
/* harmony export */   b0: () => (/* binding */ lookupError)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9691);
/* harmony import */ var _net_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27381);
/* harmony import */ var _net_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34925);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);




/** GitHub answered with another status than success. */
class GithubRefusal extends _net_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR {
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
const bodySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().catch(''),
    errors: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
            resource: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
            code: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
            field: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
            message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
        }),
        zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().transform((message) => ({ message })),
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
        verdict: verdictOn(status, limit, (0,_net_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .mu)(headers['retry-after'], nowMs)),
    });
}
function verdictOn(status, limitMs, retryAfterMs) {
    if (limitMs === undefined && !_net_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TRANSIENT_STATUSES */ .SS.has(status))
        return 'give-up';
    const waitAtLeastMs = Math.max(limitMs ?? 0, retryAfterMs ?? 0);
    return waitAtLeastMs > LONGEST_WAIT_MS ? 'give-up' : { waitAtLeastMs };
}
/** The milliseconds until a rate limit ends (docs.github.com/rest, "Rate limits"), or undefined for another failure. */
function limitOf(headers, message, nowMs) {
    const retryAfterMs = (0,_net_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .mu)(headers['retry-after'], nowMs);
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
    return new _net_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR('status', `the answer cannot be read: ${why}`, {
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
    const waitMs = (0,_net_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .mu)(headers['retry-after'], Date.now());
    if (waitMs !== undefined)
        return ` (in ${(0,_net_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .formatWait */ .Du)(waitMs)})`;
    const reset = Number(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] !== '0' || !Number.isFinite(reset))
        return '';
    return ` (after ${new Date(reset * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC)`;
}
/** A failure to look up a release from which a file is to be downloaded. */
function lookupError(doing, failure, { repository, hasToken }) {
    const fail = (fix, reason = reasonOf(failure)) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('download', `${doing}: ${reason}`, { cause: failure, fix });
    if (!(failure instanceof GithubRefusal))
        return (0,_net_request_js__WEBPACK_IMPORTED_MODULE_1__/* .downloadError */ .HH)(doing, failure);
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
    return (0,_net_request_js__WEBPACK_IMPORTED_MODULE_1__/* .downloadError */ .HH)(doing, failure);
}
/**
 * A failure to publish a release. The message does not contain the token: GitHub does not send it back, and the cause,
 * which a debug log shows, contains the answer and not the request.
 */
function publishError(doing, failure, { repository, tag }) {
    const fail = (fix, reason = reasonOf(failure)) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('publish', `${doing}: ${reason}`, { cause: failure, fix });
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
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('publish', `cannot add files to release ${tag} of ${repository}: it is immutable`, {
        cause,
        fix: 'with several jobs, create the draft in a job before them (gh release create --draft), and publish it in a job after them (gh release edit --draft=false); see docs/publishing.md',
    });
}


/***/ }),

/***/ 97734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findRelease: () => (/* binding */ findRelease),
/* harmony export */   releaseApi: () => (/* binding */ releaseApi),
/* harmony export */   withContext: () => (/* binding */ withContext)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9691);
/* harmony import */ var _net_http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27381);
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(13567);
/* harmony import */ var _net_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34925);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25362);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44463);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47307);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65011);










/** Distinguishes drafts of fledge from those of people. It is invisible, and removed when the draft is published. */
const DRAFT_MARK = '<!-- fledge publishes this draft when its files are there -->';
/** The description of a release with a thousand assets, GitHub's maximum, has about 2 MB. */
const MAX_RELEASE_BYTES = 8 * 1024 * 1024;
const PAGE_SIZE = 100;
/** A release has at most 1000 assets; GitHub shows at most 10,000 releases, and a draft is among the newest. */
const MAX_PAGES = 10;
const httpUrl = zod__WEBPACK_IMPORTED_MODULE_8__/* .url */ .OZ5({ protocol: /^https?$/ });
/** An asset as the API describes it. Each operation requires the fields that it reads, and no others. */
const assetFields = zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_8__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().min(1),
    size: zod__WEBPACK_IMPORTED_MODULE_8__/* .number */ .aig(),
    state: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().optional(),
    digest: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullish(),
    url: httpUrl,
    browser_download_url: httpUrl,
});
function isComplete({ state }) {
    return state === undefined || state === 'uploaded';
}
function sha256Of({ digest }) {
    return /^sha256:([0-9a-f]{64})$/i.exec(digest ?? '')?.[1]?.toLowerCase();
}
const assetSchema = assetFields
    .pick({ id: true, name: true, size: true, state: true, digest: true })
    .transform((fields) => {
    const { id, name, size } = fields;
    return { id, name, size, sha256: sha256Of(fields), isComplete: isComplete(fields) };
});
const downloadableAssetFields = assetFields.pick({
    name: true,
    state: true,
    digest: true,
    url: true,
    browser_download_url: true,
});
/** A release as the API describes it. */
const releaseFields = zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_8__/* .number */ .aig(),
    tag_name: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().min(1),
    html_url: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(),
    upload_url: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullish(),
    draft: zod__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zMY(),
    immutable: zod__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zMY().optional(),
});
const downloadableReleaseFields = releaseFields
    .pick({ tag_name: true })
    .extend({ assets: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(downloadableAssetFields) });
const releaseSchema = releaseFields.transform(({ id, tag_name: tag, html_url: page, upload_url: template, body, draft: isDraft, immutable }) => ({
    id,
    tag,
    page,
    // A URI template (RFC 6570) whose only variables are in the query.
    uploadUrl: template.replace(/\{.*$/, ''),
    body: body ?? '',
    isDraft,
    isImmutable: immutable === true,
    isOurs: isDraft && (body ?? '').includes(DRAFT_MARK),
}));
const tagSchema = zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP() });
const anyAnswer = zod__WEBPACK_IMPORTED_MODULE_8__/* .unknown */ .L5J();
/**
 * Looks up a release of `repository` (`owner/name`) in GitHub's API, or in the API at FLEDGE_GITHUB_API_URL. `version` is a
 * tag, or `latest`. The token (see `githubTokenOf`) is sent to that API only; public releases need none.
 *
 * @throws FledgeError `download`; `usage` for a token that cannot be read.
 */
async function findRelease(repository, version, context) {
    const api = (0,_addresses_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceApiOf */ .jt)(context.env);
    const token = await (0,_token_js__WEBPACK_IMPORTED_MODULE_7__/* .githubTokenOf */ .A)(context.env);
    const release = version === 'latest' ? 'latest' : `tags/${encodeURIComponent(version)}`;
    const path = `/repos/${repository}/releases/${release}`;
    const what = `release ${version} of ${repository}`;
    const doing = `cannot look up ${what} at ${(0,_net_redact_js__WEBPACK_IMPORTED_MODULE_9__/* .redactUrl */ .B)((0,_addresses_js__WEBPACK_IMPORTED_MODULE_4__/* .apiAddress */ .zz)(api, path).href)}`;
    const client = await (0,_client_js__WEBPACK_IMPORTED_MODULE_5__/* .openGithubClient */ .p)({ api, token }, context);
    try {
        const request = { method: 'GET', path, schema: downloadableReleaseFields, maxBytes: MAX_RELEASE_BYTES };
        const found = await (0,_net_request_js__WEBPACK_IMPORTED_MODULE_2__/* .withRetry */ .bD)(() => client.send(request), context, { what, maxWaitInAllMs: _net_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_WAIT_MS */ .u_ });
        const assets = found.assets.filter(isComplete).map((asset) => {
            const { name, browser_download_url: publicUrl } = asset;
            return { name, publicUrl, sha256: usableSha256(asset, doing), ...downloadAddress(asset, { api, token }) };
        });
        return { tag: found.tag_name, assets };
    }
    catch (error) {
        throw error instanceof _net_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR
            ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .lookupError */ .b0)(doing, error, { repository, hasToken: token !== undefined })
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
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('download', `${doing}: the digest of ${name} is not a SHA-256: ${JSON.stringify(digest.slice(0, 100))}`, { fix: 'use another version, or the asset itself with source_strategy = "http" and its checksum' });
}
/** The operations on the releases of the tag `name`, through an open client. */
function releaseApi(client, name, context) {
    const { repository, tag } = name;
    const { reporter } = context;
    const releases = `/repos/${repository}/releases`;
    const retried = (what, action, mayPass) => (0,_net_request_js__WEBPACK_IMPORTED_MODULE_2__/* .withRetry */ .bD)(action, context, { what, ...(mayPass !== undefined && { mayPass }) });
    const send = (what, request) => retried(what, () => client.send(request));
    async function pages(what, path, schema) {
        const all = [];
        for (let page = 1; page <= MAX_PAGES; page += 1) {
            const query = { per_page: String(PAGE_SIZE), page: String(page) };
            const found = await send(what, { method: 'GET', path, query, schema: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(schema) });
            all.push(...found);
            if (found.length < PAGE_SIZE)
                break;
        }
        return all;
    }
    async function optional(request) {
        try {
            return await request;
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .GithubRefusal */ .Ox && error.status === 404)
                return undefined;
            throw error;
        }
    }
    const readRelease = (path) => optional(send(`release ${tag}`, { method: 'GET', path: `${releases}/${path}`, schema: releaseSchema }));
    return {
        withRetry: retried,
        async releasesOfTag() {
            const published = await readRelease(`tags/${encodeURIComponent(tag)}`);
            // A draft cannot be requested by its tag, which does not exist yet.
            const listed = await pages(`releases of ${repository}`, releases, releaseSchema);
            const drafts = listed.filter((release) => release.isDraft && release.tag === tag);
            return [...(published === undefined ? [] : [published]), ...drafts.sort((a, b) => a.id - b.id)];
        },
        exists: async ({ id }) => (await readRelease(String(id))) !== undefined,
        async tagExists() {
            const path = `/repos/${repository}/git/ref/tags/${encodeURIComponent(tag)}`;
            return (await optional(send(`tag ${tag}`, { method: 'GET', path, schema: tagSchema }))) !== undefined;
        },
        createDraft({ isPrerelease, commit }) {
            const json = {
                tag_name: tag,
                ...(commit !== undefined && { target_commitish: commit }),
                name: tag,
                body: DRAFT_MARK,
                draft: true,
                prerelease: isPrerelease,
            };
            return send(`draft of release ${tag}`, { method: 'POST', path: releases, body: { json }, schema: releaseSchema });
        },
        publish({ id, body }) {
            // Without tag_name, GitHub can change the tag of a draft.
            const json = { tag_name: tag, draft: false, body: body.replace(DRAFT_MARK, '').trim() };
            const path = `${releases}/${id}`;
            return send(`release ${tag}`, { method: 'PATCH', path, body: { json }, schema: releaseSchema });
        },
        async deleteRelease({ id }) {
            await optional(send(`draft ${id}`, { method: 'DELETE', path: `${releases}/${id}`, schema: anyAnswer }));
        },
        assetsOf: ({ id }) => pages(`assets of release ${tag}`, `${releases}/${id}/assets`, assetSchema),
        async upload({ uploadUrl }, { path: file, size }, name) {
            const progress = reporter.progress(`upload ${name}`, 'bytes');
            try {
                const body = { file, size, contentType: contentTypeOf(name), progress };
                return await client.send({ method: 'POST', path: uploadUrl, query: { name }, body, schema: assetSchema });
            }
            finally {
                progress.end();
            }
        },
        // Directly after an upload, GitHub can answer that the asset does not exist.
        rename: ({ id }, name) => retried(`asset ${name}`, () => client.send({
            method: 'PATCH',
            path: `${releases}/assets/${id}`,
            body: { json: { name } },
            schema: assetSchema,
        }), ({ status }) => status === 404),
        async deleteAsset({ id, name }) {
            await optional(send(`asset ${name}`, { method: 'DELETE', path: `${releases}/assets/${id}`, schema: anyAnswer }));
        },
    };
}
/** Runs a part of a publication. An HttpFailure becomes an error that begins with `doing`. */
async function withContext(doing, name, work) {
    try {
        return await work();
    }
    catch (error) {
        throw error instanceof _net_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .publishError */ .Aq)(doing, error, name) : error;
    }
}
function contentTypeOf(name) {
    switch ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.extname)(name)) {
        case '.gz':
            return 'application/gzip';
        case '.json':
            return 'application/json';
        case '.SHA256SUMS':
            return 'text/plain; charset=utf-8';
        default:
            return 'application/octet-stream';
    }
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
    const token = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, 'GITHUB_TOKEN');
    const file = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .a)(env, 'FLEDGE_GITHUB_TOKEN_FILE');
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


/***/ }),

/***/ 80251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishRelease: () => (/* binding */ publishRelease)
});

// EXTERNAL MODULE: ./build/github/addresses.js
var addresses = __webpack_require__(25362);
// EXTERNAL MODULE: ./build/github/client.js
var github_client = __webpack_require__(44463);
// EXTERNAL MODULE: ./build/github/errors.js
var errors = __webpack_require__(47307);
// EXTERNAL MODULE: ./build/github/releases.js
var github_releases = __webpack_require__(97734);
// EXTERNAL MODULE: ./build/support/errors.js
var support_errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/publish/published-files.js
var published_files = __webpack_require__(480);
// EXTERNAL MODULE: ./build/publish/tag-name.js
var tag_name = __webpack_require__(2594);
;// CONCATENATED MODULE: ./build/publish/upload-assets.js


/** "A release can have at most 1000 assets", docs.github.com, "About releases". */
const MOST_ASSETS = 1000;
/**
 * Adds files to a release under their names, in their order. An existing file with the same digest is kept. One with
 * another digest is replaced: the new file is uploaded under a temporary name; after all uploads the old files are deleted
 * and the new ones renamed. A failed upload leaves the old file in place.
 *
 * @throws HttpFailure; FledgeError if the release is full or immutable, or GitHub received different bytes.
 */
async function placeAssets(api, release, { target, files }) {
    const present = await api.assetsOf(release);
    const plans = files.map((file) => ({ file, old: present.find(({ name }) => name === file.name) }));
    const missing = plans.filter(({ file, old }) => !isSame(old, file));
    if (missing.length > 0 && release.isImmutable)
        throw (0,errors/* immutableRelease */.Ev)(target);
    const total = present.length + missing.filter(({ old }) => old === undefined).length;
    if (total > MOST_ASSETS) {
        throw new support_errors/* FledgeError */.aE('publish', `cannot publish to release ${target.tag}: it would have ${total} files, and GitHub allows ${MOST_ASSETS}`, {
            fix: 'delete files from the release, or publish under another tag',
        });
    }
    const uploaded = new Map();
    for (const { file, old } of missing) {
        // An incomplete upload was never downloadable, so it is not replaced atomically.
        const inUse = old?.isComplete === true ? old : undefined;
        const name = inUse === undefined ? file.name : temporaryName(file);
        uploaded.set(file, { asset: await uploadAs(api, release, { file, name, target }), old: inUse });
    }
    const placed = [];
    for (const { file, old } of plans) {
        const upload = uploaded.get(file);
        if (upload === undefined) {
            if (old !== undefined)
                placed.push({ id: old.id, name: old.name, how: 'kept' });
        }
        else if (upload.old === undefined) {
            placed.push({ id: upload.asset.id, name: file.name, how: 'added' });
        }
        else {
            await api.deleteAsset(upload.old);
            const { id } = await takeName(api, release, { file, asset: upload.asset });
            placed.push({ id, name: file.name, how: 'replaced' });
        }
    }
    return placed;
}
/** Whether an asset is certainly this file. */
function isSame(asset, file) {
    return asset?.isComplete === true && asset.size === file.size && asset.sha256 === file.sha256;
}
/** A temporary name from the name and digest, so that the leftover of a failed run is found again. */
function temporaryName({ name, sha256 }) {
    return `uploading-${sha256.slice(0, 12)}-${name}`;
}
/** Uploads a file under a name that is free, or used by a failed upload. */
function uploadAs(api, release, { file, name, target }) {
    return api.withRetry(`upload of ${file.name}`, async (attempt) => {
        if (attempt > 1) {
            const arrived = await clearWay(api, release, { file, name });
            if (arrived !== undefined)
                return arrived;
        }
        const asset = await api.upload(release, file, name);
        await verify(api, asset, { file, name, target });
        return asset;
    }, 
    // The release can be too new for the upload host, and a failed upload can have the name.
    (failure) => failure.status === 404 || (failure instanceof errors/* GithubRefusal */.Ox && failure.isTaken('ReleaseAsset')));
}
/** The asset with the name, if it is the file; otherwise deletes it and returns undefined. */
async function clearWay(api, release, { file, name }) {
    const there = (await api.assetsOf(release)).find((asset) => asset.name === name);
    if (there === undefined)
        return undefined;
    if (isSame(there, file))
        return there;
    await api.deleteAsset(there);
    return undefined;
}
/** @throws FledgeError if GitHub has different bytes or another name; the asset is deleted first. */
async function verify(api, asset, { file, name, target }) {
    const what = `cannot publish ${file.name} in release ${target.tag} of ${target.repository}`;
    const isRight = asset.size === file.size && (asset.sha256 ?? file.sha256) === file.sha256;
    if (isRight && asset.name === name && asset.isComplete)
        return;
    await api.deleteAsset(asset);
    if (asset.name !== name) {
        throw new support_errors/* FledgeError */.aE('publish', `${what}: GitHub calls it ${asset.name}`, {
            fix: 'use letters, digits, ".", "_" and "-" in the name in manifest.toml, or in artifact-name',
        });
    }
    const { size, sha256 = 'no digest' } = asset;
    throw new support_errors/* FledgeError */.aE('publish', `${what}: GitHub received ${size} bytes (${sha256}), but the build wrote ${file.size} (${file.sha256})`, { fix: 'run the job again, and make sure that no other step writes to the output directory before this step ends' });
}
/** Renames an upload to its final name as soon as the name is free. */
function takeName(api, release, { file, asset }) {
    return api.withRetry(`asset ${file.name}`, async (attempt) => {
        if (attempt > 1) {
            const arrived = await clearWay(api, release, { file, name: file.name });
            if (arrived !== undefined) {
                if (arrived.id !== asset.id)
                    await api.deleteAsset(asset);
                return arrived;
            }
        }
        return await api.rename(asset, file.name);
    }, (failure) => failure instanceof errors/* GithubRefusal */.Ox && failure.isTaken('ReleaseAsset'));
}

;// CONCATENATED MODULE: ./build/publish/release.js








/** The release was deleted because it was a second one for the tag. The work restarts with the other release. */
class ReleaseConflict extends Error {
    name = 'ReleaseConflict';
}
/** "Each file included in a release must be under 2 GiB", docs.github.com, "About releases". */
const ASSET_LIMIT_BYTES = 2 * 1024 ** 3;
/** Attempts, if concurrent jobs delete the draft because they created one for the same tag. */
const MAX_ATTEMPTS = 5;
/**
 * Adds files to the release of a tag, also if other jobs do so at the same time (docs/publishing.md, "Releases"):
 *
 * 1. The release is the published one of the tag, otherwise the oldest draft for it, drafts of people before those of
 *    fledge. If there is none, a draft is created and marked. Lists show a new draft late, so two jobs can create one each.
 * 2. The files are uploaded. Identical files are kept, different ones replaced.
 * 3. A draft of fledge is published by any job whose files are complete. A job that then finds another release with higher
 *    priority deletes its own and restarts with the other one. So only one remains, and it has the files of all jobs. A
 *    draft of a person stays a draft.
 *
 * @throws FledgeError `usage` for invalid requests, before anything is sent; `input` for changed files; `publish` for
 *   refusals of GitHub.
 */
async function publishRelease(request, context) {
    await checkRequest(request);
    const { repository, tag } = request;
    const api = { url: request.apiUrl, variable: 'GITHUB_API_URL' };
    const client = await (0,github_client/* openGithubClient */.p)({ api, token: request.token }, context);
    const releases = (0,github_releases.releaseApi)(client, request, context);
    try {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await publishOnce(releases, request, context);
            }
            catch (error) {
                if (!(error instanceof ReleaseConflict))
                    throw error;
                if (attempt < MAX_ATTEMPTS)
                    continue;
                throw new support_errors/* FledgeError */.aE('publish', `cannot publish release ${tag} of ${repository}: concurrent jobs kept deleting the draft (${MAX_ATTEMPTS} attempts)`, { fix: 'run the job again when no other job publishes to the release' });
            }
        }
    }
    finally {
        await client.close();
    }
}
async function publishOnce(api, request, { reporter }) {
    const { repository, tag, assets: files } = request;
    const release = await (0,github_releases.withContext)(`cannot find or create release ${tag} of ${repository}`, request, () => findOrCreate(api, request));
    reporter.info(`${release.isDraft ? 'draft of release' : 'release'} ${tag}: ${release.page}`);
    const placed = await (0,github_releases.withContext)(`cannot upload to release ${tag} of ${repository}`, request, () => withConflictCheck(api, release, () => placeAssets(api, release, { target: request, files })));
    const final = await (0,github_releases.withContext)(`cannot publish release ${tag} of ${repository}`, request, () => withConflictCheck(api, release, () => finish(api, release)));
    for (const { name, how } of placed)
        reporter.info(`release ${tag}: ${name} ${how}`);
    if (final.isDraft)
        reporter.info(`release ${tag} stays a draft, because this action did not create it`);
    return {
        url: final.page,
        id: final.id,
        tag,
        state: final.isDraft ? 'draft' : 'published',
        assets: placed.map((asset) => describeAsset(asset, request)),
    };
}
async function findOrCreate(api, { tag, commit }) {
    const found = canonicalRelease(await api.releasesOfTag());
    if (found !== undefined)
        return found;
    // If the tag exists, GitHub ignores the commit, but still requires `workflows: write` for it, which no job token has.
    const tagged = commit === undefined || (await api.tagExists()) ? undefined : commit;
    const created = await api.createDraft({ isPrerelease: isPrerelease(tag), commit: tagged });
    const one = canonicalRelease([...(await api.releasesOfTag()), created]);
    if (one === undefined || one.id === created.id)
        return created;
    await api.deleteRelease(created);
    return one;
}
/** The release of a tag that all jobs use: the published one, otherwise a draft of a person, otherwise the oldest. */
function canonicalRelease(releases) {
    const rank = ({ isDraft, isOurs }) => (isDraft ? (isOurs ? 2 : 1) : 0);
    return releases.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id)[0];
}
/** @throws ReleaseConflict if the work failed because the release was deleted; a 404 can also mean a bad token. */
async function withConflictCheck(api, release, work) {
    try {
        return await work();
    }
    catch (error) {
        const isGone = error instanceof errors/* GithubRefusal */.Ox && error.status === 404 && !(await api.exists(release));
        throw isGone ? new ReleaseConflict() : error;
    }
}
/**
 * Publishes a complete draft of fledge, and deletes its other drafts for the tag.
 *
 * @throws ReleaseConflict if another release has higher priority; this one is deleted first.
 */
async function finish(api, release) {
    const releases = await api.releasesOfTag();
    // In the meantime, another job can have published it, and people can have edited its notes.
    const current = releases.find(({ id }) => id === release.id) ?? release;
    if (canonicalRelease([...releases, current])?.id !== release.id) {
        if (release.isOurs)
            await api.deleteRelease(release);
        throw new ReleaseConflict();
    }
    const final = current.isOurs ? await publishDraft(api, current) : current;
    // Leftovers of jobs that were stopped before they found the other drafts.
    const others = releases.filter(({ id, isOurs }) => isOurs && id !== release.id);
    for (const other of others)
        await api.deleteRelease(other);
    return final;
}
/** @throws ReleaseConflict if another release of the tag is published, and the list did not contain it. */
async function publishDraft(api, draft) {
    try {
        return await api.publish(draft);
    }
    catch (error) {
        if (!(error instanceof errors/* GithubRefusal */.Ox) || !error.isTaken('Release'))
            throw error;
        await api.deleteRelease(draft);
        throw new ReleaseConflict();
    }
}
/** Whether a tag is a pre-release version (semver.org, 9), such as `v1.0.0-rc.1`. */
function isPrerelease(tag) {
    return /(?:^|\/|@)v?\d+\.\d+\.\d+-[0-9A-Za-z.-]+(?:\+|$)/.test(tag);
}
function describeAsset({ id, name, how }, request) {
    return { id, name, url: (0,addresses/* releaseAssetUrl */.TQ)({ ...request, name }), how };
}
/** Checks a request for errors that GitHub would refuse. @throws FledgeError `usage` or `input`. */
async function checkRequest({ repository, tag, token, assets }) {
    const fail = (why, fix) => new support_errors/* FledgeError */.aE('usage', `cannot publish to release ${JSON.stringify(tag)}: ${why}`, { fix });
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        throw fail(`${JSON.stringify(repository)} is not a repository`, 'write it as OWNER/NAME, as in GITHUB_REPOSITORY');
    }
    if (token === '')
        throw fail('the token is empty', "remove the input token to use the job's token");
    if (!(0,tag_name/* isTagName */.I)(tag))
        throw fail('git does not allow this tag name', 'set release-tag to the tag of the release');
    for (const [index, file] of assets.entries()) {
        const { name, size } = file;
        const wrong = (0,published_files/* nameProblem */.rH)(name);
        if (wrong !== undefined)
            throw fail(`${JSON.stringify(name)} is not a valid release asset name: ${wrong}`, NAME_FIX);
        if (assets.findIndex((other) => other.name === name) !== index) {
            throw fail(`two files have the name ${name}`, 'give the plugins different names in their manifest.toml');
        }
        if (size >= ASSET_LIMIT_BYTES)
            throw fail(tooLarge(name, size), TOO_LARGE_FIX);
        if (size === 0)
            throw fail(`${name} is empty, and GitHub refuses empty files`, 'check the output of the build');
        await (0,published_files/* checkUnchanged */.SC)(file);
    }
}
const NAME_FIX = 'use letters, digits, ".", "_" and "-"';
const TOO_LARGE_FIX = 'make the image smaller (a lower size_buffer_mb, or squashfs, which is compressed), or set upload: artifact, publish the file elsewhere, and set url-base to its address';
function tooLarge(name, size) {
    return `${name} has ${(size / 1024 ** 3).toFixed(1)} GiB, and a release asset must be smaller than 2 GiB`;
}


/***/ })

};
