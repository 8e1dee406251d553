/** The columns of the list of deleted people. */
import type { TableProps } from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import { Marked } from '../../shell/marked.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { type DeletedPerson, daysUntil, goneAt } from './deleted-search.ts';

/** With fewer days left it is time to decide. */
export const fewDays = 7;

/** In a small window the days left stand below the name. */
export const useDeletedColumns = (
  deletedDays: number,
  isSmall: boolean,
): TableProps.ColumnDefinition<DeletedPerson>[] => {
  const { deletedUsers: texts, people } = useTexts();
  const { day } = useFormats();
  // Selecting a row draws the table anew, with the same columns.
  return useMemo(
    () => [
      {
        id: 'displayName',
        header: people.name,
        isRowHeader: true,
        cell: (person) => (
          <>
            {person.displayName}
            {isSmall && <DaysLeft moment={goneAt(person, deletedDays)} />}
          </>
        ),
      },
      { id: 'userPrincipalName', header: texts.formerName, cell: ({ userPrincipalName }) => userPrincipalName },
      { id: 'deleted', header: texts.deletedOn, cell: ({ deletedDateTime }) => day(deletedDateTime) },
      { id: 'left', header: texts.daysLeft, cell: (person) => <DaysLeft moment={goneAt(person, deletedDays)} /> },
    ],
    [people, texts, day, deletedDays, isSmall],
  );
};

const DaysLeft = ({ moment }: { moment: string }) => {
  const { deletedUsers: texts } = useTexts();
  const formats = useFormats();
  const left = daysUntil(moment);
  const last = left === 0 ? formats.moment(moment) : formats.day(moment);
  return (
    <div className="whole-days">
      <Marked type={left < fewDays ? 'warning' : 'info'}>{texts.left(left, last)}</Marked>
    </div>
  );
};
