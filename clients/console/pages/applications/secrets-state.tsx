/** Whether an application can be used: by when the last of its secrets ends. */
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { goodSecrets, type Secret } from '../../api/applications.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';

/** So many days ahead somebody has to think of the next secret. */
const soon = 30;

/** Whether a moment is near. */
export const isSoon = (moment: string, now = Date.now()): boolean => Date.parse(moment) - now < soon * 86_400_000;

export const SecretsState = ({ secrets }: { secrets: readonly Secret[] }) => {
  const { applications } = useTexts();
  const { inDays } = useFormats();
  if (secrets.length === 0) return <StatusIndicator type="stopped">{applications.noSecret}</StatusIndicator>;
  const last = goodSecrets(secrets)
    .map(({ endDateTime }) => endDateTime)
    .toSorted()
    .at(-1);
  if (!last) return <StatusIndicator type="error">{applications.noGoodSecret}</StatusIndicator>;
  return (
    <StatusIndicator type={isSoon(last) ? 'warning' : 'success'}>
      {applications.secretUntil(inDays(last))}
    </StatusIndicator>
  );
};
