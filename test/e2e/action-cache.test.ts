import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Job, job, type StepResult } from '../helpers/action/action.ts';
import { pluginFiles } from '../helpers/action/action-plugin.ts';
import { startCacheService } from '../helpers/github/cache-service.ts';
import { json } from '../helpers/github/faults.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { bytes, closedOrigin, type LoopbackServer, serveHttp } from '../helpers/net/http-server.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* Downloads through the Actions cache, with @actions/cache against a service on the loopback. */

const BUSYBOX = readFileSync('/bin/busybox');

/** Another program that does the same. */
const OTHER = Buffer.concat([BUSYBOX, Buffer.from('other')]);

/** A server of busybox, and a plugin that fetches it from there. */
async function busyboxServer(): Promise<
  LoopbackServer & { files(which?: 'busybox' | 'other'): Record<string, string> }
> {
  const server = await serveHttp({ '/busybox': bytes(BUSYBOX), '/other': bytes(OTHER) });
  onTestFinished(() => server[Symbol.asyncDispose]());
  const files = (which: 'busybox' | 'other' = 'busybox'): Record<string, string> => {
    const digest = createHash('sha256')
      .update(which === 'busybox' ? BUSYBOX : OTHER)
      .digest('hex');
    const source = [`busybox_url = "${server.origin}/${which}"`, `busybox_sha256 = "${digest}"`];
    const config = [
      'version = "1"',
      'strategy = "initramfs"',
      '[source]',
      ...source,
      '[init]',
      'none = true',
      '[mappings]',
      '"init" = "/init"',
      '',
    ];
    return pluginFiles('hello', '', config.join('\n'));
  };
  return { ...server, files };
}

const INPUTS = { upload: 'none' };

/** The names of cached files. */
function filesIn({ runnerTemp }: Job): string[] {
  const entries = readdirSync(join(runnerTemp, 'fledge-cache/sha256'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** Runs the step and its post phase, and then deletes what a runner deletes between jobs. */
async function wholeJob(
  place: Job,
  env: Readonly<Record<string, string>>,
): Promise<StepResult & { readonly posted: string[] }> {
  const step = await place.run({ inputs: INPUTS, env });
  const post = await step.post();
  expect(post).toMatchObject({ status: 0, stderr: '' });
  expect(post.log.annotations).toEqual([]);
  return { ...step, posted: [...post.log.lines] };
}

describe('cache', () => {
  it('a run leaves only the cache directory, and the next one restores all downloads, fetches and saves nothing', async () => {
    const service = await startCacheService();
    const server = await busyboxServer();
    const place = job(server.files());
    const first = await wholeJob(place, service.env);
    expect(first.status).toBe(0);
    expect(server.requests).toHaveLength(1);
    expect(service.entries.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^fledge-1-linux-amd64-[0-9a-f]{16}-[0-9a-f]{16}$/),
    ]);
    expect(readdirSync(place.runnerTemp)).toEqual(['fledge-cache']);

    place.emptyRunnerTemp();
    const second = await wholeJob(place, service.env);
    expect(second.status).toBe(0);
    expect(server.requests).toHaveLength(1);
    expect(service.entries).toHaveLength(1);
    expect(second.posted).toEqual(['the cache is up to date']);
    expect(second.outputs['artifact-sha256']).toBe(first.outputs['artifact-sha256']);
    expect(second.log.lines.join('\n')).not.toMatch(/sig=/);
  });

  it('drops downloads from the cache that no build uses any more', async () => {
    const service = await startCacheService();
    const server = await busyboxServer();
    const place = job(server.files());
    await wholeJob(place, service.env);
    place.emptyRunnerTemp();
    place.write(server.files('other'));
    const other = await wholeJob(place, service.env);
    expect(other.log.lines.join('\n')).toContain('Cache hit for restore-key: fledge-1-linux-amd64-');
    const restored = (entry = 0): number => service.entries[entry]?.content.length ?? 0;
    expect(service.entries).toHaveLength(2);
    // Each cache holds one program; the second does not contain the first.
    expect(restored(1)).toBeLessThan(restored(0) * 1.1);
    expect(filesIn(place)).toEqual([createHash('sha256').update(OTHER).digest('hex')]);
  });

  it('does not use the cache for plugins that download nothing', async () => {
    const service = await startCacheService();
    const step = await wholeJob(job(pluginFiles('hello')), service.env);
    expect(step.status).toBe(0);
    expect(service.operations).toEqual([]);
    expect(step.posted).toEqual([]);
  });

  it('saves the cache after a failed build', async () => {
    const service = await startCacheService();
    const server = await busyboxServer();
    const files = server.files();
    const place = job({ ...files, 'fledge.toml': `${files['fledge.toml']}"fledge.toml" = "/bin/busybox/below"\n` });
    const failed = await wholeJob(place, service.env);
    expect(failed.status).toBe(1);
    expect(service.entries).toHaveLength(1);
  });

  it('cache: false uses no cache service and keeps downloads in the usual directory', async () => {
    const service = await startCacheService();
    const place = job((await busyboxServer()).files());
    const step = await place.run({ inputs: { ...INPUTS, cache: 'false' }, env: service.env });
    expect(step.status).toBe(0);
    expect((await step.post()).log.lines).toEqual([]);
    expect(service.operations).toEqual([]);
    expect(existsSync(join(place.home, '.cache/fledge/sha256'))).toBe(true);
  });

  it.each([
    ['refuses to answer', 'GetCacheEntryDownloadURL', 'note: Failed to restore: Failed to GetCacheEntryDownloadURL'],
    ['has lost the archive of an entry', 'GetBlob', 'note: Failed to restore: '],
    ['refuses new entries', 'CreateCacheEntry', 'Failed to save: Unable to reserve cache'],
  ] as const)('a cache service that %s causes a note, and the build continues', async (_, operation, note) => {
    const service = await startCacheService();
    const place = job((await busyboxServer()).files());
    if (operation === 'GetBlob') {
      await wholeJob(place, service.env);
      place.emptyRunnerTemp();
    }
    // The runner must not execute text from the service.
    const refusal = json(403, { code: 'permission_denied', msg: 'no ##[error]owned' });
    service.faults.next(operation, ...Array(8).fill(refusal));
    const step = await wholeJob(place, service.env);
    expect(step.status).toBe(0);
    expect(step.log.annotations).toEqual([]);
    expect([...step.log.lines, ...step.posted].join('\n')).toContain(note);
  });

  it.each([
    ['with upload: release', { upload: 'release', 'release-tag': 'v1' }, {}, 'this step publishes a release'],
    ['with upload: both', { upload: 'both', 'release-tag': 'v1' }, {}, 'this step publishes a release'],
    [
      'for a tag',
      INPUTS,
      { GITHUB_REF: 'refs/tags/v1', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' },
      'this run is for a tag',
    ],
  ])('does not use the cache %s unless cache is set to always', async (_, inputs, ref, reason) => {
    const service = await startCacheService();
    // Nothing is published: the build fails after the cache would have been used.
    const files = (await busyboxServer()).files();
    const place = job({ ...files, 'fledge.toml': `${files['fledge.toml']}"nothing" = "/nothing"\n` });
    const env = { ...service.env, ...ref };
    const step = await place.run({ inputs, env });
    expect(step.log.lines).toContain(`the Actions cache is not used, because ${reason}; set cache: always to use it`);
    expect((await step.post()).log.lines).toEqual([]);
    expect(service.operations).toEqual([]);
    await place.run({ inputs: { ...inputs, cache: 'always' }, env });
    expect(service.operations).toEqual(['GetCacheEntryDownloadURL']);
  });

  describe('a hostile cache archive', () => {
    const digest = createHash('sha256').update(BUSYBOX).digest('hex');
    const cached = `sha256/${digest.slice(0, 2)}/${digest}`;
    const kept = (letter: string): string => `sha256/${letter}${letter}/${letter.repeat(64)}`;

    /** A job with a saved archive, and a function that replaces it by one with these members and runs the job again. */
    async function savedJob() {
      const service = await startCacheService();
      const server = await busyboxServer();
      const place = job(server.files());
      const first = await wholeJob(place, service.env);
      const outside = testDirectory();
      return async (members: (outside: string) => readonly TarMember[]) => {
        place.emptyRunnerTemp();
        service.replace(execFileSync('zstd', ['-q', '-c'], { input: tarOf(members(outside)) }));
        const requests = server.requests.length;
        const step = await place.run({ inputs: INPUTS, env: service.env });
        expect(step.status).toBe(0);
        expect(step.outputs['artifact-sha256']).toBe(first.outputs['artifact-sha256']);
        // The restored file had another digest, or nothing was restored.
        expect(server.requests).toHaveLength(requests + 1);
        expect(readFileSync(join(place.runnerTemp, 'fledge-cache', cached))).toEqual(BUSYBOX);
        expect(readdirSync(outside)).toEqual([]);
        expect(readdirSync(dirname(place.runnerTemp)).filter((name) => name.startsWith('escaped'))).toEqual([]);
        expect(readdirSync(join(place.runnerTemp, 'fledge-cache/tmp'))).toEqual([]);
        // The origins of downloads are recorded for people.
        const top = readdirSync(join(place.runnerTemp, 'fledge-cache')).filter((name) => name !== 'origins.jsonl');
        return { step, files: filesIn(place), top: top.sort() };
      };
    }

    it('names that lead out of the cache write nothing and none of their files are kept', async () => {
      const restore = await savedJob();
      const { step, files, top } = await restore((outside) => [
        { name: cached, data: 'not busybox' },
        { name: kept('e'), data: 'x', mode: 0o4777, uid: 4711 },
        { name: `${outside}/absolute`, data: 'x' },
        { name: `//${outside}//twice`, data: 'x' },
        ...['../', '../../', '../../../', '../../../../', 'sha256/../../../../'].map((up) => ({
          name: `${up}escaped`,
          data: 'x',
        })),
        { name: `sha256/../../../../../../../../..${outside}/through`, data: 'x' },
        { name: 'sha256/link', type: '2', linkName: outside },
        { name: 'blobs', type: '2', linkName: '../../..' },
        { name: kept('b'), type: '2', linkName: '/etc/hostname' },
        { name: kept('c'), type: '1', linkName: kept('e') },
        { name: 'sha256/dd/other-name', data: 'x' },
        { name: `sha256/dd/${'a'.repeat(64)}`, data: 'x' },
        { name: 'since', data: 'x' },
        { name: kept('f'), data: 'x' },
        { name: kept('d'), type: '6' },
      ]);
      // fledge never saves two hard links to one file.
      expect(files.sort()).toEqual([digest, 'f'.repeat(64)].sort());
      expect(top).toEqual(['sha256', 'since', 'tmp']);
      expect(step.log.lines.join('\n')).toMatch(/note: 1\d entries of the restored cache are not downloads of fledge/);
    });

    it('restores nothing from an archive that contains a link to a directory, a link upwards or a second name', async () => {
      const restore = await savedJob();
      const links: readonly ((outside: string) => TarMember)[] = [
        (outside) => ({ name: 'sha256', type: '2', linkName: outside }),
        () => ({ name: 'sha256', type: '2', linkName: '../../../..' }),
        () => ({ name: kept('a'), type: '1', linkName: '/etc/hostname' }),
      ];
      for (const link of links) {
        const { files } = await restore((outside) => [
          link(outside),
          { name: 'sha256/escaped', data: 'x' },
          { name: kept('f'), data: 'x' },
        ]);
        expect(files, JSON.stringify(link('outside'))).toEqual([digest]);
      }
    });
  });

  it('an unreachable cache service causes a note', async () => {
    const place = job((await busyboxServer()).files());
    const service = await startCacheService();
    const step = await wholeJob(place, { ...service.env, ACTIONS_RESULTS_URL: `${await closedOrigin()}/` });
    expect(step.status).toBe(0);
    expect(step.log.annotations).toEqual([]);
    expect(step.log.lines.join('\n')).toContain('note: Failed to restore: ');
  });
});
