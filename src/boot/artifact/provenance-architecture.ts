import { provenanceBeside } from '../../inside/beside/provenance.ts';
import type { Architecture } from './architecture.ts';

/** The architecture of an artifact by the provenance.json beside it; undefined if that does not name the artifact. */
export async function architectureByProvenance(path: string): Promise<Architecture | undefined> {
  const platform = (await provenanceBeside(path))?.platform;
  if (platform === 'linux/amd64') return 'amd64';
  return platform === 'linux/arm64' ? 'arm64' : undefined;
}
