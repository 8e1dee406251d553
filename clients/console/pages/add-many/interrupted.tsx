/** An upload that broke off with the page: which file it was, how much of it is there, and that it goes on from there. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { type Import, importQuery } from '../../api/imports.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import { useGo } from '../../shell/addresses.ts';
import { useNotify } from '../../shell/notifications.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { isSameFile, keepUpload, keptUpload } from './upload/kept-upload.ts';
import { type Arrived, arrivedOf } from './upload/upload-parts.ts';

/** What is known of it. */
export type InterruptedUpload = {
  importId: string;
  fileName: string | undefined;
  arrived: Arrived | undefined;
  error: unknown;
  /** Its file is whole already, or nobody waits for it any more. */
  isOver: boolean;
  retry: () => void;
  /** Why a file is not the one that is to go on. */
  faultOf: (file: File) => string | undefined;
};

/** The upload of an import; without an id, the one that was under way in this tab. */
export const useInterrupted = (asked: string | undefined): InterruptedUpload | undefined => {
  const { addMany } = useTexts();
  const [kept] = useState(keptUpload);
  const importId = asked ?? kept?.importId;
  const isThere = importId !== undefined;
  const found = useQuery({ ...importQuery(importId ?? ''), refetchInterval: false, enabled: isThere });
  const arrived = useQuery({
    queryKey: ['imports', 'parts', importId],
    queryFn: () => arrivedOf(importId ?? ''),
    enabled: isThere,
    staleTime: 0,
  });
  if (importId === undefined) return undefined;
  const before = kept?.importId === importId ? kept : undefined;
  const fileName = before?.fileName ?? found.data?.fileName;
  return {
    importId,
    fileName,
    arrived: arrived.data,
    error: arrived.error ?? undefined,
    isOver: arrived.error !== null && isOverBy(asProblem(arrived.error)),
    retry: () => void arrived.refetch(),
    faultOf: (file) => {
      const isIt = before ? isSameFile(before, file) : hasItsName(file, found.data) && hasItsParts(file, arrived.data);
      return isIt ? undefined : addMany.faults.another(fileName ?? '');
    },
  };
};

const isOverBy = ({ code, kind }: Problem): boolean => code === 'UploadOver' || kind === 'notFound';

const hasItsName = ({ name }: File, found: Import | undefined): boolean => !found || found.fileName === name;

const hasItsParts = ({ size }: File, arrived: Arrived | undefined): boolean =>
  !arrived || Math.ceil(size / arrived.partSize) === arrived.parts;

export const Interrupted = ({ upload }: { upload: InterruptedUpload }) => {
  const { addMany } = useTexts();
  const { percent } = useFormats();
  const go = useGo();
  const { notifyProblem } = useNotify();
  const { importId, fileName = '', arrived, error } = upload;
  const forget = () => {
    keepUpload(undefined);
    go('/imports');
  };
  if (upload.isOver) {
    const show = () => {
      keepUpload(undefined);
      go(`/imports/${importId}`);
    };
    return (
      <Alert
        type="info"
        header={addMany.uploadOverTitle}
        action={
          <Button formAction="none" onClick={show}>
            {addMany.show}
          </Button>
        }
      >
        {addMany.uploadOver}
      </Alert>
    );
  }
  if (error !== undefined) return <ProblemAlert thrown={error} onRetry={upload.retry} />;
  const throwAway = async () => {
    try {
      await call('POST', `imports/${importId}/abortUpload`);
      forget();
    } catch (thrown) {
      notifyProblem(thrown);
    }
  };
  return (
    <Alert
      type="warning"
      header={addMany.interruptedTitle(fileName)}
      action={
        <Button formAction="none" onClick={() => void throwAway()}>
          {addMany.throwAway}
        </Button>
      }
    >
      {addMany.interrupted(percent(arrived ? arrived.value.length / arrived.parts : 0))}
    </Alert>
  );
};
