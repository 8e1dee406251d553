/** Every case of every route that has any. */
import { casesOfAccess } from './cases-of-access.ts';
import { casesOfMigrations } from './cases-of-migrations.ts';
import { casesOfPeople } from './cases-of-people.ts';
import { casesOfTheRest } from './cases-of-the-rest.ts';
import { casesOfUploads } from './cases-of-uploads.ts';
import type { RouteCase } from './route-case.ts';

export const everyCase: readonly RouteCase[] = [
  ...casesOfPeople,
  ...casesOfAccess,
  ...casesOfTheRest,
  ...casesOfUploads,
  ...casesOfMigrations,
];

/** A case as a table or a test names it. */
export const nameOf = ({ route, what }: RouteCase): string => (what === undefined ? route : `${route}, ${what}`);
