/** The route that gives and takes licences. */
import { graphUser, seatsToBuy } from '../domain/graph-user.ts';
import { Refused } from '../domain/refusals.ts';
import { assignLicenseBody } from '../messages.ts';
import type { Policy } from '../policy.ts';
import { type AssignPorts, assignLicense } from '../work/assign-license.ts';
import type { Route } from './on-http.ts';
import { parseStrictly } from './parse-body.ts';

/** POST /v1.0/users/{id}/assignLicense: the person as it is then, and how many seats to buy of what was short. */
export const assignLicenseRoute = (ports: AssignPorts & { policy: Policy }): Route => ({
  needs: 'assignLicences',
  answer: async ({ principal, path, origin, json }) => {
    const userId = path.id ?? '';
    // Longer than any id: nobody, without asking the table.
    if (userId.length > 128) throw new Refused({ code: 'NotFound' });
    const { addLicenses, removeLicenses } = parseStrictly(assignLicenseBody, json());
    const add = addLicenses.map(({ skuId }) => skuId);
    const request = { userId, add, remove: removeLicenses, principal };
    const { person, seatsToBuy: missing } = await assignLicense(request, ports);
    const short = seatsToBuy(missing, await ports.directory.catalogue());
    return {
      status: 200,
      body: {
        '@odata.context': `${origin}/$metadata#users/$entity`,
        ...graphUser(person, ports.policy),
        ...(short.length > 0 && { seatsToBuy: short }),
      },
    };
  },
});
