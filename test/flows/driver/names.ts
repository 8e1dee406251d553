/** People and licences that no other test has. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Muster } from './muster.ts';
import type { Licence } from './resources.ts';

/** Who gets what has no other address, and who gets results (infra/settings/contoso.json). */
export const administrator = 'admin@contoso.com';

/** A word that occurs nowhere else. */
export const unique = (): string => randomBytes(5).toString('hex');

/** The least that makes a person, with an alternate address of their own to which mail goes. */
export const someone = (givenName: string) => {
  const name = `${givenName.toLowerCase()}.${unique()}`;
  return {
    displayName: `${givenName} Tester`,
    userPrincipalName: `${name}@contoso.com`,
    otherMails: [`${name}@example.net`] as [string],
  };
};

/** Gives the organisation a licence with so many seats. */
export const newLicence = (
  { api }: Muster,
  enabled: number,
  { carriesMailbox = true, name = 'PLAN' } = {},
): Promise<Licence> =>
  api.putLicence(randomUUID(), {
    skuPartNumber: `${name}_${unique()}`,
    prepaidUnits: { enabled },
    carriesMailbox,
  });

/** Sets the number of seats that a licence has. */
export const setSeats = ({ api }: Muster, { skuId, skuPartNumber, carriesMailbox }: Licence, enabled: number) =>
  api.putLicence(skuId, { skuPartNumber, prepaidUnits: { enabled }, carriesMailbox });
