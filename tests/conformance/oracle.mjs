import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

/**
 * The reference implementation, in the one version that `package.json` names: installed by `.ci/run` under `artifacts`, or here by
 * `npm install`.
 */
const pinned = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).dependencies.graphql;

export const [graphql, inside] = find();

function find() {
  for (const place of ['../../artifacts/graphql-js/', './']) {
    const require = createRequire(new URL(place, import.meta.url));
    try {
      if (require('graphql').version === pinned) return [require('graphql'), require];
    } catch {
      // Not here.
    }
  }
  throw new Error(`graphql ${pinned} is not installed: npm install --prefix artifacts/graphql-js graphql@${pinned}`);
}

/** "line:column" of each place an error points at, parted by spaces. */
export const placesOf = error => (error.locations ?? []).map(at => `${at.line}:${at.column}`).join(' ');
