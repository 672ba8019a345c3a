/** A version in a tag (semver.org), such as `v1.2.3-rc.1` or `plugins/web/v1.2.3`. */
export interface TagVersion {
  /** The text before the version, such as `plugins/web/`; versions with different prefixes cannot be compared. */
  readonly prefix: string;
  readonly numbers: readonly bigint[];
  /** The identifiers of a pre-release; empty for a release. */
  readonly prerelease: readonly string[];
}

const VERSION = /^(|.*[/@])v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/s;

/** The version in a tag, or undefined if it has none. */
export function versionOfTag(tag: string): TagVersion | undefined {
  const [, prefix, major, minor, patch, prerelease] = VERSION.exec(tag) ?? [];
  if (prefix === undefined || major === undefined || minor === undefined || patch === undefined) return undefined;
  return { prefix, numbers: [major, minor, patch].map(BigInt), prerelease: prerelease?.split('.') ?? [] };
}

/** Whether a tag is a pre-release version (semver.org, 9), such as `v1.0.0-rc.1`. */
export function isPrereleaseTag(tag: string): boolean {
  return (versionOfTag(tag)?.prerelease.length ?? 0) > 0;
}

/** Whether both tags have versions with the same prefix, and that of `tag` is lower (semver.org, 11). */
export function isOlderTag(tag: string, other: string): boolean {
  const [a, b] = [versionOfTag(tag), versionOfTag(other)];
  if (a === undefined || b === undefined || a.prefix !== b.prefix) return false;
  for (const [index, number] of a.numbers.entries()) {
    const against = b.numbers[index] ?? 0n;
    if (number !== against) return number < against;
  }
  return isOlderPrerelease(a.prerelease, b.prerelease);
}

function isOlderPrerelease(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return a.length > b.length;
  for (const [index, identifier] of a.entries()) {
    const other = b[index];
    if (other === undefined) return false;
    if (identifier === other) continue;
    const isNumber = /^\d+$/.test(identifier);
    if (isNumber !== /^\d+$/.test(other)) return isNumber;
    return isNumber ? BigInt(identifier) < BigInt(other) : identifier < other;
  }
  return a.length < b.length;
}
