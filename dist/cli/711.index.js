export const id = 711;
export const ids = [711];
export const modules = {

/***/ 7350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ initramfsSchema),
/* harmony export */   HQ: () => (/* binding */ actionsSchema),
/* harmony export */   KR: () => (/* binding */ healthCheckSchema),
/* harmony export */   KT: () => (/* binding */ disksSchema),
/* harmony export */   PL: () => (/* binding */ resourcesSchema),
/* harmony export */   Pr: () => (/* binding */ labelsSchema),
/* harmony export */   Z7: () => (/* binding */ workloadSchema),
/* harmony export */   fz: () => (/* binding */ rootfsSchema),
/* harmony export */   jC: () => (/* binding */ devicesSchema),
/* harmony export */   pf: () => (/* binding */ cloudInitSchema),
/* harmony export */   uT: () => (/* binding */ networkSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2311);

/*
 * The tables of Volant's plugin manifest v1, key by key and in its order. The manifest itself is describe/'s; the
 * template of a manifest is made of the same tables.
 */
const milliseconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0);
const texts = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const labelsSchema = texts;
const resourcesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    cpu_cores: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
    memory_mb: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
});
const workloadSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['http']),
    base_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    entrypoint: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1),
    env: texts.optional(),
    workdir: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const healthCheckSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    endpoint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    timeout_ms: milliseconds,
});
const actionsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    method: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    timeout_ms: milliseconds.optional(),
}));
const rootfsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    format: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['raw', 'qcow2']).optional(),
});
const initramfsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const disksSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    format: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['raw', 'qcow2']).optional(),
    readonly: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
}));
const cloudInitDocumentSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    inline: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    content: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const cloudInitSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    datasource: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    seed_mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['vfat']).optional(),
    user_data: cloudInitDocumentSchema.optional(),
    meta_data: cloudInitDocumentSchema.optional(),
    network_config: cloudInitDocumentSchema.optional(),
});
const networkSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['vsock', 'bridged', 'dhcp']).optional(),
    subnet: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    gateway: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    auto_assign: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
});
const devicesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    pci_passthrough: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    allowlist: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
});


/***/ }),

/***/ 578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gK: () => (/* binding */ loadTemplateFor)
});

// UNUSED EXPORTS: DEFAULT_TEMPLATE_FILE, findManifestTemplate, loadManifestTemplate, validateTemplateText

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/config/document.js
var config_document = __webpack_require__(5874);
// EXTERNAL MODULE: ./build/config/positions.js
var positions = __webpack_require__(3887);
;// CONCATENATED MODULE: ./build/config/json-positions.js

/** Where the keys of a JSON text are. The text must be valid JSON. */
function locateJson(text) {
    const map = new positions/* PositionMap */.m(text);
    const open = [];
    let key;
    let line = 1;
    let lineStart = 0;
    // Strings, brackets and scalars; commas and colons only matter in that a string before a colon is a key.
    for (const match of text.matchAll(/\n|"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]|[^\s,:{}[\]"]+/g)) {
        const [token, colon] = match;
        if (token === '\n') {
            line++;
            lineStart = match.index + 1;
            continue;
        }
        const container = open.at(-1);
        const unit = match.index - lineStart;
        if (colon !== undefined && container?.kind === 'object') {
            key = String(JSON.parse(token.slice(0, -colon.length)));
            map.add([...container.path, key], line, unit);
            const newlines = colon.split('\n').length - 1;
            line += newlines;
            if (newlines > 0)
                lineStart = match.index + token.lastIndexOf('\n') + 1;
            continue;
        }
        if (token === '}' || token === ']') {
            open.pop();
            continue;
        }
        const path = container === undefined ? [] : [...container.path, nextSegment(container, key)];
        if (container?.kind === 'array')
            map.add(path, line, unit);
        if (token === '{' || token === '[')
            open.push({ path, index: 0, kind: token === '{' ? 'object' : 'array' });
    }
    return map;
}
function nextSegment(container, key) {
    return container.kind === 'array' ? container.index++ : (key ?? '');
}
/** What `JSON.parse` found wrong, with its position. */
function jsonSyntaxProblem(error, text, file) {
    const before = text.slice(0, offsetOf(error, text));
    const line = before.split('\n').length;
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    const message = /^(?:Unexpected end|Unterminated string)/.test(error.message)
        ? 'the JSON text ends too early'
        : error.message.replace(/(?: in JSON)? at position.*$|, (?:\.\.\.)?".*$/s, '');
    return { file, line, column, key: undefined, message };
}
/** V8 names no position for an unexpected token: it is where the shortest prefix with that error ends. */
function offsetOf(error, text) {
    const named = /at position (\d+)/.exec(error.message)?.[1];
    if (named !== undefined)
        return Number(named);
    if (!isUnexpectedToken(text))
        return text.length;
    let good = 0;
    let bad = text.length;
    while (bad - good > 1) {
        const middle = (good + bad) >>> 1;
        if (isUnexpectedToken(text.slice(0, middle)))
            bad = middle;
        else
            good = middle;
    }
    return bad - 1;
}
function isUnexpectedToken(text) {
    try {
        JSON.parse(text);
        return false;
    }
    catch (error) {
        return error instanceof SyntaxError && error.message.startsWith('Unexpected token');
    }
}

// EXTERNAL MODULE: ./build/config/problems.js
var problems = __webpack_require__(3515);
// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
// EXTERNAL MODULE: ./build/config/source-text.js
var source_text = __webpack_require__(564);
;// CONCATENATED MODULE: ./build/config/template-rules.js
/** What is wrong between the keys of a template, and what Volant would refuse although its schema lets it pass. */
function findTemplateProblems(template) {
    return [
        ...findEntrypointProblems(template.workload),
        ...findEnvironmentProblems(template),
        ...findPortProblems(template),
        ...findCloudInitProblems(template.cloud_init),
        ...findEmptyTexts(template),
    ];
}
/** What a template says that has no field in the manifest and does no harm there. */
function findTemplateNotes({ network, workload }) {
    const expose = network?.expose ?? [];
    const used = workload?.base_url === undefined ? firstTcpIndex(expose) : -1;
    return expose.flatMap(({ port, protocol = 'tcp' }, index) => index === used
        ? []
        : [
            {
                path: ['network', 'expose', index],
                message: `${port}/${protocol} is not recorded: the manifest has one port, in base_url`,
            },
        ]);
}
/** A template without the spellings that the manifest does not have. */
function normaliseTemplate(template) {
    const { schema_version: _, env, workload = {}, network, cloud_init: cloudInit, ...fields } = template;
    const { entrypoint, args, ...otherWorkload } = workload;
    const { expose = [], ...otherNetwork } = network ?? {};
    const port = expose[firstTcpIndex(expose)]?.port;
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
        ...(Object.keys(otherNetwork).length > 0 && { network: otherNetwork }),
        ...(port !== undefined && { port }),
        ...(cloudInit !== undefined && { cloud_init: inlineDocuments(cloudInit) }),
    };
}
/** No splitting at spaces: a shell's quotes would be lost on it, and the program would not start. */
function findEntrypointProblems(workload) {
    const entrypoint = workload?.entrypoint;
    const path = ['workload', 'entrypoint'];
    if (Array.isArray(entrypoint)) {
        return entrypoint[0]?.trim() === '' ? [{ path: [...path, 0], message: 'must not be empty' }] : [];
    }
    if (entrypoint === undefined || !/\s/.test(entrypoint))
        return [];
    const words = entrypoint.trim().split(/\s+/);
    return [{ path, message: `one string is one program; write the arguments apart: ${JSON.stringify(words)}` }];
}
function findEnvironmentProblems({ env = {}, workload }) {
    return Object.entries(env)
        .filter(([name, value]) => {
        const other = workload?.env?.[name];
        return other !== undefined && other !== value;
    })
        .map(([name]) => ({ path: ['env', name], message: 'has another value in [workload.env]; keep one' }));
}
function findPortProblems({ network }) {
    return (network?.expose ?? []).flatMap(({ host_port: hostPort }, index) => hostPort === undefined
        ? []
        : [
            {
                path: ['network', 'expose', index, 'host_port'],
                message: "has no place in Volant's plugin manifest; host ports are chosen when a VM is created",
            },
        ]);
}
/** Volant refuses a document with both, and one whose `inline` contradicts what it has. */
function findCloudInitProblems(cloudInit) {
    return ['user_data', 'meta_data', 'network_config'].flatMap((name) => {
        const { inline, content, path } = cloudInit?.[name] ?? {};
        const key = ['cloud_init', name];
        if (content && path)
            return [{ path: [...key, 'path'], message: 'content and path exclude each other; keep one' }];
        if (content && inline === false)
            return [{ path: [...key, 'inline'], message: 'must be true, or left out, with content' }];
        if (path && inline === true)
            return [{ path: [...key, 'inline'], message: 'must be false, or left out, with path' }];
        return [];
    });
}
function findEmptyTexts({ actions = {}, disks = [] }) {
    const ofActions = Object.entries(actions).flatMap(([name, action]) => ['method', 'path'].filter((key) => action[key].trim() === '').map((key) => ['actions', name, key]));
    const ofDisks = disks.flatMap((disk, index) => ['name', 'source'].filter((key) => disk[key].trim() === '').map((key) => ['disks', index, key]));
    return [...ofActions, ...ofDisks].map((path) => ({ path, message: 'must not be empty' }));
}
/** Volant wants `inline = true` said beside `content`; its users' templates leave it out. */
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
function firstTcpIndex(expose) {
    return expose.findIndex(({ protocol = 'tcp' }) => protocol === 'tcp');
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./build/config/manifest-fields.js
var manifest_fields = __webpack_require__(7350);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(3017);
;// CONCATENATED MODULE: ./build/config/template-schema.js



/*
 * manifest.toml: the fields of the manifest, all of them optional because a build fills in what is missing, and the
 * spellings that Volant's own projects use and the manifest has not.
 */
const httpUrl = schemas/* string */.YjP().check((context) => {
    const message = (0,values/* problemOfHttpUrl */.ix)(context.value);
    if (message !== undefined)
        context.issues.push({ code: 'custom', input: context.value, message });
});
/** Volant trims names before it looks whether they are empty. */
const filled = schemas/* string */.YjP().check((context) => {
    if (context.value.trim() === '') {
        context.issues.push({ code: 'custom', input: context.value, message: 'must not be empty' });
    }
});
const program = schemas/* array */.YOg(schemas/* string */.YjP()).min(1);
const workload = manifest_fields/* workloadSchema */.Z7.partial().extend({
    base_url: httpUrl.optional(),
    entrypoint: schemas/* union */.KCZ([filled, program]).optional(),
    args: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const expose = schemas/* array */.YOg(schemas/* strictObject */.rej({
    port: schemas/* int */.Whr().min(1).max(65535),
    protocol: schemas/* enum */.k5n(['tcp', 'udp']).optional(),
    host_port: schemas/* int */.Whr().optional(),
}));
/** The file system is not known from a template's `format`, but the documents of Volant show it there. */
const rootfs = manifest_fields/* rootfsSchema */.fz.partial().extend({
    format: schemas/* enum */.k5n(['raw', 'qcow2', 'ext4', 'xfs', 'btrfs', 'squashfs']).optional(),
});
const templateSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP().optional(),
    schema_version: schemas/* enum */.k5n(['1.0', 'v1']).optional(),
    name: filled.optional(),
    version: filled.optional(),
    runtime: filled.optional(),
    image: schemas/* string */.YjP().optional(),
    image_digest: schemas/* string */.YjP().optional(),
    enabled: schemas/* boolean */.zMY().optional(),
    openapi: schemas/* string */.YjP().optional(),
    labels: manifest_fields/* labelsSchema */.Pr.optional(),
    resources: manifest_fields/* resourcesSchema */.PL.partial().optional(),
    workload: workload.optional(),
    health_check: manifest_fields/* healthCheckSchema */.KR.partial().optional(),
    actions: manifest_fields/* actionsSchema */.HQ.optional(),
    rootfs: rootfs.optional(),
    initramfs: schemas/* strictObject */.rej({ url: schemas/* string */.YjP(), checksum: schemas/* string */.YjP() }).partial().optional(),
    disks: manifest_fields/* disksSchema */.KT.optional(),
    cloud_init: manifest_fields/* cloudInitSchema */.pf.optional(),
    network: manifest_fields/* networkSchema */.uT.extend({ expose: expose.optional() }).optional(),
    devices: manifest_fields/* devicesSchema */.jC.optional(),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
});

// EXTERNAL MODULE: ./build/config/toml.js
var toml = __webpack_require__(4151);
// EXTERNAL MODULE: ./build/config/vocabulary.js
var vocabulary = __webpack_require__(771);
// EXTERNAL MODULE: ./build/config/zod-problems.js
var zod_problems = __webpack_require__(6683);
;// CONCATENATED MODULE: ./build/config/manifest-template.js














const DEFAULT_TEMPLATE_FILE = 'manifest.toml';
/** The manifest.toml beside a fledge.toml, or undefined if there is none. */
async function findManifestTemplate(configFile) {
    const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(configFile), DEFAULT_TEMPLATE_FILE);
    try {
        await (0,promises_.access)(path);
        return path;
    }
    catch {
        return undefined;
    }
}
/**
 * The template that was asked for, or manifest.toml beside a fledge.toml if there is one.
 *
 * @throws FledgeError as `loadManifestTemplate` does.
 */
async function loadTemplateFor(configFile, named) {
    const path = named ?? (await findManifestTemplate(configFile));
    return path === undefined ? undefined : loadManifestTemplate(path);
}
/**
 * Reads and checks a template of the manifest: TOML, or JSON where the name ends in `.json`.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadManifestTemplate(path) {
    const text = await (0,source_text/* readSourceText */.V)(path, new errors/* FledgeError */.aE('config', `there is no manifest template ${path}`));
    return validateTemplateText(text, path);
}
/**
 * Checks the text of a template by interfaces.md, "manifest.json". `file` names it in problems, and its suffix says
 * whether it is JSON.
 *
 * @throws FledgeError `config` with every problem.
 */
async function validateTemplateText(text, file) {
    const source = text.replace(/^\ufeff/, '');
    const isJson = /\.json$/i.test(file);
    const raw = isJson ? parseJson(source, file) : (0,toml/* parseToml */.MT)(source, file);
    const locate = async () => (isJson ? locateJson(source) : await (0,positions/* locateToml */.L)(source));
    const parsed = templateSchema.safeParse(raw);
    const issues = parsed.error?.issues ?? [];
    const draft = parsed.data ?? (0,config_document/* draftOf */.bz)(templateSchema, raw, issues) ?? {};
    const vocabulary = isJson ? jsonVocabulary : tomlVocabulary;
    const findings = [
        ...(0,zod_problems/* findingsOfIssues */.u)(issues, raw, vocabulary),
        ...(0,config_document/* findProtoKeys */.YN)(raw, [['env'], ['workload', 'env'], ['labels'], ['actions']]),
        ...findTemplateProblems(draft),
    ];
    if (findings.length > 0)
        throw (0,problems/* problemsError */.$j)((0,config_document/* locateFindings */.Hf)(findings, file, await locate()));
    const notes = findTemplateNotes(draft);
    return {
        file,
        fields: normaliseTemplate(draft),
        notes: notes.length === 0 ? [] : (0,config_document/* locateFindings */.Hf)(notes, file, await locate()),
    };
}
const unknown = "has no place in Volant's plugin manifest";
const elsewhere = { file: 'fledge.toml', names: Object.keys(schema/* documentSchema */.L.shape) };
const tomlVocabulary = (0,vocabulary/* vocabularyOf */.Y)(templateSchema, { unknown, tableNoun: 'a table' }, elsewhere);
const jsonVocabulary = (0,vocabulary/* vocabularyOf */.Y)(templateSchema, { unknown, tableNoun: 'an object' }, elsewhere);
function parseJson(text, file) {
    const value = parseJsonValue(text, file);
    if ((0,toml/* isTable */.bI)(value))
        return value;
    throw (0,problems/* problemsError */.$j)([{ file, line: 1, column: 1, key: undefined, message: 'a manifest is a JSON object' }]);
}
function parseJsonValue(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw (0,problems/* problemsError */.$j)([jsonSyntaxProblem(error, text, file)]);
        throw error;
    }
}


/***/ }),

/***/ 4379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ checkLock),
/* harmony export */   z: () => (/* binding */ lockedConfig)
/* harmony export */ });
/* harmony import */ var _config_lock_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1927);
/* harmony import */ var _config_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7602);
/* harmony import */ var _config_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3515);
/* harmony import */ var _sources_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8468);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);





/**
 * The config with what its lock file pins, and that file if there is one. What the lock file leaves open is an error with
 * `locked`, and else a warning.
 *
 * @throws FledgeError `config` if the lock file is damaged, or pins something else than fledge.toml asks for.
 */
async function lockedConfig(loaded, { platform, locked, reporter }) {
    const { localImage } = (0,_config_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .openSourcesOf */ .OW)(loaded.config);
    if (locked && localImage !== undefined) {
        const message = `${localImage} is whatever this machine has by that name, which no lock file can pin; --locked needs an image of a registry, or a digest`;
        throw await loaded.errorAt([{ path: ['source', 'image'], message }]);
    }
    const lock = await (0,_config_lock_file_js__WEBPACK_IMPORTED_MODULE_0__/* .loadLockFor */ .FK)(loaded.file);
    if (lock === undefined) {
        if (!locked)
            return { config: loaded.config, lockFile: undefined };
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', `there is no ${(0,_config_lock_file_js__WEBPACK_IMPORTED_MODULE_0__/* .lockFileOf */ .LN)(loaded.file)}, and --locked needs it`, {
            fix: `write it with ${(0,_config_lock_file_js__WEBPACK_IMPORTED_MODULE_0__/* .lockCommandFor */ .Qu)(loaded.file)}, and commit it`,
        });
    }
    const { stale, gaps } = (0,_config_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWithLock */ .Pq)(loaded.config, lock.pins, _sources_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B);
    const missing = stale.length > 0 ? [] : (0,_config_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .findMissingAgent */ .Nx)(lock.pins, platform);
    const open = [...gaps, ...missing];
    await requireNone(locked ? [...stale, ...open] : stale, lock, loaded);
    await warnOf(open, lock, { loaded, reporter });
    return { config: (0,_config_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .applyLock */ .aY)(loaded.config, lock, platform), lockFile: lock.file };
}
/**
 * Compares a config with its lock file, if it has one, for no platform in particular.
 *
 * @throws FledgeError as `lockedConfig` does.
 */
async function checkLock(loaded, reporter) {
    const lock = await (0,_config_lock_file_js__WEBPACK_IMPORTED_MODULE_0__/* .loadLockFor */ .FK)(loaded.file);
    if (lock === undefined)
        return undefined;
    const { stale, gaps } = (0,_config_lock_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWithLock */ .Pq)(loaded.config, lock.pins, _sources_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B);
    await requireNone(stale, lock, loaded);
    await warnOf(gaps, lock, { loaded, reporter });
    return lock;
}
async function requireNone(findings, lock, { file }) {
    if (findings.length === 0)
        return;
    throw (0,_config_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsError */ .$j)(await lock.locate(findings), `bring it up to date with ${(0,_config_lock_file_js__WEBPACK_IMPORTED_MODULE_0__/* .lockCommandFor */ .Qu)(file)}`);
}
async function warnOf(gaps, lock, { loaded, reporter }) {
    if (gaps.length === 0)
        return;
    for (const gap of await lock.locate(gaps)) {
        reporter.warn(`${(0,_config_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .formatProblem */ .Vw)(gap)}; ${(0,_config_lock_file_js__WEBPACK_IMPORTED_MODULE_0__/* .lockCommandFor */ .Qu)(loaded.file)} pins it`, gap);
    }
}


/***/ }),

/***/ 3369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ findMissingFiles),
/* harmony export */   v: () => (/* binding */ missingInit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _tree_mappings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9085);




/** The agent, busybox, init or image of this machine that is not there (yet). Mappings have `findUnusableSources`. */
async function findMissingFiles({ config, directory }) {
    const files = namedFiles(config);
    const missing = await Promise.all(files.map(({ file }) => isMissing((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, file))));
    return files.filter((_, index) => missing[index]).map(({ finding }) => finding);
}
/** `[init] path` names no file of this machine, and cannot be one of the image. */
function missingInit(init) {
    const path = init.mode === 'custom' ? init.path : '';
    const message = `there is no file ${path} beside fledge.toml; build it first, or name an absolute path in the image`;
    return { path: ['init', 'path'], message };
}
function namedFiles(config) {
    const at = (file, ...path) => ({ file, finding: { path, message: _tree_mappings_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_ON_HOST */ .Fc } });
    const agent = config.agent?.source === 'local' ? [at(config.agent.path, 'agent', 'path')] : [];
    if (config.strategy === 'oci_rootfs') {
        const { path } = config.image;
        return [...agent, ...(path === undefined ? [] : [at(path, 'source', 'image')])];
    }
    const { busybox, init } = config;
    return [
        ...agent,
        ...(busybox.location.kind === 'file' ? [at(busybox.location.path, 'source', 'busybox_url')] : []),
        // An absolute path may be one in the image.
        ...(init.mode === 'custom' && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(init.path) ? [{ file: init.path, finding: missingInit(init) }] : []),
    ];
}
/** False where something is in the way: the build says what. */
async function isMissing(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return false;
    }
    catch (error) {
        return (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOENT';
    }
}


/***/ }),

/***/ 9085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fc: () => (/* binding */ NOT_ON_HOST),
  fU: () => (/* binding */ addMappings),
  z$: () => (/* binding */ findUnusableSources)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(2012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/scratch.js
var scratch = __webpack_require__(6678);
;// CONCATENATED MODULE: ./build/tree/permissions.js
/** Where the File System Hierarchy Standard keeps programs: files below are executable whatever they were. */
const PROGRAM_DIRECTORIES = [
    'bin',
    'sbin',
    'usr/bin',
    'usr/sbin',
    'usr/local/bin',
    'usr/local/sbin',
    'opt/bin',
    'opt/sbin',
];
/** Where it keeps libraries: shared objects below are executable, as linkers make them. */
const LIBRARY_DIRECTORIES = ['lib', 'lib64', 'usr/lib', 'usr/lib64', 'usr/local/lib', 'usr/local/lib64'];
const SHARED_LIBRARY = /\.so(\.\d+)*$/;
/** The mode of every mapped directory. */
const DIRECTORY_MODE = 0o755;
/**
 * The mode of a mapped file: it follows from the destination and from whether the file is executable on the host, and
 * from nothing else of the host's mode, so that a umask or a checkout cannot change the artifact.
 */
function mappedFileMode(destination, hostMode) {
    const executable = (hostMode & 0o111) !== 0 ||
        isBelow(destination, PROGRAM_DIRECTORIES) ||
        (SHARED_LIBRARY.test(destination) && isBelow(destination, LIBRARY_DIRECTORIES));
    return executable ? 0o755 : 0o644;
}
/** Whether a path of the tree (without a leading slash) is a file in or below one of the directories for programs. */
function isProgramPath(path) {
    return isBelow(path, PROGRAM_DIRECTORIES);
}
function isBelow(path, directories) {
    return directories.some((directory) => path.startsWith(`${directory}/`));
}

;// CONCATENATED MODULE: ./build/tree/mappings.js







/** What is wrong with a path in fledge.toml that leads to nothing. */
const NOT_ON_HOST = 'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';
/** The event loop gets a turn after this many entries, so that signals are seen during a long walk. */
const ENTRIES_PER_TURN = 1000;
/**
 * Adds the mapped host files and directories to the tree, in order; later ones win. All belongs to 0:0 and has the
 * mode that permissions.ts says. A mapped directory is merged with one that is there, also through a link such as
 * `bin -> usr/bin`, and leaves that one's metadata alone. Links inside of a mapped directory are kept as links; one
 * that is itself the source is followed. File contents are not read here.
 *
 * What cannot be mapped is returned, all of it, and leaves the tree incomplete.
 */
async function addMappings(tree, mappings, { directory, mtime, exclude = new Set() }) {
    const problems = [];
    const programs = [];
    const takenBy = new Map();
    const owned = { uid: 0, gid: 0, mtime, xattrs: new Map() };
    const excluded = new Set(Array.from(exclude, byte_string/* byteStringFromText */.dw));
    let entries = 0;
    for (const mapping of mappings) {
        const fail = (message) => {
            problems.push({ mapping, message });
        };
        const putLeaf = (path, inode) => {
            if (tree.hasEntriesBelow(path)) {
                fail(`/${(0,byte_string/* displayByteString */.oO)(path)} is a directory with files in it, which a ${inode.kind} would take away`);
                return;
            }
            tree.put(path, inode);
        };
        const addFile = (host, stats, path, label) => {
            const metadata = { ...owned, mode: mappedFileMode(path, stats.mode) };
            const content = { kind: 'host-file', size: stats.size, path: host, label };
            putLeaf(path, { ...metadata, kind: 'file', content });
            if (metadata.mode === 0o755 && isProgramPath(path))
                programs.push(path);
        };
        const addDirectory = async (host, path, label) => {
            const target = tree.resolveDirectory(path) ?? path;
            if (tree.get(target)?.kind !== 'directory')
                tree.putDirectory(target, { ...owned, mode: DIRECTORY_MODE });
            const names = (0,external_node_fs_.readdirSync)((0,byte_string/* bytesOf */.$$)(host), { encoding: 'buffer' })
                .map(byte_string/* byteStringFromBytes */.Pb)
                .sort(byte_string/* compareByteStrings */.eS);
            for (const name of names) {
                if (++entries % ENTRIES_PER_TURN === 0)
                    await (0,promises_.setImmediate)();
                const childHost = `${host === '/' ? '' : host}/${name}`;
                if (excluded.has(childHost) || (0,scratch/* isScratchName */.gA)(name))
                    continue;
                const childPath = (target === '' ? name : `${target}/${name}`);
                const childLabel = `${label}/${(0,byte_string/* displayByteString */.oO)(name)}`;
                const hostBytes = (0,byte_string/* bytesOf */.$$)(childHost);
                const stats = (0,external_node_fs_.lstatSync)(hostBytes);
                if (stats.isDirectory())
                    await addDirectory(childHost, childPath, childLabel);
                else if (stats.isFile())
                    addFile(hostBytes, stats, childPath, childLabel);
                else if (stats.isSymbolicLink()) {
                    const link = (0,byte_string/* byteStringFromBytes */.Pb)((0,external_node_fs_.readlinkSync)(hostBytes, { encoding: 'buffer' }));
                    putLeaf(childPath, { ...owned, mode: 0o777, kind: 'symlink', target: link });
                }
                else
                    fail(specialFileMessage(childLabel, stats));
            }
        };
        try {
            const { host, stats } = findSource(mapping, directory);
            const destination = (0,byte_string/* byteStringFromText */.dw)(mapping.destination.slice(1));
            if (stats.isDirectory())
                await addDirectory(host, destination, withoutSlash(mapping.source));
            else if (!stats.isFile())
                fail(specialFileMessage(mapping.source, stats));
            else if (excluded.has(host))
                fail('this file is one that the build writes; map another, or write elsewhere');
            else {
                const inside = mapping.inside || tree.resolveDirectory(destination) !== undefined;
                const name = (0,byte_string/* byteStringFromText */.dw)(`/${(0,external_node_path_.basename)(mapping.source)}`);
                const path = tree.resolveParent(inside ? (destination + name) : destination);
                const earlier = takenBy.get(path);
                if (earlier === undefined)
                    addFile((0,byte_string/* bytesOf */.$$)(host), stats, path, mapping.source);
                else
                    fail(`"${earlier.source}" is mapped to /${(0,byte_string/* displayByteString */.oO)(path)} already`);
                takenBy.set(path, mapping);
            }
        }
        catch (error) {
            fail(sourceErrorMessage(error, mapping));
        }
    }
    return { problems, programs };
}
/**
 * Whether every source is there and can be mapped, without touching a tree: one problem for each that is not. For
 * `validate`, where a missing program may just not have been compiled yet.
 */
function findUnusableSources(mappings, directory) {
    return mappings.flatMap((mapping) => {
        try {
            const { stats } = findSource(mapping, directory);
            if (stats.isFile() || stats.isDirectory())
                return [];
            return [{ mapping, message: specialFileMessage(mapping.source, stats) }];
        }
        catch (error) {
            return [{ mapping, message: sourceErrorMessage(error, mapping) }];
        }
    });
}
function findSource(mapping, directory) {
    const host = external_node_fs_.realpathSync.native((0,external_node_path_.resolve)(directory, mapping.source), { encoding: 'buffer' });
    return { host: (0,byte_string/* byteStringFromBytes */.Pb)(host), stats: (0,external_node_fs_.lstatSync)(host) };
}
function withoutSlash(path) {
    return path.replace(/(?<=.)\/+$/, '');
}
function specialFileMessage(label, stats) {
    const kind = stats.isFIFO() ? 'a fifo' : stats.isSocket() ? 'a socket' : 'a device';
    return `${label} is ${kind}; only files, directories and symbolic links can be mapped`;
}
function sourceErrorMessage(error, { source }) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'ENOENT':
            return /^~|[*$]/.test(source)
                ? 'no such file or directory on the host; ~, $NAME and * are taken as they stand, nothing is expanded'
                : NOT_ON_HOST;
        case 'ELOOP':
            return 'the path is a loop of symbolic links';
        case 'EACCES':
            return 'permission denied; make it readable for the user who builds';
        default:
            return error instanceof errors/* FledgeError */.aE ? error.message : `cannot be read: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}


/***/ })

};
