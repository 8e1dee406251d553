/** What can be done with a batch where it stands: each says what will happen before it does. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BatchStatus } from '../../../../shared/domain/imports/batch-state.ts';
import { call } from '../../api/call.ts';
import { askBatch, type Batch, type BatchAction } from '../../api/migrations.ts';
import { useGo } from '../../shell/addresses.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useTexts } from '../../texts/texts-context.tsx';

type Action = BatchAction | 'remove';

/** In the order of the buttons, the likeliest one last. */
const possible: Readonly<Record<BatchStatus, readonly Action[]>> = {
  Created: ['stop', 'start'],
  Waiting: ['stop', 'start'],
  Starting: ['stop'],
  Syncing: ['stop'],
  Synced: ['remove', 'stop', 'complete'],
  SyncedWithErrors: ['remove', 'stop', 'complete'],
  Stopped: ['remove', 'start'],
  Completed: ['remove'],
  CompletedWithErrors: ['remove'],
  Failed: ['remove', 'start'],
};

export const BatchActions = ({ one }: { one: Batch }) => {
  const { migrations } = useTexts();
  const [open, setOpen] = useState<Action>();
  const actions = possible[one.status];
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {actions.map((action, at) => (
          <Button
            key={action}
            variant={at === actions.length - 1 && action !== 'stop' && action !== 'remove' ? 'primary' : 'normal'}
            onClick={() => setOpen(action)}
          >
            {migrations.actions[action]}
          </Button>
        ))}
      </SpaceBetween>
      {open && <ActionDialog one={one} action={open} onClose={() => setOpen(undefined)} />}
    </>
  );
};

/** Each may be asked for again after a lost answer: what is done already stays as it is. */
const ActionDialog = ({ one, action, onClose }: { one: Batch; action: Action; onClose: () => void }) => {
  const { migrations } = useTexts();
  const queries = useQueryClient();
  const go = useGo();
  const { notify } = useNotify();
  const act = async () => {
    if (action === 'remove') await call('DELETE', `migrationBatches/${one.id}`);
    else queries.setQueryData(['migrationBatches', 'one', one.id], await askBatch(one.id, action));
    notify({ type: 'success', content: migrations.done[action] });
    if (action === 'remove') go('/migrations');
    await queries.invalidateQueries({ queryKey: ['migrationBatches', ...(action === 'remove' ? ['list'] : [])] });
  };
  return (
    <ConfirmDialog
      title={migrations.titles[action](one.displayName)}
      verb={migrations.actions[action]}
      onConfirm={act}
      onClose={onClose}
    >
      {migrations.what[action]}
    </ConfirmDialog>
  );
};
