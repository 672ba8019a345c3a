import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configWith, LOCAL_BUSYBOX, linesOf, pluginWorkspace, UNPRIVILEGED } from '../helpers/bad-input.ts';
import { asRoot } from '../helpers/process/root.ts';

describe('a program that fledge.toml names by a symbolic link', () => {
  it('uses a busybox and an agent that fledge.toml names by symbolic links', async () => {
    const place = pluginWorkspace(
      'version = "1"\nstrategy = "initramfs"\n[source]\nbusybox_url = "busybox"\n[agent]\nsource_strategy = "local"\npath = "agent"\n',
    );
    symlinkSync('/bin/busybox', join(place.plugin, 'agent'));
    symlinkSync('/bin/busybox', join(place.plugin, 'busybox'));
    expect(await place.run(['build', '--without-steps'])).toMatchObject({ status: 0 });
  });
});

describe('a file that changes during the build', () => {
  it('detects a busybox that changes after it was verified', async () => {
    const agent = '[agent]\nsource_strategy = "local"\npath = "/bin/busybox"\n';
    const config = `${LOCAL_BUSYBOX.replace('/bin/busybox', 'busybox')}init.compile = true\n${agent}`;
    const place = pluginWorkspace(config);
    execFileSync('cp', ['/bin/busybox', join(place.plugin, 'busybox')]);
    mkdirSync(join(place.root, 'bin'));
    // The compiler runs after busybox was hashed: it waits for the start of the program to replace it.
    writeFileSync(
      join(place.root, 'bin', 'gcc'),
      `#!/bin/sh\nprintf X | dd of=busybox bs=1 seek=1000000 conv=notrunc 2>&-\nexec /usr/bin/gcc "$@"\n`.replace(
        'of=busybox',
        `of='${join(place.plugin, 'busybox')}'`,
      ),
      { mode: 0o755 },
    );
    // Two megabytes are hashed before a compiler has started; if not, the build is right as well.
    const result = await place.run(['build', '--without-steps'], {
      env: { PATH: `${join(place.root, 'bin')}:${process.env['PATH']}` },
    });
    if (result.status !== 0) {
      expect(linesOf(place, result.stderr)).toEqual([
        'error: cannot read busybox: it changed during the build',
        '  fix: build again when no other process writes to the file',
      ]);
    }
  });

  it('refuses a file of /proc, whose size is reported as 0', async () => {
    const place = pluginWorkspace(`${configWith()}"/proc/version" = "/etc/version"\n`);
    const result = await place.run(['build', '--without-steps']);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('error: cannot read /proc/version: it changed during the build\n');
  });
});

describe('a program that will not start', () => {
  it('warns of dynamic programs, scripts with a missing interpreter and scripts with Windows line ends', async () => {
    const place = pluginWorkspace(
      `${configWith()}"/bin/true" = "/usr/bin/dynamic"\nbash = "/usr/bin/bash-script"\ncrlf = "/usr/bin/crlf"\nsh = "/usr/bin/fine"\n`,
      { bash: '#!/usr/bin/bash -e\n', crlf: '#!/bin/sh\r\necho\r\n', sh: '#! /bin/sh\n' },
    );
    const { status, stderr } = await place.run(['build', '--without-steps']);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^warning: fledge\.toml:\d+:1: mappings\.\S+: \/usr\/bin\/dynamic is dynamically linked and \/lib\S+ is not in the image/m,
    );
    expect(stderr).toMatch(
      /^warning: fledge\.toml:\d+:1: mappings\.\S+: \/usr\/bin\/bash-script is a script for \/usr\/bin\/bash, which is not in the image/m,
    );
    expect(stderr).toMatch(
      /^warning: fledge\.toml:\d+:1: mappings\.\S+: \/usr\/bin\/crlf is a script with Windows line ends/m,
    );
    expect(stderr).not.toContain('/usr/bin/fine is');
  });

  it('refuses a program for another platform as PID 1', async () => {
    const place = pluginWorkspace(`${LOCAL_BUSYBOX}[init]\nnone = true\n[mappings]\nforeign = "/init"\n`);
    const compile = ['-nostdlib', '-static', '-ffreestanding', '-o', 'foreign', '-x', 'c', '-'];
    execFileSync('aarch64-linux-gnu-gcc', compile, { cwd: place.plugin, input: 'void _start(void) {}' });
    const { status, stderr } = await place.run(['build', '--without-steps']);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'fledge.toml:7:1: mappings.foreign: /init is built for linux/arm64, and the plugin is for linux/amd64',
    );
  });

  it('refuses an [init] path that contains white space', async () => {
    const place = pluginWorkspace(
      `${LOCAL_BUSYBOX}[init]\npath = "/opt/app "\n[mappings]\n"/bin/busybox" = "/opt/app "\n`,
    );
    const { status, stderr } = await place.run(['build', '--without-steps']);
    expect(status).toBe(2);
    expect(stderr).toContain('it begins or ends with white space');
  });
});

describe('a hostile environment', () => {
  it('deletes leftovers that their owner cannot enter and keeps those of other users', async () => {
    const place = pluginWorkspace(configWith());
    const leftover = (owner: string): string => {
      const path = join(place.temporary, `.fledge-00000000-1-1-0123456789ab-${owner}`);
      mkdirSync(join(path, 'below'), { recursive: true });
      writeFileSync(join(path, 'below/file'), '');
      execFileSync('touch', ['-d', '3 days ago', path]);
      chmodSync(join(path, 'below'), 0);
      chmodSync(path, 0o555);
      return path;
    };
    const [own, foreign] = [leftover('own'), leftover('foreign')];
    asRoot('chown', ['-R', '65534:65534', foreign]);
    expect(await place.run(['build', '--without-steps'], { wrapper: UNPRIVILEGED })).toMatchObject({ status: 0 });
    expect([own, foreign].map((path) => existsSync(path))).toEqual([false, true]);
    asRoot('rm', ['-rf', foreign]);
  });

  it('reports that stdout is on a full disk', async () => {
    const place = pluginWorkspace(configWith());
    const result = await place.run(['schema'], { wrapper: ['sh', '-c', 'exec "$@" > /dev/full', 'sh'] });
    expect(result).toMatchObject({
      status: 1,
      stderr: 'error: cannot write the result to stdout: no space left on the disk\n',
    });
  });

  it('prints no escape sequences of a config to a terminal', async () => {
    const place = pluginWorkspace(
      `${LOCAL_BUSYBOX}[agent]\nsource_strategy = "local"\npath = "\\u001b[2J\\u202egent"\n`,
    );
    const { stderr } = await place.run(['build', '--without-steps']);
    expect(stderr).toContain('\\x1b[2J\\xe2\\x80\\xaegent');
    expect(stderr).not.toContain('\x1b');
    expect(stderr).not.toContain('\u202e');
  });
});
