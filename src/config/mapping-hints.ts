import type { Finding } from '../document/problems.ts';
import { isTable } from '../document/toml.ts';
import { valueAt } from '../document/zod-problems.ts';
import { MAX_NAME_BYTES } from '../support/linux-limits.ts';
import { MAPPING_KEYS } from './mapping-schema.ts';

/** Rewrites findings of the schema in `[mappings]` and `[directories]` for the mistakes that authors make there. */
export function explainMappings(findings: readonly Finding[], raw: unknown): Finding[] {
  const unquoted = new Set<string>();
  return findings.flatMap((finding) => {
    const [table, source] = finding.path;
    if (table !== 'mappings' && table !== 'directories') return [finding];
    if (table === 'mappings' && source === undefined && Array.isArray(valueAt(raw, [table]))) {
      const message = 'expected a table, found an array; write [mappings] and below it "host path" = "/destination"';
      return [{ ...finding, message }];
    }
    if (table === 'directories' || typeof source !== 'string') return [explainValue(finding, raw)];
    const hint = quoteHint(source, valueAt(raw, [table, source]));
    if (hint === undefined) return [explainLateKey(explainValue(finding, raw), raw)];
    // One mistake has several findings: the key is unknown, and `to` is missing.
    if (unquoted.has(source)) return [];
    unquoted.add(source);
    return [{ path: [table, source], message: hint }];
  });
}

/** The message for `app.conf = "/etc/app.conf"`, whose unquoted dot makes a table. */
function quoteHint(source: string, value: unknown): string | undefined {
  if (!isTable(value)) return undefined;
  const names = Object.keys(value);
  if (names.length === 0 || names.some((name) => MAPPING_KEYS.includes(name))) return undefined;
  let path = source;
  let inner: unknown = value;
  while (isTable(inner) && path.length < MAX_NAME_BYTES) {
    const [first] = Object.entries(inner);
    if (first === undefined) break;
    path = `${path}.${first[0]}`;
    inner = first[1];
  }
  return `expected a destination, found a table; quote a host path with dots: ${JSON.stringify(path)} = "/..."`;
}

function explainValue(finding: Finding, raw: unknown): Finding {
  const { path } = finding;
  const value = valueAt(raw, path);
  const [table, , name] = path;
  if (path.length === 2) {
    if (table === 'directories' && typeof value === 'string') {
      return {
        ...finding,
        message: 'expected a table, found a string; write { mode = "0750" }, or {} for the defaults',
      };
    }
    if (table === 'mappings' && typeof value === 'string' && !value.startsWith('/')) {
      const hint = sidesHint(String(path[1]), value);
      return hint === undefined ? finding : { ...finding, message: `${finding.message}; ${hint}` };
    }
    if (table !== 'mappings' || !Array.isArray(value)) return finding;
    return { ...finding, message: 'expected a destination or a table, found an array; write { to = ["/..."] }' };
  }
  if (path.length !== 3) return finding;
  if ((name === 'mode' || name === 'directory_mode') && isNumber(value)) {
    return { ...finding, message: `expected octal digits in quotes, such as ${name} = "0640", found an integer` };
  }
  if (name === 'owner' && isNumber(value)) {
    return { ...finding, message: `expected a user and a group in quotes, such as owner = "${value}:${value}"` };
  }
  if (name === 'exclude' && typeof value === 'string') {
    return { ...finding, message: `expected an array, found a string; write exclude = [${JSON.stringify(value)}]` };
  }
  return finding;
}

/** For `"/usr/bin/app" = "./app"`, and for `from = "app"` as in a list of tables. */
function sidesHint(source: string, destination: string): string | undefined {
  if (/^(?:from|source|src|host|host_path)$/.test(source)) {
    return `the key is the host path: ${JSON.stringify(destination)} = "/..."`;
  }
  if (!source.startsWith('/') || destination === '') return undefined;
  return `the host path is on the left: ${JSON.stringify(destination)} = ${JSON.stringify(source)}`;
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Every key below `[mappings]` is a host path, including a key that was meant for the top of the file. */
function explainLateKey(finding: Finding, raw: unknown): Finding {
  const [, name, ...rest] = finding.path;
  if ((name !== 'version' && name !== 'strategy') || rest.length > 0) return finding;
  if (valueAt(raw, [name]) !== undefined) return finding;
  return { ...finding, message: 'belongs at the top of the file, before the first [table]', about: 'unknown' };
}
