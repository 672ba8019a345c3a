import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { instructionsOf } from './dockerfile-instructions.ts';
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
  | { readonly ok: true; readonly bases: readonly BaseImage[] }
  /** `line` begins at 1. */
  | { readonly ok: false; readonly line: number; readonly message: string; readonly isTarget?: true };

/** A stage, and the images or stages that it uses: FROM first. */
interface Stage {
  readonly name: string | undefined;
  readonly uses: Use[];
}

interface Use {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  /** The word of the file that names it, and the word that names another image instead. */
  readonly word: string;
  readonly wordFor: (image: string) => string;
  /** The instruction and option, for messages. */
  readonly where: string;
}

/** The images of the stages that a build of the target needs, each once, in the order of the file. */
export function basesOfDockerfile(source: string, request: DockerfileRequest): ParsedDockerfile {
  const found = findImages(source, request);
  if (!found.ok) return found;
  const bases = new Map(found.images.map(({ base }) => [base.text, base]));
  return { ok: true, bases: [...bases.values()] };
}

/**
 * A copy of a Dockerfile in which the images that `basesOfDockerfile` finds have other names: `nameOf` returns the name for
 * an image. Lines keep their numbers.
 *
 * @throws FledgeError `internal` if the Dockerfile has a problem, which `basesOfDockerfile` reports.
 */
export function withImageNames(
  source: string,
  request: DockerfileRequest,
  nameOf: (base: BaseImage) => string,
): string {
  const found = findImages(source, request);
  if (!found.ok) throw new FledgeError('internal', `line ${found.line} of a Dockerfile ${found.message}`);
  const lines = source.split('\n');
  for (const { base, use } of found.images) {
    const replaced = replaceWord(lines, use, use.wordFor(nameOf(base)));
    if (!replaced) throw new FledgeError('internal', `line ${use.line} of a Dockerfile does not contain ${use.word}`);
  }
  return lines.join('\n');
}

/** Replaces the first word of this text in the lines of an instruction. */
function replaceWord(lines: string[], { line, lastLine, word }: Use, replacement: string): boolean {
  for (let index = line - 1; index < lastLine; index += 1) {
    const pieces = (lines[index] ?? '').split(/(\s+)/);
    const at = pieces.indexOf(word);
    if (at < 0) continue;
    pieces[at] = replacement;
    lines[index] = pieces.join('');
    return true;
  }
  return false;
}

type FoundImages =
  | { readonly ok: true; readonly images: readonly { readonly base: BaseImage; readonly use: Use }[] }
  | (ParsedDockerfile & { readonly ok: false });

function findImages(source: string, request: DockerfileRequest): FoundImages {
  const stages: Stage[] = [];
  const variables = new Map(automaticVariables(request.platform));
  for (const { name, words, line, lastLine } of instructionsOf(source)) {
    const current = stages.at(-1);
    const addOption = (word: string, option: string, where: string): void => {
      // In a mount, the option is one of several fields.
      const [, before = '', text = '', after = ''] = new RegExp(`^(.*?\\b${option})([^,]*)(.*)$`).exec(word) ?? [];
      const wordFor = (image: string): string => before + image + after;
      if (text !== '') current?.uses.push({ text, line, lastLine, word, wordFor, where });
    };
    if (name === 'ARG' && current === undefined) defineArguments(words, variables, request.buildArgs);
    else if (name === 'FROM') {
      const [image = '', as, stage] = words.filter((word) => !word.startsWith('--'));
      const text = substitute(image, variables);
      if (text === '') return fail(line, describeEmpty(image));
      stages.push({
        name: as?.toUpperCase() === 'AS' ? stage?.toLowerCase() : undefined,
        uses: [{ text, line, lastLine, word: image, wordFor: (other) => other, where: 'FROM' }],
      });
    } else if (name === 'COPY') {
      for (const word of withPrefix(words, '--from=')) addOption(word, 'from=', 'COPY --from');
    } else if (name === 'RUN') {
      for (const word of withPrefix(words, '--mount=')) addOption(word, 'from=', 'RUN --mount');
    }
  }
  if (stages.length === 0) return fail(1, 'has no FROM');
  const target = indexOfTarget(stages, request.target);
  if (target === undefined) {
    return { ok: false, line: 1, message: `has no stage ${JSON.stringify(request.target)}`, isTarget: true };
  }
  return imagesOf(stages, target);
}

function imagesOf(stages: readonly Stage[], target: number): FoundImages {
  const needed = new Set([target]);
  const images: Use[] = [];
  // Stages use earlier ones only, so one pass backwards finds all.
  for (let index = target; index >= 0; index -= 1) {
    if (!needed.has(index)) continue;
    for (const use of (stages[index]?.uses ?? []).toReversed()) {
      const stage = indexOfStage(stages, use, index);
      if (stage !== undefined) needed.add(stage);
      else if (use.text.toLowerCase() !== 'scratch') images.unshift(use);
    }
  }
  const found: { base: BaseImage; use: Use }[] = [];
  for (const use of images) {
    const { text, line, where } = use;
    const parsed = parseImageReference(text);
    if (!parsed.ok) return fail(line, `${where} names ${JSON.stringify(text)}, which ${parsed.message}`);
    const { named, transport } = parsed.image;
    if (named === undefined || transport !== undefined) {
      return fail(line, `${where} names ${text}, which is not an image of a registry`);
    }
    found.push({ base: { text, named }, use });
  }
  return { ok: true, images: found };
}

/** The stage before `index` that a FROM or an option names: by its name, and except for FROM also by its number. */
function indexOfStage(stages: readonly Stage[], { text, where }: Use, index: number): number | undefined {
  const named = stages.slice(0, index).findLastIndex(({ name }) => name === text.toLowerCase());
  if (named >= 0) return named;
  return where !== 'FROM' && /^\d+$/.test(text) && Number(text) < index ? Number(text) : undefined;
}

function indexOfTarget(stages: readonly Stage[], target: string | undefined): number | undefined {
  if (target === undefined) return stages.length - 1;
  const named = stages.findLastIndex(({ name }) => name === target.toLowerCase());
  if (named >= 0) return named;
  return /^\d+$/.test(target) && Number(target) < stages.length ? Number(target) : undefined;
}

function fail(line: number, message: string): FoundImages {
  return { ok: false, line, message };
}

function describeEmpty(image: string): string {
  if (image === '') return 'FROM names no image';
  return `FROM names ${JSON.stringify(image)}, which is empty; set the variable in build_args`;
}

/** The variables that builders define for FROM. The platform of the builder is taken to be that of the image. */
function automaticVariables(platform: Platform): [string, string][] {
  const [os = '', architecture = ''] = platform.split('/');
  const values = { PLATFORM: platform, OS: os, ARCH: architecture, VARIANT: '' };
  return ['TARGET', 'BUILD'].flatMap((prefix) =>
    Object.entries(values).map(([name, value]): [string, string] => [`${prefix}${name}`, value]),
  );
}

function defineArguments(
  words: readonly string[],
  variables: Map<string, string>,
  buildArgs: Readonly<Record<string, string>>,
): void {
  for (const word of words) {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const own = Object.hasOwn(buildArgs, name) ? buildArgs[name] : undefined;
    const value = own ?? (equals < 0 ? undefined : substitute(word.slice(equals + 1), variables));
    if (value !== undefined) variables.set(name, value);
  }
}

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+])([^}]*))?\})/g;

/** A word with the values of its variables: `$A`, `${A}`, `${A:-word}`, `${A-word}`, `${A:+word}`, `${A+word}`. */
function substitute(word: string, variables: ReadonlyMap<string, string>): string {
  const bare = word.replace(/^(["'])(.*)\1$/, '$2');
  return bare.replace(VARIABLE, (_, plain?: string, braced?: string, operator?: string, other = '') => {
    const value = variables.get(plain ?? braced ?? '');
    const isSet = value !== undefined && (value !== '' || operator?.startsWith(':') !== true);
    if (operator?.endsWith('-') === true && !isSet) return substitute(other, variables);
    if (operator?.endsWith('+') === true) return isSet ? substitute(other, variables) : '';
    return value ?? '';
  });
}

function withPrefix(words: readonly string[], prefix: string): readonly string[] {
  return words.filter((word) => word.startsWith(prefix));
}
