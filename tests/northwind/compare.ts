/** Compares an answer with what is expected of it: every expected field, numbers to 1e-6 relative, lists by their names. */
export function differences(got: unknown, want: unknown, path = ''): string[] {
  if (typeof want === 'number') {
    const close = typeof got === 'number' && Math.abs(got - want) <= 1e-6 * Math.max(1, Math.abs(want));
    return close ? [] : [`${path}: ${String(got)} instead of ${want}`];
  }
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) {
      return [`${path}: ${Array.isArray(got) ? got.length : String(got)} items instead of ${want.length}`];
    }
    return want.flatMap((item, index) => {
      const key = keyOf(item);
      const other = key === undefined ? got[index] : got.find((candidate) => keyOf(candidate) === key);
      return differences(other, item, `${path}/${key ?? index}`);
    });
  }
  if (want !== null && typeof want === 'object') {
    if (got === null || typeof got !== 'object') {
      return [`${path}: ${String(got)} instead of an object`];
    }
    return Object.entries(want).flatMap(([name, value]) =>
      differences((got as Record<string, unknown>)[name], value, `${path}/${name}`)
    );
  }
  return got === want ? [] : [`${path}: ${String(got)} instead of ${String(want)}`];
}

/** What tells items of a list apart: the name of a node, the period of a point. */
function keyOf(item: unknown): string | undefined {
  const { ref, period } = (item ?? {}) as { ref?: { name: string }; period?: string };
  return ref?.name ?? period;
}
