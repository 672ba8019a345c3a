import { readFileSync } from 'node:fs';
import type { PackageManager, Tool } from './table.ts';

/** Where the system says what it is, the first choice first (os-release(5)). */
const OS_RELEASE_FILES = ['/etc/os-release', '/usr/lib/os-release'] as const;

/** Distributions by their `ID`. Others name in `ID_LIKE` what they are made from. */
const PACKAGE_MANAGERS: Readonly<Record<string, PackageManager>> = {
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

const INSTALL_COMMANDS: Readonly<Record<PackageManager, string>> = {
  apt: 'apt-get install',
  dnf: 'dnf install',
  apk: 'apk add',
  pacman: 'pacman -S',
  zypper: 'zypper install',
};

/** The package manager of the system that an os-release file describes, or undefined if it is none that we know. */
export function packageManagerOf(osRelease: string): PackageManager | undefined {
  const ids = [settingOf(osRelease, 'ID'), ...settingOf(osRelease, 'ID_LIKE').split(/\s+/)];
  return ids.map((id) => PACKAGE_MANAGERS[id]).find((manager) => manager !== undefined);
}

/** A value of os-release, which is a shell assignment with or without quotes; empty if it is not set. */
function settingOf(osRelease: string, key: string): string {
  const value = new RegExp(`^${key}=(.*)$`, 'm').exec(osRelease)?.[1]?.trim() ?? '';
  return value.replace(/^(["'])(.*)\1$/, '$2');
}

/** The package manager of this machine, or undefined. */
function hostPackageManager(): PackageManager | undefined {
  for (const file of OS_RELEASE_FILES) {
    try {
      return packageManagerOf(readFileSync(file, 'utf8'));
    } catch {
      // Not there: the next one is the system's own default.
    }
  }
  return undefined;
}

export interface Installer {
  readonly manager: PackageManager | undefined;
  /** Whether packages can be installed without becoming somebody else. */
  readonly isRoot: boolean;
}

/** How whoever runs this would install something. */
function hostInstaller(): Installer {
  return { manager: hostPackageManager(), isRoot: process.getuid?.() === 0 };
}

/** What to type, or to do, to have the tools on a machine: one line. */
export function howToInstall(tools: readonly Tool[], { manager, isRoot }: Installer = hostInstaller()): string {
  const packages = new Set<string>();
  const others: string[] = [];
  for (const { name, packages: byManager, homepage } of tools) {
    const own = manager && byManager[manager];
    if (own === undefined) others.push(`put ${name} on the PATH (${homepage})`);
    for (const each of own ?? []) packages.add(each);
  }
  const commands =
    manager === undefined || packages.size === 0
      ? []
      : [`${isRoot ? '' : 'sudo '}${INSTALL_COMMANDS[manager]} ${[...packages].join(' ')}`];
  return [...commands, ...others].join(', and ');
}
