/** A file and its digest, as `sha256sum` prints and reads them. */
export interface FileDigest {
  /** Without a directory. */
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * The text of a SHA256SUMS file in the form that `sha256sum -c` reads (coreutils manual, "md5sum invocation"): names
 * with a backslash or a line break are escaped, and their line begins with a backslash.
 */
export function renderChecksums(files: readonly FileDigest[]): string {
  return files
    .map(({ name, sha256 }) => {
      const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
      return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
    })
    .join('');
}
