/** Numbers of the pages of a list that is read link by link: the page after the last one that was read is asked for. */
import Pagination from '@cloudscape-design/components/pagination';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';

type Props = {
  /** Counted from 1. */
  page: number;
  query: Pick<
    UseInfiniteQueryResult<{ pages: readonly unknown[] }>,
    'data' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
  onPage: (page: number) => void;
};

export const PageNumbers = ({ page, query, onPage }: Props) => {
  const read = query.data?.pages.length ?? 0;
  const goTo = async (to: number) => {
    if (to > read) await query.fetchNextPage();
    onPage(to);
  };
  return (
    <Pagination
      currentPageIndex={page}
      pagesCount={read + (query.hasNextPage ? 1 : 0)}
      openEnd={query.hasNextPage}
      disabled={query.isFetchingNextPage}
      onChange={({ detail }) => void goTo(detail.currentPageIndex)}
    />
  );
};
