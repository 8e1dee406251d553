/** What a right password opens: a session, or what is good for changing the password alone. */
import { type Opens, signedInOn } from '../../domain/passwords/sign-in.ts';
import type { SignInSource } from '../../domain/passwords/sign-in-record.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import { changePeople } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import type { Entrance } from './entrance.ts';
import { type FreshToken, grantOf } from './new-session.ts';
import { signInOf } from './record-sign-in.ts';
import type { AttemptsOf, StoredAttempts } from './sign-in-attempts.ts';
import type { TriedPassword } from './try-password.ts';

/** Time for a person to think of a new password. */
const changeSeconds = 600;

/** Who comes in, by which count, from where, and how their password was found to be right. */
type Entering = { person: Person; opened: Opens; of: AttemptsOf; source: SignInSource; tried: TriedPassword };

export type EntrancePorts = {
  entrance: Pick<Entrance, 'open'>;
  directory: Pick<Directory, 'readPeople' | 'changePeople'>;
  policy: Policy;
  now: () => Instant;
};

/** Opens with the count of the right password; undefined, and nothing is written, when somebody else wrote the count. */
export const openWith = async (
  { person, opened, of, source, tried }: Entering,
  stored: StoredAttempts,
  { entrance, directory, policy, now }: EntrancePorts,
): Promise<FreshToken | undefined> => {
  const isSession = opened === 'open';
  const good = { from: now(), seconds: isSession ? policy.sessionHours * 3600 : changeSeconds };
  const record = signInOf(person, isSession ? 'SignedIn' : 'PasswordChangeRequired', source, good.from);
  const grant = grantOf(person, isSession ? {} : { restrictedTo: 'passwordChange' });
  const opening = { grant, good, record, count: { of, stored }, policy };
  const after = isSession ? afterSignIn(person, person, tried, good.from) : undefined;
  const outcome = await entrance.open({ ...opening, ...(after && { person: { before: person, after } }) });
  if (outcome.kind === 'opened') return { token: outcome.token, expiresDateTime: addSeconds(good.from, good.seconds) };
  if (outcome.count) return undefined;
  // Only a date, and a hash that is as good: a person is not kept out because somebody else wrote them meanwhile.
  const alone = await entrance.open(opening);
  if (alone.kind === 'lost') return undefined;
  const change = (one: Person) => afterSignIn(one, person, tried, good.from);
  await changePeople([person.id], change, directory).catch(() => undefined);
  return { token: alone.token, expiresDateTime: addSeconds(good.from, good.seconds) };
};

/** The person with the day, and with a hash at the present cost: in one write, if the password is still the one that was seen. */
const afterSignIn = (one: Person, seen: Person, { renewedHash: hash }: TriedPassword, now: Instant) => {
  const isSame = one.password.hash === seen.password.hash;
  const renewed = hash !== undefined && isSame ? { ...one, password: { ...one.password, hash } } : undefined;
  return signedInOn(renewed ?? one, now) ?? renewed;
};
