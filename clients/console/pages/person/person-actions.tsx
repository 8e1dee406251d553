/** What can be done with somebody's account, each with what it will do before it is done. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import type { Person } from '../../api/people.ts';
import { useGo } from '../../shell/addresses.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { useReadAnew } from './use-person.ts';

type ActionId = 'block' | 'unblock' | 'resetPassword' | 'signOut' | 'delete';

export const PersonActions = ({ person }: { person: Person }) => {
  const { person: texts } = useTexts();
  const { notify, notifyProblem } = useNotify();
  const may = useMay();
  const go = useGo();
  const readAnew = useReadAnew();
  const [asked, setAsked] = useState<ActionId>();
  const { id, displayName: name, accountEnabled } = person;
  const actions: { id: ActionId; text: string; may: boolean }[] = [
    { id: 'resetPassword', text: texts.resetPassword, may: may('resetPasswords') },
    accountEnabled
      ? { id: 'block', text: texts.block, may: may('changePeople') }
      : { id: 'unblock', text: texts.unblock, may: may('changePeople') },
    { id: 'signOut', text: texts.signOut, may: may('revokeSessions') },
    { id: 'delete', text: texts.delete, may: may('deletePeople') },
  ];
  const items = actions.filter((action) => action.may).map(({ id: itemId, text }) => ({ id: itemId, text }));

  const enable = async (enabled: boolean) => {
    await call('PATCH', `users/${id}`, { body: { accountEnabled: enabled } });
    notify({ type: 'success', content: enabled ? texts.unblocked(name) : texts.blocked(name) });
    await readAnew();
  };
  const signOut = async () => {
    await call('POST', `users/${id}/revokeSignInSessions`);
    notify({ type: 'success', content: texts.signedOut(name) });
  };
  const remove = async () => {
    await call('DELETE', `users/${id}`);
    notify({ type: 'success', content: texts.deleted(name) });
    go('/users');
    await readAnew();
  };
  const close = () => setAsked(undefined);
  if (items.length === 0) return null;
  return (
    <>
      <ButtonDropdown
        items={items}
        onItemClick={({ detail }) =>
          detail.id === 'unblock' ? void enable(true).catch(notifyProblem) : setAsked(detail.id as ActionId)
        }
      >
        {texts.actions}
      </ButtonDropdown>
      {asked === 'block' && (
        <ConfirmDialog
          title={texts.blockTitle(name)}
          verb={texts.block}
          onConfirm={() => enable(false)}
          onClose={close}
        >
          {texts.blockWhat}
        </ConfirmDialog>
      )}
      {asked === 'signOut' && (
        <ConfirmDialog title={texts.signOutTitle(name)} verb={texts.signOut} onConfirm={signOut} onClose={close}>
          {texts.signOutWhat}
        </ConfirmDialog>
      )}
      {asked === 'delete' && (
        <ConfirmDialog
          title={texts.deleteTitle(name)}
          verb={texts.delete}
          typed={{ label: texts.typeName(person.userPrincipalName), text: person.userPrincipalName }}
          onConfirm={remove}
          onClose={close}
        >
          {texts.deleteWhat}
        </ConfirmDialog>
      )}
      {asked === 'resetPassword' && <ResetDialog person={person} onClose={close} />}
    </>
  );
};
