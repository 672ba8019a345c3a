export const id = 5663;
export const ids = [5663];
export const modules = {

/***/ 2257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fledgeTomlJsonSchema: () => (/* binding */ fledgeTomlJsonSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98439);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57096);
/* harmony import */ var _variants_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(385);



/**
 * The JSON Schema (draft 2020-12) of fledge.toml, for editors. `fledge validate` refuses everything that the schema
 * refuses, and more: the schema cannot express all rules, such as two mappings to one destination.
 */
function fledgeTomlJsonSchema() {
    const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .toJSONSchema */ .bl(_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .documentSchema */ .L, { target: 'draft-2020-12', override: dropSafeIntegerLimit });
    return {
        ...schema,
        allOf: [...strategyConditions(), ...sourceConditions(), ...agentConditions(), ...initConditions()],
    };
}
/** A file with an image, which may have an init. */
const WITH_IMAGE = has({ source: { anyOf: _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_KEYS */ .CT.map((key) => ({ required: [key] })) } });
/** Destinations that are /init or the root, however many slashes and dots they have. */
const PROVIDES_INIT = '^/(?:\\.?/)*(?:\\.|init)?$';
/** Removes the maximum of 2^53 that zod adds to integers: it does not help the author of a size. */
function dropSafeIntegerLimit({ jsonSchema }) {
    if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER)
        delete jsonSchema['maximum'];
}
function strategyConditions() {
    return ['initramfs', 'oci_rootfs'].map((strategy) => ({
        if: has({ strategy: { const: strategy } }),
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
        then: merge([
            ..._variants_js__WEBPACK_IMPORTED_MODULE_1__/* .STRATEGY_KEYS */ .BS.filter((key) => key.strategy !== strategy).map((key) => forbid(key.path)),
            ...(strategy === _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_STRATEGY */ .sg ? [WITH_IMAGE] : []),
            ...(strategy === _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .AGENTLESS_STRATEGY */ .H1 ? [] : [withoutNone()]),
        ]),
    }));
}
/** An image or a Dockerfile, with the keys of each; busybox from an image or a file. */
function sourceConditions() {
    const excludes = (key, others) => ({
        not: { allOf: [{ required: [key] }, { anyOf: others.map((other) => ({ required: [other] })) }] },
    });
    const dependentRequired = Object.fromEntries(_variants_js__WEBPACK_IMPORTED_MODULE_1__/* .DOCKERFILE_KEYS */ .wB.map((key) => [key, ['dockerfile']]));
    const rules = [
        excludes('image', ['dockerfile']),
        excludes('busybox_image', _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .BUSYBOX_FILE_KEYS */ .Px),
        { dependentRequired },
    ];
    return [{ properties: { source: { allOf: rules } } }];
}
/** Each `source_strategy` has its own keys, requires some of them, and accepts no others. */
function agentConditions() {
    return Object.entries(_variants_js__WEBPACK_IMPORTED_MODULE_1__/* .AGENT_VARIANTS */ .TF).map(([variant, { required, optional }]) => {
        const foreign = _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .AGENT_KEYS */ .TQ.filter((key) => !required.includes(key) && !optional.includes(key));
        return {
            if: has({ agent: has({ source_strategy: { const: variant } }) }),
            // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
            then: {
                properties: {
                    agent: {
                        ...(required.length > 0 && { required }),
                        properties: Object.fromEntries(foreign.map((key) => [key, false])),
                    },
                },
            },
        };
    });
}
function initConditions() {
    const none = has({ none: { const: true } });
    return [
        { not: has({ init: { allOf: [{ required: ['path'] }, none] } }) },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
        { if: has({ init: { anyOf: [{ required: ['path'] }, none] } }), then: { properties: { agent: false } } },
        {
            if: has({ init: none }),
            // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
            then: { anyOf: [has({ mappings: someValue(providesInit()) }), WITH_IMAGE] },
        },
    ];
}
/** A mapping of which one destination may be /init. */
function providesInit() {
    const destination = { type: 'string', pattern: PROVIDES_INIT };
    const several = { type: 'array', contains: destination };
    return { anyOf: [destination, { type: 'object', ...has({ to: { anyOf: [destination, several] } }) }] };
}
/** An object with at least one value like this. */
function someValue(schema) {
    return { not: { additionalProperties: { not: schema } } };
}
function withoutNone() {
    return { properties: { agent: { properties: { source_strategy: { not: { const: 'none' } } } } } };
}
/** An object that has all of these properties, each as described. */
function has(properties) {
    return { required: Object.keys(properties), properties };
}
function forbid([first, ...rest]) {
    const [next, ...others] = rest;
    return { properties: { [first]: next === undefined ? false : forbid([next, ...others]) } };
}
function merge(schemas) {
    return { allOf: schemas };
}


/***/ }),

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

/***/ 4769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ checkedText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12311);

/** A string schema with its own rule: `problemOf` returns the problem of a value, or undefined for a valid one. */
function checkedText(problemOf) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check((context) => {
        const problem = problemOf(context.value);
        if (problem === undefined)
            return;
        const complaint = typeof problem === 'string' ? { message: problem } : problem;
        const { message, suggestion } = complaint;
        context.issues.push({ code: 'custom', input: context.value, message, params: { suggestion } });
    });
}


/***/ }),

/***/ 26471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PR: () => (/* binding */ MAX_PATH_BYTES),
/* harmony export */   Um: () => (/* binding */ MAX_XATTR_LIST_BYTES),
/* harmony export */   VZ: () => (/* binding */ MAX_MINOR),
/* harmony export */   be: () => (/* binding */ MAX_XATTR_VALUE_BYTES),
/* harmony export */   dJ: () => (/* binding */ MAX_MAJOR),
/* harmony export */   oG: () => (/* binding */ MAX_SYMLINKS),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   rf: () => (/* binding */ MAX_XATTR_NAME_BYTES),
/* harmony export */   xy: () => (/* binding */ MAX_OWNER)
/* harmony export */ });
/*
 * Limits of the Linux kernel for every file system. Source: linux/limits.h, unless another file is named.
 */
/** NAME_MAX: bytes of a file name. */
const MAX_NAME_BYTES = 255;
/** PATH_MAX without the NUL: bytes of a path, and of the target of a symbolic link. */
const MAX_PATH_BYTES = 4095;
/** MAXSYMLINKS: symbolic links that are followed in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;
/** A device number has 12 bits for the major number and 20 for the minor (MINORBITS in linux/kdev_t.h). */
const MAX_MAJOR = 2 ** 12 - 1;
const MAX_MINOR = 2 ** 20 - 1;
/** The largest user or group ID. (uid_t)-1 means "unchanged" (chown(2)) and cannot own a file. */
const MAX_OWNER = 2 ** 32 - 2;
/** XATTR_NAME_MAX: bytes of the name of an extended attribute. */
const MAX_XATTR_NAME_BYTES = 255;
/** XATTR_SIZE_MAX: bytes of its value. */
const MAX_XATTR_VALUE_BYTES = 65_536;
/** XATTR_LIST_MAX: bytes of the names of one inode, each with its NUL; listxattr(2) lists no more. */
const MAX_XATTR_LIST_BYTES = 65_536;


/***/ })

};
