/** Tokens as a table of text. */
import type { ListedToken } from '../../shared/domain/access/operator-token.ts';
import { shortLine } from '../../shared/domain/one-line.ts';

const headings = ['Name', 'Kind', 'Roles', 'Created', 'Good until', 'Id'];

/** A line for each token below one of headings; a sentence when there is none. Nothing of a token's text is known here. */
export const linesOf = (tokens: readonly ListedToken[]): string[] => {
  if (tokens.length === 0) return ['No token of an operator is good.'];
  const rows = tokens.map(({ id, displayName, roles, createdDateTime = 'unknown', endDateTime }) => [
    ...[shortLine(displayName, 40), 'operator', roles.join(', ')],
    ...[createdDateTime, endDateTime, id],
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(...[headings, ...rows].map((row) => row[column]?.length ?? 0), heading.length),
  );
  return [headings, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
