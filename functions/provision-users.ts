/** Called for chunks of rows. */
export const variables = [
  'DIRECTORY_TABLE',
  'IMPORTS_TABLE',
  'FILE_QUEUE_URL',
  'CREDENTIAL_QUEUE_URL',
  'SEALING_KEY_ARN',
  'SETTINGS',
] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
