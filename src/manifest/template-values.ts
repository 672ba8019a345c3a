import { posix } from 'node:path';
import { problemOfHttpUrl } from '../config/values.ts';
import type { Complaint } from '../document/checked-text.ts';
import { nearest } from '../support/suggest.ts';
import { listWithOr } from '../support/text.ts';

/* The rules for single values of a template: values that Volant accepts, and that break the plugin later. */

/** The methods that the router of kestrel knows. It panics at another one, in lower or upper case. */
const ACTION_METHODS: readonly string[] = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'CONNECT',
  'TRACE',
];

const SCHEME_AND_HOST = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/** The problem with a text that Volant trims before it checks that it is not empty, or undefined. */
export function problemOfBlank(value: string): string | undefined {
  return value.trim() === '' ? 'must not be empty' : undefined;
}

/** The problem with an address that will be published in the manifest, or undefined. It may be a path, too. */
export function problemOfAddress(value: string): string | undefined {
  const isWithLogin = SCHEME_AND_HOST.exec(value)?.[0].includes('@') === true;
  return isWithLogin ? 'must not contain a login, because the manifest is public' : undefined;
}

/** The problem with the URL of a workload, or undefined. */
export function problemOfBaseUrl(value: string): string | Complaint | undefined {
  const message = problemOfHttpUrl(value) ?? problemOfAddress(value);
  if (message !== undefined) {
    const isHost = /^[a-z0-9.-]+(?::\d+)?(?:\/[^\s@]*)?$/i.test(value);
    return isHost ? { message, suggestion: `http://${value}` } : message;
  }
  return URL.parse(value)?.port === '0' ? 'no program can listen on port 0' : undefined;
}

/** The problem with the name of an environment variable, or undefined. */
export function problemOfVariableName(name: string): string | undefined {
  if (name.trim() === '') return 'the name of a variable must not be empty';
  return name.includes('=') ? 'the name of a variable must not contain "="' : undefined;
}

/** The problem with the working directory of a workload, or undefined. kestrel trims it. */
export function problemOfWorkdir(value: string): Complaint | undefined {
  const path = value.trim();
  if (path === '') return { message: 'must not be empty', suggestion: '/' };
  if (path.startsWith('/')) return undefined;
  const message = `must be an absolute path, found ${JSON.stringify(value)}`;
  return { message, suggestion: posix.join('/', path) };
}

/** The problem with the path of a request, or undefined. */
export function problemOfRequestPath(value: string): Complaint | undefined {
  const host = SCHEME_AND_HOST.exec(value.trim())?.[0];
  if (host === undefined) return undefined;
  const path = value.trim().slice(host.length);
  return {
    message: 'must be a path, without scheme and host',
    suggestion: path.startsWith('/') ? path : `/${path}`,
  };
}

/** The problem with the path of an action, or undefined. kestrel gives it to a router as a pattern, which panics. */
export function problemOfActionPath(value: string): string | Complaint | undefined {
  const path = value.trim();
  if (path === '') return 'must not be empty';
  const problem = problemOfRequestPath(path);
  if (problem !== undefined) return problem;
  const literal = withoutParameters(path);
  if (literal === undefined) return 'kestrel stops at a "{" without its "}"; write a path without parameters';
  const star = literal.indexOf('*');
  return star >= 0 && star < literal.length - 1 ? 'kestrel stops at a "*" before the end of a path' : undefined;
}

/** A path with `-` for each `{parameter}`, which may contain braces; undefined if one does not end. */
function withoutParameters(path: string): string | undefined {
  let literal = '';
  let depth = 0;
  for (const character of path) {
    if (character === '{') depth++;
    if (depth === 0) literal += character;
    if (character === '}' && depth > 0 && --depth === 0) literal += '-';
  }
  return depth === 0 ? literal : undefined;
}

/** The problem with the method of an action, or undefined. */
export function problemOfActionMethod(value: string): string | Complaint | undefined {
  const method = value.trim().toUpperCase();
  if (method === '') return 'must not be empty';
  if (ACTION_METHODS.includes(method)) return undefined;
  const message = `kestrel stops at a method other than ${listWithOr(ACTION_METHODS)}`;
  const suggestion = nearest(method, ACTION_METHODS);
  return suggestion === undefined ? message : { message, suggestion };
}
