/** The profile of the new person, all of it optional. */
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type UseFormReturn, useController } from 'react-hook-form';
import { TextField } from '../../../form/text-field.tsx';
import { languageNames, languages } from '../../../texts/languages.ts';
import { useTexts } from '../../../texts/texts-context.tsx';
import { type NewUser, profileFields } from '../new-user.ts';

export const ProfileFields = ({ form }: { form: UseFormReturn<NewUser> }) => {
  const { addUser } = useTexts();
  const language = useController({ control: form.control, name: 'preferredLanguage' }).field;
  const ofLanguage = [
    { value: '', label: addUser.languageOfOrganisation },
    ...languages.map((value) => ({ value, label: languageNames[value] })),
  ];
  return (
    <ColumnLayout columns={2}>
      {profileFields.map((name) => (
        <TextField
          key={name}
          form={form}
          name={name}
          label={addUser.profile[name]}
          autoComplete={false}
          constraint={name === 'otherMail' ? addUser.otherMailHint : undefined}
        />
      ))}
      <FormField label={addUser.language} stretch>
        <Select
          options={ofLanguage}
          selectedOption={ofLanguage.find(({ value }) => value === language.value) ?? null}
          onChange={({ detail }) => language.onChange(detail.selectedOption.value ?? '')}
        />
      </FormField>
    </ColumnLayout>
  );
};
