// SPDX-License-Identifier: MIT
// Debian's Chromium, by the puppeteer that Ace brings along: without a screen,
// without the network, and told apart from what it is given to judge.
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const { createRequire } = require('module');

const MODULES = path.join(__dirname, '..', '..', 'build', 'node', 'x.js');
const need = createRequire(MODULES);
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
// No name but this machine's is found, and nothing is asked of home.
const QUIET = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
  '--disable-quic', '--disable-background-networking', '--disable-sync',
  '--disable-component-update', '--disable-domain-reliability',
  '--disable-breakpad', '--metrics-recording-only', '--no-pings',
  '--force-color-profile=srgb', '--font-render-hinting=none',
];

// What they would keep in the home folder goes with the process.
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'fascicle-browser-'));
process.env.XDG_CONFIG_HOME = process.env.XDG_CACHE_HOME =
  process.env.XDG_STATE_HOME = home;
process.on('exit', () => fs.rmSync(home, { recursive: true, force: true }));

// Answers to `promise`, or fails after some seconds.
function within(seconds, what, promise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: no answer for ` +
      `${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const start = need('puppeteer').launch;

function launch() {
  return start({ args: QUIET, executablePath: CHROMIUM, headless: true,
    timeout: 60000, protocolTimeout: 240000 });
}

// Ends it, whether or not it still listens.
async function close(browser) {
  const child = browser.process();
  try {
    await within(10, 'the browser', browser.close());
  } catch {
    child.kill('SIGKILL');
  }
}

// Judges each file with `judge(file)`, `jobs` at once. What throws is judged
// again when all is done, alone and after `renew()`: a browser that fell over
// says nothing about a book. Hands what failed twice to `lost(file, why)`.
async function eachTwice(files, jobs, judge, renew, lost) {
  const again = [];
  let next = 0;
  async function worker() {
    while (next < files.length) {
      const file = files[next++];
      try {
        await judge(file);
      } catch {
        again.push(file);
      }
    }
  }
  await Promise.all(Array.from({ length: jobs }, worker));
  for (const file of again) {
    await renew();
    try {
      await judge(file);
    } catch (why) {
      lost(file, why && why.message || why);
    }
  }
  await renew();
}

module.exports = { MODULES, need, launch, close, within, eachTwice };
