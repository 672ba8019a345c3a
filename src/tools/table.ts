import type { Platform } from '../support/platform.ts';
import { parseVersion, type Version } from './version.ts';

export type PackageManager = 'apt' | 'dnf' | 'apk' | 'pacman' | 'zypper';

/** An external program: its names, supported versions and packages. */
export interface Tool {
  /** The usual name; the name of the package if that has several programs. */
  readonly name: string;
  /** The names of the program, the preferred one first. All of them are the same program. */
  readonly commands: readonly [string, ...string[]];
  /** Its use in fledge, as an infinitive without "to". */
  readonly purpose: string;
  /** The arguments that print the version, and the text before the version in the output. */
  readonly version: { readonly args: readonly string[]; readonly prefix: RegExp };
  /** A file that must exist as well. */
  readonly alsoNeeds?: string;
  /** The oldest supported version; default: any. */
  readonly oldest?: OldestVersion;
  /** Its packages, by package manager; a missing entry means that there is no package. */
  readonly packages: Partial<Readonly<Record<PackageManager, readonly string[]>>>;
  /** The source of the program if there is no package. */
  readonly homepage: string;
  /** The static binaries that its authors publish, if any. */
  readonly release?: Release;
}

export interface OldestVersion {
  readonly version: Version;
  /** The defect of older versions, as a clause after "which". */
  readonly reason: string;
}

/** A version that the action downloads, pinned by its digest. */
export interface Release {
  readonly version: string;
  /** By `process.arch`. */
  readonly assets: Readonly<Partial<Record<NodeJS.Architecture, Asset>>>;
}

export interface Asset {
  readonly url: string;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** Packages with the same name in most distributions. */
function everywhere(name: string, others: Tool['packages'] = {}): Tool['packages'] {
  return { apt: [name], dnf: [name], apk: [name], pacman: [name], zypper: [name], ...others };
}

export const skopeo: Tool = {
  name: 'skopeo',
  commands: ['skopeo'],
  purpose: 'fetch container images',
  version: { args: ['--version'], prefix: /^skopeo version /m },
  // --override-variant was added in 0.2.0, which was never in a stable distribution.
  oldest: { version: [1], reason: 'lacks options that fledge needs' },
  packages: everywhere('skopeo'),
  homepage: 'https://github.com/containers/skopeo',
};

export const umoci: Tool = {
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

export const gnuTar: Tool = {
  name: 'tar',
  commands: ['tar'],
  purpose: 'read the files that umoci has unpacked',
  version: { args: ['--version'], prefix: /^tar \(GNU tar\) /m },
  oldest: { version: [1, 28], reason: 'lacks options that fledge needs' },
  packages: everywhere('tar'),
  homepage: 'https://www.gnu.org/software/tar/',
};

export const e2fsprogs: Tool = {
  name: 'e2fsprogs',
  commands: ['e2fsck'],
  purpose: 'check ext4 images',
  version: { args: ['-V'], prefix: /^e2fsck /m },
  oldest: { version: [1, 43], reason: 'does not support all features of the images' },
  packages: everywhere('e2fsprogs'),
  homepage: 'https://e2fsprogs.sourceforge.net',
};

export const squashfsTools: Tool = {
  name: 'squashfs-tools',
  commands: ['unsquashfs'],
  purpose: 'check squashfs images',
  version: { args: ['-version'], prefix: /^unsquashfs version /m },
  oldest: { version: [4, 5], reason: 'cannot read an image without unpacking it' },
  packages: everywhere('squashfs-tools', { zypper: ['squashfs'] }),
  homepage: 'https://github.com/plougher/squashfs-tools',
};

export const xfsprogs: Tool = {
  name: 'xfsprogs',
  commands: ['mkfs.xfs'],
  purpose: 'make xfs images',
  version: { args: ['-V'], prefix: /^mkfs\.xfs version /m },
  oldest: { version: [6, 19], reason: 'cannot fill an image from a directory, or damages it' },
  packages: everywhere('xfsprogs'),
  homepage: 'https://xfs.wiki.kernel.org',
};

export const btrfsProgs: Tool = {
  name: 'btrfs-progs',
  commands: ['mkfs.btrfs'],
  purpose: 'make btrfs images',
  version: { args: ['--version'], prefix: /^mkfs\.btrfs, part of btrfs-progs v/m },
  oldest: { version: [6, 14], reason: 'may lose hardlinks when it fills an image' },
  packages: everywhere('btrfs-progs', { zypper: ['btrfsprogs'] }),
  homepage: 'https://btrfs.readthedocs.io',
};

export const xz: Tool = {
  name: 'xz',
  commands: ['xz'],
  purpose: 'decompress kernel modules',
  version: { args: ['--version'], prefix: /^xz \(XZ Utils\) /m },
  packages: { apt: ['xz-utils'], dnf: ['xz'], apk: ['xz'], pacman: ['xz'], zypper: ['xz'] },
  homepage: 'https://tukaani.org/xz/',
};

export const getfattr: Tool = {
  name: 'getfattr',
  commands: ['getfattr'],
  purpose: 'read extended attributes in directories',
  version: { args: ['--version'], prefix: /^getfattr /m },
  packages: everywhere('attr'),
  homepage: 'https://savannah.nongnu.org/projects/attr',
};

export const git: Tool = {
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
export const imageBuilders = {
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
} as const satisfies Readonly<Record<string, Tool>>;

/** The VMM that Volant uses. */
export const cloudHypervisor: Tool = {
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
export const emulators = {
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
} as const satisfies Readonly<Record<Platform, Tool>>;

/** All tools that every plugin may need, except the compilers. */
export const TOOLS: readonly Tool[] = [skopeo, umoci, gnuTar, e2fsprogs, squashfsTools, xfsprogs, btrfsProgs];

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
} as const;

/** The gcc for a platform: `gcc` if it is the machine's own platform, otherwise a cross compiler. */
export function compilerFor(platform: Platform, hostArchitecture: string = process.arch): Tool {
  const cross = crossCompilerFor(platform);
  if (compilers[platform].hostArchitecture !== hostArchitecture) return cross;
  return { ...cross, name: 'gcc', commands: ['gcc', ...cross.commands], packages: everywhere('gcc') };
}

/** The gcc for this machine, with the headers of its C library. */
export const hostCompiler: Tool = {
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
export function crossCompilerFor(platform: Platform): Tool {
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
export function versionIn(output: string, { version: { prefix } }: Tool): Version | undefined {
  const match = prefix.exec(output);
  return match === null ? undefined : parseVersion(output.slice(match.index + match[0].length));
}
