/** Somebody restored: what comes back and what does not, and a new user name where the old one is somebody else's now. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, read } from '../../api/call.ts';
import { holderOf } from '../../api/holder-of.ts';
import { licenceNames, licencesQuery, type Person } from '../../api/people.ts';
import { asProblem } from '../../api/problem.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { type DeletedPerson, pathOfDeleted } from './deleted-search.ts';

type Restored = Person & { seatsToBuy?: { skuId: string; seats: number }[] };

/**
 * Restores somebody. Whoever is nowhere among the deleted may have been restored already: by a request whose answer was
 * lost, or by somebody else. Then it is the person as they are now.
 */
const restored = async (id: string, body: object): Promise<Restored> => {
  try {
    return (await call<Restored>('POST', `${pathOfDeleted(id)}/restore`, { body })).body;
  } catch (thrown) {
    if (asProblem(thrown).kind !== 'notFound') throw thrown;
    return read<Restored>(`users/${encodeURIComponent(id)}`);
  }
};

type Props = { person: DeletedPerson; onDone: () => Promise<void>; onClose: () => void };

export const RestoreDialog = ({ person, onDone, onClose }: Props) => {
  const { deletedUsers: texts } = useTexts();
  const { number } = useFormats();
  const { notify } = useNotify();
  const { data: licences } = useQuery(licencesQuery);
  const { displayName, userPrincipalName, otherMails } = person;
  const holder = useQuery({
    queryKey: ['userName', userPrincipalName],
    queryFn: async () => (await holderOf(userPrincipalName)) ?? null,
  });
  const isTaken = Boolean(holder.data);
  const [typed, setTyped] = useState(userPrincipalName);
  const [fault, setFault] = useState<string>();
  const field = useRef<InputProps.Ref>(null);
  const wanted = typed.trim();

  const refuse = (message: string): 'stay' => {
    setFault(message);
    field.current?.focus();
    return 'stay';
  };
  const restore = async (): Promise<'stay' | undefined> => {
    if (wanted === '') return refuse(texts.nameMissing);
    const isSame = wanted.toLowerCase() === userPrincipalName.toLowerCase();
    const body = isSame ? {} : { newUserPrincipalName: wanted };
    try {
      const back = await restored(person.id, body);
      const toBuy = (back.seatsToBuy ?? []).map(({ skuId, seats }) =>
        texts.waitsFor(licenceNames(licences)(skuId), number(seats)),
      );
      notify({
        type: toBuy.length > 0 ? 'warning' : 'success',
        content: [texts.restored(displayName, back.userPrincipalName), ...toBuy].join(' '),
      });
    } catch (thrown) {
      const { reasons } = asProblem(thrown);
      const reason = reasons.find(({ target }) => target === 'newUserPrincipalName' || target === 'userPrincipalName');
      if (reason) return refuse(reason.message);
      throw thrown;
    }
    await onDone();
    return undefined;
  };
  const said =
    fault ?? (isTaken && wanted === userPrincipalName ? texts.taken(holder.data?.displayName ?? '') : undefined);
  return (
    <ConfirmDialog title={texts.restoreTitle(displayName)} verb={texts.restore} onConfirm={restore} onClose={onClose}>
      <SpaceBetween size="m">
        <Box>{texts.restoreWhat}</Box>
        <Box>{otherMails[0] ? texts.passwordTo(otherMails[0]) : texts.passwordToAdministrator}</Box>
        <FormField label={texts.userName} description={texts.userNameHint} errorText={said}>
          <Input
            ref={field}
            value={typed}
            autoComplete="off"
            spellcheck={false}
            onChange={({ detail }) => {
              setTyped(detail.value);
              setFault(undefined);
            }}
          />
        </FormField>
      </SpaceBetween>
    </ConfirmDialog>
  );
};
