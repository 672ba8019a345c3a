import { readFileSync } from 'node:fs';
import type { PackageManager, Tool } from './table.ts';

/** Files with the name of the distribution, the preferred one first (os-release(5)). */
const OS_RELEASE_FILES = ['/etc/os-release', '/usr/lib/os-release'] as const;

/** Package managers by the `ID` of a distribution. Derived distributions name their base in `ID_LIKE`. */
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

/** The package manager for the content of an os-release file, or undefined for an unknown distribution. */
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
      // The file is missing: read the next one, which is the system's default.
    }
  }
  return undefined;
}

export interface Installer {
  readonly manager: PackageManager | undefined;
  /** Whether the user can install packages without sudo. */
  readonly isRoot: boolean;
}

/** The package manager of this machine, and whether the user is root. */
function hostInstaller(): Installer {
  return { manager: hostPackageManager(), isRoot: process.getuid?.() === 0 };
}

/** The command or instruction that installs tools, in one line. */
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
