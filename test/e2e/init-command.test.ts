import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootHere } from '../helpers/boot/boot-here.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { compileKestrel } from '../helpers/kestrel.ts';
import { type FledgeResult, type Workspace, workspace } from '../helpers/process/cli.ts';

/* `fledge init` on a terminal, and the machines of what it writes. */

const TEST_TIMEOUT_MS = 240_000;

/** Types lines on a terminal, and then Ctrl-D. */
function typed(place: Workspace, lines: readonly string[], ...args: readonly string[]): Promise<FledgeResult> {
  const script = 'printf "%s\\n" "$LINES_TO_TYPE" | script -qefc "$(printf "%q " "$@")" /dev/null';
  return place.run(['init', ...args], {
    wrapper: ['bash', '-c', script, 'bash'],
    env: { LINES_TO_TYPE: lines.join('\n') },
  });
}

const read = (place: Workspace, path: string): string => readFileSync(join(place.plugin, path), 'utf8');

describe('the questions of fledge init', () => {
  it('asks for everything that no option says, and again after a wrong answer', async () => {
    const place = workspace({ Dockerfile: 'FROM scratch\n' });
    const answers = ['vm', 'binary', './server', '', '0', '3000', 'yes'];
    const { status, stdout } = await typed(place, answers);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('answer image, dockerfile or binary'),
    });
    expect(stdout).toContain('a port is a number from 1 to 65535');
    expect(read(place, 'fledge.toml')).toContain('server = "/usr/bin/server"');
    expect(read(place, 'manifest.toml')).toMatch(/^name = "server"$[\s\S]*:3000"$/m);
    expect(read(place, '.github/workflows/plugin.yml')).toContain(
      'volantvm/fledge-action/.github/workflows/plugins.yml@v1',
    );
  });

  it('suggests the Dockerfile of the directory', async () => {
    const place = workspace({ Containerfile: 'FROM scratch\n' });
    expect(await typed(place, ['', '', 'web', ''])).toMatchObject({ status: 0 });
    expect(read(place, 'fledge.toml')).toContain('dockerfile = "Containerfile"');
    expect(read(place, 'manifest.toml')).toContain('name = "web"');
  });

  it('writes nothing if the input ends', async () => {
    const place = workspace();
    const before = place.snapshot();
    const { status, stdout } = await typed(place, ['image']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringContaining('nothing was written') });
    expect(place.snapshot()).toEqual(before);
  });
});

describe('a plugin of fledge init', { timeout: TEST_TIMEOUT_MS }, () => {
  let directory: string;
  let kestrel: Buffer;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'fledge-init-'));
    kestrel = readFileSync(await compileKestrel(directory));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  /** Replaces the downloads of a plugin by files of this machine, and builds it. */
  async function build(place: Workspace, more: string): Promise<void> {
    writeFileSync(join(place.plugin, 'kestrel'), kestrel, { mode: 0o755 });
    const agent = '[agent]\nsource_strategy = "local"\npath = "kestrel"\n';
    writeFileSync(join(place.plugin, 'fledge.toml'), `${read(place, 'fledge.toml')}${agent}${more}`);
    expect(await place.run(['build', '--platform', 'linux/amd64'])).toMatchObject({ status: 0 });
  }

  it('serves the page of a program', async () => {
    const place = workspace({ server: '#!/bin/sh\nexec /bin/busybox httpd -f -p 80 -h /usr\n' });
    expect(await place.run(['init', '--binary', 'server'])).toMatchObject({ status: 0, stderr: '' });
    await build(place, '[source]\nbusybox_url = "/bin/busybox"\n');
    const { result, text } = await bootHere(place.plugin, { http: '/bin/server' });
    expect(result, text).toMatchObject({ ok: true });
  });

  it('serves the page of an image', async () => {
    const place = workspace();
    const tar = tarOf([{ name: 'bin/busybox', mode: 0o755, data: readFileSync('/bin/busybox') }]);
    const layout = new TestLayout(join(place.plugin, 'layout'));
    const run = {
      Entrypoint: ['/bin/busybox', 'httpd', '-f', '-p', '80', '-h', '/bin'],
      ExposedPorts: { '80/tcp': {} },
    };
    layout.write({ '': layout.addImage({ layers: [{ tar }], run }) });
    expect(await place.run(['init', '--image', 'oci:layout'])).toMatchObject({ status: 0, stderr: '' });
    await build(place, '');
    const { result, text } = await bootHere(place.plugin, { http: '/busybox' });
    expect(result, text).toMatchObject({ ok: true });
  });
});
