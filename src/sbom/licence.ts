import { LicenseAcknowledgement } from '@cyclonedx/cyclonedx-library/Enums';
import { type License, LicenseExpression, NamedLicense, SpdxLicense } from '@cyclonedx/cyclonedx-library/Models';
import { isSupportedSpdxId } from '@cyclonedx/cyclonedx-library/SPDX';

const acknowledgement = LicenseAcknowledgement.Declared;

/** A licence as a package declares it: an SPDX identifier or expression if it is one, otherwise a name. */
export function licenceOf(text: string): License {
  if (isSupportedSpdxId(text)) return new SpdxLicense(text, { acknowledgement });
  if (!isExpression(text)) return new NamedLicense(text, { acknowledgement });
  const expression = new LicenseExpression(text);
  expression.acknowledgement = acknowledgement;
  return expression;
}

/** True for identifiers of SPDX with AND, OR and WITH between them, and brackets in pairs (SPDX 2.3, annex D). */
function isExpression(text: string): boolean {
  let depth = 0;
  let expects: 'licence' | 'exception' | 'operator' = 'licence';
  for (const [token] of text.matchAll(/[()]|[^\s()]+/g)) {
    if (token === '(') {
      if (expects !== 'licence') return false;
      depth += 1;
    } else if (token === ')') {
      depth -= 1;
      if (expects !== 'operator' || depth < 0) return false;
    } else if (expects === 'operator') {
      if (!/^(?:AND|OR|WITH)$/.test(token)) return false;
      expects = token === 'WITH' ? 'exception' : 'licence';
    } else {
      if (expects === 'licence' && !isSupportedSpdxId(token.replace(/\+$/, ''))) return false;
      if (!/^[A-Za-z0-9.+-]+$/.test(token)) return false;
      expects = 'operator';
    }
  }
  return expects === 'operator' && depth === 0;
}
