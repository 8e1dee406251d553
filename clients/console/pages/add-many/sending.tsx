/** A file on its way: how far it is, what stopped it, and the ways on. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import type { UploadState } from './use-upload.ts';

type Props = { state: UploadState; onGoOn: () => void; onCancel: () => Promise<void> };

export const Sending = ({ state: { file, sent, problem }, onGoOn, onCancel }: Props) => {
  const { addMany } = useTexts();
  const { bytes } = useFormats();
  const [failed, setFailed] = useState<unknown>();
  const [isEnding, setIsEnding] = useState(false);
  const cancel = async () => {
    setIsEnding(true);
    await onCancel().catch((thrown: unknown) => {
      setFailed(thrown);
      setIsEnding(false);
    });
  };
  const share = file.size === 0 ? 0 : Math.min(100, (sent / file.size) * 100);
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button loading={isEnding} onClick={() => void cancel()}>
                {addMany.cancelUpload}
              </Button>
              {problem && (
                <Button variant="primary" onClick={onGoOn}>
                  {addMany.goOn}
                </Button>
              )}
            </SpaceBetween>
          }
        >
          {file.name}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ProgressBar
          value={share}
          label={problem ? addMany.stopped : addMany.sending}
          description={addMany.sentOf(bytes(sent), bytes(file.size))}
        />
        {problem && (
          <>
            <ProblemAlert thrown={problem} />
            <Box>{addMany.stoppedWhat}</Box>
          </>
        )}
        {failed !== undefined && <ProblemAlert thrown={failed} />}
        {!problem && <Box color="text-body-secondary">{addMany.stay}</Box>}
      </SpaceBetween>
    </Container>
  );
};
