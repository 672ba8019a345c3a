import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderProvenance } from '../../src/describe/provenance.ts';
import { workspaceHere } from '../helpers/here.ts';
import { cpioBytes } from '../helpers/inside-diff.ts';
import { serveHttp } from '../helpers/net/http-server.ts';
import { file, treeOf } from '../helpers/tree/tree-builder.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('fledge diff with URLs', () => {
  it('downloads and verifies artifacts with their provenance, and removes them', async () => {
    const [left, right] = [
      await cpioBytes(treeOf([['f', file('x\n')]])),
      await cpioBytes(treeOf([['f', file('y\n')]])),
    ];
    const record = (bytes: Buffer, version: string): string =>
      renderProvenance({
        artifact: { name: 'web.cpio', sha256: sha256(bytes) },
        ...{ strategy: 'initramfs', platform: 'linux/amd64', sourceDateEpoch: 0, version, inputs: [], mappings: [] },
      });
    const serve = (body: string | Buffer) => (_: unknown, response: { end(body: string | Buffer): void }) =>
      response.end(body);
    await using server = await serveHttp({
      '/v1/web.cpio': serve(left),
      '/v1/web.SHA256SUMS': serve(`${sha256(left)}  web.cpio\n`),
      '/v1/web.provenance.json': serve(record(left, '1.0.0')),
      '/v2/web.cpio': serve(left),
      '/v2/SHA256SUMS': serve(`${sha256(right)}  web.cpio\n`),
    });
    const place = workspaceHere({ 'web.cpio': right, 'provenance.json': record(right, '1.1.0') });
    const found = await place.run(['diff', `${server.origin}/v1/web.cpio`, 'web.cpio']);
    expect(found).toMatchObject({ status: 1, stderr: '' });
    expect(found.stdout).toContain('changed  /f: content');
    expect(found.stdout).toContain('the version of fledge changed: 1.0.0 → 1.1.0');
    expect(readdirSync(place.temporary)).toEqual([]);
    expect(readFileSync(join(place.plugin, 'web.cpio')).equals(right)).toBe(true);

    const wrong = await place.run(['diff', 'web.cpio', `${server.origin}/v2/web.cpio`]);
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain(sha256(right));
    const missing = await place.run(['diff', 'web.cpio', `${server.origin}/v3/web.cpio`]);
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(readdirSync(place.temporary)).toEqual([]);
  });
});
