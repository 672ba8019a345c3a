import type { Finding, KeyPath } from '../document/problems.ts';
import { valueAt } from '../document/zod-problems.ts';
import { listWithOr } from '../support/text.ts';
import { directoriesOf, findDirectoryProblems } from './directories.ts';
import { findFilesystemNotes, findFilesystemProblems } from './filesystem-rules.ts';
import { findSourceProblems, mappingsOf } from './mappings.ts';
import type { Draft } from './schema.ts';
import { findImageProblems, hasImage } from './source-rules.ts';
import type { Additions, InitMode, Mapping } from './types.ts';
import { MOUNT_POINTS } from './values.ts';
import { AGENT_KEYS, AGENT_VARIANTS, AGENTLESS_STRATEGY, STRATEGY_KEYS } from './variants.ts';

/**
 * Finds problems between the keys of a fledge.toml; each key by itself was checked before. `raw` is the whole file;
 * `draft` contains only the valid keys, so that one mistake is not reported again through its consequences.
 */
export function findCrossFieldProblems(draft: Draft, raw: unknown): Finding[] {
  return [
    ...findStrategyProblems(draft, raw),
    ...findImageProblems(draft, raw),
    ...findInitProblems(draft, raw),
    ...findAgentProblems(draft, raw),
    ...findTakenPlaces(draft),
    ...findFilesystemProblems(draft, raw),
    ...findSourceProblems(Object.keys(draft.mappings ?? {})),
    ...findDirectoryProblems(draft.directories),
  ];
}

/** Finds settings that are valid but have less effect than expected. */
export function findNotes(draft: Draft, additions: Additions): Finding[] {
  return [
    ...findDockerTagNotes(draft),
    ...findFilesystemNotes(draft),
    ...findHiddenPlaces(draft, additions),
    ...findVariables(additions.mappings),
  ];
}

/** The mode of PID 1; `none = false` has the same meaning as no `none`. */
export function initModeOf(init: Draft['init']): InitMode {
  const compile = init?.compile === true;
  if (init?.path !== undefined) return { mode: 'custom', path: init.path, compile };
  return init?.none === true ? { mode: 'none' } : { mode: 'default', compile };
}

function findStrategyProblems({ strategy }: Draft, raw: unknown): Finding[] {
  if (strategy === undefined) return [];
  return STRATEGY_KEYS.filter((key) => key.strategy !== strategy && isPresent(raw, key.path)).map((key) => ({
    path: key.path,
    message: `belongs to strategy "${key.strategy}", not to "${strategy}"`,
  }));
}

function findInitProblems({ strategy, init, mappings }: Draft, raw: unknown): Finding[] {
  if (strategy === 'oci_rootfs' || init?.none !== true) return [];
  const path = ['init', 'none'];
  if (isPresent(raw, ['init', 'path']))
    return [{ path, message: 'path and none = true are mutually exclusive; keep one' }];
  if (init.compile === true) return [{ path, message: 'compile and none = true are mutually exclusive; keep one' }];
  const written = valueAt(raw, ['mappings']) ?? {};
  const allValid = Object.keys(written).length === Object.keys(mappings ?? {}).length;
  // The image may have an init.
  if (hasImage(raw)) return [];
  if (strategy === undefined || !allValid || mayProvideInit(mappings ?? {})) return [];
  return [{ path, message: 'no mapping provides /init; add one, such as "./my-init" = "/init"' }];
}

/** A mapping to the root may be a directory that contains an init; that is known only when the tree is built. */
function mayProvideInit(mappings: NonNullable<Draft['mappings']>): boolean {
  return Object.entries(mappings)
    .flatMap(([source, value]) => mappingsOf(source, value))
    .some(({ destination, inside }) => destination === '/' || (destination === '/init' && !inside));
}

function findAgentProblems({ strategy, init, agent }: Draft, raw: unknown): Finding[] {
  if (!isPresent(raw, ['agent'])) return [];
  const { mode } = initModeOf(init);
  if (strategy === 'initramfs' && mode !== 'default') {
    const key = mode === 'custom' ? 'path' : 'none';
    return [{ path: ['agent'], message: `[init] ${key} installs no agent; remove [agent], or [init] ${key}` }];
  }
  const variant = agent?.source_strategy;
  if (variant === undefined) return [];
  const findings: Finding[] = [];
  if (variant === 'none' && strategy !== undefined && strategy !== AGENTLESS_STRATEGY) {
    findings.push({
      path: ['agent', 'source_strategy'],
      message: `"none" is only for strategy "${AGENTLESS_STRATEGY}"; for an initramfs without agent, set [init] path or none`,
    });
  }
  const { required, optional } = AGENT_VARIANTS[variant];
  for (const key of AGENT_KEYS) {
    const path = ['agent', key];
    const present = isPresent(raw, path);
    if (required.includes(key) && !present) {
      findings.push({ path, message: `missing; source_strategy "${variant}" needs it`, about: 'missing' });
    } else if (present && !required.includes(key) && !optional.includes(key)) {
      findings.push({ path, message: `belongs to source_strategy ${ownersOf(key)}, not to "${variant}"` });
    }
  }
  return findings;
}

/** Mappings and directories at the paths of files of the build, as far as that is known without the image. */
function findTakenPlaces({ strategy, init, agent, mappings = {}, directories }: Draft): Finding[] {
  const { mode } = initModeOf(init);
  const hasAgent = strategy === 'initramfs' ? mode === 'default' : agent?.source_strategy !== 'none';
  const orNone = strategy === AGENTLESS_STRATEGY ? ', or set source_strategy = "none"' : '';
  const mapped = Object.entries(mappings).flatMap(([source, value]) => mappingsOf(source, value));
  const places = [
    ...mapped.filter(({ inside }) => !inside),
    ...directoriesOf(directories).map(({ path, key }) => ({ destination: path, key })),
  ];
  return places.flatMap(({ destination, key }) => {
    if (strategy === undefined) return [];
    if (destination === '/init' && strategy === 'initramfs' && mode === 'default') {
      const fix = 'choose another destination, or set [init] none = true to bring /init by a mapping';
      return [{ path: key, message: `takes the place of the init, /init; ${fix}` }];
    }
    if (destination !== '/bin/kestrel' || !hasAgent) return [];
    const fix = `choose another destination, or name the file in [agent] with source_strategy = "local"${orNone}`;
    return [{ path: key, message: `takes the place of the agent, /bin/kestrel; ${fix}` }];
  });
}

function ownersOf(key: (typeof AGENT_KEYS)[number]): string {
  const owners = Object.entries(AGENT_VARIANTS)
    .filter(([, { required, optional }]) => required.includes(key) || optional.includes(key))
    .map(([variant]) => `"${variant}"`);
  return listWithOr(owners);
}

/** Beginnings of the tags of the image `docker`. */
const DOCKER_TAGS =
  /^(?:\d|latest|dind|cli|git|rc|edge|stable|test|beta|experimental|nightly|rootless|windowsservercore)/;

/** `docker:nginx` is the image `docker`, which contains Docker itself. */
function findDockerTagNotes({ source }: Draft): Finding[] {
  const tag = /^docker:([^/@]+)$/.exec(source?.image ?? '')?.[1];
  if (tag === undefined || DOCKER_TAGS.test(tag)) return [];
  const message = `is the tag ${JSON.stringify(tag)} of the image docker; the image ${tag} of a registry is docker://${tag}`;
  return [{ path: ['source', 'image'], message }];
}

function findHiddenPlaces({ strategy, init, agent }: Draft, { mappings, directories }: Additions): Finding[] {
  const mounter = strategy === 'initramfs' ? 'the init' : 'the agent';
  const hasMounts = strategy === 'initramfs' ? initModeOf(init).mode === 'default' : agent?.source_strategy !== 'none';
  if (strategy === undefined || !hasMounts) return [];
  const places = [...mappings, ...directories.map(({ path, key }) => ({ destination: path, key }))];
  return places.flatMap(({ key, destination }) => {
    const mountPoint = MOUNT_POINTS.find((path) => destination === path || destination.startsWith(`${path}/`));
    if (mountPoint === undefined) return [];
    return [
      { path: key, message: `will be hidden: ${mounter} mounts a file system on ${mountPoint}`, code: 'hidden-path' },
    ];
  });
}

/** Variables that shells and templates would expand. */
const VARIABLE = /\$\{[^}]*\}|\$\([^)]*\)|\$[A-Za-z_]\w*|\{\{.*?\}\}/;

function findVariables(mappings: readonly Mapping[]): Finding[] {
  return mappings.flatMap(({ key, destination }) => {
    const variable = VARIABLE.exec(destination)?.[0];
    if (variable === undefined) return [];
    const message = `${variable} stays in the destination, because fledge does not expand variables; write the path itself`;
    return [{ path: key, message }];
  });
}

function isPresent(raw: unknown, path: KeyPath): boolean {
  return valueAt(raw, path) !== undefined;
}
