/** What a test has to know of a data folder; it lies in the folder, because there are secrets in it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Someone with a password of their own. */
export type Known = { id: string; name: string; password: string };

/** Written when the folder was made. */
export type Notes = {
  /** The commit whose code made it. */
  commit: string;
  /** The time in it. */
  madeAt: string;
  /** Ids of people, by what became of them. */
  people: Record<
    'licensed' | 'waiting' | 'deleted' | 'purged' | 'inGrace' | 'disabled' | 'lapsed' | 'changed' | 'bounced',
    string
  >;
  /** A User Administrator who is signed in. */
  administrator: Known & { session: string };
  application: { appId: string; secret: string };
  /** Imports: those that have ended, and those that are under way. */
  imports: Record<'finished' | 'updated' | 'dryRun' | 'undone' | 'cancelled' | 'failed' | 'keptBack', string>;
  standing: {
    id: string;
    rows: number;
    refused: number;

    names: string[];
    skuId: string;
    seats: number;
  };
  resumed: { id: string; rows: number };
  /** The key of a file that was announced, and of which nothing was read. */
  late: { key: string; rows: number };
  /** Chosen passwords, the secret and the session: they may stand nowhere. */
  secrets: string[];
};

const fileOf = (dataFolder: string) => join(dataFolder, 'notes.json');

/** Puts them beside the data. */
export const writeNotes = (dataFolder: string, notes: Notes): void =>
  writeFileSync(fileOf(dataFolder), JSON.stringify(notes, undefined, 2));

/** Takes those of a data folder out of it: `npm run check` looks for secrets there. */
export const takeNotes = (dataFolder: string): Notes => {
  const file = fileOf(dataFolder);
  const notes = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return notes;
};
