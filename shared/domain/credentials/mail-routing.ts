/** Who gets which mail. */
import { type MailLanguage, mailLanguages, type Organisation } from '../organisation.ts';
import type { Notice, Person } from '../person.ts';

/** The addresses for a person's credentials; `administrator` when the person and the request name none. */
export const credentialAddresses = ({ credentialMail, otherMails }: Person): string[] | 'administrator' => {
  if (credentialMail.to.length > 0) return credentialMail.to;
  const [alternate] = otherMails;
  return alternate ? [alternate] : 'administrator';
};

/** Where a person reads warnings: the own mailbox while it works, and the alternate address; else the administrator. */
export const noticeAddresses = ({ mailbox, userPrincipalName, otherMails }: Person): string[] | 'administrator' => {
  const own = mailbox && mailbox.state !== 'disabled' ? [userPrincipalName] : [];
  const addresses = [...own, ...otherMails.slice(0, 1)];
  return addresses.length > 0 ? addresses : 'administrator';
};

/** The addresses for a notice: those that it names, which a change of addresses leaves as they were. */
export const addressesOf = (notice: Notice, person: Person): string[] | 'administrator' => {
  if (!('to' in notice)) return noticeAddresses(person);
  return notice.to.length > 0 ? [...notice.to] : 'administrator';
};

/** The language in which a person is written to: the nearest that mails exist in, else the organisation's. */
export const mailLanguage = (person: Pick<Person, 'preferredLanguage'>, organisation: Organisation): MailLanguage => {
  const tag = person.preferredLanguage?.toLowerCase();
  if (!tag) return organisation.preferredLanguage;
  return (
    mailLanguages.find((language) => tag.split('-')[0] === language.split('-')[0]) ?? organisation.preferredLanguage
  );
};
