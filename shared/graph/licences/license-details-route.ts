/** The route that shows a person's licences with their service plans. */
import type { Route } from '../../lambda/route.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { type DetailsPorts, licenseDetails } from './license-details.ts';

/** GET /v1.0/users/{id or user name}/licenseDetails: what the person holds, each plan Success or Disabled. */
export const licenseDetailsRoute = (ports: DetailsPorts): Route => ({
  needs: 'readLicences',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const value = await licenseDetails(request.path.id ?? '', ports);
    return { status: 200, body: { '@odata.context': `${request.origin}/$metadata#licenseDetails`, value } };
  },
});
