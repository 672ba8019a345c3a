import { basename } from 'node:path';
import type { Finding } from '../../document/problems.ts';
import { checkLock } from '../../lock/locked-config.ts';
import { readCloudInit } from '../../manifest/cloud-init.ts';
import { type Built, deriveManifest } from '../../manifest/manifest.ts';
import { atConfig, type Remark } from '../../manifest/remarks.ts';
import { sourceContext } from '../../sources/context.ts';
import type { Environment } from '../../support/environment.ts';
import type { Platform } from '../../support/platform.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { findUnusableSources } from '../../tree/mapping-source.ts';
import { ownPathsOf } from '../own-paths.ts';
import { type Plugin, reportRemarks, warnOfNotes } from '../plugin.ts';
import { remarksOnEntrypoint } from './entrypoint.ts';
import { examinePlugin, type KnownPlugin } from './known-faults.ts';
import { findLinksOut } from './links-out.ts';
import { findMissingFiles } from './missing-files.ts';

export interface ValidateRequest {
  readonly platform: Platform;
  readonly env: Environment;
  readonly reporter: Reporter;
}

/** The remarks of a manifest that only a build can make: with the image, and with the URL and size of the artifact. */
const REMARKS_OF_BUILDS: readonly string[] = ['image-user', 'memory', 'note', 'template', 'version'];
/** The remarks that depend on the image. */
const REMARKS_OF_IMAGES: readonly string[] = [...REMARKS_OF_BUILDS, 'entrypoint', 'no-port'];

/**
 * Checks the files of a plugin and its lock file, and returns their paths. Everything that a build would refuse because of
 * a file is a warning only: it may not be compiled yet.
 *
 * @throws FledgeError `config` if the lock file is damaged, or does not match fledge.toml.
 */
export async function validatePlugin(
  plugin: Plugin,
  { platform, env, reporter }: ValidateRequest,
): Promise<{ readonly files: readonly string[] }> {
  const { loaded, template } = plugin;
  warnOfNotes(plugin, reporter);
  const own = ownPathsOf(sourceContext({ env, reporter }, loaded.directory));
  const unusable = findUnusableSources(loaded.config.mappings, loaded.directory);
  const known = await examinePlugin(loaded, { platform, own });
  const findings: readonly Finding[] = [
    ...(await findMissingFiles(loaded)),
    ...unusable.map(({ key, message }) => ({ path: key, message })),
    ...known.faults,
  ];
  const faults = findings.map(
    ({ path, message, code = 'missing-file' }): Remark => ({ code, message, ...atConfig(...path) }),
  );
  // A program that is not compiled yet can be the entrypoint.
  const isGuess = ({ code }: Remark): boolean => code === 'entrypoint' && unusable.length > 0;
  const remarks = (await remarksOf(plugin, known, own)).filter((remark) => !isGuess(remark));
  const links = findLinksOut(loaded, template);
  await reportRemarks([...faults, ...links, ...remarks], plugin, reporter);
  const lock = await checkLock(loaded, reporter);
  return { files: [loaded.file, template?.file, lock?.file].filter((file) => file !== undefined) };
}

/** The remarks on the manifest that a build would derive, as far as they do not depend on what it fetches. */
async function remarksOf(
  { loaded, template }: Plugin,
  { programs, tree, context }: KnownPlugin,
  own: readonly string[],
): Promise<readonly Remark[]> {
  const { fields, problems } = template === undefined ? NO_TEMPLATE : await readCloudInit(template, own);
  const unread = problems.map(
    ({ path, message }): Remark => ({ code: 'missing-file', message, at: { document: 'template', path } }),
  );
  const { config, directory } = loaded;
  const hasAgent = config.agent !== undefined;
  const reference = config.image?.kind === 'reference' ? config.image : undefined;
  const image = { ...NO_IMAGE, reference };
  const built: Built =
    config.strategy === 'initramfs'
      ? {
          strategy: 'initramfs',
          hasAgent,
          unpackedBytes: 0,
          executables: programs,
          ...(config.image !== undefined && { image }),
        }
      : { strategy: 'oci_rootfs', hasAgent, image, filesystem: config.filesystem.type };
  const artifact = { url: '/', sha256: '', size: 0 };
  const { remarks } = deriveManifest({ template: fields, directoryName: basename(directory), artifact, built });
  const unknown = config.image === undefined ? REMARKS_OF_BUILDS : REMARKS_OF_IMAGES;
  return [
    ...unread,
    ...remarks.filter(({ code }) => !unknown.includes(code)),
    ...(await remarksOnEntrypoint(tree, built, { ...context, template: fields })),
  ];
}

const NO_TEMPLATE = { fields: undefined, problems: [] };
const NO_IMAGE = {
  digest: '',
  entrypoint: [],
  cmd: [],
  env: [],
  workdir: undefined,
  user: undefined,
  exposedPorts: [],
  labels: {},
};
