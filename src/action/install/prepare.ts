import type { ToolNeeds } from '../../recipe/needs.ts';
import { FledgeError } from '../../support/errors.ts';
import { fixByContainer } from '../../tools/container-engine.ts';
import { describeFinding, type FoundTool, findTool, howToFix, type UnusableTool } from '../../tools/find.ts';
import type { Tool } from '../../tools/table.ts';
import { formatVersion, isAtLeast } from '../../tools/version.ts';
import { candidateOf, findApt, installPackages } from './apt.ts';
import { cacheRelease, type ToolCacheContext } from './tool-cache.ts';

/**
 * Installs every needed tool that is missing or too old on the runner: from the release of its authors through the tool
 * cache, otherwise from Debian packages with apt-get. Optional tools are not installed. Returns the directories of
 * tools that are not on the PATH; they must be searched before it.
 *
 * @throws FledgeError `tool` with the missing tools, the reason why they could not be installed, and the command to
 *   type; `download` for a release whose digest differs from the pinned one.
 */
export async function prepareTools(
  { needed, optional }: ToolNeeds,
  context: ToolCacheContext,
): Promise<readonly string[]> {
  const { reporter, signal } = context;
  for (const finding of await lackingOf(optional, context)) reporter.debug(`not used: ${describeFinding(finding)}`);

  let lacking = await lackingOf(needed, context);
  const directories: string[] = [];
  const reasons: string[] = [];
  for (const { tool } of lacking) {
    if (tool.release === undefined) continue;
    const result = await cacheRelease(tool, context);
    if (result.cached) directories.push(result.directory);
    else reasons.push(result.why);
  }
  if (lacking.length > 0) lacking = await lackingOf(toolsOf(lacking), context, directories);

  const tooOld = await tooOldPackages(lacking, signal);
  if (tooOld.length > 0) throw distributionLacks(tooOld);
  const packages = packagesOf(lacking);
  if (packages.length > 0) {
    const apt = await findApt();
    if (apt.allowed) {
      for (const reason of reasons) reporter.info(reason);
      await installPackages(packages, apt.command, { reporter, signal });
      lacking = await lackingOf(toolsOf(lacking), context, directories);
      if (lacking.length > 0) throw distributionLacks(lacking.map(whyLacking));
    } else reasons.push(apt.why);
  }
  if (lacking.length > 0) throw cannotPrepare(lacking, reasons);
  return directories;
}

async function lackingOf(
  tools: readonly Tool[],
  { reporter, signal }: ToolCacheContext,
  directories: readonly string[] = [],
): Promise<UnusableTool[]> {
  const findings = await Promise.all(tools.map((tool) => findTool(tool, signal, directories)));
  const lacking: UnusableTool[] = [];
  for (const finding of findings) {
    if (finding.state === 'found') reporter.debug(describeFound(finding));
    else lacking.push(finding);
  }
  return lacking;
}

function describeFound({ tool, path, version }: FoundTool): string {
  return `${tool.name}: ${path}${version === undefined ? '' : `, version ${formatVersion(version)}`}`;
}

function toolsOf(findings: readonly UnusableTool[]): readonly Tool[] {
  return findings.map(({ tool }) => tool);
}

function packagesOf(findings: readonly UnusableTool[]): readonly string[] {
  return [...new Set(findings.flatMap(({ tool }) => tool.packages.apt ?? []))];
}

/** The problems of packages whose candidate is too old, by the package lists; nothing is installed. */
async function tooOldPackages(lacking: readonly UnusableTool[], signal?: AbortSignal): Promise<readonly string[]> {
  const reasons = lacking.map(async (finding) => {
    const { tool } = finding;
    const [name] = tool.packages.apt ?? [];
    const version = name === undefined ? undefined : await candidateOf(name, signal);
    const { oldest } = tool;
    if (version === undefined || oldest === undefined || isAtLeast(version, oldest.version)) return [];
    if (finding.state === 'too-old') return [whyLacking(finding)];
    return [
      `${whyLacking(finding)}, and the package ${name} is version ${formatVersion(version)}, which ${oldest.reason}`,
    ];
  });
  return (await Promise.all(reasons)).flat();
}

function cannotPrepare(lacking: readonly UnusableTool[], reasons: readonly string[]): FledgeError {
  const why = reasons.length === 0 ? [] : [`nothing can be installed here: ${reasons.join('; ')}`];
  return new FledgeError('tool', [describeAll(lacking), ...why].join('; '), {
    fix: `on the runner: ${howToFix(lacking)}`,
  });
}

/** The error if the distribution has no suitable package. Running the same command again would not help. */
function distributionLacks(reasons: readonly string[]): FledgeError {
  return new FledgeError('tool', reasons.join('; '), fixByContainer('use a newer distribution, or '));
}

function describeAll(lacking: readonly UnusableTool[]): string {
  return lacking.map(whyLacking).join('; ');
}

function whyLacking(finding: UnusableTool): string {
  return `cannot ${finding.tool.purpose}: ${describeFinding(finding)}`;
}
