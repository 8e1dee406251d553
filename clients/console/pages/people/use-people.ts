/** The list of people as it is looked through: page by page, forth and back. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Cursor, firstCursor, pageAt, type Wanted } from './people-search.ts';

/** What is shown, and how the reader goes on. Pages are counted from 1. */
export const usePeople = (wanted: Wanted, size: number) => {
  const asked = JSON.stringify([wanted, size]);
  const [walk, setWalk] = useState<{ asked: string; cursors: Cursor[]; page: number }>({ asked, cursors: [], page: 1 });
  // Another question begins at its first page.
  const { cursors, page } = walk.asked === asked ? walk : { cursors: [], page: 1 };
  const [lookingFor, setLookingFor] = useState('');
  const cursor = page === 1 ? firstCursor(wanted, size) : cursors[page - 2];
  const query = useQuery({
    queryKey: ['users', 'list', wanted, size, page],
    queryFn: async ({ signal }) => {
      const found = await pageAt(cursor ?? [], wanted, { size, signal, onLooking: () => setLookingFor(asked) });
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
