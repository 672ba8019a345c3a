export const id = 17;
export const ids = [17];
export const modules = {

/***/ 17:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planCommand: () => (/* binding */ planCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/support/errors.js
var support_errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/config/load.js + 3 modules
var load = __webpack_require__(4895);
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
    if (literal === 'empty')
        return `there is no ${load/* DEFAULT_CONFIG_FILE */.Cu} in ${pattern}`;
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
;// CONCATENATED MODULE: ./build/plan.js








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
const RUNNERS = {
    'linux/amd64': 'ubuntu-24.04',
    'linux/arm64': 'ubuntu-24.04-arm',
};
/** Every plugin for every platform, for `strategy.matrix: ${{ fromJSON(…) }}` of a workflow. */
function matrixOf(builds, platforms) {
    const include = builds.flatMap(({ config, name, strategy }) => [...new Set(platforms)].map((platform) => ({ config, name, strategy, platform, runner: RUNNERS[platform] })));
    return { include };
}
async function planBuild(config, manifest) {
    const loaded = await (0,load/* loadConfig */.Z9)(config);
    const path = manifest === undefined ? undefined : (0,external_node_path_.join)((0,external_node_path_.dirname)(config), manifest);
    const template = await (0,manifest_template/* loadTemplateFor */.gK)(loaded.file, path);
    const { strategy } = loaded.config;
    const source = strategy === 'oci_rootfs' ? loaded.config.image.baseName : (0,external_node_path_.basename)(loaded.directory);
    const name = (0,describe_manifest/* nameOf */.Vb)(template?.fields, source);
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
  Vb: () => (/* binding */ nameOf),
  NQ: () => (/* binding */ pluginName),
  sB: () => (/* binding */ renderManifest)
});

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
        version: template.version ?? versionOf(image) ?? DEFAULT_VERSION,
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
    return { manifest: parsed.data, warnings: [...entrypoint.warnings, ...overruledWarnings(template, parsed.data)] };
}
/** The text of manifest.json: two spaces of indent, and a newline at the end. */
function renderManifest(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/** What a plugin is called: what its template says, else a name made from its image's or its directory's. */
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
        const program = [...entrypoint, ...(args ?? cmd)];
        if (program.length > 0)
            return { program, warnings: [] };
        return {
            program: ['/bin/sh'],
            warnings: [`the image has no Entrypoint and no Cmd; the workload is /bin/sh: ${advice}`],
        };
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
function environmentOf(entries) {
    return Object.fromEntries(entries
        .filter((entry) => entry.indexOf('=') > 0)
        .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
}
function versionOf(image) {
    const label = image?.labels['org.opencontainers.image.version']?.trim();
    if (label !== undefined && label !== '')
        return label;
    return /^v?(\d+(?:\.\d+)*(?:[-+._][0-9A-Za-z.+_-]+)?)$/.exec(image?.reference.named?.tag ?? '')?.[1];
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
