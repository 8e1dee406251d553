import type { FactTexts } from './fact-texts.ts';

/** What was found, in German. */
export const germanFacts: FactTexts = {
  cellsOfCutRow: (cells, headings) =>
    `${cells} Zellen bei ${headings} Überschriften, vermutlich weil ein Zeilenumbruch ohne Anführungszeichen die Zeile teilt`,
  cells: (cells, headings) => `${cells} Zellen bei ${headings} Überschriften`,
  leftOfHeadings: () => 'eine Zelle steht links von den Überschriften',
  unseenCharacter: (character) => `darin steht das unsichtbare Zeichen ${character}`,
  unreadable: () => 'darin steht ein unlesbares Zeichen; speichern Sie die Datei noch einmal als UTF-8',
  formula: () => 'das ist eine Formel; schreiben Sie ihr Ergebnis hin',
  uncalculated: () =>
    'die Formel wurde nie berechnet; öffnen Sie die Arbeitsmappe in einem Tabellenprogramm und speichern Sie sie',
  sheetError: (error) => `im Blatt steht dort der Fehler ${error}`,
  narrowColumn: () => 'die Spalte war dafür zu schmal; machen Sie sie breiter und speichern Sie das Blatt noch einmal',
  shortenedNumber: (number) =>
    `ein Tabellenprogramm hat diese Zahl gekürzt (${number}); formatieren Sie die Spalte als Text, geben Sie die Zahl neu ein und speichern Sie das Blatt`,
  madeDate: (date) =>
    `ein Tabellenprogramm hat daraus ein Datum gemacht (${date}); formatieren Sie die Spalte als Text, geben Sie den Wert neu ein und speichern Sie das Blatt`,
  notCleared: () => 'der Wert kann nicht gelöscht werden',
  onlyAscii: () => 'nur ASCII-Zeichen ohne Leerzeichen',
  mostNumbers: (most) => `höchstens ${most} Nummern`,
  mostAddresses: (most) => `höchstens ${most} Adressen`,
  mostLicences: (most, given) => `höchstens ${most} Lizenzen, und das sind ${given}`,
  misread: (shown, meant) => `„${shown}“, vielleicht „${meant}“`,
  readBy: (shown, encoding) => `„${shown}“ nach ${encoding}`,
  nameNeedsMandarin: (property, character) =>
    `${property} enthält ${character}, was nur als Mandarin gelesen werden kann, und das ist dieser Name nicht`,
  notSpelled: (property, character) =>
    `${property} enthält ${character}, was sich mit den Zeichen eines Benutzernamens nicht schreiben lässt`,
  noLetters: (property) => `${property} enthält weder Buchstaben noch Ziffern`,
  propertyMissing: (property) => `${property} fehlt`,
  nameFreeBeside: (who, name, free) => `${someone(who)} hat ${name}; ${free} ist frei`,
  nameHeld: (who, name) => `${someone(who)} hat ${name}`,
  idAndName: (ofId, ofName) => `${ofId} hat die Nummer, ${ofName} den Namen`,
  plannedOther: (planned, now) => `geplant war ${planned}, und jetzt wäre es ${now}`,
  changesOther: () => 'es würde etwas anderes geändert',
  licenceMaybe: (name, meant, all) => `${name}, vielleicht ${either(meant)}; vorhanden sind: ${list(all)}`,
  licenceOther: (name, all) => `${name}; vorhanden sind: ${list(all)}`,
  countryUnion: (written) => `${written}, und das ist mehr als eines`,
  countryMaybe: (written, meant) => `${written}, vielleicht ${either(meant)}`,
};

const someone = (who: string): string => (who === 'somebody' ? 'jemand' : who);
const either = (proposals: string): string => proposals.replaceAll(' or ', ' oder ');
const list = (all: string): string => (all === 'none' ? 'keine' : all.replace(/ and (\d+) more$/, ' und $1 weitere'));
