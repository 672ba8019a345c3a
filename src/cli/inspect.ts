import { once } from 'node:events';
import { type InspectedEntry, inspectArtifact } from '../compare/inspect.ts';

export interface InspectOptions {
  readonly json?: boolean;
}

/** `fledge inspect`: lists what is in an artifact, on stdout, as it is read. */
export async function inspectCommand(artifact: string, options: InspectOptions): Promise<void> {
  let separator = '[\n';
  for await (const entry of inspectArtifact(artifact)) {
    await print(options.json ? `${separator}  ${JSON.stringify(entry)}` : `${formatEntry(entry)}\n`);
    separator = ',\n';
  }
  if (options.json) await print('\n]\n');
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A line in the manner of `ls -l`. */
export function formatEntry(entry: InspectedEntry): string {
  const { mode, uid, gid, size, device, path, target } = entry;
  const amount = device === undefined ? String(size) : device.join(', ');
  const link = target === undefined ? '' : ` -> ${target}`;
  return `${modeString(entry.kind, Number.parseInt(mode, 8))} ${`${uid}:${gid}`.padEnd(7)} ${amount.padStart(10)} ${path}${link}`;
}

const KIND_LETTERS: Readonly<Record<InspectedEntry['kind'], string>> = {
  file: '-',
  directory: 'd',
  symlink: 'l',
  'char-device': 'c',
  'block-device': 'b',
  fifo: 'p',
};

function modeString(kind: InspectedEntry['kind'], mode: number): string {
  const triple = (bits: number, special: boolean, letter: string): string => {
    const execute = (bits & 1) !== 0;
    const last = special ? (execute ? letter : letter.toUpperCase()) : execute ? 'x' : '-';
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`;
  };
  return [
    KIND_LETTERS[kind],
    triple(mode >> 6, (mode & 0o4000) !== 0, 's'),
    triple(mode >> 3, (mode & 0o2000) !== 0, 's'),
    triple(mode, (mode & 0o1000) !== 0, 't'),
  ].join('');
}
