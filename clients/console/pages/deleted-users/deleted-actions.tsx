/** What can be done to the deleted people who are chosen: to one with their names, to many by their number. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ManyDialog } from '../../shell/many-dialog.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { type DeletedPerson, pathOfDeleted } from './deleted-search.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { useDeletedAnew } from './use-deleted-anew.ts';

type Props = { selected: readonly DeletedPerson[]; onDone: () => void };

export const DeletedActions = ({ selected, onDone }: Props) => {
  const { deletedUsers: texts } = useTexts();
  const may = useMay();
  const readAnew = useDeletedAnew();
  const [task, setTask] = useState<{ kind: 'restore' | 'remove'; chosen: readonly DeletedPerson[] }>();
  if (!may('deletePeople')) return null;
  const [only, ...others] = task?.chosen ?? [];
  const done = async () => {
    onDone();
    await readAnew();
  };
  const close = () => setTask(undefined);
  const button = (kind: 'restore' | 'remove') => (
    <Button
      variant={kind === 'restore' ? 'primary' : 'normal'}
      disabled={selected.length === 0}
      disabledReason={texts.chooseFirst}
      onClick={() => setTask({ kind, chosen: selected })}
    >
      {texts[kind]}
    </Button>
  );
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {button('remove')}
        {button('restore')}
      </SpaceBetween>
      {task && only && others.length === 0 && task.kind === 'restore' && (
        <RestoreDialog person={only} onDone={done} onClose={close} />
      )}
      {task && only && others.length === 0 && task.kind === 'remove' && (
        <RemoveDialog person={only} onDone={done} onClose={close} />
      )}
      {task && others.length > 0 && (
        <ManyDialog
          verb={texts[task.kind]}
          what={task.kind === 'restore' ? `${texts.restoreMany} ${texts.restoreWhat}` : texts.removeWhat}
          selected={task.chosen}
          isGrave={task.kind === 'remove'}
          part={({ id }) =>
            task.kind === 'restore'
              ? { method: 'POST', path: `${pathOfDeleted(id)}/restore`, body: {} }
              : { method: 'DELETE', path: pathOfDeleted(id) }
          }
          onDone={done}
          onClose={close}
        />
      )}
    </>
  );
};
