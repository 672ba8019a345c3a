import { statSync } from 'node:fs';
import { FILESYSTEM_TRAITS } from '../config/filesystems.ts';
import type { ByteSink } from '../formats/byte-sink.ts';
import { reportGrowth } from '../sources/image/fetch/growth.ts';
import type { Progress } from '../support/report/reporter.ts';
import { measureTree } from '../tree/measure.ts';
import type { FilesystemJob } from './job.ts';

const BLOCK_BYTES = 512;

/** A sink that passes everything on to `sink`, and reports the bytes. `total` is about the number of bytes. */
export function reportingSink(sink: ByteSink, progress: Progress, total: number): ByteSink {
  let done = 0;
  return {
    reserve: () => sink.reserve(),
    commit(length) {
      done += length;
      const full = sink.commit(length);
      if (full !== undefined) progress.update(Math.min(done, total), total);
      return full;
    },
  };
}

/**
 * Reports the progress of writing an image: the blocks that it uses on the disk. It works for programs of others, too. The
 * total is known if the image holds the contents as they are.
 */
export function reportImageGrowth<T>(job: FilesystemJob, write: () => Promise<T>): Promise<T> {
  const { artifact, config, image, sources, tree } = job;
  const { type, qcow2 } = config.filesystem;
  const isPlain = qcow2 === undefined && FILESYSTEM_TRAITS[type].isWritable;
  const paths = new Set([artifact.scratchPath, image.checkedPath]);
  let total: number | undefined;
  const measure = () => {
    const done = [...paths].reduce((sum, path) => sum + usedBytes(path), 0);
    if (!isPlain) return { done };
    total ??= measureTree(tree).stored;
    return { done: Math.min(done, total), total };
  };
  return reportGrowth(sources.reporter.progress(artifact.name, 'bytes'), measure, write);
}

/** The bytes that a file uses on the disk; 0 if it does not exist. */
function usedBytes(path: string): number {
  return (statSync(path, { throwIfNoEntry: false })?.blocks ?? 0) * BLOCK_BYTES;
}
