/** Runs are taken again after one was undone. */
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { synchronizationPath, synchronizationQuery } from '../../api/synchronization.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useTexts } from '../../texts/texts-context.tsx';

export const GoOnDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { synchronization: texts } = useTexts();
  const { notify } = useNotify();
  const queries = useQueryClient();
  const goOn = async () => {
    await call('PATCH', `${synchronizationPath}/${id}`, { body: { onHold: null } });
    notify({ type: 'success', content: texts.goesOn });
    await queries.invalidateQueries({ queryKey: synchronizationQuery.queryKey });
  };
  return (
    <ConfirmDialog title={`${texts.goOn}?`} verb={texts.goOn} onConfirm={goOn} onClose={onClose}>
      {texts.goOnWhat}
    </ConfirmDialog>
  );
};
