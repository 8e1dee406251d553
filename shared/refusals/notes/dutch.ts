import type { NoteTexts } from './note-texts.ts';

/** What was assumed of a file, in Dutch. */
export const dutchNotes: NoteTexts = {
  columnsByPlace: (columns) =>
    `De kopteksten zijn onbekend; daarom zijn de ${columns} kolommen gelezen in de volgorde van de sjabloon van Microsoft.`,
  userNamesFrom: (heading) => `De gebruikersnamen komen uit de kolom ${heading}, omdat geen kolom ervoor is genoemd.`,
  columnsLeftOut: (headings) => `Deze kolommen worden hier niet gebruikt en zijn weggelaten: ${headings}.`,
  displayNamesMade: () => 'De weergavenamen zijn van voor- en achternamen gemaakt, omdat geen kolom ze heeft.',
  headingsOfLine: (line, above) =>
    `De kopteksten staan op regel ${line}; de tekst erboven (regels: ${above}) is weggelaten.`,
  headingsInColumn: (column) => `De kopteksten beginnen in kolom ${column}.`,
  mergedDown: (places) => `Er zijn cellen samengevoegd: ${places}. Hun waarde is voor elk van hun rijen gebruikt.`,
  mergedAcross: (places) =>
    `Er zijn cellen samengevoegd: ${places}. Hun waarde is alleen voor de eerste van hun kolommen gebruikt.`,
  questionMarks: (rows) =>
    `Er staan vraagtekens in namen (onder andere in rij ${rows}): Windows PowerShell schrijft ASCII als niets anders is gevraagd, en andere letters gaan dan verloren. Exporteer de lijst opnieuw met -Encoding UTF8.`,
  typeNames: (headings) =>
    `In deze kolommen staat de naam van een type in plaats van waarden, die PowerShell niet heeft geschreven; die cellen zijn weggelaten: ${headings}.`,
  cutoverLarge: (rows, most) =>
    `Deze cutover heeft ${rows} postvakken. Microsoft raadt er hoogstens ${most} aan, omdat het verplaatsen van de mail van meer lang duurt; een gefaseerde migratie is misschien beter.`,
  more: (count) => ` en nog ${count}`,
};
