/** The numbers of a version, the most significant first: 4.7.5 is [4, 7, 5]. */
export type Version = readonly number[];

/** The version at the beginning of a text, such as `0.4.7+ds-3` or `6.2`, or undefined. */
export function parseVersion(text: string): Version | undefined {
  return /^\d+(?:\.\d+)*/.exec(text)?.[0].split('.').map(Number);
}

/** Negative if `a` is older, positive if it is newer, 0 if they are equal; 6.2 equals 6.2.0. */
export function compareVersions(a: Version, b: Version): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether `version` is `wanted` or newer. */
export function isAtLeast(version: Version, wanted: Version): boolean {
  return compareVersions(version, wanted) >= 0;
}

/** A version as text: `4.7.5`. */
export function formatVersion(version: Version): string {
  return version.join('.');
}
