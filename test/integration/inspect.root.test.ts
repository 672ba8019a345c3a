import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InspectedEntry } from '../../src/compare/inspect.ts';
import { type ByteString, displayByteString } from '../../src/support/byte-string.ts';
import { inReadOnlyImage } from '../helpers/filesystem/mounted-image.ts';
import { workspaceHere } from '../helpers/here.ts';
import { asRoot } from '../helpers/process/root.ts';

/* fledge inspect with an image of mke2fs, judged by find(1), stat(1), du(1) and getfattr(1) in the mounted image. */

const MAKE_IMAGE = `
  export PATH="$PATH:/usr/sbin:/sbin" TZ=UTC
  mkdir -p "$1/tree"; cd "$1/tree"
  mkdir -m 1777 tmp; mkdir -p usr/bin usr/share/doc etc/nginx dev; ln -s usr/bin bin
  printf 'root:x:0:0::/:/bin/sh\\n' > etc/passwd; printf 'daemon off;\\n' > etc/nginx/nginx.conf
  seq 1 40000 > usr/bin/tool; chmod 4755 usr/bin/tool; ln usr/bin/tool usr/bin/alias; chown 1000:70000 etc/nginx
  truncate -s 3M sparse; printf x | dd of=sparse bs=1 seek=2000000 conv=notrunc status=none
  mknod dev/null c 1 3; mknod dev/sda b 259 70000; mkfifo -m 600 dev/pipe
  printf x > "etc/$(printf 'a\\033[31m\\303\\274 \\377\\\\')"; ln -s "$(printf 'to\\n b')" etc/link
  for i in $(seq 1 300); do seq 1 $((i * 7)) > usr/share/doc/$i; done
  setfattr -n user.note -v value etc/passwd
  setfattr -n security.capability -v 0x0100000200040000000000000000000000000000 usr/bin/tool
  touch -hd '1969-12-31 23:59:59' etc/link; touch -d '2040-01-02 03:04:05.9' etc/passwd; touch -d 2400-05-06 sparse
  cd ..; truncate -s 24M nginx.img; mke2fs -qF -t ext4 -d tree nginx.img; rm -r tree; chmod 644 nginx.img`;

describe('fledge inspect with an ext4 image', { timeout: 120_000 }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'fledge inspect-'));
  const image = join(directory, 'nginx.img');

  beforeAll(() => void asRoot('bash', ['-euc', MAKE_IMAGE, 'bash', directory]));
  afterAll(() => rmSync(directory, { recursive: true }));

  const inspect = (...args: readonly string[]) =>
    workspaceHere().run(['inspect', 'nginx.img', ...args], { cwd: directory });
  const json = async (...args: readonly string[]) => {
    const { status, stdout } = await inspect('--json', ...args);
    expect(status).toBe(0);
    return JSON.parse(stdout);
  };
  const inImage = (script: string): string => inReadOnlyImage(image, `export TZ=UTC; ${script}`).toString('latin1');

  it('the lines are those that find prints in the mounted image', async () => {
    const format = '%M\\t%n\\t%U:%G\\t%s\\t%TY-%Tm-%Td %TH:%TM\\t%P\\t%l';
    const found = inImage(`find . ! -type c ! -type b -printf '${format}\\0'`).split('\0').slice(0, -1);
    const devices = inImage(
      "find . -type c -o -type b | xargs stat -c '%A %h %u:%g %Hr, %Lr %y %n' | sed 's/:[0-9.]* +0000//'",
    );
    const expected = [
      ...found.map((line) => line.split('\t')),
      ...devices
        .trimEnd()
        .split('\n')
        .map((line) => {
          const [, ...columns] = /^(\S+) (\d+) (\S+) (\d+, \d+) (\S+ \S+) \.\/(.*)$/.exec(line) ?? [];
          return [...columns, ''];
        }),
    ].map(([mode, links, owner, size, time, path = '', target = '']) => [
      ...[mode, links, owner, size, time],
      `/${escaped(path)}${target === '' ? '' : ` -> ${escaped(target)}`}`,
    ]);
    const { stdout, stderr, status } = await inspect('/');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const pattern = /^(\S{10}) +(\d+) (\S+) +(\d+(?:, \d+)?) (\d{4}-\d\d-\d\d \d\d:\d\d) (.*)$/;
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => pattern.exec(line)?.slice(1) ?? [line]);
    const byPath = (a: (string | undefined)[], b: (string | undefined)[]): number =>
      (a[5] ?? '') < (b[5] ?? '') ? -1 : 1;
    expect(lines.sort(byPath)).toEqual(expected.sort(byPath));
    expect(lines.length).toBeGreaterThan(320);
  });

  it('a path shows the entry and what is below it, and nothing else', async () => {
    const { stdout } = await inspect('etc/nginx/');
    expect(stdout.split('\n').map((line) => line.slice(line.indexOf('/')))).toEqual([
      '/etc/nginx',
      '/etc/nginx/nginx.conf',
      '',
    ]);
    expect(stdout).toContain(' 1000:70000 ');
    expect(await inspect('/bin/tool')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('/usr/bin/tool'),
    });
    expect(await inspect('/etc/../etc')).toMatchObject({ status: 2, stdout: '' });
  });

  it('the tree has every name once', async () => {
    const { stdout, status } = await inspect('--tree');
    expect(status).toBe(0);
    const names = stdout.split('\n').filter((line) => line.includes('── ')).length;
    expect(names).toBe(Number(inImage("find . -mindepth 1 -printf 'x\\n' | wc -l")));
    expect(stdout).toMatch(/\d+ directories, \d+ other entries\n$/);
  });

  it('the usage is what du and find count in the mounted image', async () => {
    const { usage } = await json('--usage', '--top', '3');
    const sums = `find . -type f -printf '%i %s %b %n\\n' | sort -u |
      awk '{ size += $2; hole = $2 - $3 * 512; if (hole > 0) holes += hole; saved += $2 * ($4 - 1) } END { print size, holes, saved }'`;
    const [size, savedByHoles, savedByLinks] = inImage(sums).trim().split(' ').map(Number);
    const allocated = Number(inImage('du -sB1 .').split('\t')[0]);
    expect(usage).toMatchObject({ size, savedByHoles, savedByLinks, allocated });
    expect(savedByHoles).toBeGreaterThan(2_900_000);
    // The first name of a file with several names has its size.
    const largest = inImage("find . -type f ! -path ./usr/bin/tool -printf '%s /%P\\n' | sort -k1,1nr -k2 | head -n 3");
    const files: readonly { size: number; path: string }[] = usage.files;
    expect(files.map((file) => `${file.size} ${file.path}\n`).join('')).toBe(largest);
    expect(usage.directories).toHaveLength(3);
    expect(usage.directories[0]).toMatchObject({ path: '/', size });
  });

  it('the document has the extended attributes that getfattr prints', async () => {
    const { entries, below } = await json('/usr/bin');
    expect(below).toBe('/usr/bin');
    const tool = entries.find(({ path }: InspectedEntry) => path === '/usr/bin/tool');
    const printed = inImage('getfattr -d -m - -e base64 usr/bin/tool');
    expect(printed).toContain(`security.capability=0s${tool.xattrs['security.capability']}\n`);
    expect(entries[0]).not.toHaveProperty('xattrs');
  });

  it('an image whose files cannot be listed has facts, and a warning or an error', async () => {
    asRoot('sh', ['-c', 'truncate -s 120M "$1" && mkfs.btrfs -q "$1"', 'sh', join(directory, 'data.btrfs')]);
    const btrfs = (...args: readonly string[]) =>
      workspaceHere().run(['inspect', 'data.btrfs', ...args], { cwd: directory });
    const { status, stdout, stderr } = await btrfs();
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^warning: .*\n {2}fix: .*mount/) });
    expect(stdout).toMatch(/^size +120\.0 MiB/m);
    const document = JSON.parse((await btrfs('--json')).stdout);
    expect(document).toMatchObject({ format: 'btrfs', facts: { size: 120 * 2 ** 20 } });
    expect(document).not.toHaveProperty('entries');
    for (const args of [['/etc'], ['--tree'], ['--usage']]) {
      expect(await btrfs(...args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^error: /) });
    }
  });

  it('the image is verified with SHA256SUMS beside it, and a difference is an error at the end', async () => {
    const list = join(directory, 'SHA256SUMS');
    const sha256 = createHash('sha256').update(readFileSync(image)).digest('hex');
    writeFileSync(list, `${sha256}  nginx.img\n`);
    const good = await inspect();
    expect(good).toMatchObject({ status: 0, stderr: '' });
    expect(good.stdout).toMatch(/\n\nSHA256SUMS: nginx\.img: OK\n$/);
    writeFileSync(list, `${'0'.repeat(64)}  nginx.img\n`);
    const bad = await inspect();
    expect(bad.status).toBe(1);
    expect(bad.stdout).toBe(good.stdout.replace(/OK\n$/, 'differs\n'));
    for (const fact of ['nginx.img', 'SHA256SUMS', sha256]) expect(bad.stderr).toContain(fact);
    const document = await inspect('--json', '--usage');
    expect(document.status).toBe(1);
    expect(JSON.parse(document.stdout).checksums).toMatchObject({ ok: false, files: [{ actual: sha256, ok: false }] });
    expect(await inspect('--no-verify')).toMatchObject({
      status: 0,
      stdout: expect.not.stringContaining('SHA256SUMS'),
    });
    writeFileSync(list, 'not a list\n');
    expect(await inspect()).toMatchObject({ status: 0, stderr: expect.stringContaining('warning: cannot verify') });
    rmSync(list);
  });
});

/** Bytes as fledge shows them. */
function escaped(bytes: string): string {
  return displayByteString(bytes as ByteString);
}
