/** The encoding of a file of text, with cells by which a person sees whether it is right. */
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { encodings } from '../../../../../shared/domain/imports/encodings.ts';
import type { Import } from '../../../api/imports.ts';
import { useFormats, useTexts } from '../../../texts/texts-context.tsx';

type Props = { one: Import; encoding: string; isLacking: boolean; onChange: (encoding: string) => void };

export const EncodingField = ({ one, encoding, isLacking, onChange }: Props) => {
  const { imports } = useTexts();
  const { list } = useFormats();
  const fact = one.error?.fact ?? '';
  // Those that a refusal names come first.
  const likely = encodings.filter((name) => fact.includes(name)).toSorted((a, b) => fact.indexOf(a) - fact.indexOf(b));
  const options = [
    ...(one.encoding === null ? [] : [{ value: '', label: `${imports.encodingAuto}: ${one.encoding}` }]),
    ...[...likely, ...encodings.filter((name) => !likely.includes(name))].map((name) => ({ value: name, label: name })),
  ];
  const cells = one.encodedCells.length > 0 && `${imports.encodingHint} ${list(one.encodedCells)}`;
  return (
    <FormField
      label={imports.encoding}
      description={cells || undefined}
      errorText={isLacking && imports.chooseEncoding}
    >
      <Select
        expandToViewport
        placeholder={imports.encoding}
        filteringType="auto"
        filteringAriaLabel={imports.encoding}
        options={options}
        selectedOption={options.find(({ value }) => value === encoding) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
};
