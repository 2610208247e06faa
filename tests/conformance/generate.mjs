import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { museum } from './corpus.mjs';
import { execution } from './execution.mjs';
import { parsing } from './parsing.mjs';
import { Random } from './random.mjs';
import { schemas } from './schemas.mjs';
import { validation } from './validation.mjs';

// Writes the fixtures. The count is that of the random cases; those by hand are always there. Each kind has a seed of its own, so that
// a change of one leaves the others as they are.
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '6000' },
    out: { type: 'string', default: fileURLToPath(new URL('fixtures', import.meta.url)) },
  },
});
const seed = Number(values.seed);
const share = part => Math.round(Number(values.count) * part);
const random = kind => new Random(seed * 31 + kind);

mkdirSync(values.out, { recursive: true });
const write = (name, cases) => writeFileSync(join(values.out, `${name}.jsonl`), cases.map(one => `${JSON.stringify(one)}\n`).join(''));

const operations = execution(random(4), share(0.1));
write('parsing', parsing(random(1), share(0.2)));
write('schemas', schemas(random(2), share(0.1)));
write('validation', validation(random(3), share(0.6)));
write('roots', operations.roots);
write('execution', operations.cases);
writeFileSync(join(values.out, 'museum.graphql'), museum);
