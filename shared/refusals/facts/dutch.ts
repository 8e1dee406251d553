import type { FactTexts } from './fact-texts.ts';

/** What was found, in Dutch. */
export const dutchFacts: FactTexts = {
  cellsOfCutRow: (cells, headings) =>
    `${cells} cellen bij ${headings} kopteksten, waarschijnlijk doordat een regeleinde zonder aanhalingstekens de rij in tweeën deelt`,
  cells: (cells, headings) => `${cells} cellen bij ${headings} kopteksten`,
  leftOfHeadings: () => 'er staat een cel links van de kopteksten',
  unseenCharacter: (character) => `het onzichtbare teken ${character} staat erin`,
  unreadable: () => 'er staat een onleesbaar teken in; sla het bestand opnieuw op als UTF-8',
  formula: () => 'het is een formule; zet er de uitkomst neer',
  uncalculated: () => 'de formule is nooit uitgerekend; open de werkmap in een spreadsheetprogramma en sla haar op',
  sheetError: (error) => `in het werkblad staat daar de fout ${error}`,
  narrowColumn: () => 'de kolom was er te smal voor; maak haar breder en sla het werkblad opnieuw op',
  shortenedNumber: (number) =>
    `een spreadsheet heeft dit getal ingekort (${number}); maak er een tekstkolom van, vul het opnieuw in en sla het werkblad op`,
  madeDate: (date) =>
    `een spreadsheet heeft er een datum van gemaakt (${date}); maak er een tekstkolom van, vul het opnieuw in en sla het werkblad op`,
  notCleared: () => 'het kan niet worden gewist',
  onlyAscii: () => 'alleen ASCII-tekens zonder spaties',
  mostNumbers: (most) => `hoogstens ${most} nummers`,
  mostAddresses: (most) => `hoogstens ${most} adressen`,
  mostLicences: (most, given) => `hoogstens ${most} licenties, en dit zijn er ${given}`,
  misread: (shown, meant) => `“${shown}”, misschien bedoeld als “${meant}”`,
  readBy: (shown, encoding) => `“${shown}” volgens ${encoding}`,
  nameNeedsMandarin: (property, character) =>
    `${property} bevat ${character}, wat alleen als Mandarijn kan worden gelezen, en dat is deze naam niet`,
  notSpelled: (property, character) =>
    `${property} bevat ${character}, wat niet met de letters van een gebruikersnaam te schrijven is`,
  noLetters: (property) => `${property} bevat letters noch cijfers`,
  propertyMissing: (property) => `${property} ontbreekt`,
  nameFreeBeside: (who, name, free) => `${someone(who)} heeft ${name}; ${free} is vrij`,
  nameHeld: (who, name) => `${someone(who)} heeft ${name}`,
  idAndName: (ofId, ofName) => `${ofId} heeft het nummer, ${ofName} de naam`,
  plannedOther: (planned, now) => `gepland was ${planned}, en nu zou het ${now} zijn`,
  changesOther: () => 'er zou iets anders worden gewijzigd',
  licenceMaybe: (name, meant, all) => `${name}, misschien bedoeld als ${either(meant)}; wel zijn er: ${list(all)}`,
  licenceOther: (name, all) => `${name}; wel zijn er: ${list(all)}`,
  countryUnion: (written) => `${written}, en dat is er meer dan één`,
  countryMaybe: (written, meant) => `${written}, misschien bedoeld als ${either(meant)}`,
};

const someone = (who: string): string => (who === 'somebody' ? 'iemand' : who);
const either = (proposals: string): string => proposals.replaceAll(' or ', ' of ');
const list = (all: string): string => (all === 'none' ? 'geen' : all.replace(/ and (\d+) more$/, ' en nog $1'));
