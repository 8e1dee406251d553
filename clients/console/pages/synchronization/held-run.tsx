/** A run that would delete more people than it may: who looked says whether it does. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importQuery } from '../../api/imports.ts';
import { synchronizationQuery } from '../../api/synchronization.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { useMay } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { CancelDialog } from '../imports/actions/cancel-dialog.tsx';
import { ResumeDialog } from '../imports/actions/resume-dialog.tsx';

export const HeldRun = ({ id }: { id: string }) => {
  const { synchronization: texts } = useTexts();
  const may = useMay();
  const follow = useFollow();
  const queries = useQueryClient();
  const { data: run } = useQuery({ ...importQuery(id), enabled: may('readImports') });
  const [asked, setAsked] = useState<'resume' | 'cancel'>();
  const deletions = run?.error?.code === 'DeletionsExceedThreshold' ? Number(run.error.fact) : 0;
  const mayDecide = may('manageImports') && run?.status === 'onHold';
  const close = () => {
    setAsked(undefined);
    void queries.invalidateQueries({ queryKey: synchronizationQuery.queryKey });
  };
  return (
    <>
      <Alert
        type="warning"
        header={deletions > 0 ? texts.heldTitle(deletions) : texts.heldUncounted}
        action={
          <SpaceBetween direction="vertical" size="xs">
            {may('readImports') && (
              <Button href={address(`/imports/${id}`)} onFollow={follow}>
                {texts.seeWhom}
              </Button>
            )}
            {mayDecide && <Button onClick={() => setAsked('resume')}>{texts.letDelete}</Button>}
            {mayDecide && <Button onClick={() => setAsked('cancel')}>{texts.cancelRun}</Button>}
          </SpaceBetween>
        }
      >
        {texts.held}
      </Alert>
      {run && asked === 'resume' && <ResumeDialog one={run} onClose={close} />}
      {run && asked === 'cancel' && <CancelDialog one={run} onClose={close} />}
    </>
  );
};
