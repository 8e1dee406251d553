/** The rules of a password, each with whether what was typed keeps it. */
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { judgePassword } from '../../../../../shared/pages/browser/judge-password.ts';
import type { PasswordRules } from '../../../api/session.ts';
import { useTexts } from '../../../texts/texts-context.tsx';

export const RulesKept = ({ password, rules }: { password: string; rules: PasswordRules }) => {
  const { addUser } = useTexts();
  const { ruleLength, ruleKinds } = judgePassword(password, password, rules);
  const told = [
    { isKept: ruleLength, text: addUser.ruleLength(rules.least, rules.most) },
    ...(rules.kinds > 1 ? [{ isKept: ruleKinds, text: addUser.ruleKinds(rules.kinds) }] : []),
  ];
  return (
    <ul className="plain-list" aria-label={addUser.rules}>
      {told.map(({ isKept, text }) => (
        <li key={text}>
          <StatusIndicator
            type={isKept ? 'success' : password === '' ? 'pending' : 'error'}
            iconAriaLabel={isKept ? addUser.kept : addUser.notKept}
          >
            {text}
          </StatusIndicator>
        </li>
      ))}
    </ul>
  );
};
