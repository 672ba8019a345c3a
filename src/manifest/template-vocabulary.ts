import { documentSchema } from '../config/schema.ts';
import { vocabularyOf } from '../document/vocabulary.ts';
import type { Vocabulary } from '../document/zod-problems.ts';
import { templateSchema } from './template-schema.ts';

const UNKNOWN = "has no place in Volant's plugin manifest";
const ELSEWHERE = { file: 'fledge.toml', names: Object.keys(documentSchema.shape) };

/** Names of other formats, such as compose files, and the key of the manifest: `TABLE.NAME`. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['health_check.path', 'endpoint'],
  ['health_check.url', 'endpoint'],
  ['network.port', 'expose'],
  ['network.ports', 'expose'],
  ['resources.cores', 'cpu_cores'],
  ['resources.cpus', 'cpu_cores'],
  ['resources.ram', 'memory_mb'],
  ['resources.vcpus', 'cpu_cores'],
  ['workload.cmd', 'entrypoint'],
  ['workload.command', 'entrypoint'],
  ['workload.cwd', 'workdir'],
  ['workload.environment', 'env'],
  ['workload.port', 'base_url'],
  ['workload.url', 'base_url'],
  ['workload.working_dir', 'workdir'],
]);

/** Explanations of unknown keys of a template; `tableNoun` is that of its format. */
export function templateVocabulary(tableNoun: 'a table' | 'an object'): Vocabulary {
  const vocabulary = vocabularyOf(templateSchema, { unknown: UNKNOWN, tableNoun }, ELSEWHERE);
  return {
    ...vocabulary,
    explain(name, path) {
      const key = OTHER_NAMES.get([...path, name].join('.'));
      return key === undefined ? vocabulary.explain(name, path) : { message: UNKNOWN, suggestion: key };
    },
  };
}
