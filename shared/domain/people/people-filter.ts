/** What can be asked of people: conditions that must all hold, and whether they do for a person. */

import type { Person } from '../person.ts';
import { mailOf } from './held-names.ts';
import { comparable } from './list-name.ts';

/** One condition. Texts are compared without regard to case. */
export type Condition =
  | { property: 'id' | 'userPrincipalName' | 'displayName' | 'employeeId'; test: 'eq'; value: string }
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
> &
  // Not in the index: whoever is asked for by it is found by the claim on it, and read.
  Pick<Person, 'employeeId'>;

/** Whether every condition holds for a person. */
export const matchesFilter = (filter: PeopleFilter, person: ListedPerson): boolean =>
  filter.every((condition) => holds(condition, person));

const holds = (condition: Condition, person: ListedPerson): boolean => {
  if (condition.property === 'accountEnabled') return person.accountEnabled === condition.value;
  if (condition.property === 'assignedLicenses') {
    return person.assignedLicenses.some(({ skuId }) => comparable(skuId) === comparable(condition.value));
  }
  const text = textOf(condition.property, person);
  if (text === null || condition.value === null) return text === condition.value;
  return condition.test === 'eq'
    ? comparable(text) === comparable(condition.value)
    : comparable(text).startsWith(comparable(condition.value));
};

const textOf = (
  property: Exclude<Condition['property'], 'accountEnabled' | 'assignedLicenses'>,
  person: ListedPerson,
): string | null => (property === 'mail' ? mailOf(person) : (person[property] ?? null));
