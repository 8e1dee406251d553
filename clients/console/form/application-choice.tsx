/** One of the applications, for whoever may see them. */
import Select from '@cloudscape-design/components/select';
import { useInfiniteQuery } from '@tanstack/react-query';
import { applicationsQuery } from '../api/applications.ts';
import { useTexts } from '../texts/texts-context.tsx';

type Props = { label: string; chosen: string; onChoose: (id: string) => void };

export const ApplicationChoice = ({ label, chosen, onChoose }: Props) => {
  const { audit, applications } = useTexts();
  const { data, isFetching } = useInfiniteQuery(applicationsQuery);
  const known = data?.pages.flatMap(({ value }) => value) ?? [];
  const options = [{ value: '', label: audit.anyApplication }].concat(
    known.map(({ appId, displayName }) => ({ value: appId, label: displayName })),
  );
  return (
    <Select
      ariaLabel={label}
      options={options}
      statusType={isFetching ? 'loading' : 'finished'}
      loadingText={applications.loading}
      placeholder={label}
      selectedOption={options.find(({ value }) => value !== '' && value === chosen) ?? null}
      onChange={({ detail }) => onChoose(detail.selectedOption.value ?? '')}
    />
  );
};
