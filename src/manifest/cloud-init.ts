import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Finding } from '../document/problems.ts';
import { byteStringFromText } from '../support/byte-string.ts';
import { messageOf, systemCodeOf } from '../support/errors.ts';
import { OwnFiles } from '../support/files/own-files.ts';
import { FileTooLarge, NotRegularFile, readRegularFile } from '../support/files/regular-file.ts';
import type { ManifestTemplate } from './template.ts';
import type { TemplateFields } from './template-rules.ts';

const DOCUMENTS = ['user_data', 'meta_data', 'network_config'] as const;

/** Far more than fits into a manifest, see encoded-size.ts. */
const MAX_BYTES = 64 * 1024;

/** The paths of cloud-init documents in a template, as written: relative to the directory of the template. */
export function cloudInitPaths({ cloud_init: cloudInit }: TemplateFields): readonly string[] {
  return DOCUMENTS.flatMap((name) => cloudInit?.[name]?.path ?? []);
}

/** The documents of a template with their contents, and the problems of those that cannot be read. */
export interface CloudInit {
  readonly fields: TemplateFields;
  readonly problems: readonly Finding[];
}

/**
 * Reads the cloud-init documents that a template names by path, and puts their contents in. Otherwise `volar` would look
 * for the files on the machine that installs the plugin. `own` are paths of builds, which are never read.
 */
export async function readCloudInit({ file, fields }: ManifestTemplate, own: Iterable<string>): Promise<CloudInit> {
  const { cloud_init: cloudInit } = fields;
  if (cloudInit === undefined || cloudInitPaths(fields).length === 0) return { fields, problems: [] };
  const directory = dirname(resolve(file));
  const ownFiles = new OwnFiles(own);
  const documents = { ...cloudInit };
  const problems: Finding[] = [];
  for (const name of DOCUMENTS) {
    const path = cloudInit[name]?.path;
    if (path === undefined) continue;
    const read = await readDocument(resolve(directory, path), directory, ownFiles);
    if ('problem' in read) problems.push({ path: ['cloud_init', name, 'path'], message: `${path} ${read.problem}` });
    else documents[name] = { inline: true, content: read.content };
  }
  return { fields: { ...fields, cloud_init: documents }, problems };
}

async function readDocument(
  path: string,
  directory: string,
  ownFiles: OwnFiles,
): Promise<{ readonly content: string } | { readonly problem: string }> {
  try {
    const [real, base] = await Promise.all([realpath(path), realpath(directory)]);
    if (ownFiles.holds(byteStringFromText(real), byteStringFromText(base))) {
      return { problem: 'belongs to a build, such as its cache or a login, and is never read; name another file' };
    }
    return decode(await readRegularFile(real, MAX_BYTES));
  } catch (error) {
    if (error instanceof NotRegularFile) return { problem: `is ${error.kind}, not a regular file` };
    if (error instanceof FileTooLarge) return { problem: `has ${error.bytes} bytes; the limit is ${MAX_BYTES}` };
    switch (systemCodeOf(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        return { problem: 'does not exist; the path is relative to the directory of this file' };
      case 'EACCES':
        return { problem: 'cannot be read: permission denied; make it readable for the user who builds' };
      case 'ELOOP':
        return { problem: 'is a loop of symbolic links' };
      default:
        return { problem: `cannot be read: ${messageOf(error)}` };
    }
  }
}

function decode(bytes: Uint8Array): { readonly content: string } | { readonly problem: string } {
  try {
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // UTF-16 without a byte order mark is valid UTF-8 in most languages.
    return content.includes('\0') ? { problem: 'is not text: it contains a NUL character' } : { content };
  } catch {
    return { problem: 'is not UTF-8 text' };
  }
}
