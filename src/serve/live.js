// Keeps this page as it is on disk: reloads it when it has changed, exchanges stylesheets,
// shows what is wrong, and goes where the last save was. `dateline serve` puts it into pages.
(() => {
  const known = { ...document.currentScript.dataset };
  const css = new CSSStyleSheet();
  css.replaceSync(`
    :host { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; padding: 2rem;
      background: rgb(16 16 20 / 94%); color: #f4f4f4; font: 15px/1.5 ui-monospace, monospace; }
    h1 { font-size: 1.1rem; margin: 0 0 1rem; color: #ff9c8f; }
    pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
    button { position: fixed; inset-block-start: 1rem; inset-inline-end: 1rem; font: inherit;
      padding: .25rem .75rem; }`);
  let stream;
  let overlay;

  const hide = () => { overlay?.remove(); overlay = undefined; };

  const show = text => {
    hide();
    if (!text) return;
    overlay = document.createElement('div');
    overlay.lang = 'en';
    overlay.dir = 'ltr';
    overlay.role = 'alert';
    const root = overlay.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [css];
    const [button, title, list] = ['button', 'h1', 'pre'].map(it => document.createElement(it));
    button.textContent = 'Hide';
    button.onclick = hide;
    title.textContent = 'The last save is not shown yet';
    list.textContent = text;
    root.append(button, title, list);
    document.body.append(overlay);
  };

  // `bureau.0123abcd.css` takes the place of `bureau.….css` once it is there.
  const stem = address => new URL(address, location).pathname.replace(/\.[0-9a-f]+\.css$/, '');
  const exchange = addresses => {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = addresses.find(it => stem(it) === stem(old.href));
      if (!address || new URL(address, location).href === old.href) continue;
      const fresh = old.cloneNode();
      fresh.href = address;
      fresh.onload = fresh.onerror = () => old.remove();
      old.after(fresh);
    }
  };

  // Browsers open few connections to one host: a page that nobody sees has none.
  const close = () => { stream?.close(); stream = undefined; };
  const open = () => {
    if (stream || document.visibilityState === 'hidden') return;
    const query = new URLSearchParams({ path: location.pathname, ...known });
    stream = new EventSource(`/.dateline/live?${query}`);
    const on = (name, act) => stream.addEventListener(name, it => act(JSON.parse(it.data)));
    on('reload', () => { close(); location.reload(); });
    on('sheets', exchange);
    on('trouble', show);
    on('jump', address => {
      if (new URL(address, location).pathname === location.pathname) return;
      close();
      location.assign(address);
    });
  };

  document.addEventListener('keydown', it => { if (it.key === 'Escape') hide(); });
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? close() : open());
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
})();
