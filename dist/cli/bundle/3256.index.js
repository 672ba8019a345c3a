export const id = 3256;
export const ids = [3256];
export const modules = {

/***/ 45460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ jsonSyntaxProblem),
/* harmony export */   fg: () => (/* binding */ repeatedKeys),
/* harmony export */   rz: () => (/* binding */ locateJson)
/* harmony export */ });
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45868);

/*
 * JSON.parse reads the values. This module finds the positions of their keys, and keys that are repeated. jsonc-parser
 * describes syntax errors; it is loaded only if there is one.
 */
/** Messages by jsonc-parser's names of errors. */
const MESSAGES = {
    InvalidNumberFormat: 'this is not a number',
    PropertyNameExpected: 'expected a key in double quotes',
    ValueExpected: 'expected a value',
    ColonExpected: 'expected ":" after the key',
    CommaExpected: 'expected "," before this',
    CloseBraceExpected: 'expected "}"',
    CloseBracketExpected: 'expected "]"',
    EndOfFileExpected: 'expected nothing after the end of the value',
    InvalidCommentToken: 'comments are not allowed in JSON',
    UnexpectedEndOfComment: 'comments are not allowed in JSON',
    UnexpectedEndOfString: 'this string does not end on its line',
    UnexpectedEndOfNumber: 'this number is incomplete',
    InvalidUnicode: 'this string has an invalid escape sequence',
    InvalidEscapeCharacter: 'this string has an invalid escape sequence',
    InvalidCharacter: 'this string has an unescaped control character',
};
/** Maximum length of a symbol in a message, in characters. */
const MAX_SHOWN = 20;
/**
 * Yields the keys and elements of a JSON text that JSON.parse accepts, in their order, down to a depth. It is not recursive
 * and keeps nothing of deeper levels, because a hostile text can be nested a million times.
 */
function* membersOf(text, maxDepth) {
    const open = [];
    const path = () => open.map(({ segment = '' }) => segment);
    let depth = 0;
    for (let at = 0; at < text.length; at += 1) {
        const container = depth <= maxDepth ? open.at(-1) : undefined;
        const character = text[at];
        switch (character) {
            case ' ':
            case '\t':
            case '\n':
            case '\r':
            case ':':
                continue;
            case ',':
                if (container?.kind === 'object')
                    container.isBeforeKey = true;
                continue;
            case '}':
            case ']':
                if (depth <= maxDepth)
                    open.pop();
                depth -= 1;
                continue;
        }
        const start = at;
        if (character === '"')
            at = endOfString(text, at) - 1;
        if (container?.kind === 'object' && container.isBeforeKey) {
            const key = String(JSON.parse(text.slice(start, at + 1)));
            const isRepeated = container.keys.has(key);
            container.keys.add(key);
            Object.assign(container, { segment: key, isBeforeKey: false });
            yield { offset: start, isRepeated, path };
            continue;
        }
        if (container?.kind === 'array') {
            container.segment = typeof container.segment === 'number' ? container.segment + 1 : 0;
            yield { offset: start, isRepeated: false, path };
        }
        if (character === '{' || character === '[') {
            depth += 1;
            if (depth > maxDepth)
                continue;
            const kind = character === '{' ? 'object' : 'array';
            open.push({ kind, segment: undefined, isBeforeKey: kind === 'object', keys: new Set() });
        }
        else if (character !== '"') {
            // A number or a literal.
            while (at + 1 < text.length && !ENDS_OF_WORD.has(text[at + 1] ?? ''))
                at += 1;
        }
    }
}
/** The characters that can follow a number or a literal. */
const ENDS_OF_WORD = new Set([',', '}', ']', ' ', '\t', '\n', '\r']);
/** The offset after the closing quote of a string that begins at `start`. */
function endOfString(text, start) {
    let at = start + 1;
    for (; text[at] !== '"'; at += 1)
        if (text[at] === '\\')
            at += 1;
    return at + 1;
}
/** The positions of the keys of a JSON text, which must be valid. Of a repeated key, it is the position of the last one. */
function locateJson(text) {
    const map = new _positions_js__WEBPACK_IMPORTED_MODULE_0__/* .PositionMap */ .mG(text);
    let line = 1;
    let lineStart = 0;
    for (const { offset, path } of membersOf(text, _positions_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_DEPTH */ .lr)) {
        for (let end = text.indexOf('\n', lineStart); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
            line += 1;
            lineStart = end + 1;
        }
        map.add(path(), line, offset - lineStart);
    }
    return map;
}
/** The maximum depth at which repeated keys are found: deeper than any document that fledge reads. */
const MAX_KEY_DEPTH = 100;
/**
 * The paths of the keys that one object has more than once, in a text that JSON.parse accepts. JSON.parse uses the last
 * one; other programs use the first one.
 */
function* repeatedKeys(text) {
    for (const { isRepeated, path } of membersOf(text, MAX_KEY_DEPTH))
        if (isRepeated)
            yield path();
}
/** The first syntax error of a text that JSON.parse rejects. */
async function jsonSyntaxProblem(text, file) {
    const { printParseErrorCode, visit } = await __webpack_require__.e(/* import() */ 9547).then(__webpack_require__.t.bind(__webpack_require__, 99547, 19));
    const found = [];
    const onError = (code, offset, length) => {
        if (found.length === 0)
            found.push(explain(printParseErrorCode(code), { offset, length }, text));
    };
    try {
        visit(text, { onError }, { disallowComments: true });
    }
    catch (error) {
        // The parser is recursive, and the text can be nested too deeply for it.
        if (!(error instanceof RangeError))
            throw error;
    }
    const [{ offset, message } = { offset: 0, message: 'this is not valid JSON' }] = found;
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    return { file, line, column, key: undefined, message };
}
function explain(name, { offset, length }, text) {
    const isAtEnd = text.slice(offset).trim() === '';
    const isOpenString = name === 'UnexpectedEndOfString' && offset + length === text.length;
    if (isAtEnd || isOpenString)
        return { offset: text.length, message: 'the JSON text ends too early' };
    const message = MESSAGES[name];
    if (message !== undefined)
        return { offset, message };
    const symbol = text.slice(offset, offset + Math.min(length, MAX_SHOWN));
    return { offset, message: `unexpected ${JSON.stringify(symbol)}` };
}


/***/ }),

/***/ 67141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qx: () => (/* binding */ DEFAULT_TEMPLATE_FILE),
  gK: () => (/* binding */ loadTemplateFor)
});

// UNUSED EXPORTS: findManifestTemplate, loadManifestTemplate, validateTemplateText

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/document/document.js
var document_document = __webpack_require__(28055);
// EXTERNAL MODULE: ./build/document/json.js
var json = __webpack_require__(45460);
// EXTERNAL MODULE: ./build/document/positions.js
var positions = __webpack_require__(45868);
// EXTERNAL MODULE: ./build/document/problems.js
var problems = __webpack_require__(60410);
// EXTERNAL MODULE: ./build/document/source-text.js
var source_text = __webpack_require__(10755);
// EXTERNAL MODULE: ./build/document/syntax-hints.js
var syntax_hints = __webpack_require__(35342);
// EXTERNAL MODULE: ./build/document/toml.js
var toml = __webpack_require__(45666);
// EXTERNAL MODULE: ./build/document/zod-problems.js + 1 modules
var zod_problems = __webpack_require__(12673);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/manifest/template-values.js
var template_values = __webpack_require__(33267);
;// CONCATENATED MODULE: ./build/manifest/template-rules.js

/** Finds problems between the keys of a template, and values that Volant's schema accepts but Volant refuses. */
function findTemplateProblems(template) {
    return [
        ...findEntrypointProblems(template.workload),
        ...findEnvironmentProblems(template),
        ...findCloudInitProblems(template.cloud_init),
        ...findActionProblems(template),
        ...findNetworkProblems(template.network ?? {}),
        ...findNulCharacters(template),
    ];
}
/** Converts a template to the spellings of the manifest. */
function normaliseTemplate(template) {
    const { schema_version: _, env, workload = {}, cloud_init: cloudInit, ...fields } = template;
    const { entrypoint, args, ...otherWorkload } = workload;
    const program = entrypoint === undefined ? undefined : [entrypoint, args ?? []].flat();
    const environment = { ...env, ...otherWorkload.env };
    return {
        ...fields,
        workload: {
            ...otherWorkload,
            ...(program !== undefined && { entrypoint: program }),
            ...(program === undefined && args !== undefined && { args }),
            ...(Object.keys(environment).length > 0 && { env: environment }),
        },
        ...(cloudInit !== undefined && { cloud_init: inlineDocuments(cloudInit) }),
    };
}
/** A string is not split at spaces: without the rules of a shell for quotes, the program would not start. */
function findEntrypointProblems(workload) {
    const entrypoint = workload?.entrypoint;
    const path = ['workload', 'entrypoint'];
    if (Array.isArray(entrypoint)) {
        return entrypoint[0]?.trim() === '' ? [{ path: [...path, 0], message: 'must not be empty' }] : [];
    }
    if (entrypoint === undefined || !/\s/.test(entrypoint))
        return [];
    const words = entrypoint.trim().split(/\s+/);
    return [
        {
            path,
            message: `a string is only the program; write program and arguments as an array: ${JSON.stringify(words)}`,
        },
    ];
}
function findEnvironmentProblems({ env = {}, workload }) {
    const tables = [
        [['env'], env],
        [['workload', 'env'], workload?.env ?? {}],
    ];
    const misnamed = tables.flatMap(([path, table]) => Object.keys(table).flatMap((name) => {
        const message = (0,template_values/* problemOfVariableName */.EI)(name);
        return message === undefined ? [] : [{ path: [...path, name], message }];
    }));
    const contradictory = Object.entries(env)
        .filter(([name, value]) => {
        const other = workload?.env?.[name];
        return other !== undefined && other !== value;
    })
        .map(([name]) => ({ path: ['env', name], message: 'has another value in [workload.env]; keep one' }));
    return [...misnamed, ...contradictory];
}
/** Volant refuses a document with both, and one whose `inline` contradicts its other key. */
function findCloudInitProblems(cloudInit) {
    return ['user_data', 'meta_data', 'network_config'].flatMap((name) => {
        const { inline, content, path } = cloudInit?.[name] ?? {};
        const key = ['cloud_init', name];
        if (content && path)
            return [{ path: [...key, 'path'], message: 'content and path are mutually exclusive; keep one' }];
        if (content && inline === false)
            return [{ path: [...key, 'inline'], message: 'must be true or omitted if content is set' }];
        if (path && inline === true)
            return [{ path: [...key, 'inline'], message: 'must be false or omitted if path is set' }];
        if (inline === true && content === undefined && path === undefined)
            return [{ path: [...key, 'inline'], message: 'content is missing; set it, or name a file with path' }];
        return [];
    });
}
function findActionProblems({ actions = {} }) {
    return Object.keys(actions)
        .filter((name) => name.trim() === '')
        .map((name) => ({ path: ['actions', name], message: 'the name of an action must not be empty' }));
}
function findNetworkProblems({ mode, subnet, gateway, auto_assign: isAssigned, expose = [] }) {
    const findings = [];
    if (mode === 'bridged' && subnet?.trim() && !gateway?.trim() && isAssigned !== true) {
        const message = 'Volant refuses a subnet without gateway or auto_assign; set one of them';
        findings.push({ path: ['network', 'subnet'], message });
    }
    const taken = new Set();
    for (const [index, { host_port: port, protocol = 'tcp' }] of expose.entries()) {
        const name = `${port}/${protocol}`;
        if (port === undefined)
            continue;
        const path = ['network', 'expose', index, 'host_port'];
        if (taken.has(name))
            findings.push({ path, message: `port ${name} of the host is mapped twice; keep one` });
        taken.add(name);
    }
    return findings;
}
/** No program, path or variable of Linux can contain a NUL character. */
function findNulCharacters(value, path = []) {
    if (typeof value === 'string') {
        return value.includes('\0') ? [{ path, message: 'must not contain a NUL character' }] : [];
    }
    if (Array.isArray(value))
        return value.flatMap((item, index) => findNulCharacters(item, [...path, index]));
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, item]) => [
        ...findNulCharacters(key, [...path, key]),
        ...findNulCharacters(item, [...path, key]),
    ]);
}
/** Adds `inline = true` to `content`, as Volant requires; templates of its users omit it. */
function inlineDocuments(cloudInit) {
    const inlined = (document) => document.content ? { inline: true, content: document.content } : document;
    const { user_data: userData, meta_data: metaData, network_config: networkConfig, ...others } = cloudInit;
    return {
        ...others,
        ...(userData !== undefined && { user_data: inlined(userData) }),
        ...(metaData !== undefined && { meta_data: inlined(metaData) }),
        ...(networkConfig !== undefined && { network_config: inlined(networkConfig) }),
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/config/filesystems.js
var filesystems = __webpack_require__(89747);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
// EXTERNAL MODULE: ./build/document/checked-text.js
var checked_text = __webpack_require__(4769);
// EXTERNAL MODULE: ./build/manifest/fields.js
var fields = __webpack_require__(14255);
;// CONCATENATED MODULE: ./build/manifest/template-schema.js






/*
 * manifest.toml: the fields of the manifest, all of them optional because a build fills in missing ones, and the
 * spellings that Volant's own projects use although the manifest does not have them. Rules between keys are in
 * template-rules.ts.
 */
const filled = (0,checked_text/* checkedText */.N)(template_values/* problemOfBlank */.d8);
const address = (0,checked_text/* checkedText */.N)(template_values/* problemOfAddress */.BX);
const program = schemas/* array */.YOg(schemas/* string */.YjP()).min(1);
const workload = fields/* workloadSchema */.Z7.partial().extend({
    base_url: (0,checked_text/* checkedText */.N)(template_values/* problemOfBaseUrl */.nb).optional(),
    entrypoint: schemas/* union */.KCZ([filled, program]).optional(),
    args: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    workdir: (0,checked_text/* checkedText */.N)(template_values/* problemOfWorkdir */.TG).optional(),
});
const healthCheck = fields/* healthCheckSchema */.KR.extend({ endpoint: (0,checked_text/* checkedText */.N)(template_values/* problemOfRequestPath */.Zm) }).partial();
const actions = schemas/* record */.g1P(schemas/* string */.YjP(), fields/* actionsSchema */.HQ.valueType.extend({
    method: (0,checked_text/* checkedText */.N)(template_values/* problemOfActionMethod */.sm),
    path: (0,checked_text/* checkedText */.N)(template_values/* problemOfActionPath */.O0),
}));
const disks = schemas/* array */.YOg(fields/* disksSchema */.KT.element.extend({
    name: filled,
    source: (0,checked_text/* checkedText */.N)((value) => (0,template_values/* problemOfBlank */.d8)(value) ?? (0,template_values/* problemOfAddress */.BX)(value)),
}));
const cloudInitDocument = fields/* cloudInitDocumentSchema */.AK.extend({ path: (0,checked_text/* checkedText */.N)(values/* problemOfPath */._r).optional() }).optional();
const cloudInit = fields/* cloudInitSchema */.pf.extend({
    user_data: cloudInitDocument,
    meta_data: cloudInitDocument,
    network_config: cloudInitDocument,
});
const devices = fields/* devicesSchema */.jC.extend({
    pci_passthrough: schemas/* array */.YOg(filled).optional(),
    allowlist: schemas/* array */.YOg(filled).optional(),
});
/** `format` may be a file system, as in Volant's documentation, but the build does not use it. */
const rootfs = fields/* rootfsSchema */.fz.partial().extend({
    url: address.optional(),
    format: schemas/* enum */.k5n(['raw', 'qcow2', ...filesystems/* FILESYSTEM_TYPES */.mS]).optional(),
});
const templateSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP().optional(),
    schema_version: schemas/* enum */.k5n(['1.0', 'v1']).optional(),
    name: (0,checked_text/* checkedText */.N)(values/* problemOfPluginName */.Lb).optional(),
    version: (0,checked_text/* checkedText */.N)(values/* problemOfPluginVersion */.oI).optional(),
    runtime: (0,checked_text/* checkedText */.N)(values/* problemOfPluginName */.Lb).optional(),
    image: schemas/* string */.YjP().optional(),
    image_digest: schemas/* string */.YjP().optional(),
    enabled: schemas/* boolean */.zMY().optional(),
    openapi: address.optional(),
    labels: fields/* labelsSchema */.Pr.optional(),
    resources: fields/* resourcesSchema */.PL.partial().optional(),
    workload: workload.optional(),
    health_check: healthCheck.optional(),
    actions: actions.optional(),
    rootfs: rootfs.optional(),
    initramfs: schemas/* strictObject */.rej({ url: address, checksum: schemas/* string */.YjP() }).partial().optional(),
    disks: disks.optional(),
    cloud_init: cloudInit.optional(),
    network: fields/* networkSchema */.uT.optional(),
    devices: devices.optional(),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
});

// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(57096);
// EXTERNAL MODULE: ./build/document/vocabulary.js
var document_vocabulary = __webpack_require__(69374);
;// CONCATENATED MODULE: ./build/manifest/template-vocabulary.js



const UNKNOWN = "has no place in Volant's plugin manifest";
const ELSEWHERE = { file: 'fledge.toml', names: Object.keys(schema/* documentSchema */.L.shape) };
/** Names of other formats, such as compose files, and the key of the manifest: `TABLE.NAME`. */
const OTHER_NAMES = new Map([
    ['health_check.path', 'endpoint'],
    ['health_check.url', 'endpoint'],
    ['network.port', 'expose'],
    ['network.ports', 'expose'],
    ['resources.cores', 'cpu_cores'],
    ['resources.cpus', 'cpu_cores'],
    ['resources.ram', 'memory_mb'],
    ['resources.vcpus', 'cpu_cores'],
    ['workload.cmd', 'entrypoint'],
    ['workload.command', 'entrypoint'],
    ['workload.cwd', 'workdir'],
    ['workload.environment', 'env'],
    ['workload.port', 'base_url'],
    ['workload.url', 'base_url'],
    ['workload.working_dir', 'workdir'],
]);
/** Explanations of unknown keys of a template; `tableNoun` is that of its format. */
function templateVocabulary(tableNoun) {
    const vocabulary = (0,document_vocabulary/* vocabularyOf */.Y)(templateSchema, { unknown: UNKNOWN, tableNoun }, ELSEWHERE);
    return {
        ...vocabulary,
        explain(name, path) {
            const key = OTHER_NAMES.get([...path, name].join('.'));
            return key === undefined ? vocabulary.explain(name, path) : { message: UNKNOWN, suggestion: key };
        },
    };
}

// EXTERNAL MODULE: ./build/manifest/template-warnings.js
var template_warnings = __webpack_require__(87520);
;// CONCATENATED MODULE: ./build/manifest/template.js
















/** The template that a build uses if none is named. */
const DEFAULT_TEMPLATE_FILE = 'manifest.toml';
/** The manifest.toml beside a fledge.toml, or undefined if there is none. */
async function findManifestTemplate(configFile) {
    const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(configFile), DEFAULT_TEMPLATE_FILE);
    try {
        // Not stat: a link to a file that does not exist is an error, and not a plugin without a template.
        await (0,promises_.lstat)(path);
        return path;
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        return path;
    }
}
/**
 * Loads the template at `named`, otherwise manifest.toml beside a fledge.toml, if there is one.
 *
 * @throws FledgeError as `loadManifestTemplate` does.
 */
async function loadTemplateFor(configFile, named) {
    if (named !== undefined && (0,external_node_path_.resolve)(named) === (0,external_node_path_.resolve)(configFile)) {
        throw new errors/* FledgeError */.aE('config', `${named} is the config of the plugin, not a manifest template`, {
            fix: (0,wording/* worded */.MH) `name a file such as manifest.toml with ${(0,wording/* option */.uK)('manifest')}`,
        });
    }
    const path = named ?? (await findManifestTemplate(configFile));
    return path === undefined ? undefined : loadManifestTemplate(path);
}
/**
 * Reads and checks a template of the manifest: TOML, or JSON where the name ends in `.json`.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadManifestTemplate(path) {
    const missing = () => new errors/* FledgeError */.aE('config', `there is no manifest template ${path}`);
    return (0,source_text/* checkSource */.A)(path, missing, (text) => validateTemplateText(text, path));
}
/**
 * Checks the text of a template by the rules of docs/manifest.md. `file` is the name in problems; with the suffix
 * `.json` the text is JSON, otherwise TOML.
 *
 * @throws FledgeError `config` with every problem.
 */
async function validateTemplateText(text, file) {
    const source = text.replace(/^\ufeff/, '');
    const isJson = /\.json$/i.test(file);
    const raw = isJson ? await parseJson(source, file) : (0,toml/* parseToml */.MT)(source, file);
    let located;
    const locate = async () => {
        located ??= await (isJson ? (0,json/* locateJson */.rz)(source) : (0,positions/* locateToml */.Ls)(source));
        return located;
    };
    const errorAt = async (found) => (0,problems/* problemsError */.$j)((0,document_document/* locateFindings */.Hf)(found, file, await locate()));
    const parsed = templateSchema.safeParse(raw, zod_problems/* PARSE_ONCE */.Mh);
    const issues = parsed.error?.issues ?? [];
    const draft = parsed.data ?? (0,document_document/* draftOf */.bz)(templateSchema, raw, issues) ?? {};
    const vocabulary = isJson ? jsonVocabulary : tomlVocabulary;
    const findings = [
        ...(0,zod_problems/* findingsOfIssues */.uT)(issues, raw, vocabulary),
        ...(0,document_document/* findProtoKeys */.YN)(raw, [['env'], ['workload', 'env'], ['labels'], ['actions']]),
        ...findTemplateProblems(draft),
        ...(isJson ? findRepeatedKeys(source) : []),
    ];
    if (findings.length > 0)
        throw await errorAt(findings);
    const notes = (0,template_warnings/* findTemplateNotes */.hQ)(draft);
    return {
        file,
        fields: normaliseTemplate(draft),
        notes: notes.length === 0 ? [] : (0,problems/* firstNotes */.Ye)((0,document_document/* locateFindings */.Hf)(notes, file, await locate())),
        positionOf: async (path) => (await locate()).positionOf(path),
        errorAt,
    };
}
/** Findings for the keys that an object has more than once. The parser of TOML refuses them itself. */
function findRepeatedKeys(source) {
    const paths = new Map();
    // A key that is there three times is one problem.
    for (const path of (0,json/* repeatedKeys */.fg)(source))
        paths.set(JSON.stringify(path), path);
    return [...paths.values()].map((path) => ({ path, message: 'this object has the key twice; keep one' }));
}
const tomlVocabulary = templateVocabulary('a table');
const jsonVocabulary = templateVocabulary('an object');
async function parseJson(text, file) {
    const value = await parseJsonValue(text, file);
    if ((0,toml/* isTable */.bI)(value))
        return value;
    throw (0,problems/* problemsError */.$j)([{ file, line: 1, column: 1, key: undefined, message: 'a manifest must be a JSON object' }]);
}
async function parseJsonValue(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        if (error instanceof SyntaxError) {
            const problem = await (0,json/* jsonSyntaxProblem */.F1)(text, file);
            const hint = (0,syntax_hints/* hintForJson */.H)(text);
            throw (0,problems/* problemsError */.$j)([hint === undefined ? problem : { ...problem, message: `${problem.message}; ${hint}` }]);
        }
        throw error;
    }
}


/***/ }),

/***/ 3256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadPlugin: () => (/* binding */ loadPlugin),
/* harmony export */   reportRemarks: () => (/* binding */ reportRemarks),
/* harmony export */   warnOfNotes: () => (/* binding */ warnOfNotes)
/* harmony export */ });
/* harmony import */ var _config_filesystems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89747);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80357);
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60410);
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19029);
/* harmony import */ var _manifest_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67141);
/* harmony import */ var _support_report_warning_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79391);






/**
 * Loads a plugin. `config` is a fledge.toml or its directory. `manifest` is a template; default: manifest.toml beside
 * fledge.toml, if it exists.
 *
 * @throws FledgeError `config` with all problems of a file, or if it cannot be read.
 */
async function loadPlugin(config, manifest) {
    const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__.loadConfig)(config);
    const template = await (0,_manifest_template_js__WEBPACK_IMPORTED_MODULE_4__/* .loadTemplateFor */ .gK)(loaded.file, manifest);
    return {
        loaded,
        template,
        name: (0,_manifest_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfPlugin */ .oj)(loaded, template),
        artifactFile: (0,_config_filesystems_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultArtifactName */ .Vb)(loaded.config),
    };
}
/** Reports each setting in the files of a plugin that is valid but has no or little effect. */
function warnOfNotes({ loaded, template }, reporter) {
    (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .reportProblems */ .Tw)([...loaded.notes, ...(template?.notes ?? [])], reporter);
}
/** Reports remarks on a manifest, with the positions of the keys that they are about. */
async function reportRemarks(remarks, { loaded, template }, reporter) {
    for (const { code, message, fix, at } of remarks) {
        const document = at?.document === 'config' ? loaded : template;
        const place = at === undefined || document === undefined
            ? {}
            : { file: document.file, ...(await document.positionOf(at.path)), key: (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatKeyPath */ .K7)(at.path) };
        if (code !== 'note')
            reporter.warn(message, { ...place, code, fix });
        else
            reporter.info(`note: ${(0,_support_report_warning_js__WEBPACK_IMPORTED_MODULE_5__/* .describeWarning */ .U9)(message, place)}${fix === undefined ? '' : `; ${fix}`}`);
    }
}


/***/ })

};
