import { mkdirSync } from 'node:fs';
import type { DockerfileImage } from '../config/types.ts';
import { FledgeError } from '../support/errors.ts';
import { type ChildEnvironment, ProgramError } from '../support/process/exec.ts';
import { supportsHeredocs } from '../tools/heredoc-support.ts';
import type { ImageBuilder } from '../tools/image-builder.ts';
import { buildFailure, isFull } from './dockerfile-failure.ts';
import type { BuildJob } from './job.ts';

/**
 * Checks that the builder supports the heredocs of a Dockerfile. Another builder reads their bodies as instructions, which
 * can name images that are not pinned.
 */
export async function requireHeredocs(
  builder: ImageBuilder,
  { text, line, source, scratch, env }: HeredocUse,
  job: BuildJob,
): Promise<void> {
  const { platform, sources, errorAt } = job;
  mkdirSync(scratch);
  // Directives are comments before the first instruction.
  const [directives = ''] = /^\ufeff?(?:#.*\r?\n)*/.exec(text) ?? [];
  try {
    if (await supportsHeredocs(builder, { directives, scratch, platform }, { env, signal: sources.signal })) return;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    const lines = error.message.split('\n').slice(1);
    throw await buildFailure(error, { builder, lines, source, isDiskFull: isFull(scratch) }, job);
  }
  const message = `line ${line} of ${source.text}: this ${builder.name} does not support heredocs (<<)`;
  const located = await errorAt([{ path: ['source', 'dockerfile'], message }]);
  throw new FledgeError('tool', located.message, {
    problems: located.problems,
    fix: 'use docker buildx with BuildKit 0.10 or newer, or a podman or buildah that supports them; or write the lines without a heredoc',
  });
}

/** The heredocs of a Dockerfile, and the place of their check. */
export interface HeredocUse {
  readonly text: string;
  /** The first line with a heredoc. */
  readonly line: number;
  readonly source: DockerfileImage;
  /** A directory for the check, which does not exist yet. */
  readonly scratch: string;
  readonly env: ChildEnvironment;
}
