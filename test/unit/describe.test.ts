import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderProvenance } from '../../src/describe/provenance.ts';
import { VERSION } from '../../src/support/about.ts';
import { formatBytes, formatMilliseconds } from '../../src/support/units.ts';

describe('renderProvenance', () => {
  it('renderProvenance gives an in-toto statement with a SLSA provenance predicate', () => {
    const text = renderProvenance({
      artifact: { name: 'plugin.cpio.gz', sha256: 'ab' },
      strategy: 'initramfs',
      platform: 'linux/arm64',
      sourceDateEpoch: 7,
      version: '1.2.3',
      inputs: [
        { name: 'image', uri: 'docker://nginx', digest: 'sha256:ef', layers: ['sha256:01', 'sha256:02'] },
        { name: 'busybox', uri: 'https://example.com/busybox', digest: 'sha256:cd' },
      ],
      mappings: [
        { source: './app', destinations: ['/usr/bin/app', '/opt/app/'] },
        { source: undefined, destinations: ['/etc/hosts'] },
      ],
    });
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'plugin.cpio.gz', digest: { sha256: 'ab' } }],
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {
        buildDefinition: {
          buildType: 'https://github.com/volantvm/fledge-action/blob/v1/docs/provenance.md',
          externalParameters: {
            strategy: 'initramfs',
            platform: 'linux/arm64',
            sourceDateEpoch: 7,
            mappings: [
              { source: './app', destinations: ['/usr/bin/app', '/opt/app/'] },
              { destinations: ['/etc/hosts'] },
            ],
          },
          resolvedDependencies: [
            {
              ...{ name: 'image', uri: 'docker://nginx', digest: { sha256: 'ef' } },
              annotations: { layers: ['sha256:01', 'sha256:02'] },
            },
            { name: 'busybox', uri: 'https://example.com/busybox', digest: { sha256: 'cd' } },
          ],
        },
        runDetails: {
          builder: { id: 'https://github.com/volantvm/fledge-action', version: { fledge: '1.2.3' } },
        },
      },
    });
  });
});

describe('VERSION', () => {
  it('VERSION equals the version of package.json', () => {
    const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    expect(JSON.parse(text)).toHaveProperty('version', VERSION);
  });
});

describe('units', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KiB'],
    [1_636_082, '1.6 MiB'],
    [5 * 2 ** 30, '5.0 GiB'],
    [3000 * 2 ** 40, '3000.0 TiB'],
  ])('shows %d bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it.each([
    [0.4, '0 ms'],
    [999, '999 ms'],
    [12_345, '12.3 s'],
  ])('shows %d ms as %s', (milliseconds, text) => expect(formatMilliseconds(milliseconds)).toBe(text));
});
