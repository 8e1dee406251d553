/** Says how long passwords live at a domain, and when people are warned. */
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useController, useForm, useWatch } from 'react-hook-form';
import { never } from '../../../../shared/domain/settings/shown-settings.ts';
import { call } from '../../api/call.ts';
import type { Domain } from '../../api/settings.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { type DomainValues, domainChange, domainFaults, domainFields, domainValues } from './domain-fields.ts';
import { useReadSettingsAnew } from './use-settings.ts';

export const DomainDialog = ({ domain, onClose }: { domain: Domain; onClose: () => void }) => {
  const { settings: texts } = useTexts();
  const { notify } = useNotify();
  const readAnew = useReadSettingsAnew();
  const form = useForm<DomainValues>({ defaultValues: domainValues(domain) });
  const { field } = useController({ control: form.control, name: 'expires' });
  const values = useWatch({ control: form.control });
  const days = Number(values.passwordValidityPeriodInDays);
  const before = domain.passwordValidityPeriodInDays;
  const isShorter = values.expires === 'after' && days > 0 && (before === never || days < before);

  const save = async (typed: DomainValues) => {
    await call('PATCH', `domains/${encodeURIComponent(domain.id)}`, { body: domainChange(typed) });
    notify({ type: 'success', content: texts.saved });
    await readAnew();
  };
  return (
    <FormDialog
      form={form}
      title={texts.domainTitle(domain.id)}
      verb={texts.save}
      fields={domainFields}
      check={(typed) => domainFaults(typed, texts)}
      onSend={save}
      onClose={onClose}
    >
      <SpaceBetween size="l">
        <FormField label={texts.expiry}>
          <RadioGroup
            value={field.value}
            onChange={({ detail }) => field.onChange(detail.value)}
            items={[
              { value: 'never', label: texts.expiryNever, description: texts.expiryNeverWhat },
              { value: 'after', label: texts.expiryAfter },
            ]}
          />
        </FormField>
        {values.expires === 'after' && (
          <>
            <TextField
              form={form}
              name="passwordValidityPeriodInDays"
              label={texts.days}
              constraint={texts.daysHint}
              inputMode="numeric"
              autoComplete={false}
            />
            <TextField
              form={form}
              name="passwordNotificationWindowInDays"
              label={texts.warnDays}
              constraint={texts.warnHint}
              inputMode="numeric"
              autoComplete={false}
            />
            {isShorter && <Alert type="info">{texts.shorter}</Alert>}
          </>
        )}
      </SpaceBetween>
    </FormDialog>
  );
};
