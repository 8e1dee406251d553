/** Who has the keys and names that the objects of a chunk have. */

import { anchorKeys, anchorOfGuid } from '../../../domain/people/anchors.ts';
import type { CheckedDraft } from '../../../domain/people/check-draft.ts';
import { canonicalKey, holdsKey } from '../../../domain/people/source-keys.ts';
import type { Person } from '../../../domain/person.ts';
import type { Candidates } from '../../../domain/synchronization/match.ts';
import { canonicalUserName } from '../../../domain/user-name.ts';
import type { Directory } from '../../directory.ts';
import type { ComingRow } from './row-decision.ts';

const source = 'onPremises';

/** Looks them up anew whenever it is asked: between two tries anybody may have come or gone. */
export class ObjectPeople {
  readonly #directory: Pick<Directory, 'claimHolders' | 'readPeople'>;
  #people = new Map<string, Person>();
  #names = new Map<string, string>();
  #keys = new Map<string, readonly string[]>();

  constructor(directory: Pick<Directory, 'claimHolders' | 'readPeople'>) {
    this.#directory = directory;
  }

  async look(rows: readonly ComingRow[]): Promise<void> {
    const asking = rows.filter(({ refusal }) => refusal === undefined);
    const { names, keys } = await this.#directory.claimHolders({
      userNames: asking.flatMap(namesOf),
      keys: asking.flatMap(keysOf).map((key) => ({ source, key })),
    });
    this.#names = names;
    this.#keys = new Map(keys.map(({ key, holders }) => [key, holders]));
    const ids = [
      ...names.values(),
      ...[...this.#keys.values()].flat(),
      ...rows.flatMap(({ object }) => object?.personId ?? []),
    ];
    const people = ids.length > 0 ? await this.#directory.readPeople([...new Set(ids)]) : [];
    this.#people = new Map(people.map((person) => [person.id, person]));
  }

  /** A person who was found, by their id. */
  person(id: string): Person | undefined {
    return this.#people.get(id);
  }

  /** Everybody whom a row may mean, as they were read: a claim may have been given up since it was found. */
  candidates(row: ComingRow): Candidates {
    const byKey = keysOf(row).flatMap((key) =>
      (this.#keys.get(canonicalKey(source, key)) ?? []).flatMap((id) => {
        const person = this.#people.get(id);
        return person && holdsKey(person, source, key) ? [person] : [];
      }),
    );
    const [byUserName, byPrimaryAddress] = namesOf(row).map((name) => this.#named(name));
    return { byKey, byUserName, byPrimaryAddress };
  }

  /** Whom an object's keys or the id of a deletion mean. */
  ofDeletion(row: ComingRow): Person | undefined {
    const id = row.object?.personId;
    return id === undefined ? this.candidates(row).byKey.find((one) => isOf(one, row)) : this.#people.get(id);
  }

  #named(name: string): Person | undefined {
    const person = this.#people.get(this.#names.get(canonicalUserName(name)) ?? '');
    return person && !person.deleted && canonicalUserName(person.userPrincipalName) === canonicalUserName(name)
      ? person
      : undefined;
  }
}

/** A deletion is of the object itself: whoever has its objectGUID as the anchor of another object stays. */
const isOf = ({ onPremisesObjectGuid }: Person, { object }: ComingRow): boolean =>
  onPremisesObjectGuid === object?.objectGuid;

const keysOf = ({ object, draft }: ComingRow): string[] => {
  const guid = object?.objectGuid;
  if (guid === undefined) return [];
  return draft ? anchorKeys(draft as CheckedDraft) : [anchorOfGuid(guid)];
};

const namesOf = ({ draft, userPrincipalName, object }: ComingRow): string[] =>
  draft ? [userPrincipalName, ...(object?.primaryAddress === undefined ? [] : [object.primaryAddress])] : [];
