export const id = 754;
export const ids = [754];
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
 * A failure of @actions/artifact as an error with a way out. The client has one class for all of them and says what
 * happened in its message only, which may quote addresses that are signed.
 */
function artifactError(doing, error, facts = {}) {
    if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE)
        return error;
    let text = redactSignatures((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    for (const secret of facts.secrets ?? [])
        if (secret !== undefined)
            text = text.replaceAll(secret, '***');
    const { reason, fix } = explain(text, facts);
    // The cause is left out: it holds the request with its token, and a debug log would print it.
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('publish', `${doing}: ${reason}`, { fix });
}
/** Takes the signature out of addresses of the blob store: with it everybody may read or write the blob. */
function redactSignatures(text) {
    return text.replace(/\b(sig|jwt|token)=[^&\s"']+/gi, '$1=REDACTED');
}
function explain(text, { existing, replaces = false }) {
    const status = statusOf(text);
    if (/quota/i.test(text)) {
        return {
            reason: "the account's storage for artifacts is used up",
            fix: 'delete artifacts of old runs, or set retention-days lower; GitHub counts anew every 6 to 12 hours',
        };
    }
    if (status === 409) {
        const ownName = 'give each job an artifact-name of its own';
        if (replaces) {
            return {
                reason: 'the old one of this name was removed, and the artifact service still says that the name is taken',
                fix: `run the job again; if several jobs upload this name, ${ownName}`,
            };
        }
        return {
            reason: 'another job of this run has uploaded an artifact of this name meanwhile',
            fix: existing === 'overwrite' ? ownName : `${ownName}, or set overwrite: true`,
        };
    }
    if (status === 401 || status === 403 || /backend IDs|JWT/i.test(text)) {
        return {
            reason: `the artifact service did not accept the runner's token${Number.isNaN(status) ? '' : ` (status ${status})`}`,
            fix: 'run the job again: its token is valid for as long as the job runs; no permission in the workflow changes it',
        };
    }
    if (status >= 500 || status === 429) {
        return {
            reason: `the artifact service answered with status ${status}, also after several attempts`,
            fix: 'run the job again later; https://www.githubstatus.com says whether Actions has a problem',
        };
    }
    const network = noAnswer(text);
    if (network !== undefined) {
        return {
            reason: `no connection to the artifact service (${network})`,
            fix: 'run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net',
        };
    }
    if (/certificate/i.test(text)) {
        return {
            reason: `the certificate of the artifact service is not trusted (${lastSentence(text)})`,
            fix: "set NODE_EXTRA_CA_CERTS on the runner to the certificate of your proxy's authority",
        };
    }
    return {
        reason: Number.isNaN(status)
            ? lastSentence(text)
            : `the artifact service refused it with status ${status}${wordsOf(text)}`,
        fix: 'run the job again; if this stays, report it with the log of a run with debug logging',
    };
}
/** Whether the service or the blob store gave no answer. */
function isConnectionFailure(error) {
    return noAnswer((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) !== undefined;
}
function isConflict(error) {
    return statusOf((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) === 409;
}
/** Whether there is no artifact of the name. */
function isNotFound(error) {
    return error instanceof Error && error.name === 'ArtifactNotFoundError';
}
/** The system's code of a connection that failed. */
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
/** The client puts its own history before the reason; the reason is at the end. */
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
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2682);
/* harmony import */ var _artifact_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40975);
/* harmony import */ var _published_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(480);





/**
 * Uploads files as artifacts of the workflow run, all or none. The service's client takes its address and its token
 * from the environment of the process, so that `env` must be that.
 *
 * The service can neither rename nor replace an artifact, so that an old one is removed before the new one is sent.
 * Until the first of them goes, a failure leaves the old set as it was; after that it leaves nothing of either set,
 * and the message says so.
 *
 * @throws FledgeError `usage` for what cannot succeed, before anything is sent; `publish` for what the service refused.
 */
async function uploadWorkflowArtifacts(request, context) {
    const { files, existing } = request;
    const { env, reporter, signal } = context;
    const reason = whyUnavailable(context);
    if (reason !== undefined) {
        reporter.warn(`no artifact was uploaded: ${reason}; the files are in the output directory: take them from there, or set upload: release`);
        return { kind: 'unavailable', reason };
    }
    for (const file of files)
        await (0,_published_files_js__WEBPACK_IMPORTED_MODULE_3__/* .checkUnchanged */ .SC)(file);
    checkNames(files.map(({ name }) => name));
    const retentionDays = retentionOf(request, context);
    const service = await connect(context, existing);
    const present = await service.ids();
    const taken = files.map(({ name }) => name).filter((name) => present.has(name));
    if (existing === 'refuse' && taken.length > 0)
        throw nameTaken(taken);
    const artifacts = new Map();
    /** Names of the old set that are still there. */
    const old = new Set(taken);
    // What takes the place of nothing goes first: a failure of it leaves the old set.
    const inOrder = files.toSorted((a, b) => Number(present.has(a.name)) - Number(present.has(b.name)));
    try {
        for (const file of inOrder) {
            signal?.throwIfAborted();
            const replaces = present.get(file.name);
            if (replaces !== undefined)
                await service.remove(file.name);
            old.delete(file.name);
            const { id, digest } = await service.upload(file, { retentionDays, replaces });
            artifacts.set(file, { id, name: file.name, size: file.size, sha256: file.sha256, url: artifactUrl(id, env) });
            if (digest !== file.sha256)
                throw changedMeanwhile(file);
            reporter.info(`uploaded artifact ${file.name} (${file.size} bytes, sha256:${file.sha256})`);
        }
    }
    catch (error) {
        // Half a set is of no use, and its names would be in the way of another attempt.
        const isBroken = old.size < taken.length;
        for (const name of [...[...artifacts.values()].map((artifact) => artifact.name), ...(isBroken ? old : [])]) {
            await service.remove(name).catch((failure) => reporter.debug((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(failure)));
        }
        throw isBroken ? withOldSetGone(error) : error;
    }
    return { kind: 'uploaded', artifacts: files.flatMap((file) => artifacts.get(file) ?? []) };
}
function withOldSetGone(error) {
    if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE))
        return error;
    const message = `${error.message}; the artifacts that were to be replaced are removed, because the service cannot keep them until the new ones are there`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE(error.code, message, {
        cause: error.cause,
        ...(error.fix !== undefined && { fix: error.fix }),
    });
}
async function connect({ env, reporter, signal, network }, existing) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(147), __webpack_require__.e(850)]).then(__webpack_require__.bind(__webpack_require__, 76850));
    const client = new DefaultArtifactClient();
    const secrets = [(0,_support_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentValue */ .a)(env, 'ACTIONS_RUNTIME_TOKEN')];
    /** The client tries again after a bad answer, but not after none. */
    async function attempt(doing, action, { replaces } = {}) {
        try {
            return await (0,_support_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)((number) => action(number > 1), {
                judge: (error) => (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isConnectionFailure */ .$B)(error) || (replaces !== undefined && (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isConflict */ .dh)(error))
                    ? { waitAtLeastMs: 0 }
                    : 'give-up',
                onRetry: ({ error, waitMs }) => {
                    const why = (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isConnectionFailure */ .$B)(error) ? 'no answer' : 'the service still knows the one that was removed';
                    reporter.info(`${doing}: ${why}; trying again in ${(waitMs / 1000).toFixed(1)} s`);
                },
                signal,
                ...(network?.delay !== undefined && { delay: network.delay }),
            });
        }
        catch (error) {
            signal?.throwIfAborted();
            throw (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .artifactError */ .X4)(doing, error, { secrets, existing, replaces: replaces !== undefined });
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
                if (!(0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isNotFound */ .c4)(error))
                    throw error;
            }
        }),
        upload: (file, { retentionDays, replaces }) => {
            const options = { skipArchive: true, ...(retentionDays !== undefined && { retentionDays }) };
            let broken;
            const send = async (again) => {
                // What got no answer may have been done.
                const isOurs = ({ name, id }) => name === file.name && id !== replaces;
                const arrived = again ? (await list()).find(isOurs) : undefined;
                if (arrived !== undefined)
                    return { id: arrived.id, digest: arrived.digest?.replace(/^sha256:/, '') };
                try {
                    // The root directory plays no part in an unzipped upload, but has to be one.
                    const { id = 0, digest } = await client.uploadArtifact(file.name, [file.path], '/', options);
                    return { id, digest };
                }
                catch (error) {
                    // A name that is taken by an upload that broke is not what went wrong.
                    broken ??= error;
                    throw again && (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isConflict */ .dh)(error) ? broken : error;
                }
            };
            return attempt(`cannot upload artifact ${file.name}`, send, { replaces });
        },
    };
}
/** Why there is no service for artifacts here, or undefined. The hosts are those that @actions/artifact works with. */
function whyUnavailable({ env }) {
    const server = URL.parse((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentValue */ .a)(env, 'GITHUB_SERVER_URL') ?? 'https://github.com');
    const host = server?.hostname.toLowerCase() ?? '';
    const isGithub = host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
    if (!isGithub)
        return `${host} is a GitHub Enterprise Server, which has no service for unzipped artifacts`;
    const missing = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN'].filter((name) => (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentValue */ .a)(env, name) === undefined);
    if (missing.length === 0)
        return undefined;
    return `there is no artifact service here (the runner has not set ${missing.join(' and ')})`;
}
/** The characters that the service refuses, because file systems do. */
const REFUSED_CHARACTERS = /["/\\:<>|*?\r\n]/;
function checkNames(names) {
    for (const [index, name] of names.entries()) {
        if (name !== '' && !REFUSED_CHARACTERS.test(name) && names.indexOf(name) === index)
            continue;
        const why = name === ''
            ? 'it is empty'
            : names.indexOf(name) === index
                ? 'an artifact may not have ", /, \\, :, <, >, |, *, ? or a line break in its name'
                : 'two files would have this name';
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `cannot upload artifact ${JSON.stringify(name)}: ${why}`, {
            fix: 'set artifact-name to letters, digits, ".", "_" and "-"',
        });
    }
}
function retentionOf({ retentionDays }, { env, reporter }) {
    if (retentionDays === undefined)
        return undefined;
    if (!Number.isInteger(retentionDays) || retentionDays < 1) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `retention-days is ${retentionDays}, and an artifact is kept for a day at least`, {
            fix: 'give it a whole number of days from 1 on, or leave it out for what the repository is set to',
        });
    }
    const longest = Number((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentValue */ .a)(env, 'GITHUB_RETENTION_DAYS') ?? Number.NaN);
    if (!(longest < retentionDays))
        return retentionDays;
    reporter.warn(`retention-days is ${retentionDays}, and the repository keeps artifacts for ${longest} days at most`);
    return longest;
}
function nameTaken(names) {
    const what = names.length === 1 ? `an artifact ${names[0]}` : `artifacts ${names.join(', ')}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('publish', `cannot upload: this run has ${what} already`, {
        fix: 'set overwrite: true to replace what is there, or give each job an artifact-name of its own',
    });
}
function artifactUrl(id, env) {
    const server = ((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentValue */ .a)(env, 'GITHUB_SERVER_URL') ?? 'https://github.com').replace(/\/+$/, '');
    return `${server}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}/artifacts/${id}`;
}
function changedMeanwhile({ name, path }) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot upload artifact ${name}: ${path} was changed while it was read`, {
        fix: 'let no other step or process write to the output directory before this step is over',
    });
}


/***/ })

};
