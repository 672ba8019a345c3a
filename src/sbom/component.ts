import { type ByteString, displayByteString } from '../support/byte-string.ts';

/** The place of a finding: the entry that names it, and the layer of the image that the entry is from, if it is known. */
export interface Place {
  readonly path: ByteString;
  /** The digest of the uncompressed layer (the `diff_id` of the image's config). */
  readonly layer?: string | undefined;
}

/** A package, a program or a file of an artifact. */
export interface FoundComponent extends Place {
  readonly type: 'application' | 'file' | 'library' | 'operating-system';
  readonly name: string;
  /** The scope of an npm package. */
  readonly group?: string | undefined;
  readonly version?: string | undefined;
  readonly purl?: string | undefined;
  /** As the package declares it: an SPDX identifier, or any other text. */
  readonly licence?: string | undefined;
  /** Of the file at `path`, in hexadecimal digits. */
  readonly sha256?: string | undefined;
}

/** A package of an operating system or of a language, as its database or its manifest describes it. */
export interface FoundPackage extends Place {
  readonly ecosystem: 'apk' | 'deb' | 'golang' | 'npm' | 'pypi' | 'rpm';
  readonly name: string;
  readonly version?: string | undefined;
  readonly architecture?: string | undefined;
  /** Of an rpm package, if it has one. */
  readonly epoch?: number | undefined;
  /** The source package: its name, and `@` with its version if that is another one. For rpm, the file name of the source rpm. */
  readonly source?: string | undefined;
  readonly licence?: string | undefined;
  /** True for the program itself, and not a library in it. */
  readonly isProgram?: boolean | undefined;
}

/** A part of an artifact that should have been read, and the reason why it was not, such as `its size is above 4 MiB`. */
export interface UnreadPart {
  readonly path: ByteString;
  readonly reason: string;
}

/** The warning about a part that was not read. */
export function unreadText({ path, reason }: UnreadPart): string {
  return `the SBOM lacks the packages of /${displayByteString(path)}: ${reason}`;
}
