import { graphql } from './oracle.mjs';

/** A root value for queries and mutations: mostly what the schema promises, now and then null, an error or something else. */
export function rootFor(random, schema) {
  return { ...fieldsOf(random, schema, schema.getQueryType(), 0), ...fieldsOf(random, schema, schema.getMutationType(), 0) };
}

function fieldsOf(random, schema, type, depth) {
  const value = {};
  for (const field of Object.values(type.getFields())) {
    const named = graphql.getNamedType(field.type);
    if (named.name === 'Echo' || (depth > 2 && graphql.isCompositeType(named) && !graphql.isNonNullType(field.type))) continue;
    value[field.name] = valueOf(random, schema, field.type, depth);
  }
  return value;
}

function valueOf(random, schema, type, depth) {
  if (random.chance(0.03)) return null;
  if (random.chance(0.02)) return { $error: 'Thrown.' };
  if (graphql.isNonNullType(type)) return notNull(random, schema, type.ofType, depth);
  return random.chance(0.1) ? null : notNull(random, schema, type, depth);
}

function notNull(random, schema, type, depth) {
  if (graphql.isListType(type)) {
    if (random.chance(0.02)) return 1;
    return Array.from({ length: random.below(3) }, () => itemOf(random, schema, type.ofType, depth));
  }
  if (graphql.isCompositeType(type)) {
    if (depth > 3) return null;
    const chosen = graphql.isAbstractType(type) ? random.pick(schema.getPossibleTypes(type)) : type;
    const name = graphql.isAbstractType(type) && random.chance(0.04) ? random.pick(['Visit', 'Nothing']) : chosen.name;
    return { __typename: name, ...fieldsOf(random, schema, chosen, depth + 1) };
  }
  if (graphql.isEnumType(type)) return random.chance(0.04) ? 'NOPE' : random.pick(type.getValues()).name;
  return {
    Int: () => random.pick([0, 1, -3, 12, 2147483647, 2147483648, 'many', 1.5, 7, 8]),
    Float: () => random.pick([1, 2.5, -0.25, 'much']),
    String: () => random.pick(['a', 'b c', 'é "q"', '', { a: 1 }]),
    Boolean: () => random.pick([true, false, true, false, 'yes']),
    ID: () => random.pick(['i1', 'i2', 7, 'x']),
  }[type.name]?.() ?? random.pick(['2020-01-01', { any: [1, 'x', true, null] }, 5, [1.5]]);
}

/** A list's item is a value, never an error of its own: a resolver throws for the whole field. */
function itemOf(random, schema, type, depth) {
  const value = valueOf(random, schema, type, depth);
  return value?.$error ? null : value;
}
