/** Somebody removed for good: their user name is typed before. */
import Box from '@cloudscape-design/components/box';
import { call, read } from '../../api/call.ts';
import { asProblem } from '../../api/problem.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { type DeletedPerson, pathOfDeleted } from './deleted-search.ts';

/**
 * Removes somebody. Whoever is nowhere by now was removed: by a request whose answer was lost, or by somebody else.
 * Throws a `Problem`: `notFound` where they were restored in the meantime.
 */
const removeForGood = async (id: string): Promise<void> => {
  try {
    await call('DELETE', pathOfDeleted(id));
  } catch (thrown) {
    if (asProblem(thrown).kind !== 'notFound' || (await isActive(id))) throw thrown;
  }
};

const isActive = async (id: string): Promise<boolean> => {
  try {
    await read(`users/${encodeURIComponent(id)}`);
    return true;
  } catch (thrown) {
    if (asProblem(thrown).kind !== 'notFound') throw thrown;
    return false;
  }
};

type Props = { person: DeletedPerson; onDone: () => Promise<void>; onClose: () => void };

export const RemoveDialog = ({ person, onDone, onClose }: Props) => {
  const { deletedUsers: texts } = useTexts();
  const { notify } = useNotify();
  const { id, displayName, userPrincipalName } = person;
  const remove = async () => {
    await removeForGood(id);
    notify({ type: 'success', content: texts.removed(displayName) });
    await onDone();
  };
  return (
    <ConfirmDialog
      title={texts.removeTitle(displayName)}
      verb={texts.remove}
      typed={{ label: texts.typeName(userPrincipalName), text: userPrincipalName }}
      onConfirm={remove}
      onClose={onClose}
    >
      <Box>{texts.removeWhat}</Box>
    </ConfirmDialog>
  );
};
