/** One person, found by the beginning of a name, user name or employee id. */
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { everybody, firstCursor, pageAt } from '../pages/people/people-search.ts';
import { useTexts } from '../texts/texts-context.tsx';

/** Whom somebody chose. */
export type ChosenPerson = { id: string; displayName: string; userPrincipalName: string };

type Props = {
  /** What it is called where no label of a form field says so. */
  ariaLabel?: string;
  /** What it says while nobody is chosen. */
  placeholder: string;
  /** What chooses nobody again; absent where somebody has to be chosen. */
  nobody?: string;
  chosen: ChosenPerson | undefined;
  onChoose: (person: ChosenPerson | undefined) => void;
};

/** People offered at a time. */
const offered = 10;

export const PersonChoice = ({ ariaLabel, placeholder, nobody, chosen, onChoose }: Props) => {
  const { people, problems } = useTexts();
  const [asked, setAsked] = useState<string>();
  const wanted = { ...everybody, text: asked ?? '' };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['users', 'choice', asked],
    queryFn: async ({ signal }) =>
      (await pageAt(firstCursor(wanted, offered), wanted, { size: offered, signal })).people,
    enabled: asked !== undefined,
  });
  const found = data ?? [];
  const options = [...(nobody === undefined || asked ? [] : [{ value: '', label: nobody }]), ...found.map(optionOf)];
  return (
    <Select
      {...(ariaLabel !== undefined && { ariaLabel })}
      placeholder={placeholder}
      filteringType="manual"
      filteringPlaceholder={people.findPlaceholder}
      filteringAriaLabel={people.findPlaceholder}
      options={options}
      selectedOption={chosen ? optionOf(chosen) : null}
      statusType={error ? 'error' : isFetching ? 'loading' : 'finished'}
      loadingText={people.loading}
      errorText={problems.unavailable.title}
      recoveryText={problems.tryAgain}
      empty={people.notFoundTitle}
      onLoadItems={({ detail }) => {
        if (detail.samePage) void refetch();
        else setAsked(detail.filteringText.trim());
      }}
      onChange={({ detail }) => onChoose(found.find(({ id }) => id === detail.selectedOption.value))}
    />
  );
};

const optionOf = ({ id, displayName, userPrincipalName }: ChosenPerson): SelectProps.Option => ({
  value: id,
  label: displayName,
  description: userPrincipalName,
});
