import { graphql } from './oracle.mjs';
import { invalidJson, jsonFor } from './values.mjs';

const { isCompositeType, isInterfaceType, isObjectType, isRequiredArgument, getNamedType } = graphql;

const wrongNames = ['id', 'name', 'size', 'nope', 'floor', 'if', 'F0', 'Painting', 'Exhibit', 'x', 'v0'];
const wrongValues = ['null', '1.5', '"x"', '{ floor: 1, floor: 2 }', '[[1]]', 'NOPE', 'true', '$v0', '$undefined', '{}', '-1', '""'];

/**
 * Writes a document over a schema: selection by selection, with fragments and variables made where they are first wanted. At each
 * place it is wrong with the probability `mistakes`; with 0 it may still select fields that do not merge.
 */
export class DocumentWriter {
  constructor(random, schema, mistakes) {
    this.random = random;
    this.schema = schema;
    this.mistakes = mistakes;
    this.fragments = [];
    this.definitions = [];
    this.variables = {};
    this.aliases = 0;
    this.composites = Object.values(schema.getTypeMap()).filter(type => isCompositeType(type) && !type.name.startsWith('__'));
  }

  /** The text; `variables` then holds a value for most of its variables. */
  write(keyword = 'query') {
    const { schema } = this;
    const root = schema.getRootType(keyword);
    const directives = this.directives();
    const body = this.selectionSet(root, 1, keyword === 'subscription');
    const variables = this.definitions.length ? `(${this.definitions.join(', ')})` : '';
    const isShort = keyword === 'query' && !variables && !directives && this.random.chance(0.5);
    const head = isShort ? '' : `${keyword} ${this.name('Q')}${variables}${directives} `;
    return [head + body, ...this.fragments.map(fragment => fragment.text)].join(' ');
  }

  wrong() {
    return this.random.chance(this.mistakes);
  }

  name(right) {
    return this.wrong() ? this.random.pick(wrongNames) : right;
  }

  selectionSet(type, depth, isSingle = false) {
    const selections = [];
    const count = isSingle && !this.wrong() ? 1 : 1 + this.random.below(4);
    while (selections.length < count) selections.push(this.selection(type, depth, isSingle));
    return `{ ${selections.join(' ')} }`;
  }

  selection(type, depth, isSingle) {
    const { random } = this;
    if (!isSingle && depth < 5 && random.chance(0.12)) return `...${this.name(this.fragmentFor(type, depth))}${this.directives()}`;
    if (!isSingle && depth < 5 && random.chance(0.15)) {
      const condition = this.overlapping(type);
      const on = random.chance(0.1) ? '' : ` on ${this.name(condition.name)}`;
      return `...${on}${this.directives()} ${this.selectionSet(on ? condition : type, depth + 1)}`;
    }
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const reachable = fields.filter(field => depth < 5 || !isCompositeType(getNamedType(field.type)));
    if (!reachable.length || random.chance(0.06)) return this.wrong() ? random.pick(wrongNames) : '__typename';
    return this.field(random.pick(reachable), depth);
  }

  field(field, depth) {
    const text = this.arguments(field.args, 0.4);
    const alias = text ? `a${this.aliases++}: ` : this.random.chance(0.2) ? `${this.name(this.random.pick(['x', 'y', 'id']))}: ` : '';
    const type = getNamedType(field.type);
    const below = isCompositeType(type) ? type : this.random.pick(this.composites);
    const body = isCompositeType(type) !== this.wrong() ? ` ${this.selectionSet(below, depth + 1)}` : '';
    return `${alias}${this.name(field.name)}${text}${this.directives()}${body}`;
  }

  overlapping(type) {
    const fitting = this.composites.filter(other => graphql.doTypesOverlap(this.schema, type, other));
    return this.wrong() || !fitting.length ? this.random.pick(this.composites) : this.random.pick(fitting);
  }

  /** The name of a fragment that can be spread there: one that is written, or, when wrong, also one that would spread itself. */
  fragmentFor(type, depth) {
    const fits = ({ condition, text }) => text && graphql.doTypesOverlap(this.schema, type, condition);
    const known = this.fragments.filter(fragment => fits(fragment) || this.wrong());
    if (known.length && this.random.chance(0.6)) return this.random.pick(known).name;
    const fragment = { name: `F${this.fragments.length}`, condition: this.overlapping(type), text: '' };
    this.fragments.push(fragment);
    const body = this.selectionSet(fragment.condition, depth + 1);
    fragment.text = `fragment ${fragment.name} on ${this.name(fragment.condition.name)}${this.directives()} ${body}`;
    return fragment.name;
  }

  directives() {
    const { random } = this;
    if (!random.chance(0.08)) return '';
    const directive = this.schema.getDirective(random.pick(['skip', 'include', 'skip', 'include', 'tag']));
    const all = this.wrong() ? random.pick(this.schema.getDirectives()) : directive;
    return ` @${this.name(all.name)}${this.arguments(all.args, 0.4)}${this.wrong() ? this.directives() : ''}`;
  }

  arguments(args, likelihood) {
    const given = args.filter(arg => (isRequiredArgument(arg) || this.random.chance(likelihood)) && !this.wrong());
    const written = given.map(arg => `${this.name(arg.name)}: ${this.value(arg.type, 0, arg.defaultValue !== undefined)}`);
    return written.length ? `(${written.join(', ')})` : '';
  }

  value(type, depth, hasDefault = false) {
    const { random } = this;
    if (this.wrong()) return random.pick(wrongValues);
    if (random.chance(0.2)) return this.variable(type, hasDefault);
    return this.literal(type, depth);
  }

  variable(type, hasDefault) {
    const { random } = this;
    const name = `v${this.definitions.length}`;
    let declared = String(type);
    if (this.wrong()) declared = random.pick(['Int', 'String!', '[Int!]', 'Key', 'Filter', 'Style', 'Missing', 'Painting']);
    else if (graphql.isNonNullType(type) && hasDefault && random.chance(0.5)) declared = String(type.ofType);
    else if (!graphql.isNonNullType(type) && random.chance(0.3)) declared = `${type}!`;
    this.definitions.push('');
    const initial = random.chance(0.25) ? ` = ${this.constant(type)}` : '';
    this.definitions[Number(name.slice(1))] = `$${name}: ${declared}${initial}`;
    if (!random.chance(0.2)) this.variables[name] = random.chance(this.mistakes + 0.04) ? invalidJson(random) : jsonFor(random, type);
    return `$${name}`;
  }

  /** A value without variables. */
  constant(type) {
    const { random, mistakes } = this;
    const writer = new DocumentWriter(random, this.schema, mistakes);
    writer.variable = wanted => writer.literal(wanted, 2);
    return writer.literal(type, 1);
  }

  literal(type, depth) {
    const { random } = this;
    if (graphql.isNonNullType(type)) return this.notNull(type.ofType, depth);
    return random.chance(0.05) ? 'null' : this.notNull(type, depth);
  }

  notNull(type, depth) {
    const { random } = this;
    if (graphql.isListType(type)) {
      if (random.chance(0.15)) return this.literal(type.ofType, depth + 1);
      return `[${Array.from({ length: random.below(3) }, () => this.value(type.ofType, depth + 1)).join(', ')}]`;
    }
    if (graphql.isEnumType(type)) return random.pick(type.getValues()).name;
    if (graphql.isInputObjectType(type)) return this.object(type, depth);
    return {
      Int: () => String(random.below(20) - 5),
      Float: () => random.pick(['1', '2.5', '-0.25', '3']),
      String: () => random.pick(['"a"', '"b c"', '"é"', '""', '"""a block"""']),
      Boolean: () => random.pick(['true', 'false']),
      ID: () => random.pick(['"i1"', '7', '"x"']),
    }[type.name]?.() ?? random.pick(['"2020-01-01"', '{ any: [1, "x", true, null, THING] }', '5', '[1.5]']);
  }

  object(type, depth) {
    const { random } = this;
    const fields = Object.values(type.getFields()).filter(field => depth < 3 || !graphql.isInputObjectType(getNamedType(field.type)));
    const given =
      type.isOneOf && !this.wrong()
        ? [random.pick(fields)]
        : fields.filter(field => (graphql.isRequiredInputField(field) || random.chance(depth < 2 ? 0.35 : 0.15)) && !this.wrong());
    const written = given.map(field => {
      const wanted = type.isOneOf ? new graphql.GraphQLNonNull(field.type) : field.type;
      return `${this.name(field.name)}: ${this.value(wanted, depth + 1, field.defaultValue !== undefined)}`;
    });
    return written.length ? `{ ${written.join(', ')} }` : '{}';
  }
}
