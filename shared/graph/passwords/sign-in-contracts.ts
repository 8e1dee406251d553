/** Routes by which people sign in and look after their password, and administrators after those of others. */
import * as z from 'zod';
import { answer, body, type Contracts } from '../contract.ts';
import { passwordRules } from '../people/name-rules.ts';
import { context, graphError, user, userProperties } from '../people/resources.ts';
import { changePasswordBody, resetPasswordBody, signInBody } from './password-bodies.ts';

const token = {
  token: z.string().optional().meta({ description: 'Absent where it was set as a cookie: for pages of this API.' }),
  expiresDateTime: z.iso.datetime(),
};

const session = answer('Session', z.strictObject({ ...token, user: z.strictObject(userProperties) }));
const mustChange = answer(
  'PasswordChangeRequired',
  z.strictObject({
    error: graphError,
    passwordChange: z
      .strictObject({ ...token, reason: z.enum(['firstSignIn', 'expired']) })
      .optional()
      .meta({ description: 'A token that is good for changing the password alone, where the password was right.' }),
  }),
);
const fresh = answer('FreshToken', z.strictObject(token));
const reset = answer(
  'PasswordReset',
  z.strictObject({
    ...context,
    newPassword: z.string().optional().meta({ description: 'A generated password that was to be shown: this once.' }),
  }),
);
const revoked = answer('SessionsRevoked', z.strictObject({ ...context, value: z.literal(true) }));

export const signInContracts: Contracts = {
  'GET /signin': {
    needs: 'nothing',
    tag: 'Signing in',
    summary: 'The page where people sign in and change a mailed password',
    query: ['lang', 'userName'],
    answers: { 200: 'text/html' },
  },
  'GET /account': {
    needs: 'nothing',
    tag: 'Signing in',
    summary: 'The page where people change their password and see where they are signed in',
    query: ['lang'],
    answers: { 200: 'text/html' },
  },
  'POST /v1.0/signIn': {
    needs: 'nothing',
    tag: 'Signing in',
    summary: 'Signs a person in',
    description:
      'Who must change the password first gets a 403 with a short token for that. An unknown name and a wrong password have the same answer in the same time; ten wrong passwords lock a name for a minute, and longer each further time, and a hundred in a row until the password is reset. Browsers that signed in before are counted by themselves: they keep a cookie, which opens nothing. A page of this API, which sends x-muster-console: 1, gets the token as a cookie and not in the body.',
    body: body('SignIn', signInBody),
    answers: { 200: session, 403: mustChange },
    refusals: ['SignInFailed', 'SignInLocked', 'PasswordChangeRequired', 'PasswordLapsed', 'AccountBlocked'],
  },
  'GET /v1.0/me': {
    needs: 'session',
    tag: 'Signing in',
    summary: 'The person who is signed in',
    answers: { 200: user },
  },
  'POST /v1.0/me/changePassword': {
    needs: 'passwordChange',
    tag: 'Signing in',
    summary: 'Changes one’s own password',
    description: 'The answer has a new session; every other one has ended.',
    body: body('ChangePassword', changePasswordBody),
    answers: { 200: fresh },
    refusals: [
      ...passwordRules,
      'PasswordRepeated',
      'PasswordWrong',
      'SignInLocked',
      'PasswordLapsed',
      'ConcurrentChange',
    ],
  },
  'POST /v1.0/me/signOut': {
    needs: 'anyToken',
    tag: 'Signing in',
    summary: 'Signs out: this token is worthless from now on, whoever’s it is',
    answers: { 204: 'nothing' },
  },
  'POST /v1.0/me/revokeSignInSessions': {
    needs: 'ownSessions',
    tag: 'Signing in',
    summary: 'Signs out everywhere; of an operator the token that asks',
    answers: { 200: revoked },
    refusals: ['ConcurrentChange'],
  },
  'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword': {
    needs: 'resetPasswords',
    tag: 'Signing in',
    summary: 'Gives a person a new password',
    description:
      'Without newPassword one is generated and mailed, or shown in this answer. The old one and every session are dead at once. The method is 28c10230-6103-485e-b985-444c60001490, as in Graph.',
    body: body('ResetPassword', resetPasswordBody),
    answers: { 202: reset },
    refusals: [...passwordRules, 'PersonProtected', 'DeliveryConflict', 'MailAddressInvalid', 'ConcurrentChange'],
  },
  'POST /v1.0/users/{id}/revokeSignInSessions': {
    needs: 'revokeSessions',
    tag: 'Signing in',
    summary: 'Signs a person out everywhere',
    answers: { 200: revoked },
    refusals: ['PersonProtected', 'ConcurrentChange'],
  },
};
