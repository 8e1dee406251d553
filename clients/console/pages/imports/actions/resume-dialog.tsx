/** An import that was stopped, or that waits for seats, goes on. */
import type { Import } from '../../../api/imports.ts';
import { ConfirmDialog } from '../../../shell/confirm-dialog.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import { useImportAction } from './use-import-action.ts';

export const ResumeDialog = ({ one, onClose }: { one: Import; onClose: () => void }) => {
  const { imports } = useTexts();
  const ask = useImportAction(one);
  return (
    <ConfirmDialog
      title={imports.resumeTitle(one.fileName)}
      verb={imports.resume}
      onConfirm={() => ask('resume', { done: imports.resumed })}
      onClose={onClose}
    >
      {one.status === 'onHold' ? imports.resumeHeld : imports.resumeWhat}
    </ConfirmDialog>
  );
};
