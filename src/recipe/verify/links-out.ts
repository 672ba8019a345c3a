import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { LoadedConfig } from '../../config/load.ts';
import type { KeyPath } from '../../document/problems.ts';
import { atConfig, atTemplate, type Remark } from '../../manifest/remarks.ts';
import type { ManifestTemplate } from '../../manifest/template.ts';
import { namedFiles } from './missing-files.ts';

/** A file that a document of the author names. */
interface NamedFile {
  readonly path: string;
  readonly at: Pick<Remark, 'at'>;
}

/**
 * Warns of files of the checkout that are links out of it, or into its `.git`: their contents are not what fledge.toml and
 * the checkout show. It is the same for all keys that name a file. A path that itself leads out of the checkout is the
 * author's choice.
 */
export function findLinksOut({ config, directory }: LoadedConfig, template: ManifestTemplate | undefined): Remark[] {
  const mapped = [...new Map(config.mappings.map(({ source, key }) => [source, key]))];
  const named = [
    ...namedFiles(config).map(({ file, finding }): NamedFile => ({ path: file, at: atConfig(...finding.path) })),
    ...mapped.map(([path, key]): NamedFile => ({ path, at: atConfig(...key) })),
  ];
  return [
    ...remarksOn(named, directory),
    ...(template === undefined ? [] : remarksOn(cloudInitFiles(template), dirname(resolve(template.file)))),
  ];
}

function cloudInitFiles({ fields }: ManifestTemplate): NamedFile[] {
  return Object.entries(fields.cloud_init ?? {}).flatMap(([name, document]): NamedFile[] => {
    const path = typeof document === 'object' && 'path' in document ? document.path : undefined;
    const key: KeyPath = ['cloud_init', name, 'path'];
    return path === undefined ? [] : [{ path, at: atTemplate(...key) }];
  });
}

function remarksOn(files: readonly NamedFile[], directory: string): Remark[] {
  if (files.length === 0) return [];
  const checkout = checkoutOf(directory);
  return files.flatMap(({ path, at }): Remark[] => {
    const target = targetElsewhere(resolve(directory, path), checkout);
    if (target === undefined) return [];
    return [
      {
        code: 'link',
        message: `${path} leads through a link to ${target}, which is not in the checkout`,
        fix: 'replace the link by the file itself, or write the path of the target',
        ...at,
      },
    ];
  });
}

/** The nearest directory with the metadata of Git; without one, the directory itself. */
function checkoutOf(directory: string): string {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return directory;
  }
}

/** The real path of a file in a checkout, if that is elsewhere or in `.git`. Files that do not exist have other problems. */
function targetElsewhere(path: string, checkout: string): string | undefined {
  if (isElsewhere(path, checkout)) return undefined;
  try {
    const target = realpathSync(path);
    return isElsewhere(target, realpathSync(checkout)) ? target : undefined;
  } catch {
    return undefined;
  }
}

function isElsewhere(path: string, checkout: string): boolean {
  const names = relative(checkout, path).split('/');
  return names[0] === '..' || names.includes('.git');
}
