#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Ace by DAISY over many EPUBs in one browser.
//
//     ace_many.cjs [--dark] FILE.epub...
//
// For each violation a line FILE<TAB>IMPACT<TAB>RULE<TAB>document<TAB>where
// <TAB>text; for each file a last line
//     FILE<TAB>ok|FAIL<TAB>documents=N checks=N violations=N
// where `documents` are those in which axe ran and `checks` the rules that had
// something to look at in them. A file that could not be judged, twice, gets
//     FILE<TAB>BROWSER<TAB>why
// instead. Status: 0; 1 with violations; 2 where something was not judged.
// --dark asks the pages for their dark colours, on a dark page. CHROMIUM names the browser,
// JOBS how many books are judged side by side.
//
// It is Ace's own checker with Ace's own rules. What differs from its command:
// all books share one browser and its pages, and axe reaches a page by calls
// instead of script elements: a quarter of the time.
'use strict';
const fs = require('fs');
const os = require('os');
const { need, launch, close, within, eachTwice } = require('./browser.cjs');

const SECONDS = 180; // for one book
const args = process.argv.slice(2);
const dark = args[0] === '--dark';
const files = dark ? args.slice(1) : args;
const jobs = Number(process.env.JOBS) || Math.max(2, os.cpus().length);
const write = (...words) => process.stdout.write(words.map(
  w => String(w).replace(/\s+/g, ' ')).join('\t') + '\n');
console.log = () => {}; // Ace says everything twice

let browser; // a promise
let idle = []; // pages of it that can take the next document

function forget(what) {
  if (browser === what) {
    browser = undefined;
    idle = [];
  }
}

function current() {
  if (!browser) {
    const mine = launch();
    browser = mine;
    mine.then(b => b.once('disconnected', () => forget(mine)),
      () => forget(mine));
  }
  return browser;
}

async function newPage() {
  const page = idle.pop() || await (await current()).newPage();
  page.close = async () => {
    page.removeAllListeners('request');
    idle.push(page);
  };
  if (dark)
    await page.emulateMediaFeatures(
      [{ name: 'prefers-color-scheme', value: 'dark' }]);
  return page;
}

// Ace launches a browser a book: it gets the one that all of them share.
need('puppeteer').launch = async () => ({ newPage, close: async () => {} });

async function renew() {
  const old = browser;
  forget(old);
  try {
    if (old)
      await close(await old);
  } catch {
    // it never came up
  }
}

const sources = new Map();
function source(name) {
  const small = name.replace(/\/axe\.js$/, '/axe.min.js');
  if (!sources.has(small))
    sources.set(small, fs.readFileSync(small, 'utf8') + '\n;0');
  return sources.get(small);
}
// What reading systems lay under a book's own colours.
const PAGE = `:root { color-scheme: dark; background: #121212; color: #e6e6e6 }`;

need('@daisy/puppeteer-utils').addScripts = async (names, page) => {
  if (dark)
    await page.addStyleTag({ content: PAGE });
  for (const name of names)
    await page.evaluate(source(name));
};

const runner = need('@daisy/ace-axe-runner-puppeteer');
const { EPUB } = need('@daisy/epub-utils');
const { Report } = need('@daisy/ace-report');
const checker = need('@daisy/ace-core/lib/checker/checker.js');
need('winston').configure({ silent: true });

// The runner as one book sees it; it counts what axe looked at.
function counting(count) {
  return {
    ...runner,
    concurrency: 2,
    async run(...what) {
      const found = await runner.run(...what).catch(why => {
        idle = []; // one of them may be stuck
        throw why;
      });
      if (!found.axe || !found.axe.passes.length)
        throw new Error('axe gave no result for ' + what[0]);
      count.documents++;
      count.checks += found.axe.passes.length + found.axe.violations.length;
      return found;
    },
  };
}

async function judge(file) {
  const count = { documents: 0, checks: 0 };
  const epub = new EPUB(file);
  await epub.extract();
  try {
    await epub.parse();
    const report = await new Report(epub, undefined, 'en').init();
    await within(SECONDS, 'Ace',
      checker.check(epub, report, 'en', true, counting(count)));
    tell(file, count, report.json);
  } finally {
    fs.rmSync(epub.basedir, { recursive: true, force: true });
  }
}

function tell(file, count, report) {
  let violations = 0;
  for (const document of report.assertions || [])
    for (const { 'earl:test': test, 'earl:result': result } of
      document.assertions || []) {
      if (result['earl:outcome'] !== 'fail')
        continue;
      const pointer = result['earl:pointer'] || {};
      violations++;
      write(file, test['earl:impact'] || 'none', test['dct:title'],
        document['earl:testSubject'].url, (pointer.css || [''])[0],
        result['dct:description'], result.html || '');
    }
  write(file, violations ? 'FAIL' : 'ok', `documents=${count.documents} ` +
    `checks=${count.checks} violations=${violations}`);
  if (violations)
    process.exitCode = process.exitCode || 1;
}

async function main() {
  await eachTwice(files, jobs, judge, renew, (file, why) => {
    write(file, 'BROWSER', why);
    process.exitCode = 2;
  });
}

main().catch(why => {
  console.error(why);
  process.exit(2);
});
