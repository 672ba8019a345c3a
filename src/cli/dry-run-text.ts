import type { DryRun } from '../recipe/dry-run.ts';
import { here } from './build-target.ts';

/** What a build would do, for people. */
export function textOfDryRun({ name, platform, fetches, writes }: DryRun): string {
  const lines = [
    ...fetches.map(({ name: what, uri, digest, cached }) => {
      const pin = digest === undefined ? '  not pinned' : `  ${digest}`;
      return `fetch  ${what}  ${uri}${pin}${cached === true ? '  in the cache' : ''}`;
    }),
    ...writes.map(({ path, replaces }) => `write  ${here(path)}${replaces ? '  replaces the present file' : ''}`),
  ];
  return `${name} for ${platform}: dry run\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
