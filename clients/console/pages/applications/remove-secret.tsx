/** Takes a secret away. */
import { useQueryClient } from '@tanstack/react-query';
import { type Application, applicationsKey, type Secret } from '../../api/applications.ts';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useTexts } from '../../texts/texts-context.tsx';

type Props = { application: Application; secret: Secret; onClose: () => void };

export const RemoveSecret = ({ application, secret, onClose }: Props) => {
  const { applications: texts } = useTexts();
  const { notify } = useNotify();
  const queries = useQueryClient();
  const remove = async () => {
    try {
      await call('POST', `applications/${application.id}/removePassword`, { body: { keyId: secret.keyId } });
    } catch (thrown) {
      // It is not there any more, as after an answer that was lost.
      if (!asProblem(thrown).reasons.some(({ target }) => target === 'keyId')) throw thrown;
    } finally {
      await queries.invalidateQueries({ queryKey: applicationsKey });
    }
    notify({ type: 'success', content: texts.secretRemoved });
  };
  return (
    <ConfirmDialog
      title={texts.removeSecretTitle(secret.hint)}
      verb={texts.removeSecret}
      onConfirm={remove}
      onClose={onClose}
    >
      {texts.removeSecretWhat}
    </ConfirmDialog>
  );
};
