/** What people can be asked for: conditions that can be tested wherever a person is listed. */
import type { Person } from '../person.ts';
import { mailOf } from './held-names.ts';
import { comparable } from './list-name.ts';

/** One condition. Texts are compared without regard to case. */
export type Condition =
  | TextCondition
  | { property: 'accountEnabled'; test: 'eq'; value: boolean }
  | { property: 'assignedLicenses'; test: 'holds'; value: string }
  /** So many licences, or more than so many. */
  | { property: 'assignedLicenses'; test: 'count'; value: number }
  | { property: 'assignedLicenses'; test: 'more'; value: number }
  /** One of these filters holds; without any, none does. */
  | { property: 'filters'; test: 'any'; value: readonly PeopleFilter[] }
  | { property: 'filters'; test: 'not'; value: PeopleFilter };

/** A condition of a text. No index knows nickname and employee id: they are of a whole filter, and not of a part of one. */
export type TextCondition =
  | { property: 'id' | 'userPrincipalName' | 'displayName' | 'mailNickname' | 'employeeId'; test: 'eq'; value: string }
  | { property: 'mail' | 'department'; test: 'eq'; value: string | null }
  | { property: TestedText; test: 'startswith' | 'endswith'; value: string };

/** A text whose beginning and end can be asked for. */
export type TestedText = 'userPrincipalName' | 'displayName' | 'mail' | 'department';

/** Conditions that must all hold; without any, everybody is meant. */
export type PeopleFilter = readonly Condition[];

/**
 * What is known of a person wherever conditions are tested: in the directory itself, which knows the nickname and the
 * employee id as well, and in its index of people.
 */
export type ListedPerson = Partial<Pick<Person, 'mailNickname'>> &
  Pick<Person, 'employeeId'> &
  Pick<
    Person,
    'id' | 'userPrincipalName' | 'displayName' | 'department' | 'accountEnabled' | 'assignedLicenses' | 'mailbox'
  >;

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
    default:
      return isText(condition, person);
  }
};

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
