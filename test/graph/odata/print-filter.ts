/** The other direction than parseFilter's: a filter as it may be written, with no bracket more than it needs. */
import type { Expression, Operator } from '../../../shared/graph/odata/odata-filter.ts';

/** How strongly operators bind, weakest first (OData 4.01, part 2, 5.1.1.16). */
const precedence: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['eq', 'ne'],
  ['gt', 'ge', 'lt', 'le', 'has', 'in'],
  ['add', 'sub'],
  ['mul', 'div', 'divby', 'mod'],
];
const strengthOf = (operator: Operator): number => 1 + precedence.findIndex((equals) => equals.includes(operator));

/** Writes an expression: what is read from it again is the same. */
export const printFilter = (expression: Expression): string => {
  switch (expression.kind) {
    case 'value':
      return expression.type === 'String' ? `'${expression.text.replaceAll("'", "''")}'` : expression.text;
    case 'property':
      return expression.path.join('/');
    case 'call':
      return `${expression.name}(${expression.operands.map(printFilter).join(',')})`;
    case 'lambda': {
      const { path, quantifier, variable, holds } = expression;
      return `${path.join('/')}/${quantifier}(${holds ? `${variable}:${printFilter(holds)}` : ''})`;
    }
    case 'not':
      return `not ${bracketed(expression.operand, 7)}`;
    case 'list':
      return `(${expression.items.map(printFilter).join(',')})`;
    case 'binary': {
      const strength = strengthOf(expression.operator);
      // Operators of one strength are read from the left.
      const [left, right] = [bracketed(expression.left, strength), bracketed(expression.right, strength + 1)];
      return `${left} ${expression.operator} ${right}`;
    }
  }
};

const bracketed = (expression: Expression, least: number): string =>
  expression.kind === 'binary' && strengthOf(expression.operator) < least
    ? `(${printFilter(expression)})`
    : printFilter(expression);
