/** A line of text in a form, with its label, what is to be known of it, and what is wrong with it. */
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import { type FieldPath, type FieldValues, type UseFormReturn, useController } from 'react-hook-form';

type Props<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  name: FieldPath<Values>;
  label: string;
  description?: string | undefined;
  constraint?: string | undefined;
  /** Stands beside the input: what is checked while it is typed. */
  secondary?: React.ReactNode;
  onTyped?: (value: string) => void;
} & Pick<InputProps, 'type' | 'inputMode' | 'autoComplete' | 'placeholder'>;

export const TextField = <Values extends FieldValues>({
  form,
  name,
  label,
  description,
  constraint,
  secondary,
  onTyped,
  ...input
}: Props<Values>) => {
  const { field, fieldState } = useController({ control: form.control, name });
  return (
    <FormField
      label={label}
      description={description}
      constraintText={constraint}
      errorText={fieldState.error?.message}
      secondaryControl={secondary}
      stretch
    >
      <Input
        {...input}
        ref={field.ref}
        name={name}
        value={field.value as string}
        onBlur={field.onBlur}
        onChange={({ detail }) => {
          field.onChange(detail.value);
          onTyped?.(detail.value);
        }}
      />
    </FormField>
  );
};
