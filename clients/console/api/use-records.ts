/** Entries of a log, newest first, read further as long as somebody wants older ones. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { read } from './call.ts';
import { type Page, pathOfLink } from './people.ts';

/** Requests for one more page at most: the API may answer with few entries, or none, and yet have older ones. */
const mostRequests = 8;

/** Entries wanted of one more page. */
const wanted = 50;

/** A page of those that were kept, and where the next one begins. */
type Records<Entry> = { entries: Entry[]; next: string | undefined };

/** Reads from `path` on until there are enough entries that `keep` keeps, everything was looked at, or it was asked often. */
export const recordsFrom = async <Entry>(
  path: string,
  keep: (entry: Entry) => boolean,
  signal?: AbortSignal,
): Promise<Records<Entry>> => {
  const entries: Entry[] = [];
  let next: string | undefined = path;
  for (let asked = 0; next !== undefined && asked < mostRequests && entries.length < wanted; asked += 1) {
    const page: Page<Entry> = await read<Page<Entry>>(next, signal ? { signal } : {});
    entries.push(...page.value.filter(keep));
    const link = page['@odata.nextLink'];
    next = link && pathOfLink(link);
  }
  return { entries, next };
};

/** The path of a question to a log: `top` entries at a time. */
export const logPath = (log: string, filters: readonly string[], top = wanted): string => {
  const query = new URLSearchParams({ $top: String(top) });
  if (filters.length > 0) query.set('$filter', filters.join(' and '));
  return `auditLogs/${log}?${query}`;
};

/** The entries of a question; `keep` is a condition that the API does not know, named by `kept`. */
export const useRecords = <Entry>(path: string, keep: (entry: Entry) => boolean = () => true, kept = '') => {
  const query = useInfiniteQuery({
    queryKey: ['records', path, kept],
    queryFn: ({ pageParam, signal }) => recordsFrom(pageParam, keep, signal),
    initialPageParam: path,
    getNextPageParam: ({ next }: Records<Entry>) => next,
  });
  return { ...query, entries: query.data?.pages.flatMap(({ entries }) => entries) ?? [] };
};
