export const id = 9332;
export const ids = [9332,3350,7141];
export const modules = {

/***/ 63350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findConfigs: () => (/* binding */ findConfigs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _missing_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53214);




/** Directories that contain no plugins of the author and are slow to search. */
const NEVER_SEARCHED = ['node_modules', '.git'];
/**
 * Expands patterns to the paths of configs, relative to the working directory, in byte order and without duplicates.
 *
 * - A path matches itself; the path of a directory matches the fledge.toml in it. `*`, `?`, `[…]`, `{a,b}` and `**`
 *   match configs in the same way: `plugins/*` matches every fledge.toml one level below plugins.
 * - A pattern with `!` before it excludes its matches and everything below them, at any position in the list.
 * - `**` does not follow symbolic links, to avoid cycles; node_modules and .git are not searched.
 *
 * @throws FledgeError `usage` with every pattern that matches nothing.
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
        problems.push('no config was given');
    else if (wanted.length === 0)
        problems.push('no config was given, only exclusions');
    if (problems.length > 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('usage', problems.join('\n'));
    return [...found].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
/** The paths that one pattern matches, or an error message if it matches none. */
async function expand(pattern, excluded) {
    const quoted = JSON.stringify(pattern);
    const literal = await findLiteral(pattern);
    if (literal !== undefined && literal !== 'empty' && excluded.length === 0)
        return [fromHere(literal, pattern)];
    // Loaded only for patterns.
    const { escapePath, isDynamicPattern } = await __webpack_require__.e(/* import() */ 3382).then(__webpack_require__.bind(__webpack_require__, 73382));
    if (literal === 'empty') {
        const below = `${escapePath(pattern).replace(/\/+$/, '')}/**`;
        return `there is no ${_missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C} in ${pattern}; to include all configs below it, write ${below}`;
    }
    if (literal !== undefined) {
        const isLeftOut = (await match(escapePath(literal), excluded)).length === 0;
        return isLeftOut ? `${quoted} is excluded by a pattern with !` : [fromHere(literal, pattern)];
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
    const isForDirectories = configPattern(pattern).endsWith(`/${_missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C}`);
    return `no ${isForDirectories ? _missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C : 'config'} matches ${quoted}`;
}
/** The config at exactly this path, even if it looks like a pattern; `empty` for a directory without a config. */
async function findLiteral(path) {
    if (path === '')
        return undefined;
    const kind = await kindOf(path);
    if (kind !== 'directory')
        return kind === undefined ? undefined : path;
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, _missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C);
    return (await kindOf(inside)) === undefined ? 'empty' : inside;
}
/**
 * The absolute paths of the files that a pattern matches. Patterns are made absolute first, because tinyglobby omits
 * the working directory itself from `../*`.
 */
async function match(pattern, ignore) {
    const { escapePath, glob } = await __webpack_require__.e(/* import() */ 3382).then(__webpack_require__.bind(__webpack_require__, 73382));
    const here = escapePath(process.cwd());
    const absolute = (relativePattern) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(relativePattern) ? node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(relativePattern) : node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(here, relativePattern);
    return glob(absolute(pattern), {
        cwd: '/',
        absolute: true,
        expandDirectories: false,
        followSymbolicLinks: !pattern.includes('**'),
        ignore: ignore.map(absolute),
    });
}
/** A pattern whose last component does not contain `toml` matches directories. */
function configPattern(pattern) {
    const path = pattern.replace(/\/+$/, '');
    return /toml[^/]*$/i.test(path) ? path : `${path}/${_missing_config_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CONFIG_FILE */ .C}`;
}
function isExclusion(pattern) {
    return pattern.startsWith('!');
}
function excluding(pattern) {
    const path = pattern.replace(/\/+$/, '');
    return [path, `${path}/**`];
}
/** A path as the user would type it. Outside of the working directory it is absolute if the pattern is. */
function fromHere(path, pattern) {
    const near = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)('.', path);
    return near.startsWith('../') && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(pattern) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path) : near;
}
async function kindOf(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory() ? 'directory' : 'other';
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error);
        // A path that cannot be examined counts as existing: loading it reports the reason.
        return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? undefined : 'other';
    }
}


/***/ }),

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ remarksOnMemory),
/* harmony export */   DY: () => (/* binding */ requiredMemory),
/* harmony export */   z7: () => (/* binding */ defaultMemory)
/* harmony export */ });
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39965);


/** In MiB. */
const DEFAULT_MEMORY = 512;
const KERNEL = 64;
const RESERVE = 64;
const STEP = 64;
/**
 * The memory that a machine needs for an initramfs, in MiB: the kernel keeps the archive while it unpacks it, and the files
 * stay in memory. They count twice, because the root's tmpfs may fill half of the memory.
 */
function requiredMemory({ compressed, unpacked }) {
    return KERNEL + RESERVE + Math.ceil((compressed + 2 * unpacked) / _support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MEBIBYTE */ .gJ);
}
/** `memory_mb` without a template: 512, or what an initramfs needs up to the next 64. */
function defaultMemory(size) {
    return size === undefined ? DEFAULT_MEMORY : Math.max(DEFAULT_MEMORY, Math.ceil(requiredMemory(size) / STEP) * STEP);
}
/** A warning if the template's `memory_mb` cannot hold an initramfs. */
function remarksOnMemory({ resources }, size) {
    const given = resources?.memory_mb;
    const required = requiredMemory(size);
    if (given === undefined || given >= required)
        return [];
    return [
        {
            code: 'memory',
            message: `${given} MB cannot hold the initramfs: kernel, archive and unpacked files need about ${required} MB`,
            fix: `set memory_mb = ${Math.ceil(required / STEP) * STEP}, or map fewer files`,
            ...(0,_remarks_js__WEBPACK_IMPORTED_MODULE_1__/* .atTemplate */ .CV)('resources', 'memory_mb'),
        },
    ];
}


/***/ }),

/***/ 39965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ atTemplate),
/* harmony export */   Oh: () => (/* binding */ atConfig),
/* harmony export */   f3: () => (/* binding */ atImage)
/* harmony export */ });
/** A remark about a key of the template. */
function atTemplate(...path) {
    return { at: { document: 'template', path } };
}
/** A remark about a key of fledge.toml. */
function atConfig(...path) {
    return { at: { document: 'config', path } };
}
/**
 * A remark about the image of a plugin: at the key of `[source]` that brings it. An image without a reference is built from
 * a Dockerfile. Without an image there is no key.
 */
function atImage(image) {
    if (image === undefined)
        return {};
    return atConfig('source', image.reference === undefined ? 'dockerfile' : 'image');
}


/***/ }),

/***/ 31832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planBuild: () => (/* binding */ planBuild),
/* harmony export */   planBuilds: () => (/* binding */ planBuilds),
/* harmony export */   planConfigs: () => (/* binding */ planConfigs)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_find_configs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63350);
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19029);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35921);
/* harmony import */ var _plugin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3256);





/**
 * The plugins that match patterns (see `findConfigs`), in byte order of their configs' paths.
 *
 * @throws FledgeError `usage` for a pattern without a match; `config` with all problems of all files, and with the plugins
 *   that have the same name. Its `problems` are those with a position.
 */
async function planBuilds(patterns, { manifest } = {}) {
    return planConfigs(await (0,_config_find_configs_js__WEBPACK_IMPORTED_MODULE_1__.findConfigs)(patterns), { manifest });
}
/**
 * The plugins of configs, in their order.
 *
 * @throws FledgeError `config` as `planBuilds` does.
 */
async function planConfigs(configs, { manifest } = {}) {
    const results = await Promise.allSettled(configs.map((config) => planBuild(config, manifest === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config), manifest))));
    const builds = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [asFledgeError(result.reason)] : []));
    const problems = [...failures, ...findSharedNames(builds)];
    if (problems.length > 0) {
        const [first] = problems;
        throw problems.length === 1 && first !== undefined ? first : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .joinErrors */ ._h)('config', problems);
    }
    return builds;
}
/**
 * The plugin of one config. `manifest` is the path of its template.
 *
 * @throws FledgeError as `loadPlugin` does.
 */
async function planBuild(config, manifest) {
    const plugin = await (0,_plugin_js__WEBPACK_IMPORTED_MODULE_4__.loadPlugin)(config, manifest);
    const { strategy } = plugin.loaded.config;
    return { ...plugin, config, directory: directoryName(plugin.name), strategy };
}
/** The plugin's name, converted if it is not suitable as a directory name, as those of templates can be. */
function directoryName(name) {
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) ? name : (0,_manifest_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .pluginName */ .NQ)(name).slice(0, 100);
}
function findSharedNames(builds) {
    const byDirectory = Map.groupBy(builds, ({ directory }) => directory);
    return [...byDirectory.values()]
        .filter((group) => group.length > 1)
        .map((group) => {
        const names = [...new Set(group.map(({ name }) => JSON.stringify(name)))].join(' and ');
        const configs = group.map(({ config }) => config).join(', ');
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE('config', `${group.length} plugins have the same name, ${names}: ${configs}`, {
            fix: 'give each a unique name, with name = "…" in a manifest.toml beside its fledge.toml',
        });
    });
}
function asFledgeError(error) {
    if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .FledgeError */ .aE)
        return error;
    throw error;
}


/***/ })

};
