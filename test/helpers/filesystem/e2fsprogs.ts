import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One installation of e2fsprogs, which checks ext4 images. */
export interface E2fsprogs {
  /** Such as `1.47.0`. */
  readonly version: string;
  run(tool: string, args: readonly string[]): ToolResult;
}

export interface ToolResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Directory where scripts/setup.sh unpacks the version that the machine does not have. */
const UNPACKED = fileURLToPath(new URL('../../../node_modules/.cache/fledge/e2fsprogs-', import.meta.url));
const LIBRARIES = 'lib/x86_64-linux-gnu';
/** From this release on the tools have features and checks that older ones do not have. */
const NEWER = [1, 47, 2] as const;

/** The tools are in /sbin, which is not on every user's PATH. */
const environment = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin`, LC_ALL: 'C', TZ: 'UTC' };

/** The machine's own e2fsprogs, and another: one of them is older than 1.47.2, and one is not. */
export const JUDGES: readonly [E2fsprogs, E2fsprogs] = findJudges();

function findJudges(): readonly [E2fsprogs, E2fsprogs] {
  const own = installation((tool) => [tool]);
  const suite = isNewer(own) ? 'bookworm' : 'trixie';
  const other = installation(unpackedTool(`${UNPACKED}${suite}`));
  if (isNewer(own) !== isNewer(other)) return [own, other];
  throw new Error(`e2fsprogs is there as ${own.version} and ${other.version} only; run scripts/setup.sh test`);
}

/** Started by the loader of the same package, so that it finds its own libraries and not the machine's. */
function unpackedTool(root: string): (tool: string) => readonly string[] {
  // In Debian 12 these are beside /usr, and in later releases in it.
  const [libraries, programs] = existsSync(`${root}/sbin`) ? [LIBRARIES, 'sbin'] : [`usr/${LIBRARIES}`, 'usr/sbin'];
  const path = [`${root}/${libraries}`, `${root}/usr/${LIBRARIES}`].join(':');
  const loader = `${root}/${libraries}/ld-linux-x86-64.so.2`;
  return (tool) => [loader, '--library-path', path, '--argv0', tool, `${root}/${programs}/${tool}`];
}

function installation(command: (tool: string) => readonly string[]): E2fsprogs {
  const run = (tool: string, args: readonly string[]): ToolResult => {
    const [file = '', ...rest] = command(tool);
    const options = { encoding: 'utf8', env: environment, maxBuffer: 1 << 28 } as const;
    const { error, status, stdout, stderr } = spawnSync(file, [...rest, ...args], options);
    if (error !== undefined) throw new Error(`${file} cannot be run; run scripts/setup.sh test`, { cause: error });
    return { status, stdout, stderr };
  };
  const { stderr } = run('e2fsck', ['-V']);
  const [, version] = /^e2fsck (\d+\.\d+\.\d+) /.exec(stderr) ?? [];
  if (version === undefined) throw new Error(`e2fsck does not say its version: ${stderr}`);
  return { version, run };
}

function isNewer({ version }: E2fsprogs): boolean {
  const parts = version.split('.').map(Number);
  const index = NEWER.findIndex((part, at) => parts[at] !== part);
  return index === -1 || (parts[index] ?? 0) > (NEWER[index] ?? 0);
}
