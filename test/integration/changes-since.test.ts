import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pluginFiles } from '../helpers/action/action-plugin.ts';
import { configWith as withBusybox } from '../helpers/bad-input.ts';
import { workspaceHere } from '../helpers/here.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';

/* `fledge plan --since`, with real repositories. */

const IDENTITY = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'protocol.file.allow=always'];

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...IDENTITY, '-c', 'init.defaultBranch=main', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

/** A config whose busybox is in the repository. */
function configWith(mapping: string): string {
  return withBusybox(mapping).replace('"/bin/busybox"', '"../../busybox"');
}

function commitAll(cwd: string): string {
  git(cwd, 'add', '--all', '--force');
  git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'change');
  return git(cwd, 'rev-parse', 'HEAD').trim();
}

/** A repository with the plugins `web`, which maps `../../shared` without logs, and `api`. */
function repository() {
  const place = workspaceHere({
    ...pluginFiles('web', 'plugins/web', configWith('"../../shared" = { to = "/srv", exclude = ["*.log", "tmp"] }')),
    ...pluginFiles('api', 'plugins/api', configWith('"app" = "/bin/app"')),
    'plugins/api/app': 'app',
    'shared/page': 'page',
    'shared/tmp/x': 'x',
    'README.md': 'read me',
    busybox: 'busybox',
  });
  const at = place.plugin;
  git(at, 'init', '--quiet');
  const base = commitAll(at);
  const write = (path: string, content = 'changed'): void => {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), content);
  };
  /** The names of the plugins to build, and the messages. */
  const since = async (commit = base, ...args: readonly string[]) => {
    const { status, stdout, stderr } = await place.run(['plan', '--json', '--since', commit, ...args]);
    const { builds = [], skipped = [], matrix } = JSON.parse(stdout);
    const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);
    return { status, stderr, built: names(builds), skipped: names(skipped), jobs: names(matrix?.include ?? []) };
  };
  return { place, at, base, write, since };
}

describe('fledge plan --since', () => {
  it('leaves out every plugin if nothing changed, and gives the reason', async () => {
    const { base, since, place } = repository();
    const { built, skipped, jobs, stderr } = await since();
    expect({ built, skipped, jobs }, stderr).toEqual({ built: [], skipped: ['api', 'web'], jobs: [] });
    expect(stderr).toContain(
      `skip web (plugins/web/fledge.toml): its inputs are the same as in commit ${base.slice(0, 12)}`,
    );
    const table = await place.run(['plan', '--since', base]);
    expect(table).toMatchObject({ status: 0, stdout: 'CONFIG  NAME  STRATEGY  PLATFORM\n' });
  });

  it('builds the plugins that read a changed or a new file', async () => {
    const { at, since, write } = repository();
    const readers: Readonly<Record<string, readonly string[]>> = {
      'plugins/web/fledge.toml': ['web'],
      'plugins/web/manifest.toml': ['web'],
      'plugins/web/init': ['web'],
      'plugins/api/app': ['api'],
      busybox: ['api', 'web'],
      'shared/page': ['web'],
      'shared/new/file': ['web'],
      'shared/x.log': [],
      'shared/tmp/y': [],
      'plugins/web/notes': [],
      'README.md': [],
    };
    for (const [path, expected] of Object.entries(readers)) {
      const content = path.endsWith('.toml') ? `${readFileSync(join(at, path), 'utf8')}# comment\n` : 'changed';
      write(path, content);
      expect([path, (await since()).built]).toEqual([path, expected]);
      git(at, 'checkout', '--quiet', '.');
      git(at, 'clean', '--quiet', '--force', '-d');
    }
    write('shared/new/file');
    write('plugins/api/app');
    commitAll(at);
    expect((await since()).built).toEqual(['api', 'web']);
  });

  it('names changed files that are not inputs of a plugin', async () => {
    const { since, write, at } = repository();
    for (const name of ['README.md', 'a', 'b', 'c', 'd']) write(name);
    commitAll(at);
    expect((await since()).stderr).toContain('changed, but not an input of a plugin: README.md, a, b and 2 more');
  });

  it('a deleted or renamed input is a change', async () => {
    const { at, since } = repository();
    git(at, 'mv', 'shared/page', 'README');
    expect((await since()).built).toEqual(['web']);
    git(at, 'mv', 'README', 'shared/page');
    expect((await since()).built).toEqual([]);
    git(at, 'mv', 'plugins/api', 'plugins/api2');
    commitAll(at);
    expect((await since()).built).toEqual(['api']);
    rmSync(join(at, 'plugins/web/manifest.toml'));
    // Without its template, the name of the plugin is that of its directory.
    expect((await since()).built).toEqual(['api', 'web']);
  });

  it('an added and a removed lock file is a change', async () => {
    const { at, since, write } = repository();
    write('plugins/web/fledge.lock', 'version = 1\n');
    const locked = commitAll(at);
    expect((await since()).built).toEqual(['web']);
    rmSync(join(at, 'plugins/web/fledge.lock'));
    commitAll(at);
    expect((await since()).built).toEqual([]);
    expect((await since(locked)).built).toEqual(['web']);
  });

  it('a file that git ignores cannot be compared, and is a change', async () => {
    const { at, since, write } = repository();
    write('.gitignore', 'app\nshared/built/\n');
    git(at, 'rm', '--quiet', '--cached', 'plugins/api/app');
    const base = commitAllOf(at, '.gitignore');
    const first = await since(base);
    expect(first.built).toEqual(['api']);
    expect(first.stderr).toContain('git does not track plugins/api/app');
    write('shared/built/x');
    expect((await since(base)).built).toEqual(['api', 'web']);
    rmSync(join(at, 'plugins/api/app'));
    expect((await since(base)).stderr).toMatch(/build api .*app does not exist/);
  });

  it('a changed target of a link is a change, and so is the link', async () => {
    const { at, since, write } = repository();
    write('real/app', 'app');
    rmSync(join(at, 'plugins/api/app'));
    symlinkSync('../../real/app', join(at, 'plugins/api/app'));
    const base = commitAll(at);
    expect((await since(base)).built).toEqual([]);
    write('real/app');
    expect((await since(base)).built).toEqual(['api']);
    write('real/app', 'app');
    write('real/app2', 'app');
    rmSync(join(at, 'plugins/api/app'));
    symlinkSync('../../real/app2', join(at, 'plugins/api/app'));
    expect((await since(base)).built).toEqual(['api']);
  });

  it('a file outside of the repository cannot be compared', async () => {
    const { at, place, since, write } = repository();
    writeFileSync(join(place.root, 'outside'), '');
    write('plugins/api/fledge.toml', configWith('"../../../outside" = "/x"'));
    const base = commitAll(at);
    const { built, stderr } = await since(base);
    expect(built).toEqual(['api']);
    expect(stderr).toContain('is outside of the repository');
  });

  it('a new commit of a submodule is a change of the files in it', async () => {
    const { at, place, since, write } = repository();
    const library = join(place.root, 'library');
    mkdirSync(library);
    git(library, 'init', '--quiet');
    writeFileSync(join(library, 'file'), 'one');
    commitAll(library);
    git(at, 'submodule', '--quiet', 'add', library, 'vendor/library');
    write('plugins/api/fledge.toml', configWith('"../../vendor/library/file" = "/x"'));
    write('plugins/web/fledge.toml', configWith('"../../vendor" = "/v"'));
    const base = commitAll(at);
    expect((await since(base)).built).toEqual([]);
    writeFileSync(join(library, 'file'), 'two');
    commitAll(library);
    git(join(at, 'vendor/library'), 'pull', '--quiet');
    expect((await since(base)).built).toEqual(['api', 'web']);
    commitAll(at);
    expect((await since(base)).built).toEqual(['api', 'web']);
  });

  it('the context of a Dockerfile and its ignore files are inputs', async () => {
    const { at, since, write } = repository();
    write('plugins/image/fledge.toml', rootfsConfig('x').replace('image = "x"', 'dockerfile = "Dockerfile"'));
    write('plugins/image/Dockerfile', 'FROM scratch\nCOPY data /\n');
    write('plugins/image/data', 'data');
    const base = commitAll(at);
    expect((await since(base)).built).toEqual([]);
    write('plugins/image/data');
    expect((await since(base)).built).toEqual(['image']);
    write('plugins/image/data', 'data');
    write('plugins/image/Dockerfile.dockerignore', 'x\n');
    expect((await since(base)).built).toEqual(['image']);
  });

  it('a cloud-init document is an input', async () => {
    const { at, since, write } = repository();
    write(
      'plugins/web/manifest.toml',
      'name = "web"\nversion = "1.2.3"\n[workload]\nentrypoint = ["/init"]\n[cloud_init.user_data]\npath = "user-data"\n',
    );
    write('plugins/web/user-data', '#cloud-config\n');
    const base = commitAll(at);
    expect((await since(base)).built).toEqual([]);
    write('plugins/web/user-data', '#cloud-config\n# x\n');
    expect((await since(base)).built).toEqual(['web']);
  });

  it('builds everything without an earlier commit', async () => {
    const { since } = repository();
    expect((await since('0'.repeat(40))).built).toEqual(['api', 'web']);
  });
});

function commitAllOf(at: string, ...paths: readonly string[]): string {
  git(at, 'add', ...paths);
  git(at, 'commit', '--quiet', '--message', 'change');
  return git(at, 'rev-parse', 'HEAD').trim();
}

describe('a commit that cannot be compared with', () => {
  it('reports a revision that is not a commit', async () => {
    const { place } = repository();
    for (const revision of ['missing', '--all', '1234567', 'HEAD:README.md']) {
      const { status, stderr } = await place.run(['plan', `--since=${revision}`]);
      expect(status).toBe(1);
      expect(stderr).toContain('this repository does not have it');
    }
  });

  it('advises to fetch all commits of a shallow checkout', async () => {
    const { at, base, place, write } = repository();
    write('README.md');
    commitAll(at);
    const clone = join(place.root, 'clone');
    git(place.root, 'clone', '--quiet', '--depth=1', `file://${at}`, clone);
    const { status, stderr } = await place.run(['plan', '--since', base], { cwd: clone });
    expect(status).toBe(1);
    expect(stderr).toContain('fetch-depth: 0');
  });

  it('reports a directory that is not in a checkout, and a missing git', async () => {
    const place = workspaceHere(pluginFiles('web'));
    const outside = await place.run(['plan', '--since', 'HEAD'], { env: { GIT_CEILING_DIRECTORIES: '/' } });
    expect(outside.status).toBe(1);
    expect(outside.stderr).toContain('not a git repository');
    const missing = await place.run(['plan', '--since', 'HEAD'], { env: { PATH: '/nonexistent' } });
    expect(missing.stderr).toContain('git is not on the PATH');
  });

  it('does not start a program that the repository names', async () => {
    const { at, base, place, since, write } = repository();
    const proof = join(place.root, 'proof');
    const program = join(place.root, 'program');
    writeFileSync(program, `#!/bin/sh\ntouch '${proof}'\n`, { mode: 0o755 });
    for (const key of ['core.fsmonitor', 'diff.external', 'core.pager', 'diff.x.textconv'])
      git(at, 'config', key, program);
    write('shared/page');
    expect((await since(base)).built).toEqual(['web']);
    expect(() => execFileSync('ls', [proof], { stdio: 'pipe' })).toThrow();
  });
});
