/** GET /v1.0/imports, /v1.0/imports/{id} and /v1.0/imports/{id}/report */
export const variables = ['IMPORTS_TABLE'] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
