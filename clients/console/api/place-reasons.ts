/** Refusals of the API beside the fields that they are about. */
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { Problem, Reason } from './problem.ts';

/** The field of a form for a property that a refusal names. */
export type FieldOf<Values extends FieldValues> = (target: string) => Path<Values> | undefined;

/**
 * Shows each reason of a problem at its field and moves the focus to the first. Returns those that belong to no field: the
 * page tells them itself.
 */
export const placeReasons = <Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError'>,
  { reasons }: Problem,
  fieldOf: FieldOf<Values>,
): Reason[] => {
  let isFirst = true;
  return reasons.filter(({ code, message, target }) => {
    const field = target === undefined ? undefined : fieldOf(target);
    if (field === undefined) return true;
    form.setError(field, { type: code, message }, { shouldFocus: isFirst });
    isFirst = false;
    return false;
  });
};
