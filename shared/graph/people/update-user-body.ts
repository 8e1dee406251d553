/** Bodies of the requests that change, delete and restore people. */
import * as z from 'zod';
import { forEachText } from '../../domain/person-properties.ts';
import { names, text as visible } from '../body-words.ts';

const text = visible.nullable().optional();
const listed = names.nullable().optional();

/** Body of `PATCH /v1.0/users/{id}`: Graph's property names; null empties a property. */
export const updateUserBody = z.strictObject({
  userPrincipalName: text,
  ...forEachText(() => text),
  accountEnabled: z.boolean().optional(),
  businessPhones: listed,
  otherMails: listed,
  passwordProfile: z
    .strictObject({
      password: z.string().min(1).optional(),
      forceChangePasswordNextSignIn: z.boolean().optional(),
    })
    .refine((profile) => Object.keys(profile).length > 0, {
      error: 'give password or forceChangePasswordNextSignIn',
      // Not beside an unknown property, which is what is wrong then.
      when: ({ issues }) => issues.length === 0,
    })
    .optional(),
});
export type UpdateUserBody = z.output<typeof updateUserBody>;

/** Body of `POST /v1.0/directory/deletedItems/{id}/restore`, which may be left out. */
export const restoreBody = z.strictObject({ newUserPrincipalName: visible.min(1).optional() });
