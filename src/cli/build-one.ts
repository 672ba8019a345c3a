import { join } from 'node:path';
import type { BuildRequest } from '../recipe/build.ts';
import type { BuildCommand } from '../recipe/build-command.ts';
import { printable } from '../support/byte-string.ts';
import type { BuildOptions } from './build.ts';
import { buildAndCheck } from './build-target.ts';
import type { BuildDocument, DryRunDocument } from './json/build.ts';
import type { Session } from './session.ts';

/**
 * Builds one plugin, and prints the result.
 *
 * @throws FledgeError as `build` and `checkReproducible` do; `format` if the two builds differ.
 */
export async function buildOne(command: BuildCommand, options: BuildOptions, session: Session): Promise<void> {
  const { outputDir, json, checkReproducible: checks = false } = options;
  const { reporter } = session;
  const [{ beginBuild }, { loadPlugin }] = await Promise.all([
    import('../recipe/build.ts'),
    import('../recipe/plugin.ts'),
  ]);
  const { config, manifest, artifactUrl, ...asked } = command;
  const steps = options.dryRun ? undefined : beginBuild(reporter);
  const plugin = await loadPlugin(config, manifest);
  const request: BuildRequest = {
    ...asked,
    plugin,
    output: outputDir === undefined ? asked.output : join(outputDir, plugin.artifactFile),
    artifactUrl: artifactUrl === undefined ? undefined : () => artifactUrl,
    env: process.env,
    reporter,
    steps,
  };
  if (options.dryRun) {
    const [{ dryRun }, { textOfDryRun }] = await Promise.all([
      import('../recipe/dry-run.ts'),
      import('./dry-run-text.ts'),
    ]);
    const planned = await dryRun({ ...request, createsDirectory: outputDir !== undefined });
    // Unlike the summary of a build, this is the result.
    return json ? session.printJson(planned satisfies DryRunDocument) : session.print(printable(textOfDryRun(planned)));
  }
  const { createDirectories } = await import('../support/files/new-directories.ts');
  const removeEmpty = createDirectories(outputDir === undefined ? [] : [outputDir]);
  try {
    const onBuilt = (): void => {
      session.doneSoFar = 'the build is complete, and was not checked';
    };
    const { result, text, failure } = await buildAndCheck(request, { checks, onBuilt });
    await (json ? session.printJson(result satisfies BuildDocument) : session.printSummary(printable(text)));
    if (failure !== undefined) throw failure;
  } finally {
    removeEmpty();
  }
}
