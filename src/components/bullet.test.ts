import fc from 'fast-check';
import { againstTarget, layOutBullet } from './bullet';

const bands = [
  { level: 'red', from: null, to: 50 },
  { level: 'amber', from: 50, to: 80 },
  { level: 'green', from: 80, to: null },
];

it('starts at zero and ends beyond the largest number', () => {
  const bullet = layOutBullet({ value: 60, target: 100, bands });
  expect(bullet?.bar?.from).toBe(0);
  expect(bullet?.bar?.to).toBeCloseTo(60 / 110, 5);
  expect(bullet?.target).toBeCloseTo(100 / 110, 5);
  expect(bullet?.bands.map(({ from, to }) => [from, to])).toEqual([
    [0, expect.closeTo(50 / 110, 5)],
    [expect.closeTo(50 / 110, 5), expect.closeTo(80 / 110, 5)],
    [expect.closeTo(80 / 110, 5), 1],
  ]);
});

it('grows to the left of zero for negative values', () => {
  const bar = layOutBullet({ value: -10, target: 10, bands: [] })?.bar;
  expect(bar?.to).toBeCloseTo(0.5, 5);
  expect(bar?.from).toBeLessThan(0.5);
});

it('has nothing to lay out without numbers, and no bar without a value', () => {
  expect(layOutBullet({ value: null, target: null, bands: [] })).toBeUndefined();
  expect(layOutBullet({ value: null, target: 5, bands: [] })?.bar).toBeUndefined();
});

it('keeps everything on the canvas, and value and target in order', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(number, number, (value, target) => {
      const bullet = layOutBullet({ value, target, bands: [{ level: 'red', from: null, to: target }] });
      const places = [bullet?.bar?.from, bullet?.bar?.to, bullet?.target, bullet?.bands[0].to] as number[];
      return places.every((place) => place >= 0 && place <= 1) && (bullet?.bar?.from ?? 1) <= (bullet?.bar?.to ?? 0);
    })
  );
});

it.each([
  [101, 100, 0.01],
  [90, 100, -0.1],
  [-110, -100, -0.1],
  [5, 0, undefined],
  [null, 100, undefined],
  [5, null, undefined],
])('%s against %s is %s off', (value, target, share) => {
  const off = againstTarget(value, target);
  expect(off === undefined ? undefined : Number(off.toFixed(9))).toBe(share);
});
