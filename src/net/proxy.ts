import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';
import { redactUrl } from './redact.ts';

/** The proxies of an environment, as URLs, and the hosts that are reached without a proxy. */
export interface ProxySettings {
  readonly http: string | undefined;
  readonly https: string | undefined;
  readonly none: string | undefined;
}

/**
 * The proxies in `http_proxy`, `https_proxy` and `no_proxy`, or their upper-case forms. As in curl, the lower-case name
 * has priority, and a value without a scheme is an http proxy.
 *
 * @throws FledgeError `usage` for a value that is not a URL, or a URL of another kind of proxy, such as socks5.
 */
export function proxiesOf(env: Environment): ProxySettings {
  return {
    http: proxyUrl(env, 'http_proxy'),
    https: proxyUrl(env, 'https_proxy'),
    none: variable(env, 'no_proxy'),
  };
}

/**
 * Checks the proxies of an environment before any request is sent.
 *
 * @throws FledgeError `usage` as `proxiesOf` does.
 */
export function checkProxies(env: Environment): void {
  proxiesOf(env);
}

/** The redacted URL of the proxy for requests to `url`, or undefined. NO_PROXY is ignored. */
export function proxyFor(url: URL, proxies: ProxySettings): string | undefined {
  const proxy = url.protocol === 'https:' ? (proxies.https ?? proxies.http) : proxies.http;
  return proxy === undefined ? undefined : redactUrl(proxy);
}

function proxyUrl(env: Environment, name: string): string | undefined {
  const value = variable(env, name);
  if (value === undefined) return undefined;
  const url = value.includes('://') ? value : `http://${value}`;
  const scheme = URL.parse(url)?.protocol;
  if (scheme === 'http:' || scheme === 'https:') return url;
  // Do not show the value: it can contain a password.
  const what =
    scheme === undefined ? 'is not the URL of a proxy' : `names a ${scheme.slice(0, -1)} proxy, not an http one`;
  throw new FledgeError('usage', `${name.toUpperCase()} ${what}`, {
    fix: 'set it to http://HOST:PORT, or unset it',
  });
}

function variable(env: Environment, name: string): string | undefined {
  return environmentValue(env, name) ?? environmentValue(env, name.toUpperCase());
}
