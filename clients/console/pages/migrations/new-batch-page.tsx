/** A batch is made: its name, its kind, its file. Nobody is added before it is started. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import FileInput, { type FileInputProps } from '@cloudscape-design/components/file-input';
import FileTokenGroup from '@cloudscape-design/components/file-token-group';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import { useController, useForm } from 'react-hook-form';
import { migrationTypes } from '../../../../shared/domain/migrations/migration.ts';
import type { NewBatch } from '../../api/migrations.ts';
import { placeReasons } from '../../api/place-reasons.ts';
import { asProblem, Problem } from '../../api/problem.ts';
import { placeFaults } from '../../form/place-faults.ts';
import { TextField } from '../../form/text-field.tsx';
import { useGo } from '../../shell/addresses.ts';
import { takeTyped, useKeepTyped } from '../../shell/keep-typed.ts';
import { useNotify } from '../../shell/notifications.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { acceptedEndings, faultOf } from '../add-many/file-faults.ts';
import { useNewBatch } from './use-new-batch.ts';

const typedUnder = 'new-batch';

/** Characters of a name at most. */
const longestName = 64;

export const NewBatchPage = () => {
  const texts = useTexts();
  const { migrations, shell } = texts;
  const { number } = useFormats();
  const { notify } = useNotify();
  const go = useGo();
  const make = useNewBatch();
  const input = useRef<FileInputProps.Ref>(null);
  const [file, setFile] = useState<File>();
  const [fileFault, setFileFault] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setIsBusy] = useState(false);
  const form = useForm<NewBatch>({
    defaultValues: takeTyped<NewBatch>(typedUnder) ?? {
      displayName: '',
      migrationType: 'exchangeCutover',
      autoStart: false,
    },
  });
  useKeepTyped(typedUnder, form.getValues);

  const check = ({ displayName }: NewBatch) => {
    if (displayName.trim() === '') return { displayName: migrations.nameMissing };
    return [...displayName.trim()].length > longestName
      ? { displayName: migrations.nameTooLong(number(longestName)) }
      : {};
  };
  const send = async () => {
    if (isBusy) return;
    form.clearErrors();
    setProblem(undefined);
    const found = faultOf(file, texts);
    setFileFault(found);
    if (placeFaults(form, check(form.getValues()), ['displayName'])) return;
    if (found !== undefined || !file) return void input.current?.focus();
    setIsBusy(true);
    try {
      const values = form.getValues();
      const id = await make({ ...values, displayName: values.displayName.trim() }, file);
      notify({ type: 'success', content: migrations.added(values.displayName.trim()) });
      go(`/migrations/${id}`);
    } catch (thrown) {
      const refused = asProblem(thrown);
      const left = placeReasons(form, refused, (target) => (target === 'displayName' ? target : undefined));
      const isAllPlaced = refused.reasons.length > 0 && left.length === 0;
      setProblem(isAllPlaced ? undefined : new Problem(refused.kind, { ...refused, reasons: left }));
      setIsBusy(false);
    }
  };
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={migrations.addWhat}>
          {migrations.add}
        </Header>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button formAction="none" variant="link" onClick={() => go('/migrations')}>
                {shell.cancel}
              </Button>
              <Button formAction="submit" variant="primary" loading={isBusy}>
                {migrations.make}
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="l">
            {problem && <ProblemAlert thrown={problem} />}
            <Container>
              <SpaceBetween size="l">
                <TextField form={form} name="displayName" label={migrations.name} constraint={migrations.nameHint} />
                <TypeField form={form} />
                <FormField
                  label={migrations.file}
                  description={migrations.fileHint}
                  constraintText={file ? undefined : migrations.fileConstraint}
                  errorText={fileFault}
                  stretch
                >
                  <SpaceBetween size="xs">
                    <FileInput
                      ref={input}
                      accept={acceptedEndings}
                      value={file ? [file] : []}
                      onChange={({ detail }) => {
                        setFile(detail.value[0]);
                        setFileFault(detail.value[0] && faultOf(detail.value[0], texts));
                      }}
                    >
                      {texts.addMany.choose}
                    </FileInput>
                    {file && <Chosen file={file} onRemove={() => setFile(undefined)} />}
                  </SpaceBetween>
                </FormField>
                <StartField form={form} />
                <Alert type="info">{migrations.noMail}</Alert>
              </SpaceBetween>
            </Container>
          </SpaceBetween>
        </Form>
      </form>
    </ContentLayout>
  );
};

const Chosen = ({ file, onRemove }: { file: File; onRemove: () => void }) => {
  const { addMany } = useTexts();
  const { bytes } = useFormats();
  return (
    <FileTokenGroup
      items={[{ file }]}
      showFileSize
      i18nStrings={{ formatFileSize: bytes, removeFileAriaLabel: (_, name) => addMany.remove(name) }}
      onDismiss={onRemove}
    />
  );
};

type FieldProps = { form: ReturnType<typeof useForm<NewBatch>> };

const TypeField = ({ form }: FieldProps) => {
  const { migrations } = useTexts();
  const { field } = useController({ control: form.control, name: 'migrationType' });
  return (
    <FormField label={migrations.type} stretch>
      <RadioGroup
        value={field.value}
        onChange={({ detail }) => field.onChange(detail.value)}
        items={migrationTypes.map((value) => ({
          value,
          label: migrations.types[value],
          description: migrations.typeHints[value],
        }))}
      />
    </FormField>
  );
};

const StartField = ({ form }: FieldProps) => {
  const { migrations } = useTexts();
  const { field } = useController({ control: form.control, name: 'autoStart' });
  return (
    <Checkbox
      checked={field.value}
      description={migrations.startHint}
      onChange={({ detail }) => field.onChange(detail.checked)}
    >
      {migrations.startAtOnce}
    </Checkbox>
  );
};
