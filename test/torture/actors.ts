/** Who does what in a run, and how often. */
import { setTimeout as sleep } from 'node:timers/promises';
import { addApplication, deleteApplication } from './actors/applications.ts';
import { applyImport, cancelImport, importFile, resumeImport, undoImport } from './actors/imports.ts';
import { addPerson, assignLicence, changePerson, deletePerson, renamePerson, restorePerson } from './actors/people.ts';
import { changeRole } from './actors/roles.ts';
import { changeSeats } from './actors/seats.ts';
import { signInAgain, signInAtFirst } from './actors/sign-in.ts';
import { jump, sweep } from './actors/time.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { World } from './world.ts';

type Act = (world: World, chance: Chance) => Promise<void>;

/** Each as often as its number says, among the sum of them. */
const acts: readonly (readonly [number, Act])[] = [
  [20, addPerson],
  [8, changePerson],
  [8, renamePerson],
  [8, deletePerson],
  [6, restorePerson],
  [10, assignLicence],
  [4, changeRole],
  [2, addApplication],
  [1, deleteApplication],
  [5, changeSeats],
  [8, importFile],
  [2, cancelImport],
  [1, resumeImport],
  [3, undoImport],
  [1, applyImport],
  [3, sweep],
  [2, jump],
  [6, signInAtFirst],
  [3, signInAgain],
];

const wheel = acts.flatMap(([times, act]) => Array.from({ length: times }, () => act));

const pauseMilliseconds = 20;

/** Lets so many actors work until it is time; each decides by a row of chances of its own. */
export const work = async (world: World, seed: number, actors: number, isOver: () => boolean): Promise<void> => {
  const actor = async (index: number): Promise<void> => {
    const chance = chanceOf(seed + index);
    while (!isOver()) {
      await chance.one(wheel)(world, chance);
      // Where nobody fits, an act is over at once.
      await sleep(pauseMilliseconds);
    }
  };
  await Promise.all(Array.from({ length: actors }, (_, index) => actor(index + 1)));
};
