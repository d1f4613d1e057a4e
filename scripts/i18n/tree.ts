/** Texts as their files hold them: one level per part of a key. */
export interface Tree {
  [part: string]: string | Tree;
}

/** Texts by key as a tree in alphabetical order. Throws when a key has a text and others below it. */
export function toTree(texts: ReadonlyMap<string, string>): Tree {
  const root: Tree = {};
  for (const key of [...texts.keys()].sort()) {
    const parts = key.split('.');
    const last = parts.pop() as string;
    let branch = root;
    for (const part of parts) {
      const next = (branch[part] ??= {});
      if (typeof next === 'string') {
        throw new Error(
          `${key} lies below ${key.slice(0, key.lastIndexOf(part) + part.length)}, which is a text itself`
        );
      }
      branch = next;
    }
    branch[last] = texts.get(key) as string;
  }
  return root;
}

/** Texts of a tree by key. */
export function toTexts(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [part, value] of Object.entries(tree)) {
    if (typeof value === 'string') {
      texts.set(prefix + part, value);
    } else {
      toTexts(value, `${prefix}${part}.`).forEach((text, key) => texts.set(key, text));
    }
  }
  return texts;
}
