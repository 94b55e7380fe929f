// Serves a folder on the loopback address, under the policy a strict site would set.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const TYPES = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript',
  '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.mp4': 'video/mp4', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};
const POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; font-src 'self'; " +
  "script-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; " +
  "base-uri 'none'";

// Rows of links spread over their line as they come: they are not cut in the middle.
const BLOCK = /(?=\n<(?:main|article|section|aside|figure|footer)\b)/;
const FIRST = 12288;
const PIECE = 4096;
const PAUSE = 20;

/** Sends a page as a slow line would: its head at once, the rest while it is already being shown. */
async function trickle(response, html) {
  let piece = '';
  let size = FIRST;
  for (const block of html.split(BLOCK)) {
    piece += block;
    if (piece.length < size) continue;
    response.write(piece);
    [piece, size] = ['', PIECE];
    await setTimeout(PAUSE);
  }
  response.end(piece);
}

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
    const type = TYPES[path.extname(file ?? '/404.html')] ?? 'application/octet-stream';
    const head = { 'content-type': type, 'content-security-policy': POLICY };
    if (address.startsWith('/assets/')) head['cache-control'] = 'max-age=3600';
    response.writeHead(file ? 200 : 404, head);
    const bytes = fs.readFileSync(file ?? files.get('/404.html'));
    if (type.startsWith('text/html')) trickle(response, bytes.toString());
    else response.end(bytes);
  });
  return new Promise(done => server.listen(0, '127.0.0.1', () => {
    const pages = [...files.keys()].filter(it => it.endsWith('.html'));
    const address = it => it.replace(/index\.html$/, '');
    done({
      origin: `http://127.0.0.1:${server.address().port}`,
      pages: pages.map(address).sort(),
      file: it => files.get(it.endsWith('/') ? it + 'index.html' : it),
      close: () => server.close(),
    });
  }));
}
