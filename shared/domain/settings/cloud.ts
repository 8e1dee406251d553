/** Which of the clouds of the field an organisation is in: the German and the Chinese one add a person in one pane. */

export const clouds = ['worldwide', 'germany', 'china'] as const;
export type Cloud = (typeof clouds)[number];

/** The cloud of an AWS region: China is the partition aws-cn, Germany the European sovereign cloud aws-eusc. */
export const cloudOfRegion = (region: string): Cloud => {
  if (region.startsWith('cn-')) return 'china';
  return region.startsWith('eusc-') ? 'germany' : 'worldwide';
};
