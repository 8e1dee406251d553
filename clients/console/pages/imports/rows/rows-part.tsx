/** The difference row by row: what became of each, or would, and why. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import Table from '@cloudscape-design/components/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type RowOutcome, rowOutcomes } from '../../../../../shared/domain/imports/import-progress.ts';
import { read } from '../../../api/call.ts';
import { hasMendableReport, type Import, kindOf, type Row, rowsPath } from '../../../api/imports.ts';
import { type Page, pathOfLink } from '../../../api/people.ts';
import { useSmallWindow } from '../../../look/small-window.ts';
import { ProblemAlert } from '../../../shell/problem-alert.tsx';
import { useFormats, useLanguage, useTexts } from '../../../texts/texts-context.tsx';
import { PageNumbers } from '../page-numbers.tsx';
import { ReportDownloads } from './report-downloads.tsx';
import { useRowColumns } from './row-columns.tsx';

const pageSize = 50;

export const RowsPart = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const { number } = useFormats();
  const { language } = useLanguage();
  const kind = kindOf(one);
  const [outcome, setOutcome] = useState<RowOutcome | undefined>(one.refused > 0 ? 'refused' : undefined);
  const [page, setPage] = useState(1);
  const query = useInfiniteQuery({
    // Reasons come in the reader's language.
    queryKey: ['imports', 'rows', one.id, outcome, language],
    queryFn: ({ pageParam }) => read<Page<Row>>(pageParam),
    initialPageParam: rowsPath(one.id, { outcome, top: pageSize }),
    getNextPageParam: ({ '@odata.nextLink': link }) => link && pathOfLink(link),
  });
  const pages = query.data?.pages ?? [];
  const isNarrow = useSmallWindow();
  const columns = useRowColumns(kind, isNarrow);
  const words = kind === 'check' ? imports.wouldBe : imports.outcomes;
  const options = [
    { value: '', label: `${imports.all} (${number(one.rows ?? 0)})` },
    ...rowOutcomes
      .filter((each) => one[each] > 0)
      .map((each) => ({ value: each as string, label: `${words[each]} (${number(one[each])})` })),
  ];
  return (
    <Table<Row>
      wrapLines
      trackBy={({ rowNumber }) => String(rowNumber)}
      items={pages[page - 1]?.value ?? []}
      columnDefinitions={columns}
      columnDisplay={columns.map(({ id = '' }) => ({ id, visible: !isNarrow || id === 'row' || id === 'user' }))}
      loading={query.isPending}
      loadingText={imports.loadingRows}
      ariaLabels={{ tableLabel: imports.rowsTitle[kind] }}
      header={
        <Header
          variant="h2"
          actions={<ReportDownloads one={one} />}
          description={one.refused > 0 && hasMendableReport(one) ? imports.reportHint : undefined}
        >
          {imports.rowsTitle[kind]}
        </Header>
      }
      filter={
        <>
          {query.error && <ProblemAlert thrown={query.error} onRetry={() => void query.refetch()} />}
          <Select
            ariaLabel={imports.filter}
            options={options}
            selectedOption={options.find(({ value }) => value === (outcome ?? '')) ?? null}
            onChange={({ detail }) => {
              setPage(1);
              setOutcome(rowOutcomes.find((each) => each === detail.selectedOption.value));
            }}
          />
        </>
      }
      pagination={<PageNumbers page={page} query={query} onPage={setPage} />}
      empty={<Box textAlign="center">{imports.noRows}</Box>}
    />
  );
};
