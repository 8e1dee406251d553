/** The licences that a function keeps between its requests. */
import type { Directory } from '../../work/directory.ts';
import { catalogueMarkKey } from '../directory-items.ts';
import type { CheckingClient } from '../dynamodb/checking-client.ts';
import type { Kept } from '../dynamodb/kept.ts';
import type { readCatalogue } from '../licences/catalogue.ts';

/** In place of a directory's catalogue; nothing for one that has none. */
export const keptCatalogue = (
  own: object,
  catalogue: Kept<Awaited<ReturnType<typeof readCatalogue>>>,
  { watch }: CheckingClient,
): Partial<Pick<Directory, 'catalogue'>> => {
  if (!('catalogue' in own)) return {};
  const keep = async () => {
    const used = await catalogue.read();
    const holds = (item: Record<string, unknown> | undefined) => {
      if (item?.mark !== used.mark) catalogue.forget();
      else catalogue.confirm(used);
      return item?.mark === used.mark;
    };
    // Where the check was made before, it is read as it is now.
    return watch({ key: catalogueMarkKey, holds }) ? used.catalogue : (own as Directory).catalogue();
  };
  let kept: ReturnType<typeof keep> | undefined;
  return {
    catalogue: () => {
      kept ??= keep();
      return kept;
    },
  };
};
