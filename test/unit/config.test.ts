import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, validateConfigText } from '../../src/config/load.ts';
import { NO_SETTINGS } from '../../src/config/mappings.ts';
import type { Filesystem } from '../../src/config/types.ts';
import { DEFAULT_BUSYBOX_SHA256, DEFAULT_BUSYBOX_URL, DEFAULT_QCOW2_LEVEL } from '../../src/config/values.ts';
import { formatProblem } from '../../src/document/problems.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

const initramfs = 'version = "1"\nstrategy = "initramfs"\n';
const rootfs = 'version = "1"\nstrategy = "oci_rootfs"\nsource.image = "nginx:alpine"\n';
const HEX = '0123456789abcdef'.repeat(4);

async function configOf(text: string) {
  return (await validateConfigText(text, 'fledge.toml')).config;
}

describe('a valid fledge.toml', () => {
  it('every key of an initramfs has a default', async () => {
    expect(await configOf(initramfs)).toEqual({
      strategy: 'initramfs',
      init: { mode: 'default', compile: false },
      agent: { source: 'release', version: 'latest' },
      busybox: { location: { kind: 'url', url: DEFAULT_BUSYBOX_URL }, sha256: DEFAULT_BUSYBOX_SHA256 },
      image: undefined,
      maxUnpackedMb: 65_536,
      mappings: [],
      directories: [],
    });
  });

  it('every key of a rootfs except the image has a default', async () => {
    expect(await configOf(rootfs)).toMatchObject({
      strategy: 'oci_rootfs',
      image: { text: 'nginx:alpine', baseName: 'nginx' },
      agent: { source: 'release', version: 'latest' },
      filesystem: { type: 'ext4', sizeBufferMb: 100, preallocate: false, compressionLevel: 9 },
      mappings: [],
    });
  });

  it.each([
    ['source_strategy = "release"\nversion = "v0.2.0"', { source: 'release', version: 'v0.2.0' }],
    ['source_strategy = "local"\npath = "./kestrel"', { source: 'local', path: './kestrel' }],
    ['source_strategy = "http"\nurl = "https://x/k"', { source: 'http', url: 'https://x/k', sha256: undefined }],
    [
      `source_strategy = "http"\nurl = "http://x/k"\nchecksum = "SHA256:${HEX.toUpperCase()}"`,
      { source: 'http', url: 'http://x/k', sha256: HEX },
    ],
    [
      `source_strategy = "http"\nurl = "http://x/k"\nchecksum = "${HEX}"`,
      { source: 'http', url: 'http://x/k', sha256: HEX },
    ],
    ['source_strategy = "none"', undefined],
  ])('reads the agent %s', async (agent, expected) => {
    expect((await configOf(`${rootfs}[agent]\n${agent}\n`)).agent).toEqual(expected);
  });

  it.each([
    ['[init]\n', { mode: 'default', compile: false }, true],
    ['[init]\ncompile = true\n', { mode: 'default', compile: true }, true],
    ['[init]\npath = "/app"\ncompile = true\n', { mode: 'custom', path: '/app', compile: true }, false],
    ['[init]\nnone = false\n', { mode: 'default', compile: false }, true],
    ['[init]\npath = "./init"\nnone = false\n', { mode: 'custom', path: './init', compile: false }, false],
    ['[init]\nnone = true\n[mappings]\n"i" = "/init"\n', { mode: 'none' }, false],
    ['[init]\nnone = true\n[mappings]\n"rootfs" = "/"\n', { mode: 'none' }, false],
  ])('reads the init mode of %j', async (init, expected, hasAgent) => {
    const config = await configOf(initramfs + init);
    expect(config).toMatchObject({ init: expected });
    expect(config.agent !== undefined).toBe(hasAgent);
  });

  it.each([
    [`busybox_sha256 = "${HEX}"`, { kind: 'url', url: DEFAULT_BUSYBOX_URL }, HEX],
    [`busybox_url = "${DEFAULT_BUSYBOX_URL}"`, { kind: 'url', url: DEFAULT_BUSYBOX_URL }, DEFAULT_BUSYBOX_SHA256],
    ['busybox_url = "https://x/busybox"', { kind: 'url', url: 'https://x/busybox' }, undefined],
    [`busybox_url = "bin/busybox"\nbusybox_sha256 = "sha256:${HEX}"`, { kind: 'file', path: 'bin/busybox' }, HEX],
    ['busybox_url = "/bin/busybox"', { kind: 'file', path: '/bin/busybox' }, undefined],
    ['busybox_url = "file:///opt/a%20b"', { kind: 'file', path: '/opt/a b' }, undefined],
    ['busybox_url = "file:/opt/busybox"', { kind: 'file', path: '/opt/busybox' }, undefined],
    ['busybox_url = "file:bin/busybox"', { kind: 'file', path: 'bin/busybox' }, undefined],
  ])('reads busybox from %s', async (source, location, sha256) => {
    expect(await configOf(`${initramfs}[source]\n${source}\n`)).toMatchObject({ busybox: { location, sha256 } });
  });

  it('normalises destinations', async () => {
    const config = await configOf(
      `${initramfs}[mappings]\n"../a b" = "//usr/./bin//a b"\n"ü" = "/etc/"\n"c" = "/"\n"d" = "/e/."\n"f" = "/foo..bar/..."\n`,
    );
    expect(config.mappings).toEqual([
      {
        source: '../a b',
        destination: '/usr/bin/a b',
        inside: false,
        key: ['mappings', '../a b'],
        settings: NO_SETTINGS,
      },
      { source: 'ü', destination: '/etc', inside: true, key: ['mappings', 'ü'], settings: NO_SETTINGS },
      { source: 'c', destination: '/', inside: true, key: ['mappings', 'c'], settings: NO_SETTINGS },
      { source: 'd', destination: '/e', inside: true, key: ['mappings', 'd'], settings: NO_SETTINGS },
      { source: 'f', destination: '/foo..bar/...', inside: false, key: ['mappings', 'f'], settings: NO_SETTINGS },
    ]);
  });

  it('reads mappings in table form: one for each destination, with the settings', async () => {
    const config = await configOf(
      `${initramfs}[mappings]
"a" = { to = "/a/", mode = "640", owner = "70:postgres" }
[mappings."b.d"]
to = ["/x", "/y/./z"]
directory_mode = "2750"
exclude = ["*.md"]
replace = true
`,
    );
    const settings = { ...NO_SETTINGS, directoryMode: 0o2750, exclude: ['*.md'], replace: true };
    const owner = { user: 70, group: 'postgres' };
    expect(config.mappings).toEqual([
      {
        source: 'a',
        destination: '/a',
        inside: true,
        key: ['mappings', 'a'],
        settings: { ...NO_SETTINGS, mode: 0o640, owner },
      },
      { source: 'b.d', destination: '/x', inside: false, key: ['mappings', 'b.d'], settings },
      { source: 'b.d', destination: '/y/z', inside: false, key: ['mappings', 'b.d'], settings },
    ]);
  });

  it('reads directories, parents first', async () => {
    const config = await configOf(`${rootfs}[directories]\n"/b//c/" = { mode = "1777", owner = "0:0" }\n"/b" = {}\n`);
    expect(config.directories).toEqual([
      { path: '/b', mode: undefined, owner: undefined, key: ['directories', '/b'] },
      { path: '/b/c', mode: 0o1777, owner: { user: 0, group: 0 }, key: ['directories', '/b//c/'] },
    ]);
  });

  it('accepts an init from a mapping in table form', async () => {
    const none = `${initramfs}[init]\nnone = true\n[mappings]\n`;
    expect((await configOf(`${none}"i" = { to = ["/opt/i", "/init"] }\n`)).mappings).toHaveLength(2);
    await expect(configOf(`${none}"i" = { to = ["/opt/i", "/init/"] }\n`)).rejects.toThrow('no mapping provides /init');
  });

  it('chooses the free space for "auto", and notes an unlikely number of MiB and overlay_size', async () => {
    expect(await configOf(`${rootfs}filesystem.size_buffer_mb = "auto"\n`)).toMatchObject({
      filesystem: { sizeBufferMb: 'auto' },
    });
    const text = `${rootfs}[filesystem]\nsize_buffer_mb = 67108864\noverlay_size = "1G"\n`;
    expect((await validateConfigText(text, 'fledge.toml')).notes.map(formatProblem)).toEqual([
      'fledge.toml:5:1: filesystem.size_buffer_mb: is 64.0 TiB of free space, because the unit is MiB; did you mean "64"?',
      'fledge.toml:6:1: filesystem.overlay_size: ignored: the image has no overlay, and its free space is set by size_buffer_mb; remove this key',
    ]);
  });

  it('keeps mappings in the order of the file, even with numbers as keys', async () => {
    const text = `${initramfs}[mappings]\n"b" = "/1"\n"10" = "/2"\n"a" = "/3"\n"9" = "/4"\n"constructor" = "/5"\n`;
    expect((await configOf(text)).mappings.map(({ source }) => source)).toEqual(['b', '10', 'a', '9', 'constructor']);
  });

  it.each([
    ['two files in a usual directory', '"a" = "/etc"\n"b" = "/etc"\n'],
    ['two files inside a directory', '"a" = "/opt/app/"\n"b" = "/opt/app/"\n'],
    ['a file inside another mapping', '"a" = "/opt/app"\n"b" = "/opt/app/b"\n'],
    ['a file inside a mapped directory', '"a" = "/opt/app"\n"b" = "/opt/app/"\n'],
    ['destinations that differ in case', '"a" = "/opt/app"\n"b" = "/opt/App"\n'],
  ])('allows %s', async (_name, mappings) => {
    expect((await configOf(`${initramfs}[mappings]\n${mappings}`)).mappings).toHaveLength(2);
  });

  it.each<readonly [string, Filesystem['qcow2']]>([
    ['type = "xfs"', undefined],
    ['format = "raw"', undefined],
    ['format = "qcow2"', { compression: { method: 'zstd', level: DEFAULT_QCOW2_LEVEL.zstd } }],
    ['format = "qcow2"\ncompression_level = 22', { compression: { method: 'zstd', level: 22 } }],
    ['format = "qcow2"\ncompression = "zlib"', { compression: { method: 'zlib', level: DEFAULT_QCOW2_LEVEL.zlib } }],
    ['format = "qcow2"\ncompression = "zlib"\ncompression_level = 9', { compression: { method: 'zlib', level: 9 } }],
    ['format = "qcow2"\ncompression = "none"\npreallocate = false', { compression: undefined }],
    ['format = "qcow2"\ntype = "squashfs"\ncompression_level = 19', { compression: undefined }],
    [
      'format = "qcow2"\ntype = "squashfs"\ncompression = "zstd"\ncompression_level = 19',
      { compression: { method: 'zstd', level: DEFAULT_QCOW2_LEVEL.zstd } },
    ],
  ])('reads the disk format of %j', async (filesystem, qcow2) => {
    const config = await configOf(`${rootfs}[filesystem]\n${filesystem}\n`);
    expect(config.strategy === 'oci_rootfs' && config.filesystem.qcow2).toEqual(qcow2);
  });

  it('adds a note for the file systems that the newest Volant does not find in a qcow2 image', async () => {
    const notesOf = async (type: string) =>
      (await validateConfigText(`${rootfs}[filesystem]\nformat = "qcow2"\ntype = "${type}"\n`, 'fledge.toml')).notes;
    expect(await notesOf('ext4')).toEqual([]);
    for (const type of ['xfs', 'btrfs', 'squashfs']) {
      expect(await notesOf(type)).toMatchObject([{ key: 'filesystem.format', line: 5 }, { key: 'filesystem.type' }]);
    }
  });

  it('adds notes for keys that have less effect than expected', async () => {
    const squashfs = '[filesystem]\ntype = "squashfs"\nsize_buffer_mb = 5\npreallocate = true\n';
    const { notes } = await validateConfigText(rootfs + squashfs, 'fledge.toml');
    expect(notes.map(formatProblem)).toEqual([
      expect.stringMatching(/^fledge\.toml:5:1: filesystem\.type: the kernel .* does not support squashfs/),
      'fledge.toml:6:1: filesystem.size_buffer_mb: ignored: squashfs is read-only and has neither free space nor holes',
      'fledge.toml:7:1: filesystem.preallocate: ignored: squashfs is read-only and has neither free space nor holes',
    ]);
    const hidden = await validateConfigText(
      `${initramfs}[mappings]\n"a" = "/run/a"\n"b" = "/running"\n`,
      'fledge.toml',
    );
    const braces = ['$', '{APP}'].join('');
    const destinations = [
      `/opt/${braces}/x`,
      '/opt/$APP',
      '/opt/$(app)',
      '/opt/{{ app }}',
      '/opt/a$',
      '/opt/$1',
      '/opt/{a}',
    ];
    const mapped = destinations.map((destination, index) => `"${index}x" = "${destination}"\n`).join('');
    const variables = await validateConfigText(`${initramfs}[mappings]\n${mapped}`, 'fledge.toml');
    const stands = 'stays in the destination, because fledge does not expand variables; write the path itself';
    expect(variables.notes.map(formatProblem)).toEqual(
      [braces, '$APP', '$(app)', '{{ app }}'].map(
        (variable, index) => `fledge.toml:${index + 4}:1: mappings.${index}x: ${variable} ${stands}`,
      ),
    );
    expect(hidden.notes.map(formatProblem)).toEqual([
      'fledge.toml:4:1: mappings.a: will be hidden: the init mounts a file system on /run',
    ]);
  });

  it('a config has the same meaning with a byte order mark, CRLF, another key order or notation', async () => {
    const text = `${initramfs}[agent]\nsource_strategy = "local"\npath = "k"\n[mappings]\n"a" = "/a"\n`;
    const expected = await configOf(text);
    expect(await configOf(`\ufeff${text}`)).toEqual(expected);
    expect(await configOf(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    const inline = 'mappings = {a = "/a"}\nagent = {path = "k", source_strategy = "local"}\nstrategy = \'initramfs\'\n';
    expect(await configOf(`${inline}"version" = """1"""`)).toEqual(expected);
    expect(
      await configOf(
        'agent.path="k"\nagent.source_strategy="local"\nmappings.a="/a"\nstrategy="initramfs"\nversion="1"',
      ),
    ).toEqual(expected);
  });
});

describe('positions', () => {
  it('gives positions of keys, of tables, and of missing keys', async () => {
    const text = `\ufeffversion = "1"\r\nstrategy = "initramfs"\r\n\r\n  [agent]\r\n  source_strategy = "local" # why\r\n  path = "k"\r\n[mappings]\r\n"😀" = "/a"\r\n`;
    const { positionOf } = await validateConfigText(text, 'fledge.toml');
    expect(await positionOf(['version'])).toEqual({ line: 1, column: 1 });
    expect(await positionOf(['agent'])).toEqual({ line: 4, column: 3 });
    expect(await positionOf(['agent', 'path'])).toEqual({ line: 6, column: 3 });
    expect(await positionOf(['agent', 'url'])).toEqual({ line: 4, column: 3 });
    expect(await positionOf(['mappings', '😀'])).toEqual({ line: 8, column: 1 });
    expect(await positionOf(['source', 'image'])).toEqual({ line: 1, column: 1 });
  });

  it('counts positions in characters and not in UTF-16 units', async () => {
    const { positionOf } = await validateConfigText(`${initramfs}mappings = {"😀" = "/a", b = "/b"}\n`, 'fledge.toml');
    expect(await positionOf(['mappings', 'b'])).toEqual({ line: 3, column: 25 });
  });

  it('gives positions to errors that are found later', async () => {
    const { errorAt } = await validateConfigText(`${initramfs}[mappings]\n"./x" = "/a"\n`, 'plugin/fledge.toml');
    const error = await errorAt([{ path: ['mappings', './x'], message: 'no such file' }]);
    expect(error.message).toBe('plugin/fledge.toml:4:1: mappings."./x": no such file');
    expect(error.code).toBe('config');
  });
});

describe('loadConfig', () => {
  it('loadConfig accepts a file with any name or its directory', async () => {
    const directory = testDirectoryWith({ 'plüg in/fledge.toml': initramfs, 'plüg in/other.toml': rootfs });
    const byDirectory = await loadConfig(join(directory, 'plüg in'));
    expect(byDirectory).toMatchObject({
      file: join(directory, 'plüg in', 'fledge.toml'),
      directory: join(directory, 'plüg in'),
      config: { strategy: 'initramfs' },
    });
    const byFile = await loadConfig(join(directory, 'plüg in', 'other.toml'));
    expect(byFile).toMatchObject({ directory: join(directory, 'plüg in'), config: { strategy: 'oci_rootfs' } });
  });

  it('loadConfig names the file in problems as the user named it', async () => {
    const directory = testDirectoryWith({ 'a/fledge.toml': 'x' });
    await expect(loadConfig(join(directory, 'a'))).rejects.toThrow(`${directory}/a/fledge.toml:1:`);
  });

  it('loadConfig explains how to name a missing file', async () => {
    const directory = testDirectoryWith({});
    const previous = process.cwd();
    process.chdir(directory);
    try {
      await expect(loadConfig()).rejects.toThrow(
        "there is no fledge.toml in this directory; run fledge in the plugin's directory, or set --config",
      );
    } finally {
      process.chdir(previous);
    }
    await expect(loadConfig(directory)).rejects.toThrow(`there is no fledge.toml in ${directory}`);
    await expect(loadConfig(join(directory, 'x.toml'))).rejects.toThrow(`there is no file "${directory}/x.toml"`);
  });

  it.each(['Fledge.toml', 'fledge.tml', 'fledge.yaml'])(
    'loadConfig names the file %s, which was probably meant',
    async (name) => {
      const directory = testDirectoryWith({ [name]: '', 'fledge.lock': '' });
      await expect(loadConfig(directory)).rejects.toThrow(
        expect.objectContaining({ fix: expect.stringContaining(`rename ${name} to fledge.toml`) }),
      );
    },
  );

  it('loadConfig tells a directory and a link that leads nowhere from a missing file', async () => {
    const directory = testDirectoryWith({ 'fledge.toml/x': '' });
    await expect(loadConfig(join(directory, 'fledge.toml'))).rejects.toThrow('fledge.toml is a directory, and');
    const link = join(directory, 'link.toml');
    symlinkSync('absent', link);
    await expect(loadConfig(link)).rejects.toThrow(`cannot read ${link}: it is a link to a file that does not exist`);
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['binary', Buffer.from('\x7fELF\0\0\xff', 'latin1'), ':1:1: this is not UTF-8 text: it contains NUL'],
    [
      'Latin-1',
      Buffer.from('version = "1"\n# \xfcber\n', 'latin1'),
      ':2:3: byte 0xfc is not UTF-8; save the file as UTF-8',
    ],
    [
      'a cut character',
      Buffer.from('version = "1" # ü').subarray(0, -1),
      ':1:17: byte 0xc3 is not UTF-8; save the file as UTF-8',
    ],
    ['a Latin-1 letter', Buffer.from('# caf\xe9\n', 'latin1'), ':1:6: byte 0xe9 is not UTF-8; save the file as UTF-8'],
    [
      'a byte behind a replacement character that somebody wrote',
      Buffer.concat([Buffer.from('\ufeff# \ufffd'), Buffer.of(0xff)]),
      ':1:4: byte 0xff is not UTF-8; save the file as UTF-8',
    ],
    ['UTF-16', Buffer.from('\ufeffversion = "1"', 'utf16le'), ':1:1: this is UTF-16; save it as UTF-8'],
  ])('loadConfig locates bytes that are not UTF-8: %s', async (_name, bytes, message) => {
    const directory = testDirectoryWith({ 'fledge.toml': bytes });
    await expect(loadConfig(directory)).rejects.toThrow(`fledge.toml${message}`);
  });

  it('loadConfig refuses a file that cannot be a config', async () => {
    const directory = testDirectoryWith({ 'plugin.img': Buffer.alloc(1024 * 1024 + 1) });
    mkdirSync(join(directory, 'fledge.toml'));
    await expect(loadConfig(join(directory, 'plugin.img'))).rejects.toThrow(
      'plugin.img: it has 1048577 bytes, and a config has at most 1048576',
    );
    await expect(loadConfig('/dev/null')).rejects.toThrow('cannot read /dev/null: it is not a regular file');
    const loop = join(directory, 'loop.toml');
    symlinkSync('loop.toml', loop);
    await expect(loadConfig(loop)).rejects.toThrow(`cannot read ${loop}: the path is a loop of symbolic links`);
    await expect(loadConfig(directory)).rejects.toThrow('fledge.toml: it is not a regular file');
  });
});
