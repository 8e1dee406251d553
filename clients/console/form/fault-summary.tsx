/** What is wrong with a form, above it: each fault leads to its field. */
import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

type Props<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  header: string;
  /** The fields that are shown, in their order; faults of others are not told here. */
  fields: readonly FieldPath<Values>[];
};

/** Nothing where nothing is wrong. */
export const FaultSummary = <Values extends FieldValues>({ form, header, fields }: Props<Values>) => {
  const faults = fields.flatMap((name) => {
    const { error } = form.getFieldState(name, form.formState);
    return error?.message ? [{ name, message: error.message }] : [];
  });
  if (faults.length === 0) return null;
  return (
    <Alert type="error" header={header}>
      <ul>
        {faults.map(({ name, message }) => (
          <li key={name}>
            <Link
              href={`#${name}`}
              onFollow={(event) => {
                event.preventDefault();
                form.setFocus(name);
              }}
            >
              {message}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
};
