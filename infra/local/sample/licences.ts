/** The licences of the sample organisation: those of Microsoft's sample files, with Microsoft's own ids. */
import type { Api } from '../command/api.ts';
import { sampleServicePlans } from './service-plans.ts';

type Plan = keyof typeof sampleServicePlans;
type Licence = {
  skuId: string;
  skuPartNumber: string;
  enabled: number;
  carriesMailbox: boolean;
  plans: readonly Plan[];
};

/** The plans that the suites have in common. */
const common = ['TEAMS1', 'MCOSTANDARD', 'SHAREPOINTWAC', 'YAMMER_ENTERPRISE', 'SWAY'] as const;

/** What the larger suites have. */
const enterprise = [
  'EXCHANGE_S_ENTERPRISE',
  'SHAREPOINTENTERPRISE',
  'OFFICESUBSCRIPTION',
  'RMS_S_ENTERPRISE',
  ...common,
] as const;

/** Of Microsoft's plans only those that an administrator would know: the real licences have dozens. */
const licences: readonly Licence[] = [
  {
    skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900',
    skuPartNumber: 'ENTERPRISEPACK',
    enabled: 1000,
    carriesMailbox: true,
    plans: [...enterprise, 'FORMS_PLAN_E3', 'FLOW_O365_P2'],
  },
  {
    skuId: 'c7df2760-2c81-4ef7-b578-5b5392b571df',
    skuPartNumber: 'ENTERPRISEPREMIUM',
    enabled: 250,
    carriesMailbox: true,
    plans: [...enterprise, 'FORMS_PLAN_E5', 'FLOW_O365_P3', 'MCOEV', 'BI_AZURE_P2'],
  },
  {
    skuId: '18181a46-0d4e-45cd-891e-60aabd171b4e',
    skuPartNumber: 'STANDARDPACK',
    enabled: 1000,
    carriesMailbox: true,
    plans: ['EXCHANGE_S_STANDARD', 'SHAREPOINTSTANDARD', ...common, 'FORMS_PLAN_E1', 'FLOW_O365_P1'],
  },
  {
    skuId: '4b9405b0-7788-4568-add1-99614e613b69',
    skuPartNumber: 'EXCHANGESTANDARD',
    enabled: 500,
    carriesMailbox: true,
    plans: ['EXCHANGE_S_STANDARD'],
  },
  {
    skuId: 'f30db892-07e9-47e9-837c-80727f46fd3d',
    skuPartNumber: 'FLOW_FREE',
    enabled: 10_000,
    carriesMailbox: false,
    plans: ['FLOW_P2_VIRAL'],
  },
  {
    skuId: 'a403ebcc-fae0-4ca2-8c8c-7a907fd6c235',
    skuPartNumber: 'POWER_BI_STANDARD',
    enabled: 10_000,
    carriesMailbox: false,
    plans: ['BI_AZURE_P0'],
  },
];

/** Gives the organisation the licences that it lacks; those that it has keep their seats and plans. */
export const addSampleLicences = async (api: Api): Promise<void> => {
  const present = await api.licenceIds();
  for (const { skuId, skuPartNumber, enabled, carriesMailbox, plans } of licences) {
    if (present.includes(skuId)) continue;
    const servicePlans = plans.map((name) => ({ servicePlanId: sampleServicePlans[name], servicePlanName: name }));
    await api.putLicence(skuId, { skuPartNumber, prepaidUnits: { enabled }, carriesMailbox, servicePlans });
  }
};
