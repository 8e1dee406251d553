/** Objects in the import bucket that are not taken, and what administrators are told of them. */
import type { Instant } from '../time.ts';
import { importIdIn, isOptionsFile } from './option-files.ts';
import { isPeopleFile } from './stored-file.ts';

/** Why an object was not taken, by what its name says of it. */
export type StrayReason = 'compressed' | 'json' | 'unfinished' | 'other';

/** An object that was not taken: by its name (`objectNotTaken`), or options whose file never came (`optionsNotUsed`). */
export type StrayObject = { key: string; size?: number; dateTime: Instant } & (
  | { kind: 'objectNotTaken'; reason: StrayReason }
  | { kind: 'optionsNotUsed' }
);

/** What an object is, by its name and size. A `folder` is what consoles make of a folder: it holds nothing. */
export type ObjectIs = 'people' | 'options' | 'folder' | StrayReason;

/** Endings of archives. */
const compressed = /\.(zip|gz|tgz|bz2|xz|zst|7z|rar|tar)$/i;

/** What programs that copy and spreadsheet programs leave beside a file while it is not done. */
const unfinished = /(^|\/)(~\$|\.~)[^/]*$|\.(tmp|temp|part|partial|filepart|crdownload|swp|lock)$|~$|#$/i;

/** The file of a run of synchronisation comes by an address of the API alone. */
const isRunFile = (key: string): boolean => importIdIn(key) !== undefined && key.toLowerCase().endsWith('.jsonl');

/** What an object that arrived in the import bucket is. */
export const objectIs = ({ key, size }: { key: string; size?: number | undefined }): ObjectIs => {
  if (key.endsWith('/') && (size ?? 0) === 0) return 'folder';
  if (unfinished.test(key)) return 'unfinished';
  if (isPeopleFile(key) || isRunFile(key)) return 'people';
  if (isOptionsFile(key)) return 'options';
  if (compressed.test(key)) return 'compressed';
  return /\.json$/i.test(key) ? 'json' : 'other';
};
