/** What will be made, part by part, each with the way back to it. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Licence, licenceName } from '../../api/people.ts';
import { languageNames } from '../../texts/languages.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { addressesIn, displayNameOf, type NewUser, profileFields, userNameOf } from './new-user.ts';
import { licencesToBuy } from './seats.ts';

type Props = { user: NewUser; licences: readonly Licence[]; onEdit: (step: number) => void };

export const Review = ({ user, licences, onEdit }: Props) => {
  const { addUser, person } = useTexts();
  const { list, country } = useFormats();
  const chosen = licences.filter(({ skuId }) => user.licences.includes(skuId));
  const toBuy = licencesToBuy(licences, user.licences);
  return (
    <SpaceBetween size="l">
      {toBuy.length > 0 && (
        <Alert type="warning" header={addUser.toBuyTitle}>
          {addUser.toBuy(list(toBuy.map(licenceName)), toBuy.length)}
        </Alert>
      )}
      <Part title={addUser.basics} edit={addUser.editBasics} onEdit={() => onEdit(0)}>
        {[
          [addUser.displayName, displayNameOf(user)],
          [addUser.userName, userNameOf(user)],
          [addUser.password, addUser.passwordWill(user.passwordKind, user.mustChange)],
          [addUser.delivery, useDeliveryWords()(user)],
        ]}
      </Part>
      <Part title={addUser.productLicences} edit={addUser.editLicences} onEdit={() => onEdit(1)}>
        {[
          [person.properties.usageLocation, user.usageLocation === '' ? addUser.none : country(user.usageLocation)],
          [addUser.licences, chosen.length === 0 ? addUser.none : list(chosen.map(licenceName))],
        ]}
      </Part>
      <Part title={addUser.optionalSettings} edit={addUser.editOptions} onEdit={() => onEdit(2)}>
        {[
          [addUser.roles, user.roles.length === 0 ? addUser.none : list(user.roles)],
          ...profileFields.flatMap((name): [string, string][] =>
            user[name].trim() === '' ? [] : [[addUser.profile[name], user[name].trim()]],
          ),
          ...(user.preferredLanguage === ''
            ? []
            : [
                [addUser.language, languageNames[user.preferredLanguage as keyof typeof languageNames]] as [
                  string,
                  string,
                ],
              ]),
        ]}
      </Part>
    </SpaceBetween>
  );
};

/** Who gets the password, in words. */
export const useDeliveryWords = (): ((user: NewUser) => string) => {
  const { addUser } = useTexts();
  const { list } = useFormats();
  return ({ passwordKind, delivery, deliverTo, otherMail }) => {
    if (passwordKind === 'generated' && delivery === 'show') return addUser.willShow;
    const to = addressesIn(deliverTo);
    if (to.length > 0) return addUser.willMail(list(to));
    const [alternate] = addressesIn(otherMail);
    return alternate === undefined ? addUser.willMailAdministrator : addUser.willMail(alternate);
  };
};

type PartProps = { title: string; edit: string; onEdit: () => void; children: readonly (readonly string[])[] };

const Part = ({ title, edit, onEdit, children }: PartProps) => (
  <Container
    header={
      <Header
        variant="h2"
        actions={
          <Button onClick={onEdit} ariaLabel={edit}>
            {useTexts().addUser.edit}
          </Button>
        }
      >
        {title}
      </Header>
    }
  >
    <KeyValuePairs columns={2} items={children.map(([label = '', value = '']) => ({ label, value }))} />
  </Container>
);
