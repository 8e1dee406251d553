/** What was assumed of a file, in other languages than English. */

/**
 * The notes of an import as they are kept, in English, those of earlier releases too: what stands in brackets is told. A
 * list may end in ` and 3 more`.
 */
export const notes = {
  columnsByPlace:
    /^The headings are not known, so the (\d+) columns were taken in the order of Microsoft's template\.$/,
  userNamesFrom: /^User names were taken from (.+), since no column is named for them\.$/s,
  columnsLeftOut: /^These columns have no use here and were left out: (.+)\.$/s,
  displayNamesMade: /^Display names were made of first and last names, since no column has them\.$/,
  headingsOfLine: /^The headings are those of line (\d+); (\d+) lines? of text above them left out\.$/,
  headingsInColumn: /^The headings begin in column (\d+)\.$/,
  mergedDown: /^Cells are merged: (.+)\. Their value was taken for each of their rows\.$/s,
  mergedAcross: /^Cells are merged: (.+)\. Their value was taken for the first of their columns alone\.$/s,
  questionMarks: /^Names have question marks \(rows? (.+?)(?: and others)?\): Windows PowerShell writes ASCII /,
  typeNames: /^These columns have the name of a type in place of values, .+ so those cells were left out: (.+)\.$/s,
  cutoverLarge: /^This cutover has (\d+) mailboxes\. Microsoft advises no more than (\d+), /,
} as const satisfies Record<string, RegExp>;

export type NoteName = keyof typeof notes;

/** Each note by what is told in it, and how a list says that there is more. */
export type NoteTexts = Readonly<Record<NoteName, (first: string, second: string) => string>> & {
  readonly more: (count: string) => string;
};

/** How a note is told in a language; one that is not known is told as it is. */
export const noteIn =
  (texts: NoteTexts) =>
  (note: string): string => {
    for (const [name, form] of Object.entries(notes)) {
      const found = form.exec(note);
      if (!found) continue;
      const [first = '', second = ''] = found.slice(1).map((fact) => withMore(fact, texts));
      return texts[name as NoteName](first, second);
    }
    return note;
  };

const withMore = (list: string, { more }: NoteTexts): string =>
  list.replace(/ and (\d+) more$/, (_, count: string) => more(count));
