import type { PassedOnCredentials } from './credentials.ts';
import { administratorFooter } from './footers.ts';
import { type Block, facts, paragraph, people, warning } from './letter.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { minuteOf } from './moments.ts';
import { textsIn } from './texts/catalogue.ts';
import { writeMail } from './write-mail.ts';

/** The mail that brings the administrator the credentials of 1 to 50 people, to be passed on. */
export const administratorCredentials = (
  credentials: readonly PassedOnCredentials[],
  letterhead: Letterhead,
): MailContent => {
  const { organisation, language } = letterhead;
  const { greeting, fields, administratorCredentials: texts } = textsIn(language);
  const [only] = credentials;
  const subject =
    credentials.length === 1 && only ? texts.subjectForOne(only.displayName) : texts.subject(credentials.length);
  return writeMail(
    {
      subject,
      title: subject,
      greeting: greeting(),
      blocks: [
        paragraph(texts.introduction(credentials.length, organisation.displayName)),
        ...refusedBlocks(credentials, letterhead),
        ...byTerms(credentials, language).flatMap((alike) => peopleBlocks(alike, letterhead)),
        facts(
          { label: fields.signInAt, value: { link: organisation.signInUrl } },
          { label: fields.quickStart, value: { link: organisation.quickStartUrl } },
        ),
        ...(credentials.some(({ password }) => password !== undefined) ? [paragraph(texts.keepSecret)] : []),
      ],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};

/** People whose passwords have the same terms, so that each list stands above its terms. Nearly always one group. */
const byTerms = (
  credentials: readonly PassedOnCredentials[],
  language: Letterhead['language'],
): PassedOnCredentials[][] => {
  const groups = Map.groupBy(credentials, ({ password, mustChange, worksUntil, replaces }) =>
    JSON.stringify([mustChange, worksUntil && minuteOf(worksUntil, language), replaces && password !== undefined]),
  );
  return [...groups.values()];
};

const peopleBlocks = (alike: readonly PassedOnCredentials[], { language }: Letterhead): Block[] => {
  const { fields, administratorCredentials: texts } = textsIn(language);
  const [first] = alike;
  const rows = alike.map(({ displayName, userPrincipalName, password }) => ({
    name: displayName,
    userName: userPrincipalName,
    detail: password === undefined ? texts.chosenPassword : { secret: password },
  }));
  return [
    people({ name: fields.name, userName: fields.userName, detail: fields.password }, rows),
    ...(first?.replaces && first.password !== undefined ? [warning(texts.replaces)] : []),
    ...(first?.mustChange ? [paragraph(texts.mustChange)] : []),
    ...(first?.worksUntil ? [paragraph(texts.worksUntil(minuteOf(first.worksUntil, language)))] : []),
  ];
};

const refusedBlocks = (credentials: readonly PassedOnCredentials[], { language }: Letterhead): Block[] => {
  const { fields, administratorCredentials: texts } = textsIn(language);
  const addresses = new Set(credentials.flatMap(({ refusedAddresses = [] }) => refusedAddresses));
  if (addresses.size === 0) return [];
  return [
    warning(texts.refused),
    facts(...[...addresses].map((address) => ({ label: fields.refusedAddress, value: address }))),
  ];
};
