/** The form of somebody's profile. Nobody's change is lost: a change that meets another one says what is different. */
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { call } from '../../api/call.ts';
import { placeReasons } from '../../api/place-reasons.ts';
import { asProblem, Problem } from '../../api/problem.ts';
import { useKeepTyped } from '../../shell/keep-typed.ts';
import { useNotify } from '../../shell/notifications.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { ProfileConflict } from './profile-conflict.tsx';
import { ProfileFormField } from './profile-field.tsx';
import {
  changeOf,
  differing,
  type ProfileField,
  type ProfileValues,
  profileFields,
  profileSchema,
  valuesOf,
} from './profile-fields.ts';
import { readPerson, type SeenPerson, useReadAnew } from './use-person.ts';

/** The name by which what is typed is kept over a reload. */
export const typedUnder = (id: string): string => `profile-${id}`;

type Props = { seen: SeenPerson; typed: ProfileValues | undefined; onEnd: () => void };

const fieldOf = (target: string): ProfileField | undefined => profileFields.find((field) => target.startsWith(field));

export const ProfileForm = ({ seen, typed, onEnd }: Props) => {
  const { person: texts } = useTexts();
  const { notify } = useNotify();
  const readAnew = useReadAnew();
  // What the form began with: a change that somebody else makes meanwhile is told from one's own by it.
  const [base, setBase] = useState(seen);
  const [theirs, setTheirs] = useState<SeenPerson>();
  const [problem, setProblem] = useState<Problem>();
  const form = useForm<ProfileValues>({
    resolver: zodResolver(profileSchema(texts.required)),
    defaultValues: typed ?? valuesOf(seen.person),
  });
  const { handleSubmit, getValues, reset, setError, formState } = form;
  useKeepTyped(typedUnder(seen.person.id), getValues);

  const save = async (values: ProfileValues, over: SeenPerson) => {
    const changed = differing(values, valuesOf(base.person));
    if (changed.length === 0) return onEnd();
    setProblem(undefined);
    try {
      await call('PATCH', `users/${over.person.id}`, { body: changeOf(values, changed), ifMatch: over.etag });
      notify({ type: 'success', content: texts.saved(values.displayName) });
      await readAnew();
      onEnd();
    } catch (thrown) {
      await tell(asProblem(thrown));
    }
  };
  const tell = async (refused: Problem) => {
    if (refused.kind === 'changed') {
      const current = await readPerson(base.person.id).catch(() => undefined);
      if (current) return setTheirs(current);
    }
    const left = placeReasons({ setError }, refused, fieldOf);
    const isAllPlaced = refused.reasons.length > 0 && left.length === 0;
    setProblem(isAllPlaced ? undefined : new Problem(refused.kind, { ...refused, reasons: left }));
  };
  const begin = (from: SeenPerson, values: ProfileValues) => {
    setBase(from);
    setTheirs(undefined);
    reset(values);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit((values) => save(values, base))();
      }}
    >
      <Form
        errorText={problem && <ProblemAlert thrown={problem} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={onEnd}>
              {texts.cancel}
            </Button>
            <Button variant="primary" loading={formState.isSubmitting}>
              {texts.save}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <ColumnLayout columns={2}>
            {profileFields.map((field) => (
              <ProfileFormField key={field} form={form} name={field} />
            ))}
          </ColumnLayout>
          {theirs && (
            <ProfileConflict
              base={base}
              theirs={theirs}
              onSave={() => void handleSubmit((values) => save(values, theirs))()}
              onTake={() => begin(theirs, valuesOf(theirs.person))}
            />
          )}
        </SpaceBetween>
      </Form>
    </form>
  );
};
