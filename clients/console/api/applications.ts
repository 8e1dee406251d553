/** Applications, as the API shows them. */
import { type graphApplication, type graphSecret, isGood } from '../../../shared/domain/access/application.ts';
import { read } from './call.ts';
import type { OnWire } from './on-wire.ts';
import { type Page, pathOfLink } from './people.ts';

/** A program that uses the API, with its secrets by what may be known of them. */
export type Application = OnWire<ReturnType<typeof graphApplication>>;

/** A secret, without its text. */
export type Secret = OnWire<ReturnType<typeof graphSecret>>;

/** Under which everything about applications is kept. */
export const applicationsKey = ['applications'];

/** All of them, for `useInfiniteQuery`. */
export const applicationsQuery = {
  queryKey: [...applicationsKey, 'list'],
  queryFn: ({ pageParam }: { pageParam: string }) => read<Page<Application>>(pageParam),
  initialPageParam: 'applications?$top=100',
  getNextPageParam: ({ '@odata.nextLink': link }: Page<Application>) => link && pathOfLink(link),
};

/** One of them, for `useQuery`. */
export const applicationQuery = (id: string) => ({
  queryKey: [...applicationsKey, id],
  queryFn: () => read<Application>(`applications/${encodeURIComponent(id)}`),
});

/** The secrets that can be used now. */
export const goodSecrets = (secrets: readonly Secret[], now = new Date().toISOString()): Secret[] =>
  secrets.filter((secret) => isGood(secret as never, now as never));
