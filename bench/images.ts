import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { layersOf } from './layout.ts';

const CHUNK = 1024 * 1024;
/** The gzip level of the layer: the usual one, or none for data that does not compress. */
const LEVELS = { compressed: constants.Z_DEFAULT_COMPRESSION, stored: constants.Z_NO_COMPRESSION } as const;

/** Makes an OCI layout with an image of one layer that contains the files written by `fill`. */
export async function writeImage(
  layout: string,
  compression: keyof typeof LEVELS,
  fill: (root: string) => void,
): Promise<void> {
  const root = `${layout}.root`;
  const blobs = join(layout, 'blobs/sha256');
  mkdirSync(root);
  mkdirSync(blobs, { recursive: true });
  fill(root);

  const blob = join(blobs, 'layer');
  const diff = counted();
  const layer = counted();
  const tar = spawn('tar', ['--create', '--sparse', '--format=pax', '--sort=name', '--owner=0', '--group=0', '.'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const packed = new Promise<void>((resolve, reject) => {
    tar.on('error', reject);
    tar.on('close', (status) => (status === 0 ? resolve() : reject(new Error(`tar ended with ${status}`))));
  });
  const gzip = createGzip({ level: LEVELS[compression], chunkSize: CHUNK });
  await Promise.all([packed, pipeline(tar.stdout, diff.stream, gzip, layer.stream, createWriteStream(blob))]);
  rmSync(root, { recursive: true });
  renameSync(blob, join(blobs, layer.digest()));

  const addJson = (document: object): { digest: string; size: number } => {
    const bytes = Buffer.from(JSON.stringify(document));
    const digest = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(blobs, digest), bytes);
    return { digest: `sha256:${digest}`, size: bytes.length };
  };
  const config = addJson({
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    os: 'linux',
    config: { Cmd: ['/bin/true'] },
    rootfs: { type: 'layers', diff_ids: [`sha256:${diff.digest()}`] },
  });
  const type = 'application/vnd.oci.image';
  const manifest = addJson({
    schemaVersion: 2,
    mediaType: `${type}.manifest.v1+json`,
    config: { mediaType: `${type}.config.v1+json`, ...config },
    layers: [{ mediaType: `${type}.layer.v1.tar+gzip`, digest: `sha256:${layer.digest()}`, size: layer.size() }],
  });
  const manifests = [{ mediaType: `${type}.manifest.v1+json`, ...manifest }];
  writeFileSync(join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
  writeFileSync(join(layout, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
}

/** The total size of an image's decompressed layers, in bytes. */
export async function unpackedSize(layout: string): Promise<number> {
  let size = 0;
  for (const { path } of layersOf(layout)) {
    for await (const chunk of createReadStream(path).pipe(createGunzip({ chunkSize: CHUNK }))) {
      size += (chunk as Buffer).length;
    }
  }
  return size;
}

/** Makes a file of `size` bytes that consists of a hole. */
export function writeSparseFile(path: string, size: number): void {
  const descriptor = openSync(path, 'w');
  ftruncateSync(descriptor, size);
  closeSync(descriptor);
}

/** A stream that passes data unchanged, and counts and hashes it. `digest` may be called repeatedly, but only at the end. */
function counted(): { readonly stream: Transform; digest(): string; size(): number } {
  const hash = createHash('sha256');
  let size = 0;
  let digest: string | undefined;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  return {
    stream,
    digest: () => {
      digest ??= hash.digest('hex');
      return digest;
    },
    size: () => size,
  };
}
