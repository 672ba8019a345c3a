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

/** The time of files in an artifact without SOURCE_DATE_EPOCH, in seconds: 2024-01-01T00:00:00Z. */
export const DEFAULT_EPOCH = 1_704_067_200;
