/** What became of the mails with user names and passwords of an import. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import {
  type DeliveryCounts,
  type DeliveryStatus,
  deliveryStatuses,
} from '../../../../shared/domain/credentials/mail-delivery.ts';
import { deliveryQuery, type Import } from '../../api/imports.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';

/** Counts that are shown though they are nothing. */
const always: readonly DeliveryStatus[] = ['owed', 'sent', 'bounced'];

export const DeliveryPart = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const { data, error, refetch } = useQuery(deliveryQuery(one.id));
  const follow = useFollow();
  if (error && data === undefined) return <ProblemAlert thrown={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <Container header={<Header variant="h2">{imports.mailsTitle}</Header>}>
      <SpaceBetween size="s">
        {data === null ? <div>{imports.mailsNotCounted}</div> : <Counts of={data} />}
        {(data === null || data.bounced > 0) && (
          <Link href={address('/users?state=bounced')} onFollow={follow}>
            {imports.showBounced}
          </Link>
        )}
      </SpaceBetween>
    </Container>
  );
};

const Counts = ({ of: counts }: { of: DeliveryCounts }) => {
  const { imports } = useTexts();
  const { number } = useFormats();
  const shown = deliveryStatuses.filter((status) => counts[status] > 0 || always.includes(status));
  const items = shown.map((status) => ({ label: imports.mailStates[status], value: number(counts[status]) }));
  return <KeyValuePairs columns={4} minColumnWidth={110} items={items} />;
};
