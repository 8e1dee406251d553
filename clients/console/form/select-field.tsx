/** One of some values in a form, with its label, what is to be known of it, and what is wrong with it. */
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type FieldPath, type FieldValues, type UseFormReturn, useController } from 'react-hook-form';

type Props<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  name: FieldPath<Values>;
  label: string;
  constraint?: string;
  options: readonly { value: string; label: string; description?: string }[];
  /** Where there are many: they can be looked for, in a field of this name. */
  filteringLabel?: string;
};

export const SelectField = <Values extends FieldValues>(props: Props<Values>) => {
  const { form, name, label, constraint, options, filteringLabel } = props;
  const { field, fieldState } = useController({ control: form.control, name });
  return (
    <FormField label={label} constraintText={constraint} errorText={fieldState.error?.message} stretch>
      <Select
        ref={field.ref}
        options={options}
        {...(filteringLabel && { filteringType: 'auto', filteringAriaLabel: filteringLabel })}
        selectedOption={options.find(({ value }) => value === field.value) ?? null}
        onBlur={field.onBlur}
        onChange={({ detail }) => field.onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
};
