/** Takes the role from a member. */
import { useQueryClient } from '@tanstack/react-query';
import type { RoleName } from '../../../../shared/domain/access/roles.ts';
import { takeRole } from '../../api/roles.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useSession } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { type Member, useReadMembersAnew } from './use-members.ts';

type Props = { role: RoleName; member: Member; onClose: () => void };

export const RemoveMember = ({ role, member, onClose }: Props) => {
  const { roles } = useTexts();
  const { notify } = useNotify();
  const { id } = useSession();
  const queries = useQueryClient();
  const readAnew = useReadMembersAnew();
  const isOwn = member.id === id;
  const remove = async () => {
    await takeRole(member.id, role);
    notify({ type: 'success', content: roles.taken(member.displayName, role) });
    await readAnew();
    // What one may do here is less from now on.
    if (isOwn) await queries.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <ConfirmDialog
      title={roles.removeTitle(member.displayName, role)}
      verb={roles.remove}
      onConfirm={remove}
      onClose={onClose}
    >
      {roles.removeWhat} {isOwn && roles.removeOwn}
    </ConfirmDialog>
  );
};
