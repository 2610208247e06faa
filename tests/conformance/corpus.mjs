import { readFileSync } from 'node:fs';

/** The cases written by hand: one a line; a line that begins with `#` says what the next ones are about. */
export const handwritten = name =>
  read(`${name}.txt`)
    .split('\n')
    .filter(line => line.trim() && !line.startsWith('#'));

export const museum = read('museum.graphql');

function read(name) {
  return readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8');
}
