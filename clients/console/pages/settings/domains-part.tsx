/** The domains, with how long passwords live there. */
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { never } from '../../../../shared/domain/settings/shown-settings.ts';
import type { Domain } from '../../api/settings.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useSmallWindow } from '../../shell/small-window.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { DomainDialog } from './domain-dialog.tsx';
import { useDomains } from './use-settings.ts';

export const DomainsPart = () => {
  const { settings: texts } = useTexts();
  const { number } = useFormats();
  const may = useMay();
  const isSmall = useSmallWindow();
  const { data, error, isPending, refetch } = useDomains();
  const [changing, setChanging] = useState<Domain>();
  const isNever = ({ passwordValidityPeriodInDays: days }: Domain) => days === never;
  const passwordsOf = (domain: Domain) =>
    isNever(domain) ? texts.never : texts.afterDays(number(domain.passwordValidityPeriodInDays));
  const warningOf = (domain: Domain) =>
    isNever(domain) || !domain.passwordNotificationWindowInDays
      ? texts.noWarning
      : texts.daysBefore(number(domain.passwordNotificationWindowInDays));
  return (
    <>
      <Table<Domain>
        trackBy="id"
        wrapLines
        loading={isPending}
        loadingText={texts.loading}
        items={data ?? []}
        ariaLabels={{ tableLabel: texts.domains }}
        header={
          <Header variant="h2" description={texts.domainsWhat}>
            {texts.domains}
          </Header>
        }
        filter={error && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
        columnDefinitions={[
          {
            id: 'domain',
            header: texts.domain,
            isRowHeader: true,
            cell: (domain) => (
              <>
                <SpaceBetween direction="horizontal" size="xs">
                  <span>{domain.id}</span>
                  {domain.isDefault && <Badge>{texts.isDefault}</Badge>}
                </SpaceBetween>
                {isSmall && (
                  <Box color="text-body-secondary">
                    {texts.passwords}: {passwordsOf(domain)}
                  </Box>
                )}
              </>
            ),
          },
          ...(isSmall
            ? []
            : [
                { id: 'passwords', header: texts.passwords, cell: passwordsOf },
                { id: 'warning', header: texts.warning, cell: warningOf },
              ]),
          ...(may('changeSettings')
            ? [
                {
                  id: 'actions',
                  header: texts.edit,
                  minWidth: 140,
                  cell: (domain: Domain) => (
                    <Button
                      variant="inline-link"
                      ariaLabel={texts.changeOf(domain.id)}
                      onClick={() => setChanging(domain)}
                    >
                      {texts.edit}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {changing && <DomainDialog domain={changing} onClose={() => setChanging(undefined)} />}
    </>
  );
};
