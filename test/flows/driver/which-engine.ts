/** Whether the run is about a local engine: only that has a clock and schedules to be moved, and can be killed. */
export const isLocal = process.env.MUSTER_ENGINE === 'local';
