// A front end's sign-in in full: OpenID Connect, authorization code with PKCE, no library.

const issuer = location.origin; // of the provider; in an app of yours, a setting
const clientId = 'agency-roi-spa';
const redirectUri = location.origin + location.pathname; // this page; loopback, any port and path
const api = new URLSearchParams(location.search).get('api') ?? recall()?.api ?? 'http://127.0.0.1:5080/graphql';
const query = '{ viewer { role agency { slug name } permissions } }';

async function discover() {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  return answer.json();
}

// 1. Send the browser to the provider, and remember what its answer has to fit.
async function signIn() {
  const { authorization_endpoint } = await discover();
  const verifier = random();
  const state = random();
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state, api }));
  const parameters = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile email',
    code_challenge: await sha256(verifier),
    code_challenge_method: 'S256',
    state,
  });
  location.assign(`${authorization_endpoint}?${parameters}`);
}

// 2. Back from the provider: exchange the code for tokens. The code is good once, and for this page alone.
async function finish(returned) {
  const { verifier, state } = recall();
  sessionStorage.removeItem('sign-in');
  history.replaceState(null, '', `${location.pathname}?api=${encodeURIComponent(api)}`);
  const { issuer: named, token_endpoint } = await discover();
  if (returned.get('state') !== state || returned.get('iss') !== named) throw new Error('This answer belongs to another sign-in.');
  if (returned.has('error')) throw new Error(returned.get('error_description') ?? returned.get('error'));
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: returned.get('code'),
      redirect_uri: redirectUri,
      client_id: clientId,
      code_verifier: verifier,
    }),
  });
  const tokens = await answer.json();
  if (!answer.ok) throw new Error(tokens.error_description);
  return tokens; // Keep them in memory: what lies in storage, any script of the page can read.
}

// 3. Ask the API with the access token. The ID token is for this page, and the API refuses it.
function ask(accessToken, agency) {
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  if (agency) headers.agency = agency;
  return call(api, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

// 4. Whoever belongs to several agencies says with each request which one is meant.
async function agenciesOf(accessToken) {
  const { agencies } = await call(new URL('/sign-in/agencies', api), { headers: { authorization: `Bearer ${accessToken}` } });
  return agencies;
}

async function call(address, request) {
  let answer;
  try {
    answer = await fetch(address, request);
  } catch {
    throw new Error(`No answer from ${address}: nothing runs there, or its Cors:AllowedOrigins do not name ${location.origin}.`);
  }
  return answer.json();
}

async function show(accessToken, agency) {
  const answer = await ask(accessToken, agency);
  const code = answer.errors?.[0].extensions?.code;
  element('says').textContent = code ? `Signed in. The API refuses with ${code}:` : 'Signed in. The API answers:';
  element('answer').textContent = JSON.stringify(answer, null, 2);
  if (code !== 'AGENCY_REQUIRED') return;
  element('says').textContent = 'Signed in, as a member of several agencies. Which one is meant?';
  element('agencies').replaceChildren(...(await agenciesOf(accessToken)).map((one) => choice(one, accessToken)));
}

function choice({ slug, name }, accessToken) {
  const button = document.createElement('button');
  button.textContent = name;
  button.addEventListener('click', () => show(accessToken, slug));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

function random() {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function sha256(text) {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function recall() {
  return JSON.parse(sessionStorage.getItem('sign-in'));
}

const element = (id) => document.getElementById(id);
element('api').textContent = api;
element('sign-in').addEventListener('click', signIn);
const returned = new URLSearchParams(location.search);
if (recall() && (returned.has('code') || returned.has('error')))
  try {
    const { access_token } = await finish(returned);
    await show(access_token);
  } catch (error) {
    element('says').textContent = error.message;
  }
