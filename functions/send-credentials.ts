/** Called for people whose user name and password are owed. */
export const variables = ['DIRECTORY_TABLE', 'SMTP_PASSWORD_SECRET', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
