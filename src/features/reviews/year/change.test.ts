import { occurrence } from '../fixtures';
import { changedReview, reviewName } from './change';

const made = {
  apiVersion: 'scorecard/v1' as const,
  kind: 'Review',
  metadata: { name: 'board-2026-04-21', version: 3 },
  spec: { series: 'board', start: '2026-04-21T07:00:00.000Z', minutes: 120 },
};

it('names reviews as the schedule does: by the day in the zone of the meetings', () => {
  expect(reviewName('board', '2026-04-21T22:30:00.000Z', 'UTC')).toBe('board-2026-04-21');
  expect(reviewName('board', '2026-04-21T22:30:00.000Z', 'Europe/Berlin')).toBe('board-2026-04-22');
  expect(reviewName('x'.repeat(100), '2026-04-21T07:00:00.000Z', 'UTC')).toHaveLength(100);
});

it('makes the review of an occurrence', () => {
  const { resource, version } = changedReview(occurrence(), undefined, 'Europe/Berlin', {});
  expect(version).toBeUndefined();
  expect(resource.metadata.name).toBe('board-2026-04-21');
  expect(resource.spec).toEqual({ series: 'board', start: '2026-04-21T07:00:00.000Z' });
});

it('keeps which occurrence a moved review stands for', () => {
  const start = '2026-04-28T07:00:00.000Z';
  const { resource, version } = changedReview(occurrence({ review: made.metadata.name }), made, 'UTC', { start });
  expect(version).toBe(3);
  expect(resource.spec).toEqual({ series: 'board', start, minutes: 120, occurrence: '2026-04-21T07:00:00.000Z' });
});

it('says so of one that a holiday moved', () => {
  const moved = occurrence({ planned: '2026-04-20T07:00:00.000Z' });
  expect(changedReview(moved, undefined, 'UTC', {}).resource.spec).toEqual({
    series: 'board',
    start: moved.start,
    occurrence: moved.planned,
  });
});

it('takes a cancellation back', () => {
  const cancelled = { ...made, spec: { ...made.spec, cancelled: 'strike' } };
  const { resource } = changedReview(occurrence({ state: 'cancelled' }), cancelled, 'UTC', { cancelled: undefined });
  expect(resource.spec).toEqual(made.spec);
});
