/** One thing done to the people who were chosen in the list. */
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Licence, licenceName } from '../../api/people.ts';
import { ManyDialog } from '../../shell/many-dialog.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { type TaskId, tasks } from './bulk-tasks.ts';
import type { Listed } from './people-search.ts';

type Props = { task: TaskId; selected: readonly Listed[]; licences: readonly Licence[]; onClose: () => void };

export const BulkDialog = ({ task, selected, licences, onClose }: Props) => {
  const { people } = useTexts();
  const queries = useQueryClient();
  const { takesLicence, isGrave = false, part } = tasks[task];
  const [skuId, setSkuId] = useState('');
  const what = {
    ...{ block: people.blockWhat, unblock: people.unblockWhat, license: people.licenseWhat },
    ...{ unlicense: people.unlicenseWhat, resetPasswords: people.resetWhat, delete: people.deleteWhat },
  }[task];
  const options = licences.map((licence) => ({ value: licence.skuId, label: licenceName(licence) }));
  return (
    <ManyDialog
      verb={people[task]}
      what={what}
      selected={selected}
      part={(person) => part(person, skuId)}
      isGrave={isGrave}
      isReady={!takesLicence || skuId !== ''}
      onDone={async () => {
        await queries.invalidateQueries({ queryKey: ['users'] });
        await queries.invalidateQueries({ queryKey: ['subscribedSkus'] });
      }}
      onClose={onClose}
    >
      {takesLicence && (
        <FormField label={people.chooseLicence}>
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === skuId) ?? null}
            onChange={({ detail }) => setSkuId(detail.selectedOption.value ?? '')}
          />
        </FormField>
      )}
    </ManyDialog>
  );
};
