/** What somebody has to decide or to look at: a run that was undone, deletions that wait, silence. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { isSilent, type Synchronization } from '../../api/synchronization.ts';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { GoOnDialog } from './go-on-dialog.tsx';
import { HeldRun } from './held-run.tsx';

export const Notices = ({ state }: { state: Synchronization }) => {
  const { synchronization: texts } = useTexts();
  const { moment } = useFormats();
  if (!state.onPremisesSyncEnabled) return null;
  if (state.onHold === 'undone') return <Undone id={state.id} />;
  if (state.onHold === 'deletions' && state.heldRunId) return <HeldRun id={state.heldRunId} />;
  if (!state.lastSyncDateTime || !isSilent(state)) return null;
  return (
    <Alert type="warning" header={texts.silentTitle(moment(state.lastSyncDateTime))}>
      {texts.silent}
    </Alert>
  );
};

const Undone = ({ id }: { id: string }) => {
  const { synchronization: texts } = useTexts();
  const may = useMay();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <Alert
        type="warning"
        header={texts.undoneTitle}
        action={may('manageSynchronization') && <Button onClick={() => setIsAsked(true)}>{texts.goOn}</Button>}
      >
        {texts.undone}
      </Alert>
      {isAsked && <GoOnDialog id={id} onClose={() => setIsAsked(false)} />}
    </>
  );
};
