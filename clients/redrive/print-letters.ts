/** What is printed of dead letters. */
import { drawTable } from '../table.ts';
import type { DeadLetterQueue } from './find-queues.ts';
import type { Letter, Look } from './letters.ts';
import { noWork } from './work-in.ts';

/** Letters of a queue that are listed, and so looked at. */
export const maxShown = 50;

/** What there is in each queue. */
export type Found = { queue: DeadLetterQueue; look: Look }[];

/** Lists the letters by queue, and says what can be done with them. `again` is the command with the options that find these queues. */
export const printLetters = (found: Found, again: string, now: Date): void => {
  const filled = found.filter(({ look }) => look.letters.length > 0);
  const empty = found.filter(({ look }) => look.letters.length === 0).map(({ queue }) => queue.name);
  for (const { queue, look } of filled) {
    console.log(`${queue.name}: ${counted(look)}`);
    console.log(tableOf(look.letters, now));
  }
  if (empty.length > 0) console.log(`No dead letters: ${empty.join(', ')}.`);
  if (filled.length === 0) return;
  console.log(`When the cause is mended: ${again} --send-back ${filled.map(({ queue }) => queue.name).join(' ')}`);
  const dead = filled.flatMap(({ look }) => look.letters).find(({ work }) => work === noWork);
  if (dead) console.log(`What is no work of its queue can only be dropped: ${again} --drop ${dead.id}`);
};

const counted = ({ letters, count }: Look): string => {
  if (count > letters.length) return `about ${count} dead letters, of which ${letters.length} are`;
  return count === 1 ? '1 dead letter' : `${count} dead letters`;
};

const tableOf = (letters: readonly Letter[], now: Date): string => {
  const oldestFirst = letters.toSorted((one, other) => one.sentAt.getTime() - other.sentAt.getTime());
  return drawTable(
    [
      { head: 'Id', least: 36, most: 36 },
      { head: 'Sent', least: 7, most: 12 },
      { head: 'Work', least: 20, most: 60 },
    ],
    oldestFirst.map(({ id, sentAt, work }) => [id, `${ageOf(sentAt, now)} ago`, work]),
  );
};

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;

/** The time since then, in the largest unit of which there are two at least: `47 h`. */
export const ageOf = (then: Date, now: Date): string => {
  const seconds = Math.max(0, Math.floor((now.getTime() - then.getTime()) / 1000));
  const [unit, size] = units.find(([, each]) => seconds >= 2 * each) ?? ['s', 1];
  return `${Math.floor(seconds / size)} ${unit}`;
};
