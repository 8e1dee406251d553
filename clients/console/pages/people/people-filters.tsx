/** What is looked for in the list of people. */
import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import { type Licence, licenceName } from '../../api/people.ts';
import { TypedFilter } from '../../form/typed-filter.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { everybody, stateIds, type Wanted } from './people-search.ts';

type Props = { wanted: Wanted; licences: readonly Licence[]; onChange: (wanted: Wanted) => void };

export const PeopleFilters = ({ wanted, licences, onChange }: Props) => {
  const { people } = useTexts();
  const isFiltered = JSON.stringify(wanted) !== JSON.stringify(everybody);
  const ofLicences = [{ value: '', label: people.anyLicence }].concat(
    licences.map((licence) => ({ value: licence.skuId, label: licenceName(licence) })),
  );
  const ofSignIn = [
    { value: '', label: people.anySignIn },
    { value: 'allowed', label: people.allowed },
    { value: 'blocked', label: people.blocked },
  ];
  const ofState = [
    { value: '', label: people.anyState },
    ...stateIds.map((value) => ({ value: value as string, label: people.states[value] })),
  ];
  return (
    <div className="filters">
      <TypedFilter
        label={people.findPlaceholder}
        value={wanted.text}
        type="search"
        onChange={(text) => onChange({ ...wanted, text })}
      />
      <TypedFilter
        label={people.findDepartment}
        value={wanted.department}
        type="text"
        onChange={(department) => onChange({ ...wanted, department })}
      />
      <Select
        ariaLabel={people.licences}
        options={ofLicences}
        selectedOption={ofLicences.find(({ value }) => value === wanted.skuId) ?? null}
        onChange={({ detail }) => onChange({ ...wanted, skuId: detail.selectedOption.value ?? '' })}
      />
      <Select
        ariaLabel={people.signIn}
        options={ofSignIn}
        selectedOption={ofSignIn.find(({ value }) => value === wanted.blocked) ?? null}
        onChange={({ detail }) => onChange({ ...wanted, blocked: detail.selectedOption.value as Wanted['blocked'] })}
      />
      <Select
        ariaLabel={people.state}
        options={ofState}
        selectedOption={ofState.find(({ value }) => value === wanted.state) ?? null}
        onChange={({ detail }) => onChange({ ...wanted, state: detail.selectedOption.value as Wanted['state'] })}
      />
      {isFiltered && (
        <Button variant="inline-link" onClick={() => onChange(everybody)}>
          {people.clear}
        </Button>
      )}
    </div>
  );
};
