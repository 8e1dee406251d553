/** Deleted users: how long they can still be restored, restored, or removed for good. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useSmallWindow } from '../../look/small-window.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { usePages } from '../people/use-people.ts';
import { DeletedActions } from './deleted-actions.tsx';
import { useDeletedColumns } from './deleted-columns.tsx';
import { DeletedFilters } from './deleted-filters.tsx';
import { type DeletedPerson, firstOfDeleted, useDeletedDays, type WantedDeleted } from './deleted-search.ts';

const size = 50;
const everybody: WantedDeleted = { text: '', within: 0 };

/** In a small window a name and how long there is still time. */
const inSmallWindow = ['displayName'];

export const DeletedUsersPage = () => {
  const { deletedUsers: texts, people } = useTexts();
  const deletedDays = useDeletedDays();
  const may = useMay();
  const [wanted, setWanted] = useState<WantedDeleted>(() => ({
    ...everybody,
    within: new URLSearchParams(window.location.search).get('within') === '7' ? 7 : 0,
  }));
  const [selected, setSelected] = useState<readonly DeletedPerson[]>([]);
  const first = () => firstOfDeleted(wanted, { size, deletedDays });
  const list = usePages<DeletedPerson>({ list: 'deletedUsers', wanted, size, first });
  const { data, error, isPending, isFetching, isStillLooking, refetch } = list;
  const isSmall = useSmallWindow();
  const columns = useDeletedColumns(deletedDays, isSmall);
  const isFiltered = wanted.text !== '' || wanted.within > 0;
  return (
    <Table<DeletedPerson>
      variant="full-page"
      stickyHeader
      wrapLines
      trackBy="id"
      items={data?.people ?? []}
      columnDefinitions={columns}
      columnDisplay={columns.map(({ id = '' }) => ({ id, visible: !isSmall || inSmallWindow.includes(id) }))}
      loading={isPending}
      loadingText={isStillLooking ? people.looking : people.loading}
      {...(may('deletePeople') && { selectionType: 'multi' })}
      selectedItems={selected as DeletedPerson[]}
      onSelectionChange={({ detail }) => setSelected(detail.selectedItems)}
      ariaLabels={{
        tableLabel: texts.title,
        selectionGroupLabel: texts.title,
        allItemsSelectionLabel: () => people.selectAll,
        itemSelectionLabel: (_, { displayName }) => people.select(displayName),
      }}
      header={
        <Header
          variant="h1"
          description={texts.description(deletedDays)}
          actions={<DeletedActions selected={selected} onDone={() => setSelected([])} />}
        >
          {texts.title}
        </Header>
      }
      filter={
        <SpaceBetween size="xs">
          <DeletedFilters
            wanted={wanted}
            onChange={(changed) => {
              setSelected([]);
              setWanted(changed);
            }}
          />
          {error && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
          <div role="status">{selected.length > 0 && people.selected(selected.length)}</div>
        </SpaceBetween>
      }
      pagination={
        <Pagination
          currentPageIndex={list.page}
          pagesCount={list.pages}
          openEnd={list.isOpenEnd}
          disabled={isFetching}
          onChange={({ detail }) => list.goTo(detail.currentPageIndex)}
        />
      }
      empty={
        <Box textAlign="center" padding="l">
          <Box variant="strong">{isFiltered ? people.notFoundTitle : texts.noneTitle}</Box>
          <Box color="text-body-secondary">{isFiltered ? texts.notFound : texts.none(deletedDays)}</Box>
        </Box>
      }
    />
  );
};
