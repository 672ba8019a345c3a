import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateConfigText } from '../../src/config/load.ts';
import { lockFileOf, type Pins, parseLockText, renderLock } from '../../src/config/lock-file.ts';
import { applyLock, compareWithLock, findMissingAgent, openSourcesOf } from '../../src/config/lock-rules.ts';
import { problemsOf } from '../../src/config/problems.ts';
import type { FledgeConfig } from '../../src/config/types.ts';
import { FledgeError } from '../../src/support/errors.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const IMAGE = { name: 'docker.io/library/nginx:alpine', digest: `sha256:${A}` };
const RELEASE = {
  version: 'latest',
  tag: 'v0.2.0',
  assets: {
    'linux/amd64': { url: 'https://example.com/kestrel', sha256: A },
    'linux/arm64': { url: 'https://example.com/kestrel-arm64', sha256: B },
  },
};
const AGENT = { url: 'https://example.com/agent', sha256: A };
const BUSYBOX = { url: 'https://example.com/busybox', sha256: B };

const INITRAMFS = 'version = "1"\nstrategy = "initramfs"\n';
const ROOTFS = 'version = "1"\nstrategy = "oci_rootfs"\n';

async function configOf(text: string): Promise<FledgeConfig> {
  return (await validateConfigText(text, 'fledge.toml')).config;
}

function rootfs(image: string, agent = 'source_strategy = "none"'): Promise<FledgeConfig> {
  return configOf(`${ROOTFS}source.image = "${image}"\n[agent]\n${agent}\n`);
}

async function problemsIn(text: string): Promise<string[]> {
  try {
    await parseLockText(text, 'fledge.lock');
  } catch (error) {
    if (!(error instanceof FledgeError)) throw error;
    expect(error.code).toBe('config');
    expect(problemsOf(error).length).toBeGreaterThan(0);
    return error.message.split('\n');
  }
  throw new Error('the lock file was accepted');
}

describe('the name of a lock file', () => {
  it.each([
    ['fledge.toml', 'fledge.lock'],
    ['plugins/web/fledge.toml', 'plugins/web/fledge.lock'],
    ['/a/web.toml', '/a/web.lock'],
    ['config', 'config.lock'],
  ])('of %s is %s', (config, lock) => {
    expect(lockFileOf(config)).toBe(lock);
  });
});

describe('the text of a lock file', () => {
  it('has a line for each fact, in a fixed order', () => {
    expect(renderLock({ busybox: BUSYBOX, agentRelease: RELEASE, image: IMAGE, agent: AGENT })).toBe(
      `# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
version = "1"

[image]
name = "docker.io/library/nginx:alpine"
digest = "sha256:${A}"

[agent_release]
version = "latest"
tag = "v0.2.0"

[agent_release."linux/amd64"]
url = "https://example.com/kestrel"
sha256 = "${A}"

[agent_release."linux/arm64"]
url = "https://example.com/kestrel-arm64"
sha256 = "${B}"

[agent]
url = "https://example.com/agent"
sha256 = "${A}"

[busybox]
url = "https://example.com/busybox"
sha256 = "${B}"
`,
    );
  });

  it('is read back as what was written', async () => {
    const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
    const file = fc.record({ url: fc.webUrl(), sha256: hex });
    const tag = fc.stringMatching(/^[^\s~^:?*[\\\p{Cc}]+$/u);
    const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const pins: fc.Arbitrary<Pins> = fc.record({
      image: some(
        fc.record({ name: fc.stringMatching(/^[^\s\p{Cc}]+$/u), digest: hex.map((digits) => `sha256:${digits}`) }),
      ),
      agentRelease: some(
        fc.record({ version: tag, tag, assets: fc.record({ 'linux/amd64': some(file), 'linux/arm64': some(file) }) }),
      ),
      agent: some(file),
      busybox: some(file),
    });
    await fc.assert(
      fc.asyncProperty(pins, async (written) => {
        expect((await parseLockText(renderLock(written), 'fledge.lock')).pins).toEqual(written);
      }),
    );
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['that is empty', '', ['fledge.lock:1:1: version: missing; expected "1"']],
    ['of another version', 'version = "2"', ['fledge.lock:1:1: version: expected "1", found "2"; did you mean "1"?']],
    [
      'of which half is there',
      `version = "1"\n[image]\nname = "nginx"\n`,
      ['fledge.lock:2:1: image.digest: missing; expected a string'],
    ],
    [
      'that git could not merge',
      `version = "1"\n<<<<<<< HEAD\n[image]\n`,
      [expect.stringMatching(/^fledge\.lock:2:\d+: /), '    <<<<<<< HEAD', expect.stringMatching(/^ +\^$/)],
    ],
    [
      'with all kinds of damage',
      `version = "1"
[image]
name = "a name"
digest = "sha512:${A}"
[agent_release]
version = "v1 "
tag = 1
[agent_release."linux/amd46"]
url = "https://example.com/"
[agent]
url = "ftp://example.com/"
sha256 = "${A}0"
[bussybox]
[mappings]
`,
      [
        'fledge.lock:3:1: image.name: must be the name of an image',
        'fledge.lock:4:1: image.digest: must be "sha256:" and 64 lower-case hex digits',
        'fledge.lock:6:1: agent_release.version: must be "latest" or the tag of a release',
        'fledge.lock:7:1: agent_release.tag: expected a string, found an integer',
        'fledge.lock:8:1: agent_release."linux/amd46": unknown key; did you mean "linux/amd64"?',
        'fledge.lock:11:1: agent.url: must be an http:// or https:// URL',
        'fledge.lock:12:1: agent.sha256: a sha256 has 64 hex digits, found 65',
        'fledge.lock:13:1: bussybox: unknown key; did you mean "busybox"?',
        'fledge.lock:14:1: mappings: belongs in fledge.toml',
      ],
    ],
  ])('%s is an error with its position', async (_, text, lines) => {
    expect(await problemsIn(text)).toEqual(lines);
  });
});

describe('what is open', () => {
  it.each<readonly [string, string, object]>([
    ['the latest release, by default', INITRAMFS, { agentRelease: 'latest' }],
    [
      'a certain release, whose files can be replaced',
      `${INITRAMFS}agent.source_strategy = "release"\nagent.version = "v1"\n`,
      { agentRelease: 'v1' },
    ],
    [
      'URLs without a checksum',
      `${INITRAMFS}source.busybox_url = "http://a/b"\nagent.source_strategy = "http"\nagent.url = "http://a/k"\n`,
      { agent: 'http://a/k', busybox: 'http://a/b' },
    ],
    [
      'no URL with one',
      `${INITRAMFS}source.busybox_url = "http://a/b"\nsource.busybox_sha256 = "${A}"
agent.source_strategy = "http"\nagent.url = "http://a/k"\nagent.checksum = "sha256:${B}"\n`,
      {},
    ],
    [
      'no file of the author',
      `${INITRAMFS}source.busybox_url = "busybox"\nagent.source_strategy = "local"\nagent.path = "kestrel"\n`,
      {},
    ],
  ])('in an initramfs: %s', async (_, text, open) => {
    expect(openSourcesOf(await configOf(text))).toEqual(open);
  });

  it.each<readonly [string, object]>([
    ['nginx', { image: 'docker.io/library/nginx:latest' }],
    ['docker.io/library/nginx:latest', { image: 'docker.io/library/nginx:latest' }],
    ['docker://ghcr.io/a/b:v1', { image: 'ghcr.io/a/b:v1' }],
    [`nginx:alpine@sha256:${A}`, {}],
    ['docker-daemon:app:v1', { localImage: 'docker-daemon:app:v1' }],
    [`docker-daemon:app@sha256:${A}`, {}],
    [`docker-daemon:sha256:${A}`, {}],
    ['containers-storage:app:v1', { localImage: 'containers-storage:app:v1' }],
    [`containers-storage:app@sha256:${A}`, {}],
    [`containers-storage:app@${A}`, {}],
    ['oci:./image:v1', {}],
    ['oci-archive:image.tar', {}],
    ['docker-archive:image.tar:app:v1', {}],
    ['dir:image', {}],
  ])('in an image: %s', async (image, open) => {
    expect(openSourcesOf(await rootfs(image))).toEqual(open);
  });
});

describe('a lock file and a config', () => {
  const same = (url: string): string => url;

  it('that agree have no problems, also if the image has another name for the same', async () => {
    const config = await rootfs('docker.io/nginx:alpine', 'source_strategy = "release"\nversion = "latest"');
    expect(compareWithLock(config, { image: IMAGE, agentRelease: RELEASE }, same)).toEqual({ stale: [], gaps: [] });
  });

  it('are compared without the credentials in URLs', async () => {
    const config = await configOf(
      `${INITRAMFS}source.busybox_url = "https://user:secret@example.com/busybox"\nagent.source_strategy = "local"\nagent.path = "k"\n`,
    );
    const nameOf = (url: string): string => url.replace('user:secret@', '');
    expect(compareWithLock(config, { busybox: BUSYBOX }, nameOf)).toEqual({ stale: [], gaps: [] });
  });

  it('differ in what is asked for, in what is not any more, and in what is new', async () => {
    const config = await rootfs('nginx:1.27', `source_strategy = "http"\nurl = "${AGENT.url}/new"`);
    expect(compareWithLock(config, { image: IMAGE, agentRelease: RELEASE }, same)).toEqual({
      stale: [
        {
          path: ['image', 'name'],
          message: 'pins "docker.io/library/nginx:alpine", and fledge.toml asks for "docker.io/library/nginx:1.27"',
        },
        {
          path: ['agent_release', 'version'],
          message: 'pins "latest", and fledge.toml asks for nothing that it could pin',
        },
      ],
      gaps: [{ path: ['agent'], message: 'missing; fledge.toml asks for "https://example.com/agent/new"' }],
    });
  });

  it('give a config with the pins in it', async () => {
    const lock = await parseLockText(
      renderLock({ image: IMAGE, agentRelease: RELEASE, agent: AGENT, busybox: BUSYBOX }),
      'p/fledge.lock',
    );
    const image = await rootfs('nginx:alpine', 'source_strategy = "release"\nversion = "latest"');
    expect(applyLock(image, lock, 'linux/arm64')).toEqual({
      ...image,
      imageLock: { file: 'p/fledge.lock', digest: IMAGE.digest },
      agent: {
        source: 'release',
        version: 'latest',
        lock: { file: 'p/fledge.lock', tag: 'v0.2.0', asset: RELEASE.assets['linux/arm64'] },
      },
    });
    const initramfs = await configOf(
      `${INITRAMFS}source.busybox_url = "${BUSYBOX.url}"\nagent.source_strategy = "http"\nagent.url = "${AGENT.url}"\n`,
    );
    expect(applyLock(initramfs, lock, 'linux/amd64')).toEqual({
      ...initramfs,
      agent: { source: 'http', url: AGENT.url, sha256: A, lockFile: 'p/fledge.lock' },
      busybox: { location: { kind: 'url', url: BUSYBOX.url }, sha256: B, lockFile: 'p/fledge.lock' },
    });
  });

  it('tell when the pinned release had no agent for the platform', () => {
    const pins: Pins = { agentRelease: { ...RELEASE, assets: { 'linux/amd64': AGENT } } };
    expect(findMissingAgent(pins, 'linux/amd64')).toEqual([]);
    expect(findMissingAgent({}, 'linux/arm64')).toEqual([]);
    expect(findMissingAgent(pins, 'linux/arm64')).toEqual([
      {
        path: ['agent_release', 'linux/arm64'],
        message: 'missing; release v0.2.0 had no kestrel for linux/arm64 when it was pinned',
      },
    ]);
  });
});
