import { museum } from './corpus.mjs';
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
  const cases = new Map();
  while (cases.size < count) {
    const one = attempt(random, roots);
    if (one) cases.set(one.document + JSON.stringify(one.variables), one);
  }
  return { roots, cases: [...cases.values()] };
}

function attempt(random, roots) {
  const writer = new DocumentWriter(random, schema, 0);
  const text = writer.write(random.chance(0.15) ? 'mutation' : 'query');
  if (text.length > 1_200) return null;
  const document = layOut(random, text);
  if (graphql.validate(schema, graphql.parse(document)).length) return null;
  const root = random.below(roots.length);
  return { document, variables: writer.variables, root, ...run(document, writer.variables, roots[root]) };
}

function run(source, variableValues, rootValue) {
  const result = graphql.executeSync({ schema, document: graphql.parse(source), variableValues, rootValue, fieldResolver });
  const errors = result.errors?.map(error => ({ path: error.path, locations: placesOf(error) }));
  return { ...('data' in result && { data: result.data }), ...(errors && { errors }) };
}

function fieldResolver(parent, args, _, info) {
  if (String(info.returnType) === 'Echo') return args;
  const value = parent[info.fieldName];
  if (value?.$error) throw new Error(value.$error);
  return value;
}
