/** The headings of a file: what they mean, and where they stand. */
import { quotedText } from '../../domain/dialects/cell-text.ts';
import type { ColumnMapping } from '../../domain/dialects/column-mapping.ts';
import { type HeadingRules, type Headings, recogniseHeadings } from '../../domain/dialects/headings.ts';
import { visibleText } from '../../domain/unseen-characters.ts';
import type { JudgeLine } from '../csv/first-lines.ts';
import { judgeLine } from '../heading-line.ts';
import type { CsvRecord } from '../record.ts';
import { unescapeFormula } from '../report/formula.ts';
import { isReport, reportColumns } from '../report/report.ts';
import { withoutEmptyEnd } from './blank-cells.ts';

/** A file's headings, whether it is a report that Muster wrote, and how many columns stand left of the headings. */
export type Recognised = Headings & { readonly isReport: boolean; readonly columnsBefore: number };

/** Judges lines as the headings of a file with this mapping; those of a report are certain. */
export const judgeFor =
  (mapping: ColumnMapping | undefined): JudgeLine =>
  (cells) => {
    const judgement = judgeLine(cells, mapping);
    return isReport(cells.map((cell) => cell.trim())) ? { ...judgement, isCertain: true } : judgement;
  };

/** Recognises headings wherever they begin in their line. Throws `Refused` with all that is wrong with them. */
export const recognise = (
  { cells, line, above = 0 }: CsvRecord,
  rules: Pick<HeadingRules, 'mapping' | 'makesUserNames'>,
): Recognised => {
  const all = withoutEmptyEnd(cells.map(headingOf));
  if (isReport(all)) {
    const own = all.slice(reportColumns.length).map(unescapeFormula);
    return { ...recogniseHeadings(own, { ...rules, line }), isReport: true, columnsBefore: 0 };
  }
  const columnsBefore = Math.max(
    0,
    all.findIndex((cell) => cell !== ''),
  );
  const headings = recogniseHeadings(all.slice(columnsBefore), { ...rules, line: above > 0 ? line : 1 });
  const notes = [...placeNotes({ line, above, columnsBefore }), ...headings.notes];
  return { ...headings, notes, isReport: false, columnsBefore };
};

/** A heading as it is shown: also out of the form that keeps a spreadsheet from changing it. */
const headingOf = (cell: string): string => {
  const heading = visibleText(cell);
  return quotedText(heading) ?? heading;
};

/** A title may say anything, also a password for everybody: it is counted, and not repeated. */
const placeNotes = ({
  line,
  above,
  columnsBefore,
}: {
  line: number;
  above: number;
  columnsBefore: number;
}): string[] => [
  ...(above > 0
    ? [
        `The headings are those of line ${line}; ${above} ${above === 1 ? 'line' : 'lines'} of text above them left out.`,
      ]
    : []),
  ...(columnsBefore > 0 ? [`The headings begin in column ${columnsBefore + 1}.`] : []),
];
