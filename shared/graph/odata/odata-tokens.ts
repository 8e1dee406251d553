/** The words of an OData expression, each with its place. */
import { Refused } from '../../domain/refusals.ts';

/** The types of literal values that are told apart; `text` of a value is what it says, without quotes. */
export type ValueType = 'String' | 'Guid' | 'DateTime' | 'Number' | 'Boolean' | 'Null';

/** A word: punctuation, a name (of a property, operator or function), or a literal value. `at` counts from 1. */
export type Token = { at: number } & (
  | { kind: 'mark'; text: string }
  | { kind: 'name'; text: string }
  | { kind: ValueType; text: string }
);

/** Longest expression that is read: a request's line has 10 KB. */
export const longestExpression = 4096;

/** Forms of words, the first that fits counts: a GUID may begin like a number, and a date is no subtraction. */
const forms: readonly (readonly [Token['kind'], RegExp])[] = [
  ['String', /'(?:[^']|'')*'/y],
  ['Guid', /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-])/iy],
  ['DateTime', /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\w-])/iy],
  ['Number', /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?!\w)/iy],
  ['name', /[$@]?[a-z_]\w*(?:\.[a-z_]\w*)*/iy],
  ['mark', /[(),:/]/y],
];

const constants: Readonly<Record<string, ValueType>> = { true: 'Boolean', false: 'Boolean', null: 'Null' };

/** Throws the refusal of an option that is no OData; `fact` says what is wrong with it, and where. */
export const refuseOption = (target: string, fact: string): never => {
  throw new Refused({ code: 'QueryInvalid', target, fact });
};

/** The words of an expression; throws `Refused` with the place of what is no word. */
export const tokensOf = (text: string, option: string): Token[] => {
  if (text.length > longestExpression) refuseOption(option, `it is longer than ${longestExpression} characters`);
  const tokens: Token[] = [];
  let start = space(text, 0);
  while (start < text.length) {
    const [kind, length] = formAt(text, start) ?? refuseAt(text, start, option);
    tokens.push(wordOf(kind, text.slice(start, start + length), start + 1));
    start = space(text, start + length);
  }
  return tokens;
};

/** The first character from `start` on that is no space. */
const space = (text: string, start: number): number => {
  let end = start;
  while (end < text.length && /\s/.test(text.charAt(end))) end += 1;
  return end;
};

const formAt = (text: string, start: number): readonly [Token['kind'], number] | undefined => {
  for (const [kind, form] of forms) {
    form.lastIndex = start;
    const found = form.exec(text)?.[0];
    if (found !== undefined) return [kind, found.length];
  }
  return undefined;
};

const refuseAt = (text: string, start: number, option: string): never =>
  text.charAt(start) === "'"
    ? refuseOption(option, `the quote at character ${start + 1} is never closed`)
    : refuseOption(option, `there is something that is no OData at character ${start + 1}`);

const wordOf = (kind: Token['kind'], found: string, at: number): Token => {
  if (kind === 'String') return { at, kind, text: found.slice(1, -1).replaceAll("''", "'") };
  const constant = kind === 'name' && Object.hasOwn(constants, found.toLowerCase()) && constants[found.toLowerCase()];
  return constant ? { at, kind: constant, text: found.toLowerCase() } : { at, kind, text: found };
};
