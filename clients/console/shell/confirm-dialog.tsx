/** A dialog that says what will happen before it does, and stays with the problem where it does not. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../texts/texts-context.tsx';
import { ProblemAlert } from './problem-alert.tsx';

type Props = {
  title: string;
  /** On the button that does it. */
  verb: string;
  /** Where there is no way back: what has to be typed before it is done. */
  typed?: { label: string; text: string };
  /** Does it; the dialog closes when it is done, unless the answer is `stay`, and shows what it throws. */
  onConfirm: () => Promise<void> | Promise<'stay' | undefined>;
  onClose: () => void;
  isReady?: boolean;
  children: ReactNode;
};

export const ConfirmDialog = ({ title, verb, typed, onConfirm, onClose, isReady = true, children }: Props) => {
  const { shell } = useTexts();
  const [text, setText] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const isConfirmed = isReady && (typed === undefined || text.trim() === typed.text);
  const confirm = async () => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      if ((await onConfirm()) !== 'stay') onClose();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel={shell.dismiss}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button variant="primary" loading={isBusy} disabled={!isConfirmed} onClick={() => void confirm()}>
              {verb}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>{children}</div>
        {problem !== undefined && <ProblemAlert thrown={problem} />}
        {typed && (
          <FormField label={typed.label}>
            <Input
              value={text}
              autoComplete="off"
              spellcheck={false}
              onChange={({ detail }) => setText(detail.value)}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Modal>
  );
};
