/** Adding many people: the file is chosen and sent here; what would come of it is shown on the page of its import. */
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearch } from '@tanstack/react-router';
import { useTexts } from '../../texts/texts-context.tsx';
import { FileForm } from './file-form.tsx';
import { LeaveWarning } from './leave-warning.tsx';
import { Sending } from './sending.tsx';
import { TemplateDownloads } from './template-downloads.tsx';
import { useUpload } from './use-upload.ts';

export const AddManyPage = () => {
  const { addMany } = useTexts();
  const { import: importId } = useSearch({ strict: false }) as { import?: string };
  const upload = useUpload();
  const { state } = upload;
  // A refusal of the file itself stands beside the field where another one is chosen.
  const isRefused = state?.problem?.kind === 'refused';
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={addMany.description}>
          {addMany.title}
        </Header>
      }
    >
      {state && !isRefused ? (
        <Sending state={state} onGoOn={upload.goOn} onCancel={upload.cancel} />
      ) : (
        <SpaceBetween size="l">
          <FileForm importId={importId} refused={state?.problem} onBegin={upload.begin} onChoose={upload.reset} />
          <TemplateDownloads />
        </SpaceBetween>
      )}
      <LeaveWarning isOn={state !== undefined && !isRefused} />
    </ContentLayout>
  );
};
