import type { Catalogue } from '../domain/licences/licences.ts';
import type { Notice } from '../domain/person.ts';
import { administratorFooter } from './footers.ts';
import { type Block, heading, paragraph, people } from './letter.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { dayOf } from './moments.ts';
import { licenceName, noticeAsItIs, whatOf } from './notices.ts';
import type { NoticedPerson } from './person-notice.ts';
import { textsIn } from './texts/catalogue.ts';
import { writeMail } from './write-mail.ts';

type PersonsNotice = { person: NoticedPerson; notice: Notice };

/** The mail that gives the administrator the notices of 1 to 50 people, of one kind or of several. */
export const administratorNotices = (
  notices: readonly PersonsNotice[],
  catalogue: Catalogue,
  letterhead: Letterhead,
): MailContent => {
  const { greeting, administratorNotices: texts } = textsIn(letterhead.language);
  const current = notices.map(({ person, notice }) => ({ person, notice: noticeAsItIs(person, notice) }));
  const groups = [...Map.groupBy(current, ({ notice }) => notice.kind)];
  const title = titleOf(current, letterhead);
  return writeMail(
    {
      subject: title,
      title,
      greeting: greeting(),
      blocks: [
        paragraph(texts.introduction(letterhead.organisation.displayName)),
        ...groups.flatMap(([kind, alike]) => [
          ...(groups.length > 1 ? [heading(texts.kinds[kind].heading)] : []),
          ...kindBlocks(kind, alike, catalogue, letterhead),
        ]),
      ],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};

const titleOf = (notices: readonly PersonsNotice[], { language }: Letterhead): string => {
  const { administratorNotices: texts } = textsIn(language);
  const count = new Set(notices.map(({ person }) => person.userPrincipalName)).size;
  const [kind, ...others] = new Set(notices.map(({ notice }) => notice.kind));
  return kind && others.length === 0 ? texts.subject(texts.kinds[kind].heading, count) : texts.subjectForSeveral(count);
};

const kindBlocks = (
  kind: Notice['kind'],
  notices: readonly PersonsNotice[],
  catalogue: Catalogue,
  { language }: Letterhead,
): Block[] => {
  const { fields, administratorNotices: texts } = textsIn(language);
  const { explanation, detail } = texts.kinds[kind];
  const rows = notices.map(({ person, notice }) => ({
    name: person.displayName,
    userName: person.userPrincipalName,
    detail: detailOf(notice, catalogue, language),
  }));
  return [paragraph(explanation), people({ name: fields.name, userName: fields.userName, detail }, rows)];
};

const detailOf = (notice: Notice, catalogue: Catalogue, language: Letterhead['language']): string => {
  switch (notice.kind) {
    case 'passwordWarning':
      return dayOf(notice.expiresAt, language);
    case 'passwordExpired':
      return dayOf(notice.expiredAt, language);
    case 'temporaryPasswordLapsed':
      return dayOf(notice.lapsedAt, language);
    case 'graceReminder':
    case 'mailboxDisabled':
      return dayOf(notice.disabledAt, language);
    case 'signInLocked':
      return dayOf(notice.lockedAt, language);
    case 'credentialsBounced':
      return dayOf(notice.bouncedAt, language);
    case 'licenceArrived':
      return licenceName(notice.skuId, catalogue);
    case 'userNameChanged':
      return notice.formerUserPrincipalName;
    case 'passwordReset':
    case 'passwordChanged':
    case 'roleGiven':
    case 'alternateAddressChanged':
      return whatOf(notice, language);
  }
};
