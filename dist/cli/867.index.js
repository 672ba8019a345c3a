export const id = 867;
export const ids = [867];
export const modules = {

/***/ 4255:
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
 * The tables of Volant's plugin manifest v1, key by key and in its order. The manifest (manifest-schema.ts) and its
 * template (template-schema.ts) consist of these tables.
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

/***/ 671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4255);


/**
 * Volant's plugin manifest v1, with the rules of its JSON Schema (plugin-manifest-v1.json) and the keys in its order.
 * `volar plugins install` accepts every manifest that this schema accepts.
 */
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    $schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    schema_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    runtime: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    image: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    image_digest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    enabled: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    openapi: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    labels: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .labelsSchema */ .Pr.optional(),
    resources: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourcesSchema */ .PL,
    workload: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadSchema */ .Z7,
    health_check: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .healthCheckSchema */ .KR.optional(),
    actions: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .actionsSchema */ .HQ.optional(),
    rootfs: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .rootfsSchema */ .fz.optional(),
    initramfs: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .initramfsSchema */ .BI.optional(),
    disks: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .disksSchema */ .KT.optional(),
    cloud_init: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .cloudInitSchema */ .pf.optional(),
    network: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .networkSchema */ .uT.optional(),
    devices: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .devicesSchema */ .jC.optional(),
})
    .check((context) => {
    const { rootfs, initramfs } = context.value;
    if ((rootfs === undefined) !== (initramfs === undefined))
        return;
    const message = 'exactly one of rootfs and initramfs is needed';
    context.issues.push({ code: 'custom', input: context.value, message });
});


/***/ }),

/***/ 4055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NQ: () => (/* binding */ pluginName),
/* harmony export */   XI: () => (/* binding */ deriveManifest),
/* harmony export */   oj: () => (/* binding */ nameOfPlugin),
/* harmony export */   sB: () => (/* binding */ renderManifest)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3017);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _manifest_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(671);




const DEFAULT_PORT = 8080;
const DEFAULT_VERSION = '0.1.0';
const VERSION_LABEL = 'org.opencontainers.image.version';
const FSTYPE_LABEL = 'volant.rootfs_fstype';
/**
 * Derives the manifest (docs/manifest.md). Each value is from the template, otherwise from the build, otherwise a
 * default. The artifact, its checksum and the image are always those of the build. Keys are in the order of the schema.
 *
 * @throws FledgeError `internal` if the result does not match Volant's schema.
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
            ? { rootfs: { url, checksum: `sha256:${sha256}`, format: built.format ?? 'raw' } }
            : { initramfs: { url, checksum: `sha256:${sha256}` } }),
        ...(disks !== undefined && { disks }),
        ...(cloudInit !== undefined && { cloud_init: cloudInit }),
        ...(network !== undefined && { network }),
        ...(devices !== undefined && { devices }),
    };
    const parsed = _manifest_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestSchema */ .r.safeParse(candidate);
    if (!parsed.success) {
        const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('internal', `the manifest does not match Volant's schema: ${reason}`);
    }
    // zod builds its result in the order of the schema, including nested tables.
    return {
        manifest: parsed.data,
        warnings: [...version.warnings, ...entrypoint.warnings, ...overruledWarnings(template, parsed.data)],
    };
}
/** The text of manifest.json: two spaces of indent, and a newline at the end. */
function renderManifest(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/** The name of a plugin in its manifest. */
function nameOfPlugin({ config, directory }, template) {
    return nameOf(template?.fields, config.strategy === 'oci_rootfs' ? config.image.baseName : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(directory));
}
/** The name in the template, otherwise one derived from the name of the image or the directory. */
function nameOf(template, source) {
    return template?.name ?? pluginName(source);
}
/**
 * Derives a plugin's name from that of a directory or an image: lower case ASCII letters and digits, `.`, `_` and `-`,
 * with a letter or digit at both ends. Accents are removed, and every other run of characters becomes one `-`.
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
        // As for `docker run IMAGE ARGS`: arguments replace Cmd.
        const program = [...withoutEmpty(entrypoint), ...(args ?? cmd)];
        const [first, ...others] = program;
        if (first !== undefined && first !== '')
            return { program, warnings: [] };
        const what = others.length === 0
            ? 'the image has no Entrypoint and no Cmd'
            : `the image starts a program with an empty name (${JSON.stringify(program)}), which is not possible`;
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
/** `ENTRYPOINT [""]` in a Dockerfile removes the Entrypoint of its base image (moby, daemon/create.go). */
function withoutEmpty(entrypoint) {
    return entrypoint.length === 1 && entrypoint[0] === '' ? [] : entrypoint;
}
function environmentOf(entries) {
    return Object.fromEntries(entries
        .filter((entry) => entry.indexOf('=') > 0)
        .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
}
/** The version of the template, the label, the tag, or a default. A label of an image may contain any text. */
function versionOf(template, image) {
    const tag = /^v?(\d+(?:\.\d+)*(?:[-+._][0-9A-Za-z.+_-]+)?)$/.exec(image?.reference.named?.tag ?? '')?.[1];
    const derived = tag ?? DEFAULT_VERSION;
    const label = image?.labels[VERSION_LABEL]?.trim();
    if (template.version !== undefined)
        return { version: template.version, warnings: [] };
    if (label === undefined || label === '')
        return { version: derived, warnings: [] };
    if ((0,_config_values_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOfPluginVersion */ .oI)(label) === undefined)
        return { version: label, warnings: [] };
    const shown = JSON.stringify(label.length > 60 ? `${label.slice(0, 60)}…` : label);
    const advice = 'set version in manifest.toml';
    return {
        version: derived,
        warnings: [
            `the image's label ${VERSION_LABEL} is not a valid version: ${shown}; the version is ${derived}: ${advice}`,
        ],
    };
}
function portOf(template, image) {
    if (template.port !== undefined)
        return template.port;
    for (const exposed of image?.exposedPorts ?? []) {
        // A range counts as its first port. Docker's own tools expand ranges, other tools do not.
        const port = Number(/^(\d+)(?:-\d+)?(?:\/tcp)?$/i.exec(exposed)?.[1]);
        if (port >= 1 && port <= 65535)
            return port;
    }
    return DEFAULT_PORT;
}
/** Warnings for values that a build changes. Other values need none: a template may be an earlier manifest.json. */
function overruledWarnings(template, manifest) {
    const media = ['rootfs', 'initramfs'].flatMap((medium) => {
        const written = template[medium];
        if (written === undefined)
            return [];
        const made = manifest[medium];
        if (made === undefined)
            return [`${medium} of the manifest template is ignored: this build does not write ${medium}`];
        const differs = written.url !== undefined && written.url !== made.url;
        return differs ? [`${medium}.url of the manifest template is replaced by ${made.url}; set it with --url-base`] : [];
    });
    const { image } = template;
    const images = image === undefined || image === manifest.image
        ? []
        : [`image of the manifest template is replaced by ${manifest.image}, the source of this build`];
    return [...media, ...images];
}


/***/ }),

/***/ 9867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadPlugin: () => (/* binding */ loadPlugin),
  warnOfNotes: () => (/* binding */ warnOfNotes)
});

// EXTERNAL MODULE: ./build/config/filesystems.js
var filesystems = __webpack_require__(9747);
// EXTERNAL MODULE: ./build/config/load.js + 5 modules
var load = __webpack_require__(2258);
// EXTERNAL MODULE: ./build/document/problems.js
var problems = __webpack_require__(410);
// EXTERNAL MODULE: ./build/manifest/manifest.js
var manifest_manifest = __webpack_require__(4055);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
// EXTERNAL MODULE: ./build/document/document.js
var document_document = __webpack_require__(8055);
// EXTERNAL MODULE: ./build/document/json.js
var json = __webpack_require__(5460);
// EXTERNAL MODULE: ./build/document/positions.js
var positions = __webpack_require__(5868);
// EXTERNAL MODULE: ./build/document/source-text.js
var source_text = __webpack_require__(755);
// EXTERNAL MODULE: ./build/document/toml.js
var toml = __webpack_require__(5666);
// EXTERNAL MODULE: ./build/document/vocabulary.js
var vocabulary = __webpack_require__(9374);
// EXTERNAL MODULE: ./build/document/zod-problems.js
var zod_problems = __webpack_require__(1182);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
;// CONCATENATED MODULE: ./build/manifest/template-rules.js
/** Finds problems between the keys of a template, and values that Volant's schema accepts but Volant refuses. */
function findTemplateProblems(template) {
    return [
        ...findEntrypointProblems(template.workload),
        ...findEnvironmentProblems(template),
        ...findPortProblems(template),
        ...findCloudInitProblems(template.cloud_init),
        ...findEmptyTexts(template),
    ];
}
/** Finds harmless values of a template that have no field in the manifest. */
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
/** Converts a template to the spellings of the manifest. */
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
        return [];
    });
}
function findEmptyTexts({ actions = {}, disks = [] }) {
    const ofActions = Object.entries(actions).flatMap(([name, action]) => ['method', 'path'].filter((key) => action[key].trim() === '').map((key) => ['actions', name, key]));
    const ofDisks = disks.flatMap((disk, index) => ['name', 'source'].filter((key) => disk[key].trim() === '').map((key) => ['disks', index, key]));
    return [...ofActions, ...ofDisks].map((path) => ({ path, message: 'must not be empty' }));
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
function firstTcpIndex(expose) {
    return expose.findIndex(({ protocol = 'tcp' }) => protocol === 'tcp');
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(3017);
// EXTERNAL MODULE: ./build/document/checked-text.js
var checked_text = __webpack_require__(4769);
// EXTERNAL MODULE: ./build/manifest/fields.js
var fields = __webpack_require__(4255);
;// CONCATENATED MODULE: ./build/manifest/template-schema.js





/*
 * manifest.toml: the fields of the manifest, all of them optional because a build fills in missing ones, and the
 * spellings that Volant's own projects use although the manifest does not have them.
 */
const httpUrl = schemas/* string */.YjP().check((context) => {
    const message = (0,values/* problemOfHttpUrl */.ix)(context.value);
    if (message !== undefined)
        context.issues.push({ code: 'custom', input: context.value, message });
});
/** Volant trims names before it checks that they are not empty. */
const filled = schemas/* string */.YjP().check((context) => {
    if (context.value.trim() === '') {
        context.issues.push({ code: 'custom', input: context.value, message: 'must not be empty' });
    }
});
const program = schemas/* array */.YOg(schemas/* string */.YjP()).min(1);
const workload = fields/* workloadSchema */.Z7.partial().extend({
    base_url: httpUrl.optional(),
    entrypoint: schemas/* union */.KCZ([filled, program]).optional(),
    args: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const expose = schemas/* array */.YOg(schemas/* strictObject */.rej({
    port: schemas/* int */.Whr().min(1).max(65535),
    protocol: schemas/* enum */.k5n(['tcp', 'udp']).optional(),
    host_port: schemas/* int */.Whr().optional(),
}));
/** `format` may be a file system, as in Volant's documentation, but the build does not use it. */
const rootfs = fields/* rootfsSchema */.fz.partial().extend({
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
    openapi: schemas/* string */.YjP().optional(),
    labels: fields/* labelsSchema */.Pr.optional(),
    resources: fields/* resourcesSchema */.PL.partial().optional(),
    workload: workload.optional(),
    health_check: fields/* healthCheckSchema */.KR.partial().optional(),
    actions: fields/* actionsSchema */.HQ.optional(),
    rootfs: rootfs.optional(),
    initramfs: schemas/* strictObject */.rej({ url: schemas/* string */.YjP(), checksum: schemas/* string */.YjP() }).partial().optional(),
    disks: fields/* disksSchema */.KT.optional(),
    cloud_init: fields/* cloudInitSchema */.pf.optional(),
    network: fields/* networkSchema */.uT.extend({ expose: expose.optional() }).optional(),
    devices: fields/* devicesSchema */.jC.optional(),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
});

;// CONCATENATED MODULE: ./build/manifest/template.js














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
 * Loads the template at `named`, otherwise manifest.toml beside a fledge.toml, if there is one.
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
    const locate = async () => (isJson ? (0,json/* locateJson */.rz)(source) : (0,positions/* locateToml */.Ls)(source));
    const parsed = templateSchema.safeParse(raw);
    const issues = parsed.error?.issues ?? [];
    const draft = parsed.data ?? (0,document_document/* draftOf */.bz)(templateSchema, raw, issues) ?? {};
    const vocabulary = isJson ? jsonVocabulary : tomlVocabulary;
    const findings = [
        ...(0,zod_problems/* findingsOfIssues */.u)(issues, raw, vocabulary),
        ...(0,document_document/* findProtoKeys */.YN)(raw, [['env'], ['workload', 'env'], ['labels'], ['actions']]),
        ...findTemplateProblems(draft),
        ...(isJson ? findRepeatedKeys(source) : []),
    ];
    if (findings.length > 0)
        throw (0,problems/* problemsError */.$j)((0,document_document/* locateFindings */.Hf)(findings, file, await locate()));
    const notes = findTemplateNotes(draft);
    return {
        file,
        fields: normaliseTemplate(draft),
        notes: notes.length === 0 ? [] : (0,problems/* firstNotes */.Ye)((0,document_document/* locateFindings */.Hf)(notes, file, await locate())),
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
const unknown = "has no place in Volant's plugin manifest";
const elsewhere = { file: 'fledge.toml', names: Object.keys(schema/* documentSchema */.L.shape) };
const tomlVocabulary = (0,vocabulary/* vocabularyOf */.Y)(templateSchema, { unknown, tableNoun: 'a table' }, elsewhere);
const jsonVocabulary = (0,vocabulary/* vocabularyOf */.Y)(templateSchema, { unknown, tableNoun: 'an object' }, elsewhere);
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
        if (error instanceof SyntaxError)
            throw (0,problems/* problemsError */.$j)([await (0,json/* jsonSyntaxProblem */.F1)(text, file)]);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/recipe/plugin.js





/**
 * Loads a plugin. `config` is a fledge.toml or its directory. `manifest` is a template; default: manifest.toml beside
 * fledge.toml, if it exists.
 *
 * @throws FledgeError `config` with all problems of a file, or if it cannot be read.
 */
async function loadPlugin(config, manifest) {
    const loaded = await (0,load/* loadConfig */.Z9)(config);
    const template = await loadTemplateFor(loaded.file, manifest);
    return {
        loaded,
        template,
        name: (0,manifest_manifest/* nameOfPlugin */.oj)(loaded, template),
        artifactFile: (0,filesystems/* defaultArtifactName */.Vb)(loaded.config),
    };
}
/** Writes a warning for each setting in the files of a plugin that is valid but has no or little effect. */
function warnOfNotes({ loaded, template }, reporter) {
    for (const note of [...loaded.notes, ...(template?.notes ?? [])])
        reporter.warn((0,problems/* formatProblem */.Vw)(note), note);
}


/***/ })

};
