/** Adding a person in one pane, as administrators in the German and Chinese clouds know it. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { FaultSummary } from '../../form/fault-summary.tsx';
import { useGo } from '../../shell/addresses.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { LicenceFields, LocationField } from './fields/licence-fields.tsx';
import { NameFields } from './fields/name-fields.tsx';
import { PasswordFields } from './fields/password-fields.tsx';
import { ProfileFields } from './fields/profile-fields.tsx';
import { RoleFields } from './fields/role-fields.tsx';
import type { FormProps } from './form-props.ts';
import { profileFields } from './new-user.ts';
import { TemplateChoice } from './templates/template-choice.tsx';
import { useNewUser } from './use-new-user.ts';
import { fieldsOf, stepNames } from './wizard-steps.ts';

const allFields = stepNames.flatMap((name) => fieldsOf[name]);

export const AddUserPane = ({ beginning, begin, onAdded }: FormProps) => {
  const { addUser, people } = useTexts();
  const go = useGo();
  const { domains, licences } = beginning;
  const { form, rules, send, problem, isSending } = useNewUser(beginning, begin, onAdded);
  const { errors } = form.formState;
  const isWrong = (fields: readonly string[]) => fields.some((name) => name in errors);

  const submit = async () => {
    if (!(await form.trigger(undefined, { shouldFocus: true }))) return;
    // A password that was made is shown once, with the person: nobody is asked whom to send it to.
    const refused = await send({ delivery: form.getValues('passwordKind') === 'generated' ? 'show' : 'mail' });
    if (refused !== undefined) form.setFocus(refused);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Form
        header={<Header variant="h1">{addUser.title}</Header>}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={() => go('/users')}>
              {people.cancel}
            </Button>
            <Button variant="primary" loading={isSending}>
              {addUser.add}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {problem && <ProblemAlert thrown={problem} />}
          <FaultSummary form={form} header={addUser.faultsTitle} fields={allFields} />
          <TemplateChoice form={form} domains={domains} licences={licences} />
          <Container>
            <SpaceBetween size="l">
              <NameFields form={form} domains={domains} />
              <LocationField form={form} />
            </SpaceBetween>
          </Container>
          <Part title={addUser.contactInformation} isWrong={isWrong(profileFields)}>
            <ProfileFields form={form} />
          </Part>
          <Part title={addUser.password} hint={addUser.passwordPaneHint} isWrong={isWrong(['password'])}>
            <PasswordFields form={form} rules={rules} asksDelivery={false} />
          </Part>
          <Part title={addUser.roles} isWrong={isWrong(['roles'])}>
            <RoleFields form={form} />
          </Part>
          <Part title={addUser.productLicences} isOpen isWrong={isWrong(['licences'])}>
            <LicenceFields form={form} licences={licences} />
          </Part>
        </SpaceBetween>
      </Form>
    </form>
  );
};

type PartProps = { title: string; hint?: string; isOpen?: boolean; isWrong: boolean; children: React.ReactNode };

/** A part that can be opened; one in which something is wrong is open. */
const Part = ({ title, hint, isOpen = false, isWrong, children }: PartProps) => (
  <ExpandableSection key={String(isWrong)} variant="container" headerText={title} defaultExpanded={isOpen || isWrong}>
    {hint && <Box padding={{ bottom: 's' }}>{hint}</Box>}
    {children}
  </ExpandableSection>
);
