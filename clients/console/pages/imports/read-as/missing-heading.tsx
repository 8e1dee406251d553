/** Which column has what no column was known for; or, of user names, how they are made. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Import } from '../../../api/imports.ts';
import { useTexts } from '../../../texts/texts-context.tsx';
import { usePropertyName } from '../import-words.ts';
import type { Reading } from './reading.ts';

type Props = { one: Import; reading: Reading; isLacking: boolean; onChange: (changed: Partial<Reading>) => void };

export const MissingHeading = ({ one: { error }, reading: { missing, pattern }, isLacking, onChange }: Props) => {
  const { imports } = useTexts();
  const nameOf = usePropertyName();
  const property = error?.target ?? '';
  return (
    <SpaceBetween size="m">
      <FormField
        label={imports.headingFor(nameOf(property))}
        description={imports.headingForHint}
        errorText={isLacking && imports.nameHeading}
      >
        <Input value={missing} onChange={({ detail }) => onChange({ missing: detail.value })} />
      </FormField>
      {property === 'userPrincipalName' && (
        <FormField label={imports.pattern} description={imports.patternHint}>
          <Input value={pattern} onChange={({ detail }) => onChange({ pattern: detail.value })} />
        </FormField>
      )}
    </SpaceBetween>
  );
};
