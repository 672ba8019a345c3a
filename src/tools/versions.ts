/** The numbers of a version, most significant first. */
export type Version = readonly number[];

/** The first version number in what a tool printed, or undefined. */
export function findVersion(text: string): Version | undefined {
  const [version] = /\d+(?:\.\d+)+/.exec(text) ?? [];
  return version?.split('.').map(Number);
}

/** Whether `version` is `wanted` or later; what is not there counts as zero. */
export function isAtLeast(version: Version, wanted: Version): boolean {
  const length = Math.max(version.length, wanted.length);
  for (let index = 0; index < length; index++) {
    const difference = (version[index] ?? 0) - (wanted[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** For people: `7.2.0`. */
export function displayVersion(version: Version): string {
  return version.join('.');
}
