/** The refused rows of an import, as its mail names them. */
import { beginningOf } from '../../domain/one-line.ts';
import { type Block, heading, list, paragraph } from '../letter.ts';
import type { Letterhead } from '../letterhead.ts';
import { textsIn } from '../texts/catalogue.ts';
import { mostNamed } from './import-blocks.ts';
import type { ImportOutcome } from './import-outcome.ts';
import { rowRefusal } from './row-refusal.ts';

/** A name of a file may be of any length, and a reason may quote a cell. */
const [longestName, longestReason] = [128, 300];

/** The first refused rows, each with its number, its user name and why; nothing where none was refused. */
export const refusedRows = (
  { kind, refusedRows: rows = [], counts }: ImportOutcome,
  letterhead: Letterhead,
): Block[] => {
  if (rows.length === 0) return [];
  const { refusedRows: texts, undo } = textsIn(letterhead.language).imports;
  const title = { import: texts.title, dryRun: texts.wouldTitle, undo: undo.counted.refused }[kind];
  const named = rows.slice(0, mostNamed);
  const others = counts.refused - named.length;
  return [
    heading(title),
    list(
      { name: texts.rowName, about: texts.userName, detail: texts.reason },
      named.map(({ rowNumber, userPrincipalName, code, target, fact }) => ({
        name: texts.row(rowNumber),
        about: beginningOf(userPrincipalName, longestName) || '–',
        detail: code
          ? beginningOf(
              rowRefusal({ code, ...(target && { target }), ...(fact && { fact }) }, letterhead.language),
              longestReason,
            )
          : '–',
      })),
    ),
    ...(others > 0 ? [paragraph(texts.more(others))] : []),
  ];
};
