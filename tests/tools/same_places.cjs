// SPDX-License-Identifier: MIT
// Shows documents side by side, with and without markers of printed pages, as
// Chromium sets them, and tells of each element that stands elsewhere.
//
//     node same_places.cjs PLAIN MARKED [PLAIN MARKED…]     XHTML files
'use strict';
const { pathToFileURL } = require('url');
const { launch, close } = require('./browser.cjs');

// Every element but the markers, and every line of text, with its box.
function places() {
  const found = [];
  const add = (name, box) => found.push(
    `${name} ${[box.left, box.top, box.width, box.height]
      .map((x) => Math.round(x * 8) / 8).join(' ')}`);
  const walk = (element) => {
    if (element.getAttribute('role') === 'doc-pagebreak') {
      const box = element.getBoundingClientRect();
      if (box.width)
        add('a marker that takes room', box);
      return;
    }
    add(element.localName, element.getBoundingClientRect());
    for (const child of element.children)
      walk(child);
  };
  walk(document.body);
  return found;
}

async function main(files) {
  const browser = await launch();
  let lost = 0;
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 480, height: 800 });
    const look = async (file) => {
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      return page.evaluate(places);
    };
    for (let i = 0; i + 1 < files.length; i += 2) {
      const plain = await look(files[i]), marked = await look(files[i + 1]);
      const at = marked.findIndex((x, k) => x !== plain[k]);
      const same = at < 0 && plain.length === marked.length;
      lost += !same;
      console.log([same ? 'same' : 'moved', files[i + 1], plain.length,
        same ? '' : `${plain[at]} became ${marked[at]}`].join('\t'));
    }
  } finally {
    await close(browser);
  }
  return lost ? 1 : 0;
}

main(process.argv.slice(2)).then((status) => { process.exitCode = status; },
  (why) => { console.error(why); process.exitCode = 3; });
