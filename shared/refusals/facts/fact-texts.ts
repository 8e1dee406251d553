/** What a refusal found, in other languages than English, where that is more than a name or a number. */

/**
 * The facts of rows as they are kept, in English, those of earlier releases too: what stands in brackets is told. The
 * first that fits is taken, so that those which fit less come before those which fit more.
 */
export const facts = {
  cellsOfCutRow: /^(\d+) cells for (\d+) headings: a line break without quotes seems to have cut it in two$/,
  cells: /^(\d+) cells for (\d+) headings$/,
  leftOfHeadings: /^a cell left of the headings$/,
  unseenCharacter: /^it has the invisible character (.+)$/,
  unreadable: /^it holds a character that cannot be read; save the file again as UTF-8$/,
  formula: /^it is a formula; write there what it comes to$/,
  uncalculated: /^its formula was never worked out; open the workbook in a spreadsheet program and save it$/,
  sheetError: /^the sheet has the error (.+) there$/,
  narrowColumn: /^the column was too narrow for it; widen it and save the sheet again$/,
  shortenedNumber: /^a spreadsheet shortened this number \((.+)\); make the column one of text, .+$/,
  madeDate: /^a spreadsheet made a date of it \((.+)\); make the column one of text, .+$/,
  notCleared: /^cannot be cleared$/,
  onlyAscii: /^only ASCII characters without spaces$/,
  mostNumbers: /^at most (\d+) numbers$/,
  mostAddresses: /^at most (\d+) addresses$/,
  mostLicences: /^at most (\d+) licences, and these are (\d+)$/,
  misread: /^“(.+)”, which may be “(.+)”$/s,
  readBy: /^“(.+)” by ([\w-]+)$/s,
  nameNeedsMandarin: /^(\w+) has (.{1,2}), which is read as Mandarin alone, and this name is not$/u,
  notSpelled: /^(\w+) has (.{1,2}), which cannot be spelled with the letters of a user name$/u,
  noLetters: /^(\w+) has neither letters nor digits$/,
  propertyMissing: /^(\w+) is missing$/,
  nameFreeBeside: /^(.+) has (\S+@\S+); (\S+@\S+) is free$/s,
  nameHeld: /^(.+) has (\S+@\S+)$/s,
  idAndName: /^(.+) has the id, (.+) the name$/s,
  plannedOther: /^planned was (.+), and now it would be (.+)$/s,
  changesOther: /^it would change something else$/,
  licenceMaybe: /^(.+), which may be (.+?); it has (.+)$/s,
  licenceOther: /^(.+); it has (.+)$/s,
  countryUnion: /^(.+), which is more than one$/s,
  countryMaybe: /^(.+), which may be (.+)$/s,
} as const satisfies Record<string, RegExp>;

export type FactName = keyof typeof facts;

/** Each fact by what is told in it. */
export type FactTexts = Readonly<Record<FactName, (first: string, second: string, third: string) => string>>;

/** How a fact is told in a language; names, numbers and what is not known are told as they are. */
export const factIn =
  (texts: FactTexts) =>
  (fact: string): string => {
    for (const [name, form] of Object.entries(facts)) {
      const [found, first = '', second = '', third = ''] = form.exec(fact) ?? [];
      if (found !== undefined) return texts[name as FactName](first, second, third);
    }
    return fact;
  };
