/** Beginning with a template: chosen above the form, which it fills; templates that are not needed go here too. */
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { call } from '../../../api/call.ts';
import type { Licence } from '../../../api/people.ts';
import { useNotify } from '../../../shell/notifications.tsx';
import { useMayGive } from '../../../shell/session-context.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import type { NewUser } from '../new-user.ts';
import { fromTemplate, templatesQuery, type UserTemplate } from './templates.ts';

type Props = { form: UseFormReturn<NewUser>; domains: readonly string[]; licences: readonly Licence[] };

/** Nothing where there is no template. */
export const TemplateChoice = ({ form, domains, licences }: Props) => {
  const { addUser } = useTexts();
  const mayGive = useMayGive();
  const { data: templates = [] } = useQuery(templatesQuery);
  const [chosen, setChosen] = useState<UserTemplate>();
  const [isManaging, setManaging] = useState(false);
  if (templates.length === 0) return null;
  const fill = (template: UserTemplate | undefined) => {
    setChosen(template);
    if (!template) return;
    const values = fromTemplate(template, { domains, licences });
    // A template gives no right: roles that whoever uses it may not give are left out.
    const roles = (values.roles ?? []).filter((role) => mayGive(role as never));
    for (const [name, value] of Object.entries({ ...values, roles }))
      form.setValue(name as keyof NewUser, value as never);
  };
  return (
    <FormField
      label={addUser.template}
      description={addUser.templateHint}
      secondaryControl={
        <Button formAction="none" onClick={() => setManaging(true)}>
          {addUser.manageTemplates}
        </Button>
      }
    >
      <Select
        placeholder={addUser.noTemplate}
        options={templates.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        selectedOption={chosen ? { value: chosen.id, label: chosen.displayName } : null}
        onChange={({ detail }) => fill(templates.find(({ id }) => id === detail.selectedOption.value))}
      />
      {isManaging && <TemplatesDialog templates={templates} onClose={() => setManaging(false)} />}
    </FormField>
  );
};

const TemplatesDialog = ({ templates, onClose }: { templates: readonly UserTemplate[]; onClose: () => void }) => {
  const { addUser } = useTexts();
  const { notifyProblem } = useNotify();
  const queries = useQueryClient();
  const remove = async ({ id, '@odata.etag': ifMatch }: UserTemplate) => {
    await call('DELETE', `userTemplates/${id}`, { ifMatch }).catch(notifyProblem);
    await queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
  };
  return (
    <Modal
      visible
      header={addUser.templates}
      onDismiss={onClose}
      closeAriaLabel={addUser.close}
      footer={<Button onClick={onClose}>{addUser.close}</Button>}
    >
      <SpaceBetween size="s">
        {addUser.templatesHint}
        <ul className="plain-list">
          {templates.map((template) => (
            <li key={template.id} className="line-with-button">
              {template.displayName}
              <Button
                formAction="none"
                ariaLabel={addUser.removeTemplate(template.displayName)}
                onClick={() => void remove(template)}
              >
                {addUser.remove}
              </Button>
            </li>
          ))}
        </ul>
      </SpaceBetween>
    </Modal>
  );
};
