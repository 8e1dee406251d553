/** Places of a text from which its rows can be read on, in another call and without those before. */
import { hash } from 'node:crypto';
import type { Row } from '../../domain/dialects/draft-from-row.ts';
import type { Stretch } from '../record.ts';

/** A place before a row: what was counted up to there, and by what it is known that this row stands behind it. */
export type Mark = Stretch & { rows: number; blankRows: number; check: string };

/** What a row is known by: a short hash of its cells, among which are no passwords, and of its place. */
export const checkOf = ({ rowNumber, line, cells }: Row): string =>
  hash('sha256', JSON.stringify([rowNumber, line, cells])).slice(0, 16);
