/** A field of the form of a profile: typed, or chosen where there are only so many values. */
import type { UseFormReturn } from 'react-hook-form';
import { useCountryOptions } from '../../form/country-options.ts';
import { SelectField } from '../../form/select-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { languageNames, languages } from '../../texts/languages.ts';
import { useTexts } from '../../texts/texts-context.tsx';
import type { ProfileField, ProfileValues } from './profile-fields.ts';

type Props = { form: UseFormReturn<ProfileValues>; name: ProfileField };

export const ProfileFormField = ({ form, name }: Props) => {
  const { person: texts } = useTexts();
  if (name === 'usageLocation') return <LocationChoice form={form} name={name} />;
  if (name === 'preferredLanguage') return <LanguageChoice form={form} name={name} />;
  return <TextField form={form} name={name} label={texts.properties[name]} />;
};

const LocationChoice = ({ form, name }: Props) => {
  const { person: texts } = useTexts();
  const options = [{ value: '', label: texts.empty }, ...useCountryOptions()];
  const label = texts.properties[name];
  return <SelectField form={form} name={name} label={label} filteringLabel={label} options={options} />;
};

const LanguageChoice = ({ form, name }: Props) => {
  const { person: texts, addUser } = useTexts();
  const ours = languages.map((value) => ({ value: value as string, label: languageNames[value] }));
  const given = form.getValues(name);
  // A language that was given by other means is not taken away by being unknown here.
  const other = given === '' || ours.some(({ value }) => value === given) ? [] : [{ value: given, label: given }];
  const options = [{ value: '', label: addUser.languageOfOrganisation }, ...ours, ...other];
  return <SelectField form={form} name={name} label={texts.properties[name]} options={options} />;
};
