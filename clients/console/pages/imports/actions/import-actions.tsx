/** What can be done with an import where it stands: each says what will happen before it does. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type Import, isOver, kindOf } from '../../../api/imports.ts';
import { useMay } from '../../../shell/session-context.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import { useFollower } from '../followers.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { ResumeDialog } from './resume-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import { UndoDialog } from './undo-dialog.tsx';

const dialogs = {
  apply: ApplyDialog,
  cancel: CancelDialog,
  resume: ResumeDialog,
  undo: UndoDialog,
  sendCredentials: SendDialog,
} as const;

type Action = keyof typeof dialogs;

export const ImportActions = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const may = useMay();
  const [open, setOpen] = useState<Action>();
  const follower = useFollower(one);
  const possible = actionsOf(one, { isFollowed: follower !== undefined, mayAdd: may('addPeople') });
  const Dialog = open && dialogs[open];
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {possible.map((action) => (
          <Button
            key={action}
            variant={action === mainAction(one) ? 'primary' : 'normal'}
            onClick={() => setOpen(action)}
          >
            {imports[action]}
          </Button>
        ))}
      </SpaceBetween>
      {Dialog && <Dialog one={one} onClose={() => setOpen(undefined)} />}
    </>
  );
};

/** What most people came for, where there is such a thing. */
const mainAction = ({ status, options }: Import): Action | undefined => {
  if (status !== 'succeeded') return 'resume';
  if (options.dryRun) return 'apply';
  return options.credentials === 'later' ? 'sendCredentials' : undefined;
};

/** In the order of the buttons, the likeliest one last. */
export const actionsOf = (one: Import, { isFollowed, mayAdd }: { isFollowed: boolean; mayAdd: boolean }): Action[] => {
  const kind = kindOf(one);
  if (!isOver(one)) return one.status === 'onHold' ? ['cancel', 'resume'] : ['cancel'];
  const hasChanged = one.created + one.updated + one.deleted + one.restored > 0;
  if (kind === 'check') return one.status === 'succeeded' && hasChanged && !isFollowed ? ['apply'] : [];
  const wasStopped = one.status === 'cancelled' || one.error?.code === 'TooManyRefusals';
  return [
    ...(hasChanged && !isFollowed ? (['undo'] as const) : []),
    ...(kind === 'import' && one.created > 0 && mayAdd && !isFollowed ? (['sendCredentials'] as const) : []),
    ...(wasStopped && one.rows !== null ? (['resume'] as const) : []),
  ];
};
