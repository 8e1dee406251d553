/** Moments as a mail shows them: in the organisation's time zone, with UTC beside it, in the mail's language. */
import type { MailLanguage } from '../domain/organisation.ts';
import type { Instant } from '../domain/time.ts';
import type { Letterhead } from './letterhead.ts';

/** The locale of a language's dates and numbers. `en-GB`, because month names first are read as days elsewhere. */
export const localeOf = (language: MailLanguage): string => (language === 'en' ? 'en-GB' : language);

/** Whose moments: the language, and the organisation's time zone. */
type Place = { language: MailLanguage; organisation: Pick<Letterhead['organisation'], 'timeZone'> };

/** Writers of dates, made once for each language and zone: making one takes longer than all the rest of a mail. */
const writers = new Map<string, Intl.DateTimeFormat>();
const written = (moment: Instant, language: MailLanguage, format: Intl.DateTimeFormatOptions): string => {
  const key = [language, format.timeZone, format.dateStyle, format.timeStyle].join();
  const writer = writers.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { ...format, hourCycle: 'h23' });
  writers.set(key, writer);
  return writer.format(Date.parse(moment));
};

const zoneOf = ({ organisation }: Place): string => organisation.timeZone ?? 'UTC';

/** The day of a moment, such as `8 February 2026`. */
export const dayOf = (moment: Instant, place: Place): string =>
  written(moment, place.language, { dateStyle: 'long', timeZone: zoneOf(place) });

/** A moment to the minute, such as `8 February 2026 at 09:15 UTC`, or `8 February 2026 at 10:15 (09:15 UTC)` where UTC is another. */
export const minuteOf = (moment: Instant, place: Place): string => {
  const { language } = place;
  const whole = { dateStyle: 'long', timeStyle: 'short' } as const;
  const utc = written(moment, language, { ...whole, timeZone: 'UTC' });
  const local = written(moment, language, { ...whole, timeZone: zoneOf(place) });
  if (local === utc) return `${utc} UTC`;
  const isSameDay = dayOf(moment, place) === written(moment, language, { dateStyle: 'long', timeZone: 'UTC' });
  const beside = isSameDay ? written(moment, language, { timeStyle: 'short', timeZone: 'UTC' }) : utc;
  return `${local} (${beside} UTC)`;
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
