import { z } from 'zod';
import type { ReleaseSettings } from '../publish/release-settings.ts';
import { booleanOf, flag, quote, text } from './input-values.ts';

/** The inputs that describe a release. */
export interface ReleaseInputs extends Pick<ReleaseSettings, 'prerelease' | 'makeLatest'> {
  /** True if the release stays a draft. */
  readonly draft: boolean;
  /** `generate`, a text, or the path of a file; see `readReleaseNotes`. */
  readonly notes: string | undefined;
}

/** `auto`, or a boolean. */
const automatic = z
  .string()
  .default('auto')
  .transform((value, context): 'auto' | boolean => {
    const known = value === 'auto' ? value : booleanOf(value);
    if (known !== undefined) return known;
    context.addIssue({ code: 'custom', message: `expected auto, true or false, found ${quote(value)}` });
    return z.NEVER;
  });

/** The schemas of these inputs, by name. */
export const releaseInputSchemas = {
  prerelease: automatic,
  'make-latest': automatic,
  draft: flag('false'),
  'release-notes': text,
};

type RawReleaseInputs = z.output<z.ZodObject<typeof releaseInputSchemas>>;

export function releaseInputsOf(raw: RawReleaseInputs): ReleaseInputs {
  const { prerelease, draft } = raw;
  return { prerelease, makeLatest: raw['make-latest'], draft, notes: raw['release-notes'] };
}

/** Problems of these inputs that are valid on their own but not together, or not without a release. */
export function releaseContradictions(given: Readonly<Record<string, string | undefined>>): string[] {
  const {
    mode = 'build',
    upload = 'artifact',
    prerelease = 'auto',
    draft = 'false',
    'make-latest': latest = 'auto',
  } = given;
  const isForRelease = mode === 'release' || (mode === 'build' && (upload === 'release' || upload === 'both'));
  const isSet = {
    prerelease: prerelease !== 'auto',
    'make-latest': latest !== 'auto',
    draft: booleanOf(draft) !== false,
    'release-notes': given['release-notes'] !== undefined,
  };
  if (!isForRelease) {
    const set = Object.entries(isSet).flatMap(([name, is]) => (is ? [name] : []));
    return set.map((name) => `${name}: has no effect without a release; set upload: release, or mode: release`);
  }
  if (booleanOf(latest) !== true) return [];
  if (booleanOf(prerelease) === true) return ['make-latest: a prerelease cannot be the latest release'];
  if (booleanOf(draft) === true) {
    return ['make-latest: a draft cannot be the latest release; set it in the step that publishes the release'];
  }
  return [];
}
