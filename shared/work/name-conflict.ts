/** Somebody else has the user name or the key that was asked for. */
import { shortLine } from '../domain/one-line.ts';
import type { KeySource } from '../domain/people/source-keys.ts';
import type { Person } from '../domain/person.ts';
import type { Refusal, RefusalCode } from '../domain/refusals.ts';
import type { Directory } from './directory.ts';

/** The refusal that names who holds the user name, by display name and id; nobody when it was given up meanwhile. */
export const nameConflict = async (
  holder: string,
  target: string,
  directory: Pick<Directory, 'readPeople'>,
): Promise<Refusal> => ({ code: 'UserNameTaken', target, ...named(await directory.readPeople([holder])) });

/** The code of the refusal of a key, by its source. */
export const keyTakenCodes = {
  employeeId: 'EmployeeIdTaken',
  onPremises: 'InvalidHardMatch',
} as const satisfies Record<KeySource, RefusalCode>;

/** The refusal that names who holds a key of a source, as `nameConflict` does. */
export const keyConflict = async (
  { source, holders }: { source: KeySource; holders: readonly string[] },
  directory: Pick<Directory, 'readPeople'>,
): Promise<Refusal> => ({
  code: keyTakenCodes[source],
  target: source,
  ...named(await directory.readPeople(holders)),
});

/** People as a refusal names them: by display name and id. */
export const namesOf = (people: readonly Person[]): string =>
  people.map(({ displayName, id }) => `${shortLine(displayName, 64)} (${id})`).join(', ');

const named = (people: readonly Person[]): { fact?: string } => (people.length > 0 ? { fact: namesOf(people) } : {});
