import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseImageReference } from '../../src/config/image-reference.ts';
import type { OciRootfsConfig } from '../../src/config/types.ts';
import { combineNeeds, initramfsNeeds, rootfsNeeds, type ToolNeeds, usualNeeds } from '../../src/recipe/needs.ts';
import type { Platform } from '../../src/support/platform.ts';
import { howToInstall, packageManagerOf } from '../../src/tools/distribution.ts';
import {
  btrfsProgs,
  cloudHypervisor,
  compilerFor,
  crossCompilerFor,
  e2fsprogs,
  emulators,
  getfattr,
  git,
  gnuTar,
  hostCompiler,
  type PackageManager,
  skopeo,
  squashfsTools,
  TOOLS,
  type Tool,
  umoci,
  versionIn,
  xfsprogs,
} from '../../src/tools/table.ts';
import { compareVersions, formatVersion, isAtLeast, parseVersion } from '../../src/tools/version.ts';

const all = [
  ...TOOLS,
  git,
  ...[compilerFor('linux/amd64', 'x64'), crossCompilerFor('linux/amd64'), crossCompilerFor('linux/arm64')],
];

describe('versions', () => {
  it.each([
    ['4.7.5', [4, 7, 5]],
    ['0.4.7+ds-3+b7', [0, 4, 7]],
    ['6.2', [6, 2]],
    ['1.15.0-dev', [1, 15, 0]],
    ['12', [12]],
    ['v6.2', undefined],
    ['', undefined],
  ])('parses the version %j as %j', (text, version) => {
    expect(parseVersion(text)).toEqual(version);
  });

  it.each([
    [[6, 19, 0], [6, 19], true],
    [[6, 18, 9], [6, 19], false],
    [[7], [6, 19], true],
    [[6], [6, 0, 1], false],
  ])('compares if %j is at least %j: %s', (version, wanted, expected) => {
    expect(isAtLeast(version, wanted)).toBe(expected);
  });

  it('compares versions number by number', () => {
    const sorted = ['0.4.7', '0.6.0', '1.9.3', '1.18', '1.18.1', '6.2', '12.2.0'].map(
      (text) => parseVersion(text) ?? [],
    );
    expect(sorted.toReversed().sort(compareVersions)).toEqual(sorted);
    expect(compareVersions([6, 2], [6, 2, 0])).toBe(0);
    expect(formatVersion([6, 2, 0])).toBe('6.2.0');
  });
});

/** The output of the programs of Debian 12 and of Debian unstable in November 2026. */
const outputs: readonly (readonly [Tool, string, string])[] = [
  [skopeo, 'skopeo version 1.9.3\n', '1.9.3'],
  [skopeo, 'skopeo version 1.22.0\n', '1.22.0'],
  [umoci, 'umoci version 0.4.7+ds-3+b7\n', '0.4.7'],
  [umoci, 'umoci version 0.6.0+ds-1+b1\nimage spec: 1.1.1\nruntime spec: 1.2.1\ngo: go1.26.2\n', '0.6.0'],
  [gnuTar, 'tar (GNU tar) 1.34\nCopyright (C) 2021 Free Software Foundation, Inc.\n', '1.34'],
  [compilerFor('linux/amd64', 'x64'), '12.2.0\n', '12.2.0'],
  [crossCompilerFor('linux/amd64'), '16.2.0\n', '16.2.0'],
  [e2fsprogs, '\ne2fsck 1.47.0 (5-Feb-2023)\n\tUsing EXT2FS Library version 1.47.0, 5-Feb-2023\n', '1.47.0'],
  [e2fsprogs, '\ne2fsck 1.47.4 (6-Mar-2025)\n\tUsing EXT2FS Library version 1.47.4, 6-Mar-2025\n', '1.47.4'],
  [squashfsTools, 'unsquashfs version 4.5.1 (2022/03/17)\ncopyright (C) 2022 Phillip Lougher\n', '4.5.1'],
  [squashfsTools, 'unsquashfs version 4.7.5 (2026/03/01)\ncopyright (C) 2026 Phillip Lougher\n', '4.7.5'],
  [xfsprogs, 'mkfs.xfs version 6.1.0\n', '6.1.0'],
  [xfsprogs, 'mkfs.xfs version 7.2.0\n', '7.2.0'],
  [btrfsProgs, 'mkfs.btrfs, part of btrfs-progs v6.2\n', '6.2'],
  [emulators['linux/amd64'], 'QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7)\nCopyright (c) 2003-2022\n', '7.2.22'],
  [cloudHypervisor, 'cloud-hypervisor v50.1\n', '50.1'],
  [btrfsProgs, 'mkfs.btrfs, part of btrfs-progs v7.3\n-EXPERIMENTAL -INJECT -STATIC +LZO +ZSTD +UDEV\n', '7.3'],
];

describe('the table of tools', () => {
  it.each(outputs)('finds the version of $name in its output', (tool, output, version) => {
    expect(formatVersion(versionIn(output, tool) ?? [])).toBe(version);
  });

  it.each(all)('$name does not accept the version of another program', (tool) => {
    expect(versionIn('BusyBox v1.35.0 (2022-08-01 15:14:44 UTC) multi-call binary.\n', tool)).toBeUndefined();
  });

  it.each(all)('$name names a package of Debian', ({ packages }) => {
    expect(packages.apt).not.toHaveLength(0);
    for (const name of packages.apt ?? []) expect(name).toMatch(/^[a-z0-9][a-z0-9+.-]+$/);
  });

  it('pins its downloads to version, platform and digest', () => {
    const { version = '', assets = {} } = umoci.release ?? {};
    expect(Object.keys(assets)).toEqual(['x64', 'arm64']);
    for (const { url, sha256 } of Object.values(assets)) {
      expect(url).toMatch(`https://github.com/opencontainers/umoci/releases/download/v${version}/umoci.linux.`);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});

describe('the choice of gcc', () => {
  it.each<readonly [Platform, string, readonly string[], string]>([
    ['linux/amd64', 'x64', ['gcc', 'x86_64-linux-gnu-gcc'], 'gcc'],
    ['linux/arm64', 'x64', ['aarch64-linux-gnu-gcc'], 'gcc-aarch64-linux-gnu'],
    ['linux/amd64', 'arm64', ['x86_64-linux-gnu-gcc'], 'gcc-x86-64-linux-gnu'],
    ['linux/arm64', 'arm64', ['gcc', 'aarch64-linux-gnu-gcc'], 'gcc'],
    ['linux/amd64', 'riscv64', ['x86_64-linux-gnu-gcc'], 'gcc-x86-64-linux-gnu'],
  ])('chooses the gcc for %s on %s: %j from %s', (platform, host, commands, debianPackage) => {
    expect(compilerFor(platform, host)).toMatchObject({ commands, packages: { apt: [debianPackage] } });
  });
});

describe('docs/tools.md', () => {
  const document = readFileSync(new URL('../../docs/tools.md', import.meta.url), 'utf8');
  const gccs = [crossCompilerFor('linux/amd64'), crossCompilerFor('linux/arm64'), hostCompiler];

  it.each([...TOOLS, ...gccs, ...Object.values(emulators), git, getfattr])(
    'docs/tools.md documents purpose, versions and package of $name',
    ({ name, purpose, oldest, packages }) => {
      expect(document).toContain(
        `| \`${name}\` | ${purpose} | ${versionsThatDo(oldest)} | \`${packages.apt?.join(' ')}\` |`,
      );
    },
  );

  it('docs/tools.md has the command of each distribution', () => {
    const tools = [skopeo, e2fsprogs];
    for (const manager of ['apt', 'dnf', 'apk', 'pacman', 'zypper'] as const) {
      expect(document).toContain(`| \`${howToInstall(tools, { manager, isRoot: false })}\` |`);
    }
    expect(document).toContain(`umoci ${umoci.release?.version}`);
  });

  function versionsThatDo(oldest: Tool['oldest']): string {
    return oldest === undefined ? 'any' : `${formatVersion(oldest.version)} or newer`;
  }
});

/** The relevant lines of the real files of these distributions. */
const osReleases: readonly (readonly [string, string, PackageManager | undefined])[] = [
  ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n', 'apt'],
  ['Ubuntu', 'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n', 'apt'],
  ['Linux Mint', 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', 'apt'],
  ['Fedora', 'NAME="Fedora Linux"\nID=fedora\nVERSION_ID=41\n', 'dnf'],
  ['Rocky Linux', 'NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\n', 'dnf'],
  ['Amazon Linux', 'NAME="Amazon Linux"\nID="amzn"\nID_LIKE="fedora"\n', 'dnf'],
  ['Alpine', 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.20.0\n', 'apk'],
  ['Arch', 'NAME="Arch Linux"\nID=arch\nBUILD_ID=rolling\n', 'pacman'],
  ['Manjaro', 'NAME="Manjaro Linux"\nID=manjaro\nID_LIKE=arch\n', 'pacman'],
  ['openSUSE', 'NAME="openSUSE Leap"\nID="opensuse-leap"\nID_LIKE="suse opensuse"\n', 'zypper'],
  ['single quotes and spaces', "ID='alpine' \n", 'apk'],
  ['NixOS', 'NAME=NixOS\nID=nixos\n', undefined],
  ['nothing', '', undefined],
];

describe('the command that installs tools', () => {
  it.each(osReleases)('finds the package manager of %s', (_, text, manager) => {
    expect(packageManagerOf(text)).toBe(manager);
  });

  const tools = [skopeo, squashfsTools, compilerFor('linux/arm64', 'x64')];
  const gcc = 'put aarch64-linux-gnu-gcc on the PATH (https://gcc.gnu.org)';
  it.each<readonly [PackageManager | undefined, boolean, string]>([
    ['apt', true, 'apt-get install skopeo squashfs-tools gcc-aarch64-linux-gnu'],
    ['apt', false, 'sudo apt-get install skopeo squashfs-tools gcc-aarch64-linux-gnu'],
    ['dnf', false, 'sudo dnf install skopeo squashfs-tools gcc-aarch64-linux-gnu'],
    ['pacman', false, 'sudo pacman -S skopeo squashfs-tools aarch64-linux-gnu-gcc'],
    ['apk', true, `apk add skopeo squashfs-tools, and ${gcc}`],
    ['zypper', false, `sudo zypper install skopeo squashfs, and ${gcc}`],
    [
      undefined,
      false,
      `put skopeo on the PATH (https://github.com/containers/skopeo), and put squashfs-tools on the PATH (https://github.com/plougher/squashfs-tools), and ${gcc}`,
    ],
  ])('prints the command for %s, as root: %s', (manager, isRoot, expected) => {
    expect(howToInstall(tools, { manager, isRoot })).toBe(expected);
  });
});

describe('what a build needs', () => {
  const names = ({ needed, optional }: ToolNeeds) => [needed, optional].map((list) => list.map(({ name }) => name));

  function rootfs(image: string, type: OciRootfsConfig['filesystem']['type'] = 'ext4'): OciRootfsConfig {
    const parsed = parseImageReference(image);
    if (!parsed.ok) throw new Error(parsed.message);
    const filesystem = { type, sizeBufferMb: 0, preallocate: false, compressionLevel: 15 };
    return {
      strategy: 'oci_rootfs',
      image: parsed.image,
      maxUnpackedMb: 1,
      filesystem,
      agent: undefined,
      mappings: [],
      directories: [],
    };
  }

  it('an initramfs needs a compiler only to compile the C init', () => {
    expect(names(initramfsNeeds({ kind: 'c-init', exec: undefined, compile: true }, 'linux/amd64'))).toEqual([
      [compilerFor('linux/amd64').name],
      [],
    ]);
    expect(names(initramfsNeeds({ kind: 'c-init', exec: undefined, compile: false }, 'linux/amd64'))).toEqual([[], []]);
    expect(initramfsNeeds({ kind: 'host-file', path: '/init' }, 'linux/amd64')).toEqual({ needed: [], optional: [] });
    expect(initramfsNeeds({ kind: 'mapped' }, 'linux/amd64')).toEqual({ needed: [], optional: [] });
    expect(initramfsNeeds({ kind: 'missing' }, 'linux/amd64')).toEqual({ needed: [], optional: [] });
  });

  it.each([
    ['nginx', ['skopeo']],
    ['docker://nginx', ['skopeo']],
    ['docker-daemon:nginx:latest', ['skopeo']],
    ['docker-archive:image.tar', []],
    ['oci-archive:image.tar', []],
    ['containers-storage:nginx', ['skopeo']],
    ['oci:layout', []],
    ['dir:image', []],
  ])('the image %s needs the tools %j', (image, needed) => {
    expect(names(rootfsNeeds(rootfs(image), 'auto'))).toEqual([needed, ['e2fsprogs']]);
  });

  it.each<readonly [OciRootfsConfig['filesystem']['type'], 'auto' | 'none' | 'fsck' | 'full', string[], string[]]>([
    ['ext4', 'none', [], []],
    ['ext4', 'auto', [], ['e2fsprogs']],
    ['ext4', 'fsck', ['e2fsprogs'], []],
    ['ext4', 'full', ['umoci', 'tar', 'e2fsprogs'], []],
    ['squashfs', 'auto', [], ['squashfs-tools']],
    ['xfs', 'none', ['xfsprogs', 'gcc and libc'], []],
    ['btrfs', 'full', ['btrfs-progs', 'gcc and libc', 'umoci', 'tar'], []],
  ])('derives the tools from file system and check: %s, %s', (type, verify, needed, optional) => {
    expect(names(rootfsNeeds(rootfs('oci:layout', type), verify))).toEqual([needed, optional]);
  });

  it('lists each tool once, and no needed one as optional', () => {
    const needs = [rootfsNeeds(rootfs('nginx', 'xfs'), 'full'), rootfsNeeds(rootfs('redis'), 'auto')];
    expect(names(combineNeeds([...needs, { needed: [e2fsprogs], optional: [skopeo] }]))).toEqual([
      ['skopeo', 'xfsprogs', 'gcc and libc', 'umoci', 'tar', 'e2fsprogs'],
      [],
    ]);
    expect(names(combineNeeds([]))).toEqual([[], []]);
    expect(names(usualNeeds)[1]).toEqual(['e2fsprogs']);
  });
});
