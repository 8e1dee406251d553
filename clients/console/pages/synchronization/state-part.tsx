/** Whether people come from a directory on premises, from which, and when they came last; with the switch. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { Synchronization } from '../../api/synchronization.ts';
import { NoRecords } from '../../form/records-end.tsx';
import { address, useFollow } from '../../shell/addresses.ts';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { SwitchDialog } from './switch-dialog.tsx';

export const StatePart = ({ state }: { state: Synchronization }) => {
  const { synchronization: texts } = useTexts();
  const may = useMay();
  const [isAsked, setIsAsked] = useState(false);
  const isOn = state.onPremisesSyncEnabled;
  const isUnused = !isOn && state.lastSyncDateTime === null && state.source === null;
  const button = may('changeSettings') && (
    <Button onClick={() => setIsAsked(true)}>{isOn ? texts.switchOff : texts.switchOn}</Button>
  );
  return (
    <>
      <Container
        header={
          <Header variant="h2" actions={button}>
            {texts.state}
          </Header>
        }
      >
        {isUnused ? <NoRecords title={texts.beginTitle}>{texts.begin}</NoRecords> : <State state={state} />}
      </Container>
      {isAsked && <SwitchDialog isOn={isOn} onClose={() => setIsAsked(false)} />}
    </>
  );
};

const State = ({ state }: { state: Synchronization }) => {
  const { synchronization: texts } = useTexts();
  const { moment } = useFormats();
  const may = useMay();
  const follow = useFollow();
  const { onPremisesSyncEnabled: isOn, source, lastSyncDateTime, latestRunId, configuration } = state;
  const { synchronizationPreventionType: prevention, alertThreshold } = configuration.accidentalDeletionPrevention;
  const latest = latestRunId !== null && may('readImports') && (
    <Link href={address(`/imports/${latestRunId}`)} onFollow={follow}>
      {texts.seeRun}
    </Link>
  );
  return (
    <KeyValuePairs
      columns={3}
      items={[
        {
          label: texts.switch,
          value: <StatusIndicator type={isOn ? 'success' : 'stopped'}>{isOn ? texts.on : texts.off}</StatusIndicator>,
        },
        { label: texts.source, value: source?.domainName ?? texts.noSource },
        { label: texts.last, value: lastSyncDateTime ? moment(lastSyncDateTime) : texts.never },
        ...(latest ? [{ label: texts.latest, value: latest }] : []),
        {
          label: texts.deletions,
          value: prevention === 'disabled' ? texts.noLimit : texts.most(alertThreshold),
        },
      ]}
    />
  );
};
