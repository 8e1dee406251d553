/** A problem as people read it: what it is, and the way on. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { asProblem, type Problem } from '../api/problem.ts';
import { useFormats, useTexts } from '../texts/texts-context.tsx';
import { useFollow } from './addresses.ts';

/** The sentences of a problem; the API's own where it has said what to do. */
export const ProblemText = ({ problem, titled = false }: { problem: Problem; titled?: boolean }) => {
  const { problems } = useTexts();
  const { number } = useFormats();
  const { kind, reasons, seconds, requestId } = problem;
  const { title, way } = problems[kind];
  const told = kind === 'refused' || kind === 'forbidden' ? reasons.map(({ message }) => message) : [];
  const sentences =
    told.length > 0 ? told : [seconds && kind === 'tooMany' ? problems.tooManyFor(number(seconds)) : way];
  return (
    <>
      {titled && (
        <Box fontWeight="bold" color="inherit">
          {title}
        </Box>
      )}
      {sentences.length === 1 ? (
        sentences[0]
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {kind === 'unavailable' && requestId && (
        <Box variant="small" color="inherit" display="block">
          {problems.requestId(requestId)}
        </Box>
      )}
    </>
  );
};

type ProblemAlertProps = {
  /** What was thrown. */
  thrown: unknown;
  /** Asks once more, or shows what is there now. */
  onRetry?: () => void;
};

/** Stands where what was asked for would stand. */
export const ProblemAlert = ({ thrown, onRetry }: ProblemAlertProps) => {
  const { problems } = useTexts();
  const problem = asProblem(thrown);
  const { kind } = problem;
  const isWorthIt = onRetry && kind !== 'forbidden' && kind !== 'refused';
  return (
    <Alert
      type={kind === 'changed' || kind === 'tooMany' ? 'warning' : 'error'}
      header={problems[kind].title}
      action={
        isWorthIt &&
        (kind === 'notFound' ? (
          <ToList />
        ) : (
          <Button onClick={onRetry}>{kind === 'changed' ? problems.showCurrent : problems.tryAgain}</Button>
        ))
      }
    >
      <ProblemText problem={problem} />
    </Alert>
  );
};

/** The way to the page that this one hangs on: asked again, what is gone is not there either. */
const ToList = () => {
  const { problems } = useTexts();
  const follow = useFollow();
  const above = window.location.pathname.replace(/\/[^/]*$/, '');
  return (
    <Button href={above} onFollow={follow}>
      {problems.toList}
    </Button>
  );
};
