/** Somebody removed for good: their user name is typed before. */
import Box from '@cloudscape-design/components/box';
import { useRef } from 'react';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { type DeletedPerson, pathOfDeleted } from './deleted-search.ts';

type Props = { person: DeletedPerson; onDone: () => Promise<void>; onClose: () => void };

export const RemoveDialog = ({ person, onDone, onClose }: Props) => {
  const { deletedUsers: texts } = useTexts();
  const { notify } = useNotify();
  const { id, displayName, userPrincipalName } = person;
  const isRepeated = useRef(false);
  const remove = async () => {
    try {
      await call('DELETE', pathOfDeleted(id));
    } catch (thrown) {
      const { kind } = asProblem(thrown);
      // The answer of the request before this one was lost, and it had done it.
      if (!(isRepeated.current && kind === 'notFound')) {
        isRepeated.current ||= kind === 'offline' || kind === 'unavailable';
        throw thrown;
      }
    }
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
