import { classTimes } from './classMinutes';

it('adds up planned and actual minutes by class, off the agenda included', () => {
  const minutes = [
    { item: 'a', class: 'strategic' as const, planned: 30, actual: 10 },
    { item: 'b', class: 'strategic' as const, planned: 20, actual: 25 },
    { item: 'c', class: 'operational' as const, planned: 10, actual: 0 },
  ];
  const offAgenda = [{ title: 'x', class: 'operational' as const, minutes: 8 }];
  expect(classTimes({ minutes, offAgenda })).toEqual([
    { class: 'strategic', planned: 50, actual: 35 },
    { class: 'tactical', planned: 0, actual: 0 },
    { class: 'operational', planned: 10, actual: 8 },
  ]);
});
