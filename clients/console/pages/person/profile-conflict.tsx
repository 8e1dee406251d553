/** What somebody else has changed while a form was filled in. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../texts/texts-context.tsx';
import { differing, valuesOf } from './profile-fields.ts';
import { useProfileWords } from './profile-words.ts';
import type { SeenPerson } from './use-person.ts';

type Props = { base: SeenPerson; theirs: SeenPerson; onSave: () => void; onTake: () => void };

export const ProfileConflict = ({ base, theirs, onSave, onTake }: Props) => {
  const { person: texts, problems } = useTexts();
  const wordsOf = useProfileWords();
  const now = valuesOf(theirs.person);
  const changed = differing(now, valuesOf(base.person));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: browsers have begun to answer with a promise, which would be taken for what cleans up.
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div role="alert" ref={place}>
      <Alert
        type="warning"
        header={texts.conflictTitle}
        action={
          <SpaceBetween direction="vertical" size="xs">
            <Button onClick={onSave} formAction="none">
              {texts.saveAnyway}
            </Button>
            <Button onClick={onTake} formAction="none">
              {texts.takeTheirs}
            </Button>
          </SpaceBetween>
        }
      >
        {texts.conflict}
        <ul>
          {changed.map((field) => (
            <li key={field}>{problems.isNow(texts.properties[field], wordsOf(field, now[field]) || texts.empty)}</li>
          ))}
          {changed.length === 0 && <li>{problems.elsewhere}</li>}
        </ul>
      </Alert>
    </div>
  );
};
