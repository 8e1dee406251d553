/** The options that lie beside a file on the disk, as they count beside a file in the bucket. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { optionsFileNames } from '../../shared/domain/imports/option-files.ts';
import { parseJson } from '../../shared/domain/json.ts';

/** Options by the names of the API. */
export type WrittenOptions = Readonly<Record<string, unknown>>;

/**
 * What `NAME.options.json` beside a file says, of two names the first that is there; nothing where none is. Throws an
 * error with one sentence for a file that holds no options; what they mean is the API's to judge.
 */
export const optionsBeside = (file: string): WrittenOptions => {
  const found = optionsFileNames(basename(file))
    .map((name) => join(dirname(file), name))
    .find((path) => existsSync(path));
  return found === undefined ? {} : optionsIn(found);
};

const optionsIn = (path: string): WrittenOptions => {
  const written = readOptions(path);
  if (typeof written === 'object' && written !== null && !Array.isArray(written)) return { ...written };
  throw new Error(`${path} holds no options: write an object such as { "dryRun": true }.`);
};

const readOptions = (path: string): unknown => {
  try {
    return parseJson(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch {
    throw new Error(`${path} is not JSON; correct it, or move it away.`);
  }
};

/** What holds of both: a choice goes before what lies beside the file. A moment means nothing to credentials that are not sent later. */
export const chosenBefore = (chosen: WrittenOptions, beside: WrittenOptions): WrittenOptions => {
  const { sendCredentialsDateTime, ...both } = { ...beside, ...chosen };
  const isLater = chosen.credentials === undefined || chosen.credentials === 'later';
  return sendCredentialsDateTime !== undefined && isLater ? { ...both, sendCredentialsDateTime } : both;
};
