/** What was made: the person, where the password went or the password itself, and what comes next. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import { type Licence, licenceNames } from '../../api/people.ts';
import { address, useFollow, useGo } from '../../shell/addresses.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { useDeliveryWords } from './review.tsx';
import { SaveTemplate } from './templates/save-template.tsx';
import type { Outcome } from './use-new-user.ts';

type Props = { outcome: Outcome; licences: readonly Licence[]; onAnother: () => void };

export const Finished = ({ outcome: { asked, added }, licences, onAnother }: Props) => {
  const { addUser, people } = useTexts();
  const { list } = useFormats();
  const follow = useFollow();
  const go = useGo();
  const [isSaving, setSaving] = useState(false);
  const deliveryWords = useDeliveryWords();
  const nameOf = licenceNames(licences);
  const { password } = added.passwordProfile;
  const toBuy = added.seatsToBuy ?? [];
  const waits = (skuId: string) => toBuy.some((one) => one.skuId === skuId);
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, []);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setSaving(true)}>{addUser.saveTemplate}</Button>
            <Button onClick={onAnother}>{addUser.addAnother}</Button>
            <Button variant="primary" onClick={() => go('/users')}>
              {addUser.close}
            </Button>
          </SpaceBetween>
        }
      >
        {addUser.added(added.displayName)}
      </Header>
      {toBuy.length > 0 && (
        <Alert type="warning" header={addUser.toBuyTitle}>
          {addUser.waits(list(toBuy.map(({ skuId }) => nameOf(skuId))))}
        </Alert>
      )}
      <Container>
        <KeyValuePairs
          columns={2}
          items={[
            {
              label: addUser.displayName,
              value: (
                <Link href={address(`/users/${added.id}`)} onFollow={follow}>
                  {added.displayName}
                </Link>
              ),
            },
            { label: addUser.userName, value: added.userPrincipalName },
            ...(password === undefined
              ? [{ label: addUser.password, value: deliveryWords(asked) }]
              : [{ label: addUser.password, value: <Once password={password} /> }]),
            {
              label: addUser.licences,
              value:
                asked.licences.length === 0
                  ? addUser.none
                  : list(asked.licences.map((skuId) => (waits(skuId) ? people.waiting(nameOf(skuId)) : nameOf(skuId)))),
            },
          ]}
        />
      </Container>
      {isSaving && <SaveTemplate user={asked} onClose={() => setSaving(false)} />}
    </SpaceBetween>
  );
};

/** A password that is shown this once: nobody can look it up again. */
const Once = ({ password }: { password: string }) => {
  const { addUser } = useTexts();
  return (
    <SpaceBetween size="xxs">
      <CopyToClipboard
        variant="inline"
        textToCopy={password}
        textToDisplay={password}
        copyButtonAriaLabel={addUser.copyPassword}
        copySuccessText={addUser.copied}
        copyErrorText={addUser.notCopied}
      />
      <Box color="text-status-warning">{addUser.onlyOnce}</Box>
    </SpaceBetween>
  );
};
