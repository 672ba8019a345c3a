export const id = 30;
export const ids = [30];
export const modules = {

/***/ 1030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planBuilds: () => (/* binding */ planBuilds)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/config/missing-config.js
var missing_config = __webpack_require__(3214);
;// CONCATENATED MODULE: ./build/config/find-configs.js




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
        throw new errors/* FledgeError */.aE('usage', problems.join('\n'));
    return [...found].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
/** The paths that one pattern matches, or an error message if it matches none. */
async function expand(pattern, excluded) {
    const quoted = JSON.stringify(pattern);
    const { escapePath, isDynamicPattern } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 3382));
    const literal = await findLiteral(pattern);
    if (literal === 'empty') {
        const below = `${escapePath(pattern).replace(/\/+$/, '')}/**`;
        return `there is no ${missing_config/* DEFAULT_CONFIG_FILE */.C} in ${pattern}; to include all configs below it, write ${below}`;
    }
    if (literal !== undefined) {
        const isLeftOut = excluded.length > 0 && (await match(escapePath(literal), excluded)).length === 0;
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
    const isForDirectories = configPattern(pattern).endsWith(`/${missing_config/* DEFAULT_CONFIG_FILE */.C}`);
    return `no ${isForDirectories ? missing_config/* DEFAULT_CONFIG_FILE */.C : 'config'} matches ${quoted}`;
}
/** The config at exactly this path, even if it looks like a pattern; `empty` for a directory without a config. */
async function findLiteral(path) {
    if (path === '')
        return undefined;
    const kind = await kindOf(path);
    if (kind !== 'directory')
        return kind === undefined ? undefined : path;
    const inside = (0,external_node_path_.join)(path, missing_config/* DEFAULT_CONFIG_FILE */.C);
    return (await kindOf(inside)) === undefined ? 'empty' : inside;
}
/**
 * The absolute paths of the files that a pattern matches. Patterns are made absolute first, because tinyglobby omits
 * the working directory itself from `../*`.
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
/** A pattern whose last component does not contain `toml` matches directories. */
function configPattern(pattern) {
    const path = pattern.replace(/\/+$/, '');
    return /toml[^/]*$/i.test(path) ? path : `${path}/${missing_config/* DEFAULT_CONFIG_FILE */.C}`;
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
    const near = (0,external_node_path_.relative)('.', path);
    return near.startsWith('../') && (0,external_node_path_.isAbsolute)(pattern) ? (0,external_node_path_.resolve)(path) : near;
}
async function kindOf(path) {
    try {
        return (await (0,promises_.stat)(path)).isDirectory() ? 'directory' : 'other';
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
        // A path that cannot be examined counts as existing: loading it reports the reason.
        return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? undefined : 'other';
    }
}

// EXTERNAL MODULE: ./build/manifest/manifest.js + 4 modules
var manifest = __webpack_require__(7054);
// EXTERNAL MODULE: ./build/recipe/plugin.js + 4 modules
var recipe_plugin = __webpack_require__(7460);
;// CONCATENATED MODULE: ./build/recipe/plan.js





/**
 * The plugins that match patterns (see `findConfigs`), in byte order of their configs' paths.
 *
 * @throws FledgeError `usage` for a pattern without a match; `config` with all problems of all files, and with the plugins
 *   that have the same name. Its `problems` are those with a position.
 */
async function planBuilds(patterns, { manifest } = {}) {
    const configs = await findConfigs(patterns);
    const results = await Promise.allSettled(configs.map((config) => planBuild(config, manifest)));
    const builds = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [asFledgeError(result.reason)] : []));
    const problems = [...failures, ...findSharedNames(builds)];
    if (problems.length > 0) {
        const [first] = problems;
        throw problems.length === 1 && first !== undefined ? first : (0,errors/* joinErrors */._h)('config', problems);
    }
    return builds;
}
async function planBuild(config, manifest) {
    const plugin = await (0,recipe_plugin.loadPlugin)(config, manifest === undefined ? undefined : (0,external_node_path_.join)((0,external_node_path_.dirname)(config), manifest));
    const { strategy } = plugin.loaded.config;
    return { ...plugin, config, directory: directoryName(plugin.name), strategy };
}
/** The plugin's name, converted if it is not suitable as a directory name, as those of templates can be. */
function directoryName(name) {
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) ? name : (0,manifest/* pluginName */.NQ)(name).slice(0, 100);
}
function findSharedNames(builds) {
    const byDirectory = Map.groupBy(builds, ({ directory }) => directory);
    return [...byDirectory.values()]
        .filter((group) => group.length > 1)
        .map((group) => {
        const names = [...new Set(group.map(({ name }) => JSON.stringify(name)))].join(' and ');
        const configs = group.map(({ config }) => config).join(', ');
        return new errors/* FledgeError */.aE('config', `${group.length} plugins have the same name, ${names}: ${configs}`, {
            fix: 'give each a unique name, with name = "…" in a manifest.toml beside its fledge.toml',
        });
    });
}
function asFledgeError(error) {
    if (error instanceof errors/* FledgeError */.aE)
        return error;
    throw error;
}


/***/ })

};
