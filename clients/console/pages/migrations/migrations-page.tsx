/** All batches, newest first. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../../api/call.ts';
import type { Batch } from '../../api/migrations.ts';
import { type Page, pathOfLink } from '../../api/people.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow, useGo } from '../../shell/addresses.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { PageNumbers } from '../imports/page-numbers.tsx';
import { BatchState } from './batch-state.tsx';

/** Milliseconds after which a page with a batch under way is read again. */
const pace = 5_000;

const isUnderWay = ({ status }: Batch): boolean => status === 'Starting' || status === 'Syncing';

export const MigrationsPage = () => {
  const { migrations } = useTexts();
  const may = useMay();
  const go = useGo();
  const [page, setPage] = useState(1);
  const query = useInfiniteQuery({
    queryKey: ['migrationBatches', 'list'],
    queryFn: ({ pageParam }) => read<Page<Batch>>(pageParam),
    initialPageParam: 'migrationBatches?$top=20',
    getNextPageParam: ({ '@odata.nextLink': link }) => link && pathOfLink(link),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ value }) => value.some(isUnderWay)) ? pace : false),
  });
  const isNarrow = useSmallWindow();
  const columns = useColumns(isNarrow);
  const add = may('manageImports') && (
    <Button variant="primary" onClick={() => go('/migrations/new')}>
      {migrations.add}
    </Button>
  );
  return (
    <Table<Batch>
      variant="full-page"
      stickyHeader
      wrapLines
      trackBy="id"
      items={query.data?.pages[page - 1]?.value ?? []}
      columnDefinitions={columns}
      columnDisplay={columns.map(({ id = '' }) => ({ id, visible: !isNarrow || id === 'name' || id === 'state' }))}
      loading={query.isPending}
      loadingText={migrations.loading}
      ariaLabels={{ tableLabel: migrations.title }}
      header={
        <Header variant="h1" description={migrations.description} actions={add}>
          {migrations.title}
        </Header>
      }
      filter={query.error && <ProblemAlert thrown={query.error} onRetry={() => void query.refetch()} />}
      pagination={<PageNumbers page={page} query={query} onPage={setPage} />}
      empty={!query.error && <None add={add} />}
    />
  );
};

const None = ({ add }: { add: React.ReactNode }) => {
  const { migrations } = useTexts();
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="s">
        <div>
          <Box variant="strong">{migrations.noneTitle}</Box>
          <Box color="text-body-secondary">{migrations.none}</Box>
        </div>
        {add}
      </SpaceBetween>
    </Box>
  );
};

/** Below the name stands what kind of migration it is. */
const useColumns = (isSmall: boolean): TableProps.ColumnDefinition<Batch>[] => {
  const { migrations } = useTexts();
  const { number, moment } = useFormats();
  const follow = useFollow();
  const count = (value: number | null) => (value === null ? '–' : number(value));
  return [
    {
      id: 'name',
      header: migrations.name,
      isRowHeader: true,
      minWidth: 120,
      cell: ({ id, displayName, migrationType }) => (
        <div className="break-anywhere">
          <Link href={address(`/migrations/${id}`)} onFollow={follow}>
            {displayName}
          </Link>
          <Box color="text-body-secondary">{migrations.types[migrationType]}</Box>
        </div>
      ),
    },
    {
      id: 'state',
      header: migrations.state,
      minWidth: isSmall ? 140 : 200,
      cell: ({ status }) => <BatchState status={status} />,
    },
    { id: 'total', header: migrations.counts.totalCount, cell: ({ totalCount }) => count(totalCount) },
    { id: 'synced', header: migrations.counts.syncedCount, cell: ({ syncedCount }) => count(syncedCount) },
    { id: 'failed', header: migrations.counts.failedCount, cell: ({ failedCount }) => count(failedCount) },
    {
      id: 'when',
      header: migrations.when,
      minWidth: 150,
      cell: ({ createdDateTime }) => <span className="whole-moments">{moment(createdDateTime)}</span>,
    },
  ];
};
