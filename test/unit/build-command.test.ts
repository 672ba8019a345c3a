import { Command } from 'commander';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BuildOptions, defineBuild } from '../../src/cli/build.ts';
import { asksForJsonLog } from '../../src/cli/common-options.ts';
import { beginSession } from '../../src/cli/session.ts';
import {
  BUILD_FLAGS,
  type BuildCommand,
  completeBuildCommand,
  encodeBuildCommand,
} from '../../src/recipe/build-command.ts';
import { PLATFORMS } from '../../src/support/platform.ts';

const STREAMS = { messages: process.stderr, result: process.stdout, isJson: false };

/** Parses arguments with the command line. */
async function read(args: readonly string[]): Promise<{ readonly command: BuildCommand; readonly options: unknown }> {
  const program = new Command('fledge').exitOverride();
  let options: BuildOptions | undefined;
  defineBuild(program, beginSession(STREAMS)).action((_, given: BuildOptions) => {
    options = given;
  });
  await program.parseAsync(args, { from: 'user' });
  if (options === undefined) throw new Error('no build was asked for');
  const { config = 'fledge.toml', platform } = options;
  return { command: completeBuildCommand({ ...options, config, platform: platform?.[0] }), options };
}

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('-', '--', '--json', '-o', '--output=x', 'a b', 'ä\n', '--log-format', 'json', '-vq'),
);
const optional = fc.option(text, { nil: undefined });
const arbitraryCommand: fc.Arbitrary<BuildCommand> = fc.record({
  config: text,
  manifest: optional,
  output: optional,
  urlBase: optional,
  artifactUrl: optional,
  platform: fc.constantFrom(...PLATFORMS),
  verify: fc.constantFrom('auto', 'none', 'fsck', 'full'),
  workers: fc.integer({ min: 1, max: 64 }),
  locked: fc.boolean(),
  strict: fc.boolean(),
  force: fc.boolean(),
  sbom: fc.boolean(),
});

describe('the command line of a build', () => {
  it('parses a written command line back to the same command for any values', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCommand, async (command) => {
        const args = encodeBuildCommand(command);
        const { command: again, options } = await read(args);
        expect(again).toEqual(command);
        expect(options).toMatchObject({ json: true, logFormat: 'json' });
        expect(asksForJsonLog(args)).toBe(true);
      }),
    );
  });

  it('each field of a build command has an option of the command line', () => {
    const { options } = defineBuild(new Command('fledge'), beginSession(STREAMS));
    expect(options.map(({ long }) => long)).toEqual(expect.arrayContaining(Object.values(BUILD_FLAGS)));
  });

  it('writes the options in their documented form', () => {
    const command = { config: '/c', output: '/o', platform: 'linux/amd64', verify: 'fsck', workers: 2 } as const;
    expect(
      encodeBuildCommand({
        ...command,
        manifest: 'm.toml',
        urlBase: 'https://example.com',
        locked: true,
        strict: true,
        force: true,
        sbom: true,
      }),
    ).toEqual([
      ...['build', '--json', '--log-format', 'json', '--config', '/c', '--manifest', 'm.toml', '--output', '/o'],
      ...['--url-base', 'https://example.com', '--platform', 'linux/amd64', '--verify', 'fsck', '--workers', '2'],
      ...['--locked', '--strict', '--force', '--sbom'],
    ]);
  });
});
