/** What an import did is taken back, which takes the number of people to be typed. */
import { type Import, kindOf } from '../../../api/imports.ts';
import { ConfirmDialog } from '../../../shell/confirm-dialog.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import { useImportAction } from './use-import-action.ts';

export const UndoDialog = ({ one, onClose }: { one: Import; onClose: () => void }) => {
  const { imports } = useTexts();
  const ask = useImportAction(one);
  const { created, updated, deleted, restored } = one;
  const count = String(created + updated + deleted + restored);
  return (
    <ConfirmDialog
      title={imports.undoTitle(one.fileName)}
      verb={imports.undo}
      typed={{ label: imports.typeCount(count), text: count }}
      onConfirm={() => ask('undo', { done: imports.undoBegun })}
      onClose={onClose}
    >
      {kindOf(one) === 'undo' ? imports.undoUndo : imports.undoWhat(created, updated)}
    </ConfirmDialog>
  );
};
