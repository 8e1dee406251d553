/** Adding a person in four steps: basics, licences, options, review. */
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Wizard from '@cloudscape-design/components/wizard';
import { useState } from 'react';
import { holderOf } from '../../api/holder-of.ts';
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
import { userNameOf } from './new-user.ts';
import { Review } from './review.tsx';
import { TemplateChoice } from './templates/template-choice.tsx';
import { useNewUser } from './use-new-user.ts';
import { fieldsOf, type StepName, stepNames, stepOf } from './wizard-steps.ts';

export const AddUserWizard = ({ beginning, begin, onAdded }: FormProps) => {
  const { addUser } = useTexts();
  const go = useGo();
  const { domains, licences } = beginning;
  const { form, rules, send, problem, isSending } = useNewUser(beginning, begin, onAdded);
  const [step, setStep] = useState(0);
  const [isChecking, setChecking] = useState(false);

  /** Whether a step can be left: everything in it is right, and nobody else has the user name. */
  const isRight = async (name: StepName): Promise<boolean> => {
    if (!(await form.trigger(fieldsOf[name], { shouldFocus: true }))) return false;
    if (name !== 'basics') return true;
    setChecking(true);
    // Where it cannot be asked now, the request itself will be told.
    const holder = await holderOf(userNameOf(form.getValues())).catch(() => undefined);
    setChecking(false);
    if (!holder) return true;
    const message = addUser.faults.userNameTaken(holder.displayName);
    form.setError('localPart', { type: 'userNameTaken', message }, { shouldFocus: true });
    return false;
  };
  const navigate = async (wanted: number) => {
    for (let at = step; at < wanted; at += 1) {
      if (await isRight(stepNames[at] as StepName)) continue;
      setStep(at);
      return;
    }
    setStep(wanted);
  };
  const submit = async () => {
    const refused = await send();
    if (refused === undefined) return;
    setStep(stepOf(refused));
    // The field is drawn with its step first.
    setTimeout(() => form.setFocus(refused));
  };
  const summary = (name: StepName) => <FaultSummary form={form} header={addUser.faultsTitle} fields={fieldsOf[name]} />;

  return (
    <Wizard
      activeStepIndex={step}
      isLoadingNextStep={isChecking || isSending}
      submitButtonText={addUser.finishAdding}
      onNavigate={({ detail }) => void navigate(detail.requestedStepIndex)}
      onCancel={() => go('/users')}
      onSubmit={() => void submit()}
      steps={[
        {
          title: addUser.basics,
          description: addUser.basicsHint,
          content: (
            <SpaceBetween size="l">
              {summary('basics')}
              <TemplateChoice form={form} domains={domains} licences={licences} />
              <Container>
                <NameFields form={form} domains={domains} />
              </Container>
              <Container>
                <PasswordFields form={form} rules={rules} asksDelivery />
              </Container>
            </SpaceBetween>
          ),
        },
        {
          title: addUser.assignLicences,
          description: addUser.assignLicencesHint,
          content: (
            <SpaceBetween size="l">
              {summary('licences')}
              <Container>
                <SpaceBetween size="l">
                  <LocationField form={form} />
                  <LicenceFields form={form} licences={licences} />
                </SpaceBetween>
              </Container>
            </SpaceBetween>
          ),
        },
        {
          title: addUser.optionalSettings,
          description: addUser.optionalSettingsHint,
          content: (
            <SpaceBetween size="l">
              {summary('options')}
              <ExpandableSection variant="container" headerText={addUser.roles} defaultExpanded>
                <RoleFields form={form} />
              </ExpandableSection>
              <ExpandableSection variant="container" headerText={addUser.profileInfo} defaultExpanded>
                <ProfileFields form={form} />
              </ExpandableSection>
            </SpaceBetween>
          ),
        },
        {
          title: addUser.review,
          description: addUser.reviewHint,
          content: (
            <SpaceBetween size="l">
              {problem && <ProblemAlert thrown={problem} />}
              <Review user={form.getValues()} licences={licences} onEdit={setStep} />
            </SpaceBetween>
          ),
        },
      ]}
    />
  );
};
