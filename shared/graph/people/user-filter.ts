/** What `$filter` asks of users, as conditions of the directory. */

import { beginningOf } from '../../domain/one-line.ts';
import type { Condition, PeopleFilter } from '../../domain/people/people-filter.ts';
import { Refused } from '../../domain/refusals.ts';
import { anyComparisonIn, conjunctsOf, type Value } from '../odata/conditions.ts';
import type { Expression } from '../odata/odata-filter.ts';
import { refuseOption } from '../odata/odata-tokens.ts';
import type { UserProperty } from './user-properties.ts';
import { userPropertyNamed } from './user-properties.ts';

/** What `$filter` serves, in words. */
export const servedFilters =
  'eq and startswith on userPrincipalName, displayName and mail; eq on id, employeeId, department and accountEnabled; ' +
  "assignedLicenses/any(s:s/skuId eq '...'); several of them joined by and";

/**
 * The conditions that an expression asks for. Throws `Refused`: QueryInvalid where it makes no sense for a user,
 * FilterNotServed, with what can be asked, where answering it would need the whole directory.
 */
export const peopleFilter = (expression: Expression): PeopleFilter => conjunctsOf(expression).map(conditionIn);

const conditionIn = (expression: Expression): Condition => {
  if (expression.kind === 'call') return startsWith(expression);
  if (expression.kind === 'lambda') return holdsLicence(expression);
  if (expression.kind === 'binary' && expression.operator === 'eq') {
    const { left, right } = expression;
    if (left.kind === 'call' && isTrue(right)) return startsWith(left);
    if (left.kind === 'property' && right.kind === 'value') return equals(propertyOf(left.path), right);
  }
  nameProperties(expression);
  if (expression.kind === 'value') return refuseOption('$filter', "a comparison is expected, such as mail eq '...'");
  return notServed();
};

const notServed = (): never => {
  throw new Refused({ code: 'FilterNotServed', target: '$filter', fact: servedFilters });
};

const isTrue = (expression: Expression): boolean =>
  expression.kind === 'value' && expression.type === 'Boolean' && expression.text === 'true';

/** The property at a path; refuses a name that no user has. */
const propertyOf = ([name = '', ...rest]: readonly string[]): UserProperty => {
  const property = userPropertyNamed(name);
  if (property === undefined) return refuseOption('$filter', `there is no property ${beginningOf(name, 64)}`);
  return rest.length > 0 ? notServed() : property;
};

/** Refuses names of no property before anything else is said of an expression. */
const nameProperties = (expression: Expression): void => {
  if (expression.kind === 'property') propertyOf(expression.path.slice(0, 1));
  if (expression.kind === 'not') nameProperties(expression.operand);
  if (expression.kind === 'call') for (const operand of expression.operands) nameProperties(operand);
  if (expression.kind === 'binary') {
    nameProperties(expression.left);
    nameProperties(expression.right);
  }
};

/** The text that a property is compared with. */
export const text = (property: UserProperty, { type, text: value }: Value): string =>
  type === 'String' ? value : refuseOption('$filter', `${property} is compared with a text in single quotes`);

const equals = (property: UserProperty, value: Value): Condition => {
  switch (property) {
    case 'userPrincipalName':
    case 'displayName':
    case 'employeeId':
      return { property, test: 'eq', value: text(property, value) };
    case 'id':
      return { property, test: 'eq', value: value.type === 'Guid' ? value.text : text(property, value) };
    case 'mail':
    case 'department':
      return { property, test: 'eq', value: value.type === 'Null' ? null : text(property, value) };
    case 'accountEnabled':
      if (value.type !== 'Boolean') return refuseOption('$filter', 'accountEnabled is compared with true or false');
      return { property, test: 'eq', value: value.text === 'true' };
    default:
      return notServed();
  }
};

export const startsWith = (call: Extract<Expression, { kind: 'call' }>): Condition => {
  nameProperties(call);
  const [of, beginning, ...more] = call.operands;
  if (call.name !== 'startswith' || more.length > 0) return notServed();
  if (of?.kind !== 'property' || beginning?.kind !== 'value') return notServed();
  const property = propertyOf(of.path);
  if (property !== 'userPrincipalName' && property !== 'displayName' && property !== 'mail') return notServed();
  return { property, test: 'startswith', value: text(property, beginning) };
};

/** `assignedLicenses/any(s:s/skuId eq ...)`. */
const holdsLicence = (expression: Extract<Expression, { kind: 'lambda' }>): Condition => {
  const isLicence = propertyOf(expression.path) === 'assignedLicenses';
  const { path = [], operator, value } = anyComparisonIn(expression) ?? {};
  const isSku = path.length === 3 && path.at(-1)?.toLowerCase() === 'skuid';
  if (!isLicence || !isSku || operator !== 'eq' || value === undefined) return notServed();
  if (value.type !== 'Guid' && value.type !== 'String') return refuseOption('$filter', 'skuId is compared with a GUID');
  return { property: 'assignedLicenses', test: 'holds', value: value.text };
};
