/** Bodies of requests about signing in and passwords. */
import * as z from 'zod';
import { withoutNulls } from '../../lambda/body-names.ts';
import { credentialDelivery, text } from '../body-words.ts';

/** A password that somebody typed: any text, but longer than every password that can be set it is not looked at. */
const typedPassword = z.string().min(1).max(1024);

/** Body of `POST /v1.0/signIn`. */
export const signInBody = z.strictObject({
  userPrincipalName: text.min(1).max(256),
  password: typedPassword,
});

/** Body of `POST /v1.0/me/changePassword`. */
export const changePasswordBody = z.strictObject({ currentPassword: typedPassword, newPassword: typedPassword });

/** Body of Graph's `resetPassword`; `credentialDelivery` is ours. */
export const resetPasswordBody = withoutNulls(
  z.strictObject({
    newPassword: typedPassword.optional(),
    credentialDelivery: credentialDelivery.optional(),
  }),
);
