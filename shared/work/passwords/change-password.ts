/** People change their own password. */

import { withSecurityNotices } from '../../domain/credentials/security-notices.ts';
import { withNewPassword } from '../../domain/passwords/password-change.ts';
import { checkPassword, normalisePassword, type PasswordJudge } from '../../domain/passwords/password-rules.ts';
import { opens, signedInOn } from '../../domain/passwords/sign-in.ts';
import type { SignInSource } from '../../domain/passwords/sign-in-record.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { type Refusal, Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import type { Tokens } from '../access/tokens.ts';
import { changeAsSeen } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import type { Queues } from '../queues.ts';
import { tellNotices } from '../tell-notices.ts';
import { type FreshToken, newSession } from './new-session.ts';
import { type HashSlowly, verifyPassword } from './password-hash.ts';
import { noticeOfLock } from './record-sign-in.ts';
import { type AttemptPorts, countedAttempt, forgetFailures, signedIn } from './sign-in-attempts.ts';
import { tryPassword } from './try-password.ts';

/** What somebody types, and where they are. */
export type PasswordChange = { currentPassword: string; newPassword: string; source?: SignInSource };

export type ChangePorts = AttemptPorts &
  Pick<PasswordJudge, 'policy' | 'organisation' | 'isCommonPassword'> & {
    directory: Pick<Directory, 'readPeople' | 'changePeople'>;
    tokens: Pick<Tokens, 'mint'>;
    queues: Pick<Queues, 'notices'>;
    hashSlowly: HashSlowly;
    policy: Policy;
    now: () => Instant;
  };

/**
 * Changes the password of the person who asks, and begins a new session; every other one has ended. Throws `Refused`
 * PasswordWrong (which counts like an attempt to sign in, but among those who are signed in: no stranger can use up their
 * attempts), TooManyAttempts, SignInLocked, PasswordLapsed, every rule that the new
 * password breaks, PasswordRepeated; ConcurrentChange when the password was changed at the same moment.
 */
export const changePassword = async (
  principal: Principal,
  { currentPassword, newPassword, source }: PasswordChange,
  ports: ChangePorts,
): Promise<FreshToken> => {
  const { directory, hashSlowly, policy, now } = ports;
  const [person] = await directory.readPeople([principal.id]);
  if (!person || person.deleted) throw new Refused({ code: 'Unauthenticated' });
  const { userPrincipalName: userName, password } = person;
  const { isRight } = await countedAttempt(
    { userName, by: signedIn },
    ports,
    () => tryPassword(currentPassword, { phc: password.hash, userName }, hashSlowly),
    { tellLockedOut: (at) => noticeOfLock(person, at, ports) },
  );
  if (!isRight) throw new Refused({ code: 'PasswordWrong', target: 'currentPassword' });
  if (opens(person, policy, now()) === 'lapsed') throw new Refused({ code: 'PasswordLapsed' });
  const [first, ...others] = await problemsOf(person, { currentPassword, newPassword }, ports);
  if (first) throw new Refused(first, ...others);
  const hash = await hashSlowly(newPassword);
  const at = now();
  const { changed } = await changeAsSeen(
    [person],
    (latest) => {
      // A password that is not the one which was shown: reset, or changed, meanwhile.
      if (latest.deleted || latest.password.hash !== password.hash) throw new Refused({ code: 'ConcurrentChange' });
      const after = withNewPassword(latest, { kind: 'own', hash, now: at, policy });
      return withSecurityNotices(latest, signedInOn(after, at) ?? after, { by: 'themselves', now: at, policy });
    },
    directory,
    { activity: 'Change password (self-service)', initiatedBy: actorOf(principal), now: at },
  );
  const [after] = changed;
  if (!after) throw new Refused({ code: 'Unauthenticated' });
  await forgetFailures(userName, ports);
  await tellNotices(after, ports);
  return newSession(after, ports, source);
};

const problemsOf = async (
  person: Person,
  { currentPassword, newPassword }: PasswordChange,
  ports: Pick<ChangePorts, 'policy' | 'hashSlowly' | 'organisation' | 'isCommonPassword'>,
): Promise<Refusal[]> => {
  const { previousHash } = person.password;
  const isRepeated =
    normalisePassword(newPassword) === normalisePassword(currentPassword) ||
    (previousHash !== undefined && (await verifyPassword(newPassword, previousHash, ports.hashSlowly)));
  const broken = checkPassword(newPassword, person, ports, 'newPassword');
  return isRepeated ? [...broken, { code: 'PasswordRepeated', target: 'newPassword' }] : broken;
};
