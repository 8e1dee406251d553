/** Adding one person: in four steps, or in one pane where the cloud is Germany's or China's. */
import { useState } from 'react';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useSession } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { Finished } from './finished.tsx';
import type { NewUser } from './new-user.ts';
import { AddUserPane } from './one-pane.tsx';
import { type Outcome, useBeginning } from './use-new-user.ts';
import { AddUserWizard } from './wizard.tsx';

export const AddUserPage = () => {
  const { shell } = useTexts();
  const { organization } = useSession();
  const { error, retry, data } = useBeginning();
  const [outcome, setOutcome] = useState<Outcome>();
  const [begin, setBegin] = useState<Partial<NewUser>>({});
  if (error) return <ProblemAlert thrown={error} onRetry={retry} />;
  if (!data) return <p role="status">{shell.working}</p>;
  if (outcome) {
    const another = () => {
      setBegin(alike(outcome.asked));
      setOutcome(undefined);
    };
    return <Finished outcome={outcome} licences={data.licences} onAnother={another} />;
  }
  const Form = organization.cloud === 'worldwide' ? AddUserWizard : AddUserPane;
  return <Form beginning={data} begin={begin} onAdded={setOutcome} />;
};

/** What the next one like this has in common with them: everything but who they are, and their password. */
const alike = ({ givenName: _given, surname: _surname, displayName: _name, localPart: _local, ...rest }: NewUser) => ({
  ...rest,
  ...{ password: '', employeeId: '', otherMail: '', mobilePhone: '' },
});
