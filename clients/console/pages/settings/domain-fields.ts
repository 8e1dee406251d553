/** The fields of a domain's passwords: what is wrong with what is typed, and what is sent of it. */
import { never } from '../../../../shared/domain/settings/shown-settings.ts';
import type { Domain } from '../../api/settings.ts';
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
