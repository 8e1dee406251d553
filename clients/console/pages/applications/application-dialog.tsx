/** An application is added, or its name and roles are changed. */
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useController, useForm } from 'react-hook-form';
import { longestApplicationName } from '../../../../shared/domain/access/application.ts';
import type { RoleName } from '../../../../shared/domain/access/roles.ts';
import { type Application, applicationsKey } from '../../api/applications.ts';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { RoleBoxes } from '../../form/role-boxes.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useGo } from '../../shell/addresses.ts';
import { takeTyped, useKeepTyped } from '../../shell/keep-typed.ts';
import { useNotify } from '../../shell/notifications.tsx';
import { useMayGive } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';

type Values = { displayName: string; roles: RoleName[] };

type Props = { application?: Application; onClose: () => void };

export const ApplicationDialog = ({ application, onClose }: Props) => {
  const { applications: texts } = useTexts();
  const { number } = useFormats();
  const { notify } = useNotify();
  const queries = useQueryClient();
  const go = useGo();
  const [isLost, setIsLost] = useState(false);
  const typedUnder = `application-${application?.id ?? 'new'}`;
  const form = useForm<Values>({
    defaultValues: takeTyped<Values>(typedUnder) ?? {
      displayName: application?.displayName ?? '',
      roles: [...(application?.roles ?? [])],
    },
  });
  useKeepTyped(typedUnder, form.getValues);

  const send = async ({ displayName, roles }: Values) => {
    const body = { displayName: displayName.trim(), roles };
    setIsLost(false);
    try {
      if (application) {
        await call('PATCH', `applications/${application.id}`, { body });
        notify({ type: 'success', content: texts.saved(body.displayName) });
      } else {
        const { body: added } = await call<Application>('POST', 'applications', { body });
        notify({ type: 'success', content: texts.added(body.displayName) });
        go(`/applications/${added.id}`);
      }
    } catch (thrown) {
      setIsLost(!application && asProblem(thrown).mayBeDone);
      throw thrown;
    } finally {
      await queries.invalidateQueries({ queryKey: applicationsKey });
    }
  };
  return (
    <FormDialog
      form={form}
      title={application ? texts.changeTitle(application.displayName) : texts.addTitle}
      verb={application ? texts.save : texts.add}
      fields={['displayName', 'roles']}
      check={({ displayName }) => {
        if (displayName.trim() === '') return { displayName: texts.nameMissing };
        const isTooLong = [...displayName.trim()].length > longestApplicationName;
        return isTooLong ? { displayName: texts.nameTooLong(number(longestApplicationName)) } : {};
      }}
      onSend={send}
      onClose={onClose}
    >
      <SpaceBetween size="l">
        {isLost && <Alert type="warning">{texts.maybeAdded}</Alert>}
        <TextField form={form} name="displayName" label={texts.name} constraint={texts.nameHint} autoComplete={false} />
        <RolesField form={form} />
      </SpaceBetween>
    </FormDialog>
  );
};

const RolesField = ({ form }: { form: ReturnType<typeof useForm<Values>> }) => {
  const { applications: texts } = useTexts();
  const mayGive = useMayGive();
  const { field, fieldState } = useController({ control: form.control, name: 'roles' });
  return (
    <FormField label={texts.roles} description={texts.rolesHint} errorText={fieldState.error?.message}>
      <RoleBoxes chosen={field.value} isFixed={(role) => !mayGive(role)} onChange={field.onChange} />
    </FormField>
  );
};
