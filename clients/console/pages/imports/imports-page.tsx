/** The history of imports, newest first. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { read } from '../../api/call.ts';
import { type Import, isOver, kindOf } from '../../api/imports.ts';
import { type Page, pathOfLink } from '../../api/people.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow, useGo } from '../../shell/addresses.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ImportState } from './import-state.tsx';
import { PageNumbers } from './page-numbers.tsx';

/** Milliseconds after which a page with a running import is read again. */
const pace = 5_000;

export const ImportsPage = () => {
  const { imports } = useTexts();
  const may = useMay();
  const go = useGo();
  const [page, setPage] = useState(1);
  const query = useInfiniteQuery({
    queryKey: ['imports', 'list'],
    queryFn: ({ pageParam }) => read<Page<Import>>(pageParam),
    initialPageParam: 'imports?$top=20',
    getNextPageParam: ({ '@odata.nextLink': link }) => link && pathOfLink(link),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ value }) => value.some((one) => !isOver(one) && one.status === 'running'))
        ? pace
        : false,
  });
  const pages = query.data?.pages ?? [];
  const columns = useColumns();
  const isNarrow = useSmallWindow();
  const addMany = may('manageImports') && (
    <Button variant="primary" onClick={() => go('/users/add-many')}>
      {imports.addMany}
    </Button>
  );
  return (
    <Table<Import>
      variant="full-page"
      stickyHeader
      wrapLines
      trackBy="id"
      items={pages[page - 1]?.value ?? []}
      columnDefinitions={columns}
      columnDisplay={columns.map(({ id = '' }) => ({ id, visible: !isNarrow || id === 'file' || id === 'state' }))}
      loading={query.isPending}
      loadingText={imports.loading}
      ariaLabels={{ tableLabel: imports.title }}
      header={
        <Header
          variant="h1"
          description={imports.description}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                iconName="refresh"
                ariaLabel={imports.refresh}
                loading={query.isRefetching}
                onClick={() => void query.refetch()}
              />
              {addMany}
            </SpaceBetween>
          }
        >
          {imports.title}
        </Header>
      }
      filter={query.error && <ProblemAlert thrown={query.error} onRetry={() => void query.refetch()} />}
      pagination={<PageNumbers page={page} query={query} onPage={setPage} />}
      empty={
        <Box textAlign="center" padding="l">
          <SpaceBetween size="s">
            <div>
              <Box variant="strong">{imports.emptyTitle}</Box>
              <Box color="text-body-secondary">{imports.empty}</Box>
            </div>
            {addMany}
          </SpaceBetween>
        </Box>
      }
    />
  );
};

const useColumns = (): TableProps.ColumnDefinition<Import>[] => {
  const { imports } = useTexts();
  const { number, moment } = useFormats();
  const follow = useFollow();
  return useMemo(
    () => [
      {
        id: 'file',
        header: imports.file,
        isRowHeader: true,
        minWidth: 120,
        cell: (one) => (
          <Link href={address(`/imports/${one.id}`)} onFollow={follow}>
            {one.fileName}
          </Link>
        ),
      },
      { id: 'kind', header: imports.kind, cell: (one) => imports.kinds[kindOf(one)] },
      { id: 'state', header: imports.state, minWidth: 170, cell: (one) => <ImportState of={one} /> },
      ...(['created', 'updated', 'refused'] as const).map((outcome) => ({
        id: outcome,
        header: imports.outcomes[outcome],
        cell: (one: Import) => number(one[outcome]),
      })),
      {
        id: 'when',
        header: `${imports.when}, ${imports.by}`,
        minWidth: 150,
        cell: ({ createdBy, createdDateTime }) => (
          <div>
            <span className="whole-moments">{moment(createdDateTime)}</span>
            <Box color="text-body-secondary">{createdBy.displayName}</Box>
          </div>
        ),
      },
    ],
    [imports, number, moment, follow],
  );
};
