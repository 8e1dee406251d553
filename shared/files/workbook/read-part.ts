/** A part of a workbook, told to whoever reads it. */
import { Markup, type MarkupReader } from './markup.ts';
import { unreadable } from './unreadable.ts';
import { contentOf, partName, type Zip } from './zip.ts';

/** Tells a part to a reader, piece by piece: after each, whoever goes on with the loop may take what came of it. */
export async function* told(zip: Zip, name: string, most: number, reader: MarkupReader): AsyncGenerator<void> {
  const entry = zip.parts.get(partName(name));
  if (!entry) throw unreadable();
  const markup = new Markup(reader);
  for await (const piece of contentOf(zip, entry, most)) {
    markup.write(piece);
    yield;
  }
  markup.end();
}

/** Tells a whole part to a reader. */
export const tell = async (zip: Zip, name: string, most: number, reader: MarkupReader): Promise<void> => {
  for await (const _piece of told(zip, name, most, reader));
};
