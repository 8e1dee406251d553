/** An import is stopped where it is. */
import type { Import } from '../../../api/imports.ts';
import { ConfirmDialog } from '../../../shell/confirm-dialog.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import { useImportAction } from './use-import-action.ts';

export const CancelDialog = ({ one, onClose }: { one: Import; onClose: () => void }) => {
  const { imports } = useTexts();
  const ask = useImportAction(one);
  return (
    <ConfirmDialog
      title={imports.cancelTitle(one.fileName)}
      verb={imports.cancelIt}
      onConfirm={() => ask('cancel', { done: imports.cancelled })}
      onClose={onClose}
    >
      {imports.cancelWhat}
    </ConfirmDialog>
  );
};
