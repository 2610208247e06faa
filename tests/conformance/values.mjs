import { graphql } from './oracle.mjs';

/** JSON for a variable of a type. */
export function jsonFor(random, type, depth = 0) {
  if (graphql.isNonNullType(type)) return notNull(random, type.ofType, depth);
  return random.chance(0.1) ? null : notNull(random, type, depth);
}

function notNull(random, type, depth) {
  if (graphql.isListType(type)) {
    if (random.chance(0.15)) return jsonFor(random, type.ofType, depth + 1); // One stands for a list of one.
    return Array.from({ length: random.below(3) }, () => jsonFor(random, type.ofType, depth + 1));
  }
  if (graphql.isEnumType(type)) return random.chance(0.03) ? 'NOPE' : random.pick(type.getValues()).name;
  if (graphql.isInputObjectType(type)) return object(random, type, depth);
  return {
    Int: () => random.pick([0, 1, -3, 12, 2147483647]),
    Float: () => random.pick([1, 2.5, -0.25]),
    String: () => random.pick(['a', 'b c', 'é', '']),
    Boolean: () => random.chance(0.5),
    ID: () => random.pick(['i1', 7]),
  }[type.name]?.() ?? random.pick(['2020-01-01', { any: [1, 'x', true, null] }, 5, [1.5]]);
}

function object(random, type, depth) {
  const { getNamedType, isInputObjectType } = graphql;
  const fields = Object.values(type.getFields()).filter(field => depth < 3 || !isInputObjectType(getNamedType(field.type)));
  const given =
    type.isOneOf && random.chance(0.9)
      ? [random.pick(fields)]
      : fields.filter(field => graphql.isRequiredInputField(field) !== random.chance(0.03) || random.chance(depth < 2 ? 0.35 : 0.15));
  const value = {};
  for (const field of given) {
    const wanted = type.isOneOf ? new graphql.GraphQLNonNull(field.type) : field.type;
    value[field.name] = jsonFor(random, wanted, depth + 1);
  }
  if (random.chance(0.03)) value.nope = 1;
  return value;
}

/** Something that most types refuse. */
export const invalidJson = random =>
  random.pick([
    null, 1.5, 'x', '', true, 2147483648, [], [null], ['x', 1], [[1]], [[['x']]],
    {}, { id: 1, name: 'x' }, { floor: 'x' }, { nope: 1 }, { id: null },
  ]);
