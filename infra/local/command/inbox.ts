/** A folder that is watched: a file of people that is dropped into it goes into the import bucket, with the options beside it. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionsFileNames } from '../../../shared/domain/imports/option-files.ts';
import { isPeopleFile, peopleFileEndings } from '../../../shared/domain/imports/stored-file.ts';

/** What the inbox works with. */
export type InboxOptions = {
  folder: string;
  /** Remembers what has been taken, so that a file that stays there is not taken again at the next start. */
  memory: string;
  take: (file: string) => Promise<void>;
  /** Told once of each thing that stays where it is, and why. */
  tell: (sentence: string) => void;
};

const lookEveryMilliseconds = 1000;

/** Looks until it is stopped. A file is taken when it has not changed between two looks. */
export const watchInbox = ({ folder, memory, take, tell }: InboxOptions): { stop: () => void } => {
  mkdirSync(folder, { recursive: true });
  const taken = readTaken(memory);
  const told = new Set<string>();
  let lastSeen = new Map<string, string>();

  const remember = (name: string, state: string): void => {
    taken.set(name, state);
    writeFileSync(memory, JSON.stringify(Object.fromEntries(taken)));
  };

  const takeOne = async (name: string, state: string, all: ReadonlySet<string>): Promise<void> => {
    const reason = reasonToLeave(folder, name, all);
    if (reason === undefined) {
      if (!isPeopleFile(name)) return;
      await take(join(folder, name));
      remember(name, state);
    } else if (!told.has(`${name} ${state}`)) {
      told.add(`${name} ${state}`);
      tell(`${name} in ${folder} is left alone: ${reason}.`);
    }
  };

  const look = async (): Promise<void> => {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
    const seen = new Map(names.flatMap((name) => stateOf(folder, name)));
    const settled = [...seen].filter(([name, state]) => lastSeen.get(name) === state && taken.get(name) !== state);
    lastSeen = seen;
    for (const [name, state] of settled) await takeOne(name, state, new Set(names));
  };

  const lookAgain = async (): Promise<void> => {
    await look().catch((error: Error) => console.error(`The inbox could not be read: ${error.message}`));
    timer = stopped ? undefined : setTimeout(lookAgain, lookEveryMilliseconds);
  };
  let stopped = false;
  let timer: NodeJS.Timeout | undefined = setTimeout(lookAgain, 0);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

/** Why something in the inbox is no import; undefined for a file of people, and for the options that lie beside one. */
const reasonToLeave = (folder: string, name: string, all: ReadonlySet<string>): string | undefined => {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  if (found?.isDirectory()) return 'it is a folder; put the files in it here';
  if (isPeopleFile(name)) return found?.size === 0 ? 'it is empty' : undefined;
  if (!name.endsWith('.options.json'))
    return `it does not end in ${peopleFileEndings.join(', ')}; save it as one of them`;
  const isBesideOne = [...all].some((other) => isPeopleFile(other) && optionsFileNames(other).includes(name));
  return isBesideOne ? undefined : 'it holds options, and the file that they are for is not here';
};

/** Size and time of what is there. */
const stateOf = (folder: string, name: string): [string, string][] => {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  return found ? [[name, `${found.size} ${found.mtimeMs}`]] : [];
};

const readTaken = (memory: string): Map<string, string> => {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(memory, 'utf8'))));
  } catch {
    return new Map();
  }
};
