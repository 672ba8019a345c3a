export const id = 833;
export const ids = [833];
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
 * Downloads a workflow artifact of this run and returns where it is: its file if it is only one, else its directory.
 *
 * @throws FledgeError `usage` if the run has no such artifact, `download` or `publish` if it cannot be had.
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
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('download', `the workflow artifact ${name} came with other bytes than were uploaded`, {
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
    // Another answer than a moment ago is no reason to say less.
    const names = await client.listArtifacts().then(({ artifacts }) => artifacts.map((artifact) => artifact.name), () => []);
    const suggestion = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(name, names);
    const there = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('usage', `input ${side}: there is no file or directory ${JSON.stringify(name)}, and no workflow artifact of this run (${there})`, {
        fix: suggestion === undefined
            ? 'let the job need the one that uploads it (needs:), and name it as that one does'
            : `write ${suggestion}`,
    });
}


/***/ })

};
