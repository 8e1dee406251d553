/** Leaving the page ends what is under way on it, so it asks first: by itself within the console, by the browser elsewhere. */
import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useTexts } from '../../texts/texts-context.tsx';

export const LeaveWarning = ({ isOn }: { isOn: boolean }) => {
  const { addMany } = useTexts();
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => isOn && current.pathname !== next.pathname,
    enableBeforeUnload: isOn,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={addMany.leaveTitle}
      verb={addMany.leave}
      onConfirm={async () => leaving.proceed()}
      onClose={() => leaving.reset()}
    >
      {addMany.leaveWhat}
    </ConfirmDialog>
  );
};
