/** Where the new person works, and which licences they get, with the apps of each. */
import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type UseFormReturn, useController } from 'react-hook-form';
import { type Licence, licenceName } from '../../../api/people.ts';
import { seatsLeft } from '../../../api/seats.ts';
import { useCountryOptions } from '../../../form/country-options.ts';
import { useTexts } from '../../../texts/texts-context.tsx';
import type { NewUser } from '../new-user.ts';
import { licencesToBuy } from '../seats.ts';

type Props = { form: UseFormReturn<NewUser>; licences: readonly Licence[] };

export const LocationField = ({ form }: Pick<Props, 'form'>) => {
  const { addUser } = useTexts();
  const { field, fieldState } = useController({ control: form.control, name: 'usageLocation' });
  const options = useCountryOptions();
  return (
    <FormField
      label={addUser.location}
      constraintText={addUser.locationHint}
      errorText={fieldState.error?.message}
      stretch
    >
      <Select
        ref={field.ref}
        filteringType="auto"
        filteringAriaLabel={addUser.location}
        placeholder={addUser.chooseLocation}
        options={options}
        selectedOption={options.find(({ value }) => value === field.value) ?? null}
        onBlur={field.onBlur}
        onChange={({ detail }) => field.onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
};

export const LicenceFields = ({ form, licences }: Props) => {
  const { addUser } = useTexts();
  const { field, fieldState } = useController({ control: form.control, name: 'licences' });
  const toggle = (skuId: string, isOn: boolean) =>
    field.onChange(isOn ? [...field.value, skuId] : field.value.filter((one) => one !== skuId));
  const short = licencesToBuy(licences, field.value);
  return (
    <FormField label={addUser.licences} errorText={fieldState.error?.message} stretch>
      <SpaceBetween size="s">
        {licences.length === 0 && addUser.noLicences}
        {licences.map((licence) => (
          <SpaceBetween key={licence.skuId} size="xxs">
            <Checkbox
              checked={field.value.includes(licence.skuId)}
              description={addUser.seatsLeft(seatsLeft(licence), licence.prepaidUnits.enabled)}
              onChange={({ detail }) => toggle(licence.skuId, detail.checked)}
            >
              {licenceName(licence)}
            </Checkbox>
            {field.value.includes(licence.skuId) && <Apps form={form} licence={licence} />}
          </SpaceBetween>
        ))}
        {field.value.length === 0 && licences.length > 0 && <Alert type="info">{addUser.withoutLicence}</Alert>}
        {short.length > 0 && (
          <div role="status">
            {short.map((licence) => (
              <Alert key={licence.skuId} type="warning" header={addUser.noSeatTitle(licenceName(licence))}>
                {addUser.noSeat}
              </Alert>
            ))}
          </div>
        )}
      </SpaceBetween>
    </FormField>
  );
};

/** The service plans of a licence: all of them, unless some are switched off. */
const Apps = ({ form, licence }: { form: UseFormReturn<NewUser>; licence: Licence }) => {
  const { addUser } = useTexts();
  const { field } = useController({ control: form.control, name: 'disabledPlans' });
  const off = field.value[licence.skuId] ?? [];
  const toggle = (planId: string, isOn: boolean) =>
    field.onChange({
      ...field.value,
      [licence.skuId]: isOn ? off.filter((one) => one !== planId) : [...off, planId],
    });
  return (
    <ExpandableSection
      variant="footer"
      headerText={addUser.apps(licence.servicePlans.length - off.length, licence.servicePlans.length)}
    >
      <SpaceBetween size="xxs">
        {licence.servicePlans.map(({ servicePlanId, servicePlanName, ...plan }) => (
          <Checkbox
            key={servicePlanId}
            checked={!off.includes(servicePlanId)}
            onChange={({ detail }) => toggle(servicePlanId, detail.checked)}
          >
            {(plan as { displayName?: string }).displayName ?? servicePlanName}
          </Checkbox>
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
};
