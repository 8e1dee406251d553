/** The sums of an import: what became of its rows, or would. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { type RowOutcome, rowOutcomes } from '../../../../shared/domain/imports/import-progress.ts';
import { type Import, kindOf } from '../../api/imports.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { ImportState } from './import-state.tsx';
import { useLicenceName } from './import-words.ts';

/** Sums that are shown though they are nothing: of an undo others matter than of a file. */
const always: Readonly<Record<'file' | 'undo', readonly RowOutcome[]>> = {
  file: ['created', 'updated', 'unchanged', 'refused'],
  undo: ['deleted', 'updated', 'refused'],
};

export const ImportSummary = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const { number, list } = useFormats();
  const licenceName = useLicenceName();
  const kind = kindOf(one);
  const words = kind === 'check' ? imports.wouldBe : imports.outcomes;
  const shown = rowOutcomes.filter(
    (outcome) => one[outcome] > 0 || always[kind === 'undo' ? 'undo' : 'file'].includes(outcome),
  );
  const toBuy = one.licences
    .filter(({ seatsToBuy }) => seatsToBuy > 0)
    .map(({ skuId, skuPartNumber, seatsToBuy }) =>
      imports.seatsToBuyOf(licenceName(skuId, skuPartNumber), number(seatsToBuy)),
    );
  return (
    <Container
      header={
        <Header variant="h2" info={<ImportState of={one} />}>
          {imports.counts}
        </Header>
      }
    >
      <KeyValuePairs
        columns={4}
        minColumnWidth={110}
        items={[
          { label: imports.rows, value: number(one.rows ?? 0) },
          ...shown.map((outcome) => ({ label: words[outcome], value: number(one[outcome]) })),
          ...(kind === 'undo'
            ? []
            : [{ label: imports.seatsToBuy, value: toBuy.length === 0 ? imports.none : list(toBuy) }]),
          ...(one.mails === null ? [] : [{ label: imports.mails, value: number(one.mails) }]),
        ]}
      />
    </Container>
  );
};
