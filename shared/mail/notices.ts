/** What notices to a person and to the administrator have in common. */
import type { Catalogue } from '../domain/licences/licences.ts';
import type { MailLanguage } from '../domain/organisation.ts';
import type { Notice, Person, SecurityNotice } from '../domain/person.ts';
import { minuteOf } from './moments.ts';

type Lapsed = Extract<Notice, { kind: 'temporaryPasswordLapsed' }>;

/**
 * The notice that is true for the person as the password now is: whoever let a temporary password lapse cannot choose a
 * new one at the next sign-in, so every notice about that password says that it no longer works.
 */
export const noticeAsItIs = <Told extends Notice>(
  { password }: Pick<Person, 'password'>,
  notice: Told,
): Told | Lapsed => {
  const isOfPassword = notice.kind === 'passwordWarning' || notice.kind === 'passwordExpired';
  if (!isOfPassword || !password.lapsed || !password.temporaryUntil) return notice;
  return { kind: 'temporaryPasswordLapsed', lapsedAt: password.temporaryUntil };
};

/** A licence as people know it; its id when the organisation no longer has it. */
export const licenceName = (skuId: string, catalogue: Catalogue): string =>
  catalogue.find((sku) => sku.skuId === skuId)?.skuPartNumber ?? skuId;

/** What a notice of somebody's doing names: the moment, to the minute, or the role that was given. */
export const whatOf = (notice: SecurityNotice, language: MailLanguage): string => {
  switch (notice.kind) {
    case 'roleGiven':
      return notice.role;
    case 'passwordReset':
      return minuteOf(notice.resetAt, language);
    case 'passwordChanged':
    case 'alternateAddressChanged':
      return minuteOf(notice.changedAt, language);
  }
};
