import type { Gathered, ToldNotice } from '../domain/digests/digest.ts';
import type { Catalogue } from '../domain/licences/licences.ts';
import type { Notice } from '../domain/person.ts';
import { administratorFooter } from './footers.ts';
import { list, paragraph } from './letter.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { dayOf } from './moments.ts';
import { licenceName, whatOf } from './notices.ts';
import { textsIn } from './texts/catalogue.ts';
import { migrationTextsIn } from './texts/migration-texts.ts';
import { writeMail } from './write-mail.ts';

/** Notices of one kind about people: how many there are, and the first of them. */
export type PeoplesNotices = Pick<Gathered, 'count'> & { named: readonly ToldNotice[] };

/** The mail that gives administrators the notices of one kind that were gathered. Of people who are not named it says how many they are. */
export const administratorNotices = (
  kind: Notice['kind'],
  { count, named }: PeoplesNotices,
  catalogue: Catalogue,
  letterhead: Letterhead,
): MailContent => {
  const { language, organisation } = letterhead;
  const { greeting, fields, administratorNotices: texts } = textsIn(language);
  const { heading, explanation, detail } = texts.kinds[kind];
  const { ofBatch } = migrationTextsIn(language);
  const rows = named.map(({ displayName, userPrincipalName, notice, batch }) => ({
    name: displayName,
    about: userPrincipalName,
    detail: detailOf(notice, catalogue, letterhead) + (batch === undefined ? '' : `, ${ofBatch(batch)}`),
  }));
  const once = [...new Map(rows.map((row) => [JSON.stringify([row.about, row.detail]), row])).values()];
  const others = Math.max(0, count - named.length);
  const people = new Set(once.map(({ about }) => about)).size + others;
  const title = texts.subject(heading, people);
  return writeMail(
    {
      subject: title,
      title,
      greeting: greeting(),
      blocks: [
        paragraph(texts.introduction(organisation.displayName)),
        paragraph(explanation),
        list({ name: fields.name, about: fields.userName, detail }, once),
        ...(others > 0 ? [paragraph(texts.more(others))] : []),
      ],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};

const detailOf = (notice: Notice, catalogue: Catalogue, letterhead: Letterhead): string => {
  switch (notice.kind) {
    case 'passwordWarning':
      return dayOf(notice.expiresAt, letterhead);
    case 'passwordExpired':
      return dayOf(notice.expiredAt, letterhead);
    case 'temporaryPasswordLapsed':
      return dayOf(notice.lapsedAt, letterhead);
    case 'graceReminder':
    case 'mailboxDisabled':
      return dayOf(notice.disabledAt, letterhead);
    case 'signInLocked':
      return dayOf(notice.lockedAt, letterhead);
    case 'credentialsBounced':
      return dayOf(notice.bouncedAt, letterhead);
    case 'licenceArrived':
      return licenceName(notice.skuId, catalogue);
    case 'userNameChanged':
      return notice.formerUserPrincipalName;
    case 'passwordReset':
    case 'passwordChanged':
    case 'roleGiven':
    case 'alternateAddressChanged':
      return whatOf(notice, letterhead);
  }
};
