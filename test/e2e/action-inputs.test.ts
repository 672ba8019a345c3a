import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/support/about.ts';
import { job } from '../helpers/action/action.ts';

/** The errors of a step that must do nothing except report them. */
async function errorsOf(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<string[]> {
  const step = await job().run({ inputs, env });
  expect(step).toMatchObject({ status: 1, stderr: '', outputs: {} });
  // Of inputs that are wrong by themselves there is no summary.
  if (step.summary !== '') expect(step.summary).toContain('\n## fledge build\n');
  expect(step.summary).not.toContain('hush');
  expect(step.log.annotations.filter(({ level }) => level !== 'error')).toEqual([]);
  return step.log.annotations.flatMap(({ message }) => message.split('\n'));
}

describe('inputs', () => {
  it('checks all inputs at once and suggests the nearest valid value for each', async () => {
    const inputs = {
      mode: 'biuld',
      platform: 'linux/amd46',
      runner: 'hots',
      locked: 'yes',
      verify: 'fcsk',
      reproducible: 'true',
      upload: 'releases',
      'retention-days': '-1',
      summary: 'no',
    };
    expect(await errorsOf(inputs)).toEqual([
      'input mode: expected build, plan, release, compare or setup, found "biuld"; did you mean "build"?',
      'input platform: expected linux/amd64 or linux/arm64, found "linux/amd46"; did you mean "linux/amd64"?',
      'input runner: expected auto, host or container, found "hots"; did you mean "host"?',
      'input locked: expected true or false, found "yes"',
      'input verify: expected none, fsck or full, found "fcsk"; did you mean "fsck"?',
      'input reproducible: expected off or check, found "true"',
      'input upload: expected artifact, release, both or none, found "releases"; did you mean "release"?',
      'input retention-days: expected a number of days, found "-1"',
      'input summary: expected true or false, found "no"',
    ]);
  });

  it.each([
    [
      'a username without a password',
      { username: 'octo' },
      ['input password: missing, but username is set (secrets are not available to runs from forks)'],
    ],
    ['a password without a username', { password: 'hush' }, ['input username: missing, but password is set']],
    [
      'compare without its sides',
      { mode: 'compare' },
      [
        'input left: missing; mode compare compares left with right',
        'input right: missing; mode compare compares left with right',
      ],
    ],
    ['sides without compare', { left: 'a' }, ['input left: only for mode compare; set mode: compare']],
    [
      'several platforms for one build',
      { platform: 'linux/amd64\nlinux/arm64' },
      ['input platform: only mode plan accepts several; use its output matrix'],
    ],
    [
      'a container without an image',
      { runner: 'container' },
      [
        'input runner-image: missing; only a released version of the action has its own',
        `fix: set runner-image, such as ghcr.io/volantvm/fledge:${VERSION}, or use a release of the action in uses:`,
      ],
    ],
    [
      'an option of docker in the place of an image',
      { 'runner-image': '--privileged' },
      [
        'input runner-image: expected a container image, found "--privileged": "--privileged" is not a valid image name',
      ],
    ],
    [
      'an image that docker would not find',
      { 'runner-image': 'docker://ghcr.io/volantvm/fledge' },
      [
        'input runner-image: expected a container image, found "docker://ghcr.io/volantvm/fledge": write the image without a transport',
      ],
    ],
    [
      'a release without a tag',
      { upload: 'release' },
      [
        'a release needs a tag, and this run is for refs/heads/main',
        'fix: run the workflow on: push: tags, or set release-tag',
      ],
    ],
    [
      'a release without a token',
      { upload: 'both', 'release-tag': 'v1', token: '' },
      [
        'a release needs a token, and the input token is empty',
        'fix: remove the input token, and give the job the permission contents: write',
      ],
    ],
    [
      'a tag that git does not allow',
      { upload: 'release', 'release-tag': 'refs/tags/v1..2' },
      [
        'input release-tag: "v1..2" is not a valid tag name in git',
        'fix: set release-tag to the tag of the release, such as v1.0.0',
      ],
    ],
    [
      'a branch as a tag',
      { upload: 'both', 'release-tag': 'refs/heads/main' },
      [
        'input release-tag: "refs/heads/main" is not a valid tag name in git',
        'fix: set release-tag to the tag of the release, such as v1.0.0',
      ],
    ],
  ])('refuses %s', async (_, inputs, errors) => {
    expect(await errorsOf(inputs)).toEqual(errors);
  });
});

describe('proxies', () => {
  it.each([
    ['https_proxy', 'http://user:hush@[proxy', 'HTTPS_PROXY is not the URL of a proxy'],
    ['HTTP_PROXY', 'socks5://user:hush@127.0.0.1:1080', 'HTTP_PROXY names a socks5 proxy, not an http one'],
  ])('checks proxies before anything is built: %s=%s', async (name, value, message) => {
    expect(await errorsOf({ upload: 'artifact' }, { [name]: value })).toEqual([
      message,
      'fix: set it to http://HOST:PORT, or unset it',
    ]);
  });
});

describe('a runner without Linux', () => {
  it.each([
    ['win32', 'Windows'],
    ['darwin', 'macOS'],
  ])('prints one line on %s that lists the modes that work there', async (platform, name) => {
    const hook = `data:text/javascript,Object.defineProperty(process, 'platform', { value: '${platform}' })`;
    const step = await job().run({ node: ['--import', hook] });
    expect(step.status).toBe(1);
    expect(step.log.annotations.map(({ message }) => message)).toEqual([
      `mode build needs a Linux runner; on ${name}, the modes plan, release and compare work\nfix: set runs-on: ubuntu-latest, or ubuntu-24.04-arm for linux/arm64`,
    ]);
  });
});
