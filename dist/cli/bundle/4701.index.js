export const id = 4701;
export const ids = [4701,5111];
export const modules = {

/***/ 44701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginBuild: () => (/* binding */ beginBuild),
  build: () => (/* binding */ build),
  commandOf: () => (/* binding */ commandOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/describe/checksums.js
/**
 * The text of a SHA256SUMS file in the form that `sha256sum -c` reads (coreutils manual, "md5sum invocation"): names
 * with a backslash or a line break are escaped, and their line begins with a backslash.
 */
function renderChecksums(files) {
    return files
        .map(({ name, sha256 }) => {
        const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
        return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
    })
        .join('');
}

;// CONCATENATED MODULE: ./build/describe/provenance.js
/**
 * The provenance of an artifact: an in-toto Statement v1 with a SLSA Provenance v1 predicate (slsa.dev/spec/v1.0), as
 * JSON with two spaces of indent and a newline at the end. It contains no time and no host name, so that equal builds
 * have equal provenance; a signature identifies the builder.
 */
function renderProvenance(facts) {
    const statement = {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: facts.artifact.name, digest: { sha256: facts.artifact.sha256 } }],
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {
            buildDefinition: {
                buildType: 'https://github.com/volantvm/fledge-action/blob/v1/docs/provenance.md',
                externalParameters: {
                    strategy: facts.strategy,
                    platform: facts.platform,
                    sourceDateEpoch: facts.sourceDateEpoch,
                    mappings: facts.mappings.map(({ source, destinations }) => ({ source, destinations })),
                },
                resolvedDependencies: facts.inputs.map(descriptorOf),
            },
            runDetails: {
                builder: {
                    id: 'https://github.com/volantvm/fledge-action',
                    version: { fledge: facts.version },
                    ...(facts.toolchain && { builderDependencies: [descriptorOf(facts.toolchain)] }),
                },
            },
        },
    };
    return `${JSON.stringify(statement, null, 2)}\n`;
}
/** A ResourceDescriptor of in-toto. */
function descriptorOf({ name, uri, digest, layers }) {
    return { name, uri, digest: digestSet(digest), ...(layers !== undefined && { annotations: { layers } }) };
}
function digestSet(digest) {
    const colon = digest.indexOf(':');
    return { [digest.slice(0, colon)]: digest.slice(colon + 1) };
}

// EXTERNAL MODULE: ./build/lock/locked-config.js
var locked_config = __webpack_require__(79621);
// EXTERNAL MODULE: ./build/manifest/cloud-init.js
var cloud_init = __webpack_require__(15360);
// EXTERNAL MODULE: ./build/manifest/manifest.js + 3 modules
var manifest_manifest = __webpack_require__(19029);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/support/about.js
var about = __webpack_require__(92089);
// EXTERNAL MODULE: ./build/support/files/output-set.js + 2 modules
var output_set = __webpack_require__(51072);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var scratch = __webpack_require__(1022);
;// CONCATENATED MODULE: ./build/support/report/adjustments.js
/** Counts the adjustments of one build. */
class Adjustments {
    #counts = new Map();
    /** Counts one adjustment. `example` is used for the first of its kind. */
    add(what, example) {
        const known = this.#counts.get(what);
        if (known === undefined)
            this.#counts.set(what, { count: 1, example: example() });
        else
            known.count += 1;
    }
    /** All adjustments, in the order of their first cases. */
    list() {
        return [...this.#counts].map(([what, { count, example }]) => ({ what, count, example }));
    }
}
/** The text of a warning: `left out extended attributes that Linux does not have: 3, such as … of /etc/motd`. */
function describeAdjustment({ what, count, example }) {
    return count === 1 ? `${what}: ${example}` : `${what}: ${count}, such as ${example}`;
}

// EXTERNAL MODULE: ./build/support/report/elapsed.js
var elapsed = __webpack_require__(52835);
;// CONCATENATED MODULE: ./build/support/report/steps.js

/** Reports the steps of a build and measures their time. */
class Steps {
    #reporter;
    #done = [];
    #current;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /**
     * Ends the current step, and begins a new one; `title` is for people. The time of a long step is reported until it ends,
     * unless it `isShort`.
     */
    begin(name, title, { isShort = false } = {}) {
        this.end();
        this.#reporter.step(title);
        const endElapsed = isShort ? undefined : (0,elapsed/* reportElapsed */.B)(this.#reporter, title);
        this.#current = { name, since: performance.now(), endElapsed };
    }
    /** Ends the last step and returns all of them, in order. */
    end() {
        if (this.#current !== undefined) {
            const { name, since, endElapsed } = this.#current;
            endElapsed?.();
            this.#done.push({ name, ms: Math.round(performance.now() - since) });
            this.#current = undefined;
        }
        return this.#done;
    }
}

// EXTERNAL MODULE: ./build/support/report/warning.js
var warning = __webpack_require__(79391);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/sources/local-file.js
var local_file = __webpack_require__(64925);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/recipe/build-variables.js





/** In seconds. A cpio header has 32 bits for the time of a file. */
const MAX_EPOCH = 0xffff_ffff;
/**
 * SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch) or 2024-01-01, in seconds.
 *
 * @throws FledgeError `usage` if it is not a number of seconds that a cpio header can hold.
 */
function sourceDateEpoch(env) {
    const text = (0,environment/* environmentValue */.Jz)(env, 'SOURCE_DATE_EPOCH');
    if (text === undefined)
        return environment/* DEFAULT_EPOCH */.CU;
    const seconds = Number(text);
    const isNumber = /^\d+$/.test(text);
    if (isNumber && seconds <= MAX_EPOCH)
        return seconds;
    const reason = isNumber ? `more than ${MAX_EPOCH}, the maximum of cpio` : 'not a number of seconds since 1970';
    throw new errors/* FledgeError */.aE('usage', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, ${reason}`, {
        fix: 'unset it, or set it to the time of the last commit: git log -1 --format=%ct',
    });
}
const MAX_TOOLCHAIN_BYTES = 16 * units/* MEBIBYTE */.gJ;
/**
 * The list of the tools in the runner image (FLEDGE_TOOLCHAIN), as an input. Undefined outside of the runner image.
 *
 * @throws FledgeError `usage` if the list cannot be read.
 */
async function toolchainOf(env) {
    const path = (0,environment/* environmentValue */.Jz)(env, 'FLEDGE_TOOLCHAIN');
    if (path === undefined)
        return undefined;
    try {
        const { sha256 } = await (0,local_file/* digestFile */.T)(path, { label: 'the list of tools', maxBytes: MAX_TOOLCHAIN_BYTES });
        return { name: 'toolchain', uri: (0,external_node_url_.pathToFileURL)(path).href, digest: `sha256:${sha256}` };
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('usage', `cannot read the list of tools in FLEDGE_TOOLCHAIN: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            fix: 'unset FLEDGE_TOOLCHAIN; it is for the runner image only',
        });
    }
}

// EXTERNAL MODULE: ./build/recipe/destination.js + 2 modules
var destination = __webpack_require__(30040);
// EXTERNAL MODULE: ./build/recipe/output-names.js
var output_names = __webpack_require__(1287);
// EXTERNAL MODULE: ./build/recipe/output-path.js
var output_path = __webpack_require__(15204);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: ./build/recipe/plugin.js
var recipe_plugin = __webpack_require__(3256);
// EXTERNAL MODULE: ./build/sbom/component.js
var component = __webpack_require__(75111);
;// CONCATENATED MODULE: ./build/recipe/software.js


/** The software in the tree of a build, for its SBOM. The code that finds it is loaded when it is used. */
class SoftwareOfBuild {
    #steps;
    #reporter;
    #collected;
    #history;
    constructor({ steps, reporter }) {
        this.#steps = steps;
        this.#reporter = reporter;
    }
    async afterLayer(tree, layer) {
        const { LayerHistory } = await __webpack_require__.e(/* import() */ 928).then(__webpack_require__.bind(__webpack_require__, 90928));
        this.#history ??= new LayerHistory();
        await this.#history.add(tree, layer);
    }
    /** Reads the tree, whose contents may be gone after the artifact was written. Warns of parts that could not be read. */
    async list(tree, layers) {
        this.#steps.begin('software', 'list the software');
        const [{ entriesOfTree }, { collect }] = await Promise.all([
            __webpack_require__.e(/* import() */ 3232).then(__webpack_require__.bind(__webpack_require__, 93232)),
            Promise.all(/* import() */[__webpack_require__.e(3345), __webpack_require__.e(8884)]).then(__webpack_require__.bind(__webpack_require__, 63345)),
        ]);
        // The files of mappings are the only ones of this machine, besides programs that the inputs name.
        const isListed = ({ source }) => source?.kind === 'host-file';
        const layerOf = ({ inode }) => inode.kind === 'file' && inode.content.kind === 'spool' ? layers.get(inode.content.spool) : undefined;
        const collected = await collect(entriesOfTree(tree, { layerOf }), { isListed });
        const packages = collected.packages.map((found) => this.#history?.withLayer(found) ?? found);
        this.#collected = { ...collected, packages };
        for (const part of collected.unread)
            this.#reporter.warn((0,component.unreadText)(part), { code: 'sbom' });
    }
    /** The text of the SBOM. */
    async document({ manifest, artifact, inputs, epoch }) {
        const [{ composeComponents }, { renderSbom }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(7091), __webpack_require__.e(7064)]).then(__webpack_require__.bind(__webpack_require__, 47064)),
            Promise.all(/* import() */[__webpack_require__.e(7091), __webpack_require__.e(7761), __webpack_require__.e(4801)]).then(__webpack_require__.bind(__webpack_require__, 34801)),
        ]);
        const collected = this.#collected;
        if (collected === undefined)
            throw new Error('the tree of the build was not read');
        const { name, version } = manifest;
        return renderSbom({
            subject: { name, version, sha256: artifact.sha256, sourceDateEpoch: epoch },
            components: composeComponents(collected, { inputs, fledge: about/* VERSION */.x }),
            unread: collected.unread,
        });
    }
}

// EXTERNAL MODULE: ./build/recipe/verify/links-out.js
var links_out = __webpack_require__(1509);
;// CONCATENATED MODULE: ./build/recipe/build.js





















/** Begins the first step of a build: reading the configuration. */
function beginBuild(reporter) {
    const steps = new Steps(reporter);
    // The build may fail before it begins, and then no step ends.
    steps.begin('config', 'read the configuration', { isShort: true });
    return steps;
}
/** The command line of a build with the same plugin and options as `request`. */
function commandOf(request) {
    const { plugin, output, urlBase, platform, verify, locked, workers } = request;
    const { strict = false, force = false, sbom = false } = request;
    const { loaded, template, name, artifactFile } = plugin;
    const file = (0,external_node_path_.basename)(output ?? artifactFile);
    return {
        config: loaded.file,
        manifest: template?.file,
        output,
        urlBase,
        artifactUrl: request.artifactUrl?.({ name, platform, file }),
        platform,
        verify,
        locked,
        strict,
        force,
        sbom,
        workers,
    };
}
/**
 * Builds a plugin and writes the artifact, manifest.json, provenance.json and SHA256SUMS, and sbom.cdx.json if it is wanted.
 * All are renamed into place at the end; after an error, existing files are unchanged.
 *
 * @throws FledgeError; see its codes. `input` for warnings of a strict build.
 */
async function build(asked) {
    const { reporter, warnings } = (0,warning/* collectWarnings */._c)(asked.reporter);
    const request = { ...asked, reporter };
    const { platform, plugin } = request;
    const { loaded, template, name } = plugin;
    const steps = request.steps ?? beginBuild(reporter);
    (0,recipe_plugin.warnOfNotes)(plugin, reporter);
    await (0,recipe_plugin.reportRemarks)((0,links_out/* findLinksOut */.p)(loaded, template), plugin, reporter);
    const { config, lockFile } = await (0,locked_config/* lockedConfig */.z)(loaded, request);
    const epoch = sourceDateEpoch(request.env);
    const { path: output, name: artifactName, url } = (0,destination/* chooseDestination */.g)(request, { config, lockFile });
    const misleading = (0,output_path/* suffixWarning */._6)(artifactName, config);
    if (misleading !== undefined)
        reporter.warn(misleading, { code: 'suffix' });
    const toolchain = await toolchainOf(request.env);
    const sources = (0,context/* sourceContext */.R)(request, loaded.directory);
    const fields = template === undefined ? undefined : await completeTemplate(template, sources);
    const outputs = new output_set/* OutputSet */.Y((0,external_node_path_.dirname)(output));
    const work = (0,scratch.temporaryDirectory)('build');
    try {
        // Created before the work, so that a directory that is not writable is reported at once.
        const files = {
            artifact: outputs.create(artifactName),
            manifest: outputs.create(output_names/* MANIFEST_FILE */.h1),
            provenance: outputs.create(output_names/* PROVENANCE_FILE */.LP),
            checksums: outputs.create(output_names/* CHECKSUMS_FILE */.aP),
            sbom: request.sbom === true ? outputs.create(output_names/* SBOM_FILE */.HO) : undefined,
        };
        const software = request.sbom === true ? new SoftwareOfBuild({ steps, reporter }) : undefined;
        const adjustments = new Adjustments();
        const { inputs, mappings, built, contents, reproducible, freeMb } = await makeArtifact({
            config,
            directory: loaded.directory,
            errorAt: loaded.errorAt,
            platform,
            mtime: { seconds: epoch, nanoseconds: 0 },
            verify: request.verify,
            workers: request.workers,
            scratchDirectory: work.path,
            ownOutputs: (0,output_path/* outputPaths */.uk)(output, request),
            sources,
            steps,
            template: fields,
            report: (remarks) => (0,recipe_plugin.reportRemarks)(remarks, plugin, reporter),
            adjustments,
            artifact: files.artifact,
            software,
        });
        for (const { name: input, uri, digest } of inputs)
            reporter.debug(`${input}: ${uri} ${digest}`);
        const artifact = await files.artifact.close();
        for (const adjustment of adjustments.list())
            reporter.warn(describeAdjustment(adjustment), { code: 'adjusted' });
        steps.begin('describe', 'describe the artifact');
        const derived = (0,manifest_manifest/* deriveManifest */.XI)({
            template: fields,
            directoryName: (0,external_node_path_.basename)(loaded.directory),
            artifact: { url, sha256: artifact.sha256, size: artifact.size },
            built,
        });
        const { manifest } = derived;
        await (0,recipe_plugin.reportRemarks)(derived.remarks, plugin, reporter);
        if (request.strict)
            (0,warning/* requireNoWarnings */.gy)(warnings, name);
        const manifestFile = await writeText(files.manifest, (0,manifest_manifest/* renderManifest */.sB)(manifest));
        const provenance = renderProvenance({
            artifact: { name: artifactName, sha256: artifact.sha256 },
            strategy: config.strategy,
            platform,
            sourceDateEpoch: epoch,
            version: about/* VERSION */.x,
            inputs,
            mappings,
            toolchain,
        });
        const provenanceFile = await writeText(files.provenance, provenance);
        const sbom = await software?.document({ manifest, artifact, inputs, epoch });
        const sbomFile = sbom === undefined || files.sbom === undefined ? undefined : await writeText(files.sbom, sbom);
        const listed = [artifact, manifestFile, provenanceFile, ...(sbomFile === undefined ? [] : [sbomFile])];
        const digests = listed.map(({ path, sha256 }) => ({
            name: (0,external_node_path_.basename)(path),
            sha256,
        }));
        const checksumsFile = await writeText(files.checksums, renderChecksums(digests));
        await outputs.publish();
        return {
            name: manifest.name,
            version: manifest.version,
            strategy: config.strategy,
            platform,
            artifact: {
                path: output,
                format: (0,output_path/* formatOf */.be)(config),
                size: artifact.size,
                sha256: artifact.sha256,
                ...(freeMb !== undefined && { freeMb }),
            },
            manifest: { path: manifestFile.path, sha256: manifestFile.sha256, encodedBytes: derived.encodedBytes },
            checksums: { path: checksumsFile.path },
            provenance: { path: provenanceFile.path },
            ...(sbomFile !== undefined && { sbom: { path: sbomFile.path, sha256: sbomFile.sha256 } }),
            // The layers are in the provenance.
            inputs: inputs.map(({ name: input, uri, digest }) => ({ name: input, uri, digest })),
            contents,
            adjustments: adjustments.list(),
            warnings,
            reproducible: {
                expected: reproducible.ok,
                checked: false,
                ...(!reproducible.ok && { reason: reproducible.reason }),
            },
            steps: steps.end(),
        };
    }
    finally {
        // Also after an error, so that the time of a step is not reported any more.
        steps.end();
        outputs.discard();
        work.dispose();
        await sources.cacheUse.end();
    }
}
/**
 * The fields of a template with the contents of the files that it names.
 *
 * @throws FledgeError `config` with all files that cannot be read.
 */
async function completeTemplate(template, sources) {
    const { fields, problems } = await (0,cloud_init/* readCloudInit */.y)(template, (0,own_paths/* ownPathsOf */.ig)(sources));
    if (problems.length > 0)
        throw await template.errorAt(problems);
    return fields;
}
/** Imports only the code of the strategy, because loading code is most of the time of a small build. */
async function makeArtifact(job) {
    const { config } = job;
    if (config.strategy === 'initramfs') {
        const { buildInitramfs } = await Promise.all(/* import() */[__webpack_require__.e(1313), __webpack_require__.e(1502), __webpack_require__.e(4058), __webpack_require__.e(9959), __webpack_require__.e(7162), __webpack_require__.e(3123)]).then(__webpack_require__.bind(__webpack_require__, 23123));
        return buildInitramfs({ ...job, config });
    }
    const { buildOciRootfs } = await Promise.all(/* import() */[__webpack_require__.e(1313), __webpack_require__.e(6368), __webpack_require__.e(621), __webpack_require__.e(1502), __webpack_require__.e(4058), __webpack_require__.e(191), __webpack_require__.e(1863), __webpack_require__.e(4823), __webpack_require__.e(9607), __webpack_require__.e(7162), __webpack_require__.e(4063)]).then(__webpack_require__.bind(__webpack_require__, 4063));
    return buildOciRootfs({ ...job, config });
}
function writeText(file, text) {
    file.inOrder().write(Buffer.from(text, 'utf8'));
    return file.close();
}


/***/ }),

/***/ 1287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ filesBeside),
/* harmony export */   HO: () => (/* binding */ SBOM_FILE),
/* harmony export */   LP: () => (/* binding */ PROVENANCE_FILE),
/* harmony export */   aP: () => (/* binding */ CHECKSUMS_FILE),
/* harmony export */   h1: () => (/* binding */ MANIFEST_FILE)
/* harmony export */ });
const MANIFEST_FILE = 'manifest.json';
const PROVENANCE_FILE = 'provenance.json';
const CHECKSUMS_FILE = 'SHA256SUMS';
const SBOM_FILE = 'sbom.cdx.json';
/** The files that every build writes into the directory of the artifact. */
const BESIDE_ARTIFACT = [MANIFEST_FILE, PROVENANCE_FILE, CHECKSUMS_FILE];
/** The files that a build writes into the directory of the artifact. */
function filesBeside({ sbom }) {
    return sbom === true ? [...BESIDE_ARTIFACT, SBOM_FILE] : BESIDE_ARTIFACT;
}


/***/ }),

/***/ 20354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ pathsNotMapped),
/* harmony export */   Zw: () => (/* binding */ notMapped),
/* harmony export */   ig: () => (/* binding */ ownPathsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12311);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);




const VARIABLE = 'FLEDGE_NOT_MAPPED';
const listSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP());
/**
 * Absolute paths of files that belong to builds and are never mapped: the cache, the file with logins, the file with the token,
 * and the list in FLEDGE_NOT_MAPPED, in which the action or a parent build passes its files. `OwnFiles` finds other such
 * files by name.
 *
 * @throws FledgeError `usage` if FLEDGE_NOT_MAPPED is not a JSON array of paths.
 */
function ownPathsOf({ cacheDirectory, env }) {
    const named = ['REGISTRY_AUTH_FILE', 'FLEDGE_GITHUB_TOKEN_FILE'].map((name) => (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, name));
    return [cacheDirectory, ...named, ...pathsNotMapped(env)].flatMap((path) => path === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path)]);
}
/** The environment variable that passes such paths to a build. */
function notMapped(paths) {
    return { [VARIABLE]: JSON.stringify(paths) };
}
/**
 * The paths in FLEDGE_NOT_MAPPED.
 *
 * @throws FledgeError `usage` if it is not a JSON array of paths.
 */
function pathsNotMapped(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentValue */ .Jz)(env, VARIABLE);
    if (text === undefined)
        return [];
    try {
        return listSchema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `${VARIABLE} is not a JSON array of paths`, {
            cause: error,
            fix: `unset ${VARIABLE}`,
        });
    }
}


/***/ }),

/***/ 75111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unreadText: () => (/* binding */ unreadText)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);

/** The warning about a part that was not read. */
function unreadText({ path, reason }) {
    return `the SBOM lacks the packages of /${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}: ${reason}`;
}


/***/ }),

/***/ 51072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ OutputSet),
  F: () => (/* binding */ outputNeed)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/support/files/directory-lock.js



/** The lock is usually held for milliseconds. After this time, the caller proceeds without it. */
const PATIENCE_MS = 10_000;
/** Other users can occupy a name. Then all builds of this user use the next one. */
const NAMES = 4;
/**
 * Acquires a lock on a directory, exclusive among the processes of this user on this machine. The returned function
 * releases it.
 *
 * The lock is a socket with a name in Linux's abstract namespace (unix(7)). The kernel gives the name to one process only
 * and frees it when the process ends in any way, so there are no stale locks as with lock files. Every user can occupy any
 * name, so this waits only for a name that a process of this user has. Containers with separate network namespaces do
 * not see each other's locks. On a system without abstract sockets there is no lock.
 */
async function lockDirectory(directory) {
    const { dev, ino } = (0,external_node_fs_.statSync)(directory, { bigint: true });
    const deadline = Date.now() + PATIENCE_MS;
    for (let turn = 0; turn < NAMES; turn++) {
        const name = `fledge/${process.geteuid?.() ?? 0}/${dev}/${ino}/${turn}`;
        for (;;) {
            const server = await listen(`\0${name}`);
            if (server !== 'taken')
                return server;
            if (isOfOthers(name))
                break;
            const left = deadline - Date.now();
            if (left <= 0)
                return () => { };
            await untilReleased(`\0${name}`, left);
        }
    }
    return () => { };
}
/**
 * Whether an abstract socket with this name exists and no process of this user has it open. False if /proc cannot be
 * read.
 */
function isOfOthers(name) {
    try {
        // Num, RefCount, Protocol, Flags, Type, St, Inode, Path; `@` represents the zero byte of an abstract name.
        const lines = (0,external_node_fs_.readFileSync)('/proc/net/unix', 'latin1').split('\n');
        const line = lines.find((text) => text.endsWith(` @${name}`));
        const inode = line?.trim().split(/\s+/)[6];
        return inode !== undefined && !isOpenHere(`socket:[${inode}]`);
    }
    catch {
        return false;
    }
}
/** Whether a process of this user has a descriptor with this target (proc(5), /proc/PID/fd). */
function isOpenHere(target) {
    const user = process.geteuid?.();
    return (0,external_node_fs_.readdirSync)('/proc').some((pid) => {
        if (!/^\d+$/.test(pid))
            return false;
        try {
            // Root can read the descriptors of other users' processes; skip them.
            if ((0,external_node_fs_.statSync)(`/proc/${pid}`).uid !== user)
                return false;
            const directory = `/proc/${pid}/fd`;
            return (0,external_node_fs_.readdirSync)(directory).some((descriptor) => isLinkTo(`${directory}/${descriptor}`, target));
        }
        catch {
            // The process has ended.
            return false;
        }
    });
}
function isLinkTo(path, target) {
    try {
        return (0,external_node_fs_.readlinkSync)(path) === target;
    }
    catch {
        return false;
    }
}
/** The function that releases the lock, or `taken`. */
function listen(name) {
    return new Promise((resolve) => {
        const waiting = new Set();
        const server = (0,external_node_net_.createServer)((socket) => {
            waiting.add(socket);
            socket.on('error', () => { });
        });
        server.on('error', (error) => resolve((0,errors/* systemCodeOf */.c7)(error) === 'EADDRINUSE' ? 'taken' : () => { }));
        server.listen(name, () => {
            server.unref();
            resolve(() => {
                server.close();
                for (const socket of waiting)
                    socket.destroy();
            });
        });
    });
}
/** Resolves when the holder closes the connection, that is, releases the lock. */
function untilReleased(name, milliseconds) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)(name);
        socket.setTimeout(milliseconds, () => socket.destroy());
        socket.on('error', () => { });
        socket.on('close', () => resolve());
        socket.resume();
    });
}

// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./build/support/files/file-hash.js



/** In bytes. Starting a thread costs about as much time as hashing this many bytes. */
const MAX_HASHED_HERE = 32 * 1024 * 1024;
/** The zeros that are hashed for a hole, piece by piece. */
const ZEROS = new Uint8Array(1024 * 1024);
/**
 * The SHA-256 of a file that is written sequentially. For a large file it is computed in a thread, which reads the
 * written part while the next part is produced; nothing is copied, and the writer does not wait.
 */
class FileHash {
    #path;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #thread;
    #size = 0;
    /** `path` must lead to the file while it is written. */
    constructor(path) {
        this.#path = path;
    }
    /** Announces the approximate size in bytes; for a large file, the thread starts now and is ready for the first write. */
    expect(size) {
        if (size > MAX_HASHED_HERE && this.#size === 0)
            this.#thread ??= new HashThread(this.#path);
    }
    /** Adds these bytes, which are already in the file. */
    update(bytes) {
        if (this.#staysHere(bytes.length))
            this.#hash.update(bytes);
        else
            this.#continue(this.#size + bytes.length, 'data');
        this.#size += bytes.length;
    }
    /** Adds `length` zeros, which need not be in the file yet. */
    zeros(length) {
        if (this.#staysHere(length)) {
            for (let left = length; left > 0; left -= ZEROS.length)
                this.#hash.update(ZEROS.subarray(0, left));
        }
        else
            this.#continue(this.#size + length, 'hole');
        this.#size += length;
    }
    /** Adds the content of the file up to this size, which another writer has written. */
    readUpTo(size) {
        this.#continue(size, 'data');
        this.#size = size;
    }
    /**
     * The digest in hexadecimal. Call it once, at the end.
     *
     * @throws FledgeError `output` if the file cannot be read.
     */
    async digest() {
        return this.#thread === undefined ? this.#hash.digest('hex') : this.#thread.digest();
    }
    /** Terminates the thread at once. */
    close() {
        this.#thread?.close();
    }
    #staysHere(length) {
        return this.#thread === undefined && this.#size + length <= MAX_HASHED_HERE;
    }
    #continue(end, kind) {
        if (this.#thread === undefined) {
            // A thread cannot continue the hash of this one, so it reads the file from the beginning.
            this.#thread = new HashThread(this.#path);
            this.#thread.goOn({ end: this.#size, kind: 'data' });
        }
        this.#thread.goOn({ end, kind });
    }
}
/** A hashing thread. It keeps the process alive only while its result is awaited. */
class HashThread {
    #worker;
    #digest;
    constructor(path) {
        const program = `
      const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
      const fs = process.getBuiltinModule('node:fs');
      const { createHash } = process.getBuiltinModule('node:crypto');
      (${hashFile.toString()})(parentPort, fs, createHash('sha256'), workerData);
    `;
        const worker = new external_node_worker_threads_.Worker(program, { eval: true, workerData: path, execArgv: [], env: {}, name: 'hash' });
        this.#digest = new Promise((resolve, reject) => {
            worker.on('message', resolve);
            worker.on('error', (error) => {
                const reason = (0,errors/* reasonOfCode */.Hx)((0,errors/* systemCodeOf */.c7)(error)) ?? (0,errors/* explain */.WE)(error).message;
                reject(new errors/* FledgeError */.aE('output', `cannot read ${path} again: ${reason}`, { cause: error }));
            });
            worker.on('exit', () => reject(new errors/* FledgeError */.aE('internal', 'the hashing thread ended before its work was done')));
        });
        // An early failure must not be an unhandled rejection: a later `digest` reports it.
        this.#digest.catch(() => { });
        worker.unref();
        this.#worker = worker;
    }
    goOn(progress) {
        this.#worker.postMessage(progress);
    }
    digest() {
        this.#worker.ref();
        this.#worker.postMessage('end');
        return this.#digest;
    }
    close() {
        void this.#worker.terminate();
    }
}
/** The program of the thread. Its text is copied: it must not refer to anything outside itself except globals. */
function hashFile(port, fs, hash, path) {
    const file = fs.openSync(path, 'r');
    // Small enough to stay in the processor's cache between the read and the hash.
    const buffer = Buffer.allocUnsafeSlow(256 * 1024);
    const zeros = Buffer.alloc(buffer.length);
    let position = 0;
    port.on('message', (message) => {
        if (message === 'end') {
            port.postMessage(hash.digest('hex'));
            port.close();
            return;
        }
        while (position < message.end) {
            const length = Math.min(buffer.length, message.end - position);
            const bytesRead = message.kind === 'hole' ? 0 : fs.readSync(file, buffer, 0, length, position);
            hash.update(bytesRead === 0 ? zeros.subarray(0, length) : buffer.subarray(0, bytesRead));
            position += bytesRead === 0 ? length : bytesRead;
        }
    });
}

// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
;// CONCATENATED MODULE: ./build/support/files/output-set.js











/** The piece that is read and written at once to fill holes. */
const FILL_BYTES = 4 * 1024 * 1024;
/** The unit of `st_blocks`, stat(2). */
const STAT_BLOCK = 512;
/** The space that an output needs in its directory. */
function outputNeed(directory, bytes, what) {
    return { directory, bytes, what, fix: (0,wording/* worded */.MH) `write to a directory on another disk with ${(0,wording/* option */.uK)('output')}` };
}
/**
 * The files of one build. They are written to temporary files in the target directory, and `publish` renames all of them
 * into place. Until then, and after a failure, the existing files stay unchanged.
 */
class OutputSet {
    #directory;
    #files = [];
    #open = new Set();
    /** Removes stale scratch from `directory` first. */
    constructor(directory) {
        this.#directory = directory;
        (0,files_scratch.removeStaleScratch)(directory);
    }
    /** @throws FledgeError `output` if the file cannot be created, or its name belongs to something that is not a file. */
    create(name) {
        const path = (0,external_node_path_.join)(this.#directory, name);
        refuseUnlessFile(path);
        const scratch = (0,files_scratch.scratchFile)(this.#directory, 'output');
        const descriptor = attempt(path, () => (0,external_node_fs_.openSync)(scratch.path, 'wx+', 0o666));
        const hash = new FileHash(scratch.path);
        this.#files.push({ scratch, path, hash });
        this.#open.add(descriptor);
        let size = 0;
        let way;
        const begin = (wanted) => {
            if (way !== undefined)
                throw new errors/* FledgeError */.aE('internal', `${name} is already written ${way}`);
            way = wanted;
        };
        const ordered = () => {
            let isSyncing = false;
            return {
                write: (bytes) => {
                    attempt(path, () => (0,write_file/* writeFully */.K)(descriptor, bytes, size));
                    size += bytes.length;
                    hash.update(bytes);
                },
                hole: (length) => {
                    size += length;
                    hash.zeros(length);
                },
                startSync: () => {
                    if (isSyncing)
                        return;
                    isSyncing = true;
                    // Errors are ignored: a later write or the program's fsync reports them, and the file may be closed by then.
                    (0,external_node_fs_.fdatasync)(descriptor, () => {
                        isSyncing = false;
                    });
                },
                complete: () => attempt(path, () => (0,external_node_fs_.ftruncateSync)(descriptor, size)),
            };
        };
        const random = () => ({
            path: scratch.path,
            writeAt: (bytes, position) => attempt(path, () => (0,write_file/* writeFully */.K)(descriptor, bytes, position)),
            finish: async ({ holes }) => {
                size = sizeOfOwn(descriptor, scratch.path);
                hash.readUpTo(size);
                if (holes === 'keep')
                    return;
                const holeBytes = size - (0,external_node_fs_.fstatSync)(descriptor).blocks * STAT_BLOCK;
                (0,disk_space/* requireSpace */.MK)([outputNeed(this.#directory, holeBytes, `the holes of ${name}, which preallocate fills`)]);
                const buffer = Buffer.allocUnsafeSlow(FILL_BYTES);
                for (let at = 0; at < size;) {
                    const position = at;
                    at += attempt(path, () => rewrite(descriptor, buffer.subarray(0, size - position), position));
                    // Let signals and timers run.
                    await (0,promises_.setImmediate)();
                }
            },
        });
        return {
            name,
            directory: this.#directory,
            scratchPath: scratch.path,
            expect: (bytes) => hash.expect(bytes),
            requireSize: (bytes) => attempt(path, () => {
                const before = (0,external_node_fs_.fstatSync)(descriptor).size;
                if (before >= bytes)
                    return;
                (0,external_node_fs_.ftruncateSync)(descriptor, bytes);
                (0,external_node_fs_.ftruncateSync)(descriptor, before);
            }),
            inOrder: () => {
                begin('in order');
                return ordered();
            },
            inAnyOrder: () => {
                begin('in any order');
                return random();
            },
            close: async () => {
                attempt(path, () => (0,external_node_fs_.ftruncateSync)(descriptor, size));
                this.#open.delete(descriptor);
                // Some file systems (NFS) report a full disk only here.
                attempt(path, () => (0,external_node_fs_.closeSync)(descriptor));
                return { path, size, sha256: await hash.digest() };
            },
        };
    }
    /**
     * Moves all files to their places, or none. Builds that write to the same directory do so one after the other, so that
     * the files there come from one build.
     *
     * @throws FledgeError `output` if a file cannot be moved.
     */
    async publish() {
        const unlock = await lockDirectory(this.#directory);
        try {
            this.#moveAll();
        }
        finally {
            unlock();
        }
    }
    /** Synchronous, so that no signal handler runs in between. */
    #moveAll() {
        const published = [];
        try {
            for (const { scratch, path } of this.#files) {
                const backup = backUp(path);
                published.push({ path, backup });
                attempt(path, () => scratch.moveTo(path));
            }
            this.#files.length = 0;
        }
        catch (error) {
            for (const { path, backup } of published)
                restore(path, backup);
            throw error;
        }
        finally {
            for (const { backup } of published)
                if (typeof backup === 'object')
                    backup.dispose();
        }
    }
    /** Removes the files that were not published. */
    discard() {
        for (const descriptor of this.#open)
            (0,external_node_fs_.closeSync)(descriptor);
        this.#open.clear();
        for (const { hash, scratch } of this.#files) {
            hash.close();
            scratch.dispose();
        }
        this.#files.length = 0;
    }
}
function backUp(path) {
    const scratch = (0,files_scratch.scratchFile)((0,external_node_path_.dirname)(path), 'backup');
    try {
        (0,external_node_fs_.linkSync)(path, scratch.path);
        return scratch;
    }
    catch (error) {
        scratch.dispose();
        return (0,errors/* systemCodeOf */.c7)(error) === 'ENOENT' ? 'absent' : 'unlinkable';
    }
}
function restore(path, backup) {
    if (typeof backup === 'object')
        backup.moveTo(path);
    else if (backup === 'absent')
        (0,external_node_fs_.rmSync)(path, { force: true });
}
/** Only a regular file is replaced: a rename onto /dev/null, which root can do, would remove the device. */
function refuseUnlessFile(path) {
    const stats = attempt(path, () => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }));
    if (stats === undefined || stats.isFile())
        return;
    const kind = stats.isDirectory() ? 'a directory' : stats.isSymbolicLink() ? 'a symbolic link' : 'a special file';
    throw new errors/* FledgeError */.aE('output', `cannot write ${path}: it is ${kind}`, {
        fix: (0,wording/* worded */.MH) `remove it, or choose another path with ${(0,wording/* option */.uK)('output')}`,
    });
}
/** The size in bytes of the file that was created at `path`. A file that replaced it is refused. */
function sizeOfOwn(descriptor, path) {
    const own = (0,external_node_fs_.fstatSync)(descriptor);
    const there = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (there?.ino === own.ino && there.dev === own.dev && own.nlink === 1)
        return own.size;
    throw new errors/* FledgeError */.aE('tool', `cannot use ${path}: another process replaced the output file during the build`);
}
/** Writes content over itself, so that holes become zeros, and returns the number of bytes. */
function rewrite(descriptor, buffer, position) {
    const length = (0,external_node_fs_.readSync)(descriptor, buffer, 0, buffer.length, position);
    if (length === 0)
        throw new Error('it became shorter while it was read');
    (0,write_file/* writeFully */.K)(descriptor, buffer.subarray(0, length), position);
    return length;
}
function attempt(path, action) {
    try {
        return action();
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot write ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: fixOf(error, path),
        });
    }
}
function fixOf(error, path) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'ENOSPC':
        case 'EDQUOT':
            return (0,wording/* worded */.MH) `free some space in ${(0,external_node_path_.dirname)(path)}, or write elsewhere with ${(0,wording/* option */.uK)('output')}`;
        case 'EFBIG':
            return (0,wording/* worded */.MH) `make it smaller, such as with size_buffer_mb, or write to a file system for larger files with ${(0,wording/* option */.uK)('output')}`;
        case 'ENOENT':
            return `create it first: mkdir -p ${(0,support_text/* shellWord */.r7)((0,external_node_path_.dirname)(path))}`;
        default:
            return (0,wording/* worded */.MH) `choose a directory that you may write to with ${(0,wording/* option */.uK)('output')}`;
    }
}


/***/ })

};
