/** Whom the directory is asked for. Values are given as bytes: text of a filter cannot hold those above 0x7f. */
import { AndFilter, EqualityFilter, ExtensibleFilter, type Filter, FilterParser, OrFilter } from 'ldapts';
import { guidBytes } from './guid.ts';

/** A person who is alive: a deleted one has lost its objectCategory. Computers are users, too, and of another category. */
const livingPerson = '(&(objectCategory=person)(objectClass=user)(sAMAccountName=*)(!(isCriticalSystemObject=TRUE)))';

/** Members of a group and of groups in it, found by the directory (LDAP_MATCHING_RULE_IN_CHAIN). */
const inChain = '1.2.840.113556.1.4.1941';

/** Living people who match a filter of the settings, and are members of a group at any depth. */
export const peopleFilter = ({
  filter,
  groupDn,
}: {
  filter?: string | undefined;
  groupDn?: string | undefined;
}): Filter =>
  new AndFilter({
    filters: [
      FilterParser.parseString(livingPerson),
      ...(filter === undefined ? [] : [FilterParser.parseString(filter)]),
      ...(groupDn === undefined ? [] : [memberOf(groupDn)]),
    ],
  });

/** Who is a member of this group, or of one in it. */
export const memberOf = (groupDn: string): Filter =>
  new ExtensibleFilter({ matchType: 'memberOf', rule: inChain, value: groupDn });

/** Entries by their objectGUIDs. */
export const amongIds = (ids: readonly string[]): Filter =>
  new OrFilter({ filters: ids.map((id) => new EqualityFilter({ attribute: 'objectGUID', value: guidBytes(id) })) });

/** Both. */
export const both = (one: Filter, other: Filter): Filter => new AndFilter({ filters: [one, other] });

/**
 * What a change is looked for in: people, the deleted included, who keep their objectClass alone; containers, since one
 * that is renamed changes none of its people; groups where one is the scope.
 */
export const watchedFilter = (hasGroup: boolean): string => {
  const group = hasGroup ? '(objectClass=group)' : '';
  const containers = '(objectClass=organizationalUnit)(objectClass=container)';
  return `(|(&(objectClass=user)(!(objectClass=computer)))${containers}${group})`;
};

/** Attributes that a filter of the settings speaks of: a change of one may be a change of the scope. */
export const attributesIn = (filter: string): string[] =>
  [...filter.matchAll(/\(\s*([A-Za-z][\w-]*)\s*(?::[^=]*)?[~<>]?=/g)].map(([, name = '']) => name);
