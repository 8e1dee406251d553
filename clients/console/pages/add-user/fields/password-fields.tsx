/** The password of the new person: made or chosen, to be changed or not, and who gets it. */
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type UseFormReturn, useController } from 'react-hook-form';
import type { PasswordRules } from '../../../api/session.ts';
import { TextField } from '../../../form/text-field.tsx';
import { useTexts } from '../../../texts/texts-context.tsx';
import type { NewUser } from '../new-user.ts';
import { RulesKept } from './rules-kept.tsx';

type Props = {
  form: UseFormReturn<NewUser>;
  rules: PasswordRules;
  /** Whether it is asked who gets the password; else it is shown once, or goes where the directory's rule says. */
  asksDelivery: boolean;
};

export const PasswordFields = ({ form, rules, asksDelivery }: Props) => {
  const { addUser } = useTexts();
  const kind = useController({ control: form.control, name: 'passwordKind' }).field;
  const mustChange = useController({ control: form.control, name: 'mustChange' }).field;
  return (
    <SpaceBetween size="l">
      <FormField label={addUser.passwordSettings}>
        <RadioGroup
          ref={kind.ref}
          value={kind.value}
          items={[
            { value: 'generated', label: addUser.generated },
            { value: 'own', label: addUser.ownPassword },
          ]}
          onChange={({ detail }) => kind.onChange(detail.value)}
        />
      </FormField>
      {kind.value === 'own' && (
        <SpaceBetween size="xs">
          <TextField form={form} name="password" label={addUser.password} type="password" autoComplete="new-password" />
          <RulesKept password={form.watch('password')} rules={rules} />
        </SpaceBetween>
      )}
      <Checkbox checked={mustChange.value} onChange={({ detail }) => mustChange.onChange(detail.checked)}>
        {addUser.mustChange}
      </Checkbox>
      {asksDelivery && <DeliveryFields form={form} isGenerated={kind.value === 'generated'} />}
    </SpaceBetween>
  );
};

const DeliveryFields = ({ form, isGenerated }: { form: UseFormReturn<NewUser>; isGenerated: boolean }) => {
  const { addUser } = useTexts();
  const delivery = useController({ control: form.control, name: 'delivery' }).field;
  const isMailed = delivery.value === 'mail' || !isGenerated;
  return (
    <SpaceBetween size="s">
      {isGenerated && (
        <FormField label={addUser.delivery}>
          <RadioGroup
            value={delivery.value}
            items={[
              { value: 'mail', label: addUser.sendPassword },
              { value: 'show', label: addUser.showPassword, description: addUser.showPasswordHint },
            ]}
            onChange={({ detail }) => delivery.onChange(detail.value)}
          />
        </FormField>
      )}
      {isMailed && (
        <TextField
          form={form}
          name="deliverTo"
          label={isGenerated ? addUser.deliverTo : addUser.sendPasswordTo}
          constraint={addUser.deliverToHint}
          inputMode="email"
          autoComplete={false}
        />
      )}
    </SpaceBetween>
  );
};
