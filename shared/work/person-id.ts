/** The ids of people who come from files. */
import { hash } from 'node:crypto';
import { uuidFrom } from '../domain/uuid.ts';

/** The id of the person of a row: the same, however often the row is delivered. */
export const personIdOf = (importId: string, rowNumber: number): string =>
  uuidFrom(hash('sha256', JSON.stringify(['row', importId, rowNumber])));
