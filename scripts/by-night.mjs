/** The tests that take longest: `npm test` leaves them out, and `npm run nightly` runs them. */
export const BY_NIGHT = [
  'tests/database/storage/killed-migrations.test.ts',
  'tests/machine/accounts.test.ts',
  'tests/machine/database-faults.test.ts',
  'tests/machine/forms.test.ts',
  'tests/machine/titles.test.ts',
  'tests/machine/odd-requests.test.ts',
  'tests/machine/restoring.test.ts',
]
