/** How many seats there are of a licence, with what another number will do. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { type Licence, licenceName } from '../../api/people.ts';
import { asProblem } from '../../api/problem.ts';
import { seatsInUse } from '../../api/seats.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { readLicence, useLicence, useLicencesAnew, useLine } from './one-licence.ts';
import { mostSeats, seatsIn } from './seats-in.ts';

/** People of the line who are named. */
const mostNamed = 5;

export const SeatsDialog = ({ licence: listed, onClose }: { licence: Licence; onClose: () => void }) => {
  const { licences: texts } = useTexts();
  const { number, list } = useFormats();
  const { notify } = useNotify();
  const readAnew = useLicencesAnew();
  const seen = useLicence(listed.skuId);
  const licence = seen.data ?? listed;
  const line = useLine(listed.skuId);
  const { seatsToBuy: waiting = 0, prepaidUnits } = licence;
  const [typed, setTyped] = useState(() => String(prepaidUnits.enabled + (listed.seatsToBuy ?? 0)));
  const [fault, setFault] = useState<string>();
  const field = useRef<InputProps.Ref>(null);
  const wanted = seatsIn(typed);
  const used = seatsInUse(licence);

  const refuse = (message: string): 'stay' => {
    setFault(message);
    field.current?.focus();
    return 'stay';
  };
  const set = async (): Promise<'stay' | undefined> => {
    if (wanted === undefined) return refuse(texts.seatsInvalid(number(mostSeats)));
    const { skuId, skuPartNumber, carriesMailbox, '@odata.etag': ifMatch } = licence;
    const now = seatsInUse(await readLicence(skuId));
    if (wanted < now) return refuse(texts.seatsBelow(now));
    try {
      const body = { skuPartNumber, carriesMailbox, prepaidUnits: { enabled: wanted } };
      await call('PUT', `subscribedSkus/${encodeURIComponent(skuId)}`, { body, ifMatch });
    } catch (thrown) {
      const problem = asProblem(thrown);
      const reason = problem.reasons.find(({ target }) => target === 'prepaidUnits.enabled');
      if (reason) return refuse(reason.message);
      // What somebody else has set is shown, and whoever sets seats once more has seen it.
      if (problem.kind === 'changed' || problem.mayBeDone) await seen.refetch();
      throw thrown;
    }
    notify({ type: 'success', content: texts.seatsSet(licenceName(licence), wanted) });
    await readAnew();
    return undefined;
  };

  const free = wanted === undefined ? 0 : Math.max(wanted - used, 0);
  const served = Math.min(free, waiting);
  const names = line.data?.pages.flatMap(({ value }) => value.map(({ displayName }) => displayName)) ?? [];
  const named = names.slice(0, Math.min(served, mostNamed));
  const more = served - named.length;
  return (
    <ConfirmDialog
      title={texts.setSeatsOf(licenceName(licence))}
      verb={texts.setSeats}
      onConfirm={set}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        {seen.error && <ProblemAlert thrown={seen.error} onRetry={() => void seen.refetch()} />}
        <Box>{texts.now(prepaidUnits.enabled, number(licence.consumedUnits), number(licence.reservedUnits))}</Box>
        <FormField label={texts.seats} description={texts.seatsHint} errorText={fault}>
          <Input
            ref={field}
            value={typed}
            inputMode="numeric"
            autoComplete="off"
            autoFocus
            onChange={({ detail }) => {
              setTyped(detail.value);
              setFault(undefined);
            }}
          />
        </FormField>
        <div role="status">
          {wanted !== undefined && (
            <ul className="plain-list">
              <li>{wanted < used ? texts.seatsBelow(used) : texts.difference(wanted - prepaidUnits.enabled)}</li>
              {served > 0 && <li>{texts.served(served)}</li>}
              {named.length > 0 && <li>{list([...named, ...(more > 0 ? [texts.others(more)] : [])])}</li>}
              {waiting > served && <li>{texts.stillWaiting(waiting - served)}</li>}
              {wanted >= used && <li>{texts.free(free - served)}</li>}
            </ul>
          )}
        </div>
      </SpaceBetween>
    </ConfirmDialog>
  );
};
