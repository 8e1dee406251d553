/** Which side decides of what: a synchronised person's properties are the directory's on premises, all else is decided here. */
import type { Organisation } from '../organisation.ts';
import type { Person } from '../person.ts';
import { onPremisesProperties, type PersonProperty, personProperties } from '../person-properties.ts';
import type { Refusal } from '../refusals.ts';

type Switch = Pick<Organisation, 'onPremisesSync'>;
type Anchored = Pick<Person, 'onPremisesImmutableId'>;

/** Graph's onPremisesSyncEnabled: true while both say so, false where it was so once, null where it never was. */
export const syncEnabledOf = (person: Anchored, isSynchronized: boolean): boolean | null =>
  person.onPremisesImmutableId === undefined ? null : isSynchronized;

/** Whether the directory on premises decides of the person now. Switching off is one write, and frees everybody. */
export const isMastered = (person: Anchored, { onPremisesSync }: Switch): boolean =>
  syncEnabledOf(person, onPremisesSync?.isEnabled === true) === true;

const ownedThere: ReadonlySet<string> = new Set([
  'userPrincipalName',
  ...(Object.keys(personProperties) as PersonProperty[]).filter(
    (name) => personProperties[name].ownedBy === 'onPremises',
  ),
  ...onPremisesProperties,
]);

/** The properties of a change that are decided on premises. */
export const masteredAmong = (names: readonly string[]): string[] => names.filter((name) => ownedThere.has(name));

/** A refusal for each property of a change that belongs to the other side; none for people who are managed here. */
export const masteredRefusals = (names: readonly string[], person: Anchored, organisation: Switch): Refusal[] =>
  isMastered(person, organisation)
    ? masteredAmong(names).map((target) => ({ code: 'OnPremisesMastered', target }))
    : [];
