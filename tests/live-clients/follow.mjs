// A query and a subscription with the real client of a protocol; prints what it hears, a line of JSON each, until it is cut off.
// node follow.mjs FOLDER-OF-THE-PACKAGES graphql-sse|graphql-ws URL TOKEN CLIENT-ID
import { createRequire } from 'node:module';

const [folder, library, url, token, clientId] = process.argv.slice(2);
const load = createRequire(`${folder}/package.json`);
const authorization = `Bearer ${token}`;
const client =
  library === 'graphql-sse'
    ? load('graphql-sse').createClient({ url, headers: { authorization }, retryAttempts: 0 })
    : load('graphql-ws').createClient({
        url: url.replace(/^http/, 'ws'),
        webSocketImpl: load('ws'),
        connectionParams: { authorization },
        retryAttempts: 0,
      });

const say = (what) => console.log(JSON.stringify(what));
const run = (operation) =>
  new Promise((end) =>
    client.subscribe(operation, {
      next: (next) => say({ next }),
      error: ({ code, reason, message }) => end(say({ error: { code, reason, message } })),
      complete: () => end(say({ complete: true })),
    }),
  );

await run({ query: '{ viewer { role } }' });
await run({
  query: 'subscription($clientIds: [ID!]) { ledgerChanged(clientIds: $clientIds) { version } }',
  variables: { clientIds: [clientId] },
});
client.dispose();
