/** Holds the state of a system against everything that always holds of it. */
import type { Checked, Finding } from './checked.ts';
import { invariants } from './invariants.ts';
import { lookAtAll, settingOf } from './look.ts';
import { lookAgain, told } from './look-again.ts';
import { Pace } from './state/pace.ts';

/** What was found. */
export type Report = {
  /** How many things each invariant was held against. */
  checked: Record<string, number>;
  findings: Finding[];
  /** What whoever asks should know of, by invariant: no faults. */
  told: Record<string, string[]>;
  /** What changed with every look: the system is at work on it. */
  moving: Finding[];
  /** Read units of DynamoDB that the first look took. */
  readUnits: number;
};

/**
 * Reads everything once, and changes no item, message or file. What seems not to hold may be the system at work: it is
 * read again, and is a finding when a later look says the very same of it. What is said of the whole, such as sums, takes
 * another reading of everything. Rejects with the error of a service that does not answer.
 */
export const checkState = async (checked: Checked): Promise<Report> => {
  const { clients, tables, readUnitsPerSecond = 0, isSettled = false } = checked;
  const reader = { client: clients.dynamodb, tables, pace: new Pace(readUnitsPerSecond) };
  const looks = await lookAtAll(invariants, checked, reader, await settingOf(checked));
  const readUnits = Math.ceil(reader.pace.used);
  const ends = isSettled ? { findings: looks.flatMap(told), moving: [] } : await lookAgain(looks, checked, reader);
  return {
    checked: Object.fromEntries(looks.map(({ invariant, looked }) => [invariant.name, looked])),
    told: Object.fromEntries(
      looks.filter((look) => look.told.length > 0).map((look) => [look.invariant.name, look.told]),
    ),
    ...ends,
    readUnits,
  };
};
