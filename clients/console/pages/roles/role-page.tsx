/** One role: what it may do, and its members. */
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RoleName } from '../../../../shared/domain/access/roles.ts';
import { roleOfId } from '../../api/roles.ts';
import { usePathValue } from '../../shell/addresses.ts';
import { NoPage } from '../../shell/dead-ends.tsx';
import { usePageTitle } from '../../shell/page-title.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { MembersPart } from './members-part.tsx';
import { PermissionsPart } from './permissions-part.tsx';

export const RolePage = () => {
  const role = roleOfId(usePathValue('id'));
  return role ? <Known role={role} /> : <NoPage />;
};

const Known = ({ role }: { role: RoleName }) => {
  const { roles } = useTexts();
  usePageTitle(role);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={roles.what[role]}>
          {role}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <MembersPart role={role} />
        <PermissionsPart role={role} />
      </SpaceBetween>
    </ContentLayout>
  );
};
