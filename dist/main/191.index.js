export const id = 191;
export const ids = [191];
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
        download(path, { maxBytes, onPiece }) {
            const headers = { ...common, accept: 'application/octet-stream' };
            const request = { url: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .apiAddress */ .zz)(api, path), headers, anyStatus: true, signal };
            return http.send({ ...request, maxBytes: Math.max(maxBytes, MAX_REFUSAL_BYTES) }, async (answer) => {
                const { status, body } = answer;
                if (!isSuccess(status))
                    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .refusalOf */ .Of)(status, answer.headers, jsonOf(await textOf(body)));
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
    if (!isSuccess(status))
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
        fix: 'with several jobs, set draft: true in them, and publish the release in a last job with mode: release; see docs/publishing.md',
    });
}


/***/ }),

/***/ 48365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   Qc: () => (/* binding */ assetFields),
/* harmony export */   zu: () => (/* binding */ releaseFields)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9691);

/* Releases and assets as GitHub's API describes them. */
const httpUrl = zod__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5({ protocol: /^https?$/ });
/** An asset as the API describes it. Each operation requires the fields that it reads, and no others. */
const assetFields = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    size: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
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
const releaseFields = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    tag_name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    upload_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    draft: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    prerelease: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    immutable: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
});


/***/ }),

/***/ 50191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishRelease: () => (/* binding */ publishRelease)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/github/addresses.js
var addresses = __webpack_require__(25362);
// EXTERNAL MODULE: ./build/github/client.js
var github_client = __webpack_require__(44463);
// EXTERNAL MODULE: ./build/github/errors.js
var errors = __webpack_require__(47307);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/net/http-failure.js
var http_failure = __webpack_require__(27381);
// EXTERNAL MODULE: ./build/net/request.js
var request = __webpack_require__(34925);
// EXTERNAL MODULE: ./build/github/release-fields.js
var release_fields = __webpack_require__(48365);
;// CONCATENATED MODULE: ./build/github/releases.js






/** Distinguishes drafts of fledge from those of people. It is invisible, and removed when the draft is published. */
const DRAFT_MARK = '<!-- fledge publishes this draft when its files are there -->';
/** The notes of a release without the mark of a draft. */
function notesOf({ body }) {
    return body.replace(DRAFT_MARK, '').trim();
}
const PAGE_SIZE = 100;
/** A release has at most 1000 assets; GitHub shows at most 10,000 releases, and a draft is among the newest. */
const MAX_PAGES = 10;
const assetSchema = release_fields/* assetFields */.Qc
    .pick({ id: true, name: true, size: true, state: true, digest: true })
    .transform((fields) => {
    const { id, name, size } = fields;
    return { id, name, size, sha256: (0,release_fields/* sha256Of */.Bj)(fields), isComplete: (0,release_fields/* isComplete */.As)(fields) };
});
const releaseSchema = release_fields/* releaseFields */.zu.transform(({ id, tag_name: tag, html_url: page, upload_url: template, body, draft: isDraft, ...fields }) => ({
    id,
    tag,
    page,
    // A URI template (RFC 6570) whose only variables are in the query.
    uploadUrl: template.replace(/\{.*$/, ''),
    body: body ?? '',
    isDraft,
    isPrerelease: fields.prerelease === true,
    isImmutable: fields.immutable === true,
    isOurs: isDraft && (body ?? '').includes(DRAFT_MARK),
}));
const tagSchema = schemas/* object */.Ikc({ ref: schemas/* string */.YjP() });
const latestSchema = release_fields/* releaseFields */.zu.pick({ tag_name: true });
const notesSchema = schemas/* object */.Ikc({ body: schemas/* string */.YjP() });
const anyAnswer = schemas/* unknown */.L5J();
/** The operations on the releases of the tag `name`, through an open client. */
function releaseApi(client, name, context) {
    const { repository, tag } = name;
    const { reporter } = context;
    const releases = `/repos/${repository}/releases`;
    const retried = (what, action, mayPass) => (0,request/* withRetry */.bD)(action, context, { what, ...(mayPass !== undefined && { mayPass }) });
    const send = (what, request) => retried(what, () => client.send(request));
    async function pages(what, path, schema) {
        const all = [];
        for (let page = 1; page <= MAX_PAGES; page += 1) {
            const query = { per_page: String(PAGE_SIZE), page: String(page) };
            const found = await send(what, { method: 'GET', path, query, schema: schemas/* array */.YOg(schema) });
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
            if (error instanceof errors/* GithubRefusal */.Ox && error.status === 404)
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
        async latestTag() {
            const request = { method: 'GET', path: `${releases}/latest`, schema: latestSchema };
            return (await optional(send('the latest release', request)))?.tag_name;
        },
        async generateNotes(commit) {
            const json = { tag_name: tag, ...(commit !== undefined && { target_commitish: commit }) };
            const path = `${releases}/generate-notes`;
            const request = { method: 'POST', path, body: { json }, schema: notesSchema };
            return (await send(`notes of release ${tag}`, request)).body;
        },
        createDraft({ isPrerelease, commit, notes }) {
            const json = {
                tag_name: tag,
                ...(commit !== undefined && { target_commitish: commit }),
                name: tag,
                body: `${DRAFT_MARK}${notes === '' ? '' : `\n\n${notes}`}`,
                draft: true,
                prerelease: isPrerelease,
            };
            return send(`draft of release ${tag}`, { method: 'POST', path: releases, body: { json }, schema: releaseSchema });
        },
        publish({ id }, { isPrerelease, isLatest, notes }) {
            const json = {
                // Without tag_name, GitHub can change the tag of a draft.
                tag_name: tag,
                draft: false,
                body: notes,
                ...(isPrerelease !== undefined && { prerelease: isPrerelease }),
                ...(isLatest !== undefined && { make_latest: String(isLatest) }),
            };
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
        download: ({ id, size }, onPiece) => client.download(`${releases}/assets/${id}`, { maxBytes: size, onPiece }),
    };
}
/** Runs a part of a publication. An HttpFailure becomes an error that begins with `doing`. */
async function withContext(doing, name, work) {
    try {
        return await work();
    }
    catch (error) {
        throw error instanceof http_failure/* HttpFailure */.HR ? (0,errors/* publishError */.Aq)(doing, error, name) : error;
    }
}
function contentTypeOf(name) {
    switch ((0,external_node_path_.extname)(name)) {
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

// EXTERNAL MODULE: ./build/support/errors.js
var support_errors = __webpack_require__(35921);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
;// CONCATENATED MODULE: ./build/publish/asset-content.js



/** Maximum size of a manifest, a provenance record, a checksum file and an index. */
const MAX_SMALL_BYTES = 64 * 1024 * 1024;
/** Reads assets of a release. Those that are equal to one of `local`, files of this step, are not downloaded. */
function assetReader(api, local) {
    const contents = new Map();
    const digests = new Map();
    async function read(asset) {
        const known = contents.get(asset.id);
        if (known !== undefined)
            return known;
        if (asset.size > MAX_SMALL_BYTES)
            throw unreadable(asset, `it has ${asset.size} bytes`);
        const own = local.find(({ name, size, sha256 }) => {
            return name === asset.name && size === asset.size && sha256 === asset.sha256;
        });
        const content = own === undefined ? await download(api, asset) : Buffer.from(await (0,regular_file/* readRegularFile */.XF)(own.path, MAX_SMALL_BYTES));
        checkContent(asset, content.length, sha256Of(content));
        contents.set(asset.id, content);
        return content;
    }
    async function digestOf(asset) {
        const known = asset.sha256 ?? digests.get(asset.id);
        if (known !== undefined)
            return known;
        const digest = await api.withRetry(`download of ${asset.name}`, async () => {
            const hash = (0,external_node_crypto_.createHash)('sha256');
            await api.download(asset, (piece) => void hash.update(piece));
            return hash.digest('hex');
        });
        digests.set(asset.id, digest);
        return digest;
    }
    return { read, digestOf };
}
/** @throws FledgeError `publish` if downloaded bytes are not those that GitHub has received. */
function checkContent(asset, size, sha256) {
    if (size === asset.size && sha256 === (asset.sha256 ?? sha256))
        return;
    throw unreadable(asset, 'the downloaded bytes do not have the digest that GitHub computed');
}
function download(api, asset) {
    return api.withRetry(`download of ${asset.name}`, async () => {
        const pieces = [];
        await api.download(asset, (piece) => void pieces.push(piece));
        return Buffer.concat(pieces);
    });
}
function unreadable({ name }, why) {
    return new support_errors/* FledgeError */.aE('publish', `cannot read ${name} of the release: ${why}`, {
        fix: 'delete the file from the release, and run the job again that uploads it',
    });
}
function sha256Of(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
}

// EXTERNAL MODULE: ./build/describe/checksums.js
var checksums = __webpack_require__(70000);
;// CONCATENATED MODULE: ./build/publish/release-index.js


/* The two files that describe all plugins and platforms of a release (docs/publishing.md, "All plugins of a release"). */
/** The names of the two files in a release. */
const INDEX_NAME = 'index.json';
const COMBINED_CHECKSUMS_NAME = 'SHA256SUMS';
const fileSchema = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1).describe('Name of the release asset.'),
    url: schemas/* url */.OZ5().describe('Download URL.'),
    size: schemas/* int */.Whr().nonnegative().describe('Size in bytes.'),
    sha256: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{64}$/)
        .describe('SHA-256 in lower-case hexadecimal.'),
});
const pluginSchema = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1).describe('Name of the plugin, as in its manifest.'),
    version: schemas/* string */.YjP().min(1).describe('Version of the plugin, as in its manifest.'),
    platform: schemas/* string */.YjP().min(1).describe('Platform, such as linux/amd64.'),
    strategy: schemas/* string */.YjP().min(1).describe('initramfs or oci_rootfs.'),
    artifact: fileSchema.describe('The initramfs or the root image.'),
    manifest: fileSchema.describe("Volant's plugin manifest, for volar plugins install --manifest URL."),
    provenance: fileSchema.describe('in-toto statement with SLSA provenance.'),
    checksums: fileSchema.describe('SHA256SUMS of this plugin and platform.'),
    others: schemas/* array */.YOg(fileSchema).describe('Other files that the checksums list, sorted by name.'),
});
/** index.json of a release. */
const releaseIndexSchema = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    repository: schemas/* string */.YjP().min(1).describe('OWNER/NAME.'),
    tag: schemas/* string */.YjP().min(1).describe('Tag of the release.'),
    plugins: schemas/* array */.YOg(pluginSchema).describe('Sorted by name and platform.'),
})
    .describe('index.json of a release: all plugins and platforms with the addresses and digests of their files.');
/** The JSON Schema (draft 2020-12) of index.json; schemas/release-index.schema.json in the package. */
function releaseIndexJsonSchema() {
    return z.toJSONSchema(releaseIndexSchema, { target: 'draft-2020-12' });
}
/** Sorts plugins as in the index, so that equal releases have equal files. */
function sortedPlugins(plugins) {
    const key = ({ name, platform, artifact }) => [name, platform, artifact.name].join('\0');
    return plugins.toSorted((a, b) => compare(key(a), key(b)));
}
/** The text of index.json: two spaces of indent, and a newline at the end. */
function renderIndex(index) {
    return `${JSON.stringify(index, null, 2)}\n`;
}
/** The text of the combined SHA256SUMS: the files of all plugins and the index itself, sorted by name. */
function renderCombinedChecksums(plugins, indexFile) {
    const files = plugins.flatMap(({ artifact, manifest, provenance, others }) => [
        artifact,
        manifest,
        provenance,
        ...others,
    ]);
    return (0,checksums/* renderChecksums */.p)([...files, indexFile].toSorted((a, b) => compare(a.name, b.name)));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

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
/** Whether a name is that of an unfinished replacement. */
function isTemporaryName(name) {
    return /^uploading-[0-9a-f]{12}-/.test(name);
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

;// CONCATENATED MODULE: ./build/publish/merge-drafts.js







/**
 * Moves the files of other drafts of the action into the release, and deletes these drafts. Two jobs create two drafts for
 * one tag if GitHub's list of releases shows a new draft late. A file that the release has already is not moved.
 *
 * @throws HttpFailure; FledgeError.
 */
async function mergeDrafts(api, release, { address, directory, reporter }) {
    const others = (await api.releasesOfTag()).filter(({ id, isOurs }) => isOurs && id !== release.id);
    for (const other of others) {
        // The list can be older than a deletion.
        if (!(await api.exists(other)))
            continue;
        const present = new Map((await api.assetsOf(release)).filter(({ isComplete }) => isComplete).map((asset) => [asset.name, asset]));
        const missing = (await api.assetsOf(other)).filter(({ name, isComplete }) => isComplete && !present.has(name) && !isDerived(name));
        requireEqual(await api.assetsOf(other), present, address.tag);
        for (const asset of missing) {
            reporter.info(`release ${address.tag}: move ${asset.name} from a second draft, which another job created`);
            const file = await fetchAsset(api, asset, directory);
            await placeAssets(api, release, { target: address, files: [file] });
            await (0,promises_.unlink)(file.path);
        }
        await api.deleteRelease(other);
    }
}
/** @throws FledgeError `publish` if both drafts have a file of one name with different bytes. */
function requireEqual(assets, present, tag) {
    for (const asset of assets) {
        const other = present.get(asset.name);
        if (other === undefined || !asset.isComplete || isDerived(asset.name))
            continue;
        const isDifferent = asset.size !== other.size || (asset.sha256 ?? other.sha256) !== (other.sha256 ?? asset.sha256);
        if (!isDifferent)
            continue;
        throw new support_errors/* FledgeError */.aE('publish', `two drafts of release ${tag} have different files ${JSON.stringify(asset.name)}`, {
            fix: 'delete the wrong draft on the page of releases, and run this job again',
        });
    }
}
/** Whether a file is derived from the others, or a part of an upload. */
function isDerived(name) {
    return name === INDEX_NAME || name === COMBINED_CHECKSUMS_NAME || isTemporaryName(name);
}
async function fetchAsset(api, asset, directory) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    const path = (0,external_node_path_.join)(directory, asset.name);
    const sha256 = await api.withRetry(`download of ${asset.name}`, async () => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const file = await (0,promises_.open)(path, 'w');
        try {
            await api.download(asset, async (piece) => {
                hash.update(piece);
                await file.writeFile(piece);
            });
        }
        finally {
            await file.close();
        }
        return hash.digest('hex');
    });
    checkContent(asset, asset.size, sha256);
    return { name: asset.name, path, size: asset.size, sha256 };
}

// EXTERNAL MODULE: ./build/compare/checksum-list.js
var checksum_list = __webpack_require__(358);
// EXTERNAL MODULE: ./build/support/retry.js
var retry = __webpack_require__(2682);
;// CONCATENATED MODULE: ./build/publish/plugin-sets.js




const CHECKSUMS = '.SHA256SUMS';
const MANIFEST = '.manifest.json';
const PROVENANCE = '.provenance.json';
/** A file of a plugin that is missing or differs. */
class IncompleteSet extends Error {
    name = 'IncompleteSet';
}
/** The fields that are read from a manifest. The manifest of a later version of Volant may have others. */
const manifestFields = schemas/* object */.Ikc({ name: schemas/* string */.YjP().min(1), version: schemas/* string */.YjP().min(1) });
/** The fields that are read from provenance.json, see `renderProvenance`. */
const provenanceFields = schemas/* object */.Ikc({
    subject: schemas/* array */.YOg(schemas/* object */.Ikc({ digest: schemas/* object */.Ikc({ sha256: schemas/* string */.YjP() }) })).length(1),
    predicate: schemas/* object */.Ikc({
        buildDefinition: schemas/* object */.Ikc({
            externalParameters: schemas/* object */.Ikc({ strategy: schemas/* string */.YjP().min(1), platform: schemas/* string */.YjP().min(1) }),
        }),
    }),
});
/**
 * Finds the plugins of a release by its assets. A plugin is complete if its SHA256SUMS lists its manifest, its provenance and
 * its artifact, and GitHub has all of them with the digests in the list. Files of other origin are ignored.
 *
 * @throws HttpFailure.
 */
async function readPluginSets(assets, reader, address) {
    const byName = new Map(assets.filter(({ isComplete }) => isComplete).map((asset) => [asset.name, asset]));
    const plugins = [];
    const incomplete = [];
    for (const stem of stemsOf([...byName.keys()])) {
        try {
            const plugin = await readSet(stem, { byName, reader, address });
            if (plugin !== undefined)
                plugins.push(plugin);
        }
        catch (error) {
            if (!(error instanceof IncompleteSet))
                throw error;
            incomplete.push(error.message);
        }
    }
    return { plugins, incomplete };
}
/** `hello-linux-amd64` for its checksum file, or for its manifest together with its provenance. */
function stemsOf(names) {
    const withEnd = (end) => names.filter((name) => name.endsWith(end) && name.length > end.length).map((name) => name.slice(0, -end.length));
    const manifests = new Set(withEnd(MANIFEST));
    const described = withEnd(PROVENANCE).filter((stem) => manifests.has(stem));
    return [...new Set([...withEnd(CHECKSUMS), ...described])].sort();
}
/** The plugin with these names; undefined if the checksum file does not belong to a plugin. */
async function readSet(stem, { byName, reader, address }) {
    const checksums = byName.get(stem + CHECKSUMS);
    if (checksums === undefined)
        throw new IncompleteSet(`${stem}${CHECKSUMS} is missing`);
    const listed = listOf(await reader.read(checksums), checksums.name);
    const isPlugin = [MANIFEST, PROVENANCE].every((end) => listed.has(stem + end));
    if (!isPlugin)
        return undefined;
    const files = new Map();
    for (const [name, sha256] of listed) {
        const asset = byName.get(name);
        if (asset === undefined)
            throw new IncompleteSet(`${name} is missing, and ${checksums.name} lists it`);
        if ((await reader.digestOf(asset)) !== sha256) {
            throw new IncompleteSet(`${name} does not have the digest that ${checksums.name} lists`);
        }
        files.set(name, indexedFile(asset, sha256, address));
    }
    const manifestAsset = byName.get(stem + MANIFEST);
    const provenanceAsset = byName.get(stem + PROVENANCE);
    const manifest = files.get(stem + MANIFEST);
    const provenance = files.get(stem + PROVENANCE);
    if (!(manifestAsset && provenanceAsset && manifest && provenance))
        return undefined;
    const { name, version } = parsed(await reader.read(manifestAsset), manifestFields, manifestAsset.name);
    const { subject, predicate } = parsed(await reader.read(provenanceAsset), provenanceFields, provenanceAsset.name);
    const rest = [...files.values()].filter((file) => file !== manifest && file !== provenance);
    const artifact = rest.find(({ sha256 }) => sha256 === subject[0]?.digest.sha256);
    if (artifact === undefined)
        throw new IncompleteSet(`${checksums.name} does not list the artifact of ${provenance.name}`);
    return {
        name,
        version,
        platform: predicate.buildDefinition.externalParameters.platform,
        strategy: predicate.buildDefinition.externalParameters.strategy,
        artifact,
        manifest,
        provenance,
        checksums: indexedFile(checksums, await reader.digestOf(checksums), address),
        others: rest.filter((file) => file !== artifact).sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
}
/** The digests of a checksum file by name; empty if it is not one. */
function listOf(bytes, label) {
    try {
        return new Map((0,checksum_list/* parseChecksumList */.hb)(bytes, label).map(({ name, sha256 }) => [name, sha256]));
    }
    catch (error) {
        if (error instanceof support_errors/* FledgeError */.aE)
            return new Map();
        throw error;
    }
}
function parsed(bytes, schema, name) {
    try {
        return schema.parse(JSON.parse(bytes.toString('utf8')));
    }
    catch {
        throw new IncompleteSet(`${name} is not a file that fledge writes`);
    }
}
function indexedFile({ name, size }, sha256, address) {
    return { name, url: (0,addresses/* releaseAssetUrl */.TQ)({ ...address, name }), size, sha256 };
}

;// CONCATENATED MODULE: ./build/publish/place-index.js












/** Another job has changed the release in the meantime. */
class Outdated extends Error {
    name = 'Outdated';
}
/** Jobs that finish at the same time need one attempt each in the worst case. */
const MAX_ATTEMPTS = 12;
/**
 * Places index.json and SHA256SUMS for all plugins of a release. Both are derived from the assets of the release and never
 * from another index. After the upload, the assets are listed again: if another job has changed one in the meantime, the
 * files are derived again. So the job that writes last has seen the files of all jobs that were complete before, and the
 * order of the jobs has no effect.
 *
 * @returns the plugins of the release, in the order of the index; undefined if the release has files of other origin with
 *   these names.
 * @throws HttpFailure; FledgeError `publish`.
 */
async function placeIndex(api, release, placing, context) {
    const { signal, network, reporter } = context;
    const reader = assetReader(api, placing.local);
    const own = new Set();
    const recording = {
        ...api,
        upload: async (...args) => {
            const asset = await api.upload(...args);
            own.add(asset.id);
            return asset;
        },
    };
    try {
        return await (0,retry/* retry */.L5)(() => placeOnce(recording, release, { ...placing, reader, own }, context), {
            classify: (error) => (error instanceof Outdated ? { waitAtLeastMs: 0 } : 'give-up'),
            attempts: MAX_ATTEMPTS,
            onRetry: ({ error }) => reporter.debug(`${INDEX_NAME}: ${error instanceof Error ? error.message : error}`),
            signal,
            ...(network?.delay !== undefined && { delay: network.delay }),
        });
    }
    catch (error) {
        if (!(error instanceof Outdated))
            throw error;
        throw new support_errors/* FledgeError */.aE('publish', `cannot write ${INDEX_NAME} of release ${placing.address.tag}: ${error.message} (${MAX_ATTEMPTS} attempts)`, { cause: error, fix: 'run the job again when no other job publishes to the release' });
    }
}
async function placeOnce(api, release, placing, { reporter }) {
    const { address, reader, reason } = placing;
    return unlessOvertaken(api, release, async () => {
        const assets = await api.assetsOf(release);
        const foreign = await foreignName(assets, reader);
        if (foreign !== undefined) {
            const message = `cannot write ${foreign} of release ${address.tag}: the release has a file of this name that fledge has not written`;
            if (reason === 'requested') {
                throw new support_errors/* FledgeError */.aE('publish', message, { fix: `rename or delete ${foreign} in the release` });
            }
            reporter.warn(message);
            return undefined;
        }
        const { plugins, incomplete } = await readPluginSets(assets, reader, address);
        if (reason === 'requested')
            requireComplete(plugins, incomplete, address);
        for (const why of incomplete)
            reporter.debug(`not in ${INDEX_NAME}: ${why}`);
        const sorted = sortedPlugins(plugins);
        const files = await writeIndex(sorted, placing);
        await placeAssets(api, release, { target: address, files });
        const after = await api.assetsOf(release);
        const isPlaced = files.every(({ name, sha256, size }) => after.some((asset) => asset.name === name && asset.size === size && (asset.sha256 ?? sha256) === sha256));
        if (!isPlaced || fingerprint(after) !== fingerprint(assets)) {
            throw new Outdated('other jobs kept changing the files of the release');
        }
        // An attempt that another job has overtaken can leave its upload. Uploads of running jobs are left to them.
        const leftovers = after.filter(({ id, name }) => isUploadOfIndex(name) && (reason === 'requested' || placing.own.has(id)));
        for (const asset of leftovers)
            await api.deleteAsset(asset);
        return sorted;
    });
}
/** @throws Outdated if a request failed because another job had renamed, deleted or uploaded the same asset. */
async function unlessOvertaken(api, release, work) {
    try {
        return await work();
    }
    catch (error) {
        const isRace = error instanceof errors/* GithubRefusal */.Ox && (error.status === 404 || error.isTaken('ReleaseAsset'));
        if (isRace && (await api.exists(release)))
            throw new Outdated(error.message, { cause: error });
        throw error;
    }
}
/** The name of the index or of the checksums if the release has such a file that fledge has not written. */
async function foreignName(assets, reader) {
    const find = (name) => assets.find((asset) => asset.name === name && asset.isComplete && asset.size > 0);
    const index = find(INDEX_NAME);
    if (index !== undefined && !isIndex(await reader.read(index)))
        return INDEX_NAME;
    const checksums = find(COMBINED_CHECKSUMS_NAME);
    if (checksums !== undefined && !listsIndex(await reader.read(checksums)))
        return COMBINED_CHECKSUMS_NAME;
    return undefined;
}
/** The fields by which an index is recognised. Later versions of fledge may add others. */
const ownIndexSchema = schemas/* object */.Ikc({ schemaVersion: schemas/* number */.aig(), plugins: schemas/* array */.YOg(schemas/* unknown */.L5J()) });
function isIndex(content) {
    try {
        return ownIndexSchema.safeParse(JSON.parse(content.toString('utf8'))).success;
    }
    catch {
        return false;
    }
}
/** The combined checksums always list the index. */
function listsIndex(content) {
    try {
        return (0,checksum_list/* parseChecksumList */.hb)(content, COMBINED_CHECKSUMS_NAME).some(({ name }) => name === INDEX_NAME);
    }
    catch {
        return false;
    }
}
function requireComplete(plugins, incomplete, { tag }) {
    if (incomplete.length > 0) {
        throw new support_errors/* FledgeError */.aE('publish', `release ${tag} is incomplete: ${incomplete.join('; ')}`, {
            fix: 'run the job again that uploads these files, and then this one',
        });
    }
    if (plugins.length > 0)
        return;
    throw new support_errors/* FledgeError */.aE('publish', `release ${tag} has no plugin`, {
        fix: 'upload the plugins in jobs before this one, with upload: release and draft: true',
    });
}
/** Writes the two files into the directory. The checksums contain the digest of the index. */
async function writeIndex(plugins, { address: { repository, tag }, directory }) {
    const index = await writeFileOf(directory, INDEX_NAME, renderIndex({ schemaVersion: 1, repository, tag, plugins: [...plugins] }));
    const checksums = renderCombinedChecksums(plugins, index);
    return [index, await writeFileOf(directory, COMBINED_CHECKSUMS_NAME, checksums)];
}
async function writeFileOf(directory, name, text) {
    const path = (0,external_node_path_.join)(directory, name);
    const content = Buffer.from(text, 'utf8');
    try {
        await (0,promises_.mkdir)(directory, { recursive: true });
        await (0,promises_.writeFile)(path, content);
    }
    catch (error) {
        throw new support_errors/* FledgeError */.aE('output', `cannot write ${path}: ${(0,support_errors/* writeFailureOf */.PI)(error)}`, { cause: error });
    }
    return { name, path, size: content.length, sha256: (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex') };
}
function isUploadOfIndex(name) {
    return isTemporaryName(name) && (name.endsWith(`-${INDEX_NAME}`) || name.endsWith(`-${COMBINED_CHECKSUMS_NAME}`));
}
/** The state of the files from which an index is derived. */
function fingerprint(assets) {
    const isSource = ({ name, isComplete }) => isComplete && name !== INDEX_NAME && name !== COMBINED_CHECKSUMS_NAME && !isTemporaryName(name);
    const lines = assets.filter(isSource).map(({ id, name }) => `${id} ${name}`);
    return lines.sort().join('\n');
}

// EXTERNAL MODULE: ./build/publish/published-files.js
var published_files = __webpack_require__(480);
// EXTERNAL MODULE: ./build/publish/tag-version.js
var tag_version = __webpack_require__(60617);
;// CONCATENATED MODULE: ./build/publish/release-settings.js


const DEFAULT_SETTINGS = { prerelease: 'auto', makeLatest: 'auto', notes: { kind: 'none' } };
/** Whether a new draft for the tag is a prerelease. */
function isPrereleaseBy({ prerelease }, tag) {
    return prerelease === 'auto' ? (0,tag_version/* isPrereleaseTag */.F)(tag) : prerelease;
}
/** The text of the notes. `commit` is the commit that will be tagged, if the tag does not exist. */
async function notesBy({ notes }, api, commit) {
    if (notes.kind === 'none')
        return '';
    return notes.kind === 'text' ? notes.text.trim() : (await api.generateNotes(commit)).trim();
}
/** The properties with which a draft is published. Notes of a draft are kept. */
async function publishedFieldsBy(settings, draft, { api, reporter, commit, }) {
    const isPrerelease = settings.prerelease === 'auto' ? undefined : settings.prerelease;
    const isLatest = await isLatestBy(settings, draft.tag, {
        isPrerelease: isPrerelease ?? draft.isPrerelease,
        api,
        reporter,
    });
    const notes = notesOf(draft) || (await notesBy(settings, api, commit));
    return { isPrerelease, isLatest, notes };
}
/** Undefined: GitHub's default. */
async function isLatestBy({ makeLatest }, tag, { isPrerelease, api, reporter, }) {
    if (makeLatest !== 'auto')
        return makeLatest;
    // GitHub never makes a prerelease the latest release.
    if (isPrerelease)
        return undefined;
    const latest = await api.latestTag();
    if (latest === undefined || !(0,tag_version/* isOlderTag */.N)(tag, latest))
        return undefined;
    reporter.info(`release ${tag} does not become the latest release, because ${latest} is newer`);
    return false;
}

// EXTERNAL MODULE: ./build/publish/tag-name.js
var tag_name = __webpack_require__(2594);
;// CONCATENATED MODULE: ./build/publish/release.js













/** The release was deleted because it was a second one for the tag. The work restarts with the other release. */
class ReleaseConflict extends Error {
    name = 'ReleaseConflict';
}
/** "Each file included in a release must be under 2 GiB", docs.github.com, "About releases". */
const ASSET_LIMIT_BYTES = 2 * 1024 ** 3;
/** Attempts, if concurrent jobs delete the draft because they created one for the same tag. */
const release_MAX_ATTEMPTS = 5;
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
    const releases = releaseApi(client, request, context);
    try {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await publishOnce(releases, request, context);
            }
            catch (error) {
                if (!(error instanceof ReleaseConflict))
                    throw error;
                if (attempt < release_MAX_ATTEMPTS)
                    continue;
                throw new support_errors/* FledgeError */.aE('publish', `cannot publish release ${tag} of ${repository}: concurrent jobs kept deleting the draft (${release_MAX_ATTEMPTS} attempts)`, { fix: 'run the job again when no other job publishes to the release' });
            }
        }
    }
    finally {
        await client.close();
    }
}
async function publishOnce(api, request, context) {
    const { reporter } = context;
    const { repository, tag, assets: files } = request;
    const release = await withContext(`cannot find or create release ${tag} of ${repository}`, request, () => findOrCreate(api, request));
    reporter.info(`${release.isDraft ? 'draft of release' : 'release'} ${tag}: ${release.page}`);
    const placed = await withContext(`cannot upload to release ${tag} of ${repository}`, request, () => withConflictCheck(api, release, () => placeAssets(api, release, { target: request, files })));
    const { index } = request;
    let isIndexed = false;
    if (index !== undefined) {
        isIndexed = await withContext(`cannot write the index of release ${tag} of ${repository}`, request, () => withConflictCheck(api, release, () => indexRelease(api, release, { ...request, index }, context)));
    }
    const final = await withContext(`cannot publish release ${tag} of ${repository}`, request, () => withConflictCheck(api, release, () => finish(api, release, { request, reporter })));
    for (const { name, how } of placed)
        reporter.info(`release ${tag}: ${name} ${how}`);
    if (final.isDraft) {
        const why = request.publishes === 'none' ? 'as the input draft requests' : 'because this action did not create it';
        reporter.info(`release ${tag} stays a draft, ${why}`);
    }
    return {
        url: final.page,
        id: final.id,
        tag,
        state: final.isDraft ? 'draft' : 'published',
        assets: placed.map((asset) => describeAsset(asset, request)),
        ...(isIndexed && { indexUrl: (0,addresses/* releaseAssetUrl */.TQ)({ ...request, name: INDEX_NAME }) }),
    };
}
/** Describes all plugins of the release, also those of other jobs. Returns false if this step does not describe them. */
async function indexRelease(api, release, request, context) {
    const { index, assets: local } = request;
    const { reporter } = context;
    if (index.reason === 'requested') {
        await mergeDrafts(api, release, { address: request, directory: (0,external_node_path_.join)(index.directory, 'merged'), reporter });
    }
    else if (!(await needsIndex(api, release, request))) {
        return false;
    }
    const plugins = await placeIndex(api, release, { ...index, address: request, local }, context);
    if (plugins === undefined)
        return false;
    reporter.info(`release ${request.tag}: ${INDEX_NAME} and ${COMBINED_CHECKSUMS_NAME} describe ${plugins.length} plugins`);
    return true;
}
/**
 * Whether a step that adds files writes the index too: if it publishes the release, if the release is published already, or
 * if an index would be outdated. The index of a draft that a later step publishes is left to that step.
 */
async function needsIndex(api, release, { publishes }) {
    // Its files cannot change, so the index does not either.
    if (release.isImmutable)
        return false;
    if (publishes !== 'none' && (!release.isDraft || release.isOurs))
        return true;
    return (await api.assetsOf(release)).some(({ name }) => name === INDEX_NAME);
}
async function findOrCreate(api, request) {
    const { tag, settings = DEFAULT_SETTINGS } = request;
    const found = canonicalRelease(await api.releasesOfTag());
    if (found !== undefined)
        return found;
    if (request.assets.length === 0) {
        throw new support_errors/* FledgeError */.aE('publish', `there is no release and no draft for tag ${tag} in ${request.repository}`, {
            fix: 'upload the plugins in jobs before this one, with upload: release and draft: true',
        });
    }
    const commit = await commitToTag(api, request);
    const notes = await notesBy(settings, api, commit);
    const created = await api.createDraft({ isPrerelease: isPrereleaseBy(settings, tag), commit, notes });
    const one = canonicalRelease([...(await api.releasesOfTag()), created]);
    if (one === undefined || one.id === created.id)
        return created;
    await api.deleteRelease(created);
    return one;
}
/**
 * The commit that GitHub tags on publication; undefined if the tag exists. GitHub ignores the commit then, but still
 * requires `workflows: write` for it, which no job token has.
 */
async function commitToTag(api, { commit }) {
    return commit === undefined || (await api.tagExists()) ? undefined : commit;
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
/** Whether all files of a draft are from this step. Otherwise a draft has files of other jobs, which `mergeDrafts` moves. */
function ownsDraft({ isOurs }, publishes = 'own') {
    return isOurs && publishes === 'own';
}
/**
 * Publishes a complete draft if the request asks for it, and then deletes the other drafts of fledge for the tag.
 *
 * @throws ReleaseConflict if another release has higher priority; this one is deleted first.
 */
async function finish(api, release, finishing) {
    const { publishes = 'own', settings = DEFAULT_SETTINGS, tag } = finishing.request;
    const releases = await api.releasesOfTag();
    // In the meantime, another job can have published it, and people can have edited its notes.
    const current = releases.find(({ id }) => id === release.id) ?? release;
    if (canonicalRelease([...releases, current])?.id !== release.id) {
        if (ownsDraft(release, publishes))
            await api.deleteRelease(release);
        throw new ReleaseConflict();
    }
    // The other drafts can have files of other jobs; the step that publishes collects them.
    if (publishes === 'none' && current.isDraft)
        return current;
    if (!current.isDraft && settings.prerelease !== 'auto' && settings.prerelease !== current.isPrerelease) {
        finishing.reporter.warn(`prerelease: ${settings.prerelease} has no effect, because release ${tag} was published before; change it on its page`);
    }
    const others = releases.filter(({ id, isOurs }) => isOurs && id !== release.id);
    if (publishes === 'all') {
        // The list can be older than a deletion. A draft that exists was not merged, and the next attempt does it.
        for (const other of others)
            if (await api.exists(other))
                throw new ReleaseConflict();
    }
    const isToPublish = current.isOurs || (current.isDraft && publishes === 'all');
    const final = isToPublish ? await publishDraft(api, current, finishing) : current;
    // Leftovers of jobs that were stopped before they found the other drafts.
    if (publishes === 'own')
        for (const other of others)
            await api.deleteRelease(other);
    return final;
}
/** @throws ReleaseConflict if another release of the tag is published, and the list did not contain it. */
async function publishDraft(api, draft, { request, reporter }) {
    const { settings = DEFAULT_SETTINGS } = request;
    const needsCommit = settings.notes.kind === 'generate' && notesOf(draft) === '';
    const commit = needsCommit ? await commitToTag(api, request) : undefined;
    try {
        return await api.publish(draft, await publishedFieldsBy(settings, draft, { api, reporter, commit }));
    }
    catch (error) {
        if (!(error instanceof errors/* GithubRefusal */.Ox) || !error.isTaken('Release'))
            throw error;
        if (ownsDraft(draft, request.publishes))
            await api.deleteRelease(draft);
        throw new ReleaseConflict();
    }
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
