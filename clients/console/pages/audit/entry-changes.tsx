/** Before and after of an entry, in words: a few lines, and the rest when somebody wants it. */
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useTexts } from '../../texts/texts-context.tsx';
import type { Entry } from './audit-question.ts';
import { useEntryWords } from './entry-words.ts';

/** Lines that are shown at once; one more than that is not worth a click. */
const shownAtOnce = 3;

export const EntryChanges = ({ entry }: { entry: Entry }) => {
  const { audit } = useTexts();
  const { changes, details, line } = useEntryWords();
  const lines = [...changes(entry).map(line), ...details(entry)];
  const isLong = lines.length > shownAtOnce + 1;
  const rest = isLong ? lines.slice(shownAtOnce) : [];
  return (
    <>
      <Lines lines={isLong ? lines.slice(0, shownAtOnce) : lines} />
      {isLong && (
        <ExpandableSection
          variant="inline"
          headerText={
            <Box fontSize="body-s" color="inherit">
              {audit.changes(rest.length)}
            </Box>
          }
        >
          <Lines lines={rest} />
        </ExpandableSection>
      )}
    </>
  );
};

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="plain-list break-anywhere">
    {lines.map((line) => (
      <li key={line}>
        <Box color="text-body-secondary" variant="small">
          {line}
        </Box>
      </li>
    ))}
  </ul>
);
