/** The state of a batch, by colour, sign and word. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { BatchStatus } from '../../../../shared/domain/imports/batch-state.ts';
import { useTexts } from '../../texts/texts-context.tsx';

const signs: Readonly<Record<BatchStatus, StatusIndicatorProps.Type>> = {
  Created: 'pending',
  Waiting: 'pending',
  Starting: 'in-progress',
  Syncing: 'in-progress',
  Synced: 'success',
  SyncedWithErrors: 'warning',
  Stopped: 'stopped',
  Completed: 'success',
  CompletedWithErrors: 'warning',
  Failed: 'error',
};

export const BatchState = ({ status }: { status: BatchStatus }) => {
  const { migrations } = useTexts();
  return <StatusIndicator type={signs[status]}>{migrations.states[status]}</StatusIndicator>;
};
