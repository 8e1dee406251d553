/** Administrator roles to be ticked, in their usual order. */
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type RoleName, roleNames } from '../../../shared/domain/access/roles.ts';
import { useTexts } from '../texts/texts-context.tsx';

type Props<Role extends string> = {
  /** Those that are offered; all of them unless it is said. */
  offered?: readonly RoleName[];
  chosen: readonly Role[];
  /** Whether a role cannot be ticked or unticked here. */
  isFixed?: (role: RoleName) => boolean;
  /** Whether each says what it may do. */
  isDescribed?: boolean;
  size?: 'xxs' | 'l';
  onChange: (chosen: (Role | RoleName)[]) => void;
};

export const RoleBoxes = <Role extends string>(props: Props<Role>) => {
  const { offered = roleNames, chosen, isFixed = () => false, isDescribed = true, size = 'xxs', onChange } = props;
  const { roles } = useTexts();
  return (
    <SpaceBetween size={size}>
      {offered.map((role) => (
        <Checkbox
          key={role}
          checked={(chosen as readonly string[]).includes(role)}
          disabled={isFixed(role)}
          description={isDescribed ? roles.what[role] : undefined}
          onChange={({ detail }) =>
            onChange(detail.checked ? [...chosen, role] : chosen.filter((one) => (one as string) !== role))
          }
        >
          {role}
        </Checkbox>
      ))}
    </SpaceBetween>
  );
};
