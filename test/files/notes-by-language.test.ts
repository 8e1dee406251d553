/** What was assumed of a file is told in the reader's language: every note that is made is known there. */
import { templateOrder2020 } from '../../shared/domain/dialects/microsoft-headings.ts';
import { adviceOn } from '../../shared/domain/migrations/migration.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { CellNotes } from '../../shared/files/reading/cell-notes.ts';
import { MergedCells } from '../../shared/files/workbook/merged-cells.ts';
import { notes } from '../../shared/refusals/notes/note-texts.ts';
import { toldIn } from '../../shared/refusals/sentences-in.ts';
import { translated } from '../../shared/refusals/translated.ts';
import { read } from './reading.ts';

const swedish =
  'Användarnamn,Förnamn,Efternamn,Visningsnamn,Befattning,Avdelning,Kontorsnummer,Arbetstelefon,Mobiltelefon,Fax,Adress,Ort,Delstat,Postnummer,Land';
const row = (cells: readonly string[]) => ({ rowNumber: 7, line: 8, cells, refusals: [] });
const block = (place: string, down: number, across: number) => ({
  ...{ place, row: 2, lastRow: 2 + down, column: 2, lastColumn: 2 + across },
});

/** Notes by whoever makes them. */
const made = async (): Promise<string[]> => {
  const people = `${templateOrder2020.map((_, index) => (index === 0 ? 'ada@contoso.com' : 'Ada')).join(',')}\n`;
  const files = [
    `${swedish}\n${people}`,
    '# by hand\nUser Name,Display Name\nada@contoso.com,Ada\n',
    ',,User Name,Display Name\n,,ada@contoso.com,Ada\n',
    'login,firstName,lastName,email,primaryPhone,status\nada@contoso.com,Ada,Lovelace,ada@contoso.com,1,ACTIVE\n',
    'First name,Last name,E-mail\nAda,Lovelace,ada@contoso.com\n',
  ];
  const ofFiles = await Promise.all(files.map(async (text) => (await read(text)).file.notes));
  const cells = new CellNotes({ headings: ['Display Name', 'Phones'], columns: ['displayName', 'businessPhones'] });
  cells.take(row(['J?rgen', 'System.String[]']));
  const merges = Array.from({ length: 8 }, (_, index) => block(`C${index}:D9`, 1, 1));
  const policy = { migration: { ...defaultPolicy.migration, cutoverAdvisedRows: 150 } };
  return [
    ...ofFiles.flat(),
    ...cells.told(),
    ...new MergedCells(merges).notesBelow(1),
    ...adviceOn({ type: 'exchangeCutover' }, 400, policy),
  ];
};

test('each note is told in each language, with all that it tells', async () => {
  const all = await made();
  for (const [name, form] of Object.entries(notes))
    expect([name, all.some((note) => form.test(note))]).toEqual([name, true]);
  for (const note of all) {
    const [, ...facts] =
      Object.values(notes)
        .find((form) => form.test(note))
        ?.exec(note) ?? [];
    for (const [language, texts] of Object.entries(translated)) {
      const told = texts.note(note);
      expect([language, note, told !== note]).toEqual([language, note, true]);
      for (const fact of facts) expect(told).toContain(fact.replace(/ and \d+ more$/, ''));
    }
  }
});

test('a list says in the reader’s words that there is more; a note of another release is told as it is', async () => {
  const { note } = await toldIn({ 'accept-language': 'nl' });
  expect(note('These columns have no use here and were left out: Shoe size and 3 more.')).toBe(
    'Deze kolommen worden hier niet gebruikt en zijn weggelaten: Shoe size en nog 3.',
  );
  expect(note('Nobody has written this yet.')).toBe('Nobody has written this yet.');
  const english = await toldIn({ 'accept-language': 'fr' });
  expect(english.note('The headings begin in column 3.')).toBe('The headings begin in column 3.');
});
