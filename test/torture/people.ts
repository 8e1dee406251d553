/** The people whom actors know, each in the hands of one actor at a time, so that what is known of them is certain. */
import type { Chance } from './chance.ts';

/** Somebody, as the last answer said. */
export type Known = {
  id: string;
  userPrincipalName: string;
  displayName: string;
  address: string;
  isDeleted: boolean;
  /** Roles that they were given. */
  roles?: readonly string[];
  /** The password that they chose at sign-in. */
  password?: string;
  /** An operation on them got no answer: it may be so, or as it was before. */
  isUncertain?: boolean;
};

/** People at hand. */
export type People = {
  add: (person: Known) => void;
  /** Lets an actor work on somebody who fits, while nobody else does. False when nobody is free. */
  withOne: (
    chance: Chance,
    fits: (person: Known) => boolean,
    work: (person: Known) => Promise<void>,
  ) => Promise<boolean>;
  all: () => readonly Known[];
};

/** Nobody yet. */
export const knownPeople = (): People => {
  const all: Known[] = [];
  const inHand = new Set<Known>();
  return {
    add: (person) => void all.push(person),
    withOne: async (chance, fits, work) => {
      const free = all.filter((person) => !inHand.has(person) && !person.isUncertain && fits(person));
      if (free.length === 0) return false;
      const person = chance.one(free);
      inHand.add(person);
      await work(person).finally(() => inHand.delete(person));
      return true;
    },
    all: () => all,
  };
};
