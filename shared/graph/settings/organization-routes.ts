/** The routes of the organisation: Graph's collection of one. */

import type { Organisation } from '../../domain/organisation.ts';
import { Refused } from '../../domain/refusals.ts';
import { withDirectorySettings } from '../../domain/settings/directory-settings.ts';
import { organizationId } from '../../domain/settings/shown-settings.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Request, Route } from '../../lambda/route.ts';
import { changeOrganisation, type OrganisationChange } from '../../work/settings/change-organisation.ts';
import type { SettingsPorts } from '../../work/settings/change-settings.ts';
import { asSeen, tagOf, withTag } from '../odata/entity-tag.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { graphOrganization } from './graph-settings.ts';
import { type OrganizationBody, organizationBody } from './settings-bodies.ts';

const organizationNow = async ({ settings, file, region }: SettingsPorts) =>
  withTag(graphOrganization(withDirectorySettings(file, await settings.read()).organisation, region));

const refuseOthers = ({ path }: Request): void => {
  if (path.id !== organizationId) throw new Refused({ code: 'NotFound' });
};

/** GET /v1.0/organization: the one organisation. */
export const listOrganizationsRoute = (ports: SettingsPorts): Route => ({
  needs: 'readSettings',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const context = `${request.origin}/$metadata#organization`;
    return { status: 200, body: { '@odata.context': context, value: [await organizationNow(ports)] } };
  },
});

/** GET /v1.0/organization/{id}. */
export const readOrganizationRoute = (ports: SettingsPorts): Route => ({
  needs: 'readSettings',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    refuseOthers(request);
    const context = `${request.origin}/$metadata#organization/$entity`;
    const organization = await organizationNow(ports);
    const headers = { etag: organization['@odata.etag'] };
    return { status: 200, headers, body: { '@odata.context': context, ...organization } };
  },
});

/**
 * PATCH /v1.0/organization/{id}: its name, technical contacts, language, country, quick-start guide and cloud, and
 * whether people come from a directory on premises.
 */
export const patchOrganizationRoute = (ports: SettingsPorts): Route => ({
  needs: 'changeSettings',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    refuseOthers(request);
    const body = parseStrictly(organizationBody, request.json());
    const { principal } = request;
    const seen = asSeen(request, (one: Organisation) => tagOf(graphOrganization(one, ports.region)));
    await changeOrganisation({ change: organisationChange(body), principal, ...seen }, ports);
    return { status: 204 };
  },
});

const organisationChange = ({
  technicalNotificationMails: technicalMails,
  countryLetterCode: usageLocation,
  ...others
}: OrganizationBody): OrganisationChange => ({ ...others, technicalMails, usageLocation });
