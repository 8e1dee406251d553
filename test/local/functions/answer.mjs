/** Shows what it was given, or fails as it is told to. */
const ways = {
  throw: () => {
    throw new Error('told to');
  },
  exit: () => process.exit(7),
  slow: () => new Promise((resolve) => setTimeout(resolve, 20_000)),
  malformed: () => ({ statusCode: 'none' }),
  binary: () => ({ statusCode: 200, isBase64Encoded: true, body: Buffer.from([0, 255]).toString('base64') }),
};

export const handler = async (event, context) => {
  const way = ways[event.pathParameters?.name];
  if (way) return way();
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    cookies: ['a=1', 'b=2'],
    body: JSON.stringify({
      event,
      now: new Date().toISOString(),
      late: new Date() instanceof Date && Date() === new Date().toString(),
      remaining: context.getRemainingTimeInMillis(),
      table: process.env.TABLE,
      path: process.env.PATH ?? 'none',
    }),
  };
};
