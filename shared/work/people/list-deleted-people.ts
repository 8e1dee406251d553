/** Deleted people as they are asked for: in an order, and counted. */
import { pageOfPeople } from '../../domain/people/page-of-people.ts';
import type { PeopleFilter } from '../../domain/people/people-filter.ts';
import type { Person } from '../../domain/person.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Directory, PeopleQuestion } from '../directory.ts';

/** Deleted people who are read at most to sort or count them: a second or two. All of them can be listed by their names. */
export const mostRead = 5000;

type Ports = Pick<Directory, 'listDeleted'>;

/** A page of the deleted. Throws `Refused` FilterNotServed for another order than that of names where there are too many. */
export const listDeletedPeople = async (
  question: PeopleQuestion,
  directory: Ports,
): Promise<{ people: Person[]; next?: string }> => {
  const { order, ...asked } = question;
  if (order === undefined || (order.by === 'userPrincipalName' && !order.descending))
    return directory.listDeleted(asked);
  const all = await everyDeleted(question.filter ?? [], directory);
  if (all !== undefined) return pageOfPeople(all, question);
  throw new Refused({ code: 'FilterNotServed', target: '$orderby', fact: 'userPrincipalName, when there are so many' });
};

/** How many deleted people the filter means; undefined where there are too many to be read. */
export const countDeletedPeople = async (filter: PeopleFilter, directory: Ports): Promise<number | undefined> =>
  (await everyDeleted(filter, directory))?.length;

const everyDeleted = async (filter: PeopleFilter, directory: Ports): Promise<Person[] | undefined> => {
  const all: Person[] = [];
  let after: string | undefined;
  const most = 999;
  for (let pages = Math.ceil(mostRead / most); pages > 0; pages -= 1) {
    const page = await directory.listDeleted({ top: most, filter, ...(after !== undefined && { after }) });
    all.push(...page.people);
    if (page.next === undefined) return all;
    after = page.next;
  }
  return undefined;
};
