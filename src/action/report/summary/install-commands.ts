import { basename, dirname, join, relative } from 'node:path';
import type { BuildResult } from '../../../recipe/build-result.ts';
import { shellWord } from '../../../support/text.ts';
import type { PluginOutcome } from '../outcome.ts';

/** What the commands that install a plugin depend on besides its files. */
export interface InstallFacts {
  /** `owner/name` */
  readonly repository: string | undefined;
  /** The input url-base. */
  readonly urlBase: string | undefined;
  /** The id of the workflow run. */
  readonly runId: string | undefined;
}

/** Commands that install a plugin in Volant, by the place of its files. */
export function installCommands(
  { published, files }: PluginOutcome,
  result: BuildResult,
  { repository = 'OWNER/REPOSITORY', urlBase, runId = 'RUN_ID' }: InstallFacts,
): readonly string[] {
  const install = (manifest: string): string => `volar plugins install --manifest ${shellWord(manifest)}`;
  const { manifestUrl, artifactId, manifestId } = published;
  if (manifestUrl !== undefined) return [`curl -fsSLO ${shellWord(manifestUrl)}`, install(basename(manifestUrl))];
  if (artifactId === undefined || manifestId === undefined || files === undefined) {
    const directory = relative('.', dirname(result.artifact.path));
    return [`(cd ${shellWord(directory)} && sha256sum -c SHA256SUMS)`, install(join(directory, 'manifest.json'))];
  }
  // `gh run download` is not used, because it treats every artifact as a zip file.
  const download = (id: number): string => `gh api ${shellWord(`repos/${repository}/actions/artifacts/${id}/zip`)}`;
  const artifact = shellWord(files.artifact.name);
  const medium = result.strategy === 'initramfs' ? 'initramfs' : 'rootfs';
  // Without url-base, the manifest has the path of the artifact on the runner.
  const rewrite = ` | jq --arg url "$PWD/"${artifact} '.${medium}.url = $url'`;
  if (published.archive !== undefined) {
    const unpack = `gh run download ${shellWord(runId)} --repo ${shellWord(repository)} --name ${shellWord(published.archive)}`;
    const manifest = files.manifest.name;
    if (urlBase !== undefined) return [unpack, install(manifest)];
    return [unpack, `cat ${shellWord(manifest)}${rewrite} > manifest.json`, install('manifest.json')];
  }
  return [
    `${download(artifactId)} > ${artifact}`,
    `${download(manifestId)}${urlBase === undefined ? rewrite : ''} > manifest.json`,
    install('manifest.json'),
  ];
}
