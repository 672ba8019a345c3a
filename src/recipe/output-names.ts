export const MANIFEST_FILE = 'manifest.json';
export const PROVENANCE_FILE = 'provenance.json';
export const CHECKSUMS_FILE = 'SHA256SUMS';
export const SBOM_FILE = 'sbom.cdx.json';
/** The files that every build writes into the directory of the artifact. */
const BESIDE_ARTIFACT: readonly string[] = [MANIFEST_FILE, PROVENANCE_FILE, CHECKSUMS_FILE];

/** The files that a build writes into the directory of the artifact. */
export function filesBeside({ sbom }: { readonly sbom?: boolean | undefined }): readonly string[] {
  return sbom === true ? [...BESIDE_ARTIFACT, SBOM_FILE] : BESIDE_ARTIFACT;
}
