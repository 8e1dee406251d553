/** The file is chosen: dropped or looked for, with its sheet, and checked by the server. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FileDropzone from '@cloudscape-design/components/file-dropzone';
import FileInput, { type FileInputProps } from '@cloudscape-design/components/file-input';
import FileTokenGroup from '@cloudscape-design/components/file-token-group';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { acceptedEndings, faultOf, isWorkbook } from './file-faults.ts';
import { Interrupted, useInterrupted } from './interrupted.tsx';

type Props = {
  /** The import whose upload broke off, where the page is there to go on with it. */
  importId: string | undefined;
  /** Why the server did not take the file. */
  refused: Problem | undefined;
  onBegin: (file: File, how: { sheet: string; importId?: string | undefined }) => void;
  /** Another file was chosen. */
  onChoose: () => void;
};

export const FileForm = ({ importId, refused, onBegin, onChoose }: Props) => {
  const texts = useTexts();
  const { addMany } = texts;
  const { bytes } = useFormats();
  const [file, setFile] = useState<File>();
  const [sheet, setSheet] = useState('');
  const [fault, setFault] = useState<string>();
  const input = useRef<FileInputProps.Ref>(null);
  const before = useInterrupted(importId);
  const interrupted = before?.isOver ? undefined : before;
  useEffect(() => {
    if (refused) input.current?.focus();
  }, [refused]);

  const choose = ([chosen]: readonly File[]) => {
    setFile(chosen);
    setFault(chosen && faultOf(chosen, texts));
    onChoose();
  };
  const begin = () => {
    const found = faultOf(file, texts) ?? (file && interrupted?.faultOf(file));
    setFault(found);
    if (found !== undefined || !file) input.current?.focus();
    else onBegin(file, { sheet: isWorkbook(file) ? sheet.trim() : '', importId: interrupted?.importId });
  };
  const reasons = refused?.reasons.map(({ message }) => message).join(' ');
  const isOther = refused !== undefined && reasons === '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <Form
        actions={
          <Button variant="primary" formAction="submit">
            {interrupted ? addMany.goOn : addMany.check}
          </Button>
        }
      >
        <SpaceBetween size="l">
          {before && <Interrupted upload={before} />}
          {isOther && <ProblemAlert thrown={refused} />}
          <Container>
            <SpaceBetween size="l">
              <FormField
                label={addMany.file}
                description={addMany.fileHint}
                constraintText={addMany.fileConstraint}
                errorText={fault ?? (reasons || undefined)}
                stretch
              >
                <SpaceBetween size="xs">
                  <FileDropzone onChange={({ detail }) => choose(detail.value)}>
                    <SpaceBetween size="xs" alignItems="center">
                      <span>{addMany.drop}</span>
                      <FileInput
                        ref={input}
                        accept={acceptedEndings}
                        value={file ? [file] : []}
                        onChange={({ detail }) => choose(detail.value)}
                      >
                        {addMany.choose}
                      </FileInput>
                    </SpaceBetween>
                  </FileDropzone>
                  {file && (
                    <FileTokenGroup
                      items={[{ file }]}
                      showFileSize
                      i18nStrings={{ formatFileSize: bytes, removeFileAriaLabel: (_, name) => addMany.remove(name) }}
                      onDismiss={() => choose([])}
                    />
                  )}
                </SpaceBetween>
              </FormField>
              {file && isWorkbook(file) && !interrupted && (
                <FormField label={addMany.sheet} description={addMany.sheetHint} stretch>
                  <Input value={sheet} onChange={({ detail }) => setSheet(detail.value)} />
                </FormField>
              )}
              <Alert type="info">{addMany.nothingYet}</Alert>
            </SpaceBetween>
          </Container>
        </SpaceBetween>
      </Form>
    </form>
  );
};
