/** People and licences, as the API shows them. */
import type { graphLicenseDetails, graphSku } from '../../../shared/graph/licences/graph-licence.ts';
import type { graphUser } from '../../../shared/graph/people/graph-user.ts';
import { read } from './call.ts';
import type { OnWire } from './on-wire.ts';

/** A person, with the ETag by which a change says what it has seen. */
export type Person = OnWire<ReturnType<typeof graphUser>> & { '@odata.etag'?: string };

/** A licence with its seats; `displayName` is the product's name, `seatsToBuy` how many people wait for it. */
export type Licence = ReturnType<typeof graphSku> & {
  displayName?: string;
  seatsToBuy?: number;
  '@odata.etag'?: string;
};

/** A licence that a person holds, with its service plans. */
export type LicenceDetails = ReturnType<typeof graphLicenseDetails> & { displayName?: string };

/** A page of a list. */
export type Page<Item> = { value: Item[]; '@odata.nextLink'?: string; '@odata.count'?: number };

/** All licences, for `useQuery`: they are few, and change seldom. */
export const licencesQuery = {
  queryKey: ['subscribedSkus'],
  queryFn: async () => (await read<Page<Licence>>('subscribedSkus')).value,
  staleTime: 60_000,
};

/** What a licence is called. */
export const licenceName = ({ displayName, skuPartNumber }: Pick<Licence, 'displayName' | 'skuPartNumber'>): string =>
  displayName ?? skuPartNumber;

/** Names of licences by their ids, each by itself where it is not known. */
export const licenceNames = (licences: readonly Licence[] = []): ((skuId: string) => string) => {
  const names = new Map(licences.map((licence) => [licence.skuId, licenceName(licence)]));
  return (skuId) => names.get(skuId) ?? skuId;
};

/** The path of a link to the next page, as `read` takes it. */
export const pathOfLink = (link: string): string => link.replace(/^.*?\/v1\.0\//, '');
