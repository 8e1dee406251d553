/** Empty files with the right headings, to be filled in a spreadsheet program. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { saveFile } from '../../api/save-file.ts';
import { languageNames, languages } from '../../texts/languages.ts';
import { useTexts } from '../../texts/texts-context.tsx';
import { templateFile } from './template-file.ts';

export const TemplateDownloads = () => {
  const { addMany } = useTexts();
  return (
    <Container header={<Header variant="h2">{addMany.templates}</Header>}>
      <SpaceBetween size="m">
        <Box>{addMany.templatesHint}</Box>
        <SpaceBetween direction="horizontal" size="xs">
          {languages.map((language) => (
            <Button
              key={language}
              iconName="download"
              formAction="none"
              ariaLabel={addMany.downloadTemplate(languageNames[language])}
              onClick={() => saveFile(`users-${language}.csv`, templateFile(language), 'text/csv;charset=utf-8')}
            >
              {languageNames[language]}
            </Button>
          ))}
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  );
};
