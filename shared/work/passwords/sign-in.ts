/** People sign in. */

import { opens, signedInOn } from '../../domain/passwords/sign-in.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import { checkUserName, domainOf } from '../../domain/user-name.ts';
import type { Tokens } from '../access/tokens.ts';
import { changePeople } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import type { HashSlowly } from './password-hash.ts';
import { type AttemptPorts, countedAttempt } from './sign-in-attempts.ts';
import { tryPassword } from './try-password.ts';

export type SignInPorts = AttemptPorts & {
  directory: Pick<Directory, 'findByUserName' | 'readPeople' | 'changePeople'>;
  tokens: Pick<Tokens, 'mint'>;
  hashSlowly: HashSlowly;
  policy: Policy;
  now: () => Instant;
};

/** A token, shown once. */
export type FreshToken = { token: string; expiresDateTime: Instant };

/** A session; or, when the password must be changed before anything else, a token that is good for that alone. */
export type SignedIn =
  | ({ kind: 'session'; person: Person } & FreshToken)
  | ({ kind: 'passwordChange'; reason: 'firstSignIn' | 'expired' } & FreshToken);

/** Time for a person to think of a new password. */
const changeSeconds = 600;

/**
 * Signs a person in. Throws `Refused` SignInFailed (nobody has the name, or the password is another one: the same words
 * after the same time), TooManyAttempts; and, for a right password only, PasswordLapsed and AccountBlocked.
 */
export const signIn = async (
  { userPrincipalName, password }: { userPrincipalName: string; password: string },
  ports: SignInPorts,
): Promise<SignedIn> => {
  const { isRight, person } = await countedAttempt(userPrincipalName, ports, async () => {
    const found = await personSigningIn(userPrincipalName, ports);
    const subject = { phc: found?.password.hash, userName: userPrincipalName };
    return { ...(await tryPassword(password, subject, ports.hashSlowly)), person: found };
  });
  if (!isRight || !person) throw new Refused({ code: 'SignInFailed' });
  const opened = opens(person, ports.policy, ports.now());
  switch (opened) {
    case 'blocked':
      throw new Refused({ code: 'AccountBlocked' });
    case 'lapsed':
      throw new Refused({ code: 'PasswordLapsed' });
    case 'firstSignIn':
    case 'expired':
      return { kind: 'passwordChange', reason: opened, ...(await tokenForChange(person, ports)) };
    case 'open': {
      const session = await newSession(person, ports);
      // Only a date: a person is not kept out because it could not be written.
      await changePeople([person.id], (one) => signedInOn(one, ports.now()), ports.directory).catch(() => undefined);
      return { kind: 'session', person, ...session };
    }
  }
};

/** A new session of a person. */
export const newSession = async (
  person: Person,
  { tokens, policy, now }: Pick<SignInPorts, 'tokens' | 'policy' | 'now'>,
): Promise<FreshToken> => mint(person, {}, { tokens, from: now(), seconds: policy.sessionHours * 3600 });

const tokenForChange = (person: Person, { tokens, now }: SignInPorts): Promise<FreshToken> =>
  mint(person, { restrictedTo: 'passwordChange' }, { tokens, from: now(), seconds: changeSeconds });

const mint = async (
  { id, sessions }: Person,
  limit: { restrictedTo?: 'passwordChange' },
  { tokens, from, seconds }: { tokens: Pick<Tokens, 'mint'>; from: Instant; seconds: number },
): Promise<FreshToken> => {
  const grant = { kind: 'person', userId: id, generation: sessions?.generation ?? 0, ...limit } as const;
  return { token: await tokens.mint(grant, { from, seconds }), expiresDateTime: addSeconds(from, seconds) };
};

/** Who has a name; for one that nobody has, or can have, as many reads as for one that somebody has. */
const personSigningIn = async (userName: string, { directory }: SignInPorts): Promise<Person | undefined> => {
  // The table is asked for names only: text of another kind is no key of it.
  const isName = checkUserName(userName, [domainOf(userName)]) === undefined;
  const person = await directory.findByUserName(isName ? userName : 'nobody@nowhere');
  if (!person) await directory.readPeople(['nobody']);
  return person;
};
