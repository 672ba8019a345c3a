// The minimum work of a Node program for a root file system image: it decompresses the layers and discards the result, and
// then writes and hashes as many bytes as the image has.
//
//   node bench/floor.ts LAYOUT OUTPUT DATA SIZE
//
// It writes DATA of the SIZE bytes. The others are a hole, as in the image from fledge.
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, ftruncateSync, openSync, writeSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { layersOf } from './layout.ts';

const CHUNK = 1024 * 1024;

const [layout = '', output = '', data = '0', size = '0'] = process.argv.slice(2);

for (const { path } of layersOf(layout)) {
  const decompressed = createReadStream(path, { highWaterMark: CHUNK }).pipe(createGunzip({ chunkSize: CHUNK }));
  for await (const _ of decompressed);
}

const bytes = Buffer.alloc(CHUNK, 'floor');
const zeros = Buffer.alloc(CHUNK);
const hash = createHash('sha256');
const file = openSync(output, 'w');
for (let at = 0; at < Number(size); at += CHUNK) {
  const length = Math.min(CHUNK, Number(size) - at);
  const isData = at < Number(data);
  if (isData) writeSync(file, bytes, 0, length);
  hash.update((isData ? bytes : zeros).subarray(0, length));
}
ftruncateSync(file, Number(size));
closeSync(file);
process.stdout.write(`${hash.digest('hex')}\n`);
