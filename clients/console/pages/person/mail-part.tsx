/** The mail with user name and password: how far it is, and a new one. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { Person } from '../../api/people.ts';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ResetDialog } from './reset-dialog.tsx';

export const MailPart = ({ person }: { person: Person }) => {
  const { person: texts } = useTexts();
  const { moment } = useFormats();
  const may = useMay();
  const [isResetting, setIsResetting] = useState(false);
  const { deliveryStatus, deliveryReason, sentDateTime } = person.credentialMail;
  const states: Record<typeof deliveryStatus, [StatusIndicatorProps.Type, string]> = {
    held: ['stopped', texts.mailHeld],
    owed: ['pending', texts.mailOwed],
    sent: ['success', texts.mailWasSent],
    delivered: ['success', texts.mailDelivered],
    bounced: ['error', texts.mailBounced],
    complaint: ['warning', texts.mailComplaint],
  };
  const [type, word] = states[deliveryStatus];
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={3}
        items={[
          { label: texts.mailState, value: <StatusIndicator type={type}>{word}</StatusIndicator> },
          { label: texts.mailSent, value: sentDateTime ? moment(sentDateTime) : texts.empty },
          { label: texts.mailReason, value: deliveryReason ? <Reason of={deliveryReason} /> : texts.empty },
        ]}
      />
      {may('resetPasswords') && (
        <SpaceBetween size="s">
          <Box color="text-body-secondary">{texts.resendWhat}</Box>
          <Button onClick={() => setIsResetting(true)}>{texts.resend}</Button>
        </SpaceBetween>
      )}
      {isResetting && <ResetDialog person={person} onClose={() => setIsResetting(false)} />}
    </SpaceBetween>
  );
};

/** In words, with those of the service below, which support knows; one that has none is told as it is. */
const Reason = ({ of: reason }: { of: string }) => {
  const { person: texts } = useTexts();
  const words = texts.mailReasons[reason];
  if (words === undefined) return <>{reason}</>;
  return (
    <>
      {words}
      <Box color="text-body-secondary" variant="small" display="block">
        {reason}
      </Box>
    </>
  );
};
