import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DEFAULT_CONFIG_FILE } from '../config/missing-config.ts';
import { pluginName } from '../manifest/manifest.ts';
import { DEFAULT_TEMPLATE_FILE } from '../manifest/template.ts';
import { CHECKSUMS_FILE, MANIFEST_FILE, PROVENANCE_FILE } from '../recipe/output-names.ts';
import { loadPlugin } from '../recipe/plugin.ts';
import { validatePlugin } from '../recipe/verify/validate.ts';
import { parseElfHeader } from '../sources/elf.ts';
import { byteStringFromText } from '../support/byte-string.ts';
import type { Environment } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';
import { hostPlatform, PLATFORMS, type Platform } from '../support/platform.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { beginningOf } from '../tree/file-beginning.ts';
import { type NewFile, NewFiles, repositoryOf } from './new-files.ts';
import { fledgeToml, manifestToml, type NewPlugin, workflowYaml } from './texts.ts';
import { defaultName, type Workload } from './workload.ts';

export interface CreateRequest {
  /** The absolute path of the plugin's directory. It is created if it does not exist. */
  readonly directory: string;
  readonly workload: Workload;
  /** Default: derived from the workload. */
  readonly name?: string | undefined;
  readonly port?: number | undefined;
  /** True if a workflow is written, too. */
  readonly workflow: boolean;
  readonly env: Environment;
  readonly reporter: Reporter;
}

/** A plugin that was begun. */
export interface CreatedPlugin {
  readonly name: string;
  readonly directory: string;
  readonly files: readonly NewFile[];
}

const ELF_HEADER_BYTES = 64;
const WORKFLOW_FILE = '.github/workflows/plugin.yml';

/** @throws FledgeError `usage` if the directory has a plugin. */
export function requireNoPlugin(directory: string): void {
  const path = join(directory, DEFAULT_CONFIG_FILE);
  if (!existsSync(path)) return;
  throw new FledgeError('usage', `${path} exists`, {
    fix: 'edit it, or begin in another directory: fledge init DIRECTORY',
  });
}

/**
 * Writes fledge.toml and manifest.toml, ignores the outputs in .gitignore, and writes a workflow if asked. Other existing files
 * are kept. Then it checks the plugin as `fledge validate` does. After an error, it removes what it wrote.
 *
 * @throws FledgeError `usage` if the directory has a plugin; `output` if a file cannot be written.
 */
export async function createPlugin(request: CreateRequest): Promise<CreatedPlugin> {
  const { directory, workload, env, reporter } = request;
  requireNoPlugin(directory);
  const platform = workload.kind === 'binary' ? platformOfProgram(join(directory, workload.path)) : undefined;
  const name = pluginName(request.name ?? defaultName(workload, directory));
  const plugin: NewPlugin = { name, workload, port: request.port, platform };
  const written = new NewFiles();
  try {
    written.write(join(directory, DEFAULT_CONFIG_FILE), fledgeToml(plugin));
    written.write(join(directory, DEFAULT_TEMPLATE_FILE), manifestToml(plugin));
    const loaded = await loadPlugin(directory);
    await validatePlugin(loaded, { platform: platform ?? hostPlatform(), env, reporter });
    const outputs = [loaded.artifactFile, MANIFEST_FILE, PROVENANCE_FILE, CHECKSUMS_FILE];
    written.extend(
      join(directory, '.gitignore'),
      outputs.map((file) => `/${file}`),
    );
    if (request.workflow) {
      const root = repositoryOf(directory) ?? directory;
      const config = relative(root, join(directory, DEFAULT_CONFIG_FILE));
      written.write(join(root, WORKFLOW_FILE), workflowYaml(plugin, config));
    }
    return { name: loaded.name, directory, files: written.files };
  } catch (error) {
    written.undo();
    throw error;
  }
}

/** The platform of a program; undefined if it is missing or not for one of our platforms. `validatePlugin` reports faults. */
function platformOfProgram(path: string): Platform | undefined {
  const beginning = beginningOf(byteStringFromText(path), ELF_HEADER_BYTES);
  const machine = parseElfHeader(Buffer.from(beginning, 'latin1'))?.machine;
  return PLATFORMS.find((platform) => platform === machine);
}
