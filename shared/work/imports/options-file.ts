/** The options that somebody wrote beside a file: in its metadata, or in a file of options. */

import type { ImportedFile } from '../../domain/imports/import-job.ts';
import type { ImportOptions } from '../../domain/imports/import-options.ts';
import { parseJson } from '../../domain/json.ts';
import { beginningOf } from '../../domain/one-line.ts';
import { type Refusal, Refused } from '../../domain/refusals.ts';
import { importOptions, optionsFrom } from '../../messages/import-options.ts';
import type { ReadOptionsFile } from './files.ts';

/** What they say, those that go before others first. Throws `Refused` OptionsInvalid, which names place and property. */
export const optionsOfFile = async (
  file: ImportedFile,
  readOptionsFile: ReadOptionsFile,
): Promise<Partial<ImportOptions>[]> => {
  const { metadata, file: beside } = await readOptionsFile(file);
  return [
    ...(metadata === undefined ? [] : [optionsIn(unescaped(metadata), 'the metadata of the file')]),
    ...(beside === undefined ? [] : [optionsIn(beside.text, beside.key.split('/').at(-1) ?? beside.key)]),
  ];
};

/** Metadata are ASCII, so that other letters are written as in an address. */
const unescaped = (text: string): string => {
  if (!/^%7B/i.test(text.trim())) return text;
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text;
  }
};

const optionsIn = (text: string, place: string): Partial<ImportOptions> => {
  if (text === 'tooLarge') throw invalid(place, 'more than 64 KiB');
  const result = importOptions.safeParse(jsonOf(text, place));
  if (result.success) return optionsFrom(result.data);
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') throw invalid(place, 'there is no such option', issue.keys[0]);
  const property = issue?.path[0] === undefined ? undefined : String(issue.path[0]);
  throw invalid(place, issue?.message.replace(/^Invalid (input|option): /, '') ?? '', property);
};

const jsonOf = (text: string, place: string): unknown => {
  try {
    return parseJson(text.replace(/^\ufeff/, ''));
  } catch {
    throw invalid(place, 'it is not JSON');
  }
};

/** Names the property and what is expected, and never repeats a value. */
const invalid = (place: string, what: string, property?: string): Refused => {
  const target = property === undefined ? undefined : beginningOf(property, 128);
  const fact = `${beginningOf(place, 128)}, ${target === undefined ? '' : `${target}: `}${what}`;
  const refusal: Refusal = { code: 'OptionsInvalid', fact, ...(target !== undefined && { target }) };
  return new Refused(refusal);
};
