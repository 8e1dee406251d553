/** One thing done to many people: what will happen, the confirmation, how far it is, what came of it. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { inBatches, type PartOutcome } from '../../api/batch.ts';
import { type Licence, licenceName } from '../../api/people.ts';
import { ProblemText } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { type TaskId, tasks } from './bulk-tasks.ts';
import type { Listed } from './people-search.ts';

type Props = { task: TaskId; selected: readonly Listed[]; licences: readonly Licence[]; onClose: () => void };

export const BulkDialog = ({ task, selected, licences, onClose }: Props) => {
  const { people } = useTexts();
  const { number, list } = useFormats();
  const queries = useQueryClient();
  const { takesLicence, isGrave, part } = tasks[task];
  // Whoever was chosen when it began: the list behind is read anew while it runs.
  const [chosen] = useState(selected);
  const [skuId, setSkuId] = useState('');
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState<number>();
  const [outcomes, setOutcomes] = useState<readonly PartOutcome<Listed>[]>();
  const stopping = useRef<AbortController>(undefined);

  const isReady = (!takesLicence || skuId !== '') && (!isGrave || typed.trim() === String(chosen.length));
  const run = async () => {
    stopping.current = new AbortController();
    setDone(0);
    const { signal } = stopping.current;
    setOutcomes(await inBatches(chosen, (person) => part(person, skuId), { signal, onProgress: setDone }));
    await queries.invalidateQueries({ queryKey: ['users'] });
    await queries.invalidateQueries({ queryKey: ['subscribedSkus'] });
  };
  const what = {
    ...{ block: people.blockWhat, unblock: people.unblockWhat, license: people.licenseWhat },
    ...{ unlicense: people.unlicenseWhat, resetPasswords: people.resetWhat, delete: people.deleteWhat },
  }[task];

  return (
    <Modal
      visible
      header={`${people[task]}: ${people.counted(chosen.length)}`}
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
                <Button variant="primary" disabled={!isReady} onClick={() => void run()}>
                  {people[task]}
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
          {takesLicence && (
            <FormField label={people.chooseLicence}>
              <Select
                options={licences.map((licence) => ({ value: licence.skuId, label: licenceName(licence) }))}
                selectedOption={
                  licences
                    .filter((licence) => licence.skuId === skuId)
                    .map((licence) => ({ value: skuId, label: licenceName(licence) }))[0] ?? null
                }
                onChange={({ detail }) => setSkuId(detail.selectedOption.value ?? '')}
              />
            </FormField>
          )}
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
const namesOf = (chosen: readonly Listed[]): string[] => [
  ...chosen.slice(0, 10).map(({ displayName }) => displayName),
  ...(chosen.length > 10 ? [`+${chosen.length - 10}`] : []),
];

const Outcomes = ({ outcomes, all }: { outcomes: readonly PartOutcome<Listed>[]; all: number }) => {
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
