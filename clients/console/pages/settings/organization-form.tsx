/** Changes what is set of the organisation: only what was changed is sent, so that others' changes stay. */
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { clouds, mailLanguages } from '../../../../shared/domain/organisation.ts';
import { call } from '../../api/call.ts';
import { placeReasons } from '../../api/place-reasons.ts';
import { asProblem, Problem } from '../../api/problem.ts';
import type { Organization } from '../../api/settings.ts';
import { useCountryOptions } from '../../form/country-options.ts';
import { FaultSummary } from '../../form/fault-summary.tsx';
import { NowDifferent } from '../../form/now-different.tsx';
import { placeFaults } from '../../form/place-faults.ts';
import { SelectField } from '../../form/select-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { TextareaField } from '../../form/textarea-field.tsx';
import { useKeepTyped } from '../../shell/keep-typed.ts';
import { useNotify } from '../../shell/notifications.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { languageNames } from '../../texts/languages.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import {
  changeOf,
  faultsOf,
  type OrganizationValues,
  organizationFields,
  shownProperties,
  valuesOf,
} from './organization-fields.ts';
import { readOrganization, useReadSettingsAnew } from './use-settings.ts';

/** The name by which what is typed is kept over a reload. */
export const typedUnder = 'organization';

type Props = { organization: Organization; typed: OrganizationValues | undefined; onEnd: () => void };

export const OrganizationForm = ({ organization, typed, onEnd }: Props) => {
  const { settings: texts } = useTexts();
  const { country, number } = useFormats();
  const words = { texts, country, languageNames };
  const { notify } = useNotify();
  const readAnew = useReadSettingsAnew();
  const countries = useCountryOptions();
  // What the form began with: what somebody else sets meanwhile is not taken back.
  const [before] = useState(() => valuesOf(organization));
  // As they last saw it: what was refused since somebody else had changed it is saved over that, if they save once more.
  const [seen, setSeen] = useState(organization);
  const [problem, setProblem] = useState<Problem>();
  const form = useForm<OrganizationValues>({ defaultValues: typed ?? before });
  const { isSubmitting } = form.formState;
  useKeepTyped(typedUnder, form.getValues);

  const save = async (values: OrganizationValues) => {
    setProblem(undefined);
    if (placeFaults(form, faultsOf(values, texts, number), organizationFields)) return;
    const body = changeOf(values, before);
    try {
      if (Object.keys(body).length > 0) {
        await call('PATCH', `organization/${seen.id}`, { body, ifMatch: seen['@odata.etag'] });
        notify({ type: 'success', content: texts.saved });
        await readAnew();
      }
      onEnd();
    } catch (thrown) {
      const refused = asProblem(thrown);
      if (refused.kind === 'changed' || refused.mayBeDone) setSeen(await readOrganization().catch(() => seen));
      const left = placeReasons(form, refused, (target) => organizationFields.find((each) => target.startsWith(each)));
      const isAllPlaced = refused.reasons.length > 0 && left.length === 0;
      setProblem(isAllPlaced ? undefined : new Problem(refused.kind, { ...refused, reasons: left }));
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.clearErrors();
        void form.handleSubmit(save)();
      }}
    >
      <Form
        errorText={
          problem && (
            <SpaceBetween size="s">
              <ProblemAlert thrown={problem} />
              {problem.kind === 'changed' && (
                <NowDifferent properties={shownProperties(before, valuesOf(seen), words)} />
              )}
            </SpaceBetween>
          )
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={onEnd}>
              {texts.cancel}
            </Button>
            <Button variant="primary" loading={isSubmitting}>
              {texts.save}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <FaultSummary form={form} header={texts.fields} fields={organizationFields} />
          <ColumnLayout columns={2}>
            <TextField form={form} name="displayName" label={texts.displayName} constraint={texts.displayNameHint} />
            <TextareaField
              form={form}
              name="technicalNotificationMails"
              label={texts.technicalMails}
              constraint={texts.technicalMailsHint}
            />
            <SelectField
              form={form}
              name="preferredLanguage"
              label={texts.language}
              constraint={texts.languageHint}
              options={[
                ...mailLanguages.map((value) => ({ value, label: languageNames[value] })),
                { value: '', label: texts.usual },
              ]}
            />
            <SelectField
              form={form}
              name="countryLetterCode"
              label={texts.country}
              constraint={texts.countryHint}
              filteringLabel={texts.find}
              options={[{ value: '', label: texts.usual }, ...countries]}
            />
            <TextField
              form={form}
              name="quickStartUrl"
              label={texts.quickStart}
              constraint={texts.quickStartHint}
              inputMode="url"
            />
            {organization.cloud !== undefined && (
              <SelectField
                form={form}
                name="cloud"
                label={texts.cloud}
                constraint={texts.cloudHint}
                options={[
                  ...clouds.map((value) => ({ value, label: texts.clouds[value] })),
                  { value: '', label: texts.usual },
                ]}
              />
            )}
          </ColumnLayout>
        </SpaceBetween>
      </Form>
    </form>
  );
};
