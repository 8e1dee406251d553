/** What is done first in an empty directory. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Permission } from '../../../../shared/domain/access/roles.ts';
import { address, useFollow, useHasPage } from '../../shell/addresses.ts';
import { useMay } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';

type Step = { path: string; permission: Permission; title: string; what: string; step: string };

export const FirstSteps = ({ hasAdministrator }: { hasAdministrator: boolean }) => {
  const { home: texts, people } = useTexts();
  const follow = useFollow();
  const may = useMay();
  const hasPage = useHasPage();
  const steps: Step[] = [
    {
      ...{ path: '/users/add', permission: 'addPeople', title: texts.addAdministrator },
      ...{ what: texts.noAdministratorWhat, step: texts.addAdministrator },
    },
    {
      ...{ path: '/licences', permission: 'manageLicences', title: texts.stepLicences },
      ...{ what: texts.stepLicencesWhat, step: texts.goToLicences },
    },
    {
      ...{ path: '/users/add', permission: 'addPeople', title: texts.stepOne },
      ...{ what: texts.stepOneWhat, step: people.addUser },
    },
    {
      ...{ path: '/users/add-many', permission: 'addPeople', title: texts.stepMany },
      ...{ what: texts.stepManyWhat, step: people.addMany },
    },
  ];
  const open = (hasAdministrator ? steps.slice(1) : steps).filter(
    ({ permission, path }) => may(permission) && hasPage(path),
  );
  return (
    <Container
      header={
        <Header variant="h2" description={texts.firstWhat}>
          {texts.firstTitle}
        </Header>
      }
    >
      <ol className="plain-list">
        {open.map(({ path, title, what, step }, at) => (
          <li key={title} className="need">
            <div className="need-words">
              <Box variant="strong">{title}</Box>
              <Box color="text-body-secondary">{what}</Box>
            </div>
            <Button variant={at === 0 ? 'primary' : 'normal'} href={address(path)} onFollow={follow}>
              {step}
            </Button>
          </li>
        ))}
      </ol>
    </Container>
  );
};
