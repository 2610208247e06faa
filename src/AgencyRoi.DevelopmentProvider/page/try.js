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
async function ask(accessToken) {
  const answer = await fetch(api, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return answer.json();
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
    element('says').textContent = 'Signed in. The API answers:';
    element('answer').textContent = JSON.stringify(await ask(access_token), null, 2);
  } catch (error) {
    element('says').textContent = error.message;
  }
