import { PackageURL } from 'packageurl-js';
import type { FoundPackage } from './component.ts';
import type { Distribution } from './os-release.ts';

/**
 * The package URL of a package (https://github.com/package-url/purl-spec, "PURL-TYPES"); undefined if the specification does
 * not permit its name. The namespace of an operating system's package is the distribution.
 */
export function purlOf(found: FoundPackage, distribution: Distribution | undefined): string | undefined {
  const { ecosystem, name, version } = found;
  switch (ecosystem) {
    case 'apk':
    case 'deb':
    case 'rpm':
      return purl(
        { type: ecosystem, namespace: vendorOf(found, distribution), name, version },
        {
          arch: found.architecture,
          epoch: found.epoch === undefined ? undefined : String(found.epoch),
          upstream: found.source,
          distro: distribution && [distribution.id, distribution.version].filter(Boolean).join('-'),
        },
      );
    case 'npm':
    case 'golang': {
      const slash = name.lastIndexOf('/');
      const namespace = slash === -1 ? undefined : name.slice(0, slash);
      return purl({ type: ecosystem, namespace, name: name.slice(slash + 1), version });
    }
    default:
      return purl({ type: ecosystem, name, version });
  }
}

/** The distribution of a package. Without an os-release, those that use the format most. */
function vendorOf({ ecosystem }: FoundPackage, distribution: Distribution | undefined): string | undefined {
  if (distribution !== undefined) return distribution.id;
  return ecosystem === 'deb' ? 'debian' : ecosystem === 'apk' ? 'alpine' : undefined;
}

interface PurlParts {
  readonly type: string;
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
}

/** The text of a package URL; undefined if a part is not permitted. Qualifiers without a value are left out. */
export function purl(
  { type, namespace, name, version }: PurlParts,
  qualifiers: Readonly<Record<string, string | undefined>> = {},
): string | undefined {
  const given = Object.entries(qualifiers).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []));
  const sorted = Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
  try {
    const text = new PackageURL(type, namespace, name, version || undefined, sorted, undefined).toString();
    // The library leaves a plus sign in a version as it is, which ECMA-427 does not permit, and some readers take for a space.
    return text.replaceAll('+', '%2B');
  } catch {
    return undefined;
  }
}
