/** Licences by any of their names. */
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';

/** A licence, as the API tells of it. */
export type Sku = {
  skuId: string;
  skuPartNumber: string;
  displayName: string;
  carriesMailbox: boolean;
  prepaidUnits: { enabled: number };
};

/** The licence of an id, a part number or a product's name, in any case. Throws a Fault that names those that there are. */
export const skuOf = async ({ call }: Pick<Context, 'call'>, name: string): Promise<Sku> => {
  const { value } = (await call('GET', '/v1.0/subscribedSkus')) as { value: Sku[] };
  const isMeant = (text: string) => text.toLowerCase() === name.toLowerCase();
  const found =
    value.find(({ skuId, skuPartNumber }) => isMeant(skuId) || isMeant(skuPartNumber)) ??
    value.find(({ displayName }) => isMeant(displayName));
  if (found) return found;
  const known = value.map(({ skuPartNumber }) => skuPartNumber).join(', ');
  throw new Fault(`There is no licence ${name}. They are: ${known || 'none'}.`);
};
