import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { DockerfileProblem } from './dockerfile-problem.ts';
import { type DockerfileContents, type Stage, stagesOf, type Use } from './dockerfile-stages.ts';
import { parseImageReference } from './image-reference.ts';
import type { BaseImage } from './types.ts';

/*
 * The images that a Dockerfile names (docs.docker.com/reference/dockerfile): in FROM, in COPY --from and in RUN
 * --mount=…,from=…. Everything else of it is left to the program that builds it.
 *
 * Base images are pinned in a copy of the file: buildah 1.28 ignores a `--build-context` for a name with a variable, without
 * an error.
 */

export interface DockerfileRequest {
  /** The stage to build; undefined: the last one. */
  readonly target: string | undefined;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly platform: Platform;
}

export type ParsedDockerfile =
  | {
      readonly ok: true;
      /** The images of the stages that a build of the target needs, each once, in the order of the file. */
      readonly bases: readonly BaseImage[];
      /** The names of all ARGs. */
      readonly args: ReadonlySet<string>;
      /** The first line that begins a heredoc, from 1. */
      readonly heredocLine: number | undefined;
    }
  /** `line` begins at 1; it is undefined for a problem of the whole file. */
  | { readonly ok: false; readonly line: number | undefined; readonly message: string; readonly isTarget?: true };

/** Reads a Dockerfile. Text that builders read differently is a problem. */
export function parseDockerfile(source: string, request: DockerfileRequest): ParsedDockerfile {
  try {
    const contents = stagesOf(source, request);
    const { stages, args, heredocLine } = contents;
    if (stages.length === 0) {
      throw new DockerfileProblem(undefined, source.trim() === '' ? 'is empty' : 'has no FROM');
    }
    const target = indexOfTarget(stages, request.target);
    if (target === undefined) {
      const message = `has no stage ${JSON.stringify(request.target)}`;
      return { ok: false, line: undefined, message, isTarget: true };
    }
    const images = imagesOf(usesOf(contents, target));
    const bases = new Map(images.map(({ base }) => [base.text, base]));
    return { ok: true, bases: [...bases.values()], args, heredocLine };
  } catch (error) {
    if (!(error instanceof DockerfileProblem)) throw error;
    return { ok: false, line: error.line, message: error.message };
  }
}

/**
 * A copy of a Dockerfile in which the images that `parseDockerfile` finds have other names: `nameOf` returns the name for an
 * image. Stages are named exactly, because buildah 1.28 takes `--from=BUILD` for an image if the stage is called `build`.
 * Lines keep their numbers.
 *
 * @throws FledgeError `internal` if the Dockerfile has a problem, which `parseDockerfile` reports.
 */
export function withImageNames(
  source: string,
  request: DockerfileRequest,
  nameOf: (base: BaseImage) => string,
): string {
  try {
    const contents = stagesOf(source, request);
    const uses = usesOf(contents, indexOfTarget(contents.stages, request.target) ?? 0);
    const changes = [
      ...imagesOf(uses).map(({ base, use }) => ({ use, name: nameOf(base) })),
      ...uses.flatMap(({ use, stage }) => (stage?.name === undefined ? [] : [{ use, name: stage.name }])),
    ];
    let result = '';
    let end = 0;
    for (const { use, name } of changes.toSorted((a, b) => a.use.place.start - b.use.place.start)) {
      result += source.slice(end, use.place.start) + use.write(name);
      end = use.place.end;
    }
    return result + source.slice(end);
  } catch (error) {
    if (!(error instanceof DockerfileProblem)) throw error;
    throw new FledgeError('internal', `a Dockerfile ${error.message}`, { cause: error });
  }
}

/** A place that names a stage, or an image. */
interface ResolvedUse {
  readonly use: Use;
  readonly stage: Stage | undefined;
}

/** The uses of the stages that a build of the target needs, in the order of the file. */
function usesOf({ stages }: DockerfileContents, target: number): readonly ResolvedUse[] {
  const needed = new Set([target]);
  const found: ResolvedUse[] = [];
  // Stages use earlier ones only, so one pass backwards finds all.
  for (let index = target; index >= 0; index -= 1) {
    if (!needed.has(index)) continue;
    for (const use of (stages[index]?.uses ?? []).toReversed()) {
      const stage = indexOfStage(stages, use, index);
      if (stage !== undefined) needed.add(stage);
      found.unshift({ use, stage: stage === undefined ? undefined : stages[stage] });
    }
  }
  return found;
}

function imagesOf(uses: readonly ResolvedUse[]): readonly { readonly base: BaseImage; readonly use: Use }[] {
  return uses.flatMap(({ use, stage }) => {
    if (stage !== undefined || use.text.toLowerCase() === 'scratch') return [];
    return [{ base: baseOf(use), use }];
  });
}

function baseOf({ text, written, line, where, unset }: Use): BaseImage {
  const parsed = parseImageReference(text);
  if (parsed.ok) {
    const { named, transport } = parsed.image;
    if (named !== undefined && transport === undefined) return { text, named };
    throw new DockerfileProblem(line, `${where} names ${text}, which is not an image of a registry`);
  }
  if (unset.length === 0) {
    throw new DockerfileProblem(line, `${where} names ${JSON.stringify(text)}, which ${parsed.message}`);
  }
  const variables = [...new Set(unset)].join(' and ');
  const fix = `declare ARG ${variables} before the first FROM, and set it in build_args`;
  throw new DockerfileProblem(line, `${where} names ${written}, and ${variables} has no value; ${fix}`);
}

/** The stage before `index` that a FROM or an option names: by its name, and except for FROM also by its number. */
function indexOfStage(stages: readonly Stage[], { text, where }: Use, index: number): number | undefined {
  const named = stages.slice(0, index).findLastIndex(({ name }) => name?.toLowerCase() === text.toLowerCase());
  if (named >= 0) return named;
  return where !== 'FROM' && /^\d+$/.test(text) && Number(text) < index ? Number(text) : undefined;
}

function indexOfTarget(stages: readonly Stage[], target: string | undefined): number | undefined {
  if (target === undefined) return stages.length - 1;
  const named = stages.findLastIndex(({ name }) => name?.toLowerCase() === target.toLowerCase());
  if (named >= 0) return named;
  return /^\d+$/.test(target) && Number(target) < stages.length ? Number(target) : undefined;
}
