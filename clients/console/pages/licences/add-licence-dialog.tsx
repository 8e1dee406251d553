/** A licence that the organisation did not have before. */
import Autosuggest, { type AutosuggestProps } from '@cloudscape-design/components/autosuggest';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import { productNames } from '../../../../shared/domain/licences/product-names.ts';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { useNotify } from '../../shell/notifications.tsx';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import { useLicencesAnew } from './one-licence.ts';
import { mostSeats, seatsIn } from './seats-in.ts';

/** As the API takes them. */
const partNumbers = /^[A-Za-z0-9_]{1,64}$/;

/** Products by part number, under the names of today. */
const products = Object.entries(productNames)
  .filter(([partNumber]) => partNumbers.test(partNumber))
  .map(([value, [label = value]]) => ({ value, label, description: value }));

type Faults = { product?: string; seats?: string };

export const AddLicenceDialog = ({ onClose }: { onClose: () => void }) => {
  const { licences: texts } = useTexts();
  const { number } = useFormats();
  const { notify } = useNotify();
  const readAnew = useLicencesAnew();
  // Kept while the dialog is open: a request that is repeated is about the same licence.
  const [skuId] = useState(() => crypto.randomUUID());
  const [product, setProduct] = useState('');
  const [seats, setSeats] = useState('');
  const [carriesMailbox, setCarriesMailbox] = useState(true);
  const [faults, setFaults] = useState<Faults>({});
  const [productField, seatsField] = [useRef<AutosuggestProps.Ref>(null), useRef<InputProps.Ref>(null)];

  const typed = product.trim();
  const known = products.find(({ value, label }) =>
    [value, label].some((name) => name.toLowerCase() === typed.toLowerCase()),
  );
  const skuPartNumber = known?.value ?? typed;
  const refuse = (found: Faults): 'stay' => {
    setFaults(found);
    (found.product ? productField : seatsField).current?.focus();
    return 'stay';
  };
  const add = async (): Promise<'stay' | undefined> => {
    const enabled = seatsIn(seats);
    const found = {
      ...(!partNumbers.test(skuPartNumber) && { product: texts.productInvalid }),
      ...(enabled === undefined && { seats: texts.seatsInvalid(number(mostSeats)) }),
    };
    if (Object.keys(found).length > 0) return refuse(found);
    try {
      const body = { skuPartNumber, carriesMailbox, prepaidUnits: { enabled } };
      await call('PUT', `subscribedSkus/${skuId}`, { body });
    } catch (thrown) {
      const reason = asProblem(thrown).reasons.find(({ target }) => target === 'skuPartNumber');
      if (reason) return refuse({ product: reason.message });
      throw thrown;
    }
    notify({ type: 'success', content: texts.added(known?.label ?? skuPartNumber) });
    await readAnew();
    return undefined;
  };
  return (
    <ConfirmDialog title={texts.add} verb={texts.add} onConfirm={add} onClose={onClose}>
      <SpaceBetween size="m">
        <FormField
          label={texts.product}
          description={texts.productHint}
          constraintText={known && known.label !== typed ? known.label : undefined}
          errorText={faults.product}
        >
          <Autosuggest
            ref={productField}
            value={product}
            options={products}
            enteredTextLabel={texts.useTyped}
            empty={texts.productUnknown}
            onChange={({ detail }) => {
              setProduct(detail.value);
              setFaults({});
            }}
          />
        </FormField>
        <FormField label={texts.seats} description={texts.seatsHint} errorText={faults.seats}>
          <Input
            ref={seatsField}
            value={seats}
            inputMode="numeric"
            autoComplete="off"
            onChange={({ detail }) => {
              setSeats(detail.value);
              setFaults({});
            }}
          />
        </FormField>
        <Checkbox
          checked={carriesMailbox}
          description={texts.mailboxHint}
          onChange={({ detail }) => setCarriesMailbox(detail.checked)}
        >
          {texts.withMailbox}
        </Checkbox>
      </SpaceBetween>
    </ConfirmDialog>
  );
};
