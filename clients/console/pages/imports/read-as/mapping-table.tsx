/** Each heading with what it is taken for, to be said otherwise. */
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import Table from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import { columns } from '../../../../../shared/domain/dialects/columns.ts';
import { useSmallWindow } from '../../../look/small-window.ts';
import { useFormats, useTexts } from '../../../texts/texts-context.tsx';
import { usePropertyName } from '../import-words.ts';
import { type Meaning, twiceIn } from './reading.ts';

/** With its place among them: a file may have a heading twice. */
type Item = Meaning & { place: number };

type Props = { meanings: readonly Meaning[]; isReadOnly: boolean; onChange: (meanings: readonly Meaning[]) => void };

export const MappingTable = ({ meanings, isReadOnly, onChange }: Props) => {
  const { imports } = useTexts();
  const { compare, number } = useFormats();
  const nameOf = usePropertyName();
  const isSmall = useSmallWindow();
  const twice = twiceIn(meanings);
  const options = useMemo(() => {
    const all = columns.map((value) => ({ value: value as string, label: nameOf(value) }));
    const [ignored, others] = [
      all.filter(({ value }) => value === 'ignored'),
      all.filter(({ value }) => value !== 'ignored'),
    ];
    return [...ignored, ...others.toSorted((one, other) => compare(one.label, other.label))];
  }, [nameOf, compare]);
  const items = meanings.map((meaning, place) => ({ ...meaning, place }));
  const chosen = ({ heading, property, place }: Item) =>
    isReadOnly || heading === '' ? (
      nameOf(property)
    ) : (
      <FormField stretch errorText={twice.has(place) ? imports.twice(twice.get(place) ?? '') : undefined}>
        <Select
          ariaLabel={imports.meaningOf(heading)}
          expandToViewport
          filteringType="auto"
          filteringAriaLabel={imports.meaning}
          options={options}
          selectedOption={options.find(({ value }) => value === property) ?? null}
          onChange={({ detail }) =>
            onChange(meanings.with(place, { heading, property: detail.selectedOption.value ?? property }))
          }
        />
      </FormField>
    );
  return (
    <Table<Item>
      variant="embedded"
      wrapLines
      trackBy={({ place }) => String(place)}
      items={items}
      ariaLabels={{ tableLabel: imports.readTitle }}
      columnDefinitions={[
        {
          id: 'heading',
          header: isSmall ? `${imports.heading}, ${imports.meaning}` : imports.heading,
          isRowHeader: true,
          cell: (item) => (
            <>
              {item.heading || imports.noHeading(number(item.place + 1))}
              {isSmall && chosen(item)}
            </>
          ),
        },
        ...(isSmall ? [] : [{ id: 'meaning', header: imports.meaning, minWidth: 150, cell: chosen }]),
      ]}
    />
  );
};
