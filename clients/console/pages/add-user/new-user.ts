/** What somebody fills in to add a person, and the request that it becomes. */
import { fullName } from '../../../../shared/domain/people/full-name.ts';
import type { CreateUserBody } from '../../../../shared/graph/people/create-user-body.ts';

/** Properties of the profile that are one line of text, in the order in which they are asked for. */
export const profileFields = [
  ...(['jobTitle', 'department', 'officeLocation', 'employeeId', 'businessPhone', 'mobilePhone', 'faxNumber'] as const),
  ...(['streetAddress', 'city', 'state', 'postalCode', 'country', 'otherMail'] as const),
] as const;
export type ProfileField = (typeof profileFields)[number];

/** The fields of the form. Addresses are written one after the other, parted by commas, semicolons or blanks. */
export type NewUser = Record<ProfileField, string> & {
  givenName: string;
  surname: string;
  displayName: string;
  localPart: string;
  domain: string;
  passwordKind: 'generated' | 'own';
  password: string;
  mustChange: boolean;
  /** `show`: once, when the person was added; for a generated password alone. */
  delivery: 'mail' | 'show';
  deliverTo: string;
  usageLocation: string;
  licences: string[];
  /** Service plans that are switched off, by licence. */
  disabledPlans: Record<string, string[]>;
  roles: string[];
  preferredLanguage: string;
};

export const emptyUser = (domain: string, usageLocation: string): NewUser => ({
  ...(Object.fromEntries(profileFields.map((name) => [name, ''])) as Record<ProfileField, string>),
  ...{ givenName: '', surname: '', displayName: '', localPart: '', domain },
  ...{ passwordKind: 'generated', password: '', mustChange: true, delivery: 'mail', deliverTo: '' },
  ...{ usageLocation, licences: [], disabledPlans: {}, roles: [], preferredLanguage: '' },
});

export const userNameOf = ({ localPart, domain }: Pick<NewUser, 'localPart' | 'domain'>): string =>
  `${localPart.trim()}@${domain}`;

/** The name that is shown where none was typed. */
export const displayNameOf = ({ displayName, givenName, surname }: NewUser): string =>
  displayName.trim() || fullName({ givenName: givenName.trim(), surname: surname.trim() });

/** Addresses as somebody writes several. */
export const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** The body of `POST /v1.0/users`. */
export const bodyOf = (user: NewUser): CreateUserBody => {
  const { passwordKind, password, mustChange, usageLocation, licences, disabledPlans, roles, preferredLanguage } = user;
  const { businessPhone, otherMail, ...profile } = profileOf(user);
  return {
    userPrincipalName: userNameOf(user),
    displayName: displayNameOf(user),
    ...filled({ givenName: user.givenName, surname: user.surname, usageLocation, preferredLanguage }),
    ...filled(profile),
    ...(businessPhone && { businessPhones: [businessPhone] }),
    ...(otherMail && { otherMails: addressesIn(otherMail) }),
    passwordProfile: {
      ...(passwordKind === 'own' && { password }),
      forceChangePasswordNextSignIn: mustChange,
    },
    ...deliveryOf(user),
    ...(licences.length > 0 && {
      assignedLicenses: licences.map((skuId) => ({ skuId, disabledPlans: disabledPlans[skuId] ?? [] })),
    }),
    ...(roles.length > 0 && { roles }),
  };
};

const profileOf = (user: NewUser): Record<ProfileField, string> =>
  Object.fromEntries(profileFields.map((name) => [name, user[name].trim()])) as Record<ProfileField, string>;

const filled = <Values extends Record<string, string>>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')) as Partial<Values>;

/** Whoever gets the password; where nobody is named, the directory's own rule decides. */
export const deliveryOf = ({
  passwordKind,
  delivery,
  deliverTo,
}: Pick<NewUser, 'passwordKind' | 'delivery' | 'deliverTo'>): Pick<CreateUserBody, 'credentialDelivery'> => {
  if (delivery === 'show' && passwordKind === 'generated') return { credentialDelivery: { show: true } };
  const to = addressesIn(deliverTo);
  return to.length > 0 ? { credentialDelivery: { to } } : {};
};

const fields: Readonly<Record<string, keyof NewUser>> = {
  userPrincipalName: 'localPart',
  'passwordProfile.password': 'password',
  credentialDelivery: 'deliverTo',
  'credentialDelivery.to': 'deliverTo',
  assignedLicenses: 'licences',
  businessPhones: 'businessPhone',
  otherMails: 'otherMail',
};

/** The field of the form for a property that a refusal names. */
export const fieldOf = (target: string): keyof NewUser | undefined => {
  const [whole = '', first = ''] = [target.replace(/\[\d+\]|\/\d+/g, ''), target.split(/[.[/]/)[0] ?? ''];
  const named = fields[whole] ?? fields[first];
  return named ?? (isField(first) ? first : undefined);
};

const isField = (name: string): name is keyof NewUser =>
  (profileFields as readonly string[]).includes(name) ||
  ['givenName', 'surname', 'displayName', 'usageLocation', 'roles', 'preferredLanguage'].includes(name);
