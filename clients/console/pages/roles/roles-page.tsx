/** The administrator roles: what each may do, and who holds it. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { type RoleName, roleIds, roleNames } from '../../../../shared/domain/access/roles.ts';
import { read } from '../../api/call.ts';
import type { Page } from '../../api/people.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { LoadingBlock } from '../../shell/loading-block.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { type Member, membersKey } from './use-members.ts';

export const RolesPage = () => {
  const { roles } = useTexts();
  const follow = useFollow();
  const isSmall = useSmallWindow();
  return (
    <Table<RoleName>
      variant="full-page"
      wrapLines
      items={roleNames}
      trackBy={(role) => role}
      ariaLabels={{ tableLabel: roles.title }}
      header={
        <Header variant="h1" description={roles.description}>
          {roles.title}
        </Header>
      }
      columnDefinitions={[
        {
          id: 'role',
          header: roles.role,
          isRowHeader: true,
          minWidth: 150,
          cell: (role) => (
            <>
              <Link href={address(`/roles/${roleIds[role]}`)} onFollow={follow}>
                {role}
              </Link>
              {isSmall && <Box color="text-body-secondary">{roles.what[role]}</Box>}
            </>
          ),
        },
        ...(isSmall
          ? []
          : [{ id: 'what', header: roles.roleWhat, minWidth: 220, cell: (role: RoleName) => roles.what[role] }]),
        { id: 'holders', header: roles.holders, minWidth: 110, cell: (role) => <Holders role={role} /> },
      ]}
    />
  );
};

/** So many are named in the list. */
const named = 3;

const Holders = ({ role }: { role: RoleName }) => {
  const { roles } = useTexts();
  const { list } = useFormats();
  const { data, isPending } = useQuery({
    queryKey: [...membersKey, role, 'first'],
    queryFn: () => read<Page<Member>>(`directoryRoles/${roleIds[role]}/members?$top=${named + 1}`),
  });
  if (isPending) return <LoadingBlock width="120px" />;
  if (!data) return '–';
  const names = data.value.slice(0, named).map(({ displayName }) => displayName);
  if (names.length === 0) return roles.nobody;
  return data.value.length > named || data['@odata.nextLink'] ? `${names.join(', ')} ${roles.andMore}` : list(names);
};
