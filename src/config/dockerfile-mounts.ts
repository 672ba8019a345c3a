import type { Word } from './dockerfile-instructions.ts';
import { DockerfileProblem } from './dockerfile-problem.ts';

/** The `from` of a `RUN --mount`, with the text of the option before and after it. */
export interface MountedImage {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

export const MOUNT = '--mount=';
const KEY = /^[A-Za-z-]+$/;

/**
 * The image or stage that a `--mount` option names, if it names one.
 *
 * podman and buildah replace variables in the whole option, and then split it at commas; BuildKit replaces them in values
 * only. `canHaveComma` is true for a variable whose value in this Dockerfile could contain further keys.
 *
 * @throws DockerfileProblem for an option that could name an image by a variable.
 */
export function imageOfMount(
  { text: option }: Word,
  line: number,
  canHaveComma: (variable: string) => boolean,
): MountedImage | undefined {
  let image: MountedImage | undefined;
  let start = MOUNT.length;
  for (const field of option.slice(MOUNT.length).split(',')) {
    const equals = field.indexOf('=');
    const key = equals < 0 ? field : field.slice(0, equals);
    if (!KEY.test(key)) {
      const reason = key.includes('$')
        ? 'has a variable in its keys, which could name an image'
        : 'is not a list of KEY=VALUE';
      throw new DockerfileProblem(line, `the option ${option} ${reason}; write its keys literally`);
    }
    const value = equals < 0 ? '' : field.slice(equals + 1);
    for (const [, variable = ''] of value.matchAll(/\$\{?(\w+)/g)) {
      if (!canHaveComma(variable)) continue;
      throw new DockerfileProblem(
        line,
        `the option ${option} has the variable ${variable}, whose value has a comma and so could add a key; write the value literally`,
      );
    }
    if (key.toLowerCase() === 'from' && value !== '') {
      if (image !== undefined) throw new DockerfileProblem(line, `the option ${option} has two from; keep one`);
      const at = start + equals + 1;
      image = { text: value, before: option.slice(0, at), after: option.slice(at + value.length) };
    }
    start += field.length + 1;
  }
  return image;
}
