import { posix } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import { option, worded } from '../support/wording.ts';

/**
 * The value of `--url-base` without slashes at its end: an https URL, or an absolute path.
 *
 * @throws FledgeError `usage` for any other value, which Volant cannot or should not use.
 */
export function parseUrlBase(text: string): string {
  if (text.startsWith('/')) {
    if (text.includes('\0')) throw refuse(text, 'a path must not contain a NUL character');
    return text.replace(/\/+$/, '');
  }
  if (/^http:/i.test(text)) throw refuse(text, 'http does not protect the artifact in transit; use https');
  if (/^file:/i.test(text)) throw refuse(text, 'write the path itself, without file:');
  if (!/^https:\/\/[^/]/i.test(text)) throw refuse(text, 'it must be an https:// URL or an absolute path');
  if (/\s/.test(text) || !URL.canParse(text)) throw refuse(text, 'it is not a valid URL');
  if (/[?#]/.test(text))
    throw refuse(text, 'it must not have a query or a fragment, because the file name is appended to it');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    throw refuse(
      `${url.protocol}//…@${url.host}${url.pathname}`,
      'it must not contain credentials, because it is written to manifest.json',
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** The URL or path of an artifact for Volant: below a base from `parseUrlBase`, or the artifact's absolute path. */
export function artifactUrl(urlBase: string | undefined, artifactPath: string): string {
  if (urlBase === undefined) return artifactPath;
  const file = posix.basename(artifactPath);
  return `${urlBase}/${urlBase.startsWith('https:') ? encodeURIComponent(file) : file}`;
}

function refuse(text: string, reason: string): FledgeError {
  return new FledgeError('usage', worded`${option('url-base', JSON.stringify(text))}: ${reason}`);
}
