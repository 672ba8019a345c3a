/** An environment, or a part of one. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The variables of an environment that have a value, for a child that gets these and no others. */
export function definedVariables(env: Variables): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
