/** The users of a batch: what became of each row, how the mailbox is, and until when it waits for a licence. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Select from '@cloudscape-design/components/select';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../../api/call.ts';
import { type Batch, type MigrationUser, mailboxStates, usersPath } from '../../api/migrations.ts';
import { type Page, pathOfLink } from '../../api/people.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useLanguage, useTexts } from '../../texts/texts-context.tsx';
import { PageNumbers } from '../imports/page-numbers.tsx';

/** What can be chosen: everybody, mailboxes in a state, rows that came to something. */
const choices = ['all', ...mailboxStates, 'Failed', 'Skipped', 'Stopped'] as const;
type Choice = (typeof choices)[number];

const filterOf = (choice: Choice): string | undefined => {
  if (choice === 'all') return undefined;
  return (mailboxStates as readonly string[]).includes(choice)
    ? `mailbox eq '${choice}'`
    : `statusSummary eq '${choice}'`;
};

export const UsersPart = ({ one }: { one: Batch }) => {
  const { migrations } = useTexts();
  const { language } = useLanguage();
  const [choice, setChoice] = useState<Choice>(one.failedCount > 0 ? 'Failed' : 'all');
  const [page, setPage] = useState(1);
  const query = useInfiniteQuery({
    // Reasons come in the reader's language; rows and mailboxes change with the batch.
    queryKey: ['migrationBatches', 'users', one.id, one.status, choice, language],
    queryFn: ({ pageParam }) => read<Page<MigrationUser>>(pageParam),
    initialPageParam: usersPath(one.id, filterOf(choice)),
    getNextPageParam: ({ '@odata.nextLink': link }) => link && pathOfLink(link),
  });
  const isNarrow = useSmallWindow();
  const columns = useColumns(isNarrow);
  const options = choices.map((value) => ({ value: value as string, label: migrations.choices[value] }));
  return (
    <Table<MigrationUser>
      wrapLines
      trackBy={({ rowNumber }) => String(rowNumber)}
      items={query.data?.pages[page - 1]?.value ?? []}
      columnDefinitions={columns}
      columnDisplay={columns.map(({ id = '' }) => ({ id, visible: !isNarrow || id === 'row' || id === 'user' }))}
      loading={query.isPending}
      loadingText={migrations.loadingUsers}
      ariaLabels={{ tableLabel: migrations.users }}
      header={
        <Header variant="h2" description={migrations.usersHint}>
          {migrations.users}
        </Header>
      }
      filter={
        <>
          {query.error && <ProblemAlert thrown={query.error} onRetry={() => void query.refetch()} />}
          <Select
            ariaLabel={migrations.filter}
            options={options}
            selectedOption={options.find(({ value }) => value === choice) ?? null}
            onChange={({ detail }) => {
              setPage(1);
              setChoice(choices.find((each) => each === detail.selectedOption.value) ?? 'all');
            }}
          />
        </>
      }
      pagination={<PageNumbers page={page} query={query} onPage={setPage} />}
      empty={<Box textAlign="center">{migrations.noUsers}</Box>}
    />
  );
};

const signs: Readonly<Record<MigrationUser['status'], StatusIndicatorProps.Type>> = {
  Synced: 'success',
  Completed: 'success',
  Failed: 'error',
  Stopped: 'stopped',
  Skipped: 'info',
};

/** Row, user, state and mailbox; on a narrow page the last two stand below the user. */
const useColumns = (isNarrow: boolean): TableProps.ColumnDefinition<MigrationUser>[] => {
  const { migrations } = useTexts();
  const { number } = useFormats();
  return [
    { id: 'row', header: migrations.row, width: isNarrow ? 60 : 80, cell: ({ rowNumber }) => number(rowNumber) },
    {
      id: 'user',
      header: migrations.user,
      minWidth: isNarrow ? 160 : 200,
      isRowHeader: true,
      cell: (user) => (
        <div className="break-anywhere">
          <Who user={user} />
          {isNarrow && (
            <>
              <Became user={user} />
              <Mailbox user={user} />
            </>
          )}
        </div>
      ),
    },
    { id: 'state', header: migrations.state, minWidth: 240, cell: (user) => <Became user={user} /> },
    { id: 'mailbox', header: migrations.mailbox, minWidth: 150, cell: (user) => <Mailbox user={user} /> },
  ];
};

const Who = ({ user: { userPrincipalName, personId } }: { user: MigrationUser }) => {
  const follow = useFollow();
  const name = userPrincipalName ?? '–';
  if (personId === null) return <>{name}</>;
  return (
    <Link href={address(`/users/${personId}`)} onFollow={follow}>
      {name}
    </Link>
  );
};

const Became = ({ user: { status, error } }: { user: MigrationUser }) => {
  const { migrations } = useTexts();
  return (
    <>
      <StatusIndicator type={signs[status]}>{migrations.userStates[status]}</StatusIndicator>
      {error && <Box>{error.message}</Box>}
    </>
  );
};

const Mailbox = ({ user: { mailbox, mailboxGraceEndDateTime } }: { user: MigrationUser }) => {
  const { migrations } = useTexts();
  const { day } = useFormats();
  if (mailbox === null) return null;
  if (mailbox === 'active') return <StatusIndicator type="success">{migrations.choices.active}</StatusIndicator>;
  if (mailbox === 'disabled') return <StatusIndicator type="stopped">{migrations.choices.disabled}</StatusIndicator>;
  const until = mailboxGraceEndDateTime
    ? migrations.graceUntil(day(mailboxGraceEndDateTime))
    : migrations.choices.grace;
  return <StatusIndicator type="warning">{until}</StatusIndicator>;
};
