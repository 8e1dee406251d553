/** The API as the start command uses it: an ordinary client of the running system. */
import * as z from 'zod';
import { createCall } from '../../../clients/imports/call.ts';
import { importApi } from '../../../clients/imports/import-api.ts';

/** What the command asks of the API. */
export type Api = ReturnType<typeof createApi>;

const licences = z.object({ value: z.array(z.object({ skuId: z.string() })) });

/** Makes a client with the administrator's token. Its calls reject with what the API answered when that is no success. */
export const createApi = (url: string, token: string) => {
  const call = createCall(url, token);
  return {
    ...importApi(call),
    licenceIds: async (): Promise<string[]> =>
      licences.parse(await call('GET', '/v1.0/subscribedSkus')).value.map(({ skuId }) => skuId),
    putLicence: (skuId: string, body: object) => call('PUT', `/v1.0/subscribedSkus/${skuId}`, body),
  };
};
