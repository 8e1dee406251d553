/** When a schedule is due: EventBridge Scheduler's rate() and cron() expressions. */
import { Cron } from 'croner';

const unitMilliseconds: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** A schedule's next moment after `from`, or undefined when there is none. */
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

/** Scheduler's six fields are croner's seven without the seconds; its weekdays count from Sunday, which is 1. */
const nextByCron = (fields: string, timezone: string, expression: string): NextTime => {
  try {
    const options = { mode: '7-part', timezone, alternativeWeekdays: true, sloppyRanges: true } as const;
    const cron = new Cron(`0 ${fields}`, options);
    return (from) => cron.nextRun(from) ?? undefined;
  } catch (error) {
    throw new Error(`The local engine does not know the schedule expression ${expression}.`, { cause: error });
  }
};
