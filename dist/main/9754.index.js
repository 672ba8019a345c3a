export const id = 9754;
export const ids = [9754];
export const modules = {

/***/ 40975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isConnectionFailure),
/* harmony export */   X4: () => (/* binding */ artifactError),
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   dh: () => (/* binding */ isConflict)
/* harmony export */ });
/* unused harmony export redactSignatures */
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);

/**
 * A failure of @actions/artifact as an error with a fix. The client has one class for most failures; only the message
 * contains the reason, and it can quote signed addresses.
 */
function artifactError(doing, error, facts = {}) {
    if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE)
        return error;
    let text = redactSignatures((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    for (const secret of facts.secrets ?? [])
        if (secret !== undefined)
            text = text.replaceAll(secret, '***');
    const { reason, fix } = explain(text, facts);
    // The cause is left out: it contains the request with its token, and a debug log would print it.
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('publish', `${doing}: ${reason}`, { fix });
}
/** Removes signatures from addresses of the blob store: a signature permits anyone to read or write the blob. */
function redactSignatures(text) {
    return text.replace(/\b(sig|jwt|token)=[^&\s"']+/gi, '$1=REDACTED');
}
function explain(text, { existing, replaces = false }) {
    const status = statusOf(text);
    if (/quota/i.test(text)) {
        return {
            reason: "the account's storage quota for artifacts is exceeded",
            fix: 'delete artifacts of old runs, or lower retention-days; GitHub updates the quota every 6 to 12 hours',
        };
    }
    if (status === 409) {
        const ownName = 'give each job its own artifact-name';
        if (replaces) {
            return {
                reason: 'the old artifact was removed, but the artifact service reports that its name is still in use',
                fix: `run the job again; if several jobs upload this name, ${ownName}`,
            };
        }
        return {
            reason: 'another job of this run has uploaded an artifact of this name in the meantime',
            fix: existing === 'overwrite' ? ownName : `${ownName}, or set overwrite: true`,
        };
    }
    if (status === 401 || status === 403 || /backend IDs|JWT/i.test(text)) {
        return {
            reason: `the artifact service did not accept the runner's token${Number.isNaN(status) ? '' : ` (status ${status})`}`,
            fix: 'run the job again: its token is valid while the job runs, and does not depend on permissions in the workflow',
        };
    }
    if (status >= 500 || status === 429) {
        return {
            reason: `the artifact service answered with status ${status}, also after several attempts`,
            fix: 'run the job again later; see https://www.githubstatus.com for problems of Actions',
        };
    }
    const network = noAnswer(text);
    if (network !== undefined) {
        return {
            reason: `the artifact service cannot be reached (${network})`,
            fix: 'run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net',
        };
    }
    if (/certificate/i.test(text)) {
        return {
            reason: `the certificate of the artifact service is not trusted (${lastSentence(text)})`,
            fix: 'set NODE_EXTRA_CA_CERTS on the runner to the CA certificate of your proxy',
        };
    }
    return {
        reason: Number.isNaN(status)
            ? lastSentence(text)
            : `the artifact service answered with status ${status}${wordsOf(text)}`,
        fix: 'run the job again; if it fails again, report it with the log of a run with debug logging',
    };
}
/** Whether the service or the blob store did not answer. */
function isConnectionFailure(error) {
    return noAnswer((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) !== undefined;
}
/** Whether the name is in use (status 409). */
function isConflict(error) {
    return statusOf((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) === 409;
}
/** Whether the artifact does not exist. */
function isNotFound(error) {
    return error instanceof Error && error.name === 'ArtifactNotFoundError';
}
/** The system's code of a failed connection, or undefined for another failure. */
function noAnswer(text) {
    return /Unable to make request: (E[A-Z]+)/.exec(text)?.[1];
}
function statusOf(text) {
    return Number(/Failed request: \((\d{3})\)/.exec(text)?.[1] ?? Number.NaN);
}
/** The service's own message beside the status, such as `: bad name`, or an empty string. */
function wordsOf(text) {
    const words = /Failed request: \(\d{3}\) ?(.*)$/.exec(text)?.[1] ?? '';
    return words === '' ? '' : `: ${shortened(words)}`;
}
/** The reason at the end of a message, without the client's history of attempts before it. */
function lastSentence(text) {
    const reason = text.replace(/^.*?(?:Received non-retryable error|Failed to make request after \d+ attempts): /, '');
    return shortened(reason);
}
function shortened(text) {
    return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}


/***/ }),

/***/ 69754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadWorkflowArtifacts: () => (/* binding */ uploadWorkflowArtifacts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2682);
/* harmony import */ var _artifact_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40975);
/* harmony import */ var _published_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(480);






/**
 * Uploads files as artifacts of the workflow run, all or none. The service's client reads its address and token from the
 * environment of the process; `env` must be the same.
 *
 * The service can neither rename nor replace an artifact, so an old one is removed before the new one is sent. Before the
 * first removal, a failure leaves the old set unchanged; after it, both sets are removed, and the message contains this.
 *
 * @throws FledgeError `usage` for invalid requests, before anything is sent; `input` for changed files; `publish` for
 *   refusals of the service.
 */
async function uploadWorkflowArtifacts(request, context) {
    const { files, existing } = request;
    const { env, reporter, signal } = context;
    const reason = whyUnavailable(context);
    if (reason !== undefined) {
        reporter.warn(`cannot upload artifacts: ${reason}; use the files in the output directory, or set upload: release`);
        return { kind: 'unavailable', reason };
    }
    for (const file of files)
        await (0,_published_files_js__WEBPACK_IMPORTED_MODULE_4__/* .checkUnchanged */ .SC)(file);
    const uploads = uploadsOf(request);
    checkNames(uploads.map(({ name }) => name));
    const retentionDays = retentionOf(request, context);
    const service = await connect(context, existing);
    const present = await service.ids();
    const taken = uploads.map(({ name }) => name).filter((name) => present.has(name));
    if (existing === 'refuse' && taken.length > 0)
        throw nameTaken(taken);
    const artifacts = new Map();
    /** Names of the old set that are still there. */
    const old = new Set(taken);
    // New names are uploaded first: a failure then leaves the old set unchanged.
    const inOrder = uploads.toSorted((a, b) => Number(present.has(a.name)) - Number(present.has(b.name)));
    try {
        for (const upload of inOrder) {
            signal?.throwIfAborted();
            const { name } = upload;
            const replaces = present.get(name);
            if (replaces !== undefined)
                await service.remove(name);
            old.delete(name);
            const { id, size, sha256 } = await service.upload(upload, { retentionDays, replaces });
            artifacts.set(upload, { id, name, size, sha256, url: artifactUrl(id, env) });
            const [file] = upload.files;
            if (upload.sha256 !== undefined && sha256 !== upload.sha256 && file !== undefined)
                throw changedMeanwhile(file);
            reporter.info(`uploaded artifact ${name} (${size} bytes, sha256:${sha256})`);
        }
    }
    catch (error) {
        // A partial set is useless, and its names would block another attempt.
        const isBroken = old.size < taken.length;
        for (const name of [...[...artifacts.values()].map((artifact) => artifact.name), ...(isBroken ? old : [])]) {
            await service.remove(name).catch((failure) => reporter.debug((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(failure)));
        }
        throw isBroken ? withOldSetGone(error) : error;
    }
    return { kind: 'uploaded', artifacts: uploads.flatMap((upload) => artifacts.get(upload) ?? []) };
}
function uploadsOf({ files, archive }) {
    if (archive !== undefined)
        return [{ name: archive, files, isZipped: true, sha256: undefined }];
    return files.map((file) => ({ name: file.name, files: [file], isZipped: false, sha256: file.sha256 }));
}
function withOldSetGone(error) {
    if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE))
        return error;
    const message = `${error.message}; the old artifacts are removed, because the service cannot keep them during the upload of new ones`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE(error.code, message, {
        cause: error.cause,
        ...(error.fix !== undefined && { fix: error.fix }),
    });
}
async function connect({ env, reporter, signal, network }, existing) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(8147), __webpack_require__.e(6850)]).then(__webpack_require__.bind(__webpack_require__, 76850));
    const client = new DefaultArtifactClient();
    const secrets = [(0,_support_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentValue */ .Jz)(env, 'ACTIONS_RUNTIME_TOKEN')];
    /** Retries after a missing answer: the client itself retries only after a bad answer. */
    async function attempt(doing, action, { replaces } = {}) {
        try {
            return await (0,_support_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)((number) => action(number > 1), {
                classify: (error) => (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .isConnectionFailure */ .$B)(error) || (replaces !== undefined && (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .isConflict */ .dh)(error))
                    ? { waitAtLeastMs: 0 }
                    : 'give-up',
                onRetry: ({ error, waitMs }) => {
                    const why = (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .isConnectionFailure */ .$B)(error) ? 'no answer' : 'the service still has the removed artifact';
                    reporter.info(`${doing}: ${why}; trying again in ${(waitMs / 1000).toFixed(1)} s`);
                },
                signal,
                ...(network?.delay !== undefined && { delay: network.delay }),
            });
        }
        catch (error) {
            signal?.throwIfAborted();
            throw (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactError */ .X4)(doing, error, { secrets, existing, replaces: replaces !== undefined });
        }
    }
    const list = async () => (await client.listArtifacts()).artifacts;
    return {
        ids: () => attempt('cannot list the artifacts of this run', async () => new Map((await list()).map(({ name, id }) => [name, id]))),
        remove: (name) => attempt(`cannot remove artifact ${name}`, async () => {
            try {
                await client.deleteArtifact(name);
            }
            catch (error) {
                if (!(0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .isNotFound */ .c4)(error))
                    throw error;
            }
        }),
        upload: ({ name, files, isZipped }, { retentionDays, replaces }) => {
            const options = { skipArchive: !isZipped, ...(retentionDays !== undefined && { retentionDays }) };
            const paths = files.map(({ path }) => path);
            // All files of a plugin are in one directory. It is not used for an unzipped upload, but must be a directory.
            const root = isZipped ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(paths[0] ?? '/') : '/';
            let broken;
            const send = async (again) => {
                // A request without an answer can have succeeded.
                const isOurs = (artifact) => artifact.name === name && artifact.id !== replaces;
                const arrived = again ? (await list()).find(isOurs) : undefined;
                if (arrived !== undefined) {
                    return { id: arrived.id, size: arrived.size, sha256: arrived.digest?.replace(/^sha256:/, '') ?? '' };
                }
                try {
                    const { id = 0, size = 0, digest = '' } = await client.uploadArtifact(name, paths, root, options);
                    return { id, size, sha256: digest };
                }
                catch (error) {
                    // A conflict with the name of the failed upload is not the original error.
                    broken ??= error;
                    throw again && (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .isConflict */ .dh)(error) ? broken : error;
                }
            };
            return attempt(`cannot upload artifact ${name}`, send, { replaces });
        },
    };
}
/** The reason why there is no artifact service, or undefined. The hosts are those that @actions/artifact supports. */
function whyUnavailable({ env }) {
    const server = URL.parse((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentValue */ .Jz)(env, 'GITHUB_SERVER_URL') ?? 'https://github.com');
    const host = server?.hostname.toLowerCase() ?? '';
    const isGithub = host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
    if (!isGithub)
        return `${host} is a GitHub Enterprise Server, which does not support unzipped artifacts`;
    const missing = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN'].filter((name) => (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentValue */ .Jz)(env, name) === undefined);
    if (missing.length === 0)
        return undefined;
    return `there is no artifact service (the runner has not set ${missing.join(' and ')})`;
}
/** Characters that the service refuses, because some file systems do. */
const REFUSED_CHARACTERS = /["/\\:<>|*?\r\n]/;
function checkNames(names) {
    for (const [index, name] of names.entries()) {
        if (name !== '' && !REFUSED_CHARACTERS.test(name) && names.indexOf(name) === index)
            continue;
        const why = name === ''
            ? 'it is empty'
            : names.indexOf(name) === index
                ? 'the name must not contain ", /, \\, :, <, >, |, *, ? or a line break'
                : 'two files have this name';
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `cannot upload artifact ${JSON.stringify(name)}: ${why}`, {
            fix: 'set artifact-name to letters, digits, ".", "_" and "-"',
        });
    }
}
function retentionOf({ retentionDays }, { env, reporter }) {
    if (retentionDays === undefined)
        return undefined;
    if (!Number.isInteger(retentionDays) || retentionDays < 1) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `retention-days is ${retentionDays}, but the minimum is one day`, {
            fix: "set it to a whole number of days from 1, or remove it to use the repository's setting",
        });
    }
    const longest = Number((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentValue */ .Jz)(env, 'GITHUB_RETENTION_DAYS') ?? Number.NaN);
    if (!(longest < retentionDays))
        return retentionDays;
    reporter.warn(`retention-days is ${retentionDays}, but the repository keeps artifacts for ${longest} days at most`);
    return longest;
}
function nameTaken(names) {
    const message = names.length === 1
        ? `cannot upload artifact ${names[0]}: it already exists in this run`
        : `cannot upload artifacts ${names.join(', ')}: they already exist in this run`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('publish', message, {
        fix: 'set overwrite: true to replace existing artifacts, or give each job its own artifact-name',
    });
}
function artifactUrl(id, env) {
    const server = ((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentValue */ .Jz)(env, 'GITHUB_SERVER_URL') ?? 'https://github.com').replace(/\/+$/, '');
    return `${server}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}/artifacts/${id}`;
}
function changedMeanwhile({ name, path }) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot upload artifact ${name}: ${path} was changed during the upload`, {
        fix: 'make sure that no other step or process writes to the output directory before this step ends',
    });
}


/***/ })

};
