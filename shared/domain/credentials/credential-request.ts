/** Credentials of an import that go out at an administrator's word. */
import { retryMoment } from '../outbox.ts';
import { withMustChange, withNewPassword } from '../passwords/password-change.ts';
import type { CredentialMail, Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Instant } from '../time.ts';

/**
 * What is asked for, and when: that those go out which were kept back; with `resend`, new ones also to everybody who
 * got some and has not signed in.
 */
export type CredentialRequest = { requestedAt: Instant; resend: boolean };

/** Whether a mail waits for a word or a moment, and not for the mail service. */
export const isKeptBack = ({ state, notBefore }: CredentialMail, now: Instant): boolean =>
  state === 'held' || (state === 'owed' && notBefore !== undefined && notBefore > now);

/** How a person answers to a request: as they shall be, with a mail owed; undefined when nothing is to be done. */
export type Answered = { person: Person; isNewPassword: boolean } | undefined;

/**
 * The person to whom the request's mail is owed. A request is done once: whose mail it owed already, or who was mailed or
 * got another password since, is left. Chosen passwords are never sent again, because the mail would only repeat the
 * user name: whoever chose the password has it, and a new one would be against their choice.
 */
export const answerRequest = (person: Person, request: CredentialRequest, policy: Policy, now: Instant): Answered => {
  const { credentialMail: mail, password } = person;
  const { requestedAt, resend } = request;
  if (person.deleted || (mail.requestedAt ?? '') >= requestedAt) return undefined;
  if (isKeptBack(mail, now)) {
    const { notBefore: _moment, ...kept } = mail;
    const owed = { ...kept, state: 'owed', retries: 0, retryAt: retryMoment(0, policy, now), requestedAt } as const;
    return { person: { ...person, credentialMail: owed }, isNewPassword: false };
  }
  const isSentBefore = mail.state === 'sent' && (mail.sentDateTime ?? '') < requestedAt;
  const isReplaced = password.changedDateTime >= requestedAt;
  if (!resend || !isSentBefore || isReplaced || person.lastSignInDateTime || password.source === 'chosen') {
    return undefined;
  }
  const fresh = withNewPassword(person, { kind: 'minted', sendTo: mail.to, now, policy });
  const again = withMustChange(fresh, password.mustChange);
  return {
    person: { ...again, credentialMail: { ...again.credentialMail, requestedAt } },
    isNewPassword: true,
  };
};
