/** Who signed in, who failed to, and from where, newest first. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useRecords } from '../../api/use-records.ts';
import { EndOfRecords, NoRecords } from '../../form/records-end.tsx';
import { useSmallWindow } from '../../look/small-window.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { Result, Where, Who } from './sign-in-cells.tsx';
import { SignInFilters } from './sign-in-filters.tsx';
import { everySignIn, hasResult, type SignIn, type SignInQuestion, signInPath } from './sign-in-question.ts';

export const SignInsPage = () => {
  const { signIns: texts } = useTexts();
  const { moment } = useFormats();
  const isSmall = useSmallWindow();
  const [question, setQuestion] = useState<SignInQuestion>(everySignIn);
  const records = useRecords<SignIn>(signInPath(question), hasResult(question), question.result);
  const { entries, error, isPending, refetch } = records;
  return (
    <Table<SignIn>
      variant="full-page"
      trackBy="id"
      wrapLines
      loading={isPending}
      loadingText={texts.loading}
      items={entries}
      ariaLabels={{ tableLabel: texts.title }}
      header={
        <Header variant="h1" description={texts.description}>
          {texts.title}
        </Header>
      }
      filter={
        <SpaceBetween size="xs">
          <SignInFilters question={question} onChange={setQuestion} />
          {error && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
        </SpaceBetween>
      }
      empty={!error && <NoRecords title={texts.noneTitle}>{texts.none}</NoRecords>}
      footer={<EndOfRecords records={records} older={texts.older} />}
      columnDefinitions={[
        {
          id: 'who',
          header: `${texts.who}, ${texts.when}`,
          isRowHeader: true,
          minWidth: 120,
          cell: (signIn) => (
            <>
              <Who signIn={signIn} />
              <Box color="text-body-secondary">
                <span className="whole-days">{moment(signIn.createdDateTime)}</span>
              </Box>
            </>
          ),
        },
        {
          id: 'result',
          header: isSmall ? `${texts.result}, ${texts.where}` : texts.result,
          minWidth: 120,
          cell: (signIn) => (
            <>
              <Result signIn={signIn} />
              {isSmall && (
                <Box color="text-body-secondary">
                  <Where signIn={signIn} />
                </Box>
              )}
            </>
          ),
        },
        ...(isSmall ? [] : [{ id: 'where', header: texts.where, cell: (signIn: SignIn) => <Where signIn={signIn} /> }]),
      ]}
    />
  );
};
