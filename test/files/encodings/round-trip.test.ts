import fc from 'fast-check';
import { checkFile, writtenFile } from './written-files.ts';

test('people written in any encoding come back as they were, or are refused; never other people', async () => {
  await fc.assert(fc.asyncProperty(writtenFile, checkFile));
});
