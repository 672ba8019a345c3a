export const id = 3394;
export const ids = [3394];
export const modules = {

/***/ 20814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareSides: () => (/* binding */ compareSides)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/compare/comparison-text.js
var comparison_text = __webpack_require__(79191);
// EXTERNAL MODULE: ./build/compare/diff.js + 1 modules
var diff = __webpack_require__(25746);
// EXTERNAL MODULE: ./build/compare/explain/explain.js + 18 modules
var explain = __webpack_require__(54888);
// EXTERNAL MODULE: ./build/compare/explain/explanation-text.js
var explanation_text = __webpack_require__(65887);
// EXTERNAL MODULE: ./build/compare/pairs.js + 1 modules
var pairs = __webpack_require__(15152);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/action/report/outputs.js
var outputs = __webpack_require__(6456);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/action/report/summary/html.js
var html = __webpack_require__(43284);
;// CONCATENATED MODULE: ./build/action/report/summary/comparison-sections.js





/** Maximum number of differences in the summary. */
const MAX_ROWS = 500;
/** Maximum number of rows of a table about one file. */
const MAX_DETAILS = 100;
/** The sections of mode `compare`: a row for each file that differs. */
function comparisonSections({ left, right, comparison, }) {
    const result = `<p>${comparison.identical ? '✅' : '❌'} ${(0,html/* code */.aY)(left)} and ${(0,html/* code */.aY)(right)}: ${(0,html/* prose */.CS)((0,comparison_text/* sumUp */.Bw)(comparison))}</p>\n`;
    const differences = (0,comparison_text/* differencesOf */.g6)(comparison);
    if (differences.length === 0)
        return [{ rank: 'result', text: result }];
    const rows = differences.slice(0, MAX_ROWS).map(rowOf);
    const more = differences.length - rows.length;
    return [
        { rank: 'result', text: result },
        { rank: 'failure', text: (0,html/* table */.tp)(['file', 'difference', 'left', 'right'], rows) },
        { rank: 'failure', text: more === 0 ? '' : `<p>and ${more} more, which are in the log</p>\n` },
        ...(comparison.artifacts ?? []).flatMap(artifactSections),
        ...(comparison.documents ?? []).map(({ path, fields }) => {
            const text = detailsTable('field', fields.map(explanation_text/* fieldText */.gF));
            return { rank: 'statistics', text: (0,html/* folded */.TM)(`${(0,html/* code */.aY)(path)}: ${(0,html/* prose */.CS)(countOf(fields.length, 'field'))}`, text) };
        }),
    ];
}
/** The causes, which everybody should see, and the entries and headers below them. */
function artifactSections(artifact) {
    const { path, counts, container, why, notCompared } = artifact;
    const entries = (0,explanation_text/* shownEntries */.G7)(artifact, false).map((entry) => `${entry.status} ${(0,explanation_text/* describeEntry */.OY)(entry)}`);
    const title = `${(0,html/* code */.aY)(path)}: ${(0,html/* prose */.CS)(`entries: ${(0,explanation_text/* countsText */.WN)(counts)}`)}`;
    return [
        {
            rank: 'failure',
            text: why.length === 0
                ? ''
                : (0,html/* table */.tp)([(0,html/* prose */.CS)(`why ${path} differs`)], why.map(({ text }) => [(0,html/* prose */.CS)(text)])),
        },
        { rank: 'statistics', text: entries.length === 0 ? '' : (0,html/* folded */.TM)(title, detailsTable('entry', entries)) },
        {
            rank: 'statistics',
            text: container.length === 0
                ? ''
                : (0,html/* folded */.TM)(`${(0,html/* code */.aY)(path)}: ${(0,html/* prose */.CS)('container')}`, detailsTable('field', container.map(explanation_text/* containerText */.x5))),
        },
        {
            rank: 'statistics',
            text: notCompared.map((what) => `<p>${(0,html/* prose */.CS)(`not compared in ${path}: ${what}`)}</p>\n`).join(''),
        },
    ];
}
function detailsTable(title, texts) {
    const rows = texts.slice(0, MAX_DETAILS).map((text) => [(0,html/* code */.aY)(text)]);
    const more = texts.length - rows.length;
    return (0,html/* table */.tp)([title], more === 0 ? rows : [...rows, [(0,html/* prose */.CS)(`and ${more} more`)]]);
}
function countOf(count, noun) {
    return `${(0,support_text/* counted */.hS)(count, noun)} ${count === 1 ? 'differs' : 'differ'}`;
}
function rowOf({ path, status, left, right, firstDifference }) {
    return [(0,html/* code */.aY)(path), describe(status, firstDifference), sideCell(left), sideCell(right)];
}
function describe(status, firstDifference) {
    switch (status) {
        case 'identical':
            return 'identical';
        case 'only-left':
            return 'only left';
        case 'only-right':
            return 'only right';
        case 'differs':
            return firstDifference === undefined ? 'differs' : `from byte ${firstDifference}`;
    }
}
function sideCell(file) {
    if (file === undefined)
        return '';
    const { kind, size, sha256, target } = file;
    if (target !== undefined)
        return `${(0,html/* prose */.CS)(kind)} → ${(0,html/* code */.aY)(target)}`;
    if (sha256 === undefined)
        return (0,html/* prose */.CS)(kind);
    return `${(0,html/* digest */.br)(sha256)}${size === undefined ? '' : ` ${(0,html/* prose */.CS)((0,units/* formatBytes */.z3)(size))}`}`;
}

;// CONCATENATED MODULE: ./build/action/modes/compare.js










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
    const comparison = await (0,explain/* explainComparison */.j)(await (0,diff/* compareSides */.GQ)(left, right, { reporter }), { reporter });
    const { identical, failure } = comparison;
    const differences = (0,comparison_text/* differencesOf */.g6)(comparison);
    for (const file of differences.slice(0, MAX_LINES)) {
        reporter.info((0,comparison_text/* describeDifference */.hF)(file));
        for (const line of (0,explanation_text/* formatInside */.yV)(comparison, file.path, {}))
            reporter.info(`  ${line}`);
    }
    if (differences.length > MAX_LINES)
        reporter.info(`and ${differences.length - MAX_LINES} more`);
    reporter.endGroup();
    (0,outputs/* setOutputs */.n)({ identical });
    const names = { left: inputs.left ?? '', right: inputs.right ?? '' };
    await context.summary.write('fledge compare', comparisonSections({ ...names, comparison }));
    if (identical) {
        reporter.info((0,comparison_text/* sumUp */.Bw)(comparison));
        return;
    }
    const which = differences.slice(0, 3).map(comparison_text/* describeDifference */.hF);
    const more = differences.length > which.length ? [`and ${differences.length - which.length} more`] : [];
    const lines = [`${inputs.left} and ${inputs.right} differ:`, ...which, ...more, ...firstReasons(comparison)];
    throw new errors/* FledgeError */.aE('format', lines.join('\n'), { cause: failure });
}
/** The first differences inside of artifacts and their causes, as lines. */
function firstReasons({ artifacts, failure }) {
    const inside = (0,explanation_text/* describeInside */.u4)({ artifacts: artifacts.slice(0, 3) }).replace(/^; /, '');
    const why = artifacts[0]?.why.filter(({ what }) => what !== 'no-provenance').slice(0, 3) ?? [];
    return [
        ...(inside === '' ? [] : [inside]),
        ...why.map(({ text }) => `why: ${text}`),
        ...(failure === undefined ? [] : [failure.message]),
    ];
}
/** The path of a side: a path in the workspace, otherwise a URL or a workflow artifact, which are downloaded. */
async function locate(side, name, context) {
    if ((0,external_node_fs_.existsSync)(name))
        return name;
    if ((0,pairs/* isUrl */.gU)(name)) {
        const { downloadSide } = await __webpack_require__.e(/* import() */ 6294).then(__webpack_require__.bind(__webpack_require__, 46294));
        return downloadSide(name, (0,external_node_path_.join)(context.directory, side), context);
    }
    // A missing path is not the name of an artifact, which has no slash.
    if ((0,external_node_path_.basename)(name) !== name) {
        throw new errors/* FledgeError */.aE('usage', `input ${side}: there is no file or directory ${JSON.stringify(name)}`, {
            fix: 'create it in an earlier step, or use the name of a workflow artifact of this run (without a slash)',
        });
    }
    context.reporter.step(`download the workflow artifact ${name}`);
    const { downloadWorkflowArtifact } = await Promise.all(/* import() */[__webpack_require__.e(8147), __webpack_require__.e(6850), __webpack_require__.e(5833)]).then(__webpack_require__.bind(__webpack_require__, 25833));
    return downloadWorkflowArtifact(name, { side, directory: (0,external_node_path_.join)(context.directory, side) });
}


/***/ }),

/***/ 93241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ TYPE_BITS)
/* harmony export */ });
/** The file type in a mode (inode(7)). */
const TYPE_BITS = {
    fifo: 0o010000,
    'char-device': 0o020000,
    directory: 0o040000,
    'block-device': 0o060000,
    file: 0o100000,
    symlink: 0o120000,
};


/***/ })

};
