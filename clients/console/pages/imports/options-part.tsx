/** What is to happen to users who exist, and where licences are short: another choice is another check. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import {
  type ExistingPolicy,
  existingPolicies,
  type SeatPolicy,
  seatPolicies,
} from '../../../../shared/domain/imports/import-options.ts';
import type { Import } from '../../api/imports.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { useImportAction } from './actions/use-import-action.ts';

export const OptionsPart = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const ask = useImportAction(one);
  const [existingPeople, setExisting] = useState<ExistingPolicy>(one.options.existingPeople);
  const [seatsShort, setSeats] = useState<SeatPolicy>(one.options.seatsShort);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const isSame = existingPeople === one.options.existingPeople && seatsShort === one.options.seatsShort;
  const check = async () => {
    setIsBusy(true);
    setProblem(undefined);
    await ask('dryRun', { body: { existingPeople, seatsShort } }).catch(setProblem);
    setIsBusy(false);
  };
  return (
    <Container header={<Header variant="h2">{imports.optionsTitle}</Header>}>
      <SpaceBetween size="l">
        <FormField label={imports.existingPeople}>
          <RadioGroup
            value={existingPeople}
            onChange={({ detail }) => setExisting(detail.value as ExistingPolicy)}
            items={existingPolicies.map((value) => ({
              value,
              label: imports.existing[value],
              description: imports.existingHints[value],
            }))}
          />
        </FormField>
        <FormField label={imports.seatsShort}>
          <RadioGroup
            value={seatsShort}
            onChange={({ detail }) => setSeats(detail.value as SeatPolicy)}
            items={seatPolicies.map((value) => ({
              value,
              label: imports.seats[value],
              description: imports.seatsHints[value],
            }))}
          />
        </FormField>
        {problem !== undefined && <ProblemAlert thrown={problem} onRetry={() => void check()} />}
        {!isSame && (
          <SpaceBetween size="xs">
            <Button loading={isBusy} onClick={() => void check()}>
              {imports.checkWith}
            </Button>
            <Box color="text-body-secondary">{imports.readAgainHint}</Box>
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  );
};
