import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceMutation {
  readonly what: string;
  /** Files below src/, a text without types that occurs in them exactly once, and its replacement. */
  readonly edits: readonly (readonly [file: string, normalised: string, taken: string])[];
}

/**
 * A copy of the source with all of the edits, in a new directory below `parent`, which must contain or be below the
 * node_modules that it needs. Returns the path of its src/cli/main.js.
 */
export function mutatedSource(parent: string, { what, edits }: SourceMutation): string {
  const directory = mkdtempSync(join(parent, 'mutated-'));
  chmodSync(directory, 0o755);
  copyFileSync(join(repository, 'package.json'), join(directory, 'package.json'));
  const files = new Map(readSource());
  for (const [file, normalised, taken] of edits) {
    const parts = files.get(file)?.toString().split(normalised) ?? [];
    if (parts.length !== 2) {
      throw new Error(`"${what}" edits ${parts.length - 1} places in src/${file}; correct the mutation: ${normalised}`);
    }
    files.set(file, parts.join(taken));
  }
  for (const [file, content] of files) {
    const path = join(directory, 'src', file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return join(directory, 'src/cli/main.js');
}

type Source = ReadonlyMap<string, string | Uint8Array>;

let source: Source | undefined;

/**
 * The files below src/, the modules without types: Node starts twice as fast from them as from TypeScript. Types become
 * blanks, so that every other text is unchanged.
 */
function readSource(): Source {
  if (source !== undefined) return source;
  const root = join(repository, 'src');
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  source = new Map(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const content = readFileSync(path);
      return [relative(root, path), name.endsWith('.ts') ? withoutTypes(content.toString()) : content];
    }),
  );
  return source;
}

function withoutTypes(module: string): string {
  return stripTypeScriptTypes(module).replace(/'(\.[^'\n]*)\.ts'/g, "'$1.js'");
}
