/** POST /v1.0/users */
export const variables = ['DIRECTORY_TABLE', 'CREDENTIAL_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
