export const id = 5833;
export const ids = [5833];
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

/***/ 25833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   downloadWorkflowArtifact: () => (/* binding */ downloadWorkflowArtifact)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_artifact__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76850);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1318);
/* harmony import */ var _artifact_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40975);






/**
 * Downloads a workflow artifact of this run. Returns the path of its only file, or its directory if it has more files.
 *
 * @throws FledgeError `usage` if the run does not have the artifact, `download` or `publish` if the download fails.
 */
async function downloadWorkflowArtifact(name, { side, directory }) {
    const client = new _actions_artifact__WEBPACK_IMPORTED_MODULE_2__.DefaultArtifactClient();
    try {
        const { artifact } = await client.getArtifact(name);
        const { digestMismatch } = await client.downloadArtifact(artifact.id, {
            path: directory,
            ...(artifact.digest !== undefined && { expectedHash: artifact.digest }),
        });
        if (digestMismatch === true) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('download', `cannot use the workflow artifact ${name}: digest mismatch after the download`, {
                fix: 'run the job again',
            });
        }
    }
    catch (error) {
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE)
            throw error;
        if (error instanceof _actions_artifact__WEBPACK_IMPORTED_MODULE_2__/* .ArtifactNotFoundError */ .CL)
            throw await unknownArtifact(name, side, client);
        throw (0,_artifact_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .artifactError */ .X4)(`cannot download the workflow artifact ${name}`, error);
    }
    const [only, ...others] = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory);
    return only !== undefined && others.length === 0 ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, only) : directory;
}
async function unknownArtifact(name, side, client) {
    // A failure here must not hide the original error.
    const names = await client.listArtifacts().then(({ artifacts }) => artifacts.map((artifact) => artifact.name), () => []);
    const suggestion = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(name, names);
    const there = names.length === 0 ? 'it has no artifacts' : `it has ${names.join(', ')}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('usage', `input ${side}: ${JSON.stringify(name)} is not a file, a directory, or a workflow artifact of this run (${there})`, {
        fix: suggestion === undefined
            ? 'add the job that uploads it to needs:, and use the same artifact name'
            : `write ${suggestion}`,
    });
}


/***/ })

};
