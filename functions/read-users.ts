/** GET /v1.0/users and GET /v1.0/users/{id} */
export const variables = ['DIRECTORY_TABLE'] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
