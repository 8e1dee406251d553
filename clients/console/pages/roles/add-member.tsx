/** Gives somebody the role. */
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { RoleName } from '../../../../shared/domain/access/roles.ts';
import { giveRole } from '../../api/roles.ts';
import { type ChosenPerson, PersonChoice } from '../../form/person-choice.tsx';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useSession } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { useReadMembersAnew } from './use-members.ts';

export const AddMember = ({ role, onClose }: { role: RoleName; onClose: () => void }) => {
  const { roles, people } = useTexts();
  const { notify } = useNotify();
  const session = useSession();
  const readAnew = useReadMembersAnew();
  const [person, setPerson] = useState<ChosenPerson>();
  const isOwn = person !== undefined && person.id === session.id;
  const add = async () => {
    if (!person) return;
    await giveRole(person.id, role);
    notify({ type: 'success', content: roles.given(person.displayName, role) });
    await readAnew();
  };
  return (
    <ConfirmDialog
      title={roles.addTitle(role)}
      verb={roles.add}
      isReady={person !== undefined && !isOwn}
      onConfirm={add}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <div>
          {roles.what[role]} {roles.addWhat}
        </div>
        <FormField label={roles.person} constraintText={people.findPlaceholder} errorText={isOwn && roles.own}>
          <PersonChoice placeholder={roles.choosePerson} chosen={person} onChoose={setPerson} />
        </FormField>
      </SpaceBetween>
    </ConfirmDialog>
  );
};
