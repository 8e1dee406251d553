/** The buttons above the list of people. */

import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Licence } from '../../api/people.ts';
import { address, useFollow, useHasPage } from '../../shell/addresses.ts';
import { useMay } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { type TaskId, tasks } from './bulk-tasks.ts';
import type { Listed, Wanted } from './people-search.ts';
import { useExport } from './use-export.ts';

type Props = {
  wanted: Wanted;
  selected: readonly Listed[];
  licences: readonly Licence[];
  nameOf: (skuId: string) => string;
};

export const PeopleActions = ({ wanted, selected, licences, nameOf }: Props) => {
  const { people } = useTexts();
  const may = useMay();
  const follow = useFollow();
  const hasPage = useHasPage();
  const [task, setTask] = useState<TaskId>();
  const exportPeople = useExport(wanted, nameOf);
  const mayDo = (Object.keys(tasks) as TaskId[]).filter((id) => may(tasks[id].permission));
  const ways = [
    { path: '/users/add-many', text: people.addMany, variant: 'normal' },
    { path: '/users/add', text: people.addUser, variant: 'primary' },
  ] as const;
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <ButtonDropdown
          items={[
            ...mayDo.map((id) => ({ id, text: people[id], disabled: selected.length === 0 })),
            { id: 'export', text: people.export },
          ]}
          onItemClick={({ detail }) => (detail.id === 'export' ? void exportPeople() : setTask(detail.id as TaskId))}
        >
          {people.actions}
        </ButtonDropdown>
        {ways.map(
          ({ path, text, variant }) =>
            hasPage(path) && (
              <Button key={path} href={address(path)} variant={variant} onFollow={follow}>
                {text}
              </Button>
            ),
        )}
      </SpaceBetween>
      {task && <BulkDialog task={task} selected={selected} licences={licences} onClose={() => setTask(undefined)} />}
    </>
  );
};
