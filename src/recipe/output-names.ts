export const MANIFEST_FILE = 'manifest.json';
export const PROVENANCE_FILE = 'provenance.json';
export const CHECKSUMS_FILE = 'SHA256SUMS';
/** The files that every build writes into the directory of the artifact. */
export const BESIDE_ARTIFACT: readonly string[] = [MANIFEST_FILE, PROVENANCE_FILE, CHECKSUMS_FILE];
