/** The list of people as it is looked through: page by page, forth and back. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../api/people.ts';
import { type Cursor, firstCursor, type Listed, pageAt, type Wanted } from './people-search.ts';

/** What is shown, and how the reader goes on. Pages are counted from 1. */
export const usePeople = (wanted: Wanted, size: number) =>
  usePages<Listed>({ list: 'users', wanted, size, first: () => firstCursor(wanted, size) });

type Asked<One> = {
  /** The list's name, under which its pages are kept. */
  list: string;
  /** What is looked for: another question begins at its first page. */
  wanted: Pick<Wanted, 'text'>;
  size: number;
  /** Where the first page begins. */
  first: () => Cursor<One>;
};

/** A list that is looked through, of people in whatever state. */
export const usePages = <One extends Pick<Person, 'displayName' | 'userPrincipalName'>>({
  list,
  wanted,
  size,
  first,
}: Asked<One>) => {
  const asked = JSON.stringify([wanted, size]);
  const [walk, setWalk] = useState<{ asked: string; cursors: Cursor<One>[]; page: number }>({
    asked,
    cursors: [],
    page: 1,
  });
  const { cursors, page } = walk.asked === asked ? walk : { cursors: [], page: 1 };
  const [lookingFor, setLookingFor] = useState('');
  const cursor = page === 1 ? first() : cursors[page - 2];
  const query = useQuery({
    queryKey: [list, 'list', wanted, size, page],
    queryFn: async ({ signal }) => {
      const found = await pageAt<One>(cursor ?? [], wanted, { size, signal, onLooking: () => setLookingFor(asked) });
      setLookingFor('');
      return found;
    },
    placeholderData: keepPreviousData,
  });
  const next = query.isPlaceholderData ? undefined : query.data?.next;
  return {
    ...query,
    page,
    pages: page + (next ? 1 : 0),
    isOpenEnd: next !== undefined,
    isStillLooking: lookingFor === asked,
    goTo: (to: number) => {
      const known = next && to === page + 1 ? [...cursors.slice(0, page - 1), next] : cursors;
      setWalk({ asked, cursors: known, page: to });
    },
  };
};
