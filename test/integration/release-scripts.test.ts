import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateAction } from '@action-validator/core';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { bundledDirectories, licensesOf } from '../../scripts/licenses.ts';
import { packagesOf, productSbom } from '../../scripts/release/sbom.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';
import { programs } from '../helpers/process/programs.ts';
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

function gitIn(directory: string, args: readonly string[]): string {
  const env = { PATH: SYSTEM_PATH, HOME: directory, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', args, { cwd: directory, env, stdio: 'pipe' }).toString().trim();
}

function commitIn(directory: string, message: string): void {
  gitIn(directory, ['add', '--all']);
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  gitIn(directory, [...author, 'commit', '--quiet', '--message', message]);
}

const templates = new Map<string, string>();
afterAll(() => {
  for (const directory of templates.values()) rmSync(directory, { recursive: true, force: true });
});

/** The path of a checkout with one commit of a version, and of its origin; each test gets copies. */
function templateOf(version: string): string {
  const known = templates.get(version);
  if (known !== undefined) return known;
  const directory = mkdtempSync(join(tmpdir(), 'fledge test-'));
  templates.set(version, directory);
  const [checkout, origin] = [join(directory, 'checkout'), join(directory, 'origin')];
  cpSync(join(root, 'scripts/release'), join(checkout, 'scripts/release'), { recursive: true });
  cpSync(join(root, 'action.yml'), join(checkout, 'action.yml'));
  writeFileSync(
    join(checkout, 'package.json'),
    `{\n  "name": "@example/fledge",\n  "version": "${version}",\n  "dependencies": {}\n}\n`,
  );
  writeFileSync(
    join(checkout, 'CHANGELOG.md'),
    `# Changes\n\n## ${version}\n\n- It is *new*.\n- \`And\` "good".\n\n## 0.0.1\n\n- Old.\n`,
  );
  // Without the sample hooks, which would be most of the copied files.
  gitIn(checkout, ['init', '--quiet', '--template=', '--initial-branch=main']);
  commitIn(checkout, 'One');
  gitIn(directory, ['clone', '--quiet', '--bare', '--template=', checkout, origin]);
  gitIn(checkout, ['remote', 'add', '--fetch', 'origin', origin]);
  return directory;
}

/** A checkout of a small repository with our scripts, and the repository that it was cloned from. */
class Checkout {
  readonly directory = testDirectory();
  readonly origin = testDirectory();
  readonly output = join(testDirectory(), 'output');

  constructor(version = '1.2.3') {
    const template = templateOf(version);
    cpSync(join(template, 'checkout'), this.directory, { recursive: true });
    cpSync(join(template, 'origin'), this.origin, { recursive: true });
    this.git('remote', 'set-url', 'origin', this.origin);
  }

  write(path: string, text: string): void {
    mkdirSync(join(this.directory, path, '..'), { recursive: true });
    writeFileSync(join(this.directory, path), text);
  }

  commit(message: string): void {
    commitIn(this.directory, message);
  }

  git(...args: readonly string[]): string {
    return gitIn(this.directory, args);
  }

  /** The commit of a name in the cloned repository. */
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

  /** The outputs of all steps so far. */
  outputs(): string {
    return readFileSync(this.output, 'utf8');
  }
}

/** A program that records its arguments, one call a line, and then runs the script. */
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
  it('check-tag extracts the version from a tag on main', () => {
    const checkout = new Checkout();
    expect(checkout.run('check-tag.sh', ['release/v1.2.3'])).toEqual({
      status: 0,
      stdout: 'version=1.2.3\n',
      stderr: '',
    });
    expect(checkout.outputs()).toBe('version=1.2.3\n');
  });

  it('check-tag accepts a pre-release', () => {
    expect(new Checkout('1.0.0-alpha.1').run('check-tag.sh', ['release/v1.0.0-alpha.1']).status).toBe(0);
  });

  it.each([
    ['v1.2.3', 'the tag v1.2.3 is not of the form release/v1.2.3'],
    ['release/v1.2', '1.2 is not a version'],
    ['release/v1.2.3;id', '1.2.3;id is not a version'],
    ['release/v1.2.03', '1.2.03 is not a version'],
    ['release/v1.2.4', 'the tag is for 1.2.4, and package.json has 1.2.3'],
  ])('check-tag refuses %s', (tag, message) => {
    expect(new Checkout().run('check-tag.sh', [tag])).toEqual(failure(message));
  });

  it('check-tag refuses a version that is missing in the changelog', () => {
    const checkout = new Checkout();
    checkout.write('CHANGELOG.md', '# Changes\n\n## 1.2.30\n\n- Other.\n');
    expect(checkout.run('check-tag.sh', ['release/v1.2.3'])).toEqual(failure('CHANGELOG.md has no section "## 1.2.3"'));
  });

  it('check-tag refuses a commit that is not on main', () => {
    const checkout = new Checkout();
    checkout.write('file', 'not reviewed');
    checkout.commit('Two');
    expect(checkout.run('check-tag.sh', ['release/v1.2.3'])).toEqual(
      failure('the commit of release/v1.2.3 is not on main'),
    );
  });

  it('check-tag refuses a version that is already released', () => {
    const checkout = new Checkout();
    checkout.git('tag', 'v1.2.3');
    expect(checkout.run('check-tag.sh', ['release/v1.2.3'])).toEqual(
      failure('v1.2.3 is released already; a version is released once'),
    );
  });
});

describe('push-image and push-index', () => {
  it('push-image builds, pushes and prints the digest of the pushed image', () => {
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

  it('push-image fails when docker fails or prints no digest', () => {
    const checkout = new Checkout();
    const args = [IMAGE, '1.2.3', 'amd64'];
    expect(checkout.run('push-image.sh', args, recorder('docker', 'exit 7').bin).status).toBe(7);
    expect(checkout.run('push-image.sh', args, recorder('docker', 'exit 0').bin)).toEqual(
      failure('"" is not a digest'),
    );
  });

  it('push-index makes one index of two images', () => {
    const checkout = new Checkout();
    const docker = recorder('docker', `[ "$3" != inspect ] || echo ${INDEX}`);
    expect(checkout.run('push-index.sh', [IMAGE, '1.2.3', DIGEST, OTHER], docker.bin).status).toBe(0);
    expect(checkout.outputs()).toBe(`digest=${INDEX}\n`);
    expect(docker.calls()).toEqual([
      `buildx imagetools create --tag ${IMAGE}:1.2.3 ${IMAGE}@${DIGEST} ${IMAGE}@${OTHER}`,
      `buildx imagetools inspect --format {{.Manifest.Digest}} ${IMAGE}:1.2.3`,
    ]);
  });

  it('push-index pushes nothing without both digests', () => {
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

  it('pin-image changes only the default of one input', () => {
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

  it('pin-image does not change a file without that input or write an invalid digest', () => {
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
  it('tag-version tags a commit on top of main that has the pin and does not move main', () => {
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

  it('tag-version can be run again and does not move a tag', () => {
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

  it('move-major-tag moves to the newest version, never back', () => {
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

  it('move-major-tag does not move to a pre-release and ignores other major versions', () => {
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

describe('move-image-tags', () => {
  /** A docker that names this digest for every tag after `imagetools create`. */
  const docker = (digest = DIGEST) => recorder('docker', `[ "$3" != inspect ] || echo ${digest}`);
  const run = (versions: readonly string[], version: string, program = docker()) => {
    const checkout = new Checkout();
    for (const name of versions) checkout.git('push', '--quiet', 'origin', `HEAD:refs/tags/v${name}`);
    const outcome = checkout.run('move-image-tags.sh', [`${IMAGE}@${DIGEST}`, version], program.bin);
    return { outcome, created: program.calls().filter((call) => call.includes('create')) };
  };
  const create = (tag: string): string => `buildx imagetools create --tag ${IMAGE}:${tag} ${IMAGE}@${DIGEST}`;

  it('move-image-tags moves the major tag and latest to the newest version', () => {
    const { outcome, created } = run(['1', '1.9.0', '1.10.0', '2.0.0-rc.1'], '1.10.0');
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(created).toEqual([create('1'), create('latest')]);
  });

  it('move-image-tags leaves latest at a newer major version', () => {
    const { outcome, created } = run(['1.9.0', '2.0.0', '1.9.1'], '1.9.1');
    expect(outcome.stdout).toBe(`2.0.0 is newer than 1.9.1, ${IMAGE}:latest stays where it is\n`);
    expect(created).toEqual([create('1')]);
  });

  it('move-image-tags moves no tag back to an older version', () => {
    const { outcome, created } = run(['1.9.0', '1.10.0'], '1.9.0');
    expect(outcome.status).toBe(0);
    expect(outcome.stdout.split('\n').filter(Boolean)).toEqual(
      ['1', 'latest'].map((tag) => `1.10.0 is newer than 1.9.0, ${IMAGE}:${tag} stays where it is`),
    );
    expect(created).toEqual([]);
  });

  it('move-image-tags moves no tag for a pre-release, even if it is the first version', () => {
    const { outcome, created } = run(['1.0.0-alpha.1'], '1.0.0-alpha.1');
    expect(outcome).toEqual({
      status: 0,
      stdout: `1.0.0-alpha.1 is a pre-release, ${IMAGE}:1 and ${IMAGE}:latest stay where they are\n`,
      stderr: '',
    });
    expect(created).toEqual([]);
  });

  it('move-image-tags fails when a tag names another image afterwards', () => {
    const { outcome } = run(['1.2.3'], '1.2.3', docker(OTHER));
    expect(outcome).toEqual(failure(`${IMAGE}:1 is ${OTHER} instead of ${DIGEST}`));
  });
});

/** A directory with the assets of version 1.2.3 of @example/fledge. */
function assetsOf(version = '1.2.3'): string {
  const directory = testDirectory();
  writeFileSync(join(directory, `example-fledge-${version}.tgz`), 'a package');
  writeFileSync(join(directory, 'runner-image.txt'), `${IMAGE}@${DIGEST}\n`);
  const sums = execFileSync('sha256sum', readdirSync(directory), { cwd: directory });
  writeFileSync(join(directory, 'SHA256SUMS'), sums);
  writeFileSync(join(directory, `fledge-${version}.intoto.jsonl`), '{}\n');
  return directory;
}

/** A checkout of version 1.2.3 whose origin has the tag of a newer version. */
function checkoutWithNewer(version: string): Checkout {
  const checkout = new Checkout();
  checkout.git('push', '--quiet', 'origin', `HEAD:refs/tags/v${version}`);
  return checkout;
}

describe('publish-npm', () => {
  const INTEGRITY = `sha512-${createHash('sha512').update('a package').digest('base64')}`;
  const NAME = '@example/fledge';
  const npm = (integrity: string, packageExists = 'exit 0', latest = '1.0.0') =>
    recorder(
      'npm',
      `case "$*" in
         "pkg get name") echo '"${NAME}"' ;;
         "view ${NAME} name") ${packageExists} ;;
         "view ${NAME} dist-tags.latest") echo '${latest}' ;;
         view*) echo "${integrity}" ;;
       esac`,
    );

  it('publish-npm publishes the signed package with provenance', () => {
    const { bin, calls } = npm('');
    const assets = assetsOf();
    expect(new Checkout().run('publish-npm.sh', ['1.2.3', assets], bin)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(calls()).toEqual([
      'pkg get name',
      `view ${NAME} name`,
      `view ${NAME}@1.2.3 dist.integrity`,
      `publish ${assets}/example-fledge-1.2.3.tgz --provenance --access public --tag latest --ignore-scripts`,
    ]);
  });

  it('publish-npm does not tag a pre-release as latest', () => {
    const { bin, calls } = npm('');
    new Checkout().run('publish-npm.sh', ['1.2.3-rc.1', assetsOf('1.2.3-rc.1')], bin);
    expect(calls().at(-1)).toMatch(/ --tag next --ignore-scripts$/);
  });

  it('publish-npm replaces the placeholder as latest, also by a pre-release', () => {
    const { bin, calls } = npm('', 'exit 0', '0.0.0');
    new Checkout().run('publish-npm.sh', ['1.2.3-rc.1', assetsOf('1.2.3-rc.1')], bin);
    expect(calls().at(-1)).toMatch(/ --tag latest --ignore-scripts$/);
  });

  it('publish-npm does not tag a release of an older line as latest', () => {
    const { bin, calls } = npm('');
    checkoutWithNewer('2.0.0').run('publish-npm.sh', ['1.2.3', assetsOf()], bin);
    expect(calls().at(-1)).toMatch(/ --tag line-1 --ignore-scripts$/);
  });

  it('publish-npm skips a version that is already published', () => {
    const { bin, calls } = npm(INTEGRITY);
    expect(new Checkout().run('publish-npm.sh', ['1.2.3', assetsOf()], bin)).toEqual({
      status: 0,
      stdout: `${NAME}@1.2.3 is on npm already\n`,
      stderr: '',
    });
    expect(calls().filter((call) => call.startsWith('publish'))).toEqual([]);
  });

  it('publish-npm fails when npm has different content under that version', () => {
    const { bin, calls } = npm('sha512-b3RoZXI=');
    expect(new Checkout().run('publish-npm.sh', ['1.2.3', assetsOf()], bin)).toEqual(
      failure(`${NAME}@1.2.3 is on npm with other content; a version is released once`),
    );
    expect(calls().filter((call) => call.startsWith('publish'))).toEqual([]);
  });

  it('publish-npm explains the first publication when npm does not have the package', () => {
    const { bin, calls } = npm('', 'echo "npm error code E404" >&2; exit 1');
    expect(new Checkout().run('publish-npm.sh', ['1.2.3', assetsOf()], bin)).toEqual(
      failure(
        `npm has no package ${NAME}, and a workflow cannot create one; do the one-time steps of docs/releasing.md, and run this job again`,
      ),
    );
    expect(calls().filter((call) => call.startsWith('publish'))).toEqual([]);
  });

  it('publish-npm publishes nothing that is not signed', () => {
    const { bin, calls } = npm('');
    const assets = assetsOf();
    writeFileSync(join(assets, 'example-fledge-1.2.3.tgz'), 'another package');
    expect(new Checkout().run('publish-npm.sh', ['1.2.3', assets], bin)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`release: the assets in ${assets} are not what was signed\n`),
    });
    expect(calls()).toEqual(['']);
  });
});

describe('publish-release', () => {
  const gh = (view: string, notes = '/dev/null') =>
    recorder('gh', `case "$2" in view) ${view} ;; create) cat > "${notes}" ;; esac`);

  it('publish-release publishes the changelog of the version with every asset', () => {
    const notes = join(testDirectory(), 'notes');
    const { bin, calls } = gh('exit 1', notes);
    const assets = assetsOf();
    expect(new Checkout().run('publish-release.sh', ['1.2.3', assets], bin).status).toBe(0);
    const files = ['SHA256SUMS', 'example-fledge-1.2.3.tgz', 'fledge-1.2.3.intoto.jsonl', 'runner-image.txt'];
    const call = calls().at(-1) ?? '';
    expect(call).toMatch(/^release create v1\.2\.3 --verify-tag --latest --title fledge 1\.2\.3 --notes-file - -- /);
    expect(call.replace(/.* -- /, '')).toBe(files.map((name) => join(assets, name)).join(' '));
    expect(readFileSync(notes, 'utf8').trim()).toBe('- It is *new*.\n- `And` "good".');
  });

  it('publish-release does not mark a release of an older line as the latest', () => {
    const { bin, calls } = gh('exit 1');
    checkoutWithNewer('2.0.0').run('publish-release.sh', ['1.2.3', assetsOf()], bin);
    expect(calls().at(-1)).toMatch(/^release create v1\.2\.3 --verify-tag --latest=false --title/);
  });

  it('publish-release skips a release that already exists', () => {
    const { bin, calls } = gh('echo false');
    expect(new Checkout().run('publish-release.sh', ['1.2.3', assetsOf()], bin).stdout).toBe(
      'the release v1.2.3 is there already\n',
    );
    expect(calls()).toEqual(['release view v1.2.3 --json isDraft --jq .isDraft']);
  });

  it('publish-release starts again where a run left a draft', () => {
    const { bin, calls } = gh('echo true');
    expect(new Checkout().run('publish-release.sh', ['1.2.3', assetsOf()], bin).status).toBe(0);
    expect(calls().map((call) => call.split(' ').slice(0, 4).join(' '))).toEqual([
      'release view v1.2.3 --json',
      'release delete v1.2.3 --yes',
      'release create v1.2.3 --verify-tag',
    ]);
  });

  it('publish-release publishes nothing that is not signed', () => {
    const { bin, calls } = gh('exit 1');
    const assets = assetsOf();
    writeFileSync(join(assets, 'runner-image.txt'), 'another image\n');
    expect(new Checkout().run('publish-release.sh', ['1.2.3', assets], bin).status).toBe(1);
    expect(calls()).toEqual(['']);
  });
});

describe('the release assets', () => {
  const packageSchema = z.record(z.string(), z.unknown());
  const componentSchema = z.object({ 'bom-ref': z.string(), purl: z.string() });
  const sbomSchema = z.object({
    serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    metadata: z.object({ timestamp: z.string(), component: z.object({ name: z.string(), version: z.string() }) }),
    components: z.array(componentSchema),
    dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
  });
  const refsOf = (components: readonly { 'bom-ref': string }[]): string[] => components.map((each) => each['bom-ref']);

  /** A checkout of the current state of this repository, with our node_modules. */
  function clone(): Checkout {
    const checkout = new Checkout();
    const paths = ['README.md', 'LICENSE', 'CHANGELOG.md', 'package.json', 'package-lock.json', '.npmrc'].concat([
      'action.yml',
      'dist',
      'docs',
      'examples',
      'scripts',
    ]);
    for (const path of paths) cpSync(join(root, path), join(checkout.directory, path), { recursive: true });
    checkout.commit('Two');
    execFileSync('ln', ['-s', join(root, 'node_modules'), join(checkout.directory, 'node_modules')]);
    return checkout;
  }

  function pack(checkout: Checkout, assets: string): Outcome {
    const { status, stdout, stderr } = spawnSync(
      join(checkout.directory, 'scripts/release/pack.sh'),
      ['1.2.3', assets],
      {
        encoding: 'utf8',
        env: { PATH: `${dirname(process.execPath)}:${process.env['PATH']}`, HOME: testDirectory() },
      },
    );
    return { status, stdout, stderr };
  }

  /** The files of a directory with their digests. */
  const contents = (directory: string): string =>
    execFileSync('sha256sum', readdirSync(directory), { cwd: directory, encoding: 'utf8' });

  it('the assets are a package without dependencies, an SBOM, the action and the image, and reproducible', {
    timeout: 180_000,
  }, () => {
    const checkout = clone();
    const [first, second] = [testDirectory(), testDirectory()];
    for (const assets of [first, second]) {
      // Leftovers of a build are not in a package.
      checkout.write('dist/cli/left-over.js', String(assets));
      expect(pack(checkout, assets)).toMatchObject({ status: 0, stderr: '' });
    }
    const tgz = readdirSync(first).find((name) => name.endsWith('.tgz')) ?? '';
    const paths = execFileSync('tar', ['-tzf', join(first, tgz)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(paths).toEqual(
      expect.arrayContaining(['README.md', 'LICENSE', 'dist/cli/index.js'].map((path) => `package/${path}`)),
    );
    expect(paths.filter((path) => /^package\/(?:scripts|src|test|node_modules)\/|left-over/.test(path))).toEqual([]);
    const published = packageSchema.parse(
      JSON.parse(execFileSync('tar', ['-xzOf', join(first, tgz), 'package/package.json'], { encoding: 'utf8' })),
    );
    for (const key of ['dependencies', 'devDependencies', 'optionalDependencies', 'scripts', 'overrides']) {
      expect(published).not.toHaveProperty(key);
    }
    expect(published).toHaveProperty(['bin', 'fledge'], 'dist/cli/index.js');

    checkout.git('push', '--quiet', 'origin', 'HEAD:refs/tags/v1.2.3');
    for (const assets of [first, second]) {
      const outcome = checkout.run('finish-assets.sh', ['1.2.3', `${IMAGE}@${DIGEST}`, assets]);
      expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
    }
    expect(contents(second)).toBe(contents(first));
    const sums = execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: first, encoding: 'utf8' });
    expect(sums.trim().split('\n')).toEqual(
      ['fledge-1.2.3.cdx.json', 'fledge-action-1.2.3.tar.gz', 'runner-image.txt', tgz].map((name) => `${name}: OK`),
    );
    expect(readFileSync(join(first, 'runner-image.txt'), 'utf8')).toBe(`${IMAGE}@${DIGEST}\n`);
    const archive = execFileSync('tar', ['-tzf', join(first, 'fledge-action-1.2.3.tar.gz')], { encoding: 'utf8' });
    expect(archive.trim().split('\n')).toEqual(
      expect.arrayContaining(
        ['action.yml', 'LICENSE', 'dist/main/index.js'].map((path) => `fledge-action-1.2.3/${path}`),
      ),
    );
  });

  it('the SBOM lists every package of the bundles as npm names it', () => {
    const sbom = sbomSchema.parse(productSbom(root, 1_700_000_000));
    const refs = refsOf(sbom.components);
    const bundled = ['cli', 'main', 'post'].flatMap((bundle) =>
      packagesOf(readFileSync(join(root, 'dist', bundle, 'licenses.txt'), 'utf8')),
    );
    expect(new Set(refs)).toEqual(new Set([...bundled, 'libdeflate@1.23', 'zstd@1.5.7']));
    expect(refs.length).toBeGreaterThan(150);
    expect(new Set(refs).size).toBe(refs.length);
    // webpack merges the modules of these into others.
    expect(refs.map((ref) => ref.replace(/(.)@.*/, '$1'))).toEqual(
      expect.arrayContaining(['@actions/core', 'commander', 'tunnel', 'tinyglobby']),
    );
    const npm = z.object({ components: z.array(componentSchema) }).parse(
      JSON.parse(
        execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
          cwd: root,
          maxBuffer: 1 << 26,
        }).toString(),
      ),
    );
    const purls = (components: readonly { purl: string }[]) => components.map(({ purl }) => purl);
    const others = purls(sbom.components).filter((purl) => !purls(npm.components).includes(purl));
    expect(others).toEqual(['pkg:github/ebiggers/libdeflate@v1.23', 'pkg:github/facebook/zstd@v1.5.7']);
    expect(sbom.metadata.timestamp).toBe('2023-11-14T22:13:20.000Z');
    expect(sbom.metadata.component.name).toBe('@volantvm/fledge');
    expect(sbom.dependencies[0]?.dependsOn).toEqual(expect.arrayContaining(['libdeflate@1.23', 'zstd@1.5.7']));
    expect(new Set(sbom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]))).toEqual(
      new Set([`@volantvm/fledge@${sbom.metadata.component.version}`, ...refs]),
    );
  });

  it('the assets contain the text of each licence', () => {
    for (const bundle of ['cli', 'main', 'post']) {
      const text = readFileSync(join(root, 'dist', bundle, 'licenses.txt'), 'utf8');
      expect(packagesOf(text).length).toBeGreaterThan(8);
    }
    const statistics = {
      modules: [
        { nameForCondition: join(root, 'build/cli/main.js'), modules: [{ nameForCondition: null }] },
        {
          nameForCondition: null,
          modules: [
            { nameForCondition: join(root, 'node_modules/commander/lib/command.js') },
            { nameForCondition: join(root, 'node_modules/@actions/core/lib/core.js') },
            { nameForCondition: join(root, 'node_modules/commander/esm.mjs') },
          ],
        },
      ],
    };
    const directories = bundledDirectories(statistics);
    expect(directories).toEqual(['@actions/core', 'commander'].map((name) => join(root, 'node_modules', name)));
    const licenses = licensesOf(directories);
    expect(packagesOf(licenses).map((name) => name.replace(/(.)@.*/, '$1'))).toEqual(['@actions/core', 'commander']);
    expect(licenses.match(/^MIT$/gm)).toHaveLength(2);
    expect(licenses.match(/WITHOUT WARRANTY OF ANY KIND/g)).toHaveLength(2);
  });

  it('the assets cannot be finished without the digest of an image', () => {
    const assets = testDirectory();
    expect(new Checkout().run('finish-assets.sh', ['1.2.3', `${IMAGE}:latest`, assets])).toEqual(
      failure(`"${IMAGE}:latest" is not a digest`),
    );
    expect(existsSync(join(assets, 'SHA256SUMS'))).toBe(false);
  });
});

describe('prepare-http-server', () => {
  it('prepare-http-server installs busybox and compiles the programs', () => {
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

  it('shellcheck finds no fault in the shell scripts', () => {
    const { stdout, status } = spawnSync('shellcheck', ['--external-sources', '--severity=warning', ...scripts], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });
});
