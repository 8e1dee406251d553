/** A person at the API: without a token, with the password that came, and with the session that it opened. */
import { type Answer, createApi } from './api.ts';
import { passwordIn } from './mailbox.ts';
import type { Muster } from './muster.ts';
import { someone, unique } from './names.ts';
import type { User } from './resources.ts';

/** What a sign-in is answered with: a session; or, with a 403, a token for changing the password. */
export type SignInBody = {
  token: string;
  expiresDateTime: string;
  user: User;
  error?: { code: string; message: string; details?: { code: string; target?: string; message?: string }[] };
  passwordChange: { token: string; expiresDateTime: string; reason: string };
};

/** Signs in, as a stranger does. */
export const signIn = async ({ outputs }: Muster, userPrincipalName: string, password: string) => {
  const { ask } = createApi(outputs.ApiUrl, '');
  const headers = { authorization: undefined };
  const answer = await ask('POST', '/v1.0/signIn', { userPrincipalName, password }, { headers });
  return { ...answer, body: answer.body as SignInBody };
};

/** Requests of whoever shows a token. */
export const withToken = ({ outputs }: Muster, token: string) => createApi(outputs.ApiUrl, token).ask;

/** Changes a password with a session or a token for it. */
export const changePassword = async (muster: Muster, token: string, currentPassword: string, newPassword: string) => {
  const answer = await withToken(muster, token)('POST', '/v1.0/me/changePassword', { currentPassword, newPassword });
  return { ...answer, body: answer.body as SignInBody };
};

/** Resets a person's password with an administrator's token. */
export const resetPassword = (muster: Muster, user: string, body: object, token = muster.token): Promise<Answer> => {
  const method = '28c10230-6103-485e-b985-444c60001490';
  const path = `/v1.0/users/${user}/authentication/methods/${method}/resetPassword`;
  return withToken(muster, token)('POST', path, body);
};

/** A new person, and the password that was mailed to them. */
export const mailedPerson = async (muster: Muster, name: string, more: object = {}) => {
  const person = someone(name);
  const { id } = await muster.api.addUser({ ...person, ...more });
  const [address] = person.otherMails;
  const password = passwordIn(await muster.mailbox.mail({ to: address }));
  return { id, name: person.userPrincipalName, address, password };
};

/** A new person with a password that need not be changed. */
export const settledPerson = async (muster: Muster, name: string, password: string, more: object = {}) => {
  const person = someone(name);
  const passwordProfile = { password, forceChangePasswordNextSignIn: false };
  const { id } = await muster.api.addUser({ ...person, passwordProfile, ...more });
  return { id, name: person.userPrincipalName, address: person.otherMails[0], password };
};

/** Signs somebody in who never was: with the password that was mailed to them last, and then with one of their own. */
export const signInAtFirst = async (muster: Muster, name: string, address: string): Promise<void> => {
  const mail = (await muster.mailbox.find({ to: address })).at(-1);
  if (!mail) throw new Error('Nothing was mailed to this address.');
  const [mailed, chosen] = [passwordIn(mail), `Own-${unique()}-Quokka7`];
  const { passwordChange } = (await signIn(muster, name, mailed)).body;
  const changed = await changePassword(muster, passwordChange.token, mailed, chosen);
  const { status } = await signIn(muster, name, chosen);
  if (status !== 200) throw new Error(`Changing the password was answered with ${changed.status}, and then ${status}.`);
};
