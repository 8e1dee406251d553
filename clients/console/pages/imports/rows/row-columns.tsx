/** What is told of a row. */
import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { RowOutcome } from '../../../../../shared/domain/imports/import-progress.ts';
import type { Kind, Row } from '../../../api/imports.ts';
import { address, useFollow } from '../../../shell/addresses.ts';
import { useFormats, useTexts } from '../../../texts/texts-context.tsx';
import { usePropertyName, useValueText } from '../import-words.ts';

const signs: Readonly<Record<RowOutcome, StatusIndicatorProps.Type>> = {
  created: 'success',
  updated: 'info',
  unchanged: 'stopped',
  refused: 'error',
  skipped: 'stopped',
  deleted: 'warning',
  restored: 'success',
};

/** Row, user, outcome and details; on a narrow page the last two stand below the user. */
export const useRowColumns = (kind: Kind, isNarrow: boolean): TableProps.ColumnDefinition<Row>[] => {
  const { imports } = useTexts();
  const { number } = useFormats();
  const words = kind === 'check' ? imports.wouldBe : imports.outcomes;
  const outcomeOf = ({ outcome }: Row) => <StatusIndicator type={signs[outcome]}>{words[outcome]}</StatusIndicator>;
  return [
    { id: 'row', header: imports.row, width: isNarrow ? 60 : 80, cell: ({ rowNumber }) => number(rowNumber) },
    {
      id: 'user',
      header: imports.user,
      minWidth: isNarrow ? 160 : 200,
      isRowHeader: true,
      cell: (row) =>
        isNarrow ? (
          <>
            <Who row={row} kind={kind} />
            <Box>{outcomeOf(row)}</Box>
            <Details row={row} />
          </>
        ) : (
          <Who row={row} kind={kind} />
        ),
    },
    {
      id: 'outcome',
      header: imports.outcome,
      minWidth: 150,
      cell: outcomeOf,
    },
    { id: 'details', header: imports.details, minWidth: 240, cell: (row) => <Details row={row} /> },
  ];
};

/** Whoever a row would create is not there yet, and whoever was deleted not any more. */
const Who = ({ row, kind }: { row: Row; kind: Kind }) => {
  const { person } = useTexts();
  const follow = useFollow();
  const { userPrincipalName, personId, outcome } = row;
  const isThere = personId !== null && outcome !== 'deleted' && !(kind === 'check' && outcome === 'created');
  if (!isThere) return <>{userPrincipalName ?? person.empty}</>;
  return (
    <Link href={address(`/users/${personId}`)} onFollow={follow}>
      {userPrincipalName ?? personId}
    </Link>
  );
};

const Details = ({ row: { message, changes } }: { row: Row }) => {
  const { imports } = useTexts();
  const nameOf = usePropertyName();
  const textOf = useValueText();
  return (
    <>
      {message !== null && <Box>{message}</Box>}
      {changes.length > 0 && (
        <ul className="plain-list">
          {changes.map(({ property, from, to }) => (
            <li key={property}>{imports.changedTo(nameOf(property), textOf(from), textOf(to))}</li>
          ))}
        </ul>
      )}
    </>
  );
};
