/** A condition of an IAM statement, and whether it holds. Free of what reads templates, so that workers can judge too. */

/** What IAM is told of a request, by key: absent where the request has nothing of that kind. */
export type RequestContext = Readonly<Partial<Record<ConditionKey, readonly string[]>>>;

/** The key of the request compared with these values. */
export type Condition = { operator: Operator; key: ConditionKey; values: readonly string[] };

export const operators = [
  'ForAllValues:StringEquals',
  'ForAllValues:StringLike',
  'StringEquals',
  'StringLike',
  'Null',
] as const;
export type Operator = (typeof operators)[number];

export const keys = ['dynamodb:LeadingKeys', 'ses:FromAddress'] as const;
export type ConditionKey = (typeof keys)[number];

/**
 * Whether a condition holds of a request. `ForAllValues` is true of a request without any value, as in IAM: a statement
 * that means to ask for one says so by `Null`.
 */
export const holds = ({ operator, key, values }: Condition, context: RequestContext): boolean => {
  const asked = context[key] ?? [];
  const isAnyOf = (compare: (wanted: string, value: string) => boolean) => (value: string) =>
    values.some((wanted) => compare(wanted, value));
  switch (operator) {
    case 'Null':
      return values.some((value) => (value === 'true') === (asked.length === 0));
    case 'ForAllValues:StringEquals':
      return asked.every(isAnyOf(isEqual));
    case 'ForAllValues:StringLike':
      return asked.every(isAnyOf(matchesPattern));
    case 'StringEquals':
      return asked.length === 1 && asked.every(isAnyOf(isEqual));
    case 'StringLike':
      return asked.length === 1 && asked.every(isAnyOf(matchesPattern));
  }
};

const isEqual = (one: string, other: string): boolean => one === other;

const patterns = new Map<string, RegExp>();

/** Whether a text is as a pattern of IAM says: `*` stands for any signs, `?` for one, every other sign for itself. */
export const matchesPattern = (pattern: string, text: string): boolean => {
  if (!/[*?]/.test(pattern)) return pattern === text;
  let found = patterns.get(pattern);
  if (found === undefined) {
    const source = RegExp.escape(pattern).replaceAll('\\*', '.*').replaceAll('\\?', '.');
    found = new RegExp(`^${source}$`, 's');
    patterns.set(pattern, found);
  }
  return found.test(text);
};
