/** What `$filter` asks of users, as conditions of the directory. */

import { beginningOf } from '../../domain/one-line.ts';
import { type Condition, isListed, type PeopleFilter, type TestedText } from '../../domain/people/people-filter.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import { anyComparisonIn, conjunctsOf, disjunctsOf, type Value } from '../odata/conditions.ts';
import type { Expression, Operator } from '../odata/odata-filter.ts';
import { refuseOption } from '../odata/odata-tokens.ts';
import { absentPropertyNamed } from './absent-properties.ts';
import { licenceCount } from './licence-count.ts';
import { provisioningErrors } from './provisioning-errors.ts';
import { isOfRecord, recordCondition } from './record-filter.ts';
import type { UserProperty } from './user-properties.ts';
import { userPropertyNamed } from './user-properties.ts';

/** What `$filter` serves, in words. */
export const servedFilters =
  'eq, ne and in on userPrincipalName, displayName, mail, id, department, accountEnabled, userType and mailbox/state; ' +
  'startswith and endswith on the first three and department; ' +
  "assignedLicenses/any(s:s/skuId eq '...') and assignedLicenses/$count; all of them joined by and, or and not; by " +
  'themselves or joined by and: mailNickname, employeeId, passwordState and credentialMail/deliveryStatus eq, ' +
  'startswith on employeeId, and ge, gt, le and lt on passwordExpiresDateTime, temporaryPasswordExpiresDateTime, ' +
  'mailbox/graceEndsDateTime and deletedDateTime';

/** Who has errors of provisioning is asked of their list. */
const listOfErrors =
  'GET /v1.0/directory/onPremisesSynchronization/organization/errors, which names everybody who has one';

/** Alternatives of one filter at most: a page of people, each with a look-up. */
export const mostAlternatives = 100;

/**
 * The conditions that an expression asks for; the policy says when something ends. Throws `Refused`: QueryInvalid where it makes no sense for a user,
 * FilterNotServed, with what can be asked, where answering it would need the whole directory.
 */
export const peopleFilter = (expression: Expression, policy: Policy): PeopleFilter =>
  conjunctsOf(expression).map((part) => conditionIn(part, policy));

const conditionIn = (expression: Expression, policy: Policy): Condition => {
  switch (expression.kind) {
    case 'call':
      return textTest(expression);
    case 'lambda':
      return holdsLicence(expression);
    case 'not':
      return not(peopleFilter(expression.operand, policy));
    case 'binary':
      return binaryCondition(expression, policy);
    case 'value':
      return refuseOption('$filter', "a comparison is expected, such as mail eq '...'");
    default:
      nameProperties(expression);
      return notServed();
  }
};

type Binary = Extract<Expression, { kind: 'binary' }>;

const binaryCondition = (expression: Binary, policy: Policy): Condition => {
  const { left, operator, right } = expression;
  if (operator === 'or') return any(disjunctsOf(expression).map((part) => peopleFilter(part, policy)));
  nameProperties(expression);
  if (operator === 'in' && left.kind === 'property') {
    return any(valuesIn(right).map((value) => [compared(left.path, 'eq', value, policy)]));
  }
  if (right.kind !== 'value') return notServed();
  if (left.kind === 'property') return compared(left.path, operator, right, policy);
  // A test may be compared with what it comes to.
  if (left.kind !== 'call' || right.type !== 'Boolean' || !isEquality(operator)) return notServed();
  const test = textTest(left);
  return (right.text === 'true') === (operator === 'eq') ? test : not([test]);
};

const isEquality = (operator: Operator): operator is 'eq' | 'ne' => operator === 'eq' || operator === 'ne';

const valuesIn = (expression: Expression): Value[] => {
  const items = expression.kind === 'list' ? expression.items : [expression];
  return items.map((item) => (item.kind === 'value' ? item : notServed()));
};

/** One of several filters. What no index knows would be looked for among everybody, for each alternative anew. */
const any = (filters: readonly PeopleFilter[]): Condition => {
  if (filters.length > mostAlternatives) return refuseOption('$filter', `at most ${mostAlternatives} alternatives`);
  for (const filter of filters) refuseUnlisted(filter);
  return { property: 'filters', test: 'any', value: filters };
};

const not = (filter: PeopleFilter): Condition => {
  refuseUnlisted(filter);
  return { property: 'filters', test: 'not', value: filter };
};

const refuseUnlisted = (filter: PeopleFilter): void => {
  if (!filter.every(isListed)) notServed();
};

const notServed = (): never => {
  throw new Refused({ code: 'FilterNotServed', target: '$filter', fact: servedFilters });
};

/** The property of a name; refuses a name that no user has, here or in Graph. */
const propertyOf = ([name = '', ...rest]: readonly string[]): UserProperty => {
  const property = userPropertyNamed(name);
  if (property !== undefined) return rest.length > 0 ? notServed() : property;
  if (absentPropertyNamed(name) !== undefined) return notServed();
  return refuseOption('$filter', `there is no property ${beginningOf(name, 64)}`);
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

const compared = (path: readonly string[], operator: Operator, value: Value, policy: Policy): Condition => {
  if (isOfRecord(path)) return ofRecord(path, operator, value, policy);
  const [name = '', count = '', ...more] = path;
  if (userPropertyNamed(name) === 'assignedLicenses' && count.toLowerCase() === '$count' && more.length === 0) {
    const condition = licenceCount(operator, value);
    return Array.isArray(condition) ? not(condition) : (condition ?? notServed());
  }
  if (!isEquality(operator)) return notServed();
  const condition = equals(propertyOf(path), value);
  return operator === 'eq' ? condition : not([condition]);
};

/** `ne` is served where the index of people can decide it. */
const ofRecord = (path: readonly string[], operator: Operator, value: Value, policy: Policy): Condition => {
  const condition = recordCondition(path, operator, value, policy);
  if (condition) return condition;
  const same = operator === 'ne' ? recordCondition(path, 'eq', value, policy) : undefined;
  return same ? not([same]) : notServed();
};

/** The text that a property is compared with. */
export const text = (property: UserProperty, { type, text: value }: Value): string =>
  type === 'String' ? value : refuseOption('$filter', `${property} is compared with a text in single quotes`);

const equals = (property: UserProperty, value: Value): Condition => {
  switch (property) {
    case 'userPrincipalName':
    case 'displayName':
    case 'mailNickname':
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
    case 'userType':
      return any(text(property, value).toLowerCase() === 'member' ? [[]] : []);
    default:
      return notServed();
  }
};

const tested: readonly string[] = ['userPrincipalName', 'displayName', 'mail', 'department'] satisfies TestedText[];

/** `startswith` and `endswith` of a text. */
const textTest = (call: Extract<Expression, { kind: 'call' }>): Condition => {
  nameProperties(call);
  const [of, part, ...more] = call.operands;
  const { name: test } = call;
  if ((test !== 'startswith' && test !== 'endswith') || more.length > 0) return notServed();
  if (of?.kind !== 'property' || part?.kind !== 'value') return notServed();
  const property = propertyOf(of.path);
  if (property === 'employeeId' && test === 'startswith') return { property, test, value: text(property, part) };
  if (!tested.includes(property)) return notServed();
  return { property: property as TestedText, test, value: text(property, part) };
};

/** `assignedLicenses/any(s:s/skuId eq ...)`, and `assignedLicenses/any()`: one at least. */
const holdsLicence = (expression: Extract<Expression, { kind: 'lambda' }>): Condition => {
  const property = propertyOf(expression.path);
  if (property === provisioningErrors)
    throw new Refused({ code: 'FilterNotServed', target: '$filter', fact: listOfErrors });
  if (property !== 'assignedLicenses') return notServed();
  const isOne = expression.quantifier === 'any' && expression.variable === undefined;
  if (isOne) return { property: 'assignedLicenses', test: 'more', value: 0 };
  const { path = [], operator, value } = anyComparisonIn(expression) ?? {};
  const isSku = path.length === 3 && path.at(-1)?.toLowerCase() === 'skuid';
  if (!isSku || operator !== 'eq' || value === undefined) return notServed();
  if (value.type !== 'Guid' && value.type !== 'String') return refuseOption('$filter', 'skuId is compared with a GUID');
  return { property: 'assignedLicenses', test: 'holds', value: value.text };
};
