/** What is known of an application. */
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Application } from '../../api/applications.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';

export const OverviewPart = ({ application }: { application: Application }) => {
  const { applications: texts } = useTexts();
  const { list, moment } = useFormats();
  return (
    <Container header={<Header variant="h2">{texts.overview}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          {
            label: texts.clientId,
            value: (
              <CopyToClipboard
                variant="inline"
                textToCopy={application.appId}
                copyButtonAriaLabel={texts.copyClientId}
                copySuccessText={texts.copied}
                copyErrorText={texts.copyFailed}
              />
            ),
          },
          { label: texts.roles, value: list(application.roles) || '–' },
          { label: texts.created, value: moment(application.createdDateTime) },
        ]}
      />
    </Container>
  );
};
