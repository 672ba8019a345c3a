import { setOutput } from '../runner-files.ts';

/** Every output of the action; a test compares it with action.yml. */
export const OUTPUT_NAMES = [
  'name',
  'version',
  'strategy',
  'artifact-path',
  'artifact-sha256',
  'artifact-size',
  'manifest-path',
  'checksums-path',
  'provenance-path',
  'sbom-path',
  'artifact-id',
  'artifact-url',
  'release-url',
  'manifest-url',
  'index-url',
  'reproducible',
  'boot',
  'boot-ms',
  'identical',
  'matrix',
  'results',
] as const;

export type Outputs = Partial<Record<(typeof OUTPUT_NAMES)[number], string | number | boolean | undefined>>;

/** Sets outputs. Undefined ones are not set and are empty in a workflow. */
export function setOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) if (value !== undefined) setOutput(name, String(value));
}
