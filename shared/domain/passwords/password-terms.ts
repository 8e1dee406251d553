/** How long a person's password lives and when the person is warned, by the domain of the user name, else by the policy; and its state. */

import type { Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import { addDays, type Instant } from '../time.ts';
import { domainOf } from '../user-name.ts';

/** `validityDays` 0 means for ever; every warning is narrower than the life of a password. */
export type PasswordTerms = { validityDays: number; warningDays: readonly number[] };

/** Of a person whose password has no age, such as an account that a program signs in with: Graph's word for it. */
export const neverExpires = 'DisablePasswordExpiration';

/** The terms of a person's password. Nothing else may ask the policy for its numbers about the age of passwords. */
export const passwordTerms = (
  { userPrincipalName, passwordPolicies }: Pick<Person, 'userPrincipalName' | 'passwordPolicies'>,
  policy: Policy,
): PasswordTerms =>
  passwordPolicies === neverExpires
    ? { validityDays: 0, warningDays: [] }
    : domainTerms(domainOf(userPrincipalName), policy);

/**
 * The terms that hold at a domain. A notification window is the first warning, and the policy's narrower ones follow;
 * a warning as wide as the life of a password would be given when the password is made, so there is none.
 */
export const domainTerms = (domain: string, policy: Policy): PasswordTerms => {
  const { passwordValidityDays, passwordNotificationDays } = policy.domains?.[domain] ?? {};
  const validityDays = passwordValidityDays ?? policy.passwordValidityDays;
  const warnings =
    passwordNotificationDays === undefined
      ? policy.passwordWarningDays
      : [passwordNotificationDays, ...policy.passwordWarningDays.filter((days) => days < passwordNotificationDays)];
  return { validityDays, warningDays: warnings.filter((days) => validityDays === 0 || days < validityDays) };
};

/** The widest warning: Graph's notification window; 0 when nobody is warned. */
export const notificationDays = ({ warningDays }: PasswordTerms): number => Math.max(0, ...warningDays);

/** Days after a password was made at which something happens first, when warnings down to `given` were given already. */
const firstMoment = ({ validityDays, warningDays }: PasswordTerms, given: number): number => {
  if (validityDays === 0) return Number.POSITIVE_INFINITY;
  return validityDays - Math.max(0, ...warningDays.filter((days) => days < given));
};

/** Whether somebody may be due earlier by new terms than by the old ones, so that people are to be dated anew. */
export const comesEarlier = (old: PasswordTerms, fresh: PasswordTerms): boolean =>
  [Number.POSITIVE_INFINITY, ...old.warningDays, ...fresh.warningDays].some(
    (given) => firstMoment(fresh, given) < firstMoment(old, given),
  );

/** When a person's password expires; undefined when passwords live for ever, and while none was made because its mail is held. */
export const passwordExpiry = (person: Person, policy: Policy): Instant | undefined => {
  if (person.credentialMail.state === 'held' && person.password.hash === undefined) return undefined;
  const { validityDays } = passwordTerms(person, policy);
  return validityDays === 0 ? undefined : addDays(person.password.changedDateTime, validityDays);
};

/** When a temporary password that reached its person at `sent` stops working. */
export const temporaryEnd = (policy: Policy, sent: Instant): Instant => addDays(sent, policy.temporaryPasswordDays);

/** `lapsed`: a temporary one that was not used in time, which only a reset helps; `expired`: it must be changed. */
export const passwordStates = ['valid', 'lapsed', 'expired'] as const;
export type PasswordState = (typeof passwordStates)[number];

/** The state of a person's password. */
export const passwordStateOf = ({ password }: Pick<Person, 'password'>): PasswordState => {
  if (password.expired) return 'expired';
  return password.lapsed ? 'lapsed' : 'valid';
};
