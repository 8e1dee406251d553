/** The rows as files: all of them in the file’s own columns, to be mended, or the refused ones with their reasons. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { read } from '../../../api/call.ts';
import { csvOf } from '../../../api/csv.ts';
import { hasMendableReport, type Import, type Row, rowsPath } from '../../../api/imports.ts';
import { type Page, pathOfLink } from '../../../api/people.ts';
import { saveFile } from '../../../api/save-file.ts';
import { useNotify } from '../../../shell/notifications.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';

/** As many rows as an answer may hold. */
const mostRows = 1000;

export const ReportDownloads = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const { notifyProblem } = useNotify();
  const [busy, setBusy] = useState<'report' | 'refused'>();
  const during = (what: typeof busy, act: () => Promise<void>) => () => {
    setBusy(what);
    void act()
      .catch(notifyProblem)
      .finally(() => setBusy(undefined));
  };
  const refused = async () => {
    const rows = await refusedRows(one.id);
    const lines = rows.map(({ rowNumber, userPrincipalName, message }) => [
      String(rowNumber),
      userPrincipalName ?? '',
      message ?? '',
    ]);
    const text = csvOf([[imports.row, imports.user, imports.details], ...lines]);
    saveFile(imports.reportName(one.fileName.replace(/\.[^.]+$/, '')), text, 'text/csv;charset=utf-8');
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {one.refused > 0 && (
        <Button iconName="download" loading={busy === 'refused'} onClick={during('refused', refused)}>
          {imports.refusedRows}
        </Button>
      )}
      {hasMendableReport(one) && (
        <Button
          iconName="download"
          loading={busy === 'report'}
          onClick={during('report', () => downloadReport(one.id))}
        >
          {imports.report}
        </Button>
      )}
    </SpaceBetween>
  );
};

const refusedRows = async (id: string): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let path: string | undefined = rowsPath(id, { outcome: 'refused', top: mostRows }); path !== undefined; ) {
    const page: Page<Row> = await read<Page<Row>>(path);
    rows.push(...page.value);
    const link: string | undefined = page['@odata.nextLink'];
    path = link && pathOfLink(link);
  }
  return rows;
};

/** The browser fetches it from the bucket by itself: the page goes on. */
const downloadReport = async (id: string): Promise<void> => {
  const { url, fileName } = await read<{ url: string; fileName: string }>(`imports/${id}/reportFile`);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
};
