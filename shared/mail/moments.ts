/** Moments as a mail shows them: always UTC, in the mail's language. */
import type { MailLanguage } from '../domain/organisation.ts';
import type { Instant } from '../domain/time.ts';

/** The locale of a language's dates and numbers. `en-GB`, because month names first are read as days elsewhere. */
export const localeOf = (language: MailLanguage): string => (language === 'en' ? 'en-GB' : language);

/** Writers of dates, made once for each language: making one takes longer than all the rest of a mail. */
const writers = new Map<string, Intl.DateTimeFormat>();
const writerOf = (language: MailLanguage, format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language} ${format.timeStyle}`;
  const writer = writers.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { ...format, timeZone: 'UTC' });
  writers.set(key, writer);
  return writer;
};

/** The day of a moment, such as `8 February 2026`. */
export const dayOf = (moment: Instant, language: MailLanguage): string =>
  writerOf(language, { dateStyle: 'long' }).format(Date.parse(moment));

/** A moment to the minute, such as `8 February 2026 at 09:15 UTC`. */
export const minuteOf = (moment: Instant, language: MailLanguage): string => {
  const writer = writerOf(language, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
  return `${writer.format(Date.parse(moment))} UTC`;
};

/** How long it took, in the two largest units, such as `2 minutes, 5 seconds`; never less than a second. */
export const durationOf = (from: Instant, to: Instant, language: MailLanguage): string => {
  const seconds = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  const amounts = [
    ['hour', Math.floor(seconds / 3600)],
    ['minute', Math.floor(seconds / 60) % 60],
    ['second', seconds % 60],
  ] as const;
  const largest = amounts.findIndex(([, amount]) => amount > 0);
  const locale = localeOf(language);
  const spoken = amounts
    .slice(largest, largest + 2)
    .filter(([, amount]) => amount > 0)
    .map(([unit, amount]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount),
    );
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(spoken);
};
