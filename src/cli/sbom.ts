import type { Command } from 'commander';
import { counted } from '../support/text.ts';
import { createCommand, jsonOption } from './common-options.ts';
import type { Session } from './session.ts';

interface SbomOptions {
  readonly output?: string;
  readonly json?: boolean;
}

/** `fledge sbom`. */
export function defineSbom(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'sbom', 'list the software in an artifact, as an SBOM in CycloneDX')
    .argument('<artifact>', 'an initramfs, an image of a file system, a container image, or a directory')
    .option('-o, --output <file>', 'file to write instead of printing the SBOM')
    .addOption(jsonOption('the SBOM'))
    .addHelpText(
      'after',
      `
Finds packages of dpkg, apk, rpm, npm and Python, the modules in Go programs, busybox, kestrel and the init. The same
artifact has the same SBOM on every machine. The name and version of the plugin, and the origins of its programs, are from
manifest.json and provenance.json beside the artifact. fledge build --sbom lists mapped files as well.

Examples:
  fledge sbom plugin.cpio.gz
  fledge sbom nginx.img --output sbom.cdx.json
  fledge sbom nginx.img | jq -r '.components[].purl'`,
    )
    .action((artifact: string, options: SbomOptions) => runSbom(artifact, options, session));
}

/** Prints the SBOM of an artifact, or writes it to a file. */
async function runSbom(artifact: string, { output, json }: SbomOptions, session: Session): Promise<void> {
  const [{ sbomOfArtifact }, { unreadText }] = await Promise.all([
    import('../sbom/artifact-sbom.ts'),
    import('../sbom/component.ts'),
  ]);
  const { text, components, unread } = await sbomOfArtifact(artifact);
  for (const part of unread) session.reporter.warn(unreadText(part), { code: 'sbom' });
  if (output !== undefined) {
    const { replaceFile } = await import('../support/files/write-file.ts');
    replaceFile(output, text);
  }
  if (output === undefined || json === true) return session.print(text);
  const { printable } = await import('../support/byte-string.ts');
  await session.printSummary(printable(`${output}  ${counted(components, 'component')}\n`));
}
