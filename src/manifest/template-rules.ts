import type { Finding } from '../document/problems.ts';
import type { TemplateDocument } from './template-schema.ts';

type Workload = NonNullable<TemplateDocument['workload']>;
type CloudInit = NonNullable<TemplateDocument['cloud_init']>;
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
    ...findEmptyTexts(template),
  ];
}

/** Finds values of a template that only newer versions of Volant use. */
export function findTemplateNotes({ network, workload }: TemplateDocument): Finding[] {
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
  return Object.entries(env)
    .filter(([name, value]) => {
      const other = workload?.env?.[name];
      return other !== undefined && other !== value;
    })
    .map(([name]) => ({ path: ['env', name], message: 'has another value in [workload.env]; keep one' }));
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
    return [];
  });
}

function findEmptyTexts({ actions = {}, disks = [] }: TemplateDocument): Finding[] {
  const ofActions = Object.entries(actions).flatMap(([name, action]) =>
    (['method', 'path'] as const).filter((key) => action[key].trim() === '').map((key) => ['actions', name, key]),
  );
  const ofDisks = disks.flatMap((disk, index) =>
    (['name', 'source'] as const).filter((key) => disk[key].trim() === '').map((key) => ['disks', index, key]),
  );
  return [...ofActions, ...ofDisks].map((path) => ({ path, message: 'must not be empty' }));
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
