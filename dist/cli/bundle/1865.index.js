export const id = 1865;
export const ids = [1865];
export const modules = {

/***/ 54246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginJsonLog: () => (/* binding */ beginJsonLog),
/* harmony export */   jsonReporter: () => (/* binding */ jsonReporter)
/* harmony export */ });
/* harmony import */ var _support_about_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92089);
/* harmony import */ var _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79472);
/* harmony import */ var _support_report_warning_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79391);
/* harmony import */ var _stream_reporter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47076);




/** The interval between progress events, in milliseconds. */
const PROGRESS_INTERVAL = 1000;
/** Begins a log of one JSON object per line (src/support/report/log-events.ts) with the line that names its schema. */
function beginJsonLog(stream) {
    stream.write((0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLogEvent */ .w3)({ type: 'start', schema: _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .LOG_SCHEMA */ .tc, fledge: _support_about_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .x }));
}
/** Reports to a stream as JSON, one object a line. Quiet prints only errors. */
function jsonReporter(stream, verbosity, { progress = 'auto', plugin } = {}) {
    const log = (event) => {
        stream.write((0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLogEvent */ .w3)(event, plugin));
    };
    const isQuiet = verbosity === 'quiet';
    const isVerbose = verbosity === 'verbose';
    return {
        step(title) {
            if (!isQuiet)
                log({ type: 'step', title });
        },
        info(message) {
            if (!isQuiet)
                log({ type: 'info', message });
        },
        warn(message, details) {
            if (isQuiet)
                return;
            const { file, line, column } = details ?? {};
            const isPlaced = file !== undefined && line !== undefined && column !== undefined;
            log({
                type: 'warning',
                message: (0,_support_report_warning_js__WEBPACK_IMPORTED_MODULE_1__/* .describeWarning */ .U9)(message, details),
                ...(isPlaced && { place: { file, line, column } }),
                warning: (0,_support_report_warning_js__WEBPACK_IMPORTED_MODULE_1__/* .warningOf */ .aj)(message, details),
            });
        },
        debug(message) {
            if (isVerbose)
                log({ type: 'debug', message });
        },
        error(error) {
            const stack = isVerbose && error instanceof Error ? (0,_stream_reporter_js__WEBPACK_IMPORTED_MODULE_2__/* .stackOf */ .US)(error).join('\n') : undefined;
            log((0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .errorEvent */ .dT)(error, 'its output with -v', stack));
        },
        progress: (label, unit) => (isQuiet || progress === 'none' ? silent : jsonProgress(label, unit, log)),
    };
}
const silent = { update() { }, end() { } };
function jsonProgress(label, unit, log) {
    let loggedAt = Date.now();
    let last;
    let isLogged = false;
    return {
        update(done, total) {
            last = { type: 'progress', label, unit, done, ...(total !== undefined && { total }) };
            const now = Date.now();
            if (now - loggedAt < PROGRESS_INTERVAL)
                return;
            loggedAt = now;
            isLogged = true;
            log(last);
        },
        end() {
            if (isLogged && last !== undefined)
                log({ ...last, ended: true });
        },
    };
}


/***/ }),

/***/ 79472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tc: () => (/* binding */ LOG_SCHEMA),
  dT: () => (/* binding */ errorEvent),
  yk: () => (/* binding */ errorOfEvent),
  w3: () => (/* binding */ formatLogEvent),
  MK: () => (/* binding */ parseLogEvent),
  ek: () => (/* binding */ warningSchema)
});

// UNUSED EXPORTS: logEventSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/support/report/error-fields.js
var error_fields = __webpack_require__(46707);
// EXTERNAL MODULE: ./build/support/report/json-text.js
var json_text = __webpack_require__(67277);
;// CONCATENATED MODULE: ./build/support/report/warning-codes.js
/** The kinds of warnings; docs/troubleshooting.md explains each. */
const WARNING_CODES = [
    'adjusted',
    'agent-port',
    'agent-space',
    'argument-trimmed',
    'cache',
    'dynamic-program',
    'entrypoint',
    'git-placeholder',
    'health-check',
    'hidden-path',
    'image-user',
    'kernel-filesystem',
    'link',
    'lock',
    'login',
    'manifest-size',
    'manifest-value',
    'memory',
    'missing-file',
    'no-effect',
    'no-port',
    'not-extracted',
    'other',
    'platform',
    'program',
    'sbom',
    'secret',
    'size',
    'special-bits',
    'suffix',
    'template',
    'unpinned',
    'version',
];

;// CONCATENATED MODULE: ./build/support/report/log-events.js






/*
 * The lines of `--log-format json`. fledge reads them too, from builds in other processes. Documented for users in
 * docs/troubleshooting.md: within one schema number, fields and types may be added, and existing ones keep their meaning.
 */
/** The number of the schema, which is in the first line of a log. */
const LOG_SCHEMA = 1;
/** Characters of the longest line. The longest error has about 60,000, and each can be escaped as six. */
const MAX_LINE = 1024 * 1024;
const count = schemas/* int */.Whr().min(0);
const placeSchema = schemas/* object */.Ikc({
    file: schemas/* string */.YjP().describe('The file as the user named it.'),
    line: count.describe('From 1.'),
    column: count.describe('From 1, in characters.'),
});
const problemSchema = placeSchema.extend({
    key: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP(),
    suggestion: schemas/* string */.YjP().optional(),
    excerpt: schemas/* string */.YjP().optional(),
});
/** A warning as data, see `Warning`. */
const warningSchema = schemas/* object */.Ikc({
    code: schemas/* enum */.k5n(WARNING_CODES).catch('other').describe('The kind of the warning, see troubleshooting.md.'),
    message: schemas/* string */.YjP().describe('The text, without the other fields.'),
    ...placeSchema.partial().shape,
    key: schemas/* string */.YjP().optional().describe('The key in the file.'),
    fix: schemas/* string */.YjP().optional().describe('One sentence in the imperative.'),
})
    .readonly();
const textSchema = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ option: schemas/* enum */.k5n(wording/* NAMED_OPTIONS */.Bd), value: schemas/* string */.YjP().optional() })])),
]);
/** One line, see `LogEvent`. */
const logEventSchema = schemas/* discriminatedUnion */.gMt('type', [
    /** The first line. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('start'), schema: schemas/* int */.Whr(), fledge: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('step'), title: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('info'), message: schemas/* string */.YjP() }),
    /** Only with `--verbose`. */
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('debug'), message: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('warning'),
        /** Contains the place and the key, if there are any. */
        message: schemas/* string */.YjP(),
        place: placeSchema.optional(),
        warning: warningSchema.optional(),
    }),
    /** At most one a second for each label, and one with `ended` for a label that had others. */
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('progress'),
        label: schemas/* string */.YjP(),
        unit: schemas/* enum */.k5n(['bytes', 'entries', 'seconds']),
        done: schemas/* number */.aig(),
        total: schemas/* number */.aig().optional(),
        ended: schemas/* boolean */.zMY().optional(),
    }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('error'),
        code: schemas/* enum */.k5n(errors/* ERROR_CODES */.OQ),
        message: schemas/* string */.YjP(),
        fix: schemas/* string */.YjP().optional(),
        /** The problems in files, with their positions. The message contains them too. */
        problems: schemas/* array */.YOg(problemSchema),
        /** Whether only the authors of fledge can fix it. */
        bug: schemas/* boolean */.zMY(),
        /** With `--verbose`. */
        stack: schemas/* string */.YjP().optional(),
        /** The texts with options as data, if they contain options; and the part of the message that is not in `problems`. */
        wording: schemas/* object */.Ikc({ message: textSchema, fix: textSchema.optional(), remark: textSchema.optional() }).optional(),
    }),
]);
/**
 * An event as a line, with its line break. Control characters are escaped. `plugin` is the plugin that the event is about, if
 * the program builds several.
 */
function formatLogEvent(event, plugin) {
    return `${(0,json_text/* jsonText */.s)(plugin === undefined ? event : { ...event, plugin })}\n`;
}
/** The event of a line, or undefined: other programs write to the same stream. The line is untrusted. */
function parseLogEvent(line) {
    if (!line.startsWith('{') || line.length > MAX_LINE)
        return undefined;
    try {
        return logEventSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** The event for anything thrown; see `errorFields`. */
function errorEvent(error, log, stack) {
    return {
        type: 'error',
        ...(0,error_fields/* errorFields */.a)(error, log, stack),
        ...(error instanceof errors/* FledgeError */.aE && wordingOf(error)),
    };
}
function wordingOf({ wording: { message, fix }, problems, remark }) {
    const beside = problems.length === 0 ? undefined : remark;
    if (beside === undefined && [message, fix ?? ''].every((text) => typeof text === 'string'))
        return {};
    return {
        wording: {
            message: partsOf(message),
            ...(fix !== undefined && { fix: partsOf(fix) }),
            ...(beside !== undefined && { remark: partsOf(beside) }),
        },
    };
}
function partsOf(text) {
    return typeof text === 'string' ? text : [...text];
}
/** The error that an event describes. */
function errorOfEvent({ code, message, fix, problems, bug, wording }) {
    if (bug)
        return new errors/* FledgeError */.aE('internal', message);
    return new errors/* FledgeError */.aE(code === 'internal' ? 'tool' : code, wording?.message ?? message, {
        fix: wording?.fix ?? fix,
        problems: problems.map((problem) => ({ ...problem, key: problem.key })),
        remark: wording?.remark,
    });
}


/***/ })

};
