/** What is looked for among the deleted. */
import Select from '@cloudscape-design/components/select';
import { TypedFilter } from '../../form/typed-filter.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import type { WantedDeleted } from './deleted-search.ts';

type Props = { wanted: WantedDeleted; onChange: (wanted: WantedDeleted) => void };

export const DeletedFilters = ({ wanted, onChange }: Props) => {
  const { deletedUsers: texts } = useTexts();
  const ofTime = [
    { value: '0', label: texts.anyTime },
    { value: '7', label: texts.soon(7) },
  ];
  return (
    <div className="filters">
      <TypedFilter
        label={texts.find}
        value={wanted.text}
        type="search"
        onChange={(text) => onChange({ ...wanted, text })}
      />
      <Select
        ariaLabel={texts.daysLeft}
        options={ofTime}
        selectedOption={ofTime.find(({ value }) => value === String(wanted.within)) ?? null}
        onChange={({ detail }) => onChange({ ...wanted, within: Number(detail.selectedOption.value) })}
      />
    </div>
  );
};
