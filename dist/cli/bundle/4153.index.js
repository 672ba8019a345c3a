export const id = 4153;
export const ids = [4153];
export const modules = {

/***/ 93017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ problemOfLocation),
/* harmony export */   Ce: () => (/* binding */ MOUNT_POINTS),
/* harmony export */   EK: () => (/* binding */ problemOfSha256),
/* harmony export */   G3: () => (/* binding */ PATTERNS),
/* harmony export */   H9: () => (/* binding */ DEFAULT_BUSYBOX_URL),
/* harmony export */   Lb: () => (/* binding */ problemOfPluginName),
/* harmony export */   M9: () => (/* binding */ DEFAULT_QCOW2_LEVEL),
/* harmony export */   NM: () => (/* binding */ DEFAULT_SIZE_BUFFER_MB),
/* harmony export */   T9: () => (/* binding */ problemOfBuildArg),
/* harmony export */   WN: () => (/* binding */ normaliseSha256),
/* harmony export */   Wv: () => (/* binding */ DEFAULT_COMPRESSION_LEVEL),
/* harmony export */   _r: () => (/* binding */ problemOfPath),
/* harmony export */   fg: () => (/* binding */ DEFAULT_BUSYBOX_SHA256),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   hp: () => (/* binding */ problemOfTag),
/* harmony export */   ix: () => (/* binding */ problemOfHttpUrl),
/* harmony export */   nR: () => (/* binding */ problemOfStage),
/* harmony export */   oI: () => (/* binding */ problemOfPluginVersion),
/* harmony export */   p3: () => (/* binding */ DEFAULT_MAX_UNPACKED_MB)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73136);

/** Several times the unpacked size of the largest images in use, in MiB. */
const DEFAULT_MAX_UNPACKED_MB = 65_536;
/** Space for logs and small state of a plugin, in MiB. */
const DEFAULT_SIZE_BUFFER_MB = 100;
/** Measured: docs/benchmarks.md. */
const DEFAULT_COMPRESSION_LEVEL = 9;
/** Measured: docs/benchmarks.md. */
const DEFAULT_QCOW2_LEVEL = { zstd: 3, zlib: 6 };
/** Directories over which the C init and the agent mount file systems. They hide what the artifact has there. */
const MOUNT_POINTS = ['/dev', '/proc', '/sys', '/tmp', '/run'];
/** The default busybox: static, musl, x86_64. */
const DEFAULT_BUSYBOX_URL = 'https://busybox.net/downloads/binaries/1.35.0-x86_64-linux-musl/busybox';
const DEFAULT_BUSYBOX_SHA256 = '6e123e7f3202a8c1e9b1f94d8941580a25135382b99e8d3e34fb858bba311348';
/** JSON Schema patterns of the rules below; each accepts everything that its rule accepts. */
const PATTERNS = {
    sha256: '^(?:[sS][hH][aA]256:)?[0-9A-Fa-f]{64}$',
    httpUrl: '^[hH][tT][tT][pP][sS]?://[^\\s]+$',
    path: '^[^\\u0000]+$',
    tag: '^[^\\s~^:?*\\[\\\\\\u0000-\\u001f\\u007f]+$',
    stage: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
    buildArg: '^[^\\u0000]*$',
    destination: '^/(?!(?:[^\\u0000]*/)?\\.\\.(?:/|$))[^\\u0000]*$',
};
const CONTROL_OR_SPACE = /[\s\p{Cc}]/u;
const SHA256 = new RegExp(PATTERNS.sha256);
const TAG = new RegExp(PATTERNS.tag);
const STAGE = new RegExp(PATTERNS.stage);
/** The problem with a host path, or undefined. */
function problemOfPath(value) {
    if (value === '')
        return 'must not be empty';
    return value.includes('\0') ? 'must not contain a NUL character' : undefined;
}
/** The problem with the name or number of a stage of a Dockerfile, or undefined. */
function problemOfStage(value) {
    if (value === '')
        return 'must not be empty';
    return STAGE.test(value) ? undefined : 'must be the name or the number of a stage: letters, digits, _, . and -';
}
/** The problem with the value of a build argument, or undefined. */
function problemOfBuildArg(value) {
    return value.includes('\0') ? 'must not contain a NUL character' : undefined;
}
/** The problem with a sha256 as `HEX` or `sha256:HEX`, or undefined. */
function problemOfSha256(value) {
    if (value === '')
        return 'must not be empty';
    if (SHA256.test(value))
        return undefined;
    const other = /^([a-z0-9]+):/i.exec(value)?.[1];
    if (other !== undefined && other.toLowerCase() !== 'sha256')
        return `must be a sha256, found ${other}`;
    const digits = value.slice(other === undefined ? 0 : other.length + 1);
    return /^[0-9a-f]*$/i.test(digits)
        ? `a sha256 has 64 hex digits, found ${digits.length}`
        : 'must be 64 hex digits, with or without "sha256:" before them';
}
/** 64 lower-case hex digits of a valid sha256. */
function normaliseSha256(value) {
    return value.slice(-64).toLowerCase();
}
/** The problem with an http(s) URL, or undefined. */
function problemOfHttpUrl(value) {
    if (value === '')
        return 'must not be empty';
    if (CONTROL_OR_SPACE.test(value))
        return 'a URL must not contain spaces or control characters; write %20 for a space';
    if (!/^https?:\/\//i.test(value))
        return 'must be an http:// or https:// URL';
    return URL.canParse(value) ? undefined : 'is not a valid URL';
}
/** The problem with a release tag, or undefined. The characters are those of git-check-ref-format(1). */
function problemOfTag(value) {
    if (value === '')
        return 'must not be empty';
    return TAG.test(value) ? undefined : 'must be "latest" or the tag of a release';
}
const PLUGIN_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} .,_+~@!-]{0,126}[\p{L}\p{N}\p{M}._+~!-])?$/u;
const PLUGIN_VERSION = /^[A-Za-z0-9][A-Za-z0-9.+_~-]{0,127}$/;
/**
 * The problem with the name or the runtime of a plugin, or undefined. Volant accepts any text, but it is used in
 * file names, outputs of a step and shell commands.
 */
function problemOfPluginName(value) {
    // Volant trims names before it checks that they are not empty.
    if (value.trim() === '')
        return 'must not be empty';
    return PLUGIN_NAME.test(value)
        ? undefined
        : 'must be 1 to 128 letters, digits, spaces and the characters . , _ + ~ @ ! -, with a letter or digit at its beginning';
}
/** The problem with the version of a plugin, or undefined; see `problemOfPluginName`. */
function problemOfPluginVersion(value) {
    if (value.trim() === '')
        return 'must not be empty';
    return PLUGIN_VERSION.test(value)
        ? undefined
        : 'must be 1 to 128 letters, digits and the characters . + _ ~ -, with a letter or digit at its beginning';
}
/** The problem with an http(s) URL, a file: URL or a path, or undefined. */
function problemOfLocation(value) {
    if (/^https?:/i.test(value))
        return problemOfHttpUrl(value);
    const problem = problemOfPath(value);
    if (problem !== undefined)
        return problem;
    if (/^file:/i.test(value))
        return pathOfFileUrl(value) === undefined ? 'is not a valid file: URL' : undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1];
    if (scheme === undefined)
        return undefined;
    const instead = scheme.toLowerCase() === 'docker' ? 'for an image, set busybox_image instead' : undefined;
    return `cannot fetch ${scheme}: URLs; ${instead ?? 'use https:, http:, file: or a path'}`;
}
/** The location that a valid text describes. */
function locationOf(value) {
    if (/^https?:/i.test(value))
        return { kind: 'url', url: value };
    return { kind: 'file', path: /^file:/i.test(value) ? (pathOfFileUrl(value) ?? value) : value };
}
/** `file:///abs`, `file:/abs` and, as curl and busybox wget users write it, `file:relative`. */
function pathOfFileUrl(value) {
    const rest = value.slice('file:'.length);
    if (/[?#]/.test(rest))
        return undefined;
    try {
        const path = rest.startsWith('/') ? (0,node_url__WEBPACK_IMPORTED_MODULE_0__.fileURLToPath)(new URL(value)) : decodeURIComponent(rest);
        return problemOfPath(path) === undefined ? path : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 60410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ problemsError),
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   K7: () => (/* binding */ formatKeyPath),
/* harmony export */   Tw: () => (/* binding */ reportProblems),
/* harmony export */   Ye: () => (/* binding */ firstNotes)
/* harmony export */ });
/* unused harmony export formatProblem */
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3131);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62625);



/** The problem as text: `fledge.toml:LINE:COL: key: message; did you mean "…"?`. */
function formatProblem(problem) {
    const { excerpt } = problem;
    return `${(0,_support_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlace */ .d)(problem)}${withSuggestion(problem)}${excerpt === undefined ? '' : `\n${excerpt}`}`;
}
function withSuggestion({ message, suggestion }) {
    return suggestion === undefined ? message : `${message}; did you mean ${JSON.stringify(suggestion)}?`;
}
/** Reports problems that do not end the work: as warnings, or as notes. */
function reportProblems(problems, reporter) {
    for (const problem of problems) {
        const { code = 'no-effect' } = problem;
        if (code === 'note')
            reporter.info(`note: ${formatProblem(problem)}`);
        else
            reporter.warn(withSuggestion(problem), { ...problem, code });
    }
}
/** Limits of one error: problems, and characters of all problems together. */
const MAX_PROBLEMS = 100;
const MAX_LENGTH = 16_000;
/** The problems within the limits, and the number of the others. */
function firstProblems(problems) {
    const shown = [];
    let length = 0;
    for (const problem of problems.slice(0, MAX_PROBLEMS)) {
        length += formatProblem(problem).length;
        if (length > MAX_LENGTH && shown.length > 0)
            break;
        shown.push(problem);
    }
    return { shown, more: problems.length - shown.length };
}
/**
 * The error for a file with problems: one line for each of the first ones, the number of the others, and the shown
 * problems as data.
 */
function problemsError(problems, fix) {
    const { shown, more } = firstProblems(problems);
    const remark = more === 0 ? undefined : `and ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(more, 'more problem')} in ${problems[0]?.file}`;
    const message = [...shown.map(formatProblem), ...(remark === undefined ? [] : [remark])].join('\n');
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('config', message, { problems: shown, remark, fix });
}
/** The first notes, and one more note with the number of the others. */
function firstNotes(notes) {
    const { shown, more } = firstProblems(notes);
    const [first] = notes;
    if (more === 0 || first === undefined)
        return shown;
    return [...shown, { file: first.file, line: 1, column: 1, key: undefined, message: `there are ${more} more notes` }];
}
/** The problems of an error; empty for another kind of error. */
function problemsOf(error) {
    return error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE ? error.problems : [];
}
/** A key path in TOML syntax: bare keys if possible, otherwise quoted, indexes in brackets. */
function formatKeyPath(path) {
    return path
        .map((segment, index) => {
        if (typeof segment === 'number')
            return `[${segment}]`;
        const name = /^[A-Za-z0-9_-]+$/.test(segment) ? segment : JSON.stringify(segment);
        return index === 0 ? name : `.${name}`;
    })
        .join('');
}


/***/ }),

/***/ 35342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ hintForJson),
/* harmony export */   l: () => (/* binding */ hintForToml)
/* harmony export */ });
/*
 * Hints for syntax errors. A parser names the first character that it cannot read; these rules name the mistakes behind it
 * that authors make most.
 */
/** The hint for a syntax error of TOML, or undefined. `line` is the line of the error, and `column` counts from 0. */
function hintForToml(message, text, line, column) {
    if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line))
        return 'this line is a conflict marker of Git; resolve the conflict';
    const format = foreignFormat(text);
    if (format !== undefined)
        return `this looks like ${format}, and the file must be TOML, such as KEY = "TEXT"`;
    if (/[“”„‟‘’«»]/.test(line))
        return `write straight quotation marks: "`;
    if (message.includes('control characters') && column >= line.trimEnd().length) {
        return 'the text does not end on this line; add the closing quotation mark';
    }
    if (message.includes('escape')) {
        return 'in double quotes, a backslash begins an escape; write / in a path, or the text in single quotes';
    }
    if (message.startsWith('trying to redefine'))
        return 'a file has each key and each [table] once';
    if (message.includes('numeric literal'))
        return 'write a number without a unit, or a text in quotes';
    return hintForBareText(line);
}
/** The hint for a text that is not JSON, or undefined. */
function hintForJson(text) {
    const first = firstLineOf(text);
    if (/^\[[\w.-]+\]$|^[\w.-]+\s*=/.test(first))
        return 'this looks like TOML; rename the file, so that it ends in .toml';
    if (/^['{]\s*'|^\{?\s*\w+\s*:/.test(first))
        return 'JSON has keys and texts in double quotes';
    return undefined;
}
/** `key = word` is not TOML: only true, false, numbers and dates are written without quotes. */
function hintForBareText(line) {
    const [, key = '', value = ''] = /^\s*([\w.-]+)\s*=\s*([A-Za-z_./~][^\s"'#,]*)\s*(?:#.*)?$/.exec(line) ?? [];
    if (value === '')
        return undefined;
    const lower = value.toLowerCase();
    if (lower === 'true' || lower === 'false')
        return `write ${lower} in lower case`;
    return `write a text in quotes: ${key} = "${value}"`;
}
/** The format that the beginning of a text probably has, if it is not TOML. */
function foreignFormat(text) {
    const first = firstLineOf(text);
    if (text.startsWith('#!'))
        return 'a script';
    if (/^\{/.test(first))
        return 'JSON';
    if (/^<[?!a-z]/i.test(first))
        return 'XML or HTML';
    if (/^(?:---$|- |[\w.-]+:(?:\s|$))/.test(first))
        return 'YAML';
    return /^(?:FROM|ARG)\s+[^\s=]/i.test(first) ? 'a Dockerfile' : undefined;
}
/** The first line with content that is not a comment. */
function firstLineOf(text) {
    return /^[ \t]*(?![#\s])(.*)$/m.exec(text)?.[1]?.trimEnd() ?? '';
}


/***/ }),

/***/ 45666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ describeType),
/* harmony export */   MT: () => (/* binding */ parseToml),
/* harmony export */   bI: () => (/* binding */ isTable)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60410);
/* harmony import */ var _syntax_hints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35342);



/** Distinguishes floats from integers, because no key of fledge.toml or manifest.toml accepts a float. */
class TomlFloat {
    value;
    constructor(value) {
        this.value = value;
    }
}
/** Deeper than any key of either file; anything below this depth is an error in any case. */
const MAX_DEPTH = 8;
const MAX_EXCERPT = 100;
/**
 * The values of a TOML text: integers as numbers (as bigint beyond 2^53), floats as TomlFloat, tables without
 * prototype.
 *
 * @throws FledgeError `config` with position, line and caret for the first syntax error.
 */
function parseToml(text, file) {
    try {
        const root = Object.create(null);
        for (const [key, value] of Object.entries((0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { integersAsBigInt: true }))) {
            define(root, key, convert(value, 1));
        }
        return root;
    }
    catch (error) {
        if (error instanceof smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .TomlError */ .zx)
            throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsError */ .$j)([syntaxProblem(error, text, file)]);
        // Arrays nested a thousand deep exhaust the parser's stack.
        if (error instanceof RangeError) {
            throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsError */ .$j)([{ file, line: 1, column: 1, key: undefined, message: 'this is nested too deeply' }]);
        }
        throw error;
    }
}
/** A table, as opposed to an array, a date or any other value. */
function isTable(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return false;
    return !(value instanceof TomlFloat) && !(value instanceof Date);
}
/** The type of a value, with its article: `an integer`, `a table`. */
function describeType(value) {
    if (typeof value === 'string')
        return 'a string';
    if (typeof value === 'boolean')
        return 'a boolean';
    if (typeof value === 'bigint')
        return 'an integer beyond 2^53';
    if (typeof value === 'number')
        return Number.isInteger(value) ? 'an integer' : 'a float';
    if (value instanceof TomlFloat)
        return 'a float';
    if (value instanceof smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .TomlDate */ .PJ || value instanceof Date)
        return 'a date or time';
    if (value === null)
        return 'null';
    if (!Array.isArray(value))
        return 'a table';
    return value.length > 0 && value.every(isTable) ? 'an array of tables' : 'an array';
}
function convert(value, depth) {
    if (typeof value === 'bigint')
        return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    if (typeof value === 'number')
        return new TomlFloat(value);
    if (depth === MAX_DEPTH)
        return value;
    if (Array.isArray(value))
        return value.map((element) => convert(element, depth + 1));
    if (!isTable(value))
        return value;
    const table = Object.create(null);
    for (const [key, child] of Object.entries(value))
        define(table, key, convert(child, depth + 1));
    return table;
}
/** Defines a property: an assignment to `__proto__` would set the prototype, also of an object without one. */
function define(table, key, value) {
    Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true });
}
function syntaxProblem(error, text, file) {
    const line = text.split('\n')[error.line - 1]?.replace(/\r$/, '') ?? '';
    const before = [...line.slice(0, error.column - 1)];
    const complaint = error.message.replace(/^Invalid TOML document: /, '').split('\n', 1)[0] ?? 'this is not valid TOML';
    const hint = (0,_syntax_hints_js__WEBPACK_IMPORTED_MODULE_2__/* .hintForToml */ .l)(complaint, text, line, error.column - 1);
    return {
        file,
        line: error.line,
        column: before.length + 1,
        key: undefined,
        message: hint === undefined ? complaint : `${complaint}; ${hint}`,
        excerpt: excerptOf(line, before),
    };
}
function excerptOf(line, before) {
    const start = Math.max(0, before.length - MAX_EXCERPT / 2);
    const shown = [...line]
        .slice(start, start + MAX_EXCERPT)
        .map(printable)
        .join('');
    const indent = before
        .slice(start)
        .map((character) => (character === '\t' ? '\t' : ' '))
        .join('');
    return `    ${shown}\n    ${indent}^`;
}
/** Replaces control characters: a config must not be able to control the terminal that shows its error. */
function printable(character) {
    return character !== '\t' && /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character) ? '\ufffd' : character;
}


/***/ }),

/***/ 12673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mh: () => (/* binding */ PARSE_ONCE),
  uT: () => (/* binding */ findingsOfIssues),
  fK: () => (/* binding */ valueAt)
});

// EXTERNAL MODULE: ./build/support/suggest.js
var suggest = __webpack_require__(1318);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/document/toml.js
var toml = __webpack_require__(45666);
;// CONCATENATED MODULE: ./build/document/type-hints.js

/** How to write a value of the wrong type in TOML, as an imperative; undefined if the mistake is not a usual one. */
function hintForType({ expected, value, path, namesAt }) {
    const key = String(path.at(-1));
    switch (expected) {
        case 'string':
            // Only where any text is valid, such as the value of a variable.
            if (namesAt(path.slice(0, -1)).length > 0)
                return undefined;
            if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
                return `write "${value}"`;
            }
            return (0,toml/* isTable */.bI)(value) ? quoteHint(path, value) : undefined;
        case 'number':
        case 'int':
            return typeof value === 'string' && /^\d{1,15}$/.test(value) ? `write ${value} without quotes` : undefined;
        case 'boolean':
            return value === 'true' || value === 'false' ? `write ${value} without quotes` : undefined;
        case 'array':
            if ((0,toml/* isTable */.bI)(value) && namesAt([...path, 0]).length > 0)
                return `write [[${path.join('.')}]]`;
            return typeof value === 'string' ? `write ${key} = [${JSON.stringify(value)}]` : undefined;
        case 'record':
        case 'object':
            if (!Array.isArray(value))
                return undefined;
            if (value.length > 0 && value.every(toml/* isTable */.bI)) {
                return `write [${path.join('.')}${expected === 'record' && isNamedTables(path, namesAt) ? '.NAME' : ''}]`;
            }
            return expected === 'record' ? assignmentHint(path, value) : undefined;
        default:
            return undefined;
    }
}
/** True for a table of tables with names that the author chooses, such as `[actions.NAME]`. */
function isNamedTables(path, namesAt) {
    return namesAt([...path, 'NAME']).length > 0;
}
/** For `labels.a.b = "c"`: the dot of an unquoted key makes a table. */
function quoteHint(path, value) {
    const names = [String(path.at(-1))];
    let inner = value;
    while ((0,toml/* isTable */.bI)(inner)) {
        const [first] = Object.entries(inner);
        if (first === undefined)
            return undefined;
        names.push(first[0]);
        inner = first[1];
    }
    return `quote a key with dots: ${JSON.stringify(names.join('.'))} = "..."`;
}
/** For `env = ["A=1"]`, as in a compose file. */
function assignmentHint(path, [first]) {
    const [, name, value] = typeof first === 'string' ? (/^([A-Za-z_][\w.-]*)=(.*)$/s.exec(first) ?? []) : [];
    return name === undefined ? undefined : `write [${path.join('.')}] and below it ${name} = ${JSON.stringify(value)}`;
}

;// CONCATENATED MODULE: ./build/document/zod-problems.js





/**
 * The options to parse a file with its schema. zod compiles a schema with `new Function` by default, which takes longer than it
 * saves for a value that is parsed once.
 */
const PARSE_ONCE = { jitless: true };
const ARRAY_OF_TABLES = 'an array of tables';
/** Findings for the issues that zod has with `input`, in words for people. */
function findingsOfIssues(issues, input, vocabulary) {
    return issues.flatMap((issue) => findingsOfIssue(issue, input, vocabulary));
}
/** The value at a path, or undefined. */
function valueAt(root, path) {
    let value = root;
    for (const segment of path) {
        if (Array.isArray(value) && typeof segment === 'number')
            value = value[segment];
        else if ((0,toml/* isTable */.bI)(value) && Object.hasOwn(value, segment))
            value = value[segment];
        else
            return undefined;
    }
    return value;
}
function findingsOfIssue(issue, input, vocabulary) {
    const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
    const value = valueAt(input, path);
    const found = value === undefined ? 'missing' : `found ${nounOf(value, vocabulary)}`;
    switch (issue.code) {
        case 'unrecognized_keys':
            return issue.keys.map((name) => unknownKey(name, path, vocabulary));
        case 'invalid_type': {
            const expected = expectedNoun(issue.expected, vocabulary);
            if (value === undefined)
                return [{ path, message: `missing; expected ${expected}`, about: 'missing' }];
            return [{ path, message: `expected ${expected}, ${found}${typeHint(issue.expected, path, value, vocabulary)}` }];
        }
        case 'invalid_value': {
            const expected = (0,support_text/* listWithOr */.CO)(issue.values.map((choice) => JSON.stringify(choice)));
            if (value === undefined)
                return [{ path, message: `missing; expected ${expected}`, about: 'missing' }];
            const shown = typeof value === 'string' ? `found ${JSON.stringify(value)}` : found;
            const suggestion = typeof value === 'object' ? undefined : (0,suggest/* nearest */.p)(String(value), issue.values.map(String));
            return [{ path, message: `expected ${expected}, ${shown}`, ...(suggestion !== undefined && { suggestion }) }];
        }
        case 'too_small':
            if (issue.origin === 'array')
                return [{ path, message: 'must not be empty' }];
            if (issue.origin === 'string')
                return [{ path, message: 'must not be empty' }];
            return [{ path, message: `must be at least ${issue.minimum}, found ${String(value)}` }];
        case 'too_big':
            if (issue.origin === 'array')
                return [{ path, message: `must have at most ${issue.maximum} elements` }];
            return [
                { path, message: `must be at most ${issue.maximum}, found ${String(value)}`, ...inMebibytes(path, value) },
            ];
        case 'invalid_union':
            return findingsOfUnion(issue, input, vocabulary);
        case 'custom': {
            const suggestion = issue.params?.['suggestion'];
            return [{ path, message: issue.message, ...(typeof suggestion === 'string' && { suggestion }) }];
        }
        default:
            return [{ path, message: issue.message }];
    }
}
/** The findings of the branch for the value's type; if no branch has this type, one finding with the valid types. */
function findingsOfUnion(issue, input, vocabulary) {
    const branch = issue.errors.find((issues) => issues.every(({ code, path }) => !isAboutType(code) || path.length > 0));
    if (branch !== undefined) {
        const prefixed = branch.map((found) => ({ ...found, path: [...issue.path, ...found.path] }));
        return findingsOfIssues(prefixed, input, vocabulary);
    }
    const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
    const expected = `expected ${(0,support_text/* listWithOr */.CO)(issue.errors.flat().map((found) => expectedValue(found, vocabulary)))}`;
    const value = valueAt(input, path);
    if (value === undefined)
        return [{ path, message: `missing; ${expected}`, about: 'missing' }];
    const types = issue.errors.flat().flatMap((found) => (found.code === 'invalid_type' ? [found.expected] : []));
    const hint = types.includes('number') || types.includes('int') ? typeHint('int', path, value, vocabulary) : '';
    return [{ path, message: `${expected}, found ${nounOf(value, vocabulary)}${hint}` }];
}
/** True if a branch of a union is for another type or another constant. */
function isAboutType(code) {
    return code === 'invalid_type' || code === 'invalid_value';
}
function expectedValue(issue, vocabulary) {
    if (issue.code === 'invalid_type')
        return expectedNoun(issue.expected, vocabulary);
    if (issue.code === 'invalid_value')
        return (0,support_text/* listWithOr */.CO)(issue.values.map((choice) => JSON.stringify(choice)));
    return issue.message;
}
/** A suggestion in MiB for a value that is too large, and was probably meant in bytes. */
function inMebibytes(path, value) {
    if (!String(path.at(-1)).endsWith('_mb') || typeof value !== 'number' || value % units/* MEBIBYTE */.gJ !== 0)
        return {};
    return { suggestion: String(value / units/* MEBIBYTE */.gJ) };
}
function unknownKey(name, table, vocabulary) {
    const path = [...table, name];
    const explanation = vocabulary.explain(name, table);
    if (typeof explanation === 'string')
        return { path, message: explanation, about: 'unknown' };
    if (explanation !== undefined)
        return { path, ...explanation, about: 'unknown' };
    const suggestion = (0,suggest/* nearest */.p)(name, vocabulary.namesAt(table));
    return { path, message: vocabulary.unknown, about: 'unknown', ...(suggestion !== undefined && { suggestion }) };
}
/** The hint of `hintForType` after a message about TOML; JSON has another syntax. */
function typeHint(expected, path, value, { tableNoun, namesAt }) {
    if (tableNoun !== 'a table')
        return '';
    const hint = hintForType({ expected, value, path, namesAt });
    return hint === undefined ? '' : `; ${hint}`;
}
function nounOf(value, vocabulary) {
    const noun = (0,toml/* describeType */.MF)(value);
    if (noun === 'a table')
        return vocabulary.tableNoun;
    return noun === ARRAY_OF_TABLES && vocabulary.tableNoun !== 'a table' ? 'an array' : noun;
}
function expectedNoun(expected, vocabulary) {
    switch (expected) {
        case 'string':
            return 'a string';
        case 'number':
        case 'int':
            return 'an integer';
        case 'boolean':
            return 'true or false';
        case 'array':
            return 'an array';
        case 'object':
        case 'record':
            return vocabulary.tableNoun;
        default:
            return expected;
    }
}


/***/ })

};
