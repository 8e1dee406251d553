/**
 * Loaded by the tests' workers before anything else. jest-light-runner 0.8.2 tells all of them their configuration when
 * the first one asks for it: one that is slow does not listen yet, asks later, gets no answer and waits for ever. What
 * came too early is kept here, and given to whoever asks.
 */
const isData = (message) => message?.type === 'jest-light-runner-worker-data';

if (process.send) {
  let kept;
  process.on('message', (message) => {
    if (isData(message)) kept = message;
  });
  const send = process.send.bind(process);
  process.send = (message, ...more) => {
    if (!kept || message !== 'jest-light-runner-get-worker-data') return send(message, ...more);
    setImmediate(() => process.emit('message', kept));
    return true;
  };
}

// For the workers alone: what tests start themselves is started as it would be anywhere.
if (process.env.NODE_OPTIONS)
  process.env.NODE_OPTIONS = process.env.NODE_OPTIONS.replace(/ ?--import \S*keep-worker-data\.mjs/, '');
