import type { Credentials } from './credentials.ts';
import { personFooter } from './footers.ts';
import { type Block, button, type Fact, facts, paragraph, warning } from './letter.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { minuteOf } from './moments.ts';
import { textsIn } from './texts/catalogue.ts';
import { writeMail } from './write-mail.ts';

/** The mail that brings a person user name and password, or the user name alone when the administrator chose the password. */
export const personCredentials = (credentials: Credentials, letterhead: Letterhead): MailContent => {
  const { organisation, language } = letterhead;
  const { greeting, fields, personCredentials: texts } = textsIn(language);
  const name = organisation.displayName;
  const hasPassword = credentials.password !== undefined;
  return writeMail(
    {
      subject: hasPassword ? texts.subject(name) : texts.subjectWithoutPassword(name),
      title: texts.title(name),
      greeting: greeting(credentials.displayName),
      blocks: [
        paragraph(credentials.replaces ? texts.introductionAgain(name) : texts.introduction(name)),
        facts(...signInFacts(credentials, letterhead)),
        button(fields.signIn, fields.signInAt, organisation.signInUrl),
        ...(hasPassword ? [] : [paragraph(texts.chosenPassword)]),
        ...termBlocks(credentials, letterhead),
        ...(hasPassword ? [paragraph(texts.keepSecret)] : []),
        facts({ label: fields.quickStart, value: { link: organisation.quickStartUrl } }),
      ],
      footer: personFooter(letterhead),
    },
    letterhead,
  );
};

const signInFacts = (credentials: Credentials, { language }: Letterhead): Fact[] => {
  const { fields } = textsIn(language);
  const { userPrincipalName, password, mustChange, worksUntil } = credentials;
  const label = mustChange || worksUntil ? fields.temporaryPassword : fields.password;
  return [
    { label: fields.userName, value: userPrincipalName },
    ...(password === undefined ? [] : [{ label, value: { secret: password } }]),
  ];
};

const termBlocks = ({ password, replaces, mustChange, worksUntil }: Credentials, letterhead: Letterhead): Block[] => {
  const { personCredentials: texts } = textsIn(letterhead.language);
  return [
    ...(replaces ? [warning(password === undefined ? texts.replacesWithoutPassword : texts.replaces)] : []),
    ...(mustChange ? [paragraph(texts.mustChange)] : []),
    ...(worksUntil ? [paragraph(texts.worksUntil(minuteOf(worksUntil, letterhead)))] : []),
  ];
};
