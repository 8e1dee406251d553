/** Administrator roles of the new person: those that whoever adds them may give. */
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type UseFormReturn, useController } from 'react-hook-form';
import { roleNames } from '../../../../shared/domain/access/roles.ts';
import { useTexts } from '../../texts/texts-context.tsx';
import type { NewUser } from './new-user.ts';
import { useGivenRoles } from './use-given-roles.ts';

export const RoleFields = ({ form }: { form: UseFormReturn<NewUser> }) => {
  const { addUser, roles } = useTexts();
  const mayGive = useGivenRoles();
  const { field, fieldState } = useController({ control: form.control, name: 'roles' });
  const toggle = (role: string, isOn: boolean) =>
    field.onChange(isOn ? [...field.value, role] : field.value.filter((one) => one !== role));
  const given = roleNames.filter(mayGive);
  return (
    <FormField
      label={addUser.roles}
      description={given.length > 0 ? addUser.rolesHint : addUser.noRoles}
      errorText={fieldState.error?.message}
    >
      <SpaceBetween size="xxs">
        {given.map((role) => (
          <Checkbox
            key={role}
            checked={field.value.includes(role)}
            description={roles.what[role]}
            onChange={({ detail }) => toggle(role, detail.checked)}
          >
            {role}
          </Checkbox>
        ))}
      </SpaceBetween>
    </FormField>
  );
};
