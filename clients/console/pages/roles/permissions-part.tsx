/** What a role may do, each by its name. */
import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { mayGiveRole, permissionsOf, type RoleName } from '../../../../shared/domain/access/roles.ts';
import { useTexts } from '../../texts/texts-context.tsx';

export const PermissionsPart = ({ role }: { role: RoleName }) => {
  const { roles } = useTexts();
  const given = permissionsOf([role]);
  const holder = { kind: 'person', id: '', displayName: '', roles: [role] } as const;
  return (
    <Container header={<Header variant="h2">{roles.roleWhat}</Header>}>
      <SpaceBetween size="m">
        <ColumnLayout columns={2}>
          {given.map((permission) => (
            <StatusIndicator key={permission} type="success">
              {roles.permissions[permission]}
            </StatusIndicator>
          ))}
        </ColumnLayout>
        {given.includes('giveRoles') && (
          <Box color="text-body-secondary">
            {mayGiveRole(holder, 'Global Administrator') ? roles.givesAll : roles.givesMost}
          </Box>
        )}
      </SpaceBetween>
    </Container>
  );
};
