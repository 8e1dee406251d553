/** Lets in whoever says the word. */
export const handler = async ({ headers }) => {
  if (headers.authorization === 'broken') throw new Error('broken');
  return { isAuthorized: headers.authorization === 'Bearer word', context: { name: 'somebody' } };
};
