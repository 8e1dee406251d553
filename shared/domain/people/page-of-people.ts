/** A page of people who are all known: sorted, and cut where the page before ended. */
import { canonicalUserName } from '../user-name.ts';
import { listName } from './list-name.ts';
import type { PeopleOrder } from './people-order.ts';

type Named = { id: string; userPrincipalName: string; displayName: string };

/** Texts by their characters, as DynamoDB sorts them. */
const byCharacters = (one: string, other: string): number => {
  const [these, those] = [[...one], [...other]];
  const at = these.findIndex((character, index) => character !== those[index]);
  if (at < 0) return these.length - those.length;
  return (these[at]?.codePointAt(0) ?? 0) - (those[at]?.codePointAt(0) ?? -1);
};

/** The people of a page in an order, by user name without one, after a place; `next` is absent on the last page. */
export const pageOfPeople = <Person extends Named>(
  people: readonly Person[],
  { top, order, after }: { top: number; order?: PeopleOrder; after?: string },
): { people: Person[]; next?: string } => {
  const { by, descending } = order ?? { by: 'userPrincipalName', descending: false };
  const placeOf = (person: Person) =>
    by === 'displayName' ? listName(person) : `${canonicalUserName(person.userPrincipalName)}#${person.id}`;
  const compare = (one: string, other: string) => byCharacters(one, other) * (descending ? -1 : 1);
  const open = people
    .map((person) => ({ person, place: placeOf(person) }))
    .filter(({ place }) => after === undefined || compare(place, after) > 0)
    .toSorted((one, other) => compare(one.place, other.place));
  const page = open.slice(0, top);
  const next = page.length < open.length ? page.at(-1)?.place : undefined;
  return { people: page.map(({ person }) => person), ...(next !== undefined && { next }) };
};
