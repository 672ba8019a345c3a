import { basename, dirname } from 'node:path';
import { readModuleFile } from './module-file.ts';
import { parseModuleInfo } from './module-info.ts';

/** The names of modules by alias. */
export type ModuleAliases = ReadonlyMap<string, readonly string[]>;

/** The aliases in the text of `modules.alias`, which depmod writes: lines `alias ALIAS MODULE`. */
export function parseAliases(text: string): ModuleAliases {
  const aliases = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [keyword, alias, name] = line.split(' ');
    if (keyword === 'alias' && alias !== undefined && name !== undefined) add(aliases, alias, name);
  }
  return aliases;
}

/**
 * The aliases of the modules in directories that are named `crypto`, read from the modules. The file systems name algorithms by
 * alias, and the package of a kernel has no `modules.alias` before it is installed.
 *
 * @throws FledgeError as `readModuleFile`.
 */
export async function readCryptoAliases(files: ReadonlyMap<string, string>): Promise<ModuleAliases> {
  const aliases = new Map<string, string[]>();
  for (const [name, path] of files) {
    if (basename(dirname(path)) !== 'crypto') continue;
    const info = parseModuleInfo(await readModuleFile(path));
    for (const alias of info?.aliases ?? []) add(aliases, alias, name);
  }
  return aliases;
}

function add(aliases: Map<string, string[]>, alias: string, name: string): void {
  const names = aliases.get(alias);
  if (names === undefined) aliases.set(alias, [name]);
  else names.push(name);
}
