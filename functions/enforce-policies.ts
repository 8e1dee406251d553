/** Called every 15 minutes, and for each shard of the due index. */
export const variables = [
  'DIRECTORY_TABLE',
  'IMPORTS_TABLE',
  'FILE_QUEUE_URL',
  'CREDENTIAL_QUEUE_URL',
  'NOTICE_QUEUE_URL',
  'SWEEP_QUEUE_URL',
  'SETTINGS',
] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
