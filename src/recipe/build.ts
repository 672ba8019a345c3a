import { basename, dirname } from 'node:path';
import type { FledgeConfig } from '../config/types.ts';
import { renderChecksums } from '../describe/checksums.ts';
import { renderProvenance } from '../describe/provenance.ts';
import { lockedConfig } from '../lock/locked-config.ts';
import { readCloudInit } from '../manifest/cloud-init.ts';
import { deriveManifest, renderManifest } from '../manifest/manifest.ts';
import type { ManifestTemplate } from '../manifest/template.ts';
import type { TemplateFields } from '../manifest/template-rules.ts';
import { type SourceContext, sourceContext } from '../sources/context.ts';
import { VERSION } from '../support/about.ts';
import type { Environment } from '../support/environment.ts';
import { type OutputFile, OutputSet, type WrittenFile } from '../support/files/output-set.ts';
import { temporaryDirectory } from '../support/files/scratch.ts';
import { Adjustments, describeAdjustment } from '../support/report/adjustments.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { Steps } from '../support/report/steps.ts';
import { collectWarnings, requireNoWarnings } from '../support/report/warning.ts';
import type { BuildCommand } from './build-command.ts';
import type { BuildResult } from './build-result.ts';
import { sourceDateEpoch, toolchainOf } from './build-variables.ts';
import { chooseDestination, type DestinationRequest } from './destination.ts';
import type { BuildJob, MadeArtifact, Verification } from './job.ts';
import { CHECKSUMS_FILE, MANIFEST_FILE, PROVENANCE_FILE, SBOM_FILE } from './output-names.ts';
import { formatOf, outputPaths, suffixWarning } from './output-path.ts';
import { ownPathsOf } from './own-paths.ts';
import { reportRemarks, warnOfNotes } from './plugin.ts';
import { SoftwareOfBuild } from './software.ts';
import { findLinksOut } from './verify/links-out.ts';

export interface BuildRequest extends DestinationRequest {
  readonly verify: Verification;
  /** True if the lock file must exist and pin everything that fledge.toml does not pin. */
  readonly locked: boolean;
  /** True if a warning is an error. Default: false. */
  readonly strict?: boolean | undefined;
  /** The number of compressor threads. It does not affect the output. */
  readonly workers: number;
  /** Provides SOURCE_DATE_EPOCH, FLEDGE_CACHE_DIR, GITHUB_TOKEN, FLEDGE_GITHUB_API_URL and proxies. */
  readonly env: Environment;
  readonly reporter: Reporter;
  /** The steps of this build, if `beginBuild` was called before the plugin was loaded. */
  readonly steps?: Steps | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Begins the first step of a build: reading the configuration. */
export function beginBuild(reporter: Reporter): Steps {
  const steps = new Steps(reporter);
  // The build may fail before it begins, and then no step ends.
  steps.begin('config', 'read the configuration', { isShort: true });
  return steps;
}

/** The command line of a build with the same plugin and options as `request`. */
export function commandOf(request: BuildRequest): BuildCommand {
  const { plugin, output, urlBase, platform, verify, locked, workers } = request;
  const { strict = false, force = false, sbom = false } = request;
  const { loaded, template, name, artifactFile } = plugin;
  const file = basename(output ?? artifactFile);
  return {
    config: loaded.file,
    manifest: template?.file,
    output,
    urlBase,
    artifactUrl: request.artifactUrl?.({ name, platform, file }),
    platform,
    verify,
    locked,
    strict,
    force,
    sbom,
    workers,
  };
}

/**
 * Builds a plugin and writes the artifact, manifest.json, provenance.json and SHA256SUMS, and sbom.cdx.json if it is wanted.
 * All are renamed into place at the end; after an error, existing files are unchanged.
 *
 * @throws FledgeError; see its codes. `input` for warnings of a strict build.
 */
export async function build(asked: BuildRequest): Promise<BuildResult> {
  const { reporter, warnings } = collectWarnings(asked.reporter);
  const request = { ...asked, reporter };
  const { platform, plugin } = request;
  const { loaded, template, name } = plugin;
  const steps = request.steps ?? beginBuild(reporter);
  warnOfNotes(plugin, reporter);
  await reportRemarks(findLinksOut(loaded, template), plugin, reporter);
  const { config, lockFile } = await lockedConfig(loaded, request);
  const epoch = sourceDateEpoch(request.env);
  const { path: output, name: artifactName, url } = chooseDestination(request, { config, lockFile });
  const misleading = suffixWarning(artifactName, config);
  if (misleading !== undefined) reporter.warn(misleading, { code: 'suffix' });
  const toolchain = await toolchainOf(request.env);

  const sources = sourceContext(request, loaded.directory);
  const fields = template === undefined ? undefined : await completeTemplate(template, sources);

  const outputs = new OutputSet(dirname(output));
  const work = temporaryDirectory('build');
  try {
    // Created before the work, so that a directory that is not writable is reported at once.
    const files = {
      artifact: outputs.create(artifactName),
      manifest: outputs.create(MANIFEST_FILE),
      provenance: outputs.create(PROVENANCE_FILE),
      checksums: outputs.create(CHECKSUMS_FILE),
      sbom: request.sbom === true ? outputs.create(SBOM_FILE) : undefined,
    };
    const software = request.sbom === true ? new SoftwareOfBuild({ steps, reporter }) : undefined;
    const adjustments = new Adjustments();
    const { inputs, mappings, built, contents, reproducible, freeMb } = await makeArtifact({
      config,
      directory: loaded.directory,
      errorAt: loaded.errorAt,
      platform,
      mtime: { seconds: epoch, nanoseconds: 0 },
      verify: request.verify,
      workers: request.workers,
      scratchDirectory: work.path,
      ownOutputs: outputPaths(output, request),
      sources,
      steps,
      template: fields,
      report: (remarks) => reportRemarks(remarks, plugin, reporter),
      adjustments,
      artifact: files.artifact,
      software,
    });
    for (const { name: input, uri, digest } of inputs) reporter.debug(`${input}: ${uri} ${digest}`);
    const artifact = await files.artifact.close();
    for (const adjustment of adjustments.list()) reporter.warn(describeAdjustment(adjustment), { code: 'adjusted' });

    steps.begin('describe', 'describe the artifact');
    const derived = deriveManifest({
      template: fields,
      directoryName: basename(loaded.directory),
      artifact: { url, sha256: artifact.sha256, size: artifact.size },
      built,
    });
    const { manifest } = derived;
    await reportRemarks(derived.remarks, plugin, reporter);
    if (request.strict) requireNoWarnings(warnings, name);
    const manifestFile = await writeText(files.manifest, renderManifest(manifest));
    const provenance = renderProvenance({
      artifact: { name: artifactName, sha256: artifact.sha256 },
      strategy: config.strategy,
      platform,
      sourceDateEpoch: epoch,
      version: VERSION,
      inputs,
      mappings,
      toolchain,
    });
    const provenanceFile = await writeText(files.provenance, provenance);
    const sbom = await software?.document({ manifest, artifact, inputs, epoch });
    const sbomFile = sbom === undefined || files.sbom === undefined ? undefined : await writeText(files.sbom, sbom);
    const listed = [artifact, manifestFile, provenanceFile, ...(sbomFile === undefined ? [] : [sbomFile])];
    const digests = listed.map(({ path, sha256 }) => ({
      name: basename(path),
      sha256,
    }));
    const checksumsFile = await writeText(files.checksums, renderChecksums(digests));
    await outputs.publish();

    return {
      name: manifest.name,
      version: manifest.version,
      strategy: config.strategy,
      platform,
      artifact: {
        path: output,
        format: formatOf(config),
        size: artifact.size,
        sha256: artifact.sha256,
        ...(freeMb !== undefined && { freeMb }),
      },
      manifest: { path: manifestFile.path, sha256: manifestFile.sha256, encodedBytes: derived.encodedBytes },
      checksums: { path: checksumsFile.path },
      provenance: { path: provenanceFile.path },
      ...(sbomFile !== undefined && { sbom: { path: sbomFile.path, sha256: sbomFile.sha256 } }),
      // The layers are in the provenance.
      inputs: inputs.map(({ name: input, uri, digest }) => ({ name: input, uri, digest })),
      contents,
      adjustments: adjustments.list(),
      warnings,
      reproducible: {
        expected: reproducible.ok,
        checked: false,
        ...(!reproducible.ok && { reason: reproducible.reason }),
      },
      steps: steps.end(),
    };
  } finally {
    // Also after an error, so that the time of a step is not reported any more.
    steps.end();
    outputs.discard();
    work.dispose();
    await sources.cacheUse.end();
  }
}

/**
 * The fields of a template with the contents of the files that it names.
 *
 * @throws FledgeError `config` with all files that cannot be read.
 */
async function completeTemplate(template: ManifestTemplate, sources: SourceContext): Promise<TemplateFields> {
  const { fields, problems } = await readCloudInit(template, ownPathsOf(sources));
  if (problems.length > 0) throw await template.errorAt(problems);
  return fields;
}

/** Imports only the code of the strategy, because loading code is most of the time of a small build. */
async function makeArtifact(job: BuildJob<FledgeConfig>): Promise<MadeArtifact> {
  const { config } = job;
  if (config.strategy === 'initramfs') {
    const { buildInitramfs } = await import('./initramfs.ts');
    return buildInitramfs({ ...job, config });
  }
  const { buildOciRootfs } = await import('./oci-rootfs.ts');
  return buildOciRootfs({ ...job, config });
}

function writeText(file: OutputFile, text: string): Promise<WrittenFile> {
  file.inOrder().write(Buffer.from(text, 'utf8'));
  return file.close();
}
