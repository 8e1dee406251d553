/** The licences of the sample organisation: those of Microsoft's sample files, with Microsoft's own ids. */
import type { Api } from '../command/api.ts';

type Licence = { skuId: string; skuPartNumber: string; enabled: number; carriesMailbox: boolean };

const licences: readonly Licence[] = [
  {
    skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900',
    skuPartNumber: 'ENTERPRISEPACK',
    enabled: 1000,
    carriesMailbox: true,
  },
  {
    skuId: 'c7df2760-2c81-4ef7-b578-5b5392b571df',
    skuPartNumber: 'ENTERPRISEPREMIUM',
    enabled: 250,
    carriesMailbox: true,
  },
  { skuId: '18181a46-0d4e-45cd-891e-60aabd171b4e', skuPartNumber: 'STANDARDPACK', enabled: 1000, carriesMailbox: true },
  {
    skuId: '4b9405b0-7788-4568-add1-99614e613b69',
    skuPartNumber: 'EXCHANGESTANDARD',
    enabled: 500,
    carriesMailbox: true,
  },
  { skuId: 'f30db892-07e9-47e9-837c-80727f46fd3d', skuPartNumber: 'FLOW_FREE', enabled: 10_000, carriesMailbox: false },
  {
    skuId: 'a403ebcc-fae0-4ca2-8c8c-7a907fd6c235',
    skuPartNumber: 'POWER_BI_STANDARD',
    enabled: 10_000,
    carriesMailbox: false,
  },
];

/** Gives the organisation the licences that it lacks; those that it has keep their seats. */
export const addSampleLicences = async (api: Api): Promise<void> => {
  const present = await api.licenceIds();
  for (const { skuId, skuPartNumber, enabled, carriesMailbox } of licences) {
    if (present.includes(skuId)) continue;
    await api.putLicence(skuId, { skuPartNumber, prepaidUnits: { enabled }, carriesMailbox });
  }
};
