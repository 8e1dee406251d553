/** The fields of the organisation: what is wrong with what is typed, and what is sent of it. */
import { isMailAddress } from '../../../../shared/domain/mail-address.ts';
import { maxMailAddresses } from '../../../../shared/domain/people/profile-rules.ts';
import { isWebAddress } from '../../../../shared/domain/web-address.ts';
import type { Organization } from '../../api/settings.ts';
import type { ShownProperty } from '../../form/now-different.tsx';
import type { SettingsTexts } from '../../texts/english/settings.ts';

/** What stands in the fields: a text for each, addresses one to a line; an empty one goes back to how it was set up. */
export type OrganizationValues = {
  displayName: string;
  technicalNotificationMails: string;
  preferredLanguage: string;
  countryLetterCode: string;
  quickStartUrl: string;
  cloud: string;
};

export type OrganizationField = keyof OrganizationValues;

export const organizationFields: readonly OrganizationField[] = [
  ...(['displayName', 'technicalNotificationMails', 'preferredLanguage', 'countryLetterCode'] as const),
  ...(['quickStartUrl', 'cloud'] as const),
];

/** Characters of the organisation's name at most. */
const longestName = 128;

/** As it stands in the fields. */
export const valuesOf = (organization: Organization): OrganizationValues => ({
  displayName: organization.displayName,
  technicalNotificationMails: organization.technicalNotificationMails.join('\n'),
  preferredLanguage: organization.preferredLanguage,
  countryLetterCode: organization.countryLetterCode ?? '',
  quickStartUrl: organization.quickStartUrl,
  cloud: organization.cloud ?? '',
});

/** The fields under their names, as they were and as they are now. */
export const shownProperties = (
  before: OrganizationValues,
  now: OrganizationValues,
  { texts, country, languageNames }: Words,
): ShownProperty[] => {
  const labels: Record<OrganizationField, string> = {
    displayName: texts.displayName,
    technicalNotificationMails: texts.technicalMails,
    preferredLanguage: texts.language,
    countryLetterCode: texts.country,
    quickStartUrl: texts.quickStart,
    cloud: texts.cloud,
  };
  const clouds: Readonly<Record<string, string>> = texts.clouds;
  const shown = (field: OrganizationField, value: string) => {
    if (field === 'cloud') return clouds[value] ?? value;
    if (field === 'preferredLanguage') return languageNames[value] ?? value;
    if (field === 'countryLetterCode') return value && country(value);
    return linesOf(value).join(', ');
  };
  return organizationFields.map((field) => {
    return { label: labels[field], before: shown(field, before[field]), now: shown(field, now[field]) };
  });
};

/** What values are told with. */
type Words = {
  texts: SettingsTexts;
  country: (code: string) => string;
  languageNames: Readonly<Record<string, string>>;
};

/** The addresses of a text, one to a line. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is wrong, by field; empty where nothing is. */
export const faultsOf = (
  values: OrganizationValues,
  texts: SettingsTexts,
  number: (value: number) => string,
): Partial<Record<OrganizationField, string>> => {
  const mails = linesOf(values.technicalNotificationMails);
  const wrong = mails.find((mail) => !isMailAddress(mail));
  const address = values.quickStartUrl.trim();
  return {
    ...([...values.displayName.trim()].length > longestName && { displayName: texts.nameTooLong(number(longestName)) }),
    ...(mails.length > maxMailAddresses && {
      technicalNotificationMails: texts.tooManyMails(number(maxMailAddresses)),
    }),
    ...(wrong !== undefined && { technicalNotificationMails: texts.mailWrong(wrong) }),
    ...(address !== '' && !isWebAddress(address) && { quickStartUrl: texts.addressWrong }),
  };
};

/** The body that asks for what differs from how the form began; null goes back to how it was set up. */
export const changeOf = (values: OrganizationValues, before: OrganizationValues): Record<string, unknown> =>
  Object.fromEntries(
    organizationFields
      .filter((field) => values[field].trim() !== before[field].trim())
      .map((field) => {
        const text = values[field].trim();
        if (field === 'technicalNotificationMails') return [field, linesOf(text)];
        return [field, text === '' ? null : text];
      }),
  );
