/**
 * OData's filter expressions, read into a tree: the whole grammar of comparisons, logic, arithmetic,
 * functions and lambdas, so that what is no OData can be told from what is OData and not served. Pure text: it knows no
 * property. Names of operators and functions are read in any case, as OData 4.01 wants and Microsoft Graph does.
 */
import { refuseOption, type Token, tokensOf, type ValueType } from './odata-tokens.ts';

/** Operators between two operands, by how strongly they bind. */
const strengths = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  gt: 4,
  ge: 4,
  lt: 4,
  le: 4,
  has: 4,
  in: 4,
  add: 5,
  sub: 5,
  mul: 6,
  div: 6,
  divby: 6,
  mod: 6,
} as const;

export type Operator = keyof typeof strengths;

/** A filter expression. */
export type Expression =
  | { kind: 'value'; type: ValueType; text: string }
  | { kind: 'property'; path: string[] }
  | { kind: 'call'; name: string; operands: Expression[] }
  | { kind: 'lambda'; path: string[]; quantifier: 'any' | 'all'; variable?: string; holds?: Expression }
  | { kind: 'not'; operand: Expression }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression };

/** How deep brackets, functions and lambdas may lie in each other: more than any question needs, and safe for any stack. */
export const deepest = 50;

/** Reads an expression. Throws `Refused` QueryInvalid, with the place where it stops being OData, and nothing else. */
export const parseFilter = (text: string, option = '$filter'): Expression => {
  const tokens = tokensOf(text, option);
  const end = text.trimEnd().length + 1;
  let next = 0;
  let depth = 0;

  const mark = (wanted: string): boolean => {
    const token = tokens[next];
    if (token?.kind !== 'mark' || token.text !== wanted) return false;
    next += 1;
    return true;
  };
  const expected = (what: string): never =>
    refuseOption(option, `${what} is expected at character ${tokens[next]?.at ?? end}`);
  const must = (wanted: string): void => {
    if (!mark(wanted)) expected(`"${wanted}"`);
  };
  const name = (what: string): string => {
    const token = tokens[next];
    if (token?.kind !== 'name') return expected(what);
    next += 1;
    return token.text;
  };
  const within = <Result>(read: () => Result): Result => {
    depth += 1;
    if (depth > deepest) refuseOption(option, `it is nested deeper than ${deepest}`);
    const result = read();
    depth -= 1;
    return result;
  };

  const binary = (least: number): Expression => {
    let left = operand();
    for (let operator = operatorOf(tokens[next]); operator && strengths[operator] >= least; ) {
      next += 1;
      left = { kind: 'binary', operator, left, right: binary(strengths[operator] + 1) };
      operator = operatorOf(tokens[next]);
    }
    return left;
  };
  const operand = (): Expression => {
    const token = tokens[next];
    if (mark('(')) return within(bracket);
    if (token === undefined || token.kind === 'mark') return expected('a value or property');
    if (token.kind !== 'name') {
      next += 1;
      return { kind: 'value', type: token.kind, text: token.text };
    }
    if (operatorOf(token)) return expected('a value or property');
    next += 1;
    if (token.text.toLowerCase() === 'not') return { kind: 'not', operand: within(operand) };
    if (mark('(')) return { kind: 'call', name: token.text.toLowerCase(), operands: mark(')') ? [] : within(list) };
    return path([token.text]);
  };
  const bracket = (): Expression => {
    const items = list();
    return items.length === 1 ? (items[0] as Expression) : { kind: 'list', items };
  };
  const list = (): Expression[] => {
    const items = [binary(1)];
    while (mark(',')) items.push(binary(1));
    must(')');
    return items;
  };
  const path = (segments: string[]): Expression => {
    while (mark('/')) {
      const segment = name('a property');
      const quantifier = segment.toLowerCase();
      if ((quantifier === 'any' || quantifier === 'all') && mark('(')) {
        return { kind: 'lambda', path: segments, quantifier, ...within(lambda) };
      }
      segments.push(segment);
    }
    return { kind: 'property', path: segments };
  };
  const lambda = (): { variable?: string; holds?: Expression } => {
    if (mark(')')) return {};
    const variable = name('a variable');
    must(':');
    const holds = binary(1);
    must(')');
    return { variable, holds };
  };

  const expression = binary(1);
  return next < tokens.length ? expected('"and", another operator or the end') : expression;
};

const operatorOf = (token: Token | undefined): Operator | undefined => {
  const text = token?.kind === 'name' ? token.text.toLowerCase() : '';
  return Object.hasOwn(strengths, text) ? (text as Operator) : undefined;
};
