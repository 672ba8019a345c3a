import type { OptionNode } from '../command-tree.ts';

/** The names of an option, the short one first. */
export function namesOf({ short, long }: OptionNode): string[] {
  return [short, long].filter((name) => name !== undefined);
}

/** A word in single quotes, for bash and zsh. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
