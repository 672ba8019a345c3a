/** The numbers of a version, the most significant first: 4.7.5 is [4, 7, 5]. */
export type Version = readonly number[];

/** The version that a text begins with, such as `0.4.7+ds-3` or `6.2`; undefined if it begins with none. */
export function parseVersion(text: string): Version | undefined {
  return /^\d+(?:\.\d+)*/.exec(text)?.[0].split('.').map(Number);
}

/** Negative if `a` is the older one, positive if it is the newer one, 0 if they are the same; 6.2 is 6.2.0. */
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

export function formatVersion(version: Version): string {
  return version.join('.');
}
