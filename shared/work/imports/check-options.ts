/** Options that only the organisation tells to be right. */
import type { ImportOptions } from '../../domain/imports/import-options.ts';
import { userNamePattern } from '../../domain/names/user-name-pattern.ts';
import type { Organisation } from '../../domain/organisation.ts';

/** The options, when they can be used. Throws `Refused` UserNamePatternInvalid. */
export const checkedOptions = (
  options: ImportOptions,
  { verifiedDomains }: Pick<Organisation, 'verifiedDomains'>,
): ImportOptions => {
  if (options.userNamePattern !== undefined) userNamePattern(options.userNamePattern, verifiedDomains);
  return options;
};
