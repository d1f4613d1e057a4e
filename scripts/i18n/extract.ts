import ts from 'typescript';

/** What the source asks `t` for: a key, and the English text behind each of its forms. */
export interface Asked {
  file: string;
  /** From 1. */
  line: number;
  key: string;
  /** Form → English text. A text without a number in it has the one form `''`, others have one per English plural. */
  forms: Record<string, string>;
}

/** Plural forms of English and German alike: the languages that there are. */
export const PLURALS = ['one', 'other'];

/** Every call of `t` in a file; throws where key or text is no literal, since nobody could translate that. */
export function askedIn(file: string, source: string): Asked[] {
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const asked: Asked[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
      const line = root.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      asked.push({ file, line, ...readCall(node, `${file}:${line}`) });
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return asked;
}

function readCall({ arguments: [id, text, values] }: ts.CallExpression, at: string): Pick<Asked, 'key' | 'forms'> {
  if (!id || !text || !ts.isStringLiteralLike(id) || !ts.isStringLiteralLike(text)) {
    throw new Error(`${at}: t needs a key and an English text that are written out`);
  }
  const options = values && ts.isObjectLiteralExpression(values) ? optionsOf(values) : new Map<string, ts.Node>();
  if (!options.has('count')) {
    return { key: id.text, forms: { '': text.text } };
  }
  const forms = PLURALS.map((plural) => {
    const own = options.get(`defaultValue_${plural}`);
    return [`_${plural}`, own && ts.isStringLiteralLike(own) ? own.text : text.text];
  });
  return { key: id.text, forms: Object.fromEntries(forms) };
}

/** Names in an object literal, with what each stands for. */
function optionsOf(values: ts.ObjectLiteralExpression): Map<string, ts.Node> {
  const options = new Map<string, ts.Node>();
  for (const property of values.properties) {
    if (property.name && ts.isIdentifier(property.name)) {
      options.set(property.name.text, ts.isPropertyAssignment(property) ? property.initializer : property);
    }
  }
  return options;
}

/** Key with its form → English text. Throws when one key stands for different texts. */
export function textsOf(asked: Asked[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { file, line, key, forms } of asked) {
    for (const [form, text] of Object.entries(forms)) {
      const id = key + form;
      const known = texts.get(id);
      if (known !== undefined && known !== text) {
        throw new Error(`${file}:${line}: the key ${id} already stands for "${known}"`);
      }
      texts.set(id, text);
    }
  }
  return texts;
}
