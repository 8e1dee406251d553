/** The domains, with how long passwords live there. */
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Domain } from '../../api/settings.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { DomainDialog } from './domain-dialog.tsx';
import { expiryOf, warningOf } from './domain-fields.ts';
import { useDomains } from './use-settings.ts';

export const DomainsPart = () => {
  const { settings: texts } = useTexts();
  const { number } = useFormats();
  const may = useMay();
  const isSmall = useSmallWindow();
  const { data, error, isPending, refetch } = useDomains();
  const [changing, setChanging] = useState<Domain>();
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
                    {texts.passwords}: {expiryOf(domain, texts, number)}
                  </Box>
                )}
              </>
            ),
          },
          ...(isSmall
            ? []
            : [
                { id: 'passwords', header: texts.passwords, cell: (domain: Domain) => expiryOf(domain, texts, number) },
                { id: 'warning', header: texts.warning, cell: (domain: Domain) => warningOf(domain, texts, number) },
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
