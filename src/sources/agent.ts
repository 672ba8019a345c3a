import type { AgentSource } from '../config/types.ts';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import type { SourceContext } from './context.ts';
import { type FetchRequest, fetchFile } from './download.ts';
import { checkElf } from './elf.ts';
import { type Release, type ReleaseAsset, readRelease } from './github-release.ts';
import type { LocalFile } from './local-file.ts';

/** The agent's program, verified and built for the right machine. */
export interface AgentFile extends LocalFile {
  /** The tag of the release it is from, which `latest` stood for; undefined for another source. */
  readonly version: string | undefined;
}

const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times what the agent has; a bound for what a server may write to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * Brings the kestrel agent from where fledge.toml says and makes sure that it is a program for `platform`. One that
 * needs a dynamic loader is used, with a warning.
 *
 * @throws FledgeError `download` or `input`.
 */
export async function fetchAgent(source: AgentSource, platform: Platform, context: SourceContext): Promise<AgentFile> {
  const { file, version, advice } = await fetchFrom(source, platform, context);
  const { interpreter } = await checkElf(file.path, { platform, label: LABEL, advice });
  if (interpreter !== undefined) {
    context.reporter.warn(
      `${LABEL} is dynamically linked: the image has to hold ${interpreter} and its libraries, or it cannot start`,
    );
  }
  return { ...file, version };
}

async function fetchFrom(
  source: AgentSource,
  platform: Platform,
  context: SourceContext,
): Promise<{ file: LocalFile; version: string | undefined; advice: string }> {
  const common = { label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' } satisfies Partial<FetchRequest>;
  switch (source.source) {
    case 'local': {
      const file = await fetchFile({ ...common, from: { kind: 'file', path: source.path } }, context);
      return { file, version: undefined, advice: `let path in [agent] name a ${LABEL} for ${platform}` };
    }
    case 'http': {
      const pinAs = (sha256: string): string => `checksum = "sha256:${sha256}" below [agent]`;
      const from = { kind: 'url', url: source.url } as const;
      const file = await fetchFile({ ...common, from, sha256: source.sha256, pinAs }, context);
      return { file, version: undefined, advice: `let url in [agent] name a ${LABEL} for ${platform}` };
    }
    case 'release': {
      const release = await readRelease(REPOSITORY, source.version, context);
      const asset = chooseAsset(release, platform);
      const { url, headers, publicUrl, sha256 } = asset;
      const file = await fetchFile({ ...common, from: { kind: 'url', url }, headers, publicUrl, sha256 }, context);
      if (sha256 === undefined) {
        context.reporter.warn(
          `GitHub has no digest of ${asset.name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`,
        );
      }
      const advice = `release ${release.tag} has no ${LABEL} for ${platform}; build one, and use it with source_strategy = "local"`;
      return { file, version: release.tag, advice };
    }
  }
}

function chooseAsset(release: Release, platform: Platform): ReleaseAsset {
  const wanted = assetNames(platform);
  for (const name of wanted) {
    const asset = release.assets.find((candidate) => candidate.name === name);
    if (asset !== undefined) return asset;
  }
  const available = release.assets.map(({ name }) => name).join(', ') || 'none';
  throw new FledgeError('download', `release ${release.tag} of ${REPOSITORY} has no ${LABEL} for ${platform}`, {
    fix: `choose another version in [agent]; looked for ${wanted.join(', ')}; the release has: ${available}`,
  });
}

/**
 * The names that the agent for a platform may have among a release's assets, the best first. Plain `kestrel` is the
 * amd64 one; for another platform it comes last, and whether it fits is for its ELF header to say.
 */
export function assetNames(platform: Platform): readonly string[] {
  const named = ARCHITECTURES[platform].flatMap((name) => [`${LABEL}-linux-${name}`, `${LABEL}-${name}`]);
  return platform === 'linux/amd64' ? [LABEL, ...named] : [...named, LABEL];
}

const ARCHITECTURES: Readonly<Record<Platform, readonly string[]>> = {
  'linux/amd64': ['amd64', 'x86_64'],
  'linux/arm64': ['arm64', 'aarch64'],
};
