/** The state of an import, by colour, sign and word. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Import } from '../../api/imports.ts';
import { useTexts } from '../../texts/texts-context.tsx';

const signs: Readonly<Record<Import['status'], StatusIndicatorProps.Type>> = {
  notStarted: 'pending',
  running: 'in-progress',
  onHold: 'warning',
  succeeded: 'success',
  failed: 'error',
  cancelled: 'stopped',
};

export const ImportState = ({ of: { status, refused } }: { of: Import }) => {
  const { imports } = useTexts();
  const hasRefusals = status === 'succeeded' && refused > 0;
  return (
    <StatusIndicator type={hasRefusals ? 'warning' : signs[status]}>
      {hasRefusals ? imports.withRefusals : imports.states[status]}
    </StatusIndicator>
  );
};
