export const id = 1313;
export const ids = [1313];
export const modules = {

/***/ 1453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ runAtExit),
/* harmony export */   Zj: () => (/* binding */ ProgramError),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   iv: () => (/* binding */ ChildEnvironment),
/* harmony export */   ni: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _report_activity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55338);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72658);





/** The number of characters from the end of a failed tool's output that an error shows. */
const OUTPUT_TAIL = 4000;
/** The limit for output that is collected in memory. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/**
 * The whole environment of a child. Only src/tools/environment.ts creates one, from its table: no child inherits the
 * environment of this process, which can contain secrets.
 */
class ChildEnvironment {
    #variables;
    constructor(variables) {
        this.#variables = { ...variables };
    }
    get variables() {
        return this.#variables;
    }
}
/** A program was started and failed. */
class ProgramError extends _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE {
    /** Undefined if the program was killed. */
    exitStatus;
    constructor(message, exitStatus) {
        super('tool', message);
        this.exitStatus = exitStatus;
    }
}
/**
 * Runs a program without a shell and returns its output. The child leads its own process group, and the whole group is
 * killed when this process ends, the signal aborts or the timeout expires, so that no grandchild survives.
 *
 * @throws FledgeError `tool` if it cannot be started; a `ProgramError` if its exit status is not 0, or it times out. The
 *   message contains the command's name, its status and the end of its output.
 */
function run(file, args, options) {
    const { cwd, env, input, user, timeoutMs, signal, onLine, maxOutputBytes = MAX_OUTPUT_BYTES } = options;
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        (0,_report_activity_js__WEBPACK_IMPORTED_MODULE_4__/* .noteActivity */ .o)({ kind: 'command', file, args });
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
            ...(cwd !== undefined && { cwd }),
            env: env.variables,
            ...user,
            stdio: ['pipe', options.stdout === 'discard' ? 'ignore' : 'pipe', 'pipe'],
            detached: true,
        });
        const stdout = [];
        const stderr = [];
        let outputBytes = 0;
        let failure;
        const killGroup = () => killGroupOf(child);
        const stop = (error) => {
            failure ??= { error };
            killGroup();
        };
        const collect = (chunks) => (chunk) => {
            outputBytes += chunk.length;
            if (outputBytes > maxOutputBytes)
                stop(toolError(file, `printed more than ${maxOutputBytes} bytes`, ''));
            else
                chunks.push(chunk);
        };
        const give = (take) => (chunk) => {
            if (failure !== undefined)
                return;
            try {
                take(chunk);
            }
            catch (error) {
                stop(error);
            }
        };
        const onAbort = () => stop(toolError(file, 'was stopped', ''));
        const timer = timeoutMs === undefined
            ? undefined
            : setTimeout(() => stop(toolError(file, `did not end within ${timeoutMs / 1000} s`, '')), timeoutMs);
        const forgetCleanup = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_3__/* .atExit */ .sz)(killGroup);
        signal?.addEventListener('abort', onAbort, { once: true });
        const settle = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            forgetCleanup();
        };
        child.stdout?.on('data', typeof options.stdout === 'function' ? give(options.stdout) : collect(stdout));
        child.stderr?.on('data', collect(stderr));
        if (onLine !== undefined) {
            for (const stream of ['stdout', 'stderr']) {
                const input = child[stream];
                if (input !== null)
                    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input }).on('line', (line) => onLine(line, stream));
            }
        }
        // A child that ends without reading its input closes the pipe; its exit status is what matters.
        child.stdin?.on('error', () => { });
        child.stdin?.end(input);
        child.on('error', (error) => {
            settle();
            reject(startError(file, error));
        });
        child.on('close', (status, signalName) => {
            settle();
            const errorText = Buffer.concat(stderr).toString('utf8');
            if (failure !== undefined)
                reject(failure.error);
            else if (status === 0)
                resolve({ stdout: Buffer.concat(stdout), stderr: errorText });
            else {
                const how = status === null ? `was killed by ${signalName}` : `ended with status ${status}`;
                // Some tools, such as checkers, print errors to stdout.
                const output = `${tailOf(Buffer.concat(stdout).toString('utf8'))}\n${errorText}`;
                reject(toolError(file, how, output, status ?? undefined));
            }
        });
    });
}
/**
 * Kills the process group of a child, also after the child's end: a process that it started may still run, and keeps the
 * group's number in use.
 */
function killGroupOf({ pid }) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch (error) {
        // A program that has changed its user, as sudo does, cannot be killed.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'ESRCH' && (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'EPERM')
            throw error;
    }
}
function startError(file, error) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `cannot start ${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
        cause: error,
        fix: `check that ${file} is installed and executable`,
    });
}
/**
 * Starts a program without a shell, and returns while it runs. It leads its own process group, which is killed when this
 * process ends or the signal aborts.
 *
 * @throws FledgeError `tool` if it cannot be started.
 */
async function start(file, args, { cwd, env, signal }) {
    signal?.throwIfAborted();
    (0,_report_activity_js__WEBPACK_IMPORTED_MODULE_4__/* .noteActivity */ .o)({ kind: 'command', file, args });
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
        ...(cwd !== undefined && { cwd }),
        env: env.variables,
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: true,
    });
    const forgetCleanup = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_3__/* .atExit */ .sz)(() => killGroupOf(child));
    const kill = () => {
        killGroupOf(child);
        // Output that is not read would keep the pipe open, and `ended` waiting.
        child.stdout.destroy();
    };
    signal?.addEventListener('abort', kill, { once: true });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr = `${stderr}${text}`.slice(-OUTPUT_TAIL);
    });
    // A program that has ended has closed its pipes.
    child.stdin.on('error', () => { });
    child.stdout.on('error', () => { });
    const ended = new Promise((resolve) => {
        child.on('close', (status, signalName) => {
            signal?.removeEventListener('abort', kill);
            forgetCleanup();
            resolve({ status: status ?? undefined, signal: signalName ?? undefined, stderr: stderr.trim() });
        });
    });
    await new Promise((resolve, reject) => {
        child.on('spawn', resolve);
        child.on('error', (error) => {
            forgetCleanup();
            reject(startError(file, error));
        });
    });
    return {
        stdout: child.stdout,
        write: (bytes) => {
            child.stdin.write(bytes);
        },
        kill,
        ended,
    };
}
function tailOf(text) {
    return text.trim().slice(-OUTPUT_TAIL);
}
function toolError(file, how, output, exitStatus) {
    const tail = tailOf(output);
    return new ProgramError(`${file} ${how}${tail === '' ? '' : `:\n${tail}`}`, exitStatus);
}
/**
 * Runs a program synchronously, for use while this process ends. Its result is ignored; it is killed after `timeoutMs`
 * milliseconds.
 */
function runAtExit(file, args, { env, timeoutMs }) {
    (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(file, args, { env: env.variables, timeout: timeoutMs, killSignal: 'SIGKILL', stdio: 'ignore' });
}


/***/ }),

/***/ 21430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* unused harmony export addToSearchPath */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** Directories that are searched before those of PATH. */
const addedDirectories = [];
/**
 * Adds directories that `findOnPath` searches before those of PATH. The environment of this process does not change; a
 * child that needs the directories gets them in its own PATH.
 */
function addToSearchPath(directories) {
    addedDirectories.unshift(...directories);
}
/** The absolute path of an executable on the PATH, or undefined. A name with a slash is used as a path. */
async function findOnPath(name) {
    const searched = [...addedDirectories, ...(process.env['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)];
    const directories = name.includes('/') ? [''] : searched;
    for (const directory of directories) {
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(candidate) && directory !== '')
            continue;
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(candidate)).isFile())
                return candidate;
        }
        catch {
            // It does not exist, or this user cannot execute it: search the next directory.
        }
    }
    return undefined;
}


/***/ }),

/***/ 55332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ howToInstall)
/* harmony export */ });
/* unused harmony export packageManagerOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** Files with the name of the distribution, the preferred one first (os-release(5)). */
const OS_RELEASE_FILES = ['/etc/os-release', '/usr/lib/os-release'];
/** Package managers by the `ID` of a distribution. Derived distributions name their base in `ID_LIKE`. */
const PACKAGE_MANAGERS = {
    debian: 'apt',
    ubuntu: 'apt',
    fedora: 'dnf',
    rhel: 'dnf',
    centos: 'dnf',
    alpine: 'apk',
    arch: 'pacman',
    suse: 'zypper',
    opensuse: 'zypper',
};
const INSTALL_COMMANDS = {
    apt: 'apt-get install',
    dnf: 'dnf install',
    apk: 'apk add',
    pacman: 'pacman -S',
    zypper: 'zypper install',
};
/** The package manager for the content of an os-release file, or undefined for an unknown distribution. */
function packageManagerOf(osRelease) {
    const ids = [settingOf(osRelease, 'ID'), ...settingOf(osRelease, 'ID_LIKE').split(/\s+/)];
    return ids.map((id) => PACKAGE_MANAGERS[id]).find((manager) => manager !== undefined);
}
/** A value of os-release, which is a shell assignment with or without quotes; empty if it is not set. */
function settingOf(osRelease, key) {
    const value = new RegExp(`^${key}=(.*)$`, 'm').exec(osRelease)?.[1]?.trim() ?? '';
    return value.replace(/^(["'])(.*)\1$/, '$2');
}
/** The package manager of this machine, or undefined. */
function hostPackageManager() {
    for (const file of OS_RELEASE_FILES) {
        try {
            return packageManagerOf((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
        }
        catch {
            // The file is missing: read the next one, which is the system's default.
        }
    }
    return undefined;
}
/** The package manager of this machine, and whether the user is root. */
function hostInstaller() {
    return { manager: hostPackageManager(), isRoot: process.getuid?.() === 0 };
}
/** The command or instruction that installs tools, in one line. */
function howToInstall(tools, { manager, isRoot } = hostInstaller()) {
    const packages = new Set();
    const others = [];
    for (const { name, packages: byManager, homepage } of tools) {
        const own = manager && byManager[manager];
        if (own === undefined)
            others.push(`put ${name} on the PATH (${homepage})`);
        for (const each of own ?? [])
            packages.add(each);
    }
    const commands = manager === undefined || packages.size === 0
        ? []
        : [`${isRoot ? '' : 'sudo '}${INSTALL_COMMANDS[manager]} ${[...packages].join(' ')}`];
    return [...commands, ...others].join(', and ');
}


/***/ }),

/***/ 84705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ environmentFor)
/* harmony export */ });
/* unused harmony exports ENVIRONMENTS, HELPER_VARIABLES */
/* harmony import */ var _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** Proxy variables; programs read both spellings. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
/** Locations of certificate authorities for Go programs. */
const CERTIFICATES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'];
/** Locations of a user's logins and settings (containers-auth.json(5), containers-registries.conf(5)). */
const LOGINS = [
    ...['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME'],
    ...['REGISTRY_AUTH_FILE', 'DOCKER_CONFIG', 'CONTAINERS_REGISTRIES_CONF'],
];
/** Address and TLS settings of the Docker daemon. */
const DAEMON = ['DOCKER_HOST', 'DOCKER_CERT_PATH', 'DOCKER_TLS_VERIFY'];
/**
 * Storage settings of podman and buildah (containers-storage.conf(5)); the last three describe the user namespace of
 * `podman unshare`. STORAGE_OPTS can name a program that mounts. So can the user's storage.conf, which is read too.
 */
const STORAGE = [
    ...['CONTAINERS_STORAGE_CONF', 'STORAGE_DRIVER', 'STORAGE_OPTS'],
    ...['_CONTAINERS_USERNS_CONFIGURED', '_CONTAINERS_ROOTLESS_UID', '_CONTAINERS_ROOTLESS_GID'],
];
/** Settings that a build in a container, and a second build, must have in common with the first one. */
const BUILD = ['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL'];
const SKOPEO = {
    programs: ['skopeo'],
    passed: ['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES],
    fixed: { LC_ALL: 'C' },
    own: [],
};
/**
 * Every program that fledge starts, and its complete environment. docs/tools.md contains this table for users; a test
 * compares both with the environment that the programs really get.
 */
const ENVIRONMENTS = {
    version: {
        programs: ['any tool, to print its version'],
        why: 'a tool can be a script that starts other programs.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    gcc: {
        programs: ['gcc'],
        why: 'it finds `as` and `ld` on the PATH; other variables could change its output.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: ['TMPDIR'],
    },
    mkfs: {
        programs: ['mkfs.xfs', 'mkfs.btrfs', 'unshare, with the mount and cp of an old mkfs.xfs'],
        why: 'a preloaded library of fledge presents the tree to them.',
        passed: [],
        fixed: { LC_ALL: 'C', TZ: 'UTC', PATH: SYSTEM_PATH },
        own: ['LD_PRELOAD', 'FLEDGE_TREE_TABLE', 'FLEDGE_TREE_REPORT', 'SOURCE_DATE_EPOCH', 'DETERMINISTIC_SEED'],
    },
    check: {
        programs: ['e2fsck', 'unsquashfs', 'xfs_repair', 'btrfs check'],
        why: 'inherited variables could disable a check.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: [],
    },
    xz: {
        programs: ['xz'],
        why: 'inherited variables could add options.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: [],
    },
    getfattr: {
        programs: ['getfattr'],
        why: 'it needs none of them.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: [],
    },
    git: {
        programs: ['git'],
        why: "it needs the user's `safe.directory`; variables could select another repository, or programs to start.",
        passed: ['PATH', 'HOME', 'XDG_CONFIG_HOME'],
        fixed: { LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
        own: [],
    },
    umoci: {
        programs: ['umoci, and unshare before it'],
        why: 'its home is a directory of the build.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
        own: ['HOME'],
    },
    tar: {
        programs: ['tar, and unshare before it', 'mknod'],
        why: 'inherited variables could add options.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
        own: [],
    },
    skopeo: { ...SKOPEO, why: 'it needs logins, certificates, proxies and credential helpers.' },
    'skopeo of docker-daemon': {
        ...SKOPEO,
        why: 'it also needs the address of the daemon.',
        passed: [...SKOPEO.passed, ...DAEMON],
    },
    'skopeo of containers-storage': {
        ...SKOPEO,
        why: 'it also needs the storage settings of podman and buildah.',
        passed: [...SKOPEO.passed, ...STORAGE],
    },
    engine: {
        programs: ['docker', 'podman'],
        why: 'they need their daemon, storage, logins and settings, and pass variables of the build to the container.',
        passed: [
            ...['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES, ...DAEMON, ...STORAGE, ...BUILD, 'NO_COLOR'],
            ...['DOCKER_CONTEXT', 'DOCKER_API_VERSION', 'DOCKER_TLS', 'DOCKER_DEFAULT_PLATFORM'],
            ...['DOCKER_CONTENT_TRUST', 'DOCKER_CONTENT_TRUST_SERVER'],
            ...['CONTAINER_HOST', 'CONTAINER_CONNECTION', 'CONTAINER_SSHKEY', 'CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE'],
            'DBUS_SESSION_BUS_ADDRESS',
        ],
        fixed: {},
        own: [],
    },
    builder: {
        programs: ['docker buildx', 'podman build', 'buildah build, and setpriv and unshare before them'],
        why: 'they need their daemon, storage, logins and settings. A program in a Dockerfile gets only the proxies.',
        passed: [
            ...[
                'PATH',
                ...LOGINS,
                ...PROXIES,
                ...CERTIFICATES,
                ...DAEMON,
                'DOCKER_CONTEXT',
                'DOCKER_API_VERSION',
                'DOCKER_TLS',
            ],
            ...['BUILDX_BUILDER', 'BUILDX_CONFIG', 'CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE', 'BUILDAH_ISOLATION'],
            ...STORAGE,
            'DBUS_SESSION_BUS_ADDRESS',
        ],
        fixed: { LC_ALL: 'C', BUILDX_NO_DEFAULT_ATTESTATIONS: '1', DOCKER_CLI_HINTS: 'false' },
        own: ['TMPDIR'],
    },
    machine: {
        programs: ['qemu-system-x86_64', 'qemu-system-aarch64', 'cloud-hypervisor, and setpriv before them'],
        why: 'inherited variables could add options; what a machine writes to its disk is stored in TMPDIR.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: ['TMPDIR'],
    },
    sudo: {
        programs: ['sudo, with apt-get, or with sh and udevadm'],
        why: 'packages are downloaded through the proxy of this machine; sudo removes variables by its own policy.',
        passed: ['PATH', 'HOME', ...PROXIES],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    'apt-cache': {
        programs: ['apt-cache'],
        why: 'it only reads files.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    toolkit: {
        programs: ["zstd and tar of the toolkit's cache client"],
        why: "the client starts them with its own environment; the job's token is removed before an archive is unpacked.",
        passed: [
            ...['PATH', 'HOME', 'TMPDIR', ...PROXIES, 'RUNNER_DEBUG', 'GITHUB_SERVER_URL', 'GITHUB_REF'],
            ...['ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_CACHE_MODE', 'ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL'],
            ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ORCHESTRATION_ID'],
            ...['CACHE_UPLOAD_CONCURRENCY', 'CACHE_UPLOAD_CHUNK_SIZE', 'SEGMENT_DOWNLOAD_TIMEOUT_MINS'],
        ],
        fixed: { LC_ALL: 'C' },
        own: ['RUNNER_TEMP', 'GITHUB_WORKSPACE', 'TAR_OPTIONS'],
    },
    fledge: {
        programs: ['fledge, for the second build of a reproducibility check'],
        why: 'it needs the same inputs; everything that must not affect the output differs.',
        passed: [
            ...['PATH', ...LOGINS.filter((name) => name !== 'HOME'), ...PROXIES, ...CERTIFICATES, ...DAEMON, ...STORAGE],
            ...[...BUILD, 'FLEDGE_TOOLCHAIN', 'NODE_USE_SYSTEM_CA'],
        ],
        fixed: { NO_COLOR: '1' },
        own: [
            ...['HOME', 'PWD', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
            ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'HOSTNAME', 'NODE_EXTRA_CA_CERTS', 'FLEDGE_GITHUB_TOKEN_FILE'],
            'FLEDGE_NOT_MAPPED',
        ],
    },
};
/** Kinds whose programs start credential helpers. */
const WITH_HELPERS = ['skopeo', 'engine', 'builder', 'fledge'];
/**
 * Variables of credential helpers, as registries document them, by the name after `docker-credential-`; `*` matches any
 * ending. They are secrets, and are inherited only if a login file names the helper.
 */
const HELPER_VARIABLES = {
    'ecr-login': ['AWS_*'],
    gcr: ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_*'],
    gcloud: ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_*'],
    'acr-env': ['AZURE_*'],
    acr: ['AZURE_*'],
    pass: ['PASSWORD_STORE_*', 'GNUPGHOME'],
    secretservice: ['DBUS_SESSION_BUS_ADDRESS'],
};
/**
 * The environment of a child, from the table: the inherited variables of its row that `env` has, the fixed ones, and its
 * own. Only a docker or podman with a daemon behind SSH gets the SSH agent.
 *
 * @throws RangeError for an own variable that is not in the row.
 */
function environmentFor(kind, env, { own = {}, helpers = [] } = {}) {
    const row = ENVIRONMENTS[kind];
    const unknown = Object.keys(own).find((name) => !row.own.includes(name));
    if (unknown !== undefined)
        throw new RangeError(`the environment of ${kind} does not have ${unknown}`);
    const names = [
        ...row.passed,
        ...(WITH_HELPERS.includes(kind) ? helperVariables(helpers, env) : []),
        ...((kind === 'engine' || kind === 'builder') && isReachedBySsh(env) ? ['SSH_AUTH_SOCK'] : []),
    ];
    const passed = names.map((name) => [name, env[name]]);
    const all = [...passed, ...Object.entries(row.fixed), ...Object.entries(own)];
    return new _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .ChildEnvironment */ .iv(Object.fromEntries(all.filter((pair) => pair[1] !== undefined)));
}
/** The names of the variables in `env` that these helpers read. */
function helperVariables(helpers, env) {
    const patterns = helpers.flatMap((helper) => Object.hasOwn(HELPER_VARIABLES, helper) ? HELPER_VARIABLES[helper] : []);
    return Object.keys(env).filter((name) => patterns.some((pattern) => (pattern?.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)));
}
function isReachedBySsh(env) {
    const hosts = [env['DOCKER_HOST'], env['CONTAINER_HOST']];
    const isNamed = [env['DOCKER_CONTEXT'], env['CONTAINER_CONNECTION']].some((name) => name !== undefined && name !== '');
    return isNamed || hosts.some((host) => host?.startsWith('ssh://'));
}


/***/ }),

/***/ 11313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   Nv: () => (/* binding */ howToFix),
/* harmony export */   SG: () => (/* binding */ findTool),
/* harmony export */   Y0: () => (/* binding */ requireTool),
/* harmony export */   jb: () => (/* binding */ describeFinding)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_process_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1453);
/* harmony import */ var _support_process_search_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21430);
/* harmony import */ var _support_report_activity_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55338);
/* harmony import */ var _distribution_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55332);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84705);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(46384);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(61832);










/** Directories of root's PATH, in which distributions install tools for file systems. */
const SBIN = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
/** A program usually prints its version within milliseconds; one that does not return is broken. */
const VERSION_TIMEOUT_MS = 20_000;
/**
 * Finds a tool on the PATH, then in the sbin directories, and reads its version. A tool that does not print its version is
 * accepted. `directories` are searched first.
 */
async function findTool(tool, signal, directories = []) {
    const first = directories.flatMap((directory) => tool.commands.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)));
    const path = (await findFirst(first)) ?? (await findProgram(...tool.commands));
    if (path === undefined)
        return { state: 'missing', tool, what: tool.commands[0] };
    if (tool.alsoNeeds !== undefined && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(tool.alsoNeeds)) {
        return { state: 'missing', tool, what: tool.alsoNeeds };
    }
    const version = await askVersion(path, tool, signal);
    if (version !== undefined)
        (0,_support_report_activity_js__WEBPACK_IMPORTED_MODULE_8__/* .noteActivity */ .o)({ kind: 'tool', name: tool.name, version: (0,_version_js__WEBPACK_IMPORTED_MODULE_9__/* .formatVersion */ .qh)(version), path });
    const { oldest } = tool;
    if (version === undefined || oldest === undefined || (0,_version_js__WEBPACK_IMPORTED_MODULE_9__/* .isAtLeast */ .du)(version, oldest.version)) {
        return { state: 'found', tool, path, version };
    }
    return { state: 'too-old', tool, path, version, oldest };
}
/**
 * Finds a tool that must be on this machine.
 *
 * @throws FledgeError `tool` if it is missing or too old; the fix is the installation command of this distribution.
 */
async function requireTool(tool, signal) {
    const finding = await findTool(tool, signal);
    if (finding.state === 'found')
        return finding;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', describeFinding(finding), { fix: howToFix([finding]) });
}
/** The reason why a tool cannot be used: `skopeo is not on the PATH`. */
function describeFinding(finding) {
    if (finding.state === 'missing') {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(finding.what) ? `${finding.what} is missing` : `${finding.what} is not on the PATH`;
    }
    const { path, version, oldest } = finding;
    return `${path} is version ${(0,_version_js__WEBPACK_IMPORTED_MODULE_9__/* .formatVersion */ .qh)(version)}, which ${oldest.reason}`;
}
/** The fix for tools that cannot be used, in one line: the installation command, and the versions that are needed. */
function howToFix(findings) {
    const newer = findings.flatMap((finding) => {
        if (finding.state !== 'too-old')
            return [];
        return [`${finding.tool.name} ${(0,_version_js__WEBPACK_IMPORTED_MODULE_9__/* .formatVersion */ .qh)(finding.oldest.version)} or newer is needed`];
    });
    const command = (0,_distribution_js__WEBPACK_IMPORTED_MODULE_5__/* .howToInstall */ .v)(findings.map(({ tool }) => tool));
    return newer.length === 0 ? command : `${newer.join(', ')}: ${command}`;
}
/** The absolute path of a program by one of its names: on the PATH, or in an sbin directory. */
async function findProgram(...names) {
    return findFirst([...names, ...names.flatMap((name) => SBIN.map((directory) => `${directory}/${name}`))]);
}
async function findFirst(places) {
    for (const place of places) {
        const path = await (0,_support_process_search_path_js__WEBPACK_IMPORTED_MODULE_4__/* .findOnPath */ .a)(place);
        if (path !== undefined)
            return path;
    }
    return undefined;
}
async function askVersion(path, tool, signal) {
    let output = '';
    try {
        await (0,_support_process_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, tool.version.args, {
            env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentFor */ .DD)('version', process.env),
            timeoutMs: VERSION_TIMEOUT_MS,
            onLine: (line) => {
                output += `${line}\n`;
            },
            signal,
        });
    }
    catch (error) {
        signal?.throwIfAborted();
        // Some programs, such as unsquashfs, print it and exit with a status other than 0.
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE))
            throw error;
    }
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_7__/* .versionIn */ .p8)(output, tool);
}


/***/ }),

/***/ 46384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   AT: () => (/* binding */ umoci),
/* harmony export */   FB: () => (/* binding */ emulators),
/* harmony export */   FR: () => (/* binding */ compilerFor),
/* harmony export */   LI: () => (/* binding */ cloudHypervisor),
/* harmony export */   PX: () => (/* binding */ xfsprogs),
/* harmony export */   VW: () => (/* binding */ crossCompilerFor),
/* harmony export */   YR: () => (/* binding */ getfattr),
/* harmony export */   _S: () => (/* binding */ skopeo),
/* harmony export */   h6: () => (/* binding */ btrfsProgs),
/* harmony export */   oI: () => (/* binding */ gnuTar),
/* harmony export */   oK: () => (/* binding */ imageBuilders),
/* harmony export */   p8: () => (/* binding */ versionIn),
/* harmony export */   qJ: () => (/* binding */ e2fsprogs),
/* harmony export */   qh: () => (/* binding */ squashfsTools),
/* harmony export */   xz: () => (/* binding */ xz),
/* harmony export */   y9: () => (/* binding */ hostCompiler)
/* harmony export */ });
/* unused harmony export TOOLS */
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61832);

/** Packages with the same name in most distributions. */
function everywhere(name, others = {}) {
    return { apt: [name], dnf: [name], apk: [name], pacman: [name], zypper: [name], ...others };
}
const skopeo = {
    name: 'skopeo',
    commands: ['skopeo'],
    purpose: 'fetch container images',
    version: { args: ['--version'], prefix: /^skopeo version /m },
    // --override-variant was added in 0.2.0, which was never in a stable distribution.
    oldest: { version: [1], reason: 'lacks options that fledge needs' },
    packages: everywhere('skopeo'),
    homepage: 'https://github.com/containers/skopeo',
};
const umoci = {
    name: 'umoci',
    commands: ['umoci'],
    purpose: 'unpack image layers a second time, independently',
    version: { args: ['--version'], prefix: /^umoci version /m },
    oldest: { version: [0, 4, 7], reason: 'can be made to write outside its directory (CVE-2021-29136)' },
    packages: { apt: ['umoci'], zypper: ['umoci'] },
    homepage: 'https://github.com/opencontainers/umoci/releases',
    // Several projects on GitHub independently pin the same SHA-256 for both files.
    release: {
        version: '0.6.0',
        assets: {
            x64: {
                url: 'https://github.com/opencontainers/umoci/releases/download/v0.6.0/umoci.linux.amd64',
                sha256: 'b51c267ec394499e42c6fde47f240b7b7dba57ea49df0b5acd304378b82a3b71',
            },
            arm64: {
                url: 'https://github.com/opencontainers/umoci/releases/download/v0.6.0/umoci.linux.arm64',
                sha256: '5cfd17f2e7a4bcf9ed67ea1b955ca893d200349b9ce6a3d3707dba415f458a1f',
            },
        },
    },
};
const gnuTar = {
    name: 'tar',
    commands: ['tar'],
    purpose: 'read the files that umoci has unpacked',
    version: { args: ['--version'], prefix: /^tar \(GNU tar\) /m },
    oldest: { version: [1, 28], reason: 'lacks options that fledge needs' },
    packages: everywhere('tar'),
    homepage: 'https://www.gnu.org/software/tar/',
};
const e2fsprogs = {
    name: 'e2fsprogs',
    commands: ['e2fsck'],
    purpose: 'check ext4 images',
    version: { args: ['-V'], prefix: /^e2fsck /m },
    oldest: { version: [1, 43], reason: 'does not support all features of the images' },
    packages: everywhere('e2fsprogs'),
    homepage: 'https://e2fsprogs.sourceforge.net',
};
const squashfsTools = {
    name: 'squashfs-tools',
    commands: ['unsquashfs'],
    purpose: 'check squashfs images',
    version: { args: ['-version'], prefix: /^unsquashfs version /m },
    oldest: { version: [4, 5], reason: 'cannot read an image without unpacking it' },
    packages: everywhere('squashfs-tools', { zypper: ['squashfs'] }),
    homepage: 'https://github.com/plougher/squashfs-tools',
};
const xfsprogs = {
    name: 'xfsprogs',
    commands: ['mkfs.xfs'],
    purpose: 'make xfs images',
    version: { args: ['-V'], prefix: /^mkfs\.xfs version /m },
    oldest: { version: [6, 19], reason: 'cannot fill an image from a directory, or damages it' },
    packages: everywhere('xfsprogs'),
    homepage: 'https://xfs.wiki.kernel.org',
};
const btrfsProgs = {
    name: 'btrfs-progs',
    commands: ['mkfs.btrfs'],
    purpose: 'make btrfs images',
    version: { args: ['--version'], prefix: /^mkfs\.btrfs, part of btrfs-progs v/m },
    oldest: { version: [6, 14], reason: 'may lose hardlinks when it fills an image' },
    packages: everywhere('btrfs-progs', { zypper: ['btrfsprogs'] }),
    homepage: 'https://btrfs.readthedocs.io',
};
const xz = {
    name: 'xz',
    commands: ['xz'],
    purpose: 'decompress kernel modules',
    version: { args: ['--version'], prefix: /^xz \(XZ Utils\) /m },
    packages: { apt: ['xz-utils'], dnf: ['xz'], apk: ['xz'], pacman: ['xz'], zypper: ['xz'] },
    homepage: 'https://tukaani.org/xz/',
};
const getfattr = {
    name: 'getfattr',
    commands: ['getfattr'],
    purpose: 'read extended attributes in directories',
    version: { args: ['--version'], prefix: /^getfattr /m },
    packages: everywhere('attr'),
    homepage: 'https://savannah.nongnu.org/projects/attr',
};
const git = {
    name: 'git',
    commands: ['git'],
    purpose: 'compare the inputs of plugins with a commit',
    version: { args: ['--version'], prefix: /^git version /m },
    // --is-shallow-repository was added in 2.15, and `--no-optional-locks` too.
    oldest: { version: [2, 15], reason: 'lacks options that fledge needs' },
    packages: everywhere('git'),
    homepage: 'https://git-scm.com',
};
/** The programs that build Dockerfiles; one of them is enough. */
const imageBuilders = {
    docker: {
        name: 'docker buildx',
        commands: ['docker'],
        purpose: 'build images from Dockerfiles',
        version: { args: ['buildx', 'version'], prefix: /^github\.com\/docker\/buildx v?/m },
        packages: {},
        homepage: 'https://docs.docker.com/build/',
    },
    podman: {
        name: 'podman',
        commands: ['podman'],
        purpose: 'build images from Dockerfiles',
        version: { args: ['--version'], prefix: /^podman version /m },
        packages: everywhere('podman'),
        homepage: 'https://podman.io',
    },
    buildah: {
        name: 'buildah',
        commands: ['buildah'],
        purpose: 'build images from Dockerfiles',
        version: { args: ['--version'], prefix: /^buildah version /m },
        packages: everywhere('buildah'),
        homepage: 'https://buildah.io',
    },
};
/** The VMM that Volant uses. */
const cloudHypervisor = {
    name: 'cloud-hypervisor',
    commands: ['cloud-hypervisor'],
    purpose: 'boot artifacts with KVM, as Volant does',
    version: { args: ['--version'], prefix: /^cloud-hypervisor v/m },
    // 50.1 added `backing_files` and `image_type` to --disk (GHSA-jmr4-g2hv-mjj6).
    oldest: { version: [50, 1], reason: 'opens other files that a disk image names' },
    packages: { apk: ['cloud-hypervisor'], pacman: ['cloud-hypervisor'] },
    homepage: 'https://github.com/cloud-hypervisor/cloud-hypervisor/releases',
};
const qemuVersion = { args: ['--version'], prefix: /^QEMU emulator version /m };
const oldestQemu = { version: [6], reason: 'lacks options that fledge needs' };
/** The emulators, by the platform of the machine. */
const emulators = {
    'linux/amd64': {
        name: 'qemu-system-x86',
        commands: ['qemu-system-x86_64'],
        purpose: 'boot artifacts for linux/amd64',
        version: qemuVersion,
        oldest: oldestQemu,
        packages: everywhere('qemu-system-x86', { apk: ['qemu-system-x86_64'], zypper: ['qemu-x86'] }),
        homepage: 'https://www.qemu.org',
    },
    'linux/arm64': {
        name: 'qemu-system-arm',
        commands: ['qemu-system-aarch64'],
        purpose: 'boot artifacts for linux/arm64',
        version: qemuVersion,
        oldest: oldestQemu,
        packages: everywhere('qemu-system-aarch64', { apt: ['qemu-system-arm'], zypper: ['qemu-arm'] }),
        homepage: 'https://www.qemu.org',
    },
};
/** All tools that every plugin may need, except the compilers. */
const TOOLS = [skopeo, umoci, gnuTar, e2fsprogs, squashfsTools, xfsprogs, btrfsProgs];
const compilerVersion = { args: ['-dumpfullversion', '-dumpversion'], prefix: /^/ };
/** The properties of the compilers that depend on the platform. */
const compilers = {
    'linux/amd64': {
        hostArchitecture: 'x64',
        command: 'x86_64-linux-gnu-gcc',
        packages: { apt: ['gcc-x86-64-linux-gnu'], dnf: ['gcc-x86_64-linux-gnu'] },
        // gcc 8 added -fcf-protection.
        oldest: [8],
    },
    'linux/arm64': {
        hostArchitecture: 'arm64',
        command: 'aarch64-linux-gnu-gcc',
        packages: {
            apt: ['gcc-aarch64-linux-gnu'],
            dnf: ['gcc-aarch64-linux-gnu'],
            pacman: ['aarch64-linux-gnu-gcc'],
        },
        // gcc 9 added -mbranch-protection.
        oldest: [9],
    },
};
/** The gcc for a platform: `gcc` if it is the machine's own platform, otherwise a cross compiler. */
function compilerFor(platform, hostArchitecture = process.arch) {
    const cross = crossCompilerFor(platform);
    if (compilers[platform].hostArchitecture !== hostArchitecture)
        return cross;
    return { ...cross, name: 'gcc', commands: ['gcc', ...cross.commands], packages: everywhere('gcc') };
}
/** The gcc for this machine, with the headers of its C library. */
const hostCompiler = {
    name: 'gcc and libc',
    commands: ['gcc'],
    purpose: 'compile the library for mkfs.xfs and mkfs.btrfs',
    version: compilerVersion,
    alsoNeeds: '/usr/include/stdio.h',
    packages: {
        apt: ['gcc', 'libc6-dev'],
        dnf: ['gcc', 'glibc-devel'],
        apk: ['gcc', 'musl-dev'],
        pacman: ['gcc', 'glibc'],
        zypper: ['gcc', 'glibc-devel'],
    },
    homepage: 'https://gcc.gnu.org',
};
/** The gcc for a platform on a machine with another architecture. */
function crossCompilerFor(platform) {
    const { command, packages, oldest } = compilers[platform];
    return {
        name: command,
        commands: [command],
        purpose: `compile the init for ${platform}`,
        version: compilerVersion,
        oldest: { version: oldest, reason: 'lacks options that fledge needs' },
        packages,
        homepage: 'https://gcc.gnu.org',
    };
}
/** The version of a tool in its output, or undefined. */
function versionIn(output, { version: { prefix } }) {
    const match = prefix.exec(output);
    return match === null ? undefined : (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(output.slice(match.index + match[0].length));
}


/***/ }),

/***/ 61832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
/* unused harmony export compareVersions */
/** The version at the beginning of a text, such as `0.4.7+ds-3` or `6.2`, or undefined. */
function parseVersion(text) {
    return /^\d+(?:\.\d+)*/.exec(text)?.[0].split('.').map(Number);
}
/** Negative if `a` is older, positive if it is newer, 0 if they are equal; 6.2 equals 6.2.0. */
function compareVersions(a, b) {
    const length = Math.max(a.length, b.length);
    for (let index = 0; index < length; index += 1) {
        const difference = (a[index] ?? 0) - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Whether `version` is `wanted` or newer. */
function isAtLeast(version, wanted) {
    return compareVersions(version, wanted) >= 0;
}
/** A version as text: `4.7.5`. */
function formatVersion(version) {
    return version.join('.');
}


/***/ })

};
