import { expect, it, vi } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { beginSession } from '../../src/cli/session.ts';
import { FledgeError } from '../../src/support/errors.ts';

const STREAMS = { messages: process.stderr, result: process.stdout, isJson: false };

const BUILD_HELP = '(run fledge build --help for usage)\n';

/** What commander writes to stderr for these arguments, or the message and fix of the error that is thrown. */
async function refusalOf(args: readonly string[]): Promise<string> {
  let written = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  const { argv } = process;
  process.argv = ['node', 'fledge', ...args];
  try {
    await createProgram(beginSession(STREAMS), false).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof FledgeError) return `${error.message}\n  fix: ${error.fix}\n`;
  } finally {
    process.argv = argv;
    vi.restoreAllMocks();
  }
  return written;
}

it.each<readonly [readonly string[], string]>([
  [['biuld'], "error: unknown command 'biuld'\n(Did you mean build?)\n(run fledge --help for usage)\n"],
  [['check'], "error: unknown command 'check'\n(Did you mean validate?)\n(run fledge --help for usage)\n"],
  [['verify'], "error: unknown command 'verify'\n(Did you mean validate?)\n(run fledge --help for usage)\n"],
  [['constructor'], "error: unknown command 'constructor'\n(run fledge --help for usage)\n"],
  [['run', 'x.img'], "error: unknown command 'run'\n(Did you mean boot?)\n(run fledge --help for usage)\n"],
  [['toString'], "error: unknown command 'toString'\n(run fledge --help for usage)\n"],
  [['help', 'biuld'], "error: unknown command 'biuld'\n(Did you mean build?)\n(run fledge --help for usage)\n"],
  [
    ['completion', 'csh'],
    "error: command-argument value 'csh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.\n(run fledge completion --help for usage)\n",
  ],
  [['build', '--ouput', 'x'], `error: unknown option '--ouput'\n(Did you mean --output?)\n${BUILD_HELP}`],
  [
    ['build', '--reproducible'],
    `error: unknown option '--reproducible'\n(Did you mean --check-reproducible?)\n${BUILD_HELP}`,
  ],
  [['build', '--xyz=1'], `error: unknown option '--xyz=1'\n${BUILD_HELP}`],
  [['build', '--output'], `error: option '-o, --output <file>' argument missing\n${BUILD_HELP}`],
  [
    ['build', '--platform', 'windows'],
    `error: option '--platform <platform>' argument 'windows' is invalid. Allowed choices are linux/amd64, linux/arm64.\n${BUILD_HELP}`,
  ],
  [
    ['build', '--platform', 'amd64,'],
    `error: option '--platform <platform>' argument 'amd64,' is invalid. Allowed choices are linux/amd64, linux/arm64.\n${BUILD_HELP}`,
  ],
  ...['0', '65', '-1', '1.5', 'two', ''].map(
    (workers) =>
      [
        ['build', `--workers=${workers}`],
        `error: option '--workers <number>' argument '${workers}' is invalid. It must be a number from 1 to 64.\n${BUILD_HELP}`,
      ] as const,
  ),
  [['inspect'], "error: missing required argument 'artifact'\n(run fledge inspect --help for usage)\n"],
  [['build', '-q', '-v'], '--quiet and --verbose are mutually exclusive\n  fix: undefined\n'],
  [
    ['build', 'web/Dockerfile'],
    'web/Dockerfile is a Dockerfile; fledge builds what a fledge.toml describes\n  fix: begin a plugin with it: fledge init web --dockerfile web/Dockerfile\n',
  ],
  [['build', 'my plugins/web'], 'there is no file or directory "my plugins/web"\n  fix: undefined\n'],
  [['build', 'plugins/*/'], 'no fledge.toml matches "plugins/*/"\n  fix: undefined\n'],
  [
    ['build', '-o', 'x.img', '--output-dir', 'dist'],
    '--output and --output-dir are mutually exclusive\n  fix: name the artifact with its directory in --output, or only the directory in --output-dir\n',
  ],
])('says what is wrong with the command line %j', async (args, text) => {
  expect(await refusalOf(args)).toBe(text);
});
