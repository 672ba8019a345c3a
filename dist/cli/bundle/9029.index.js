export const id = 9029;
export const ids = [9029];
export const modules = {

/***/ 95484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ remarksOnTrimming),
/* harmony export */   k: () => (/* binding */ entrypointOf)
/* harmony export */ });
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39965);

const ADVICE = 'set [workload] entrypoint in manifest.toml';
/** The program and arguments of the workload: those of the template, otherwise of the image or the mappings. */
function entrypointOf({ entrypoint, args }, source) {
    if (entrypoint !== undefined)
        return { program: entrypoint, remarks: [] };
    return source.kind === 'image' ? ofImage(source, args) : ofMappings(source.executables, args);
}
function ofImage({ entrypoint, cmd }, args) {
    // As for `docker run IMAGE ARGS`: arguments replace Cmd.
    const program = [...withoutEmpty(entrypoint), ...(args ?? cmd)];
    const [first, ...others] = program;
    if (first !== undefined && first !== '')
        return { program, remarks: [] };
    const what = others.length === 0
        ? 'the image has no Entrypoint and no Cmd'
        : `the image starts a program with an empty name (${JSON.stringify(program)}), which is not possible`;
    return guess(['/bin/sh'], `${what}; the workload is /bin/sh: ${ADVICE}`);
}
function ofMappings(executables, args = []) {
    const [first, ...others] = executables;
    const program = [first ?? '/bin/sh', ...args];
    if (first === undefined) {
        return guess(program, `no mapping puts an executable into a bin directory; the workload is /bin/sh: ${ADVICE}`);
    }
    if (others.length === 0)
        return { program, remarks: [] };
    return guess(program, `the workload is ${first}, the first of ${others.length + 1} mapped executables: ${ADVICE}`);
}
function guess(program, message) {
    return { program, remarks: [{ code: 'entrypoint', message }] };
}
/** `ENTRYPOINT [""]` in a Dockerfile removes the Entrypoint of its base image (moby, daemon/create.go). */
function withoutEmpty(entrypoint) {
    return entrypoint.length === 1 && entrypoint[0] === '' ? [] : entrypoint;
}
/** Warnings for arguments and variables that kestrel changes: it trims all of them, and drops empty arguments. */
function remarksOnTrimming(program, env, { workload }, image) {
    const ofProgram = workload.entrypoint !== undefined
        ? (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atTemplate */ .CV)('workload', 'entrypoint')
        : workload.args !== undefined
            ? (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atTemplate */ .CV)('workload', 'args')
            : (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atImage */ .f3)(image);
    const isTrimmed = (text) => text !== text.trim();
    const changed = program.filter((word) => word === '' || isTrimmed(word));
    const variables = Object.keys(env).filter((name) => isTrimmed(env[name] ?? ''));
    const fix = 'start the workload through a script that sets these values';
    return [
        ...changed.slice(0, 1).map((word) => ({
            code: 'argument-trimmed',
            message: `kestrel ${word.trim() === '' ? 'drops' : 'trims'} the argument ${JSON.stringify(word)} of the workload`,
            fix,
            ...ofProgram,
        })),
        ...variables.slice(0, 1).map((name) => ({
            code: 'argument-trimmed',
            message: `kestrel trims the value of the variable ${name}, which begins or ends with white space`,
            fix,
            ...(workload.env?.[name] === undefined ? (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atImage */ .f3)(image) : (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atTemplate */ .CV)('workload', 'env', name)),
        })),
    ];
}


/***/ }),

/***/ 14255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ cloudInitDocumentSchema),
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12311);

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
    /** Volant 0.6.5 accepts `http` only. */
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['http', 'exec', 'grpc']),
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
/** Port numbers. Volant 0.6.5 ignores the whole list. */
const port = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(65535);
const networkSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['vsock', 'bridged', 'dhcp']).optional(),
    subnet: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    gateway: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    auto_assign: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    expose: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ port, protocol: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['tcp', 'udp']).optional(), host_port: port.optional() }))
        .optional(),
});
const devicesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    pci_passthrough: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    allowlist: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
});


/***/ }),

/***/ 90671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12311);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14255);


/**
 * Volant's plugin manifest v1, with the rules of its JSON Schema (plugin-manifest-v1.json) and the keys in its order. Three
 * rules are wider, as in Volant's code: newer types of workloads, `network.expose`, and both media in one manifest.
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
    if (rootfs !== undefined || initramfs !== undefined)
        return;
    const message = 'rootfs or initramfs is needed';
    context.issues.push({ code: 'custom', input: context.value, message });
});


/***/ }),

/***/ 19029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XI: () => (/* binding */ deriveManifest),
  oj: () => (/* binding */ nameOfPlugin),
  NQ: () => (/* binding */ pluginName),
  xb: () => (/* binding */ programSourceOf),
  sB: () => (/* binding */ renderManifest)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
// EXTERNAL MODULE: ./build/document/zod-problems.js + 1 modules
var zod_problems = __webpack_require__(12673);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/manifest/encoded-size.js


/*
 * Volant passes the manifest to the machine as `volant.manifest=` on the kernel's command line: base64url of gzip of JSON.
 * On x86 that line has 2,048 bytes, of which the other words need about 300.
 */
/** In bytes, encoded. */
const NOTE_SIZE = 1200;
const WARNING_SIZE = 1600;
const MAX_SIZE = 1740;
/** The number of fields that a message names. */
const NAMED_FIELDS = 3;
/** The length of a manifest on the kernel's command line, in bytes. */
function encodedSize(manifest) {
    return (0,external_node_zlib_.gzipSync)(JSON.stringify(manifest)).toString('base64url').length;
}
/**
 * A remark if a manifest of this length is nearly too long.
 *
 * @throws FledgeError `input` if it does not fit on the command line.
 */
function remarksOnEncodedSize(manifest, size) {
    if (size < NOTE_SIZE)
        return [];
    const message = `the manifest has ${size} bytes on the kernel's command line, of at most about ${MAX_SIZE}`;
    const fix = `shorten its largest fields: ${largestFields(manifest).join(', ')}`;
    if (size >= MAX_SIZE) {
        throw new errors/* FledgeError */.aE('input', `${message}; the machine would stop before it prints anything`, { fix });
    }
    return [{ code: size >= WARNING_SIZE ? 'manifest-size' : 'note', message, fix }];
}
function largestFields({ workload, ...fields }) {
    const { env, ...others } = workload;
    return Object.entries({ ...fields, workload: others, 'workload.env': env })
        .map(([name, value]) => [name, JSON.stringify(value ?? '').length])
        .sort(([, a], [, b]) => b - a)
        .slice(0, NAMED_FIELDS)
        .map(([name]) => name);
}

// EXTERNAL MODULE: ./build/manifest/entrypoint.js
var manifest_entrypoint = __webpack_require__(95484);
// EXTERNAL MODULE: ./build/manifest/remarks.js
var manifest_remarks = __webpack_require__(39965);
;// CONCATENATED MODULE: ./build/manifest/health-check.js

/** Default `timeout_ms` of a health check. kestrel probes for two minutes, whatever it is. */
const DEFAULT_TIMEOUT_MS = 10_000;
/** Well-known ports of servers that do not speak HTTP (IANA's registry). */
const OTHER_PROTOCOLS = new Map([
    [21, 'FTP'],
    [22, 'SSH'],
    [25, 'SMTP'],
    [53, 'DNS'],
    [389, 'LDAP'],
    [1883, 'MQTT'],
    [3306, 'MySQL'],
    [4222, 'NATS'],
    [5432, 'PostgreSQL'],
    [5672, 'AMQP'],
    [6379, 'Redis'],
    [9042, 'Cassandra'],
    [9092, 'Kafka'],
    [11211, 'memcached'],
    [27017, 'MongoDB'],
]);
/** The health check of the template, completed; undefined if it has none. */
function healthCheckOf({ health_check: check }) {
    if (check === undefined)
        return undefined;
    return { endpoint: check.endpoint ?? '/', timeout_ms: check.timeout_ms ?? DEFAULT_TIMEOUT_MS };
}
/** Remarks about the health check of a plugin with an agent. kestrel probes with HTTP GET until it gets a 2xx status. */
function remarksOnHealthCheck(template, known) {
    const { type = 'http' } = template.workload;
    const check = healthCheckOf(template);
    if (check === undefined) {
        if (type !== 'http')
            return [];
        const message = 'the manifest has no health_check; to add one, set endpoint in [health_check] of manifest.toml; kestrel then stops the machine if the workload does not answer GET on that path with a 2xx status within two minutes';
        return [{ code: 'note', message }];
    }
    // An empty endpoint turns the probe off.
    if (check.endpoint === '')
        return [];
    const protocol = known === undefined ? undefined : OTHER_PROTOCOLS.get(known.port);
    const reason = type !== 'http'
        ? `the type of the workload is "${type}"`
        : protocol === undefined
            ? undefined
            : `port ${known?.port} usually speaks ${protocol}`;
    if (reason === undefined)
        return [];
    return [
        {
            code: 'health-check',
            message: `kestrel probes with HTTP, but ${reason}; a probe that fails for two minutes stops the machine`,
            fix: 'remove [health_check], or set its endpoint to "" to turn the probe off',
            ...(0,manifest_remarks/* atTemplate */.CV)('health_check'),
        },
    ];
}

// EXTERNAL MODULE: ./build/manifest/manifest-schema.js
var manifest_schema = __webpack_require__(90671);
// EXTERNAL MODULE: ./build/manifest/template-values.js
var template_values = __webpack_require__(33267);
// EXTERNAL MODULE: ./build/manifest/template-warnings.js
var template_warnings = __webpack_require__(87520);
;// CONCATENATED MODULE: ./build/manifest/media.js



/** The medium of the template that this build does not write. It needs a URL; a file system as its format means raw. */
function otherMedium({ rootfs, initramfs }, strategy) {
    if (strategy === 'oci_rootfs') {
        if (initramfs?.url === undefined || (0,template_values/* problemOfBlank */.d8)(initramfs.url) !== undefined)
            return {};
        return { initramfs: { ...initramfs, url: initramfs.url } };
    }
    if (rootfs?.url === undefined || (0,template_values/* problemOfBlank */.d8)(rootfs.url) !== undefined)
        return {};
    const { format, ...others } = rootfs;
    return {
        rootfs: {
            ...others,
            url: rootfs.url,
            ...(format !== undefined && { format: format === 'qcow2' ? format : 'raw' }),
        },
    };
}
/** Remarks on the media of the template: one is replaced by the build, the other stands. */
function remarksOnMedia(template, manifest, strategy) {
    const [own, other] = strategy === 'initramfs' ? ['initramfs', 'rootfs'] : ['rootfs', 'initramfs'];
    const remarks = [];
    const url = template[own]?.url;
    const made = manifest[own]?.url;
    if (url !== undefined && url !== made) {
        const message = `${own}.url of the manifest template is replaced by ${made}; set it with --url-base`;
        remarks.push({ code: 'template', message, ...(0,manifest_remarks/* atTemplate */.CV)(own, 'url') });
    }
    if (template[other] !== undefined && manifest[other] === undefined) {
        const message = `${other} of the manifest template is ignored: it has no url, and this build does not write ${other}`;
        remarks.push({ code: 'template', message, ...(0,manifest_remarks/* atTemplate */.CV)(other) });
    }
    else if (manifest[other] !== undefined) {
        const { url: otherUrl = '', checksum = '' } = manifest[other];
        const problems = [
            ['url', (0,template_warnings/* problemOfMediumUrl */.d$)(otherUrl)],
            ['checksum', (0,template_warnings/* problemOfMediumChecksum */.Zi)(checksum)],
        ];
        for (const [key, problem] of problems) {
            if (problem !== undefined)
                remarks.push({ code: 'manifest-value', message: problem, ...(0,manifest_remarks/* atTemplate */.CV)(other, key) });
        }
        const message = `the manifest has ${own} and ${other}: Volant accepts both, but its JSON schema only one`;
        remarks.push({ code: 'note', message, ...(0,manifest_remarks/* atTemplate */.CV)(other) });
    }
    return remarks;
}

// EXTERNAL MODULE: ./build/manifest/memory.js
var memory = __webpack_require__(7141);
// EXTERNAL MODULE: ./build/manifest/port.js
var manifest_port = __webpack_require__(22653);
// EXTERNAL MODULE: ./build/manifest/process.js
var process = __webpack_require__(87785);
;// CONCATENATED MODULE: ./build/manifest/manifest.js













const DEFAULT_VERSION = '0.1.0';
const VERSION_LABEL = 'org.opencontainers.image.version';
const FSTYPE_LABEL = 'volant.rootfs_fstype';
/**
 * Derives the manifest (docs/manifest.md). Each value is from the template, otherwise from the build, otherwise a
 * default. The artifact, its checksum and the image are always those of the build. Keys are in the order of the schema.
 *
 * @throws FledgeError `input` if the manifest is too long for the kernel's command line, or a program cannot be started with
 *   the values of the image; `internal` if the manifest does not match Volant's schema.
 */
function deriveManifest(input) {
    const { directoryName, artifact, built } = input;
    const template = input.template ?? { workload: {} };
    const { image } = built;
    const name = nameOf(template, image?.reference?.baseName ?? directoryName);
    const version = versionOf(template, image);
    const { hasAgent } = built;
    const entrypoint = (0,manifest_entrypoint/* entrypointOf */.k)(template.workload, programSourceOf(built));
    const type = template.workload.type ?? 'http';
    const port = (0,manifest_port/* findPort */.DZ)(template, image);
    const healthCheck = healthCheckOf(template);
    const size = built.strategy === 'initramfs' ? { compressed: artifact.size, unpacked: built.unpackedBytes } : undefined;
    const workdir = template.workload.workdir ?? (0,process/* workdirOf */.oG)(image?.workdir);
    const env = { ...(0,process/* environmentOf */.p7)(image?.env ?? []), ...template.workload.env };
    (0,process/* requireNoNul */.Mw)([...entrypoint.program, ...Object.entries(env).flat(), workdir ?? '']);
    const labels = { ...template.labels, ...(built.strategy === 'oci_rootfs' && { [FSTYPE_LABEL]: built.filesystem }) };
    // An image that a Dockerfile builds has no name, and its digest is that of no published image.
    const named = image?.reference === undefined ? undefined : image;
    const imageName = named?.reference?.text ?? template.image;
    const imageDigest = named?.digest ?? template.image_digest;
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
        resources: {
            cpu_cores: template.resources?.cpu_cores ?? 1,
            memory_mb: template.resources?.memory_mb ?? (0,memory/* defaultMemory */.z7)(size),
        },
        workload: {
            type,
            base_url: template.workload.base_url ?? (0,manifest_port/* baseUrlOf */.ik)(port?.port),
            entrypoint: [...entrypoint.program],
            ...(Object.keys(env).length > 0 && { env }),
            ...(workdir !== undefined && { workdir }),
        },
        ...(healthCheck !== undefined && { health_check: healthCheck }),
        ...(actions !== undefined && { actions }),
        ...otherMedium(template, built.strategy),
        ...(built.strategy === 'oci_rootfs'
            ? { rootfs: { url, checksum: `sha256:${sha256}`, format: built.format ?? 'raw' } }
            : { initramfs: { url, checksum: `sha256:${sha256}` } }),
        ...(disks !== undefined && { disks }),
        ...(cloudInit !== undefined && { cloud_init: cloudInit }),
        ...(network !== undefined && { network }),
        ...(devices !== undefined && { devices }),
    };
    const parsed = manifest_schema/* manifestSchema */.r.safeParse(candidate, zod_problems/* PARSE_ONCE */.Mh);
    if (!parsed.success) {
        const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
        throw new errors/* FledgeError */.aE('internal', `the manifest does not match Volant's schema: ${reason}`);
    }
    // zod builds its result in the order of the schema, including nested tables.
    const manifest = parsed.data;
    const encodedBytes = encodedSize(manifest);
    return {
        manifest,
        encodedBytes,
        remarks: [
            ...version.remarks,
            ...entrypoint.remarks,
            ...(hasAgent
                ? [
                    ...(0,manifest_port/* remarksOnPort */.sH)(template, port, type === 'http'),
                    ...remarksOnHealthCheck(template, port),
                    ...(0,manifest_entrypoint/* remarksOnTrimming */.W)(entrypoint.program, env, template, image),
                    ...remarksOnUser(image),
                ]
                : []),
            ...(size === undefined ? [] : (0,memory/* remarksOnMemory */.AT)(template, size)),
            ...remarksOnMedia(template, manifest, built.strategy),
            ...remarksOnImage(template, manifest),
            ...remarksOnEncodedSize(manifest, encodedBytes),
        ],
    };
}
/** The text of manifest.json: two spaces of indent, and a newline at the end. */
function renderManifest(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/** The name of a plugin in its manifest. */
function nameOfPlugin({ config, directory }, template) {
    return nameOf(template?.fields, config.image?.kind === 'reference' ? config.image.baseName : (0,external_node_path_.basename)(directory));
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
/** The program of a plugin without a template. The program of an image in an initramfs has precedence over mapped ones. */
function programSourceOf(built) {
    const { image } = built;
    if (built.strategy === 'oci_rootfs')
        return { kind: 'image', ...programOf(built.image) };
    const hasProgram = image !== undefined && (image.entrypoint.length > 0 || image.cmd.length > 0);
    const isOfImage = hasProgram || (image !== undefined && built.executables.length === 0);
    return isOfImage ? { kind: 'image', ...programOf(image) } : { kind: 'mappings', executables: built.executables };
}
function programOf({ entrypoint, cmd }) {
    return { entrypoint, cmd };
}
/** The version of the template, the label, the tag, or a default. A label of an image may contain any text. */
function versionOf(template, image) {
    const tag = /^v?(\d+(?:\.\d+)*(?:[-+._][0-9A-Za-z.+_-]+)?)$/.exec(image?.reference?.named?.tag ?? '')?.[1];
    const derived = tag ?? DEFAULT_VERSION;
    const label = image?.labels[VERSION_LABEL]?.trim();
    if (template.version !== undefined)
        return { version: template.version, remarks: [] };
    if (label === undefined || label === '')
        return { version: derived, remarks: [] };
    if ((0,values/* problemOfPluginVersion */.oI)(label) === undefined)
        return { version: label, remarks: [] };
    const shown = JSON.stringify(label.length > 60 ? `${label.slice(0, 60)}…` : label);
    const advice = 'set version in manifest.toml';
    return {
        version: derived,
        remarks: [
            {
                code: 'version',
                message: `the image's label ${VERSION_LABEL} is not a valid version: ${shown}; the version is ${derived}: ${advice}`,
            },
        ],
    };
}
function remarksOnImage({ image }, manifest) {
    if (image === undefined || image === manifest.image)
        return [];
    const message = `image of the manifest template is replaced by ${manifest.image}, the source of this build`;
    return [{ code: 'template', message, ...(0,manifest_remarks/* atTemplate */.CV)('image') }];
}
function remarksOnUser(image) {
    const user = image?.user ?? '';
    if (user === '' || /^(?:root|0)(?::|$)/.test(user))
        return [];
    return [
        {
            code: 'image-user',
            message: `the image's User ${JSON.stringify(user)} has no effect: kestrel starts the workload as root`,
            fix: 'if the workload must not run as root, start it through a program that changes the user, such as setpriv',
            ...(0,manifest_remarks/* atImage */.f3)(image),
        },
    ];
}


/***/ }),

/***/ 22653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ findPort),
/* harmony export */   ik: () => (/* binding */ baseUrlOf),
/* harmony export */   sH: () => (/* binding */ remarksOnPort)
/* harmony export */ });
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39965);

/** kestrel's own port. */
const AGENT_PORT = 8080;
/** The port in `base_url` if none is known. */
const FALLBACK_PORT = 80;
/** The first of: the port of the template's `base_url`, the first tcp port of `network.expose`, that of the image. */
function findPort({ workload, network }, image) {
    const { base_url: baseUrl } = workload;
    const url = baseUrl === undefined ? null : URL.parse(baseUrl);
    if (url !== null) {
        const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
        return { port, at: (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atTemplate */ .CV)('workload', 'base_url') };
    }
    const expose = network?.expose ?? [];
    const index = expose.findIndex(isTcp);
    const exposed = expose[index];
    if (exposed !== undefined)
        return { port: exposed.port, at: (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atTemplate */ .CV)('network', 'expose', index, 'port') };
    for (const text of image?.exposedPorts ?? []) {
        // A range counts as its first port. Docker's own tools expand ranges, other tools do not.
        const port = Number(/^(\d+)(?:-\d+)?(?:\/tcp)?$/i.exec(text)?.[1]);
        if (port >= 1 && port <= 65535)
            return { port, at: (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atImage */ .f3)(image) };
    }
    return undefined;
}
/** `base_url` for a port. */
function baseUrlOf(port) {
    return `http://127.0.0.1:${port ?? FALLBACK_PORT}`;
}
/** Remarks about the port of a plugin with an agent. `needsPort` is true if the agent or Volant connects to the workload. */
function remarksOnPort({ network }, known, needsPort) {
    const expose = network?.expose ?? [];
    const others = expose.flatMap((entry, index) => isTcp(entry) && entry.port === AGENT_PORT ? [['network', 'expose', index, 'port']] : []);
    const [other] = others;
    const at = known?.port === AGENT_PORT ? known.at : other === undefined ? undefined : (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atTemplate */ .CV)(...other);
    if (at !== undefined) {
        return [
            {
                code: 'agent-port',
                message: `the port of the workload is ${AGENT_PORT}, and kestrel listens on ${AGENT_PORT} itself: the agent cannot start, and the machine stops`,
                fix: 'let the workload listen on another port, and set base_url in [workload] of manifest.toml',
                ...at,
            },
        ];
    }
    if (known !== undefined || !needsPort)
        return [];
    return [
        {
            code: 'no-port',
            message: `the port of the workload is not known, so base_url has port ${FALLBACK_PORT}`,
            fix: 'set base_url in [workload] of manifest.toml, such as base_url = "http://127.0.0.1:3000"',
        },
    ];
}
function isTcp({ protocol = 'tcp' }) {
    return protocol === 'tcp';
}


/***/ }),

/***/ 87785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ requireNoNul),
/* harmony export */   oG: () => (/* binding */ workdirOf),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/* The environment and the working directory of a workload, from the template and the image. */
/** The variables of an image, whose entries have the form `NAME=value`. Volant drops a variable without a name. */
function environmentOf(entries) {
    return Object.fromEntries(entries
        .map((entry) => [entry, entry.indexOf('=')])
        .filter(([entry, equals]) => entry.slice(0, Math.max(equals, 0)).trim() !== '')
        .map(([entry, equals]) => [entry.slice(0, equals), entry.slice(equals + 1)]));
}
/** The working directory of an image, which is relative to the root as for Docker; undefined if there is none. */
function workdirOf(written) {
    const path = written?.trim() ?? '';
    if (path === '')
        return undefined;
    return path.startsWith('/') ? written : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', path);
}
/**
 * Checks what an image brings; a template and the names of files were checked before.
 *
 * @throws FledgeError `input` if a text contains a NUL character: no program can be started with it.
 */
function requireNoNul(texts) {
    const found = texts.find((text) => text.includes('\0'));
    if (found === undefined)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `the image cannot be started: its Entrypoint, Cmd, Env or WorkingDir contains a NUL character, in ${JSON.stringify(found.slice(0, 60))}`, { fix: 'build the image again without it, or set the value in [workload] of manifest.toml' });
}


/***/ }),

/***/ 33267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ problemOfAddress),
/* harmony export */   EI: () => (/* binding */ problemOfVariableName),
/* harmony export */   O0: () => (/* binding */ problemOfActionPath),
/* harmony export */   TG: () => (/* binding */ problemOfWorkdir),
/* harmony export */   Zm: () => (/* binding */ problemOfRequestPath),
/* harmony export */   d8: () => (/* binding */ problemOfBlank),
/* harmony export */   nb: () => (/* binding */ problemOfBaseUrl),
/* harmony export */   sm: () => (/* binding */ problemOfActionMethod)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93017);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1318);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62625);




/* The rules for single values of a template: values that Volant accepts, and that break the plugin later. */
/** The methods that the router of kestrel knows. It panics at another one, in lower or upper case. */
const ACTION_METHODS = [
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'CONNECT',
    'TRACE',
];
const SCHEME_AND_HOST = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;
/** The problem with a text that Volant trims before it checks that it is not empty, or undefined. */
function problemOfBlank(value) {
    return value.trim() === '' ? 'must not be empty' : undefined;
}
/** The problem with an address that will be published in the manifest, or undefined. It may be a path, too. */
function problemOfAddress(value) {
    const isWithLogin = SCHEME_AND_HOST.exec(value)?.[0].includes('@') === true;
    return isWithLogin ? 'must not contain a login, because the manifest is public' : undefined;
}
/** The problem with the URL of a workload, or undefined. */
function problemOfBaseUrl(value) {
    const message = (0,_config_values_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOfHttpUrl */ .ix)(value) ?? problemOfAddress(value);
    if (message !== undefined) {
        const isHost = /^[a-z0-9.-]+(?::\d+)?(?:\/[^\s@]*)?$/i.test(value);
        return isHost ? { message, suggestion: `http://${value}` } : message;
    }
    return URL.parse(value)?.port === '0' ? 'no program can listen on port 0' : undefined;
}
/** The problem with the name of an environment variable, or undefined. */
function problemOfVariableName(name) {
    if (name.trim() === '')
        return 'the name of a variable must not be empty';
    return name.includes('=') ? 'the name of a variable must not contain "="' : undefined;
}
/** The problem with the working directory of a workload, or undefined. kestrel trims it. */
function problemOfWorkdir(value) {
    const path = value.trim();
    if (path === '')
        return { message: 'must not be empty', suggestion: '/' };
    if (path.startsWith('/'))
        return undefined;
    const message = `must be an absolute path, found ${JSON.stringify(value)}`;
    return { message, suggestion: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', path) };
}
/** The problem with the path of a request, or undefined. */
function problemOfRequestPath(value) {
    const host = SCHEME_AND_HOST.exec(value.trim())?.[0];
    if (host === undefined)
        return undefined;
    const path = value.trim().slice(host.length);
    return {
        message: 'must be a path, without scheme and host',
        suggestion: path.startsWith('/') ? path : `/${path}`,
    };
}
/** The problem with the path of an action, or undefined. kestrel gives it to a router as a pattern, which panics. */
function problemOfActionPath(value) {
    const path = value.trim();
    if (path === '')
        return 'must not be empty';
    const problem = problemOfRequestPath(path);
    if (problem !== undefined)
        return problem;
    const literal = withoutParameters(path);
    if (literal === undefined)
        return 'kestrel stops at a "{" without its "}"; write a path without parameters';
    const star = literal.indexOf('*');
    return star >= 0 && star < literal.length - 1 ? 'kestrel stops at a "*" before the end of a path' : undefined;
}
/** A path with `-` for each `{parameter}`, which may contain braces; undefined if one does not end. */
function withoutParameters(path) {
    let literal = '';
    let depth = 0;
    for (const character of path) {
        if (character === '{')
            depth++;
        if (depth === 0)
            literal += character;
        if (character === '}' && depth > 0 && --depth === 0)
            literal += '-';
    }
    return depth === 0 ? literal : undefined;
}
/** The problem with the method of an action, or undefined. */
function problemOfActionMethod(value) {
    const method = value.trim().toUpperCase();
    if (method === '')
        return 'must not be empty';
    if (ACTION_METHODS.includes(method))
        return undefined;
    const message = `kestrel stops at a method other than ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listWithOr */ .CO)(ACTION_METHODS)}`;
    const suggestion = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(method, ACTION_METHODS);
    return suggestion === undefined ? message : { message, suggestion };
}


/***/ }),

/***/ 87520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zi: () => (/* binding */ problemOfMediumChecksum),
/* harmony export */   d$: () => (/* binding */ problemOfMediumUrl),
/* harmony export */   hQ: () => (/* binding */ findTemplateNotes)
/* harmony export */ });
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93017);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


/*
 * Values of a template that are valid, and that probably have another effect than the author expects. The rules are those
 * of Volant 0.6.5 and newer, and of kestrel. Values that are derived by a build have their remarks in other modules.
 */
/** Finds the values of a template to warn of, and those that only newer versions of Volant use. */
function findTemplateNotes(template) {
    return [
        ...findNewFields(template),
        ...findMemoryInBytes(template),
        ...findTrimmedNames(template),
        ...findIgnoredParts(template),
        ...findOtherProbes(template),
        ...findNetworkWarnings(template),
        ...findDiskWarnings(template),
        ...findEmptyDocuments(template),
    ];
}
/** The problem with the URL of a medium or a disk, or undefined. volantd opens `file:` URLs as paths. */
function problemOfMediumUrl(value) {
    if (/^(?:https?:\/\/|\/)/.test(value.trim()))
        return undefined;
    return 'Volant cannot open it: it must be an http(s) URL or an absolute path';
}
/** The problem with the checksum of a medium or a disk, or undefined. Volant does not check a file without a checksum. */
function problemOfMediumChecksum(value) {
    const problem = value.trim() === '' ? undefined : (0,_config_values_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOfSha256 */ .EK)(value.trim());
    return problem === undefined ? undefined : `Volant refuses the file: ${problem}`;
}
function findNewFields({ network, workload }) {
    const notes = [];
    if (workload?.type !== undefined && workload.type !== 'http') {
        const message = `Volant 0.6.5 accepts only "http"; a plugin of type "${workload.type}" needs a newer version`;
        notes.push({ path: ['workload', 'type'], message, code: 'note' });
    }
    if ((network?.expose ?? []).length > 0) {
        const message = 'Volant 0.6.5 ignores it, and its JSON schema has no such field; newer versions map these ports';
        notes.push({ path: ['network', 'expose'], message, code: 'note' });
    }
    return notes;
}
function findMemoryInBytes({ resources }) {
    const memory = resources?.memory_mb;
    if (memory === undefined || memory < _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ || memory % _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ !== 0)
        return [];
    const message = 'this is in MB, and the value is probably in bytes';
    return [{ path: ['resources', 'memory_mb'], message, suggestion: String(memory / _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ), code: 'size' }];
}
function findTrimmedNames({ env = {}, workload }) {
    const names = [
        ...Object.keys(env).map((name) => ['env', name]),
        ...Object.keys(workload?.env ?? {}).map((name) => ['workload', 'env', name]),
    ];
    return names
        .filter((path) => path.at(-1) !== path.at(-1)?.trim())
        .map((path) => ({ path, message: 'kestrel trims the name of this variable', code: 'argument-trimmed' }));
}
function findIgnoredParts({ workload, actions = {} }) {
    const findings = [];
    const url = workload?.base_url === undefined ? null : URL.parse(workload.base_url);
    if (url !== null && (url.search !== '' || url.hash !== '')) {
        const message = 'kestrel ignores the query and the fragment of this URL; remove them';
        findings.push({ path: ['workload', 'base_url'], message });
    }
    for (const [name, { path }] of Object.entries(actions)) {
        if (!/[?#]/.test(path))
            continue;
        const message = 'no request matches a path with "?" or "#"; remove the query, because kestrel forwards that of a request';
        findings.push({ path: ['actions', name, 'path'], message });
    }
    return findings;
}
function findOtherProbes({ health_check: check }) {
    const path = ['health_check', 'endpoint'];
    const endpoint = check?.endpoint?.trim() ?? '';
    if (endpoint === '')
        return [];
    if (!endpoint.startsWith('/')) {
        const message = 'a path without a slash at its beginning is relative to the path of base_url';
        return [{ path, message, suggestion: `/${endpoint}`, code: 'health-check' }];
    }
    const escaped = /[?#%]/.exec(endpoint)?.[0];
    if (escaped === undefined)
        return [];
    const message = `kestrel escapes "${escaped}", so it probes another path, and a probe that fails stops the machine`;
    return [{ path, message, code: 'health-check' }];
}
function findNetworkWarnings({ network }) {
    if (network === undefined)
        return [];
    const findings = [];
    if (network.mode === undefined) {
        const message = 'Volant refuses a manifest with [network] without mode; set mode = "bridged", "dhcp" or "vsock"';
        findings.push({ path: ['network'], message, code: 'manifest-value' });
    }
    const seen = new Map();
    for (const [index, { port, protocol = 'tcp', host_port: hostPort }] of (network.expose ?? []).entries()) {
        const name = `${port}/${protocol}`;
        const others = seen.get(name);
        // Several ports of the host can be mapped to one port.
        const isRepeated = others !== undefined && (hostPort === undefined || others.has(undefined));
        if (isRepeated) {
            findings.push({ path: ['network', 'expose', index, 'port'], message: `port ${name} is exposed twice; keep one` });
        }
        seen.set(name, new Set([...(others ?? []), hostPort]));
    }
    return findings;
}
function findDiskWarnings({ disks = [] }) {
    return disks.flatMap(({ source, checksum = '' }, index) => {
        const problems = [
            ['source', problemOfMediumUrl(source)],
            ['checksum', problemOfMediumChecksum(checksum)],
        ];
        return problems.flatMap(([key, message]) => message === undefined ? [] : [{ path: ['disks', index, key], message, code: 'manifest-value' }]);
    });
}
function findEmptyDocuments({ cloud_init: cloudInit }) {
    return ['user_data', 'meta_data', 'network_config']
        .filter((name) => {
        const document = cloudInit?.[name];
        return document !== undefined && document.content === undefined && document.path === undefined;
    })
        .map((name) => ({ path: ['cloud_init', name], message: 'has no effect without content or path' }));
}


/***/ })

};
