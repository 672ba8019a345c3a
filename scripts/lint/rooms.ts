/**
 * The folders below src/ in the order in which they may import: a module imports from its own folder and from folders
 * that come earlier. biome.json is generated from this list (scripts/lint/biome-json.ts), and docs/architecture.md has a
 * table of the same folders.
 */
export const ROOMS = [
  'support',
  'document',
  'net',
  'github',
  'tools',
  'config',
  'tree',
  'sources',
  'init',
  'formats',
  'inside',
  'extract',
  'manifest',
  'describe',
  'lock',
  'compare',
  'sbom',
  'recipe',
  'boot',
  'scaffold',
  'publish',
  'action',
  'cli',
] as const;

export type Room = (typeof ROOMS)[number];

/** The only module that starts programs. */
export const EXEC_MODULE = 'src/support/process/exec.ts';

/** The module that starts programs of the runner with @actions/exec, as root too. */
export const ROOT_MODULE = 'src/action/install/root.ts';

/** What these folders return ends up in artifacts, so that no clock, random number or host may reach them. */
export const PURE_ROOMS: readonly Room[] = ['tree', 'formats', 'manifest', 'describe'];

/** These folders must not publish, nor use the toolkit of GitHub Actions: the engine works without both. */
export const WITHOUT_GITHUB: readonly Room[] = ['recipe', 'cli'];
