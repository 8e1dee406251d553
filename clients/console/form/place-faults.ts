/** What is wrong with a form before it is sent, beside the fields that it is about. */
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

/** Shows each fault at its field and moves the focus to the first; false where nothing is wrong. */
export const placeFaults = <Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError'>,
  faults: Partial<Record<FieldPath<Values>, string>>,
  fields: readonly FieldPath<Values>[],
): boolean => {
  const wrong = fields.filter((field) => faults[field] !== undefined);
  for (const [at, field] of wrong.entries()) {
    form.setError(field, { type: 'check', message: faults[field] ?? '' }, { shouldFocus: at === 0 });
  }
  return wrong.length > 0;
};
