import { basename, dirname, join } from 'node:path';
import { stringify } from 'smol-toml';
import { z } from 'zod';
import type { PinnedFile } from '../config/types.ts';
import { normaliseSha256, problemOfHttpUrl, problemOfSha256, problemOfTag } from '../config/values.ts';
import { checkedText } from '../document/checked-text.ts';
import { locateFindings } from '../document/document.ts';
import { locateToml } from '../document/positions.ts';
import { type Finding, type Problem, problemsError, problemsOf } from '../document/problems.ts';
import { checkSource } from '../document/source-text.ts';
import { parseToml } from '../document/toml.ts';
import { vocabularyOf } from '../document/vocabulary.ts';
import { findingsOfIssues } from '../document/zod-problems.ts';
import { problemOfKernelUrl } from '../sources/volant-kernel.ts';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { shellWord } from '../support/text.ts';

/** An image of a registry: its name with domain and tag, and the digest of its index or manifest. */
export interface ImagePin {
  readonly name: string;
  readonly digest: string;
}

/** The pins of a lock file. Sources that fledge.toml pins itself, and local files, are not included. */
export interface Pins {
  /** The image of the plugin. */
  readonly image?: ImagePin | undefined;
  /** The image with busybox. */
  readonly busyboxImage?: ImagePin | undefined;
  /** The images that a Dockerfile names, in its order. */
  readonly baseImages?: readonly ImagePin[] | undefined;
  /** A release of kestrel: the version in fledge.toml, the tag that it resolved to, and the agents of the release. */
  readonly agentRelease?:
    | {
        readonly version: string;
        readonly tag: string;
        readonly assets: { readonly [P in Platform]?: PinnedFile | undefined };
      }
    | undefined;
  /** An agent from a URL. */
  readonly agent?: PinnedFile | undefined;
  readonly busybox?: PinnedFile | undefined;
  /** The default kernel of `fledge boot`. No build depends on it. */
  readonly kernel?: PinnedFile | undefined;
}

export interface LockFile {
  /** Its path in messages. */
  readonly file: string;
  readonly pins: Pins;
  /** Adds the positions in the file to findings. */
  locate(findings: readonly Finding[]): Promise<readonly Problem[]>;
}

const HEADER = `# What fledge.toml leaves open, as \`fledge lock\` found it. Commit this file with fledge.toml, and do not edit it.
`;

const sha256 = checkedText(problemOfSha256).transform(normaliseSha256);
const pinnedFile = z.strictObject({ url: checkedText(problemOfHttpUrl), sha256 });
const assets = { 'linux/amd64': pinnedFile.optional(), 'linux/arm64': pinnedFile.optional() } satisfies Record<
  Platform,
  unknown
>;
const imagePin = z.strictObject({ name: checkedText(problemOfName), digest: checkedText(problemOfDigest) });
const lockSchema = z.strictObject({
  version: z.literal('1'),
  image: imagePin.optional(),
  base_images: z.array(imagePin).optional(),
  busybox_image: imagePin.optional(),
  agent_release: z
    .strictObject({ version: checkedText(problemOfTag), tag: checkedText(problemOfTag), ...assets })
    .optional(),
  agent: pinnedFile.optional(),
  busybox: pinnedFile.optional(),
  // A lock file beside a downloaded artifact must not choose the address of a request.
  kernel: z.strictObject({ url: checkedText(problemOfKernelUrl), sha256 }).optional(),
});

const vocabulary = vocabularyOf(
  lockSchema,
  { unknown: 'unknown key', tableNoun: 'a table' },
  { file: 'fledge.toml', names: ['strategy', 'init', 'source', 'filesystem', 'mappings'] },
);

/** The lock file of a config: `fledge.lock` for `fledge.toml`, in the same directory. */
export function lockFileOf(configFile: string): string {
  return join(dirname(configFile), `${basename(configFile).replace(/\.toml$/, '')}.lock`);
}

/** The command that writes the lock file of a config. */
export function lockCommandFor(configFile: string): string {
  return configFile === 'fledge.toml' ? 'fledge lock' : `fledge lock --config ${shellWord(configFile)}`;
}

/**
 * Reads and checks the lock file of a config; undefined if there is none.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
export async function loadLockFor(configFile: string): Promise<LockFile | undefined> {
  const file = lockFileOf(configFile);
  const missing = new FledgeError('config', `there is no ${file}`);
  try {
    return await checkSource(
      file,
      () => missing,
      (text) => parseLockText(text, file),
    );
  } catch (error) {
    if (error === missing) return undefined;
    if (problemsOf(error).length === 0) throw error;
    const fix = `restore it from version control, or write it again: ${lockCommandFor(configFile)}`;
    throw problemsError(problemsOf(error), fix);
  }
}

/**
 * Checks the text of a lock file; `file` is the name in problems.
 *
 * @throws FledgeError `config` with every problem.
 */
export async function parseLockText(text: string, file: string): Promise<LockFile> {
  const raw = parseToml(text, file);
  const locate = async (findings: readonly Finding[]): Promise<readonly Problem[]> =>
    locateFindings(findings, file, await locateToml(text));
  const parsed = lockSchema.safeParse(raw);
  if (!parsed.success) {
    throw problemsError(await locate(findingsOfIssues(parsed.error.issues, raw, vocabulary)));
  }
  const {
    image,
    base_images: baseImages,
    busybox_image: busyboxImage,
    agent_release: release,
    agent,
    busybox,
    kernel,
  } = parsed.data;
  const agentRelease = release && {
    version: release.version,
    tag: release.tag,
    assets: { 'linux/amd64': release['linux/amd64'], 'linux/arm64': release['linux/arm64'] },
  };
  return { file, pins: { image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel }, locate };
}

/** The text of a lock file: deterministic, and with each pin on its own lines. */
export function renderLock({
  image,
  busyboxImage,
  baseImages = [],
  agentRelease,
  agent,
  busybox,
  kernel,
}: Pins): string {
  const release = agentRelease && {
    version: agentRelease.version,
    tag: agentRelease.tag,
    'linux/amd64': fileOf(agentRelease.assets['linux/amd64']),
    'linux/arm64': fileOf(agentRelease.assets['linux/arm64']),
  };
  const document = {
    version: '1',
    image: image && imageOf(image),
    agent_release: release,
    agent: fileOf(agent),
    busybox: fileOf(busybox),
    kernel: fileOf(kernel),
    busybox_image: busyboxImage && imageOf(busyboxImage),
    base_images: baseImages.length === 0 ? undefined : baseImages.map(imageOf),
  };
  return `${HEADER}${stringify(document).trimEnd()}\n`;
}

function imageOf({ name, digest }: ImagePin) {
  return { name, digest };
}

function fileOf(pin: PinnedFile | undefined) {
  return pin && { url: pin.url, sha256: pin.sha256 };
}

function problemOfName(value: string): string | undefined {
  return /^[^\s\p{Cc}]+$/u.test(value) ? undefined : 'must be the name of an image';
}

function problemOfDigest(value: string): string | undefined {
  return /^sha256:[0-9a-f]{64}$/.test(value) ? undefined : 'must be "sha256:" and 64 lower-case hex digits';
}
