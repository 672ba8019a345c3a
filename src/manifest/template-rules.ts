import type { Finding, KeyPath } from '../document/problems.ts';
import type { TemplateDocument } from './template-schema.ts';
import { problemOfVariableName } from './template-values.ts';

type Workload = NonNullable<TemplateDocument['workload']>;
type CloudInit = NonNullable<TemplateDocument['cloud_init']>;
type Network = NonNullable<TemplateDocument['network']>;
type CloudInitDocument = NonNullable<CloudInit['user_data']>;

/** A template in the field names of the manifest; absent values are omitted. */
export interface TemplateFields extends Omit<TemplateDocument, 'schema_version' | 'env' | 'workload'> {
  readonly workload: Omit<Workload, 'entrypoint' | 'args'> & {
    readonly entrypoint?: readonly string[] | undefined;
    /** Arguments for an entrypoint that the build derives. */
    readonly args?: readonly string[] | undefined;
  };
}

/** Finds problems between the keys of a template, and values that Volant's schema accepts but Volant refuses. */
export function findTemplateProblems(template: TemplateDocument): Finding[] {
  return [
    ...findEntrypointProblems(template.workload),
    ...findEnvironmentProblems(template),
    ...findCloudInitProblems(template.cloud_init),
    ...findActionProblems(template),
    ...findNetworkProblems(template.network ?? {}),
    ...findNulCharacters(template),
  ];
}

/** Converts a template to the spellings of the manifest. */
export function normaliseTemplate(template: TemplateDocument): TemplateFields {
  const { schema_version: _, env, workload = {}, cloud_init: cloudInit, ...fields } = template;
  const { entrypoint, args, ...otherWorkload } = workload;
  const program = entrypoint === undefined ? undefined : [entrypoint, args ?? []].flat();
  const environment = { ...env, ...otherWorkload.env };
  return {
    ...fields,
    workload: {
      ...otherWorkload,
      ...(program !== undefined && { entrypoint: program }),
      ...(program === undefined && args !== undefined && { args }),
      ...(Object.keys(environment).length > 0 && { env: environment }),
    },
    ...(cloudInit !== undefined && { cloud_init: inlineDocuments(cloudInit) }),
  };
}

/** A string is not split at spaces: without the rules of a shell for quotes, the program would not start. */
function findEntrypointProblems(workload: Workload | undefined): Finding[] {
  const entrypoint = workload?.entrypoint;
  const path = ['workload', 'entrypoint'];
  if (Array.isArray(entrypoint)) {
    return entrypoint[0]?.trim() === '' ? [{ path: [...path, 0], message: 'must not be empty' }] : [];
  }
  if (entrypoint === undefined || !/\s/.test(entrypoint)) return [];
  const words = entrypoint.trim().split(/\s+/);
  return [
    {
      path,
      message: `a string is only the program; write program and arguments as an array: ${JSON.stringify(words)}`,
    },
  ];
}

function findEnvironmentProblems({ env = {}, workload }: TemplateDocument): Finding[] {
  const tables: readonly (readonly [KeyPath, object])[] = [
    [['env'], env],
    [['workload', 'env'], workload?.env ?? {}],
  ];
  const misnamed = tables.flatMap(([path, table]) =>
    Object.keys(table).flatMap((name): Finding[] => {
      const message = problemOfVariableName(name);
      return message === undefined ? [] : [{ path: [...path, name], message }];
    }),
  );
  const contradictory = Object.entries(env)
    .filter(([name, value]) => {
      const other = workload?.env?.[name];
      return other !== undefined && other !== value;
    })
    .map(([name]) => ({ path: ['env', name], message: 'has another value in [workload.env]; keep one' }));
  return [...misnamed, ...contradictory];
}

/** Volant refuses a document with both, and one whose `inline` contradicts its other key. */
function findCloudInitProblems(cloudInit: CloudInit | undefined): Finding[] {
  return (['user_data', 'meta_data', 'network_config'] as const).flatMap((name): Finding[] => {
    const { inline, content, path } = cloudInit?.[name] ?? {};
    const key = ['cloud_init', name];
    if (content && path)
      return [{ path: [...key, 'path'], message: 'content and path are mutually exclusive; keep one' }];
    if (content && inline === false)
      return [{ path: [...key, 'inline'], message: 'must be true or omitted if content is set' }];
    if (path && inline === true)
      return [{ path: [...key, 'inline'], message: 'must be false or omitted if path is set' }];
    if (inline === true && content === undefined && path === undefined)
      return [{ path: [...key, 'inline'], message: 'content is missing; set it, or name a file with path' }];
    return [];
  });
}

function findActionProblems({ actions = {} }: TemplateDocument): Finding[] {
  return Object.keys(actions)
    .filter((name) => name.trim() === '')
    .map((name) => ({ path: ['actions', name], message: 'the name of an action must not be empty' }));
}

function findNetworkProblems({ mode, subnet, gateway, auto_assign: isAssigned, expose = [] }: Network): Finding[] {
  const findings: Finding[] = [];
  if (mode === 'bridged' && subnet?.trim() && !gateway?.trim() && isAssigned !== true) {
    const message = 'Volant refuses a subnet without gateway or auto_assign; set one of them';
    findings.push({ path: ['network', 'subnet'], message });
  }
  const taken = new Set<string>();
  for (const [index, { host_port: port, protocol = 'tcp' }] of expose.entries()) {
    const name = `${port}/${protocol}`;
    if (port === undefined) continue;
    const path = ['network', 'expose', index, 'host_port'];
    if (taken.has(name)) findings.push({ path, message: `port ${name} of the host is mapped twice; keep one` });
    taken.add(name);
  }
  return findings;
}

/** No program, path or variable of Linux can contain a NUL character. */
function findNulCharacters(value: unknown, path: KeyPath = []): Finding[] {
  if (typeof value === 'string') {
    return value.includes('\0') ? [{ path, message: 'must not contain a NUL character' }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => findNulCharacters(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...findNulCharacters(key, [...path, key]),
    ...findNulCharacters(item, [...path, key]),
  ]);
}

/** Adds `inline = true` to `content`, as Volant requires; templates of its users omit it. */
function inlineDocuments(cloudInit: CloudInit): CloudInit {
  const inlined = (document: CloudInitDocument): CloudInitDocument =>
    document.content ? { inline: true, content: document.content } : document;
  const { user_data: userData, meta_data: metaData, network_config: networkConfig, ...others } = cloudInit;
  return {
    ...others,
    ...(userData !== undefined && { user_data: inlined(userData) }),
    ...(metaData !== undefined && { meta_data: inlined(metaData) }),
    ...(networkConfig !== undefined && { network_config: inlined(networkConfig) }),
  };
}
