import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FoundKernel } from '../../src/boot/kernel/find.ts';
import { type BootSubject, prepareBoot } from '../../src/boot/prepare.ts';
import { VOLANT_KERNEL } from '../../src/sources/volant-kernel.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { type GithubServer, startGithub } from '../helpers/github/github.ts';
import { workspaceHere } from '../helpers/here.ts';
import { vmlinux } from '../helpers/kernel-image.ts';
import { agentOf, lock, lockFile } from '../helpers/locked-plugin.ts';
import { bytes } from '../helpers/net/http-server.ts';
import type { Workspace } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* The default kernel of `fledge boot` in fledge.lock: written by `fledge lock`, used by `fledge boot`. */

const KERNEL = vmlinux();
const OTHER = vmlinux({ version: '6.12.9' });
const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const LOCAL =
  'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\ninit.path = "/bin/busybox"\n';
/** Recognised as an initramfs; it has no programs. */
const CPIO = `070701${'0'.repeat(8 * 11)}0000000B${'0'.repeat(8)}TRAILER!!!\0`.padEnd(512, '\0');

/** The path by which the release of the kernel is looked up. */
const LOOKUP = `/repos/${VOLANT_KERNEL.repository}/releases/tags/${VOLANT_KERNEL.tag}`;

/** GitHub with the release of Volant's kernel. */
async function github(content: Buffer): Promise<GithubServer> {
  const server = await startGithub({ repository: VOLANT_KERNEL.repository });
  onTestFinished(() => server[Symbol.asyncDispose]());
  server.addAsset(server.addRelease({ tag: VOLANT_KERNEL.tag }), { name: VOLANT_KERNEL.asset, content });
  return server;
}

function plugin(files: Readonly<Record<string, string>> = {}): Workspace {
  return workspaceHere({ 'fledge.toml': LOCAL, 'plugin.cpio': CPIO, ...files });
}

/** The environment of one machine, whose cache is `cache`. */
function envOf(server: GithubServer, cache: string): Record<string, string> {
  return { FLEDGE_GITHUB_API_URL: server.origin, FLEDGE_CACHE_DIR: cache };
}

/** The kernel with which `fledge boot` would start an artifact. */
async function kernelFor(subject: BootSubject, env: Readonly<Record<string, string>>): Promise<FoundKernel> {
  const options = { vmm: 'qemu', volant: '0.6', settle: 0 } as const;
  return (await prepareBoot(subject, options, { env, reporter: silentReporter })).kernel;
}

/** The part of a lock file that pins the kernel. */
function kernelTable({ serverUrl }: GithubServer, content: Buffer): string {
  const url = `${serverUrl}/${VOLANT_KERNEL.repository}/releases/download/${VOLANT_KERNEL.tag}/${VOLANT_KERNEL.asset}`;
  return `[kernel]\nurl = "${url}"\nsha256 = "${sha256Of(content)}"\n`;
}

describe('fledge lock', () => {
  it('asks nothing about the kernel for a plugin of local files that was never booted', async () => {
    const server = await github(KERNEL);
    const place = plugin();
    await lock(place, envOf(server, testDirectory()));
    expect(lockFile(place)).not.toContain('kernel');
    expect(server.requests).toEqual([]);
  });

  it('pins the digest that GitHub publishes, without a download, if it asks GitHub for the agent', async () => {
    const url = `https://github.com/${VOLANT_KERNEL.repository}/releases/download/${VOLANT_KERNEL.tag}/${VOLANT_KERNEL.asset}`;
    const asset = { name: VOLANT_KERNEL.asset, url, browser_download_url: url, digest: `sha256:${sha256Of(KERNEL)}` };
    const answer = bytes(JSON.stringify({ tag_name: VOLANT_KERNEL.tag, assets: [asset] }));
    const server = await startGithub({ repository: 'volantvm/volant', overrides: { [LOOKUP]: answer } });
    onTestFinished(() => server[Symbol.asyncDispose]());
    server.addAsset(server.addRelease({ tag: 'v1' }), { name: 'kestrel', content: agentOf('linux/amd64', '1') });
    const place = plugin({ 'fledge.toml': LOCAL.replace(/^init.*\n/m, '') });
    expect(await lock(place, envOf(server, testDirectory()))).toContain(`  ${url}  sha256:${sha256Of(KERNEL)}\n`);
    expect(lockFile(place)).toContain(`[kernel]\nurl = "${url}"\nsha256 = "${sha256Of(KERNEL)}"\n`);
  });

  it('pins the kernel that a boot has used, updates the pin, and keeps it if GitHub does not know', async () => {
    const server = await github(KERNEL);
    const cache = testDirectory();
    const place = plugin();
    await kernelFor({ path: join(place.plugin, 'plugin.cpio') }, envOf(server, cache));
    await lock(place, envOf(server, cache));
    expect(lockFile(place)).toContain(kernelTable(server, KERNEL));

    server.releases[0]?.assets.splice(0);
    await lock(place, envOf(server, testDirectory()));
    expect(lockFile(place)).toContain(kernelTable(server, KERNEL));

    const replaced = await github(OTHER);
    await lock(place, envOf(replaced, testDirectory()));
    expect(lockFile(place)).toContain(kernelTable(replaced, OTHER));
  });
});

describe('a boot', () => {
  it('uses the kernel of the lock file beside the fledge.toml or the artifact, and the cache without a request', async () => {
    const server = await github(OTHER);
    const env = envOf(server, testDirectory());
    const place = plugin({ 'fledge.lock': `version = "1"\n\n${kernelTable(server, OTHER)}` });
    const path = join(place.plugin, 'plugin.cpio');
    const configFile = join(place.plugin, 'fledge.toml');
    const kernel = await kernelFor({ path, configFile }, env);
    expect(kernel.origin).toBe('volant');
    expect(await kernel.digest()).toBe(sha256Of(OTHER));
    expect(server.requests.map(({ url }) => url)).toEqual([expect.stringMatching(/\/vmlinux-x86_64$/)]);

    expect((await kernelFor({ path }, env)).path).toBe(kernel.path);
    const elsewhere = join(testDirectory(), 'plugin.cpio');
    writeFileSync(elsewhere, CPIO);
    expect((await kernelFor({ path: elsewhere, configFile }, env)).path).toBe(kernel.path);
    expect(server.requests).toHaveLength(1);
  });

  it('refuses a kernel with another digest than that of the lock file, and keeps nothing of it', async () => {
    const server = await github(OTHER);
    const cache = testDirectory();
    const place = plugin({ 'fledge.lock': `version = "1"\n\n${kernelTable(server, KERNEL)}` });
    await expect(kernelFor({ path: join(place.plugin, 'plugin.cpio') }, envOf(server, cache))).rejects.toMatchObject({
      code: 'download',
      message: expect.stringMatching(new RegExp(`${sha256Of(OTHER)}.*fledge\\.lock.*${sha256Of(KERNEL)}`)),
      fix: expect.stringContaining('fledge lock'),
    });
    expect(readdirSync(cache, { recursive: true }).filter((name) => `${name}`.includes(sha256Of(OTHER)))).toEqual([]);
  });

  it('refuses a damaged entry with its line, and a URL that is not that of a kernel for Volant', async () => {
    const server = await github(KERNEL);
    const good = kernelTable(server, KERNEL);
    const damages = [
      [good.replace(/sha256 = ".*"/, 'sha256 = "0"'), '5:1: kernel.sha256'],
      [good.replace(/url = ".*"/, 'url = "http://127.0.0.1/metadata"'), '4:1: kernel.url'],
      [`${good}size = 1\n`, '6:1: kernel.size'],
    ] as const;
    for (const [table, where] of damages) {
      const place = plugin({ 'fledge.lock': `version = "1"\n\n${table}` });
      const { status, stderr } = await place.run(['boot', 'plugin.cpio'], { env: envOf(server, testDirectory()) });
      expect({ status, lines: stderr.split('\n').filter((line) => /^error|fix:/.test(line)) }).toEqual({
        status: 2,
        lines: [
          expect.stringContaining(`fledge.lock:${where}`),
          expect.stringContaining('restore it from version control'),
        ],
      });
    }
    expect(server.requests).toEqual([]);
  });
});
