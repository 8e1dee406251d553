/** A text behind its sign. StatusIndicator by itself breaks a long text within words. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';

export const Marked = ({ type, children }: { type: StatusIndicatorProps.Type; children: ReactNode }) => (
  <div className="marked">
    <StatusIndicator type={type} />
    <span>{children}</span>
  </div>
);
