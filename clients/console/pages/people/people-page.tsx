/** Active users: found, chosen, and changed together. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { licenceNames, licencesQuery } from '../../api/people.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { tasks } from './bulk-tasks.ts';
import { ListPreferencesDialog, useListPreferences } from './list-preferences.tsx';
import { PeopleActions } from './people-actions.tsx';
import { usePeopleColumns } from './people-columns.tsx';
import { PeopleFilters } from './people-filters.tsx';
import { everybody, type Listed, type Wanted, wantedOf } from './people-search.ts';
import { usePeople } from './use-people.ts';

export const PeoplePage = () => {
  const { people } = useTexts();
  const { number } = useFormats();
  const [wanted, setWanted] = useState<Wanted>(() => wantedOf(new URLSearchParams(window.location.search)));
  const [preferences, setPreferences] = useListPreferences();
  const [selected, setSelected] = useState<readonly Listed[]>([]);
  const licences = useQuery(licencesQuery);
  const nameOf = useMemo(() => licenceNames(licences.data), [licences.data]);
  const list = usePeople(wanted, preferences.pageSize);
  const { data, error, isPending, isFetching, isStillLooking, refetch } = list;
  const columns = usePeopleColumns(nameOf);
  const total = wanted === everybody && list.page === 1 ? data?.count : undefined;

  const isSmall = useSmallWindow();
  const may = useMay();
  const mayChange = Object.values(tasks).some(({ permission }) => may(permission));

  const change = (changed: Wanted) => {
    setSelected([]);
    setWanted(changed);
  };
  return (
    <Table<Listed>
      variant="full-page"
      stickyHeader
      wrapLines={isSmall}
      trackBy="id"
      items={data?.people ?? []}
      columnDefinitions={columns}
      columnDisplay={columns.map(({ id = '' }) => ({ id, visible: (preferences.columns as string[]).includes(id) }))}
      loading={isPending}
      loadingText={isStillLooking ? people.looking : people.loading}
      {...(mayChange && { selectionType: 'multi' })}
      selectedItems={selected as Listed[]}
      onSelectionChange={({ detail }) => setSelected(detail.selectedItems)}
      ariaLabels={{
        tableLabel: people.title,
        selectionGroupLabel: people.title,
        allItemsSelectionLabel: () => people.selectAll,
        itemSelectionLabel: (_, { displayName }) => people.select(displayName),
      }}
      header={
        <Header
          variant="h1"
          description={people.description}
          {...(total !== undefined && { counter: `(${number(total)})` })}
          actions={<PeopleActions wanted={wanted} selected={selected} licences={licences.data ?? []} nameOf={nameOf} />}
        >
          {people.title}
        </Header>
      }
      filter={
        <SpaceBetween size="xs">
          <PeopleFilters wanted={wanted} licences={licences.data ?? []} onChange={change} />
          {error && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
          <div role="status">
            {selected.length > 0 && people.selected(selected.length)}
            {isFetching && isStillLooking && <StatusIndicator type="loading">{people.looking}</StatusIndicator>}
          </div>
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
      preferences={
        <div id="list-preferences">
          <ListPreferencesDialog preferences={preferences} onChange={setPreferences} />
        </div>
      }
      empty={<Nobody isFiltered={wanted !== everybody} />}
    />
  );
};

const Nobody = ({ isFiltered }: { isFiltered: boolean }) => {
  const { people } = useTexts();
  return (
    <Box textAlign="center" padding="l">
      <Box variant="strong">{isFiltered ? people.notFoundTitle : people.nobodyTitle}</Box>
      <Box color="text-body-secondary">{isFiltered ? people.notFound : people.nobody}</Box>
    </Box>
  );
};
