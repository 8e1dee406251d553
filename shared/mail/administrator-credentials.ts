import type { PassedOnCredentials } from './credentials.ts';
import { administratorFooter } from './footers.ts';
import { type Block, facts, list, paragraph, warning } from './letter.ts';
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
  const subject = subjectOf(credentials, letterhead);
  const hasPasswords = credentials.some(({ password }) => password !== undefined);
  return writeMail(
    {
      subject,
      title: subject,
      greeting: greeting(),
      blocks: [
        paragraph(
          hasPasswords
            ? texts.introduction(credentials.length, organisation.displayName)
            : texts.introductionWithout(organisation.displayName),
        ),
        ...refusedBlocks(credentials, letterhead),
        ...byTerms(credentials, letterhead).flatMap((alike) => peopleBlocks(alike, letterhead)),
        facts(
          { label: fields.signInAt, value: { link: organisation.signInUrl } },
          { label: fields.quickStart, value: { link: organisation.quickStartUrl } },
        ),
        ...(hasPasswords ? [paragraph(texts.keepSecret)] : []),
      ],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};

/** What is in the mail: user names, and passwords where there are any. */
const subjectOf = (credentials: readonly PassedOnCredentials[], { language }: Letterhead): string => {
  const { administratorCredentials: texts } = textsIn(language);
  const [{ length: count }, [only]] = [credentials, credentials];
  const withPassword = credentials.filter(({ password }) => password !== undefined).length;
  if (count === 1 && only) return (withPassword ? texts.subjectForOne : texts.subjectForOneWithout)(only.displayName);
  if (withPassword === 0) return texts.subjectWithout(count);
  return withPassword < count ? texts.subjectForSome(count) : texts.subject(count);
};

/** People whose passwords have the same terms, so that each list stands above its terms. Nearly always one group. */
const byTerms = (credentials: readonly PassedOnCredentials[], letterhead: Letterhead): PassedOnCredentials[][] => {
  const groups = Map.groupBy(credentials, ({ password, mustChange, worksUntil, replaces }) =>
    JSON.stringify([mustChange, worksUntil && minuteOf(worksUntil, letterhead), replaces && password !== undefined]),
  );
  return [...groups.values()];
};

const peopleBlocks = (alike: readonly PassedOnCredentials[], letterhead: Letterhead): Block[] => {
  const { fields, administratorCredentials: texts } = textsIn(letterhead.language);
  const [first] = alike;
  const rows = alike.map(({ displayName, userPrincipalName, password }) => ({
    name: displayName,
    about: userPrincipalName,
    detail: password === undefined ? texts.chosenPassword : { secret: password },
  }));
  return [
    list({ name: fields.name, about: fields.userName, detail: fields.password }, rows),
    ...(first?.replaces && first.password !== undefined ? [warning(texts.replaces)] : []),
    ...(first?.mustChange ? [paragraph(texts.mustChange)] : []),
    ...(first?.worksUntil ? [paragraph(texts.worksUntil(minuteOf(first.worksUntil, letterhead)))] : []),
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
