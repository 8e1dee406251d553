/** Some lines of text in a form, with their label, what is to be known of them, and what is wrong with them. */
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { type FieldPath, type FieldValues, type UseFormReturn, useController } from 'react-hook-form';

type Props<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  name: FieldPath<Values>;
  label: string;
  constraint?: string;
};

export const TextareaField = <Values extends FieldValues>({ form, name, label, constraint }: Props<Values>) => {
  const { field, fieldState } = useController({ control: form.control, name });
  return (
    <FormField label={label} constraintText={constraint} errorText={fieldState.error?.message} stretch>
      <Textarea
        ref={field.ref}
        name={name}
        rows={3}
        value={field.value as string}
        onBlur={field.onBlur}
        onChange={({ detail }) => field.onChange(detail.value)}
      />
    </FormField>
  );
};
