#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Opens EPUBs in two reading systems, foliate-js and epub.js, in Chromium, and
// each of their documents in a plain window as wide as a small phone.
//
//     read_epub.cjs FILE.epub...
//
// Every target of the contents, of the page list and of every link, every
// section, every image (of up to forty sections, evenly) and the first notes
// of those are looked for. For each fault a line
//     FILE<TAB>READER<TAB>fault<TAB>text
// and for each file and reader a last line
//     FILE<TAB>READER<TAB>ok|FAIL<TAB>title<TAB>sections=N toc=N pages=N ...
// or, where the browser twice gave no answer,
//     FILE<TAB>READER<TAB>BROWSER<TAB>why
// Status: 0; 1 with faults; 2 where something was not read.
'use strict';
const fs = require('fs');
const http = require('http');
const os = require('os');
const path = require('path');
const { MODULES, need, launch, close, within, eachTwice } =
  require('./browser.cjs');

const SECONDS = 120; // for one book in one reader
const READERS = ['foliate', 'epubjs', 'plain'];
const TYPES = { '.js': 'text/javascript', '.html': 'text/html',
  '.xhtml': 'application/xhtml+xml', '.css': 'text/css',
  '.svg': 'image/svg+xml', '.epub': 'application/epub+zip' };

// Serves the readers, their modules, each book as /N.epub, and the files in
// it as /N/name.
function serve(books) {
  const zips = new Map();
  function read(url) {
    const [, number, inside] = /^\/(\d+)(?:\.epub|\/(.*))$/.exec(url) || [];
    if (inside) {
      if (!zips.has(number))
        zips.set(number, fs.promises.readFile(books[number])
          .then(need('jszip').loadAsync));
      return zips.get(number).then(
        zip => zip.file(inside).async('nodebuffer'));
    }
    const name = number ? books[number] : path.join(
      url.startsWith('/node_modules/') ? path.dirname(MODULES) :
        path.join(__dirname, 'readers'), path.normalize(url));
    return fs.promises.readFile(name);
  }
  const server = http.createServer(async (request, response) => {
    const url = decodeURIComponent(request.url.split('?')[0]);
    const data = await read(url).catch(() => undefined);
    response.statusCode = data ? 200 : 404;
    response.setHeader('content-type', TYPES[path.extname(url)] ||
      'application/octet-stream');
    response.end(data);
  });
  return new Promise(done => server.listen(0, '127.0.0.1',
    () => done(server)));
}

// A page in which a reader has a book open; `errors` gets what it complains of.
async function open(browser, port, number, reader, viewport, errors = []) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  page.on('pageerror', why => errors.push(String(why.message || why)));
  page.on('console', m => m.type() === 'error' &&
    !/favicon/.test(m.location().url) && errors.push(m.text()));
  await page.goto(`http://127.0.0.1:${port}/${reader}.html` +
    `?book=/${number}.epub`);
  return page;
}

async function main(files) {
  const write = (...words) => process.stdout.write(words.map(
    w => String(w).replace(/\s+/g, ' ')).join('\t') + '\n');
  const server = await serve(files), { port } = server.address();
  let browser;
  const current = () => browser = browser || launch();

  async function judge({ file, number, reader }) {
    const errors = [];
    const page = await open(await current(), port, number, reader,
      reader === 'foliate' ? { width: 800, height: 1000 } :
        { width: 360, height: 640 }, errors);
    const opening = await within(SECONDS, reader, page.evaluate(
      () => window.opened.then(title => ({ title: String(title) }),
        why => ({ why: String(why && why.message || why) }))));
    let found = { faults: [] };
    if (opening.why !== undefined)
      found.faults.push(`it does not open: ${opening.why}`);
    else
      found = await within(SECONDS, reader,
        page.evaluate(() => window.read()));
    await page.close();
    const { faults, ...counts } = found;
    for (const text of [...faults, ...new Set(errors)])
      write(file, reader, 'fault', text);
    const good = !faults.length && !errors.length;
    write(file, reader, good ? 'ok' : 'FAIL', opening.title || '',
      Object.entries(counts).map(pair => pair.join('=')).join(' '));
    if (!good)
      process.exitCode = process.exitCode || 1;
  }

  async function renew() {
    const old = browser;
    browser = undefined;
    if (old)
      await old.then(close, () => {});
  }

  const work = files.flatMap((file, number) =>
    READERS.map(reader => ({ file, number, reader })));
  await eachTwice(work, Math.max(2, os.cpus().length), judge, renew,
    ({ file, reader }, why) => {
      write(file, reader, 'BROWSER', why);
      process.exitCode = 2;
    });
  server.close();
}

module.exports = { READERS, serve, open };
if (require.main === module)
  main(process.argv.slice(2)).catch(why => {
    console.error(why);
    process.exit(2);
  });
