import { renderHook } from '@testing-library/react';
import { useChoice } from './useChoice';

function choose(initial: string) {
  const onChoose = jest.fn();
  const hook = renderHook(({ value }) => useChoice(value, onChoose), { initialProps: { value: initial } });
  return { onChoose, pick: (value: string) => hook.result.current({ value }), follow: hook.rerender };
}

it('passes a choice on once, however often it is told before the value follows', () => {
  const { onChoose, pick, follow } = choose('month');
  pick('quarter');
  follow({ value: 'month' });
  pick('quarter');
  follow({ value: 'quarter' });
  pick('quarter');
  expect(onChoose.mock.calls).toEqual([['quarter']]);
});

it('takes the way back and the same choice again later', () => {
  const { onChoose, pick, follow } = choose('month');
  for (const value of ['quarter', 'month', 'quarter']) {
    pick(value);
    follow({ value });
  }
  expect(onChoose.mock.calls).toEqual([['quarter'], ['month'], ['quarter']]);
});

it('takes another choice while the first is still under way', () => {
  const { onChoose, pick } = choose('month');
  pick('quarter');
  pick('year');
  expect(onChoose.mock.calls).toEqual([['quarter'], ['year']]);
});
