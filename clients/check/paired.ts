/** Invariants by which items go in pairs: one follows from the other, and neither is there alone. */
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
  /** What is wrong where the entry is missing, and where it is alone; the latter is absent where that is no fault. */
  missing: string;
  alone?: string;
};

/** The invariant that a list has an entry for each thing that expects one, and no other. */
export const paired = ({ name, holds, list, expects, about, missing, alone }: Pairing): Invariant => ({
  name,
  holds,
  judges: 'subject',
  expects,
  watch: (): Watch => {
    /** Those without their partner so far: expected, or found. Partners cancel each other, so that few are kept. */
    const open = new Map<string, Expected & { isFound: boolean }>();
    let looked = 0;
    const meet = (one: Expected, isFound: boolean) => {
      const text = `${textOfKey(one.key)}\n${one.about}`;
      const other = open.get(text);
      if (other && other.isFound !== isFound) open.delete(text);
      else open.set(text, { ...one, isFound });
    };
    return {
      see: (seen) => {
        for (const one of expects(seen)) {
          looked += 1;
          meet(one, false);
        }
        if (seen.kind === 'pointer' && seen.list === list) meet({ key: seen.key, about: about(seen.id) }, true);
      },
      *doubts() {
        for (const { key, about: subject, isFound } of open.values()) {
          const what = isFound ? alone : missing;
          if (what !== undefined) yield { about: subject, what, reads: [key] };
        }
      },
      looked: () => looked,
    };
  },
});
