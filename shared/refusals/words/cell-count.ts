/** How the cells of a row were found to be other than its headings, as the fact of CellCountWrong tells it in English. */

/** How a language tells it; the numbers are those of cells and of headings. */
export type CellCountTexts = Readonly<{
  counts: (cells: string, headings: string) => string;
  /** Where a line break without quotes seems to have cut the row in two. */
  cutInTwo: string;
  leftOfHeadings: string;
}>;

const counted = /^(\d+) cells for (\d+) headings(:.+)?$/;

/** The fact in a language; one of another form is told as it is. */
export const cellCountIn = (fact: string, { counts, cutInTwo, leftOfHeadings }: CellCountTexts): string => {
  if (fact === 'a cell left of the headings') return leftOfHeadings;
  const [, cells, headings, isCut] = counted.exec(fact) ?? [];
  if (cells === undefined || headings === undefined) return fact;
  return counts(cells, headings) + (isCut === undefined ? '' : cutInTwo);
};
