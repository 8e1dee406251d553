/**
 * All entries of an answer that is too large for the directory (MaxPageSize of Windows: 1,000). Not by pages: ldapts takes a
 * page without entries for the last one, cookie or not, though a directory may send one in the midst (RFC 2696, 3).
 */
import {
  AndFilter,
  type Filter,
  FilterParser,
  GreaterThanEqualsFilter,
  LessThanEqualsFilter,
  SizeLimitExceededError,
} from 'ldapts';
import { SyncFault } from '../sync-fault.ts';
import type { Directory } from './connection.ts';
import { type Entry, textIn } from './entry.ts';

/** What is asked of everything below a base. */
export type WideQuestion = { base: string; filter: string; attributes: string[] };

/** Each entry of a controller was created under a number of its own (uSNCreated): a range that is too full is cut in two. */
export async function* allEntries(directory: Directory, question: WideQuestion): AsyncIterable<Entry[]> {
  const root = await directory.entry('', ['highestCommittedUSN']);
  yield* createdWithin(directory, question, 0, Number((root && textIn(root, 'highestCommittedUSN')) ?? Number.NaN));
}

async function* createdWithin(
  directory: Directory,
  question: WideQuestion,
  from: number,
  to: number,
): AsyncIterable<Entry[]> {
  const { base, attributes } = question;
  const answer = await tooMany(
    directory.search(base, { scope: 'sub', filter: within(question.filter, from, to), attributes }),
  );
  if (answer !== 'too many') {
    yield answer;
    return;
  }
  if (!(from < to))
    throw new SyncFault('DirectoryAnswer', `${directory.host} gives no whole answer. Nothing was changed.`);
  const middle = Math.floor((from + to) / 2);
  yield* createdWithin(directory, question, from, middle);
  yield* createdWithin(directory, question, middle + 1, to);
}

const within = (filter: string, from: number, to: number): Filter =>
  new AndFilter({
    filters: [
      FilterParser.parseString(filter),
      new GreaterThanEqualsFilter({ attribute: 'uSNCreated', value: String(from) }),
      new LessThanEqualsFilter({ attribute: 'uSNCreated', value: String(to) }),
    ],
  });

const tooMany = async (answer: Promise<Entry[]>): Promise<Entry[] | 'too many'> => {
  try {
    return await answer;
  } catch (error) {
    if ((error as Error).cause instanceof SizeLimitExceededError) return 'too many';
    throw error;
  }
};
