/** One licence, and who waits for it. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { read } from '../../api/call.ts';
import { type Licence, type Page, pathOfLink } from '../../api/people.ts';

/** Somebody in a licence's line; places are counted from 1. */
export type Waiting = {
  id: string;
  displayName: string;
  userPrincipalName: string;
  waitingSinceDateTime: string;
  place: number;
};

const pathOf = (skuId: string) => `subscribedSkus/${encodeURIComponent(skuId)}`;

/** A licence as it is now. Throws a `Problem`. */
export const readLicence = (skuId: string): Promise<Licence> => read<Licence>(pathOf(skuId));

/** A licence with its seats, for a component. */
export const useLicence = (skuId: string) =>
  useQuery({ queryKey: ['subscribedSkus', skuId], queryFn: () => readLicence(skuId) });

/** Who waits for a licence, in the order in which seats come to them. */
export const useLine = (skuId: string) =>
  useInfiniteQuery({
    queryKey: ['subscribedSkus', skuId, 'waiting'],
    queryFn: ({ pageParam }) => read<Page<Waiting>>(pageParam),
    initialPageParam: `${pathOf(skuId)}/waiting?$top=50`,
    getNextPageParam: ({ '@odata.nextLink': link }) => link && pathOfLink(link),
  });

/** After seats were set: licences and people are asked for anew. */
export const useLicencesAnew = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({ predicate: ({ queryKey: [of] }) => of === 'users' || of === 'subscribedSkus' });
};
