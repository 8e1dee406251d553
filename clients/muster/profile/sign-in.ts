/** Ways to a token: name and password, with a change of the password where that is due, or an application's secret. */
import { ApiError, NoAnswer } from '../../imports/api-error.ts';
import { exitCodes, Fault } from '../fault.ts';

/** A token and, where it is told, its end. */
export type Got = { token: string };

/** What asks for a password: the one that is there, and a new one; `why` tells what was wrong with the last. */
export type AskPassword = {
  password: () => Promise<string>;
  fresh: (why: readonly string[]) => Promise<string | undefined>;
};

type Answered = { status: number; text: string };

const post = async (url: string, path: string, body: object | URLSearchParams, token?: string): Promise<Answered> => {
  const isForm = body instanceof URLSearchParams;
  const headers = {
    ...(!isForm && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  try {
    const answer = await fetch(url + path, { method: 'POST', headers, body: isForm ? body : JSON.stringify(body) });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    throw new NoAnswer(url + path, error as Error);
  }
};

const failed = (path: string, { status, text }: Answered) => new ApiError({ method: 'POST', path, status, text });

/** Signs a person in. Throws ApiError for what is refused. */
export const signInPerson = async (url: string, userPrincipalName: string, ask: AskPassword): Promise<Got> => {
  const password = await ask.password();
  const path = '/v1.0/signIn';
  const answer = await post(url, path, { userPrincipalName, password });
  if (answer.status === 200) return JSON.parse(answer.text) as Got;
  const short = answer.status === 403 ? changeTokenIn(answer.text) : undefined;
  if (short === undefined) throw failed(path, answer);
  return changePassword(url, { token: short, currentPassword: password }, ask, failed(path, answer).sentences);
};

/** The token that is good for changing the password alone. */
const changeTokenIn = (text: string): string | undefined => {
  try {
    return (JSON.parse(text) as { passwordChange?: { token?: string } }).passwordChange?.token;
  } catch {
    return undefined;
  }
};

/** Asks for a new password until one is taken, or none is given any more. */
const changePassword = async (
  url: string,
  { token, currentPassword }: { token: string; currentPassword: string },
  ask: AskPassword,
  why: readonly string[],
): Promise<Got> => {
  const path = '/v1.0/me/changePassword';
  const newPassword = await ask.fresh(why);
  if (newPassword === undefined) throw new Fault(why.join(' '), exitCodes.notAllowed);
  const answer = await post(url, path, { currentPassword, newPassword }, token);
  if (answer.status === 200) return JSON.parse(answer.text) as Got;
  if (answer.status !== 400) throw failed(path, answer);
  return changePassword(url, { token, currentPassword }, ask, failed(path, answer).sentences);
};

/** Gets a token for an application's secret (OAuth 2.0 client credentials). Throws a Fault with what OAuth says. */
export const signInApplication = async (url: string, id: string, secret: string): Promise<Got> => {
  const path = '/oauth2/v2.0/token';
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
  const answer = await post(url, path, form);
  if (answer.status === 200) return { token: (JSON.parse(answer.text) as { access_token: string }).access_token };
  const { error_description: why } = oauthError(answer.text);
  if (why === undefined) throw failed(path, answer);
  throw new Fault(why, exitCodes.notAllowed);
};

const oauthError = (text: string): { error_description?: string } => {
  try {
    return JSON.parse(text) as { error_description?: string };
  } catch {
    return {};
  }
};
