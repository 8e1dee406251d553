/** What was changed of somebody, by whom, newest first. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { read } from '../../api/call.ts';
import { type Page, type Person, pathOfLink } from '../../api/people.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import type { Entry } from '../audit/audit-question.ts';
import { EntryChanges } from '../audit/entry-changes.tsx';
import { useEntryWords } from '../audit/entry-words.ts';

const firstPage = (id: string): string =>
  `auditLogs/directoryAudits?${new URLSearchParams({ $top: '20', $filter: `targetResources/any(t:t/id eq '${id}')` })}`;

export const HistoryPart = ({ person }: { person: Person }) => {
  const { person: texts } = useTexts();
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['users', 'history', person.id],
    queryFn: ({ pageParam }) => read<Page<Entry>>(pageParam),
    initialPageParam: firstPage(person.id),
    getNextPageParam: ({ '@odata.nextLink': link }) => link && pathOfLink(link),
  });
  const isSmall = useSmallWindow();
  if (error) return <ProblemAlert thrown={error} onRetry={() => void refetch()} />;
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">{texts.historyWhat}</Box>
      <Table<Entry>
        variant="borderless"
        wrapLines
        loading={isPending}
        items={data?.pages.flatMap(({ value }) => value) ?? []}
        empty={texts.historyEmpty}
        ariaLabels={{ tableLabel: texts.history }}
        columnDefinitions={[
          {
            id: 'when',
            header: isSmall ? texts.what : `${texts.when}, ${texts.who}`,
            cell: (entry) => (
              <>
                <When entry={entry} />
                {isSmall && <What entry={entry} />}
              </>
            ),
            ...(isSmall ? { isRowHeader: true } : { width: '35%' }),
          },
          ...(isSmall
            ? []
            : [{ id: 'what', header: texts.what, cell: (entry: Entry) => <What entry={entry} />, isRowHeader: true }]),
        ]}
      />
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()}>
          {texts.older}
        </Button>
      )}
    </SpaceBetween>
  );
};

const When = ({ entry }: { entry: Entry }) => {
  const { actor } = useEntryWords();
  return (
    <div className="whole-days">
      {useFormats().moment(entry.activityDateTime)}
      <Box color="text-body-secondary">{actor(entry)}</Box>
    </div>
  );
};

const What = ({ entry }: { entry: Entry }) => {
  const { activity } = useEntryWords();
  return (
    <>
      {activity(entry)}
      <EntryChanges entry={entry} />
    </>
  );
};
