/** A folder that is watched: a file of people that is dropped into it goes into the import bucket, with the options beside it. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPeopleFile } from '../../../shared/domain/imports/stored-file.ts';

/** What the inbox works with. */
export type InboxOptions = {
  folder: string;
  /** Remembers what has been taken, so that a file that stays there is not taken again at the next start. */
  memory: string;
  take: (file: string) => Promise<void>;
};

const lookEveryMilliseconds = 1000;

/** Looks until it is stopped. A file is taken when it has not changed between two looks. */
export const watchInbox = ({ folder, memory, take }: InboxOptions): { stop: () => void } => {
  mkdirSync(folder, { recursive: true });
  const taken = readTaken(memory);
  let lastSeen = new Map<string, string>();

  const remember = (name: string, state: string): void => {
    taken.set(name, state);
    writeFileSync(memory, JSON.stringify(Object.fromEntries(taken)));
  };

  const look = async (): Promise<void> => {
    const seen = new Map(
      readdirSync(folder)
        .filter(isPeopleFile)
        .flatMap((name) => stateOf(folder, name)),
    );
    const settled = [...seen].filter(([name, state]) => lastSeen.get(name) === state && taken.get(name) !== state);
    lastSeen = seen;
    for (const [name, state] of settled) {
      await take(join(folder, name));
      remember(name, state);
    }
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

/** Size and time of a file that is there and not empty. */
const stateOf = (folder: string, name: string): [string, string][] => {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  return found?.isFile() && found.size > 0 ? [[name, `${found.size} ${found.mtimeMs}`]] : [];
};

const readTaken = (memory: string): Map<string, string> => {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(memory, 'utf8'))));
  } catch {
    return new Map();
  }
};
