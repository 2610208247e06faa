import { graphql } from './oracle.mjs';

/** The parts of a text that may stand for each other: each list is one class. */
const classes = {
  Field: 'selection',
  FragmentSpread: 'selection',
  InlineFragment: 'selection',
  Argument: 'argument',
  ObjectField: 'argument',
  Directive: 'directive',
  NamedType: 'type',
  ListType: 'type',
  NonNullType: 'type',
  VariableDefinition: 'variable',
  Name: 'name',
  SelectionSet: 'set',
  FieldDefinition: 'member',
  InputValueDefinition: 'input',
  EnumValueDefinition: 'constant',
};
const classOf = kind => {
  if (classes[kind]) return classes[kind];
  if (kind.endsWith('Value') || kind === 'Variable') return 'value';
  return kind.endsWith('Definition') || kind.endsWith('Extension') ? 'definition' : null;
};
const repeatable = new Set(['selection', 'argument', 'directive', 'variable', 'definition', 'member', 'input', 'constant']);

/** The parts of a text with their class; nothing when it does not parse. */
export function partsOf(text) {
  let document;
  try {
    document = graphql.parse(text);
  } catch {
    return [];
  }
  const parts = [];
  graphql.visit(document, {
    enter(node) {
      const kind = classOf(node.kind);
      if (kind) parts.push({ kind, start: node.loc.start, end: node.loc.end, text: text.slice(node.loc.start, node.loc.end) });
    },
  });
  return parts;
}

/** A few parts are replaced by parts of other texts, dropped or doubled. The result need not parse. */
export function splice(random, text, donors, most = 3) {
  for (let times = 1 + random.below(most); times > 0; times--) {
    const parts = partsOf(text);
    if (!parts.length) return text;
    const part = random.pick(parts);
    const replacement = change(random, part, donors);
    text = text.slice(0, part.start) + replacement + text.slice(part.end);
  }
  return text;
}

function change(random, part, donors) {
  if (repeatable.has(part.kind)) {
    if (random.chance(0.2)) return '';
    if (random.chance(0.2)) return `${part.text} ${part.text}`;
    if (random.chance(0.2)) return `${part.text} ${random.pick(donors[part.kind]).text}`;
  }
  return random.pick(donors[part.kind]).text;
}

/** All parts of some texts by their class. */
export function donorsOf(texts) {
  const donors = {};
  for (const part of texts.flatMap(partsOf)) (donors[part.kind] ??= []).push(part);
  return donors;
}

const pieces = [
  '{', '}', '(', ')', '[', ']', ':', '=', '@', '!', '|', '&', '$', '...', '.', ' on ', ' query ', ' extend ', ' true ', 'a', 'é', '😀',
  '\uFEFF', '\r\n', '\r', '#', '\n', ',', '\t', ' 1 ', ' -', ' 01 ', ' 1.5e3 ', '"', '"""', '\\', "'", '\0', '"é\\u00e9\\u{1F600}😀"',
  '"\\uD83D"', '"""\n  a\n    b \\""" é\n"""',
];

/** One or two places, characters taken out or pieces put in. */
export function damage(random, text) {
  const characters = [...text];
  for (let times = 1 + random.below(2); times > 0 && characters.length; times--) {
    const place = random.below(characters.length);
    if (random.chance(0.5)) characters.splice(place, 1 + random.below(3));
    else characters.splice(place, 0, random.pick(pieces));
  }
  return characters.join('');
}

const blanks = ['\n', '\n  ', '\r\n', '\t', ',', ' # c\n', '\r'];

/** The same tokens with other white space between them, so that lines and columns mean something. */
export function layOut(random, text) {
  let laidOut = '';
  let end = 0;
  for (let token = graphql.parse(text).loc.startToken.next; token.kind !== '<EOF>'; token = token.next) {
    if (token.start > end) laidOut += random.chance(0.2) ? random.pick(blanks) : text.slice(end, token.start);
    laidOut += text.slice(token.start, token.end);
    end = token.end;
  }
  return laidOut;
}
