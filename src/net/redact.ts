/** Query parameters whose value is a credential, or a signature that stands for one. */
const SECRET_NAME =
  /token|secret|signature|password|passwd|credential|api[-_]?key|access[-_]?key|auth|jwt|session|^(sig|key|code|pwd|pass|sas|hmac)$/i;
/** Query parameters and path segments whose value is the name of content, as far as it has the form of a digest. */
const DIGEST_NAME = /^(sha-?\d*|md5|digest|checksum|hash|commit|ref|rev|revision|v|version)$/i;
/** Longer values than this are no names of things, and are left out on suspicion. */
const LONGEST_INNOCENT_VALUE = 40;
/** What is as long as this and has letters and digits in no order can be a credential. */
const SHORTEST_TOKEN = 20;
const REDACTED = 'REDACTED';

/** Tokens that tell by their beginning what they are: of GitHub, GitLab, Slack, AWS, npm, Docker, Hugging Face; JWTs. */
const KNOWN_TOKEN =
  /(?:gh[oprsu]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-|npm_|dckr_[op]at_|hf_|sk-|sk_live_|pypi-)[\w-]{10,}|(?:AKIA|ASIA)[0-9A-Z]{16}|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;

/**
 * A URL as it may stand in a log, an error or a provenance record: without user, password and fragment, and with what
 * looks like a credential replaced, in the query and in the path. Digests and commits, which are what public addresses
 * have of long names, stay. Takes anything, also what is no URL.
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
      // A name that stands for a secret announces one: `/token/0123…/file`.
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
    // Without a `=` the name is all there is.
    if (value === '' && (isLikeToken(name) || name.length > LONGEST_INNOCENT_VALUE)) return [REDACTED, ''];
    return [name, isSecret(name, value) ? REDACTED : value];
  });
  // Written anew, a query can look otherwise although it says the same.
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

/** Whether a name is a mixture that people do not make: it goes back and forth between capitals, small letters and digits. */
function isRandom(text: string): boolean {
  if (text.length < SHORTEST_TOKEN || isDigest(text)) return false;
  return (text.match(/[A-Za-z0-9]{12,}/g) ?? []).some((piece) => {
    const runs = piece.match(/[a-z]+|[A-Z]+|\d+/g) ?? [];
    const digits = runs.filter((run) => /\d/.test(run));
    return runs.length > 6 && digits.length > 1 && /[a-z]/.test(piece) && /[A-Z]/.test(piece);
  });
}

function withoutTokens(text: string): string {
  return text.replace(KNOWN_TOKEN, REDACTED);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
