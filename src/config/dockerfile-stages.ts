import type { Platform } from '../support/platform.ts';
import { type Instruction, instructionsOf, type Place, type Word } from './dockerfile-instructions.ts';
import { imageOfMount, MOUNT } from './dockerfile-mounts.ts';
import { DockerfileProblem } from './dockerfile-problem.ts';
import { expandVariables } from './dockerfile-variables.ts';

/** A stage, and the images or stages that it uses: FROM first. */
export interface Stage {
  /** As written. */
  readonly name: string | undefined;
  readonly uses: readonly Use[];
}

/** A place of a Dockerfile that names an image or a stage. */
export interface Use {
  /** The name, with the values of variables. */
  readonly text: string;
  /** The name as written. */
  readonly written: string;
  readonly line: number;
  readonly place: Place;
  /** The text for the place that names another image. */
  readonly write: (name: string) => string;
  /** The instruction and option, for messages. */
  readonly where: 'FROM' | 'COPY --from' | 'RUN --mount';
  /** Variables of a FROM that have no value. */
  readonly unset: readonly string[];
}

export interface DockerfileContents {
  readonly stages: readonly Stage[];
  /** The names of all ARGs. */
  readonly args: ReadonlySet<string>;
  /** The first line that begins a heredoc. */
  readonly heredocLine: number | undefined;
}

const FROM_OPTION = '--from=';
const OPTION_NAME = /^--[A-Za-z-]+(?:=|$)/;
const STAGE_NAME = /^[A-Za-z][\w.-]*$/;
/** More characters than the name of an image can have. */
const MAX_VALUE = 4096;

/**
 * Reads the stages of a Dockerfile.
 *
 * @throws DockerfileProblem with the first problem.
 */
export function stagesOf(
  source: string,
  { buildArgs, platform }: { readonly buildArgs: Readonly<Record<string, string>>; readonly platform: Platform },
): DockerfileContents {
  const instructions = [...instructionsOf(source)];
  const canHaveComma = commaFinder(instructions, buildArgs);
  const variables = new Map(automaticVariables(platform));
  const stages: { readonly name: string | undefined; readonly uses: Use[] }[] = [];
  for (const instruction of instructions) {
    const { name, flags, words, line } = instruction;
    const odd = flags.find(({ text }) => !OPTION_NAME.test(text));
    if (odd !== undefined) {
      throw new DockerfileProblem(line, `the option ${odd.text} has no literal name; write the name literally`);
    }
    const current = stages.at(-1);
    if (name === 'FROM') stages.push(stageOf(instruction, variables));
    else if (name === 'ARG' && current === undefined) defineArguments(words, line, { variables, buildArgs });
    else if (name === 'COPY' || name === 'ADD' || name === 'RUN') {
      for (const flag of flags) {
        const use = useOf(flag, instruction, canHaveComma);
        if (use !== undefined) current?.uses.push(use);
      }
    }
  }
  const args = instructions.flatMap(({ name, words }) => (name === 'ARG' ? words.map(({ text }) => nameIn(text)) : []));
  return { stages, args: new Set(args), heredocLine: instructions.find(({ hasHeredoc }) => hasHeredoc)?.line };
}

function stageOf(
  { words, line }: Instruction,
  variables: ReadonlyMap<string, string>,
): { name: string | undefined; uses: Use[] } {
  const [image, as, name] = words;
  if (image === undefined) throw new DockerfileProblem(line, 'FROM names no image');
  if (words.length !== 1 && (words.length !== 3 || as?.text.toUpperCase() !== 'AS')) {
    throw new DockerfileProblem(line, 'FROM has other words than IMAGE or IMAGE AS NAME');
  }
  if (name !== undefined && !STAGE_NAME.test(name.text)) {
    throw new DockerfileProblem(
      line,
      `FROM gives a stage the name ${JSON.stringify(name.text)}; use letters, digits, _, . and -`,
    );
  }
  const { text, unset, unsupported } = expandVariables(image.text, variables);
  if (unsupported !== undefined) {
    const message = `FROM names ${image.text}, and fledge does not evaluate ${unsupported}; use a plain variable, :- or :+`;
    throw new DockerfileProblem(line, message);
  }
  const place = placeOf(image, line, 'FROM');
  return {
    name: name?.text,
    uses: [{ text, written: image.text, line, place, write: (other) => other, where: 'FROM', unset }],
  };
}

function useOf(flag: Word, { name, line }: Instruction, canHaveComma: (variable: string) => boolean): Use | undefined {
  const isMount = name === 'RUN' && flag.text.startsWith(MOUNT);
  const isFrom = name !== 'RUN' && flag.text.startsWith(FROM_OPTION);
  if (!isMount && !isFrom) return undefined;
  const image = isMount
    ? imageOfMount(flag, line, canHaveComma)
    : { before: FROM_OPTION, text: flag.text.slice(FROM_OPTION.length), after: '' };
  if (image === undefined) return undefined;
  const { text, before, after } = image;
  const where = isMount ? 'RUN --mount' : 'COPY --from';
  if (text.includes('$')) {
    const fix = `name a stage: FROM ${text} AS base`;
    throw new DockerfileProblem(line, `${where} names ${text}, and builders do not replace variables there; ${fix}`);
  }
  return {
    text,
    written: text,
    line,
    place: placeOf(flag, line, where),
    write: (other) => before + other + after,
    where,
    unset: [],
  };
}

function placeOf({ text, place }: Word, line: number, where: string): Place {
  if (place !== undefined) return place;
  throw new DockerfileProblem(line, `${where} continues ${text} on another line; write it on one line`);
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
  words: readonly Word[],
  line: number,
  { variables, buildArgs }: { variables: Map<string, string>; buildArgs: Readonly<Record<string, string>> },
): void {
  for (const { text } of words) {
    const name = nameIn(text);
    const own = Object.hasOwn(buildArgs, name) ? buildArgs[name] : undefined;
    const value = own ?? (name === text ? undefined : expandVariables(text.slice(name.length + 1), variables).text);
    if (value === undefined) continue;
    // Each ARG can contain the one before it several times.
    if (value.length > MAX_VALUE)
      throw new DockerfileProblem(line, `ARG ${name} has more than ${MAX_VALUE} characters`);
    variables.set(name, value);
  }
}

/** The name in `NAME=VALUE`. */
function nameIn(text: string): string {
  const equals = text.indexOf('=');
  return equals < 0 ? text : text.slice(0, equals);
}

/**
 * Finds variables whose value can contain a comma, by the texts of all ARGs and ENVs that contain their names. The
 * variables of base images are not known; base images are pinned.
 */
function commaFinder(
  instructions: readonly Instruction[],
  buildArgs: Readonly<Record<string, string>>,
): (variable: string) => boolean {
  const definitions = new Map<string, Set<string>>();
  for (const { name, text } of instructions) {
    if (name !== 'ARG' && name !== 'ENV') continue;
    for (const word of text.match(/\w+/g) ?? []) {
      const texts = definitions.get(word) ?? new Set();
      definitions.set(word, texts.add(text));
    }
  }
  return (variable) => {
    const seen = new Set([variable]);
    for (const name of seen) {
      if (Object.hasOwn(buildArgs, name) && buildArgs[name]?.includes(',') === true) return true;
      for (const text of definitions.get(name) ?? []) {
        if (text.includes(',')) return true;
        for (const [, other = ''] of text.matchAll(/\$\{?(\w+)/g)) seen.add(other);
      }
    }
    return false;
  };
}
