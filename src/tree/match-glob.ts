import type { GlobAlternative, GlobComponent } from '../config/glob.ts';
import type { GlobToken } from '../config/glob-lexemes.ts';

/** A name of a path, as code points. */
export type NameCharacters = readonly number[];

/** Counts the comparisons of a match, of which a hostile glob can need many. */
export interface StepCounter {
  steps: number;
}

/** The names of a path as the matcher compares them. */
export function charactersOf(path: string): readonly NameCharacters[] {
  return path.split('/').map((name) => {
    const characters: number[] = [];
    for (let at = 0; at < name.length; ) {
      const code = name.codePointAt(at) ?? 0;
      characters.push(code);
      at += code > 0xffff ? 2 : 1;
    }
    return characters;
  });
}

/** The elements of a pattern, and how they match the items of a text. */
interface Language<Element, Item> {
  readonly isStar: (element: Element | undefined) => boolean;
  /** Called for elements that are not stars. */
  readonly accepts: (element: Element, item: Item, counter: StepCounter) => boolean;
}

const NAME: Language<GlobToken, number> = {
  isStar: (token) => token?.kind === 'star',
  accepts: (token, code) =>
    token.kind === 'character'
      ? token.code === code
      : token.kind !== 'class' ||
        token.ranges.some(({ first, last }) => first <= code && code <= last) !== token.negated,
};

const PATH: Language<GlobComponent, NameCharacters> = {
  isStar: (component) => component === '**',
  accepts: (component, name, counter) => component !== '**' && matchesSequence(component, name, NAME, counter),
};

/**
 * True if an alternative of a glob matches a whole path. The number of steps is at most the length of the alternative times
 * that of the path.
 */
export function matchesAlternative(
  alternative: GlobAlternative,
  path: readonly NameCharacters[],
  counter: StepCounter,
): boolean {
  return matchesSequence(alternative, path, PATH, counter);
}

/**
 * Compares items with a pattern in which stars match any number of items. What follows the last star is compared with the
 * end of the items first. Between stars, only the latest one is ever extended: what an earlier one could match in addition,
 * the latest one can, too. So no pair of an element and an item is compared twice.
 */
function matchesSequence<Element, Item>(
  pattern: readonly Element[],
  items: readonly Item[],
  { isStar, accepts }: Language<Element, Item>,
  counter: StepCounter,
): boolean {
  let patternEnd = pattern.length;
  let end = items.length;
  for (; patternEnd > 0; patternEnd -= 1, end -= 1) {
    const wanted = pattern[patternEnd - 1];
    if (wanted === undefined || isStar(wanted)) break;
    const found = items[end - 1];
    counter.steps += 1;
    if (found === undefined || !accepts(wanted, found, counter)) return false;
  }
  if (patternEnd === 0) return end === 0;

  let element = 0;
  let item = 0;
  let afterStar = -1;
  let starEnd = 0;
  // The rest of the pattern ends with a star, which matches the rest of the items.
  while (element < patternEnd) {
    const wanted = pattern[element];
    const found = item < end ? items[item] : undefined;
    counter.steps += 1;
    if (wanted === undefined || isStar(wanted)) {
      element += 1;
      afterStar = element;
      starEnd = item;
    } else if (found !== undefined && accepts(wanted, found, counter)) {
      element += 1;
      item += 1;
    } else if (found !== undefined && afterStar >= 0) {
      starEnd += 1;
      element = afterStar;
      item = starEnd;
    } else return false;
  }
  return true;
}
