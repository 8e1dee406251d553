/** What is looked for among the sign-ins. */
import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import { ApplicationChoice } from '../../form/application-choice.tsx';
import { PersonChoice } from '../../form/person-choice.tsx';
import { TimeRangeFields } from '../../form/time-range.tsx';
import { useMay } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { everySignIn, type SignInQuestion } from './sign-in-question.ts';

type Props = { question: SignInQuestion; onChange: (question: SignInQuestion) => void };

export const SignInFilters = ({ question, onChange }: Props) => {
  const { signIns: texts, audit } = useTexts();
  const may = useMay();
  const results = [
    { value: '', label: texts.anyResult },
    { value: 'succeeded', label: texts.succeeded },
    { value: 'failed', label: texts.failed },
  ];
  const isFiltered = JSON.stringify(question) !== JSON.stringify(everySignIn);
  return (
    <div className="filters">
      <TimeRangeFields range={question.range} onChange={(range) => onChange({ ...question, range })} />
      <PersonChoice
        ariaLabel={texts.person}
        placeholder={texts.person}
        nobody={audit.anybody}
        chosen={question.person}
        onChoose={(person) => onChange({ ...question, person, application: '' })}
      />
      {may('manageApplications') && (
        <ApplicationChoice
          label={texts.application}
          chosen={question.application}
          onChoose={(application) => onChange({ ...question, application, person: undefined })}
        />
      )}
      <Select
        ariaLabel={texts.result}
        options={results}
        selectedOption={results.find(({ value }) => value === question.result) ?? null}
        onChange={({ detail }) =>
          onChange({ ...question, result: detail.selectedOption.value as SignInQuestion['result'] })
        }
      />
      {isFiltered && (
        <Button variant="inline-link" onClick={() => onChange(everySignIn)}>
          {audit.clear}
        </Button>
      )}
    </div>
  );
};
