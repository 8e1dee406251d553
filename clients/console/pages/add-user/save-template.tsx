/** Keeps what was filled in as a template for the next one. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import { useNotify } from '../../shell/notifications.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import type { NewUser } from './new-user.ts';
import { templateOf, templatesQuery } from './templates.ts';

export const SaveTemplate = ({ user, onClose }: { user: NewUser; onClose: () => void }) => {
  const { addUser, people } = useTexts();
  const { notify } = useNotify();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const save = async () => {
    if (name.trim() === '') return setMissing(true);
    setSending(true);
    try {
      await call('POST', 'userTemplates', { body: templateOf(user, name.trim()) });
      await queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
      notify({ type: 'success', content: addUser.templateSaved(name.trim()) });
      onClose();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      visible
      header={addUser.saveTemplate}
      closeAriaLabel={people.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {people.cancel}
            </Button>
            <Button variant="primary" loading={isSending} onClick={() => void save()}>
              {addUser.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SpaceBetween size="m">
          {problem && <ProblemAlert thrown={problem} />}
          <Box>{addUser.saveTemplateHint}</Box>
          <FormField
            label={addUser.templateName}
            errorText={isMissing && name.trim() === '' ? addUser.nameMissing : ''}
          >
            <Input value={name} autoFocus autoComplete={false} onChange={({ detail }) => setName(detail.value)} />
          </FormField>
        </SpaceBetween>
      </form>
    </Modal>
  );
};
