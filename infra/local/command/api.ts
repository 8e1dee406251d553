/** The API as the start command uses it: an ordinary client of the running system. */
import * as z from 'zod';
import { createCall } from '../../../clients/imports/call.ts';
import { importApi } from '../../../clients/imports/import-api.ts';

/** What the command asks of the API. */
export type Api = ReturnType<typeof createApi>;

/** As many as somebody looks through on a page; the report has all. */
const mostRows = 500;

const rows = z.object({ value: z.array(z.looseObject({})) });

const licences = z.object({ value: z.array(z.object({ skuId: z.string() })) });

/** Makes a client with the administrator's token. Its calls reject with what the API answered when that is no success. */
export const createApi = (url: string, token: string) => {
  const call = createCall(url, token);
  const imports = importApi(call);
  return {
    ...imports,
    /** The first rows of an import as its report has them, and the name of its file. */
    importRows: async (id: string) => {
      const [{ file }, report] = await Promise.all([
        imports.import(id),
        call('GET', `/v1.0/imports/${id}/report?$top=${mostRows}`),
      ]);
      return { file: file.key.split('/').at(-1), value: rows.parse(report).value };
    },
    /** Where the report of an import can be fetched from, for some minutes; undefined when there is none. */
    reportAddress: async (id: string): Promise<string | undefined> => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/v1.0/imports/${id}/reportFile`, { headers, redirect: 'manual' });
      return answer.headers.get('location') ?? undefined;
    },
    licenceIds: async (): Promise<string[]> =>
      licences.parse(await call('GET', '/v1.0/subscribedSkus')).value.map(({ skuId }) => skuId),
    putLicence: (skuId: string, body: object) => call('PUT', `/v1.0/subscribedSkus/${skuId}`, body),
  };
};
