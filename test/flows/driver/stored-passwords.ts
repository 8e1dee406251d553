/** Whether the passwords that were mailed are those that the directory holds, by the hashes in its table. */
import { hash } from 'node:crypto';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Muster } from './muster.ts';

/** The hash of each person's password (PHC string), by user name; '' where there is none yet. */
export const storedHashes = async ({ clients, outputs }: Muster): Promise<Map<string, string>> => {
  const hashes = new Map<string, string>();
  const people = {
    TableName: outputs.DirectoryTableName,
    FilterExpression: 'begins_with(pk, :user) AND sk = :sk',
    ExpressionAttributeValues: { ':user': 'USER#', ':sk': 'USER' },
  };
  for await (const { Items = [] } of paginateScan({ client: clients.dynamodb }, people)) {
    for (const { userPrincipalName, password } of Items) hashes.set(userPrincipalName, password?.hash ?? '');
  }
  return hashes;
};

/** Whether a generated password is the one that was hashed. */
export const isHashOf = (password: string, phc: string): boolean => {
  const [, kind, , salt = '', key] = phc.split('$');
  if (kind !== 'sha256') throw new Error('This is no hash of a generated password.');
  const digest = hash('sha256', Buffer.concat([Buffer.from(salt, 'base64'), Buffer.from(password)]), 'base64');
  return digest.replace(/=+$/, '') === key;
};
