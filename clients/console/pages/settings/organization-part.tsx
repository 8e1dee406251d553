/** What is set of the organisation, to read and to change. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import { useState } from 'react';
import type { Organization } from '../../api/settings.ts';
import { takeTyped } from '../../shell/keep-typed.ts';
import { LoadingBlock } from '../../shell/loading-block.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { languageNames } from '../../texts/languages.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import type { OrganizationValues } from './organization-fields.ts';
import { OrganizationForm, typedUnder } from './organization-form.tsx';
import { useOrganization } from './use-settings.ts';

export const OrganizationPart = () => {
  const { settings } = useTexts();
  const may = useMay();
  const { data, error, refetch } = useOrganization();
  const [typed] = useState(() => takeTyped<OrganizationValues>(typedUnder));
  const [isEditing, setIsEditing] = useState(typed !== undefined);
  const edit = may('changeSettings') && data && !isEditing && (
    <Button onClick={() => setIsEditing(true)}>{settings.edit}</Button>
  );
  return (
    <Container
      header={
        <Header variant="h2" actions={edit}>
          {settings.organization}
        </Header>
      }
    >
      {error && !data && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBlock height="180px" />}
      {data &&
        (isEditing ? (
          <OrganizationForm organization={data} typed={typed} onEnd={() => setIsEditing(false)} />
        ) : (
          <Read organization={data} />
        ))}
    </Container>
  );
};

const Read = ({ organization }: { organization: Organization }) => {
  const { settings } = useTexts();
  const { country } = useFormats();
  const { countryLetterCode, cloud, technicalNotificationMails: mails, quickStartUrl } = organization;
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: settings.displayName, value: organization.displayName },
        {
          label: settings.technicalMails,
          value: mails.length === 0 ? settings.empty : mails.map((mail) => <div key={mail}>{mail}</div>),
        },
        { label: settings.language, value: languageNames[organization.preferredLanguage] },
        { label: settings.country, value: countryLetterCode ? country(countryLetterCode) : settings.empty },
        {
          label: settings.quickStart,
          value: (
            <Link href={quickStartUrl} external>
              {quickStartUrl}
            </Link>
          ),
        },
        ...(cloud ? [{ label: settings.cloud, value: settings.clouds[cloud] }] : []),
      ]}
    />
  );
};
