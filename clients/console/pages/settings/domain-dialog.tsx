/** Says how long passwords live at a domain, and when people are warned. */
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useController, useForm, useWatch } from 'react-hook-form';
import { never } from '../../../../shared/domain/settings/shown-settings.ts';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem.ts';
import type { Domain } from '../../api/settings.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { NowDifferent } from '../../form/now-different.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import {
  type DomainValues,
  domainChange,
  domainFaults,
  domainFields,
  domainValues,
  shownTerms,
} from './domain-fields.ts';
import { readDomain, useReadSettingsAnew } from './use-settings.ts';

export const DomainDialog = ({ domain, onClose }: { domain: Domain; onClose: () => void }) => {
  const { settings: texts } = useTexts();
  const { notify } = useNotify();
  const { number } = useFormats();
  const readAnew = useReadSettingsAnew();
  // As they last saw it: what was refused since somebody else had changed it is saved over that, if they save once more.
  const [seen, setSeen] = useState(domain);
  const [isOvertaken, setIsOvertaken] = useState(false);
  const form = useForm<DomainValues>({ defaultValues: domainValues(domain) });
  const { field } = useController({ control: form.control, name: 'expires' });
  const values = useWatch({ control: form.control });
  const days = Number(values.passwordValidityPeriodInDays);
  const before = domain.passwordValidityPeriodInDays;
  const isShorter = values.expires === 'after' && days > 0 && (before === never || days < before);

  const save = async (typed: DomainValues) => {
    setIsOvertaken(false);
    const sent = { body: domainChange(typed), ifMatch: seen['@odata.etag'] };
    await call('PATCH', `domains/${encodeURIComponent(domain.id)}`, sent).catch(async (thrown) => {
      const { kind, mayBeDone } = asProblem(thrown);
      if (kind === 'changed' || mayBeDone) setSeen(await readDomain(domain.id).catch(() => seen));
      setIsOvertaken(kind === 'changed');
      throw thrown;
    });
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
        {isOvertaken && <NowDifferent properties={shownTerms(domain, seen, texts, number)} />}
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
          <SpaceBetween size="l">
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
          </SpaceBetween>
        )}
      </SpaceBetween>
    </FormDialog>
  );
};
