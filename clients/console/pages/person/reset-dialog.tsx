/** A new password for somebody: mailed, or shown once. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import type { Person } from '../../api/people.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { ShownOnce } from '../../shell/shown-once.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { passwordMethod } from '../people/bulk-tasks.ts';
import { useReadAnew } from './use-person.ts';

type Delivery = 'usual' | 'to' | 'show';

export const ResetDialog = ({ person, onClose }: { person: Person; onClose: () => void }) => {
  const { person: texts } = useTexts();
  const { notify } = useNotify();
  const readAnew = useReadAnew();
  const [delivery, setDelivery] = useState<Delivery>('usual');
  const [address, setAddress] = useState('');
  const [secret, setSecret] = useState<string>();
  const isShown = useRef(false);

  const reset = async () => {
    const credentialDelivery = { usual: undefined, to: { to: [address.trim()] }, show: { show: true } }[delivery];
    const path = `users/${person.id}/authentication/methods/${passwordMethod}/resetPassword`;
    const { body } = await call<{ newPassword?: string }>('POST', path, { body: { credentialDelivery } });
    isShown.current = body.newPassword !== undefined;
    setSecret(body.newPassword);
    if (!isShown.current) notify({ type: 'success', content: texts.resetDone(person.displayName) });
    await readAnew();
  };
  if (secret !== undefined) return <ShownOnce title={texts.shownTitle} secret={secret} onClose={onClose} />;
  return (
    <ConfirmDialog
      title={texts.resetTitle(person.displayName)}
      verb={texts.resetPassword}
      isReady={delivery !== 'to' || address.includes('@')}
      onConfirm={reset}
      onClose={() => !isShown.current && onClose()}
    >
      <SpaceBetween size="m">
        <div>{texts.resetWhat}</div>
        <FormField label={texts.resetDelivery}>
          <RadioGroup
            value={delivery}
            onChange={({ detail }) => setDelivery(detail.value as Delivery)}
            items={[
              { value: 'usual', label: texts.deliveryUsual, description: texts.deliveryUsualWhat },
              { value: 'to', label: texts.deliveryTo },
              { value: 'show', label: texts.deliveryShow, description: texts.deliveryShowWhat },
            ]}
          />
        </FormField>
        {delivery === 'to' && (
          <FormField label={texts.deliveryAddress}>
            <Input type="email" value={address} onChange={({ detail }) => setAddress(detail.value)} />
          </FormField>
        )}
      </SpaceBetween>
    </ConfirmDialog>
  );
};
