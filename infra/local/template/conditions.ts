/** Conditions of IAM's statements, those of their operators and keys that the template uses. */
import * as z from 'zod';

/** What IAM is told of a request, by key: absent where the request has nothing of that kind. */
export type RequestContext = Readonly<Partial<Record<ConditionKey, readonly string[]>>>;

/** A condition: the key of the request compared with these values. */
export type Condition = { operator: Operator; key: ConditionKey; values: readonly string[] };

const operators = [
  'ForAllValues:StringEquals',
  'ForAllValues:StringLike',
  'StringEquals',
  'StringLike',
  'Null',
] as const;
type Operator = (typeof operators)[number];

const keys = ['dynamodb:LeadingKeys', 'ses:FromAddress'] as const;
type ConditionKey = (typeof keys)[number];

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** A statement's conditions. Throws for an operator or a key that is not known here, so that none is passed over. */
export const conditions = z
  .partialRecord(z.enum(operators), z.partialRecord(z.enum(keys), oneOrMore))
  .transform((all) =>
    Object.entries(all).flatMap(([operator, compared]) =>
      Object.entries(compared).map(([key, values]) => ({ operator, key, values }) as Condition),
    ),
  );

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
