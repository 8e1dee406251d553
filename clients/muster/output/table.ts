/** A table of texts that fits the terminal. */
import { drawTable } from '../../table.ts';

/** A column is no narrower than this, unless all its texts are. */
const leastWidth = 10;

/** A longer text is wrapped, however wide the terminal is. */
const mostWidth = 60;

/** How wide the output is: as the terminal says, or COLUMNS; undefined where nobody does. */
const widthOf = (): number | undefined => process.stdout.columns ?? (Number(process.env.COLUMNS) || undefined);

/** Without the lines between rows, which would take half of a screen; the one below the headings stays. */
const dense = (table: string): string => {
  const lines = table.split('\n');
  const first = lines.findIndex((line) => line.startsWith('├'));
  return lines.filter((line, index) => index === first || !line.startsWith('├')).join('\n');
};

/** The table, without a line end after it. */
export const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const columns = heads.map((head, index) => {
    const longest = Math.max(head.length, ...rows.map((row) => row[index]?.length ?? 0));
    return { head, least: Math.min(longest, leastWidth), most: Math.min(longest * 2, mostWidth) };
  });
  return dense(drawTable(columns, rows, widthOf()));
};
