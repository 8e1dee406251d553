/** Below the entries of a log: older ones, or that there are none; and what stands where there are none at all. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { useRecords } from '../api/use-records.ts';
import { useTexts } from '../texts/texts-context.tsx';

type Records = Pick<ReturnType<typeof useRecords>, 'hasNextPage' | 'isFetching' | 'entries'> & {
  fetchNextPage: () => unknown;
};

export const EndOfRecords = ({ records, older }: { records: Records; older: string }) => {
  const { audit } = useTexts();
  const { hasNextPage, isFetching, fetchNextPage, entries } = records;
  if (hasNextPage) {
    return (
      <Box textAlign="center">
        <Button loading={isFetching} loadingText={audit.looking} onClick={() => void fetchNextPage()}>
          {older}
        </Button>
      </Box>
    );
  }
  if (entries.length === 0) return null;
  return (
    <Box textAlign="center" color="text-body-secondary">
      {audit.end}
    </Box>
  );
};

export const NoRecords = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box textAlign="center" padding="l">
    <SpaceBetween size="xxs">
      <Box variant="strong">{title}</Box>
      <Box color="text-body-secondary">{children}</Box>
    </SpaceBetween>
  </Box>
);
