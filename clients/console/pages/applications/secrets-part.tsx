/** The secrets of an application: which there are, a new one, and one less. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { maxSecrets } from '../../../../shared/domain/access/application.ts';
import { type Application, goodSecrets, type Secret } from '../../api/applications.ts';
import { removal } from '../../form/removal.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { ShownOnce } from '../../shell/shown-once.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { NewSecret } from './new-secret.tsx';
import { RemoveSecret } from './remove-secret.tsx';
import { isSoon } from './secrets-state.tsx';

export const SecretsPart = ({ application }: { application: Application }) => {
  const { applications: texts } = useTexts();
  const { day } = useFormats();
  const isSmall = useSmallWindow();
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<string>();
  const [leaving, setLeaving] = useState<Secret>();
  const secrets = application.passwordCredentials;
  const isFull = goodSecrets(secrets).length >= maxSecrets;
  return (
    <>
      <Table<Secret>
        trackBy="keyId"
        wrapLines
        items={secrets}
        ariaLabels={{ tableLabel: texts.secrets }}
        header={
          <Header
            variant="h2"
            description={texts.secretsWhat}
            actions={
              <Button disabled={isFull} disabledReason={texts.limit} onClick={() => setIsMaking(true)}>
                {texts.newSecret}
              </Button>
            }
          >
            {texts.secrets}
          </Header>
        }
        empty={
          <Box textAlign="center" padding="l">
            <Box variant="strong">{texts.noSecretsTitle}</Box>
            <Box color="text-body-secondary">{texts.noSecrets}</Box>
          </Box>
        }
        columnDefinitions={[
          {
            id: 'hint',
            header: texts.begins,
            isRowHeader: true,
            minWidth: 100,
            cell: (secret) => (
              <>
                <Box variant="code">{secret.hint}…</Box>
                {secret.displayName && <Box color="text-body-secondary">{secret.displayName}</Box>}
                <Box variant="small" display="block">
                  {texts.madeOn} {day(secret.startDateTime)}
                </Box>
                {isSmall && <Ends secret={secret} />}
              </>
            ),
          },
          ...(isSmall
            ? []
            : [{ id: 'expires', header: texts.expires, cell: (secret: Secret) => <Ends secret={secret} /> }]),
          {
            id: 'actions',
            header: texts.removeSecret,
            minWidth: isSmall ? 80 : 140,
            cell: (secret) => (
              <Button
                {...removal(isSmall)}
                ariaLabel={texts.removeSecretOf(secret.hint)}
                onClick={() => setLeaving(secret)}
              >
                {texts.removeSecret}
              </Button>
            ),
          },
        ]}
      />
      {isMaking && <NewSecret application={application} onMade={setMade} onClose={() => setIsMaking(false)} />}
      {made !== undefined && (
        <ShownOnce
          title={texts.secretTitle}
          secret={made}
          copyText={texts.copySecret}
          onClose={() => setMade(undefined)}
        >
          {texts.keepSecret}
        </ShownOnce>
      )}
      {leaving && <RemoveSecret application={application} secret={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
};

const Ends = ({ secret }: { secret: Secret }) => {
  const { applications: texts } = useTexts();
  const { day, inDays } = useFormats();
  const { endDateTime } = secret;
  return (
    <div className="whole-words">
      {goodSecrets([secret]).length === 0 ? (
        <StatusIndicator type="error">{texts.expired(day(endDateTime))}</StatusIndicator>
      ) : (
        <StatusIndicator type={isSoon(endDateTime) ? 'warning' : 'success'}>
          {day(endDateTime)} ({inDays(endDateTime)})
        </StatusIndicator>
      )}
    </div>
  );
};
