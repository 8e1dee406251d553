/** The steps of the wizard, and the fields that each has. */
import type { FieldPath } from 'react-hook-form';
import { type NewUser, profileFields } from './new-user.ts';

export const stepNames = ['basics', 'licences', 'options', 'review'] as const;
export type StepName = (typeof stepNames)[number];

/** The fields of each step, in the order in which they stand. */
export const fieldsOf: Readonly<Record<StepName, readonly FieldPath<NewUser>[]>> = {
  basics: ['givenName', 'surname', 'displayName', 'localPart', 'domain', 'password', 'deliverTo'],
  licences: ['usageLocation', 'licences'],
  options: ['roles', ...profileFields],
  review: [],
};

/** The step that has a field. */
export const stepOf = (field: string): number =>
  Math.max(
    stepNames.findIndex((name) => (fieldsOf[name] as readonly string[]).includes(field)),
    0,
  );
