const everywhere = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/transform.mjs' },
};

export default {
  maxWorkers: 2,
  testTimeout: 30_000,
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
      setupFilesAfterEnv: ['<rootDir>/test/flows/patience.ts'],
      globalSetup: '<rootDir>/test/flows/start-engine.ts',
      globalTeardown: '<rootDir>/test/flows/stop-engine.ts',
    },
  ],
};
