import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateAction } from '@action-validator/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SYSTEM_PATH } from '../helpers/cli.ts';
import { programs } from '../helpers/programs.ts';
import { testDirectory } from '../helpers/scratch.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;
const INDEX = `sha256:${'c'.repeat(64)}`;
const IMAGE = 'ghcr.io/example/runner';

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A checkout of a small repository with our scripts, and the repository that it was cloned from. */
class Checkout {
  readonly directory = testDirectory();
  readonly origin = testDirectory();
  readonly output = join(testDirectory(), 'output');

  constructor(version = '1.2.3') {
    this.git('init', '--quiet', '--bare', '--initial-branch=main', this.origin);
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('remote', 'add', 'origin', this.origin);
    cpSync(join(root, 'scripts/release'), join(this.directory, 'scripts/release'), { recursive: true });
    cpSync(join(root, 'action.yml'), join(this.directory, 'action.yml'));
    this.write(
      'package.json',
      `{\n  "name": "@example/fledge",\n  "version": "${version}",\n  "dependencies": {}\n}\n`,
    );
    this.write(
      'CHANGELOG.md',
      `# Changes\n\n## ${version}\n\n- It is *new*.\n- \`And\` "good".\n\n## 0.0.1\n\n- Old.\n`,
    );
    this.commit('One');
    this.git('push', '--quiet', 'origin', 'main');
  }

  write(path: string, text: string): void {
    mkdirSync(join(this.directory, path, '..'), { recursive: true });
    writeFileSync(join(this.directory, path), text);
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message', message);
  }

  git(...args: readonly string[]): string {
    const env = { PATH: SYSTEM_PATH, HOME: this.directory, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
    return execFileSync('git', args, { cwd: this.directory, env, stdio: 'pipe' }).toString().trim();
  }

  /** What a name means in the repository that was cloned. */
  atOrigin(name: string): string {
    return this.git('ls-remote', 'origin', name).split('\t')[0] ?? '';
  }

  run(script: string, args: readonly string[], bin?: string): Outcome {
    const { status, stdout, stderr } = spawnSync(join(this.directory, 'scripts/release', script), args, {
      encoding: 'utf8',
      env: {
        PATH: bin === undefined ? SYSTEM_PATH : `${bin}:${SYSTEM_PATH}`,
        HOME: this.directory,
        GIT_CONFIG_NOSYSTEM: '1',
        GITHUB_OUTPUT: this.output,
      },
    });
    return { status, stdout, stderr };
  }

  /** The outputs of the steps until now. */
  outputs(): string {
    return readFileSync(this.output, 'utf8');
  }
}

/** A program that writes down its arguments, one call a line, and does what the script says. */
function recorder(name: string, script: string): { readonly bin: string; readonly calls: () => string[] } {
  const log = join(testDirectory(), 'calls');
  writeFileSync(log, '');
  return {
    bin: programs({ [name]: `echo "$*" >> "${log}"\n${script}` }),
    calls: () => readFileSync(log, 'utf8').trimEnd().split('\n'),
  };
}

const failure = (message: string): Outcome => ({ status: 1, stdout: '', stderr: `release: ${message}\n` });

describe('check-tag', () => {
  it('takes the version out of a tag on main', () => {
    const checkout = new Checkout();
    expect(checkout.run('check-tag.sh', ['release/v1.2.3'])).toEqual({
      status: 0,
      stdout: 'version=1.2.3\n',
      stderr: '',
    });
    expect(checkout.outputs()).toBe('version=1.2.3\n');
  });

  it('takes a pre-release', () => {
    expect(new Checkout('1.0.0-alpha.1').run('check-tag.sh', ['release/v1.0.0-alpha.1']).status).toBe(0);
  });

  it.each([
    ['v1.2.3', 'the tag v1.2.3 is not of the form release/v1.2.3'],
    ['release/v1.2', '1.2 is not a version'],
    ['release/v1.2.3;id', '1.2.3;id is not a version'],
    ['release/v1.2.03', '1.2.03 is not a version'],
    ['release/v1.2.4', 'the tag is for 1.2.4, and package.json has 1.2.3'],
  ])('refuses %s', (tag, message) => {
    expect(new Checkout().run('check-tag.sh', [tag])).toEqual(failure(message));
  });

  it('refuses a version that the changelog does not know', () => {
    const checkout = new Checkout();
    checkout.write('CHANGELOG.md', '# Changes\n\n## 1.2.30\n\n- Other.\n');
    expect(checkout.run('check-tag.sh', ['release/v1.2.3'])).toEqual(failure('CHANGELOG.md has no section "## 1.2.3"'));
  });

  it('refuses a commit that is not on main', () => {
    const checkout = new Checkout();
    checkout.write('file', 'not reviewed');
    checkout.commit('Two');
    expect(checkout.run('check-tag.sh', ['release/v1.2.3'])).toEqual(
      failure('the commit of release/v1.2.3 is not on main'),
    );
  });

  it('refuses a version that is released', () => {
    const checkout = new Checkout();
    checkout.git('tag', 'v1.2.3');
    expect(checkout.run('check-tag.sh', ['release/v1.2.3'])).toEqual(
      failure('v1.2.3 is released already; a version is released once'),
    );
  });
});

describe('push-image and push-index', () => {
  it('build, push, and say the digest of what was pushed', () => {
    const checkout = new Checkout();
    const docker = recorder(
      'docker',
      `[ "$1" != image ] || printf '%s\\n' 'ghcr.io/example/other@${OTHER}' '${IMAGE}@${DIGEST}' ''`,
    );
    expect(checkout.run('push-image.sh', [IMAGE, '1.2.3', 'arm64'], docker.bin)).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(checkout.outputs()).toBe(`arm64=${DIGEST}\n`);
    const revision = checkout.git('rev-parse', 'HEAD');
    expect(docker.calls()).toEqual([
      `build --platform linux/arm64 --provenance=false --file runner-image/Dockerfile --build-arg VERSION=1.2.3 --build-arg REVISION=${revision} --tag ${IMAGE}:1.2.3-arm64 .`,
      `push --quiet ${IMAGE}:1.2.3-arm64`,
      `image inspect --format {{range .RepoDigests}}{{println .}}{{end}} ${IMAGE}:1.2.3-arm64`,
    ]);
  });

  it('end when docker fails, or knows no digest', () => {
    const checkout = new Checkout();
    const args = [IMAGE, '1.2.3', 'amd64'];
    expect(checkout.run('push-image.sh', args, recorder('docker', 'exit 7').bin).status).toBe(7);
    expect(checkout.run('push-image.sh', args, recorder('docker', 'exit 0').bin)).toEqual(
      failure('"" is not a digest'),
    );
  });

  it('make one image of two', () => {
    const checkout = new Checkout();
    const docker = recorder('docker', `[ "$3" != inspect ] || echo ${INDEX}`);
    expect(checkout.run('push-index.sh', [IMAGE, '1.2.3', DIGEST, OTHER], docker.bin).status).toBe(0);
    expect(checkout.outputs()).toBe(`digest=${INDEX}\n`);
    expect(docker.calls()).toEqual([
      `buildx imagetools create --tag ${IMAGE}:1.2.3 ${IMAGE}@${DIGEST} ${IMAGE}@${OTHER}`,
      `buildx imagetools inspect --format {{.Manifest.Digest}} ${IMAGE}:1.2.3`,
    ]);
  });

  it('push nothing without both digests', () => {
    const docker = recorder('docker', '');
    expect(new Checkout().run('push-index.sh', [IMAGE, '1.2.3', DIGEST, ''], docker.bin)).toEqual(
      failure('"" is not a digest'),
    );
    expect(docker.calls()).toEqual(['']);
  });
});

describe('pin-image', () => {
  const schema = z.object({ inputs: z.record(z.string(), z.record(z.string(), z.unknown())) });
  const inputsOf = (text: string) => schema.parse(parse(text)).inputs;

  it('changes the default of one input, and nothing else', () => {
    const checkout = new Checkout();
    const file = join(checkout.directory, 'action.yml');
    const before = inputsOf(readFileSync(file, 'utf8'));
    for (const digest of [DIGEST, OTHER]) {
      expect(checkout.run('pin-image.sh', ['action.yml', `${IMAGE}@${digest}`])).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
      const text = readFileSync(file, 'utf8');
      const runnerImage = { ...before['runner-image'], default: `${IMAGE}@${digest}` };
      expect(inputsOf(text)).toEqual({ ...before, 'runner-image': runnerImage });
      expect(validateAction(text.replace('using: node24', 'using: node20')).errors).toEqual([]);
    }
  });

  it('does not touch a file without that input, nor write what is no digest', () => {
    const checkout = new Checkout();
    checkout.write('other.yml', 'inputs:\n  runner:\n    default: host\n');
    expect(checkout.run('pin-image.sh', ['other.yml', `${IMAGE}@${DIGEST}`])).toEqual(
      failure('other.yml has no input runner-image'),
    );
    expect(readFileSync(join(checkout.directory, 'other.yml'), 'utf8')).toContain('default: host');
    expect(checkout.run('pin-image.sh', ['action.yml', `${IMAGE}:latest`])).toEqual(
      failure(`"${IMAGE}:latest" is not a digest`),
    );
    expect(checkout.git('status', '--porcelain')).toBe('?? other.yml');
  });
});

describe('tag-version', () => {
  it('tags a commit on top of main that has the pin, and leaves main alone', () => {
    const checkout = new Checkout();
    const main = checkout.atOrigin('refs/heads/main');
    checkout.run('pin-image.sh', ['action.yml', `${IMAGE}@${DIGEST}`]);
    expect(checkout.run('tag-version.sh', ['1.2.3'])).toEqual({ status: 0, stdout: '', stderr: '' });
    checkout.git('fetch', '--quiet', '--tags', 'origin');
    expect(checkout.git('rev-parse', 'v1.2.3^')).toBe(main);
    expect(checkout.git('diff', '--name-only', 'v1.2.3^', 'v1.2.3')).toBe('action.yml');
    expect(checkout.git('cat-file', '-t', 'v1.2.3')).toBe('tag');
    expect(checkout.atOrigin('refs/heads/main')).toBe(main);
  });

  it('can be run again, and does not move a tag', () => {
    const checkout = new Checkout();
    const release = (digest: string): Outcome => {
      checkout.git('checkout', '--quiet', '--force', '--detach', 'origin/main');
      checkout
        .git('tag', '--list')
        .split('\n')
        .filter(Boolean)
        .map((tag) => checkout.git('tag', '--delete', tag));
      checkout.run('pin-image.sh', ['action.yml', `${IMAGE}@${digest}`]);
      return checkout.run('tag-version.sh', ['1.2.3']);
    };
    expect(release(DIGEST).status).toBe(0);
    const tagged = checkout.atOrigin('refs/tags/v1.2.3');
    expect(release(DIGEST).status).toBe(0);
    expect(release(OTHER)).toEqual(
      failure('v1.2.3 is released already, with other content; a version is released once'),
    );
    expect(checkout.atOrigin('refs/tags/v1.2.3')).toBe(tagged);
  });
});

describe('move-major-tag', () => {
  /** Commits and tags a version at the origin. */
  function release(checkout: Checkout, version: string): string {
    checkout.write('file', version);
    checkout.commit(version);
    checkout.git(
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.com',
      'tag',
      '--annotate',
      '-m',
      'x',
      `v${version}`,
    );
    checkout.git('push', '--quiet', 'origin', `v${version}`);
    return checkout.git('rev-parse', 'HEAD');
  }

  it('moves to the newest version, forward only', () => {
    const checkout = new Checkout();
    const first = release(checkout, '1.9.0');
    expect(checkout.run('move-major-tag.sh', ['1.9.0'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(checkout.atOrigin('refs/tags/v1')).toBe(first);
    const second = release(checkout, '1.10.0');
    expect(checkout.run('move-major-tag.sh', ['1.10.0']).status).toBe(0);
    expect(checkout.atOrigin('refs/tags/v1')).toBe(second);
    release(checkout, '1.9.1');
    expect(checkout.run('move-major-tag.sh', ['1.9.1'])).toMatchObject({
      status: 0,
      stdout: '1.10.0 is newer than 1.9.1, v1 stays where it is\n',
    });
    expect(checkout.atOrigin('refs/tags/v1')).toBe(second);
  });

  it('does not move to a pre-release, nor care about another major version', () => {
    const checkout = new Checkout();
    release(checkout, '2.0.0-rc.1');
    expect(checkout.run('move-major-tag.sh', ['2.0.0-rc.1']).stdout).toBe(
      '2.0.0-rc.1 is a pre-release, v2 stays where it is\n',
    );
    expect(checkout.atOrigin('refs/tags/v2')).toBe('');
    const stable = release(checkout, '1.0.0');
    checkout.run('move-major-tag.sh', ['1.0.0']);
    expect(checkout.atOrigin('refs/tags/v1')).toBe(stable);
  });
});

describe('publish-npm', () => {
  const npm = (published: string) =>
    recorder('npm', `case "$1 $2" in "pkg get") echo '"@example/fledge"' ;; view*) ${published} ;; esac`);

  it('publishes a package without dependencies, with provenance', () => {
    const { bin, calls } = npm('exit 1');
    expect(new Checkout().run('publish-npm.sh', ['1.2.3'], bin)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(calls()).toEqual([
      'pkg get name',
      'view @example/fledge@1.2.3 version',
      'pkg delete dependencies devDependencies optionalDependencies overrides scripts',
      'publish --provenance --access public --tag latest --ignore-scripts',
    ]);
  });

  it('does not give a pre-release to everybody', () => {
    const { bin, calls } = npm('exit 1');
    new Checkout().run('publish-npm.sh', ['1.2.3-rc.1'], bin);
    expect(calls().at(-1)).toBe('publish --provenance --access public --tag next --ignore-scripts');
  });

  it('leaves a version alone that is there', () => {
    const { bin, calls } = npm('echo 1.2.3');
    expect(new Checkout().run('publish-npm.sh', ['1.2.3'], bin).stdout).toBe(
      '@example/fledge@1.2.3 is on npm already\n',
    );
    expect(calls()).toHaveLength(2);
  });

  it('packs the bundle and no dependency', () => {
    const directory = testDirectory();
    for (const name of [
      'package.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'dist',
      'docs',
      'examples',
      'scripts',
    ]) {
      cpSync(join(root, name), join(directory, name), { recursive: true });
    }
    // The real npm, except for what it would ask and send to the registry.
    const real = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
    const bin = programs({
      npm: `case "$1" in view) exit 1 ;; publish) exec "${real}" pack --dry-run --json ;; *) exec "${real}" "$@" ;; esac`,
    });
    const { stdout, status } = spawnSync(join(directory, 'scripts/release/publish-npm.sh'), ['1.2.3'], {
      encoding: 'utf8',
      env: { PATH: `${bin}:${process.env['PATH']}`, HOME: testDirectory() },
    });
    expect(status).toBe(0);
    const paths = packSchema.parse(JSON.parse(stdout)).flatMap(({ files }) => files.map(({ path }) => path));
    expect(paths).toEqual(expect.arrayContaining(['dist/cli/index.js', 'package.json', 'README.md', 'LICENSE']));
    expect(paths.filter((path) => /^(?:scripts|src|test|node_modules)\//.test(path))).toEqual([]);
    const published: unknown = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    for (const key of ['dependencies', 'devDependencies', 'scripts']) expect(published).not.toHaveProperty(key);
    expect(published).toHaveProperty(['bin', 'fledge'], 'dist/cli/index.js');
  });

  const packSchema = z.array(z.object({ files: z.array(z.object({ path: z.string() })) }));
});

describe('publish-release', () => {
  it('publishes what the changelog says of the version', () => {
    const notes = join(testDirectory(), 'notes');
    const { bin, calls } = recorder('gh', `case "$2" in view) exit 1 ;; create) cat > "${notes}" ;; esac`);
    expect(new Checkout().run('publish-release.sh', ['1.2.3'], bin).status).toBe(0);
    expect(calls().at(-1)).toBe('release create v1.2.3 --verify-tag --latest --title fledge 1.2.3 --notes-file -');
    expect(readFileSync(notes, 'utf8').trim()).toBe('- It is *new*.\n- `And` "good".');
  });

  it('leaves a release alone that is there', () => {
    const { bin, calls } = recorder('gh', '');
    expect(new Checkout().run('publish-release.sh', ['1.2.3'], bin).stdout).toBe(
      'the release v1.2.3 is there already\n',
    );
    expect(calls()).toEqual(['release view v1.2.3']);
  });
});

describe('prepare-http-server', () => {
  it('installs busybox and compiles the programs', () => {
    const { bin, calls } = recorder('sudo', '');
    const { status } = spawnSync(join(root, 'scripts/ci/prepare-http-server.sh'), {
      env: { PATH: `${bin}:${SYSTEM_PATH}` },
    });
    expect(status).toBe(0);
    expect(calls()).toEqual([
      '-n env DEBIAN_FRONTEND=noninteractive sh -c apt-get -qq update && apt-get -qq install -y --no-install-recommends busybox-static',
    ]);
    for (const program of ['agent', 'server']) {
      expect(
        readFileSync(join(root, 'examples/http-server/build', program))
          .subarray(1, 4)
          .toString(),
      ).toBe('ELF');
    }
  });
});

describe('shell scripts', () => {
  const scripts = execFileSync('git', ['ls-files', '-z', '*.sh'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);

  it('pass shellcheck', () => {
    const { stdout, status } = spawnSync('shellcheck', ['--external-sources', '--severity=warning', ...scripts], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });
});
