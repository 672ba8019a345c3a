export const id = 844;
export const ids = [844];
export const modules = {

/***/ 2844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planCommand: () => (/* binding */ planCommand)
});

;// CONCATENATED MODULE: ./build/recipe/matrix.js
const RUNNERS = {
    'linux/amd64': 'ubuntu-24.04',
    'linux/arm64': 'ubuntu-24.04-arm',
};
/** Every plugin for every platform, for `strategy.matrix: ${{ fromJSON(…) }}` of a workflow. */
function matrixOf(builds, platforms) {
    const include = builds.flatMap(({ config, name, strategy }) => [...new Set(platforms)].map((platform) => ({ config, name, strategy, platform, runner: RUNNERS[platform] })));
    return { include };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/support/errors.js
var support_errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/config/load.js + 4 modules
var load = __webpack_require__(39);
;// CONCATENATED MODULE: ./build/config/find-configs.js




/** What no author keeps plugins in, and what takes long to walk through. */
const NEVER_SEARCHED = ['node_modules', '.git'];
/**
 * The configs that patterns stand for, as paths from the working directory, in byte order and each of them once.
 *
 * - A path stands for itself, and one of a directory for the fledge.toml in it. `*`, `?`, `[…]`, `{a,b}` and `**` match
 *   configs that way too: `plugins/*` is every fledge.toml one level below plugins.
 * - `!` before a pattern takes out what it matches and everything below, wherever it stands in the list.
 * - `**` follows no symbolic link, so that none can lead it in a circle; node_modules and .git are not searched.
 *
 * @throws FledgeError `usage` with every pattern that stands for nothing.
 */
async function findConfigs(patterns) {
    const excluded = patterns.filter(isExclusion).flatMap((pattern) => excluding(pattern.slice(1)));
    const wanted = patterns.filter((pattern) => !isExclusion(pattern));
    const problems = [];
    const found = new Set();
    for (const pattern of wanted) {
        const result = await expand(pattern, excluded);
        if (typeof result === 'string')
            problems.push(result);
        else
            for (const path of result)
                found.add(path);
    }
    if (patterns.length === 0)
        problems.push('no config is named');
    else if (wanted.length === 0)
        problems.push('no config is named, only what is to be left out');
    if (problems.length > 0)
        throw new support_errors/* FledgeError */.aE('usage', problems.join('\n'));
    return [...found].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
/** The paths that one pattern stands for, or why there is none. */
async function expand(pattern, excluded) {
    const quoted = JSON.stringify(pattern);
    const { escapePath, isDynamicPattern } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 3382));
    const literal = await findLiteral(pattern);
    if (literal === 'empty') {
        const below = `${escapePath(pattern).replace(/\/+$/, '')}/**`;
        return `there is no ${load/* DEFAULT_CONFIG_FILE */.Cu} in ${pattern}; for all below it write ${below}`;
    }
    if (literal !== undefined) {
        const isLeftOut = excluded.length > 0 && (await match(escapePath(literal), excluded)).length === 0;
        return isLeftOut ? `${quoted} is left out by a pattern with !` : [fromHere(literal, pattern)];
    }
    const isPattern = isDynamicPattern(pattern) || pattern.includes('\\');
    if (!isPattern)
        return `there is no file or directory ${quoted}`;
    const parts = pattern.split('/');
    const base = parts
        .slice(0, parts.findIndex((part) => isDynamicPattern(part)))
        .join('/');
    const unsearched = NEVER_SEARCHED.map((name) => `${base === '' ? '.' : base}/**/${name}/**`);
    const matched = await match(configPattern(pattern), [...excluded, ...unsearched]);
    if (matched.length > 0)
        return matched.map((path) => fromHere(path, pattern));
    const isForDirectories = configPattern(pattern).endsWith(`/${load/* DEFAULT_CONFIG_FILE */.Cu}`);
    return `no ${isForDirectories ? load/* DEFAULT_CONFIG_FILE */.Cu : 'config'} matches ${quoted}`;
}
/** What is there under exactly this name, even if it looks like a pattern; `empty` is a directory without a config. */
async function findLiteral(path) {
    if (path === '')
        return undefined;
    const kind = await kindOf(path);
    if (kind !== 'directory')
        return kind === undefined ? undefined : path;
    const inside = (0,external_node_path_.join)(path, load/* DEFAULT_CONFIG_FILE */.Cu);
    return (await kindOf(inside)) === undefined ? 'empty' : inside;
}
/**
 * The absolute paths of the files that a pattern matches. Everything is made absolute first: tinyglobby leaves the
 * working directory itself out of `../*`.
 */
async function match(pattern, ignore) {
    const { escapePath, glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 3382));
    const here = escapePath(process.cwd());
    const absolute = (relativePattern) => (0,external_node_path_.isAbsolute)(relativePattern) ? external_node_path_.posix.normalize(relativePattern) : external_node_path_.posix.join(here, relativePattern);
    return glob(absolute(pattern), {
        cwd: '/',
        absolute: true,
        expandDirectories: false,
        followSymbolicLinks: !pattern.includes('**'),
        ignore: ignore.map(absolute),
    });
}
/** A pattern whose last part does not speak of TOML files is one for directories. */
function configPattern(pattern) {
    const path = pattern.replace(/\/+$/, '');
    return /toml[^/]*$/i.test(path) ? path : `${path}/${load/* DEFAULT_CONFIG_FILE */.Cu}`;
}
function isExclusion(pattern) {
    return pattern.startsWith('!');
}
function excluding(pattern) {
    const path = pattern.replace(/\/+$/, '');
    return [path, `${path}/**`];
}
/** A path as the user would type it; outside of the working directory absolute where the pattern was. */
function fromHere(path, pattern) {
    const near = (0,external_node_path_.relative)('.', path);
    return near.startsWith('../') && (0,external_node_path_.isAbsolute)(pattern) ? (0,external_node_path_.resolve)(path) : near;
}
async function kindOf(path) {
    try {
        return (await (0,promises_.stat)(path)).isDirectory() ? 'directory' : 'other';
    }
    catch (error) {
        const code = (0,support_errors/* systemCodeOf */.c7)(error);
        // What cannot be looked at is there: loading it says what is wrong.
        return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? undefined : 'other';
    }
}

// EXTERNAL MODULE: ./build/config/manifest-template.js + 3 modules
var manifest_template = __webpack_require__(578);
// EXTERNAL MODULE: ./build/config/problems.js
var problems = __webpack_require__(3515);
// EXTERNAL MODULE: ./build/describe/artifact-name.js
var artifact_name = __webpack_require__(546);
// EXTERNAL MODULE: ./build/describe/manifest.js + 1 modules
var describe_manifest = __webpack_require__(9875);
;// CONCATENATED MODULE: ./build/recipe/plan.js








/**
 * The plugins that patterns stand for (see `findConfigs`), in byte order of their configs' paths.
 *
 * @throws FledgeError `usage` for a pattern that stands for nothing; `config` with every problem of all files, and with
 *   the plugins that have the same name. `problemsOf` gives those that have a position.
 */
async function planBuilds(patterns, { manifest } = {}) {
    const configs = await findConfigs(patterns);
    const results = await Promise.allSettled(configs.map((config) => planBuild(config, manifest)));
    const builds = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [asFledgeError(result.reason)] : []));
    const problems = [...failures, ...findSharedNames(builds)];
    if (problems.length > 0)
        throw joined(problems);
    return builds;
}
async function planBuild(config, manifest) {
    const loaded = await (0,load/* loadConfig */.Z9)(config);
    const path = manifest === undefined ? undefined : (0,external_node_path_.join)((0,external_node_path_.dirname)(config), manifest);
    const template = await (0,manifest_template/* loadTemplateFor */.gK)(loaded.file, path);
    const { strategy } = loaded.config;
    const name = (0,describe_manifest/* nameOfPlugin */.oj)(loaded, template);
    const artifact = (0,artifact_name/* defaultArtifactName */.V)(loaded.config);
    return { config, manifest: path, name, directory: directoryName(name), artifact, strategy, loaded, template };
}
/** The name itself, unless a template has given one that is no good for a directory. */
function directoryName(name) {
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) ? name : (0,describe_manifest/* pluginName */.NQ)(name).slice(0, 100);
}
function findSharedNames(builds) {
    const byDirectory = Map.groupBy(builds, ({ directory }) => directory);
    return [...byDirectory.values()]
        .filter((group) => group.length > 1)
        .map((group) => {
        const names = [...new Set(group.map(({ name }) => JSON.stringify(name)))].join(' and ');
        const configs = group.map(({ config }) => config).join(', ');
        return new support_errors/* FledgeError */.aE('config', `${group.length} plugins would be called ${names}: ${configs}`, {
            fix: 'give each a name of its own, with name = "…" in a manifest.toml beside its fledge.toml',
        });
    });
}
function joined(errors) {
    const [first] = errors;
    if (errors.length === 1 && first !== undefined)
        return first;
    const fixes = new Set(errors.flatMap(({ fix }) => fix ?? []));
    const [fix] = fixes;
    return new support_errors/* FledgeError */.aE('config', errors.map(({ message }) => message).join('\n'), {
        cause: { problems: errors.flatMap(problems/* problemsOf */.GW) },
        ...(fix !== undefined && fixes.size === 1 && { fix }),
    });
}
function asFledgeError(error) {
    if (error instanceof support_errors/* FledgeError */.aE)
        return error;
    throw error;
}

// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(2012);
// EXTERNAL MODULE: ./build/support/platform.js
var platform = __webpack_require__(1341);
;// CONCATENATED MODULE: ./build/cli/plan.js




/** Every plugin of the repository. */
const DEFAULT_PATTERN = '**/fledge.toml';
/** `fledge plan`: prints which plugins there are to build, as a table, or as JSON with a matrix for a workflow. */
async function planCommand(patterns, options) {
    const builds = await planBuilds(patterns.length === 0 ? [DEFAULT_PATTERN] : patterns, { manifest: options.manifest });
    const platforms = options.platform ?? [(0,platform/* hostPlatform */.o)()];
    if (options.json) {
        const plan = { builds: builds.map(describe), matrix: matrixOf(builds, platforms) };
        process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
    }
    else {
        process.stdout.write((0,byte_string/* printable */.g$)(tableOf(builds, platforms)));
    }
}
function describe({ config, name, strategy, directory, artifact }) {
    return { config, name, strategy, directory, artifact };
}
function tableOf(builds, platforms) {
    const rows = matrixOf(builds, platforms).include.map(({ config, name, strategy, platform }) => [
        // A line break in a path would look like another plugin.
        JSON.stringify(config).slice(1, -1),
        JSON.stringify(name).slice(1, -1),
        strategy,
        platform,
    ]);
    const lines = [['CONFIG', 'NAME', 'STRATEGY', 'PLATFORM'], ...rows];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
    return lines
        .map((cells) => `${cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`)
        .join('');
}


/***/ }),

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
    const map = new positions/* PositionMap */.mG(text);
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
            map.add(pathIn(container, key), line, unit);
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
        const path = container === undefined ? [] : pathIn(container, nextSegment(container, key));
        if (container?.kind === 'array')
            map.add(path, line, unit);
        if (token === '{' || token === '[')
            open.push({ path, index: 0, kind: token === '{' ? 'object' : 'array' });
    }
    return map;
}
/** Below the depth at which positions are kept, all paths are one: a text of brackets must not cost a path for each. */
function pathIn({ path }, segment) {
    return path.length > positions/* MAX_DEPTH */.lr ? path : [...path, segment];
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
// EXTERNAL MODULE: ./build/config/checked-text.js
var checked_text = __webpack_require__(5872);
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
    name: (0,checked_text/* checkedText */.N)(values/* problemOfPluginName */.Lb).optional(),
    version: (0,checked_text/* checkedText */.N)(values/* problemOfPluginVersion */.oI).optional(),
    runtime: (0,checked_text/* checkedText */.N)(values/* problemOfPluginName */.Lb).optional(),
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
    const missing = new errors/* FledgeError */.aE('config', `there is no manifest template ${path}`);
    return (0,source_text/* checkSource */.As)(path, missing, (text) => validateTemplateText(text, path));
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
    const locate = async () => (isJson ? locateJson(source) : await (0,positions/* locateToml */.Ls)(source));
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
        notes: notes.length === 0 ? [] : (0,problems/* firstNotes */.Ye)((0,config_document/* locateFindings */.Hf)(notes, file, await locate())),
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

/***/ 546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ defaultArtifactName)
/* harmony export */ });
/** The file name of an artifact if nobody gives it another: `plugin.cpio.gz`, or the image's name with its suffix. */
function defaultArtifactName(config) {
    if (config.strategy === 'initramfs')
        return 'plugin.cpio.gz';
    return `${config.image.baseName.toLowerCase()}.${config.filesystem.type === 'squashfs' ? 'squashfs' : 'img'}`;
}


/***/ }),

/***/ 9875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XI: () => (/* binding */ deriveManifest),
  oj: () => (/* binding */ nameOfPlugin),
  NQ: () => (/* binding */ pluginName),
  sB: () => (/* binding */ renderManifest)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(3017);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./build/config/manifest-fields.js
var manifest_fields = __webpack_require__(7350);
;// CONCATENATED MODULE: ./build/describe/manifest-schema.js


/**
 * Volant's plugin manifest v1, with the rules of its JSON Schema (plugin-manifest-v1.json) and the keys in its order.
 * What this accepts, `volar plugins install` accepts.
 */
const manifestSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP().optional(),
    schema_version: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().min(1),
    version: schemas/* string */.YjP().min(1),
    runtime: schemas/* string */.YjP().min(1),
    image: schemas/* string */.YjP().optional(),
    image_digest: schemas/* string */.YjP().optional(),
    enabled: schemas/* boolean */.zMY().optional(),
    openapi: schemas/* string */.YjP().optional(),
    labels: manifest_fields/* labelsSchema */.Pr.optional(),
    resources: manifest_fields/* resourcesSchema */.PL,
    workload: manifest_fields/* workloadSchema */.Z7,
    health_check: manifest_fields/* healthCheckSchema */.KR.optional(),
    actions: manifest_fields/* actionsSchema */.HQ.optional(),
    rootfs: manifest_fields/* rootfsSchema */.fz.optional(),
    initramfs: manifest_fields/* initramfsSchema */.BI.optional(),
    disks: manifest_fields/* disksSchema */.KT.optional(),
    cloud_init: manifest_fields/* cloudInitSchema */.pf.optional(),
    network: manifest_fields/* networkSchema */.uT.optional(),
    devices: manifest_fields/* devicesSchema */.jC.optional(),
})
    .check((context) => {
    const { rootfs, initramfs } = context.value;
    if ((rootfs === undefined) !== (initramfs === undefined))
        return;
    const message = 'exactly one of rootfs and initramfs is needed';
    context.issues.push({ code: 'custom', input: context.value, message });
});

;// CONCATENATED MODULE: ./build/describe/manifest.js




const DEFAULT_PORT = 8080;
const DEFAULT_VERSION = '0.1.0';
const VERSION_LABEL = 'org.opencontainers.image.version';
const FSTYPE_LABEL = 'volant.rootfs_fstype';
/**
 * The manifest by interfaces.md, "manifest.json": what the template says, else what the build knows, else a default.
 * The artifact, its checksum and the image are always those of the build. Keys are in the order of the schema.
 */
function deriveManifest(input) {
    const { directoryName, artifact, built } = input;
    const template = input.template ?? { workload: {} };
    const image = built.strategy === 'oci_rootfs' ? built.image : undefined;
    const name = nameOf(template, image?.reference.baseName ?? directoryName);
    const version = versionOf(template, image);
    const entrypoint = entrypointOf(template.workload, built);
    const workdir = template.workload.workdir ?? image?.workdir;
    const env = { ...environmentOf(image?.env ?? []), ...template.workload.env };
    const labels = { ...template.labels, ...(built.strategy === 'oci_rootfs' && { [FSTYPE_LABEL]: built.filesystem }) };
    const imageName = image?.reference.text ?? template.image;
    const imageDigest = image?.digest ?? template.image_digest;
    const { disks, actions, cloud_init: cloudInit, network, devices, openapi, $schema } = template;
    const { url, sha256 } = artifact;
    const candidate = {
        ...($schema !== undefined && { $schema }),
        schema_version: '1.0',
        name,
        version: version.version,
        runtime: template.runtime ?? name,
        ...(imageName !== undefined && { image: imageName }),
        ...(imageDigest !== undefined && { image_digest: imageDigest }),
        enabled: template.enabled ?? true,
        ...(openapi !== undefined && { openapi }),
        ...(Object.keys(labels).length > 0 && { labels }),
        resources: { cpu_cores: template.resources?.cpu_cores ?? 1, memory_mb: template.resources?.memory_mb ?? 512 },
        workload: {
            type: 'http',
            base_url: template.workload.base_url ?? `http://127.0.0.1:${portOf(template, image)}`,
            entrypoint: [...entrypoint.program],
            ...(Object.keys(env).length > 0 && { env }),
            ...(workdir !== undefined && workdir !== '' && { workdir }),
        },
        health_check: {
            endpoint: template.health_check?.endpoint ?? '/',
            timeout_ms: template.health_check?.timeout_ms ?? 10_000,
        },
        ...(actions !== undefined && { actions }),
        ...(built.strategy === 'oci_rootfs'
            ? { rootfs: { url, checksum: `sha256:${sha256}`, format: 'raw' } }
            : { initramfs: { url, checksum: `sha256:${sha256}` } }),
        ...(disks !== undefined && { disks }),
        ...(cloudInit !== undefined && { cloud_init: cloudInit }),
        ...(network !== undefined && { network }),
        ...(devices !== undefined && { devices }),
    };
    const parsed = manifestSchema.safeParse(candidate);
    if (!parsed.success) {
        const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
        throw new errors/* FledgeError */.aE('internal', `the manifest does not follow Volant's schema: ${reason}`);
    }
    // zod builds its result in the order of the schema, tables within tables too.
    return {
        manifest: parsed.data,
        warnings: [...version.warnings, ...entrypoint.warnings, ...overruledWarnings(template, parsed.data)],
    };
}
/** The text of manifest.json: two spaces of indent, and a newline at the end. */
function renderManifest(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/** The name that the manifest of a plugin will have. */
function nameOfPlugin({ config, directory }, template) {
    return nameOf(template?.fields, config.strategy === 'oci_rootfs' ? config.image.baseName : (0,external_node_path_.basename)(directory));
}
/** What the template says, else a name made from the image's or the directory's. */
function nameOf(template, source) {
    return template?.name ?? pluginName(source);
}
/**
 * A plugin's name made from a directory's or an image's: lower case ASCII letters and digits, `.`, `_` and `-`, with a
 * letter or digit at both ends; accents are dropped and every other run of characters becomes one `-`.
 */
function pluginName(text) {
    const name = text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[._-]+|[._-]+$/g, '');
    return name === '' ? 'plugin' : name;
}
function entrypointOf(workload, built) {
    if (workload.entrypoint !== undefined)
        return { program: workload.entrypoint, warnings: [] };
    const advice = 'set [workload] entrypoint in manifest.toml';
    const { args } = workload;
    if (built.strategy === 'oci_rootfs') {
        const { entrypoint, cmd } = built.image;
        // As for `docker run IMAGE ARGS`: arguments take the place of Cmd.
        const program = [...withoutEmpty(entrypoint), ...(args ?? cmd)];
        const [first, ...others] = program;
        if (first !== undefined && first !== '')
            return { program, warnings: [] };
        const what = others.length === 0
            ? 'the image has no Entrypoint and no Cmd'
            : `the image starts a program without a name (${JSON.stringify(program)}), which no machine can`;
        return { program: ['/bin/sh'], warnings: [`${what}; the workload is /bin/sh: ${advice}`] };
    }
    const [first, ...others] = built.executables;
    const program = [first ?? '/bin/sh', ...(args ?? [])];
    if (first === undefined) {
        return {
            program,
            warnings: [`no mapping puts an executable into a bin directory; the workload is /bin/sh: ${advice}`],
        };
    }
    if (others.length === 0)
        return { program, warnings: [] };
    return {
        program,
        warnings: [`the workload is ${first}, the first of ${others.length + 1} mapped executables: ${advice}`],
    };
}
/** `ENTRYPOINT [""]` is how a Dockerfile takes back the Entrypoint of its base image (moby, daemon/create.go). */
function withoutEmpty(entrypoint) {
    return entrypoint.length === 1 && entrypoint[0] === '' ? [] : entrypoint;
}
function environmentOf(entries) {
    return Object.fromEntries(entries
        .filter((entry) => entry.indexOf('=') > 0)
        .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
}
/** What an image says of its version is anything that somebody wrote there. */
function versionOf(template, image) {
    const tag = /^v?(\d+(?:\.\d+)*(?:[-+._][0-9A-Za-z.+_-]+)?)$/.exec(image?.reference.named?.tag ?? '')?.[1];
    const derived = tag ?? DEFAULT_VERSION;
    const label = image?.labels[VERSION_LABEL]?.trim();
    if (template.version !== undefined)
        return { version: template.version, warnings: [] };
    if (label === undefined || label === '')
        return { version: derived, warnings: [] };
    if ((0,values/* problemOfPluginVersion */.oI)(label) === undefined)
        return { version: label, warnings: [] };
    const shown = JSON.stringify(label.length > 60 ? `${label.slice(0, 60)}…` : label);
    const advice = 'set version in manifest.toml';
    return {
        version: derived,
        warnings: [`the image's label ${VERSION_LABEL} is no version: ${shown}; it is ${derived} now: ${advice}`],
    };
}
function portOf(template, image) {
    if (template.port !== undefined)
        return template.port;
    for (const exposed of image?.exposedPorts ?? []) {
        // A range, which Docker's own tools write out but others do not, stands for its first port.
        const port = Number(/^(\d+)(?:-\d+)?(?:\/tcp)?$/i.exec(exposed)?.[1]);
        if (port >= 1 && port <= 65535)
            return port;
    }
    return DEFAULT_PORT;
}
/** A template may be an earlier manifest.json; only what a build changes in it is worth a word. */
function overruledWarnings(template, manifest) {
    const media = ['rootfs', 'initramfs'].flatMap((medium) => {
        const written = template[medium];
        if (written === undefined)
            return [];
        const made = manifest[medium];
        if (made === undefined)
            return [`${medium} of the manifest template is left out: this build makes no ${medium}`];
        const differs = written.url !== undefined && written.url !== made.url;
        return differs ? [`${medium}.url of the manifest template gives way to ${made.url}; set it with --url-base`] : [];
    });
    const { image } = template;
    const images = image === undefined || image === manifest.image
        ? []
        : [`image of the manifest template gives way to ${manifest.image}, which was built`];
    return [...media, ...images];
}


/***/ })

};
