/** How somebody's account is: sign-in, password, mailbox. */
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useQuery } from '@tanstack/react-query';
import { licenceNames, licencesQuery, type Person } from '../../api/people.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { MailboxState, PasswordState, SignInState, useLicenceWords } from '../people/person-states.tsx';

export const AccountPart = ({ person }: { person: Person }) => {
  const { person: texts, people } = useTexts();
  const { moment, list } = useFormats();
  const { data } = useQuery(licencesQuery);
  const licenceWords = useLicenceWords(licenceNames(data));
  const lastSignIn = person.signInActivity?.lastSignInDateTime;
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: people.userName, value: person.userPrincipalName },
        { label: people.signIn, value: <SignInState person={person} /> },
        { label: people.password, value: <PasswordState person={person} /> },
        { label: texts.lastPasswordChange, value: moment(person.lastPasswordChangeDateTime) },
        { label: texts.lastSignIn, value: lastSignIn ? moment(lastSignIn) : texts.neverSignedIn },
        { label: people.mailbox, value: <MailboxState person={person} /> },
        { label: people.licences, value: licenceWords(person) },
        { label: people.rolesHeld, value: list(person.roles) || texts.empty },
        { label: texts.created, value: moment(person.createdDateTime) },
      ]}
    />
  );
};
