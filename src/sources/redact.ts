/** Query parameters whose value is a credential, or a signature that stands for one. */
const SECRET_NAME =
  /token|secret|signature|password|passwd|credential|api[-_]?key|access[-_]?key|auth|jwt|session|^(sig|key|code|pwd|sas)$/i;
/** Longer values than this are no names of things, and are left out on suspicion. */
const LONGEST_INNOCENT_VALUE = 40;
const REDACTED = 'REDACTED';

/**
 * A URL as it may stand in a log, an error or a provenance record: without user, password and fragment, and with the
 * values of query parameters that look like credentials replaced. Takes anything, also what is no URL.
 */
export function redactUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null) return text.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*$/s, '');
  url.username = '';
  url.password = '';
  url.hash = '';
  for (const [name, value] of [...url.searchParams]) {
    if (SECRET_NAME.test(name) || value.length > LONGEST_INNOCENT_VALUE) url.searchParams.set(name, REDACTED);
  }
  return url.href;
}
