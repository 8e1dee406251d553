/** What became of the rows of an import, as flows compare it. */
import type { ReportLine } from './resources.ts';

/** The counts of an import that did nothing. */
export const nobody = { created: 0, updated: 0, unchanged: 0, refused: 0, skipped: 0, deleted: 0, restored: 0 };

/** The numbers of rows, by their outcome and its code. */
export const tally = (lines: readonly ReportLine[]): Record<string, number[]> => {
  const numbers: Record<string, number[]> = {};
  for (const { outcome, code, rowNumber } of lines) {
    const name = code ? `${outcome} ${code}` : outcome;
    numbers[name] ??= [];
    numbers[name].push(rowNumber);
  }
  return numbers;
};
