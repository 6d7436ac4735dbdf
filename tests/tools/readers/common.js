// SPDX-License-Identifier: MIT
// What the pages that show a book have in common: faults are gathered, each
// once, as text.
'use strict';

class Findings {
  constructor() {
    this.faults = [];
    this.sections = this.toc = this.pages = this.links = this.images =
      this.notes = 0;
  }

  fault(text) {
    if (!this.faults.includes(text))
      this.faults.push(text);
  }

  // A section's document, as it was parsed.
  wellFormed(name, doc) {
    const error = doc.querySelector('parsererror');
    if (error)
      this.fault(`${name} is not well-formed: ` +
        error.textContent.slice(0, 200));
    else if (!doc.body || !doc.body.textContent.trim() &&
        !doc.querySelector('img, svg'))
      this.fault(`${name} is empty`);
    return !error;
  }

  // The pictures of a document that is shown.
  async pictures(name, doc) {
    for (const image of doc.images) {
      this.images++;
      await image.decode().catch(() => {});
      if (!image.naturalWidth)
        this.fault(`${name} shows no image “${image.alt || image.src}”`);
    }
  }
}

// A tree of the navigation as a list.
const flat = (entries, depth = 0) => (entries || []).flatMap(e =>
  [{ label: (e.label || '').trim(), href: e.href, depth },
    ...flat(e.subitems, depth + 1)]);

// Up to `n` indices below `of`, evenly.
const some = (of, n) => Array.from({ length: Math.min(of, n) },
  (_, i) => Math.floor(i * of / Math.min(of, n)));
