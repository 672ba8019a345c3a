export const id = 760;
export const ids = [760];
export const modules = {

/***/ 1430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* unused harmony export addToSearchPath */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



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

/***/ 1200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ umociImage),
/* harmony export */   EY: () => (/* binding */ operandProgram),
/* harmony export */   QJ: () => (/* binding */ pinnedImage),
/* harmony export */   VU: () => (/* binding */ skopeoSource),
/* harmony export */   YN: () => (/* binding */ skopeoDestination),
/* harmony export */   lY: () => (/* binding */ operandName),
/* harmony export */   qZ: () => (/* binding */ csvFields),
/* harmony export */   x8: () => (/* binding */ operandPath)
/* harmony export */ });
/* unused harmony export engineImage */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);


// The grammar of github.com/distribution/reference; a host can be an IPv6 address in brackets.
const DOMAIN = /^(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?$/;
const REPOSITORY = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[-_+.][a-z0-9]+)*:[0-9a-f]{32,128}$/;
const ID = /^[0-9a-f]{64}$/;
/** A name that fledge chooses. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
/** The argument for a source. @throws FledgeError `internal` for a part that skopeo would parse differently. */
function skopeoSource(source) {
    switch (source.transport) {
        case 'docker':
            return `docker://${imageName(source.name)}`;
        case 'docker-daemon':
            return `docker-daemon:${'id' in source ? `sha256:${part(source.id, ID)}` : imageName(source.name)}`;
        case 'containers-storage': {
            const { name, id } = source;
            if (name === undefined && id === undefined)
                throw refused('');
            // A name with domain and tag cannot be parsed as a shortened id.
            return `containers-storage:${name === undefined ? '' : imageName(name)}${id === undefined ? '' : `@${part(id, ID)}`}`;
        }
    }
}
/** The argument for a destination. @throws FledgeError `internal` as `skopeoSource` does. */
function skopeoDestination(destination) {
    if (destination.transport === 'dir')
        return `dir:${operandPath(destination.path)}`;
    return `oci:${part(destination.layout, PLAIN_NAME)}:${part(destination.image, PLAIN_NAME)}`;
}
/** An image in an OCI layout in umoci's working directory. fledge chooses both names. */
function umociImage(layout, image) {
    return `${part(layout, PLAIN_NAME)}:${part(image, PLAIN_NAME)}`;
}
/**
 * A path as an argument of a program that could only parse it as an option: it must be absolute, and so begins with a
 * slash.
 *
 * @throws FledgeError `internal` for a path that is not absolute.
 */
function operandPath(path) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) || path.includes('\0'))
        throw refused(path);
    return path;
}
/** The name of a file in a program's working directory; fledge chooses it. */
function operandName(name) {
    return part(name, PLAIN_NAME);
}
/**
 * A program that another one executes: an absolute path, or `./` and a name in the working directory, so that the PATH is
 * not searched.
 *
 * @throws FledgeError `internal` for another path.
 */
function operandProgram(program) {
    return program.startsWith('./') ? `./${operandName(program.slice(2))}` : operandPath(program);
}
/**
 * The name of an image to run with docker or podman, from the user.
 *
 * @throws FledgeError `usage` for an option, or a text that is not a name.
 */
function engineImage(image) {
    if (/^[A-Za-z0-9[][^\s\p{Cc}]*$/u.test(image))
        return image;
    throw new FledgeError('usage', `${JSON.stringify(image)} is not a valid name of a container image`, {
        fix: 'use a name that docker accepts, such as ghcr.io/owner/name:tag',
    });
}
/** Fields of a value that docker and podman parse as CSV. */
function csvFields(fields) {
    return fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
/** The name of an image of a registry with its digest, for a FROM. @throws FledgeError `internal` as `skopeoSource` does. */
function pinnedImage({ domain, repository }, digest) {
    return imageName({ domain, repository, digest });
}
function imageName({ domain, repository, tag, digest }) {
    const name = `${part(domain, DOMAIN)}/${part(repository, REPOSITORY)}`;
    return digest === undefined ? `${name}:${part(tag ?? 'latest', TAG)}` : `${name}@${part(digest, DIGEST)}`;
}
function part(text, pattern) {
    if (!pattern.test(text))
        throw refused(text);
    return text;
}
function refused(text) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('internal', `${JSON.stringify(text)} cannot be an argument of another program`);
}


/***/ }),

/***/ 5332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ howToInstall)
/* harmony export */ });
/* unused harmony export packageManagerOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

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

/***/ 1313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   Nv: () => (/* binding */ howToFix),
/* harmony export */   SG: () => (/* binding */ findTool),
/* harmony export */   Y0: () => (/* binding */ requireTool),
/* harmony export */   jb: () => (/* binding */ describeFinding)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _support_process_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1453);
/* harmony import */ var _support_process_search_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1430);
/* harmony import */ var _distribution_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5332);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4705);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6384);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1832);









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
    const { oldest } = tool;
    if (version === undefined || oldest === undefined || (0,_version_js__WEBPACK_IMPORTED_MODULE_8__/* .isAtLeast */ .du)(version, oldest.version)) {
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
    return `${path} is version ${(0,_version_js__WEBPACK_IMPORTED_MODULE_8__/* .formatVersion */ .qh)(version)}, which ${oldest.reason}`;
}
/** The fix for tools that cannot be used, in one line: the installation command, and the versions that are needed. */
function howToFix(findings) {
    const newer = findings.flatMap((finding) => {
        if (finding.state !== 'too-old')
            return [];
        return [`${finding.tool.name} ${(0,_version_js__WEBPACK_IMPORTED_MODULE_8__/* .formatVersion */ .qh)(finding.oldest.version)} or newer is needed`];
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

/***/ 6384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ umoci),
/* harmony export */   FB: () => (/* binding */ emulators),
/* harmony export */   FR: () => (/* binding */ compilerFor),
/* harmony export */   LI: () => (/* binding */ cloudHypervisor),
/* harmony export */   PX: () => (/* binding */ xfsprogs),
/* harmony export */   VW: () => (/* binding */ crossCompilerFor),
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
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1832);

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

/***/ 1832:
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
