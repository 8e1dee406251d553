/** What the reader wants to see of a list, kept in this browser: columns, and rows on a page. */
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import { useState } from 'react';
import { useSmallWindow } from '../../look/small-window.ts';
import { useTexts } from '../../texts/texts-context.tsx';
import { type ColumnId, columnIds, firstColumns, useColumnNames } from './people-columns.tsx';

export type ListPreferences = { pageSize: number; columns: ColumnId[] };

const keptUnder = 'muster-people-list';

const kept = (): Partial<ListPreferences> => {
  try {
    return JSON.parse(localStorage.getItem(keptUnder) ?? '{}') as Partial<ListPreferences>;
  } catch {
    return {};
  }
};

/** The preferences, and how they are changed. Columns that nobody has chosen follow the window. */
export const useListPreferences = (): [ListPreferences, (changed: ListPreferences) => void] => {
  const [chosen, setChosen] = useState(kept);
  const columns = firstColumns(useSmallWindow(), window.innerWidth);
  const change = (changed: ListPreferences) => {
    localStorage.setItem(keptUnder, JSON.stringify(changed));
    setChosen(changed);
  };
  return [{ pageSize: 50, columns, ...chosen }, change];
};

type Props = { preferences: ListPreferences; onChange: (changed: ListPreferences) => void };

/** The dialog in which they are changed. */
export const ListPreferencesDialog = ({ preferences, onChange }: Props) => {
  const { people } = useTexts();
  const names = useColumnNames();
  return (
    <CollectionPreferences
      title={people.preferences}
      confirmLabel={people.confirm}
      cancelLabel={people.cancel}
      preferences={{ pageSize: preferences.pageSize, visibleContent: preferences.columns }}
      pageSizePreference={{
        title: people.pageSize,
        options: [25, 50, 100].map((value) => ({ value, label: people.counted(value) })),
      }}
      visibleContentPreference={{
        title: people.columns,
        options: [
          {
            // A second heading beneath the first one.
            label: people.title,
            options: columnIds.map((id) => ({ id, label: names[id], editable: id !== 'displayName' })),
          },
        ],
      }}
      onConfirm={({ detail: { pageSize = 50, visibleContent = [] } }) =>
        onChange({ pageSize, columns: visibleContent as ColumnId[] })
      }
    />
  );
};
