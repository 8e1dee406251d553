/** Called for files in the import bucket and for the later steps of an import. */
export const variables = [
  'DIRECTORY_TABLE',
  'IMPORTS_TABLE',
  'IMPORT_BUCKET',
  'REPORT_BUCKET',
  'FILE_QUEUE_URL',
  'ROW_QUEUE_URL',
  'NOTICE_QUEUE_URL',
  'SWEEP_QUEUE_URL',
  'SEALING_KEY_ARN',
  'SETTINGS',
] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
