import { handwritten, museum } from './corpus.mjs';
import { damage, partsOf } from './mutation.mjs';
import { graphql, placesOf } from './oracle.mjs';

/** Texts to read: what they print as, or where and why they are refused. */
export function parsing(random, count) {
  const byHand = ['', ' \n', '\uFEFF{ a }', ...handwritten('parsing')];
  const whole = [museum, ...handwritten('validation'), ...handwritten('schemas')];
  const definitions = whole.flatMap(text => partsOf(text).filter(part => part.kind === 'definition')).map(part => part.text);
  const texts = new Set([...byHand, museum]);
  const limit = texts.size + count;
  while (texts.size < limit) {
    const text = random.chance(0.3) ? random.pick(byHand) : random.pick(definitions);
    if (text.length < 600) texts.add(random.chance(0.1) ? text : damage(random, text));
  }
  return [...texts].map(answer);
}

function answer(text) {
  try {
    return { text, printed: graphql.print(graphql.parse(text)) };
  } catch (error) {
    // A message may cut a character in two.
    return { text, error: `${placesOf(error)} ${error.message}`.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd') };
  }
}
