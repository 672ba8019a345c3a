export const id = 305;
export const ids = [305];
export const modules = {

/***/ 64051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareSides: () => (/* binding */ compareSides)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _compare_comparison_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79191);
/* harmony import */ var _compare_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6593);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6456);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54747);







/** Maximum number of differences in the log. */
const MAX_LINES = 200;
/**
 * Mode `compare`: compares two files, directories or workflow artifacts of this run.
 *
 * @throws FledgeError `format` if they differ; `usage` or `input` if they cannot be compared.
 */
async function compareSides(inputs, context) {
    const { reporter } = context;
    const left = await locate('left', inputs.left ?? '', context);
    const right = await locate('right', inputs.right ?? '', context);
    reporter.step(`compare ${inputs.left} with ${inputs.right}`);
    const comparison = await (0,_compare_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .compareArtifacts */ .T)(left, right, { reporter });
    const { identical } = comparison;
    const differences = (0,_compare_comparison_text_js__WEBPACK_IMPORTED_MODULE_6__/* .differencesOf */ .g6)(comparison);
    for (const file of differences.slice(0, MAX_LINES))
        reporter.info((0,_compare_comparison_text_js__WEBPACK_IMPORTED_MODULE_6__/* .describeDifference */ .hF)(file));
    if (differences.length > MAX_LINES)
        reporter.info(`and ${differences.length - MAX_LINES} more`);
    reporter.endGroup();
    (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .setOutputs */ .n)({ identical });
    const names = { left: inputs.left ?? '', right: inputs.right ?? '' };
    if (inputs.summary)
        await (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .writeComparisonSummary */ .DU)({ ...names, comparison }, context.env);
    if (identical) {
        reporter.info((0,_compare_comparison_text_js__WEBPACK_IMPORTED_MODULE_6__/* .sumUp */ .Bw)(comparison));
        return;
    }
    const which = differences.slice(0, 3).map(_compare_comparison_text_js__WEBPACK_IMPORTED_MODULE_6__/* .describeDifference */ .hF);
    const more = differences.length > which.length ? [`and ${differences.length - which.length} more`] : [];
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('format', [`${inputs.left} and ${inputs.right} differ:`, ...which, ...more].join('\n'));
}
/** The path of a side: a path in the workspace, otherwise a workflow artifact, which is downloaded. */
async function locate(side, name, context) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(name))
        return name;
    // A missing path is not the name of an artifact, which has no slash.
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(name) !== name) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('usage', `input ${side}: there is no file or directory ${JSON.stringify(name)}`, {
            fix: 'create it in an earlier step, or use the name of a workflow artifact of this run (without a slash)',
        });
    }
    context.reporter.step(`download the workflow artifact ${name}`);
    const { downloadWorkflowArtifact } = await Promise.all(/* import() */[__webpack_require__.e(147), __webpack_require__.e(850), __webpack_require__.e(833)]).then(__webpack_require__.bind(__webpack_require__, 25833));
    return downloadWorkflowArtifact(name, { side, directory: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.directory, side) });
}


/***/ }),

/***/ 6456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ setOutputs)
/* harmony export */ });
/* unused harmony export OUTPUT_NAMES */
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59559);

/** Every output of the action; a test compares it with action.yml. */
const OUTPUT_NAMES = (/* unused pure expression or super */ null && ([
    'name',
    'version',
    'strategy',
    'artifact-path',
    'artifact-sha256',
    'artifact-size',
    'manifest-path',
    'checksums-path',
    'provenance-path',
    'artifact-id',
    'artifact-url',
    'release-url',
    'manifest-url',
    'reproducible',
    'identical',
    'matrix',
    'results',
]));
/** Sets outputs. Undefined ones are not set and are empty in a workflow. */
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        if (value !== undefined)
            (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, String(value));
}


/***/ }),

/***/ 54747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DU: () => (/* binding */ writeComparisonSummary),
  Sy: () => (/* binding */ writeSummary)
});

// UNUSED EXPORTS: fitSections

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/compare/comparison-text.js
var comparison_text = __webpack_require__(79191);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/report/warning.js
var report_warning = __webpack_require__(79391);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/action/report/annotations.js
var annotations = __webpack_require__(38572);
// EXTERNAL MODULE: ./build/action/report/escape.js
var report_escape = __webpack_require__(35279);
;// CONCATENATED MODULE: ./build/action/report/contents-pie.js


/** Maximum number of slices that are readable. */
const MAX_SLICES = 9;
/** A pie chart of the contents of an artifact, as a mermaid diagram in MiB; empty if there are none. */
function contentsPie(contents) {
    const sorted = [...contents].sort((a, b) => b.size - a.size);
    const shown = sorted.length > MAX_SLICES ? sorted.slice(0, MAX_SLICES - 1) : sorted;
    const rest = sorted.slice(shown.length).reduce((sum, { size }) => sum + size, 0);
    const slices = [...shown, ...(rest > 0 ? [{ path: 'everything else', size: rest }] : [])];
    if (slices.length === 0)
        return '';
    const lines = slices.map(({ path, size }) => `  "${label(path)}" : ${mebibytes(size)}`);
    return (0,report_escape/* fencedBlock */.zW)('mermaid', ['pie showData', '  title Contents in MiB', ...lines].join('\n'));
}
/** Replaces characters that a mermaid label cannot contain: quotes, and those that begin an entity or a comment. */
function label(text) {
    return text.replace(/[^\p{L}\p{N} ._/+@-]/gu, '_');
}
/** Mermaid does not accept a slice of size 0. */
function mebibytes(bytes) {
    return Math.max(bytes / units/* MEBIBYTE */.gJ, 0.001).toFixed(3);
}

;// CONCATENATED MODULE: ./build/action/report/summary.js











/** Limit of GitHub for the summary of a step, 1 MiB. */
const MAX_BYTES = 1024 * 1024;
/** Replaces sections that do not fit. */
const CUT = '\n_The summary is truncated at 1 MiB, the limit of GitHub. The output `results` is complete._\n';
/** Writes the job summary of mode `build`. */
async function writeSummary(outcomes, target) {
    const sections = [
        resultsTable(outcomes),
        ...outcomes.flatMap((outcome) => pluginSections(outcome, { target, isOnly: outcomes.length === 1 })),
    ];
    await append(['## fledge\n', ...sections], target.context.env);
}
/** Writes the job summary of mode `compare`. */
async function writeComparisonSummary({ left, right, comparison }, env) {
    const lines = (0,comparison_text/* differencesOf */.g6)(comparison).map((file) => `- ${(0,report_escape/* code */.aY)((0,comparison_text/* describeDifference */.hF)(file))}\n`);
    const title = `## fledge compare\n\n${(0,report_escape/* code */.aY)(left)} and ${(0,report_escape/* code */.aY)(right)}: ${(0,comparison_text/* sumUp */.Bw)(comparison)}\n`;
    await append([title, '\n', ...lines], env);
}
/** Joins the sections that fit within the limit in bytes. */
function fitSections(sections, limit = MAX_BYTES) {
    let room = limit - Buffer.byteLength(CUT);
    let text = '';
    for (const section of sections) {
        room -= Buffer.byteLength(section);
        if (room < 0)
            return text + CUT;
        text += section;
    }
    return text;
}
async function append(sections, env) {
    // Old GHES servers do not support summaries.
    if ((0,environment/* environmentValue */.a)(env, 'GITHUB_STEP_SUMMARY') === undefined)
        return;
    try {
        await core/* summary */.z.addRaw(fitSections(sections)).write();
    }
    catch (error) {
        // The build itself has succeeded.
        (0,annotations/* annotateWarning */.tf)(`cannot write the job summary: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function resultsTable(outcomes) {
    const header = ['plugin', 'version', 'strategy', 'platform', 'size', 'SHA-256', 'reproducible'];
    const rows = outcomes.map((outcome) => {
        const { plan, platform, result } = outcome;
        const [name, version, size, sha256] = result === undefined
            ? [plan.name, '', '', '']
            : [result.name, result.version, (0,units/* formatBytes */.z3)(result.artifact.size), result.artifact.sha256];
        const failed = outcome.error === undefined ? '' : ' ❌';
        const cells = [name, version, plan.strategy, platform, size, sha256].map((text) => (text === '' ? '' : (0,report_escape/* code */.aY)(text)));
        return [`${cells[0]}${failed}`, ...cells.slice(1), reproducibilityOf(outcome)];
    });
    return `\n${(0,report_escape/* table */.tp)(header, rows)}`;
}
function reproducibilityOf({ reproducible, result }) {
    if (reproducible !== undefined)
        return reproducible ? '✅ built twice' : '❌';
    if (result === undefined)
        return '';
    return result.reproducible.ok ? 'yes, not checked' : `no: ${(0,report_escape/* escapeMarkdown */.FV)(result.reproducible.reason)}`;
}
function pluginSections(outcome, { target, isOnly }) {
    const { plan, result, warnings, error } = outcome;
    const heading = isOnly ? [] : [`\n### ${(0,report_escape/* code */.aY)(plan.name)}\n`];
    if (error !== undefined)
        heading.push(`\n${(0,report_escape/* fencedBlock */.zW)('text', (0,annotations/* describeFailure */.Ic)(error))}`);
    heading.push(warningList(warnings));
    if (result === undefined)
        return heading;
    const commands = error === undefined ? installCommands(outcome, result, target) : [];
    const pie = contentsPie(result.contents);
    return [
        ...heading,
        ...(commands.length > 0 ? [`\nInstall:\n\n${(0,report_escape/* fencedBlock */.zW)('sh', commands.join('\n'))}`] : []),
        ...(pie === '' ? [] : [`\n${pie}`]),
        `\n${timesTable(result)}`,
    ];
}
/** One line for each warning. */
function warningList(warnings) {
    const lines = warnings.map((warning) => {
        const { message, fix } = warning;
        return `- ⚠️ ${(0,report_escape/* escapeMarkdown */.FV)((0,report_warning/* describeWarning */.U9)(message, warning))}${fix === undefined ? '' : ` ${(0,report_escape/* escapeMarkdown */.FV)(`(fix: ${fix})`)}`}\n`;
    });
    return lines.length === 0 ? '' : `\n${lines.join('')}`;
}
function timesTable({ steps }) {
    const times = [...steps, { name: 'in all', ms: steps.reduce((sum, { ms }) => sum + ms, 0) }];
    const rows = times.map(({ name, ms }) => [(0,report_escape/* escapeMarkdown */.FV)(name), (0,report_escape/* escapeMarkdown */.FV)((0,units/* formatMilliseconds */.MH)(ms))]);
    return (0,report_escape/* table */.tp)(['step', 'time'], rows);
}
/** Commands that install the plugin in Volant, by the place of its files. */
function installCommands({ published, files }, result, target) {
    const { inputs, context } = target;
    const install = (manifest) => `volar plugins install --manifest ${(0,support_text/* shellWord */.r7)(manifest)}`;
    const { manifestUrl, artifactId, manifestId } = published;
    if (manifestUrl !== undefined)
        return [`curl -fsSLO ${(0,support_text/* shellWord */.r7)(manifestUrl)}`, install((0,external_node_path_.basename)(manifestUrl))];
    if (artifactId === undefined || manifestId === undefined || files === undefined) {
        const directory = (0,external_node_path_.relative)('.', (0,external_node_path_.dirname)(result.artifact.path));
        return [`(cd ${(0,support_text/* shellWord */.r7)(directory)} && sha256sum -c SHA256SUMS)`, install((0,external_node_path_.join)(directory, 'manifest.json'))];
    }
    const repository = (0,environment/* environmentValue */.a)(context.env, 'GITHUB_REPOSITORY') ?? 'OWNER/REPOSITORY';
    // `gh run download` is not used, because it treats every artifact as a zip file.
    const download = (id) => `gh api ${(0,support_text/* shellWord */.r7)(`repos/${repository}/actions/artifacts/${id}/zip`)}`;
    const artifact = (0,support_text/* shellWord */.r7)(files.artifact.name);
    const medium = result.strategy === 'initramfs' ? 'initramfs' : 'rootfs';
    // Without url-base, the manifest has the path of the artifact on the runner.
    const rewrite = ` | jq --arg url "$PWD/"${artifact} '.${medium}.url = $url'`;
    return [
        `${download(artifactId)} > ${artifact}`,
        `${download(manifestId)}${inputs.urlBase === undefined ? rewrite : ''} > manifest.json`,
        install('manifest.json'),
    ];
}


/***/ }),

/***/ 358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hb: () => (/* binding */ parseChecksumList),
/* harmony export */   k4: () => (/* binding */ readChecksumList),
/* harmony export */   n$: () => (/* binding */ isChecksumListName)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);



/** Limit of a list, enough for half a million files. A larger file is probably not a list. */
const MAX_BYTES = 64 * 1024 * 1024;
const FIX = 'create the list again: sha256sum FILE... > SHA256SUMS';
/** `HASH  NAME` or `HASH *NAME`, with a backslash before it where the name is escaped. */
const GNU_LINE = /^(\\?)([0-9a-f]{64})[ ][ *]([^\0]+)$/is;
/** `SHA256 (NAME) = HASH`, of `sha256sum --tag` and of BSD. */
const TAGGED_LINE = /^(\\?)SHA256 \(([^\0]+)\) = ([0-9a-f]{64})$/is;
/**
 * True if the name of a file is that of a list of SHA-256 digests: `SHA256SUMS`, `web_SHA256SUMS.txt`,
 * `web.img.sha256`, …
 */
function isChecksumListName(name) {
    return /(?:^|[._-])sha256sums?(?:\.txt)?$|\.sha256$/i.test(name);
}
/**
 * Reads an open SHA256SUMS file; `label` names it in errors.
 *
 * @throws FledgeError `input` as `parseChecksumList` does, or if it is too large.
 */
async function readChecksumList(handle, label) {
    try {
        return parseChecksumList(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(handle, label, MAX_BYTES), label);
    }
    catch (error) {
        if (!(error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv))
            throw error;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has ${error.bytes} bytes; a list of digests has at most ${MAX_BYTES}`);
    }
}
/**
 * Parses a list of `sha256sum`, with or without `--tag` or `--binary` (coreutils manual, "md5sum invocation"): names
 * may be escaped, lines may end in CR LF. Empty lines and lines that begin with `#` are ignored.
 *
 * @throws FledgeError `input` with the first line that is invalid, or whose file has another digest on an earlier line;
 *   or if there is no file.
 */
function parseChecksumList(bytes, label) {
    const byName = new Map();
    for (const [index, text] of (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromBytes */ .Pb)(bytes).split('\n').entries()) {
        const line = index + 1;
        const stripped = text.replace(/\r$/, '');
        if (stripped === '' || stripped.startsWith('#'))
            continue;
        const listed = parseLine(stripped, line);
        if (listed === undefined)
            throw problem(label, line, 'not a line of sha256sum');
        const { name, sha256 } = listed;
        const earlier = byName.get(name);
        if (earlier !== undefined && earlier.sha256 !== sha256) {
            const what = `${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name)} has another digest than on line ${earlier.line}`;
            throw problem(label, line, what);
        }
        byName.set(name, earlier ?? listed);
    }
    if (byName.size === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} does not list any file`, { fix: FIX });
    return [...byName.values()];
}
function parseLine(text, line) {
    const [, gnuEscape, gnuDigest, gnuName] = GNU_LINE.exec(text) ?? [];
    const [, tagEscape, tagName, tagDigest] = TAGGED_LINE.exec(text) ?? [];
    const written = gnuName ?? tagName;
    const digest = gnuDigest ?? tagDigest;
    if (written === undefined || digest === undefined)
        return undefined;
    const name = (gnuEscape ?? tagEscape) === '\\' ? unescapeName(written) : written;
    const normalised = normalise(name ?? '');
    // A name of slashes and dots only is a directory, which has no digest.
    if (normalised === '' || normalised === '/')
        return undefined;
    return { name: normalised, sha256: digest.toLowerCase(), line };
}
/** Undefined for an escape that coreutils does not write. */
function unescapeName(name) {
    const characters = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
    const parts = name.match(/\\.?|[^\\]+/gs) ?? [];
    if (parts.some((part) => part.startsWith('\\') && characters[part] === undefined))
        return undefined;
    return parts.map((part) => characters[part] ?? part).join('');
}
function normalise(name) {
    const components = name.split('/').filter((component) => component !== '' && component !== '.');
    return `${name.startsWith('/') ? '/' : ''}${components.join('/')}`;
}
function problem(label, line, message) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label}:${line}: ${message}`, { fix: FIX });
}


/***/ }),

/***/ 79191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ sumUp),
/* harmony export */   g6: () => (/* binding */ differencesOf),
/* harmony export */   hF: () => (/* binding */ describeDifference)
/* harmony export */ });
/* unused harmony export formatComparison */
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);

/** The differences, file by file, and a summary as the last line. */
function formatComparison(comparison) {
    const lines = differencesOf(comparison).flatMap(formatDifference);
    return [...lines, sumUp(comparison), ''].join('\n');
}
/** The files that are not identical. */
function differencesOf({ files }) {
    return files.filter(({ status }) => status !== 'identical');
}
/** A difference on a line, and each side on a line below it. */
function formatDifference(file) {
    const { left, right } = sidesOf(file);
    return [
        headOf(file),
        ...(left === undefined ? [] : [`  left   ${left}`]),
        ...(right === undefined ? [] : [`  right  ${right}`]),
    ];
}
/** The same on one line. */
function describeDifference(file) {
    const { left, right } = sidesOf(file);
    const sides = [left && `left ${left}`, right && `right ${right}`].filter((text) => text !== undefined);
    return sides.length === 0 ? headOf(file) : `${headOf(file)} (${sides.join(', ')})`;
}
/** `identical: 2 files`, or `1 of 2 files differs`. */
function sumUp(comparison) {
    const count = comparison.files.length === 1 ? '1 file' : `${comparison.files.length} files`;
    if (comparison.identical)
        return `identical: ${count}`;
    const { length } = differencesOf(comparison);
    return `${length} of ${count} ${length === 1 ? 'differs' : 'differ'}`;
}
function headOf({ path, status, firstDifference }) {
    switch (status) {
        case 'identical':
            return `${path}: identical`;
        case 'only-left':
            return `${path}: only left`;
        case 'only-right':
            return `${path}: only right`;
        case 'differs':
            return `${path}: differs${firstDifference === undefined ? '' : `, first at byte ${firstDifference}`}`;
    }
}
/** The description of each side if both exist and differ. */
function sidesOf({ status, left, right }) {
    if (status !== 'differs')
        return {};
    return { ...(left && { left: describeFile(left) }), ...(right && { right: describeFile(right) }) };
}
function describeFile({ kind, size, sha256, target }) {
    if (target !== undefined)
        return `${kind} -> ${target}`;
    if (sha256 === undefined)
        return kind;
    return `sha256:${sha256}${size === undefined ? '' : `  ${size} bytes${size < 1024 ? '' : ` (${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(size)})`}`}`;
}


/***/ }),

/***/ 64925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ digestFile),
/* harmony export */   t: () => (/* binding */ digestHandle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);



const READ_BYTES = 1024 * 1024;
/**
 * Size and SHA-256 of a regular file, read as a stream. Symlinks are followed; a file of another type is not opened.
 *
 * @throws FledgeError `input`; `label` is the file's name in messages.
 */
async function digestFile(path, options) {
    const { label, maxBytes } = options;
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            if (size > maxBytes)
                throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv(path, size, maxBytes);
            return await digestHandle(handle, maxBytes);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .NotRegularFile */ .k1) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${error.kind}, not a regular file`, {
                fix: `set the path of ${label} to a regular file`,
            });
        }
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv) {
            const message = `cannot use ${path} as ${label}: it has ${error.bytes} bytes, and the limit is ${maxBytes}`;
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', message);
        }
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .readFailureOf */ .Og)(error)}`, {
            cause: error,
            fix: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'EACCES'
                ? 'make it readable for the user who builds'
                : `check the path of ${label}; a relative path starts at the directory of fledge.toml`,
        });
    }
}
/**
 * Size and SHA-256 of the content of an open file, read from its start in pieces of 1 MiB.
 *
 * @throws FileTooLarge if the content is longer than `maxBytes`, whatever size stat(2) has returned. Default: no limit.
 */
async function digestHandle(handle, maxBytes = Number.POSITIVE_INFINITY) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let size = 0;
    for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, size);
        if (bytesRead === 0)
            return { size, sha256: hash.digest('hex') };
        hash.update(buffer.subarray(0, bytesRead));
        size += bytesRead;
        if (size > maxBytes)
            throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv('the file', size, maxBytes);
    }
}


/***/ }),

/***/ 25423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   J8: () => (/* binding */ fileChanged),
/* harmony export */   Sv: () => (/* binding */ FileTooLarge),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   ZU: () => (/* binding */ openRegularFile),
/* harmony export */   Ze: () => (/* binding */ isRegularFile),
/* harmony export */   k1: () => (/* binding */ NotRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** A path does not lead to a regular file; `kind` names its type, as in `a fifo`. */
class NotRegularFile extends Error {
    name = 'NotRegularFile';
    kind;
    constructor(path, kind) {
        super(`${path} is ${kind}, not a regular file`);
        this.kind = kind;
    }
}
/** A file is larger than its limit. */
class FileTooLarge extends Error {
    name = 'FileTooLarge';
    /** The number of bytes known when reading stopped; the file can be larger. */
    bytes;
    constructor(path, bytes, maxBytes) {
        super(`${path} has ${bytes} bytes; more than ${maxBytes} are not read`);
        this.bytes = bytes;
    }
}
/** The error for a file that was read before and has other bytes now. */
function fileChanged(label) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label}: it changed during the build`, {
        fix: 'build again when no other process writes to the file',
    });
}
/** True if a path leads to a regular file; false if it does not, or cannot be examined. */
function isRegularFile(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).then((stats) => stats.isFile(), () => false);
}
/**
 * Opens an untrusted file for reading. Only a regular file is opened: opening another type can block for ever, or affect
 * a device. If a fifo replaces the file in the meantime, its open does not block. Links are followed.
 *
 * @throws NotRegularFile, or the error of the system.
 */
async function openRegularFile(path) {
    requireRegular(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path));
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY);
    try {
        requireRegular(path, await handle.stat());
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/**
 * All bytes of an untrusted file. It does not read more than `maxBytes`, even if the size is wrong (files of /proc) or
 * grows.
 *
 * @throws NotRegularFile, FileTooLarge, or the error of the system.
 */
async function readRegularFile(path, maxBytes) {
    const handle = await openRegularFile(path);
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
/** The growth of the buffer for a file whose size from stat is wrong, beyond doubling. */
const GROWTH_BYTES = 64 * 1024;
/**
 * All bytes of an open file, from its start.
 *
 * @throws FileTooLarge, or the error of the system.
 */
async function readBounded(handle, path, maxBytes) {
    const { size } = await handle.stat();
    if (size > maxBytes)
        throw new FileTooLarge(path, size, maxBytes);
    // One byte more than the size from stat shows whether the size is right. Such a read seldom needs a second buffer.
    let data = Buffer.allocUnsafeSlow(size + 1);
    let length = 0;
    for (;;) {
        if (length === data.length)
            data = Buffer.concat([data], Math.min(2 * length + GROWTH_BYTES, maxBytes + 1));
        const { bytesRead } = await handle.read(data, length, data.length - length, length);
        if (bytesRead === 0)
            return data.subarray(0, length);
        length += bytesRead;
        if (length > maxBytes)
            throw new FileTooLarge(path, length, maxBytes);
    }
}
function requireRegular(path, stats) {
    if (!stats.isFile())
        throw new NotRegularFile(path, kindOfStats(stats));
}
/** The type of a file that is not regular. */
function kindOfStats(stats) {
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a fifo';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}


/***/ }),

/***/ 94618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ silentReporter)
/* harmony export */ });
const silentProgress = { update() { }, end() { } };
/** A reporter that prints nothing, for library use and tests. */
const silentReporter = {
    step() { },
    info() { },
    warn() { },
    debug() { },
    progress: () => silentProgress,
};


/***/ })

};
