/** The fields of a domain's passwords: what is wrong with what is typed, and what is sent of it. */
import { never } from '../../../../shared/domain/settings/shown-settings.ts';
import type { Domain } from '../../api/settings.ts';
import type { ShownProperty } from '../../form/now-different.tsx';
import type { SettingsTexts } from '../../texts/english/settings.ts';

/** What stands in the fields. */
export type DomainValues = {
  expires: 'never' | 'after';
  passwordValidityPeriodInDays: string;
  passwordNotificationWindowInDays: string;
};

export const domainFields = ['passwordValidityPeriodInDays', 'passwordNotificationWindowInDays'] as const;

/** What Microsoft 365 proposes where passwords are to expire. */
const usual = { days: 90, warning: 14 };

/** As it stands in the fields. */
export const domainValues = (domain: Domain): DomainValues => {
  const { passwordValidityPeriodInDays: days, passwordNotificationWindowInDays: warning } = domain;
  return {
    expires: days === never ? 'never' : 'after',
    passwordValidityPeriodInDays: String(days === never ? usual.days : days),
    passwordNotificationWindowInDays: String(warning || usual.warning),
  };
};

/** When passwords expire, as the list of domains says it. */
export const expiryOf = ({ passwordValidityPeriodInDays: days }: Domain, texts: SettingsTexts, number: Told): string =>
  days === never ? texts.never : texts.afterDays(number(days));

/** When people are warned first, as the list of domains says it. */
export const warningOf = (domain: Domain, texts: SettingsTexts, number: Told): string => {
  const { passwordValidityPeriodInDays: days, passwordNotificationWindowInDays: warning } = domain;
  return days === never || !warning ? texts.noWarning : texts.daysBefore(number(warning));
};

type Told = (value: number) => string;

/** What is set of a domain, as it was and as it is now. */
export const shownTerms = (before: Domain, now: Domain, texts: SettingsTexts, number: Told): ShownProperty[] => [
  { label: texts.passwords, before: expiryOf(before, texts, number), now: expiryOf(now, texts, number) },
  { label: texts.warning, before: warningOf(before, texts, number), now: warningOf(now, texts, number) },
];

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

/** What is wrong, by field; empty where nothing is. */
export const domainFaults = (
  values: DomainValues,
  texts: SettingsTexts,
): Partial<Record<(typeof domainFields)[number], string>> => {
  const { expires, passwordValidityPeriodInDays: days, passwordNotificationWindowInDays: warning } = values;
  if (expires === 'never') return {};
  const areDays = isWhole(days, 14, 730);
  const isWarning = isWhole(warning, 1, 30);
  const isWide = areDays && isWarning && Number(warning) >= Number(days);
  return {
    ...(!areDays && { passwordValidityPeriodInDays: texts.daysWrong }),
    ...(!isWarning && { passwordNotificationWindowInDays: texts.warnWrong }),
    ...(isWide && { passwordNotificationWindowInDays: texts.warnWide }),
  };
};

/** The body that asks for it. */
export const domainChange = (values: DomainValues): Record<string, number> =>
  values.expires === 'never'
    ? { passwordValidityPeriodInDays: never }
    : {
        passwordValidityPeriodInDays: Number(values.passwordValidityPeriodInDays),
        passwordNotificationWindowInDays: Number(values.passwordNotificationWindowInDays),
      };
