/** The route that gives and takes licences. */

import type { Policy } from '../../domain/policy.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route } from '../../lambda/route.ts';
import { type AssignPorts, assignLicences } from '../../work/licences/assign-licences.ts';
import { graphUser } from '../people/graph-user.ts';
import { assignLicenseBody } from './licence-bodies.ts';

/** POST /v1.0/users/{id or user name}/assignLicense: the person as it is then, and how many seats to buy of what was short. */
export const assignLicenseRoute = (ports: AssignPorts & { policy: Policy }): Route => ({
  needs: 'assignLicences',
  answer: async ({ principal, path, origin, json }) => {
    const { addLicenses, removeLicenses } = parseStrictly(assignLicenseBody, json());
    const add = addLicenses.map(({ skuId, disabledPlans = [] }) => ({ licence: skuId, disabledPlans }));
    const request = { idOrName: path.id ?? '', add, remove: removeLicenses, principal };
    const { person, seatsToBuy } = await assignLicences(request, ports);
    return {
      status: 200,
      body: {
        '@odata.context': `${origin}/$metadata#users/$entity`,
        ...graphUser(person, ports.policy),
        ...(seatsToBuy.length > 0 && { seatsToBuy }),
      },
    };
  },
});
