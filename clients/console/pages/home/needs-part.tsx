/** What needs an administrator, each with the one next step. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { address, useFollow, useHasPage } from '../../shell/addresses.ts';
import { LoadingBlock } from '../../shell/loading-block.tsx';
import { Marked } from '../../shell/marked.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { useNeedWords } from './need-words.ts';
import type { Need } from './needs.ts';

type Props = {
  needs: readonly Need[];
  isPending: boolean;
  /** Mails that came back were looked for among a part of the people. */
  isPart: boolean;
};

export const NeedsPart = ({ needs, isPending, isPart }: Props) => {
  const { home: texts } = useTexts();
  const { number } = useFormats();
  const follow = useFollow();
  const isEmpty = needs.length === 0;
  return (
    <Container
      header={
        <Header variant="h2" {...(!isEmpty && { counter: `(${number(needs.length)})` })}>
          {texts.needsTitle}
        </Header>
      }
    >
      <ul className="plain-list" aria-label={texts.needsTitle}>
        {needs.map((need) => (
          <li key={`${need.kind} ${need.path}`} className="need">
            <OneNeed need={need} />
          </li>
        ))}
      </ul>
      {isPending && isEmpty && <LoadingBlock height="48px" />}
      {!isPending && isEmpty && <StatusIndicator type="success">{texts.nothing}</StatusIndicator>}
      {isPart && (
        <Box color="text-body-secondary" padding={{ top: 's' }}>
          {texts.partOnly}{' '}
          <Link href={address('/users?state=bounced')} onFollow={follow}>
            {texts.lookAtAll}
          </Link>
        </Box>
      )}
    </Container>
  );
};

const types: Readonly<Record<Need['kind'], StatusIndicatorProps.Type>> = {
  noAdministrator: 'warning',
  onHold: 'warning',
  refused: 'warning',
  failed: 'error',
  moreImports: 'warning',
  synchronizationHeld: 'error',
  synchronizationSilent: 'warning',
  synchronizationRefused: 'warning',
  buy: 'warning',
  bounced: 'warning',
  graces: 'info',
  deletions: 'info',
};

const OneNeed = ({ need }: { need: Need }) => {
  const follow = useFollow();
  const hasPage = useHasPage();
  const { title, what, step } = useNeedWords()(need);
  // As the table of pages has it: an id stands for itself there.
  const [page = ''] = need.path.split('?');
  const isThere = [page, page.replace(/[^/]+$/, '$id'), page.replace(/[^/]+$/, '$skuId')].some(hasPage);
  return (
    <>
      <div className="need-words">
        <Marked type={types[need.kind]}>
          <Box variant="strong">{title}</Box>
        </Marked>
        {what && <Box color="text-body-secondary">{what}</Box>}
      </div>
      {isThere && (
        <Button href={address(need.path)} onFollow={follow} ariaLabel={`${step}: ${title}`}>
          {step}
        </Button>
      )}
    </>
  );
};
