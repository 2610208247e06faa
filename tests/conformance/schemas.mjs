import { handwritten } from './corpus.mjs';
import { donorsOf, layOut, splice } from './mutation.mjs';
import { graphql, inside, placesOf } from './oracle.mjs';

const { validateSDL } = inside('graphql/validation/validate.js');

/** Type system documents: the errors of the document or, when it has none, those of the schema it describes. */
export function schemas(random, count) {
  const byHand = handwritten('schemas');
  const donors = donorsOf(byHand);
  const texts = new Set(byHand);
  const valid = byHand.filter(text => errorsOf(text)?.length === 0);
  while (texts.size < byHand.length + count) {
    const text = splice(random, random.pick(random.chance(0.7) ? valid : byHand), donors, 2);
    if (parses(text) && isRead(text)) texts.add(layOut(random, text));
  }
  return [...texts].flatMap(sdl => {
    const errors = errorsOf(sdl);
    return errors ? [{ sdl, errors: errors.map(error => `${placesOf(error)} ${error.message.replace(/ Did you mean .*/s, '')}`) }] : [];
  });
}

/** The reference overlooks operations, and definitions that are named as a built-in scalar: one case by hand of each is enough. */
const isRead = text =>
  graphql.parse(text).definitions.every(
    definition => graphql.isTypeSystemDefinitionNode(definition) || graphql.isTypeSystemExtensionNode(definition),
  ) && !/(type|interface|union|enum|input) (Int|Float|String|Boolean|ID)\b/.test(text);

/** Null where the reference breaks instead of answering: on defaults in a circle, or of types that are none for input. */
function errorsOf(sdl) {
  const document = graphql.parse(sdl);
  const errors = validateSDL(document);
  if (errors.length) return errors;
  try {
    return graphql.validateSchema(graphql.buildASTSchema(document, { assumeValidSDL: true }));
  } catch {
    return null;
  }
}

export function parses(text) {
  try {
    graphql.parse(text);
    return true;
  } catch {
    return false;
  }
}
