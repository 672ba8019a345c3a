export const id = 152;
export const ids = [152];
export const modules = {

/***/ 35669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  againInContainer: () => (/* binding */ againInContainer),
  buildInContainer: () => (/* binding */ buildInContainer)
});

// UNUSED EXPORTS: withoutNested

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/images.js
var config_images = __webpack_require__(29181);
// EXTERNAL MODULE: ./build/sources/cache.js
var sources_cache = __webpack_require__(8359);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var fetch_logins = __webpack_require__(15112);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/container-engine.js
var container_engine = __webpack_require__(78046);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/recipe/build.js + 12 modules
var build = __webpack_require__(6698);
// EXTERNAL MODULE: ./build/recipe/build-command.js
var build_command = __webpack_require__(33483);
// EXTERNAL MODULE: ./build/recipe/build-result.js
var build_result = __webpack_require__(32953);
// EXTERNAL MODULE: ./build/recipe/child-log.js
var child_log = __webpack_require__(85270);
// EXTERNAL MODULE: ./build/recipe/reproduce/environment.js
var reproduce_environment = __webpack_require__(73278);
// EXTERNAL MODULE: ./build/lock/locked-config.js + 1 modules
var locked_config = __webpack_require__(71618);
// EXTERNAL MODULE: ./build/sources/context.js
var sources_context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/sources/image/fetch/docker-daemon.js
var docker_daemon = __webpack_require__(35507);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var reporter = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/recipe/own-paths.js
var own_paths = __webpack_require__(20354);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/support/process/search-path.js
var search_path = __webpack_require__(21430);
// EXTERNAL MODULE: ./build/sources/image/fetch/credential-store.js
var credential_store = __webpack_require__(93767);
;// CONCATENATED MODULE: ./build/sources/image/fetch/credential-helper.js






/** The answer of a helper to `get` (docker-credential-helpers, README). */
const answerSchema = schemas/* object */.Ikc({ Username: schemas/* string */.YjP(), Secret: schemas/* string */.YjP().min(1) });
/** With this name, the secret is an identity token. */
const TOKEN_USER = '<token>';
/** A helper can ask a cloud for a short-lived password. */
const TIMEOUT_MS = 30_000;
const MAX_ANSWER_BYTES = 64 * 1024;
/**
 * Asks `docker-credential-NAME` for the login of a registry, which has this name in the login file. The reason is `missing` if the
 * program is not on the PATH.
 */
async function askCredentialHelper(name, server, env) {
    const program = credential_store/* HELPER_NAME */.F.test(name) ? await (0,search_path/* findOnPath */.a)(`docker-credential-${name}`) : undefined;
    if (program === undefined)
        return { reason: 'missing' };
    try {
        const { stdout } = await (0,exec/* run */.eF)(program, ['get'], {
            // The same as if docker had started it.
            env: (0,tools_environment/* environmentFor */.DD)('engine', env, { helpers: [name] }),
            input: server,
            timeoutMs: TIMEOUT_MS,
            maxOutputBytes: MAX_ANSWER_BYTES,
        });
        const answer = answerSchema.safeParse(parseJson(stdout.toString('utf8')));
        // The answer contains a secret, so it is not quoted.
        if (!answer.success)
            return { reason: 'its answer is not a login' };
        const { Username: user, Secret: secret } = answer.data;
        const auth = Buffer.from(user === TOKEN_USER ? `${TOKEN_USER}:` : `${user}:${secret}`, 'utf8').toString('base64');
        return { login: user === TOKEN_USER ? { auth, identitytoken: secret } : { auth } };
    }
    catch (error) {
        return { reason: (0,errors/* messageOf */.bD)(error) };
    }
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/recipe/container/logins.js




/**
 * Writes a login file with this machine's logins for registries (`domains`) into `directory`, and returns its path. Undefined if
 * there is no such login. Logins in credential helpers are read here, because the container does not have these programs.
 */
async function writeLogin(domains, { env, reporter }, directory) {
    if (domains.length === 0)
        return undefined;
    const isForImage = (key) => domains.some((domain) => `${(0,fetch_logins/* canonicalRegistry */.i7)(key)}/`.startsWith(`${domain}/`));
    const files = (0,fetch_logins/* readLogins */.rC)(env, reporter);
    const { auths, credHelpers } = (0,fetch_logins/* mergeLogins */.F8)(undefined, files);
    const logins = Object.fromEntries(Object.entries(auths).filter(([key, login]) => isForImage(key) && Object.keys(login).length > 0));
    for (const { key, helper } of helpersFor(auths, credHelpers, files).filter(({ key }) => isForImage(key))) {
        if (Object.hasOwn(logins, key))
            continue;
        const answer = await askCredentialHelper(helper, key, env);
        if ('login' in answer) {
            logins[key] = answer.login;
            continue;
        }
        const program = `docker-credential-${helper}`;
        const why = answer.reason === 'missing'
            ? `is in ${program}, which is not available in the container`
            : `could not be read from ${program}: ${answer.reason}`;
        const fix = 'log in with the inputs username and password, or build on the host';
        reporter.warn(`the login for ${domains.join(' or ')} ${why}; ${fix}`, { code: 'login' });
    }
    if (Object.keys(logins).length === 0)
        return undefined;
    const path = (0,external_node_path_.join)(directory, 'auth.json');
    (0,external_node_fs_.writeFileSync)(path, JSON.stringify({ auths: logins }), { flag: 'wx', mode: 0o600 });
    return path;
}
/** The logins in helpers for some registries, and in the store of docker for all others. */
function helpersFor(auths, credHelpers, files) {
    const store = files.find(({ credsStore }) => credsStore)?.credsStore;
    const inStore = Object.entries(auths).filter(([, login]) => Object.keys(login).length === 0);
    return [
        ...Object.entries(credHelpers).map(([key, helper]) => ({ key, helper })),
        ...(store ? inStore.map(([key]) => ({ key, helper: store })) : []),
    ];
}

// EXTERNAL MODULE: ./build/recipe/container/token-file.js
var token_file = __webpack_require__(95697);
;// CONCATENATED MODULE: ./build/recipe/container/trust.js




/** The variables that name a file of certificate authorities. */
const FILE_VARIABLES = ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];
/** Where skopeo looks for the certificates of a registry (containers-certs.d(5)), in its order; the first is in the home. */
const REGISTRY_CERTIFICATES = ['.config/containers/certs.d', '/etc/containers/certs.d', '/etc/docker/certs.d'];
const TARGET = '/run/fledge';
/** More files, or larger ones, are not those of a directory of certificates. */
const MAX_FILES = 2000;
const MAX_BYTES = 1024 * 1024;
/**
 * Gives a container the certificate authorities that variables of this machine name, and for the registries of its images
 * (`domains`) their certificates and the settings of skopeo. Directories are copied to `scratch`, because they consist of links to
 * files that the container does not have.
 */
function trustOf(env, domains, scratch) {
    const files = FILE_VARIABLES.flatMap((name) => {
        const path = (0,environment/* environmentValue */.Jz)(env, name);
        return path === undefined || !(0,external_node_fs_.existsSync)(path) ? [] : [{ name, path: (0,external_node_path_.resolve)(path) }];
    });
    const directories = certificateDirectories(env, scratch);
    const settings = domains.length === 0 ? undefined : registrySettings(env);
    return {
        mounts: [
            ...files.map(({ path }) => ({ source: path, access: 'read' })),
            ...directories,
            ...registryCertificates(env, domains, scratch),
            ...(settings === undefined ? [] : [settings]),
        ],
        variables: {
            ...Object.fromEntries(files.map(({ name, path }) => [name, path])),
            ...(directories.length > 0 && { SSL_CERT_DIR: directories.map(({ target }) => target).join(external_node_path_.delimiter) }),
            ...(settings !== undefined && { CONTAINERS_REGISTRIES_CONF: settings.target }),
        },
    };
}
/** SSL_CERT_DIR is a list, as in PATH. */
function certificateDirectories(env, scratch) {
    const paths = (0,environment/* environmentValue */.Jz)(env, 'SSL_CERT_DIR')?.split(external_node_path_.delimiter) ?? [];
    return paths.flatMap((path, index) => {
        const name = `certificates-${index}`;
        const source = path === '' ? undefined : copyOf(path, (0,external_node_path_.join)(scratch, name));
        return source === undefined ? [] : [{ source, target: `${TARGET}/${name}`, access: 'read' }];
    });
}
function registryCertificates(env, domains, scratch) {
    const home = (0,environment/* environmentValue */.Jz)(env, 'HOME') ?? (0,external_node_os_.homedir)();
    return [...new Set(domains)].flatMap((domain, index) => {
        const found = REGISTRY_CERTIFICATES.map((parent) => (0,external_node_path_.resolve)(home, parent, domain)).find((path) => (0,external_node_fs_.existsSync)(path));
        const source = found && copyOf(found, (0,external_node_path_.join)(scratch, `registry-${index}`));
        return source === undefined
            ? []
            : [{ source, target: `/etc/containers/certs.d/${domain}`, access: 'read' }];
    });
}
/** The file with mirrors and other settings of registries (containers-registries.conf(5)), if this user has one. */
function registrySettings(env) {
    const home = (0,environment/* environmentValue */.Jz)(env, 'HOME') ?? (0,external_node_os_.homedir)();
    const path = (0,environment/* environmentValue */.Jz)(env, 'CONTAINERS_REGISTRIES_CONF') ?? (0,external_node_path_.join)(home, '.config/containers/registries.conf');
    return (0,external_node_fs_.existsSync)(path) ? { source: (0,external_node_path_.resolve)(path), target: `${TARGET}/registries.conf`, access: 'read' } : undefined;
}
/** Copies the files in a directory, not those below it. Undefined if it cannot be read. */
function copyOf(directory, to) {
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(directory).slice(0, MAX_FILES);
    }
    catch {
        return undefined;
    }
    (0,external_node_fs_.mkdirSync)(to, { mode: 0o700 });
    for (const name of names) {
        const path = (0,external_node_path_.join)(directory, name);
        try {
            const stats = (0,external_node_fs_.statSync)(path);
            if (stats.isFile() && stats.size <= MAX_BYTES)
                (0,external_node_fs_.copyFileSync)(path, (0,external_node_path_.join)(to, name));
        }
        catch {
            // A link to nothing, or a key of another user: skopeo could not read it here either.
        }
    }
    return to;
}

;// CONCATENATED MODULE: ./build/recipe/container/access.js












/** The directory of the files with secrets in the container. */
const SECRETS = '/run/fledge';
/**
 * Gives a container only the access that the build of a config needs: registry logins if it fetches an image from a registry,
 * a GitHub token if the agent is downloaded from a release, and the Docker daemon if the image is in it. Secrets are in files,
 * because every user of the engine can read the environment of a container.
 *
 * @throws FledgeError `config` for a damaged lock file, `usage` for a token that cannot be read, `output` if the disk has no
 *   space for temporary files.
 */
async function openAccess(request) {
    const { env } = request;
    const { loaded } = request.plugin;
    // Silent, because the build in the container reports the notes on the lock file.
    const { config } = await (0,locked_config/* lockedConfig */.z)(loaded, { ...request, reporter: reporter/* silentReporter */.P });
    const scratch = (0,files_scratch/* temporaryDirectory */.De)('container');
    try {
        const registries = registriesOf(config);
        const login = await writeLogin(registries, request, scratch.path);
        const trust = trustOf(env, registries, scratch.path);
        const token = await (0,token_file/* writeTokenFile */.H)({ ...loaded, config }, env, scratch.path);
        const context = (0,sources_context/* sourceContext */.R)(request, loaded.directory);
        const daemon = await daemonOf(config, request, context);
        const secrets = [
            ...(login === undefined ? [] : [{ name: 'REGISTRY_AUTH_FILE', source: login, target: `${SECRETS}/auth.json` }]),
            ...(token === undefined
                ? []
                : [{ name: 'FLEDGE_GITHUB_TOKEN_FILE', source: token, target: `${SECRETS}/github-token` }]),
        ];
        const socket = daemon?.connection.socketPath ?? undefined;
        const daemonHost = daemon === undefined ? undefined : (0,environment/* environmentValue */.Jz)(env, 'DOCKER_HOST');
        return {
            mounts: [
                ...secrets.map(({ source, target }) => ({ source, target, access: 'read' })),
                ...trust.mounts,
                ...(socket === undefined ? [] : [{ source: socket, access: 'write' }]),
            ],
            groups: socket === undefined ? [] : [(0,external_node_fs_.statSync)(socket).gid],
            variables: {
                ...Object.fromEntries(secrets.map(({ name, target }) => [name, target])),
                ...trust.variables,
                ...(0,own_paths/* notMapped */.Zw)((0,own_paths/* ownPathsOf */.ig)(context)),
                ...(daemonHost !== undefined && { DOCKER_HOST: daemonHost }),
            },
            close: () => scratch.dispose(),
        };
    }
    catch (error) {
        scratch.dispose();
        throw error;
    }
}
/** The registries of the images of a config. */
function registriesOf(config) {
    return (0,config_images/* fetchedImagesOf */.Rc)(config).flatMap(({ reference: { named, transport } }) => named === undefined || transport === 'docker-daemon' ? [] : [named.domain]);
}
/** The Docker daemon that the image is read from, as far as that can be determined before the build. */
async function daemonOf(config, { platform }, context) {
    for (const image of (0,config_images/* fetchedImagesOf */.Rc)(config)) {
        const daemon = await (0,docker_daemon/* daemonFor */.kP)(image, platform, context);
        if (daemon !== undefined)
            return daemon;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/recipe/container/run.js


















const SAME_RELEASE = 'set runner-image to the image of the same release';
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'];
/** The variables that the engine copies from its environment into the container. Secrets of fledge are passed in files. */
const PASSED = [
    ...['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL', 'NO_COLOR'],
    ...[...PROXIES, 'NO_PROXY', 'no_proxy'],
];
/**
 * Builds as `build` does, in a container of the runner image. Directories have the same paths in the container, and the
 * user of this process owns the written files.
 *
 * @throws FledgeError as `build` does; `tool` if the container cannot be run.
 */
async function buildInContainer(request, options) {
    const { env, reporter, signal } = request;
    const { engine, image, workspace } = options;
    const { loaded, template, artifactFile } = request.plugin;
    if ((0,config_images/* dockerfileOf */.S9)(loaded.config) !== undefined) {
        throw new errors/* FledgeError */.aE('tool', `${loaded.file} has a Dockerfile, which cannot be built in a container`, {
            fix: 'build on the host, with docker buildx, podman or buildah',
        });
    }
    const output = (0,external_node_path_.resolve)(request.output ?? artifactFile);
    const cache = (0,sources_cache/* cacheDirectoryOf */.N2)(env, { home: external_node_os_.homedir, cwd: process.cwd() });
    (0,external_node_fs_.mkdirSync)(cache, { recursive: true });
    const workingDirectory = isWithin(process.cwd(), workspace) ? process.cwd() : workspace;
    // Messages show the path as the user wrote it, unless the container's working directory is another one.
    const pathInContainer = (path) => (workingDirectory === process.cwd() ? path : (0,external_node_path_.resolve)(path));
    const log = new child_log/* ChildLog */.P(reporter);
    // The container's own /tmp is on the disk of the engine, which is often a smaller one.
    const temporary = (0,files_scratch/* temporaryDirectory */.De)('container-tmp');
    let access;
    try {
        access = await openAccess(request);
        const container = {
            ...containerFor(request, image, access),
            mounts: withoutNested([
                { source: workspace, access: 'write' },
                { source: loaded.directory, access: 'read' },
                ...(template === undefined ? [] : [{ source: (0,external_node_path_.dirname)((0,external_node_path_.resolve)(template.file)), access: 'read' }]),
                { source: (0,external_node_path_.dirname)(output), access: 'write' },
                { source: cache, access: 'write' },
                { source: temporary.path, access: 'write' },
                ...access.mounts,
            ]),
            workingDirectory,
            variables: { FLEDGE_CACHE_DIR: cache, TMPDIR: temporary.path, ...settingsOf(env), ...access.variables },
            args: (0,build_command.encodeBuildCommand)({
                ...(0,build.commandOf)({ ...request, output }),
                config: pathInContainer(loaded.file),
                manifest: template === undefined ? undefined : pathInContainer(template.file),
            }),
        };
        reporter.step(`build in a container of ${image}`);
        const { stdout } = await (0,container_engine/* runContainer */.zR)(engine, container, {
            env: clientEnvironment(env),
            onLine: (line, stream) => {
                if (stream === 'stderr')
                    log.add(line);
            },
            signal,
        });
        return (0,build_result/* parseBuildResult */.FG)(stdout.toString('utf8'), 'the build in the container', SAME_RELEASE);
    }
    catch (error) {
        if (signal?.aborted === true)
            throw error;
        throw log.error ?? withImageFix(error, log);
    }
    finally {
        log.end();
        access?.close();
        temporary.dispose();
    }
}
/** Runs second builds (see `checkReproducible`) in containers of the runner image. */
function againInContainer(request, { engine, image, workspace }) {
    return async (args, { scratch, cwd, changed, onLine, signal }) => {
        const { loaded } = request.plugin;
        const access = await openAccess(request);
        try {
            const [shell, ...words] = reproduce_environment/* OTHER_UMASK */.lk;
            const variables = reproduce_environment/* CHANGED_IN_CONTAINER */.fI.flatMap((name) => {
                const value = changed[name];
                return value === undefined ? [] : [[name, value]];
            });
            const container = {
                ...containerFor(request, image, access),
                mounts: withoutNested([
                    { source: scratch, access: 'write' },
                    // The copy contains links to files that are not copied.
                    { source: workspace, access: 'read' },
                    { source: loaded.directory, access: 'read' },
                    ...access.mounts,
                ]),
                workingDirectory: cwd,
                variables: { ...Object.fromEntries(variables), ...settingsOf(request.env), ...access.variables },
                entrypoint: shell,
                args: [...words, 'fledge', ...args],
            };
            const { stdout } = await (0,container_engine/* runContainer */.zR)(engine, container, { env: clientEnvironment(request.env), onLine, signal });
            return stdout;
        }
        finally {
            access.close();
        }
    };
}
function containerFor({ env }, image, { groups, variables }) {
    const addresses = [...PROXIES.map((name) => (0,environment/* environmentValue */.Jz)(env, name)), variables['DOCKER_HOST']];
    return {
        image,
        usesHostNetwork: addresses.some((address) => address !== undefined && isLoopback(address)),
        user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
        groups,
        passedVariables: PASSED.filter((variable) => (0,environment/* environmentValue */.Jz)(env, variable) !== undefined),
    };
}
/** Settings of fledge and Node that are not secret, and do not affect the output. */
function settingsOf(env) {
    const set = ['FLEDGE_CACHE_MAX_SIZE', 'NODE_USE_SYSTEM_CA'].flatMap((name) => {
        const value = (0,environment/* environmentValue */.Jz)(env, name);
        return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(set);
}
/** Whether an address, with or without a scheme, is one of this machine, where a container has its own. */
function isLoopback(address) {
    const url = URL.parse(address.includes('://') ? address.replace(/^tcp:/, 'http:') : `http://${address}`);
    return url !== null && /^(?:localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname);
}
/** The mounts without those inside another mount that permits at least the same access. */
function withoutNested(mounts) {
    return mounts.filter((mount, index) => !mounts.some((other, otherIndex) => {
        if (other === mount || mount.target !== undefined || other.target !== undefined)
            return false;
        const allows = other.access === 'write' || mount.access === 'read';
        if (other.source === mount.source)
            return allows && (other.access !== mount.access || otherIndex < index);
        return allows && isWithin(mount.source, other.source);
    }));
}
/** True if a path is the directory or below it. Both are absolute. */
function isWithin(path, directory) {
    return path === directory || path.startsWith(`${directory.replace(/\/$/, '')}/`);
}
/** The environment of the engine's client. */
function clientEnvironment(env) {
    return (0,tools_environment/* environmentFor */.DD)('engine', env, { helpers: (0,fetch_logins/* credentialHelpersOf */.Yp)(env) });
}
/** Adds a fix to the error of a container that failed without a log of fledge, such as an image of another release. */
function withImageFix(error, log) {
    if (!(error instanceof exec/* ProgramError */.Zj) || error.exitStatus === undefined || log.isUnderstood)
        return error;
    return new errors/* FledgeError */.aE('tool', error.wording.message, { cause: error, fix: SAME_RELEASE });
}


/***/ }),

/***/ 22236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ inspectProgram),
/* harmony export */   Kg: () => (/* binding */ checkElf),
/* harmony export */   Ki: () => (/* binding */ parseElfHeader),
/* harmony export */   Mu: () => (/* binding */ inspectProgramIn)
/* harmony export */ });
/* unused harmony export findInterpreter */
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25423);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11720);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13307);




const HEADER_BYTES = 64;
/** Linux loads no program with a larger table (fs/binfmt_elf.c, load_elf_phdrs). */
const MAX_TABLE_BYTES = 64 * 1024;
/** As many sections of 64 bytes as the header can count. */
const MAX_SECTION_TABLE_BYTES = 0xffff * 64;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** PT_LOAD to PT_TLS. Other types are specific to a linker, and are not loaded. */
const SEGMENT_TYPES = [1, 2, 3, 4, 5, 6, 7];
/** SHT_NULL and SHT_NOBITS, which have no bytes in the file. */
const EMPTY_SECTION_TYPES = [0, 8];
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];
/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
    32: {
        headerBytes: 52,
        programs: { table: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
        sections: { table: 32, entrySize: 46, entryCount: 48, entryBytes: 40, fileOffset: 16, fileSize: 20 },
    },
    64: {
        headerBytes: 64,
        programs: { table: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
        sections: { table: 40, entrySize: 58, entryCount: 60, entryBytes: 64, fileOffset: 24, fileSize: 32 },
    },
};
/** e_machine by number: the name for little-endian and the one for big-endian. */
const MACHINES = new Map([
    [3, ['linux/386', 'big-endian i386']],
    [8, ['linux/mipsle', 'linux/mips']],
    [20, ['little-endian powerpc', 'linux/ppc']],
    [21, ['linux/ppc64le', 'linux/ppc64']],
    [22, ['little-endian s390', 'linux/s390x']],
    [40, ['linux/arm', 'big-endian arm']],
    [62, ['linux/amd64', 'big-endian x86-64']],
    [183, ['linux/arm64', 'big-endian aarch64']],
    [243, ['linux/riscv64', 'big-endian riscv']],
    [258, ['linux/loong64', 'big-endian loongarch']],
]);
/**
 * Checks that a file is an ELF program for `platform`, and returns the content of its headers. `advice` is the fix if
 * it is not; `label` is the file's name in messages.
 *
 * @throws FledgeError `input`.
 */
async function checkElf(path, wanted) {
    const { platform, label, advice } = wanted;
    const found = await readElf(path, label);
    if ('notElf' in found) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.type !== 'executable') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.machine !== platform) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`, {
            fix: advice ??
                (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `use a ${label} that is built for ${platform}, or choose the other platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('platform')}`,
        });
    }
    if (found.damage !== undefined) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is damaged: ${found.damage}`, {
            fix: `build, copy or download ${label} again`,
        });
    }
    return found;
}
/** Parses the header at the beginning of a file; undefined if it is missing, truncated or not valid. */
function parseElfHeader(bytes) {
    if (!(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(bytes))
        return undefined;
    const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
    const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
    if (bits === undefined || littleEndian === undefined)
        return undefined;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.headerBytes)
        return undefined;
    const fields = fieldsOf(bytes, bits, littleEndian);
    const tableOf = ({ table, entrySize, entryCount, }) => {
        const offset = fields.word(table);
        if (offset === undefined)
            return undefined;
        return { offset, entrySize: fields.u16(entrySize), count: fields.u16(entryCount) };
    };
    const programHeaders = tableOf(layout.programs);
    const sectionHeaders = tableOf(layout.sections);
    if (programHeaders === undefined || sectionHeaders === undefined)
        return undefined;
    return {
        bits,
        littleEndian,
        type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
        machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
        programHeaders,
        sectionHeaders: sectionHeaders.offset === 0 || sectionHeaders.count === 0 ? undefined : sectionHeaders,
    };
}
/** The part of the file with the path of the dynamic loader, by the program headers; undefined if it is static. */
function findInterpreter(header, table) {
    return partsOf(header, 'programs', table).find(({ type }) => type === PT_INTERP);
}
/** The entries that the bytes of a table contain. */
function partsOf(header, kind, table) {
    const layout = LAYOUTS[header.bits][kind];
    const place = kind === 'programs' ? header.programHeaders : header.sectionHeaders;
    if (place === undefined || place.entrySize < layout.entryBytes)
        return [];
    const fields = fieldsOf(table, header.bits, header.littleEndian);
    const count = Math.min(place.count, Math.floor(table.length / place.entrySize));
    return Array.from({ length: count }, (_, index) => {
        const start = index * place.entrySize;
        return {
            // p_type is the first field of its header, and sh_type the second one.
            type: fields.u32(kind === 'programs' ? start : start + 4),
            offset: fields.word(start + layout.fileOffset),
            size: fields.word(start + layout.fileSize),
        };
    });
}
/**
 * The damage of a program of `fileSize` bytes: a table, a segment or a section beyond the end of the file, or program
 * headers that the kernel does not accept. No number in the file is trusted.
 */
function findDamage(header, tables, fileSize) {
    const { programHeaders, sectionHeaders, bits } = header;
    const beyond = (what, { offset, size }) => {
        if (size === 0)
            return undefined;
        if (offset === undefined || size === undefined)
            return `${what} has an offset or a size that no file can have`;
        const end = offset + size;
        return end > fileSize ? `${what} ends at byte ${end}, and the file has ${fileSize}` : undefined;
    };
    const lengthOf = ({ entrySize, count }) => entrySize * count;
    const programs = { offset: programHeaders.offset, size: lengthOf(programHeaders) };
    const isLoadable = programHeaders.entrySize === LAYOUTS[bits].programs.entryBytes && programs.size <= MAX_TABLE_BYTES;
    if (programHeaders.count > 0 && !isLoadable)
        return 'Linux does not load a program with its program headers';
    const cut = beyond('its table of program headers', programs) ??
        (sectionHeaders &&
            beyond('its table of section headers', { offset: sectionHeaders.offset, size: lengthOf(sectionHeaders) }));
    if (cut !== undefined)
        return cut;
    const segments = partsOf(header, 'programs', tables.programs).filter(({ type }) => SEGMENT_TYPES.includes(type));
    const sections = partsOf(header, 'sections', tables.sections).filter(({ type }) => !EMPTY_SECTION_TYPES.includes(type));
    for (const part of segments) {
        const problem = beyond('a segment', part);
        if (problem !== undefined)
            return problem;
    }
    for (const part of sections) {
        const problem = beyond('a section', part);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
/**
 * Examines a host file as a program: its type, and the interpreter that it needs to start.
 *
 * @throws FledgeError `input` if it cannot be read; `label` is the file's name in messages.
 */
async function inspectProgram(path, label) {
    return programOf(await readElf(path, label));
}
/** Examines the content of a file as `inspectProgram` does. */
async function inspectProgramIn(file) {
    return programOf(await readElfIn(file));
}
function programOf(found) {
    if (!('notElf' in found)) {
        const { machine, interpreter, damage } = found;
        return { kind: 'elf', machine, interpreter, damage };
    }
    const { head, notElf: description } = found;
    const [, interpreter, rest = ''] = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(head) ?? [];
    if (interpreter === undefined) {
        return { kind: 'other', description, isScriptAfterMark: head.startsWith('\xef\xbb\xbf#!') };
    }
    const argument = rest.replace(/[ \t]+$/, '');
    return { kind: 'script', interpreter, argument: argument === '' ? undefined : argument };
}
async function readElf(path, label) {
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            return await readElfIn({ size, read: (position, length) => readAt(handle, position, length) });
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function readElfIn(file) {
    const head = await file.read(0, 512);
    const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
    if (header === undefined) {
        return { notElf: (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(head) ? 'a damaged ELF file' : (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .describeContent */ .X)(head), head: head.toString('latin1') };
    }
    const programs = await readTable(file, header.programHeaders, MAX_TABLE_BYTES);
    const sections = await readTable(file, header.sectionHeaders, MAX_SECTION_TABLE_BYTES);
    const damage = header.type === 'executable' ? findDamage(header, { programs, sections }, file.size) : undefined;
    const place = findInterpreter(header, programs);
    if (place?.offset === undefined || place.size === undefined)
        return { ...header, interpreter: undefined, damage };
    const text = (await file.read(place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
    return { ...header, interpreter: text.split('\0', 1)[0] ?? '', damage };
}
async function readTable(file, table, maxBytes) {
    if (table === undefined)
        return Buffer.alloc(0);
    return file.read(table.offset, Math.min(table.entrySize * table.count, maxBytes));
}
/** Up to `length` bytes from `position`; fewer at the end of the file. */
async function readAt(handle, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead);
}
function machineName(of) {
    const { number, abi, bits, littleEndian } = of;
    const names = MACHINES.get(number);
    if (names === undefined)
        return `machine ${number}`;
    const name = littleEndian ? names[0] : names[1];
    if (!LINUX_ABIS.includes(abi))
        return `${name.replace('linux/', '')} of another system (OS ABI ${abi})`;
    // x86-64 and arm64 code in 32-bit files: the x32 and ILP32 ABIs, which kernels are rarely built to run.
    return bits === 32 && /64$/.test(name) ? `${name.replace('linux/', '')} with 32-bit pointers` : name;
}
/** Readers for the fields of one class and byte order. Offsets must be inside `bytes`. */
function fieldsOf(bytes, bits, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return {
        u16: (offset) => view.getUint16(offset, littleEndian),
        u32: (offset) => view.getUint32(offset, littleEndian),
        /** A file offset or size: 32 or 64 bits by class; undefined if no file can have it. */
        word(offset) {
            if (bits === 32)
                return view.getUint32(offset, littleEndian);
            const value = Number(view.getBigUint64(offset, littleEndian));
            return Number.isSafeInteger(value) ? value : undefined;
        },
    };
}


/***/ }),

/***/ 93767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HELPER_NAME),
/* harmony export */   o: () => (/* binding */ findCredentialStore)
/* harmony export */ });
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12285);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94618);
/* harmony import */ var _logins_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15112);



/** Part of the name of a program: `docker-credential-NAME`. */
const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/**
 * The credential store that holds the login of `docker login` for a registry. skopeo reads logins and `credHelpers` of
 * docker's config file, but not `credsStore`. Undefined if another file has a login, or docker's file has it in another
 * form.
 */
function findCredentialStore(registry, env) {
    if ((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .Jz)(env, 'REGISTRY_AUTH_FILE') !== undefined)
        return undefined;
    const file = (0,_logins_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerConfigFile */ .dO)(env);
    // skopeo reports a file that cannot be read.
    const files = (0,_logins_js__WEBPACK_IMPORTED_MODULE_1__/* .readLogins */ .rC)(env, _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_0__/* .silentReporter */ .P);
    if (files.some((other) => other.path !== file && hasLogin(other, registry)))
        return undefined;
    const docker = files.find(({ path }) => path === file);
    const name = docker?.credsStore ?? '';
    if (docker === undefined || !HELPER_NAME.test(name))
        return undefined;
    const isDockerHub = registry === 'docker.io';
    const key = isDockerHub ? 'https://index.docker.io/v1/' : registry;
    if (!Object.hasOwn(docker.auths, key) || docker.auths[key]?.['auth'])
        return undefined;
    if (Object.hasOwn(docker.credHelpers, registry))
        return undefined;
    const authFile = isDockerHub ? undefined : JSON.stringify({ credHelpers: { [registry]: name } });
    return { name, file, authFile };
}
/** True if a file has a login for a registry, or for a part of it. */
function hasLogin({ auths, credHelpers }, registry) {
    const names = [...Object.keys(auths), ...Object.keys(credHelpers)].map(_logins_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalRegistry */ .i7);
    return names.some((name) => name === registry || name.startsWith(`${registry}/`));
}


/***/ }),

/***/ 35507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ askDaemon),
/* harmony export */   Ip: () => (/* binding */ saveFromDaemon),
/* harmony export */   e7: () => (/* binding */ isAskedOfDaemon),
/* harmony export */   gS: () => (/* binding */ findDockerDaemon),
/* harmony export */   kP: () => (/* binding */ daemonFor),
/* harmony export */   nB: () => (/* binding */ findInDaemon)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9691);
/* harmony import */ var _support_budget_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60975);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82792);








const DEFAULT_SOCKET = '/var/run/docker.sock';
/** A daemon answers from memory, so this is generous. */
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** The used part of `GET /images/NAME/json` (Docker Engine API, ImageInspect). */
const inspectSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    Id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/),
    Os: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    Architecture: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    Variant: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullish(),
    /** With the containerd store: the descriptor whose digest is the id. */
    Descriptor: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).nullish(),
});
/**
 * The Docker daemon of this machine, or of `DOCKER_HOST` (`unix:` or `tcp:`). Undefined if there is no socket, or only
 * the docker command line can connect to it.
 */
function findDockerDaemon(context) {
    const host = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .Jz)(context.env, 'DOCKER_HOST') ?? `unix://${DEFAULT_SOCKET}`;
    if (host.startsWith('unix://')) {
        const socketPath = host.slice('unix://'.length);
        return isSocket(socketPath) ? { connection: { socketPath }, skopeoHost: host } : undefined;
    }
    const url = host.startsWith('tcp://') ? URL.parse(host.replace(/^tcp:/, 'http:')) : null;
    if (url === null || (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .Jz)(context.env, 'DOCKER_TLS_VERIFY') !== undefined) {
        context.reporter.debug(`the Docker daemon at ${host} is not used; write docker-daemon: before the image to use it`);
        return undefined;
    }
    const port = url.port === '' ? '2375' : url.port;
    return { connection: { host: url.hostname, port }, skopeoHost: `http://${url.hostname}:${port}` };
}
/** True if a Docker daemon is asked first: for a name without a transport, a digest or a lock. */
function isAskedOfDaemon({ reference, lock }) {
    const { transport, named } = reference;
    return transport === undefined && named !== undefined && named.digest === undefined && lock === undefined;
}
/**
 * The Docker daemon that provides an image, for a build in a container that needs access to it. Undefined if the image
 * has another source. With docker-daemon: it is the running daemon, whether or not it has the image.
 */
async function daemonFor(image, platform, context) {
    const { transport, named } = image.reference;
    if (transport === 'docker-daemon')
        return findDockerDaemon(context);
    if (named === undefined || !isAskedOfDaemon(image))
        return undefined;
    const daemon = findDockerDaemon(context);
    const found = daemon && (await findInDaemon(daemon, named, platform, context));
    return found === undefined ? undefined : daemon;
}
/** The image if the daemon has it for the platform; undefined also if the daemon does not answer. */
async function findInDaemon(daemon, image, platform, context) {
    const name = nameOf(image);
    try {
        const found = await askDaemon(daemon, image, context);
        if (found === undefined || (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .isForPlatform */ .b)(found, platform))
            return found;
        const present = (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .describePlatform */ .d5)(found);
        context.reporter.info(`the Docker daemon has ${name} only for ${present}; ${platform} is fetched from the registry`);
    }
    catch (error) {
        context.signal?.throwIfAborted();
        context.reporter.debug(`cannot ask the Docker daemon for ${name}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
    }
    return undefined;
}
/**
 * Asks the daemon for an image by its name or its id (`sha256:…`); undefined if the daemon does not have it.
 *
 * @throws Error if the request fails or the answer is invalid.
 */
async function askDaemon(daemon, image, { signal }) {
    const name = typeof image === 'string' ? image : nameOf(image);
    const answer = await getText({ ...daemon.connection, path: `/images/${encodeURI(name)}/json` }, signal);
    if (answer === undefined)
        return undefined;
    const { Id: id, Os: os, Architecture: architecture, Variant: variant, Descriptor, } = inspectSchema.parse(JSON.parse(answer));
    return { id, os, architecture, variant, isManifest: Descriptor?.digest === id };
}
/**
 * Saves an image of the daemon to a file, as `docker save` does.
 *
 * @throws FledgeError `download` if the daemon fails, `input` if the image is larger than `maxUnpackedBytes`, `output`
 *   if the disk is full.
 */
async function saveFromDaemon(daemon, id, to, { signal }) {
    const budget = new _support_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .Budget */ ._({ unpacked: to.maxUnpackedBytes });
    const bounded = async function* (body) {
        for await (const chunk of body) {
            budget.spend('unpacked', chunk.length);
            yield chunk;
        }
    };
    try {
        const response = await new Promise((resolve, reject) => {
            const path = `/images/${encodeURI(id)}/get`;
            (0,node_http__WEBPACK_IMPORTED_MODULE_1__.get)({ ...daemon.connection, path, ...(signal !== undefined && { signal }) }, resolve).on('error', reject);
        });
        if (response.statusCode !== 200) {
            response.destroy();
            throw new Error(`status ${response.statusCode}`);
        }
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(response, bounded, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(to.file, { flags: 'wx', mode: 0o600 }));
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE)
            throw error;
        const isFull = ['ENOSPC', 'EDQUOT'].includes((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error) ?? '');
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE(isFull ? 'output' : 'download', `cannot copy the image ${to.label} from the Docker daemon: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: isFull
                ? 'free some space, or set TMPDIR to a directory on another disk'
                : 'try again, or restart the daemon',
        });
    }
}
function nameOf({ domain, repository, tag, digest }) {
    return `${domain}/${repository}${digest === undefined ? `:${tag ?? 'latest'}` : `@${digest}`}`;
}
/** Returns the body of an answer with status 200; undefined for 404. Rejects for any other status. */
function getText(options, signal) {
    return new Promise((resolve, reject) => {
        const request = (0,node_http__WEBPACK_IMPORTED_MODULE_1__.get)({ ...options, timeout: TIMEOUT_MS, ...(signal !== undefined && { signal }) }, (response) => {
            const chunks = [];
            let bytes = 0;
            response.on('data', (chunk) => {
                bytes += chunk.length;
                if (bytes > MAX_ANSWER_BYTES)
                    request.destroy(new Error('the answer is too long'));
                else
                    chunks.push(chunk);
            });
            response.on('error', reject);
            response.on('end', () => {
                if (response.statusCode === 200)
                    resolve(Buffer.concat(chunks).toString('utf8'));
                else if (response.statusCode === 404)
                    resolve(undefined);
                else
                    reject(new Error(`status ${response.statusCode}`));
            });
        });
        request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
        request.on('error', reject);
    });
}
function isSocket(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isSocket();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 82792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Fj: () => (/* binding */ requirePlatform),
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   Ie: () => (/* binding */ newerVariantOf),
/* harmony export */   b: () => (/* binding */ isForPlatform),
/* harmony export */   d5: () => (/* binding */ describePlatform),
/* harmony export */   md: () => (/* binding */ selectPlatform)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11720);


const TARGETS = {
    'linux/amd64': { os: 'linux', architecture: 'amd64', variant: 'v1', newer: ['v2', 'v3', 'v4'] },
    'linux/arm64': {
        ...{ os: 'linux', architecture: 'arm64', variant: 'v8' },
        newer: [
            'v8.0',
            'v8.1',
            'v8.2',
            'v8.3',
            'v8.4',
            'v8.5',
            'v8.6',
            'v8.7',
            'v8.8',
            'v8.9',
            'v9',
            'v9.0',
            'v9.1',
            'v9.2',
        ],
    },
};
/** Operating system, architecture and variant of the platform, as skopeo names them. */
function targetOf(platform) {
    return TARGETS[platform];
}
/**
 * Rank of an image on the platform: 0 if it runs on all machines, higher the fewer machines it runs on, undefined if it
 * is for another platform. Missing fields match every platform.
 */
function rankOf({ os, architecture, variant }, platform) {
    const target = TARGETS[platform];
    if ((os && os !== target.os) || (architecture && architecture !== target.architecture))
        return undefined;
    if (!variant || variant === target.variant)
        return 0;
    const newer = target.newer.indexOf(variant);
    return newer === -1 ? undefined : newer + 1;
}
/** True if the image runs on some or all machines of the platform. */
function isForPlatform(fields, platform) {
    return rankOf(fields, platform) !== undefined;
}
/** The variant of an image, if some machines of the platform are too old for it. */
function newerVariantOf(fields, platform) {
    return (rankOf(fields, platform) ?? 0) > 0 ? (fields.variant ?? undefined) : undefined;
}
/** The platform as text, such as `linux/arm64/v8`; `?` replaces a missing field. */
function describePlatform({ os, architecture, variant }) {
    return [os || '?', architecture || '?', ...(variant ? [variant] : [])].join('/');
}
function hasPlatform({ platform }) {
    return Boolean(platform?.os || platform?.architecture);
}
/**
 * Selects the image for the platform from the entries of an index: the one that runs on most machines, and the first of
 * several. Attestations (platform `unknown/unknown`) are skipped. An entry without a platform is used only if there is
 * no other match; its config is checked later.
 *
 * @throws FledgeError `input` that lists the available platforms.
 */
function selectPlatform(entries, wanted, label) {
    const images = entries.filter((entry) => !isAttestation(entry));
    const withPlatform = images.filter(hasPlatform);
    const platform = wanted === 'any' ? 'linux/amd64' : wanted;
    const [best] = withPlatform
        .flatMap((entry) => {
        const rank = rankOf(entry.platform ?? {}, platform);
        return rank === undefined ? [] : [{ entry, rank }];
    })
        .sort((a, b) => a.rank - b.rank);
    if (best !== undefined)
        return best.entry;
    const [only] = images;
    if (wanted === 'any' && only !== undefined && images.every(({ digest }) => digest === only.digest))
        return only;
    // Duplicates count once.
    const withoutPlatform = [
        ...new Map(images.filter((entry) => !hasPlatform(entry)).map((entry) => [entry.digest, entry])).values(),
    ];
    if (withoutPlatform.length === 1 && withoutPlatform[0] !== undefined)
        return withoutPlatform[0];
    if (withoutPlatform.length > 1) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} has ${withoutPlatform.length} images, and none of them has a platform`, {
            fix: 'select one of them by its digest, as in name@sha256:…',
        });
    }
    const present = withPlatform.map((entry) => describePlatform(entry.platform ?? {}));
    if (present.length === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is an index without an image in it`);
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} has no image for ${platform}; it has ${[...new Set(present)].join(', ')}`, {
        fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `choose one of these with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform')} if fledge builds for it, or use another image`,
    });
}
/** True if an entry of an index is an attestation of an image instead of an image. */
function isAttestation({ platform, annotations }) {
    return ((platform?.os === 'unknown' && platform.architecture === 'unknown') ||
        annotations?.['vnd.docker.reference.type'] === 'attestation-manifest');
}
/** @throws FledgeError `input` if the image's config is for another platform. */
function requirePlatform(config, platform, label) {
    if (platform === 'any' || isForPlatform(config, platform))
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is for ${describePlatform(config)}, not for ${platform}`, {
        fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `choose its platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform')} if fledge builds for it, or use another image`,
    });
}


/***/ }),

/***/ 60975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Budget),
/* harmony export */   d: () => (/* binding */ DEFAULT_LIMITS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


const GIBIBYTE = 1024 ** 3;
/** Far above real images, and low enough for a machine with 4 GiB of memory and a few minutes of work. */
const DEFAULT_LIMITS = {
    fetched: 64 * GIBIBYTE,
    unpacked: 64 * GIBIBYTE,
    metadata: GIBIBYTE,
    // Two layers are unpacked in parallel, and each can have a window of 512 MiB.
    memory: 1.5 * GIBIBYTE,
    apparent: 1024 * GIBIBYTE,
    // A directory needs a kilobyte until it is in the image, and its path is in memory twice at most.
    nodes: 1_500_000,
    pathBytes: GIBIBYTE / 4,
    steps: 100_000_000,
    headers: 20_000_000,
    frames: 2_000_000,
};
/** The messages for exceeded limits, by item. */
const EXCESS = {
    fetched: (limit) => `the layers of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} compressed`,
    unpacked: (limit) => `the image unpacks to more than max_unpacked_mb (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)})`,
    metadata: (limit) => `the image has more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of file names and attributes`,
    memory: (limit) => `the headers, attributes and zstd windows of the image need more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of memory`,
    apparent: (limit) => `the files of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together, holes included`,
    nodes: (limit) => `the image has more than ${limit} files and directories`,
    pathBytes: (limit) => `the paths in the image are longer than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together`,
    steps: (limit) => `the paths and links of the image need more than ${limit} steps to resolve`,
    headers: (limit) => `the image has more than ${limit} records of extended headers`,
    frames: (limit) => `the layers of the image have more than ${limit} zstd frames`,
};
const UNPACKED_FIX = 'if the image is really that large, raise max_unpacked_mb in [source]; otherwise do not trust it';
/**
 * The limits for the image of one build. All layers share one budget. Layers are unpacked in parallel, and it is random
 * which one exceeds a limit; therefore messages name no layer.
 */
class Budget {
    limits;
    #spent;
    /** `limits` replace the default ones. */
    constructor(limits = {}) {
        this.limits = { ...DEFAULT_LIMITS, ...limits };
        this.#spent = {
            fetched: 0,
            unpacked: 0,
            metadata: 0,
            memory: 0,
            apparent: 0,
            nodes: 0,
            pathBytes: 0,
            steps: 0,
            headers: 0,
            frames: 0,
        };
    }
    /**
     * Charges an amount of an item. A negative amount is a refund, for example for nodes that leave the tree. `culprit`
     * names the cause, as in `the last of them is /swapfile with 4.0 TiB`.
     *
     * @throws FledgeError `input` when the limit is exceeded.
     */
    spend(item, amount, culprit) {
        this.#spent[item] += amount;
        if (amount > 0 && this.#spent[item] > this.limits[item])
            throw this.excess(item, culprit);
    }
    /** The error for an exceeded limit, for work that is stopped before it is charged. */
    excess(item, culprit) {
        const fix = item === 'unpacked'
            ? UNPACKED_FIX
            : 'if the image is really that large, make it smaller; otherwise do not trust it';
        const message = EXCESS[item](this.limits[item]);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', culprit === undefined ? message : `${message}; ${culprit()}`, { fix });
    }
    /** The amount of an item that has been charged so far. */
    spent(item) {
        return this.#spent[item];
    }
}


/***/ })

};
