import { offerViewers, watchState } from './development.js';
import { createSession, send } from './session.js';

const { React, ReactDOM, GraphiQL } = window;
const TABS = 'graphiql:tabState';
const HAS_SIGN_IN = '{ __schema { mutationType { fields { name } } } }';

const byId = (id) => document.getElementById(id);
const form = byId('sign-in');
const session = createSession(showPerson);

async function start() {
  byId('sandbox').href =
    `https://studio.apollographql.com/sandbox/explorer?endpoint=${encodeURIComponent(`${location.origin}/graphql`)}`;
  const settings = await fetch('/playground/settings.json').then((response) => response.json());
  if (settings.title) document.title = byId('title').textContent = settings.title;
  // Who can be chosen needs no session, and one of another gateway at this address would only disturb.
  const headers = settings.viewers ? offerViewers(settings.viewers) : session.headers;
  const show = createGraphiql(settings.operations, headers);
  show();
  // A new fetcher has GraphiQL ask for the schema again.
  if (settings.changes) watchState(show);
  if (!settings.viewers && (await hasSignIn())) offerSignIn(settings.demo);
}

/** One tab per example; GraphiQL titles it with the operation's name. Tabs a person has changed are kept by the browser. */
function createGraphiql(operations, headersNow) {
  const root = ReactDOM.createRoot(byId('graphiql'));
  const defaultTabs = operations.map((query) => ({ query }));
  return () =>
    root.render(
      React.createElement(GraphiQL, {
        fetcher: async (operation, { headers } = {}) => send(operation, { ...(await headersNow()), ...headers }),
        ...(defaultTabs.length > 0 && { defaultTabs }),
      }),
    );
}

async function hasSignIn() {
  const { data } = await send({ query: HAS_SIGN_IN }).catch(() => ({}));
  return data?.__schema?.mutationType?.fields.some(({ name }) => name === 'signIn') ?? false;
}

function offerSignIn(demo) {
  if (demo) {
    form.handle.value = demo.handle;
    form.password.value = demo.password;
    byId('demo').hidden = false;
    byId('demo').textContent = `Sign in as ${demo.handle}`;
    byId('demo').onclick = () => attempt(() => session.signIn(demo.handle, demo.password));
  }
  form.onsubmit = (event) => {
    event.preventDefault();
    attempt(() => session.signIn(form.handle.value, form.password.value));
  };
  byId('sign-out').onclick = () => attempt(session.signOut);
  showPerson(session.person());
}

async function attempt(action) {
  const buttons = document.querySelectorAll('header button');
  for (const button of buttons) button.disabled = true;
  byId('message').textContent = '';
  try {
    await action();
  } catch (error) {
    byId('message').textContent = error.message;
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

function showPerson(person) {
  form.hidden = person !== undefined;
  byId('signed-in').hidden = person === undefined;
  byId('person').textContent = person ? `Signed in as ${person.displayName || person.handle} (@${person.handle})` : '';
}

byId('restore').onclick = () => {
  localStorage.removeItem(TABS);
  location.reload();
};

await start();
