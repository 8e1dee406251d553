/** What somebody else has set while a form was filled in, beneath the word that nothing was saved. */
import Alert from '@cloudscape-design/components/alert';
import { useTexts } from '../texts/texts-context.tsx';

/** A property as the form calls it, with what it was when the form began and what it is now. */
export type ShownProperty = { label: string; before: string; now: string };

export const NowDifferent = ({ properties }: { properties: readonly ShownProperty[] }) => {
  const { problems, settings } = useTexts();
  const different = properties.filter(({ before, now }) => before !== now);
  return (
    <Alert type="info">
      <ul className="plain-list">
        {different.map(({ label, now }) => (
          <li key={label}>{problems.isNow(label, now || settings.empty)}</li>
        ))}
        {different.length === 0 && <li>{problems.elsewhere}</li>}
      </ul>
    </Alert>
  );
};
