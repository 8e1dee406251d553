/** Somebody's administrator roles, given and taken. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { RoleName } from '../../../../shared/domain/access/roles.ts';
import type { Person } from '../../api/people.ts';
import { giveRole, takeRole } from '../../api/roles.ts';
import { RoleBoxes } from '../../form/role-boxes.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay, useMayGive } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { useReadAnew } from './use-person.ts';

export const RolesPart = ({ person }: { person: Person }) => {
  const { person: texts } = useTexts();
  const { notify } = useNotify();
  const mayGive = useMayGive();
  const may = useMay();
  const readAnew = useReadAnew();
  const [chosen, setChosen] = useState<readonly RoleName[]>(person.roles as RoleName[]);
  const [problem, setProblem] = useState<unknown>();
  const [isSaving, setIsSaving] = useState(false);
  const held = person.roles as readonly RoleName[];
  const given = chosen.filter((role) => !held.includes(role));
  const taken = held.filter((role) => !chosen.includes(role));

  const save = async () => {
    setIsSaving(true);
    setProblem(undefined);
    try {
      for (const role of given) await giveRole(person.id, role);
      for (const role of taken) await takeRole(person.id, role);
      notify({ type: 'success', content: texts.rolesSaved(person.displayName) });
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      // Also after a refusal: those before it were given or taken.
      await readAnew();
      setIsSaving(false);
    }
  };
  return (
    <SpaceBetween size="l">
      <Box color="text-body-secondary">{texts.rolesWhat}</Box>
      {problem !== undefined && <ProblemAlert thrown={problem} />}
      <RoleBoxes chosen={chosen} isFixed={(role) => !mayGive(role)} isDescribed={false} size="l" onChange={setChosen} />
      {may('giveRoles') && (
        <Button
          variant="primary"
          loading={isSaving}
          disabled={given.length + taken.length === 0}
          disabledReason={texts.nothingChanged}
          onClick={() => void save()}
        >
          {texts.save}
        </Button>
      )}
    </SpaceBetween>
  );
};
