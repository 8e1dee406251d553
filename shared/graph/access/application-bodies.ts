/** Bodies of requests about applications, by Graph's property names. */
import * as z from 'zod';
import { longestApplicationName } from '../../domain/access/application.ts';
import { unseenCharacters, unseenIn } from '../../domain/unseen-characters.ts';
import { withoutNulls } from '../../lambda/body-names.ts';
import { text } from '../body-words.ts';

const displayName = text
  .regex(new RegExp(`^[^${unseenCharacters}]{1,${longestApplicationName}}$`, 'u'), {
    error: `must be one line of 1 to ${longestApplicationName} characters, all to be seen`,
    abort: true,
  })
  .refine((name) => unseenIn(name) === undefined, 'must have no character that cannot be seen');
const roles = z.array(text).max(20);

/** Body of `POST /v1.0/applications`. */
export const addApplicationBody = withoutNulls(z.strictObject({ displayName, roles: roles.default([]) }));

/** Body of `PATCH /v1.0/applications/{id}`. */
export const changeApplicationBody = z.strictObject({ displayName: displayName.optional(), roles: roles.optional() });

/** Body of `POST /v1.0/applications/{id}/addPassword`. */
export const addPasswordBody = withoutNulls(
  z.strictObject({
    passwordCredential: z
      .strictObject({
        displayName: displayName.optional(),
        endDateTime: z.iso
          .datetime({ offset: true, error: 'must be a moment such as 2026-01-31T09:00:00Z' })
          .optional(),
      })
      .default({}),
  }),
);

/** Body of `POST /v1.0/applications/{id}/removePassword`. */
export const removePasswordBody = z.strictObject({ keyId: z.string() });
