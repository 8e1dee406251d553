import type { Catalogue } from '../domain/licences/licences.ts';
import type { Person, PersonsNotice } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import { personFooter } from './footers.ts';
import { button, facts, paragraph } from './letter.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { dayOf } from './moments.ts';
import { licenceName, whatOf } from './notices.ts';
import { textsIn } from './texts/catalogue.ts';
import type { PersonNoticeTexts } from './texts/mail-texts.ts';
import { writeMail } from './write-mail.ts';

/** The person of a notice. */
export type NoticedPerson = Pick<Person, 'displayName' | 'userPrincipalName'>;

/** The mail that gives a person a notice. `catalogue` tells the name of a licence that arrived. */
export const personNotice = (
  person: NoticedPerson,
  notice: PersonsNotice,
  catalogue: Catalogue,
  letterhead: Letterhead,
): MailContent => {
  const { organisation, language } = letterhead;
  const { greeting, fields } = textsIn(language);
  const { title, paragraphs } = textsOf(notice, catalogue, letterhead);
  return writeMail(
    {
      subject: title,
      title,
      greeting: greeting(person.displayName),
      blocks: [
        ...paragraphs.map(paragraph),
        facts({ label: fields.userName, value: person.userPrincipalName }),
        button(fields.signIn, fields.signInAt, organisation.signInUrl),
      ],
      footer: personFooter(letterhead),
    },
    letterhead,
  );
};

const textsOf = (notice: PersonsNotice, catalogue: Catalogue, letterhead: Letterhead): PersonNoticeTexts => {
  const { personNotice: texts } = textsIn(letterhead.language);
  const name = letterhead.organisation.displayName;
  const day = (moment: Instant) => dayOf(moment, letterhead);
  switch (notice.kind) {
    case 'passwordWarning':
      return texts.passwordWarning(name, notice.days, day(notice.expiresAt));
    case 'passwordExpired':
      return texts.passwordExpired(name, day(notice.expiredAt));
    case 'temporaryPasswordLapsed':
      return texts.temporaryPasswordLapsed(name, day(notice.lapsedAt));
    case 'graceReminder':
      return texts.graceReminder(name, notice.days, day(notice.disabledAt));
    case 'mailboxDisabled':
      return texts.mailboxDisabled(name, day(notice.disabledAt));
    case 'signInLocked':
      return texts.signInLocked(name, day(notice.lockedAt));
    case 'licenceArrived':
      return texts.licenceArrived(name, licenceName(notice.skuId, catalogue));
    case 'userNameChanged':
      return texts.userNameChanged(name, notice.formerUserPrincipalName);
    case 'passwordReset':
    case 'passwordChanged':
    case 'roleGiven':
    case 'alternateAddressChanged':
      return texts[notice.kind](name, whatOf(notice, letterhead));
  }
};
