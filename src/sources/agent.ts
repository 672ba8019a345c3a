import type { AgentSource, PinnedFile, ReleaseLock } from '../config/types.ts';
import type { DownloadableAsset, DownloadableRelease } from '../github/releases.ts';
import { redactUrl } from '../net/redact.ts';
import { FledgeError } from '../support/errors.ts';
import { PLATFORMS, type Platform } from '../support/platform.ts';
import type { SourceContext } from './context.ts';
import { type FetchRequest, fetchFile, findDownloaded, LOCK_FIX } from './download.ts';
import { checkElf, inspectProgram } from './elf.ts';
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
const COMMON = { label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' } satisfies Partial<FetchRequest>;

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

/** Whether GitHub's API may have to be asked for the agent, which is what a token is for. */
export function isAskedOfGithub(source: AgentSource | undefined): boolean {
  return source?.source === 'release';
}

async function fetchFrom(
  source: AgentSource,
  platform: Platform,
  context: SourceContext,
): Promise<{ file: LocalFile; version: string | undefined; advice: string }> {
  switch (source.source) {
    case 'local': {
      const file = await fetchFile({ ...COMMON, from: { kind: 'file', path: source.path } }, context);
      return { file, version: undefined, advice: `let path in [agent] name a ${LABEL} for ${platform}` };
    }
    case 'http': {
      const pinAs = (sha256: string): string => `checksum = "sha256:${sha256}" below [agent]`;
      const { sha256, lockFile } = source;
      const from = { kind: 'url', url: source.url } as const;
      const file = await fetchFile({ ...COMMON, from, sha256, lockFile, pinAs }, context);
      return { file, version: undefined, advice: `let url in [agent] name a ${LABEL} for ${platform}` };
    }
    case 'release': {
      const { file, tag } = await fetchFromRelease(source, platform, context);
      const advice = `release ${tag} has no ${LABEL} for ${platform}; build one, and use it with source_strategy = "local"`;
      return { file, version: tag, advice };
    }
  }
}

/** Looks up a release of the agent. GitHub's client is loaded here: most builds find their agent in the cache. */
async function findRelease(version: string, context: SourceContext): Promise<DownloadableRelease> {
  const github = await import('../github/releases.ts');
  return github.findRelease(REPOSITORY, version, context);
}

/** If the cache has the locked digest, no request is sent. */
async function fetchFromRelease(
  { version, lock }: Extract<AgentSource, { source: 'release' }>,
  platform: Platform,
  context: SourceContext,
): Promise<{ file: LocalFile; tag: string }> {
  const pin = lock?.asset;
  if (lock !== undefined && pin !== undefined) {
    const cached = await findDownloaded({ sha256: pin.sha256, label: LABEL }, context);
    if (cached !== undefined) return { file: { ...cached, uri: redactUrl(pin.url) }, tag: lock.tag };
  }
  const release = await findRelease(lock?.tag ?? version, context);
  const pinned = release.assets.find(({ publicUrl }) => pin !== undefined && redactUrl(publicUrl) === pin.url);
  const asset = pinned ?? chooseAsset(release, platform);
  if (lock !== undefined && pin !== undefined) requireLocked(asset, pin, { lock, release });
  const file = await fetchAsset(asset, release, context, pin && { ...pin, lockFile: lock?.file });
  return { file: pin === undefined ? file : { ...file, uri: redactUrl(pin.url) }, tag: release.tag };
}

/** What the API says of a file is enough to know that it is another one. */
function requireLocked(
  { name, sha256 }: DownloadableAsset,
  pin: PinnedFile,
  { lock, release }: { readonly lock: ReleaseLock; readonly release: DownloadableRelease },
): void {
  if (sha256 === undefined || sha256 === pin.sha256) return;
  throw new FledgeError(
    'download',
    `cannot use ${name} of release ${release.tag}: its SHA-256 is ${sha256}, and ${lock.file} says ${pin.sha256}`,
    { fix: LOCK_FIX },
  );
}

async function fetchAsset(
  { name, url, headers, publicUrl, sha256 }: DownloadableAsset,
  release: DownloadableRelease,
  context: SourceContext,
  pin?: { readonly sha256: string; readonly lockFile: string | undefined },
): Promise<LocalFile> {
  const from = { kind: 'url', url } as const;
  const file = await fetchFile({ ...COMMON, from, headers, publicUrl, sha256, ...pin }, context);
  if (sha256 === undefined && pin === undefined) {
    context.reporter.warn(
      `GitHub has no digest of ${name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`,
    );
  }
  return file;
}

/** A release, and the agents that it has, to be pinned. */
export interface ReleaseAgents {
  readonly tag: string;
  readonly assets: Readonly<Partial<Record<Platform, LocalFile>>>;
}

/**
 * Brings the agents of a release for all platforms, so that it is known for which there is one.
 *
 * @throws FledgeError `download`, also if there is none at all.
 */
export async function fetchReleaseAgents(version: string, context: SourceContext): Promise<ReleaseAgents> {
  const release = await findRelease(version, context);
  const assets: Partial<Record<Platform, LocalFile>> = {};
  const seen = new Map<DownloadableAsset, LocalFile>();
  for (const platform of PLATFORMS) {
    const asset = findAsset(release, platform);
    if (asset === undefined) continue;
    const file = seen.get(asset) ?? (await fetchAsset(asset, release, context));
    seen.set(asset, file);
    const program = await inspectProgram(file.path, LABEL);
    if (program.kind === 'elf' && program.machine === platform) assets[platform] = file;
  }
  const [any] = PLATFORMS;
  if (Object.keys(assets).length === 0) throw noAgent(release, `${LABEL} for any platform`, assetNames(any));
  return { tag: release.tag, assets };
}

/**
 * Brings whatever a URL serves as the agent today, to be pinned.
 *
 * @throws FledgeError `download`.
 */
export function downloadAgent(url: string, context: SourceContext): Promise<LocalFile> {
  return fetchFile({ ...COMMON, from: { kind: 'url', url } }, context);
}

function chooseAsset(release: DownloadableRelease, platform: Platform): DownloadableAsset {
  const asset = findAsset(release, platform);
  if (asset === undefined) throw noAgent(release, `${LABEL} for ${platform}`, assetNames(platform));
  return asset;
}

function findAsset({ assets }: DownloadableRelease, platform: Platform): DownloadableAsset | undefined {
  for (const name of assetNames(platform)) {
    const asset = assets.find((candidate) => candidate.name === name);
    if (asset !== undefined) return asset;
  }
  return undefined;
}

function noAgent({ tag, assets }: DownloadableRelease, what: string, wanted: readonly string[]): FledgeError {
  const available = assets.map(({ name }) => name).join(', ') || 'none';
  return new FledgeError('download', `release ${tag} of ${REPOSITORY} has no ${what}`, {
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
