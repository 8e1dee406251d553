/** Somebody's profile, shown and changed. */
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { takeTyped } from '../../shell/keep-typed.ts';
import { useMay } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { type ProfileValues, profileFields, valuesOf } from './profile-fields.ts';
import { ProfileForm, typedUnder } from './profile-form.tsx';
import { useProfileWords } from './profile-words.ts';
import type { SeenPerson } from './use-person.ts';

export const ProfilePart = ({ seen }: { seen: SeenPerson }) => {
  const { person: texts } = useTexts();
  const wordsOf = useProfileWords();
  const may = useMay();
  const [typed] = useState(() => takeTyped<ProfileValues>(typedUnder(seen.person.id)));
  const [isEdited, setIsEdited] = useState(typed !== undefined);
  if (isEdited) return <ProfileForm seen={seen} typed={typed} onEnd={() => setIsEdited(false)} />;
  const values = valuesOf(seen.person);
  return (
    <SpaceBetween size="l">
      {may('changePeople') && <Button onClick={() => setIsEdited(true)}>{texts.edit}</Button>}
      <KeyValuePairs
        columns={3}
        items={profileFields.map((field) => ({
          label: texts.properties[field],
          value: wordsOf(field, values[field]) || texts.empty,
        }))}
      />
    </SpaceBetween>
  );
};
