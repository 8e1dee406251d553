/** Numbers, moments and countries as the reader writes them, in the reader's own time zone. */

/** How values of the API become text in a language. */
export type Formats = ReturnType<typeof formatsOf>;

/** Formats of a language; where the browser speaks a variety of it, such as British English, of that one. */
export const formatsOf = (language: string, spoken: readonly string[] = navigator.languages) => {
  const locale = spoken.find((each) => each.toLowerCase().startsWith(language.slice(0, 2))) ?? language;
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const shortDays = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  // A day of the calendar has no time zone: it is the same day everywhere.
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const shortCalendar = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const distances = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const units = (unit: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits });
  const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'].map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: unit === 'byte' ? 0 : 1 }),
  );
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    locale,
    number: (value: number) => numbers.format(value),
    /** A number at an axis of things that are counted: nothing between whole ones. */
    tick: (value: number) => (Number.isInteger(value) ? numbers.format(value) : ''),
    percent: (share: number) => percents.format(share),
    /** The day of an ISO moment. */
    day: (moment: string) => days.format(new Date(moment)),
    /** The day of an ISO moment, without its year. */
    shortDay: (moment: string) => shortDays.format(new Date(moment)),
    /** A day such as 2026-12-24. */
    dayOfCalendar: (date: string) => calendar.format(new Date(date)),
    /** Such a day, without its year. */
    shortDayOfCalendar: (date: string) => shortCalendar.format(new Date(date)),
    /** Such days, from one to another; of one and the same day, that. */
    shortDaysOfCalendar: (from: string, to: string) => shortCalendar.formatRange(new Date(from), new Date(to)),
    /** Day and time of an ISO moment. */
    moment: (moment: string) => moments.format(new Date(moment)),
    /** "in 3 days", counted in whole days from now. */
    inDays: (moment: string, now = Date.now()) =>
      distances.format(Math.round((Date.parse(moment) - now) / 86_400_000), 'day'),
    /** A size of so many bytes, in the unit that suits it. */
    bytes: (size: number) => {
      const step = size < 1_000 ? 0 : Math.min(3, Math.floor(Math.log10(size) / 3));
      return sizes[step]?.format(size / 1_000 ** step) ?? '';
    },
    /** About so many seconds. */
    duration: (seconds: number) =>
      seconds < 90
        ? units('second', 0).format(seconds)
        : seconds < 5_400
          ? units('minute', 0).format(seconds / 60)
          : units('hour', 1).format(seconds / 3_600),
    list: (values: readonly string[]) => lists.format(values),
    /** The name of a country by its two letters. */
    country: (code: string) => {
      try {
        return countries.of(code) ?? code;
      } catch {
        return code;
      }
    },
    /** Orders texts as the language does. */
    compare: new Intl.Collator(locale).compare,
  };
};
