/** A check is carried out: what will happen, and when user names and passwords go out. */
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { CredentialPolicy } from '../../../../../shared/domain/imports/import-options.ts';
import type { Import } from '../../../api/imports.ts';
import { ConfirmDialog } from '../../../shell/confirm-dialog.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import { useImportAction } from './use-import-action.ts';

export const ApplyDialog = ({ one, onClose }: { one: Import; onClose: () => void }) => {
  const { imports } = useTexts();
  const ask = useImportAction(one);
  const [credentials, setCredentials] = useState<CredentialPolicy>(one.options.credentials);
  const { created, updated, refused, mails } = one;
  // A check counts the mails of its own choice: of another one the people who are created say how many there are.
  const toMail = one.options.credentials === 'mail' ? (mails ?? created) : created;
  return (
    <ConfirmDialog
      title={imports.applyTitle(one.fileName)}
      verb={imports.apply}
      onConfirm={() => ask('apply', { body: { credentials }, done: imports.applied })}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <ul>
          {created > 0 && <li>{imports.willCreate(created)}</li>}
          {updated > 0 && <li>{imports.willUpdate(updated)}</li>}
          {refused > 0 && <li>{imports.willRefuse(refused)}</li>}
          <li>{imports.undoAfter}</li>
        </ul>
        {created > 0 && (
          <FormField label={imports.credentials}>
            <RadioGroup
              value={credentials}
              onChange={({ detail }) => setCredentials(detail.value as CredentialPolicy)}
              items={[
                { value: 'mail', label: imports.credentialsNow, description: imports.credentialsNowHint(toMail) },
                { value: 'later', label: imports.credentialsLater, description: imports.credentialsLaterHint },
                { value: 'none', label: imports.credentialsNone, description: imports.credentialsNoneHint },
              ]}
            />
          </FormField>
        )}
      </SpaceBetween>
    </ConfirmDialog>
  );
};
