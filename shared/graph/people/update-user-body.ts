/** Bodies of the requests that change, delete and restore people. */
import * as z from 'zod';
import { forEachText } from '../../domain/person-properties.ts';
import { ofType, withoutNulls } from '../../lambda/body-names.ts';
import { member, names, passwordPolicies, passwordProfile, text as visible } from '../body-words.ts';

const text = visible.nullable().optional();
const listed = names.nullable().optional();

/** Body of `PATCH /v1.0/users/{id}`: Graph's property names; null empties a property. */
export const updateUserBody = ofType(
  'user',
  z.strictObject({
    userPrincipalName: text,
    ...forEachText(() => text),
    passwordPolicies: passwordPolicies.nullable().optional(),
    accountEnabled: z.boolean().optional(),
    businessPhones: listed,
    otherMails: listed,
    userType: member.optional(),
    passwordProfile: ofType(
      'passwordProfile',
      passwordProfile.refine((profile) => Object.keys(profile).length > 0, {
        error: 'give password or forceChangePasswordNextSignIn',
        // Not beside an unknown property, which is what is wrong then.
        when: ({ issues }) => issues.length === 0,
      }),
    ).optional(),
  }),
);
export type UpdateUserBody = z.output<typeof updateUserBody>;

/**
 * Body of `POST /v1.0/directory/deletedItems/{id}/restore`, which may be left out. `autoReconcileProxyConflict` lets Graph
 * take proxy addresses away that somebody else has by now: nobody has any here, so there is nothing to take. It gives no
 * user name back that somebody else has.
 */
export const restoreBody = withoutNulls(
  z.strictObject({
    newUserPrincipalName: visible.min(1).optional(),
    autoReconcileProxyConflict: z.boolean().optional(),
  }),
);
