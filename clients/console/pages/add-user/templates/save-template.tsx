/** Keeps what was filled in as a template for the next one. */
import Box from '@cloudscape-design/components/box';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { call } from '../../../api/call.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useNotify } from '../../../shell/notifications.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import type { NewUser } from '../new-user.ts';
import { templateOf, templatesQuery } from './templates.ts';

export const SaveTemplate = ({ user, onClose }: { user: NewUser; onClose: () => void }) => {
  const { addUser } = useTexts();
  const { notify } = useNotify();
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { displayName: '' } });
  const save = async ({ displayName }: { displayName: string }) => {
    await call('POST', 'userTemplates', { body: templateOf(user, displayName.trim()) });
    await queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
    notify({ type: 'success', content: addUser.templateSaved(displayName.trim()) });
  };
  return (
    <FormDialog
      form={form}
      title={addUser.saveTemplate}
      verb={addUser.save}
      fields={['displayName']}
      check={({ displayName }) => (displayName.trim() === '' ? { displayName: addUser.nameMissing } : {})}
      onSend={save}
      onClose={onClose}
    >
      <Box>{addUser.saveTemplateHint}</Box>
      <TextField form={form} name="displayName" label={addUser.templateName} autoComplete={false} />
    </FormDialog>
  );
};
