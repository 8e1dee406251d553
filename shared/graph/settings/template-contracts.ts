/** Routes of templates of new people. */
import * as z from 'zod';
import { roleNames } from '../../domain/access/roles.ts';
import { mostTemplates } from '../../domain/settings/user-template.ts';
import { answer, body, type Contracts } from '../contract.ts';
import { assignedLicense, context, moment, pageOf } from '../people/resources.ts';
import { addTemplateBody, changeTemplateBody } from './template-bodies.ts';

const textOrNull = z.string().nullable();

const templateProperties = {
  id: z.string(),
  displayName: z.string(),
  domain: textOrNull,
  passwordProfile: z.strictObject({ generated: z.boolean(), forceChangePasswordNextSignIn: z.boolean() }),
  credentialDelivery: z
    .union([z.strictObject({ to: z.array(z.string()) }), z.strictObject({ show: z.literal(true) })])
    .nullable(),
  usageLocation: textOrNull,
  preferredLanguage: textOrNull,
  assignedLicenses: z.array(assignedLicense),
  roles: z.array(z.enum(roleNames)),
  jobTitle: textOrNull,
  department: textOrNull,
  officeLocation: textOrNull,
  businessPhones: z.array(z.string()),
  mobilePhone: textOrNull,
  faxNumber: textOrNull,
  streetAddress: textOrNull,
  city: textOrNull,
  state: textOrNull,
  postalCode: textOrNull,
  country: textOrNull,
  createdDateTime: moment,
  lastModifiedDateTime: moment,
};

const template = answer('UserTemplate', z.strictObject({ ...context, ...templateProperties }));
const templates = answer('UserTemplates', pageOf(z.strictObject({ '@odata.etag': z.string(), ...templateProperties })));

const contents = ['DomainNotVerified', 'RoleUnknown', 'RoleNotYours', 'CountryUnknown', 'LanguageUnknown'] as const;
const texts = ['ValueTooLong', 'MailAddressInvalid'] as const;

export const templateContracts: Contracts = {
  'GET /v1.0/userTemplates': {
    needs: 'addPeople',
    tag: 'Templates',
    summary: 'Lists the templates of new people, by name',
    description: `All on one page: there are ${mostTemplates} at most, shared by all who may add people.`,
    answers: { 200: templates },
  },
  'POST /v1.0/userTemplates': {
    needs: 'addPeople',
    tag: 'Templates',
    summary: 'Keeps a template of new people',
    description:
      'What a form is filled with before a person is added; no password is ever in it. It gives no right, and is judged when it is used: licences and service plans are not looked up here. Who names a role in it needs the right to give that role.',
    body: body('NewUserTemplate', addTemplateBody),
    answers: { 201: template },
    refusals: [...contents, ...texts, 'TooManyTemplates'],
  },
  'GET /v1.0/userTemplates/{id}': {
    needs: 'addPeople',
    tag: 'Templates',
    summary: 'Reads a template',
    answers: { 200: template },
  },
  'PATCH /v1.0/userTemplates/{id}': {
    needs: 'addPeople',
    tag: 'Templates',
    summary: 'Changes a template',
    description: 'null empties a property. Who adds a role to it needs the right to give that role.',
    headers: ['If-Match'],
    body: body('UserTemplateUpdate', changeTemplateBody),
    answers: { 204: 'nothing' },
    refusals: [...contents, ...texts, 'PreconditionFailed', 'ConcurrentChange'],
  },
  'DELETE /v1.0/userTemplates/{id}': {
    needs: 'addPeople',
    tag: 'Templates',
    summary: 'Removes a template; nobody who was added with it changes',
    headers: ['If-Match'],
    answers: { 204: 'nothing' },
    refusals: ['PreconditionFailed', 'ConcurrentChange'],
  },
};
