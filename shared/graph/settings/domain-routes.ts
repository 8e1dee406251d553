/** The routes of domains: which there are, and how long passwords live at each. */

import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import { withDirectorySettings } from '../../domain/settings/directory-settings.ts';
import { never } from '../../domain/settings/shown-settings.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Request, Route } from '../../lambda/route.ts';
import { changeDomain, type DomainChange, type SettingsPorts } from '../../work/settings/change-settings.ts';
import { asSeen, tagOf, withTag } from '../odata/entity-tag.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { graphDomain } from './graph-settings.ts';
import { type DomainBody, domainBody } from './settings-bodies.ts';

const domainsNow = async ({ settings, file }: SettingsPorts) => {
  const { organisation, policy } = withDirectorySettings(file, await settings.read());
  return organisation.verifiedDomains.map((domain) => withTag(graphDomain(domain, organisation, policy)));
};

/** The domain that a request is about; domains are known in lower case. */
const domainIn = ({ path }: Request): string => (path.id ?? '').toLowerCase();

/** GET /v1.0/domains: the verified domains, the default one first. */
export const listDomainsRoute = (ports: SettingsPorts): Route => ({
  needs: 'readSettings',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const context = `${request.origin}/$metadata#domains`;
    return { status: 200, body: { '@odata.context': context, value: await domainsNow(ports) } };
  },
});

/** GET /v1.0/domains/{id}: one of them. */
export const readDomainRoute = (ports: SettingsPorts): Route => ({
  needs: 'readSettings',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const domain = (await domainsNow(ports)).find(({ id }) => id === domainIn(request));
    if (!domain) throw new Refused({ code: 'NotFound' });
    const context = `${request.origin}/$metadata#domains/$entity`;
    return { status: 200, headers: { etag: domain['@odata.etag'] }, body: { '@odata.context': context, ...domain } };
  },
});

/** PATCH /v1.0/domains/{id}: how long passwords live there, and when people are warned first. */
export const patchDomainRoute = (ports: SettingsPorts): Route => ({
  needs: 'changeSettings',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const body = parseStrictly(domainBody, request.json());
    const [domain, { principal }] = [domainIn(request), request];
    // The domains themselves stand in the settings file, and do not change while it runs.
    const seen = asSeen(request, (now: Policy) => tagOf(graphDomain(domain, ports.file.organisation, now)));
    await changeDomain({ domain, change: domainChange(body), principal, ...seen }, ports);
    return { status: 204 };
  },
});

const domainChange = ({
  passwordValidityPeriodInDays: days,
  passwordNotificationWindowInDays: window,
}: DomainBody): DomainChange => ({
  passwordValidityDays: days === never ? 0 : days,
  passwordNotificationDays: window,
});
