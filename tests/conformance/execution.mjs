import { handwritten, museum } from './corpus.mjs';
import { DocumentWriter } from './document.mjs';
import { layOut } from './mutation.mjs';
import { graphql, placesOf } from './oracle.mjs';
import { rootFor } from './roots.mjs';

const schema = graphql.buildSchema(museum);
const ROOTS = 25;

/**
 * Operations to run: data and errors. A field reads the entry of its name in its parent; an entry `{ "$error": ".." }` is thrown; a
 * field of type Echo answers with its arguments; an object says its type by `__typename`.
 */
export function execution(random, count) {
  const roots = Array.from({ length: ROOTS }, () => rootFor(random, schema));
  const byHand = handwritten('execution').map((line, index) => answer(requestOf(line), index % ROOTS, roots));
  const cases = new Map();
  while (cases.size < count) {
    const one = attempt(random, roots);
    if (one) cases.set(one.document + JSON.stringify(one.variables), one);
  }
  return { roots, cases: [...byHand, ...cases.values()] };
}

/** A line by hand: a document, and after ## its variables, and after another ## the name of the operation. */
function requestOf(line) {
  const [document, variables = '{}', operationName] = line.split(' ## ');
  const errors = graphql.validate(schema, graphql.parse(document));
  if (errors.length) throw new Error(`${line}\n${errors.join('\n')}`);
  return { document, variables: JSON.parse(variables), operationName };
}

function attempt(random, roots) {
  const writer = new DocumentWriter(random, schema, 0);
  const text = writer.write(random.chance(0.15) ? 'mutation' : 'query');
  if (text.length > 1_200) return null;
  const document = layOut(random, text);
  if (graphql.validate(schema, graphql.parse(document)).length) return null;
  return answer({ document, variables: writer.variables }, random.below(roots.length), roots);
}

function answer(request, root, roots) {
  const { document, variables: variableValues, operationName } = request;
  const source = graphql.parse(document);
  const result = graphql.executeSync({ schema, document: source, variableValues, operationName, rootValue: roots[root], fieldResolver });
  // What a resolver throws is ours; what is said of a request as a whole is graphql-js's own, and is compared in its words.
  const errors = result.errors?.map(error => ({
    path: error.path,
    locations: placesOf(error),
    ...(!error.path && { message: error.message }),
  }));
  return { ...request, root, ...('data' in result && { data: result.data }), ...(errors && { errors }) };
}

function fieldResolver(parent, args, _, info) {
  if (String(info.returnType) === 'Echo') return args;
  const value = parent[info.fieldName];
  if (value?.$error) throw new Error(value.$error);
  return value;
}
