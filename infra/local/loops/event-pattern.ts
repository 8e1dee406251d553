/** Matches events with EventBridge patterns. */

type Condition = Record<string, unknown>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown, test: (value: string) => boolean) => typeof value === 'string' && test(value);

const wildcard = (pattern: string) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );

const sameIgnoringCase = (value: string, other: unknown) => value.toLowerCase() === String(other).toLowerCase();

/** `prefix` and `suffix` take text, or text to be compared regardless of case. */
const affix = (argument: unknown, test: (value: string, affix: string) => boolean) => (value: string) =>
  isObject(argument)
    ? test(value.toLowerCase(), String(argument['equals-ignore-case']).toLowerCase())
    : test(value, String(argument));

const comparisons: Record<string, (value: number, limit: number) => boolean> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '=': (value, limit) => value === limit,
  '>=': (value, limit) => value >= limit,
  '>': (value, limit) => value > limit,
};

const numeric = (value: unknown, terms: readonly unknown[]): boolean =>
  typeof value === 'number' &&
  terms.every((term, at) => at % 2 === 1 || comparisons[String(term)]?.(value, Number(terms[at + 1])) === true);

const meets = (value: unknown, condition: Condition): boolean => {
  const [[operator, argument] = ['', undefined]] = Object.entries(condition);
  if (operator === 'exists') return (value !== undefined) === argument;
  if (value === undefined) return false;
  if (operator === 'prefix')
    return text(
      value,
      affix(argument, (whole, part) => whole.startsWith(part)),
    );
  if (operator === 'suffix')
    return text(
      value,
      affix(argument, (whole, part) => whole.endsWith(part)),
    );
  if (operator === 'equals-ignore-case') return text(value, (each) => sameIgnoringCase(each, argument));
  if (operator === 'wildcard') return text(value, (each) => wildcard(String(argument)).test(each));
  if (operator === 'numeric') return numeric(value, argument as unknown[]);
  if (operator === 'anything-but') return !anyOf(value, argument);
  throw new Error(`The local engine does not know the event pattern ${operator}.`);
};

/** What `anything-but` excludes: a value, a list of values, or one condition whose argument may be a list. */
const anyOf = (value: unknown, argument: unknown): boolean => {
  if (!isObject(argument)) return [argument].flat().includes(value as never);
  return Object.entries(argument).some(([operator, values]) =>
    [values].flat().some((each) => meets(value, { [operator]: each })),
  );
};

const matchesList = (value: unknown, alternatives: readonly unknown[]): boolean => {
  const values = Array.isArray(value) ? value : [value];
  return alternatives.some((alternative) =>
    values.some((each) => (isObject(alternative) ? meets(each, alternative) : each === alternative)),
  );
};

/** Whether the event has everything that the pattern asks for. */
export const matchesPattern = (pattern: Record<string, unknown>, event: unknown): boolean =>
  Object.entries(pattern).every(([name, expected]) => {
    if (name === '$or') return (expected as Record<string, unknown>[]).some((each) => matchesPattern(each, event));
    const value = isObject(event) ? event[name] : undefined;
    if (Array.isArray(expected)) return matchesList(value, expected);
    return matchesPattern(expected as Record<string, unknown>, value);
  });
