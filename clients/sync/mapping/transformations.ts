/** What may be done to a value between the directory and Muster: a few steps that the settings name, one after the other. */
import * as z from 'zod';

const step = z.union([
  z.enum(['trim', 'lowerCase', 'upperCase', 'beforeAt', 'dateOfFileTime']),
  z.strictObject({ replace: z.string().min(1), with: z.string() }),
  z.strictObject({ map: z.record(z.string(), z.string().nullable()) }),
  z.strictObject({ prefix: z.string() }),
]);

/** `replace` takes text as it is, every time that it occurs; a value that `map` does not name stays. */
export const transformations = z.array(step);

type Step = z.output<typeof step>;

/** A value after all steps; undefined where none is left. */
export const transformed = (value: string | undefined, steps: readonly Step[]): string | undefined =>
  steps.reduce<string | undefined>((before, one) => (before === undefined ? undefined : after(before, one)), value);

const after = (value: string, one: Step): string | undefined => {
  if (one === 'trim') return value.trim();
  if (one === 'lowerCase') return value.toLowerCase();
  if (one === 'upperCase') return value.toUpperCase();
  if (one === 'beforeAt') return value.split('@')[0];
  if (one === 'dateOfFileTime') return fileTimeDate(value);
  if ('replace' in one) return value.replaceAll(one.replace, () => one.with);
  if ('map' in one) return Object.hasOwn(one.map, value) ? (one.map[value] ?? undefined) : value;
  return one.prefix + value;
};

/** Never: 0, or the largest number of 64 bits (accountExpires). */
const never = new Set([0n, 0x7fffffffffffffffn]);

/** The day of a FILETIME (intervals of 100 ns since 1601, in UTC), as 2027-01-31; undefined for never and for no number. */
const fileTimeDate = (value: string): string | undefined => {
  if (!/^\d{1,19}$/.test(value) || never.has(BigInt(value))) return undefined;
  const date = new Date(Number(BigInt(value) / 10_000n - 11_644_473_600_000n));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
};
