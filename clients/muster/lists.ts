/** Lists of the API, page after page. */
import type { Context } from './context.ts';

/** How much of a list is wanted. */
export type Wanted = { top: number; all?: true };

type Page = { value: unknown[]; '@odata.nextLink'?: string };

/** Most items that are asked for at once: what every list of the API gives. */
const pageSize = 100;

/** The part of an address that is asked for. The next page may be told by another name of the same host. */
const pathOf = (link: string): string => link.slice(link.indexOf('/v1.0/'));

/** A path with those options of a query that are there. */
export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/**
 * Items of a list, as many as are wanted. Where more are there, that is said. `isPaged` is false for a list that comes
 * whole and knows no `$top`.
 */
export const itemsOf = async (
  { call, say, chosen }: Context<Partial<Wanted>>,
  path: string,
  { query = {}, isPaged = true }: { query?: Readonly<Record<string, string | undefined>>; isPaged?: boolean } = {},
): Promise<unknown[]> => {
  const most = chosen.all || !isPaged ? Number.POSITIVE_INFINITY : (chosen.top ?? Number.POSITIVE_INFINITY);
  const $top = isPaged ? String(Math.min(most, pageSize)) : undefined;
  const items: unknown[] = [];
  for (let next: string | undefined = withQuery(path, { ...query, $top }); next; ) {
    const page = (await call('GET', next)) as Page;
    items.push(...page.value);
    const link = page['@odata.nextLink'];
    next = link === undefined ? undefined : pathOf(link);
    if (items.length < most || (items.length === most && !next)) continue;
    say(`These are the first ${most}: --top takes a number, --all has no end.`);
    return items.slice(0, most);
  }
  return items;
};
