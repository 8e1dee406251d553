/** Who holds a role. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type RoleName, roleIds } from '../../../../shared/domain/access/roles.ts';
import { read } from '../../api/call.ts';
import { type Page, type Person, pathOfLink } from '../../api/people.ts';

/** What is shown of somebody who holds a role. */
export type Member = Pick<Person, 'id' | 'displayName' | 'userPrincipalName' | 'accountEnabled'>;

/** Under which the members of all roles are kept. */
export const membersKey = ['users', 'members'];

/** Those of one role, a hundred at a time. */
export const useMembers = (role: RoleName) =>
  useInfiniteQuery({
    queryKey: [...membersKey, role],
    queryFn: ({ pageParam }) => read<Page<Member>>(pageParam),
    initialPageParam: `directoryRoles/${roleIds[role]}/members?$top=100`,
    getNextPageParam: ({ '@odata.nextLink': link }) => link && pathOfLink(link),
  });

/** After a change: everybody is asked for anew, since roles are shown of people too. */
export const useReadMembersAnew = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['users'] });
};
