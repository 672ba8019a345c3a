import type { Command } from 'commander';
import type { Pins } from '../lock/lock-file.ts';
import { printable } from '../support/byte-string.ts';
import { PLATFORMS } from '../support/platform.ts';
import { collectWarnings } from '../support/report/warning.ts';
import { createConfigCommand, jsonOption } from './common-options.ts';
import type { LockDocument } from './json/plugin.ts';
import type { Session } from './session.ts';

interface LockOptions {
  readonly config: string;
  readonly json?: boolean;
}

/** `fledge lock`. */
export function defineLock(program: Command, session: Session): Command {
  const description = 'pin the open sources of fledge.toml: tags, the latest release, URLs without a checksum';
  return createConfigCommand({ program, session }, 'lock', description)
    .addOption(jsonOption('the pins'))
    .addHelpText(
      'after',
      `
Writes fledge.lock beside fledge.toml: the digest of the image, the release of kestrel with the SHA-256 of its agents for
all platforms, the SHA-256 of busybox and of the kernel of fledge boot. Builds use the pinned versions; with --locked they fail if a source is not
pinned. Commit the file. Run fledge lock again to pin newer versions.

Examples:
  fledge lock
  fledge lock -c plugins/web/fledge.toml`,
    )
    .action((options: LockOptions) => runLock(options, session));
}

/** Pins the open sources of the config, and prints the pins and their changes. */
async function runLock({ config, json }: LockOptions, session: Session): Promise<void> {
  const { lock } = await import('../lock/write-lock.ts');
  const { reporter, warnings } = collectWarnings(session.reporter);
  const { file, pins, before, written } = await lock({ config, env: process.env, reporter });
  const earlier = new Map(linesOf(before));
  const changes = linesOf(pins).map(([source, pin]) => ({ source, pin, before: earlier.get(source) }));
  if (json) return session.printJson({ file, written, pins: changes, warnings } satisfies LockDocument);
  const lines = changes.map(({ source, pin, before: was }) => {
    return `  ${source}  ${pin}${was === undefined || was === pin ? '' : ` (was ${was})`}\n`;
  });
  const title = written ? `${file}: written` : `${file}: nothing has changed`;
  const nothing = lines.length === 0 ? '; there is nothing to pin' : '';
  await session.printSummary(printable(`${title}${nothing}\n${lines.join('')}`));
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
