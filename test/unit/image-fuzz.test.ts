import { expect, it } from 'vitest';
import { fuzz } from '../fuzz/fuzz.ts';
import { fuzzLayers } from '../fuzz/layers.ts';
import { fuzzTar } from '../fuzz/tar.ts';

/** Long enough to meet every part of the code. */
const SECONDS = 2;

it('the tar reader survives damaged archives', async () => {
  const seed = Date.now() % 1_000_000_000;
  expect(await fuzz({ name: 'tar', seconds: SECONDS, seed }, fuzzTar)).toBeGreaterThan(0);
});

it('the merge of layers survives hostile ones', async () => {
  const seed = Date.now() % 1_000_000_000;
  expect(await fuzz({ name: 'layers', seconds: SECONDS, seed }, fuzzLayers)).toBeGreaterThan(0);
});
