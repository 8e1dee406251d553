/** User names and passwords that were kept back go out, and new ones to whoever has not signed in. */
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { deliveryQuery, type Import } from '../../../api/imports.ts';
import { ConfirmDialog } from '../../../shell/confirm-dialog.tsx';
import { useNotify } from '../../../shell/notifications.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';

export const SendDialog = ({ one, onClose }: { one: Import; onClose: () => void }) => {
  const { imports } = useTexts();
  const { notify } = useNotify();
  const queries = useQueryClient();
  const [resend, setResend] = useState(one.options.credentials === 'mail');
  const send = async () => {
    await call('POST', `imports/${one.id}/sendCredentials`, { body: { resend } });
    notify({ type: 'success', content: imports.sent });
    void queries.invalidateQueries({ queryKey: deliveryQuery(one.id).queryKey });
  };
  return (
    <ConfirmDialog title={imports.sendTitle} verb={imports.sendCredentials} onConfirm={send} onClose={onClose}>
      <SpaceBetween size="m">
        <div>{imports.sendWhat}</div>
        <Checkbox
          checked={resend}
          description={imports.resendHint}
          onChange={({ detail }) => setResend(detail.checked)}
        >
          {imports.resend}
        </Checkbox>
      </SpaceBetween>
    </ConfirmDialog>
  );
};
