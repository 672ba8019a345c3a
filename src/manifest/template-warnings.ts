import { problemOfSha256 } from '../config/values.ts';
import type { Finding } from '../document/problems.ts';
import { MEBIBYTE } from '../support/units.ts';
import type { TemplateDocument } from './template-schema.ts';

/*
 * Values of a template that are valid, and that probably have another effect than the author expects. The rules are those
 * of Volant 0.6.5 and newer, and of kestrel. Values that are derived by a build have their remarks in other modules.
 */

/** Finds the values of a template to warn of, and those that only newer versions of Volant use. */
export function findTemplateNotes(template: TemplateDocument): Finding[] {
  return [
    ...findNewFields(template),
    ...findMemoryInBytes(template),
    ...findTrimmedNames(template),
    ...findIgnoredParts(template),
    ...findOtherProbes(template),
    ...findNetworkWarnings(template),
    ...findDiskWarnings(template),
    ...findEmptyDocuments(template),
  ];
}

/** The problem with the URL of a medium or a disk, or undefined. volantd opens `file:` URLs as paths. */
export function problemOfMediumUrl(value: string): string | undefined {
  if (/^(?:https?:\/\/|\/)/.test(value.trim())) return undefined;
  return 'Volant cannot open it: it must be an http(s) URL or an absolute path';
}

/** The problem with the checksum of a medium or a disk, or undefined. Volant does not check a file without a checksum. */
export function problemOfMediumChecksum(value: string): string | undefined {
  const problem = value.trim() === '' ? undefined : problemOfSha256(value.trim());
  return problem === undefined ? undefined : `Volant refuses the file: ${problem}`;
}

function findNewFields({ network, workload }: TemplateDocument): Finding[] {
  const notes: Finding[] = [];
  if (workload?.type !== undefined && workload.type !== 'http') {
    const message = `Volant 0.6.5 accepts only "http"; a plugin of type "${workload.type}" needs a newer version`;
    notes.push({ path: ['workload', 'type'], message, code: 'note' });
  }
  if ((network?.expose ?? []).length > 0) {
    const message = 'Volant 0.6.5 ignores it, and its JSON schema has no such field; newer versions map these ports';
    notes.push({ path: ['network', 'expose'], message, code: 'note' });
  }
  return notes;
}

function findMemoryInBytes({ resources }: TemplateDocument): Finding[] {
  const memory = resources?.memory_mb;
  if (memory === undefined || memory < MEBIBYTE || memory % MEBIBYTE !== 0) return [];
  const message = 'this is in MB, and the value is probably in bytes';
  return [{ path: ['resources', 'memory_mb'], message, suggestion: String(memory / MEBIBYTE), code: 'size' }];
}

function findTrimmedNames({ env = {}, workload }: TemplateDocument): Finding[] {
  const names = [
    ...Object.keys(env).map((name) => ['env', name] as const),
    ...Object.keys(workload?.env ?? {}).map((name) => ['workload', 'env', name] as const),
  ];
  return names
    .filter((path) => path.at(-1) !== path.at(-1)?.trim())
    .map((path) => ({ path, message: 'kestrel trims the name of this variable', code: 'argument-trimmed' }));
}

function findIgnoredParts({ workload, actions = {} }: TemplateDocument): Finding[] {
  const findings: Finding[] = [];
  const url = workload?.base_url === undefined ? null : URL.parse(workload.base_url);
  if (url !== null && (url.search !== '' || url.hash !== '')) {
    const message = 'kestrel ignores the query and the fragment of this URL; remove them';
    findings.push({ path: ['workload', 'base_url'], message });
  }
  for (const [name, { path }] of Object.entries(actions)) {
    if (!/[?#]/.test(path)) continue;
    const message =
      'no request matches a path with "?" or "#"; remove the query, because kestrel forwards that of a request';
    findings.push({ path: ['actions', name, 'path'], message });
  }
  return findings;
}

function findOtherProbes({ health_check: check }: TemplateDocument): Finding[] {
  const path = ['health_check', 'endpoint'];
  const endpoint = check?.endpoint?.trim() ?? '';
  if (endpoint === '') return [];
  if (!endpoint.startsWith('/')) {
    const message = 'a path without a slash at its beginning is relative to the path of base_url';
    return [{ path, message, suggestion: `/${endpoint}`, code: 'health-check' }];
  }
  const escaped = /[?#%]/.exec(endpoint)?.[0];
  if (escaped === undefined) return [];
  const message = `kestrel escapes "${escaped}", so it probes another path, and a probe that fails stops the machine`;
  return [{ path, message, code: 'health-check' }];
}

function findNetworkWarnings({ network }: TemplateDocument): Finding[] {
  if (network === undefined) return [];
  const findings: Finding[] = [];
  if (network.mode === undefined) {
    const message = 'Volant refuses a manifest with [network] without mode; set mode = "bridged", "dhcp" or "vsock"';
    findings.push({ path: ['network'], message, code: 'manifest-value' });
  }
  const seen = new Map<string, Set<number | undefined>>();
  for (const [index, { port, protocol = 'tcp', host_port: hostPort }] of (network.expose ?? []).entries()) {
    const name = `${port}/${protocol}`;
    const others = seen.get(name);
    // Several ports of the host can be mapped to one port.
    const isRepeated = others !== undefined && (hostPort === undefined || others.has(undefined));
    if (isRepeated) {
      findings.push({ path: ['network', 'expose', index, 'port'], message: `port ${name} is exposed twice; keep one` });
    }
    seen.set(name, new Set([...(others ?? []), hostPort]));
  }
  return findings;
}

function findDiskWarnings({ disks = [] }: TemplateDocument): Finding[] {
  return disks.flatMap(({ source, checksum = '' }, index) => {
    const problems = [
      ['source', problemOfMediumUrl(source)],
      ['checksum', problemOfMediumChecksum(checksum)],
    ] as const;
    return problems.flatMap(([key, message]): Finding[] =>
      message === undefined ? [] : [{ path: ['disks', index, key], message, code: 'manifest-value' }],
    );
  });
}

function findEmptyDocuments({ cloud_init: cloudInit }: TemplateDocument): Finding[] {
  return (['user_data', 'meta_data', 'network_config'] as const)
    .filter((name) => {
      const document = cloudInit?.[name];
      return document !== undefined && document.content === undefined && document.path === undefined;
    })
    .map((name) => ({ path: ['cloud_init', name], message: 'has no effect without content or path' }));
}
