/** Moments as numbers: 8 bytes of an item instead of 24. */
import { instant } from '../domain/time.ts';

/** The moments that an ordinary person has; those of rare states are kept as text. */
const names: ReadonlySet<string> = new Set([
  'createdDateTime',
  'changedDateTime',
  'temporaryUntil',
  'leaseUntil',
  'retryAt',
  'sentDateTime',
]);

/** Milliseconds since 1970 in the place of each moment that they tell exactly. */
export const packed = (values: Record<string, unknown>): Record<string, unknown> =>
  converted(values, (value) => {
    const milliseconds = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return !Number.isNaN(milliseconds) && instant(milliseconds) === value ? milliseconds : value;
  });

/** The moments again; what was kept as text stays. */
export const unpacked = (values: Record<string, unknown>): Record<string, unknown> =>
  converted(values, (value) => (typeof value === 'number' ? instant(value) : value));

const converted = (values: Record<string, unknown>, convert: (value: unknown) => unknown): Record<string, unknown> => {
  const others = { ...values };
  for (const name of names) if (name in others) others[name] = convert(others[name]);
  return others;
};
