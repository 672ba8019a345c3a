/**
 * The folders below src/ in the order in which they may import: a module imports from its own folder and from folders
 * that come earlier. biome.json is generated from this list (scripts/lint/biome-json.ts), and docs/architecture.md has a
 * table of the same folders.
 */
export const ROOMS = [
  'support',
  'tools',
  'config',
  'sources',
  'init',
  'tree',
  'formats',
  'describe',
  'compare',
  'recipe',
  'publish',
  'action',
  'cli',
] as const;

export type Room = (typeof ROOMS)[number];

/** The only module that starts programs. */
export const EXEC_MODULE = 'src/support/exec.ts';

/** What these folders return ends up in artifacts, so that no clock, random number or host may reach them. */
export const PURE_ROOMS: readonly Room[] = ['tree', 'formats', 'describe'];

/** Only these folders and `action` know that GitHub exists. */
export const WITHOUT_GITHUB: readonly Room[] = ['recipe', 'cli'];
