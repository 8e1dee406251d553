/** Settings of the organisation and of its domains. */
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTexts } from '../../texts/texts-context.tsx';
import { DomainsPart } from './domains-part.tsx';
import { OrganizationPart } from './organization-part.tsx';

export const SettingsPage = () => {
  const { settings } = useTexts();
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={settings.description}>
          {settings.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <OrganizationPart />
        <DomainsPart />
      </SpaceBetween>
    </ContentLayout>
  );
};
