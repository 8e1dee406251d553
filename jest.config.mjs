// Workers inherit it: test/keep-worker-data.mjs says why.
const keepsData = `--import ${new URL('./test/keep-worker-data.mjs', import.meta.url)}`;
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} ${keepsData}`.trim();

// In bare Node, which reads TypeScript itself: contexts of their own cost the tests half of their time.
const everywhere = {
  runner: 'jest-light-runner/child-process',
  transform: {},
  setupFilesAfterEnv: ['<rootDir>/test/time-limits.ts', '<rootDir>/test/property-runs.ts'],
};

export default {
  maxWorkers: 4,
  projects: [
    {
      ...everywhere,
      displayName: 'layers',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/flows/'],
    },
    {
      ...everywhere,
      displayName: 'flows',
      testMatch: ['<rootDir>/test/flows/**/*.test.ts'],
      setupFilesAfterEnv: [...everywhere.setupFilesAfterEnv, '<rootDir>/test/flows/patience.ts'],
      globalSetup: '<rootDir>/test/flows/start-engine.ts',
      globalTeardown: '<rootDir>/test/flows/stop-engine.ts',
    },
  ],
};
