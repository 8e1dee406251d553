/** Switches synchronisation on or off, with what that means said before. */
import { useQueryClient } from '@tanstack/react-query';
import { organizationId } from '../../../../shared/domain/settings/shown-settings.ts';
import { call } from '../../api/call.ts';
import { synchronizationQuery } from '../../api/synchronization.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useTexts } from '../../texts/texts-context.tsx';

export const SwitchDialog = ({ isOn, onClose }: { isOn: boolean; onClose: () => void }) => {
  const { synchronization: texts } = useTexts();
  const { notify } = useNotify();
  const queries = useQueryClient();
  const set = async () => {
    await call('PATCH', `organization/${organizationId}`, { body: { onPremisesSyncEnabled: !isOn } });
    notify({ type: 'success', content: isOn ? texts.isOff : texts.isOn });
    await queries.invalidateQueries({ queryKey: synchronizationQuery.queryKey });
    await queries.invalidateQueries({ queryKey: ['settings'] });
  };
  return (
    <ConfirmDialog
      title={isOn ? texts.switchOffTitle : texts.switchOnTitle}
      verb={isOn ? texts.switchOff : texts.switchOn}
      onConfirm={set}
      onClose={onClose}
    >
      {isOn ? texts.switchOffWhat : texts.switchOnWhat}
    </ConfirmDialog>
  );
};
