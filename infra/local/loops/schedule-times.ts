/** When a schedule is due: EventBridge Scheduler's rate() and cron() expressions. */

const unitMilliseconds: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** A schedule's next moment after `from`, or undefined when there is none within the year that follows. */
export type NextTime = (from: Date) => Date | undefined;

/** Reads an expression. Throws an Error for one that the local engine does not know. */
export const readExpression = (expression: string, timezone: string): NextTime => {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) {
    const milliseconds = Number(rate[1]) * (unitMilliseconds[rate[2] ?? ''] ?? 0);
    return (from) => new Date(from.getTime() + milliseconds);
  }
  const cron = /^cron\((.+)\)$/.exec(expression);
  if (cron?.[1] !== undefined) return nextByCron(cron[1], timezone, expression);
  throw new Error(`The local engine does not know the schedule expression ${expression}.`);
};

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

type Field = (value: number) => boolean;

/** One field: `*`, `?`, or a list of numbers, names, ranges and steps. */
const readField = (field: string, least: number, names: readonly string[], expression: string): Field => {
  const number = (text: string): number => {
    const named = names.indexOf(text.toUpperCase());
    const value = named >= 0 ? named + least : Number(text);
    if (!Number.isInteger(value)) throw new Error(`The local engine does not know ${text} in ${expression}.`);
    return value;
  };
  const ranges = field.split(',').map((part): Field => {
    const [range = '', step] = part.split('/');
    const every = step === undefined ? 1 : number(step);
    if (range === '*' || range === '?') return (value) => (value - least) % every === 0;
    const [first, last] = range.split('-').map(number) as [number, number | undefined];
    const end = last ?? (step === undefined ? first : Number.POSITIVE_INFINITY);
    return (value) => value >= first && value <= end && (value - first) % every === 0;
  });
  return (value) => ranges.some((range) => range(value));
};

const nextByCron = (fields: string, timezone: string, expression: string): NextTime => {
  const [minute = '', hour = '', day = '', month = '', weekday = '', year = '*'] = fields.trim().split(/\s+/);
  const read = {
    minute: readField(minute, 0, [], expression),
    hour: readField(hour, 0, [], expression),
    day: readField(day, 1, [], expression),
    month: readField(month, 1, months, expression),
    weekday: readField(weekday, 1, weekdays, expression),
    year: readField(year, 1970, [], expression),
  };
  const wall = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    weekday: 'short',
  });
  const isDue = (moment: Date): boolean => {
    const parts = Object.fromEntries(wall.formatToParts(moment).map(({ type, value }) => [type, value]));
    const number = (name: string) => Number(parts[name]);
    return (
      read.minute(number('minute')) &&
      read.hour(number('hour')) &&
      read.day(number('day')) &&
      read.month(number('month')) &&
      read.weekday(weekdays.indexOf((parts.weekday ?? '').toUpperCase()) + 1) &&
      read.year(number('year'))
    );
  };
  return (from) => {
    const minutes = Math.floor(from.getTime() / 60_000);
    for (let ahead = 1; ahead <= 366 * 24 * 60; ahead++) {
      const moment = new Date((minutes + ahead) * 60_000);
      if (isDue(moment)) return moment;
    }
    return undefined;
  };
};
