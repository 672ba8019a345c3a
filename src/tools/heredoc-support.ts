import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '../support/platform.ts';
import { ProgramError, type RunOptions } from '../support/process/exec.ts';
import { buildDockerfile, type ImageBuilder } from './image-builder.ts';

/** A builder without heredocs looks for a file of this name in the context, and prints its path. */
const HEREDOC = '<<EOF';

/**
 * True if a builder supports heredocs: it builds a small Dockerfile with one. The version of a builder does not show it:
 * buildah supports them since 1.33, but Debian and Ubuntu build 1.33 and later with a parser that does not.
 *
 * `directives` are the first lines of the Dockerfile, which can choose another parser (`# syntax=`); `scratch` is an empty
 * directory.
 *
 * @throws ProgramError if the build fails for another reason.
 */
export async function supportsHeredocs(
  builder: ImageBuilder,
  {
    directives,
    scratch,
    platform,
  }: { readonly directives: string; readonly scratch: string; readonly platform: Platform },
  options: Pick<RunOptions, 'env' | 'signal'>,
): Promise<boolean> {
  const context = join(scratch, 'context');
  const dockerfile = join(scratch, 'Dockerfile');
  const ignoreFile = `${dockerfile}.dockerignore`;
  mkdirSync(context);
  writeFileSync(
    dockerfile,
    `${directives}FROM scratch\nCOPY ${HEREDOC} /a\n# a comment for a builder without heredocs\nEOF\n`,
  );
  writeFileSync(ignoreFile, '');
  let output = '';
  const onLine = (line: string): void => {
    output += line;
  };
  try {
    const build = { dockerfile, context, ignoreFile, target: undefined, buildArgs: {}, platform, epoch: 0, scratch };
    await buildDockerfile(builder, build, { ...options, onLine });
    return true;
  } catch (error) {
    if (error instanceof ProgramError && output.includes(`/${HEREDOC}`)) return false;
    throw error;
  }
}
