/** What was changed of somebody, by whom, newest first. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { graphAudit } from '../../../../shared/graph/audit/graph-audit.ts';
import { read } from '../../api/call.ts';
import type { OnWire } from '../../api/on-wire.ts';
import { type Page, type Person, pathOfLink } from '../../api/people.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';

type Entry = OnWire<ReturnType<typeof graphAudit>>;

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
          { id: 'when', header: `${texts.when}, ${texts.who}`, cell: (entry) => <When entry={entry} />, width: '35%' },
          { id: 'what', header: texts.what, cell: (entry) => <What entry={entry} />, isRowHeader: true },
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

const whoDid = ({ initiatedBy: { user, app } }: Entry): string => user?.displayName ?? app?.displayName ?? '';

const When = ({ entry }: { entry: Entry }) => (
  <>
    {useFormats().moment(entry.activityDateTime)}
    <Box color="text-body-secondary">{whoDid(entry)}</Box>
  </>
);

const What = ({ entry }: { entry: Entry }) => {
  const { person: texts } = useTexts();
  const names: Readonly<Record<string, string>> = texts.properties;
  return (
    <>
      {entry.activityDisplayName}
      {entry.targetResources
        .flatMap(({ modifiedProperties }) => modifiedProperties)
        .map(({ displayName, oldValue, newValue }) => (
          <Box key={displayName} color="text-body-secondary" variant="small" display="block">
            {texts.changedTo(
              names[displayName] ?? displayName,
              shown(oldValue) || texts.empty,
              shown(newValue) || texts.empty,
            )}
          </Box>
        ))}
    </>
  );
};

/** Values are JSON text, as Graph has them. */
const shown = (value: string | null): string => {
  try {
    const read: unknown = JSON.parse(value ?? '""');
    return Array.isArray(read) ? read.join(', ') : typeof read === 'object' ? JSON.stringify(read) : String(read);
  } catch {
    return value ?? '';
  }
};
