/** People sign in. */

import { heldRoles } from '../../domain/access/roles.ts';
import { type Opens, opens, signedInOn } from '../../domain/passwords/sign-in.ts';
import type { SignInRecord, SignInSource } from '../../domain/passwords/sign-in-record.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import { checkUserName, domainOf } from '../../domain/user-name.ts';
import type { SignInLog } from '../access/sign-in-log.ts';
import type { Tokens } from '../access/tokens.ts';
import { changePeople } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { type Browser, signingBrowser } from './known-browser.ts';
import type { HashSlowly } from './password-hash.ts';
import { noticeOfLock, recordRefused, signInOf } from './record-sign-in.ts';
import { type AttemptPorts, countedAttempt } from './sign-in-attempts.ts';
import { type TriedPassword, tryPassword } from './try-password.ts';

export type SignInPorts = AttemptPorts & {
  directory: Pick<Directory, 'findByUserName' | 'readPeople' | 'changePeople'>;
  tokens: Pick<Tokens, 'mint'>;
  signIns: Pick<SignInLog, 'record' | 'count'>;
  hashSlowly: HashSlowly;
  policy: Policy;
  now: () => Instant;
};

/** Who signs in, with what, and from where; `browser` is absent for a client of the API. */
export type Credentials = { userPrincipalName: string; password: string; source: SignInSource; browser?: Browser };

/** A token, shown once. */
export type FreshToken = { token: string; expiresDateTime: Instant };

/**
 * A session; or, when the password must be changed before anything else, a token that is good for that alone. `cookie`
 * is what the browser is to keep, where that is something new.
 */
export type SignedIn = (
  | ({ kind: 'session'; person: Person } & FreshToken)
  | ({ kind: 'passwordChange'; reason: 'firstSignIn' | 'expired' } & FreshToken)
) & { cookie?: string };

/** Time for a person to think of a new password. */
const changeSeconds = 600;

/**
 * Signs a person in, and puts it on record. Throws `Refused` SignInFailed (nobody has the name, or the password is another
 * one: the same words after the same time), TooManyAttempts, SignInLocked; and, for a right password only, PasswordLapsed
 * and AccountBlocked.
 */
export const signIn = async (credentials: Credentials, ports: SignInPorts): Promise<SignedIn> => {
  const { userPrincipalName: userName, password } = credentials;
  const browser = await signingBrowser(userName, credentials.browser, ports);
  const source = { ...credentials.source, ...(browser.isKnown && { isKnownBrowser: true }) };
  const tried = await countedAttempt(browser.of, ports, () => look(userName, password, ports), {
    opensNothing: ({ opened }) => opened === undefined || isShut(opened),
    withRight: (attempts, { opened }) => (opened && !isShut(opened) ? browser.remembered(attempts) : attempts),
    tellLockedOut: async (at) => noticeOfLock(await ports.directory.findByUserName(userName), at, ports),
  });
  const { isRight, person, opened, after } = tried;
  const refuse = async (code: RefusalOfSignIn): Promise<never> => {
    await recordRefused({ person, outcome: code, source, after }, ports);
    throw new Refused({ code });
  };
  if (!isRight || !person || !opened) return refuse('SignInFailed');
  if (opened === 'blocked') return refuse('AccountBlocked');
  if (opened === 'lapsed') return refuse('PasswordLapsed');
  const cookie = await browser.settle();
  return { ...(await letIn(person, { opened, source, tried }, ports)), ...(cookie !== undefined && { cookie }) };
};

type RefusalOfSignIn = 'SignInFailed' | 'AccountBlocked' | 'PasswordLapsed';

const isShut = (opened: Opens): boolean => opened === 'blocked' || opened === 'lapsed';

/** What somebody typed: whose name it is, whether it is right, and what it opens then. */
type Look = TriedPassword & { person: Person | undefined; opened: Opens | undefined };

const look = async (userName: string, password: string, ports: SignInPorts): Promise<Look> => {
  const person = await personSigningIn(userName, ports);
  const tried = await tryPassword(password, { phc: person?.password.hash, userName }, ports.hashSlowly);
  const opened = person && tried.isRight ? opens(person, ports.policy, ports.now()) : undefined;
  return { ...tried, person, opened };
};

type LetIn = { opened: Exclude<Opens, 'blocked' | 'lapsed'>; source: SignInSource; tried: TriedPassword };

const letIn = async (person: Person, { opened, source, tried }: LetIn, ports: SignInPorts): Promise<SignedIn> => {
  const { now, directory } = ports;
  if (opened !== 'open') {
    const record = signInOf(person, 'PasswordChangeRequired', source, now());
    return { kind: 'passwordChange', reason: opened, ...(await tokenForChange(person, record, ports)) };
  }
  const session = await newSession(person, ports, signInOf(person, 'SignedIn', source, now()));
  // Only a date, and a hash that is as good: a person is not kept out because they could not be written.
  await changePeople([person.id], (one) => afterSignIn(one, person, tried, now()), directory).catch(() => undefined);
  return { kind: 'session', person, ...session };
};

/** The person with the day, and with a hash at the present cost: in one write, if the password is still the one that was seen. */
const afterSignIn = (one: Person, seen: Person, { renewedHash: hash }: TriedPassword, now: Instant) => {
  const isSame = one.password.hash === seen.password.hash;
  const renewed = hash !== undefined && isSame ? { ...one, password: { ...one.password, hash } } : undefined;
  return signedInOn(renewed ?? one, now) ?? renewed;
};

/** A new session of a person, with the sign-in that opens it, where it is one. */
export const newSession = async (
  person: Person,
  { tokens, policy, now }: Pick<SignInPorts, 'tokens' | 'policy' | 'now'>,
  record?: SignInRecord,
): Promise<FreshToken> =>
  mint(person, {}, { tokens, policy, record, from: now(), seconds: policy.sessionHours * 3600 });

const tokenForChange = (
  person: Person,
  record: SignInRecord,
  { tokens, policy, now }: SignInPorts,
): Promise<FreshToken> =>
  mint(person, { restrictedTo: 'passwordChange' }, { tokens, policy, record, from: now(), seconds: changeSeconds });

type Minting = Pick<SignInPorts, 'tokens' | 'policy'> & {
  record: SignInRecord | undefined;
  from: Instant;
  seconds: number;
};

const mint = async (
  person: Person,
  limit: { restrictedTo?: 'passwordChange' },
  { tokens, policy: { signInLogDays }, record, from, seconds }: Minting,
): Promise<FreshToken> => {
  const { id, sessions } = person;
  const expectedRoles = heldRoles(person);
  const known = expectedRoles.length > 0 && { expectedRoles };
  const grant = { kind: 'person', userId: id, generation: sessions?.generation ?? 0, ...known, ...limit } as const;
  const token = await tokens.mint(grant, { from, seconds }, record && { record, signInLogDays });
  return { token, expiresDateTime: addSeconds(from, seconds) };
};

/** Who has a name; for one that nobody has, or can have, as many reads as for one that somebody has. */
const personSigningIn = async (userName: string, { directory }: SignInPorts): Promise<Person | undefined> => {
  // The table is asked for names only: text of another kind is no key of it.
  const isName = checkUserName(userName, [domainOf(userName)]) === undefined;
  const person = await directory.findByUserName(isName ? userName : 'nobody@nowhere');
  if (!person) await directory.readPeople(['nobody']);
  return person;
};
