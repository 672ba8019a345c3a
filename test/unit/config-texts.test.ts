import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { fledgeTomlJsonSchema } from '../../src/config/json-schema.ts';
import { validateConfigText } from '../../src/config/load.ts';
import { problemsOf } from '../../src/document/problems.ts';

const HEX = '0f'.repeat(32);

/** Configs that together have every text of a fledge.toml. */
const CONFIGS: readonly Record<string, unknown>[] = [
  {
    version: '1',
    strategy: 'initramfs',
    agent: { source_strategy: 'local', path: 'kestrel' },
    source: { busybox_url: './busybox', busybox_sha256: HEX, image: 'oci:./image' },
    mappings: {
      'a.txt': '/srv/a',
      dir: { to: ['/srv/d'], mode: '0640', directory_mode: '0750', owner: 'a:a', exclude: ['*.md'] },
    },
    directories: { '/var/lib/app': { mode: '0750', owner: '70:70' } },
  },
  { version: '1', strategy: 'initramfs', init: { path: './init' }, source: { busybox_image: 'busybox:musl' } },
  { version: '1', strategy: 'initramfs', agent: { source_strategy: 'release', version: 'v1.0.0' } },
  {
    version: '1',
    strategy: 'oci_rootfs',
    agent: { source_strategy: 'http', url: 'https://example.com/kestrel', checksum: HEX },
    source: { dockerfile: 'Dockerfile', context: '.', target: 'app', build_args: { A: 'b' }, builder: 'podman' },
    filesystem: { type: 'ext4', format: 'qcow2', compression: 'zstd', size_buffer_mb: 'auto', overlay_size: '1G' },
  },
];

/** Keys of JSON Schema itself. */
const SCHEMA_WORDS = ['propertyNames', 'additionalProperties', 'items', 'contains'];

interface Place {
  readonly config: Record<string, unknown>;
  readonly path: readonly string[];
  /** True for the name of a key that the author chooses. */
  readonly isKey?: boolean;
}

function placesIn(config: Record<string, unknown>, value: unknown = config, path: readonly string[] = []): Place[] {
  if (typeof value === 'string') return [{ config, path }];
  if (typeof value !== 'object' || value === null) return [];
  const isFree = ['mappings', 'directories', 'build_args'].includes(path.at(-1) ?? '');
  return Object.entries(value).flatMap(([key, item]): Place[] => [
    ...(isFree ? [{ config, path: [...path, key], isKey: true }] : []),
    ...placesIn(config, item, [...path, key]),
  ]);
}

function changed(
  value: unknown,
  [first, ...rest]: readonly string[],
  isKey: boolean,
  change: (text: string) => string,
): unknown {
  if (first === undefined) return change(String(value));
  if (Array.isArray(value)) return value.map((item) => changed(item, rest, isKey, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key !== first) return [key, item];
      return isKey && rest.length === 0 ? [change(key), item] : [key, changed(item, rest, isKey, change)];
    }),
  );
}

async function messagesOf(config: unknown): Promise<readonly string[]> {
  try {
    await validateConfigText(stringify(config), 'fledge.toml');
    return [];
  } catch (error) {
    if (problemsOf(error).length === 0) throw error;
    return problemsOf(error).map(({ message }) => message);
  }
}

describe('the texts of a fledge.toml', () => {
  const places = CONFIGS.flatMap((config) => placesIn(config));

  it('are all in the configs of this test', () => {
    const tested = new Set(places.flatMap(({ path }) => path));
    const schema = JSON.stringify(fledgeTomlJsonSchema());
    const keys = [...schema.matchAll(/"(\w+)":\{[^{}]*"type":"string"/g)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !tested.has(key) && !SCHEMA_WORDS.includes(key))).toEqual([]);
  });

  it('are valid as they are', async () => {
    for (const config of CONFIGS) expect(await messagesOf(config)).toEqual([]);
  });

  it('are refused with a message of fledge if they contain a NUL character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.nat(), async ({ config, path, isKey = false }, at) => {
        const insert = (text: string): string => {
          const start = at % (text.length + 1);
          return `${text.slice(0, start)}\0${text.slice(start)}`;
        };
        // This key has no effect, whatever it contains.
        if (path.at(-1) === 'overlay_size') return;
        const messages = await messagesOf(changed(config, path, isKey, insert));
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.join()).not.toContain('null bytes');
      }),
      { numRuns: 300 },
    );
  });

  it('are refused if they are empty', async () => {
    const mayBeEmpty = ['overlay_size', 'A'];
    for (const { config, path, isKey = false } of places) {
      if (mayBeEmpty.includes(path.at(-1) ?? '') && !isKey) continue;
      expect(await messagesOf(changed(config, path, isKey, () => '')), path.join('.')).not.toEqual([]);
    }
  });
});
