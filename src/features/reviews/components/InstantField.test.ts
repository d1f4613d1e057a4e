import { toInstant, toLocal } from './InstantField';

it('shows an instant in the browser’s zone and back', () => {
  const instant = '2026-11-24T11:48:00.000Z';
  expect(toInstant(toLocal(instant))).toBe(instant);
  // a year that is being typed
  expect(toLocal(toInstant('0002-11-24T11:48'))).toBe('0002-11-24T11:48');
  expect(toLocal(undefined)).toBe('');
  expect(toLocal('soon')).toBe('');
  expect(toInstant('')).toBeUndefined();
  expect(toInstant('2026-13-40T00:00')).toBeUndefined();
});
