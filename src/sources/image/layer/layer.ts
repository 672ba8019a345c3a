import { createHash, type Hash } from 'node:crypto';
import type { Budget, BudgetItem } from '../../../support/budget.ts';
import { displayByteString } from '../../../support/byte-string.ts';
import { readAhead } from '../../../support/concurrency.ts';
import { FledgeError } from '../../../support/errors.ts';
import { openRegularFile } from '../../../support/files/regular-file.ts';
import { formatBytes } from '../../../support/units.ts';
import type { DataExtent } from '../../../tree/entry.ts';
import type { LayerEntry, UnpackedLayer } from '../../../tree/layer-entry.ts';
import { type Blob, readBlob, requireDigest } from '../blob.ts';
import { layerKindOf } from '../media-types.ts';
import { DecompressionError, detectCompression } from './compression.ts';
import { decompress } from './decompress.ts';
import { SpoolWriter } from './spool.ts';
import { type TarEntry, type TarHandler, TarReader } from './tar.ts';
import { BLOCK_BYTES } from './tar-format.ts';

/** A layer of a local image. */
export interface LayerBlob extends Blob {
  readonly mediaType: string;
  /** The digest of the uncompressed tar archive. */
  readonly diffId: string;
  /** URLs at which the publisher provides a layer that registries do not have. */
  readonly urls: readonly string[];
}

export interface UnpackOptions {
  /** The directory for spools. */
  readonly spoolDirectory: string;
  readonly budget: Budget;
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of blob bytes of each read. */
  readonly onRead?: ((bytes: number) => void) | undefined;
}

type TarFile = Extract<TarEntry, { kind: 'file' }>;

const READ_BYTES = 1024 * 1024;
/** Maximum number of queued entries. Most layers have fewer, so they are unpacked before their entries are read. */
const MAX_ENTRIES_AHEAD = 20_000;

/**
 * Starts to unpack a layer before its entries are read: a decompressor keeps one thread busy, and another one can work
 * on the next layer. The layer is decompressed once; the blob's digest, the diff_id and every declared size are
 * verified in the same pass. The contents of its files are written to a spool, without holes. Devices and fifos are
 * only described.
 *
 * @throws FledgeError, as the reading of the entries does: `input` if the layer is damaged, hostile, encrypted or of an
 *   unknown kind, `output` if the spool cannot be written.
 */
export function unpackLayer(blob: LayerBlob, options: UnpackOptions): UnpackedLayer {
  requireReadable(blob);
  return unpack(verifiedSource(blob), options);
}

/**
 * Starts to unpack a tar archive without a digest, such as the output of `docker export`: plain, in gzip or in zstd.
 *
 * @throws FledgeError as `unpackLayer` does.
 */
export function unpackArchive({ path, label }: TarArchive, options: UnpackOptions): UnpackedLayer {
  return unpack({ label, bytes: (signal) => readArchive(path, signal), explain: explainDecompression }, options);
}

/** A tar archive of a whole root file system. */
export interface TarArchive {
  readonly path: string;
  /** Its name in messages. */
  readonly label: string;
}

/** The bytes of a layer, possibly compressed. */
interface LayerSource {
  readonly label: string;
  /** The required digests of the bytes, and of the uncompressed archive. */
  readonly digests?: { readonly digest: string; readonly diffId: string };
  bytes(signal: AbortSignal | undefined): AsyncGenerator<Buffer, void, undefined>;
  /** The error for the user. */
  explain(error: unknown, label: string, signal: AbortSignal | undefined): unknown;
}

function verifiedSource(blob: LayerBlob): LayerSource {
  return {
    label: blob.label,
    digests: blob,
    bytes: (signal) => readBlob(blob, signal),
    explain: (error, _, signal) => explainFailure(error, blob, signal),
  };
}

async function* readArchive(path: string, signal: AbortSignal | undefined): AsyncGenerator<Buffer, void, undefined> {
  const handle = await openRegularFile(path);
  try {
    for await (const bytes of handle.createReadStream({ highWaterMark: READ_BYTES, autoClose: false, signal }))
      yield bytes;
  } finally {
    await handle.close();
  }
}

function unpack(blob: LayerSource, options: UnpackOptions): UnpackedLayer {
  const writer = new SpoolWriter(options.spoolDirectory, blob.label);
  const closing = new AbortController();
  const signals = [closing.signal, ...(options.signal === undefined ? [] : [options.signal])];
  const source = readEntries(blob, { ...options, signal: AbortSignal.any(signals) }, writer);
  const entries = readAhead(source, MAX_ENTRIES_AHEAD);
  return {
    label: blob.label,
    spool: writer.spool,
    entries,
    async close() {
      // The abort also stops the reads of a large file, which yield no entry.
      closing.abort();
      await entries.stop();
      await writer.close();
    },
  };
}

async function* readEntries(
  source: LayerSource,
  options: UnpackOptions,
  writer: SpoolWriter,
): AsyncGenerator<readonly LayerEntry[], void, undefined> {
  const { label, digests } = source;
  try {
    const collector = new EntryCollector(writer);
    const spend = (item: BudgetItem, amount: number): void => options.budget.spend(item, amount);
    const reader = new TarReader(collector, label, spend);
    const diffHash = digests && diffHashOf(digests, label);
    const { compression, chunks } = await withCompression(countedBytes(source, options));
    // The bytes of a plain tar are already hashed as the blob.
    const isHashed =
      compression === 'none' && digests !== undefined && diffHash?.algorithm === algorithmOf(digests.digest);
    for await (const chunk of decompress(chunks, compression, spend)) {
      if (!isHashed) diffHash?.hash.update(chunk);
      reader.push(chunk);
      const { entries, dataBytes, apparentBytes, largest } = collector.take();
      options.budget.spend('unpacked', chunk.length);
      options.budget.spend('metadata', chunk.length - dataBytes);
      options.budget.spend('apparent', apparentBytes, () => describeLargest(largest, label));
      if (entries.length > 0) yield entries;
    }
    reader.finish();
    if (digests !== undefined && diffHash !== undefined) {
      const actual = isHashed ? digests.digest : `${diffHash.algorithm}:${diffHash.hash.digest('hex')}`;
      requireDiffId(actual, digests.diffId, label);
    }
    writer.finish();
  } catch (error) {
    await writer.close();
    throw await source.explain(error, label, options.signal);
  }
}

function diffHashOf({ diffId }: { readonly diffId: string }, label: string): { algorithm: string; hash: Hash } {
  const { algorithm } = requireDigest(diffId, `the diff_id of ${label}`);
  return { algorithm, hash: createHash(algorithm) };
}

function requireDiffId(actual: string, diffId: string, label: string): void {
  if (actual === diffId) return;
  throw new FledgeError('input', `${label} unpacks to ${actual}, but the image's config lists ${diffId}`, {
    fix: 'build or push the image again; it is inconsistent',
  });
}

function algorithmOf(digest: string): string {
  return digest.slice(0, digest.indexOf(':'));
}

function requireReadable({ mediaType, label }: LayerBlob): void {
  switch (layerKindOf(mediaType)) {
    case 'encrypted':
      throw new FledgeError('input', `${label} is encrypted`, {
        fix: 'decrypt the image first: skopeo copy --decryption-key KEY docker://IMAGE oci:DIRECTORY, and use oci:DIRECTORY',
      });
    case 'unknown':
      throw new FledgeError('input', `${label} has the unknown media type ${JSON.stringify(mediaType)}`, {
        fix: 'use an image with file system layers; this may be another kind of artifact',
      });
  }
}

async function* countedBytes(source: LayerSource, options: UnpackOptions): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of source.bytes(options.signal)) {
    options.onRead?.(chunk.length);
    yield chunk;
  }
}

/** Detects the compression of a stream, and returns the stream with its first bytes. */
async function withCompression(
  bytes: AsyncGenerator<Buffer, void, undefined>,
): Promise<{ compression: ReturnType<typeof detectCompression>; chunks: AsyncIterable<Buffer> }> {
  const first = await bytes.next();
  const head = first.done === true ? Buffer.alloc(0) : first.value;
  const chunks = async function* (): AsyncGenerator<Buffer, void, undefined> {
    try {
      yield head;
      yield* bytes;
    } finally {
      await bytes.return();
    }
  };
  try {
    return { compression: detectCompression(head.subarray(0, BLOCK_BYTES)), chunks: chunks() };
  } catch (error) {
    await bytes.return();
    throw error;
  }
}

interface Taken {
  readonly entries: readonly LayerEntry[];
  readonly dataBytes: number;
  /** The sizes of the files, holes included. */
  readonly apparentBytes: number;
  readonly largest: TarFile | undefined;
}

function describeLargest(largest: TarFile | undefined, label: string): string {
  if (largest === undefined) return `the last of them are in ${label}`;
  return `one of them is ${displayByteString(largest.path)} with ${formatBytes(largest.size)}, in ${label}`;
}

class EntryCollector implements TarHandler {
  #entries: LayerEntry[] = [];
  #dataBytes = 0;
  #apparentBytes = 0;
  #largest: TarFile | undefined;
  readonly #writer: SpoolWriter;

  constructor(writer: SpoolWriter) {
    this.#writer = writer;
  }

  /** Returns the entries and sizes since the last call. */
  take(): Taken {
    const taken = {
      entries: this.#entries,
      dataBytes: this.#dataBytes,
      apparentBytes: this.#apparentBytes,
      largest: this.#largest,
    };
    this.#entries = [];
    this.#dataBytes = 0;
    this.#apparentBytes = 0;
    this.#largest = undefined;
    return taken;
  }

  entry(entry: TarEntry): void {
    if (entry.kind !== 'file') {
      this.#entries.push(entry);
      return;
    }
    this.#apparentBytes += entry.size;
    if (entry.size > (this.#largest?.size ?? 0)) this.#largest = entry;
    let { position } = this.#writer;
    // `map` allocates the exact length. An array that grows has unused capacity, and there is one array for each file.
    const pieces = entry.pieces.map(({ offset, length }): DataExtent => {
      const piece = { offset, length, position };
      position += length;
      return piece;
    });
    this.#entries.push({ ...entry, pieces });
  }

  data(bytes: Buffer): void {
    this.#dataBytes += bytes.length;
    this.#writer.append(bytes);
  }
}

/**
 * Finds the cause of a failure. A damaged blob first causes an error of tar or gzip; the digest mismatch is more
 * useful, and is found by reading the rest of the blob.
 */
async function explainFailure(error: unknown, blob: LayerBlob, signal: AbortSignal | undefined): Promise<unknown> {
  const isContent = error instanceof DecompressionError || (error instanceof FledgeError && error.code === 'input');
  if (!isContent) return error;
  try {
    for await (const _ of readBlob(blob, signal));
  } catch (blobError) {
    if (blobError instanceof FledgeError && layerKindOf(blob.mediaType) === 'foreign')
      return explainForeign(blob, blobError);
    return blobError;
  }
  return explainDecompression(error, blob.label);
}

function explainDecompression(error: unknown, label: string): unknown {
  if (!(error instanceof DecompressionError)) return error;
  return new FledgeError('input', `${label} cannot be unpacked: ${error.message}`, {
    cause: error,
    ...(error.fix !== undefined && { fix: error.fix }),
  });
}

function explainForeign({ label, urls }: LayerBlob, cause: FledgeError): FledgeError {
  const where = urls.length === 0 ? '' : ` (${urls.slice(0, 3).join(', ')})`;
  return new FledgeError('input', `${label} is not in the image: only its publisher may distribute it${where}`, {
    cause,
    fix: 'use an image whose layers are all in the registry',
  });
}
