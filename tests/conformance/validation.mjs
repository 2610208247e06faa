import { handwritten, museum } from './corpus.mjs';
import { DocumentWriter } from './document.mjs';
import { donorsOf, layOut, splice } from './mutation.mjs';
import { graphql, placesOf } from './oracle.mjs';
import { parses } from './schemas.mjs';

const schema = graphql.buildSchema(museum);

/** Documents to validate: each error as the rule that finds it and where. */
export function validation(random, count) {
  const byHand = handwritten('validation');
  const donors = donorsOf(byHand);
  const texts = new Set(byHand);
  while (texts.size < byHand.length + count) {
    const text = random.chance(0.5) ? splice(random, random.pick(byHand), donors) : written(random, donors);
    if (text.length < 1_500 && parses(text)) texts.add(layOut(random, text));
  }
  return [...texts].map(document => ({ document, errors: errorsOf(document) })).filter(one => one.errors);
}

function written(random, donors) {
  const writer = new DocumentWriter(random, schema, random.pick([0, 0, 0.02, 0.08]));
  const text = writer.write(random.pick(['query', 'query', 'query', 'mutation', 'subscription']));
  return random.chance(0.3) ? splice(random, text, donors) : text;
}

/** Null where the reference breaks instead of answering: on a variable as the condition of a subscription's root. */
function errorsOf(text) {
  const found = [];
  const rules = graphql.specifiedRules.map(rule => context => rule(noting(context, rule, found)));
  try {
    graphql.validate(schema, graphql.parse(text), rules, { maxErrors: Infinity });
  } catch {
    return null;
  }
  return found;
}

/** The context as it is, but for an error that is reported to it. */
const noting = (context, rule, found) =>
  Object.create(context, { reportError: { value: error => found.push(`${rule.name.replace(/Rule$/, '')} ${placesOf(error)}`) } });
