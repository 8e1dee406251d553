/** Where an import stands, while it does not simply have its end. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import { useLocation } from '@tanstack/react-router';
import { rowOutcomes } from '../../../../shared/domain/imports/import-progress.ts';
import { type Import, kindOf } from '../../api/imports.ts';
import { useGo } from '../../shell/addresses.ts';
import { useMay } from '../../shell/session-context.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { useFaultText } from './read-as/file-fault.ts';

export const ImportStanding = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const may = useMay();
  const go = useGo();
  const faultText = useFaultText();
  const kind = kindOf(one);
  // The page that has sent the file knows that it is there a moment before the server does.
  const { isUploaded } = useLocation().state as { isUploaded?: boolean };
  if (one.status === 'running' || (one.status === 'notStarted' && isUploaded)) return <Running one={one} />;
  if (one.status === 'notStarted') {
    const goOn = may('manageImports') && kind !== 'undo' && (
      <Button onClick={() => go(`/users/add-many?import=${one.id}`)}>{imports.goOnUpload}</Button>
    );
    return (
      <Alert type="info" header={imports.waitsTitle} action={goOn}>
        {imports.waits}
      </Alert>
    );
  }
  if (one.status === 'onHold') {
    return (
      <Alert type="warning" header={imports.holdTitle}>
        {imports.hold}
      </Alert>
    );
  }
  if (one.status === 'cancelled') {
    return (
      <Alert type="info" header={imports.cancelledTitle}>
        {kind !== 'check' && imports.cancelledWhat}
      </Alert>
    );
  }
  if (!one.error) return null;
  return (
    <Alert type="error" header={kind === 'check' ? imports.failedCheckTitle : imports.failedTitle}>
      {faultText(one.error)}
    </Alert>
  );
};

const Running = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const { number, duration } = useFormats();
  const done = rowOutcomes.reduce((sum, outcome) => sum + one[outcome], 0);
  const isCounted = one.rows !== null && one.rows > 0;
  return (
    <Container>
      <ProgressBar
        label={imports.running[kindOf(one)]}
        value={isCounted ? Math.min(100, (done / (one.rows ?? 1)) * 100) : 0}
        description={isCounted ? imports.rowsOf(number(done), number(one.rows ?? 0)) : imports.reading}
        additionalInfo={one.secondsLeft === null ? undefined : imports.left(duration(Math.max(1, one.secondsLeft)))}
      />
    </Container>
  );
};
