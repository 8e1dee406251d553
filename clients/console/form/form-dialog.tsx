/** A small form in a dialog: checked before it is sent, and each refusal stands at its field. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { placeReasons } from '../api/place-reasons.ts';
import { asProblem, Problem } from '../api/problem.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useTexts } from '../texts/texts-context.tsx';
import { placeFaults } from './place-faults.ts';

type Props<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  title: string;
  /** On the button that sends it. */
  verb: string;
  /** Its fields, in their order; a refusal belongs to the one that its target ends with. */
  fields: readonly FieldPath<Values>[];
  /** What is wrong before it is sent, by field. */
  check: (values: Values) => Partial<Record<FieldPath<Values>, string>>;
  /** Sends it; the dialog closes when it is done, and shows what it throws. */
  onSend: (values: Values) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
};

export const FormDialog = <Values extends FieldValues>(props: Props<Values>) => {
  const { form, title, verb, fields, check, onSend, onClose, children } = props;
  const { shell } = useTexts();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setIsBusy] = useState(false);
  const send = async () => {
    if (isBusy) return;
    form.clearErrors();
    setProblem(undefined);
    const values = form.getValues();
    if (placeFaults(form, check(values), fields)) return;
    setIsBusy(true);
    try {
      await onSend(values);
      onClose();
    } catch (thrown) {
      const refused = asProblem(thrown);
      const fieldOf = (target: string) => fields.find((field) => target === field || target.endsWith(`.${field}`));
      const left = placeReasons(form, refused, fieldOf);
      const isAllPlaced = refused.reasons.length > 0 && left.length === 0;
      setProblem(isAllPlaced ? undefined : new Problem(refused.kind, { ...refused, reasons: left }));
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
            <Button variant="primary" loading={isBusy} onClick={() => void send()}>
              {verb}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <SpaceBetween size="m">
          {problem && <ProblemAlert thrown={problem} />}
          {children}
        </SpaceBetween>
      </form>
    </Modal>
  );
};
