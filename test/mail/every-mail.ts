/** Every mail in a language, with the facts that it must tell; nothing here prints a password. */
import type { MailLanguage, Organisation } from '../../shared/domain/organisation.ts';
import type { Notice, PersonsNotice } from '../../shared/domain/person.ts';
import { instant } from '../../shared/domain/time.ts';
import { administratorCredentials } from '../../shared/mail/administrator-credentials.ts';
import { administratorNotices } from '../../shared/mail/administrator-notices.ts';
import type { Credentials } from '../../shared/mail/credentials.ts';
import type { MailContent } from '../../shared/mail/letterhead.ts';
import { personCredentials } from '../../shared/mail/person-credentials.ts';
import { personNotice } from '../../shared/mail/person-notice.ts';
import { importMails } from './imports.ts';
import { strayMails } from './stray.ts';

export const at = instant('2026-02-08T09:15:00Z');

export const organisation: Organisation = {
  displayName: 'Contoso',
  verifiedDomains: ['contoso.com'],
  administratorMail: 'admin@contoso.com',
  senderMail: 'no-reply@contoso.com',
  signInUrl: 'https://portal.contoso.com/sign-in?a=1&b=2',
  quickStartUrl: 'https://portal.contoso.com/quick-start',
  preferredLanguage: 'en',
};

export const catalogue = [
  { skuId: 'sku-1', skuPartNumber: 'ENTERPRISEPACK', carriesMailbox: true, enabled: 1, free: 0, reserved: 0 },
];

/** Stands in for a generated password, in its form. */
export const password = 'k7Rm-9pQx-W3ab-Z8kM-44hd';

export const credentials = {
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada@contoso.com',
  password,
  mustChange: true,
  worksUntil: at,
  replaces: false,
} satisfies Credentials;

const { password: _password, ...withoutPassword } = credentials;
/** Of somebody whose password the administrator chose. */
export const chosen: Credentials = withoutPassword;

export const person = { displayName: 'Ada Lovelace', userPrincipalName: 'ada@contoso.com' };

export const notices = [
  { kind: 'passwordWarning', days: 14, expiresAt: at },
  { kind: 'passwordExpired', expiredAt: at },
  { kind: 'temporaryPasswordLapsed', lapsedAt: at },
  { kind: 'graceReminder', days: 7, disabledAt: at },
  { kind: 'mailboxDisabled', disabledAt: at },
  { kind: 'licenceArrived', skuId: 'sku-1' },
  { kind: 'signInLocked', lockedAt: at },
  { kind: 'userNameChanged', formerUserPrincipalName: 'byron@contoso.com' },
  { kind: 'passwordReset', resetAt: at, to: [] },
  { kind: 'passwordChanged', changedAt: at, to: [] },
  { kind: 'roleGiven', role: 'User Administrator', givenAt: at, to: [] },
  { kind: 'alternateAddressChanged', changedAt: at, to: [] },
] as const satisfies readonly PersonsNotice[];

/** What administrators alone are told. */
export const ofAdministrators = [{ kind: 'credentialsBounced', bouncedAt: at }] as const satisfies readonly Notice[];

/** The day of `at` and the moment, as each language writes them. */
export const written: Readonly<Record<MailLanguage, { day: string; minute: string }>> = {
  en: { day: '8 February 2026', minute: '8 February 2026 at 09:15 UTC' },
  nl: { day: '8 februari 2026', minute: '8 februari 2026 om 09:15 UTC' },
  de: { day: '8. Februar 2026', minute: '8. Februar 2026 um 09:15 UTC' },
  'zh-Hans': { day: '2026年2月8日', minute: '2026年2月8日 09:15 UTC' },
};

type Case = { mail: MailContent; facts: Readonly<Record<string, string>> };

/** A notice about Ada, as administrators are told of it. */
export const told = (notice: Notice) => ({ ...person, notice });

const detailOf = (notice: Notice, { day, minute }: { day: string; minute: string }): Record<string, string> => {
  if (notice.kind === 'roleGiven') return { role: notice.role };
  if ('to' in notice) return { minute };
  if (notice.kind === 'licenceArrived') return { licence: 'ENTERPRISEPACK' };
  return notice.kind === 'userNameChanged' ? { former: notice.formerUserPrincipalName } : { day };
};

/** Every mail by name. Each fact has a name too, so that a test can say which one is missing without telling it. */
export const everyMail = (language: MailLanguage): Readonly<Record<string, Case>> => {
  const letterhead = { organisation, language };
  const { day, minute } = written[language];
  const ada = { name: 'Ada Lovelace', userName: 'ada@contoso.com', organisation: 'Contoso' };
  const links = { signIn: 'https://portal.contoso.com/sign-in?a=1&b=2', guide: organisation.quickStartUrl };
  const terms = { ...ada, ...links, minute };
  const daysOf = { passwordWarning: '14', graceReminder: '7' } as Record<string, string>;
  const noticeCases = notices.map((notice): [string, Case] => [
    `notice: ${notice.kind}`,
    {
      mail: personNotice(person, notice, catalogue, letterhead),
      facts: {
        ...ada,
        administrator: 'admin@contoso.com',
        ...detailOf(notice, written[language]),
        days: daysOf[notice.kind] ?? '',
      },
    },
  ]);
  const groupCases = [...notices, ...ofAdministrators].map((notice): [string, Case] => [
    `to the administrator: ${notice.kind}`,
    {
      mail: administratorNotices(notice.kind, { count: 1, named: [told(notice)] }, catalogue, letterhead),
      facts: { ...ada, ...detailOf(notice, written[language]) },
    },
  ]);
  return {
    credentials: {
      mail: personCredentials(credentials, letterhead),
      facts: { ...terms, password, administrator: 'admin@contoso.com' },
    },
    'credentials, again': {
      mail: personCredentials({ ...credentials, replaces: true }, letterhead),
      facts: { ...terms, password },
    },
    'credentials, chosen': { mail: personCredentials({ ...chosen, replaces: true }, letterhead), facts: terms },
    'passed on': {
      mail: administratorCredentials(
        [
          credentials,
          { ...credentials, displayName: 'Ben', userPrincipalName: 'ben@contoso.com', replaces: true },
          chosen,
        ],
        letterhead,
      ),
      facts: { ...terms, password, second: 'Ben', secondUserName: 'ben@contoso.com' },
    },
    'passed on, refused': {
      mail: administratorCredentials([{ ...credentials, refusedAddresses: ['ada@nowhere.example'] }], letterhead),
      facts: { ...terms, password, refused: 'ada@nowhere.example' },
    },
    'more than are named': {
      mail: administratorNotices('signInLocked', { count: 1234, named: [told(notices[6])] }, catalogue, letterhead),
      facts: { ...ada, day },
    },
    ...strayMails(letterhead),
    ...importMails(letterhead),
    ...Object.fromEntries(noticeCases),
    ...Object.fromEntries(groupCases),
  };
};

/** The mail as a failing test may print it. */
export const hidden = ({ subject, text, html }: MailContent): MailContent => {
  const hide = (content: string) => content.replaceAll(password, '(password)');
  return { subject: hide(subject), text: hide(text), html: hide(html) };
};

/** What a reader sees of HTML. */
export const seen = (html: string): string =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
