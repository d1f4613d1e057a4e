import fc from 'fast-check';
import { CARD, layOutMap, type NamedArrow } from './layout';
import { type Lane } from './rows';

const lanes: Lane[] = [
  { name: 'financial', objectives: ['sales', 'margin'] },
  { name: 'customer', objectives: ['loyalty', 'reach', 'praise'] },
  { name: 'process', objectives: ['delivery'] },
  { name: 'learning', objectives: ['skills', 'commitment'] },
];
const arrows: NamedArrow[] = [
  { id: 'a', from: 'skills', to: 'delivery' },
  { id: 'b', from: 'delivery', to: 'praise' },
  { id: 'c', from: 'praise', to: 'loyalty' },
  { id: 'd', from: 'loyalty', to: 'sales' },
  { id: 'e', from: 'skills', to: 'margin' },
];

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const boxOf = ({ x, y }: { x: number; y: number }): Box => ({ x, y, ...CARD });

/** Points along a path of lines and cubic curves. */
function sample(path: string): Array<{ x: number; y: number }> {
  const tokens = path.match(/[MLC]|-?[\d.]+/g) ?? [];
  const points: Array<{ x: number; y: number }> = [];
  let here = { x: 0, y: 0 };
  for (let i = 0; i < tokens.length;) {
    const command = tokens[i++];
    const take = () => ({ x: Number(tokens[i++]), y: Number(tokens[i++]) });
    if (command === 'M') {
      here = take();
    } else {
      const [c1, c2, end] = command === 'L' ? [here, undefined, take()] : [take(), take(), take()];
      for (let t = 0; t <= 1; t += 0.05) {
        const u = 1 - t;
        points.push(
          c2
            ? {
                x: u ** 3 * here.x + 3 * u * u * t * c1.x + 3 * u * t * t * c2.x + t ** 3 * end.x,
                y: u ** 3 * here.y + 3 * u * u * t * c1.y + 3 * u * t * t * c2.y + t ** 3 * end.y,
              }
            : { x: u * here.x + t * end.x, y: u * here.y + t * end.y }
        );
      }
      here = end;
    }
  }
  return [...points, here];
}

it('keeps the order of the lanes and every card within its lane', () => {
  const layout = layOutMap(lanes, arrows);
  expect(layout.lanes.map(({ name }) => name)).toEqual(['financial', 'customer', 'process', 'learning']);
  layout.lanes.forEach(({ name, y, height }, index) => {
    if (index > 0) {
      expect(y).toBeGreaterThanOrEqual(layout.lanes[index - 1].y + layout.lanes[index - 1].height);
    }
    const inside = lanes.find((lane) => lane.name === name)!.objectives;
    for (const card of layout.cards.filter((placed) => inside.includes(placed.name))) {
      expect(card.y).toBeGreaterThanOrEqual(y);
      expect(card.y + CARD.height).toBeLessThanOrEqual(y + height);
    }
  });
});

it('runs an arrow from the top of the cause to the bottom of the effect', () => {
  const { cards, routes } = layOutMap(lanes, arrows);
  const card = (name: string) => cards.find((placed) => placed.name === name)!;
  const points = sample(routes.get('a')!.path);
  expect(points[0].y).toBe(card('skills').y);
  expect(points.at(-1)!.y).toBe(card('delivery').y + CARD.height);
});

it('turns an arrow that runs downwards around', () => {
  const { cards, routes } = layOutMap(lanes, [{ id: 'down', from: 'sales', to: 'skills' }]);
  const card = (name: string) => cards.find((placed) => placed.name === name)!;
  const points = sample(routes.get('down')!.path);
  expect(points[0].y).toBe(card('sales').y + CARD.height);
  expect(points.at(-1)!.y).toBe(card('skills').y);
});

it('leaves out arrows to what is not on the map, and from an objective to itself', () => {
  const { routes } = layOutMap(lanes, [
    { id: 'out', from: 'skills', to: 'elsewhere' },
    { id: 'self', from: 'skills', to: 'skills' },
  ]);
  expect([...routes.keys()]).toEqual([]);
});

it('gives an empty lane its place', () => {
  const { lanes: placed } = layOutMap([lanes[0], { name: 'empty', objectives: [] }, lanes[3]], arrows);
  expect(placed[1].height).toBeGreaterThanOrEqual(CARD.height);
  expect(placed[2].y).toBeGreaterThan(placed[1].y);
});

it('lays out a map without any objective', () => {
  const layout = layOutMap([{ name: 'financial', objectives: [] }], []);
  expect(layout.cards).toEqual([]);
  expect(Number.isFinite(layout.width) && Number.isFinite(layout.height)).toBe(true);
});

const anyMap = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 5 }).chain((sizes) => {
  const generated = sizes.map((size, lane) => ({
    name: `lane-${lane}`,
    objectives: Array.from({ length: size }, (_, index) => `o-${lane}-${index}`),
  }));
  const names = generated.flatMap(({ objectives }) => objectives);
  const end = names.length > 0 ? fc.constantFrom(...names) : fc.constant('none');
  return fc.record({
    lanes: fc.constant(generated),
    arrows: fc
      .array(fc.record({ from: end, to: end }), { maxLength: 30 })
      .map((pairs) => pairs.map((pair, index) => ({ ...pair, id: `a-${index}` }))),
  });
});

it('never lays a card over another, nor an arrow over a card, whatever the map', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const { cards, routes } = layOutMap(map.lanes, map.arrows);
      const boxes = cards.map(boxOf);
      boxes.forEach((box, index) => {
        expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
      });
      for (const { path } of routes.values()) {
        for (const { x, y } of sample(path)) {
          const point = { x: x - 0.5, y: y - 0.5, width: 1, height: 1 };
          const hit = boxes.find(({ x: left, y: top, width, height }) =>
            overlap({ x: left + 2, y: top + 2, width: width - 4, height: height - 4 }, point)
          );
          expect(hit).toBeUndefined();
        }
      }
    }),
    { numRuns: 60 }
  );
});
