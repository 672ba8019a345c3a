export const id = 5939;
export const ids = [5939,1022,7485,7064,4801];
export const modules = {

/***/ 19147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   ZO: () => (/* binding */ mediaNames),
/* harmony export */   jq: () => (/* binding */ mediaDigest),
/* harmony export */   my: () => (/* binding */ manifestWithDigest),
/* harmony export */   yt: () => (/* binding */ manifestBeside)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12311);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62625);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7060);






const media = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), checksum: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(), format: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional() });
/** The keys of Volant's manifest that fledge reads again. Other keys are in the document only. */
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1),
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    runtime: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    resources: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ cpu_cores: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(1).optional(), memory_mb: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(1).optional() }).optional(),
    workload: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        type: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
        base_url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
        entrypoint: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
        args: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
        env: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
        workdir: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    })
        .optional(),
    health_check: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ endpoint: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(), timeout_ms: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().optional() }).optional(),
    rootfs: media.optional(),
    initramfs: media.optional(),
    labels: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
});
const MANIFEST_FILE = 'manifest.json';
/** Far above the size of a manifest that fits on a kernel's command line. */
const MAX_MANIFEST_BYTES = 1024 * 1024;
/**
 * The manifest beside an artifact that names it: `ARTIFACT.manifest.json`, `STEM.manifest.json` or `manifest.json`;
 * undefined if there is none. A manifest that cannot be read is not used.
 */
function manifestBeside(path) {
    const { name, stem } = (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .nameAndStem */ .y)(path);
    const files = new Set([`${name}.${MANIFEST_FILE}`, `${stem}.${MANIFEST_FILE}`, MANIFEST_FILE]);
    return firstManifest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), files, (manifest) => mediaNames(manifest).includes(name));
}
/**
 * The manifest beside an artifact that has its digest, which is 64 lower-case hexadecimal digits; undefined if there is none. A
 * manifest that cannot be read is not used.
 */
function manifestWithDigest(path, sha256) {
    return firstManifest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .namesBeside */ .d)(path, MANIFEST_FILE), ({ fields: { rootfs, initramfs } }) => [rootfs, initramfs].some((medium) => medium?.checksum === `sha256:${sha256}`));
}
async function firstManifest(directory, files, isWanted) {
    for (const file of files) {
        try {
            const manifest = await readManifest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, file));
            if (manifest !== undefined && isWanted(manifest))
                return manifest;
        }
        catch (error) {
            if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE))
                throw error;
        }
    }
    return undefined;
}
/**
 * Reads a manifest; undefined if the file does not exist.
 *
 * @throws FledgeError `input` if it cannot be read, or is not a manifest.
 */
async function readManifest(path) {
    let text;
    try {
        text = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(path, MAX_MANIFEST_BYTES)).toString('utf8');
    }
    catch (error) {
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'ENOENT' || (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'ENOTDIR')
            return undefined;
        const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === undefined ? (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .readFailureOf */ .Og)(error);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot read ${path}: ${reason}`, { cause: error });
    }
    const document = parseJson(text, path);
    const parsed = manifestSchema.safeParse(document);
    if (parsed.success && isObject(document))
        return { path, fields: parsed.data, document };
    const where = parsed.error?.issues[0]?.path.join('.') ?? '';
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path}: ${where === '' ? 'it' : where} is not what a manifest has there`, {
        fix: `build the plugin again, or use the artifact without ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_5__/* .shellWord */ .r7)(path)}`,
    });
}
function parseJson(text, path) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path}: it is not valid JSON`, {
            cause: error,
            fix: 'build the plugin again',
        });
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The file names of the media of a manifest: the last components of their URLs or paths. */
function mediaNames({ fields: { rootfs, initramfs } }) {
    return [rootfs, initramfs].flatMap((entry) => (entry === undefined ? [] : [lastComponent(entry.url)]));
}
/** The digest that a manifest has for the medium of this name: 64 lower-case hexadecimal digits, if it has one. */
function mediaDigest({ fields: { rootfs, initramfs } }, name) {
    const medium = [rootfs, initramfs].find((entry) => entry !== undefined && lastComponent(entry.url) === name);
    return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(medium?.checksum ?? '')?.[1]?.toLowerCase();
}
function lastComponent(url) {
    const parsed = /^https?:\/\//i.test(url) ? URL.parse(url) : null;
    const path = parsed === null ? url : parsed.pathname;
    const last = path.slice(path.lastIndexOf('/') + 1);
    try {
        return parsed === null ? last : decodeURIComponent(last);
    }
    catch {
        return last;
    }
}


/***/ }),

/***/ 7060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ namesBeside),
/* harmony export */   y: () => (/* binding */ nameAndStem)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** The name of an artifact, and the name without its suffix: published files beside it begin with that. */
function nameAndStem(path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    return { name, stem: name.replace(/\.(?:cpio\.gz|cpio|img|qcow2|squashfs|xfs|btrfs|ext4)$/, '') };
}
/** The names that a file beside an artifact can have: `STEM.FILE` of a release, and `FILE` of a build. */
function namesBeside(path, file) {
    return [...stemsOf(path).map((stem) => `${stem}.${file}`), file];
}
/** The names with which published files beside an artifact can begin: with an unknown suffix, both with and without it. */
function stemsOf(path) {
    const { name, stem } = nameAndStem(path);
    return stem === name ? [...new Set([name, name.replace(/\.[A-Za-z0-9]+$/, '')])] : [stem];
}


/***/ }),

/***/ 45389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ provenanceOf),
/* harmony export */   _5: () => (/* binding */ provenanceNames),
/* harmony export */   a6: () => (/* binding */ provenanceBeside)
/* harmony export */ });
/* unused harmony export parseProvenance */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25423);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7060);



const PROVENANCE_FILE = 'provenance.json';
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
const MAX_BYTES = 8 * 1024 * 1024;
/** A text that is longer is not one that a build has written. */
const MAX_TEXT = 4096;
/** The names that the provenance of an artifact can have: releases have `web-linux-amd64.provenance.json` beside it. */
function provenanceNames(artifact) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .namesBeside */ .d)(artifact, PROVENANCE_FILE);
}
/**
 * The provenance beside an artifact that names it, with a platform; undefined if there is none. A file that is not a provenance
 * is not used.
 */
async function provenanceBeside(path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    for await (const { file, parsed } of provenancesBeside(path)) {
        const subject = parsed?.subjects.find((each) => each.name === name);
        if (parsed?.record.platform === undefined || subject === undefined)
            continue;
        const sha256 = subject.sha256?.toLowerCase();
        const isDigest = sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256);
        const { platform } = parsed.record;
        return { ...parsed.record, path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), file), platform, ...(isDigest && { sha256 }) };
    }
    return undefined;
}
/**
 * The record of an artifact with this digest in a provenance beside it; `name` is the artifact in messages.
 *
 * @returns the reason if there is none: no file, one that cannot be read, or one of another artifact.
 */
async function provenanceOf(artifact, sha256, name = artifact) {
    let missing = `no ${PROVENANCE_FILE} beside ${name}`;
    for await (const { file, parsed } of provenancesBeside(artifact)) {
        if (parsed?.subjects.some((subject) => subject.sha256 === sha256))
            return parsed.record;
        missing = `${file} beside ${name} is ${parsed === undefined ? 'not a record of fledge' : 'that of another artifact'}`;
    }
    return { missing };
}
/** The files that exist, with what they state; undefined for one that is not a provenance. */
async function* provenancesBeside(artifact) {
    for (const file of provenanceNames(artifact)) {
        let json;
        try {
            json = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readRegularFile */ .XF)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(artifact), file), MAX_BYTES)).toString('utf8');
        }
        catch {
            // It is missing, or cannot be read: a provenance explains an artifact, and is not needed.
            continue;
        }
        yield { file, parsed: parseProvenance(json) };
    }
}
/** Undefined if the text is not an in-toto statement with a SLSA provenance (slsa.dev/spec/v1.0). */
function parseProvenance(json) {
    const statement = objectOf(parseJson(json));
    const predicate = objectOf(statement['predicate']);
    const definition = objectOf(predicate['buildDefinition']);
    const parameters = objectOf(definition['externalParameters']);
    const builder = objectOf(objectOf(predicate['runDetails'])['builder']);
    const type = statement['predicateType'] ?? PREDICATE_TYPE;
    if (type !== PREDICATE_TYPE || definition['externalParameters'] === undefined)
        return undefined;
    const epoch = parameters['sourceDateEpoch'];
    const [toolchain] = inputsIn(builder['builderDependencies']);
    const mappings = parameters['mappings'];
    const [strategy, platform] = [textOf(parameters['strategy']), textOf(parameters['platform'])];
    const fledge = textOf(objectOf(builder['version'])['fledge']);
    const record = {
        ...(strategy !== undefined && { strategy }),
        ...(platform !== undefined && { platform }),
        ...(typeof epoch === 'number' && Number.isSafeInteger(epoch) && { sourceDateEpoch: epoch }),
        ...(fledge !== undefined && { fledge }),
        inputs: inputsIn(definition['resolvedDependencies']),
        ...(toolchain !== undefined && { toolchain }),
        ...(Array.isArray(mappings) && { mappings: mappingsIn(mappings) }),
    };
    const subjects = arrayOf(statement['subject']).map((subject) => {
        const { name, digest } = objectOf(subject);
        const [nameText, sha256] = [textOf(name), textOf(objectOf(digest)['sha256'])];
        return { ...(nameText !== undefined && { name: nameText }), ...(sha256 !== undefined && { sha256 }) };
    });
    return { record, subjects };
}
function inputsIn(value) {
    return arrayOf(value).flatMap((item) => {
        const { name, uri, digest, annotations } = objectOf(item);
        const nameText = textOf(name);
        if (nameText === undefined)
            return [];
        const [algorithm, digits] = Object.entries(objectOf(digest))[0] ?? [];
        const digitsText = textOf(digits);
        const { layers } = objectOf(annotations);
        return [
            {
                name: nameText,
                uri: textOf(uri) ?? '',
                ...(digitsText !== undefined && { digest: `${algorithm}:${digitsText}` }),
                ...(Array.isArray(layers) && { layers: textsIn(layers) }),
            },
        ];
    });
}
function mappingsIn(values) {
    return values.map((value) => {
        const { source, destinations } = objectOf(value);
        const sourceText = textOf(source);
        return { ...(sourceText !== undefined && { source: sourceText }), destinations: textsIn(destinations) };
    });
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
function arrayOf(value) {
    return Array.isArray(value) ? value : [];
}
function textOf(value) {
    return typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined;
}
function textsIn(value) {
    return arrayOf(value).flatMap((item) => textOf(item) ?? []);
}


/***/ }),

/***/ 772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sbomOfArtifact: () => (/* binding */ sbomOfArtifact)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/inside/beside/manifest.js
var manifest = __webpack_require__(19147);
// EXTERNAL MODULE: ./build/inside/open.js + 33 modules
var inside_open = __webpack_require__(65293);
// EXTERNAL MODULE: ./build/sources/local-file.js
var local_file = __webpack_require__(64925);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/inside/beside/provenance.js
var provenance = __webpack_require__(45389);
;// CONCATENATED MODULE: ./build/sbom/build-facts.js

/** The facts of the provenance beside an artifact; undefined if there is none for an artifact with this digest. */
async function factsBeside(path, sha256) {
    const record = await (0,provenance/* provenanceOf */.Jj)(path, sha256);
    if ('missing' in record)
        return undefined;
    const { strategy, sourceDateEpoch, fledge, inputs, mappings = [] } = record;
    if (strategy === undefined || sourceDateEpoch === undefined || fledge === undefined)
        return undefined;
    return {
        ...{ strategy, sourceDateEpoch, fledge },
        inputs: inputs.map(({ name, uri, digest = '' }) => ({ name, uri, digest })),
        mappedPaths: new Set(mappings.flatMap(({ destinations }) => destinations)),
    };
}

// EXTERNAL MODULE: ./build/sbom/collect.js + 4 modules
var collect = __webpack_require__(63345);
// EXTERNAL MODULE: ./build/sbom/compose.js
var compose = __webpack_require__(47064);
// EXTERNAL MODULE: ./build/sbom/document.js + 1 modules
var sbom_document = __webpack_require__(34801);
;// CONCATENATED MODULE: ./build/sbom/artifact-sbom.js










/**
 * The SBOM of a finished artifact. The provenance and the manifest beside it are used if they have its digest.
 *
 * @throws FledgeError `input` as `openArtifact` does, or if the artifact is damaged.
 */
async function sbomOfArtifact(path) {
    const artifact = await (0,inside_open.openArtifact)(path);
    try {
        const sha256 = await digestOf(path);
        const facts = sha256 === undefined ? undefined : await factsBeside(path, sha256);
        const plugin = sha256 === undefined ? undefined : (await (0,manifest/* manifestWithDigest */.my)(path, sha256))?.fields;
        const isListed = mappedFilesOf(facts);
        const collected = await (0,collect.collect)(artifact.entries(), { isListed });
        const components = (0,compose.composeComponents)(collected, { inputs: facts?.inputs ?? [], fledge: facts?.fledge });
        const subject = {
            name: plugin?.name ?? (0,external_node_path_.basename)((0,external_node_path_.resolve)(path)),
            version: plugin?.version,
            sha256,
            sourceDateEpoch: facts?.sourceDateEpoch,
        };
        const { unread } = collected;
        return { text: (0,sbom_document.renderSbom)({ subject, components, unread }), components: components.length, unread };
    }
    finally {
        await artifact.close();
    }
}
/**
 * The files that are known to be mapped: in an initramfs without an image all files, or they are known by the provenance. Otherwise
 * those that are mapped one by one, because an image can have files in a mapped directory, too.
 */
function mappedFilesOf(facts) {
    if (facts === undefined)
        return () => false;
    const { strategy, inputs, mappedPaths } = facts;
    if (strategy === 'initramfs' && !inputs.some(({ name }) => name === 'image'))
        return () => true;
    return mappedPaths.size === 0 ? () => false : ({ path }) => mappedPaths.has(`/${(0,byte_string/* displayByteString */.oO)(path)}`);
}
/** In hexadecimal digits; undefined for a directory, and for an image that is named with its transport. */
async function digestOf(path) {
    if (!(await (0,regular_file/* isRegularFile */.Ze)(path)))
        return undefined;
    const file = await (0,regular_file/* openRegularFile */.ZU)(path);
    try {
        return (await (0,local_file/* digestHandle */.t)(file)).sha256;
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 47064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   composeComponents: () => (/* binding */ composeComponents)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _purl_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41679);


/** The file with the program that the C init starts. fledge writes it. */
const INIT_TARGET = '.volant_init';
/** The components of an artifact, sorted by their references. Equal packages at several places are one component. */
function composeComponents(collected, options) {
    const { distribution, packages, files } = collected;
    const programs = programsOf(collected, options);
    const ofPrograms = new Set(programs.map(({ path }) => path));
    const listed = files.filter(({ path, isListed }) => isListed && !ofPrograms.has(path) && path !== INIT_TARGET);
    return merge([
        ...(distribution === undefined ? [] : [systemOf(distribution)]),
        ...packages.map((found) => componentOf(found, distribution)),
        ...programs,
        ...listed.map(({ path, sha256, layer }) => ({
            type: 'file',
            name: `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}`,
            path,
            sha256,
            layer,
        })),
    ]);
}
function systemOf({ id, version, path }) {
    return { type: 'operating-system', name: id, version, path };
}
function componentOf(found, distribution) {
    const { ecosystem, name, version, licence, path, layer, isProgram } = found;
    const slash = ecosystem === 'npm' ? name.indexOf('/') : -1;
    return {
        type: isProgram === true ? 'application' : 'library',
        ...(slash > 0 && { group: name.slice(0, slash) }),
        ...{ name: name.slice(slash + 1), version, licence, path, layer },
        purl: (0,_purl_js__WEBPACK_IMPORTED_MODULE_1__/* .purlOf */ .V)(found, distribution),
    };
}
/** The programs that a build adds, by the digests in its provenance, and each other busybox that no package owns. */
function programsOf({ files, busyboxes, packages }, options) {
    const { inputs, fledge } = options;
    const versionAt = new Map(busyboxes.map(({ path, version }) => [path, version]));
    const known = files.flatMap((file) => {
        const name = file.path.slice(file.path.lastIndexOf('/') + 1);
        const input = inputs.find((one) => one.name === name && one.digest === `sha256:${file.sha256}`);
        if (input === undefined)
            return [];
        const version = versionOfInput(input, file, { versionAt, fledge });
        return [programOf(input.name, file, { version, uri: input.uri })];
    });
    const knownPaths = new Set(known.map(({ path }) => path));
    const isPackaged = packages.some(({ ecosystem, name }) => ecosystem !== 'npm' && /^busybox(?:-|$)/.test(name));
    const others = files.flatMap((file) => {
        const version = versionAt.get(file.path);
        if (knownPaths.has(file.path))
            return [];
        if (version !== undefined && !isPackaged)
            return [programOf('busybox', file, { version })];
        return /(?:^|\/)kestrel$/.test(file.path) ? [programOf('kestrel', file, {})] : [];
    });
    return [...known, ...others];
}
function versionOfInput({ name, uri }, { path }, { versionAt, fledge }) {
    if (name === 'busybox')
        return versionAt.get(path);
    if (name === 'init')
        return uri.startsWith('fledge:') ? fledge : undefined;
    // https://github.com/OWNER/NAME/releases/download/TAG/FILE
    const [, tag] = /\/releases\/download\/([^/]+)\/[^/]+$/.exec(uri) ?? [];
    return tag?.replace(/^v(?=\d)/, '');
}
function programOf(role, { path, layer, sha256 }, { version, uri }) {
    const isOwn = uri?.startsWith('fledge:') === true;
    const name = isOwn ? 'fledge-init' : role;
    const download = uri !== undefined && /^https?:/.test(uri) ? uri : undefined;
    return {
        type: 'application',
        ...{ name, version, path, layer, sha256 },
        purl: (0,_purl_js__WEBPACK_IMPORTED_MODULE_1__/* .purl */ .E)({ type: 'generic', name, version }, { checksum: `sha256:${sha256}`, download_url: download }),
    };
}
function merge(components) {
    const merged = new Map();
    for (const component of components) {
        const reference = referenceOf(component);
        const known = merged.get(reference) ?? { first: component, paths: new Set(), layers: new Set() };
        known.paths.add(component.path);
        if (component.layer !== undefined)
            known.layers.add(component.layer);
        merged.set(reference, known);
    }
    return [...merged]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([reference, { first, paths, layers }]) => {
        const { path: _path, layer: _layer, ...rest } = first;
        return {
            ...rest,
            reference,
            paths: [...paths].sort(_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .compareByteStrings */ .eS).map((path) => `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}`),
            layers: [...layers].sort(),
        };
    });
}
function referenceOf({ type, purl: url, group, name, version }) {
    if (url !== undefined)
        return url;
    const fullName = group === undefined ? name : `${group}/${name}`;
    return `${type}:${fullName}${version === undefined ? '' : `@${version}`}`;
}


/***/ }),

/***/ 34801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSbom: () => (/* binding */ renderSbom)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/enums/index.js
var enums = __webpack_require__(6820);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/models/index.js
var models = __webpack_require__(50320);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/serialize/index.node.js
var index_node = __webpack_require__(51248);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/spec/index.js
var spec = __webpack_require__(94321);
// EXTERNAL MODULE: ./build/support/about.js
var about = __webpack_require__(92089);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/spdx.js
var spdx = __webpack_require__(61290);
;// CONCATENATED MODULE: ./build/sbom/licence.js



const acknowledgement = enums.LicenseAcknowledgement.Declared;
/** A licence as a package declares it: an SPDX identifier or expression if it is one, otherwise a name. */
function licenceOf(text) {
    if ((0,spdx.isSupportedSpdxId)(text))
        return new models.SpdxLicense(text, { acknowledgement });
    if (!isExpression(text))
        return new models.NamedLicense(text, { acknowledgement });
    const expression = new models.LicenseExpression(text);
    expression.acknowledgement = acknowledgement;
    return expression;
}
/** True for identifiers of SPDX with AND, OR and WITH between them, and brackets in pairs (SPDX 2.3, annex D). */
function isExpression(text) {
    let depth = 0;
    let expects = 'licence';
    for (const [token] of text.matchAll(/[()]|[^\s()]+/g)) {
        if (token === '(') {
            if (expects !== 'licence')
                return false;
            depth += 1;
        }
        else if (token === ')') {
            depth -= 1;
            if (expects !== 'operator' || depth < 0)
                return false;
        }
        else if (expects === 'operator') {
            if (!/^(?:AND|OR|WITH)$/.test(token))
                return false;
            expects = token === 'WITH' ? 'exception' : 'licence';
        }
        else {
            if (expects === 'licence' && !(0,spdx.isSupportedSpdxId)(token.replace(/\+$/, '')))
                return false;
            if (!/^[A-Za-z0-9.+-]+$/.test(token))
                return false;
            expects = 'operator';
        }
    }
    return expects === 'operator' && depth === 0;
}

// EXTERNAL MODULE: ./build/sbom/purl.js
var purl = __webpack_require__(41679);
;// CONCATENATED MODULE: ./build/sbom/document.js









const TYPES = {
    application: enums.ComponentType.Application,
    file: enums.ComponentType.File,
    library: enums.ComponentType.Library,
    'operating-system': enums.ComponentType.OperatingSystem,
};
/** The last second of the year 9999, which is the last one that RFC 3339 can write. */
const MAX_EPOCH = 253_402_300_799;
/**
 * The SBOM of an artifact: CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json) with two spaces of indent and a newline at the
 * end. It contains no clock, random number or path of this machine: its serial number is derived from its content.
 */
function renderSbom({ subject, components, unread }) {
    const root = rootOf(subject);
    const bom = new models.Bom({
        metadata: new models.Metadata({
            component: root,
            tools: new models.Tools({ components: new models.ComponentRepository([toolComponent()]) }),
            timestamp: timeOf(subject),
        }),
    });
    for (const { path, reason } of unread) {
        bom.metadata.properties.add(new models.Property('fledge:unread', `/${(0,byte_string/* displayByteString */.oO)(path)}: ${reason}`));
    }
    for (const found of components) {
        const component = componentOf(found);
        bom.components.add(component);
        root.dependencies.add(component.bomRef);
    }
    const serializer = new index_node.JsonSerializer(new index_node.JSON.Normalize.Factory(spec.Spec1dot6));
    const options = { sortLists: false, space: 2 };
    bom.serialNumber = `urn:uuid:${uuidOf(serializer.serialize(bom, options))}`;
    return `${serializer.serialize(bom, options)}\n`;
}
/** CycloneDX calls a thing that virtualization isolates a container, whatever its technology. */
function rootOf({ name, version, sha256 }) {
    return new models.Component(enums.ComponentType.Container, name, {
        bomRef: 'artifact',
        version,
        hashes: hashesOf(sha256),
    });
}
function toolComponent() {
    return new models.Component(enums.ComponentType.Application, 'fledge', {
        bomRef: 'tool',
        version: about/* VERSION */.x,
        purl: (0,purl/* purl */.E)({ type: 'npm', namespace: '@volantvm', name: 'fledge', version: about/* VERSION */.x }),
    });
}
function componentOf({ reference, type, group, name, version, purl: url, licence, sha256, paths, layers, }) {
    const component = new models.Component(TYPES[type], name, {
        bomRef: reference,
        ...{ group, version, purl: url },
        hashes: hashesOf(sha256),
    });
    if (licence !== undefined && licence !== '')
        component.licenses.add(licenceOf(licence));
    for (const path of paths)
        component.properties.add(new models.Property('fledge:path', path));
    for (const layer of layers)
        component.properties.add(new models.Property('fledge:layer:digest', layer));
    return component;
}
function hashesOf(sha256) {
    return new models.HashDictionary(sha256 === undefined ? [] : [[enums.HashAlgorithm['SHA-256'], sha256]]);
}
function timeOf({ sourceDateEpoch: epoch }) {
    const isTime = epoch !== undefined && Number.isInteger(epoch) && epoch >= 0 && epoch <= MAX_EPOCH;
    return isTime ? new Date(epoch * 1000) : undefined;
}
/** A UUID (RFC 9562, version 8) that is the same for the same text. */
function uuidOf(text) {
    const bytes = (0,external_node_crypto_.createHash)('sha256').update(text).digest().subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}


/***/ }),

/***/ 41679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ purl),
/* harmony export */   V: () => (/* binding */ purlOf)
/* harmony export */ });
/* harmony import */ var packageurl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87091);

/**
 * The package URL of a package (https://github.com/package-url/purl-spec, "PURL-TYPES"); undefined if the specification does
 * not permit its name. The namespace of an operating system's package is the distribution.
 */
function purlOf(found, distribution) {
    const { ecosystem, name, version } = found;
    switch (ecosystem) {
        case 'apk':
        case 'deb':
        case 'rpm':
            return purl({ type: ecosystem, namespace: vendorOf(found, distribution), name, version }, {
                arch: found.architecture,
                epoch: found.epoch === undefined ? undefined : String(found.epoch),
                upstream: found.source,
                distro: distribution && [distribution.id, distribution.version].filter(Boolean).join('-'),
            });
        case 'npm':
        case 'golang': {
            const slash = name.lastIndexOf('/');
            const namespace = slash === -1 ? undefined : name.slice(0, slash);
            return purl({ type: ecosystem, namespace, name: name.slice(slash + 1), version });
        }
        default:
            return purl({ type: ecosystem, name, version });
    }
}
/** The distribution of a package. Without an os-release, those that use the format most. */
function vendorOf({ ecosystem }, distribution) {
    if (distribution !== undefined)
        return distribution.id;
    return ecosystem === 'deb' ? 'debian' : ecosystem === 'apk' ? 'alpine' : undefined;
}
/** The text of a package URL; undefined if a part is not permitted. Qualifiers without a value are left out. */
function purl({ type, namespace, name, version }, qualifiers = {}) {
    const given = Object.entries(qualifiers).flatMap(([key, value]) => (value ? [[key, value]] : []));
    const sorted = Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
    try {
        const text = new packageurl_js__WEBPACK_IMPORTED_MODULE_0__.PackageURL(type, namespace, name, version || undefined, sorted, undefined).toString();
        // The library leaves a plus sign in a version as it is, which ECMA-427 does not permit, and some readers take for a space.
        return text.replaceAll('+', '%2B');
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 64925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ digestFile),
/* harmony export */   t: () => (/* binding */ digestHandle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);



const READ_BYTES = 1024 * 1024;
/**
 * Size and SHA-256 of a regular file, read as a stream. Symlinks are followed; a file of another type is not opened.
 *
 * @throws FledgeError `input`; `label` is the file's name in messages.
 */
async function digestFile(path, options) {
    const { label, maxBytes } = options;
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            if (size > maxBytes)
                throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv(path, size, maxBytes);
            return await digestHandle(handle, maxBytes);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .NotRegularFile */ .k1) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${error.kind}, not a regular file`, {
                fix: `set the path of ${label} to a regular file`,
            });
        }
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv) {
            const message = `cannot use ${path} as ${label}: it has ${error.bytes} bytes, and the limit is ${maxBytes}`;
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', message);
        }
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .readFailureOf */ .Og)(error)}`, {
            cause: error,
            fix: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'EACCES'
                ? 'make it readable for the user who builds'
                : `check the path of ${label}; a relative path starts at the directory of fledge.toml`,
        });
    }
}
/**
 * Size and SHA-256 of the content of an open file, read from its start in pieces of 1 MiB. `onRead` is called after each piece
 * with the number of bytes so far.
 *
 * @throws FileTooLarge if the content is longer than `maxBytes`, whatever size stat(2) has returned. Default: no limit.
 */
async function digestHandle(handle, maxBytes = Number.POSITIVE_INFINITY, onRead = () => { }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let size = 0;
    for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, size);
        if (bytesRead === 0)
            return { size, sha256: hash.digest('hex') };
        hash.update(buffer.subarray(0, bytesRead));
        size += bytesRead;
        if (size > maxBytes)
            throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv('the file', size, maxBytes);
        onRead(size);
    }
}


/***/ }),

/***/ 25423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   J8: () => (/* binding */ fileChanged),
/* harmony export */   Sv: () => (/* binding */ FileTooLarge),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   ZU: () => (/* binding */ openRegularFile),
/* harmony export */   Ze: () => (/* binding */ isRegularFile),
/* harmony export */   k1: () => (/* binding */ NotRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** A path does not lead to a regular file; `kind` names its type, as in `a fifo`. */
class NotRegularFile extends Error {
    name = 'NotRegularFile';
    kind;
    constructor(path, kind) {
        super(`${path} is ${kind}, not a regular file`);
        this.kind = kind;
    }
}
/** A file is larger than its limit. */
class FileTooLarge extends Error {
    name = 'FileTooLarge';
    /** The number of bytes known when reading stopped; the file can be larger. */
    bytes;
    constructor(path, bytes, maxBytes) {
        super(`${path} has ${bytes} bytes; more than ${maxBytes} are not read`);
        this.bytes = bytes;
    }
}
/** The error for a file that was read before and has other bytes now. */
function fileChanged(label) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label}: it changed during the build`, {
        fix: 'build again when no other process writes to the file',
    });
}
/** True if a path leads to a regular file; false if it does not, or cannot be examined. */
function isRegularFile(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).then((stats) => stats.isFile(), () => false);
}
/**
 * Opens an untrusted file for reading. Only a regular file is opened: opening another type can block for ever, or affect
 * a device. If a fifo replaces the file in the meantime, its open does not block. Links are followed.
 *
 * @throws NotRegularFile, or the error of the system.
 */
async function openRegularFile(path) {
    requireRegular(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path));
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY);
    try {
        requireRegular(path, await handle.stat());
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/**
 * All bytes of an untrusted file. It does not read more than `maxBytes`, even if the size is wrong (files of /proc) or
 * grows.
 *
 * @throws NotRegularFile, FileTooLarge, or the error of the system.
 */
async function readRegularFile(path, maxBytes) {
    const handle = await openRegularFile(path);
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
/** The growth of the buffer for a file whose size from stat is wrong, beyond doubling. */
const GROWTH_BYTES = 64 * 1024;
/**
 * All bytes of an open file, from its start.
 *
 * @throws FileTooLarge, or the error of the system.
 */
async function readBounded(handle, path, maxBytes) {
    const { size } = await handle.stat();
    if (size > maxBytes)
        throw new FileTooLarge(path, size, maxBytes);
    // One byte more than the size from stat shows whether the size is right. Such a read seldom needs a second buffer.
    let data = Buffer.allocUnsafeSlow(size + 1);
    let length = 0;
    for (;;) {
        if (length === data.length)
            data = Buffer.concat([data], Math.min(2 * length + GROWTH_BYTES, maxBytes + 1));
        const { bytesRead } = await handle.read(data, length, data.length - length, length);
        if (bytesRead === 0)
            return data.subarray(0, length);
        length += bytesRead;
        if (length > maxBytes)
            throw new FileTooLarge(path, length, maxBytes);
    }
}
function requireRegular(path, stats) {
    if (!stats.isFile())
        throw new NotRegularFile(path, kindOfStats(stats));
}
/** The type of a file that is not regular. */
function kindOfStats(stats) {
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a fifo';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}


/***/ }),

/***/ 80735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ removeAny),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   q: () => (/* binding */ removeDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** Opens a directory without permission to read it (open(2)); Node does not export it. */
const O_PATH = 0o10000000;
/** A program that was killed a moment ago can still be creating files. */
const ATTEMPTS = 4;
const PAUSE_MS = 20;
/** The identity of the file or directory at a path, or undefined if there is none. Links are not followed. */
function identityOf(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
}
function isSame(a, b) {
    return a.dev === b.dev && a.ino === b.ino;
}
/**
 * Removes a directory recursively, also if modes deny access to its owner. It does nothing if the path leads to another
 * directory than `expected`.
 *
 * Every step starts at an open directory (`/proc/self/fd`), so that a link in the place of a directory cannot redirect it.
 * Mounted file systems below are skipped. Directories are moved up before they are removed, so that neither the depth nor
 * the length of paths is limited, and at most three directories are open at once.
 *
 * @throws the system's error if something cannot be removed.
 */
function removeDirectory(path, expected) {
    const root = openDirectory(path, (found) => isSame(found, expected));
    if (root === undefined)
        return;
    try {
        for (let attempt = 1;; attempt++) {
            emptyDirectory(root, expected.dev);
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
                return;
            }
            catch (error) {
                const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
                if (code === 'ENOENT')
                    return;
                if (code !== 'ENOTEMPTY' || attempt === ATTEMPTS)
                    throw error;
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
            }
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(root.descriptor);
    }
}
/**
 * Removes the file at a path, or the directory with its content. A missing path is not an error.
 *
 * @throws the system's error if it cannot be removed.
 */
function removeAny(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
    if (found?.isDirectory() === true)
        removeDirectory(path, found);
    else if (found !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
}
/** Opens a directory, after giving its owner all permissions. Undefined if it is missing or not accepted. */
function openDirectory(path, accepts) {
    const handle = openToLook(path);
    if (handle === undefined)
        return undefined;
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle, { bigint: true });
        if (!accepts(stats))
            return undefined;
        const held = heldPath(handle) ?? path;
        if (lacksPermissions(stats))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(held, 0o700);
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(held, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY);
        return { descriptor, path: heldPath(descriptor) ?? path };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}
function openToLook(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, O_PATH | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP')
            return undefined;
        throw error;
    }
}
function lacksPermissions({ mode }) {
    return (Number(mode) & 0o700) !== 0o700;
}
/** Undefined if there is no /proc. */
function heldPath(descriptor) {
    const path = `/proc/self/fd/${descriptor}`;
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? path : undefined;
}
/** Removes the content of a directory. Subdirectories are moved up into it, and emptied in the next round. */
function emptyDirectory(root, dev) {
    // Mounted file systems are skipped.
    const isOnSameDevice = (found) => found.dev === dev;
    for (let changes = 1; changes > 0;) {
        changes = 0;
        for (const entry of entriesIn(root)) {
            const path = childOf(root, entry.name);
            const child = entry.isDirectory() ? openDirectory(path, isOnSameDevice) : undefined;
            if (child === undefined) {
                if (!entry.isDirectory() && removeFile(path))
                    changes += 1;
                continue;
            }
            try {
                for (const below of entriesIn(child)) {
                    const from = childOf(child, below.name);
                    if (below.isDirectory() ? moveUp(from, root, isOnSameDevice) : removeFile(from))
                        changes += 1;
                }
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(child.descriptor);
            }
            if (removeEmptyDirectory(path))
                changes += 1;
        }
    }
}
function entriesIn({ path }) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { withFileTypes: true, encoding: 'buffer' });
}
function childOf({ path }, name) {
    return Buffer.concat([Buffer.from(path), Buffer.from('/'), name]);
}
/** False if it is now a directory. unlink(2) follows no link, and refuses a directory. */
function removeFile(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path), ['ENOENT', 'EISDIR']);
}
/** False if it is not empty, or a mount point. */
function removeEmptyDirectory(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path), ['ENOENT', 'ENOTEMPTY', 'EBUSY']);
}
/** Moves a directory to a new name in `root`. False if it is a mount point. */
function moveUp(path, root, accepts) {
    // A move changes the directory's `..`, and so needs the permission to write to it.
    const own = openDirectory(path, accepts);
    if (own === undefined)
        return false;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(own.descriptor);
    const name = `.moved-${process.hrtime.bigint()}`;
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, childOf(root, Buffer.from(name))), ['ENOENT', 'EBUSY', 'EXDEV']);
}
function succeeds(action, expected) {
    try {
        action();
        return true;
    }
    catch (error) {
        if (expected.includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) ?? ''))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isScratchName: () => (/* binding */ isScratchName),
/* harmony export */   removeStaleScratch: () => (/* binding */ removeStaleScratch),
/* harmony export */   runningSince: () => (/* binding */ runningSince),
/* harmony export */   scratchDirectory: () => (/* binding */ scratchDirectory),
/* harmony export */   scratchFile: () => (/* binding */ scratchFile),
/* harmony export */   setTemporaryRoot: () => (/* binding */ setTemporaryRoot),
/* harmony export */   staleDirectoriesIn: () => (/* binding */ staleDirectoriesIn),
/* harmony export */   temporaryDirectory: () => (/* binding */ temporaryDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72658);
/* harmony import */ var _remove_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80735);







/**
 * The name of scratch: `.fledge-HOST-PID-START-RANDOM-LABEL`. HOST identifies machine and pid namespace, and START is
 * the process's start time, so that a later build can distinguish leftovers of a killed build from files of a running one.
 */
const SCRATCH_NAME = /^\.fledge-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/;
/** Used as the start time if there is no /proc. */
const UNKNOWN_START = '0';
/** Scratch of another machine or container is stale if it was not modified for this time. */
const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;
/**
 * A free path in `directory`, for a file that the caller creates (with `wx`) and later renames or disposes of. The file
 * is removed if the process ends first.
 */
function scratchFile(directory, label) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    return scratchAt(path, () => removeFile(path));
}
/** Creates an empty directory in `directory`, accessible by this user only. */
function scratchDirectory(directory, label) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    // Set once it exists. Another directory that later has its path is not removed.
    let own;
    const scratch = scratchAt(path, () => {
        if (own !== undefined)
            (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, own);
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    own = (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .identityOf */ .cu)(path);
    return scratch;
}
let temporaryRoot;
/** Sets the directory for temporary files; default: the directory of the operating system (TMPDIR). */
function setTemporaryRoot(directory) {
    temporaryRoot = directory;
}
/**
 * Creates a scratch directory in the directory for temporary files, after removing those of killed builds.
 *
 * @throws FledgeError `output` if it cannot be created.
 */
function temporaryDirectory(label) {
    const parent = temporaryRoot ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    removeStaleScratch(parent);
    try {
        return scratchDirectory(parent, label);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot create a temporary directory in ${parent}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: 'set TMPDIR to a directory that you may write to',
        });
    }
}
/**
 * Removes the leftovers of killed builds of this user from `directory`. It does not touch the scratch of a running build
 * or of another user, and follows no link. It keeps directories if other users could have replaced them.
 */
function removeStaleScratch(directory) {
    for (const { path, found } of staleScratchIn(directory)) {
        try {
            if (found.isFile())
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
            else if (found.isDirectory())
                (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, found);
        }
        catch {
            // It does not disturb any build, and the next build tries again.
        }
    }
}
/**
 * The scratch directories of killed builds of this user in `directory` that `removeStaleScratch` may remove. Those that it
 * could not remove contain files of other users of a user namespace.
 */
function staleDirectoriesIn(directory) {
    return staleScratchIn(directory).flatMap(({ path, found }) => (found.isDirectory() ? [path] : []));
}
/**
 * The times at which running processes of this user have created scratch files with this label in `directory`, in
 * milliseconds since 1970. A process of another machine or container counts as running for a day.
 */
function runningSince(directory, label) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter((name) => isScratchName(name) && name.endsWith(`-${label}`));
    }
    catch {
        return [];
    }
    return names.flatMap((name) => {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name), { bigint: true, throwIfNoEntry: false });
        return found?.isFile() && isOwn(found) && !isDead(name, found) ? [Number(found.mtimeMs)] : [];
    });
}
/** Whether the process that created a file with the name of scratch has ended. */
function isDead(name, found) {
    const [, host, pid, start] = SCRATCH_NAME.exec(name) ?? [];
    // Without /proc no start time is known, and the end of a process cannot be detected.
    return host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(found);
}
function staleScratchIn(directory) {
    let names;
    let keepsDirectories;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter(isScratchName);
        keepsDirectories = isOpenToOthers((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(directory, { bigint: true }));
    }
    catch {
        return [];
    }
    return names.flatMap((name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
        if (found === undefined || !isOwn(found) || (keepsDirectories && found.isDirectory()))
            return [];
        return isDead(name, found) ? [{ path, found }] : [];
    });
}
function isOwn({ uid }) {
    return uid === BigInt(process.geteuid?.() ?? 0);
}
/**
 * Whether other users than root can rename files of a directory: its owner can, and everyone with write permission unless
 * it is sticky (unlink(2), EPERM). A renamed directory keeps its owner, and can contain data of this user.
 */
function isOpenToOthers(directory) {
    const mode = Number(directory.mode);
    const isTrusted = isOwn(directory) || directory.uid === 0n;
    return !isTrusted || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0);
}
/** Whether a file of this name is the scratch of a build, and not content of a user. */
function isScratchName(name) {
    return SCRATCH_NAME.test(name);
}
function scratchAt(path, remove) {
    const forget = (0,_process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__/* .atExit */ .sz)(remove);
    return {
        path,
        dispose() {
            remove();
            forget();
        },
        moveTo(target) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(path, target);
            forget();
        },
    };
}
/** unlink(2) follows no link and removes no directory. */
function removeFile(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR')
            throw error;
    }
}
function scratchName(label) {
    const random = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex');
    return `.fledge-${hostId()}-${process.pid}-${startTimeOf(process.pid) ?? UNKNOWN_START}-${random}-${label}`;
}
let knownHostId;
function hostId() {
    knownHostId ??= (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`${readOr('/proc/sys/kernel/random/boot_id')}\0${pidNamespace()}\0${(0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)()}`)
        .digest('hex')
        .slice(0, 8);
    return knownHostId;
}
function pidNamespace() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return '';
    }
}
/**
 * Field 22 of /proc/PID/stat (proc(5)), or undefined if there is no such process, or it is a zombie, as in a container
 * whose first process is not an init.
 */
function startTimeOf(pid) {
    const stat = readOr(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    return ended ? undefined : fields[19];
}
function readOr(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
function isOld({ mtimeMs }) {
    return Date.now() - Number(mtimeMs) > FOREIGN_LIFETIME_MS;
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
