/** One thing done to many: what will happen, the confirmation, how far it is, what came of each. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useRef, useState } from 'react';
import { inBatches, type Part, type PartOutcome } from '../api/batch.ts';
import { useFormats, useTexts } from '../texts/texts-context.tsx';
import { ProblemText } from './problem-alert.tsx';

/** Whoever something is done to. */
type One = { id: string; displayName: string };

type Props<Chosen extends One> = {
  /** What is done: the title says to how many, and the button does it. */
  verb: string;
  /** What will happen. */
  what: string;
  selected: readonly Chosen[];
  part: (one: Chosen) => Part;
  /** There is no way back by one click: the number of people is typed before it is done. */
  isGrave?: boolean;
  isReady?: boolean;
  /** After the last of them: what shows them is to be asked for anew. */
  onDone: () => Promise<void>;
  onClose: () => void;
  /** What else has to be chosen before. */
  children?: ReactNode;
};

export const ManyDialog = <Chosen extends One>({
  verb,
  what,
  selected,
  part,
  isGrave = false,
  isReady = true,
  onDone,
  onClose,
  children,
}: Props<Chosen>) => {
  const { people } = useTexts();
  const { number, list } = useFormats();
  // Whoever was chosen when it began: the list behind is read anew while it runs.
  const [chosen] = useState(selected);
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState<number>();
  const [outcomes, setOutcomes] = useState<readonly PartOutcome<Chosen>[]>();
  const stopping = useRef<AbortController>(undefined);

  const isConfirmed = isReady && (!isGrave || typed.trim() === String(chosen.length));
  const run = async () => {
    stopping.current = new AbortController();
    setDone(0);
    const { signal } = stopping.current;
    setOutcomes(await inBatches(chosen, part, { signal, onProgress: setDone }));
    await onDone();
  };

  return (
    <Modal
      visible
      header={`${verb}: ${people.counted(chosen.length)}`}
      closeAriaLabel={people.close}
      onDismiss={() => {
        stopping.current?.abort();
        onClose();
      }}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {outcomes ? (
              <Button variant="primary" onClick={onClose}>
                {people.close}
              </Button>
            ) : done === undefined ? (
              <>
                <Button variant="link" onClick={onClose}>
                  {people.cancel}
                </Button>
                <Button variant="primary" disabled={!isConfirmed} onClick={() => void run()}>
                  {verb}
                </Button>
              </>
            ) : (
              <Button onClick={() => stopping.current?.abort()}>{people.stop}</Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {outcomes ? (
        <Outcomes outcomes={outcomes} all={chosen.length} />
      ) : done === undefined ? (
        <SpaceBetween size="m">
          <Box>{what}</Box>
          <Box color="text-body-secondary">{list(namesOf(chosen))}</Box>
          {children}
          {isGrave && (
            <FormField label={people.typeCount(number(chosen.length))}>
              <Input value={typed} inputMode="numeric" onChange={({ detail }) => setTyped(detail.value)} />
            </FormField>
          )}
        </SpaceBetween>
      ) : (
        <ProgressBar
          value={(done / chosen.length) * 100}
          label={people.working}
          additionalInfo={people.progress(number(done), number(chosen.length))}
        />
      )}
    </Modal>
  );
};

/** The first ten by name, and how many more there are. */
const namesOf = (chosen: readonly One[]): string[] => [
  ...chosen.slice(0, 10).map(({ displayName }) => displayName),
  ...(chosen.length > 10 ? [`+${chosen.length - 10}`] : []),
];

const Outcomes = ({ outcomes, all }: { outcomes: readonly PartOutcome<One>[]; all: number }) => {
  const { people } = useTexts();
  const refused = outcomes.filter(({ problem }) => problem);
  const notReached = all - outcomes.length;
  return (
    <SpaceBetween size="m">
      <Alert type={refused.length + notReached > 0 ? 'warning' : 'success'}>
        <div role="status">{people.done(outcomes.length - refused.length)}</div>
        {notReached > 0 && people.stopped(notReached)}
      </Alert>
      {refused.length > 0 && (
        <>
          <Box>{people.refused(refused.length)}</Box>
          <ul>
            {refused.map(({ item, problem }) => (
              <li key={item.id}>
                <strong>{item.displayName}</strong> {problem && <ProblemText problem={problem} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </SpaceBetween>
  );
};
