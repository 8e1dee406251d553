/** What people can be asked for: conditions that can be tested wherever a person is listed. */

import { deliveryStatusOf } from '../credentials/mail-delivery.ts';
import { type PasswordState, passwordStateOf } from '../passwords/password-terms.ts';
import type { Mailbox, Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import { type EndKind, endsAhead } from '../reports/due-ends.ts';
import type { Instant } from '../time.ts';
import { mailOf } from './held-names.ts';
import { comparable } from './list-name.ts';

/** One condition. Texts are compared without regard to case. */
export type Condition =
  | TextCondition
  | { property: 'accountEnabled'; test: 'eq'; value: boolean }
  | { property: 'mailboxState'; test: 'eq'; value: Mailbox['state'] | null }
  | RecordCondition
  | { property: 'assignedLicenses'; test: 'holds'; value: string }
  /** So many licences, or more than so many. */
  | { property: 'assignedLicenses'; test: 'count'; value: number }
  | { property: 'assignedLicenses'; test: 'more'; value: number }
  /** One of these filters holds; without any, none does. */
  | { property: 'filters'; test: 'any'; value: readonly PeopleFilter[] }
  | { property: 'filters'; test: 'not'; value: PeopleFilter };

/** A condition that the person's own record decides, and no index of people. */
export type RecordCondition =
  | { property: 'passwordState'; test: 'eq'; value: PasswordState }
  | { property: 'deliveryStatus'; test: 'eq'; value: string }
  | { property: 'deletedDateTime'; test: 'from' | 'until'; value: Instant }
  /** What is still to end, from a moment on or until one, both included; `policy` says when things end. */
  | { property: 'end'; test: 'from' | 'until'; of: EndKind; value: Instant; policy: Policy };

/** A condition of a text. No index knows nickname and employee id: they are of a whole filter, and not of a part of one. */
export type TextCondition =
  | { property: 'id' | 'userPrincipalName' | 'displayName' | 'mailNickname' | 'employeeId'; test: 'eq'; value: string }
  | { property: 'mail' | 'department'; test: 'eq'; value: string | null }
  | { property: TestedText; test: 'startswith' | 'endswith'; value: string }
  | { property: 'employeeId'; test: 'startswith'; value: string };

/** A text whose beginning and end can be asked for. */
export type TestedText = 'userPrincipalName' | 'displayName' | 'mail' | 'department';

/** Conditions that must all hold; without any, everybody is meant. */
export type PeopleFilter = readonly Condition[];

/**
 * What is known of a person wherever conditions are tested: in the directory itself, which knows the nickname and the
 * employee id as well, and in its index of people.
 */
export type ListedPerson = Partial<Pick<Person, 'mailNickname' | 'password' | 'credentialMail' | 'deleted'>> &
  Pick<Person, 'employeeId'> &
  Pick<
    Person,
    'id' | 'userPrincipalName' | 'displayName' | 'department' | 'accountEnabled' | 'assignedLicenses' | 'mailbox'
  >;

/** The properties that only a person's record has: they are of a whole filter, and not of a part of one. */
const unlisted: readonly Condition['property'][] = [
  ...(['mailNickname', 'employeeId', 'passwordState', 'deliveryStatus', 'deletedDateTime', 'end'] as const),
];

/** Whether the index of people can decide a condition. */
export const isListed = ({ property }: Condition): boolean => !unlisted.includes(property);

/** Whether every condition holds for a person. */
export const matchesFilter = (filter: PeopleFilter, person: ListedPerson): boolean =>
  filter.every((condition) => holds(condition, person));

const holds = (condition: Condition, person: ListedPerson): boolean => {
  switch (condition.property) {
    case 'filters':
      return condition.test === 'any'
        ? condition.value.some((filter) => matchesFilter(filter, person))
        : !matchesFilter(condition.value, person);
    case 'accountEnabled':
      return person.accountEnabled === condition.value;
    case 'assignedLicenses':
      return holdsLicences(condition, person);
    case 'mailboxState':
      return (person.mailbox?.state ?? null) === condition.value;
    case 'passwordState':
    case 'deliveryStatus':
    case 'deletedDateTime':
    case 'end':
      return isRecordSo(condition, person as Person);
    default:
      return isText(condition, person);
  }
};

const isRecordSo = (condition: RecordCondition, person: Person): boolean => {
  switch (condition.property) {
    case 'passwordState':
      return passwordStateOf(person) === condition.value;
    case 'deliveryStatus':
      return deliveryStatusOf(person) === condition.value;
    case 'deletedDateTime':
      return person.deleted !== undefined && isWithin(condition, person.deleted.dateTime);
    case 'end':
      return endsAhead(person, condition.policy).some(
        ({ kind, at }) => kind === condition.of && isWithin(condition, at),
      );
  }
};

const isWithin = ({ test, value }: Extract<RecordCondition, { test: 'from' | 'until' }>, at: Instant): boolean =>
  test === 'from' ? at >= value : at <= value;

const holdsLicences = (
  condition: Extract<Condition, { property: 'assignedLicenses' }>,
  { assignedLicenses }: ListedPerson,
): boolean => {
  if (condition.test === 'count') return assignedLicenses.length === condition.value;
  if (condition.test === 'more') return assignedLicenses.length > condition.value;
  return assignedLicenses.some(({ skuId }) => comparable(skuId) === comparable(condition.value));
};

const isText = (condition: TextCondition, person: ListedPerson): boolean => {
  const text = condition.property === 'mail' ? mailOf(person) : (person[condition.property] ?? null);
  if (text === null || condition.value === null) return text === condition.value;
  const [one, other] = [comparable(text), comparable(condition.value)];
  if (condition.test === 'startswith') return one.startsWith(other);
  return condition.test === 'endswith' ? one.endsWith(other) : one === other;
};
