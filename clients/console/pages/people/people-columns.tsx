/** The columns of the list of people. */
import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import { address, useFollow } from '../../shell/addresses.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import type { Listed } from './people-search.ts';
import { MailboxState, PasswordState, SignInState, useLicenceWords } from './person-states.tsx';

/** Ids of columns, in their order. */
export const columnIds = [
  ...(['displayName', 'userPrincipalName', 'licences', 'signIn', 'password', 'mailbox'] as const),
  ...(['department', 'employeeId', 'roles'] as const),
] as const;

export type ColumnId = (typeof columnIds)[number];

/** A window in which one more column fits beside the side navigation, in pixels. */
const wideWindow = 1500;

/** Those that are shown at first, as many as fit: in a small window a name and whether its person may sign in. */
export const firstColumns = (isSmall: boolean, width: number): ColumnId[] => {
  if (isSmall) return ['displayName', 'signIn'];
  const most: ColumnId[] = ['displayName', 'userPrincipalName', 'licences', 'signIn', 'password'];
  return width < wideWindow ? most : [...most, 'mailbox'];
};

/** Least widths of columns that need more or less than 100 pixels: a state is one long word in some languages, behind its sign. */
const leastWidth: Partial<Record<ColumnId, number>> = { displayName: 85, signIn: 140 };

/** What each column is called. */
export const useColumnNames = (): Record<ColumnId, string> => {
  const { people } = useTexts();
  return {
    displayName: people.name,
    userPrincipalName: people.userName,
    licences: people.licences,
    signIn: people.signIn,
    password: people.password,
    mailbox: people.mailbox,
    department: people.department,
    employeeId: people.employeeId,
    roles: people.rolesHeld,
  };
};

/** The columns themselves; `nameOf` is the name of a licence. */
export const usePeopleColumns = (nameOf: (skuId: string) => string): TableProps.ColumnDefinition<Listed>[] => {
  const names = useColumnNames();
  const follow = useFollow();
  const { list } = useFormats();
  const licenceWords = useLicenceWords(nameOf);
  const cells: Record<ColumnId, (person: Listed) => React.ReactNode> = {
    displayName: ({ id, displayName }) => (
      <Link href={address(`/users/${id}`)} onFollow={follow}>
        {displayName}
      </Link>
    ),
    userPrincipalName: ({ userPrincipalName }) => userPrincipalName,
    licences: (person) => <div className="wrapping">{licenceWords(person)}</div>,
    signIn: (person) => <SignInState person={person} />,
    password: (person) => (
      <div className="wrapping">
        <PasswordState person={person} />
      </div>
    ),
    mailbox: (person) => <MailboxState person={person} />,
    department: ({ department }) => department,
    employeeId: ({ employeeId }) => employeeId,
    roles: ({ roles }) => list(roles),
  };
  // A table draws all its rows anew for new definitions, also where only a row was selected.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest follows from these
  return useMemo(
    () =>
      columnIds.map((id) => ({
        id,
        header: names[id],
        cell: cells[id],
        isRowHeader: id === 'displayName',
        // Several licences of somebody are below each other, so that what follows stays in sight.
        ...(id === 'licences' ? { minWidth: 150, maxWidth: 200 } : { minWidth: leastWidth[id] ?? 100 }),
      })),
    [nameOf, names.displayName, follow],
  );
};
