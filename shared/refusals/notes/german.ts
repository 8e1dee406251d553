import type { NoteTexts } from './note-texts.ts';

/** What was assumed of a file, in German. */
export const germanNotes: NoteTexts = {
  columnsByPlace: (columns) =>
    `Die Überschriften sind unbekannt; deshalb wurden die ${columns} Spalten in der Reihenfolge der Vorlage von Microsoft gelesen.`,
  userNamesFrom: (heading) =>
    `Die Benutzernamen stammen aus der Spalte ${heading}, weil keine Spalte für sie benannt ist.`,
  columnsLeftOut: (headings) => `Diese Spalten werden hier nicht verwendet und wurden ausgelassen: ${headings}.`,
  displayNamesMade: () => 'Die Anzeigenamen wurden aus Vor- und Nachnamen gebildet, weil keine Spalte sie enthält.',
  headingsOfLine: (line, above) =>
    `Die Überschriften stehen in Zeile ${line}; der Text darüber (Zeilen: ${above}) wurde ausgelassen.`,
  headingsInColumn: (column) => `Die Überschriften beginnen in Spalte ${column}.`,
  mergedDown: (places) => `Zellen sind verbunden: ${places}. Ihr Wert wurde für jede ihrer Zeilen übernommen.`,
  mergedAcross: (places) =>
    `Zellen sind verbunden: ${places}. Ihr Wert wurde nur für die erste ihrer Spalten übernommen.`,
  questionMarks: (rows) =>
    `In Namen stehen Fragezeichen (unter anderem in Zeile ${rows}): Windows PowerShell schreibt ASCII, wenn nichts anderes verlangt wird, und andere Buchstaben gehen verloren. Exportieren Sie die Liste erneut mit -Encoding UTF8.`,
  typeNames: (headings) =>
    `In diesen Spalten steht der Name eines Typs statt der Werte, die PowerShell nicht geschrieben hat; diese Zellen wurden ausgelassen: ${headings}.`,
  cutoverLarge: (rows, most) =>
    `Diese Übernahme (Cutover) hat ${rows} Postfächer. Microsoft empfiehlt höchstens ${most}, weil das Verschieben der Mails von mehr lange dauert; eine mehrstufige Migration ist vielleicht besser.`,
  more: (count) => ` und ${count} weitere`,
};
