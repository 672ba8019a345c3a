import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowPlainHttp, serveBefore, startRegistry } from '../helpers/image/docker-registry.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { noise } from '../helpers/image/rootfs-bad-input.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { stalled } from '../helpers/net/http-server.ts';
import { type FledgeOptions, type RunningFledge, workspace } from '../helpers/process/cli.ts';

/** A little more than 3 MiB. */
const TAR = tarOf([{ name: 'bin/app', mode: 0o755, data: noise(3 * 2 ** 20) }]);

/** Runs a command on a terminal that shows both of its streams. */
const ON_A_TERMINAL = ['bash', '-c', 'exec script -qefc "$(printf "%q " "$@")" /dev/null >&2', 'bash'];

/** A build that waits for the second half of its image's layer, and the image. */
async function halfway(options: FledgeOptions = {}): Promise<{ fledge: RunningFledge; image: string }> {
  const at = workspace();
  const layout = new TestLayout(join(at.plugin, 'layout'));
  const image = layout.addImage({ layers: [{ tar: TAR, compression: 'none' }] });
  const [layer] = layout.manifest(image.digest).layers;
  layout.write({ '': image });
  const registry = await startRegistry();
  await registry.push(`oci:${at.plugin}/layout`, 'app:v1');
  const server = await serveBefore(registry, { [layer?.digest ?? '']: stalled(TAR) });
  allowPlainHttp(at.home, server.host);
  const name = `docker://${server.host}/app:v1`;
  writeFileSync(join(at.plugin, 'fledge.toml'), rootfsConfig(name));
  return { fledge: at.start(['build', '--platform', 'linux/amd64'], options), image: name };
}

describe('progress of an image download', () => {
  it('writes a line with the progress to a log every few seconds', async () => {
    const { fledge, image } = await halfway();
    const [line] = await fledge.waitForStderr(/^ *.* of .* MiB$/m);
    expect(line).toBe(`  ${image}: 1.5 MiB of 3.0 MiB`);
  });

  it('shows a progress bar on a terminal', async () => {
    const { fledge, image } = await halfway({ wrapper: ON_A_TERMINAL });
    const [, bar] = await fledge.waitForStderr(/\r[^\r\n]{4}( .* of 3\.0 MiB)/);
    // It fills the terminal, which does not tell its width, except the last column.
    const [, filled = '', empty = ''] = /^.* \[(=+)( +)\] 1\.5 MiB of 3\.0 MiB$/.exec(bar ?? '') ?? [];
    expect(bar?.startsWith(`  ${image} [`)).toBe(true);
    expect(Math.abs(filled.length - empty.length)).toBeLessThanOrEqual(1);
    expect(bar).toHaveLength(79);
  });
});
