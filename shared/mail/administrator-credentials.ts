import type { PassedOnCredentials } from './credentials.ts';
import { administratorFooter } from './footers.ts';
import { type Block, facts, paragraph, table, warning } from './letter.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { minuteOf } from './moments.ts';
import { textsIn } from './texts/catalogue.ts';
import { writeMail } from './write-mail.ts';

/** The mail that brings the administrator the credentials of 1 to 50 people, to be passed on. */
export const administratorCredentials = (
  people: readonly PassedOnCredentials[],
  letterhead: Letterhead,
): MailContent => {
  const { organisation, language } = letterhead;
  const { greeting, fields, administratorCredentials: texts } = textsIn(language);
  const [only] = people;
  const subject = people.length === 1 && only ? texts.subjectForOne(only.displayName) : texts.subject(people.length);
  return writeMail(
    {
      subject,
      title: subject,
      greeting: greeting(),
      blocks: [
        paragraph(texts.introduction(people.length, organisation.displayName)),
        ...refusedBlocks(people, letterhead),
        ...byTerms(people, language).flatMap((alike) => peopleBlocks(alike, letterhead)),
        facts(
          { label: fields.signInAt, value: { link: organisation.signInUrl } },
          { label: fields.quickStart, value: { link: organisation.quickStartUrl } },
        ),
        ...(people.some(({ password }) => password !== undefined) ? [paragraph(texts.keepSecret)] : []),
      ],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};

/** People whose passwords have the same terms, so that each table stands above its terms. Nearly always one group. */
const byTerms = (people: readonly PassedOnCredentials[], language: Letterhead['language']): PassedOnCredentials[][] => {
  const groups = Map.groupBy(people, ({ password, mustChange, worksUntil, replaces }) =>
    JSON.stringify([mustChange, worksUntil && minuteOf(worksUntil, language), replaces && password !== undefined]),
  );
  return [...groups.values()];
};

const peopleBlocks = (people: readonly PassedOnCredentials[], { language }: Letterhead): Block[] => {
  const { fields, administratorCredentials: texts } = textsIn(language);
  const [first] = people;
  const rows = people.map(({ displayName, userPrincipalName, password }) => [
    displayName,
    userPrincipalName,
    password === undefined ? texts.chosenPassword : { secret: password },
  ]);
  return [
    table([fields.name, fields.userName, fields.password], rows),
    ...(first?.replaces && first.password !== undefined ? [warning(texts.replaces)] : []),
    ...(first?.mustChange ? [paragraph(texts.mustChange)] : []),
    ...(first?.worksUntil ? [paragraph(texts.worksUntil(minuteOf(first.worksUntil, language)))] : []),
  ];
};

const refusedBlocks = (people: readonly PassedOnCredentials[], { language }: Letterhead): Block[] => {
  const { fields, administratorCredentials: texts } = textsIn(language);
  const addresses = new Set(people.flatMap(({ refusedAddresses = [] }) => refusedAddresses));
  if (addresses.size === 0) return [];
  return [
    warning(texts.refused),
    facts(...[...addresses].map((address) => ({ label: fields.refusedAddress, value: address }))),
  ];
};
