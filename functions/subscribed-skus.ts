/** GET /v1.0/subscribedSkus and PUT /v1.0/subscribedSkus/{skuId} */
export const variables = ['DIRECTORY_TABLE', 'SWEEP_QUEUE_URL'] as const;
export type Variables = (typeof variables)[number];

export const handler = async (): Promise<never> => {
  throw new Error('skeleton');
};
