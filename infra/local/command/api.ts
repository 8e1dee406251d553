/** The API as the start command uses it: an ordinary client of the running system. */
import * as z from 'zod';

const importResource = z.object({
  id: z.string(),
  status: z.enum(['notStarted', 'running', 'onHold', 'succeeded', 'failed', 'cancelled']),
  rows: z.number().nullish(),
  created: z.number().default(0),
  updated: z.number().default(0),
  unchanged: z.number().default(0),
  refused: z.number().default(0),
  file: z.object({ bucket: z.string(), key: z.string() }),
  error: z.object({ code: z.string(), message: z.string() }).nullish(),
  licences: z
    .array(z.object({ skuPartNumber: z.string(), needed: z.number(), granted: z.number(), short: z.number() }))
    .default([]),
  report: z.object({ bucket: z.string(), key: z.string() }).nullish(),
});

const refusedRow = z.object({
  rowNumber: z.number(),
  userPrincipalName: z.string().nullish(),
  code: z.string().nullish(),
  message: z.string().nullish(),
});

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ value: z.array(item) });

/** An import, as the API tells of it. */
export type Import = z.output<typeof importResource>;

/** A row that was refused, and why. */
export type RefusedRow = z.output<typeof refusedRow>;

/** What the command asks of the API. */
export type Api = ReturnType<typeof createApi>;

/** Makes a client with the administrator's token. Its calls reject with what the API answered when that is no success. */
export const createApi = (url: string, token: string) => {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${answer}`);
    return answer === '' ? undefined : JSON.parse(answer);
  };

  return {
    /** The newest imports. */
    imports: async (): Promise<Import[]> => listOf(importResource).parse(await call('GET', '/v1.0/imports')).value,
    import: async (id: string): Promise<Import> => importResource.parse(await call('GET', `/v1.0/imports/${id}`)),
    refusedRows: async (id: string, most: number): Promise<RefusedRow[]> =>
      listOf(refusedRow).parse(await call('GET', `/v1.0/imports/${id}/report?outcome=refused&$top=${most}`)).value,
    licenceIds: async (): Promise<string[]> =>
      listOf(z.object({ skuId: z.string() }))
        .parse(await call('GET', '/v1.0/subscribedSkus'))
        .value.map(({ skuId }) => skuId),
    putLicence: (skuId: string, body: object) => call('PUT', `/v1.0/subscribedSkus/${skuId}`, body),
  };
};
