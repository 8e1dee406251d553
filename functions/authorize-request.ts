/** Called by the HTTP API before each route: resolves a bearer token to a principal. */
export const variables = ['DIRECTORY_TABLE'] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
