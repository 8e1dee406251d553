/** How a program gets a token: the address, and an example to begin with. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { scopeOf } from '../../../../shared/domain/access/application.ts';
import type { Application } from '../../api/applications.ts';
import { useTexts } from '../../texts/texts-context.tsx';

export const HowItIsUsed = ({ application }: { application: Application }) => {
  const { applications: texts } = useTexts();
  const endpoint = `${window.location.origin}/oauth2/v2.0/token`;
  const example = [
    `curl ${endpoint}`,
    '-d grant_type=client_credentials',
    `-d client_id=${application.appId}`,
    `--data-urlencode 'client_secret=<${texts.secretHere}>'`,
  ].join(' \\\n  ');
  const copied = { copySuccessText: texts.copied, copyErrorText: texts.copyFailed };
  return (
    <Container header={<Header variant="h2">{texts.how}</Header>}>
      <SpaceBetween size="m">
        <div>{texts.howWhat}</div>
        <div>
          <Box variant="awsui-key-label">{texts.endpoint}</Box>
          <CopyToClipboard
            variant="inline"
            textToCopy={endpoint}
            copyButtonAriaLabel={texts.copyEndpoint}
            {...copied}
          />
        </div>
        <div>
          <div className="line-with-button">
            <Box variant="awsui-key-label">{texts.example}</Box>
            <CopyToClipboard variant="icon" textToCopy={example} copyButtonAriaLabel={texts.copyExample} {...copied} />
          </div>
          <pre className="example">{example}</pre>
        </div>
        {application.roles.length > 0 && (
          <div>
            {texts.scopeWhat} <Box variant="code">{application.roles.map(scopeOf).join(' ')}</Box>
          </div>
        )}
        <Link href="/reference" external>
          {texts.reference}
        </Link>
      </SpaceBetween>
    </Container>
  );
};
