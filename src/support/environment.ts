/** Variables of a process, or a part of them. A variable that is undefined is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A value of the environment; an empty value counts as not set. */
export function environmentValue(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === undefined || value === '' ? undefined : value;
}

/** The variables of an environment that have a value, for a child process that gets only these. */
export function definedVariables(env: Environment): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
