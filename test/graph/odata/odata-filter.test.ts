/** OData's filters: read, written and read again; or refused with the place where they stop being OData. */
import fc from 'fast-check';
import { Refused } from '../../../shared/domain/refusals.ts';
import { deepest, type Expression, parseFilter } from '../../../shared/graph/odata/odata-filter.ts';
import { longestExpression } from '../../../shared/graph/odata/odata-tokens.ts';
import { printFilter } from './print-filter.ts';

const refusalOf = (text: string) => {
  try {
    parseFilter(text);
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0];
    throw error;
  }
  return undefined;
};

const words = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'has', 'in', 'and', 'or', 'not'];
const reserved = new Set([...words, 'add', 'sub', 'mul', 'div', 'divby', 'mod', 'true', 'false', 'null', 'any', 'all']);
const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/).filter((text) => !reserved.has(text.toLowerCase()));
const path = fc.array(name, { minLength: 1, maxLength: 3 });
const value = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => ({ type: 'String', text })),
  fc.uuid().map((text) => ({ type: 'Guid', text })),
  fc.integer().map((number) => ({ type: 'Number', text: String(number) })),
  fc.constantFrom('0.5', '-1e9', '2E+3').map((text) => ({ type: 'Number', text })),
  fc.constantFrom('2026-01-31', '2026-01-31T09:00:00Z', '2026-01-31T09:00:00.123+02:00').map((text) => {
    return { type: 'DateTime', text };
  }),
  fc.constantFrom('true', 'false').map((text) => ({ type: 'Boolean', text })),
  fc.constant({ type: 'Null', text: 'null' }),
);
const operator = fc.constantFrom(
  ...([
    'or',
    'and',
    'eq',
    'ne',
    'gt',
    'ge',
    'lt',
    'le',
    'has',
    'in',
    'add',
    'sub',
    'mul',
    'div',
    'divby',
    'mod',
  ] as const),
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie('expression');
  return {
    expression: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      value.map((literal) => ({ kind: 'value', ...literal }) as Expression),
      path.map((segments): Expression => ({ kind: 'property', path: segments })),
      fc.record({ kind: fc.constant('binary' as const), operator, left: inner, right: inner }),
      inner.map((operand): Expression => ({ kind: 'not', operand })),
      fc.record({
        kind: fc.constant('call' as const),
        name: name.map((text) => text.toLowerCase()),
        operands: fc.array(inner, { maxLength: 3 }),
      }),
      fc.array(inner, { minLength: 2, maxLength: 3 }).map((items): Expression => ({ kind: 'list', items })),
      fc.record({
        kind: fc.constant('lambda' as const),
        path,
        quantifier: fc.constantFrom('any' as const, 'all' as const),
        variable: name,
        holds: inner,
      }),
    ),
  };
});

test('what is written is read again as the same', () => {
  fc.assert(
    fc.property(expression, (filter) => {
      const text = printFilter(filter);
      fc.pre(text.length <= longestExpression);
      expect(parseFilter(text)).toEqual(filter);
    }),
  );
});

test('spaces and the case of operators change nothing', () => {
  fc.assert(
    fc.property(expression, (filter) => {
      const text = printFilter(filter);
      fc.pre(text.length * 3 <= longestExpression);
      // Everything that stands between quotes stays as it is.
      const wide = text.replace(/'(?:[^']|'')*'| (?:or|and|eq|ne|gt|in|has) /g, (found) =>
        found.startsWith("'") ? found : ` ${found.toUpperCase()}\t`,
      );
      expect(parseFilter(` ${wide} `)).toEqual(filter);
    }),
  );
});

test('any text is read or refused, and nothing else happens', () => {
  const pieces = fc.constantFrom(
    ...["'", "''", '(', ')', ',', '/', ':', ' ', '-', '1', 'a', '$count', 'any(', '\u0000'],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.oneof(pieces, fc.constantFrom(...reserved)), { maxLength: 60 }).map((some) => some.join('')),
    fc.array(fc.oneof(pieces, fc.constantFrom(...reserved)), { maxLength: 60 }).map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(text, (some) => {
      const refusal = refusalOf(some);
      if (refusal) expect(refusal).toEqual({ code: 'QueryInvalid', target: '$filter', fact: expect.any(String) });
      else expect(() => printFilter(parseFilter(some))).not.toThrow();
    }),
  );
});

test.each([
  ['', 'a value or property is expected at character 1'],
  ['   ', 'a value or property is expected at character 1'],
  ['displayName', undefined],
  ['displayName eq', 'a value or property is expected at character 15'],
  ['displayName eq  ', 'a value or property is expected at character 15'],
  ["displayName eq 'Ada", 'the quote at character 16 is never closed'],
  ["displayName eq 'O'Neil'", 'the quote at character 23 is never closed'],
  ["displayName eq 'O''Neil'", undefined],
  ["displayName = 'Ada'", 'there is something that is no OData at character 13'],
  ['displayName eq "Ada"', 'there is something that is no OData at character 16'],
  ["(displayName eq 'Ada'", '")" is expected at character 22'],
  ["displayName eq 'Ada')", '"and", another operator or the end is expected at character 21'],
  ["displayName eq 'Ada' mail eq 'x'", '"and", another operator or the end is expected at character 22'],
  ["displayName eq 'Ada' && mail eq 'x'", 'there is something that is no OData at character 22'],
  ['startswith(displayName', '")" is expected at character 23'],
  ['startswith(displayName,)', 'a value or property is expected at character 24'],
  ['eq eq eq', 'a value or property is expected at character 1'],
  ['assignedLicenses/any(s s/skuId eq 1)', '":" is expected at character 24'],
  ['assignedLicenses/', 'a property is expected at character 18'],
])('%j: %j', (text, fact) => {
  expect(refusalOf(text)?.fact).toBe(fact);
});

test.each([
  ['brackets', '('],
  ['not', 'not '],
  ['functions', 'f('],
  ['lambdas', 'a/any(x:'],
])('%s lie in each other so deep at most', (_what, opening) => {
  const closing = opening === 'not ' ? '' : ')';
  const nested = (depth: number) => `${opening.repeat(depth)}a eq 1${closing.repeat(depth)}`;
  expect(refusalOf(nested(deepest))).toBeUndefined();
  expect(refusalOf(nested(deepest + 1))?.fact).toBe(`it is nested deeper than ${deepest}`);
  expect(refusalOf(nested(400))?.fact).toBe(`it is nested deeper than ${deepest}`);
});

test('what is longer than a request may be is refused unread; as long as that is read', () => {
  expect(refusalOf('('.repeat(10_000))?.fact).toBe(`it is longer than ${longestExpression} characters`);
  const long = Array.from({ length: 500 }, () => 'a eq 1')
    .join(' or ')
    .slice(0, longestExpression - 2);
  expect(refusalOf(long)?.fact ?? '').not.toContain('longer');
  const filter = parseFilter(Array.from({ length: 400 }, () => 'a eq 1').join(' or '));
  expect(parseFilter(printFilter(filter))).toEqual(filter);
});
