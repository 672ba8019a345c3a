import { lock } from '../lock/lock.ts';
import type { Pins } from '../lock/lock-file.ts';
import { printable } from '../support/byte-string.ts';
import { PLATFORMS } from '../support/platform.ts';
import type { Reporter } from '../support/report/reporter.ts';

export interface LockOptions {
  readonly config: string;
}

/** `fledge lock`: pins what the config leaves open, and prints what that is, and what it was. */
export async function lockCommand({ config }: LockOptions, reporter: Reporter): Promise<void> {
  const { file, pins, before, written } = await lock({ config, env: process.env, reporter });
  const earlier = new Map(linesOf(before));
  const lines = linesOf(pins).map(([what, pin]) => {
    const was = earlier.get(what);
    return `  ${what}  ${pin}${was === undefined || was === pin ? '' : ` (was ${was})`}\n`;
  });
  const title = written ? `${file}: written` : `${file}: nothing has changed`;
  const nothing = lines.length === 0 ? '; there is nothing to pin' : '';
  process.stdout.write(printable(`${title}${nothing}\n${lines.join('')}`));
}

/** What is pinned, and to what. */
function linesOf({ image, agentRelease, agent, busybox }: Pins): (readonly [what: string, pin: string])[] {
  const release = agentRelease && [
    [`kestrel ${agentRelease.version}`, agentRelease.tag] as const,
    ...PLATFORMS.flatMap((platform) => {
      const asset = agentRelease.assets[platform];
      return asset === undefined ? [] : [[`kestrel for ${platform}`, `sha256:${asset.sha256}`] as const];
    }),
  ];
  return [
    ...(image === undefined ? [] : [[image.name, image.digest] as const]),
    ...(release ?? []),
    ...(agent === undefined ? [] : [[agent.url, `sha256:${agent.sha256}`] as const]),
    ...(busybox === undefined ? [] : [[busybox.url, `sha256:${busybox.sha256}`] as const]),
  ];
}
