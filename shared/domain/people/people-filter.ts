/** What can be asked of people: conditions that must all hold, and whether they do for a person. */

import type { Expression } from '../../graph/odata/odata-filter.ts';
import { refuseOption } from '../../graph/odata/odata-tokens.ts';
import { type UserProperty, userPropertyNamed } from '../../graph/people/user-properties.ts';
import { beginningOf } from '../one-line.ts';
import type { Person } from '../person.ts';
import { Refused } from '../refusals.ts';
import { mailOf } from './mail-of.ts';

/** One condition. Texts are compared without regard to case. */
export type Condition =
  | { property: 'id' | 'userPrincipalName' | 'displayName'; test: 'eq'; value: string }
  | { property: 'mail' | 'department'; test: 'eq'; value: string | null }
  | { property: 'userPrincipalName' | 'displayName' | 'mail'; test: 'startswith'; value: string }
  | { property: 'accountEnabled'; test: 'eq'; value: boolean }
  | { property: 'assignedLicenses'; test: 'holds'; value: string };

/** Conditions that must all hold; without any, everybody is meant. */
export type PeopleFilter = readonly Condition[];

/** What is known of a person wherever conditions are tested: in the directory itself, and in its index of people. */
export type ListedPerson = Pick<
  Person,
  'id' | 'userPrincipalName' | 'displayName' | 'department' | 'accountEnabled' | 'assignedLicenses' | 'mailbox'
>;

/** What `$filter` serves, in words. */
export const servedFilters =
  'eq and startswith on userPrincipalName, displayName and mail; eq on id, department and accountEnabled; ' +
  "assignedLicenses/any(s:s/skuId eq '...'); several of them joined by and";

/** A text as it is compared: in one composed form, lower case, with one small sigma. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');

/** Whether every condition holds for a person. */
export const matches = (filter: PeopleFilter, person: ListedPerson): boolean =>
  filter.every((condition) => holds(condition, person));

const holds = (condition: Condition, person: ListedPerson): boolean => {
  if (condition.property === 'accountEnabled') return person.accountEnabled === condition.value;
  if (condition.property === 'assignedLicenses') {
    return person.assignedLicenses.some(({ skuId }) => folded(skuId) === folded(condition.value));
  }
  const text = textOf(condition.property, person);
  if (text === null || condition.value === null) return text === condition.value;
  return condition.test === 'eq'
    ? folded(text) === folded(condition.value)
    : folded(text).startsWith(folded(condition.value));
};

const textOf = (
  property: 'id' | 'userPrincipalName' | 'displayName' | 'mail' | 'department',
  person: ListedPerson,
): string | null => (property === 'mail' ? mailOf(person) : (person[property] ?? null));

/**
 * The conditions that an expression asks for. Throws `Refused`: QueryInvalid where it makes no sense for a user,
 * FilterNotServed, with what can be asked, where answering it would need the whole directory.
 */
export const peopleFilter = (expression: Expression): PeopleFilter => {
  if (expression.kind === 'binary' && expression.operator === 'and') {
    return [...peopleFilter(expression.left), ...peopleFilter(expression.right)];
  }
  if (expression.kind === 'call') return [startsWith(expression)];
  if (expression.kind === 'lambda') return [holdsLicence(expression)];
  if (expression.kind === 'binary' && expression.operator === 'eq') {
    const { left, right } = expression;
    if (left.kind === 'call' && isTrue(right)) return [startsWith(left)];
    if (left.kind === 'property' && right.kind === 'value') return [equals(propertyOf(left.path), right)];
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

type Value = Extract<Expression, { kind: 'value' }>;

/** The text that a property is compared with. */
const text = (property: UserProperty, { type, text: value }: Value): string =>
  type === 'String' ? value : refuseOption('$filter', `${property} is compared with a text in single quotes`);

const equals = (property: UserProperty, value: Value): Condition => {
  switch (property) {
    case 'userPrincipalName':
    case 'displayName':
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

const startsWith = (call: Extract<Expression, { kind: 'call' }>): Condition => {
  nameProperties(call);
  const [of, beginning, ...more] = call.operands;
  if (call.name !== 'startswith' || more.length > 0) return notServed();
  if (of?.kind !== 'property' || beginning?.kind !== 'value') return notServed();
  const property = propertyOf(of.path);
  if (property !== 'userPrincipalName' && property !== 'displayName' && property !== 'mail') return notServed();
  return { property, test: 'startswith', value: text(property, beginning) };
};

/** `assignedLicenses/any(s:s/skuId eq ...)`, whatever the variable is called. */
const holdsLicence = ({ path, quantifier, variable, holds }: Extract<Expression, { kind: 'lambda' }>): Condition => {
  if (propertyOf(path) !== 'assignedLicenses' || quantifier !== 'any') return notServed();
  if (holds?.kind !== 'binary' || holds.operator !== 'eq') return notServed();
  const { left, right } = holds;
  if (left.kind !== 'property' || right.kind !== 'value') return notServed();
  const [of, property = '', ...more] = left.path;
  if (of !== variable || property.toLowerCase() !== 'skuid' || more.length > 0) return notServed();
  if (right.type !== 'Guid' && right.type !== 'String') return refuseOption('$filter', 'skuId is compared with a GUID');
  return { property: 'assignedLicenses', test: 'holds', value: right.text };
};
