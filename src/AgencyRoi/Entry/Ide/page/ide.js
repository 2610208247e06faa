// GraphiQL with a field for the token. The token is kept in this variable: not in the address, which is logged, nor in the browser's
// storage, which outlives the page.
'use strict';

const address = '/graphql';
let token = '';

const staffsFirstLook = `# Ctrl-Enter runs it, Ctrl-Space completes,
# and hovering over a field shows what it means.
query FirstLook {
  viewer { role agency { name currency } }
  compareClients(
    period: { from: "2024-01-01", to: "2026-01-01" }
    first: 5
  ) {
    rows {
      rank
      client { name industry }
      cost { amount currencyCode }
      unadjusted { value { amount } roiPercent }
    }
  }
}
`;

const portalsFirstLook = `# Also for a client's own people,
# whose token has a smaller schema.
query WhoAmI {
  viewer { role agency { name } clients { id } }
}
`;

async function ask(request, options = {}) {
  const headers = new Headers({ accept: 'application/json, text/event-stream', 'content-type': 'application/json' });
  if (token) headers.set('authorization', `Bearer ${token}`);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  if (!headers.has('authorization')) return { errors: [{ message: 'Paste an API token into the field at the top first.' }] };
  const connection = new AbortController();
  const answer = await fetch(address, {
    method: 'POST',
    headers,
    body: JSON.stringify(request),
    credentials: 'omit',
    signal: connection.signal,
  });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
  return isStream ? events(answer.body, connection) : answer.json();
}

// A subscription: an answer with each event, until either side has enough.
function events(body, connection) {
  const answers = answersFrom(body, connection.signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => answers.next(),
    // A generator that waits for an event would end with that event, and hold its connection until then.
    return: () => {
      connection.abort();
      return answers.return();
    },
  };
}

async function* answersFrom(body, ending) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (text + part.value).split('\n\n');
      text = blocks.pop();
      for (const block of blocks) {
        const data = /^data: ?(.+)$/m.exec(block);
        if (data) yield JSON.parse(data[1]);
      }
    }
  } catch (error) {
    if (!ending.aborted) throw error;
  }
}

const root = ReactDOM.createRoot(document.getElementById('graphiql'));

// Another token may have another schema: with another key GraphiQL begins anew and asks for it.
function show(key) {
  root.render(
    React.createElement(GraphiQL, {
      key,
      fetcher: ask,
      defaultTabs: [{ query: staffsFirstLook }, { query: portalsFirstLook }],
      defaultQuery: staffsFirstLook,
      schemaDescription: true,
      inputValueDeprecation: true,
      shouldPersistHeaders: false,
    }),
  );
}

document.getElementById('who').addEventListener('submit', async event => {
  event.preventDefault();
  token = document.getElementById('token').value.trim();
  const answer = await ask({ query: '{ viewer { role agency { name } } }' });
  const viewer = answer.data?.viewer;
  document.getElementById('says').textContent = viewer ? `${viewer.role} of ${viewer.agency.name}` : answer.errors?.[0]?.message;
  show(`${Date.now()}`);
});

show('without a token');
