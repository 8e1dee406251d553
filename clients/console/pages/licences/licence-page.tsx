/** One licence: its seats, who waits for it, what is in it, and the way to who holds it. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type Licence, licenceName } from '../../api/people.ts';
import { seatsLeft } from '../../api/seats.ts';
import { address, useFollow, usePathValue } from '../../shell/addresses.ts';
import { LoadingBlock } from '../../shell/loading-block.tsx';
import { usePageTitle } from '../../shell/page-title.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { LinePart } from './line-part.tsx';
import { useLicence } from './one-licence.ts';
import { SeatsDialog } from './seats-dialog.tsx';

export const LicencePage = () => {
  const { licences: texts } = useTexts();
  const { data, error, refetch } = useLicence(usePathValue('skuId'));
  if (data) return <Known licence={data} />;
  return (
    <ContentLayout header={<Header variant="h1">{texts.one}</Header>}>
      {error ? <ProblemAlert thrown={error} onRetry={() => void refetch()} /> : <LoadingBlock height="160px" />}
    </ContentLayout>
  );
};

const Known = ({ licence }: { licence: Licence }) => {
  const { licences: texts } = useTexts();
  const follow = useFollow();
  const may = useMay();
  const [isSetting, setIsSetting] = useState(false);
  const name = licenceName(licence);
  usePageTitle(name);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={licence.carriesMailbox ? texts.withMailbox : texts.withoutMailbox}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {may('readPeople') && (
                <Button href={address(`/users?license=${encodeURIComponent(licence.skuId)}`)} onFollow={follow}>
                  {texts.holders}
                </Button>
              )}
              {may('manageLicences') && (
                <Button variant="primary" onClick={() => setIsSetting(true)}>
                  {texts.setSeats}
                </Button>
              )}
            </SpaceBetween>
          }
        >
          {name}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <SeatsPart licence={licence} />
        <LinePart skuId={licence.skuId} waiting={licence.seatsToBuy ?? 0} />
        <PlansPart licence={licence} />
      </SpaceBetween>
      {isSetting && <SeatsDialog licence={licence} onClose={() => setIsSetting(false)} />}
    </ContentLayout>
  );
};

const SeatsPart = ({ licence }: { licence: Licence }) => {
  const { licences: texts } = useTexts();
  const { number } = useFormats();
  const counts = [
    { label: texts.seats, count: licence.prepaidUnits.enabled },
    { label: texts.given, count: licence.consumedUnits },
    { label: texts.reserved, count: licence.reservedUnits },
    { label: texts.left, count: seatsLeft(licence) },
  ];
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        minColumnWidth={110}
        items={counts.map(({ label, count }) => ({
          label,
          value: (
            <Box variant="span" fontSize="heading-xl">
              {number(count)}
            </Box>
          ),
        }))}
      />
    </Container>
  );
};

/** The API's own name of a plan stands beside the one that people know, where it is known. */
const PlansPart = ({ licence: { servicePlans } }: { licence: Licence }) => {
  const { licences: texts } = useTexts();
  const { number, compare } = useFormats();
  const names = (servicePlans as { servicePlanName: string; displayName?: string }[])
    .map(({ servicePlanName, displayName }) => displayName ?? servicePlanName)
    .toSorted(compare);
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${number(names.length)})`} description={texts.plansHint}>
          {texts.plans}
        </Header>
      }
    >
      {names.length === 0 ? (
        <Box color="text-body-secondary">{texts.noPlans}</Box>
      ) : (
        <ul className="plain-list columns">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </Container>
  );
};
