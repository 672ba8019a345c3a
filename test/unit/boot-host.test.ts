import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { BootManifest } from '../../src/boot/artifact.ts';
import { type CommandLineBoot, commandLineOf, MAX_COMMAND_LINE } from '../../src/boot/command-line.ts';
import { Console, linesTo } from '../../src/boot/console.ts';
import { type ProbeFailure, untilHealthy } from '../../src/boot/probe.ts';
import { testDirectory } from '../helpers/scratch.ts';

function manifestOf(keys: Readonly<Record<string, unknown>> = {}): BootManifest {
  const document = { name: 'Hello World', version: '1.0.0', runtime: 'hello', ...keys };
  return { path: 'manifest.json', fields: { name: document.name, version: '1.0.0', runtime: 'hello' }, document };
}

function boot(bootable: CommandLineBoot['bootable'], others: Partial<CommandLineBoot> = {}): CommandLineBoot {
  return { bootable, architecture: 'amd64', accelerator: { name: 'kvm' }, vmm: { name: 'qemu' }, ...others };
}

describe('the command line', () => {
  const manifest = manifestOf();
  const image = { kind: 'image', fileSystem: 'ext4', manifest } as const;

  it('has the words of volantd 0.6, and the manifest as the agent reads it', () => {
    const { text } = commandLineOf(boot(image), { volant: '0.6' });
    const words = text.split(' ');
    const encoded = words.find((word) => word.startsWith('volant.manifest='))?.slice('volant.manifest='.length) ?? '';
    expect(JSON.parse(gunzipSync(Buffer.from(encoded, 'base64url')).toString())).toEqual(manifest.document);
    expect(words.filter((word) => !word.startsWith('volant.manifest='))).toEqual([
      ...['console=ttyS0', 'reboot=k', 'panic=1', 'ip=10.0.2.15::10.0.2.2:255.255.255.0:helloworld:eth0:off'],
      ...['volant.api_host=10.0.2.2', 'volant.api_port=7777', 'volant.plugin=Hello-World'],
      ...['volant.rootfs_device=vda', 'volant.rootfs_fstype=ext4', 'volant.runtime=hello'],
      'rdinit=/.fledge/boot',
    ]);
  });

  it('names the file system of the image and the root for the next Volant', () => {
    const { text } = commandLineOf(boot({ ...image, fileSystem: 'squashfs' }), { volant: 'next' });
    for (const word of [
      'loglevel=1',
      'root=/dev/vda',
      'rootfstype=squashfs',
      'overlay_size=1G',
      'volant.image=Hello-World',
    ]) {
      expect(text.split(' ')).toContain(word);
    }
    expect(text).toContain('volant.rootfs_fstype=squashfs');
  });

  it('adds the word that makes Volant 0.6 mount another file system than ext4, and remarks it', () => {
    const xfs = { ...image, fileSystem: 'xfs' } as const;
    const { text, remarks } = commandLineOf(boot(xfs), { volant: '0.6' });
    expect(text.indexOf('volant.rootfs_fstype=xfs')).toBeLessThan(text.indexOf('volant.rootfs_fstype=ext4'));
    expect(remarks).toHaveLength(1);
    const named = commandLineOf(boot(xfs), { volant: '0.6', append: 'volant.rootfs_fstype=xfs' });
    expect(named.remarks).toEqual([]);
  });

  it('has no disk for an initramfs, and no address without a network card', () => {
    const { text } = commandLineOf(boot({ kind: 'initramfs' }, { vmm: { name: 'cloud-hypervisor' } }), {
      volant: '0.6',
    });
    expect(text).not.toMatch(/rootfs|ip=|manifest/);
  });

  it('disables the check of the timer under emulation of x86 only', () => {
    const emulated = boot({ kind: 'initramfs' }, { accelerator: { name: 'tcg' } });
    expect(commandLineOf(emulated, { volant: '0.6' }).text).toMatch(/ no_timer_check$/);
    const arm = commandLineOf({ ...emulated, architecture: 'arm64' }, { volant: '0.6' }).text;
    expect(arm).not.toContain('no_timer_check');
    expect(arm).toMatch(/^console=ttyAMA0 /);
  });

  it('measures the line that volantd would write, and refuses one that the kernel cannot read', () => {
    // Compression does not shorten digests much.
    const digests = Array.from({ length: 40 }, (_, index) =>
      createHash('sha256').update(String(index)).digest('base64'),
    );
    const long = { kind: 'initramfs', manifest: manifestOf({ labels: { digests: digests.join('') } }) } as const;
    expect(() => commandLineOf(boot(long), { volant: '0.6' })).toThrow(
      expect.objectContaining({ code: 'input', message: expect.stringContaining(String(MAX_COMMAND_LINE)) }),
    );
    const { volantBytes, text } = commandLineOf(boot(image), { volant: '0.6' });
    expect(volantBytes).toBeLessThan(MAX_COMMAND_LINE);
    expect(Math.abs(volantBytes - text.length)).toBeLessThan(60);
  });

  it('puts the words of the user before those of Volant, and refuses those that would break the boot', () => {
    const { text } = commandLineOf(boot(image), { volant: '0.6', append: ' debug  loglevel=7 ' });
    expect(text).toMatch(/:off debug loglevel=7 volant\./);
    for (const append of ['rdinit=/bin/sh', '--', 'a\nb', 'a=ü', '\0']) {
      expect(() => commandLineOf(boot(image), { volant: '0.6', append })).toThrow(
        expect.objectContaining({ code: 'usage', fix: expect.stringContaining('--append') }),
      );
    }
  });
});

describe('the console', () => {
  it('keeps the first and the last part of a flood, in memory and in its file', () => {
    const file = join(testDirectory(), 'console.log');
    const console = new Console(file, { first: 100, last: 1000, file: 5000 });
    console.add('begin\n');
    for (let line = 0; line < 10_000; line++) console.add(`line ${line}\n`);
    console.close();
    expect(console.text).toMatch(/^begin\nline 0\n/);
    expect(console.text).toMatch(/characters left out\]\n.*line 9999\n$/s);
    expect(console.text.length).toBeLessThan(2300);
    expect(readFileSync(file).length).toBe(5000);
    expect(console.fileFailure).toContain('5000');
  });

  it('shows the last lines without control characters', () => {
    const console = new Console();
    console.add('one\n\n\x1b[1;31mtwo\x1b[0m\x07\n\x1b]0;title\x07three\r\n');
    expect(console.lastLines(2)).toEqual(['two', 'three']);
    expect(console.fileFailure).toBeUndefined();
  });

  it('prints lines without control characters, cuts those without an end, and ends a flood', () => {
    const lines: string[] = [];
    const print = linesTo((line) => lines.push(line));
    for (const piece of ['one\nt', 'w\x1b[2Jo\n', 'x'.repeat(10_000), '\nend\n']) print(piece);
    expect(lines).toEqual(['one', 'two', 'x'.repeat(10_000), '', 'end']);
    for (let count = 0; count < 10_000; count++) print('y'.repeat(1000));
    expect(lines.join('').length).toBeLessThan(5_000_000);
    expect(lines.at(-1)).toContain('--console');
  });

  it('refuses a file that cannot be created, and reports a full disk later', () => {
    expect(() => new Console(join(testDirectory(), 'missing/console.log'))).toThrow(
      expect.objectContaining({ code: 'output', fix: expect.any(String) }),
    );
    const full = new Console('/dev/full');
    full.add('text');
    full.add('text');
    expect(full.fileFailure).toContain('no space');
    expect(full.text).toBe('texttext');
    full.close();
  });
});

describe('untilHealthy', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function serve(listener: RequestListener): Promise<number> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  it('waits for a status of 2xx, and reports the answers before', async () => {
    let requests = 0;
    const paths = new Set<string | undefined>();
    const port = await serve((request, response) => {
      paths.add(request.url);
      requests += 1;
      response.statusCode = requests < 3 ? 503 : 204;
      response.end();
    });
    const failures: ProbeFailure[] = [];
    const signal = AbortSignal.timeout(20_000);
    expect(
      await untilHealthy({ port, path: '/health?x', signal, onFailure: (failure) => failures.push(failure) }),
    ).toBe(204);
    expect(failures[0]).toEqual({ status: 503, reason: expect.stringContaining('503') });
    expect([...paths]).toEqual(['/health?x']);
  });

  it('is not delayed by an attempt without an answer', async () => {
    let requests = 0;
    const port = await serve((_, response) => {
      requests += 1;
      if (requests > 1) response.end('ok');
    });
    const begin = performance.now();
    expect(await untilHealthy({ port, path: '/', signal: AbortSignal.timeout(20_000) })).toBe(200);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  it('does not read an endless body, and does not follow a redirect', async () => {
    let requests = 0;
    const port = await serve((_, response) => {
      requests += 1;
      if (requests === 1) {
        response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
        return;
      }
      const timer = setInterval(() => response.write(Buffer.alloc(16_384)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const failures: ProbeFailure[] = [];
    const signal = AbortSignal.timeout(20_000);
    expect(await untilHealthy({ port, path: '/', signal, onFailure: (failure) => failures.push(failure) })).toBe(200);
    expect(failures[0]).toMatchObject({ status: 302 });
  });

  it('ends with the reason of its signal', async () => {
    const failures: ProbeFailure[] = [];
    const controller = new AbortController();
    const onFailure = (failure: ProbeFailure): void => {
      failures.push(failure);
      controller.abort(new Error('over'));
    };
    await expect(untilHealthy({ port: 9, path: '/', signal: controller.signal, onFailure })).rejects.toThrow('over');
    expect(failures[0]?.reason).toContain('refused');
    await expect(untilHealthy({ port: 9, path: '/', signal: AbortSignal.abort(new Error('early')) })).rejects.toThrow(
      'early',
    );
  });
});
