/** Administrator roles of the new person: those that whoever adds them may give. */
import FormField from '@cloudscape-design/components/form-field';
import { type UseFormReturn, useController } from 'react-hook-form';
import { roleNames } from '../../../../../shared/domain/access/roles.ts';
import { RoleBoxes } from '../../../form/role-boxes.tsx';
import { useMayGive } from '../../../shell/session-context.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import type { NewUser } from '../new-user.ts';

export const RoleFields = ({ form }: { form: UseFormReturn<NewUser> }) => {
  const { addUser } = useTexts();
  const { field, fieldState } = useController({ control: form.control, name: 'roles' });
  const given = roleNames.filter(useMayGive());
  return (
    <FormField
      label={addUser.roles}
      description={given.length > 0 ? addUser.rolesHint : addUser.noRoles}
      errorText={fieldState.error?.message}
    >
      <RoleBoxes offered={given} chosen={field.value} onChange={field.onChange} />
    </FormField>
  );
};
