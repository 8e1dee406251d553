/** The ids of people who come from files. */
import { hash } from 'node:crypto';
import type { RowResult } from '../../../domain/imports/import-progress.ts';
import { uuidFrom } from '../../../domain/uuid.ts';

/** The id of the person of a row: the same, however often the row is delivered. */
export const personIdOf = (importId: string, rowNumber: number): string =>
  uuidFrom(hash('sha256', JSON.stringify(['row', importId, rowNumber])));

/** The id of the person whom a row's result is about: one who was there already, or the row's own. */
export const personIdOfResult = (
  { personId, rowNumber }: Pick<RowResult, 'personId' | 'rowNumber'>,
  importId: string,
): string => personId ?? personIdOf(importId, rowNumber);
