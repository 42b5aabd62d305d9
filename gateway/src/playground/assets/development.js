const VIEWER = 'nexus.viewer';
/** How often the page asks whether something changed, in milliseconds, while somebody looks at it. */
const EVERY_MS = 500;

const byId = (id) => document.getElementById(id);

/** Lets a person choose on whose behalf to ask; returns what tells the headers for it. */
export function offerViewers(viewers) {
  if (!viewers?.length) return () => ({});
  const select = byId('viewer').querySelector('select');
  select.replaceChildren(...viewers.map(({ name }) => new Option(name, name)));
  const chosen = sessionStorage.getItem(VIEWER);
  if (viewers.some(({ name }) => name === chosen)) select.value = chosen;
  select.onchange = () => sessionStorage.setItem(VIEWER, select.value);
  byId('viewer').hidden = false;
  return () => viewers.find(({ name }) => name === select.value)?.headers ?? {};
}

/** Shows what is wrong with the graph for as long as it is; `onVersion` is told of each new version of it. */
export function watchState(onVersion) {
  let version;

  async function look() {
    if (!document.hidden) await ask().catch(() => undefined);
    setTimeout(look, EVERY_MS);
  }

  async function ask() {
    const state = await fetch('/playground/state.json').then((response) => response.json());
    showProblems(state.problems);
    if (version !== undefined && version !== state.version) onVersion();
    version = state.version;
  }

  look();
}

let shown = '[]';

function showProblems(problems) {
  const next = JSON.stringify(problems);
  if (next === shown) return;
  shown = next;
  byId('problems').hidden = problems.length === 0;
  byId('problems').classList.toggle('only-hints', !problems.some(({ level }) => level === 'error'));
  byId('problems').replaceChildren(...problems.map(articleOf));
}

function articleOf({ code, message, places }) {
  const article = document.createElement('article');
  article.append(element('strong', message), element('span', code));
  for (const { file, line, column, text } of places) {
    const caret = `${text.slice(0, column - 1).replace(/[^\t]/g, ' ')}^`;
    article.append(element('code', `${file}:${line}:${column}`), element('pre', `${text}\n${caret}`));
  }
  return article;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
