/** Invariants by which items go in pairs: one follows from the other, and neither is there alone. */
import { hash } from 'node:crypto';
import type { Expected, Invariant, Subject, Watch } from './invariant.ts';
import { textOfKey } from './state/key.ts';
import type { List, Seen } from './state/seen.ts';

type Pairing = {
  name: string;
  holds: string;
  list: List;
  /** The items of the list that must be there because of this one. */
  expects: (seen: Seen) => Iterable<Expected>;
  /** What an entry of the list is about. */
  about: (id: string) => Subject;
  /** What is wrong where the entry is missing, and where it is alone. */
  missing: string;
  alone: string;
};

/** A short text that only the same key and subject have: a million of them take a tenth of a gigabyte. */
const markOf = ({ key, about }: Expected): string =>
  hash('sha256', `${textOfKey(key)}\n${about}`, 'base64').slice(0, 16);

/** The invariant that a list has an entry for each thing that expects one, and no other. */
export const paired = ({ name, holds, list, expects, about, missing, alone }: Pairing): Invariant => ({
  name,
  holds,
  judges: 'subject',
  expects,
  watch: (): Watch => {
    /** Those without their partner so far: partners cancel each other. */
    const expected = new Map<string, Subject>();
    const found = new Map<string, Expected>();
    let looked = 0;
    return {
      see: (seen) => {
        for (const one of expects(seen)) {
          looked += 1;
          const mark = markOf(one);
          if (!found.delete(mark)) expected.set(mark, one.about);
        }
        if (seen.kind !== 'pointer' || seen.list !== list) return;
        for (const id of [seen.id, ...(seen.others ?? [])]) {
          const one = { key: seen.key, about: about(id) };
          const mark = markOf(one);
          if (!expected.delete(mark)) found.set(mark, one);
        }
      },
      *doubts() {
        for (const subject of expected.values()) yield { about: subject, what: missing };
        for (const { key, about: subject } of found.values()) {
          yield { about: subject, what: alone, reads: [key] };
        }
      },
      looked: () => looked,
    };
  },
});
