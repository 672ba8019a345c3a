/** Query parameters whose value is a credential or a signature. */
const SECRET_NAME =
  /token|secret|signature|password|passwd|credential|api[-_]?key|access[-_]?key|auth|jwt|session|^(sig|key|code|pwd|pass|sas|hmac)$/i;
/** Query parameters and path segments whose value identifies content, if it has the form of a digest. */
const DIGEST_NAME = /^(sha-?\d*|md5|digest|checksum|hash|commit|ref|rev|revision|v|version)$/i;
/** Characters. Longer values are probably not names, and are redacted as a precaution. */
const LONGEST_INNOCENT_VALUE = 40;
/** Characters. A text of at least this length with mixed letters and digits can be a credential. */
const SHORTEST_TOKEN = 20;
const REDACTED = 'REDACTED';

/** Tokens with a known prefix: of GitHub, GitLab, Slack, AWS, npm, Docker, Hugging Face, PyPI; JWTs. */
const KNOWN_TOKEN =
  /(?:gh[oprsu]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-|npm_|dckr_[op]at_|hf_|sk-|sk_live_|pypi-)[\w-]{10,}|(?:AKIA|ASIA)[0-9A-Z]{16}|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;

/**
 * Redacts a URL for a log, an error or a provenance record: without user, password and fragment, and with possible
 * credentials replaced in query and path. Digests and commits stay: public URLs contain them as long names. The text need
 * not be a URL.
 */
export function redactUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null) return withoutTokens(text.replace(/\/\/[^/?#]*@/g, '//').replace(/[?#].*$/s, ''));
  url.username = '';
  url.password = '';
  url.hash = '';
  url.pathname = redactPath(url.pathname);
  redactQuery(url.searchParams);
  return withoutTokens(url.href);
}

function redactPath(path: string): string {
  const segments = path.split('/');
  return segments
    .map((segment, index) => {
      const before = segments[index - 1] ?? '';
      // The segment after the name of a secret is probably one: `/token/0123…/file`.
      if (isLikeToken(segment) && SECRET_NAME.test(before)) return REDACTED;
      return isRandom(decoded(segment)) ? REDACTED : redactParameters(segment);
    })
    .join('/');
}

/** Parameters of a path segment, as in `;jsessionid=0123` (RFC 3986, 3.3). */
function redactParameters(segment: string): string {
  return segment.replace(/;([^;=]+)=([^;]*)/g, (whole, name: string, value: string) =>
    isSecret(name, decoded(value)) ? `;${name}=${REDACTED}` : whole,
  );
}

function redactQuery(parameters: URLSearchParams): void {
  const redacted = [...parameters].map(([name, value]): [string, string] => {
    // Without a `=` there is only a name.
    if (value === '' && (isLikeToken(name) || name.length > LONGEST_INNOCENT_VALUE)) return [REDACTED, ''];
    return [name, isSecret(name, value) ? REDACTED : value];
  });
  // Do not rewrite an unchanged query: its encoding could change.
  if (redacted.flat().join('\0') === [...parameters].flat().join('\0')) return;
  for (const name of new Set(parameters.keys())) parameters.delete(name);
  for (const [name, value] of redacted) parameters.append(name, value);
}

function isSecret(name: string, value: string): boolean {
  if (SECRET_NAME.test(name) || value.includes('@')) return true;
  if (DIGEST_NAME.test(name) && isDigest(value)) return false;
  return value.length > LONGEST_INNOCENT_VALUE || isLikeToken(value);
}

/** Letters and digits without a gap, long enough for a credential. */
function isLikeToken(text: string): boolean {
  return new RegExp(`[A-Za-z0-9+/_=-]{${SHORTEST_TOKEN},}`).test(text) && /\d/.test(text) && /[a-z]/i.test(text);
}

/** MD5, SHA-1 and a Git commit, SHA-256, SHA-384 and SHA-512 in hexadecimal, with their algorithm or without. */
function isDigest(text: string): boolean {
  return /^(?:(?:md5|sha\d+)[:-])?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/.test(text);
}

/** Whether a name looks random: it often alternates between upper-case letters, lower-case letters and digits. */
function isRandom(text: string): boolean {
  if (text.length < SHORTEST_TOKEN || isDigest(text)) return false;
  return (text.match(/[A-Za-z0-9]{12,}/g) ?? []).some((piece) => {
    const runs = piece.match(/[a-z]+|[A-Z]+|\d+/g) ?? [];
    const digits = runs.filter((run) => /\d/.test(run));
    return runs.length > 6 && digits.length > 1 && /[a-z]/.test(piece) && /[A-Z]/.test(piece);
  });
}

export function withoutTokens(text: string): string {
  return text.replace(KNOWN_TOKEN, REDACTED);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
