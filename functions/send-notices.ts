/** Called for people and administrators whom a warning, reminder or result is owed. */
export const variables = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'SMTP_PASSWORD_SECRET', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
