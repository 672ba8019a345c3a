import { type Command, Option } from 'commander';
import type { Pins } from '../lock/lock-file.ts';
import { printable } from '../support/byte-string.ts';
import { PLATFORMS } from '../support/platform.ts';
import { collectWarnings } from '../support/report/warning.ts';
import { createConfigCommand, jsonOption } from './common-options.ts';
import { forEachConfig } from './each-config.ts';
import type { LockDocument } from './json/plugin.ts';
import { namedConfigs } from './named-configs.ts';
import type { Session } from './session.ts';

interface LockOptions {
  readonly config?: string;
  readonly check?: boolean;
  readonly update?: readonly string[];
  readonly json?: boolean;
}

/** `fledge lock`. */
export function defineLock(program: Command, session: Session): Command {
  const description = 'pin the open sources of fledge.toml: tags, the latest release, URLs without a checksum';
  return createConfigCommand({ program, session }, 'lock', description)
    .option('--check', 'write nothing, and exit with status 1 if a pin would change')
    .addOption(updateOption())
    .addOption(jsonOption('the pins'))
    .addHelpText(
      'after',
      `
Writes fledge.lock beside fledge.toml: the digest of the image, the release of kestrel with the SHA-256 of its agents for
all platforms, the SHA-256 of busybox and of the kernel of fledge boot. Builds use the pinned versions; with --locked they fail if a source is not
pinned. Commit the file. Run fledge lock again to pin newer versions.

Examples:
  fledge lock
  fledge lock plugins/web plugins/api
  fledge lock --check 'plugins/*'
  fledge lock --update kestrel --update nginx:alpine`,
    )
    .action((args: string[], options: LockOptions) => runLock(args, options, session));
}

/** Not a variadic option of commander, which would parse the configs after it as names. */
function updateOption(): Option {
  const help =
    'look up only this source: image, busybox_image, base_images, kestrel, busybox, kernel, or the name of an image; several with commas, or by repetition';
  const parse = (text: string, earlier: readonly string[] = []): readonly string[] => [
    ...earlier,
    ...text.split(',').map((name) => name.trim()),
  ];
  return new Option('--update <name>', help).argParser(parse);
}

/** Pins the open sources of the configs, and prints the pins and their changes. */
async function runLock(args: readonly string[], options: LockOptions, session: Session): Promise<void> {
  const { json, update } = options;
  const { configs, isOne } = await namedConfigs(args, options.config);
  if (update !== undefined) await requireKnownNames(update, configs);
  const [first] = configs;
  if (isOne && first !== undefined) {
    const { result, text } = await lockOne(first, options, session);
    return json ? session.printJson(result) : session.printSummary(printable(text));
  }
  await forEachConfig(configs, { session, json }, async (config) => {
    const { result, text } = await lockOne(config, options, session);
    if (!json) await session.printSummary(printable(text));
    return result;
  });
}

/** @throws FledgeError `usage` for a name that no config has; as `loadConfig` does. */
async function requireKnownNames(names: readonly string[], configs: readonly string[]): Promise<void> {
  const [{ loadConfig }, { openSourcesOf }, { requireNames }] = await Promise.all([
    import('../config/load.ts'),
    import('../lock/lock-rules.ts'),
    import('../lock/update-names.ts'),
  ]);
  const loaded = await Promise.all(configs.map((config) => loadConfig(config)));
  requireNames(
    names,
    loaded.map(({ config }) => openSourcesOf(config)),
  );
}

/** Locks or checks one config, and returns the result for programs and for people. */
async function lockOne(
  config: string,
  { check = false, update }: LockOptions,
  session: Session,
): Promise<{ readonly result: LockDocument; readonly text: string }> {
  const { lock } = await import('../lock/write-lock.ts');
  const { reporter, warnings } = collectWarnings(session.reporter);
  const { file, pins, before, written, upToDate } = await lock({ config, check, update, env: process.env, reporter });
  if (!upToDate) session.exitStatus = 1;
  const earlier = new Map(linesOf(before));
  const changes = linesOf(pins).map(([source, pin]) => ({ source, pin, before: earlier.get(source) }));
  const now = new Map(linesOf(pins));
  const removed = [...earlier].filter(([source]) => !now.has(source)).map(([source, pin]) => ({ source, before: pin }));
  const lines = [
    ...changes.map(({ source, pin, before: was }) => {
      if (was === pin) return `  ${source}  ${pin}\n`;
      const isNew = was === undefined;
      return `  ${source}  ${pin}${isNew ? (check ? ' (not pinned)' : '') : ` (was ${was})`}\n`;
    }),
    ...(check ? removed.map(({ source, before: was }) => `  ${source}  not used (was ${was})\n`) : []),
  ];
  const nothing = changes.length === 0 ? '; there is nothing to pin' : '';
  return {
    result: { file, written, upToDate, pins: changes, ...(check && { removed }), warnings },
    text: `${file}: ${stateOf(written, upToDate)}${nothing}\n${lines.join('')}`,
  };
}

function stateOf(written: boolean, upToDate: boolean): string {
  if (written) return 'written';
  return upToDate ? 'nothing has changed' : 'not up to date; fledge lock would change it';
}

/** The name and the pin of each source. */
function linesOf({
  image,
  busyboxImage,
  baseImages = [],
  agentRelease,
  agent,
  busybox,
  kernel,
}: Pins): (readonly [what: string, pin: string])[] {
  const release = agentRelease && [
    [`kestrel ${agentRelease.version}`, agentRelease.tag] as const,
    ...PLATFORMS.flatMap((platform) => {
      const asset = agentRelease.assets[platform];
      return asset === undefined ? [] : [[`kestrel for ${platform}`, `sha256:${asset.sha256}`] as const];
    }),
  ];
  return [
    ...[image, ...baseImages, busyboxImage].flatMap((pin) =>
      pin === undefined ? [] : [[pin.name, pin.digest] as const],
    ),
    ...(release ?? []),
    ...[agent, busybox, kernel].flatMap((pin) =>
      pin === undefined ? [] : [[pin.url, `sha256:${pin.sha256}`] as const],
    ),
  ];
}
