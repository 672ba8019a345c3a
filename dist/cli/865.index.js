export const id = 865;
export const ids = [865];
export const modules = {

/***/ 1865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginJsonLog: () => (/* binding */ beginJsonLog),
/* harmony export */   jsonReporter: () => (/* binding */ jsonReporter)
/* harmony export */ });
/* harmony import */ var _support_about_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2089);
/* harmony import */ var _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9551);
/* harmony import */ var _stream_reporter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9297);



/** The interval between progress events, in milliseconds. */
const PROGRESS_INTERVAL = 1000;
/** Begins a log of one JSON object per line (src/support/report/log-events.ts) with the line that names its schema. */
function beginJsonLog(stream) {
    stream.write((0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLogEvent */ .w3)({ type: 'start', schema: _support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .LOG_SCHEMA */ .tc, fledge: _support_about_js__WEBPACK_IMPORTED_MODULE_2__/* .VERSION */ .x }));
}
/** Reports to a stream as JSON, one object a line. Quiet prints only warnings and errors. */
function jsonReporter(stream, verbosity) {
    const log = (event) => {
        stream.write((0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLogEvent */ .w3)(event));
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
        warn(message, place) {
            const { file, line, column } = place ?? {};
            const isPlaced = file !== undefined && line !== undefined && column !== undefined;
            log({ type: 'warning', message, ...(isPlaced && { place: { file, line, column } }) });
        },
        debug(message) {
            if (isVerbose)
                log({ type: 'debug', message });
        },
        error(error) {
            const stack = isVerbose && error instanceof Error ? (0,_stream_reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .stackOf */ .U)(error).join('\n') : undefined;
            log((0,_support_report_log_events_js__WEBPACK_IMPORTED_MODULE_0__/* .errorEvent */ .dT)(error, 'its output with -v', stack));
        },
        progress: (label, unit) => (isQuiet ? silent : jsonProgress(label, unit, log)),
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

/***/ 9551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MK: () => (/* binding */ parseLogEvent),
/* harmony export */   dT: () => (/* binding */ errorEvent),
/* harmony export */   tc: () => (/* binding */ LOG_SCHEMA),
/* harmony export */   w3: () => (/* binding */ formatLogEvent),
/* harmony export */   yk: () => (/* binding */ errorOfEvent)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _about_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2089);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5921);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1720);




/*
 * The lines of `--log-format json`. fledge reads them too, from builds in other processes. Documented for users in
 * docs/troubleshooting.md: within one schema number, fields and types may be added, and existing ones keep their meaning.
 */
/** The number of the schema, which is in the first line of a log. */
const LOG_SCHEMA = 1;
/** Characters of the longest line. The longest error has about 60,000, and each can be escaped as six. */
const MAX_LINE = 1024 * 1024;
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const placeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), line: count, column: count });
const problemSchema = placeSchema.extend({
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    suggestion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    excerpt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
});
const textSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ option: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .NAMED_OPTIONS */ .Bd), value: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() })])),
]);
const eventSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('type', [
    /** The first line. */
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('start'), schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(), fledge: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('step'), title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('info'), message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    /** Only with `--verbose`. */
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('debug'), message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('warning'), message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), place: placeSchema.optional() }),
    /** At most one a second for each label, and one with `ended` for a label that had others. */
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('progress'),
        label: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        unit: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['bytes', 'entries']),
        done: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        total: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().optional(),
        ended: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('error'),
        code: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ERROR_CODES */ .OQ),
        message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        fix: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        /** The problems in files, with their positions. The message contains them too. */
        problems: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(problemSchema),
        /** Whether only the authors of fledge can fix it. */
        bug: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        /** With `--verbose`. */
        stack: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        /** The texts with options as data, if they contain options; and the part of the message that is not in `problems`. */
        wording: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ message: textSchema, fix: textSchema.optional(), remark: textSchema.optional() }).optional(),
    }),
]);
/** An event as a line, with its line break. Control characters are escaped. */
function formatLogEvent(event) {
    return `${JSON.stringify(event).replace(HIDDEN, escaped)}\n`;
}
/** Characters that JSON does not escape, and that can control a terminal or a viewer. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;
function escaped(character) {
    return character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}
/** The event of a line, or undefined: other programs write to the same stream. The line is untrusted. */
function parseLogEvent(line) {
    if (!line.startsWith('{') || line.length > MAX_LINE)
        return undefined;
    try {
        return eventSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** The event for anything thrown. `log` names the source of details of a bug, see `bugReport`. */
function errorEvent(error, log, stack) {
    const { message, fix, isBug } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(error);
    const told = fix ?? (isBug ? (0,_about_js__WEBPACK_IMPORTED_MODULE_3__/* .bugReport */ .r)(log) : undefined);
    const known = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE ? error : undefined;
    return {
        type: 'error',
        code: known?.code ?? 'internal',
        message,
        ...(told !== undefined && { fix: told }),
        problems: [...(known?.problems ?? [])],
        bug: isBug,
        ...(stack !== undefined && { stack }),
        ...(known !== undefined && wordingOf(known)),
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
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('internal', message);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE(code === 'internal' ? 'tool' : code, wording?.message ?? message, {
        fix: wording?.fix ?? fix,
        problems: problems.map((problem) => ({ ...problem, key: problem.key })),
        remark: wording?.remark,
    });
}


/***/ })

};
