/** One person: the account and everything that belongs to it. */
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs, { type TabsProps } from '@cloudscape-design/components/tabs';
import { useState } from 'react';
import { usePathValue } from '../../shell/addresses.ts';
import { LoadingBlock } from '../../shell/loading-block.tsx';
import { usePageTitle } from '../../shell/page-title.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { AccountPart } from './account-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { LicencesPart } from './licences-part.tsx';
import { MailPart } from './mail-part.tsx';
import { PersonActions } from './person-actions.tsx';
import { ProfilePart } from './profile-part.tsx';
import { RolesPart } from './roles-part.tsx';
import { type SeenPerson, usePerson } from './use-person.ts';

export const PersonPage = () => {
  const { person: texts } = useTexts();
  const id = usePathValue('id');
  const { data, error, refetch } = usePerson(id);
  if (data) return <Known seen={data} key={data.person.id} />;
  return (
    <ContentLayout header={<Header variant="h1">{texts.title}</Header>}>
      {error ? <ProblemAlert thrown={error} onRetry={() => void refetch()} /> : <LoadingBlock height="240px" />}
    </ContentLayout>
  );
};

const Known = ({ seen }: { seen: SeenPerson }) => {
  const { person: texts } = useTexts();
  const may = useMay();
  const [shown, setShown] = useState('account');
  const { person } = seen;
  usePageTitle(person.displayName);
  const tabs: TabsProps.Tab[] = [
    { id: 'account', label: texts.overview, content: <AccountPart person={person} /> },
    { id: 'profile', label: texts.contact, content: <ProfilePart seen={seen} /> },
    { id: 'licences', label: texts.licences, content: <LicencesPart person={person} /> },
    { id: 'roles', label: texts.roles, content: <RolesPart person={person} /> },
    { id: 'mail', label: texts.mail, content: <MailPart person={person} /> },
  ];
  if (may('readAudits')) tabs.push({ id: 'history', label: texts.history, content: <HistoryPart person={person} /> });
  return (
    <ContentLayout
      header={
        <SpaceBetween size="m">
          <Header variant="h1" description={person.userPrincipalName} actions={<PersonActions person={person} />}>
            {person.displayName}
          </Header>
        </SpaceBetween>
      }
    >
      <Tabs
        variant="container"
        tabs={tabs}
        activeTabId={shown}
        ariaLabel={person.displayName}
        onChange={({ detail }) => setShown(detail.activeTabId)}
      />
    </ContentLayout>
  );
};
