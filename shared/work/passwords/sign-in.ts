/** People sign in. */

import { type Opens, opens } from '../../domain/passwords/sign-in.ts';
import type { SignInSource } from '../../domain/passwords/sign-in-record.ts';
import { heldUserName } from '../../domain/people/held-names.ts';
import type { Person } from '../../domain/person.ts';
import { Refused } from '../../domain/refusals.ts';
import { canonicalUserName, checkUserName, domainOf } from '../../domain/user-name.ts';
import type { SignInLog } from '../access/sign-in-log.ts';
import type { Entrance } from './entrance.ts';
import { type Browser, signingBrowser } from './known-browser.ts';
import { type EntrancePorts, openWith } from './let-in.ts';
import type { FreshToken } from './new-session.ts';
import type { HashSlowly } from './password-hash.ts';
import { noticeOfLock, recordRefused } from './record-sign-in.ts';
import { type AttemptPorts, countedAttempt, type StoredAttempts } from './sign-in-attempts.ts';
import { type TriedPassword, tryPassword } from './try-password.ts';

export type SignInPorts = Omit<AttemptPorts, 'policy'> &
  EntrancePorts & {
    entrance: Entrance;
    signIns: Pick<SignInLog, 'record' | 'count'>;
    hashSlowly: HashSlowly;
  };

/** Who signs in, with what, and from where; `browser` is absent for a client of the API. */
export type Credentials = { userPrincipalName: string; password: string; source: SignInSource; browser?: Browser };

/**
 * A session; or, when the password must be changed before anything else, a token that is good for that alone. `cookie`
 * is what the browser is to keep, where that is something new.
 */
export type SignedIn = (
  | ({ kind: 'session'; person: Person } & FreshToken)
  | ({ kind: 'passwordChange'; reason: 'firstSignIn' | 'expired' } & FreshToken)
) & { cookie?: string };

/**
 * Signs a person in, and puts it on record. Throws `Refused` SignInFailed (nobody has the name, or the password is another
 * one: the same words after the same time), TooManyAttempts, SignInLocked; and, for a right password only, PasswordLapsed
 * and AccountBlocked. A session takes four calls: count and name; the place; the person; and all that is written then.
 */
export const signIn = async (credentials: Credentials, ports: SignInPorts): Promise<SignedIn> => {
  const { userPrincipalName: userName, password } = credentials;
  const { strangers, holderId } = await ports.entrance.begin(userName, nameToLookFor(userName), ports.now());
  const browser = signingBrowser(userName, credentials.browser, strangers.attempts, ports);
  const source = { ...credentials.source, ...(browser.isKnown && { isKnownBrowser: true }) };
  let fresh: FreshToken | undefined;
  const opening = (look: Look) => {
    const { person, opened } = look;
    if (!person || !opened || isShut(opened)) return undefined;
    return async (stored: StoredAttempts) => {
      fresh = await openWith({ person, opened, of: browser.of, source, tried: look }, stored, ports);
      return fresh !== undefined;
    };
  };
  const tried = await countedAttempt(browser.of, ports, () => look({ userName, holderId, password }, ports), {
    ...(!browser.isKnown && { seen: strangers }),
    opensNothing: ({ opened }) => opened === undefined || isShut(opened),
    withRight: (attempts, { opened }) => (opened && !isShut(opened) ? browser.remembered(attempts) : attempts),
    writing: opening,
    tellLockedOut: async (at) => noticeOfLock(await personNamed(userName, holderId, ports), at, ports),
  });
  const { isRight, person, opened, after } = tried;
  const refuse = async (code: RefusalOfSignIn): Promise<never> => {
    await recordRefused({ person, outcome: code, source, after }, ports);
    throw new Refused({ code });
  };
  if (!isRight || !person || !opened) return refuse('SignInFailed');
  if (opened === 'blocked') return refuse('AccountBlocked');
  if (opened === 'lapsed') return refuse('PasswordLapsed');
  if (!fresh) throw new Error('a right password was counted, and opened nothing');
  const cookie = await browser.settle();
  const kept = { ...fresh, ...(cookie !== undefined && { cookie }) };
  return opened === 'open' ? { kind: 'session', person, ...kept } : { kind: 'passwordChange', reason: opened, ...kept };
};

type RefusalOfSignIn = 'SignInFailed' | 'AccountBlocked' | 'PasswordLapsed';

const isShut = (opened: Opens): opened is 'blocked' | 'lapsed' => opened === 'blocked' || opened === 'lapsed';

/** What somebody typed: whose name it is, whether it is right, and what it opens then. */
type Look = TriedPassword & { person: Person | undefined; opened: Opens | undefined };

type Typed = { userName: string; holderId: string | undefined; password: string };

const look = async ({ userName, holderId, password }: Typed, ports: SignInPorts): Promise<Look> => {
  const person = await personNamed(userName, holderId, ports);
  const tried = await tryPassword(password, { phc: person?.password.hash, userName }, ports.hashSlowly);
  const opened = person && tried.isRight ? opens(person, ports.policy, ports.now()) : undefined;
  return { ...tried, person, opened };
};

/** The table is asked for names only: text of another kind is no key of it. */
const nameToLookFor = (userName: string): string =>
  checkUserName(userName, [domainOf(userName)]) === undefined ? userName : 'nobody@nowhere';

/** Who has a name, if they still have it; for one that nobody has, or can have, as many reads as for one that somebody has. */
const personNamed = async (
  userName: string,
  holderId = 'nobody',
  { directory }: Pick<SignInPorts, 'directory'>,
): Promise<Person | undefined> => {
  const [person] = await directory.readPeople([holderId]);
  return person && heldUserName(person) === canonicalUserName(userName) ? person : undefined;
};
