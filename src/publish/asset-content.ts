import { createHash } from 'node:crypto';
import type { Asset, ReleaseApi } from '../github/releases.ts';
import { FledgeError } from '../support/errors.ts';
import { readRegularFile } from '../support/files/regular-file.ts';
import type { PublishedFile } from './published-files.ts';

/** Maximum size of a manifest, a provenance record, a checksum file and an index. */
const MAX_SMALL_BYTES = 64 * 1024 * 1024;

/** Reads assets of one release. An asset never changes, so each is read at most once. */
export interface AssetReader {
  /**
   * The bytes of a small asset.
   *
   * @throws HttpFailure; FledgeError `publish` for an asset that is too large, or whose bytes do not have GitHub's digest.
   */
  read(asset: Asset): Promise<Buffer>;
  /** The SHA-256 of an asset in hexadecimal: GitHub's or, for a server without digests, that of the bytes. */
  digestOf(asset: Asset): Promise<string>;
}

/** Reads assets of a release. Those that are equal to one of `local`, files of this step, are not downloaded. */
export function assetReader(api: ReleaseApi, local: readonly PublishedFile[]): AssetReader {
  const contents = new Map<number, Buffer>();
  const digests = new Map<number, string>();

  async function read(asset: Asset): Promise<Buffer> {
    const known = contents.get(asset.id);
    if (known !== undefined) return known;
    if (asset.size > MAX_SMALL_BYTES) throw unreadable(asset, `it has ${asset.size} bytes`);
    const own = local.find(({ name, size, sha256 }) => {
      return name === asset.name && size === asset.size && sha256 === asset.sha256;
    });
    const content =
      own === undefined ? await download(api, asset) : Buffer.from(await readRegularFile(own.path, MAX_SMALL_BYTES));
    checkContent(asset, content.length, sha256Of(content));
    contents.set(asset.id, content);
    return content;
  }

  async function digestOf(asset: Asset): Promise<string> {
    const known = asset.sha256 ?? digests.get(asset.id);
    if (known !== undefined) return known;
    const digest = await api.withRetry(`download of ${asset.name}`, async () => {
      const hash = createHash('sha256');
      await api.download(asset, (piece) => void hash.update(piece));
      return hash.digest('hex');
    });
    digests.set(asset.id, digest);
    return digest;
  }

  return { read, digestOf };
}

/** @throws FledgeError `publish` if downloaded bytes are not those that GitHub has received. */
export function checkContent(asset: Asset, size: number, sha256: string): void {
  if (size === asset.size && sha256 === (asset.sha256 ?? sha256)) return;
  throw unreadable(asset, 'the downloaded bytes do not have the digest that GitHub computed');
}

function download(api: ReleaseApi, asset: Asset): Promise<Buffer> {
  return api.withRetry(`download of ${asset.name}`, async () => {
    const pieces: Uint8Array[] = [];
    await api.download(asset, (piece) => void pieces.push(piece));
    return Buffer.concat(pieces);
  });
}

function unreadable({ name }: Asset, why: string): FledgeError {
  return new FledgeError('publish', `cannot read ${name} of the release: ${why}`, {
    fix: 'delete the file from the release, and run the job again that uploads it',
  });
}

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
