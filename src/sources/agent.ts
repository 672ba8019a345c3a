import type { AgentSource, PinnedFile, ReleaseLock } from '../config/types.ts';
import type { DownloadableAsset, DownloadableRelease } from '../github/find-release.ts';
import { redactUrl } from '../net/redact.ts';
import { FledgeError } from '../support/errors.ts';
import { PLATFORMS, type Platform } from '../support/platform.ts';
import type { SourceContext } from './context.ts';
import { type FetchRequest, fetchFile, findDownloaded, LOCK_FIX } from './download.ts';
import { checkElf, inspectProgram } from './elf.ts';
import type { LocalFile } from './local-file.ts';

/** The agent's program, verified and built for the target platform. */
export interface AgentFile extends LocalFile {
  /** The tag of its release, also if the config has `latest`; undefined for other sources. */
  readonly version: string | undefined;
}

const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times the size of the agent, in bytes; a server cannot write more to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;
const COMMON = { label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' } satisfies Partial<FetchRequest>;

/**
 * Fetches the kestrel agent from its source in fledge.toml, and checks that it is a program for `platform`. Warns if it
 * needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
export async function fetchAgent(source: AgentSource, platform: Platform, context: SourceContext): Promise<AgentFile> {
  const { file, version, advice } = await fetchFrom(source, platform, context);
  const { interpreter } = await checkElf(file.path, { platform, label: LABEL, advice });
  if (interpreter !== undefined) {
    context.reporter.warn(
      `${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or it cannot start`,
      { code: 'dynamic-program' },
    );
  }
  return { ...file, version };
}

/** True if the agent may have to be looked up with GitHub's API, which may need a token. */
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
      return { file, version: undefined, advice: `set path in [agent] to a ${LABEL} for ${platform}` };
    }
    case 'http': {
      const pinAs = (sha256: string): string => `checksum = "sha256:${sha256}" below [agent]`;
      const { sha256, lockFile } = source;
      const from = { kind: 'url', url: source.url } as const;
      const file = await fetchFile({ ...COMMON, from, sha256, lockFile, pinAs }, context);
      return { file, version: undefined, advice: `set url in [agent] to a ${LABEL} for ${platform}` };
    }
    case 'release': {
      const { file, tag } = await fetchFromRelease(source, platform, context);
      const advice = `build a ${LABEL} for ${platform} and use it with source_strategy = "local": release ${tag} has none`;
      return { file, version: tag, advice };
    }
  }
}

/** Looks up a release of the agent. Loads GitHub's client lazily: most builds find their agent in the cache. */
async function findRelease(version: string, context: SourceContext): Promise<DownloadableRelease> {
  const github = await import('../github/find-release.ts');
  return github.findRelease(REPOSITORY, version, context);
}

/** Sends no request if the cache has the locked digest. */
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

/** Refuses a file before its download if the API has another digest for it than the lock file. */
function requireLocked(
  { name, sha256 }: DownloadableAsset,
  pin: PinnedFile,
  { lock, release }: { readonly lock: ReleaseLock; readonly release: DownloadableRelease },
): void {
  if (sha256 === undefined || sha256 === pin.sha256) return;
  throw new FledgeError(
    'download',
    `cannot use ${name} of release ${release.tag}: its SHA-256 is ${sha256}, and ${lock.file} pins ${pin.sha256}`,
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
      { code: 'unpinned' },
    );
  }
  return file;
}

/** A release and its agents, to be pinned. */
export interface ReleaseAgents {
  readonly tag: string;
  readonly assets: Readonly<Partial<Record<Platform, LocalFile>>>;
}

/**
 * Fetches the agents of a release for all platforms, to find out for which platforms it has one.
 *
 * @throws FledgeError `download`, also if the release has no agent.
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
 * Downloads the file that a URL serves as the agent now, to be pinned.
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
 * The possible names of a platform's agent among the assets of a release, best first. Plain `kestrel` is for amd64; for
 * another platform it is the last choice, and its ELF header is checked later.
 */
export function assetNames(platform: Platform): readonly string[] {
  const named = ARCHITECTURES[platform].flatMap((name) => [`${LABEL}-linux-${name}`, `${LABEL}-${name}`]);
  return platform === 'linux/amd64' ? [LABEL, ...named] : [...named, LABEL];
}

const ARCHITECTURES: Readonly<Record<Platform, readonly string[]>> = {
  'linux/amd64': ['amd64', 'x86_64'],
  'linux/arm64': ['arm64', 'aarch64'],
};
