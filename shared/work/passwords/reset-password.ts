/** Administrators give a person a new password. */

import { randomInt } from 'node:crypto';
import type { Audit } from '../../domain/audit.ts';
import { withSecurityNotices } from '../../domain/credentials/security-notices.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { IsCommonPassword } from '../../domain/passwords/common-password.ts';
import { generatePassword } from '../../domain/passwords/generated-password.ts';
import { withNewPassword } from '../../domain/passwords/password-change.ts';
import { checkPassword, type PasswordJudge } from '../../domain/passwords/password-rules.ts';
import { addressRefusals } from '../../domain/people/profile-rules.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { type Refusal, Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { changeAsSeen } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { guardPerson, personNamed } from '../person-guard.ts';
import type { Queues } from '../queues.ts';
import { tellNotices } from '../tell-notices.ts';
import type { HashSlowly } from './password-hash.ts';
import { hashGeneratedPassword } from './password-hash.ts';
import { type AttemptStore, forgetFailures } from './sign-in-attempts.ts';

export type ResetPorts = {
  directory: Pick<Directory, 'findByUserName' | 'readPeople' | 'changePeople'>;
  attempts: AttemptStore;
  queues: Pick<Queues, 'credentials' | 'notices'>;
  hashSlowly: HashSlowly;
  isCommonPassword: IsCommonPassword;
  organisation: Organisation;
  policy: Policy;
  now: () => Instant;
};

/** A password that the administrator chose, or else a generated one, mailed (to these addresses) or shown. */
export type ResetRequest = { newPassword?: string; sendTo?: readonly string[]; show?: boolean };

/**
 * Resets the password of a person, by id or user name: the old one and every session are dead at once, a lock of the
 * name is lifted, and the new one must be changed at the first sign-in. Returns a generated password that was to be
 * shown: nobody can see it again. Throws `Refused` NotFound, PersonProtected, DeliveryConflict, MailAddressInvalid and
 * every rule that a chosen password breaks.
 */
export const resetPassword = async (
  user: string,
  request: ResetRequest,
  principal: Principal,
  ports: ResetPorts,
): Promise<{ newPassword?: string }> => {
  const { directory, policy, now } = ports;
  const person = await personNamed(user, directory);
  guardPerson(person, { principal });
  const [first, ...others] = problemsOf(request, person, ports);
  if (first) throw new Refused(first, ...others);
  const { reset, shown } = await resetOf(request, ports);
  // Before the write, so that whoever has a new password is not locked out with it, and one to be shown is not lost.
  await forgetFailures(person.userPrincipalName, ports, { andBrowsers: true });
  const at = now();
  const change = (latest: Person) => {
    guardPerson(latest, { principal });
    const after = withNewPassword(latest, { ...reset, now: at, policy });
    return withSecurityNotices(latest, after, { by: 'administrator', now: at, policy });
  };
  const audit: Audit = { activity: 'Reset user password', initiatedBy: actorOf(principal), now: at };
  const { changed } = await changeAsSeen([person], change, directory, audit);
  const [written] = changed;
  if (!written) throw new Refused({ code: 'NotFound' });
  await tellNotices(written, ports);
  // The mail is owed in any case: when the queue cannot be told, the sweep finds it.
  if (reset.kind !== 'shown') await ports.queues.credentials([{ userIds: [person.id] }]).catch(() => undefined);
  return shown === undefined ? {} : { newPassword: shown };
};

const problemsOf = ({ newPassword, sendTo = [], show }: ResetRequest, person: Person, by: PasswordJudge): Refusal[] => [
  ...(newPassword === undefined ? [] : checkPassword(newPassword, person, by, 'newPassword')),
  ...(newPassword !== undefined && show ? [{ code: 'DeliveryConflict', target: 'credentialDelivery' } as const] : []),
  ...addressRefusals(sendTo, 'credentialDelivery.to'),
];

/** A password that comes, before its moment. */
type Reset =
  | { kind: 'minted'; sendTo: readonly string[] }
  | { kind: 'shown'; hash: string }
  | { kind: 'chosen'; mustChange: true; sendTo: readonly string[]; hash: string };

const resetOf = async (
  { newPassword, sendTo = [], show }: ResetRequest,
  { hashSlowly }: ResetPorts,
): Promise<{ reset: Reset; shown?: string }> => {
  if (newPassword !== undefined) {
    return { reset: { kind: 'chosen', mustChange: true, sendTo, hash: await hashSlowly(newPassword) } };
  }
  if (!show) return { reset: { kind: 'minted', sendTo } };
  const shown = generatePassword(randomInt);
  return { reset: { kind: 'shown', hash: hashGeneratedPassword(shown) }, shown };
};
