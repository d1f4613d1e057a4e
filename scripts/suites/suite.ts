/** What a suite of tests reports. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Suite {
  name: string;
  run: () => Promise<Tally>;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});
