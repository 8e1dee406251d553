/** The conditions that a filter consists of, in the forms that are served anywhere. */
import type { Expression, Operator } from './odata-filter.ts';

/** A literal value of a filter. */
export type Value = Extract<Expression, { kind: 'value' }>;

/** A property, at its path, that is compared with a value. */
export type Comparison = { path: readonly string[]; operator: Operator; value: Value };

/** The parts of an expression that are joined by `and`. */
export const conjunctsOf = (expression: Expression): Expression[] =>
  expression.kind === 'binary' && expression.operator === 'and'
    ? [...conjunctsOf(expression.left), ...conjunctsOf(expression.right)]
    : [expression];

/** The parts of an expression that are joined by `or`. */
export const disjunctsOf = (expression: Expression): Expression[] =>
  expression.kind === 'binary' && expression.operator === 'or'
    ? [...disjunctsOf(expression.left), ...disjunctsOf(expression.right)]
    : [expression];

/** The comparison of a property with a value that an expression is; undefined where it is something else. */
export const comparisonIn = (expression: Expression | undefined): Comparison | undefined => {
  if (expression?.kind !== 'binary') return undefined;
  const { left, operator, right } = expression;
  return left.kind === 'property' && right.kind === 'value' ? { path: left.path, operator, value: right } : undefined;
};

/** The comparison within `path/any(x:x/property eq value)`, whatever the variable is called; its path is `path/any()/property`. */
export const anyComparisonIn = (expression: Expression): Comparison | undefined => {
  if (expression.kind !== 'lambda' || expression.quantifier !== 'any') return undefined;
  const comparison = comparisonIn(expression.holds);
  const [variable, ...property] = comparison?.path ?? [];
  return comparison && variable === expression.variable
    ? { ...comparison, path: [...expression.path, 'any()', ...property] }
    : undefined;
};

/** The one of some paths, such as `initiatedBy/user/id`, that a comparison is about, in any case. */
export const pathAmong = <Path extends string>({ path }: Comparison, paths: readonly Path[]): Path | undefined => {
  const given = path.join('/').toLowerCase();
  return paths.find((each) => each.toLowerCase() === given);
};
