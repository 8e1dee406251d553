/** The fields of a person's profile: which there are, and how what is typed becomes what is sent. */
import * as z from 'zod';
import { updateUserBody } from '../../../../shared/graph/people/update-user-body.ts';
import type { Person } from '../../api/people.ts';

/** Names of the fields, in their order. */
export const profileFields = [
  ...([
    'displayName',
    'userPrincipalName',
    'givenName',
    'surname',
    'jobTitle',
    'department',
    'officeLocation',
  ] as const),
  ...(['employeeId', 'usageLocation', 'preferredLanguage', 'otherMails', 'businessPhones', 'mobilePhone'] as const),
  ...(['faxNumber', 'streetAddress', 'postalCode', 'city', 'state', 'country', 'mailNickname'] as const),
] as const;

export type ProfileField = (typeof profileFields)[number];

/** What is typed: a text for each, lists with commas. */
export type ProfileValues = Record<ProfileField, string>;

const isList = (field: ProfileField): field is 'otherMails' | 'businessPhones' =>
  field === 'otherMails' || field === 'businessPhones';

/** As it stands in the fields. */
export const valuesOf = (person: Person): ProfileValues =>
  Object.fromEntries(
    profileFields.map((field) => [field, isList(field) ? person[field].join(', ') : (person[field] ?? '')]),
  ) as ProfileValues;

/** Those that differ. */
export const differing = (one: ProfileValues, other: ProfileValues): ProfileField[] =>
  profileFields.filter((field) => one[field].trim() !== other[field].trim());

/** The body that asks for the changed fields; an emptied one is null, as Graph has it. */
export const changeOf = (values: ProfileValues, changed: readonly ProfileField[]): Record<string, unknown> =>
  Object.fromEntries(
    changed.map((field) => {
      const text = values[field].trim();
      if (!isList(field)) return [field, text === '' ? null : text];
      return [
        field,
        text
          .split(/[,;]\s*/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      ];
    }),
  );

/**
 * What can be said of the fields before they are sent, by the schema that the API reads them by; `required` is said of what
 * may not be empty.
 */
export const profileSchema = (required: string): z.ZodType<ProfileValues, ProfileValues> =>
  z.record(z.enum(profileFields), z.string()).superRefine((values, { addIssue }) => {
    for (const field of ['displayName', 'userPrincipalName'] as const) {
      if (values[field]?.trim() === '') addIssue({ code: 'custom', path: [field], message: required, input: '' });
    }
    const { error } = updateUserBody.safeParse(changeOf(values as ProfileValues, profileFields));
    for (const { path, message } of error?.issues ?? []) {
      addIssue({ code: 'custom', path: path.slice(0, 1), message, input: '' });
    }
  }) as unknown as z.ZodType<ProfileValues, ProfileValues>;
