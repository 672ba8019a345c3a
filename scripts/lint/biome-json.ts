/**
 * Generates the rules of biome.json about imports from the list of folders in rooms.ts. Everything else in biome.json is
 * written by hand and stays as it is.
 *
 *   node scripts/lint/biome-json.ts           write biome.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXEC_MODULE, PURE_ROOMS, ROOMS, ROOT_MODULE, type Room, WITHOUT_GITHUB } from './rooms.ts';

const BIOME_JSON = fileURLToPath(new URL('../../biome.json', import.meta.url));

const RUN = { message: `Only ${EXEC_MODULE} starts programs; use its run().` };
const NO_CLOCK = 'No clock here: what these modules return ends up in artifacts.';
const NO_HOST = 'Nothing of the host here: what these modules return ends up in artifacts.';
const NO_RANDOMNESS = 'No randomness here: what these modules return ends up in artifacts.';
const NO_GITHUB = 'Only src/action and src/publish publish, and use the toolkit of GitHub Actions.';

const PROGRAMS = { 'node:child_process': RUN, child_process: RUN };
const IMPURE_MODULES = {
  'node:perf_hooks': { message: NO_CLOCK },
  'node:process': { message: NO_HOST },
  'node:os': { message: NO_HOST },
  'node:crypto': {
    importNames: ['randomBytes', 'randomUUID', 'randomInt', 'getRandomValues', 'webcrypto'],
    message: NO_RANDOMNESS,
  },
};

interface Pattern {
  readonly group: readonly string[];
  readonly message: string;
}

function patternsOf(room: Room): readonly Pattern[] {
  const later = ROOMS.slice(ROOMS.indexOf(room) + 1);
  if (room === 'action') {
    return [{ group: ['**/cli/**'], message: 'The action and the command line must not import each other.' }];
  }
  const github = { group: ['**/action/**', '**/publish/**', '@actions/**'], message: NO_GITHUB };
  if (room === 'cli') return [github];
  const knowsNoGithub = WITHOUT_GITHUB.includes(room);
  const group = later.filter((name) => !(knowsNoGithub && (name === 'action' || name === 'publish')));
  const direction = {
    group: group.map((name) => `**/${name}/**`),
    message: `src/${room} must not import this module (docs/architecture.md, import direction).`,
  };
  return knowsNoGithub ? [github, direction] : [direction];
}

function restrictedImports(includes: readonly string[], paths: object, patterns: readonly Pattern[]): object {
  const options = Object.keys(paths).length === 0 ? { patterns } : { paths, patterns };
  return { includes, linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } } };
}

function importRulesOf(room: Room): readonly object[] {
  const patterns = patternsOf(room);
  const execModule = EXEC_MODULE.startsWith(`src/${room}/`) ? EXEC_MODULE : undefined;
  const includes = [`src/${room}/**`, ...(execModule === undefined ? [] : [`!${execModule}`])];
  const paths = {
    ...PROGRAMS,
    ...(PURE_ROOMS.includes(room) && IMPURE_MODULES),
    ...(room === 'action' && { '@actions/exec': RUN }),
  };
  const rules = restrictedImports(includes, paths, patterns);
  // apt-get may need sudo, and a program that has become root cannot be killed as run() promises.
  if (room === 'action') return [rules, restrictedImports([ROOT_MODULE], PROGRAMS, patterns)];
  return execModule === undefined ? [rules] : [rules, restrictedImports([execModule], {}, patterns)];
}

/** The overrides of biome.json, in their order. */
function overrides(): readonly object[] {
  const deniedGlobals = {
    Date: NO_CLOCK,
    performance: NO_CLOCK,
    crypto: NO_RANDOMNESS,
    process: NO_HOST,
    Intl: 'No locale here: what these modules return ends up in artifacts.',
  };
  return [
    ...ROOMS.flatMap(importRulesOf),
    {
      includes: PURE_ROOMS.map((room) => `src/${room}/**`),
      plugins: ['./scripts/lint/no-randomness.grit'],
      linter: { rules: { style: { noRestrictedGlobals: { level: 'error', options: { deniedGlobals } } } } },
    },
    { includes: ['src/**'], plugins: ['./scripts/lint/no-environment-changes.grit'] },
    { includes: ['vitest.config.ts'], linter: { rules: { style: { noDefaultExport: 'off' } } } },
  ];
}

/** biome.json with generated overrides, parsed. */
export function generatedBiomeJson(current: string): object {
  return { ...JSON.parse(current), overrides: overrides() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = JSON.stringify(generatedBiomeJson(readFileSync(BIOME_JSON, 'utf8')), undefined, 2);
  writeFileSync(BIOME_JSON, `${text}\n`);
}
