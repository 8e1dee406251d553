/** What is looked for in the audit. */
import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import { ApplicationChoice } from '../../form/application-choice.tsx';
import { PersonChoice } from '../../form/person-choice.tsx';
import { TimeRangeFields } from '../../form/time-range.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { type AuditQuestion, everything } from './audit-question.ts';

type Props = { question: AuditQuestion; onChange: (question: AuditQuestion) => void };

export const AuditFilters = ({ question, onChange }: Props) => {
  const { audit: texts } = useTexts();
  const { compare } = useFormats();
  const may = useMay();
  const activities = [
    { value: '', label: texts.anyActivity },
    ...Object.entries(texts.activities)
      .map(([value, label]) => ({ value, label }))
      .toSorted((one, other) => compare(one.label, other.label)),
  ];
  const isFiltered = JSON.stringify(question) !== JSON.stringify(everything);
  return (
    <div className="filters">
      <TimeRangeFields range={question.range} onChange={(range) => onChange({ ...question, range })} />
      <PersonChoice
        ariaLabel={texts.aboutPerson}
        placeholder={texts.aboutPerson}
        nobody={texts.anybody}
        chosen={question.about}
        onChoose={(about) => onChange({ ...question, about })}
      />
      <PersonChoice
        ariaLabel={texts.byPerson}
        placeholder={texts.byPerson}
        nobody={texts.anybody}
        chosen={question.by}
        onChoose={(by) => onChange({ ...question, by, application: '' })}
      />
      {may('manageApplications') && (
        <ApplicationChoice
          label={texts.byApplication}
          chosen={question.application}
          onChoose={(application) => onChange({ ...question, application, by: undefined })}
        />
      )}
      <Select
        ariaLabel={texts.activity}
        filteringType="auto"
        filteringAriaLabel={texts.activity}
        options={activities}
        selectedOption={activities.find(({ value }) => value === question.activity) ?? null}
        onChange={({ detail }) => onChange({ ...question, activity: detail.selectedOption.value ?? '' })}
      />
      {isFiltered && (
        <Button variant="inline-link" onClick={() => onChange(everything)}>
          {texts.clear}
        </Button>
      )}
    </div>
  );
};
