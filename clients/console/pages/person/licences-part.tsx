/** Somebody's licences, each with its apps, given and taken. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { type Licence, licenceName, licenceNames, licencesQuery, type Person } from '../../api/people.ts';
import { useNotify } from '../../shell/notifications.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { useReadAnew } from './use-person.ts';

/** Ids of apps that are switched off, by the licences that are to be held or waited for. */
type Chosen = Readonly<Record<string, readonly string[]>>;

const chosenOf = ({ assignedLicenses, waitingLicenses }: Person): Chosen =>
  Object.fromEntries(
    [...assignedLicenses, ...waitingLicenses].map(({ skuId, disabledPlans }) => [skuId, disabledPlans]),
  );

const isSame = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
  one?.toSorted().join() === other?.toSorted().join();

type Licensed = Person & { seatsToBuy?: { skuId: string; seats: number }[] };

export const LicencesPart = ({ person }: { person: Person }) => {
  const { person: texts } = useTexts();
  const { number } = useFormats();
  const { notify } = useNotify();
  const may = useMay();
  const readAnew = useReadAnew();
  const { data: licences = [], error, refetch, isPending } = useQuery(licencesQuery);
  const held = chosenOf(person);
  const [chosen, setChosen] = useState(held);
  const [problem, setProblem] = useState<unknown>();
  const [isSaving, setIsSaving] = useState(false);
  const added = Object.keys(chosen).filter((skuId) => !isSame(chosen[skuId], held[skuId]));
  const removed = Object.keys(held).filter((skuId) => !chosen[skuId]);

  const save = async () => {
    setIsSaving(true);
    setProblem(undefined);
    try {
      const addLicenses = added.map((skuId) => ({ skuId, disabledPlans: chosen[skuId] ?? [] }));
      const body = { addLicenses, removeLicenses: removed };
      const { body: changed } = await call<Licensed>('POST', `users/${person.id}/assignLicense`, { body });
      const toBuy = (changed.seatsToBuy ?? []).map(({ skuId, seats }) =>
        texts.seatsToBuy(licenceNames(licences)(skuId), number(seats)),
      );
      notify({
        type: toBuy.length > 0 ? 'warning' : 'success',
        content: [texts.licencesSaved(person.displayName), ...toBuy].join(' '),
      });
      await readAnew();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setIsSaving(false);
    }
  };

  if (error) return <ProblemAlert thrown={error} onRetry={() => void refetch()} />;
  if (licences.length === 0) return isPending ? null : <Box>{texts.noLicences}</Box>;
  const mayAssign = may('assignLicences');
  return (
    <SpaceBetween size="l">
      {!person.usageLocation && <Alert type="info">{texts.needsLocation}</Alert>}
      {problem !== undefined && <ProblemAlert thrown={problem} />}
      {licences.map((licence) => (
        <LicenceChoice
          key={licence.skuId}
          licence={licence}
          isHeld={held[licence.skuId] !== undefined}
          isReadOnly={!mayAssign}
          disabledPlans={chosen[licence.skuId]}
          onChange={(plans) => {
            const { [licence.skuId]: _before, ...others } = chosen;
            setChosen(plans ? { ...others, [licence.skuId]: plans } : others);
          }}
        />
      ))}
      {mayAssign && (
        <Button
          variant="primary"
          loading={isSaving}
          disabled={added.length + removed.length === 0}
          disabledReason={texts.nothingChanged}
          onClick={() => void save()}
        >
          {texts.save}
        </Button>
      )}
    </SpaceBetween>
  );
};

type ChoiceProps = {
  licence: Licence;
  isHeld: boolean;
  isReadOnly: boolean;
  /** Undefined where the licence is not chosen. */
  disabledPlans: readonly string[] | undefined;
  onChange: (disabledPlans: readonly string[] | undefined) => void;
};

const LicenceChoice = ({ licence, isHeld, isReadOnly, disabledPlans, onChange }: ChoiceProps) => {
  const { person: texts } = useTexts();
  const { number } = useFormats();
  const { enabled } = licence.prepaidUnits;
  const free = Math.max(0, enabled - licence.consumedUnits - licence.reservedUnits);
  const seats = texts.seatsLeft(number(free), number(enabled));
  const isChosen = disabledPlans !== undefined;
  return (
    <SpaceBetween size="xxs">
      <Checkbox
        checked={isChosen}
        disabled={isReadOnly}
        description={free === 0 && isChosen && !isHeld ? texts.noSeatLeft : seats}
        onChange={({ detail }) => onChange(detail.checked ? [] : undefined)}
      >
        {licenceName(licence)}
      </Checkbox>
      {isChosen && licence.servicePlans.length > 0 && (
        <ExpandableSection headerText={texts.plans} headerAriaLabel={`${texts.plans}: ${licenceName(licence)}`}>
          <SpaceBetween size="xs">
            {licence.servicePlans.map((plan) => (
              <Checkbox
                key={plan.servicePlanId}
                checked={!disabledPlans.includes(plan.servicePlanId)}
                disabled={isReadOnly}
                onChange={({ detail }) =>
                  onChange(
                    detail.checked
                      ? disabledPlans.filter((id) => id !== plan.servicePlanId)
                      : [...disabledPlans, plan.servicePlanId],
                  )
                }
              >
                {planName(plan)}
              </Checkbox>
            ))}
          </SpaceBetween>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
};

const planName = (plan: { servicePlanName: string; displayName?: string }): string =>
  plan.displayName ?? plan.servicePlanName;
