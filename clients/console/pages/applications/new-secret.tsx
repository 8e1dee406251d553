/** Makes a secret, whose text the answer alone has. */
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useController, useForm } from 'react-hook-form';
import { longestApplicationName, secretDays } from '../../../../shared/domain/access/application.ts';
import { type Application, applicationsKey } from '../../api/applications.ts';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';

/** Days that can be chosen. */
const choices = [30, 90, secretDays.default, 365, secretDays.max];

/** So much before the longest time allowed, for a clock of this machine that is ahead. */
const margin = 3_600_000;

type Values = { displayName: string; endDateTime: number };

type Props = { application: Application; onMade: (secret: string) => void; onClose: () => void };

export const NewSecret = ({ application, onMade, onClose }: Props) => {
  const { applications: texts } = useTexts();
  const { number } = useFormats();
  const queries = useQueryClient();
  const [isLost, setIsLost] = useState(false);
  const form = useForm<Values>({ defaultValues: { displayName: '', endDateTime: secretDays.default } });
  const { field, fieldState } = useController({ control: form.control, name: 'endDateTime' });
  const options = choices.map((days) => ({
    value: String(days),
    label: texts.days(days),
    ...(days === secretDays.default && { description: texts.recommended }),
  }));

  const make = async ({ displayName, endDateTime: days }: Values) => {
    const passwordCredential = {
      ...(displayName.trim() !== '' && { displayName: displayName.trim() }),
      endDateTime: new Date(Date.now() + days * 86_400_000 - margin).toISOString(),
    };
    setIsLost(false);
    try {
      const path = `applications/${application.id}/addPassword`;
      const { body } = await call<{ secretText: string }>('POST', path, { body: { passwordCredential } });
      onMade(body.secretText);
    } catch (thrown) {
      setIsLost(asProblem(thrown).mayBeDone);
      throw thrown;
    } finally {
      await queries.invalidateQueries({ queryKey: applicationsKey });
    }
  };
  return (
    <FormDialog
      form={form}
      title={texts.newSecretTitle}
      verb={texts.make}
      fields={['displayName', 'endDateTime']}
      check={({ displayName }) =>
        [...displayName.trim()].length > longestApplicationName
          ? { displayName: texts.nameTooLong(number(longestApplicationName)) }
          : {}
      }
      onSend={make}
      onClose={onClose}
    >
      <SpaceBetween size="l">
        {isLost && <Alert type="warning">{texts.maybeMade}</Alert>}
        <TextField
          form={form}
          name="displayName"
          label={texts.secretName}
          constraint={texts.secretNameHint}
          autoComplete={false}
        />
        <FormField label={texts.lifetime} errorText={fieldState.error?.message} stretch>
          <Select
            ref={field.ref}
            options={options}
            selectedOption={options.find(({ value }) => value === String(field.value)) ?? null}
            onBlur={field.onBlur}
            onChange={({ detail }) => field.onChange(Number(detail.selectedOption.value))}
          />
        </FormField>
      </SpaceBetween>
    </FormDialog>
  );
};
