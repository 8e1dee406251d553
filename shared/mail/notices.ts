/** What notices to a person and to the administrator have in common. */
import type { Catalogue } from '../domain/licences/licences.ts';
import type { Notice, Person } from '../domain/person.ts';

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
