/** One batch: where it is, what became of its rows, and whose 30 days run. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { type Batch, batchQuery } from '../../api/migrations.ts';
import { address, useFollow, usePathValue } from '../../shell/addresses.ts';
import { usePageTitle } from '../../shell/page-title.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { useFaultText } from '../imports/read-as/file-fault.ts';
import { BatchActions } from './batch-actions.tsx';
import { BatchState } from './batch-state.tsx';
import { UsersPart } from './users-part.tsx';

export const BatchPage = () => {
  const { shell } = useTexts();
  const id = usePathValue('id');
  const { data, error, refetch } = useQuery(batchQuery(id));
  usePageTitle(data?.displayName);
  if (error && !data) return <ProblemAlert thrown={error} onRetry={() => void refetch()} />;
  if (!data) return <p role="status">{shell.working}</p>;
  return <Shown key={id} one={data} problem={error} onRetry={() => void refetch()} />;
};

type Props = { one: Batch; problem: unknown; onRetry: () => void };

const Shown = ({ one, problem, onRetry }: Props) => {
  const { migrations } = useTexts();
  const { moment } = useFormats();
  const may = useMay();
  const { displayName, migrationType, createdBy, createdDateTime, totalCount } = one;
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={migrations.about(
            migrations.types[migrationType],
            createdBy.displayName,
            moment(createdDateTime),
          )}
          actions={may('manageImports') && <BatchActions one={one} />}
        >
          {displayName}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {problem !== null && <ProblemAlert thrown={problem} onRetry={onRetry} />}
        <Standing one={one} />
        <Summary one={one} />
        {totalCount !== null && totalCount > 0 && <UsersPart one={one} />}
      </SpaceBetween>
    </ContentLayout>
  );
};

/** What somebody should know or do, where the state alone does not say it. */
const Standing = ({ one: { status, error, notes, startAfterDateTime, completeAfterDateTime } }: { one: Batch }) => {
  const { migrations } = useTexts();
  const { moment } = useFormats();
  const faultText = useFaultText();
  const isSynced = status === 'Synced' || status === 'SyncedWithErrors';
  if (!error && !isSynced && status !== 'Created' && status !== 'Waiting' && notes.length === 0) return null;
  return (
    <SpaceBetween size="s">
      {error && (
        <Alert type="error" header={migrations.failedTitle}>
          {faultText(error)}
        </Alert>
      )}
      {status === 'Created' && <Alert type="info">{migrations.created}</Alert>}
      {status === 'Waiting' && (
        <Alert type="info">
          {startAfterDateTime ? migrations.startsAfter(moment(startAfterDateTime)) : migrations.onHold}
        </Alert>
      )}
      {isSynced && (
        <Alert type="info" header={migrations.syncedTitle}>
          {completeAfterDateTime ? migrations.completesAfter(moment(completeAfterDateTime)) : migrations.synced}
        </Alert>
      )}
      {notes.length > 0 && (
        <Alert type="warning" header={migrations.notes}>
          <ul className="plain-list">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Alert>
      )}
    </SpaceBetween>
  );
};

const counts = [
  ...(['totalCount', 'activeCount', 'syncedCount', 'finalizedCount'] as const),
  ...(['failedCount', 'stoppedCount', 'skippedCount'] as const),
];

/** Counts that are shown though they are nothing. */
const always: ReadonlySet<(typeof counts)[number]> = new Set(['totalCount', 'syncedCount', 'failedCount']);

const Summary = ({ one }: { one: Batch }) => {
  const { migrations } = useTexts();
  const { number } = useFormats();
  const follow = useFollow();
  return (
    <Container
      header={
        <Header
          variant="h2"
          info={<BatchState status={one.status} />}
          actions={
            <Link href={address(`/imports/${one.id}`)} onFollow={follow}>
              {migrations.showImport}
            </Link>
          }
        >
          {migrations.progress}
        </Header>
      }
    >
      <KeyValuePairs
        columns={4}
        minColumnWidth={140}
        items={counts
          .filter((count) => always.has(count) || (one[count] ?? 0) > 0)
          .map((count) => {
            const value = one[count];
            return { label: migrations.counts[count], value: value === null ? '–' : number(value) };
          })}
      />
    </Container>
  );
};
