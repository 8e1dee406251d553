import { read } from './call.ts';
import type { Page, Person } from './people.ts';

/** Who has a user name now; undefined where nobody does. */
export const holderOf = async (userName: string): Promise<Pick<Person, 'id' | 'displayName'> | undefined> => {
  const filter = encodeURIComponent(`userPrincipalName eq '${userName.replaceAll("'", "''")}'`);
  return (await read<Page<Person>>(`users?$filter=${filter}&$select=id,displayName`)).value[0];
};
