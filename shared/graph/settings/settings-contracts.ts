/** Routes of settings that are changed while the system runs. */
import * as z from 'zod';
import { clouds, mailLanguages } from '../../domain/organisation.ts';
import { answer, body, type Contracts } from '../contract.ts';
import { context, etag, pageOf } from '../people/resources.ts';
import { domainBody, organizationBody } from './settings-bodies.ts';

const domainProperties = {
  ...etag,
  id: z.string(),
  isDefault: z.boolean(),
  isInitial: z.literal(false),
  isRoot: z.literal(true),
  isVerified: z.literal(true),
  isAdminManaged: z.literal(true),
  authenticationType: z.literal('Managed'),
  supportedServices: z.array(z.string()),
  passwordValidityPeriodInDays: z.int().meta({ description: '2147483647 means for ever.' }),
  passwordNotificationWindowInDays: z.int(),
};

const domain = answer('Domain', z.strictObject({ ...context, ...domainProperties }));
const domains = answer('Domains', pageOf(z.strictObject(domainProperties)));

const organizationProperties = {
  ...etag,
  id: z.string(),
  displayName: z.string(),
  technicalNotificationMails: z.array(z.string()),
  preferredLanguage: z.enum(mailLanguages),
  countryLetterCode: z.string().nullable(),
  quickStartUrl: z.string(),
  onPremisesSyncEnabled: z.boolean().nullable(),
  cloud: z.enum(clouds).meta({ description: 'Which forms the console has: four steps worldwide, else one pane.' }),
  verifiedDomains: z.array(
    z.strictObject({
      name: z.string(),
      type: z.literal('Managed'),
      capabilities: z.string(),
      isDefault: z.boolean(),
      isInitial: z.literal(false),
    }),
  ),
};

const organization = answer('Organization', z.strictObject({ ...context, ...organizationProperties }));
const organizations = answer('Organizations', pageOf(z.strictObject(organizationProperties)));

export const settingsContracts: Contracts = {
  'GET /v1.0/domains': {
    needs: 'readSettings',
    tag: 'Settings',
    summary: 'Lists the verified domains, the default one first',
    answers: { 200: domains },
  },
  'GET /v1.0/domains/{id}': {
    needs: 'readSettings',
    tag: 'Settings',
    summary: 'Reads a domain: how long passwords of people at it live',
    answers: { 200: domain },
  },
  'PATCH /v1.0/domains/{id}': {
    needs: 'changeSettings',
    tag: 'Settings',
    summary: 'Sets how long passwords live at a domain, and when people are warned first',
    description: 'null goes back to what the settings file says. A shorter period holds for everybody from then on.',
    headers: ['If-Match'],
    body: body('DomainSettings', domainBody),
    answers: { 204: 'nothing' },
    refusals: ['ConcurrentChange', 'PreconditionFailed'],
  },
  'GET /v1.0/organization': {
    needs: 'readSettings',
    tag: 'Settings',
    summary: 'Lists the organisation: a collection of one, as in Graph',
    answers: { 200: organizations },
  },
  'GET /v1.0/organization/{id}': {
    needs: 'readSettings',
    tag: 'Settings',
    summary: 'Reads the organisation',
    answers: { 200: organization },
  },
  'PATCH /v1.0/organization/{id}': {
    needs: 'changeSettings',
    tag: 'Settings',
    summary: 'Sets the organisation’s name, technical contacts, language, country, quick-start guide and cloud',
    description:
      'onPremisesSyncEnabled false has everybody managed here at once, and keeps their anchors; true, again, begins with a full run.',
    headers: ['If-Match'],
    body: body('OrganizationSettings', organizationBody),
    answers: { 204: 'nothing' },
    refusals: ['ConcurrentChange', 'PreconditionFailed'],
  },
};
