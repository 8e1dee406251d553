/** Who the new person is: names, and the user name with its domain. */
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { type UseFormReturn, useController } from 'react-hook-form';
import { fullName } from '../../../../../shared/domain/people/full-name.ts';
import { TextField } from '../../../form/text-field.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import { type NewUser, userNameOf } from '../new-user.ts';
import { Availability } from './availability.tsx';

type Props = { form: UseFormReturn<NewUser>; domains: readonly string[] };

export const NameFields = ({ form, domains }: Props) => {
  const { addUser } = useTexts();
  const domain = useController({ control: form.control, name: 'domain' }).field;
  const userName = userNameOf({ localPart: form.watch('localPart'), domain: domain.value });
  const madeName = useRef(form.getValues('displayName'));
  // The display name follows the others until somebody writes one.
  const follow = () => {
    const { givenName, surname, displayName } = form.getValues();
    if (displayName !== madeName.current) return;
    madeName.current = fullName({ givenName: givenName.trim(), surname: surname.trim() });
    form.setValue('displayName', madeName.current, { shouldValidate: form.formState.isSubmitted });
  };
  return (
    <SpaceBetween size="l">
      <ColumnLayout columns={2}>
        <TextField form={form} name="givenName" label={addUser.givenName} autoComplete={false} onTyped={follow} />
        <TextField form={form} name="surname" label={addUser.surname} autoComplete={false} onTyped={follow} />
      </ColumnLayout>
      <TextField form={form} name="displayName" label={addUser.displayName} autoComplete={false} />
      <ColumnLayout columns={2}>
        <TextField
          form={form}
          name="localPart"
          label={addUser.userName}
          autoComplete={false}
          constraint={addUser.userNameHint}
        />
        <FormField label={addUser.domain} errorText={form.formState.errors.domain?.message} stretch>
          <Select
            ref={domain.ref}
            options={domains.map((name) => ({ value: name, label: `@${name}` }))}
            selectedOption={{ value: domain.value, label: `@${domain.value}` }}
            onBlur={domain.onBlur}
            onChange={({ detail }) => domain.onChange(detail.selectedOption.value)}
          />
        </FormField>
      </ColumnLayout>
      <Availability userName={userName} domains={domains} />
    </SpaceBetween>
  );
};
