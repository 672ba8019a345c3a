import { basename } from 'node:path';
import { FledgeError } from '../../support/errors.ts';
import type { KernelModule } from './kernel-module.ts';
import { loadOrder } from './load-order.ts';
import { type ModuleDirectory, openModuleDirectory } from './module-directory.ts';
import { readModuleFile } from './module-file.ts';
import { type ModuleInfo, moduleName, parseModuleInfo } from './module-info.ts';

export interface FoundModules {
  /** In load order. */
  readonly modules: readonly KernelModule[];
  /** Names of modules that are wanted or required, and are neither files nor compiled into the kernel. */
  readonly missing: readonly string[];
}

/**
 * Finds kernel modules and everything that they depend on in a directory of modules, without depmod: dependencies are read from
 * the modules themselves.
 *
 * @param directory `lib/modules/VERSION`, its parent, or the root of an unpacked package.
 * @param wanted Names of modules. Those that are compiled into the kernel are left out.
 * @param kernelVersion The version of the kernel that is booted (`uname -r`); undefined if it is not known.
 * @throws FledgeError `input` if a module cannot be read, is damaged, or is for another kernel; `tool` if xz is needed and missing.
 */
export async function modulesFor(
  directory: string,
  wanted: readonly string[],
  kernelVersion: string | undefined,
  signal?: AbortSignal,
): Promise<FoundModules> {
  const found = await openModuleDirectory(directory, kernelVersion);
  const loaded = new Map<string, KernelModule>();
  const missing = new Set<string>();
  const order = await loadOrder(wanted.map(moduleName), async (name) => {
    const path = found.files.get(name);
    if (path === undefined) {
      if (!found.builtIn.has(name)) missing.add(name);
      return undefined;
    }
    signal?.throwIfAborted();
    const bytes = await readModuleFile(path, signal);
    const info = parseModuleInfo(bytes);
    if (info === undefined) throw damaged(path);
    requireVersion(path, info, kernelVersion);
    loaded.set(name, { name, path, bytes });
    return { required: info.depends.map(moduleName), preferred: await preferredOf(found, info) };
  });
  return { modules: order.flatMap((name) => loaded.get(name) ?? []), missing: [...missing] };
}

/** The existing modules for the soft dependencies of a module, which are names or aliases. */
async function preferredOf(directory: ModuleDirectory, { softDepends }: ModuleInfo): Promise<string[]> {
  const { files, builtIn } = directory;
  const found: string[] = [];
  for (const alias of softDepends) {
    const name = moduleName(alias);
    if (builtIn.has(name) || builtIn.has(alias)) continue;
    const names = files.has(name) ? [name] : (await directory.modulesOfAlias(alias)).map(moduleName);
    const present = names.filter((candidate) => files.has(candidate));
    // Several modules can implement an algorithm. The generic one works with every processor.
    const chosen = present.find((candidate) => candidate.endsWith('_generic')) ?? present[0];
    if (chosen !== undefined) found.push(chosen);
  }
  return found;
}

function requireVersion(path: string, info: ModuleInfo, kernelVersion: string | undefined): void {
  if (kernelVersion === undefined || info.kernelVersion === undefined || info.kernelVersion === kernelVersion) return;
  throw new FledgeError(
    'input',
    `cannot use the kernel module ${path}: it is for the kernel ${info.kernelVersion}, and ${kernelVersion} is booted`,
    { fix: `name the directory with the modules of ${kernelVersion}` },
  );
}

function damaged(path: string): FledgeError {
  return new FledgeError('input', `cannot read the kernel module ${path}: ${basename(path)} is not an intact module`, {
    fix: 'unpack the package of the kernel again, and name its directory',
  });
}
