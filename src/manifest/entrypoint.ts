import type { ImageFacts } from './image-facts.ts';
import { atImage, atTemplate, type Remark } from './remarks.ts';
import type { TemplateFields } from './template-rules.ts';

/** The program of a plugin without a template. */
export type ProgramSource =
  /** Mapped executables, in the order of fledge.toml. */
  | { readonly kind: 'mappings'; readonly executables: readonly string[] }
  | { readonly kind: 'image'; readonly entrypoint: readonly string[]; readonly cmd: readonly string[] };

export interface Entrypoint {
  readonly program: readonly string[];
  readonly remarks: readonly Remark[];
}

const ADVICE = 'set [workload] entrypoint in manifest.toml';

/** The program and arguments of the workload: those of the template, otherwise of the image or the mappings. */
export function entrypointOf({ entrypoint, args }: TemplateFields['workload'], source: ProgramSource): Entrypoint {
  if (entrypoint !== undefined) return { program: entrypoint, remarks: [] };
  return source.kind === 'image' ? ofImage(source, args) : ofMappings(source.executables, args);
}

function ofImage(
  { entrypoint, cmd }: Extract<ProgramSource, { kind: 'image' }>,
  args: readonly string[] | undefined,
): Entrypoint {
  // As for `docker run IMAGE ARGS`: arguments replace Cmd.
  const program = [...withoutEmpty(entrypoint), ...(args ?? cmd)];
  const [first, ...others] = program;
  if (first !== undefined && first !== '') return { program, remarks: [] };
  const what =
    others.length === 0
      ? 'the image has no Entrypoint and no Cmd'
      : `the image starts a program with an empty name (${JSON.stringify(program)}), which is not possible`;
  return guess(['/bin/sh'], `${what}; the workload is /bin/sh: ${ADVICE}`);
}

function ofMappings(executables: readonly string[], args: readonly string[] = []): Entrypoint {
  const [first, ...others] = executables;
  const program = [first ?? '/bin/sh', ...args];
  if (first === undefined) {
    return guess(program, `no mapping puts an executable into a bin directory; the workload is /bin/sh: ${ADVICE}`);
  }
  if (others.length === 0) return { program, remarks: [] };
  return guess(program, `the workload is ${first}, the first of ${others.length + 1} mapped executables: ${ADVICE}`);
}

function guess(program: readonly string[], message: string): Entrypoint {
  return { program, remarks: [{ code: 'entrypoint', message }] };
}

/** `ENTRYPOINT [""]` in a Dockerfile removes the Entrypoint of its base image (moby, daemon/create.go). */
function withoutEmpty(entrypoint: readonly string[]): readonly string[] {
  return entrypoint.length === 1 && entrypoint[0] === '' ? [] : entrypoint;
}

/** Warnings for arguments and variables that kestrel changes: it trims all of them, and drops empty arguments. */
export function remarksOnTrimming(
  program: readonly string[],
  env: Readonly<Record<string, string>>,
  { workload }: TemplateFields,
  image: Pick<ImageFacts, 'reference'> | undefined,
): Remark[] {
  const ofProgram =
    workload.entrypoint !== undefined
      ? atTemplate('workload', 'entrypoint')
      : workload.args !== undefined
        ? atTemplate('workload', 'args')
        : atImage(image);
  const isTrimmed = (text: string): boolean => text !== text.trim();
  const changed = program.filter((word) => word === '' || isTrimmed(word));
  const variables = Object.keys(env).filter((name) => isTrimmed(env[name] ?? ''));
  const fix = 'start the workload through a script that sets these values';
  return [
    ...changed.slice(0, 1).map(
      (word): Remark => ({
        code: 'argument-trimmed',
        message: `kestrel ${word.trim() === '' ? 'drops' : 'trims'} the argument ${JSON.stringify(word)} of the workload`,
        fix,
        ...ofProgram,
      }),
    ),
    ...variables.slice(0, 1).map(
      (name): Remark => ({
        code: 'argument-trimmed',
        message: `kestrel trims the value of the variable ${name}, which begins or ends with white space`,
        fix,
        ...(workload.env?.[name] === undefined ? atImage(image) : atTemplate('workload', 'env', name)),
      }),
    ),
  ];
}
