import { type Dirent, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FledgeError, messageOf, systemCodeOf } from '../../support/errors.ts';
import { readRegularFile } from '../../support/files/regular-file.ts';
import { type ModuleAliases, parseAliases, readCryptoAliases } from './module-aliases.ts';
import { splitModuleFile } from './module-file.ts';
import { moduleName } from './module-info.ts';

/** A kernel of a distribution has up to 7,000 modules. */
const MAX_FILES = 100_000;
const MAX_DEPTH = 16;
/** modules.alias has about 2 MB. */
const MAX_LIST_BYTES = 64 * 1024 * 1024;
/** Directories whose modules replace those of `kernel` (depmod.d(5), the default of `search`). */
const FIRST = ['updates', 'extra'];

/** The modules of one kernel version. */
export interface ModuleDirectory {
  readonly path: string;
  /** Paths of the module files, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** Names and aliases of what is compiled into the kernel. */
  readonly builtIn: ReadonlySet<string>;
  /** The modules for an alias. Without a `modules.alias` of depmod, only for the aliases of algorithms. */
  modulesOfAlias(alias: string): Promise<readonly string[]>;
}

/**
 * Reads a directory of modules: `lib/modules/VERSION`, its parent, the root of an unpacked package, or any directory with module
 * files. Links are not followed.
 *
 * @throws FledgeError `input` if it cannot be read, or contains no modules or those of several versions.
 */
export async function openModuleDirectory(
  directory: string,
  kernelVersion: string | undefined,
): Promise<ModuleDirectory> {
  const path = await findVersion(directory, kernelVersion);
  const files = new Map<string, string>();
  for (const file of listFiles(path)) {
    const name = splitModuleFile(basename(file))?.name;
    if (name !== undefined && !files.has(moduleName(name))) files.set(moduleName(name), file);
  }
  const names = await readList(join(path, 'modules.builtin'));
  const builtIn = new Set([
    ...names.split('\n').map((line) => moduleName(basename(line).replace(/\.ko$/, ''))),
    ...aliasesOfBuiltIn(await readList(join(path, 'modules.builtin.modinfo'))),
  ]);
  builtIn.delete('');
  if (files.size === 0 && builtIn.size === 0) throw refusal(directory, 'it contains no kernel modules');
  // The list is large, and few modules need it.
  let aliases: Promise<ModuleAliases> | undefined;
  return {
    path,
    files,
    builtIn,
    async modulesOfAlias(alias) {
      aliases ??= readList(join(path, 'modules.alias')).then((text) =>
        text === '' ? readCryptoAliases(files) : parseAliases(text),
      );
      return (await aliases).get(alias) ?? [];
    },
  };
}

async function findVersion(directory: string, kernelVersion: string | undefined): Promise<string> {
  const places = [directory, join(directory, 'lib/modules'), join(directory, 'usr/lib/modules')];
  const versions: string[] = [];
  for (const place of places) {
    const names = await listDirectory(place, place === directory);
    if (names.some((name) => name === 'kernel' || name.startsWith('modules.') || splitModuleFile(name) !== undefined)) {
      return place;
    }
    for (const name of names) {
      const found = await listDirectory(join(place, name), false);
      if (found.some((entry) => entry === 'kernel' || entry === 'modules.builtin')) versions.push(join(place, name));
    }
  }
  const wanted = versions.filter((path) => kernelVersion === undefined || basename(path) === kernelVersion);
  const [only] = wanted;
  if (only !== undefined && wanted.length === 1) return only;
  const shown = versions.map((path) => basename(path)).join(', ');
  if (versions.length === 0) throw refusal(directory, 'it contains no kernel modules');
  throw refusal(
    directory,
    kernelVersion === undefined
      ? `it has the modules of several kernels: ${shown}`
      : `it has the modules of ${shown}, and the kernel is ${kernelVersion}`,
  );
}

/** The names in a directory; none if it does not exist and is not required. */
async function listDirectory(path: string, isRequired: boolean): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    const isAbsent = ['ENOENT', 'ENOTDIR'].includes(systemCodeOf(error) ?? '');
    if (isAbsent && !isRequired) return [];
    throw refusal(path, messageOf(error), error);
  }
}

/**
 * All files, those of `updates` and `extra` first, otherwise in the order of their names. Hundreds of small directories are read
 * faster without a thread for each.
 */
function listFiles(root: string): string[] {
  const files: string[] = [];
  const walk = (path: string, depth: number): void => {
    if (depth > MAX_DEPTH) throw refusal(root, `its directories are more than ${MAX_DEPTH} levels deep`);
    const entries = readEntries(path);
    const order = (name: string): string => `${depth === 0 && FIRST.includes(name) ? 0 : 1}${name}`;
    for (const entry of entries.sort((a, b) => (order(a.name) < order(b.name) ? -1 : 1))) {
      if (entry.isDirectory()) walk(join(path, entry.name), depth + 1);
      else if (entry.isFile()) files.push(join(path, entry.name));
      if (files.length > MAX_FILES) throw refusal(root, `it has more than ${MAX_FILES} files`);
    }
  };
  walk(root, 0);
  return files;
}

function readEntries(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    throw refusal(path, messageOf(error), error);
  }
}

/** The text of a list beside the modules; empty if it does not exist. */
async function readList(path: string): Promise<string> {
  try {
    return (await readRegularFile(path, MAX_LIST_BYTES)).toString('latin1');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return '';
    throw refusal(path, messageOf(error), error);
  }
}

/** Fields `name.alias=ALIAS`, each ended by NUL. */
function aliasesOfBuiltIn(text: string): string[] {
  return text.split('\0').flatMap((field) => {
    const [, alias] = /^[^.=]+\.alias=(.*)$/s.exec(field) ?? [];
    return alias === undefined ? [] : [alias];
  });
}

function refusal(path: string, reason: string, cause?: unknown): FledgeError {
  return new FledgeError('input', `cannot use the kernel modules in ${path}: ${reason}`, {
    cause,
    fix: 'name the directory lib/modules/VERSION of the kernel that is booted',
  });
}
