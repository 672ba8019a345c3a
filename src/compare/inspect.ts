import type { InsideEntry, InsideKind } from '../inside/entry.ts';
import { displayByteString } from '../support/byte-string.ts';

/** One entry of an artifact, as `fledge inspect --json` prints it. */
export interface InspectedEntry {
  /** Absolute inside the artifact; bytes that are not UTF-8 are written as `\xHH`. */
  readonly path: string;
  readonly kind: InsideKind;
  /** Four octal digits. */
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  /** In bytes. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  readonly links: number;
  /** For symbolic links. */
  readonly target?: string;
  /** For devices: major and minor number. */
  readonly device?: readonly [number, number];
  /** Extended attributes: names, and values in Base64. Left out if there are none. */
  readonly xattrs?: Readonly<Record<string, string>>;
}

/** @throws FledgeError `input` if the extended attributes of an entry are damaged. */
export async function inspectEntry(entry: InsideEntry): Promise<InspectedEntry> {
  const { path, kind, mode, uid, gid, size, mtime, links, target, device } = entry;
  const xattrs = await entry.xattrs();
  return {
    path: `/${displayByteString(path)}`,
    kind,
    mode: mode.toString(8).padStart(4, '0'),
    uid,
    gid,
    size,
    mtime: mtime.seconds,
    links,
    ...(target !== undefined && { target: displayByteString(target) }),
    ...(device !== undefined && { device: [device.major, device.minor] as const }),
    ...(xattrs.size > 0 && {
      xattrs: Object.fromEntries(
        Array.from(xattrs, ([name, value]) => [displayByteString(name), value.toString('base64')]),
      ),
    }),
  };
}
