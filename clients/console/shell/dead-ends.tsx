/** Pages that stand where another one cannot: no such page, no right to it, and one that failed. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../texts/texts-context.tsx';
import { address, useFollow } from './addresses.ts';

const DeadEnd = ({ title, children }: { title: string; children: ReactNode }) => {
  const { shell } = useTexts();
  const follow = useFollow();
  return (
    <Box padding={{ vertical: 'xxl' }} textAlign="center">
      <SpaceBetween size="m">
        <Box variant="h1">{title}</Box>
        <Box color="text-body-secondary">{children}</Box>
        <Button href={address('/')} onFollow={follow}>
          {shell.home}
        </Button>
      </SpaceBetween>
    </Box>
  );
};

/** At an address that no page has. */
export const NoPage = () => {
  const { shell } = useTexts();
  return <DeadEnd title={shell.noPageTitle}>{shell.noPage}</DeadEnd>;
};

/** At the address of a page that the person's roles do not open. */
export const NoRight = ({ page }: { page: string }) => {
  const { shell } = useTexts();
  return <DeadEnd title={shell.noRightTitle}>{shell.noRight(page)}</DeadEnd>;
};

const Failed = () => {
  const { shell } = useTexts();
  return (
    <Alert
      type="error"
      header={shell.failedTitle}
      action={<Button onClick={() => window.location.reload()}>{shell.reload}</Button>}
    >
      {shell.failed}
    </Alert>
  );
};

/** Around a page: when it fails, the rest goes on. Another `page` is tried afresh. */
export class FailureBoundary extends Component<{ page: string; children: ReactNode }, { failedAt?: string }> {
  override state: { failedAt?: string } = {};

  static getDerivedStateFromError(): { failedAt: string } {
    return { failedAt: window.location.pathname };
  }

  override componentDidUpdate(before: { page: string }): void {
    if (before.page !== this.props.page && this.state.failedAt !== undefined)
      this.setState({ failedAt: undefined as never });
  }

  override render(): ReactNode {
    return this.state.failedAt === undefined ? this.props.children : <Failed />;
  }
}
