// Serves a folder on the loopback address, under the policy a strict site would set.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript',
  '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};
const POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; " +
  "script-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; " +
  "base-uri 'none'";

export function serve(root) {
  const files = new Map();
  for (const entry of fs.readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set('/' + path.relative(root, file).split(path.sep).join('/'), file);
  }
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    const file = files.get(address.endsWith('/') ? address + 'index.html' : address);
    const type = TYPES[path.extname(file ?? '.html')] ?? 'application/octet-stream';
    const head = { 'content-type': type, 'content-security-policy': POLICY };
    response.writeHead(file ? 200 : 404, head);
    response.end(fs.readFileSync(file ?? files.get('/404.html')));
  });
  return new Promise(done => server.listen(0, '127.0.0.1', () => {
    const pages = [...files.keys()].filter(it => it.endsWith('.html') && it !== '/404.html');
    const address = it => it.replace(/index\.html$/, '');
    done({
      origin: `http://127.0.0.1:${server.address().port}`,
      pages: pages.map(address).sort(),
      size: it => fs.statSync(files.get(`${it.replace(/\/$/, '')}/index.html`) ?? files.get(it)).size,
      close: () => server.close(),
    });
  }));
}
