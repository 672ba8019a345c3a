import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FoundKernel, findKernel } from '../../src/boot/kernel/find.ts';
import type { SourceContext } from '../../src/sources/context.ts';
import { VOLANT_KERNEL } from '../../src/sources/volant-kernel.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { type GithubServer, startGithub } from '../helpers/github/github.ts';
import { vmlinux } from '../helpers/kernel-image.ts';
import { bytes, serveEverything, serveHttp } from '../helpers/net/http-server.ts';
import { testDirectory } from '../helpers/scratch.ts';

const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const KERNEL = vmlinux();
const OTHER = vmlinux({ version: '6.12.9' });

function contextOf(server?: { readonly origin: string }): { context: SourceContext; warnings: string[] } {
  const warnings: string[] = [];
  const directory = testDirectory();
  const context: SourceContext = {
    baseDirectory: directory,
    cacheDirectory: join(directory, 'cache'),
    reporter: { ...silentReporter, warn: (message) => warnings.push(message) },
    env: { ...(server !== undefined && { FLEDGE_GITHUB_API_URL: server.origin }) },
    network: { delay: async () => {} },
  };
  return { context, warnings };
}

/** GitHub with the release of Volant's kernel. */
async function github(content: Buffer, digest: string | null = `sha256:${sha256Of(content)}`): Promise<GithubServer> {
  const server = await startGithub({ repository: VOLANT_KERNEL.repository });
  onTestFinished(() => server[Symbol.asyncDispose]());
  const release = server.addRelease({ tag: VOLANT_KERNEL.tag });
  server.addAsset(release, { name: VOLANT_KERNEL.asset, content, digest });
  return server;
}

function find(context: SourceContext): Promise<FoundKernel> {
  return findKernel({ architecture: 'amd64', directories: [] }, context);
}

describe("Volant's kernel", () => {
  it('is downloaded once, and taken from the cache without a request afterwards', async () => {
    const server = await github(KERNEL);
    const { context, warnings } = contextOf(server);
    const kernel = await find(context);
    expect(kernel).toMatchObject({ origin: 'volant', version: '6.12.8+' });
    expect(await kernel.digest()).toBe(sha256Of(KERNEL));
    const { length } = server.requests;
    expect((await find(context)).path).toBe(kernel.path);
    expect(server.requests).toHaveLength(length);
    expect(warnings).toEqual([]);
  });

  it('must have the digest that the first use recorded', async () => {
    const { context } = contextOf(await github(KERNEL));
    const { path } = await find(context);
    rmSync(path);
    const changed = { ...context, env: { FLEDGE_GITHUB_API_URL: (await github(OTHER)).origin } };
    await expect(find(changed)).rejects.toMatchObject({
      code: 'download',
      message: expect.stringContaining(sha256Of(KERNEL)),
    });
    expect(existsSync(path)).toBe(false);
  });

  it('is used with a warning if GitHub has no digest of it', async () => {
    const { context, warnings } = contextOf(await github(KERNEL, null));
    await find(context);
    expect(warnings).toEqual([expect.stringContaining(sha256Of(KERNEL))]);
  });

  it('is given up soon if GitHub does not answer', async () => {
    await using server = await serveEverything(() => {});
    const { context } = contextOf(server);
    const slow = { ...context, network: { ...context.network, headersTimeoutMs: 200 } };
    await expect(find(slow)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining(VOLANT_KERNEL.tag),
    });
    expect(server.requests.length).toBeLessThan(3);
  });

  it('is refused if its digest is not that of the lock file', async () => {
    await using server = await serveHttp({ '/vmlinux': bytes(OTHER) });
    const { context } = contextOf();
    const pin = { url: `${server.origin}/vmlinux`, sha256: sha256Of(KERNEL), lockFile: 'fledge.lock' };
    await expect(findKernel({ architecture: 'amd64', pin }, context)).rejects.toMatchObject({
      code: 'download',
      message: expect.stringContaining('fledge.lock'),
    });
    const good = { ...pin, sha256: sha256Of(OTHER) };
    const kernel = await findKernel({ architecture: 'amd64', pin: good }, context);
    expect(await kernel.digest()).toBe(good.sha256);
  });
});

describe('a kernel from a URL', () => {
  it('is verified, and taken from the cache by its digest', async () => {
    await using server = await serveHttp({ '/vmlinux': bytes(KERNEL) });
    const { context, warnings } = contextOf();
    const given = `${server.origin}/vmlinux#sha256=${sha256Of(KERNEL)}`;
    for (const request of [{ given }, { given: `${server.origin}/vmlinux`, sha256: sha256Of(KERNEL).toUpperCase() }]) {
      const kernel = await findKernel({ ...request, architecture: 'amd64' }, context);
      expect(kernel).toMatchObject({ origin: 'url', uri: `${server.origin}/vmlinux` });
      expect(await kernel.digest()).toBe(sha256Of(KERNEL));
    }
    expect(server.requests).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  it('is refused with another digest, and used with a warning without one', async () => {
    await using server = await serveHttp({ '/vmlinux': bytes(KERNEL) });
    const { context, warnings } = contextOf();
    const url = `${server.origin}/vmlinux`;
    const wrong = { given: url, sha256: sha256Of(OTHER), architecture: 'amd64' } as const;
    await expect(findKernel(wrong, context)).rejects.toMatchObject({ code: 'download', fix: expect.any(String) });
    await findKernel({ given: url, architecture: 'amd64' }, context);
    expect(warnings).toEqual([expect.stringContaining(`#sha256=${sha256Of(KERNEL)}`)]);
  });
});
