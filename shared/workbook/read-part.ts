/** A part of a workbook, told to whoever reads it. */
import type { StoredFile } from '../domain/stored-file.ts';
import { Markup, type MarkupReader } from './markup.ts';
import { unreadable } from './unreadable.ts';
import { contentOf } from './zip-content.ts';
import { partName, type ZipDirectory } from './zip-directory.ts';

/** A workbook as a zip: the file, and where its parts stand in it. */
export type Zip = { readonly file: StoredFile; readonly directory: ZipDirectory };

/** Tells a part to a reader, piece by piece: after each, whoever goes on with the loop may take what came of it. */
export async function* told(zip: Zip, name: string, most: number, reader: MarkupReader): AsyncGenerator<void> {
  const entry = zip.directory.get(partName(name));
  if (!entry) throw unreadable();
  const markup = new Markup(reader);
  for await (const piece of contentOf(zip.file, entry, most)) {
    markup.write(piece);
    yield;
  }
  markup.end();
}

/** Tells a whole part to a reader. */
export const tell = async (zip: Zip, name: string, most: number, reader: MarkupReader): Promise<void> => {
  for await (const _piece of told(zip, name, most, reader));
};
