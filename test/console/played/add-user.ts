/** Adding people, as the API answers it. */
import { type PlayedRoutes, refusal } from '../played-console.ts';
import { playedDirectory, playedLicences } from './people.ts';

/** What templates there are, and what is sent for a new person, for a test to look at. */
export const playedAddUser = (templates: object[] = [playedTemplate()]): PlayedRoutes => ({
  'GET domains': () => ({ body: { value: [{ id: 'contoso.com' }, { id: 'contoso.de' }] } }),
  'GET organization': () => ({ body: { value: [{ id: 'organization', countryLetterCode: 'NL' }] } }),
  'GET userTemplates': () => ({ body: { value: templates } }),
  'POST userTemplates': ({ body }) => {
    templates.push({ ...playedTemplate(), ...body, id: `template-${templates.length + 1}` });
    return { status: 201, body: templates.at(-1) };
  },
  'DELETE userTemplates/*': ({ values: [id] }) => {
    templates.splice(0, templates.length, ...templates.filter((one) => (one as { id: string }).id !== id));
    return {};
  },
  'POST users': ({ body }) => {
    if (body.userPrincipalName.startsWith('taken')) {
      return refusal(409, 'UserNameTaken', 'Somebody has this user name.', 'userPrincipalName');
    }
    const full = playedLicences().filter(({ skuId, prepaidUnits, consumedUnits }) => {
      const isAsked = body.assignedLicenses?.some((one: { skuId: string }) => one.skuId === skuId);
      return isAsked && prepaidUnits.enabled <= consumedUnits;
    });
    return {
      status: 201,
      body: {
        ...playedDirectory()[0],
        ...body,
        id: '0b6d2e1c-5a4f-4f0e-9c55-000000000099',
        passwordProfile: {
          forceChangePasswordNextSignIn: body.passwordProfile.forceChangePasswordNextSignIn,
          ...(body.credentialDelivery?.show && { password: 'Fir-Tram-81-Nova' }),
        },
        ...(full.length > 0 && {
          seatsToBuy: full.map(({ skuId, skuPartNumber }) => ({ skuId, skuPartNumber, seats: 1 })),
        }),
      },
    };
  },
});

export const playedTemplate = () => ({
  id: 'template-1',
  '@odata.etag': 'W/"1"',
  displayName: 'Engineer in Amsterdam',
  domain: 'contoso.com',
  passwordProfile: { generated: true, forceChangePasswordNextSignIn: true },
  credentialDelivery: { show: true },
  usageLocation: 'NL',
  preferredLanguage: 'nl',
  assignedLicenses: [{ skuId: playedLicences()[0]?.skuId, disabledPlans: [] }],
  roles: ['Reports Reader'],
  businessPhones: ['+31 20 555 0100'],
  jobTitle: 'Engineer',
  department: 'Engineering',
  officeLocation: '12/1110',
  mobilePhone: null,
  faxNumber: null,
  streetAddress: 'Keizersgracht 1',
  city: 'Amsterdam',
  state: null,
  postalCode: '1015 CJ',
  country: 'Netherlands',
});
